# Projects: their mails, and what peers score them by.

project-submitted-title = { $organisation } submeteu o projeto { $code }
project-submitted-text = { $organisation } submeteu ao cluster o projeto “{ $title }”.
project-submitted-again = { $organisation } alterou o projeto “{ $title }” e voltou a submetê-lo.
project-submitted-next = Peça a avaliação de outras organizações ou tome uma decisão.
project-returned-title = Altere o projeto { $code }
project-returned-text = O cluster devolveu o seu projeto “{ $title }”.
project-returned-note = O que alterar
project-returned-next = Os comentários dos avaliadores estão junto do projeto. Altere o que diz a nota e volte a submetê-lo.
project-approved-title = O projeto { $code } está aprovado
project-approved-text = O seu projeto “{ $title }” está aprovado e faz parte do plano. Avise quando as atividades começarem.
project-approved-note = Mensagem do cluster
project-decide-reason = Recebe esta mensagem porque decide sobre os projetos deste cluster.
project-write-reason = Recebe esta mensagem porque responde pelos projetos de { $organisation }.
criterion-relevance = O projeto responde às necessidades onde são mais graves e a um objetivo do plano?
criterion-approach = As atividades levarão ao que se promete e protegem as crianças?
criterion-capacity = A organização tem nestes lugares as pessoas, o acesso e a experiência necessários?
criterion-accountability = As crianças, as famílias e os professores são ouvidos e podem apresentar queixas?
criterion-cost = Os custos são razoáveis para o que se faz e estão dentro das margens do plano?
criterion-coordination = O projeto está em harmonia com as autoridades e com o que outros fazem nos mesmos lugares?

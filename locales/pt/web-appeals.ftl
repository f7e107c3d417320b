# O cliente web: apelos. Rascunho que nenhum falante nativo leu ainda.

appeals-finding = Ainda faltam { $unmet } { $currency }
appeals-none = Ainda não há nenhum apelo
appeals-none-text = Quando os coordenadores publicarem um apelo, ele aparece aqui.
appeals-none-write = Comece um: diga para que é e depois o que pede. Ninguém mais o vê até que o publique.
appeals-donor = Abra um apelo para ver o que a sua organização deu, comunicar uma contribuição ou seguir as suas edições.
appeals-list = O que se pede e o que foi dado
appeal-one = Apelo
appeal-new = Novo apelo
appeal-edit = Editar o apelo
appeal-saved = O apelo está guardado.
appeal-save = Guardar o apelo
appeal-public = Página pública
appeal-all-clusters = Todos os clusters
appeal-code = Código público
appeal-code-hint = Faz parte do endereço da página e não muda: EDU-XX-2027
appeal-code-wrong = Escreva um código de 2 a 30 letras, algarismos e hífenes
appeal-kind = Tipo
appeal-name = Título, em tantas línguas quanto possível
appeal-name-missing = Escreva um título em pelo menos uma língua
appeal-summary = De que se trata, em duas ou três frases
appeal-starts = Primeiro dia
appeal-starts-missing = Escreva o primeiro dia
appeal-ends-on = Primeiro dia depois do fim
appeal-ends-wrong = Escreva um dia posterior ao primeiro
appeal-plan = O plano que financia
appeal-plan-hint = Assim pode pedir para as suas atividades, e os seus números estão em cada edição.
appeal-no-plan = Nenhum plano
appeal-currency = Moeda
appeal-currency-hint = Três letras, como USD. As contribuições contam-se em dólares dos Estados Unidos.
appeal-currency-wrong = Escreva uma moeda pelas suas três letras maiúsculas, como USD
appeal-ends =
    { $count-form ->
        [one] termina dentro de { $count } dia
        [many] termina dentro de { $count } de dias
       *[other] termina dentro de { $count } dias
    }
appeal-ended =
    { $count-form ->
        [one] terminou há { $count } dia
        [many] terminou há { $count } de dias
       *[other] terminou há { $count } dias
    }
appeal-DRAFT = Rascunho
appeal-PUBLISHED = Publicado
appeal-REVISED = Publicado e revisto
appeal-CLOSED = Encerrado
appeal-ARCHIVED = Arquivado
kind-FLASH_APPEAL = Apelo urgente
kind-HRP = Plano de resposta humanitária
kind-RRP = Plano de resposta para refugiados
kind-HUMANITARIAN_OTHER = Outro apelo humanitário
kind-CERF = Fundo Central de Resposta a Emergências
kind-CBPF = Fundo comum do país
kind-ECW_FER = A Educação Não Pode Esperar: primeira resposta
kind-ECW_MYRP = A Educação Não Pode Esperar: programa plurianual
kind-ECW_AF = A Educação Não Pode Esperar: mecanismo de aceleração
kind-GPE_ACCELERATED = Parceria Global para a Educação: financiamento acelerado
kind-UNICEF_HAC = UNICEF: ação humanitária para as crianças
kind-AGENCY = Apelo de uma só agência
kind-BILATERAL = A um só doador
kind-OTHER = Outro

money-required = Necessário
money-received = Recebido
money-unmet = Em falta
money-picture = Parte recebida
money-note-usd = O recebido está em dólares dos Estados Unidos
money-note-pledge = As promessas mostram-se e nunca se contam
money-source-lines = O que o apelo pede, segundo a última revisão
money-source-flows = Contribuições confirmadas por quem dá ou por quem recebe
money-behind = Contribuições por trás do número
money-behind-none = Não há por trás nenhuma contribuição que possa ver.
money-behind-note = Uma soma que vários clusters partilham não conta para este apelo. Um doador só vê as suas próprias contribuições.
money-rule-requirement = A soma dos montantes de todas as linhas da revisão em vigor nesse dia. Uma linha sem montante não conta.
money-rule-given = Pago e comprometido juntos. Não contam as promessas nem uma soma que vários clusters partilham, porque ninguém diz quanto é de quem.
money-rule-unmet = Necessário menos recebido, nunca abaixo de zero.
money-rule-paid = O que foi transferido.
money-rule-committed = O que foi assinado e ainda não transferido.
money-rule-pledged = O que foi anunciado. Não é vinculativo e não conta em lado nenhum.

funding-title = Financiamento
funding-share = { $share } % do necessário
funding-no-share = sem parte: pede noutra moeda
funding-over = { $amount } a mais do que o pedido
funding-pledged = Prometido, não contado
funding-more = Como se compõe
funding-in-kind = Dos quais bens e serviços
funding-paid-share = Dos quais pago
funding-plan = Dado para todo o plano
funding-shared = Partilhado por vários clusters
funding-shared-sector = Partilhado, este cluster incluído
funding-unallotted = Para o plano, ainda sem cluster atribuído
funding-other-plans = Partilhado com outros planos, não contado
funding-as-of = Em { $day }

lines-title = O que pede
lines-revise = Formular de novo
lines-none = Ainda nada foi formulado.
lines-revision = Revisão { $number }, desde { $day }:
lines-what = Para quê
lines-year = Ano
lines-amount = Montante, { $currency }
lines-everywhere = em toda a parte
lines-total = No total
lines-add = Acrescentar uma linha
lines-remove = Retirar
line-activity = Atividade da linha { $row }
line-other = Outra coisa
line-label = Para que é a linha { $row }
line-label-short = Para que é
line-area = Área da linha { $row }
line-year = Ano da linha { $row }
line-amount = Montante da linha { $row }
revisions-title = Revisões anteriores
revisions-number = Versão
revisions-from = Vale desde
revisions-why = Porquê
revise-way = Como
revise-hand = À mão
revise-plan = Dos custos do plano
revise-file = De um ficheiro
revise-text = Tudo o que o apelo pede a partir desse dia. As revisões anteriores continuam a poder ler-se.
revise-plan-text = Toma cada atividade do plano com a sua quantidade e custo unitário, tal como o plano está agora.
revise-file-text = Uma tabela de necessidades por cluster, como a dá o Serviço de Acompanhamento Financeiro. Os mesmos números não fazem nova revisão.
revise-clusters = Tomar só estes clusters
revise-clusters-hint = Um por linha, com o nome do ficheiro. Vazio toma todos.
revise-from-missing = Escreva desde quando vale
revise-reason-missing = Diga por que se formula de novo
revise-reason-hint = Os leitores veem-no no histórico.
revise-no-lines = Acrescente pelo menos uma linha
revise-line-what = Linha { $row }: escolha uma atividade ou diga para que é
revise-line-amount = Linha { $row }: escreva um montante como 1200000 ou 1200000,50
revise-line-year = Linha { $row }: escreva o ano com quatro algarismos
revise-save = Guardar como nova revisão
revise-done = O apelo pede agora isto.
revise-file-taken = A revisão { $number } foi feita
revise-file-sums = As linhas tomadas pedem { $asked } e dizem que foi dado { $given }.
file-one = Ficheiro
file-missing = Escolha um ficheiro
file-take = Ler o ficheiro
file-taken = O ficheiro foi tomado
file-same = O ficheiro diz o que já vale
file-refused = Nada foi tomado
file-added = Novas
file-changed = Alteradas
file-unchanged = Inalteradas
file-back = Voltar ao apelo

flows-title = Contribuições
flows-own = Contribuições da sua organização
flows-none = Ainda não há nenhuma contribuição registada.
flows-none-own = A sua organização ainda não tem aqui nenhuma contribuição.
flows-hidden = As contribuições uma a uma são para quem coordena e para quem dá. Cada edição pública nomeia as que contam.
flows-import = Ler contribuições de um ficheiro
flows-import-text = Um ficheiro de fluxos como o dá o Serviço de Acompanhamento Financeiro. O mesmo ficheiro nada muda; os de outros planos guardam-se e contam lá.
flow-new = Registar uma contribuição
flow-change = Passo seguinte ou correção
flow-change-title = Uma contribuição: passo seguinte ou correção
flow-save = Registar a contribuição
flow-save-version = Guardar como nova versão
flow-saved = A contribuição está registada.
flow-from = De
flow-to = Para
flow-status = Quão firme é
flow-status-hint = Não há passo atrás: retire-a e registe outra.
flow-PLEDGE = Prometido
flow-COMMITMENT = Comprometido
flow-PAID = Pago
flow-withdrawn = Retirada
flow-shared = partilhada com outros clusters
flow-amount = Montante dado
flow-amount-wrong = Escreva um montante como 1200000 ou 1200000,50
flow-usd = Dólares dos EUA
flow-currency = Moeda dada
flow-rate = { $currency } por um dólar dos EUA
flow-rate-wrong = Escreva a taxa do dia da decisão, como 0,875
flow-rate-fixed = A taxa foi fixada na decisão: { $rate } { $currency } por um dólar dos EUA.
flow-decided = Decidido
flow-reported = Comunicado
flow-entered = Inserido
flow-kind = Dinheiro ou bens
contribution-FINANCIAL = Dinheiro
contribution-IN_KIND = Bens ou serviços, pelo seu valor
flow-earmarking = Afetação
earmarking-UNEARMARKED = Não afetado
earmarking-SOFTLY = Ligeiramente afetado
earmarking-EARMARKED = Afetado
earmarking-TIGHTLY = Estritamente afetado
flow-activities = Para estas atividades, se quem dá nomeou alguma
flow-more = Mais: setores, anos, afetação
flow-sectors = Setores
flow-sectors-hint = Códigos como EDU, PRO. Vários partilham a soma. Vazio é o do apelo: { $sector }.
flow-boundary = Para onde vai
boundary-INCOMING = Para o plano
boundary-INTERNAL = Dentro do plano, atribuído agora
boundary-OUTGOING = Fora do plano
flow-portions = Partes por ano, em dólares dos EUA
flow-portions-hint = Uma por linha, como 2027: 500000. Juntas fazem o total.
flow-portions-wrong = Escreva cada ano e o seu montante numa linha própria, como 2027: 500000
flow-says = O que diz quem dá
flow-from-missing = Escolha quem dá
flow-to-missing = Escolha quem recebe
flow-versions = Versões
direction-SOURCE = De
direction-DESTINATION = Para
withdraw-title = Retirar a contribuição
withdraw-text = Já não conta e fica no histórico.
withdraw-reason-missing = Diga por que se retira
withdraw-go = Retirar
withdraw-done = A contribuição está retirada.
picker-search = Procurar por uma parte do nome
picker-choose =
    { $count-form ->
        [one] Escolher: { $count } encontrada
        [many] Escolher: { $count } encontradas
       *[other] Escolher: { $count } encontradas
    }

editions-title = Edições publicadas
editions-none = Ainda nada foi publicado.
editions-note = Uma edição nunca muda. O que estava errado é corrigido pela edição seguinte, que o diz.
edition-one = Edição
edition-named = Edição { $number }, em { $day }
edition-last = Última edição
edition-none = não publicado
edition-published = Publicada
edition-changes = O que mudou
edition-files = Ficheiros
edition-areas = áreas (CSV)
edition-money = dinheiro (CSV)
changed-people-inNeed = Com necessidades
changed-people-targeted = Visados
changed-people-reached = Alcançados
changed-money-requirement = Necessário
changed-money-funded = Recebido
changed-money-pledged = Prometido
publish-go = Publicar uma edição
publish-now = Publicar e avisar os seguidores
publish-busy = A publicar…
edition-done = A edição está publicada.
publish-text-first = A primeira edição torna público o apelo: uma página que todos podem ler, e os seus ficheiros.
publish-text-next = A edição { $number } ficará ao lado das anteriores, que ficam como estão. É também a maneira de corrigir algo.
publish-day = O dia de que falam os seus números
publish-day-hint = Conta o que foi aceite e registado até ao fim desse dia.
publish-day-wrong = Escolha hoje ou um dia anterior
publish-day-earlier = A última edição fala de { $day }: escolha esse dia ou um posterior
publish-note = O que mudou, para os seus leitores
publish-note-first = Uma palavra aos seus leitores, se quiser
publish-note-missing = Diga o que mudou desde a última edição
publish-mails =
    { $count-form ->
        [one] { $count } seguidor recebe um e-mail.
        [many] { $count } de seguidores recebem um e-mail.
       *[other] { $count } seguidores recebem um e-mail.
    }
publish-bounced =
    { $count-form ->
        [one] { $count } endereço não recebe nenhum: o seu servidor recusou-o de vez.
        [many] { $count } de endereços não recebem nenhum: os seus servidores recusaram-nos de vez.
       *[other] { $count } endereços não recebem nenhum: os seus servidores recusaram-nos de vez.
    }
publish-final = Uma edição publicada não se pode retirar.
publish-preview = O que vai mostrar
publish-people = Pessoas
publish-people-note = No último período aberto. A edição conta até ao seu próprio dia e oculta os números demasiado pequenos.
published-title = A edição { $number } está publicada
published-mails =
    { $count-form ->
        [one] Um e-mail a { $count } seguidor está a caminho. Se não chegar, tenta-se de novo durante dias.
        [many] E-mails a { $count } de seguidores estão a caminho. Os que não chegarem tentam-se de novo durante dias.
       *[other] E-mails a { $count } seguidores estão a caminho. Os que não chegarem tentam-se de novo durante dias.
    }
published-back = Voltar ao apelo
followers-title = Seguidores
followers-none = Ainda ninguém o segue.
followers-what = O que seguem
followers-confirmed = Confirmados
followers-pending = Perguntados, por confirmar
followers-undeliverable = E-mail recusado de vez
followers-note = Os endereços não se dizem a ninguém. Quem confirmou recebe um e-mail com cada edição e pode parar com um clique.
subject-OPERATION = Todos os apelos de
subject-APPEAL = Este apelo
follow-label = Receber um e-mail com cada edição
follow-hint = Primeiro vem uma pergunta: nada mais se envia até que o leitor diga que sim.
follow-go = Seguir
follow-asked = Uma pergunta está a caminho de { $address }.
steps-title = Encerrar ou arquivar
step-done = Feito.
step-CLOSED = Encerrar o apelo
step-REVISED = Reabrir o apelo
step-ARCHIVED = Arquivar o apelo
step-text-CLOSED = O que pede já não muda; ainda pode seguir uma última edição.
step-text-REVISED = O que pede pode voltar a mudar.
step-text-ARCHIVED = Fica guardado de vez, e nada mais muda.
step-sure-CLOSED = Encerrá-lo?
step-sure-REVISED = Reabri-lo?
step-sure-ARCHIVED = Arquivá-lo de vez?

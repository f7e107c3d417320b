# O cliente web: histórico. Rascunho, ainda não revisto por um falante nativo.

history-text = Aqui nada pode ser mudado nem apagado. Os filtros procuram no que está carregado; o botão do fim traz mudanças anteriores.
history-of-record = Histórico deste registo
history-filters = Filtros
history-clear = Limpar os filtros
history-kind = Tipo de registo
history-action = O que foi feito
history-who = Quem
history-from = Desde o dia
history-to = Até ao dia
history-events =
    { $count-form ->
        [one] { $count } mudança
        [many] { $count } mudanças
       *[other] { $count } mudanças
    }
history-reaches = { $all } carregadas, até { $moment }
history-when = Quando
history-what = O quê
history-open = Antes e depois
history-none = Nenhuma mudança carregada corresponde aos filtros.
history-older = Carregar mudanças anteriores
history-program = O próprio Darasa
history-person = Pessoa { $id }
history-request = Pedido
history-moved = Houve mais mudanças entretanto. Carregue de novo esta página.
history-nothing = Nenhum campo difere.
history-fields =
    { $count-form ->
        [one] { $count } campo difere
        [many] { $count } campos diferem
       *[other] { $count } campos diferem
    }
history-field = Campo
history-before = Antes
history-after = Depois
history-entered = Introduzido
history-action-create = criado
history-action-update = alterado
history-action-remove = removido
history-action-save = guardado
history-action-submit = submetido
history-action-accept = aceite
history-action-return = devolvido
history-action-reopen = reaberto
history-action-publish = publicado
history-action-comment = comentado
history-action-revise = revisto
history-action-rate = avaliado
history-action-record = registado
history-action-announce = anunciado
history-action-invite = convidado
history-action-grant = concedido
history-action-revoke = retirado
history-action-merge = fundido
history-action-retire = retirado de uso
history-action-import = importado
history-action-transition = deu um passo
history-action-end = terminado
history-action-set-targets = metas definidas
history-action-set-costs = custos definidos
history-action-import-places = áreas importadas
history-action-withdraw = retirado
history-action-move = deu um passo
history-entity-Report = Relatório
history-entity-ResponsePlan = Plano de resposta
history-entity-Activity = Atividade
history-entity-Indicator = Indicador
history-entity-Objective = Objetivo
history-entity-Operation = Operação
history-entity-Cluster = Cluster
history-entity-Organisation = Organização
history-entity-Contact = Contacto
history-entity-Membership = Participação
history-entity-Grant = Função
history-entity-Invitation = Convite
history-entity-User = Conta
history-entity-AdminArea = Área
history-entity-NeedsRound = Ronda de necessidades
history-entity-Assessment = Avaliação
history-entity-Checklist = Lista de verificação
history-entity-Evidence = Prova
history-entity-ImprovementAction = Ação de melhoria
history-entity-Appeal = Apelo
history-entity-AppealRevision = Necessidades de um apelo
history-entity-Edition = Edição
history-entity-Flow = Contribuição
history-entity-Project = Projeto
history-entity-ReportingPeriod = Mês de relatório
history-entity-PeriodPublication = Mês publicado
history-entity-ShareLink = Ligação partilhada
history-entity-ApiToken = Token
history-entity-Emergency = Emergência
history-entity-Site = Local

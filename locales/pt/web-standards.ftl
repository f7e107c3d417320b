# O cliente web: normas mínimas. Rascunho que nenhum falante nativo leu ainda.

standards-finding = { $part } de { $whole } normas mínimas não são cumpridas
standards-none = Ainda não há nenhuma lista de verificação
standards-none-text = Quando uma lista de verificação for terminada, aparece aqui.
standards-none-keep = Comece uma: escolha o que se examina e diga de cada norma como foi encontrada.
standards-overview = Visão geral
standards-checklists = Listas de verificação
standards-actions = Ações de melhoria
standards-editions = Edições e textos
standards-country = Adaptadas ao país
standards-worst = Primeiro as não cumpridas
standards-show = Mostrar
standards-none-so = Nenhuma norma está assim.
standards-shown = { $part } de { $whole } mostradas.
standard-one = Norma
rating-one = Avaliação
rating-MET = Cumprida
rating-PARTIAL = Em parte
rating-NOT_MET = Não cumprida
rating-NOT_APPLICABLE = Não aplicável
rating-NOT_ASSESSED = Por avaliar
rating-reason = Por que não é aplicável
rating-reason-hint = Diga porquê: até lá esta avaliação fica neste aparelho
rating-reason-missing = Norma { $number }: diga por que não é aplicável
rating-note = O que se viu
score-one = Pontuação
score-mean = Pontuação, média das normas
score-strict = Estritamente cumpridas
score-strict-note = conta só «cumprida», em parte como nada
score-complete = Avaliadas
score-before = ronda { $round }: { $score }
score-picture = Partes das avaliações
score-rule = Cumprida conta 1, em parte metade, não cumprida 0; não aplicável exige um motivo e sai da soma
score-cuts = Mostra-se não cumprida abaixo de { $low }, cumprida desde { $high }
score-words-score = As cumpridas e metade das cumpridas em parte, do que foi avaliado e se aplica. De um domínio e do todo é a média das suas normas.
score-words-strict = Só o cumprido, do que foi avaliado e se aplica.
score-words-completeness = O que foi avaliado, de tudo o que se aplica.
score-null = Um traço significa que nada do que se aplica foi avaliado, o que não é zero.
domains-title = Por domínio
domain-one = Domínio
items-title = Avaliações
items-counted = { $met } cumpridas, { $partial } em parte, { $notMet } não, { $open } abertas
items-each = Cada norma
rounds-title = Rondas
nth-one = Ronda
nth-named = ronda { $round }, { $day }
nth-stood = Ronda { $round }: { $rating }
change-same = igual

checklist-new = Nova lista de verificação
checklist-open = Abrir a lista de verificação
checklist-what = O que se examina
checklist-subject = Examinado
checklist-search = Procurar organizações por uma parte do nome
checklist-subject-missing = Escolha o que se examina
checklist-none-found = Não há nenhum para escolher.
checklist-cluster-missing = Escolha o cluster em que se faz
checklist-edition-missing = Escolha uma edição
checklist-day = O dia de que fala
checklist-day-wrong = Escolha hoje ou um dia anterior
checklist-note = O que se diz do conjunto
checklist-begin = Começar a lista
checklist-begun = A lista de verificação está começada.
checklist-kept = Guardado.
checklist-finished = A lista de verificação está terminada.
checklist-DRAFT = Em curso
checklist-SUBMITTED = Terminada
looked-at-OPERATION = Operação
looked-at-CLUSTER = Cluster
looked-at-ORGANISATION = Organização
looked-at-SITE = Escola ou local
looked-at-APPEAL = Apelo
edition-of = Edição
drafts-title = Em curso
drafts-assessed = { $share } avaliado
drafts-go = Continuar
fill-text = Cada avaliação guarda-se logo, também sem rede. Com as setas escolhe-se, com a tecla de tabulação avança-se.
fill-about = Dia e nota
fill-outdated = Desde então leram-se textos: estas avaliações já não contam: { $codes }
fill-rated = { $part } de { $whole } avaliadas
fill-next = Próxima aberta
fill-finish = Terminar
fill-sure = Terminá-la? Depois as avaliações já não mudam.
fill-sure-open =
    { $count-form ->
        [one] Terminá-la com { $count } por avaliar? Depois as avaliações já não mudam.
        [many] Terminá-la com { $count } por avaliar? Depois as avaliações já não mudam.
       *[other] Terminá-la com { $count } por avaliar? Depois as avaliações já não mudam.
    }
sending-saved = tudo guardado
sending-waiting = a guardar
sending-sending = a guardar
sending-device = guardado neste aparelho
sending-refused = não guardado
dispute-text = Outra pessoa diz «{ $theirs }», você diz «{ $mine }».
dispute-mine = Manter o meu
dispute-theirs = Tomar o outro
left-text = Foi terminada entretanto. O que disse por último não foi tomado:
left-forget = Esquecê-lo

evidence-title = Provas
evidence-count = Provas: { $number }
evidence-none = sem provas
evidence-enough = nenhuma avaliação sem elas
evidence-lacking =
    { $count-form ->
        [one] { $count } avaliação diz que algo está feito e não tem nenhuma
        [many] { $count } de avaliações dizem que algo está feito e não têm nenhuma
       *[other] { $count } avaliações dizem que algo está feito e não têm nenhuma
    }
evidence-hidden = As provas são para quem coordena e para a própria organização.
evidence-add = Acrescentar uma prova
evidence-kind = O que é
evidence-OBSERVATION = Visto
evidence-INTERVIEW = Contado
evidence-DOCUMENT = Documento
evidence-PHOTO = Foto
evidence-DATASET_LINK = Conjunto de dados
evidence-note = O que mostra
evidence-privacy = Sem nomes de pessoas, sem rostos de crianças.
evidence-note-missing = Diga o que foi visto ou contado
evidence-url = Endereço, se está noutro lugar
evidence-or-file = Ou um ficheiro
evidence-where-missing = Escreva um endereço ou escolha um ficheiro
evidence-on = Recolhida em
evidence-by = Recolhida por
evidence-by-hint = Uma função ou uma organização, nunca o nome de uma pessoa.
evidence-by-missing = Diga que função ou organização a recolheu
evidence-save = Acrescentar a prova
evidence-added = A prova está acrescentada.
evidence-remove = Retirar
evidence-sure = Retirá-la de vez?
evidence-removed = A prova está retirada.
evidence-file = Abrir o ficheiro

action-one = Ação
actions-title = Ações
actions-count = Ações: { $number }
actions-none = Nenhuma ação está assim
actions-none-text = As ações acrescentam-se a uma norma numa lista de verificação.
actions-show-open = Por fazer
actions-show-late = Atrasadas
actions-show-done = Feitas ou abandonadas
actions-show-all = Todas
action-none = Acrescentar uma ação
action-add = Acrescentar uma ação
action-edit = Alterar a ação
action-gap = O que falta
action-gap-missing = Diga o que falta
action-what = O que há a fazer
action-what-missing = Diga o que há a fazer
action-priority = Urgência
priority-HIGH = Primeiro
priority-MEDIUM = Depois
priority-LOW = Quando houver tempo
action-owner = Quem responde
action-owner-missing = Escolha quem responde
action-myself = Respondo eu
action-due = Último dia
action-due-missing = Escreva o último dia
action-due-on = até { $day }
action-late = atrasada
action-status = Estado
action-save = Guardar a ação
action-saved = A ação está guardada.
progress-OPEN = Por começar
progress-IN_PROGRESS = Em andamento
progress-DONE = Feita
progress-CANCELLED = Abandonada

compare-title = Rondas comparadas
compare-with = Comparar com a ronda { $round }
compare-take = Comparar
compare-two = Escolha duas rondas terminadas do mesmo
compare-go = Comparar as duas rondas
compare-across = As rondas seguem edições diferentes, { $before } e { $after }. As normas são emparelhadas pela tabela de correspondência.
compare-change = Mudança
compare-change-how = A pontuação da ronda posterior menos a da anterior, em pontos percentuais, sobre as normas comparáveis em ambas.
compare-over =
    { $count-form ->
        [one] pontos percentuais, sobre { $count } norma comparável
        [many] pontos percentuais, sobre { $count } de normas comparáveis
       *[other] pontos percentuais, sobre { $count } normas comparáveis
    }
compare-each = Norma a norma
compare-otherwise = avaliaram-se outras coisas
compare-points = As mudanças estão em pontos percentuais
incomparable-NO_COUNTERPART = sem equivalente
incomparable-SEVERAL_COUNTERPARTS = vários equivalentes
incomparable-NO_SCORE_BEFORE = sem pontuação antes
incomparable-NO_SCORE_AFTER = sem pontuação depois

framework-published = Publicada
framework-standards = Normas
framework-texts = Textos de ações-chave
framework-note = Os textos das ações-chave são de quem os publicou. Quem os pode usar fá-los ler por um administrador; até lá avalia-se a própria norma.
framework-unverified = A redação ou o domínio está ainda por comparar com a edição.
framework-counterparts = Noutras edições:
framework-no-texts = Não se leram textos: avalia-se a própria norma.
texts-title = Ler os textos de ações-chave
texts-text = Uma tabela com as colunas Standard (o seu código), Key action (o seu número) e Text, uma língua de cada vez. Só se tem o direito de os usar.
texts-file = Ficheiro
texts-missing = Escolha um ficheiro
texts-take = Ler o ficheiro
texts-taken = Tomado: { $added } novos, { $changed } alterados, { $unchanged } inalterados, { $left } deixados como estavam
texts-refused = Nada foi tomado

context-text = O que significa cada norma neste país: elaborado em conjunto, passo a passo, e adotado.
context-none = Ainda nada foi começado
context-new = Começar para uma edição
context-begin = Começar
context-begun = Está começado.
context-step = Passo
context-items = Significados
context-adopted = Adotado em
context-adopted-hint = Não depois de { $day }. Só se adota o que foi reunido num documento.
context-state = Em que ponto está
context-url = Endereço do documento
context-file = Ou o próprio documento
context-save = Guardar
context-saved = Guardado.
context-download = Abrir o documento
context-meanings = O que significa aqui
meaning-text = O que significa aqui
meaning-missing = Escreva o que significa aqui
meaning-threshold = Mede-se por
meaning-threshold-hint = Como 40 alunos por professor
meaning-add = Dizer o que significa aqui
meaning-edit = Alterar
phase-MAPPING = Quem dá educação
phase-ORIENTATION = Oficinas
phase-WORKING_GROUP = Grupo de trabalho
phase-FACILITATION = Facilitação
phase-DEFINITION = Definição
phase-SYNTHESIS = Um documento
phase-PRESENTATION = Apresentação

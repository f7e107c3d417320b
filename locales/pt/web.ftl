# O cliente web de coordenadores e parceiros. Rascunho: ainda não lido por um falante nativo.

skip = Ir para o conteúdo
navigation = Principal
menu = Menu
language = Língua
loading = A carregar
close = Fechar
more = Mais
try-again = Tentar de novo
nil = Nada a relatar
translation-draft = Esta tradução é um rascunho: nenhum falante nativo a leu ainda.
update-text = Há uma versão nova de Darasa.
update-button = Recarregar com a versão nova
update-unkept = Este dispositivo não tem espaço para o que inseriu. Envie ou descarregue uma cópia e depois carregue a versão nova.
unsent-nag = Algo que só este dispositivo tem está aqui por enviar desde { $moment }. Envie ou descarregue uma cópia: um navegador pode esquecer.
copy-from = Sem ligação. Vê uma cópia de { $moment }.
not-found-title = Não há nada neste endereço
not-found-back = Voltar a este mês
screen-offline-title = Este ecrã ainda não está neste dispositivo
screen-offline-text = Ligue-se uma vez; depois abre sem rede.
error-offline = Não se alcança o servidor. O que escreveu fica guardado neste dispositivo.
error-not-found = Não existe, ou não está aberto para si
error-failed = Não funcionou
error-request = Diga-nos este número:
errors-title =
    { $count-form ->
        [one] { $count } coisa a corrigir
        [many] { $count } de coisas a corrigir
       *[other] { $count } coisas a corrigir
    }
no-plan-title = Ainda não há plano de resposta
no-plan-text = Quando os coordenadores da sua operação começarem um plano, aparece aqui.

nav-home = Este mês
nav-review = Revisão
nav-reports = Relatórios
nav-import = Importar
nav-periods = Períodos de relato
nav-projects = Projetos
nav-unsent = Neste dispositivo
nav-situation = Situação
nav-tables = Tabelas
nav-published = Meses publicados
nav-needs = Necessidades
nav-assessments = Avaliações
nav-plan = Plano de resposta
nav-appeals = Apelos
nav-standards = Normas mínimas
nav-search = Procurar
nav-settings = Definições
nav-help = Ajuda
nav-tour = Visita guiada
nav-history = Histórico
nav-setup = Configuração
nav-places = Áreas
nav-members = Pessoas e funções
nav-partners = Parceiros

sync-online = Em linha
sync-offline = Sem ligação
sync-sending = A enviar
sync-waiting =
    { $count-form ->
        [one] { $count } relatório espera neste dispositivo
        [many] { $count } de relatórios esperam neste dispositivo
       *[other] { $count } relatórios esperam neste dispositivo
    }
sync-attention =
    { $count-form ->
        [one] { $count } relatório precisa de si
        [many] { $count } de relatórios precisam de si
       *[other] { $count } relatórios precisam de si
    }
sync-last = último envio { $moment }
sync-received = { $title } foi recebido, versão { $version }.

sign-in-title = Iniciar sessão
sign-in-email = Correio eletrónico
sign-in-password = Palavra-passe
sign-in-button = Entrar
sign-in-forgotten = Esqueceu a palavra-passe?
sign-in-email-missing = Escreva o seu correio, por exemplo nome@exemplo.org
sign-in-password-missing = Escreva a sua palavra-passe
sign-in-wrong = O correio ou a palavra-passe não estão certos
sign-in-too-often = Demasiadas tentativas. Espere um quarto de hora ou peça uma palavra-passe nova.
sign-in-lapsed-title = Inicie sessão de novo
sign-in-lapsed-text = A sua sessão terminou. Nada se perdeu: o que escreveu fica neste dispositivo e é enviado logo que entrar.

home-period = relatórios de { $month }
home-due =
    { $count-form ->
        [one] vence em { $count } dia
        [many] vence em { $count } de dias
       *[other] vence em { $count } dias
    }
home-overdue =
    { $count-form ->
        [one] venceu há { $count } dia
        [many] venceu há { $count } de dias
       *[other] venceu há { $count } dias
    }
home-now = Precisa de si agora
home-attention =
    { $count-form ->
        [one] { $count } relatório não pôde ser enviado como está
        [many] { $count } de relatórios não puderam ser enviados como estão
       *[other] { $count } relatórios não puderam ser enviados como estão
    }
home-attention-text = Nada se perdeu. Veja o que impede e decida.
home-look = Ver
home-open = Abrir
home-begin = Começar
home-returned = O relatório de { $month } foi devolvido
home-draft = O relatório de { $month } está começado
home-report-due = Falta o relatório de { $month }
home-report-by = Vence a { $day }
home-review =
    { $count-form ->
        [one] { $count } relatório espera a sua revisão
        [many] { $count } de relatórios esperam a sua revisão
       *[other] { $count } relatórios esperam a sua revisão
    }
home-review-text = Só contam os relatórios aceites.
home-review-button = Rever
home-device-drafts =
    { $count-form ->
        [one] { $count } rascunho neste dispositivo
        [many] { $count } de rascunhos neste dispositivo
       *[other] { $count } rascunhos neste dispositivo
    }
home-device-drafts-text = Mais ninguém o tem até que o envie.
home-nothing = Nada espera por si
home-nothing-text = Está em dia.
home-figures = Números principais
home-of-target = de { $target } previstas

figure-need = Em necessidade
figure-target = Previstas
figure-reached = Alcançadas
figure-submitted = Enviadas, ainda não aceites
figure-submitted-note = em nenhum número público
figure-partners = Parceiros que relatam
figure-completeness = Relatórios aceites
figure-of = { $part } de { $whole }
figure-open = { $name }: { $value }. Como se faz este número
figure-title = { $name }: como se faz este número
figure-as-of = À data de
figure-never = nada aceite ainda
figure-source = Fonte
figure-method = Método
figure-words = Em palavras
figure-method-reach = Em cada lugar e para cada grupo de crianças toma-se a maior contagem de todas as atividades e meses; somam-se lugares e grupos diferentes. Uma criança que teve um livro e uma aula conta uma vez.
figure-method-other = A fonte acima diz de que se faz. Só contam os relatórios aceites e o plano publicado.
figure-null = Um traço significa que ninguém o disse. Zero significa zero.
rows-title = Linhas por trás do número
rows-none = Não há linhas aceites que possa ver.
rows-note = As pessoas contam-se por linha, novas e já contadas juntas. As linhas não somam as pessoas alcançadas.
rows-first = Estas são as primeiras 100 linhas.
rows-activity = Atividade
rows-place = Lugar
rows-partner = Parceiro
rows-period = Período
rows-people = Pessoas

situation-areas = Por zona
situation-area = Zona
situation-accepted = Só relatórios aceites

plan-activity = Atividade

reports-status = Estado
reports-period = Mês
reports-partner = Parceiro
reports-cluster = Cluster
reports-any = Todos

report-is-nil = O parceiro não tem nada a relatar deste mês.
report-group = Grupo
report-repeatPeople = Já contadas
report-no-number = { $what }: «{ $text }» não é um número. Escreva só algarismos.

review-look = Veja isto primeiro
review-row = Linha { $row }

receipt-what = Relatório
field-newPeople = novas
field-repeatPeople = já contadas
field-value = valor
field-denominator = denominador
field-status = estado
field-nil = nada a relatar
field-units = unidades
field-amount = montante
field-currency = moeda
field-remarks = observações
field-projectId = projeto
field-row = linha

settings-name = Nome
token-days = Válida por quantos dias (1 a 366)
token-days-wrong = Ponha um número inteiro de 1 a 366
token-ends = Termina
token-revoke = Retirar
token-revoked = retirada

not-now = Agora não
error-offline-act = Não é possível contactar o servidor. Nada foi alterado; tente de novo quando houver ligação.
error-changed = Alguém alterou isto entretanto. Vê-o como está agora; verifique de novo.
review-rows = Linhas
review-talk = Sobre todo o relatório
talk-missing = Escreva o que quer dizer
talk-said = O seu comentário foi enviado.
talk-resolved = O comentário está resolvido.
talk-reopened = O comentário está aberto de novo.
talk-answer = Responder
talk-settled = Resolvido
talk-settle = Resolver
talk-reopen = Reabrir
talk-new = Um novo comentário, que o parceiro lerá
talk-about = Sobre
talk-row = toda a linha
talk-say = Enviar o comentário

import-what = O quê

yes = Sim
no = Não

issue-where = Onde
issue-kind = Tipo
issue-reason = O que está errado
issue-mend = Como corrigir
issue-ERROR = Erro
issue-WARNING = Rever
issue-more =
    { $count-form ->
        [one] Não se mostra mais { $count }.
        [many] Não se mostram mais { $count }.
       *[other] Não se mostram mais { $count }.
    }
list-shown = Mostrados: { $number }
list-all = Todos são mostrados: { $number }

role-SYSTEM_ADMIN = Administrador
role-COORDINATOR = Coordenador
role-CO_COORDINATOR = Cocoordenador
role-SUBNATIONAL_COORDINATOR = Coordenador subnacional
role-IMO = Responsável pela gestão da informação
role-PARTNER_FOCAL_POINT = Ponto focal do parceiro
role-PARTNER_EDITOR = Redator do parceiro
role-GOVERNMENT = Representante do governo
role-DONOR = Doador
role-VIEWER = Leitor
no-plan-begin = Continuar os primeiros passos
pages-of = Páginas: { $name }
pages-before = Página anterior
pages-next = Página seguinte
pages-here = Página { $number }
area-lists-failed = Não foi possível ler as zonas.
area-part-of = Parte de { $area }
area-whole = toda
live-changed = Outra pessoa alterou isto em { $moment }.
live-kept = O que introduziu fica guardado.
live-show = Mostrar
progress-upload = A enviar o ficheiro
progress-download = A receber o ficheiro
progress-read = O servidor lê o ficheiro
progress-check = O servidor verifica a folha
progress-compare = O servidor compara-o com o que existe
progress-take = O servidor integra o ficheiro
progress-of = { $done } de { $total }
progress-stop = Cancelar
progress-stopped = Cancelado. Nada foi alterado.
progress-seconds =
    { $count-form ->
        [one] { $count } segundo
        [many] { $count } de segundos
       *[other] { $count } segundos
    }
typed-restored = O que escreveu aqui em { $moment } ainda não está guardado. Está aqui de novo.
typed-clash = Entretanto, outras pessoas mudaram parte do mesmo: aqui está o que escreveu.
typed-discard = Descartar o que escrevi
typed-discard-sure = Descartar o que escreveu e não guardou?
typed-discarded = O que foi escrito foi descartado.
unit-CHILDREN = crianças
unit-PEOPLE = pessoas
unit-TEACHERS = professores
unit-LEARNING_SPACES = espaços temporários de aprendizagem
unit-CLASSROOMS = salas de aula
unit-LATRINES = latrinas
unit-KITS = kits
unit-SCHOOLS = escolas
unit-OTHER = unidades
explain-counted = O que contou
explain-first = Estas são as primeiras 50 linhas.
input-PLACES = Lugares que contam
input-REACHED = Alcançadas
input-TARGET = Previstas
input-IN_NEED = Com necessidade
input-PLAN_VERSION = Versão do plano
input-NUMERATOR = Parte
input-DENOMINATOR = Todo
input-IN_NEED_PHASE_3 = Com necessidade, fase 3
input-IN_NEED_PHASE_4 = Com necessidade, fase 4
input-IN_NEED_PHASE_5 = Com necessidade, fase 5
input-LEFT_PHASE_3 = Resta da fase 3
input-LEFT_PHASE_4 = Resta da fase 4
input-LEFT_PHASE_5 = Resta da fase 5

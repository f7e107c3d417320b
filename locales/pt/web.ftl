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
nav-reports = Relatórios
nav-unsent = Neste dispositivo
nav-situation = Situação
nav-plan = Plano de resposta
nav-search = Procurar
nav-settings = Definições
nav-help = Ajuda

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
sign-out = Terminar sessão
sign-out-wipe = Retirar também deste dispositivo o meu trabalho por enviar
sign-out-sure =
    { $count-form ->
        [one] { $count } trabalho não foi enviado e fica neste dispositivo. Terminar sessão?
        [many] { $count } de trabalhos não foram enviados e ficam neste dispositivo. Terminar sessão?
       *[other] { $count } trabalhos não foram enviados e ficam neste dispositivo. Terminar sessão?
    }
sign-out-wipe-sure =
    { $count-form ->
        [one] { $count } trabalho por enviar perde-se de vez. Terminar sessão?
        [many] { $count } de trabalhos por enviar perdem-se de vez. Terminar sessão?
       *[other] { $count } trabalhos por enviar perdem-se de vez. Terminar sessão?
    }
forgotten-title = Pedir uma palavra-passe nova
forgotten-button = Enviem-me uma ligação
forgotten-done = Se o endereço tem conta, uma mensagem com uma ligação está a caminho.
invitation-title = Bem-vindo: escolha uma palavra-passe
reset-title = Escolha uma palavra-passe nova
password-new = Palavra-passe nova
password-rule = Pelo menos 10 caracteres. Servem algumas palavras que só você junta.
password-refused = Esta palavra-passe não pode ser usada. Escolha outra.
password-dead = Esta ligação já não vale. Peça uma nova.
password-button = Definir a palavra-passe
password-done = A sua palavra-passe está definida. Já pode entrar.

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

figure-reached = Alcançadas
figure-submitted = Enviadas, ainda não aceites
figure-submitted-note = em nenhum número público
figure-partners = Parceiros que relatam
figure-completeness = Relatórios aceites
figure-need = Em necessidade
figure-target = Previstas
figure-gap = Por alcançar
figure-progress = Parte da meta
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
situation-picture = Imagem
situation-missing = Falta
situation-unreported = Sem relatório
situation-of-target = da meta
situation-up-to = Até { $day }
situation-plan-version = Versão { $version } do plano
situation-accepted = Só relatórios aceites

plan-activity = Atividade
plan-indicator = Indicador
plan-value = Até agora
plan-target = Unidades previstas
plan-no-objective = Sem objetivo
plan-no-indicator = Ainda sem indicador
plan-empty = O plano ainda não tem atividades
plan-versions = Versões publicadas
plan-version = Versão { $number }, { $day }
plan-never-published = Nunca foi publicado.

status-DRAFT = Rascunho
status-SUBMITTED = Enviado
status-RETURNED = Devolvido
status-ACCEPTED = Aceite
reports-status = Estado
reports-period = Mês
reports-partner = Parceiro
reports-cluster = Cluster
reports-changed = Última mudança
reports-any = Todos
reports-none = Nenhum relatório corresponde
reports-none-text = Escolha outro mês ou estado.

report-title = Relatório de { $month }
report-version = versão { $version }, { $moment }
report-note = A corrigir:
report-draft-here = Continua o rascunho deste dispositivo.
report-forward =
    { $count-form ->
        [one] Copiou-se { $count } linha do seu último relatório, sem os números.
        [many] Copiaram-se { $count } de linhas do seu último relatório, sem os números.
       *[other] Copiaram-se { $count } linhas do seu último relatório, sem os números.
    }
report-forward-text = Nada é enviado até que o envie; cada mudança fica neste dispositivo.
report-nil = Não há nada a relatar este mês
report-is-nil = O parceiro não tem nada a relatar deste mês.
report-rows = O que fez, onde, para quem
report-add-row = Juntar uma linha
report-row-nil = Nada a relatar aqui
report-group = Grupo
report-newPeople = Novas
report-repeatPeople = Já contadas
report-value = Valor
report-was = antes: { $value }
report-number-only = Um número inteiro
report-no-number = { $what }: «{ $text }» não é um número. Escreva só algarismos.
report-empty-row = { $what }: sem números. Vazio não é zero: ponha um número, 0 ou «nada a relatar».
report-no-rows = Junte uma linha, ou diga que não há nada a relatar.
report-entered =
    { $count-form ->
        [one] { $count } pessoa anotada
        [many] { $count } de pessoas anotadas
       *[other] { $count } pessoas anotadas
    }
report-kept = Guardado neste dispositivo.
report-keeping = A guardar neste dispositivo …
report-device-full = Neste dispositivo não há mais espaço. Descarregue já uma cópia.
report-download = Descarregar uma cópia
report-discard = Deitar fora
report-discard-sure = O rascunho deste dispositivo perde-se. Deitar fora?
report-save = Guardar como rascunho
report-send = Enviar o relatório
report-queued = Guardado neste dispositivo. É enviado logo que haja ligação.
report-queued-draft = Guardado neste dispositivo. O rascunho vai para o servidor logo que haja ligação.
modality-IN_KIND = Em espécie
modality-SERVICE = Serviço
modality-CASH = Dinheiro
modality-VOUCHER = Vales
add-row-indicator = Atividade e indicador
add-row-area = Zona
add-row-modality = Como foi entregue
add-row-indicator-missing = Escolha o que foi feito
add-row-area-missing = Escolha onde
add-row-taken = Esta atividade já está no relatório para esta zona

review-look = Veja isto primeiro
review-row = Linha { $row }
review-decide = A sua decisão
review-note = O que o parceiro deve corrigir
review-note-missing = Diga o que o parceiro deve corrigir
review-accept = Aceitar
review-return = Devolver com esta nota
review-accepted = O relatório está aceite.
review-returned = O relatório foi devolvido ao parceiro.
review-conflict = Alguém mudou este relatório entretanto. Carregue-o de novo e volte a ver.

unsent-send-now = Enviar agora
unsent-export = Descarregar o meu trabalho por enviar
unsent-waiting = Por enviar
unsent-none = Nada espera.
unsent-drafts = Rascunhos neste dispositivo
unsent-draft-saved = guardado { $moment }
unsent-edit = Corrigir
unsent-receipts = Recibos
receipts-none = Ainda nada foi enviado deste dispositivo.
receipt-what = Relatório
receipt-version = Versão
receipt-at = Recebido
parcel-waiting = À espera
parcel-sending = A enviar
parcel-attention = Precisa de si
conflict-text = Outra pessoa mudou este relatório a { $moment }. O que não choca já está unido. Escolha o que vale:
conflict-mine = Meu: { $value }
conflict-theirs = Deles: { $value }
conflict-settle = Enviar com estas escolhas
invalid-text = O servidor não o pode tomar assim:
locked-text = O relatório está fechado. O que escreveu fica aqui como correção proposta.
refused-text = O servidor recusou-o.
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
field-row = linha

settings-me = Você
settings-name = Nome
settings-roles = Funções
settings-unsent =
    { $count-form ->
        [one] { $count } trabalho deste dispositivo não foi enviado.
        [many] { $count } de trabalhos deste dispositivo não foram enviados.
       *[other] { $count } trabalhos deste dispositivo não foram enviados.
    }
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
tokens-title = Chaves para programas
tokens-text = Um programa seu usa uma chave em vez da sua palavra-passe. Não pode mais do que você.
tokens-none = Não tem chaves.
token-name = Para que é
token-name-missing = Diga para que é a chave
token-days = Válida por quantos dias (1 a 366)
token-days-wrong = Ponha um número inteiro de 1 a 366
token-read-only = Só pode ler
token-create = Fazer uma chave
token-made = A chave está feita.
token-secret = Copie já este segredo: é mostrado uma vez.
token-prefix = Começa por
token-ends = Termina
token-used = Último uso
token-revoke = Retirar
token-revoke-sure = O programa que usa esta chave fica de fora. Retirá-la?
token-revoked = retirada

search-label = O que procura?
search-hint = O nome de um parceiro ou de uma atividade; os acentos não importam
search-none = Nada foi encontrado
search-none-text = Tente uma palavra mais curta.
search-partners = Parceiros
search-activities = Atividades

help-title-month = O mês
help-text-month = Abre-se um período, os parceiros relatam o que fizeram, onde e para quem, e o cluster aceita cada relatório ou devolve-o com uma nota. Só contam os relatórios aceites.
help-title-offline = Sem rede
help-text-offline = Cada mudança fica neste dispositivo num segundo. O que envia espera aqui uma ligação, é enviado uma vez por mais que se tente, e acaba com um recibo. «Neste dispositivo» mostra tudo.
help-title-conflict = Quando duas pessoas mudam o mesmo relatório
help-text-conflict = As mudanças que não chocam são unidas. Onde ambos mudaram a mesma célula vê os dois valores e escolhe. Nada se sobrescreve em silêncio.
help-title-null = Vazio, zero, nada a relatar
help-text-null = Vazio significa que ninguém o disse. Zero é um número. «Nada a relatar» diz que ali não se fez nada este mês.
help-title-figures = De onde vem um número
help-text-figures = Cada número sublinhado abre-se: o seu método, a data, a fonte e as linhas por trás, tanto quanto as possa ver.
help-title-keys = Com o teclado
help-text-keys = Tab avança, Shift e Tab recua, Enter abre, Escape fecha. O primeiro Tab de cada ecrã oferece ir para o conteúdo.

## Review

nav-review = Revisão
not-now = Agora não
error-offline-act = Não é possível contactar o servidor. Nada foi alterado; tente de novo quando houver ligação.
error-changed = Alguém alterou isto entretanto. Vê-o como está agora; verifique de novo.
review-title = Revisão: { $waiting } em espera
review-keys = Primeiro os de maior risco
review-key-row = linha
review-key-accept = aceitar
review-key-return = devolver
review-key-comment = números e comentários
review-queue = Fila, primeiro os de maior risco
review-none = Não há relatórios a rever
review-none-text = Tudo o que foi enviado está decidido.
review-none-link = Ver os relatórios aceites
review-flags = Avisos: { $flags }
review-no-flags = sem avisos
review-accept-calm = Aceitar os que não têm avisos: { $number }…
review-calm-title = Aceitar relatórios sem avisos: { $number }?
review-calm-text = Contam de imediato. Se algum mudou entretanto, nenhum é aceite.
review-many-changed = Nada foi aceite, porque isto mudou ou foi decidido entretanto: { $who }
review-sent = Enviado { $moment }
review-whole = O relatório completo
review-services = Serviços contados
review-services-before = { $month }: { $value }
review-first-report = nenhum relatório anterior
review-rows = Linhas
review-rows-nil = nada a reportar em { $number }
review-settle = Avisos a resolver
review-more-risks = E mais do mesmo tipo: { $number }
review-since = Alterado desde que foi aceite
review-since-none = Diz o mesmo que quando foi aceite.
since-ADDED = Linha nova
since-CHANGED = Alterada
since-REMOVED = Removida
review-only-flagged = só com avisos ou comentários
review-place = Lugar e atividade
review-before = Antes
review-now = Agora
review-change = Variação
review-new = nova
review-flag = Aviso
review-decision = Decisão
review-back = Devolver
review-figures = Números
review-commented = comentada
review-cleaned = Corrigido
review-first-rows = Estas são as primeiras 100 linhas; abra o relatório completo para as outras.
review-row-note = O que corrigir na linha { $row }
review-row-note-missing = Linha { $row }: diga o que o parceiro deve corrigir
review-note-all = Uma nota ao parceiro sobre todo o relatório
review-count = Bem: { $accept } · a devolver: { $back }
review-count-text = Só as linhas devolvidas poderão ser alteradas.
review-return-rows = Devolver estas linhas: { $number }
review-talk = Sobre todo o relatório
review-talk-row = Comentários sobre esta linha
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
clean-partner = Dito pelo parceiro
clean-counts = O que conta
clean-stale = o parceiro mudou o número depois: verifique de novo
clean-restore = Retirar a correção
clean-restored = O número do parceiro conta de novo.
clean-begin = Corrigir números
clean-why = Porquê
clean-why-hint = O que o parceiro disse fica ao lado. Ele lerá isto.
clean-why-missing = Diga porque se corrige o número
clean-nothing = Altere primeiro um número
clean-save = Guardar as correções
clean-done = As correções contam agora.
risk-ABOVE_IN_NEED = Acima da necessidade
risk-WRONG_TOTAL = Total inferior às partes
risk-ABOVE_TARGET = Acima da meta
risk-JUMP = Salto
risk-DUPLICATE = Possível duplicado
risk-OVERLAP = Área e lugar dentro dela
risk-MISSING_SPLITS = Falta a desagregação
risk-text-ABOVE_IN_NEED = todos os parceiros juntos reportam { $figure } em { $where }, onde { $compared } têm necessidade.
risk-text-WRONG_TOTAL = o total é { $figure }, as partes somam { $compared }.
risk-text-ABOVE_TARGET = todos os parceiros juntos reportam { $figure } em { $where }; a meta é { $compared }.
risk-text-JUMP = { $compared } da vez anterior, { $figure } agora. Onde diz 0 foi escrito um zero.
risk-text-DUPLICATE = { $who } reporta a mesma atividade para as mesmas pessoas ali: { $figure } e { $compared }.
risk-text-OVERLAP = { $where } é reportado ao lado de um lugar dentro dele: pessoas contariam duas vezes.
risk-text-MISSING_SPLITS = apenas um total de { $figure }, onde o plano pede grupos.

## Import

nav-import = Importar
import-kicker = Nada é guardado antes de ver o que aconteceria a cada linha
import-way = O que traz
import-way-workbook = O livro de Darasa
import-way-own = Uma folha sua
import-in-file = dito no ficheiro
import-nobody = ninguém em particular
import-get = Obter o livro
import-get-text = Contém as suas atividades, lugares e últimos números, e preenche-se sem rede.
import-get-button = Descarregar o livro
import-bring = Trazê-lo de volta
import-bring-text = Ele próprio diz de quem é o relatório. Primeiro vê o que mudaria.
import-file = Ficheiro
import-replace = O ficheiro é o relatório completo: as linhas que faltam são removidas
import-reading = A ler o ficheiro
import-applied = As linhas estão no relatório
import-nothing-yet = Ainda nada foi guardado
import-new = Novas
import-changed = Alteradas
import-same = Como antes
import-removed = Removidas
import-refused = Recusadas
import-changes = O que mudaria
import-row = Linha
import-what = O quê
import-columns = Colunas
row-change-ADDED = Nova
row-change-CHANGED = Alterada
row-change-UNCHANGED = Como antes
row-change-REMOVED = Removida
import-ready = Prontas a importar: { $number }
import-checked = Descarregar o ficheiro com marcas
import-good-rows = aceitar as linhas boas embora outras estejam erradas
import-take = Importar as linhas
import-issues = O que corrigir
import-issues-more = E mais: { $number }
severity-ERROR = Recusado
severity-WARNING = Veja
import-batches = O que entrou
import-batches-none = Ainda nada foi importado.
import-when = Quando
import-program = um programa
import-undo = Anular
import-undo-sure = Os relatórios voltam a dizer o que diziam antes deste ficheiro. Anular?
import-undone = O ficheiro foi anulado.
import-is-undone = anulado
import-steps = Passos
import-step-file = Ficheiro
import-step-sheet = Folha e cabeçalhos
import-step-columns = Colunas
import-step-cells = Células
import-step-done = Importadas
import-own-text = Serve qualquer tabela com uma linha por cada coisa feita. As colunas são adivinhadas e diz o que significam. Nomes de crianças não devem constar.
import-sheet = Folha
import-sheet-rows = linhas: { $rows }, colunas conhecidas: { $known }
import-hidden = oculta
import-header-row = Linha dos cabeçalhos
import-profile-found = Lido como antes, com o perfil «{ $name }».
import-columns-known = Colunas lidas: { $known } de { $all }
import-check = Verificar todas as células
import-check-again = Verificar de novo
import-not-taken = Recusadas: { $refused } · esperam a sua escolha: { $choice }
import-rejected = Descarregar as linhas não aceites
import-save-as = Guardar esta correspondência como
import-your-column = A sua coluna
import-goes-to = Vai para
import-sample = Exemplo
import-how = Como
import-left-out = Não lida
import-chosen = Escolhido por si
found-HEADING = Pelo cabeçalho
found-TAG = Pela etiqueta HXL
found-SYNONYM = Por um sinónimo
found-WORDS = Adivinado pelas palavras
found-LIKENESS = Adivinado pelo nome
found-PROFILE = Pelo perfil
import-column-goes = { $name } vai para
import-whom = { $name }: quem conta
import-everyone = Todas as pessoas
import-numbers = { $name }: como se escrevem os números
import-numbers-clear = números claros
import-dates = { $name }: como se escrevem os dias
import-dates-clear = dias claros
import-dates-iso = ano, mês, dia
import-dates-day = dia primeiro
import-dates-month = mês primeiro
import-read = Linhas lidas: { $all }, prontas: { $ready }. Ainda nada foi guardado
verdict-OK = Bem
verdict-FIXED = Corrigido
verdict-NEEDS_CHOICE = Precisa da sua escolha
verdict-REFUSED = Recusado
verdict-note-OK = tal como estão
verdict-note-FIXED = espaços, grafias; cada uma é marcada
verdict-note-NEEDS_CHOICE = a mesma palavra responde-se uma vez
verdict-note-REFUSED = com o motivo ao lado
import-accounted = As outras linhas: já ditas { $same }, omitidas { $out }, títulos e cabeçalhos { $headings }, vazias { $empty }.
import-report-counts = novas { $added }, alteradas { $changed }, como antes { $same }
import-was = Corrigido: era «{ $text }»
import-notes = Notas
import-only-odd = só linhas com algo a ver
import-choices = O que significam estas palavras?
import-choices-text = Cada uma responde-se uma vez para todas as linhas
import-stands = Diz
import-means = Significa
import-means-what = «{ $text }» significa
import-choose = Escolha
import-leave-rows = Omitir estas linhas
sheet-field-ORGANISATION = Organização
sheet-field-PERIOD = Mês ou dia
sheet-field-YEAR = Ano
sheet-field-ACTIVITY = Atividade
sheet-field-INDICATOR = Indicador
sheet-field-ADM1 = Área, nível 1
sheet-field-ADM2 = Área, nível 2
sheet-field-ADM3 = Área, nível 3
sheet-field-AREA = Área por P-code
sheet-field-SITE = Local ou escola
sheet-field-POPULATION_GROUP = Grupo populacional
sheet-field-MODALITY = Modalidade
sheet-field-STATUS = Andamento
sheet-field-NIL = Nada foi feito
sheet-field-PEOPLE = Pessoas
sheet-field-WHOM = Quem a linha conta
sheet-field-COUNTED_BEFORE = Se já foram contadas
sheet-field-VALUE = Valor
sheet-field-DENOMINATOR = Denominador
sheet-field-UNITS = Unidades
sheet-field-AMOUNT = Dinheiro gasto
sheet-field-CURRENCY = Moeda
sheet-field-PROJECT = Projeto
sheet-field-REMARKS = Observações
sheet-field-SECTOR = Cluster ou setor

## Reports that came back

report-only-returned = Só pode alterar o que foi devolvido: { $number }. Pode acrescentar linhas.
report-row-closed = Esta linha está bem como está.

## Tables and published months

nav-tables = Tabelas
nav-published = Meses publicados
yes = Sim
no = Não
table-GAPS = Lacunas por área
table-PRESENCE = Quem faz o quê e onde
table-UNCOVERED = Áreas sem ninguém
table-COMPLETENESS = Relatórios por parceiro
table-COMPLETENESS_BY_AREA = Relatórios por área
table-QUALITY = Qualidade por mês
table-OVERLAPS = Sobreposições
table-OPERATIONAL_PRESENCE = Presença operacional (HAPI)
table-note-GAPS = Pessoas com necessidade, previstas e alcançadas, e o que falta. Onde a severidade é conhecida, o pior vem primeiro.
table-note-PRESENCE = Cada organização com as suas atividades e áreas.
table-note-UNCOVERED = Há pessoas com necessidade e ninguém está ativo.
table-note-COMPLETENESS = Que relatórios cada parceiro deve, quais foram aceites e quais chegaram a tempo.
table-note-COMPLETENESS_BY_AREA = Que relatórios os parceiros devem de cada área, quais foram aceites e quais chegaram a tempo.
table-note-QUALITY = Mês a mês: quem reportou, linhas duplicadas, lugares onde parceiros se sobrepõem.
table-note-OVERLAPS = Vários parceiros reportaram a mesma atividade e grupo no mesmo lugar e mês. Pessoas podem contar duas vezes.
table-note-OPERATIONAL_PRESENCE = A tabela da API humanitária; os seus ficheiros têm todas as colunas.
tables-level = Áreas
tables-level-1 = nível 1, as maiores
tables-level-2 = nível 2
tables-from = De
tables-to = Até
tables-first = o primeiro mês
tables-latest = o último mês
tables-download = Descarregar esta tabela:
form-csv = CSV
form-xlsx = Livro (XLSX)
form-json = JSON
form-geojson = Mapa (GeoJSON)
tables-records = Registos
tables-none = Ainda não há nada a dizer
tables-covered = Alguém está ativo em cada área com pessoas com necessidade
tables-none-text = Só contam os relatórios aceites e o plano publicado.
column-org_name = Parceiro
column-activity_name = Atividade
column-sector_name = Setor
column-places = Lugares
column-rows_ongoing = Linhas em curso
column-rows_completed = Linhas concluídas
column-reference_period_start = De
column-reference_period_end = Até
column-in_need = Com necessidade
column-targeted = Previstas
column-reached = Alcançadas
column-gap_to_target = Falta para a meta
column-gap_to_need = Com necessidade e não alcançadas
column-severity = Severidade
column-severity_weighted_gap = Lacuna ponderada pela severidade
column-rank = Ordem
column-partners_reporting = Parceiros a reportar
column-partners_expected = Parceiros esperados
column-partners_reporting_share = Parte dos parceiros a reportar
column-reports_expected = Relatórios esperados
column-reports_accepted = Aceites
column-reports_in_time = A tempo
column-completeness = Completude
column-timeliness = Pontualidade
column-period = Período
column-rows = Linhas
column-duplicate_rows = Linhas duplicadas
column-duplicate_rate = Parte de duplicados
column-places_served = Lugares servidos
column-places_overlapping = Lugares sobrepostos
column-overlap = Parte sobreposta
column-population_group = Grupo
column-organisations = Parceiros
column-org_names = Quem
map-title = Mapa: { $name }
map-label = Mapa de { $name } por área; os mesmos números estão na tabela abaixo
map-up-to = até { $value }
map-unknown = não se sabe
map-note = As fronteiras não implicam reconhecimento. A tabela abaixo tem os números exatos.
map-offline = O mapa precisa de ligação. A tabela abaixo tem os mesmos números.
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
publish-title = Publicar um mês
publish-text = Números e tabelas são congelados como estão e não mudam. O que for aceite depois espera pela próxima publicação e é listado.
publish-up-to = Até ao fim de
publish-button = Publicar
publish-sure = Congelar { $month } e publicar?
publish-sure-text = Uma publicação não se retira; uma correção é a seguinte.
publish-done = O mês está publicado.
publication = { $month }, publicação { $number }
publication-hash = Impressão digital (SHA-256)
publication-late = Mudou depois; espera pela próxima
publication-late-none = Nada mudou desde então.
publication-none = Ainda nada foi publicado
publication-none-text = Publique um mês quando os seus relatórios estiverem aceites.
late-ACCEPTED = Aceite depois
late-REOPENED = Reaberto
late-CHANGED = Alterado e aceite de novo
link-title = Ligações sem conta
link-text = Quem tiver a ligação vê o que foi publicado: os números de poucas pessoas são ocultados.
link-name = Para quem é
link-name-missing = Diga para quem é a ligação
link-partners = Nomear os parceiros. Não o faça onde isso ponha pessoas em risco.
link-partners-short = Nomeia parceiros
link-make = Criar uma ligação
link-made = A ligação está criada.
link-secret = Copie este endereço agora: é mostrado uma só vez.
link-revoke-sure = Quem usa esta ligação deixará de ver. Retirá-la?
link-none = Não há ligações.
calendar-title = Os seus prazos num calendário
calendar-text = Um programa de calendário lê este endereço sem palavra-passe. Um novo acaba com o anterior.
calendar-make = Criar um endereço
calendar-made = O calendário está criado.
calendar-end = Terminar o meu calendário
calendar-ended = O calendário está terminado.

## Needs: rounds, assessments

nav-needs = Necessidades
nav-assessments = Avaliações
needs-import = Importar uma tabela de necessidades
needs-none = Ainda não há números das necessidades
needs-none-text = Importe a tabela de uma avaliação: torna-se uma ronda que a coordenação publica.
needs-rounds = Rondas de necessidades
needs-round = Ronda
needs-round-named = Ronda { $number }: { $name }
needs-valid = Válida
needs-replaces = Substitui
needs-in-area = Partes de { $area }
needs-all-areas = Todas as zonas
needs-within = Ver por dentro
needs-no-areas = Aqui não se conhece nenhuma zona. Importe antes os limites.
needs-first-areas = Estas são as primeiras 100 zonas.
needs-groups = Por grupo
needs-no-figures = Esta ronda não diz nada desta zona. Não é zero.
needs-assessed = O que se perguntou aqui, o mais recente primeiro
needs-never-assessed = O registo não conhece nenhuma avaliação aqui.
needs-import-text = Entra a tabela inteira ou nada. Torna-se um rascunho com que ninguém conta até ser publicado.
needs-file = Tabela
needs-file-hint = Um livro ou CSV com códigos P e colunas como Population, In Need, Targeted
needs-file-missing = Escolha a tabela
needs-source-hint = Quem contou, como «Avaliação conjunta de março»
needs-source-missing = Diga quem contou
needs-method-missing = Diga com que método
needs-version = Versão do método
needs-version-missing = Diga que versão do método
needs-from = Válida desde
needs-to = Até
needs-dates-wrong = Indique o primeiro dia e um último dia posterior
needs-read = Ler a tabela
needs-reading = A ler …
needs-figures =
    { $count-form ->
        [one] Foi lido { $count } número
        [many] Foram lidos { $count } de números
       *[other] Foram lidos { $count } números
    }
needs-open-round = Abrir a ronda { $number }
needs-outcome-IMPORTED = A tabela entrou, como rascunho
needs-outcome-UNCHANGED = Esta tabela já cá estava; nada mudou
needs-outcome-REFUSED = Nada foi aceite: corrija primeiro isto
metric-POPULATION = População
metric-AFFECTED = Afetadas
metric-IN_NEED = Em necessidade
metric-TARGETED = Previstas
round-DRAFT = Rascunho
round-VALIDATED = Validada
round-PUBLISHED = Publicada
round-SUPERSEDED = Substituída
round-validate = Validar
round-publish = Publicar
round-step-text = Um rascunho é primeiro validado; depois a coordenação publica-o. Só contam os números publicados.
round-publish-sure = Todos contarão com estes números. Publicar a ronda?
round-is-published = A ronda está publicada.
round-is-validated = A ronda está validada.
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
assessment = Avaliação
assessment-plan = Planear uma avaliação
assessment-plan-text = Os outros veem-na a partir de agora, para que dois não perguntem às mesmas pessoas no mesmo mês.
assessment-save = Registar
assessment-is-planned = A avaliação está no registo.
assessment-is-withdrawn = A avaliação foi retirada.
assessment-withdraw = Retirar
assessment-why = Porque é retirada?
assessment-overlaps = As mesmas pessoas seriam inquiridas duas vezes
assessment-none = Não se conhece nenhuma avaliação
assessment-none-text = Registe também as previstas: assim se veem a tempo as sobreposições.
assessment-first = Estas são as últimas 40.
assessment-gaps = Onde ninguém perguntou
assessment-gaps-text = Zonas que nenhuma avaliação terminada desde { $day } cobre, tanto quanto pode saber. As previstas contam.
assessment-no-gaps = Todas as zonas estão cobertas.
assessment-partly = Em parte
assessment-not = Sem inquérito
assessment-ends = Até
assessment-sample = Pessoas inquiridas
assessment-trust = Fiabilidade, de 1 a 5
assessment-when = Quando
assessment-where = Onde
assessment-whom = A quem
assessment-lead = Conduzida por
assessment-kind = Tipo
assessment-way = Com outros
assessment-from = Primeiro dia
assessment-to = Último dia
assessment-name-missing = Dê-lhe um nome
assessment-from-missing = Indique o primeiro dia e um último dia que não seja anterior
assessment-areas-missing = Escolha pelo menos uma zona
assessment-groups-missing = Escolha a quem pergunta
assessment-lead-missing = Escolha quem a conduz
assessment-PLANNED = Prevista
assessment-ONGOING = Em curso
assessment-FINALISED = Terminada
assessment-WITHDRAWN = Retirada
assessment-INITIAL = Inicial
assessment-RAPID = Rápida
assessment-IN_DEPTH = Aprofundada
assessment-MONITORING = Acompanhamento
assessment-REGISTRATION = Registo
assessment-OTHER = Outro tipo
assessment-JOINT = Conjunta
assessment-HARMONISED = Harmonizada
assessment-UNCOORDINATED = Isolada
assessment-CONFIDENTIAL = Confidencial
group-ALL = Todas as pessoas
group-AFFECTED = Afetadas
group-NOT_AFFECTED = Não afetadas
group-NOT_DISPLACED = Não deslocadas
group-HOST = Comunidades de acolhimento
group-NOT_HOST = Sem acolher
group-DISPLACED = Deslocadas
group-IN_TRANSIT = Em trânsito
group-MIGRANTS = Migrantes
group-MIGRANTS_IN_TRANSIT = Migrantes em trânsito
group-MIGRANTS_PERMANENT = Migrantes permanentes
group-MIGRANTS_PENDULAR = Migrantes pendulares
group-IDPS = Deslocadas internas
group-ASYLUM_SEEKERS = Requerentes de asilo
group-REFUGEES = Refugiadas
group-RETURNEES = Retornadas
group-OTHERS_OF_CONCERN = Outras de interesse

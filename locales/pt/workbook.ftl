# The workbook of a partner's report: headings.
heading-activity = Atividade
heading-indicator = Indicador
heading-modality = Modalidade
heading-status = Estado
heading-adm1 = Área, nível 1
heading-adm2 = Área, nível 2
heading-adm3 = Área, nível 3
heading-site = Escola ou local
heading-group = Grupo populacional
heading-value = Valor ou numerador
heading-denominator = Denominador
heading-units = Unidades entregues
heading-amount = Montante gasto
heading-currency = Moeda
heading-nil = Nada feito aqui
heading-remarks = Observações
heading-project = Projeto
heading-last = Pessoas do último relatório
heading-target = Meta do plano
heading-messages = A corrigir

# Whom a column counts, such as "Girls 6–11, new".
heading-new = { $who }, pela primeira vez
heading-repeat = { $who }, novamente
who-all = Todas as pessoas
who-girls = Raparigas { $age } anos
who-boys = Rapazes { $age } anos
who-female-teachers = Professoras
who-male-teachers = Professores
who-with-disability = Destas, com deficiência

# What can be chosen.
row-status-planned = Planeado
row-status-ongoing = Em curso
row-status-completed = Concluído
row-status-suspended = Suspenso
row-status-cancelled = Anulado
modality-in-kind = Em espécie
modality-service = Serviço
modality-cash = Dinheiro
modality-voucher = Vale
answer-yes = Sim
answer-no = Não

# Names of sheets: at most 31 characters, and none of [ ] : * ? / \ and quotation marks.
workbook-report = Relatório
workbook-guide = Leia-me
workbook-targets = Metas
workbook-codes = Códigos
workbook-check = Verificação
workbook-place = Lugar
workbook-whom = Quem conta
workbook-baseline = Linha de base
workbook-in-need = Com necessidade

# What a spreadsheet program says when something else is entered: titles up to 32, messages up to 255 characters.
refused-title = Verifique o dado
refused-list = Escolha uma entrada da lista. A lista depende do que dizem as células anteriores.
refused-whole = Escreva um número inteiro, 0 ou mais. Deixe vazio se não se souber: 0 significa ninguém.
refused-number = Escreva um número, 0 ou mais, só com algarismos. Deixe vazio se não se souber.
refused-currency = Escreva as três letras da moeda, por exemplo USD.
refused-length = Escreva no máximo 2000 caracteres.
refused-aside = Esta coluna é só para consulta. Nada é lido dela.

# The sheet that says how the workbook is filled.
guide-title = Como preencher este livro
guide-organisation = Organização
guide-cluster = Cluster
guide-plan = Plano
guide-period = Período
guide-due = Entregar até
guide-made = Criado em
guide-fill = Preencha uma linha por atividade, indicador e lugar, na primeira folha. As colunas podem ser movidas e o ficheiro aberto em qualquer programa de folhas de cálculo; guarde-o como .xlsx.
guide-choose = Escolha nas listas: os indicadores seguem a atividade, cada área segue a superior, os locais seguem a área. O estado é necessário em cada linha. Os códigos estão numa folha à parte.
guide-people = Conte uma pessoa «pela primeira vez» na coluna do seu sexo e idade, e «novamente» se já foi contada. Um total só é preciso quando as pessoas não são desagregadas. Quem tem deficiência conta também na sua própria coluna.
guide-empty = Uma célula vazia não diz nada; 0 diz que não houve nenhum. Onde nada foi feito no período, escreva sim em «Nada feito aqui», sem números.
guide-last = As linhas do seu último relatório estão prontas, sem números. Uma linha que fique assim não é considerada. As colunas cinzentas mostram as pessoas do último relatório e a meta do plano publicado; nada é lido delas.
guide-personal = Escreva apenas números de pessoas, nunca nomes, telefones nem mais nada sobre uma pessoa.
guide-protected = Os títulos e os códigos estão protegidos contra enganos, sem palavra-passe. Este livro não tem macros, e um livro com macros não é aceite.
guide-send = Envie o ficheiro as vezes que quiser. Todos os erros voltam de uma vez, marcados neste mesmo livro ao lado das células. O mesmo ficheiro duas vezes não muda nada.

# The sheet that sums up what a check found.
check-title = Resultado da verificação
check-errors =
    { $count-form ->
        [one] { $count } erro a corrigir
        [many] { $count } de erros a corrigir
       *[other] { $count } erros a corrigir
    }
check-warnings =
    { $count-form ->
        [one] { $count } ponto a ver
        [many] { $count } de pontos a ver
       *[other] { $count } pontos a ver
    }
check-mend = Nada foi aceite. Corrija as células marcadas neste ficheiro e envie-o de novo.
check-fine = Não há erros. Veja as células marcadas.
check-cell = Célula
check-column = Coluna
check-what = O que está errado e como corrigir
check-kind = Tipo
check-error = Erro
check-warning = A ver
check-more =
    { $count-form ->
        [one] e mais { $count }
        [many] e mais { $count }
       *[other] e mais { $count }
    }

# What is wrong with a cell or a sheet, by the key of the issue. The cell itself shows the value.
report-activity = Não é uma atividade do plano; escolha uma da lista.
report-also-by-another = Outra organização relata a mesma atividade no mesmo lugar para o mesmo grupo neste período; fale com o cluster.
report-amount = O montante tem mais de duas casas decimais; arredonde-o.
report-area = Não é uma área desse nível; escolha uma da lista.
report-area-retired = Esta área já não é válida; escreva o código da que a substituiu.
report-area-outside-plan = O plano não abrange esta área; verifique o local ou peça ao cluster que a inclua no plano.
report-category-twice = As mesmas pessoas são contadas em duas células da linha; junte-as.
report-changed-since = Alguém alterou o relatório depois de este livro ser criado; descarregue-o de novo.
report-currency = Não é um código de moeda; escreva três letras, por exemplo USD.
report-currency-missing = O montante não tem moeda; escreva por exemplo USD.
report-group = Não é um grupo populacional; escolha da lista ou deixe vazio.
report-group-differs = A célula conta outro grupo que a linha; deixe vazio o grupo da linha.
report-indicator = Não é um indicador do plano; escolha um da lista.
report-indicator-elsewhere = O indicador mede outra atividade; escolha um desta atividade.
report-modality = Não é uma modalidade; escolha da lista, ou deixe vazio para um serviço.
report-nil-with-figures = A linha diz que nada foi feito e tem números; retire uma das duas coisas.
report-no-ratio = O indicador é um número sem denominador; deixe vazio.
report-number-range = O número é negativo ou demasiado grande; verifique-o.
report-parts-differ = O total e as suas partes diferem; verifique-os.
report-people-as-value = O indicador conta pessoas; use as colunas de pessoas e deixe o valor vazio.
report-place-differs = O lugar da linha não fica nesta área; verifique os códigos.
report-place-missing = A linha não diz nenhum lugar; escolha uma área ou um local.
report-planned-with-figures = O que está planeado ainda não tem resultados; deixe os números vazios ou mude o estado.
report-ratio-half = O indicador é uma razão e falta metade; escreva os dois números ou nenhum.
report-remarks = As observações são demasiado longas; máximo de 2000 caracteres.
report-project = Não é um projeto aprovado da organização no plano; escreva o código ou deixe vazio.
report-row-twice = Outra linha trata da mesma atividade, indicador, lugar, grupo e modalidade; junte-as.
report-row-untouched = A linha não está preenchida e não é aceite; escreva números, ou sim onde nada foi feito.
report-rows = A folha tem linhas a mais; divida-a.
report-site = Não é um local da operação; escolha da lista ou deixe vazio.
report-split-twice = A linha desagrega as pessoas de duas formas e não se podem somar; use uma.
report-split-not-allowed = O indicador não se desagrega assim; use uma das suas combinações ou dê apenas o total.
report-status = Não é um estado; escolha da lista.
report-workbook-of-another = Este livro foi criado para outro relatório; descarregue o deste relatório.
sheet-column-ambiguous = A coluna pode ser duas do modelo; dê-lhe o nome de uma delas.
sheet-column-doubled = Uma coluna está duas vezes; fique com uma.
sheet-column-missing = Falta uma coluna necessária; acrescente-a como no modelo.
sheet-columns-not-read = Há colunas que não são lidas; nada a fazer se for intencional.
sheet-columns-unnamed = Há colunas sem título, que não são lidas.
sheet-formula-failed = A fórmula falhou; corrija-a ou escreva o valor.
sheet-formulas = Onde uma célula tem uma fórmula, é usado o último valor que mostrou.
sheet-headings-disagree = Duas linhas parecem títulos; fique com uma.
sheet-money-rounded = O montante foi arredondado a duas casas decimais.
sheet-negative = O número é negativo; escreva 0 ou mais, ou deixe vazio.
sheet-no-code = Não é um código; escreva-o como texto.
sheet-no-headings = Os títulos não foram encontrados; ponha-os numa linha acima dos dados, como no modelo.
sheet-no-number = Não é um número; escreva só algarismos, ou deixe vazio.
sheet-no-whole-number = As pessoas contam-se em números inteiros; escreva um.
sheet-no-yes-or-no = Não é sim nem não; escreva um dos dois, ou deixe vazio.
sheet-not-available = «#N/A» é tomado como nada escrito.
sheet-number-too-large = O número é demasiado grande; verifique-o.
sheet-personal-data = Uma coluna parece ter dados de pessoas; apague-a e envie o ficheiro sem ela.
sheet-tag-disagrees = O título e a etiqueta abaixo indicam colunas diferentes; corrija um deles.
sheet-value-missing = Nada está escrito; escreva um valor.

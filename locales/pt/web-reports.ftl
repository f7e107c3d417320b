# O cliente web: Relatórios. Rascunho: ainda não lido por um falante nativo.

status-DRAFT = Rascunho
status-SUBMITTED = Enviado
status-RETURNED = Devolvido
status-ACCEPTED = Aceite
reports-changed = Última mudança
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
report-rows = O que fez, onde, para quem
report-add-row = Juntar uma linha
report-row-nil = Nada a relatar aqui
report-newPeople = Novas
report-value = Valor
report-was = antes: { $value }
report-number-only = Um número inteiro
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

unsent-send-now = Enviar agora
unsent-export = Descarregar o meu trabalho por enviar
unsent-waiting = Por enviar
unsent-none = Nada espera.
unsent-drafts = Rascunhos neste dispositivo
unsent-draft-saved = guardado { $moment }
unsent-edit = Corrigir
unsent-receipts = Recibos
receipts-none = Ainda nada foi enviado deste dispositivo.
receipt-version = Versão
receipt-at = Recebido
parcel-waiting = À espera
parcel-sending = A enviar
parcel-attention = Precisa de si
conflict-text = Outra pessoa mudou este relatório a { $moment }. O que não choca já está unido. Escolha o que vale:
conflict-settle = Enviar com estas escolhas
invalid-text = O servidor não o pode tomar assim:
locked-text = O relatório está fechado. O que escreveu fica aqui como correção proposta.
refused-text = O servidor recusou-o.

report-only-returned = Só pode alterar o que foi devolvido: { $number }. Pode acrescentar linhas.
report-row-closed = Esta linha está bem como está.
report-review = Rever este relatório

report-nil-undo = Relatar algo afinal
report-nothing = Nada a relatar este mês
report-nothing-send = Enviar: nada a relatar
report-nothing-text = Um relatório que o diz é enviado de imediato. Também é uma resposta: ninguém voltará a pedir este mês.
report-nothing-rows = Os números que inseriu perdem-se.
report-carry = Copiar o mês anterior
report-carry-do = Copiar
report-carry-text = São acrescentadas as linhas do último relatório que faltam aqui. O que inseriu fica.
report-carry-people = Inserir também as pessoas de então como já contadas, onde ainda não há nada
report-carried = O mês anterior foi copiado. Verifique cada número antes de enviar.
report-paste-hint = Pode colar várias células de uma folha de cálculo: escolha o primeiro campo e cole. Uma ou duas colunas descem pelos grupos; mais vão na horizontal, uma linha da folha para cada linha.
report-choices-unread = Não foi possível ler projetos, grupos e lugares. Pode continuar com as linhas que há.
report-undo = Desfazer
report-denominator = De
row-project = Projeto
row-project-none = Nenhum
row-status = Andamento
row-status-PLANNED = Previsto
row-status-ONGOING = Em curso
row-status-COMPLETED = Concluído
row-status-SUSPENDED = Suspenso
row-status-CANCELLED = Cancelado
row-total = Todas as pessoas juntas
row-apart = Como as pessoas são desagregadas
row-apart-text = São as desagregações que o plano pede. A que tem números fica até serem esvaziados.
add-row-site = Local
add-row-site-none = Nenhum local em particular
conflict-cell = O quê
conflict-side-mine = O meu
conflict-side-theirs = O deles
conflict-who = Quem o alterou e quando
conflict-you = Você, noutro lugar
conflict-other = Outra pessoa
conflict-program = O programa
conflict-all-mine = Tudo o meu
conflict-all-theirs = Tudo o deles
conflict-open = { $what }: escolha o que vale
correction = Correção proposta
correction-stands = O que vale
correction-again = Tentar de novo quando abrir
unsent-drafts-none = Nenhum rascunho.
unsent-send = Enviar
unsent-file = Ler trabalho não enviado de um ficheiro
unsent-file-hint = Um ficheiro .json descarregado aqui ou noutro dispositivo. Torna-se rascunho; nada é enviado sozinho.
unsent-file-wrong = { $name } não é um ficheiro de trabalho não enviado, ou está danificado. Nada foi lido.
unsent-file-full = Este dispositivo não tem espaço. Nem tudo foi lido.
receipt-number = Número
report-pasted =
    { $count-form ->
        [one] { $count } célula foi preenchida.
        [many] { $count } de células foram preenchidas.
       *[other] { $count } células foram preenchidas.
    }
report-pasted-left =
    { $count-form ->
        [one] { $count } não cabia e foi omitida.
        [many] { $count } não cabiam e foram omitidas.
       *[other] { $count } não cabiam e foram omitidas.
    }
unsent-file-read =
    { $count-form ->
        [one] { $count } rascunho foi lido.
        [many] { $count } de rascunhos foram lidos.
       *[other] { $count } rascunhos foram lidos.
    }
live-differs =
    { $count-form ->
        [one] { $count } número difere entre si e a outra pessoa. Aqui fica o seu; ao enviar o relatório ser-lhe-á perguntado qual está certo.
        [many] { $count } de números diferem entre si e a outra pessoa. Aqui ficam os seus; ao enviar o relatório ser-lhe-á perguntado quais estão certos.
       *[other] { $count } números diferem entre si e a outra pessoa. Aqui ficam os seus; ao enviar o relatório ser-lhe-á perguntado quais estão certos.
    }
report-reopen = Reabrir
report-reopen-sure = Reabrir este relatório aceite?
report-reopen-text = Os seus números deixam de contar até ser aceite de novo. O parceiro recebe o seu motivo por correio.
report-reopen-closed = Este mês está fechado: o parceiro só pode corrigir o relatório quando reabrir também o mês.
report-reopen-why = Porquê, e o que há a corrigir
report-reopen-missing = Diga porquê: o parceiro lê-o
report-reopen-rows = Apenas algumas das suas linhas
report-reopen-rows-text = Se escolher algumas, só essas podem ser alteradas, e juntar-se linhas. Senão, todas.
report-reopened = O relatório está reaberto.
add-row-group = De quem trata toda a linha
add-row-group-hint = Só se todas as suas pessoas são de um mesmo grupo
add-row-group-none = Nenhum grupo em particular
row-more = Unidades, custos, observações
row-units = Entregue: { $unit }
row-amount = Gasto
row-currency = Moeda
row-remarks = Observações
row-number = Um número
row-currency-wrong = { $what }: escreva as três letras da moeda, como USD
row-out = Retirar esta linha
row-out-sure = Retirar { $what }? Os seus números desaparecem.
row-clean = cluster: { $value }
row-clean-why = Porque o cluster conta de outro modo: { $group }
unsent-forms = Formulários por guardar
report-first-sent = enviado pela primeira vez { $moment }
report-decided = decidido { $moment }
sheet-issues = Nada foi aceite, porque algo está errado nestas linhas. Corrija o ficheiro e traga-o de novo.
sheet-more = E ainda: { $number }
sheet-checked = O ficheiro com observações junto às células
sheet-again = Trazer o ficheiro corrigido
sheet-itself = O próprio ficheiro

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
conflict-mine = Meu: { $value }
conflict-theirs = Deles: { $value }
conflict-settle = Enviar com estas escolhas
invalid-text = O servidor não o pode tomar assim:
locked-text = O relatório está fechado. O que escreveu fica aqui como correção proposta.
refused-text = O servidor recusou-o.

report-only-returned = Só pode alterar o que foi devolvido: { $number }. Pode acrescentar linhas.
report-row-closed = Esta linha está bem como está.
report-review = Rever este relatório
live-differs =
    { $count-form ->
        [one] { $count } número difere entre si e a outra pessoa. Aqui fica o seu; ao enviar o relatório ser-lhe-á perguntado qual está certo.
        [many] { $count } de números diferem entre si e a outra pessoa. Aqui ficam os seus; ao enviar o relatório ser-lhe-á perguntado quais estão certos.
       *[other] { $count } números diferem entre si e a outra pessoa. Aqui ficam os seus; ao enviar o relatório ser-lhe-á perguntado quais estão certos.
    }

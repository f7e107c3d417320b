# Mensagens do mês: abre um período, há relatórios em atraso.

period-opened-title = Já podem ser enviados os relatórios { $period }
period-opened-text = Estão abertos os relatórios sobre { $plan }.
period-opened-due = Submeta-os até ao fim de { $day } ({ $zone }).
period-opened-list = Os seus relatórios
period-opened-report = { $organisation } – { $cluster }
period-opened-new = sem linhas anteriores
period-opened-going-on =
    { $count-form ->
        [one] { $count } linha do seu último relatório continua
        [many] { $count } de linhas do seu último relatório continuam
       *[other] { $count } linhas do seu último relatório continuam
    }
period-opened-attached =
    { $count-form ->
        [one] O livro a preencher vai em anexo. Traz o que comunicou da última vez; escreva os novos números e envie o ficheiro de volta para o Darasa.
        [many] Os { $count } de livros a preencher vão em anexo. Trazem o que comunicou da última vez; escreva os novos números e envie os ficheiros de volta para o Darasa.
       *[other] Os { $count } livros a preencher vão em anexo. Trazem o que comunicou da última vez; escreva os novos números e envie os ficheiros de volta para o Darasa.
    }
period-opened-without = Os livros são demasiado grandes para uma mensagem: descarregue os seus no Darasa.
period-opened-nothing = Nada foi feito neste período? Uma só ação no Darasa comunica que não há nada a declarar.
period-opened-reason = Recebe esta mensagem porque responde por estes relatórios.
reports-due-title =
    { $count-form ->
        [one] Um relatório seu não foi enviado
        [many] { $count } dos seus relatórios não foram enviados
       *[other] { $count } dos seus relatórios não foram enviados
    }
reports-due-text = Ainda faltam estes relatórios sobre { $plan }. Os que já submeteu não são indicados.
reports-due-report = { $organisation } – { $cluster }, { $period }
reports-due-late = devia ter chegado até { $day }
reports-due-soon = deve chegar até { $day }
reports-due-zone = Os dias terminam à meia-noite em { $zone }.
report-returned-rows = Linhas a corrigir
report-returned-row = { $activity } – { $place }
report-returned-only = Só estas linhas podem ser alteradas, e outras acrescentadas. Todas as restantes ficam como estão.

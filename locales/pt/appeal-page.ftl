# A página pública de um apelo.
appeal-kicker = Apelo para a educação: { $country }
appeal-title = { $country }: apelo para a educação, edição { $number }
appeal-headline-reached =
    { $targeted-form ->
        [one] O apoio à educação chegou a { $reached } de { $targeted } criança prevista ({ $country })
        [many] O apoio à educação chegou a { $reached } de { $targeted } de crianças previstas ({ $country })
       *[other] O apoio à educação chegou a { $reached } de { $targeted } crianças previstas ({ $country })
    }
appeal-headline-unreported =
    { $targeted-form ->
        [one] Ainda não foi aceite nenhum relatório sobre { $targeted } criança prevista ({ $country })
        [many] Ainda não foi aceite nenhum relatório sobre { $targeted } de crianças previstas ({ $country })
       *[other] Ainda não foi aceite nenhum relatório sobre { $targeted } crianças previstas ({ $country })
    }
appeal-headline-missing = há ainda { $missing } em falta, de um total de { $required }
appeal-headline-funded = está financiado tudo o que foi requerido, { $required }
appeal-as-of = Dados de
appeal-reporting = Relatórios
appeal-partners-of =
    { $expected-form ->
        [one] { $reported } de { $expected } parceiro
        [many] { $reported } de { $expected } de parceiros
       *[other] { $reported } de { $expected } parceiros
    }
appeal-of = { $reported } de { $expected }
appeal-none-active = nenhum ativo
appeal-edition = Edição
appeal-edition-of = { $number }, publicada em { $date }
appeal-take = Descarregar
appeal-data = dados
appeal-follow = Seguir
appeal-money = Financiamento
appeal-required = Requerido
appeal-received = Recebido
appeal-missing = Em falta
appeal-paid-key = Pago { $amount }
appeal-committed-key = Comprometido { $amount }
appeal-missing-key = Em falta { $amount }
appeal-pledged-key = Prometido, não contado { $amount }
appeal-shared-note = Partilhado com outros clusters, não contado: { $amount }
appeal-over-note = Acima do requerido: { $amount }
appeal-funded-share = Financiado em { $share }: { $funded } de { $required } { $currency }
appeal-paid-note = Pago: { $share } do que foi recebido
appeal-in-kind-note = Do que foi recebido, em géneros: { $amount }
appeal-other-currency = O valor requerido está em { $currency } e o financiamento é expresso em dólares dos Estados Unidos. Não foi fixada nenhuma taxa, por isso não se calcula nenhuma percentagem.
appeal-funding-unknown = O financiamento ainda não foi comunicado.
appeal-as-of-date = Dados de { $date }
appeal-source = Fonte: { $source }
appeal-how = Como é contado
appeal-children = Crianças
appeal-in-need = Com necessidades
appeal-targeted = Previstas
appeal-reached = Alcançadas
appeal-target-share = { $share } das crianças com necessidades
appeal-reached-share = { $share } do previsto; cada criança contada uma vez por local
appeal-not-reported = não comunicado
appeal-areas-furthest = Mais longe das suas metas: { $areas }
appeal-area-furthest = Mais longe da sua meta: { $areas }
appeal-areas-met = Cada área que comunicou atingiu a meta
appeal-areas-none = Áreas e metas
appeal-areas-silent = De { $areas } nada foi comunicado, o que não é o mesmo que zero.
appeal-map-label = Mapa das áreas segundo a parte da meta alcançada; os mesmos números estão na tabela.
appeal-map-title = Alcançadas, parte da meta
appeal-map-up-to = até { $share }
appeal-map-between = { $from } a { $to }
appeal-map-more = { $share } ou mais
appeal-map-none = sem relatório (não é zero)
appeal-map-disclaimer = Os limites não implicam reconhecimento.
appeal-areas-caption = Por área, maior lacuna primeiro. Barra: cheia alcançadas, contorno em falta, tracejada não comunicado.
appeal-area = Área
appeal-of-target = Da meta
appeal-bar = Barra
appeal-gap = Lacuna até à meta
appeal-partners-reporting = Parceiros que comunicam
appeal-over = { $count } acima
appeal-unknown = desconhecida
appeal-no-report = sem relatório
appeal-suppressed = oculto
appeal-suppressed-note = As contagens abaixo de { $threshold }, e as que as revelariam, estão ocultas.
appeal-total-note = A lacuna total é a meta menos o alcançado: inclui toda a meta das áreas sem relatório e desconta os excessos. Um parceiro em várias áreas conta uma vez.
appeal-activities = O que fica por fazer por falta de { $amount }
appeal-activities-plain = Para que serve o dinheiro
appeal-activities-caption = { $currency } por atividade, a maior lacuna primeiro. Um traço: nenhum doador nomeou a atividade.
appeal-activity = Atividade
appeal-units = Previsto
appeal-all-activities = Todas as atividades
appeal-per-child = { $amount } por criança prevista
appeal-donors = Pago ou comprometido: { $amount }
appeal-donors-none = Ainda não foi registada nenhuma contribuição
appeal-donors-caption = Financiamento por contribuição. Moeda original ÷ taxa na data da decisão.
appeal-donor = Doador
appeal-status = Estado
appeal-original = Montante original
appeal-usd = Dólares dos Estados Unidos
appeal-share = Parte do requerido
appeal-status-paid = Pago
appeal-status-commitment = Comprometido
appeal-status-pledge = Prometido, não contado
appeal-received-total = Recebido (pago ou comprometido)
appeal-indicators = Indicadores
appeal-indicators-caption = Alcançado e meta. A barra termina na meta; um traço marca-a onde foi ultrapassada.
appeal-indicator = Indicador
appeal-target = Meta
appeal-progress = Progresso
appeal-who = Quem foi alcançado
appeal-who-caption = Cortes das mesmas crianças; os grupos sobrepõem-se
appeal-group = Grupo
appeal-share-of-reached = Parte
appeal-method = Como são feitos estes números
appeal-method-reached = Alcançadas: em cada local a maior contagem entre atividades, organizações e períodos, somada entre locais. Nunca uma soma de serviços.
appeal-method-received = Recebido: pago mais comprometido. As promessas são mostradas e nunca contadas. As taxas são fixadas na data da decisão.
appeal-method-null = Um traço ou um tracejado: ninguém comunicou. 0: foi comunicado zero.
appeal-method-table = Cada número com o seu método
appeal-figure = Número
appeal-method-name = Método
appeal-source-name = Fonte
appeal-version = versão { $version }
appeal-editions = Edições
appeal-editions-caption = Uma edição publicada nunca muda. As correções são uma nova edição.
appeal-published = Publicada
appeal-changed = O que mudou
appeal-first-publication = Primeira publicação
appeal-take-data = Descarregar os dados
appeal-take-data-text = Cada ficheiro contém os mesmos números desta página, com códigos e método.
appeal-file-areas = CSV, áreas
appeal-file-money = CSV, financiamento
appeal-follow-title = Seguir este apelo
appeal-follow-email = E-mail
appeal-follow-hint = Primeiro escrevemos para confirmar. Só para este apelo; basta um clique para parar.
appeal-footer = Publicado com Darasa.
appeals-title = Apelos para a educação
appeals-lede = O que se pede, o que se recebeu e o que ainda falta. Cada apelo abre sem conta.
appeals-empty = Ainda não foi publicado nenhum apelo.
appeals-appeal = Apelo
appeals-not-found = Esta página não existe
appeals-not-found-text = Talvez o endereço tenha sido cortado. Todos os apelos publicados estão na primeira página.
appeal-languages = Idiomas
appeal-list = { $rest } e { $last }
appeal-headline-reached-only =
    { $reached-form ->
        [one] O apoio à educação chegou a { $reached } criança ({ $country })
        [many] O apoio à educação chegou a { $reached } de crianças ({ $country })
       *[other] O apoio à educação chegou a { $reached } crianças ({ $country })
    }
appeal-source-money = contribuições confirmadas pelo doador ou pelo beneficiário
appeal-source-contributions = contribuições declaradas pelos doadores, pelo cluster e pelo FTS
appeal-source-reports = relatórios aceites dos parceiros
appeal-source-reached = Fonte: relatórios dos parceiros, aceites
appeal-map-none-hidden = sem relatório (não é zero), ou oculto
appeal-map-no-target = sem meta
appeal-planned = { $unit }: { $count }
appeal-planned-at = { $unit }: { $count } ({ $cost } por unidade)
appeal-unit =
    { $unit ->
        [CHILDREN] crianças
        [PEOPLE] pessoas
        [TEACHERS] professores
        [LEARNING_SPACES] espaços de aprendizagem
        [CLASSROOMS] salas de aula
        [LATRINES] latrinas
        [KITS] kits
        [SCHOOLS] escolas
       *[OTHER] unidades
    }
appeal-donors-more =
    { $count-form ->
        [one] mais { $count }, menor
        [many] mais { $count }, cada uma menor
       *[other] mais { $count }, cada uma menor
    }
appeal-value = Até agora
appeal-change = { $figure }: { $before } → { $after }
appeal-file-activities = CSV, atividades
appeal-cite = Citar como: { $operation }, apelo { $code }, edição { $number }, dados de { $date }.
appeal-fingerprint = SHA-256 do ficheiro JSON:
appeals-caption = Cada número é da última edição do apelo.
appeals-more = Mais apelos
appeal-standards = Normas mínimas
appeal-standards-met = Cumpre-se { $share } do que as normas mínimas pedem
appeal-standards-unscored = Normas mínimas: ainda nada do que se aplica foi avaliado
appeal-standards-assessed = Avaliado em { $date } segundo { $edition }
appeal-standards-evidence =
    { $count-form ->
        [one] { $count } evidência
        [many] { $count } de evidências
       *[other] { $count } evidências
    }
appeal-standards-unsupported =
    { $count-form ->
        [one] { $count } classificação sem evidência
        [many] { $count } de classificações sem evidência
       *[other] { $count } classificações sem evidência
    }
appeal-standards-complete = Foi avaliado { $share } do que se aplica
appeal-standards-before = Antes: { $share } em { $date }
appeal-standards-all = Todas as normas
appeal-standards-caption = Média das normas de cada domínio: o cumprido vale um, o cumprido em parte meio, e o que não se aplica fica de fora. Esta pontuação é uma convenção própria do Darasa.
appeal-domain = Domínio
appeal-score = Pontuação

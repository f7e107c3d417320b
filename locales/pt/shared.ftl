# The page behind a shared link.

shared-title = Até onde chegou a resposta educativa
shared-period = Período
shared-dates = de { $from } a { $to }
shared-number = Versão
shared-services = Serviços prestados
shared-services-note = Soma de todas as atividades: uma criança pode contar várias vezes
shared-upper-bound = Limite superior
shared-upper-bound-note = Soma de pessoas novas: não se pôde alcançar mais
shared-severity = Severidade
shared-weighted = Lacuna ponderada
shared-gaps-heading = O que falta, e onde é mais severo
shared-gaps-caption = Pessoas por zona, primeiro a maior lacuna ponderada pela severidade.
shared-presence-heading = Quem está onde
shared-presence-caption = Organizações ativas e o que fazem, por zona.
shared-organisations = Organizações
shared-activities = Atividades
shared-nobody = ninguém
shared-severity-method = Severidade: ninguém a observa em cada criança alcançada. O que foi alcançado numa zona é atribuído às suas fases a partir da mais severa; o que resta nas fases 3, 4 e 5 pesa 1, 2 e 3. Onde ninguém relatou, ninguém conta como alcançado.
shared-published-method = São os números do último mês publicado. O que mudou depois espera pela próxima publicação.
shared-expires = Este link leva aqui até { $date }.
shared-nothing-title = Ainda nada foi publicado
shared-nothing-text = O link é bom. Os números estarão aqui assim que o primeiro mês for publicado.
shared-take-text = Os mesmos números para outros programas, com etiquetas HXL.
shared-fingerprint = Impressão digital desta publicação (SHA-256):
shared-table =
    { $table ->
        [PRESENCE] Quem faz o quê e onde
        [OPERATIONAL_PRESENCE] Presença operacional
        [GAPS] Lacunas
        [UNCOVERED] Zonas sem ninguém ativo
        [COMPLETENESS_BY_AREA] Completude dos relatórios
       *[QUALITY] Qualidade dos relatórios
    }

# A calendar of deadlines.
calendar-opens = Abrem os relatórios de { $plan }: de { $from } a { $to }
calendar-due = Vencem os relatórios de { $plan }: de { $from } a { $to }
calendar-closed = O período está fechado.

# How figures come about.

explain-formula =
    { $kind ->
        [REACHED] Em cada lugar e categoria conta o maior número de pessoas entre atividades, organizações e períodos. Num lugar que umas linhas desagregam e outras apenas totalizam conta o maior: a soma das partes ou o total. Os lugares somam-se; as pessoas de organizações que declararam públicos diferentes são somadas primeiro.
        [SERVICES] Soma de pessoas novas e repetidas de todas as linhas aceites. Uma pessoa pode contar várias vezes, por isso não são pessoas.
        [UPPER_BOUND] Soma de pessoas novas de todas as linhas aceites. Não se pôde alcançar mais pessoas.
        [TARGET] Para cada zona e categoria, a maior meta dos indicadores que contam pessoas. Vale o total indicado; se não houver, somam-se as partes. As zonas somam-se.
        [IN_NEED] Pessoas com necessidades segundo a ronda publicada da versão publicada do plano. Vale o total indicado; se não houver, somam-se as partes.
        [PROGRESS] Pessoas alcançadas divididas pela meta. Mais do que a totalidade é mostrado tal como é.
        [GAP_TO_TARGET] Meta menos pessoas alcançadas. Abaixo de zero alcançou-se mais do que o previsto.
        [GAP_TO_NEED] Pessoas com necessidades menos pessoas alcançadas.
        [COMPLETENESS] Relatórios aceites divididos pelos esperados: um por membro que relata, cluster e período.
        [TIMELINESS] Relatórios enviados pela primeira vez antes do prazo tal como estava quando o período foi criado, divididos pelos esperados.
        [PARTNERS_REPORTING] Organizações com um relatório aceite divididas por aquelas de que se espera um.
        [INDICATOR] Os valores de um lugar somam-se; depois os lugares e os períodos são reunidos como diz o indicador. Uma razão é a soma dos numeradores pela dos denominadores do último período que os tenha.
       *[SEVERITY_WEIGHTED_GAP] O que o alcance deixa nas fases 3, 4 e 5 pesa 1, 2 e 3. O alcance é atribuído às fases de uma zona a partir da mais severa, porque ninguém observa a severidade de cada pessoa alcançada.
    }

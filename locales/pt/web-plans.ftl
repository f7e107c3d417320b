# O cliente web: Plano de resposta. Rascunho: ainda não lido por um falante nativo.

plan-indicator = Indicador
plan-value = Até agora
plan-target = Unidades previstas
plan-no-objective = Sem objetivo
plan-no-indicator = Ainda sem indicador
plan-empty = O plano ainda não tem atividades
plan-versions = Versões publicadas
plan-version = Versão { $number }, { $day }
plan-never-published = Nunca foi publicado.

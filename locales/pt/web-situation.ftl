# O cliente web: Situação. Rascunho: ainda não lido por um falante nativo.

figure-gap = Por alcançar
figure-progress = Parte da meta

situation-picture = Imagem
situation-missing = Falta
situation-unreported = Sem relatório
situation-of-target = da meta
situation-up-to = Até { $day }
situation-plan-version = Versão { $version } do plano
situation-gap-need = Com necessidades e não alcançados
situation-services = Serviços prestados
situation-upper = Alcançados no máximo
situation-timeliness = Relatórios a tempo

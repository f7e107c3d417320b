# O cliente web: Este mês. Rascunho: ainda não lido por um falante nativo.

home-doors = O seu trabalho
home-late-text = Estão atrasados com { $month }. Veja quem, e envie um lembrete.
home-door-situation = Onde se chega às crianças, e onde ainda não
home-door-tables = Os números em tabelas e ficheiros
home-door-needs = Quantas crianças têm necessidades, e onde
home-door-assessments = Quem pergunta a quem, e onde ninguém perguntou
home-door-projects = Quem faz o quê, onde, e quanto custa
home-door-plan = O que foi acordado, com as metas
home-door-import = Importar folhas
home-door-published = Fixar um mês, e ver o que mudou desde então
home-door-periods = Abrir e fechar meses, e ver quem está atrasado
home-door-reports = Tudo o que enviou, e como está
home-late =
    { $count-form ->
        [one] { $count } relatório está atrasado
        [many] { $count } de relatórios estão atrasados
       *[other] { $count } relatórios estão atrasados
    }

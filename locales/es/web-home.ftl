# El cliente web: Este mes. Borrador: aún no leído por un hablante nativo.

home-doors = Su trabajo
home-late-text = Están atrasados con { $month }. Vea quiénes y envíe un recordatorio.
home-door-situation = Dónde se llega a los niños y dónde todavía no
home-door-tables = Las cifras en tablas y archivos
home-door-needs = Cuántos niños están necesitados y dónde
home-door-assessments = Quién pregunta a quién y dónde nadie preguntó
home-door-projects = Quién hace qué, dónde y cuánto cuesta
home-door-plan = Lo acordado, con las metas
home-door-import = Importar hojas
home-door-published = Fijar un mes y ver qué cambió desde entonces
home-door-periods = Abrir y cerrar meses y ver quién se retrasa
home-door-reports = Todo lo que envió y cómo está
home-late =
    { $count-form ->
        [one] { $count } informe está atrasado
        [many] { $count } de informes están atrasados
       *[other] { $count } informes están atrasados
    }

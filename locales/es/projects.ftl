# Projects: their mails, and what peers score them by.

project-submitted-title = { $organisation } presentó el proyecto { $code }
project-submitted-text = { $organisation } presentó al clúster el proyecto «{ $title }».
project-submitted-again = { $organisation } modificó el proyecto «{ $title }» y volvió a presentarlo.
project-submitted-next = Pida la opinión de evaluadores de otras organizaciones o tome una decisión.
project-returned-title = Modifique el proyecto { $code }
project-returned-text = El clúster devolvió su proyecto «{ $title }».
project-returned-note = Qué modificar
project-returned-next = Los comentarios de los evaluadores están junto al proyecto. Modifique lo que dice la nota y vuelva a presentarlo.
project-approved-title = El proyecto { $code } está aprobado
project-approved-text = Su proyecto «{ $title }» está aprobado y forma parte del plan. Avise cuando comiencen las actividades.
project-approved-note = Mensaje del clúster
project-decide-reason = Recibe este mensaje porque decide sobre los proyectos de este clúster.
project-write-reason = Recibe este mensaje porque responde de los proyectos de { $organisation }.
criterion-relevance = ¿Responde el proyecto a las necesidades allí donde son más graves y a un objetivo del plan?
criterion-approach = ¿Llevarán las actividades a lo que se promete y protegen a la infancia?
criterion-capacity = ¿Tiene la organización el personal, el acceso y la experiencia necesarios en esos lugares?
criterion-accountability = ¿Se escucha a niñas, niños, familias y docentes, y pueden presentar quejas?
criterion-cost = ¿Son los costos razonables para lo que se hace y están dentro de los rangos del plan?
criterion-coordination = ¿Encaja con las autoridades y con lo que otros hacen en los mismos lugares?

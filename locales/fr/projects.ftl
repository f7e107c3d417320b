# Projects: their mails, and what peers score them by.

project-submitted-title = { $organisation } a soumis le projet { $code }
project-submitted-text = { $organisation } a soumis au cluster le projet « { $title } ».
project-submitted-again = { $organisation } a modifié le projet « { $title } » et l’a soumis à nouveau.
project-submitted-next = Veuillez demander leur avis à des pairs, ou prendre une décision.
project-returned-title = Veuillez modifier le projet { $code }
project-returned-text = Le cluster a renvoyé votre projet « { $title } ».
project-returned-note = À modifier
project-returned-next = Les commentaires des évaluateurs se trouvent avec le projet. Veuillez modifier ce que dit la note et le soumettre à nouveau.
project-approved-title = Le projet { $code } est approuvé
project-approved-text = Votre projet « { $title } » est approuvé et fait partie du plan. Veuillez signaler le début des activités.
project-approved-note = Message du cluster
project-decide-reason = Vous recevez ce message parce que vous décidez des projets de ce cluster.
project-write-reason = Vous recevez ce message parce que vous répondez des projets de { $organisation }.
criterion-relevance = Le projet répond-il aux besoins là où ils sont les plus graves, et à un objectif du plan ?
criterion-approach = Les activités mèneront-elles à ce qui est promis, et protègent-elles les enfants ?
criterion-capacity = L’organisation a-t-elle dans ces lieux le personnel, l’accès et l’expérience nécessaires ?
criterion-accountability = Les enfants, les parents et les enseignants sont-ils consultés, et peuvent-ils se plaindre ?
criterion-cost = Les coûts sont-ils raisonnables au vu des activités, et dans les fourchettes du plan ?
criterion-coordination = Le projet s’accorde-t-il avec les autorités et avec ce que d’autres font aux mêmes endroits ?

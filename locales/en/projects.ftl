# Projects: their mails, and what peers score them by.

project-submitted-title = { $organisation } submitted project { $code }
project-submitted-text = { $organisation } submitted the project “{ $title }” to the cluster.
project-submitted-again = { $organisation } changed the project “{ $title }” and submitted it again.
project-submitted-next = Please ask peers for their reviews, or decide on it.
project-returned-title = Please change project { $code }
project-returned-text = The cluster returned your project “{ $title }”.
project-returned-note = What to change
project-returned-next = The reviewers’ comments stand with the project. Please change what the note says and submit it again.
project-approved-title = Project { $code } is approved
project-approved-text = Your project “{ $title }” is approved and part of the plan. Please say so when the work begins.
project-approved-note = What the cluster says
project-decide-reason = You get this mail because you decide on the projects of this cluster.
project-write-reason = You get this mail because you answer for the projects of { $organisation }.
criterion-relevance = Does the project answer the needs where they are most severe, and an objective of the plan?
criterion-approach = Will what is done lead to what is promised, and keep children safe?
criterion-capacity = Has the organisation the people, the access and the experience in these places?
criterion-accountability = Do children, parents and teachers have a say, and can they complain?
criterion-cost = Are the costs reasonable for what is done, and within the ranges of the plan?
criterion-coordination = Does it fit with the authorities and with what others do in the same places?

# Mails of partners' reports.

period = { $from } to { $to }
report-returned-title = Please mend the report of { $organisation } for { $period }
report-returned-text = { $reviewer } returned the report of { $organisation } for { $period }. Please mend what the note says and submit it again. What you entered is kept.
report-returned-note = What to mend
report-accepted-title = The report of { $organisation } for { $period } is accepted
report-accepted-text = Thank you. Its figures count from now on.
report-open = Open the report
report-reason = You get this mail because you answer for the reports of { $organisation }.

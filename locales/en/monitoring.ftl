# Mails of partners' reports.

period = { $from } to { $to }
report-returned-title = Please mend the report of { $organisation } for { $period }
report-returned-text = { $reviewer } returned the report of { $organisation } for { $period }.
report-reopened-text = { $reviewer } reopened the report of { $organisation } for { $period }, which had been accepted. Its figures do not count until it is accepted again.
report-returned-note = What to mend
report-mend = Please mend what the note says and submit the report again. What you entered is kept.
report-mend-closed = The period is closed, and only the cluster’s information management officer can still write the report: send them what the note asks for. What you entered is kept.
report-accepted-title = The report of { $organisation } for { $period } is accepted
report-accepted-text = Thank you. Its figures count from now on. There is nothing more to do; if a figure turns out to be wrong, ask the cluster to reopen the report.
report-reason = You get this mail because you answer for the reports of { $organisation }.

# Mails of the month: a period opens, and reports are late.

period-opened-title = Reports for { $period } can be sent
period-opened-text = Reporting on { $plan } is open.
period-opened-due = Please submit by the end of { $day } ({ $zone }).
period-opened-list = Your reports
period-opened-report = { $organisation } – { $cluster }
period-opened-new = no earlier rows
period-opened-going-on =
    { $count-form ->
        [one] { $count } row of your last report goes on
       *[other] { $count } rows of your last report go on
    }
period-opened-attached =
    { $count-form ->
        [one] The workbook to fill is attached. It carries what you reported last; enter the new figures and send the file back into Darasa.
       *[other] The { $count } workbooks to fill are attached. They carry what you reported last; enter the new figures and send the files back into Darasa.
    }
period-opened-without = The workbooks are too large for a mail: download yours in Darasa.
period-opened-nothing = Nothing was done in this period? One action in Darasa reports that there is nothing to report.
period-opened-reason = You get this mail because you answer for these reports.
reports-due-title =
    { $count-form ->
        [one] A report of yours has not been sent
       *[other] { $count } of your reports have not been sent
    }
reports-due-text = These reports on { $plan } are still missing. What you have submitted is not listed.
reports-due-report = { $organisation } – { $cluster }, { $period }
reports-due-late = was due on { $day }
reports-due-soon = is due on { $day }
reports-due-zone = Days end at midnight in { $zone }.
report-returned-rows = Rows to mend
report-returned-row = { $activity } – { $place }
report-returned-only = Only these rows can be changed, and rows can be added. All others stay as they are.

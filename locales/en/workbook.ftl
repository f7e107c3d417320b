# The workbook of a partner's report: headings.
heading-activity = Activity
heading-indicator = Indicator
heading-modality = Modality
heading-status = Status
heading-adm1 = Area, level 1
heading-adm2 = Area, level 2
heading-adm3 = Area, level 3
heading-site = School or site
heading-group = Population group
heading-value = Value or numerator
heading-denominator = Denominator
heading-units = Units delivered
heading-amount = Amount spent
heading-currency = Currency
heading-nil = Nothing done here
heading-remarks = Remarks
heading-project = Project
heading-last = People in the last report
heading-target = Target of the plan
heading-messages = To mend

# Whom a column counts, such as "Girls 6–11, new".
heading-new = { $who }, new
heading-repeat = { $who }, again
who-all = All people
who-girls = Girls { $age }
who-boys = Boys { $age }
who-female-teachers = Female teachers
who-male-teachers = Male teachers
who-with-disability = Of these, with a disability

# What can be chosen.
row-status-planned = Planned
row-status-ongoing = Ongoing
row-status-completed = Completed
row-status-suspended = Suspended
row-status-cancelled = Cancelled
modality-in-kind = In kind
modality-service = Service
modality-cash = Cash
modality-voucher = Voucher
answer-yes = Yes
answer-no = No

# Names of sheets: at most 31 characters, and none of [ ] : * ? / \ and quotation marks.
workbook-report = Report
workbook-guide = Read me
workbook-targets = Targets
workbook-codes = Codes
workbook-check = Check
workbook-place = Place
workbook-whom = Whom it counts
workbook-baseline = Baseline
workbook-in-need = In need

# What a spreadsheet program says when something else is entered: titles up to 32, messages up to 255 characters.
refused-title = Please check
refused-list = Choose one of the entries of the list. The list follows what the cells before it say.
refused-whole = Write a whole number, 0 or more. Leave the cell empty if it is not known: 0 means nobody.
refused-number = Write a number, 0 or more, with digits only. Leave the cell empty if it is not known.
refused-currency = Write the three letters of the currency, such as USD.
refused-length = Write at most 2000 characters.
refused-aside = This column is to be looked at. Nothing is read from it.

# The sheet that says how the workbook is filled.
guide-title = How to fill this workbook
guide-organisation = Organisation
guide-cluster = Cluster
guide-plan = Plan
guide-period = Period
guide-due = Due by
guide-made = Made on
guide-fill = Fill one row for each activity, indicator and place, on the first sheet. Headings may be moved and the file may be opened in any spreadsheet program; save it as .xlsx.
guide-choose = Choose from the lists: the indicators follow the activity, each area follows the one above it, the sites follow the area. Status is needed in every row. The codes are on a sheet of their own.
guide-people = Count a person as new in the column of their sex and age the first time, and under “again” when they were counted before. A total is only needed where people are not told apart. Those with a disability are counted once more in their own column.
guide-empty = An empty cell says nothing; 0 says that it was none. Where nothing was done in this period, write yes under “Nothing done here” and no figures.
guide-last = Rows of your last report stand ready without figures. A row that stays so is not taken over. The grey columns show how many people the last report counted and the target of the published plan; nothing is read from them.
guide-personal = Write numbers of people only, never names, telephone numbers or anything else about a single person.
guide-protected = Headings and codes are protected against slips, without a password. There are no macros in this workbook, and a workbook with macros is not accepted.
guide-send = Send the file back as often as you like. All errors come back at once, marked in this same workbook beside the cells. The same file twice changes nothing.

# The sheet that sums up what a check found.
check-title = What the check found
check-errors =
    { $count-form ->
        [one] { $count } error must be mended
       *[other] { $count } errors must be mended
    }
check-warnings =
    { $count-form ->
        [one] { $count } thing to look at
       *[other] { $count } things to look at
    }
check-mend = Nothing was taken over. Mend the marked cells in this file and send it again.
check-fine = There is no error. Please look at the marked cells.
check-cell = Cell
check-column = Column
check-what = What is wrong, and how to mend it
check-kind = Kind
check-error = Error
check-warning = To look at
check-more =
    { $count-form ->
        [one] and { $count } more
       *[other] and { $count } more
    }

# What is wrong with a cell or a sheet, by the key of the issue. The cell itself shows the value.
report-activity = This is no activity of the plan; choose one from the list.
report-also-by-another = Another organisation reports the same activity in the same place for the same group in this period; talk to the cluster.
report-amount = The amount has parts of a cent; round it to two digits.
report-area = This is no area of that level; choose one from the list.
report-area-retired = This area is valid no more; write the code of the one that took its place.
report-area-outside-plan = The plan is not for this area; check the place, or ask the cluster to take it into the plan.
report-category-twice = The same people are counted in two cells of the row; put them together.
report-changed-since = Someone changed the report after this workbook was made; download it anew.
report-currency = This is no code of a currency; write three letters such as USD.
report-currency-missing = The amount has no currency; write it as USD.
report-group = This is no population group; choose one from the list, or leave the cell empty.
report-group-differs = The cell counts another population group than the row; leave the row’s group empty.
report-indicator = This is no indicator of the plan; choose one from the list.
report-indicator-elsewhere = The indicator measures another activity; choose one of this activity.
report-modality = This is no modality; choose one from the list, or leave the cell empty for a service.
report-nil-with-figures = The row says that nothing was done and has figures; leave one of the two out.
report-no-ratio = The indicator is a number and has no denominator; leave it empty.
report-number-range = The number is below zero or too large; check it.
report-parts-differ = The total and its parts differ; check them.
report-people-as-value = The indicator counts people; write them in the columns of people and leave the value empty.
report-place-differs = The row’s place does not lie in this area; check the row’s codes.
report-place-missing = The row says no place; choose an area or a site.
report-planned-with-figures = What is planned has no results yet; leave the figures empty, or say that it is ongoing or completed.
report-ratio-half = The indicator is a ratio, and half of it is missing; write both numbers or none.
report-remarks = The remarks are too long; write at most 2000 characters.
report-project = This is no approved project of the organisation in the plan; write its code or leave it empty.
report-row-twice = Another row tells of the same activity, indicator, place, group and modality; put the two together.
report-row-untouched = The row is not filled in and not taken over; enter figures, or yes where nothing was done.
report-rows = The sheet has too many rows; split it.
report-site = This is no site of the operation; choose one from the list, or leave the cell empty.
report-split-twice = The row splits people in two ways, so that they cannot be added; use one way.
report-split-not-allowed = The indicator is not split in this way; use one of its combinations, or give the total alone.
report-status = This is no status; choose one from the list.
report-workbook-of-another = This workbook was made for another report; download the workbook of this report.
sheet-column-ambiguous = The column can be two columns of the template; name it as one of them.
sheet-column-doubled = A column stands there twice; keep one.
sheet-column-missing = A column that is needed is missing; add it as in the template.
sheet-columns-not-read = There are columns that are not read; nothing to do if that is meant.
sheet-columns-unnamed = There are columns without a heading, which are not read.
sheet-formula-failed = The formula failed; mend it or write the value.
sheet-formulas = Where a cell holds a formula, the last value that it showed is taken.
sheet-headings-disagree = Two rows look like headings; keep one.
sheet-money-rounded = The amount was rounded to two digits.
sheet-negative = The number is below zero; write 0 or more, or leave the cell empty.
sheet-no-code = This is no code; write the code as text.
sheet-no-headings = The headings were not found; put them in one row above the data, as in the template.
sheet-no-number = This is no number; write digits only, or leave the cell empty.
sheet-no-whole-number = People are counted in whole numbers; write one.
sheet-no-yes-or-no = This is neither yes nor no; write one of them, or leave the cell empty.
sheet-not-available = “#N/A” is taken as nothing entered.
sheet-number-too-large = The number is too large; check it.
sheet-personal-data = A column seems to hold data of single persons; delete it and send the file without it.
sheet-tag-disagrees = The heading and the tag below it name different columns; correct one of them.
sheet-value-missing = Nothing is entered; enter a value.

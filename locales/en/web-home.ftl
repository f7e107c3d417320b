# The web client: This month.

home-doors = Your work
home-late-text = They are late with { $month }. See who, and send a reminder.
home-door-situation = Where children are reached, and where not yet
home-door-tables = Figures as tables and files
home-door-needs = How many children are in need, and where
home-door-assessments = Who asks whom, and where nobody asked
home-door-projects = Who does what where, and what it costs
home-door-plan = What was agreed, with targets
home-door-import = Bring in sheets
home-door-published = Freeze a month, and see what changed since
home-door-periods = Open and close months, and see who is late
home-door-reports = All that you sent, and how it stands
home-late =
    { $count-form ->
        [one] { $count } report is late
       *[other] { $count } reports are late
    }

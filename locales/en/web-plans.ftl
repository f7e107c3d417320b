# The web client: Response plan.

plan-indicator = Indicator
plan-value = So far
plan-target = Units planned
plan-no-objective = Without an objective
plan-no-indicator = No indicator yet
plan-empty = The plan has no activities yet
plan-versions = Published versions
plan-version = Version { $number }, { $day }
plan-never-published = It was never published.

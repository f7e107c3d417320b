# The web client: Situation.

figure-gap = Still to reach
figure-progress = Share of target

situation-picture = Picture
situation-missing = Missing
situation-unreported = Not reported
situation-of-target = of the target
situation-up-to = Up to { $day }
situation-plan-version = Plan version { $version }
situation-gap-need = In need and not reached
situation-services = Services delivered
situation-upper = At most reached
situation-timeliness = Reports in time

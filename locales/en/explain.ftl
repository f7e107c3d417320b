# How figures come about.

explain-formula =
    { $kind ->
        [REACHED] In each place and category the largest number of people over activities, organisations and periods counts. In a place that some rows split and others only total, the larger of the parts added up and the total counts. Places are added up; people of organisations that declared different caseloads are added first.
        [SERVICES] New and repeated people of all accepted rows added up. One person may count several times, so these are not people.
        [UPPER_BOUND] New people of all accepted rows added up. More people cannot have been reached.
        [TARGET] For each area and category the largest target over the indicators that count people. A stated total holds; where there is none, the parts are added. Areas are added up.
        [IN_NEED] People in need as the published needs round of the plan’s published version has them. A stated total holds; where there is none, the parts are added.
        [PROGRESS] People reached divided by the target. More than all is shown as it is.
        [GAP_TO_TARGET] Target less people reached. Below zero more were reached than planned.
        [GAP_TO_NEED] People in need less people reached.
        [COMPLETENESS] Accepted reports divided by expected ones: one for each reporting member, cluster and period.
        [TIMELINESS] Reports that were first submitted before the deadline as it stood when the period was made, divided by expected ones.
        [PARTNERS_REPORTING] Organisations with an accepted report divided by those expected to report.
        [INDICATOR] The values inside a place are added up, then places and then periods are put together as the indicator says. A ratio is the sum of numerators by the sum of denominators of the latest period that has any.
       *[SEVERITY_WEIGHTED_GAP] What reach leaves in the phases 3, 4 and 5 weighs 1, 2 and 3. Reach is allotted to the phases of an area from the most severe down, because nobody observes severity of each person who was reached.
    }

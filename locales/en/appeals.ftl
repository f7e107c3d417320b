# The mail of a new edition of an appeal. Amounts, shares and dates come written already; counts come as numbers.

edition-subject = { $title }, edition { $number }
edition-subject-missing = { $title }, edition { $number }: { $missing } still missing
edition-kicker = Appeal { $code }, edition { $number }, data as of { $date }
edition-findings = { $people }; { $money }
edition-people =
    { $target-form ->
        [one] Education support has reached { $reached } of the { $target } child targeted
       *[other] Education support has reached { $reached } of the { $target } children targeted
    }
edition-missing = { $missing } of { $required } is still missing
edition-covered = all of the { $required } asked for is covered
edition-required = Required
edition-received = Received
edition-still-missing = Missing
edition-funded = { $percent } funded: paid { $paid }, committed { $committed }. Pledged and not counted: { $pledged }.
edition-changes = What changed since edition { $number }
edition-first = What this edition says
edition-change = { $before } to { $now }
edition-reached = Children reached
edition-received-in = Received, { $currency }
edition-gap = Largest gap
edition-gap-children =
    { $count-form ->
        [one] { $area }, { $count } child
       *[other] { $area }, { $count } children
    }
edition-no-partner = No partner active
edition-no-partner-target = { $area }, { $count } targeted, 0 reached
edition-not-reported = Not reported
edition-not-reported-partners =
    { $count-form ->
        [one] { $area }, 0 of { $count } partner (not the same as zero)
       *[other] { $area }, 0 of { $count } partners (not the same as zero)
    }
edition-read = Read the report
edition-open = Opens without an account. Data (CSV, JSON) and method are on the same page.
edition-reporting =
    { $expected-form ->
        [one] { $reporting } of { $expected } partner reporting; source: partners’ accepted reports.
       *[other] { $reporting } of { $expected } partners reporting; source: partners’ accepted reports.
    }

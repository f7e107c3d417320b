# The web client: Help.

help-title-month = The month
help-text-month = A period opens, partners report what they did, where and for whom, and the cluster accepts each report or returns it with a note. Only accepted reports count.
help-title-offline = Without a network
help-text-offline = Every change is kept on this device within a second. What you send waits here until there is a connection, is sent once however often it is tried, and ends with a receipt. “On this device” shows all of it.
help-title-conflict = When two people change the same report
help-text-conflict = Changes that do not collide are merged. Where both changed the same cell you see both values and choose. Nothing is overwritten in silence.
help-title-null = Empty, zero, nothing to report
help-text-null = Empty means that nobody said. Zero is a number. “Nothing to report” says that nothing was done there this month.
help-title-figures = Where a figure comes from
help-text-figures = Every underlined figure opens: its method, as of when, its source, and the rows behind it as far as you may see them.
help-title-keys = With the keyboard
help-text-keys = Tab moves on, Shift and Tab move back, Enter opens, Escape closes. The first Tab on each screen offers to skip to the content.

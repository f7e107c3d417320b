# The web client: Search.

search-label = What are you looking for?
search-hint = The name of a partner or an activity; accents do not matter
search-none = Nothing was found
search-none-text = Try a shorter word.
search-partners = Partners
search-activities = Activities

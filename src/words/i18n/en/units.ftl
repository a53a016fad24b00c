# How many of something, and what stands around every message.

people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
seats = { $count ->
    [one] { $count } seat
   *[other] { $count } seats
}
tickets = { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}
addresses = { $count ->
    [one] { $count } address
   *[other] { $count } addresses
}
tables = { $count ->
    [one] { $count } table
   *[other] { $count } tables
}
rounds = { $count ->
    [one] { $count } round
   *[other] { $count } rounds
}
values = { $count ->
    [one] { $count } value
   *[other] { $count } values
}
features = { $count ->
    [one] { $count } feature
   *[other] { $count } features
}
trials = { $count ->
    [one] { $count } trial
   *[other] { $count } trials
}
rows = { $count ->
    [one] row { $rows }
   *[other] rows { $rows }
}
column = column { $name }
columns = columns { $names }
and = { $most } and { $last }
more = { $count } more
did-you-mean = Did you mean { $near }?
heading-word = { $heading }
is-it-the-column = Is it the column { $near }?
stop = Stop. { $said }
check = Check this. { $said }
note = Note. { $said }
more-of-these = And { $count } more of these.
nothing-drawn = Nothing was drawn and no file was changed.
nothing-changed = No file was changed.
not-clear = Is a message not clear? Tell whoever gave you this program, and name its code.
none = none
percent = { $number } %
date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
moment = { $date } at { $time } UTC
moment-local = { $date } at { $time } in { $zone } ({ $utc } UTC)
moment-day = the end of { $date } (UTC)

# Headings of tables

head-feature = Feature
head-value = Value
head-pool = Pool
head-share = Share
head-quota = Quota

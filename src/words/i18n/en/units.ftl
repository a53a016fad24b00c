# How many of something.

people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
seats = { $count ->
    [one] { $count } seat
   *[other] { $count } seats
}

# Hoeveel van iets.

people = { $count ->
    [one] { $count } persoon
   *[other] { $count } personen
}
seats = { $count ->
    [one] { $count } plaats
   *[other] { $count } plaatsen
}

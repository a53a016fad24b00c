# Hoeveel van iets, en wat om elke melding staat.

people = { $count ->
    [one] { $count } persoon
   *[other] { $count } personen
}
seats = { $count ->
    [one] { $count } plaats
   *[other] { $count } plaatsen
}
tickets = { $count ->
    [one] { $count } lot
   *[other] { $count } loten
}
addresses = { $count ->
    [one] { $count } adres
   *[other] { $count } adressen
}
tables = { $count ->
    [one] { $count } tafel
   *[other] { $count } tafels
}
rounds = { $count ->
    [one] { $count } ronde
   *[other] { $count } rondes
}
values = { $count ->
    [one] { $count } waarde
   *[other] { $count } waarden
}
features = { $count ->
    [one] { $count } kenmerk
   *[other] { $count } kenmerken
}
trials = { $count ->
    [one] { $count } proefloting
   *[other] { $count } proeflotingen
}
rows = { $count ->
    [one] rij { $rows }
   *[other] rijen { $rows }
}
column = kolom { $name }
columns = kolommen { $names }
and = { $most } en { $last }
more = nog { $count }
did-you-mean = Bedoelt u { $near }?
heading-word = { $heading ->
    [date] datum
    [event] gebeurtenis
    [reason] reden
    [feature] kenmerk
    [value] waarde
    [rate] kans
    [rule] regel
    [person] persoon
    [rounds] rondes
    [round] ronde
    [name] naam
    [table] tafel
    [topic] onderwerp
    [rank] rang
    [option] optie
    [text] tekst
    [supporters] steunen
    [count] telling
    [answer] antwoord
    [kind] soort
    [about] over
    [points] punten
    [into] naar
    [role] rol
    [present] aanwezig
    [stay] komt
    [people] mensen
    [confirm] bevestigt
    [ground] grond
    [remark] opmerking
    [with] met
    [for] voor
   *[other] { $heading }
}
is-it-the-column = Is het de kolom { $near }?
stop = Stop. { $said }
check = Kijk dit na. { $said }
note = Ter informatie. { $said }
more-of-these = En nog { $count } van deze.
nothing-drawn = Er is niets geloot en er is geen bestand veranderd.
nothing-changed = Er is geen bestand veranderd.
not-clear = Is een melding niet duidelijk? Vertel het aan degene van wie u dit programma hebt, en noem de code.
none = niets
percent = { $number } %
date = { $day } { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
moment = { $date } om { $time } UTC
moment-local = { $date } om { $time } { $zone ->
    [Amsterdam] Nederlandse tijd
   *[other] in { $zone }
} ({ $utc } UTC)
moment-day = het einde van { $date } (UTC)

# Kopjes van tabellen

head-feature = Kenmerk
head-value = Waarde
head-pool = Deelnemerspool
head-share = Aandeel
head-quota = Quotum

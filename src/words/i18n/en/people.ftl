# The one list of people: how everybody stands, and why.

stands = { $standing ->
    [in] in
    [seated] had a seat
    [asked] drawn, no answer yet
    [called] called, no answer yet
    [due] call now
    [reserve] reserve
    [declined] declined
    [withdrew] withdrew
    [no-show] did not come
    [not-drawn] not drawn
    [not-yet] nothing drawn yet
   *[excluded] excluded
}
told-excluded = Left out before { $several ->
    [yes] lottery { $lottery }
   *[no] the lottery
}: { $ground }.
told-left-out = Id { $id } is not in the list of which this lottery was made, and so had no chance in it: left out when that list was prepared, { $why }.
told-left-out-by = on the ground { $ground } (row { $row } of { $source })
told-seated = Had a seat before the lottery.
told-drawn = Drawn { $several ->
    [yes] in draw { $draw } of lottery { $lottery }
   *[no] in draw { $draw }
}, on ticket { $ticket }.
told-reserve = Reserve { $place } of { $of }{ $several ->
    [yes] {" "}in lottery { $lottery }
   *[no] {""}
}.
told-not-drawn = Not drawn{ $several ->
    [yes] {" "}in lottery { $lottery }
   *[no] {""}
}: was on { $held } of { $of } tickets.
told-not-yet = In the pool{ $several ->
    [yes] {" "}of lottery { $lottery }
   *[no] {""}
}: on { $held } of { $of } tickets.
told-happened = { $date }: { $event ->
    [confirmed] said yes
    [declined] said no
    [withdrew] withdrew
    [no-show] did not come
    [called] { $turn ->
        [yes] called, in turn
       *[no] called out of turn
    }
   *[corrected] what was put down last was taken back
}{ $reason ->
    [none] {""}
   *[other] {" "}({ $reason })
}.
told-due = To be called now ({ $why }).
column-order = order
column-name = name
column-status = status
column-reserve = reserve number
column-since = since
column-why = why
column-attempts = attempts
column-until = place held until
column-code = lot code
people-head = { $people } of { $lotteries ->
    [one] this lottery
   *[other] these { $lotteries } lotteries
}; { $events ->
    [one] { $events } event
   *[other] { $events } events
} after the last draw.
people-saved = Saved: { $rows ->
    [one] { $rows } person
   *[other] { $rows } people
} in { $file }. It holds personal data: it is for the organiser's own use, never for publication.
people-letters = It is for letters to who is in, in reserve or to be called; the column "status" says which, and each wants a letter of its own.{ $out ->
    [none] {""}
   *[other] {" "}Not in it: { $out }. For a letter to them, leave --only out.
}
people-of = { $count } { $status }
people-goes-on = Check this. A supplement { $line } goes on from this lottery: this is how people stood when it was made. Give the folder of the supplement for how they stand now.
people-published = Note. No list of events was given: this is how people stand by the last list that was published.
list-sheet-title = people
sheet-personal = Personal data: not for publication; destroy three months after the last meeting, unless your rules say otherwise
T-40 = This lottery goes on from another, whose line is { $line }, and its folder is not beside this one.
    .means = Without it the list would lack who left before, and the names and telephones of who had a seat already.
    .do = Say where it is: --continues DIR. With the sealed part; its names are nowhere else.
T-48 = The folder of the lottery before, whose line is { $line }, does not name this supplement as its last.
    .means = It is a copy from before the supplement was made, or was drawn from again, or another supplement has replaced this one: from it people would stand as they do not.
    .do = Give the folder in which the supplement was made, with --continues DIR, and put the copy elsewhere. Whether this one is replaced, geloot verify tells.
T-41 = There is no column { $heading } for the names.{ $near }
    .do = Give the headings of the list of volunteers, with commas between them: --names "first name,surname".
T-43 = { $file } is there already.
    .do = To write it again give --replace, or give another name: --out LIST-2.xlsx. What you typed into it yourself would be lost.
T-44 = { $file } is neither a spreadsheet (.xlsx) nor a list (.csv).
    .do = Give a name that ends in .xlsx or .csv.
T-46 = { $count } of the { $people } people of this list have no name: their columns for it are empty.
    .do = Did lists with other columns come together? Name all of them: --names "first name,surname,name".

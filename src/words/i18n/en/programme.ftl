# The programme: assembly after assembly, over years.

## Claims

P1 = The entries have no gaps, each names the one before, and each is as it was written
P2 = Every line that was noted is that of an entry
P3 = Every record given is entered as it is, and an entry that its charter names is before it
P4 = The counts add up, and are those of the records
P5 = The rules of each draw are those that were in force, and each change has a reason
P6 = The chances by cohort are those of the records, and add up to the seats
P7 = Each record excludes and keeps as many people as its entry says
P8 = The sealed rows are those committed to, and every erased row is accounted for
P9 = Nobody who was barred was in a lottery, and nobody else was barred
P10 = Bodies have no more members than seats, and nobody is beyond their term
P11 = The last letters went by turns
P12 = The burden is what the rows say

prog-checked = { $count ->
    [one] { $count } thing checked
   *[other] { $count } things checked
}
prog-not-checked = { $why ->
    [rests] Not looked at, because P{ $claim } fails.
    [head] Give the lines that you noted with --head.
    [record] Give the folders of the lotteries with --record.
    [sealed] The sealed part is not here, or --sealed was not given.
   *[nothing] There is nothing of the kind yet.
}
prog-failure = { $what ->
    [gap] Entry { $entry } is missing.
    [file] { $file } is missing, is not as it was written, or does not belong there (entry { $entry }).
    [previous] Entry { $entry } does not name the entry before it.
    [fact] Entry { $entry } has a fact that cannot be: { $file }.
    [earlier] Entry { $entry } is of a day before that of the entry before it.
    [not-last] { $file } does not follow from the last entry.
    [head] This line is of no entry here: { $file }
    [not-entered] The record { $file } is not entered.
    [draw-missing] The last draw or list of events of the record { $file } is not entered.
    [bad-record] The record { $file } cannot be read, or is not as it was frozen. "geloot verify" says more.
    [charter] The charter of { $file } names a line that is of no entry before entry { $entry }.
    [before-charter] Entry { $entry } is of a day before that of the charter of { $file }.
    [body] The charter of { $file } is for another body, or for letters to another frame, than entry { $entry }.
    [key] The key of the record { $file } does not follow from the key of this programme.
    [seed] The seed in entry { $entry } is not that of the record { $file }.
    [sum] The lines of { $file } in entry { $entry } do not add up.
    [count] Entry { $entry } counts others than there are: { $file }.
    [feature] Entry { $entry } counts by a feature by which its rules do not report.
    [grown] The burden that entry { $entry } tells is not that of the entry before it and what its counts say.
    [rules] Entry { $entry } names rules that were not in force.
    [kind] The charter of entry { $entry } says that its people registered themselves, and by the rules their frame is none of such people.
    [chances] The chances in entry { $entry } are not those of its record, or do not add up.
    [excluded] The record of entry { $entry } has other people on the ground or list { $file } than the entry says.
    [root] The rows of entry { $entry } do not lead to the root that it published.
    [unaccounted] Rows were erased, and no erasure says so.
    [early] Rows were erased because their time was over, and by the rules and the days in the ledger it was not: entry { $entry }, { $file }.
    [code] The code { $person } does not follow from the key.
    [was-barred] { $person } was barred, and was in the lottery of entry { $entry }.
    [alike] { $person } was in the lottery of entry { $entry } under an id that looks like that of somebody who was barred, and who is missing there.
    [no-ground] { $person } was barred from the lottery of entry { $entry }, and there was no ground for it.
    [too-many] After entry { $entry } { $file } has more members than seats.
    [too-long] Entry { $entry } gives { $person } a longer term than the rules.
    [out-of-turn] { $person } had a letter of entry { $entry } out of turn.
    [passed-over] { $person } should have had a letter of entry { $entry } before others.
    [lot] What { $person } took over in entry { $entry } does not follow from the seed.
   *[burden] The table of burdens of entry { $entry } is not what the rows say.
}
prog-remark-erased = { $rows ->
    [one] { $rows } row erased
   *[other] { $rows } rows erased
}: { $retention } because their time was over, { $request } because somebody asked.
prog-remark-partly = Rows were erased since, so of older entries only what is left was looked at.
prog-remark-barred-late = { $count ->
    [one] { $count } person who was in the lottery of entry { $entry } would have been
   *[other] { $count } people who were in the lottery of entry { $entry } would have been
} barred from it by rows of earlier days that were entered after it. Whether they could have been entered in time, no file shows.
prog-remark-grounds = { $count ->
    [one] { $count } person was
   *[other] { $count } people were
} excluded on grounds that are none of the programme's. They stand in excluded.csv of the lotteries; whether they hold nobody can see from the ledger.
prog-remark-renewed-late = Seats of { $body } were to change on { $due }, and changed on { $day }.
prog-remark-as-entered = { $served } rows of hours and money and { $links } links of ids are as they were entered. No record shows whether they are true: whoever they are about sees them with "geloot programme explain".
prog-remark-annulled = { $count ->
    [one] { $count } entry is of a draw that was annulled: a later one of the same lottery
   *[other] { $count } entries are of draws that were annulled: a later one of the same lottery
} took its place.
prog-remark-for-nobody = { $count ->
    [one] The charter of { $count } record does not say for which body it is, or to which frame its letters go. That was chosen when it was entered, by somebody who could know who was drawn.
   *[other] The charters of { $count } records do not say for which body they are, or to which frame their letters go. That was chosen when they were entered, by somebody who could know who was drawn.
}
prog-remark-newcomers-by = The turns of newcomers in the last letters follow from the seed of entry { $entry }, { $title }. Look in its record what that seed came from: whoever could choose the words, or when it was entered, could choose whose turn it is.
prog-remark-swing = The rule { $setting } was changed on { $from } (entry { $changed }) and changed back on { $until } (entry { $back }). { $count ->
    [one] One lottery was drawn by what it said in between: entry { $entries }.
   *[other] Lotteries were drawn by what it said in between: entries { $entries }.
} The two entries say why; ask whether that is the whole reason.
prog-remark-open-keys = Whether the key of the codes follows from the programme's could not be checked of { $records }: that takes the sealed parts of both, and a lottery that goes on from another has the key of the first.
prog-remark-unbound = { $dates ->
    [0] {""}
    [one] The charter of { $dates } record has no day, so nobody can see whether the line in it was old when it was frozen.
   *[other] The charters of { $dates } records have no day, so nobody can see whether the lines in them were old when they were frozen.
}{ $lines ->
    [0] {""}
    [one] {" "}The charter of { $lines } record names no line of this programme: the rules just before its entry count.
   *[other] {" "}The charters of { $lines } records name no line of this programme: the rules just before their entries count.
}
prog-remark-unsaid = The charter of entry { $entry } does not say that the people of { $frame } registered themselves: its record passes for a draw from the population, and it is none.
prog-remark-gap = The charter of entry { $entry } is of { $charter }, and the entry itself of { $entered }. Who was barred was looked at on that last day.
prog-remark-others = { $count ->
    [one] The record of { $count } lottery was not given.
   *[other] The records of { $count } lotteries were not given.
}
prog-summary = { $passed } claims hold, { $failed } fail, { $left } not checked.

## Words

prog-event = { $event ->
    [pool] in a pool
    [drawn] drawn
    [reserve] in reserve
    [excluded] excluded
    [stays] had a seat already
    [called] called from the reserve
    [confirmed] said yes to a seat
    [declined] said no to a seat
    [withdrew] withdrew
    [no-show] did not come
    [corrected] event corrected
    [letter] letter
    [joined] took over a memory of letters
    [yes] said yes to a letter
    [no] said no to a letter
    [served] served
    [paid] paid
    [term] seat
    [left] left a seat
    [carried] stays a candidate
    [consent] agreed to be in the register
    [do-not-ask] asked not to be asked
    [gone] left the register
    [barred] stays barred
   *[link] linked to another id
}
prog-ground = { $ground ->
    [cool-off] cool-off
    [do-not-ask] asked not to be asked
    [limit] at a limit
    [other] has a seat that does not go with this one
    [frame] not of the group that is drawn from
   *[consent] no agreement, or it has ended
}
prog-amount = { $event ->
    [served] { $number } minutes
    [paid] { $number } euros
    [pool] { $number } tickets with a seat
    [reserve] place { $number }
    [joined] lot { $number }
   *[other] { $number }
}
prog-kind = { $kind ->
    [rules] rules
    [letters] letters
    [panel] draw
    [roster] events after a draw
    [served] answers, hours, money
    [term] terms
    [carry] candidates, agreements
    [links] links
   *[erasure] erasure
}
prog-all = all
prog-self-registered = { $frame }: drawn from people who registered themselves; not a draw from the population.

## Screens

prog-begun = The programme { $name } begins in { $dir }. Publish the part "public", keep "sealed" apart, and note this line where others see it:
prog-longer = Rows of { $event } are kept for { $kept } months, and no rule looks back further than { $needed }. Keep no personal data longer than you need.
prog-linkable = The rules say linkable = true, and this program gives each lottery codes of its own: nobody can follow a code through the years.
prog-added = { $count ->
    [one] { $count } entry added to { $dir }:
   *[other] { $count } entries added to { $dir }:
}
prog-few = This entry has fewer rows of the event "{ $event }" than the smallest cell. How many they are, and their sum, is public in counts.csv and burden.csv, and whoever knows whose they are knows that too. Better enter them together with others.
prog-barred-late = { $count ->
    [one] { $count } person was
   *[other] { $count } people were
} in the lottery of entry { $entry } whom these rows would have barred: they are of days before it, and you enter them after it. That draw stays as it is, and whoever checks the ledger is told. Enter hours and answers before you ask what is due.
prog-as-drawn = { $said } It is entered as it was drawn, and does not change: claim P9 fails from now on, and names them by their codes. Say it where you publish the line.
prog-unsaid = The charter of this lottery does not say that the people of { $frame } registered themselves, so its record passes for a draw from the population. Say it wherever you publish it; and freeze the next one with all that charter.toml of "due" says.
prog-odd-before = Row { $rows } is of a day before { $begun }, on which this programme began. How long somebody stays out is counted from that day.
prog-odd-long-day = Row { $rows } has more than the 1,440 minutes of a day. If they are of several days, give each day its row: how long somebody stays out is counted from it.
prog-odd-body = { $near ->
    [none] Row { $rows } is of { $body }, which the rules do not have: no rule of a body looks at it.
   *[other] Row { $rows } is of { $body }, which the rules do not have, so that no rule of a body looks at it. Was { $near } meant?
}
prog-odd-besides = Row { $rows } comes on top of what entry { $entry } has of the same person, day and body: both count. A row cannot take the place of one that was entered.
prog-odd-ended = In row { $rows } "until" is the day on which it begins, or before. So it counts for nothing: it is over when it begins.
prog-other-day = Entry { $entry } has this lottery with the day { $date }, and an entry does not change. Who is barred and until when is counted from that day; if another was meant, say so where you publish the line.
prog-late = The charter of this lottery is of { $charter }, and you enter it on { $entered }. Who is barred follows from that day: give the day of the draw.
prog-added-entry = { $entry }  { $kind }, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
prog-nothing-new = All of this was in the ledger already: nothing was added.
prog-head = Note this line where others see it; it stands for everything up to now:
prog-erased = { $rows ->
    [one] { $rows } row erased
   *[other] { $rows } rows erased
}, told in entry { $entry }. Every line noted before still holds. Copies and backups are yours to erase.
prog-erased-barred = Their code and the day { $until } are kept, so that they stay barred until then. Nothing else is.
prog-erased-sums = What they gave or got stays in the sums that were published: whoever compares burden.csv of an entry with that of the entry before sees what came in then. Lines that others noted commit to those tables, so nobody can change them.
prog-erased-people = { $people ->
    [one] The ledger does not know { $people } person any more.
   *[other] The ledger does not know { $people } people any more.
}

prog-due-body = { $body } on { $date }: { $seats } seats, { $stay } stay, { $left } left since the draw before, { $vacant } to be filled.
prog-due-waits = { $count ->
    [one] { $count } empty seat waits for the renewal of { $until }: too little of its term is left.
   *[other] { $count } empty seats wait for the renewal of { $until }: too little of their terms is left.
}
prog-due-ends = { $count ->
    [one] { $count } seat ends on { $until }.
   *[other] { $count } seats end on { $until }.
}
prog-due-register = { $people } people in the register: { $never } never in a lottery, { $pool } in one and not drawn, { $drawn } drawn before.
prog-due-letters = { $letters } letters on { $date }: { $people } people may have one, { $open } are open.
prog-due-chance = Everybody's chance beforehand is { $letters } in { $people }, whatever letters they had before.
prog-due-chances = The chance beforehand is not the same in each group, as letters are whole: from { $few } in { $of } to { $many } in { $among }, however many letters somebody had before.
prog-due-certain = { $certain } letters are certain (nobody else is open, or their letter is longest ago), { $drawn } are drawn by lot.
prog-due-newcomers = { $count ->
    [one] { $count } newcomer to the register
   *[other] { $count } newcomers to the register
}, { $lots } of whom took over the memory of a resident by lot; { $gone } are gone.
prog-due-runs = { $again ->
    [never] Who had a letter never has one again: after { $draws } draws of as many letters the register runs out, and whoever comes to live here later is drawn far more often.
   *[round] After { $draws } draws of as many letters everybody has had one, and the round begins again.
}
prog-due-barred = Barred:
prog-due-barred-line = { $ground }: { $people }{ $until ->
    [none] {""}
   *[other] , the last until { $until }
}
prog-due-nobody-barred = Nobody is barred.
prog-due-near = { $count ->
    [one] { $count } person is near a limit.
   *[other] { $count } people are near a limit.
}
prog-carried = { $people ->
    [one] { $people } person stays a candidate from before, beside { $new } who are new.
   *[other] { $people } people stay candidates from before, beside { $new } who are new.
}
prog-carried-mixed = The chance of a newcomer: { $alone } without them, { $mixed } with them in one pool.
prog-carried-mix = The rules put both into one pool (mix = true).
prog-carried-choose = They are a frame of their own, in the column "doorgeschoven": give --carried-seats K for the seats that are theirs, or leave them out.
prog-carried-apart = { $seats ->
    [one] { $seats } seat is theirs: a chance of { $carried } for each of them, of { $new } for each newcomer. Add the quotas in { $file } to yours.
   *[other] { $seats } seats are theirs: a chance of { $carried } for each of them, of { $new } for each newcomer. Add the quotas in { $file } to yours.
}
prog-links = Of the ledger, no longer in the register under their id: { $missing }. New ids in the register: { $new }.
prog-links-alike = { $count ->
    [one] { $count } pair is alike in { $same }, and alone in that.
   *[other] { $count } pairs are alike in { $same }, and alone in that.
}
prog-links-near = { $count ->
    [0] Nobody is nearly alike.
    [one] { $count } pair is nearly alike, or alike with others: look at it. Nobody is ever linked by the program.
   *[other] { $count } pairs are nearly alike, or alike with others: look at them. Nobody is ever linked by the program.
}
prog-links-next = Read the list, strike out who is not one person, and enter it:
prog-report-groups = Load by group
prog-report-inside = Not for publication as it stands: it shows groups of fewer than { $smallest } people. For everybody, make it from the folder "public" alone.
prog-report-overlaps = People in two groups
prog-report-overlap = { $people ->
    [one] { $people } person is in { $one } and in { $other }.
   *[other] { $people } people are in { $one } and in { $other }.
}
prog-report-replies = Replies
prog-report-reply = { $record }: { $open } open, the first due on { $due }; { $late } late; { $done } came.
prog-report-reply-done = { $record }: all { $done } came, { $late } of them late.
prog-plot = { $title }: bars of what came, with a mark of one deviation to either side of what was to be expected
prog-plot-got = what came
prog-plot-expected = to be expected, with one deviation on each side
prog-plot-share = as large a part as of the people in the register
prog-plot-largest = the most that one person had
prog-plot-mean = on average, of who had any
prog-plot-spread = one deviation on each side of that
prog-plot-scales = Each thing has a scale of its own: bars are compared within it.
prog-plot-register = In the register
prog-plot-after = { $draws ->
    [0] Open today
    [one] Open after { $draws } more draw
   *[other] Open after { $draws } more draws
}
prog-plot-calendar = Calendar: when there was what, and until when seats last
prog-plot-calendar-note = Each mark is an entry; the line is { $date }; bars are seats, until they end.
prog-report-runs-title = How far the register goes
prog-head-draws = After so many draws
prog-head-people-register = People in the register
prog-head-group = Group
prog-head-hours = Hours
prog-head-most-hours = Most hours
prog-due-stale = { $count ->
    [one] The time of { $count } row is over: "geloot programme erase { $dir } --retention --date { $date }".
   *[other] The time of { $count } rows is over: "geloot programme erase { $dir } --retention --date { $date }".
}
prog-due-enough = The chance that { $letters } letters give { $seats } people who say yes, if { $rate } do, is { $chance }.
prog-nearly-none = nearly none: below 1 in 1,000
prog-due-few = Do not post yet: these letters will most likely not fill the seats. Send more, or ask for fewer seats.
prog-due-saved = Saved in { $dir }: { $files }.
prog-due-next = Next, with your own quotas in the place of QUOTAS.csv, and what charter.toml says in your own charter:
prog-due-homes = any: two letters can go to one house; one-letter: at most one (then name postcode, number and addition in [columns]); address-first: houses are drawn first
prog-due-next-letters = Next:
prog-due-next-many = Letters are drawn by an invitation lottery, of which every resident can check their own lot (add the source of the seed to invitation.toml first):
prog-due-invitation = Or as an invitation lottery, of which every resident can check their own lot (add the source of the seed to invitation.toml first):
prog-head-feature = Feature
prog-head-value = Value
prog-head-people-last = People in the last lottery
prog-head-people = People
prog-head-letters = Letters
prog-head-seats = Seats
prog-head-expected = Expected
prog-head-luck = Luck
prog-head-deviation = Deviation
prog-head-stratum = Stratum
prog-head-open = Open
prog-head-date = Date
prog-head-what = What
prog-head-entry = Entry
prog-head-total = Total
prog-head-largest = Most
prog-head-mean = Mean
prog-head-spread = Spread

prog-report = { $name }: { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
}, on { $date }
prog-report-calendar = Calendar
prog-report-letters = Letters by cohort, over all draws
prog-report-seats = Seats by cohort, over all draws
prog-report-luck = Luck is seats less expected seats: its mean is 0, and two thirds of the time it is within one deviation. What a cohort may expect follows from the quotas and from who volunteered; it is no judgement of either.
prog-report-burden = Burden, over the people who had any
prog-report-burden-what = { $event ->
    [letter] Letters
    [drawn] Times drawn
    [served] Minutes
   *[paid] Euros
}
prog-report-terms = Seats by the day on which they end
prog-report-terms-line = { $body }, until { $until }: { $seats }
prog-report-runs = { $again ->
    [never] The register: { $open } of { $people } people never had a letter; after { $draws } more draws of { $letters } letters nobody is left.
    [round] The round: { $open } of { $people } people are still to have a letter, in { $draws } draws of { $letters } letters.
   *[after] The register: { $open } of { $people } people are open for the next { $letters } letters.
}
prog-report-erased = Erased: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} ({ $why ->
    [retention] their time was over
   *[request] somebody asked
})
prog-report-missing = The rules report by { $names }, and no lottery counts by that: no file had that column. See whether the heading in the file is the same as in "reports".
prog-report-no-cohorts = There has been no lottery yet.
prog-page-saved = The page is in { $file }.

prog-explain = Code { $code } in the ledger. { $letters ->
    [one] { $letters } letter
   *[other] { $letters } letters
}, drawn { $drawn ->
    [one] once
   *[other] { $drawn } times
}, with { $expected } seats to expect from all lotteries.
prog-explain-linked = Known under { $count ->
    [one] one other id
   *[other] { $count } other ids
} as well.
prog-explain-last = The last letter in the memory is of { $date }.
prog-explain-seat = Has a seat in { $body } until { $until }.
prog-explain-free = { $of }: may be drawn.
prog-explain-barred = { $of }: barred ({ $ground }){ $until ->
    [none] {""}
   *[other] , until { $until }
}{ $event ->
    [none] {""}
   *[other] , because of { $event } on { $since }
}.
prog-explain-rows = What happened:
prog-explain-receipts = With --json this has a receipt for each row: with it and the published entry, anybody can check that the row is in the ledger.

## Refusals

O-01 = { $count ->
    [one] { $count } setting of { $file } is not right.
   *[other] { $count } settings of { $file } are not right.
}
    .do = Put them right and give the command again.
prog-rule = { $key ->
    [none] {""}
   *[other] { $key }:{" "}
}{ $what ->
    [not-toml] this is not TOML 1.0, from line { $number } on{ $near ->
        [none] {""}
       *[other] ; there is a curly quotation mark { $near }, where a straight one belongs
    }.
    [missing] is missing.
    [unknown] means nothing{ $near ->
        [none] {""}
       *[other] ; did you mean { $near }?
    }
    [twice] is the name of two.
    [nobody] names no frame and no body of these rules.
    [too-short] is { $number } months, and { $rule } looks back { $needed ->
        [ever] for ever, so nothing of it can be forgotten: leave this line out.
       *[other] { $needed } months: keep it as long, or look back less.
    }
    [name] must be a name of at most 60 signs, without commas, semicolons and quotation marks.
    [months] must be a number of months between quotation marks, such as "36 months".
    [number] must be a whole number from 1.
    [seats] must be a whole number from 1 to 10000.
    [texts] must be a list of names between quotation marks.
    [table] must be a table, such as {"{"} served = "36 months" {"}"}.
    [again] must be "48 months" or another number of months, "round", "never" or "none".
    [kind] must be "register" or "self-registered".
    [yes-no] must be true or false.
    [event] is no event that is known; the page on files lists them.
   *[renewals] does not fit: at most as many seats as the body has, and the term must be just the renewals that it takes to change all seats (24 seats, 8 each half year: 18 months).
}
O-02 = { $file } is missing or cannot be read{ $line ->
    [none] {""}
   *[other] , from line { $line } on
}.
    .do = Put the folder back from a copy. "geloot programme verify" says what is wrong with it.
O-03 = The ledger is not as it was written.
    .means = { $claim }
    .do = Nothing is added to a ledger that was changed. Put it back from a copy.
O-04 = The sealed part is not here, so nobody knows who is who.
    .do = Put the folder "sealed" beside "public".
O-05 = { $name ->
    [none] The rules have several bodies, and none is named.
   *[other] The rules have no body { $name }.
}
    .do = Name one with --body: { $known }.
O-06 = { $name ->
    [none] The rules name no frame.
   *[other] The rules have no frame { $name }.
}
    .do = { $known ->
        [none] Put a [[frame]] into programme.toml: the register whose ids are used.
       *[other] Name one with --frame: { $known }.
    }
O-07 = { $file } has no column with ids that stay the same over the years.
    .means = Row numbers are somebody else's next year.
    .do = Name the column with --id-column.
O-08 = { $count ->
    [one] { $count } thing is not right in { $file }.
   *[other] { $count } things are not right in { $file }.
}
    .do = Put them right and give the command again.
prog-list-column = There is no column { $heading }. It may be called: { $names }. In the file are: { $known }.
prog-list-near = The column { $heading } is not used; give it the heading { $near } if that is meant, or another one.
prog-list-cell = Row { $row }, { $heading }: { $cell ->
    [none] the cell is blank
   *[other] { $cell } cannot be read
}.
prog-list-word = Row { $row }, { $heading }: { $cell } is no word that can stand here. It can be: { $words }.
prog-list-unknown = Row { $row }: { $alike ->
    [yes] nobody has this id, but somebody's looks like it; a spreadsheet may have changed it.
   *[no] nobody in the ledger has this id.
}
prog-list-later = Row { $row }: the day is after that of --date, so it has not happened yet.
prog-list-want = { $want ->
    [day] Write a day as 2027-03-01, 1-3-2027 or 1 March 2027.
    [minutes] Write minutes as a whole number: 90, not 1,5 or 1:30.
    [cents] Write cents as a whole number: 7500 for € 75.00.
    [number] Write a whole number.
    [name] Write at most 60 signs, without commas, semicolons and quotation marks.
   *[other] {""}
}
prog-list-twice = Row { $row } says the same as row { $first }.
prog-list-entered = Row { $row } says what entry { $entry } of the ledger says already, so it would count twice. Take it out; if it did happen twice, name the two in the column "edition", or add them up on one row.
prog-list-more = { $count } more.
O-09 = The reason or title is empty, longer than 2,000 bytes, not one line, or has a sign that cannot be seen.
    .do = Give it in a sentence.
O-28 = The reason or title holds a telephone number or a mail address, and it becomes public.
    .means = What is published can never be taken back, so nothing by which somebody can be reached goes into it.
    .do = Take it out; write a role or an office instead.
O-10 = { $name } cannot be the name of an edition.
    .do = Use at most 60 signs, without commas, semicolons and quotation marks.
O-11 = The lottery was frozen without the programme's key, so its codes could be joined with those of others.
    .do = Freeze it with --key and the file sealed/key.txt of the programme; "geloot programme due" prints the command.
O-12 = These are the rules in force already.
    .do = Change something in the file, or leave --rules out.
O-13 = Nobody in the ledger has this id{ $near ->
    [yes] , but somebody's looks like it; a spreadsheet may have changed it
   *[no] {""}
}.
    .do = Look the id up in your own register. Whoever is in no entry is barred by nothing.
O-14 = Nothing is to be erased: no row's time is over, and the person has no row.
O-15 = { $letters } letters, and { $people } people may have one.
    .do = Send fewer, or change again-after in the rules with a reason.
O-16 = { $people ->
    [one] { $people } person who stays has no row in the register, so their features are not known.
   *[other] { $people } people who stay have no row in the register, so their features are not known.
}
    .do = Add their rows to the register; or enter first that they left: an event "left" with --events.
O-17 = { $file } is not the list of the register that belongs to these letters.
    .do = Give the frame.csv that "geloot programme due" wrote when these letters were prepared.
O-18 = { $file } has no column { $heading }.
    .do = Its columns are: { $known }.
O-40 = Rows of { $file } are hardly ever meant like that, and an entry does not change.
    .do = Correct the list. If it is right as it is, give --as-given.
O-19 = { $date } is before { $last }, which is entered already.
    .do = Give the day on which it is entered, not before the last.
O-32 = { $rows ->
    [one] { $rows } row is erased of which no entry says so yet: an erasure was cut short.
   *[other] { $rows } rows are erased of which no entry says so yet: an erasure was cut short.
}
    .do = Give the same "geloot programme erase" again: it finishes. Then this.
O-20 = The charter of the lottery names a line that is not of this programme.
    .do = Give the folder of the programme for which it was drawn.
O-45 = { $letters ->
    [yes] The charter of the lottery says that its letters go to the people of { $charter }, not of { $given }.
   *[no] The charter of the lottery says that it is for the body { $charter }, not { $given }.
}
    .means = It was fixed before the draw. Entered as another, people who are barred could pass.
    .do = Leave out { $letters ->
        [yes] --frame
       *[no] --body
    }: the charter says it.
O-46 = The charter of the lottery says that it is for the body { $charter }, and it is entered as letters.
    .means = It was fixed before the draw. Entered as letters, nobody would have a seat by it.
    .do = Leave out --letters: the charter says which body it is for.
O-29 = The charter of the lottery, of { $charter }, names the line of entry { $named }. Before that day there were other rules: entry { $rules }.
    .means = An old line would choose the rules that bar people.
    .do = Ask "geloot programme due" again, and freeze the lottery with the line that it gives.
O-30 = { $date } is before { $charter }, the day of the charter of this lottery.
    .means = Who is barred follows from the day of the entry.
    .do = Give the day of the draw with --date.
O-31 = { $beside ->
    [yes] { $people ->
        [one] { $people } person has, but for zeros in front, the id of somebody who is barred{ $rows ->
            [none] {""}
           *[other] : row { $rows }
        }.
       *[other] { $people } people have, but for zeros in front, ids of others who are barred{ $rows ->
            [none] {""}
           *[other] : rows { $rows }
        }.
    }
   *[no] { $people ->
        [one] { $people } person has an id that looks like that of somebody who is barred and is missing{ $rows ->
            [none] {""}
           *[other] : row { $rows }
        }.
       *[other] { $people } people have ids that look like those of others who are barred and are missing{ $rows ->
            [none] {""}
           *[other] : rows { $rows }
        }.
    }
}
    .means = Under another id somebody seems to be new, and no bar counts.
    .do = { $beside ->
        [yes] Spreadsheets drop zeros in front of a number: give the column the form of text, and take the row out if it is the same person. If it is really somebody else, give them another id.
       *[no] Write the id as it was. If it is really somebody else, put the row of whoever is barred into the register too.
    }
O-33 = { $barred ->
    [0] {""}
    [one] { $barred } person who was in this lottery is barred from it on that day.
   *[other] { $barred } people who were in this lottery are barred from it on that day.
}{ $groundless ->
    [0] {""}
    [one] { $barred ->
        [0] {""}
       *[other] {" "}
    }{ $groundless } person was left out of this lottery on a ground of the programme that is not there.
   *[other] { $barred ->
        [0] {""}
       *[other] {" "}
    }{ $groundless } people were left out of this lottery on a ground of the programme that is not there.
}
    .means = An entry does not change: from then on claim P9 would fail, and name them by their codes.
    .do = If another day or body was meant, give the day of the draw and the body for which "due" was asked. If nobody was told of this draw yet, ask "due" again and make another lottery with its lists. If the draw stands, enter it with --as-drawn: it happened, and whoever checks the ledger sees it.
O-21 = A person cannot be two others, nor one of a circle: rows { $rows }.
    .do = Put each id once, behind the id that was known before.
O-22 = { $folder } is not the folder of a programme.
    .do = Make one with "geloot programme new".
O-23 = { $date } is not a day.
    .do = Write it as 2027-03-01.
O-24 = Nothing is given to be added.
    .do = Give --record, --answers, --served, --events, --links or --rules.
O-26 = People who stay candidates cannot have so many seats of their own here: { $least } at least, { $most } at most.
    .do = As many as are to be filled and as there are such people; without any, or with mix = true in the rules, leave --carried-seats out.
O-27 = { $date } is still to come: by this computer's clock it is not later than { $today } anywhere on earth. What is erased before its time is gone for good.
    .do = Give the day of today. (To practise on a copy: --day-to-come.)
O-25 = This is not a line of a programme: { $line }
    .do = It starts with "geloot-ledger-1:" and 64 signs follow. Copy it whole.
O-39 = These are the letters of an invitation lottery.
    .do = Give with --letters the frame.csv that "geloot programme due" wrote for them.
saved-entry = Entry { $entry } is in the ledger. Give the same command again: it completes the rest.

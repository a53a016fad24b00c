# The claims of the record, why one was not checked, and what was wrong.

# What each claim says

V1 = The list of frozen files is the one that the commitment names
V2 = The commitment is the one that was published before the draw
V3 = Every frozen file is there and unchanged
V4 = There is nothing in the record that does not belong there
V5 = The record follows rules that this program knows, and is complete
V6 = Quotas, profiles and pool are sound and agree
V7 = The tickets are numbered without gaps, and each is a panel of people who exist
V8 = Every ticket's panel fills the seats and meets every quota
V9 = The chances published are those that the tickets give
V10 = No lottery that meets these quotas is fairer than is said
V11 = Every draw and trial is recorded, whole and in order
V12 = The seed is of the source that was declared beforehand
V13 = The evidence is genuine as far as it can show
V14 = The seed follows from the commitment and the evidence
V15 = The winning ticket follows from the seed or was drawn by hand
V16 = The panel is the winning ticket's, person by person
V17 = The sealed part belongs to the public part, person by person
V18 = The clerk's lists follow from the record: everybody is on the panel or remains
V19 = Whoever was excluded or has a seat already is not drawn from, and the rest is what they leave
V20 = Each seat plan follows from its inputs and its seed, seat by seat
V21 = Each seat plan keeps all its rules
V22 = The figures of each seat plan are what its seats give
V23 = The reserves follow from the seed, the panel and the rates in the record
V24 = After the draw every reserve was called in turn, or for a reason given
V25 = The supplementary lottery goes on where the record before it ended
V26 = Made again from the frozen inputs, the lottery is the same, byte by byte
V27 = The list of people is the one that was prepared from its sources
pass = PASS
fail = FAIL
not-checked = NOT CHECKED
checked-tickets = { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}
checked-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
checked-records = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
checked-seat-plans = { $count ->
    [one] { $count } seat plan
   *[other] { $count } seat plans
}
checked-checks = { $count ->
    [one] { $count } check
   *[other] { $count } checks
}
wrong-first = { $count } wrong. { $first }
public-alone = Only the folder "public" was looked at. Seat plans stand beside it, in "sessions": give the folder that holds both to check them.
summary = { $passed ->
    [one] { $passed } claim passes
   *[other] { $passed } claims pass
}, { $failed ->
    [one] { $failed } fails
   *[other] { $failed } fail
}, { $left } could not be checked.
cannot-show = No record can show:
    .commitment = that the commitment was public before the seed was known: only whoever saw it then can say;
    .invited = that the list of people who could be invited was complete;
    .answers = that what people answered about themselves is true;
    .grounds = that whoever was excluded, or had a seat already, was so for the reason given;
    .pressed = that nobody was pressed to volunteer, to stay away or to withdraw;
    .heard = that words or numbers given as the seed are those that people saw or heard, unless a beacon signed them;
    .other = that there was no other lottery with the same people, or an earlier or later draw whose record was left out.
cannot-show-acts = And of what was decided:
    .hands = that hands and papers were counted right;
    .present = that those present were those on the roll;
    .wording = that the wording of the options was understood;
    .pressed = that nobody was pressed in the vote;

# Why a claim was not checked

why-rests-on = It rests on claim { $claim }, which did not pass.
why-no-line = Give the published line with --commitment to check it.
why-no-draw = Nothing has been drawn.
why-undeclared = No source of the seed was declared, so nobody can check that the seed was not chosen.
why-not-prepared = The list of people was not prepared by a recipe.
why-no-sealed = The sealed part is not here. Whoever keeps it can check this.
why-no-lists = The clerk's lists are not here.
why-not-searched = The proof leans on a search over panels, and that search was not made again to its end here. "geloot verify --re-solve" searches for as long as it takes.
why-no-record-before = Give the folder of the lottery before it with --continues to check it.
why-no-codes = A record of these two shows profiles and no codes, so only with the sealed parts of both can anybody tell who is who.
why-not-made = The lottery was not made again here, so nobody looked whether it was chosen among equally fair ones. "geloot verify" without --no-re-solve makes it again.
why-other-search = It was made by search rules { $made }, and this program has search rules { $here }, which may make another of the same inputs. Only a program with search rules { $made } can make it again. What needs no search is checked as ever.
why-no-rosters = No list of events after the draw was published.
why-no-reserves = No reserves were drawn.
why-no-seat-plan = No seat plan is there that can be read.
why-nothing-before = Nobody was excluded or confirmed before, and there is no household rule.

# What was wrong first

bad-shape = it does not have the right columns or fields
bad-row = row { $row } is not what it should be
bad-rules = it follows rules { $rules }, which this program does not know
bad-people = it counts more people than the { $most } that a lottery can be made of
bad-form = it is not written exactly as it should be
fail-missing = { $file } is not there.
fail-unreadable = { $file } cannot be used: { $why }.
fail-other-commitment = commitment.txt names another list of files. One of the two was changed or exchanged.
fail-other-published = The published line names another lottery than this one. Something was changed after publication, or the line is not this lottery's.
fail-changed = { $file } is not the file that was frozen. Keep both versions and ask whoever froze it.
fail-large = { $file } is larger than { $most } bytes, and no charter is. It was not read.
fail-extra = { $file } does not belong there.
fail-unknown-rules = The record follows rules { $rules }, which this program does not know.
fail-no-such-panel = A ticket names a profile that does not exist or has too few members.
fail-quota = The panel of ticket { $ticket } has { $people } with { $feature } { $value }; the quota is { $min } to { $max }.
fail-seats = The panel of ticket { $ticket } has { $seated }; there are { $seats }.
fail-chance = Profile { $profile } is said to hold { $stated }; it holds { $found }.
fail-no-proof = The certificate is not a proof.
fail-unsettled = The certificate says nothing about { $profiles } of the profiles.
fail-digits = The certificate has a number of more than { $most } digits. No true certificate under these quotas has one, and such numbers only keep whoever checks them busy.
fail-denominator = The chances of the certificate have a common denominator that is too large: the fairest chances under these quotas cannot have it.
fail-level = Level { $level } of the certificate does not show that nobody in it can have more.
fail-off = Somebody may hold { $off } more or fewer than the fairest lottery gives; for this status it may be at most { $allowed }.
fail-few-tickets = There are too few tickets to tell a fair lottery from an unfair one: { $tickets }. Rounding may cost anybody 3 tickets, which must be at most a quarter of the smallest chance{ $needed ->
    [unknown] {""}
   *[other] ; that takes { $needed }
}.
fail-search-disagrees = A new search found a panel that the certificate says does not exist.
fail-made-other = Made again from the frozen inputs, { $file } is another. Of lotteries that are equally fair this is not the one that the rules make: somebody may have chosen who sits together.
fail-made-none = From the frozen inputs the rules make no lottery at all, so this one was made in another way.
fail-record = The record of { $draw } is not whole: { $file } is missing, changed or not listed.
fail-gap = The record of number { $draw } is missing between others.
fail-other-lottery = The record of { $draw } belongs to another lottery.
fail-chain = The record of { $draw } does not follow from the record before it.
fail-reason = The record of { $draw } should give a reason for drawing again if, and only if, it is a later draw.
fail-record-fact = The record of { $draw } has a wrong { $fact }.
fail-overridden = The seed of { $draw } is of another source than declared. The reason given: { $reason }
fail-departed = The seed of { $draw } is of another source than declared, without a reason.
fail-beacon = The beacon's answer in the record of { $draw } is not signed by the beacon, or is of another round.
fail-early = The beacon's round of { $draw } was known before, or on, the date of the commitment.
fail-not-sealed = The words that { $role } opened in { $draw } are not those that were handed in, sealed, before the freeze.
fail-no-sealers = The charter does not name the people whose sealed words decided { $draw }.
fail-by-hand = What was drawn, thrown or opened by hand in { $draw } cannot decide this lottery.
fail-seed = The evidence of { $draw } gives another seed than the record says.
fail-ticket = The winning ticket of { $draw } is { $found }; the record says { $stated }.
fail-panel = The panel recorded for { $draw } is not the winning ticket's: { $wrong } of its rows are not there.
fail-continues = Against the record before: { $what ->
    [not-whole] the earlier record does not hold by itself
    [other-end] it does not end with the draw and the list of events that this lottery names
    [other-lottery] it names another lottery
    [other-draw] it names another draw than the last one
    [other-household] the household rule is another
    [other-objective] it makes other chances as fair as can be
    [codes-in-one] one shows codes and the other does not
    [not-loosened] it says that quotas were loosened, and none were
    [other-quotas] the quotas are others
    [loosened-unsaid] quotas were loosened, and the record does not say so
    [passed-over-unsaid] it was a reserve's turn to be called, and no reason is given for passing over them
    [not-passed-over] it says that reserves were passed over, and it was nobody's turn
    [known-evidence] it was drawn with evidence that everybody knew from there
    [other-seats] the number of seats is another
    [other-seated] those who have a seat are not those who were in
    [other-excluded] those who are excluded are not those who were out
    [other-ground] somebody is excluded on another ground than the event there
    [other-pool] the pool is not everybody else
    [unreadable] its people cannot be read
    [other-features] somebody has other features than there
    [other-home] somebody lives in another home than there
    [seated-counts] those who have a seat are not as many with the same features as were in
    [pool-counts] the pool is not as many people with the same features as remained
    [excluded-counts] not as many are excluded on the same grounds as were out
    [names-none] it names no supplement, and this one says that it does
    [names-later] it names a later supplement, which replaced this one
    [names-other] it names another supplement than this one
   *[names-otherwise] it names this supplement with another number, draw or list of events
}.
fail-rewritten = List of events { $list } does not go on where the one before it ended: a published event was changed or left out.
fail-event = Row { $row } of list of events { $list }: { $why }.
fail-event-order = Row { $row } of list of events { $list } happened before the row above it.
fail-day-order = From row { $row } of list of events { $list } on, the events of that day are not in the one order that they have, in which whoever leaves counts before the calls.
fail-reserves = The reserves recorded for { $draw } are not those that follow.
fail-reserves-none = The charter declares reserves, and { $draw } has none.
fail-reserves-promised = The number of reserves of { $draw }, or the rates for which they were chosen, are not those that the charter declares.
fail-prepared-row = Row { $row } of the prepared list is not in the lottery as it stands there, and was not excluded and has no seat.
fail-made-otherwise = The list was prepared again, and { $what ->
    [recipe] this recipe is not that of the record
    [decisions] the decisions about people who are there twice are not those of the record
    [sources] the recipe has { $at } sources, which is not what the record says
    [source] source { $at } of the recipe is not that of the record, or has other rows
    [tables] a table in which cells are looked up is not that of the record
    [left-out] as many people are not left out, or kept, as the record says
   *[list] another list comes out than that of the record
}.
fail-not-prepared = { $people } people of the lottery are not in the prepared list.
fail-other-sealed = The sealed part is not the one that was committed to.
fail-people = The sealed and the public part do not have the same people.
fail-person = The person in row { $row } of the sealed list is not who the public part says.
fail-again = { $code } was excluded or confirmed before, and is in the lottery too or on both lists. Nobody may be there twice.
fail-seat-before = The plan that the seat plan { $plan } was changed from is not here, so it cannot be made again.
fail-seat-circular = The seat plan { $plan } is said to be a change of a plan that leads back to none made from a seed: anybody could have written it.
fail-seat-stream = seed.json of the seat plan { $plan } names another stream of the seed than such a plan is drawn from.
fail-seat-list = { $file } is not what the seats give: it was changed after the plan was made.
fail-seat-strangers-all = Nobody in the seat plan { $plan } is on the panel of this record or in reserve. Is it a plan of another panel?
fail-seat-strangers = In the seat plan { $plan }, { $strangers ->
    [one] { $strangers } of { $people } is
   *[other] { $strangers } of { $people } are
} not on the panel of this record and not in reserve, with no role that says why ("drawn" is none).
fail-seat-feature = In the inputs of the seat plan { $plan }, { $count ->
    [one] { $people } has
   *[other] { $people } have
} another { $feature } than in the record.
fail-seat-line-frozen = The line { $line } is that of the inputs frozen in { $frozen }, and no seat plan made from them is here.
fail-seat-line-none = No seat plan is here that the line { $line } could be compared with. Give the whole folder of the lottery, with its folder "sessions".
fail-seat-line = The line { $line } names none of the seat plans here: their inputs or settings are others.
fail-seat-inputs = inputs.json of the seat plan { $plan } is not the one that its seed.json names: one of the two was changed.
fail-seat-frozen = commitment.txt in { $plan } is not the line of the inputs.json beside it.
fail-seats-differ = Made again, the seat plan { $plan } differs in { $seats }.
fail-seat-rule = The seat plan { $plan } breaks a rule.
fail-seat-figure = The figures in report.json of the seat plan { $plan } are not what its seats give.
fail-list = { $file } does not follow from the record. It was changed after the draw, or is of another one.

# A fact in about.json that does not agree with the files

fact-root-missing = about.json must give the root of a tree over people if, and only if, no codes are public.
fact-root = The people in the sealed part give another root of their tree than about.json states.
fact-unknown = about.json gives { $stated } as the { $fact }, which this program does not know.
fact-key = about.json says that the key of the codes is { $stated }, and it is { $found }.
fact-column = The feature { $feature } has { $found } columns in the sealed pool, and one is needed.
fact-seats = There are { $seats } seats for { $people } people.
fact-other = about.json says { $stated } for "{ $fact }"; the files give { $found }.

# What whoever reads a claim has to know

remark-certain-one = One single person has { $value } of { $feature }, and one is asked for: that person was drawn for certain, and could know it before the draw.
remark-certain = All { $people } people with { $value } of { $feature } must be on every panel: they were drawn for certain, and could know it before the draw.
remark-on-every = { $people ->
    [one] { $people } person is
   *[other] { $people } people are
} on every ticket, because of how the quotas meet: drawn for certain, and whoever wrote the quotas could know it before the draw.
remark-round = Round { $round } of the beacon, the seed of { $draw }, was public from { $due }. Compare that with when you yourself saw the line of the commitment published: it must have been earlier.{ $date ->
    [none] {""}
   *[other] {" "}The charter's date for publishing it, { $date }, is only what was declared.
}
remark-annulled = The draw before { $draw } was annulled. The reason given: { $because } { $own ->
    [yes] New evidence decided. Where that is words, whoever gave them knew what was annulled.
   *[no] The new draw follows from the first seed, so nobody could choose what came of it.
}
remark-known = { $draw } has the same evidence as { $other }. Whoever knew that one knew what would come of this one: it is no chance unless it came first.
remark-further = The record before goes on from another lottery itself, geloot-commitment-1:{ $lottery }. Compare its evidence with that of this draw: words, numbers or a round that everybody knew from there are no chance here.
remark-known-before = The dice or the ticket are those of the record before. That can be chance; ask whoever saw them thrown or drawn.
remark-old-waves = Records of waves { $records }: these letters are of the list of a draw that was annulled; { $draw } counts. Ask whether they were posted before it was annulled.
remark-skipped = { $count ->
    [one] Stratum { $strata } gets letters by the draw, and none was sent there so far.
   *[other] Strata { $strata } get letters by the draw, and none was sent there so far.
}
remark-beyond = { $others ->
    [yes] Some strata had more letters than the draw gives them, and others had no more.
   *[no] Strata had more letters than the draw gives them.
} A chance in those is no longer what was published: { $list }.
remark-beyond-one = in stratum { $stratum } { $letters } of { $people }, and { $due } by the draw
remark-keys-unlooked = Whether the numbers in the register are those of the people drawn could not be checked: the secret (sealed/key.txt) is not here.
remark-draws-unseen = NOT CHECKED of { $draws }: { $own ->
    [yes] the clerk's list of it (letters.csv) is not here.
   *[no] no list of it is published.
}
remark-frame-unlooked = That the frame follows from the prepared list was not checked: { $lack ->
    [list] the list (sealed/prepared/pool.csv) is not here.
    [secret] the secret (sealed/key.txt) is not here.
   *[keys] the list has no numbers of the register. Whoever holds the registers and the recipe checks it with --recipe.
}
remark-frame-again = The frame was made again just now from the prepared list{ $again ->
    [yes] {""}, which came out of the registers again
   *[no] {""}
}, and is the same.{ $out ->
    [0] {""}
   *[other] {" "}That the { $out } people who were left out on grounds are those on the lists for it was not checked: the record does not hold these lists.
}
remark-stood-in = { $count ->
    [one] Letters were sent to an area that stands in: stratum { $strata }.
   *[other] Letters were sent to areas that stand in: strata { $strata }.
} Which area fell out should be said in the reason of their wave.
remark-far-lots = In { $draw } the lot of a last place lies { $count ->
    [one] in stratum { $strata }
   *[other] in strata { $strata }
} where chance puts it less than once in a thousand million times, with so many letters among so many people. Ask for the list, and compare the number of people with published statistics.
remark-posted-before = Letters were posted on { $first }, before { $day }, the day of the charter. Nothing was drawn by then: who got them was not drawn, or a day is wrong.
remark-other-first = { $count ->
    [one] In stratum { $strata } the first wave is
   *[other] In strata { $strata } the first wave is
} not the letters that the draw gives: fewer, or reserves with them. The organiser gives the reason in waves.csv.
remark-declared = The charter declares as the source of the seed: { $source ->
    [text] words
    [lotto] published numbers
    [dice] dice
    [ticket] a ticket drawn by hand
    [drand] a round of a beacon
   *[contributions] sealed words of several people
}.{ $date ->
    [none] {""}
   *[other] {" "}The line was to be published by { $date }.
}
remark-not-opened = In { $draw } { $roles } did not open the words that they had sealed. The second source that the charter declares decided instead.
remark-no-panel = { $count ->
    [one] { $people } is said to be on no panel at all: adding up the quotas of one feature shows it.
   *[other] { $people } are said to be on no panel at all: adding up the quotas of one feature shows it.
}
remark-no-panel-searched = { $count ->
    [one] { $people } is said to be on no panel at all: only a search over panels can show it, not adding up the quotas of one feature.
   *[other] { $people } are said to be on no panel at all: only a search over panels can show it, not adding up the quotas of one feature.
}
remark-no-panel-both = { $count ->
    [one] { $people } is said to be on no panel at all: adding up the quotas of one feature shows it for { $summed }, and only a search over panels for { $searched }.
   *[other] { $people } are said to be on no panel at all: adding up the quotas of one feature shows it for { $summed }, and only a search over panels for { $searched }.
}
remark-loosened = Its quotas were loosened, and the record says so: { $changes }. Whether the people who were left could not meet the quotas that were left is not checked here; ask whoever loosened them. Compare them with what was promised.
remark-turn-undone = { $count ->
    [one] One reserve was
   *[other] { $count } reserves were
} called in turn by events that were corrected afterwards, on { $days }. Without these it was the turn of somebody else, or of nobody. Ask whoever is said to have left.
remark-uncalled = { $count ->
    [one] One reserve is
   *[other] { $count } reserves are
} out though nobody called them: the list says that they said no, or withdrew, of their own accord.
remark-features-alike = Features look alike and have quotas of their own: { $pairs }. Compare the signs.
remark-features-alike-pair = { $one } and { $other }
remark-values-alike = { $count ->
    [one] Two values of a feature look
   *[other] { $count } times two values of a feature look
} alike and are counted apart, each with a quota of its own: { $pairs }. Compare the signs.
remark-strata-alike = { $count ->
    [one] Two names of strata look
   *[other] { $count } times two names of strata look
} alike and count apart, each with letters of its own: { $pairs }. Compare the signs.
remark-values-alike-pair = { $feature }: { $one } and { $other }
remark-roll-before = The roll of ballot { $ballot } does not know { $count ->
    [one] an event
   *[other] { $count } events
} of its own day or before, published only after it: somebody may have had a vote who was out by then, or none who was in.
remark-self-registered = These people were drawn from people who registered themselves{ $frame ->
    [none] {""}
   *[other] {" "}({ $frame })
}. It is not a draw from the population, and what they decide is theirs alone.
remark-invited = The charter says that everybody in the pool was sent a letter by a lottery of letters. No claim checks that: ask who compared the pool with that lottery.
remark-out-of-turn = { $count ->
    [one] One reserve was called
   *[other] { $count } reserves were called
} though it was the turn of somebody else. The list gives as reason: { $calls }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
remark-crowded = After list of events { $list } there are { $people } for { $seats }: somebody is in again, by a correction or a call out of turn, whose place a reserve has taken. The list does not say who of them gives up the seat.
remark-continued = A supplementary lottery goes on from here: { $line }.
remark-continued-annulled = The draw that it goes on from was annulled since, so it does not hold any more.
remark-replaced = A supplement before it was replaced, { $line }. The reason given: { $reason }
remark-unnamed = The record before does not name this supplement, as records made by older versions do not: nobody can tell from it that there was no other.
remark-dropped = The charter of the record before promised what the charter of this one does not: { $list }. Ask why.
remark-dropped-one = { $what ->
    [source] the source of the seed
    [reserves] reserves
    [reply] a term for replies
   *[ballot] the rule of ballot { $name }
}
remark-dropped-changed = { $what } (other than here)
remark-passed-over = It was the turn of reserves to be called, and they were put back in the pool instead. The reason given: { $reason }
remark-seat-line-none = { $plan }: the settings were not fixed before the seed. Whoever made this seat plan could have made several, with other efforts or orders of preference, and have kept the one they liked ("geloot sessions --freeze" prevents it).
remark-seat-line = { $plan }: its record says that the settings were frozen before the seed. Compare with the line that you saw, or give that with --seat-plan: { $line }
remark-seat-change = { $plan } is a change of { $before } in round { $round }, made after the seed was known: { $what }. { $frozen ->
    [yes] The line of the plan it goes back to does not bind this. {""}
   *[no] {""}
}Whoever made it could try several and keep the one they liked; ask what was known when.
change-absent = { $count ->
    [one] { $people } was said to be absent
   *[other] { $people } were said to be absent
}
change-extra = { $count ->
    [one] { $people } was said to be there after all
   *[other] { $people } were said to be there after all
}
change-moves = at most { $people } might move
change-fewest = as few were to move as the rules need
change-plan-before = the plan before it
remark-seat-rivals = { $plans } have the same inputs and different seeds: { $line }. Only one of them can be of the seed that was announced; ask which one was used, and why there are others.
remark-seat-changes = { $plans } all change round { $round } of { $before }, each in another way. Only one of them can have been used; ask which one, and why there are others.
one-plan = one plan
remark-seat-guests = { $plan } also seats people who were not drawn: { $who }.
guests-role = { $people } with the role { $role }{ $pooled }
guests-reserve = { $people } in reserve of whom no call is published
guests-newcomers = { $people } who turned up on the day{ $pooled }
pooled-all = {" "}(in the pool of the lottery, and not drawn)
pooled = {" "}({ $count } of them in the pool of the lottery, and not drawn)
remark-seats-left-out = { $plan } leaves out { $people } of the { $of } who are on the panel now: they are not in its list of people, so they are neither seated nor absent. No published list of events puts them out.
remark-seats-not-compared = { $plan }: whether its people are those of the panel could not be checked. That takes a draw, and for lists by id the sealed part.
remark-reserves-declared = Their number and the rates are those that the charter declared beforehand.
remark-reserves-undeclared = Their number and the rates were not declared beforehand, so nobody can check that they were not chosen after the seed was known.
before-excluded = { $count ->
    [one] { $people } was excluded.
   *[other] { $people } were excluded.
}
before-confirmed = { $count ->
    [one] { $people } has a seat already, for which nobody was drawn.
   *[other] { $people } have a seat already, for which nobody was drawn.
}
before-homes = { $homes ->
    [one] { $homes } address is
   *[other] { $homes } addresses are
} held to fewer seats than people; the largest counts { $people } for { $seats }. That they live there, only the sealed part shows (V17).
remark-prepared = As the record says, { $people } people came out of { $rows } rows of { $sources ->
    [one] one file
   *[other] { $sources } files
}; { $out } were left out.{ $sealed ->
    [yes] {""}
   *[no] {" "}That its people are those of the lottery, only the sealed part shows.
} { $again ->
    [yes] It was prepared again from its files just now, and every digest is that of the record.
    [otherwise] {""}
   *[no] That it comes of its files was not checked: whoever holds them and the recipe does so with --recipe.
}
remark-made-by = It was made by { $program }, as the record says. Whoever has that version can check this claim.
remark-searched = A search over panels was made again just now, by this program, and found the same. That is weaker than a proof that anybody can multiply out.

# Names of records

record-draw = draw { $number }
record-trial = trial { $number }
record-events = list of events { $number }
record-supplement = supplement { $number }
why-no-seat-plans = There are no seat plans.
why-no-supplement = This lottery goes on from no other.
why-not-asked = Nobody asked for it here.
fail-other-key = The key of the codes does not follow from the key that was given and this record.

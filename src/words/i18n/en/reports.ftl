# What the commands show, and their refusals, command by command.

# Check: can the quotas be met?

can-be-met = The quotas can be met: a panel that meets them all was found.
plain-can = There are enough people for the seats, and there are no quotas.
plain-cannot = There are fewer people than seats.
cannot-be-met = These people cannot meet these quotas.
head-share-seats = Share of seats
head-average-panel = Average
impossible = impossible
overview = { $people }, { $seats }, { $features }{ $profiles ->
    [0] {""}
    [one] , { $profiles } profile
   *[other] , { $profiles } different profiles
}.
overview-average = Average: the seats of each value in the fairest lottery, on average. Every panel has as many, rounded down or up, wherever people allow it.

# Quotas that clash

L-01 = No panel of these people meets these quotas.
L-02 = Whether any panel meets these quotas could not be settled within the work allowed.
    .do = Loosen a quota that is hard to meet, and give the command again.
taken = { $people ->
    [one] { $people } person has
   *[other] { $people } people have
} a seat already, so { $left ->
    [one] { $left } of { $seats } is
   *[other] { $left } of { $seats } are
} left. The quotas below are those of the whole panel.
among-these = The quotas that cannot be met are among these:
clash-home-alone = The household rule cannot be kept, even alone:
clash-home-one = This quota and the household rule clash even alone:
clash-home-several = These quotas and the household rule clash even alone; without any one of them the others could be met:
clash-one = One quota cannot be met, even alone:
clash-several = These quotas clash even alone; any one of them left out, the others of these could be met:
only-integers = Fractions of people could meet them, but whole people cannot.
proved-whole = This is proved in whole numbers, not a solver's word.
home-way = The household rule may give way too: --per-household { $per } lets { $per } of one address be on the panel.
flex-forbids = The flexible bounds (min_flex, max_flex) forbid every repair. "geloot repair" shows what would help without them.
any-one = Any one of these would do; "geloot repair" shows more and writes the changed quotas:
repairs-more = { $more ->
    [one] At least one more costs as much as the last of these: "geloot repair --repairs 20" shows it too.
   *[other] At least { $more } more cost as much as the last of these: "geloot repair --repairs 20" shows them too.
}
then-choice = Then { $choice }.
but-choice = But { $choice }.
nothing-helps = { $why ->
    [homes] No change of the quotas helps: { $seats } are to be filled, and of { $people } only { $most } can have one under the rule of so many at one address. Find more volunteers, draw fewer seats, or let more people of one address take part.
    [people] No change of the quotas helps: { $seats } are to be filled, and there are { $people }. Find more volunteers, or draw fewer seats.
    [rule] No change of the quotas helps: find more volunteers, draw fewer seats, or let more people of one address take part.
   *[other] No change of the quotas helps: find more volunteers, or draw fewer seats.
}

# What quotas mean for people

holding = { $together ->
    [yes] These quotas hold it down. If one of them gave way by one seat, or two together where both must, it would be:
   *[no] These quotas hold it down. If one of them gave way by one seat, it would be:
}
and-word = and
none-holds = No single quota holds it down: giving way by one seat anywhere does not raise it.
smallest-chance = The smallest chance is at most { $smallest }, for { $people }; the mean is { $mean }.
all-have = { $count ->
    [2] Both have { $common }.
   *[other] All { $count } have { $common }.
}
unsettled-profiles = Whether { $count } other profiles can be on a panel was not settled within the work allowed.
home-instead = the household rule: --per-household { $new } instead of { $old }
L-05 = { $count ->
    [one] { $people } can be on no panel under these quotas, and has chance 0:
   *[other] { $people } can be on no panel under these quotas, and have chance 0:
}
ids-because = id { $ids }, because of
because-others = the quotas together: no panel that meets them all has these people

# Repairs

L-04 = { $why ->
    [met] The quotas can be met as they are, so there is no repair to apply.
    [flex] The flexible bounds forbid every repair. Add --beyond-flex to apply one that goes beyond them.
   *[number] There is no repair { $number }.
}
    .do = Give the command without --apply to see what there is.
    .saved = No file was written.
nothing-to-repair = The quotas can be met as they are: there is nothing to repair.
repair-saved = Saved: the quotas with repair { $number } in { $file }, and what was changed in { $log }.
repair-log = geloot { $version }, repair { $number }, cost { $cost }: { $changes }. { $seats }. SHA-256 { $before ->
    [none] of the quotas
   *[other] of the quotas before { $before }, and
} after { $after }, of the pool { $pool }.
repair-log-seats = { $seats }, of which { $left } are left beside { $people } with a seat
raised-all = More people have a seat already than these maximums allow. They keep it, so every repair raises them:
raised-enough = With these raised the other quotas can be met.
raised-not-enough = And also with these raised:
beyond-these = The flexible bounds (min_flex, max_flex) forbid every repair. These go beyond them:
same-include = All quotas here are those of the whole panel, for the same --include.
repair-cost = Repair { $number }, cost { $cost }
panel-without = {" "}(a panel without any of them is then possible)
smallest-then = { $gini ->
    [none] The smallest chance is then at most { $chance }, for { $people }.
   *[other] The smallest chance is then at most { $chance }, for { $people }; Gini { $gini }.
}
no-repair-found = No repair was found within the work allowed.
repairs-all = There are no others, and each is as small as it can be: with any step less, no panel exists. Proved.
repairs-cheapest = These are proved to be the cheapest, and each is as small as it can be: with any step less, no panel exists.
repairs-perhaps = The work allowed was used up: there may be cheaper ones, though none below { $least }.
each-alone = None of these can be met, whatever the other quotas are:
repairs-how = One seat more for a maximum costs 1; one seat less for a minimum costs 1 + 2/minimum, most for the
    .groups = smallest groups. Ways whose costs differ by less than 1 stand in the order of how many people can be drawn.
    .chances = Chances are at best so: the lottery itself shows them exactly.
    .write = To write the changed quotas, with the number of a repair: geloot repair ... --apply NUMBER --out FILE


# Comparing objectives

lotteries-found = Lotteries found
figures-leave-out = The figures below leave them out.
compare-head = { $people }, { $seats } seats: mean chance { $mean }. Chances of { $tickets } tickets, under each objective:
compare-tenths = Chance of the person in the middle of each tenth, from the smallest chance up
compare-when = When to choose which
compare-next = No file was written. "geloot lottery --objective WORD" makes the lottery you choose.
head-objective = Objective
head-smallest = Smallest
head-largest = Largest
head-ratio = Ratio
head-gini = Gini
head-geometric = Geometric mean
head-below-half = Below half mean
head-fairest = Fairest
head-tenth = Tenth
fairest-no = no
fairest-search = by search
fairest-proved = proved
advice-leximin = the usual choice: whoever has least cannot have more, then whoever has next to least.
advice-maximin = the same smallest chance and the rest as even as possible: one number to explain.
advice-nash = the many count beside the few: small chances weigh most, but none is put before all.
advice-goldilocks = no chance too high either: when people could gain by what they say of themselves.

# The report of a lottery

fig-people = People
fig-profiles = Profiles (people who are alike)
fig-seats = Seats
fig-objective = Objective
fig-status = Status
fig-tickets = Tickets
fig-panels = Different panels by profile
fig-smallest = Smallest chance
fig-mean = Mean chance
fig-largest = Largest chance
fig-gini = Gini
fig-geometric = Geometric mean
fig-measure = Measure: largest / mean + mean / smallest
fig-off = Off the fairest chances
limit-everybody = No lottery gives everybody more than
limit-others = No lottery gives all others more than
limit-nash = No geometric mean is higher by more than
limit-goldilocks = No lottery has a measure below
of-this-one = { $percent } of this one
limit-how = { $search ->
    [yes] { $what } (by a search over panels)
   *[no] { $what } (proved)
}
nobody-off = nobody by more than { $tickets }
off-unproved = nothing is proved about single people
or-tickets = { $one } or { $other }
chance-of = { $tickets } of { $of } = { $percent }, { $people }
status-no-ticket = not shown to be the fairest: somebody holds no ticket
status-no-proof = not shown to be the fairest: no exact proof was found
status-optimal = { $objective ->
    [levels] the fairest there is
    [nash] the largest product of chances there is
   *[goldilocks] the least measure there is
}
status-within = { $objective ->
    [levels] within { $gap } of the fairest in chance
    [nash] within { $gap } of the largest product of chances in parts of it
   *[goldilocks] within { $gap } of the least measure in parts of it
}
status-stopped = stopped when the work allowed was used up, { $within }
head-seats-average = On average
head-chance-average = Chance
seats-note = Seats: the fewest and the most on any ticket, and on average. Chance: on average, of those with this value. { $shape }
people-by-chance = People by their chance
privacy-codes = { $unique ->
    [one] The public part shows { $people } under codes; { $unique } of them has a combination of features that nobody else in the pool has.
   *[other] The public part shows { $people } under codes; { $unique } of them have a combination of features that nobody else in the pool has.
}
    .who = Whoever knows such a person may recognise the row. With --public-detail profiles only counts are published.
privacy-profiles = { $count ->
    [one] The public part shows only how many people are alike; { $people } has a combination of features that nobody else in the pool has.
   *[other] The public part shows only how many people are alike; { $people } have a combination of features that nobody else in the pool has.
}
lottery-saved = Saved: the lottery in { $folder }. Its folder "sealed" says who stands behind the codes: keep it closed.
    .publish = Publish this line, and the folder "public", before the seed is known:
then-wanted = Then: { $wanted }
no-source = No source of the seed was declared in a charter. The draw works, but nobody can check afterwards that the seed was not chosen.
charter-reserves = { $count ->
    [one] The charter declares { $count } reserve, for the case that people drop out: { $loss }. "geloot draw" draws them in the same act.
   *[other] The charter declares { $count } reserves, for the case that people drop out: { $loss }. "geloot draw" draws them in the same act.
}

# Quotas from the population

method-floor-ceil = the exact seats rounded down (at least) and up (at most)
method-largest-remainder = the exact seats rounded down, and one more for the largest remainders
method-sainte-lague = Sainte-Laguë, one seat after the other to the largest quotient
head-population = Population
head-exact = Exact seats
seats-rounding = { $seats }. Rounding: { $method }.
quotas-saved = Saved: the quotas in { $file }.
quotas-not-saved = Nothing was saved; give --out Q.csv to keep the quotas.
choice-one = { $count ->
    [0] Choice: each value of { $feature } with people has at least one seat; that changes nothing here.
    [one] Choice: each value of { $feature } with people has at least one seat; so { $raised } (*) has one.
   *[other] Choice: each value of { $feature } with people has at least one seat; so { $raised } (*) have one.
}
tie = { $seats ->
    [one] Tie: values of { $feature } have equal claims to the last seat. The label { $label } orders them { $names }; the first gets a seat.
   *[other] Tie: values of { $feature } have equal claims to the last { $seats } seats. The label { $label } orders them { $names }; the first { $seats } get a seat.
}
population-from = Population from { $from }.
left-out-of = Left out of { $feature }, as asked: { $values }.

# Comparing with the population

head-interval = 95 % interval
more-apart = more apart than chance explains
far-outside = far outside chance
mirror-head = { $file }, { $people }.
mirror-no-plots = There is no room for plots here; --html has them.
mirror-legend = | is the population, o the people, --- the interval.
less-than = less than { $percent }
mirror-fit = { $feature } as a whole: a plain draw from the population is at least as far away with a chance of { $chance }.
mirror-test = { $feature }: chi-square { $statistic } with { $degrees ->
    [one] { $degrees } degree
   *[other] { $degrees } degrees
} of freedom{ $joined ->
    [yes] , small values joined
   *[no] {""}
}.


# Forecasts

E-04 = How sure to be must lie between 0 and 1, both excluded.
    .do = Choose a number such as 0.95 or 0.99. Nobody can be sure beyond any chance.
E-05 = There is no rate to forecast with.
    .do = Give the chance that one who was drawn comes with --stay, or how many answer a letter with --response.
E-06 = The table has more than { $most } people.
    .do = Give the mix with smaller numbers, and --drawn.
E-07 = The table of rates has nobody in it.
    .do = Give each group its number of people.
forecast-drawn = { $reserves ->
    [0] { $people } drawn, { $chairs } chairs.
   *[other] { $people } drawn and { $reserves } in reserve, { $chairs } chairs.
}
forecast-confirmed = After confirmation: { $mean } places filled on average; as many as there are chairs with a chance of { $chance }.
forecast-day = On the day: { $mean } come on average, between { $low } and { $high } in nine of ten cases.
    .filled = All chairs are filled with a chance of { $chance }.
forecast-reserves = { $reserves ->
    [one] The { $reserves } reserve comes on top of whoever is drawn, here and in the advice below.
   *[other] The { $reserves } reserves come on top of whoever is drawn, here and in the advice below.
} { $asked ->
    [yes] They are called only for those who do not confirm.
   *[no] They change nothing here: they are called for those who do not confirm, and without --confirm everybody does.
}
head-sure = To be this sure
head-draw = draw
head-filled = chance that all chairs are filled
more-than = more than { $count }
advice-draw = Advice: draw { $people } for { $chairs } chairs to be { $sure } sure.
too-few-come = Too few come: not even { $people } people fill { $chairs } chairs with a chance of { $sure }.
letters-bring = { $letters } letters bring { $mean } volunteers on average, and { $volunteers } or more with a chance of { $chance }.
advice-send = Advice: send { $letters } letters to be { $sure } sure of { $volunteers } volunteers. More are needed when the quotas are strict.
no-letters = No number of letters brings { $volunteers } volunteers at this rate.
over-percent = over { $percent }
under-percent = under { $percent }

# Reserves

D-13 = The charter declares the reserves and the rates for which they are chosen, so there is no place for others.
    .do = Leave out --attrition and --rates. To see in a trial what others would do, give --reserves too.
D-14 = --attrition and --rates say for which losses reserves are chosen, and no reserves are asked for.
    .do = Add --reserves and their number.
head-reserves = Reserves
head-all-filled = all seats filled
head-all-kept = and all quotas kept
head-missing = missing or too many
reserves-these = these
reserves-alike = as many, each like a member
reserves-by-lot = as many, by lot
reserves-none = none
worth = { $people } in reserve, chosen for the case that people drop out: { $loss }.
    .futures = Of { $futures } made-up futures, once reserves are called one by one; and on average people missing or too
    .many = many, value by value:
of-everybody = { $percent } of everybody
rate-of = { $percent } of { $value }

# Keys and slips

K-01 = { $file } is not a key.
    .do = A key file holds 64 digits 0 to 9 and letters a to f. Make one with "geloot key --out FILE".
K-02 = This computer's system gave no random numbers.
    .do = Make the key on another computer. No file was changed.
K-03 = There are no words to seal.
    .do = Give them with --words "...", or type a line. No file was changed.
K-04 = This computer's system gave no random numbers.
    .do = Seal the words on another computer. No file was changed.
key-saved = Saved: a key in { $file }. It is a secret: whoever has it and the list of people can tell whose code is whose.
charter-saved = Saved: the charter in { $file }.
hand-in = Hand in this line before the lottery is frozen. It says nothing about your words:
keep-secret = Keep this line secret until then; at the draw, open it: give this line, all of it, to whoever draws:
slip-saved = Saved: the secret line in { $file }. Keep it secret until then; at the draw, open it: give this line, all of it, to whoever draws.

# The list of events after a draw

named-reserve = reserve { $reserve }, code { $code }
named-code = code { $code }
count-of = { $name } ({ $count } of { $quota })
broken-most = { $name }: { $count }, at most { $limit }
broken-least = { $name }: { $count }, at least { $limit }
why-not-short = no quota is short; nobody in reserve fits better
why-short = is what is short: { $mends }
why-passes = ; goes beyond { $passes }, which is less bad than an empty seat
why-equals = ; first on the list of { $count } who fit equally well
roster-head = { $had ->
    [0] Draw { $draw }: { $seats }, { $reserves } in reserve; { $events ->
        [one] { $events } event
       *[other] { $events } events
    } so far.
   *[other] Draw { $draw }: { $seats }, { $reserves } in reserve; { $people } had a seat before it, which makes { $whole }; { $events ->
        [one] { $events } event
       *[other] { $events } events
    } so far.
}
head-status = Status
head-drawn = drawn
head-in-reserve = in reserve
head-in-before = in before
roster-confirmed = confirmed
roster-asked = asked, no answer yet
roster-declined = declined
roster-withdrew = withdrew
roster-no-show = no-show
roster-waiting = waiting
head-confirmed = Confirmed
head-if-yes = If all say yes
head-reserves-left = Reserves left
roster-called = Reserves called: { $calls }, { $odd } of them out of turn.
roster-closed = A supplement goes on from this draw, so nobody is called from this list any more. Its line:
    .who = Whoever leaves since then is put down in a list of its own, with the folder of the supplement:
    .knows = it knows everybody who has a seat.
cell-short = No reserve is left for { $name }: { $filled } of { $min }.
cell-bare = No reserve is left for { $name }, which has the { $min } it needs and none to spare.
crowded = There are { $people } for { $seats }, if all who were asked say yes: agree with one of them who gives up the seat, and write that down.
all-kept = All seats are filled and all quotas kept, if all who were asked say yes.
all-filled = All seats are filled, if all who were asked say yes. Not all quotas are kept.
empty-seats = { $seats } empty.
roster-uncalled = { $count ->
    [one] One reserve is
   *[other] { $count } reserves are
} out though nobody called them. Whoever checks the record is told so.
empty-call = { $seats } empty. Call, one for each and the next if somebody says no:
coming-line = { $named }, id { $id }:
before-a-call = Before a call that goes beyond a quota you may ask whether a supplement could keep all quotas:
    .how = "geloot supplement" says so, and how to pass reserves over for a reason that everybody can read.
nobody-to-call = { $left ->
    [yes] Nobody to call for { $seats }: each reserve who is left would break more than an empty seat does. A supplementary draw fills them: "geloot supplement".
   *[no] Nobody to call for { $seats }: no reserve is left. A supplementary draw fills them: "geloot supplement".
}
head-panel = Panel

# The demonstration

demo-head = A lottery for 50 seats among 240 made-up volunteers of eleven villages.
demo-frozen = Frozen, with the line to publish:
demo-drawn = Then drawn with the words "{ $words }".
demo-checked = And checked, as anybody can:
demo-saved = Saved: everything in { $folder }.
demo-not-saved = Nothing was saved; give --out DIR to keep the files and look at them.

# What was settled before a lottery

settled-excluded = Excluded: { $people } ({ $grounds }). The grounds become public, under codes.
settled-not-found = { $count ->
    [one] { $count } id of the list of excluded people is nobody's in the pool.
   *[other] { $count } ids of the list of excluded people are nobody's in the pool.
}
settled-confirmed = { $left ->
    [one] Confirmed before: { $people }. Of { $seats }, { $left } is left to draw for; the quotas are what they leave.
   *[other] Confirmed before: { $people }. Of { $seats }, { $left } are left to draw for; the quotas are what they leave.
}
settled-homes = Household rule: at most { $per } of one address. { $homes ->
    [0] It binds nobody here.
    [one] It binds { $homes } address, of { $people }.
   *[other] It binds { $homes } addresses, of { $people }.
}

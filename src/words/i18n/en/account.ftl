# The public account of a draw: one page for everybody.

account-title = Public account of the lottery
account-question = Question
account-mandate = Mandate
account-exclusions = Who could not take part
account-organiser = Organiser
account-no-charter = No charter was frozen with this lottery.
account-short-charter = The charter that is frozen with this lottery says nothing of question and mandate.
account-continues = This is a supplementary lottery: it goes on from the lottery with the line { $line }, and fills seats that were empty there.
account-asked = People were asked by the invitation lottery with the line { $line }. Whoever is in the pool answered one of its letters.
account-streams = Others came by a way that the charter announced before: { $streams }.
account-letters-elsewhere = How many letters were sent stands in the account of that lottery.
account-h-people = People asked, answered, drawn
account-uncounted = The ballot { $name } was frozen in act { $act } on { $date } and has not been counted. Ask whether people voted.
account-invited = People who were asked (as the organiser says; it is not in the record)
account-could-get = People who could get a letter
account-got-letter = People who were asked, with a letter
account-pool = Volunteers in the pool
account-excluded = Left out before the lottery
account-before = Had a seat already
account-seats = Seats drawn
account-in-reserve = Drawn in reserve
account-grounds = Grounds for leaving out:
account-h-quotas = What the panel must look like, and what it looks like
account-quotas = A quota says of how many people with a value there must be at least and may be at most. Every ticket of the lottery is a whole panel that keeps all of them.
account-head-quota = Quota
account-head-population = Population
account-head-pool = Pool
account-head-panel = Panel
account-head-now = Now
account-range = quota, from least to most
account-plot-feature = Bars of the shares of { $feature }; the same figures stand in the table.
account-sources = Figures of the population:
account-h-chances = Chances
account-tickets = The lottery has { $tickets } tickets. Each is a panel of { $seats }, and one ticket is drawn. The tickets were made so that chances are as fair as the quotas allow{ $objective ->
    [leximin] : the smallest chance is as large as it can be, then the next smallest, and so on
    [maximin] : the smallest chance is as large as it can be
   *[other] {""}
}.
account-chances = The smallest chance is { $low }, for { $low_people }; the largest is { $high }, for { $high_people }. On average it is { $mean }. Chances differ because people with values that few others have are needed in more panels.
account-chances-equal = Everybody has the same chance: { $chance }, which is { $low }{ $differ ->
    [yes] {" "}or { $high }
   *[no] {""}
} tickets.
account-no-chance = { $count ->
    [one] { $count } person has no chance: under these quotas no panel has room for them.
   *[other] { $count } people have no chance: under these quotas no panel has room for them.
}
account-plot-chances = Bars of how many people have which chance; the same figures stand in the table.
account-head-chance = Chance
account-head-tickets = Tickets
account-head-people = People
account-h-draw = The draw
account-line = Before anybody could know the seed, this line was to be published. It fixes pool, quotas, tickets and charter: with another pool or other tickets the line is another.
account-published = By the charter it was to be published at { $moment }. Whether it was, only whoever saw it then can tell.
account-source = The charter declares where chance comes from: { $source ->
    [text] words that everybody can hear
    [lotto] published numbers
    [dice] dice
    [ticket] a ticket drawn by hand
    [drand] a round of the public beacon drand
   *[contributions] words that several people sealed before
}.
account-source-said = The charter declares where chance comes from: { $source }
account-not-made = This takes a while and was left out for this page; "geloot verify" does it.
account-no-source = No charter declares where chance comes from, so nobody can tell that the seed was not chosen.
account-draw = Draw { $draw }
account-because = The draw before it was annulled, for this reason: { $reason }
account-annulled = This draw was annulled and decides nothing.
account-dice = { $thrown }, with { $sides } sides
account-evidence = Where chance came from: { $evidence } ({ $source ->
    [text] words that everybody could hear
    [lotto] published numbers
    [dice] dice
    [ticket] a ticket drawn by hand
    [drand] the public beacon drand
   *[contributions] words that several people had sealed before
}).
account-declared = That is the source that the charter declared beforehand.
account-overridden = That is not the source that the charter declared. The reason: { $reason }
account-seed = With the line above that gives the seed { $seed }.
account-ticket = The seed gives ticket { $ticket } of { $tickets } (numbered from 0 to { $last }): its people are the panel.
account-nothing-drawn = Nothing has been drawn yet.
account-trials = { $count ->
    [one] One trial was made to practise. It decides nothing, and is in the record.
   *[other] { $count } trials were made to practise. They decide nothing, and are in the record.
}
account-h-after = Reserves, and what happened after the draw
account-reserves = { $count ->
    [0] No reserves were drawn.
    [one] { $count } reserve was drawn in the same act. Whose turn it is follows from the draw and from who leaves: nobody chooses.
   *[other] { $count } reserves were drawn in the same act. Whose turn it is follows from the draw and from who leaves: nobody chooses.
}
account-no-after = What happened after the draw has not been published.
account-after = { $events ->
    [one] { $events } event is published
   *[other] { $events } events are published
}{ $day ->
    [none] {""}
   *[other] , up to { $day }
}, as list { $list } of the record, with the digest { $digest }.
account-calls = { $calls ->
    [0] No reserve was called.
    [one] One reserve was called, { $odd ->
        [0] in turn.
       *[other] out of turn.
    }
   *[other] { $calls } reserves were called, { $odd ->
        [0] all in turn.
       *[other] { $odd } of them out of turn.
    }
}
account-odd = Out of turn on { $date }: { $reason }
account-corrected = Put right on { $date }: { $reason }
account-supplement = For seats that no reserve could take a supplementary lottery was made. Its line: { $line }
account-h-check = How to check this
account-check = Everything on this page, but for figures of the population and the number of people asked, follows from the public part of the record. Whoever has that folder can check it with the program geloot, or with verify.py, a second program of some pages, without trusting anybody:
account-claims = When this page was made, { $passed ->
    [one] { $passed } claim held
   *[other] { $passed } claims held
} and { $left ->
    [0] none was left unchecked.
    [one] { $left } could not be checked from the public part alone.
   *[other] { $left } could not be checked from the public part alone.
}
account-head-claim = No.
account-head-says = Claim
account-head-outcome = Outcome
account-footer = Made from the public part of the record, which holds no names. Record made by
official-h = Official record of the draw
official-what = To be filled in by hand at the draw, and kept with the record.
official-place = Place
official-day = Day
official-start = Begun at
official-end = Ended at
official-line = Where and when the line was published
official-present = Present
official-name = Name
official-role = As
official-objections = Objections
official-incidents = Incidents
official-signed = Signed
official-chair = Chair
official-notary = Notary or clerk
official-witness = Witness
Y-70 = { $file } is there already.
    .do = To write it again give --replace, or give another name.
Y-71 = This is an invitation lottery: its record says how many people were asked, and of whom.
    .do = Leave --invited, --letters and --population out.
Y-145 = { $file } is not the page of this program, or holds a record already.
    .do = Give "geloot.html" as it was published, or as "scripts/page" builds it.
Y-147 = { $people } people volunteered for this lottery, more than the { $invited } who are said to have been asked.
    .do = Give how many people were asked in all, by letter and otherwise; or leave --invited out.
Y-80 = The charter of this lottery does not name the invitation lottery in that folder.
    .do = Give the folder whose line stands in the charter under [invited].
Y-81 = The record of the letters says how many people were asked.
    .do = Leave --invited out.
account-saved = Saved: the public account in { $file }. It needs nothing from elsewhere: open it in a browser to read or print it, or put it on a website.
account-checker-saved = Saved: the page of this program with the record in it, in { $file }. Put it on your website as it is: whoever opens it can check everything there, offline, with the line that was published.
account-no-figures = Note. Of { $features } no figures are given, so the page has no population beside them. Where a table calls the feature otherwise, give --name OLD=NEW; or give its table with another --population.
account-no-population = Note. Of { $features } the figures do not have the values of the quotas, so the page has no population beside them. Values must be called the same in both.
account-letters-title = Public account of the invitation lottery
account-register-rows = Rows of the registers
account-register-twice = Rows of people with a newer row
account-frame = People who could be drawn
account-first-letters = Letters drawn
account-letters-reserve = Next on the list, in reserve
account-h-register = The register and the letters
account-h-letters = Who could get a letter, and with what chance
account-letters = A letter went to people drawn by lot from the register. The chance of each person is an exact fraction, and nobody who could be drawn had none.
account-homes = { $homes ->
    [one-letter] At most one letter goes to one address, and within a stratum everybody's chance is the same whatever the size of their household.
    [one-letter-weights] At most one letter goes to one address, and within a stratum whoever has the same weight has the same chance whatever the size of their household.
    [address-first] Addresses are drawn first and then one person of each: who lives with more people has less chance.
   *[any] Homes do not count: several people of one address may get a letter.
}
account-age = Whoever is surely { $age } or older on { $date } could be drawn.
account-areas = { $areas ->
    [one] One area is
   *[other] { $areas } areas are
} drawn first, by { $weighted ->
    [yes] what the weights of their people come to
   *[no] the number of people
}; { $reserves } stand in.
account-weights = People have weights, which were fixed with the register: within a stratum whoever has weight 2 has twice the chance of somebody with weight 1. The table gives the chance of weight 1, and the greatest weight with its chance.
account-prepared = The register is a list of { $people } people that a recipe made of { $sources ->
    [one] one file
   *[other] { $sources } files
}; rows left out: { $out }. Whoever holds files and recipe can make it again and compare the digests in prepared.json.
account-share-people = share of the people
account-share-letters = share of the letters
account-plot-letters = Bars of the shares of people and of letters in each stratum; the same figures stand in the table.
account-letters-line = Before anybody could know the seed, this line was to be published. It fixes register, strata, letters and charter: with one person more or another number of letters the line would be another.
account-h-own-lot = Your own lot
account-own-lot = Whoever asks the organiser gets their own 32 signs. Put them behind the key of the draw in this line, on any computer, and compare with the last lot of the stratum in the table above:
account-h-waves = Letters sent
account-no-waves = No wave of letters has been published.
account-ask = The answer says: the place on the list, whether a letter went to it, and the rows of one part of the register in signs that name nobody. Put together, those rows have the digest that was published before the draw: so everybody can see that they were among the people who could be drawn. Whoever may see the register, such as a clerk or a notary, can check every place.
account-beyond = { $count ->
    [one] In one stratum
   *[other] In { $count } strata
} a later wave went further than this last lot. Whoever is above it may have had a letter as well: the organiser says which place they have, and the table says up to which place letters were sent.
account-written = Written to, up to place
account-wave = Wave
account-wave-day = Day
account-wave-places = Places
account-wave-reason = Reason
account-places = { $from } to { $to }
pictures-compare = What each objective gives
pictures-compare-alt = The chance in each tenth of the people by { $objective }
pictures-tenth = Tenth { $tenth }
pictures-mirror = People beside the population
pictures-mirror-legend = Of each value the share of the population above, and below it the share of these people with its 95 % interval.
html-saved = Saved: the plots in { $file }. They need nothing from elsewhere: open the page in a browser to read or print it.

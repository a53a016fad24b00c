# Where the seed comes from: the charter, words, numbers, dice, the beacon.

# The charter

C-01 = The charter { $file } cannot be used as it is.
charter-not-toml-name = Its name does not end in .toml, so the program would not read it, and nothing that it declares would count.
charter-rename = Give it a name that ends in .toml. Windows may hide the end of a name: charter.toml may be charter.toml.txt.
C-02 = Round { $round } of the beacon, which the charter declares as the seed, is public since { $due }.
    .clock = The clock of this computer says { $now }. A seed that is known before the freeze can be chosen, and no date in a charter shows otherwise.
    .do = Declare a later round, or a time at which you will have published the line; or put the clock right.
    .practise = To practise, or to make an old lottery again: --known-round.
C-03 = Round { $round } of the beacon, which the charter declares as the seed, is public since { $due }.
    .means = Whoever froze this could try lottery after lottery until the panel suited them. Nobody can check that it was not so.
    .do = Do not use this lottery for an assembly.
promise-too-many = [reserves] declares { $reserves ->
    [one] { $reserves } reserve
   *[other] { $reserves } reserves
}, and { $people ->
    [one] { $people } person
   *[other] { $people } people
} of the pool will not be on the panel. Declare fewer.
bad-curly = Line { $line } is not TOML: it has the quotation mark { $curly } of a word processor. Write straight ones, " or ', in a plain text editor.
bad-too-large = It is larger than { $most } bytes. Whoever checks the record reads the charter first, so leave out what is no text, such as pictures.
bad-not-toml = Line { $line } is not TOML 1.0, in UTF-8. A date is written 2027-03-01, a number 0.10, a text "between straight quotation marks", and what stands behind # is for people. (A charter in free text needs a name that ends in .txt.)
bad-mistyped = { $key } means nothing to the program, and there is no { $meant }. If that is what you mean, write it so; if not, give it another name.
bad-script = { $key } has signs that are not of the Latin script, and can pass for another name. Write names in Latin letters.
bad-programme = [programme] is a table whose "kind", if it has one, is "register" or "self-registered", written so: otherwise people who registered themselves would pass for people drawn from a register.
bad-outside = There is a "source", but not in a table [seed]: put the line [seed] above it.
bad-missing = { $key ->
    [date] "date" is missing: the day on which the commitment is published, as in date = 2026-03-01. A beacon must come after it.
    [source] { $table } has no "source". Give text, lotto, dice, ticket, drand or contributions, or leave { $table } out.
    [chain] { $table } has no "chain". Give quicknet (every 3 seconds) or default (every 30).
    [round] { $table } has no "round" and no "time". Give the round that will be used, or when.
    [roles] { $table } has no "roles": who seals words. Write for each a table [[seed.roles]] with "name" and "slip", the line that "geloot slip" printed for them.
    [until] { $table } has no "until": the day or time until when the sealed words can be opened.
    [otherwise] { $table } has no table [seed.otherwise]: the source that decides if somebody does not open theirs, with its own "source".
    [count] { $table } has no "count": how many dice, or how many numbers. Nobody may choose that when they are known.
    [most] { $table } has no "most": the greatest number that can be drawn, as in most = 45.
   *[other] { $table } has no "{ $key }".
}
bad-wrong = { $key ->
    [date] "date" is not a date such as 2026-03-01, or a time such as 2026-03-01T20:00:00+01:00, without quotation marks.
    [source] { $table } has a "source" that does not exist. There are text, lotto, dice, ticket, drand and contributions.
    [second] { $table } has a "source" that it cannot have. There are lotto, dice, ticket and drand: words could be chosen once the others are known.
    [chain] { $table } has a "chain" that is not built in. There are quicknet and default.
    [both] { $table } has both a "round" and a "time". Give one.
    [numbers] A list of published numbers has 1 to 100 of them.
    [dice] A die has 2 to 1,000 sides, and a throw 1 to 64 dice.
    [time] "time" is not a time such as 2026-03-04T20:00:00+01:00, with its difference from UTC, or with zone = "Europe/Amsterdam" above the tables, and without quotation marks.
    [zone] "zone" is none that the program knows. Write UTC or a zone of Europe that has its summer time with most others, such as "Europe/Amsterdam"; elsewhere give times with their difference from UTC.
    [until] "until" is not a date such as 2026-03-01, or a time such as 2026-03-01T20:00:00+01:00, without quotation marks.
   *[other] "{ $key }" has a value of the wrong kind.
}
bad-unknown = { $table } has { $key }, which means nothing for this source.
bad-too-few-dice = These dice have fewer outcomes than the { $tickets } tickets, so some tickets could never win. Throw { $needed } of them, or make fewer tickets (--tickets).
bad-too-few-dice-letters = These dice have fewer outcomes than the { $outcomes } that an invitation lottery wants, so that nobody can try them all. Throw { $needed } of them.
bad-few-numbers = These numbers can come in { $ways ->
    [one] one way
   *[other] { $ways } ways
} only, and whoever wrote the charter could have tried each of them before. At least { $needed } are needed: take more numbers, or a lottery with more of them, such as 6 of 45.
bad-no-power = Tickets are to be drawn by hand, digit by digit, but there are { $tickets }. Make 1000, 10000 or another power of ten (--tickets).
bad-round-early = The declared round is due on { $due }, not after the date of the commitment, { $date }. Declare a later round.
bad-how-many = { $table } names { $roles } people who seal words. There can be 2 to 100.
bad-role = The role of number { $at } in [[seed.roles]] { $bad ->
    [not-table] is no table with "name" and "slip".
    [name] has no "name", or none that shows on one line.
    [name-twice] has the name of another.
    [slip] has no "slip": the line that "geloot slip" printed, geloot-slip-1: and 64 digits 0 to 9 and letters a to f.
    [slip-twice] has the slip of another. Ask both for new ones.
   *[unknown] has { $key }, which means nothing there.
}
bad-until-early = Words can be opened until { $until }, which is not after the date of the commitment, { $date }.
bad-second-early = The round of the second source is due on { $due }, not after { $date }, until when words can be opened. Whoever opens last could choose between the two. Declare a later round.
bad-no-such-round = There is no such round of the beacon: rounds are numbered from 1.

# Reserves in the charter

promise-not-toml = It is not TOML. A charter in free text needs a name that ends in .txt.
promise-not-table = "reserves" is for the program: write a table, [reserves], with "number" and "attrition".
promise-missing = { $key ->
    [number] [reserves] has no "number": how many people are drawn in reserve.
   *[attrition] [reserves] has no "attrition": the chance that somebody drops out, such as 0.1 or "10%".
}
promise-wrong = { $key ->
    [number] [reserves] has a "number" that is not a whole number from 1 to 10,000.
    [attrition] [reserves] has an "attrition" that is not a rate: a number between 0 and 1 with at most six decimals, or a percentage such as "10%", in quotation marks.
   *[rates] [reserves] has "rates" of another form than rates = [{"{"} feature = "...", value = "...", rate = 0.2 {"}"}].
}
promise-unknown = [reserves] has { $key }, which means nothing there.
promise-no-feature = [reserves] has a rate for the feature { $name }, which the quotas do not have. { $near ->
    [none] There are { $list }.
   *[other] Do you mean { $near }?
}
promise-no-value = [reserves] has a rate for { $feature } { $name }, which the quotas do not have. { $near ->
    [none] There are { $list }.
   *[other] Do you mean { $near }?
}
promise-twice = [reserves] has two rates for { $feature } { $value }. Give one.

# Words, numbers, dice and a beacon as the seed

Z-01 = These words cannot be a seed: what cannot be seen, or looks like something else, could choose the panel.
    .do = Type the words that people heard: letters of one script, digits, - and ' within words, single spaces.
and-more-of-these = And { $count } more.
form-words = Note. The words are used and recorded in this form: { $form }
form-numbers = Note. The numbers are used and recorded in this form: { $form }
words-empty = There are no words.
words-too-long = They are longer than 2,000 bytes.
words-sign = { $after ->
    [none] Sign { $at }, at the start, is { $sign }.
   *[other] Sign { $at }, after { $after }, is { $sign }.
}
sign = { $kind ->
    [line-break] U+{ $number }, a line break
    [no-break] U+{ $number }, a no-break space
    [soft-hyphen] U+{ $number }, a soft hyphen
    [zero-width] U+{ $number }, a zero-width space
    [joiner] U+{ $number }, a zero-width joiner or non-joiner
    [word-joiner] U+{ $number }, a word joiner
    [byte-order] U+{ $number }, a byte-order mark
    [direction] U+{ $number }, a mark of direction
    [width] U+{ $number }, a space of another width
    [variation] U+{ $number }, a variation selector
    [mark] U+{ $number }, a mark for the letter before it
    [unseen] U+{ $number }, a sign that cannot be seen
    [no-word] "{ $sign }" (U+{ $number }), which words cannot have
   *[no-number] "{ $sign }" (U+{ $number }), which numbers cannot have
}
words-scripts = Letter { $at }, "{ $sign }" (U+{ $number }), is { $script }, and the letters before it are { $before }: all must be of one script.
words-disguised = All letters are { $script }, and each could be taken for one of another script. Use words with a letter that cannot, or numbers.
words-like-digits = { $run } could be taken for digits. If it is a number, write it in digits; if not, leave the word out or take another.
script = { $script ->
    [latin] Latin
    [greek] Greek
   *[cyrillic] Cyrillic
}
Z-10 = This is not a list of whole numbers.
    .do = Give the whole numbers as they were printed, with spaces between them: "3 17 22 39 40 41". Of a number with decimals or points give the digits.
Z-11 = It is not said how many sides the dice have.
    .do = Nothing fixed it beforehand. Add --sides: --dice "4 0 7" --sides 10.
numbers-how-many = There are 1 to 100 numbers in a list.
numbers-too-large = Part { $at }, { $part }, is no whole number: it is too large.
numbers-sign = Part { $at }, { $part }, is no whole number: it has { $sign }.
D-12 = { $shown } is not the number of a ticket.
    .do = Give the digits that were drawn, such as --ticket 407: a whole number from 0, without a sign, commas or dots.
Z-02 = { $shown ->
    [none] Dice have 2 to 1,000 sides, a throw has 1 to 64 dice, and every throw as many as the first.
   *[other] The dice { $shown } are not whole numbers with spaces between them.
}
    .do = { $shown ->
        [none] Check --dice and --sides.
       *[other] Write what each die showed, as in --dice "4 0 7" --sides 10.
    }
Z-03 = A die with { $sides } sides cannot show { $shown }: it shows { $low } to { $high }.
    .do = Check what was written down against what people saw.
Z-04 = There are more tickets than these dice have outcomes, so some tickets could never win.
    .do = { $needed ->
        [one] Throw { $needed } die with { $sides } sides, or make the lottery with fewer tickets (--tickets).
       *[other] Throw { $needed } dice with { $sides } sides, or make the lottery with fewer tickets (--tickets).
    }
Z-05 = The last throw is one of the highest, which must be thrown again so that all tickets are equally likely.
    .do = Throw all dice again and write both throws down, with a semicolon between them.
Z-06 = Throw { $throw } decided the draw already; what was thrown after it does not count.
    .do = Leave out the later throws.
Z-07 = { $file } is not an answer of the drand beacon: { $what ->
    [empty] it is empty.
    [page] it is a web page.
    [not-json] it is another text, or a part of an answer is missing.
    [no-signature] it has no signature, by which anybody could check it.
    [no-round] it does not say of which round it is.
   *[no-previous] it has no signature of the round before; it may be of another chain than was declared.
}
    .do = Save what the address of the round shows, as it is, in a file. "geloot draw" prints the address.
Z-08 = In { $file } the signature is genuine, but the randomness does not follow from it.
    .do = Fetch the file again from the beacon itself.
Z-09 = The signature in { $file } is not the League of Entropy's for that round of that chain.
    .do = Fetch the file again from the beacon itself. Do not draw with this one.

source-dice = { $dice } dice with { $sides } sides (dice)
source-numbers = { $numbers } published numbers, none above { $most } (lotto)
source-word = { $source ->
    [text] words said aloud (text)
    [lotto] published numbers (lotto)
    [dice] dice (dice)
    [ticket] a drawn ticket number (ticket)
    [drand] a round of the beacon (drand)
    [contributions] sealed words (contributions)
    [lottery] a lottery of its own
    [call] a call
   *[other] { $source }
}

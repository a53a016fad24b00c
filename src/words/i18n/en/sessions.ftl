# Seat plans: what is wrong with their files, their claims, their rules and their report.

# What is wrong with the files of a seat plan

S-01 = there is no column with this heading.
    .near = { $near }
    .have = The headings are { $headings }.
S-02 = two columns have this heading.
    .do = Give one of them another heading, so that it is clear which is meant.
S-03 = there is no column { $wanted }.{ $near }
    .do = docs/tables/seat-plans.md lists the columns of every file.
S-84 = a file of rules has no such column.
    .near = { $near }
    .do = Its columns are { $known }. A remark stands in a column "remark". Without it a rule would be read as another.
S-04 = { $count ->
    [one] { $people } has no value here.
   *[other] { $people } have no value here.
}
    .means = They are spread over the tables as a group of their own.
S-72 = round { $round } is to keep the tables of round { $first }, and has { $tables }, which is another number.
    .do = Give both rounds the same number of tables: tables = { $kept }. Or another word as group.
S-112 = round { $round } is to keep the tables of round { $first }, and has tables of other sizes.
    .means = Nobody changes tables between them, so one of the two would not get the sizes that it asks for.
    .do = Give both rounds the same sizes. Or another word as group.
S-73 = { $rounds ->
    [one] in round { $round } somebody sits alone at a table.
   *[other] in rounds { $round } somebody sits alone at a table.
}
    .do = Ask for one table less, or for another size. Tables differ by at most one person.
S-85 = round { $round } has a word as group that no other dialogue has, so it keeps nobody's tables.
    .do = Give it to the rounds that are to have the same tables, or leave it out.
S-86 = round { $round } has the same word as group as round { $first }, which is of another kind.
    .means = Dialogues with one word keep their tables; workshops with one word keep the groups of their topics. One cannot be kept in the other.
    .do = Give one of them another word.
S-87 = { $rounds ->
    [one] round { $round } is plenary: it has no tables, and what is said of them does nothing.
   *[other] rounds { $round } are plenary: they have no tables, and what is said of them does nothing.
}
    .do = Leave tables, size, sizes and group out, or give another kind.
S-74 = { $people } of { $feature } { $value }: too few to have company of { $least } at a table.
    .do = They are seated without that rule. Ask them how they want to sit, or let an interpreter or a friend join.
S-75 = this does not say how the person stands.
    .do = The list of "geloot people" has words of its own in this column, and they stay as they are: who is "in" is seated. Give another column another heading.
S-76 = { $people } have a seat and are seated; { $listed ->
    [one] { $listed } other of the list is left out.
   *[other] { $listed } others of the list are left out.
}
    .do = Whoever is in reserve, left, or was not drawn has no seat: the column with how people stand says so.
S-77 = { $count ->
    [one] { $count } person of these has not answered yet. The seat is held.
   *[other] { $count } people of these have not answered yet. Their seats are held.
}
S-78 = nobody of this list is in.
    .do = Give the list that "geloot people" writes after a draw, or a list without a column "status".
S-05 = { $count ->
    [0] this code is not in the list of people.
    [1] this code is not in the list of people.
   *[other] these { $count } codes are not in the list of people.
}
    .do = { $zeros ->
        [yes] It looks as if a spreadsheet dropped the zeros in front. Give the column the form of text, and type the codes as they stand in the list of people.
       *[no] Codes are compared sign by sign: check capitals, spaces and leading zeros. If they stand in another column of the list of people, name it: --id-column HEADING.
    }
S-06 = there is no table of the name { $cell }.
    .have = The tables are { $tables }.
S-07 = { $cell ->
    [none] this is no round of the plan.
   *[other] { $cell } is no round of the plan.
}
    .do = { $rounds ->
        [one] There is { $rounds } of them. Write 2, or 1,3 or 1-3; blank means all.
       *[other] There are { $rounds } of them. Write 2, or 1,3 or 1-3; blank means all.
    }
S-08 = there is no rule { $cell }.
    .near = { $near }
    .have = The rules are apart, together, table (or fixed), not-table and absent; in Dutch uit elkaar, samen, tafel (or vast), niet tafel and afwezig.
S-09 = this row names one person twice.
S-10 = { $cell } is not a whole number from { $least } to { $most }.
    .do = Write it in digits, without a sign or a word: 8, and not 8,0 or eight.
S-11 = this should say yes or no.
    .do = Yes, ja, x and 1 mean yes; blank, no, nee and 0 mean no.
S-12 = line { $line }: { $said }
S-13 = round { $round } has { $people } and { $seats } seats.
    .do = Give more tables, larger tables, or a topic more room.
S-14 = round { $round } has { $people } for { $tables } tables.
    .do = Give fewer tables: at every table sits at least one person.
S-15 = round { $round } has no tables.
    .do = Give the number of tables or their size; a workshop needs topics. A plenary has no tables.
S-16 = there are { $people } people; at most { $most } can be seated in one plan.
S-17 = { $thing ->
    [rounds] there are more than { $most } rounds.
   *[kinds] there are more than { $most } kinds of people with rules.
}
S-18 = round { $round } has { $tables } and { $staff ->
    [one] { $staff } facilitator
   *[other] { $staff } facilitators
}.
    .means = The last tables have nobody to host them.
S-19 = { $kind ->
    [topic] there is no topic { $name }.
    [role] there is no role { $name }.
   *[property] there is no property of a table { $name }.
}
    .near = { $near }
    .do = { $kind ->
        [topic] Mend the name, or give the topic a row, or a column, in the list of preferences.
        [role] Mend the name in the plan, or write it in the column of roles in the list of people.
       *[property] Mend the name in the plan, or give the list of tables a column with this heading.
    }
S-20 = this person has two preferences for one topic.
S-21 = something is listed twice here.
S-22 = nobody is there in round { $round }.
S-23 = the text for the seed cannot be used.
    .do = Give 1 to 2,000 signs on one line.
S-24 = this person has two seats in one round.
S-25 = nobody has a seat in round { $round }.
S-26 = round { $round } has { $tables }; the list of tables has { $rooms }.
S-27 = there are only plenaries, in which nobody has a seat.
    .do = Add a round of the kind dialogue or workshop.
S-28 = { $name } has at least { $least } and at most { $most }.
    .do = The fewest cannot be above the most.
S-29 = round { $round } has { $tables } and a list of { $sizes ->
    [one] { $sizes } size
   *[other] { $sizes } sizes
}.
    .do = Give one of the two, or make them agree.
S-30 = this rule never holds.
    .means = Whom it is about is absent in its rounds, or there is no round of its kind: tables are for dialogues, topics for workshops.
S-39 = { $code } is not in this plan, so cannot be absent.
    .near = { $near }
    .do = Compare the code with the list of seats. Whoever has no seat in this plan need not be named.
S-41 = one of the codes of --absent or --extra cannot be a code.
    .do = A code is 1 to 100 signs on one line.
S-42 = topics and preferences are not used.
    .means = There is no round of the kind workshop in the plan.
S-43 = these meetings are of people who are not in the list.
    .means = They are left out. People may have left since; if not, compare the codes.
S-44 = this row has no name.
S-45 = this row names no table.
    .do = Leave the row out if the person was absent, and say so with the rule absent.
S-46 = { $cell } is no number of a round.
    .do = Rounds are whole numbers from 1 to { $most }.
S-47 = this round is a plenary, in which nobody has a seat.
    .do = Compare the plan file with the seat plan: are the rounds the same?
S-48 = this person had another table in an earlier round of the same workshop.
    .means = Groups of a workshop stay as they are, so the answer is no, and its rounds are judged one by one. Where they may change, give the rounds another "group" in the plan file.
S-49 = there is no seat in this file.
    .do = A seat plan has a row for every round and person, with the columns round, table and code.
S-50 = the rule absent is about one person, and something stands here.
    .do = Give everybody who is absent a row of their own, and leave this cell blank.
S-51 = { $cell } is no role of the staff.
    .have = The roles are facilitator and note-taker; blank means facilitator.
S-52 = round { $round } has { $people }; its topics ask for { $least } at least.
    .do = Let a topic do with fewer people, or leave one out.
S-53 = { $code } is absent in round { $round } already.
    .do = Leave this code out, or seat that round again by a command of its own: --round { $round }.
S-54 = { $code } has a seat in round { $round } already.
    .do = Leave this code out, or seat that round again by a command of its own: --round { $round }.
S-55 = { $code } is named as absent and as extra.
    .do = Name this person once: with --absent who stays away, with --extra who turns up.
S-56 = { $name ->
    [none] the list of columns to mix has one without a name.
   *[other] the column { $name } is to be mixed twice.
}
    .do = { $name ->
        [none] Is there a comma too many?
       *[other] Name it once. To let it count more, give it an importance in the plan file.
    }
S-57 = { $name } begins as a formula does, and a spreadsheet may compute it.
    .do = It stands in the lists of this plan. Let it begin with a letter.
S-58 = { $code } is new to this plan, and nothing is known of this person.
    .near = { $near }
    .means = They get a seat; when tables are mixed their cells count as blank.
S-60 = this person is absent in this round and has a seat.
    .do = Take the row of this person out of the seat plan, or the rule absent out of the rules: whichever is not so.
S-61 = { $cell } is no use of a table.
    .have = The uses are dialogue and workshop; blank means both.
S-62 = round { $round } is a workshop of { $topics ->
    [one] { $topics } topic
   *[other] { $topics } topics
}; the list of tables has { $tables } for workshops.
    .do = Every topic needs a table of its own. Add the tables or rooms that the groups work in.
    .or = Where the list is for dialogue rounds only, say so: write dialogue in a column "use" for every table.
S-63 = round { $round }: the topic { $topic } asks for { $people } at least; its table { $table } has { $seats } seats.
    .means = No other way of giving tables to topics was found that does better.
    .do = Add a larger table, give this topic one (column "topic" in the list of tables), or let it do with fewer people.
S-64 = round { $round } is a workshop, no table in this list is for workshops, and { $count ->
    [one] { $count } person needs something
   *[other] { $count } people need something
} of their table.
    .do = Nobody looks after these needs in workshops. Add the rooms that the groups work in to the list.
S-113 = no column of the people's list has this heading, so nobody is known to need { $name }.
    .like = { $like ->
        [none] {""}
       *[other] Columns that may say so: { $like }.
    }
    .means = Some tables have it and others do not, and everybody may sit at any of them.
    .do = Give the column that says who needs it this heading, or name it in the plan file, below [needs]. If nobody needs it, take the column out of the list of tables.
S-114 = some tables have { $names } and others do not, and of nobody does this plan know that they need it.
    .do = If somebody does, make the plan again: a column of the people's list says who, under the same heading or named below [needs] in the plan file.

# A line of the plan file

plan-not-text = this is not text as a plan file holds it.
    .do = Save the file as plain text, in UTF-8.
plan-quotes = a quotation mark is missing.
plan-no-equals = there is no = in this line.
    .do = Write name = value, such as tables = 6; the name of a table stands in [ ].
plan-twice = this name stands there a second time.
plan-grammar = this line is not as a plan file is written.
    .do = Write name = value: texts in quotation marks, numbers without, lists as ["a", "b"].
    .example = docs/tables/seat-plans.md has a whole plan as an example.
plan-unknown = there is no setting { $key } here.
    .near = { $near }
    .have = The settings are { $known }.
plan-missing = { $table } lacks the setting { $key }.
plan-wanted = { $key } should be { $wanted ->
    [aims] a list such as ["balance", "meetings", "preferences"]
    [round] a table under [[round]]
    [numbers] a list of numbers such as [8, 8, 10]
    [keep] a table under [[keep]]
    [company] a table under [[company]]
    [bool] true or false, without quotation marks
    [limits] {"{"} least = 1, most = 2 {"}"}
    [mix] a heading in quotation marks, or {"{"} feature = "age", importance = 2 {"}"}
    [text] text in quotation marks
    [rounds] a table under [[round]], with two brackets on either side
    [keeps] a table under [[keep]], with two brackets on either side
    [companies] a table under [[company]], with two brackets on either side
    [list] a list in square brackets
   *[table] a table, with its settings on the lines below
}.
plan-word = { $key } cannot be { $word }.
    .near = { $near }
    .have = It can be { $words }.
plan-number = { $key } should be a whole number from { $least } to { $most }.
or = { $most } or { $last }

# Refusals end with

nothing-planned = Nothing was planned and no file was changed.
nothing-checked = Nothing was checked and no file was changed.

# Kinds of rounds

kind-dialogue = dialogue
kind-workshop = workshop
kind-plenary = plenary

# Claims of a plan's folder

T1 = The inputs are the ones committed to
T2 = The seats follow from the inputs and the seed
T3 = All rules are kept
T4 = The figures are true
T5 = The lists to hand out are those of the seats
T6 = There is nothing else in the folder
holds-inputs = inputs.json has the digest that seed.json names
holds-follows = made again, every seat is the same
holds-rules = every rule was checked
holds-figures = every figure was computed again
holds-lists = made again, all four are the same
holds-nothing-else = every file is one that belongs there
fails-nothing-else = ask what these are for: { $files }
fails-line = the published line names other inputs or settings
fails-inputs = inputs.json is not the one that seed.json names: one of the two was changed
fails-stream = seed.json names another stream of the seed than the seats come from
fails-form = the seats are the same, but seatplan.csv is not as it was written
fails-follows = made again, { $seats } of the seats differ
fails-rules = { $broken } broken
fails-figures-form = the figures are the same, but report.json is not as it was written
fails-figures = computed again, these differ: { $fields }
fails-lists = changed after they were made: { $files }
unchecked-file = { $file } is not there or cannot be read
unchecked-before = give the plan before this change with --before to make it again
unchecked-other-before = the plan given with --before is not the one that was changed
unchecked-other-search = it was made by search rules { $made }, and this program has search rules { $here }: only a program with search rules { $made } can make it again

# What the claims leave open

frozen-change = This is a change of another plan, made after the seed was known.
    .line = { $published ->
        [yes] The line is that of the plan before it.
       *[no] Nothing was fixed for it.
    }
    .open = Who was said to be absent or there, and how many might move, no line binds: whoever made it
    .ask = could try several and keep the one they liked. Check the plan before it too.
frozen-line = seed.json says that the inputs and settings were frozen first. Compare their line with the one that you saw
    .rest = before the seed was known, or give that with --commitment:
    .line = { $line }
frozen-not = The settings were not fixed before the seed (--freeze): whoever made this plan could have made several, with
    .rest = other efforts or orders of preference, and have kept the one they liked.
too-few-moves = { $most ->
    [0] That is because nobody may move (--move-at-most { $most }). When { $moves } all rules can be kept: --move-at-most { $takes }.
   *[other] That is because no more than { $people } may move (--move-at-most { $most }). When { $moves } all rules can be kept: --move-at-most { $takes }.
}
moves = { $count ->
    [0] nobody moves
    [one] { $count } person moves
   *[other] { $count } people move
}
freezing = Frozen: everything a seat plan for { $people } over { $rounds } follows from, and how long to search (effort { $effort }).
freezing-next = Publish this line before anybody can know the seed. Then make the plan, into a folder of its own:
    .make = geloot sessions --frozen { $folder } --seed "..." --out ...
    .check = Whoever saw the line checks it: geloot sessions check FOLDER --commitment "{ $start }..."
saved-frozen = Saved in { $folder }: inputs.json and commitment.txt.

# Rules of a seat plan

do-not-fit = { $when }: the people do not fit at the tables, whatever the rules.
clash-one-rule = { $when }: this rule cannot be kept:
clash-rules = { $when }: these rules cannot be kept together; without any one of them the others can:
clash-rules-perhaps = { $when }: these rules cannot be kept together (perhaps not all of them are needed for that):
all-apart = { $people } all sit apart from each other: { $codes }.
tables-take = { $end ->
    [least] { $count } tables take at least { $size } each: { $named }.
   *[most] { $count } tables take at most { $size } each: { $named }.
}
table-takes = { $end ->
    [least] Table { $name } takes at least { $size }.
   *[most] Table { $name } takes at most { $size }.
}
topics-at = That is with these tables for the topics: { $tables }. A column topic in the list of tables chooses others.
when-rounds = { $count ->
    [one] Round { $rounds }
   *[other] Rounds { $rounds }
}
no-topic-there = { $name } (no topic is there)
no-table = no table
one-table = table { $name }
some-tables = tables { $names }
rule-apart = { $one } and { $other } sit apart.
rule-together = { $one } and { $other } sit together.
rule-at = { $code } sits at table { $table }.
rule-not-at = { $code } does not sit at table { $table }.
rule-topic = { $code } works on { $topic }.
rule-not-topic = { $code } does not work on { $topic }.
rule-need = { $code } needs a table that is { $need } ({ $tables }).
rule-language = { $code } needs somebody at the table who speaks { $language } ({ $who }).
rule-host-at = { $staff } may not host { $code } ({ $tables }).
rule-host = { $staff } may not host { $code }.
rule-role = { $end ->
    [least] Every table has at least { $limit } with the role { $role }; { $there } there.
   *[most] No table has more than { $limit } with the role { $role }; { $there } there.
}
people-are = { $count ->
    [one] { $people } is
   *[other] { $people } are
}
rule-keep = { $tables ->
    [one] The { $people } with { $feature } { $value } share at most { $tables } table.
   *[other] The { $people } with { $feature } { $value } share at most { $tables } tables.
}
rule-company = Of those with { $feature } { $value } at least { $least } share a table, or none sits there.
speakers-none = nobody of the staff does
speakers-many = { $count } of the staff do
broken-no-seat = { $code } has no seat.
broken-absent = { $code } has a seat and is absent.
broken-size = { $least ->
    [same] table { $table } has { $people }; { $most } belong there.
   *[other] table { $table } has { $people }; { $least } to { $most } belong there.
}
broken-apart = { $one } and { $other } share a table and should sit apart.
broken-together = { $one } and { $other } should share a table and do not.
broken-barred = { $code } is at table { $table }. The rule: { $why }
broken-limit = table { $table } has { $here } with the role { $role }; { $end ->
    [least] { $count ->
        [one] at least { $count } belongs
       *[other] at least { $count } belong
    }
   *[most] { $count ->
        [one] at most { $count } belongs
       *[other] at most { $count } belong
    }
} there.
broken-gather = { $codes } should share at most { $most } tables and sit at { $tables }.
broken-company = { $table } has { $here } of { $codes }; at least { $least } should share a table, or none.
broken-moved = { $people } were moved, more than allowed.

# Refusals of the commands

S-31 = The command needs --seed and --out.
    .do = "geloot sessions --help" says how.
S-32 = { $plan ->
    [none] The command names no list of people.
   *[other] Neither the command nor { $plan } names a list of people.
}
    .do = Give it with --people P.csv, or in the plan file: [files] on a line of its own, below it people = "P.csv".
S-33 = The rules of this plan contradict each other.
    .do = Drop or loosen one of them, and give the command again.
S-34 = No plan was found that keeps all rules. The best one breaks:
    .known = It could not be proved that the rules contradict each other.
    .do = Search longer with --effort 100, or loosen one of these rules.
and-more = and { $count } more
S-36 = inputs.json in this folder is not as this program wrote it.
    .means = It was changed by hand or by another program, so nothing can be said about the plan.
    .do = To check only the seats, give seatplan.csv itself with --people.
S-37 = seed.json in this folder is not as this program wrote it.
    .means = Without it nobody could make the new plan again.
S-38 = There is no such round with tables in this plan.
    .do = Rounds count from 1.
S-40 = The people of this round do not fit at its tables.
    .means = Nobody is left, or there are fewer seats than people in the building.
S-59 = There is nothing to change: nobody is absent, nobody is extra.
    .do = Name who stays away with --absent and who turns up with --extra. To mix tables better as they
    .rest = are, say with --move-at-most how many people may move.
S-66 = A plan's folder is checked by its own inputs, so { $option } does nothing here.
    .do = Leave it out. To judge the seats by other files, give seatplan.csv of the folder instead.
S-67 = The inputs in this folder are not those that were frozen.
    .do = inputs.json or commitment.txt was changed. Put them back from a copy; with other inputs freeze anew,
    .rest = which needs a seed that nobody can know yet.
S-68 = { $line } is not a published line.
    .do = The line is geloot-commitment-1: and 64 digits 0 to 9 and letters a to f, all of them.
S-69 = { $option } is for the folder of a plan, and this is a file.
    .do = Give the folder, or leave the option out.
S-70 = The page to print could not be made. This is a mistake in the program, not in your data.
    .do = Please send us this text and the command you gave. Do not send the list of people.
S-71 = inputs.json in this folder is not the one that its seed.json names: one of the two was changed.
    .means = A change made from it would not follow from the plan that was announced. Put the folder back from a copy;
    .more = "geloot sessions check" says more.
claim-holds = holds
claim-fails = FAILS
claim-open = not checked
claims-open = { $count ->
    [one] What one of these says could not be checked, so the answer is no.
   *[other] What { $count } of these say could not be checked, so the answer is no.
}
making-again = Making the plan again
looking-for-seats = Looking for the best seats

# The report of a plan

plan-saved = Saved in { $folder }: seatplan.csv, cards.csv, tables.csv, wall.csv, plan.html to print,
    .rest = report.json, and inputs.json with seed.json, from which anybody can make this plan again.
plan-for = Seat plan for { $people } over { $rounds }. After the rules: { $order }.
plan-why = There are just as many rounds as it takes for everybody to meet everybody once, so meetings go
    .rest = first; --first balance turns that round.
aim-within-one = tables mixed to within one person of the best
aim-balance = mixed tables
aim-meetings = new meetings
aim-wishes = topic preferences
aim-nothing = nothing to choose
then = , then {""}
head-meetings = Meetings
head-reached = Reached
head-best = Best possible
pairs-first = Pairs who meet for the first time
pairs-different = Different pairs who meet
pairs-again = Meetings of people who met before
met-fewest = New people met by who meets fewest
met-median = New people met by the middle person
times-met = Times the same pair meets
at-most = { $count } at most
at-least = { $count } at least
head-rounds = Rounds
head-kind = Kind
head-people = People
head-tables = Tables
head-at-each = At each
head-met-before = Met before
head-at-least = At least
head-spread = Spread over tables
head-least-possible = Least possible
head-outside = Outside a fair share
spread-uneven = Where tables differ in size, people count from their table's fair share.
spread-alone = The { $people } people with { $feature } { $value } never share a table. If they should, a plan file says so: [[keep]] feature = { $feature } keeps them together, [[company]] feature = { $feature } gives each of them company.
spread-means = Spread: most people of one value at a table less the fewest at another, for the worst value and round.
head-topics = Topics
choice-1 = first choice
choice-2 = second choice
choice-3 = third choice
choice-later = later choice
choice-none = a topic not asked for
choice-silent = no preference given
head-topics-alone = If preferences were all that counts
with-these-tables = {" "}with these tables for the topics
price-fewer = no plan that keeps the rules has fewer than { $best }{ $there } (proved)
price-best = no sharing out has fewer{ $there } (proved)
price-more-wishes = no plan that keeps the rules has fewer than { $best }{ $there } (proved), so at most { $more } more than need be
price-more = no plan that keeps the rules has fewer than { $best }{ $there } (proved), so what goes before preferences costs at most { $more }
steps-below = { $steps ->
    [one] { $when }: { $steps } step below first choices in all{ $price }.
   *[other] { $when }: { $steps } steps below first choices in all{ $price }.
}
head-topic = Topic
head-table = Table
head-room = Room
head-facilitator = Facilitator
head-seats = Seats
where-topics = { $when }: where the topics are.
rules-kept = All rules are kept: a seat for everybody{ $own ->
    [yes] {""}
   *[no] , the sizes of tables
}{ $more ->
    [0] {""}
   *[other] , { $more } more
}.
S-35 = { $count ->
    [one] { $count } rule is broken:
   *[other] { $count } rules are broken:
}
rules-absent = Whoever is in the list of people and was not there has to be declared: the rule absent in
    .rest = constraints.csv (--constraints), or absent in the plan file (--plan).
rules-own = The figures above, and what is best possible, are for the people and sizes of this plan.
sizes-unchecked = No rule on the sizes of tables was given (--tables, --size or --plan), so none was checked.
S-65 = { $when }: the smallest table has { $people }, the largest { $most }.
reseated = Round { $round } is seated again; every other round is as it was. { $moved ->
    [0] Nobody sits elsewhere than announced.
    [one] { $moved } person sits elsewhere than announced.
   *[other] { $moved } people sit elsewhere than announced.
}
head-code = Code
head-table-before = Table before
head-table-now = Table now
head-staff-moved = Staff who move with the rules
S-79 = --out names one folder, and several rounds are changed one after the other, each in a folder of its own.
    .do = Leave --out out: the changes go into the folder of the plan.
head-task = Task
head-before = Before
head-now = Now
task-facilitator = facilitator
task-notes = note-taker
S-80 = { $file } has no column with the codes of this plan.
    .near = { $near ->
        [none] {""}
       *[other] But a cell looks like { $near }. Spreadsheets drop zeros in front of a number: give the column the form of text.
    }
    .do = Give the list from which the plan was made, with a column of names: the list of "geloot people", or of volunteers.
S-81 = { $count ->
    [one] { $count } person of the plan has no name in this list, and stands there by code.
   *[other] { $count } people of the plan have no name in this list, and stand there by code.
}
    .near = { $near ->
        [none] {""}
       *[other] But a cell looks like { $near }. Spreadsheets drop zeros in front of a number: give the column the form of text.
    }
S-82 = { $file } has no column with e-mail addresses.
    .do = Say which column it is: --email "HEADING".
S-83 = { $count ->
    [one] { $count } person has no e-mail address, and is in no room.
   *[other] { $count } people have no e-mail address, and are in no room.
}
S-110 = { $file } was changed since it was made, and who met is taken from it as it was. If people were seated as the last change says, give that: --met { $last }
S-111 = { $folder } is the folder of the plan itself.
    .do = Give a place beside it: lists with names are for the evening, and the plan may be handed on.
personal-file = personal
rooms-file = rooms-round
names-saved = Saved in { $folder }: cards, table lists, wall list and a page to print, with names. They hold personal data: for the evening itself, never for publication. Throw them away after it.
the-command = the command

# What is wrong with tables of figures, comparisons and rates.

# A table of the population

N-01 = there are no labels with figures.
    .do = A table of the population has the headings feature, value and count, and one line for each value,
    .example = for example: age,18-24,5364
    .statline = An export of StatLine can be given as it is: choose "CSV" when you download it.
N-40 = all columns hold numbers ({ $headings }), so none of them says what the figures are of.
    .do = Say which one has the figures: --counts HEADING. The numbers of the others are then labels: write what they mean in their place, such as Horst aan de Maas for 1507 or GM1507, as the pool has it.
N-41 = { $name } in { $names } stands beside several codes in { $codes }: districts and neighbourhoods can have one name in several municipalities.
    .do = Take one of the two columns out of the table: that with the names if the pool has codes. If it has names, choose the rows of one municipality (--pick "HEADING=LABEL"), or make the names differ.
N-02 = the figure of { $value } is missing.
    .means = Without it the shares of all others would be wrong.
    .do = Fill it in, or leave the value out with --leave-out.
N-03 = { $cell } is not a number of at least 0.
    .do = { $why ->
        [negative] No number of people and no share is below 0. Is it a change, or a difference? Then choose the column with the numbers: --counts HEADING.
        [exponent] A spreadsheet shortened it, and digits may be lost. Show the column as whole numbers there (Format cells, Number) and save it again; if they are lost, download the table again.
       *[other] Write figures with digits and at most one sign for decimals, such as 45276 or 8,6.
    }
N-04 = { $cells } can { $count ->
    [one] be read
   *[other] each be read
} in two ways: with thousands, or with three decimals.
    .do = Nothing else in the column says which. Write the figures without a sign for thousands.
N-05 = { $feature } { $value } is there more than once.
    .do = Keep one line for each value. If it was split, add the figures up on one line.
N-06 = { $value } is the total of { $feature } and was left out.
N-07 = { $value } of { $feature } is { $total }, but the other lines add up to { $sum }.
    .means = The total was left out; shares are taken of the sum of the other lines.
    .do = Look whether a line is missing or there twice.
N-08 = { $value } of { $feature } is as large as all others together.
    .do = If it is their total, leave it out with --leave-out: now it counts as a value.
N-71 = { $value } of { $feature } is as large as all others together.
    .means = If it is their total, it would count as a value, and take half of the seats.
    .do = Is it the total? Then leave it out: --leave-out "{ $option }".
    .or = Is it a value like the others? Then write one person more there, and this is not asked again.
N-77 = of { $feature }, { $count ->
    [one] { $parts } is a part
   *[other] { $parts } are parts
} of { $whole }, which is a value too.
    .means = These people would count twice, and the shares of all others would be too small.
    .do = Leave the whole out, if there is a line for each part of it: { $whole_option }
    .or = Else leave out the { $count ->
    [one] part
   *[other] parts
}: { $part_options }
N-78 = { $whole } of { $feature } is as large as { $parts } together.
    .means = If it is their sum, these people count twice, and the shares of all others are too small.
    .do = Is it? Leave it out: { $whole_option }
    .or = Or leave the parts out: { $part_options }
N-72 = the shares of { $feature } are written in two ways: { $figure } as a part of 1, and others as parts of 100.
    .means = Read as they stand, this value would get next to no seats.
    .do = Write all of them as percentages, or all as parts of 1.
N-73 = which column has the figures is not known: the headings say which are the feature and the value, and { $headings } may be anything.
    .do = Call it "count" if it has numbers of people, or "share" if it has percentages; or name it with --counts HEADING.
N-09 = the shares of { $feature } add up to { $sum }, not to { $whole }.
    .do = Rounding does not explain that. Look whether a value is missing. It is computed as if { $sum } were the whole.
N-10 = the shares of { $feature } add up to { $sum } instead of { $whole }, by rounding. It is computed as if { $sum } were the whole.
N-11 = these figures are marked as provisional (*). They are used as they are.
N-12 = all figures of { $feature } are 0.
    .do = So nobody has a share of the seats. Check that you chose the right table.
N-13 = there are several columns with figures: { $headings }.
    .do = Choose the one to use with --counts HEADING,
    .or = or choose one row with --pick "HEADING=LABEL" when the columns are the values.
N-14 = { $choice ->
    [pick] there is nothing named { $text } to pick.{ $near }
    [counts] there is no column with figures named { $text }.{ $near }
    [name] there is no feature { $text } to give another name.{ $near }
    [leave-out] there is no value { $text } to leave out.{ $near }
   *[at-least-one] there is no feature { $text } in the population.{ $near }
}
    .do = Look at what you gave after { $option }.
N-15 = there are several periods; the newest one, { $taken }, was taken.
    .do = To use another one, choose it with --pick: there also is { $others }.
N-16 = { $rows ->
    [labels] there are shares for each of several labels of { $heading }, and shares cannot be added.
    [levels] the rows are of areas of several kinds, by the column { $heading }, and some lie in others.
   *[measures] the table holds figures of several kinds, in the column { $heading }.
}
    .do = { $rows ->
        [labels] Choose one of them with --pick "{ $name }=LABEL": { $labels }.
       *[measures] Choose one with --pick "{ $name }=LABEL": { $labels }.
    }
N-17 = { $cell } was read as { $read }: the sign in it stands for thousands.
N-18 = { $count ->
    [one] { $heading }: { $labels } holds other regions and was left out.
   *[other] { $heading }: { $labels } hold other regions and were left out.
}
N-19 = at least one seat for each of the { $values } values of { $feature } is asked for, and the panel has { $seats }.
    .do = Give the panel more seats, join values, or leave --at-least-one out.
N-20 = { $feature } { $value } gets no seat: its share is { $exact } of { $seats }.
    .means = So nobody with this value can be drawn. With --at-least-one { $feature } each value gets one.
N-21 = equal claims to a seat of { $feature } were decided without a label of your own.
    .means = The program's label { $label } was used. Anyone can check it, but nobody announced it.
    .do = Publish a text before you know the figures, and give it with --tie-label TEXT.
N-22 = { $feature } is also in { $other }.
    .do = Give only one of the two tables, or give the feature another name with --name.
N-23 = the columns are not the values of one feature: { $one } and { $other } are about the same people.
    .means = The columns with figures are { $headings }.
    .do = Make a table with the headings feature, value and count, and a line for each column that you need,
    .example = for example: gender,woman,5050
N-70 = the lines of { $feature } are not the values of one feature: { $one } and { $other } are about the same people.
    .means = Everybody would count twice or more, and the shares would be wrong.
    .do = Give each its own feature, such as gender for men and women, and age for 16-34, each with all of its lines.
    .or = Leave lines out that you do not need: --leave-out "{ $name }=VALUE".
N-74 = of { $feature } one figure counts people and another homes: { $one } and { $other } count different things.
    .means = They cannot be added, and shares of both together are shares of nothing.
    .do = Make a table with the headings feature, value and count, in which every line counts people, such as men and women.
    .or = Is the feature the kind of household? Then take the number of people who live in each kind, not the number of households.
N-31 = of { $feature } the table has no row for every combination with { $count ->
    [one] the value
   *[other] the values
} { $values }.
    .means = Figures are added over the other columns, so these would count too few people, or nobody.
    .do = Add the rows that are missing, with 0 where there is nobody. Or make a table with the headings feature, value and count.
N-32 = the feature is called { $feature }, after the file, since its columns have no name together.
    .do = Give it the name that the list of volunteers has for it: --name "{ $name }=NAME".
N-24 = { $heading } says the same as { $taken }, and was left out.
N-25 = the values of { $feature } are codes: { $codes }.
    .do = A pool seldom has them, and then nobody would match. Download the table with labels instead of codes (in StatLine: "CSV" and not the raw data),
    .or = or write in the table what each code means.
N-26 = { $feature } has { $values } values, each a single year of { $births ->
    [yes] birth
   *[no] age
}.
    .do = A quota for each year is seldom meant. { $births ->
        [yes] Write the age beside each year, and let "geloot prepare" add the lines up to bands such as 16-34:
       *[no] "geloot prepare" adds the lines up to bands such as 16-34:
    } name this file in a table [[population]] of its recipe, and give "geloot quotas" what it writes.
N-27 = { $code } stands for a figure that is missing or secret.
N-28 = the classes { $one } and { $other } of { $feature } overlap.
    .means = If somebody is counted in both, the shares are wrong.
    .do = Let one begin where the other ends, such as 15-24 and 25-64, and leave out a line that is the sum of others.
N-29 = between the classes { $one } and { $other } of { $feature } is a gap.
    .means = Whoever is in it belongs to the population and is not counted.
    .do = Is a line missing? Add it. If these people are left out on purpose, this is right.
N-30 = { $value } of { $feature } is a date, as spreadsheets make of a class such as 10-12.
    .means = Nobody in the pool would match it.
    .do = Make the column text in the spreadsheet, write the class again, and save the file.

# People compared with the population

M-01 = { $near ->
    [none] there is no column { $feature }.
   *[other] there is no column { $feature }. Is it the column { $near }?
}
    .do = { $plain ->
        [yes] Give the headings of columns of the pool after --mirror, with commas between them.
       *[no] A feature can be compared when the population and the people both have it, under one name.
    }
M-02 = there is no column { $feature }, so it is not compared.
M-03 = { $cell ->
    [none] { $count ->
        [one] { $people } has a value of { $feature } that the population does not have.
       *[other] { $people } have a value of { $feature } that the population does not have.
    }
   *[other] { $cell } is no value of { $feature } in the population.
}
    .do = These people are not counted for this feature. Correct the spelling, or add the value to the population.
M-04 = { $people } of { $all } have no value of { $feature }; the others are compared.
M-05 = { $shares }: far outside chance.
    .means = { $group ->
        [panel] A feature without a quota comes out as the pool has it. Say so in the report, or make it a quota next time.
       *[other] What the pool has too much of, the panel will have too much of, unless the feature becomes a quota.
    }
M-06 = { $shares }: more apart than chance explains.
M-07 = as a whole, { $feature } differs between { $group } and the population more than chance explains.
M-08 = { $people } with a value of { $feature }: too few for a test of the feature as a whole.
M-09 = there is nothing to compare: the people have no column with the name of a feature of the population.
    .means = The population has { $features }.
    .do = Give the columns the same headings, or rename a feature of the population with --name.
M-10 = { $feature } has { $values } different values: too many to give each its share.
    .do = Name a column with kinds of people, such as sex or age band, after --mirror.
M-14 = { $count ->
    [one] { $values } of { $feature } reads as no answer, and would have a share of the seats of its own ({ $people }).
   *[other] { $values } of { $feature } read as no answer, and each would have a share of the seats of its own ({ $people } together).
}
    .do = Ask these people, or write one word such as unknown for all of them. If a share for whoever did not answer is meant, this is right.
M-11 = { $cell ->
    [none] { $people } with a value of { $feature } that the population does not have, and the population has values that nobody here has.
   *[other] { $cell } is no value of { $feature } in the population, and the population has values that nobody here has.{ $near }
}
    .means = { $cell ->
        [none] The people have other values than the population, such as ages in place of age bands.
       *[other] They are likely the same under two spellings. Compared as they are, { $people } would be missing, and a value would seem to have nobody.
    }
    .do = Write each value alike in both files.
M-12 = { $count ->
    [one] { $values } of { $feature } is a value of the figures, and not of the quotas.
   *[other] { $values } of { $feature } are values of the figures, and not of the quotas.
}
    .lacks = { $lacks ->
        [none] {""}
       *[other] The quotas have { $lacks }, of which there are no figures.
    }
    .means = The shares beside the quotas would be of people whom the quotas do not count.
    .do = If they are left out on purpose, as in "geloot quotas", say so here too: { $option }. If a value is spelled otherwise, write it alike in both.
M-13 = { $count ->
    [one] nobody here has { $values } of { $feature }, and the population has it.
   *[other] nobody here has { $values } of { $feature }, and the population has them.
}
    .do = If these people cannot take part, such as children, leave them out as in "geloot quotas": { $option }. Then the other shares are among those who can.
apart = { $value } of { $feature }: { $own } of { $group }, { $population } of the population
group = { $group ->
    [pool] the pool
    [panel] the panel
   *[people] these people
}

# Tables of rates

E-01 = there is no column with rates.{ $near }
    .do = A table of rates has the heading stay, and may have people and confirm: people,stay on the first line, 40,0.85 below.
E-02 = { $cell } is no rate.
    .do = A rate lies between 0 and 1, such as 0.9, or is a percentage with its sign, from 0% to 100%, such as 90%.
E-03 = { $cell } is no number of people.
    .do = Write a whole number.
E-08 = there is no column { $column }.{ $near }
    .do = A table of who drops out has the headings feature, value and rate: age,18-24,0.25 on a line says that a quarter of those drop out.
E-09 = { $feature ->
    [none] { $name } is no feature of the quotas.{ $near }
   *[other] { $name } is no value of { $feature } in the quotas.{ $near }
}
    .do = So nobody would have this rate. Write it as the quotas do, or leave the line out.
E-10 = { $feature } { $value } has two rates.
    .do = Keep one line for each value.

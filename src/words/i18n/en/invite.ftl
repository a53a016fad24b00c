# The invitation lottery: what is wrong with registers, charters and lists; its claims; what its commands show.

# What is wrong. A message's attributes are lines below it: .means (what it means), .do (what can be done).

Y-01 = There is no row with anybody in it.
    .do = Give a register: a first row with the headings of the columns, then a row for each person.
Y-02 = The headings are no text in UTF-8.
    .do = Save the file again as CSV in UTF-8, or let "geloot prepare" make it.
Y-03 = No column is called { $names }, which the charter names for { $role ->
    [key] the number of a person
    [strata] the stratum
    [born] the date of birth
    [since] the date of settlement
    [flag] confidentiality
    [postcode] the postcode
    [number] the number of the house
    [home] the home
    [weight] the weight of a person
   *[other] the addition to the number of the house
}.
    .have = The columns are { $headings }.
    .do = Add the heading of this register to the list in the table [columns] of the charter.
Y-04 = Several columns are called { $names }, so which of them is meant?
    .do = Give the others another heading, or leave them out. Letter and addition of a house may stand in columns with headings of their own: addition = ["huisletter", "toevoeging"] takes both.
Y-05 = { $cells ->
    [one] The row has { $cells } cell
   *[other] The row has { $cells } cells
} and the heading { $due }.
    .do = Look for a separator within a cell, or a line break: each person stands on one line.
Y-06 = A quotation mark is not closed in its row, or something follows it.
    .do = Within quotation marks a quotation mark is written twice, and a cell has no line break.
Y-07 = The number of a person is blank, longer than 64 signs, or has a sign that no number may have.
    .means = A person without a number cannot be found twice, or found at all.
    .do = Letters without accents, digits and the signs of a keyboard will do, without spaces.
Y-140 = This number is none any more: a spreadsheet shortened it (1.23E+05), or shows an error (#N/A) in its place.
    .means = Different people may have the same one now, and nobody can say whose it was: some would be lost, or get a letter that they asked not to get.
    .do = Go back to the file before the spreadsheet, or make the column one of text there and fill it in again.
Y-141 = This number is not as it was: it has decimals (42.0), or signs of a spreadsheet around it ('0042, ="0042").
    .means = Who is in two registers, or on a list, under the number without them is taken for somebody else.
    .do = Make the column one of text in the spreadsheet, write the numbers as all others have them, and save the file again.
Y-08 = This column looks like citizen service numbers (BSN): they pass the eleven-test.
    .means = Those may not be used for this, and are easily guessed.
    .do = Use the A-number, or another number that a person keeps.
Y-09 = { $shown } is in no row of the strata.
    .means = Nobody may be lost in silence: whoever is in the register belongs to a stratum.
    .do = Add the stratum to the file of strata, or correct the cell. They must be the same sign by sign.
Y-134 = This cell is no text in UTF-8: letters with accents cannot be read.
    .means = Strata cannot be found in it, however they are spelled.
    .do = Save the register again as CSV in UTF-8 (in a spreadsheet: Save as, CSV UTF-8), or give --recipe instead of --register.
Y-10 = This is no date of birth.
    .do = Write YYYY-MM-DD; what is not known is 00: 1961-00-00. If dates are written otherwise there, such as 1-2-1990, give --recipe R.toml instead of --register: a recipe of "geloot prepare" reads them with date = true.
Y-11 = This is no date of settlement.
    .do = Write YYYY-MM-DD, or leave the cell blank. If dates are written otherwise there, such as 1-2-2020, give --recipe R.toml instead of --register: a recipe of "geloot prepare" reads them with date = true.
Y-12 = Nobody would get a letter.{ $flags ->
    [none] {""}
   *[other] {" "}In the column of confidentiality stand: { $flags }. Only 0 means that somebody takes part.
}
    .do = Look at the counts of people and at the number of letters in the charter.
Y-13 = The charter lacks { $table ->
    [letters] { $key ->
        [letters] the table [letters]
       *[other] "{ $key }" in the table [letters]
    }
   *[other] "{ $key }" in the table [{ $table }]
}.
    .do = The pages about the invitation lottery have a charter that can be copied.
Y-14 = "{ $key }" in the table [{ $table }] of the charter is not what it can be.
    .do = { $key ->
        [homes] Write homes = "any" (homes do not count), homes = "one-letter" (at most one letter for a home) or homes = "address-first" (an address is drawn first, then somebody who lives there).
        [share] Write share = "proportional" (by the number of people), "equal" (as many everywhere), "each" (so many for each stratum) or "listed" (as the file of strata says).
        [reference] Write the day without quotation marks: reference = 2027-01-15.
       *[other] Numbers stand without quotation marks and without points or commas: 10000. Words stand between quotation marks.
    }
Y-15 = { $key } means nothing { $table ->
    [none] in a charter
   *[other] in the table [{ $table }]
}.{ $near ->
    [none] {""}
   *[other] {" "}Did you mean { $near }?
}
    .means = It would decide nothing, and nobody would be told.
Y-16 = { $one } and { $other } cannot go together.
    .do = How many letters there are stands in one place: the charter, or the file of strata. With areas, share is "each". Weights are those of people, so homes are not "address-first" with them. Where somebody lives is said by home, or by postcode, number and addition.
Y-17 = The charter declares tickets drawn by hand, and letters have no tickets.
    .do = Declare dice (twelve with ten sides, or sixteen with six), a public lottery's numbers, words or the beacon.
Y-18 = Stratum { $stratum } has { $people ->
    [one] one person
   *[other] { $people } people
} and would get no letter.
    .means = Nobody in the register may have no chance.
    .do = Give every stratum a letter at least (at-least = 1), more letters, or put small strata together.
Y-146 = This register is the same as { $other }.
    .means = Everybody in it would be read twice.
    .do = Give each register once.
Y-19 = Stratum { $stratum } would have a list of { $list ->
    [one] one place
   *[other] { $list } places
} for { $people ->
    [one] one person
   *[other] { $people } people
}; with at most one letter per home it can have { $most }.
    .means = At most one of nine people in a row of the circle is drawn, however large the homes are: the circle takes no home for more than nine people, and so none can get two letters.
    .do = Ask for fewer reserves, or fewer letters; put small strata together; or draw with homes = "any".
Y-20 = Stratum { $stratum } has fewer people than letters ({ $people } and { $letters }): everybody there gets one.
Y-21 = The strata are missing, or have other columns than the charter names: { $name }.
    .have = { $headings ->
        [none] No file of strata was given.
        [hidden] The first row of the file has none of these headings.
       *[other] The file has { $headings }.
    }
    .do = Give --strata FILE: a row for each stratum, with these headings and, if you like, "letters" and "reserves".
Y-22 = This stratum stands there twice.
    .do = Take one of the two rows out.
Y-150 = Two strata look alike, and are strata of their own: { $one } and { $other }.
    .means = Nobody who reads the tables could tell them apart, and letters are shared out to each.
    .do = Give both one name if they are one, in the register too. If they are two, give one a name that looks different.
Y-23 = This is no whole number.
    .do = Write digits only.
Y-24 = There are too many people or strata for one frame.
    .do = A frame has at most 4 billion people and 100,000 strata, and weights come to at most 2 billion. Make one for each part of the country.
Y-25 = The table does not have the form in which the script writes it; row { $row } is the first that has not.
    .do = Save what the script wrote without opening it in a spreadsheet.
Y-26 = The table says something else than the others about { $about ->
    [people] how many people there are
    [homes] the homes
    [grounds] the grounds of exclusions
    [areas] which areas are drawn
   *[other] the places
}{ $stratum ->
    [none] {""}
   *[other] {" "}of stratum { $stratum }
}.
    .do = Run the whole script again on the same register, and take all of its tables.
Y-27 = The database found { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} that cannot be read: { $about ->
    [key] the number of a person
    [strata] a stratum that is in no row of the strata
    [born] the date of birth
    [weight] the weight
    [home] the home
   *[other] the date of settlement
}.
    .do = The same rules hold there as here; correct those rows, and run the script again.
Y-28 = { $wanted } areas are to be drawn, and there are { $areas } with people.
    .do = Draw at least one area, and no more than there are.
Y-29 = The registers have no number of a person, so nobody can be found who is in two of them.
    .means = Whoever moved may get two letters.
Y-30 = This is neither a number of a person nor the 32 signs of one.
    .do = A list of exclusions has a column "key" (or the charter's heading) with numbers of the register, or "person" with the signs of an earlier list.
Y-31 = The file lacks a column, or has it twice. What it needs, by the headings that it may have: { $wanted }.
    .do = Give the column one of these headings, whatever the spelling, and leave what is there twice out.
Y-32 = This is no code of a letter.
    .do = A code has ten signs, such as 7K3M-9QXT-4R. The last two show a slip of the hand.
Y-33 = Nobody has this code in this draw.
    .do = Look whether the letter is of an earlier draw.
Y-34 = This code answered before, in row { $first }.
    .do = Keep the answer that counts, and take the other row out.
Y-35 = Whoever has this code was not written to: their place is beyond the waves so far.
    .do = Publish the wave first, or look whose letter it is.
Y-36 = { $column ->
    [date] This is no day.
    [answer] This is no answer.
   *[other] This is no channel.
}
    .do = { $column ->
        [date] Write 2027-02-01 or 1-2-2027.
        [answer] Write yes, no or returned.
       *[other] Write a word, such as post, web, phone or door.
    }
Y-42 = This answer is of a day before the letter was posted, on { $day }.
    .do = Look at the day, or whose answer it is.
Y-43 = Some numbers of people begin with zero, and { $shorter ->
    [one] 1 is shorter than the { $digits } digits
   *[other] { $shorter } are shorter than the { $digits } digits
} that most have.
    .means = A spreadsheet may have taken zeros off the front. The same person in two rows would then have two chances.
    .do = Give the column the form of text in the spreadsheet and save the register again, or read it by a recipe with pad = { $digits }.
Y-44 = The charter counts homes, and nobody has { $named ->
    [yes] anything in the column that names the home
   *[no] both a postcode and a number of the house
}.
    .means = Everybody would be a home of their own, and the rule would do nothing.
    .do = { $named ->
        [yes] Look at the column home in [columns] of the charter, and at the register.
       *[no] Look at the columns postcode and number in [columns] of the charter, and at the register.
    }
Y-143 = This names no home: a spreadsheet shortened it (3.63E+15), or it is longer than 64 signs, or has a blank or a sign that is not on every keyboard.
    .means = People of different homes would count as one, or those of one home as two.
    .do = Leave the cell blank where the home is not known. If a spreadsheet did it, make the column one of text there and fill it in again.
Y-45 = { $named ->
    [yes] { $without } of { $rows } rows have nothing in the column that names the home.
   *[no] { $without } of { $rows } rows have no postcode or no number of the house.
}
    .means = Each of these people is a home of their own.
    .do = Look whether that is so. If these addresses are unknown, this is right.
Y-37 = The wave cannot be: { $column ->
    [before] a wave that is published already is missing, or is another here
    [stratum] there is no such stratum
    [wave] its number is not the next of this stratum
    [from] it does not go on where the one before ended
    [to] it ends before it starts, or beyond the list
    [date] this is no day, or one before that of the row above
   *[other] the reason is no line
}.
    .means = The next wave is the next places, whoever they are. Rows are only ever added.
    .do = { $column ->
        [before] Take the rows that are published from the last waves.csv in public/waves, and put the new ones below them.
        [stratum] Write the name of a stratum, or its number in public/strata.csv.
        [wave] Number the waves of each stratum 1, 2, 3 and so on.
        [from] Begin with the place after the last of the wave before in this stratum, and in the first wave with 1.
        [to] Write the last place that gets a letter: not before the first, and not beyond the list.
        [date] Write a day such as 2027-02-01 or 1-2-2027, and put the rows in the order of their days.
       *[other] Write on one line why there is a wave.
    }
Y-38 = This volunteer has no code of a letter of this draw, and is of no side stream that was declared.
    .do = Look for the code on the letter; or declare the stream in the table [invited] of the charter, and write it in the column "stream".
Y-39 = No number of letters is enough for { $volunteers } volunteers in { $stratum }, where { $people } people can be drawn.
    .do = Ask for fewer volunteers, or less certainty.
Y-144 = Each of the { $strata } strata with people brings at least one volunteer, and fewer are asked for: { $volunteers }.
    .do = Ask for more volunteers, or put small strata together.
Y-40 = There is no rate of response of { $stratum }, or what stands there is none.
    .do = A file of rates has the columns of the strata and "rate": a number from 0 to 1, or a percentage with its sign.
Y-41 = The code of this letter is that of the volunteer in row { $first } too.
    .do = A letter is personal. Keep the one whose letter it is.

# Why an act is not done

Y-50 = This is not the record of an invitation lottery.
    .do = "geloot invite frame" makes one. A panel's lottery has commands of its own.
Y-51 = The record in { $dir } is not as it was frozen.
    .means = { $claim }
    .do = Nothing can be drawn from a record that was changed. Put it back from a copy; "geloot verify" says more.
Y-52 = Letters have no tickets that a hand could draw.
    .do = Give dice, a public lottery's numbers, words, or a round of the beacon.
Y-53 = The sealed list of people is not the one in the frame.
    .means = Somebody was added, left out or changed after the frame was frozen.
    .do = Put sealed/persons.csv back from a copy.
Y-54 = Another list of this draw is recorded already, or the clerk's list was changed or is missing.
    .do = A draw has one list. If letters.csv is missing, give the same "geloot invite draw": it makes it again. If it was changed, put it back from a copy, or draw again for a reason.
Y-55 = No letters have been drawn yet.
    .do = "geloot invite draw" gives the seed and, where the list of people is here, the letters.
Y-57 = This is the record of an invitation lottery: nobody has volunteered yet.
    .do = "geloot invite draw" draws its letters. A panel is drawn from the lottery that "geloot lottery" makes of the volunteers.
Y-56 = { $file } cannot be read as what it should be.
    .do = Give the file that "geloot invite codes" wrote.
Y-58 = There are other letters on this list than codes.
    .do = Make the codes again from this list, with the same key.
Y-158 = In the list of codes the column of codes was sorted without the others.
    .means = No code belongs to the letter in its row any more, so each answer would be that of somebody else.
    .do = Make the codes again with "geloot invite codes" and the same key, and sort whole rows in a spreadsheet.

Y-61 = There is no such database here.
    .do = Give postgresql, duckdb or spark.
Y-62 = The folder of the frame is missing.
    .do = Give the folder that "geloot invite take" or "geloot invite frame" made: the letters follow from its seed.
Y-63 = The charter or the secret is missing.
    .do = Give --charter and --key, and --strata where the charter names strata.
Y-64 = The table of the register is missing, or its name has signs that no table has here.
    .do = Give --table NAME: letters, digits and underscores, perhaps with the schema and a point before it.
Y-65 = What to take is missing.
    .do = Give --frame, --people and --counts (and --homes, where homes count); or --letters.
Y-151 = This is the number of one stratum and the name of another, so nobody knows which is meant.
    .do = Write its number with # in front: #{ $name } for the stratum of this name, #{ $number } for the one with this number.
Y-152 = { $folder } is the public part of an invitation lottery, and no lottery of its own.
    .do = Give the folder that holds it: { $above }.
Y-153 = The first row of this register is that of a person, and no headings.
    .means = Read as headings, this person would count for nothing, and nobody would know what a column holds.
    .do = Put a row of headings above it, such as those that the charter names in [columns].
Y-154 = None of the columns is there that the charter names for the addition to the number of the house: { $headings }.
    .means = Then 1A and 1B are one house, and at most one of the people there can get a letter.
    .do = Add the heading of this register to the list in [columns] of the charter. If its numbers of houses have the addition with them, or it has none, this is right.
Y-155 = Most people would have settled before they were born: the columns { $born } (birth) and { $since } (settlement) seem to stand in each other's place.
    .means = Nobody's age is right so, and of whoever has several rows the wrong one decides.
    .do = Look in the register what these columns hold, and correct the headings, or "born" and "since" in the charter.
Y-156 = There is no such stratum, and its rate of response counts for nothing.
    .do = Look whether the name is as in the strata, sign by sign, and whether this is a row of totals.
Y-157 = No lot on this list follows from the seed of this draw.
    .means = It is of an earlier draw, of a trial, or of another frame.
    .do = Make the script of this draw with "geloot invite sql --act letters" and run it in the database. If the list is of a trial, give --of-trial NUMBER.
Y-159 = These tables were made by the script of another charter, another key or other strata.
    .means = The line would freeze what was not counted, and the script of the letters would not find these tables.
    .do = Give the charter, the key and the strata by which the script was made; or make the script again and run it.
Y-160 = The letters are posted on { $posted }, and the charter is of { $charter }.
    .means = No letter can go out before the line is public, and few do more than a year after it. The day is published as it stands.
    .do = Look whether day and year are right. If the day is wrong, say so where the waves were made known.
Y-161 = { $given ->
    [none] How many letters bring so many volunteers follows from the response of each stratum, and --response is missing.
   *[other] { $given } is a number, and --response takes a file that has the response of each stratum.
}
    .means = With fewer answers than are expected the volunteers would be too few, and they are fewest where people seldom answer.
    .do = Make a list with a row for each stratum: the columns of the strata, and a column "rate" with the part that volunteers, such as 0.12 or 12%. If you expect the same everywhere, write it in every row. Give the list with --response FILE.
Y-162 = { $column ->
    [code] This is not the code of the letter in this row.
    [key] This is not the number in the register of the letter in this row.
   *[gets] In this row it stands otherwise than in the draw whether a letter goes there at once.
}
    .means = { $column ->
        [code] The answer with this code would be that of somebody else.
        [key] The letter, or whoever knocks at the door, would go to somebody else.
       *[gets] Letters would go to places in reserve, and not to those that were drawn for one.
    }
    .do = A column was changed or sorted without the others. Make the codes again with "geloot invite codes" and the same key, and sort whole rows in a spreadsheet.
Y-67 = There is no stratum { $name }.
    .do = Give its number, or its name as in public/strata.csv.
Y-68 = The charter does not name this invitation lottery.
    .do = Add a table [invited] to the charter with this line, and perhaps streams = ["..."]: line = "{ $line }".
Y-69 = { $text } is no day.
    .do = Write 2027-01-20 or 20-1-2027.
letters-flag = { $value } in { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
Y-82 = In the column of confidentiality stands more than a digit: { $flags ->
    [none] very many different cells
   *[other] { $flags }
}.
    .means = Only 0 means that somebody takes part: everybody else counts as confidential, and gets no letter.
    .do = Ask whoever made the register what these mean. If they mean "no", write 0 there, with a recipe of "geloot prepare" for instance.
Y-83 = The day on which ages count, { $day }, is far from the dates in the register: { $count ->
    [0] none is from the ten years before it
    [one] 1 row is of more than a year after it
   *[other] { $rows } rows are of more than a year after it
}.
    .means = Two digits that changed places make everybody much older or younger.
    .do = Look at "reference" in the charter, in the table [frame].
Y-85 = { $count ->
    [one] 1 person is
   *[other] { $people } people are
} in the registers more than once, with dates of birth that cannot both be true.
    .means = The row with the newest date of settlement decides whether somebody is old enough.
    .do = Ask the registers which date is right. Two people may also have been given one number.
Y-86 = { $count ->
    [one] 1 person has
   *[other] { $people } people have
} rows in several strata, and none of those rows is newer than the others.
    .means = Each counts for the first of these strata in the list of strata, which nobody decided.
    .do = Say in the charter which column tells since when somebody lives somewhere ("since" in the table "[columns]"), or ask the registers where they live now.
Y-84 = { $file } is the secret of the register.
    .means = Codes go through other hands than the register. Whoever had this key could find everybody in the frame.
    .do = Make a key for the codes alone: geloot key.
Y-74 = This is an invitation lottery: somebody is found in it by their number in the register, not by an id or a code of a panel.
    .do = Give --person NUMBER, or the 32 signs of the person that a resident makes with the check on the page.
Y-73 = The charter says that people were invited by an invitation lottery ([invited]), and --invited is not given.
    .means = Nobody would be checked for a letter, though the charter promises it.
    .do = Give the folder of that lottery, --invited DIR, and the file of codes, --letter-codes FILE; or take [invited] out of the charter.
Y-87 = This number is nobody's in the registers, but somebody has one that is the same but for zeros in front, capitals, decimals (42.0) or signs around it ('0042).
    .means = Whoever should be left out could get a letter. Spreadsheets take zeros off the front of numbers, and add decimals, unless the column is text.
    .do = Write the numbers as the register has them, and freeze again.
Y-88 = This person is in none of the registers.
    .means = So they are left out of nothing: somebody who moved away, perhaps, or a number that was mistyped.
    .do = Look at the numbers, also for leading zeros and for the key that the signs were made with.
Y-89 = These grounds become public word for word, each with how many people are left out on it: { $grounds }.{ $telling ->
    [none] {""}
   *[other] {" "}Held by one person at most, or long: { $telling }.
}
    .do = Write what the rule is, such as "council member" or "asked for no letters", and nothing about one person.
Y-90 = A ground of exclusion holds the name or address of somebody, a telephone number, a mail address or a citizen service number; or it has no letter, such as a number, or a sign that cannot be seen.
    .means = Grounds become public, and what is public can never be taken back.
    .do = Write a short ground that says what the rule is, such as "council member". If this is a row of totals, take it out.
Y-91 = { $count ->
    [one] The column { $headings } looks like part of an address, and is
   *[other] The columns { $headings } look like part of an address, and are
} not taken.
    .means = Then 1A and 1B are one house, and at most one of the people there can get a letter.
    .do = Name every column of it in [columns] of the charter, in their order: addition = ["huisletter", "toevoeging"]. If it holds nothing of the address this is right.
Y-130 = { $count ->
    [one] The column { $headings } looks like it says whose data are confidential, or who died or moved abroad, and the charter does not name it
   *[other] The columns { $headings } look like they say whose data are confidential, or who died or moved abroad, and the charter does not name them
} for "flag".
    .means = These people would get letters like everybody else.
    .do = Name the column in [columns] of the charter: flag = "geheim". Only whoever has 0 there takes part. If that is another column already, or something else than 0 and 1 stands there, leave these people out by a recipe of "geloot prepare" or by --exclude. If it says nothing of the kind, this is right.
Y-131 = { $why ->
    [no-day] There is no such date of birth: that month does not have that day.
    [old] This date of birth is more than 120 years before the day on which ages count.
   *[after] This date of birth is after the day on which ages count.
}
    .means = { $why ->
        [no-day] It was reckoned with as if that day existed.
        [old] These people take part, and can get a letter.
       *[after] These people count as too young, and get no letter.
    }
    .do = { $why ->
        [after] If the register is from after that day, this can be right. Otherwise look up what it should be.
       *[other] Look up in the register what it should be. Where a part is not known, write 00: 1961-00-00.
    }
Y-132 = { $why ->
    [no-day] There is no such date of settlement: that month does not have that day.
    [born] This date of settlement is before the birth.
   *[after] This date of settlement is after the day on which ages count.
}
    .means = Of somebody with several rows, the one with the newest date of settlement decides.
    .do = { $why ->
        [after] If the register is from after that day, this can be right. Otherwise look up what it should be.
       *[other] Look up in the register what it should be. Where a part is not known, write 00: 2020-00-00.
    }
Y-133 = This is no part of an address, but perhaps "none", "unknown" or a dash.
    .means = People with the same word can count as one home then, and of a home at most one person gets a letter. A dash counts as nothing.
    .do = Make these cells blank: then each of these people counts as a home alone. Or look the address up.
Y-92 = { $count ->
    [one] One stratum has nobody
   *[other] { $number } strata have nobody
} who can be drawn: { $strata }.
    .means = No letter goes there. A name that is spelled otherwise than in the register would have stopped the work at the first person there.
    .do = Look whether nobody lives there who may be drawn, or whether a register is missing.
Y-93 = The headings seem to stand in row { $row }, below a title.
    .do = Take the rows above them out, or give --recipe R.toml instead of --register, with heading_row = { $row } for this file ("geloot prepare").
Y-94 = This is no text, and no workbook that can be read.
    .do = Save the sheet as .xlsx, .ods or CSV in UTF-8.
Y-95 = { $answer ->
    [returned] The letter with this code came back, and somebody is in the pool with it.
   *[other] Whoever has this code answered no, and is in the pool.
}
    .do = Ask them. Take the row out of the pool; or, if they changed their mind, put that answer in place of the first.
Y-142 = { $count ->
    [one] 1 volunteer has
   *[other] { $people } volunteers have
} something else here than the stratum of their letter, of { $of } who came by a letter.
    .means = Quotas are met with what stands here. Somebody may have moved since the letter; many such rows mean that codes and people were joined wrongly.
    .do = Look at the rows. For whoever moved this is right; otherwise join codes and people again.
Y-135 = How sure to be lies between 0 and 1, not on 0 or 1 itself.
    .do = Choose a number such as 0.95 or 99%. Nobody can be quite sure.
Y-96 = There is no such stratum.
    .do = Write its name, or its number, as they stand in public/strata.csv.
Y-97 = This is no weight.
    .means = Weights decide how much chance somebody has, so nobody gets one by mistake.
    .do = Write a whole number from 1 to 1,000, without zeros in front. Whoever has no more chance than others has weight 1.
Y-98 = Stratum { $stratum } would have a list of { $list ->
    [one] one place
   *[other] { $list } places
}. Its weights come to { $sum } and the greatest is { $greatest }, so the list can have { $most }.
    .means = Nobody may be drawn twice; nor, with at most one letter per home, a home of nine people who all have the greatest weight.
    .do = Ask for fewer reserves, or fewer letters; put small strata together; or make the greatest weights smaller.
Y-99 = { $count ->
    [one] 1 person has
   *[other] { $people } people have
} rows with several weights, and none of those rows is newer than the others.
    .means = The row that says where they live says their weight too; where all else is the same, the smallest weight counts. Nobody chose that.
    .do = Ask the registers which weight is right, or say in the charter which column tells since when somebody lives somewhere ("since" in the table "[columns]").

# The claims

I1 = The list of frozen files is the one that the commitment names
I2 = The commitment is the one that was published before the draw
I3 = Every frozen file is there and unchanged
I4 = There is nothing in the record that does not belong there
I5 = The record follows rules that this program knows, and its facts are those of the charter and the tables
I6 = Strata, people, homes and the digests of the frame add up to the same
I7 = The letters are shared out as the charter says, every chance is exact, and nobody has none
I8 = Every draw, trial and list is recorded, whole and in order
I9 = The seed is of the source that was declared beforehand
I10 = The evidence is genuine as far as it can show
I11 = The seed follows from the commitment and the evidence
I12 = The areas follow from the seed
I13 = The published figures of each list are those of the plan
I14 = The clerk's list is the published one, and every lot in it follows from the seed
I15 = The people are those in the frame, and the list is the one that follows from them
I16 = Each wave of letters goes on where the one before ended
why-no-letters = The clerk's list (letters.csv) is not here. Whoever asks the organiser hears their own place: geloot explain.
why-no-people = The list of people is sealed, or in a database, and not here. With it everything can be checked, in another engine than the organiser's.
why-no-areas = No areas are drawn first.
why-no-waves = No wave of letters is published.
fail-letters-table = { $file } says something else{ $stratum ->
    [none] {""}
   *[other] {" "}of stratum { $stratum }
} than follows from the other files.
fail-letters-fact = What about.json says of "{ $fact }" is not what the charter and the tables say.
fail-letters-by-hand = The evidence of { $draw } draws a ticket, and letters have none.
fail-letters-other = The list of { $draw } is not the one whose digest is published, or does not follow from the people.
fail-letters-place = In { $draw }, place { $place } of stratum { $stratum } is somebody else's.
fail-letters-same-list = The list of { $draw } is that of another draw, which cannot be: every lot is of its draw.
fail-letters-blank-keys = { $people ->
    [one] One person in the sealed list has no number in the register, and others have one.
   *[other] { $people } people in the sealed list have no number in the register, and others have one.
}
fail-letters-keys = { $people ->
    [one] 1 person of the sealed list has
   *[other] { $people } people of the sealed list have
} another number in the register than the one that the draw was made with.
fail-letters-not-of-list = The frame does not follow from the prepared list: { $file } says otherwise.
fail-letters-post = The list for the post of { $draw } is not the one that follows from the draw: letters would go to other people.
fail-letters-list = List { $list } is of no draw in this record, or is the second of one.
fail-letters-people = The list of people is not the one in the frame; the first part that differs is { $bucket }.
fail-letters-old-wave = Record { $record } of waves is of the list of { $draw }, and the waves before it are of a later draw: letters of a draw that was annulled.
fail-letters-wave = Record { $record } of waves changes what was published, or row { $row } of it cannot be.
letters-cannot-show = No record can show:
    .commitment = that the commitment was public before the seed was known: only whoever saw it then can say;
    .complete = that the register is complete; that nobody was put in who does not exist (an audit of drawn letters shows that);
    .word = that home, weight and stratum of each person are those of the register: for that there is the organiser's word;
    .key = that the secret of the register was kept;
    .post = that every letter was posted, and arrived;
    .heard = that words or numbers given as the seed are those that people saw or heard, unless a beacon signed them;
    .other = that there was no other frame of the same people, or an earlier or later draw whose record was left out.

# What the commands show

letters-framed = { $people ->
    [one] { $people } person
   *[other] { $people } people
} in the frame, in { $strata ->
    [one] { $strata } stratum
   *[other] { $strata } strata
}.
letters-rows = Rows of the registers: { $rows }, of which { $repeats } are of people with a newer row.
letters-out = Left out: { $list }.
letters-out-none = Nobody was left out.
letters-prepared-out = { $count } by the recipe, before the rows were counted (report.html beside the prepared list has each ground)
letters-confidential = { $count } confidential
letters-excluded = { $count } on the list "{ $ground }"
letters-young = { $count } too young
letters-doubtful = { $count } whose age is not sure
letters-homes = { $homes ->
    [one-letter] Homes count: at most one letter goes to one house.
    [address-first] Homes count: houses are drawn first, then one person of each.
   *[any] Homes do not count: two letters can go to one house.
}
letters-weighted = Weights count: whoever has weight 2 has twice the chance of somebody with weight 1.
letters-institutions = { $homes ->
    [one] One address has
   *[other] { $homes } addresses have
} more than nine people ({ $people } in all): everybody there counts as a home of their own.
letters-table-stratum = Stratum
letters-table-people = People
letters-table-letters = Letters
letters-table-list = On the list
letters-table-chance = Chance
letters-table-chance-one = Chance, weight 1
letters-table-greatest = Greatest weight
letters-table-chance-greatest = Its chance
letters-table-area = Area
letters-table-last = Last lot that gets a letter
letters-more-strata = ... and { $count } more strata; all of them stand in { $file }.
letters-address-chance = The chance is that of an address; a person's is one in so many at home of it:
letters-address-size = { $size ->
    [one] alone: one time that chance
   *[other] with { $size }: that chance divided by { $size }
}
letters-weights = The chances differ: from { $least } to { $most }. Whoever adds answers up over strata must weigh them by one divided by the chance.
letters-by-weight = The chances differ by weight: from { $least } for weight 1 to { $most } for weight { $greatest }. Whoever adds answers up must weigh those of each person by one divided by their chance.
letters-same = Everybody has the same chance: { $chance }.
letters-publish = Publish this line before the seed is known:
letters-saved = Saved: { $dir }. Publish the folder "public"; keep "sealed" with the register.
letters-again = Note. This frame was made before, from the same files. Nothing was changed.
letters-saved-frame = The frame is made, and saved whole in { $place }. Only showing it failed; the line to publish is in public/commitment.txt.
letters-draw = { $void ->
    [yes] TRIAL { $draw }: VOID. This decides nothing.
   *[no] Draw { $draw }.
}
letters-drawn = { $letters ->
    [one] { $letters } letter
   *[other] { $letters } letters
} and { $reserves ->
    [one] { $reserves } reserve
   *[other] { $reserves } reserves
} drawn.
letters-seed-only = The seed is recorded. The people are in a database: make the list there.
letters-next-sql = Next: geloot invite sql { $dir } --engine ENGINE --act letters --out letters.sql, run it there, and geloot invite take { $dir } --letters FILE.
letters-list-saved = Saved: letters.csv{ $post ->
    [yes] , post.csv (the numbers of the register, for the post)
   *[no] {""}
} in { $lists }; the public record in { $public }.{ $void ->
    [yes] {" "}Every row of a list of a trial begins with "{ $mark }": nobody gets a letter by it.
   *[no] {""}
}
letters-key = Everybody can check their own lot. The key of this draw is { $key }.
letters-line = printf '%s' "{ $key }YOUR-32-SIGNS" | sha256sum
letters-line-means = Whoever has a hash at or below the last one of their stratum { $void ->
    [yes] would get a letter, if this were the draw.
   *[no] gets a letter.
}
letters-ask = { $homes ->
    [any] With weights nobody can tell from their own signs whether they were drawn: everybody stands in a circle with as much room as their weight, and a place in it counts all who stand before.
    [one-letter] With at most one letter per home nobody can tell from their own signs whether they were drawn: everybody stands in a circle, and a place in it counts all who stand before.
   *[address-first] Homes were drawn first, and then one person of each: nobody can tell from their own signs whether they were drawn.
} Whoever asks is told by the organiser, who has the register ("geloot explain").
letters-made-before = Note. This was made before, with the same command. It is whole; nothing was drawn now.
letters-area-certain = certain
letters-area-drawn = drawn
letters-area-reserve = reserve { $number }
letters-area-not = -
letters-sql-saved = Saved: the script in { $file }. { $holds ->
    [zeros] The secret stands in it as 64 zeros, so everybody may read it; it does not run.
    [secret] It holds the secret of the register: it never leaves the place where the register is.
   *[none] Run it in the database that has the frame. It holds no secret: everybody who knows the seed may read it.
}
letters-taken = Taken. { $people ->
    [one] { $people } person
   *[other] { $people } people
} in the frame.
letters-codes-saved = Saved: { $codes ->
    [one] { $codes } code
   *[other] { $codes } codes
} in { $file }. Join them with names and addresses where the register is; the list stays sealed.
letters-skipped = Check this. { $count ->
    [one] To 1 stratum that gets letters by the draw nothing was written: { $strata }.
   *[other] To { $count } strata that get letters by the draw nothing was written: { $strata }.
} Everybody there has no chance, though the charter gives them one.
letters-other-first = Check this. In these strata the first wave is not the letters that the draw gives, so that its chances are others than published: { $strata }. If that is meant, the reason stands in the list of waves; everybody who checks the record reads it.
letters-other-first-one = { $stratum } has { $letters }, and { $due } by the draw
letters-waves-saved = Saved: wave record { $number }, { $letters ->
    [one] { $letters } letter
   *[other] { $letters } letters
} written to so far.
letters-first-wave = first letters
letters-waves-same = Note. These waves are published already. Nothing was changed.
letters-answers = { $answers ->
    [one] { $answers } answer
   *[other] { $answers } answers
} to { $written ->
    [one] { $written } letter
   *[other] { $written } letters
}: { $yes } yes, { $no } no, { $returned } returned.
letters-channel = { $channel }: { $yes } yes of { $answers }
letters-table-answers = Answers
letters-table-yes = Yes
letters-more-answers = ... and { $count } more strata.
letters-outreach-saved = Saved: { $count ->
    [one] { $count } door
   *[other] { $count } doors
} to knock at in { $file }: the first places that did not answer. Nobody chooses.
letters-few-doors = Check this. Fewer doors than the { $asked } that were asked for: { $strata }. Everybody else there who was written to has answered. More doors come with a further wave.
letters-few-doors-one = { $doors } in { $stratum }
letters-invited = { $pool ->
    [one] { $pool } volunteer
   *[other] { $pool } volunteers
}: { $letters } by a letter of this draw, { $streams } by a side stream that was declared.
told-plain-in = Could be drawn, in { $name }, with a chance of { $chance } of a letter at once.
told-plain-address = Addresses are drawn first: this one has a chance of { $chance }, and { $people ->
    [one] one person of the frame lives there.
   *[other] { $people } people of the frame live there, of whom one then gets the letter.
}
told-plain-out = { $looked ->
    [yes] Could not be drawn: nobody in the register has this number, or they were left out. { $list ->
        [none] Nobody was left out.
       *[other] Left out were: { $list }.
    } Which it is stands in the register, with whoever keeps it.
   *[no] The list of people is not here, so nothing can be said of this person.
}
told-plain-near = Nobody in the frame has this number, and somebody has { $near }: a spreadsheet may have changed it. Ask again with that number if it is theirs.
told-plain-annulled = By draw { $draw }, which was annulled since, a letter was sent on { $day }.
told-plain-left-out = Could not be drawn: left out when the list of people was prepared, { $why }.
told-plain-before = Nothing has been drawn yet.
told-plain-no-list = The list that was drawn is not here.
told-plain-not = { $again ->
    [yes] Was not drawn by the draw that counts: is not on its list.
   *[no] Was not drawn: is not on the list, so no letter was sent and none will be.
}
told-plain-sent = Was drawn, at place { $place }: a letter was sent on { $day }.
told-plain-reserve = Was drawn in reserve, at place { $place }. Letters were sent up to place { $to }, so none was sent to this one yet.
told-plain-no-wave = Was drawn, at place { $place }: { $letter ->
    [yes] a letter goes there at once.
   *[no] in reserve, for when more letters are sent.
} No wave of letters is published yet.
told-plain-housemate = Somebody else at this address is on the list, at place { $place }, and one address has at most one place.
told-person = Person
told-stratum = Stratum
told-weight = Weight
told-chance = Chance
told-hash = Lot
told-last = Last lot with a letter
told-lot-place = Place on the list
told-unframed = Not in the frame: { $looked ->
    [yes] nobody in the register has this number, or they were left out.
   *[no] the list of people is not here to look.
}
told-letter = { $letter ->
    [yes] Gets a letter: the place on the list is not beyond the letters of the group.
   *[no] Is in reserve: a letter follows only if more are sent.
}
told-lot-drawn = { $drawn ->
    [yes] Drawn: the lot is at or below the last one with a letter.
   *[no] Not drawn: the lot is above the last one with a letter.
}
told-check = Check it yourself, in one line:
told-bucket = { $rows ->
    [one] Your row is the only one of part { $bucket }. It has the digest in public/frame.csv:
   *[other] Your row is one of the { $rows } rows of part { $bucket }. Together they have the digest in public/frame.csv:
}
told-not-on-list = not on it

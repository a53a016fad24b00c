# What is wrong with recipes and with the lists that they are for. The key is the code.

I-01 = { $curly ->
    [none] line { $line } of the recipe cannot be read.
   *[other] line { $line } of the recipe has a curly quotation mark: { $curly }
}
    .do = { $curly ->
        [none] { $date ->
            [date] Write a date as 2027-03-01: the year first, without quotation marks.
           *[none] A text stands between straight quotation marks, and a list between brackets.
        }
       *[other] Word processors write those. Use straight quotation marks: "
    }
I-02 = { $table ->
    [none] the recipe has { $key }, which means nothing.
   *[other] { $table } has { $key }, which means nothing.
}{ $near }
    .do = Correct it or take it out. What means nothing would be passed over.
I-03 = { $table ->
    [none] the recipe lacks { $key }.
   *[other] { $table } lacks { $key }.
}
    .do = { $key ->
        [reference_date] Write the day on which ages count at the top, for example: reference_date = 2027-03-01
       *[other] Add it.
    }
I-04 = { $table ->
    [none] { $key } in the recipe is not what it has to be.
   *[other] { $key } of { $table } is not what it has to be.
}
    .do = { $wants ->
        [date] Write a date, such as 2027-03-01, without quotation marks.
        [table] Write it as a table.
        [text] Write a text between quotation marks.
        [texts] Write texts between quotation marks, in a list between brackets.
        [number] Write a whole number from 1 on.
        [pairs] Write old names and new ones: old = "new"
        [sign] Write one sign between quotation marks, such as ";".
        [true] Write: blank = true
        [true-or-false] Write true (left out) or false (stays), without quotation marks.
        [one] Give only one of from, join and split.
        [rows] Write row numbers by ground, for a source of one file: skip = { "{" } "a note" = [88, 89] { "}" }
        [one-test] Give just one of is, not, blank, younger and older.
       *[file-name] Write a name that ends in .csv, of plain letters and digits, that is not one of the program's own.
    }
I-05 = { $table }: the class { $class } does not say which ages are in it.
    .do = Write it as 16-34, 65+ or "75 and over".
I-06 = { $table }: some ages are in { $one } and in { $other }.
    .do = Let one end where the next begins: 16-34, 35-54.
I-07 = { $table }: { $spelling } stands for { $one } and for { $other }.
    .do = Take it out of one of the two.
I-08 = { $columns } are made from one another.
    .do = Give one of them another name.
I-09 = there is no such column.{ $near }
    .do = Correct its name in the recipe, give the source a rename (rename = { "{" } "old" = "new" { "}" }), or say what is in all of its rows (set).
I-10 = { $count ->
    [one] the column { $columns } is not in this file: its cells are blank.
   *[other] the columns { $columns } are not in this file: their cells are blank.
}
    .do = If the file has it under another heading, give that one its name: rename = { "{" } "old" = "new" { "}" }. If it is the same for all of its rows, say so: set.
I-11 = the headings seem to stand in row { $row }.
    .do = Write in the recipe, in this source: heading_row = { $row }
I-84 = all cells of a row stand in one, with { $sign ->
    [tab] a tab
   *[other] { $sign }
} between them.
    .means = There is one column, with all the headings in its heading, and nothing in it can be found.
    .do = Write in the recipe, in this source: separator = { $sign ->
    [tab] "\t"
   *[other] "{ $sign }"
}. If whole rows stand between quotation marks, open the file in the spreadsheet so that each has a column of its own, and save that.
I-85 = these rows look like one person, and when the list was prepared it was decided that they are two.
I-86 = this source lacks { $missing }, which the first one has, and has { $own }, which that one lacks.
    .means = What stands in the same column in both has two headings, so its people come into columns of their own, and are blank in the others.
    .do = Give its columns the headings of the first one: rename in this source. If they are other things, leave it so.
I-87 = a text here holds what looks like a citizen service number (BSN) or an A-number: # stands in place of its digits.
    .do = Nothing has to be done. Is it another number, which the list needs? Give it a column of its own.
I-12 = { $cell } stands for no value.{ $near }
    .do = Put it into the list of the value that it stands for, or say what to write for all others: otherwise = "..."
I-80 = these cells are blank, and the recipe does not say what that means.
    .do = Let blank cells stand for a value in the list of values: "unknown" = [""]. Or leave these rows out: [[leave_out]] with blank = true and a ground. Are the cells to stay blank? Write blank = "" in this rule.
I-81 = { $count } postcodes in this column stand for no value.
    .means = Postcodes belong in a table, and not one by one in the list of values.
    .do = Make a file with a column of postcodes and a column of areas, and write in this rule, in place of values: table = { "{" } file = "postcodes.csv", key = "postcode", value = "area" { "}" }. Four digits without letters are enough in that file. What to write for all others: otherwise = "..."
I-82 = this column is there, but is never copied: by its heading or its cells it holds citizen service numbers (BSN) or A-numbers.
    .means = So the recipe cannot use it, nor put it into the list.
    .do = Take its name out of the recipe, or take a column with other numbers. For an invitation lottery nothing is lost: "geloot invite frame --recipe" takes the number that the charter names as key out of the source by itself.
I-13 = these dates of birth do not tell the class, because a day or month is not known.
    .do = Find out, or say what to write for them: unknown = "..." (in [[leave_out]]: unknown = true leaves them out, unknown = false keeps them).
I-14 = these cells are no age and no date of birth.
    .do = Correct them at the source, or say what to write for them: unknown = "..." (in [[leave_out]]: unknown = true leaves them out, unknown = false keeps them).
I-15 = these ages are in none of the classes.
    .do = Leave the people out with a ground ([[leave_out]], younger or older), or say what to write: otherwise = "..."
I-16 = these cells are not in the table in which they are looked up.
    .do = Complete the table, correct the cells at the source, or say what to write for them: otherwise = "..."
I-17 = this table has two answers for the same key.
    .do = Keep one of the rows.
I-18 = { $read } rows were read, and there must be { $stated }.
    .do = Ask whoever sent the files. A row that is no person is left out by its number: skip = { "{" } "a note" = [88] { "}" }. Change total only if the sender says another number.
I-19 = this column is for citizen service numbers (BSN) or A-numbers: it was not copied.
    .means = None of them was shown or kept.
I-70 = this column has the numbers by which the frame knows people: they are not copied into the list or its reports.
    .means = They are in the sealed part of the frame, as the key of each person, and nowhere else.
I-20 = { $count ->
    [one] one pair of rows may be one person, and nothing is decided about it.
   *[other] { $count } pairs of rows may each be one person, and nothing is decided about them.
}
    .means = All of them stay in the list. Whoever is there twice has twice the chance.
    .do = { $numbers ->
        [none] {""}
       *[other] Does the same number in { $numbers } stand for other people in each source? Then give each source a name, set = { "{" } source = "..." { "}" }, and put it before the number: [columns.id] join = ["source", { $numbers }].{" "}
    }Write first, second or both under decision, save the file beside the recipe, and name it there: [twice] decisions = "twice.csv"
I-21 = these decisions are about rows that are not there, or have changed.
    .do = Look at the new pairs in twice.csv.
I-22 = these decisions are none of first, second and both.
    .do = Write which row stays, or both if they are two people.
I-23 = { $doubtful ->
    [0] in the dates of this column the month stands before the day: these allow nothing else.
   *[other] in the dates of this column the month stands before the day ({ $clear } allow nothing else): these could be meant either way, and were read so too.
}
    .do = Ask whoever sent the file whether that is so.
I-24 = these years have two digits: each was taken as of the only century that can be.
    .do = Nothing need be done. Years of four digits leave no doubt.
I-25 = { $feature } { $value } lies in more than one class.
    .do = Use a table with finer classes, or leave it out: leave_out = [{ $value }]
I-26 = nobody is left in the list.
    .do = Look at the grounds on which people are left out.
I-27 = nothing came of { $rule }.
    .do = Look whether it is spelled as the cells are, or take it out of the recipe.
I-61 = { $table }: combine names { $column }, and no column of the recipe with that name joins others.{ $near }
    .do = Make it as the list needs it: [columns.NAME] join = ["one", "other"]; then name it here.
I-62 = this column joins { $parts }, and this table has not all of them beside one another.
    .found = { $found ->
        [none] It has one feature a line. Take a table with a column for each of them and one for the figures, as StatLine gives it.
       *[other] It has { $found }. Give a feature the name of the column (rename), or take a table that has them all.
    }
I-28 = of these dates of birth a day or month is not known.
    .means = Whatever it is, the age is in the same class: nothing was guessed.
I-29 = { $why ->
    [never] these dates are of nobody who is alive: a day that is not in the calendar, that is to come, or more than 120 years ago.
    [more] in these cells stands a date and more: another date, or words. None of it was taken.
    [zero] in these cells stand zeros: the date of birth or the age is not known.
    [serial] in these cells stands a number such as 31203: a spreadsheet shows such a number as a date.
   *[century] the year of these dates has two digits, and somebody of either century can be meant: 26 is 1926 or 2026.
}
    .do = { $why ->
        [never] Correct them in the source; or say what must come: unknown = "..." (of [[leave_out]]: with unknown = true they are left out, with unknown = false they stay).
        [more] Are there two people in one row? Give each a row. Otherwise leave one date in the cell, at the source.
        [serial] Show the column as dates in the spreadsheet (Format cells, Date), and save the file again.
        [century] Ask for years of four digits. Or say what to write for them: unknown = "..." (in [[leave_out]]: unknown = true leaves them out, unknown = false keeps them).
       *[zero] Find out, or say what to write for them: unknown = "..." (in [[leave_out]]: unknown = true leaves them out, unknown = false keeps them).
    }
I-30 = these cells are no date.
    .do = Correct them at the source, or say what to write for them: unknown = "..."
I-35 = what the recipe has for what is not known (unknown) was written here: { $why ->
    [never] the cell has a date of nobody who is alive.
    [more] in the cell stands a date and more, such as another date.
    [zero] in the cell stand zeros.
    [serial] in the cell stands a number that a spreadsheet would show as a date.
    [century] the year has two digits, and can be of either century.
   *[other] the cell is no age and no date that can be.
}
    .do = Look whether it is really not known.
I-36 = in this column stand { $ages } ages and { $dates } dates.
    .means = A number such as 41 can be an age, or the year 1941. These rows have what is rarer.
    .do = Make it one of the two at the source; "41 jaar" is always an age.
I-37 = in { $days ->
    [one] one date
   *[other] { $days } dates
} of this column the day stands first, and in { $months ->
    [one] one date
   *[other] { $months } dates
} the month. These rows have what is rarer.
    .means = Of { $doubtful } others nobody can tell which it is: they were not guessed.
    .do = Ask for the dates in one order, or as 1985-03-12.
I-38 = no date in this column tells whether the day or the month stands first: these were read with the day first.
    .do = Ask whoever sent the file whether that is so.
I-39 = { $why ->
    [total] in this row seems to be a total of the others, and no person.
    [headings] the headings stand here once more.
    [explains] this row explains the headings, as a tool for surveys writes it, and is no person.
    [trial] this row is a trial, as the tool for surveys says, and perhaps no person.
   *[lone] in this row is one cell only: a note, or the name of a part of the list, and no person.
}
    .means = It would count as somebody who can be drawn.
    .do = Leave it out by its number, with a ground, in this source of the recipe: skip = { "{" } "no person" = [{ $skip }] { "}" }
I-40 = the recipe renames this heading, and it is not in the file.{ $near }
    .do = Correct it, or take it out of rename. A column can be named by its letter too: rename = { "{" } "[D]" = "new" { "}" }
I-41 = this source has the same rows as { $other }.
    .means = Everybody in it would have twice the chance.
    .do = Take one of the two out of the recipe.
I-42 = the row that was taken for the headings is a person: column { $letters } has no heading but such as stands in the cells below it.
    .means = Nothing of it is shown. Whoever stands in that row would be missing from the list.
    .do = Write in the recipe, in this source, in which row the headings are: heading_row = 3. If there is no row of headings, add one to the file.
I-43 = these rows are to be left out (skip), and are not there.
    .do = Look at the numbers in the spreadsheet; a blank row has none.
I-44 = { $word } stands in no cell of this column: nobody was left out for it ({ $ground }).{ $near }
    .do = Correct the word, or take it out of the recipe.
I-45 = the recipe sets this column (set), and the file has it already.
    .do = Take it out of set. Or give the column of the file another heading (rename).
I-46 = columns { $letters } have this heading.
    .do = Give one of them another heading by its letter: rename = { "{" } "[{ $one }]" = "new" { "}" }
I-47 = column { $letters } has cells and no heading: it was not copied.
    .do = If it is needed, give it a heading: rename = { "{" } "[{ $letters }]" = "new" { "}" }
I-48 = on { $on } everybody whose age is known is { $youngest } to { $oldest } years old.
    .means = Is that the day on which ages count? Two digits that changed places make everybody much older or younger.
    .do = Look at reference_date in the recipe.
I-49 = letters seem to be lost in these cells, as in ZoÃ« for Zoë or Y?lmaz.
    .means = Letters to these people would have a wrong name on them, and somebody who is there twice would not be found.
    .do = Ask for the file again, saved as a workbook or as CSV UTF-8.
I-31 = { $count } files were given, and one recipe is needed.
    .do = For a first recipe from files with people, add --suggest.
I-32 = { $folder } is no folder that geloot prepare made, or its prepared.json was changed.
    .do = Make it again with geloot prepare.
I-33 = { $pool } is not the list that came out of { $folder }: it was changed since, or is another one.
    .do = Change the recipe instead and prepare the list again, or leave --prepared out.

I-34 = { $file } has { $rows } rows, too many for a sheet, which has { $most }.
    .do = Leave --xlsx out: the CSV files have everything.

# The report on a prepared list

prepared-title = How the list was made
prepared-personal = Not for publication: this page can show what people wrote. Unless your own rules say otherwise, destroy it and the folder that it lies in three months after the last meeting.
prepared-summary = { $people } people in the list, of { $read } rows read; { $out } left out.
prepared-files = Files
prepared-file = file
prepared-read = read
prepared-left-out = left out
prepared-twice = there twice
prepared-out = left out or there twice
prepared-kept = kept
prepared-changed = changed
prepared-together = together
prepared-rules = Columns made by rules
prepared-column = column
prepared-cells = cells changed or made
prepared-no-rules = None.
prepared-who-left-out = Who is left out
prepared-ground = ground
prepared-rows = rows
prepared-nobody-left-out = Nobody.
prepared-pairs = People who may be there twice
prepared-pair = pair
prepared-first = first row
prepared-second = second row
prepared-same-in = the same
prepared-decided = decided
prepared-row = { $file } row { $row }
prepared-same = { $what ->
    [id] id
    [name] name
    [mail] e-mail
    [phone] telephone
    [birth] date of birth
   *[address] address
}
prepared-decision = { $decision ->
    [both] both stay
    [first] the first stays
    [second] the second stays
   *[open] not yet
}
prepared-no-pairs = None were found.
prepared-looked = By what people who are there twice were looked for
prepared-looked-nowhere = there is no such column
prepared-heading = { $what ->
    [source] file
    [row] row
    [ground] ground
    [column] column
    [before] before
    [after] after
   *[rule] rule
}
prepared-twice-heading = { $what ->
    [pair] pair
    [name-1] first name
    [place-1] first file
    [row-1] first row
    [name-2] second name
    [place-2] second file
    [row-2] second row
    [same] the same
    [list-1] first row in pool.csv
    [list-2] second row in pool.csv
   *[decision] decision
}
prepared-twice-word = { $word ->
    [both] both
    [first] first
   *[second] second
}
prepared-hint = { $what ->
    [look] A recipe for "geloot prepare". Look at every line: those that begin with # are unsure.
    [reference] The day on which ages count, usually the first day of the assembly. Take the # away and fill it in.
    [total] Compare with what the sender says:
    [strays] These rows seem to be no people. Look at them, and take the # away:
    [no-person] no person
    [second-headings] These rows explain the headings, as a tool for surveys writes them.
    [explains] explains the headings
    [repeated] Several columns have the heading { $of }. Give one of them another:
    [renamed] These columns hold what a column of the first file holds, by what stands in them and above them. Look whether they do:
    [missing] Of the columns of the first file this one has none that is { $of }. Rename one of its own, or give all rows the same with set.
    [pad] The numbers in { $of } have not all the same number of digits, and zeros in front were lost:
    [pad-perhaps] The numbers in { $of } have not all the same number of digits. If they had zeros in front elsewhere, take the # away:
    [place] municipality
    [same-numbers] In these files the same numbers stand for other people. Give each source a name of its own, set = {"{"} { $of } = "..." {"}"}, and take the # away:
    [by-cells] By what stands in it, made from { $of }:
    [by-heading] Perhaps made from { $of }, by its heading. Take the # away if it is:
    [by-postcode] Perhaps made from { $of }, by a table of yours that says which postcode lies where. Take the # away if it is, and name the table:
    [postcodes] postcodes.csv
    [number] { $of } holds citizen service numbers, and is never copied.
    [a-number] { $of } holds A-numbers, and is never copied. A lottery of letters takes them as the key of the register all the same (invite frame --recipe).
    [birth-year] { $of } has the year alone, so somebody may be in two classes: they get what stands here, and are shown. On 31 December the year tells the age.
    [unknown-age] unknown
    [consent] Somebody who gave no consent is left out:
    [no-consent] no consent
    [young] Somebody who is too young is left out:
    [too-young] too young
    [twice] People who seem to be there twice are in twice.csv of the folder that is made. Write first, second or both under decision, save it beside this recipe, and take the # away:
    [no-column] No column has this name. From which one of these is it made?
    [spellings] Spellings that are no value stand with the value that was perhaps meant. Take the # in front away where that is right:
    [strange] Of these the value is not known. Put each into the list of its value, or take it for unknown:
    [rows] rows: { $of }
    [blank] Blank cells: { $of }. Say what stands for them ("" leaves them blank), and take the # away:
   *[blank-is] unknown
}
prepared-worded = What stood in { $column }, by which people are left out ({ $ground })
prepared-blank = (blank)
prepared-became-head = Then
prepared-became = { $out ->
    [yes] left out
   *[no] stays
}
prepared-spellings = What was written in { $column }
prepared-cell = cell
prepared-value = value
prepared-population = Values in no class, left out of { $file }
prepared-recipe = Recipe
prepared-list = the list, pool.csv
prepared-faults = To look at
prepared-digests = Digests (SHA-256): whoever has these files can make the list again
prepared-saved = Saved in { $folder }: pool.csv, left-out.csv, changes.csv, twice.csv, report.html, report.txt and prepared.json.
prepared-decide = { $count ->
    [one] One pair of rows is to be decided: see twice.csv.
   *[other] { $count } pairs of rows are to be decided: see twice.csv.
}
prepared-next = Next: geloot check --pool { $pool } --quotas QUOTAS.csv --seats N, and then geloot lottery with --prepared { $folder } as well.
prepared-suggested = Saved: { $file }. Look at every line; those that begin with # are unsure. Then: geloot prepare { $file } --out FOLDER

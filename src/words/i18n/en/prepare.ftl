# What is wrong with recipes and with the lists that they are for. The key is the code.

I-01 = { $curly ->
    [none] line { $line } of the recipe cannot be read.
   *[other] line { $line } of the recipe has a curly quotation mark: { $curly }
}
    .do = { $curly ->
        [none] A text stands between straight quotation marks, and a list between brackets.
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
        [one] Give only one of from, join and split.
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
I-10 = this column is not in this file: its cells are blank.
I-11 = the headings seem to stand in row { $row }.
    .do = Write in the recipe, in this source: heading_row = { $row }
I-12 = { $cell } stands for no value.{ $near }
    .do = Put it into the list of the value that it stands for, or say what to write for all others: otherwise = "..."
I-13 = these dates of birth do not tell the class, because a day or month is not known.
    .do = Find out, or say what to write for them: unknown = "..."
I-14 = these cells are no age and no date of birth.
    .do = Correct them at the source, or say what to write for them: unknown = "..."
I-15 = these ages are in none of the classes.
    .do = Leave the people out with a ground ([[leave_out]], younger or older), or say what to write: otherwise = "..."
I-16 = these cells are not in the table in which they are looked up.
    .do = Complete the table, correct the cells at the source, or say what to write for them: otherwise = "..."
I-17 = this table has two answers for the same key.
    .do = Keep one of the rows.
I-18 = { $read } rows were read, and there must be { $stated }.
    .do = Ask whoever sent the files, or correct total in the recipe.
I-19 = this column is for citizen service numbers (BSN) or A-numbers: it was not copied.
    .means = None of them was shown or kept.
I-20 = { $count ->
    [one] one pair of rows may be one person, and nothing is decided about it.
   *[other] { $count } pairs of rows may each be one person, and nothing is decided about them.
}
    .means = All of them stay in the list. Whoever is there twice has twice the chance.
    .do = Write first, second or both under decision, save the file beside the recipe, and name it there: [twice] decisions = "twice.csv"
I-21 = these decisions are about rows that are not there, or have changed.
    .do = Look at the new pairs in twice.csv.
I-22 = these decisions are none of first, second and both.
    .do = Write which row stays, or both if they are two people.
I-23 = in these dates the month stands before the day.
    .do = Check that the others do not mean the month first as well.
I-24 = these years have two digits: up to 30 they are taken as of this century.
I-25 = { $feature } { $value } lies in more than one class.
    .do = Use a table with finer classes, or leave it out: leave_out = [{ $value }]
I-26 = nobody is left in the list.
    .do = Look at the grounds on which people are left out.
I-27 = nothing came of { $rule }.
I-28 = of these dates of birth a day or month is not known.
    .means = Whatever it is, the age is in the same class: nothing was guessed.
I-31 = { $count } files were given, and one recipe is needed.
    .do = For a first recipe from files with people, add --suggest.
I-32 = { $folder } is no folder that geloot prepare made, or its prepared.json was changed.
    .do = Make it again with geloot prepare.
I-33 = { $pool } is not the list that came out of { $folder }: it was changed since, or is another one.
    .do = Change the recipe instead and prepare the list again, or leave --prepared out.

I-34 = { $rows } people are too many for a sheet, which has { $most } rows.
    .do = Leave --xlsx out: pool.csv has everybody.

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

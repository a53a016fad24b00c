# What is wrong with the files. The key is the code; the lines below it are shown under the message, in this order; a line that comes out empty is left out.

# Reading a table

R-01 = the file is empty.
    .do = Check that you chose the right file, and that it was saved before you sent it.
R-02 = the file has headings, but no rows below them.
    .do = Check that you chose the right file, and that no filter hid the rows when you saved it.
R-03 = { $format ->
    [excel] this is an Excel workbook (.xlsx) that cannot be read.
    [old-excel] this is an old Excel workbook (.xls) that cannot be read.
    [open-document] this is a LibreOffice workbook (.ods) that cannot be read.
    [html] this is a page of the web (HTML), whatever the end of its name says.
    [xml] this is a workbook as XML, of an old kind.
    [locked] this workbook is protected by a password.
    [zip] this is a ZIP archive, not a CSV file or a workbook.
    [pdf] this is a PDF, not a CSV file.
   *[other] this is not a text file.
}
    .do = { $format ->
        [zip] Unpack it, and give the program the file in it.
        [pdf] Ask for the list as a CSV file.
        [locked] Open it, choose Save as without a password, and give the program that file.
        [html] Open it in the spreadsheet, choose Save as, then "Excel workbook (.xlsx)" or "CSV UTF-8", and give the program that file.
       *[other] In the spreadsheet, choose Save as, then "CSV UTF-8", and give the program that file.
    }
R-04 = a quotation mark (") opens in this row and never closes.
    .means = Everything after it was read as one cell, so people may be missing.
    .do = Remove the quotation mark, or close it, and save the file again.
R-05 = { $columns } have the same heading.
    .means = The draw does not need them, so both are kept.
R-06 = { $columns } have the same heading, or headings that mean the same, and only one of them can count.
    .do = Which one counts is not clear. Rename or remove one of them.
R-07 = column { $letters } has cells but no heading.
    .means = It is kept, but cannot be used for quotas or ids.
R-08 = there are fewer cells than the { $headings } headings.
    .means = The missing cells count as blank. Spreadsheets leave blank cells out at the end of a row.
    .do = If a line was broken in two instead, mend it: each person needs one row.
R-09 = there are more cells than the { $headings } headings.
    .means = So it is not clear which cell belongs to which heading.
    .do = { $sheet ->
        [yes] Give every column a heading, or take out what stands beside the list, such as a legend or a note.
       *[no] Often a cell holds the sign that stands between the cells. Put such a cell between quotation marks ("),
    }
    .or = { $sheet ->
        [yes] {""}
       *[no] or save the file as CSV from the spreadsheet again.
    }
R-10 = { $rows ->
    [one] this row is blank and was skipped.
   *[other] these rows are blank and were skipped.
}
R-11 = the file is not UTF-8; it was read as Windows-1252 (Western European).
    .do = Look whether letters such as ë and é are right in the results.
R-12 = some letters in the file are damaged.
    .means = They show as { $sign }. Other letters are fine.
    .do = Save the file from the spreadsheet again, as "CSV UTF-8".
R-13 = the file is too large.
    .means = At most 4 GB of text and 16,384 columns can be read, with rows about as long as the header.
R-14 = this column holds what look like Dutch citizen service numbers (BSN).
    .means = They may not be used for a draw, so the file is refused. None of them was shown or kept.
    .do = Remove the column. Use numbers of your own as ids, such as 1, 2, 3.
R-74 = { $rows ->
    [one] a text in this row holds
   *[other] texts in these rows hold
} what looks like a Dutch citizen service number (BSN) or an A-number.
    .means = They may not be used for a draw, nor kept in its record, so the file is refused. None of them was shown or kept.
    .do = Take the number out of these cells, or take the column out if the draw does not need it. "geloot prepare" puts # in its place by itself.
R-15 = the first row seems to hold a person instead of headings.
    .do = Put a row above it that says what is in each column. Give a quota column the name of its feature.
R-16 = a cell between quotation marks (") holds several lines that look like rows.
    .means = If they are people, they are not counted: a stray quotation mark took them in. Remove it.
R-17 = what is in these cells begins as a formula does, and a spreadsheet may compute it.
    .means = They are kept as they are, also in panel.csv and remaining.csv. Look at them as plain text before you open those lists in a spreadsheet.
R-18 = the headings seem to stand in row { $row }, below other text.
    .means = Row { $row } has { $headings }.
    .do = Take out the rows above it, so that the headings are in row 1, and save the file again. For a list of volunteers a recipe of "geloot prepare" can say it too (heading_row).
R-19 = a cell between quotation marks (") holds whole rows: lines with cells as the other rows have.
    .means = A stray quotation mark took them in, and whoever is in them would not count.
    .do = Remove the quotation marks around them. If they are one person's words, write them on one line.
R-20 = in these cells a formula went wrong: they show an error such as #N/A.
    .means = The program takes them for what they show, and not for what was meant.
    .do = Look in the spreadsheet at what is missing, and save the file again. No cell that counts should hold an error.
R-21 = this workbook has cells on several sheets: { $sheets }.
    .do = Write the sheet behind the file, as in "book.xlsx [Sheet1]"; or give --sheet { $first } where a command has that.
R-27 = the sheet { $other } of this workbook has the same headings, and is not read.
    .do = If there are people on it as well, put all of them on one sheet.
R-60 = the sheet { $other } of this workbook is hidden and has { $count ->
    [one] one row
   *[other] { $rows } rows
}. It is not read.
    .do = Make it visible in the spreadsheet and look. If there are people on it as well, put all of them on one sheet. If it only holds lists to choose from, this is right.
R-28 = { $count ->
    [one] the column { $headings } is not used.
   *[other] the columns { $headings } are not used.
}
R-29 = this column is not used; did you mean { $near }?
    .do = If so, give it the heading { $near }. What stands in it counts for nothing now.
R-30 = { $rows ->
    [one] this row at the end seems to be a note or a count, and nobody.
   *[other] these rows at the end seem to be notes or counts, and nobody.
}
    .means = Each counts as a person, who can be drawn.
    .do = If so, take it out, and give the command again.
R-31 = { $rows ->
    [one] this row seems to explain the headings, and to be nobody.
   *[other] these rows seem to explain the headings, and to be nobody.
}
    .means = A tool for surveys writes them below the headings. Each would count as a person, who can be drawn.
    .do = Delete what stands there, and give the command again. A recipe of "geloot prepare" can leave such rows out by number (skip).
R-22 = this workbook has no sheet { $wanted }.{ $near }
    .means = There is something on { $sheets }.
R-23 = these rows are hidden in the spreadsheet, by hand or by a filter.
    .means = They are read as all others are: whoever is in them counts.
    .do = Show all rows and look. Delete the rows of people who should not be in the list.
R-32 = cells in these rows are struck through in the spreadsheet.
    .means = They are read as all others are: whoever is in them counts.
    .do = Look what the line was meant to say. Delete the rows of people who should not be in the list.
R-70 = { $rows ->
    [one] this row says no, out or reserve, and in this list everybody counts.
   *[other] these rows say no, out or reserve, and in this list everybody counts.
}
    .means = What stands in this column is not looked at: whoever has a row belongs to the list.
    .do = Keep only the rows of those who are meant, or take the column out if it is about something else.
R-71 = { $rows ->
    [one] this row is a total or a note, and would count as one of the others.
   *[other] these rows are totals or notes, and would count as others of the list.
}
    .do = Take it out, and give the command again. If something is really called so, give it another name.
R-73 = all cells of a row stand in one, with { $sign ->
    [tab] a tab
   *[other] { $sign }
} between them.
    .do = Open the file in the spreadsheet so that each has a column of its own, choose Save as, then "CSV UTF-8", and give the program that file.
R-75 = the cells of this file can be divided in two ways: at { $one ->
    [tab] each tab
   *[other] { $one }
} and at { $other ->
    [tab] each tab
   *[other] { $other }
}.
    .means = Each gives every row as many cells as the headings, and they are two different tables.
    .do = Write a line of its own above the headings: sep={ $one ->
    [tab] , with a tab behind it,
   *[other] { $one }
} or sep={ $other ->
    [tab] , with a tab behind it
   *[other] { $other }
}. Spreadsheets read that line too, and do not show it. In a recipe of "geloot prepare" it is: separator.
R-24 = cells are merged over several rows here.
    .means = Only the first of those rows has what is in them; for the rows below they are blank.
    .do = Unmerge the cells and fill in what belongs in each row.
R-25 = there are formulas in these rows that have no value.
    .means = Another program made this workbook and left the computing to the spreadsheet.
    .do = Open it in the spreadsheet, save it, and give it again.
R-26 = this workbook cannot be read: the file is damaged or not complete.
    .do = Open it in the spreadsheet and save it again, or ask for it again.

# Quotas

Q-01 = there is { $missing }.
    .do = A quota file has the headings feature, value, min and max, and one line for each value of each feature,
    .example = for example: gender,woman,14,16
    .from = { $from ->
        [none] {""}
       *[other] If { $from } has shares or numbers of the population, "geloot quotas" makes quotas from this table. If it has numbers of seats, write each in min and in max.
    }
no-column = no column { $column }
rename-column = Is { $near } the column { $column }? Then rename it.
Q-02 = The pool and the quotas are swapped: { $pool } holds quotas, and { $quotas } does not.
    .do = Give the list of volunteers after --pool, and the list of quotas after --quotas.
Q-03 = { $found ->
    [pool] this is a list of volunteers, not a list of quotas.
   *[quotas] this is a list of quotas, not a list of volunteers.
}
    .do = { $found ->
        [pool] Give the list of quotas in its place.
       *[quotas] Give the list of volunteers in its place.
    }
Q-04 = the { $column } is blank.
    .means = Each quota line needs a feature and a value.
    .do = Merged cells become blank in a CSV file: write the name on every line.
Q-05 = { $cell ->
    [none] there is no number.
   *[other] { $cell } is not a whole number.
}
    .do = { $low ->
        [none] { $percent ->
            [yes] This is a percentage. A quota is a number of seats: of 30 seats 48 % is 14 or 15, so min 14 and max 15.
           *[no] A quota is a number of seats: 0, 1, 2 and so on, without a point or comma for thousands.
        }
       *[other] These are two numbers. Write { $low } under min and { $high } under max.
    }
Q-06 = { $cell } is below 0.
    .do = A quota is a number of seats: 0, 1, 2 and so on.
Q-07 = { $feature } { $value } needs at least { $min }, but may have at most { $max }.
    .do = No panel can do both. Swap the two numbers if they are the wrong way round.
Q-08 = { $feature } { $value } is there more than once, with different numbers.
    .do = Keep the line that is right and remove the other.
Q-09 = { $feature } { $value } is there more than once, with the same numbers. It counts once.
Q-10 = the minimums of { $feature } add up to { $sum }, and the panel has { $seats }.
    .shares = { $hundred ->
        [yes] They add up to a hundred. If these are percentages: "geloot quotas" makes numbers of seats of them.
       *[no] {""}
    }
    .do = Lower minimums of this feature by { $by } in total, or give the panel more seats.
Q-11 = the maximums of { $feature } add up to { $sum }, and the panel has { $seats }.
    .shares = { $hundred ->
        [yes] They add up to a hundred. If these are percentages: "geloot quotas" makes numbers of seats of them.
       *[no] {""}
    }
    .do = Raise maximums of this feature by { $by } in total, or give the panel fewer seats.
    .or = Perhaps a value is missing from the quota file.
Q-12 = { $feature } { $value } has flexible bounds { $low } to { $high }, narrower than its quota { $min } to { $max }.
    .do = Flexible bounds say how far a quota may be stretched: min_flex is at most min, max_flex at least max.
Q-13 = { $rows ->
    [0] only one of the columns min_flex and max_flex is there.
   *[other] one of the two flexible bounds is blank.
}
    .means = The other one is not used. The quotas themselves are not touched by this.
Q-14 = there are more than { $most } quota lines.
    .do = Check that this is the list of quotas and not the list of volunteers.
Q-15 = A panel of 0 seats cannot be drawn.
    .do = Give the number of seats after --seats.
Q-16 = the feature { $cell } is also spelled { $taken }, which was taken.
Q-17 = { $feature ->
    [none] the features { $one } and { $other } look alike, but are two.
   *[other] the values { $one } and { $other } of { $feature } look alike, but are two.
}
    .do = { $alike } If they are one, write them alike and keep one line.
Q-18 = { $count ->
    [one] the column { $headings } is not used.
   *[other] the columns { $headings } are not used.
}
    .means = { $weights ->
        [yes] There are no weights: every quota is kept, and none counts for more than another.
       *[no] {""}
    }
Q-20 = { $percent ->
    [yes] these are percentages, such as { $cell }, and quotas are numbers of seats.
   *[no] these are numbers with decimals, such as { $cell }, and quotas are whole numbers of seats.
}
    .do = "geloot quotas" makes them: give it the shares of the population, with the headings feature, value and share.
    .or = Or write the numbers yourself: of 30 seats 48 % is 14.4, so min 14 and max 15.
Q-21 = cells of the quotas are merged over rows here, so that the rows below have no name or number.
    .do = Split the cells in the spreadsheet and write the name on every row. What follows from it is not told.
Q-30 = the value { $value } is the total of the others: its quota is theirs together.
    .means = Nobody has that value, so no panel could meet its quota.
    .do = Take the line out.
Q-19 = the value { $value } seems to be the total of the others.
    .means = Nobody has it, so its quota could not be met, or would count people twice.
    .do = Take the line out, unless it really is a value that people have.

# The pool

P-01 = there is no column { $feature }, which the quotas need.{ $near }
    .do = Each feature of the quotas needs a column in the pool with the same heading.
P-02 = { $cell ->
    [none] what is there is not a value of { $feature } in the quotas.
   *[other] { $cell } is not a value of { $feature } in the quotas.{ $near }
}
    .riddle = { $cell ->
        [none] It is not shown, because it may be from another column. Look whether a line is broken there.
       *[other] { $look ->
            [alike] The two look alike, and signs in them differ. The quotas have { $allowed }.
           *[other] The quotas have { $allowed }.
        }
    }
    .do = Whoever has another value cannot be counted. Correct the cells, or add a line for the value to the quotas.
    .prepare = { $habit ->
        [yes] "geloot prepare" writes one word for another in the whole list (values), and in the table from which quotas are made ([[population]]).
       *[no] {""}
    }
P-03 = there is no value.
    .means = Everybody needs a value of { $feature } to be counted for the quotas.
    .do = Fill it in, take the row out, or add a value such as "unknown" to the quotas and write that.
P-04 = { $cell } was read as { $taken }.
P-05 = this column was taken for the feature { $feature }.
P-06 = there is no such column.{ $near }
    .do = Give the heading of the column with ids after --id-column, or leave it out to let the program look.
P-07 = there is no id.
    .do = Everybody needs an id of their own. Fill it in, or take the row out.
P-08 = these rows are the same in every cell. The person counts once.
P-09 = these rows have the same id, but differ.
    .means = One person would count twice, or two people would be mixed up.
    .do = Give each person an id of their own, or remove the row that is out of date.
P-10 = there is no column with ids, so row numbers serve as ids.
    .do = Do not sort or change this file any more. To use a column of yours, name it with --id-column.
P-27 = this column is not taken as the id, though it has a number of its own in nearly each row; so row numbers serve as ids.
    .means = Whoever names a number later, such as of somebody who withdrew, then names that of a row: somebody else than in this column.
    .do = { $heading ->
        [none] If it is the id, write a heading above it in column { $letters }, such as id.
       *[other] If it is the id, give --id-column { $heading }.
    } If not, do not sort or change this file any more.
P-11 = this column was taken as the id. To use another one, name it with --id-column.
P-12 = these ids look alike, but differ.
    .how = { $alike }
    .do = If they are one person, that person has a chance for each row: keep one of them.
    .out = { $excluded }
P-13 = these rows look like one person, with the same { $same }.
    .do = One person in several rows has a chance, or a seat, for each of them. If they are one, keep one row.
    .out = { $excluded }
rows-excluded = { $count ->
    [one] { $rows } is excluded, and the rest can still be drawn.
   *[other] { $rows } are excluded, and the rest can still be drawn.
}
P-14 = { $held ->
    [ages] this column holds numbers, { $low } to { $high }, and the quotas have bands of { $feature }.
    [broken] this column holds numbers, { $low } to { $high } and some with decimals, and the quotas have bands of { $feature }.
    [dates] this column holds dates, { $low } to { $high }, and the quotas have bands of { $feature }.
    [days] this column holds numbers of days, as a spreadsheet keeps dates ({ $low } to { $high }), and the quotas have bands of { $feature }.
    [numbers] this column holds numbers, and the quotas have classes of { $feature }.
   *[years] this column holds years, { $low } to { $high }, and the quotas have bands of { $feature }.
}
    .means = The quotas have { $bands }.
    .do = { $held ->
        [numbers] Write in place of each number the class in which it lies. A recipe of "geloot prepare" can do it (values).
       *[other] { $coded ->
            [yes] Nobody can see which ages these are. Write the bands themselves in the quotas, such as 16-34: then a recipe of "geloot prepare" can find everybody's (classes).
           *[no] { $held ->
                [broken] Everybody needs the band in which their age lies, in a column { $feature }. Write whole years first: 17 for 17.5. Then a recipe of "geloot prepare" makes it (classes).
                [days] Everybody needs the band in which their age lies, in a column { $feature }. Show these numbers as dates in the spreadsheet first (Format cells, Date), and save the file again. Then a recipe of "geloot prepare" makes it (classes).
               *[other] Everybody needs the band in which their age lies, in a column { $feature }. A recipe of "geloot prepare" makes it (classes).
            }
        }
    }
P-15 = There are no quotas: this is a plain lot.
    .means = { $mirrored ->
        [0] Nothing but chance decides, and the panel may differ from the pool in any way.
       *[other] No number is asked of any value, and each has its share of the seats as nearly as can be.
    }
P-16 = { $seems ->
    [weight] this column is not used: there are no weights.
    [excluded] this column is not used: nobody is left out because of it.
   *[confirmed] this column is not used: nobody has a seat because of it.
}
    .do = { $seems ->
        [weight] {""}
        [excluded] To leave people out, give a list of them, with a ground for each, after --exclude.
       *[confirmed] To give people their seats, give a list of them after --include.
    }
P-17 = these ids are no ids any more: a spreadsheet shortened them (1.23E+05) or shows an error in their place.
    .means = Different people may have the same one now, and nobody could be found by it again.
    .do = Go back to the file before the spreadsheet, or make the column one of text there and fill it in again.
P-18 = these ids look like dates, which a spreadsheet may have made of them.
    .means = They are kept as they are. On another list the same people may have another id.
    .do = Compare them with the file from which the list came.
P-19 = another column could hold the ids as well: { $other }.
    .do = If that one is meant, say so with --id-column.
P-20 = this row seems to be a total of the others, and not a person.
    .do = Take it out, or it would count as somebody who can be drawn.
P-21 = this column is headed as ids are, and many people have the same one in it.
    .means = They cannot be found by it, and the row numbers that would take its place name other people.
    .do = Give each person an id of their own in it. If it holds something else, give it another heading, or name the column with ids after --id-column.
P-22 = there is only one cell in this row: a footnote or a remark, and no person.
    .means = It would count as somebody who can be drawn.
    .do = Delete the row, or move what it says to above the table.
P-23 = the headings stand here once more.
    .means = The row would count as somebody who can be drawn. Perhaps two lists were put one below the other.
    .do = Delete the row, and look whether what stands below it belongs to this list.
P-24 = this column seems to say that these people take no part.
    .means = It is not used: they count, and can be drawn.
    .do = Delete the rows of whoever takes no part, or name them on a list after --exclude, each with a ground.

P-25 = here an id has fewer digits than most, which have { $digits }.
    .means = Spreadsheets take zeros off the front of numbers. If that happened here, other lists (letters, answers, events) have other ids for the same people.
    .do = Look whether that is so. Give the column the form of text in the spreadsheet, or write pad = { $digits } in a recipe of "geloot prepare".
P-26 = two people seem to stand in one row.
    .means = They have one chance together, and one seat if they are drawn.
    .do = Give each of them a row, with an id of their own. If it is one person, this is right.
P-102 = { $rows ->
    [one] this answer was not finished, as the tool for surveys says here.
   *[other] these answers were not finished, as the tool for surveys says here.
}
    .means = Whoever stopped half-way, or began once more, counts as a person for each row, and can be drawn.
    .do = Delete the rows of those who did not sign up, or leave them out with a recipe of "geloot prepare".
P-28 = { $rows ->
    [one] this row is a trial, as the tool for surveys says ("Survey Preview"), and perhaps nobody.
   *[other] these rows are trials, as the tool for surveys says ("Survey Preview"), and perhaps nobody.
}
    .means = Each counts as a person, who can be drawn.
    .do = Delete the rows that whoever made the questionnaire filled in to try it.

# Can the quotas be met?

A-01 = { $taken ->
    [0] the panel has { $seats }, and { $people } volunteered.
   *[other] { $count ->
        [one] { $seats } is left, and { $people } can be drawn.
       *[other] { $seats } are left, and { $people } can be drawn.
    }
}
    .do = Draw fewer seats, or find more volunteers.
A-02 = { $feature } { $value }: { $needed } needed, { $already }{ $people } available.
    .do = Lower this minimum to { $to }, or find { $more } more.
A-03 = { $feature }: with these maximums and these volunteers at most { $reach } of the { $seats } can be filled.
    .do = Raise the maximum of a value that many people have, or find volunteers for the other values.
A-04 = { $feature } { $value } and the quotas of { $other } clash: { $needed } needed, { $already }room for { $room }{ $more }.
    .means = Among the people with { $feature } { $value }, the maximums of { $other } leave room for { $room }{ $more } at most.
    .do = Lower this minimum, or raise maximums of { $other }, or find other volunteers with { $value }.
A-05 = { $feature } { $value } and the quotas of { $other } clash: { $most } at most, { $already }{ $forced }{ $more } forced.
    .means = To meet the minimums of { $other }, at least { $forced }{ $more } people with { $feature } { $value } must be in the panel.
    .do = Raise this maximum, or lower minimums of { $other }, or find volunteers without { $value }.
A-06 = { $count ->
    [1] { $feature } { $value }: one single person meets this quota.
   *[other] { $feature } { $value }: the { $people } who have it are all needed.
}
    .means = { $count ->
        [1] That person is drawn for certain, and can know it before the draw.
       *[other] They are drawn for certain, and can know it before the draw.
    }
    .do = To leave it to chance, lower the minimum or find somebody else who has the value.
alike = They differ in zeros in front, capitals, accents or spaces, or in signs that are invisible or look like others.
already = { $taken ->
    [one] { $taken } has a seat already, {""}
   *[other] { $taken } have a seat already, {""}
}
more-taken = {" "}more

# Households

H-01 = there is no such column.{ $near }
    .do = Give the headings of the columns with addresses after --household, with commas between them.
H-02 = nobody has an address there, so the household rule changes nothing.
    .do = Look whether these are the right columns. A blank address counts as unknown, never as shared.
H-07 = nearly all addresses there are no more than a house number.
    .means = People of different streets with one number count as one home, and keep each other off the panel.
    .do = Name the columns that make up an address together, such as --household postcode,number.
H-10 = these people count as one home with somebody else, and { $count ->
    [one] the column { $headings }, which looks like part of an address, says
   *[other] the columns { $headings }, which look like parts of an address, say
} that they live elsewhere.
    .means = Then 1A and 1B are one home, from which no more people can be drawn than from one house.
    .do = Name every column of the address: --household postcode,number,addition. If this is nothing of the address, it is right as it is.
H-03 = { $rows ->
    [one] this person has no address there.
   *[other] these people have no address there.
}
    .means = An unknown address is never taken for a shared one, so the household rule does not touch them.
H-04 = these people share { $addresses } with somebody else in the pool.
shared-addresses = { $count ->
    [one] one address
   *[other] { $count } addresses
}
H-05 = these people all have one address.
    .means = If it is a home for many, such as a care home, they share the few seats that one address may have.
    .do = To let each of them count alone, leave their address blank.
H-06 = these addresses are nearly the same.
    .do = They count as two. If they are one, write them alike and give the command again.

# Lists of people

X-01 = this list names people by id, and the pool has no ids.
    .do = Give each person in the pool an id of their own, and use it here too.
X-02 = there is no column with ids.
    .do = { $also ->
        [none] Give one column the heading { $heading }, as in the pool.
       *[other] The column { $also } is in the pool too. If its numbers say who is who, name it with --id-column, for both lists. Do not give it the heading { $heading }: other people could then be meant.
    }
X-03 = { $several ->
    [0] there is no column with grounds.{ $near }
   *[other] several columns could have the grounds: { $headings }.
}
    .have = It is headed ground, reason or why; in Dutch uitsluitgrond, grond or reden.
    .do = Everybody who is excluded needs a ground: it is part of the record.
X-04 = there is no ground.
    .do = Everybody who is excluded needs a ground: it is part of the record. Fill it in, or take the row out.
X-05 = { $rows ->
    [one] this person is not in the pool.
   *[other] these people are not in the pool.
}
    .do = So they are excluded from nothing. Check the ids, also for spaces and leading zeros.
X-06 = { $rows ->
    [one] this person is not in the pool, and what they count for is not here.
   *[other] these people are not in the pool, and what they count for is not here.
}
    .do = Add a column for { $lacking }, or check the ids.
X-07 = { $count ->
    [one] this person is confirmed here, and excluded in { $there }.
   *[other] these people are confirmed here, and excluded in { $there }.
}
    .do = Take them out of one of the two lists.
X-08 = the pool says otherwise of the same people.
    .do = Make both files say the same, or take the people out of the pool.
X-09 = the address is not known.
    .means = So the household rule does not see that somebody else may live there.
X-10 = { $confirmed ->
    [one] { $confirmed } person is confirmed already, and the panel has { $seats }.
   *[other] { $confirmed } people are confirmed already, and the panel has { $seats }.
}
    .means = There is no seat left to draw for.
    .do = After --seats belongs the whole panel, with these people in it. Or take whoever has no seat off the list.
X-11 = { $confirmed ->
    [one] { $feature } { $value }: at most { $max }, and { $confirmed } is confirmed already.
   *[other] { $feature } { $value }: at most { $max }, and { $confirmed } are confirmed already.
}
    .do = Raise this maximum to { $confirmed } at least.
X-12 = { $rows ->
    [one] this id is nobody's in the pool, but looks like one that is.
   *[other] these ids are nobody's in the pool, but look like ids that are.
}
    .pairs = { $pairs } of { $pool }.
    .how = { $alike } Spreadsheets take zeros off the front of ids unless the column is text.
    .do = Write the ids as the pool has them.
X-17 = { $rows ->
    [one] this person is in the pool under another id, with the same { $same }.
   *[other] these people are in the pool under other ids, with the same { $same }.
}
    .pairs = { $pairs } of { $pool }.
    .means = { $excluded ->
        [yes] Whoever is in the pool under another id is not excluded, and could be drawn.
       *[no] Whoever is in the pool under another id could be drawn for a second seat.
    }
    .do = Write the ids as the pool has them. If they are two people after all, take what is the same out of this list.
is-person = row { $row } is the person of { $rows }
X-18 = { $rows ->
    [one] this person is not in the pool.
   *[other] these people are not in the pool.
}
    .means = They have a seat, and nobody of the pool is taken out for them. So it should be where the pool is what was left after the first draw.
X-23 = { $rows ->
    [one] this person has not answered yet, as this column says.
   *[other] these people have not answered yet, as this column says.
}
    .means = Everybody in this list has a seat: whoever says no later leaves a seat empty that this lottery did not fill.
    .do = Wait for the answers, or keep only the rows of those who said yes.
X-24 = lot codes stand here, and this pool goes by ids.
    .means = So nobody of the list can be found in the pool.
    .do = "geloot people DIR --out list.xlsx" has the id of everybody beside the code; DIR is the folder of the lottery that gave the codes. Write those ids in the list.
looks-like = row { $row } looks like { $rows }
X-19 = these grounds become public word for word, each with how many people are excluded on it: { $grounds }.{ $telling ->
    [none] {""}
   *[other] {" "}Held by one person at most, or long: { $telling }.
}
X-13 = { $excluded ->
    [yes] the list has headings and no rows: nobody is excluded.
   *[no] the list has headings and no rows: nobody has a seat already.
}
X-20 = the list has headings and no rows: nothing follows from it.
X-21 = the first row of this list does not look like headings.
    .means = Read as headings, it would be nobody: whoever is in that row would not count.
    .do = Put a row above it that says what is in each column.
X-22 = { $beside ->
    [none] { $rows ->
        [one] this cell holds several ids.
       *[other] these cells hold several ids each.
    }
   *[other] people of the pool stand in this column too, beside those in { $beside }.
}
    .means = { $beside ->
        [none] A row of such a list is one person. As it is, none of these people counts.
       *[other] A row of such a list is one person. As it is, whoever stands in this column counts for nothing.
    }
    .do = Give each of them a row of their own.
X-14 = these people are on the list more than once, each time with another ground.
    .means = All their grounds are kept, with "; " between them.
X-15 = this ground holds the name or address of somebody, a telephone number, a mail address or a citizen service number.
    .means = Grounds become public, and what is public can never be taken back.
    .do = Write a short ground that says what the rule is, such as "council member" or "does not live here".
X-16 = this ground reads like a story about one person, and grounds become public.
    .do = Write a short ground that says what the rule is, such as "council member" or "does not live here".

# Lists of events

T-01 = there is no column { $column }.{ $near }
    .do = A list of events has the headings date, id (or code) and event, and may have reason: 2026-03-01,0042,declined on a line.
T-02 = { $cell } is no event.{ $near }
    .do = Events are confirmed, declined, withdrew, no-show, corrected and called. "not reached" is put down too, and decides nothing.
T-03 = { $cell } is no date.
    .do = Write 2026-03-01, 1 March 2026, or 1-3-2026 with the day first; a time may follow, such as 14:05.
T-49 = { $rows ->
    [one] in this date the month stands before the day.
   *[other] in these dates the month may stand before the day: one of them at least can be read in no other way.
}
    .means = Dates are read with the day first, so others of this column would become another day without a word.
    .do = Write all dates of this column as 2026-03-01, also those that were read.
T-47 = the day until which the place is held is before that of the event.
    .do = See which of the two is right. Nothing is decided by it, but whoever calls would think that the time is over.
T-04 = this is of an earlier day than the event above it.
    .do = The rows were put in the order of their days. Look whether this date is right.
T-05 = there is nobody with this id or code in the lottery.
    .near = { $near ->
        [none] {""}
       *[other] But { $near } looks like it. Spreadsheets drop zeros in front of a number: give the column the form of text.
    }
    .means = The cell is not shown here because it may be a name.
    .do = Write the id of the pool, or the code. "geloot people DIR --out list.xlsx" has both, of everybody.
T-06 = this person was neither drawn nor put in reserve.
    .do = Only members of the panel and reserves can confirm, decline or be called. For others a supplementary draw is needed.
T-07 = { $event } cannot be: { $status ->
    [waiting] this person is in reserve and was not called.
    [asked] this person was asked and has not answered.
    [confirmed] this person has confirmed.
    [declined] this person has declined.
    [withdrew] this person has withdrawn.
   *[no-show] this person did not come.
}
    .said = { $said ->
        [none] {""}
       *[other] What it contradicts stands in { $said }.
    }
    .do = { $advice ->
        [stopped] Whoever confirmed and says no later has withdrawn: write withdrew.
        [twice] That is known already: leave the row out.
        [call] Was this person called for an empty seat? Then put a row with called before it. If not, leave the row out.
        [not-called] Nobody is missed who was not called: leave the row out. Whoever does not want to be called has declined.
       *[gone] If that was a mistake, add a row with the event corrected and the reason, and then this one. If not, leave this row out.
    }
T-08 = this person was drawn or had a seat before, and only reserves are called.
    .do = Leave the row out.
T-09 = { $due ->
    [none] a reserve was called out of turn: nobody was to be called then.
   *[other] a reserve was called out of turn: it was the turn of { $due }.
}
    .day = { $late ->
        [yes] Whoever leaves on a day counts before the calls of that day, also if it stands below them. If it came in when the call had been made, put it under the next day.
       *[no] {""}
    }
    .do = If it happened so, write the reason in the column reason: it becomes public with the list. Else correct the row.
T-10 = { $due ->
    [none] a reserve was called out of turn, for the reason given: nobody was to be called then.
   *[other] a reserve was called out of turn, for the reason given: it was the turn of { $due }.
}
    .means = The reason becomes public with the list. Everybody who checks the record sees it.
T-11 = a correction needs a reason.
    .do = Write in the column reason what was wrong. It becomes public with the list.
T-12 = there is no event of this person before it that could be corrected.
T-13 = { $gone ->
    [gone] an event that was published is not in the list any more: { $event } on { $date }, { $who }.
    [other] an event that was published stands here otherwise: it was { $event } on { $date }, { $who }.
   *[early] this was not in the list that was published, and is of an earlier day than its last one.
}
    .do = What was published stays: put its rows back as they were, and add new rows below them; a mistake is mended with corrected.
    .days = New rows are of { $last }, the last day that was published, or of later days.
    .far = { $far ->
        [yes] Is that day a mistake? Mend it with a row corrected of that same day, with the reason; write what happens from now on under that day too, with the real day in the column reason.
       *[no] {""}
    }
T-19 = { $why ->
    [early] this day is before the draw: { $day }.
    [year] this day is in a year in which no assembly is held: { $day }.
   *[others] this day is far from the others: { $day }.
}
    .do = Check the year. Once it is published it stays, and later rows cannot be of an earlier day.
T-17 = this stands in another list too; it counts once.
T-18 = events of this person on this day stand in several lists, and one of them is a correction: { $said }.
    .do = Nobody can tell which row it corrects. Put the events of that person and day in one list, in their order.
T-16 = the reason is too long to be published.
    .do = Say it in one line of at most { $most } letters and signs. It becomes public with the list.
T-15 = { $count ->
    [one] this person had left before this lottery, and has no seat in it.
   *[other] these people had left before this lottery, and have no seat in it.
}
    .do = Whoever left before a supplement is in no lot of it. Leave these rows out: what happened before stands in the list of the lottery before.
    .which = { $count ->
        [one] {""}
       *[other] Is this the list of the lottery before? Then begin a new list, with what happened after this draw.
    }
event-word = { $event ->
    [confirmed] confirmed
    [declined] declined
    [withdrew] withdrew
    [no-show] no-show
    [corrected] corrected
   *[called] called
}

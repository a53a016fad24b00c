# What the commands say: trouble with files, help and wrong arguments.

# Trouble with files and folders

F-01 = There is no file or folder { $name }.
    .do = { $ending ->
        [yes] Check the name, and the folder you are in.
       *[no] Check the name, and the folder you are in. The name of a list may end in .csv though that is not shown.
    }
F-02 = You may not open or write { $name }, or another program has it open.
    .do = Close it in the spreadsheet, choose a folder in which you may write, or ask whoever manages this computer for the right to it.
F-03 = { $name } is a folder, and a file is needed.
    .do = Give the name of a file in it.
F-04 = { $name } is a file, and a folder is needed.
    .do = Give another name.
F-05 = { $name } is there already, and nothing is ever overwritten.
    .do = Give another name, or move what is there away first.
F-06 = There is no folder { $name } to write in.
    .do = Make the folder first, or give another place.
F-07 = The disk is full; { $name } could not be written.
    .do = Make room, and give the command again.
F-08 = The disk on which { $name } would be cannot be written.
    .do = Give a place on another disk.
F-09 = { $name } could not be read or written: { $words }.
    .do = If it is on a network disk or a USB stick, check that it is still there.
F-10 = { $name } was written, but the disk did not confirm it.
    .do = Copy it to another disk, and look whether it is still there tomorrow.
F-11 = The answer could not be written to standard output: { $words }.
    .do = Give the command again without sending its answer elsewhere, or make room there.
F-12 = { $name } is no file but a device or the like, which may never end.
    .do = Give the name of a file.
F-13 = { $name } would lie in the record of a lottery or a programme, where only what belongs to it may lie.
    .means = Its public part is published as it is, with whatever lies in it; and "geloot verify" would say that the record is not as it was.
    .do = Give a place outside the folders "public", "sealed" and "sessions".
it-is-there = It is there, and whole as far as this program can see.
may-be-there = A file that the command makes may be there already. Look first: nothing is ever overwritten.
repair-shows = "geloot repair", with the same files, shows the cheapest ways out.
G-70 = This is a mistake in the program, not in your data.
    .saved = Records that were there before are untouched. A folder that was being made was not kept.
    .do = Please send us this text, the command you gave, and what you expected. Do not send the list of people.

# Help and wrong arguments

help-usage = Usage:
usage-word-options = [OPTIONS]
usage-word-command = COMMAND
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-default = default: { $value }
help-possible = possible values: { $values }
help-help = Print this message or the help of the given subcommand(s)
help-arg-help = Print help
help-arg-version = Print version
usage-unknown = There is no option or argument { $arg } here.
usage-no-command = There is no command { $name }.
usage-missing = These arguments are missing: { $args }.
usage-no-value = { $arg } needs a value.
usage-invalid = { $value } cannot be the value of { $arg }.
usage-rate = { $hint ->
    [none] write a part of one or a percentage with its sign, such as 0.15 or 15%
   *[other] write a part of one or a percentage with its sign; did you mean { $hint }?
}
usage-rate-above = { $hint } is more than 100%; write a part of one or a percentage with its sign, such as 0.15 or 15%
usage-seats = { $hint ->
    [none] give a whole number of seats, such as 50
   *[other] write the number without points, commas or spaces: { $hint }
}
usage-heading = this is blank; give the heading of the column as it stands in the file, or leave the option out
usage-pair = write two names with = between them
usage-chance = write text, ticket, contributions, dice:6x10 (six dice of ten sides), lotto:6/45 (six numbers up to 45) or drand:2027-03-02T20:00:00+01:00
usage-moment = write a day as 2027-03-02 or 2-3-2027, or a moment as 2027-03-02T20:00:00+01:00
usage-whole = { $hint ->
    [none] A whole number is needed here, in digits alone.
   *[other] Write the number without points, commas or spaces: { $hint }.
}
usage-range = { $high ->
    [none] A whole number of at least { $low } is needed here.
   *[other] A whole number from { $low } to { $high } is needed here.
}
either = { $most } or { $last }
usage-languages = There are two languages: en (English) and nl (Nederlands, Dutch).
usage-twice = { $arg } is there twice.
usage-conflict = { $arg } cannot be used with { $other }.
usage-which-command = The command names nothing to do.
usage-valid = It can be { $values }.
usage-help = For more, try "--help".

# What the acts of an assembly show: draws, lists of events, supplements, what is explained to one person.

# What a draw shows

interrupted = { $trial ->
    [yes] Note. An earlier trial was interrupted before its lists were written. They are there now.
   *[no] Note. An earlier draw was interrupted before its lists were written. They are there now.
}
made-before = { $kind ->
    [trial] Note. This trial was made before, with the same command. It is whole; nothing was drawn now. For another trial give other words.
    [first] Note. This draw was made before, with the same command. It is whole; nothing was drawn now. If it must be annulled, say why: --redraw-because "REASON".
   *[later] Note. This draw was made before, with the same command. It is whole; nothing was drawn now. If this draw must be annulled too, say why, in other words than these.
}
annulled-acts = Check this. { $count ->
    [one] { $count } act of the deliberation is
   *[other] { $count } acts of the deliberation are
} of the draw that is annulled now: rolls of who may vote, counts, groups. What rests on them does not hold for the people of this draw; "geloot verify" says which.
annulled-supplement = Check this. The supplement { $line } goes on from a draw that is annulled now: whoever it drew has no seat by this record any more, and claims V24 and V25 will say so. If one is needed still, make another from here with --replace-because.
trial-void = TRIAL { $draw }: VOID. This decides nothing.
draw-again = Draw { $draw }. The draw before it is annulled: { $reason }
seated-on-top = { $people } had a seat before this draw: with them the panel has { $whole } members.
ticket-of = Ticket { $ticket } of { $tickets } (numbered from 0).
source-declared = The seed is of the source that the charter declared.
source-undeclared = No source of the seed was declared beforehand: nobody can check that it was not chosen.
source-overridden = The seed is NOT of the source that the charter declared. The reason is in the record.
list-changed = Check this. { $file } is not as it was written: somebody changed it, so it stays as it is. To have it in the form that you ask for, give it another name and give the same command again.
excel-numbers = Opened with a double click, Excel takes zeros off the front of numbers (0007 becomes 7) and may read 12.5 as a date. In the list of "geloot people { $dir } --out list.xlsx" everything stays as it is.
draw-saved = { $there ->
    [yes] It is there already, and nothing was written:
    [form] It is there already, and its lists of people were written again in the form that you ask for:
   *[no] Saved:
} panel.csv, { $reserves ->
    [yes] reserves.csv, remaining.csv
   *[no] remaining.csv
} and draw.json in { $lists }; the public record in { $public }.
select-saved = Saved: panel.csv, { $reserves ->
    [yes] reserves.csv, remaining.csv
   *[no] remaining.csv
}, draw.json and the record of the lottery in { $folder }.

# What is explained to one person

E-11 = Whom this is about is missing.
    .do = Give one of: --code CODE; --id ID, where the sealed part is here; --receipt FILE, where the public part shows only counts.
tickets-that-seat = Tickets that seat this person:
receipt-saved = Saved: the receipt in { $file }. Give it to this person only.
told-code = Code
told-place = Place
told-tickets = Tickets
told-part = Part
place-in-profile = { $place } of { $people } in profile { $profile }
tickets-held = { $held } of { $of }
left-out = left out: { $ground }
seated-before = had a seat before
told-pool = The lottery was frozen with this about you: { $row }. { $others ->
    [0] Nobody else in the pool has the same answers.
    [one] One other person in the pool has the same answers, and the same chance but for one ticket at most.
   *[other] { $others } other people in the pool have the same answers, and the same chance but for one ticket at most.
} The lottery has { $tickets } tickets, each a whole panel of { $seats } people that meets all quotas; you are on { $held } of them, a chance of { $chance }.
no-panel-with-you = Under these quotas no panel is possible with you on it.
anybody-can-check = Anybody can check this from the public part of the record.

# Refusals of a check

B-05 = { $line } is not a published line.
    .do = The line is geloot-commitment-1: and 64 digits 0 to 9 and letters a to f, all of them. Copy it from where it was published.
B-06 = This lottery goes on from no other, so there is nothing to check with --continues.
    .do = Leave --continues out, or give the folder of the supplementary lottery first.
B-09 = The list of people of this lottery was not prepared by a recipe, so there is nothing to check with --recipe.
    .do = Leave --recipe out.
B-08 = No group of this record was drawn by another lottery, so there is nothing to check with --group.
    .do = Leave --group out, or give the record of which that lottery drew a group first.

# Slips that were opened

D-21 = The charter of this lottery declares no sealed words.
    .do = Leave out --slips.
D-22 = Everybody opened their words, so the second source decides nothing.
    .do = Give --slips alone.
D-23 = { $roles } did not open their words: no line of { $file } is theirs.
    .ask = Ask them. They can until { $until }.
    .do = If they do not, the charter's second source decides; give it beside --slips. { $wanted }
D-24 = { $roles } can open their words until { $until }, and the clock of this computer says { $now }.
    .do = Wait until then, or ask them.
D-25 = These cannot be put together to a seed.
    .do = Give what each opened, and the second source.
D-26 = { $file } has lines that are not what was sealed.
    .do = Ask for the line that "geloot slip" printed or saved, and copy it whole.
slips-not-opened = Check this. { $roles } did not open the words that they had sealed, and the record says so. The second source decides.
no-slip = Line { $line } is no slip: 32 digits 0 to 9 and letters a to f, a space, and the words.
other-slip = Line { $line } opens { $words }, which nobody whom the charter names had sealed with these digits: some of it was changed.

# Lotteries, lists of events and supplements

lottery-again = Note. This lottery was made before, with the same files. It is whole; nothing was made now.
roster-published = Published as public/rosters/{ $number }. Its line, to keep or to print beside the list:
roster-nothing-new = Nothing new to publish: public/rosters/{ $number } has these events.
saved-file = Saved: { $file }.
unanswered = { $count ->
    [one] Note. { $count } person has not answered yet. Their seats are not drawn again.
   *[other] Note. { $count } people have not answered yet. Their seats are not drawn again.
}
supplement-copy = Check this. This supplement was made before: its line { $line } is in the record. This is a copy of it, for when the first was lost. If somebody drew from the first, that draw counts and no other.
supplement-again = Note. This supplement was made before, with the same files. It is whole; nothing was made now.
supplement-for = A supplementary lottery for { $seats }, after draw { $draw } of { $folder }: { $within } who are in keep their seats, { $out } who are out are not drawn again.
supplement-looser = Its quotas are looser than those before; the record says so, and "geloot verify" shows it:
supplement-next = The events are published in public/rosters/{ $list } of the lottery before, and public/continued/{ $number } there names this supplement.
    .who = Whoever leaves from now on, of the earlier panel too, is put down in a new list of events, for
    .check = Both lotteries together are checked with
row-in-words = { $name }: { $quota } of { $seats } seats, { $people } in the pool
home-taken = the household rule: somebody of the same address has a seat already
home-room = the household rule: { $room } of the { $people } at one address

# A folder of a lottery

B-01 = { $folder } is not the folder of a lottery.
    .have = Such a folder has a folder "public" in it with a file manifest.txt. "geloot lottery" makes one, and for letters "geloot invite frame".
    .do = Give the name of that folder. No file was changed.
B-07 = "public" in { $folder } is a link to another place, and a record has none.
    .do = What it leads to can be changed without the record knowing. Put the folder itself there.

# Where a run stands

stage-deciding = Looking for a panel, or a proof that there is none
stage-levels = Fairest chances, level by level
stage-panels = Looking for panels
stage-weights = Weighing panels
stage-tickets = Dividing the tickets

# Quotas that are left for a supplement

T-23 = The people who are left cannot meet the quotas that are left.
left-beyond = More people are in than these maximums allow; they keep their seats:
left-flex = The flexible bounds (min_flex, max_flex) forbid every repair. Give the same command with --beyond-flex to see what would help without them; or with quotas that you loosened yourself: --quotas FILE.
left-new = A supplement fills all seats. For fewer of them, or with more volunteers, make a new lottery: "geloot lottery" with those who are in under --include and those who are out under --exclude.
left-raised = With these raised the others can be kept. Give the same command with --repair 1; or with quotas that you loosened yourself: --quotas FILE.
left-recorded = Either is written in the record, and "geloot verify" tells it to everybody.
left-any = { $besides ->
    [yes] Besides, any one of these would do, in quotas of the whole panel:
   *[no] Any one of these would do, in quotas of the whole panel:
}
left-may-go-beyond = These may go beyond the flexible bounds (min_flex, max_flex).
left-repair = Give the same command with --repair 1, or another number; or with quotas that you loosened yourself: --quotas FILE.
file-new-events = NEW-EVENTS.csv
folder-another = ANOTHER-FOLDER

# Why an act is not done. The key is the code of the message. A message's attributes are lines below it, in this order:
# .means (what it means), .do (what can be done), .else (another way).

saved-trial = Trial { $draw } is recorded, without its lists. Give the same command again: it completes them. A trial decides nothing.
saved-draw = The draw stands: ticket { $ticket } is in its public record, public/draws/{ $draw }. Only its lists are not complete. Give the same command again: it completes them and draws nothing new.
saved-lists = Nothing was drawn now. The lists of the earlier { $trial ->
    [yes] trial
   *[no] draw
} were not complete, and are there now.
saved-all = The draw stands, and everything is saved: ticket { $ticket }. Only showing it failed.
saved-lottery = The lottery is made, and saved whole in { $place }. Only showing it failed; the line to publish is in public/commitment.txt.

B-02 = { $file } in { $dir } is missing or is not as it was written.
    .means = Nothing can be drawn from a record that was changed. "geloot verify" says what is wrong with it.
    .do = Put the file back from a copy. No file was changed.
B-03 = { $file } is not there, so nobody knows who stands behind the codes.
    .do = Put the folder "sealed" back beside the folder "public"; whoever froze the lottery has it.
B-04 = The record in { $dir } is not as it was frozen.
    .means = { $claim }
    .do = Nothing can be drawn from a record that was changed. Put it back from a copy; "geloot verify" says more.

D-01 = The reason is empty, longer than 2,000 bytes, not one line, or has a sign that cannot be seen.
    .do = Give the reason in a sentence.
D-15 = The text holds a telephone number or a mail address, and it becomes public.
    .means = What is published can never be taken back, so nothing by which somebody can be reached goes into it.
    .do = Take it out; write a role or an office instead.
D-02 = This lottery has been drawn, and a lottery is drawn once.
    .do = If that draw must be annulled, say why: --redraw-because "REASON". Both draws stay in the record.
D-03 = Nothing has been drawn from this lottery yet, so there is nothing to draw again.
    .do = Leave out --redraw-because.
D-04 = There is no evidence to draw with.
    .do = { $wanted }
no-source-wanted = Give one of --seed, --ticket, --dice, --lotto and --drand.
wanted-trial = Give --seed with any words: --trial --seed "WORDS". A trial is never drawn with the dice, tickets or slips of the real draw, for which it could be mistaken.
D-05 = { $departure ->
    [source] The charter declares the source { $declared }, and this is { $used }.
    [dice] These are not the dice, or not the number of dice, that the charter declares.
    [round] The charter declares round { $declared } of the beacon, and this is round { $used }.
    [chain] This is the beacon's other chain than the charter declares.
    [numbers] The charter declares { $declared } numbers from 0 to { $used }, and these are not.
   *[slips] These are not the sealed words that the charter declares.
}
    .do = { $wanted }
    .else = If the declared source failed for everybody to see: --override-source "REASON". That stays in the record.
D-06 = There is nothing to override: no source was declared, or this is the declared one.
    .do = Leave out --override-source; it would stay in the record for ever.
D-07 = This round of the beacon was known on { $due }, and the inputs were frozen on { $date }.
    .do = A seed must come after the freeze. Use a later round.
D-08 = There is no such ticket in this lottery.
    .do = Tickets are numbered from 0 to the number of tickets less one. Check how they were numbered for the draw.
D-09 = A trial with a ticket, dice or slips could be mistaken for the draw.
    .do = Give --seed with any words: --trial --seed "WORDS".
D-10 = { $remain ->
    [0] Everybody in the pool is on the panel: nobody is left for the reserve.
    [1] You ask for { $asked } reserves, and only 1 person is not on the panel.
   *[other] You ask for { $asked } reserves, and only { $remain } people are not on the panel.
}
    .do = { $remain ->
    [0] Draw without --reserves.
   *[other] Ask for fewer.
}
D-11 = The charter declares { $reserves ->
    [one] { $reserves } reserve
   *[other] { $reserves } reserves
}, chosen for a loss of { $loss }, and these are others.
    .do = Leave out --reserves, --attrition and --rates: what was declared is drawn. To try others: --trial.
D-30 = Everybody knows this evidence already, from another draw or trial.
    .do = Whoever knew it could tell who would be drawn. Let new words be chosen, throw again, or use what comes later.
D-20 = These are not the words that the people whom the charter names had sealed.
    .do = Collect the slips again. Whoever cannot open theirs is left out, and the second source decides.

wanted-slips = Collect what { $roles } open, a line each, in a file, and give it with --slips FILE. If somebody has not opened theirs by { $until }, the second source decides as well: { $otherwise }
wanted-text = Give the words with --seed.
wanted-lotto = Give the { $count ->
    [one] published number
   *[other] { $count } published numbers
}, none above { $most }, with --lotto.
wanted-ticket = Give the ticket that was drawn by hand with --ticket.
wanted-dice = Throw { $count ->
    [one] { $count } die
   *[other] { $count } dice
} with { $sides } sides and give what they showed: --dice "..." --sides { $sides }.
wanted-round = Round { $round } of the chain { $chain } is due on { $due }. Save what { $address } shows in a file, and give it with --drand FILE.


L-03 = { $tickets ->
    [one] { $tickets } ticket is
   *[other] { $tickets } tickets are
} too few. A chance is a whole number of tickets, and with so few of them rounding costs some people more than a quarter of the smallest chance: nobody could tell a fair lottery from an unfair one.
    .do = { $enough ->
    [none] Give a larger number with --tickets, or take another objective.
   *[some] This pool needs { $needed } tickets or more. Give --tickets { $enough }.
}
L-70 = The arithmetic did not come out. This is a mistake in the program, not in your data.
    .do = Please send us this text, the command you gave and the quotas. Do not send the list of people.

T-14 = { $count } of the { $events } events in { $file } are of people who have no part in this draw.
    .means = Rows { $rows } name nobody who was drawn, is in reserve, or had a seat before.
    .do = This looks like the list of another draw or another lottery; here it is draw { $draw }. A supplement has a list of its own, which starts anew.
    .else = If it is the right list, check the column with the ids or codes.
rows-more = { $count } more
T-20 = Nothing has been drawn from this lottery yet, so nothing can have happened after it.
    .do = Draw first, with "geloot draw".
T-21 = No seat is empty.
    .do = There is nothing to draw.
T-22 = There are reserves who can take an empty seat, and it is their turn.
    .do = Call them first: "geloot roster" says whom.
turn-neither = Not all quotas can be kept then, but a supplement of everybody who is left could not keep them all either.
turn-nobody = But when they have their seats, nobody who is left can fill the others and keep all quotas.
turn-broken = But when all have said yes, these quotas are not kept:
turn-choose = A supplement from everybody who is left, waiting reserves among them, could keep all quotas. It is for you to choose: --pass-over-reserves "REASON" makes it. The reason stays in the record, and "geloot verify" shows it.
T-24 = { $both ->
    [yes] --quotas gives the quotas to go by, and --repair changes others: only one of the two can hold.
   *[no] The quotas that are left can be met, so there is nothing to loosen.
}
    .do = { $both ->
    [yes] Leave out one of them.
   *[no] Leave out --quotas and --repair.
}
T-25 = { $file } is not the quotas of the first lottery with some of them loosened.
    .do = It must have the same features and values, no minimum higher and no maximum lower. Start from a copy of public/asked.csv or public/quotas.csv.
T-26 = There is no repair { $number }.
    .do = Give the command without --repair to see what there is.
T-27 = This lottery has a supplement already.
    .means = Its line is { $line }.
continued-beside = It is in { $place }. Go on from there:
continued-elsewhere = Look for the folder with this line in public/commitment.txt, and go on from there:
continued-anew = Its list of events starts anew. It knows everybody who has a seat, those of the earlier panel too, and whoever leaves is put down there.
continued-mistake = If that supplement was a mistake: --replace-because "REASON". Everybody who checks the record will read it.
T-28 = No supplement was made from this lottery yet, so there is none to replace.
    .do = Leave out --replace-because.
T-29 = { $turn ->
    [yes] The reserves whose turn it is can take the seats without breaking a quota, so they are called.
   *[no] It is no reserve's turn to be called, so nobody is passed over.
}
    .do = { $turn ->
    [yes] Leave out --pass-over-reserves, and call them: "geloot roster" says whom.
   *[no] Leave out --pass-over-reserves.
}
T-30 = This lottery has a supplement already, of a draw that is annulled.
    .means = Its line is { $line }.
    .do = To make one that goes on from the draw that counts, say why: --replace-because "REASON". Everybody who checks the record will read it.
T-31 = This draw has a supplement, so its published list of events ends with that.
    .do = Put down what happened since then in a new list, for the folder of the supplement: it knows everybody who has a seat.

W-01 = The record in { $dir } is not sound, so nothing can be explained from it.
    .means = { $claim }
    .do = "geloot verify" says more. No file was changed.
W-02 = Nobody in this lottery has { $id ->
    [yes] that id
   *[no] that code
}.
    .near = { $near ->
        [none] {""}
       *[other] But somebody has { $near }, which looks like it: ask for that one.
    }
    .prepared = { $prepared ->
        [yes] The list of people was prepared by a recipe, which may have left this person out: with --prepared and the folder of "geloot prepare" that is looked up as well.
       *[no] {""}
    }
    .do = Check it with the person, or look whether it is the folder of another lottery. No file was changed.
I-60 = { $folder } is not the folder in which the list of this lottery was prepared.
    .do = Give the folder of "geloot prepare" that was given to "geloot lottery --prepared": its prepared.json is the one in the record, and nobody changed it since.
W-03 = The receipt { $file } does not belong to this lottery, or was changed.
    .do = Ask whoever froze the lottery for the receipt again. Keep this one. No file was changed.
W-04 = { $text } is not a code: { $shape ->
    [yes] a code has ten letters and digits, such as 7K3M-9QXT-4R
   *[no] one of its characters is wrong, or two are swapped
}.
    .do = Read it out again, character by character. No file was changed.
W-05 = { $torn ->
    [yes] The sealed part is not as it was written.
   *[no] The public part shows no codes and no ids, and the sealed part is not here.
}
    .do = A person can check their own row with a receipt (--receipt), which whoever keeps the sealed part makes. No file was changed.
W-06 = { $why ->
    [outside] Whoever was left out or had a seat before is in the public part under a code, so no receipt is needed.
    [coded] The public part of this lottery lists everybody under a code, so no receipt is needed.
   *[key] A receipt takes the key in the sealed part, which is not here.
}
    .do = Leave out --receipt-out. No file was changed.
E-13 = There is no message { $code }.
    .do = The code stands between brackets at the end of a message, such as [Q-07]; a claim of "geloot verify" has a V.
P-30 = These are { $people } people. A lottery can be made of { $most } at most.
    .do = Draw in two steps: letters to some of them first, with "geloot invite", and then the panel from those who say yes.
E-12 = { $file } is not a receipt.
    .do = A receipt is a file of five lines in braces that "geloot explain --receipt-out" wrote. Give it as it was received: do not open it and save it again.
    .else = No file was changed.

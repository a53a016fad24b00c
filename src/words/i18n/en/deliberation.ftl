# From seat plan to reply: charter, topics, ballots, delegates, follow-up.

# What is wrong with the files and commands

J-01 = there is no column "{ $wanted }" (or "{ $other }").
    .near = { $near ->
        [none] {""}
       *[other] Is it the column { $near }?
    }
    .do = docs/deliberation/files.md lists the columns of every file.
J-02 = this cell is blank.
    .do = Fill it in, or take the row out if nothing belongs in it. For a number that is nought, write 0.
J-03 = { $cell } is not a number that can stand here.
    .do = Write a whole number of at most 1,000,000,000. For people present, a range such as 72-75 may stand too.
J-04 = { $name } stands in more than one row.
    .do = Leave one of them. If it is something else, give it a name or a number of its own.
J-152 = option { $option } has two rows in count { $count }{ $role ->
    [none] {""}
   *[other] , for the role { $role }
}.
    .means = Every option has one row in each count. Which of the two is right is not said.
    .do = See whether one of the two belongs to the other count, or take one out.
J-05 = this cell holds a sign that cannot be seen for what it is.
    .do = Type the text again, without signs from elsewhere.
J-06 = this text is longer than { $most } signs of a record.
    .do = Shorten it, or refer to a document.
J-07 = this text holds a telephone number.
    .means = What is published can never be taken back, so nothing by which somebody can be reached goes into it.
    .do = Take it out; write a role or a table instead.
J-08 = this text holds a mail address.
    .means = What is published can never be taken back, so nothing by which somebody can be reached goes into it.
    .do = Take it out; write a role or a table instead.
J-09 = this text holds nine digits that could be a citizen service number.
    .means = What is published can never be taken back.
    .do = Take it out. If it is another number, write it with a letter in it, or leave it out.
J-10 = { $cell } is no date.
    .do = Write it as 2027-05-12, 12-5-2027 or 12 May 2027.
J-11 = { $cell } is none of the words that can stand here.
    .near = { $near ->
        [none] {""}
       *[other] Did you mean { $near }?
    }
    .have = The words are: { $words }.
J-12 = there is no option { $cell }.
    .near = { $near ->
        [none] {""}
       *[other] Did you mean { $near }?
    }
J-13 = line { $line } is not TOML.
    .do = Look for a quotation mark, a bracket or a = too many or too few, or a curly quotation mark. Text stands between straight quotation marks.
J-14 = { $table } does not say "{ $key }".
    .means = There are no defaults: what is not said before the vote would be argued about after it.
    .do = Write for example: { $words }.
J-15 = in { $table } something stands behind "{ $key }" that cannot stand there.
    .have = What can stand there: { $words }.
J-16 = { $key } of { $table } means nothing.
    .near = { $near ->
        [none] {""}
       *[other] Did you mean { $near }?
    }
J-17 = the rule does not say of what { $share } is.
    .means = It makes a difference. Of { $members } people, if a tenth does not vote and a fifth is neutral, an option needs:
    .two = of = "for-and-against": { $two } votes for
    .cast = of = "cast": { $cast } votes for
    .all = of = "present" or "members", if everybody is there: { $all } votes for
    .do = Write one of them.
J-18 = { $name ->
        [none] { $known ->
        [none] there is no rule for a ballot.
       *[other] there are several rules for a ballot, and none is named.
    }
       *[other] there is no rule for a ballot { $name }.
    }
    .have = { $known ->
        [none] There are no rules yet.
       *[other] The rules there are: { $known }.
    }
    .do = Give the name of one with --name, or a file with a rule with --rule.
J-19 = { $of ->
        [consensus] "consensus" needs votes against, and these are not counted.
       *[other] "{ $of }" cannot be the base: those votes are not counted.
    }
    .do = Add them to "counted", or take "present" or "members".
J-20 = { $code } has two roles.
    .do = Whoever has a vote has it once: give one role.
J-21 = this is neither a code or id of the lottery nor a code of a guest.
    .do = Guests get a code with a digit, such as G-12. Names do not belong in what is published.
J-110 = nobody of the lottery has the id or code { $cell }, but { $near } looks like it.
    .means = As a guest the same person could have two votes.
    .do = If it is that person, write { $near }: spreadsheets drop zeros in front of a number, so give the column the form of text. If it is a guest, choose a code that looks like nobody's, such as G-12.
J-111 = { $cell } looks like { $other }, which stands in the list as another guest.
    .means = Under two codes one person would have two votes.
    .do = If it is one person, take one of the rows out. If they are two, choose codes that do not look alike.
J-22 = nobody has the role { $role } that may vote.
    .do = "drawn" is everybody who is in by the list of events; others stand in the file of roles.
J-101 = { $day } is after { $own }, the day of this act.
    .means = What is published has happened. Nobody can have handed over, replied, objected or decided on a day that is still to come.
    .do = Give the day on which it happened, or publish the act when that day has come (--date).
J-140 = nobody with the role { $role } has a vote by this rule.
    .near = { $near ->
        [none] {""}
       *[other] Is it the role { $near }?
    }
    .do = If they have a vote, write the role as it stands under "entitled".
J-141 = { $statements ->
    [one] { $statements } minority statement
   *[other] { $statements } minority statements
} of act { $act } { $statements ->
    [one] is
   *[other] are
} not in this agreement.
    .means = Everybody who checks the record is told.
    .do = Give them again with --minority, unless those who made them took them back.
J-151 = this does not have all topics of act { $act }, whose place it takes: { $topics }.
    .means = Whoever checks the record reads that.
    .do = Give them again. What went into another topic or was withdrawn stands in --merges, with a reason.
J-136 = the reply to option { $option } is put off until { $day }, and that day had gone by when it came.
    .do = Give the day on which the reply will come.
J-137 = { $day } is before { $agreed }, the day of the agreement.
    .means = Nobody can hand over or reply to what was not agreed on yet.
    .do = Look at the day: often it is the year.
J-160 = the agreement of { $agreed } was handed over { $days } days later.
    .means = The term for a reply begins only then. Everybody who checks the record reads that.
    .do = Look at the day behind --handed: often it is the month or the year. If it was handed over later, this is right.
J-138 = replies are to come from { $by }, and the charter promises them of { $promised }.
    .means = A reply of somebody else is not what was promised. Everybody who checks the record is told.
    .do = If it is the same, leave --by out.
J-139 = this was decided on { $decided }, before it came on { $day }.
    .do = Look at both days.
J-159 = there is an outcome, and not who decided that and on what day.
    .means = Whoever objected must be able to see whose answer it is.
    .do = Fill in "decided" with the day and "by" with a role. If nothing was decided yet, leave "outcome" blank too; it can be filled in later.
J-142 = the reply to option { $option } is of { $day }, and the act of { $act } still had none.
    .means = Whoever checks the record is told: a reply that came in time would have been in it.
    .do = Give the day on which it came in. If it came before and was left out, the log can say so.
J-144 = before it was said that the agreement was handed over on { $handed }, and that { $by } replies within { $term }.
    .means = Everybody who checks the record is told that it is said otherwise now.
J-102 = the reply to option { $option } is put off until { $day }, more than ten years from now.
    .means = It is published as it stands, and everybody who checks the record is told.
J-100 = the role { $role } can be taken for that of everybody who was drawn.
    .means = Whoever reads the rule would think that they have a vote. That role is written "drawn", and no other looks like it or says the same.
    .do = Write "drawn" for everybody who is in by the list of events; and name others by what they are, in letters of one script.
J-23 = the ballot { $name } was frozen in act { $act }.
    .do = Options and rule stand as they are. Before it is counted, --because gives a reason to freeze it again; the line that was published then counts no more.
J-24 = there is no ballot { $name }.
    .have = { $known ->
        [none] There is no ballot yet.
       *[other] The ballots there are: { $known }.
    }
J-25 = option { $option } is not worded as it was frozen in act { $act }.
    .means = People voted about the frozen wording, so nothing else can be counted.
J-26 = option { $option } was not counted in count { $count }.
    .means = Every option is counted twice, by different people.
J-27 = option { $option } has { $votes } votes in count { $count }, and there were { $people } people.
    .do = Look at the counts, and at the number of people.
J-28 = this is nobody who may vote in this ballot.
    .near = { $near ->
        [none] {""}
       *[other] But { $near } looks like it. Spreadsheets drop zeros in front of a number: give the column the form of text.
    }
J-29 = { $present } people with the role { $role } were present, and { $entitled } have a vote.
    .do = Look whether the number present is right: only who is on the roll has a vote. Guests and staff are no part of it.
J-30 = how many people with the role { $role } were present is not said.
    .do = Give the list of those present a line for this role, with 0 if nobody came.
J-158 = two rows say how many people with the role { $role } were present.
    .do = Leave one row, with everybody of this role together.
J-157 = there is no count { $cell }.
    .do = Each option is counted twice: write 1 for the first count and 2 for the second. Whoever counts once more replaces both: geloot ballot DIR recount.
J-31 = there are votes in the column "{ $column }", which the rule does not count.
    .do = Look whether the columns are as on the count sheet. Votes that the rule does not count can be given as blank.
J-32 = the ballot { $name } was counted in act { $act }.
    .do = "geloot ballot DIR recount" replaces the counts, for a reason.
J-33 = the ballot { $name } was not counted, or not decided.
J-34 = { $act ->
        [none] something belongs here in words, and is missing.
       *[other] this takes the place of act { $act }, and does not say why.
    }
    .do = { $act ->
        [none] Write it in one sentence, on one line: behind --because why, behind --how how people were asked, behind --by who replies.
       *[other] Say behind --because in one sentence why. The earlier act stays in the record.
    }
J-153 = the reason behind --because is not kept: nothing was published that this takes the place of.
J-35 = the date { $date } is before that of the last act, { $last }.
    .do = Look at the year of both. An act is never taken back: if the last one has a wrong day, go on with that day, and say in a reason which day it was.
J-36 = no tie of the ballot { $name } waits for a lot.
J-37 = what decides is not what was declared: { $declared }.
    .means = What was fixed before decides. Whoever could take something else could choose the outcome.
J-38 = this group cannot be drawn from the source { $declared }.
    .do = Chance is fixed before: --source text; --source dice --sides 10 --count 6; --source lotto --count 6 --most 45; --source drand --chain quicknet --time, with a moment after this day.
J-39 = this is a consultation and no count of a vote.
    .means = What people said who chose to take part is never added to a vote of the panel.
    .do = Give it with: geloot follow DIR --consultation. A count has the columns "option", "count" (1 or 2) and "for".
J-40 = there is no topic { $cell }.
    .near = { $near ->
        [none] {""}
       *[other] Did you mean { $near }?
    }
J-41 = the topic { $topic } goes into itself, by whatever way.
J-42 = why the topic { $topic } was merged or withdrawn is not said.
J-43 = the topic { $topic } was merged or withdrawn, so it cannot have points.
J-44 = the topic { $topic } has no points.
J-45 = this is nobody who is on the panel now.
    .near = { $near ->
        [none] {""}
       *[other] But { $near } looks like it. Spreadsheets drop zeros in front of a number: give the column the form of text.
    }
    .do = Give codes or ids of people who are in by the last published list of events.
J-46 = { $willing ->
        [one] { $willing } person is willing
       *[other] { $willing } people are willing
    }, and there are { $places } places.
J-47 = there is no group { $name }.
    .have = { $known ->
        [none] There is no group yet.
       *[other] The groups there are: { $known }.
    }
J-48 = the group { $name } was frozen, or drawn, in act { $act }.
    .do = Before it is drawn, --because gives a reason to freeze it again; the line that was published then counts no more.
J-49 = the group { $name } was not drawn yet.
J-50 = this is nobody who is in this group now.
    .near = { $near ->
        [none] {""}
       *[other] But { $near } looks like it. Spreadsheets drop zeros in front of a number: give the column the form of text.
    }
J-52 = the reply to option { $option } deviates, and gives neither a reason nor a document.
J-53 = the reply to option { $option } comes later, and does not say when.
    .do = Write the date under reason, such as "after the budget, 2027-11-01".
J-54 = row { $row } of what act { $act } published is not there any more, or is another.
    .means = No reply, objection or incident is taken back. Add to a row what was blank, and add rows below.
J-55 = no ballot was counted, so nothing can be agreed on.
J-56 = there is no agreement yet to reply to.
    .do = geloot follow DIR --agreement publishes it.
J-57 = option { $option } was not adopted, so it needs no reply.
J-58 = when replies are due is not known.
    .do = Give --handed, and --term and --by unless the charter has them: --handed 2027-04-08 --term "5 weeks" --by council
J-126 = how people were asked, and from when until when, is said neither here nor in the charter.
    .do = Give --how, --from and --until: --how "a questionnaire on the website" --from 2027-04-01 --until 2027-04-30
J-127 = the charter announces this consultation otherwise: "{ $how }", from { $from } to { $until }.
    .means = Whoever asks in another way, or for longer, can go on until the answers please. Both become public: the charter, and how people were asked.
    .do = Leave --how, --from and --until out if it was as announced. Else say aloud why it was not.
J-59 = { $cell } is no digest of a document: 64 digits, as sha256sum shows them.
J-60 = a name here has small letters, digits and hyphens, a letter first, at most 40.
J-61 = act { $act } rests on the counts that are replaced.
    .do = Make the agreement again. Where a lot decided a tie, and the recount leaves the same tie, give the same evidence; if it leaves another, draw a new lot.
J-62 = option { $option } has { $votes } points in count { $count }; the papers of those present can give it { $most }.
    .do = Look at the count sheet, and at the number of people present.
J-63 = all options together have { $votes } in count { $count }; the papers of those present can hold { $most }.
    .do = Look at the count sheets, and at the number of people present.
J-64 = the rule takes the { $best } best, and { $options ->
    [one] there is { $options } option
   *[other] there are { $options } options
}: all of them are in.
    .do = Take fewer places; or a ballot "for-against", which says of each option whether it is adopted.
J-65 = this record shows no codes, so it cannot show who is a delegate.
    .do = Whether codes are public is chosen when the lottery is frozen. Delegates of this panel can be drawn by a lottery of their own: geloot lottery, with the willing as pool.
J-66 = two rules have the name { $name }.
J-67 = { $other ->
    [yes] the charter has the rule { $name } otherwise than it is here.
   *[no] the rule { $name } is not one of the charter.
}
    .do = { $other ->
        [yes] Take the rule as it stands in the charter. Or give a reason with --because why it changed; it is published with the rule.
       *[no] Give a reason with --because why it came later; it is published with the rule.
    }
J-68 = these dice have so few outcomes that some orders would be likelier than others.
    .do = Take { $needed } of them, and throw them in an order that is said before.
J-125 = these numbers can come in { $ways ->
    [one] one way
   *[other] { $ways } ways
} only, and whoever wrote the rule could have tried each of them before.
    .do = Take more numbers, or a lottery with more of them, such as 6 of 45: there must be a million ways at least.
J-70 = [leidraad] does not answer "{ $key }".
    .do = All five questions are answered or nothing is frozen: aim, start, input, who, form.
J-71 = this is no rung of the ladder of { $scale }.
    .have = The rungs are: { $words }.
J-72 = { $cell } is no term.
    .do = Write it as "5 weeks" or "2 months".
J-73 = { $cell } is no warning.
    .have = The warnings are: { $words }.
J-74 = the last day is before the first.
J-75 = a phase has the ballot { $name }, and there is no rule of that name that could be read.
J-76 = the papers of option { $option } add up to { $papers }; the first count has { $first }, the second { $second }.
    .do = In this order: for, against, neutral. Type the papers in again, or count again.
J-77 = the column { $heading } is no option of this ballot{ $near ->
    [none] .
   *[other] ; is { $near } meant?
}
    .do = Leave it out: a number, a name or a time on a paper tells whose it is, or when it came.
J-78 = option { $option } has no column in the list of papers.
J-79 = this paper says more than a paper can.
    .do = Such a paper is invalid: write "invalid" for each option, and count it so.
J-80 = the ballot { $name } is by name, and the charter that was frozen with the lottery did not say so.
    .do = People must know before they are drawn that their vote will be public. Let this one be on paper.
J-81 = the ballot { $name } is by name: the votes are given with --votes, and are the count.
J-82 = the ballot { $name } is "{ $secrecy }": { $secrecy ->
    [paper] votes by name are never kept of it.
    [open] it has votes by name, and no papers.
   *[other] neither papers nor votes by name are kept of it.
}
J-83 = option { $option } has no row for { $role } in count { $count }.
    .do = With a column "role" each role has a row in each count of each option, with 0 where nobody voted.
J-84 = there are { $papers } papers, and { $people } people were present.
J-85 = round { $round } of the beacon was due on { $due }, which is not after this day: somebody could know what it decides.
    .do = Name a later round. A ballot that was not counted is frozen again, with a reason.
J-89 = { $willing } people answered the call and the group has { $places } places: whoever answered a call is in, or there must be a lot.
J-143 = { $act ->
    [none] one of the two counts
   *[other] this count, beside that of act { $act },
} has a few papers more, or fewer, than the other in option after option.
    .means = All these counts are public. The difference would tell how those few voted, paper by paper.
    .do = { $act ->
    [none] Look for the papers that were left out, and count again until both have as many.
   *[other] Leave the count as it is, and put in the log what was found. Or let everybody vote again on new papers, on a ballot of another name.
}
J-155 = this ballot asks what the ballot { $name } asked, and has a few papers more, or fewer, in option after option.
    .means = Both counts are public. The difference would tell how those few voted, paper by paper.
    .do = Look whether all papers were counted, blank and invalid ones too. If none is missing, let everybody vote again on new papers, as many people as the first time.
J-156 = this ballot has a few papers more, or fewer, in every option than the ballot { $name }, which has other words.
    .means = If these are the same papers, the difference tells how those few voted. Everybody who checks the record reads this.
    .do = If these are the same papers, stop, and count the ballot that there was.
J-90 = a secret vote is counted again from the same papers, so the same people were present: { $now } are given, and { $before } were.
    .means = Both counts are public. Their difference would tell how the others voted.
    .do = Give the people who were present when the papers were filled in. Of a range such as 24-26 you can give the number now, if it lies in the range.
J-91 = a lot has decided the tie of the ballot { $name } in act { $act }, and the recount left the same tie.
    .means = With other evidence whoever did not like the lot could count again and throw again.
    .do = Give the same evidence as in act { $act }.
J-69 = option { $option } of ballot { $name } is not decided yet. The agreement leaves it out.
    .do = Count again, or draw the lot, and then make the agreement. If it is adopted later, make it again, with --because.
J-96 = after the agreement in act { $act } there was another count or lot. What was adopted then is perhaps not in it.
    .do = Make the agreement again with --agreement and --because, and then give the replies.
J-97 = { $people } people of the panel may vote, and there are { $seats } seats: { $confirmed } said yes, and { $asked } were drawn or called and have not answered.
    .do = Write down first who said no or does not come, publish that list, and then freeze the ballot.
J-98 = option { $option } is in the ballot { $name } already.
    .do = Give it a number or name of its own.
J-92 = the charter promises replies within { $promised }, and { $term } is longer.
    .do = Leave --term out. Whoever replies later is late, and the list says so; the promise stays what it was.
J-93 = act { $act } is of a draw that was annulled: its list of people is not who is in now.
    .do = Freeze it again, under another name if it was counted or drawn, and vote or draw again.
J-94 = { $cell } is a total of the other rows, and would take part as if it were one of them.
    .do = Take the row out. If something is really called so, call it otherwise.
J-95 = this text has the name or the address of somebody of the lottery, and it becomes public.
    .means = What is published can never be taken back, so nothing by which somebody can be found goes into it.
    .do = Write a role, a table or a number instead.
J-145 = this text calls somebody by a title and a surname that people of the lottery have, and it becomes public.
    .means = What is published can never be taken back, so nothing by which somebody can be found goes into it.
    .do = Write a role, a table or a number instead.
J-146 = this line of the charter has a telephone number, a mail address or a number that could be a citizen service number, and the charter becomes public.
    .do = Is it one of somebody in person? Then take it out before the charter is frozen. That of an office may stand there.
J-147 = the share { $share } is nearly { $near }, and not the same.
    .means = Just below it an option can be adopted with a vote less, and just above it not with exactly { $near }.
    .do = If { $near } is meant, write share = { $near }.
J-148 = the rule asks for more than all of its base, which no option can get.
    .do = Write than = "at-least", or a smaller share.
J-149 = replies were due on { $before } by what was published, and with these days and terms would be due on { $now }.
    .means = A day that was promised stays.
    .do = Leave out --handed and --term, or give those that were published.
J-150 = { $early ->
    [yes] the date { $date } is before { $last }, the day on which the lottery was to be made known.
   *[no] the date { $date } is more than twenty years after { $last }, the last day that is known.
}
    .means = No act after it can have an earlier date.
    .do = Look at the year.
J-99 = this text calls somebody by a surname that people of the lottery have, and it becomes public.
    .do = Is it one of them? Then stop, and write a role, a table or a number instead: what is published can never be taken back.
J-134 = this text has a word that is somebody's id in your list, and it becomes public.
    .means = Ids are in no public file. Whoever knows one of them learns which code that person has, and what became of them.
    .do = Is it an id? Then stop, and write a role, a table or a number instead: what is published can never be taken back.
J-103 = the ballot { $name } is of the phase { $phase }, which ended on { $until }.
    .means = The charter that was frozen with the lottery gave the panel until that day. Whoever votes after it does so without that mandate.
    .do = Say aloud, and in the record, why people still vote; or leave it.
J-104 = the ballot { $name } is frozen before { $phase } has begun: its first day is { $from }.
    .means = The charter says that people advise at the start. Options that are finished before they meet are not theirs.
    .do = Freeze the options when people have worked on them; or say in the charter what is so.
J-105 = this line of the charter has a name or an address that somebody of the lottery has, and the charter becomes public.
    .do = Is it one of them? Then take it out and make the lottery again, before you publish its line. Whoever holds an office may stand there.
J-120 = option { $option } has the same words as option { $before } of the ballot { $name }, which was voted down in act { $act }.
    .means = Whoever puts a proposal to the vote again until it is adopted, under another name or another rule, decides by asking. Everybody who checks the record is told.
    .do = Leave it out; or say aloud, and in the record, why people vote on it again.
J-130 = the words of option { $option } look the same as those of option { $other }.
    .means = Whoever votes cannot tell them apart, so the votes for one proposal are spread over two. Whoever checks the record is told.
    .do = Leave one of them out, or say in the text in what they differ. If the options are people or numbers of which the text says nothing, it may stand.
J-131 = { $people } people are said to support this statement about option { $option }, and { $members } had a vote.
    .means = It is published beside the agreement, and those who read it take it for the voice of members.
    .do = Count those who had a vote and support it.
J-132 = option { $option } had a reply before it was gone from the agreement, and now has another.
    .means = No reply is taken back, also not by an agreement in between that did not have the option.
    .do = Give the reply as it was published.
J-133 = the reply to option { $option } was put off { $times } times, now until { $day }.
    .means = It is published with the days before it, and everybody who checks the record is told.
J-135 = the column { $heading } sets some rows apart from others{ $blank ->
    [0] .
   *[other] : { $filled } { $filled ->
        [one] row has
       *[other] rows have
    } something in it, and { $blank } nothing.
}
    .means = Everybody counts who has a row in this list. If a cross, a blank cell or a word says that somebody was not there, or does not want to, they would be counted all the same.
    .do = Leave out the rows of those who do not count, and then this column. If it says something else, leave out the column.
J-86 = that lottery is not one of the willing of this group, with as many seats as it has places.
    .have = Its people must be exactly the willing (geloot delegates DIR freeze --pool writes their list), nobody may have a seat in it from before, and its record must show codes.
J-87 = { $votes } people of { $role } gave a vote, and { $present } were present.
J-154 = { $present } people of { $role } were present, and { $votes } { $votes ->
    [one] has
   *[other] have
} a vote in this list.
    .means = A share of those present has everybody in it, also whoever is missing here.
    .do = Is a row missing? Then count again with --because. Did they not vote? Then it is right, and everybody who checks is told.
J-88 = the counts of the ballot { $name } are missing: --counts.
    .do = Type in both count sheets: option,count,for and perhaps against,neutral,blank,invalid.

# Rules, classes, bases

rule-at-least = Adopted with at least { $share } of { $of }.
rule-more-than = Adopted with more than { $share } of { $of }.
rule-consensus = Adopted too if somebody is for it and nobody against.
rule-choose = Everybody chooses at most { $most ->
    [one] { $most } option
   *[other] { $most } options
}.
rule-points = Everybody gives at most { $each } points to one option, { $all } in all.
rule-best = The { $places } best are in; of a tie at the last place { $ties ->
    [all] all are in
    [none] none is in
   *[lot] a lot decides
}.
rule-no-quorum = No quorum.
rule-quorum = At least { $share } of the members must be present.
rule-shown = The vote is shown in the room.
rule-paper = The vote is on paper.
rule-open = The vote is by name.
base-two = the votes for and against
base-cast = the votes for, against and neutral
base-present = everybody present
base-members = all members
base-chosen = this rule
class-adopted = adopted
class-consensus = adopted, as nobody was against
class-majority = majority, not adopted
class-rejected = rejected
class-no-quorum = too few present
class-undecided = undecided: count again
class-in = in
class-in-by-lot = in by lot
class-out = out
class-out-by-lot = out by lot
class-tied = tied: waits for the lot
class-count = { $count } { $class }
class-counts = In all: { $list }.
role-drawn = drawn

# On the terminal

ballot-rule = Ballot { $name }: { $rule }
ballot-later = { $other ->
    [yes] The charter has this rule otherwise; it is changed for this reason: { $reason }
   *[no] The rule is not in the charter, for this reason: { $reason }
}
ballot-replaces = It takes the place of act { $act }, which does not count any more; nor does the line of that, where it was published. Say so beside the new one.
ballot-options = { $options ->
    [one] { $options } option
   *[other] { $options } options
}; { $members ->
    [one] { $members } person has a vote
   *[other] { $members } people have a vote
}.
ballot-meanings = What { $share } means for these { $members } people, if a tenth does not vote and a fifth is neutral:
ballot-only-shown = Nothing was frozen. Without --show it is.
ballot-present = Present: { $present } of { $members }.
ballot-unanimous = Everybody voted alike on { $options }, so it is known how each of them voted.
ballot-undecided = Something is undecided: geloot ballot DIR recount counts again. The new counts have all options, also those that stand.
ballot-tied = A tie waits for its lot: geloot ballot DIR tally --name NAME with the evidence that the rule names.
act-publish = Saved as act { $number }. Publish this line now:
act-text-public = Every text that you gave here becomes public as it stands, and can never be taken back. It calls people by roles, tables or numbers, never by name.
act-saved = Saved as act { $number }. Its line:
topics-sorted = Topics: { $all } proposed, { $merged } taken into others, { $withdrawn } withdrawn, { $left } left.
delegates-by-call = { $name }: { $people } answered a call and are this group. They were not drawn by lot, and every check of the record says so.
delegates-frozen = { $name }: { $willing } people are willing for { $places ->
    [one] { $places } place
   *[other] { $places } places
}. Chance will come from: { $source }.
ballot-roles-hidden = The counts by role are not public: of some option fewer than ten of a role voted, or a role voted as one. Which option is not said, as that would tell how they voted.
ballot-papers-kept = The papers are kept in { $file }; only a digest of them is public.
head-count = Count
head-role = Role
head-votes-for = For
head-votes-against = Against
head-votes-neutral = Neutral
delegates-called = { $code } is called.
delegates-passed = Passed over, as they are not on the panel any more: { $codes }.
delegates-nobody = Nobody is called: no alternate is left.
delegates-no-turn = Nobody is called: no place came free. { $left ->
    [one] { $left } alternate is left.
   *[other] { $left } alternates are left.
}
delegates-gone = { $people ->
    [one] { $people } person has a place and is not on the panel any more
   *[other] { $people } people have a place and are not on the panel any more
}: geloot delegates DIR next calls an alternate.
follow-due = Replies by { $by } are due on { $due }: { $term } after { $handed }.
follow-nothing-new = Nothing new: the record has no new act.
follow-agreed = { $agreed } adopted, { $minority ->
    [one] { $minority } minority statement
   *[other] { $minority } minority statements
}, { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}.
follow-consulted = { $people } people took part because they chose to. What they said stands beside the vote; the two are never added together.
charter-quotas-unseen = The charter asks for experience of people's own. Whether a quota looks for it was not looked at: give the names of the quotas with --features.
charter-no-warnings = Nothing to warn of.
charter-mandate = Aim: { $aim }. From when: { $start }. People bring in: { $input }. Who: { $who }. How: { $form }.
charter-reply = { $by } replies within { $term }.
phase = { $name }, { $from } to { $until }: { $rung } (rung { $number } of { $scale }).
rung-5-1 = residents are informed
rung-5-2 = residents are consulted
rung-5-3 = residents advise
rung-5-4 = residents make it together with others
rung-5-5 = residents decide
rung-7-1 = residents have no part
rung-7-2 = residents are informed
rung-7-3 = residents advise at the end
rung-7-4 = residents advise from the start
rung-7-5 = residents decide together with others
rung-7-6 = residents are partners
rung-7-7 = residents decide
term-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
term-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
term-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
input-lived = lived experience
input-expert = expertise by experience
input-policy = policy knowledge
warning-no-ballot-rule = Residents decide in "{ $about }", and no rule says how they vote.
warning-no-reply-term = Others decide about what comes out of "{ $about }", and no term for their reply is promised.
warning-idle-vote = There is a vote in "{ $about }", where residents decide nothing.
warning-idle-lot = People are drawn for "{ $about }", where they are only told.
warning-finished-options = Residents advise from the start in "{ $about }", and the options were finished before.
warning-rung-falls = "{ $about }" is on a lower rung than the phase before it: say why.
warning-input-without-quota = The charter asks for { $about }, and no quota and no side stream looks for it.
warning-tie-adopts = Exactly half adopts in the ballot "{ $about }": as many against as for is enough.
warning-consultation-decides = In "{ $about }" the only thing that decides is what people say who chose to take part.
warning-answer = The organiser answers: { $text }
warning-no-answer = Not answered. An answer stands in the charter: [[answer]] warning = "{ $word }", text = "..."
standing-delegate = has a place
standing-alternate = alternate
standing-withdrew = withdrew
cells-answers = adopts, adopts in part, deviates, later
cells-matters = objection, incident, complaint, recount
cells-outcomes = upheld, rejected, withdrawn, not admitted
cell-for = for
cell-against = against
cell-neutral = neutral
cell-blank = blank
cell-invalid = invalid
answer-none = no reply yet
answer-adopts = adopts it
answer-in-part = adopts it in part
answer-deviates = deviates
answer-later = comes later
state-answered = in time
state-answered-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
state-soon = { $days ->
    [0] due today
    [one] due in { $days } day
   *[other] due in { $days } days
}
state-open = open
state-put-off-late = { $days ->
    [one] put off, { $days } day late
   *[other] put off, { $days } days late
}
state-late = { $days ->
    [one] no reply, { $days } day late
   *[other] no reply, { $days } days late
}
matter-objection = objection
matter-incident = incident
matter-complaint = complaint
matter-recount = wish for a recount
outcome-none = open
outcome-upheld = upheld
outcome-rejected = rejected
outcome-withdrawn = withdrawn
outcome-not-admitted = not admitted
head-base = Share of
head-size = People
head-fewest = Votes needed
head-chosen = {" "}
head-option = Option
head-votes = Votes
head-class = What follows
head-place = Order
head-standing = Stands
head-due = Due
head-came = Came
head-answer = Reply
head-state = How it stands
head-date = Date
head-matter = What
head-about = About
head-until = Until
head-outcome = Outcome
head-taken-in = Taken in
head-points = Points
head-panel-vote = Vote of the panel
head-consultation = Consultation

# Pages to print

sheet-title = Count sheet, ballot "{ $name }"
sheet-title-open = Votes by name, ballot "{ $name }"
sheet-called = Everybody is called, and says aloud what they vote. Write it down at each option; leave blank whoever is not there.
sheet-first = count 1
sheet-second = count 2
sheet-other = Each count is made by other people, who do not know the other count.
sheet-present = People present who have a vote:
sheet-counted-by = Counted by (role):
sheet-for = For
sheet-against = Against
sheet-neutral = Neutral
sheet-blank = Blank
sheet-invalid = Invalid
sheet-votes = Votes
sheet-points = Points
sheet-draft = A draft: nothing has been frozen, and nobody votes with this paper.
sheet-line = Published before:
paper-title = Voting paper, ballot "{ $name }"
paper-for-against = Put one cross in every row. A row without a cross counts as blank.
paper-choose = Put a cross at { $most } options at most.
paper-points = Give at most { $each } points to one option, and { $all } points in all.
paper-secret = Do not write your name or code on this paper.
fraction-of = { $votes } of { $of } ({ $percentage })
decisions-title = Decisions, ballot "{ $name }"
page-of = { $title }, { $day }
decisions-rule = The rule, published before the vote:
decisions-of = Each fraction is of { $base }.
decisions-again = This is a recount. Act { $act } has the count before it, which does not count any more: { $why }.
votes-blank = { $papers } blank
votes-invalid = { $papers } invalid
votes-points = { $votes } { $count ->
    [one] point
   *[other] points
}
votes-choices = { $votes } { $count ->
    [one] vote
   *[other] votes
}
decisions-text = Text
decisions-note = { $open ->
    [yes] Everybody voted by name; each vote stands in the record.
   *[no] Everything was counted twice.
}{ $shares ->
    [yes] {" "}Percentages are rounded down; the rule looks at the votes themselves.
   *[no] {""}
}
decisions-cut = Where a text ends with … it did not fit on this sheet. It stands whole in the record, in public/acts/{ $act }/options.csv, and in this page on a screen.
decisions-line = Act { $act }:
decisions-people = { $members } people had a vote{ $known ->
    [exact] , and { $present } of them were present
    [yes] , and at most { $present } of them were present
   *[no] {""}
}.
agreement-title = What was agreed
agreement-intro = { $count ->
    [one] One proposal was adopted. It stands here as it was put to the vote.
   *[other] { $count } proposals were adopted. They stand here as they were put to the vote.
}
agreement-minority = A minority says
agreement-stories = Stories
agreement-others = Said of what was not adopted, and of the whole
agreement-note = Stories stand as they were told. They are not counted.
agreement-supporters = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
agreement-ballot = ballot { $name }
agreement-table = table { $table }
tracker-title = What became of it
tracker-today = As it stands on { $date }.
tracker-reason = Reason
tracker-log = Objections, incidents, complaints
tracker-note = Nothing that was published is taken off this list.

# Claims

V28 = Acts of the deliberation follow one another, each whole and in its form
V29 = Every count is of a ballot frozen before it, by a rule that was promised or explained
V30 = Those who may vote are who is in, and others with a role, each once
V31 = The numbers counted fit the people who were present
V32 = What became of each option follows from rule, roll and counts
V33 = The agreement is what was adopted, as worded; no consultation is in it
V34 = Delegates follow from the willing and the seed, or a vote; calls are in order
V35 = Replies are due when it was said; nothing is taken off the lists
record-act = act { $number }
why-no-acts = There are no acts of a deliberation.
why-nothing-of-it = No act is about it.
act-wrong = act { $act }: { $said }
act-wrong-about = act { $act }, { $about }: { $said }
act-date = its day is before that of the act before
act-draw = it names no draw of this record, or an earlier one than the act before
act-roster = it names no list of events of this record, or an earlier one than the act before
act-replaces = it replaces what it cannot: another kind of act, one that was counted, or one that counts no more
act-twice = of one thing two acts count
act-topics = a topic ends in no place or in two, or the ranking does not follow from the points
act-answers = the charter does not answer its five questions, or cannot be read
act-rule = the rule cannot be read
act-rule-later = the rule is not the charter's and has no reason, or has one and needs none
act-no-ballot = it counts no ballot that was frozen before and not replaced
act-options = the options are not those that were frozen, each once
act-roll = the roll is not the people who are in, and others with an entitled role, each once
act-present = more people were present than are on the roll, or of other roles
act-annulled = it rests on an act of an earlier draw, which was annulled: those are not the people who are in
act-numbers = more votes than people, or votes that the rule does not count
act-ballots = it does not rest on the results that count
act-recounted = a secret vote was counted again with other people present: the difference tells how somebody voted
act-few-again = a count of a secret vote differs by a few papers in option after option from that of another that asked the same: the difference tells how these voted
act-few-papers = two counts of a secret vote differ by a few papers in option after option: the difference tells how these voted
act-papers = the papers that are kept are not those of the public digest, or do not add up to a count
act-votes = the votes by name were not announced, are missing, or are not the count
act-by-role = the counts by role do not add up, or tell how each of a few people voted
act-beacon = the beacon's answer is missing, is not signed by it, or does not belong there
act-round = the beacon's round was known when that was published which it decides
act-class = another class, fraction or place follows from the counts
act-source = the evidence is not of the declared source
act-seed = the seed or its label does not follow from the ballot's line and the evidence
act-no-tie = no tie waits for a lot
act-lot-again = a lot has decided this tie before, and a recount that left it as it was brings no other lot: the evidence must be the same
act-adopted = what was adopted is missing, worded otherwise, or something else stands there
act-beside = a minority statement or story is about no option that was counted
act-supporters = more people support a minority statement than had a vote
act-consultation = the consultation is about no ballot, has days that are still to come, or more people answered than took part
act-willing = the willing are not people who are in, each once, enough for the places
act-group = the group does not follow from the willing and the seed, from the vote, or from the lottery that drew it
act-other-panel = no group is the panel, with its reserves, of the lottery whose record was given
act-other-people = the lottery whose record was given drew among others than the willing, or says something else of somebody in the group than this record
act-group-annulled = the draw that the group comes from does not count in that lottery: it was annulled there
act-group-record = the record of the lottery that was given is not the one that was frozen there, or its draws are not recorded whole: check it by itself first (V1, V3, V11)
act-called = whoever was called was not next
act-due = the replies are not those of the agreement, or are due on another day
act-long-term = replies are due later than the charter promises
act-ground = a reply deviates without a reason, or comes later without a date, or is put off to a day that had gone by
act-to-come = the day on which the agreement was handed over, or that of a reply, is after the day of the act that publishes it
act-before-agreed = what was agreed on was handed over, or had a reply, before the day of the first agreement
act-log-day = a day of the log is after that of the act, or something was decided before it came
act-no-decision = the log has an outcome, and not who decided that or on what day
act-lost = something that an earlier act published is missing, or is another
fail-line-replaced = the line is of act { $act }, which act { $by } replaced: { $why }. People may have voted on another wording, or by another rule
fail-ballot-line = the line { $line } names no act and no list of events here
remark-act-replaced = Act { $act } replaces act { $old }: { $why }.
remark-rule-later = { $promised ->
    [yes] Ballot { $ballot } does not have the rule that the charter promised under that name, but another, for this reason: { $why }.
   *[no] The rule of ballot { $ballot } came after the charter, for this reason: { $why }.
}
remark-ballot-line = Ballot { $ballot }: whoever kept its line from before the vote can check it with --ballot. It is { $line }.
remark-old-agreement = { $replies ->
    [none] The agreement in act { $agreement } is older than a count or lot that counts now: what was adopted in that cannot be in it.
   *[other] The replies in act { $replies } are to the agreement in act { $agreement }, which is older than a count or lot that counted then.
}
remark-roll-annulled = Ballot { $ballot }: its roll, in act { $act }, is of a draw that was annulled since. Those who voted, or may vote, by it are not the panel.
remark-group-called = The group { $group } are { $people } who answered a call. They were not drawn by lot, and mirror nobody.
remark-group-drawn = The group { $group } was drawn by another lottery, geloot-commitment-1:{ $lottery }: { $compared ->
    [yes] it is the panel of the record that was given. Check that record too.
   *[no] check that record, and give it here with --group.
} Its quotas were chosen after the willing were frozen, and which code there is which person here is the organiser's word.
remark-group-undeclared = Nobody had said where the seed of that lottery would come from.
remark-group-recounted = The group { $group } follows from the result in act { $result }. That ballot was counted again since, or decided otherwise: act { $now } has the result that counts.
remark-lot-again = The group { $group } is a lot among the same people, for as many places, as the group { $before }. Ask why there are two.
remark-lot-among = The group { $group } is another lot among { $people ->
    [one] { $people } person who was
   *[other] { $people } people who were
} willing for the group { $before } too. Ask why there are two: whoever did not like the first could make the second.
remark-group-uncalled = { $count ->
    [one] { $count } alternate of the group { $group } gave up before it was their turn. Ask them: whoever comes after them was called sooner.
   *[other] { $count } alternates of the group { $group } gave up before it was their turn. Ask them: whoever comes after them was called sooner.
}
remark-group-gone = { $count ->
    [one] { $count } person has a place in the group { $group } and is not on the panel any more
   *[other] { $count } people have a place in the group { $group } and are not on the panel any more
}: nobody was called for it so far.
remark-not-drawn = Ballot { $ballot }: of the { $members } on its roll { $others } were not drawn.
remark-drawn-left = { $people ->
    [one] The { $people } person who is in by the draw has no vote in it.
   *[other] None of the { $people } people who are in by the draw has a vote in it.
}
remark-other-present = Act { $act } counts ballot { $ballot } again with { $now } people present, and there were { $before } before. A recount is of the same votes: this may be another vote.
remark-other-roles = Act { $act } counts ballot { $ballot } again with as many people present as before, but of other roles. A recount is of the same votes: this may be another vote.
remark-other-votes = Act { $act } counts ballot { $ballot } by name again, and the votes are not the same: { $more } { $more ->
    [one] person votes
   *[other] people vote
} in it who did not before, { $gone } { $gone ->
    [one] votes
   *[other] vote
} no more, and { $other } { $other ->
    [one] votes
   *[other] vote
} otherwise. A recount is of the same votes: ask them.
remark-papers-gone = Act { $act } counts ballot { $ballot } again and keeps no papers, and act { $before } kept those of that vote. A recount is of the same papers: ask what became of them.
remark-papers-more = Act { $act } counts ballot { $ballot } again from { $has } { $has ->
    [one] paper
   *[other] papers
}, and act { $before } kept { $had }. A recount is of the same papers: ask where the difference comes from.
remark-same-words = Ballot { $ballot } has options whose words look the same: { $list }. Ask how people could tell them apart.
remark-same-words-one = { $option } looks like { $other }
remark-no-ballots-so-far = { $count ->
    [one] The charter promises the ballot { $ballots }
   *[other] The charter promises the ballots { $ballots }
}; the record has { $count ->
    [one] it not
   *[other] none of them
} so far.
remark-no-consultation-so-far = The charter promises a consultation until { $until }; the record has none so far.
remark-no-replies-so-far = The charter promises replies by { $by } within { $term }; the record has none so far.
remark-voted-again = Option { $option } of ballot { $ballot } has the same words as option { $before } of ballot { $of }, which was voted down in act { $act }. Ask why people voted on it again, and by which rule.
remark-several-lots = Lots decided the ballot { $ballot } more than once, in acts { $acts }, since recounts left other ties. Ask who counted again, who saw it, and why.
remark-finished-before = Ballot { $ballot } was frozen on { $day }, and { $phase }, in which residents advise from the start, begins on { $from }: its options were finished before people met. Ask who wrote them.
remark-uncounted = { $count ->
    [one] The ballot { $ballots } was frozen and is
   *[other] The ballots { $ballots } were frozen and are
} not counted, so nothing in the agreement is of { $count ->
    [one] it
   *[other] them
}. Ask whether people voted.
remark-undecided = Undecided, and so in no agreement: { $options }. The two counts, or the numbers present, leave open what was adopted; a recount decides it.
remark-minority-gone = The agreement in act { $act } has no more { $count ->
    [one] { $count } minority statement
   *[other] { $count } minority statements
} of act { $before }. Ask those who made them.
remark-other-by = Replies come from { $by }, and the charter promises them of { $promised }.
remark-no-vote = Ballot { $ballot }, by name: of those with the role { $role } who were present, { $count } { $count ->
    [one] has
   *[other] have
} no vote in act { $act }. Ask them whether they voted.
remark-like-counts = The counts of { $ballot } and { $other } differ by a few papers in every option, and their words are others. Ask whether these were the same papers.
remark-handed-late = The agreement of { $agreed } was handed over { $days } days later, and the term for a reply began only then. Ask why.
remark-not-recounted = The log grants a recount of { $about }, and no count since then took the place of one of it. Ask why.
remark-put-off = Put off, and then put off again: { $list }.
remark-put-off-one = option { $option } until { $days }
remark-backdated = Of an earlier day than the act in which there was no answer yet: { $list }. Ask when it came.
remark-backdated-one = the reply to option { $option } is of { $day }, and the act of { $act } had none
remark-terms = handed over on { $handed }, replies within { $term } by { $by }
remark-other-terms = Act { $act } says of the replies: { $now ->
    [none] nothing
   *[other] { $now }
}. The act before said: { $before }.
remark-undrawn = Tied, and so in no agreement: { $options }. The rule leaves them to a lot, which was not drawn.
remark-never-counted = { $count ->
    [one] The ballot { $ballots } was frozen and has
   *[other] The ballots { $ballots } were frozen and have
} no count so far, and others have. Ask whether people voted.
remark-two-ballots = Ballot { $ballot } has { $count ->
    [one] { $count } option with the words of one
   *[other] { $count } options with the words of some
} of ballot { $other }. Ask why there are two: whoever did not like the first could make the second.
remark-never-drawn = For the group { $group } a lot was announced in act { $act }, and nobody was drawn so far.
remark-topics-gone = Act { $act } took the place of act { $before } and does not have all its topics: { $topics }. Ask what became of them.
remark-otherwise-asked = The consultation in act { $act } was held otherwise than the charter announced: { $how }, from { $from } until { $until }.
remark-far-off = Put off by more than ten years: { $list }.
remark-far-off-one = option { $option } until { $day }
remark-papers-kept = The papers of act { $acts } are kept sealed; { $here ->
    [yes] they are here and add up.
    [gone] the sealed part is here, and they are gone from it, so nobody can add them up. Ask where they are.
   *[no] they were not here, so nobody added them up.
}
remark-late = Late, on the day of the last act: { $list }.
remark-late-one = option { $option } by { $days ->
    [one] { $days } day
   *[other] { $days } days
}
warning-unanswered = Not answered.

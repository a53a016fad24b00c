# What became of one person, to be read out over the phone.

# Why somebody is on no ticket

outside-supplement = You are out since before this supplementary lottery was made: there you are put down as { $ground }. Whoever left is not drawn again, so you are on no ticket.
outside-excluded = You were left out before this lottery was made, on the ground { $ground }, so you are on no ticket and could not be drawn.
outside-seated = You had a seat already when this { $supplement ->
    [yes] supplementary lottery
   *[no] lottery
} was made, with this about you: { $row }. You count for the quotas, and the lottery was for the other { $drawn } of { $whole }, so you are on no ticket and did not have to be drawn.

# What was drawn and what happened after it

nothing-drawn-yet = Nothing has been drawn yet.
draw-annulled = Draw { $draw } was annulled{ $seat ->
    [on] ; you were on it
    [off] ; you were not on it
   *[unknown] {""}
}.
after-not-there = What happened after the draw is not in the record yet.
status-asked = You have a seat if you say yes; no answer is put down yet.
status-confirmed = You have a seat.
status-out = So you have no seat, and are not called again.
status-waiting = You have not been called: that happens when a seat is empty and nobody else in reserve fits it better.
status-none = So you have no seat, and only a supplementary lottery could give you one.
goes-on = This lottery goes on in a supplement, { $line }: what became of you after that stands in its own record.
ticket-drawn = { $seated ->
    [yes] Ticket { $ticket } was drawn, and you are on its panel.
   *[no] Ticket { $ticket } was drawn, and you are not on its panel.
}
you-are-reserve = You are reserve { $reserve } of { $of }.
not-in-reserve = { $reserves ->
    [one] You are not in reserve either; { $reserves } person was drawn.
   *[other] You are not in reserve either; { $reserves } people were drawn.
}
happened = { $date }: { $event ->
    [confirmed] you said yes
    [declined] you said no
    [withdrew] you withdrew
    [no-show] you did not come
    [called] { $reason ->
        [none] you were called, because it was your turn
       *[other] you were called out of turn, for this reason: { $reason }
    }
   *[corrected] what had been put down last about you was taken back, for this reason: { $reason }
}.
trial-reserve = reserve { $reserve } in trial { $trial }
trial-panel = on the panel of trial { $trial }
trials-none = You were drawn in none of the { $trials }; a trial decides nothing.
trials-some = You were { $named }; a trial decides nothing.

# Why an event cannot stand

stand-not-listed = this person was neither drawn nor put in reserve, and had no seat before
stand-out-of-turn = a reserve was called out of turn, without a reason
stand-member = somebody who was not in reserve was called
stand-nothing = there is nothing to correct
stand-no-reason = a reason is missing, or given where none is needed
stand-status = this cannot have happened to this person

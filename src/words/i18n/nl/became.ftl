# Wat er met één persoon is gebeurd, om aan de telefoon voor te lezen.

# Waarom iemand op geen lot staat

outside-supplement = U was al afgevallen voordat deze nalotting werd gemaakt: u staat daar als { $ground }. Wie is afgevallen loot niet meer mee. U staat dus op geen enkel lot.
outside-excluded = U was uitgesloten voordat deze loting werd gemaakt, op de grond { $ground }. U staat dus op geen enkel lot en kon niet worden ingeloot.
outside-seated = U had al een plaats toen deze { $supplement ->
    [yes] nalotting
   *[no] loting
} werd gemaakt, met deze gegevens: { $row }. U telt mee voor de quotums, en de loting ging om de andere { $drawn } van { $whole }. U staat dus op geen enkel lot en hoefde niet te worden ingeloot.

# Wat is geloot en wat daarna gebeurde

nothing-drawn-yet = Er is nog niets geloot.
draw-annulled = Loting { $draw } is ongeldig verklaard{ $seat ->
    [on] ; u was erin ingeloot
    [off] ; u was er niet in ingeloot
   *[unknown] {""}
}.
after-not-there = Wat er na de loting gebeurde staat nog niet in het dossier.
status-asked = U hebt een plaats als u ja zegt; er staat nog geen antwoord.
status-confirmed = U hebt een plaats.
status-out = U hebt dus geen plaats, en wordt niet meer opgeroepen.
status-waiting = U bent niet opgeroepen: dat gebeurt als er een plaats leeg is en niemand anders op de reservelijst er beter bij past.
status-none = U hebt dus geen plaats. Alleen een nalotting kan u er nog een geven.
goes-on = Deze loting gaat verder in een nalotting, { $line }: wat er daarna met u gebeurde staat in het dossier daarvan.
ticket-drawn = { $seated ->
    [yes] Lot { $ticket } is getrokken, en u zit in het panel daarvan.
   *[no] Lot { $ticket } is getrokken, en u zit niet in het panel daarvan.
}
you-are-reserve = U bent reserve { $reserve } van { $of }.
not-in-reserve = { $reserves ->
    [one] U staat ook niet op de reservelijst; er is { $reserves } persoon geloot.
   *[other] U staat ook niet op de reservelijst; er zijn { $reserves } personen geloot.
}
happened = { $date }: { $event ->
    [confirmed] u zei ja
    [declined] u zei nee
    [withdrew] u bent gestopt
    [no-show] u bent niet gekomen
    [called] { $reason ->
        [none] u bent opgeroepen, omdat u aan de beurt was
       *[other] u bent buiten de beurt opgeroepen, om deze reden: { $reason }
    }
   *[corrected] wat het laatst over u was opgeschreven is teruggenomen, om deze reden: { $reason }
}.
trial-reserve = reserve { $reserve } in proefloting { $trial }
trial-panel = lid van het panel van proefloting { $trial }
trials-none = U bent niet ingeloot in { $trials }; een proefloting beslist niets.
trials-some = U was { $named }; een proefloting beslist niets.

# Waarom een gebeurtenis niet kan blijven staan

stand-not-listed = deze persoon is niet ingeloot, staat niet op de reservelijst en had nog geen plaats
stand-out-of-turn = een reserve is buiten de beurt opgeroepen, zonder reden
stand-member = iemand die niet op de reservelijst stond is opgeroepen
stand-nothing = er is niets te verbeteren
stand-no-reason = een reden ontbreekt, of staat er terwijl zij niet nodig is
stand-status = dit kan deze persoon niet zijn overkomen

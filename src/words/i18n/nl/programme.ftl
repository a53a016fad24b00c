# Het programma: burgerberaad na burgerberaad, door de jaren heen.

## Toetsen

P1 = De inschrijvingen hebben geen gaten, elke noemt de vorige, en elke is zoals ze is geschreven
P2 = Elke regel die is genoteerd, is die van een inschrijving
P3 = Elk dossier dat u geeft is ingeschreven zoals het is, en een inschrijving die het reglement noemt is eerder
P4 = De tellingen kloppen, en zijn die van de dossiers
P5 = De regels van elke loting zijn die welke toen golden, en elke wijziging heeft een reden
P6 = De kansen per groep zijn die van de dossiers, en samen de plaatsen
P7 = Elk dossier sluit zo veel mensen uit en houdt er zo veel als de inschrijving zegt
P8 = De gesloten rijen zijn de vastgelegde, en elke gewiste rij is verantwoord
P9 = Niemand die was uitgesloten zat in een loting, en niemand anders was uitgesloten
P10 = Geen orgaan heeft meer leden dan plaatsen, en niemand zit langer dan de termijn
P11 = De laatste brieven gingen om de beurt
P12 = De belasting is wat de rijen zeggen

prog-checked = { $count ->
    [one] { $count } ding getoetst
   *[other] { $count } dingen getoetst
}
prog-not-checked = { $why ->
    [rests] Niet bekeken, omdat P{ $claim } niet klopt.
    [head] Geef de regels die u noteerde met --head.
    [record] Geef de mappen van de lotingen met --record.
    [sealed] Het gesloten deel is er niet, of --sealed is niet gegeven.
   *[nothing] Daar is nog niets van.
}
prog-failure = { $what ->
    [gap] Inschrijving { $entry } ontbreekt.
    [file] { $file } ontbreekt, is niet zoals het is geschreven, of hoort hier niet (inschrijving { $entry }).
    [previous] Inschrijving { $entry } noemt de vorige niet.
    [fact] Inschrijving { $entry } heeft een gegeven dat niet kan: { $file }.
    [earlier] Inschrijving { $entry } is van een dag vóór die van de inschrijving ervoor.
    [not-last] { $file } volgt niet uit de laatste inschrijving.
    [head] Deze regel is van geen inschrijving hier: { $file }
    [not-entered] Het dossier { $file } is niet ingeschreven.
    [draw-missing] De laatste trekking of lijst van gebeurtenissen van het dossier { $file } is niet ingeschreven.
    [bad-record] Het dossier { $file } is niet te lezen, of is niet zoals het is vastgelegd. "geloot verify" zegt meer.
    [charter] Het reglement van { $file } noemt een regel die van geen inschrijving voor { $entry } is.
    [before-charter] Inschrijving { $entry } is van een dag vóór die van het reglement van { $file }.
    [body] Het reglement van { $file } is voor een ander orgaan, of voor brieven aan een ander kader, dan inschrijving { $entry }.
    [key] De sleutel van het dossier { $file } volgt niet uit de sleutel van dit programma.
    [seed] Het startgetal in inschrijving { $entry } is niet dat van het dossier { $file }.
    [sum] De regels van { $file } in inschrijving { $entry } tellen niet op.
    [count] Inschrijving { $entry } telt anders dan er is: { $file }.
    [feature] Inschrijving { $entry } telt naar een kenmerk waarnaar het programma niet telt.
    [grown] De belasting die inschrijving { $entry } meldt, is niet die van de inschrijving ervoor plus wat haar tellingen zeggen.
    [rules] Inschrijving { $entry } noemt regels die niet golden.
    [kind] Het reglement van inschrijving { $entry } zegt dat de mensen zichzelf hebben aangemeld, en volgens de regels is hun kader er geen van zulke mensen.
    [chances] De kansen in inschrijving { $entry } zijn niet die van het dossier, of tellen niet op.
    [excluded] Het dossier van inschrijving { $entry } heeft andere mensen op de grond of lijst { $file } dan de inschrijving zegt.
    [root] De rijen van inschrijving { $entry } leiden niet naar de wortel die openbaar is gemaakt.
    [unaccounted] Er zijn rijen gewist, en geen wissing zegt dat.
    [early] Er zijn rijen gewist omdat hun bewaartermijn om was, en volgens de regels en de dagen in het grootboek was die niet om: inschrijving { $entry }, { $file }.
    [code] De code { $person } volgt niet uit de sleutel.
    [was-barred] { $person } was uitgesloten, en zat in de loting van inschrijving { $entry }.
    [alike] { $person } zat in de loting van inschrijving { $entry } met een nummer dat lijkt op dat van iemand die was uitgesloten, en die zelf ontbreekt.
    [no-ground] { $person } was uitgesloten van de loting van inschrijving { $entry }, en daar was geen grond voor.
    [too-many] Na inschrijving { $entry } heeft { $file } meer leden dan plaatsen.
    [too-long] Inschrijving { $entry } geeft { $person } een langere termijn dan de regels.
    [out-of-turn] { $person } kreeg een brief van inschrijving { $entry } buiten de beurt.
    [passed-over] { $person } had een brief van inschrijving { $entry } moeten krijgen, voor anderen.
    [lot] Wat { $person } overnam in inschrijving { $entry } volgt niet uit het startgetal.
   *[burden] De tabel van de belasting van inschrijving { $entry } is niet wat de rijen zeggen.
}
prog-remark-erased = { $rows ->
    [one] { $rows } rij gewist
   *[other] { $rows } rijen gewist
}: { $retention } omdat de bewaartermijn om was, { $request } omdat iemand erom vroeg.
prog-remark-partly = Er zijn sindsdien rijen gewist; van oudere inschrijvingen is alleen bekeken wat er nog is.
prog-remark-barred-late = { $count ->
    [one] { $count } persoon deed mee aan de loting van inschrijving { $entry }, en zou
   *[other] { $count } mensen deden mee aan de loting van inschrijving { $entry }, en zouden
} daarvan zijn uitgesloten door rijen van eerdere dagen die erna zijn ingevoerd. Of ze op tijd konden worden ingevoerd, laat geen bestand zien.
prog-remark-grounds = { $count ->
    [one] { $count } mens is
   *[other] { $count } mensen zijn
} uitgesloten op gronden die niet van het programma zijn. Ze staan in excluded.csv van de lotingen; of ze kloppen is aan het grootboek niet te zien.
prog-remark-renewed-late = Plaatsen van { $body } moesten op { $due } wisselen, en wisselden op { $day }.
prog-remark-as-entered = { $served } rijen met uren en geld en { $links } koppelingen van nummers zijn zoals ze zijn ingevoerd. Geen dossier laat zien of ze waar zijn: wie het aangaat ziet ze met "geloot programme explain".
prog-remark-annulled = { $count ->
    [one] { $count } inschrijving is van een trekking die is vervallen: een latere van dezelfde loting
   *[other] { $count } inschrijvingen zijn van trekkingen die zijn vervallen: een latere van dezelfde loting
} kwam ervoor in de plaats.
prog-remark-for-nobody = { $count ->
    [one] Het reglement van { $count } dossier zegt niet voor welk orgaan het is, of aan welk kader de brieven gaan. Dat is gekozen bij het inschrijven, door iemand die kon weten wie er was ingeloot.
   *[other] Het reglement van { $count } dossiers zegt niet voor welk orgaan het is, of aan welk kader de brieven gaan. Dat is gekozen bij het inschrijven, door iemand die kon weten wie er was ingeloot.
}
prog-remark-newcomers-by = De beurten van nieuwkomers in de laatste brieven volgen uit het startgetal van inschrijving { $entry }, { $title }. Kijk in het dossier ervan waar dat startgetal vandaan komt: wie de woorden kon kiezen, of wanneer er werd ingeschreven, kon kiezen wie aan de beurt is.
prog-remark-swing = De regel { $setting } is veranderd op { $from } (inschrijving { $changed }), en weer terug op { $until } (inschrijving { $back }). { $count ->
    [one] Eén loting is getrokken volgens wat daar tussenin gold: inschrijving { $entries }.
   *[other] Lotingen zijn getrokken volgens wat daar tussenin gold: inschrijving { $entries }.
} De twee inschrijvingen zeggen waarom; vraag of dat de hele reden is.
prog-remark-open-keys = Of de sleutel van de codes volgt uit die van het programma, kon niet worden getoetst van { $records }: daar zijn de verzegelde delen van beide voor nodig, en een loting die op een andere verdergaat heeft de sleutel van de eerste.
prog-remark-unbound = { $dates ->
    [0] {""}
    [one] Het reglement van { $dates } dossier heeft geen dag, dus niemand kan zien of de regel daarin oud was toen het werd vastgelegd.
   *[other] Het reglement van { $dates } dossiers heeft geen dag, dus niemand kan zien of de regel daarin oud was toen het werd vastgelegd.
}{ $lines ->
    [0] {""}
    [one] {" "}Het reglement van { $lines } dossier noemt geen regel van dit programma: de regels van vlak voor de inschrijving gelden.
   *[other] {" "}Het reglement van { $lines } dossiers noemt geen regel van dit programma: de regels van vlak voor de inschrijving gelden.
}
prog-remark-unsaid = Het reglement van inschrijving { $entry } zegt niet dat de mensen van { $frame } zichzelf hebben aangemeld: het dossier gaat door voor een loting uit de bevolking, en dat is het niet.
prog-remark-gap = Het reglement van inschrijving { $entry } is van { $charter }, en de inschrijving zelf van { $entered }. Wie was uitgesloten is bekeken op die laatste dag.
prog-remark-others = { $count ->
    [one] Het dossier van { $count } loting is niet gegeven.
   *[other] De dossiers van { $count } lotingen zijn niet gegeven.
}
prog-summary = { $passed } toetsen kloppen, { $failed } kloppen niet, { $left } niet getoetst.

## Woorden

prog-event = { $event ->
    [pool] in een deelnemerspool
    [drawn] ingeloot
    [reserve] op de reservelijst
    [excluded] uitgesloten
    [stays] had al een plaats
    [called] opgeroepen van de reservelijst
    [confirmed] zei ja tegen een plaats
    [declined] zei nee tegen een plaats
    [withdrew] trok zich terug
    [no-show] kwam niet
    [corrected] gebeurtenis verbeterd
    [letter] brief
    [joined] nam een geheugen van brieven over
    [yes] zei ja op een brief
    [no] zei nee op een brief
    [served] deed mee
    [paid] betaald
    [term] plaats
    [left] verliet een plaats
    [carried] blijft kandidaat
    [consent] gaf toestemming voor het bestand
    [do-not-ask] wil niet gevraagd worden
    [gone] niet meer in het bestand
    [barred] blijft uitgesloten
   *[link] verbonden met een ander nummer
}
prog-ground = { $ground ->
    [cool-off] afkoelperiode
    [do-not-ask] wil niet gevraagd worden
    [limit] aan een grens
    [other] heeft een plaats die hier niet mee samengaat
    [frame] niet van de groep waaruit wordt geloot
   *[consent] geen toestemming, of die is afgelopen
}
prog-amount = { $event ->
    [served] { $number } minuten
    [paid] { $number } euro
    [pool] { $number } lootnummers met een plaats
    [reserve] plaats { $number }
    [joined] lot { $number }
   *[other] { $number }
}
prog-kind = { $kind ->
    [rules] regels
    [letters] brieven
    [panel] loting
    [roster] gebeurtenissen na een loting
    [served] antwoorden, uren, geld
    [term] termijnen
    [carry] kandidaten, toestemmingen
    [links] verbindingen
   *[erasure] wissing
}
prog-all = allen
prog-self-registered = { $frame }: geloot uit mensen die zichzelf hebben aangemeld; geen loting uit de bevolking.

## Schermen

prog-begun = Het programma { $name } begint in { $dir }. Maak het deel "public" openbaar, houd "sealed" apart, en noteer deze regel waar anderen die zien:
prog-longer = Rijen van { $event } worden { $kept } maanden bewaard, en geen regel kijkt verder terug dan { $needed }. Bewaar persoonsgegevens niet langer dan nodig.
prog-linkable = De regels zeggen linkable = true, en dit programma geeft elke loting eigen codes: niemand kan een code door de jaren volgen.
prog-added = { $count ->
    [one] { $count } inschrijving toegevoegd aan { $dir }:
   *[other] { $count } inschrijvingen toegevoegd aan { $dir }:
}
prog-few = Deze inschrijving heeft minder rijen van de gebeurtenis "{ $event }" dan de kleinste cel. Hoeveel het er zijn, en hun som, is openbaar in counts.csv en burden.csv, en wie weet van wie ze zijn, weet dat dan ook. Voer ze liever samen met andere in.
prog-barred-late = { $count ->
    [one] { $count } persoon deed
   *[other] { $count } mensen deden
} mee aan de loting van inschrijving { $entry } die door deze rijen zou{ $count ->
    [one] {""}
   *[other] den
} zijn uitgesloten: ze zijn van dagen daarvoor, en u voert ze erna in. Die loting blijft zoals ze is, en wie het grootboek toetst leest het. Voer uren en antwoorden in voordat u vraagt wat er moet gebeuren.
prog-as-drawn = { $said } De loting is ingeschreven zoals ze is getrokken, en dat verandert niet meer: punt P9 slaagt vanaf nu niet, en noemt hen met hun code. Zeg het erbij waar u de regel openbaar maakt.
prog-unsaid = Het reglement van deze loting zegt niet dat de mensen van { $frame } zichzelf hebben aangemeld, dus het dossier gaat door voor een loting uit de bevolking. Zeg het overal waar u het publiceert; en leg de volgende vast met alles wat charter.toml van "due" zegt.
prog-odd-before = In rij { $rows } staat een dag voor { $begun }, toen dit programma begon. Hoe lang iemand niet meedoet, wordt vanaf die dag geteld.
prog-odd-long-day = In rij { $rows } staan meer dan de 1.440 minuten van een dag. Zijn ze van meer dagen, geef dan elke dag een rij: hoe lang iemand niet meedoet, wordt daarvandaan geteld.
prog-odd-body = { $near ->
    [none] Rij { $rows } is van { $body }, en dat staat niet in de regels: geen regel over een orgaan kijkt ernaar.
   *[other] Rij { $rows } is van { $body }, en dat staat niet in de regels. Geen regel over een orgaan kijkt ernaar. Bedoelt u { $near }?
}
prog-odd-besides = Wat in rij { $rows } staat, komt boven op wat inschrijving { $entry } heeft van dezelfde persoon, dag en orgaan: beide tellen. Een rij kan niet in de plaats komen van een die is ingeschreven.
prog-odd-ended = In rij { $rows } is "tot" de dag waarop het begint, of eerder. Zo telt het voor niets: het is al voorbij als het begint.
prog-other-day = Inschrijving { $entry } heeft deze loting met de dag { $date }, en een inschrijving verandert niet. Wie niet meedoet en tot wanneer, wordt vanaf die dag geteld; was een andere dag bedoeld, zeg dat dan waar u de regel publiceert.
prog-late = Het reglement van deze loting is van { $charter }, en u schrijft haar in op { $entered }. Wie is uitgesloten volgt uit die dag: geef de dag van de trekking.
prog-added-entry = { $entry }  { $kind }, { $rows ->
    [one] { $rows } rij
   *[other] { $rows } rijen
}
prog-nothing-new = Dit alles stond al in het register van het programma: er is niets toegevoegd.
prog-head = Noteer deze regel waar anderen die zien; hij staat voor alles tot nu toe:
prog-erased = { $rows ->
    [one] { $rows } rij gewist
   *[other] { $rows } rijen gewist
}, en dat staat in inschrijving { $entry }. Elke regel die eerder is genoteerd geldt nog. Kopieën en back-ups moet u zelf wissen.
prog-erased-barred = De code en de dag { $until } blijven bewaard, zodat deze persoon tot dan uitgesloten blijft. Verder niets.
prog-erased-sums = Wat zij gaven of kregen blijft in de sommen die al openbaar zijn: wie burden.csv van een inschrijving met die van de vorige vergelijkt, ziet wat er toen bij kwam. Regels die anderen noteerden liggen daaraan vast, dus niemand kan ze veranderen.
prog-erased-people = { $people ->
    [one] Het programma kent { $people } persoon niet meer.
   *[other] Het programma kent { $people } personen niet meer.
}

prog-due-body = { $body } op { $date }: { $seats } plaatsen, { $stay } blijven, { $left } weg sinds de vorige loting, { $vacant } te vullen.
prog-due-waits = { $count ->
    [one] { $count } lege plaats wacht op de vernieuwing van { $until }: er is te weinig van de termijn over.
   *[other] { $count } lege plaatsen wachten op de vernieuwing van { $until }: er is te weinig van de termijnen over.
}
prog-due-ends = { $count ->
    [one] { $count } plaats eindigt op { $until }.
   *[other] { $count } plaatsen eindigen op { $until }.
}
prog-due-register = { $people } mensen in het bestand: { $never } nooit in een loting, { $pool } wel en niet ingeloot, { $drawn } eerder ingeloot.
prog-due-letters = { $letters } brieven op { $date }: { $people } mensen mogen er een krijgen, { $open } zijn aan de beurt.
prog-due-chance = Ieders kans vooraf is { $letters } op { $people }, hoeveel brieven iemand ook eerder kreeg.
prog-due-chances = De kans vooraf is niet in elke groep gelijk, omdat brieven heel zijn: van { $few } op { $of } tot { $many } op { $among }, hoeveel brieven iemand ook eerder kreeg.
prog-due-certain = { $certain } brieven staan vast (niemand anders is aan de beurt, of hun brief is het langst geleden), { $drawn } worden geloot.
prog-due-newcomers = { $count ->
    [one] { $count } nieuwkomer in het bestand
   *[other] { $count } nieuwkomers in het bestand
}, van wie { $lots } het geheugen van een inwoner overnamen door het lot; { $gone } zijn weg.
prog-due-runs = { $again ->
    [never] Wie een brief had krijgt er nooit meer een: na { $draws } lotingen van zo veel brieven is het bestand op, en wie hier later komt wonen wordt veel vaker geloot.
   *[round] Na { $draws } lotingen van zo veel brieven heeft iedereen er een gehad, en begint de ronde opnieuw.
}
prog-due-barred = Uitgesloten:
prog-due-barred-line = { $ground }: { $people }{ $until ->
    [none] {""}
   *[other] , de laatste tot { $until }
}
prog-due-nobody-barred = Niemand is uitgesloten.
prog-due-near = { $count ->
    [one] { $count } persoon zit dicht bij een grens.
   *[other] { $count } mensen zitten dicht bij een grens.
}
prog-carried = { $people ->
    [one] { $people } persoon blijft kandidaat van een eerdere keer, naast { $new } nieuwe.
   *[other] { $people } mensen blijven kandidaat van een eerdere keer, naast { $new } nieuwe.
}
prog-carried-mixed = De kans van een nieuwe: { $alone } zonder hen, { $mixed } met hen in één pool.
prog-carried-mix = De regels doen beiden in één pool (mix = true).
prog-carried-choose = Zij zijn een groep apart, in de kolom "doorgeschoven": geef --carried-seats K voor de plaatsen die van hen zijn, of laat hen weg.
prog-carried-apart = { $seats ->
    [one] { $seats } plaats is van hen: een kans van { $carried } voor ieder van hen, van { $new } voor iedere nieuwe. Voeg de quotums in { $file } bij de uwe.
   *[other] { $seats } plaatsen zijn van hen: een kans van { $carried } voor ieder van hen, van { $new } voor iedere nieuwe. Voeg de quotums in { $file } bij de uwe.
}
prog-links = Uit het register niet meer onder hun nummer in het bestand: { $missing }. Nieuwe nummers in het bestand: { $new }.
prog-links-alike = { $count ->
    [one] { $count } paar is gelijk in { $same }, en als enige.
   *[other] { $count } paren zijn gelijk in { $same }, elk als enige.
}
prog-links-near = { $count ->
    [0] Niemand lijkt er bijna op.
    [one] { $count } paar lijkt bijna op elkaar, of is gelijk met anderen: bekijk het. Het programma koppelt nooit zelf mensen.
   *[other] { $count } paren lijken bijna op elkaar, of zijn gelijk met anderen: bekijk ze. Het programma koppelt nooit zelf mensen.
}
prog-links-next = Lees de lijst, streep door wie niet dezelfde persoon is, en voeg haar toe:
prog-report-groups = Belasting per groep
prog-report-inside = Niet om zo te publiceren: er staan groepen in van minder dan { $smallest } mensen. Maak het voor iedereen met alleen de map "public".
prog-report-overlaps = Mensen in twee groepen
prog-report-overlap = { $people ->
    [one] { $people } persoon zit in { $one } en in { $other }.
   *[other] { $people } mensen zitten in { $one } en in { $other }.
}
prog-report-replies = Antwoorden
prog-report-reply = { $record }: { $open } open, de eerste uiterlijk op { $due }; { $late } te laat; { $done } gekomen.
prog-report-reply-done = { $record }: alle { $done } gekomen, { $late } daarvan te laat.
prog-plot = { $title }: staven van wat er kwam, met een streep van één spreiding aan weerszijden van wat te verwachten was
prog-plot-got = wat er kwam
prog-plot-expected = te verwachten, met één spreiding aan elke kant
prog-plot-share = een even groot deel als van de mensen in het bestand
prog-plot-largest = het meeste dat één persoon had
prog-plot-mean = gemiddeld, van wie er iets van had
prog-plot-spread = één spreiding aan elke kant daarvan
prog-plot-scales = Elk ding heeft een eigen schaal: vergelijk alleen staven die bij elkaar staan.
prog-plot-register = In het bestand
prog-plot-after = { $draws ->
    [0] Vandaag aan de beurt
    [one] Aan de beurt na nog { $draws } loting
   *[other] Aan de beurt na nog { $draws } lotingen
}
prog-plot-calendar = Kalender: wanneer er wat was, en tot wanneer plaatsen duren
prog-plot-calendar-note = Elk streepje is een inschrijving; de lijn is { $date }; balken zijn plaatsen, tot ze eindigen.
prog-report-runs-title = Hoe ver het bestand reikt
prog-head-draws = Na zoveel lotingen
prog-head-people-register = Mensen in het bestand
prog-head-group = Groep
prog-head-hours = Uren
prog-head-most-hours = Meeste uren
prog-due-stale = { $count ->
    [one] De bewaartermijn van { $count } rij is om: "geloot programme erase { $dir } --retention --date { $date }".
   *[other] De bewaartermijn van { $count } rijen is om: "geloot programme erase { $dir } --retention --date { $date }".
}
prog-due-enough = De kans dat { $letters } brieven { $seats } mensen opleveren die ja zeggen, als { $rate } dat doet, is { $chance }.
prog-nearly-none = vrijwel nul: minder dan 1 op de 1.000
prog-due-few = Verstuur nog niets: deze brieven vullen de plaatsen bijna zeker niet. Stuur er meer, of vraag om minder plaatsen.
prog-due-saved = Opgeslagen in { $dir }: { $files }.
prog-due-next = Nu, met uw eigen quotums op de plaats van QUOTAS.csv, en in uw eigen reglement wat charter.toml zegt:
prog-due-homes = any: twee brieven naar één huis kunnen; one-letter: hoogstens één (noem dan postcode, number en addition in de tabel "columns"); address-first: eerst worden huizen geloot
prog-due-next-letters = Nu:
prog-due-next-many = Er wordt geloot met een uitnodigingsloting, waarvan elke inwoner het eigen lot kan nagaan (zet eerst de bron van het startgetal in invitation.toml):
prog-due-invitation = Of als uitnodigingsloting, waarvan elke inwoner het eigen lot kan nagaan (zet eerst de bron van het startgetal in invitation.toml):
prog-head-feature = Kenmerk
prog-head-value = Waarde
prog-head-people-last = Mensen bij de laatste loting
prog-head-people = Mensen
prog-head-letters = Brieven
prog-head-seats = Plaatsen
prog-head-expected = Verwacht
prog-head-luck = Geluk
prog-head-deviation = Spreiding
prog-head-stratum = Groep
prog-head-open = Aan de beurt
prog-head-date = Dag
prog-head-what = Wat
prog-head-entry = Nr.
prog-head-total = Samen
prog-head-largest = Meeste
prog-head-mean = Gemiddeld
prog-head-spread = Spreiding

prog-report = { $name }: { $entries ->
    [one] { $entries } inschrijving
   *[other] { $entries } inschrijvingen
}, op { $date }
prog-report-calendar = Kalender
prog-report-letters = Brieven per groep, over alle lotingen
prog-report-seats = Plaatsen per groep, over alle lotingen
prog-report-luck = Geluk is plaatsen min verwachte plaatsen: het gemiddelde is 0, en in twee van de drie gevallen is het hoogstens één spreiding. Wat een groep mag verwachten volgt uit de quotums en uit wie zich aanmeldde; over geen van beide is dit een oordeel.
prog-report-burden = Belasting, over wie er iets van had
prog-report-burden-what = { $event ->
    [letter] Brieven
    [drawn] Keren ingeloot
    [served] Minuten
   *[paid] Euro
}
prog-report-terms = Plaatsen naar de dag waarop ze eindigen
prog-report-terms-line = { $body }, tot { $until }: { $seats }
prog-report-runs = { $again ->
    [never] Het bestand: { $open } van de { $people } mensen kregen nooit een brief; na nog { $draws } lotingen van { $letters } brieven is er niemand over.
    [round] De ronde: { $open } van de { $people } mensen moeten nog een brief krijgen, in { $draws } lotingen van { $letters } brieven.
   *[after] Het bestand: { $open } van de { $people } mensen zijn aan de beurt voor de volgende { $letters } brieven.
}
prog-report-erased = Gewist: { $rows ->
    [one] { $rows } rij
   *[other] { $rows } rijen
} ({ $why ->
    [retention] de bewaartermijn was om
   *[request] iemand vroeg erom
})
prog-report-missing = De regels rapporteren over { $names }, en geen loting telt daarnaar: geen bestand had die kolom. Kijk of het kopje in het bestand hetzelfde is als in "reports".
prog-report-no-cohorts = Er is nog niet geloot.
prog-page-saved = De pagina staat in { $file }.

prog-explain = Code { $code } in het programma. { $letters ->
    [one] { $letters } brief
   *[other] { $letters } brieven
}, { $drawn ->
    [one] één keer
   *[other] { $drawn } keer
} ingeloot, met { $expected } plaatsen te verwachten uit alle lotingen.
prog-explain-linked = Ook bekend onder { $count ->
    [one] één ander nummer
   *[other] { $count } andere nummers
}.
prog-explain-last = De laatste brief in het geheugen is van { $date }.
prog-explain-seat = Heeft een plaats in { $body } tot { $until }.
prog-explain-free = { $of }: mag meeloten.
prog-explain-barred = { $of }: uitgesloten ({ $ground }){ $until ->
    [none] {""}
   *[other] , tot { $until }
}{ $event ->
    [none] {""}
   *[other] , door wat op { $since } gebeurde: { $event }
}.
prog-explain-rows = Wat er gebeurde:
prog-explain-receipts = Met --json staat hier voor elke rij een bewijs: daarmee, en met de openbare inschrijving, kan iedereen toetsen dat de rij erin staat.

## Weigeringen

O-01 = { $count ->
    [one] { $count } instelling van { $file } klopt niet.
   *[other] { $count } instellingen van { $file } kloppen niet.
}
    .do = Verbeter ze en geef de opdracht opnieuw.
prog-rule = { $key ->
    [none] {""}
   *[other] { $key }:{" "}
}{ $what ->
    [not-toml] dit is geen TOML 1.0, vanaf regel { $number }{ $near ->
        [none] {""}
       *[other] ; er staat een krul-aanhalingsteken { $near } waar een recht hoort
    }.
    [missing] ontbreekt.
    [unknown] betekent niets{ $near ->
        [none] {""}
       *[other] ; bedoelt u { $near }?
    }
    [twice] is de naam van twee.
    [nobody] noemt geen kader en geen orgaan van deze regels.
    [too-short] is { $number } maanden, en { $rule } kijkt { $needed ->
        [ever] voor altijd terug, dus niets daarvan kan worden vergeten: laat deze regel weg.
       *[other] { $needed } maanden terug: bewaar het even lang, of kijk minder ver terug.
    }
    [name] moet een naam zijn van hoogstens 60 tekens, zonder komma's, puntkomma's en aanhalingstekens.
    [months] moet een aantal maanden tussen aanhalingstekens zijn, zoals "36 months".
    [number] moet een heel getal vanaf 1 zijn.
    [seats] moet een heel getal van 1 tot en met 10000 zijn.
    [texts] moet een lijst van namen tussen aanhalingstekens zijn.
    [table] moet een tabel zijn, zoals {"{"} served = "36 months" {"}"}.
    [again] moet "48 months" of een ander aantal maanden zijn, "round", "never" of "none".
    [kind] moet "register" of "self-registered" zijn.
    [yes-no] moet true of false zijn.
    [event] is geen gebeurtenis die bekend is; de pagina over bestanden noemt ze.
   *[renewals] past niet: hoogstens zo veel plaatsen als het orgaan heeft, en de termijn moet precies de vernieuwingen duren die nodig zijn om alle plaatsen te wisselen (24 plaatsen, 8 elk half jaar: 18 maanden).
}
O-02 = { $file } ontbreekt of is niet te lezen{ $line ->
    [none] {""}
   *[other] , vanaf regel { $line }
}.
    .do = Zet de map terug uit een kopie. "geloot programme verify" zegt wat er mis mee is.
O-03 = Het programma is niet zoals het is geschreven.
    .means = { $claim }
    .do = Aan een programma dat is gewijzigd wordt niets toegevoegd. Zet het terug uit een kopie.
O-04 = Het gesloten deel is er niet, dus niemand weet wie wie is.
    .do = Zet de map "sealed" naast "public".
O-05 = { $name ->
    [none] De regels hebben verschillende organen, en er is geen genoemd.
   *[other] De regels hebben geen orgaan { $name }.
}
    .do = Noem er een met --body: { $known }.
O-06 = { $name ->
    [none] De regels noemen geen kader.
   *[other] De regels hebben geen kader { $name }.
}
    .do = { $known ->
        [none] Zet een [[frame]] in programme.toml: het bestand waarvan de nummers worden gebruikt.
       *[other] Noem er een met --frame: { $known }.
    }
O-07 = { $file } heeft geen kolom met nummers die door de jaren gelijk blijven.
    .means = Een rijnummer is volgend jaar dat van iemand anders.
    .do = Noem de kolom met --id-column.
O-08 = { $count ->
    [one] { $count } ding klopt niet in { $file }.
   *[other] { $count } dingen kloppen niet in { $file }.
}
    .do = Verbeter ze en geef de opdracht opnieuw.
prog-list-column = Er is geen kolom { $heading }. Die mag heten: { $names }. In het bestand staan: { $known }.
prog-list-near = De kolom { $heading } wordt niet gebruikt; geef haar het kopje { $near } als u dat bedoelt, of anders een ander.
prog-list-cell = Rij { $row }, { $heading }: { $cell ->
    [none] de cel is leeg
   *[other] { $cell } is niet te lezen
}.
prog-list-word = Rij { $row }, { $heading }: { $cell } is geen woord dat hier kan staan. Het kan zijn: { $words }.
prog-list-unknown = Rij { $row }: { $alike ->
    [yes] niemand heeft dit nummer, maar iemand heeft een nummer dat erop lijkt; een spreadsheet kan het hebben gewijzigd.
   *[no] niemand in het programma heeft dit nummer.
}
prog-list-later = Rij { $row }: de dag is na die van --date, dus het is nog niet gebeurd.
prog-list-want = { $want ->
    [day] Schrijf een dag als 2027-03-01, 1-3-2027 of 1 maart 2027.
    [minutes] Schrijf minuten als heel getal: 90, niet 1,5 of 1:30.
    [cents] Schrijf centen als heel getal: 7500 voor € 75,00.
    [number] Schrijf een heel getal.
    [name] Schrijf hooguit 60 tekens, zonder komma's, puntkomma's en aanhalingstekens.
   *[other] {""}
}
prog-list-twice = Rij { $row } zegt hetzelfde als rij { $first }.
prog-list-entered = In rij { $row } staat wat inschrijving { $entry } al zegt, en dat zou dubbel tellen. Haal het daar weg; is het echt twee keer gebeurd, noem de twee dan in de kolom "editie", of tel ze op in één rij.
prog-list-more = Nog { $count }.
O-09 = De reden of titel is leeg, langer dan 2.000 bytes, niet één regel, of heeft een teken dat niet te zien is.
    .do = Geef die in een zin.
O-28 = In de reden of titel staat een telefoonnummer of een e-mailadres, en die wordt openbaar.
    .means = Wat openbaar is, kan nooit worden teruggenomen. Daarom komt er niets in waarmee iemand te bereiken is.
    .do = Haal het eruit; schrijf een rol of een dienst.
O-10 = { $name } kan niet de naam van een editie zijn.
    .do = Gebruik hoogstens 60 tekens, zonder komma's, puntkomma's en aanhalingstekens.
O-11 = De loting is vastgelegd zonder de sleutel van het programma; haar codes kunnen dan met die van andere worden vergeleken.
    .do = Leg haar vast met --key en het bestand sealed/key.txt van het programma; "geloot programme due" geeft de opdracht.
O-12 = Dit zijn de regels die al gelden.
    .do = Wijzig iets in het bestand, of laat --rules weg.
O-13 = Niemand in het programma heeft dit nummer{ $near ->
    [yes] , maar iemand heeft een nummer dat erop lijkt; een spreadsheet kan het hebben gewijzigd
   *[no] {""}
}.
    .do = Zoek het nummer op in uw eigen bestand. Wie in geen inschrijving staat is door niets uitgesloten.
O-14 = Er is niets te wissen: van geen rij is de bewaartermijn om, en de persoon heeft geen rij.
O-15 = { $letters } brieven, en { $people } mensen mogen er een krijgen.
    .do = Stuur er minder, of wijzig "again-after" in de regels, met een reden.
O-16 = { $people ->
    [one] { $people } persoon die blijft heeft geen rij in het bestand, dus de kenmerken zijn niet bekend.
   *[other] { $people } mensen die blijven hebben geen rij in het bestand, dus hun kenmerken zijn niet bekend.
}
    .do = Voeg hun rijen toe aan het bestand; of schrijf eerst in dat ze weg zijn: een gebeurtenis "left" met --events.
O-17 = { $file } is niet de lijst van het bestand die bij deze brieven hoort.
    .do = Geef de frame.csv die "geloot programme due" schreef toen deze brieven werden voorbereid.
O-18 = { $file } heeft geen kolom { $heading }.
    .do = De kolommen zijn: { $known }.
O-40 = Rijen van { $file } zijn zelden zo bedoeld, en een inschrijving verandert niet.
    .do = Verbeter de lijst. Klopt ze zo, geef dan --as-given.
O-19 = { $date } is voor { $last }, en die dag is al ingeschreven.
    .do = Geef de dag waarop u het inschrijft, niet voor de laatste.
O-32 = { $rows ->
    [one] { $rows } rij is gewist, en nog geen inschrijving zegt dat: het wissen is afgebroken.
   *[other] { $rows } rijen zijn gewist, en nog geen inschrijving zegt dat: het wissen is afgebroken.
}
    .do = Geef dezelfde opdracht "geloot programme erase" nog eens: die maakt het af. Daarna deze.
O-20 = Het reglement van de loting noemt een regel die niet van dit programma is.
    .do = Geef de map van het programma waarvoor is geloot.
O-45 = { $letters ->
    [yes] Het reglement van de loting zegt dat de brieven aan de mensen van { $charter } gaan, niet van { $given }.
   *[no] Het reglement van de loting zegt dat ze voor het orgaan { $charter } is, niet voor { $given }.
}
    .means = Dat lag vast vóór de trekking. Als iets anders ingeschreven konden mensen meedoen die zijn uitgesloten.
    .do = Laat { $letters ->
        [yes] --frame
       *[no] --body
    } weg: het reglement zegt het al.
O-46 = Het reglement van de loting zegt dat ze voor het orgaan { $charter } is, en ze wordt ingeschreven als brieven.
    .means = Dat lag vast vóór de trekking. Ingeschreven als brieven heeft niemand er een plaats door.
    .do = Laat --letters weg: het reglement zegt voor welk orgaan het is.
O-29 = Het reglement van de loting, van { $charter }, noemt de regel van inschrijving { $named }. Voor die dag kwamen er andere regels: inschrijving { $rules }.
    .means = Een oude regel zou kiezen welke regels mensen uitsluiten.
    .do = Vraag "geloot programme due" opnieuw, en leg de loting vast met de regel die daaruit komt.
O-30 = { $date } is voor { $charter }, de dag van het reglement van deze loting.
    .means = Wie is uitgesloten, volgt uit de dag van de inschrijving.
    .do = Geef met --date de dag van de trekking.
O-31 = { $beside ->
    [yes] { $people ->
        [one] { $people } persoon heeft, op nullen vooraan na, het nummer van iemand die is uitgesloten{ $rows ->
            [none] {""}
           *[other] : rij { $rows }
        }.
       *[other] { $people } mensen hebben, op nullen vooraan na, het nummer van iemand die is uitgesloten{ $rows ->
            [none] {""}
           *[other] : rijen { $rows }
        }.
    }
   *[no] { $people ->
        [one] { $people } persoon heeft een nummer dat lijkt op dat van iemand die is uitgesloten en die zelf ontbreekt{ $rows ->
            [none] {""}
           *[other] : rij { $rows }
        }.
       *[other] { $people } mensen hebben een nummer dat lijkt op dat van iemand die is uitgesloten en die zelf ontbreekt{ $rows ->
            [none] {""}
           *[other] : rijen { $rows }
        }.
    }
}
    .means = Met een ander nummer lijkt iemand nieuw, en geldt geen uitsluiting.
    .do = { $beside ->
        [yes] Rekenbladen laten nullen voor een getal weg: geef de kolom de vorm tekst, en haal de rij weg als het dezelfde persoon is. Is het echt iemand anders, geef die dan een ander nummer.
       *[no] Zet het nummer zoals het was. Is het echt iemand anders, zet dan ook de rij van wie is uitgesloten in het bestand.
    }
O-33 = { $barred ->
    [0] {""}
    [one] { $barred } persoon die meedeed aan deze loting is op die dag uitgesloten.
   *[other] { $barred } mensen die meededen aan deze loting zijn op die dag uitgesloten.
}{ $groundless ->
    [0] {""}
    [one] { $barred ->
        [0] {""}
       *[other] {" "}
    }{ $groundless } persoon deed niet mee aan deze loting op een grond van het programma die er niet is.
   *[other] { $barred ->
        [0] {""}
       *[other] {" "}
    }{ $groundless } mensen deden niet mee aan deze loting op een grond van het programma die er niet is.
}
    .means = Een inschrijving verandert niet: vanaf dan slaagt punt P9 niet meer, en dat noemt hen met hun code.
    .do = Is een andere dag of een ander orgaan bedoeld, geef dan de dag van de trekking en het orgaan waarvoor "due" is gevraagd. Weet nog niemand van deze loting, vraag dan "due" opnieuw en maak een andere loting met zijn lijsten. Blijft de loting staan, schrijf haar dan in met --as-drawn: ze is gebeurd, en wie het programma toetst ziet het.
O-21 = Een persoon kan niet twee anderen zijn, en geen deel van een kring: rijen { $rows }.
    .do = Zet elk nummer één keer, achter het nummer dat al bekend was.
O-22 = { $folder } is niet de map van een programma.
    .do = Maak er een met "geloot programme new".
O-23 = { $date } is geen dag.
    .do = Schrijf die als 2027-03-01.
O-24 = Er is niets gegeven om toe te voegen.
    .do = Geef --record, --answers, --served, --events, --links of --rules.
O-26 = Mensen die kandidaat blijven kunnen hier niet zoveel eigen plaatsen hebben: minstens { $least }, hooguit { $most }.
    .do = Zoveel als er te vullen zijn en als er zulke mensen zijn; zijn die er niet, of staat mix = true in de regels, laat --carried-seats dan weg.
O-27 = { $date } moet nog komen: volgens de klok van deze computer is het nergens op aarde later dan { $today }. Wat te vroeg wordt gewist, komt niet meer terug.
    .do = Geef de dag van vandaag. (Om te oefenen op een kopie: --day-to-come.)
O-25 = Dit is geen regel van een programma: { $line }
    .do = Hij begint met "geloot-ledger-1:" en daarna komen 64 tekens. Neem hem heel over.
O-39 = Dit zijn de brieven van een uitnodigingsloting.
    .do = Geef met --letters de frame.csv die "geloot programme due" ervoor schreef.
saved-entry = Inschrijving { $entry } staat in het programma. Geef dezelfde opdracht opnieuw: die maakt de rest af.

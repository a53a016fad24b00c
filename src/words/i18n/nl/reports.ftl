# Wat de opdrachten tonen, en hun weigeringen, per opdracht.

# Controle: zijn de quotums te halen?

can-be-met = De quotums zijn te halen: er is een panel gevonden dat ze allemaal haalt.
plain-can = Er zijn genoeg mensen voor de plaatsen, en er zijn geen quotums.
plain-cannot = Er zijn minder mensen dan plaatsen.
cannot-be-met = Deze mensen kunnen deze quotums niet halen.
head-share-seats = Deel van de plaatsen
head-average-panel = Gemiddeld
impossible = onmogelijk
overview = { $people }, { $seats }, { $features }{ $profiles ->
    [0] {""}
    [one] , { $profiles } profiel
   *[other] , { $profiles } verschillende profielen
}.
overview-average = Gemiddeld: de plaatsen van elke waarde in de eerlijkste loting, gemiddeld. Elk panel heeft er zoveel, naar beneden of naar boven afgerond, waar de mensen dat toelaten.

# Quotums die botsen

L-01 = Geen panel van deze mensen haalt deze quotums.
L-02 = Of er een panel is dat deze quotums haalt, was met het werk dat mag niet vast te stellen.
    .do = Maak een quotum dat moeilijk te halen is soepeler, en geef de opdracht opnieuw.
taken = { $people ->
    [one] { $people } persoon heeft
   *[other] { $people } personen hebben
} al een plaats, dus { $left ->
    [one] is er nog { $left } van de { $seats }
   *[other] zijn er nog { $left } van de { $seats }
} over. De quotums hieronder zijn die van het hele panel.
among-these = De quotums die niet te halen zijn, zitten hierbij:
clash-home-alone = De huishoudregel is niet te volgen, zelfs alleen:
clash-home-one = Dit quotum en de huishoudregel botsen zelfs met niets anders erbij:
clash-home-several = Deze quotums en de huishoudregel botsen zelfs met niets anders erbij; zonder een ervan zijn de andere te halen:
clash-one = Eén quotum is niet te halen, zelfs alleen:
clash-several = Deze quotums botsen zelfs met niets anders erbij; laat u er een weg, dan zijn de andere te halen:
only-integers = Met delen van mensen zou het kunnen, met hele mensen niet.
proved-whole = Dit is bewezen in hele getallen, en niet alleen gezegd door een rekenprogramma.
home-way = Ook de huishoudregel kan soepeler: met --per-household { $per } mogen er { $per } van één adres in het panel.
flex-forbids = De flexibele grenzen (min_flex, max_flex) laten geen oplossing toe. "geloot repair" toont wat zonder die grenzen helpt.
any-one = Elk van deze is genoeg; "geloot repair" toont er meer en schrijft de nieuwe quotums:
repairs-more = { $more ->
    [one] Minstens één andere kost evenveel als de laatste van deze: "geloot repair --repairs 20" toont die ook.
   *[other] Minstens { $more } andere kosten evenveel als de laatste van deze: "geloot repair --repairs 20" toont ze ook.
}
then-choice = Dan geldt: { $choice }.
but-choice = Let op: { $choice }.
nothing-helps = { $why ->
    [homes] Geen verandering van de quotums helpt: er zijn { $seats } te vullen, en van { $people } kunnen er door de huishoudregel maar { $most } een krijgen. Zoek meer deelnemers, loot minder plaatsen, of laat meer mensen van één adres meedoen.
    [people] Geen verandering van de quotums helpt: er zijn { $seats } te vullen, en er zijn { $people }. Zoek meer deelnemers, of loot minder plaatsen.
    [rule] Geen verandering van de quotums helpt: zoek meer deelnemers, loot minder plaatsen, of laat meer mensen van één adres meedoen.
   *[other] Geen verandering van de quotums helpt: zoek meer deelnemers, of loot minder plaatsen.
}

# Wat quotums voor mensen betekenen

holding = { $together ->
    [yes] Deze quotums houden die kans laag. Als er een met één plaats soepeler werd, of twee samen waar dat moet, dan werd zij:
   *[no] Deze quotums houden die kans laag. Als er een met één plaats soepeler werd, dan werd zij:
}
and-word = en
none-holds = Geen enkel quotum houdt die kans laag: één plaats soepeler maakt haar nergens groter.
smallest-chance = De kleinste kans is hoogstens { $smallest }, voor { $people }; gemiddeld is het { $mean }.
all-have = { $count ->
    [2] Allebei hebben ze { $common }.
   *[other] Alle { $count } hebben ze { $common }.
}
unsettled-profiles = Of { $count } andere profielen in een panel kunnen, is met het werk dat mag niet vastgesteld.
home-instead = de huishoudregel: --per-household { $new } in plaats van { $old }
L-05 = { $count ->
    [one] { $people } past met deze quotums in geen enkel panel, en heeft kans 0:
   *[other] { $people } passen met deze quotums in geen enkel panel, en hebben kans 0:
}
ids-because = nummer { $ids }, vanwege
because-others = de quotums samen: geen panel dat aan alle quotums voldoet, heeft deze mensen

# Oplossingen

L-04 = { $why ->
    [met] De quotums zijn te halen zoals ze zijn, dus er is geen oplossing om toe te passen.
    [flex] De flexibele grenzen laten geen oplossing toe. Voeg --beyond-flex toe om er een toe te passen die erbuiten gaat.
   *[number] Er is geen oplossing { $number }.
}
    .do = Geef de opdracht zonder --apply om te zien wat er is.
    .saved = Er is geen bestand geschreven.
nothing-to-repair = De quotums zijn te halen zoals ze zijn: er is niets op te lossen.
repair-saved = Opgeslagen: de quotums met oplossing { $number } in { $file }, en wat is veranderd in { $log }.
repair-log = geloot { $version }, oplossing { $number }, prijs { $cost }: { $changes }. { $seats }. SHA-256 van de quotums { $before ->
    [none] {""}
   *[other] ervoor { $before },
} erna { $after }, van de deelnemerspool { $pool }.
repair-log-seats = { $seats }, waarvan er { $left } over zijn naast { $people } die al een plaats hebben
raised-all = Er hebben al meer mensen een plaats dan deze maximums toelaten. Zij houden die, dus elke oplossing verhoogt ze:
raised-enough = Als deze hoger zijn, zijn de andere quotums te halen.
raised-not-enough = En ook als deze hoger zijn:
beyond-these = De flexibele grenzen (min_flex, max_flex) laten geen oplossing toe. Deze gaan erbuiten:
same-include = Alle quotums hier zijn die van het hele panel, bij dezelfde --include.
repair-cost = Oplossing { $number }, prijs { $cost }
panel-without = {" "}(dan kan er een panel zijn zonder iemand van hen)
smallest-then = { $gini ->
    [none] De kleinste kans is dan hoogstens { $chance }, voor { $people }.
   *[other] De kleinste kans is dan hoogstens { $chance }, voor { $people }; Gini { $gini }.
}
no-repair-found = Met het werk dat mag is geen oplossing gevonden.
repairs-all = Er zijn geen andere, en elk is zo klein als kan: met één stap minder is er geen panel. Bewezen.
repairs-cheapest = Het is bewezen dat deze de goedkoopste zijn, en elk is zo klein als kan: met één stap minder is er geen panel.
repairs-perhaps = Het werk dat mag is op: er kunnen goedkopere zijn, maar geen onder { $least }.
each-alone = Geen van deze is te halen, wat de andere quotums ook zijn:
repairs-how = Eén plaats meer bij een maximum kost 1; één plaats minder bij een minimum kost 1 + 2/minimum, het meest voor de
    .groups = kleinste groepen. Oplossingen die minder dan 1 schelen staan op volgorde van hoeveel mensen kunnen worden ingeloot.
    .chances = Kansen zijn op zijn best zo: de loting zelf toont ze precies.
    .write = De nieuwe quotums schrijven, met het nummer van een oplossing: geloot repair ... --apply NUMMER --out BESTAND


# Doelen vergelijken

lotteries-found = Lotingen gevonden
figures-leave-out = De cijfers hieronder laten hen weg.
compare-head = { $people }, { $seats } plaatsen: gemiddelde kans { $mean }. Kansen in { $tickets } loten, bij elk doel:
compare-tenths = Kans van de persoon in het midden van elk tiende deel, van de kleinste kans naar boven
compare-when = Wanneer kiest u welk doel
compare-next = Er is geen bestand geschreven. "geloot lottery --objective WOORD" maakt de loting die u kiest.
head-objective = Doel
head-smallest = Kleinste
head-largest = Grootste
head-ratio = Verhouding
head-gini = Gini
head-geometric = Meetkundig gemiddelde
head-below-half = Onder half gemiddelde
head-fairest = Eerlijkste
head-tenth = Tiende
fairest-no = nee
fairest-search = door zoeken
fairest-proved = bewezen
advice-leximin = de gewone keuze: wie het minst heeft kan niet meer krijgen, en daarna wie daarop volgt.
advice-maximin = dezelfde kleinste kans en de rest zo gelijk als kan: één getal om uit te leggen.
advice-nash = de velen tellen naast de weinigen: kleine kansen wegen het zwaarst, maar geen gaat voor alles.
advice-goldilocks = ook geen kans te groot: als mensen voordeel kunnen hebben van wat zij over zichzelf zeggen.

# Het verslag van een loting

fig-people = Personen
fig-profiles = Profielen (mensen die gelijk zijn)
fig-seats = Plaatsen
fig-objective = Doel
fig-status = Status
fig-tickets = Loten
fig-panels = Verschillende panels naar profiel
fig-smallest = Kleinste kans
fig-mean = Gemiddelde kans
fig-largest = Grootste kans
fig-gini = Gini
fig-geometric = Meetkundig gemiddelde
fig-measure = Maat: grootste / gemiddelde + gemiddelde / kleinste
fig-off = Naast de eerlijkste kansen
limit-everybody = Geen loting geeft iedereen meer dan
limit-others = Geen loting geeft alle anderen meer dan
limit-nash = Geen meetkundig gemiddelde is hoger met meer dan
limit-goldilocks = Geen loting heeft een maat onder
of-this-one = { $percent } van dit
limit-how = { $search ->
    [yes] { $what } (door zoeken langs panels)
   *[no] { $what } (bewezen)
}
nobody-off = niemand met meer dan { $tickets }
off-unproved = over losse personen is niets bewezen
or-tickets = { $one } of { $other }
chance-of = { $tickets } van { $of } = { $percent }, { $people }
status-no-ticket = niet aangetoond dat dit de eerlijkste is: iemand heeft geen lot
status-no-proof = niet aangetoond dat dit de eerlijkste is: er is geen precies bewijs gevonden
status-optimal = { $objective ->
    [levels] de eerlijkste die er is
    [nash] het grootste product van kansen dat er is
   *[goldilocks] de kleinste maat die er is
}
status-within = { $objective ->
    [levels] binnen { $gap } van de eerlijkste, in kans
    [nash] binnen { $gap } van het grootste product van kansen, in delen daarvan
   *[goldilocks] binnen { $gap } van de kleinste maat, in delen daarvan
}
status-stopped = gestopt toen het werk dat mag op was, { $within }
head-seats-average = Gemiddeld
head-chance-average = Kans
seats-note = Plaatsen: de minste en de meeste op een lot, en gemiddeld. Kans: gemiddeld, van wie deze waarde heeft. { $shape }
people-by-chance = Mensen naar hun kans
privacy-codes = { $unique ->
    [one] Het openbare deel toont { $people } onder een code; { $unique } van hen heeft een combinatie van kenmerken die niemand anders in de deelnemerspool heeft.
   *[other] Het openbare deel toont { $people } onder een code; { $unique } van hen hebben een combinatie van kenmerken die niemand anders in de deelnemerspool heeft.
}
    .who = Wie zo iemand kent kan de rij herkennen. Met --public-detail profiles worden alleen aantallen openbaar.
privacy-profiles = { $count ->
    [one] Het openbare deel toont alleen hoeveel mensen gelijk zijn; { $people } heeft een combinatie van kenmerken die niemand anders in de deelnemerspool heeft.
   *[other] Het openbare deel toont alleen hoeveel mensen gelijk zijn; { $people } hebben een combinatie van kenmerken die niemand anders in de deelnemerspool heeft.
}
lottery-saved = Opgeslagen: de loting in { $folder }. De map "sealed" daarin zegt wie achter de codes zit: houd die gesloten.
    .publish = Maak deze regel openbaar, en de map "public", voordat het startgetal bekend is:
then-wanted = Daarna: { $wanted }
no-source = Er is geen bron van het startgetal in een reglement gekozen. De loting werkt, maar niemand kan achteraf toetsen dat het startgetal niet is uitgezocht.
charter-reserves = { $count ->
    [one] Het reglement belooft { $count } reserve, voor als er mensen uitvallen: { $loss }. "geloot draw" loot die meteen mee.
   *[other] Het reglement belooft { $count } reserves, voor als er mensen uitvallen: { $loss }. "geloot draw" loot die meteen mee.
}

# Quotums uit de bevolking

method-floor-ceil = de precieze plaatsen naar beneden (minstens) en naar boven (hoogstens) afgerond
method-largest-remainder = de precieze plaatsen naar beneden afgerond, en één meer voor de grootste resten
method-sainte-lague = Sainte-Laguë, de ene plaats na de andere aan het grootste quotiënt
head-population = Bevolking
head-exact = Precieze plaatsen
seats-rounding = { $seats }. Afronding: { $method }.
quotas-saved = Opgeslagen: de quotums in { $file }.
quotas-not-saved = Er is niets opgeslagen; geef --out Q.csv om de quotums te bewaren.
choice-one = { $count ->
    [0] Keuze: elke waarde van { $feature } waarvan er mensen zijn heeft minstens één plaats; dat verandert hier niets.
    [one] Keuze: elke waarde van { $feature } waarvan er mensen zijn heeft minstens één plaats; dus { $raised } (*) heeft er een.
   *[other] Keuze: elke waarde van { $feature } waarvan er mensen zijn heeft minstens één plaats; dus { $raised } (*) hebben er een.
}
tie = { $seats ->
    [one] Gelijk: waarden van { $feature } hebben evenveel recht op de laatste plaats. De tekst { $label } zet ze op volgorde { $names }; de eerste krijgt een plaats.
   *[other] Gelijk: waarden van { $feature } hebben evenveel recht op de laatste { $seats } plaatsen. De tekst { $label } zet ze op volgorde { $names }; de eerste { $seats } krijgen een plaats.
}
population-from = Bevolking uit { $from }.
left-out-of = Weggelaten bij { $feature }, zoals gevraagd: { $values }.

# Vergelijken met de bevolking

head-interval = 95 %-interval
more-apart = verder uit elkaar dan toeval
far-outside = veel verder dan toeval
mirror-head = { $file }, { $people }.
mirror-no-plots = Hier is geen plaats voor grafieken; --html heeft ze.
mirror-legend = | is de bevolking, o de personen, --- het interval.
less-than = minder dan { $percent }
mirror-fit = { $feature } als geheel: een gewone loting uit de bevolking ligt minstens zo ver weg met een kans van { $chance }.
mirror-test = { $feature }: chi-kwadraat { $statistic } met { $degrees ->
    [one] { $degrees } vrijheidsgraad
   *[other] { $degrees } vrijheidsgraden
}{ $joined ->
    [yes] , kleine waarden samengenomen
   *[no] {""}
}.


# Voorspellingen

E-04 = Hoe zeker u wilt zijn ligt tussen 0 en 1, niet op 0 of 1 zelf.
    .do = Kies een getal zoals 0,95 of 99%. Niemand kan helemaal zeker zijn.
E-05 = Er is geen kans om mee te voorspellen.
    .do = Geef na --stay de kans dat iemand die is ingeloot komt, of na --response hoeveel mensen op een brief antwoorden.
E-06 = De tabel heeft meer dan { $most } mensen.
    .do = Geef de verdeling in kleinere getallen, en --drawn.
E-07 = In de tabel van kansen staat niemand.
    .do = Geef bij elke groep het aantal mensen.
forecast-drawn = { $reserves ->
    [0] { $people } ingeloot, { $chairs } stoelen.
   *[other] { $people } ingeloot en { $reserves } op de reservelijst, { $chairs } stoelen.
}
forecast-confirmed = Na de bevestiging: gemiddeld { $mean } plaatsen gevuld; zo veel als er stoelen zijn met een kans van { $chance }.
forecast-day = Op de dag zelf: gemiddeld komen er { $mean }, in negen van de tien gevallen tussen { $low } en { $high }.
    .filled = Alle stoelen zijn gevuld met een kans van { $chance }.
forecast-reserves = { $reserves ->
    [one] De { $reserves } reserve komt boven op wie wordt ingeloot, hier en in het advies hieronder.
   *[other] De { $reserves } reserves komen boven op wie wordt ingeloot, hier en in het advies hieronder.
} { $asked ->
    [yes] Zij worden alleen opgeroepen voor wie niet bevestigt.
   *[no] Zij veranderen hier niets: ze worden opgeroepen voor wie niet bevestigt, en zonder --confirm bevestigt iedereen.
}
head-sure = Om zo zeker te zijn
head-draw = loot
head-filled = kans dat alle stoelen gevuld zijn
more-than = meer dan { $count }
advice-draw = Advies: loot er { $people } voor { $chairs } stoelen om { $sure } zeker te zijn.
too-few-come = Er komen te weinig mensen: zelfs { $people } mensen vullen { $chairs } stoelen niet met een kans van { $sure }.
letters-bring = { $letters } brieven brengen gemiddeld { $mean } deelnemers, en { $volunteers } of meer met een kans van { $chance }.
advice-send = Advies: stuur { $letters } brieven om { $sure } zeker te zijn van { $volunteers } deelnemers. Bij strenge quotums zijn er meer nodig.
no-letters = Geen aantal brieven brengt bij deze kans { $volunteers } deelnemers.
over-percent = meer dan { $percent }
under-percent = minder dan { $percent }

# Reserves

D-13 = Het reglement noemt de reserves en de kansen waarvoor ze worden gekozen. Er is dus geen plaats voor andere.
    .do = Laat --attrition en --rates weg. Wilt u in een proefloting zien wat andere doen, geef dan ook --reserves.
D-14 = --attrition en --rates zeggen voor welke uitval reserves worden gekozen, en er zijn geen reserves gevraagd.
    .do = Voeg --reserves en hun aantal toe.
head-reserves = Reserves
head-all-filled = alle plaatsen gevuld
head-all-kept = en alle quotums gehaald
head-missing = te weinig of te veel
reserves-these = deze
reserves-alike = evenveel, elk als een lid
reserves-by-lot = evenveel, door het lot
reserves-none = geen
worth = { $people } op de reservelijst, gekozen voor als er mensen uitvallen: { $loss }.
    .futures = Van { $futures } verzonnen toekomsten, als reserves één voor één worden opgeroepen; en gemiddeld te weinig of te
    .many = veel mensen, waarde voor waarde:
of-everybody = { $percent } van iedereen
rate-of = { $percent } van { $value }

# Sleutels en briefjes

K-01 = { $file } is geen sleutel.
    .do = Een sleutelbestand heeft 64 cijfers 0 tot 9 en letters a tot f. Maak er een met "geloot key --out BESTAND".
K-02 = Het systeem van deze computer gaf geen toevalsgetallen.
    .do = Maak de sleutel op een andere computer. Er is geen bestand veranderd.
K-03 = Er zijn geen woorden om te verzegelen.
    .do = Geef ze na --words "...", of typ een regel. Er is geen bestand veranderd.
K-04 = Het systeem van deze computer gaf geen toevalsgetallen.
    .do = Verzegel de woorden op een andere computer. Er is geen bestand veranderd.
key-saved = Opgeslagen: een sleutel in { $file }. Die is geheim: wie hem heeft, met de lijst van mensen, weet welke code van wie is.
charter-saved = Opgeslagen: het reglement in { $file }.
hand-in = Lever deze regel in voordat de loting wordt vastgelegd. Hij zegt niets over uw woorden:
keep-secret = Houd deze regel tot dan geheim. Open hem bij de loting: geef deze regel, helemaal, aan wie loot:
slip-saved = Opgeslagen: de geheime regel in { $file }. Houd hem tot dan geheim. Open hem bij de loting: geef deze regel, helemaal, aan wie loot.

# De lijst van gebeurtenissen na een loting

named-reserve = reserve { $reserve }, code { $code }
named-code = code { $code }
count-of = { $name } ({ $count } van { $quota })
broken-most = { $name }: { $count }, hoogstens { $limit }
broken-least = { $name }: { $count }, minstens { $limit }
why-not-short = geen quotum komt tekort; niemand op de reservelijst past beter
why-short = is wat er tekort is: { $mends }
why-passes = ; gaat over { $passes } heen, en dat is minder erg dan een lege plaats
why-equals = ; de eerste op de lijst van { $count } die even goed passen
roster-head = { $had ->
    [0] Loting { $draw }: { $seats }, { $reserves } op de reservelijst; tot nu toe { $events ->
        [one] { $events } gebeurtenis
       *[other] { $events } gebeurtenissen
    }.
   *[other] Loting { $draw }: { $seats }, { $reserves } op de reservelijst; al een plaats: { $people }, samen { $whole }; tot nu toe { $events ->
        [one] { $events } gebeurtenis
       *[other] { $events } gebeurtenissen
    }.
}
head-status = Status
head-drawn = ingeloot
head-in-reserve = reserve
head-in-before = eerder
roster-confirmed = bevestigd
roster-asked = gevraagd, nog geen antwoord
roster-declined = afgemeld
roster-withdrew = gestopt
roster-no-show = weggebleven
roster-waiting = wacht
head-confirmed = Bevestigd
head-if-yes = Als ieder ja zegt
head-reserves-left = Reserves over
roster-called = Reserves opgeroepen: { $calls }, waarvan { $odd } buiten de beurt.
roster-closed = Een nalotting gaat verder op deze loting. Van deze lijst wordt dus niemand meer opgeroepen. Haar regel:
    .who = Wie daarna afvalt komt in een eigen lijst, bij de map van de nalotting:
    .knows = die kent iedereen die een plaats heeft.
cell-short = Er is geen reserve meer voor { $name }: { $filled } van { $min }.
cell-bare = Er is geen reserve meer voor { $name }; het aantal is { $min }, precies genoeg en geen over.
crowded = Er zijn { $people } voor { $seats }, als iedereen die is gevraagd ja zegt: spreek met een van hen af wie de plaats opgeeft, en schrijf dat op.
all-kept = Alle plaatsen zijn gevuld en alle quotums gehaald, als iedereen die is gevraagd ja zegt.
all-filled = Alle plaatsen zijn gevuld, als iedereen die is gevraagd ja zegt. Niet alle quotums zijn gehaald.
empty-seats = { $seats } leeg.
roster-uncalled = { $count ->
    [one] Eén reserve doet
   *[other] { $count } reserves doen
} niet mee zonder te zijn opgeroepen. Wie het dossier controleert, krijgt dat te lezen.
empty-call = { $seats } leeg. Roep op, één voor elke plaats en de volgende als iemand nee zegt:
coming-line = { $named }, nummer { $id }:
before-a-call = Voor een oproep die over een quotum heen gaat kunt u vragen of een nalotting alle quotums kan halen:
    .how = "geloot supplement" zegt dat, en hoe u reserves overslaat om een reden die iedereen kan lezen.
nobody-to-call = { $left ->
    [yes] Niemand om op te roepen voor { $seats }: elke reserve die er nog is maakt meer stuk dan een lege plaats. Een nalotting vult ze: "geloot supplement".
   *[no] Niemand om op te roepen voor { $seats }: er is geen reserve meer. Een nalotting vult ze: "geloot supplement".
}
head-panel = Panel

# De demonstratie

demo-head = Een loting voor 50 plaatsen onder 240 verzonnen deelnemers uit elf dorpen.
demo-frozen = Vastgelegd, met de regel om openbaar te maken:
demo-drawn = Daarna geloot met de woorden "{ $words }".
demo-checked = En getoetst, zoals iedereen dat kan:
demo-saved = Opgeslagen: alles in { $folder }.
demo-not-saved = Er is niets opgeslagen; geef --out MAP om de bestanden te bewaren en te bekijken.

# Wat voor een loting vaststaat

settled-excluded = Uitgesloten: { $people } ({ $grounds }). De uitsluitgronden worden openbaar, onder codes.
settled-not-found = { $count ->
    [one] { $count } nummer van de lijst van uitgeslotenen is van niemand in de deelnemerspool.
   *[other] { $count } nummers van de lijst van uitgeslotenen zijn van niemand in de deelnemerspool.
}
settled-confirmed = { $left ->
    [one] Hebben al een plaats: { $people }. Van { $seats } is er nog { $left } om voor te loten; de quotums zijn wat zij overlaten.
   *[other] Hebben al een plaats: { $people }. Van { $seats } zijn er nog { $left } om voor te loten; de quotums zijn wat zij overlaten.
}
settled-homes = Huishoudregel: hoogstens { $per } van één adres. { $homes ->
    [0] Zij raakt hier niemand.
    [one] Zij raakt { $homes } adres, van { $people }.
   *[other] Zij raakt { $homes } adressen, van { $people }.
}

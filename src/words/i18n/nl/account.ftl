# De verantwoording van de loting: één pagina voor iedereen.

account-title = Verantwoording van de loting
account-question = Vraag
account-mandate = Opdracht
account-exclusions = Wie niet mee kon doen
account-organiser = Organisator
account-no-charter = Bij deze loting is geen reglement vastgelegd.
account-short-charter = Het reglement dat bij deze loting is vastgelegd zegt niets over vraag en mandaat.
account-continues = Dit is een nalotting: zij gaat verder op de loting met de regel { $line }, en vult plaatsen die daar leeg waren.
account-asked = Mensen zijn gevraagd door de uitnodigingsloting met de regel { $line }. Wie in de deelnemerspool staat, antwoordde op een van de brieven daarvan.
account-streams = Anderen kwamen langs een weg die het reglement vooraf aankondigde: { $streams }.
account-letters-elsewhere = Hoeveel brieven er zijn verstuurd, staat in de verantwoording van die loting.
account-h-people = Mensen gevraagd, aangemeld, ingeloot
account-uncounted = De stemming { $name } is op { $date } vastgelegd in stuk { $act } en niet geteld. Vraag of er gestemd is.
account-invited = Mensen die zijn gevraagd (zegt de organisator; het staat niet in het dossier)
account-could-get = Mensen die een brief konden krijgen
account-got-letter = Mensen die met een brief zijn gevraagd
account-pool = Deelnemers in de pool
account-excluded = Uitgesloten voor de loting
account-before = Hadden al een plaats
account-seats = Plaatsen waarom is geloot
account-in-reserve = Ingeloot als reserve
account-grounds = Gronden van uitsluiting:
account-h-quotas = Hoe het panel eruit moet zien, en hoe het eruitziet
account-quotas = Een quotum zegt hoeveel mensen met een waarde er minstens moeten zijn en hoogstens mogen zijn. Elk lot van de loting is een heel panel dat alle quotums haalt.
account-head-quota = Quotum
account-head-population = Bevolking
account-head-pool = Pool
account-head-panel = Panel
account-head-now = Nu
account-range = quotum, van minstens tot hoogstens
account-plot-feature = Staven van de aandelen van { $feature }; dezelfde cijfers staan in de tabel.
account-sources = Cijfers van de bevolking:
account-h-chances = Kansen
account-tickets = De loting heeft { $tickets } loten. Elk lot is een panel van { $seats }, en één lot wordt getrokken. De loten zijn zo gemaakt dat de kansen zo eerlijk zijn als de quotums toelaten{ $objective ->
    [leximin] : de kleinste kans is zo groot mogelijk, dan de op één na kleinste, enzovoort
    [maximin] : de kleinste kans is zo groot mogelijk
   *[other] {""}
}.
account-chances = De kleinste kans is { $low }, voor { $low_people }; de grootste is { $high }, voor { $high_people }. Gemiddeld is het { $mean }. De kansen verschillen omdat mensen met waarden die weinig anderen hebben in meer panels nodig zijn.
account-chances-equal = Iedereen heeft dezelfde kans: { $chance }, dat zijn { $low }{ $differ ->
    [yes] {" "}of { $high }
   *[no] {""}
} loten.
account-no-chance = { $count ->
    [one] { $count } persoon heeft geen kans: met deze quotums is er in geen panel plaats voor die persoon.
   *[other] { $count } personen hebben geen kans: met deze quotums is er in geen panel plaats voor hen.
}
account-plot-chances = Staven van hoeveel mensen welke kans hebben; dezelfde cijfers staan in de tabel.
account-head-chance = Kans
account-head-tickets = Loten
account-head-people = Mensen
account-h-draw = De loting
account-line = Voordat iemand het startgetal kon weten moest deze regel openbaar zijn. De regel legt pool, quotums, loten en reglement vast: bij een andere pool of andere loten hoort een andere regel.
account-published = Volgens het reglement moest dat op { $moment }. Of het is gebeurd weet alleen wie de regel toen zag.
account-source = Het reglement zegt waar het toeval vandaan komt: { $source ->
    [text] woorden die iedereen kan horen
    [lotto] openbare getallen
    [dice] dobbelstenen
    [ticket] een lot dat met de hand wordt getrokken
    [drand] een ronde van het openbare baken drand
   *[contributions] woorden die meer mensen vooraf verzegelden
}.
account-source-said = Het reglement zegt waar het toeval vandaan komt: { $source }
account-not-made = Dit duurt even en is voor deze pagina overgeslagen; "geloot verify" doet het.
account-no-source = Geen reglement zegt waar het toeval vandaan komt. Niemand kan dus zien dat het startgetal niet is uitgezocht.
account-draw = Trekking { $draw }
account-because = De loting ervoor is ongeldig verklaard, om deze reden: { $reason }
account-annulled = Deze loting is ongeldig verklaard en beslist niets.
account-dice = { $thrown }, met { $sides } kanten
account-evidence = Waar het toeval vandaan kwam: { $evidence } ({ $source ->
    [text] woorden die iedereen kon horen
    [lotto] openbare getallen
    [dice] dobbelstenen
    [ticket] een lot dat met de hand is getrokken
    [drand] het openbare baken drand
   *[contributions] woorden die meer mensen vooraf hadden verzegeld
}).
account-declared = Dat is de bron die het reglement vooraf noemde.
account-overridden = Dat is niet de bron die het reglement noemde. De reden: { $reason }
account-seed = Met de regel hierboven geeft dat het startgetal { $seed }.
account-ticket = Het startgetal geeft lot { $ticket } van { $tickets } (genummerd van 0 tot en met { $last }): wie daarop staat is het panel.
account-nothing-drawn = Er is nog niets geloot.
account-trials = { $count ->
    [one] Er is één proefloting gedaan om te oefenen. Zij beslist niets, en staat in het dossier.
   *[other] Er zijn { $count } proeflotingen gedaan om te oefenen. Zij beslissen niets, en staan in het dossier.
}
account-h-after = De reservelijst, en wat er na de loting gebeurde
account-reserves = { $count ->
    [0] Er zijn geen reserves geloot.
    [one] In dezelfde handeling is { $count } reserve geloot. Wie aan de beurt is volgt uit de loting en uit wie afvalt: niemand kiest dat.
   *[other] In dezelfde handeling zijn { $count } reserves geloot. Wie aan de beurt is volgt uit de loting en uit wie afvalt: niemand kiest dat.
}
account-no-after = Wat er na de loting gebeurde is niet openbaar gemaakt.
account-after = { $events ->
    [one] { $events } gebeurtenis is openbaar
   *[other] { $events } gebeurtenissen zijn openbaar
}{ $day ->
    [none] {""}
   *[other] , tot en met { $day }
}, als lijst { $list } van het dossier, met de vingerafdruk { $digest }.
account-calls = { $calls ->
    [0] Er is geen reserve opgeroepen.
    [one] Er is één reserve opgeroepen, { $odd ->
        [0] die aan de beurt was.
       *[other] buiten de beurt.
    }
   *[other] Er zijn { $calls } reserves opgeroepen, { $odd ->
        [0] allemaal op hun beurt.
       *[other] waarvan { $odd } buiten de beurt.
    }
}
account-odd = Buiten de beurt op { $date }: { $reason }
account-corrected = Verbeterd op { $date }: { $reason }
account-supplement = Voor plaatsen die geen reserve kon vullen is een nalotting gemaakt. Haar regel: { $line }
account-h-check = Hoe u dit toetst
account-check = Alles op deze pagina, behalve de cijfers van de bevolking en het aantal mensen dat is gevraagd, volgt uit het openbare deel van het dossier. Wie die map heeft kan het toetsen met het programma geloot, of met verify.py, een tweede programma van enkele bladzijden, zonder iemand te vertrouwen:
account-claims = Toen deze pagina werd gemaakt { $passed ->
    [one] klopte { $passed } punt
   *[other] klopten { $passed } punten
} en { $left ->
    [0] bleef er geen ongetoetst.
    [one] was { $left } punt niet te toetsen met alleen het openbare deel.
   *[other] waren { $left } punten niet te toetsen met alleen het openbare deel.
}
account-head-claim = Nr.
account-head-says = Punt
account-head-outcome = Uitkomst
account-footer = Gemaakt uit het openbare deel van het dossier, waarin geen namen staan. Het dossier is gemaakt door
official-h = Proces-verbaal van de loting
official-what = Bij de loting met de hand in te vullen, en te bewaren bij het dossier.
official-place = Plaats
official-day = Datum
official-start = Begonnen om
official-end = Beëindigd om
official-line = Waar en wanneer de regel openbaar is gemaakt
official-present = Aanwezig
official-name = Naam
official-role = Als
official-objections = Bezwaren
official-incidents = Voorvallen
official-signed = Ondertekend
official-chair = Voorzitter
official-notary = Notaris of griffier
official-witness = Getuige
Y-70 = { $file } is er al.
    .do = Geef --replace om het opnieuw te schrijven, of geef een andere naam.
Y-71 = Dit is een uitnodigingsloting: het dossier zegt zelf hoeveel mensen zijn gevraagd, en van wie.
    .do = Laat --invited, --letters en --population weg.
Y-145 = { $file } is niet de pagina van dit programma, of er zit al een dossier in.
    .do = Geef "geloot.html" zoals die is gepubliceerd, of zoals "scripts/page" die bouwt.
Y-147 = Voor deze loting meldden zich { $people } mensen aan, meer dan de { $invited } die zouden zijn gevraagd.
    .do = Geef hoeveel mensen er in totaal zijn gevraagd, met een brief en anders; of laat --invited weg.
Y-80 = Het reglement van deze loting noemt de uitnodigingsloting in die map niet.
    .do = Geef de map waarvan de regel in het reglement staat, onder [invited].
Y-81 = Het dossier van de brieven zegt al hoeveel mensen zijn gevraagd.
    .do = Laat --invited weg.
account-saved = Opgeslagen: de verantwoording in { $file }. Zij heeft niets van elders nodig: open haar in een browser om te lezen of af te drukken, of zet haar op een website.
account-checker-saved = Opgeslagen: de pagina van dit programma met het dossier erin, in { $file }. Zet haar op uw website zoals zij is: wie haar opent kan daar alles nakijken, zonder internet, met de regel die bekend is gemaakt.
account-no-figures = Ter informatie. Van { $features } zijn er geen cijfers gegeven: op de pagina staat er geen bevolking naast. Heet het kenmerk in een tabel anders, geef dan --name OUD=NIEUW; of geef zijn tabel met nog een --population.
account-no-population = Ter informatie. Van { $features } hebben de cijfers niet de waarden van de quotums: op de pagina staat er geen bevolking naast. De waarden moeten in beide hetzelfde heten.
account-letters-title = Verantwoording van de uitnodigingsloting
account-register-rows = Rijen van de registers
account-register-twice = Rijen van mensen met een nieuwere rij
account-frame = Mensen die geloot konden worden
account-first-letters = Gelote brieven
account-letters-reserve = Daarna op de lijst, als reserve
account-h-register = Het register en de brieven
account-h-letters = Wie een brief kon krijgen, en met welke kans
account-letters = Een brief ging naar mensen die uit het register zijn geloot. Ieders kans is een breuk zonder afronding, en niemand die geloot kon worden had geen kans.
account-homes = { $homes ->
    [one-letter] Naar één adres gaat hoogstens één brief, en binnen een stratum is ieders kans gelijk, hoe groot het huishouden ook is.
    [one-letter-weights] Naar één adres gaat hoogstens één brief, en binnen een stratum heeft wie hetzelfde gewicht heeft dezelfde kans, hoe groot het huishouden ook is.
    [address-first] Eerst zijn adressen geloot en dan één bewoner van elk: wie met meer mensen woont heeft minder kans.
   *[any] Huizen tellen niet: meer mensen op één adres kunnen een brief krijgen.
}
account-age = Wie op { $date } zeker { $age } jaar of ouder is, kon worden geloot.
account-areas = { $areas ->
    [one] Eén gebied is
   *[other] { $areas } gebieden zijn
} eerst geloot, naar { $weighted ->
    [yes] wat de gewichten van hun mensen samen zijn
   *[no] het aantal mensen
}; { $reserves } vallen in.
account-weights = Mensen hebben gewichten, die met het register zijn vastgelegd: binnen een stratum heeft wie gewicht 2 heeft twee keer de kans van iemand met gewicht 1. De tabel geeft de kans bij gewicht 1, en het grootste gewicht met de kans daarbij.
account-prepared = Het register is een lijst van { $people } mensen die een recept maakte van { $sources ->
    [one] één bestand
   *[other] { $sources } bestanden
}; weggelaten rijen: { $out }. Wie bestanden en recept heeft kan haar opnieuw maken en de controlegetallen in prepared.json vergelijken.
account-share-people = aandeel van de mensen
account-share-letters = aandeel van de brieven
account-plot-letters = Balken met het aandeel van mensen en van brieven in elk stratum; dezelfde getallen staan in de tabel.
account-letters-line = Voordat iemand het startgetal kon weten, moest deze regel openbaar zijn. Hij legt register, strata, brieven en reglement vast: met één persoon meer of een ander aantal brieven was de regel een andere.
account-h-own-lot = Uw eigen lot
account-own-lot = Wie de organisator erom vraagt krijgt de eigen 32 tekens. Zet die achter de sleutel van de loting in deze regel, op welke computer ook, en vergelijk met het laatste lot van het stratum in de tabel hierboven:
account-h-waves = Verstuurde brieven
account-no-waves = Er is nog geen golf van brieven openbaar gemaakt.
account-ask = Het antwoord zegt: de plaats op de lijst, of daar een brief naartoe ging, en de rijen van één deel van het register in tekens die niemand noemen. Samen hebben die rijen de vingerafdruk die voor de loting openbaar was: zo kan iedereen zien dat hij of zij bij de mensen hoorde die geloot konden worden. Wie het register mag inzien, zoals een griffier of notaris, kan elke plaats nagaan.
account-beyond = { $count ->
    [one] In één stratum
   *[other] In { $count } strata
} ging een latere golf verder dan dit laatste lot. Wie erboven zit kan ook een brief hebben gekregen: de organisator zegt welke plaats het is, en de tabel zegt tot en met welke plaats er brieven zijn verstuurd.
account-written = Aangeschreven tot en met plaats
account-wave = Golf
account-wave-day = Dag
account-wave-places = Plaatsen
account-wave-reason = Reden
account-places = { $from } tot en met { $to }
pictures-compare = Wat elk doel oplevert
pictures-compare-alt = De kans in elk tiende deel van de mensen met { $objective }
pictures-tenth = Tiende deel { $tenth }
pictures-mirror = Mensen naast de bevolking
pictures-mirror-legend = Van elke waarde bovenaan het aandeel van de bevolking, en daaronder het aandeel van deze mensen met het 95 %-interval ervan.
html-saved = Opgeslagen: de grafieken in { $file }. Zij hebben niets van elders nodig: open de pagina in een browser om te lezen of af te drukken.

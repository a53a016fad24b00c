# Wat de handelingen van een burgerberaad tonen: lotingen, lijsten van gebeurtenissen, nalottingen, uitleg aan één persoon.

# Wat een loting toont

interrupted = { $trial ->
    [yes] Ter informatie. Een eerdere proefloting is onderbroken voordat de lijsten waren geschreven. Ze zijn er nu.
   *[no] Ter informatie. Een eerdere loting is onderbroken voordat de lijsten waren geschreven. Ze zijn er nu.
}
made-before = { $kind ->
    [trial] Ter informatie. Deze proefloting is al gedaan, met dezelfde opdracht. Zij is heel; er is nu niets geloot. Geef voor een andere proefloting andere woorden.
    [first] Ter informatie. Deze loting is al gedaan, met dezelfde opdracht. Zij is heel; er is nu niets geloot. Moet zij ongeldig worden verklaard, zeg dan waarom: --redraw-because "REDEN".
   *[later] Ter informatie. Deze loting is al gedaan, met dezelfde opdracht. Zij is heel; er is nu niets geloot. Moet ook deze loting ongeldig worden verklaard, zeg dan waarom, in andere woorden dan deze.
}
annulled-acts = Kijk dit na. { $count ->
    [one] { $count } stuk van het beraad hoort
   *[other] { $count } stukken van het beraad horen
} bij de loting die nu ongeldig is verklaard: lijsten van wie mag stemmen, tellingen, groepen. Wat daarop rust telt niet voor de mensen van deze loting; "geloot verify" zegt welke.
annulled-supplement = Kijk dit na. De nalotting { $line } gaat verder op een loting die nu ongeldig is verklaard: wie zij inlootte heeft volgens dit dossier geen plaats meer, en de punten V24 en V25 zullen dat zeggen. Is er nog een nodig, maak dan hier een andere met --replace-because.
trial-void = PROEFLOTING { $draw }: ONGELDIG. Deze beslist niets.
draw-again = Loting { $draw }. De loting ervoor is ongeldig verklaard: { $reason }
seated-on-top = Al vóór deze loting een plaats: { $people }. Samen telt het panel { $whole } leden.
ticket-of = Lot { $ticket } van { $tickets } (genummerd vanaf 0).
source-declared = Het startgetal komt uit de bron die in het reglement staat.
source-undeclared = Er is vooraf geen bron van het startgetal gekozen: niemand kan toetsen dat het niet is uitgezocht.
source-overridden = Het startgetal komt NIET uit de bron die in het reglement staat. De reden staat in het dossier.
list-changed = Kijk dit na. { $file } is niet zoals het geschreven is: iemand heeft het veranderd, dus het blijft zoals het is. Wilt u het in de vorm die u vraagt, geef het dan een andere naam en geef dezelfde opdracht nog eens.
excel-numbers = Met een dubbelklik haalt Excel nullen vooraan weg (0007 wordt 7) en kan het 12.5 als een datum lezen. In de lijst van "geloot people { $dir } --out lijst.xlsx" blijft alles zoals het is.
draw-saved = { $there ->
    [yes] Alles is er al, en er is niets geschreven:
    [form] Alles is er al, en de lijsten van mensen zijn opnieuw geschreven in de vorm die u vraagt:
   *[no] Opgeslagen:
} panel.csv, { $reserves ->
    [yes] reserves.csv, remaining.csv
   *[no] remaining.csv
} en draw.json in { $lists }; het openbare proces-verbaal in { $public }.
select-saved = Opgeslagen: panel.csv, { $reserves ->
    [yes] reserves.csv, remaining.csv
   *[no] remaining.csv
}, draw.json en het dossier van de loting in { $folder }.

# Wat aan één persoon wordt uitgelegd

E-11 = Er staat niet over wie dit gaat.
    .do = Geef een van deze: --code CODE; --id NUMMER, als het gesloten deel hier is; --receipt BESTAND, als het openbare deel alleen aantallen toont.
tickets-that-seat = Loten waarop deze persoon een plaats heeft:
receipt-saved = Opgeslagen: het ontvangstbewijs in { $file }. Geef het alleen aan deze persoon.
told-code = Code
told-place = Positie
told-tickets = Loten
told-part = Deel
place-in-profile = { $place } van { $people } in profiel { $profile }
tickets-held = { $held } van { $of }
left-out = uitgesloten: { $ground }
seated-before = had al een plaats
told-pool = De loting is vastgelegd met deze gegevens over u: { $row }. { $others ->
    [0] Niemand anders in de deelnemerspool heeft dezelfde antwoorden.
    [one] Eén ander in de deelnemerspool heeft dezelfde antwoorden, en dezelfde kans op hoogstens één lot na.
   *[other] { $others } anderen in de deelnemerspool hebben dezelfde antwoorden, en dezelfde kans op hoogstens één lot na.
} De loting heeft { $tickets } loten. Elk lot is een heel panel van { $seats } mensen dat alle quotums haalt. U staat op { $held } daarvan: een kans van { $chance }.
no-panel-with-you = Met deze quotums is er geen panel mogelijk met u erin.
anybody-can-check = Iedereen kan dit toetsen met het openbare deel van het dossier.

# Weigeringen van een toets

B-05 = { $line } is geen openbare regel.
    .do = De regel is geloot-commitment-1: met 64 cijfers 0 tot 9 en letters a tot f, allemaal. Kopieer haar van waar zij openbaar is gemaakt.
B-06 = Deze loting gaat niet verder op een andere. Met --continues is er dus niets te toetsen.
    .do = Laat --continues weg, of geef eerst de map van de nalotting.
B-09 = De lijst van deelnemers van deze loting is niet met een recept gemaakt. Met --recipe is er dus niets te toetsen.
    .do = Laat --recipe weg.
B-08 = Geen groep van dit dossier is door een andere loting getrokken. Met --group is er dus niets te toetsen.
    .do = Laat --group weg, of geef eerst het dossier waarvoor die loting een groep trok.

# Briefjes die zijn geopend

D-21 = Het reglement van deze loting noemt geen verzegelde woorden.
    .do = Laat --slips weg.
D-22 = Iedereen opende de woorden. De tweede bron beslist dus niets.
    .do = Geef alleen --slips.
D-23 = { $roles } opende de woorden niet: geen regel van { $file } hoort erbij.
    .ask = Vraag erom. Dat kan tot { $until }.
    .do = Gebeurt het niet, dan beslist de tweede bron van het reglement; geef die naast --slips. { $wanted }
D-24 = { $roles } kan de woorden openen tot { $until }, en de klok van deze computer staat op { $now }.
    .do = Wacht tot dan, of vraag erom.
D-25 = Hieruit is geen startgetal te maken.
    .do = Geef wat ieder opende, en de tweede bron.
D-26 = { $file } heeft regels die niet zijn wat is verzegeld.
    .do = Vraag om de regel die "geloot slip" toonde of opsloeg, en kopieer die helemaal.
slips-not-opened = Kijk dit na. { $roles } opende de verzegelde woorden niet, en het dossier zegt dat. De tweede bron beslist.
no-slip = Regel { $line } is geen briefje: 32 cijfers 0 tot 9 en letters a tot f, een spatie, en de woorden.
other-slip = Regel { $line } opent { $words }, en niemand die het reglement noemt heeft dat met deze cijfers verzegeld: er is iets aan veranderd.

# Lotingen, lijsten van gebeurtenissen en nalottingen

lottery-again = Ter informatie. Deze loting is al gemaakt, met dezelfde bestanden. Zij is heel; er is nu niets gemaakt.
roster-published = Openbaar gemaakt als public/rosters/{ $number }. De regel ervan, om te bewaren of naast de lijst te drukken:
roster-nothing-new = Niets nieuws om openbaar te maken: public/rosters/{ $number } heeft deze gebeurtenissen.
saved-file = Opgeslagen: { $file }.
unanswered = { $count ->
    [one] Ter informatie. { $count } persoon heeft nog niet geantwoord. Om die plaats wordt niet opnieuw geloot.
   *[other] Ter informatie. { $count } personen hebben nog niet geantwoord. Om die plaatsen wordt niet opnieuw geloot.
}
supplement-copy = Kijk dit na. Deze nalotting is al gemaakt: haar regel { $line } staat in het dossier. Dit is een kopie, voor als de eerste verloren is. Heeft iemand uit de eerste geloot, dan telt die loting en geen andere.
supplement-again = Ter informatie. Deze nalotting is al gemaakt, met dezelfde bestanden. Zij is heel; er is nu niets gemaakt.
supplement-for = Een nalotting voor { $seats }, na loting { $draw } van { $folder }: { $within } in het panel houden hun plaats, { $out } die zijn afgevallen loten niet meer mee.
supplement-looser = De quotums zijn soepeler dan die ervoor; het dossier zegt dat, en "geloot verify" toont het:
supplement-next = De gebeurtenissen zijn openbaar in public/rosters/{ $list } van de vorige loting, en public/continued/{ $number } daar noemt deze nalotting.
    .who = Wie vanaf nu afvalt, ook uit het eerdere panel, komt in een nieuwe lijst van gebeurtenissen, voor
    .check = Beide lotingen samen toetst u met
row-in-words = { $name }: { $quota } van { $seats } plaatsen, { $people } in de deelnemerspool
home-taken = de huishoudregel: iemand van hetzelfde adres heeft al een plaats
home-room = de huishoudregel: { $room } van de { $people } op één adres

# Een map van een loting

B-01 = { $folder } is geen map van een loting.
    .have = In zo'n map staat een map "public", met daarin het bestand manifest.txt. "geloot lottery" maakt haar, en voor brieven "geloot invite frame".
    .do = Geef die map op. Er is geen bestand veranderd.
B-07 = "public" in { $folder } is een verwijzing naar een andere plek, en die heeft een dossier niet.
    .do = Waar zij heen leidt kan veranderen zonder dat het dossier het weet. Zet de map zelf daar.

# Hoe ver een opdracht is

stage-deciding = Een panel zoeken, of een bewijs dat er geen is
stage-levels = Eerlijkste kansen, trede voor trede
stage-panels = Panels zoeken
stage-weights = Panels wegen
stage-tickets = De loten verdelen

# Quotums die over zijn voor een nalotting

T-23 = De mensen die over zijn kunnen de quotums die over zijn niet halen.
left-beyond = Er zitten meer mensen in het panel dan deze maximums toelaten; zij houden hun plaats:
left-flex = De flexibele grenzen (min_flex, max_flex) laten geen oplossing toe. Geef dezelfde opdracht met --beyond-flex om te zien wat zonder die grenzen helpt; of met quotums die u zelf soepeler maakte: --quotas BESTAND.
left-new = Een nalotting vult alle plaatsen. Maak voor minder plaatsen, of met meer deelnemers, een nieuwe loting: "geloot lottery" met wie in het panel zit onder --include en wie is afgevallen onder --exclude.
left-raised = Als deze hoger zijn, zijn de andere te halen. Geef dezelfde opdracht met --repair 1; of met quotums die u zelf soepeler maakte: --quotas BESTAND.
left-recorded = Beide komen in het dossier, en "geloot verify" zegt het aan iedereen.
left-any = { $besides ->
    [yes] Daarnaast is elk van deze genoeg, in quotums van het hele panel:
   *[no] Elk van deze is genoeg, in quotums van het hele panel:
}
left-may-go-beyond = Deze kunnen buiten de flexibele grenzen (min_flex, max_flex) gaan.
left-repair = Geef dezelfde opdracht met --repair 1, of een ander nummer; of met quotums die u zelf soepeler maakte: --quotas BESTAND.
file-new-events = NIEUWE-GEBEURTENISSEN.csv
folder-another = ANDERE-MAP

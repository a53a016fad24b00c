# De punten van het dossier, waarom een punt niet is getoetst, en wat er fout was.

# Wat elk punt zegt

V1 = De lijst van vastgelegde bestanden is die van de vastlegging
V2 = De vastlegging is die welke voor de loting openbaar is gemaakt
V3 = Elk vastgelegd bestand is er en is niet veranderd
V4 = Er zit niets in het dossier dat er niet hoort
V5 = Het dossier volgt regels die dit programma kent, en is volledig
V6 = Quotums, profielen en deelnemerspool kloppen en passen bij elkaar
V7 = De loten zijn zonder gaten genummerd, en elk lot is een panel van mensen die bestaan
V8 = Het panel van elk lot vult de plaatsen en haalt elk quotum
V9 = De openbare kansen zijn die welke de loten geven
V10 = Geen loting met deze quotums is eerlijker dan is gezegd
V11 = Elke loting en proefloting is vastgelegd, heel en op volgorde
V12 = Het startgetal komt uit de bron die vooraf is gekozen
V13 = Het bewijs is echt, voor zover dat te zien is
V14 = Het startgetal volgt uit de vastlegging en het bewijs
V15 = Het winnende lot volgt uit het startgetal of is met de hand getrokken
V16 = Het panel is dat van het winnende lot, persoon voor persoon
V17 = Het gesloten deel hoort bij het openbare deel, persoon voor persoon
V18 = De lijsten van de organisator volgen uit het dossier: iedereen zit in het panel of blijft over
V19 = Wie is uitgesloten of al een plaats heeft loot niet mee, en de rest is wat zij overlaten
V20 = Elke tafelindeling volgt uit haar gegevens en haar startgetal, plaats voor plaats
V21 = Elke tafelindeling houdt zich aan al haar regels
V22 = De cijfers van elke tafelindeling zijn die van haar plaatsen
V23 = De reserves volgen uit het startgetal, het panel en de kansen in het dossier
V24 = Na de loting is elke reserve op de beurt opgeroepen, of om een reden die erbij staat
V25 = De nalotting gaat verder waar het dossier ervoor ophield
V26 = Opnieuw gemaakt uit wat is vastgelegd, is de loting gelijk, teken voor teken
V27 = De lijst van deelnemers is die welke uit haar bronnen is gemaakt
pass = KLOPT
fail = KLOPT NIET
not-checked = NIET GETOETST
checked-tickets = { $count ->
    [one] { $count } lot
   *[other] { $count } loten
}
checked-files = { $count ->
    [one] { $count } bestand
   *[other] { $count } bestanden
}
checked-records = { $count ->
    [one] { $count } proces-verbaal
   *[other] { $count } processen-verbaal
}
checked-seat-plans = { $count ->
    [one] { $count } tafelindeling
   *[other] { $count } tafelindelingen
}
checked-checks = { $count ->
    [one] { $count } controle
   *[other] { $count } controles
}
wrong-first = { $count } fout. { $first }
public-alone = Alleen de map "public" is nagekeken. Tafelindelingen staan ernaast, in "sessions": geef de map waar allebei in staan om ook die na te kijken.
summary = { $passed ->
    [one] { $passed } punt klopt
   *[other] { $passed } punten kloppen
}, { $failed ->
    [one] { $failed } klopt niet
   *[other] { $failed } kloppen niet
}, { $left } niet te toetsen.
cannot-show = Geen dossier kan laten zien:
    .commitment = dat de vastlegging openbaar was voordat het startgetal bekend was: alleen wie haar toen zag kan dat zeggen;
    .invited = dat de lijst van mensen die konden worden uitgenodigd volledig was;
    .answers = dat waar is wat mensen over zichzelf hebben opgegeven;
    .grounds = dat wie is uitgesloten, of al een plaats had, dat was om de reden die er staat;
    .pressed = dat niemand onder druk is gezet om mee te doen, weg te blijven of te stoppen;
    .heard = dat woorden of getallen voor het startgetal die zijn welke mensen zagen of hoorden, tenzij een baken ze heeft ondertekend;
    .other = dat er geen andere loting met dezelfde mensen was, of een eerdere of latere loting waarvan het proces-verbaal is weggelaten.
cannot-show-acts = En van wat er is besloten:
    .hands = dat handen en briefjes goed zijn geteld;
    .present = dat de aanwezigen de mensen van de stemlijst waren;
    .wording = dat de tekst van de opties is begrepen;
    .pressed = dat bij de stemming niemand onder druk is gezet;

# Waarom een punt niet is getoetst

why-rests-on = Het rust op punt { $claim }, en dat klopt niet of is niet getoetst.
why-no-line = Geef de openbare regel na --commitment om dit te toetsen.
why-no-draw = Er is nog niets geloot.
why-undeclared = Er is vooraf geen bron van het startgetal gekozen. Niemand kan dus toetsen dat het startgetal niet is uitgezocht.
why-not-prepared = De lijst van deelnemers is niet met een recept gemaakt.
why-no-sealed = Het gesloten deel is hier niet. Wie het bewaart kan dit toetsen.
why-no-lists = De lijsten van de organisator zijn hier niet.
why-not-searched = Het bewijs leunt op een zoektocht langs panels, en die is hier niet tot het einde overgedaan. "geloot verify --re-solve" zoekt zo lang als nodig is.
why-no-record-before = Geef de map van de vorige loting na --continues om dit te toetsen.
why-no-codes = Een van deze twee dossiers toont profielen en geen codes. Alleen met de gesloten delen van beide is te zien wie wie is.
why-not-made = De loting is hier niet opnieuw gemaakt. Er is dus niet gekeken of zij is uitgezocht onder lotingen die even eerlijk zijn. "geloot verify" zonder --no-re-solve maakt haar opnieuw.
why-other-search = Het is gemaakt met zoekregels { $made }, en dit programma heeft zoekregels { $here }. Die kunnen uit dezelfde gegevens iets anders maken. Alleen een programma met zoekregels { $made } kan het opnieuw maken. Waar geen zoeken bij nodig is, wordt gewoon getoetst.
why-no-rosters = Er is na de loting geen lijst van gebeurtenissen openbaar gemaakt.
why-no-reserves = Er zijn geen reserves geloot.
why-no-seat-plan = Er is geen tafelindeling die te lezen is.
why-nothing-before = Niemand was vooraf uitgesloten of had al een plaats, en er is geen huishoudregel.

# Wat er het eerst fout was

bad-shape = het heeft niet de juiste kolommen of velden
bad-row = rij { $row } is niet zoals het hoort
bad-rules = het volgt regels { $rules }, en die kent dit programma niet
bad-people = het telt meer mensen dan de { $most } waarvan een loting kan worden gemaakt
bad-form = het is niet precies geschreven zoals het hoort
fail-missing = { $file } is er niet.
fail-unreadable = { $file } is niet bruikbaar: { $why }.
fail-other-commitment = commitment.txt noemt een andere lijst van bestanden. Een van de twee is veranderd of verwisseld.
fail-other-published = De openbare regel noemt een andere loting dan deze. Er is iets veranderd na het openbaar maken, of de regel is niet van deze loting.
fail-changed = { $file } is niet het bestand dat is vastgelegd. Bewaar beide versies en vraag degene die het vastlegde.
fail-large = { $file } is groter dan { $most } bytes, en geen reglement is dat. Het is niet gelezen.
fail-extra = { $file } hoort er niet.
fail-unknown-rules = Het dossier volgt regels { $rules }, en die kent dit programma niet.
fail-no-such-panel = Een lot noemt een profiel dat niet bestaat of te weinig mensen heeft.
fail-quota = Het panel van lot { $ticket } heeft { $people } met { $feature } { $value }; het quotum is { $min } tot { $max }.
fail-seats = Het panel van lot { $ticket } heeft { $seated }; er zijn er { $seats }.
fail-chance = Profiel { $profile } zou { $stated } hebben; het heeft er { $found }.
fail-no-proof = Het certificaat is geen bewijs.
fail-unsettled = Het certificaat zegt niets over { $profiles } van de profielen.
fail-digits = Het certificaat heeft een getal van meer dan { $most } cijfers. Geen waar certificaat bij deze quotums heeft zo'n getal, en zulke getallen houden alleen wie ze controleert bezig.
fail-denominator = De kansen van het certificaat hebben een gemeenschappelijke noemer die te groot is: de eerlijkste kansen bij deze quotums kunnen die niet hebben.
fail-level = Trede { $level } van het certificaat laat niet zien dat niemand daarin meer kan hebben.
fail-off = Iemand kan { $off } meer of minder hebben dan de eerlijkste loting geeft; bij deze status mogen dat er hoogstens { $allowed } zijn.
fail-few-tickets = Er zijn te weinig loten om een eerlijke van een oneerlijke loting te onderscheiden: { $tickets }. Door afronden kan iemand 3 loten missen, en dat mag hoogstens een kwart van de kleinste kans zijn{ $needed ->
    [unknown] {""}
   *[other] ; daarvoor zijn er { $needed } nodig
}.
fail-search-disagrees = Een nieuwe zoektocht vond een panel dat volgens het certificaat niet bestaat.
fail-made-other = Opnieuw gemaakt uit wat is vastgelegd, is { $file } anders. Onder lotingen die even eerlijk zijn is dit niet die welke de regels maken: iemand kan hebben uitgezocht wie samen in een panel zitten.
fail-made-none = Uit wat is vastgelegd maken de regels geen loting. Deze is dus op een andere manier gemaakt.
fail-record = Het proces-verbaal van { $draw } is niet heel: { $file } ontbreekt, is veranderd of staat niet op de lijst.
fail-gap = Het proces-verbaal met nummer { $draw } ontbreekt tussen de andere.
fail-other-lottery = Het proces-verbaal van { $draw } hoort bij een andere loting.
fail-chain = Het proces-verbaal van { $draw } volgt niet uit het vorige.
fail-reason = Het proces-verbaal van { $draw } hoort een reden te geven waarom opnieuw is geloot, als en alleen als het een latere loting is.
fail-record-fact = In het proces-verbaal van { $draw } klopt "{ $fact }" niet.
fail-overridden = Het startgetal van { $draw } komt uit een andere bron dan vooraf gekozen. De reden die erbij staat: { $reason }
fail-departed = Het startgetal van { $draw } komt uit een andere bron dan vooraf gekozen, zonder reden.
fail-beacon = Het antwoord van het baken in het proces-verbaal van { $draw } is niet door het baken ondertekend, of is van een andere ronde.
fail-early = De ronde van het baken voor { $draw } was al bekend voor of op de dag van de vastlegging.
fail-not-sealed = De woorden die { $role } in { $draw } opende zijn niet die welke vóór de vastlegging verzegeld zijn ingeleverd.
fail-no-sealers = Het reglement noemt de mensen niet wier verzegelde woorden { $draw } beslisten.
fail-by-hand = Wat in { $draw } met de hand is getrokken, gegooid of geopend kan deze loting niet beslissen.
fail-seed = Het bewijs van { $draw } geeft een ander startgetal dan het proces-verbaal zegt.
fail-ticket = Het winnende lot van { $draw } is { $found }; het proces-verbaal zegt { $stated }.
fail-panel = Het vastgelegde panel van { $draw } is niet dat van het winnende lot: { $wrong } van de rijen daarvan ontbreken.
fail-continues = Tegen het dossier ervoor: { $what ->
    [not-whole] het eerdere dossier klopt zelf niet
    [other-end] het eindigt niet met de loting en de lijst van gebeurtenissen die deze loting noemt
    [other-lottery] het noemt een andere loting
    [other-draw] het noemt een andere trekking dan de laatste
    [other-household] de huishoudregel is een andere
    [other-objective] het maakt andere kansen zo eerlijk als kan
    [codes-in-one] het ene toont codes en het andere niet
    [not-loosened] het zegt dat quotums zijn versoepeld, en dat is niet zo
    [other-quotas] de quotums zijn andere
    [loosened-unsaid] quotums zijn versoepeld, en het dossier zegt dat niet
    [passed-over-unsaid] een reserve was aan de beurt, en er staat geen reden waarom die is overgeslagen
    [not-passed-over] het zegt dat reserves zijn overgeslagen, en er was niemand aan de beurt
    [known-evidence] er is geloot met bewijs dat iedereen daarvan al kende
    [other-seats] het aantal plaatsen is een ander
    [other-seated] wie een plaats heeft zijn niet degenen die erin zaten
    [other-excluded] wie is uitgesloten zijn niet degenen die waren afgevallen
    [other-ground] iemand is uitgesloten op een andere grond dan de gebeurtenis daar
    [other-pool] de deelnemerspool is niet alle anderen
    [unreadable] de mensen erin zijn niet te lezen
    [other-features] iemand heeft andere kenmerken dan daar
    [other-home] iemand woont op een ander adres dan daar
    [seated-counts] wie een plaats heeft zijn er niet evenveel met dezelfde kenmerken als erin zaten
    [pool-counts] de deelnemerspool heeft niet evenveel mensen met dezelfde kenmerken als er over waren
    [excluded-counts] er zijn niet evenveel uitgesloten op dezelfde gronden als er waren afgevallen
    [names-none] het noemt geen nalotting, en deze zegt van wel
    [names-later] het noemt een latere nalotting, die deze heeft vervangen
    [names-other] het noemt een andere nalotting dan deze
   *[names-otherwise] het noemt deze nalotting met een ander nummer, een andere loting of een andere lijst van gebeurtenissen
}.
fail-rewritten = Lijst van gebeurtenissen { $list } gaat niet verder waar de vorige ophield: een openbare gebeurtenis is veranderd of weggelaten.
fail-event = Rij { $row } van lijst van gebeurtenissen { $list }: { $why }.
fail-event-order = Rij { $row } van lijst van gebeurtenissen { $list } gebeurde vóór de rij erboven.
fail-day-order = Vanaf rij { $row } van lijst van gebeurtenissen { $list } staan de gebeurtenissen van die dag niet in hun vaste volgorde: wie afvalt telt vóór de oproepen.
fail-reserves = De vastgelegde reserves van { $draw } zijn niet die welke eruit volgen.
fail-reserves-none = Het reglement belooft reserves, en { $draw } heeft er geen.
fail-reserves-promised = Het aantal reserves van { $draw }, of de kansen waarvoor ze zijn gekozen, zijn niet die van het reglement.
fail-prepared-row = Rij { $row } van de gemaakte lijst staat niet zo in de loting, en is niet uitgesloten en heeft geen plaats.
fail-made-otherwise = De lijst is nog eens gemaakt, en { $what ->
    [recipe] dit recept is niet dat van het dossier
    [decisions] de besluiten over mensen die er twee keer staan zijn niet die van het dossier
    [sources] het recept heeft { $at } bronnen, en dat is niet wat het dossier zegt
    [source] bron { $at } van het recept is niet die van het dossier, of heeft andere rijen
    [tables] een tabel waarin cellen worden opgezocht is niet die van het dossier
    [left-out] er vallen niet zo veel mensen af, of blijven er niet zo veel over, als het dossier zegt
   *[list] er komt een andere lijst uit dan die van het dossier
}.
fail-not-prepared = { $people } mensen van de loting staan niet in de gemaakte lijst.
fail-other-sealed = Het gesloten deel is niet het deel dat is vastgelegd.
fail-people = Het gesloten en het openbare deel hebben niet dezelfde mensen.
fail-person = De persoon in rij { $row } van de gesloten lijst is niet wie het openbare deel zegt.
fail-again = { $code } was al uitgesloten of had al een plaats, en loot ook mee of staat op beide lijsten. Niemand mag er twee keer zijn.
fail-seat-before = De indeling waarvan tafelindeling { $plan } een wijziging is, is hier niet. Zij is dus niet opnieuw te maken.
fail-seat-circular = De tafelindeling { $plan } zou een wijziging zijn van een indeling die niet teruggaat op een startgetal: iedereen kan haar hebben geschreven.
fail-seat-stream = seed.json van de tafelindeling { $plan } noemt een andere stroom van het startgetal dan waaruit zo'n indeling wordt geloot.
fail-seat-list = { $file } is niet wat de plaatsen geven: het is veranderd nadat de indeling was gemaakt.
fail-seat-strangers-all = Niemand in de tafelindeling { $plan } zit in het panel van dit dossier of op de reservelijst. Is het een indeling van een ander panel?
fail-seat-strangers = In de tafelindeling { $plan } { $strangers ->
    [one] zit { $strangers } van { $people }
   *[other] zitten { $strangers } van { $people }
} niet in het panel van dit dossier en niet op de reservelijst, zonder rol die zegt waarom ("drawn" is geen rol).
fail-seat-feature = In de gegevens van de tafelindeling { $plan } { $count ->
    [one] heeft { $people }
   *[other] hebben { $people }
} een andere { $feature } dan in het dossier.
fail-seat-line-frozen = De regel { $line } is die van de gegevens die in { $frozen } zijn vastgelegd, en hier is geen tafelindeling die daaruit is gemaakt.
fail-seat-line-none = Hier is geen tafelindeling om de regel { $line } mee te vergelijken. Geef de hele map van de loting, met de map "sessions" erin.
fail-seat-line = De regel { $line } noemt geen van de tafelindelingen hier: hun gegevens of instellingen zijn andere.
fail-seat-inputs = inputs.json van de tafelindeling { $plan } is niet dat wat haar seed.json noemt: een van de twee is veranderd.
fail-seat-frozen = commitment.txt in { $plan } is niet de regel van het inputs.json ernaast.
fail-seats-differ = Opnieuw gemaakt verschilt de tafelindeling { $plan } in { $seats }.
fail-seat-rule = De tafelindeling { $plan } houdt zich niet aan een regel.
fail-seat-figure = De cijfers in report.json van de tafelindeling { $plan } zijn niet die van haar plaatsen.
fail-list = { $file } volgt niet uit het dossier. Het is na de loting veranderd, of is van een andere loting.

# Een gegeven in about.json dat niet bij de bestanden past

fact-root-missing = about.json moet de wortel van een boom over de mensen geven, als en alleen als er geen codes openbaar zijn.
fact-root = De mensen in het gesloten deel geven een andere wortel van hun boom dan in about.json staat.
fact-unknown = about.json geeft { $stated } als { $fact ->
    [objective] doel
    [status] status
   *[other] { $fact }
}, en dat kent dit programma niet.
fact-key = about.json zegt dat de sleutel van de codes { $stated } is, en het is { $found }.
fact-column = Het kenmerk { $feature } heeft { $found } kolommen in de gesloten deelnemerspool, en er is er één nodig.
fact-seats = Er zijn { $seats } plaatsen voor { $people } mensen.
fact-other = about.json zegt { $stated } bij "{ $fact }"; de bestanden geven { $found }.

# Wat wie een punt leest moet weten

remark-certain-one = Eén persoon heeft { $value } van { $feature }, en er is er één gevraagd: die persoon werd zeker ingeloot, en kon dat voor de loting weten.
remark-certain = Alle { $people } mensen met { $value } van { $feature } moeten in elk panel: zij werden zeker ingeloot, en konden dat voor de loting weten.
remark-on-every = { $people ->
    [one] { $people } persoon staat
   *[other] { $people } personen staan
} op elk lot, doordat de quotums samen geen keus laten: zeker ingeloot, en wie de quotums schreef kon dat vóór de loting weten.
remark-round = Ronde { $round } van het baken, het startgetal van { $draw }, was openbaar vanaf { $due }. Vergelijk dat met wanneer u zelf de regel van de vastlegging openbaar zag: dat moet eerder zijn geweest.{ $date ->
    [none] {""}
   *[other] {" "}De datum in het reglement om die openbaar te maken, { $date }, is alleen wat is opgegeven.
}
remark-annulled = De loting vóór { $draw } is ongeldig verklaard. De reden: { $because } { $own ->
    [yes] Nieuw bewijs heeft beslist. Zijn dat woorden, dan wist wie ze gaf wat er ongeldig is verklaard.
   *[no] De nieuwe loting volgt uit het eerste startgetal, dus niemand kon kiezen wat eruit kwam.
}
remark-known = { $draw } heeft hetzelfde bewijs als { $other }. Wie dat kende, wist wat hieruit zou komen: dit is geen toeval, tenzij deze de eerste was.
remark-further = Het vorige dossier gaat zelf verder op een andere loting, geloot-commitment-1:{ $lottery }. Vergelijk het bewijs daarvan met dat van deze trekking: woorden, getallen of een ronde die iedereen daarvan al kende, zijn hier geen toeval.
remark-known-before = De dobbelstenen of het lot zijn die van het dossier ervoor. Dat kan toeval zijn; vraag het aan wie zag hoe er is gegooid of getrokken.
remark-old-waves = Vastlegging { $records } van golven: deze brieven horen bij de lijst van een loting die ongeldig is verklaard; { $draw } geldt. Vraag of ze zijn verstuurd voordat die ongeldig werd verklaard.
remark-skipped = { $count ->
    [one] Stratum { $strata } krijgt volgens de loting brieven, en er is er nog geen heen gestuurd.
   *[other] Strata { $strata } krijgen volgens de loting brieven, en er is er nog geen heen gestuurd.
}
remark-beyond = { $others ->
    [yes] Sommige strata kregen meer brieven dan de loting geeft, en andere niet.
   *[no] Strata kregen meer brieven dan de loting geeft.
} De kans in die strata is niet meer wat bekend was gemaakt: { $list }.
remark-beyond-one = in stratum { $stratum } { $letters } van { $people }, en { $due } volgens de loting
remark-keys-unlooked = Of de nummers van het register bij de gelote mensen horen, kon niet worden nagegaan: het geheim (sealed/key.txt) is hier niet.
remark-draws-unseen = NIET GETOETST van { $draws }: { $own ->
    [yes] de lijst van de griffier (letters.csv) is hier niet.
   *[no] er is geen lijst van openbaar.
}
remark-frame-unlooked = Of het kader uit de gemaakte lijst volgt is niet getoetst: { $lack ->
    [list] de lijst (sealed/prepared/pool.csv) is hier niet.
    [secret] het geheim (sealed/key.txt) is hier niet.
   *[keys] de nummers van het register staan niet in de lijst. Wie de registers en het recept heeft, toetst het met --recipe.
}
remark-frame-again = Het kader is zojuist nog eens uit de gemaakte lijst afgeleid{ $again ->
    [yes] , die weer uit de registers kwam,
   *[no] {""}
} en is hetzelfde.{ $out ->
    [0] {""}
   *[other] {" "}Of de { $out } mensen die op gronden zijn weggelaten op de lijsten daarvoor staan, is niet getoetst: die lijsten zitten niet in het dossier.
}
remark-stood-in = { $count ->
    [one] Er zijn brieven gestuurd naar een gebied dat reserve staat: stratum { $strata }.
   *[other] Er zijn brieven gestuurd naar gebieden die reserve staan: strata { $strata }.
} Welk gebied uitviel, hoort in de reden bij hun golf te staan.
remark-far-lots = In { $draw } ligt het lot van een laatste plaats { $count ->
    [one] in stratum { $strata }
   *[other] in strata { $strata }
} waar het toeval het nog geen één keer op de miljard keer legt, bij zoveel brieven voor zoveel mensen. Vraag naar de lijst, en vergelijk het aantal mensen met openbare cijfers.
remark-posted-before = Er zijn brieven gepost op { $first }, vóór { $day }, de dag van het reglement. Toen was er nog niet geloot: wie ze kreeg is niet geloot, of een van de dagen klopt niet.
remark-other-first = { $count ->
    [one] In stratum { $strata } is de eerste golf
   *[other] In strata { $strata } is de eerste golf
} niet het aantal brieven van de loting: het zijn er minder, of er zijn reserves bij. De reden van de organisator staat in waves.csv.
remark-declared = Het reglement noemt als bron van het startgetal: { $source ->
    [text] woorden
    [lotto] getallen die openbaar worden
    [dice] dobbelstenen
    [ticket] een lot dat met de hand wordt getrokken
    [drand] een ronde van een baken
   *[contributions] verzegelde woorden van meer mensen
}.{ $date ->
    [none] {""}
   *[other] {" "}De regel zou uiterlijk op { $date } openbaar zijn.
}
remark-not-opened = In { $draw } opende { $roles } de verzegelde woorden niet. De tweede bron die in het reglement staat besliste.
remark-no-panel = { $count ->
    [one] { $people } zou in geen enkel panel passen: de quotums van één kenmerk optellen laat dat zien.
   *[other] { $people } zouden in geen enkel panel passen: de quotums van één kenmerk optellen laat dat zien.
}
remark-no-panel-searched = { $count ->
    [one] { $people } zou in geen enkel panel passen: alleen een zoektocht langs panels kan dat laten zien, niet het optellen van de quotums van één kenmerk.
   *[other] { $people } zouden in geen enkel panel passen: alleen een zoektocht langs panels kan dat laten zien, niet het optellen van de quotums van één kenmerk.
}
remark-no-panel-both = { $count ->
    [one] { $people } zou in geen enkel panel passen: de quotums van één kenmerk optellen laat dat zien voor { $summed }, en alleen een zoektocht langs panels voor { $searched }.
   *[other] { $people } zouden in geen enkel panel passen: de quotums van één kenmerk optellen laat dat zien voor { $summed }, en alleen een zoektocht langs panels voor { $searched }.
}
remark-loosened = De quotums zijn versoepeld, en het dossier zegt dat: { $changes }. Of de mensen die over waren de quotums die over waren niet konden halen, is hier niet getoetst; vraag het aan wie ze versoepelde. Vergelijk ze met wat was beloofd.
remark-turn-undone = { $count ->
    [one] Eén reserve was
   *[other] { $count } reserves waren
} aan de beurt door gebeurtenissen die later zijn verbeterd, op { $days }. Zonder die was het de beurt van iemand anders, of van niemand. Vraag het aan wie volgens de lijst was weggegaan.
remark-uncalled = { $count ->
    [one] Eén reserve doet
   *[other] { $count } reserves doen
} niet mee zonder te zijn opgeroepen: volgens de lijst zeiden zij uit zichzelf nee, of trokken zij zich terug.
remark-features-alike = Kenmerken lijken op elkaar en hebben elk eigen quotums: { $pairs }. Vergelijk de tekens.
remark-features-alike-pair = { $one } en { $other }
remark-values-alike = { $count ->
    [one] Twee waarden van een kenmerk lijken
   *[other] { $count } keer lijken twee waarden van een kenmerk
} op elkaar en tellen apart, elk met een eigen quotum: { $pairs }. Vergelijk de tekens.
remark-strata-alike = { $count ->
    [one] Twee namen van strata lijken
   *[other] { $count } keer lijken twee namen van strata
} op elkaar en tellen apart, elk met eigen brieven: { $pairs }. Vergelijk de tekens.
remark-values-alike-pair = { $feature }: { $one } en { $other }
remark-roll-before = De kiezerslijst van stemming { $ballot } kent { $count ->
    [one] een gebeurtenis niet
   *[other] { $count } gebeurtenissen niet
} van dezelfde dag of daarvoor die pas daarna openbaar werd gemaakt: misschien stemde er iemand mee die er toen al uit was, of stemde iemand niet mee die erin zat.
remark-self-registered = Deze mensen zijn geloot uit mensen die zichzelf hebben aangemeld{ $frame ->
    [none] {""}
   *[other] {" "}({ $frame })
}. Het is geen loting uit de bevolking, en wat zij besluiten is alleen van hen.
remark-invited = Volgens het reglement kreeg iedereen in de deelnemerspool een brief van een loting van brieven. Geen controle toetst dat: vraag wie de deelnemerspool met die loting heeft vergeleken.
remark-out-of-turn = { $count ->
    [one] Eén reserve is opgeroepen
   *[other] { $count } reserves zijn opgeroepen
} terwijl iemand anders aan de beurt was. De lijst geeft als reden: { $calls }{ $more ->
    [0] {""}
   *[other] {" "}en nog { $more }
}
remark-crowded = Na lijst van gebeurtenissen { $list } zijn er { $people } voor { $seats }: door een verbetering of een oproep buiten de beurt doet iemand weer mee van wie een reserve de plaats al heeft. De lijst zegt niet wie van hen de plaats opgeeft.
remark-continued = Een nalotting gaat hier verder: { $line }.
remark-continued-annulled = De loting waarop zij verdergaat is daarna ongeldig verklaard. Zij geldt dus niet meer.
remark-replaced = Een nalotting ervoor is vervangen, { $line }. De reden die erbij staat: { $reason }
remark-unnamed = Het dossier ervoor noemt deze nalotting niet, zoals dossiers van oudere versies dat niet doen: niemand kan eruit opmaken dat er geen andere was.
remark-dropped = Het reglement van het vorige dossier beloofde wat het reglement van dit niet belooft: { $list }. Vraag waarom.
remark-dropped-one = { $what ->
    [source] de bron van het startgetal
    [reserves] reserves
    [reply] een termijn voor antwoorden
   *[ballot] de regel van stemming { $name }
}
remark-dropped-changed = { $what } (anders dan hier)
remark-passed-over = Reserves waren aan de beurt om te worden opgeroepen, en zijn teruggezet in de deelnemerspool. De reden die erbij staat: { $reason }
remark-seat-line-none = { $plan }: de instellingen zijn niet vóór het startgetal vastgelegd. Wie deze tafelindeling maakte kon er meer maken, met een andere inspanning of volgorde van voorkeuren, en de mooiste houden ("geloot sessions --freeze" voorkomt dat).
remark-seat-line = { $plan }: het dossier ervan zegt dat de instellingen vóór het startgetal zijn vastgelegd. Vergelijk met de regel die u zag, of geef die na --seat-plan: { $line }
remark-seat-change = { $plan } is een wijziging van { $before } in ronde { $round }, gemaakt nadat het startgetal bekend was: { $what }. { $frozen ->
    [yes] De regel van de indeling waarop zij teruggaat bindt dit niet. {""}
   *[no] {""}
}Wie haar maakte kon er meer proberen en de mooiste houden; vraag wat wanneer bekend was.
change-absent = { $count ->
    [one] { $people } zou afwezig zijn
   *[other] { $people } zouden afwezig zijn
}
change-extra = { $count ->
    [one] { $people } zou er toch zijn
   *[other] { $people } zouden er toch zijn
}
change-moves = hoogstens { $people } mocht van tafel wisselen
change-fewest = er moesten zo weinig mensen wisselen als de regels nodig hebben
change-plan-before = de indeling ervoor
remark-seat-rivals = { $plans } hebben dezelfde gegevens en verschillende startgetallen: { $line }. Maar één ervan kan van het aangekondigde startgetal zijn; vraag welke is gebruikt, en waarom er andere zijn.
remark-seat-changes = { $plans } wijzigen allemaal ronde { $round } van { $before }, elk op een andere manier. Maar één ervan kan zijn gebruikt; vraag welke, en waarom er andere zijn.
one-plan = één indeling
remark-seat-guests = { $plan } geeft ook mensen een plaats die niet zijn ingeloot: { $who }.
guests-role = { $people } met de rol { $role }{ $pooled }
guests-reserve = { $people } op de reservelijst van wie geen oproep openbaar is
guests-newcomers = { $people } die op de dag zelf verscheen{ $pooled }
pooled-all = {" "}(in de deelnemerspool van de loting, en niet ingeloot)
pooled = {" "}({ $count } van hen in de deelnemerspool van de loting, en niet ingeloot)
remark-seats-left-out = { $plan } laat { $people } weg van de { $of } die nu in het panel zitten: zij staan niet op de lijst van mensen, en zijn dus niet ingedeeld en niet afwezig. Geen openbare lijst van gebeurtenissen haalt hen uit het panel.
remark-seats-not-compared = { $plan }: of de mensen die van het panel zijn, was niet te toetsen. Daarvoor is een loting nodig, en voor lijsten met nummers het gesloten deel.
remark-reserves-declared = Hun aantal en de kansen zijn die welke vooraf in het reglement staan.
remark-reserves-undeclared = Hun aantal en de kansen stonden niet vooraf vast. Niemand kan dus toetsen dat ze niet zijn gekozen nadat het startgetal bekend was.
before-excluded = { $count ->
    [one] { $people } is uitgesloten.
   *[other] { $people } zijn uitgesloten.
}
before-confirmed = { $count ->
    [one] { $people } heeft al een plaats, en daarvoor is niemand geloot.
   *[other] { $people } hebben al een plaats, en daarvoor is niemand geloot.
}
before-homes = { $homes ->
    [one] { $homes } adres mag
   *[other] { $homes } adressen mogen
} minder plaatsen hebben dan er mensen zijn; het grootste telt { $people } voor { $seats }. Dat zij daar wonen, laat alleen het gesloten deel zien (V17).
remark-prepared = Volgens het dossier kwamen { $people } mensen uit { $rows } rijen van { $sources ->
    [one] één bestand
   *[other] { $sources } bestanden
}; { $out } vielen er af.{ $sealed ->
    [yes] {""}
   *[no] {" "}Dat het de mensen van de loting zijn, laat alleen het verzegelde deel zien.
} { $again ->
    [yes] Zij is zojuist nog eens uit haar bestanden gemaakt, en elk controlegetal is dat van het dossier.
    [otherwise] {""}
   *[no] Of zij uit haar bestanden komt is niet getoetst: wie die en het recept heeft, doet dat met --recipe.
}
remark-made-by = Het is gemaakt door { $program }, zoals het dossier zegt. Wie die versie heeft kan dit punt toetsen.
remark-searched = Een zoektocht langs panels is zojuist door dit programma overgedaan, en vond hetzelfde. Dat is zwakker dan een bewijs dat iedereen kan narekenen.

# Namen van processen-verbaal

record-draw = loting { $number }
record-trial = proefloting { $number }
record-events = lijst van gebeurtenissen { $number }
record-supplement = nalotting { $number }
why-no-seat-plans = Er zijn geen tafelindelingen.
why-no-supplement = Deze loterij is geen vervolg op een andere.
why-not-asked = Hier heeft niemand daarom gevraagd.
fail-other-key = De sleutel van de codes volgt niet uit de gegeven sleutel en dit dossier.

# Tafelindelingen: wat er mis is met de bestanden, de punten, de regels en het verslag.

# Wat er mis is met de bestanden van een tafelindeling

S-01 = er is geen kolom met dit kopje.
    .near = { $near }
    .have = De kopjes zijn { $headings }.
S-02 = twee kolommen hebben dit kopje.
    .do = Geef een ervan een ander kopje, zodat duidelijk is welke u bedoelt.
S-03 = er is geen kolom { $wanted }.{ $near }
    .do = In docs/nl/tafels/tafelindeling.md staan de kolommen van elk bestand.
S-84 = een bestand met regels heeft die kolom niet.
    .near = { $near }
    .do = De kolommen zijn { $known }. Een opmerking staat in een kolom "opmerking". Anders zou een regel als een andere worden gelezen.
S-04 = { $count ->
    [one] { $people } heeft hier geen waarde.
   *[other] { $people } hebben hier geen waarde.
}
    .means = Zij worden als een eigen groep over de tafels verdeeld.
S-72 = ronde { $round } moet de tafels van ronde { $first } houden, en heeft { $tables }: een ander aantal.
    .do = Geef beide rondes evenveel tafels: tables = { $kept }. Of geef een ander woord bij group.
S-112 = ronde { $round } moet de tafels van ronde { $first } houden, en heeft tafels van andere grootte.
    .means = Daartussen wisselt niemand van tafel, dus een van de twee zou niet de tafels krijgen die daar staan.
    .do = Geef beide rondes dezelfde groottes. Of geef een ander woord bij group.
S-73 = { $rounds ->
    [one] in ronde { $round } zit iemand alleen aan een tafel.
   *[other] in de rondes { $round } zit iemand alleen aan een tafel.
}
    .do = Vraag om een tafel minder, of om een andere grootte. Tafels verschillen hoogstens één persoon.
S-85 = ronde { $round } heeft een woord als groep dat geen andere dialoogronde heeft, en houdt dus niemands tafels.
    .do = Geef dat woord aan de rondes die dezelfde tafels moeten hebben, of laat het weg.
S-86 = ronde { $round } heeft hetzelfde woord als groep als ronde { $first }, die van een andere soort is.
    .means = Dialoogrondes met één woord houden hun tafels; werkgroepen met één woord houden de groepen van hun onderwerpen. Het een kan niet in het ander.
    .do = Geef een van beide een ander woord.
S-87 = { $rounds ->
    [one] ronde { $round } is plenair: die heeft geen tafels, en wat daarover is gezegd doet niets.
   *[other] de rondes { $round } zijn plenair: die hebben geen tafels, en wat daarover is gezegd doet niets.
}
    .do = Laat tables, size, sizes en group weg, of geef een andere soort.
S-74 = { $people } met { $feature } { $value }: te weinig om met { $least } aan een tafel te zitten.
    .do = Zij zitten zonder die regel. Vraag hoe zij willen zitten, of laat een tolk of een vriend erbij zitten.
S-75 = hier staat niet hoe deze persoon ervoor staat.
    .do = De lijst van "geloot people" heeft in deze kolom eigen woorden, en die blijven zoals ze zijn: wie "zit erin" heeft krijgt een plaats. Geef een andere kolom een andere kop.
S-76 = { $people } hebben een plaats en zitten aan een tafel; { $listed ->
    [one] { $listed } ander van de lijst is weggelaten.
   *[other] { $listed } anderen van de lijst zijn weggelaten.
}
    .do = Wie reserve is, is afgevallen of niet is ingeloot heeft geen plaats: dat staat in de kolom met hoe mensen ervoor staan.
S-77 = { $count ->
    [one] { $count } persoon van deze heeft nog niet geantwoord. De plaats wordt vastgehouden.
   *[other] { $count } personen van deze hebben nog niet geantwoord. Hun plaatsen worden vastgehouden.
}
S-78 = niemand van deze lijst zit erin.
    .do = Geef de lijst die "geloot people" na een loting schrijft, of een lijst zonder kolom "status".
S-05 = { $count ->
    [0] deze code staat niet op de lijst van mensen.
    [1] deze code staat niet op de lijst van mensen.
   *[other] deze { $count } codes staan niet op de lijst van mensen.
}
    .do = { $zeros ->
        [yes] Het lijkt of een rekenblad de nullen vooraan heeft weggelaten. Geef de kolom de vorm tekst, en typ de codes zoals ze in de lijst van mensen staan.
       *[no] Codes worden teken voor teken vergeleken: kijk hoofdletters, spaties en nullen vooraan na. Staan ze in een andere kolom van de lijst van mensen, noem die dan: --id-column KOP.
    }
S-06 = er is geen tafel met de naam { $cell }.
    .have = De tafels zijn { $tables }.
S-07 = { $cell ->
    [none] dit is geen ronde van de indeling.
   *[other] { $cell } is geen ronde van de indeling.
}
    .do = { $rounds ->
        [one] Er is er { $rounds }. Schrijf 2, of 1,3 of 1-3; leeg betekent alle.
       *[other] Er zijn er { $rounds }. Schrijf 2, of 1,3 of 1-3; leeg betekent alle.
    }
S-08 = er is geen regel { $cell }.
    .near = { $near }
    .have = De regels zijn uit elkaar, samen, tafel (of vast), niet tafel en afwezig; in het Engels apart, together, table (of fixed), not-table en absent.
S-09 = deze rij noemt één persoon twee keer.
S-10 = { $cell } is geen geheel getal van { $least } tot { $most }.
    .do = Schrijf het in cijfers, zonder teken of woord: 8, en niet 8,0 of acht.
S-11 = hier hoort ja of nee te staan.
    .do = Ja, yes, x en 1 betekenen ja; leeg, nee, no en 0 betekenen nee.
S-12 = regel { $line }: { $said }
S-13 = ronde { $round } heeft { $people } en { $seats } plaatsen.
    .do = Neem meer tafels, grotere tafels, of geef een onderwerp meer ruimte.
S-14 = ronde { $round } heeft { $people } voor { $tables } tafels.
    .do = Neem minder tafels: aan elke tafel zit minstens één persoon.
S-15 = ronde { $round } heeft geen tafels.
    .do = Geef het aantal tafels of hun grootte; een werkplaats heeft onderwerpen nodig. Een plenaire ronde heeft geen tafels.
S-16 = er zijn { $people } mensen; in één indeling passen er hoogstens { $most }.
S-17 = { $thing ->
    [rounds] er zijn meer dan { $most } rondes.
   *[kinds] er zijn meer dan { $most } soorten mensen met regels.
}
S-18 = ronde { $round } heeft { $tables } en { $staff ->
    [one] { $staff } gespreksleider
   *[other] { $staff } gespreksleiders
}.
    .means = De laatste tafels hebben geen gespreksleider.
S-19 = { $kind ->
    [topic] er is geen onderwerp { $name }.
    [role] er is geen rol { $name }.
   *[property] er is geen eigenschap van een tafel { $name }.
}
    .near = { $near }
    .do = { $kind ->
        [topic] Verbeter de naam, of geef het onderwerp een rij of een kolom in de lijst van voorkeuren.
        [role] Verbeter de naam in het planbestand, of zet hem in de kolom met rollen in de lijst van mensen.
       *[property] Verbeter de naam in het planbestand, of geef de lijst van tafels een kolom met dit kopje.
    }
S-20 = deze persoon heeft twee voorkeuren voor één onderwerp.
S-21 = hier staat iets twee keer.
S-22 = in ronde { $round } is er niemand.
S-23 = de tekst voor het startgetal is niet bruikbaar.
    .do = Geef 1 tot 2.000 tekens op één regel.
S-24 = deze persoon heeft twee plaatsen in één ronde.
S-25 = niemand heeft een plaats in ronde { $round }.
S-26 = ronde { $round } heeft { $tables }; de lijst van tafels heeft er { $rooms }.
S-27 = er zijn alleen plenaire rondes, waarin niemand een vaste plaats heeft.
    .do = Voeg een ronde toe van de soort dialogue (dialoog) of workshop (werkplaats).
S-28 = { $name } heeft minstens { $least } en hoogstens { $most }.
    .do = Het minste kan niet boven het meeste liggen.
S-29 = ronde { $round } heeft { $tables } en een lijst van { $sizes ->
    [one] { $sizes } grootte
   *[other] { $sizes } groottes
}.
    .do = Geef een van de twee, of laat ze overeenkomen.
S-30 = deze regel geldt nooit.
    .means = Over wie hij gaat is afwezig in die rondes, of er is geen ronde van die soort: tafels zijn voor dialogen, onderwerpen voor werkplaatsen.
S-39 = { $code } staat niet in deze indeling, en kan dus niet afwezig zijn.
    .near = { $near }
    .do = Vergelijk de code met de lijst van plaatsen. Wie in deze indeling geen plaats heeft, hoeft niet te worden genoemd.
S-41 = een van de codes van --absent of --extra kan geen code zijn.
    .do = Een code heeft 1 tot 100 tekens op één regel.
S-42 = onderwerpen en voorkeuren worden niet gebruikt.
    .means = Er is in de indeling geen ronde van de soort workshop (werkplaats).
S-43 = deze ontmoetingen zijn van mensen die niet op de lijst staan.
    .means = Ze zijn weggelaten. Misschien zijn er mensen gestopt; zo niet, vergelijk dan de codes.
S-44 = deze rij heeft geen naam.
S-45 = deze rij noemt geen tafel.
    .do = Was de persoon afwezig? Laat de rij dan weg, en zeg het met de regel absent.
S-46 = { $cell } is geen nummer van een ronde.
    .do = Rondes zijn gehele getallen van 1 tot { $most }.
S-47 = deze ronde is plenair, en daarin heeft niemand een vaste plaats.
    .do = Vergelijk het planbestand met de tafelindeling: zijn de rondes gelijk?
S-48 = deze persoon had in een eerdere ronde van dezelfde werkplaats een andere tafel.
    .means = Groepen van een werkplaats blijven zoals ze zijn. Het antwoord is dus nee, en de rondes worden één voor één beoordeeld. Mogen ze wel wisselen? Geef de rondes dan een andere "group" in het planbestand.
S-49 = er is geen plaats in dit bestand.
    .do = Een tafelindeling heeft een rij voor elke ronde en persoon, met de kolommen round, table en code.
S-50 = de regel absent gaat over één persoon, en hier staat iets.
    .do = Geef ieder die afwezig is een eigen rij, en laat deze cel leeg.
S-51 = { $cell } is geen rol van een begeleider.
    .have = De rollen zijn gespreksleider (facilitator) en notulist (note-taker); leeg betekent gespreksleider.
S-52 = ronde { $round } heeft { $people }; de onderwerpen vragen er minstens { $least }.
    .do = Laat een onderwerp met minder mensen toe, of laat er een weg.
S-53 = { $code } is in ronde { $round } al afwezig.
    .do = Laat deze code weg, of verplaats die ronde in een opdracht van haar eigen: --round { $round }.
S-54 = { $code } heeft in ronde { $round } al een plaats.
    .do = Laat deze code weg, of verplaats die ronde in een opdracht van haar eigen: --round { $round }.
S-55 = { $code } is genoemd als afwezig en als extra.
    .do = Noem deze persoon één keer: met --absent wie wegblijft, met --extra wie erbij komt.
S-56 = { $name ->
    [none] de lijst van kolommen om te mengen heeft er een zonder naam.
   *[other] de kolom { $name } moet twee keer worden gemengd.
}
    .do = { $name ->
        [none] Staat er een komma te veel?
       *[other] Noem die één keer. Telt die zwaarder? Geef dat dan aan in het planbestand.
    }
S-57 = { $name } begint als een formule, en een rekenblad kan het uitrekenen.
    .do = Het staat in de lijsten van deze indeling. Laat het met een letter beginnen.
S-58 = { $code } is nieuw in deze indeling, en van deze persoon is niets bekend.
    .near = { $near }
    .means = Deze persoon krijgt een plaats; bij het mengen van de tafels gelden de cellen als leeg.
S-60 = deze persoon is in deze ronde afwezig en heeft een plaats.
    .do = Haal de rij van deze persoon uit de tafelindeling, of de regel afwezig uit de regels: wat niet klopt.
S-61 = { $cell } is geen gebruik van een tafel.
    .have = Mogelijk zijn dialogue (dialoog) en workshop (werkplaats); leeg betekent allebei.
S-62 = ronde { $round } is een werkplaats van { $topics ->
    [one] { $topics } onderwerp
   *[other] { $topics } onderwerpen
}; de lijst van tafels heeft er { $tables } voor werkplaatsen.
    .do = Elk onderwerp heeft een eigen tafel nodig. Voeg de tafels of ruimten toe waar de groepen werken.
    .or = Is de lijst alleen voor dialoogrondes? Zeg dat dan: schrijf dialogue in een kolom "use" bij elke tafel.
S-63 = ronde { $round }: het onderwerp { $topic } vraagt minstens { $people }; de tafel { $table } heeft { $seats } plaatsen.
    .means = Er is geen betere verdeling van tafels over onderwerpen gevonden.
    .do = Voeg een grotere tafel toe, geef dit onderwerp er een (kolom "topic" in de lijst van tafels), of laat minder mensen toe.
S-64 = ronde { $round } is een werkplaats, geen tafel op deze lijst is voor werkplaatsen, en { $count ->
    [one] { $count } persoon heeft
   *[other] { $count } personen hebben
} iets nodig aan de tafel.
    .do = In werkplaatsen let niemand hierop. Zet de ruimten waar de groepen werken op de lijst.
S-113 = geen kolom van de lijst met mensen heeft dit kopje. Daarom is van niemand bekend dat die { $name } nodig heeft.
    .like = { $like ->
        [none] {""}
       *[other] Kolommen die dat misschien zeggen: { $like }.
    }
    .means = Sommige tafels hebben het en andere niet, en iedereen kan aan elke tafel komen.
    .do = Geef de kolom die zegt wie het nodig heeft dit kopje, of noem die kolom in het planbestand, onder [needs]. Heeft niemand het nodig, haal dan deze kolom weg uit de lijst van tafels.
S-114 = sommige tafels hebben { $names } en andere niet, en in dit plan is van niemand bekend dat die het nodig heeft.
    .do = Heeft iemand het nodig, maak dan het plan opnieuw: een kolom van de lijst met mensen zegt wie, met hetzelfde kopje of genoemd onder [needs] in het planbestand.

# Een regel van het planbestand

plan-not-text = dit is geen tekst zoals in een planbestand hoort.
    .do = Sla het bestand op als gewone tekst, in UTF-8.
plan-quotes = er ontbreekt een aanhalingsteken.
plan-no-equals = er staat geen = in deze regel.
    .do = Schrijf naam = waarde, zoals tables = 6; de naam van een tabel staat tussen [ ].
plan-twice = deze naam staat er voor de tweede keer.
plan-grammar = deze regel is niet zoals een planbestand wordt geschreven.
    .do = Schrijf naam = waarde: teksten tussen aanhalingstekens, getallen zonder, lijsten als ["a", "b"].
    .example = In docs/nl/tafels/tafelindeling.md staat een heel planbestand als voorbeeld.
plan-unknown = er is hier geen instelling { $key }.
    .near = { $near }
    .have = De instellingen zijn { $known }.
plan-missing = bij { $table } ontbreekt de instelling { $key }.
plan-wanted = { $key } hoort { $wanted ->
    [aims] een lijst te zijn, zoals ["balance", "meetings", "preferences"]
    [round] een tabel te zijn onder [[round]]
    [numbers] een lijst van getallen te zijn, zoals [8, 8, 10]
    [keep] een tabel te zijn onder [[keep]]
    [company] een tabel te zijn onder [[company]]
    [bool] true (ja) of false (nee) te zijn, zonder aanhalingstekens
    [limits] {"{"} least = 1, most = 2 {"}"} te zijn
    [mix] een kopje te zijn tussen aanhalingstekens, of {"{"} feature = "age", importance = 2 {"}"}
    [text] tekst te zijn tussen aanhalingstekens
    [rounds] een tabel te zijn onder [[round]], met twee haken aan elke kant
    [keeps] een tabel te zijn onder [[keep]], met twee haken aan elke kant
    [companies] een tabel te zijn onder [[company]], met twee haken aan elke kant
    [list] een lijst te zijn tussen vierkante haken
   *[table] een tabel te zijn, met de instellingen op de regels eronder
}.
plan-word = { $key } kan niet { $word } zijn.
    .near = { $near }
    .have = Het kan { $words } zijn.
plan-number = { $key } hoort een geheel getal te zijn van { $least } tot { $most }.
or = { $most } of { $last }

# Weigeringen eindigen met

nothing-planned = Er is niets ingedeeld en er is geen bestand veranderd.
nothing-checked = Er is niets nagekeken en er is geen bestand veranderd.

# Soorten rondes

kind-dialogue = dialoog
kind-workshop = werkplaats
kind-plenary = plenair

# Punten van de map van een indeling

T1 = De gegevens zijn die welke zijn vastgelegd
T2 = De plaatsen volgen uit de gegevens en het startgetal
T3 = Alle regels zijn gevolgd
T4 = De cijfers kloppen
T5 = De lijsten om uit te delen zijn die van de plaatsen
T6 = Er zit niets anders in de map
holds-inputs = inputs.json heeft de vingerafdruk die seed.json noemt
holds-follows = opnieuw gemaakt is elke plaats gelijk
holds-rules = elke regel is nagekeken
holds-figures = elk cijfer is opnieuw berekend
holds-lists = opnieuw gemaakt zijn alle vier gelijk
holds-nothing-else = elk bestand hoort er
fails-nothing-else = vraag waarvoor deze zijn: { $files }
fails-line = de openbare regel noemt andere gegevens of instellingen
fails-inputs = inputs.json is niet dat wat seed.json noemt: een van de twee is veranderd
fails-stream = seed.json noemt een andere stroom van het startgetal dan waaruit de plaatsen komen
fails-form = de plaatsen zijn gelijk, maar seatplan.csv is niet zoals het is geschreven
fails-follows = opnieuw gemaakt zijn { $seats } van de plaatsen anders
fails-rules = { $broken } niet gevolgd
fails-figures-form = de cijfers zijn gelijk, maar report.json is niet zoals het is geschreven
fails-figures = opnieuw berekend zijn deze anders: { $fields }
fails-lists = veranderd nadat ze zijn gemaakt: { $files }
unchecked-file = { $file } is er niet of is niet te lezen
unchecked-before = geef de indeling van vóór deze wijziging na --before om haar opnieuw te maken
unchecked-other-before = de indeling na --before is niet die welke is gewijzigd
unchecked-other-search = de indeling is gemaakt met zoekregels { $made }, en dit programma heeft zoekregels { $here }: alleen een programma met zoekregels { $made } kan haar opnieuw maken

# Wat de punten openlaten

frozen-change = Dit is een wijziging van een andere indeling, gemaakt nadat het startgetal bekend was.
    .line = { $published ->
        [yes] De regel is die van de indeling ervoor.
       *[no] Hiervoor is niets vastgelegd.
    }
    .open = Wie afwezig of aanwezig zou zijn, en hoeveel mensen mochten wisselen, bindt geen regel: wie haar maakte
    .ask = kon er meer proberen en de mooiste houden. Kijk ook de indeling ervoor na.
frozen-line = seed.json zegt dat gegevens en instellingen eerst zijn vastgelegd. Vergelijk hun regel met die welke u zag
    .rest = voordat het startgetal bekend was, of geef die na --commitment:
    .line = { $line }
frozen-not = De instellingen zijn niet vóór het startgetal vastgelegd (--freeze): wie deze indeling maakte kon er meer maken, met
    .rest = een andere inspanning of volgorde van voorkeuren, en de mooiste houden.
too-few-moves = { $most ->
    [0] Dat komt doordat niemand van tafel mag wisselen (--move-at-most { $most }). Als { $moves }, zijn alle regels te volgen: --move-at-most { $takes }.
   *[other] Dat komt doordat niet meer dan { $people } van tafel mag wisselen (--move-at-most { $most }). Als { $moves }, zijn alle regels te volgen: --move-at-most { $takes }.
}
moves = { $count ->
    [0] niemand wisselt
    [one] { $count } persoon wisselt
   *[other] { $count } personen wisselen
}
freezing = Vastgelegd: alles waaruit een tafelindeling voor { $people } over { $rounds } volgt, en hoe lang er wordt gezocht (inspanning { $effort }).
freezing-next = Maak deze regel openbaar voordat iemand het startgetal kan kennen. Maak daarna de indeling, in een eigen map:
    .make = geloot sessions --frozen { $folder } --seed "..." --out ...
    .check = Wie de regel zag toetst haar: geloot sessions check MAP --commitment "{ $start }..."
saved-frozen = Opgeslagen in { $folder }: inputs.json en commitment.txt.

# Regels van een tafelindeling

do-not-fit = { $when }: de mensen passen niet aan de tafels, wat de regels ook zijn.
clash-one-rule = { $when }: deze regel is niet te volgen:
clash-rules = { $when }: deze regels zijn niet samen te volgen; zonder een ervan kunnen de andere wel:
clash-rules-perhaps = { $when }: deze regels zijn niet samen te volgen (misschien zijn ze daar niet allemaal voor nodig):
all-apart = { $people } zitten allemaal niet bij elkaar: { $codes }.
tables-take = { $end ->
    [least] { $count } tafels hebben elk minstens { $size }: { $named }.
   *[most] { $count } tafels hebben elk hoogstens { $size }: { $named }.
}
table-takes = { $end ->
    [least] Tafel { $name } heeft minstens { $size }.
   *[most] Tafel { $name } heeft hoogstens { $size }.
}
topics-at = Dat is met deze tafels voor de onderwerpen: { $tables }. Een kolom topic in de lijst van tafels kiest andere.
when-rounds = { $count ->
    [one] Ronde { $rounds }
   *[other] Rondes { $rounds }
}
no-topic-there = { $name } (daar is geen onderwerp)
no-table = geen tafel
one-table = tafel { $name }
some-tables = tafels { $names }
rule-apart = { $one } en { $other } zitten niet aan dezelfde tafel.
rule-together = { $one } en { $other } zitten aan dezelfde tafel.
rule-at = { $code } zit aan tafel { $table }.
rule-not-at = { $code } zit niet aan tafel { $table }.
rule-topic = { $code } werkt aan { $topic }.
rule-not-topic = { $code } werkt niet aan { $topic }.
rule-need = { $code } heeft een tafel nodig die { $need } is ({ $tables }).
rule-language = { $code } heeft iemand aan tafel nodig die { $language } spreekt ({ $who }).
rule-host-at = { $staff } mag { $code } niet begeleiden ({ $tables }).
rule-host = { $staff } mag { $code } niet begeleiden.
rule-role = { $end ->
    [least] Elke tafel heeft er minstens { $limit } met de rol { $role }; { $there }.
   *[most] Geen tafel heeft er meer dan { $limit } met de rol { $role }; { $there }.
}
people-are = { $count ->
    [one] er is { $people }
   *[other] er zijn { $people }
}
rule-keep = { $tables ->
    [one] De { $people } met { $feature } { $value } delen hoogstens { $tables } tafel.
   *[other] De { $people } met { $feature } { $value } delen hoogstens { $tables } tafels.
}
rule-company = Van wie { $feature } { $value } heeft zitten er minstens { $least } aan een tafel, of geen.
speakers-none = niemand van de begeleiders
speakers-many = { $count } van de begeleiders
broken-no-seat = { $code } heeft geen plaats.
broken-absent = { $code } heeft een plaats en is afwezig.
broken-size = { $least ->
    [same] tafel { $table } heeft { $people }; er horen er { $most }.
   *[other] tafel { $table } heeft { $people }; er horen er { $least } tot { $most }.
}
broken-apart = { $one } en { $other } zitten aan dezelfde tafel en horen niet bij elkaar.
broken-together = { $one } en { $other } horen aan dezelfde tafel en zitten er niet.
broken-barred = { $code } zit aan tafel { $table }. De regel: { $why }
broken-limit = tafel { $table } heeft er { $here } met de rol { $role }; { $end ->
    [least] er { $count ->
        [one] hoort
       *[other] horen
    } er minstens { $count }
   *[most] er { $count ->
        [one] hoort
       *[other] horen
    } er hoogstens { $count }
}.
broken-gather = { $codes } horen hoogstens { $most } tafels te delen en zitten aan { $tables }.
broken-company = { $table } heeft { $here } van { $codes }; er horen er minstens { $least } aan een tafel te zitten, of geen.
broken-moved = { $people } wisselden van tafel, meer dan mag.

# Weigeringen van de opdrachten

S-31 = De opdracht heeft --seed en --out nodig.
    .do = "geloot sessions --help" zegt hoe.
S-32 = { $plan ->
    [none] De opdracht noemt geen lijst van mensen.
   *[other] De opdracht en { $plan } noemen geen lijst van mensen.
}
    .do = Geef die na --people P.csv, of in het planbestand: [files] op een eigen regel, met daaronder people = "P.csv".
S-33 = De regels van deze indeling spreken elkaar tegen.
    .do = Laat er een weg of maak die soepeler, en geef de opdracht opnieuw.
S-34 = Er is geen indeling gevonden die alle regels volgt. De beste volgt deze niet:
    .known = Het is niet bewezen dat de regels elkaar tegenspreken.
    .do = Zoek langer met --effort 100, of maak een van deze regels soepeler.
and-more = en nog { $count }
S-36 = inputs.json in deze map is niet zoals dit programma het schreef.
    .means = Het is met de hand of door een ander programma veranderd. Over de indeling is dus niets te zeggen.
    .do = Wilt u alleen de plaatsen nakijken, geef dan seatplan.csv zelf, met --people.
S-37 = seed.json in deze map is niet zoals dit programma het schreef.
    .means = Zonder dat kan niemand de nieuwe indeling opnieuw maken.
S-38 = Deze indeling heeft geen ronde met tafels met dat nummer.
    .do = Rondes tellen vanaf 1.
S-40 = De mensen van deze ronde passen niet aan de tafels.
    .means = Er is niemand over, of er zijn minder plaatsen dan mensen in het gebouw.
S-59 = Er is niets te wijzigen: niemand is afwezig, niemand is extra.
    .do = Noem wie wegblijft na --absent en wie er toch is na --extra. Wilt u de tafels beter mengen zoals ze
    .rest = zijn, zeg dan met --move-at-most hoeveel mensen van tafel mogen wisselen.
S-66 = De map van een indeling wordt nagekeken met haar eigen gegevens. { $option } doet hier dus niets.
    .do = Laat die optie weg. Wilt u de plaatsen met andere bestanden beoordelen, geef dan seatplan.csv uit de map.
S-67 = De gegevens in deze map zijn niet die welke zijn vastgelegd.
    .do = inputs.json of commitment.txt is veranderd. Zet ze terug van een kopie; leg met andere gegevens opnieuw vast,
    .rest = en daarvoor is een startgetal nodig dat nog niemand kan kennen.
S-68 = { $line } is geen openbare regel.
    .do = De regel is geloot-commitment-1: met 64 cijfers 0 tot 9 en letters a tot f, allemaal.
S-69 = { $option } is voor de map van een indeling, en dit is een bestand.
    .do = Geef de map, of laat de optie weg.
S-70 = De pagina om af te drukken kon niet worden gemaakt. Dit is een fout in het programma, niet in uw gegevens.
    .do = Stuur ons deze tekst en de opdracht die u gaf. Stuur niet de lijst van mensen.
S-71 = inputs.json in deze map is niet dat wat seed.json noemt: een van de twee is veranderd.
    .means = Een wijziging daarvan zou niet volgen uit de indeling die is aangekondigd. Zet de map terug van een kopie;
    .more = "geloot sessions check" zegt meer.
claim-holds = klopt
claim-fails = KLOPT NIET
claim-open = niet getoetst
claims-open = { $count ->
    [one] Wat een hiervan zegt was niet te toetsen. Het antwoord is dus nee.
   *[other] Wat { $count } hiervan zeggen was niet te toetsen. Het antwoord is dus nee.
}
making-again = De indeling opnieuw maken
looking-for-seats = De beste plaatsen zoeken

# Het verslag van een indeling

plan-saved = Opgeslagen in { $folder }: seatplan.csv, cards.csv, tables.csv, wall.csv, plan.html om af te drukken,
    .rest = report.json, en inputs.json met seed.json, waaruit iedereen deze indeling opnieuw kan maken.
plan-for = Tafelindeling voor { $people } over { $rounds }. Na de regels: { $order }.
plan-why = Er zijn precies zo veel rondes als nodig is om iedereen elkaar één keer te laten ontmoeten. Ontmoetingen gaan dus
    .rest = voor; --first balance draait dat om.
aim-within-one = tafels gemengd tot op één persoon van het beste
aim-balance = gemengde tafels
aim-meetings = nieuwe ontmoetingen
aim-wishes = voorkeuren voor onderwerpen
aim-nothing = niets te kiezen
then = , dan {""}
head-meetings = Ontmoetingen
head-reached = Bereikt
head-best = Best mogelijk
pairs-first = Paren die voor het eerst samen zitten
pairs-different = Verschillende paren die elkaar ontmoeten
pairs-again = Ontmoetingen van bekenden
met-fewest = Nieuwe mensen voor wie de minste ontmoet
met-median = Nieuwe mensen voor de middelste persoon
times-met = Keren dat hetzelfde paar elkaar ontmoet
at-most = hoogstens { $count }
at-least = minstens { $count }
head-rounds = Rondes
head-kind = Soort
head-people = Personen
head-tables = Tafels
head-at-each = Aan elk
head-met-before = Al ontmoet
head-at-least = Minstens
head-spread = Spreiding over tafels
head-least-possible = Minst mogelijk
head-outside = Buiten een eerlijk deel
spread-uneven = Waar tafels in grootte verschillen, tellen mensen vanaf het eerlijke deel van hun tafel.
spread-alone = De { $people } mensen met { $feature } { $value } zitten nooit bij elkaar aan tafel. Moet dat wel, dan staat dat in een planbestand: [[keep]] feature = { $feature } houdt hen bij elkaar, met [[company]] feature = { $feature } zit niemand van hen alleen.
spread-means = Spreiding: de meeste mensen met één waarde aan een tafel min de minste aan een andere, voor de slechtste waarde en ronde.
head-topics = Onderwerpen
choice-1 = eerste keuze
choice-2 = tweede keuze
choice-3 = derde keuze
choice-later = latere keuze
choice-none = een onderwerp waar niet om gevraagd is
choice-silent = geen voorkeur opgegeven
head-topics-alone = Als alleen voorkeuren telden
with-these-tables = {" "}met deze tafels voor de onderwerpen
price-fewer = geen indeling die de regels volgt heeft er minder dan { $best }{ $there } (bewezen)
price-best = geen verdeling heeft er minder{ $there } (bewezen)
price-more-wishes = geen indeling die de regels volgt heeft er minder dan { $best }{ $there } (bewezen), dus hoogstens { $more } meer dan nodig
price-more = geen indeling die de regels volgt heeft er minder dan { $best }{ $there } (bewezen), dus wat vóór voorkeuren gaat kost er hoogstens { $more }
steps-below = { $steps ->
    [one] { $when }: samen { $steps } stap onder de eerste keuzes{ $price }.
   *[other] { $when }: samen { $steps } stappen onder de eerste keuzes{ $price }.
}
head-topic = Onderwerp
head-table = Tafel
head-room = Ruimte
head-facilitator = Gespreksleider
head-seats = Plaatsen
where-topics = { $when }: waar de onderwerpen zijn.
rules-kept = Alle regels zijn gevolgd: een plaats voor iedereen{ $own ->
    [yes] {""}
   *[no] , de grootte van de tafels
}{ $more ->
    [0] {""}
   *[other] , en nog { $more }
}.
S-35 = { $count ->
    [one] { $count } regel is niet gevolgd:
   *[other] { $count } regels zijn niet gevolgd:
}
rules-absent = Wie op de lijst van mensen staat en er niet was moet u opgeven: met de regel absent in
    .rest = constraints.csv (--constraints), of met absent in het planbestand (--plan).
rules-own = De cijfers hierboven, en wat best mogelijk is, zijn voor de mensen en groottes van deze indeling.
sizes-unchecked = Er is geen regel over de grootte van tafels gegeven (--tables, --size of --plan), dus die is niet nagekeken.
S-65 = { $when }: de kleinste tafel heeft { $people }, de grootste { $most }.
reseated = Ronde { $round } is opnieuw ingedeeld; elke andere ronde is zoals zij was. { $moved ->
    [0] Niemand zit ergens anders dan aangekondigd.
    [one] { $moved } persoon zit ergens anders dan aangekondigd.
   *[other] { $moved } personen zitten ergens anders dan aangekondigd.
}
head-code = Code
head-table-before = Tafel eerst
head-table-now = Tafel nu
head-staff-moved = Begeleiders die met de regels meegaan
S-79 = --out noemt één map, en meer rondes worden na elkaar veranderd, elk in een eigen map.
    .do = Laat --out weg: de veranderingen komen in de map van de indeling.
head-task = Taak
head-before = Eerst
head-now = Nu
task-facilitator = gespreksleider
task-notes = notulist
S-80 = { $file } heeft geen kolom met de codes van deze indeling.
    .near = { $near ->
        [none] {""}
       *[other] Maar een cel lijkt op { $near }. Rekenbladen laten nullen voor een getal weg: geef de kolom de vorm tekst.
    }
    .do = Geef de lijst waaruit de indeling is gemaakt, met een kolom met namen: de lijst van "geloot people", of van deelnemers.
S-81 = { $count ->
    [one] { $count } persoon van de indeling heeft geen naam in deze lijst, en staat er met de code.
   *[other] { $count } personen van de indeling hebben geen naam in deze lijst, en staan er met de code.
}
    .near = { $near ->
        [none] {""}
       *[other] Maar een cel lijkt op { $near }. Rekenbladen laten nullen voor een getal weg: geef de kolom de vorm tekst.
    }
S-82 = { $file } heeft geen kolom met e-mailadressen.
    .do = Zeg welke kolom het is: --email "KOP".
S-83 = { $count ->
    [one] { $count } persoon heeft geen e-mailadres, en zit in geen kamer.
   *[other] { $count } personen hebben geen e-mailadres, en zitten in geen kamer.
}
S-110 = { $file } is later gewijzigd, en wie elkaar al zagen komt uit de oude indeling. Zaten de mensen zoals de laatste wijziging zegt, geef dan die: --met { $last }
S-111 = { $folder } is de map van de indeling zelf.
    .do = Geef een plek ernaast: lijsten met namen zijn voor de avond, en de indeling mag worden doorgegeven.
personal-file = persoonlijk
rooms-file = kamers-ronde
names-saved = Opgeslagen in { $folder }: kaarten, tafellijsten, een lijst voor aan de muur en een pagina om af te drukken, met namen. Hierin staan persoonsgegevens: voor de avond zelf, nooit om openbaar te maken. Gooi ze daarna weg.
the-command = de opdracht

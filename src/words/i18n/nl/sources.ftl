# Waar het startgetal vandaan komt: het reglement, woorden, getallen, dobbelstenen, het baken.

# Het reglement

C-01 = Het reglement { $file } is zo niet te gebruiken.
charter-not-toml-name = De naam eindigt niet op .toml. Het programma zou het dus niet lezen, en niets wat erin staat zou tellen.
charter-rename = Geef het een naam die op .toml eindigt. Windows kan het eind van een naam verbergen: charter.toml kan charter.toml.txt zijn.
C-02 = Ronde { $round } van het baken, die volgens het reglement het startgetal geeft, is openbaar sinds { $due }.
    .clock = De klok van deze computer staat op { $now }. Een startgetal dat voor de vastlegging bekend is kan worden uitgezocht, en geen datum in een reglement toont het tegendeel.
    .do = Kies een latere ronde, of een tijd waarop u de regel openbaar hebt gemaakt; of zet de klok goed.
    .practise = Om te oefenen, of om een oude loting opnieuw te maken: --known-round.
C-03 = Ronde { $round } van het baken, die volgens het reglement het startgetal geeft, is openbaar sinds { $due }.
    .means = Wie dit vastlegde kon loting na loting proberen tot het panel beviel. Niemand kan toetsen dat het niet zo ging.
    .do = Gebruik deze loting niet voor een burgerberaad.
promise-too-many = [reserves] belooft { $reserves ->
    [one] { $reserves } reserve
   *[other] { $reserves } reserves
}, en { $people ->
    [one] { $people } persoon
   *[other] { $people } personen
} uit de deelnemerspool komen niet in het panel. Beloof er minder.
bad-curly = Regel { $line } is geen TOML: er staat het aanhalingsteken { $curly } van een tekstverwerker. Schrijf rechte, " of ', in een gewone teksteditor.
bad-too-large = Het is groter dan { $most } bytes. Wie het dossier natrekt, leest het reglement het eerst: laat weg wat geen tekst is, zoals afbeeldingen.
bad-not-toml = Regel { $line } is geen TOML 1.0, in UTF-8. Schrijf een datum als 2027-03-01, een getal als 0.10, een tekst "tussen rechte aanhalingstekens", en wat voor mensen is achter een #. (Een reglement in vrije tekst heeft een naam nodig die op .txt eindigt.)
bad-mistyped = { $key } zegt het programma niets, en er is geen { $meant }. Bedoelt u dat, schrijf het dan zo; zo niet, geef het een andere naam.
bad-script = { $key } heeft tekens die niet van het Latijnse schrift zijn, en kan op een andere naam lijken. Schrijf namen met gewone letters.
bad-programme = [programme] is een tabel, en "kind" daarin is "register" of "self-registered", precies zo geschreven: anders gaan mensen die zichzelf hebben aangemeld door voor mensen uit een register.
bad-outside = Er is een "source", maar niet in een tabel [seed]: zet de regel [seed] erboven.
bad-missing = { $key ->
    [date] "date" ontbreekt: de dag waarop de vastlegging openbaar wordt, zoals date = 2026-03-01. Een baken moet daarna komen.
    [source] { $table } heeft geen "source". Geef text (woorden), lotto (getallen), dice (dobbelstenen), ticket (lot), drand (baken) of contributions (verzegelde woorden), of laat { $table } weg.
    [chain] { $table } heeft geen "chain". Geef quicknet (elke 3 seconden) of default (elke 30).
    [round] { $table } heeft geen "round" en geen "time". Geef de ronde die wordt gebruikt, of wanneer.
    [roles] { $table } heeft geen "roles": wie woorden verzegelt. Schrijf voor ieder een tabel [[seed.roles]] met "name" en "slip", de regel die "geloot slip" toonde.
    [until] { $table } heeft geen "until": de dag of tijd tot wanneer de verzegelde woorden open kunnen.
    [otherwise] { $table } heeft geen tabel [seed.otherwise]: de bron die beslist als iemand niet opent, met een eigen "source".
    [count] { $table } heeft geen "count": hoeveel dobbelstenen of getallen. Dat mag niemand kiezen als ze bekend zijn.
    [most] { $table } heeft geen "most": het hoogste getal dat kan vallen, zoals most = 45.
   *[other] { $table } heeft geen "{ $key }".
}
bad-wrong = { $key ->
    [date] "date" is geen datum zoals 2026-03-01, of tijd zoals 2026-03-01T20:00:00+01:00, zonder aanhalingstekens.
    [source] { $table } heeft een "source" die niet bestaat. Er zijn text, lotto, dice, ticket, drand en contributions.
    [second] { $table } heeft een "source" die daar niet kan. Er zijn lotto, dice, ticket en drand: woorden kan iemand kiezen als de andere bekend zijn.
    [chain] { $table } heeft een "chain" die niet is ingebouwd. Er zijn quicknet en default.
    [both] { $table } heeft een "round" en een "time". Geef er een.
    [numbers] Een lijst van openbare getallen heeft er 1 tot 100.
    [dice] Een dobbelsteen heeft 2 tot 1.000 kanten, en een worp 1 tot 64 stenen.
    [time] "time" is geen tijd zoals 2026-03-04T20:00:00+01:00, met het verschil met UTC en zonder aanhalingstekens.
    [zone] "zone" is geen tijdzone die het programma kent. Schrijf UTC, of een zone van Europa die tegelijk met de meeste andere zomertijd heeft, zoals "Europe/Amsterdam"; geef elders tijden met hun verschil met UTC.
    [until] "until" is geen datum zoals 2026-03-01, of tijd zoals 2026-03-01T20:00:00+01:00, zonder aanhalingstekens.
   *[other] "{ $key }" heeft een waarde van de verkeerde soort.
}
bad-unknown = { $table } heeft { $key }, en dat zegt niets bij deze bron.
bad-too-few-dice = Deze dobbelstenen hebben minder uitkomsten dan de { $tickets } loten. Sommige loten zouden dus nooit kunnen winnen. Gooi er { $needed }, of maak minder loten (--tickets).
bad-too-few-dice-letters = Deze dobbelstenen hebben minder uitkomsten dan de { $outcomes } die een uitnodigingsloting vraagt, zodat niemand ze allemaal kan proberen. Gooi er { $needed }.
bad-few-numbers = Deze getallen kunnen maar op { $ways ->
    [one] één manier
   *[other] { $ways } manieren
} vallen, en wie het reglement schreef kan ze vooraf allemaal hebben geprobeerd. Nodig zijn minstens { $needed } manieren: neem meer getallen, of een loterij met meer getallen, zoals 6 uit 45.
bad-no-power = Loten worden met de hand getrokken, cijfer voor cijfer, maar er zijn er { $tickets }. Maak er 1000, 10000 of een andere macht van tien (--tickets).
bad-round-early = De gekozen ronde komt op { $due }, niet na de datum van de vastlegging, { $date }. Kies een latere ronde.
bad-how-many = { $table } noemt { $roles } mensen die woorden verzegelen. Er kunnen er 2 tot 100 zijn.
bad-role = De rol met nummer { $at } in [[seed.roles]] { $bad ->
    [not-table] is geen tabel met "name" en "slip".
    [name] heeft geen "name", of geen die op één regel past.
    [name-twice] heeft de naam van een andere.
    [slip] heeft geen "slip": de regel die "geloot slip" toonde, geloot-slip-1: met 64 cijfers 0 tot 9 en letters a tot f.
    [slip-twice] heeft het briefje van een andere. Vraag beide om een nieuw.
   *[unknown] heeft { $key }, en dat zegt daar niets.
}
bad-until-early = Woorden kunnen open tot { $until }, en dat is niet na de datum van de vastlegging, { $date }.
bad-second-early = De ronde van de tweede bron komt op { $due }, niet na { $date }, tot wanneer woorden open kunnen. Wie het laatst opent zou tussen de twee kunnen kiezen. Kies een latere ronde.
bad-no-such-round = Die ronde van het baken is er niet: rondes zijn genummerd vanaf 1.

# Reserves in het reglement

promise-not-toml = Het is geen TOML. Een reglement in vrije tekst heeft een naam nodig die op .txt eindigt.
promise-not-table = "reserves" is voor het programma: schrijf een tabel, [reserves], met "number" en "attrition".
promise-missing = { $key ->
    [number] [reserves] heeft geen "number": hoeveel mensen als reserve worden geloot.
   *[attrition] [reserves] heeft geen "attrition": de kans dat iemand uitvalt, zoals 0.1 of "10%".
}
promise-wrong = { $key ->
    [number] [reserves] heeft een "number" dat geen geheel getal van 1 tot 10.000 is.
    [attrition] [reserves] heeft een "attrition" die geen kans is: een getal tussen 0 en 1 met hoogstens zes decimalen, of een percentage zoals "10%", tussen aanhalingstekens.
   *[rates] [reserves] heeft "rates" in een andere vorm dan rates = [{"{"} feature = "...", value = "...", rate = 0.2 {"}"}].
}
promise-unknown = [reserves] heeft { $key }, en dat zegt daar niets.
promise-no-feature = [reserves] heeft een kans voor het kenmerk { $name }, en dat hebben de quotums niet. { $near ->
    [none] Er zijn { $list }.
   *[other] Bedoelt u { $near }?
}
promise-no-value = [reserves] heeft een kans voor { $feature } { $name }, en dat hebben de quotums niet. { $near ->
    [none] Er zijn { $list }.
   *[other] Bedoelt u { $near }?
}
promise-twice = [reserves] heeft twee kansen voor { $feature } { $value }. Geef er een.

# Woorden, getallen, dobbelstenen en een baken als startgetal

Z-01 = Deze woorden kunnen geen startgetal zijn: wat niet te zien is, of op iets anders lijkt, zou het panel kunnen kiezen.
    .do = Typ de woorden die mensen hoorden: letters van één schrift, cijfers, - en ' binnen woorden, enkele spaties.
and-more-of-these = En nog { $count }.
form-words = Ter informatie. De woorden worden zo gebruikt en vastgelegd: { $form }
form-numbers = Ter informatie. De getallen worden zo gebruikt en vastgelegd: { $form }
words-empty = Er zijn geen woorden.
words-too-long = Ze zijn langer dan 2.000 bytes.
words-sign = { $after ->
    [none] Teken { $at }, aan het begin, is { $sign }.
   *[other] Teken { $at }, na { $after }, is { $sign }.
}
sign = { $kind ->
    [line-break] U+{ $number }, een regeleinde
    [no-break] U+{ $number }, een vaste spatie
    [soft-hyphen] U+{ $number }, een zacht afbreekstreepje
    [zero-width] U+{ $number }, een spatie zonder breedte
    [joiner] U+{ $number }, een verbinder zonder breedte
    [word-joiner] U+{ $number }, een woordverbinder
    [byte-order] U+{ $number }, een byte-order mark
    [direction] U+{ $number }, een richtingteken
    [width] U+{ $number }, een spatie van andere breedte
    [variation] U+{ $number }, een variatieteken
    [mark] U+{ $number }, een teken bij de letter ervoor
    [unseen] U+{ $number }, een teken dat niet te zien is
    [no-word] "{ $sign }" (U+{ $number }), en dat kan niet in woorden
   *[no-number] "{ $sign }" (U+{ $number }), en dat kan niet in getallen
}
words-scripts = Letter { $at }, "{ $sign }" (U+{ $number }), is { $script }, en de letters ervoor zijn { $before }: alles moet in één schrift.
words-disguised = Alle letters zijn { $script }, en elk lijkt op een letter van een ander schrift. Gebruik woorden met een letter die dat niet doet, of getallen.
words-like-digits = { $run } kan op cijfers lijken. Is het een getal, schrijf het dan in cijfers; is het een woord, laat het dan weg of neem een ander.
script = { $script ->
    [latin] Latijns
    [greek] Grieks
   *[cyrillic] Cyrillisch
}
Z-10 = Dit is geen lijst van gehele getallen.
    .do = Geef de gehele getallen zoals ze zijn gedrukt, met spaties ertussen: "3 17 22 39 40 41". Geef van een getal met decimalen of punten de cijfers.
Z-11 = Er is niet gezegd hoeveel kanten de dobbelstenen hebben.
    .do = Vooraf is niets vastgelegd. Voeg --sides toe: --dice "4 0 7" --sides 10.
numbers-how-many = In een lijst staan 1 tot 100 getallen.
numbers-too-large = Deel { $at }, { $part }, is geen geheel getal: het is te groot.
numbers-sign = Deel { $at }, { $part }, is geen geheel getal: er staat { $sign }.
D-12 = { $shown } is niet het nummer van een lot.
    .do = Geef de cijfers die zijn getrokken, zoals --ticket 407: een geheel getal vanaf 0, zonder teken, komma's of punten.
Z-02 = { $shown ->
    [none] Dobbelstenen hebben 2 tot 1.000 kanten, een worp heeft 1 tot 64 stenen, en elke worp zo veel als de eerste.
   *[other] De dobbelstenen { $shown } zijn geen gehele getallen met spaties ertussen.
}
    .do = { $shown ->
        [none] Kijk --dice en --sides na.
       *[other] Schrijf wat elke steen toonde, zoals in --dice "4 0 7" --sides 10.
    }
Z-03 = Een dobbelsteen met { $sides } kanten kan geen { $shown } tonen: hij toont { $low } tot { $high }.
    .do = Vergelijk wat is opgeschreven met wat mensen zagen.
Z-04 = Er zijn meer loten dan deze dobbelstenen uitkomsten hebben. Sommige loten zouden dus nooit kunnen winnen.
    .do = { $needed ->
        [one] Gooi { $needed } steen met { $sides } kanten, of maak de loting met minder loten (--tickets).
       *[other] Gooi { $needed } stenen met { $sides } kanten, of maak de loting met minder loten (--tickets).
    }
Z-05 = De laatste worp is een van de hoogste. Die moet over, zodat alle loten even waarschijnlijk zijn.
    .do = Gooi alle stenen opnieuw en schrijf beide worpen op, met een puntkomma ertussen.
Z-06 = Worp { $throw } besliste de loting al; wat daarna is gegooid telt niet.
    .do = Laat de latere worpen weg.
Z-07 = { $file } is geen antwoord van het baken drand: { $what ->
    [empty] het is leeg.
    [page] het is een webpagina.
    [not-json] het is een andere tekst, of een deel van een antwoord ontbreekt.
    [no-signature] er staat geen handtekening in waarmee iedereen het kan toetsen.
    [no-round] er staat niet in van welke ronde het is.
   *[no-previous] er staat geen handtekening van de vorige ronde in; het kan van een andere keten zijn dan is gekozen.
}
    .do = Sla op wat het adres van de ronde toont, zoals het is, in een bestand. "geloot draw" toont het adres.
Z-08 = In { $file } is de handtekening echt, maar het toeval volgt er niet uit.
    .do = Haal het bestand opnieuw op bij het baken zelf.
Z-09 = De handtekening in { $file } is niet die van de League of Entropy voor die ronde van die keten.
    .do = Haal het bestand opnieuw op bij het baken zelf. Loot niet met dit bestand.

source-dice = { $dice } dobbelstenen met { $sides } kanten (dice)
source-numbers = { $numbers } bekendgemaakte getallen, geen hoger dan { $most } (lotto)
source-word = { $source ->
    [text] hardop gezegde woorden (text)
    [lotto] bekendgemaakte getallen (lotto)
    [dice] dobbelstenen (dice)
    [ticket] een getrokken lootnummer (ticket)
    [drand] een ronde van het baken (drand)
    [contributions] verzegelde woorden (contributions)
    [lottery] een eigen loting
    [call] een oproep
   *[other] { $source }
}

# Wat er mis is met recepten en met de lijsten waar ze voor zijn. De sleutel is de code.

I-01 = { $curly ->
    [none] regel { $line } van het recept is niet te lezen.
   *[other] in regel { $line } van het recept staat een gekruld aanhalingsteken: { $curly }
}
    .do = { $curly ->
        [none] { $date ->
            [date] Schrijf een datum als 2027-03-01: het jaar eerst, zonder aanhalingstekens.
           *[none] Een tekst staat tussen rechte aanhalingstekens, en een lijst tussen haken.
        }
       *[other] Tekstverwerkers schrijven die. Gebruik rechte aanhalingstekens: "
    }
I-02 = { $table ->
    [none] in het recept staat { $key }, en dat betekent niets.
   *[other] in { $table } staat { $key }, en dat betekent niets.
}{ $near }
    .do = Verbeter het of haal het weg. Wat niets betekent, zou worden overgeslagen.
I-03 = { $table ->
    [none] in het recept ontbreekt { $key }.
   *[other] in { $table } ontbreekt { $key }.
}
    .do = { $key ->
        [reference_date] Zet bovenaan de dag waarop leeftijden tellen, bijvoorbeeld: reference_date = 2027-03-01
       *[other] Vul het aan.
    }
I-04 = { $table ->
    [none] { $key } in het recept is niet wat het moet zijn.
   *[other] { $key } van { $table } is niet wat het moet zijn.
}
    .do = { $wants ->
        [date] Schrijf een datum, zoals 2027-03-01, zonder aanhalingstekens.
        [table] Schrijf het als een tabel.
        [text] Schrijf een tekst tussen aanhalingstekens.
        [texts] Schrijf teksten tussen aanhalingstekens, in een lijst tussen haken.
        [number] Schrijf een geheel getal vanaf 1.
        [pairs] Schrijf oude en nieuwe namen: oud = "nieuw"
        [sign] Schrijf één teken tussen aanhalingstekens, zoals ";".
        [true] Schrijf: blank = true
        [true-or-false] Schrijf true (valt af) of false (blijft), zonder aanhalingstekens.
        [one] Geef maar één van "from", "join" en "split".
        [rows] Schrijf rijnummers per grond, bij een bron van één bestand: skip = { "{" } "een noot" = [88, 89] { "}" }
        [one-test] Geef precies één van "is", "not", "blank", "younger" en "older".
       *[file-name] Schrijf een naam die eindigt op .csv, met gewone letters en cijfers, en die niet van het programma zelf is.
    }
I-05 = { $table }: de klasse { $class } zegt niet welke leeftijden erin zitten.
    .do = Schrijf die als 16-34, 65+ of "75 en ouder".
I-06 = { $table }: sommige leeftijden zitten in { $one } en in { $other }.
    .do = Laat de ene ophouden waar de andere begint: 16-34, 35-54.
I-07 = { $table }: { $spelling } staat voor { $one } en voor { $other }.
    .do = Haal het bij een van de twee weg.
I-08 = { $columns } worden uit elkaar gemaakt.
    .do = Geef een ervan een andere naam.
I-09 = deze kolom is er niet.{ $near }
    .do = Verbeter de naam in het recept, geef de bron een rename (rename = { "{" } "oud" = "nieuw" { "}" }), of zeg wat er in al haar rijen staat (set).
I-10 = { $count ->
    [one] de kolom { $columns } staat niet in dit bestand: de cellen zijn leeg.
   *[other] de kolommen { $columns } staan niet in dit bestand: de cellen zijn leeg.
}
    .do = Heeft het bestand die onder een ander kopje, geef dat dan de naam: rename = { "{" } "oud" = "nieuw" { "}" }. Is het voor alle rijen hetzelfde, zeg dat dan: set.
I-11 = de kopjes lijken in rij { $row } te staan.
    .do = Schrijf in het recept, bij deze bron: heading_row = { $row }
I-84 = alle cellen van een rij staan in één cel, met { $sign ->
    [tab] een tab
   *[other] { $sign }
} ertussen.
    .means = Zo is er één kolom, met alle kopjes in het kopje, en is er niets in te vinden.
    .do = Schrijf in het recept, bij deze bron: separator = { $sign ->
    [tab] "\t"
   *[other] "{ $sign }"
}. Staan hele rijen tussen aanhalingstekens, open het bestand dan in het rekenblad zo dat elk gegeven een eigen kolom heeft, en bewaar dat.
I-85 = deze rijen lijken één persoon, en toen de lijst werd gemaakt is besloten dat het er twee zijn.
I-86 = deze bron mist { $missing }, die de eerste wel heeft, en heeft { $own }, die de eerste mist.
    .means = Wat in beide hetzelfde is heeft dan twee kopjes: de mensen hieruit komen in eigen kolommen, en zijn in de andere leeg.
    .do = Geef de kolommen de kopjes van de eerste: rename bij deze bron. Zijn het andere dingen, laat het dan zo.
I-87 = in een tekst staat hier wat een burgerservicenummer (BSN) of A-nummer lijkt: voor de cijfers is # in de plaats gezet.
    .do = U hoeft niets te doen. Is het een ander nummer, dat in de lijst nodig is? Geef het dan een eigen kolom.
I-12 = { $cell } staat voor geen enkele waarde.{ $near }
    .do = Zet het in de lijst van de waarde waar het voor staat, of zeg wat er bij alle andere komt: otherwise = "..."
I-80 = deze cellen zijn leeg, en het recept zegt niet wat dat betekent.
    .do = Laat lege cellen voor een waarde staan in de lijst van values: "onbekend" = [""]. Of laat deze rijen weg: [[leave_out]] met blank = true en een grond. Moeten de cellen leeg blijven? Schrijf dan blank = "" in deze regel.
I-81 = { $count } postcodes in deze kolom staan voor geen waarde.
    .means = Postcodes horen in een tabel, en niet een voor een in de lijst van values.
    .do = Maak een bestand met een kolom met postcodes en een kolom met gebieden, en schrijf in deze regel, in plaats van values: table = { "{" } file = "postcodes.csv", key = "postcode", value = "gebied" { "}" }. Vier cijfers zonder letters zijn genoeg in dat bestand. Wat er komt te staan voor alle andere: otherwise = "..."
I-82 = deze kolom is er wel, maar wordt nooit overgenomen: volgens haar kopje of haar cellen staan er burgerservicenummers (BSN) of A-nummers in.
    .means = Het recept kan haar dus niet gebruiken, en niet in de lijst zetten.
    .do = Haal haar naam uit het recept, of neem een kolom met andere nummers. Voor een uitnodigingsloting gaat niets verloren: "geloot invite frame --recipe" haalt het nummer dat het reglement als key noemt zelf uit de bron.
I-13 = deze geboortedatums zeggen niet welke klasse het is, omdat een dag of maand niet bekend is.
    .do = Zoek het uit, of zeg wat er moet komen: unknown = "..." (bij [[leave_out]]: met unknown = true vallen ze af, met unknown = false blijven ze).
I-14 = in deze cellen staat geen leeftijd en geen geboortedatum.
    .do = Verbeter ze bij de bron, of zeg wat er moet komen: unknown = "..." (bij [[leave_out]]: met unknown = true vallen ze af, met unknown = false blijven ze).
I-15 = deze leeftijden zitten in geen van de klassen.
    .do = Laat deze mensen af met een grond ([[leave_out]], "younger" of "older"), of zeg wat er moet komen: otherwise = "..."
I-16 = deze cellen staan niet in de tabel waarin ze worden opgezocht.
    .do = Vul de tabel aan, verbeter de cellen bij de bron, of zeg wat er moet komen: otherwise = "..."
I-17 = deze tabel heeft twee antwoorden voor hetzelfde.
    .do = Laat een van de rijen staan.
I-18 = er zijn { $read } rijen gelezen, en het moeten er { $stated } zijn.
    .do = Vraag het aan wie de bestanden stuurde. Een rij die geen persoon is, laat u af met haar nummer: skip = { "{" } "een noot" = [88] { "}" }. Verander total alleen als de afzender een ander aantal noemt.
I-19 = deze kolom is voor burgerservicenummers (BSN) of A-nummers: die is niet overgenomen.
    .means = Er is er geen een getoond of bewaard.
I-70 = in deze kolom staan de nummers waaraan het kader mensen herkent: zij zijn niet overgenomen in de lijst of de verslagen.
    .means = Zij staan in het gesloten deel van het kader, als nummer van elke persoon, en nergens anders.
I-20 = { $count ->
    [one] één paar rijen kan één persoon zijn, en daar is niets over besloten.
   *[other] { $count } paren rijen kunnen elk één persoon zijn, en daar is niets over besloten.
}
    .means = Ze blijven allemaal in de lijst. Wie er twee keer in staat heeft twee keer zoveel kans.
    .do = { $numbers ->
        [none] {""}
       *[other] Staat hetzelfde nummer in { $numbers } in elke bron voor iemand anders? Geef dan elke bron een naam, set = { "{" } source = "..." { "}" }, en zet die voor het nummer: [columns.id] join = ["source", { $numbers }].{" "}
    }Schrijf eerste, tweede of beide onder besluit, bewaar het bestand naast het recept, en noem het daar: [twice] decisions = "twice.csv"
I-21 = deze besluiten gaan over rijen die er niet zijn, of die veranderd zijn.
    .do = Kijk naar de nieuwe paren in twice.csv.
I-22 = deze besluiten zijn niet eerste, tweede of beide.
    .do = Schrijf welke rij blijft, of beide als het twee mensen zijn.
I-23 = { $doubtful ->
    [0] in de datums van deze kolom staat de maand vóór de dag: bij deze rijen kan het niet anders.
   *[other] in de datums van deze kolom staat de maand vóór de dag (bij { $clear } kan het niet anders): deze rijen kunnen allebei betekenen, en zijn ook zo gelezen.
}
    .do = Vraag wie het bestand stuurde of dat klopt.
I-24 = deze jaren hebben twee cijfers: elk is gelezen in de enige eeuw die kan.
    .do = Er hoeft niets te gebeuren. Met jaartallen van vier cijfers is er geen twijfel.
I-25 = { $feature } { $value } ligt in meer dan één klasse.
    .do = Gebruik een tabel met fijnere klassen, of laat het weg: leave_out = [{ $value }]
I-26 = er blijft niemand in de lijst over.
    .do = Kijk naar de gronden waarop mensen afvallen.
I-27 = { $rule } heeft niets opgeleverd.
    .do = Kijk of er staat wat ook in de cellen staat, of haal het uit het recept.
I-61 = { $table }: combine noemt { $column }, en geen kolom van het recept met die naam voegt andere samen.{ $near }
    .do = Maak die kolom zoals de lijst haar nodig heeft, met join = ["de ene", "de andere"], en noem haar dan hier.
I-62 = deze kolom voegt { $parts } samen, en in deze tabel staan die niet alle naast elkaar.
    .found = { $found ->
        [none] Er staat één kenmerk per regel in. Neem een tabel met een kolom voor elk ervan en een voor de aantallen, zoals StatLine die geeft.
       *[other] Er staan { $found } in. Geef een kenmerk de naam van de kolom (rename), of neem een tabel waar alles in staat.
    }
I-28 = van deze geboortedatums is een dag of maand niet bekend.
    .means = Hoe die ook is, de leeftijd valt in dezelfde klasse: er is niets geraden.
I-29 = { $why ->
    [never] deze datums zijn van niemand die leeft: een dag die niet bestaat, die nog moet komen, of van meer dan 120 jaar geleden.
    [more] in deze cellen staat een datum en nog iets: nog een datum, of woorden. Er is niets van overgenomen.
    [zero] in deze cellen staan nullen: de geboortedatum of leeftijd is niet bekend.
    [serial] in deze cellen staat een getal zoals 31203: een rekenblad toont zo'n getal als een datum.
   *[century] het jaar van deze datums heeft twee cijfers, en het kan iemand uit elke eeuw zijn: 26 is 1926 of 2026.
}
    .do = { $why ->
        [never] Verbeter ze bij de bron. Of zeg wat er moet komen: unknown = "..." (bij [[leave_out]]: met unknown = true vallen ze af, met unknown = false blijven ze).
        [more] Staan er twee mensen in één rij? Geef elk een rij. Laat anders één datum in de cel staan, bij de bron.
        [serial] Toon de kolom in het rekenblad als datum (Celeigenschappen, Datum), en bewaar het bestand opnieuw.
        [century] Vraag om jaren van vier cijfers. Of zeg wat er moet komen: unknown = "..." (bij [[leave_out]]: met unknown = true vallen ze af, met unknown = false blijven ze).
       *[zero] Zoek het uit, of zeg wat er moet komen: unknown = "..." (bij [[leave_out]]: met unknown = true vallen ze af, met unknown = false blijven ze).
    }
I-30 = in deze cellen staat geen datum.
    .do = Verbeter ze bij de bron, of zeg wat er moet komen: unknown = "..."
I-35 = hier is geschreven wat het recept heeft voor wat niet bekend is (unknown): { $why ->
    [never] in de cel staat een datum van niemand die leeft.
    [more] in de cel staat een datum en nog iets, zoals nog een datum.
    [zero] in de cel staan nullen.
    [serial] in de cel staat een getal dat een rekenblad als datum zou tonen.
    [century] het jaar heeft twee cijfers, en kan van elke eeuw zijn.
   *[other] in de cel staat geen leeftijd en geen datum die kan.
}
    .do = Kijk of het echt niet bekend is.
I-36 = in deze kolom staan { $ages } leeftijden en { $dates } datums.
    .means = Een getal zoals 41 kan een leeftijd zijn, of het jaar 1941. In deze rijen staat wat het minst voorkomt.
    .do = Maak er bij de bron één van; "41 jaar" is altijd een leeftijd.
I-37 = in { $days ->
    [one] één datum
   *[other] { $days } datums
} van deze kolom staat de dag voorop, en in { $months ->
    [one] één datum
   *[other] { $months } datums
} de maand. In deze rijen staat wat het minst voorkomt.
    .means = Van { $doubtful } andere kan niemand zeggen welke het is: er is niets geraden.
    .do = Vraag om de datums in één volgorde, of als 1985-03-12.
I-38 = geen datum in deze kolom zegt of de dag of de maand voorop staat: deze zijn gelezen met de dag voorop.
    .do = Vraag wie het bestand stuurde of dat klopt.
I-39 = { $why ->
    [total] in deze rij lijkt een totaal van de andere te staan, en geen persoon.
    [headings] hier staan de kopjes nog een keer.
    [explains] deze rij legt de kopjes uit, zoals een programma voor vragenlijsten ze schrijft, en is geen persoon.
    [trial] deze rij is een proef, zegt het programma voor vragenlijsten, en misschien geen persoon.
   *[lone] in deze rij staat maar één cel: een noot, of de naam van een deel van de lijst, en geen persoon.
}
    .means = De rij zou gelden als iemand die geloot kan worden.
    .do = Laat de rij af met haar nummer en een grond, bij deze bron in het recept: skip = { "{" } "geen persoon" = [{ $skip }] { "}" }
I-40 = het recept geeft dit kopje een andere naam, en het staat niet in het bestand.{ $near }
    .do = Verbeter het, of haal het uit rename. Een kolom kan ook met haar letter: rename = { "{" } "[D]" = "nieuw" { "}" }
I-41 = deze bron heeft dezelfde rijen als { $other }.
    .means = Iedereen die erin staat zou twee keer zoveel kans hebben.
    .do = Haal een van de twee uit het recept.
I-42 = in de rij die voor de kopjes doorging staat een persoon: in kolom { $letters } staat geen kopje, maar net zoiets als in de cellen eronder.
    .means = Er wordt niets van getoond. Wie in die rij staat zou in de lijst ontbreken.
    .do = Schrijf in het recept, bij deze bron, in welke rij de kopjes staan: heading_row = 3. Is er geen rij met kopjes, zet die dan in het bestand.
I-43 = deze rijen moeten afvallen (skip), en ze zijn er niet.
    .do = Kijk naar de nummers in het rekenblad; een lege rij telt niet.
I-44 = { $word } staat in geen enkele cel van deze kolom: daarom viel niemand af ({ $ground }).{ $near }
    .do = Verbeter het woord, of haal het uit het recept.
I-45 = het recept vult deze kolom (set), en het bestand heeft die al.
    .do = Haal de kolom uit set. Of geef de kolom van het bestand een ander kopje (rename).
I-46 = kolommen { $letters } hebben dit kopje.
    .do = Geef een ervan een ander kopje met haar letter: rename = { "{" } "[{ $one }]" = "nieuw" { "}" }
I-47 = kolom { $letters } heeft cellen en geen kopje: die is niet overgenomen.
    .do = Is de kolom nodig, geef haar dan een kopje: rename = { "{" } "[{ $letters }]" = "nieuw" { "}" }
I-48 = op { $on } is iedereen van wie de leeftijd bekend is { $youngest } tot { $oldest } jaar oud.
    .means = Is dat de dag waarop leeftijden tellen? Twee verwisselde cijfers maken iedereen veel ouder of jonger.
    .do = Kijk naar reference_date in het recept.
I-49 = in deze cellen lijken letters verloren, zoals ZoÃ« voor Zoë, of Y?lmaz.
    .means = Brieven aan deze mensen zouden een verkeerde naam dragen, en wie er twee keer in staat zou niet worden gevonden.
    .do = Vraag het bestand opnieuw, bewaard als werkmap of als CSV UTF-8.
I-31 = er zijn { $count } bestanden gegeven, en er is één recept nodig.
    .do = Voor een eerste recept uit bestanden met mensen: voeg --suggest toe.
I-32 = { $folder } is geen map die geloot prepare maakte, of prepared.json is veranderd.
    .do = Maak die opnieuw met geloot prepare.
I-33 = { $pool } is niet de lijst die uit { $folder } kwam: die is daarna veranderd, of het is een andere.
    .do = Verander dan het recept en maak de lijst opnieuw, of laat --prepared weg.

I-34 = { $file } heeft { $rows } rijen, te veel voor een blad, dat er { $most } heeft.
    .do = Laat --xlsx weg: in de csv-bestanden staat alles.

# Het verslag over een gemaakte lijst

prepared-title = Hoe de lijst gemaakt is
prepared-personal = Niet voor publicatie: deze pagina kan tonen wat mensen schreven. Vernietig haar, met de map waarin zij ligt, drie maanden na de laatste bijeenkomst, als uw eigen regels niets anders zeggen.
prepared-summary = { $people } mensen in de lijst, van { $read } gelezen rijen; { $out } afgevallen.
prepared-files = Bestanden
prepared-file = bestand
prepared-read = gelezen
prepared-left-out = afgevallen
prepared-twice = dubbel
prepared-out = weggelaten of dubbel
prepared-kept = gebleven
prepared-changed = veranderd
prepared-together = samen
prepared-rules = Kolommen die door regels gemaakt zijn
prepared-column = kolom
prepared-cells = cellen veranderd of gemaakt
prepared-no-rules = Geen.
prepared-who-left-out = Wie er afvalt
prepared-ground = grond
prepared-rows = rijen
prepared-nobody-left-out = Niemand.
prepared-pairs = Mensen die er misschien twee keer in staan
prepared-pair = paar
prepared-first = eerste rij
prepared-second = tweede rij
prepared-same-in = gelijk
prepared-decided = besloten
prepared-row = { $file } rij { $row }
prepared-same = { $what ->
    [id] nummer
    [name] naam
    [mail] e-mail
    [phone] telefoon
    [birth] geboortedatum
   *[address] adres
}
prepared-decision = { $decision ->
    [both] beide blijven
    [first] de eerste blijft
    [second] de tweede blijft
   *[open] nog niet
}
prepared-no-pairs = Geen gevonden.
prepared-looked = Waarop gekeken is of mensen er twee keer in staan
prepared-looked-nowhere = zo'n kolom is er niet
prepared-heading = { $what ->
    [source] bestand
    [row] rij
    [ground] grond
    [column] kolom
    [before] ervoor
    [after] erna
   *[rule] regel
}
prepared-twice-heading = { $what ->
    [pair] paar
    [name-1] eerste naam
    [place-1] eerste bestand
    [row-1] eerste rij
    [name-2] tweede naam
    [place-2] tweede bestand
    [row-2] tweede rij
    [same] gelijk
    [list-1] eerste rij in pool.csv
    [list-2] tweede rij in pool.csv
   *[decision] besluit
}
prepared-twice-word = { $word ->
    [both] beide
    [first] eerste
   *[second] tweede
}
prepared-hint = { $what ->
    [look] Een recept voor "geloot prepare". Bekijk elke regel: wat met # begint is onzeker.
    [reference] De dag waarop leeftijden tellen, meestal de eerste dag van het burgerberaad. Haal de # weg en vul hem in.
    [total] Vergelijk met wat de afzender zegt:
    [strays] Deze rijen lijken geen mensen. Bekijk ze, en haal de # weg:
    [no-person] geen persoon
    [second-headings] Deze rijen leggen de kopjes uit, zoals een programma voor vragenlijsten ze schrijft.
    [explains] uitleg bij de kopjes
    [repeated] Meer kolommen hebben het kopje { $of }. Geef er een een ander:
    [renamed] In deze kolommen staat wat in een kolom van het eerste bestand staat, naar hun kopje en wat eronder staat. Kijk of dat klopt:
    [missing] Van de kolommen van het eerste bestand ontbreekt hier { $of }. Hernoem een van de eigen kolommen, of geef met set alle rijen hetzelfde.
    [pad] De nummers in { $of } hebben niet allemaal evenveel cijfers, en nullen ervoor zijn weggevallen:
    [pad-perhaps] De nummers in { $of } hebben niet allemaal evenveel cijfers. Hebben ze elders nullen ervoor, haal dan de # weg:
    [place] gemeente
    [same-numbers] In deze bestanden staat hetzelfde nummer voor verschillende mensen. Geef elke bron een eigen naam, set = {"{"} { $of } = "..." {"}"}, en haal de # weg:
    [by-cells] Naar wat erin staat, gemaakt van { $of }:
    [by-heading] Misschien gemaakt van { $of }, naar het kopje. Haal de # weg als dat klopt:
    [by-postcode] Misschien gemaakt van { $of }, met een tabel van u die zegt welke postcode waar ligt. Haal de # weg als dat klopt, en noem de tabel:
    [postcodes] postcodes.csv
    [number] { $of } heeft burgerservicenummers, en wordt nooit overgenomen.
    [a-number] In { $of } staan A-nummers: die worden nooit overgenomen. Een loting van brieven neemt ze toch als sleutel van het register (invite frame --recipe).
    [birth-year] { $of } heeft alleen het jaar, en dan kan iemand in twee klassen vallen: die krijgt wat hier staat, en wordt getoond. Op 31 december zegt het jaar de leeftijd.
    [unknown-age] onbekend
    [consent] Wie geen toestemming gaf, valt af:
    [no-consent] geen toestemming
    [young] Wie te jong is, valt af:
    [too-young] te jong
    [twice] Mensen die er misschien twee keer in staan, vindt u in twice.csv van de map die wordt gemaakt. Schrijf eerste, tweede of beide onder besluit, bewaar het naast dit recept, en haal de # weg:
    [no-column] Geen kolom heet zo. Uit welke van deze wordt hij gemaakt?
    [spellings] Schrijfwijzen die geen waarde zijn, staan bij de waarde die misschien bedoeld is. Haal de # ervoor weg waar dat klopt:
    [strange] Van deze is de waarde niet bekend. Zet elk in de lijst van zijn waarde, of neem het voor onbekend:
    [rows] rijen: { $of }
    [blank] Lege cellen: { $of }. Zeg wat ervoor komt ("" laat ze leeg), en haal de # weg:
   *[blank-is] onbekend
}
prepared-worded = Wat er in { $column } stond, waarop mensen afvallen ({ $ground })
prepared-blank = (leeg)
prepared-became-head = Gevolg
prepared-became = { $out ->
    [yes] valt af
   *[no] blijft
}
prepared-spellings = Wat er in { $column } stond
prepared-cell = cel
prepared-value = waarde
prepared-population = Waarden in geen enkele klasse, weggelaten uit { $file }
prepared-recipe = Recept
prepared-list = de lijst, pool.csv
prepared-faults = Om te bekijken
prepared-digests = Controlegetallen (SHA-256): wie deze bestanden heeft, kan de lijst opnieuw maken
prepared-saved = Opgeslagen in { $folder }: pool.csv, left-out.csv, changes.csv, twice.csv, report.html, report.txt en prepared.json.
prepared-decide = { $count ->
    [one] Over één paar rijen moet u nog besluiten: zie twice.csv.
   *[other] Over { $count } paren rijen moet u nog besluiten: zie twice.csv.
}
prepared-next = Hierna: geloot check --pool { $pool } --quotas QUOTUMS.csv --seats N, en dan geloot lottery met ook --prepared { $folder }.
prepared-suggested = Opgeslagen: { $file }. Bekijk elke regel; wat met # begint is onzeker. Daarna: geloot prepare { $file } --out MAP

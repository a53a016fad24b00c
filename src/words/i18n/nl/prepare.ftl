# Wat er mis is met recepten en met de lijsten waar ze voor zijn. De sleutel is de code.

I-01 = { $curly ->
    [none] regel { $line } van het recept is niet te lezen.
   *[other] in regel { $line } van het recept staat een gekruld aanhalingsteken: { $curly }
}
    .do = { $curly ->
        [none] Een tekst staat tussen rechte aanhalingstekens, en een lijst tussen haken.
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
        [one] Geef maar één van "from", "join" en "split".
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
I-10 = deze kolom staat niet in dit bestand: de cellen zijn leeg.
I-11 = de kopjes lijken in rij { $row } te staan.
    .do = Schrijf in het recept, bij deze bron: heading_row = { $row }
I-12 = { $cell } staat voor geen enkele waarde.{ $near }
    .do = Zet het in de lijst van de waarde waar het voor staat, of zeg wat er bij alle andere komt: otherwise = "..."
I-13 = deze geboortedatums zeggen niet welke klasse het is, omdat een dag of maand niet bekend is.
    .do = Zoek het uit, of zeg wat er moet komen: unknown = "..."
I-14 = in deze cellen staat geen leeftijd en geen geboortedatum.
    .do = Verbeter ze bij de bron, of zeg wat er moet komen: unknown = "..."
I-15 = deze leeftijden zitten in geen van de klassen.
    .do = Laat deze mensen af met een grond ([[leave_out]], "younger" of "older"), of zeg wat er moet komen: otherwise = "..."
I-16 = deze cellen staan niet in de tabel waarin ze worden opgezocht.
    .do = Vul de tabel aan, verbeter de cellen bij de bron, of zeg wat er moet komen: otherwise = "..."
I-17 = deze tabel heeft twee antwoorden voor hetzelfde.
    .do = Laat een van de rijen staan.
I-18 = er zijn { $read } rijen gelezen, en het moeten er { $stated } zijn.
    .do = Vraag het aan wie de bestanden stuurde, of verbeter total in het recept.
I-19 = deze kolom is voor burgerservicenummers (BSN) of A-nummers: die is niet overgenomen.
    .means = Er is er geen een getoond of bewaard.
I-20 = { $count ->
    [one] één paar rijen kan één persoon zijn, en daar is niets over besloten.
   *[other] { $count } paren rijen kunnen elk één persoon zijn, en daar is niets over besloten.
}
    .means = Ze blijven allemaal in de lijst. Wie er twee keer in staat heeft twee keer zoveel kans.
    .do = Schrijf eerste, tweede of beide onder decision, bewaar het bestand naast het recept, en noem het daar: [twice] decisions = "twice.csv"
I-21 = deze besluiten gaan over rijen die er niet zijn, of die veranderd zijn.
    .do = Kijk naar de nieuwe paren in twice.csv.
I-22 = deze besluiten zijn niet eerste, tweede of beide.
    .do = Schrijf welke rij blijft, of beide als het twee mensen zijn.
I-23 = in deze datums staat de maand vóór de dag.
    .do = Kijk of de andere niet ook de maand eerst bedoelen.
I-24 = deze jaren hebben twee cijfers: tot en met 30 zijn ze gelezen als van deze eeuw.
I-25 = { $feature } { $value } ligt in meer dan één klasse.
    .do = Gebruik een tabel met fijnere klassen, of laat het weg: leave_out = [{ $value }]
I-26 = er blijft niemand in de lijst over.
    .do = Kijk naar de gronden waarop mensen afvallen.
I-27 = { $rule } heeft niets opgeleverd.
I-28 = van deze geboortedatums is een dag of maand niet bekend.
    .means = Hoe die ook is, de leeftijd valt in dezelfde klasse: er is niets geraden.
I-31 = er zijn { $count } bestanden gegeven, en er is één recept nodig.
    .do = Voor een eerste recept uit bestanden met mensen: voeg --suggest toe.
I-32 = { $folder } is geen map die geloot prepare maakte, of prepared.json is veranderd.
    .do = Maak die opnieuw met geloot prepare.
I-33 = { $pool } is niet de lijst die uit { $folder } kwam: die is daarna veranderd, of het is een andere.
    .do = Verander dan het recept en maak de lijst opnieuw, of laat --prepared weg.

I-34 = { $rows } mensen zijn te veel voor een blad, dat { $most } rijen heeft.
    .do = Laat --xlsx weg: pool.csv heeft iedereen.

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
prepared-spellings = Wat er in { $column } stond
prepared-cell = cel
prepared-value = waarde
prepared-population = Waarden in geen enkele klasse, weggelaten uit { $file }
prepared-recipe = Recept
prepared-list = de lijst, pool.csv
prepared-faults = Om te bekijken
prepared-digests = Controlegetallen (SHA-256): wie deze bestanden heeft, kan de lijst opnieuw maken
prepared-saved = Bewaard in { $folder }: pool.csv, left-out.csv, changes.csv, twice.csv, report.html, report.txt en prepared.json.
prepared-decide = { $count ->
    [one] Over één paar rijen moet u nog besluiten: zie twice.csv.
   *[other] Over { $count } paren rijen moet u nog besluiten: zie twice.csv.
}
prepared-next = Hierna: geloot check --pool { $pool } --quotas QUOTUMS.csv --seats N, en dan geloot lottery met ook --prepared { $folder }.
prepared-suggested = Bewaard: { $file }. Bekijk elke regel; wat met # begint is onzeker. Daarna: geloot prepare { $file } --out MAP

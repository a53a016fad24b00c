# Wat er mis is met tabellen van cijfers, vergelijkingen en kansen.

# Een tabel van de bevolking

N-01 = er zijn geen namen met cijfers.
    .do = Een tabel van de bevolking heeft de kopjes kenmerk, waarde en aantal, en één regel voor elke waarde,
    .example = bijvoorbeeld: leeftijd,18-24,5364
    .statline = Een download van StatLine kunt u geven zoals die is: kies bij het downloaden "CSV".
N-40 = in alle kolommen staan getallen ({ $headings }), en dan zegt geen ervan waar de aantallen over gaan.
    .do = Zeg in welke de aantallen staan: --counts KOPJE. De getallen van de andere zijn dan waarden: schrijf er wat ze betekenen, zoals Horst aan de Maas in plaats van 1507 of GM1507, zoals het in de deelnemerspool staat.
N-41 = { $name } in { $names } staat naast verschillende codes in { $codes }: wijken en buurten kunnen in verschillende gemeenten hetzelfde heten.
    .do = Haal een van de twee kolommen uit de tabel: die met de namen, als de deelnemerspool codes heeft. Heeft die namen, kies dan de rijen van één gemeente (--pick "KOPJE=WAARDE"), of maak de namen verschillend.
N-02 = het cijfer van { $value } ontbreekt.
    .means = Zonder dat cijfer zouden de aandelen van alle andere niet kloppen.
    .do = Vul het in, of laat de waarde weg met --leave-out.
N-03 = { $cell } is geen getal van minstens 0.
    .do = { $why ->
        [negative] Geen aantal mensen en geen aandeel is minder dan 0. Is het een verandering, of een verschil? Kies dan de kolom met de aantallen: --counts KOPJE.
        [exponent] Een rekenblad heeft het ingekort, en er kunnen cijfers verloren zijn. Toon de kolom daar als hele getallen (Celeigenschappen, Getal) en bewaar het opnieuw; zijn ze weg, haal de tabel dan opnieuw op.
       *[other] Schrijf cijfers met hoogstens één teken voor de decimalen, zoals 45276 of 8,6.
    }
N-04 = { $cells } { $count ->
    [one] is
   *[other] zijn elk
} op twee manieren te lezen: met duizendtallen, of met drie decimalen.
    .do = Niets anders in de kolom zegt welke het is. Schrijf de cijfers zonder teken voor duizendtallen.
N-05 = { $feature } { $value } staat er meer dan eens.
    .do = Laat één regel per waarde staan. Was de waarde gesplitst, tel de cijfers dan op tot één regel.
N-06 = { $value } is het totaal van { $feature } en is weggelaten.
N-07 = { $value } van { $feature } is { $total }, maar de andere regels zijn samen { $sum }.
    .means = Het totaal is weggelaten; de aandelen zijn van de som van de andere regels.
    .do = Kijk of een regel ontbreekt of er twee keer staat.
N-08 = { $value } van { $feature } is zo groot als alle andere samen.
    .do = Is het hun totaal, laat het dan weg met --leave-out: nu telt het als een waarde.
N-71 = { $value } van { $feature } is zo groot als alle andere samen.
    .means = Is het hun totaal, dan zou het als een waarde tellen en de helft van de plaatsen krijgen.
    .do = Is het het totaal? Laat het dan weg: --leave-out "{ $option }".
    .or = Is het een waarde zoals de andere? Schrijf er dan één mens meer, en dit wordt niet meer gevraagd.
N-77 = bij { $feature } { $count ->
    [one] is { $parts } een deel
   *[other] zijn { $parts } delen
} van { $whole }, en dat is ook een waarde.
    .means = Deze mensen zouden dubbel tellen, en de aandelen van alle anderen zouden te klein zijn.
    .do = Laat het geheel weg, als er voor elk deel ervan een regel is: { $whole_option }
    .or = Laat anders { $count ->
    [one] het deel
   *[other] de delen
} weg: { $part_options }
N-78 = { $whole } bij { $feature } is zo groot als { $parts } samen.
    .means = Is het hun som, dan tellen deze mensen dubbel, en zijn de aandelen van alle anderen te klein.
    .do = Is dat zo? Laat het weg: { $whole_option }
    .or = Of laat de delen weg: { $part_options }
N-72 = de aandelen van { $feature } zijn op twee manieren geschreven: { $figure } als deel van 1, en andere als deel van 100.
    .means = Zoals het er staat, zou deze waarde bijna geen plaatsen krijgen.
    .do = Schrijf ze allemaal als percentage, of allemaal als deel van 1.
N-73 = in welke kolom de aantallen staan, is niet bekend: de kopjes zeggen wat kenmerk en waarde zijn, en { $headings } kan van alles zijn.
    .do = Noem die "aantal" als er aantallen mensen staan, of "aandeel" als er percentages staan; of noem de kolom met --counts KOPJE.
N-09 = de aandelen van { $feature } zijn samen { $sum }, niet { $whole }.
    .do = Dat komt niet door afronden. Kijk of er een waarde ontbreekt. Er is gerekend alsof { $sum } het geheel is.
N-10 = de aandelen van { $feature } zijn door afronden samen { $sum } in plaats van { $whole }. Er is gerekend alsof { $sum } het geheel is.
N-11 = deze cijfers zijn voorlopig (*). Ze zijn gebruikt zoals ze zijn.
N-12 = alle cijfers van { $feature } zijn 0.
    .do = Niemand krijgt dus een deel van de plaatsen. Kijk of u de juiste tabel hebt gekozen.
N-13 = er zijn meer kolommen met cijfers: { $headings }.
    .do = Kies er een met --counts KOPJE,
    .or = of kies één rij met --pick "KOPJE=NAAM" als de kolommen de waarden zijn.
N-14 = { $choice ->
    [pick] er is niets met de naam { $text } om te kiezen.{ $near }
    [counts] er is geen kolom met cijfers die { $text } heet.{ $near }
    [name] er is geen kenmerk { $text } om een andere naam te geven.{ $near }
    [leave-out] er is geen waarde { $text } om weg te laten.{ $near }
   *[at-least-one] er is geen kenmerk { $text } in de bevolking.{ $near }
}
    .do = Kijk na wat u gaf na { $option }.
N-15 = er zijn meer perioden; de nieuwste, { $taken }, is genomen.
    .do = Wilt u een andere, kies die dan met --pick: er is ook { $others }.
N-16 = { $rows ->
    [labels] er zijn aandelen voor elk van meer namen van { $heading }, en aandelen kunt u niet optellen.
    [levels] de rijen gaan over gebieden van verschillende soort, volgens de kolom { $heading }, en sommige liggen in andere.
   *[measures] in de tabel staan cijfers van verschillende soort, in de kolom { $heading }.
}
    .do = { $rows ->
        [labels] Kies een daarvan met --pick "{ $name }=NAAM": { $labels }.
       *[measures] Kies er een met --pick "{ $name }=NAAM": { $labels }.
    }
N-17 = { $cell } is gelezen als { $read }: het teken erin staat voor duizendtallen.
N-18 = { $count ->
    [one] { $heading }: { $labels } bevat andere gebieden en is weggelaten.
   *[other] { $heading }: { $labels } bevatten andere gebieden en zijn weggelaten.
}
N-19 = u vraagt minstens één plaats voor elk van de { $values } waarden van { $feature }, en het panel heeft { $seats }.
    .do = Geef het panel meer plaatsen, voeg waarden samen, of laat --at-least-one weg.
N-20 = { $feature } { $value } krijgt geen plaats: het aandeel is { $exact } van { $seats }.
    .means = Niemand met deze waarde kan dus worden ingeloot. Met --at-least-one { $feature } krijgt elke waarde er een.
N-21 = gelijke aanspraken op een plaats van { $feature } zijn beslist zonder een eigen tekst van u.
    .means = De tekst { $label } van het programma is gebruikt. Iedereen kan dat toetsen, maar niemand heeft het aangekondigd.
    .do = Maak een tekst bekend voordat u de cijfers kent, en geef die met --tie-label TEKST.
N-22 = { $feature } staat ook in { $other }.
    .do = Geef maar een van de twee tabellen, of geef het kenmerk een andere naam met --name.
N-23 = de kolommen zijn niet de waarden van één kenmerk: { $one } en { $other } gaan over dezelfde mensen.
    .means = De kolommen met cijfers zijn { $headings }.
    .do = Maak een tabel met de kopjes kenmerk, waarde en aantal, en een regel voor elke kolom die u nodig hebt,
    .example = bijvoorbeeld: geslacht,vrouw,5050
N-70 = de regels van { $feature } zijn niet de waarden van één kenmerk: { $one } en { $other } gaan over dezelfde mensen.
    .means = Iedereen zou twee keer of vaker tellen, en de aandelen zouden niet kloppen.
    .do = Geef elk een eigen kenmerk, zoals geslacht voor mannen en vrouwen, en leeftijd voor 16-34, elk met al zijn regels.
    .or = Laat regels weg die u niet nodig hebt: --leave-out "{ $name }=WAARDE".
N-74 = van { $feature } telt het ene cijfer mensen en het andere huishoudens of woningen: { $one } en { $other } tellen verschillende dingen.
    .means = Ze zijn niet op te tellen, en aandelen van beide samen zijn aandelen van niets.
    .do = Maak een tabel met de kopjes kenmerk, waarde en aantal, waarin elke regel mensen telt, zoals mannen en vrouwen.
    .or = Gaat het kenmerk over de soort huishouden? Neem dan het aantal mensen dat in elke soort woont, niet het aantal huishoudens.
N-31 = van { $feature } heeft de tabel niet voor elke combinatie een rij met { $count ->
    [one] de waarde
   *[other] de waarden
} { $values }.
    .means = De cijfers worden opgeteld over de andere kolommen, dus deze zouden voor te weinig mensen tellen, of voor niemand.
    .do = Vul de rijen aan die ontbreken, met 0 waar niemand is. Of maak een tabel met de kopjes kenmerk, waarde en aantal.
N-32 = het kenmerk heet { $feature }, naar het bestand, want de kolommen hebben samen geen naam.
    .do = Geef het de naam die de lijst van deelnemers ervoor heeft: --name "{ $name }=NAAM".
N-24 = { $heading } zegt hetzelfde als { $taken }, en is weggelaten.
N-25 = de waarden van { $feature } zijn codes: { $codes }.
    .do = Een deelnemerspool heeft die zelden, en dan past niemand. Download de tabel met namen in plaats van codes (in StatLine: "CSV" en niet de ruwe data),
    .or = of schrijf in de tabel wat elke code betekent.
N-26 = { $feature } heeft { $values } waarden, elk één { $births ->
    [yes] geboortejaar
   *[no] levensjaar
}.
    .do = Een quotum per jaar is zelden de bedoeling. { $births ->
        [yes] Schrijf bij elk jaar de leeftijd, en laat "geloot prepare" de regels optellen tot klassen zoals 16-34:
       *[no] "geloot prepare" telt de regels op tot klassen zoals 16-34:
    } noem dit bestand in een tabel [[population]] van het recept, en geef "geloot quotas" wat het schrijft.
N-27 = { $code } staat voor een cijfer dat ontbreekt of geheim is.
N-28 = de klassen { $one } en { $other } van { $feature } overlappen.
    .means = Telt iemand in allebei mee, dan kloppen de aandelen niet.
    .do = Laat de ene beginnen waar de andere ophoudt, zoals 15-24 en 25-64, en laat een regel weg die de som van andere is.
N-29 = tussen de klassen { $one } en { $other } van { $feature } zit een gat.
    .means = Wie daarin valt hoort bij de bevolking en telt niet mee.
    .do = Ontbreekt er een regel? Voeg haar toe. Zijn deze mensen met opzet weggelaten, dan is het goed zo.
N-30 = { $value } van { $feature } is een datum, zoals een rekenblad die maakt van een klasse als 10-12.
    .means = Niemand in de deelnemerspool heeft die waarde.
    .do = Maak de kolom in het rekenblad tekst, schrijf de klasse opnieuw, en bewaar het bestand.

# Mensen vergeleken met de bevolking

M-01 = { $near ->
    [none] er is geen kolom { $feature }.
   *[other] er is geen kolom { $feature }. Is het de kolom { $near }?
}
    .do = { $plain ->
        [yes] Geef na --mirror kopjes van kolommen van de deelnemerspool, met komma's ertussen.
       *[no] Een kenmerk is te vergelijken als de bevolking en de personen het allebei hebben, onder dezelfde naam.
    }
M-02 = er is geen kolom { $feature }, dus dit kenmerk is niet vergeleken.
M-03 = { $cell ->
    [none] { $count ->
        [one] { $people } heeft een waarde van { $feature } die de bevolking niet heeft.
       *[other] { $people } hebben een waarde van { $feature } die de bevolking niet heeft.
    }
   *[other] { $cell } is geen waarde van { $feature } in de bevolking.
}
    .do = Deze mensen tellen niet mee voor dit kenmerk. Verbeter de spelling, of voeg de waarde toe aan de bevolking.
M-04 = { $people } van { $all } hebben geen waarde van { $feature }; de anderen zijn vergeleken.
M-05 = { $shares }: veel verder uit elkaar dan toeval.
    .means = { $group ->
        [panel] Een kenmerk zonder quotum komt uit zoals de deelnemerspool is. Zeg dat in het verslag, of maak er de volgende keer een quotum van.
       *[other] Wat de deelnemerspool te veel heeft, krijgt het panel ook te veel, tenzij het kenmerk een quotum wordt.
    }
M-06 = { $shares }: verder uit elkaar dan door toeval te verklaren is.
M-07 = over het geheel verschilt { $feature } tussen { $group } en de bevolking meer dan door toeval te verklaren is.
M-08 = { $people } met een waarde van { $feature }: te weinig om het kenmerk als geheel te toetsen.
M-09 = er is niets te vergelijken: de personen hebben geen kolom met de naam van een kenmerk van de bevolking.
    .means = De bevolking heeft { $features }.
    .do = Geef de kolommen dezelfde kopjes, of geef een kenmerk van de bevolking een andere naam met --name.
M-10 = { $feature } heeft { $values } verschillende waarden: te veel om elk haar deel te geven.
    .do = Noem na --mirror een kolom met groepen mensen, zoals geslacht of leeftijdsklasse.
M-14 = { $count ->
    [one] { $values } bij { $feature } lijkt geen antwoord, en zou een eigen deel van de plaatsen krijgen ({ $people }).
   *[other] { $values } bij { $feature } lijken geen antwoord, en elk zou een eigen deel van de plaatsen krijgen (samen { $people }).
}
    .do = Vraag het deze mensen, of schrijf voor allen hetzelfde, zoals onbekend. Is een deel voor wie niet antwoordde de bedoeling, dan is het goed zo.
M-11 = { $cell ->
    [none] { $people } met een waarde van { $feature } die de bevolking niet heeft, en de bevolking heeft waarden die hier niemand heeft.
   *[other] { $cell } is geen waarde van { $feature } in de bevolking, en de bevolking heeft waarden die hier niemand heeft.{ $near }
}
    .means = { $cell ->
        [none] De mensen hebben andere waarden dan de bevolking, zoals leeftijden in plaats van leeftijdsklassen.
       *[other] Waarschijnlijk is het één waarde die op twee manieren is geschreven. Als we zo vergelijken, ontbreken hier { $people }, en lijkt het of niemand die waarde heeft.
    }
    .do = Schrijf elke waarde in beide bestanden hetzelfde.
M-12 = { $count ->
    [one] { $values } van { $feature } staat in de cijfers en niet in de quotums.
   *[other] { $values } van { $feature } staan in de cijfers en niet in de quotums.
}
    .lacks = { $lacks ->
        [none] {""}
       *[other] De quotums hebben { $lacks }, en daarvan zijn er geen cijfers.
    }
    .means = De aandelen naast de quotums zouden dan meetellen wie in de quotums niet meetelt.
    .do = Zijn zij met opzet weggelaten, zoals bij "geloot quotas"? Zeg dat hier dan ook: { $option }. Is een waarde anders gespeld, schrijf haar dan in beide gelijk.
M-13 = { $count ->
    [one] niemand heeft hier { $values } van { $feature }, en de bevolking wel.
   *[other] niemand heeft hier { $values } van { $feature }, en de bevolking wel.
}
    .do = Kunnen deze mensen niet meedoen, zoals kinderen? Laat ze dan weg zoals bij "geloot quotas": { $option }. Dan zijn de andere aandelen van wie wel kan.
apart = { $value } van { $feature }: { $own } van { $group }, { $population } van de bevolking
group = { $group ->
    [pool] de deelnemerspool
    [panel] het panel
   *[people] deze personen
}

# Tabellen van kansen

E-01 = er is geen kolom met kansen om te blijven.{ $near }
    .do = Een tabel van kansen heeft het kopje komt, en mag mensen en bevestigt hebben: mensen;komt op de eerste regel, 40;0,85 eronder.
E-02 = { $cell } is geen kans.
    .do = Een kans ligt tussen 0 en 1, zoals 0,9, of is een percentage met het teken, van 0% tot 100%, zoals 90%.
E-03 = { $cell } is geen aantal personen.
    .do = Schrijf een geheel getal.
E-08 = er is geen kolom { $column }.{ $near }
    .do = Een tabel van uitval heeft de kopjes kenmerk, waarde en kans: leeftijd;18-24;25% op een regel zegt dat een kwart van hen uitvalt.
E-09 = { $feature ->
    [none] { $name } is geen kenmerk van de quotums.{ $near }
   *[other] { $name } is geen waarde van { $feature } in de quotums.{ $near }
}
    .do = Niemand zou dus deze kans hebben. Schrijf het zoals in de quotums, of laat de regel weg.
E-10 = { $feature } { $value } heeft twee kansen.
    .do = Laat één regel per waarde staan.

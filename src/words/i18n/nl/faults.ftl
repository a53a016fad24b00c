# Wat er mis is met de bestanden. De sleutel is de code; de regels eronder staan in deze volgorde onder de melding; een lege regel valt weg.

# Een tabel lezen

R-01 = het bestand is leeg.
    .do = Kijk of u het juiste bestand hebt gekozen, en of het was opgeslagen voordat u het verstuurde.
R-02 = het bestand heeft kopjes, maar geen rijen daaronder.
    .do = Kijk of u het juiste bestand hebt gekozen, en of er geen filter aan stond toen u het opsloeg.
R-03 = { $format ->
    [excel] dit is een Excel-werkmap (.xlsx) die niet te lezen is.
    [old-excel] dit is een oude Excel-werkmap (.xls) die niet te lezen is.
    [open-document] dit is een LibreOffice-werkmap (.ods) die niet te lezen is.
    [html] dit is een webpagina (HTML), wat het eind van de naam ook zegt.
    [xml] dit is een werkmap als XML, van een oude soort.
    [locked] deze werkmap is beveiligd met een wachtwoord.
    [zip] dit is een ZIP-bestand, geen CSV-bestand of werkmap.
    [pdf] dit is een PDF, geen CSV-bestand.
   *[other] dit is geen tekstbestand.
}
    .do = { $format ->
        [zip] Pak het uit, en geef het programma het bestand dat erin zit.
        [pdf] Vraag om de lijst als CSV-bestand.
        [locked] Open de werkmap, kies Opslaan als zonder wachtwoord, en geef het programma dat bestand.
        [html] Open het in het rekenblad, kies Opslaan als, dan "Excel-werkmap (.xlsx)" of "CSV UTF-8", en geef het programma dat bestand.
       *[other] Kies in het rekenblad Opslaan als, dan "CSV UTF-8", en geef het programma dat bestand.
    }
R-04 = in deze rij begint een aanhalingsteken (") dat nergens sluit.
    .means = Alles erna is als één cel gelezen. Er kunnen dus mensen ontbreken.
    .do = Haal het aanhalingsteken weg of sluit het, en sla het bestand opnieuw op.
R-05 = { $columns } hebben hetzelfde kopje.
    .means = De loting heeft ze niet nodig. Ze blijven dus allebei staan.
R-06 = { $columns } hebben hetzelfde kopje, of kopjes die hetzelfde betekenen, en er kan er maar één tellen.
    .do = Het is niet duidelijk welke telt. Geef een ervan een ander kopje of haal een weg.
R-07 = kolom { $letters } heeft wel cellen, maar geen kopje.
    .means = De kolom blijft staan, maar kan niet dienen voor quotums of nummers van personen.
R-08 = er zijn minder cellen dan kopjes: die zijn er { $headings }.
    .means = De ontbrekende cellen gelden als leeg. Rekenbladen laten lege cellen aan het eind van een rij weg.
    .do = Is een regel in tweeën gebroken? Herstel die dan: elke persoon heeft één rij nodig.
R-09 = er zijn meer cellen dan kopjes: die zijn er { $headings }.
    .means = Het is dus niet duidelijk welke cel bij welk kopje hoort.
    .do = { $sheet ->
        [yes] Geef elke kolom een kopje, of haal weg wat naast de lijst staat, zoals een legenda of een notitie.
       *[no] Vaak staat in een cel het teken dat de cellen scheidt. Zet zo'n cel tussen aanhalingstekens ("),
    }
    .or = { $sheet ->
        [yes] {""}
       *[no] of sla het bestand vanuit het rekenblad opnieuw op als CSV.
    }
R-10 = { $rows ->
    [one] deze rij is leeg en is overgeslagen.
   *[other] deze rijen zijn leeg en zijn overgeslagen.
}
R-11 = het bestand is geen UTF-8; het is gelezen als Windows-1252 (West-Europees).
    .do = Kijk of letters zoals ë en é in de uitkomst goed staan.
R-12 = sommige letters in het bestand zijn beschadigd.
    .means = U ziet ze als { $sign }. Andere letters zijn goed.
    .do = Sla het bestand vanuit het rekenblad opnieuw op, als "CSV UTF-8".
R-13 = het bestand is te groot.
    .means = Er kan hoogstens 4 GB tekst met 16.384 kolommen worden gelezen, met rijen die ongeveer zo lang zijn als de koprij.
R-14 = in deze kolom lijken burgerservicenummers (BSN) te staan.
    .means = Die mag u niet gebruiken voor een loting. Daarom is het bestand geweigerd. Er is geen nummer getoond of bewaard.
    .do = Haal de kolom weg. Gebruik eigen nummers voor de personen, zoals 1, 2, 3.
R-74 = { $rows ->
    [one] in een tekst in deze rij staat
   *[other] in teksten in deze rijen staat
} wat een burgerservicenummer (BSN) of A-nummer lijkt.
    .means = Die mogen niet voor een loting worden gebruikt en niet in het dossier komen, dus het bestand wordt geweigerd. Er is er geen getoond of bewaard.
    .do = Haal het nummer uit deze cellen, of haal de kolom weg als de loting die niet nodig heeft. "geloot prepare" zet er vanzelf # voor in de plaats.
R-15 = in de eerste rij lijkt een persoon te staan, en geen kopjes.
    .do = Zet er een rij boven die zegt wat in elke kolom staat. Geef een kolom met een kenmerk de naam van dat kenmerk.
R-16 = in een cel tussen aanhalingstekens (") staan meer regels die op rijen lijken.
    .means = Zijn het personen, dan tellen ze niet mee: een los aanhalingsteken heeft ze opgeslokt. Haal dat weg.
R-17 = wat in deze cellen staat begint als een formule, en een rekenblad kan het uitrekenen.
    .means = Ze blijven zoals ze zijn, ook in panel.csv en remaining.csv. Bekijk ze als gewone tekst voordat u die lijsten in een rekenblad opent.
R-18 = de kopjes lijken in rij { $row } te staan, onder andere tekst.
    .means = In rij { $row }: { $headings }.
    .do = Haal de rijen erboven weg, zodat de kopjes in rij 1 staan, en sla het bestand opnieuw op. Voor een lijst van deelnemers kan een recept van "geloot prepare" het ook zeggen (heading_row).
R-19 = in een cel tussen aanhalingstekens (") staan hele rijen: regels met cellen zoals de andere rijen.
    .means = Een los aanhalingsteken heeft ze opgeslokt. Wie erin staat zou niet meetellen.
    .do = Haal de aanhalingstekens eromheen weg. Zijn het woorden van één persoon? Schrijf ze dan op één regel.
R-20 = in deze cellen ging een formule mis: er staat een fout zoals #N/B.
    .means = Het programma leest wat er staat, en niet wat er bedoeld was.
    .do = Kijk in het rekenblad wat er ontbreekt, en sla het bestand opnieuw op. In cellen die meetellen hoort geen fout te staan.
R-21 = in deze werkmap staan cellen op verschillende bladen: { $sheets }.
    .do = Zet het blad achter het bestand, zoals in "map.xlsx [Blad1]"; of geef --sheet { $first } waar een opdracht dat kent.
R-27 = het blad { $other } van deze werkmap heeft dezelfde kopjes, en is niet gelezen.
    .do = Staan daar ook deelnemers, zet dan iedereen op één blad.
R-60 = het blad { $other } van deze werkmap is verborgen, en heeft { $count ->
    [one] één rij
   *[other] { $rows } rijen
}. Het is niet gelezen.
    .do = Maak het zichtbaar in het rekenblad en kijk. Staan daar ook mensen op, zet dan iedereen op één blad. Staan er alleen keuzelijsten op, dan is het goed zo.
R-28 = { $count ->
    [one] de kolom { $headings } wordt niet gebruikt.
   *[other] de kolommen { $headings } worden niet gebruikt.
}
R-29 = deze kolom wordt niet gebruikt; bedoelt u { $near }?
    .do = Geef de kolom dan het kopje { $near }. Nu telt wat erin staat nergens voor mee.
R-30 = { $rows ->
    [one] deze rij aan het eind lijkt een opmerking of een telling, en geen persoon.
   *[other] deze rijen aan het eind lijken opmerkingen of tellingen, en geen personen.
}
    .means = Elk telt als een persoon, die geloot kan worden.
    .do = Is dat zo, haal zo'n rij dan weg en geef de opdracht opnieuw.
R-31 = { $rows ->
    [one] deze rij lijkt de kopjes uit te leggen, en geen persoon te zijn.
   *[other] deze rijen lijken de kopjes uit te leggen, en geen personen te zijn.
}
    .means = Een programma voor vragenlijsten schrijft ze onder de kopjes. Elk zou tellen als een persoon, die geloot kan worden.
    .do = Haal die weg en geef de opdracht opnieuw. Een recept van "geloot prepare" kan zulke rijen met hun nummer weglaten (skip).
R-22 = deze werkmap heeft geen blad { $wanted }.{ $near }
    .means = Er staat iets op { $sheets }.
R-23 = deze rijen zijn verborgen in het rekenblad, met de hand of door een filter.
    .means = Ze worden gelezen als alle andere: wie erin staat telt mee.
    .do = Maak alle rijen zichtbaar en kijk. Verwijder de rijen van mensen die niet in de lijst horen.
R-32 = in deze rijen zijn cellen doorgehaald in het rekenblad.
    .means = Ze worden gelezen als alle andere: wie erin staat telt mee.
    .do = Kijk wat de streep wilde zeggen. Verwijder de rijen van mensen die niet in de lijst horen.
R-70 = { $rows ->
    [one] in deze rij staat nee, afgevallen of reserve, en in deze lijst telt iedereen mee.
   *[other] in deze rijen staat nee, afgevallen of reserve, en in deze lijst telt iedereen mee.
}
    .means = Naar deze kolom wordt niet gekeken: wie een rij heeft, hoort bij de lijst.
    .do = Laat alleen de rijen staan van wie bedoeld is, of haal de kolom weg als die over iets anders gaat.
R-71 = { $rows ->
    [one] deze rij is een totaal of een opmerking, en zou meetellen als een van de andere.
   *[other] deze rijen zijn totalen of opmerkingen, en zouden meetellen als andere van de lijst.
}
    .do = Haal zo'n rij weg en geef de opdracht opnieuw. Heet iets echt zo, geef het dan een andere naam.
R-73 = alle cellen van een rij staan in één cel, met { $sign ->
    [tab] een tab
   *[other] { $sign }
} ertussen.
    .do = Open het bestand in het rekenblad zo dat elk gegeven een eigen kolom heeft, kies Opslaan als, dan "CSV UTF-8", en geef het programma dat bestand.
R-75 = de cellen van dit bestand zijn op twee manieren te scheiden: bij { $one ->
    [tab] elke tab
   *[other] { $one }
} en bij { $other ->
    [tab] elke tab
   *[other] { $other }
}.
    .means = Beide geven elke rij zoveel cellen als er kopjes zijn, en het zijn twee verschillende tabellen.
    .do = Zet boven de kopjes een eigen regel: sep={ $one ->
    [tab] , met een tab erachter,
   *[other] { $one }
} of sep={ $other ->
    [tab] , met een tab erachter
   *[other] { $other }
}. Rekenbladen lezen die regel ook, en laten hem niet zien. In een recept van "geloot prepare" is het: separator.
R-24 = hier zijn cellen over meer rijen samengevoegd.
    .means = Alleen de eerste van die rijen heeft wat erin staat; voor de rijen eronder zijn ze leeg.
    .do = Splits de cellen en vul in wat in elke rij hoort.
R-25 = in deze rijen staan formules zonder uitkomst.
    .means = Een ander programma maakte deze werkmap en liet het rekenen aan het rekenblad over.
    .do = Open de werkmap in het rekenblad, sla die op, en geef die opnieuw.
R-26 = deze werkmap is niet te lezen: het bestand is beschadigd of niet compleet.
    .do = Open de werkmap in het rekenblad en sla die opnieuw op, of vraag er opnieuw om.

# Quotums

Q-01 = er is { $missing }.
    .do = Een quotumbestand heeft de kopjes kenmerk, waarde, min en max, en één regel voor elke waarde van elk kenmerk,
    .example = bijvoorbeeld: geslacht,vrouw,14,16
    .from = { $from ->
        [none] {""}
       *[other] Heeft { $from } aandelen of aantallen van de bevolking, dan maakt "geloot quotas" uit deze tabel de quotums. Heeft die kolom aantallen plaatsen, schrijf elk dan bij min en bij max.
    }
no-column = geen kolom { $column }
rename-column = Is { $near } de kolom { $column }? Geef die dan die naam.
Q-02 = De deelnemerspool en de quotums zijn verwisseld: in { $pool } staan quotums, en in { $quotas } niet.
    .do = Geef de lijst van deelnemers na --pool, en de lijst van quotums na --quotas.
Q-03 = { $found ->
    [pool] dit is een lijst van deelnemers, geen lijst van quotums.
   *[quotas] dit is een lijst van quotums, geen lijst van deelnemers.
}
    .do = { $found ->
        [pool] Geef in plaats daarvan de lijst van quotums.
       *[quotas] Geef in plaats daarvan de lijst van deelnemers.
    }
Q-04 = de cel onder { $column } is leeg.
    .means = Elke regel met een quotum heeft een kenmerk en een waarde nodig.
    .do = Samengevoegde cellen worden leeg in een CSV-bestand: schrijf de naam op elke regel.
Q-05 = { $cell ->
    [none] er staat geen getal.
   *[other] { $cell } is geen geheel getal.
}
    .do = { $low ->
        [none] { $percent ->
            [yes] Dit is een percentage. Een quotum is een aantal plaatsen: van 30 plaatsen is 48 % er 14 of 15, dus min 14 en max 15.
           *[no] Een quotum is een aantal plaatsen: 0, 1, 2 enzovoort, zonder punt of komma voor duizendtallen.
        }
       *[other] Dit zijn twee getallen. Zet { $low } onder min en { $high } onder max.
    }
Q-06 = { $cell } is minder dan 0.
    .do = Een quotum is een aantal plaatsen: 0, 1, 2 enzovoort.
Q-07 = { $feature } { $value } heeft er minstens { $min } nodig, maar mag er hoogstens { $max } hebben.
    .do = Geen enkel panel kan allebei. Verwissel de twee getallen als ze verkeerd om staan.
Q-08 = { $feature } { $value } staat er meer dan eens, met verschillende getallen.
    .do = Laat de regel staan die klopt en haal de andere weg.
Q-09 = { $feature } { $value } staat er meer dan eens, met dezelfde getallen. Het telt één keer.
Q-10 = de minimums van { $feature } zijn samen { $sum }, en het panel heeft { $seats }.
    .shares = { $hundred ->
        [yes] Samen zijn ze honderd. Zijn dit percentages? "geloot quotas" maakt er aantallen plaatsen van.
       *[no] {""}
    }
    .do = Verlaag minimums van dit kenmerk met samen { $by }, of geef het panel meer plaatsen.
Q-11 = de maximums van { $feature } zijn samen { $sum }, en het panel heeft { $seats }.
    .shares = { $hundred ->
        [yes] Samen zijn ze honderd. Zijn dit percentages? "geloot quotas" maakt er aantallen plaatsen van.
       *[no] {""}
    }
    .do = Verhoog maximums van dit kenmerk met samen { $by }, of geef het panel minder plaatsen.
    .or = Misschien ontbreekt er een waarde in het quotumbestand.
Q-12 = { $feature } { $value } heeft flexibele grenzen { $low } tot { $high }, nauwer dan het quotum { $min } tot { $max }.
    .do = Flexibele grenzen zeggen hoe ver een quotum mag worden opgerekt: min_flex is hoogstens min, max_flex minstens max.
Q-13 = { $rows ->
    [0] van de kolommen min_flex en max_flex is er maar één.
   *[other] een van de twee flexibele grenzen is leeg.
}
    .means = De andere wordt niet gebruikt. De quotums zelf veranderen hierdoor niet.
Q-14 = er zijn meer dan { $most } regels met quotums.
    .do = Kijk of dit de lijst van quotums is, en niet de lijst van deelnemers.
Q-15 = Een panel van 0 plaatsen kan niet worden geloot.
    .do = Geef het aantal plaatsen na --seats.
Q-16 = het kenmerk { $cell } staat er ook als { $taken }; dat is genomen.
Q-17 = { $feature ->
    [none] de kenmerken { $one } en { $other } lijken op elkaar, maar zijn er twee.
   *[other] de waarden { $one } en { $other } van { $feature } lijken op elkaar, maar zijn er twee.
}
    .do = { $alike } Zijn ze één, schrijf ze dan gelijk en laat één regel staan.
Q-18 = { $count ->
    [one] de kolom { $headings } wordt niet gebruikt.
   *[other] de kolommen { $headings } worden niet gebruikt.
}
    .means = { $weights ->
        [yes] Er zijn geen gewichten: elk quotum wordt gehaald, en geen telt zwaarder dan een ander.
       *[no] {""}
    }
Q-20 = { $percent ->
    [yes] dit zijn percentages, zoals { $cell }, en quotums zijn aantallen plaatsen.
   *[no] dit zijn getallen met cijfers achter de komma, zoals { $cell }, en quotums zijn hele aantallen plaatsen.
}
    .do = "geloot quotas" maakt die: geef het de aandelen van de bevolking, met de kopjes kenmerk, waarde en aandeel.
    .or = Of schrijf zelf de aantallen: van 30 plaatsen is 48 % er 14,4, dus min 14 en max 15.
Q-21 = hier zijn cellen van de quotums over meer rijen samengevoegd, en de rijen eronder hebben dus geen naam of getal.
    .do = Splits de cellen in het rekenblad en schrijf de naam in elke rij. Wat eruit volgt is hier niet genoemd.
Q-30 = de waarde { $value } is het totaal van de andere: het quotum is dat van de andere samen.
    .means = Niemand heeft die waarde, dus geen panel kan het quotum halen.
    .do = Haal de regel weg.
Q-19 = de waarde { $value } lijkt het totaal van de andere.
    .means = Niemand heeft die waarde. Het quotum is dus niet te halen, of telt mensen dubbel.
    .do = Haal de regel weg, tenzij het echt een waarde is die mensen hebben.

# De deelnemerspool

P-01 = er is geen kolom { $feature }, en de quotums hebben die nodig.{ $near }
    .do = Elk kenmerk van de quotums heeft in de deelnemerspool een kolom met hetzelfde kopje nodig.
P-02 = { $cell ->
    [none] wat er staat is geen waarde van { $feature } in de quotums.
   *[other] { $cell } is geen waarde van { $feature } in de quotums.{ $near }
}
    .riddle = { $cell ->
        [none] Het wordt niet getoond, omdat het uit een andere kolom kan komen. Kijk of daar een regel is afgebroken.
       *[other] { $look ->
            [alike] De twee lijken op elkaar, maar er zitten andere tekens in. De quotums hebben { $allowed }.
           *[other] De quotums hebben { $allowed }.
        }
    }
    .do = Wie een andere waarde heeft kan niet meetellen. Verbeter de cellen, of geef de quotums een regel voor deze waarde.
    .prepare = { $habit ->
        [yes] "geloot prepare" schrijft in de hele lijst het ene woord voor het andere (values), en ook in de tabel waar de quotums uit komen ([[population]]).
       *[no] {""}
    }
P-03 = er staat geen waarde.
    .means = Iedereen heeft een waarde van { $feature } nodig om mee te tellen voor de quotums.
    .do = Vul de waarde in, haal de rij weg, of geef de quotums een waarde zoals "onbekend" en vul die in.
P-04 = { $cell } is gelezen als { $taken }.
P-05 = deze kolom is genomen voor het kenmerk { $feature }.
P-06 = die kolom is er niet.{ $near }
    .do = Geef het kopje van de kolom met nummers van personen na --id-column, of laat de optie weg: dan zoekt het programma zelf.
P-07 = er staat geen nummer van de persoon.
    .do = Iedereen heeft een eigen nummer nodig. Vul het in, of haal de rij weg.
P-08 = deze rijen zijn in elke cel gelijk. De persoon telt één keer.
P-09 = deze rijen hebben hetzelfde nummer, maar verschillen.
    .means = Eén persoon zou twee keer tellen, of twee personen zouden door elkaar raken.
    .do = Geef elke persoon een eigen nummer, of haal de rij weg die verouderd is.
P-10 = er is geen kolom met nummers van personen; daarom gelden de rijnummers.
    .do = Sorteer of verander dit bestand niet meer. Wilt u een eigen kolom gebruiken, noem die dan met --id-column.
P-27 = deze kolom is niet genomen als nummer van de persoon, al staat er in bijna elke rij een eigen nummer; daarom gelden de rijnummers.
    .means = Wie later een nummer noemt, bijvoorbeeld bij een afmelding, noemt dan dat van een rij: dat is iemand anders dan in deze kolom.
    .do = Is dit het nummer van de persoon? { $heading ->
        [none] Zet er dan een kopje boven in kolom { $letters }, zoals id.
       *[other] Geef dan --id-column { $heading }.
    } Zo niet: sorteer of verander dit bestand niet meer.
P-11 = deze kolom is genomen als nummer van de persoon. Wilt u een andere, noem die dan met --id-column.
P-12 = deze nummers lijken op elkaar, maar zijn verschillend.
    .how = { $alike }
    .do = Is het één persoon, dan heeft die voor elke rij een kans: laat één rij staan.
    .out = { $excluded }
P-13 = deze rijen lijken één persoon, met gelijke { $same }.
    .do = Eén persoon in meer rijen heeft voor elke rij een kans, of een plaats. Is het er één, laat dan één rij staan.
    .out = { $excluded }
rows-excluded = { $count ->
    [one] { $rows } is uitgesloten; de rest kan nog worden ingeloot.
   *[other] { $rows } zijn uitgesloten; de rest kan nog worden ingeloot.
}
P-14 = { $held ->
    [ages] in deze kolom staan getallen, { $low } tot { $high }, en de quotums hebben klassen van { $feature }.
    [broken] in deze kolom staan getallen, { $low } tot { $high } en sommige met cijfers achter de komma, en de quotums hebben klassen van { $feature }.
    [dates] in deze kolom staan datums, { $low } tot { $high }, en de quotums hebben klassen van { $feature }.
    [days] in deze kolom staan aantallen dagen, zoals een rekenblad datums bewaart ({ $low } tot { $high }), en de quotums hebben klassen van { $feature }.
    [numbers] in deze kolom staan getallen, en de quotums hebben klassen van { $feature }.
   *[years] in deze kolom staan jaren, { $low } tot { $high }, en de quotums hebben klassen van { $feature }.
}
    .means = De quotums hebben { $bands }.
    .do = { $held ->
        [numbers] Schrijf in plaats van elk getal de klasse waar het in valt. Een recept van "geloot prepare" kan dat doen (values).
       *[other] { $coded ->
            [yes] Welke leeftijden dit zijn kan niemand zien. Zet de klassen zelf in de quotums, zoals 16-34: dan kan een recept van "geloot prepare" die van iedereen vinden (classes).
           *[no] { $held ->
                [broken] Iedereen heeft een leeftijdsklasse nodig, in een kolom { $feature }. Schrijf eerst hele jaren: 17 voor 17,5. Daarna maakt een recept van "geloot prepare" die (classes).
                [days] Iedereen heeft een leeftijdsklasse nodig, in een kolom { $feature }. Toon deze getallen eerst als datum in het rekenblad (Celeigenschappen, Datum), en bewaar het bestand opnieuw. Daarna maakt een recept van "geloot prepare" die (classes).
               *[other] Iedereen heeft een leeftijdsklasse nodig, in een kolom { $feature }. Een recept van "geloot prepare" maakt die (classes).
            }
        }
    }
P-15 = Er zijn geen quotums: dit is een gewone loting.
    .means = { $mirrored ->
        [0] Alleen het toeval beslist. Het panel kan in alles verschillen van de deelnemerspool.
       *[other] Van geen waarde wordt een aantal gevraagd. Elke waarde krijgt zo goed als kan haar deel van de plaatsen.
    }
P-16 = { $seems ->
    [weight] deze kolom wordt niet gebruikt: er zijn geen gewichten.
    [excluded] deze kolom wordt niet gebruikt: niemand valt er door af.
   *[confirmed] deze kolom wordt niet gebruikt: niemand heeft er een plaats door.
}
    .do = { $seems ->
        [weight] {""}
        [excluded] Wilt u mensen uitsluiten, geef dan na --exclude een lijst, met voor ieder een uitsluitgrond.
       *[confirmed] Wilt u mensen hun plaats geven, geef dan een lijst na --include.
    }
P-17 = deze nummers van personen zijn geen nummers meer: een rekenblad kortte ze in (1,23E+05), of toont een fout.
    .means = Verschillende mensen kunnen nu hetzelfde nummer hebben, en niemand is er nog mee te vinden.
    .do = Ga terug naar het bestand van vóór het rekenblad, of maak er daar een kolom met tekst van en vul die opnieuw.
P-18 = deze nummers van personen lijken datums, waar een rekenblad ze van gemaakt kan hebben.
    .means = Ze blijven zoals ze zijn. Op een andere lijst hebben dezelfde mensen misschien een ander nummer.
    .do = Vergelijk ze met het bestand waar de lijst uit kwam.
P-19 = nog een kolom kan de nummers van personen bevatten: { $other }.
    .do = Bedoelt u die, zeg dat dan met --id-column.
P-20 = deze rij lijkt een totaal van de andere, en geen persoon.
    .do = Haal de rij weg. Anders telt die als iemand die geloot kan worden.
P-21 = boven deze kolom staat een kopje voor nummers van personen, en veel mensen hebben er hetzelfde nummer in.
    .means = Ze zijn er niet mee te vinden, en de rijnummers die in de plaats komen wijzen andere mensen aan.
    .do = Geef elke persoon er een eigen nummer in. Staat er iets anders in, geef de kolom dan een ander kopje, of noem na --id-column de kolom met nummers.
P-22 = in deze rij staat maar één cel: een voetnoot of een opmerking, en geen persoon.
    .means = De rij zou gelden als iemand die geloot kan worden.
    .do = Haal de rij weg, of zet wat er staat boven de tabel.
P-23 = hier staan de kopjes nog een keer.
    .means = De rij zou gelden als iemand die geloot kan worden. Misschien zijn twee lijsten onder elkaar gezet.
    .do = Haal de rij weg, en kijk of wat eronder staat bij deze lijst hoort.
P-24 = deze kolom lijkt te zeggen dat deze mensen niet meedoen.
    .means = De kolom wordt niet gebruikt: zij tellen mee, en kunnen worden ingeloot.
    .do = Haal de rijen weg van wie niet meedoet, of noem hen in een lijst na --exclude, ieder met een uitsluitgrond.

P-25 = hier heeft een nummer minder cijfers dan de meeste, die er { $digits } hebben.
    .means = Rekenbladen halen nullen aan het begin van getallen weg. Als dat hier gebeurde, hebben andere lijsten (brieven, antwoorden, gebeurtenissen) andere nummers voor dezelfde mensen.
    .do = Kijk of dat zo is. Geef de kolom in het rekenblad de vorm van tekst, of schrijf pad = { $digits } in een recept van "geloot prepare".
P-26 = in één rij lijken twee mensen te staan.
    .means = Zij hebben samen één kans, en één plaats als ze worden ingeloot.
    .do = Geef ieder een eigen rij, met een eigen nummer. Is het één persoon, dan is het goed zo.
P-102 = { $rows ->
    [one] dit antwoord is niet afgemaakt, zegt het programma voor vragenlijsten hier.
   *[other] deze antwoorden zijn niet afgemaakt, zegt het programma voor vragenlijsten hier.
}
    .means = Wie halverwege stopte, of nog eens begon, telt met elke rij als een persoon, die geloot kan worden.
    .do = Verwijder de rijen van wie zich niet heeft aangemeld, of laat ze weg met een recept van "geloot prepare".
P-28 = { $rows ->
    [one] deze rij is een proef, zegt het programma voor vragenlijsten ("Survey Preview"), en misschien niemand.
   *[other] deze rijen zijn proeven, zegt het programma voor vragenlijsten ("Survey Preview"), en misschien niemand.
}
    .means = Elk telt als een persoon, die geloot kan worden.
    .do = Verwijder de rijen die de maker van de vragenlijst invulde om die te proberen.

# Kunnen de quotums worden gehaald?

A-01 = { $taken ->
    [0] het panel heeft { $seats }, en er zijn { $people } aangemeld.
   *[other] { $count ->
        [one] er is nog { $seats } over, en { $people } kunnen nog worden ingeloot.
       *[other] er zijn nog { $seats } over, en { $people } kunnen nog worden ingeloot.
    }
}
    .do = Loot minder plaatsen, of zoek meer deelnemers.
A-02 = { $feature } { $value }: { $needed } nodig, { $already }{ $people } beschikbaar.
    .do = Verlaag dit minimum tot { $to }, of zoek er nog { $more }.
A-03 = { $feature }: met deze maximums en deze deelnemers zijn hoogstens { $reach } van de { $seats } te vullen.
    .do = Verhoog het maximum van een waarde die veel mensen hebben, of zoek deelnemers met de andere waarden.
A-04 = { $feature } { $value } en de quotums van { $other } botsen: { $needed } nodig, { $already }ruimte voor { $room }{ $more }.
    .means = Onder de mensen met { $feature } { $value } laten de maximums van { $other } ruimte voor hoogstens { $room }{ $more }.
    .do = Verlaag dit minimum, verhoog maximums van { $other }, of zoek andere deelnemers met { $value }.
A-05 = { $feature } { $value } en de quotums van { $other } botsen: hoogstens { $most }, { $already }{ $forced }{ $more } gedwongen.
    .means = Om de minimums van { $other } te halen moeten minstens { $forced }{ $more } mensen met { $feature } { $value } in het panel.
    .do = Verhoog dit maximum, verlaag minimums van { $other }, of zoek deelnemers zonder { $value }.
A-06 = { $count ->
    [1] { $feature } { $value }: maar één persoon voldoet aan dit quotum.
   *[other] { $feature } { $value }: de { $people } die dit hebben zijn allemaal nodig.
}
    .means = { $count ->
        [1] Die persoon wordt zeker ingeloot, en kan dat voor de loting weten.
       *[other] Zij worden zeker ingeloot, en kunnen dat voor de loting weten.
    }
    .do = Wilt u het aan het toeval laten, verlaag dan het minimum of zoek nog iemand met deze waarde.
alike = Ze verschillen in nullen vooraan, hoofdletters, accenten of spaties, of in tekens die onzichtbaar zijn of op andere lijken.
already = { $taken ->
    [one] { $taken } heeft al een plaats, {""}
   *[other] { $taken } hebben al een plaats, {""}
}
more-taken = {" "}extra

# Huishoudens

H-01 = die kolom is er niet.{ $near }
    .do = Geef de kopjes van de kolommen met adressen na --household, met komma's ertussen.
H-02 = niemand heeft daar een adres, dus de huishoudregel verandert niets.
    .do = Kijk of dit de juiste kolommen zijn. Een leeg adres geldt als onbekend, nooit als gedeeld.
H-07 = bijna alle adressen daar zijn niet meer dan een huisnummer.
    .means = Mensen uit verschillende straten met hetzelfde nummer gelden als één huishouden, en houden elkaar buiten het panel.
    .do = Noem de kolommen die samen een adres zijn, zoals --household postcode,huisnummer.
H-10 = deze mensen gelden als één huishouden met iemand anders, en { $count ->
    [one] de kolom { $headings }, die een deel van het adres lijkt, zegt
   *[other] de kolommen { $headings }, die delen van het adres lijken, zeggen
} dat zij ergens anders wonen.
    .means = Dan zijn 1A en 1B één huishouden, en kunnen daar niet meer mensen uit worden geloot dan uit één huis.
    .do = Noem elke kolom van het adres: --household postcode,huisnummer,toevoeging. Staat er niets van het adres in, dan klopt het zo.
H-03 = { $rows ->
    [one] deze persoon heeft daar geen adres.
   *[other] deze personen hebben daar geen adres.
}
    .means = Een onbekend adres geldt nooit als gedeeld. De huishoudregel raakt hen dus niet.
H-04 = deze personen delen { $addresses } met iemand anders in de deelnemerspool.
shared-addresses = { $count ->
    [one] één adres
   *[other] { $count } adressen
}
H-05 = deze personen hebben allemaal hetzelfde adres.
    .means = Is het een huis voor velen, zoals een zorginstelling? Dan delen zij de paar plaatsen die één adres mag hebben.
    .do = Wilt u ieder apart laten tellen, laat hun adres dan leeg.
H-06 = deze adressen zijn bijna gelijk.
    .do = Ze tellen als twee. Is het er één, schrijf ze dan gelijk en geef de opdracht opnieuw.

# Lijsten van personen

X-01 = deze lijst noemt mensen bij hun nummer, en de deelnemerspool heeft geen nummers.
    .do = Geef iedereen in de deelnemerspool een eigen nummer, en gebruik dat ook hier.
X-02 = er is geen kolom met nummers van personen.
    .do = { $also ->
        [none] Geef één kolom het kopje { $heading }, zoals in de deelnemerspool.
       *[other] De kolom { $also } staat ook in de deelnemerspool. Zeggen de nummers daarin wie wie is, noem die kolom dan met --id-column, voor beide lijsten. Geef haar niet het kopje { $heading }: dan kunnen andere mensen bedoeld zijn.
    }
X-03 = { $several ->
    [0] er is geen kolom met uitsluitgronden.{ $near }
   *[other] meer kolommen kunnen de uitsluitgronden hebben: { $headings }.
}
    .have = Het kopje is uitsluitgrond, grond of reden.
    .do = Voor iedereen die is uitgesloten is een uitsluitgrond nodig: die hoort bij het dossier.
X-04 = er staat geen uitsluitgrond.
    .do = Voor iedereen die is uitgesloten is een uitsluitgrond nodig: die hoort bij het dossier. Vul die in, of haal de rij weg.
X-05 = { $rows ->
    [one] deze persoon staat niet in de deelnemerspool.
   *[other] deze personen staan niet in de deelnemerspool.
}
    .do = Zij worden dus nergens van uitgesloten. Kijk de nummers na, ook op spaties en nullen vooraan.
X-06 = { $rows ->
    [one] deze persoon staat niet in de deelnemerspool, en hier staat niet waarvoor die meetelt.
   *[other] deze personen staan niet in de deelnemerspool, en hier staat niet waarvoor zij meetellen.
}
    .do = Maak een kolom voor { $lacking }, of kijk de nummers na.
X-07 = { $count ->
    [one] deze persoon heeft hier al een plaats, en is uitgesloten in { $there }.
   *[other] deze personen hebben hier al een plaats, en zijn uitgesloten in { $there }.
}
    .do = Haal hen uit een van de twee lijsten.
X-08 = de deelnemerspool zegt iets anders over dezelfde personen.
    .do = Zorg dat beide bestanden hetzelfde zeggen, of haal deze personen uit de deelnemerspool.
X-09 = het adres is niet bekend.
    .means = De huishoudregel ziet dus niet of er nog iemand woont.
X-10 = { $confirmed ->
    [one] { $confirmed } persoon heeft al een plaats, en het panel heeft { $seats }.
   *[other] { $confirmed } personen hebben al een plaats, en het panel heeft { $seats }.
}
    .means = Er is geen plaats over om voor te loten.
    .do = Achter --seats hoort het hele panel, met deze mensen erin. Of haal van de lijst wie geen plaats heeft.
X-11 = { $confirmed ->
    [one] { $feature } { $value }: hoogstens { $max }, en { $confirmed } heeft al een plaats.
   *[other] { $feature } { $value }: hoogstens { $max }, en { $confirmed } hebben al een plaats.
}
    .do = Verhoog dit maximum tot minstens { $confirmed }.
X-12 = { $rows ->
    [one] dit nummer is van niemand in de deelnemerspool, maar lijkt op een nummer dat er wel is.
   *[other] deze nummers zijn van niemand in de deelnemerspool, maar lijken op nummers die er wel zijn.
}
    .pairs = { $pairs } van { $pool }.
    .how = { $alike } Rekenbladen halen nullen vooraan weg, tenzij de kolom tekst is.
    .do = Schrijf de nummers zoals ze in de deelnemerspool staan.
X-17 = { $rows ->
    [one] deze persoon staat in de deelnemerspool met een ander nummer, met dezelfde { $same }.
   *[other] deze mensen staan in de deelnemerspool met andere nummers, met dezelfde { $same }.
}
    .pairs = { $pairs } van { $pool }.
    .means = { $excluded ->
        [yes] Wie met een ander nummer in de deelnemerspool staat is niet uitgesloten, en kan worden geloot.
       *[no] Wie met een ander nummer in de deelnemerspool staat kan voor een tweede plaats worden geloot.
    }
    .do = Schrijf de nummers zoals ze in de deelnemerspool staan. Zijn het toch twee mensen, haal dan uit deze lijst wat gelijk is.
is-person = rij { $row } is de persoon van { $rows }
X-18 = { $rows ->
    [one] deze persoon staat niet in de deelnemerspool.
   *[other] deze mensen staan niet in de deelnemerspool.
}
    .means = Zij hebben een plaats, en niemand uit de deelnemerspool valt daarvoor weg. Dat klopt als de deelnemerspool is wat er na de eerste loting over was.
X-23 = { $rows ->
    [one] deze persoon heeft nog niet geantwoord, zegt deze kolom.
   *[other] deze mensen hebben nog niet geantwoord, zegt deze kolom.
}
    .means = Wie in deze lijst staat heeft een plaats. Wie later nee zegt laat een plaats leeg, die deze loting niet heeft gevuld.
    .do = Wacht op de antwoorden, of laat alleen de rijen staan van wie ja heeft gezegd.
X-24 = hier staan lotcodes, en in deze deelnemerspool heeft iedereen een nummer.
    .means = Niemand van de lijst is dus in de deelnemerspool te vinden.
    .do = In "geloot people DIR --out lijst.xlsx" staat van iedereen het nummer naast de code; DIR is de map van de loting die de codes gaf. Zet die nummers in de lijst.
looks-like = rij { $row } lijkt op { $rows }
X-19 = deze gronden worden woord voor woord openbaar, elk met het aantal mensen dat erom is uitgesloten: { $grounds }.{ $telling ->
    [none] {""}
   *[other] {" "}Van hoogstens één persoon, of lang: { $telling }.
}
X-13 = { $excluded ->
    [yes] de lijst heeft kopjes en geen rijen: niemand is uitgesloten.
   *[no] de lijst heeft kopjes en geen rijen: niemand heeft al een plaats.
}
X-20 = de lijst heeft kopjes en geen rijen: er volgt niets uit.
X-21 = de eerste rij van deze lijst lijkt niet op kopjes.
    .means = Gelezen als kopjes is die rij niemand: wie erin staat zou niet meetellen.
    .do = Zet er een rij boven die zegt wat in elke kolom staat.
X-22 = { $beside ->
    [none] { $rows ->
        [one] in deze cel staan meer nummers bij elkaar.
       *[other] in deze cellen staan meer nummers bij elkaar.
    }
   *[other] ook in deze kolom staan mensen uit de lijst van deelnemers, naast die in { $beside }.
}
    .means = { $beside ->
        [none] Een rij van zo'n lijst is één persoon. Zoals het er staat telt geen van deze mensen mee.
       *[other] Een rij van zo'n lijst is één persoon. Zoals het er staat telt wie in deze kolom staat niet mee.
    }
    .do = Geef ieder van hen een eigen rij.
X-14 = deze mensen staan meer dan eens op de lijst, telkens met een andere grond.
    .means = Al hun gronden blijven staan, met "; " ertussen.
X-15 = in deze uitsluitgrond staat de naam of het adres van iemand, een telefoonnummer, een e-mailadres of een burgerservicenummer.
    .means = Uitsluitgronden worden openbaar, en wat openbaar is kan nooit worden teruggenomen.
    .do = Schrijf kort welke regel het is, zoals "raadslid" of "woont hier niet".
X-16 = deze uitsluitgrond leest als een verhaal over één persoon, en uitsluitgronden worden openbaar.
    .do = Schrijf kort welke regel het is, zoals "raadslid" of "woont hier niet".

# Lijsten van gebeurtenissen

T-01 = er is geen kolom { $column }.{ $near }
    .do = Een lijst van gebeurtenissen heeft de kopjes datum, nummer (of code) en gebeurtenis, en mag reden hebben: 1-3-2026,0042,afgemeld op een regel.
T-02 = { $cell } is geen gebeurtenis.{ $near }
    .do = Gebeurtenissen zijn bevestigd, afgemeld, gestopt, weggebleven, verbeterd en opgeroepen. "niet bereikt" mag er ook in staan en beslist niets.
T-03 = { $cell } is geen datum.
    .do = Schrijf 1-3-2026, met de dag eerst, 1 maart 2026 of 2026-03-01; er mag een tijd achter, zoals 14:05.
T-49 = { $rows ->
    [one] in deze datum staat de maand voor de dag.
   *[other] in deze datums staat de maand misschien voor de dag: minstens één ervan kan niet anders gelezen worden.
}
    .means = Datums worden gelezen met de dag voorop. Andere in deze kolom zouden dus zonder waarschuwing een andere dag worden.
    .do = Schrijf alle datums in deze kolom als 2026-03-01, ook die wel gelezen zijn.
T-47 = de dag tot wanneer de plaats wordt vastgehouden, ligt voor die van de gebeurtenis.
    .do = Kijk welke van de twee klopt. Er wordt niets door beslist, maar wie belt zou denken dat de tijd om is.
T-04 = dit is van een eerdere dag dan de gebeurtenis erboven.
    .do = De rijen zijn op volgorde van dag gezet. Kijk na of deze datum klopt.
T-05 = er doet niemand met dit nummer of deze code mee aan de loting.
    .near = { $near ->
        [none] {""}
       *[other] Wel lijkt { $near } erop. Rekenbladen laten nullen vooraan een getal weg: maak van de kolom tekst.
    }
    .means = De cel wordt hier niet getoond, omdat het een naam kan zijn.
    .do = Schrijf het nummer uit de deelnemerspool, of de code. "geloot people MAP --out lijst.xlsx" heeft beide, van iedereen.
T-06 = deze persoon is niet ingeloot en staat niet op de reservelijst.
    .do = Alleen leden van het panel en reserves kunnen bevestigen, zich afmelden of worden opgeroepen. Voor anderen is een nalotting nodig.
T-07 = { $event } kan niet: { $status ->
    [waiting] deze persoon staat op de reservelijst en is niet opgeroepen.
    [asked] deze persoon is gevraagd en heeft nog niet geantwoord.
    [confirmed] deze persoon heeft bevestigd.
    [declined] deze persoon heeft zich afgemeld.
    [withdrew] deze persoon is gestopt.
   *[no-show] deze persoon is weggebleven.
}
    .said = { $said ->
        [none] {""}
       *[other] Wat dit tegenspreekt staat in { $said }.
    }
    .do = { $advice ->
        [stopped] Wie had bevestigd en later nee zegt, is gestopt: schrijf gestopt.
        [twice] Dit is al bekend: laat de rij weg.
        [call] Is deze persoon gebeld voor een lege plaats? Zet er dan een rij met opgeroepen voor. Zo niet, laat de rij weg.
        [not-called] Wie niet is opgeroepen, kan niet wegblijven: laat de rij weg. Wie niet gebeld wil worden is afgemeld.
       *[gone] Was dat een vergissing? Voeg dan een rij toe met verbeterd en de reden, en daarna deze. Zo niet, laat deze rij weg.
    }
T-08 = deze persoon is ingeloot of had al een plaats, en alleen reserves worden opgeroepen.
    .do = Laat de rij weg.
T-09 = { $due ->
    [none] een reserve is buiten de beurt opgeroepen: er was toen niemand aan de beurt.
   *[other] een reserve is buiten de beurt opgeroepen: { $due } was aan de beurt.
}
    .day = { $late ->
        [yes] Wie op een dag afvalt telt vóór de oproepen van die dag, ook als het eronder staat. Kwam het bericht na de oproep binnen? Zet het dan onder de volgende dag.
       *[no] {""}
    }
    .do = Is het zo gegaan, schrijf dan de reden in de kolom reden: die wordt openbaar met de lijst. Zo niet, verbeter dan de rij.
T-10 = { $due ->
    [none] een reserve is buiten de beurt opgeroepen, om de reden die erbij staat: er was toen niemand aan de beurt.
   *[other] een reserve is buiten de beurt opgeroepen, om de reden die erbij staat: { $due } was aan de beurt.
}
    .means = De reden wordt openbaar met de lijst. Iedereen die het dossier toetst ziet haar.
T-11 = bij een verbetering hoort een reden.
    .do = Schrijf in de kolom reden wat er fout was. Dat wordt openbaar met de lijst.
T-12 = er is geen eerdere gebeurtenis van deze persoon die u kunt verbeteren.
T-13 = { $gone ->
    [gone] een gebeurtenis die openbaar is staat niet meer in de lijst: { $event } op { $date }, { $who }.
    [other] een gebeurtenis die openbaar is staat hier anders: het was { $event } op { $date }, { $who }.
   *[early] dit stond niet in de lijst die openbaar is, en is van vóór de laatste dag daarvan.
}
    .do = Wat openbaar is blijft staan: zet die rijen terug zoals ze waren, en zet nieuwe rijen eronder; een vergissing herstelt u met verbeterd.
    .days = Nieuwe rijen zijn van { $last }, de laatste dag die openbaar is, of van later.
    .far = { $far ->
        [yes] Is die dag een vergissing? Herstel hem met een rij verbeterd van diezelfde dag, met de reden; zet ook wat er verder gebeurt onder die dag, met de echte dag in de kolom reden.
       *[no] {""}
    }
T-19 = { $why ->
    [early] deze dag is van vóór de loting: { $day }.
    [year] deze dag valt in een jaar waarin geen beraad is: { $day }.
   *[others] deze dag is ver van de andere: { $day }.
}
    .do = Kijk het jaar na. Is hij eenmaal openbaar, dan blijft hij staan, en latere rijen kunnen niet van een eerdere dag zijn.
T-17 = dit staat ook in een andere lijst; het telt één keer.
T-18 = gebeurtenissen van deze persoon op deze dag staan in meer lijsten, en een ervan is een verbetering: { $said }.
    .do = Niemand kan zien welke rij wordt verbeterd. Zet de gebeurtenissen van die persoon en die dag in één lijst, in hun volgorde.
T-16 = de reden is te lang om openbaar te maken.
    .do = Zeg het in één regel van hoogstens { $most } letters en tekens. Die wordt openbaar met de lijst.
T-15 = { $count ->
    [one] deze persoon was al voor deze loting afgevallen, en heeft er geen plaats in.
   *[other] deze personen waren al voor deze loting afgevallen, en hebben er geen plaats in.
}
    .do = Wie voor een nalotting is afgevallen, loot niet meer mee. Laat deze rijen weg: wat daarvoor gebeurde staat in de lijst van de vorige loting.
    .which = { $count ->
        [one] {""}
       *[other] Is dit de lijst van de vorige loting? Begin dan een nieuwe lijst, met wat na deze trekking gebeurde.
    }
event-word = { $event ->
    [confirmed] bevestigd
    [declined] afgemeld
    [withdrew] gestopt
    [no-show] weggebleven
    [corrected] verbeterd
   *[called] opgeroepen
}

# De uitnodigingsloting: wat er mis is met registers, reglementen en lijsten; haar punten; wat haar opdrachten tonen.

# Wat er mis is. Attributen zijn regels eronder: .means (wat het betekent), .do (wat u kunt doen).

Y-01 = Er is geen rij met iemand erin.
    .do = Geef een register: een eerste rij met de kopjes van de kolommen, daarna een rij per persoon.
Y-02 = De kopjes zijn geen tekst in UTF-8.
    .do = Sla het bestand opnieuw op als CSV in UTF-8, of laat "geloot prepare" het maken.
Y-03 = Geen kolom heet { $names }, wat het reglement noemt voor { $role ->
    [key] het nummer van een persoon
    [strata] het stratum
    [born] de geboortedatum
    [since] de datum van vestiging
    [flag] geheimhouding
    [postcode] de postcode
    [number] het huisnummer
    [home] het huis
    [weight] het gewicht van een persoon
   *[other] de toevoeging bij het huisnummer
}.
    .have = De kolommen zijn { $headings }.
    .do = Zet het kopje van dit register erbij in de tabel "[columns]" van het reglement.
Y-04 = Meer kolommen heten { $names }: welke is bedoeld?
    .do = Geef de andere een ander kopje, of laat ze weg. Huisletter en toevoeging mogen in kolommen met een eigen kopje staan: addition = ["huisletter", "toevoeging"] neemt ze allebei.
Y-05 = De rij heeft { $cells ->
    [one] { $cells } cel
   *[other] { $cells } cellen
} en het kopje { $due }.
    .do = Zoek een scheidingsteken binnen een cel, of een regeleinde: elke persoon staat op één regel.
Y-06 = Een aanhalingsteken is niet gesloten binnen de rij, of er volgt nog iets op.
    .do = Binnen aanhalingstekens staat een aanhalingsteken dubbel, en een cel heeft geen regeleinde.
Y-07 = Het nummer van een persoon is leeg, langer dan 64 tekens, of heeft een teken dat niet mag.
    .means = Een persoon zonder nummer is niet dubbel te vinden, of helemaal niet.
    .do = Letters zonder accent, cijfers en de tekens van een toetsenbord zijn goed, zonder spaties.
Y-140 = Dit nummer is geen nummer meer: een rekenblad kortte het in (1,23E+05), of toont een fout (#N/B).
    .means = Verschillende mensen kunnen nu hetzelfde nummer hebben, en niemand kan zeggen van wie het was: iemand raakt kwijt, of krijgt een brief die hij niet wilde.
    .do = Ga terug naar het bestand van vóór het rekenblad, of maak de kolom daar tekst en vul haar opnieuw.
Y-141 = Dit nummer is niet meer zoals het was: het heeft decimalen (42,0), of tekens van een rekenblad eromheen ('0042, ="0042").
    .means = Wie zonder die tekens in een ander register of op een lijst staat, lijkt dan iemand anders.
    .do = Maak de kolom in het rekenblad tekst, schrijf de nummers zoals alle andere, en bewaar het bestand opnieuw.
Y-08 = Deze kolom lijkt op burgerservicenummers (BSN): ze doorstaan de elfproef.
    .means = Die mogen hiervoor niet worden gebruikt, en zijn makkelijk te raden.
    .do = Gebruik het A-nummer, of een ander nummer dat een persoon houdt.
Y-09 = { $shown } staat in geen rij van de strata.
    .means = Niemand mag stil verdwijnen: wie in het register staat, hoort bij een stratum.
    .do = Zet het stratum in het bestand van strata, of verbeter de cel. Ze moeten teken voor teken gelijk zijn.
Y-134 = Deze cel is geen tekst in UTF-8: letters met een accent zijn niet te lezen.
    .means = De strata zijn zo niet te vinden, hoe u ze ook schrijft.
    .do = Sla het register opnieuw op als CSV in UTF-8 (in een rekenblad: Opslaan als, CSV UTF-8), of geef --recipe in plaats van --register.
Y-10 = Dit is geen geboortedatum.
    .do = Schrijf JJJJ-MM-DD; wat niet bekend is, is 00: 1961-00-00. Staan de datums er anders, zoals 1-2-1990, geef dan --recipe R.toml in plaats van --register: een recept van "geloot prepare" leest ze met date = true.
Y-11 = Dit is geen datum van vestiging.
    .do = Schrijf JJJJ-MM-DD, of laat de cel leeg. Staan de datums er anders, zoals 1-2-2020, geef dan --recipe R.toml in plaats van --register: een recept van "geloot prepare" leest ze met date = true.
Y-12 = Niemand zou een brief krijgen.{ $flags ->
    [none] {""}
   *[other] {" "}In de kolom voor geheimhouding staat: { $flags }. Alleen 0 betekent dat iemand meedoet.
}
    .do = Kijk naar de aantallen mensen en naar het aantal brieven in het reglement.
Y-13 = In het reglement ontbreekt { $table ->
    [letters] { $key ->
        [letters] de tabel [letters]
       *[other] "{ $key }" in de tabel [letters]
    }
   *[other] "{ $key }" in de tabel [{ $table }]
}.
    .do = De bladzijden over de uitnodigingsloting hebben een reglement dat u kunt overnemen.
Y-14 = "{ $key }" in de tabel [{ $table }] van het reglement is niet wat het kan zijn.
    .do = { $key ->
        [homes] Schrijf homes = "any" (huizen tellen niet), homes = "one-letter" (hoogstens één brief per huis) of homes = "address-first" (eerst wordt een adres geloot, dan iemand die er woont).
        [share] Schrijf share = "proportional" (naar aantal mensen), "equal" (overal even veel), "each" (zo veel per stratum) of "listed" (zoals in het bestand van strata).
        [reference] Schrijf de dag zonder aanhalingstekens: reference = 2027-01-15.
       *[other] Getallen staan zonder aanhalingstekens en zonder punten: 10000. Woorden staan tussen aanhalingstekens.
    }
Y-15 = { $key } betekent niets { $table ->
    [none] in een reglement
   *[other] in de tabel [{ $table }]
}.{ $near ->
    [none] {""}
   *[other] {" "}Bedoelt u { $near }?
}
    .means = Het zou niets beslissen, en niemand zou het merken.
Y-16 = { $one } en { $other } gaan niet samen.
    .do = Hoeveel brieven er zijn staat op één plek: in het reglement, of in het bestand van strata. Met gebieden is share "each". Gewichten zijn van mensen, dus is homes er niet "address-first" bij. Waar iemand woont staat in home, of in postcode, number en addition.
Y-17 = Het reglement kondigt loten aan die met de hand worden getrokken, en brieven hebben geen loten.
    .do = Kondig dobbelstenen aan (twaalf met tien kanten, of zestien met zes), getallen van een openbare loterij, woorden of het baken.
Y-18 = Stratum { $stratum } heeft { $people ->
    [one] één persoon
   *[other] { $people } mensen
} en zou geen brief krijgen.
    .means = Niemand in het register mag geen kans hebben.
    .do = Geef elk stratum minstens één brief (at-least = 1), meer brieven, of voeg kleine strata samen.
Y-146 = Dit register is hetzelfde als { $other }.
    .means = Iedereen die erin staat zou twee keer worden gelezen.
    .do = Geef elk register één keer.
Y-19 = Stratum { $stratum } zou een lijst van { $list ->
    [one] één plaats
   *[other] { $list } plaatsen
} hebben bij { $people ->
    [one] één mens
   *[other] { $people } mensen
}; met hoogstens één brief per huis kunnen het er { $most } zijn.
    .means = Van negen mensen naast elkaar in de kring wordt er hoogstens één geloot, hoe groot de huizen ook zijn: een huis telt in de kring voor hoogstens negen mensen, en kan zo geen twee brieven krijgen.
    .do = Vraag minder reserves, of minder brieven; voeg kleine strata samen; of loot met homes = "any".
Y-20 = Stratum { $stratum } heeft minder mensen dan brieven ({ $people } en { $letters }): iedereen krijgt er een.
Y-21 = De strata ontbreken, of hebben andere kolommen dan het reglement noemt: { $name }.
    .have = { $headings ->
        [none] Er is geen bestand van strata gegeven.
        [hidden] Op de eerste rij van het bestand staat geen van deze kopjes.
       *[other] Het bestand heeft { $headings }.
    }
    .do = Geef --strata BESTAND: een rij per stratum, met deze kopjes en, als u wilt, "letters" en "reserves".
Y-22 = Dit stratum staat er twee keer.
    .do = Haal een van de twee rijen weg.
Y-150 = Twee strata lijken op elkaar, en tellen apart: { $one } en { $other }.
    .means = Wie de tabellen leest kan ze niet uit elkaar houden, en elk krijgt eigen brieven.
    .do = Zijn ze één, geef ze dan één naam, ook in het register. Zijn het er twee, geef er dan één een naam die er anders uitziet.
Y-23 = Dit is geen heel getal.
    .do = Schrijf alleen cijfers.
Y-24 = Er zijn te veel mensen of strata voor één kader.
    .do = Een kader heeft hoogstens 4 miljard mensen en 100.000 strata, en gewichten zijn samen hoogstens 2 miljard. Maak er een per deel van het land.
Y-25 = De tabel heeft niet de vorm waarin het script haar schrijft; rij { $row } is de eerste die afwijkt.
    .do = Bewaar wat het script schreef zonder het in een rekenblad te openen.
Y-26 = De tabel zegt iets anders dan de andere over { $about ->
    [people] hoeveel mensen er zijn
    [homes] de huizen
    [grounds] de gronden van uitsluiting
    [areas] welke gebieden geloot zijn
   *[other] de plaatsen
}{ $stratum ->
    [none] {""}
   *[other] {" "}van stratum { $stratum }
}.
    .do = Draai het hele script nog eens op hetzelfde register, en neem al zijn tabellen.
Y-27 = De database vond { $rows ->
    [one] { $rows } rij
   *[other] { $rows } rijen
} die niet te lezen zijn: { $about ->
    [key] het nummer van een persoon
    [strata] een stratum dat in geen rij van de strata staat
    [born] de geboortedatum
    [weight] het gewicht
    [home] het huis
   *[other] de datum van vestiging
}.
    .do = Daar gelden dezelfde regels als hier; verbeter die rijen, en draai het script opnieuw.
Y-28 = Er zijn { $wanted } gebieden te loten, en er zijn er { $areas } met mensen.
    .do = Loot minstens één gebied, en niet meer dan er zijn.
Y-29 = De registers hebben geen nummer van een persoon; wie in twee registers staat is dus niet te vinden.
    .means = Wie verhuisde kan twee brieven krijgen.
Y-30 = Dit is geen nummer van een persoon, en niet de 32 tekens van een persoon.
    .do = Een uitsluitlijst heeft een kolom "sleutel" (of het kopje uit het reglement) met nummers van het register, of "persoon" met de tekens van een eerdere lijst.
Y-31 = Het bestand mist een kolom, of heeft hem twee keer. Wat nodig is, met de kopjes die kunnen: { $wanted }.
    .do = Geef de kolom een van deze kopjes, hoe u het ook spelt, en laat weg wat er twee keer staat.
Y-32 = Dit is geen code van een brief.
    .do = Een code heeft tien tekens, zoals 7K3M-9QXT-4R. De laatste twee verraden een verschrijving.
Y-33 = Niemand heeft deze code in deze loting.
    .do = Kijk of de brief van een eerdere loting is.
Y-34 = Deze code antwoordde al, in rij { $first }.
    .do = Houd het antwoord dat telt, en haal de andere rij weg.
Y-35 = Wie deze code heeft is niet aangeschreven: de plaats ligt voorbij de golven tot nu toe.
    .do = Maak eerst de golf openbaar, of kijk van wie de brief is.
Y-36 = { $column ->
    [date] Dit is geen dag.
    [answer] Dit is geen antwoord.
   *[other] Dit is geen kanaal.
}
    .do = { $column ->
        [date] Schrijf 2027-02-01 of 1-2-2027.
        [answer] Schrijf ja, nee of retour.
       *[other] Schrijf een woord, zoals post, web, telefoon of deur.
    }
Y-42 = Dit antwoord is van een dag voordat de brief op de post ging, op { $day }.
    .do = Kijk de dag na, of van wie het antwoord is.
Y-43 = Sommige nummers van mensen beginnen met een nul, en { $shorter ->
    [one] 1 is korter dan de { $digits } cijfers
   *[other] { $shorter } zijn korter dan de { $digits } cijfers
} die de meeste hebben.
    .means = Misschien haalde een rekenblad nullen aan het begin weg. Dezelfde persoon in twee rijen zou dan twee kansen hebben.
    .do = Geef de kolom in het rekenblad de vorm van tekst en bewaar het register opnieuw, of lees het met een recept met pad = { $digits }.
Y-44 = Het reglement telt huizen, en niemand heeft { $named ->
    [yes] iets in de kolom die het huis noemt
   *[no] een postcode én een huisnummer
}.
    .means = Iedereen zou een eigen huis zijn, en de regel zou niets doen.
    .do = { $named ->
        [yes] Kijk na welke kolom het reglement voor het huis noemt (home), en of die in het register gevuld is.
       *[no] Kijk na welke kolommen het reglement voor postcode en huisnummer noemt, en of die in het register gevuld zijn.
    }
Y-143 = Dit noemt geen huis: een rekenblad heeft het ingekort (3,63E+15), of het is langer dan 64 tekens, of er staat een spatie in of een teken dat niet op elk toetsenbord zit.
    .means = Mensen uit verschillende huizen zouden als één huis tellen, of die uit één huis als twee.
    .do = Laat de cel leeg waar het huis niet bekend is. Heeft een rekenblad het gedaan, maak de kolom daar dan tekst en vul haar opnieuw.
Y-45 = { $named ->
    [yes] { $without } van { $rows } rijen hebben niets in de kolom die het huis noemt.
   *[no] { $without } van { $rows } rijen: geen postcode of geen huisnummer.
}
    .means = Ieder van deze mensen telt als een eigen huis.
    .do = Kijk of dat zo is. Zijn deze adressen onbekend, dan is het goed zo.
Y-37 = De golf kan niet: { $column ->
    [before] een golf die al is gepubliceerd staat er niet meer bij, of anders
    [stratum] zo'n stratum is er niet
    [wave] haar nummer is niet het volgende van dit stratum
    [from] zij gaat niet verder waar de vorige ophield
    [to] zij eindigt voordat zij begint, of voorbij de lijst
    [date] dit is geen dag, of een dag vóór die van de rij erboven
   *[other] de reden is geen regel
}.
    .means = De volgende golf is de volgende plaatsen, wie het ook zijn. Er komen alleen rijen bij.
    .do = { $column ->
        [before] Neem de rijen die zijn gepubliceerd over uit het laatste waves.csv in public/waves, en zet de nieuwe eronder.
        [stratum] Schrijf de naam van een stratum, of zijn nummer in public/strata.csv.
        [wave] Nummer de golven van elk stratum 1, 2, 3 en zo verder.
        [from] Begin bij de plaats na de laatste van de vorige golf van dit stratum, en in de eerste golf bij 1.
        [to] Schrijf de laatste plaats die een brief krijgt: niet vóór de eerste, en niet voorbij de lijst.
        [date] Schrijf een dag als 2027-02-01 of 1-2-2027, en zet de rijen op volgorde van de dag.
       *[other] Schrijf in één regel waarom er een golf is.
    }
Y-38 = Deze deelnemer heeft geen code van een brief van deze loting, en hoort bij geen zijstroom die is aangekondigd.
    .do = Zoek de code op de brief; of kondig de stroom aan in de tabel [invited] van het reglement, en schrijf haar in de kolom "stream".
Y-39 = Geen aantal brieven is genoeg voor { $volunteers } deelnemers in { $stratum }, waar { $people } mensen kunnen worden geloot.
    .do = Vraag minder deelnemers, of minder zekerheid.
Y-144 = Elk van de { $strata } strata met mensen brengt minstens één deelnemer, en er zijn er minder gevraagd: { $volunteers }.
    .do = Vraag meer deelnemers, of voeg kleine strata samen.
Y-40 = Van { $stratum } is er geen respons, of wat er staat is geen respons.
    .do = Een bestand met respons heeft de kolommen van de strata en "rate": een getal van 0 tot 1, of een percentage met het teken.
Y-41 = De code van deze brief is ook die van de deelnemer in rij { $first }.
    .do = Een brief is persoonlijk. Houd degene van wie de brief is.

# Waarom iets niet gebeurt

Y-50 = Dit is niet het dossier van een uitnodigingsloting.
    .do = "geloot invite frame" maakt er een. De loting van een panel heeft eigen opdrachten.
Y-51 = Het dossier in { $dir } is niet zoals het is vastgelegd.
    .means = { $claim }
    .do = Uit een dossier dat is veranderd kan niet worden geloot. Zet het terug uit een kopie; "geloot verify" zegt meer.
Y-52 = Brieven hebben geen loten die een hand kan trekken.
    .do = Geef dobbelstenen, getallen van een openbare loterij, woorden, of een ronde van het baken.
Y-53 = De gesloten lijst van mensen is niet die van het kader.
    .means = Er is iemand bijgekomen, weggelaten of veranderd nadat het kader was vastgelegd.
    .do = Zet sealed/persons.csv terug uit een kopie.
Y-54 = Van deze loting is al een andere lijst vastgelegd, of de lijst van de organisator is veranderd of ontbreekt.
    .do = Een loting heeft één lijst. Ontbreekt letters.csv, geef dan dezelfde opdracht "geloot invite draw": die maakt haar opnieuw. Is zij veranderd, zet haar dan terug uit een kopie, of loot opnieuw om een reden.
Y-55 = Er zijn nog geen brieven geloot.
    .do = "geloot invite draw" geeft het startgetal en, als de lijst van mensen hier is, de brieven.
Y-57 = Dit is het dossier van een uitnodigingsloting: er heeft zich nog niemand aangemeld.
    .do = "geloot invite draw" loot de brieven. Een panel wordt geloot uit de loting die "geloot lottery" van de deelnemers maakt.
Y-56 = { $file } is niet te lezen als wat het moet zijn.
    .do = Geef het bestand dat "geloot invite codes" schreef.
Y-58 = Op deze lijst staan andere brieven dan er codes zijn.
    .do = Maak de codes opnieuw uit deze lijst, met dezelfde sleutel.
Y-158 = In de lijst van codes is de kolom met codes gesorteerd zonder de andere.
    .means = Geen code hoort nog bij de brief in haar rij, dus elk antwoord zou van iemand anders zijn.
    .do = Maak de codes opnieuw met "geloot invite codes" en dezelfde sleutel, en sorteer in een rekenblad hele rijen.

Y-61 = Zo'n database is hier niet bekend.
    .do = Geef postgresql, duckdb of spark.
Y-62 = De map van het kader ontbreekt.
    .do = Geef de map die "geloot invite take" of "geloot invite frame" maakte: de brieven volgen uit het startgetal ervan.
Y-63 = Het reglement of het geheim ontbreekt.
    .do = Geef --charter en --key, en --strata als het reglement strata noemt.
Y-64 = De tabel van het register ontbreekt, of haar naam heeft tekens die hier geen tabel heeft.
    .do = Geef --table NAAM: letters, cijfers en liggende streepjes, eventueel met het schema en een punt ervoor.
Y-65 = Wat er over te nemen is ontbreekt.
    .do = Geef --frame, --people en --counts (en --homes, als huizen tellen); of --letters.
Y-151 = Dit is het nummer van het ene stratum en de naam van het andere, dus niemand weet welk er is bedoeld.
    .do = Schrijf het nummer met # ervoor: #{ $name } voor het stratum met deze naam, #{ $number } voor dat met dit nummer.
Y-152 = { $folder } is het openbare deel van een uitnodigingsloting, en zelf geen loting.
    .do = Geef de map waar die in staat: { $above }.
Y-153 = De eerste rij van dit register is die van een persoon, en geen rij met kopjes.
    .means = Gelezen als kopjes telt deze persoon nergens voor, en weet niemand wat er in een kolom staat.
    .do = Zet er een rij met kopjes boven, zoals die het reglement noemt in de tabel "columns".
Y-154 = Geen van de kolommen is er die het reglement noemt voor de toevoeging bij het huisnummer: { $headings }.
    .means = Dan zijn 1A en 1B één huis, en kan van de mensen daar hoogstens één een brief krijgen.
    .do = Zet het kopje van dit register erbij in de lijst in de tabel "columns" van het reglement. Staat de toevoeging in het huisnummer zelf, of is er geen, dan klopt het zo.
Y-155 = De meeste mensen zouden zijn gevestigd voordat zij waren geboren: de kolommen { $born } (geboorte) en { $since } (vestiging) lijken verwisseld.
    .means = Niemands leeftijd klopt zo, en van wie meer rijen heeft beslist de verkeerde.
    .do = Kijk in het register wat er in deze kolommen staat, en verbeter de kopjes, of "born" en "since" in het reglement.
Y-156 = Dit stratum is er niet, en zijn respons telt nergens voor.
    .do = Kijk of de naam is zoals in de strata, teken voor teken, en of dit een rij met een totaal is.
Y-157 = Geen enkel lot op deze lijst volgt uit het startgetal van deze loting.
    .means = Zij is van een eerdere loting, van een proef, of van een ander kader.
    .do = Maak het script van deze loting met "geloot invite sql --act letters" en voer het uit in de database. Is de lijst van een proef, geef dan --of-trial NUMMER.
Y-159 = Deze tabellen zijn gemaakt met een script van een ander reglement, een andere sleutel of andere strata.
    .means = De regel zou iets vastleggen dat niet is geteld, en het script voor de brieven zou deze tabellen niet vinden.
    .do = Geef het reglement, de sleutel en de strata waarmee het script is gemaakt; of maak het script opnieuw en voer het uit.
Y-160 = De post gaat weg op { $posted }, en het reglement is van { $charter }.
    .means = Een brief kan niet weg voordat de regel openbaar is, en gaat zelden meer dan een jaar erna. De dag is gepubliceerd zoals hij er staat.
    .do = Kijk of dag en jaar kloppen. Is de dag verkeerd, zeg dat dan waar de golven bekend zijn gemaakt.
Y-161 = { $given ->
    [none] Hoeveel brieven zo veel deelnemers opleveren volgt uit de respons van elk stratum, en --response ontbreekt.
   *[other] { $given } is een getal, en bij --response hoort een bestand met de respons van elk stratum.
}
    .means = Antwoorden er minder mensen dan verwacht, dan zijn er te weinig deelnemers, en het minst waar mensen weinig antwoorden.
    .do = Maak een lijst met een rij per stratum: de kolommen van de strata, en een kolom "respons" met het deel dat meedoet, zoals 0,12 of 12%. Verwacht u overal hetzelfde, schrijf dat dan in elke rij. Geef de lijst met --response BESTAND.
Y-162 = { $column ->
    [code] Dit is niet de code van de brief in deze rij.
    [key] Dit is niet het nummer in het register bij de brief in deze rij.
   *[gets] In deze rij staat anders dan in de loting of daar meteen een brief naartoe gaat.
}
    .means = { $column ->
        [code] Het antwoord met deze code zou van iemand anders zijn.
        [key] De brief, of wie aanbelt, zou naar iemand anders gaan.
       *[gets] Brieven zouden naar reserves gaan, en niet naar wie er een is geloot.
    }
    .do = Een kolom is veranderd of gesorteerd zonder de andere. Maak de codes opnieuw met "geloot invite codes" en dezelfde sleutel, en sorteer in een rekenblad hele rijen.
Y-67 = Er is geen stratum { $name }.
    .do = Geef het nummer, of de naam zoals in public/strata.csv.
Y-68 = Het reglement noemt deze uitnodigingsloting niet.
    .do = Zet een tabel [invited] in het reglement met deze regel, en eventueel streams = ["..."]: line = "{ $line }".
Y-69 = { $text } is geen dag.
    .do = Schrijf 2027-01-20 of 20-1-2027.
letters-flag = { $value } in { $rows ->
    [one] 1 rij
   *[other] { $rows } rijen
}
Y-82 = In de kolom voor geheimhouding staat meer dan een cijfer: { $flags ->
    [none] heel veel verschillende cellen
   *[other] { $flags }
}.
    .means = Alleen 0 betekent dat iemand meedoet: alle anderen tellen als geheim, en krijgen geen brief.
    .do = Vraag wie het register maakte wat dit betekent. Betekent het "nee", schrijf er dan 0, bijvoorbeeld met een recept van "geloot prepare".
Y-83 = De dag waarop leeftijden tellen, { $day }, ligt ver van de datums in het register: { $count ->
    [0] er is er geen uit de tien jaar ervoor
    [one] 1 rij is van meer dan een jaar erna
   *[other] { $rows } rijen zijn van meer dan een jaar erna
}.
    .means = Twee cijfers die zijn verwisseld maken iedereen veel ouder of jonger.
    .do = Kijk naar "reference" in het reglement, in de tabel [frame].
Y-85 = { $count ->
    [one] 1 persoon staat
   *[other] { $people } mensen staan
} meer dan eens in de registers, met geboortedata die niet allebei waar kunnen zijn.
    .means = De rij met de nieuwste datum van vestiging bepaalt of iemand oud genoeg is.
    .do = Vraag de registers welke datum klopt. Ook kan één nummer aan twee mensen zijn gegeven.
Y-86 = { $count ->
    [one] 1 persoon heeft
   *[other] { $people } mensen hebben
} rijen in verschillende strata, en geen van die rijen is nieuwer dan de andere.
    .means = Ieder telt mee in de eerste van deze strata in de lijst van strata, en dat heeft niemand beslist.
    .do = Zeg in het reglement in welke kolom staat sinds wanneer iemand ergens woont ("since" in de tabel "[columns]"), of vraag de registers waar zij nu wonen.
Y-84 = { $file } is de geheime sleutel van het register.
    .means = Codes gaan door andere handen dan het register. Wie deze sleutel heeft, kan iedereen in het kader terugvinden.
    .do = Maak een sleutel voor de codes alleen: geloot key.
Y-74 = Dit is een uitnodigingsloting: iemand is erin te vinden met het nummer in het register, niet met een nummer of code van een panel.
    .do = Geef --person NUMMER, of de 32 tekens van de persoon die een inwoner met de toets op de pagina maakt.
Y-73 = Volgens het reglement zijn mensen uitgenodigd door een uitnodigingsloting ([invited]), en --invited is niet gegeven.
    .means = Van niemand zou worden nagegaan of er een brief was, terwijl het reglement dat belooft.
    .do = Geef de map van die loting, --invited MAP, en het bestand met codes, --letter-codes BESTAND; of haal [invited] uit het reglement.
Y-87 = Dit nummer is van niemand in de registers, maar iemand heeft er een dat hetzelfde is op nullen vooraan, hoofdletters, decimalen (42,0) of tekens eromheen ('0042) na.
    .means = Wie niet mee moet doen kan dan toch een brief krijgen. Rekenbladen halen nullen vooraan weg en zetten er decimalen achter, als de kolom geen tekst is.
    .do = Schrijf de nummers zoals het register ze heeft, en leg opnieuw vast.
Y-88 = Deze persoon staat in geen van de registers.
    .means = Er wordt dus niemand uitgesloten: misschien is iemand verhuisd, of is een nummer verkeerd getypt.
    .do = Kijk naar de nummers, ook naar nullen vooraan en naar de sleutel waarmee de tekens zijn gemaakt.
Y-89 = Deze gronden worden woord voor woord openbaar, elk met het aantal mensen dat erom niet meedoet: { $grounds }.{ $telling ->
    [none] {""}
   *[other] {" "}Van hoogstens één persoon, of lang: { $telling }.
}
    .do = Schrijf wat de regel is, zoals "raadslid" of "wil geen brieven", en niets over één persoon.
Y-90 = In een grond van uitsluiting staat de naam of het adres van iemand, een telefoonnummer, een mailadres of een burgerservicenummer; of er staat geen letter in, zoals bij een nummer, of een teken dat niemand ziet.
    .means = Gronden worden openbaar, en wat openbaar is kan nooit meer worden teruggehaald.
    .do = Schrijf een korte grond die zegt wat de regel is, zoals "raadslid". Is het een rij met een totaal, haal die dan weg.
Y-91 = { $count ->
    [one] De kolom { $headings } lijkt een deel van het adres, en telt
   *[other] De kolommen { $headings } lijken een deel van het adres, en tellen
} niet mee.
    .means = Dan zijn 1A en 1B één huis, en kan van de mensen daar hoogstens één een brief krijgen.
    .do = Noem elke kolom ervan in de tabel "columns" van het reglement, op volgorde: addition = ["huisletter", "toevoeging"]. Staat er niets van het adres in, dan klopt het zo.
Y-130 = { $count ->
    [one] De kolom { $headings } lijkt te zeggen van wie de gegevens geheim zijn, of wie is overleden of geëmigreerd, en het reglement noemt haar
   *[other] De kolommen { $headings } lijken te zeggen van wie de gegevens geheim zijn, of wie is overleden of geëmigreerd, en het reglement noemt ze
} niet voor "flag".
    .means = Deze mensen zouden gewoon een brief krijgen.
    .do = Noem de kolom in de tabel "[columns]" van het reglement: flag = "geheim". Alleen wie daar 0 heeft, doet mee. Is dat al een andere kolom, of staat er iets anders dan 0 en 1, laat deze mensen dan weg met een recept van "geloot prepare" of met --exclude. Zegt de kolom niets van dien aard, dan is het goed zo.
Y-131 = { $why ->
    [no-day] Deze geboortedatum bestaat niet: die maand heeft die dag niet.
    [old] Deze geboortedatum is meer dan 120 jaar voor de dag waarop leeftijden tellen.
   *[after] Deze geboortedatum is na de dag waarop leeftijden tellen.
}
    .means = { $why ->
        [no-day] Er is verder mee gerekend alsof de dag bestaat.
        [old] Deze mensen doen mee, en kunnen een brief krijgen.
       *[after] Deze mensen tellen als te jong, en krijgen geen brief.
    }
    .do = { $why ->
        [after] Is het register van na die dag, dan kan het kloppen. Kijk anders na wat er moet staan.
       *[other] Kijk in het register na wat er moet staan. Is een deel niet bekend, schrijf daar dan 00: 1961-00-00.
    }
Y-132 = { $why ->
    [no-day] Deze datum van vestiging bestaat niet: die maand heeft die dag niet.
    [born] Deze datum van vestiging is vóór de geboorte.
   *[after] Deze datum van vestiging is na de dag waarop leeftijden tellen.
}
    .means = De rij met de nieuwste datum van vestiging beslist over iemand die meer rijen heeft.
    .do = { $why ->
        [after] Is het register van na die dag, dan kan het kloppen. Kijk anders na wat er moet staan.
       *[other] Kijk in het register na wat er moet staan. Is een deel niet bekend, schrijf daar dan 00: 2020-00-00.
    }
Y-133 = Hier staat geen deel van een adres, maar bijvoorbeeld "geen", "onbekend" of een streepje.
    .means = Mensen met hetzelfde woord kunnen dan als één huis tellen, en van een huis krijgt hoogstens één mens een brief. Een streepje telt als niets.
    .do = Maak deze cellen leeg: dan telt ieder van deze mensen als een eigen huis. Of zoek het adres op.
Y-92 = { $count ->
    [one] Eén stratum heeft niemand
   *[other] { $number } strata hebben niemand
} die geloot kan worden: { $strata }.
    .means = Daar gaat geen brief naartoe. Een naam die anders is gespeld dan in het register had het werk bij de eerste inwoner daar al tegengehouden.
    .do = Kijk of daar niemand woont die mag worden geloot, of dat er een register ontbreekt.
Y-93 = De kopjes lijken in rij { $row } te staan, onder een titel.
    .do = Haal de rijen erboven weg, of geef --recipe R.toml in plaats van --register, met heading_row = { $row } voor dit bestand ("geloot prepare").
Y-94 = Dit is geen tekst, en geen werkmap die te lezen is.
    .do = Bewaar het blad als .xlsx, .ods of als CSV in UTF-8.
Y-95 = { $answer ->
    [returned] De brief met deze code kwam terug, en iemand staat ermee in de deelnemerspool.
   *[other] Wie deze code heeft antwoordde nee, en staat in de deelnemerspool.
}
    .do = Vraag het na. Haal de rij uit de pool; of, als iemand van gedachten is veranderd, zet dat antwoord in de plaats van het eerste.
Y-142 = Bij { $count ->
    [one] 1 deelnemer
   *[other] { $people } deelnemers
} staat hier iets anders dan het stratum van de brief, van de { $of } die door een brief kwamen.
    .means = De quotums worden gehaald met wat hier staat. Iemand kan na de brief zijn verhuisd; veel van zulke rijen betekenen dat codes en mensen verkeerd zijn gekoppeld.
    .do = Kijk naar de rijen. Bij wie is verhuisd, klopt dit; koppel anders codes en mensen opnieuw.
Y-135 = Hoe zeker u wilt zijn ligt tussen 0 en 1, niet op 0 of 1 zelf.
    .do = Kies een getal zoals 0,95 of 99%. Niemand kan helemaal zeker zijn.
Y-96 = Dit stratum is er niet.
    .do = Schrijf de naam, of het nummer, zoals ze in public/strata.csv staan.
Y-97 = Dit is geen gewicht.
    .means = Gewichten bepalen hoeveel kans iemand heeft, dus krijgt niemand er een bij vergissing.
    .do = Schrijf een heel getal van 1 tot en met 1.000, zonder nullen vooraan. Wie niet meer kans heeft dan anderen, heeft gewicht 1.
Y-98 = Stratum { $stratum } zou een lijst van { $list ->
    [one] één plaats
   *[other] { $list } plaatsen
} hebben. De gewichten zijn er samen { $sum } en het grootste is { $greatest }, dus kunnen het er { $most } zijn.
    .means = Niemand mag twee keer worden geloot; en met hoogstens één brief per huis ook geen huis van negen mensen die allemaal het grootste gewicht hebben.
    .do = Vraag minder reserves, of minder brieven; voeg kleine strata samen; of maak de grootste gewichten kleiner.
Y-99 = { $count ->
    [one] 1 persoon heeft
   *[other] { $people } mensen hebben
} rijen met verschillende gewichten, en geen van die rijen is nieuwer dan de andere.
    .means = De rij die zegt waar zij wonen, zegt ook hun gewicht; is al het andere gelijk, dan telt het kleinste. Niemand heeft dat gekozen.
    .do = Vraag de registers welk gewicht klopt, of zeg in het reglement in welke kolom staat sinds wanneer iemand ergens woont ("since" in de tabel "[columns]").

# De punten

I1 = De lijst van vastgelegde bestanden is die welke de vastlegging noemt
I2 = De vastlegging is die welke voor de loting openbaar is gemaakt
I3 = Elk vastgelegd bestand is er, en onveranderd
I4 = Er is niets in het dossier dat er niet hoort
I5 = Het dossier volgt regels die dit programma kent, en zijn gegevens zijn die van het reglement en de tabellen
I6 = Strata, mensen, huizen en de vingerafdrukken van het kader tellen op tot hetzelfde
I7 = De brieven zijn verdeeld zoals het reglement zegt, elke kans is precies, en niemand heeft er geen
I8 = Elke loting, elke proef en elke lijst is vastgelegd, heel en op volgorde
I9 = Het startgetal komt uit de bron die vooraf is aangekondigd
I10 = Het bewijs is echt, voor zover het dat kan tonen
I11 = Het startgetal volgt uit de vastlegging en het bewijs
I12 = De gebieden volgen uit het startgetal
I13 = De openbare cijfers van elke lijst zijn die van het plan
I14 = De lijst van de organisator is die welke openbaar is gemaakt, en elk lot erop volgt uit het startgetal
I15 = De mensen zijn die van het kader, en de lijst is die welke uit hen volgt
I16 = Elke golf van brieven gaat verder waar de vorige ophield
why-no-letters = De lijst van de organisator (letters.csv) is niet hier. Wie het de organisator vraagt hoort de eigen plaats: geloot explain.
why-no-people = De lijst van mensen is gesloten, of zit in een database, en is niet hier. Daarmee is alles te toetsen, in een ander programma dan dat van de organisator.
why-no-areas = Er worden niet eerst gebieden geloot.
why-no-waves = Er is geen golf van brieven openbaar.
fail-letters-table = { $file } zegt iets anders{ $stratum ->
    [none] {""}
   *[other] {" "}van stratum { $stratum }
} dan uit de andere bestanden volgt.
fail-letters-fact = Wat about.json zegt van "{ $fact }" is niet wat het reglement en de tabellen zeggen.
fail-letters-by-hand = Het bewijs van { $draw } trekt een lot, en brieven hebben er geen.
fail-letters-other = De lijst van { $draw } is niet die waarvan de vingerafdruk openbaar is, of volgt niet uit de mensen.
fail-letters-place = In { $draw } is plaats { $place } van stratum { $stratum } van iemand anders.
fail-letters-same-list = De lijst van { $draw } is die van een andere loting, en dat kan niet: elk lot is van zijn loting.
fail-letters-blank-keys = { $people ->
    [one] Eén persoon in de verzegelde lijst heeft geen nummer in het register, en anderen wel.
   *[other] { $people } mensen in de verzegelde lijst hebben geen nummer in het register, en anderen wel.
}
fail-letters-keys = { $people ->
    [one] 1 persoon van de gesloten lijst heeft
   *[other] { $people } personen van de gesloten lijst hebben
} een ander nummer in het register dan waarmee is geloot.
fail-letters-not-of-list = Het kader volgt niet uit de gemaakte lijst: { $file } zegt iets anders.
fail-letters-post = De lijst voor de post van { $draw } is niet die welke uit de loting volgt: brieven zouden naar andere mensen gaan.
fail-letters-list = Lijst { $list } hoort bij geen loting in dit dossier, of is de tweede van een loting.
fail-letters-people = De lijst van mensen is niet die van het kader; het eerste deel dat verschilt is { $bucket }.
fail-letters-old-wave = Vastlegging { $record } van golven hoort bij de lijst van { $draw }, en de golven ervoor bij een latere loting: dit zijn brieven van een loting die ongeldig is verklaard.
fail-letters-wave = Vastlegging { $record } van golven verandert wat openbaar was, of rij { $row } ervan kan niet.
letters-cannot-show = Geen dossier kan tonen:
    .commitment = dat de vastlegging openbaar was voordat het startgetal bekend was: dat weet alleen wie haar toen zag;
    .complete = dat het register volledig is; dat er niemand in is gezet die niet bestaat (een steekproef van gelote brieven toont dat);
    .word = dat woning, gewicht en stratum van iedereen die van het register zijn; daarvoor staat de organisator in;
    .key = dat het geheim van het register bewaard bleef;
    .post = dat elke brief is verstuurd, en aankwam;
    .heard = dat woorden of getallen die als startgetal zijn gegeven die zijn die mensen zagen of hoorden, tenzij een baken ze tekende;
    .other = dat er geen ander kader van dezelfde mensen was, of een eerdere of latere loting waarvan het dossier is weggelaten.

# Wat de opdrachten tonen

letters-framed = { $people ->
    [one] { $people } persoon
   *[other] { $people } mensen
} in het kader, in { $strata ->
    [one] { $strata } stratum
   *[other] { $strata } strata
}.
letters-rows = Rijen van de registers: { $rows }, waarvan { $repeats } van mensen met een nieuwere rij.
letters-out = Niet meegeteld: { $list }.
letters-out-none = Niemand is weggelaten.
letters-prepared-out = { $count } door het recept, voordat de rijen werden geteld (report.html bij de gemaakte lijst noemt elke grond)
letters-confidential = { $count } met geheimhouding
letters-excluded = { $count } op de lijst "{ $ground }"
letters-young = { $count } te jong
letters-doubtful = { $count } van wie de leeftijd niet zeker is
letters-homes = { $homes ->
    [one-letter] Huizen tellen: naar één huis gaat hoogstens één brief.
    [address-first] Huizen tellen: eerst worden huizen geloot, dan één bewoner van elk.
   *[any] Huizen tellen niet: twee brieven naar één huis kunnen.
}
letters-weighted = Gewichten tellen: wie gewicht 2 heeft, heeft twee keer de kans van iemand met gewicht 1.
letters-institutions = { $homes ->
    [one] Eén adres heeft
   *[other] { $homes } adressen hebben
} meer dan negen mensen ({ $people } samen): iedereen daar telt als een huis op zichzelf.
letters-table-stratum = Stratum
letters-table-people = Mensen
letters-table-letters = Brieven
letters-table-list = Op de lijst
letters-table-chance = Kans
letters-table-chance-one = Kans, gewicht 1
letters-table-greatest = Grootste gewicht
letters-table-chance-greatest = Kans daarmee
letters-table-area = Gebied
letters-table-last = Laatste lot dat een brief krijgt
letters-more-strata = ... en nog { $count } strata; ze staan allemaal in { $file }.
letters-address-chance = De kans is die van een adres; die van een persoon is één op zo veel bewoners ervan:
letters-address-size = { $size ->
    [one] alleen: één keer die kans
   *[other] met { $size }: die kans gedeeld door { $size }
}
letters-weights = De kansen verschillen: van { $least } tot { $most }. Wie antwoorden over strata optelt, moet ze wegen met één gedeeld door de kans.
letters-by-weight = De kansen verschillen naar gewicht: van { $least } bij gewicht 1 tot { $most } bij gewicht { $greatest }. Wie antwoorden optelt, moet die van elke persoon wegen met één gedeeld door diens kans.
letters-same = Iedereen heeft dezelfde kans: { $chance }.
letters-publish = Maak deze regel openbaar voordat het startgetal bekend is:
letters-saved = Opgeslagen: { $dir }. Maak de map "public" openbaar; bewaar "sealed" bij het register.
letters-again = Let op. Dit kader is eerder gemaakt, uit dezelfde bestanden. Er is niets veranderd.
letters-saved-frame = Het kader is gemaakt, en heel opgeslagen in { $place }. Alleen het tonen mislukte; de regel om openbaar te maken staat in public/commitment.txt.
letters-draw = { $void ->
    [yes] PROEF { $draw }: ONGELDIG. Dit beslist niets.
   *[no] Loting { $draw }.
}
letters-drawn = { $letters ->
    [one] { $letters } brief
   *[other] { $letters } brieven
} en { $reserves ->
    [one] { $reserves } reserve
   *[other] { $reserves } reserves
} geloot.
letters-seed-only = Het startgetal is vastgelegd. De mensen staan in een database: maak de lijst daar.
letters-next-sql = Hierna: geloot invite sql { $dir } --engine ENGINE --act letters --out letters.sql, draai het daar, en geloot invite take { $dir } --letters BESTAND.
letters-list-saved = Opgeslagen: letters.csv{ $post ->
    [yes] , post.csv (de nummers van het register, voor de post)
   *[no] {""}
} in { $lists }; het openbare dossier in { $public }.{ $void ->
    [yes] {" "}Elke rij van een lijst van een proef begint met "{ $mark }" (proef, ongeldig): niemand krijgt er een brief door.
   *[no] {""}
}
letters-key = Iedereen kan het eigen lot nagaan. De sleutel van deze loting is { $key }.
letters-line = printf '%s' "{ $key }UW-32-TEKENS" | sha256sum
letters-line-means = Wie een uitkomst heeft die niet groter is dan de laatste van zijn stratum { $void ->
    [yes] zou een brief krijgen, als dit de loting was.
   *[no] krijgt een brief.
}
letters-ask = { $homes ->
    [any] Met gewichten kan niemand aan de eigen tekens zien of die is geloot: iedereen staat in een kring met zo veel ruimte als het gewicht, en een plaats daarin telt allen die ervoor staan.
    [one-letter] Met hoogstens één brief per huis kan niemand aan de eigen tekens zien of die is geloot: iedereen staat in een kring, en een plaats daarin telt allen die ervoor staan.
   *[address-first] Eerst zijn huizen geloot en dan één bewoner van elk: niemand kan aan de eigen tekens zien of die is geloot.
} Wie het vraagt hoort het van de organisator, die het register heeft ("geloot explain").
letters-made-before = Let op. Dit is eerder gemaakt, met dezelfde opdracht. Het is heel; er is nu niets geloot.
letters-area-certain = zeker
letters-area-drawn = geloot
letters-area-reserve = reserve { $number }
letters-area-not = -
letters-sql-saved = Opgeslagen: het script in { $file }. { $holds ->
    [zeros] Het geheim staat erin als 64 nullen, dus iedereen mag het lezen; het draait zo niet.
    [secret] Het bevat het geheim van het register: het verlaat nooit de plek waar het register is.
   *[none] Draai het in de database waar het kader in staat. Het bevat geen geheim: iedereen die het startgetal kent, mag het lezen.
}
letters-taken = Overgenomen. { $people ->
    [one] { $people } persoon
   *[other] { $people } mensen
} in het kader.
letters-codes-saved = Opgeslagen: { $codes ->
    [one] { $codes } code
   *[other] { $codes } codes
} in { $file }. Voeg ze bij namen en adressen waar het register is; de lijst blijft gesloten.
letters-skipped = Kijk dit na. { $count ->
    [one] Er is 1 stratum dat volgens de loting brieven krijgt en waar niemand is aangeschreven: { $strata }.
   *[other] Er zijn { $count } strata die volgens de loting brieven krijgen en waar niemand is aangeschreven: { $strata }.
} Wie daar woont heeft geen kans, hoewel het reglement die geeft.
letters-other-first = Kijk dit na. In deze strata heeft de eerste golf niet het aantal brieven van de loting, en zijn de kansen dus anders dan openbaar is gemaakt: { $strata }. Is het zo bedoeld, dan staat de reden in de lijst van golven; wie het dossier nakijkt leest die.
letters-other-first-one = { $stratum } heeft er { $letters }, en { $due } volgens de loting
letters-waves-saved = Opgeslagen: vastlegging { $number } van golven, { $letters ->
    [one] { $letters } brief
   *[other] { $letters } brieven
} aangeschreven tot nu toe.
letters-first-wave = eerste brieven
letters-waves-same = Let op. Deze golven zijn al openbaar. Er is niets veranderd.
letters-answers = { $answers ->
    [one] { $answers } antwoord
   *[other] { $answers } antwoorden
} op { $written ->
    [one] { $written } brief
   *[other] { $written } brieven
}: { $yes } ja, { $no } nee, { $returned } retour.
letters-channel = { $channel }: { $yes } ja van { $answers }
letters-table-answers = Antwoorden
letters-table-yes = Ja
letters-more-answers = ... en nog { $count } strata.
letters-outreach-saved = Opgeslagen: { $count ->
    [one] { $count } deur
   *[other] { $count } deuren
} om aan te kloppen in { $file }: de eerste plaatsen die niet antwoordden. Niemand kiest.
letters-few-doors = Kijk dit na. Er zijn minder deuren dan de { $asked } die zijn gevraagd: { $strata }. Alle anderen die daar zijn aangeschreven hebben geantwoord. Met een volgende golf komen er meer deuren.
letters-few-doors-one = { $doors } in { $stratum }
letters-invited = { $pool ->
    [one] { $pool } deelnemer
   *[other] { $pool } deelnemers
}: { $letters } door een brief van deze loting, { $streams } door een zijstroom die is aangekondigd.
told-plain-in = Kon worden geloot, in { $name }, met een kans van { $chance } op een brief in de eerste golf.
told-plain-address = Eerst worden adressen geloot: dit adres heeft een kans van { $chance }, en er { $people ->
    [one] woont één persoon uit het kader.
   *[other] wonen { $people } mensen uit het kader, van wie er dan één de brief krijgt.
}
told-plain-out = { $looked ->
    [yes] Kon niet worden geloot: niemand in het register heeft dit nummer, of deze persoon deed niet mee. { $list ->
        [none] Niemand is weggelaten.
       *[other] Niet mee deden: { $list }.
    } Wat het is staat in het register, bij wie het beheert.
   *[no] De lijst van mensen is niet hier: over deze persoon is niets te zeggen.
}
told-plain-near = Niemand in het kader heeft dit nummer, en iemand heeft { $near }: een rekenblad kan het hebben veranderd. Vraag het opnieuw met dat nummer als het van deze persoon is.
told-plain-annulled = Door loting { $draw }, die daarna ongeldig is verklaard, is op { $day } een brief gestuurd.
told-plain-left-out = Kon niet worden geloot: weggelaten toen de lijst met mensen werd klaargemaakt, { $why }.
told-plain-before = Er is nog niets geloot.
told-plain-no-list = De gelote lijst is niet hier.
told-plain-not = { $again ->
    [yes] Is niet geloot door de loting die telt: staat niet op die lijst.
   *[no] Is niet geloot: staat niet op de lijst, dus er is geen brief gestuurd en er komt er geen.
}
told-plain-sent = Is geloot, op plaats { $place }: op { $day } is een brief gestuurd.
told-plain-reserve = Is geloot als reserve, op plaats { $place }. Brieven zijn gestuurd tot en met plaats { $to }: hier is nog geen brief naartoe.
told-plain-no-wave = Is geloot, op plaats { $place }: { $letter ->
    [yes] daar gaat meteen een brief naartoe.
   *[no] als reserve, voor als er meer brieven gaan.
} Er is nog geen golf van brieven openbaar.
told-plain-housemate = Iemand anders op dit adres staat op de lijst, op plaats { $place }, en een adres heeft hoogstens één plaats.
told-person = Persoon
told-stratum = Stratum
told-weight = Gewicht
told-chance = Kans
told-hash = Lot
told-last = Laatste lot met een brief
told-lot-place = Plaats op de lijst
told-unframed = Niet in het kader: { $looked ->
    [yes] niemand in het register heeft dit nummer, of diegene is weggelaten.
   *[no] de lijst van mensen is niet hier om in te kijken.
}
told-letter = { $letter ->
    [yes] Krijgt een brief: de plaats op de lijst is niet groter dan het aantal brieven van de groep.
   *[no] Staat in reserve: een brief volgt alleen als er meer worden verstuurd.
}
told-lot-drawn = { $drawn ->
    [yes] Geloot: het lot is niet groter dan het laatste met een brief.
   *[no] Niet geloot: het lot is groter dan het laatste met een brief.
}
told-check = Ga het zelf na, in één regel:
told-bucket = { $rows ->
    [one] Uw rij is de enige van deel { $bucket }. Zij heeft de vingerafdruk in public/frame.csv:
   *[other] Uw rij is een van de { $rows } rijen van deel { $bucket }. Samen hebben ze de vingerafdruk in public/frame.csv:
}
told-not-on-list = staat er niet op

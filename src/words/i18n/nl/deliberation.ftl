# Van tafelindeling tot antwoord: reglement, onderwerpen, stemmingen, afgevaardigden, opvolging.

# Wat er niet klopt aan bestanden en opdrachten

J-01 = er is geen kolom "{ $other }" (of "{ $wanted }").
    .near = { $near ->
        [none] {""}
       *[other] Is het de kolom { $near }?
    }
    .do = docs/nl/beraad/bestanden.md noemt de kolommen van elk bestand.
J-02 = deze cel is leeg.
    .do = Vul haar in, of haal de rij weg als er niets in hoort. Is het een getal en is het nul, schrijf dan 0.
J-03 = { $cell } is geen getal dat hier kan staan.
    .do = Schrijf een heel getal van hooguit 1.000.000.000. Bij aanwezigen mag ook een bereik staan, zoals 72-75.
J-04 = { $name } staat in meer dan één rij.
    .do = Laat er één staan. Is het iets anders, geef het dan een eigen naam of nummer.
J-152 = optie { $option } heeft twee rijen in telling { $count }{ $role ->
    [none] {""}
   *[other] , voor de rol { $role }
}.
    .means = Elke optie heeft één rij in elke telling. Welke van de twee geldt, staat er niet.
    .do = Kijk of bij een van de twee de andere telling hoort, of haal er een weg.
J-05 = in deze cel staat een teken dat niet te zien is zoals het is.
    .do = Typ de tekst opnieuw, zonder tekens van elders.
J-06 = deze tekst is langer dan de { $most } tekens van een dossier.
    .do = Maak hem korter, of verwijs naar een document.
J-07 = in deze tekst staat een telefoonnummer.
    .means = Wat openbaar is, kan nooit worden teruggenomen. Daarom komt er niets in waarmee iemand te bereiken is.
    .do = Haal het eruit; schrijf een rol of een tafel.
J-08 = in deze tekst staat een e-mailadres.
    .means = Wat openbaar is, kan nooit worden teruggenomen. Daarom komt er niets in waarmee iemand te bereiken is.
    .do = Haal het eruit; schrijf een rol of een tafel.
J-09 = in deze tekst staan negen cijfers die een burgerservicenummer kunnen zijn.
    .means = Wat openbaar is, kan nooit worden teruggenomen.
    .do = Haal het eruit. Is het een ander nummer, schrijf het dan met een letter erin, of laat het weg.
J-10 = { $cell } is geen datum.
    .do = Schrijf 2027-05-12, 12-5-2027 of 12 mei 2027.
J-11 = { $cell } is geen woord dat hier kan staan.
    .near = { $near ->
        [none] {""}
       *[other] Bedoelde u { $near }?
    }
    .have = De woorden zijn: { $words }.
J-12 = er is geen optie { $cell }.
    .near = { $near ->
        [none] {""}
       *[other] Bedoelde u { $near }?
    }
J-13 = regel { $line } is geen TOML.
    .do = Kijk of er een aanhalingsteken, een haakje of een = te veel of te weinig staat, of een krul-aanhalingsteken. Tekst hoort tussen rechte aanhalingstekens.
J-14 = { $table } zegt niets over "{ $key }".
    .means = Niets staat vooraf vast: over wat niet voor de stemming is gezegd, komt er na de stemming ruzie.
    .do = Schrijf bijvoorbeeld: { $words }.
J-15 = in { $table } staat achter "{ $key }" iets wat daar niet kan staan.
    .have = Dit kan er staan: { $words }.
J-16 = { $key } van { $table } betekent niets.
    .near = { $near ->
        [none] {""}
       *[other] Bedoelde u { $near }?
    }
J-17 = de regel zegt niet waarvan { $share } moet komen.
    .means = Dat maakt verschil. Van { $members } mensen, als een tiende niet stemt en een vijfde neutraal is, heeft een optie nodig:
    .two = of = "for-and-against": { $two } stemmen voor
    .cast = of = "cast": { $cast } stemmen voor
    .all = of = "present" of "members", als iedereen er is: { $all } stemmen voor
    .do = Schrijf er een van op.
J-18 = { $name ->
        [none] { $known ->
            [none] er is geen regel voor een stemming.
           *[other] er zijn meer regels voor een stemming, en er is er geen genoemd.
        }
       *[other] er is geen regel voor een stemming { $name }.
    }
    .have = { $known ->
        [none] Er zijn nog geen regels voor een stemming.
       *[other] De regels die er zijn: { $known }.
    }
    .do = Geef met --name de naam van een regel, of met --rule een bestand met een regel.
J-19 = { $of ->
        [consensus] "consensus" heeft stemmen tegen nodig, en die worden niet geteld.
       *[other] "{ $of }" kan hier niet: die stemmen worden niet geteld.
    }
    .do = Zet ze bij "counted", of neem "present" of "members".
J-20 = { $code } heeft twee rollen.
    .do = Wie een stem heeft, heeft die één keer: geef één rol.
J-21 = dit is geen code of id uit de loting en ook geen code van een gast.
    .do = Gasten krijgen een code met een cijfer, zoals G-12. Namen horen niet in wat openbaar wordt.
J-110 = niemand uit de loting heeft het id of de code { $cell }, maar { $near } lijkt erop.
    .means = Als gast zou dezelfde persoon twee stemmen kunnen hebben.
    .do = Is het die persoon, schrijf dan { $near }: rekenbladen laten nullen voor een getal weg, geef de kolom dus de vorm tekst. Is het een gast, kies dan een code die op geen andere lijkt, zoals G-12.
J-111 = { $cell } lijkt op { $other }, die in de lijst staat als een andere gast.
    .means = Met twee codes zou één persoon twee stemmen hebben.
    .do = Is het één persoon, haal dan een van de rijen weg. Zijn het er twee, kies dan codes die niet op elkaar lijken.
J-22 = niemand heeft de rol { $role } die mag stemmen.
    .do = "drawn" is iedereen die er volgens de lijst van gebeurtenissen in zit; anderen staan in het bestand met rollen.
J-101 = { $day } ligt na { $own }, de dag van dit stuk.
    .means = Wat openbaar wordt, is gebeurd. Niemand kan iets hebben overhandigd, beantwoord, ingebracht of besloten op een dag die nog moet komen.
    .do = Geef de dag waarop het is gebeurd, of maak het stuk als die dag er is (--date).
J-140 = niemand met de rol { $role } heeft volgens deze regel een stem.
    .near = { $near ->
        [none] {""}
       *[other] Is het de rol { $near }?
    }
    .do = Hebben zij een stem, schrijf de rol dan zoals zij bij "entitled" staat.
J-141 = { $statements ->
    [one] { $statements } minderheidsstandpunt
   *[other] { $statements } minderheidsstandpunten
} van stuk { $act } { $statements ->
    [one] staat
   *[other] staan
} niet in dit akkoord.
    .means = Iedereen die het dossier nakijkt, leest dat.
    .do = Geef ze opnieuw met --minority, tenzij wie ze maakten ze terugnamen.
J-151 = hierin staan niet alle onderwerpen van stuk { $act }, dat hierdoor vervalt: { $topics }.
    .means = Iedereen die het dossier nakijkt, leest dat.
    .do = Geef ze opnieuw. Wat in een ander onderwerp opging of is ingetrokken, staat met een reden in --merges.
J-136 = het antwoord op optie { $option } is uitgesteld tot { $day }, en die dag was voorbij toen het kwam.
    .do = Geef de dag waarop het antwoord komt.
J-137 = { $day } is voor { $agreed }, de dag van het akkoord.
    .means = Niemand kan overhandigen wat nog niet is afgesproken, of erop antwoorden.
    .do = Kijk naar de dag: vaak is het het jaar.
J-160 = het akkoord van { $agreed } is { $days } dagen later overhandigd.
    .means = De termijn voor een antwoord begint dan pas. Iedereen die het dossier nakijkt, leest dat.
    .do = Kijk naar de dag achter --handed: vaak is het de maand of het jaar. Is het later overhandigd? Dan klopt het.
J-138 = de antwoorden komen van { $by }, en het reglement belooft ze van { $promised }.
    .means = Een antwoord van een ander is niet wat er is beloofd. Iedereen die het dossier nakijkt, leest dat.
    .do = Is het dezelfde, laat --by dan weg.
J-139 = hierover is besloten op { $decided }, voordat het er was op { $day }.
    .do = Kijk naar beide dagen.
J-159 = de uitkomst staat er, en niet wie dat besliste en op welke dag.
    .means = Wie bezwaar maakte, moet kunnen zien van wie het antwoord is.
    .do = Vul "besloten" in met de dag en "door" met een rol. Is er nog niets beslist, laat dan ook "uitkomst" leeg; dat kan later worden aangevuld.
J-142 = het antwoord op optie { $option } is van { $day }, en het stuk van { $act } had er nog geen.
    .means = Wie het dossier nakijkt, leest dat: een antwoord dat op tijd kwam, had erin gestaan.
    .do = Geef de dag waarop het binnenkwam. Kwam het eerder en is het vergeten, zet dat dan in het logboek.
J-144 = eerder stond er dat het akkoord op { $handed } is overhandigd, en dat { $by } binnen { $term } antwoordt.
    .means = Iedereen die het dossier nakijkt, leest dat het nu anders is.
J-102 = het antwoord op optie { $option } is uitgesteld tot { $day }, meer dan tien jaar vanaf nu.
    .means = Het wordt bekendgemaakt zoals het er staat, en iedereen die het dossier natrekt krijgt het te zien.
J-100 = de rol { $role } kan worden aangezien voor die van iedereen die is geloot.
    .means = Wie de regel leest, denkt dat zij een stem hebben. Die rol heet "drawn", en geen andere lijkt erop of zegt hetzelfde.
    .do = Schrijf "drawn" voor iedereen die volgens de lijst van gebeurtenissen meedoet, en noem anderen naar wat zij zijn, in letters van één schrift.
J-23 = de stemming { $name } is vastgelegd in stuk { $act }.
    .do = Opties en regel blijven zoals ze zijn. Zolang er niet is geteld, geeft --because een reden om haar opnieuw vast te leggen; de regel die was gepubliceerd telt dan niet meer.
J-24 = er is geen stemming { $name }.
    .have = { $known ->
        [none] Er is nog geen stemming.
       *[other] De stemmingen die er zijn: { $known }.
    }
J-25 = optie { $option } staat er anders dan in stuk { $act } is vastgelegd.
    .means = Mensen hebben over de vastgelegde tekst gestemd; iets anders kan niet worden geteld.
J-26 = optie { $option } is niet geteld in telling { $count }.
    .means = Elke optie wordt twee keer geteld, door verschillende mensen.
J-27 = optie { $option } heeft { $votes } stemmen in telling { $count }, en er waren { $people } mensen.
    .do = Kijk naar de tellingen, en naar het aantal mensen.
J-28 = dit is niemand die bij deze stemming mag stemmen.
    .near = { $near ->
        [none] {""}
       *[other] Maar { $near } lijkt erop. Rekenbladen laten nullen voor een getal weg: geef de kolom de vorm tekst.
    }
J-29 = er waren { $present } mensen met de rol { $role }, en { $entitled } hebben een stem.
    .do = Kijk of het aantal aanwezigen klopt: alleen wie op de stemlijst staat, heeft een stem. Gasten en medewerkers tellen er niet bij.
J-30 = hoeveel mensen met de rol { $role } er waren, staat er niet.
    .do = Geef deze rol een regel in de lijst van aanwezigen, met 0 als er niemand was.
J-158 = twee rijen zeggen hoeveel mensen met de rol { $role } er waren.
    .do = Laat één rij staan, met iedereen van deze rol samen.
J-157 = er is geen telling { $cell }.
    .do = Elke optie wordt twee keer geteld: schrijf 1 bij de eerste telling en 2 bij de tweede. Wie nog eens telt, vervangt beide: geloot ballot MAP recount.
J-31 = er staan stemmen in de kolom "{ $column }", die volgens de regel niet worden geteld.
    .do = Kijk of de kolommen zijn als op het telformulier. Stemmen die volgens de regel niet tellen, kunnen als blanco worden opgegeven.
J-32 = de stemming { $name } is geteld in stuk { $act }.
    .do = "geloot ballot MAP recount" vervangt de tellingen, met een reden.
J-33 = de stemming { $name } is niet geteld, of nog niet beslist.
J-34 = { $act ->
        [none] hier hoort iets in woorden te staan, en dat ontbreekt.
       *[other] dit komt in de plaats van stuk { $act }, en waarom staat er niet bij.
    }
    .do = { $act ->
        [none] Schrijf het in één zin, op één regel: achter --because waarom, achter --how hoe er is gevraagd, achter --by wie antwoordt.
       *[other] Zeg achter --because in één zin waarom. Het eerdere stuk blijft in het dossier.
    }
J-153 = de reden achter --because wordt niet bewaard: er was niets gepubliceerd waarvoor dit in de plaats komt.
J-35 = de datum { $date } ligt voor die van het laatste stuk, { $last }.
    .do = Kijk naar het jaar van beide. Een stuk wordt nooit teruggenomen: heeft het laatste een verkeerde dag, ga dan met die dag verder, en zeg in een reden welke dag het was.
J-36 = bij de stemming { $name } wacht niets op een loting.
J-37 = wat beslist is niet wat was aangekondigd: { $declared }.
    .means = Wat vooraf vaststond, beslist. Wie iets anders kan nemen, kan de uitkomst kiezen.
J-38 = deze groep kan niet worden geloot met de bron { $declared }.
    .do = Het toeval ligt vooraf vast: --source text; --source dice --sides 10 --count 6; --source lotto --count 6 --most 45; --source drand --chain quicknet --time, met een moment na deze dag.
J-39 = dit is een raadpleging en geen telling van een stemming.
    .means = Wat mensen zeiden die zelf kozen om mee te doen, wordt nooit bij een stemming van het panel opgeteld.
    .do = Geef het met: geloot follow MAP --consultation. Een telling heeft de kolommen "optie", "telling" (1 of 2) en "voor".
J-40 = er is geen onderwerp { $cell }.
    .near = { $near ->
        [none] {""}
       *[other] Bedoelde u { $near }?
    }
J-41 = het onderwerp { $topic } gaat op in zichzelf, langs welke weg ook.
J-42 = waarom het onderwerp { $topic } is samengevoegd of ingetrokken, staat er niet.
J-43 = het onderwerp { $topic } is samengevoegd of ingetrokken en kan dus geen punten hebben.
J-44 = het onderwerp { $topic } heeft geen punten.
J-45 = dit is niemand die nu in het panel zit.
    .near = { $near ->
        [none] {""}
       *[other] Maar { $near } lijkt erop. Rekenbladen laten nullen voor een getal weg: geef de kolom de vorm tekst.
    }
    .do = Geef codes of id's van mensen die er volgens de laatste openbare lijst van gebeurtenissen in zitten.
J-46 = { $willing ->
        [one] { $willing } persoon wil
       *[other] { $willing } mensen willen
    }, en er zijn { $places } plaatsen.
J-47 = er is geen groep { $name }.
    .have = { $known ->
        [none] Er is nog geen groep.
       *[other] De groepen die er zijn: { $known }.
    }
J-48 = de groep { $name } is vastgelegd of geloot in stuk { $act }.
    .do = Zolang er niet is geloot, geeft --because een reden om haar opnieuw vast te leggen; de regel die is gepubliceerd telt dan niet meer.
J-49 = de groep { $name } is nog niet geloot.
J-50 = dit is niemand die nu in deze groep zit.
    .near = { $near ->
        [none] {""}
       *[other] Maar { $near } lijkt erop. Rekenbladen laten nullen voor een getal weg: geef de kolom de vorm tekst.
    }
J-52 = het antwoord op optie { $option } wijkt af, en geeft geen reden en geen document.
J-53 = het antwoord op optie { $option } komt later, en zegt niet wanneer.
    .do = Zet de datum bij de reden, zoals "na de begroting, 2027-11-01".
J-54 = rij { $row } van wat stuk { $act } openbaar maakte, staat er niet meer of is veranderd.
    .means = Geen antwoord, bezwaar of incident wordt teruggenomen. Vul aan wat leeg was, en zet nieuwe rijen eronder.
J-55 = er is geen stemming geteld, dus er is niets afgesproken.
J-56 = er is nog geen akkoord om op te antwoorden.
    .do = geloot follow MAP --agreement maakt het openbaar.
J-57 = optie { $option } is niet aangenomen, dus er hoort geen antwoord bij.
J-58 = wanneer er antwoord moet zijn, is niet bekend.
    .do = Geef --handed, en ook --term en --by als het reglement ze niet heeft: --handed 2027-04-08 --term "5 weken" --by gemeenteraad
J-126 = hoe de mensen zijn gevraagd, en van wanneer tot wanneer, staat niet hier en niet in het reglement.
    .do = Geef --how, --from en --until: --how "een vragenlijst op de website" --from 2027-04-01 --until 2027-04-30
J-127 = het reglement kondigt deze raadpleging anders aan: "{ $how }", van { $from } tot en met { $until }.
    .means = Wie anders vraagt, of langer, kan doorgaan tot de antwoorden bevallen. Beide worden openbaar: het reglement, en hoe er is gevraagd.
    .do = Laat --how, --from en --until weg als het ging zoals aangekondigd. Zeg anders hardop waarom niet.
J-59 = { $cell } is geen controlegetal van een document: 64 tekens, zoals sha256sum ze toont.
J-60 = een naam heeft hier kleine letters, cijfers en streepjes, met een letter voorop, hooguit 40.
J-61 = stuk { $act } rust op de tellingen die worden vervangen.
    .do = Maak het akkoord opnieuw. Besliste een loting over een gelijk aantal, en laat de hertelling hetzelfde over, geef dan hetzelfde bewijs; laat zij iets anders over, loot dan opnieuw.
J-62 = optie { $option } heeft { $votes } punten in telling { $count }; de briefjes van de aanwezigen kunnen er { $most } geven.
    .do = Kijk op het telformulier, en naar het aantal aanwezigen.
J-63 = alle opties samen hebben { $votes } in telling { $count }; op de briefjes van de aanwezigen passen er { $most }.
    .do = Kijk op de telformulieren, en naar het aantal aanwezigen.
J-64 = de regel neemt de { $best } beste, en { $options ->
    [one] er is { $options } optie
   *[other] er zijn { $options } opties
}: ze zijn het allemaal.
    .do = Neem minder plaatsen; of een stemming "for-against", die van elke optie zegt of zij is aangenomen.
J-65 = dit dossier toont geen codes, dus het kan niet tonen wie is afgevaardigd.
    .do = Of codes openbaar zijn wordt gekozen als de loting wordt vastgelegd. Afgevaardigden van dit panel kunnen met een eigen loting worden geloot: geloot lottery, met wie wil als deelnemerspool.
J-66 = twee regels heten { $name }.
J-67 = { $other ->
    [yes] de regel { $name } staat anders in het reglement dan hier.
   *[no] de regel { $name } staat niet in het reglement.
}
    .do = { $other ->
        [yes] Neem de regel zoals hij in het reglement staat. Of geef met --because een reden waarom hij is veranderd; die wordt met de regel openbaar.
       *[no] Geef met --because een reden waarom hij later kwam; die wordt met de regel openbaar.
    }
J-68 = deze dobbelstenen hebben zo weinig uitkomsten dat sommige volgordes waarschijnlijker zijn dan andere.
    .do = Neem er { $needed }, en gooi ze in een volgorde die vooraf is gezegd.
J-125 = deze getallen kunnen maar op { $ways ->
    [one] één manier
   *[other] { $ways } manieren
} vallen, en wie de regel schreef kan ze vooraf allemaal hebben geprobeerd.
    .do = Neem meer getallen, of een loterij met meer getallen, zoals 6 uit 45: er moeten minstens een miljoen manieren zijn.
J-70 = [leidraad] geeft geen antwoord op "{ $key }".
    .do = Alle vijf vragen krijgen antwoord of er wordt niets vastgelegd: aim, start, input, who, form.
J-71 = dit is geen trede van de ladder van { $scale }.
    .have = De treden zijn: { $words }.
J-72 = { $cell } is geen termijn.
    .do = Schrijf "5 weken" of "2 maanden".
J-73 = { $cell } is geen waarschuwing.
    .have = De waarschuwingen zijn: { $words }.
J-74 = de laatste dag is voor de eerste.
J-75 = een fase heeft de stemming { $name }, en er is geen regel met die naam die gelezen kon worden.
J-76 = de briefjes van optie { $option } tellen op tot { $papers }; de eerste telling heeft { $first }, de tweede { $second }.
    .do = In deze volgorde: voor, tegen, neutraal. Typ de briefjes opnieuw over, of tel opnieuw.
J-77 = de kolom { $heading } is geen optie van deze stemming{ $near ->
    [none] .
   *[other] ; is { $near } bedoeld?
}
    .do = Laat haar weg: een nummer, een naam of een tijd op een briefje verraadt van wie het is, of wanneer het kwam.
J-78 = optie { $option } heeft geen kolom in de lijst met briefjes.
J-79 = op dit briefje staat meer dan er op een briefje kan.
    .do = Zo'n briefje is ongeldig: schrijf bij elke optie "ongeldig", en tel het zo mee.
J-80 = de stemming { $name } is op naam, en het reglement dat met de loting is vastgelegd, zei dat niet.
    .do = Mensen moeten voor de loting weten dat hun stem openbaar wordt. Laat deze stemming op papier gaan.
J-81 = de stemming { $name } is op naam: de stemmen komen met --votes, en die zijn de telling.
J-82 = de stemming { $name } is "{ $secrecy }": { $secrecy ->
    [paper] stemmen op naam worden er nooit van bewaard.
    [open] zij heeft stemmen op naam, en geen briefjes.
   *[other] er worden geen briefjes en geen stemmen op naam van bewaard.
}
J-83 = optie { $option } heeft geen rij voor { $role } in telling { $count }.
    .do = Met een kolom "role" heeft elke rol een rij in elke telling van elke optie, met 0 waar niemand stemde.
J-84 = er zijn { $papers } briefjes, en er waren { $people } mensen aanwezig.
J-85 = ronde { $round } van het baken kwam op { $due }, en dat is niet na deze dag: iemand kon weten wat zij beslist.
    .do = Noem een latere ronde. Een stemming die nog niet is geteld, wordt met een reden opnieuw vastgelegd.
J-89 = { $willing } mensen meldden zich op de oproep en de groep heeft { $places } plaatsen: wie zich op een oproep meldde zit erin, of er moet geloot worden.
J-143 = { $act ->
    [none] een van de twee tellingen
   *[other] deze telling, naast die van stuk { $act },
} heeft bij optie na optie een paar briefjes meer, of minder, dan de andere.
    .means = Al deze tellingen zijn openbaar. Het verschil zou vertellen hoe die paar stemden, briefje voor briefje.
    .do = { $act ->
    [none] Zoek de briefjes die zijn overgeslagen, en tel opnieuw tot beide er evenveel hebben.
   *[other] Laat de telling zoals zij is, en zet in het logboek wat is gevonden. Of laat iedereen opnieuw stemmen op nieuwe briefjes, in een stemming met een andere naam.
}
J-155 = deze stemming vraagt hetzelfde als de stemming { $name }, en heeft bij optie na optie een paar briefjes meer, of minder.
    .means = Beide tellingen zijn openbaar. Het verschil zou vertellen hoe die paar stemden, briefje voor briefje.
    .do = Kijk of alle briefjes zijn geteld, ook blanco en ongeldige. Ontbreekt er geen? Laat dan iedereen opnieuw stemmen op nieuwe briefjes, met zoveel mensen als de eerste keer.
J-156 = deze stemming heeft bij elke optie een paar briefjes meer, of minder, dan de stemming { $name }, die andere woorden heeft.
    .means = Zijn het dezelfde briefjes, dan vertelt het verschil hoe die paar stemden. Iedereen die het dossier nakijkt, leest dit.
    .do = Zijn het dezelfde briefjes? Stop dan, en tel de stemming die er was.
J-90 = een geheime stemming wordt opnieuw geteld van dezelfde briefjes, dus met dezelfde aanwezigen: nu staan er { $now }, en eerst { $before }.
    .means = Beide tellingen zijn openbaar. Het verschil zou vertellen hoe de anderen stemden.
    .do = Geef wie er waren toen de briefjes werden ingevuld. Van een bereik zoals 24-26 kunt u nu het aantal geven, als het daarin ligt.
J-91 = over het gelijke aantal bij de stemming { $name } is in stuk { $act } al geloot, en de hertelling verandert daar niets aan.
    .means = Met ander bewijs kon wie de loting niet beviel opnieuw tellen en opnieuw werpen.
    .do = Geef hetzelfde bewijs als in stuk { $act }.
J-69 = over optie { $option } van stemming { $name } is nog niet beslist. Het akkoord laat haar weg.
    .do = Tel opnieuw, of loot, en maak dan het akkoord. Wordt ze later aangenomen, maak het akkoord dan opnieuw, met --because.
J-96 = na het akkoord in stuk { $act } is er opnieuw geteld of geloot. Wat toen is aangenomen, staat er misschien niet in.
    .do = Maak het akkoord opnieuw met --agreement en --because, en geef dan de antwoorden.
J-97 = { $people } mensen van het panel mogen stemmen, en er zijn { $seats } plaatsen: { $confirmed } zeiden ja, en { $asked } zijn geloot of opgeroepen en hebben nog niet geantwoord.
    .do = Schrijf eerst op wie nee zei of niet komt, maak die lijst openbaar, en leg de stemming dan vast.
J-98 = optie { $option } staat al in de stemming { $name }.
    .do = Geef het een eigen nummer of naam.
J-92 = het reglement belooft antwoord binnen { $promised }, en { $term } is langer.
    .do = Laat --term weg. Wie later antwoordt is te laat, en dat staat in de lijst; de belofte blijft wat zij was.
J-93 = stuk { $act } hoort bij een loting die ongeldig is verklaard: de lijst van mensen daarin is niet wie er nu meedoen.
    .do = Leg het opnieuw vast, onder een andere naam als er al is geteld of geloot, en stem of loot opnieuw.
J-94 = { $cell } is een totaal van de andere rijen, en zou meedoen alsof het er een van was.
    .do = Haal de rij weg. Heet iets echt zo, geef het dan een andere naam.
J-95 = in deze tekst staat de naam of het adres van iemand uit de loting, en die wordt openbaar.
    .means = Wat openbaar is, kan nooit worden teruggenomen. Daarom komt er niets in waaraan iemand te vinden is.
    .do = Schrijf een rol, een tafel of een nummer.
J-145 = in deze tekst wordt iemand genoemd met een titel en een achternaam die mensen uit de loting hebben, en die wordt openbaar.
    .means = Wat openbaar is, kan nooit worden teruggenomen. Daarom komt er niets in waaraan iemand te vinden is.
    .do = Schrijf een rol, een tafel of een nummer.
J-146 = in deze regel van het reglement staat een telefoonnummer, een e-mailadres of een nummer dat een burgerservicenummer kan zijn, en het reglement wordt openbaar.
    .do = Is het van iemand persoonlijk? Haal het er dan uit voordat het reglement wordt vastgelegd. Dat van een dienst mag er staan.
J-147 = het deel { $share } is bijna { $near }, en niet hetzelfde.
    .means = Net eronder kan een optie met een stem minder worden aangenomen, en net erboven niet met precies { $near }.
    .do = Is { $near } bedoeld, schrijf dan share = { $near }.
J-148 = de regel vraagt meer dan alles, en dat kan geen optie halen.
    .do = Schrijf than = "at-least", of een kleiner deel.
J-149 = volgens wat is gepubliceerd moesten de antwoorden er op { $before } zijn, en met deze dagen en termijnen zou dat { $now } worden.
    .means = Een dag die is beloofd, blijft staan.
    .do = Laat --handed en --term weg, of geef die zijn gepubliceerd.
J-150 = { $early ->
    [yes] de datum { $date } ligt voor { $last }, de dag waarop de loting bekend zou worden gemaakt.
   *[no] de datum { $date } ligt meer dan twintig jaar na { $last }, de laatste dag die bekend is.
}
    .means = Geen stuk erna kan een eerdere datum hebben.
    .do = Kijk naar het jaar.
J-99 = in deze tekst wordt iemand genoemd met een achternaam die mensen uit de loting hebben, en die wordt openbaar.
    .do = Is het een van hen? Stop dan, en schrijf een rol, een tafel of een nummer: wat openbaar is, kan nooit worden teruggenomen.
J-134 = in deze tekst staat een woord dat in uw lijst het id van iemand is, en die wordt openbaar.
    .means = Ids staan in geen openbaar bestand. Wie er een kent, weet dan welke code die persoon heeft, en hoe het met die persoon ging.
    .do = Is het een id? Stop dan, en schrijf een rol, een tafel of een nummer: wat openbaar is, kan nooit worden teruggenomen.
J-103 = de stemming { $name } hoort bij de fase { $phase }, die eindigde op { $until }.
    .means = Het reglement dat met de loting is vastgelegd gaf het panel tot die dag de tijd. Wie daarna stemt, doet dat zonder die opdracht.
    .do = Zeg hardop, en in het dossier, waarom er nog gestemd wordt; of zie ervan af.
J-104 = de stemming { $name } wordt vastgelegd voordat { $phase } is begonnen: de eerste dag is { $from }.
    .means = Volgens het reglement adviseren mensen aan het begin. Opties die af zijn voordat zij bijeenkomen, zijn niet van hen.
    .do = Leg de opties vast als mensen eraan gewerkt hebben; of zet in het reglement hoe het is.
J-105 = in deze regel van het reglement staat een naam of een adres dat iemand van de loting heeft, en het reglement wordt openbaar.
    .do = Is het een van hen? Haal het er dan uit en maak de loting opnieuw, voordat u de regel publiceert. Wie een ambt heeft, mag er staan.
J-120 = optie { $option } heeft dezelfde woorden als optie { $before } van de stemming { $name }, dat in stuk { $act } is verworpen.
    .means = Wie een optie opnieuw in stemming brengt tot ze is aangenomen, onder een andere naam of met een andere regel, beslist door te blijven vragen. Wie het dossier toetst, leest het.
    .do = Laat het weg; of zeg hardop, en in het dossier, waarom er opnieuw over wordt gestemd.
J-130 = de woorden van optie { $option } zien er hetzelfde uit als die van optie { $other }.
    .means = Wie stemt kan ze niet uit elkaar houden, dus de stemmen voor één voorstel komen op twee plaatsen terecht. Wie het dossier toetst, leest het.
    .do = Laat er een weg, of zet in de tekst waarin ze verschillen. Zijn de opties mensen of nummers waarover de tekst niets zegt, dan mag het blijven staan.
J-131 = { $people } mensen steunen volgens deze lijst het standpunt over optie { $option }, en { $members } mensen hadden een stem.
    .means = Het staat openbaar naast de afspraken, en wie het leest denkt dat het leden zijn.
    .do = Tel wie een stem had en het steunt.
J-132 = optie { $option } had al een antwoord voordat ze uit de afspraken verdween, en heeft nu een ander.
    .means = Geen antwoord wordt teruggenomen, ook niet door afspraken ertussen waarin de optie niet stond.
    .do = Geef het antwoord zoals het is gepubliceerd.
J-133 = het antwoord op optie { $option } is { $times } keer uitgesteld, nu tot { $day }.
    .means = Het wordt gepubliceerd met de dagen van eerder erbij, en wie het dossier toetst, leest het.
J-135 = de kolom { $heading } maakt verschil tussen rijen{ $blank ->
    [0] .
   *[other] : bij { $filled } { $filled ->
        [one] rij
       *[other] rijen
    } staat er iets, bij { $blank } niets.
}
    .means = In deze lijst telt iedereen mee die een rij heeft. Zegt een kruisje, een lege cel of een woord dat iemand er niet was, of niet wil, dan telt die toch mee.
    .do = Haal de rijen weg van wie niet meetelt, en daarna deze kolom. Zegt de kolom iets anders, haal dan de kolom weg.
J-86 = die loting is er geen van de mensen die voor deze groep willen, met zoveel plaatsen als de groep heeft.
    .have = De mensen ervan moeten precies zij zijn die willen (geloot delegates MAP freeze --pool schrijft hun lijst), niemand mag er al een plaats in hebben, en het dossier moet codes tonen.
J-87 = { $votes } mensen van { $role } stemden, en er waren er { $present } aanwezig.
J-154 = er waren { $present } mensen van { $role } aanwezig, en in deze lijst { $votes ->
    [one] heeft er { $votes }
   *[other] hebben er { $votes }
} een stem.
    .means = In een deel van de aanwezigen telt iedereen mee, ook wie hier ontbreekt.
    .do = Ontbreekt er een rij? Tel dan opnieuw, met --because. Hebben zij niet gestemd? Dan klopt het, en wie nakijkt krijgt het te horen.
J-88 = de tellingen van de stemming { $name } ontbreken: --counts.
    .do = Neem beide telformulieren over: optie,telling,voor en misschien tegen,neutraal,blanco,ongeldig.

# Regels, uitkomsten, grondslagen

rule-at-least = Aangenomen met minstens { $share } van { $of }.
rule-more-than = Aangenomen met meer dan { $share } van { $of }.
rule-consensus = Ook aangenomen als iemand voor is en niemand tegen.
rule-choose = Iedereen kiest hooguit { $most ->
    [one] { $most } optie
   *[other] { $most } opties
}.
rule-points = Iedereen geeft hooguit { $each } punten aan één optie, en { $all } in totaal.
rule-best = De { $places } beste zijn gekozen; staan er meer gelijk op de laatste plaats, { $ties ->
    [all] dan zijn ze allemaal gekozen
    [none] dan is geen daarvan gekozen
   *[lot] dan beslist het lot
}.
rule-no-quorum = Geen quorum.
rule-quorum = Minstens { $share } van de leden moet er zijn.
rule-shown = Er wordt in de zaal zichtbaar gestemd.
rule-paper = Er wordt op papier gestemd.
rule-open = Er wordt op naam gestemd.
base-two = de stemmen voor en tegen
base-cast = de stemmen voor, tegen en neutraal
base-present = alle aanwezigen
base-members = alle leden
base-chosen = deze regel
class-adopted = aangenomen
class-consensus = aangenomen, want niemand was tegen
class-majority = meerderheid, niet aangenomen
class-rejected = afgewezen
class-no-quorum = zonder quorum
class-undecided = onbeslist: tel opnieuw
class-in = gekozen
class-in-by-lot = gekozen door het lot
class-out = niet gekozen
class-out-by-lot = niet gekozen, door het lot
class-tied = gelijk: wacht op het lot
class-count = { $count } { $class }
class-counts = In totaal: { $list }.
role-drawn = geloot

# Op het scherm

ballot-rule = Stemming { $name }: { $rule }
ballot-later = { $other ->
    [yes] De regel staat anders in het reglement, en is om deze reden veranderd: { $reason }
   *[no] De regel staat niet in het reglement, om deze reden: { $reason }
}
ballot-replaces = Dit stuk komt in de plaats van stuk { $act }. Die telt niet meer, en de regel tekst die daarvan is gepubliceerd ook niet: zeg dat bij de nieuwe.
ballot-options = { $options ->
    [one] { $options } optie
   *[other] { $options } opties
}; { $members ->
    [one] { $members } persoon heeft een stem
   *[other] { $members } mensen hebben een stem
}.
ballot-meanings = Wat { $share } betekent voor deze { $members } mensen, als een tiende niet stemt en een vijfde neutraal is:
ballot-only-shown = Er is niets vastgelegd. Zonder --show wel.
ballot-present = Aanwezig: { $present } van { $members }.
ballot-unanimous = Over { $options } stemde iedereen hetzelfde, dus van elk van hen is bekend hoe die stemde.
ballot-undecided = Er is nog iets onbeslist: geloot ballot MAP recount telt opnieuw. In de nieuwe telling staan alle opties, ook die al vaststaan.
ballot-tied = Een gelijk aantal wacht op het lot: geloot ballot MAP tally --name NAAM met het bewijs dat de regel noemt.
act-publish = Opgeslagen als stuk { $number }. Publiceer nu deze regel:
act-text-public = Elke tekst die u hier gaf wordt openbaar zoals hij er staat, en kan nooit worden teruggenomen. Mensen staan erin als rol, tafel of nummer, nooit met hun naam.
act-saved = Opgeslagen als stuk { $number }. De regel ervan:
topics-sorted = Onderwerpen: { $all } voorgesteld, { $merged } opgegaan in een ander, { $withdrawn } ingetrokken, { $left } over.
delegates-by-call = { $name }: { $people } meldden zich op een oproep en zijn deze groep. Zij zijn niet geloot, en elke toets van het dossier zegt dat.
delegates-frozen = { $name }: { $willing } mensen willen voor { $places ->
    [one] { $places } plaats
   *[other] { $places } plaatsen
}. Het toeval komt uit: { $source }.
ballot-roles-hidden = De tellingen per rol zijn niet openbaar: bij een optie stemden van een rol minder dan tien mensen, of stemde een rol als één. Bij welke staat er niet, want dat zou vertellen hoe zij stemden.
ballot-papers-kept = De briefjes worden bewaard in { $file }; alleen een controlegetal ervan is openbaar.
head-count = Telling
head-role = Rol
head-votes-for = Voor
head-votes-against = Tegen
head-votes-neutral = Neutraal
delegates-called = { $code } wordt opgeroepen.
delegates-passed = Overgeslagen, want niet meer in het panel: { $codes }.
delegates-nobody = Niemand wordt opgeroepen: er is geen plaatsvervanger meer.
delegates-no-turn = Niemand wordt opgeroepen: er kwam geen plaats vrij. { $left ->
    [one] Er is nog { $left } plaatsvervanger.
   *[other] Er zijn nog { $left } plaatsvervangers.
}
delegates-gone = { $people ->
    [one] { $people } persoon heeft een plaats en zit niet meer in het panel
   *[other] { $people } mensen hebben een plaats en zitten niet meer in het panel
}: geloot delegates MAP next roept een plaatsvervanger op.
follow-due = Antwoord van { $by } moet er zijn op { $due }: { $term } na { $handed }.
follow-nothing-new = Niets nieuws: het dossier krijgt geen nieuw stuk.
follow-agreed = { $agreed } aangenomen, { $minority ->
    [one] { $minority } minderheidsstandpunt
   *[other] { $minority } minderheidsstandpunten
}, { $stories ->
    [one] { $stories } verhaal
   *[other] { $stories } verhalen
}.
follow-consulted = { $people } mensen deden mee omdat ze daar zelf voor kozen. Wat zij zeiden staat naast de stemming; de twee worden nooit opgeteld.
charter-quotas-unseen = Het reglement vraagt om eigen ervaring van mensen. Of een quotum daarop let, is niet nagekeken: geef de namen van de quotums met --features.
charter-no-warnings = Niets om voor te waarschuwen.
charter-mandate = Doel: { $aim }. Vanaf wanneer: { $start }. Mensen brengen in: { $input }. Wie: { $who }. Hoe: { $form }.
charter-reply = { $by } antwoordt binnen { $term }.
phase = { $name }, { $from } tot en met { $until }: { $rung } (trede { $number } van { $scale }).
rung-5-1 = bewoners worden geïnformeerd
rung-5-2 = bewoners worden geraadpleegd
rung-5-3 = bewoners adviseren
rung-5-4 = bewoners maken het samen met anderen
rung-5-5 = bewoners beslissen
rung-7-1 = bewoners doen niet mee
rung-7-2 = bewoners worden geïnformeerd
rung-7-3 = bewoners adviseren aan het eind
rung-7-4 = bewoners adviseren vanaf het begin
rung-7-5 = bewoners beslissen mee
rung-7-6 = bewoners zijn partner
rung-7-7 = bewoners beslissen
term-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagen
}
term-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weken
}
term-months = { $count ->
    [one] { $count } maand
   *[other] { $count } maanden
}
input-lived = ervaringskennis
input-expert = kennis van ervaringsdeskundigen
input-policy = beleidskennis
warning-no-ballot-rule = In "{ $about }" beslissen bewoners, en geen regel zegt hoe zij stemmen.
warning-no-reply-term = Over wat er uit "{ $about }" komt beslissen anderen, en er is geen termijn voor hun antwoord beloofd.
warning-idle-vote = In "{ $about }" wordt gestemd, terwijl bewoners er niets beslissen.
warning-idle-lot = Voor "{ $about }" worden mensen geloot, terwijl zij alleen iets te horen krijgen.
warning-finished-options = In "{ $about }" adviseren bewoners vanaf het begin, en de opties waren al klaar.
warning-rung-falls = "{ $about }" staat op een lagere trede dan de fase ervoor: zeg waarom.
warning-input-without-quota = Het reglement vraagt om { $about }, en geen quotum en geen zijstroom let erop.
warning-tie-adopts = In de stemming "{ $about }" is precies de helft genoeg: evenveel tegen als voor.
warning-consultation-decides = In "{ $about }" beslist alleen wat mensen zeggen die zelf kozen om mee te doen.
warning-answer = De organisator antwoordt: { $text }
warning-no-answer = Geen antwoord. Een antwoord staat in het reglement: [[answer]] warning = "{ $word }", text = "..."
standing-delegate = heeft een plaats
standing-alternate = plaatsvervanger
standing-withdrew = gestopt
cells-answers = neemt over, neemt deels over, wijkt af, later
cells-matters = bezwaar, incident, klacht, hertelling
cells-outcomes = gegrond, ongegrond, ingetrokken, niet-ontvankelijk
cell-for = voor
cell-against = tegen
cell-neutral = neutraal
cell-blank = blanco
cell-invalid = ongeldig
answer-none = nog geen antwoord
answer-adopts = neemt het over
answer-in-part = neemt het deels over
answer-deviates = wijkt af
answer-later = komt later
state-answered = op tijd
state-answered-late = { $days ->
    [one] { $days } dag te laat
   *[other] { $days } dagen te laat
}
state-soon = { $days ->
    [0] vandaag
    [one] nog { $days } dag
   *[other] nog { $days } dagen
}
state-open = open
state-put-off-late = { $days ->
    [one] uitgesteld, { $days } dag te laat
   *[other] uitgesteld, { $days } dagen te laat
}
state-late = { $days ->
    [one] geen antwoord, { $days } dag te laat
   *[other] geen antwoord, { $days } dagen te laat
}
matter-objection = bezwaar
matter-incident = incident
matter-complaint = klacht
matter-recount = verzoek om hertelling
outcome-none = open
outcome-upheld = gegrond
outcome-rejected = ongegrond
outcome-withdrawn = ingetrokken
outcome-not-admitted = niet in behandeling genomen
head-base = Deel van
head-size = Mensen
head-fewest = Stemmen nodig
head-chosen = {" "}
head-option = Optie
head-votes = Stemmen
head-class = Uitkomst
head-place = Volgorde
head-standing = Stand
head-due = Uiterlijk
head-came = Gekomen
head-answer = Antwoord
head-state = Stand
head-date = Datum
head-matter = Wat
head-about = Over
head-until = Tot
head-outcome = Uitkomst
head-taken-in = Opgenomen
head-points = Punten
head-panel-vote = Stemming van het panel
head-consultation = Raadpleging

# Bladzijden om af te drukken

sheet-title = Telformulier, stemming "{ $name }"
sheet-title-open = Stemmen op naam, stemming "{ $name }"
sheet-called = Iedereen wordt opgeroepen en zegt hardop wat die stemt. Schrijf het op bij elke optie; laat leeg wie er niet is.
sheet-first = telling 1
sheet-second = telling 2
sheet-other = Elke telling wordt door andere mensen gedaan, die de andere telling niet kennen.
sheet-present = Aanwezigen met een stem:
sheet-counted-by = Geteld door (rol):
sheet-for = Voor
sheet-against = Tegen
sheet-neutral = Neutraal
sheet-blank = Blanco
sheet-invalid = Ongeldig
sheet-votes = Stemmen
sheet-points = Punten
sheet-draft = Een ontwerp: er is niets vastgelegd, en met dit papier stemt niemand.
sheet-line = Vooraf gepubliceerd:
paper-title = Stembriefje, stemming "{ $name }"
paper-for-against = Zet in elke rij één kruisje. Een rij zonder kruisje telt als blanco.
paper-choose = Zet een kruisje bij hooguit { $most } opties.
paper-points = Geef hooguit { $each } punten aan één optie, en { $all } punten in totaal.
paper-secret = Zet uw naam of code niet op dit briefje.
fraction-of = { $votes } van { $of } ({ $percentage })
decisions-title = Besluitenlijst, stemming "{ $name }"
page-of = { $title }, { $day }
decisions-rule = De regel, gepubliceerd voor de stemming:
decisions-of = Elke breuk is van { $base }.
decisions-again = Dit is een hertelling. De telling ervoor staat in stuk { $act } en telt niet meer: { $why }.
votes-blank = { $papers } blanco
votes-invalid = { $papers } ongeldig
votes-points = { $votes } { $count ->
    [one] punt
   *[other] punten
}
votes-choices = { $votes } { $count ->
    [one] stem
   *[other] stemmen
}
decisions-text = Tekst
decisions-note = { $open ->
    [yes] Iedereen stemde op naam; elke stem staat in het dossier.
   *[no] Alles is twee keer geteld.
}{ $shares ->
    [yes] {" "}Percentages zijn naar beneden afgerond; de regel kijkt naar de stemmen zelf.
   *[no] {""}
}
decisions-cut = Waar een tekst eindigt op … paste hij niet op dit blad. In het dossier staat hij heel, in public/acts/{ $act }/options.csv, en op een scherm ook op deze pagina.
decisions-line = Stuk { $act }:
decisions-people = { $members } mensen hadden een stem{ $known ->
    [exact] , en { $present } van hen waren er
    [yes] , en hooguit { $present } van hen waren er
   *[no] {""}
}.
agreement-title = Wat is afgesproken
agreement-intro = { $count ->
    [one] Eén optie is aangenomen. Ze staat hier zoals er over is gestemd.
   *[other] { $count } opties zijn aangenomen. Ze staan hier zoals er over is gestemd.
}
agreement-minority = Een minderheid zegt
agreement-stories = Verhalen
agreement-others = Gezegd over wat niet is aangenomen, en over het geheel
agreement-note = Verhalen staan hier zoals ze zijn verteld. Ze worden niet geteld.
agreement-supporters = { $count ->
    [one] { $count } persoon
   *[other] { $count } mensen
}
agreement-ballot = stemming { $name }
agreement-table = tafel { $table }
tracker-title = Wat ermee is gedaan
tracker-today = Zoals het staat op { $date }.
tracker-reason = Reden
tracker-log = Bezwaren, incidenten, klachten
tracker-note = Wat openbaar is gemaakt, gaat niet van deze lijst af.

# Stellingen

V28 = Stukken van het beraad volgen op elkaar, elk heel en in zijn vorm
V29 = Elke telling is van een stemming die ervoor vastlag, met een regel die beloofd of uitgelegd is
V30 = Wie mag stemmen, is wie erin zit, en anderen met een rol, elk één keer
V31 = De getelde aantallen passen bij de aanwezigen
V32 = Wat van elke optie werd, volgt uit regel, stemlijst en tellingen
V33 = Het akkoord is wat is aangenomen, zoals het er stond; geen raadpleging zit erin
V34 = Afgevaardigden volgen uit wie wil en het startgetal, of een stemming; oproepen op volgorde
V35 = Antwoorden moeten er zijn wanneer dat was gezegd; niets gaat van de lijsten af
record-act = stuk { $number }
why-no-acts = Er zijn geen stukken van een beraad.
why-nothing-of-it = Geen stuk gaat erover.
act-wrong = stuk { $act }: { $said }
act-wrong-about = stuk { $act }, { $about }: { $said }
act-date = de dag ligt voor die van het vorige stuk
act-draw = het noemt geen trekking van dit dossier, of een eerdere dan het vorige stuk
act-roster = het noemt geen lijst van gebeurtenissen van dit dossier, of een eerdere dan het vorige stuk
act-replaces = het vervangt wat niet kan: een ander soort stuk, een stemming die is geteld, of een stuk dat al niet meer telt
act-twice = van één zaak tellen twee stukken
act-topics = een onderwerp eindigt nergens of op twee plaatsen, of de volgorde volgt niet uit de punten
act-answers = het reglement beantwoordt zijn vijf vragen niet, of is niet te lezen
act-rule = de regel is niet te lezen
act-rule-later = de regel is niet die van het reglement en heeft geen reden, of heeft er een die niet nodig is
act-no-ballot = het telt geen stemming die ervoor was vastgelegd en niet is vervangen
act-options = de opties zijn niet die welke zijn vastgelegd, elk één keer
act-roll = de stemlijst is niet wie erin zit, met anderen die een rol met een stem hebben, elk één keer
act-present = er waren meer mensen dan er op de stemlijst staan, of van andere rollen
act-annulled = het rust op een stuk van een eerdere loting, die ongeldig is verklaard: dat zijn niet de mensen die meedoen
act-numbers = meer stemmen dan mensen, of stemmen die volgens de regel niet tellen
act-ballots = het rust niet op de uitkomsten die tellen
act-recounted = een geheime stemming is opnieuw geteld met andere aanwezigen: het verschil vertelt hoe iemand stemde
act-few-again = een telling van een geheime stemming verschilt bij optie na optie een paar briefjes van die van een andere die hetzelfde vroeg: het verschil vertelt hoe die stemden
act-few-papers = twee tellingen van een geheime stemming verschillen bij optie na optie een paar briefjes: het verschil vertelt hoe die stemden
act-papers = de bewaarde briefjes zijn niet die van het openbare controlegetal, of tellen niet op tot een telling
act-votes = de stemmen op naam waren niet aangekondigd, ontbreken, of zijn niet de telling
act-by-role = de tellingen per rol tellen niet op, of verraden hoe een paar mensen stemden
act-beacon = het antwoord van het baken ontbreekt, is niet door het baken ondertekend, of hoort hier niet
act-round = de ronde van het baken was bekend toen werd gepubliceerd wat zij beslist
act-class = uit de tellingen volgt een andere uitkomst, breuk of plaats
act-source = het bewijs is niet van de aangekondigde bron
act-seed = het startgetal of de naam ervan volgt niet uit de vastlegging van de stemming en het bewijs
act-no-tie = niets wacht op een loting
act-lot-again = over dit gelijke aantal is al geloot. Een hertelling die daar niets aan verandert geeft geen andere loting: het bewijs moet hetzelfde zijn
act-adopted = iets wat is aangenomen ontbreekt of staat er anders, of er staat iets anders
act-beside = een minderheidsstandpunt of verhaal gaat over geen optie die is geteld
act-supporters = meer mensen steunen een minderheidsstandpunt dan er een stem hadden
act-consultation = de raadpleging gaat over geen stemming, heeft dagen die nog moeten komen, of er antwoordden meer mensen dan er meededen
act-willing = wie wil, zijn niet mensen die erin zitten, elk één keer, genoeg voor de plaatsen
act-group = de groep volgt niet uit wie wil en het startgetal, uit de stemming, of uit de loting die haar trok
act-other-panel = geen groep is het panel, met de reserves, van de loting waarvan het dossier is gegeven
act-other-people = de loting waarvan het dossier is gegeven, trok uit anderen dan wie er wilden, of zegt iets anders van iemand in de groep dan dit dossier
act-group-annulled = de trekking waaruit de groep komt, telt in die loting niet: zij is daar ongeldig verklaard
act-group-record = het dossier van de loting dat is meegegeven, is niet wat daar is vastgezet, of de trekkingen erin zijn niet heel: trek het eerst zelf na (V1, V3, V11)
act-called = wie werd opgeroepen, was niet aan de beurt
act-due = de antwoorden zijn niet die bij het akkoord, of moeten er op een andere dag zijn
act-long-term = de antwoorden moeten er later zijn dan het reglement belooft
act-ground = een antwoord wijkt af zonder reden, of komt later zonder datum, of is uitgesteld tot een dag die voorbij was
act-to-come = de dag waarop het akkoord is overhandigd, of die van een antwoord, ligt na de dag van het stuk dat hem bekendmaakt
act-before-agreed = wat is afgesproken werd overhandigd, of kreeg antwoord, voor de dag van het eerste akkoord
act-log-day = een dag in het logboek is na die van het stuk, of er is besloten voordat het er was
act-no-decision = in het logboek staat een uitkomst, en niet wie dat besliste of op welke dag
act-lost = iets wat een eerder stuk openbaar maakte, ontbreekt of is veranderd
fail-line-replaced = de regel is van stuk { $act }, dat door stuk { $by } is vervangen: { $why }. Misschien is er over een andere tekst gestemd, of volgens een andere regel
fail-ballot-line = de regel { $line } noemt hier geen stuk en geen lijst van gebeurtenissen
remark-act-replaced = Stuk { $act } vervangt stuk { $old }: { $why }.
remark-rule-later = { $promised ->
    [yes] Stemming { $ballot } heeft niet de regel die het reglement onder die naam beloofde, maar een andere, om deze reden: { $why }.
   *[no] De regel van stemming { $ballot } kwam na het reglement, om deze reden: { $why }.
}
remark-ballot-line = Stemming { $ballot }: wie de regel ervan bewaarde van voor de stemming, kan die toetsen met --ballot. Het is { $line }.
remark-old-agreement = { $replies ->
    [none] Het akkoord in stuk { $agreement } is ouder dan een telling of loting die nu geldt: wat daarin is aangenomen, kan er niet in staan.
   *[other] De antwoorden in stuk { $replies } gaan over het akkoord in stuk { $agreement }, dat ouder is dan een telling of loting die toen gold.
}
remark-roll-annulled = Stemming { $ballot }: de lijst van wie mag stemmen, in stuk { $act }, hoort bij een loting die sindsdien ongeldig is verklaard. Wie daarmee stemde of mag stemmen is niet het panel.
remark-group-called = De groep { $group } bestaat uit { $people } die zich op een oproep meldden. Zij zijn niet geloot, en spiegelen niemand.
remark-group-drawn = De groep { $group } is door een andere loting getrokken, geloot-commitment-1:{ $lottery }: { $compared ->
    [yes] het is het panel van het dossier dat is gegeven. Controleer ook dat dossier.
   *[no] controleer dat dossier, en geef het hier met --group.
} De quotums ervan zijn gekozen nadat vastlag wie er wilden, en welke code daar bij welke persoon hier hoort, zegt alleen de organisator.
remark-group-undeclared = Niemand had gezegd waar het toeval van die loting vandaan zou komen.
remark-group-recounted = De groep { $group } volgt uit de uitslag in stuk { $result }. Die stemming is sindsdien opnieuw geteld, of anders beslist: in stuk { $now } staat de uitslag die telt.
remark-lot-again = De groep { $group } is een loting onder dezelfde mensen, voor evenveel plaatsen, als de groep { $before }. Vraag waarom er twee zijn.
remark-lot-among = De groep { $group } is nog een loting onder { $people ->
    [one] { $people } persoon die zich ook had
   *[other] { $people } mensen die zich ook hadden
} aangemeld voor de groep { $before }. Vraag waarom er twee zijn: wie de eerste niet beviel, kon de tweede houden.
remark-group-uncalled = { $count ->
    [one] { $count } plaatsvervanger van de groep { $group } zag af voordat die aan de beurt was. Vraag het na: wie daarna komt, werd eerder opgeroepen.
   *[other] { $count } plaatsvervangers van de groep { $group } zagen af voordat zij aan de beurt waren. Vraag het na: wie daarna komt, werd eerder opgeroepen.
}
remark-group-gone = { $count ->
    [one] { $count } persoon heeft een plaats in de groep { $group } en zit niet meer in het panel
   *[other] { $count } mensen hebben een plaats in de groep { $group } en zitten niet meer in het panel
}: daarvoor is nog niemand opgeroepen.
remark-not-drawn = Stemming { $ballot }: van de { $members } op de stemlijst zijn er { $others } niet geloot.
remark-drawn-left = { $people ->
    [one] De { $people } persoon die door de trekking meedoet, heeft er geen stem in.
   *[other] Geen van de { $people } mensen die door de trekking meedoen, heeft er een stem in.
}
remark-other-present = Stuk { $act } telt stemming { $ballot } opnieuw met { $now } aanwezigen, en eerder waren het er { $before }. Een hertelling gaat over dezelfde stemmen: dit kan een andere stemming zijn.
remark-other-roles = Stuk { $act } telt stemming { $ballot } opnieuw met evenveel aanwezigen als eerder, maar met andere rollen. Een hertelling gaat over dezelfde stemmen: dit kan een andere stemming zijn.
remark-other-votes = Stuk { $act } telt stemming { $ballot } op naam opnieuw, en de stemmen zijn niet dezelfde: { $more } { $more ->
    [one] mens stemt
   *[other] mensen stemmen
} mee die dat eerder niet deden, { $gone } { $gone ->
    [one] stemt
   *[other] stemmen
} niet meer mee, en { $other } { $other ->
    [one] stemt
   *[other] stemmen
} anders. Een hertelling gaat over dezelfde stemmen: vraag het hun.
remark-papers-gone = Stuk { $act } telt stemming { $ballot } opnieuw en bewaart geen briefjes, en stuk { $before } bewaarde die van deze stemming wel. Een hertelling gaat over dezelfde briefjes: vraag waar ze zijn gebleven.
remark-papers-more = Stuk { $act } telt stemming { $ballot } opnieuw van { $has } { $has ->
    [one] briefje
   *[other] briefjes
}, en stuk { $before } bewaarde er { $had }. Een hertelling gaat over dezelfde briefjes: vraag waar het verschil vandaan komt.
remark-same-words = Stemming { $ballot } heeft opties waarvan de woorden er hetzelfde uitzien: { $list }. Vraag hoe mensen ze uit elkaar konden houden.
remark-same-words-one = { $option } lijkt op { $other }
remark-no-ballots-so-far = { $count ->
    [one] Het reglement belooft de stemming { $ballots }
   *[other] Het reglement belooft de stemmingen { $ballots }
}; die { $count ->
    [one] staat
   *[other] staan
} tot nu toe niet in het dossier.
remark-no-consultation-so-far = Het reglement belooft een raadpleging tot { $until }; die staat tot nu toe niet in het dossier.
remark-no-replies-so-far = Het reglement belooft antwoorden van { $by } binnen { $term }; die staan tot nu toe niet in het dossier.
remark-voted-again = Optie { $option } van stemming { $ballot } heeft dezelfde woorden als optie { $before } van stemming { $of }, die in stuk { $act } is verworpen. Vraag waarom er opnieuw over is gestemd, en met welke regel.
remark-several-lots = Over de stemming { $ballot } is meer dan eens geloot, in de stukken { $acts }, want hertellingen gaven andere gelijke aantallen. Vraag wie opnieuw telde, wie dat zag, en waarom.
remark-finished-before = De stemming { $ballot } is vastgelegd op { $day }, en { $phase }, waarin bewoners vanaf het begin adviseren, begint op { $from }: de opties waren klaar voordat mensen bij elkaar kwamen. Vraag wie ze heeft geschreven.
remark-uncounted = { $count ->
    [one] De stemming { $ballots } is vastgelegd en
   *[other] De stemmingen { $ballots } zijn vastgelegd en
} niet geteld, dus staat er niets van in het akkoord. Vraag of er is gestemd.
remark-undecided = Niet beslist, en dus in geen akkoord: { $options }. De twee tellingen, of de aantallen aanwezigen, laten open wat is aangenomen; een hertelling beslist het.
remark-minority-gone = Het akkoord in stuk { $act } heeft { $count ->
    [one] { $count } minderheidsstandpunt
   *[other] { $count } minderheidsstandpunten
} van stuk { $before } niet meer. Vraag het na bij wie ze maakten.
remark-other-by = De antwoorden komen van { $by }, en het reglement belooft ze van { $promised }.
remark-no-vote = Stemming { $ballot }, op naam: van de aanwezigen met de rol { $role } { $count ->
    [one] heeft er { $count }
   *[other] hebben er { $count }
} geen stem in stuk { $act }. Vraag hun of zij hebben gestemd.
remark-like-counts = De tellingen van { $ballot } en { $other } verschillen bij elke optie een paar briefjes, en de woorden zijn anders. Vraag of het dezelfde briefjes waren.
remark-handed-late = Het akkoord van { $agreed } is { $days } dagen later overhandigd, en de termijn voor een antwoord begon toen pas. Vraag waarom.
remark-not-recounted = In het logboek is een hertelling toegestaan van { $about }, en sinds die dag is dat niet opnieuw geteld. Vraag waarom.
remark-put-off = Uitgesteld, en daarna weer uitgesteld: { $list }.
remark-put-off-one = optie { $option } tot { $days }
remark-backdated = Van een eerdere dag dan het stuk waarin er nog geen antwoord was: { $list }. Vraag wanneer het kwam.
remark-backdated-one = het antwoord op optie { $option } is van { $day }, en het stuk van { $act } had er geen
remark-terms = overhandigd op { $handed }, antwoord binnen { $term } door { $by }
remark-other-terms = Stuk { $act } zegt over de antwoorden: { $now ->
    [none] niets
   *[other] { $now }
}. Het stuk ervoor zei: { $before }.
remark-undrawn = Gelijk geëindigd, en dus in geen akkoord: { $options }. De regel laat het aan het lot over, en er is niet geloot.
remark-never-counted = { $count ->
    [one] De stemming { $ballots } is vastgelegd en heeft
   *[other] De stemmingen { $ballots } zijn vastgelegd en hebben
} nog geen telling, en andere wel. Vraag of er is gestemd.
remark-two-ballots = Stemming { $ballot } heeft { $count ->
    [one] { $count } optie met de woorden van een
   *[other] { $count } opties met de woorden van andere
} van stemming { $other }. Vraag waarom er twee zijn: wie de eerste niet beviel, kon de tweede maken.
remark-never-drawn = Voor de groep { $group } is in stuk { $act } een loting aangekondigd, en er is nog niemand geloot.
remark-topics-gone = Stuk { $act } kwam in de plaats van stuk { $before } en heeft niet alle onderwerpen ervan: { $topics }. Vraag wat ervan is geworden.
remark-otherwise-asked = De raadpleging in stuk { $act } is anders gehouden dan het reglement aankondigde: { $how }, van { $from } tot { $until }.
remark-far-off = Meer dan tien jaar uitgesteld: { $list }.
remark-far-off-one = optie { $option } tot { $day }
remark-papers-kept = De briefjes van stuk { $acts } worden verzegeld bewaard; { $here ->
    [yes] ze zijn hier en tellen op.
    [gone] het verzegelde deel is hier en zij zijn eruit verdwenen, dus niemand kan ze optellen. Vraag waar ze zijn.
   *[no] ze waren hier niet, dus niemand heeft ze opgeteld.
}
remark-late = Te laat, op de dag van het laatste stuk: { $list }.
remark-late-one = optie { $option } met { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
}
warning-unanswered = Geen antwoord.

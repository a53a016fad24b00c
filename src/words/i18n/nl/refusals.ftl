# Waarom iets niet wordt gedaan. De sleutel is de code van het bericht. De regels eronder staan in deze volgorde:
# .means (wat het betekent), .do (wat u kunt doen), .else (wat ook kan).

saved-trial = Proefloting { $draw } is vastgelegd, zonder de lijsten. Geef dezelfde opdracht opnieuw: die maakt ze af. Een proefloting beslist niets.
saved-draw = De loting geldt: lot { $ticket } staat in het openbare deel, public/draws/{ $draw }. Alleen de lijsten zijn niet compleet. Geef dezelfde opdracht opnieuw: die maakt ze af en loot niet opnieuw.
saved-lists = Er is nu niets geloot. De lijsten van de eerdere { $trial ->
    [yes] proefloting
   *[no] loting
} waren niet compleet, en zijn er nu.
saved-all = De loting geldt, en alles is bewaard: lot { $ticket }. Alleen het tonen is niet gelukt.
saved-lottery = De loting is gemaakt, en helemaal bewaard in { $place }. Alleen het tonen is niet gelukt; de regel om openbaar te maken staat in public/commitment.txt.

B-02 = { $file } in { $dir } ontbreekt of is niet zoals het geschreven is.
    .means = Uit een dossier dat veranderd is kan niet worden geloot. "geloot verify" zegt wat er mis is.
    .do = Zet het bestand terug van een kopie. Geen bestand is veranderd.
B-03 = { $file } is er niet, dus niemand weet wie er achter de codes staan.
    .do = Zet de map "sealed" terug naast de map "public"; wie de loting heeft vastgelegd heeft die map.
B-04 = Het dossier in { $dir } is niet zoals het is vastgelegd.
    .means = { $claim }
    .do = Uit een dossier dat veranderd is kan niet worden geloot. Zet het terug van een kopie; "geloot verify" zegt meer.

D-01 = De reden is leeg, langer dan 2.000 bytes, niet één regel, of heeft een onzichtbaar teken.
    .do = Geef de reden in één zin.
D-15 = In de tekst staat een telefoonnummer of een e-mailadres, en hij wordt openbaar.
    .means = Wat openbaar is, kan nooit worden teruggenomen. Daarom komt er niets in waarmee iemand te bereiken is.
    .do = Haal het eruit; schrijf een rol of een dienst.
D-02 = Er is al geloot, en dat gebeurt maar één keer.
    .do = Moet die loting ongeldig worden verklaard, geef dan de reden: --redraw-because "REDEN". Beide lotingen blijven in het dossier.
D-03 = Er is nog niet geloot, dus er valt niets over te doen.
    .do = Laat --redraw-because weg.
D-04 = Er is niets om mee te loten.
    .do = { $wanted }
no-source-wanted = Geef één van --seed, --ticket, --dice, --lotto en --drand.
wanted-trial = Geef --seed met willekeurige woorden: --trial --seed "WOORDEN". Een proefloting gebruikt nooit de dobbelstenen, loten of briefjes van de echte loting: zij zou ervoor kunnen worden aangezien.
D-05 = { $departure ->
    [source] Het reglement noemt de bron { $declared }, en dit is { $used }.
    [dice] Dit zijn niet de dobbelstenen, of niet het aantal, die het reglement noemt.
    [round] Het reglement noemt ronde { $declared } van het baken, en dit is ronde { $used }.
    [chain] Dit is de andere keten van het baken dan het reglement noemt.
    [numbers] Het reglement noemt { $declared } getallen van 0 tot en met { $used }, en dat zijn deze niet.
   *[slips] Dit zijn niet de verzegelde woorden die het reglement noemt.
}
    .do = { $wanted }
    .else = Is de genoemde bron voor iedereen zichtbaar mislukt: --override-source "REDEN". Dat blijft in het dossier.
D-06 = Er valt niets te vervangen: er is geen bron genoemd, of dit is de genoemde bron.
    .do = Laat --override-source weg; het zou voor altijd in het dossier blijven.
D-07 = Deze ronde van het baken was bekend op { $due }, en de gegevens zijn vastgelegd op { $date }.
    .do = De bron van het toeval moet na het vastleggen komen. Neem een latere ronde.
D-08 = Dit lot bestaat niet in deze loting.
    .do = Loten zijn genummerd van 0 tot het aantal loten min één. Kijk na hoe ze voor de loting genummerd waren.
D-09 = Een proefloting met een lot, dobbelstenen of briefjes kan voor de echte loting worden aangezien.
    .do = Geef --seed met willekeurige woorden: --trial --seed "WOORDEN".
D-10 = { $remain ->
    [0] Iedereen uit de deelnemerspool zit in het panel: er blijft niemand over als reserve.
    [1] U vraagt { $asked } reserves, en maar 1 persoon zit niet in het panel.
   *[other] U vraagt { $asked } reserves, en maar { $remain } personen zitten niet in het panel.
}
    .do = { $remain ->
    [0] Loot zonder --reserves.
   *[other] Vraag er minder.
}
D-11 = Het reglement noemt { $reserves ->
    [one] { $reserves } reserve
   *[other] { $reserves } reserves
}, gekozen voor een uitval van { $loss }, en dit zijn andere.
    .do = Laat --reserves, --attrition en --rates weg: er wordt geloot wat genoemd is. Andere proberen: --trial.
D-30 = Iedereen kent dit bewijs al, van een andere loting of proefloting.
    .do = Wie het kende, kon weten wie er ingeloot zou worden. Laat nieuwe woorden kiezen, gooi opnieuw, of neem wat later bekend wordt.
D-20 = Dit zijn niet de woorden die verzegeld zijn door de mensen die het reglement noemt.
    .do = Verzamel de briefjes opnieuw. Wie het zijne niet kan openen wordt overgeslagen, en de tweede bron beslist.

wanted-slips = Verzamel wat { $roles } openen, een regel voor elk, in een bestand, en geef het met --slips BESTAND. Heeft iemand het zijne niet geopend vóór { $until }, dan beslist de tweede bron mee: { $otherwise }
wanted-text = Geef de woorden met --seed.
wanted-lotto = Geef { $count ->
    [one] het openbare getal
   *[other] de { $count } openbare getallen
}, geen boven { $most }, met --lotto.
wanted-ticket = Geef het lot dat met de hand getrokken is met --ticket.
wanted-dice = Gooi { $count ->
    [one] { $count } dobbelsteen
   *[other] { $count } dobbelstenen
} met { $sides } kanten en geef wat ze lieten zien: --dice "..." --sides { $sides }.
wanted-round = Ronde { $round } van de keten { $chain } komt op { $due }. Bewaar wat { $address } toont in een bestand, en geef het met --drand BESTAND.


L-03 = { $tickets ->
    [one] { $tickets } lot is
   *[other] { $tickets } loten is
} te weinig. Een kans is een heel aantal loten, en met zo weinig loten kost afronden sommige mensen meer dan een kwart van de kleinste kans: niemand zou een eerlijke loting van een oneerlijke kunnen onderscheiden.
    .do = { $enough ->
    [none] Geef een groter getal met "--tickets", of neem een ander doel.
   *[some] Deze deelnemerspool heeft { $needed } loten of meer nodig. Geef "--tickets" { $enough }.
}
L-70 = De berekening kwam niet uit. Dit is een fout in het programma, niet in uw gegevens.
    .do = Stuur ons deze tekst, de opdracht die u gaf en de quotums. Stuur de lijst met mensen niet mee.

T-14 = { $count } van de { $events } gebeurtenissen in { $file } gaan over mensen die niet bij deze loting horen.
    .means = De rijen { $rows } noemen niemand die is geloot, reserve is, of al een plaats had.
    .do = Dit lijkt de lijst van een andere loting, of van een andere trekking van deze; hier gaat het om loting { $draw }. Een nalotting heeft een eigen lijst, die opnieuw begint.
    .else = Is het de goede lijst, kijk dan de kolom met de nummers of codes na.
rows-more = nog { $count }
T-20 = Er is nog niets geloot uit deze loting, dus er kan daarna niets zijn gebeurd.
    .do = Loot eerst, met "geloot draw".
T-21 = Er is geen plaats leeg.
    .do = Er valt niets te loten.
T-22 = Er zijn reserves die een lege plaats kunnen innemen, en zij zijn aan de beurt.
    .do = Roep hen eerst op: "geloot roster" zegt wie.
turn-neither = Niet alle quotums worden dan gehaald, maar een nalotting uit iedereen die over is kan ze ook niet allemaal halen.
turn-nobody = Maar als zij hun plaats hebben, kan niemand die over is de andere plaatsen vullen en alle quotums halen.
turn-broken = Maar als allen ja hebben gezegd, worden deze quotums niet gehaald:
turn-choose = Een nalotting uit iedereen die over is, ook uit de reserves die wachten, kan alle quotums halen. De keuze is aan u: --pass-over-reserves "REDEN" maakt die. De reden blijft in het dossier, en "geloot verify" laat die zien.
T-24 = { $both ->
    [yes] "--quotas" geeft de quotums die gelden, en "--repair" verandert andere: maar één van beide kan.
   *[no] De quotums die over zijn kunnen worden gehaald, dus er valt niets te verruimen.
}
    .do = { $both ->
    [yes] Laat er één weg.
   *[no] Laat "--quotas" en "--repair" weg.
}
T-25 = { $file } heeft niet de quotums van de eerste loting waarvan er enkele zijn verruimd.
    .do = Het moet dezelfde kenmerken en waarden hebben, geen minimum hoger en geen maximum lager. Begin met een kopie van public/asked.csv of public/quotas.csv.
T-26 = Er is geen oplossing { $number }.
    .do = Geef de opdracht zonder "--repair" om te zien wat er is.
T-27 = Deze loting heeft al een nalotting.
    .means = De regel daarvan is { $line }.
continued-beside = Die staat in { $place }. Ga daar verder:
continued-elsewhere = Zoek de map met deze regel in public/commitment.txt, en ga daar verder:
continued-anew = De lijst van gebeurtenissen begint daar opnieuw. Die kent iedereen die een plaats heeft, ook wie in het eerdere panel zat, en wie vertrekt wordt daar opgeschreven.
continued-mistake = Was die nalotting een vergissing: --replace-because "REDEN". Iedereen die het dossier nakijkt zal het lezen.
T-28 = Er is nog geen nalotting bij deze loting, dus er valt er geen te vervangen.
    .do = Laat --replace-because weg.
T-29 = { $turn ->
    [yes] De reserves die aan de beurt zijn kunnen de plaatsen innemen zonder een quotum te breken, dus zij worden gebeld.
   *[no] Geen reserve is aan de beurt, dus niemand wordt overgeslagen.
}
    .do = { $turn ->
    [yes] Laat --pass-over-reserves weg, en bel hen: "geloot roster" zegt wie.
   *[no] Laat --pass-over-reserves weg.
}
T-30 = Deze loting heeft al een nalotting, bij een loting die ongeldig is verklaard.
    .means = De regel daarvan is { $line }.
    .do = Om er een te maken bij de loting die geldt, zeg waarom: --replace-because "REDEN". Iedereen die het dossier nakijkt zal het lezen.
T-31 = Bij deze loting is een nalotting gemaakt, dus de gepubliceerde lijst van gebeurtenissen eindigt daar.
    .do = Schrijf wat sindsdien is gebeurd in een nieuwe lijst, voor de map van de nalotting: die kent iedereen die een plaats heeft.

W-01 = Het dossier in { $dir } klopt niet, dus er kan niets uit worden uitgelegd.
    .means = { $claim }
    .do = "geloot verify" zegt meer. Geen bestand is veranderd.
W-02 = Niemand in deze loting heeft { $id ->
    [yes] dat nummer
   *[no] die code
}.
    .near = { $near ->
        [none] {""}
       *[other] Wel heeft iemand { $near }, en dat lijkt erop: vraag daarnaar.
    }
    .prepared = { $prepared ->
        [yes] De lijst met mensen is met een recept gemaakt, en dat kan deze persoon hebben weggelaten: met --prepared en de map van "geloot prepare" wordt ook dat opgezocht.
       *[no] {""}
    }
    .do = Controleer het met de persoon, of kijk of dit de map van een andere loting is. Geen bestand is veranderd.
I-60 = { $folder } is niet de map waarin de lijst van deze loting is klaargemaakt.
    .do = Geef de map van "geloot prepare" die bij "geloot lottery --prepared" is gegeven: de prepared.json daarin is die van het dossier, en sindsdien heeft niemand die veranderd.
W-03 = Het bewijs { $file } hoort niet bij deze loting, of is veranderd.
    .do = Vraag het bewijs opnieuw aan wie de loting heeft vastgelegd. Bewaar dit exemplaar. Geen bestand is veranderd.
W-04 = { $text } is geen code: { $shape ->
    [yes] een code heeft tien letters en cijfers, zoals 7K3M-9QXT-4R
   *[no] één teken klopt niet, of twee zijn verwisseld
}.
    .do = Lees de code nog eens voor, teken voor teken. Geen bestand is veranderd.
W-05 = { $torn ->
    [yes] Het verzegelde deel is niet zoals het geschreven is.
   *[no] Het openbare deel toont geen codes en geen nummers, en het verzegelde deel is hier niet.
}
    .do = Iemand kan de eigen rij nakijken met een bewijs (--receipt), dat wie het verzegelde deel bewaart kan maken. Geen bestand is veranderd.
W-06 = { $why ->
    [outside] Wie is uitgesloten of al een plaats had staat met een code in het openbare deel, dus er is geen bewijs nodig.
    [coded] Het openbare deel van deze loting noemt iedereen met een code, dus er is geen bewijs nodig.
   *[key] Voor een bewijs is de sleutel uit het verzegelde deel nodig, en die is hier niet.
}
    .do = Laat --receipt-out weg. Geen bestand is veranderd.
E-13 = Er is geen melding { $code }.
    .do = De code staat tussen haken aan het eind van een melding, zoals [Q-07]; een toets van "geloot verify" heeft een V.
P-30 = Dit zijn { $people } mensen. Een loting kan van hoogstens { $most } mensen worden gemaakt.
    .do = Loot in twee stappen: eerst brieven aan een deel van hen, met "geloot invite", en dan het panel uit wie ja zegt.
E-12 = { $file } is geen bewijs.
    .do = Een bewijs is een bestand van vijf regels tussen accolades dat "geloot explain --receipt-out" heeft geschreven. Geef het zoals u het kreeg: open het niet en bewaar het niet opnieuw.
    .else = Geen bestand is veranderd.

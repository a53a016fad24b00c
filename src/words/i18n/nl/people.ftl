# De ene lijst van mensen: hoe iedereen ervoor staat, en waarom.

stands = { $standing ->
    [in] zit erin
    [seated] had al een plaats
    [asked] ingeloot, nog geen antwoord
    [called] opgeroepen, nog geen antwoord
    [due] nu bellen
    [reserve] reserve
    [declined] afgemeld
    [withdrew] gestopt
    [no-show] weggebleven
    [not-drawn] niet ingeloot
    [not-yet] nog niet geloot
   *[excluded] uitgesloten
}
told-excluded = Uitgesloten voor { $several ->
    [yes] loting { $lottery }
   *[no] de loting
}: { $ground }.
told-left-out = Nummer { $id } staat niet in de lijst waarmee deze loting is gemaakt, en had er dus geen kans in: weggelaten toen die lijst werd klaargemaakt, { $why }.
told-left-out-by = op de grond { $ground } (rij { $row } van { $source })
told-seated = Had al een plaats voor de loting.
told-drawn = Ingeloot { $several ->
    [yes] in trekking { $draw } van loting { $lottery }
   *[no] in loting { $draw }
}, op lot { $ticket }.
told-reserve = Reserve { $place } van { $of }{ $several ->
    [yes] {" "}in loting { $lottery }
   *[no] {""}
}.
told-not-drawn = Niet ingeloot{ $several ->
    [yes] {" "}in loting { $lottery }
   *[no] {""}
}: stond op { $held } van { $of } loten.
told-not-yet = In de deelnemerspool{ $several ->
    [yes] {" "}van loting { $lottery }
   *[no] {""}
}: staat op { $held } van { $of } loten.
told-happened = { $date }: { $event ->
    [confirmed] zei ja
    [declined] zei nee
    [withdrew] is gestopt
    [no-show] bleef weg
    [called] { $turn ->
        [yes] opgeroepen, was aan de beurt
       *[no] opgeroepen buiten de beurt
    }
   *[corrected] wat het laatst was opgeschreven is teruggenomen
}{ $reason ->
    [none] {""}
   *[other] {" "}({ $reason })
}.
told-due = Nu op te roepen ({ $why }).
column-order = volgorde
column-name = naam
column-status = status
column-reserve = reservenummer
column-since = sinds
column-why = waarom
column-attempts = pogingen
column-until = plaats vast tot
column-code = lotcode
people-head = { $people } van { $lotteries ->
    [one] deze loting
   *[other] deze { $lotteries } lotingen
}; { $events ->
    [one] { $events } gebeurtenis
   *[other] { $events } gebeurtenissen
} na de laatste loting.
people-saved = Opgeslagen: { $rows ->
    [one] { $rows } persoon
   *[other] { $rows } personen
} in { $file }. Hierin staan persoonsgegevens: alleen voor de organisator zelf, nooit om openbaar te maken.
people-letters = De lijst is voor brieven aan wie meedoet, reserve is of nu wordt gebeld; de kolom "status" zegt welke van de drie, en elk vraagt een eigen brief.{ $out ->
    [none] {""}
   *[other] {" "}Niet in de lijst: { $out }. Voor een brief aan hen laat u --only weg.
}
people-of = { $count } { $status }
people-goes-on = Kijk dit na. Een nalotting { $line } gaat verder op deze loting: zo stond iedereen ervoor toen zij werd gemaakt. Geef de map van de nalotting voor hoe het nu is.
people-published = Ter informatie. Er is geen lijst van gebeurtenissen gegeven: zo staat iedereen ervoor volgens de lijst die het laatst openbaar is gemaakt.
list-sheet-title = mensen
sheet-personal = Persoonsgegevens: niet openbaar maken; vernietig ze drie maanden na de laatste bijeenkomst, als uw regels niets anders zeggen
T-40 = Deze loting gaat verder op een andere, met de regel { $line }, en de map daarvan ligt niet naast deze.
    .means = Zonder die map mist de lijst wie eerder is afgevallen, en de namen en telefoonnummers van wie al een plaats had.
    .do = Zeg waar zij is: --continues MAP. Met het gesloten deel; de namen staan nergens anders.
T-48 = De map van de loting ervoor, met de regel { $line }, noemt deze nalotting niet als haar laatste.
    .means = Het is een kopie van voordat de nalotting werd gemaakt, of er is opnieuw uit geloot, of een andere nalotting heeft deze vervangen: volgens die map zou iedereen er anders voor staan dan nu.
    .do = Geef de map waarin de nalotting is gemaakt, met --continues MAP, en zet de kopie ergens anders. Of deze vervangen is, zegt geloot verify.
T-41 = Er is geen kolom { $heading } voor de namen.{ $near }
    .do = Geef de kolomkoppen van de lijst van deelnemers, met komma's ertussen: --names "voornaam,achternaam".
T-43 = { $file } is er al.
    .do = Geef --replace om het opnieuw te schrijven, of geef een andere naam: --out LIJST-2.xlsx. Wat u er zelf in typte gaat anders verloren.
T-44 = { $file } is geen rekenblad (.xlsx) en geen lijst (.csv).
    .do = Geef een naam die eindigt op .xlsx of .csv.
T-46 = van { $count } van de { $people } personen op deze lijst staat er geen naam: hun kolommen daarvoor zijn leeg.
    .do = Kwamen er lijsten met andere kolommen samen? Noem ze allemaal: --names "voornaam,achternaam,naam".

# Wat de opdrachten zeggen: problemen met bestanden, hulp en verkeerde argumenten.

# Problemen met bestanden en mappen

F-01 = Er is geen bestand of map { $name }.
    .do = { $ending ->
        [yes] Kijk de naam na, en de map waarin u bent.
       *[no] Kijk de naam na, en de map waarin u bent. De naam van een lijst kan op .csv eindigen zonder dat u het ziet.
    }
F-02 = U mag { $name } niet openen of schrijven, of een ander programma heeft het open.
    .do = Sluit het in het rekenblad, kies een map waarin u mag schrijven, of vraag de beheerder van deze computer om toegang.
F-03 = { $name } is een map, en er is een bestand nodig.
    .do = Geef de naam van een bestand in die map.
F-04 = { $name } is een bestand, en er is een map nodig.
    .do = Geef een andere naam.
F-05 = { $name } is er al, en er wordt nooit iets overschreven.
    .do = Geef een andere naam, of zet eerst weg wat er is.
F-06 = Er is geen map { $name } om in te schrijven.
    .do = Maak eerst de map, of geef een andere plek.
F-07 = De schijf is vol; { $name } kon niet worden geschreven.
    .do = Maak ruimte, en geef de opdracht opnieuw.
F-08 = Op de schijf waar { $name } zou komen kan niet worden geschreven.
    .do = Geef een plek op een andere schijf.
F-09 = { $name } kon niet worden gelezen of geschreven: { $words }.
    .do = Staat het op een netwerkschijf of een USB-stick? Kijk dan of die er nog is.
F-10 = { $name } is geschreven, maar de schijf heeft het niet bevestigd.
    .do = Kopieer het naar een andere schijf, en kijk morgen of het er nog is.
F-11 = Het antwoord kon niet naar de standaarduitvoer worden geschreven: { $words }.
    .do = Geef de opdracht opnieuw zonder het antwoord ergens anders heen te sturen, of maak daar ruimte.
F-12 = { $name } is geen bestand maar bijvoorbeeld een apparaat, dat misschien nooit ophoudt.
    .do = Geef de naam van een bestand.
F-13 = { $name } zou in het dossier van een loting of een programma komen, waar alleen in mag wat daarbij hoort.
    .means = Het openbare deel wordt gepubliceerd zoals het is, met alles wat erin ligt, en "geloot verify" zou zeggen dat het dossier niet meer klopt.
    .do = Geef een plek buiten de mappen "public", "sealed" en "sessions".
it-is-there = Het is er, en heel voor zover dit programma kan zien.
may-be-there = Een bestand dat de opdracht maakt kan er al zijn. Kijk eerst: er wordt nooit iets overschreven.
repair-shows = "geloot repair", met dezelfde bestanden, toont de goedkoopste oplossingen.
G-70 = Dit is een fout in het programma, niet in uw gegevens.
    .saved = Dossiers die er al waren zijn niet veranderd. Een map die werd gemaakt is niet bewaard.
    .do = Stuur ons deze tekst, de opdracht die u gaf, en wat u verwachtte. Stuur niet de lijst van mensen.

# Hulp en verkeerde argumenten

help-usage = Gebruik:
usage-word-options = [OPTIES]
usage-word-command = OPDRACHT
help-commands = Opdrachten
help-arguments = Argumenten
help-options = Opties
help-default = als u niets geeft: { $value }
help-possible = mogelijk: { $values }
help-help = Toon deze hulp, of de hulp bij een opdracht
help-arg-help = Toon deze hulp
help-arg-version = Toon de versie
usage-unknown = De optie of het argument { $arg } is er hier niet.
usage-no-command = Er is geen opdracht { $name }.
usage-missing = Deze argumenten ontbreken: { $args }.
usage-no-value = { $arg } heeft een waarde nodig.
usage-invalid = { $value } kan niet de waarde van { $arg } zijn.
usage-rate = { $hint ->
    [none] Schrijf een deel van één of een percentage met het teken, zoals 0,15 of 15%.
   *[other] Schrijf een deel van één of een percentage met het teken. Bedoelt u { $hint }?
}
usage-rate-above = { $hint } is meer dan 100%. Schrijf een deel van één of een percentage met het teken, zoals 0,15 of 15%.
usage-seats = { $hint ->
    [none] Geef een heel aantal plaatsen, zoals 50.
   *[other] Schrijf het getal zonder punten, komma's of spaties: { $hint }.
}
usage-heading = Dit is leeg. Geef het kopje van de kolom zoals het in het bestand staat, of laat de optie weg.
usage-pair = Schrijf twee namen met = ertussen.
usage-chance = Schrijf text, ticket, contributions, dice:6x10 (zes dobbelstenen met tien kanten), lotto:6/45 (zes getallen tot en met 45) of drand:2027-03-02T20:00:00+01:00.
usage-moment = Schrijf een dag als 2027-03-02 of 2-3-2027, of een moment als 2027-03-02T20:00:00+01:00.
usage-whole = { $hint ->
    [none] Hier is een geheel getal nodig, met alleen cijfers.
   *[other] Schrijf het getal zonder punten, komma's of spaties: { $hint }.
}
usage-range = { $high ->
    [none] Hier is een geheel getal van minstens { $low } nodig.
   *[other] Hier is een geheel getal van { $low } tot en met { $high } nodig.
}
either = { $most } of { $last }
usage-languages = Er zijn twee talen: nl (Nederlands) en en (English, Engels).
usage-twice = { $arg } staat er twee keer.
usage-conflict = { $arg } kan niet samen met { $other }.
usage-which-command = De opdracht zegt niet wat er moet gebeuren.
usage-valid = Het kan zijn: { $values }.
usage-help = Meer leest u met "--help".

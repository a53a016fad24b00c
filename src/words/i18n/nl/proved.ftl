# Wat het certificaat bewijst.

# Wat het certificaat bewijst

proved-least = { $objective ->
    [leximin] Het doel is dat de kleinste kans zo groot is als kan, en daarna de volgende.
    [maximin] Het doel is dat de kleinste kans zo groot is als kan.
    [nash] Het doel is dat het product van alle kansen zo groot is als kan.
   *[goldilocks] Het doel is dat geen kans ver van het gemiddelde ligt, erboven of eronder.
} Niemand heeft minder dan { $least } op { $tickets }; de grootste kans is { $most }.{ $best }
proved-least-shut-out = { $objective ->
    [leximin] Het doel is dat de kleinste kans zo groot is als kan, en daarna de volgende.
    [maximin] Het doel is dat de kleinste kans zo groot is als kan.
    [nash] Het doel is dat het product van alle kansen zo groot is als kan.
   *[goldilocks] Het doel is dat geen kans ver van het gemiddelde ligt, erboven of eronder.
} Met deze quotums past { $people } in geen enkel panel. Van de anderen heeft niemand minder dan { $least } op { $tickets }; de grootste kans is { $most }.{ $best }
proved-bound = Geen loting met deze quotums kan { $others ->
    [yes] al deze anderen
   *[no] iedereen
} meer geven dan { $bound } op { $tickets }{ $fraction }.
proved-fraction = , dat is { $part } op { $whole }
proved-levels = De kansen van alle anderen liggen op dezelfde manier vast, van de laagste naar boven, in precieze breuken: geen loting is eerlijker.
proved-nothing-larger = Over grotere kansen of over één persoon is niets bewezen: iemand kan tot { $tickets } meer hebben dan een andere loting geeft die even goed is.
proved-nash = Geen loting met deze quotums heeft een meetkundig gemiddelde van de kansen dat meer dan { $gap } boven dat van deze ligt.
proved-unique = De kansen met het grootste product zijn er maar op één manier.
proved-goldilocks = De grootste kans gedeeld door het gemiddelde, plus het gemiddelde gedeeld door de kleinste, is { $measure }; geen loting met deze quotums komt onder { $least }. Over de kans van één persoon is niets bewezen.
proved-exactly = Iedereen heeft precies de loten die deze kansen geven.
proved-within = Niemand heeft meer dan { $tickets } boven of onder wat deze kansen geven.

# Waarom niet is bewezen dat een loting de eerlijkste is

not-proved = Het certificaat bewijst niets. Het is dus niet aangetoond dat deze loting de eerlijkste is.
not-leximin = Iemands kans is kleiner dan volgens het certificaat mogelijk is: het is niet aangetoond dat deze loting de eerlijkste is.
not-nash = Volgens het certificaat kan het meetkundig gemiddelde van de kansen { $gap } van zichzelf hoger zijn: het is niet aangetoond dat deze loting het grootste product van kansen heeft.
not-goldilocks = Volgens het certificaat kunnen de uitersten { $gap } van zichzelf dichter bij het gemiddelde liggen: het is niet aangetoond dat de grootste en de kleinste kans er zo dicht bij liggen als kan.

# Hoe ver de plaatsen uiteenlopen

shape-all = Op elk lot heeft elke waarde haar gemiddelde aan plaatsen, naar beneden of naar boven afgerond.
# $values: om welke waarden het gaat, met plaatsen, zoals "leeftijd: oud 2-3 (2,41), jong 1".
seats-on-tickets = Plaatsen op een lot, van de minste tot de meeste, en gemiddeld waar die verschillen: { $values }.
shape-some = Op elk lot hebben { $some } van { $values } hun gemiddelde aan plaatsen, naar beneden of naar boven afgerond; van de andere verschillen de plaatsen tot { $widest } tussen het ene en het andere lot.

# Quotums die botsen, en wat daartegen helpt.

# Quotums die botsen

clash-more-quotas = en nog { $count } quotums
clash-homes = de huishoudregel: { $people } op { $addresses } mogen samen { $seats } hebben
household-rule = de huishoudregel
clash-min = { $name }: minstens { $limit } nodig, { $people }
clash-max = { $name }: hoogstens { $limit }, { $people }
volunteered = { $who ->
    [nobody] en niemand heeft zich aangemeld
    [nobody-else] en niemand anders kan worden ingeloot
    [people] { $people } aangemeld
    [only-people] maar { $people } aangemeld
    [others] en nog { $people } om te loten
   *[only-others] en nog maar { $people } om te loten
}
clash-shared = { $who ->
    [only-one] De enige van hen heeft { $name }, en daarvan mogen er hoogstens { $limit }{ $more } zijn
    [both] Allebei hebben ze { $name }, en daarvan mogen er hoogstens { $limit }{ $more } zijn
    [all] Alle { $all } hebben ze { $name }, en daarvan mogen er hoogstens { $limit }{ $more } zijn
    [one] 1 van deze { $all } heeft { $name }, en daarvan mogen er hoogstens { $limit }{ $more } zijn
   *[some] { $some } van deze { $all } hebben { $name }, en daarvan mogen er hoogstens { $limit }{ $more } zijn
}
clash-more-shared = en nog { $count } zoals dit
sum-between = { $needed ->
    [one] Deze mensen kunnen dus hoogstens { $room } vullen, en er is er { $needed } nodig.
   *[other] Deze mensen kunnen dus hoogstens { $room } vullen, en er zijn er { $needed } nodig.
}
sum-forced = Minstens { $forced } zou dus naar { $name } gaan, en daarvan mogen er { $limit }{ $more } zijn.
sum-unfilled = Met deze maximums zijn { $room } van de { $seats } te vullen.
sum-together = { $seats ->
    [one] Niemand telt voor twee hiervan. Samen nemen ze dus { $needed } in, en er is er { $seats }.
   *[other] Niemand telt voor twee hiervan. Samen nemen ze dus { $needed } in, en er zijn er { $seats }.
}
at-least-instead = minstens { $new } in plaats van { $old }
at-most-instead = hoogstens { $new } in plaats van { $old }
less = { $by } minder
greater = { $by } meer
changes-and = ; en {""}
few-one = Maar één panel haalt deze quotums: het staat vast wie erin zit, en geen loting kan dat veranderen.
few-some = Maar { $panels } panels halen deze quotums.
few-found-one = Panels die deze quotums halen zijn moeilijk te vinden: er is er één gevonden met het werk dat mocht; er kunnen er meer zijn.
few-found = Panels die deze quotums halen zijn moeilijk te vinden: er zijn er { $panels } gevonden met het werk dat mocht; er kunnen er meer zijn.
undecided-tried = Geprobeerd: zoeken per geval, waarbij elke doodlopende weg iets leert, en mensen ruilen door toeval, elk met zo veel werk als mag; er is geen panel gevonden en ook niet uitgesloten.
undecided-changes = Er is een panel gevonden dat alle quotums haalt behalve deze. Als u ze zo verandert, zijn de quotums te halen:
choice-nothing = maar { $can } van { $all } kunnen worden ingeloot: er valt niets meer te loten
choice-can = { $settled ->
    [yes] { $can } van { $all } kunnen worden ingeloot
   *[no] hoogstens { $can } van { $all } kunnen worden ingeloot
}

# Quotas that clash, and what mends them.

# Quotas that clash

clash-more-quotas = and { $count } more quotas
clash-homes = the household rule: { $people } at { $addresses } may have { $seats } together
household-rule = the household rule
clash-min = { $name }: at least { $limit } needed, { $people }
clash-max = { $name }: at most { $limit }, { $people }
volunteered = { $who ->
    [nobody] and nobody volunteered
    [nobody-else] and nobody else can be drawn
    [people] { $people } volunteered
    [only-people] only { $people } volunteered
    [others] and { $people } can be drawn
   *[only-others] and only { $people } can be drawn
}
clash-shared = { $who ->
    [only-one] The only one of them has { $name }, which may have at most { $limit }{ $more }
    [both] Both of them have { $name }, which may have at most { $limit }{ $more }
    [all] All { $all } of them have { $name }, which may have at most { $limit }{ $more }
    [one] 1 of these { $all } has { $name }, which may have at most { $limit }{ $more }
   *[some] { $some } of these { $all } have { $name }, which may have at most { $limit }{ $more }
}
clash-more-shared = and { $count } more like this
sum-between = { $needed ->
    [one] So these people can take { $room } at most, and { $needed } is needed.
   *[other] So these people can take { $room } at most, and { $needed } are needed.
}
sum-forced = So at least { $forced } would go to { $name }, which may have { $limit }{ $more }.
sum-unfilled = With these maximums { $room } of the { $seats } can be filled.
sum-together = { $seats ->
    [one] Nobody counts for two of these, so together they take { $needed }, and there is { $seats }.
   *[other] Nobody counts for two of these, so together they take { $needed }, and there are { $seats }.
}
at-least-instead = at least { $new } instead of { $old }
at-most-instead = at most { $new } instead of { $old }
less = { $by } less
greater = { $by } more
changes-and = ; and {""}
few-one = Only one panel meets these quotas: it is certain who is on it, and no draw can change that.
few-some = Only { $panels } panels meet these quotas.
few-found-one = Panels that meet these quotas are hard to find: one was found within the work allowed; there may be others.
few-found = Panels that meet these quotas are hard to find: { $panels } were found within the work allowed; there may be others.
undecided-tried = Tried: a search by cases that learns from every dead end, and exchanging people by chance, each for as much work as is allowed; no panel was found and none ruled out.
undecided-changes = A panel was found that meets all quotas but these. With them changed so, the quotas can be met:
choice-nothing = only { $can } of { $all } can be drawn: there is nothing left to draw
choice-can = { $settled ->
    [yes] { $can } of { $all } can be drawn
   *[no] at most { $can } of { $all } can be drawn
}

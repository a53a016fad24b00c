# What the certificate proves.

# What the certificate proves

proved-least = { $objective ->
    [leximin] The aim is that the smallest chance is as large as it can be, and then the next.
    [maximin] The aim is that the smallest chance is as large as it can be.
    [nash] The aim is that the product of all chances is as large as it can be.
   *[goldilocks] The aim is that no chance is far from the mean, above or below.
} Nobody has less than { $least } in { $tickets }; the largest chance is { $most }.{ $best }
proved-least-shut-out = { $objective ->
    [leximin] The aim is that the smallest chance is as large as it can be, and then the next.
    [maximin] The aim is that the smallest chance is as large as it can be.
    [nash] The aim is that the product of all chances is as large as it can be.
   *[goldilocks] The aim is that no chance is far from the mean, above or below.
} { $people } can be on no panel under these quotas. Of the others, nobody has less than { $least } in { $tickets }; the largest chance is { $most }.{ $best }
proved-bound = No lottery that meets these quotas can give { $others ->
    [yes] all of these others
   *[no] everybody
} more than { $bound } in { $tickets }{ $fraction }.
proved-fraction = , which is { $part } in { $whole }
proved-levels = The chances of all others are settled in the same way, from the lowest up, in exact fractions: no lottery is fairer.
proved-nothing-larger = Nothing is proved about larger chances or about any single person: somebody may hold as many as { $tickets } more than another lottery gives that is as good.
proved-nash = No lottery that meets these quotas has a geometric mean of chances more than { $gap } above this one's.
proved-unique = The chances with the largest product are unique.
proved-goldilocks = Largest chance over mean, plus mean over smallest, is { $measure }; no lottery that meets these quotas gets it below { $least }. Nothing is proved about any single person's chance.
proved-exactly = Everybody holds exactly the tickets that these chances give.
proved-within = Nobody holds more than { $tickets } above or below what these chances give.

# Why it is not shown that a lottery is the fairest

not-proved = The certificate proves nothing, so it is not shown that this lottery is the fairest.
not-leximin = Somebody's chance is below what the certificate shows to be possible: it is not shown that this lottery is the fairest.
not-nash = By the certificate, the geometric mean of the chances could be { $gap } of itself higher: it is not shown that this lottery has the largest product of chances.
not-goldilocks = By the certificate, the extremes could be { $gap } of themselves closer to the mean: it is not shown that this lottery keeps the largest and the smallest chance as close to it as can be.

# How far seats differ

shape-all = On every ticket each value has its average of seats, rounded down or up.
# $values: what they are, with seats, such as "age: old 2-3 (2.41), young 1".
seats-on-tickets = Seats on a ticket, from fewest to most, and on average where they differ: { $values }.
shape-some = On every ticket { $some } of { $values } have their average of seats, rounded down or up; of the others the seats differ by up to { $widest } from one ticket to another.

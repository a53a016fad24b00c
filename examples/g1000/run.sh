#!/bin/sh
# A G1000: 598 people at 60 tables, of whom 348 are citizens drawn by lot and 250 have another role. Everybody talks; only the
# drawn vote. The ten best ideas are in, three are level at the tenth place, and dice thrown after the counts decide.
#
#     sh run.sh GELOOT PEOPLE FIXTURE OUT
#
# GELOOT is the program, PEOPLE the list of 598 (fixtures/sessions/g1000-598/people.csv), FIXTURE the ballot
# (fixtures/deliberation/g1000-top-10), OUT a folder that is not there yet. What is real: that only drawn citizens choose the
# ten best. Every person, idea and count is made up.
set -eu
geloot=$1 people=$2 fixture=$3 out=$4
. "$(dirname "$0")/../steps.sh"
mkdir "$out"
record=$out/burgertop

# 1. 348 citizens by lot, out of twice as many who said yes. How they will vote stands in the charter.
awk -F, 'NR == 1 { print "id,gender,age,education"; next } $5 == "drawn" { print $1 "-1," $2 "," $3 "," $4; print $1 "-2," $2 "," $3 "," $4 }' \
    "$people" >"$out/volunteers.csv"
awk -F, 'NR > 1 { n[$2]++ } END { print "feature,value,min,max"; for (g in n) printf "gender,%s,%d,%d\n", g, n[g] / 2 - 2, n[g] / 2 + 2 }' \
    "$out/volunteers.csv" >"$out/quotas.csv"
charter 2017-03-01 <"$fixture/ballot.toml"
panel "$out/volunteers.csv" "$out/quotas.csv" 348 "kerk markt toren" --id-column id

# 2. Who sits where: sixty tables, a secretary at each, the other roles spread.
awk -F, 'NR == 1 { print "code,gender,age,education,role"; next } { print $1 "," $2 "," $3 "," $4 ",drawn" }' "$record/panel.csv" >"$out/people.csv"
awk -F, 'NR > 1 && $5 != "drawn"' "$people" >>"$out/people.csv"
cat >"$out/plan.toml" <<'PLAN'
mix = ["gender", { feature = "role", importance = 2 }]
[files]
people = "people.csv"
[roles]
secretary = { least = 1, most = 2 }
[[round]]
kind = "dialogue"
tables = 60
count = 2
PLAN
"$geloot" sessions --quiet --plan "$out/plan.toml" --effort 1 --seed "de klok van twaalf" --out "$record/sessions/tafels" >"$out/seats.txt"
head -1 "$out/seats.txt"

# 3. The ballot: only the drawn are on the roll. Officials among those present are refused, in words, and nothing is written.
freeze "$out/sheets.html" --options "$fixture/options.csv" --name top --date 2017-04-01
refused "$out/refused.txt" "$geloot" ballot "$record" tally --name top --counts "$fixture/counts.csv" \
    --present "$fixture/present-with-officials.csv" --date 2017-04-01
"$geloot" ballot "$record" tally --name top --counts "$fixture/counts.csv" --present "$fixture/present.csv" --date 2017-04-01 \
    >"$out/tally.txt" || test $? = 1
tail -4 "$out/tally.txt"

# 4. Three are level at the tenth place. Seven ten-sided dice, thrown now, in an order that was said before.
"$geloot" ballot "$record" tally --name top --dice "1 2 3 4 5 6 7" --date 2017-04-01 --print "$out/decisions.html" |
    tee "$out/lot.txt" | tail -4
"$geloot" follow "$record" --agreement --date 2017-04-01 --print "$out/agreement.html" | head -1

# 5. All of it, with the line that was read out before the vote.
"$geloot" verify "$record" --no-re-solve --ballot "$line"

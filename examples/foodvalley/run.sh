#!/bin/sh
# A panel on solar fields and windmills, as in Foodvalley in 2021: 20 of 100 volunteers; five options, on which 1,800 people
# who chose to take part gave their opinion beside the panel's own vote; two delegates to the table of stakeholders, with
# alternates; seven recommendations, which the region adopts.
#
#     sh run.sh GELOOT SCENARIO FIXTURE OUT
#
# GELOOT is the program, SCENARIO the folder with the volunteers (fixtures/scenarios/foodvalley-20-of-100), FIXTURE the ballot
# (fixtures/deliberation/foodvalley-2021), OUT a folder that is not there yet. What is real: the numbers in the sentence above.
# Every person, wording and count is made up.
set -eu
geloot=$1 scenario=$2 fixture=$3 out=$4
. "$(dirname "$0")/../steps.sh"
mkdir "$out"
record=$out/panel

# 1. The panel. The charter says beforehand how the panel votes, on the five options and on what it recommends itself.
cat "$fixture/ballot.toml" - <<'RULE' | charter 2021-01-10

[[ballot]]
name = "eigen-aanbevelingen"
kind = "for-against"
entitled = ["drawn"]
secrecy = "paper"
counted = ["for", "against", "neutral"]
of = "cast"
share = "3/4"
than = "at-least"
quorum = "1/2 of members"
consensus = false

[[phase]]
name = "burgerpanel"
scale = 5
rung = "advise"
from = 2021-02-01
until = 2021-06-30
ballot = "eigen-aanbevelingen"
reply = { term = "2 months", by = "de regio" }
RULE
"$geloot" charter "$out/charter.toml"
panel "$scenario/pool.csv" "$scenario/quotas.csv" 20 "zon wind water" --id-column id

# 2. Five options: the panel votes, and 1,800 people say what they think. The two stand beside each other and share no total.
"$geloot" ballot "$record" freeze --options "$fixture/options.csv" --name aanbevelingen --date 2021-03-01 | tail -1 >"$out/line-1.txt"
"$geloot" ballot "$record" tally --name aanbevelingen --counts "$fixture/counts.csv" --present "$fixture/present.csv" --date 2021-03-20
"$geloot" follow "$record" --consultation "$fixture/consultation.csv" --about aanbevelingen --how "een open vragenlijst" \
    --participants 1800 --from 2021-03-02 --until 2021-03-30 --date 2021-04-01
# As a count of votes the consultation is refused.
refused "$out/refused.txt" "$geloot" ballot "$record" recount --name aanbevelingen --counts "$fixture/consultation.csv" \
    --present "$fixture/present.csv" --because "er deden er meer mee" --date 2021-04-01

# 3. What the panel recommends itself: nine points on paper, whose papers were typed in and are kept sealed; seven get three
# quarters.
awk 'BEGIN { print "option,text"; for (i = 1; i <= 9; i++) printf "A%d,Aanbeveling %d van het panel (verzonnen)\n", i, i }' >"$out/options.csv"
freeze "$out/sheets.html" --options "$out/options.csv" --name eigen-aanbevelingen --date 2021-05-01
awk 'BEGIN { for (p = 0; p <= 19; p++) { for (i = 1; i <= 9; i++) {
        if (p == 0) word = "A" i; else word = i <= 7 ? (p <= 15 + i % 3 ? "for" : "against") : (p <= 9 ? "for" : "neutral")
        printf "%s%s", word, i < 9 ? "," : "\n" } } }' >"$out/papers.csv"
awk 'BEGIN { print "option,count,for,against,neutral"; for (i = 1; i <= 9; i++) for (n = 1; n <= 2; n++) {
        yes = i <= 7 ? 15 + i % 3 : 9; printf "A%d,%d,%d,%d,%d\n", i, n, yes, i <= 7 ? 19 - yes : 0, i <= 7 ? 0 : 10 } }' >"$out/counts.csv"
printf 'role,present\ndrawn,19\n' >"$out/present.csv"
"$geloot" ballot "$record" tally --name eigen-aanbevelingen --counts "$out/counts.csv" --papers "$out/papers.csv" \
    --present "$out/present.csv" --date 2021-05-22 --print "$out/decisions.html"

# 4. Two delegates and their alternates, by a shuffle of eleven who are willing; one gives up, and the first alternate is called.
head -12 "$record/panel.csv" >"$out/willing.csv"
"$geloot" delegates "$record" freeze --name stakeholdertafel --willing "$out/willing.csv" --places 2 --source dice --sides 10 --count 7 --date 2021-05-25
"$geloot" delegates "$record" draw --name stakeholdertafel --sides 10 --dice "3 1 4 1 5 9 2" --date 2021-05-26 | tee "$out/delegates.txt"
first=$(awk '$1 == 1 { print $2; exit }' "$out/delegates.txt")
"$geloot" delegates "$record" next --name stakeholdertafel --withdrew "$first" --date 2021-06-10 | tail -1

# 5. The agreement, and the region's reply: it adopts all seven recommendations of the panel.
"$geloot" follow "$record" --agreement --date 2021-06-12 --print "$out/agreement.html"
awk 'BEGIN { print "option,date,answer,reason"; for (i = 1; i <= 7; i++) printf "A%d,2021-08-01,adopts,\n", i
    for (i = 1; i <= 3; i++) printf "%d,2021-08-01,adopts,\n", i }' >"$out/replies.csv"
"$geloot" follow "$record" --replies "$out/replies.csv" --handed 2021-06-15 --date 2021-08-20 --strict --print "$out/replies.html" | tail -4

# 6. All of it, with the line that was published before the vote.
"$geloot" verify "$record" --no-re-solve --ballot "$line"

#!/bin/sh
# A residents' council from the drawn panel to the last reply, as in Zeeland in 2023: 300 of 750 volunteers, 62 times three
# appointed people, topics, 136 decision points, two counts, 85 adopted, an agreement, a sounding board of 30, replies.
#
#     sh run.sh GELOOT ZEELAND OUT
#
# GELOOT is the program, ZEELAND the folder of the scenario with the volunteers (fixtures/scenarios/zeeland), OUT a folder
# that is not there yet. Every step is one command; the last one checks all of it. What is real: the numbers in the sentence
# above. Every person, wording, topic and count is made up.
set -eu
geloot=$1 zeeland=$2 out=$3
mkdir "$out"
record=$out/raad

# 1. The panel: lottery, line, draw. (The letters that brought the volunteers are a step of their own.)
printf 'date = 2023-01-10\n[seed]\nsource = "text"\n\n%s\n' "$(cat <<'RULE'
[leidraad]
aim = "wat inwoners van de zorg in 2030 willen"
start = "voordat er plannen zijn"
input = ["lived experience", "policy knowledge"]
who = "300 inwoners door loting, 186 mensen aangewezen"
form = "een dialoog, drie werkplaatsen, een stemming"

[[phase]]
name = "inwonerraad"
scale = 7
rung = "adviser at the start"
from = 2023-02-01
until = 2023-06-30
ballot = "inwonertop"
reply = { term = "3 months", by = "de zorgcoalitie" }

[[ballot]]
name = "inwonertop"
kind = "for-against"
entitled = ["drawn", "professional", "advocate", "free thinker"]
secrecy = "shown"
counted = ["for", "against", "neutral"]
of = "cast"
share = "1/2"
than = "at-least"
quorum = "none"
consensus = false

[[answer]]
warning = "tie-adopts"
text = "zo is het vooraf met de inwoners afgesproken"

[[answer]]
warning = "input-without-quota"
text = "de brief vraagt ernaar"
RULE
)" >"$out/charter.toml"
"$geloot" charter "$out/charter.toml"
"$geloot" lottery --quiet --pool "$zeeland/pool.csv" --quotas "$zeeland/quotas.csv" --seats 300 \
    --charter "$out/charter.toml" --tickets 1000 --out "$record" >/dev/null
"$geloot" draw "$record" --quiet --seed "schelde mossel vuurtoren" >/dev/null

# 2. Topics of the dialogue session, merged and ranked; the plan file of the workshops takes them from there.
awk 'BEGIN { print "topic,text,from"; for (i = 1; i <= 24; i++) printf "thema %d,,tafel %d\n", i, i }' >"$out/topics.csv"
awk 'BEGIN { print "topic,into,reason"; for (i = 20; i <= 23; i++) printf "thema %d,thema %d,hetzelfde\n", i, i - 19;
    print "thema 24,,gaat niet over zorg" }' >"$out/merges.csv"
awk 'BEGIN { print "topic,points"; for (i = 1; i <= 19; i++) printf "thema %d,%d\n", i, 200 - 7 * i }' >"$out/points.csv"
"$geloot" topics "$record" --topics "$out/topics.csv" --merges "$out/merges.csv" --counts "$out/points.csv" \
    --date 2023-03-01 --out "$out/plan-topics.toml"

# 3. 136 decision points of 19 groups; everybody of the top has a vote: the drawn and three groups of 62 appointed.
awk 'BEGIN { print "option,text,group,topic"; for (i = 1; i <= 136; i++)
    printf "%d,Beslispunt %d (verzonnen),groep %d,thema %d\n", i, i, i % 19 + 1, i % 19 + 1 }' >"$out/options.csv"
awk 'BEGIN { print "code,role"; for (i = 1; i <= 62; i++)
    printf "P-%d,professional\nB-%d,advocate\nV-%d,free thinker\n", i, i, i }' >"$out/roles.csv"
"$geloot" ballot "$record" freeze --options "$out/options.csv" --roles "$out/roles.csv" --date 2023-06-01 \
    --print "$out/count-sheets.html" | tee "$out/freeze.txt"
line=$(grep -o 'geloot-commitment-1:[0-9a-f]*' "$out/freeze.txt")

# 4. Two counts, one of them with a slip that matters for one point; then that point is counted again.
counts() {
    awk -v slip="$1" 'BEGIN { print "option,count,for,against,neutral"; for (i = 1; i <= 136; i++) for (n = 1; n <= 2; n++) {
        yes = i <= 2 ? 75 : i <= 85 ? 76 + i % 60 : 20 + i % 50
        if (slip && i == 2 && n == 2) yes = 74
        printf "%d,%d,%d,%d,%d\n", i, n, yes, 150 - yes - i % 5, i % 5 } }'
}
counts 1 >"$out/counts-1.csv"
counts 0 >"$out/counts-2.csv"
printf 'role,present\ndrawn,100\nprofessional,20\nadvocate,20\nfree thinker,10-12\n' >"$out/present.csv"
"$geloot" ballot "$record" tally --name inwonertop --counts "$out/counts-1.csv" --present "$out/present.csv" \
    --date 2023-06-17 >"$out/tally.txt" || test $? = 1
"$geloot" ballot "$record" recount --name inwonertop --counts "$out/counts-2.csv" --present "$out/present.csv" \
    --because "punt 2 was met een stem verschil geteld" --date 2023-06-17 --print "$out/decisions.html" | tail -4

# 5. The agreement, with what a minority says and with stories beside; handed over, and replied to.
printf 'option,text,supporters\n7,Wij willen eerst meer huisartsen,21\n' >"$out/minority.csv"
printf 'table,option,text\n3,12,Mijn moeder reed een uur naar de poli\n' >"$out/stories.csv"
"$geloot" follow "$record" --agreement --minority "$out/minority.csv" --stories "$out/stories.csv" \
    --date 2023-07-01 --print "$out/agreement.html"

# 6. A sounding board of 30: drawn here from who was willing. (In 2023 it came from a call, and was no lot.)
awk -F, 'NR == 1 || NR % 5 == 0' "$record/panel.csv" >"$out/willing.csv"
"$geloot" delegates "$record" freeze --name klankbord --willing "$out/willing.csv" --places 30 --source text --date 2023-07-02
"$geloot" delegates "$record" draw --name klankbord --seed "duin polder kreek" --date 2023-07-03 | tail -2

# 7. Replies, due three months after 1 July as the charter promises.
awk 'BEGIN { print "option,date,answer,reason"; for (i = 1; i <= 85; i++)
    printf "%d,2023-09-20,%s,%s\n", i, i % 9 ? "adopts" : "deviates", i % 9 ? "" : "daar gaat het Rijk over" }' >"$out/replies.csv"
"$geloot" follow "$record" --replies "$out/replies.csv" --handed 2023-07-01 --date 2023-09-30 --strict --print "$out/replies.html" | tail -3

# 8. All of it, with the line that was published before the vote.
"$geloot" verify "$record" --no-re-solve --ballot "$line"

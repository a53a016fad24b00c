#!/bin/sh
# A residents' council from 13 registers to the last reply, as in Zeeland in 2023: 10,000 letters, 300 of 750 volunteers, 62
# times three appointed people, topics, 19 groups over three workshops, 136 decision points, two counts, 85 adopted, an
# agreement, a sounding board of 30, replies.
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

# 1. The letters: 13 registers, forty people for each volunteer; 10,000 of them get one, by municipality; some answer yes.
mkdir "$out/registers"
awk -F, -v dir="$out/registers" 'NR > 1 { people[$2] += 40 } END { for (place in people) for (i = 1; i <= people[place]; i++) {
    if (i == 1) print "anummer;gemeente;geboren" >(dir "/" place ".csv")
    n++; printf "%08d;%s;%d-%02d-%02d\n", 10000000 + n * 7919 % 89999999, place, 1930 + n % 76, 1 + n % 12, 1 + n % 28 \
        >(dir "/" place ".csv") } }' "$zeeland/pool.csv"
awk -F, 'NR > 1 { print $2 }' "$zeeland/pool.csv" | LC_ALL=C sort -u | sed '1i gemeente' >"$out/municipalities.csv"
cat >"$out/letters.toml" <<'RULE'
date = 2022-10-01
[frame]
reference = 2022-11-01
age = 16
[columns]
key = "anummer"
strata = ["gemeente"]
born = "geboren"
[letters]
number = 10000
reserves = 0
homes = "any"
[seed]
source = "text"
RULE
printf '6b61726c2d6865742d67656865696d2d76616e2d6465657a652d70616e74656c\n' >"$out/register.key"
printf '636f6465732d76616e2d64652d62726965766e2d656e2d6e696574732d616e64\n' >"$out/codes.key"
"$geloot" invite frame --register "$out"/registers/*.csv --strata "$out/municipalities.csv" --charter "$out/letters.toml" \
    --key "$out/register.key" --out "$out/letters" | tee "$out/letters.txt" | head -1
"$geloot" invite draw "$out/letters" --seed "duinroos zeekraal" | tail -3
"$geloot" invite codes "$out/letters" --key "$out/codes.key" --out "$out/codes.csv"
"$geloot" invite waves "$out/letters" --first-on 2022-11-15
# Of each municipality as many answer yes as the scenario has volunteers, with what they wrote on the form.
awk -F'[,;]' 'FNR == 1 { file++; if (file == 1) print $0 ",letter"; next }
    file == 1 { form[$2, ++n[$2]] = $0; next }
    file < 15 { lives[$1] = $2; next }
    { place = lives[$5]; if (++m[place] <= n[place]) print form[place, m[place]] "," $1 }' \
    "$zeeland/pool.csv" "$out"/registers/*.csv "$out/codes.csv" >"$out/volunteers.csv"
awk -F, 'NR == 1 { print "code,date,channel,answer"; next } { print $NF ",2022-12-" (NR % 20 + 10) "," (NR % 3 ? "web" : "post") ",yes" }' \
    "$out/volunteers.csv" >"$out/answers.csv"
"$geloot" invite answers "$out/letters" --codes "$out/codes.csv" --answers "$out/answers.csv"
invited=$(grep -o 'geloot-commitment-1:[0-9a-f]*' "$out/letters.txt")

# 2. The panel of those who answered: lottery, line, draw.
printf 'date = 2023-01-10\n[seed]\nsource = "text"\n\n[invited]\nline = "%s"\n\n%s\n' "$invited" "$(cat <<'RULE'
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
"$geloot" lottery --quiet --pool "$out/volunteers.csv" --invited "$out/letters" --letter-codes "$out/codes.csv" --quotas "$zeeland/quotas.csv" --seats 300 \
    --charter "$out/charter.toml" --tickets 1000 --out "$record" >/dev/null
"$geloot" draw "$record" --quiet --seed "schelde mossel vuurtoren" >/dev/null

# 3. Topics of the dialogue session, merged and ranked; the plan file of the workshops takes them from there.
awk 'BEGIN { print "topic,text,from"; for (i = 1; i <= 24; i++) printf "thema %d,,tafel %d\n", i, i }' >"$out/topics.csv"
awk 'BEGIN { print "topic,into,reason"; for (i = 20; i <= 23; i++) printf "thema %d,thema %d,hetzelfde\n", i, i - 19;
    print "thema 24,,gaat niet over zorg" }' >"$out/merges.csv"
awk 'BEGIN { print "topic,points"; for (i = 1; i <= 19; i++) printf "thema %d,%d\n", i, 200 - 7 * i }' >"$out/points.csv"
"$geloot" topics "$record" --topics "$out/topics.csv" --merges "$out/merges.csv" --counts "$out/points.csv" \
    --date 2023-03-01 --out "$out/plan-topics.toml"

# 4. Who sits where: one dialogue and three workshops in 19 groups by preference, for the drawn and the appointed.
awk -F, 'NR == 1 { print $1 ",gemeente,leeftijd,geslacht,role"; next } { print $1 "," $2 "," $3 "," $(NF - 1) ",drawn" }
    END { for (i = 1; i <= 62; i++) printf "P-%d,,,,professional\nB-%d,,,,advocate\nV-%d,,,,free thinker\n", i, i, i }' \
    "$record/panel.csv" >"$out/people.csv"
awk -F, 'NR == 1 { print "code,topic,rank"; next } { for (r = 1; r <= 3; r++) printf "%s,thema %d,%d\n", $1, (NR * 7 + r * 5) % 19 + 1, r }' \
    "$out/people.csv" >"$out/preferences.csv"
{ printf 'mix = ["gemeente", "leeftijd", "geslacht"]\norder = ["preferences", "balance", "meetings"]\n'
  printf '[files]\npeople = "people.csv"\npreferences = "preferences.csv"\n'
  printf '[[round]]\nkind = "dialogue"\nsize = 8\n[[round]]\nkind = "workshop"\ncount = 3\n'
  cat "$out/plan-topics.toml"; } >"$out/plan.toml"
"$geloot" sessions --quiet --plan "$out/plan.toml" --effort 1 --seed "de tafels van zaterdag" --out "$record/sessions/werkplaatsen" >"$out/seats.txt"
head -1 "$out/seats.txt"

# 5. 136 decision points of 19 groups; everybody of the top has a vote: the drawn and three groups of 62 appointed.
awk 'BEGIN { print "option,text,group,topic"; for (i = 1; i <= 136; i++)
    printf "%d,Beslispunt %d (verzonnen),groep %d,thema %d\n", i, i, i % 19 + 1, i % 19 + 1 }' >"$out/options.csv"
awk 'BEGIN { print "code,role"; for (i = 1; i <= 62; i++)
    printf "P-%d,professional\nB-%d,advocate\nV-%d,free thinker\n", i, i, i }' >"$out/roles.csv"
"$geloot" ballot "$record" freeze --options "$out/options.csv" --roles "$out/roles.csv" --date 2023-06-01 \
    --print "$out/count-sheets.html" | tee "$out/freeze.txt"
line=$(grep -o 'geloot-commitment-1:[0-9a-f]*' "$out/freeze.txt")

# 6. Two counts, one of them with a slip that matters for one point; then that point is counted again.
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

# 7. The agreement, with what a minority says and with stories beside; handed over, and replied to.
printf 'option,text,supporters\n7,Wij willen eerst meer huisartsen,21\n' >"$out/minority.csv"
printf 'table,option,text\n3,12,Mijn moeder reed een uur naar de poli\n' >"$out/stories.csv"
"$geloot" follow "$record" --agreement --minority "$out/minority.csv" --stories "$out/stories.csv" \
    --date 2023-07-01 --print "$out/agreement.html"

# 8. A sounding board of 30. (In 2023 it came from a call, and was no lot.) Here the willing are drawn from so that the board
# mirrors the council: a lottery with quotas, which has a record of its own and stands as an act in this one.
awk -F, 'NR == 1 || NR % 5 < 3' "$record/panel.csv" >"$out/willing.csv"
printf 'feature,value,min,max\ngeslacht,man,14,16\ngeslacht,vrouw,14,16\ngeslacht,anders,0,1\n' >"$out/board-quotas.csv"
"$geloot" delegates "$record" freeze --name klankbord --willing "$out/willing.csv" --places 30 --source lottery \
    --pool "$out/board-pool.csv" --date 2023-07-02
"$geloot" lottery --quiet --pool "$out/board-pool.csv" --id-column code --quotas "$out/board-quotas.csv" --seats 30 --tickets 1000 \
    --out "$out/board" >/dev/null
"$geloot" draw "$out/board" --quiet --seed "duin polder kreek" >/dev/null
"$geloot" delegates "$record" draw --name klankbord --lottery "$out/board" --date 2023-07-03 | tail -2

# 9. Replies, due three months after 1 July as the charter promises.
awk 'BEGIN { print "option,date,answer,reason"; for (i = 1; i <= 85; i++)
    printf "%d,2023-09-20,%s,%s\n", i, i % 9 ? "adopts" : "deviates", i % 9 ? "" : "daar gaat het Rijk over" }' >"$out/replies.csv"
"$geloot" follow "$record" --replies "$out/replies.csv" --handed 2023-07-01 --date 2023-09-30 --strict --print "$out/replies.html" | tail -3

# 10. All of it, with the line that was published before the vote.
"$geloot" verify "$out/letters"
"$geloot" verify "$out/board" --no-re-solve
"$geloot" verify "$record" --no-re-solve --ballot "$line"

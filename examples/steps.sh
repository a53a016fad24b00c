# What the scripts of whole deliberations share. They source this file, and have set: geloot (the program), out (the folder that
# they make) and record (the folder of the panel's record).

# The line that a command showed and that has to be published, from the file with what it showed.
line_in() { grep -o 'geloot-commitment-1:[0-9a-f]*' "$1" | tail -1; }

# The start of a charter: its day, and that chance comes from words said aloud. What it promises comes from the input.
charter() {
    { printf 'date = %s\n[seed]\nsource = "text"\n\n' "$1"; cat; } >"$out/charter.toml"
}

# A panel by lot: POOL QUOTAS SEATS WORDS, and more options of "geloot lottery". Its charter is the one above.
panel() {
    pool=$1 quotas=$2 seats=$3 words=$4
    shift 4
    "$geloot" lottery --quiet --pool "$pool" --quotas "$quotas" --seats "$seats" --charter "$out/charter.toml" --tickets 1000 \
        --out "$record" "$@" >/dev/null
    "$geloot" draw "$record" --quiet --seed "$words" >/dev/null
}

# Freezes a ballot, prints its papers to FILE, and keeps the line to read out before the vote in `line`: FILE and options.
freeze() {
    page=$1
    shift
    "$geloot" ballot "$record" freeze --print "$page" "$@" | tee "$out/freeze.txt" | tail -3
    line=$(line_in "$out/freeze.txt")
}

# The second of two commands must be refused with 2, and what it says is kept in FILE: FILE and the command.
refused() {
    said=$1
    shift
    "$@" 2>"$said" && exit 1 || test $? = 2
}

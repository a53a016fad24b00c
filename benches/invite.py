#!/usr/bin/env python3
"""How long the invitation lottery takes on a register of a country, how much memory, and beside what others do.

    cargo build --release && python3 benches/invite.py [ROWS [REGISTER]]
    python3 benches/invite.py weights

Makes up ROWS people (18,000,000 if not given; about 1.1 GB in the folder for temporary files, and as much again for each of the
two frames and for what is sorted), each with a village of 342, a date of birth, an address that 2.1 people share; or takes the
REGISTER that an earlier run made. Then the acts, each a whole process with its CPU seconds and the most memory that it held, as
the operating system counts them; the thirteen registers of fixtures/invite; and pandas, polars and DuckDB where this Python has
them (`pip install pandas polars duckdb`), and shuf. Without ROWS it writes what it found between the marks of
docs/how/letters-at-scale.md, on an idle machine. `weights` does so for registers of people with weights alone. Nobody in the
registers exists."""

import importlib.util
import pathlib
import subprocess
import sys
import tempfile


ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "target" / "release" / "geloot"
PAGE = ROOT / "docs/how/letters-at-scale.md"
TOWNS = ROOT / "fixtures/invite/zeeland-13-registers"

# What measures and writes: the script of docs/numbers.md, whose name is that of a part of Python.
SPEC = importlib.util.spec_from_file_location("geloot_numbers", ROOT / "benches/numbers.py")
numbers = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(numbers)

CHARTER = """date = 2026-12-01
[seed]
source = "text"
[frame]
reference = 2026-12-01
age = 16
[columns]
key = "anummer"
strata = ["gemeente"]
born = "geboortedatum"
since = "sinds"
flag = "geheim"
postcode = "postcode"
number = "huisnummer"
addition = "toevoeging"
[letters]
number = {letters}
reserves = {letters}
homes = "{homes}"
"""


# What others do to take as many people of each stratum, or as many of all: FILE and LETTERS are put in.
OTHERS = {
    "pandas": """import pandas
rows = pandas.read_csv("FILE", sep=";", dtype=str, usecols=["anummer", "gemeente"])
rows.groupby("gemeente").sample(LETTERS // 342, random_state=1).to_csv("OUT")""",
    "polars": """import polars
rows = polars.read_csv("FILE", separator=";", infer_schema=False)
chosen = polars.int_range(polars.len()).shuffle(seed=1).over("gemeente") < LETTERS // 342
rows.filter(chosen).write_csv("OUT")""",
    "duckdb": """import duckdb
duckdb.execute("copy (select * from read_csv('FILE', all_varchar=true) order by random() limit LETTERS) to 'OUT'")""",
    "duckdb, TABLESAMPLE": """import duckdb
duckdb.execute("copy (select * from read_csv('FILE', all_varchar=true) using sample LETTERS) to 'OUT'")""",
}


def line(name, command, lines):
    """Measures one command."""
    seconds, memory = numbers.timed(command, subprocess.DEVNULL)
    lines.append(numbers.row(name, f"{seconds:.1f} s", f"{memory:.0f} MiB"))


def acts(place, rows, lines):
    """Frame and letters, without and with homes."""
    (place / "strata.csv").write_text("gemeente\n" + "".join(f"GM{n:04}\n" for n in range(342)))
    (place / "secret.key").write_text("5a" * 32 + "\n")
    letters = max(342, rows * 35_000 // 18_000_000)
    for homes, name in [("any", "by rank"), ("one-letter", "at most one per home (the circle)")]:
        charter = place / f"{homes}.toml"
        charter.write_text(CHARTER.format(letters=letters, homes=homes))
        files = ["--charter", charter, "--strata", place / "strata.csv", "--key", place / "secret.key"]
        register = ["--register", place / "register.csv", "--out", place / homes]
        if homes == "one-letter":
            line(f"{rows:,} rows: the frame, with homes", [PROGRAM, "invite", "frame", *register, *files], lines)
        else:
            numbers.timed([PROGRAM, "invite", "frame", *register, *files], subprocess.DEVNULL)
        draw = [PROGRAM, "invite", "draw", place / homes, "--seed", "appel peer banaan"]
        line(f"{rows:,} rows: a list of {2 * letters:,}, {name}", draw, lines)


def weighed(place, rows, lines):
    """Frame and letters where everybody has a weight: the circle, home by home."""
    letters = max(342, rows * 35_000 // 18_000_000)
    (place / "strata.csv").write_text("gemeente\n" + "".join(f"GM{n:04}\n" for n in range(342)))
    (place / "secret.key").write_text("5a" * 32 + "\n")
    terms = CHARTER.format(letters=letters, homes="one-letter").replace("[letters]", 'weight = "gewicht"\n[letters]')
    (place / "charter.toml").write_text(terms)
    with open(place / "register.csv", "wb") as register:
        made = ["awk", "-v", f"rows={rows}", "-v", "weights=1", "-f", ROOT / "examples" / "register.awk"]
        subprocess.run(made, stdout=register, check=True)
    files = ["--charter", place / "charter.toml", "--strata", place / "strata.csv", "--key", place / "secret.key"]
    frame = [PROGRAM, "invite", "frame", "--register", place / "register.csv", "--out", place / "frame", *files]
    line(f"{rows:,} rows: the frame, with homes and weights", frame, lines)
    draw = [PROGRAM, "invite", "draw", place / "frame", "--seed", "appel peer banaan"]
    line(f"{rows:,} rows: a list of {2 * letters:,}, at most one per home, by weight (the circle)", draw, lines)


def towns(place, lines):
    """Thirteen registers in thirteen layouts to 10,000 letters: frame and draw together."""
    (place / "towns.key").write_text("5a" * 32 + "\n")
    files = ["--charter", TOWNS / "charter.toml", "--strata", TOWNS / "strata.csv", "--key", place / "towns.key"]
    registers = sorted(TOWNS.glob("register-*.csv"))
    frame = [PROGRAM, "invite", "frame", "--register", *registers, *files, "--out", place / "towns"]
    first, one = numbers.timed(frame, subprocess.DEVNULL)
    draw = [PROGRAM, "invite", "draw", place / "towns", "--seed", "appel peer banaan"]
    second, other = numbers.timed(draw, subprocess.DEVNULL)
    cells = [f"{first + second:.1f} s", f"{max(one, other):.0f} MiB"]
    lines.append(numbers.row("78,000 rows in 13 registers: frame and 10,000 letters", *cells))


def others(place, rows, lines):
    """The same number of people by other means."""
    letters = max(342, rows * 70_000 // 18_000_000)
    out = place / "others.csv"
    shuf = f"tail -n +2 {place / 'register.csv'} | shuf -n {letters} > {out}"
    line("`shuf -n` of the file", ["sh", "-c", shuf], lines)
    for name, text in OTHERS.items():
        if importlib.util.find_spec(name.split(",")[0]) is None:
            continue
        text = text.replace("FILE", str(place / "register.csv")).replace("OUT", str(out))
        titles = {"duckdb": "DuckDB, `ORDER BY random()`", "duckdb, TABLESAMPLE": "DuckDB, `USING SAMPLE`"}
        line(titles.get(name, name), [sys.executable, "-c", text.replace("LETTERS", str(letters))], lines)


def weights():
    where = numbers.machine()
    lines = [numbers.row("work", "CPU", "memory"), numbers.row("---", "---", "---")]
    for rows in [18_000_000, 1_000_000]:
        with tempfile.TemporaryDirectory() as folder:
            weighed(pathlib.Path(folder), rows, lines)
    about = "Where people have weights (`weight` in `[columns]`), by `python3 benches/invite.py weights`:"
    numbers.put(PAGE, "invite-weights", [about, "", *lines, "", f"Measured {where}"])


def main():
    if sys.argv[1:] == ["weights"]:
        return weights()
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 18_000_000
    where = numbers.machine()
    lines = [numbers.row("work", "CPU", "memory"), numbers.row("---", "---", "---")]
    theirs = [numbers.row("others, as many people", "CPU", "memory"), numbers.row("---", "---", "---")]
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        made = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else place / "made.csv"
        if not made.exists():
            with open(made, "wb") as register:
                subprocess.run(["awk", "-v", f"rows={rows}", "-f", ROOT / "examples" / "register.awk"], stdout=register, check=True)
        (place / "register.csv").symlink_to(made.resolve())
        acts(place, rows, lines)
        others(place, rows, theirs)
        if rows > 1_000_000:
            small = place / "small"
            small.mkdir()
            with open(small / "register.csv", "wb") as register:
                subprocess.run(["head", "-n", "1000001", made], stdout=register, check=True)
            acts(small, 1_000_000, lines)
        towns(place, lines)
    if len(sys.argv) != 2:
        numbers.put(PAGE, "invite", [*lines, "", *theirs, "", f"Measured {where}"])


if __name__ == "__main__":
    main()

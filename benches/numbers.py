#!/usr/bin/env python3
"""The numbers of docs/numbers.md and of the README, measured and written there.

    cargo build --release && cargo build --release --example make_fixtures
    python3 benches/numbers.py [PART ...]      (on an idle machine; all parts take a quarter of an hour)

Parts: lottery, commands, unlike, hard, seats. Each measures whole processes, release build, files read and written: seconds of processor
time, the quickest of three runs of the short ones. A part replaces what stands between its two marks in the documents, and
nothing else. Instances outside the project (`../shared/data`) keep their line of before, and are said to be left out, when they
are not there. `hard` asks CP-SAT as well where Python has it (`pip install ortools`).
"""

import csv
import datetime
import importlib.util
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
SHIPPED = ROOT / "fixtures/scenarios"
SHARED = ROOT / "../shared/data/pools"
PROGRAM = ROOT / "target/release/geloot"
MAKER = ROOT / "target/release/examples/make_fixtures"
NUMBERS = ROOT / "docs/numbers.md"
README = ROOT / "README.md"
ADDRESS = ["--household", "straat", "--household", "nummer", "--household", "postcode"]

# name, pool, quotas, seats, what others take for it
REAL = [
    ("geneva_30 (real pool, every quota exact)", "geneva_30/respondents.csv", "geneva_30/categories.csv", 30,
     "42.3 s, commercial solver; 209 to 349 s for maximin in the best-known open toolkit"),
    ("example_large_200", "example_large_200/respondents.csv", "example_large_200/categories.csv", 200, "1,161.8 s, commercial solver"),
    ("scotland_22", "scotland_22/candidates.csv", "scotland_22/features.csv", 22, "1.4 to 5.4 s (maximin)"),
]
OWN = [
    ("large", 110, "4,011.6 s on the real pool of that size, to 5e-4"),
    ("klimaatberaad", 175, "none published"),
    ("zeeland", 300, "none published"),
    ("peel-en-maas", 50, "none published"),
    ("foodvalley-20-of-100", 20, "none published"),
    ("toolkit-300-45", 45, "27 s (maximin)"),
    ("toolkit-500-75", 75, "71 s (maximin)"),
    ("toolkit-750-112", 112, "261 s (maximin)"),
]
INSTANCES = [(name, SHARED / pool, SHARED / quotas, seats, others, []) for name, pool, quotas, seats, others in REAL]
for name, seats, others in OWN:
    files = SHIPPED / name / "pool.csv", SHIPPED / name / "quotas.csv"
    INSTANCES.append((f"`{name}`", *files, seats, others, []))
    if name in ("klimaatberaad", "zeeland"):
        for objective in ["maximin", "nash", "goldilocks"]:
            INSTANCES.append((f"`{name}`, {objective}", *files, seats, "", ["--objective", objective]))
# What the README shows of it.
SHOWN = {
    "geneva_30 (real pool, every quota exact)": ("geneva_30 (real pool, every quota exact)", "42.3 s (commercial solver)"),
    "example_large_200": ("example_large_200", "1,161.8 s (commercial solver)"),
    "`large`": ("the shape of sf_e, 7 features", "4,011.6 s (real pool of that size)"),
    "`klimaatberaad`": ("a national pool", "none published"),
    "`toolkit-750-112`": ("toolkit-750-112", "261 s (maximin only)"),
}


def timed(command, output):
    """CPU seconds and mebibytes of one run, which must succeed."""
    process = subprocess.Popen([str(c) for c in command], stdout=output, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command}: exit code {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def run(pool, quotas, seats, more):
    """CPU seconds, mebibytes and the report of one run of `geloot lottery`."""
    with tempfile.TemporaryDirectory() as folder:
        command = [PROGRAM, "lottery", "--json", "--quiet", "--pool", pool, "--quotas", quotas]
        command += ["--seats", str(seats), "--out", f"{folder}/out", *more]
        with open(f"{folder}/report", "w+") as report:
            seconds, memory = timed(command, report)
            report.seek(0)
            return seconds, memory, json.load(report)


def quickest(pool, quotas, seats, more, times=3):
    return min((run(pool, quotas, seats, more) for _ in range(times)), key=lambda r: r[0])


def row(*cells):
    line = "| " + " | ".join(cells) + " |"
    print(line, flush=True)
    return line


def before(name):
    """The line of an instance as it stands in the document."""
    lines = [line for line in NUMBERS.read_text().splitlines() if line.startswith(f"| {name} |")]
    return lines[0] if lines else f"| {name} | not measured | | | | | |"


def of_lottery(report):
    """People, seats and profiles; how near to the fairest; tickets anybody is off; values that are not central."""
    gap = report["gap_before_rounding"]
    return (
        f"{report['people']:,} / {report['seats']} / {report['profiles']:,}",
        "0" if gap == 0 else f"{gap:.0e}",
        f"{sum(not value['central'] for value in report['values'])} of {len(report['values'])}",
    )


def lottery():
    lines = [
        row("instance", "people / seats / profiles", "others, leximin unless said", "geloot", "memory", "gap", "values not central"),
        row(*["---"] * 7),
    ]
    short = {}
    for name, pool, quotas, seats, others, more in INSTANCES:
        if not pool.exists():
            print(f"{name}: left out, as {pool.name} is not there", file=sys.stderr)
            lines.append(before(name))
            continue
        seconds, memory, report = quickest(pool, quotas, seats, more)
        size, gap, central = of_lottery(report)
        lines.append(row(name, size, others, f"{seconds:.2f} s", f"{memory:.0f} MiB", gap, central))
        if name in SHOWN:
            title, theirs = SHOWN[name]
            short[name] = f"| {title} | {report['people']:,} / {report['seats']} | {theirs} | {seconds:.2f} s |"
    if len(short) == len(SHOWN):
        head = ["| instance | people / seats | others | geloot |", "|---|---|---|---|"]
        put(README, "lottery", head + [short[name] for name in SHOWN])
    return lines


def with_addresses(source, target):
    """The same people, of whom every fifth shares an address with the one before or after them in the file."""
    with open(source, newline="") as file:
        rows = list(csv.reader(file))
    for number, cells in enumerate(rows):
        cells.append("adres" if number == 0 else f"Straat {number // 10 if number % 10 < 2 else f'{number} a'}")
    with open(target, "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def made(folder, *what):
    """Files of a pool that is too large to ship."""
    subprocess.run([MAKER, *what, folder], check=True, stdout=subprocess.DEVNULL)
    return pathlib.Path(folder) / "pool.csv", pathlib.Path(folder) / "quotas.csv"


RECIPE = """reference_date = 2027-03-01
[[source]]
file = "export.csv"
total = {rows}
rename = {{ "Nr" = "nummer" }}
[columns.nummer]
pad = 8
[columns.leeftijd]
from = "Geboortedatum"
classes = ["16-34", "35-54", "55-74", "75+"]
[columns.geslacht]
from = "Ik ben"
[columns.geslacht.values]
man = ["M", "dhr."]
vrouw = ["V", "mevr."]
[columns.wijk]
from = "Postcode"
table = {{ file = "wijken.csv", key = "postcode", value = "wijk" }}
[[leave_out]]
column = "Geboortedatum"
younger = 16
ground = "te jong"
[pool]
drop = ["Postcode", "Ik ben"]
"""


def messy(folder, rows):
    """An export of so many people who do not exist, in four layouts of dates and six spellings of two sexes, and the recipe that
    makes a list of it."""
    folder = pathlib.Path(folder)
    spellings = ["M", "V", "man", "vrouw", "dhr.", "mevr."]
    with open(folder / "export.csv", "w") as file:
        file.write("Nr;Naam;E-mail;Geboortedatum;Ik ben;Postcode\n")
        for n in range(rows):
            year, month, day = 1930 + n % 84, 1 + n % 12, 13 + n % 16
            born = (f"{day:02}-{month:02}-{year}", f"{year}-{month:02}-{day:02}", f"{day}/{month}/{year}", f"{year}{month:02}{day:02}")
            file.write(f"{n + 1};Naam {n};n{n}@example.org;{born[n % 4]};{spellings[n % 6]};{5980 + n % 20} AB\n")
    towns = "".join(f"{5980 + n} AB;wijk {n % 5}\n" for n in range(20))
    (folder / "wijken.csv").write_text("postcode;wijk\n" + towns)
    (folder / "recept.toml").write_text(RECIPE.format(rows=rows))
    return folder / "recept.toml"


def commands():
    lines = [row("case", "command", "people / seats / profiles", "geloot", "memory"), row(*["---"] * 5)]

    def of(name, pool, quotas, seats, more, times=3):
        seconds, memory, report = quickest(pool, quotas, seats, more, times)
        lines.append(row(name, "`lottery`", of_lottery(report)[0], f"{seconds:.2f} s", f"{memory:.0f} MiB"))

    def other(name, command, times=3):
        seconds, memory = min(timed([PROGRAM, *command], subprocess.DEVNULL) for _ in range(times))
        lines.append(row(name, f"`{command[0]}`", "", f"{seconds:.2f} s", f"{memory:.0f} MiB"))

    national = SHIPPED / "klimaatberaad"
    files = ["--pool", national / "pool.csv", "--quotas", national / "quotas.csv", "--seats", "175"]
    other("`klimaatberaad`, four objectives side by side", ["compare", *files])
    with tempfile.TemporaryDirectory() as folder:
        with_addresses(national / "pool.csv", pathlib.Path(folder) / "pool.csv")
        of("`klimaatberaad`, every fifth with a housemate, `--household`", pathlib.Path(folder) / "pool.csv", national / "quotas.csv", 175, ["--household", "adres"])
    with tempfile.TemporaryDirectory() as folder:
        of("5,000 people, 8 features, hardly two alike", *made(folder, "mixed"), 250, [])
    with tempfile.TemporaryDirectory() as folder:
        of("a million rows", *made(folder, "million"), 500, [], times=1)
    with tempfile.TemporaryDirectory() as folder:
        recipe = messy(folder, 1_000_000)
        other("1,000,000 rows of a messy export to one list", ["prepare", recipe, "--out", f"{folder}/list"], times=1)
    with tempfile.TemporaryDirectory() as folder:
        rows = 100_000
        subprocess.run([MAKER, "workbook", str(rows), f"{folder}/pool.xlsx"], check=True, stdout=subprocess.DEVNULL)
        recipe = pathlib.Path(folder) / "recept.toml"
        recipe.write_text(f'[[source]]\nfile = "pool.xlsx"\ntotal = {rows}\n')
        other(f"{rows:,} rows of a workbook (.xlsx) to one list", ["prepare", recipe, "--out", f"{folder}/list"], times=1)
    for people, seats in [(20_000, 1_000), (200_000, 10_000)]:
        with tempfile.TemporaryDirectory() as folder:
            pool, quotas = made(folder, "letters", str(people), str(seats))
            name = f"{people:,} people, {seats:,} letters, one per address"
            other(name, ["check", "--pool", pool, "--quotas", quotas, "--seats", str(seats), *ADDRESS])
            of(name, pool, quotas, seats, ADDRESS, times=1)
    with tempfile.TemporaryDirectory() as folder:
        rates = pathlib.Path(folder) / "rates.csv"
        rates.write_text("people,stay,confirm\n5000,0.9,0.8\n5000,0.8,0.7\n")
        other("will 6,000 chairs be filled, two groups of 5,000, 500 reserves",
              ["forecast", "--chairs", "6000", "--reserves", "500", "--rates", rates])
    return lines


def module(name):
    """Another file of this folder."""
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


# People, seats, values of each feature, and by how much the shares of the quotas differ from the pool's (thousandths).
UNLIKE = [
    (2_500, 125, (4, 6, 8, 7, 9, 5, 8, 8), 0),
    (3_000, 40, (2, 5, 6, 4, 8, 5, 3, 4), 0),
    (5_000, 20, (2, 5, 6, 4, 8, 5, 3, 4), 0),
    (5_000, 20, (2, 5, 6, 4, 8, 5, 3, 4), 300),
]


def unlike():
    make = module("unlike").make
    lines = [row("people / seats / profiles", "shares of the quotas", "geloot", "values not central", "widest range", "tickets anybody is off"), row(*["---"] * 6)]
    for people, seats, values, askew in UNLIKE:
        with tempfile.TemporaryDirectory() as folder:
            seconds, _, report = run(*make(folder, people, seats, values, askew), seats, [])
        size, _, central = of_lottery(report)
        off = report["rounding_tickets"]
        widest = max(value["most"] - value["least"] for value in report["values"])
        shares = f"up to {askew // 10} % from the pool's" if askew else "the pool's"
        lines.append(row(size, shares, f"{seconds:.2f} s", central, f"{widest + 1} numbers", f"{off:.2f}"))
    return lines


def hard():
    quotas = module("hard_quotas")
    head = ["pool", "`check`", "`lottery`"]
    theirs = importlib.util.find_spec("ortools") is not None
    lines = [row(*head, *["CP-SAT"] * theirs), row(*["---"] * (3 + theirs))]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([MAKER, "hard", folder], check=True, stdout=subprocess.DEVNULL)
        for place in sorted(pathlib.Path(folder).iterdir()):
            cells = [quotas.in_words(*quotas.ask_geloot(command, place)) for command in ["check", "lottery"]]
            if theirs:
                cells.append(quotas.ask_cp_sat(place))
            lines.append(row(place.name, *cells))
    return lines


def seats():
    done = subprocess.run([sys.executable, HERE / "sessions.py"], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    print(done.stdout, flush=True)
    return [line for line in done.stdout.splitlines() if line.startswith("|")]


def put(document, part, lines):
    """Replaces what stands between the marks of a part."""
    marks = [f"<!-- measured: {part} -->", f"<!-- end: {part} -->"]
    text = document.read_text()
    pattern = re.compile(re.escape(marks[0]) + r"\n.*?" + re.escape(marks[1]), re.DOTALL)
    if not pattern.search(text):
        sys.exit(f"{document.name}: no marks for {part}")
    new = "\n".join([marks[0], *lines, marks[1]])
    document.write_text(pattern.sub(lambda _: new, text))


PARTS = {"lottery": lottery, "commands": commands, "unlike": unlike, "hard": hard, "seats": seats}


def machine():
    models = [line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")]
    load = os.getloadavg()[0]
    return f"{datetime.date.today()}, {len(models)} cores of {models[0] if models else 'an unknown processor'}, load before: {load:.1f}."


def main():
    for part in sys.argv[1:] or PARTS:
        where = machine()
        put(NUMBERS, part, [*PARTS[part](), "", f"Measured {where}"])


if __name__ == "__main__":
    main()

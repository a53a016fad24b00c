#!/usr/bin/env python3
"""The numbers of the README: whole process, release build, files read and written.

    cargo build --release && cargo build --release --example make_fixtures && python3 benches/numbers.py [NAME ...]

Runs `geloot lottery` on each instance three times, one after another, and prints the quickest run's
CPU seconds, its memory, and what it reports; then other commands, and pools that are too large to ship, which
`make_fixtures` makes first. Instances outside the project (`../shared/data`) are left out, and said to be, when
they are not there.
"""

import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "fixtures/scenarios"
SHARED = ROOT / "../shared/data/pools"
PROGRAM = ROOT / "target/release/geloot"
MAKER = ROOT / "target/release/examples/make_fixtures"
ADDRESS = ["--household", "straat", "--household", "nummer", "--household", "postcode"]
# name, pool, quotas, seats, further arguments
INSTANCES = [
    ("geneva_30", SHARED / "geneva_30/respondents.csv", SHARED / "geneva_30/categories.csv", 30, []),
    ("example_large_200", SHARED / "example_large_200/respondents.csv", SHARED / "example_large_200/categories.csv", 200, []),
    ("scotland_22", SHARED / "scotland_22/candidates.csv", SHARED / "scotland_22/features.csv", 22, []),
]
for name, seats in [
    ("large", 110),
    ("klimaatberaad", 175),
    ("zeeland", 300),
    ("peel-en-maas", 50),
    ("foodvalley-20-of-100", 20),
    ("toolkit-300-45", 45),
    ("toolkit-500-75", 75),
    ("toolkit-750-112", 112),
]:
    INSTANCES.append((name, SHIPPED / name / "pool.csv", SHIPPED / name / "quotas.csv", seats, []))
for name, seats in [("zeeland", 300), ("klimaatberaad", 175)]:
    for objective in ["maximin", "nash", "goldilocks"]:
        files = SHIPPED / name / "pool.csv", SHIPPED / name / "quotas.csv"
        INSTANCES.append((f"{name} {objective}", *files, seats, ["--objective", objective]))


def timed(command, output):
    """CPU seconds and mebibytes of one run, which must succeed."""
    process = subprocess.Popen([str(c) for c in command], stdout=output)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command}: exit code {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def run(pool, quotas, seats, more):
    """CPU seconds, mebibytes and the report of one run."""
    with tempfile.TemporaryDirectory() as folder:
        command = [PROGRAM, "lottery", "--json", "--quiet", "--pool", pool, "--quotas", quotas]
        command += ["--seats", str(seats), "--out", f"{folder}/out", *more]
        with open(f"{folder}/report", "w+") as report:
            seconds, memory = timed(command, report)
            report.seek(0)
            return seconds, memory, json.load(report)


def line(name, pool, quotas, seats, more, times=3):
    if not pool.exists():
        print(f"| {name} | left out: {pool.name} is not there |")
        return
    runs = [run(pool, quotas, seats, more) for _ in range(times)]
    seconds, memory, report = min(runs, key=lambda r: r[0])
    shown = [
        name,
        f"{report['people']:,} / {report['seats']} / {report['profiles']:,}",
        f"{seconds:.2f} s",
        f"{memory:.0f} MiB",
        report["status"] if isinstance(report["status"], str) else json.dumps(report["status"]),
        f"{report['gap_before_rounding']:.1e}",
        report["min_chance"],
        str(report["panels"]),
        f"{sum(not value['central'] for value in report['values'])} of {len(report['values'])}",
    ]
    print("| " + " | ".join(shown) + " |", flush=True)


def other(name, command, times=3):
    """A line for another command than `lottery`."""
    runs = [timed([PROGRAM, *command], subprocess.DEVNULL) for _ in range(times)]
    seconds, memory = min(runs)
    print(f"| {name} | `geloot {command[0]}` | {seconds:.2f} s | {memory:.0f} MiB |", flush=True)


def with_addresses(source, target):
    """The same people, of whom every fifth shares an address with the one before or after them in the file."""
    with open(source, newline="") as file:
        rows = list(csv.reader(file))
    for number, row in enumerate(rows):
        row.append("adres" if number == 0 else f"Straat {number // 10 if number % 10 < 2 else f'{number} a'}")
    with open(target, "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def made(folder, *what):
    """Files of a pool that is too large to ship."""
    subprocess.run([MAKER, *what, folder], check=True, stdout=subprocess.DEVNULL)
    return pathlib.Path(folder) / "pool.csv", pathlib.Path(folder) / "quotas.csv"


def compare(folder):
    files = SHIPPED / "klimaatberaad/pool.csv", SHIPPED / "klimaatberaad/quotas.csv"
    other("compare, four objectives on klimaatberaad", ["compare", "--pool", files[0], "--quotas", files[1], "--seats", "175"])


def household(folder):
    pool = pathlib.Path(folder) / "pool.csv"
    with_addresses(SHIPPED / "klimaatberaad/pool.csv", pool)
    line("klimaatberaad --household", pool, SHIPPED / "klimaatberaad/quotas.csv", 175, ["--household", "adres"])


def mixed(folder):
    line("5,000 people, 8 features, hardly two alike", *made(folder, "mixed"), 250, [])


def million(folder):
    line("a million rows", *made(folder, "million"), 500, [], times=1)


def letters(people, seats):
    def lines(folder):
        pool, quotas = made(folder, "letters", str(people), str(seats))
        name = f"{people:,} people, {seats:,} letters, one per address"
        other(name, ["check", "--pool", pool, "--quotas", quotas, "--seats", seats, *ADDRESS])
        line(name, pool, quotas, seats, ADDRESS, times=1)

    return lines


def forecast(folder):
    rates = pathlib.Path(folder) / "rates.csv"
    rates.write_text("people,stay,confirm\n5000,0.9,0.8\n5000,0.8,0.7\n")
    asked = ["--chairs", "6000", "--reserves", "500", "--rates", rates]
    other("forecast, two groups of 5,000", ["forecast", *asked])


OTHERS = {
    "compare": compare,
    "household": household,
    "mixed": mixed,
    "million": million,
    "letters-20": letters(20_000, 1_000),
    "letters-200": letters(200_000, 10_000),
    "forecast": forecast,
}


def main():
    wanted = sys.argv[1:]
    print("| instance | people / seats / profiles | CPU time | memory | status | gap | smallest chance | panels | values not central |")
    print("|---|---|---|---|---|---|---|---|---|")
    for instance in INSTANCES:
        if not wanted or instance[0] in wanted:
            line(*instance)
    for name, lines in OTHERS.items():
        if not wanted or name in wanted:
            with tempfile.TemporaryDirectory() as folder:
                lines(folder)


main()

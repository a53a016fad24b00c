#!/usr/bin/env python3
"""The numbers of the README: whole process, release build, files read and written.

    cargo build --release && python3 benches/numbers.py [--million] [NAME ...]

Runs `geloot lottery` on each instance three times, one after another, and prints the quickest run's
CPU seconds, its memory, and what it reports. Instances outside the project (`../shared/data`) are left out,
and said to be, when they are not there. With --million a pool of 1,000,000 rows is made first.
"""

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


def run(pool, quotas, seats, more):
    """CPU seconds, mebibytes and the report of one run."""
    with tempfile.TemporaryDirectory() as folder:
        command = [PROGRAM, "lottery", "--json", "--quiet", "--pool", pool, "--quotas", quotas]
        command += ["--seats", str(seats), "--out", f"{folder}/out", *more]
        with open(f"{folder}/report", "w+") as report:
            process = subprocess.Popen([str(c) for c in command], stdout=report)
            _, status, usage = os.wait4(process.pid, 0)
            seconds = usage.ru_utime + usage.ru_stime
            if os.waitstatus_to_exitcode(status) != 0:
                sys.exit(f"{pool}: exit code {os.waitstatus_to_exitcode(status)}")
            report.seek(0)
            return seconds, usage.ru_maxrss / 1024, json.load(report)


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


def main():
    wanted = [a for a in sys.argv[1:] if not a.startswith("--")]
    print("| instance | people / seats / profiles | CPU time | memory | status | gap | smallest chance | panels | values not central |")
    print("|---|---|---|---|---|---|---|---|---|")
    for instance in INSTANCES:
        if not wanted or instance[0] in wanted:
            line(*instance)
    if "--million" in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            make = ["cargo", "run", "-q", "--release", "--example", "make_fixtures", "--", "million", folder]
            subprocess.run(make, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
            files = pathlib.Path(folder)
            line("million", files / "pool.csv", files / "quotas.csv", 500, [], times=1)


main()

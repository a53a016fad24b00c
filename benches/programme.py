#!/usr/bin/env python3
"""Time and memory of `geloot programme` after ten years, and at the size of a country. Prints a table.

    cargo build --release && python3 benches/programme.py [ten-years] [national]

`ten-years`: 20 draws of 24 seats and 20 of 300 letters among 20,000 people. `national`: 5,000,000 letters in the ledger, to
people of a register of 6,000,000, letters to another 250,000 of them, and 500 volunteers for a body. Files lie in a temporary folder of some gigabytes.
"""

import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
GELOOT = os.environ.get("GELOOT", str(ROOT / "target/release/geloot"))
RULES = """name = "Proef"
reports = ["kern"]
letters = { again-after = "48 months" }
cool-off = { served = "36 months" }
[[frame]]
name = "inwoners"
kind = "register"
[[body]]
name = "Raad"
seats = 24
from = "inwoners"
"""


def run(*arguments):
    """Runs the program: seconds of CPU and of the clock, and megabytes of 1,000,000 bytes."""
    start = time.monotonic()
    child = subprocess.Popen([GELOOT, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{arguments}: {said.decode()}")
    return used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss * 1024 / 1e6


def show(what, used):
    cpu, clock, memory = used
    print(f"| {what} | {cpu:.2f} s | {clock:.2f} s | {memory:.0f} MB |", flush=True)


def register(path, people, first=0):
    with open(path, "w") as file:
        file.write("id,kern\n")
        file.writelines(f"p{i:07d},k{i % 11}\n" for i in range(first, first + people))


def lottery(place, folder, seats, quotas, seed, tickets):
    run("lottery", "--quiet", "--pool", folder / "pool.csv", *quotas, "--seats", seats, "--key", place / "P/sealed/key.txt",
        "--charter", folder / "charter.toml", "--tickets", tickets, "--out", folder / "lottery",
        *[part for name in ("exclude", "include") if (folder / f"{name}.csv").exists()
          for part in (f"--{name}", folder / f"{name}.csv")])
    run("draw", "--quiet", folder / "lottery", "--seed", seed)


def ten_years(place):
    (place / "rules.toml").write_text(RULES)
    p = place / "P"
    run("programme", "new", place / "rules.toml", "--out", p, "--date", "2027-01-01")
    register(place / "register.csv", 20_000)
    quotas = place / "quotas.csv"
    quotas.write_text("feature,value,min,max\n" + "".join(f"kern,k{i},1,4\n" for i in range(11)))
    records, used = [], {}
    chance = random.Random(1)
    for n in range(20):
        date = f"{2027 + n // 2}-0{3 + 4 * (n % 2)}-01"
        letters, body = place / f"letters{n}", place / f"body{n}"
        used["due --letters"] = run("programme", "due", p, "--letters", 300, "--register", place / "register.csv",
                                    "--date", date, "--out", letters, "--by", "kern")
        lottery(place, letters, 300, ["--quotas", letters / "quotas.csv"], f"brief {n}", 1_000_000)
        used["add --record (letters)"] = run("programme", "add", p, "--record", letters / "lottery", "--letters",
                                             letters / "frame.csv", "--date", date)
        answered = place / f"volunteers{n}.csv"
        ids = sorted(chance.sample(range(20_000), 200))
        answered.write_text("id,kern\n" + "".join(f"p{i:07d},k{i % 11}\n" for i in ids))
        used["due --body"] = run("programme", "due", p, "--body", "Raad", "--register", answered, "--date", date, "--out", body)
        lottery(place, body, 24, ["--quotas", quotas], f"raad {n}", 1000)
        used["add --record (body)"] = run("programme", "add", p, "--record", body / "lottery", "--body", "Raad", "--date", date)
        records += [letters / "lottery", body / "lottery"]
    for what, own in used.items():
        show(f"ten years: {what}", own)
    show("ten years: verify --sealed, 40 records",
         run("programme", "verify", p, "--sealed", *[part for record in records for part in ("--record", record)]))
    show("ten years: report --html", run("programme", "report", p, "--date", "2037-01-01", "--html", place / "report.html"))


def national(place):
    (place / "rules.toml").write_text(RULES)
    p = place / "P"
    run("programme", "new", place / "rules.toml", "--out", p, "--date", "2027-01-01")
    chance = random.Random(2)
    for n in range(20):
        date = f"{2027 + n // 2}-0{3 + 4 * (n % 2)}-01"
        with open(place / "letters.csv", "w") as file:
            file.write("id,date,event\n")
            file.writelines(f"p{i:07d},{date},letter\n" for i in chance.sample(range(6_000_000), 250_000))
        own = run("programme", "add", p, "--events", place / "letters.csv", "--date", date)
    show("national: add of the last 250,000 letters", own)
    register(place / "register.csv", 6_000_000)
    asked = ["programme", "due", p, "--letters", 250_000, "--register", place / "register.csv", "--by", "kern", "--date"]
    show("national: due --letters, a register of 6,000,000", run(*asked, "2037-01-01", "--out", place / "first"))
    # As after these letters: half a million people left, as many came.
    (place / "first/frame.csv").rename(p / "sealed/frame.csv")
    register(place / "register.csv", 6_000_000, 500_000)
    show("national: due --letters half a year later", run(*asked, "2037-07-01", "--out", place / "second"))
    register(place / "volunteers.csv", 500, 3_000_000)
    show("national: due --body, 500 volunteers, 5,000,000 letters",
         run("programme", "due", p, "--body", "Raad", "--register", place / "volunteers.csv", "--date", "2037-01-01",
             "--out", place / "due"))
    (p / "sealed/frame.csv").unlink()
    show("national: verify --sealed", run("programme", "verify", p, "--sealed"))
    show("national: report --html", run("programme", "report", p, "--date", "2037-01-01", "--html", place / "report.html"))


if __name__ == "__main__":
    wanted = sys.argv[1:] or ["ten-years", "national"]
    print("| what | CPU | clock | memory |\n|---|---|---|---|")
    for name, measure in {"ten-years": ten_years, "national": national}.items():
        if name in wanted:
            with tempfile.TemporaryDirectory() as folder:
                measure(pathlib.Path(folder))

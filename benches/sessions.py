"""The table of seat plans in the README: `cargo build --release && python3 benches/sessions.py [geloot]`.

Whole processes, which use one core: seconds of processor time, the quicker of two runs. Every figure is the
program's own (`--json`), recomputed by `geloot sessions check`.
"""
import json, os, resource, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GELOOT = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "target/release/geloot")
FIXTURES = os.path.join(HERE, "fixtures/sessions")
SHARED = os.path.join(HERE, "../shared/data/tables/people_100.csv")
WORK = tempfile.mkdtemp()


def people(count, source="zeeland-300", after=0):
    """So many people of a list, after the first few."""
    path = os.path.join(WORK, f"people-{count}-{after}.csv")
    with open(os.path.join(FIXTURES, source, "people.csv")) as rows, open(path, "w") as out:
        out.writelines(row for number, row in enumerate(rows) if number == 0 or after < number <= after + count)
    return path


def run(args, runs=2):
    """Seconds of the quickest run, its answer and its folder."""
    best = None
    for _ in range(runs):
        out = tempfile.mktemp(dir=WORK)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([GELOOT, "sessions", *args, "--out", out, "--json", "--quiet"], capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        if done.returncode:
            sys.exit(f"{args}: {done.stderr.decode()}")
        if best is None or seconds < best[0]:
            best = (seconds, json.loads(done.stdout), out)
    return best


def above(answer):
    return max([spread["above_least"] for spread in answer["spread"].values()] or [0])


def line(name, args, runs=2):
    seconds, answer, out = run([*args, "--seed", "notary 3 7 1"], runs)
    free = sum(1 for one in answer["rounds"] if one["repeats"] == 0)
    wishes = ", ".join(f"{one['price']:,} of {one['least_possible']:,}" for one in answer["preferences"])
    cells = [
        name,
        f"{answer['distinct_pairs']:,} of {answer['distinct_pairs_bound']:,}",
        f"{answer['repeats']:,} of {answer['repeats_least_possible']:,}",
        f"{free} of {len(answer['rounds'])}",
        f"{above(answer)}",
        wishes or "-",
        f"{len(answer['broken_rules'])}",
        f"{seconds:.1f} s",
    ]
    print("| " + " | ".join(cells) + " |", flush=True)
    return out


def main():
    small, some = "gender,age,education", "gender,age,education,origin"
    every = some + ",municipality"
    print("| case | pairs, bound | repeats, least | rounds without | spread above least | steps, least | broken | time |")
    print("|---|---|---|---|---|---|---|---|")
    p48, p300 = os.path.join(FIXTURES, "dialogue-48/people.csv"), os.path.join(FIXTURES, "zeeland-300/people.csv")
    rounds = lambda tables, count, mix: ["--tables", str(tables), "--rounds", str(count), *(["--mix", mix] if mix else [])]
    line("48 in 8s, 3 rounds, 4 features", ["--people", p48, *rounds(6, 3, some)])
    line("40 in 8s, 2 rounds, 3 features", ["--people", people(40), *rounds(5, 2, small)])
    line("64 in 8s, 9 rounds, 3 features", ["--people", people(64), *rounds(8, 9, small)])
    line("49 in 7s, 8 rounds, 3 features", ["--people", people(49), *rounds(7, 8, small)])
    line("32 in 4s, 10 rounds", ["--people", people(32), *rounds(8, 10, "")])
    line("32 in 4s, 10 rounds, `--effort 100`", ["--people", people(32), *rounds(8, 10, ""), "--effort", "100"], 1)
    for name, people_there, tables, times in [("30 in 5s", 30, 6, 6), ("60 in 6s", 60, 10, 8)]:
        shape = ["--people", people(people_there), *rounds(tables, times, small)]
        line(f"{name}, {times} rounds, 3 features", shape)
        line(f"{name}, {times} rounds, meetings first", [*shape, "--first", "meetings"])
    line("24 in 8s, 30 rounds, 3 features", ["--people", people(24), *rounds(3, 30, small)])
    plan = line("300 in 8s, 3 rounds, 5 features", ["--people", p300, *rounds(38, 3, every)])
    g1000 = [os.path.join(FIXTURES, "g1000-598", name) for name in ("people.csv", "plan.toml")]
    line("G1000: 598 at 60 tables, 6 rounds, roles", ["--people", g1000[0], "--plan", g1000[1]])
    zeeland = ["--plan", os.path.join(FIXTURES, "zeeland-300/plan.toml")]
    line("Zeeland: 300, 19 topics, preferences first", zeeland)
    line("the same, balance first", [*zeeland, "--first", "balance"])
    line("60 people, every kind of rule", ["--plan", os.path.join(FIXTURES, "zorg/plan.toml")])
    if os.path.exists(SHARED):
        line("people_100, 10 tables, 4 rounds, 5 features", ["--people", SHARED, *rounds(10, 4, "gender,age,region,nation,media")])
    # One of the 30 who stay away on the day; and all 30 at once.
    with open(os.path.join(plan, "seatplan.csv")) as rows:
        codes = [row.split(",")[2] for row in rows if row.startswith("2,")]
    for away in (codes[::10][:1], codes[::10]):
        for more in ([], ["--move-at-most", "20"]):
            seconds, answer, _ = run(["reseat", plan, "--round", "2", "--absent", ",".join(away), *more])
            print(f"reseat {len(away)} absent of 300 {' '.join(more)}: {seconds:.2f} s, {len(answer['moved'])} moved, "
                  f"{answer['repeats']} repeats, spread at most {above(answer)} above least")
    lists = {"dialogue-48": p48, **{f"zeeland-300, rows {after + 2} to {after + 49}": people(48, after=after)
                                    for after in range(0, 240, 60)}}
    for name, path in lists.items():
        seeds = [run(["--people", path, *rounds(6, 3, some), "--seed", f"seed {n}"], 1) for n in range(20)]
        pairs = [answer["distinct_pairs"] for _, answer, _ in seeds]
        plans = {open(os.path.join(out, "seatplan.csv")).read() for _, _, out in seeds}
        spreads = sorted(above(answer) for _, answer, _ in seeds)
        print(f"48 in 8s of {name}, 20 seeds: pairs {min(pairs)} to {max(pairs)}, {len(plans)} different plans, "
              f"spread above least {spreads[0]} to {spreads[-1]}, at most {max(one[0] for one in seeds):.1f} s", flush=True)


main()

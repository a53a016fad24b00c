#!/usr/bin/env python3
"""How `geloot check` and `geloot lottery` end on 40 pools with exact quotas, and after how long.

    cargo build --release && cargo run --release --example make_fixtures -- hard DIR
    python3 benches/hard_quotas.py DIR [check|lottery] [NAME ...]

Prints for each pool the seconds of processor time of the whole process and what was found. With `cp-sat` instead of a
command it asks CP-SAT, one worker, 60 seconds at most (`pip install ortools`), for comparison only: the seconds of the
solver alone, and of the whole process that imports it. `numbers.py` beside this file asks all three, and writes the table
of docs/numbers.md. `cargo bench --bench hard -- DIR` says how much of the time of `check` goes into the first panel.
"""

import csv
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE.parent / "target/release/geloot"


def of_children():
    """Seconds of processor time of all processes that were waited for."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def ask_geloot(command, folder):
    """CPU seconds and the answer in a few words."""
    seats = (folder / "seats.txt").read_text().strip()
    words = [PROGRAM, "--json", command, "--pool", folder / "pool.csv", "--quotas", folder / "quotas.csv", "--seats", seats]
    with tempfile.TemporaryDirectory() as out:
        if command == "lottery":
            words += ["--out", pathlib.Path(out) / "lottery"]
        before = of_children()
        run = subprocess.run(words, capture_output=True, text=True)
        seconds = of_children() - before
    try:
        answer = json.loads(run.stdout)
    except json.JSONDecodeError:
        answer = {}
    return seconds, run.returncode, answer


def in_words(seconds, code, answer):
    """How it ended."""
    few = answer.get("few_panels") or (answer.get("prospects") or {}).get("few_panels")
    panels = "" if not few else f", only {few['found']}" if few["all"] else f", {few['found']} known"
    if code == 0:
        end = f"{answer['panels']} panels, {answer['status']}" if "panels" in answer else "a panel"
    elif answer.get("feasible") is False or (answer.get("error") or {}).get("code") == "L-01":
        end, panels = "none, proved", ""
    else:
        end, panels = "not decided, and what comes nearest", ""
    return f"{seconds:.2f} s, {end}{panels}"


def ask_cp_sat(folder):
    """The same of CP-SAT, in a process of its own, in words."""
    before = of_children()
    run = subprocess.run([sys.executable, __file__, folder, "cp-sat-alone"], capture_output=True, text=True)
    return f"{run.stdout.strip()}; whole process {of_children() - before:.2f} s"


def cp_sat(folder):
    """Seconds of processor time of the solver alone, and the answer."""
    # numbers.py next to this file would be taken for a module of Python's own.
    sys.path[:] = [path for path in sys.path if pathlib.Path(path).resolve() != HERE]
    from ortools.sat.python import cp_model

    people = list(csv.DictReader((folder / "pool.csv").open()))
    model = cp_model.CpModel()
    seat = [model.new_bool_var("") for _ in people]
    for quota in csv.DictReader((folder / "quotas.csv").open()):
        has = [s for s, person in zip(seat, people) if person[quota["feature"]] == quota["value"]]
        model.add_linear_constraint(sum(has), int(quota["min"]), int(quota["max"]))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = 60
    before = time.process_time()
    status = solver.solve(model)
    ends = {"OPTIMAL": "a panel", "FEASIBLE": "a panel", "INFEASIBLE": "none, proved"}
    return f"{time.process_time() - before:.2f} s, {ends.get(solver.status_name(status), 'not decided')}"


def main():
    folder, how, *names = pathlib.Path(sys.argv[1]), *sys.argv[2:]
    if how == "cp-sat-alone":
        return print(cp_sat(folder))
    for name in names or sorted(path.name for path in folder.iterdir()):
        if how == "cp-sat":
            print(f"{name:10} {ask_cp_sat(folder / name)}", flush=True)
        else:
            print(f"{name:10} {in_words(*ask_geloot(how, folder / name))}", flush=True)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""How `geloot check` and `geloot lottery` end on 40 pools with exact quotas, and after how long.

    cargo build --release && cargo run --release --example make_fixtures -- hard DIR
    python3 benches/hard_quotas.py DIR [check|lottery] [NAME ...]

Prints for each pool the CPU seconds and what was found. With `cp-sat` instead of a command it asks
CP-SAT, one worker, 60 seconds at most (`pip install ortools`), for comparison only.
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


def ask_geloot(command, folder):
    """CPU seconds and the answer in a few words."""
    seats = (folder / "seats.txt").read_text().strip()
    words = [PROGRAM, "--json", command, "--pool", folder / "pool.csv", "--quotas", folder / "quotas.csv", "--seats", seats]
    with tempfile.TemporaryDirectory() as out:
        if command == "lottery":
            words += ["--out", pathlib.Path(out) / "lottery"]
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        run = subprocess.run(words, capture_output=True, text=True)
        seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    try:
        answer = json.loads(run.stdout)
    except json.JSONDecodeError:
        answer = {}
    prospects = answer.get("prospects") or {}
    few = answer.get("few_panels") or prospects.get("few_panels")
    told = {key: answer[key] for key in ("feasible", "status", "panels", "error", "nearest") if answer.get(key) is not None}
    return seconds, f"exit {run.returncode} {json.dumps(told)[:150]} few {few}"


def ask_cp_sat(folder):
    """The same of CP-SAT."""
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
    return time.process_time() - before, solver.status_name(status)


def main():
    folder, how, *names = pathlib.Path(sys.argv[1]), *sys.argv[2:]
    for name in names or sorted(path.name for path in folder.iterdir()):
        seconds, said = ask_cp_sat(folder / name) if how == "cp-sat" else ask_geloot(how, folder / name)
        print(f"{name:10} {seconds:7.2f} s  {said}", flush=True)


if __name__ == "__main__":
    main()

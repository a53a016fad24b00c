"""How long the invitation lottery takes on a register of a country, and how much memory.

    cargo build --release && python3 benches/invite.py [ROWS]

Makes up ROWS people (18,000,000 if not given; about 1.4 GB in the folder for temporary files), each with a village of 342, a date
of birth, an address that 2.1 people share. Then the three acts, each with its CPU seconds and the most memory that it held, as
the operating system counts them. Nobody in it exists."""

import pathlib
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "target" / "release" / "geloot"

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


def run(*command):
    """CPU seconds and megabytes of one command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen([PROGRAM, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        try:
            status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
            peak = max([peak, *(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))])
        except OSError:
            pass
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            pass
    assert process.returncode == 0, command
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{' '.join(str(part) for part in command[:2]):<16}{seconds:8.1f} s{peak / 1000:8.0f} MB", flush=True)


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 18_000_000
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        with open(place / "register.csv", "wb") as register:
            subprocess.run(["awk", "-v", f"rows={rows}", "-f", ROOT / "examples" / "register.awk"], stdout=register, check=True)
        (place / "strata.csv").write_text("gemeente\n" + "".join(f"GM{n:04}\n" for n in range(342)))
        (place / "secret.key").write_text("5a" * 32 + "\n")
        for homes in ("any", "one-letter"):
            charter = place / f"{homes}.toml"
            charter.write_text(CHARTER.format(letters=max(342, rows * 70_000 // 18_000_000 // 2), homes=homes))
            files = ["--charter", charter, "--strata", place / "strata.csv", "--key", place / "secret.key"]
            print(f"{rows:,} rows, homes = {homes}")
            run("invite", "frame", "--register", place / "register.csv", *files, "--out", place / homes)
            run("invite", "draw", place / homes, "--seed", "appel peer banaan")


if __name__ == "__main__":
    main()

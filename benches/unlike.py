"""Pools of people of whom hardly two are alike, for `numbers.py`: nobody in them exists.

    python3 benches/unlike.py PEOPLE SEATS VALUES ASKEW DIR

writes pool.csv and quotas.csv, with a feature for each number in VALUES (`2,5,6`: so many values). Quotas are the share of the pool
and a tenth either way; ASKEW is the part by which these shares differ from the pool's at most. The same words give the same bytes.
"""

import hashlib
import pathlib
import sys


class Numbers:
    """A stream of whole numbers that a new version of Python cannot change."""

    def __init__(self, label):
        self.label, self.drawn = label, 0

    def below(self, n):
        self.drawn += 1
        word = hashlib.sha256(f"{self.label}/{self.drawn}".encode()).digest()[:16]
        return int.from_bytes(word, "big") * n >> 128


def make(folder, people, seats, values, askew):
    """Writes the two files and returns their paths; `askew` in thousandths."""
    folder = pathlib.Path(folder)
    numbers = Numbers(f"unlike/{people}/{seats}/{values}/{askew}")
    weights = [[40 + numbers.below(100) for _ in range(many)] for many in values]
    met = [[0] * many for many in values]
    lines = [",".join(["id", *(f"kenmerk {f}" for f in range(1, len(values) + 1))])]
    for person in range(1, people + 1):
        cells = [f"{person:05}"]
        for weight, count in zip(weights, met):
            left, value = numbers.below(sum(weight)), 0
            while left >= weight[value]:
                left -= weight[value]
                value += 1
            count[value] += 1
            cells.append(f"w{value}")
        lines.append(",".join(cells))
    quotas = ["feature,value,min,max"]
    for f, count in enumerate(met, 1):
        parts = [many * (1_000_000 + askew * (numbers.below(2_001) - 1_000)) for many in count]
        for value, part in enumerate(parts):
            # Seats times 9 / 10, rounded down, and times 11 / 10, rounded up.
            least, most = 9 * seats * part // (10 * sum(parts)), -(-11 * seats * part // (10 * sum(parts)))
            quotas.append(f"kenmerk {f},w{value},{least},{most}")
    for name, text in [("pool.csv", lines), ("quotas.csv", quotas)]:
        (folder / name).write_text("\n".join(text) + "\n")
    return folder / "pool.csv", folder / "quotas.csv"


if __name__ == "__main__":
    people, seats, values, askew, folder = sys.argv[1:]
    make(folder, int(people), int(seats), [int(many) for many in values.split(",")], int(float(askew) * 1000))

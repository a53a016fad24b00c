"""The vectors of src/invite/SPEC.md by the means of Python alone, from the words of that text: python3 vectors.py

Ends with 0 if all of them come out. Nothing here is of the program or of its verifier."""

import hashlib
import re

SECRET, LETTERS, HOMES, ORDER = ("0" * 64, "1" * 64, "2" * 64, "3" * 64)
REGISTER = [
    ("0042", 1, "1234AB", "12", "A"),
    ("0007", 1, "1234 ab", "12", "-a"),
    ("0100", 1, "1234AB", "14", ""),
    ("0101", 2, "", "", ""),
    ("0102", 1, "1234AC", "1", ""),
]
PEOPLE = {
    "0042": ("0e03f668ea515dd0ebf589d6c956749a", "887e2227752b4948e04e5945b6ec3910", "caba0b0d6a6ddfbb"),
    "0007": ("6f5ec2bc9151a74163e1526a8314f37e", "887e2227752b4948e04e5945b6ec3910", "196e55e1b56a26af"),
    "0100": ("ac80e3a41991daf4a705786098f6f1af", "77fcc7f2700489db5604abbdee64c027", "63921c365216da58"),
    "0101": ("5f5be208455f82d298e1b675aa20d77f", "5f5be208455f82d298e1b675aa20d77f", "32b44f3651ecb165"),
    "0102": ("30756a27a54f3f8d144b65bd1ebd6a5c", "816199a28bae72fe039e5b49905b305f", "8468a687d201923b"),
}


WEIGHTS = {"0042": 1, "0007": 3, "0100": 2, "0101": 5, "0102": 4}


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


def is_drawn(r, places, people, start):
    """Whether place r of a circle of so many people is drawn."""
    return (r * places + start) % people < places


def hit(before, weight, places, start, whole):
    """The same of somebody with a weight: whether one of the marks lies in their part of the circle."""
    return (places * before - start - 1) // whole != (places * (before + weight) - start - 1) // whole


def main():
    frame = {}
    for key, stratum, *cells in REGISTER:
        person = sha(f"{SECRET}p/{key}")[:32]
        postcode, number, addition = (re.sub("[^0-9A-Za-z]", "", cell).upper() for cell in cells)
        address = f"{postcode}|{number}|{addition}"
        home = sha(f"{SECRET}h/{stratum}/{address}")[:32] if postcode and number else person
        frame[key] = (person, home, stratum)
        assert (person, home) == PEOPLE[key][:2], key
        assert sha(LETTERS + person).startswith(PEOPLE[key][2]), key
    assert sha(f"{SECRET}h/1/0363010000758545")[:32] == "00dc462b02fcfe8c03f214c57e4af2cc"
    leaves = {p: sha(f"geloot/1/frame-row|{p}|{h}|{s}") for p, h, s in frame.values()}
    assert leaves[PEOPLE["0042"][0]] == "dcc8941c311921f871a81105527c52822f8c43efaae0ddd385ab39ca7bdc16a4"
    text = "bucket,people,digest\n"
    for bucket in sorted({person[:3] for person in leaves}):
        rows = [leaves[person] for person in sorted(leaves) if person.startswith(bucket)]
        text += f"{bucket},{len(rows)},{sha(''.join(rows))}\n"
    assert text.splitlines()[1].endswith("16818e4051d8dee0576b6296eceb1c67de55060c5095069318d0caba384c4166")
    assert sha(text) == "9e6f15cb69be0725925f90847f4dc92ec0e534ebaaf3d27da4f00fe46dbf199c"
    first = [key for key, (_, _, stratum) in frame.items() if stratum == 1]
    assert sorted(first, key=lambda key: sha(LETTERS + frame[key][0])) == ["0007", "0100", "0102", "0042"]
    circle = sorted(first, key=lambda key: (sha(HOMES + frame[key][1]), frame[key][1], frame[key][0]))
    assert circle == ["0042", "0007", "0100", "0102"], circle
    for start, due in enumerate([{"0100", "0042"}, {"0100", "0042"}, {"0007", "0102"}, {"0007", "0102"}]):
        assert {key for r, key in enumerate(circle) if is_drawn(r, 2, 4, start)} == due, start
    weighed(frame)
    enumerated()
    print("all vectors come out")


def weighed(frame):
    """The same people with weights: the frame, and who is drawn from each start."""
    rows = {p: sha(f"geloot/1/frame-row|{p}|{h}|{s}|{WEIGHTS[key]}") for key, (p, h, s) in frame.items()}
    assert rows[PEOPLE["0042"][0]] == "0cd69743b7c76f55bd5ce7dff70982cbf5943fa638ce9a44767a4d0e15203b51"
    text = "bucket,people,digest\n" + "".join(f"{p[:3]},1,{sha(rows[p])}\n" for p in sorted(rows))
    assert sha(text) == "9f2917de63d85eea963048df0f1b7ad97fe114a81fa467d3d959b1c376e9a480"
    for homes, due in [
        (True, ["0100 0042"] * 2 + ["0007 0102"] * 6 + ["0100 0102"] * 2),
        (False, ["0100 0042"] * 2 + ["0100 0102"] * 2 + ["0007 0102"] * 6),
    ]:
        stands = {key: home if homes else person for key, (person, home, stratum) in frame.items() if stratum == 1}
        circle = sorted(stands, key=lambda key: (sha(HOMES + stands[key]), stands[key], frame[key][0]))
        for start in range(10):
            before, drawn = 0, []
            for key in circle:
                drawn += [key] if hit(before, WEIGHTS[key], 2, start, 10) else []
                before += WEIGHTS[key]
            assert " ".join(sorted(drawn, key=lambda key: sha(ORDER + frame[key][0]))) == due[start], (homes, start)


def enumerated():
    """Of every circle of up to 24 people, every list and every start: each person is drawn as often as all others, and with
    weights as often as theirs says; place 0 belongs to starts below the length of the list."""
    for people in range(1, 25):
        for places in range(1, people + 1):
            times = [0] * people
            for start in range(people):
                drawn = [r for r in range(people) if is_drawn(r, places, people, start)]
                assert len(drawn) == places and (0 in drawn) == (start < places)
                for r in drawn:
                    times[r] += 1
            assert times == [places] * people
    for weights in ([3, 1, 4, 1, 5], [1, 1, 2, 8, 3, 9], [7, 7, 7], [1] * 12):
        whole = sum(weights)
        for places in range(1, whole // max(weights) + 1):
            times = [0] * len(weights)
            for start in range(whole):
                before, count = 0, 0
                for i, weight in enumerate(weights):
                    drawn = hit(before, weight, places, start, whole)
                    times[i] += drawn
                    count += drawn
                    before += weight
                assert count == places, (weights, places, start)
            assert times == [places * weight for weight in weights], (weights, places)


if __name__ == "__main__":
    main()

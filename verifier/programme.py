#!/usr/bin/env python3
"""Check the public part of a programme of assemblies that is kept with geloot: a second opinion.

    python3 -I programme.py FOLDER [--head LINE]... [--record FOLDER]... [--json]

FOLDER is the folder of a programme, or its folder `public`. LINE is a line as you noted it once; a record is the folder of a
lottery, or its folder `public`. The program reads files, writes none, and needs no network. It prints one line for each claim:
PASS, FAIL, or NOT CHECKED with what is missing. It ends with 0 if no claim failed, 1 if one did, and 2 if the command cannot be
understood or a folder has no record.

It was written from `src/programme/FILES.md` and `src/bundle/FILES.md`, shares nothing with the program that keeps the ledger,
and needs Python 3.11 or later and nothing besides. It checks P1 to P7, which is all that the public part can show; P8 to P12
take the sealed part. Whether a record is itself true is for `verify.py`.
"""

import sys

# A file beside this one that has the name of a module of Python must not be taken for it. (The flag -I does the same.)
if __name__ == "__main__" and not getattr(sys.flags, "safe_path", False):
    del sys.path[0]

import argparse
import collections
import csv
import datetime
import hashlib
import hmac
import io
import json
import pathlib
import re
import struct
import tomllib
import unicodedata

KINDS = ["rules", "letters", "panel", "roster", "served", "term", "carry", "links", "erasure"]
LISTS = ["burden.csv", "chances.csv", "counts.csv", "programme.toml", "seed.txt"]
GROUNDS = ["cool-off", "do-not-ask", "limit", "other seat", "not of the frame", "no consent"]
EVENTS = """pool drawn reserve excluded stays called confirmed declined withdrew no-show corrected letter joined yes no
    served paid term left carried consent do-not-ask gone barred link""".split()
LINE = "geloot-ledger-1:"


class Fails(Exception):
    """The claim is false, or a file that it needs does not have its form."""


class NotChecked(Exception):
    """What the claim needs is not there."""


def require(holds, otherwise):
    if not holds:
        raise Fails(otherwise)


# ==== Digests and forms ==============================================================================


def sha(data):
    return hashlib.sha256(data).hexdigest()


def tagged(tag, *parts):
    digest = hashlib.sha256(tag.encode() + b"\0")
    for part in parts:
        digest.update(struct.pack("<Q", len(part)) + part)
    return digest.hexdigest()


def is_digest(text):
    return isinstance(text, str) and re.fullmatch("[0-9a-f]{64}", text) is not None


def table(data, heading, name):
    """The rows of a table below its heading, in the one form in which it is written."""
    require(data is not None, f"{name} is missing")
    csv.field_size_limit(len(data) + 1)
    try:
        rows = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise Fails(f"{name} is no table") from None
    require(rows and rows[0] == heading, f"{name} has another heading")
    require(all(len(row) == len(heading) for row in rows), f"{name} has a row of another length")
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows(rows)
    require(written.getvalue().encode() == data, f"{name} is written in another form")
    return rows[1:]


def whole(text, name, most=2**64):
    """A number of a table, in its one form and below `most`."""
    is_number = len(text) < 40 and re.fullmatch("0|[1-9][0-9]*", text, re.ASCII)
    require(is_number and int(text) < most, f"{name}: {text[:40]!r} is no whole number")
    return int(text)


def json_of(data, name):
    """What a JSON file says."""
    require(data is not None, f"{name} is missing")
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise Fails(f"{name} is no JSON") from None


def facts(data, name, kinds):
    """A JSON file in the one form in which it is written, with these fields, each of its kind."""
    read = json_of(data, name)
    written = json.dumps(read, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    require(isinstance(read, dict) and written.encode("utf-8", "replace") == data, f"{name} is written in another form")
    require(set(read) == set(kinds), f"{name} has other fields")
    others = sorted(field for field, value in read.items() if not kinds[field](value))
    require(not others, f"{name} has values of another kind than {others} can have")
    return read


def is_whole(value, most=2**32):
    """Whether something read from JSON or TOML is a whole number from 0 to below `most`."""
    return type(value) is int and 0 <= value < most


def is_text(value):
    return isinstance(value, str)


def or_null(is_kind):
    return lambda value: value is None or is_kind(value)


# What a space is: the property White_Space of Unicode, written out, as Python's own rule has four control signs more.
SPACES = "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
UNSEEN = [
    (0x0, 0x1F), (0x7F, 0xA0), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160),
    (0x1680, 0x1680), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2000, 0x200F), (0x2028, 0x202F),
    (0x205F, 0x206F), (0x2800, 0x2800), (0x3000, 0x3000), (0x3164, 0x3164), (0xE000, 0xF8FF),
    (0xFDD0, 0xFDEF), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFD),
    (0xFFFE, 0xFFFF), (0x13430, 0x1345F), (0x16FE4, 0x16FE4), (0x1BCA0, 0x1BCA3), (0x1D159, 0x1D159),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF), (0xF0000, 0x10FFFF),
]  # fmt: skip
LIKE_PLAIN = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-") | dict.fromkeys("\u2018\u2019\u201b`\xb4", "'"))
LETTERS_OF_LINES = "abcdefghijklmnopqrstuvwxyzαβγδεζηθικλμνξοπρςστυφχψωабвгдежзийклмнопрстуфхцчшщъыьэюя"


def fold(text):
    """The key under which two spellings of a name are one: spaces, capitals, dashes and apostrophes aside."""
    words = (word.replace("\ufeff", "").replace("\u200b", "") for word in re.split(f"[{SPACES}]+", text))
    plain = unicodedata.normalize("NFC", " ".join(filter(None, words))).translate(LIKE_PLAIN)
    return "".join(sign.lower() for sign in plain)


def is_unseen(text):
    return any(first <= ord(sign) <= last for sign in text for first, last in UNSEEN)


def is_line(value):
    """Whether it is a text of 1 to 2,000 bytes with a letter, no space at its ends and nothing unseen."""
    if not is_text(value) or not 0 < len(value.encode("utf-8", "replace")) <= 2000 or " " in (value[0], value[-1]):
        return False
    return not is_unseen(value) and any(sign in LETTERS_OF_LINES for sign in value.lower())


def is_day(value):
    """Whether it is a day of the years 1900 to 2999, as `2027-03-01`."""
    if not is_text(value) or not re.fullmatch("(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}", value, re.ASCII):
        return False
    try:
        return bool(datetime.date.fromisoformat(value))
    except ValueError:
        return False


def is_record(value):
    """Whether it names a lottery: its commitment, its draw, and perhaps its list of events."""
    if not isinstance(value, dict) or sorted(value) != ["commitment", "draw", "roster"]:
        return False
    return is_digest(value["commitment"]) and is_digest(value["draw"]) and or_null(is_digest)(value["roster"])


ENTRY = {
    **dict.fromkeys(["root", "rules_file"], is_digest),
    "because": or_null(is_line),
    "date": is_day,
    "entry": is_whole,
    "kind": lambda value: is_text(value) and value in KINDS,
    "previous": or_null(is_digest),
    "program": is_text,
    "record": or_null(is_record),
    "rows": lambda value: is_whole(value, 2**64),
    "rules": is_whole,
    "title": is_line,
}

MOST_OF_CHARTER = 1_000_000  # bytes
DEEPEST = 16  # tables and arrays within one another
NOT_KEYS = re.compile(
    r"""
    "{3} (?:\\.|[^\\"]|"(?!""))*+ (?:"{3,5}|.*)  # a text of several lines: two more marks before its end are of it
    | '{3} (?:[^']|'(?!''))*+ (?:'{3,5}|.*)
    | "(?:\\[^\n]|[^\\"\n])*+ "?
    | '[^'\n]*+ '?
    | \#[^\n]*+
    """,
    re.DOTALL | re.VERBOSE,
)  # texts in quotation marks, which may be parts of keys, and comments; one without an end goes on to the end, so that each sign is read once


def toml_of(data, name):
    """A file in TOML 1.0 as far as programs read it alike, without keys of more parts than memory can hold."""
    try:
        text = data.decode("utf-8-sig")
        keys = re.split("[\n,=]", NOT_KEYS.sub("", text))
        require(all(key.count(".") <= 20 for key in keys), f"{name} has a key of too many parts")
        read = tomllib.loads(text)
    except (ValueError, RecursionError):
        raise Fails(f"{name} is not TOML 1.0 in UTF-8") from None
    require(all(is_common(value, DEEPEST) for value in read.values()), f"{name} cannot be read alike")
    return read


def is_common(value, left):
    """Whether a value nests no deeper than `left` levels and has no number beyond 64 bits."""
    if isinstance(value, (list, dict)):
        inside = value.values() if isinstance(value, dict) else value
        return left > 0 and all(is_common(value, left - 1) for value in inside)
    return type(value) is not int or -(2**63) <= value < 2**63


def manifest(data, name):
    """The files that a manifest lists: name to size and digest."""
    require(data is not None, f"{name} is missing")
    lines = data.decode(errors="replace").split("\n")
    require(lines[0] == "# geloot manifest, rules 1" and lines[-1] == "" and len(lines) % 2 == 0, f"{name}: form")
    listed = {}
    for size, entry in zip(lines[1:-1:2], lines[2:-1:2]):
        found = re.fullmatch("# size (0|[1-9][0-9]*)\n([0-9a-f]{64})  (.+)", size + "\n" + entry)
        require(found is not None and found[3] not in listed, f"{name}: {entry!r}")
        listed[found[3]] = (whole(found[1], name), found[2])
    require(list(listed) == sorted(listed, key=lambda own: own.encode("utf-8", "replace")), f"{name} is not in order")
    return listed


def sealed_of(folder, name):
    """A file of a folder's sealed part, or None."""
    path = pathlib.Path(folder) / "sealed" / name
    return path.read_bytes() if path.is_file() else None


def key_of(folder):
    """The key in a folder's sealed part, or None."""
    data = sealed_of(folder, "key.txt")
    found = None if data is None else re.fullmatch(r"([0-9a-f]{64})\n", data.decode(errors="replace"))
    return found and bytes.fromhex(found[1])


MOST_UNLISTED = 2**31  # bytes of files that no list beside them names, together
MOST_OTHER = 2**26  # bytes of a file that is read though the list beside it says another size


def sizes_in(folder, known):
    """The sizes that the list in a folder says; `known` has those of folders that were looked at before."""
    if folder not in known:
        path = folder / "manifest.txt"
        is_small = path.is_file() and path.stat().st_size <= MOST_OTHER
        text = path.read_bytes().decode(errors="replace") if is_small else ""
        lines = re.finditer("^# size ([0-9]{1,15})\n[0-9a-f]{64}  (.+)$", text, re.M)
        known[folder] = {line[2]: int(line[1]) for line in lines}
    return known[folder]


def files_of(folder):
    """The files of a folder's public part: path to bytes. What is no plain file is an empty one, and an empty folder one with `/`. So is a
    large file of another size than the list beside it says."""
    root = pathlib.Path(folder)
    if (root / "public").is_symlink():
        return {"public": b""}  # it can be another folder tomorrow
    if (root / "public").is_dir():
        root = root / "public"
    if not root.is_dir():
        print(f"{folder} is no folder", file=sys.stderr)
        sys.exit(2)
    files, known, left = {}, {}, MOST_UNLISTED
    for path in root.rglob("*"):
        name = path.relative_to(root).as_posix()
        if path.is_file() and not path.is_symlink():
            size, listed = path.stat().st_size, sizes_in(path.parent, known).get(path.name)
            is_read = size == listed or size <= (left if listed is None else MOST_OTHER)
            is_read = is_read and (path.name not in ("charter.toml", "charter.txt") or size <= MOST_OF_CHARTER)
            left -= size if is_read and size != listed else 0
            files[name] = path.read_bytes() if is_read else b""
        elif not path.is_dir() or path.is_symlink():
            files[name] = b""
        elif not any(path.iterdir()):
            files[name + "/"] = b""
    return files


# ==== A lottery's record, as far as a programme needs it ==============================================


class Record:
    def __init__(self, folder):
        self.name = folder
        self.files = files_of(folder)
        self.sound = True
        try:
            self.read()
        except Exception:  # whatever is wrong with it, it cannot be read
            self.sound = False

    def read(self):
        files = self.files
        listed = manifest(files.get("manifest.txt"), "manifest.txt")
        for name, (size, digest) in listed.items():
            require(name not in ("charter.toml", "charter.txt") or size <= MOST_OF_CHARTER, f"{name} is too large")
            require(name == "../sealed/manifest.txt" or sha(files[name]) == digest, name)
        self.commitment = tagged("geloot/1/commitment", files["manifest.txt"])
        self.about = json_of(files.get("about.json"), "about.json")
        charter = toml_of(files.get("charter.toml", b""), "charter.toml")
        self.promised = charter.get("programme")
        if not isinstance(self.promised, dict):
            self.promised = {}
        self.head = self.promised.get("head")
        if not is_text(self.head):
            self.head = None
        day = charter.get("date")
        day = day.date() if isinstance(day, datetime.datetime) else day
        self.day = day.isoformat() if isinstance(day, datetime.date) and is_day(day.isoformat()) else None
        self.is_invitation = self.about.get("kind") == "letters"
        if self.is_invitation:
            return self.read_letters(charter)
        quotas = table(files["quotas.csv"], ["feature", "value", "min", "max"], "quotas.csv") if files[
            "quotas.csv"
        ].startswith(b"feature,value,min,max\n") else table(
            files["quotas.csv"], ["feature", "value", "min", "max", "min_flex", "max_flex"], "quotas.csv"
        )
        self.features = list(dict.fromkeys(row[0] for row in quotas))
        self.values = [(row[0], row[1]) for row in quotas]
        heading = ["profile", "people", "tickets", *self.features]
        self.profiles = table(files["profiles.csv"], heading, "profiles.csv")
        self.shares = []
        for first, last, panel in table(files["lottery.csv"], ["first", "last", "panel"], "lottery.csv"):
            seats = {}
            for part in panel.split(" "):
                profile, _, count = part.partition("x")
                seats[int(profile)] = int(count or 1)
            self.shares.append((int(first), int(last), seats))
        number = self.last_whole("draws")
        self.draw = sha(files[f"draws/{number}/manifest.txt"])
        drawn = json_of(files[f"draws/{number}/draw.json"], "draw.json")
        self.seed = drawn["seed"]
        self.seats = next(seats for first, last, seats in self.shares if first <= drawn["ticket"] <= last)
        roster = self.last_whole("rosters")
        self.roster = sha(files[f"rosters/{roster}/manifest.txt"]) if roster else None

    def read_letters(self, charter):
        """An invitation lottery: its strata, and how many letters each got in the waves that are published."""
        files = self.files
        self.has_areas = "areas" in charter
        strata = list(csv.reader(io.StringIO(files["strata.csv"].decode(), newline="")))
        self.features, self.strata = strata[0][1:], [row[1:] for row in strata[1:]]
        weights = ["weight", "greatest"] if "weight" in charter.get("columns", {}) else []
        rows = table(files["people.csv"], ["stratum", "people", *weights], "people.csv")
        self.people = [int(people) for _, people, *_ in rows]
        self.grounds = {
            what.removeprefix("excluded/"): int(count)
            for what, count in table(files["counts.csv"], ["what", "count"], "counts.csv")
            if what.startswith("excluded/")
        }
        number = self.last_whole("draws")
        self.draw = sha(files[f"draws/{number}/manifest.txt"])
        self.seed = json_of(files[f"draws/{number}/draw.json"], "draw.json")["seed"]
        self.roster = None
        numbers = range(1, self.last_whole("lists") + 1)
        facts = {n: json_of(files[f"lists/{n}/list.json"], "list.json") for n in numbers}
        own = next(n for n, fact in facts.items() if fact["record"] == self.draw)
        heading = ["stratum", "people", "letters", "list", "last", "end"]
        self.letters = [int(row[2]) for row in table(files[f"lists/{own}/figures.csv"], heading, "figures.csv")]
        number = self.last_whole("waves")
        if number and json_of(files[f"waves/{number}/waves.json"], "waves.json")["letters"] == facts[own]["letters"]:
            self.letters = [0] * len(self.people)
            heading = ["stratum", "wave", "from", "to", "date", "reason"]
            for stratum, _, _, to, _, _ in table(files[f"waves/{number}/waves.csv"], heading, "waves.csv"):
                self.letters[int(stratum) - 1] = int(to)

    def by_value(self, numbers):
        counted = collections.Counter()
        for cells, count in zip(self.strata, numbers):
            for feature, value in zip(self.features, cells):
                counted[feature, value] += count
        return counted

    def key_from(self, programme):
        """The key of its codes as it follows from a programme's key; None where that cannot be known."""
        pool = sealed_of(self.name, "pool.csv")
        if self.about["key"] != "secret" or "continues" in self.about or pool is None:
            return None
        charter = self.files.get("charter.toml", self.files.get("charter.txt", b""))
        if self.promised.get("linkable") is True and is_text(self.promised.get("name")):
            return hmac.digest(programme, b"geloot/1/programme\0" + self.promised["name"].encode(), "sha256")
        home = (self.about.get("household") or {}).get("feature")
        lines = self.files["quotas.csv"].decode().splitlines(keepends=True)
        quotas = "".join(line for line in lines if next(csv.reader([line]))[0] != home).encode()
        asked = f"{self.about['objective']} {self.about['seats']} {self.about['tickets']}"
        name = tagged("geloot/1/record-name", b"panel", pool, quotas, charter, asked.encode())
        return hmac.digest(programme, b"geloot/1/record\0" + name.encode(), "sha256")

    def last(self, kind):
        numbers = [int(found[1]) for path in self.files if (found := re.match(f"{kind}/([1-9][0-9]{{0,9}})/.", path))]
        return max(numbers, default=0)

    def last_whole(self, kind):
        """The last of these; each is there as its manifest says, and nothing else beside it."""
        for n in range(1, self.last(kind) + 1):
            start = f"{kind}/{n}/"
            there = {path.removeprefix(start): data for path, data in self.files.items() if path.startswith(start)}
            listed = manifest(there.pop("manifest.txt", None), f"manifest.txt of {start}")
            are_listed = {name: (len(data), sha(data)) for name, data in there.items()} == listed
            require(are_listed, f"{start} is not what its manifest says")
        return self.last(kind)

    def cohorts(self):
        """chances.csv as it follows from profiles and tickets; of letters, always so many in each stratum."""
        if self.is_invitation:
            rows = {("", ""): (sum(self.people), sum(self.letters))}
            if not self.has_areas:
                letters = self.by_value(self.letters)
                rows |= {of: (people, letters[of]) for of, people in self.by_value(self.people).items()}
            rows = [[*of, *map(str, (people, n, 1, n, n * n))] for of, (people, n) in rows.items()]
            return sorted(rows, key=lambda row: (row[0].encode(), row[1].encode()))
        home = (self.about.get("household") or {}).get("feature")
        tickets = sum(last - first + 1 for first, last, _ in self.shares)
        wanted = [("", "")] + [of for of in self.values if of[0] != home]
        rows = []
        for feature, value in wanted:
            at = 3 + self.features.index(feature) if feature else None
            own = {int(row[0]): row for row in self.profiles if at is None or row[at] == value}
            squares = sum(
                (last - first + 1) * sum(count for profile, count in seats.items() if profile in own) ** 2
                for first, last, seats in self.shares
            )
            people, held = (sum(int(row[column]) for row in own.values()) for column in (1, 2))
            got = sum(count for profile, count in self.seats.items() if profile in own)
            rows.append([feature, value, *map(str, (people, held, tickets, got, squares))])
        return sorted(rows, key=lambda row: (row[0].encode(), row[1].encode()))

    def counted(self, event):
        """How many people of the pool, drawn or written to, and of the pool how many tickets: by feature and value."""
        counted = collections.defaultdict(dict)
        if self.is_invitation:
            if event == "letter":
                for (feature, value), letters in self.by_value(self.letters).items():
                    counted[feature][value] = (letters, 0)
            return counted
        home = (self.about.get("household") or {}).get("feature")
        for row in self.profiles:
            people, tickets = (row[1], row[2]) if event == "pool" else (self.seats.get(int(row[0]), 0), 0)
            for feature, value in zip(self.features, row[3:]):
                if feature != home:
                    before = counted[feature].get(value, (0, 0))
                    counted[feature][value] = (before[0] + int(people), before[1] + int(tickets))
        return counted


def together(values, smallest):
    """Counts by value, of which those of fewer people than the smallest cell stand together, with the next if they were alone."""
    order = sorted((value for value in values if values[value][0]), key=lambda value: (values[value][0], value.encode()))
    people = [values[value][0] for value in order]
    hidden = sum(own < smallest for own in people)
    while 0 < hidden < len(order) and (hidden < 2 or sum(people[:hidden]) < smallest):
        hidden += 1
    shown = {value: values[value] for value in order[hidden:]}
    if hidden:
        shown["…"] = tuple(sum(values[value][at] for value in order[:hidden]) for at in (0, 1))
    return shown


# ==== The rules of a programme =========================================================================

MONTHS = {"month": 1, "months": 1, "maand": 1, "maanden": 1, "year": 12, "years": 12, "jaar": 12}


def is_name(value):
    """Whether it can be a name: 1 to 60 signs, no comma, quotation mark, semicolon or unseen sign, no space at its ends."""
    is_bare = is_text(value) and 0 < len(value) <= 60 and value == value.strip()
    return is_bare and not any(sign in ',";' for sign in value) and not is_unseen(value)


def is_names(value):
    return isinstance(value, list) and all(map(is_name, value))


def is_amount(value):
    return is_whole(value, 10**9 + 1) and value > 0


def is_seats(value):
    return is_whole(value, 10_000 + 1) and value > 0


def is_yes_or_no(value):
    return type(value) is bool


def months(value):
    """How many months `48 months` or `4 years` are; None if it is no such text."""
    found = is_text(value) and re.fullmatch("(0|[1-9][0-9]{0,8}) ([a-z]+)", value)
    if not found or found[2] not in MONTHS:
        return None
    return int(found[1]) * MONTHS[found[2]] if int(found[1]) * MONTHS[found[2]] <= 1200 else None


def is_months(value):
    return months(value) is not None


def is_again(value):
    return value in ("round", "never", "none") if is_text(value) and not is_months(value) else bool(months(value))


def is_by_event(value):
    return isinstance(value, dict) and all(event in EVENTS and is_months(own) for event, own in value.items())


def settings(needed, may_have):
    """A kind of table: it has the settings needed, perhaps others, each of its kind, and nothing else."""

    def is_kind(value):
        if not isinstance(value, dict) or not set(needed) <= set(value) <= {*needed, *may_have}:
            return False
        return all({**needed, **may_have}[field](own) for field, own in value.items())

    return is_kind


def list_of(is_kind):
    return lambda value: isinstance(value, list) and all(map(is_kind, value))


RENEW = settings({"seats": is_seats, "every": is_months}, {})
FRAME = settings({"name": is_name, "kind": lambda value: value in ("register", "self-registered")}, {"consent": is_months})
BODY = settings(
    {"name": is_name, "seats": is_seats, "from": is_name},
    {**dict.fromkeys(["term", "cool-off", "vacancy-least"], is_months), "renew": RENEW, "not-with": is_names},
)
RULES = settings(
    {"name": is_name},
    {
        **dict.fromkeys(["cool-off", "keep"], is_by_event),
        **dict.fromkeys(["linkable", "mix"], is_yes_or_no),
        "reports": is_names,
        "smallest-cell": is_amount,
        "letters": settings({}, {"again-after": is_again}),
        "limits": settings({}, dict.fromkeys(["hours-a-year", "cents-a-month", "cents-a-year"], is_amount)),
        "frame": list_of(FRAME),
        "body": list_of(BODY),
    },
)


def check_rules(data, name):
    """The rules of a programme can be read, and hang together."""
    rules = toml_of(data, name)
    require(RULES(rules), f"{name} has a setting that cannot be, or lacks one")
    frames, bodies = rules.get("frame", []), rules.get("body", [])
    names = [own["name"] for own in frames + bodies]
    require(len(set(names)) == len(names), f"{name} has a name twice")
    for body in bodies:
        own = frame_of(rules, body["name"])
        require(own in [frame["name"] for frame in frames], f"{name}: nobody is drawn for {body['name']}")
        if "renew" in body:
            changing, every, term = body["renew"]["seats"], months(body["renew"]["every"]), months(body.get("term"))
            fits = changing <= body["seats"] and every > 0 and -(-body["seats"] // changing) * every == term
            require(fits, f"{name}: {body['name']} does not change in equal parts within a term")
    for event, kept in rules.get("keep", {}).items():
        for needed in looked_back(rules, event):
            is_enough = needed is not None and months(kept) >= needed
            require(is_enough, f"{name}: {event} is not kept as long as a rule looks back")


def frame_of(rules, name):
    """The frame from which a body is drawn, also by way of the body whose people of before it is drawn from."""
    bodies = {body["name"]: body["from"] for body in rules.get("body", [])}
    for _ in range(len(bodies) + 1):
        if name not in bodies:
            return None
        name = bodies[name]
        if not name.startswith("alumni of "):
            return name
        name = name.removeprefix("alumni of ")
    return None


def looked_back(rules, event):
    """How many months each rule looks back at an event; None for ever."""
    again, limits = rules.get("letters", {}).get("again-after", "none"), rules.get("limits", {})
    back = [months(again)] if event == "letter" and again != "none" else []
    if event in rules.get("cool-off", {}):
        back.append(months(rules["cool-off"][event]))
    if event == "served" and "hours-a-year" in limits or event == "paid" and "cents-a-year" in limits:
        back.append(12)
    elif event == "paid" and "cents-a-month" in limits:
        back.append(1)
    for body in rules.get("body", []):
        term, cool = months(body.get("term")), months(body.get("cool-off"))
        if term is not None and event in ("term", "left"):
            back.append(term + (cool or 0))
        if term is None and cool is not None and event in ("served", "drawn"):
            back.append(cool)
    return back


# ==== The ledger ======================================================================================


class Ledger:
    def __init__(self, folder, heads, records, sealed=False):
        self.files = files_of(folder)
        self.sealed = sealed  # whether whoever asks looks at the sealed parts
        self.key = key_of(folder) if sealed else None  # the programme's
        self.noted = heads
        self.records = records
        self.entries = {}
        self.heads = {}

    def get(self, n, name):
        return self.files.get(f"entries/{n}/{name}")

    def counts(self, n):
        heading = ["event", "body", "feature", "value", "people", "number"]
        rows = table(self.get(n, "counts.csv"), heading, f"counts.csv of entry {n}")
        of = [tuple(row[:4]) for row in rows]
        require(of == sorted(set(of), key=lambda key: [part.encode() for part in key]), f"entry {n}: order of counts")
        return {key: (whole(row[4], "people"), whole(row[5], "number")) for key, row in zip(of, rows)}

    def total(self, n, event):
        own = [count for of, count in self.counts(n).items() if of[0] == event and not of[2]]
        return sum(people for people, _ in own), sum(number for _, number in own)

    def entry_of(self, record, kinds=("panel", "letters")):
        """The entry of a record's last draw."""
        for n, own in self.entries.items():
            named = own["record"]
            if own["kind"] in kinds and named and (named["commitment"], named["draw"]) == (record.commitment, record.draw):
                return n
        return None

    def number_of(self, head):
        return next((n for n, own in self.heads.items() if own == head), None)

    def rules_after(self, n):
        return next(own["rules_file"] for m, own in sorted(self.entries.items(), reverse=True)
                    if m <= n and own["kind"] == "rules")

    def rules_due(self, record, n):
        """The entry by whose rules a record, which is entry `n`, was to be made; None if its line is of no entry before."""
        if record.head is None:
            return n - 1
        named = self.number_of(record.head)
        if named is None or named >= n:
            return None
        before = [m for m, own in self.entries.items()
                  if own["kind"] == "rules" and m < n and record.day is not None and own["date"] < record.day]
        return max([named, *before])

    def replaced(self, until=2**32):
        """Entries up to one of draws that a later draw of the same lottery took the place of up to there."""
        entries = {n: own for n, own in sorted(self.entries.items()) if n <= until}
        last = {own["record"]["commitment"]: own["record"]["draw"] for own in entries.values()
                if own["record"] and own["kind"] in ("panel", "letters")}
        named = {n: own["record"] for n, own in entries.items() if own["record"]}
        return {n for n, own in named.items() if last.get(own["commitment"], own["draw"]) != own["draw"]}

    def rules_named(self, digest):
        """The rules that have this digest."""
        named = next(n for n, own in self.entries.items() if own["kind"] == "rules" and own["rules_file"] == digest)
        return toml_of(self.get(named, "programme.toml"), f"programme.toml of entry {named}")

    def given(self):
        found = [(record, self.entry_of(record)) for record in self.records if record.sound]
        return [(record, n) for record, n in found if n is not None]


def p1_chain(ledger):
    numbers = {int(found[1]) for path in ledger.files if (found := re.match("entries/([1-9][0-9]{0,9})/.", path))}
    require(numbers == set(range(1, len(numbers) + 1)) and numbers, "the entries have gaps")
    previous, rules, day = None, None, ""
    for n in sorted(numbers):
        data = ledger.get(n, "manifest.txt")
        listed = manifest(data, f"manifest.txt of entry {n}")
        for name, (size, digest) in listed.items():
            own = ledger.get(n, name)
            require(own is not None and (len(own), sha(own)) == (size, digest), f"{name} of entry {n} is not as listed")
        there = {path.split("/", 2)[2] for path in ledger.files if path.startswith(f"entries/{n}/")}
        require(there == set(listed) | {"manifest.txt"}, f"entry {n} has a file that it does not list")
        require(set(listed) <= set(LISTS) | {"entry.json"}, f"entry {n} lists what does not belong there")
        own = facts(ledger.get(n, "entry.json"), f"entry.json of entry {n}", ENTRY)
        due = {"entry.json", "counts.csv", "burden.csv"} | ({"programme.toml"} if own["kind"] == "rules" else set())
        lottery = {"chances.csv", "seed.txt"} if own["kind"] in ("panel", "letters") else set()
        require(due <= set(listed) <= due | lottery, f"entry {n}: its lists")
        require((own["entry"], own["rules"], own["previous"]) == (n, 1, previous), f"entry {n} does not go on from before")
        require(day <= own["date"], f"entry {n} is of a day before that of the entry before it")
        day = own["date"]
        reason = own["because"] is not None
        require(reason == (own["kind"] == "links" or own["kind"] == "rules" and n > 1), f"entry {n}: its reason")
        require(n > 1 or own["kind"] == "rules", "the first entry sets no rules")
        if own["kind"] == "rules":
            rules = sha(ledger.get(n, "programme.toml"))
            require(rules == own["rules_file"], f"entry {n}: its rules")
            check_rules(ledger.get(n, "programme.toml"), f"programme.toml of entry {n}")
        ledger.entries[n], ledger.heads[n] = own, LINE + tagged("geloot/1/ledger", data)
        previous = sha(data)
    require(ledger.files.get("head.txt") == (ledger.heads[max(numbers)] + "\n").encode(), "head.txt is not the last line")
    require(sha(ledger.files.get("programme.toml", b"")) == rules, "programme.toml is not that of the last rules")
    others = [path for path in ledger.files if not re.fullmatch("head.txt|programme.toml|entries/[1-9][0-9]{0,9}/[^/]+", path)]
    require(not others, f"{others[:1]} does not belong there")


def p2_heads(ledger):
    if not ledger.noted:
        raise NotChecked("no line was given with --head")
    for head in ledger.noted:
        require(ledger.number_of(head) is not None, f"{head} is of no entry here")


def p3_records(ledger):
    if not ledger.records:
        raise NotChecked("no record was given with --record")
    replaced, keys, unsaid = ledger.replaced(), [], 0
    for record in ledger.records:
        require(record.sound, f"the record {record.name} cannot be read")
        n = ledger.entry_of(record)
        is_last = n is not None and n not in replaced
        require(is_last, f"the record {record.name} or its last draw is not entered")
        about = record.about
        if record.is_invitation:
            require(ledger.entries[n]["kind"] == "letters", f"entry {n}: of another kind")
            require(ledger.total(n, "letter")[0] == sum(record.letters), f"entry {n}: letters")
        elif ledger.entries[n]["kind"] == "letters":
            before = about.get("confirmed") or {"seats": about["seats"]}
            require(ledger.total(n, "letter")[0] == before["seats"], f"entry {n}: letters")
        else:
            require(ledger.total(n, "drawn")[0] == about["seats"], f"entry {n}: seats")
            require(ledger.total(n, "pool") == (about["people"], about["seats"] * about["tickets"]), f"entry {n}: pool")
        due, own = ledger.key and record.key_from(ledger.key), key_of(record.name)
        if due is not None and own is not None:
            require(own == due, f"the key of {record.name}")
        elif ledger.sealed and not record.is_invitation and about["key"] == "secret":
            keys.append(record.name)
        require(ledger.get(n, "seed.txt") == (record.seed + "\n").encode(), f"entry {n}: seed")
        if record.roster:
            own = [e["record"] for e in ledger.entries.values() if e["record"]]
            entered = any(e["roster"] == record.roster and e["draw"] == record.draw for e in own)
            require(entered, f"the last list of events of {record.name} is not entered")
        if record.head is not None:
            named = ledger.number_of(record.head)
            require(named is not None and named < n, f"the charter of {record.name}")
        if record.day is not None:
            require(ledger.entries[n]["date"] >= record.day, f"entry {n} is of a day before that of its charter")
        unsaid += not check_body(ledger, record, n)
    open_keys = [f"the key of the codes could not be checked of {', '.join(keys)}"] if keys else []
    chosen = [f"charters that do not say for which body, or to which frame, so that it was chosen at the entry: {unsaid}"]
    return "; ".join([*open_keys, *unbound(ledger), *(chosen if unsaid else [])])


def check_body(ledger, record, n):
    """An entry is of the body, or letters of the frame, that the charter says; whether it says one."""
    is_letters = ledger.entries[n]["kind"] == "letters"
    entered = next((of[1] for of in ledger.counts(n) if of[0] == ("letter" if is_letters else "drawn")), None)
    body, frame = (record.promised.get(name) for name in ("body", "frame"))
    body, frame = body if is_text(body) else None, frame if is_text(frame) else None
    due = frame if is_letters else body
    right = due is None or fold(due) == fold(entered or "")
    right = right and not (is_letters and body is not None)
    require(right or entered is None, f"entry {n} is of another body or frame than its charter says")
    return due is not None or body is not None


def unbound(ledger):
    """What the charters of the records do not show, and draws that were annulled."""
    lines = sum(record.head is None for record in ledger.records)
    dates = sum(record.day is None for record in ledger.records)
    told = []
    annulled = [n for n in ledger.replaced() if ledger.entries[n]["kind"] in ("panel", "letters")]
    if annulled:
        told.append(f"{len(annulled)} entries are of draws that were annulled: a later one took their place")
    if dates:
        told.append(f"charters without a day, so that nobody can see whether their lines were old: {dates}")
    if lines:
        told.append(f"charters that name no line, so that the rules just before their entries count: {lines}")
    for record, n in ledger.given():
        if record.day is not None and months_later(record.day, 6) < ledger.entries[n]["date"]:
            told.append(f"the charter of entry {n} is of {record.day}, and the entry of {ledger.entries[n]['date']}")
    return told


def p4_counts(ledger):
    for n, own in ledger.entries.items():
        counts = ledger.counts(n)
        require(sum(people for of, (people, _) in counts.items() if not of[2]) == own["rows"], f"entry {n}: rows")
        parts = collections.Counter()
        reports = ledger.rules_named(ledger.rules_after(n)).get("reports", [])
        for (event, body, feature, _), (people, _) in counts.items():
            if feature and feature != "erased":
                parts[event, body, feature] += people
                require(feature == "ground" or feature in reports, f"entry {n}: nobody asked for counts by {feature}")
        for (event, body, feature), people in parts.items():
            all_of = counts.get((event, body, "", ""), (-1, 0))[0]
            require(people == all_of if feature == "ground" else people <= all_of, f"entry {n}: sums of {event}, {feature}")
    for record, n in ledger.given():
        for event in ["letter"] if ledger.entries[n]["kind"] == "letters" else ["pool", "drawn"]:
            check_by_feature(ledger, record, n, event)
    check_burden(ledger)


def check_by_feature(ledger, record, n, event):
    """The counts of an event by each feature that the rules report by and the record has are those of the record."""
    rules, counted = ledger.rules_named(ledger.rules_after(n)), record.counted(event)
    for name in rules.get("reports", []):
        feature = next((own for own in sorted(counted) if fold(own) == fold(name)), None)
        if feature is None:
            continue
        shown = {}
        for of, (people, number) in ledger.counts(n).items():
            if (of[0], of[2]) == (event, name):
                before = shown.get(of[3], (0, 0))
                shown[of[3]] = (before[0] + people, before[1] + number)
        due = together(counted[feature], rules.get("smallest-cell", 5))
        require(shown == due, f"entry {n}: {event} by {name} is not that of the record")


BURDENS = {"letter": 0, "drawn": 0, "served": 1, "paid": 1}  # counted in people, or in the number of the counts


def burden_of(ledger, n):
    """The four loads that an entry tells: people, total, largest, squares."""
    name = f"burden.csv of entry {n}"
    rows = table(ledger.get(n, "burden.csv"), ["what", "people", "total", "largest", "squares"], name)
    require([row[0] for row in rows] == list(BURDENS), f"{name} is not of letters, draws, minutes and cents")
    return {row[0]: [whole(cell, name, most) for cell, most in zip(row[1:], (2**64, 2**64, 2**64, 2**128))] for row in rows}


def check_burden(ledger):
    """The burden that each entry tells is that of the entry before it and what its own counts say."""
    before, gone, forgotten = dict.fromkeys(BURDENS, [0, 0, 0, 0]), set(), set()
    counts = {n: ledger.counts(n) for n in ledger.entries}

    def rows_of(entries, event):
        own = [count for n in entries for of, count in counts[n].items() if of[0] == event and not of[2]]
        return sum(people for people, _ in own), sum(number for _, number in own)

    for n, own in ledger.entries.items():
        told, now = burden_of(ledger, n), ledger.replaced(n)
        for event, at in BURDENS.items():
            was, load = before[event], told[event]
            erased = sum(count[0] for of, count in counts[n].items() if (of[0], of[2]) == (event, "erased"))
            added, less, more = (rows_of(own, event) for own in ([n], now - gone - {n}, gone - now))
            if own["kind"] == "erasure":
                right = load == was
            elif less[at] == more[at] == 0:
                right = grows(load, was, added[0], added[at])
            elif event in forgotten:  # how many of these rows were erased before, only the rows say
                right = load[0] <= load[1] and was[1] + added[at] - less[at] <= load[1] <= was[1] + added[at] + more[at]
            else:
                right = load[0] <= load[1] == was[1] + added[at] - less[at] + more[at]
            require(right, f"the burden of entry {n} does not follow from that before it and its counts: {event}")
            if erased:
                forgotten.add(event)
        before, gone = told, now


def grows(load, was, rows, amount):
    """Whether a load is the one before and this much more, which so many rows brought."""
    if amount == 0:
        return load == was
    people, total, largest, squares = (own - of for own, of in zip(load, was))
    is_spread = amount**2 <= squares * rows and squares <= amount * (2 * was[2] + amount)
    return total == amount and 0 <= people <= rows and 0 <= largest <= amount and is_spread


def p5_rules(ledger):
    due = {n: ledger.rules_due(record, n) for record, n in ledger.given()}
    for n, own in ledger.entries.items():
        if own["kind"] not in ("panel", "letters"):
            right = own["rules_file"] == ledger.rules_after(n)
        elif due.get(n):
            right = own["rules_file"] == ledger.rules_after(due[n])
        else:
            right = own["rules_file"] in {ledger.rules_after(m) for m in range(1, n + 1)}
        require(right, f"entry {n} names rules that were not in force")
    unsaid = [said for record, n in ledger.given() if (said := who_registered(ledger, record, n))]
    if counts_hold(ledger):
        check_retention(ledger)
    return "; ".join(unsaid + swings(ledger))


ENDLESS = 2**64 - 1


def settings_of(rules):
    """Every setting that decides who is drawn or kept: a number where there is more or less of it, else a text."""

    def length(own, none):
        return none if own is None else months(own)

    again = rules.get("letters", {}).get("again-after", "none")
    again = {"none": 0, "round": ENDLESS - 1, "never": ENDLESS}.get(again, months(again))
    limits = rules.get("limits", {})
    found = {"letters.again-after": again, "smallest-cell": rules.get("smallest-cell", 5)}
    found |= {name: int(rules.get(name, False)) for name in ("mix", "linkable")} | {"reports": ",".join(rules.get("reports", []))}
    found |= {f"{of}.{event}": months(own) for of in ("cool-off", "keep") for event, own in rules.get(of, {}).items()}
    found |= {f"limits.{name}": limits.get(name, ENDLESS) for name in ("hours-a-year", "cents-a-month", "cents-a-year")}
    for frame in rules.get("frame", []):
        of = f'frame "{frame["name"]}"'
        kind = int(frame["kind"] == "self-registered")
        found |= {f"{of}: consent": length(frame.get("consent"), ENDLESS), f"{of}: kind": kind, of: ""}
    for body in rules.get("body", []):
        of = f'body "{body["name"]}"'
        renew = body.get("renew", {})
        found |= {f"{of}: seats": body["seats"], f"{of}: from": body["from"], of: ""}
        found |= {f"{of}: renew": f"{renew.get('seats')} {months(renew.get('every'))}"}
        found |= {f"{of}: not-with": ",".join(sorted(set(body.get("not-with", []))))}
        found |= {f"{of}: {name}": length(body.get(name), none) for name, none in (("term", ENDLESS), ("cool-off", 0), ("vacancy-least", 0))}
    return found


def is_turn(key, before, between, after):
    """Whether the second of three is a turn: away, and then back. Of a body that is not there only that is told."""
    three = [before, between, after]
    if all(type(own) is int for own in three):
        return between < min(before, after) or between > max(before, after)
    if ": " in key and None in three:
        return False
    return before == after != between


def turns_round(key, says, at):
    """Between which two of the others one value is a turn: the nearest before it, and of those the nearest after. What lies in
    between need be no turn: whoever goes back by steps has gone back. A number may be the least and the most of its neighbours."""
    found = {}
    for before in reversed(range(at)):
        for after in range(at + 1, len(says)):
            if is_turn(key, says[before], says[at], says[after]):
                is_more = isinstance(says[at], int) and says[before] < says[at]
                found.setdefault(is_more, (before + 1, after))
    return set(found.values())


def swings(ledger):
    """Settings that were changed and changed back, and lotteries that were drawn by what they said in between."""
    sets = [n for n, own in sorted(ledger.entries.items()) if own["kind"] == "rules"]
    versions = [settings_of(ledger.rules_named(ledger.entries[n]["rules_file"])) for n in sets]
    set_by = {}
    for n, own in ledger.entries.items():
        if own["kind"] in ("panel", "letters"):
            named = [m for m in sets if m < n and ledger.entries[m]["rules_file"] == own["rules_file"]]
            set_by[n] = max(named, default=0)
    told = []
    for key in sorted(set().union(*versions), key=str.encode):
        none = 0 if key.startswith("cool-off.") else ENDLESS if key.startswith("keep.") else None
        runs = []
        for n, own in zip(sets, versions):
            if not runs or runs[-1][1] != own.get(key, none):
                runs.append((n, own.get(key, none)))
        turns = collections.defaultdict(list)
        for at in range(1, len(runs) - 1):
            drawn = [n for n, by in sorted(set_by.items()) if runs[at][0] <= by < runs[at + 1][0]]
            for turn in turns_round(key, [says for _, says in runs], at) if drawn else ():
                turns[turn] += drawn
        for (away, home), drawn in sorted(turns.items()):
            days = [ledger.entries[runs[at][0]]["date"] for at in (away, home)]
            told.append(f"{key} was changed on {days[0]} and changed back on {days[1]}; drawn in between: entries {', '.join(map(str, drawn))}")
    return told


def who_registered(ledger, record, n):
    """A charter says of its people that they registered themselves where the rules say it of their frame, and only there."""
    try:
        bodies = {of[0]: of[1] for of in reversed(ledger.counts(n))}
    except Fails:
        return None  # which P4 says
    rules = ledger.rules_named(ledger.entries[n]["rules_file"])
    are_own = {frame["name"]: frame["kind"] == "self-registered" for frame in rules.get("frame", [])}
    frame = frame_of(rules, bodies.get("drawn")) or bodies.get("letter")
    said, named = record.promised.get("kind") == "self-registered", record.promised.get("frame")
    named = named.strip(SPACES) if is_text(named) and is_line(named.strip(SPACES)) else ""
    if said:
        asked = [frame] if frame in are_own else are_own
        fits = any(are_own[own] and named in ("", own) for own in asked)
        require(fits, f"the charter of entry {n} says that its people registered themselves, and the rules do not")
    elif are_own.get(frame):
        return f"the charter of entry {n} does not say that the people of {frame} registered themselves"
    return None


def counts_hold(ledger):
    """Whether the counts of every entry can be read."""
    try:
        return all(ledger.counts(n) is not None for n in ledger.entries)
    except Fails:
        return False  # which P4 says


def check_retention(ledger):
    """No erasure took rows because their time was over which the rules keep for ever, or more than there were rows old
    enough. Rows of a lottery are of the day of their entry; how old others are only they say."""
    shortest, taken = {}, collections.Counter()
    for n, own in ledger.entries.items():
        if own["kind"] != "erasure":
            continue
        kept = ledger.rules_named(own["rules_file"]).get("keep", {})
        erased = collections.Counter()
        for (event, _, feature, ground), (people, _) in ledger.counts(n).items():
            if (feature, ground) == ("erased", "retention") and event in EVENTS:
                erased[event] += people
        for event, rows in erased.items():
            if rows == 0:
                continue
            require(event in kept, f"entry {n} erased rows that the rules keep for ever: {event}")
            shortest[event] = min(months(kept[event]), shortest.get(event, 1200))
            there = 0
            for m, other in ledger.entries.items():
                is_lottery = other["kind"] in ("panel", "letters")
                is_over = not is_lottery or months_later(other["date"], shortest[event]) <= own["date"]
                there += ledger.total(m, event)[0] if m < n and is_over else 0
            taken[event] += rows
            require(taken[event] <= there, f"entry {n} erased rows before their time: {event}")


def months_later(day, later):
    """The day so many calendar months later, or the last day of that month; no later than the year 2999."""
    year, month = divmod(int(day[:4]) * 12 + int(day[5:7]) - 1 + later, 12)
    if year > 2999:
        return "2999-12-31"
    first_of_next = datetime.date(year + month // 11, (month + 1) % 12 + 1, 1)
    last = (first_of_next - datetime.timedelta(days=1)).day
    return f"{year:04}-{month + 1:02}-{min(int(day[8:]), last):02}"


def p6_chances(ledger):
    heading = ["feature", "value", "people", "tickets", "of", "seats", "squares"]
    lotteries = [n for n, own in ledger.entries.items() if own["kind"] in ("panel", "letters")]
    if not lotteries:
        raise NotChecked("there has been no lottery")
    records = {n: record for record, n in ledger.given()}
    for n in lotteries:
        rows = table(ledger.get(n, "chances.csv"), heading, f"chances.csv of entry {n}")
        require(rows and rows[0][0] == "", f"entry {n}: chances of all")
        of_rows = [[cell.encode() for cell in row[:2]] for row in rows]
        require(all(a < b for a, b in zip(of_rows, of_rows[1:])), f"entry {n}: chances are out of order")
        for row in rows:
            for cell, most in zip(row[2:], (2**64, 2**128, 2**64, 2**64, 2**128)):
                whole(cell, "chances.csv", most)
            require(row[4] != "0", f"entry {n}: chances of no tickets")
        people, tickets, of, seats = map(int, rows[0][2:6])
        require(tickets == seats * of and all(row[4] == rows[0][4] for row in rows), f"entry {n}: sums of chances")
        sums = collections.defaultdict(lambda: [0, 0, 0])
        for row in rows[1:]:
            for at, cell in enumerate((row[2], row[3], row[5])):
                sums[row[0]][at] += int(cell)
        require(all(own == [people, tickets, seats] for own in sums.values()), f"entry {n}: chances of a feature")
        if n in records:
            require(rows == records[n].cohorts(), f"entry {n}: chances are not those of the record")


def grounds_in(text):
    """The grounds of a programme in a list of excluded people, however they are written: by their letters from a to z."""

    def letters(words):
        return "".join(sign for sign in words.lower() if "a" <= sign <= "z")

    return {ground for ground in GROUNDS for part in text.split(";") if letters(part) == letters(ground)}


def p7_excluded(ledger):
    if not ledger.given():
        raise NotChecked("no record was given with --record")
    others = 0
    for record, n in ledger.given():
        data = record.files.get("excluded.csv")
        grounds = collections.Counter()
        if record.is_invitation:  # whoever has a flag too is counted by that
            for text, people in record.grounds.items():
                grounds.update({ground: people for ground in grounds_in(text)})
                others += 0 if grounds_in(text) else people
        for _, text in table(data, ["code", "ground"], "excluded.csv") if data else []:
            grounds.update(grounds_in(text))
            others += not grounds_in(text)
        said = collections.Counter()
        for (event, _, feature, value), (people, _) in ledger.counts(n).items():
            if (event, feature) == ("excluded", "ground"):
                said[value] += people
        for ground in GROUNDS:
            right = grounds[ground] <= said[ground] if record.is_invitation else grounds[ground] == said[ground]
            require(right, f"entry {n}: {ground}")
        if ledger.entries[n]["kind"] == "panel":
            stay = (record.about.get("confirmed") or {"people": 0})["people"]
            require(ledger.total(n, "stays")[0] == stay, f"entry {n}: people who had a seat")
    return others and f"{others} people were excluded on grounds that are none of the programme's"


CLAIMS = [p1_chain, p2_heads, p3_records, p4_counts, p5_rules, p6_chances, p7_excluded]


def main():
    parser = argparse.ArgumentParser(description="Check the public part of a programme.")
    parser.add_argument("folder")
    parser.add_argument("--head", action="append", default=[])
    parser.add_argument("--record", action="append", default=[])
    parser.add_argument("--sealed", action="store_true", help="look at the keys in the sealed parts too")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    heads = [head.strip(SPACES) for head in given.head]
    for head in heads:
        if not (head.startswith(LINE) and is_digest(head.removeprefix(LINE))):
            parser.error(f"{head[:80]!r} is no line: {LINE} and 64 digits 0 to 9 and a to f")
    records = [Record(folder) for folder in given.record]
    ledger = Ledger(given.folder, heads, records, given.sealed)
    outcomes = []
    for number, claim in enumerate(CLAIMS, 1):
        if outcomes and outcomes[0][1] != "PASS":
            outcomes.append((number, "NOT CHECKED", "it rests on P1"))
            continue
        try:
            outcomes.append((number, "PASS", claim(ledger) or ""))
        except Fails as why:
            outcomes.append((number, "FAIL", str(why)))
        except NotChecked as why:
            outcomes.append((number, "NOT CHECKED", str(why)))
        except Exception as why:  # a file is not what it is said to be, whatever is wrong with it
            outcomes.append((number, "FAIL", f"a file is not what it should be ({type(why).__name__})"))
    sys.stdout.reconfigure(errors="backslashreplace")
    if given.json:
        print(json.dumps([{"claim": number, "outcome": outcome, "why": why} for number, outcome, why in outcomes]))
    else:
        for number, outcome, why in outcomes:
            words = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in why)
            print(f"P{number}  {outcome:<12}{words}".rstrip())
    sys.exit(1 if any(outcome == "FAIL" for _, outcome, _ in outcomes) else 0)


if __name__ == "__main__":
    main()

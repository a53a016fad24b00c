#!/usr/bin/env python3
"""Check the public record of a lottery that was drawn with geloot: a second opinion.

    python3 -I verify.py FOLDER [--commitment LINE] [--continues FOLDER] [--ballot LINE] [--json]

FOLDER is the folder of a lottery, or its folder `public`. LINE is the line that was published before
the draw; copy it from where you saw it then, not from the folder. With --continues goes the folder of
the lottery that this one supplements; with --ballot the line of a ballot of its deliberation, as it was published before
the vote. The program reads files, writes none, and needs no network. It
prints one line for each claim: PASS, FAIL, or NOT CHECKED with what is missing; then what no record can show; and a
last line that says what failed and what was not checked. It ends with 0 if no claim failed, whether or not all could be
checked, 1 if one did, and 2 if the command cannot be understood or a folder has no record; with --whole it ends with 3 if no claim failed and
something was not checked. That is so of every lottery of a panel, as V26 is left to `geloot verify`: 0 is never a PASS of the whole record.

It was written from four texts, `src/draw/SPEC.md`, `src/panel/SPEC.md`, `src/bundle/FILES.md` and, for the invitation
lottery (claims I1 to I16), `src/invite/SPEC.md`, and
shares nothing with the program that makes the records. It needs Python 3.11 or later and nothing
besides, so that whoever reads this file has read everything. It reads from top to bottom: first what
the texts define (digests, chance, evidence, forms of files, the charter), then one function for each
claim, in the order of the claims, each with what it needs just before or after it, and at the end the
command line. No result depends on a floating-point number.

What it leaves to `geloot verify`, and says so in the outcome: what the sealed part says of people, beyond that it is what was
frozen, and the lists that only the clerk has (V17, V18; so V25 cannot tell who is who where there are no public codes), the signature of
a beacon (V13, V32, V34), proofs that lean on a search over all panels (V10), and making the lottery again (V26). Of seat plans (V20 to V22, and
their folders in V4) it says nothing at all.
"""

import sys

# A file beside this one that has the name of a module of Python must not be taken for it. (The flag -I does the same.)
if __name__ == "__main__" and not getattr(sys.flags, "safe_path", False):
    del sys.path[0]

if sys.version_info < (3, 11):
    sys.exit("verify.py needs Python 3.11 or later; this is Python " + sys.version.split()[0])

import argparse
import bisect
import collections
import csv
import datetime
import decimal
import hashlib
import heapq
import hmac
import io
import itertools
import json
import math
import os
import pathlib
import re
import struct
import tomllib
import unicodedata
from fractions import Fraction
from typing import Callable, NamedTuple

MOST_DIGITS = 10_000  # of a number in a certificate, whatever the rules; longer ones would take minutes to check
sys.set_int_max_str_digits(MOST_DIGITS)

# ==== What a claim can come to =======================================================================


class Fails(Exception):
    """The claim is false, or a file that it needs does not have its form."""


class NotChecked(Exception):
    """Nothing can be said of the claim: what it needs is not there, or failed."""


def require(holds, otherwise):
    """Makes the claim fail, with words on why, unless something holds."""
    if not holds:
        raise Fails(otherwise)


def look_only_if(holds, otherwise):
    """Leaves the claim unchecked, with words on why, unless something holds."""
    if not holds:
        raise NotChecked(otherwise)


# ==== Digests and chance: SPEC.md, sections 1 and 4 ==================================================

TWO_TO_32 = 2**32
TWO_TO_64 = 2**64


def tagged_sha256(tag, *parts):
    """SHA(tag, part, part, ...): which part ends where is part of what is digested."""
    text = tag.encode() + b"\0"
    for part in parts:
        text += struct.pack("<Q", len(part)) + part
    return hashlib.sha256(text).digest()


def plain_sha256(data):
    """The SHA-256 of a file, as `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()


class Lanes:
    """ChaCha20 with 20 rounds and nonce 0 (RFC 8439, but with a counter of 64 bits), many blocks at once.

    Python is slow with small numbers and quick with large ones. So each of the sixteen words of 32 bits is
    kept for all blocks in one large number, which has a lane of 64 bits for each block; the upper half of a
    lane is room for what overflows, and is cleared each time."""

    def __init__(self, blocks):
        self.blocks = blocks
        self.ones = int.from_bytes(struct.pack("<Q", 1) * blocks, "little")
        self.low_halves = 0xFFFFFFFF * self.ones

    def rotated_left(self, words, bits):
        """Each word, turned."""
        return (words << bits | words >> 32 - bits) & self.low_halves

    def quarter_round(self, s, a, b, c, d):
        """The quarter round of the standard, on four of the sixteen words."""
        s[a] = s[a] + s[b] & self.low_halves
        s[d] = self.rotated_left(s[d] ^ s[a], 16)
        s[c] = s[c] + s[d] & self.low_halves
        s[b] = self.rotated_left(s[b] ^ s[c], 12)
        s[a] = s[a] + s[b] & self.low_halves
        s[d] = self.rotated_left(s[d] ^ s[a], 8)
        s[c] = s[c] + s[d] & self.low_halves
        s[b] = self.rotated_left(s[b] ^ s[c], 7)

    def chacha20(self, key, first):
        """The blocks from number `first` on, as words of 64 bits, block after block."""
        numbers = range(first, first + self.blocks)
        start = [word * self.ones for word in struct.unpack("<4I8I", b"expand 32-byte k" + key)]
        for counter in ([n % TWO_TO_32 for n in numbers], [n >> 32 for n in numbers]):
            start.append(int.from_bytes(struct.pack(f"<{self.blocks}Q", *counter), "little"))
        start += [0, 0]
        s = start[:]
        for _ in range(10):
            for column in range(4):
                self.quarter_round(s, column, 4 + column, 8 + column, 12 + column)
            for i in range(4):
                self.quarter_round(s, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4)
        ends = [before + after & self.low_halves for before, after in zip(start, s)]
        pairs = [low | high << 32 for low, high in zip(ends[0::2], ends[1::2])]
        columns = [struct.unpack(f"<{self.blocks}Q", pair.to_bytes(8 * self.blocks, "little")) for pair in pairs]
        return [word for block in zip(*columns) for word in block]


class Stream:
    """The stream of chance that follows from a seed for one label, such as `panel`."""

    def __init__(self, seed, label):
        self.words = self.stream(tagged_sha256("geloot/1/stream", seed, label.encode()))

    @staticmethod
    def stream(key):
        """The words of the stream: a few blocks first, because most uses of chance need one word."""
        first, blocks = 0, 1
        while True:
            yield from Lanes(blocks).chacha20(key, first)
            first, blocks = first + blocks, min(1024, 4 * blocks)

    def below(self, m):
        """The next number from 0 to m - 1, each equally likely."""
        limit = TWO_TO_64 // m * m
        for word in self.words:
            if word < limit:
                return word % m

    def shuffle(self, items):
        """Puts a list in the order of chance."""
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]


# ==== Values =========================================================================================


def number(text, most=TWO_TO_64):
    """A whole number below `most` that is written in its one form: digits without leading zeros."""
    require(re.fullmatch("0|[1-9][0-9]{0,20}", text) and int(text) < most, f"{text[:30]} is no number")
    return int(text)


def is_whole(value, most, least=0):
    """Whether something read from JSON or TOML is a whole number from `least` to below `most`."""
    return type(value) is int and least <= value < most


def is_text(value):
    """Whether something read from JSON is a text."""
    return isinstance(value, str)


def is_hex_digest(value):
    """Whether something read from JSON is a SHA-256 in lower case."""
    return is_text(value) and re.fullmatch("[0-9a-f]{64}", value) is not None


def is_number(value):
    """Whether something read from JSON is a whole number of 32 bits."""
    return is_whole(value, TWO_TO_32)


def is_large_number(value):
    """Whether something read from JSON is a whole number of 64 bits."""
    return is_whole(value, TWO_TO_64)


def is_true_or_false(value):
    """Whether something read from JSON is one of the two."""
    return type(value) is bool


def is_list(value):
    """Whether something read from JSON is a list."""
    return isinstance(value, list)


def is_numbers(value):
    """Whether something read from JSON is a list of whole numbers of 32 bits."""
    return is_list(value) and all(map(is_number, value))


def is_object(value):
    """Whether something read from JSON has fields."""
    return isinstance(value, dict)


def or_null(is_kind):
    """Whether something read from JSON is of a kind, or null."""
    return lambda value: value is None or is_kind(value)


# What a space is: the property White_Space of Unicode, written out, as Python's own rule has four control signs more.
SPACES = "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"


def trim(text):
    """A text without the spaces at its ends."""
    return text.strip(SPACES)


def is_plain(text):
    """Whether a text has no space at its ends and no control character."""
    return text == trim(text) and not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in text)


# Signs that show as nothing, as a space that is none, or that turn the text around them: SPEC.md, section 3.
UNSEEN = [
    (0x0, 0x1F), (0x7F, 0xA0), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160),
    (0x1680, 0x1680), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2000, 0x200F), (0x2028, 0x202F),
    (0x205F, 0x206F), (0x2800, 0x2800), (0x3000, 0x3000), (0x3164, 0x3164), (0xE000, 0xF8FF),
    (0xFDD0, 0xFDEF), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFD),
    (0xFFFE, 0xFFFF), (0x13430, 0x1345F), (0x16FE4, 0x16FE4), (0x1BCA0, 0x1BCA3), (0x1D159, 0x1D159),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF), (0xF0000, 0x10FFFF),
]  # fmt: skip
LETTERS_OF_LINES = "abcdefghijklmnopqrstuvwxyzαβγδεζηθικλμνξοπρςστυφχψωабвгдежзийклмнопрстуфхцчшщъыьэюя"


def is_unseen(sign):
    """Whether a sign cannot be seen for what it is."""
    return any(first <= ord(sign) <= last for first, last in UNSEEN)


def is_one_line(text):
    """Whether a text is a line: 1 to 2,000 bytes, no space at its ends, nothing unseen, a letter at least."""
    is_bare = text != "" and text[0] != " " and text[-1] != " "
    says_something = any(sign in LETTERS_OF_LINES for sign in text.lower())
    return is_bare and says_something and len(text.encode()) <= 2000 and not any(is_unseen(sign) for sign in text)


def ascends(items):
    """Whether each item is above the one before."""
    return all(before < after for before, after in zip(items, items[1:]))


def never_falls(items):
    """Whether no item is below the one before."""
    return all(before <= after for before, after in zip(items, items[1:]))


# ==== Beacons: FILES.md, section 5 ===================================================================


class Chain(NamedTuple):
    """A chain of a public beacon (drand): a new signed number every few seconds."""

    name: str
    hash: str
    start: int  # when round 1 was due, in seconds since 1970
    period: int  # seconds between rounds


CHAINS = [
    Chain("default", "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce", 1595431050, 30),
    Chain("quicknet", "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971", 1692803367, 3),
]
END_OF_TIME = 253402300800  # the year 10000


def chain_of(text):
    """The chain of this name or hash."""
    found = [chain for chain in CHAINS if text in (chain.name, chain.hash)]
    require(found, "no such chain of a beacon")
    return found[0]


def due(chain, round_number):
    """When a round is due, in seconds since 1970; None if it never is."""
    moment = chain.start + (round_number - 1) * chain.period
    return moment if round_number > 0 and moment < END_OF_TIME else None


def first_round_at(chain, moment):
    """The first round that is due at a moment or after it."""
    return max(0, -((chain.start - moment) // chain.period)) + 1


# ==== Evidence: SPEC.md, sections 3 and 5 ============================================================


class Dice(NamedTuple):
    """Dice that were thrown: each throw is what every die showed, first die first."""

    sides: int
    throws: list


class Pulse(NamedTuple):
    """A round of a beacon."""

    chain: Chain
    round: int
    signature: str


class Slip(NamedTuple):
    """What somebody opened: a random salt and their words."""

    salt: bytes
    words: str

    def sealed(self):
        """The line that was handed in before the freeze."""
        digest = tagged_sha256("geloot/1/slip", self.salt, self.words.encode())
        return f"geloot-slip-1:{digest.hex()}"


class Contributions(NamedTuple):
    """What several people opened, in the charter's order, and what decides if one of them did not."""

    slips: list  # of each a Slip, or None
    second: object  # the Evidence of the second source, or None


class Evidence(NamedTuple):
    """What the seed follows from: the word for its source, and what was seen."""

    word: str
    what: object  # words, a list of numbers, a ticket number, Dice, a Pulse or Contributions


def deciding(evidence):
    """The evidence that decides: if sealed words are missing, that of the second source."""
    return evidence.what.second or evidence if evidence.word == "contributions" else evidence


def read_evidence(text):
    """Evidence, which has one form for each source."""
    word, _, rest = text.partition("\n")
    if word == "text":
        require(is_words(rest), "the words of the evidence are not in their one form")
        return Evidence(word, rest)
    if word == "lotto":
        numbers = [number(part) for part in rest.split(" ")]
        require(len(numbers) <= 100, "the evidence has too many numbers")
        require(numbers == sorted(numbers), "the numbers of the evidence do not go from the smallest up")
        return Evidence(word, numbers)
    if word == "contributions":
        return Evidence(word, read_contributions(rest))
    if word == "ticket":
        return Evidence(word, number(rest))
    if word == "dice":
        return Evidence(word, read_dice(rest))
    require(word == "drand", "evidence of an unknown source")
    require(re.fullmatch("[^\n]*\n[^\n]*\n([0-9a-f]{2})*", rest), "the round of a beacon has another form")
    chain_hash, round_number, signature = rest.split("\n")
    require(chain_hash in [chain.hash for chain in CHAINS], "no such chain of a beacon")
    return Evidence(word, Pulse(chain_of(chain_hash), number(round_number), signature))


LATIN = "abcdefghijklmnopqrstuvwxyz"
GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґ"
DISTINCT = "δζλξσψджлнцшщъыэюяљњџ"  # letters that nobody takes for one of another script
LIKE_DIGITS = "lo\N{GREEK SMALL LETTER OMICRON}\N{CYRILLIC SMALL LETTER O}збч"  # no word is made of these alone

LETTER = f"[{LATIN}{GREEK}{CYRILLIC}]"
RUN = f"(?:{LETTER}+|0|[1-9][0-9]*)"
WORDS_FORM = re.compile(f"{RUN}(?: {RUN})*")


def is_words(text):
    """Whether a text is words in their one form: nothing in it can be taken for something else."""
    if not WORDS_FORM.fullmatch(text) or len(text.encode()) > 2000:
        return False
    scripts = [script for script in (LATIN, GREEK, CYRILLIC) if any(sign in script for sign in text)]
    is_distinct = scripts in ([], [LATIN]) or any(sign in DISTINCT for sign in text)
    is_like_digits = any(all(sign in LIKE_DIGITS for sign in run) for run in text.split(" "))
    return len(scripts) <= 1 and is_distinct and not is_like_digits


def read_contributions(text):
    """Slips in the charter's order, `-` for who did not open theirs; then perhaps the second source."""
    slips, has_second, second = text.partition("\notherwise\n")
    slips = [None if line == "-" else read_slip(line) for line in slips.split("\n")]
    require(2 <= len(slips) <= 100, "too few or too many people sealed words")
    require((None in slips) == bool(has_second), "a second source decides if, and only if, somebody is missing")
    is_free = second.startswith(("contributions", "text"))
    require(not is_free, "the second source cannot be words")
    return Contributions(slips, read_evidence(second) if has_second else None)


def read_slip(line):
    """A salt of 16 bytes in hexadecimal digits, a space, and words."""
    salt, _, words = line.partition(" ")
    require(re.fullmatch("[0-9a-f]{32}", salt) and is_words(words), "no slip of sealed words")
    return Slip(bytes.fromhex(salt), words)


def read_dice(text):
    """Dice and their throws."""
    sides, *throws = text.split("\n")
    sides = number(sides)
    throws = [[number(face) for face in throw.split(" ")] for throw in throws]
    require(2 <= sides <= 1000 and throws and len(throws[0]) <= 64, "impossible dice")
    faces = range(10) if sides == 10 else range(1, sides + 1)
    for throw in throws:
        is_whole_throw = len(throw) == len(throws[0])
        require(is_whole_throw and all(face in faces for face in throw), "an impossible throw of dice")
    return Dice(sides, throws)


def ticket_of_dice(dice, tickets):
    """The ticket that dice decide; the last throw recorded must be the first that decides."""
    count = len(dice.throws[0])
    require(dice.sides**count >= tickets, "the dice have too few outcomes")
    used = next((n for n in range(1, count + 1) if dice.sides**n >= 2**100), count)
    limit = dice.sides**used // tickets * tickets
    lowest_face = 0 if dice.sides == 10 else 1
    values = []
    for throw in dice.throws:
        value = 0
        for face in throw[-used:]:
            value = value * dice.sides + (face - lowest_face)
        values.append(value)
    decides = [value < limit for value in values]
    require(decides == [False] * (len(values) - 1) + [True], "the last throw is not the first that decides")
    return values[-1] % tickets


def ticket_by_hand(evidence, tickets):
    """The ticket that people drew with their hands; None if the evidence is of another kind."""
    if evidence.word == "ticket":
        require(evidence.what < tickets, "the ticket drawn by hand is none of the lottery's")
        return evidence.what
    if evidence.word == "dice":
        return ticket_of_dice(evidence.what, tickets)
    return None


# ==== Forms of files: FILES.md, section 1, and SPEC.md, section 2 ====================================


def write_table(rows):
    """A table in its one form."""

    def cell(text, row):
        needs_quotes = any(c in text for c in ',"\r\n') or row == [""]
        return '"' + text.replace('"', '""') + '"' if needs_quotes else text

    return "".join(",".join(cell(text, row) for text in row) + "\n" for row in rows).encode()


def read_rows(data):
    """The rows of a table, however long its cells are."""
    csv.field_size_limit(len(data) + 1)
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def read_table(data, heading, name):
    """The rows below the heading of a table in its one form."""
    rows = read_rows(data)
    require(rows and rows[0] == heading, f"{name} has another heading")
    require(all(len(row) == len(heading) for row in rows), f"{name} has a row of another length")
    require(write_table(rows) == data, f"{name} is not in the one form of a table")
    return rows[1:]


def read_facts(data, name, kinds, may_have=None):
    """The facts of a JSON file in its one form, which has exactly these fields, each of its kind."""
    facts, may_be = json.loads(data.decode()), {**kinds, **(may_have or {})}
    require(isinstance(facts, dict), f"{name} has no facts")
    unknown = set(facts) - set(may_be)
    missing = set(kinds) - set(facts)
    require(not unknown, f"{name} has fields that are none of its own: {sorted(unknown)}")
    require(not missing, f"{name} lacks {sorted(missing)}")
    text = json.dumps(facts, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    require(text.encode() == data, f"{name} is not in the one form of facts")
    others = sorted(field for field, value in facts.items() if not may_be[field](value))
    require(not others, f"{name} has values of another kind than {others} can have")
    return facts


class Entry(NamedTuple):
    """What a manifest says of a file."""

    size: int
    digest: str


def read_manifest(data):
    """The files that a manifest lists, by name."""
    lines = data.decode().split("\n")
    has_form = lines[0] == "# geloot manifest, rules 1" and lines[-1] == "" and len(lines) % 2 == 0
    require(has_form, "manifest.txt has not the form of a manifest")
    entries, names = {}, []
    for size, line in zip(lines[1:-1:2], lines[2:-1:2]):
        digest, between, name = line[:64], line[64:66], line[66:]
        require(size.startswith("# size "), "a manifest gives no size")
        require(is_hex_digest(digest) and between == "  ", "a manifest gives no digest")
        is_fit = name and is_plain(name) and name[0] not in "#*" and "\\" not in name
        require(is_fit, "a manifest lists an unfit name")
        entries[name] = Entry(number(size.removeprefix("# size ")), digest)
        names.append(name.encode())
    require(ascends(names), "the names in a manifest are out of order")
    return entries


def is_as_listed(data, entry):
    """Whether a file is there and the one that the manifest lists."""
    return data is not None and Entry(len(data), plain_sha256(data)) == entry


# ==== Codes: SPEC.md, section 7 ======================================================================

CODE_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_FORM = re.compile(f"[{CODE_DIGITS}]{{4}}-[{CODE_DIGITS}]{{4}}-[{CODE_DIGITS}]{{2}}")


def is_code(text):
    """Whether a text is a person's code, with the right check digits."""
    if not CODE_FORM.fullmatch(text):
        return False
    value = 0
    for digit in text.replace("-", ""):
        value = value * 32 + CODE_DIGITS.index(digit)
    return value % 1024 == value // 1024 % 1021


def read_coded_table(data, columns, name):
    """A table of people by code, sorted by code."""
    rows = read_table(data, ["code", *columns], name)
    for code, *_ in rows:
        require(is_code(code), f"{code} in {name} is no code")
    require(ascends([row[0] for row in rows]), f"{name} is not sorted by code")
    return rows


LIKE_LATIN = str.maketrans(
    "\N{CYRILLIC SMALL LETTER A}\N{CYRILLIC SMALL LETTER VE}\N{CYRILLIC SMALL LETTER IE}\N{CYRILLIC SMALL LETTER KA}"
    "\N{CYRILLIC SMALL LETTER EM}\N{CYRILLIC SMALL LETTER EN}\N{CYRILLIC SMALL LETTER O}\N{CYRILLIC SMALL LETTER ER}"
    "\N{CYRILLIC SMALL LETTER ES}\N{CYRILLIC SMALL LETTER TE}\N{CYRILLIC SMALL LETTER U}\N{CYRILLIC SMALL LETTER HA}"
    "\N{CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I}\N{CYRILLIC SMALL LETTER JE}\N{CYRILLIC SMALL LETTER DZE}"
    "\N{GREEK SMALL LETTER ALPHA}\N{GREEK SMALL LETTER IOTA}\N{GREEK SMALL LETTER NU}\N{GREEK SMALL LETTER OMICRON}"
    "\N{GREEK SMALL LETTER RHO}\N{GREEK SMALL LETTER TAU}\N{GREEK SMALL LETTER UPSILON}\N{GREEK SMALL LETTER CHI}"
    "i|",
    "abekmhopctyxijsaivoptuxll",
)


def look_of(text):
    """What a text looks like. `geloot verify` knows more signs that look alike than these."""
    plain = (sign for sign in unicodedata.normalize("NFKD", text) if not is_unseen(sign) and not unicodedata.combining(sign))
    return "".join(plain).lower().replace(" ", "").translate(LIKE_LATIN)


# ==== Quotas: FILES.md, section 2 ====================================================================


class Quota(NamedTuple):
    """How many people with a value are to be on the panel; `flexible` is () or its two outer bounds."""

    feature: str
    value: str
    min: int
    max: int
    flexible: tuple


def read_quotas(data, name):
    """Quotas, sorted by feature and value."""
    heading = ["feature", "value", "min", "max"]
    has_flexible = data.startswith(b"feature,value,min,max,min_flex,max_flex\n")
    if has_flexible:
        heading += ["min_flex", "max_flex"]
    quotas = []
    for feature, value, low, high, *outer in read_table(data, heading, name):
        low, high = number(low, TWO_TO_32), number(high, TWO_TO_32)
        outer = tuple(number(text, TWO_TO_32) for text in outer) if any(outer) else ()
        in_order = never_falls([*outer[:1], low, high, *outer[1:]])
        require(in_order, f"the bounds of {feature} {value} in {name} are out of order")
        quotas.append(Quota(feature, value, low, high, outer))
    require(len(quotas) < 65536, f"{name} has too many quotas")
    keys = [(quota.feature.encode(), quota.value.encode()) for quota in quotas]
    require(ascends(keys), f"{name} is not sorted, or has a value twice")
    require(not has_flexible or any(quota.flexible for quota in quotas), f"{name} has empty columns")
    return quotas


# ==== Charter: FILES.md, section 5 ===================================================================


class Charter(NamedTuple):
    """What was declared before the draw."""

    date: int | None  # when the inputs are frozen, in seconds since 1970
    source: str | None  # the word of SPEC.md for the declared source of the seed
    what: object  # of dice (sides, count), of lotto (count, most), of drand (chain, round), of contributions SealedWords


class Role(NamedTuple):
    """Somebody who sealed words."""

    name: str
    slip: str  # the line that they handed in


class SealedWords(NamedTuple):
    """Sealed words of several people, as a charter declares them."""

    roles: list
    source: str  # the second source, which decides if somebody does not open theirs
    what: object


FIELDS_OF_SOURCE = {
    "text": [],
    "lotto": ["count", "most"],
    "ticket": [],
    "dice": ["sides", "count"],
    "drand": ["chain", "round", "time"],
    "contributions": ["roles", "until", "otherwise"],
}
MEANT = [  # the names in a charter that mean something
    "date", "seed", "reserves", "zone", "question", "mandate", "invited", "programme", "frame", "columns", "letters", "leidraad",
    "phase", "ballot", "answer", "consultation",
]
OTHERWISE_SAID = {  # what people write for them
    "datum": "date",
    "startgetal": "seed",
    "bron": "seed",
    "reservelijst": "reserves",
    "tijdzone": "zone",
    "timezone": "zone",
    "fase": "phase",
    "fasen": "phase",
    "stemming": "ballot",
    "stemmingen": "ballot",
}
MOST_OF_CHARTER = 1_000_000  # bytes
DEEPEST = 16  # tables and arrays within one another
MOST_DOTS = 20  # of a key; so deep a key is refused in any case, and long ones take Python more memory and time than there is
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


def read_toml(data):
    """A file in TOML 1.0, as far as programs read it alike."""
    require(len(data) <= MOST_OF_CHARTER, "the charter is too large")
    try:
        sys.set_int_max_str_digits(640)  # no number of a charter is as long, and long ones take long
        text = data.decode("utf-8-sig")
        keys = re.split("[\n,=]", NOT_KEYS.sub("", text))
        require(all(key.count(".") <= MOST_DOTS for key in keys), "the charter has a key of too many parts")
        toml = tomllib.loads(text, parse_float=parse_float)
    except (ValueError, RecursionError) as why:
        raise Fails("the charter cannot be read: it is not TOML 1.0 in UTF-8") from why
    finally:
        sys.set_int_max_str_digits(MOST_DIGITS)
    require(all(is_common_toml(value, DEEPEST) for value in toml.values()), "the charter cannot be read alike")
    return toml


def parse_float(text):
    """A number with a fraction or an exponent; nothing follows from one, but none may be too large to be held."""
    value = float(text)
    require(text.lstrip("+-") == "inf" or not math.isinf(value), "the charter has a number that is too large")
    return value


def is_common_toml(value, left):
    """Whether a value nests no deeper than `left` levels and has no number beyond 64 bits."""
    if isinstance(value, (list, dict)):
        inside = value.values() if isinstance(value, dict) else value
        return left > 0 and all(is_common_toml(value, left - 1) for value in inside)
    return type(value) is not int or is_whole(value, 2**63, -(2**63))


def check_names(toml):
    """No name in a charter can pass for one that means something and is not there."""
    absent = [meant for meant in MEANT if meant not in toml]
    for name in toml:
        lower = ascii_lower(name)
        is_near = [is_one_slip(lower, meant) or OTHERWISE_SAID.get(lower) == meant for meant in absent]
        require(name in MEANT or not any(is_near), f"the charter has {name!r}, which is close to a name that means something")
        is_latin = all(" " <= sign <= "~" or "\u00c0" <= sign <= "\u017f" for sign in name)
        require(is_latin, f"the charter has {name!r}, which has signs that are not of the Latin script")
    is_outside = "seed" not in toml and is_text(toml.get("source")) and toml["source"] in FIELDS_OF_SOURCE
    require(not is_outside, "the charter has a source outside [seed]")
    own = toml.get("programme", {})
    is_plain = isinstance(own, dict) and (
        own["kind"] in ("register", "self-registered") if is_text(own.get("kind"))
        else "kind" not in own and not any(is_one_slip(ascii_lower(key), "kind") for key in own)
    )
    require(is_plain, "the charter does not say plainly whether people registered themselves")


def ascii_lower(text):
    """A text with its letters A to Z in lower case."""
    return "".join(sign.lower() if sign.isascii() else sign for sign in text)


def is_one_slip(word, meant):
    """Whether two words are the same but for one sign too many, missing, another, or two that are swapped."""
    if len(word) == len(meant):
        others = [i for i, (a, b) in enumerate(zip(word, meant)) if a != b]
        is_swapped = len(others) == 2 and others[1] == others[0] + 1
        return len(others) <= 1 or is_swapped and word[others[0]] + word[others[1]] == (
            meant[others[1]] + meant[others[0]]
        )
    shorter, longer = sorted((word, meant), key=len)
    cuts = (longer[:i] + longer[i + 1 :] for i in range(len(longer)))
    return len(longer) == len(shorter) + 1 and shorter in cuts


def read_charter(data, tickets):
    """A charter; the lottery has this many tickets."""
    toml = read_toml(data)
    check_names(toml)
    if "zone" in toml:
        hours = hours_of_zone(toml["zone"])
        for name in ("date", "seed"):
            if name in toml:
                toml[name] = in_zone(toml[name], toml["zone"], hours)
    date = moment_of(toml["date"]) if "date" in toml else None
    if "seed" not in toml:
        return Charter(date, None, None)
    return Charter(date, *declared_source(toml["seed"], tickets, date))


# Hours before UTC in winter. Summer time begins and ends at 01:00 UTC on the last Sunday of March and October.
ZONES = {
    0: "Dublin Lisbon London".split(),
    1: """Amsterdam Andorra Belgrade Berlin Bratislava Brussels Budapest Copenhagen Gibraltar Ljubljana Luxembourg
        Madrid Malta Monaco Oslo Paris Podgorica Prague Rome San_Marino Sarajevo Skopje Stockholm Tirane Vaduz Vatican
        Vienna Warsaw Zagreb""".split(),
    2: "Athens Bucharest Helsinki Mariehamn Riga Sofia Tallinn Vilnius".split(),
}


def hours_of_zone(zone):
    """The hours before UTC in winter of a zone that a charter names."""
    found = [hours for hours, cities in ZONES.items() if zone in {f"Europe/{city}" for city in cities}]
    require(zone == "UTC" or found, "the charter has an unknown zone")
    return 0 if zone == "UTC" else found[0]


def put_in_zone(toml):
    """Puts the times of the rules of ballots in the zone of their charter, if that is one: V12 looks at it."""
    try:
        hours = hours_of_zone(toml.get("zone"))
    except Fails:
        return
    if "ballot" in toml:
        toml["ballot"] = in_zone(toml["ballot"], toml["zone"], hours)


def in_zone(value, zone, hours):
    """What stands in a charter, with every time without an offset as one of the zone. One that the zone has not, or has
    twice, stays without: whoever needs the moment of it finds that it has none."""
    if isinstance(value, dict):
        return {name: in_zone(part, zone, hours) for name, part in value.items()}
    if isinstance(value, list):
        return [in_zone(part, zone, hours) for part in value]
    if not isinstance(value, datetime.datetime) or value.tzinfo is not None:
        return value
    if zone == "UTC":
        return value.replace(tzinfo=datetime.timezone.utc)
    if value.year < 2003:
        return value  # before the rule of the zones

    def change(month):
        day = datetime.datetime(value.year, month, 31, 1, tzinfo=datetime.timezone.utc)
        return day - datetime.timedelta(days=(day.weekday() + 1) % 7)

    moments = []
    for is_summer in (False, True):
        offset = datetime.timezone(datetime.timedelta(hours=hours + is_summer))
        moment = value.replace(tzinfo=offset)
        if (change(3) <= moment < change(10)) == is_summer:
            moments.append(moment)
    return moments[0] if len(moments) == 1 else value


def declared_source(seed, tickets, date):
    """The word for a declared source, and what the evidence must be. A round must be due after `date`."""
    require(isinstance(seed, dict) and is_text(seed.get("source")), "the charter declares no source")
    source = seed["source"]
    require(source in FIELDS_OF_SOURCE, "the charter declares an unknown source")
    known = {"source", "description", *FIELDS_OF_SOURCE[source]}
    require(set(seed) <= known, "the charter says more of the source than can be kept")
    if source == "ticket":
        is_power_of_ten = re.fullmatch("10+", str(tickets))
        require(is_power_of_ten, "tickets are drawn by hand, and their number is no power of ten")
    if source == "lotto":
        return source, declared_numbers(seed, tickets)
    if source == "dice":
        return source, declared_dice(seed, tickets)
    if source == "drand":
        return source, declared_round(seed, date)
    if source == "contributions":
        return source, declared_words(seed, tickets, date)
    return source, None


def moment_of(value):
    """A date (its last second, in UTC) or a time with an offset, in seconds since 1970."""
    if type(value) is datetime.date:
        last_second = datetime.time(23, 59, 59, tzinfo=datetime.timezone.utc)
        value = datetime.datetime.combine(value, last_second)
    is_moment = isinstance(value, datetime.datetime) and value.tzinfo is not None
    require(is_moment, "the charter has no date, or a time without an offset, or one that its zone has not or has twice")
    return int(value.replace(microsecond=0).timestamp())


def declared_numbers(seed, tickets):
    """The published numbers that a charter declares: how many, and the greatest that there can be. They can come in so many
    ways that nobody could try them all beforehand and write the charter to fit."""
    count, most = seed.get("count"), seed.get("most")
    is_possible = is_whole(count, 101, 1) and is_whole(most, 2**63)
    require(is_possible, "the charter does not say how many numbers there will be, and how great")
    require(math.comb(most, count) >= min(tickets, 10**6), "the numbers that the charter declares can come in few ways only")
    return count, most


def declared_dice(seed, tickets):
    """The dice that a charter declares: sides and count."""
    sides, count = seed.get("sides"), seed.get("count")
    require(is_whole(sides, 1001, 2) and is_whole(count, 65, 1), "the charter declares impossible dice")
    require(sides**count >= tickets, "the charter declares too few dice")
    return sides, count


def declared_round(seed, date):
    """The chain and round that a charter declares; the round must be due after the charter's date."""
    chain = chain_of(seed.get("chain"))
    require(("round" in seed) != ("time" in seed), "the charter declares no round, or two")
    round_number = seed["round"] if "round" in seed else first_round_at(chain, moment_of(seed["time"]))
    require(is_whole(round_number, 2**63), "the charter declares no round")
    require(date is not None, "the charter declares a round and has no date")
    require((due(chain, round_number) or 0) > date, "the declared round is due before the inputs are frozen")
    return chain, round_number


def declared_words(seed, tickets, date):
    """The people who sealed words, and the second source."""
    roles = seed.get("roles")
    require(isinstance(roles, list) and 2 <= len(roles) <= 100, "2 to 100 people can seal words")
    roles = [declared_role(role) for role in roles]
    for part in zip(*roles):
        require(len(set(part)) == len(part), "two people with one name, or with one slip")
    require("until" in seed and date is not None, "until when words can be opened, or the date, is missing")
    until = moment_of(seed["until"])
    require(until > date, "words can be opened no longer than until the inputs are frozen")
    second = seed.get("otherwise")
    source, what = declared_source(second, tickets, until)
    require(source not in ("contributions", "text"), "the second source cannot be words")
    return SealedWords(roles, source, what)


def declared_role(role):
    """Somebody who sealed words: a name, and the line that they handed in."""
    require(isinstance(role, dict) and sorted(role) == ["name", "slip"], "a role has a name and a slip")
    require(is_text(role["name"]) and is_one_line(role["name"]), "the name of a role is no line")
    is_slip = is_text(role["slip"]) and re.fullmatch("geloot-slip-1:[0-9a-f]{64}", role["slip"])
    require(is_slip, "what a role handed in is no slip")
    return Role(role["name"], role["slip"])


# ==== The record: FILES.md, section 2 ================================================================

SEALED_MANIFEST = "../sealed/manifest.txt"
ALWAYS_FROZEN = {"certificate.json", "lottery.csv", "profiles.csv", "quotas.csv", "ranges.csv", SEALED_MANIFEST}
CHARTERS = {"charter.txt", "charter.toml"}
FROZEN_IF_STATED = {"asked.csv": "confirmed", "confirmed.csv": "confirmed", "excluded.csv": "excluded"}
MAY_BE_FROZEN = ALWAYS_FROZEN | CHARTERS | {"about.json", "pool.csv", "prepared.json"} | set(FROZEN_IF_STATED)

VOID = "TRIAL: VOID"  # in every row of what a trial gives
DRAW_FILES = {"draw.json", "panel.csv", "manifest.txt"}
RESERVE_FILES = {"reserves.csv", "reserves.json"}
MAY_BE_IN = {
    "draws": DRAW_FILES | RESERVE_FILES | {"beacon.json"},
    "trials": DRAW_FILES | RESERVE_FILES | {"beacon.json"},
    "rosters": {"events.csv", "roster.json", "manifest.txt"},
    "continued": {"continued.json", "manifest.txt"},
    "acts": {"act.json", "terms.json", "manifest.txt"},  # and the tables of section 6, which are added there
}

# The kinds of what stands in each file of facts.
STAMP = {"commitment": is_hex_digest, "previous": or_null(is_hex_digest), "program": is_text, "rules": is_number}
ABOUT_FIELDS = {
    **dict.fromkeys(["bound", "gap", "root"], or_null(is_text)),
    **dict.fromkeys("detail key kind objective program status".split(), is_text),
    **dict.fromkeys("least people profiles tickets unique".split(), is_large_number),
    **dict.fromkeys("rules search seats".split(), is_number),
    "off": or_null(is_large_number),
}
ABOUT_MAY_HAVE = {"confirmed": is_object, "continues": is_object, "excluded": is_large_number, "household": is_object}
CONTINUES_FIELDS = ["commitment", "record", "roster"]
CONTINUES_MAY_HAVE = ["continued", "loosened", "passed_over"]
DRAW_FIELDS = {
    **STAMP,
    **dict.fromkeys(["because", "evidence", "override"], or_null(is_text)),
    **dict.fromkeys(["label", "source"], is_text),
    **dict.fromkeys(["ticket", "tickets"], is_large_number),
    "draw": is_number,
    "seed": is_hex_digest,
    "void": is_true_or_false,
}
RESERVES_FIELDS = {
    **dict.fromkeys(["attrition", "reserves", "scenarios"], is_number),
    "label": is_text,
    "rates": is_list,
}
ROSTER_FIELDS = {
    **STAMP, "draw": is_number, "events": is_large_number, "record": is_hex_digest, "roster": is_number,
}  # fmt: skip
SUPPLEMENT_FIELDS = {
    **STAMP,
    **dict.fromkeys(["record", "roster", "supplement"], is_hex_digest),
    "because": or_null(is_text),
    "continued": is_number,
}


class Draw(NamedTuple):
    """The record of a draw or trial."""

    name: str  # such as `draws/1`
    facts: dict  # draw.json
    files: dict  # by name
    own: Evidence | None  # its own evidence
    evidence: str | None  # the text that its seed follows from: its own, or the first draw's

    @property
    def void(self):
        """Whether it is a trial."""
        return self.facts["void"]

    @property
    def digest(self):
        """The digest of its manifest, by which what comes later names it."""
        return plain_sha256(self.files["manifest.txt"])


MOST_PEOPLE = 10_000_000  # of a lottery: what follows takes memory for each of them


class Profile(NamedTuple):
    """People who are alike in every feature of the quotas."""

    values: list  # one of each feature
    people: int
    tickets: int  # as profiles.csv says
    lines: list  # the numbers of the quotas that count these people
    members: list  # the numbers of their rows in pool.csv; empty without one


class Share(NamedTuple):
    """A row of lottery.csv: tickets that have one panel."""

    first: int
    last: int
    panel: list  # pairs of a profile and its seats


class Record:
    """The public files of a record, and what the claims have found in them so far."""

    sign = "V"  # what stands before the number of a claim
    may_be_in = MAY_BE_IN  # the names of files in the folder of each kind of record

    def __init__(self, files, published=None, before=None, ballot_lines=(), outside=None, groups=()):
        self.files = files  # contents by name
        self.outside = outside  # where the sealed part may lie, for the papers of ballots; None if nowhere
        self.found_groups = 0  # how many of these drew one
        self.groups = groups  # the files of records of lotteries that drew a group of this one, by whoever asks
        self.published = published  # the line, by whoever asks
        self.ballot_lines = ballot_lines  # the lines of ballots, by whoever asks
        self.before = before  # the files of the record that this one goes on from, by whoever asks
        self.passed = set()  # the numbers of the claims that passed
        # V1
        self.listed = {}  # what manifest.txt lists
        self.commitment = None
        # V3
        self.unchanged = set()  # the names of those that are as listed
        # V5
        self.about = None  # about.json
        # V6
        self.quotas = []
        self.features = []
        self.profiles = []
        self.pool = []  # the rows of pool.csv; empty without codes
        # V7
        self.shares = []
        self.runs = []  # of each profile: first ticket, tickets and seats of the shares that seat any of it
        self.totals = []  # seats of each profile on all tickets
        self.laps_key = None  # from what the orders of laps follow
        # V11
        self.draws = []
        # V12
        self.charter = None
        # V13, V14, V15
        self.by_hand = None  # of each draw the ticket that its evidence decides, or None
        self.seeds = []
        self.winners = None  # the winning ticket of each draw
        # V24
        self.lists_of_events = []
        self.supplements = []  # the facts of each continued.json
        # V28
        self.acts = []

    def file(self, name):
        """A frozen file, which must be as the manifest says."""
        look_only_if(name in self.unchanged, f"rests on {self.sign}3")
        return self.files[name]

    def is_frozen(self, name):
        """Whether the manifest lists a file."""
        return name in self.listed

    def folder(self, name):
        """The files below a folder, by their names there."""
        start = name + "/"
        return {path.removeprefix(start): data for path, data in self.files.items() if path.startswith(start)}

    def numbers_of(self, kind):
        """The numbers of the records of one kind that are there, up to the last one, without gaps."""
        found = (re.match(f"{kind}/([1-9][0-9]*)/.", name) for name in self.files)
        found = {int(match[1]) for match in found if match and len(match[1]) <= 10}
        found = {n for n in found if n < TWO_TO_32}
        last = max(found, default=0)
        require(last <= len(found), f"{kind} are not numbered without gaps")
        return range(1, last + 1)

    def read_folder(self, name):
        """The files of the record of one draw, trial, list of events or supplement, as its manifest says."""
        files = self.folder(name)
        require("manifest.txt" in files, f"{name} has no manifest")
        listed = read_manifest(files["manifest.txt"])
        # A file that no record of this kind can have, and that nothing lists, is for V4: the record is whole without it.
        may_be = self.may_be_in[name.split("/")[0]]
        files = {file: data for file, data in files.items() if file in may_be or file in listed}
        require(set(files) == {*listed, "manifest.txt"}, f"{name} holds other files than its manifest says")
        for file, entry in listed.items():
            require(is_as_listed(files[file], entry), f"{name}/{file} is not what its manifest says")
        return files

    def line_of(self):
        """The number of the quota of each feature and value."""
        return {(quota.feature, quota.value): line for line, quota in enumerate(self.quotas)}

    def least_tickets(self, profile):
        """On how many tickets the person of a profile is who is on the fewest."""
        return self.totals[profile] // self.profiles[profile].people

    def most_tickets(self, profile):
        """On how many tickets the person of a profile is who is on the most."""
        return -(-self.totals[profile] // self.profiles[profile].people)


# ==== The claims: FILES.md, section 3 ================================================================


class Claim(NamedTuple):
    """One thing that a record claims."""

    number: int
    title: str
    rests_on: tuple  # the numbers of the claims that must have passed
    check: Callable  # of a Record; what it returns is said of a claim that passes


CLAIMS = []


def claim(number, title, rests_on=()):
    """Makes the function below it the check of a claim."""

    def register(check):
        CLAIMS.append(Claim(number, title, tuple(rests_on), check))
        return check

    return register


@claim(1, "manifest and commitment agree")
def claim_01_manifest_and_commitment(record):
    """manifest.txt has its form, and commitment.txt is its digest. Everything rests on this."""
    require("manifest.txt" in record.files, "there is no manifest.txt")
    require("commitment.txt" in record.files, "there is no commitment.txt")
    record.listed = read_manifest(record.files["manifest.txt"])
    record.commitment = tagged_sha256("geloot/1/commitment", record.files["manifest.txt"])
    line = f"geloot-commitment-1:{record.commitment.hex()}\n"
    require(record.files["commitment.txt"] == line.encode(), "commitment.txt is the line of another manifest")


SPACE = f"[{SPACES}]*"
PUBLISHED_LINE = re.compile(f"{SPACE}(?:geloot-commitment-1:)?{SPACE}([0-9a-fA-F]{{64}}){SPACE}")


@claim(2, "the line is the published one", rests_on=[1])
def claim_02_published_line(record):
    """The commitment is the one that was published before the draw. Only whoever asks knows that line."""
    look_only_if(record.published is not None, "no published line given")
    match = PUBLISHED_LINE.fullmatch(record.published)
    require(match, "what was given is no line of a lottery")
    require(match[1].lower() == record.commitment.hex(), "another line was published")


@claim(3, "files unchanged", rests_on=[1])
def claim_03_files_unchanged(record):
    """Every public file that the manifest lists is there, with its size and digest; and no charter is too large to be read."""
    names = set(record.listed) - {SEALED_MANIFEST}
    large = {name for name in CHARTERS & names if record.listed[name].size > MOST_OF_CHARTER}
    record.unchanged = {name for name in names - large if is_as_listed(record.files.get(name), record.listed[name])}
    require(not large, f"larger than a charter may be, {MOST_OF_CHARTER} bytes: {', '.join(sorted(large))}")
    changed = sorted(names - record.unchanged)
    require(not changed, f"missing or changed: {', '.join(changed)}")


@claim(4, "nothing extra", rests_on=[1])
def claim_04_nothing_extra(record):
    """Nothing is frozen that the rules do not know, and there is no other file or empty folder."""
    unknown = sorted(set(record.listed) - MAY_BE_FROZEN)
    require(not unknown, f"frozen, and none of the rules' files: {', '.join(unknown)}")
    own = {"manifest.txt", "commitment.txt", *record.listed, *(f"{kind}/" for kind in MAY_BE_IN)}
    for name in sorted(set(record.files) - own):
        match = re.fullmatch("([a-z]+)/([1-9][0-9]{0,9})/([^/]+)", name)
        known = match and int(match[2]) < TWO_TO_32 and match[3] in MAY_BE_IN.get(match[1], ())
        require(known, f"{name} does not belong there")


@claim(5, "facts complete", rests_on=[1])
def claim_05_facts(record):
    """about.json has its fields, under rules that this program knows, and what it states is frozen."""
    require(record.is_frozen("about.json"), "about.json is not frozen")
    data = record.file("about.json")
    rules = json.loads(data.decode())["rules"]
    require(is_whole(rules, 2, 1), "the record follows rules that this program does not know")
    about = read_facts(data, "about.json", ABOUT_FIELDS, ABOUT_MAY_HAVE)

    require(about["objective"] in ("leximin", "maximin", "nash", "goldilocks"), "an unknown objective")
    require(about["status"] in ("optimal", "within", "stopped"), "an unknown status")
    require(about["key"] in ("derived", "secret"), "an unknown origin of the key")
    require(about["kind"] == "panel", "an unknown kind of lottery")
    require(about["detail"] in ("codes", "profiles"), "an unknown detail")
    facts_of_people_before(about)
    if "continues" in about:
        facts_of_the_record_before(about["continues"])

    shows_codes = about["detail"] == "codes"
    require((about["root"] is None) == shows_codes, "a root is given if and only if there are no codes")
    require(record.is_frozen("pool.csv") == shows_codes, "pool.csv is frozen if and only if there are codes")
    for name in sorted(ALWAYS_FROZEN):
        require(record.is_frozen(name), f"{name} is not frozen")
    for name, field in FROZEN_IF_STATED.items():
        require(record.is_frozen(name) == (field in about), f"{name} is not frozen, or {field} is not stated")
    require(not CHARTERS <= set(record.listed), "there are two charters")
    record.about = about


def facts_of_people_before(about):
    """What about.json may say of people who have a seat already or were excluded, and of homes."""
    if "confirmed" in about:
        confirmed = about["confirmed"]
        require(sorted(confirmed) == ["people", "seats"], "confirmed has other fields")
        require(is_whole(confirmed["people"], TWO_TO_64), "the number of confirmed people is no number")
        require(is_whole(confirmed["seats"], TWO_TO_32), "the seats of the whole panel are no number")
    if "household" in about:
        rule = about["household"]
        require(sorted(rule) == ["columns", "feature", "per"], "household has other fields")
        has_columns = isinstance(rule["columns"], list) and all(map(is_text, rule["columns"]))
        require(has_columns and is_text(rule["feature"]), "household has no columns or feature")
        require(is_whole(rule["per"], TWO_TO_32), "household does not say how many per home")


def facts_of_the_record_before(continues):
    """What about.json of a supplement says of the record that it goes on from."""
    fields = set(continues) - set(CONTINUES_MAY_HAVE)
    require(fields == set(CONTINUES_FIELDS), "continues has other fields")
    require(all(is_text(continues[field]) for field in fields), "continues names no record")
    require(is_whole(continues.get("continued", 1), TWO_TO_32), "the number of the supplement is no number")
    require(continues.get("loosened", True) is True, "loosened is there and not true")
    if "passed_over" in continues:
        reason = continues["passed_over"]
        require(is_text(reason) and is_one_line(reason), "passed_over is not one line of words")


@claim(6, "quotas, profiles, pool agree", rests_on=[5])
def claim_06_people(record):
    """Quotas, profiles and pool have their form and agree with each other and with the facts."""
    about, shows_codes = record.about, record.about["detail"] == "codes"
    record.quotas = read_quotas(record.file("quotas.csv"), "quotas.csv")
    record.features = list(dict.fromkeys(quota.feature for quota in record.quotas))
    record.profiles = read_profiles(record)
    if shows_codes:
        record.pool = read_coded_table(record.file("pool.csv"), record.features, "pool.csv")
        by_values = {tuple(profile.values): profile for profile in record.profiles}
        for row, (code, *values) in enumerate(record.pool):
            require(tuple(values) in by_values, f"{code} has a profile that is not in profiles.csv")
            by_values[tuple(values)].members.append(row)
        for profile in record.profiles:
            has_all = len(profile.members) == profile.people
            require(has_all, "pool.csv has another number of people of a profile than profiles.csv")
    people = [profile.people for profile in record.profiles]
    found = {"people": sum(people), "profiles": len(people), "unique": people.count(1)}
    for field, count in found.items():
        require(about[field] == count, f"about.json says {field} {about[field]}, and there are {count}")
    require(1 <= about["seats"] <= about["people"], "there are no seats, or more seats than people")
    told, seen = [], {}
    for quota in record.quotas:
        first = seen.setdefault((quota.feature, look_of(quota.value)), quota.value)
        if first != quota.value:
            told.append(f"two values of {quota.feature} look alike and are counted apart: {first!a} and {quota.value!a}")
    seen = {}
    for feature in record.features:
        first = seen.setdefault(look_of(feature), feature)
        if first != feature:
            told.append(f"two features look alike and have quotas of their own: {first!a} and {feature!a}")
    return "; ".join(told)


def read_profiles(record):
    """profiles.csv: numbered from 0, sorted by values, each value one of the quotas."""
    line_of = record.line_of()
    heading = ["profile", "people", "tickets", *record.features]
    profiles, all_people = [], 0
    for row in read_table(record.file("profiles.csv"), heading, "profiles.csv"):
        stated_number, people, tickets, *values = row
        require(number(stated_number) == len(profiles), "the profiles are not numbered from 0")
        keys = list(zip(record.features, values))
        require(all(key in line_of for key in keys), f"profile {stated_number} has a value without a quota")
        lines = [line_of[key] for key in keys]
        people = number(people, TWO_TO_32)
        require(people > 0, f"profile {stated_number} has no people")
        all_people += people
        require(all_people <= MOST_PEOPLE, "profiles.csv counts more people than a lottery can be made of")
        profiles.append(Profile(values, people, number(tickets), lines, []))
    keys = [[value.encode() for value in profile.values] for profile in profiles]
    require(ascends(keys), "the profiles are not sorted, or one is there twice")
    return profiles


@claim(7, "tickets without gaps", rests_on=[6])
def claim_07_tickets(record):
    """lottery.csv has its form, M tickets, and no panel with more people of a profile than there are."""
    next_ticket, seen = 0, set()
    heading = ["first", "last", "panel"]
    for first, last, text in read_table(record.file("lottery.csv"), heading, "lottery.csv"):
        first, last = number(first), number(last, TWO_TO_32)
        require(first == next_ticket and first <= last, f"there is a gap at ticket {next_ticket}")
        require(text not in seen, f"the panel of ticket {first} is in two rows")
        seen.add(text)
        panel = read_panel(text)
        for profile, seats in panel:
            has_them = profile < len(record.profiles) and 0 < seats <= record.profiles[profile].people
            require(has_them, f"ticket {first} seats people whom there are not")
        record.shares.append(Share(first, last, panel))
        next_ticket = last + 1
    require(next_ticket > 0, "there are no tickets")
    require(next_ticket == record.about["tickets"], "there are not as many tickets as about.json says")
    record.runs = [[] for _ in record.profiles]
    for share in record.shares:
        for profile, seats in share.panel:
            record.runs[profile].append((share.first, share.last - share.first + 1, seats))
    record.totals = [sum(tickets * seats for _, tickets, seats in runs) for runs in record.runs]
    frozen = [record.file(name) for name in ("quotas.csv", "profiles.csv", "lottery.csv")]
    record.laps_key = tagged_sha256("geloot/1/laps", *frozen)


def read_panel(text):
    """The panel of a row of lottery.csv: `7` is a seat for profile 7, `7x2` are two."""
    panel = []
    for part in text.split(" "):
        profile, times, seats = part.partition("x")
        panel.append((number(profile, TWO_TO_32), number(seats, TWO_TO_32) if times else 1))
    again = " ".join(f"{profile}x{seats}" if seats != 1 else f"{profile}" for profile, seats in panel)
    require(again == text, "a panel of lottery.csv is not in its one form")
    require(ascends([profile for profile, _ in panel]), "the profiles of a panel are out of order")
    return panel


@claim(8, "tickets meet the quotas", rests_on=[7])
def claim_08_quotas(record):
    """Every panel has as many people as there are seats, and of each value as many as its quota allows."""
    for share in record.shares:
        people = people_by_quota(record, share.panel)
        seats = sum(seats for _, seats in share.panel)
        require(seats == record.about["seats"], f"ticket {share.first} has {seats} people")
        for quota, count in zip(record.quotas, people):
            where = f"ticket {share.first} has {count} people with {quota.feature} {quota.value}"
            require(quota.min <= count <= quota.max, where)
    return "; ".join(drawn_for_certain(record))


def drawn_for_certain(record):
    """Of which values everybody must be drawn, and who besides is on every ticket, unless all people of the pool are: they can
    know it beforehand, as whoever wrote the quotas could."""
    told, seats, rule, lines = [], record.about["seats"], record.about.get("household"), set()
    for feature in record.features if seats < record.about["people"] else []:
        own = [(line, quota) for line, quota in enumerate(record.quotas) if quota.feature == feature]
        count = {line: sum(profile.people for profile in record.profiles if line in profile.lines) for line, _ in own}
        room = {line: min(count[line], quota.max) for line, quota in own}
        for line, quota in own if rule is None or feature != rule["feature"] else []:
            needed = max(quota.min, seats - (sum(room.values()) - room[line]))
            if needed >= count[line] > 0:
                told.append(f"everybody with {feature} {quota.value} must be drawn: {count[line]} people, who can know it beforehand")
                lines.add(line)
    on_every = 0
    for profile, held in zip(record.profiles, record.totals) if seats < record.about["people"] else []:
        if held == profile.people * record.about["tickets"] and not lines & set(profile.lines):
            on_every += profile.people
    if on_every:
        told.append(f"people who are on every ticket, because of how the quotas meet, and can know it beforehand: {on_every}")
    return told


def people_by_quota(record, panel):
    """How many people of a panel each quota counts."""
    people = [0] * len(record.quotas)
    for profile, seats in panel:
        for line in record.profiles[profile].lines:
            people[line] += seats
    return people


@claim(9, "chances are the tickets'", rests_on=[7])
def claim_09_chances(record):
    """The chances that profiles.csv and about.json publish are those that the tickets give; so is ranges.csv."""
    stated = [profile.tickets for profile in record.profiles]
    require(record.totals == stated, "profiles.csv gives another number of tickets than lottery.csv")
    least = min(record.least_tickets(profile) for profile in range(len(record.profiles)))
    require(least == record.about["least"], f"the smallest chance is {least} tickets")
    if 8 in record.passed:
        seats = record.about["seats"] * record.about["tickets"]
        require(sum(record.totals) == seats, "the chances do not add up to the seats")
    ranges = ranges_of_values(record)
    rows = [[quota.feature, quota.value, *map(str, seen)] for quota, seen in ranges]
    right = write_table([["feature", "value", "least", "most", "total"], *rows])
    require(record.file("ranges.csv") == right, "ranges.csv gives other seats than the tickets")
    return seats_in_words(ranges, record.about["tickets"])


class Seen(NamedTuple):
    """The seats of a value on the tickets."""

    least: int
    most: int
    total: int  # over all tickets


def ranges_of_values(record):
    """Each quota with the seats that its people have on the tickets; homes are no values."""
    least, most, total = ([None] * len(record.quotas), [0] * len(record.quotas), [0] * len(record.quotas))
    for share in record.shares:
        people = people_by_quota(record, share.panel)
        for line, count in enumerate(people):
            least[line] = count if least[line] is None else min(least[line], count)
            most[line] = max(most[line], count)
            total[line] += (share.last - share.first + 1) * count
    household = record.about.get("household", {}).get("feature")
    ranges = zip(record.quotas, map(Seen, least, most, total))
    return [(quota, seen) for quota, seen in ranges if quota.feature != household]


def seats_in_words(ranges, tickets):
    """The fewest and most seats of each value on a ticket, and the average, rounded."""
    words = []
    for quota, seen in ranges:
        hundredths = (seen.total * 200 + tickets) // (2 * tickets)
        average = f"{hundredths // 100}.{hundredths % 100:02}"
        span = f"{seen.least}-{seen.most} ({average})" if seen.least != seen.most else f"{seen.least}"
        words.append(f"{quota.feature} {quota.value} {span}")
    return "seats on a ticket, fewest to most (average where they differ): " + ", ".join(words) if words else ""


# ---- V10: the certificate, FILES.md section 4 -------------------------------------------------------

PLACES = 10**12  # about.json has 12 decimals
NASH_PARTS = 10**12  # the weight of a chance of 1 in the proof of nash
FINE = 10**24  # in such parts the proof of nash counts how far a chance can be from the best
ROUNDING = 3  # tickets by which anybody may be off in the best of lotteries, whatever the number of tickets
MOST_BITS = 33_000  # of the common denominator of the chances, whatever the rules
TOO_FEW_TICKETS = "too few tickets to tell a fair lottery from an unfair one"


@claim(10, "no lottery is fairer", rests_on=[7, 8])
def claim_10_no_lottery_is_fairer(record):
    """The certificate proves that no lottery is fairer, and how many tickets anybody can be off at most."""
    about, tickets = record.about, record.about["tickets"]
    certificate = read_certificate(record)
    shut_out = set(certificate["shut_out"])
    require(not any(record.totals[t] for t in shut_out), "somebody who is said to be on no panel is on one")
    require(about["status"] != "stopped", "the search was stopped: it is not shown that no lottery is fairer")
    found = PROVED_BY[about["objective"]](record, certificate, shut_out)
    require(about["bound"] == found.bound, "about.json gives another bound")
    require(about["gap"] == found.gap, "about.json gives another gap")
    require(about["off"] == found.off, "about.json gives another number of tickets that anybody is off")

    profiles = [record.profiles[profile] for profile in shut_out]
    people = sum(profile.people for profile in profiles)
    unseen = sum(profile.people for profile in profiles if not quotas_shut_out(record, profile))
    words = ""
    if people:
        words = f"{people} people are said to be on no panel, {unseen} of them only by a search; "
    uses_cuts = any(why["cuts"] for why in proofs(certificate))
    look_only_if(not unseen and not uses_cuts, words + "rests on a search, which geloot verify makes")
    words += f"smallest chance {about['least']} of {tickets}, {found.words}"
    if about["status"] == "within":
        more = tickets // 10_000
        words += f"; the search stopped near the fairest, and its status, within, allows {more} tickets of each person besides"
    return words


class Proved(NamedTuple):
    """What a certificate proves: three facts of about.json, and what they mean."""

    bound: str | None
    gap: str | None
    off: int | None
    words: str


def read_certificate(record):
    """certificate.json in its one form, with lists that ascend."""
    data = record.file("certificate.json")
    certificate = json.loads(data.decode())
    objective, cuts, levels = record.about["objective"], certificate["cuts"], certificate["levels"]
    require(all(list(cut) == ["terms", "most"] for cut in cuts), "a cut has other fields")
    for cut in cuts:
        require(is_weighted(cut["terms"], len(record.profiles), is_i64) and is_i64(cut["most"]), "a cut is no cut")
    most = most_digits(record, cuts)
    longest = max(map(len, re.findall(b"[0-9]+", data)), default=0)
    require(longest <= most, f"a number of the certificate has more digits than any of a true one can have: {most}")
    require(all(list(level) == ["settled", "value", "why"] for level in levels), "a level has other fields")
    has_overall = objective in ("nash", "goldilocks")
    if has_overall:
        overall = ["near", "why"] if objective == "nash" else ["why"]
        require(list(certificate["overall"]) == overall and not levels, "the proof has other fields")
    whys = proofs(certificate)
    require(all(list(why) == ["seats", "rows", "cuts"] for why in whys), "a proof has other fields")

    def one_line(value):
        return json.dumps(value, separators=(",", ":"))

    def lines(items):
        return "[\n" + ",\n".join(map(one_line, items)) + "\n]" if items else "[]"

    text = f'{{\n"cuts": {lines(cuts)},\n"levels": {lines(levels)},\n'
    text += f'"overall": {one_line(certificate["overall"])},\n' if has_overall else ""
    text += f'"shut_out": {one_line(certificate["shut_out"])}\n}}\n'
    require(text.encode() == data, "certificate.json is not in its one form")

    for why in whys:
        weighs = is_weighted(why["rows"], len(record.quotas), is_big) and is_weighted(why["cuts"], len(cuts), is_big)
        require(weighs and is_big(why["seats"]), "a proof weighs rows or cuts that there are not")
        for weighed in (why["rows"], why["cuts"]):
            weighed[:] = [(item, int(weight)) for item, weight in weighed]
        why["seats"] = int(why["seats"])
    groups = [certificate["shut_out"], *(level["settled"] for level in levels)]
    require(all(is_list_of(group, len(record.profiles)) for group in groups), "a list of profiles is none")
    require(ascends(sorted(t for group in groups for t in group)), "a profile is in two lists")
    for level in levels:
        level["value"] = read_fraction(level["value"])
    return certificate


def room_of(record, cuts):
    """How many binary digits the common denominator of the chances can have at most: FILES.md, section 4."""
    counted = [0] * len(record.quotas)
    for profile in record.profiles:
        for line in profile.lines:
            counted[line] += profile.people
    cut = [sum(abs(a) * record.profiles[t].people for t, a in cut["terms"]) for cut in cuts]
    rules = [sum(profile.people for profile in record.profiles), *counted, *cut]
    return min(sum(people.bit_length() for people in rules) + 64, MOST_BITS)


def most_digits(record, cuts):
    """How many digits any number of a certificate can have at most."""
    return (room_of(record, cuts) + 64) * 30_103 // 100_000 + 1


def proofs(certificate):
    """All sets of multipliers of a certificate."""
    overall = [certificate["overall"]["why"]] if "overall" in certificate else []
    return [level["why"] for level in certificate["levels"]] + overall


def is_i64(value):
    """Whether a value is a whole number of 64 bits with a sign."""
    return is_whole(value, 2**63, -(2**63))


def is_big(value):
    """Whether a value is the text of a whole number of any size."""
    return is_text(value) and re.fullmatch("0|-?[1-9][0-9]*", value) is not None


def read_fraction(value):
    """A fraction from its text, in lowest terms."""
    require(is_text(value) and re.fullmatch("-?[0-9]+(/[0-9]+)?", value), "the value of a level is no fraction")
    require(str(fraction := Fraction(value)) == value, "the value of a level is not in lowest terms")
    return fraction


def is_list_of(items, most):
    """Whether something is an ascending list of numbers below `most`."""
    return isinstance(items, list) and all(is_whole(item, most) for item in items) and ascends(items)


def is_weighted(pairs, most, is_weight):
    """Whether something is a list of pairs of an ascending number below `most` and a weight."""
    if not isinstance(pairs, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        return False
    return is_list_of([item for item, _ in pairs], most) and all(is_weight(weight) for _, weight in pairs)


def decimal_up(fraction):
    """A fraction with 12 decimals, rounded up; what is below 0 is 0."""
    return "{}.{:012}".format(*divmod(max(0, math.ceil(fraction * PLACES)), PLACES))


def quotas_shut_out(record, profile):
    """Whether anybody can see that a profile is on no panel: a quota of 0, or other values take all seats."""
    for line in profile.lines:
        quota = record.quotas[line]
        others = sum(q.min for q in record.quotas if q.feature == quota.feature and q.value != quota.value)
        if quota.max == 0 or others >= record.about["seats"]:
            return True
    return False


def require_at_most_off(record, off, of_what):
    """No more tickets off than the status allows."""
    more = record.about["tickets"] // 10_000 if record.about["status"] == "within" else 0
    require(off <= ROUNDING + more, f"{of_what} may be {off} tickets off, and {ROUNDING + more} are allowed")


def rules_of(record, certificate):
    """Every rule but the number of seats: whom it counts and how often, and the least and the most it allows."""
    counted = [[] for _ in record.quotas]
    for t, profile in enumerate(record.profiles):
        for line in profile.lines:
            counted[line].append((t, 1))
    rules = {("row", r): (counted[r], quota.min, quota.max) for r, quota in enumerate(record.quotas)}
    for q, cut in enumerate(certificate["cuts"]):
        rules["cut", q] = (cut["terms"], None, cut["most"])
    return rules


def where_in_rules(record, rules, seats, parts):
    """At which ends of the rules so many seats of each profile, counted in parts of a seat, are. They must keep
    every rule exactly."""
    require(sum(seats) == parts * record.about["seats"], "the chances do not fill the seats")
    ends = {}
    for rule, (counted, least, most) in rules.items():
        taken = sum(times * seats[t] for t, times in counted)
        require(least is None or least * parts <= taken, "the chances break a rule")
        require(taken <= most * parts, "the chances break a rule")
        ends[rule] = (taken == most * parts, least is not None and taken == least * parts)
    return ends


def multipliers_of(why):
    """The multipliers of a proof by rule, and the weight that they give each profile."""
    return {("row", r): u for r, u in why["rows"]} | {("cut", q): w for q, w in why["cuts"]}


def weigh(record, rules, why):
    """The weight c(t) that the multipliers of a proof give each profile."""
    weights = [why["seats"]] * len(record.profiles)
    for rule, multiplier in multipliers_of(why).items():
        for t, times in rules[rule][0]:
            weights[t] += multiplier * times
    return weights


def most_of(record, rules, why):
    """The most that the weights of a panel's people can add up to: b."""
    most = why["seats"] * record.about["seats"]
    for rule, multiplier in multipliers_of(why).items():
        _, least, greatest = rules[rule]
        require(multiplier >= 0 or least is not None, "a proof turns a cut around")
        most += max(multiplier * greatest, multiplier * (greatest if least is None else least))
    return most


def prove_leximin(record, certificate, shut_out):
    """Leximin: the chances of the levels are exactly the fairest."""
    levels, people = certificate["levels"], [profile.people for profile in record.profiles]
    parts, room = 1, room_of(record, certificate["cuts"])
    for level in levels:
        parts = math.lcm(parts, level["value"].denominator)
        require(parts.bit_length() <= room, "the fairest chances cannot have so large a common denominator")
    chances = dict.fromkeys(shut_out, 0)
    values = [int(level["value"] * parts) for level in levels]
    for level, value in zip(levels, values):
        chances |= dict.fromkeys(level["settled"], value)
    require(len(chances) == len(people), "a profile is in no level")
    require(levels and never_falls([0, *values, parts]), "the chances of the levels do not ascend from 0 to 1")

    rules = rules_of(record, certificate)
    seats = [chances[t] * n for t, n in enumerate(people)]
    ends = where_in_rules(record, rules, seats, parts)
    held, weighed = set(), set(shut_out)  # rules and profiles that are the same in every lottery as fair
    for level, value in zip(levels, values):
        if value < parts:
            for rule, multiplier in multipliers_of(level["why"]).items():
                at_most, at_least = ends[rule]
                leans = at_most if multiplier > 0 else at_least or multiplier == 0
                require(rule in held or leans, "a level leans on a rule that is not at its end")
                if multiplier:
                    held.add(rule)
            weights = weigh(record, rules, level["why"])
            for t, weight in enumerate(weights):
                if t not in weighed and weight:
                    end = value if weight > 0 else parts
                    require(chances[t] == end, "a level weighs somebody whose chance is another")
            for t in level["settled"]:
                require(t in weighed or weights[t] > 0, "a level does not show that somebody cannot have more")
            weighed |= {t for t, weight in enumerate(weights) if weight}
        weighed |= set(level["settled"])

    tickets, off = record.about["tickets"], 0
    for t, n in enumerate(people):
        due, fewest, greatest = chances[t] * tickets, record.totals[t] // n, -(-record.totals[t] // n)
        off = max(off, greatest * parts - due, due - fewest * parts)
    off = -(-off // parts)
    require(levels[0]["value"] * tickets >= 12, TOO_FEW_TICKETS)
    require_at_most_off(record, off, "somebody")
    bound = levels[0]["value"]
    smallest = bound if bound.denominator < 10**6 else decimal_up(bound)
    words = f"nobody holds more than {off} tickets above or below the fairest chances, the smallest {smallest}"
    return Proved(decimal_up(bound), decimal_up(0), off, words)


def prove_maximin(record, certificate, shut_out):
    """Maximin: nobody's smallest chance can be greater. Nothing is proved about anybody else's."""
    require(certificate["levels"], "there are no levels")
    level, tickets, bound = certificate["levels"][0], record.about["tickets"], Fraction(1)
    if level["value"] != 1:
        rules = rules_of(record, certificate)
        room, spread = most_of(record, rules, level["why"]), 0
        for t, weight in enumerate(weigh(record, rules, level["why"])):
            if t not in shut_out:
                room -= min(weight, 0) * record.profiles[t].people
                spread += max(weight, 0) * record.profiles[t].people
        require(spread > 0, "the level proves nothing")
        bound = min(bound, Fraction(room, spread))
    require(level["value"] <= bound, "the level is more than there can be")
    least = min(record.least_tickets(t) for t in range(len(record.profiles)) if t not in shut_out)
    require(bound * tickets >= 12, TOO_FEW_TICKETS)
    require_at_most_off(record, max(0, math.ceil(bound * tickets - least)), "the smallest chance")
    more = max(record.most_tickets(t) for t in range(len(record.profiles))) - least
    words = f"it can be at most {decimal_up(bound)}; nothing is proved about any single person: somebody may hold "
    words += f"as many as {more} tickets more than another lottery gives that is as good"
    return Proved(decimal_up(bound), decimal_up(bound - level["value"]), None, words)


def prove_nash(record, certificate, shut_out):
    """Nash: how far anybody can be from the chances of greatest product, which are unique."""
    seats, tickets = record.about["seats"], record.about["tickets"]
    near, rules = certificate["overall"]["near"], rules_of(record, certificate)
    require(list(near) == ["parts", "seats"] and is_big(near["parts"]), "near has other fields")
    require(isinstance(near["seats"], list) and all(map(is_big, near["seats"])), "near has no seats")
    parts, near_seats = int(near["parts"]), [int(x) for x in near["seats"]]
    require(parts > 0 and len(near_seats) == len(record.profiles), "near has other seats")
    where_in_rules(record, rules, near_seats, parts)

    why = certificate["overall"]["why"]
    weights, most = weigh(record, rules, why), most_of(record, rules, why)
    drawn = [t for t in range(len(record.profiles)) if t not in shut_out]
    require(all(near_seats[t] == 0 for t in shut_out), "near gives seats to people who can have none")
    people = {t: record.profiles[t].people for t in drawn}
    all_people = sum(people.values())
    require(all(0 < near_seats[t] <= parts * people[t] for t in drawn), "near gives somebody no chance, or over 1")
    require(all(record.least_tickets(t) > 0 for t in drawn), "somebody is on no ticket")
    require(seats * tickets >= 12 * all_people, TOO_FEW_TICKETS)

    # The weights lifted to those of a chance of 1, and the geometric mean.
    lifted = {t: max(NASH_PARTS, weights[t]) for t in drawn}
    most += sum((lifted[t] - weights[t]) * people[t] for t in drawn)
    total = 0
    for t in drawn:
        fewest, have_one_more = divmod(record.totals[t], people[t])
        total += (people[t] - have_one_more) * -(-NASH_PARTS * NASH_PARTS * tickets // (lifted[t] * fewest))
        total += have_one_more * -(-NASH_PARTS * NASH_PARTS * tickets // (lifted[t] * (fewest + 1)))
    gap = Fraction(most * total, (all_people * NASH_PARTS) ** 2) - 1

    # Single people.
    unit, square = NASH_PARTS * parts, FINE * FINE
    used = sum(lifted[t] * near_seats[t] for t in drawn)
    short = -(-(most * parts - used) * square // unit)
    for t in drawn:
        product, one = lifted[t] * near_seats[t], unit * people[t]
        short += -(-people[t] * (product - one) ** 2 * square // (product * one))
    e = math.isqrt(2 * short) + 1 if short else 0
    require(2 * e <= FINE, "the proof says nothing about single people")
    off = 0
    for t in drawn:
        scale, chance = lifted[t] * all_people * square, most * tickets
        fewest, greatest = record.totals[t] // people[t], -(-record.totals[t] // people[t])
        above = greatest * scale - chance * (FINE - e) * FINE
        below = chance * (square + e * FINE + e * e) - fewest * scale
        off = max(off, -(-above // scale), -(-below // scale))
    require_at_most_off(record, off, "somebody")
    words = f"nobody holds more than {off} tickets above or below the chances of greatest product"
    return Proved(None, decimal_up(gap), off, words)


def prove_goldilocks(record, certificate, shut_out):
    """Goldilocks: no lottery has a smaller measure. Nothing is proved about anybody's chance."""
    seats, tickets = record.about["seats"], record.about["tickets"]
    rules, why = rules_of(record, certificate), certificate["overall"]["why"]
    weights, most = weigh(record, rules, why), most_of(record, rules, why)
    drawn = [t for t in range(len(record.profiles)) if t not in shut_out]
    people = {t: record.profiles[t].people for t in drawn}
    all_people = sum(people.values())
    lowest = min(record.least_tickets(t) for t in drawn)
    highest = max(-(-record.totals[t] // people[t]) for t in drawn)
    require(lowest >= 12, TOO_FEW_TICKETS)
    up = sum(max(weights[t], 0) * people[t] for t in drawn)
    down = sum(max(-weights[t], 0) * people[t] for t in drawn)
    room = all_people * (most + down)
    least = Fraction(2)
    if down:
        least = Fraction(2 * seats * math.isqrt(up * down) - all_people * most, seats * down)
    if room > 0 and room**2 < seats**2 * up * down:
        least = Fraction(all_people, seats) + Fraction(seats * up, room)
    least = max(Fraction(2), least)

    def part_above_least(off):
        above = Fraction(all_people * max(0, highest - off), seats * tickets)
        below = Fraction(seats * tickets, all_people * (lowest + off))
        return (above + below) / least - 1

    allowed = Fraction(1, 10**6) + (Fraction(1, 10**4) if record.about["status"] == "within" else 0)
    require(part_above_least(ROUNDING) <= allowed, "the measure is not shown to be the least")
    gap = decimal_up(part_above_least(0))
    return Proved(None, gap, None, f"gap {gap}; nothing is proved about any single person")


PROVED_BY = {
    "leximin": prove_leximin,
    "maximin": prove_maximin,
    "nash": prove_nash,
    "goldilocks": prove_goldilocks,
}


# ---- The draws --------------------------------------------------------------------------------------


@claim(11, "records whole", rests_on=[7])
def claim_11_records(record):
    """Every draw and trial is recorded whole, in order, as one of this lottery."""
    for kind in ("draws", "trials"):
        previous = None
        for n in record.numbers_of(kind):
            draw = read_draw(record, kind, n, previous)
            record.draws.append(draw)
            previous = draw.digest
    look_only_if(record.draws, "nothing has been drawn")
    return "; ".join(annulment(draw) for draw in record.draws if draw.facts["because"] is not None)


def annulment(draw):
    """That a draw took the place of the one before, and why: whoever reads the outcome must not miss it."""
    how = "with new evidence" if draw.own else "from the first seed"
    return f"the draw before {draw.name} was annulled, {how}: {draw.facts['because']}"


def read_draw(record, kind, n, previous):
    """The record of draw or trial number n; `previous` is the digest of the manifest of the one before."""
    name, is_trial = f"{kind}/{n}", kind == "trials"
    is_later = n > 1 and not is_trial
    files = record.read_folder(name)
    require("draw.json" in files, f"{name} has no draw.json")
    facts = read_facts(files["draw.json"], f"{name}/draw.json", DRAW_FIELDS)

    own = None if facts["evidence"] is None else read_evidence(facts["evidence"])
    require(own or is_later, f"{name} has no evidence")
    expected = DRAW_FILES | ({"beacon.json"} if own and deciding(own).word == "drand" else set())
    require(set(files) in (expected, expected | RESERVE_FILES), f"{name} has not its files")

    require(facts["commitment"] == record.commitment.hex(), f"{name} is of another lottery")
    require(facts["previous"] == (previous if is_later else None), f"{name} does not follow the draw before")
    require(facts["draw"] == n, f"{name} has another number")
    require(facts["rules"] == 1, f"{name} follows unknown rules")
    require(facts["tickets"] == record.about["tickets"], f"{name} has another number of tickets")
    require(facts["void"] is is_trial, f"{name} is void, or is not")
    require(facts["label"] == label_of("panel", facts), f"{name} has another label")
    sources = ["trial"] if is_trial else ["declared", "undeclared", "overridden"]
    require(facts["source"] in sources, f"{name} has another source")

    require((facts["because"] is not None) == is_later, f"{name} lacks a reason, or has one and needs none")
    overrides = facts["source"] == "overridden" and own is not None
    has_override = facts["override"] is not None
    require(has_override == overrides, f"{name} lacks a reason for its source, or has one and needs none")
    for field in ("because", "override"):
        require(facts[field] is None or is_one_line(facts[field]), f"{field} of {name} is not one line")
    first = record.draws[0].facts["evidence"] if record.draws else None
    return Draw(name, facts, files, own, facts["evidence"] if own else first)


def label_of(label, facts):
    """The label of a stream in a draw or trial."""
    if facts["void"]:
        return f"trial/{label}"
    return label if facts["draw"] == 1 else f"redraw/{facts['draw']}/{label}"


@claim(12, "seed of the declared source", rests_on=[7])
def claim_12_declared_source(record):
    """The evidence is of the source that the charter declared before anything was drawn."""
    charter = Charter(None, None, None)
    if record.is_frozen("charter.toml"):
        charter = read_charter(record.file("charter.toml"), record.about["tickets"])
    record.charter = charter
    look_only_if(11 in record.passed, "rests on V11")
    draws = [draw for draw in record.draws if not draw.void]
    for draw in draws:
        is_declared = is_of_source(read_evidence(draw.evidence), charter.source, charter.what)
        right = "undeclared" if charter.source is None else "declared" if is_declared else "overridden"
        require(draw.facts["source"] == right, f"the source of {draw.name} is {right}")
        require(right != "overridden", f"{draw.name} is of another source: {draw.facts['override']}")
    promised = read_toml(record.file("charter.toml")) if record.is_frozen("charter.toml") else {}
    invited = who_registered(promised)
    if "invited" in promised:
        invited += "; no claim checks that everybody in the pool was sent a letter, as the charter says"
    look_only_if(charter.source is not None, f"no source was declared{invited}")
    look_only_if(draws, f"nothing has been drawn{invited}")
    return f"the charter declares the source {charter.source}{invited}"


def who_registered(promised):
    """What is told of people who, as the charter says, had registered themselves."""
    programme = promised.get("programme")
    if isinstance(programme, dict) and programme.get("kind") == "self-registered":
        return "; these people were drawn from people who registered themselves, not from the population"
    return ""


def is_of_source(evidence, source, what):
    """Whether evidence is of a declared source. Whether sealed words are those that were handed in is for V13."""
    if evidence.word != source:
        return False
    if source == "dice":
        return what == (evidence.what.sides, len(evidence.what.throws[0]))
    if source == "lotto":
        count, most = what
        return len(evidence.what) == count and max(evidence.what) <= most
    if source == "drand":
        return what == (evidence.what.chain, evidence.what.round)
    if source == "contributions":
        second = evidence.what.second
        is_second = second is None or is_of_source(second, what.source, what.what)
        return len(evidence.what.slips) == len(what.roles) and is_second
    return True


UNSIGNED = "the signature of a beacon, which geloot verify checks"


@claim(13, "evidence genuine", rests_on=[11])
def claim_13_evidence(record):
    """Sealed words are those handed in; what was drawn by hand can decide; a beacon's answer is of its round."""
    tickets = record.about["tickets"]
    record.by_hand = [draw.own and ticket_by_hand(deciding(draw.own), tickets) for draw in record.draws]
    remarks, beacons = [], False
    for draw, ticket in zip(record.draws, record.by_hand):
        require(ticket is None or not draw.void, f"{draw.name} is a trial by hand")
        if draw.own and draw.own.word == "contributions":
            remarks += check_sealed_words(record, draw)
        remarks += known_evidence(record, draw)
        if draw.own and deciding(draw.own).word == "drand":
            remarks, beacons = remarks + [check_beacon(record, draw)], True
    look_only_if(not beacons, "; ".join([UNSIGNED, *remarks]))
    return "; ".join(remarks)


def what_decides(draw):
    """The text of the evidence that decides; none where a draw has none of its own."""
    return draw.own and seed_text(draw.facts["evidence"])


def known_evidence(record, draw):
    """That a draw has the evidence of one before it or of a trial, of which everybody knew what would come. Of a
    beacon's round a trial may be made, as nobody chooses it."""
    if draw.void or not draw.own:
        return []
    is_beacon = deciding(draw.own).word == "drand"
    others = record.draws[: record.draws.index(draw)] + [other for other in record.draws if other.void and not is_beacon]
    same = [other.name for other in others if other.own and what_decides(other) == what_decides(draw)]
    return [f"{draw.name} has the evidence of {same[0]}"] if same else []


def check_sealed_words(record, draw):
    """What each role opened is what it handed in before the freeze; who opened nothing is named."""
    look_only_if(record.charter is not None, "rests on V12")
    require(not draw.void, f"{draw.name} is a trial with sealed words")
    slips, declared = draw.own.what.slips, record.charter.what
    is_declared = record.charter.source == "contributions" and len(declared.roles) == len(slips)
    require(is_declared, f"the charter does not name the people whose words decided {draw.name}")
    for role, slip in zip(declared.roles, slips):
        is_same = slip is None or slip.sealed() == role.slip
        require(is_same, f"the words that {role.name} opened in {draw.name} are not those that were handed in")
    missing = [role.name for role, slip in zip(declared.roles, slips) if slip is None]
    return [f"in {draw.name} {name} did not open the words that they had sealed" for name in missing]


def check_answer(data, pulse, name):
    """The beacon's answer in a folder of the record is that of the evidence."""
    kinds = {"randomness": is_text, "round": is_large_number, "signature": is_text}
    kinds |= {"previous_signature": is_text} if pulse.chain.name == "default" else {}
    answer = read_facts(data, f"{name}/beacon.json", kinds)
    require(answer["round"] == pulse.round, f"the beacon's answer in {name} is of another round")
    require(answer["signature"] == pulse.signature, f"the beacon's answer in {name} is another")
    randomness = plain_sha256(bytes.fromhex(pulse.signature))
    require(answer["randomness"] == randomness, f"the randomness in {name} is not of its signature")


def check_beacon(record, draw):
    """The beacon's answer is of the round of the evidence, which was due after the inputs were frozen."""
    pulse = deciding(draw.own).what
    check_answer(draw.files["beacon.json"], pulse, draw.name)
    moment = due(pulse.chain, pulse.round) or 0
    date = record.charter and record.charter.date
    if not draw.void and date is not None:
        require(moment > date, f"the round of {draw.name} was known when the inputs were frozen")
    public_from = datetime.datetime.fromtimestamp(moment, datetime.timezone.utc)
    return f"round {pulse.round} was public from {public_from}: did you see the line published earlier?"


@claim(14, "seed follows", rests_on=[11])
def claim_14_seed(record):
    """The seed of every draw follows from the commitment and the evidence."""
    for draw in record.draws:
        record.seeds.append(tagged_sha256("geloot/1/seed", record.commitment, seed_text(draw.evidence)))
    for draw, seed in zip(record.draws, record.seeds):
        require(draw.facts["seed"] == seed.hex(), f"the evidence of {draw.name} gives another seed")


def seed_text(evidence):
    """What is digested of evidence: if sealed words are missing, that of the second source alone; of dice the last throw alone."""
    word, _, rest = evidence.partition("\n")
    second = rest.partition("\notherwise\n")[2] if word == "contributions" else ""
    text = second or evidence
    if text.startswith("dice\n"):
        word, sides, *throws = text.split("\n")
        text = "\n".join([word, sides, throws[-1]])
    return text.encode()


@claim(15, "ticket follows", rests_on=[11])
def claim_15_winning_ticket(record):
    """The winning ticket of every draw follows from its seed, or is the one drawn by hand."""
    look_only_if(record.by_hand is not None, "rests on V13")
    tickets, winners = record.about["tickets"], []
    for draw, seed, by_hand in zip(record.draws, record.seeds, record.by_hand):
        winners.append(Stream(seed, draw.facts["label"]).below(tickets) if by_hand is None else by_hand)
    record.winners = winners
    for draw, winner in zip(record.draws, winners):
        require(draw.facts["ticket"] == winner, f"the winning ticket of {draw.name} is {winner}")


@claim(16, "panel follows", rests_on=[11])
def claim_16_panel(record):
    """The panel of every draw is that of its winning ticket, person by person."""
    look_only_if(record.winners is not None, "rests on V15")
    places = [record.profiles[profile].people for ticket in record.winners for profile, _ in share_of(record, ticket).panel]
    require_few_steps(4 * sum(places))
    for draw, ticket in zip(record.draws, record.winners):
        heading, rows = people_table(record, sorted(panel_of(record, ticket)))
        if record.about["detail"] == "codes":
            rows.sort()
        is_same = draw.files["panel.csv"] == write_table(marked(heading, rows, draw.void))
        require(is_same, f"the panel of {draw.name} is not that of ticket {ticket}")


MOST_STEPS = 300_000_000  # of one claim; so many take minutes


def require_few_steps(steps):
    """Leaves a claim unchecked that would take this program hours: a small file can ask for that."""
    too_many = f"it would take {steps} steps, of which this program makes at most {MOST_STEPS}: check it with geloot verify"
    look_only_if(steps <= MOST_STEPS, too_many)


def share_of(record, ticket):
    """The share that a ticket is of."""
    return next(share for share in record.shares if ticket <= share.last)


def panel_of(record, ticket):
    """Whom a ticket seats, each by profile and place in it: SPEC.md, section 6."""
    share = share_of(record, ticket)
    seats = []
    for profile, count in share.panel:
        members = record.profiles[profile].people
        side, named = Laps(record, profile).named_by(ticket)
        seats += [(profile, place) for place in range(members) if (place in named) == (side == "in")]
    return seats


class Run(NamedTuple):
    """Tickets that follow each other and name equally many members of a profile."""

    first: int  # the first ticket
    tickets: int
    side: str  # `in` if they name whom they seat, `out` if they name whom they leave out
    each: int  # how many members each of them names
    spot: int  # where the first of them begins in the row of its side


class Laps:
    """The laps of the members of one profile: from them follows whom a ticket names."""

    def __init__(self, record, profile):
        self.key, self.profile, self.members = record.laps_key, profile, record.profiles[profile].people
        sizes = []  # of runs: first ticket, tickets, side, each
        for first, tickets, seats in record.runs[profile]:
            seats_few = 2 * seats <= self.members
            sizes.append((first, tickets, *(("in", seats) if seats_few else ("out", self.members - seats))))
        named = {side: sum(n * each for _, n, at, each in sizes if at == side) for side in ("in", "out")}
        self.last_lap = named["in"] // self.members
        # The row of those who are left out begins so that it ends with a lap.
        spot = {"in": 0, "out": self.members - named["out"] % self.members}
        self.runs = []
        for first, tickets, side, each in sizes:
            self.runs.append(Run(first, tickets, side, each, spot[side]))
            spot[side] += tickets * each

    def named_by(self, ticket):
        """The side of a ticket, and the members whom it names there."""
        run = next(run for run in self.runs if run.first <= ticket < run.first + run.tickets)
        lap, spot = divmod(run.spot + (ticket - run.first) * run.each, self.members)
        order = self.order(run.side, lap)
        if spot + run.each > self.members:
            order = order + self.order(run.side, lap + 1)
        return run.side, set(order[spot : spot + run.each])

    def order(self, side, lap):
        """The order of a lap: nobody is named twice by a ticket that reaches over its beginning."""
        order = self.order_unchanged(side, lap)
        in_the_lap_before, in_this_lap = self.reaching_over(side, lap)
        if in_the_lap_before == 0:
            return order
        # What is changed at the beginning of a lap ends before its second half.
        named = set(self.order_unchanged(side, lap - 1)[-in_the_lap_before:])
        first = [place for place in order if place not in named][:in_this_lap]
        reach = order.index(first[-1]) + 1
        passed = [place for place in order[:reach] if place in named]
        return first + passed + order[reach:]

    def reaching_over(self, side, lap):
        """How many members the ticket that reaches over the beginning of a lap names before it, and in it."""
        begin = lap * self.members
        for run in self.runs:
            if run.side == side and run.spot < begin < run.spot + run.tickets * run.each:
                before = (begin - run.spot) % run.each
                return (before, run.each - before) if before else (0, 0)
        return 0, 0

    def order_unchanged(self, side, lap):
        """The order of a lap before anybody is kept from being named twice."""
        if (side, lap) == ("out", 0):
            return self.order("in", self.last_lap)[::-1]
        order = list(range(self.members))
        Stream(self.key, f"lap/{self.profile}/{side}/{lap}").shuffle(order)
        return order


def people_table(record, people):
    """A heading, and a row for each of these people, who are given by profile and place."""
    if record.about["detail"] == "codes":
        members = [record.profiles[profile].members[place] for profile, place in people]
        return ["code", *record.features], [record.pool[row] for row in members]
    rows = [[str(profile), str(place), *record.profiles[profile].values] for profile, place in people]
    return ["profile", "place", *record.features], rows


def marked(heading, rows, void):
    """A table; in a trial, with what says so in every row."""
    if void:
        return [["void", *heading], *([VOID, *row] for row in rows)]
    return [heading, *rows]


# ---- What is left to geloot verify ------------------------------------------------------------------


NOT_HERE = "not looked at here; geloot verify does"


def left_to_geloot(number, title, otherwise=NOT_HERE):
    """A claim that this program does not look at."""

    @claim(number, title)
    def not_looked_at(record):
        raise NotChecked(otherwise)


@claim(17, "sealed part")
def claim_17_sealed(record):
    """What is here of the sealed part is what was frozen, and nothing else. It never passes here: whether the codes follow from
    the key, and each row says what the public part says of its code, is left to geloot verify."""
    sealed = sealed_part(record)
    look_only_if(sealed is not None and 7 in record.passed, NOT_HERE)
    files = read_files(sealed)
    is_frozen = SEALED_MANIFEST in record.listed and is_as_listed(files.get("manifest.txt"), record.listed[SEALED_MANIFEST])
    require(is_frozen, "sealed/manifest.txt is missing, or is not the one that was frozen")
    own, about = read_manifest(files["manifest.txt"]), record.about
    needed = ["codes.csv", "key.txt", "pool.csv", *(f"{kind}.csv" for kind in ("confirmed", "excluded") if kind in about)]
    for name in needed:
        is_same = name in own and is_as_listed(files.get(name), own[name])
        require(is_same, f"sealed/{name} is missing, or is not the one that was frozen")
    may_be = {*needed, "manifest.txt", *(["prepared.csv"] if record.is_frozen("prepared.json") else [])}
    for name in sorted(set(files) - may_be):
        act = re.fullmatch("acts/([1-9][0-9]{0,9})/ballots.csv", name)
        require(act and may_keep_papers(record, act[1]), f"sealed/{name} does not belong there")
    raise NotChecked("it is what was frozen; what its codes and rows say is " + NOT_HERE)


def sealed_part(record):
    """The folder of the sealed part, if that is here."""
    sealed = record.outside and record.outside / "sealed"
    try:
        return sealed if sealed and os.listdir(sealed) else None
    except OSError:
        return None


def may_keep_papers(record, act):
    """Whether an act keeps papers, or may yet: they are written before it."""
    terms = record.files.get(f"acts/{act}/terms.json")
    if terms is None:
        return f"acts/{act}/act.json" not in record.files
    terms = json.loads(terms)
    return isinstance(terms, dict) and terms.get("ballots") is not None


left_to_geloot(18, "clerk's lists")


@claim(19, "out or in stays", rests_on=[6])
def claim_19_out_or_in(record):
    """Whoever was excluded or had a seat before is not drawn, and quotas and homes are what that leaves."""
    about = record.about
    rule, confirmed = about.get("household"), about.get("confirmed")
    concerns = rule or confirmed or "excluded" in about
    look_only_if(concerns, "nobody was excluded or confirmed, and there is no household rule")
    out, seated = [], []
    if "excluded" in about:
        out = read_coded_table(record.file("excluded.csv"), ["ground"], "excluded.csv")
    if confirmed:
        seated = read_coded_table(record.file("confirmed.csv"), record.features, "confirmed.csv")
    require(len(out) == about.get("excluded", 0), "about.json gives another number of excluded people")
    require(all(ground for _, ground in out), "somebody is excluded without a ground")
    codes = [row[0] for row in out + seated + record.pool]
    require(len(set(codes)) == len(codes), "somebody is on two lists, or on a list and in the pool")
    values = {(quota.feature, quota.value) for quota in record.quotas}
    for code, *own in seated:
        known = all(key in values for key in zip(record.features, own))
        require(known, f"{code} has a value without a quota")

    def have_a_seat(quota):
        return sum(row[1 + record.features.index(quota.feature)] == quota.value for row in seated)

    if confirmed:
        require(confirmed["people"] == len(seated), "about.json gives another number of confirmed people")
        whole_panel = about["seats"] + len(seated)
        require(confirmed["seats"] == whole_panel, f"the whole panel has {whole_panel} seats")
        left = []
        for quota in read_quotas(record.file("asked.csv"), "asked.csv"):
            bounds = [max(0, bound - have_a_seat(quota)) for bound in (quota.min, quota.max, *quota.flexible)]
            left.append(Quota(quota.feature, quota.value, bounds[0], bounds[1], tuple(bounds[2:])))
        quotas = [quota for quota in record.quotas if not rule or quota.feature != rule["feature"]]
        require(left == quotas, "quotas.csv is not what the confirmed people leave of asked.csv")
    if rule:
        require(rule["per"] > 0 and rule["feature"] in record.features, "the household rule has no feature")
        for line, quota in enumerate(record.quotas):
            if quota.feature == rule["feature"]:
                living = have_a_seat(quota)
                living += sum(profile.people for profile in record.profiles if line in profile.lines)
                check_home(about, rule, quota, have_a_seat(quota), living)


def check_home(about, rule, quota, seated, living):
    """The quota of a home that the household rule binds, or of whoever lives in none (`-`)."""
    if quota.value == "-":
        bounds = (0, about["seats"])
    else:
        bounds = (0, max(0, rule["per"] - seated))
        require(living > rule["per"], f"the rule does not bind home {quota.value}")
    require((quota.min, quota.max, quota.flexible) == (*bounds, ()), f"home {quota.value} has another quota")


# ---- Keeping the quotas when people come and go: panel/SPEC.md, section 1 ---------------------------

MILLION = 10**6
NEVER = 10**30  # a loss beyond all others: of what may not happen


class Bounds(NamedTuple):
    """How many people with a value there should be. The maximum of a home of the household rule is firm."""

    min: int
    max: int
    is_firm: bool

    def loss(self, people):
        """How wrong it is, in millionths, to have this many of them."""
        missing, too_many = max(0, self.min - people), max(0, people - self.max)
        return missing * (MILLION // max(self.min, 1)) + too_many * (MILLION // max(self.max, 1))


class Seated:
    """Who is in, as numbers: of each value (by the line of its quota), and in all."""

    def __init__(self, seats, bounds):
        self.seats = seats
        self.bounds = bounds
        self.people = [0] * len(bounds)
        self.all_people = 0
        self.loss_of_values = sum(b.loss(0) for b in bounds)
        # What one person more with a value adds to the loss, and one person less.
        self.one_more = [self.loss_of_one_more(line) for line in range(len(bounds))]
        self.one_less = [self.loss_of_one_less(line) for line in range(len(bounds))]

    def copy(self):
        """The same people."""
        copy = Seated(self.seats, [])
        copy.bounds, copy.people, copy.all_people = self.bounds, self.people[:], self.all_people
        copy.loss_of_values, copy.one_more, copy.one_less = self.loss_of_values, self.one_more[:], self.one_less[:]
        return copy

    def loss_of_one_more(self, line):
        """What one person more with the value of a line adds to the loss."""
        bounds, people = self.bounds[line], self.people[line]
        if bounds.is_firm and people >= bounds.max:
            return NEVER
        return bounds.loss(people + 1) - bounds.loss(people)

    def loss_of_one_less(self, line):
        """What one person less with the value of a line adds to the loss; where nobody has it, the reverse of one more."""
        bounds, people = self.bounds[line], self.people[line]
        return bounds.loss(people - 1) - bounds.loss(people) if people > 0 else -self.loss_of_one_more(line)

    def change(self, lines, by):
        """Somebody with the values of these lines comes in (1) or goes out (-1)."""
        self.all_people += by
        for line in lines:
            self.loss_of_values -= self.bounds[line].loss(self.people[line])
            self.people[line] += by
            self.loss_of_values += self.bounds[line].loss(self.people[line])
            self.one_more[line] = self.loss_of_one_more(line)
            self.one_less[line] = self.loss_of_one_less(line)

    def loss_of_coming_in(self, lines):
        """What it adds to the loss of the values if somebody with these comes in."""
        return sum(self.one_more[line] for line in lines)

    @property
    def empty_seats(self):
        """How many seats have nobody."""
        return max(0, self.seats - self.all_people)

    @property
    def loss_of_an_empty_seat(self):
        """What each of them counts."""
        return MILLION // max(self.seats, 1)


def bounds_of(record, quotas, seats=None):
    """The bounds of every line of the lottery's quotas; from `quotas` where these say otherwise, and of homes
    those of a whole panel of so many seats."""
    rule = record.about.get("household")
    stated = {(quota.feature, quota.value): quota for quota in quotas}
    bounds = []
    for quota in record.quotas:
        is_home = rule is not None and quota.feature == rule["feature"]
        if is_home and seats is not None:
            bounds.append(Bounds(0, seats if quota.value == "-" else rule["per"], True))
        else:
            quota = stated[quota.feature, quota.value]
            bounds.append(Bounds(quota.min, quota.max, is_home))
    return bounds


# ---- V23: reserves, panel/SPEC.md section 2 ---------------------------------------------------------

MOST_RESERVES = 10_000


@claim(23, "reserves", rests_on=[7, 11])
def claim_23_reserves(record):
    """The reserves of every draw follow from its seed and panel, on the terms that the charter declares."""
    declared = declared_reserves(record)
    must_have = declared is not None and any(not draw.void for draw in record.draws)
    has_any = any("reserves.json" in draw.files for draw in record.draws)
    look_only_if(must_have or has_any, "there are no reserves")
    # What the charter says of reserves can be wrong whatever was drawn.
    for number in (15, 16):
        look_only_if(number in record.passed, f"rests on V{number}")
    steps = 0
    for draw, seed, ticket in zip(record.draws, record.seeds, record.winners):
        if "reserves.json" not in draw.files:
            require(draw.void or declared is None, f"{draw.name} has not the reserves that the charter declares")
            continue
        terms = read_terms(record, draw)
        if declared is not None and not draw.void:
            is_as_declared = (terms["reserves"], terms["attrition"], terms["rates"]) == declared
            require(is_as_declared, f"{draw.name} has other reserves or rates than the charter declares")
        panel = sorted(panel_of(record, ticket))
        require(terms["label"] == label_of("reserves", draw.facts), f"the reserves of {draw.name} have another label")
        others = record.about["people"] - len(panel)
        most = min(others, MOST_RESERVES)
        require(1 <= terms["reserves"] <= most, f"{draw.name} has no reserves, or more than there can be")
        scenarios = number_of_scenarios(record, terms["reserves"])
        require(terms["scenarios"] == scenarios, f"the reserves of {draw.name} are of another number of scenarios")
        steps += steps_of_reserves(record, terms)
        require_few_steps(steps)
        order = choose_reserves(record, panel, terms, Stream(seed, terms["label"]))
        heading, rows = people_table(record, order)
        rows = [[str(place), *row] for place, row in enumerate(rows, 1)]
        table = write_table(marked(["reserve", *heading], rows, draw.void))
        require(draw.files["reserves.csv"] == table, f"the reserves of {draw.name} are not those that follow")
    said = "those that the charter declares" if declared is not None else "not declared beforehand"
    return f"their number and rates are {said}"


def read_terms(record, draw):
    """reserves.json, with rates that name values of the quotas, in the order of these."""
    name = f"{draw.name}/reserves.json"
    terms = read_facts(draw.files["reserves.json"], name, RESERVES_FIELDS)
    require(terms["attrition"] <= MILLION, f"{name} has a rate above a million")
    line_of, rates = record.line_of(), []
    for rate in terms["rates"]:
        require(sorted(rate) == ["feature", "rate", "value"], f"a rate of {name} has other fields")
        value = (rate["feature"], rate["value"])
        require(value in line_of, f"{name} has a rate of a value that the quotas do not have")
        require(is_whole(rate["rate"], MILLION + 1), f"{name} has a rate above a million")
        rates.append((line_of[value], rate["rate"]))
    require(ascends([line for line, _ in rates]), f"the rates of {name} are not in the order of the quotas")
    return {**terms, "rates": rates}


def declared_reserves(record):
    """What the charter declares of reserves: how many, and the rates; None if it declares nothing."""
    if not record.is_frozen("charter.toml"):
        return None
    try:
        # The digits of a fraction as they are written: nothing is to depend on how Python keeps it.
        toml = read_toml(record.file("charter.toml"))
    except Fails as why:
        raise NotChecked("rests on V12") from why
    if "reserves" not in toml:
        return None
    table = toml["reserves"]
    require(isinstance(table, dict), "reserves of the charter is no table")
    require(set(table) <= {"number", "attrition", "rates", "description"}, "the charter says more of reserves")
    is_number_of_them = is_whole(table.get("number"), MOST_RESERVES + 1, 1)
    require(is_number_of_them, "the charter does not say how many reserves")
    require(isinstance(table.get("rates", []), list), "the rates of the charter are no list")
    line_of, rates = record.line_of(), []
    for row in table.get("rates", []):
        require(isinstance(row, dict) and sorted(row) == ["feature", "rate", "value"], "a rate of the charter")
        value = (row["feature"], row["value"])
        require(value in line_of, "the charter has a rate of a value that the quotas do not have")
        rates.append((line_of[value], millionths(row["rate"])))
    rates.sort()
    require(ascends([line for line, _ in rates]), "the charter has two rates of a value")
    return table["number"], millionths(table.get("attrition")), rates


def millionths(value):
    """A rate from 0 to 1 as a charter may write it: 0.1, "0,1" or "10%"."""
    if type(value) is float:
        value = format(decimal.Decimal(repr(value)), "f")
    elif type(value) is int:
        value = str(value)
    require(is_text(value), "a rate of the charter is no number")
    match = re.fullmatch("([0-9]{0,9})(?:[.,]([0-9]{0,6}))?(?:[ \t]*(%))?", value.strip(" \t"))
    require(match and (match[1] or match[2]), "a rate of the charter is no number with at most six decimals")
    rate = int(match[1] or "0") * MILLION + int((match[2] or "").ljust(6, "0"))
    if match[3]:
        require(rate % 100 == 0, "a percentage of the charter has more than four decimals")
        rate //= 100
    require(rate <= MILLION, "a rate of the charter is above 1")
    return rate


def number_of_scenarios(record, reserves):
    """How many courses of events are looked at: as many as 2^32 steps allow, from 100 to 1,000."""
    return min(1000, max(100, TWO_TO_32 // (len(record.profiles) * reserves * record.about["seats"])))


def steps_of_reserves(record, terms):
    """About how many steps the choice of reserves takes: lots, chances to drop out, and what each profile mends each time."""
    able = sum(min(profile.people, terms["reserves"]) for profile in record.profiles)
    each_time = terms["reserves"] * len(record.profiles)
    return record.about["people"] + terms["scenarios"] * (record.about["seats"] + able + each_time)


def chance_to_drop_out(profile, terms):
    """The rate of a profile: somebody stays who stays for every reason, rounded down each time."""
    stays = MILLION - terms["attrition"]
    for line, rate in terms["rates"]:
        if line in profile.lines:
            stays = stays * (MILLION - rate) // MILLION
    return MILLION - stays


def choose_reserves(record, panel, terms, stream):
    """The reserves, by profile and place, the first to be called of equals first."""
    on_panel = set(panel)
    lots = [
        (number, place)
        for number, profile in enumerate(record.profiles)
        for place in range(profile.people)
        if (number, place) not in on_panel
    ]
    stream.shuffle(lots)
    # Of each profile the positions of its people in the lots, the next one last.
    waiting = [[] for _ in record.profiles]
    for position in reversed(range(len(lots))):
        waiting[lots[position][0]].append(position)

    scenarios = Scenarios(record, panel, waiting, terms, stream)
    order = []
    for _ in range(terms["reserves"]):
        mends = scenarios.total
        able = [t for t in range(len(waiting)) if waiting[t]]
        best = min(able, key=lambda t: (-mends[t], waiting[t][-1]))
        order.append(lots[waiting[best].pop()])
        scenarios.add(best)
    return order


class Scenarios:
    """Courses of events after the draw: who of the panel drops out, and who of the reserves."""

    def __init__(self, record, panel, waiting, terms, stream):
        profiles = record.profiles
        self.lines = [profile.lines for profile in profiles]
        self.sums = Sums(self.lines) if self.lines[0] else None  # in a plain lot nobody has a line
        self.lines_of_first_feature = {line for lines in self.lines for line in lines[:1]}
        self.chosen = [0] * len(profiles)  # how many reserves of each profile there are
        rates = [chance_to_drop_out(profile, terms) for profile in profiles]
        at_most = [min(len(people), terms["reserves"]) for people in waiting]

        full = Seated(record.about["seats"], bounds_of(record, record.quotas))
        for profile, _ in panel:
            full.change(self.lines[profile], 1)
        self.total = [0] * len(profiles)  # what the next reserve of each profile mends in all scenarios together
        self.all = []
        for _ in range(terms["scenarios"]):
            seated = full.copy()
            for profile, _ in panel:
                if stream.below(MILLION) < rates[profile]:
                    seated.change(self.lines[profile], -1)
            drops_out = {}
            for profile, people in enumerate(at_most):
                for reserve in range(people):
                    if stream.below(MILLION) < rates[profile]:
                        drops_out.setdefault(profile, set()).add(reserve)
            self.all.append(Scenario(seated, drops_out))
        for scenario in self.all:
            scenario.look(self)

    def add(self, profile):
        """Chooses the next reserve of a profile, who takes a seat wherever that mends something."""
        self.chosen[profile] += 1
        for scenario in self.all:
            if scenario.mends[profile] > 0:
                scenario.take_in(profile, self)
                scenario.look(self)
            elif scenario.best_falls[profile] > 0:  # the one before drops out, the next one may stay
                scenario.look_again_at(profile, self)


class Scenario:
    """One course of events."""

    def __init__(self, seated, drops_out):
        self.seated = seated  # the members of the panel who stay, and reserves who are in
        self.drops_out = drops_out  # of each profile the numbers of its reserves who drop out
        self.reserves_in = []  # their profiles
        self.best_falls = None  # by how much the loss would fall if somebody of each profile came in; at least 0
        self.mends = None  # the same, but 0 where the next reserve of the profile drops out

    def look(self, scenarios):
        """Finds out what the next reserve of each profile mends."""
        zero = [0] * len(scenarios.lines)
        if self.seated.empty_seats:
            all_falls = [self.falls(self.seated.loss_of_an_empty_seat, scenarios)]
        elif self.seated.loss_of_values > 0:
            all_falls = [self.falls_by_replacing(other, scenarios) for other in self.worth_replacing(scenarios)]
        else:
            all_falls = []  # where nothing is wrong nothing can be mended
        before = self.mends or zero
        self.best_falls = list(map(max, zero, zero, *all_falls))
        self.mends = self.best_falls[:]
        for profile, reserves in self.drops_out.items():
            if scenarios.chosen[profile] in reserves:
                self.mends[profile] = 0
        scenarios.total = [all_of_it - old + new for all_of_it, old, new in zip(scenarios.total, before, self.mends)]

    def look_again_at(self, profile, scenarios):
        """Finds out what the next reserve of a profile mends, if nobody came in since the last look and the one before
        drops out."""
        if scenarios.chosen[profile] not in self.drops_out.get(profile, ()):
            scenarios.total[profile] += self.best_falls[profile] - self.mends[profile]
            self.mends[profile] = self.best_falls[profile]

    def worth_replacing(self, scenarios):
        """The profiles of reserves whose seat is worth taking. Where somebody goes out whose value is just at its bounds,
        only somebody with that value makes up for it; of two reserves the one who is missed less, and has all such values
        that the other has, is always the better one to go out, whoever comes in."""
        seated, lines = self.seated, scenarios.lines
        at_bounds = {line for line, (more, less) in enumerate(zip(seated.one_more, seated.one_less)) if more + less > 0}
        missed = {other: sum(seated.one_less[line] for line in lines[other]) for other in self.reserves_in}
        least = min(scenarios.sums.of(seated.one_more)) if scenarios.sums else 0
        found, kept = [], []
        for other in sorted(missed, key=lambda other: (missed[other], other)):
            own = at_bounds.intersection(lines[other])
            saved = sum(seated.one_more[line] + seated.one_less[line] for line in own)
            if missed[other] + least - saved < 0 and not any(own <= before for before in kept):
                found.append(other)
                kept.append(own)
        return found

    def falls(self, at_most, scenarios):
        """By how much the loss falls if somebody of each profile comes in: by so much, less what they add to the
        loss of the values."""
        if scenarios.sums is None:
            return [at_most] * len(scenarios.lines)
        numbers = [-more for more in self.seated.one_more]
        for line in scenarios.lines_of_first_feature:
            numbers[line] += at_most
        return scenarios.sums.of(numbers)

    def falls_by_replacing(self, other, scenarios):
        """By how much the loss falls if somebody of each profile takes the seat of a reserve of another."""
        before = self.seated.loss_of_values
        self.seated.change(scenarios.lines[other], -1)
        falls = self.falls(before - self.seated.loss_of_values, scenarios)
        self.seated.change(scenarios.lines[other], 1)
        return falls

    def fall_by_replacing(self, other, profile, scenarios):
        """The same for somebody of one profile."""
        before = self.seated.loss_of_values
        self.seated.change(scenarios.lines[other], -1)
        after = self.seated.loss_of_values + self.seated.loss_of_coming_in(scenarios.lines[profile])
        self.seated.change(scenarios.lines[other], 1)
        return before - after

    def take_in(self, profile, scenarios):
        """A reserve of a profile takes an empty seat, or that of a reserve for whom the loss falls most."""
        if self.seated.empty_seats:
            self.reserves_in.append(profile)
        else:
            falls = [self.fall_by_replacing(other, profile, scenarios) for other in self.reserves_in]
            place = falls.index(max(falls))
            self.seated.change(scenarios.lines[self.reserves_in[place]], -1)
            self.reserves_in[place] = profile
        self.seated.change(scenarios.lines[profile], 1)


class Sums:
    """Sums over the lines of many profiles. Many have the first or the last few lines in common, and what these add
    up to is found once: the lists are cut in halves, and the halves again."""

    def __init__(self, lists):
        middle = len(lists[0]) // 2
        self.single = [lines[0] for lines in lists] if middle == 0 else None
        if middle > 0:
            first, second = {}, {}
            self.pairs = []
            for lines in lists:
                i = first.setdefault(tuple(lines[:middle]), len(first))
                j = second.setdefault(tuple(lines[middle:]), len(second))
                self.pairs.append((i, j))
            self.first, self.second = Sums(list(first)), Sums(list(second))

    def of(self, numbers):
        """Of each list the sum of the numbers of its lines."""
        if self.single is not None:
            return [numbers[line] for line in self.single]
        first, second = self.first.of(numbers), self.second.of(numbers)
        return [first[i] + second[j] for i, j in self.pairs]


# ---- V24: events and supplements, panel/SPEC.md section 3 -------------------------------------------

STANDS_AFTER = {
    ("called", "waiting"): "asked",
    ("confirmed", "asked"): "confirmed",
    ("declined", "asked"): "declined",
    ("declined", "waiting"): "declined",
    ("withdrew", "asked"): "withdrew",
    ("withdrew", "confirmed"): "withdrew",
    ("withdrew", "waiting"): "withdrew",
    ("no-show", "asked"): "no-show",
    ("no-show", "confirmed"): "no-show",
}
IN = ("asked", "confirmed")
OUT = ("declined", "withdrew", "no-show")
EVENTS = ("called", "confirmed", "declined", "withdrew", "no-show", "corrected")


class Event(NamedTuple):
    """A row of events.csv."""

    date: str
    person: tuple  # profile and place
    event: str
    reason: str  # perhaps empty


class ListOfEvents(NamedTuple):
    """The record of a list of events."""

    digest: str  # of its manifest
    draw: int  # the number of the draw that it follows
    record: str  # the digest of that draw's manifest
    events: list
    roster: object  # how everybody stands in the end
    undone: list  # days of calls that were in turn by events that are corrected, and without these would not have been


class Roster:
    """Everybody who was drawn, is in reserve or had a seat before, by profile and place, and how they stand."""

    def __init__(self, record, panel, reserves, confirmed):
        """After the draw. `confirmed` are the lines of those who had a seat, in the order of confirmed.csv."""
        before = [(len(record.profiles), place) for place in range(len(confirmed))]
        self.reserves = reserves
        self.before = set(before)
        self.lines = {person: record.profiles[person[0]].lines for person in [*panel, *reserves]}
        self.lines.update(zip(before, confirmed))
        self.stands = dict.fromkeys(panel, "asked")
        self.stands.update(dict.fromkeys(before, "confirmed"))
        for person in reserves:
            self.stands.setdefault(person, "waiting")
        self.stood = {person: [] for person in self.stands}  # before each event that counts
        self.out_of_turn = []  # calls for a reason that is given
        self.called = set()
        # Places of waiting reserves, by their values, the first on top. Whoever waits no more is left in until their place is looked at.
        self.places, self.waiting = {}, {}
        for at, person in enumerate(reserves):
            self.places.setdefault(person, at)
            self.waiting.setdefault(tuple(self.lines[person]), []).append(at)
        self.seated = whole_panel(record)
        for person in [*panel, *before]:
            self.seated.change(self.lines[person], 1)

    def whose_turn(self):
        """The reserve who is to be called now, if anybody."""
        if not self.seated.empty_seats:
            return None
        least = (MILLION, 0)
        for lines, places in self.waiting.items():
            while places and self.stands[self.reserves[places[0]]] != "waiting":
                heapq.heappop(places)
            if places:
                least = min(least, (self.seated.loss_of_coming_in(lines), places[0]))
        return self.reserves[least[1]] if least[0] < MILLION else None

    def take(self, event, where):
        """Takes an event, which must be possible, with a reason where one is needed and nowhere else."""
        require(event.person in self.stands, f"{where} is about somebody who is not on the panel or in reserve")
        stands, needs_reason = self.stands[event.person], False
        if event.event == "corrected":
            needs_reason = True
            require(self.stood[event.person], f"{where} corrects nothing")
            after = self.stood[event.person].pop()
        else:
            after = STANDS_AFTER.get((event.event, stands))
            if event.person in self.before and not self.stood[event.person] and event.event in ("confirmed", "declined"):
                after = event.event  # their answer came in after the lottery
            require(after, f"{where} cannot happen to somebody who stands like that: {event.event}, {stands}")
            needs_reason = event.event == "called" and event.person != self.whose_turn()
            self.out_of_turn += [f"{event.date}: {event.reason}"] * needs_reason
            self.called |= {event.person} if event.event == "called" else set()
            self.stood[event.person].append(stands)
        require(event.reason or not needs_reason, f"{where} needs a reason")
        require(needs_reason or not event.reason, f"{where} has a reason, and needs none")
        self.stands[event.person] = after
        if after == "waiting":
            heapq.heappush(self.waiting[tuple(self.lines[event.person])], self.places[event.person])
        if (after in IN) != (stands in IN):
            self.seated.change(self.lines[event.person], 1 if after in IN else -1)

    def people_who(self, stand):
        """Those who stand in one of these ways."""
        return [person for person, stands in self.stands.items() if stands in stand]


def whole_panel(record):
    """The seats and quotas of the whole panel, with nobody in."""
    if "confirmed" not in record.about:
        return Seated(record.about["seats"], bounds_of(record, record.quotas))
    seats = record.about["confirmed"]["seats"]
    return Seated(seats, bounds_of(record, read_quotas(record.file("asked.csv"), "asked.csv"), seats))


def confirmed_before(record):
    """The rows of confirmed.csv: those who had a seat before the lottery."""
    if "confirmed" not in record.about:
        return []
    return read_coded_table(record.file("confirmed.csv"), record.features, "confirmed.csv")


@claim(24, "calls", rests_on=[])
def claim_24_events(record):
    """Every list of events goes on where the one before ended, and everything in it can have happened so; what
    the record says of its own supplements holds."""
    kinds = ("rosters", "continued")
    any_there = any(re.match(f"{kind}/[1-9][0-9]*/.", name) for kind in kinds for name in record.files)
    look_only_if(any_there, "there are no lists of events")
    for number in (7, 11):
        look_only_if(number in record.passed, f"rests on V{number}")
    look_only_if(record.winners is not None, "rests on V15")
    look_only_if("confirmed" not in record.about or 19 in record.passed, "rests on V19")
    for n in record.numbers_of("rosters"):
        before = record.lists_of_events[-1] if record.lists_of_events else None
        record.lists_of_events.append(read_list_of_events(record, n, before))
    previous = None
    for n in record.numbers_of("continued"):
        facts, digest = read_supplement(record, n, previous)
        record.supplements.append(facts)
        previous = digest
    called = record.lists_of_events[-1].roster.out_of_turn if record.lists_of_events else []
    words = [f"{len(called)} called out of turn, " + "; ".join(called)] if called else []
    undone = record.lists_of_events[-1].undone if record.lists_of_events else []
    words += [f"{len(undone)} called in turn by events that were corrected afterwards: {', '.join(undone)}"] * bool(undone)
    for n, events in enumerate(record.lists_of_events, 1):
        seated = events.roster.seated
        if seated.all_people > seated.seats:
            words.append(f"after rosters/{n} there are {seated.all_people} people for {seated.seats} seats")
    if record.lists_of_events:
        roster = record.lists_of_events[-1].roster
        uncalled = [it for it in roster.reserves if roster.stands[it] in OUT and it not in roster.called]
        words += [f"{len(uncalled)} reserves are out though nobody called them"] * bool(uncalled)
    return "; ".join(words)


def read_list_of_events(record, n, before):
    """List of events number n, which goes on from the one before, if any."""
    name = f"rosters/{n}"
    files = record.read_folder(name)
    require(set(files) == MAY_BE_IN["rosters"], f"{name} has not its files")
    facts = read_facts(files["roster.json"], f"{name}/roster.json", ROSTER_FIELDS)
    require(facts["commitment"] == record.commitment.hex(), f"{name} is of another lottery")
    require(facts["previous"] == (before.digest if before else None), f"{name} does not follow the list before")
    require(facts["roster"] == n, f"{name} has another number")
    require(facts["rules"] == 1, f"{name} follows unknown rules")
    numbers = {draw.facts["draw"]: i for i, draw in enumerate(record.draws) if not draw.void}
    require(facts["draw"] in numbers, f"{name} follows a draw that is not there")
    draw, ticket = record.draws[numbers[facts["draw"]]], record.winners[numbers[facts["draw"]]]
    require(facts["record"] == draw.digest, f"{name} follows another record of its draw")
    require(before is None or before.draw <= facts["draw"], f"{name} follows an earlier draw than the list before")

    confirmed = confirmed_before(record)
    events = read_events(record, files["events.csv"], f"{name}/events.csv", confirmed)
    require(facts["events"] == len(events), f"{name} has other events")
    require(never_falls([event.date for event in events]), f"the dates of {name} are out of order")
    if before is not None and before.draw == facts["draw"]:
        require(goes_on(before.events, events), f"{name} says otherwise of events that were published")
    line_of = record.line_of()
    lines = [[line_of[key] for key in zip(record.features, values)] for _, *values in confirmed]
    everybody = record, sorted(panel_of(record, ticket)), read_reserves(record, draw), lines
    roster = Roster(*everybody)
    shows_codes = record.about["detail"] == "codes"
    rank = {person: code for code, person in person_of_code(record, confirmed).items()} if shows_codes else {}
    row = 2
    for _, day in itertools.groupby(events, key=lambda event: event.date):
        day = list(day)
        for event, due in zip(day, in_one_order(day, roster, rank)):
            where = f"row {row} of {name}/events.csv"
            require(event == due, f"{where} is not where the one order of that day has it")
            roster.take(event, where)
            row += 1
    digest, undone = plain_sha256(files["manifest.txt"]), turns_undone(Roster(*everybody), events)
    return ListOfEvents(digest, facts["draw"], facts["record"], events, roster, undone)


def turns_undone(roster, events):
    """Days of calls that stand and needed no reason, but would have if what was corrected later had never been written."""
    stands, left = [event.event != "corrected" for event in events], {}
    for at, event in enumerate(events):
        own = left.setdefault(event.person, [])
        if event.event == "corrected":
            stands[own.pop()] = False
        else:
            own.append(at)
    undone = []
    for event in (event for event, is_left in zip(events, stands) if is_left) if not all(stands) else ():
        is_odd = event.event == "called" and event.person != roster.whose_turn()
        undone += [event.date] * (is_odd and not event.reason)
        roster.take(event._replace(reason="out of turn" * is_odd), "")
    return undone


def goes_on(before, events):
    """Whether a list has all the events of the one before, and besides them only events of its last day or later."""
    if not before:
        return True
    last = before[-1].date
    closed = [event for event in before if event.date < last]
    missing = collections.Counter(before[len(closed) :])
    missing.subtract(event for event in events if event.date == last)
    if any(count > 0 for count in missing.values()):
        return False
    return events[: len(closed)] == closed and all(event.date >= last for event in events[len(closed) :])


def in_one_order(day, roster, rank):
    """The events of one day in the one order that they have, whatever order they were written in. Each must be taken by
    the roster before the next is asked for, because whose turn it is depends on who has left."""
    left = {}
    for event in day:
        left.setdefault(event.person, []).append(event)
    for events in left.values():
        if all(event.event != "corrected" for event in events):
            events.sort(key=lambda event: {"called": 0, "confirmed": 1}.get(event.event, 2))
    people = sorted(left, key=lambda person: rank.get(person, person))
    place = {person: at for at, person in enumerate(people)}
    left = {person: collections.deque(events) for person, events in left.items()}
    ready, calls = [], []  # places of people whose open event is no call; and of the others, those with a reason first

    def is_called(person):
        return bool(left.get(person)) and left[person][0].event == "called"

    def wait(person):
        if is_called(person):
            heapq.heappush(calls, (not left[person][0].reason, place[person], len(left[person])))
        elif left[person]:
            heapq.heappush(ready, place[person])

    for person in people:
        wait(person)
    while ready or calls:
        while ready:
            person = people[heapq.heappop(ready)]
            while left[person] and not is_called(person):
                yield left[person].popleft()
            wait(person)
        was_called = False
        while is_called(turn := roster.whose_turn()):
            was_called = True
            yield left[turn].popleft()
            wait(turn)
        while calls and len(left[people[calls[0][1]]]) != calls[0][2]:
            heapq.heappop(calls)  # this one was called since
        if calls and not was_called:
            person = people[heapq.heappop(calls)[1]]
            yield left[person].popleft()
            wait(person)


def person_of_code(record, confirmed):
    """Who has which code, by profile and place: of the pool, and of those who had a seat."""
    people = {}
    for number, profile in enumerate(record.profiles):
        people.update((record.pool[row][0], (number, place)) for place, row in enumerate(profile.members))
    people.update((row[0], (len(record.profiles), place)) for place, row in enumerate(confirmed))
    return people


def read_person(record, cells, people):
    """Somebody who is named by their code or, without codes, by profile and place; the rest of the cells."""
    if record.about["detail"] == "codes":
        require(cells[0] in people, f"{cells[0]} is nobody's code")
        return people[cells[0]], cells[1:]
    return (number(cells[0], TWO_TO_32), number(cells[1], TWO_TO_32)), cells[2:]


def is_published_date(text):
    """Whether a text is a day of the years 1900 to 2999, such as 2026-03-01."""
    match = re.fullmatch("([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    try:
        return match is not None and 1900 <= datetime.date(*map(int, match.groups())).year <= 2999
    except ValueError:
        return False


def read_events(record, data, name, confirmed):
    """The rows of events.csv."""
    shows_codes = record.about["detail"] == "codes"
    people = person_of_code(record, confirmed) if shows_codes else {}
    heading = ["date", *(["code"] if shows_codes else ["profile", "place"]), "event", "reason"]
    events = []
    for date, *cells in read_table(data, heading, name):
        person, (event, reason) = read_person(record, cells, people)
        require(is_published_date(date), f"{name} has a date in another form, or of a day that there is not")
        require(event in EVENTS, f"{name} has an unknown event")
        require(not reason or is_one_line(reason), f"{name} has a reason that is not one line")
        events.append(Event(date, person, event, reason))
    return events


def read_reserves(record, draw):
    """Who is in reserve after a draw, in their order. Whether they should be is for V23 to say; whoever cannot be
    read is in no reserve."""
    if "reserves.csv" not in draw.files:
        return []
    first = ["code"] if record.about["detail"] == "codes" else ["profile", "place"]
    people, order = person_of_code(record, []), []
    try:
        heading = ["reserve", *first, *record.features]
        for _, *cells in read_table(draw.files["reserves.csv"], heading, "reserves.csv"):
            person, _ = read_person(record, cells, people)
            is_there = person[0] < len(record.profiles) and person[1] < record.profiles[person[0]].people
            require(is_there, "a reserve is nobody")
            order.append(person)
        heading, rows = people_table(record, order)
        rows = [[str(place), *row] for place, row in enumerate(rows, 1)]
        require(write_table([["reserve", *heading], *rows]) == draw.files["reserves.csv"], "not as written")
    except (Fails, ValueError, csv.Error):
        return []
    return order


def read_supplement(record, n, previous):
    """The facts of supplement number n, and the digest of its manifest."""
    name = f"continued/{n}"
    files = record.read_folder(name)
    require(set(files) == MAY_BE_IN["continued"], f"{name} has not its files")
    facts = read_facts(files["continued.json"], f"{name}/continued.json", SUPPLEMENT_FIELDS)
    require(facts["commitment"] == record.commitment.hex(), f"{name} is of another lottery")
    require(facts["previous"] == previous, f"{name} does not follow the supplement before")
    require(facts["continued"] == n, f"{name} has another number")
    require(facts["rules"] == 1, f"{name} follows unknown rules")
    found = [events for events in record.lists_of_events if events.digest == facts["roster"]]
    require(found, f"{name} goes on from a list of events that is not there")
    require(found[0].record == facts["record"], f"{name} goes on from another draw than its list of events")
    require(facts["supplement"] != facts["commitment"], f"{name} names no other lottery")
    because = facts["because"]
    require((because is not None) == (n > 1), f"{name} lacks a reason, or has one and needs none")
    require(because is None or is_one_line(because), f"the reason of {name} is not one line")
    return facts, plain_sha256(files["manifest.txt"])


# ---- V25: a supplement and the record before --------------------------------------------------------


@claim(25, "goes on from the record before", rests_on=[3, 5, 7])
def claim_25_supplement(record):
    """The supplement goes on where the record before it ended: with the people, seats and quotas that were
    left there."""
    look_only_if(has_sound_charter(record), "rests on V12")
    look_only_if(record.before is not None, "the record before was not given (--continues)")
    before, continues = Record(record.before), record.about["continues"]
    failed = [outcome for outcome in check_record(before) if outcome.outcome == "FAIL"]
    require(not failed, "the record before does not hold by itself")
    require(before.about is not None, "the record before cannot be read")
    draws = [draw for draw in before.draws if not draw.void]
    found = [events for events in before.lists_of_events if events.digest == continues["roster"]]
    require(draws and found, "the record before has not the draw and list of events that the supplement names")
    draw, events = draws[-1], found[0]
    require(events.draw == draw.facts["draw"], "the list of events is not of the last draw")
    require(continues["commitment"] == before.commitment.hex(), "it goes on from another lottery")
    require(continues["record"] == draw.digest, "it goes on from another draw than the last one")
    for field in ("household", "objective", "detail"):
        require(record.about.get(field) == before.about.get(field), f"{field} is another than before")

    words = quotas_are_left(record, before) + supplement_is_named(record, before) + evidence_is_new(record, before)
    has_turn = events.roster.whose_turn() is not None
    reason = continues.get("passed_over")
    require(reason is not None or not has_turn, "a reserve's turn was passed over, and no reason is given")
    require(reason is None or has_turn, "a reason for passing over reserves is given, and it was nobody's turn")
    if reason is not None:
        words.append(f"reserves were passed over: {reason}")
    words += promises_dropped(record, before)
    check_numbers_left(record, before, events.roster)
    shows_codes = record.about["detail"] == "codes"
    look_only_if(shows_codes, "the numbers agree; who is who only geloot verify can tell, with the sealed parts")
    check_people_left(record, before, events.roster)
    return "; ".join(words)


def promises_of(record):
    """What a charter promises: by what it is called, the source of the seed, reserves, the term of replies and rules of ballots."""
    if not record.is_frozen("charter.toml"):
        return {}
    toml = read_toml(record.file("charter.toml"))
    charter, reserves = read_charter(record.file("charter.toml"), record.about["tickets"]), declared_reserves(record)
    promises = {}
    if charter.source is not None:
        promises["the source of the seed"] = (charter.source, charter.what if charter.source in ("dice", "lotto") else None)
    if reserves is not None:
        promises["reserves"] = reserves[:2]
    try:
        put_in_zone(toml)
        rules = read_promises(toml)
    except Fails:
        return promises
    replies = [phase["reply"] for phase in toml.get("phase", []) if "reply" in phase]
    if replies:
        promises["a term for replies"] = read_term(replies[-1]["term"])
    return promises | {f"the rule of ballot {rule['name']}": rule for rule in rules}


def promises_dropped(record, before):
    """What the charter before promised and this one does not, or promises otherwise. What to say of it."""
    now, then = promises_of(record), promises_of(before)
    dropped = [what if what not in now else f"{what} (other than here)" for what in then if now.get(what) != then[what]]
    return [f"the charter before promised what this one does not: {'; '.join(dropped)}"] if dropped else []


def has_sound_charter(record):
    """Whether the charter, if there is one for the program, can be read."""
    try:
        if record.is_frozen("charter.toml"):
            read_charter(record.file("charter.toml"), record.about["tickets"])
            declared_reserves(record)
    except Exception:  # V12 and V23 say what is wrong with it
        return False
    return True


def quotas_of_the_whole_panel(record):
    """The quotas of the whole panel without the household rule's, as pairs of bounds by feature and value."""
    quotas, rule = record.quotas, record.about.get("household")
    if "confirmed" in record.about:
        quotas = read_quotas(record.file("asked.csv"), "asked.csv")
    quotas = [quota for quota in quotas if rule is None or quota.feature != rule["feature"]]
    return {(quota.feature, quota.value): (quota.min, quota.max) for quota in quotas}


def seats_of_the_whole_panel(record):
    """The seats of the whole panel."""
    return record.about["confirmed"]["seats"] if "confirmed" in record.about else record.about["seats"]


def quotas_are_left(record, before):
    """Seats and quotas are those of the record before, or looser where the record says so. What to say of it."""
    require(seats_of_the_whole_panel(record) == seats_of_the_whole_panel(before), "the number of seats is another")
    now, then = quotas_of_the_whole_panel(record), quotas_of_the_whole_panel(before)
    is_said = record.about["continues"].get("loosened", False)
    if now == then:
        require(not is_said, "it says that quotas were loosened, and none were")
        return []
    require(list(now) == list(then), "the quotas are of other features or values")
    for value, (low, high) in now.items():
        require(low <= then[value][0] and high >= then[value][1], f"the quota of {value[1]} is stricter than before")
    require(is_said, "quotas were loosened, and the record does not say so")
    changed = [value for _, value in (key for key in now if now[key] != then[key])]
    return [f"loosened: {', '.join(changed)}"]


def evidence_is_new(record, before):
    """No draw has evidence of the record before. Dice and tickets have few outcomes, so that they can come twice."""
    is_beacon = lambda draw: deciding(draw.own).word == "drand"  # noqa: E731
    used = {what_decides(draw) for draw in before.draws if draw.own and not (draw.void and is_beacon(draw))}
    known = [draw for draw in record.draws if not draw.void and draw.own and what_decides(draw) in used]
    few = [draw for draw in known if deciding(draw.own).word in ("dice", "ticket")]
    require(len(few) == len(known), "it was drawn with evidence that everybody knew from the record before")
    words = ["the dice or the ticket are those of the record before"] if few else []
    if "continues" in before.about:
        lottery = before.about["continues"]["commitment"]
        words.append(f"the record before goes on from lottery {lottery} itself: compare the evidence of that one too")
    return words


def supplement_is_named(record, before):
    """If the record before names supplements, the last of them is this one. What there is to say of it."""
    continues = record.about["continues"]
    if not before.supplements:
        require("continued" not in continues, "the record before names no supplement, and this one says that it does")
        return ["the record before does not name it yet"]
    *replaced, last = before.supplements
    require(last["supplement"] == record.commitment.hex(), "the record before names another supplement")
    for field in ("continued", "record", "roster"):
        require(continues.get(field) == last[field], f"the record before names it with another {field}")
    return [f"it replaced {len(replaced)} supplements: {last['because']}"] if replaced else []


def check_numbers_left(record, before, roster):
    """With each set of features there are as many people in the pool, and in their seats, as were left there; and
    as many are excluded on each ground."""
    features, rule = before.features, before.about.get("household")
    counts = [i for i, feature in enumerate(features) if rule is None or feature != rule["feature"]]

    def without_home(values):
        return tuple(values[i] for i in counts)

    def add(numbers, values, people):
        key = without_home(values)
        numbers[key] = numbers.get(key, 0) + people

    require(record.features == features, "the features are others than before")
    pool_now, pool_left, seated_now, seated_left = {}, {}, {}, {}
    for profile in record.profiles:
        add(pool_now, profile.values, profile.people)
    for profile in before.profiles:
        add(pool_left, profile.values, profile.people)
    for _, *values in confirmed_before(record):
        add(seated_now, values, 1)
    confirmed = confirmed_before(before)
    for person, stands in roster.stands.items():
        is_of_pool = person[0] < len(before.profiles)
        values = before.profiles[person[0]].values if is_of_pool else confirmed[person[1]][1:]
        if is_of_pool and stands != "waiting":
            add(pool_left, values, -1)
        if stands in IN:
            add(seated_left, values, 1)
    pool_left = {key: people for key, people in pool_left.items() if people}
    require(seated_now == seated_left, "those who have a seat are not as many with the same features as were in")
    require(pool_now == pool_left, "the pool is not as many people with the same features as remained")
    grounds = sorted(ground for _, ground in excluded_before(record))
    left = sorted(roster.stands[person] for person in roster.people_who(OUT))
    require(grounds == left, "not as many are excluded on the same grounds as were out")


def excluded_before(record):
    """The rows of excluded.csv."""
    if "excluded" not in record.about:
        return []
    return read_coded_table(record.file("excluded.csv"), ["ground"], "excluded.csv")


def check_people_left(record, before, roster):
    """Everybody is where they were left, with the features and the home that they had."""
    confirmed = confirmed_before(before)
    code_of = {person: code for code, person in person_of_code(before, confirmed).items()}
    seated = sorted(code_of[person] for person in roster.people_who(IN))
    require([row[0] for row in confirmed_before(record)] == seated, "those who have a seat are not those who were in")
    out = sorted((code_of[person], roster.stands[person]) for person in roster.people_who(OUT))
    stated = [tuple(row) for row in excluded_before(record)]
    require(stated == out, "those who are excluded are not those who were out, each on the ground that is known")
    gone = {*seated, *(code for code, _ in out)}
    rest = [row[0] for row in before.pool if row[0] not in gone]
    require([row[0] for row in record.pool] == rest, "the pool is not everybody else")

    rule = record.about.get("household")
    home = record.features.index(rule["feature"]) if rule else None
    now = {code: values for code, *values in [*record.pool, *confirmed_before(record)]}
    then = {code: values for code, *values in [*before.pool, *confirmed]}
    left_of_home = {}
    if rule:
        for code in now:
            left_of_home.setdefault(then[code][home], []).append(code)
    for code, values in now.items():
        expected = then[code][:]
        if rule and len(left_of_home[expected[home]]) <= rule["per"]:
            expected[home] = "-"
        require(values == expected, f"{code} has other features or another home than before")


MADE_BY_SEARCH = 1  # the number of the rules by which lotteries were found when this was written


@claim(26, "made again")
def claim_26_made_again(record):
    """Making the lottery again takes the search itself, which is left to geloot verify; that there was another search is said."""
    search = record.about["search"] if record.about else MADE_BY_SEARCH
    others = f"MADE BY SEARCH RULES {search}, WHICH ARE NOT KNOWN HERE: of equally fair lotteries anybody's favourite can say so. "
    others += "Ask which version of the program has them, and let it make the lottery again. "
    known = "making the lottery again takes the search itself; geloot verify does it"
    raise NotChecked(known if search == MADE_BY_SEARCH else others + known)

PREPARED_FIELDS = {
    **dict.fromkeys(["pool", "recipe"], is_hex_digest),
    **dict.fromkeys(["left_out", "people"], is_large_number),
    **dict.fromkeys(["sources", "tables"], is_list),
    "decisions": or_null(is_hex_digest),
    "program": is_text,
    "rules": is_number,
}


def read_prepared(record):
    """What prepared.json says: people of the list, and rows of the files that it was made of."""
    facts = read_facts(record.file("prepared.json"), "prepared.json", PREPARED_FIELDS)
    require(facts["rules"] == 1, "it was prepared by rules that this program does not know")
    digests = facts["tables"][:]
    for source in facts["sources"]:
        require(isinstance(source, dict) and sorted(source) == ["digest", "rows"], "a source has other fields")
        require(is_whole(source["rows"], TWO_TO_64), "the rows of a source are no number")
        digests.append(source["digest"])
    require(all(is_hex_digest(digest) for digest in digests), "a digest is none")
    people, left_out = facts["people"], facts["left_out"]
    require(people > 0, "the list has no people")
    rows = sum(source["rows"] for source in facts["sources"])
    require(people + left_out == rows < TWO_TO_64, "people and those left out are not the rows that were read")
    return people, rows


# ==== The invitation lottery: src/invite/SPEC.md =====================================================

SEEDS_TO_TELL_APART = 10**12  # stands for the number of tickets, which letters have none of
MOST_OF_A_FILE = 2**40  # people
LARGEST_HOME = 9  # more people at one address are an institution
GREATEST_WEIGHT = 1000  # of one person
MOST_WEIGHT = 2**31  # of everybody together it is less
LETTERS_FROZEN = """about.json charter.toml counts.csv frame.csv homes.csv people.csv plan.csv
    prepared.json strata.csv""".split()
LETTERS_ALWAYS_FROZEN = [name for name in LETTERS_FROZEN if name not in ("homes.csv", "prepared.json")] + [SEALED_MANIFEST]
LETTERS_MAY_BE_IN = {
    "draws": {"draw.json", "areas.csv", "beacon.json", "manifest.txt"},
    "trials": {"draw.json", "areas.csv", "beacon.json", "manifest.txt"},
    "lists": {"list.json", "figures.csv", "manifest.txt"},
    "waves": {"waves.json", "waves.csv", "manifest.txt"},
}
LETTERS_ABOUT = {
    **dict.fromkeys("homes kind program share".split(), is_text),
    **dict.fromkeys("letters people strata".split(), is_large_number),
    "rules": is_number,
}
LETTERS_ABOUT_MAY_HAVE = {"age": is_number, "areas": is_object, "reference": is_text}
LETTERS_DRAW = {field: kind for field, kind in DRAW_FIELDS.items() if field not in ("label", "ticket", "tickets")}
LETTERS_LIST = {
    **STAMP, "draw": is_number, "letters": is_hex_digest, "list": is_number, "record": is_hex_digest,
    "void": is_true_or_false,
}  # fmt: skip
LETTERS_WAVES = {**STAMP, "letters": is_hex_digest, "waves": is_number}
COUNTS = "rows repeats confidential young doubtful institutions residents people".split()
LETTERS_TABLES = {  # the tables of a charter about letters, and what may stand in them
    "frame": ["reference", "age", "description"],
    "columns": "key strata born since flag postcode number addition home weight description".split(),
    "letters": "number share at-least reserves homes description".split(),
    "areas": ["number", "reserves", "description"],
}


class LettersShare(NamedTuple):
    """A row of plan.csv."""

    letters: int
    list: int
    chance: str


class Letter(NamedTuple):
    """A place of the ordered list, which the clerk keeps."""

    stratum: int
    place: int
    person: str
    home: str  # the person where homes are not in the list
    hash: str


class LettersRecord(Record):
    """The public files of an invitation lottery, and what the claims have found in them so far."""

    sign = "I"
    may_be_in = LETTERS_MAY_BE_IN

    def __init__(self, files, published, outside):
        super().__init__(files, published)
        self.outside = outside  # where the clerk's list and the sealed list of people may lie; None if nowhere
        # I5
        self.terms = None  # the charter's tables about letters
        self.strata = 0  # how many
        self.people = []  # of each stratum
        self.weights = []  # of each stratum: what the weights of its people come to, and the greatest; all 1 if they have none
        self.headings = []  # of the columns of strata
        self.strata_cells = []  # of each stratum
        self.frame = []  # rows of frame.csv
        self.counts = {}  # counts.csv
        self.homes = None  # of each stratum and size
        self.plan = []
        self.prepared = None  # people of the list that a recipe made, if one did
        # I8
        self.lists = {}  # by the name of the draw: the facts of its list and the files beside them
        # I12
        self.areas = {}  # by the name of the draw: what became of each area

    def share(self, name, stratum):
        """What a stratum (from 0) has in a draw: an area that is not drawn nothing, one that stands in places and no letters."""
        area = self.areas[name][stratum] if self.areas.get(name) else "drawn"
        if area == "-":
            return LettersShare(0, 0, "")
        return self.plan[stratum]._replace(letters=0) if area.startswith("reserve") else self.plan[stratum]

    def clerk(self, *names):
        """A file of the clerk's, or nothing."""
        path = self.outside and self.outside.joinpath(*names)
        return read_file(path) if path and path.is_file() else None


LETTERS_CLAIMS = []


def letters_claim(number, title, rests_on=()):
    """Makes the function below it the check of a claim about an invitation lottery."""

    def register(check):
        LETTERS_CLAIMS.append(Claim(number, title, tuple(rests_on), check))
        return check

    return register


letters_claim(1, "manifest and commitment agree")(claim_01_manifest_and_commitment)
letters_claim(2, "the line is the published one", [1])(claim_02_published_line)
letters_claim(3, "files unchanged", [1])(claim_03_files_unchanged)


@letters_claim(4, "nothing extra", rests_on=[1])
def letters_04_nothing_extra(record):
    """Nothing is frozen that the rules do not know, and there is no other file or empty folder."""
    unknown = sorted(set(record.listed) - {*LETTERS_FROZEN, SEALED_MANIFEST})
    require(not unknown, f"frozen, and none of the rules' files: {', '.join(unknown)}")
    own = {"manifest.txt", "commitment.txt", *record.listed, *(f"{kind}/" for kind in LETTERS_MAY_BE_IN)}
    for name in sorted(set(record.files) - own):
        match = re.fullmatch("([a-z]+)/([1-9][0-9]{0,9})/([^/]+)", name)
        known = match and int(match[2]) < TWO_TO_32 and match[3] in LETTERS_MAY_BE_IN.get(match[1], ())
        require(known, f"{name} does not belong there")


@letters_claim(5, "facts complete", rests_on=[1])
def letters_05_facts(record):
    """about.json has its fields, every frozen file can be read, and the facts are those of the charter and the tables."""
    look_only_if(set(record.listed) & set(LETTERS_FROZEN) <= record.unchanged, "rests on I3")
    missing = [name for name in LETTERS_ALWAYS_FROZEN if not record.is_frozen(name)]
    require(not missing, f"not frozen: {missing}")
    about = read_facts(record.file("about.json"), "about.json", LETTERS_ABOUT, LETTERS_ABOUT_MAY_HAVE)
    require(about["rules"] == 1, "the record follows rules that this program does not know")
    require(is_one_line(about["program"]), "the name of the program is not one line")
    require(about["kind"] == "letters", "the record is of another kind")
    record.charter = read_charter(record.file("charter.toml"), SEEDS_TO_TELL_APART)
    require(not is_by_hand(record.charter), "the charter declares tickets, which letters have none of")
    record.terms = terms = read_terms_of_letters(record.file("charter.toml"))
    read_strata(record)
    read_people(record)
    read_frame(record)
    read_counts_of_frame(record)
    require(record.is_frozen("homes.csv") == terms["has_homes"], "homes.csv is there, or is not")
    if terms["has_homes"]:
        read_homes(record)
    read_plan(record)
    record.prepared = read_prepared(record)[0] if record.is_frozen("prepared.json") else None

    due = {
        "age": terms["age"],
        "areas": terms["areas"],
        "homes": terms["homes"],
        "letters": sum(share.letters for share in record.plan),
        "people": sum(record.people),
        "reference": terms["reference"],
        "share": terms["share"],
        "strata": record.strata,
    }
    if "areas" in about:
        are_numbers = sorted(about["areas"]) == ["number", "reserves"] and all(map(is_large_number, about["areas"].values()))
        require(are_numbers, "areas has other fields")
    for field, value in due.items():
        require(about.get(field) == value, f"{field} is not what the other files say")
    record.about = {**about, "tickets": SEEDS_TO_TELL_APART}


def read_strata(record):
    """strata.csv: numbered from 1, with a column for each that the charter names."""
    rows = read_rows(record.file("strata.csv"))
    require(rows and rows[0][:1] == ["stratum"] and len(rows) > 1, "strata.csv has no strata")
    require(write_table(rows) == record.file("strata.csv"), "strata.csv is not in the one form of a table")
    require([row[0] for row in rows[1:]] == numbers_to(len(rows) - 1), "strata are not numbered from 1")
    require(all(len(row) == len(rows[0]) for row in rows), "strata.csv has a row of another length")
    cells = [cell for row in rows[1:] for cell in row[1:]]
    require(all(cell == cell.strip(" ") and "\n" not in cell for cell in cells), "a stratum is no text on one line")
    require(len({tuple(row[1:]) for row in rows[1:]}) == len(rows) - 1, "a stratum stands there twice")
    record.strata, record.headings = len(rows) - 1, rows[0][1:]
    record.strata_cells = [row[1:] for row in rows[1:]]


def read_people(record):
    """people.csv: the people of each stratum, and what their weights come to where they have any."""
    heading = ["stratum", "people", *(["weight", "greatest"] if record.terms["has_weights"] else [])]
    rows = read_table(record.file("people.csv"), heading, "people.csv")
    require([row[0] for row in rows] == numbers_to(record.strata), "people.csv has other strata")
    rows = [[number(cell, MOST_OF_A_FILE) for cell in row[1:]] for row in rows]
    record.people = [people for people, *_ in rows]
    record.weights = [tuple(weights) or (people, min(people, 1)) for people, *weights in rows]
    for people, (whole, greatest) in zip(record.people, record.weights):
        others = max(people - 1, 0)
        can_be = greatest <= GREATEST_WEIGHT and greatest + others <= whole <= greatest + others * greatest
        require(can_be and (people > 0) == (greatest > 0), "people.csv has weights that cannot be")


def read_frame(record):
    """frame.csv: the parts of the frame, each with its people and digest."""
    record.frame = read_table(record.file("frame.csv"), ["bucket", "people", "digest"], "frame.csv")
    require(ascends([row[0] for row in record.frame]), "the parts of the frame are out of order")
    for bucket, people, digest in record.frame:
        is_sound = re.fullmatch("[0-9a-f]{3}", bucket) and number(people, MOST_OF_A_FILE) > 0 and is_hex_digest(digest)
        require(is_sound, f"part {bucket} of the frame is not what it can be")


def read_counts_of_frame(record):
    """counts.csv: what became of each row of the register."""
    rows = read_table(record.file("counts.csv"), ["what", "count"], "counts.csv")
    grounds = [what for what, _ in rows if what.startswith("excluded/")]
    require([what for what, _ in rows] == COUNTS[:3] + grounds + COUNTS[3:], "counts.csv counts other things")
    require(ascends([ground.encode() for ground in grounds]), "the grounds are out of order")
    are_lines = all(is_one_line(ground.removeprefix("excluded/")) for ground in grounds)
    require(are_lines, "a ground is not one line, or has no letter")
    record.counts = {what: number(count, MOST_OF_A_FILE) for what, count in rows}


def read_homes(record):
    """homes.csv: how many homes of each size a stratum has."""
    rows = read_table(record.file("homes.csv"), ["stratum", "people", "homes"], "homes.csv")
    rows = [tuple(number(cell, MOST_OF_A_FILE) for cell in row) for row in rows]
    require(ascends([row[:2] for row in rows]), "the rows of homes.csv are out of order")
    fits = all(0 < s <= record.strata and 0 < n <= LARGEST_HOME and homes for s, n, homes in rows)
    require(fits, "homes.csv has a home that cannot be")
    record.homes = {(stratum, size): homes for stratum, size, homes in rows}


def read_plan(record):
    """plan.csv: letters, places of the list and the chance of each stratum."""
    rows = read_table(record.file("plan.csv"), ["stratum", "letters", "list", "chance"], "plan.csv")
    require([row[0] for row in rows] == numbers_to(record.strata), "plan.csv has other strata")
    for (_, letters, places, chance), most in zip(rows, addressed(record)):
        require(number(letters) <= number(places) <= most, "plan.csv has more letters than places, people or homes")
        require(re.fullmatch("(0|[1-9][0-9]{0,38})/(0|[1-9][0-9]{0,38})", chance), "plan.csv has a chance that is none")
    record.plan = [LettersShare(int(letters), int(places), chance) for _, letters, places, chance in rows]


def addressed(record):
    """How many letters a stratum can get at most: its people, or its homes where addresses come first."""
    if record.terms["homes"] != "address-first":
        return record.people
    strata = range(1, record.strata + 1)
    return [sum(n for (s, _), n in record.homes.items() if s == stratum) for stratum in strata]


def numbers_to(last):
    """The numbers from 1 as they stand in a table."""
    return [str(n) for n in range(1, last + 1)]


def is_by_hand(charter):
    """Whether a charter declares tickets, first or second."""
    second = charter.what.source if charter.source == "contributions" else None
    return "ticket" in (charter.source, second)


def read_terms_of_letters(data):
    """What a charter says of letters."""
    toml = read_toml(data)
    absent = [name for name in LETTERS_TABLES if name not in toml]
    for name in toml:
        is_near = any(is_one_slip(ascii_lower(name), table) for table in absent)
        require(name in LETTERS_TABLES or not is_near, f"the charter has {name!r}, which is close to a table of letters")
    for name, known in LETTERS_TABLES.items():
        table = toml.get(name, {})
        require(isinstance(table, dict) and set(table) <= set(known), f"the charter's table {name} is not what it can be")
    require("letters" in toml, "the charter has no table of letters")
    frame, columns, letters = (toml.get(name, {}) for name in ("frame", "columns", "letters"))
    for table in ("letters", "areas"):
        for key in ("number", "at-least", "reserves"):
            require(is_whole(toml.get(table, {}).get(key, 0), 10**9 + 1), f"{key} in {table} is no number")
    strata = read_columns(columns)
    homes = letters.get("homes", "any")
    require(homes in ("any", "one-letter", "address-first"), "the charter counts homes in an unknown way")
    has_homes = "postcode" in columns or "home" in columns
    require(homes == "any" or has_homes, "homes count, and the charter does not say where addresses are")
    require(homes != "address-first" or "weight" not in columns, "addresses come first, and people have weights")
    share = letters.get("share", "proportional" if "number" in letters else "listed")
    require(share in ("proportional", "equal", "each", "listed"), "the charter shares letters out in an unknown way")
    require(("number" in letters) == (share != "listed"), "the charter says how many letters, and that a file does")
    require(share == "proportional" or "at-least" not in letters, "at-least means nothing where letters are shared so")
    day = frame.get("reference")
    is_day = day is None or type(day) is datetime.date and 1900 <= day.year <= 2999
    require(is_day, "the day for the age is no day")
    age = frame.get("age")
    if age is not None:
        require(is_whole(age, 10**9 + 1) and day is not None, "the age is no number, or there is no day for it")
        require("born" in columns, "an age is asked, and the charter does not say where the date of birth is")
    areas = toml.get("areas")
    has_areas = areas is None or "number" in areas and share == "each"
    require(has_areas, "areas have no number, or not the same number of letters")
    return {
        "age": None if age is None else min(age, 200),
        "reference": day.isoformat() if age is not None else None,
        "strata": strata,
        "key": "key" in columns,
        "has_flag": "flag" in columns,
        "has_homes": has_homes,
        "homes": homes,
        "has_weights": "weight" in columns,
        "share": share,
        "number": letters.get("number"),
        "least": letters.get("at-least", 1) if share == "proportional" else 0,
        "reserves": letters.get("reserves", 0),
        "areas": None if areas is None else {"number": areas["number"], "reserves": areas.get("reserves", 0)},
    }


def read_columns(columns):
    """Where registers have what: each column a heading, or a list of headings that it may have. Returns those of strata."""

    def is_headings(value):
        headings = value if is_list(value) else [value]
        return headings != [] and all(is_text(heading) and trim(heading) for heading in headings)

    for name, value in columns.items():
        is_known = name in ("strata", "description") or is_headings(value)
        require(is_known, f"the charter does not say in which column {name} is")
    require(("postcode" in columns) == ("number" in columns), "an address has a postcode and a number")
    both = "home" in columns and not {"postcode", "number", "addition"}.isdisjoint(columns)
    require(not both, "a home has a name, or an address")
    strata = columns.get("strata")
    if strata is None or is_text(strata):
        return [] if strata is None else [strata]
    require(is_list(strata) and strata and all(map(is_headings, strata)), "the columns of strata are no columns")
    return strata


@letters_claim(6, "the frame adds up", rests_on=[5])
def letters_06_frame(record):
    """Strata, people, homes, counts and digests add up to the same."""
    everybody, counts, terms = sum(record.people), record.counts, record.terms
    require(sum(number(row[1]) for row in record.frame) == everybody, "frame.csv has another number of people")
    out = sum(count for what, count in counts.items() if what in COUNTS[1:5] or what.startswith("excluded/"))
    require(counts["rows"] == out + counts["people"], "rows came in or fell out that are not counted")
    require(counts["people"] == everybody, "counts.csv has another number of people")
    asked = {
        "repeats": terms["key"], "confidential": terms["has_flag"], "young": terms["age"], "doubtful": terms["age"],
        "institutions": terms["has_homes"], "residents": terms["has_homes"],
    }  # fmt: skip
    odd = [what for what, of in asked.items() if counts[what] and not of]
    require(not odd, f"counts.csv counts what the charter does not ask of registers: {', '.join(odd)}")
    require(record.prepared in (None, counts["rows"]), "the prepared list has another number of rows")
    if record.homes is not None:
        for stratum, people in enumerate(record.people, 1):
            of = sum(size * homes for (s, size), homes in record.homes.items() if s == stratum)
            require(of == people, f"the homes of stratum {stratum} have another number of people")
    columns = [names if is_text(names) else names[0] for names in terms["strata"]]
    require(record.headings == columns, "strata.csv has other columns than the charter names")
    require(columns or record.strata == 1, "there are strata and no column of them")
    told = strata_alike(record)
    if record.prepared is not None:
        people, rows = read_prepared(record)
        told.append(f"{people} people of {rows} rows came out of the recipe, as the record says; NOT CHECKED that they come of its "
                    "sources: a recipe is run by geloot verify --recipe alone")  # fmt: skip
    return "; ".join(told)


def strata_alike(record):
    """Names of strata in one column that look alike."""
    told = []
    for at, heading in enumerate(record.headings):
        seen = {}
        for name in dict.fromkeys(cells[at] for cells in record.strata_cells):
            first = seen.setdefault(look_of(name), name)
            if first != name:
                told.append(f"two strata of {heading} look alike and count apart: {first!a} and {name!a}")
    return told


@letters_claim(7, "letters shared out", rests_on=[5])
def letters_07_plan(record):
    """Letters are shared out as the charter says, every chance is exact, and nobody has none."""
    terms, people = record.terms, record.people
    of = addressed(record)
    there = [int(n > 0) for n in people]
    if terms["share"] == "listed":
        letters, places = [share.letters for share in record.plan], [share.list for share in record.plan]
        if terms["reserves"]:
            places = sainte_lague(letters, sum(letters) + terms["reserves"], 0)
    elif terms["share"] == "each":
        letters = [terms["number"] * n for n in there]
        places = [(terms["number"] + terms["reserves"]) * n for n in there]
    else:
        weights = people if terms["share"] == "proportional" else there
        letters = sainte_lague(weights, terms["number"], terms["least"])
        places = sainte_lague(weights, terms["number"] + terms["reserves"], terms["least"])
    areas = [Fraction(1)] * len(people)
    if terms["areas"] is not None:
        wanted = terms["areas"]["number"]
        require(0 < wanted <= sum(there), "more areas are to be drawn than there are, or none")
        areas = chances_of_areas([whole for whole, _ in record.weights], wanted)
    require(not terms["has_weights"] or sum(w for w, _ in record.weights) < MOST_WEIGHT, "the weights come to too much")
    for stratum, share in enumerate(record.plan):
        n, name = of[stratum], f"stratum {stratum + 1}"
        given, place = min(letters[stratum], n), min(places[stratum], n)
        require((share.letters, share.list) == (given, place), f"{name} has another number of letters")
        require(n == 0 or given > 0, f"nobody in {name} has a chance")
        whole, greatest = record.weights[stratum]
        fits = place * greatest * (LARGEST_HOME if terms["homes"] == "one-letter" else 1) <= whole
        require(fits, f"the list of {name} is too long for one letter per person or home")
        whole = whole if terms["has_weights"] else n
        chance = areas[stratum] * Fraction(given, whole) if n else Fraction(0)
        require(share.chance == f"{chance.numerator}/{chance.denominator}", f"the chance in {name} is another")


def sainte_lague(people, letters, least):
    """Letters by the rule of Sainte-Lague; strata with people start with `least`."""
    there, total = [s for s, n in enumerate(people) if n], sum(people)
    require(least * len(there) <= letters, "there are too few letters for all strata")
    rank = [tagged_sha256("geloot/1/letters-tie", str(s + 1).encode()) for s in range(len(people))]
    # The exact share rounded to the nearest, down when in the middle, is at most one letter for each two strata away.
    given = [max(least, -(-((2 * n * letters - 1) // total) // 2)) if n else 0 for n in people]

    def claim(s, held):
        return -Fraction(people[s], 2 * held + 1), rank[s]

    while sum(given) > letters:
        given[max((s for s in there if given[s] > least), key=lambda s: claim(s, given[s] - 1))] -= 1
    while there and sum(given) < letters:
        given[min(there, key=lambda s: claim(s, given[s]))] += 1
    return given


def certain_areas(people, wanted):
    """Which areas are so large that they are drawn in any case."""
    certain = [False] * len(people)
    while True:
        left, n = sum(w for w, c in zip(people, certain) if not c), wanted - sum(certain)
        more = [i for i, w in enumerate(people) if not certain[i] and w and n * w >= left]
        if not more or n == 0:
            return certain
        for i in more:
            certain[i] = True


def chances_of_areas(people, wanted):
    """The chance of each area to be drawn."""
    certain = certain_areas(people, wanted)
    left, n = sum(w for w, c in zip(people, certain) if not c), wanted - sum(certain)
    return [Fraction(1) if c else Fraction(n * w, max(left, 1)) for w, c in zip(people, certain)]


@letters_claim(8, "draws and lists recorded", rests_on=[5])
def letters_08_records(record):
    """Every draw, trial and list is recorded whole, in order, as one of this frame."""
    for kind in ("draws", "trials"):
        previous = None
        for n in record.numbers_of(kind):
            draw = read_draw_of_letters(record, kind, n, previous)
            record.draws.append(draw)
            previous = draw.digest
    previous = None
    for n in record.numbers_of("lists"):
        files = record.read_folder(f"lists/{n}")
        require(set(files) == LETTERS_MAY_BE_IN["lists"], f"list {n} has not its files")
        facts = read_facts(files["list.json"], f"lists/{n}/list.json", LETTERS_LIST)
        require(facts["commitment"] == record.commitment.hex(), f"list {n} is of another frame")
        require(facts["list"] == n and facts["previous"] == previous, f"list {n} does not follow the one before")
        require(facts["rules"] == 1, f"list {n} follows unknown rules")
        name = f"{'trials' if facts['void'] else 'draws'}/{facts['draw']}"
        of = [draw for draw in record.draws if draw.name == name and draw.digest == facts["record"]]
        require(of and name not in record.lists, f"list {n} is of no draw, or the second of one")
        record.lists[name] = facts, files
        previous = plain_sha256(files["manifest.txt"])
    look_only_if(record.draws, "nothing has been drawn")
    return "; ".join(annulment(draw) for draw in record.draws if draw.facts["because"] is not None)


def read_draw_of_letters(record, kind, n, previous):
    """The record of draw or trial number n; `previous` is the digest of the manifest of the one before."""
    name, is_trial = f"{kind}/{n}", kind == "trials"
    is_later = n > 1 and not is_trial
    files = record.read_folder(name)
    require("draw.json" in files, f"{name} has no draw.json")
    facts = read_facts(files["draw.json"], f"{name}/draw.json", LETTERS_DRAW)
    own = None if facts["evidence"] is None else read_evidence(facts["evidence"])
    require(own or is_later, f"{name} has no evidence")
    require(own is None or deciding(own).word != "ticket", f"{name} draws a ticket, and letters have none")
    expected = {"draw.json", "manifest.txt"} | ({"areas.csv"} & set(files))  # whether areas belong there is for I12
    expected |= {"beacon.json"} if own and deciding(own).word == "drand" else set()
    require(set(files) == expected, f"{name} has not its files")
    require(facts["commitment"] == record.commitment.hex(), f"{name} is of another frame")
    require(facts["previous"] == (previous if is_later else None), f"{name} does not follow the draw before")
    require(facts["draw"] == n, f"{name} has another number")
    require(facts["rules"] == 1, f"{name} follows unknown rules")
    require(facts["void"] is is_trial, f"{name} is void, or is not")
    sources = ["trial"] if is_trial else ["declared", "undeclared", "overridden"]
    require(facts["source"] in sources, f"{name} has another source")
    require((facts["because"] is not None) == is_later, f"{name} lacks a reason, or has one and needs none")
    overrides = facts["source"] == "overridden" and own is not None
    require((facts["override"] is not None) == overrides, f"{name} lacks a reason for its source, or has one and needs none")
    for field in ("because", "override"):
        require(facts[field] is None or is_one_line(facts[field]), f"{field} of {name} is not one line")
    first = record.draws[0].facts["evidence"] if record.draws else None
    return Draw(name, facts, files, own, facts["evidence"] if own else first)


@letters_claim(9, "seed of the declared source", rests_on=[5, 8])
def letters_09_declared_source(record):
    """The evidence is of the source that the charter declared before anything was drawn."""
    draws = [draw for draw in record.draws if not draw.void]
    for draw in draws:
        is_declared = is_of_source(read_evidence(draw.evidence), record.charter.source, record.charter.what)
        right = "undeclared" if record.charter.source is None else "declared" if is_declared else "overridden"
        require(draw.facts["source"] == right, f"the source of {draw.name} is {right}")
        require(right != "overridden", f"{draw.name} is of another source: {draw.facts['override']}")
    told = who_registered(read_toml(record.file("charter.toml")))
    look_only_if(record.charter.source is not None, f"no source was declared{told}")
    look_only_if(draws, f"nothing has been drawn{told}")
    return f"the charter declares the source {record.charter.source}{told}"


letters_claim(10, "evidence genuine", [8])(claim_13_evidence)
letters_claim(11, "seed follows", [8])(claim_14_seed)


def key_of_letters(record, i, label):
    """The key of a use of chance in a draw, as 64 digits."""
    label = label_of(label, record.draws[i].facts)
    return tagged_sha256("geloot/1/stream", record.seeds[i], label.encode()).hex()


def start_of_letters(record, i, label, below):
    """A number below another from the stream of a use of chance."""
    return Stream(record.seeds[i], label_of(label, record.draws[i].facts)).below(below)


def under_key(key, text):
    """The hash of a text under a key of 64 digits, as anybody can compute it."""
    return plain_sha256(f"{key}{text}".encode())


@letters_claim(12, "areas follow", rests_on=[8])
def letters_12_areas(record):
    """The areas follow from the seed."""
    terms = record.terms["areas"]
    if terms is not None:
        record.areas = {draw.name: areas_of(record, i, terms) for i, draw in enumerate(record.draws)}
    for draw in record.draws:
        words = record.areas.get(draw.name)
        rows = [["stratum", "area"], *([str(s), word] for s, word in enumerate(words or [], 1))]
        right = draw.files.get("areas.csv") == (write_table(rows) if words else None)
        require(right, f"the areas of {draw.name} do not follow")
    look_only_if(terms is not None, "no areas are drawn")


def areas_of(record, i, terms):
    """What becomes of each area in a draw."""
    sizes = [whole for whole, _ in record.weights]
    hit, certain = pick_areas(record, i, sizes, terms["number"], "areas"), certain_areas(sizes, terms["number"])
    words = ["certain" if h and c else "drawn" if h else "-" for h, c in zip(hit, certain)]
    left = [0 if h else n for h, n in zip(hit, sizes)]
    wanted = min(terms["reserves"], sum(n > 0 for n in left))
    again = pick_areas(record, i, left, wanted, "areas/reserve")
    key = key_of_letters(record, i, "areas/reserve")
    order = sorted((under_key(key, s + 1), s) for s, h in enumerate(again) if h)
    for nth, (_, stratum) in enumerate(order, 1):
        words[stratum] = f"reserve {nth}"
    return words


def pick_areas(record, i, people, wanted, label):
    """Which areas are drawn, by size."""
    hit = certain_areas(people, wanted)
    n = wanted - sum(hit)
    key = key_of_letters(record, i, label)
    circle = sorted((s for s, w in enumerate(people) if w and not hit[s]), key=lambda s: under_key(key, s + 1))
    around = sum(people[s] for s in circle)
    if around and n:
        before, u = 0, start_of_letters(record, i, f"{label}/start", around)
        for s in circle:
            after = before + people[s]
            hit[s] = is_hit(before, after, n, u, around)
            before = after
    return hit


def is_hit(before, after, n, u, around):
    """Whether what stands from `before` to `after` in a circle of weights is drawn, of n from the start u."""
    return (n * before - u - 1) // around != (n * after - u - 1) // around


@letters_claim(13, "figures are those of the plan", rests_on=[8])
def letters_13_figures(record):
    """The published figures of each list are those of the plan and the areas."""
    heading = "stratum people letters list last end".split()
    tells = record.terms["homes"] != "one-letter" and not record.terms["has_weights"]
    everybody, told, seen = addressed(record), [], set()
    for name, (facts, files) in record.lists.items():
        require(facts["letters"] not in seen, f"the list of {name} is that of another draw")
        seen.add(facts["letters"])
        rows = read_table(files["figures.csv"], heading, "figures.csv")
        far = []
        require([row[0] for row in rows] == numbers_to(record.strata), f"the figures of {name} have other strata")
        for s, (_, people, letters, places, last, end) in enumerate(rows):
            share = record.share(name, s)
            due = (record.people[s], share.letters, share.list)
            require((number(people), number(letters), number(places)) == due, f"stratum {s + 1} of {name} has others")
            for hash, count in ((last, share.letters), (end, share.list)):
                require(is_hex_digest(hash) if count else hash == "", f"a lot in stratum {s + 1} of {name} is none")
            grows = last < end if share.letters < share.list else last == end
            require(grows, f"the lots in stratum {s + 1} of {name} do not grow with places")
            lots = ((last, share.letters), (end, share.list))
            if tells and any(count and is_far(hash, count, everybody[s]) for hash, count in lots):
                far.append(str(s + 1))
        if far:
            told.append(f"in {name} the lot of a last place lies in strata {', '.join(far)} where chance puts it less than once in 10^9 times")
    look_only_if(record.lists, "no list is published")
    return "; ".join(told + without_list(record))


def without_list(record):
    """That nothing was checked of draws without a list."""
    draws = [draw.name for draw in record.draws if draw.name not in record.lists]
    return [f"NOT CHECKED of {', '.join(draws)}: no list of it is published"] if draws else []


def is_far(hash, place, of):
    """Whether a lot lies too low or too high for this place among so many: SPEC.md, section 5."""
    whole, part = 2**32, int(hash[:8], 16)
    sides = (place * whole - of * (part + 1), part + 1), (of * part - (place - 1) * whole, part)
    return any(t > 0 and t * t > 16 * (3 * of * p * (whole - p) + t * whole) for t, p in sides)


@letters_claim(14, "the clerk's list is the published one", rests_on=[8])
def letters_14_list(record):
    """The clerk's list has the published digest, and every lot in it follows from the seed."""
    unseen = []
    for i, draw in enumerate(record.draws):
        data = record.clerk(*place_of_clerk(record, draw), "letters.csv")
        if data is None:
            unseen.append(draw.name)
            continue
        require(draw.name in record.lists, f"no list of {draw.name} is published")
        facts, files = record.lists[draw.name]
        require(plain_sha256(data) == facts["letters"], f"the list of {draw.name} is not the published one")
        check_list(record, i, read_letters(record, draw, data), files["figures.csv"])
        check_post(record, draw, data)
    look_only_if(len(unseen) < len(record.draws), "the clerk's list is not here")
    return f"NOT CHECKED of {', '.join(unseen)}: the clerk's list of it is not here" if unseen else ""


def check_post(record, draw, letters):
    """Where the clerk's list for the post is here, its places are those of the list; with the secret its numbers, too."""
    post = record.clerk(*place_of_clerk(record, draw), "post.csv")
    if post is None:
        return
    keys = [row[-1] for row in read_rows(post)[1:]]
    people = [letter.person for letter in read_letters(record, draw, letters)]
    secret = secret_of(record)
    is_theirs = all(not key or not secret or person_of(secret, key) == person for key, person in zip(keys, people))
    is_same = len(keys) == len(people) and post == post_that_follows(record, draw, letters, dict(zip(people, keys)))
    require(is_theirs and is_same, f"the list for the post of {draw.name} is not the one that follows from the draw")


def secret_of(record):
    """The secret of the frame; empty where it is not here."""
    return (record.clerk("sealed", "key.txt") or b"").decode("ascii", "replace").strip()


def person_of(secret, key):
    """The digits that stand for somebody with this number in the register."""
    return under_key(secret, f"p/{key}")[:32]


def place_of_clerk(record, draw):
    """The folder of the clerk's own files about a draw."""
    last = max((draw.facts["draw"] for draw in record.draws if not draw.void), default=0)
    n = str(draw.facts["draw"])
    return ["trials", n] if draw.void else [] if draw.facts["draw"] == last else ["annulled", n]


def read_letters(record, draw, data):
    """The rows of letters.csv, of which each says so in a trial."""
    heading = ["stratum", "place", "person", *(["home"] if record.terms["has_homes"] else []), "hash"]
    rows = read_table(data, marked(heading, [], draw.void)[0], "letters.csv")
    if draw.void:
        require(all(row[0] == VOID for row in rows), f"a row of the list of {draw.name} does not say that it is void")
        rows = [row[1:] for row in rows]
    return [Letter(number(s), number(p), person, (home or [person])[0], hash) for s, p, person, *home, hash in rows]


def check_list(record, i, letters, figures):
    """Places are without gaps, every lot is the one of its person or home, lots grow, no home comes twice."""
    homes, draw = record.terms["homes"], record.draws[i]
    label = {"any": "letters", "one-letter": "letters/order", "address-first": "letters/homes"}[homes]
    key = key_of_letters(record, i, "letters/order" if record.terms["has_weights"] else label)
    before = Letter(0, 0, "", "", "")
    counts, ends, lasts = [0] * record.strata, [""] * record.strata, [""] * record.strata
    for letter in letters:
        is_next = letter.stratum > before.stratum and letter.place == 1
        goes_on = letter.stratum == before.stratum and letter.place == before.place + 1 and letter.hash >= before.hash
        where = f"place {letter.place} of stratum {letter.stratum} in {draw.name}"
        require((is_next or goes_on) and letter.stratum <= record.strata, f"{where} is out of order")
        of = letter.home if homes == "address-first" else letter.person
        require(letter.hash == under_key(key, of), f"the lot at {where} is another")
        s, before = letter.stratum - 1, letter
        counts[s], ends[s] = letter.place, letter.hash
        if letter.place <= record.share(draw.name, s).letters:
            lasts[s] = letter.hash
    require(len({letter.person for letter in letters}) == len(letters), f"somebody has two places in {draw.name}")
    if homes != "any":
        require(len({letter.home for letter in letters}) == len(letters), f"a home has two letters in {draw.name}")
    rows = ["stratum people letters list last end".split()]
    for s in range(record.strata):
        given = min(counts[s], record.share(draw.name, s).letters)
        rows.append([str(s + 1), str(record.people[s]), str(given), str(counts[s]), lasts[s], ends[s]])
    require(write_table(rows) == figures, f"the figures of {draw.name} are not those of its list")


@letters_claim(15, "people are those in the frame", rests_on=[5])
def letters_15_people(record):
    """The sealed list of people is the one in the frame, and each list is the one that follows from it."""
    path = record.outside and record.outside / "sealed" / "persons.csv"
    look_only_if(path and path.is_file() and not path.is_symlink(), "the list of people is not here")
    everybody, digest, bucket, frame, last = [], None, None, [], ""
    counts, wholes, greatest = ([0] * record.strata for _ in range(3))
    check_sealed_beside(record)
    secret, keys = secret_of(record), {}
    with open(path, encoding="utf-8", newline="") as file:
        heading = ["person", "home", "stratum", *(["weight"] if record.terms["has_weights"] else []), "key"]
        require(file.readline() == ",".join(heading) + "\n", "the list of people has another heading")
        for line in file:
            person, home, stratum, *weight, key = line.rstrip("\n").split(",", len(heading) - 1)
            keys[person] = key = key[1:-1].replace('""', '"') if key.startswith('"') else key
            require(re.fullmatch("[0-9a-f]{32}", person) and re.fullmatch("[0-9a-f]{32}", home), "a person is none")
            require(last < person, "the people are out of order")
            is_same = not key or not secret or person_of(secret, key) == person
            require(is_same, "somebody has another number in the register than the one that was drawn with")
            last, stratum = person, number(stratum)
            require(0 < stratum <= record.strata, "a person has a stratum that is none")
            if person[:3] != bucket:
                if bucket is not None:
                    frame.append([bucket, str(size), digest.hexdigest()])
                bucket, digest, size = person[:3], hashlib.sha256(), 0
            row = "|".join(["geloot/1/frame-row", person, home, str(stratum), *weight])
            digest.update(plain_sha256(row.encode()).encode())
            size, counts[stratum - 1] = size + 1, counts[stratum - 1] + 1
            weight = number(weight[0], GREATEST_WEIGHT + 1) if weight else 1
            require(weight > 0, "somebody has no weight")
            wholes[stratum - 1], greatest[stratum - 1] = wholes[stratum - 1] + weight, max(greatest[stratum - 1], weight)
            everybody.append((stratum, person, home, weight))
    if bucket is not None:
        frame.append([bucket, str(size), digest.hexdigest()])
    is_frame = counts == record.people and list(zip(wholes, greatest)) == record.weights and frame == record.frame
    require(is_frame, "the people are not those in the frame")
    blank = sum(not key for key in keys.values())
    require(blank in (0, len(keys)), f"{blank} people have no number in the register, and others have one")
    made = frame_of_list(record, secret, everybody, next(iter(keys.values()), ""))
    at_home = collections.Counter((stratum, home) for stratum, _, home, _ in everybody)
    homes = collections.Counter((stratum, size) for (stratum, _), size in at_home.items())
    require(record.homes in (None, dict(homes)), "homes.csv does not follow from the people")
    if 8 in record.passed:
        for i, draw in enumerate(record.draws):
            if draw.name in record.lists:
                data = letters_that_follow(record, i, everybody)
                is_same = plain_sha256(data) == record.lists[draw.name][0]["letters"]
                require(is_same, f"the list of {draw.name} does not follow from the people")
                post = record.clerk(*place_of_clerk(record, draw), "post.csv")
                is_same = post is None or post == post_that_follows(record, draw, data, keys)
                require(is_same, f"the list for the post of {draw.name} is not the one that follows from the draw")
    told = without_list(record) if 8 in record.passed else []
    if not secret and not blank:
        told.append("NOT CHECKED that the numbers in the register are those of the people: the secret is not here")
    return "; ".join(told + made)


def check_sealed_beside(record):
    """The sealed manifest is the frozen one, and the secret and the prepared list are those that it lists."""
    manifest = record.clerk("sealed", "manifest.txt")
    if manifest is not None:
        is_frozen = is_as_listed(manifest, record.listed[SEALED_MANIFEST])
        require(is_frozen, "the sealed manifest is not the one that was frozen")
        own, key = read_manifest(manifest), record.clerk("sealed", "key.txt")
        is_listed = key is None or "key.txt" in own and is_as_listed(key, own["key.txt"])
        require(is_listed, "the secret is not the one that was frozen")
    pool = record.clerk("sealed", "prepared", "pool.csv")
    if pool is not None and record.prepared is not None:
        facts = json.loads(record.file("prepared.json"))
        require(plain_sha256(pool) == facts["pool"], "the prepared list is not the one that the frame was made of")


def frame_of_list(record, secret, everybody, a_key):
    """Makes the frame again from the prepared list, where that is here; what was not checked comes back."""
    pool = record.clerk("sealed", "prepared", "pool.csv")
    if record.prepared is None:
        return []
    lacks = "the list" if pool is None else "the secret" if not secret else None
    columns = None if lacks else columns_of_list(record, read_rows(pool)[0])
    if not lacks and columns is None:
        lacks = "a column of the charter"
    if lacks:
        return [f"NOT CHECKED that the frame follows from the prepared list: {lacks} is not here"]
    rows = [[cell.strip(" ") for cell in row] for row in read_rows(pool)[1:]]
    if "key" in columns and not all(re.fullmatch("[!-~]{1,64}", row[columns["key"]]) for row in rows):
        return ["NOT CHECKED that the frame follows from the prepared list: it has no numbers of the register"]
    source = a_key.rpartition("/")[0]  # of keys that are made of rows
    people = {}
    for n, row in enumerate(rows, 2):
        person, own = read_row(record, secret, columns, row, f"{source}/{n}")
        people.setdefault(person, []).append(own)
    inside = {person: (stratum, home, weight) for stratum, person, home, weight in everybody}
    counts, found, limit = dict.fromkeys(COUNTS, 0), {}, limit_of_age(record)
    counts.update(rows=len(rows), repeats=len(rows) - len(people), out=0)
    for person, own in people.items():
        _, stratum, home, last, first, weight, _ = min(own)
        is_old, is_young = limit is None or last <= limit, limit is not None and first > limit
        if any(is_flagged for *_, is_flagged in own):
            counts["confidential"] += 1
        elif is_old and person in inside:
            found[person] = stratum, home or person, weight
        else:  # somebody left out on a ground is not counted as too young
            counts["out" if is_old else "young" if is_young else "doubtful"] += 1
    sizes = collections.Counter(home for _, home, _ in found.values())
    large = {home for home, size in sizes.items() if size > LARGEST_HOME}
    counts["institutions"], counts["residents"] = len(large), sum(sizes[home] for home in large)
    counts["people"] = len(found)
    found = {person: (s, person if home in large else home, weight) for person, (s, home, weight) in found.items()}
    require(found == inside, "the people in the frame are not those of the prepared list")
    due = record.counts
    left_out = sum(count for what, count in due.items() if what.startswith("excluded/"))
    is_counted = all(due[what] == counts[what] for what in COUNTS if what not in ("young", "doubtful"))
    is_counted = is_counted and counts["out"] <= left_out and due["young"] <= counts["young"] and due["doubtful"] <= counts["doubtful"]
    require(is_counted, "counts.csv does not follow from the prepared list")
    lists = f"; NOT CHECKED that the {left_out} people left out on grounds are on the lists for it, which the record does not hold"
    return ["the frame was made again from the prepared list, and is the same" + (lists if left_out else "")]


def columns_of_list(record, headings):
    """Where the prepared list has what the charter asks of registers; nothing if a column cannot be found."""

    def fold(text):
        return "".join(sign for sign in trim(text).lower() if sign not in " _-.")

    def at(names):
        wanted = {fold(name) for name in ([names] if is_text(names) else names)}
        hits = [i for i, heading in enumerate(headings) if fold(heading) in wanted]
        return hits[0] if len(hits) == 1 else None

    columns = read_toml(record.file("charter.toml")).get("columns", {})
    needed = [name for name in columns if name not in ("strata", "addition", "description", "born")]
    needed += ["born"] if record.terms["age"] is not None else []
    found = {name: at(columns[name]) for name in needed}
    found["strata"] = [at(names) for names in record.terms["strata"]]
    additions = columns.get("addition", [])
    found["additions"] = [at(name) for name in ([additions] if is_text(additions) else additions)]
    found["additions"] = [column for column in found["additions"] if column is not None]
    return None if None in found.values() or None in found["strata"] else found


def read_row(record, secret, columns, row, key):
    """A row of the prepared list: the person, and what tells their rows apart, the one that stays first."""

    def cell(name):
        return row[columns[name]] if name in columns else ""

    key = cell("key") or key
    cells = [row[column] for column in columns["strata"]]
    require(cells in record.strata_cells, "the prepared list has a stratum that is none")
    stratum = record.strata_cells.index(cells) + 1
    since, born, weight = cell("since"), cell("born"), cell("weight")
    require(since == "" or is_date_of_register(since), "the prepared list has a date that is none")
    first = last = 0
    if "born" in columns:
        require(is_date_of_register(born), "the prepared list has a date that is none")
        year, month, day = int(born[:4]), int(born[5:7]), int(born[8:])
        last = (year or 9999) * 10_000 + (month or 12) * 100 + (day or 31)
        first = year * 10_000 + max(month, 1) * 100 + max(day, 1)
    weight = number(weight) if "weight" in columns else 1
    address = cell("home")
    if "postcode" in columns:
        address = address_of(cell("postcode"), cell("number"), [row[column] for column in columns["additions"]])
    home = under_key(secret, f"h/{stratum}/{address}")[:32] if address else ""
    person = person_of(secret, key)
    is_flagged = "flag" in columns and cell("flag") != "0"
    return person, (-int(since.replace("-", "") or 0), stratum, home or person, last, first, weight, is_flagged)


def is_date_of_register(text):
    """Whether this is a date as registers have them, with zeros for what is not known."""
    return bool(re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text)) and int(text[5:7]) <= 12 and int(text[8:]) <= 31


def address_of(postcode, house, additions):
    """Postcode, number and addition without anything but digits and capitals; empty where one of the first two is blank."""

    def strip(text):
        return re.sub("[^0-9A-Z]", "", re.sub("[^ -~]", "", text).upper())

    bare = house.rstrip("0")
    house = bare[:-1] if bare[-1:] in (".", ",") and bare else house
    house = re.sub("^0+", "", re.sub("^[^0-9A-Za-z]+", "", house))
    digits = re.match("[0-9]*", house)[0]
    postcode, behind = strip(postcode), strip(house[len(digits) :])
    if not postcode or not digits + behind:
        return ""
    return f"{postcode}|{digits}|{behind}{''.join(map(strip, additions))}"


def limit_of_age(record):
    """The latest date of birth of whoever can be drawn, as a whole number; nothing where age does not count."""
    terms = record.terms
    return None if terms["age"] is None else max(int(terms["reference"].replace("-", "")) - terms["age"] * 10_000, 0)


def post_that_follows(record, draw, letters, keys):
    """The clerk's list for the post: who gets a letter and who is in reserve, by their number in the register."""
    heading, *strata = read_rows(record.file("strata.csv"))
    rows = []
    for letter in read_letters(record, draw, letters):
        gets = "letter" if letter.place <= record.share(draw.name, letter.stratum - 1).letters else "reserve"
        rows.append([*strata[letter.stratum - 1], str(letter.place), gets, keys[letter.person]])
    return write_table(marked([*heading, "place", "gets", "key"], rows, draw.void))


def letters_that_follow(record, i, everybody):
    """The ordered list of a draw, from everybody in the frame, as letters.csv."""
    homes, has_weights, name = record.terms["homes"], record.terms["has_weights"], record.draws[i].name
    letters, turn, order = (key_of_letters(record, i, label) for label in ("letters", "letters/homes", "letters/order"))
    of = [[] for _ in range(record.strata)]
    for stratum, person, home, weight in everybody:
        of[stratum - 1].append((person, home, weight))
    heading = ["stratum", "place", "person", *(["home"] if record.terms["has_homes"] else []), "hash"]
    rows = []
    for s, people in enumerate(of):
        n = record.share(name, s).list
        if has_weights:
            drawn = sorted((under_key(order, person), person, home) for person, home in weighed(record, i, s, people, turn, n))
        elif homes == "any":
            drawn = sorted((under_key(letters, person), person, home) for person, home, _ in people)[:n]
        elif homes == "one-letter":
            circle = sorted((under_key(turn, home), home, person) for person, home, _ in people)
            u = start_of_letters(record, i, f"letters/start/{s + 1}", max(len(people), 1))
            hit = [who for r, who in enumerate(circle) if (r * n + u) % len(people) < n]
            drawn = sorted((under_key(order, person), person, home) for _, home, person in hit)
        else:
            best = {}
            for person, home, _ in people:
                own = (under_key(letters, person), person)
                best[home] = min(best.get(home, own), own)
            first = sorted((under_key(turn, home), home) for home in best)[:n]
            drawn = [(hash, best[home][1], home) for hash, home in first]
        for place, (hash, person, home) in enumerate(drawn, 1):
            rows.append([str(s + 1), str(place), person, *([home] if len(heading) > 4 else []), hash])
    return write_table(marked(heading, rows, record.draws[i].void))


def weighed(record, i, s, people, turn, n):
    """Who is drawn of a stratum (from 0) whose people have weights: everybody has as much of the circle as their weight."""
    whole = sum(weight for *_, weight in people)
    u, before, drawn = start_of_letters(record, i, f"letters/start/{s + 1}", max(whole, 1)), 0, []
    stands = [(home if record.terms["homes"] == "one-letter" else person, person, home, weight) for person, home, weight in people]
    for _, _, person, home, weight in sorted((under_key(turn, of), of, *who) for of, *who in stands):
        drawn += [(person, home)] if is_hit(before, before + weight, n, u, whole) else []
        before += weight
    return drawn


@letters_claim(16, "waves go on in turn", rests_on=[8])
def letters_16_waves(record):
    """Each wave of letters goes on where the one before ended, and nothing that was published is changed."""
    previous, before, draw, old, named = None, {}, 0, [], {}
    for own in record.draws:
        if not own.void and own.name in record.lists:  # of two with one list the first
            named.setdefault(record.lists[own.name][0]["letters"], own.facts["draw"])
    last = max((own.facts["draw"] for own in record.draws if not own.void), default=0)
    for n in record.numbers_of("waves"):
        files = record.read_folder(f"waves/{n}")
        require(set(files) == LETTERS_MAY_BE_IN["waves"], f"record {n} of waves has not its files")
        facts = read_facts(files["waves.json"], f"waves/{n}/waves.json", LETTERS_WAVES)
        require(facts["commitment"] == record.commitment.hex(), f"record {n} of waves is of another frame")
        require(facts["waves"] == n and facts["previous"] == previous, f"record {n} of waves does not follow")
        require(facts["rules"] == 1 and facts["letters"] in named, f"record {n} of waves is of no list")
        require(named[facts["letters"]] >= draw, f"record {n} of waves is of a draw before that of the record before it")
        draw = named[facts["letters"]]
        old += [str(n)] if draw < last else []
        data = files["waves.csv"]
        is_kept = data.startswith(before.get(facts["letters"], b""))
        require(is_kept, f"record {n} of waves changes what was published")
        check_waves(record, n, draw, read_table(data, "stratum wave from to date reason".split(), "waves.csv"))
        before[facts["letters"]], previous = data, plain_sha256(files["manifest.txt"])
    look_only_if(before, "no wave of letters is published")
    told = [f"records {', '.join(old)} of waves are of the list of a draw that was annulled"] if old else []
    told += told_of_early_post(record, before.values())
    skipped = strata_without_letters(record, draw, data)
    told += [f"strata {', '.join(skipped)} get letters by the draw, and none was sent there"] if skipped else []
    other = strata_of_other_first_waves(record, draw, data)
    told += [f"in strata {', '.join(other)} the first wave is not the letters that the draw gives"] if other else []
    stood_in = areas_that_stood_in(record, draw, data)
    told += [f"letters were sent to areas that stand in: strata {', '.join(stood_in)}"] if stood_in else []
    more = strata_with_more(record, draw, data)
    told += [f"more letters than the draw gives, so that chances are others than published: {', '.join(more)}"] if more else []
    return "; ".join(told)


def figures_of(record, draw):
    """The rows of figures.csv of the list of a draw; none where it has another form, of which I13 says so."""
    data = record.lists[f"draws/{draw}"][1]["figures.csv"]
    try:
        rows = read_table(data, "stratum people letters list last end".split(), "figures.csv")
        are_numbered = [row[0] for row in rows] == [str(stratum) for stratum in range(1, record.strata + 1)]
        return rows if are_numbered and all(number(cell) >= 0 for row in rows for cell in row[:4]) else []
    except (Fails, ValueError):
        return []


def told_of_early_post(record, lists):
    """That letters were posted before the day of the charter (in UTC), when nothing was drawn yet."""
    if record.charter.date is None:
        return []
    day = datetime.datetime.fromtimestamp(record.charter.date, datetime.timezone.utc).date().isoformat()
    columns = "stratum wave from to date reason".split()
    first = min((row[4] for data in lists for row in read_table(data, columns, "waves.csv")), default=day)
    return [f"letters were posted on {first}, and the day of the charter is {day}"] if first < day else []


def strata_with_more(record, draw, waves):
    """Strata that had more letters than the draw gives them: each with its letters, those by the draw, and its people."""
    sent = {row[0]: int(row[3]) for row in read_table(waves, "stratum wave from to date reason".split(), "waves.csv")}
    rows = [(stratum, people, int(letters), sent.get(stratum, 0)) for stratum, people, letters, *_ in figures_of(record, draw)]
    stood_in = areas_that_stood_in(record, draw, waves)
    more = [row for row in rows if row[3] > row[2] and row[0] not in stood_in]
    return [f"in stratum {stratum} {n} of {people}, and {letters} by the draw" for stratum, people, letters, n in more]


def areas_that_stood_in(record, draw, waves):
    """Areas that have no letters by the draw, and stood in for others that fell out."""
    rows = figures_of(record, draw) if record.terms["areas"] is not None else []
    sent = {row[0] for row in read_table(waves, "stratum wave from to date reason".split(), "waves.csv")}
    return [stratum for stratum, _, letters, *_ in rows if letters == "0" and stratum in sent]


def strata_without_letters(record, draw, waves):
    """Strata of the list of a draw to which no letter was sent, though they get some by the draw."""
    rows = figures_of(record, draw)
    sent = {row[0] for row in read_table(waves, "stratum wave from to date reason".split(), "waves.csv")}
    return [stratum for stratum, _, letters, *_ in rows if letters != "0" and stratum not in sent]


def strata_of_other_first_waves(record, draw, waves):
    """Strata whose first wave is not the letters that the draw gives them."""
    due = {stratum: letters for stratum, _, letters, *_ in figures_of(record, draw)}
    sent = read_table(waves, "stratum wave from to date reason".split(), "waves.csv")
    stood_in = areas_that_stood_in(record, draw, waves)
    others = [row[0] for row in sent if row[1] == "1" and due.get(row[0], row[3]) != row[3]]
    return [stratum for stratum in others if stratum not in stood_in]


def check_waves(record, n, draw, rows):
    """Each wave of a stratum goes on where the one before ended, on the list of the draw; dates do not fall."""
    last, day = {}, ""
    places = [number(row[3]) for row in figures_of(record, draw)] or [share.list for share in record.plan]
    for row, (stratum, wave, first, to, date, reason) in enumerate(rows, 2):
        stratum, wave, first, to = (number(cell) for cell in (stratum, wave, first, to))
        where = f"row {row} of record {n} of waves"
        require(0 < stratum <= record.strata, f"{where} is of no stratum")
        number_before, to_before = last.get(stratum, (0, 0))
        goes_on = wave == number_before + 1 and first == to_before + 1 and first <= to <= places[stratum - 1]
        require(goes_on, f"{where} does not go on where the one before ended, or goes beyond the list")
        require(is_published_date(date), f"{where} has no day")
        require(date >= day and is_one_line(reason), f"{where} has an earlier day than the one above, or no reason")
        last[stratum], day = (wave, to), date


def is_letters(files):
    """Whether the record is that of an invitation lottery, whatever else it says, and be it no JSON."""
    return b'"kind":"letters"' in b"".join(files.get("about.json", b"").split())


@claim(27, "prepared list", rests_on=[3, 6])
def claim_27_prepared(record):
    """What the record says of how the list of people was made has its form; no more people are drawn from."""
    people, rows = read_prepared(record)
    require(record.about["people"] <= people, "more people are drawn from than are in the list")
    return (
        f"{people} people of {rows} rows; that they are those of the lottery, the sealed part shows to geloot verify; "
        "NOT CHECKED that they come of its sources: a recipe is run by geloot verify --recipe alone"
    )


# ==== The deliberation: FILES.md, section 6 ==========================================================

ACT_FIELDS = {
    **STAMP,
    **dict.fromkeys(["date", "kind"], is_text),
    "act": is_number,
    "because": or_null(is_text),
    "record": is_hex_digest,
    "replaces": or_null(is_number),
    "roster": or_null(is_hex_digest),
}
TABLES_OF_KIND = {
    "topics": ["topics.csv", "merges.csv"],
    "ballot": ["options.csv", "roll.csv"],
    "tally": ["counts.csv", "present.csv", "result.csv"],
    "ties": ["result.csv"],
    "agreement": ["agreement.csv", "minority.csv", "stories.csv"],
    "consultation": ["consultation.csv"],
    "willing": ["willing.csv"],
    "delegates": ["delegates.csv"],
    "called": ["delegates.csv"],
    "follow": ["replies.csv", "log.csv"],
}
MAY_HAVE_OF_KIND = {
    "topics": ["ranking.csv"],
    "tally": ["votes.csv", "by-role.csv"],
    "ties": ["beacon.json"],
    "delegates": ["beacon.json", "mirror.csv"],
}
TERMS_OF_KIND = {
    "ballot": {"because": or_null(is_text), "rule": is_object},
    "tally": {"ballot": is_number, "ballots": or_null(is_hex_digest)},
    "ties": {**dict.fromkeys(["evidence", "label", "seed"], is_text), "tally": is_number},
    "agreement": {"results": is_numbers},
    "consultation": {
        **dict.fromkeys(["from", "how", "until"], is_text), "ballot": is_number, "participants": is_large_number,
    },
    "willing": {**dict.fromkeys(["name", "source"], is_text), "places": is_large_number},
    "delegates": {
        **dict.fromkeys(["evidence", "label", "seed"], or_null(is_text)),
        **dict.fromkeys(["result", "willing"], or_null(is_number)),
        "lottery": or_null(is_object),
        "name": is_text,
    },
    "called": {**dict.fromkeys(["name", "withdrew"], is_text), "before": is_number, "called": or_null(is_text)},
    "follow": {"agreement": or_null(is_number), **dict.fromkeys(["by", "handed", "term"], or_null(is_text))},
}  # fmt: skip
RULE_FIELDS = """adopt all consensus counted each entitled kind most name of quorum secrecy share than
    ties""".split()
MOST_VOTES = 10**9
CLASSES = ["adopted", "majority, not adopted", "rejected", "no quorum", "undecided", "in", "in by lot", "out"]
CLASSES += ["out by lot", "tied"]
ADOPTED = ["adopted", "in", "in by lot"]
VOTED_DOWN = ["majority, not adopted", "rejected", "out", "out by lot"]
ANSWERS = ["adopts", "adopts in part", "deviates", "later"]
MATTERS = ["objection", "incident", "complaint", "recount"]
OUTCOMES = ["upheld", "rejected", "withdrawn", "not admitted"]
MAY_BE_IN["acts"].update(*TABLES_OF_KIND.values(), *MAY_HAVE_OF_KIND.values())
SAYS = {"for", "against", "neutral", "blank", "invalid"}  # of votes by name
FEWEST_OF_A_ROLE = 10  # people of each role who voted, where counts by role are public
OUTCOMES_OF_DICE = 10**6


def text_cell(text):
    """A text: at most 2,000 bytes, no space at its ends, nothing unseen; perhaps empty."""
    sound = len(text.encode()) <= 2000 and text == text.strip(" ") and not any(is_unseen(sign) for sign in text)
    require(sound, f"{text[:30]!r} is no text of a cell")
    return text


def votes_cell(text):
    """A number of votes, points or people."""
    return number(text, MOST_VOTES + 1)


def date_cell(text):
    """A day in the form of the record."""
    require(is_published_date(text), f"{text[:30]!r} is no day")
    return datetime.date.fromisoformat(text)


def maybe(cell):
    """A cell that may be blank."""
    return lambda text: None if text == "" else cell(text)


def one_of(words):
    """A cell with one of these words."""

    def cell(text):
        require(text in words, f"{text[:30]!r} is none of the words that can stand there")
        return text

    return cell


class Act(NamedTuple):
    """An act: its number, its facts, its terms (None if it has none), its tables as lists of rows, and its line."""

    number: int
    facts: dict
    terms: dict
    tables: dict
    line: bytes
    digest: str

    @property
    def kind(self):
        """What it is."""
        return self.facts["kind"]


CELLS = {
    "topics.csv": {"topic": text_cell, "text": text_cell, "from": text_cell},
    "merges.csv": {"topic": text_cell, "into": text_cell, "reason": text_cell},
    "ranking.csv": {"topic": text_cell, "points": votes_cell, "rank": votes_cell},
    "options.csv": {"option": text_cell, "text": text_cell, "group": text_cell, "topic": text_cell},
    "counts.csv": {
        "option": text_cell,
        "count": lambda text: number(text, TWO_TO_32),
        "for": votes_cell,
        **{column: maybe(votes_cell) for column in ("against", "neutral", "blank", "invalid")},
    },
    "by-role.csv": {
        "option": text_cell,
        "count": lambda text: number(text, TWO_TO_32),
        "role": text_cell,
        "for": votes_cell,
        **{column: maybe(votes_cell) for column in ("against", "neutral", "blank", "invalid")},
    },
    "mirror.csv": {"code": text_cell, "other": text_cell},
    "present.csv": {"role": text_cell, "least": votes_cell, "most": votes_cell},
    "result.csv": {
        "option": text_cell, "class": one_of(CLASSES), "fractions": text_cell, "rank": maybe(votes_cell),
    },
    "agreement.csv": {
        "ballot": text_cell, "option": text_cell, "text": text_cell, "class": one_of(CLASSES),
        "fractions": text_cell,
    },
    "minority.csv": {"option": text_cell, "text": text_cell, "supporters": votes_cell},
    "stories.csv": {"table": text_cell, "option": text_cell, "text": text_cell},
    "consultation.csv": {"option": text_cell, "count": votes_cell},
    "willing.csv": {"code": text_cell},
    "delegates.csv": {
        "place": votes_cell, "code": text_cell, "standing": one_of(["delegate", "alternate", "withdrew"]),
    },
    "replies.csv": {
        "option": text_cell, "due": date_cell, "date": maybe(date_cell), "answer": maybe(one_of(ANSWERS)),
        "reason": text_cell, "document": text_cell,
    },
    "log.csv": {
        "date": date_cell, "kind": one_of(MATTERS), "about": text_cell, "from": text_cell,
        "until": maybe(date_cell), "outcome": maybe(one_of(OUTCOMES)), "decided": maybe(date_cell),
        "by": text_cell,
    },
}  # fmt: skip
ROLLS = [{"code": text_cell, "role": text_cell}, {"role": text_cell, "people": votes_cell}]


def read_cells(data, cells, name):
    """The rows of a table, each a dict of its cells as values."""
    rows = read_table(data, list(cells), name)
    return [{column: read(text) for (column, read), text in zip(cells.items(), row)} for row in rows]


def read_act(record, n, before):
    """Act number n, which follows the one before, if any."""
    name = f"acts/{n}"
    files = record.read_folder(name)
    require("act.json" in files, f"{name} has no act.json")
    facts = read_facts(files["act.json"], f"{name}/act.json", ACT_FIELDS)
    kind = facts["kind"]
    require(kind in TABLES_OF_KIND, f"{name} is of an unknown kind")
    tables = TABLES_OF_KIND[kind] + [file for file in MAY_HAVE_OF_KIND.get(kind, []) if file in files]
    expected = {"act.json", "manifest.txt", *tables, *(["terms.json"] if kind in TERMS_OF_KIND else [])}
    require(set(files) == expected, f"{name} has not the files of its kind")

    require(facts["commitment"] == record.commitment.hex(), f"{name} is of another lottery")
    require(facts["previous"] == (before.digest if before else None), f"{name} does not follow the act before")
    require(facts["act"] == n, f"{name} has another number")
    require(facts["rules"] == 1, f"{name} follows unknown rules")
    require(is_published_date(facts["date"]), f"{name} has no day")
    replaces, because = facts["replaces"], facts["because"]
    require((replaces is None) == (because is None), f"{name} replaces another without a reason, or has one")
    require(because is None or is_one_line(because), f"the reason of {name} is no line")
    check_place_of_act(record, name, facts, before)

    terms = None
    if kind in TERMS_OF_KIND:
        terms = read_facts(files["terms.json"], f"{name}/terms.json", TERMS_OF_KIND[kind])
        check_terms(kind, terms, name)
    read = {file: read_cells(files[file], CELLS[file], f"{name}/{file}") for file in tables if file in CELLS}
    if kind == "ballot":
        heading = files["roll.csv"].split(b"\n")[0].decode().split(",")
        cells = [cells for cells in ROLLS if list(cells) == heading]
        require(cells, f"{name}/roll.csv has another heading")
        read["roll.csv"] = read_cells(files["roll.csv"], cells[0], f"{name}/roll.csv")
    if "votes.csv" in tables:
        read["votes.csv"] = read_votes(record, terms["ballot"], files["votes.csv"], f"{name}/votes.csv")
    if "beacon.json" in tables:
        read["beacon.json"] = files["beacon.json"]
    line = tagged_sha256("geloot/1/commitment", files["manifest.txt"])
    return Act(n, facts, terms, read, line, plain_sha256(files["manifest.txt"]))


def read_votes(record, ballot, data, name):
    """Votes by name: of each code, what its paper says of each option."""
    ballot = act_of(record, ballot, "ballot")
    require(ballot is not None, f"{name} is of no ballot")
    rows = read_table(data, ["code", *(row["option"] for row in ballot.tables["options.csv"])], name)
    require(ascends([row[0].encode() for row in rows]), f"{name} is out of order")
    for say in (say for row in rows for say in row[1:]):
        if say not in SAYS | {""}:
            number(say, MOST_VOTES + 1)
    return {row[0]: row[1:] for row in rows}


def check_place_of_act(record, name, facts, before):
    """An act names a draw and perhaps a list of events of this record, and neither they nor the day go back."""
    draws = [draw.digest for draw in record.draws if not draw.void]
    lists = [events.digest for events in record.lists_of_events]
    require(facts["record"] in draws, f"{name} names no draw of this record")
    require(facts["roster"] is None or facts["roster"] in lists, f"{name} names no list of events of this record")
    if before is None:
        return
    last = before.facts
    require(last["date"] <= facts["date"], f"the day of {name} is before that of the act before")
    require(draws.index(last["record"]) <= draws.index(facts["record"]), f"{name} goes back to an earlier draw")
    if facts["roster"] is None:
        gone_back = last["roster"] is not None and last["record"] == facts["record"]
        require(not gone_back, f"{name} goes back to before the list of events")
    elif last["roster"] is not None:
        later = lists.index(last["roster"]) <= lists.index(facts["roster"])
        require(later, f"{name} goes back to an earlier list of events")


def check_terms(kind, terms, name):
    """The terms of an act say what those of its kind can."""
    if kind == "ballot":
        check_rule(terms["rule"], name)
    if kind == "delegates" and terms["lottery"] is not None:
        lottery = terms["lottery"]
        is_named = sorted(lottery) == ["commitment", "record"] and all(map(is_text, lottery.values()))
        require(is_named, f"lottery of {name} names no lottery")
    if kind == "consultation":
        require(is_one_line(terms["how"]), f"how people were asked is no line in {name}")
    if kind == "follow":
        require(terms["by"] is None or is_one_line(terms["by"]), f"who replies is no line in {name}")


# ---- The rule of a ballot ---------------------------------------------------------------------------


def is_name(text):
    """Whether a text can name a ballot or a group."""
    return is_text(text) and re.fullmatch("[a-z][a-z0-9-]{0,39}", text) is not None


def read_share(text):
    """A share as people write it: a fraction, or a percentage with at most four decimals."""
    space = f"[{SPACES}]*"
    part = f"{space}([0-9]{{1,9}}){space}"
    if match := re.fullmatch(f"{part}/{part}", text):
        numerator, denominator = int(match[1]), int(match[2])
    else:
        match = re.fullmatch(f"{space}([0-9]{{1,3}})(?:[.,]([0-9]{{1,4}}))?{space}%{space}", text)
        require(match, f"{text[:20]!r} is no share")
        decimals = match[2] or "0"
        numerator = int(match[1]) * 10 ** len(decimals) + int(decimals)
        denominator = 100 * 10 ** len(decimals)
    require(0 < numerator <= denominator <= 10**9, f"{text[:20]!r} is no share")
    return Fraction(numerator, denominator)


def show_share(share):
    """A share in its one form."""
    return f"{share.numerator}/{share.denominator}"


# What else than `drawn` says of somebody that they were drawn.
SAYS_DRAWN = """drawn/drawn by lot/drawn citizen/drawn citizens/drawn people/everybody drawn/lottery/panel/panel member/panel members/
    selected/sortition/geloot/geloten/gelote burger/gelote burgers/ingeloot/ingeloten/ingelote burger/ingelote burgers/loting/via loting/
    panellid/panelleden""".split("/")


def says_drawn(role):
    """Whether a role says, or looks as if it said, that somebody was drawn; or has letters of which nobody can tell."""

    def lower(text):
        return unicodedata.normalize("NFKD", text.lower())

    plain = "".join(sign for sign in lower(lower(role)) if not 0x300 <= ord(sign) <= 0x36F)
    others = [sign for sign in plain if ord(sign) >= 0x180 and not 0x2000 <= ord(sign) <= 0x20CF]
    if others:
        has_latin = any(sign in LATIN or 0xC0 <= ord(sign) <= 0x17F for sign in plain)
        return has_latin or any(sign not in GREEK + CYRILLIC + "\N{GREEK SMALL LETTER FINAL SIGMA}" for sign in others)
    return bare(plain) in map(bare, SAYS_DRAWN)


ONE_FOR_ALIKE = str.maketrans("đðħłıi1|ĸŋø0ŧ", "ddhlllllknoot")


def bare(text):
    """The letters of a text, one for all that look like it."""
    return "".join(sign for sign in text.translate(ONE_FOR_ALIKE) if sign in LATIN).replace("vv", "w")


def settled_rule(rule, name):
    """A rule with all settings in their one form; whatever is missing or means nothing makes it fail."""
    wrong = f"the rule of {name}"
    kind = rule["kind"]
    require(is_name(rule["name"]), f"{wrong} has no name")
    entitled = sorted(rule["entitled"] or [])
    require(entitled and ascends(entitled) and all(map(is_one_line, entitled)), f"{wrong} entitles nobody")
    passes = [role for role in entitled if role != "drawn" and says_drawn(role)]
    require(not passes, f"{wrong} has a role that can be taken for that of everybody who was drawn: {passes}")
    require(rule["secrecy"] in ("shown", "paper", "open"), f"{wrong} does not say how people vote")
    quorum = rule["quorum"]
    if quorum != "none":
        require(is_text(quorum) and quorum.endswith(" of members"), f"{wrong} has no quorum")
        quorum = f"{show_share(read_share(quorum.removesuffix(' of members')))} of members"
    settled = {**rule, "entitled": entitled, "quorum": quorum}
    has_share = [rule[field] is not None for field in ("of", "share", "than")]
    if kind == "for-against":
        counted = rule["counted"]
        known = isinstance(counted, list) and set(counted) <= {"for", "against", "neutral", "blank", "invalid"}
        require(known and "for" in counted, f"{wrong} does not say what is counted")
        require("neutral" not in counted or "against" in counted, f"{wrong} counts the neutral alone")
        settled["counted"] = [word for word in ("for", "against", "neutral") if word in counted]
        require(type(rule["consensus"]) is bool, f"{wrong} does not say what consensus does")
        require(not rule["consensus"] or "against" in counted, f"{wrong} needs votes against for consensus")
        unused = ["most", "each", "all", "adopt", "ties"]
        require(all(has_share), f"{wrong} lacks a share, its base, or whether it is enough")
    else:
        require(kind in ("choose", "points"), f"{wrong} is of an unknown kind")
        own = ["most"] if kind == "choose" else ["each", "all"]
        require(all(is_whole(rule[field], 1001, 1) for field in own), f"{wrong} does not say how much a paper holds")
        require(kind == "choose" or rule["each"] <= rule["all"], f"{wrong} gives more to one than in all")
        match = re.fullmatch(f"[{SPACES}]*\\+?([0-9]+)[{SPACES}]* best", rule["adopt"] or "")
        require(match and 1 <= int(match[1]) <= 1000, f"{wrong} does not say how many are in")
        settled["adopt"] = f"{int(match[1])} best"
        is_lot = is_text(rule["ties"]) and rule["ties"].startswith("lot ") and is_chance(rule["ties"][4:])
        require(rule["ties"] in ("all", "none") or is_lot, f"{wrong} does not say what a tie does")
        unused = ["counted", "consensus", *({"most", "each", "all"} - set(own))]
        if kind == "points":
            unused += ["of", "share", "than"]
        require(all(has_share) or not any(has_share), f"{wrong} has half a share")
    require(all(rule[field] is None for field in unused), f"{wrong} says what means nothing")
    if any(has_share) and kind != "points":
        settled["share"] = show_share(read_share(rule["share"]))
        require(rule["than"] in ("at-least", "more-than"), f"{wrong} does not say whether the share is enough")
        require((settled["share"], rule["than"]) != ("1/1", "more-than"), f"{wrong} wants more than all")
        bases = ["present", "members"]
        if kind == "for-against":
            bases += ["for-and-against"] * ("against" in settled["counted"]) + ["cast"] * ("neutral" in settled["counted"])
        require(rule["of"] in bases, f"{wrong} has another base, or one that is not counted")
    return settled


def check_rule(rule, name):
    """A rule in the record has all settings, in their one form."""
    require(sorted(rule) == RULE_FIELDS, f"the rule of {name} has not its settings")
    texts = "adopt kind name of quorum secrecy share than ties".split()
    require(all(rule[field] is None or is_text(rule[field]) for field in texts), f"the rule of {name} is no rule")
    for field in ("entitled", "counted"):
        listed = rule[field] is None or isinstance(rule[field], list) and all(map(is_text, rule[field]))
        require(listed, f"the rule of {name} is no rule")
    require(settled_rule(rule, name) == rule, f"the rule of {name} is not in its one form")


def is_chance(text):
    """Whether a lot can come from this source: its word, and what fixes it (dice SIDES COUNT, lotto COUNT MOST, drand CHAIN ROUND)."""
    if text == "text":
        return True
    match = re.fullmatch("dice ([1-9][0-9]{0,3}) ([1-9][0-9]?)", text)
    if match:
        sides, count = int(match[1]), int(match[2])
        return 2 <= sides <= 1000 and count <= 64 and sides**count >= OUTCOMES_OF_DICE
    match = re.fullmatch("lotto ([1-9][0-9]{0,2}) (0|[1-9][0-9]{0,19})", text)
    if match:
        count, most = int(match[1]), int(match[2])
        return count <= 100 and most < 2**64 and math.comb(most, count) >= OUTCOMES_OF_DICE
    match = re.fullmatch("drand (default|quicknet) ([1-9][0-9]{0,18})", text)
    return bool(match) and due(chain_of(match[1]), int(match[2])) is not None


def known_by(text, day):
    """Whether everybody could know, on the last second of a day in UTC, what a source gives."""
    if not text.startswith("drand "):
        return False
    _, chain, round_number = text.split(" ")
    return due(chain_of(chain), int(round_number)) <= moment_of(datetime.date.fromisoformat(day))


def rule_of_charter(table):
    """A rule that a charter promises, in its one form."""
    require(isinstance(table, dict) and set(table) <= set(RULE_FIELDS), "a rule of the charter has unknown settings")
    rule = {field: table.get(field) for field in RULE_FIELDS}
    for field, value in rule.items():
        if field in ("entitled", "counted"):
            require(value is None or isinstance(value, list) and all(map(is_text, value)), "a rule's list is none")
            rule[field] = value and [trim(word) for word in value]
        elif field in ("most", "each", "all"):
            require(value is None or is_whole(value, 1001, 1), "a rule's number is none")
        elif field == "ties" and isinstance(value, dict):
            require(is_text(value.get("lot")), "a rule's tie is none")
            source = trim(value["lot"])
            if source == "drand":
                require(set(value) <= {"lot", "chain", "round", "time"}, "a rule's tie says more than it can")
                chain, round_number = declared_round(value, 0)
                source = f"drand {chain.name} {round_number}"
            else:
                known = {"dice": ["sides", "count"], "lotto": ["count", "most"]}.get(source, [])
                require(set(value) <= {"lot", *known}, "a rule's tie says more than it can")
                require(all(is_whole(value.get(key), 2**63) for key in known), "a rule's tie does not fix its lot")
                source = " ".join([source, *(str(value[key]) for key in known)])
            rule[field] = f"lot {source}"
        elif field != "consensus":
            require(value is None or is_text(value), f"{field} of a rule is no text")
            rule[field] = value and trim(value)
    return settled_rule(rule, "the charter")


LADDERS = {
    5: ["inform", "consult", "advise", "co-create", "decide"],
    7: ["none", "informed", "adviser at the end", "adviser at the start", "co-decider", "partner", "residents decide"],
}
INPUT = ["lived experience", "expertise by experience", "policy knowledge"]
WARNINGS = {  # what each says of a phase, a ballot or what is asked for, in the order in which they are told
    "no-ballot-rule": "residents decide in {}, and no rule says how they vote",
    "no-reply-term": "others decide about what comes out of {}, and promise no term for a reply",
    "idle-vote": "there is a vote in {}, where residents decide nothing",
    "idle-lot": "people are drawn for {}, where they are only told",
    "finished-options": "residents advise from the start in {}, and the options were finished before",
    "rung-falls": "{} is on a lower rung than the phase before it",
    "input-without-quota": "{} is asked for, and no quota and no side stream looks for it",
    "tie-adopts": "in the ballot {} as many against as for is enough",
    "consultation-decides": "in {} nothing decides but what people say who chose to take part",
}


def read_promises(toml):
    """What a charter promises of the deliberation: its rules. Everything else in its tables has its form."""

    def line(table, key):
        require(is_text(table.get(key)) and is_one_line(trim(table[key])), f"the charter does not answer {key!r}")

    def tables(key):
        items = toml.get(key, [])
        require(isinstance(items, list) and all(isinstance(item, dict) for item in items), f"{key} is no list of tables")
        return items

    if "leidraad" in toml:
        answers = toml["leidraad"]
        require(isinstance(answers, dict), "leidraad is no table")
        require(set(answers) <= {"aim", "start", "input", "who", "form"}, "leidraad says more than it is asked")
        for key in ("aim", "start", "who", "form"):
            line(answers, key)
        given = answers.get("input")
        given = [given] if is_text(given) else given
        known = isinstance(given, list) and given and all(is_text(word) and trim(word) in INPUT for word in given)
        require(known, "the charter does not answer 'input'")
    rules = [rule_of_charter(table) for table in tables("ballot")]
    names = [rule["name"] for rule in rules]
    require(len(set(names)) == len(names), "two rules of the charter have one name")
    for phase in tables("phase"):
        require(set(phase) <= {"name", "scale", "rung", "from", "until", "ballot", "reply"}, "a phase says more than it can")
        line(phase, "name")
        require(is_whole(phase.get("scale"), 8) and phase["scale"] in LADDERS, "a phase has no ladder")
        rungs = LADDERS[phase["scale"]]
        rung = phase.get("rung")
        known = is_whole(rung, len(rungs) + 1, 1) or is_text(rung) and trim(rung) in rungs
        require(known, "a phase is on no rung of its ladder")
        require(day_of_charter(phase.get("from")) <= day_of_charter(phase.get("until")), "a phase ends before it begins")
        require("ballot" not in phase or phase["ballot"] in names, "a phase has a ballot without a rule")
        if "reply" in phase:
            reply = phase["reply"]
            require(isinstance(reply, dict) and set(reply) <= {"term", "by"}, "a reply says more than it can")
            line(reply, "by")
            line(reply, "term")
            read_term(reply["term"])
    if "consultation" in toml:
        asked = toml["consultation"]
        known = isinstance(asked, dict) and set(asked) <= {"how", "participants", "from", "until"}
        require(known, "the consultation says more than it can")
        line(asked, "how")
        require(is_whole(asked.get("participants", 1), 10**9 + 1, 1), "so many people take part in no consultation")
        require(day_of_charter(asked.get("from")) <= day_of_charter(asked.get("until")), "a consultation ends before it begins")
    for answer in tables("answer"):
        require(set(answer) <= {"warning", "text"}, "an answer says more than it can")
        line(answer, "text")
        require(is_text(answer.get("warning")) and trim(answer["warning"]) in WARNINGS, "an answer to no warning")
    return rules


def phases_of(toml):
    """The phases of a charter, each with the number of its rung."""
    phases = [dict(it) for it in toml.get("phase", [])]
    for it in phases:
        it["rung"] = LADDERS[it["scale"]].index(trim(it["rung"])) + 1 if is_text(it["rung"]) else it["rung"]
    return phases


def warned_of(record, toml, rules):
    """What should make an organiser think: of each warning its name, the first thing that it is about, and the answer, or None."""

    def first(items):
        return next(items, None)

    def phase(is_meant):
        return first(trim(it["name"]) for it in phases if is_meant(it))

    def on(it, five, seven):
        return it["rung"] in (five if it["scale"] == 5 else seven)

    phases = phases_of(toml)
    asked = toml.get("consultation")

    def is_asked(it):
        return asked and all(
            day_of_charter(one["from"]) <= day_of_charter(other["until"]) for one, other in ((asked, it), (it, asked))
        )

    half = [rule for rule in rules if rule["share"] == "1/2" and rule["than"] == "at-least"]
    falls = (b for a, b in zip(phases, phases[1:]) if a["scale"] == b["scale"] and b["rung"] < a["rung"])
    about = {
        "no-ballot-rule": phase(lambda it: on(it, [5], [5, 6, 7]) and "ballot" not in it),
        "no-reply-term": phase(lambda it: on(it, [2, 3, 4], [3, 4, 5, 6]) and "reply" not in it),
        "idle-vote": phase(lambda it: on(it, [1], [1, 2]) and "ballot" in it),
        "idle-lot": phase(lambda it: on(it, [1], [1, 2])),
        "finished-options": phase(lambda it: on(it, [], [4]) and toml.get("finished_options") is True),
        "rung-falls": first(trim(it["name"]) for it in falls),
        "input-without-quota": input_not_looked_for(record, toml),
        "tie-adopts": first(rule["name"] for rule in half),
        "consultation-decides": phase(lambda it: on(it, [5], [7]) and "ballot" not in it and is_asked(it)),
    }
    answers = answers_of(toml)
    return [(warning, about[warning], answers.get(warning)) for warning in WARNINGS if about[warning] is not None]


def answers_of(toml):
    """The organiser's answers to warnings; of two to the same one the first counts."""
    return {trim(answer["warning"]): trim(answer["text"]) for answer in reversed(toml.get("answer", []))}


# Words one after the other in the name of a quota, of one of its values or of a side stream that looks for what people know
# from their own lives; and names that say so as a whole.
OWN_LIFE = """lived experience/own experience/by experience/ervaringsdeskundig/ervaringsdeskundige/ervaringsdeskundigen/
    ervaringsdeskundigheid/ervaringskennis/eigen ervaring""".replace("\n    ", "").split("/")
EXPERIENCE = ["experience", "ervaring"]


def input_not_looked_for(record, toml):
    """What people are asked to bring in from their own lives, where no quota and no side stream looks for it."""
    asked = toml["leidraad"]["input"] if "leidraad" in toml else []
    asked = [trim(word) for word in ([asked] if is_text(asked) else asked)]
    household = record.about.get("household", {}).get("feature")
    names = [name for it in record.quotas if it.feature != household for name in (it.feature, it.value)]
    invited = toml.get("invited")
    streams = invited.get("streams") if isinstance(invited, dict) else None
    names += [stream for stream in streams if is_text(stream)] if isinstance(streams, list) else []

    def looks(name):
        words = "".join(sign if sign.isalnum() or not sign.isascii() else " " for sign in ascii_lower(name))
        words = re.sub(" +", " ", words).strip(" ")
        return words in EXPERIENCE or any(f" {phrase} " in f" {words} " for phrase in OWN_LIFE)

    return None if any(map(looks, names)) else next((word for word in asked if word in INPUT[:2]), None)


def told_of_charter(warned):
    """What a charter warns of, in words, with what the organiser says to it."""
    words = [f"the charter warns of {warning}: {WARNINGS[warning].format(about)}" for warning, about, _ in warned]
    return [it + said_to(answer) for it, (*_, answer) in zip(words, warned)]


def said_to(answer):
    """What the organiser says to a warning, after it."""
    return "; not answered" if answer is None else f"; the organiser answers: {answer}"


def told_of_finished(act, toml):
    """Phases in which people advise at the start, and this ballot was frozen on their first day or before."""
    told, day = [], datetime.date.fromisoformat(act.facts["date"])
    for it in phases_of(toml):
        from_day = day_of_charter(it["from"])
        if (it["scale"], it["rung"]) == (7, 4) and it.get("ballot") == act.terms["rule"]["name"] and day <= from_day:
            words = f"the options of ballot {it['ballot']} were finished on {day}, before residents met who advise from the start"
            told.append(f"{words} in {trim(it['name'])} (from {from_day}){said_to(answers_of(toml).get('finished-options'))}")
    return told


def day_of_charter(value):
    """A day as TOML has it, or as people write it."""
    if type(value) is datetime.date:
        day = value
    else:
        require(is_text(value), "a phase has no day")
        day = read_day(value)
    require(day is not None and 1900 <= day.year <= 2999, "a phase has no day")
    return day


# The first three letters of each month, in Dutch and English; days of the week, whole or shortened.
MONTHS = [names.split("/") for names in "jan feb mar/mrt/maa apr may/mei jun jul aug sep oct/okt nov dec".split()]
WEEKDAYS = """ma di wo do vr za zo mon tue wed thu fri sat sun maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    monday tuesday wednesday thursday friday saturday sunday""".split()


def month_number(word):
    """The number of a month, by its name or the start of it; None if the word names none."""
    return next((n for n, names in enumerate(MONTHS, 1) if word.isalpha() and word[:3].lower() in names), None)


def named_day(text):
    """Year, month and day of a text with the name of a month: 5 maart 2027, vrijdag 5 mrt 2027, March 5, 2027; None of any other."""
    parts = [part for part in re.split("[ \\-/.,\u00a0]", text) if part not in ("", "of")]
    parts = parts[1:] if len(parts) == 4 and ascii_lower(parts[0]) in WEEKDAYS else parts
    if len(parts) != 3:
        return None
    day, month, year = parts if month_number(parts[0]) is None else (parts[1], parts[0], parts[2])
    match, month = re.fullmatch("([0-9]{1,2})(e|de|ste|st|nd|rd|th)?", day), month_number(month)
    return (int(year), month, int(match[1])) if match and month and re.fullmatch("[0-9]{4}", year) else None


def read_day(text):
    """A day as people write it: 2027-05-12, 12-5-2027, 12/05/2027 or 12 mei 2027; None if it is none."""
    named, parts = named_day(text), re.split("[-/]", trim(text))
    is_plain = len(parts) == 3 and all(re.fullmatch("[0-9]{1,4}", part) for part in parts)
    if named:
        year, month, day = named
    elif is_plain and len(parts[0]) == 4 and len(parts[2]) <= 2:
        year, month, day = map(int, parts)
    elif is_plain and len(parts[2]) == 4 and len(parts[0]) <= 2:
        day, month, year = map(int, parts)
    else:
        return None
    try:
        found = datetime.date(year, month, day)
    except ValueError:
        return None
    return found if 1900 <= year <= 2999 else None


UNITS = {"day": "days", "dag": "days", "dagen": "days", "week": "weeks", "weken": "weeks", "month": "months"}
UNITS |= {"maand": "months", "maanden": "months", "days": "days", "weeks": "weeks", "months": "months"}


def read_term(text):
    """A term: how many, and of what."""
    match = re.fullmatch(r"\+?([0-9]+) (.*)", trim(text))
    require(match and trim(match[2]) in UNITS and 1 <= int(match[1]) <= 1200, f"{text[:20]!r} is no term")
    return int(match[1]), UNITS[trim(match[2])]


def end_of_term(day, many, unit):
    """The day at the end of a term; of a month that lacks it, the last day."""
    if unit != "months":
        end = day + datetime.timedelta(days=many * (7 if unit == "weeks" else 1))
    else:
        months = day.month - 1 + many
        year, month = day.year + months // 12, months % 12 + 1
        last = (datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)).day
        end = datetime.date(year, month, min(day.day, last))
    require(end.year <= 2999, "a term ends beyond the calendar")
    return end


# ---- V28 to V35 -------------------------------------------------------------------------------------


def acts_of(record, kind):
    """The acts of one kind, in order."""
    return [act for act in record.acts if act.kind == kind]


def act_of(record, n, kind):
    """The act of this number, if it is of this kind."""
    return next((act for act in record.acts if act.number == n and act.kind == kind), None)


def replaced_before(record, n):
    """The numbers of the acts that were replaced before act number n."""
    return {act.facts["replaces"] for act in record.acts if act.number < n} - {None}


def counting(record, kind, before):
    """The acts of one kind that count just before act number `before`."""
    gone = replaced_before(record, before)
    return [act for act in acts_of(record, kind) if act.number < before and act.number not in gone]


def subject_of(record, act):
    """What an act is about: of one of these things one act counts. None where there may be several."""
    if act.kind in ("topics", "agreement"):
        return act.kind
    if act.kind == "ballot":
        return act.kind, act.terms["rule"]["name"]
    if act.kind == "tally":
        return act.kind, act.terms["ballot"]
    if act.kind == "ties":
        return act.kind, act.terms["tally"]
    if act.kind in ("willing", "delegates"):
        return act.kind, act.terms["name"]
    return None


@claim(28, "acts whole", rests_on=[3, 6, 11, 15])
def claim_28_acts(record):
    """Acts follow one another, each whole, in the form of its kind; what is replaced can be, and is told."""
    look_only_if(any(re.match("acts/[1-9][0-9]*/.", name) for name in record.files), "there are no acts")
    any_lists = any(re.match("(rosters|continued)/[1-9][0-9]*/.", name) for name in record.files)
    look_only_if(24 in record.passed or not any_lists, "rests on V24")
    for n in record.numbers_of("acts"):
        record.acts.append(read_act(record, n, record.acts[-1] if record.acts else None))
    told, replaced = [], set()
    for act in record.acts:
        old = act.facts["replaces"]
        if old is None:
            continue
        where = f"acts/{act.number}"
        require(1 <= old < act.number and old not in replaced, f"{where} replaces what does not count")
        replaced.add(old)
        before = record.acts[old - 1]
        can_be = act.kind in ("topics", "ballot", "tally", "agreement", "willing")
        require(can_be and subject_of(record, before) == subject_of(record, act), f"{where} replaces another thing")
        counted = any(t.terms["ballot"] == old and t.number < act.number for t in acts_of(record, "tally"))
        require(act.kind != "ballot" or not counted, f"{where} replaces a ballot that was counted")
        drawn = any(d.terms["willing"] == old and d.number < act.number for d in acts_of(record, "delegates"))
        require(act.kind != "willing" or not drawn, f"{where} replaces the willing of a group that was drawn")
        told.append(f"act {act.number} replaces act {old}: {act.facts['because']}")
    subjects = [subject_of(record, act) for act in record.acts if act.number not in replaced]
    subjects = [subject for subject in subjects if subject is not None]
    require(len(set(subjects)) == len(subjects), "of one thing two acts count")
    for act in acts_of(record, "topics"):
        check_topics(act)
        now, old = {row["topic"] for row in act.tables["topics.csv"]}, act_of(record, act.facts["replaces"], "topics")
        gone = [row["topic"] for row in old.tables["topics.csv"] if row["topic"] not in now] if old else []
        if gone:
            told.append(f"act {act.number} does not have all topics of act {old.number}: {', '.join(gone)}")
    return "; ".join(told)


def check_topics(act):
    """Every topic ends in one place, and is ranked by its points."""
    where = f"acts/{act.number}"
    names = [row["topic"] for row in act.tables["topics.csv"]]
    known = set(names)
    into = {row["topic"]: row["into"] for row in act.tables["merges.csv"]}
    require(len(known) == len(names), f"{where} has a topic twice")
    require(len(into) == len(act.tables["merges.csv"]), f"{where} merges a topic twice")
    ends = set()  # topics of which it is known that they end somewhere
    for row in act.tables["merges.csv"]:
        is_known = row["topic"] in known and (not row["into"] or row["into"] in known) and is_one_line(row["reason"])
        require(is_known, f"{where} merges an unknown topic, or gives no reason")
        at, way = row["topic"], set()
        while at in into and at not in ends:
            require(at not in way, f"{where} leads a topic round in a circle")
            way.add(at)
            at = into[at]
        ends |= way
    if "ranking.csv" in act.tables:
        ranking = act.tables["ranking.csv"]
        points = {row["topic"]: row["points"] for row in reversed(ranking)}
        left = [name for name in names if name not in into]
        due = sorted(left, key=lambda name: -points.get(name, 0))
        rank_of = {}  # of as many points, the first place
        for rank, name in enumerate(due, 1):
            rank_of.setdefault(points.get(name, 0), rank)
        rows = [(row["topic"], row["points"], row["rank"]) for row in ranking]
        right = [(name, points.get(name, 0), rank_of[points.get(name, 0)]) for name in due]
        require(rows == right, f"{where} ranks topics otherwise than by their points")


def is_list_of_events(record, digits):
    """Whether these digits are the digest of a list of events, as it was told when that was published."""
    manifests = [data for name, data in record.files.items() if re.fullmatch("rosters/[1-9][0-9]*/manifest.txt", name)]
    return digits in map(plain_sha256, manifests)


@claim(29, "ballots frozen first")
def claim_29_ballots(record):
    """Every count is of a ballot that was frozen before it, and every rule is the charter's or has a reason."""
    lines = [PUBLISHED_LINE.fullmatch(line)[1].lower() for line in record.ballot_lines]
    if lines and not any(re.match("acts/[1-9][0-9]*/.", name) for name in record.files):
        known = all(is_list_of_events(record, digits) for digits in lines)
        require(known, "a published line names no act here, and no list of events")
        return ""
    look_only_if(28 in record.passed, "rests on V28")
    toml, promised = {}, []
    if record.is_frozen("charter.toml"):
        toml = read_toml(record.file("charter.toml"))
        put_in_zone(toml)
        promised = read_promises(toml)
    replaced = {act.facts["replaces"] for act in record.acts} - {None}
    names = {}
    for act in acts_of(record, "ballot"):
        where, because = f"acts/{act.number}", act.terms["because"]
        is_promised = act.terms["rule"] in promised
        require(is_promised == (because is None), f"{where} has no reason for its rule, or needs none")
        require(because is None or is_one_line(because), f"the reason of {where} is no line")
        options = [row["option"] for row in act.tables["options.csv"]]
        whole = options and all(row["option"] and row["text"] for row in act.tables["options.csv"])
        require(whole and len(set(options)) == len(options), f"{where} has an option twice, or without a text")
        if act.number not in replaced:
            for option in options:
                require(names.setdefault(option, act.number) == act.number, f"two ballots have an option {option}")
    for act in acts_of(record, "tally"):
        where = f"acts/{act.number}"
        ballots = [b for b in counting(record, "ballot", act.number) if b.number == act.terms["ballot"]]
        require(ballots, f"{where} counts no ballot that was frozen before")
        options = [row["option"] for row in ballots[0].tables["options.csv"]]
        counted = [(row["option"], row["count"]) for row in act.tables["counts.csv"]]
        require(counted == [(o, n) for o in options for n in (1, 2)], f"{where} does not count each option twice")
        require([row["option"] for row in act.tables["result.csv"]] == options, f"{where} has other options")
    for digits in lines:
        if is_list_of_events(record, digits):
            continue
        named = [act for act in record.acts if act.line.hex() == digits]
        require(named, "a published line names no act here, and no list of events")
        is_replaced = named[0].kind == "ballot" and named[0].number in replaced
        require(not is_replaced, f"a published line is of act {named[0].number}, which a later act replaced")
    later = [act for act in acts_of(record, "ballot") if act.terms["because"] and act.number not in replaced]
    told = [f"ballot {act.terms['rule']['name']} has another rule than the charter: {act.terms['because']}" for act in later]
    for act in acts_of(record, "ballot"):
        told += same_words(act) if act.number not in replaced else []
    for act in acts_of(record, "ballot"):
        told += voted_again(record, act) + told_of_finished(act, toml) if act.number not in replaced else []
    told += told_of_rivals(record) + told_of_promises(record, toml, promised)
    return "; ".join(told + told_of_charter(warned_of(record, toml, promised)))


def told_of_rivals(record):
    """Ballots that were frozen and not counted, where another was counted since; and ballots with options of the same words."""
    last, told, seen = len(record.acts) + 1, [], []
    ballots = counting(record, "ballot", last)
    since = {act.number: {t.terms["ballot"] for t in acts_of(record, "tally") if t.number > act.number} for act in ballots}
    is_open = [act for act in ballots if since[act.number] - {act.number} and result_before(record, act, last) is None]
    if is_open:
        names = ", ".join(act.terms["rule"]["name"] for act in is_open)
        told.append(f"frozen, and not counted so far, though others were: {names}")
    for act in ballots:
        name, own = act.terms["rule"]["name"], {wording(option) for option in act.tables["options.csv"]} - {""}
        for other, words in seen:
            if own & words:
                told.append(f"ballot {name} has {len(own & words)} options with the words of some of ballot {other}")
        seen.append((name, own))
    return told


def told_of_promises(record, toml, promised):
    """What the charter promises and the record does not have so far: ballots, the consultation, replies."""
    frozen = {act.terms["rule"]["name"] for act in acts_of(record, "ballot")}
    ballots = [rule["name"] for rule in promised if rule["name"] not in frozen]
    told = [f"the charter promises ballots of which the record has none so far: {', '.join(ballots)}"] if ballots else []
    if "consultation" in toml and not acts_of(record, "consultation"):
        told.append("the charter promises a consultation; the record has none so far")
    is_promised = any("reply" in phase for phase in toml.get("phase", []))
    rows = [row for act in acts_of(record, "follow") for row in act.tables["replies.csv"]]
    if is_promised and not any(row["answer"] for row in rows):
        told.append("the charter promises replies; the record has none so far")
    return told


def wording(option):
    """What the words of an option look like, letters and digits alone."""
    return "".join(sign for sign in look_of(option["text"]) if sign.isalnum())


def same_words(act):
    """Options of a ballot that nobody can tell apart by their words."""
    told, seen = [], {}
    for option in act.tables["options.csv"]:
        first = seen.setdefault(wording(option), option["option"]) if wording(option) else option["option"]
        if first != option["option"]:
            told.append(f"options {first} and {option['option']} of {act.terms['rule']['name']} have words that look the same")
    return told


def voted_again(record, act):
    """Options of a ballot with the words of one that another ballot voted down, however they look. Of a ballot that was frozen
    later only what this one adopted; and nothing where this one was counted first."""
    told, name, last, words = [], act.terms["rule"]["name"], len(record.acts) + 1, {}
    own = result_before(record, act, last)
    classes = [kind for _, kind, *_ in rows_of(own)] if own else [None] * len(act.tables["options.csv"])
    for option, kind in zip(act.tables["options.csv"], classes):
        words.setdefault(wording(option), []).append((option["option"], kind))
    for other in counting(record, "ballot", last):
        of, result = other.terms["rule"]["name"], result_before(record, other, last)
        if of == name or result is None or own and own.number < result.number:
            continue
        for before, (_, kind, *_) in zip(other.tables["options.csv"], rows_of(result)):
            for option, own_kind in words.get(wording(before), []) if kind in VOTED_DOWN else []:
                if other.number < act.number or own_kind not in (*VOTED_DOWN, None):
                    line = f"option {option} of {name} has the words of option {before['option']} of {of}"
                    told.append(f"{line}, which was voted down in act {result.number}")
    return told


def people_in(record, act):
    """Who is in by the draw and the list of events that an act names: by profile and place."""
    draws = [draw for draw in record.draws if not draw.void]
    at = next(i for i, draw in enumerate(draws) if draw.digest == act.facts["record"])
    if act.facts["roster"] is not None:
        events = next(it for it in record.lists_of_events if it.digest == act.facts["roster"])
        require(events.record == act.facts["record"], f"acts/{act.number} names a list of events of another draw")
        return events.roster.people_who(IN)
    confirmed, line_of = confirmed_before(record), record.line_of()
    lines = [[line_of[key] for key in zip(record.features, values)] for _, *values in confirmed]
    winner = record.winners[record.draws.index(draws[at])]
    return Roster(record, panel_of(record, winner), read_reserves(record, draws[at]), lines).people_who(IN)


def codes_in(record, act):
    """Their codes, sorted."""
    code_of = {person: code for code, person in person_of_code(record, confirmed_before(record)).items()}
    return sorted(code_of[person] for person in people_in(record, act))


def codes_now(record):
    """Codes of those who are in by the draw and the list of events that count now, which may be later than the last act."""
    draw = [draw for draw in record.draws if not draw.void][-1]
    events = [it.digest for it in record.lists_of_events[-1:] if it.record == draw.digest]
    return codes_in(record, record.acts[-1]._replace(facts={"record": draw.digest, "roster": (events or [None])[0]}))


def groups_of(ballot):
    """How many people of each role are on a roll, by role."""
    groups = {}
    for row in ballot.tables["roll.csv"]:
        groups[row["role"]] = groups.get(row["role"], 0) + row.get("people", 1)
    return dict(sorted(groups.items(), key=lambda item: item[0].encode()))


@claim(30, "rolls", rests_on=[28])
def claim_30_rolls(record):
    """Those who may vote are the people who are in, and others with an entitled role; no more of them were present."""
    look_only_if(acts_of(record, "ballot"), "there are no ballots")
    shows_codes = record.about["detail"] == "codes"
    for act in acts_of(record, "ballot"):
        where, roll, entitled = f"acts/{act.number}", act.tables["roll.csv"], act.terms["rule"]["entitled"]
        groups = groups_of(act)
        require(sorted(groups) == sorted(entitled) and all(groups.values()), f"the roll of {where} has other roles")
        if shows_codes:
            require(all("code" in row for row in roll), f"the roll of {where} has no codes")
            require(ascends([row["code"].encode() for row in roll]), f"the roll of {where} is out of order")
            due = codes_in(record, act)
            all_due = set(due)
            drawn = [row["code"] for row in roll if row["role"] == "drawn"]
            require(drawn == (due if "drawn" in entitled else []), f"the roll of {where} is not who is in")
            for row in roll:
                is_guest = re.fullmatch("(?=.*[0-9])[A-Za-z0-9-]{1,20}", row["code"])
                known = row["role"] == "drawn" or row["code"] not in all_due and (is_guest or is_code(row["code"]))
                require(known, f"{row['code']} is on the roll of {where} and has no role of their own")
        else:
            require(all("people" in row for row in roll), f"the roll of {where} has codes")
            require(ascends([row["role"].encode() for row in roll]), f"the roll of {where} is out of order")
            drawn = len(people_in(record, act)) if "drawn" in entitled else None
            require(groups.get("drawn") == drawn, f"the roll of {where} is not who is in")
    for act in acts_of(record, "tally"):
        ballot = act_of(record, act.terms["ballot"], "ballot")
        if ballot is None:
            continue
        same = ballot.facts["record"] == act.facts["record"]
        require(same, f"acts/{act.number} counts a ballot of a draw that was annulled")
        groups, present = groups_of(ballot), act.tables["present.csv"]
        require([row["role"] for row in present] == list(groups), f"acts/{act.number} has other roles present")
        for row in present:
            fits = row["least"] <= row["most"] <= groups[row["role"]]
            require(fits, f"more people were present in acts/{act.number} than are on the roll")
    last = [draw.digest for draw in record.draws if not draw.void][-1]
    replaced = {act.facts["replaces"] for act in record.acts}
    old = [act for act in acts_of(record, "ballot") if act.number not in replaced and act.facts["record"] != last]
    told = [f"the roll of ballot {act.terms['rule']['name']} is of a draw that was annulled since" for act in old]
    told += [told_of_roll(record, act) for act in acts_of(record, "ballot") if act.number not in replaced]
    told += [told_of_others(record, act) for act in acts_of(record, "ballot") if act.number not in replaced]
    told += [told_of_present(record, act) for act in acts_of(record, "tally")]
    return "; ".join(words for words in told if words)


def told_of_others(record, act):
    """How many on a roll were not drawn; where none of them were, how many who are in have no vote."""
    groups, name = groups_of(act), act.terms["rule"]["name"]
    others = sum(people for role, people in groups.items() if role != "drawn")
    words = f"ballot {name}: of the {sum(groups.values())} on its roll {others} were not drawn"
    if "drawn" not in act.terms["rule"]["entitled"]:
        words += f", and none of the {len(people_in(record, act))} people who are in by the draw has a vote"
    return words if others else ""


def narrows(before, act):
    """Whether a count can be of the same people as one before: as many of each role, or some of those that a range left open."""
    pairs = list(zip(before.tables["present.csv"], act.tables["present.csv"]))
    same = len(before.tables["present.csv"]) == len(act.tables["present.csv"]) and all(a["role"] == b["role"] for a, b in pairs)
    return same and all(a["least"] <= b["least"] <= b["most"] <= a["most"] for a, b in pairs)


def told_of_present(record, act):
    """That a recount says that others were present than the count that it replaces."""
    before = act_of(record, act.facts["replaces"], "tally")

    def present(count):
        return [sum(row[column] for row in count.tables["present.csv"]) for column in ("least", "most")]

    if before is None or narrows(before, act):
        return ""
    if present(before) == present(act):
        return f"acts/{act.number} counts again with as many people present, of other roles: it may be another vote"
    (low, high), (least, most) = present(before), present(act)
    return f"acts/{act.number} counts again with {least} to {most} people present, and there were {low} to {high}: it may be another vote"


def told_of_roll(record, act):
    """That events of the day of a ballot, or from before, were published after its roll was made."""
    lists = [events for events in record.lists_of_events if events.record == act.facts["record"]]
    if not lists:
        return ""
    named = [events for events in lists if events.digest == act.facts["roster"]]

    def known(events):
        return sum(event.date <= act.facts["date"] for event in events.events)

    count = known(lists[-1]) - sum(map(known, named))
    return count > 0 and f"the roll of ballot {act.terms['rule']['name']} does not know {count} events of its day or before"


class Count(NamedTuple):
    """A count with what it rests on."""

    rule: dict
    options: list
    members: int
    least: int  # people present
    most: int
    pairs: list  # of each option both counts, as dicts


def count_of(record, act):
    """What a count rests on."""
    ballot = act_of(record, act.terms["ballot"], "ballot")
    present, rows = act.tables["present.csv"], act.tables["counts.csv"]
    return Count(
        ballot.terms["rule"],
        ballot.tables["options.csv"],
        sum(groups_of(ballot).values()),
        sum(row["least"] for row in present),
        sum(row["most"] for row in present),
        list(zip(rows[0::2], rows[1::2])),
    )


@claim(31, "numbers fit", rests_on=[28])
def claim_31_numbers(record):
    """The numbers counted fit the people who were present."""
    look_only_if(acts_of(record, "tally"), "nothing was counted")
    for number in (29, 30):
        look_only_if(number in record.passed, f"rests on V{number}")
    check_stray_papers(record)
    told, piles = [], {}  # of each ballot the last count with papers, and how many these are if they are here
    for act in acts_of(record, "tally"):
        count, where, papers_here = count_of(record, act), f"acts/{act.number}", None
        rule = count.rule
        counted = rule["counted"] or []
        for row in act.tables["counts.csv"]:
            for column in ("against", "neutral"):
                sound = row[column] is not None if column in counted else not row[column]
                require(sound, f"{where} has {column} votes of {row['option']} that the rule does not count, or lacks them")
            if rule["kind"] == "points":
                require(row["for"] <= rule["each"] * count.most, f"{row['option']} has too many points in {where}")
            else:
                votes = sum(row[column] or 0 for column in ("for", "against", "neutral", "blank", "invalid"))
                require(votes <= count.most, f"{row['option']} has more votes than people in {where}")
        if rule["kind"] != "for-against":
            most = (rule["most"] if rule["kind"] == "choose" else rule["all"]) * count.most
            for n in (0, 1):
                votes = sum(pair[n]["for"] for pair in count.pairs)
                require(votes <= most, f"{where} has more votes than its papers hold")
        check_votes(record, act, count)
        earlier = [it for it in acts_of(record, "tally") if it.terms["ballot"] == act.terms["ballot"] and it.number < act.number]
        is_same = rule["secrecy"] != "paper" or not earlier or narrows(earlier[-1], act)
        require(is_same, f"{where} counts a secret vote again with other people present")
        check_few_papers(record, act, rule, where)
        if "by-role.csv" in act.tables:
            check_roles(act, count)
        if act.terms["ballots"] is not None:
            require(rule["secrecy"] == "paper", f"{where} keeps papers of a ballot that is not on paper")
            papers = record.outside and record.outside / "sealed" / "acts" / str(act.number) / "ballots.csv"
            if papers and os.path.lexists(papers):
                papers_here = check_papers(record, act, count, read_file(papers))
                told.append(f"the papers of act {act.number} are kept sealed; they are here and add up")
            elif sealed_part(record):
                told.append(f"the papers of act {act.number} are kept sealed; the sealed part is here, and they are gone from it")
            else:
                told.append(f"the papers of act {act.number} are kept sealed; they were not here, so nobody added them up")
        told += told_of_votes(record, act)
        told += told_of_missing(record, act)
        before, had = piles.get(act.terms["ballot"], (None, None))
        if act.terms["ballots"] is not None:
            piles[act.terms["ballot"]] = act.number, papers_here
            if None not in (had, papers_here) and had != papers_here:
                told.append(f"{where} counts again from {papers_here} papers, and acts/{before} kept {had}")
        elif before is not None:
            told.append(f"{where} counts again and keeps no papers, and acts/{before} kept those of that vote")
    return "; ".join(told + told_of_like_counts(record))


def public_counts(record, ballot, last):
    """All counts of a ballot up to an act, the first and the second ones, each with its rows in the order of the options."""
    acts = [act for act in acts_of(record, "tally") if act.terms["ballot"] == ballot.number and act.number <= last]
    return [[row for row in act.tables["counts.csv"] if row["count"] == n] for act in acts for n in (1, 2)]


def check_few_papers(record, act, rule, where):
    """No count of a secret vote differs by a few papers from others of it, or from those of one that asked the same."""
    if rule["secrecy"] != "paper":
        return
    ballot = act_of(record, act.terms["ballot"], "ballot")
    own = public_counts(record, ballot, act.number)
    is_few = any(tell_of_few(rule, one, own) for one in own)
    require(not is_few, f"{where} has a count that differs by a few papers from another of that secret vote")
    for other in acts_of(record, "ballot"):
        shared = shared_options(ballot, other)
        if other.number == ballot.number or len(shared) < 2 or not (says_all(ballot) and says_all(other)):
            continue
        here = [[rows[at] for at, _ in shared] for rows in own]
        there = [[rows[at] for _, at in shared] for rows in public_counts(record, other, act.number)]
        is_few = any(tell_of_few(rule, one, there) for one in here) or any(tell_of_few(rule, one, here) for one in there)
        require(not is_few, f"{where} differs by a few papers from a count of acts/{other.number}, which asked the same")


def told_of_like_counts(record):
    """Ballots with other words, where a count has a few papers more than one of the other in every option, in their order."""
    told, ballots, last = [], acts_of(record, "ballot"), len(record.acts)
    for at, ballot in enumerate(ballots):
        for other in ballots[:at]:
            options = [len(it.tables["options.csv"]) for it in (ballot, other)]
            asks_other = options[0] == options[1] >= 3 and len(shared_options(ballot, other)) < 2
            if not (asks_other and says_all(ballot) and says_all(other)):
                continue
            pairs = [(a, b) for a in public_counts(record, ballot, last) for b in public_counts(record, other, last)]
            if any(all(map(is_of_few, more_of(*two))) for a, b in pairs for two in ((a, b), (b, a))):
                names = [it.terms["rule"]["name"] for it in (ballot, other)]
                told.append(f"the counts of {names[0]} and {names[1]} differ by a few papers in every option")
    return told


def says_all(ballot):
    """Whether people vote in secret, and each paper says something of each option."""
    rule = ballot.terms["rule"]
    return rule["secrecy"] == "paper" and "against" in (rule["counted"] or [])


def shared_options(ballot, other):
    """The places of options in two ballots whose words look the same."""
    words = [wording(option) for option in other.tables["options.csv"]]
    own = [wording(option) for option in ballot.tables["options.csv"]]
    return [(at, words.index(it)) for at, it in enumerate(own) if it and it in words]


def more_of(one, other):
    """Of each option how many papers more in all columns together, and how many votes for; None where a column has fewer."""
    more = []
    for a, b in zip(one, other):
        both = [(a[column], b[column]) for column in COLUMNS_OF_COUNT if None not in (a[column], b[column])]
        has_fewer = any(x < y for x, y in both)
        more.append(None if has_fewer else (sum(x - y for x, y in both), a["for"] - b["for"]))
    return more


def is_of_few(more):
    return more is not None and 1 <= more[0] < FEWEST_OF_A_ROLE


def tell_of_few(rule, one, others):
    """Whether one count has a few papers more than others together show, or these more than it."""
    ways = [more_of(one, it) for it in others], [more_of(it, one) for it in others]
    return any(hold_few(rule, len(one), way) for way in ways)


def hold_few(rule, options, way):
    """Whether what one count has more than others, or these than it, is a few papers."""
    if "against" in (rule["counted"] or []):
        differ = sum(any(is_of_few(more[at]) for more in way) for at in range(options))
        return differ >= 2 and 2 * differ >= options
    alone = rule["kind"] == "for-against"
    each, most = (1, rule["most"]) if rule["kind"] == "choose" else (rule["each"], rule["all"])

    def papers_for(votes):
        return max(-(-sum(votes) // most), -(-max(votes) // each))  # as many as it takes to hold all of it

    top = [(0, 0)] * options
    for more in way:
        if None in more:
            continue  # a paper may say nothing of an option, and then takes nothing from it
        size = max(papers for papers, _ in more) if alone else papers_for([votes for _, votes in more])
        if size < FEWEST_OF_A_ROLE:
            top = [(max(a[0], b[0]), max(a[1], b[1])) for a, b in zip(top, more)]
    if alone:
        differ = sum(papers > 0 for papers, _ in top)
        return differ >= 2 and 4 * differ >= options
    votes = [votes for _, votes in top]
    papers = papers_for(votes)
    return sum(n > 0 for n in votes) >= 2 and papers < FEWEST_OF_A_ROLE and 2 * sum(votes) >= papers * most


def check_stray_papers(record):
    """Whoever has the sealed part has the papers of those acts that keep some, and no other. They are written before the act."""
    sealed = record.outside and record.outside / "sealed" / "acts"
    for act in record.acts:
        keeps = act.kind == "tally" and act.terms["ballots"] is not None
        there = sealed and os.path.lexists(sealed / str(act.number) / "ballots.csv")
        require(keeps or not there, f"there are sealed papers of acts/{act.number}, which keeps none")


def told_of_votes(record, act):
    """That a ballot by name is counted again, and somebody else votes in it, or somebody otherwise."""
    old = act_of(record, act.facts["replaces"], "tally")
    before, now = (it and it.tables.get("votes.csv") for it in (old, act))
    if not before or not now or before == now:
        return []
    more, gone = len(set(now) - set(before)), len(set(before) - set(now))
    other = sum(code in before and before[code] != paper for code, paper in now.items())
    return [f"acts/{act.number} counts votes by name again: {more} vote who did not, {gone} vote no more, {other} vote otherwise"]


def told_of_missing(record, act):
    """That people of a role were present at a ballot by name that counts, and have no vote in it."""
    votes = act.tables.get("votes.csv")
    if votes is None or act.number in {other.facts["replaces"] for other in record.acts}:
        return []
    ballot, told = act_of(record, act.terms["ballot"], "ballot"), []
    role_of = {row.get("code"): row["role"] for row in ballot.tables["roll.csv"]}
    for row in act.tables["present.csv"]:
        missing = row["least"] - sum(role_of.get(code) == row["role"] for code in votes)
        if missing > 0:
            told.append(f"acts/{act.number} lacks the votes by name of {missing} of the role {row['role']} who were present")
    return told


COLUMNS_OF_COUNT = ("for", "against", "neutral", "blank", "invalid")


def fits_rule(paper, rule):
    """Whether a paper says no more than the rule lets it."""
    may_say = {"blank", "invalid"}
    if rule["kind"] == "for-against":
        may_say |= set(rule["counted"])
    elif rule["kind"] == "choose":
        may_say |= {"", "for"}
    if rule["kind"] == "points":
        points = [int(say) for say in paper if say not in SAYS | {""}]
        known = all(say in may_say | {""} or say not in SAYS for say in paper)
        return known and all(0 < n <= rule["each"] for n in points) and sum(points) <= rule["all"]
    return set(paper) <= may_say and (rule["kind"] != "choose" or paper.count("for") <= rule["most"])


def sums_of(papers, at, rule):
    """What papers say of the option at a place, added up."""
    says = [paper[at] for paper in papers]
    sums = {column: says.count(column) for column in COLUMNS_OF_COUNT}
    if rule["kind"] == "points":
        sums["for"] = sum(int(say) for say in says if say not in SAYS | {""})
    return sums


def check_papers(record, act, count, data):
    """Sealed papers are those of the public digest, whose salt follows from the sealed key, and add up to one of the counts.
    How many there are."""
    where, rule = f"acts/{act.number}", count.rule
    key = read_file(record.outside / "sealed" / "key.txt").decode(errors="replace").strip().lower()
    require(is_hex_digest(key), f"the key of the papers of {where} is not here")
    salt = hmac.digest(bytes.fromhex(key), b"geloot/1/ballots\0" + str(act.number).encode(), "sha256")
    digest = tagged_sha256("geloot/1/ballots", salt, data).hex()
    require(digest == act.terms["ballots"], f"the sealed papers of {where} are not those of its digest")
    name = f"the papers of {where}"
    papers = read_table(data, [row["option"] for row in count.options], name)
    require(papers == sorted(papers, key=lambda paper: [say.encode() for say in paper]), f"{name} are out of order")
    require(len(papers) <= count.most, f"{name} are more than people")
    for paper in papers:
        for say in paper:
            if say not in SAYS | {""}:
                number(say, MOST_VOTES + 1)
        require(fits_rule(paper, rule), f"one of {name} says more than it can")
    for at, pair in enumerate(count.pairs):
        sums = sums_of(papers, at, rule)
        is_one = [
            all((row[column] or 0) == sums[column] for column in ("for", "against", "neutral"))
            and all(row[column] in (None, sums[column]) for column in ("blank", "invalid"))
            for row in pair
        ]
        require(any(is_one), f"{name} add up to neither count of {count.options[at]['option']}")
    return len(papers)


def check_votes(record, act, count):
    """Votes by name are there if the charter announced them, each by somebody on the roll, and are the count."""
    where, rule, votes = f"acts/{act.number}", count.rule, act.tables.get("votes.csv")
    require((rule["secrecy"] == "open") == (votes is not None), f"{where} lacks votes by name, or has some")
    if votes is None:
        return
    ballot = act_of(record, act.terms["ballot"], "ballot")
    require(ballot.terms["because"] is None, f"the charter did not announce that the votes of {where} are by name")
    role_of = {row.get("code"): row["role"] for row in ballot.tables["roll.csv"]}
    require(set(votes) <= set(role_of), f"somebody votes in {where} who is not on the roll")
    for row in act.tables["present.csv"]:
        voted = sum(role_of.get(code) == row["role"] for code in votes)
        require(voted <= row["most"], f"more people vote in {where} than were present")
    for paper in votes.values():
        require(fits_rule(paper, rule), f"a vote in {where} says more than it can")
    for at, pair in enumerate(count.pairs):
        sums = sums_of(votes.values(), at, rule)
        for column in ("against", "neutral"):
            if column not in (rule["counted"] or []):
                sums[column] = None
        counted = [{column: row[column] for column in sums} for row in pair]
        require(counted == [sums, sums], f"the votes by name of {where} are not the count")


def check_roles(act, count):
    """Counts by role are of whole options, add up, and tell of nobody how they voted."""
    where, rule, rows = f"acts/{act.number}", count.rule, act.tables["by-role.csv"]
    present = act.tables["present.csv"]
    roles = [row["role"] for row in present]
    options = [option["option"] for option in count.options]
    whole = [(option, n, role) for option in options for n in (1, 2) for role in roles]
    is_whole_table = [(row["option"], row["count"], row["role"]) for row in rows] == whole
    require(len(roles) > 1 and is_whole_table, f"the counts by role of {where} are not of all options, in order")
    columns = ("for", "against", "neutral", "blank", "invalid")
    counted = {(row["option"], row["count"]): row for row in act.tables["counts.csv"]}
    for at in range(0, len(rows), len(roles)):
        some = rows[at : at + len(roles)]
        total = counted[some[0]["option"], some[0]["count"]]
        for column in columns:
            given = [row[column] for row in some if row[column] is not None]
            require(total[column] == (sum(given) if given else None), f"the counts by role of {where} do not add up")
        for row, there in zip(some, present):
            given = [row[column] for column in columns if row[column] is not None]
            if rule["kind"] == "for-against" and "against" in rule["counted"]:
                voters, is_alike = sum(given), sum(given) in given
            else:
                voters = there["least"]
                most = voters * (rule["each"] if rule["kind"] == "points" else 1)
                is_alike = row["for"] == 0 or row["for"] >= most
            told = voters < FEWEST_OF_A_ROLE or is_alike
            require(not told, f"the counts by role of {where} tell how each of a few people voted")


def combinations(count, pair):
    """Both counts with the least and the most people present."""
    return [(row, present) for row in pair for present in (count.least, count.most)]


def base_of(count, row, present):
    """Of what the share is."""
    both = row["for"] + (row["against"] or 0)
    return {
        "for-and-against": both,
        "cast": both + (row["neutral"] or 0),
        "present": present,
        "members": count.members,
    }[count.rule["of"]]


def is_share(votes, base, share, than):
    """Whether votes are a share of a base."""
    if base == 0:
        return False
    return Fraction(votes, base) > share if than == "more-than" else Fraction(votes, base) >= share


def has_quorum(count, present):
    """Whether enough people were present."""
    quorum = count.rule["quorum"]
    return quorum == "none" or is_share(present, count.members, Fraction(quorum.split(" ")[0]), "at-least")


def class_of(count, row, present):
    """The class of an option of a ballot for and against."""
    rule, base = count.rule, base_of(count, row, present)
    if not has_quorum(count, present):
        return "no quorum"
    nobody_against = rule["consensus"] and row["for"] > 0 and (row["against"] or 0) == 0
    if is_share(row["for"], base, Fraction(rule["share"]), rule["than"]) or nobody_against:
        return "adopted"
    return "majority, not adopted" if is_share(row["for"], base, Fraction(1, 2), "more-than") else "rejected"


def fractions_of(count, pair):
    """The fractions that the counts allow: the least and the greatest."""
    if count.rule["share"] is None:
        found = sorted({row["for"] for row in pair})
        return " ".join(str(votes) for votes in found)
    found = {(row["for"], base_of(count, row, present)) for row, present in combinations(count, pair)}
    found = sorted(found, key=lambda it: (Fraction(it[0], max(it[1], 1)), it[1], it[0]))
    return " ".join(f"{votes}/{base}" for votes, base in dict.fromkeys([found[0], found[-1]]))


def results_of(count):
    """What becomes of each option: option, class, fractions, rank."""
    fractions = [fractions_of(count, pair) for pair in count.pairs]
    names = [row["option"] for row in count.options]
    if count.rule["kind"] == "for-against":
        classes = [{class_of(count, *one) for one in combinations(count, pair)} for pair in count.pairs]
        found = [it.pop() if len(it) == 1 else "undecided" for it in classes]
        return list(zip(names, found, fractions, [None] * len(names)))
    return list(zip(names, best_of(count), fractions, ranks_of(count)))


def ranks_of(count):
    """Places by votes, where both counts agree on them."""
    low = [min(row["for"] for row in pair) for pair in count.pairs]
    high = [max(row["for"] for row in pair) for pair in count.pairs]
    lows, highs, ranks = sorted(low), sorted(high), []
    for least, most in zip(low, high):
        above = len(lows) - bisect.bisect_right(lows, most)
        perhaps = len(highs) - bisect.bisect_right(highs, least) - (most > least)  # without itself
        ranks.append(above + 1 if above == perhaps else None)
    return ranks


def best_of(count):
    """The classes of a ballot that takes the best."""
    rule, options = count.rule, range(len(count.pairs))
    low = [min(row["for"] for row in pair) for pair in count.pairs]
    high = [max(row["for"] for row in pair) for pair in count.pairs]
    places = int(rule["adopt"].split(" ")[0])
    quorum = {has_quorum(count, present) for present in (count.least, count.most)}
    if quorum == {False}:
        return ["no quorum"] * len(low)
    if len(quorum) == 2:
        return ["undecided"] * len(low)
    meets = []
    for pair in count.pairs:
        if rule["share"] is None:
            meets.append({True})
            continue
        share = Fraction(rule["share"])
        both = combinations(count, pair)
        meets.append({is_share(row["for"], base_of(count, row, p), share, rule["than"]) for row, p in both})
    found = []
    highs = sorted(high[j] for j in options if meets[j] != {False})
    lows = sorted(low[j] for j in options if meets[j] == {True})
    for i in options:
        reach = len(highs) - bisect.bisect_left(highs, low[i]) - (meets[i] != {False})  # without itself
        ahead = len(lows) - bisect.bisect_right(lows, high[i])
        if meets[i] == {False}:
            found.append("rejected")
        elif len(meets[i]) == 2:
            found.append("undecided")
        else:
            found.append("in" if reach < places else "out" if ahead >= places else "left")
    left = [i for i in options if found[i] == "left"]
    is_tie = len({n for i in left for n in (low[i], high[i])}) == 1 and all(len(it) == 1 for it in meets)
    after = {"all": "in", "none": "out"}.get(rule["ties"], "tied") if is_tie else "undecided"
    return [after if it == "left" else it for it in found]


def rows_of(act):
    """The rows of result.csv."""
    return [tuple(row.values()) for row in act.tables["result.csv"]]


def seed_of(act, source, of):
    """The seed of an act from its evidence, which is of a source; `of` is the act whose lot it is and whose line it binds."""
    read, where = read_evidence(act.terms["evidence"]), f"acts/{act.number}"
    word = source.split(" ")[0]
    require(read.word == word and is_chance(source), f"the evidence is of the source {read.word}, not {source}")
    if word == "dice":
        thrown = f"dice {read.what.sides} {len(read.what.throws[0])}"
        require(len(read.what.throws) == 1, f"the dice of {where} were thrown more than once")
        require(source == thrown, f"the evidence of {where} is of other dice, or of another number of them")
    if word == "lotto":
        count, most = map(int, source.split(" ")[1:])
        require(len(read.what) == count and max(read.what) <= most, f"the evidence of {where} has other numbers or more of them")
    require((word == "drand") == ("beacon.json" in act.tables), f"{where} lacks the answer of a beacon, or has one")
    if word == "drand":
        pulse = read.what
        require(source == f"drand {pulse.chain.name} {pulse.round}", f"the evidence of {where} is of another round")
        check_answer(act.tables["beacon.json"], pulse, where)
    return tagged_sha256("geloot/1/seed", of.line, act.terms["evidence"].encode())


def look_only_if_signed(record, kinds, told):
    """Whoever has only this program does not know whether the beacon's answer beside an act of these kinds is signed."""
    beacons = any("beacon.json" in act.tables for act in record.acts if act.kind in kinds)
    look_only_if(not beacons, "; ".join([UNSIGNED, *told]))


def told_of_round(act, source):
    """From when everybody knew the round of a lot."""
    if not source.startswith("drand "):
        return []
    _, chain, round_number = source.split(" ")
    moment = due(chain_of(chain), int(round_number))
    public_from = datetime.datetime.fromtimestamp(moment, datetime.timezone.utc)
    return [f"the round of act {act.number} was public from {public_from}"]


@claim(32, "results follow", rests_on=[28])
def claim_32_results(record):
    """What became of each option follows from rule, roll and counts; ties from the seed."""
    look_only_if(acts_of(record, "tally"), "nothing was counted")
    for number in (29, 30, 31):
        look_only_if(number in record.passed, f"rests on V{number}")
    told = []
    for act in acts_of(record, "tally"):
        due = results_of(count_of(record, act))
        for stated, row in zip(rows_of(act), due):
            require(stated == row, f"acts/{act.number}: {row[0]} is {row[1]}, {row[2]}")
    for act in acts_of(record, "ties"):
        where = f"acts/{act.number}"
        counts = [it for it in counting(record, "tally", act.number) if it.number == act.terms["tally"]]
        require(counts, f"{where} decides no count")
        ballot = act_of(record, counts[0].terms["ballot"], "ballot")
        rule, rows = ballot.terms["rule"], rows_of(counts[0])
        tied = [row[0] for row in rows if row[1] == "tied"]
        require(tied and (rule["ties"] or "").startswith("lot "), f"no tie waits for the lot of {where}")
        source = rule["ties"].removeprefix("lot ")
        for other in acts_of(record, "ties"):
            before = act_of(record, other.terms["tally"], "tally")
            is_earlier = other.number < act.number and before and before.terms["ballot"] == ballot.number
            if is_earlier and tie_of(before) == tie_of(counts[0]):
                same = other.terms["evidence"] == act.terms["evidence"]
                require(same, f"a lot has decided the tie of {where} before, and now there is other evidence")
        seed = seed_of(act, source, ballot)
        require(not known_by(source, counts[0].facts["date"]), f"the round of {where} was known when it was counted")
        told += told_of_round(act, source)
        own = act.terms["seed"] == seed.hex() and act.terms["label"] == "ties"
        require(own, f"the seed or the label of {where} is another")
        Stream(seed, "ties").shuffle(tied)
        places = int(rule["adopt"].split(" ")[0]) - sum(row[1] == "in" for row in rows)
        decided = {option: "in by lot" if i < places else "out by lot" for i, option in enumerate(tied)}
        due = [(row[0], decided.get(row[0], row[1]), *row[2:]) for row in rows]
        require(rows_of(act) == due, f"the lot of {where} decides otherwise")
    for ballot in acts_of(record, "ballot"):
        of = {act.number for act in acts_of(record, "tally") if act.terms["ballot"] == ballot.number}
        lots = [str(act.number) for act in acts_of(record, "ties") if act.terms["tally"] in of]
        told += [f"lots decided {ballot.terms['rule']['name']} more than once, in acts {', '.join(lots)}"] * (len(lots) > 1)
    look_only_if_signed(record, ("ties",), told)
    return "; ".join(told)


def tie_of(count):
    """The options that a count leaves to a lot, and how many places are taken before them."""
    rows = rows_of(count)
    return [row[0] for row in rows if row[1] == "tied"], sum(row[1] == "in" for row in rows)


def result_before(record, ballot, n):
    """The act with the result of a ballot that counts before act number n: the last count, or the lot after it."""
    counts = [it for it in counting(record, "tally", n) if it.terms["ballot"] == ballot.number]
    if not counts:
        return None
    lots = [it for it in acts_of(record, "ties") if it.number < n and it.terms["tally"] == counts[-1].number]
    return (lots or counts)[-1]


@claim(33, "agreement", rests_on=[28])
def claim_33_agreement(record):
    """The agreement has exactly what was adopted, as it was worded; no result is a consultation."""
    look_only_if(acts_of(record, "agreement") or acts_of(record, "consultation"), "there is no agreement")
    look_only_if(29 in record.passed, "rests on V29")
    for act in acts_of(record, "agreement"):
        where, results, due, known = f"acts/{act.number}", [], [], {}  # of each option how many are on the roll
        for ballot in counting(record, "ballot", act.number):
            result = result_before(record, ballot, act.number)
            if result is None:
                continue
            results.append(result.number)
            for option, (_, kind, fractions, _) in zip(ballot.tables["options.csv"], rows_of(result)):
                known[option["option"]] = sum(groups_of(ballot).values())
                if kind in ADOPTED:
                    due.append((ballot.terms["rule"]["name"], option["option"], option["text"], kind, fractions))
        require(act.terms["results"] == sorted(results), f"{where} does not rest on the results that count")
        stated = [tuple(row.values()) for row in act.tables["agreement.csv"]]
        require(stated == due, f"{where} is not what was adopted, as it was worded")
        for row in act.tables["minority.csv"]:
            require(row["option"] in known and row["text"], f"a minority of {where} speaks of no option")
            few = row["supporters"] <= known[row["option"]]
            require(few, f"more people support a minority of {where} than had a vote: {row['option']}")
        for row in act.tables["stories.csv"]:
            require(row["option"] in {*known, ""} and row["text"], f"a story of {where} is of no option")
    for act in acts_of(record, "consultation"):
        where, terms = f"acts/{act.number}", act.terms
        ballots = [b for b in counting(record, "ballot", act.number) if b.number == terms["ballot"]]
        days = is_published_date(terms["from"]) and is_published_date(terms["until"])
        require(ballots and days and terms["from"] <= terms["until"], f"{where} is about no ballot, or has no days")
        require(terms["until"] <= act.facts["date"], f"people can say something in {where} until a day that is to come")
        options = [row["option"] for row in ballots[0].tables["options.csv"]]
        asked = [row["option"] for row in act.tables["consultation.csv"]]
        require(set(asked) <= set(options) and len(set(asked)) == len(asked), f"{where} asks of other options")
        for row in act.tables["consultation.csv"]:
            require(row["count"] <= terms["participants"], f"more people answered {where} than took part")
    agreements, told = acts_of(record, "agreement"), told_of_asking(record)
    if not agreements:
        return "; ".join(told)
    after_all, uncounted, open_ones, tied = len(record.acts) + 1, [], [], []
    if is_old(record, agreements[-1], after_all):
        told.append(f"the agreement in acts/{agreements[-1].number} is older than a count or lot that counts now")
    for agreement in agreements:
        old = act_of(record, agreement.facts["replaces"], "agreement")
        lost = [row for row in old.tables["minority.csv"] if row not in agreement.tables["minority.csv"]] if old else []
        if lost:
            told.append(f"{len(lost)} minority statements of act {old.number} are not in act {agreement.number}, which took its place")
    for ballot in counting(record, "ballot", after_all):
        result = result_before(record, ballot, after_all)
        if result is None:
            uncounted.append(ballot.terms["rule"]["name"])
        else:
            open_ones += [option for option, kind, *_ in rows_of(result) if kind == "undecided"]
            tied += [option for option, kind, *_ in rows_of(result) if kind == "tied"]
    if uncounted:
        told.append(f"frozen and not counted, so that nothing in the agreement is of it: {', '.join(uncounted)}")
    if open_ones:
        told.append(f"undecided, and so in no agreement: {', '.join(open_ones)}")
    if tied:
        told.append(f"tied, and so in no agreement, as no lot was drawn: {', '.join(tied)}")
    return "; ".join(told)


def told_of_asking(record):
    """Consultations that were held otherwise than the charter announced."""
    toml = read_toml(record.file("charter.toml")) if record.is_frozen("charter.toml") else {}
    if "consultation" not in toml:
        return []
    asked = toml["consultation"]
    days = [str(day_of_charter(asked[key])) for key in ("from", "until")]
    due, told = [trim(asked["how"]), *days], []
    for act in acts_of(record, "consultation"):
        if [act.terms[key] for key in ("how", "from", "until")] != due:
            told.append(f"the consultation in acts/{act.number} was held otherwise than the charter announced: {', '.join(due)}")
    return told


def is_old(record, agreement, n):
    """Whether an agreement rests on other results than those that counted before act number n."""
    results = [result_before(record, ballot, n) for ballot in counting(record, "ballot", n)]
    return agreement.terms["results"] != sorted(result.number for result in results if result)


@claim(34, "delegates", rests_on=[28])
def claim_34_delegates(record):
    """Delegates follow from the willing and the seed, or from a vote; whoever was called was next."""
    kinds = ("willing", "delegates", "called")
    look_only_if(any(act.kind in kinds for act in record.acts), "there are no delegates")
    groups = {}  # by name: the number of the last act with the group, and its rows
    uncalled = {}  # by name: how many alternates gave up before their turn
    told = []
    for act in record.acts:
        where, terms = f"acts/{act.number}", act.terms
        if act.kind == "willing":
            codes = [row["code"] for row in act.tables["willing.csv"]]
            sound = ascends(codes) and set(codes) <= set(codes_in(record, act)) and is_name(terms["name"])
            source = terms["source"]
            can_decide = source in ("lottery", "call") or is_chance(source) and not known_by(source, act.facts["date"])
            places = can_decide and 1 <= terms["places"] <= len(codes)
            require(sound and places, f"the willing of {where} are not people who are in, each once")
            if source == "call":
                require(terms["places"] == len(codes), f"the group of {where} is not everybody who answered its call")
                told.append(f"{terms['name']} are {len(codes)} people who answered a call, and no lot")
            told += told_of_lots(record, act)
        elif act.kind == "delegates":
            stated = [tuple(row.values()) for row in act.tables["delegates.csv"]]
            require(stated == group_of(record, act, told), f"the group of {where} does not follow")
            groups[terms["name"]] = act.number, stated
        elif act.kind == "called":
            before, group = groups.get(terms["name"], (None, []))
            require(before is not None and before == terms["before"], f"{where} follows another group")
            due, called = group_after(group, terms["withdrew"], codes_in(record, act), where)
            if (terms["withdrew"], "alternate") in [(code, standing) for _, code, standing in group]:
                uncalled[terms["name"]] = uncalled.get(terms["name"], 0) + 1
            stated = [tuple(row.values()) for row in act.tables["delegates.csv"]]
            require(stated == due and called == terms["called"], f"whoever was called in {where} was not next")
            groups[terms["name"]] = act.number, stated
    drawn = {act.terms["willing"] for act in acts_of(record, "delegates")}
    for act in counting(record, "willing", len(record.acts) + 1):
        if act.terms["source"] != "call" and act.number not in drawn:
            told.append(f"for {act.terms['name']} a lot was announced in act {act.number}, and nobody was drawn so far")
    for name, people in sorted(uncalled.items()):
        told.append(f"{people} alternates of {name} gave up before it was their turn")
    on_panel = codes_now(record) if groups else []
    for name, (_, group) in groups.items():
        gone = [code for _, code, standing in group if standing == "delegate" and code not in on_panel]
        if gone:
            told.append(f"{len(gone)} with a place in {name} are not on the panel any more, and nobody was called for it")
    require(record.found_groups == len(record.groups), "a lottery was given that drew no group of this record")
    look_only_if_signed(record, ("delegates",), told)
    return "; ".join(told)


def told_of_lots(record, act):
    """That a group is a lot among people who were willing for an earlier lot too."""
    earlier = counting(record, "willing", act.number + 1)  # what was frozen again was no lot
    earlier = [other for other in earlier if other.number < act.number and other.terms["source"] != "call"]
    if act.terms["source"] == "call":
        return []
    name, places = act.terms["name"], act.terms["places"]
    for other in earlier:
        if other.tables == act.tables and other.terms["places"] == places:
            return [f"{name} is a lot among the same people as {other.terms['name']}, for as many places"]
    own = {row["code"] for row in act.tables["willing.csv"]}
    both = [len(own & {row["code"] for row in other.tables["willing.csv"]}) for other in earlier]
    if not any(both):
        return []
    before = earlier[both.index(max(both))].terms["name"]
    return [f"{name} is another lot among {max(both)} people who were willing for {before} too"]


def group_of(record, act, told):
    """The group that follows from the terms of an act."""
    terms, where = act.terms, f"acts/{act.number}"
    ground = [other for other in record.acts if other.number == (terms["willing"] or terms["result"])]
    same = all(other.facts["record"] == act.facts["record"] for other in ground)
    require(same, f"{where} rests on an act of a draw that was annulled")
    beside = {file for file in ("beacon.json", "mirror.csv") if file in act.tables}
    if terms["willing"] is not None:
        frozen = next((it for it in counting(record, "willing", act.number) if it.number == terms["willing"]), None)
        sound = frozen is not None and frozen.terms["name"] == terms["name"]
        require(sound and terms["result"] is None, f"{where} has no willing")
        if frozen.terms["source"] == "lottery":
            return group_of_lottery(record, act, frozen, told)
        require(frozen.terms["source"] != "call", f"{where} draws from people who are in the group already")
        require(is_text(terms["evidence"]), f"{where} has no evidence")
        require(terms["lottery"] is None and "mirror.csv" not in beside, f"{where} is of a lot and of a lottery")
        seed = seed_of(act, frozen.terms["source"], frozen)
        told += told_of_round(act, frozen.terms["source"])
        label = f"delegates/{terms['name']}"
        require(terms["seed"] == seed.hex() and terms["label"] == label, f"the seed or the label of {where} is another")
        codes = sorted(row["code"] for row in frozen.tables["willing.csv"])
        Stream(seed, label).shuffle(codes)
        places = frozen.terms["places"]
        return [(i, code, "delegate" if i <= places else "alternate") for i, code in enumerate(codes, 1)]
    result = act_of(record, terms["result"], "tally") or act_of(record, terms["result"], "ties")
    nothing = all(terms[field] is None for field in ("evidence", "label", "lottery", "seed")) and not beside
    require(result and result.number < act.number and nothing and is_name(terms["name"]), f"{where} rests on no vote")
    ballot = ballot_of_result(record, result)
    counts = result_before(record, ballot, act.number) if ballot else None
    require(counts is result, f"{where} rests on a count that was replaced before, or that a lot came after")
    frozen = [it for it in counting(record, "willing", act.number) if it.terms["name"] == terms["name"]]
    announced = any(it.facts["record"] == act.facts["record"] for it in frozen)
    require(not announced, f"{where} takes from a vote a group for which a lot was announced")
    now = result_before(record, ballot, len(record.acts) + 1)
    if now is not result:
        told.append(f"{terms['name']} follow from act {result.number}, and act {now.number} has the result that counts now")
    rows = rows_of(result)
    codes = codes_in(record, act)
    sound = all(row[0] in codes and row[1] not in ("undecided", "tied") for row in rows)
    require(sound, f"the vote under {where} is open, or not about people who are in")
    chosen = sorted((row for row in rows if row[1] in ADOPTED), key=lambda row: row[3] or TWO_TO_64)
    return [(i, row[0], "delegate") for i, row in enumerate(chosen, 1)]


def ballot_of_result(record, result):
    """The ballot of a count, or of the lot after one."""
    tally = act_of(record, result.terms["tally"], "tally") if result.kind == "ties" else result
    return tally and act_of(record, tally.terms["ballot"], "ballot")


def group_of_lottery(record, act, frozen, told):
    """The group that another lottery drew from the willing, as far as this record can show it."""
    terms, where = act.terms, f"acts/{act.number}"
    nothing = all(terms[field] is None for field in ("evidence", "label", "seed")) and "beacon.json" not in act.tables
    lottery = terms["lottery"]
    require(nothing and lottery and "mirror.csv" in act.tables, f"{where} names no lottery")
    require(all(map(is_hex_digest, lottery.values())), f"{where} names no lottery")
    codes = [row["code"] for row in act.tables["mirror.csv"]]
    others = [row["other"] for row in act.tables["mirror.csv"]]
    require(len(set(others)) == len(others) and all(map(is_code, others)), f"{where} has no code of its own for each")
    group = [row["code"] for row in act.tables["delegates.csv"]]
    places = frozen.terms["places"]
    willing = {row["code"] for row in frozen.tables["willing.csv"]}
    require(codes == sorted(group), f"{where} joins the codes of others than its group")
    sound = len(set(group)) == len(group) >= places and set(group) <= willing and ascends(group[:places])
    require(sound, f"the group of {where} is not one of its willing")
    given = [files for files in record.groups if commitment_in(files) == lottery["commitment"]]
    if given:
        require(is_whole_record(given[0]), "the record of the lottery that was given does not hold by itself: V1, V3 or V11 there")
        require(is_panel_of(act, given[0]), f"the group of {where} is not the panel of the lottery that was given")
        is_same = is_said_alike(record, act, willing, given[0])
        require(is_same, f"the lottery that was given has other people than the willing, or says otherwise of the group of {where}")
        record.found_groups += 1
        told.append(f"{terms['name']} is the panel of the lottery {lottery['commitment']} that was given: check that record too")
        if source_of_draw(act, given[0]) == "undeclared":
            told.append("nobody had said where the seed of that lottery would come from")
    else:
        told.append(f"{terms['name']} was drawn by the lottery {lottery['commitment']}: check that record, and give it with --group")
    told.append("its quotas were chosen after the willing were frozen, and who is who in it is the organiser's word")
    return [(i, code, "delegate" if i <= places else "alternate") for i, code in enumerate(group, 1)]


def commitment_in(files):
    """What the line of a record stands for, 64 digits."""
    return tagged_sha256("geloot/1/commitment", files.get("manifest.txt", b"")).hex()


def is_whole_record(files):
    """Whether what was frozen in a record is there as it was frozen, and its draws are recorded whole."""
    record = Record(files)
    for ground in CLAIMS:
        if ground.number in (1, 3, 5, 6, 7, 11) and check_claim(record, ground)[0] == "PASS":
            record.passed.add(ground.number)
    return {1, 3, 11} <= record.passed


def is_panel_of(act, files):
    """Whether the delegates of an act are the panel of another lottery, and the alternates its reserves in their order."""
    draw = last_draw(files)
    if draw is None or plain_sha256(files[f"{draw}/manifest.txt"]) != act.terms["lottery"]["record"]:
        return False  # a draw that was annulled there, or of another record
    listed = read_manifest(files[f"{draw}/manifest.txt"])

    def codes(name):
        data = files.get(f"{draw}/{name}", b"")
        if name not in listed or listed[name].digest != plain_sha256(data):
            return []
        rows = list(csv.reader(io.StringIO(data.decode())))
        return [row[rows[0].index("code")] for row in rows[1:]] if "code" in rows[0] else []

    other = {row["code"]: row["other"] for row in act.tables["mirror.csv"]}
    group = {"delegate": [], "alternate": []}
    for row in act.tables["delegates.csv"]:
        group[row["standing"]].append(other[row["code"]])
    return sorted(group["delegate"]) == sorted(codes("panel.csv")) != [] and group["alternate"] == codes("reserves.csv")


def last_draw(files):
    """The folder of the draw that counts."""
    numbers = [int(match[1]) for name in files if (match := re.fullmatch("draws/([1-9][0-9]{0,8})/manifest.txt", name))]
    return f"draws/{max(numbers)}" if numbers else None


def source_of_draw(act, files):
    """Whether the source of the draw that counts was declared before."""
    return json.loads(files[f"{last_draw(files)}/draw.json"])["source"]


def is_said_alike(record, act, willing, files):
    """Whether the other lottery has as many people as were willing, and says the same of each of the group as this record, as
    far as both know these values of a feature."""

    def told(files):
        """The values of each feature, and of each code what it has of each."""
        values = {}
        for feature, value, *_ in csv.reader(io.StringIO(files["quotas.csv"].decode())):
            values.setdefault(feature, set()).add(value)
        return values, {row.pop("code"): row for row in csv.DictReader(io.StringIO(files["pool.csv"].decode()))}

    (values, people), (other_values, others) = told(record.files), told(files)
    if len(others) != len(willing):
        return False
    for row in act.tables["mirror.csv"]:
        here, there = people.get(row["code"]), others.get(row["other"])
        if here is None or there is None:
            return False
        for feature in set(here) & set(there) & set(values) & set(other_values):
            one, two = here[feature], there[feature]
            if one != two and one in other_values[feature] and two in values[feature]:
                return False
    return True


def group_after(group, gone, on_panel, where):
    """A group after somebody gave up, and who is called: the first alternate who is still on the panel."""
    stands = {code: standing for _, code, standing in group}
    require(stands.get(gone) in ("delegate", "alternate"), f"whoever withdrew in {where} is not in the group")
    had_place = stands[gone] == "delegate"
    stands[gone] = "withdrew"
    called = next((code for _, code, _ in group if had_place and stands[code] == "alternate" and code in on_panel), None)
    if called is not None:
        stands[called] = "delegate"
    return [(place, code, stands[code]) for place, code, _ in group], called


@claim(35, "replies", rests_on=[28])
def claim_35_follow(record):
    """Replies are due when it was said, and nothing that was published is taken off the lists."""
    follows = acts_of(record, "follow")
    look_only_if(follows, "there are no replies")
    before, promise, published, put_off, moved = None, promised_reply(record), {}, {}, {}
    day_of, changes = {}, []  # of each reply the day of the act that published it
    promised = promise and read_term(promise["term"])
    first = next((date_cell(act.facts["date"]) for act in acts_of(record, "agreement")), None)
    for act in follows:
        where, terms = f"acts/{act.number}", act.terms
        replies, log = act.tables["replies.csv"], act.tables["log.csv"]
        agreements = counting(record, "agreement", act.number)
        agreement = agreements[-1] if agreements else None
        require(terms["agreement"] == (agreement and agreement.number), f"{where} rests on another agreement")
        options = [row["option"] for row in agreement.tables["agreement.csv"]] if agreement else []
        given = [terms[field] is not None for field in ("handed", "term", "by")]
        require(all(given) or not any(given), f"{where} does not say when replies are due")
        if all(given):
            many, unit = read_term(terms["term"])
            require(f"{many} {unit}" == terms["term"], f"the term of {where} is not in its one form")
            due = end_of_term(date_cell(terms["handed"]), many, unit)
            right = [row["option"] for row in replies] == options and all(row["due"] == due for row in replies)
            is_longer = promised and due > end_of_term(date_cell(terms["handed"]), *promised)
            require(not is_longer, f"replies are due later in {where} than the charter promises")
        else:
            right = not replies
        require(right, f"the replies of {where} are not to what was agreed, or due on another day")
        days = [date_cell(terms["handed"])] if all(given) else []
        days += [row["date"] for row in replies if row["date"]]
        is_past = all(day <= date_cell(act.facts["date"]) for day in days)
        require(is_past, f"something in {where} is of a day after that of the act")
        require(first is None or all(day >= first for day in days), f"something in {where} is of a day before the agreement")
        for row in replies:
            check_reply(row, where)
        require(all(row["about"] for row in log), f"the log of {where} is about nothing")
        for row in log:
            last = row["decided"] or row["date"]
            in_order = row["date"] <= last <= date_cell(act.facts["date"])
            require(in_order, f"the log of {where} has a day that is to come, or a decision from before what it is about")
            is_known = row["outcome"] in (None, "withdrawn") or (row["decided"] and row["by"])
            require(is_known, f"the log of {where} has an outcome, and not who decided that or on what day")
        if before is not None:
            check_kept(before, act, options, where, published)
        changes += told_of_terms(before, act)
        before = act
        for row in replies:
            old, day = published.get(row["option"]), day_of.get(row["option"])
            if old and old != row and old["answer"] in (None, "later") and row["date"] and row["date"] <= day:
                changes.append(f"the reply to {row['option']} is of {row['date']}, and the act of {day} had none")
            published[row["option"]], day_of[row["option"]] = row, date_cell(act.facts["date"])
            until = put_off_until(row) if row["answer"] == "later" else None
            days = put_off.setdefault(row["option"], [])
            if until and row["date"] <= moved.get(row["option"], row["due"]):
                moved[row["option"]] = until  # put off before its day had gone by
            if until and (not days or days[-1] < until):
                days.append(until)
    agreements = counting(record, "agreement", before.number)
    told = told_of_replies(before, moved) + changes
    by = before.terms["by"]
    if promise and by is not None and by != trim(promise["by"]):
        told.append(f"replies come from {by}, and the charter promises them of {trim(promise['by'])}")
    for row in before.tables["replies.csv"]:
        days = put_off[row["option"]]
        if row["answer"] == "later" and len(days) > 1:
            told.append(f"the reply to {row['option']} was put off {len(days)} times, until {', '.join(map(str, days))}")
    if before.terms["handed"] is not None:
        handed = date_cell(before.terms["handed"])
        days = [date_cell(act.facts["date"]) for act in acts_of(record, "agreement")]
        days = [day for day in days if day <= handed]
        if days and (handed - days[-1]).days > 42:
            told.append(f"the agreement of {days[-1]} was handed over {(handed - days[-1]).days} days later")
    told += told_of_recounts(record, before.tables["log.csv"])
    if agreements and is_old(record, agreements[-1], before.number):
        told.insert(0, f"the replies in acts/{before.number} are to an agreement that is older than a count or lot that counted")
    return "; ".join(told)


def told_of_recounts(record, log):
    """Recounts that the log grants, where no count of that day or later takes the place of one of the ballots that they name."""

    def words(text):
        return " " + " ".join(filter(None, re.split("[ ,;:.()\"']", text))).lower() + " "

    told = []
    for row in log:
        if row["kind"] != "recount" or row["outcome"] != "upheld":
            continue
        of = []
        for ballot in acts_of(record, "ballot"):
            names = [ballot.terms["rule"]["name"], *(option["option"] for option in ballot.tables["options.csv"])]
            if any(words(name) in words(row["about"]) for name in names):
                of.append(ballot.number)
        again = [act for act in acts_of(record, "tally") if act.facts["replaces"] is not None]
        since = [act for act in again if row["date"] <= date_cell(act.facts["date"])]
        if not any(not of or act.terms["ballot"] in of for act in since):
            told.append(f"the log grants a recount of {row['about']}, and no count since then took the place of one of it")
    return told


def told_of_terms(before, act):
    """That an act says otherwise than the one before when replies are due, or who gives them."""
    fields = ("handed", "term", "by")
    said = before and [before.terms[field] for field in fields]
    now = [act.terms[field] for field in fields]
    if not said or None in said or said == now:
        return []
    return [f"acts/{act.number} says otherwise of the replies than the act before, which said: {', '.join(said)}"]


def told_of_replies(act, moved):
    """Which replies came late, are late on the day of the act, or are put off too late or by more than ten years. `moved` has the days
    until which replies were put off in time."""
    told, today = [], date_cell(act.facts["date"])
    for row in act.tables["replies.csv"]:
        is_put_off = row["answer"] == "later"
        until = put_off_until(row) if is_put_off else row["due"]
        due = moved.get(row["option"], row["due"])
        days = (row["date"] - row["due"] if row["answer"] and not is_put_off else today - due).days
        if is_put_off and row["date"] > due and until >= today:
            days = (row["date"] - due).days
        if days > 0:
            told.append(f"the reply to {row['option']} is late by {days} days")
        if is_put_off and today.year < 2990 and until > end_of_term(today, 120, "months"):
            told.append(f"the reply to {row['option']} is put off until {until}")
    return told


def put_off_until(row):
    """Until when a reply is put off: the last day in its reason; None if there is none."""
    words = [word.rstrip(".") for word in re.split("[ ,;()]", row["reason"])]
    return max(filter(None, map(read_day, words)), default=None)


def promised_reply(record):
    """The reply that the charter promises, in the last of its phases that says so; None if it does not."""
    if not record.is_frozen("charter.toml") or 29 not in record.passed:
        return None
    promises = [phase["reply"] for phase in read_toml(record.file("charter.toml")).get("phase", []) if "reply" in phase]
    return promises[-1] if promises else None


# Words that stand where a reason should, by their letters alone.
NO_GROUND = ("nvt", "na", "geen", "nihil", "niets", "none", "nothing", "nil")


def check_reply(row, where):
    """A reply has a day and an answer or neither, and a reason where it needs one."""
    require((row["date"] is None) == (row["answer"] is None), f"a reply of {where} has no day, or no answer")
    require(not row["document"] or is_hex_digest(row["document"]), f"a document of {where} has no digest")
    needs_ground = row["answer"] in ("adopts in part", "deviates")
    letters = "".join(sign for sign in row["reason"].lower() if sign in LETTERS_OF_LINES)
    has_ground = letters and letters not in NO_GROUND or row["document"]
    require(not needs_ground or has_ground, f"a reply of {where} deviates without a reason")
    if row["answer"] == "later":
        until = put_off_until(row)
        require(until, f"a reply of {where} comes later, and does not say when")
        require(until >= row["date"], f"a reply of {where} is put off to a day that had gone by")


def check_kept(before, act, options, where, published):
    """Nothing of an earlier act is missing or another: only what was blank may be filled. `published` are the last replies to each
    option, also of those that an agreement in between did not have."""
    replies, log = act.tables["replies.csv"], act.tables["log.csv"]
    now = {row["option"]: row for row in replies}
    is_there = all(old["option"] in now for old in before.tables["replies.csv"])
    require(is_there or len(options) == len(replies), f"a reply is missing in {where}")
    for option, old in published.items():
        new = now.get(option)
        if new is None:
            continue
        is_settled = old["answer"] not in (None, "later")
        kept = new == old if is_settled else new["due"] == old["due"] and (not old["answer"] or new["answer"])
        require(kept, f"a reply is another in {where}")
    for i, old in enumerate(before.tables["log.csv"]):
        require(i < len(log), f"a row of the log is missing in {where}")
        for column, value in old.items():
            may_be_filled = column in ("until", "outcome", "decided", "by") and value in (None, "")
            require(may_be_filled or log[i][column] == value, f"a row of the log is another in {where}")


# ==== Checking a record ==============================================================================


class Outcome(NamedTuple):
    """What a claim came to."""

    number: int
    title: str
    outcome: str  # PASS, FAIL or NOT CHECKED
    words: str  # what there is to say of it, perhaps nothing


def check_record(record):
    """The outcomes of all claims."""
    outcomes = []
    for claim in LETTERS_CLAIMS if isinstance(record, LettersRecord) else CLAIMS:
        if claim.number == 25 and not may_be_supplement(record):
            continue
        if claim.number in range(28, 36) and not has_acts(record):
            continue
        if claim.number == 27 and "prepared.json" not in (record.listed or {}):
            continue
        outcome, words = check_claim(record, claim)
        if outcome == "PASS":
            record.passed.add(claim.number)
        outcomes.append(Outcome(claim.number, claim.title, outcome, words))
    return outcomes


def may_be_supplement(record):
    """Whether the record goes on from another; where its facts cannot be read, whether somebody says so."""
    return record.before is not None if record.about is None else "continues" in record.about


def has_acts(record):
    """Whether there are acts of a deliberation, or somebody knows of a ballot."""
    return any(name.startswith("acts/") and name != "acts/" for name in record.files) or bool(record.ballot_lines)


def check_claim(record, claim):
    """The outcome of a claim, and words on it."""
    missing = [number for number in claim.rests_on if number not in record.passed]
    if missing:
        return "NOT CHECKED", f"rests on {record.sign}{missing[0]}"
    try:
        return "PASS", claim.check(record) or ""
    except NotChecked as why:
        return "NOT CHECKED", str(why)
    except Fails as why:
        return "FAIL", str(why)
    except Exception as why:
        # A file has another form than the claim can read: a missing name, no UTF-8, no JSON, a list where a
        # number should be. Such a file is not what the record claims to hold, whatever is wrong with it.
        return "FAIL", f"a file is not what it should be ({type(why).__name__})"


def read_files(folder):
    """The contents of every file below a folder, by its path there with `/` between names.

    An empty folder counts as a file whose name ends in `/`; and what is no plain file (a link, a device) or
    cannot be read counts as an empty file, so that the claim that needs it fails. So does a large file of another size
    than the list beside it says: it was changed, and need not be read for that; and a charter that is larger than one may be.
    A folder far below, which does not belong there whatever it holds, counts as empty."""
    files, waiting, left = {}, [(pathlib.Path(folder), "")], MOST_UNLISTED
    while waiting:
        place, name = waiting.pop()
        try:
            entries = sorted(os.listdir(place))
        except OSError:
            entries = []
        if not entries and name:
            files[name] = b""
        listed = sizes_in(place / "manifest.txt")
        for entry in entries:
            path = place / entry
            if os.path.isdir(path) and not os.path.islink(path):
                inside = f"{name}{entry}/"
                if inside.count("/") <= MOST_DEEP:
                    waiting.append((path, inside))
                else:
                    files[inside] = b""
            else:
                size, is_listed = size_of(path), entry in listed and listed[entry] == size_of(path)
                is_read = is_listed or size <= (MOST_OTHER if entry in listed else left)
                is_read = is_read and (entry not in CHARTERS or size <= MOST_OF_CHARTER)
                left -= size if is_read and not is_listed else 0
                files[name + entry] = read_file(path) if is_read else b""
    return files


MOST_DEEP = 32  # how deep a folder is looked into: none of a record is half as deep
LARGEST_FILE = 2**32  # bytes; no file of a record comes near it
MOST_UNLISTED = 2**31  # bytes of files that no list beside them names, together
MOST_OTHER = 2**26  # bytes of a file that is read though the list beside it says another size


def size_of(path):
    """How many bytes a file says that it has."""
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


def sizes_in(path):
    """The sizes that the list in a folder says, if there is one."""
    text = read_file(path).decode(errors="replace") if size_of(path) <= MOST_OTHER else ""
    return {match[2]: int(match[1]) for match in re.finditer("^# size ([0-9]{1,15})\n[0-9a-f]{64}  (.+)$", text, re.M)}


def read_file(path):
    """The contents of a plain file of sensible size; of anything else, nothing."""
    try:
        is_plain_file = os.path.isfile(path) and not os.path.islink(path)
        return path.read_bytes() if is_plain_file and os.path.getsize(path) <= LARGEST_FILE else b""
    except OSError:
        return b""


ONLY_IN_PUBLIC = "about.json certificate.json commitment.txt frame.csv lottery.csv profiles.csv".split()


def public_folder(folder):
    """The public part of a record: the folder itself, or `public` in it; None if there is neither."""
    is_public = any(os.path.lexists(folder / name) for name in ONLY_IN_PUBLIC)
    folder = folder if is_public else folder / "public"
    return folder if folder.is_dir() and (is_public or not folder.is_symlink()) else None


def printable(text):
    """A text without anything that could move the cursor, start a line, or turn the direction of writing."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def show(outcome, sign="V"):
    """One line on a claim."""
    words = printable(f"{outcome.title}: {outcome.words}" if outcome.words else outcome.title)
    return f"{sign}{outcome.number:<3}{outcome.outcome:<12}{words}"


def main(arguments):
    """Runs the command; returns the code that it ends with."""
    as_written = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=as_written)
    parser.add_argument("folder", type=pathlib.Path, help="the folder of the lottery, or its folder public")
    parser.add_argument("--commitment", metavar="LINE", help="the line as it was published before the draw")
    before = "the folder of the lottery that this one supplements, to check that it goes on where that one ended"
    parser.add_argument("--continues", metavar="FOLDER", type=pathlib.Path, help=before)
    parser.add_argument("--ballot", metavar="LINE", action="append", default=[], help="the line of a ballot, from before the vote")
    group = "the folder of a lottery that drew a group of this record, such as a sounding board"
    parser.add_argument("--group", metavar="FOLDER", type=pathlib.Path, action="append", default=[], help=group)
    parser.add_argument("--json", action="store_true", help="the outcomes as one JSON object")
    parser.add_argument("--whole", action="store_true", help="end with 3 if no claim failed, but not all could be checked")
    given = parser.parse_args(arguments)
    given_lines = given.ballot if given.commitment is None else [given.commitment, *given.ballot]
    if not all(PUBLISHED_LINE.fullmatch(line) for line in given_lines):
        parser.error("the line is not geloot-commitment-1: and 64 digits 0 to 9 and a to f")
    folder, before = public_folder(given.folder), given.continues and public_folder(given.continues)
    groups = [public_folder(group) for group in given.group]
    if folder is None or given.continues and before is None or None in groups:
        parser.error("there is no record in this folder, or its folder public is a symbolic link")
    files_before = None if before is None else read_files(before)
    files = read_files(folder)
    outside = folder.parent if folder.absolute().name == "public" else None
    if is_letters(files):
        record = LettersRecord(files, given.commitment, outside)
    else:
        outside = None if folder == given.folder else outside  # whoever gives the public part alone wants that looked at
        record = Record(files, given.commitment, files_before, given.ballot, outside, [read_files(group) for group in groups])
    outcomes = check_record(record)
    has_failed = any(outcome.outcome == "FAIL" for outcome in outcomes)  # which is said before anything that was given for nothing
    if before is not None and all(outcome.number != 25 for outcome in outcomes) and not has_failed:
        parser.error("this lottery goes on from no other, so there is nothing to check with --continues")
    is_compared = any(outcome.number == 34 and outcome.outcome != "NOT CHECKED" for outcome in outcomes)
    if groups and not is_compared and not has_failed:
        parser.error("no group of this record was drawn by another lottery, so there is nothing to check with --group")
    sys.stdout.reconfigure(errors="backslashreplace")
    if given.json:
        print(json.dumps({str(outcome.number): outcome.outcome for outcome in outcomes}))
    else:
        print("\n".join(show(outcome, record.sign) for outcome in outcomes))
        print("No record can show:")
        print("\n".join(f"  - {words}" for words in never_shown(record)))
        print(in_all(outcomes, record.sign))
    is_whole_record = all(outcome.outcome == "PASS" for outcome in outcomes)
    return 1 if has_failed else 3 if given.whole and not is_whole_record else 0


NO_RECORD_SHOWS = [
    "that its line was published before anybody could know the seed (whoever saw it then knows)",
    "that words or numbers of a seed are those that people saw or heard, unless a beacon signed them",
]
NO_PANEL_SHOWS = [
    "that everybody who could be invited was on the list",
    "that people told the truth about themselves",
    "that whoever was left out, or had a seat from before, was so for the reason that is given",
    "that nobody was pressed to take part, to stay away or to give up",
    "that the same people were not drawn from in another lottery, or again, without a record",
]
NO_ACT_SHOWS = [
    "that hands and papers were counted right",
    "that those who were present were those on the roll",
    "that people understood the wording of what they voted on",
    "that nobody was pressed in how they voted",
]
NO_LETTER_SHOWS = [
    "that the register is complete, and that everybody in it exists",
    "that home, weight and stratum of each person are those of the register: they are the organiser's word",
    "that the secret of the register was kept",
    "that each letter was posted, and arrived",
    "that letters to the same people were not drawn in another lottery, or again, without a record",
]


def never_shown(record):
    """What no record can show, however many of its claims pass."""
    if isinstance(record, LettersRecord):
        return NO_RECORD_SHOWS + NO_LETTER_SHOWS
    return NO_RECORD_SHOWS + NO_PANEL_SHOWS + (NO_ACT_SHOWS if has_acts(record) else [])


def in_all(outcomes, sign):
    """What all outcomes come to, in one line. Where something was not checked this is no PASS."""
    named = {outcome: [f"{sign}{it.number}" for it in outcomes if it.outcome == outcome] for outcome in ("FAIL", "NOT CHECKED")}
    failed, unchecked = named["FAIL"], named["NOT CHECKED"]
    words = f"In all: FAIL: {' '.join(failed)}" if failed else "In all: no claim that was checked failed"
    if unchecked:
        words += f"; NOT CHECKED: {' '.join(unchecked)}"
    if not failed and not unchecked:
        words = "In all: PASS"
    if f"{sign}26" in unchecked and sign == "V":
        words += ". Whether somebody chose among equally fair lotteries only `geloot verify` can tell (V26)"
    return words


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

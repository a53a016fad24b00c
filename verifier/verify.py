#!/usr/bin/env python3
"""Check the public record of a geloot lottery: a second opinion, written from src/draw/SPEC.md and src/bundle/FILES.md
alone, with only the standard library of Python 3.11. Ends with 1 if a claim failed, 2 if the command is wrong. Left to
geloot verify: sessions/ (V4), a search (V10), a beacon's signature (V13), the sealed part (V17), V18, V20 to V25."""
import argparse, csv, datetime as dt, hashlib, io, json, math, os, pathlib, re, struct, sys, tomllib
from fractions import Fraction
NAMES = dict(zip([*range(1, 20), 23, 24], """manifest and commitment agree/the line is the published one/files unchanged
nothing extra/facts complete/quotas, profiles, pool agree/tickets without gaps/tickets meet the quotas
chances are the tickets'/no lottery is fairer/records whole/seed of the declared source/evidence genuine/seed follows
ticket follows/panel follows/sealed part/clerk's lists/out or in stays/reserves/calls""".replace("\n", "/").split("/")))
ALPHABET, GOES = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", dict.fromkeys("commitment passed_over record roster".split(), "-")
CHAINS = {"default": ("8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce", 1595431050, 30),
          "quicknet": ("52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971", 1692803367, 3)}
KEPT = {"certificate.json", "lottery.csv", "profiles.csv", "quotas.csv", "../sealed/manifest.txt"}
BEFORE = {"asked.csv": "confirmed", "confirmed.csv": "confirmed", "excluded.csv": "excluded"}
FROZEN = KEPT | {"about.json", "charter.txt", "charter.toml", "pool.csv"} | set(BEFORE)
RECORD, RESERVES = {"draw.json", "panel.csv", "beacon.json", "manifest.txt"}, {"reserves.csv", "reserves.json"}
AFTER = {"rosters/": {"events.csv", "roster.json", "manifest.txt"}, "continued/": {"continued.json", "manifest.txt"}}
ABOUT = "bound detail gap key least objective people profiles program root rules seats status tickets unique"
DRAW = "because commitment draw evidence label override previous program rules seed source ticket tickets void"
HASHES, HEX, BEACON = {c[0]: n for n, c in CHAINS.items()}, re.compile("[0-9a-f]{64}"), "randomness round signature"
LINE, P, U32, U64 = re.compile(r"\s*(?:geloot-commitment-1:)?\s*([0-9a-fA-F]{64})\s*"), 10**12, 2**32, 2**64
RESTS = dict(zip([*range(2, 17), 19], "1/1/1/1/5/6/7/7/7 8/7/7/11/11/11/11/6".split("/")))
Fail, NotChecked = type("Fail", (Exception,), {}), type("NotChecked", (Exception,), {})  # of claims
def must(right, words, stop=Fail):
    if not right: raise stop("".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in words))
# ---- SPEC.md: digests, chance, evidence -----------------------------------------------------------------------
def sha(tag, *parts):
    return hashlib.sha256(tag.encode() + b"\0" + b"".join(struct.pack("<Q", len(p)) + p for p in parts)).digest()
def chacha20(key, block):
    s = (start := [*struct.unpack("<4I8I", b"expand 32-byte k" + key), block % U32, block >> 32, 0, 0])[:]
    for a, b, c, d in [(0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                       (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)] * 10:
        for x, y, z, n in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            s[x] = (s[x] + s[y]) % U32
            s[z] = ((s[z] ^ s[x]) << n | (s[z] ^ s[x]) >> 32 - n) % U32
    return struct.pack("<16I", *((x + y) % U32 for x, y in zip(s, start)))
def below(seed, label, m):
    key = sha("geloot/1/stream", seed, label.encode())
    words = (word for block in range(U64) for word in struct.unpack("<8Q", chacha20(key, block)))
    return next(word for word in words if word < U64 // m * m) % m
def by_hand(word, what, m):  # the ticket that hand-drawn evidence decides, or None
    must(word != "ticket" or what < m, "no such ticket")
    if word != "dice": return what if word == "ticket" else None
    (sides, throws), count = what, len(what[1][0])
    must(sides**count >= m, "the dice have too few outcomes")
    used = next((n for n in range(1, count + 1) if sides**n >= 2**100), count)
    values = [sum((f - (sides != 10)) * sides**i for i, f in enumerate(t[:-used - 1:-1])) for t in throws]
    limit = sides**used // m * m
    must(values[-1] < limit and all(v >= limit for v in values[:-1]), "not the throw that decides")
    return values[-1] % m
def number(text, most=U64):
    return int(text) if re.fullmatch("0|[1-9][0-9]{0,20}", text) and int(text) < most else must(0, "no number")
plain = lambda text: text == text.strip() and not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in text)
oneline = lambda text: text is None or text and plain(text) and len(text.encode()) <= 2000
def evidence(text):  # (word, content)
    if text is None: return None, None
    word, _, rest = text.partition("\n")
    if word in ("text", "lotto"):
        must(oneline(rest), "evidence is not one line of words")
        return word, rest
    if word == "ticket": return word, number(rest)
    if word == "dice":
        sides, *throws = rest.split("\n")
        sides, throws = number(sides), [[number(d) for d in t.split(" ")] for t in throws]
        must(2 <= sides <= 1000 and throws and len(throws[0]) <= 64, "impossible dice")
        faces = set(range(10) if sides == 10 else range(1, sides + 1))
        must(all(len(t) == len(throws[0]) and set(t) <= faces for t in throws), "impossible dice")
        return word, (sides, throws)
    must(word == "drand" and re.fullmatch("[^\n]*\n[^\n]*\n([0-9a-f]{2})*", rest), "unknown evidence")
    chain, round_, signature = rest.split("\n")
    return word, (HASHES[chain], number(round_), signature)
# ---- FILES.md: forms ------------------------------------------------------------------------------------------
def table(rows):
    quote = lambda c, r: '"' + c.replace('"', '""') + '"' if set(c) & set(',"\r\n') or r == [""] else c
    return "".join(",".join(quote(c, r) for c in r) + "\n" for r in rows).encode()
def rows_of(data, header):
    rows = csv.field_size_limit(len(data) + 1) and list(csv.reader(io.StringIO(data.decode(), newline="")))
    must(rows and rows[0] == header and all(len(r) == len(header) for r in rows) and table(rows) == data, "a table")
    return rows[1:]
def facts(data, fields, maybe=()):
    value = json.loads(data.decode())
    must(isinstance(value, dict) and sorted(set(value) - set(maybe)) == fields.split(), "wrong fields")
    must((json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode() == data, "not in its form")
    return value
whole = lambda value, most, least=0: type(value) is int and least <= value < most
def manifest(data):
    lines, entries, last = data.decode().split("\n"), {}, b""
    must(lines[0] == "# geloot manifest, rules 1" and lines[-1] == "" and len(lines) % 2 == 0, "no manifest")
    for size, line in zip(lines[1:-1:2], lines[2:-1:2]):
        digest, name = line[:64], line[66:]
        must(size.startswith("# size ") and HEX.fullmatch(digest) and line[64:66] == "  ", "no manifest line")
        must(last < name.encode() and plain(name) and name[0] not in "#*" and "\\" not in name, "bad name or order")
        entries[name], last = (number(size[7:]), digest), name.encode()
    return entries
same = lambda data, entry: data is not None and (len(data), hashlib.sha256(data).hexdigest()) == entry
due = lambda c, r: m if r > 0 and (m := CHAINS[c][1] + (r - 1) * CHAINS[c][2]) < 253402300800 else None
def moment_of(value):
    value = dt.datetime.combine(value, dt.time(23, 59, 59, tzinfo=dt.timezone.utc)) if type(value) is dt.date else value
    must(isinstance(value, dt.datetime) and value.tzinfo, "no date, or a time without an offset")
    return int(value.replace(microsecond=0).timestamp())
def charter(data, m):  # (date, None or (word, what the evidence must be))
    toml = tomllib.loads(data.decode("utf-8-sig"))
    date, seed = moment_of(toml["date"]) if "date" in toml else None, toml.get("seed")
    if seed is None: return date, None
    own = {"text": [], "lotto": [], "ticket": [], "dice": ["sides", "count"], "drand": ["chain", "round", "time"]}
    must(isinstance(seed, dict) and isinstance(seed.get("source"), str) and seed["source"] in own, "no such source")
    word, what = seed["source"], None
    must(set(seed) <= {"source", "description", *own[word]} and (word != "ticket" or re.fullmatch("10+", str(m))), "M")
    if word == "dice":
        what = sides, count = seed.get("sides"), seed.get("count")
        must(whole(sides, 1001, 2) and whole(count, 65, 1) and sides**count >= m, "bad dice")
    if word == "drand":
        chain = HASHES.get(seed.get("chain"), seed.get("chain"))
        must(chain in CHAINS and ("round" in seed) != ("time" in seed), "bad chain or round")
        what = chain, (seed["round"] if "round" in seed else
                       max(0, -((CHAINS[chain][1] - moment_of(seed["time"])) // CHAINS[chain][2])) + 1)
        must(whole(what[1], 2**63) and date is not None and (due(*what) or 0) > date, "bad round")
    return date, (word, what)
# ---- FILES.md: claims -----------------------------------------------------------------------------------------
class Record:
    def __init__(self, files, published):
        self.files, self.published, self.got, self.out, self.about, self.draws = files, published, {}, [], None, []
        for n in NAMES:
            try:
                self.need(*map(int, RESTS.get(n, "").split()))
                must(n not in (17, 18, 23, 24), "not looked at here; geloot verify does", NotChecked)
                self.got[n] = getattr(self, f"v{n}")(self.about)
                self.out.append((n, "PASS", self.got[n] if n == 10 else ""))
            except (NotChecked, tomllib.TOMLDecodeError) as why:
                self.out.append((n, "NOT CHECKED", str(why)))
            except (Fail, ValueError, TypeError, ArithmeticError, LookupError, csv.Error, RecursionError) as why:
                self.out.append((n, "FAIL", str(why) if isinstance(why, Fail) else "not what it should be"))
    def need(self, *claims):
        must(set(claims) <= set(self.got), f"rests on V{min(set(claims) - set(self.got), default=0)}", NotChecked)
    def file(self, name):
        must(name in self.got.get(3, ()), "rests on V3", NotChecked)
        return self.files[name]
    def v1(self, a):
        self.listed = manifest(self.files["manifest.txt"])
        self.commitment = sha("geloot/1/commitment", self.files["manifest.txt"])
        must(self.files["commitment.txt"] == f"geloot-commitment-1:{self.commitment.hex()}\n".encode(), "another line")
    def v2(self, a):
        must(self.published is not None, "no published line given", NotChecked)
        must(LINE.fullmatch(self.published)[1].lower() == self.commitment.hex(), "another line was published")
    def v3(self, a):
        names = set(self.listed) - {"../sealed/manifest.txt"}
        self.got[3] = {n for n in names if same(self.files.get(n), self.listed[n])}
        must(self.got[3] == names, f"{sorted(names - self.got[3])} missing or changed")
        return self.got[3]
    def v4(self, a):
        must(set(self.listed) <= FROZEN, f"{sorted(set(self.listed) - FROZEN)} frozen")
        for n in {*self.files} - {*self.listed, "manifest.txt", "commitment.txt", "draws/", "trials/", *AFTER}:
            at = re.fullmatch("(draws/|trials/|rosters/|continued/)([1-9][0-9]*)/([^/]+)", n)
            must(at and int(at[2]) < U32 and at[3] in AFTER.get(at[1], RECORD | RESERVES), f"{n} is extra")
    def v5(self, a):
        must("about.json" in (listed := set(self.listed)), "no about.json")
        must(whole(json.loads(self.file("about.json").decode())["rules"], 2, 1), "unknown rules")
        a = facts(self.file("about.json"), ABOUT, ["confirmed", "continues", "excluded", "household"])
        rule, was = a.get("household", dict(columns=[], feature="", per=0)), a.get("confirmed", dict(people=0, seats=0))
        goes = {"continued": 1, "loosened": True, "passed_over": "-"} | a.get("continues", GOES)
        must(sorted(rule) == ["columns", "feature", "per"] and sorted(was) == ["people", "seats"], "fields")
        must("".join([rule["feature"], *rule["columns"], *map(goes.get, GOES)]) and oneline(goes["passed_over"]), "a")
        must({*goes} == {*GOES, "continued", "loosened"} and goes["loosened"] is True, "goes")
        must(all((f in listed) == (word in a) for f, word in BEFORE.items()), "a list of people before")
        counts, codes = ("least", "people", "profiles", "tickets", "unique"), a["detail"] == "codes"
        must(all(whole(n, U32) for n in (a["seats"], rule["per"], was["seats"], goes["continued"])), "a number")
        must(all(whole(n, U64) for n in [was["people"], a.get("excluded", 0), *(a[f] for f in counts)]), "a number")
        must(all(isinstance(a[f], (str, type(None))) for f in ("bound", "gap", "root")), "a text is wrong")
        must(a["objective"] in ("leximin", "maximin", "nash", "goldilocks") and isinstance(a["program"], str), "texts")
        must(a["status"] in ("optimal", "within", "stopped") and a["key"] in ("derived", "secret"), "status or key")
        must((codes or a["detail"] == "profiles") and codes == (a["root"] is None) == ("pool.csv" in listed), "detail")
        must(KEPT <= listed and not {"charter.txt", "charter.toml"} <= listed, "not the right files")
        self.about = a
    def v6(self, a):
        profiles, q, codes = self.file("profiles.csv"), self.bounds("quotas.csv"), a["detail"] == "codes"
        self.quotas, self.features = q, list(dict.fromkeys(r[0] for r in q))
        values = [{r[1] for r in q if r[0] == f} for f in self.features]
        self.profiles, self.sizes, self.stated, last, at = [], [], [], [], {}
        for t, people, tickets, *cells in rows_of(profiles, ["profile", "people", "tickets", *self.features]):
            key = [c.encode() for c in cells]
            must(last < key and all(c in v for c, v in zip(cells, values)), f"profile {t}")
            must(number(t) == len(at) and number(people, U32) > 0, f"profile {t}")
            last, at[tuple(cells)] = key, len(at)
            self.profiles.append(cells), self.sizes.append(int(people)), self.stated.append(number(tickets))
        self.pool, self.members = self.coded("pool.csv", self.features) if codes else [], [[] for _ in at]
        for i, (_, *cells) in enumerate(self.pool): self.members[at[tuple(cells)]].append(i)
        must((not codes or [len(m) for m in self.members] == self.sizes) and 1 <= a["seats"] <= a["people"], "pool")
        line = {(q[0], q[1]): r for r, q in enumerate(q)}
        self.lines = [[line[f, c] for f, c in zip(self.features, cells)] for cells in self.profiles]
        must([a["people"], a["profiles"], a["unique"]] == [sum(self.sizes), len(at), self.sizes.count(1)], "counts")
    def bounds(self, name):
        data = self.file(name)
        flex = data.startswith(b"feature,value,min,max,min_flex,max_flex\n")
        q = rows_of(data, ["feature", "value", "min", "max"] + ["min_flex", "max_flex"] * flex)
        keys = [(r[0].encode(), r[1].encode()) for r in q]
        must(0 < len(q) < 65536 and all(x < y for x, y in zip(keys, keys[1:])), "quotas out of order")
        must(not flex or any(any(r[4:]) for r in q), "flexible columns without flexible bounds")
        for r in q:
            r[2:] = [number(x, U32) for x in (r[2:] if any(r[4:]) else r[2:4])]
            must((r[4:] or [0])[0] <= r[2] <= r[3] <= (r[4:] or [U32])[-1], "bounds out of order")
        return q
    def coded(self, name, header):
        rows, last = rows_of(self.file(name), ["code", *header]), ""
        for code, *_ in rows:
            must(re.fullmatch(f"([{ALPHABET}]{{4}}-){{2}}[{ALPHABET}]{{2}}", code) and code > last, f"{code} in {name}")
            value = sum(ALPHABET.index(c) << 5 * j for j, c in enumerate(reversed(code.replace("-", ""))))
            must(value % 1024 == value // 1024 % 1021, f"{code} has wrong check digits")
            last = code
        return rows
    def v7(self, a):
        self.shares, first, seen = [], 0, set()
        for start, last, text in rows_of(self.file("lottery.csv"), ["first", "last", "panel"]):
            must(number(start) == first <= number(last, U32) and text not in seen, f"tickets from {start}")
            panel = [(number(t, U32), number(c or "1", U32)) for t, _, c in (p.partition("x") for p in text.split(" "))]
            must(text == " ".join(f"{t}x{c}" if c != 1 else f"{t}" for t, c in panel), "not in the one form of a panel")
            must(all(x[0] < y[0] for x, y in zip(panel, panel[1:])), "a panel out of order")
            must(all(t < len(self.sizes) and 0 < c <= self.sizes[t] for t, c in panel), "no such panel")
            first = self.shares.append((first, int(last), panel)) or seen.add(text) or int(last) + 1
        must(first and first == a["tickets"], "not as many tickets as said")
        self.totals, self.held = (t := self.before(first)[0]), [s // n for s, n in zip(t, self.sizes)]
    def before(self, ticket):
        taken = [0] * len(self.sizes)  # seats of each profile on all rows that end before the ticket
        for first, last, panel in self.shares:
            if ticket <= last: return taken, (first, panel)
            for t, c in panel: taken[t] += c * (last - first + 1)
        return taken, None
    def v8(self, a):
        for first, _, panel in self.shares:
            count = [0] * len(self.quotas)
            for r, c in ((r, c) for t, c in panel for r in self.lines[t]): count[r] += c
            must(sum(c for _, c in panel) == a["seats"], f"seats of ticket {first}")
            must(all(q[2] <= n <= q[3] for q, n in zip(self.quotas, count)), f"a quota on ticket {first}")
    def v9(self, a):
        must(8 not in self.got or sum(self.totals) == a["seats"] * a["tickets"], "the sum of the chances")
        must((self.totals, min(self.held)) == (self.stated, a["least"]), "totals")
    def v10(self, a):
        data, pack = self.file("certificate.json"), lambda v: json.dumps(v, separators=(",", ":"))
        lines = lambda items: "[\n" + ",\n".join(map(pack, items)) + "\n]" if items else "[]"
        cuts, levels, shut = (cert := json.loads(data.decode()))["cuts"], cert["levels"], set(cert["shut_out"])
        one = [cert["overall"]] if a["objective"] in ("nash", "goldilocks") else []
        whys = [l["why"] for l in levels] + one
        must({*map(" ".join, cuts + levels + whys)} <= {"terms most", "settled value why", "seats rows cuts"}, "fields")
        text = f'{{\n"cuts": {lines(cuts)},\n"levels": {lines([] if one else levels)},\n'
        text += "".join(f'"overall": {pack(w)},\n' for w in one) + f'"shut_out": {pack(cert["shut_out"])}\n}}\n'
        must(text.encode() == data, "not in the one form of a certificate")
        n, k, m, kept, bounds, gaps, up = self.sizes, a["seats"], a["tickets"], {}, [], [], Fraction(0)
        rise = lambda keys, most: all(whole(x, most) for x in keys) and all(x < y for x, y in zip(keys, keys[1:]))
        i64 = lambda v: all(map(i64, v)) if type(v) is list else whole(v, 2**63, -2**63)
        must(i64([[*v.values()] for v in cuts + whys]) and not any(self.totals[t] for t in shut), "a number")
        must(rise(cert["shut_out"], len(n)) and all(rise([t for t, _ in c["terms"]], len(n)) for c in cuts), "a list")
        def combine(s, rows, used):  # the weight of each profile, and what no panel weighs more than
            must(rise([r for r, _ in rows], len(self.quotas)) and all(w >= 0 for _, w in used), "a multiplier")
            must(rise([q for q, _ in used], len(cuts)), "no such cut")
            most, lean = s * k + sum(max(u * self.quotas[r][2], u * self.quotas[r][3]) for r, u in rows), dict(rows)
            return [s + sum(lean.get(r, 0) for r in self.lines[t])
                    + sum(w * x for q, w in used for y, x in cuts[q]["terms"] if y == t) for t in range(len(n))], (
                    most + sum(w * cuts[q]["most"] for q, w in used))
        for here, v, why in map(dict.values, levels):
            must(here and rise(here, len(n)) and not {*here} & {*shut, *kept} and whole(v, P + 1), "a level")
            free, bound = [t for t in range(len(n)) if t not in kept and t not in shut], Fraction(1)
            if v < P:
                weight, room = combine(*why.values())
                room += sum(-weight[t] * n[t] for t in range(len(n)) if weight[t] < 0 and t not in shut)
                spread = sum(weight[t] * n[t] for t in free if weight[t] > 0)
                room = room * P - sum(weight[t] * x for t, x in kept.items() if weight[t] > 0)
                bound = min(bound, Fraction(room, spread * P))  # no number if it proves nothing
                up = max(up, *(Fraction(room - spread * v, weight[t] * n[t] * P) if weight[t] > 0 else 1 for t in here))
            bounds.append(bound), gaps.append(max(bound, Fraction(v, P)) - Fraction(min(self.held[t] for t in free), m))
            kept.update((t, v * n[t]) for t in here)
        must(a["objective"] != "leximin" or len(kept) + len(shut) == len(n), "a profile is in no level")
        gap, rest = self.best(a, shut, *combine(*one[0].values())) if one else (g := max(gaps), g - Fraction(3, m))
        if a["objective"] == "leximin":
            rest = max(rest, up, *(self.astray(t, Fraction(x, n[t] * P), m) for t, x in kept.items()))
        decimal = lambda x: "{}.{:012}".format(*divmod(max(0, math.ceil(x * P)), P))
        must((a["bound"], a["gap"]) == (None if one else decimal(bounds[0]), decimal(gap)), "another bound or gap")
        must(rest <= Fraction({"optimal": 1, "within": 101}.get(a["status"], -P), 10**6), "not shown to be the fairest")
        must(one or bounds[0] * m >= 12, "too few tickets to tell")
        taken = lambda q: sum(other[2] for other in self.quotas if other[0] == q[0] and other[1] != q[1])
        closed = {r for r, q in enumerate(self.quotas) if q[3] == 0 or taken(q) >= k}
        out, unseen = sum(n[t] for t in shut), sum(n[t] for t in shut if not closed & set(self.lines[t]))
        words = f"{out} people are said to be on no panel, {unseen} of them only by a search; " * (out > 0)
        must(not unseen and not any(why["cuts"] for why in whys), words + "rests on a search", NotChecked)
        return f"{words}smallest chance {a['least']} of {m}, bound {a['bound']}, gap {a['gap']}"
    def astray(self, t, chance, m):  # by how much more than a ticket, and two for the profile
        return (abs(self.totals[t] - chance * self.sizes[t] * m) - self.sizes[t] - 2) / (self.sizes[t] * m)
    def best(self, a, shut, weight, most):  # the gap, and what rounding does not account for
        k, m = a["seats"], a["tickets"]
        of = [x for t, x in enumerate(zip(weight, self.sizes, self.totals)) if t not in shut]
        n, low, high = sum(x for _, x, _ in of), min(s // x for _, x, s in of), max(-(-s // x) for _, x, s in of)
        must((k * m if a["objective"] == "nash" else low * n) >= 12 * n, "too few tickets to tell")
        if a["objective"] == "nash":
            term = lambda w, h: -(-P * P * m // (max(P, w) * h))
            near = sum((x - s % x) * term(w, s // x) + s % x * term(w, s // x + 1) for w, x, s in of)
            gap = Fraction((most + sum(max(P - w, 0) * x for w, x, _ in of)) * near, (n * P) ** 2) - 1
            off = (self.astray(t, Fraction(P, max(P, w)), m) for t, w in enumerate(weight) if t not in shut)
            return gap, max(gap - Fraction(3, m), *off)
        up, down, km = sum(max(w, 0) * x for w, x, _ in of), sum(max(-w, 0) * x for w, x, _ in of), k * m
        least, room = Fraction(2 * k * math.isqrt(up * down) - n * most, k * down) if down else 2, n * (most + down)
        if room > 0 and room**2 < k**2 * up * down: least = Fraction(n, k) + Fraction(k * up, room)  # largest chance 1
        return [(Fraction(n * max(high - e, 0), km) + Fraction(km, n * (low + e))) / max(2, least) - 1 for e in (0, 3)]
    def v11(self, a):
        for kind, void, previous in (("draws", False, None), ("trials", True, None)):
            found = {int(p[1]) for p in (re.match(f"{kind}/([1-9][0-9]*)/.", n) for n in self.files) if p}
            for i in range(1, max((x for x in found if x < U32), default=0) + 1):
                base, later = f"{kind}/{i}/", not void and i > 1
                own = {n.removeprefix(base): d for n, d in self.files.items() if n.startswith(base)}
                listed, d = manifest(own["manifest.txt"]), facts(own["draw.json"], DRAW)
                must(set(own) == {*listed, "manifest.txt"} and all(same(own[n], e) for n, e in listed.items()), base)
                must(all(isinstance(d[f], (str, type(None))) for f in ("evidence", "because", "override")), "a text")
                without = {"beacon.json" * (evidence(d["evidence"])[0] != "drand")}
                must(set(own) in (RECORD - without, (RECORD | RESERVES) - without), f"files of {base}")
                must(d["commitment"] == self.commitment.hex() and HEX.fullmatch(d["seed"]), "another lottery")
                must(d["previous"] == (previous if later else None), f"{base} does not follow")
                must(oneline(d["because"]) and oneline(d["override"]) and (d["because"] is None) != later, "a reason")
                must(type(d["draw"]) is int and (d["draw"], d["rules"], d["tickets"]) == (i, 1, a["tickets"]), "facts")
                label = "trial/panel" if void else f"redraw/{i}/panel" if later else "panel"
                must(d["label"] == label and d["void"] is void and (d["evidence"] is not None or later), "label")
                must((d["override"] is None) == (d["source"] != "overridden" or d["evidence"] is None), "override")
                must(d["source"] in (["trial"] if void else ["declared", "undeclared", "overridden"]), "source")
                must(whole(d["ticket"], U64) and isinstance(d["program"], str), "ticket or program")
                previous = hashlib.sha256(own["manifest.txt"]).hexdigest()
                self.draws.append(d | {"files": own, "from": d["evidence"] or (self.draws or [d])[0]["evidence"]})
        must(self.draws, "nothing has been drawn", NotChecked)
    def v12(self, a):
        self.date, declared = charter(self.file("charter.toml") if "charter.toml" in self.listed else b"", a["tickets"])
        self.need(11)
        for d in (d for d in self.draws if not d["void"]):
            word, what = evidence(d["from"])
            what = (what[0], len(what[1][0])) if word == "dice" else what[:2] if word == "drand" else None
            right = "undeclared" if declared is None else "declared" if (word, what) == declared else "overridden"
            must(d["source"] == right != "overridden", f"the source is {right}: {d['override']}")
        must(declared and not all(d["void"] for d in self.draws), "nothing declared, or nothing drawn", NotChecked)
    def v13(self, a):
        self.hand, beacons = [by_hand(*evidence(d["evidence"]), a["tickets"]) for d in self.draws], ""
        must(all(h is None or not d["void"] for d, h in zip(self.draws, self.hand)), "a trial by hand")
        for d in (d for d in self.draws if evidence(d["evidence"])[0] == "drand"):
            what, after = evidence(d["evidence"])[1], d["void"] or getattr(self, "date", None) is None
            b = facts(d["files"]["beacon.json"], "previous_signature " * (what[0] == "default") + BEACON)
            must((b["round"], b["signature"]) == what[1:], "the beacon's answer is of another round")
            must(b["randomness"] == hashlib.sha256(bytes.fromhex(what[2])).hexdigest(), "randomness")
            must(after or (due(*what[:2]) or 0) > self.date, "the round was known when the inputs were frozen")
            moment = dt.datetime.fromtimestamp(due(*what[:2]) or 0, dt.timezone.utc)
            beacons += f"; round {what[1]} was public from {moment}: did you see the line published earlier?"
        must(not beacons, "the beacon's signature (geloot verify checks it)" + beacons, NotChecked)
    def v14(self, a):
        self.seeds = [sha("geloot/1/seed", self.commitment, d["from"].encode()) for d in self.draws]
        must(all(d["seed"] == s.hex() for d, s in zip(self.draws, self.seeds)), "the evidence gives another seed")
    def v15(self, a):
        must(hasattr(self, "hand"), "rests on V13", NotChecked)
        each = zip(self.draws, self.seeds, self.hand)
        self.winners = [below(s, d["label"], a["tickets"]) if h is None else h for d, s, h in each]
        must([d["ticket"] for d in self.draws] == self.winners, f"the winning ticket is {self.winners}")
    def v16(self, a):
        must(hasattr(self, "winners"), "rests on V15", NotChecked)
        for d, ticket in zip(self.draws, self.winners):
            taken, (first, panel) = self.before(ticket)
            seats = [(t, (taken[t] + (ticket - first) * c + i) % self.sizes[t]) for t, c in panel for i in range(c)]
            rows = [["profile", "place"]] + [[str(t), str(p), *self.profiles[t]] for t, p in sorted(seats)]
            if a["detail"] == "codes":
                rows = [["code"]] + [self.pool[i] for i in sorted(self.members[t][p] for t, p in seats)]
            rows[0] += self.features
            rows = [["TRIAL: VOID" if i else "void", *r] if d["void"] else r for i, r in enumerate(rows)]
            must(d["files"]["panel.csv"] == table(rows), "the panel is not the winning ticket's")
    def v19(self, a):
        rule, before = a.get("household"), a.get("confirmed")
        must(rule or before or "excluded" in a, "nobody excluded or confirmed, no household rule", NotChecked)
        out = self.coded("excluded.csv", ["ground"]) if "excluded" in a else []
        seated = self.coded("confirmed.csv", self.features) if before else []
        must(len(out) == a.get("excluded", 0) and all(r[1] for r in out), "the people excluded, or a ground")
        must(len({r[0] for r in out + seated + self.pool}) == len(out + seated + self.pool), "somebody twice")
        have = lambda q: sum(r[1 + self.features.index(q[0])] == q[1] for r in seated)
        must(sum(map(have, self.quotas)) == len(seated) * len(self.features), "an unknown value")
        if before:
            must(before == {"people": len(seated), "seats": a["seats"] + len(seated)}, "seats or people")
            left = [[*q[:2], *(max(0, x - have(q)) for x in q[2:])] for q in self.bounds("asked.csv")]
            must(left == [q for q in self.quotas if not rule or q[0] != rule["feature"]], "the quotas left")
        must(not rule or rule["per"] > 0 and rule["feature"] in self.features, "no household feature")
        for r, q in ((r, q) for r, q in enumerate(self.quotas) if rule and q[0] == rule["feature"]):
            living = have(q) + sum(n for rows, n in zip(self.lines, self.sizes) if r in rows)
            most = a["seats"] if q[1] == "-" else max(0, rule["per"] - have(q))
            must(q[2:] == [0, most] and (q[1] == "-" or living > rule["per"]), f"home {q[1]}")
def read(folder):  # every file by its path; what is no file, or cannot be read, counts as an empty one
    at = [p for p in folder.rglob("*") if p.is_symlink() or not p.is_dir() or not any(p.iterdir())]
    key = lambda p: p.relative_to(folder).as_posix() + "/" * (p.is_dir() and not p.is_symlink())
    return {key(p): p.read_bytes() if p.is_file() and not p.is_symlink() and os.access(p, os.R_OK) else b"" for p in at}
if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path, help="the folder of the lottery, or its folder public")
    parser.add_argument("--commitment", metavar="LINE", help="the line as it was published before the draw")
    parser.add_argument("--json", action="store_true", help="the outcomes as one JSON object")
    args = parser.parse_args()
    folder = args.folder / ("public" * (not any((args.folder / n).exists() for n in ("about.json", "commitment.txt"))))
    sys.stdout.reconfigure(errors="backslashreplace")
    if not folder.is_dir() or args.commitment is not None and not LINE.fullmatch(args.commitment):
        parser.error("no such folder, or the line is not geloot-commitment-1: and 64 digits 0 to 9 and a to f")
    out = Record(read(folder), args.commitment).out
    lines = [f"V{n:<3}{outcome:<12}{NAMES[n]}{': ' if words else ''}{words}" for n, outcome, words in out]
    print(json.dumps({n: outcome for n, outcome, _ in out}) if args.json else "\n".join(lines))
    sys.exit(any(o[1] == "FAIL" for o in out))

//! What one program calls unreadable the other does: charters, evidence and lines of text, by the thousand.

use crate::run::{python, verifier};
use geloot::base::line::is_line;
use geloot::deliberation::charter::Charter as Promises;
use geloot::deliberation::wrong::Found;
use geloot::seed::Evidence;
use geloot::seed::charter::{Charter, Declared};
use geloot::seed::words::{CYRILLIC, GREEK, LATIN, LIKE_DIGITS};
use std::process::Command;

/// Prints a line for each hexadecimal line of a file: what the second program reads there, or `refused`.
const DRIVER: &str = r#"
import sys; sys.path.insert(0, sys.argv[1]); import verify
def charter(data):
    def said(source, what):
        if source == "dice": return f"dice {what[0]} {what[1]}"
        if source == "drand": return f"drand {what[0].name} {what[1]}"
        if source == "contributions":
            roles = "".join(f"{r.name}={r.slip};" for r in what.roles)
            return f"contributions {roles} {said(what.source, what.what)}"
        return str(source)
    c = verify.read_charter(data, 1000000)
    return f"{c.date} {said(c.source, c.what)}"
def evidence(data):
    text = data.decode()
    verify.read_evidence(text)
    return verify.seed_text(text).hex()
def line(data):
    verify.require(verify.is_one_line(data.decode()), "")
    return "line"
def promises(data):
    verify.read_promises(verify.read_toml(data))
    return "promises"
read = {"charter": charter, "evidence": evidence, "line": line, "promises": promises}[sys.argv[2]]
for row in open(sys.argv[3]):
    try: print(read(bytes.fromhex(row)).encode().hex())
    except Exception as why: print("refused" if isinstance(why, verify.Fails) else f"refused {why!r}")
"#;

/// What the second program reads in each of these; `None` where there is no Python.
fn second(what: &str, all: &[Vec<u8>]) -> Option<Vec<Option<String>>> {
    let temp = tempfile::NamedTempFile::new().unwrap();
    let lines: Vec<String> = all.iter().map(|bytes| data_encoding::HEXLOWER.encode(bytes) + "\n").collect();
    std::fs::write(temp.path(), lines.concat()).unwrap();
    let mut command = Command::new("python3");
    command.args(["-B", "-c", DRIVER]).arg(verifier().parent().unwrap()).arg(what).arg(temp.path());
    let output = python(&mut command)?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let read = |line: &str| {
        let bytes = data_encoding::HEXLOWER.decode(line.as_bytes()).ok()?;
        Some(String::from_utf8(bytes).unwrap())
    };
    let read: Vec<_> = text.lines().map(read).collect();
    assert_eq!(read.len(), all.len());
    Some(read)
}

/// Both read the same, or both refuse. How many were read.
#[track_caller]
fn alike(what: &str, all: &[Vec<u8>], first: impl Fn(&[u8]) -> Option<String>) -> usize {
    let own: Vec<_> = all.iter().map(|bytes| first(bytes)).collect();
    let other = second(what, all).unwrap_or_else(|| own.clone());
    let differ: Vec<String> = all
        .iter()
        .zip(own.iter().zip(&other))
        .filter(|(_, (own, other))| own != other)
        .map(|(bytes, (own, other))| {
            format!("{:?}\n  here {own:?}\n  there {other:?}", String::from_utf8_lossy(bytes))
        })
        .collect();
    assert!(
        differ.is_empty(),
        "{} of {} differ:\n{}",
        differ.len(),
        all.len(),
        differ[..differ.len().min(40)].join("\n")
    );
    own.iter().flatten().count()
}

fn charter(bytes: &[u8]) -> Option<String> {
    fn said(declared: &Declared) -> String {
        match declared {
            Declared::Dice { sides, count } => format!("dice {sides} {count}"),
            Declared::Drand { chain, round, .. } => format!("drand {} {round}", chain.name()),
            Declared::Contributions { roles, otherwise, .. } => {
                let roles: String = roles.iter().map(|r| format!("{}={};", r.name, r.sealed)).collect();
                format!("contributions {roles} {}", said(otherwise))
            }
            _ => declared.source().word().to_owned(),
        }
    }
    let charter = Charter::parse(bytes, 1_000_000).ok()?;
    let date = charter.date.map_or("None".to_owned(), |date| date.seconds().to_string());
    Some(format!("{date} {}", charter.seed.as_ref().map_or("None".to_owned(), said)))
}

/// Numbers that look random and are the same everywhere.
struct Noise(u64);

impl Noise {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((x ^ (x >> 31)) % n as u64) as usize
    }

    fn of<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

const BASE: &str = "date = 2027-03-01\n[seed]\nsource = \"text\"\n";

/// Lines that some program reads and another may not, each before, in or after a sound charter.
const ODD: &[&str] = &[
    "a = \"\\e[2J\"",
    "a = \"\\x41\"",
    "a = \"\\u0041\"",
    "a = \"\\U0001F600\"",
    "a = \"\\uD800\"",
    "a = \"\\U00110000\"",
    "a = \"\\q\"",
    "a = \"\\\\e\"",
    "a = '\\e'",
    "a = \"\"\"\\e\"\"\"",
    "a = '''\\x41'''",
    "a = \"\"\"x\\\n  y\"\"\"",
    "a = \"\"\"x\\ \n y\"\"\"",
    "a = \"\"\"x\\ y\"\"\"",
    "a = \"\"\"\"x\"\"\"\"",
    "a = \"\"\"\"\"x\"\"\"\"\"",
    "a = \"\"\"x\"\"\"\"\"\"",
    "a = ''''x''''",
    "a = '''x''''''",
    "a = \"x\ny\"",
    "a = 'x\ny'",
    "a = \"a\tb\"",
    "a = \"a\u{7f}\"",
    "a = 'a\u{1}'",
    "a = \"a\0\"",
    "a = \"\u{85}\u{a0}\u{2028}\"",
    "# a\u{1}b",
    "# a\u{7f}b",
    "# a\tb",
    "# a\rb",
    "a = 1 # \u{0}",
    "a = \"x\"\r",
    "a\r= 1",
    "a = 1\r\n b = 2",
    "a = \"\"\"x\r\ny\"\"\"",
    "a = \"\"\"x\ry\"\"\"",
    "a = '''x\ry'''",
    "a = { b = 1,\n c = 2 }",
    "a = {\n}",
    "a = { b = 1, }",
    "a = { }",
    "a = {,}",
    "a = { b = [\n1,\n] }",
    "a = [ { b = 1 }, ]",
    "a = [{\nb = 1}]",
    "a = { b = 1 # x\n}",
    "a = { b.c = 1, b.d = 2 }",
    "a = { b = 1, b = 2 }",
    "a = { b = {c = 1}, b.d = 2 }",
    "a = [1,,2]",
    "a = [,]",
    "a = [1\n,2 # x\n,\n]",
    "a = [1, \"x\", 2027-03-01]",
    "a = [\n# only\n]",
    "a.b = 1\na.c = 2",
    "a.b = 1\na = 2",
    "a = 1\na.b = 2",
    "a.b = 1\n[a]",
    "a.b.c = 1\n[a.b]",
    "[a]\n[a]",
    "[a.b]\n[a]",
    "[a]\n[a.b]\n[a.c]",
    "[[a]]\n[[a]]",
    "[[a]]\n[a]",
    "[a]\n[[a]]",
    "a = []\n[[a]]",
    "a = {}\n[a]",
    "a = {}\n[a.b]",
    "a = {}\na.b = 1",
    "[[a]]\n[a.b]\n[[a]]\n[a.b]",
    "[a.b]\nc = 1\n[a]\nb.d = 2",
    "[a]\nb.c = 1\n[a.b]",
    "[a]\nb.c = 1\n[a.b.d]",
    "[a.b.c]\n[a]\nb.e = 1",
    "[ a . b ]",
    "[a . \"b\" . 'c']",
    "[]",
    "[a.]",
    "[.a]",
    "[a]]",
    "[[a]",
    "[a] b = 1",
    "[a] # x",
    "[\na]",
    "a = 1 b = 2",
    "a = ",
    "= 1",
    "a",
    "\"\" = 1",
    "'' = 1",
    "a..b = 1",
    "a . b = 1",
    "título = 1",
    "a-b_1 = 1",
    "1 = 1",
    "1.2 = 3",
    "-1 = 1",
    "+1 = 1",
    "\"a\\u0062\" = 1",
    "\"\"\"a\"\"\" = 1",
    "'''a''' = 1",
    "a\n= 1",
    "a =\n1",
    "a = 0x1F",
    "a = 0xg",
    "a = 0X1F",
    "a = 0o17",
    "a = 0o8",
    "a = 0b101",
    "a = 0b2",
    "a = +0x1",
    "a = -0x1",
    "a = 0x",
    "a = 0x_1",
    "a = 0x1_f",
    "a = 1_000",
    "a = 1__0",
    "a = _1",
    "a = 1_",
    "a = 01",
    "a = +1",
    "a = -0",
    "a = +-1",
    "a = 00",
    "a = - 1",
    "a = 9223372036854775807",
    "a = 9223372036854775808",
    "a = -9223372036854775808",
    "a = -9223372036854775809",
    "a = 0xffffffffffffffff",
    "a = 0x7fffffffffffffff",
    "a = 0x8000000000000000",
    "a = 99999999999999999999",
    "a = 1e400",
    "a = -1e400",
    "a = 1e-400",
    "a = 1.",
    "a = .5",
    "a = 1.5",
    "a = 1.5e3",
    "a = 1e3",
    "a = 1E+3",
    "a = 1e03",
    "a = 1.e3",
    "a = 1e",
    "a = 1e1.5",
    "a = 1_0.5_0",
    "a = 1._5",
    "a = 1_.5",
    "a = 01.5",
    "a = -0.0",
    "a = +1.5",
    "a = 0e0",
    "a = 1e1_0",
    "a = inf",
    "a = +inf",
    "a = -inf",
    "a = nan",
    "a = +nan",
    "a = -nan",
    "a = Inf",
    "a = NaN",
    "a = infinity",
    "a = true",
    "a = false",
    "a = True",
    "a = truex",
    "a = null",
    "a = x",
    "a = \"x\" y",
    "a = 'x''y'",
    "a = \"x\"\"y\"",
    "a = 2027-03-01",
    "a = 2027-3-1",
    "a = 2027-02-29",
    "a = 2028-02-29",
    "a = 2100-02-29",
    "a = 2027-13-01",
    "a = 2027-00-01",
    "a = 2027-01-00",
    "a = 2027-04-31",
    "a = 0000-01-01",
    "a = 0001-01-01",
    "a = 9999-12-31",
    "a = 10000-01-01",
    "a = 2027-03-01T",
    "a = 2027-03-01T10:00:00",
    "a = 2027-03-01T10:00:00Z",
    "a = 2027-03-01t10:00:00z",
    "a = 2027-03-01 10:00:00",
    "a = 2027-03-01 10:00:00Z",
    "a = 2027-03-01  10:00:00",
    "a = 2027-03-01T10:00Z",
    "a = 2027-03-01T10:00",
    "a = 2027-03-01T10:00+01:00",
    "a = 2027-03-01T24:00:00",
    "a = 2027-03-01T23:60:00",
    "a = 2027-03-01T23:59:60Z",
    "a = 2027-03-01T23:59:61",
    "a = 2027-03-01T10:00:00.5Z",
    "a = 2027-03-01T10:00:00.Z",
    "a = 2027-03-01T10:00:00.123456789Z",
    "a = 2027-03-01T10:00:00.1234567890123Z",
    "a = 2027-03-01T10:00:00.999999999999999999999",
    "a = 2027-03-01T10:00:00+01:00",
    "a = 2027-03-01T10:00:00+23:59",
    "a = 2027-03-01T10:00:00-23:59",
    "a = 2027-03-01T10:00:00+24:00",
    "a = 2027-03-01T10:00:00+01:60",
    "a = 2027-03-01T10:00:00-00:00",
    "a = 2027-03-01T10:00:00+0100",
    "a = 2027-03-01T10:00:00+1:00",
    "a = 2027-03-01T10:00:00 Z",
    "a = 2027-03-01T10:00:00Z+01:00",
    "a = 10:00:00",
    "a = 10:00",
    "a = 10:00:60",
    "a = 10:00:00.5",
    "a = 10:00:00Z",
    "a = 1:00:00",
    "a = [10:00]",
    "a = { b = 10:00 }",
    "10:00 = 1",
    "\"10:00\" = 1",
    "a = 2027-03-01T10:00:00,5Z",
    "a = 0001-01-01T00:00:00+23:59",
    "a = 9999-12-31T23:59:59-23:59",
    "a = 20270301",
    "a = 2027-03-01x",
    "a = “x”",
    "“a” = 1",
    "a = ‘x’",
    "\u{feff}a = 1",
    "a = 1\u{feff}",
    "a\u{a0}= 1",
    "a =\u{a0}1",
    "a = 1\u{3000}",
    "a = １",
    "a = 1;",
    "a: 1",
    "a == 1",
    "/ a",
    "a = 1 // x",
    "[a",
    "a = [1",
    "a = {",
    "a = \"x",
    "a = '",
    "a = \"\"\"x",
    "a = '''",
    "sead = 1",
    "[invite]",
    "[[phases]]",
    "[[stemmingen]]",
    "[leidrad]",
    "questoin = 'x'",
    "letter = 1",
    "[sead]",
    "sed = 1",
    "seeds = 1",
    "sedes = 1",
    "esed = 1",
    "Seed = 1",
    "SEED = 1",
    "seed2 = 1",
    "seat = 1",
    "dates = 1",
    "data = 1",
    "daet = 1",
    "datum = 1",
    "reserve = 1",
    "resevres = 1",
    "reservations = 1",
    "s\u{e9}ed = 1",
    "\" seed\" = 1",
    "source = \"text\"",
    "source = \"paper\"",
    "source = 1",
    "title = \"x\"",
    "a = [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]",
    "a = [[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]",
    "a = [[{b=[{c=[{d=[{e=[{f=[{g=[1]}]}]}]}]}]}]]",
    "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p = 1",
    "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r = 1",
    "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q = 1",
];

/// Whole charters.
const WHOLE: &[&str] = &[
    "",
    "\n",
    "\u{feff}",
    "\u{feff}\u{feff}",
    "date = \"2027-03-01\"",
    "date = 2027-03-01T12:00:00",
    "zone = \"Europe/Amsterdam\"\ndate = 2027-03-01T12:00:00",
    "zone = \"Europe/Amsterdam\"\ndate = 2027-03-28T02:30:00",
    "zone = \"Europe/Amsterdam\"\ndate = 2027-10-31T02:30:00",
    "zone = \"Europe/London\"\ndate = 2027-10-31T01:59:59.5",
    "zone = \"Europe/Athens\"\ndate = 2002-07-01T12:00:00",
    "zone = \"Europe/Amsterdam\"\ndate = 2027-03-01T12:00:00\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"\ntime = 2027-07-04T20:00:00",
    "zone = \"Europe/Moscow\"\ndate = 2027-03-01",
    "zone = \"UTC\"\ndate = 1990-03-01T12:00:00",
    "zone = 1",
    "tijdzone = \"Europe/Amsterdam\"",
    "zon = \"Europe/Amsterdam\"",
    "date = 12:00:00",
    "date = 1",
    "seed = \"text\"",
    "seed = []",
    "[seed]",
    "[[seed]]\nsource = \"text\"",
    "[[seed]]",
    "seed = { source = \"text\" }",
    "seed = {\n source = \"text\",\n}\n",
    "seed.source = \"text\"",
    "[\"seed\"]\n\"source\" = \"text\"",
    "[seed]\nsource = \"Text\"",
    "[seed]\nsource = \"text \"",
    "[seed]\nsource = 'text'\ndescription = 5",
    "[seed]\nsource = \"text\"\n[seed.x]",
    "[seed]\nsource = \"lotto\"",
    "[seed]\nsource = \"lotto\"\ncount = 6\nmost = 45",
    "[seed]\nsource = \"lotto\"\ncount = 6\nmost = 0",
    "[programme]\nkind = \"self-registered\"\nname = \"x\"",
    "[programme]\nkind = \"Self-registered\"",
    "[programme]\nkinds = \"self-registered\"",
    "[programme]\nKind = \"register\"",
    "[programme]\nkind = [\"self-registered\"]",
    "[[programme]]\nkind = \"self-registered\"",
    "programme = \"self-registered\"",
    "[seed]\nsource = \"lotto\"\ncount = 3\nmost = 45",
    "[seed]\nsource = \"lotto\"\ncount = 98\nmost = 100",
    "[seed]\nsource = \"lotto\"\ncount = 0\nmost = 45",
    "[seed]\nsource = \"lotto\"\ncount = 100\nmost = 9223372036854775807",
    "[seed]\nsource = \"lotto\"\ncount = 101\nmost = 45",
    "[seed]\nsource = \"lotto\"\ncount = 6\nmost = -1",
    "[seed]\nsource = \"lotto\"\ncount = 6.0\nmost = 45",
    "[seed]\nsource = \"lotto\"\nmost = 45",
    "[seed]\nsource = \"lotto\"\ncount = 6",
    "[seed]\nsource = \"lotto\"\ncount = true\nmost = 45",
    "[seed]\nsource = \"lotto\"\ncount = 6\nmost = 45\nsides = 6",
    "[seed]\nsource = \"ticket\"",
    "[seed]\nsource = [\"text\"]",
    "[seed]\nsource = \"text\"\nround = 4",
    "[seed]\ndescription = \"x\"",
    "[seed]\nsource = \"dice\"\nsides = 0xA\ncount = 6",
    "[seed]\nsource = \"dice\"\nsides = +10\ncount = 6",
    "[seed]\nsource = \"dice\"\nsides = 10.0\ncount = 6",
    "[seed]\nsource = \"dice\"\nsides = 10\ncount = true",
    "[seed]\nsource = \"dice\"\nsides = 1_0\ncount = 6",
    "[seed]\nsource = \"dice\"\nsides = 10\ncount = 5",
    "[seed]\nsource = \"dice\"\nsides = 10\ncount = 64",
    "[seed]\nsource = \"dice\"\nsides = 10\ncount = 65",
    "[seed]\nsource = \"dice\"\nsides = 1000\ncount = 2",
    "[seed]\nsource = \"dice\"\nsides = 1001\ncount = 2",
    "[seed]\nsource = \"dice\"\nsides = 2\ncount = 20",
    "[seed]\nsource = \"dice\"\nsides = 2\ncount = 19",
    "[seed]\nsource = \"dice\"\nsides = 1\ncount = 6",
    "[seed]\nsource = \"dice\"\nsides = -10\ncount = 6",
    "[seed]\nsource = \"dice\"\nsides = 4294967306\ncount = 6",
    "[seed]\nsource = \"dice\"\nsides = 10\ncount = 0",
    "[seed]\nsource = \"dice\"\nsides = 10",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"\nround = -5",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"\nround = 0",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"\nround = 50000000\ntime = 2027-03-04T20:00:00Z",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"\nround = 90000000",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = \"52DB9BA70E0CC0F6EAF7803DD07447A1F5477735FD3F661792BA94600C84E971\"\nround = 90000000",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = \"52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971\"\nround = 90000000",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"\ntime = 2027-03-04",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"\ntime = 2027-03-01",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = \"default\"\ntime = 2027-03-04T20:00:00.9Z",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = \"default\"\ntime = 2027-03-04T20:00:00",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = \"default\"\ntime = 0001-01-01T00:00:00+23:59",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"\nround = 9223372036854775807",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"\nround = 83903211812",
    "[seed]\nsource = \"drand\"\nchain = \"quicknet\"\nround = 90000000",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nround = 90000000",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = 1\nround = 90000000",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"\nround = 9e7",
    "date = 2027-03-01\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"\nround = \"90000000\"",
    "date = 9999-12-31T23:59:59-23:59",
    "date = 0001-01-01T00:00:00+23:59",
    "date = 0001-01-01",
    "date = 9999-12-31",
    "date = 2026-12-31T23:59:60Z",
    "date = 2027-03-01T12:00:00.9999999999Z",
    "date = 2027-03-01T12:00:00+23:59",
    "date = 2027-03-01\r\n[seed]\r\nsource = \"text\"\r\n",
    "date = 2027-03-01\r[seed]\rsource = \"text\"\r",
];

/// When quicknet's round 1,000 is due: 999 rounds of 3 seconds after the start.
const DUE: &str = "2023-08-23T15:59:24Z";

/// A charter with sealed words.
fn sealed(date: &str, until: &str, roles: &[(&str, char)], otherwise: &str) -> String {
    let role = |(name, digit): &(&str, char)| {
        format!(
            "[[seed.roles]]\nname = \"{name}\"\nslip = \"geloot-slip-1:{}\"\n",
            digit.to_string().repeat(64)
        )
    };
    let roles: String = roles.iter().map(role).collect();
    format!("{date}\n[seed]\nsource = \"contributions\"\n{until}\n{roles}\n[seed.otherwise]\n{otherwise}\n")
}

fn charters() -> Vec<Vec<u8>> {
    let mut all: Vec<Vec<u8>> = WHOLE.iter().map(|text| text.as_bytes().to_vec()).collect();
    for odd in ODD {
        for text in [
            format!("{odd}\n{BASE}"),
            format!("{BASE}\n[x]\n{odd}\n"),
            odd.to_string(),
            BASE.replace("[seed]", &format!("{odd}\n[seed]")),
        ] {
            all.push(text.replace('\n', "\r\n").into_bytes());
            all.push(text.into_bytes());
        }
    }
    for bytes in [
        &b"a = \"\xff\""[..],
        b"\xff\xfed\0a\0",
        b"# \xc3(\n",
        b"a = \"\xed\xa0\x80\"",
        b"a = \"\xf4\x90\x80\x80\"",
        b"a = \"\xc0\x80\"",
        b"\0",
    ] {
        all.push([bytes, b"\n", BASE.as_bytes()].concat());
    }
    for deep in [15, 16, 17, 80, 200, 20_000] {
        for (open, close) in [("[", "]"), ("{a=", "}")] {
            let inner = if open == "[" { "" } else { "1" };
            all.push(format!("a = {}{inner}{}\n{BASE}", open.repeat(deep), close.repeat(deep)).into_bytes());
        }
        all.push(format!("{}a = 1\n", "a.".repeat(deep)).into_bytes());
        all.push(format!("[{}a]\n", "a.".repeat(deep)).into_bytes());
    }
    // A round that is due a second before the date, exactly then, and a second after.
    for date in [
        "2023-08-23T15:59:23Z",
        DUE,
        "2023-08-23T15:59:25Z",
        "2023-08-23T17:59:24+02:00",
        "2023-08-23T15:59:23.999Z",
    ] {
        for round in [
            "round = 1000",
            "round = 1001",
            "round = 999",
            "time = 2023-08-23T15:59:24Z",
            "time = 2023-08-23T15:59:25Z",
        ] {
            all.push(
                format!("date = {date}\n[seed]\nsource = 'drand'\nchain = 'quicknet'\n{round}\n")
                    .into_bytes(),
            );
            let second = format!("source = 'drand'\nchain = 'quicknet'\n{round}");
            let roles = [("a", '1'), ("b", '2')];
            all.push(sealed("date = 2023-01-01", &format!("until = {date}"), &roles, &second).into_bytes());
        }
        all.push(
            sealed(
                &format!("date = {DUE}"),
                &format!("until = {date}"),
                &[("a", '1'), ("b", '2')],
                "source = 'text'",
            )
            .into_bytes(),
        );
    }
    let (date, until) = ("date = 2027-03-01", "until = 2027-03-05");
    for roles in [
        &[("a", '1'), ("b", '2')][..],
        &[("a", '1')],
        &[],
        &[("a", '1'), ("a", '2')],
        &[("a", '1'), ("b", '1')],
        &[("a", '1'), ("", '2')],
        &[("a", '1'), (" b", '2')],
        &[("a", '1'), ("b\u{200b}", '2')],
        &[("a", '1'), ("b\\nc", '2')],
        &[("de wethouder (één)", 'a'), ("東京", 'f')],
        &[("a", '1'), ("b", 'A')],
        &[("a", '1'), ("b", 'g')],
    ] {
        all.push(sealed(date, until, roles, "source = 'lotto'\ncount = 6\nmost = 45").into_bytes());
    }
    let two = [("a", '1'), ("b", '2')];
    let good = sealed(date, until, &two, "source = 'dice'\nsides = 10\ncount = 6");
    for (from, to) in [
        (date, ""),
        (date, "date = 'x'"),
        (until, ""),
        (until, "until = 2027-03-01"),
        (until, "until = 2027-03-02T00:00:00Z"),
        (until, "until = 2027-03-02T00:00:00"),
        (until, "until = 5"),
        ("count = 6", "count = 5"),
        ("'dice'", "'contributions'"),
        ("'dice'", "'oracle'"),
        ("[seed.otherwise]", "[seed.otherwize]"),
        ("[seed.otherwise]", "[[seed.otherwise]]"),
        ("name = \"a\"", "nam = \"a\""),
        ("name = \"a\"", "name = 1"),
        ("name = \"a\"", "name = \"a\"\nmail = \"x\""),
        ("geloot-slip-1:", ""),
        ("geloot-slip-1:", "geloot-slip-2:"),
        ("geloot-slip-1:1", "geloot-slip-1:"),
        ("slip =", "digest ="),
        ("source = \"contributions\"", "source = \"contributions\"\ncount = 3"),
        ("source = \"contributions\"", "source = \"contributions\"\ndescription = 3"),
        ("source = \"contributions\"", "source = \"text\""),
        ("[[seed.roles]]", "[seed.roles]"),
        ("[[seed.roles]]", "[[seed.role]]"),
    ] {
        all.push(good.replacen(from, to, 1).into_bytes());
    }
    all.push(good.replace("\n[seed.otherwise]\nsource = 'dice'\nsides = 10\ncount = 6", "").into_bytes());
    all.push(good.into_bytes());
    // Two odd lines together, or one cut short.
    let mut noise = Noise(1);
    for _ in 0..1500 {
        let (a, b) = (noise.of(ODD), noise.of(ODD).replace("a ", noise.of(&["b ", "a.c ", "x "])));
        all.push(format!("{a}\n{b}\n{BASE}").into_bytes());
        let mut bytes = format!("{a}\n{BASE}").into_bytes();
        let at = noise.below(bytes.len());
        match noise.below(3) {
            0 => drop(bytes.remove(at)),
            1 => bytes.insert(at, b"\"'\\#[]{}=.,\n\r\t 0-:TZe_+x\x00\x7f\xc3"[noise.below(27)]),
            _ => bytes.swap(at, (at + 1).min(BASE.len())),
        }
        all.push(bytes);
    }
    all
}

#[test]
fn both_programs_read_the_same_in_every_charter_or_refuse_it() {
    let all = charters();
    let read = alike("charter", &all, charter);
    assert!(all.len() > 5000 && read > 1000 && all.len() - read > 1500, "{read} of {}", all.len());
}

/// What stands in a text or behind a `#` is no key, wherever the text ends; and a text without an end, or a file of the most
/// bytes that a charter may have, is no work.
#[test]
fn dots_in_texts_and_comments_are_no_parts_of_keys() {
    let dots = ".".repeat(120);
    let lines = [
        format!("x = \"\"\"a\"\"\"\" # \"{dots}"),
        format!("x = \"\"\"a\"\"\"\"\" # \"{dots}"),
        format!("x = '''a'''' # '{dots}"),
        format!("x = \"\"\"a\"\"b\\\"\"\"c\"\"\" # {dots}"),
        format!("x = \"\"\"\"\"\" # {dots}"),
        format!("x = \"\\\"\" # {dots}"),
        format!("x = '\\' # {dots}"),
        format!("x = \"{dots}\""),
        format!("x = [1.5, {}]", "1.5, ".repeat(200)),
    ];
    let all: Vec<Vec<u8>> = lines.iter().map(|line| format!("{line}\n{BASE}").into_bytes()).collect();
    assert_eq!(alike("charter", &all, charter), all.len());
    let without_end = format!("{BASE}x = \"\"\"\n{}", "\\\"\"\"\n".repeat(150_000)).into_bytes();
    let large = |bytes: usize| format!("{BASE}#{}", "x".repeat(bytes - BASE.len() - 1)).into_bytes();
    let (most, more) = (large(1_000_000), large(1_000_001));
    assert_eq!(alike("charter", &[without_end, most, more], charter), 1);
}

/// Only times that mean something need to be there when the clocks change.
#[test]
fn a_time_that_nobody_asks_for_may_be_one_that_there_is_not() {
    let charter_of = |time: &str, source: &str| {
        let date = "date = 2027-03-01\nzone = 'Europe/Amsterdam'\n";
        format!("{date}[seed]\nsource = '{source}'\n{time} = 2027-03-28T02:30:00\n").into_bytes()
    };
    let all = [
        charter_of("description", "text"),
        charter_of("time", "drand'\nchain = 'quicknet"),
        charter_of("description", "drand'\nchain = 'quicknet'\nround = 99999999 #"),
    ];
    assert_eq!(charter(&all[0]).as_deref(), Some("1803945599 text"));
    assert_eq!(alike("charter", &all, charter), 2);
}

/// What a space is around a word of a charter does not depend on the language that a program is written in.
#[test]
fn both_programs_take_the_same_signs_for_spaces_around_the_words_of_a_charter() {
    const RULE: &str = "[[ballot]]\nname = 'besluiten'\nkind = 'for-against'\nentitled = ['drawn']\nsecrecy = 'paper'\n\
        counted = ['for', 'against']\nshare = '1/2'\nthan = 'more-than'\nof = 'for-and-against'\n\
        quorum = '1/2 of members'\nconsensus = false\n";
    const BEST: &str = "[[ballot]]\nname = 'top'\nkind = 'choose'\nentitled = ['drawn']\nsecrecy = 'paper'\nmost = 2\n\
        adopt = '2 best'\nties = { lot = 'text' }\nquorum = 'none'\n";
    const PHASE: &str = "[[phase]]\nname = 'a'\nscale = 5\nrung = 'advise'\nfrom = '2027-01-01'\nuntil = 2027-02-01\n\
        reply = { term = '5 weeks', by = 'raad' }\n[[answer]]\nwarning = 'idle-vote'\ntext = 'x'\n\
        [leidraad]\naim = 'a'\nstart = 'b'\nwho = 'c'\nform = 'd'\ninput = 'policy knowledge'\n";
    let mut all = Vec::new();
    let signs =
        (1..=0x20u32).chain([0x7f, 0x85, 0xa0, 0x1680, 0x180e, 0x200a, 0x200b, 0x2028, 0x205f, 0x3000]);
    for sign in signs.chain([0xfeff]) {
        for text in [RULE, BEST, PHASE] {
            for (at, _) in text.match_indices(['\'', '/']) {
                for at in [at, at + 1] {
                    let sign = format!("\\u{sign:04x}");
                    all.push(
                        format!("{}{sign}{}", &text[..at], &text[at..]).replace('\'', "\"").into_bytes(),
                    );
                }
            }
        }
    }
    let read = alike("promises", &all, |bytes| {
        Promises::read("charter.toml", bytes, &mut Found::default()).map(|_| "promises".to_owned())
    });
    assert!(read > 500 && all.len() - read > 500, "{read} of {}", all.len());
}

/// A beacon's round counts if it is due after the date, by a second; one that is due just then does not.
#[test]
fn a_round_due_at_the_very_date_came_too_early() {
    let due =
        |date: &str| format!("date = {date}\n[seed]\nsource = 'drand'\nchain = 'quicknet'\nround = 1000\n");
    assert_eq!(charter(due(DUE).as_bytes()), None);
    assert_eq!(charter(due("2023-08-23T15:59:25Z").as_bytes()), None);
    let before = charter(due("2023-08-23T15:59:23Z").as_bytes());
    assert_eq!(before.as_deref(), Some("1692806363 drand quicknet 1000"));
}

fn evidence_texts() -> Vec<String> {
    let mut all: Vec<String> = [
        "text\nappel peer",
        "text\nAppel",
        "text\n appel",
        "text\nappel ",
        "text\nappel  peer",
        "text\n",
        "text",
        "text\nappel\n",
        "text\nl'eau",
        "text\nl",
        "text\nl eau",
        "text\n17 l'eau",
        "text\n3 o",
        "text\no 3",
        "text\no",
        "text\nlo-3",
        "text\n3,5 12:30 1/2 1.5 1-2",
        "text\na,b",
        "text\na.b",
        "text\n-a",
        "text\na-",
        "text\n3.",
        "text\n'a",
        "text\na'3",
        "text\n3'a",
        "text\na1",
        "text\n1a",
        "text\ncafé",
        "text\ncafe\u{301}",
        "text\nşţ",
        "text\nșț",
        "text\nı",
        "text\nß",
        "text\nẞ",
        "text\nдом",
        "text\nоса",
        "text\nдом appel",
        "text\nдo\u{43c}",
        "text\nλόγος",
        "text\nοι",
        "text\nλόγος дом",
        "text\n3 7 з",
        "text\nдом з",
        "text\nσ\u{1f78}",
        "text\n\u{ff41}",
        "text\n\u{663}",
        "text\n3\u{b3}",
        "text\na\u{200b}b",
        "text\n\u{feff}a",
        "text\na\u{a0}b",
        "text\na\tb",
        "text\na\0b",
        "text\n東京",
        "lotto\n3 17 22",
        "lotto\n3 22 17",
        "lotto\n3 3 17",
        "lotto\n9 10",
        "lotto\n10 9",
        "lotto\n03 17",
        "lotto\n3  17",
        "lotto\n3,17",
        "lotto\n",
        "lotto\n3 ",
        "lotto\n-3",
        "lotto\n+3",
        "lotto\n18446744073709551615",
        "lotto\n18446744073709551616",
        "lotto\n3\u{200b}",
        "lotto\n\u{663}",
        "lotto\n3.5",
        "lotto\nappel",
        "ticket\n187",
        "ticket\n0187",
        "ticket\n+1",
        "ticket\n1 ",
        "ticket\n\u{661}",
        "ticket\n",
        "ticket\n18446744073709551616",
        "dice\n10\n1 8 7",
        "dice\n10\n1 8 7\n",
        "dice\n6\n6 6\n1 2",
        "dice\n6\n0",
        "dice\n6\n6 6\n1",
        "dice\n6",
        "dice\n6\n+1",
        "dice\n6\n\u{661}",
        "dice\n1001\n1",
        "dice\n1000\n1000",
        "dice\n1\n1",
        "dice\n10\n10",
        "drand\n52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971\n5\nab",
        "drand\n52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971\n5\nAB",
        "drand\n52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971\n05\nab",
        "drand\n52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971\n5\nabc",
        "drand\n52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971\n5\n",
        "drand\n52DB9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971\n5\nab",
        "drand\nquicknet\n5\nab",
        "drand\n52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971\n5\nab\n",
        "contributions",
        "contributions\n",
        "oracle\n1",
        "",
        "\n",
        "Text\nappel",
    ]
    .map(str::to_owned)
    .into();
    all.push(format!("lotto\n{}", vec!["1"; 100].join(" ")));
    all.push(format!("lotto\n{}", vec!["1"; 101].join(" ")));
    all.push(format!("text\n{}", "a".repeat(2000)));
    all.push(format!("text\n{}", "é".repeat(1000)));
    all.push(format!("text\n{}", "é".repeat(1001)));
    all.push(format!("dice\n6\n{}", vec!["1"; 64].join(" ")));
    all.push(format!("dice\n6\n{}", vec!["1"; 65].join(" ")));
    let salt = "0123456789abcdef".repeat(2);
    for slips in [
        "S appel\nS peer",
        "S appel\n-",
        "-\n-\notherwise\nlotto\n3",
        "S appel\n-\notherwise\ntext\nappel",
        "S appel\n-\notherwise\nlotto\n3 17",
        "S appel\n-\notherwise\nlotto\n17 3",
        "S appel\nS peer\notherwise\nlotto\n3",
        "S appel",
        "S appel\n-\notherwise\ncontributions\nS appel\nS peer",
        "S Appel\nS peer",
        "S  appel\nS peer",
        "S\nS peer",
        "s appel\nS peer",
        "S appel\nS peer\n",
        "S appel\n-\notherwise",
        "S appel\n-\notherwise\n",
        "S appel\n-\notherwise\nticket\n7",
        "S appel\n-\notherwise\ntext\notherwise\ntext\na",
        "appel\npeer",
        "S appel\n\nS peer",
        "otherwise\ntext\na",
        "-\n- \notherwise\nlotto\n3",
        "S otherwise\nS otherwise",
    ] {
        all.push(format!(
            "contributions\n{}",
            slips.replace("S ", &format!("{salt} ")).replace("s ", &format!("{} ", salt.to_uppercase()))
        ));
    }
    all.push(format!("contributions\n{}\notherwise\nlotto\n3", vec!["-"; 100].join("\n")));
    all.push(format!("contributions\n{}\notherwise\nlotto\n3", vec!["-"; 101].join("\n")));
    // Words at random: of one script mostly, with what may and may not stand between.
    let signs = |text: &str| text.chars().collect::<Vec<char>>();
    let scripts = [
        signs(LATIN),
        signs(GREEK),
        signs(CYRILLIC),
        signs("0123456789"),
        signs("l0o1ol"),
        signs(LIKE_DIGITS),
    ];
    let other = signs("-'.,:/ \u{200b}\u{a0}\u{301}A\"’–\t;ıșſŉĸǆ\u{37e}\u{345}\u{1f71}ﬁ");
    let mut noise = Noise(2);
    for _ in 0..6000 {
        let mut script = noise.below(6);
        let mut text = String::new();
        for _ in 0..1 + noise.below(9) {
            match noise.below(40) {
                0 => script = noise.below(6),
                1 => text.push(other[noise.below(other.len())]),
                2 => text.push(other[noise.below(7)]),
                3..=6 => text.push(' '),
                7..=9 => text.push(scripts[3][noise.below(10)]),
                _ => text.push(scripts[script][noise.below(scripts[script].len())]),
            }
        }
        all.push(format!("{}\n{text}", noise.of(&["text", "text", "text", "lotto"])));
    }
    all
}

#[test]
fn both_programs_read_the_same_in_every_evidence_or_refuse_it() {
    let all: Vec<Vec<u8>> = evidence_texts().into_iter().map(String::into_bytes).collect();
    let read = alike("evidence", &all, |bytes| {
        let evidence = Evidence::parse(std::str::from_utf8(bytes).unwrap())?;
        Some(data_encoding::HEXLOWER.encode(evidence.decisive().to_string().as_bytes()))
    });
    assert!(read > 1000 && all.len() - read > 1000, "{read} of {}", all.len());
}

#[test]
fn both_programs_call_the_same_texts_a_line() {
    let every = (0..0x11_0000u32).filter(|n| *n < 0x3100 || n % 61 == 0 || (0xd000..0x1_0100).contains(n));
    let edges = geloot::base::line::UNSEEN.iter().flat_map(|&(a, b)| [a.saturating_sub(1), a, b, b + 1]);
    let signs = every.chain(edges).filter_map(char::from_u32);
    let alone = |sign: char| [format!("a{sign}b").into_bytes(), sign.to_string().into_bytes()];
    let mut all: Vec<Vec<u8>> = signs.flat_map(alone).collect();
    for text in
        ["", " ", "a", " a", "a ", "a\n", "\u{85}a", &"x".repeat(2000), &"x".repeat(2001), &"é".repeat(1001)]
    {
        all.push(text.as_bytes().to_vec());
    }
    let read =
        alike("line", &all, |bytes| is_line(std::str::from_utf8(bytes).unwrap()).then(|| "line".to_owned()));
    assert!(read > 20_000 && all.len() - read > 500, "{read} of {}", all.len());
}

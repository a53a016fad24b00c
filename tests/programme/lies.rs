//! Planted lies: in each exactly one claim fails, and it is the one that should. They lie in `fixtures/programme/tampered`:
//! `honest` is a whole ledger with the lotteries that it names, and every other folder has what its lie changes in it.
//! With `GELOOT_ACCEPT=1` all of them are made again.

use crate::run::json;
use crate::support::{Case, claims, copy, expected, files, people, texts, with};
use geloot::bundle::form;
use geloot::draw::merkle;
use geloot::programme::burden::{self, Burden};
use geloot::programme::counts::Counts;
use geloot::programme::entry::{self, ENTRIES, Facts};
use geloot::programme::rows::{self, Line, Row};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

const RULES: &str = "name = \"Proef\"\nreports = [\"kern\"]\n\
    letters = { again-after = \"48 months\" }\ncool-off = { served = \"36 months\" }\n\
    keep = { served = \"36 months\", letter = \"48 months\" }\n\
    [[frame]]\nname = \"inwoners\"\nkind = \"register\"\n\
    [[body]]\nname = \"Raad\"\nseats = 6\nterm = \"18 months\"\nrenew = { seats = 2, every = \"6 months\" }\n\
    from = \"inwoners\"\n";
const QUOTAS: &str = "feature,value,min,max\nkern,noord,2,4\nkern,zuid,2,4\n";

fn kern(i: usize) -> String {
    if i.is_multiple_of(2) { "noord".to_owned() } else { "zuid".to_owned() }
}

/// Two draws of letters and two of a body, hours, and an erasure: something of everything.
fn whole() -> (Case, Vec<String>, Vec<String>) {
    let case = Case::new(RULES, "2027-01-01");
    let mut heads = vec![case.head()];
    case.write("all.csv", &people(0, 60, &[("kern", &kern)]));
    case.write("later.csv", &people(3, 66, &[("kern", &kern)]));
    case.write("both.csv", &people(0, 66, &[("kern", &kern)]));
    case.write("quotas.csv", QUOTAS);
    case.due_letters(12, "all.csv", "2027-02-01", "brieven1", &["--by", "kern"]);
    let one = case.draw("brieven1", None, 12, "een twee");
    case.add("2027-02-01", &["--record", &one, "--letters", &case.path("brieven1/frame.csv")]);
    case.due_body("Raad", "all.csv", "2027-03-01", "raad1");
    let two = case.draw("raad1", Some("quotas.csv"), 6, "drie vier");
    case.add("2027-03-01", &["--record", &two, "--body", "Raad"]);
    heads.push(case.head());
    let mut served = String::from("id,date,minutes\n");
    (3..6).for_each(|i| served.push_str(&format!("p{i:05},2027-04-01,480\n")));
    let served = case.write("served.csv", &served);
    case.add("2027-04-01", &["--served", &served]);
    case.due_body("Raad", "both.csv", "2027-09-01", "raad2");
    let three = case.draw("raad2", Some("quotas.csv"), 6, "vijf zes");
    case.add("2027-09-01", &["--record", &three, "--body", "Raad"]);
    case.due_letters(12, "later.csv", "2027-10-01", "brieven2", &["--by", "kern"]);
    let four = case.draw("brieven2", None, 12, "zeven acht");
    case.add("2027-10-01", &["--record", &four, "--letters", &case.path("brieven2/frame.csv")]);
    heads.push(case.head());
    copy(Path::new(&case.programme()), Path::new(&case.path("before")));
    let p = case.programme();
    // Somebody who had a seat, and of whom no hours are entered.
    let drawn = case.read("raad1/lottery/panel.csv");
    let ids = drawn.lines().skip(1).map(|row| row.split(',').next().unwrap());
    let gone = ids.into_iter().find(|id| !["p00003", "p00004", "p00005"].contains(id)).unwrap();
    json(&["programme", "erase", &p, "--person", gone, "--date", "2027-11-01", "--day-to-come"]);
    heads.push(case.head());
    (case, vec![one, two, three, four], heads)
}

/// A copy of the programme that can be spoiled.
pub struct Spoiled {
    pub dir: String,
}

impl Spoiled {
    pub fn new(case: &Case, from: &str, name: &str) -> Self {
        let dir = case.path(name);
        copy(Path::new(&case.path(from)), Path::new(&dir));
        Self { dir }
    }

    pub fn read(&self, file: &str) -> String {
        std::fs::read_to_string(Path::new(&self.dir).join(file)).unwrap()
    }

    pub fn write(&self, file: &str, bytes: &[u8]) {
        std::fs::write(Path::new(&self.dir).join(file), bytes).unwrap();
    }

    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file}: {from}");
        self.write(file, text.replacen(from, to, 1).as_bytes());
    }

    /// Writes entry `n` anew with these rows, and everything behind it that names it, as somebody would who can change all
    /// files of the ledger and none that others have.
    pub fn forge(&self, n: u32, rows: &dyn Fn(&mut Vec<String>)) {
        self.forge_all(n, rows, &|_, _, _| {});
    }

    /// The same with what is public of it as `edit` has it.
    pub fn forge_all(
        &self,
        n: u32,
        rows: &dyn Fn(&mut Vec<String>),
        edit: &dyn Fn(&mut Facts, &mut Counts, &mut Vec<u8>),
    ) {
        let (mut previous, mut changed): (Option<String>, _) = (None, false);
        let mut burden = Burden::default();
        for m in 1.. {
            let place = format!("public/entries/{m}/");
            if !Path::new(&self.dir).join(&place).exists() {
                break;
            }
            let mut facts: Facts =
                form::read_facts(self.read(&format!("{place}{}", entry::ENTRY)).as_bytes()).unwrap();
            let own = self.read(&format!("sealed/entries/{m}/rows.csv"));
            let mut lines: Vec<String> = own.lines().skip(1).map(str::to_owned).collect();
            let mut counts = Counts::read(self.read(&format!("{place}counts.csv")).as_bytes()).unwrap();
            let before = lines.clone();
            if m == n {
                rows(&mut lines);
            }
            changed |= lines != before;
            if m == n && !lines.is_empty() {
                let text = format!("{}\n{}\n", rows::ROWS, lines.join("\n"));
                let read: Vec<Row<'_>> = rows::lines(text.as_bytes())
                    .map(|line| match line.unwrap() {
                        Line::Row(row, _) => row,
                        Line::Stone(_) => panic!("an entry without erased rows"),
                    })
                    .collect();
                let salts = vec![Some(geloot::base::digest::Digest([9; 32])); lines.len()];
                let leaves = rows::leaves(text.as_bytes(), &salts).unwrap();
                facts.root = merkle::root(&leaves).to_string();
                facts.rows = lines.len() as u64;
                // By features as they were: of whom they are, only the records know.
                let by_feature =
                    counts.0.into_iter().filter(|(of, _)| !["", "ground"].contains(&of.2.as_str()));
                let by_feature: Vec<_> = by_feature.collect();
                counts = Counts::of(&read, &|_| None, 5);
                counts.0.extend(by_feature);
                self.write(&format!("sealed/entries/{m}/rows.csv"), text.as_bytes());
                self.write(&format!("sealed/entries/{m}/salts.csv"), &rows::salt_table(&salts));
            }
            let own = self.read(&format!("sealed/entries/{m}/rows.csv"));
            for line in rows::lines(own.as_bytes()) {
                if let Line::Row(row, _) = line.unwrap() {
                    burden.add(&row);
                }
            }
            facts.previous = previous.clone();
            let mut chances = std::fs::read(Path::new(&self.dir).join(format!("{place}{}", entry::CHANCES)));
            if m == n {
                edit(&mut facts, &mut counts, chances.as_mut().unwrap_or(&mut Vec::new()));
            }
            let told = match changed {
                true => burden::table(burden.loads()),
                // With what was erased of it.
                false => self.read(&format!("{place}{}", entry::BURDEN)).into_bytes(),
            };
            let mut lists = vec![(entry::COUNTS, counts.table()), (entry::BURDEN, told)];
            lists.extend(chances.ok().map(|bytes| (entry::CHANCES, bytes)));
            for list in [entry::RULES, entry::SEED] {
                if let Ok(bytes) = std::fs::read(Path::new(&self.dir).join(format!("{place}{list}"))) {
                    lists.push((list, bytes));
                }
            }
            let made = ENTRIES.append(&facts, lists);
            for (name, bytes) in &made.files {
                self.write(&format!("{place}{name}"), bytes);
            }
            let manifest = self.read(&format!("{place}manifest.txt"));
            self.write("public/head.txt", format!("{}\n", entry::head(manifest.as_bytes())).as_bytes());
            previous = Some(made.digest.to_string());
        }
    }

    /// Writes one public list of entry `n` anew, and everything behind it that names it.
    pub fn forge_list(&self, n: u32, list: &str, bytes: &[u8]) {
        self.write(&format!("public/entries/{n}/{list}"), bytes);
        let mut previous: Option<String> = None;
        for m in 1.. {
            let place = format!("public/entries/{m}/");
            let at = Path::new(&self.dir).join(&place);
            if !at.exists() {
                break;
            }
            let facts = self.read(&format!("{place}{}", entry::ENTRY));
            let facts = Facts { previous, ..form::read_facts(facts.as_bytes()).unwrap() };
            let known = [entry::COUNTS, entry::BURDEN, entry::CHANCES, entry::RULES, entry::SEED];
            let lists = known.into_iter().filter_map(|name| Some((name, std::fs::read(at.join(name)).ok()?)));
            let made = ENTRIES.append(&facts, lists.collect());
            for (name, bytes) in &made.files {
                self.write(&format!("{place}{name}"), bytes);
            }
            let manifest = self.read(&format!("{place}manifest.txt"));
            self.write("public/head.txt", format!("{}\n", entry::head(manifest.as_bytes())).as_bytes());
            previous = Some(made.digest.to_string());
        }
    }

    /// Keeps the lie: what it changes, what is gone, and what it is to be checked with.
    fn keep(&self, honest: &Path, records: &[&str], heads: &[&str]) {
        let lie = lies().join(Path::new(&self.dir).file_name().unwrap());
        let own = |dir: &Path| -> BTreeMap<String, Vec<u8>> {
            let name = |path: &Path| path.strip_prefix(dir).unwrap().to_str().unwrap().to_owned();
            files(dir).iter().map(|path| (name(path), std::fs::read(path).unwrap())).collect()
        };
        let (before, after) = (own(honest), own(Path::new(&self.dir)));
        _ = std::fs::remove_dir_all(lie.join("ledger"));
        for (name, bytes) in after.iter().filter(|(name, bytes)| before.get(*name) != Some(*bytes)) {
            let path = lie.join("ledger").join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        let gone: Vec<&String> = before.keys().filter(|name| !after.contains_key(*name)).collect();
        let given = format!("records = {records:?}\nheads = {heads:?}\ngone = {gone:?}\n");
        std::fs::write(lie.join("given.toml"), given).unwrap();
    }
}

/// The folder of the lies.
fn lies() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/programme/tampered")
}

/// Makes a folder anew from another.
fn keep_folder(from: &Path, to: &Path) {
    _ = std::fs::remove_dir_all(to);
    copy(from, to);
}

#[test]
fn in_each_lie_exactly_one_claim_fails_and_names_it() {
    if std::env::var_os("GELOOT_ACCEPT").is_some() {
        plant();
    }
    let honest = lies().join("honest");
    let record = |name: &str| honest.join(name).to_str().unwrap().to_owned();
    let ledger = honest.join("ledger");
    let given: toml::Table = std::fs::read_to_string(honest.join("given.toml")).unwrap().parse().unwrap();
    let records: Vec<String> = texts(&given["records"]).iter().map(|name| record(name)).collect();
    let (all, heads): (Vec<&str>, _) = (records.iter().map(String::as_str).collect(), texts(&given["heads"]));
    let noted: Vec<&str> = heads.iter().map(String::as_str).collect();
    let dir = ledger.to_str().unwrap();
    let found = claims(dir, &all, &noted, true);
    assert_eq!(with(&found, "PASS"), (1..=12).collect::<Vec<u64>>(), "{found:?}");
    crate::second::agree(dir, &all, &noted);
    crate::second::agree(dir, &[], &[]);
    let mut told = 0;
    for entry in std::fs::read_dir(lies()).unwrap() {
        let lie = entry.unwrap().path();
        let name = lie.file_name().unwrap().to_str().unwrap().to_owned();
        if !lie.is_dir() || name == "honest" {
            continue;
        }
        told += 1;
        let temp = tempfile::tempdir().unwrap();
        let dir = temp.path().join("ledger");
        let told_by = Command::new("sh").arg(lies().join("tell.sh")).arg(&name).arg(&dir).status().unwrap();
        assert!(told_by.success(), "{name}");
        let given: toml::Table = std::fs::read_to_string(lie.join("given.toml")).unwrap().parse().unwrap();
        let own = |name: &String| match name.strip_prefix("own/") {
            Some(rest) => lie.join(rest).to_str().unwrap().to_owned(),
            None => record(name),
        };
        let records: Vec<String> = texts(&given["records"]).iter().map(own).collect();
        let records: Vec<&str> = records.iter().map(String::as_str).collect();
        let heads = texts(&given["heads"]);
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        let dir = dir.to_str().unwrap();
        let only = expected(&format!("tampered/{name}"))["claim"].as_integer().unwrap() as u64;
        let found = claims(dir, &records, &heads, true);
        assert_eq!(with(&found, "FAIL"), [only], "{name}: {found:?}");
        crate::second::agree(dir, &records, &heads);
        if name == "other-key" {
            // Only with the keys of both it is seen, by either program.
            assert_ne!(crate::second::with_keys(dir, all[1]).as_deref(), Some("FAIL"));
            assert_ne!(crate::second::with_keys(dir, records[0]).as_deref(), Some("PASS"));
        }
    }
    assert_eq!(told, 19, "a lie for each of the claims P1 to P11, and several for some");
}

/// Makes an honest ledger and every lie about it.
fn plant() {
    let (case, records, heads) = whole();
    let honest = lies().join("honest");
    keep_folder(Path::new(&case.programme()), &honest.join("ledger"));
    let names = ["letters-1", "council-1", "council-2", "letters-2"];
    for (name, record) in names.iter().zip(&records) {
        keep_folder(Path::new(record), &honest.join(name));
    }
    std::fs::write(honest.join("given.toml"), format!("records = {names:?}\nheads = {heads:?}\n")).unwrap();
    // What hostile events are made from names people of this council.
    let drawn = case.read("raad1/lottery/panel.csv");
    let ids: Vec<&str> = drawn.lines().skip(1).map(|row| row.split(',').next().unwrap()).collect();
    let events = format!(
        "date,id,event,reason,by,until\n2027-06-01,{},declined,,,\n1-6-2027,{},niet bereikt,geen gehoor,Anna,\n\
         2027-06-02,{},bevestigd,,Anna,2027-06-30\n",
        ids[1], ids[3], ids[4]
    );
    std::fs::write(lies().join("../../../fuzz/seeds/events.csv"), events).unwrap();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let base = honest.join("ledger");
    let keep = |lie: Spoiled, records: &[&str], heads: &[&str]| lie.keep(&base, records, heads);
    let spoiled = |name| Spoiled::new(&case, "P", name);
    // As it was before anything was erased.
    let before = |name| Spoiled::new(&case, "before", name);

    // P1: an entry dropped, swapped with the next, changed; a file that does not belong there.
    let dropped = spoiled("dropped");
    std::fs::remove_dir_all(Path::new(&dropped.dir).join("public/entries/3")).unwrap();
    keep(dropped, &names, &heads);
    let swapped = spoiled("swapped");
    let at = |n: u32| Path::new(&swapped.dir).join(format!("public/entries/{n}"));
    std::fs::rename(at(3), at(99)).unwrap();
    std::fs::rename(at(4), at(3)).unwrap();
    std::fs::rename(at(99), at(4)).unwrap();
    keep(swapped, &names, &heads);
    let changed = spoiled("changed");
    changed.replace("public/entries/3/counts.csv", "drawn,Raad,,,6", "drawn,Raad,,,7");
    keep(changed, &names, &heads);
    let extra = spoiled("extra");
    extra.write("public/more.csv", b"x");
    keep(extra, &names, &heads);

    // P2: the whole ledger written anew leaves everything in order but the lines that others noted.
    let forged = before("forged");
    forged.forge(5, &|rows| rows[0] = rows[0].replace(",480,", ",470,"));
    keep(forged, &[], &heads[..3]);

    // P3: a record that is not entered.
    let other = case.path("raad2/other");
    let args =
        ["lottery", "--pool", &case.path("all.csv"), "--quotas", &case.path("quotas.csv"), "--seats", "6"];
    let key = case.path("P/sealed/key.txt");
    crate::run::done(&[&args[..], &["--key", &key, "--tickets", "500", "--out", &other, "--quiet"]].concat());
    crate::run::done(&["draw", &other, "--seed", "elders", "--quiet"]);
    keep_folder(Path::new(&other), &lies().join("unentered/lottery"));
    keep(spoiled("unentered"), &["own/lottery"], &[]);

    // A lottery whose codes are under a key that is not the programme's.
    let other_key = spoiled("other-key");
    let lottery = case.path("spoiled-lottery");
    copy(Path::new(&records[1]), Path::new(&lottery));
    std::fs::write(Path::new(&lottery).join("sealed/key.txt"), format!("{}\n", "ab".repeat(32))).unwrap();
    keep_folder(Path::new(&lottery), &lies().join("other-key/lottery"));
    keep(other_key, &["own/lottery"], &[]);

    // P4 to P7: what is public of an entry changed, and everything behind it written anew.
    let same = |_: &mut Vec<String>| {};
    let sums = before("sums");
    sums.forge_all(3, &same, &|_, counts, _| {
        let of = |feature: &str, value: &str| -> (String, String, String, String) {
            ["drawn", "Raad", feature, value].map(str::to_owned).into()
        };
        let all = counts.0[&of("", "")];
        counts.0.insert(of("kern", "noord"), all);
        counts.0.insert(of("kern", "zuid"), all);
    });
    keep(sums, &[], &[]);
    let rules = before("rules");
    rules.forge_all(5, &same, &|facts, _, _| facts.rules_file = "0".repeat(64));
    keep(rules, &[], &[]);
    let chances = before("chances");
    chances.forge_all(3, &same, &|_, _, chances| {
        let text = String::from_utf8(chances.clone()).unwrap();
        let line = text.lines().nth(1).unwrap();
        let mut cells: Vec<&str> = line.split(',').collect();
        cells[5] = "7";
        *chances = text.replacen(line, &cells.join(","), 1).into_bytes();
    });
    keep(chances, &[], &[]);
    let fewer = before("fewer");
    fewer.forge(6, &|rows| {
        let at = rows.iter().position(|line| line.contains(",excluded,")).unwrap();
        rows.remove(at);
        number(rows);
    });
    keep(fewer, &names[2..3], &[]);

    // P8: a row changed, a salt changed, a stone that no erasure tells of, and a code that is not the key's.
    let row = spoiled("row");
    row.replace("sealed/entries/5/rows.csv", ",480,", ",470,");
    keep(row, &names, &heads);
    let salt = spoiled("salt");
    let first = salt.read("sealed/entries/5/salts.csv").lines().nth(1).unwrap().to_owned();
    salt.replace("sealed/entries/5/salts.csv", &first, &format!("1,{}", "a".repeat(64)));
    keep(salt, &names, &heads);
    let stone = spoiled("stone");
    let (own, salts) = (stone.read("sealed/entries/5/rows.csv"), stone.read("sealed/entries/5/salts.csv"));
    let mut own_salts = rows::salts(salts.as_bytes()).unwrap();
    let leaves = rows::leaves(own.as_bytes(), &own_salts).unwrap();
    let place = own.lines().skip(1).position(|line| !line.starts_with("erased")).unwrap();
    own_salts[place] = None;
    let gone = format!("erased,2027-11-01,request,{}", leaves[place]);
    stone.replace("sealed/entries/5/rows.csv", own.lines().nth(place + 1).unwrap(), &gone);
    stone.write("sealed/entries/5/salts.csv", &rows::salt_table(&own_salts));
    keep(stone, &names, &heads);
    let code = spoiled("code");
    code.replace("sealed/people.csv", "inwoners,p00004,", "inwoners,q00004,");
    keep(code, &names, &heads);

    // P9: somebody in cool-off in the pool, and somebody barred without ground, each alone among the others.
    let cooling = case.rows(5).into_iter().find(|row| row[0] != "erased").unwrap()[2].clone();
    let planted = before("planted");
    planted.forge(6, &|rows| {
        rows.retain(|line| !line.contains(&format!("{cooling},excluded")));
        let row = rows.iter_mut().find(|line| line.contains(",pool,")).unwrap();
        let own = row.split(',').nth(2).unwrap().to_owned();
        *row = row.replace(&own, &cooling);
        number(rows);
    });
    keep(planted, &[], &[]);
    let groundless = before("groundless");
    groundless.forge(6, &|rows| {
        let row = rows.iter().find(|line| line.contains(",pool,")).unwrap();
        let mut cells: Vec<String> = row.split(',').map(str::to_owned).collect();
        (cells[3], cells[6]) = ("excluded".into(), "1".into());
        rows.push(cells.join(","));
        number(rows);
    });
    keep(groundless, &[], &[]);

    // P10: a term beyond what the rules allow.
    let longer = before("longer");
    longer.forge(4, &|rows| {
        rows[0] = rows[0]
            .replacen(",2027-09-01", ",2028-10-01", 1)
            .replacen(",2028-03-01", ",2028-10-01", 1)
            .replacen(",2028-09-01", ",2028-10-01", 1)
    });
    keep(longer, &[], &[]);

    // P11: somebody had a letter who was not open.
    let turn = before("turn");
    let before = case.rows(2).into_iter().filter(|row| row.get(3).is_some_and(|event| event == "letter"));
    let frame = case.read("brieven2/frame.csv");
    let gone = |code: &str| frame.lines().any(|line| line.starts_with(code) && line.contains(",gone,"));
    let known = |code: &str| frame.contains(&format!("{code},"));
    let cool: Vec<String> = case.rows(5).into_iter().filter_map(|row| row.get(2).cloned()).collect();
    let had = before
        .map(|row| row[2].clone())
        .find(|code| known(code) && !gone(code) && !cool.contains(code))
        .unwrap();
    let stratum =
        frame.lines().find(|line| line.starts_with(&had)).unwrap().split(',').nth(1).unwrap().to_owned();
    turn.forge(8, &|rows| {
        let mine = |line: &String| {
            let code = line.split(',').nth(2).unwrap_or_default();
            line.contains(",letter,") && frame.contains(&format!("{code},{stratum},"))
        };
        let row = rows.iter_mut().find(|line| mine(line)).unwrap();
        let own = row.split(',').nth(2).unwrap().to_owned();
        *row = row.replace(&own, &had);
        number(rows);
    });
    keep(turn, &[], &[]);
}

/// Puts rows in their order and numbers them.
pub fn number(rows: &mut [String]) {
    for (at, row) in rows.iter_mut().enumerate() {
        let (_, rest) = row.split_once(',').unwrap();
        *row = format!("{},{rest}", at + 1);
    }
}

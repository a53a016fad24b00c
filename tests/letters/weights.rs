//! People with weights: their chances as everybody is told them, and what both verifiers say of honest records and of lies about
//! a weight.

use crate::run::{done, json, json_of, refused, second, text};
use geloot::base::digest::Digest;
use geloot::seed::Manifest;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A made-up register of two places and another of one home, everybody with a weight from 1 to 4.
fn register() -> String {
    let row = |n: u32| {
        let place = ["Egchel", "Meijel", "Meijel"][n as usize % 3];
        let house = if n.is_multiple_of(4) { n / 8 } else { 200 + n };
        format!("{n:05};{place};5980 AB;{house};{}\n", 1 + n / 3 % 4)
    };
    format!("nummer;kern;postcode;huis;gewicht\n{}", (1..=600).map(row).collect::<String>())
}

/// The weight of somebody in it.
fn weights() -> BTreeMap<String, u64> {
    let text = register();
    let cells = text.lines().skip(1).map(|line| line.split(';').collect::<Vec<_>>());
    cells.map(|cells| (cells[0].to_owned(), cells[4].parse().unwrap())).collect()
}

fn charter(letters: &str) -> String {
    format!(
        "date = 2026-12-01\n[seed]\nsource = \"text\"\n[columns]\nkey = \"nummer\"\nstrata = [\"kern\"]\n\
         postcode = \"postcode\"\nnumber = \"huis\"\nweight = \"gewicht\"\n[letters]\n{letters}\n"
    )
}

const ANY: &str = "number = 30\nreserves = 20";
const ONE: &str = "share = \"each\"\nnumber = 8\nreserves = 4\nhomes = \"one-letter\"";
const AREAS: &str =
    "share = \"each\"\nnumber = 8\nreserves = 2\nhomes = \"one-letter\"\n[areas]\nnumber = 1\nreserves = 1";

struct Bench(tempfile::TempDir);

impl Bench {
    fn new(letters: &str) -> Self {
        let bench = Self(tempfile::tempdir().unwrap());
        bench.write("register.csv", &register());
        bench.write("strata.csv", "kern\nEgchel\nMeijel\n");
        bench.write("charter.toml", &charter(letters));
        bench.write("register.key", &"5a".repeat(32));
        bench
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_string_lossy().into_owned()
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    fn frame(&self) -> Vec<String> {
        let paths = ["register.csv", "strata.csv", "charter.toml", "register.key", "one"];
        let [register, strata, charter, key, out] = paths.map(|name| self.path(name));
        let args = ["invite", "frame", "--register", &register, "--strata", &strata];
        let more = ["--charter", &charter, "--key", &key, "--out", &out];
        args.iter().chain(&more).map(|arg| (*arg).to_owned()).collect()
    }

    fn framed(&self) -> Value {
        json(&strs(&self.frame()))
    }

    /// The rows of a file, cell by cell.
    fn rows(&self, name: &str) -> Vec<Vec<String>> {
        let text = self.read(name);
        text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
    }
}

fn strs(args: &[String]) -> Vec<&str> {
    args.iter().map(String::as_str).collect()
}

/// The claims that fail, as both verifiers say.
#[track_caller]
fn failed(dir: &str, exit: i32) -> BTreeSet<u64> {
    let all = json_of(&["verify", dir], exit);
    let claims = all["claims"].as_array().unwrap().iter().filter(|claim| claim["outcome"] == "FAIL");
    let own: BTreeSet<u64> = claims.map(|claim| claim["claim"].as_u64().unwrap()).collect();
    if let Some(output) = second(&[dir, "--json"]) {
        assert_eq!(output.status.code(), Some(exit), "{}{}", text(&output.stdout), text(&output.stderr));
        let all: BTreeMap<String, String> = serde_json::from_slice(&output.stdout).unwrap();
        let other = all.iter().filter(|(_, outcome)| *outcome == "FAIL");
        let other: BTreeSet<u64> = other.map(|(claim, _)| claim.parse().unwrap()).collect();
        assert_eq!(other, own, "{}", text(&output.stdout));
    }
    own
}

#[test]
fn chances_by_weight_are_told_and_can_be_checked() {
    for letters in [ANY, ONE, AREAS] {
        let bench = Bench::new(letters);
        let framed = bench.framed();
        let dir = bench.path("one");
        done(&["invite", "draw", &dir, "--seed", "appel peer"]);
        done(&["invite", "waves", &dir, "--first-on", "2027-01-20"]);
        assert_eq!(failed(&dir, 0), BTreeSet::new(), "{letters}");
        // What the weights come to stands in public, and the chance of weight 1 by it.
        let weights = weights();
        let people = bench.rows("one/public/people.csv");
        assert!(bench.read("one/public/people.csv").starts_with("stratum,people,weight,greatest\n1,200,"));
        let sum: u64 = people.iter().map(|row| row[2].parse::<u64>().unwrap()).sum();
        assert_eq!(sum, weights.values().sum::<u64>());
        let plan = bench.rows("one/public/plan.csv");
        for (i, stratum) in framed["strata"].as_array().unwrap().iter().enumerate() {
            assert_eq!(stratum["weight"].as_u64().unwrap().to_string(), people[i][2]);
            assert_eq!(stratum["greatest"], 4);
            let (part, of) = plan[i][3].split_once('/').unwrap();
            let (part, of): (u64, u64) = (part.parse().unwrap(), of.parse().unwrap());
            let given: u64 = plan[i][1].parse().unwrap();
            // Where one of two areas is drawn, every weight has the same chance in both.
            let whole = if letters == AREAS { sum } else { people[i][2].parse().unwrap() };
            assert_eq!(part * whole, given * of, "{letters}");
        }
        // Nobody has two places, nor a home where homes count.
        let list = bench.rows("one/letters.csv");
        let at = if letters == ANY { 2 } else { 3 };
        assert_eq!(list.iter().map(|row| &row[at]).collect::<BTreeSet<_>>().len(), list.len());
        // Whoever asks hears their own weight and chance.
        let number = "00007";
        let told = json(&["explain", &dir, "--person", number]);
        assert_eq!(told["weight"], weights[number]);
        let row = plan[told["stratum"].as_u64().unwrap() as usize - 1][3].clone();
        let ratio = |text: &str| {
            let (part, of) = text.split_once('/').unwrap();
            part.parse::<f64>().unwrap() / of.parse::<f64>().unwrap()
        };
        let due = ratio(&row) * weights[number] as f64;
        assert!((ratio(told["chance"].as_str().unwrap()) - due).abs() < 1e-12);
        let said = done(&["explain", &dir, "--person", number]);
        assert!(
            said.contains(&format!("Weight: {}", weights[number])) && !said.contains("sha256sum"),
            "{said}"
        );
        // The rows of their part have the published digest.
        let rows: String =
            told["bucket"].as_array().unwrap().iter().map(|row| row.as_str().unwrap()).collect();
        let bucket = &told["person"].as_str().unwrap()[..3];
        let frame = bench.rows("one/public/frame.csv");
        let due = frame.iter().find(|row| row[0] == bucket).unwrap();
        assert_eq!(Digest::of(rows.as_bytes()).to_string(), due[2]);
        for (lang, wanted) in [("en", "Chance, weight 1"), ("nl", "Kans, gewicht 1")] {
            let page = bench.path(&format!("{lang}.html"));
            done(&["account", &dir, "--out", &page, "--lang", lang]);
            let page = fs::read_to_string(page).unwrap();
            assert!(page.contains(wanted) && !page.contains("sha256sum"), "{letters}");
        }
    }
}

/// Of all words as seeds, whoever weighs more is drawn more often: about as many times as they weigh more.
#[test]
fn who_weighs_more_is_drawn_more() {
    let bench = Bench::new(ANY);
    bench.framed();
    let dir = bench.path("one");
    let weights = weights();
    let keys: BTreeMap<String, u64> = bench
        .rows("one/sealed/persons.csv")
        .into_iter()
        .map(|row| {
            assert_eq!(row[3].parse::<u64>().unwrap(), weights[&row[4]]);
            (row[0].clone(), weights[&row[4]])
        })
        .collect();
    let mut drawn = [0u64; 5];
    for n in 1..=12 {
        done(&["invite", "draw", &dir, "--trial", "--seed", &format!("woorden {n}")]);
        for row in bench.rows(&format!("one/trials/{n}/letters.csv")) {
            drawn[keys[&row[3]] as usize] += 1;
        }
    }
    assert_eq!(drawn.iter().sum::<u64>(), 12 * 50);
    let mut due = [0f64; 5];
    let all: u64 = keys.values().sum();
    keys.values().for_each(|&weight| due[weight as usize] += 600.0 * weight as f64 / all as f64);
    for weight in 1..=4 {
        assert!((drawn[weight] as f64 - due[weight]).abs() < 60.0, "{drawn:?} {due:?}");
    }
}

fn change(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{from} is not in {}", path.display());
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

/// Makes the manifest and the line again, as a forger would.
fn refreeze(public: &Path) {
    let path = public.join("manifest.txt");
    let old = Manifest::parse(&fs::read(&path).unwrap()).unwrap();
    let files: Vec<(String, Vec<u8>)> = old
        .entries()
        .iter()
        .map(|entry| (entry.name.clone(), fs::read(public.join(&entry.name)).unwrap()))
        .collect();
    let listed: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
    let manifest = Manifest::of(&listed).unwrap();
    fs::write(&path, manifest.to_string()).unwrap();
    fs::write(public.join("commitment.txt"), format!("{}\n", manifest.commit())).unwrap();
}

/// Each lie makes the same claims fail in both verifiers.
#[test]
fn a_lie_about_a_weight_is_found() {
    type Lie = (&'static str, u64, fn(&Path));
    fn row(dir: &Path, file: &str, at: usize) -> (String, Vec<String>) {
        let text = fs::read_to_string(dir.join(file)).unwrap();
        let line = text.lines().nth(at).unwrap().to_owned();
        let cells = line.split(',').map(str::to_owned).collect();
        (line, cells)
    }
    /// Another cell in the first row of a file.
    fn cell(dir: &Path, file: &str, at: usize, to: impl Fn(u64) -> u64) {
        let (line, mut cells) = row(dir, file, 1);
        cells[at] = to(cells[at].parse().unwrap()).to_string();
        change(&dir.join(file), &line, &cells.join(","));
    }
    let lies: [Lie; 8] = [
        ("somebody's weight in the register", 15, |dir| {
            cell(dir, "sealed/persons.csv", 3, |weight| 1 + weight % 4);
        }),
        ("no weight", 15, |dir| cell(dir, "sealed/persons.csv", 3, |_| 0)),
        ("what weights come to", 7, |dir| cell(dir, "public/people.csv", 2, |sum| sum + 1)),
        ("a sum that cannot be", 5, |dir| cell(dir, "public/people.csv", 2, |_| 100)),
        ("a greatest weight that cannot be", 5, |dir| cell(dir, "public/people.csv", 3, |_| 1_001)),
        // So the list would be too long for whoever has it.
        ("a greatest weight that nobody has", 7, |dir| cell(dir, "public/people.csv", 3, |_| 100)),
        ("another greatest weight", 15, |dir| cell(dir, "public/people.csv", 3, |greatest| greatest + 1)),
        ("no weights in the charter", 5, |dir| {
            change(&dir.join("public/charter.toml"), "weight = \"gewicht\"\n", "");
        }),
    ];
    for letters in [ANY, ONE] {
        let bench = Bench::new(letters);
        for (lie, claim, tell) in lies {
            fs::remove_dir_all(bench.path("one")).ok();
            bench.framed();
            let dir = bench.path("one");
            tell(Path::new(&dir));
            refreeze(&Path::new(&dir).join("public"));
            assert!(failed(&dir, 1).contains(&claim), "{lie}");
        }
        // The list that would follow without weights is not the one that follows with them.
        fs::remove_dir_all(bench.path("one")).unwrap();
        bench.framed();
        let dir = bench.path("one");
        done(&["invite", "draw", &dir, "--seed", "appel peer"]);
        let (line, cells) = row(Path::new(&dir), "letters.csv", 2);
        change(&Path::new(&dir).join("letters.csv"), &line, &line.replace(&cells[2], &"0".repeat(32)));
        assert_eq!(failed(&dir, 1), BTreeSet::from([14]));
    }
}

#[test]
fn what_weights_cannot_go_with_is_refused() {
    let bench = Bench::new(ANY);
    let with = |charter: &str, code: &str| {
        bench.write("charter.toml", charter);
        let said = refused(&strs(&bench.frame()), 2, code);
        assert!(!Path::new(&bench.path("one")).exists());
        said
    };
    let said = with(&charter("number = 30\nhomes = \"address-first\""), "Y-16");
    assert!(said.contains("\"weight\" and \"homes\""), "{said}");
    let said = with(&charter("number = 30\nhomes = \"one-letter\"\nreserves = 30"), "Y-98");
    // The greatest weight is 4, so nine people at one address can weigh 36.
    let text = register();
    let egchel = text.lines().filter(|line| line.contains(";Egchel;"));
    let room = egchel.map(|line| line.rsplit(';').next().unwrap().parse::<u64>().unwrap()).sum::<u64>() / 36;
    assert!(said.contains("Egchel") && said.contains(&format!("can have {room}")), "{said}");
    let said = with(&charter(ANY).replace("\"gewicht\"", "\"gewichten\""), "Y-03");
    assert!(said.contains("the weight of a person"), "{said}");
    with(&charter(ANY).replace("weight =", "wieght ="), "Y-15");
    // Nobody counts for one by mistake.
    bench.write("charter.toml", &charter(ANY));
    for bad in ["", "0", "1001", "1.0", "twee", "-1"] {
        bench.write("register.csv", &format!("{}99999;Egchel;5980 AB;1;{bad}\n", register()));
        let said = refused(&strs(&bench.frame()), 2, "Y-97");
        assert!(said.contains("row 602, column \"gewicht\""), "{said}");
    }
}

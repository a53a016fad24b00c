//! Good records to start from, and what a cheat would do to them.

use crate::run;
pub use crate::run::{done, geloot};
use geloot::base::digest::Digest;
use geloot::bundle::chain::Link;
use geloot::bundle::conduct::{self, Act, Asked, Drawn};
use geloot::bundle::record::Record;
use geloot::bundle::{Folder, Public, clerk, files, ranges, sealed};
use geloot::panel::Seating;
use geloot::seed::drand::{Beacon, Chain};
use geloot::seed::{Evidence, Manifest};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// Real pulses of the two chains, as served.
pub const QUICKNET_123: &str = r#"{"round":123,"signature":"b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}"#;
pub const QUICKNET_1000: &str = r#"{"round":1000,"randomness":"fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd","signature":"b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"}"#;

/// The good records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Base {
    /// Codes; dice declared; a trial, a draw, and a second draw that annuls the first.
    Dice,
    /// Codes; round 123 of quicknet declared; a draw.
    Beacon,
    /// Counts only; nothing declared; a draw with words.
    Counts,
    /// Codes, a secret key, a hand-drawn ticket declared, nothing drawn yet.
    Undrawn,
    /// A list that a recipe made, nothing drawn yet.
    Prepared,
}

impl Base {
    pub const ALL: [Self; 5] = [Self::Dice, Self::Beacon, Self::Counts, Self::Undrawn, Self::Prepared];

    /// A fresh copy.
    pub fn folder(self) -> Folder {
        static MADE: OnceLock<BTreeMap<Base, Folder>> = OnceLock::new();
        MADE.get_or_init(|| Base::ALL.into_iter().map(|base| (base, base.make())).collect())[&self].clone()
    }

    fn make(self) -> Folder {
        let temp = tempfile::tempdir().unwrap();
        let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
        write_inputs(temp.path());
        let (pool, quotas, out, charter) = (at("pool.csv"), at("quotas.csv"), at("out"), at("charter.toml"));
        let lottery = [&run::lottery(&pool, &quotas, "8", &out)[..], &["--tickets", "1000"]].concat();
        match self {
            Base::Dice => {
                fs::write(&charter, "title = \"Test\"\ndate = 2026-03-01\n\n[seed]\nsource = \"dice\"\nsides = 10\ncount = 3\n").unwrap();
                done(&[&lottery[..], &["--charter", &charter]].concat());
                done(&["draw", &out, "--trial", "--seed", "proef"]);
                done(&["draw", &out, "--dice", "1 8 7", "--sides", "10"]);
                done(&["draw", &out, "--redraw-because", "The hall had to be cleared during the draw."]);
            }
            Base::Beacon => {
                fs::write(
                    &charter,
                    "date = 2023-08-01\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"\nround = 123\n",
                )
                .unwrap();
                fs::write(at("beacon"), QUICKNET_123).unwrap();
                done(&[&lottery[..], &["--charter", &charter, "--known-round"]].concat());
                done(&["draw", &out, "--drand", &at("beacon"), "--reserves", "5", "--attrition", "20%"]);
            }
            Base::Counts => {
                done(&[&lottery[..], &["--public-detail", "profiles"]].concat());
                done(&["draw", &out, "--seed", "appel peer"]);
            }
            Base::Undrawn => {
                fs::write(&charter, "[seed]\nsource = \"ticket\"\ndescription = \"three drawn digits\"\n")
                    .unwrap();
                fs::write(at("key"), "9".repeat(64)).unwrap();
                done(&[&lottery[..], &["--charter", &charter, "--key", &at("key")]].concat());
            }
            Base::Prepared => {
                fs::write(at("recept.toml"), "[[source]]\nfile = \"pool.csv\"\n").unwrap();
                done(&["prepare", &at("recept.toml"), "--out", &at("list")]);
                let (list, pool) = (at("list"), at("list/pool.csv"));
                done(&[&run::lottery(&pool, &quotas, "8", &out)[..], &["--prepared", &list]].concat());
            }
        }
        read(&temp.path().join("out"))
    }
}

/// Thirty people and quotas for eight seats.
pub fn write_inputs(folder: &Path) {
    let mut pool = "id,name,gender,age,region\n".to_owned();
    for i in 0..30 {
        let gender = ["woman", "man"][i % 2];
        let age = ["young", "middle", "old", "old"][i % 4];
        let region = ["north", "south", "south"][i % 3];
        pool.push_str(&format!("{:03},Person {i},{gender},{age},{region}\n", i * 7 % 30));
    }
    fs::write(folder.join("pool.csv"), pool).unwrap();
    let quotas = "feature,value,min,max\ngender,woman,4,4\ngender,man,4,4\nage,young,2,3\nage,middle,2,3\nage,old,2,3\n\
                  region,north,2,3\nregion,south,5,6\n";
    fs::write(folder.join("quotas.csv"), quotas).unwrap();
}

pub fn read(folder: &Path) -> Folder {
    geloot::io::read_folder(folder, &|_| false).unwrap()
}

pub fn write(folder: &Folder, at: &Path) {
    for (name, bytes) in folder {
        let path = at.join(name);
        if name.ends_with('/') {
            fs::create_dir_all(path).unwrap();
            continue;
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

pub fn text(folder: &Folder, name: &str) -> String {
    String::from_utf8(folder[name].clone()).unwrap()
}

/// Replaces the first `from` of a file by `to`; it must be there.
pub fn replace(folder: &mut Folder, name: &str, from: &str, to: &str) {
    let old = text(folder, name);
    assert!(old.contains(from), "{name} has no {from:?}:\n{old}");
    folder.insert(name.to_owned(), old.replacen(from, to, 1).into_bytes());
}

/// The rows of a table, header first.
pub fn rows(folder: &Folder, name: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&folder[name][..]);
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

pub fn put_rows(folder: &mut Folder, name: &str, rows: &[Vec<String>]) {
    folder.insert(name.to_owned(), geloot::bundle::form::table(rows));
}

pub fn edit_rows(folder: &mut Folder, name: &str, change: impl FnOnce(&mut Vec<Vec<String>>)) {
    let mut all = rows(folder, name);
    change(&mut all);
    put_rows(folder, name, &all);
}

/// The manifest of the files below a prefix, but for `except`.
fn manifest_of(folder: &Folder, prefix: &str, except: &[&str], also: Option<(&str, &[u8])>) -> Vec<u8> {
    let inside = files::below(folder, prefix)
        .filter(|(n, _)| !except.iter().any(|e| n == e || (e.ends_with('/') && n.starts_with(e))));
    let all: Vec<(&str, &[u8])> = inside.chain(also).collect();
    Manifest::of(&all).unwrap().to_string().into_bytes()
}

/// What a cheat does after changing frozen files: makes the seats of each value, every digest and the commitment fit.
pub fn rehash(folder: &mut Folder) {
    if let (true, Ok(public)) = (folder.contains_key("public/ranges.csv"), Public::read(folder))
        && Seating::new(&public.lottery, &public.problem.sizes).is_some()
    {
        let household = public.about.household.as_ref().map(|rule| rule.feature.as_str());
        let seats = ranges::of(&public.quotas, household, &public.problem, &public.lottery);
        folder.insert("public/ranges.csv".into(), ranges::table(&seats));
    }
    rehash_files(folder);
}

/// Makes every digest and the commitment fit, and nothing else.
pub fn rehash_files(folder: &mut Folder) {
    let sealed = manifest_of(folder, "sealed/", &["manifest.txt"], None);
    folder.insert("sealed/manifest.txt".into(), sealed.clone());
    let also = Some((files::SEALED_MANIFEST, &sealed[..]));
    let public = manifest_of(
        folder,
        "public/",
        &["manifest.txt", "commitment.txt", "draws/", "trials/", "rosters/", "continued/"],
        also,
    );
    let line = Manifest::parse(&public).unwrap().commit().to_string();
    folder.insert("public/manifest.txt".into(), public);
    folder.insert("public/commitment.txt".into(), format!("{line}\n").into_bytes());
}

/// Makes the digests of one record of a draw fit, and the clerk's copy.
pub fn rehash_record(folder: &mut Folder, record: &str) {
    let prefix = format!("public/{record}/");
    let manifest = manifest_of(folder, &prefix, &["manifest.txt"], None);
    folder.insert(format!("{prefix}manifest.txt"), manifest);
    copy_record(folder);
}

/// The clerk's copies of the facts of every draw and trial.
pub fn copy_record(folder: &mut Folder) {
    let draws = records(folder, "draws");
    for (n, _) in &draws {
        let facts = folder[&format!("public/draws/{n}/draw.json")].clone();
        let place = if *n < draws.len() as u32 { format!("annulled/{n}/") } else { String::new() };
        folder.insert(format!("{place}draw.json"), facts);
    }
    for (n, _) in records(folder, "trials") {
        let facts = folder[&format!("public/trials/{n}/draw.json")].clone();
        folder.insert(format!("trials/{n}/draw.json"), facts);
    }
}

fn records(folder: &Folder, kind: &str) -> Vec<(u32, Record)> {
    let read = |n: u32| Some((n, Record::read(folder.get(&format!("public/{kind}/{n}/draw.json"))?).ok()?));
    (1..).map_while(read).collect()
}

/// Draws everything again with the same evidence, as a cheat would after changing what is drawn from,
/// and makes the clerk's lists fit. Needs a public tier that can be read.
pub fn draw_again(folder: &mut Folder) {
    let public = Public::read(folder).unwrap();
    let (draws, trials) = (records(folder, "draws"), records(folder, "trials"));
    let mut made: Vec<Link<Record>> = Vec::new();
    let mut drawn_lists = Vec::new();
    for (kind, (n, old)) in draws.iter().map(|d| ("draws", d)).chain(trials.iter().map(|t| ("trials", t))) {
        let evidence = old.own_evidence();
        let beacon = match &evidence {
            Some(Evidence::Drand(pulse)) => folder
                .get(&format!("public/{kind}/{n}/beacon.json"))
                .and_then(|b| Beacon::read(pulse.chain, b).ok()),
            _ => None,
        };
        let reserves = conduct::recorded(&public, old, folder);
        let asked = reserves.map(|r| Asked {
            reserves: r.terms.reserves,
            attrition: r.terms.attrition(&public.quotas).unwrap(),
        });
        let act = Act {
            used: &[],
            before: if old.void { &[] } else { &made },
            trial: old.void.then_some(*n),
            evidence,
            beacon: beacon.as_ref(),
            because: old.because.clone(),
            departure: old.departure.clone(),
            reserves: asked.as_ref(),
            program: &old.program,
        };
        let drawn = conduct::conduct(&public, &act).unwrap();
        for (name, bytes) in conduct::entry(&public, &drawn, beacon.as_ref()).files {
            folder.insert(format!("public/{kind}/{n}/{name}"), bytes);
        }
        if !old.void {
            let digest = Digest::of(&folder[&format!("public/{kind}/{n}/manifest.txt")]);
            made.push(Link { number: *n, facts: drawn.record.clone(), digest });
        }
        let place = match old.void {
            true => format!("trials/{n}/"),
            false if *n < draws.len() as u32 => format!("annulled/{n}/"),
            false => String::new(),
        };
        drawn_lists.push((place, drawn));
    }
    lists(folder, &public, &drawn_lists);
}

/// The clerk's lists as they follow from both tiers.
fn lists(folder: &mut Folder, public: &Public, drawn: &[(String, Drawn)]) {
    let pool = sealed::read_pool(&folder["sealed/pool.csv"]).unwrap();
    let codes = sealed::read_codes(&folder["sealed/codes.csv"]).unwrap();
    let coded = geloot::bundle::people::Coded::of(codes.iter().map(|c| (c.1, c.2)).collect());
    let laps = public.laps().unwrap();
    let standing = |code| geloot::bundle::receipt::Standing::of(&coded, code).unwrap();
    let chances = codes.iter().map(|(id, code, _)| (id.as_str(), standing(*code).chance(&laps)));
    folder.insert("chances.csv".into(), clerk::chances(chances));
    let columns = clerk::read_columns(&folder["columns.csv"], &pool).unwrap();
    for (place, Drawn { record, seats, reserves }) in drawn {
        let seated = conduct::seated(&codes, public.profiles.len(), seats);
        let list = |of: &dyn Fn(usize) -> bool| clerk::list(&pool, &columns, record.void, of);
        folder.insert(format!("{place}panel.csv"), list(&|i| seated[i]));
        folder.insert(format!("{place}remaining.csv"), list(&|i| !seated[i]));
        folder.insert(format!("{place}draw.json"), record.facts());
        if let Some(reserves) = reserves {
            let people = conduct::by_id(&codes, public.profiles.len(), &reserves.order);
            let table = clerk::reserves(&pool, &columns, record.void, &people);
            folder.insert(format!("{place}reserves.csv"), table);
        }
    }
}

/// A pulse as evidence and as the file in the record.
pub fn pulse(chain: Chain, json: &str) -> (String, String) {
    let beacon = Beacon::read(chain, json.as_bytes()).unwrap();
    (Evidence::Drand(beacon.pulse.clone()).to_string(), beacon.record())
}

//! Commands on figures, as a clerk meets them: a folder for each case.
//!
//! `fixtures/<kind>/<case>/` holds the files, `case.toml` (the arguments, and why the case is there) and
//! `expected.txt` (exit code, standard output, standard error). Adding a folder adds a test. After a
//! sentence was improved, `GELOOT_ACCEPT=1 cargo test --test documents figures` writes the new ones: read the
//! difference before committing it.

use crate::den_haag;
use geloot::base::fault::{Faults, Kind};
use geloot::quotas::population::{self, Choices};
use geloot::{quotas, register};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const KINDS: &[&str] = &["population", "mirror", "forecast", "reserves"];

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let inside = |kind: &&str| fs::read_dir(root.join(kind)).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = KINDS.iter().flat_map(inside).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn run(folder: &Path) -> String {
    let case: toml::Table = fs::read_to_string(folder.join("case.toml")).unwrap().parse().unwrap();
    assert!(case["why"].as_str().is_some_and(|why| !why.is_empty()), "{folder:?}");
    let args = case["args"].as_array().unwrap().iter().map(|arg| arg.as_str().unwrap());
    let output = Command::new(env!("CARGO_BIN_EXE_geloot")).args(args).current_dir(folder).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let code = output.status.code().unwrap();
    format!("exit {code}\n--- output\n{}--- talk\n{}", text(output.stdout), text(output.stderr))
}

#[test]
fn every_folder_says_what_is_expected() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let found = run(&folder);
        let path = folder.join("expected.txt");
        if std::env::var_os("GELOOT_ACCEPT").is_some() {
            fs::write(&path, &found).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if found != expected {
            wrong.push(format!("{}\n--- expected\n{expected}\n--- found\n{found}", folder.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_kind_is_shown_and_a_name_with_a_code_keeps_its_promise() {
    let mut shown = BTreeSet::new();
    for folder in folders() {
        let expected = fs::read_to_string(folder.join("expected.txt")).unwrap();
        let code = |kind: &&&Kind| expected.contains(&format!("[{}]", kind.code()));
        shown.extend(Kind::ALL.iter().filter(|kind| code(&kind)).map(|kind| kind.code()));
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        if name.as_bytes()[1] == b'-' {
            assert!(expected.contains(&format!("[{}]", &name[..4])), "{name}");
        }
    }
    let ours = |kind: &&Kind| ["N-", "M-", "E-"].iter().any(|letter| kind.code().starts_with(letter));
    for kind in Kind::ALL.iter().filter(ours) {
        assert!(shown.contains(kind.code()), "no folder shows {} {kind:?}", kind.code());
    }
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

fn geloot(folder: &Path, args: &[&str]) -> std::process::Output {
    Command::new(env!("CARGO_BIN_EXE_geloot")).args(args).current_dir(folder).output().unwrap()
}

fn json(folder: &Path, args: &[&str]) -> Value {
    let output = geloot(folder, &[args, &["--json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_quota_file_is_written_once_and_reads_back() {
    let folder = tempfile::tempdir().unwrap();
    let population = fixture("population/zeeland-314/population.csv");
    let args = |out: &'static str, label: &'static str| {
        let population = population.to_str().unwrap().to_owned();
        let words =
            ["quotas", "--seats", "314", "--method", "largest-remainder", "--out", out, "--tie-label", label];
        let words: Vec<String> = words.map(str::to_owned).into();
        [words, vec!["--population".to_owned(), population]].concat()
    };
    let run = |out, label| {
        let args = args(out, label);
        geloot(folder.path(), &args.iter().map(String::as_str).collect::<Vec<_>>()).status.code()
    };
    assert_eq!(run("Q.csv", "a"), Some(0));
    let bytes = fs::read(folder.path().join("Q.csv")).unwrap();
    let mut faults = Faults::new();
    let table = register::read("Q.csv", &bytes, &mut faults).unwrap();
    assert_eq!(table.headings, ["feature", "value", "min", "max"]);
    let quotas = quotas::from_table(&table, &mut faults).unwrap();
    assert!(faults.is_empty(), "{faults:?}");
    let seats = |name: &str| quotas.features[0].values.iter().find(|v| v.name == name).unwrap().min;
    assert_eq!(["Terneuzen", "Goes", "Veere", "Noord-Beveland"].map(seats), [44, 31, 18, 6]);
    // Nothing is overwritten, whatever the label would change.
    assert_eq!(run("Q.csv", "b"), Some(3));
    assert_eq!(fs::read(folder.path().join("Q.csv")).unwrap(), bytes);
    assert_eq!(run("again.csv", "a"), Some(0));
    assert_eq!(fs::read(folder.path().join("again.csv")).unwrap(), bytes);
    let others = ["b", "c", "d", "e", "f", "g", "h"].map(|label| {
        let out: &'static str = format!("{label}.csv").leak();
        assert_eq!(run(out, label), Some(0));
        fs::read(folder.path().join(out)).unwrap()
    });
    assert!(others.iter().any(|other| *other != bytes), "another label decides otherwise");
}

#[test]
fn rows_and_columns_in_another_order_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(fixture("population/zeeland-314/population.csv")).unwrap();
    let mut rows: Vec<&str> = text.lines().skip(1).collect();
    let turned = |rows: &[&str]| {
        let row = |row: &&str| {
            let cells: Vec<&str> = row.split(',').collect();
            format!("{};{};{}\r\n", cells[2].replace('.', ","), cells[0], cells[1])
        };
        format!("\u{feff}count;feature;value\r\n{}", rows.iter().map(row).collect::<String>())
    };
    let answer = |text: &str| {
        fs::write(folder.path().join("p.csv"), text).unwrap();
        let method = ["--seats", "314", "--method", "sainte-lague"];
        json(folder.path(), &[&["quotas", "--population", "p.csv"], &method[..]].concat())
    };
    let first = answer(&text);
    rows.reverse();
    assert_eq!(answer(&turned(&rows)), first);
    rows.rotate_left(5);
    rows.swap(0, 7);
    assert_eq!(answer(&turned(&rows)), first);
}

#[test]
fn the_hague_is_what_the_generator_makes_and_raises_the_warning() {
    let folder = fixture("mirror/den-haag-skew");
    for (name, bytes) in den_haag::files() {
        assert!(fs::read(folder.join(name)).unwrap() == bytes, "{name}: run the example make_fixtures");
    }
    let warned = |population: &Path| -> Vec<String> {
        let args = ["mirror", "--people", "panel.csv", "--population", population.to_str().unwrap()];
        let answer = json(&folder, &args);
        let far = |fault: &&Value| fault["code"] == "M-05";
        let texts = answer["faults"].as_array().unwrap().iter().filter(far).map(|f| f["text"].to_string());
        let values = answer["groups"][0]["features"].as_array().unwrap().iter().flat_map(|feature| {
            let values = feature["values"].as_array().unwrap().iter();
            values.filter(|value| value["verdict"] != "within chance").map(|_| feature["name"].to_string())
        });
        assert!(
            values.clone().all(|feature| feature.contains("education")),
            "quotas keep the others in line"
        );
        assert!(values.count() > 0);
        texts.collect()
    };
    // Where the population has most of them, and where it has fewest.
    let kindest = warned(&folder.join("population.csv"));
    assert!(
        kindest.iter().any(|text| text.contains("94 % of the panel, 64 % of the population")),
        "{kindest:?}"
    );
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other.csv");
    fs::write(
        &other,
        "feature,value,share\neducation,hbo/wo,21\neducation,mbo/havo/vwo,40\neducation,vmbo or less,39\n",
    )
    .unwrap();
    let harshest = warned(&other);
    assert!(
        harshest.iter().any(|text| text.contains("94 % of the panel, 21 % of the population")),
        "{harshest:?}"
    );
}

#[test]
fn published_chances_come_out() {
    let folder = fixture("forecast");
    let filled =
        |args: &[&str]| json(&folder, &[&["forecast"], args].concat())["filled_on_the_day"].as_f64().unwrap();
    let two = |chance: f64| format!("{chance:.2}");
    assert_eq!(two(filled(&["--chairs", "300", "--drawn", "330", "--stay", "0.9"])), "0.33");
    assert_eq!(two(filled(&["--chairs", "320", "--drawn", "360", "--stay", "0.9"])), "0.79");
    assert!(filled(&["--chairs", "320", "--drawn", "360", "--stay", "0.64"]) < 1e-9);
    let letters = json(&folder, &["forecast", "--chairs", "50", "--letters", "300", "--response", "0.1"]);
    assert_eq!(format!("{:.4}", letters["letters"]["enough"].as_f64().unwrap()), "0.0002");
    // Reserves and confirmation each change the answer.
    let base = ["--chairs", "100", "--drawn", "105", "--stay", "0.97"];
    let without = filled(&base);
    let asked = filled(&[&base[..], &["--confirm", "0.9"]].concat());
    let reserved = filled(&[&base[..], &["--confirm", "0.9", "--reserves", "10"]].concat());
    assert!(asked < reserved && reserved < without);
    let more = ["--chairs", "50", "--letters", "300", "--response", "0.1", "--volunteers", "30"];
    assert!(json(&folder, &[&["forecast"], &more[..]].concat())["letters"]["enough"].as_f64().unwrap() > 0.5);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// No bytes make reading panic, and what comes back is a population.
    #[test]
    fn no_table_makes_reading_fail(
        cells in prop::collection::vec(prop::collection::vec(
            prop::sample::select(&["feature", "value", "count", "share", "Regio's", "Perioden", "Totaal", "GM1894  ",
                "Zeeland (PV)", "Nederland", "2023JJ00", "2022*", "1.234", "8,6", "8,6*", "12", "0", ".", "-", "x", "%",
                "", "aantal", "a", "é", "Bron: CBS", "99999999999999999999", "0,0000000000000001"][..]), 0..6), 0..9),
        sign in prop::sample::select(&[";", ",", "\t"][..]),
        noise in prop::collection::vec(any::<u8>(), 0..6),
    ) {
        let text: String = cells.iter().map(|row| format!("{}\r\n", row.join(sign))).collect();
        let bytes = [text.as_bytes(), &noise].concat();
        let mut faults = Faults::new();
        let read = population::read(&[("p.csv", &bytes)], &Choices::default(), &mut faults);
        prop_assert_eq!(read.is_none(), faults.stop());
        for feature in read.iter().flat_map(|population| &population.features) {
            prop_assert!(feature.total() > 0);
            prop_assert!(feature.values.windows(2).all(|w| w[0].name < w[1].name));
            use geloot::quotas::apportion::{Method, apportion};
            for method in [Method::FloorCeil, Method::LargestRemainder, Method::SainteLague] {
                let given = apportion(feature, u32::MAX, method, false, "").unwrap();
                let most: u64 = given.seats.iter().map(|s| u64::from(s.max)).sum();
                prop_assert!(most >= u64::from(u32::MAX));
            }
        }
    }
}

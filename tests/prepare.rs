//! A clerk's way from messy lists to one list: the made-up export of `fixtures/clerk` and thirteen registers in
//! thirteen layouts, run end to end.

#[path = "../examples/make_fixtures/clerk.rs"]
mod clerk;
#[path = "../examples/make_fixtures/rng.rs"]
#[allow(dead_code)]
mod rng;

use clerk::Files;
use geloot::base::digest::Digest;
use geloot::base::fault::{Faults, Kind};
use geloot::pool::{self, Source};
use geloot::prepare::{Prepared, prepare, read_facts, suggest};
use geloot::register;
use geloot::words::catalogue::Lang;
use geloot::words::{faults as words, prepared};
use std::fs;
use std::path::Path;

/// What comes out of a folder of files.
fn run(files: &Files) -> (Option<Prepared>, Files, Faults) {
    let (mut out, mut faults) = (Files::new(), Faults::new());
    let made = prepare(
        ("recept.toml", &files["recept.toml"]),
        "geloot test",
        &mut |file| files.get(file).cloned(),
        &mut |file, bytes| {
            out.entry(file.to_owned()).or_default().extend_from_slice(bytes);
            true
        },
        &mut faults,
    );
    (made, out, faults)
}

fn said(faults: &Faults) -> String {
    words::report(Lang::En, faults)
}

/// The files with a part of the recipe replaced.
fn changed(files: &Files, from: &str, to: &str) -> Files {
    let mut files = files.clone();
    let recipe = String::from_utf8(files["recept.toml"].clone()).unwrap();
    assert!(recipe.contains(from), "{from}");
    files.insert("recept.toml".into(), recipe.replacen(from, to, 1).into_bytes());
    files
}

fn stops_with(files: &Files, kind: Kind) -> String {
    let (_, _, faults) = run(files);
    assert!(faults.stop() && faults.count(kind) > 0, "{kind:?}: {}", said(&faults));
    said(&faults)
}

#[test]
fn a_messy_export_becomes_a_list_that_can_be_drawn_from() {
    let files = clerk::clerk();
    let (made, out, faults) = run(&files);
    assert!(!faults.stop(), "{}", said(&faults));
    let made = made.unwrap();
    let source = &made.sources[0];
    assert_eq!((source.read, source.twice), (320, 2), "a father and a son stay: {:?}", made.pairs);
    assert_eq!(made.pairs.len(), 3);
    let grounds: Vec<(&str, u64)> =
        made.left_out.iter().map(|(_, ground, rows)| (ground.as_str(), *rows)).collect();
    assert_eq!(grounds[..2], [("geen toestemming", 2), ("te jong", 1)]);
    assert!(grounds[2].1 > 0 && grounds[2].0 == "woont niet in de gemeente");
    assert_eq!(made.facts.people + made.facts.left_out, 320);

    // Every spelling went somewhere, and is shown.
    let spellings = made.spellings.iter().find(|(column, _)| column == "opleiding").unwrap();
    assert_eq!(spellings.1.len(), 27);
    // The list goes straight into a draw.
    let mut faults = Faults::new();
    let people = Source { name: "pool.csv", bytes: &out["pool.csv"] };
    let quotas = Source { name: "quotas.csv", bytes: &files["quotas.csv"] };
    let pool = pool::read(people, quotas, 30, None, &mut faults);
    let pool = pool.unwrap_or_else(|| panic!("{}", said(&faults)));
    assert_eq!(pool.len() as u64, made.facts.people);
    assert!(pool.people().all(|person| person.id.len() == 4), "padded");
    assert!(pool.headings().iter().all(|heading| heading != "BSN"));

    // Whatever changed can be found again.
    let mut faults = Faults::new();
    let changes = register::read("changes.csv", &out["changes.csv"], &mut faults).unwrap();
    let cells: u64 = made.columns.iter().map(|(_, cells)| cells).sum();
    assert_eq!(changes.len() as u64, cells);
    let left_out = register::read("left-out.csv", &out["left-out.csv"], &mut faults).unwrap();
    assert_eq!(left_out.len() as u64, made.facts.left_out);
    let facts = read_facts(&out["prepared.json"]).unwrap();
    assert_eq!(facts.pool, Digest::of(&out["pool.csv"]).to_string());
    assert_eq!(facts.sources[0].digest, Digest::of(&files["aanmeldingen.csv"]).to_string());
    // Ages of the population speak the same words.
    let population = String::from_utf8(out["bevolking.csv"].clone()).unwrap();
    let values: Vec<&str> = population.lines().filter_map(|line| line.split(',').nth(1)).collect();
    assert_eq!(values, ["value", "16-34", "35-54", "55-74", "75+"]);
    assert_eq!(made.populations[0].1.len(), 16, "years below 16");
}

#[test]
fn the_same_files_give_the_same_bytes_and_reports_in_both_languages() {
    let files = clerk::clerk();
    let ((made, out, faults), (_, again, _)) = (run(&files), run(&files));
    assert!(out == again);
    let made = made.unwrap();
    for lang in Lang::ALL {
        let sections = prepared::sections(lang, &made);
        let text = prepared::text(&sections);
        assert!(!text.contains("[prepared") && text.contains("aanmeldingen.csv"), "{text}");
        let page = prepared::page(lang, &made, &sections, &said(&faults)).unwrap();
        assert!(page.contains("VMBO-t") && !page.contains("[prepared"), "{page}");
        // No name and no telephone number.
        assert!(!page.contains("Vosmaer") && !page.contains("06-"));
    }
}

#[test]
fn nothing_is_guessed() {
    let files = clerk::clerk();
    let text = stops_with(&changed(&files, "\"VMBO-t\", ", ""), Kind::UnknownSpelling);
    assert!(text.contains("\"VMBO-t\"") && text.contains("Did you mean \"laag\"?"), "{text}");
    let text = stops_with(
        &changed(&files, "\"55-74\", \"75+\"", "\"55-64\", \"65-74\", \"75+\""),
        Kind::BirthUnclear,
    );
    assert!(text.contains("row"), "{text}");
    stops_with(&changed(&files, "otherwise = \"elders\"\n", ""), Kind::NotInTable);
    stops_with(&changed(&files, "younger = 16", "younger = 10"), Kind::OutOfClasses);
    stops_with(&changed(&files, "total = 320", "total = 321"), Kind::ControlTotal);
    let text = stops_with(&changed(&files, "heading_row = 3\n", ""), Kind::RecipeHeadingRow);
    assert!(text.contains("heading_row = 3"), "{text}");
    stops_with(&changed(&files, "reference_date", "reference_day"), Kind::RecipeMissing);
    stops_with(&changed(&files, "reference_date", "reference_day"), Kind::RecipeUnknown);
    stops_with(&changed(&files, "\"M\", ", "\"M\", \"vr\", "), Kind::RecipeSpellingTwice);
    stops_with(&changed(&files, "\"35-54\"", "\"34-54\""), Kind::RecipeClassesOverlap);
    stops_with(&changed(&files, "\"Ik ben\"\n[col", "\"Ik bent\"\n[col"), Kind::RecipeColumnMissing);
    stops_with(&changed(&files, "file = \"aan", "file = \u{201c}aan"), Kind::RecipeNotToml);
    let circle = "[columns.a]\nfrom = \"b\"\n[columns.b]\nfrom = \"a\"\n\n[pool]";
    stops_with(&changed(&files, "[pool]", circle), Kind::RecipeCircle);
    let mut files = files.clone();
    files.insert("besluiten.csv".into(), b"pair,decision\nx,maybe\n".to_vec());
    stops_with(&files, Kind::DecisionWord);
}

#[test]
fn what_is_not_decided_stays_and_is_pointed_out() {
    let mut files = clerk::clerk();
    files.insert("besluiten.csv".into(), b"pair,decision\nbcdfghjklmnp,first\n".to_vec());
    let (made, out, faults) = run(&files);
    assert_eq!(
        (faults.stop(), faults.count(Kind::PeopleTwice), faults.count(Kind::DecisionUnused)),
        (false, 1, 1)
    );
    assert_eq!(made.unwrap().sources[0].twice, 0);
    let twice = String::from_utf8(out["twice.csv"].clone()).unwrap();
    assert!(twice.lines().count() == 4 && twice.contains("name; mail; phone; birth"), "{twice}");
}

#[test]
fn thirteen_registers_in_thirteen_layouts_become_one_list() {
    let files = clerk::zeeland();
    let (made, out, faults) = run(&files);
    assert!(!faults.stop(), "{}", said(&faults));
    let made = made.unwrap();
    assert_eq!(made.sources.len(), 13);
    assert!(made.sources.iter().all(|source| source.read >= 30 && source.left_out == 0));
    let table = register::read("pool.csv", &out["pool.csv"], &mut Faults::new()).unwrap();
    assert_eq!(table.headings, ["id", "naam", "gemeente", "geslacht", "leeftijd"]);
    assert_eq!(table.len() as u64, made.sources.iter().map(|source| source.read).sum::<u64>());
    assert!(table.rows().all(|row| ["man", "vrouw"].contains(&row.cell(3)) && !row.cell(4).is_empty()));
    let ids: std::collections::BTreeSet<&str> = table.rows().map(|row| row.cell(0)).collect();
    assert_eq!(ids.len(), table.len());
}

#[test]
fn a_first_recipe_says_what_is_unsure_and_can_be_read() {
    let files = clerk::clerk();
    let mut faults = Faults::new();
    let lists = [("aanmeldingen.csv", files["aanmeldingen.csv"].as_slice())];
    let text = suggest(&lists, Some(("quotas.csv", &files["quotas.csv"])), &mut faults).unwrap();
    for line in [
        "heading_row = 3",
        "total = 320",
        "# reference_date = ",
        "from = \"Geboortedatum\"",
        "classes = [\"16-34\", \"35-54\", \"55-74\", \"75+\"]",
        "# \"BSN\" holds citizen service numbers, and is never copied.",
        "# column = \"Toestemming\"",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let mut again = files.clone();
    again.insert("recept.toml".into(), text.into_bytes());
    // What it leaves to a person stops, and is no mistake of form.
    let (_, _, faults) = run(&again);
    assert!(faults.count(Kind::RecipeNotToml) + faults.count(Kind::RecipeUnknown) == 0, "{}", said(&faults));
    assert!(faults.count(Kind::RecipeMissing) > 0, "{}", said(&faults));
}

#[test]
fn the_fixtures_are_those_of_the_program() {
    for (folder, files) in [("clerk", clerk::clerk()), ("zeeland-registers", clerk::zeeland())] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(folder);
        for (name, bytes) in files {
            let found = fs::read(folder.join(&name)).unwrap_or_default();
            assert!(found == bytes, "{name}: run the example make_fixtures");
        }
    }
}

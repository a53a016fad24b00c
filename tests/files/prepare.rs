//! A clerk's way from messy lists to one list: the made-up export of `fixtures/clerk` and thirteen registers in
//! thirteen layouts, run end to end.

use crate::clerk;
use crate::clerk::Files;
use crate::workbooks;
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
        None,
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

/// A spelling that is no text is that of a blank cell; what people are left out by is shown as it stood.
#[test]
fn a_blank_cell_has_a_spelling_and_words_that_leave_out_are_shown() {
    let recipe = "reference_date = 2027-03-01\n[[source]]\nfile = \"a.csv\"\n[columns.geheim.values]\n\
        \"0\" = [\"\", \"nee\"]\n\"1\" = [\"Ja\"]\n[[leave_out]]\ncolumn = \"akkoord\"\nnot = [\"ja\"]\n\
        ground = \"geen toestemming\"\n";
    let rows = "nr,geheim,akkoord\n1,,ja\n2,Ja,\"Ja, graag\"\n3,nee,ja\n4,,\n5,Ja,J\n6,Ja,ja\n";
    let mut files = Files::new();
    files.insert("recept.toml".into(), recipe.as_bytes().to_vec());
    files.insert("a.csv".into(), rows.as_bytes().to_vec());
    let (made, out, faults) = run(&files);
    let pool = String::from_utf8(out["pool.csv"].clone()).unwrap();
    assert_eq!(pool, "nr,geheim,akkoord\n1,0,ja\n3,0,ja\n6,1,ja\n", "{}", said(&faults));
    let made = made.unwrap();
    let text = prepared::text(&prepared::sections(Lang::Nl, &made));
    for cell in ["Ja, graag", "J "] {
        let line = text.lines().find(|line| line.trim_start().starts_with(cell));
        assert!(line.is_some_and(|line| line.contains("valt af")), "{cell}: {text}");
    }
    assert!(text.contains("Wat er in akkoord stond, waarop mensen afvallen (geen toestemming)"), "{text}");
    assert_eq!(made.worded[0].2.iter().map(|met| met.2).sum::<u64>(), 6);
    // Two answers to what a blank cell is are one too many.
    stops_with(&changed(&files, "[\"Ja\"]", "[\"Ja\", \"\"]"), Kind::RecipeSpellingTwice);
    let blank = "[columns.geheim]\nblank = \"1\"\n[columns.geheim.values]";
    stops_with(&changed(&files, "[columns.geheim.values]", blank), Kind::RecipeSpellingTwice);
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

/// Sources that number their people each from 1 are told what makes the numbers differ, and that does.
#[test]
fn the_same_numbers_of_other_people_are_told_what_makes_them_differ() {
    let mut files = Files::new();
    files.insert("a.csv".into(), b"nr,naam,kern\n1,An Bos,Helden\n2,Bo Dam,Meijel\n".to_vec());
    files.insert("b.csv".into(), b"nr,naam,kern\n1,Piet Jansen,Horst\n3,Lia Fok,Horst\n".to_vec());
    let recipe = |set: [&str; 2], more: &str| {
        let [one, other] = set;
        format!("[[source]]\nfile = 'a.csv'\n{one}\n[[source]]\nfile = 'b.csv'\n{other}\n{more}").into_bytes()
    };
    files.insert("recept.toml".into(), recipe(["", ""], ""));
    let text = said(&run(&files).2);
    assert!(text.contains("join = [\"source\", \"nr\"]"), "{text}");
    let set = ["set = { source = 'Helden' }", "set = { source = 'Horst' }"];
    files.insert("recept.toml".into(), recipe(set, "[columns.id]\njoin = [\"source\", \"nr\"]\n"));
    let (made, _, faults) = run(&files);
    assert_eq!((faults.stop(), faults.count(Kind::PeopleTwice)), (false, 0));
    assert_eq!(made.unwrap().sources.len(), 2);
    // One person in two sources is asked about as ever.
    files.insert("b.csv".into(), b"nr,naam,kern\n2,Bo Dam,Meijel\n".to_vec());
    files.insert("recept.toml".into(), recipe(["", ""], ""));
    let text = said(&run(&files).2);
    assert!(text.contains("[I-20]") && !text.contains("join ="), "{text}");
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
    let made = made.unwrap();
    assert_eq!(made.sources[0].twice, 0);
    let twice = prepared::twice(Lang::Nl, &made);
    assert_eq!(twice.rows.len(), 3);
    let headings = ["paar", "eerste naam", "eerste bestand", "eerste rij", "tweede naam"];
    assert_eq!(twice.headings[..5], headings);
    assert!(twice.rows.iter().any(|row| row[7] == "naam, e-mail, telefoon, geboortedatum"), "{twice:?}");
    assert!(twice.rows.iter().all(|row| !row[1].is_empty() && row[8].is_empty()), "{twice:?}");
    // What a Dutch spreadsheet saves is read.
    let rows = twice.rows.iter().map(|row| format!("{};{};tweede\r\n", row[0], row[1]));
    let decided = format!("\u{feff}paar;eerste naam;besluit\r\n{}", rows.collect::<String>());
    files.insert("besluiten.csv".into(), decided.into_bytes());
    let (made, _, faults) = run(&files);
    assert!(!faults.stop(), "{}", said(&faults));
    assert!(made.unwrap().sources[0].twice > 0);
    assert!(!out.contains_key("twice.csv"), "whoever speaks a language writes it");
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
    // Whatever the layouts are, the list is this one.
    assert_eq!(
        Digest::of(&out["pool.csv"]).to_string(),
        "54dc2b7266f454dfb9dbc6ee9291b85ec6dc066871f58d96af72d493aaba0b33"
    );
    // And no two of them have the same headings between the same signs, or on the same sheets.
    let layout = |bytes: &Vec<u8>| match register::sheets(bytes) {
        sheets if !sheets.is_empty() => sheets.join(" and "),
        _ => {
            let pairs = bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair));
            let text = match bytes.starts_with(b"\xff\xfe") {
                true => String::from_utf16(&pairs.collect::<Vec<u16>>()).unwrap(),
                false => String::from_utf8_lossy(bytes).into_owned(),
            };
            text.lines().find(|line| line.to_lowercase().contains("naam")).unwrap().to_owned()
        }
    };
    let registers = files.iter().filter(|(name, _)| *name != "recept.toml");
    let layouts: std::collections::BTreeSet<String> = registers.map(|(_, bytes)| layout(bytes)).collect();
    assert_eq!(layouts.len(), 13, "{layouts:?}");
}

#[test]
fn a_first_recipe_says_what_is_unsure_and_can_be_read() {
    let files = clerk::clerk();
    let mut faults = Faults::new();
    let lists = [("aanmeldingen.csv", files["aanmeldingen.csv"].as_slice())];
    let say = |what: &str, of: &str| prepared::hint(Lang::En, what, of);
    let text = suggest(&lists, Some(("quotas.csv", &files["quotas.csv"])), &say, &mut faults).unwrap();
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

/// Spellings stand with the value that was perhaps meant, so a person has nothing to type: only a sign to take away.
#[test]
fn what_a_first_recipe_is_unsure_of_is_taken_by_taking_a_sign_away() {
    let list =
        "nr;naam;geslacht\n1;A;man\n2;B;Man.\n3;C;mannelijk\n4;D;vrouw\n5;E;\n6;F;zeg ik niet\n7;G; \n";
    let quotas = b"feature,value,min,max\ngeslacht,man,1,9\ngeslacht,vrouw,1,9\n";
    let mut faults = Faults::new();
    let say = |what: &str, of: &str| prepared::hint(Lang::En, what, of);
    let text =
        suggest(&[("a.csv", list.as_bytes())], Some(("quotas.csv", quotas)), &say, &mut faults).unwrap();
    let within =
        "\"man\" = [\n    # \"Man.\",  # rows: 1\n    # \"mannelijk\",  # rows: 1\n]\n\"vrouw\" = []\n";
    let strange = "or take it for unknown:\n    # \"zeg ik niet\",  # rows: 1\n";
    let blank = "# Blank cells: 2. Say what stands for them (\"\" leaves them blank), and take the # away:\n# blank = \"unknown\"\n";
    for part in [within, strange, blank] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    // As it is it stops for each of them; with the signs taken away only for what nobody can know.
    let (_, _, faults) = small(&text, list);
    assert_eq!(faults.count(Kind::RecipeNotToml) + faults.count(Kind::RecipeUnknown), 0, "{}", said(&faults));
    let taken =
        text.replace("    # \"Man.\"", "    \"Man.\"").replace("    # \"mannelijk\"", "    \"mannelijk\"");
    let taken = taken.replace("# blank = ", "blank = ");
    let found = small(&taken, list);
    assert_eq!(stopped(&found, Kind::UnknownSpelling), [7], "{taken}");
    let (made, out, faults) =
        small(&taken.replace("\"vrouw\" = []", "\"vrouw\" = []\n\"unknown\" = [\"zeg ik niet\"]"), list);
    assert!(made.is_some() && !faults.stop(), "{}\n{taken}", said(&faults));
    let pool = String::from_utf8(out["pool.csv"].clone()).unwrap();
    let values: Vec<&str> = pool.lines().skip(1).map(|line| line.rsplit(',').next().unwrap()).collect();
    assert_eq!(values, ["man", "man", "man", "vrouw", "unknown", "unknown", "unknown"]);
}

/// What the export of a registration page is made of is found by its cells, and by words in its headings.
#[test]
fn a_first_recipe_finds_columns_by_what_stands_in_them() {
    let files = clerk::clerk();
    let lists = [("aanmeldingen.csv", files["aanmeldingen.csv"].as_slice())];
    let say = |what: &str, of: &str| prepared::hint(Lang::Nl, what, of);
    let quotas = ("quotas.csv", files["quotas.csv"].as_slice());
    let text = suggest(&lists, Some(quotas), &say, &mut Faults::new()).unwrap();
    for line in [
        // Nearly all of its cells are a value: taken. By a word in the heading, or a table that nobody has yet: not.
        "\nfrom = \"Ik ben\"",
        "\n# from = \"Hoogst voltooide opleiding\"",
        "\n# from = \"Postcode\"",
        "\n# table = { file = \"postcodes.csv\", key = \"postcode\", value = \"gebied\" }",
        "\n# [columns.\"Nr\"]\n# pad = 3",
        "# \"lagere school\",",
        "# \"praktijkonderwijs\",",
        "# \"Mevrouw\",",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    // As it stands it stops: what is unsure is for a person.
    let mut again = files.clone();
    again.insert("recept.toml".into(), text.replace("# reference_date", "reference_date").into_bytes());
    let (_, _, faults) = run(&again);
    assert!(faults.stop() && faults.count(Kind::RecipeColumnMissing) >= 2, "{}", said(&faults));
}

/// Thirteen layouts: columns are found again in each by what they hold, and bars between cells are seen.
#[test]
fn a_first_recipe_of_many_registers_brings_their_columns_together() {
    let files = clerk::zeeland();
    let named = |name: &String| register::with_sheet(name, &files[name], &["Register".to_owned()]);
    let lists: Vec<(String, &[u8])> = files
        .iter()
        .filter(|(name, _)| *name != "recept.toml")
        .map(|(name, bytes)| (named(name), &bytes[..]))
        .collect();
    let lists: Vec<(&str, &[u8])> = lists.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let say = |what: &str, of: &str| prepared::hint(Lang::En, what, of);
    let mut faults = Faults::new();
    let text = suggest(&lists, None, &say, &mut faults).unwrap_or_else(|| panic!("{}", said(&faults)));
    for line in [
        "\nseparator = \"|\"",
        "\nrename.\"Geb.datum\" = \"geboortedatum\"",
        "\nrename.\"Geboren\" = \"geboortedatum\"",
        "\nrename.\"Geboortedatum (dd-mm-jjjj)\" = \"geboortedatum\"",
        "\nrename.\"M/V\" = \"geslacht\"",
        "\nrename.\"Geslachtsaanduiding\" = \"geslacht\"",
        "\nrename.\"Achternaam en voornaam\" = \"naam\"",
        "\nrename.\"Volgnr\" = \"nummer\"",
        "\nrename.\"Kenmerk\" = \"nummer\"",
        "\n# join = [\"municipality\", \"nummer\"]",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    // Run as it stands, everybody comes into the same four columns.
    let mut again = files.clone();
    again.insert("recept.toml".into(), text.clone().into_bytes());
    let (made, out, faults) = run(&again);
    assert!(made.is_some() && !faults.stop(), "{}\n{text}", said(&faults));
    let table = register::read("pool.csv", &out["pool.csv"], &mut Faults::new()).unwrap();
    assert_eq!(table.headings, ["nummer", "naam", "geboortedatum", "geslacht"]);
    assert!(table.rows().all(|row| row.cells().all(|cell| !cell.is_empty())));
    assert_eq!(faults.count(Kind::Scattered), 0);
    // With the renames of one source gone, its people stand in columns of their own, and that is told.
    let lines = text.lines().filter(|line| !line.contains("\"Geb.datum\"") && !line.contains("\"M/V\""));
    again
        .insert("recept.toml".into(), lines.map(|line| format!("{line}\n")).collect::<String>().into_bytes());
    let (_, _, faults) = run(&again);
    assert_eq!(faults.count(Kind::Scattered), 3, "{}", said(&faults));
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

/// What comes of a recipe for one list, `a.csv`.
fn small(recipe: &str, list: &str) -> (Option<Prepared>, Files, Faults) {
    let mut files = Files::new();
    files.insert("recept.toml".into(), recipe.into());
    files.insert("a.csv".into(), list.into());
    run(&files)
}

/// The rows that faults of this kind name.
fn rows_of(faults: &Faults, kind: Kind) -> Vec<usize> {
    let of_kind = faults.iter().filter(|fault| fault.kind() == kind);
    of_kind.flat_map(|fault| fault.place.rows.first.clone()).collect()
}

fn stopped(found: &(Option<Prepared>, Files, Faults), kind: Kind) -> Vec<usize> {
    let faults = &found.2;
    assert!(faults.stop() && faults.count(kind) > 0, "{kind:?}: {}", said(faults));
    rows_of(faults, kind)
}

const SOURCE: &str = "reference_date = 2027-03-01\n[[source]]\nfile = \"a.csv\"\n";
const CLASSES: &str = "[columns.age]\nfrom = \"born\"\nclasses = [\"0-15\", \"16-64\", \"65+\"]\n";
const YOUNGER: &str = "[[leave_out]]\ncolumn = \"born\"\nyounger = 16\nground = \"too young\"\n";

#[test]
fn a_cell_that_is_no_date_of_one_person_stops_and_its_row_is_named() {
    let list = |cells: &[&str]| {
        let rows: String = cells.iter().enumerate().map(|(i, c)| format!("{i};N{i};\"{c}\"\n")).collect();
        format!("nr;naam;born\n{rows}")
    };
    let classes = format!("{SOURCE}{CLASSES}");
    // Two dates, words behind one, zeros, a number of days, and a century that nobody can tell.
    for cell in ["12-03-1985/13-03-1985", "12-03-1985 overleden", "0", "00000000", "31203", "5-6-26"] {
        let list = list(&["14-4-1990", cell, "15-5-1991"]);
        assert_eq!(stopped(&small(&classes, &list), Kind::DateUnread), [3], "{cell}");
        let left_out = format!("{SOURCE}{YOUNGER}");
        assert_eq!(stopped(&small(&left_out, &list), Kind::DateUnread), [3], "{cell}");
        // What a recipe says of what is not known is done, and shown.
        let recipe = format!("{classes}unknown = \"?\"\n{YOUNGER}unknown = false\n");
        let (made, out, faults) = small(&recipe, &list);
        assert!(!faults.stop() && made.is_some(), "{cell}: {}", said(&faults));
        assert_eq!(rows_of(&faults, Kind::WroteUnknown), [3], "{cell}");
        assert!(String::from_utf8(out["pool.csv"].clone()).unwrap().contains(",?\n"), "{cell}");
        let recipe = format!("{SOURCE}{YOUNGER}unknown = true\n");
        assert_eq!(small(&recipe, &list).0.unwrap().left_out[0].2, 1, "{cell}");
    }
    // A time of day is no date, and a date as a register writes it is one.
    let times = format!("{SOURCE}[columns.born]\ndate = true\n");
    assert_eq!(stopped(&small(&times, &list(&["12:30:00", "14-4-1990"])), Kind::NoDate), [2]);
    let (_, out, faults) = small(&times, &list(&["19850312", "19850000", "14-4-1990"]));
    assert!(!faults.stop(), "{}", said(&faults));
    let pool = String::from_utf8(out["pool.csv"].clone()).unwrap();
    assert!(pool.contains("1985-03-12\n") && pool.contains("1985-00-00\n"), "{pool}");
    assert_eq!(stopped(&small(&classes, &list(&["41", "14-4-1990", "15-5-1991"])), Kind::AgesAndDates), [2]);
}

#[test]
fn the_dates_of_a_column_are_of_one_order() {
    let recipe = format!("{SOURCE}[columns.born]\ndate = true\n{YOUNGER}");
    // The only row that tells the order is itself left out.
    let list = "nr;naam;born\n1;A;03/25/2012\n2;B;02/04/2011\n3;C;04/02/2011\n";
    let (made, out, faults) = small(&recipe, list);
    assert!(!faults.stop(), "{}", said(&faults));
    assert_eq!(rows_of(&faults, Kind::MonthFirst), [3, 4]);
    assert_eq!(made.unwrap().left_out[0].2, 2, "2 April 2011 is too young, 4 February is not");
    assert!(String::from_utf8(out["pool.csv"].clone()).unwrap().contains("2,B,2011-02-04\n"));
    let both = "nr;naam;born\n1;A;03/25/1990\n2;B;02/04/1991\n3;C;25/02/1992\n4;D;26/02/1992\n";
    assert_eq!(stopped(&small(&recipe, both), Kind::OrderMixed), [2]);
    let unsaid = "nr;naam;born\n1;A;3-4-1990\n2;B;2-4-1991\n";
    assert_eq!(rows_of(&small(&recipe, unsaid).2, Kind::OrderUnsaid), [2, 3]);
}

#[test]
fn notes_and_totals_are_no_people_whatever_a_recipe_sets() {
    let list = "nr;naam;kern\n1;An;Helden\n2;Bo;Meijel\nWachtlijst;;\n3;Cé;Meijel\nTotaal;3;\n";
    let recipe = format!("{SOURCE}set = {{ gemeente = \"PM\" }}\n");
    let found = small(&recipe, list);
    assert_eq!(stopped(&found, Kind::NoPerson), [4, 6]);
    let advice = said(&found.2);
    assert!(advice.contains("\"no person\" = [4] }") && advice.contains("\"no person\" = [6] }"), "{advice}");
    let skip = "skip = { note = [4], total = [6] }\ntotal = 3\n";
    let (made, out, faults) = small(&format!("{recipe}{skip}"), list);
    assert!(!faults.stop(), "{}", said(&faults));
    let made = made.unwrap();
    assert_eq!((made.facts.people, made.facts.left_out), (3, 2));
    assert_eq!(
        made.left_out.iter().map(|(_, g, n)| (g.as_str(), *n)).collect::<Vec<_>>(),
        [("note", 1), ("total", 1)]
    );
    assert!(String::from_utf8(out["left-out.csv"].clone()).unwrap().contains("a.csv,4,note,Wachtlijst"));
    let recipe = format!("{recipe}skip = {{ note = [40] }}\n");
    assert_eq!(stopped(&small(&recipe, list), Kind::SkipMissing), [40]);
}

#[test]
fn a_person_who_was_taken_for_headings_is_never_shown() {
    let people =
        "H1;Anna Jansen;17-09-1989;5997 AB\nH2;Bo Smit;1-2-1980;5987 CD\nH3;Cé Bos;3-4-1990;5988AB\n";
    let recipe = format!("{SOURCE}rename = {{ \"Naam\" = \"naam\" }}\n{CLASSES}");
    let found = small(&recipe, people);
    stopped(&found, Kind::HeadingsAreData);
    for lang in Lang::ALL {
        let text = words::report(lang, &found.2);
        assert!(text.contains("C, D") && !text.contains("Anna") && !text.contains("5997"), "{text}");
    }
    // A title above the headings.
    let titled = format!("Horst;;;\n;;;\nnr;naam;born;postcode\n{people}");
    let found = small(&recipe, &titled);
    stopped(&found, Kind::RecipeHeadingRow);
    assert!(said(&found.2).contains("heading_row = 3"), "{}", said(&found.2));
}

#[test]
fn what_a_recipe_names_and_is_not_there_is_told() {
    let list = "nr;naam;status;nr\n1;An;onbekend;12\n2;Bo;onbekend;13\n3;Cé;actief;14\n4;Di;actief;15\n\
        5;Ed;actief;16\n6;Fe;actief;17\n7;Gé;actief;18\n8;Ha;actief;19\n";
    let twice = small(SOURCE, list);
    stopped(&twice, Kind::HeadingTwice);
    assert!(said(&twice.2).contains("rename = { \"[D]\" = \"new\" }"), "{}", said(&twice.2));
    let source = format!("{SOURCE}rename = {{ \"[D]\" = \"huisnummer\" }}\n");
    let rule = "[[leave_out]]\ncolumn = \"status\"\nis = [\"onbekent\"]\nground = \"x\"\n";
    let (made, out, faults) = small(&format!("{source}{rule}"), list);
    assert!(made.is_some() && faults.count(Kind::WordUnused) == 1, "{}", said(&faults));
    assert!(said(&faults).contains("Did you mean \"onbekend\"?"), "{}", said(&faults));
    assert!(out["pool.csv"].starts_with(b"nr,naam,status,huisnummer\n"));
    let wrong = source.replace("\"[D]\"", "\"[D]\" = \"huisnummer\", \"Tell\"");
    stopped(&small(&wrong, list), Kind::RenameMissing);
    let over = format!("{source}set = {{ status = \"x\" }}\n");
    stopped(&small(&over, list), Kind::SetOver);
    let again = format!("{source}[[source]]\nfile = \"a.csv\"\nrename = {{ \"[D]\" = \"huisnummer\" }}\n");
    stopped(&small(&again, list), Kind::SourceTwice);
    // A date that is none says how dates are written, and nothing else.
    let dated = source.replace("2027-03-01", "01-03-2027");
    let (_, _, faults) = small(&dated, list);
    assert!(said(&faults).contains("2027-03-01") && faults.iter().count() == 1, "{}", said(&faults));
    let quoted = format!("{}{YOUNGER}", source.replace("2027-03-01", "\"01-03-2027\""));
    let (_, _, faults) = small(&quoted.replace("born", "nr"), list);
    assert_eq!(
        (faults.count(Kind::RecipeWrong), faults.count(Kind::RecipeMissing)),
        (1, 0),
        "{}",
        said(&faults)
    );
}

#[test]
fn a_first_recipe_of_a_workbook_can_be_run_and_speaks_the_language() {
    let list = "nr,naam,kern,nr\n1,An,Helden,12\n2,Bo,Meijel,12\n3,Cé,Helden,14\nTotaal,3,,\n";
    let other = "Nummer,naam,kern,nr\nK1,Di,Helden,3\nK2,Ed,Helden,3\nK3,Fe,Helden,4\n";
    let mut faults = Faults::new();
    let say = |what: &str, of: &str| prepared::hint(Lang::Nl, what, of);
    let lists = [("a.csv", list.as_bytes()), ("map [x].xlsx [Blad1]", other.as_bytes())];
    let text = suggest(&lists, None, &say, &mut faults).unwrap();
    for line in [
        "file = \"map [x].xlsx\"\nsheet = \"Blad1\"",
        "# skip = { \"geen persoon\" = [5] }",
        "total = 3",
        "# rename.\"[D]\" = \"?\"",
        "# Vergelijk met wat de afzender zegt:",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    // With what it is unsure of decided, it runs.
    let first = text.split("[[source]]").nth(1).unwrap();
    let decided =
        first.replace("# skip", "skip").replace("# rename.\"[D]\" = \"?\"", "rename.\"[D]\" = \"huisnr\"");
    let (made, _, faults) = small(&format!("[[source]]{decided}"), list);
    assert!(!faults.stop(), "{}\n{decided}", said(&faults));
    assert_eq!(made.unwrap().facts.people, 3);
}

#[test]
fn the_sheet_of_a_suggested_workbook_is_the_one_that_is_prepared() {
    let several = workbooks::faults().into_iter().find(|made| made.0.starts_with("R-21")).unwrap().2;
    let say = |what: &str, of: &str| prepared::hint(Lang::En, what, of);
    let suggested = |name: &str| {
        let mut faults = Faults::new();
        let text = suggest(&[(name, several.as_slice())], None, &say, &mut faults);
        (text, faults)
    };
    let (none, faults) = suggested("book.xlsx");
    assert!(none.is_none() && faults.count(Kind::SeveralSheets) == 1, "{}", said(&faults));
    let name = register::with_sheet("book.xlsx", &several, &["reserve".into()]);
    let text = suggested(&name).0.unwrap();
    assert!(text.contains("file = \"book.xlsx\"\nsheet = \"reserve\""), "{text}");
    let mut files = Files::new();
    files.insert("recept.toml".into(), text.into_bytes());
    files.insert("book.xlsx".into(), several.clone());
    let (made, _, faults) = run(&files);
    assert!(!faults.stop(), "{}", said(&faults));
    let made = made.unwrap();
    assert_eq!((made.sources[0].name.as_str(), made.facts.people), ("book.xlsx [Reserve]", 8));
}

#[test]
fn it_is_said_by_what_people_who_are_there_twice_were_looked_for() {
    let list =
        "Inwonersnr;Naam (voluit);geb;kern\n1;Jan Jansen;12-03-1985;Helden\n2;Jan Jansen;12-3-1985;Meijel\n";
    let (made, ..) = small(SOURCE, list);
    let made = made.unwrap();
    assert_eq!(made.pairs.len(), 1);
    let text = prepared::text(&prepared::sections(Lang::En, &made));
    for line in ["name           Naam (voluit)", "telephone      there is no such column"] {
        assert!(text.contains(line), "{text}");
    }
    // A column that a recipe reads as dates of birth is one, whatever it is called.
    let other = list.replace("geb", "jarig op");
    let (made, ..) = small(&format!("{SOURCE}{}", CLASSES.replace("born", "jarig op")), &other);
    assert_eq!(made.unwrap().pairs.len(), 1);
}

#[test]
fn a_day_on_which_everybody_is_old_is_pointed_out() {
    let rows: String = (0..12).map(|i| format!("{i};N{i};12-03-19{}\n", 80 + i)).collect();
    let list = format!("nr;naam;born\n{rows}");
    assert_eq!(small(&format!("{SOURCE}{CLASSES}"), &list).2.count(Kind::ReferenceFar), 0);
    let far = SOURCE.replace("2027", "2072");
    assert_eq!(small(&format!("{far}{CLASSES}"), &list).2.count(Kind::ReferenceFar), 1);
}

/// Quotas on two features taken together, from a table of Statistics Netherlands and from the list: the same words in both.
#[test]
fn combinations_of_a_population_speak_the_words_of_the_list() {
    let recipe = "reference_date = 2027-03-01\n[[source]]\nfile = \"a.csv\"\n\
        [columns.geslacht.values]\nman = [\"M\", \"Mannen\"]\nvrouw = [\"V\", \"Vrouwen\"]\n\
        [columns.leeftijd]\nclasses = [\"16-34\", \"35+\"]\n\
        [columns.\"vrouw en jong\"]\njoin = [\"geslacht\", \"leeftijd\"]\notherwise = \"nee\"\n\
        [columns.\"vrouw en jong\".values]\nja = [\"vrouw 16-34\"]\n\
        [columns.samen]\njoin = [\"geslacht\", \"leeftijd\"]\nwith = \" / \"\n\
        [[population]]\nfile = \"cbs.csv\"\nout = \"bevolking.csv\"\ncombine = [\"vrouw en jong\", \"samen\"]\n";
    let mut files = Files::new();
    files.insert("recept.toml".into(), recipe.into());
    files.insert("a.csv".into(), b"nr;geslacht;leeftijd\n1;V;20\n2;M;40\n3;V;50\n4;M;30\n".to_vec());
    let cbs = "Geslacht;Leeftijd;Kern;Aantal\n\
        Mannen;10 tot 16 jaar;A;5\nMannen;16 tot 25 jaar;A;100\nMannen;25 tot 35 jaar;A;150\nMannen;35 jaar of ouder;A;400\n\
        Vrouwen;10 tot 16 jaar;A;7\nVrouwen;16 tot 25 jaar;A;110\nVrouwen;25 tot 35 jaar;A;160\nVrouwen;35 jaar of ouder;A;420\n\
        Mannen;10 tot 16 jaar;B;1\nMannen;16 tot 25 jaar;B;2\nMannen;25 tot 35 jaar;B;3\nMannen;35 jaar of ouder;B;4\n\
        Vrouwen;10 tot 16 jaar;B;1\nVrouwen;16 tot 25 jaar;B;2\nVrouwen;25 tot 35 jaar;B;3\nVrouwen;35 jaar of ouder;B;4\n";
    files.insert("cbs.csv".into(), cbs.into());
    let (made, out, faults) = run(&files);
    assert!(!faults.stop() && made.is_some(), "{}", said(&faults));
    let population = String::from_utf8(out["bevolking.csv"].clone()).unwrap();
    for line in [
        "vrouw en jong,ja,275\n",
        "vrouw en jong,nee,1083\n",
        "samen,man / 16-34,255\n",
        "samen,man / 35+,404\n",
        "samen,vrouw / 16-34,275\n",
        "samen,vrouw / 35+,424\n",
        "geslacht,man,665\n",
    ] {
        assert!(population.contains(line), "{line}: {population}");
    }
    let pool = String::from_utf8(out["pool.csv"].clone()).unwrap();
    assert!(pool.contains("1,vrouw,16-34,ja,vrouw / 16-34\n") || pool.contains("vrouw / 16-34"), "{pool}");
    let values = |text: &str, column: usize| -> std::collections::BTreeSet<String> {
        let cells = text.lines().skip(1).map(|line| line.split(',').nth(column).unwrap().to_owned());
        cells.filter(|cell| cell.contains('/')).collect()
    };
    let heading = pool.lines().next().unwrap().split(',').position(|heading| heading == "samen").unwrap();
    assert_eq!(values(&pool, heading), values(&population, 1));
    // A column that is none, or that joins nothing, and a table that has not both are told, with where.
    let text = stops_with(
        &changed(&files, "combine = [\"vrouw en jong\"", "combine = [\"vrouw en jogn\""),
        Kind::NoJoin,
    );
    assert!(text.contains("[[population]] 1") && text.contains("Did you mean \"vrouw en jong\"?"), "{text}");
    stops_with(&changed(&files, "combine = [\"vrouw en jong\"", "combine = [\"geslacht\""), Kind::NoJoin);
    let mut narrow = files.clone();
    narrow.insert("cbs.csv".into(), "Geslacht;Aantal\nMannen;10\nVrouwen;12\n".into());
    let text = stops_with(&narrow, Kind::NotCrossed);
    assert!(text.contains("cbs.csv") && text.contains("It has \"Geslacht\""), "{text}");
    narrow.insert("cbs.csv".into(), "feature,value,count\ngeslacht,man,10\ngeslacht,vrouw,12\n".into());
    assert!(stops_with(&narrow, Kind::NotCrossed).contains("one feature a line"));
    // Where only sums of one feature are given, it is not known how many have both.
    let sums = "Geslacht;Leeftijd;Aantal\nMannen;Totaal;250\nVrouwen;Totaal;270\nTotaal;16 tot 35 jaar;200\n\
        Totaal;35 jaar of ouder;320\nTotaal;Totaal;520\n";
    narrow.insert("cbs.csv".into(), sums.into());
    let text = stops_with(&narrow, Kind::CrossIncomplete);
    assert!(text.contains("Mannen, 16 tot 35 jaar"), "{text}");
}

/// A register with years of birth and with numbers that are never copied gives a recipe that runs.
#[test]
fn a_first_recipe_of_a_register_with_years_of_birth_runs() {
    let rows: String = (0..40)
        .map(|n| format!("{};N{n};{};{}\n", 1_000_000_000u64 + n, 1950 + n, ["man", "vrouw"][n as usize % 2]))
        .collect();
    let list = format!("A-nummer;naam;Geboortejaar;geslacht\n{rows}");
    let quotas = b"feature,value,min,max\ngeslacht,man,1,9\ngeslacht,vrouw,1,9\nleeftijd,16-59,1,9\nleeftijd,60+,1,9\n";
    let mut faults = Faults::new();
    let say = |what: &str, of: &str| prepared::hint(Lang::Nl, what, of);
    let text =
        suggest(&[("a.csv", list.as_bytes())], Some(("quotas.csv", quotas)), &say, &mut faults).unwrap();
    for line in [
        "# In \"A-nummer\" staan A-nummers: die worden nooit overgenomen.",
        "[columns.\"leeftijd\"]\nfrom = \"Geboortejaar\"\n",
        "unknown = \"onbekend\"\n",
        "# column = \"Geboortejaar\"\n# younger = 16\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    // The day is for a person to fill in; nothing else stops.
    let dated = text.replace("# reference_date = 2027-01-01", "reference_date = 2027-01-01");
    let (made, out, faults) = small(&dated, &list);
    assert!(made.is_some() && !faults.stop(), "{}\n{dated}", said(&faults));
    let pool = String::from_utf8(out["pool.csv"].clone()).unwrap();
    assert!(!pool.contains("1000000"), "{pool}");
    let ages: Vec<&str> = pool.lines().skip(1).map(|line| line.rsplit(',').next().unwrap()).collect();
    // On 1 January whoever was born in 1967 is 59, or 60 on that day.
    assert_eq!(ages.iter().filter(|age| **age == "onbekend").count(), 1, "{pool}");
    // On the last day of a year the year tells the age of everybody.
    let last = dated.replace("2027-01-01", "2026-12-31");
    let (_, out, faults) = small(&last, &list);
    let pool = String::from_utf8(out["pool.csv"].clone()).unwrap();
    assert!(!faults.stop() && !pool.contains("onbekend"), "{pool}");
}

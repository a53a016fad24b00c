//! Every kind of fault has a folder that shows it, with the words a clerk gets.
//!
//! `fixtures/faults/<code>-<what>/` holds `pool.csv` (or .xlsx, .ods: those are made by `make_fixtures`), `quotas.csv` (but in a plain lot), perhaps `exclude.csv`
//! and `include.csv`, `case.toml` (seats, and the id column if one is asked for) and `expected.txt` (exit code
//! and message). Adding a folder adds a
//! test. After a sentence was improved, `GELOOT_ACCEPT=1 cargo test --test files faults` writes the new
//! ones: read the difference before committing it.

use geloot::base::fault::{Blame, Faults, Kind, Place, What};
use geloot::pool::{self, Rules, Source};
use geloot::words::catalogue::Lang;
use geloot::words::faults as words;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/faults");
    let mut folders: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap().to_string_lossy().into_owned()
}

/// The code in the name of a folder: P-102 of P-102-unfinished.
fn code(folder: &Path) -> String {
    name(folder).splitn(3, '-').take(2).collect::<Vec<_>>().join("-")
}

/// Everything found in a folder's files, and whether a pool came out.
fn faults(folder: &Path) -> (Faults, bool) {
    let case: toml::Table = fs::read_to_string(folder.join("case.toml")).unwrap().parse().unwrap();
    let seats = case["seats"].as_integer().unwrap() as u32;
    let id_column = case.get("id_column").map(|name| name.as_str().unwrap());
    let name =
        ["pool.csv", "pool.xlsx", "pool.ods"].into_iter().find(|name| folder.join(name).exists()).unwrap();
    let pool = fs::read(folder.join(name)).unwrap();
    let sheets: Vec<String> =
        case.get("sheet").map(|sheet| sheet.as_str().unwrap().to_owned()).into_iter().collect();
    let name = &geloot::register::with_sheet(name, &pool, &sheets);
    // Without a quota file it is a plain lot.
    let quota_file = ["quotas.csv", "quotas.xlsx"].into_iter().find(|name| folder.join(name).exists());
    let quotas = quota_file.map(|name| (name, fs::read(folder.join(name)).unwrap()));
    let lists = ["exclude.csv", "include.csv"].map(|name| fs::read(folder.join(name)).ok());
    let list = |at: usize, name| lists[at].as_deref().map(|bytes| Source { name, bytes });
    let mut faults = Faults::new();
    let pool = Source { name, bytes: &pool };
    let quotas = quotas.as_ref().map(|(name, bytes)| Source { name, bytes });
    let rules =
        Rules { exclude: list(0, "exclude.csv"), include: list(1, "include.csv"), ..Rules::default() };
    let read = pool::read_with(pool, quotas, seats, id_column, &rules, &mut faults);
    (faults, read.is_some())
}

fn exit(faults: &Faults) -> u8 {
    match faults.blame() {
        None => 0,
        Some(Blame::Answer) => 1,
        Some(Blame::Input) => 2,
    }
}

#[test]
fn every_folder_says_what_is_expected() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let (faults, _) = faults(&folder);
        let found = format!("exit {}\n{}", exit(&faults), words::report(Lang::En, &faults));
        let path = folder.join("expected.txt");
        if std::env::var_os("GELOOT_ACCEPT").is_some() {
            fs::write(&path, &found).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if found != expected {
            wrong.push(format!("{}\n--- expected\n{expected}\n--- found\n{found}", name(&folder)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_folder_shows_the_fault_in_its_name() {
    for folder in folders() {
        let (faults, pool) = faults(&folder);
        let found: BTreeSet<&str> = faults.iter().map(|fault| fault.code()).collect();
        let code = code(&folder);
        assert!(code == "all-at" || found.contains(&*code), "{}: {found:?}", name(&folder));
        let input = faults.blame() == Some(Blame::Input);
        assert_eq!(pool, !input, "{}: a pool exactly when the files are in order", name(&folder));
    }
}

/// Kinds that no small file can show, or that a scenario elsewhere shows.
/// Neither pool nor quotas show what is said of headings: `tests/commands/sessions.rs` and `fixtures/forecast` do.
const NO_FOLDER: &[Kind] = &[Kind::TooLarge, Kind::TooManyQuotas, Kind::HeadingsUnused, Kind::HeadingNear];

#[test]
fn every_kind_has_a_folder() {
    let shown: BTreeSet<String> = folders().iter().map(|folder| code(folder)).collect();
    // Other letters belong to other parts, whose own tests show them.
    let ours = |kind: &&Kind| ["R-", "Q-", "P-", "A-"].iter().any(|letter| kind.code().starts_with(letter));
    for kind in Kind::ALL.iter().filter(ours) {
        assert_eq!(shown.contains(kind.code()), !NO_FOLDER.contains(kind), "{} {kind:?}", kind.code());
    }
}

#[test]
fn what_no_small_file_can_show_has_words_too() {
    let mut faults = Faults::new();
    faults.push(What::TooLarge, Place::file("pool.csv"));
    faults.push(What::TooManyQuotas { most: 65_535 }, Place::file("quotas.csv"));
    assert_eq!(
        words::report(Lang::En, &faults),
        "Stop. pool.csv: the file is too large.  [R-13]\n  \
         At most 4 GB of text and 16,384 columns can be read, with rows about as long as the header.\n\
         Stop. quotas.csv: there are more than 65,535 quota lines.  [Q-14]\n  \
         Check that this is the list of quotas and not the list of volunteers.\n\
         Nothing was drawn and no file was changed. Is a message not clear? Tell whoever gave you this program, and name its code.\n"
    );
}

#[test]
fn too_many_quota_lines_are_refused() {
    let lines: String = (0..65_536).map(|i| format!("age,{i},0,1\n")).collect();
    let quotas = format!("feature,value,min,max\n{lines}");
    let mut faults = Faults::new();
    let pool = Source { name: "p", bytes: b"age\n1\n" };
    assert!(pool::read(pool, Source { name: "q", bytes: quotas.as_bytes() }, 1, None, &mut faults).is_none());
    assert_eq!(faults.count(Kind::TooManyQuotas), 1);
}

/// Names, streets, ids and citizen numbers stand in the pools of these folders; none may stand in
/// a message.
#[test]
fn no_message_holds_a_personal_cell() {
    let personal = [
        "Quirina",
        "Vosmaer",
        "Zebulon",
        "Haaksma",
        "Xantia",
        "Oosterling",
        "Ybele",
        "Terpstra",
        "Wendela",
        "Kuipers",
        "Joachim",
        "Zijlmans",
        "Ottilie",
        "Brandsma",
        "Fedde",
        "Ykema",
        "Lindepad",
        "Kastanjelaan",
        "Esdoornhof",
        "Wilgenweg",
        "Beukenlaan",
        "123456782",
    ];
    for folder in folders() {
        let (faults, _) = faults(&folder);
        let text = words::report(Lang::En, &faults);
        for word in personal {
            assert!(!text.contains(word), "{}: {word}", name(&folder));
        }
        let digits = |part: &str| part.len() > 7 && part.bytes().all(|b| b.is_ascii_digit());
        assert!(!text.split(|c: char| !c.is_alphanumeric()).any(digits), "{}", name(&folder));
    }
}

#[test]
fn every_message_is_one_line_with_its_code_and_a_way_out() {
    for folder in folders() {
        let (faults, _) = faults(&folder);
        for fault in faults.iter() {
            let message = words::message(Lang::En, fault);
            let code = format!("[{}]", fault.code());
            assert!(message.headline.ends_with(&code) && !message.headline.contains('\n'), "{message:?}");
            assert!(!message.headline.contains('!') && message.headline.len() < 400, "{message:?}");
            let stops = faults.stop() && fault.grade() == geloot::base::fault::Grade::Stop;
            assert!(!stops || !message.details.is_empty(), "a stop says what can be done: {message:?}");
        }
    }
}

//! Nothing that a command makes lies in a record: not in a tier of a lottery or a programme, and but for plans not among the seat plans.

use crate::run::{done, refused};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Each command that makes something, and its option for that. What else it must be given is never read.
const COMMANDS: [&str; 33] = [
    "prepare x --quotas x --suggest --out",
    "quotas --population x --seats 9 --out",
    "mirror --people x --population x --html",
    "repair --pool x --quotas x --seats 9 --apply 1 --out",
    "compare --pool x --quotas x --seats 9 --html",
    "lottery --pool x --quotas x --seats 9 --out",
    "roster x --events x --out",
    "people x --events x --out",
    "supplement x --events x --out",
    "select --pool x --quotas x --seats 9 --seed x --out",
    "demo --out",
    "account x --out",
    "explain x --id 1 --receipt-out",
    "key --out",
    "slip --words x --out",
    "sessions --people x --tables 3 --rounds 2 --seed x --out",
    "sessions reseat x --round 1 --out",
    "sessions names x --people x --names x --out",
    "topics x --topics x --merges x --date 2027-01-01 --out",
    "ballot x freeze --options x --date 2027-01-01 --print",
    "ballot x tally --name x --counts x --present x --date 2027-01-01 --print",
    "ballot x recount --name x --counts x --present x --because x --date 2027-01-01 --print",
    "delegates x freeze --name x --willing x --places 2 --source text --date 2027-01-01 --pool",
    "follow x --replies x --date 2027-01-01 --print",
    "charter new --source text --out",
    "invite charter --source text --column key=x --out",
    "programme new x --date 2027-01-01 --out",
    "programme report x --date 2027-01-01 --html",
    "programme due x --body x --register x --date 2027-01-01 --out",
    "invite frame --register x --charter x --key x --out",
    "invite codes x --key x --out",
    "invite outreach x --codes x --answers x --doors 3 --out",
    "invite sql --engine sqlite --act frame --out",
];

/// The paths of words to every command with an option that names what it makes.
fn makers(command: &clap::Command, before: &str, found: &mut BTreeSet<String>) {
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        let path = format!("{before} {}", sub.get_name()).trim().to_owned();
        let writes = |arg: &clap::Arg| {
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            let named = ["out", "html", "print", "receipt-out"].map(Some).contains(&arg.get_long());
            arg.get_action().takes_values() && (named || help.starts_with("Write "))
        };
        if sub.get_arguments().any(writes) {
            found.insert(path.clone());
        }
        makers(sub, &path, found);
    }
}

fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

#[test]
fn no_command_makes_anything_in_a_record() {
    let place = tempfile::tempdir().unwrap();
    let make = |path: &str| {
        let path = place.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    };
    // What a record is known by.
    for file in ["commitment.txt", "about.json"] {
        make(&format!("lottery/public/{file}"));
    }
    for file in ["lottery/sealed/key.txt", "lottery/sessions/one/seats.csv", "ledger/public/head.txt"] {
        make(file);
    }
    make("ledger/public/programme.toml");
    let tiers =
        ["lottery/public", "lottery/public/draws", "lottery/sealed", "ledger/public", "lottery/sessions"];
    fs::create_dir_all(place.path().join("lottery/public/draws")).unwrap();
    let mut known = BTreeSet::new();
    for line in COMMANDS {
        let command = words(line);
        let plans = line.starts_with("sessions --") || line.starts_with("sessions reseat");
        let names = command.iter().take_while(|word| !word.starts_with("--")).filter(|word| **word != "x");
        known.insert(names.copied().collect::<Vec<_>>().join(" "));
        for tier in tiers.iter().filter(|tier| !plans || !tier.ends_with("sessions")) {
            let out = place.path().join(tier).join("made.csv");
            let out = out.to_str().unwrap();
            refused(&[&command[..], &[out]].concat(), 2, "F-13");
            assert!(!Path::new(out).exists());
        }
    }
    let mut all = BTreeSet::new();
    makers(&geloot::cli::command(), "", &mut all);
    assert_eq!(known, all);
    // Beside the tiers an office may keep what it likes.
    let beside = place.path().join("lottery/my.key");
    done(&["key", "--out", beside.to_str().unwrap()]);
}

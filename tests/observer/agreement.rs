//! The second opinion: the Python program must say the same of every claim.

use crate::run::{python, second, verifier};
use crate::support::*;
use geloot::bundle::Folder;
use geloot::verify::{Id, Known, Outcome, Report, verify, verify_lottery};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

/// What the Python program says of a folder; `None` where there is no Python.
fn second_opinion(folder: &Path, line: Option<&str>) -> Option<BTreeMap<String, String>> {
    let at = folder.to_string_lossy();
    let mut args = vec![&*at, "--json"];
    args.extend(line.into_iter().flat_map(|line| ["--commitment", line]));
    let output = second(&args).map(without_a_fault)?;
    let claims: BTreeMap<String, String> = serde_json::from_slice(&output.stdout).unwrap();
    let failed = claims.values().any(|o| o == "FAIL");
    assert_eq!(output.status.code(), Some(i32::from(failed)));
    Some(claims)
}

fn without_a_fault(output: Output) -> Output {
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

/// Both programs say the same, claim by claim.
pub fn agree(name: &str, folder: &Folder, report: &Report, line: Option<&str>) {
    let temp = tempfile::tempdir().unwrap();
    write(folder, temp.path());
    if let Some(second) = second_opinion(temp.path(), line) {
        compare(name, folder, report, &second);
    }
}

/// The same for many records in one run of the Python program.
pub fn agree_on_all(records: &[(String, Folder)]) {
    const DRIVER: &str = "import sys, json, pathlib; sys.path.insert(0, sys.argv[1]); import verify\n\
        for at in sorted(pathlib.Path(sys.argv[2]).iterdir()):\n\
        \x20   outcomes = verify.check_record(verify.Record(verify.read_files(at / 'public')))\n\
        \x20   print(json.dumps({o.number: o.outcome for o in outcomes}))\n";
    let temp = tempfile::tempdir().unwrap();
    for (at, (_, folder)) in records.iter().enumerate() {
        write(folder, &temp.path().join(format!("{at:06}")));
    }
    let folder = verifier().parent().unwrap().to_owned();
    let mut command = Command::new("python3");
    command.args(["-B", "-c", DRIVER]).arg(folder).arg(temp.path());
    let Some(output) = python(&mut command).map(without_a_fault) else { return };
    let lines: Vec<&str> = std::str::from_utf8(&output.stdout).unwrap().lines().collect();
    assert_eq!(lines.len(), records.len());
    for ((name, folder), line) in records.iter().zip(lines) {
        compare(
            name,
            folder,
            &verify_lottery(folder, &Known::default()),
            &serde_json::from_str(line).unwrap(),
        );
    }
}

/// The Python program does not look at the sealed tier and the clerk's lists, and cannot check a beacon's
/// signature; of all else it must say the same.
fn compare(name: &str, folder: &Folder, report: &Report, second: &BTreeMap<String, String>) {
    for claim in report.told() {
        let first = match &claim.outcome {
            Outcome::Pass => "PASS",
            Outcome::Fail(_) => "FAIL",
            Outcome::NotChecked(_) => "NOT CHECKED",
        };
        let second = &second[&claim.id.number().to_string()];
        let beyond = match claim.id {
            Id::Sealed | Id::Lists | Id::MadeAgain => true,
            Id::Evidence => folder.keys().any(|name| name.ends_with("/beacon.json")),
            _ => false,
        };
        let same = first == second || (beyond && second == "NOT CHECKED");
        let words = geloot::words::claims::report(geloot::words::catalogue::Lang::En, report);
        assert!(same, "{name}: V{} is {second} in Python, and here:\n{words}", claim.id.number());
    }
}

/// Whoever has read the one file has read everything: it needs nothing but Python and its standard library.
#[test]
fn the_second_program_imports_only_the_standard_library() {
    const STANDARD: &[&str] = &[
        "argparse",
        "bisect",
        "collections",
        "csv",
        "datetime",
        "decimal",
        "fractions",
        "hashlib",
        "heapq",
        "hmac",
        "io",
        "itertools",
        "json",
        "math",
        "os",
        "pathlib",
        "re",
        "struct",
        "sys",
        "tomllib",
        "typing",
        "unicodedata",
    ];
    let source = include_str!("../../verifier/verify.py");
    let mut seen = 0;
    for line in source.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if let [verb @ ("import" | "from"), module, rest @ ..] = &words[..] {
            let whole = rest.is_empty() || (*verb == "from" && rest[0] == "import");
            assert!(whole && STANDARD.contains(module), "{line}");
            seen += 1;
        }
    }
    assert!(seen > 10 && !source.contains("__import__") && !source.contains("importlib"));
}

/// A reader who looks for a claim finds a function of its name and a sentence on it, in the order of the claims.
#[test]
fn the_second_program_has_a_function_for_each_claim_named_after_it() {
    let source = include_str!("../../verifier/verify.py");
    let lines: Vec<&str> = source.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some(name) = line.strip_prefix("def claim_") {
            let number: u8 = name[..2].parse().unwrap();
            assert!(lines[at - 1].starts_with(&format!("@claim({number}, \"")), "{line}");
            assert!(lines[at + 1].trim_start().starts_with("\"\"\""), "{line} says nothing");
            found.push(number);
        }
        if let Some(rest) = line.strip_prefix("left_to_geloot(") {
            found.push(rest[..2].parse().unwrap());
        }
    }
    assert_eq!(found, (1..=19).chain(23..=35).collect::<Vec<u8>>());
}

/// What a record says cannot pass for what is said of it.
#[test]
fn the_second_program_shows_a_line_for_each_claim_and_one_for_all() {
    let mut folder = Base::Dice.folder();
    let forged = "x.csv\nV12 PASS        seed of the declared source\u{202e}\u{1b}[2J";
    folder.insert("public/about.json".into(), vec![]);
    folder.insert(format!("public/{}", forged.replace('/', "")), b"1".to_vec());
    let temp = tempfile::tempdir().unwrap();
    write(&folder, temp.path());
    let Some(output) = second(&[&temp.path().to_string_lossy()]).map(without_a_fault) else { return };
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("x.csv") && !text.contains(['\u{202e}', '\u{1b}']), "{text}");
    let mut lines: Vec<&str> = text.lines().collect();
    let in_all = lines.pop().unwrap();
    // What no record can show stands between the claims and the last line, and passes for no claim either.
    let end = lines.iter().position(|line| *line == "No record can show:").unwrap();
    let never = lines.split_off(end);
    assert!(never[1..].iter().all(|line| line.starts_with("  - that ")), "{text}");
    let numbers: Vec<&str> = lines.iter().map(|line| line.split_whitespace().next().unwrap()).collect();
    let expected: Vec<String> = (1..=19).chain([23, 24, 26]).map(|n| format!("V{n}")).collect();
    assert_eq!(numbers, expected, "{text}");
    assert!(in_all.starts_with("In all: FAIL: V3 V4"), "{in_all}");
}

/// Whoever looks at no more than the last line, or at the code that it ends with, cannot take for whole what was not checked.
#[test]
fn the_second_program_never_says_that_all_is_well_where_it_could_not_check_all() {
    let temp = tempfile::tempdir().unwrap();
    write(&Base::Beacon.folder(), temp.path());
    let at = temp.path().to_string_lossy().into_owned();
    for (args, code) in [(vec![&*at], 0), (vec![&*at, "--whole"], 3)] {
        let Some(output) = second(&args).map(without_a_fault) else { return };
        let text = String::from_utf8(output.stdout).unwrap();
        let in_all = text.lines().last().unwrap();
        assert_eq!(output.status.code(), Some(code), "{text}");
        assert!(in_all.starts_with("In all: no claim that was checked failed; NOT CHECKED: V2 "), "{in_all}");
        assert!(in_all.contains(" V26. ") && !in_all.contains("PASS"), "{in_all}");
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn both_programs_agree_on_every_shipped_scenario() {
    let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/scenarios");
    let mut seen = 0;
    let mut names: Vec<_> = std::fs::read_dir(scenarios).unwrap().map(|e| e.unwrap().path()).collect();
    // A script that makes a whole case of them is no scenario of its own.
    names.retain(|scenario| scenario.join("scenario.toml").exists());
    names.sort();
    for scenario in names {
        let facts: toml::Table =
            std::fs::read_to_string(scenario.join("scenario.toml")).unwrap().parse().unwrap();
        let name = scenario.file_name().unwrap().to_string_lossy().into_owned();
        let temp = tempfile::tempdir().unwrap();
        let out = temp.path().join("out").to_string_lossy().into_owned();
        let (pool, quotas) = (scenario.join("pool.csv"), scenario.join("quotas.csv"));
        let seats = facts["seats"].as_integer().unwrap().to_string();
        let mut args = vec![
            "select",
            "--pool",
            pool.to_str().unwrap(),
            "--quotas",
            quotas.to_str().unwrap(),
            "--seats",
            &seats,
        ];
        args.extend(["--seed", "appel peer", "--out", &out]);
        done(&args);
        let folder = read(Path::new(&out));
        let line = text(&folder, "public/commitment.txt");
        let report = verify(&folder, &Known { published: Some(&line), ..Known::default() });
        assert!(
            !report.failed(),
            "{name}: {}",
            geloot::words::claims::report(geloot::words::catalogue::Lang::En, &report)
        );
        agree(&name, &folder, &report, Some(&line));
        seen += 1;
    }
    assert!(seen >= 10);
}

/// What a charter says of reserves can be wrong whatever was drawn: neither program waits for a draw that follows.
#[test]
fn a_charter_with_impossible_reserves_fails_their_claim_whatever_was_drawn() {
    let mut folder = Base::Beacon.folder();
    let digest =
        |folder: &Folder| text(folder, "public/commitment.txt").trim().split_once(':').unwrap().1.to_owned();
    let before = digest(&folder);
    let charter = text(&folder, "public/charter.toml");
    let charter = format!("{charter}[reserves]\nattrition = \"10%\"\n");
    folder.insert("public/charter.toml".into(), charter.into_bytes());
    rehash_files(&mut folder);
    let now = digest(&folder);
    replace(&mut folder, "public/draws/1/draw.json", &before, &now);
    rehash_record(&mut folder, "draws/1");
    let report = verify_lottery(&folder, &Known::default());
    let failed = report.failures();
    assert!(failed.contains(&Id::Seed) && failed.contains(&Id::Reserves), "{failed:?}");
    agree("a charter with impossible reserves", &folder, &report, None);
}

//! First charters from answers: what is written is what a lottery takes, and what it would refuse is not written.

use std::path::Path;
use std::process::{Command, Output};

fn geloot(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_geloot")).current_dir(folder).args(args).output().unwrap()
}

#[test]
fn answers_make_a_charter_that_a_lottery_takes() {
    let at = tempfile::tempdir().unwrap();
    let council = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/council");
    let made = geloot(
        at.path(),
        &[
            "charter",
            "new",
            "--out",
            "a.toml",
            "--title",
            "Wonen in \"Zuid\"",
            "--question",
            "Hoe \\ nu?\nSlot",
            "--mandate",
            " ",
            "--exclusion",
            "raadsleden",
            "--exclusion",
            "griffie",
            "--follow-up",
            "antwoord binnen 3 maanden",
            "--note",
            "vrouw: 24 werd 25\n[seed]\u{7f}",
            "--date",
            "2027-03-01",
            "--source",
            "dice:6x10",
            "--how",
            "unused",
            "--reserves",
            "20",
            "--attrition",
            "10",
        ],
    );
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    let text = std::fs::read_to_string(at.path().join("a.toml")).unwrap();
    let table: toml::Table = text.parse().unwrap();
    assert_eq!(table["title"].as_str(), Some("Wonen in \"Zuid\""));
    assert_eq!(table["question"].as_str(), Some("Hoe \\ nu? Slot"));
    assert_eq!(table["exclusions"].as_array().unwrap().len(), 2);
    assert_eq!(table["reserves"]["attrition"].as_str(), Some("10%"));
    assert_eq!(table["seed"]["sides"].as_integer(), Some(10));
    assert!(!table.contains_key("mandate") && text.contains("\n# vrouw: 24 werd 25 [seed]\n"), "{text}");
    let (pool, quotas) = (council.join("volunteers.csv"), council.join("quotas.csv"));
    let (pool, quotas) = (pool.to_str().unwrap(), quotas.to_str().unwrap());
    let lottery = [
        "lottery",
        "--pool",
        pool,
        "--quotas",
        quotas,
        "--seats",
        "50",
        "--charter",
        "a.toml",
        "--out",
        "record",
    ];
    assert_eq!(geloot(at.path(), &lottery).status.code(), Some(0));
    // Nothing is written over.
    let again =
        geloot(at.path(), &["charter", "new", "--out", "a.toml", "--date", "2027-03-01", "--source", "text"]);
    assert_eq!(
        (again.status.code(), std::fs::read_to_string(at.path().join("a.toml")).unwrap()),
        (Some(3), text)
    );
}

#[test]
fn what_a_lottery_would_refuse_is_not_written() {
    let at = tempfile::tempdir().unwrap();
    let cases: [(&[&str], &str); 5] = [
        (&["charter", "new", "--source", "dice:2x6", "--date", "2027-03-01"], "dice"),
        (&["charter", "new", "--source", "drand", "--date", "2027-03-01"], "time"),
        (
            &["charter", "new", "--source", "contributions", "--date", "2027-03-01", "--slip", "Anna=words"],
            "slip",
        ),
        (&["charter", "new", "--source", "coin", "--date", "2027-03-01"], "dice:6x10"),
        (
            &[
                "invite",
                "charter",
                "--source",
                "dice:12x10",
                "--date",
                "2027-03-01",
                "--column",
                "key=nr",
                "--share",
                "fair",
                "--letters",
                "9",
            ],
            "share",
        ),
    ];
    for (args, said) in cases {
        let made = geloot(at.path(), &[args, &["--out", "a.toml"]].concat());
        let text = String::from_utf8_lossy(&made.stderr).into_owned();
        assert_eq!(made.status.code(), Some(2), "{args:?}: {text}");
        assert!(text.contains(said), "{args:?}: {text}");
        assert!(!at.path().join("a.toml").exists(), "{args:?}");
    }
}

#[test]
fn sealed_words_and_letters_have_all_their_answers() {
    let at = tempfile::tempdir().unwrap();
    let sealed = |words: &str| {
        let said = geloot(at.path(), &["--json", "slip", "--words", words]).stdout;
        serde_json::from_slice::<serde_json::Value>(&said).unwrap()["sealed"].as_str().unwrap().to_owned()
    };
    let (anna, piet) = (format!("Anna={}", sealed("appel")), format!("Piet={}", sealed("peer")));
    let made = geloot(
        at.path(),
        &[
            "charter",
            "new",
            "--out",
            "s.toml",
            "--date",
            "2027-03-01",
            "--zone",
            "Europe/Amsterdam",
            "--source",
            "contributions",
            "--slip",
            &anna,
            "--slip",
            &piet,
            "--until",
            "2027-03-02T20:00:00",
            "--otherwise",
            "lotto:6/45",
            "--otherwise-how",
            "Lotto",
        ],
    );
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    let table: toml::Table = std::fs::read_to_string(at.path().join("s.toml")).unwrap().parse().unwrap();
    assert_eq!(table["seed"]["roles"].as_array().unwrap().len(), 2);
    assert_eq!(table["seed"]["otherwise"]["description"].as_str(), Some("Lotto"));
    let made = geloot(
        at.path(),
        &[
            "invite",
            "charter",
            "--out",
            "l.toml",
            "--date",
            "2027-03-01",
            "--source",
            "dice:12x10",
            "--column",
            "key=nr",
            "--column",
            "strata=kern",
            "--column",
            "strata=wijk",
            "--column",
            "born=geboren",
            "--column",
            "postcode=pc",
            "--column",
            "number=nr2",
            "--age",
            "16",
            "--reference",
            "2027-03-01",
            "--letters",
            "300",
            "--reserves",
            "60",
            "--homes",
            "one-letter",
            "--share",
            "each",
            "--areas",
            "4",
            "--area-reserves",
            "2",
        ],
    );
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    let table: toml::Table = std::fs::read_to_string(at.path().join("l.toml")).unwrap().parse().unwrap();
    assert_eq!(table["columns"]["strata"].as_array().unwrap().len(), 2);
    assert_eq!(table["letters"]["homes"].as_str(), Some("one-letter"));
    assert_eq!(table["areas"]["reserves"].as_integer(), Some(2));
    assert_eq!(table["frame"]["age"].as_integer(), Some(16));
}

#[test]
fn answers_that_are_given_twice_or_come_to_nothing() {
    let at = tempfile::tempdir().unwrap();
    let letters = |out: &str, more: &[&str]| {
        let args = ["invite", "charter", "--out", out, "--date", "2027-03-01", "--column", "key=nr"];
        geloot(at.path(), &[&args[..], more].concat())
    };
    for more in [["--letters", "0"], ["--areas", "0"]] {
        let made = letters("none.toml", &[&["--source", "text"][..], &more].concat());
        assert_eq!(made.status.code(), Some(2));
        assert!(!at.path().join("none.toml").exists());
    }
    let additions =
        ["--column", "addition=toevoeging", "--column", "addition=letter", "--column", "key=nummer"];
    let home = ["--column", "postcode=pc", "--column", "number=huis", "--letters", "9"];
    let time = ["--source", "drand:2027-03-02T20:00", "--zone", "Europe/Amsterdam"];
    let made = letters("both.toml", &[&additions[..], &home, &time].concat());
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    let text = std::fs::read_to_string(at.path().join("both.toml")).unwrap();
    for line in [
        "addition = [\"toevoeging\", \"letter\"]",
        "key = [\"nr\", \"nummer\"]",
        "time = 2027-03-02T20:00:00",
    ] {
        assert!(text.contains(line), "{text}");
    }
}

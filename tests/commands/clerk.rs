//! What a clerk meets with files as offices have them: which column holds the ids, who stands there twice, charters that cannot be
//! frozen, and a draw that is asked for again.

use crate::run::{done, json_of, lottery, refused};
use serde_json::Value;
use std::fs;

/// A place for files.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn at(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    fn write(&self, name: &str, text: &str) -> String {
        fs::write(self.at(name), text).unwrap();
        self.at(name)
    }

    /// A pool of twenty under these headings, and quotas for it.
    fn pool(&self, first: &str) -> [String; 2] {
        let row = |i: usize| format!("{};Naam{i};{}\n", 101 + i * 7, ["man", "vrouw"][i % 2]);
        let rows: String = (0..20).map(row).collect();
        let quotas = "feature,value,min,max\ngeslacht,man,2,2\ngeslacht,vrouw,2,2\n";
        [self.write("pool.csv", &format!("{first};naam;geslacht\n{rows}")), self.write("quotas.csv", quotas)]
    }
}

/// Codes of what is said, with the columns.
fn said(answer: &Value) -> Vec<(String, String)> {
    let all = answer["faults"].as_array().unwrap().iter();
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    all.map(|fault| (text(&fault["code"]), text(&fault["column"]))).collect()
}

#[test]
fn numbers_of_people_are_their_ids_however_they_are_headed() {
    for (heading, code) in [
        ("Aanmeldnr", "P-11"),
        ("Reg.nr", "P-11"),
        ("Registratienummer", "P-11"),
        ("Deelnemersnr", "P-11"),
        ("kandidaatnummer", "P-11"),
        ("Lidnr.", "P-11"),
        ("Uniek nummer", "P-11"),
        ("Klantnummer", "P-11"),
        ("badge code", "P-11"),
        // Nobody can be sure of these: it is said, also where notes are not.
        ("formulier", "P-27"),
        ("Kolom1", "P-27"),
    ] {
        let desk = Desk::new();
        let [pool, quotas] = desk.pool(heading);
        let answer = json_of(&["check", "--pool", &pool, "--quotas", &quotas, "--seats", "4"], 0);
        let found = said(&answer);
        assert!(found.contains(&(code.to_owned(), heading.to_owned())), "{heading}: {found:?}");
    }
    // Numbers of other things are nobody's.
    for heading in ["Telefoonnr", "Huisnr", "leeftijd", "Bankrekeningnummer"] {
        let desk = Desk::new();
        let [pool, quotas] = desk.pool(heading);
        let answer = json_of(&["check", "--pool", &pool, "--quotas", &quotas, "--seats", "4"], 0);
        assert!(said(&answer).iter().any(|(code, _)| code == "P-10"), "{heading}: {:?}", said(&answer));
    }
}

#[test]
fn the_number_of_a_person_is_not_that_of_a_house() {
    let desk = Desk::new();
    let list = |id: &str, [postcode, house]: [&str; 2]| {
        let rows = "1;Jan;1-2-1980;1234AB;7\n2;Piet;3-4-1990;1234AB;9\n3;J. de Vries;01-02-1980;1234 ab;7\n4;Kim;5-6-1970;1235AB;7\n";
        desk.write("lijst.csv", &format!("{id};naam;geboortedatum;{postcode};{house}\n{rows}"))
    };
    let recipe = desk.write("recept.toml", "[[source]]\nfile = \"lijst.csv\"\n");
    for (n, (id, address)) in [
        ("aanmeldnr", ["postcode", "huisnummer"]),
        ("nummer", ["postcode", "huisnummer"]),
        ("nummer", ["PC", "Huisnr"]),
    ]
    .into_iter()
    .enumerate()
    {
        list(id, address);
        let out = desk.at(&format!("made{n}"));
        done(&["prepare", &recipe, "--out", &out]);
        let twice = fs::read_to_string(format!("{out}/twice.csv")).unwrap();
        assert_eq!(twice.lines().count(), 2, "{id} {address:?}: {twice}");
    }
}

#[test]
fn a_charter_is_refused_where_the_lottery_or_the_frame_would_refuse_it() {
    let desk = Desk::new();
    let charter = |text: &str| desk.write("charter.toml", text);
    let whole = "date = 2027-01-01\nzone = \"Europe/Amsterdam\"\n[seed]\nsource = \"text\"\n[reserves]\nnumber = 10\nattrition = \"10%\"\n";
    done(&["charter", &charter(whole)]);
    for (from, to) in [
        ("date", "datum"),
        ("[seed]", "[startgetal]"),
        ("\"text\"", "\"dobbelstenen\""),
        ("Europe/Amsterdam", "Europe/Atlantis"),
        ("number = 10", "number = \"10\""),
        ("attrition = \"10%\"", "attrition = 15"),
        ("number = 10\n", ""),
        ("[reserves]", "[reserve]"),
        ("\"text\"", "\"dice\"\nsides = 10"),
    ] {
        refused(&["charter", &charter(&whole.replacen(from, to, 1))], 2, "C-01");
    }
    // Three dice are enough for a thousand tickets.
    done(&["charter", &charter(&whole.replace("\"text\"", "\"dice\"\nsides = 10\ncount = 3"))]);
    // A charter for letters is looked at as one, and one for a panel is none for letters.
    let letters = "date = 2026-12-01\n[seed]\nsource = \"text\"\n[frame]\nreference = 2027-01-15\n[columns]\nkey = \"nr\"\n\
        [letters]\nnumber = 20\n";
    done(&["charter", &charter(letters)]);
    refused(&["charter", &charter(&letters.replace("number = 20", "nummer = 20"))], 2, "Y-15");
    let panel = charter(&whole.replace("\"text\"", "\"dice\"\nsides = 10\ncount = 6"));
    let (register, key) =
        (desk.write("register.csv", "nr\n1\n2\n"), desk.write("register.key", &"0a".repeat(32)));
    let frame = ["invite", "frame", "--register", &register, "--charter", &panel, "--key", &key, "--out"];
    let told = refused(&[&frame[..], &[&desk.at("letters"), "--lang", "en"]].concat(), 2, "Y-13");
    assert!(!told.contains("--tickets"), "{told}");
}

#[test]
fn a_draw_that_is_asked_for_again_says_that_nothing_was_written() {
    let desk = Desk::new();
    let [pool, quotas] = desk.pool("nummer");
    let out = desk.at("lottery");
    done(&lottery(&pool, &quotas, "4", &out));
    let draw = ["draw", &out, "--seed", "appel peer", "--lang", "en"];
    assert!(done(&draw).contains("Saved: panel.csv"));
    let list = || fs::read(format!("{out}/panel.csv")).unwrap();
    let before = list();
    let again = done(&draw);
    assert!(again.contains("nothing was written") && !again.contains("Saved:"), "{again}");
    assert_eq!(list(), before);
    let again = done(&[&draw[..], &["--excel"]].concat());
    assert!(again.contains("written again in the form") && !again.contains("Saved:"), "{again}");
    assert_ne!(list(), before);
}

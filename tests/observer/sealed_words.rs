//! A seed that several people make together: words sealed before the freeze and opened at the draw.

use crate::agreement::agree;
use crate::run::refused;
use crate::support::*;
use geloot::seed::contributions::{Slip, salt_of};
use geloot::seed::words::Words;
use geloot::verify::{Id, Known, Outcome, Remark, verify};
use std::fs;
use std::path::Path;

struct Desk {
    temp: tempfile::TempDir,
    /// What each keeps secret.
    slips: Vec<String>,
}

const WORDS: [&str; 3] = ["appel peer", "harp shamrock", "turf 17"];

impl Desk {
    /// A lottery whose charter declares the words of three people, and else the words of a notary.
    fn new(otherwise: &str) -> Self {
        let temp = tempfile::tempdir().unwrap();
        write_inputs(temp.path());
        let slips: Vec<Slip> = (1..)
            .zip(WORDS)
            .map(|(n, words)| Slip { salt: [n; 16], words: Words::new(words).unwrap() })
            .collect();
        let roles: String = ["the alderman", "the council", "the youth council"]
            .iter()
            .zip(&slips)
            .map(|(name, slip)| format!("[[seed.roles]]\nname = \"{name}\"\nslip = \"{}\"\n", slip.sealed()))
            .collect();
        let charter = format!(
            "date = 2024-03-01\n[seed]\nsource = \"contributions\"\nuntil = 2024-03-05\n{roles}[seed.otherwise]\n{otherwise}\n"
        );
        fs::write(temp.path().join("charter.toml"), charter).unwrap();
        let desk = Self { temp, slips: slips.iter().map(Slip::to_string).collect() };
        let (pool, quotas, out, charter) =
            (desk.at("pool.csv"), desk.at("quotas.csv"), desk.at("out"), desk.at("charter.toml"));
        let args = crate::run::lottery(&pool, &quotas, "8", &out);
        done(&[&args[..], &["--tickets", "1000", "--charter", &charter, "--known-round"]].concat());
        desk
    }

    fn at(&self, name: &str) -> String {
        self.temp.path().join(name).to_string_lossy().into_owned()
    }

    fn put(&self, name: &str, text: &str) -> String {
        fs::write(self.at(name), text).unwrap();
        self.at(name)
    }

    fn draw<'a>(&'a self, out: &'a str, slips: &'a str, more: &[&'a str]) -> Vec<&'a str> {
        [&["draw", out, "--slips", slips][..], more].concat()
    }

    fn record(&self) -> geloot::bundle::Folder {
        read(Path::new(&self.at("out")))
    }
}

#[test]
fn everybody_opens_and_the_seed_follows_from_all_words() {
    let desk = Desk::new("source = \"lotto\"\ncount = 3\nmost = 45");
    let out = desk.at("out");
    // In whatever order they were collected, typed as people do.
    let slips = format!(
        "# collected on 4 March\r\n{}\r\n\r\n  {}\r\n{}\r\n",
        desk.slips[2],
        desk.slips[0].replace("appel", "Appel,"),
        desk.slips[1]
    );
    let slips = desk.put("slips.txt", &slips);
    refused(&desk.draw(&out, &slips, &["--lotto", "3 17"]), 2, "D-22");
    refused(&["draw", &out, "--seed", "notaris"], 2, "D-05");
    refused(&["draw", &out], 2, "D-04");
    done(&desk.draw(&out, &slips, &[]));
    let folder = desk.record();
    let report = verify(&folder, &Known::default());
    assert!(report.failures().is_empty(), "{:?}", report.failures());
    for id in [Id::Source, Id::Evidence, Id::Seed] {
        let claim = report.claims.iter().find(|claim| claim.id == id).unwrap();
        // What the charter declares is told, and nobody who did not open.
        let told = usize::from(id == Id::Source);
        assert_eq!((&claim.outcome, claim.remarks.len()), (&Outcome::Pass, told));
    }
    agree("everybody opened", &folder, &report, None);
    let evidence = format!("contributions\\n{}", desk.slips.join("\\n"));
    assert!(text(&folder, "public/draws/1/draw.json").contains(&evidence));
    // Other words than were sealed, with every digest made to fit.
    for (from, to) in [("turf 17", "turf 18"), (&desk.slips[0][..8], "ffffffff")] {
        let mut forged = folder.clone();
        replace(&mut forged, "public/draws/1/draw.json", from, to);
        forge(&mut forged);
        let report = verify(&forged, &Known::default());
        assert_eq!(report.failures(), [Id::Evidence], "{to}");
        agree(to, &forged, &report, None);
    }
}

/// Makes everything that follows from the changed evidence of draw 1 fit.
pub fn forge(folder: &mut geloot::bundle::Folder) {
    use geloot::bundle::record::Record;
    use geloot::bundle::{Public, conduct};
    use geloot::seed::Seed;
    let public = Public::read(folder).unwrap();
    let mut record = Record::read(&folder["public/draws/1/draw.json"]).unwrap();
    let evidence = record.own_evidence().unwrap();
    let seed = Seed::derive(&public.commitment, &evidence);
    record.commitment = public.commitment.digest().to_string();
    record.seed = seed.digest().to_string();
    record.own.ticket = geloot::base::rules::Rules::V1
        .ticket(&seed, &record.panel_label(), Some(&evidence), record.own.tickets)
        .unwrap();
    let seats = conduct::seats(&public, record.own.ticket).unwrap();
    let panel =
        conduct::panel_table(&public.quotas, &public.profiles, public.coded.as_ref(), &record, &seats);
    folder.insert("public/draws/1/draw.json".into(), record.facts());
    folder.insert("public/draws/1/panel.csv".into(), panel);
    rehash_record(folder, "draws/1");
    // Without the clerk's lists there are none to contradict it.
    folder.retain(|name, _| name.starts_with("public/") || name.starts_with("sealed/"));
}

#[test]
fn wrong_words_are_refused_by_line_and_nothing_is_drawn() {
    let desk = Desk::new("source = \"lotto\"\ncount = 3\nmost = 45");
    let out = desk.at("out");
    let lines = format!("{}\n{}\nturf 17\n", desk.slips[0], desk.slips[1].replace("harp", "harps"));
    let wrong = desk.put("wrong.txt", &lines);
    let text = refused(&desk.draw(&out, &wrong, &[]), 2, "D-26");
    assert!(text.contains("Line 2 opens \"harps shamrock\"") && text.contains("Line 3 is no slip"), "{text}");
    assert!(!text.contains("Line 1"), "{text}");
    assert!(!Path::new(&desk.at("out/public/draws")).exists());
    let args = desk.draw(&out, &wrong, &["--trial"]);
    assert_eq!(geloot(&args).status.code(), Some(2));
}

#[test]
fn who_does_not_open_is_named_and_the_second_source_decides() {
    let desk = Desk::new("source = \"dice\"\nsides = 10\ncount = 3");
    let out = desk.at("out");
    let some = desk.put("some.txt", &desk.slips[1]);
    let text = refused(&desk.draw(&out, &some, &[]), 2, "D-23");
    assert!(text.contains("\"the alderman\", \"the youth council\" did not open"), "{text}");
    assert!(text.contains("second source decides") && text.contains("3 dice with 10 sides"), "{text}");
    refused(&desk.draw(&out, &some, &["--seed", "appel"]), 2, "D-25");
    done(&desk.draw(&out, &some, &["--dice", "4 0 7", "--sides", "10"]));
    let folder = desk.record();
    let report = verify(&folder, &Known::default());
    assert!(report.failures().is_empty(), "{:?}", report.failures());
    let claim = report.claims.iter().find(|claim| claim.id == Id::Evidence).unwrap();
    let roles = vec!["the alderman".to_owned(), "the youth council".to_owned()];
    assert_eq!(claim.remarks, [Remark::NotOpened { draw: "draw 1".into(), roles }]);
    let json = text_of(&folder);
    assert_eq!((json["ticket"].as_u64(), json["source"].as_str()), (Some(407), Some("declared")));
    agree("the second source", &folder, &report, None);
    // The same evidence with somebody else left out decides the same: whoever writes it down chooses nothing.
    let mut other = folder.clone();
    replace(&mut other, "public/draws/1/draw.json", &desk.slips[1], "-");
    let before = json["seed"].clone();
    forge(&mut other);
    assert_eq!(text_of(&other)["seed"], before);
}

fn text_of(folder: &geloot::bundle::Folder) -> serde_json::Value {
    serde_json::from_slice(&folder["public/draws/1/draw.json"]).unwrap()
}

#[test]
fn nobody_opens_and_published_numbers_decide() {
    let desk = Desk::new("source = \"lotto\"\ncount = 3\nmost = 45");
    let out = desk.at("out");
    let nobody = desk.put("none.txt", "# nobody came\n");
    done(&desk.draw(&out, &nobody, &["--lotto", "22 3 17"]));
    let folder = desk.record();
    assert_eq!(text_of(&folder)["evidence"], "contributions\n-\n-\n-\notherwise\nlotto\n3 17 22");
    let report = verify(&folder, &Known::default());
    assert!(report.failures().is_empty(), "{:?}", report.failures());
    agree("nobody opened", &folder, &report, None);
}

#[test]
fn a_slip_is_sealed_from_words_and_opens_to_what_was_handed_in() {
    let temp = tempfile::tempdir().unwrap();
    let secret = temp.path().join("slip.txt").to_string_lossy().into_owned();
    let answer = crate::run::json(&["slip", "--words", "Turf, 17", "--out", &secret]);
    let line = fs::read_to_string(&secret).unwrap();
    let (salt, words) = line.trim_end().split_once(' ').unwrap();
    assert_eq!(words, "turf 17");
    let slip = Slip { salt: salt_of(salt).unwrap(), words: Words::new(words).unwrap() };
    assert_eq!(answer["sealed"], slip.sealed().to_string());
    refused(&["slip", "--words", "turf", "--out", &secret], 3, "F-05");
    refused(&["slip", "--words", "tu\u{ad}rf"], 2, "Z-01");
    let (one, two) =
        (crate::run::json(&["slip", "--words", "turf"]), crate::run::json(&["slip", "--words", "turf"]));
    assert_ne!(one["sealed"], two["sealed"]);
    assert_ne!(one["secret"], two["secret"]);
}

#[test]
fn words_that_look_alike_are_refused_where_they_are_typed_and_where_they_are_read() {
    let desk = Desk::new("source = \"lotto\"\ncount = 3\nmost = 45");
    let out = desk.at("out");
    let none = desk.put("none.txt", "");
    for (numbers, says) in
        [("3 17\u{200b} 22", "zero-width space"), ("3 l7", "\"l\" (U+006C)"), ("3.5", "Part 1")]
    {
        let text = refused(&desk.draw(&out, &none, &["--lotto", numbers]), 2, "Z-10");
        assert!(text.contains(says), "{text}");
    }
    for (words, says) in [
        ("ap\u{ad}pel", "Sign 3, after \"ap\", is U+00AD, a soft hyphen"),
        ("appel p\u{435}er", "\"\u{435}\" (U+0435), is Cyrillic"),
        ("appel\u{a0}peer", "a no-break space"),
    ] {
        let text = refused(&["draw", &out, "--trial", "--seed", words], 2, "Z-01");
        assert!(text.contains(says), "{text}");
    }
    done(&desk.draw(&out, &none, &["--lotto", "3, 17, 022"]));
    let folder = desk.record();
    assert!(text(&folder, "public/draws/1/draw.json").contains("lotto\\n3 17 22\""));
    for other in ["3 17  22", "03 17 22", "3 17 22\\u200b", "3 17 22 "] {
        let mut forged = folder.clone();
        replace(&mut forged, "public/draws/1/draw.json", "3 17 22", other);
        rehash_record(&mut forged, "draws/1");
        let report = verify(&forged, &Known::default());
        assert!(report.failures().contains(&Id::Records), "{other}");
    }
}

//! Ballots of which the outcome is known.

use crate::support::*;
use geloot::assembly::Frozen;
use geloot::assembly::acts::{Agreeing, Consulting, Counting, Following, Freezing};
use geloot::deliberation::chance::Chance;
use geloot::deliberation::dates::Date;
use geloot::deliberation::delegates::Way;
use geloot::deliberation::follow::State;
use geloot::deliberation::rows::Class;
use geloot::deliberation::sheet::Source;
use geloot::seed::Evidence;
use geloot::seed::dice::Dice;

use std::collections::BTreeMap;

/// The files of a fixture.
pub struct Fixture {
    pub files: BTreeMap<String, String>,
}

impl Fixture {
    fn read(name: &str) -> Self {
        Self::at(&fixtures().join(name))
    }

    /// The files in a folder.
    pub fn at(folder: &std::path::Path) -> Self {
        let entries = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
        let file = |path: std::path::PathBuf| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        };
        Self { files: entries.map(file).collect() }
    }

    pub fn source(&self, name: &'static str) -> Source<'_> {
        Source { name, bytes: self.files[name].as_bytes() }
    }

    pub fn maybe(&self, name: &'static str) -> Option<Source<'_>> {
        self.files.contains_key(name).then(|| self.source(name))
    }

    pub fn expected(&self) -> toml::Table {
        self.files["expected.toml"].parse().unwrap()
    }

    /// The name of the ballot.
    pub fn name(&self) -> String {
        let rule: toml::Table = self.files["ballot.toml"].parse().unwrap();
        rule["ballot"][0]["name"].as_str().unwrap().to_owned()
    }

    pub fn freezing(&self) -> Freezing<'_> {
        Freezing {
            options: Some(self.source("options.csv")),
            rules: Some(self.source("ballot.toml")),
            roles: self.maybe("roles.csv"),
            because: Some("a fixture"),
            date: "2017-03-01",
            ..Freezing::default()
        }
    }

    /// The ballot, frozen and counted; and how many options are of each class.
    fn counted(&self) -> (Frozen, BTreeMap<String, i64>) {
        let seats = self.expected()["seats"].as_integer().unwrap() as u32;
        let record = panel(seats, None);
        let record = act(record, |it| it.freeze_ballot(&self.freezing()).map(|it| it.act));
        let name = self.name();
        let asked = Counting {
            name: &name,
            counts: Some(self.source("counts.csv")),
            papers: None,
            votes: None,
            present: self.source("present.csv"),
            again: None,
            date: "2017-04-01",
        };
        let counted = record.deliberating().unwrap().tally(&asked).unwrap();
        let classes = classes(counted.verdicts.iter().map(|it| it.class.word()));
        (record.after(&counted.act.patch), classes)
    }
}

#[test]
fn every_fixture_comes_out_as_it_is_known_to() {
    let mut seen = 0;
    let mut records = Vec::new();
    for entry in std::fs::read_dir(fixtures()).unwrap().map(|it| it.unwrap().path()).filter(|it| it.is_dir())
    {
        let name = entry.file_name().unwrap().to_string_lossy().into_owned();
        let fixture = Fixture::read(&name);
        let (record, found) = fixture.counted();
        let due: BTreeMap<String, i64> = fixture.expected()["classes"]
            .as_table()
            .unwrap()
            .iter()
            .map(|(class, n)| (class.clone(), n.as_integer().unwrap()))
            .collect();
        assert_eq!(found, due, "{name}");
        assert_eq!(passed(&record.folder), [28, 29, 30, 31, 32], "{name}");
        records.push((record.folder, Vec::new()));
        seen += 1;
    }
    assert!(seen >= 10, "only {seen} fixtures");
    if let Some(found) = second(&records) {
        assert!(found.iter().all(Vec::is_empty), "{found:?}");
    }
}

/// The organiser's pages give 72, 73 and 75 people: each gives the same, and so does the range.
#[test]
fn enschede_comes_out_alike_whoever_counted_the_people() {
    let fixture = Fixture::read("enschede-2017");
    let record = act(panel(75, None), |it| it.freeze_ballot(&fixture.freezing()).map(|it| it.act));
    for present in ["72", "73", "75", "72-75"] {
        let present = format!("role,present\ndrawn,{present}\n");
        let asked = Counting { present: source(&present), ..counting("besluiten", "", "") };
        let asked = Counting { counts: Some(fixture.source("counts.csv")), ..asked };
        let counted = record.deliberating().unwrap().tally(&asked).unwrap();
        let classes: Vec<&str> = counted.verdicts.iter().map(|it| it.class.word()).collect();
        assert_eq!(
            classes,
            ["rejected", "rejected", "adopted", "adopted", "adopted", "rejected"],
            "{present}"
        );
    }
}

/// Two options at exactly 75 of 150 are adopted by "at least", and rejected by "more than".
#[test]
fn half_of_zeeland_depends_on_two_words() {
    let mut fixture = Fixture::read("zeeland-2023");
    let (record, classes) = fixture.counted();
    assert_eq!((classes["adopted"], classes["rejected"]), (85, 51));
    // Everybody of the Inwonertop has a vote: who was drawn, and 62 of each of three roles.
    let roles = column(&record.folder, "public/acts/1/roll.csv", 1);
    let of = |role: &str| roles.iter().filter(|it| *it == role).count();
    assert_eq!((of("drawn"), roles.len()), (300, 486));
    assert_eq!(["official", "professional", "free thinker"].map(of), [62; 3]);
    let rule = fixture.files["ballot.toml"].replace("at-least", "more-than");
    fixture.files.insert("ballot.toml".into(), rule);
    let (_, classes) = fixture.counted();
    assert_eq!((classes["adopted"], classes["rejected"]), (83, 53));
}

/// Only drawn citizens choose: officials have no vote, and a tie at place 10 is decided by lot, after the counts.
#[test]
fn the_top_ten_is_settled_by_dice_and_officials_have_no_vote() {
    let fixture = Fixture::read("g1000-top-10");
    let (record, _) = fixture.counted();
    let dice = Evidence::Dice(Dice::new(10, vec![vec![1, 2, 3, 4, 5, 6, 7]]).unwrap());
    let few = Evidence::Dice(Dice::new(6, vec![vec![1, 2]]).unwrap());
    let acts = record.deliberating().unwrap();
    // Nobody chooses how many dice count.
    let more = Evidence::Dice(Dice::new(10, vec![vec![1, 2, 3, 4, 5, 6, 7, 8]]).unwrap());
    assert_eq!(refused(acts.lot("top", &few, "2017-04-01")), ["J-37"]);
    assert_eq!(refused(acts.lot("top", &more, "2017-04-01")), ["J-37"]);
    assert_eq!(refused(acts.lot("top", &Evidence::text("appel").unwrap(), "2017-04-01")), ["J-37"]);
    let lot = acts.lot("top", &dice, "2017-04-01").unwrap();
    let count = |class| lot.verdicts.iter().filter(|it| it.class == class).count();
    assert_eq!(
        (count(Class::In), count(Class::InByLot), count(Class::OutByLot), count(Class::Out)),
        (9, 1, 2, 3)
    );
    let other = Evidence::Dice(Dice::new(10, vec![vec![7, 6, 5, 4, 3, 2, 2]]).unwrap());
    let winner = |it: &geloot::assembly::acts::Counted| {
        it.verdicts.iter().find(|it| it.class == Class::InByLot).unwrap().option.clone()
    };
    let winners: std::collections::BTreeSet<String> = (0..8)
        .map(|n| Evidence::Dice(Dice::new(10, vec![vec![n, 6, 5, 4, 3, 2, n]]).unwrap()))
        .chain([other, dice.clone()])
        .map(|it| winner(&acts.lot("top", &it, "2017-04-01").unwrap()))
        .collect();
    assert!(winners.len() > 1, "another throw never gives another winner");
    assert_eq!(winner(&lot), winner(&acts.lot("top", &dice, "2017-04-01").unwrap()));
    let patch = lot.act.patch.clone();
    // Officials are on no roll, so they cannot be counted among those present.
    let fresh = act(panel(200, None), |it| it.freeze_ballot(&fixture.freezing()).map(|it| it.act));
    let asked = Counting {
        name: "top",
        counts: Some(fixture.source("counts.csv")),
        papers: None,
        votes: None,
        present: fixture.source("present-with-officials.csv"),
        again: None,
        date: "2017-04-01",
    };
    assert_eq!(refused(fresh.deliberating().unwrap().tally(&asked)), ["J-28"]);
    let record = record.after(&patch);
    assert_eq!(failed(&record.folder, &[]), Vec::<u8>::new());
    assert_eq!(refused(record.deliberating().unwrap().lot("top", &dice, "2017-04-01")), ["J-36"]);
}

/// The vote of 20 stands beside what 1,800 people said, and the two share no total. Two delegates, and who is next.
#[test]
fn foodvalley_is_two_columns_and_two_delegates() {
    let fixture = Fixture::read("foodvalley-2021");
    let (record, _) = fixture.counted();
    let counts = fixture.source("consultation.csv");
    let asked = Consulting {
        about: "aanbevelingen",
        counts,
        how: Some("an open questionnaire"),
        participants: 1800,
        from: Some("2017-03-02"),
        until: Some("2017-03-30"),
        date: "2017-04-01",
    };
    let before = record.deliberating().unwrap().adopted().unwrap().0;
    let record = act(record, |it| it.consult(&asked).map(|it| it.act));
    assert_eq!(record.deliberating().unwrap().adopted().unwrap().0, before);
    // The same file as a count is refused.
    let fed = Counting { counts: Some(counts), ..counting("aanbevelingen", "", "role,present\ndrawn,20\n") };
    let again = Counting { again: Some("more people"), date: "2017-04-01", ..fed };
    assert_eq!(refused(record.deliberating().unwrap().tally(&again)), ["J-39"]);
    let willing = column(&record.folder, "public/draws/1/panel.csv", 0);
    let list = format!("code\n{}\n", willing[..11].join("\n"));
    let record = act(record, |it| {
        it.freeze_willing("afgevaardigden", source(&list), (2, Way::Lot(Chance::Text)), "2017-04-02")
            .map(|it| it.act)
    });
    let words = Evidence::text("een twee drie").unwrap();
    let drawn = record.deliberating().unwrap().draw_group("afgevaardigden", &words, "2017-04-03").unwrap();
    let places: Vec<&str> = drawn.group.iter().map(|it| it.standing.word()).collect();
    assert_eq!(
        (places[..2].to_vec(), places[2..].iter().all(|it| *it == "alternate")),
        (vec!["delegate"; 2], true)
    );
    let record = record.after(&drawn.act.patch);
    let next = record
        .deliberating()
        .unwrap()
        .next_delegate("afgevaardigden", &drawn.group[0].code, "2017-04-04")
        .unwrap();
    assert_eq!(next.called.as_deref(), Some(drawn.group[2].code.as_str()));
    let record = record.after(&next.act.patch);
    assert_eq!(failed(&record.folder, &[]), Vec::<u8>::new());
    assert_eq!(second(&[(record.folder, vec![])]).unwrap_or(vec![vec![]]), [Vec::<u8>::new()]);
}

/// The council's answer was due on 13 May 2017 and came on the 23rd: ten days late.
#[test]
fn peel_en_maas_waited_ten_days_too_long() {
    let fixture = Fixture::read("peel-en-maas");
    let (record, _) = fixture.counted();
    let agreed = record
        .deliberating()
        .unwrap()
        .agree(&Agreeing { date: "2017-04-08", ..Agreeing::default() })
        .unwrap();
    let names: Vec<&str> = agreed.agreed.iter().map(|it| it.option.as_str()).collect();
    assert_eq!(names, ["1", "2", "3", "4", "5", "9"]);
    let record = record.after(&agreed.act.unwrap().patch);
    let acts = record.deliberating().unwrap();
    let asked = Following {
        replies: Some(fixture.source("replies.csv")),
        handed: Some("2017-04-08"),
        term: Some("5 weeks"),
        by: Some("the council"),
        date: "2017-05-23",
        ..Following::default()
    };
    let followed = acts.follow(&asked).unwrap();
    assert_eq!(followed.due.as_ref().unwrap().day(), Date::read("2017-05-13").unwrap());
    assert!(
        followed.replies.iter().all(|(_, state)| *state == State::AnsweredLate(10)) && followed.is_late()
    );
    let record = record.after(&followed.act.unwrap().patch);
    assert_eq!(failed(&record.folder, &[]), Vec::<u8>::new());
}

/// A panel of 20: no public byte of a vote on paper tells how one person voted; what changes with one vote is a sum.
#[test]
fn no_public_file_holds_a_vote_beside_a_code() {
    let fixture = Fixture::read("foodvalley-2021");
    let (record, _) = fixture.counted();
    let codes = column(&record.folder, "public/draws/1/panel.csv", 0);
    for (path, bytes) in record.folder.range("public/acts/2/".to_owned()..) {
        if !path.starts_with("public/acts/2/") {
            break;
        }
        let text = String::from_utf8_lossy(bytes);
        assert!(codes.iter().all(|code| !text.contains(code.as_str())), "{path}");
    }
}

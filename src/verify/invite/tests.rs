//! Records of letters in memory, and what each claim says of them after one change.

use super::*;
use crate::assembly::Ask;
use crate::assembly::invite::{Framing, Invitation, People, Sealing};
use crate::base::digest::Digest;
use crate::bundle::files;
use crate::bundle::form::Bad;
use crate::invite::frame::Register;
use crate::invite::plan::{Listed, Share};
use crate::invite::public::Public;
use crate::invite::record::{LETTER_LISTS, WAVES};
use crate::invite::scan::{Alone, Text};
use crate::invite::tables::{self, names};
use crate::invite::{Heap, Letter};
use crate::prepare::Facts;
use crate::prepare::facts::Made as Source;
use crate::seed::Evidence;
use crate::verify::honest::{refit, refreeze, replace, rows as rows_of, state};
use crate::verify::report::{Claim as Looked, Failure, Remark, not_checked};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A record and the sealed list of its people, which is no part of the folder.
#[derive(Clone)]
struct Record {
    folder: Folder,
    persons: Vec<u8>,
}

const ANY: &str = "number = 8\nreserves = 6";
const ONE: &str =
    "share = \"each\"\nnumber = 3\nreserves = 2\nhomes = \"one-letter\"\n[areas]\nnumber = 1\nreserves = 1";
const FIRST: &str = "number = 5\nreserves = 4\nhomes = \"address-first\"";

/// People in three places, of whom every third lives with another.
fn register(people: u32) -> String {
    let place = |n: u32| ["north", "north", "north", "south", "south", "east"][n as usize % 6];
    let house = |n: u32| if n.is_multiple_of(3) { n / 6 } else { 100 + n };
    let row = |n: u32| format!("{n:04},{},1234AB,{},{}\n", place(n), house(n), 1 + n % 3);
    format!("id,place,postcode,house,weight\n{}", (0..people).map(row).collect::<String>())
}

fn charter(letters: &str) -> String {
    format!(
        "date = 2026-12-01\n[seed]\nsource = \"text\"\n[columns]\nkey = \"id\"\nstrata = [\"place\"]\n\
         postcode = \"postcode\"\nnumber = \"house\"\n[letters]\n{letters}\n"
    )
}

fn framed(charter: &str, listed: Listed, prepared: Option<Vec<u8>>) -> Record {
    let places = ["north", "south", "east"].map(|place| vec![place.to_owned()]).to_vec();
    let strata = charter.contains("strata").then(|| (vec!["place".to_owned()], places, listed));
    let framing = Framing {
        file: "charter.toml".into(),
        charter: charter.as_bytes().to_vec(),
        secret: [7; 32],
        strata,
        excluded: BTreeMap::new(),
        grounds: Vec::new(),
        listed: Vec::new(),
        prepared,
    };
    // Where a list of homes could be long, there must be people for it.
    let text = register(if charter.contains("[areas]") { 300 } else { 30 });
    let file = Text { name: "register.csv", bytes: text.as_bytes() };
    let (shelf, mut persons) = (Heap::default(), Vec::new());
    let sealing = Sealing { shelf: &shelf, hands: &Alone, persons: &mut persons };
    let making = framing.check().unwrap_or_else(|no| panic!("{no:?}"));
    let made = making.frame(&[Register { file: &file, source: "register".into() }], sealing);
    Record { folder: made.unwrap_or_else(|no| panic!("{no:?}")).folder, persons }
}

impl Record {
    /// A trial, a draw, another, and the first wave of its letters.
    fn drawn(mut self) -> Self {
        for (trial, words, because) in
            [(true, Some("plum"), None), (false, Some("apple"), None), (false, None, Some("Once more."))]
        {
            let evidence = words.and_then(Evidence::text);
            self.draw(&Ask { evidence, because, trial, ..Ask::default() });
        }
        let record = Invitation::open(self.folder.clone()).unwrap();
        let waves = record.first_wave("2027-01-20", "first").unwrap();
        record.publish_waves(&waves, Some("waves.csv")).unwrap().patch.apply_to(&mut self.folder);
        self
    }

    fn draw(&mut self, ask: &Ask<'_>) {
        let record = Invitation::open(self.folder.clone()).unwrap_or_else(|no| panic!("{no:?}"));
        let file = Text { name: names::PERSONS, bytes: &self.persons };
        let drawing = record.draw(ask, Some(People { file: &file, hands: &Alone }));
        drawing.unwrap_or_else(|no| panic!("{no:?}")).patch.apply_to(&mut self.folder);
    }

    fn report(&self) -> Report {
        let file = Text { name: names::PERSONS, bytes: &self.persons };
        verify(&self.folder, &Known { people: Some((&file, &Alone)), ..Known::default() }).unwrap()
    }

    /// What is wrong first by a claim, after a change.
    #[track_caller]
    fn wrong(&self, id: Id, change: impl FnOnce(&mut Self)) -> Failure {
        let mut record = self.clone();
        change(&mut record);
        match record.report().outcome(id) {
            Outcome::Fail(failure) => failure.clone(),
            other => panic!("{id:?}: {other:?}"),
        }
    }

    /// The same after a change to what was frozen, with which every digest fits.
    #[track_caller]
    fn refrozen(&self, id: Id, change: impl FnOnce(&mut Folder)) -> Failure {
        self.wrong(id, |record| {
            change(&mut record.folder);
            refreeze(&mut record.folder);
        })
    }

    /// The ordered list of the last draw.
    fn letters(&self) -> Vec<Letter> {
        tables::read_letters(&self.folder[names::LETTERS], true).unwrap()
    }

    /// Another ordered list of the last draw, which its record names, with the figures that follow from it.
    fn relist(&mut self, letters: &[Letter]) {
        let public = Public::read(&self.folder).unwrap();
        let list = tables::letters(letters, public.homes.is_some());
        let plan = Invitation::open(self.folder.clone()).unwrap().plan().unwrap();
        let figures = tables::figures(&public.people, &plan, letters);
        state(&mut self.folder, LIST, "letters", json!(Digest::of(&list).to_string()));
        self.folder.insert(FIGURES.into(), figures);
        self.folder.insert(names::LETTERS.into(), list);
        refit(&mut self.folder, "lists/3");
    }
}

/// The trial has the first list, each draw the next.
const LIST: &str = "public/lists/3/list.json";
const FIGURES: &str = "public/lists/3/figures.csv";

static RECORD: LazyLock<Record> = LazyLock::new(|| framed(&charter(ANY), Listed::default(), None));
static DRAWN: LazyLock<Record> = LazyLock::new(|| RECORD.clone().drawn());
static AREAS: LazyLock<Record> = LazyLock::new(|| framed(&charter(ONE), Listed::default(), None).drawn());
static ADDRESSES: LazyLock<Record> =
    LazyLock::new(|| framed(&charter(FIRST), Listed::default(), None).drawn());

/// As the first, with people who weigh one to three.
static WEIGHED: LazyLock<Record> = LazyLock::new(|| {
    let charter = charter(ANY).replace("[letters]", "weight = \"weight\"\n[letters]");
    framed(&charter, Listed::default(), None).drawn()
});

fn fact(fact: &'static str) -> Failure {
    Failure::Letters(Wrong::Fact { fact })
}

fn table(file: &'static str, stratum: Option<u32>) -> Failure {
    Failure::Letters(Wrong::Table { file, stratum })
}

fn lacks(lack: Lack) -> Outcome {
    Outcome::NotChecked(Why::Lacks(lack))
}

#[test]
fn every_claim_of_an_honest_record_passes_or_has_nothing_to_look_at() {
    for (record, areas) in [(&*DRAWN, false), (&*AREAS, true), (&*ADDRESSES, false), (&*WEIGHED, false)] {
        let report = record.report();
        assert!(!report.failed(), "{report:?}");
        for claim in &report.claims {
            let due = match claim.id {
                Id::Published => Outcome::NotChecked(Why::NoLine),
                Id::Areas if !areas => lacks(Lack::Areas),
                _ => Outcome::Pass,
            };
            assert_eq!(claim.claim.outcome, due, "{:?}", claim.id);
            assert_eq!(report.outcome(claim.id), &due);
        }
        let records = &report.claims[Id::Records as usize - 1].claim;
        assert_eq!(records.checked, 6, "three draws and their lists");
        let because = "Once more.".to_owned();
        assert_eq!(records.remarks, [Remark::Annulled { draw: "draw 2".into(), because, own: false }]);
    }
    let mut other = DRAWN.folder.clone();
    other.insert("public/commitment.txt".into(), b"another line\n".to_vec());
    assert!(verify(&other, &super::Known::default()).unwrap().failed());
    let people = |record: &Record| record.report().claims[Id::People as usize - 1].claim.checked;
    let due = 30 + 2 + 2 + 1 + 6;
    assert_eq!(
        people(&DRAWN),
        due,
        "people, the manifest, the key, their keys twice, homes, and two lists of each draw"
    );
    // Nothing is drawn yet.
    let report = RECORD.report();
    assert!(!report.failed());
    for claim in &report.claims {
        let due = match claim.id {
            Id::Published => Outcome::NotChecked(Why::NoLine),
            id if id < Id::Records || id == Id::People => Outcome::Pass,
            _ => Outcome::NotChecked(Why::NoDraw),
        };
        assert_eq!(claim.claim.outcome, due, "{:?}", claim.id);
    }
    // Who has only the public part cannot say whose letters these are.
    let mut public = DRAWN.folder.clone();
    public.retain(|name, _| name.starts_with(files::PUBLIC));
    let report = verify(&public, &super::Known::default()).unwrap();
    assert!(!report.failed());
    assert_eq!(report.outcome(Id::Letters), &lacks(Lack::Letters));
    assert_eq!(report.outcome(Id::People), &lacks(Lack::People));
    let line = Public::read(&public).unwrap().commitment.to_string();
    let known = super::Known { published: Some(&line), ..super::Known::default() };
    assert_eq!(verify(&public, &known).unwrap().outcome(Id::Published), &Outcome::Pass);
}

#[test]
fn what_rests_on_a_claim_of_a_panel_rests_on_the_same_of_letters() {
    use report::Id as P;
    for (of, due) in [
        (P::Commitment, Id::Commitment),
        (P::Published, Id::Published),
        (P::Files, Id::Files),
        (P::NothingExtra, Id::NothingExtra),
        (P::Facts, Id::Facts),
        (P::People, Id::Frame),
        (P::Quotas, Id::Plan),
        (P::Records, Id::Records),
        (P::Source, Id::Source),
        (P::Evidence, Id::Evidence),
        (P::Seed, Id::Seed),
    ] {
        let claim = renumbered(not_checked(P::Panel, Why::RestsOn(of)));
        assert_eq!(claim.outcome, Outcome::NotChecked(Why::RestsOnLetters(due.number())), "{of:?}");
    }
    // Where the ground of a claim is gone, it is said which.
    let report = DRAWN.clone();
    let rests = |change: &dyn Fn(&mut Folder)| -> Vec<(u8, Outcome)> {
        let mut record = report.clone();
        change(&mut record.folder);
        let claims = record.report().claims.into_iter();
        let left =
            claims.filter(|it| matches!(it.claim.outcome, Outcome::NotChecked(Why::RestsOnLetters(_))));
        left.map(|it| (it.id.number(), it.claim.outcome)).collect()
    };
    let on = |id: Id, ids: &[u8]| -> Vec<(u8, Outcome)> {
        let why = Outcome::NotChecked(Why::RestsOnLetters(id.number()));
        ids.iter().map(|&it| (it, why.clone())).collect()
    };
    let after = |from: u8| -> Vec<u8> { (from..=16).collect() };
    assert_eq!(rests(&|f| drop(f.remove("public/manifest.txt"))), on(Id::Commitment, &after(2)));
    assert_eq!(rests(&|f| f.get_mut("public/people.csv").unwrap().push(b'\n')), on(Id::Files, &after(5)));
    let gap = |f: &mut Folder| f.retain(|name, _| !name.starts_with("public/draws/1/"));
    assert_eq!(rests(&gap), on(Id::Records, &[9, 10, 11, 12, 13, 14, 16]));
}

#[test]
fn what_is_frozen_has_its_form() {
    let extra = DRAWN.wrong(Id::NothingExtra, |it| drop(it.folder.insert("public/old.csv".into(), vec![])));
    assert_eq!(extra, Failure::Extra { file: "public/old.csv".into() });
    let public = |file: &str| format!("public/{file}");
    for name in [names::COUNTS, names::FRAME, names::HOMES, names::PEOPLE, names::PLAN, names::STRATA] {
        let missing = RECORD.refrozen(Id::Facts, |f| drop(f.remove(&public(name))));
        assert_eq!(missing, Failure::Missing { file: public(name) });
        let torn = RECORD.refrozen(Id::Facts, |f| drop(f.insert(public(name), b"x\n".to_vec())));
        assert!(matches!(&torn, Failure::Unreadable { file, .. } if *file == public(name)), "{torn:?}");
    }
    // Homes that do not count are not told.
    let plain = charter("number = 8").replace("postcode = \"postcode\"\nnumber = \"house\"\n", "");
    let without = framed(&plain, Listed::default(), None);
    assert!(!without.report().failed());
    let told = without.refrozen(Id::Facts, |f| {
        f.insert(public(names::HOMES), RECORD.folder[&public(names::HOMES)].clone());
    });
    assert_eq!(told, fact("homes"));
    // Nobody can be held to a key that was not frozen.
    let unsealed = RECORD.wrong(Id::Facts, |it| {
        let own = files::below(&it.folder, files::PUBLIC)
            .filter(|(name, _)| ![files::MANIFEST, files::COMMITMENT].contains(name));
        let manifest = crate::seed::Manifest::of(&own.collect::<Vec<_>>()).unwrap();
        it.folder.insert(public(files::COMMITMENT), format!("{}\n", manifest.commit()).into_bytes());
        it.folder.insert(public(files::MANIFEST), manifest.to_string().into_bytes());
    });
    assert_eq!(unsealed, Failure::Missing { file: files::SEALED_MANIFEST.into() });
}

#[test]
fn each_fact_is_what_the_other_files_say() {
    let about = "public/about.json";
    for (field, value) in [
        ("homes", json!("one-letter")),
        ("share", json!("equal")),
        ("strata", json!(4)),
        ("people", json!(31)),
        ("letters", json!(9)),
        ("age", json!(16)),
        ("reference", json!("2027-01-01")),
        ("areas", json!({ "number": 1, "reserves": 1 })),
    ] {
        assert_eq!(RECORD.refrozen(Id::Facts, |f| state(f, about, field, value)), fact(field), "{field}");
    }
    let kind = RECORD.refrozen(Id::Facts, |f| state(f, about, "kind", json!("panel")));
    assert_eq!(kind, Failure::Unreadable { file: about.into(), why: Bad::Form });
    let areas = |field: &str, value: Value| AREAS.refrozen(Id::Facts, |f| state(f, about, field, value));
    assert_eq!(areas("areas", json!({ "number": 2, "reserves": 1 })), fact("areas"));
    assert_eq!(areas("areas", json!({ "number": 1, "reserves": 2 })), fact("areas"));
    assert_eq!(areas("areas", Value::Null), Failure::Unreadable { file: about.into(), why: Bad::Form });
}

/// What a claim says of the public part after it was read, with one thing in it changed.
fn of_public(record: &Record, check: fn(&Step<Public>) -> Looked, change: &dyn Fn(&mut Public)) -> Outcome {
    let mut public = Public::read(&record.folder).unwrap();
    change(&mut public);
    check(&Ok(public)).outcome
}

fn public_of(record: &Record) -> Public {
    Public::read(&record.folder).unwrap()
}

type Step<T> = report::Step<T>;

/// A change, and what is wrong then.
type Lie = (fn(&mut Public), Failure);

#[test]
fn the_frame_adds_up() {
    let frame = |change: &dyn Fn(&mut Public)| of_public(&RECORD, |it| frozen::frame(it, None), change);
    assert_eq!(frame(&|_| {}), Outcome::Pass);
    let cases: [Lie; 12] = [
        (|it| it.buckets[0].1 += 1, table(names::FRAME, None)),
        (|it| it.counts.rows += 1, table(names::COUNTS, None)),
        (
            |it| {
                it.counts.rows += 1;
                it.counts.people += 1;
            },
            table(names::COUNTS, None),
        ),
        // What the charter does not ask of registers nobody can have counted.
        (
            |it| {
                it.counts.rows += 1;
                it.counts.young += 1;
            },
            table(names::COUNTS, None),
        ),
        (
            |it| {
                it.counts.rows += 1;
                it.counts.confidential += 1;
            },
            table(names::COUNTS, None),
        ),
        (|it| it.prepared = Some(prepared(29)), table(files::PREPARED, None)),
        (|it| it.strata.headings[0] = "another".into(), table(names::STRATA, None)),
        (|it| *it.homes.as_mut().unwrap().get_mut(&(2, 1)).unwrap() += 1, table(names::HOMES, Some(2))),
        (|it| it.strata.headings.push("more".into()), table(names::STRATA, None)),
        (|it| it.strata.headings.clear(), table(names::STRATA, None)),
        (
            |it| {
                it.terms.columns.strata.clear();
                it.strata.headings.clear();
            },
            table(names::STRATA, None),
        ),
        (|it| it.terms.columns.strata.push(vec!["more".into()]), table(names::STRATA, None)),
    ];
    for (at, (change, failure)) in cases.into_iter().enumerate() {
        assert_eq!(frame(&change), Outcome::Fail(failure), "{at}");
    }
    assert_eq!(frame(&|it| it.prepared = Some(prepared(30))), Outcome::Pass);
    // One stratum of everybody needs no column.
    let plain = charter("number = 8").replace("strata = [\"place\"]\n", "");
    assert!(!framed(&plain, Listed::default(), None).report().failed());
}

fn prepared(people: u64) -> Facts {
    let digest = |text: &str| Digest::of(text.as_bytes()).to_string();
    Facts {
        decisions: None,
        left_out: 0,
        people,
        pool: digest("the list"),
        program: "a program".into(),
        recipe: digest("recipe"),
        rules: 1,
        sources: vec![Source { digest: digest("source"), rows: people }],
        tables: Vec::new(),
    }
}

#[test]
fn letters_are_shared_out_as_the_charter_says() {
    let plan = |record: &Record, change: &dyn Fn(&mut Public)| of_public(record, frozen::plan, change);
    let other = |stratum| Outcome::Fail(table(names::PLAN, Some(stratum)));
    let cases: [fn(&mut Share); 4] =
        [|it| it.letters -= 1, |it| it.list -= 1, |it| it.chance.1 += 1, |it| it.of += 1];
    for record in [&*RECORD, &*AREAS, &*ADDRESSES, &*WEIGHED] {
        assert_eq!(plan(record, &|_| {}), Outcome::Pass);
        for (at, change) in cases.iter().enumerate() {
            assert_eq!(plan(record, &|it| change(&mut it.plan[1])), other(2), "{at}");
        }
    }
    // Two of the first stratum share a home: where addresses come first there is one less to draw from.
    let together = |it: &mut Public| {
        let homes = it.homes.as_mut().unwrap();
        *homes.get_mut(&(1, 1)).unwrap() -= 2;
        *homes.entry((1, 2)).or_default() += 1;
    };
    assert_eq!(plan(&ADDRESSES, &together), other(1));
    assert_eq!(plan(&RECORD, &together), Outcome::Pass);
    let fewer = plan(&RECORD, &|it| it.people.iter_mut().for_each(|people| *people = 1));
    assert_eq!(fewer, other(1));
    // What the charter leaves to a file is what the plan says, but its chances follow.
    let listed = Listed { letters: Some(vec![5, 2, 1]), reserves: Some(vec![1, 3, 0]) };
    let listed = framed(&charter("share = \"listed\""), listed, None);
    assert!(!listed.report().failed(), "{:?}", listed.report());
    assert_eq!(plan(&listed, &|it| it.plan[0].chance.1 += 1), other(1));
    // With weights chances are by what they come to; of a greatest weight that is too great the list is too long.
    assert_eq!(plan(&WEIGHED, &|it| it.weights[1].sum += 1), other(2));
    assert_eq!(plan(&RECORD, &|it| it.weights[1].sum += 1), Outcome::Pass);
    let heavy = |greatest: u64| plan(&WEIGHED, &|it| it.weights[1].greatest = greatest);
    let (list, sum) = (public_of(&WEIGHED).plan[1].list, public_of(&WEIGHED).weights[1].sum);
    assert_eq!(heavy(sum / list), Outcome::Pass);
    assert_eq!(heavy(sum / list + 1), Outcome::Fail(table(names::PLAN, None)));
    // Where the charter says how many, the plan decides nothing.
    assert_eq!(plan(&RECORD, &|it| it.plan[0].list += 1), other(1));
}

#[test]
fn draws_and_lists_are_recorded_whole_and_in_order() {
    let wrong = |change: &dyn Fn(&mut Folder)| DRAWN.wrong(Id::Records, |it| change(&mut it.folder));
    let list = |list| Failure::Letters(Wrong::List { list });
    let third = |field: &'static str, value: Value| {
        wrong(&move |f| {
            state(f, LIST, field, value.clone());
            refit(f, "lists/3");
        })
    };
    assert_eq!(third("record", json!("0".repeat(64))), list(3));
    assert_eq!(third("draw", json!(1)), list(3));
    assert_eq!(third("void", json!(true)), list(3));
    // A second list of a draw.
    let twice = wrong(&|f| {
        let second: Value = serde_json::from_slice(&f["public/lists/2/list.json"]).unwrap();
        for field in ["record", "draw"] {
            state(f, LIST, field, second[field].clone());
        }
        refit(f, "lists/3");
    });
    assert_eq!(twice, list(3));
    let gap = |number| Failure::Gap { draw: number };
    assert_eq!(wrong(&|f| f.retain(|name, _| !name.starts_with("public/draws/1/"))), gap(1));
    assert_eq!(wrong(&|f| f.retain(|name, _| !name.starts_with("public/lists/2/"))), gap(2));
    // A list where nothing was drawn is wrong, not a record without draws.
    let alone = wrong(&|f| {
        f.retain(|name, _| {
            let others = ["public/draws/", "public/trials/", "public/lists/2/", "public/lists/3/"];
            !others.iter().any(|other| name.starts_with(other))
        })
    });
    assert_eq!(alone, list(1));
    let by_hand = wrong(&|f| {
        state(f, "public/trials/1/draw.json", "evidence", json!("ticket\n7"));
        refit(f, "trials/1");
    });
    assert_eq!(by_hand, Failure::Letters(Wrong::ByHand { draw: "trial 1".into() }));
}

#[test]
fn areas_follow_from_the_seed() {
    let path = "public/draws/2/areas.csv";
    let torn = Failure::Record { draw: "draw 2".into(), file: names::AREAS.into() };
    let other = |change: &dyn Fn(&mut Folder)| {
        AREAS.wrong(Id::Areas, |it| {
            change(&mut it.folder);
            refit(&mut it.folder, "draws/2");
            let digest = Digest::of(&it.folder["public/draws/2/manifest.txt"]).to_string();
            state(&mut it.folder, LIST, "record", json!(digest));
            refit(&mut it.folder, "lists/3");
        })
    };
    assert_eq!(other(&|f| drop(f.remove(path))), torn);
    let turned = other(&|f| {
        let text = String::from_utf8(f[path].clone()).unwrap();
        let words: Vec<String> =
            text.lines().skip(1).map(|line| line.split_once(',').unwrap().1.to_owned()).collect();
        let rows = (1..).zip(words.iter().cycle().skip(1)).take(3);
        let rows: String = rows.map(|(n, word)| format!("{n},{word}\n")).collect();
        f.insert(path.into(), format!("stratum,area\n{rows}").into_bytes());
    });
    assert_eq!(turned, torn);
    // A table of areas where none are drawn.
    let beside = DRAWN.wrong(Id::Areas, |it| {
        it.folder.insert(path.into(), AREAS.folder[path].clone());
        refit(&mut it.folder, "draws/2");
        let digest = Digest::of(&it.folder["public/draws/2/manifest.txt"]).to_string();
        state(&mut it.folder, LIST, "record", json!(digest));
        refit(&mut it.folder, "lists/3");
    });
    assert_eq!(beside, torn);
}

#[test]
fn figures_are_those_of_plan_and_areas() {
    let wrong = |record: &Record, row: usize, column: usize, cell: &str| {
        record.wrong(Id::Figures, |it| {
            let text = String::from_utf8(it.folder[FIGURES].clone()).unwrap();
            let mut rows: Vec<Vec<String>> =
                text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
            rows[row][column] = cell.to_owned();
            let text: String = rows.iter().map(|row| row.join(",") + "\n").collect();
            it.folder.insert(FIGURES.into(), text.into_bytes());
            refit(&mut it.folder, "lists/3");
        })
    };
    let (zero, high) = ("0".repeat(64), "f".repeat(64));
    let plan = Public::read(&DRAWN.folder).unwrap().plan;
    let (letters, list) = (plan[1].letters, plan[1].list);
    assert!(letters > 1 && list > letters);
    for (column, cell) in [
        (1, "9".to_owned()),
        (2, (letters - 1).to_string()),
        (3, (list - 1).to_string()),
        // Hashes grow with places.
        (4, high.clone()),
        (5, zero.clone()),
    ] {
        assert_eq!(wrong(&DRAWN, 2, column, &cell), table(names::FIGURES, Some(2)), "{column}");
    }
    let end = tables::read_figures(&DRAWN.folder[FIGURES], 3).unwrap()[1].end.unwrap().to_string();
    assert_eq!(
        wrong(&DRAWN, 2, 4, &end),
        table(names::FIGURES, Some(2)),
        "fewer letters, and the same last place"
    );
    // Where all places get a letter, the last letter is the last place.
    let all = framed(&charter("number = 8"), Listed::default(), None).drawn();
    assert!(!all.report().failed());
    assert_eq!(wrong(&all, 2, 4, &zero), table(names::FIGURES, Some(2)));
    let torn = wrong(&DRAWN, 2, 0, "7");
    assert_eq!(torn, Failure::Unreadable { file: FIGURES.into(), why: Bad::Row(3) });
    // Areas that are not drawn have no letters.
    let public = Public::read(&AREAS.folder).unwrap();
    let figures = tables::read_figures(&AREAS.folder[FIGURES], 3).unwrap();
    let (out, drawn): (Vec<_>, Vec<_>) = figures.iter().zip(&public.plan).partition(|(it, _)| it.list == 0);
    assert_eq!((out.len(), drawn.len()), (1, 2));
    // One that stands in has places and no letters.
    let gets = |(it, share): &(&tables::Figure, &Share)| (it.letters, it.list) == (share.letters, share.list);
    assert_eq!(drawn.iter().filter(|it| gets(it)).count(), 1);
    assert!(drawn.iter().filter(|it| !gets(it)).all(|(it, share)| (it.letters, it.list) == (0, share.list)));
}

/// Lots that chance hardly ever puts there, where the order is that of all people or of all homes: whoever has only the public part
/// is told.
#[test]
fn a_last_lot_that_lies_too_low_or_too_high_is_told() {
    let remarks = |record: &Record, stratum: usize, lot: Option<&str>| {
        let mut folder = record.folder.clone();
        folder.retain(|name, _| name.starts_with(files::PUBLIC));
        if let Some(lot) = lot {
            rows_of(&mut folder, FIGURES, |rows| {
                rows[stratum][4..].clone_from_slice(&["0", "1"].map(|end| lot.repeat(63) + end));
            });
            refit(&mut folder, "lists/3");
        }
        let report = verify(&folder, &super::Known::default()).unwrap();
        assert_eq!(report.outcome(Id::Figures), &Outcome::Pass);
        report.claims[Id::Figures as usize - 1].claim.remarks.clone()
    };
    // Three areas of 150, 100 and 50 people, all of them drawn.
    let terms = |each: u32, homes: &str| {
        let shares = format!("share = \"each\"\nnumber = {each}\nreserves = 1\nhomes = \"{homes}\"");
        charter(&format!("{shares}\n[areas]\nnumber = 3"))
    };
    let drawn = |terms: &str| framed(terms, Listed::default(), None).drawn();
    let told = |stratum| [Remark::FarLots { draw: "draw 2".into(), strata: vec![stratum] }];
    for homes in ["any", "address-first"] {
        let record = drawn(&terms(20, homes));
        assert_eq!(remarks(&record, 1, None), []);
        for (stratum, lot) in [(1, "0"), (1, "f"), (2, "0"), (2, "f")] {
            assert_eq!(remarks(&record, stratum, Some(lot)), told(stratum as u32), "{homes}: {lot}");
        }
        // Twenty of fifty may well lie at a half.
        assert_eq!(remarks(&record, 3, Some("8")), []);
    }
    // With one letter per home, or weights, the order is that of the drawn alone.
    let weighed = terms(20, "any").replace("[letters]", "weight = \"weight\"\n[letters]");
    for record in [drawn(&terms(4, "one-letter")), drawn(&weighed)] {
        assert_eq!(remarks(&record, 1, Some("0")), []);
        assert_eq!(remarks(&record, 1, Some("f")), []);
    }
}

#[test]
fn every_place_of_the_list_follows_from_the_seed() {
    let place = |stratum, place| Failure::Letters(Wrong::Place { draw: "draw 2".into(), stratum, place });
    let other = |draw: &str| Failure::Letters(Wrong::Other { draw: draw.into() });
    let wrong = |record: &Record, change: &dyn Fn(&mut Vec<Letter>)| {
        record.wrong(Id::Letters, |it| {
            let mut letters = it.letters();
            change(&mut letters);
            it.relist(&letters);
        })
    };
    for (file, draw) in
        [("letters.csv", "draw 2"), ("annulled/1/letters.csv", "draw 1"), ("trials/1/letters.csv", "trial 1")]
    {
        let changed = DRAWN.wrong(Id::Letters, |it| it.folder.get_mut(file).unwrap().push(b'\n'));
        assert_eq!(changed, other(draw));
        // What is not here cannot be looked at.
        let mut without = DRAWN.clone();
        without.folder.remove(file).unwrap();
        assert_eq!(without.report().outcome(Id::Letters), &Outcome::Pass, "{file}");
        assert_eq!(without.report().outcome(Id::People), &Outcome::Pass, "{file}");
    }
    let torn = DRAWN.wrong(Id::Letters, |it| {
        it.folder.insert(names::LETTERS.into(), b"x\n".to_vec());
        state(&mut it.folder, LIST, "letters", json!(Digest::of(b"x\n").to_string()));
        refit(&mut it.folder, "lists/3");
    });
    assert!(matches!(&torn, Failure::Unreadable { file, .. } if file == names::LETTERS), "{torn:?}");
    // Figures of another list.
    let figures = DRAWN.wrong(Id::Letters, |it| {
        let mut letters = it.letters();
        letters.pop();
        let kept = it.folder[FIGURES].clone();
        it.relist(&letters);
        it.folder.insert(FIGURES.into(), kept);
        refit(&mut it.folder, "lists/3");
    });
    assert_eq!(figures, table(names::FIGURES, None));
    // Somebody else in a place; for an address that comes first only another home is another hash.
    for record in [&*DRAWN, &*AREAS, &*WEIGHED] {
        let of = record.letters()[1].stratum;
        let somebody = |all: &mut Vec<Letter>| all[1].person = crate::invite::Half([9; 16]);
        assert_eq!(wrong(record, &somebody), place(of, 2));
    }
    let of = ADDRESSES.letters()[1].stratum;
    let moved = |all: &mut Vec<Letter>| all[1].home = crate::invite::Half([9; 16]);
    assert_eq!(wrong(&ADDRESSES, &moved), place(of, 2));
    // Two places of a stratum the other way round.
    let turned = |all: &mut Vec<Letter>| {
        let (one, two) = (all[0].clone(), all[1].clone());
        (all[0].person, all[0].home, all[0].hash) = (two.person, two.home, two.hash);
        (all[1].person, all[1].home, all[1].hash) = (one.person, one.home, one.hash);
    };
    for record in [&*DRAWN, &*AREAS, &*ADDRESSES] {
        let (one, two) = (&record.letters()[0], &record.letters()[1]);
        assert_eq!(one.stratum, two.stratum);
        assert_eq!(wrong(record, &turned), place(one.stratum, 2));
    }
    // One home has two letters, where it may not.
    let together = |all: &mut Vec<Letter>| all[1].home = all[0].home;
    assert_eq!(wrong(&AREAS, &together), place(AREAS.letters()[1].stratum, 2));
    let mut free = DRAWN.clone();
    let mut letters = free.letters();
    together(&mut letters);
    free.relist(&letters);
    assert_eq!(free.report().outcome(Id::Letters), &Outcome::Pass);
    let twice = |all: &mut Vec<Letter>| {
        let (home, hash) = (all[0].home, all[0].hash);
        (all[1].home, all[1].hash) = (home, hash);
    };
    assert_eq!(wrong(&ADDRESSES, &twice), place(of, 2));
}

#[test]
fn the_people_are_those_of_the_frame_and_the_lists_follow_from_them() {
    let people = |bucket: &str| Failure::Letters(Wrong::People { bucket: bucket.into() });
    let wrong = |change: &dyn Fn(&mut Record)| DRAWN.wrong(Id::People, |it| change(it));
    let line = |record: &Record, at: usize| -> String {
        let text = String::from_utf8(record.persons.clone()).unwrap();
        text.lines().nth(at).unwrap().to_owned()
    };
    let edit = |record: &mut Record, from: &str, to: &str| {
        let text = String::from_utf8(record.persons.clone()).unwrap();
        assert!(text.contains(from));
        record.persons = text.replacen(from, to, 1).into_bytes();
    };
    assert_eq!(wrong(&|it| it.persons.truncate(40)), people("-"));
    // Somebody struck out, somebody of another home, somebody in two places.
    let first = line(&DRAWN, 1);
    let third = line(&DRAWN, 3);
    assert_eq!(wrong(&|it| edit(it, &format!("{first}\n"), "")), people(&first[..3]));
    let moved = third.replacen(&third[33..65], &"0".repeat(32), 1);
    assert_eq!(wrong(&|it| edit(it, &third, &moved)), people(&third[..3]));
    assert_eq!(wrong(&|it| edit(it, &format!("{third}\n"), &format!("{third}\n{third}\n"))), people("-"));
    let last = line(&DRAWN, 30);
    assert_eq!(wrong(&|it| edit(it, &format!("{last}\n"), "")), people("-"));
    // Somebody of another weight, whatever the sum; and a sum that is not theirs.
    let weighed = line(&WEIGHED, 4);
    let cells: Vec<&str> = weighed.split(',').collect();
    let own: u64 = cells[3].parse().unwrap();
    let to = format!("{},{},{}", cells[..3].join(","), 1 + own % 3, cells[4]);
    let heavier = WEIGHED.wrong(Id::People, |it| edit(it, &weighed, &to));
    assert_eq!(heavier, people(&weighed[..3]));
    let sum = WEIGHED.refrozen(Id::People, |f| {
        rows_of(f, &format!("public/{}", names::PEOPLE), |rows| {
            rows[1][3] = (rows[1][3].parse::<u64>().unwrap() - 1).to_string();
        });
    });
    assert_eq!(sum, people("-"));
    // As many people, told to live elsewhere.
    let elsewhere = RECORD.refrozen(Id::People, |f| {
        rows_of(f, &format!("public/{}", names::PEOPLE), |rows| {
            let last = rows[1].len() - 1;
            let one = rows[1][last].clone();
            rows[1][last] = std::mem::replace(&mut rows[2][last], one);
        });
    });
    assert_eq!(elsewhere, people("-"));
    // As many people, in other homes: two who live alone are said to live together.
    let together = RECORD.refrozen(Id::People, |f| {
        let path = format!("public/{}", names::HOMES);
        let mut homes = tables::read_homes(&f[&path], 9).unwrap();
        *homes.get_mut(&(1, 1)).unwrap() -= 2;
        *homes.entry((1, 2)).or_default() += 1;
        f.insert(path, tables::homes(&homes));
    });
    assert_eq!(together, table(names::HOMES, Some(1)));
    // Their numbers in the register give the digits that stand for them.
    let key = |line: &str| line.rsplit_once(',').unwrap().1.to_owned();
    let (one, other) = (key(&first), key(&third));
    let swapped = |it: &mut Record| {
        edit(it, &format!(",{one}\n"), ",between\n");
        edit(it, &format!(",{other}\n"), &format!(",{one}\n"));
        edit(it, ",between\n", &format!(",{other}\n"));
    };
    assert_eq!(wrong(&swapped), Failure::Letters(Wrong::Keys { people: 2 }));
    // A list out of a database has no numbers; of the post nothing is known then.
    let mut blank = DRAWN.clone();
    for at in 1..=30 {
        let own = line(&blank, at);
        edit(&mut blank, &format!(",{}\n", key(&own)), ",\n");
    }
    for post in ["post.csv", "annulled/1/post.csv", "trials/1/post.csv"] {
        blank.folder.remove(post).unwrap();
    }
    assert_eq!(blank.report().outcome(Id::People), &Outcome::Pass);
    // Of everybody or of nobody.
    let some = wrong(&|it| edit(it, &format!(",{one}\n"), ",\n"));
    assert_eq!(some, Failure::Letters(Wrong::BlankKeys { people: 1 }));
    // Without the secret nobody can look whose numbers they are, which is told.
    let mut unknown = DRAWN.clone();
    unknown.folder.remove("sealed/key.txt").unwrap();
    let remarks = |it: &Record| it.report().claims[Id::People as usize - 1].claim.remarks.clone();
    assert_eq!((remarks(&DRAWN), remarks(&unknown)), (vec![], vec![Remark::KeysUnlooked]));
    let other = wrong(&|it| it.folder.get_mut("sealed/manifest.txt").unwrap().push(b'\n'));
    assert_eq!(other, Failure::OtherSealed);
    for (post, draw) in
        [("post.csv", "draw 2"), ("annulled/1/post.csv", "draw 1"), ("trials/1/post.csv", "trial 1")]
    {
        let other = wrong(&|it| it.folder.get_mut(post).unwrap().push(b'\n'));
        assert_eq!(other, Failure::Letters(Wrong::Post { draw: draw.into() }));
    }
    let changed = |file: &str| Failure::Changed { file: format!("sealed/{file}") };
    assert_eq!(wrong(&|it| it.folder.get_mut("sealed/key.txt").unwrap().push(b'\n')), changed("key.txt"));
    let key = |it: &mut Record| {
        drop(it.folder.insert("sealed/key.txt".into(), crate::bundle::sealed::key(&[8; 32])))
    };
    assert_eq!(wrong(&key), changed("key.txt"));
    let alone = wrong(&|it| {
        key(it);
        it.folder.remove("sealed/manifest.txt");
    });
    assert_eq!(alone, Failure::Letters(Wrong::Keys { people: 30 }));
    // A list that does not follow, of which everything else fits.
    let list = wrong(&|it| {
        let mut letters = it.letters();
        letters.pop();
        it.relist(&letters);
    });
    assert_eq!(list, Failure::Letters(Wrong::Other { draw: "draw 2".into() }));
    // The list that was prepared is the one of which the facts speak.
    let mut made = of_list(&register(30));
    made.folder.insert(POOL.into(), b"another".to_vec());
    assert_eq!(made.report().outcome(Id::People), &Outcome::Fail(changed("prepared/pool.csv")));
}

const POOL: &str = "sealed/prepared/pool.csv";

/// A record whose facts speak of this prepared list, and whose frame is of 30 people.
fn of_list(list: &str) -> Record {
    let people = list.lines().count() as u64 - 1;
    let pool = Digest::of(list.as_bytes()).to_string();
    let mut made = framed(&charter(ANY), Listed::default(), Some(Facts { pool, ..prepared(people) }.bytes()));
    made.folder.insert(POOL.into(), list.as_bytes().to_vec());
    made
}

#[test]
fn the_frame_follows_from_the_list_that_was_prepared() {
    let claim = |record: &Record| record.report().claims[Id::People as usize - 1].claim.clone();
    let honest = of_list(&register(30));
    assert_eq!(claim(&honest).outcome, Outcome::Pass);
    assert_eq!(claim(&honest).remarks, [Remark::FrameAgain { out: 0, again: false }]);
    // Somebody moved, left out, put in.
    let other = |file: &'static str| Outcome::Fail(Failure::Letters(Wrong::NotOfList { file }));
    let moved = register(30).replacen("north", "south", 1);
    for list in [&moved, &register(29), &register(31)] {
        assert_eq!(
            claim(&of_list(list)).outcome,
            other(if *list == register(31) { names::COUNTS } else { names::FRAME })
        );
    }
    // Left out on a ground: on which list they are the record does not say.
    let mut out = of_list(&register(31));
    let counts = String::from_utf8(out.folder["public/counts.csv"].clone()).unwrap();
    let counts = counts.replace("rows,30", "rows,31").replace("young", "excluded/moved,1\nyoung");
    out.folder.insert("public/counts.csv".into(), counts.into_bytes());
    refreeze(&mut out.folder);
    assert_eq!(claim(&out).outcome, Outcome::Pass);
    assert_eq!(claim(&out).remarks, [Remark::FrameAgain { out: 1, again: false }]);
    // What is not here is said.
    let unlooked = |lack| Remark::FrameUnlooked { lack };
    let lacks = |file: &str| {
        let mut record = honest.clone();
        record.folder.remove(file).unwrap();
        claim(&record).remarks
    };
    assert_eq!(lacks(POOL), [unlooked("list")]);
    assert_eq!(lacks("sealed/key.txt"), [Remark::KeysUnlooked, unlooked("secret")]);
    let bare = register(30).replacen("id,", "other,", 1);
    assert_eq!(claim(&of_list(&bare)).remarks, [unlooked("keys")]);
    // Whoever holds the registers makes the list again, with the numbers that it lacks.
    let record = of_list(&bare);
    let file = Text { name: names::PERSONS, bytes: &record.persons };
    let again = |facts: &Facts, list: &str| {
        let known = super::Known {
            people: Some((&file, &Alone)),
            again: Some((facts, list.as_bytes())),
            ..super::Known::default()
        };
        verify(&record.folder, &known).unwrap()
    };
    let facts = Facts { pool: Digest::of(bare.as_bytes()).to_string(), ..prepared(30) };
    let whole = again(&facts, &register(30));
    assert_eq!(
        whole.claims[Id::People as usize - 1].claim.remarks,
        [Remark::FrameAgain { out: 0, again: true }]
    );
    assert_eq!(again(&facts, &moved).outcome(Id::People), &other(names::FRAME));
    let recipe = again(&prepared(30), &register(30)).outcome(Id::Frame).clone();
    assert_eq!(recipe, Outcome::Fail(Failure::MadeOtherwise { what: "list", at: 0 }));
}

/// Draws whose lists are not here, or not published, are named; and the list for the post is looked at without the people.
#[test]
fn draws_that_nobody_could_look_at_are_named() {
    let remarks = |report: &Report, id: Id| report.claims[id as usize - 1].claim.remarks.clone();
    let unseen = |draw: &str, own| [Remark::DrawsUnseen { draws: vec![draw.to_owned()], own }];
    let mut record = DRAWN.clone();
    record.folder.remove("annulled/1/letters.csv").unwrap();
    assert_eq!(remarks(&record.report(), Id::Letters), unseen("draw 1", true));
    let mut partly = RECORD.clone();
    let ask = Ask { evidence: Evidence::text("plum"), trial: true, ..Ask::default() };
    let drawing = Invitation::open(partly.folder.clone()).unwrap().draw(&ask, None).unwrap();
    drawing.patch.apply_to(&mut partly.folder);
    partly.draw(&Ask { evidence: Evidence::text("apple"), ..Ask::default() });
    for id in [Id::Figures, Id::People] {
        assert_eq!(remarks(&partly.report(), id), unseen("trial 1", false));
    }
    let post = |from: &str, to: &str| {
        let mut folder = DRAWN.folder.clone();
        let text = String::from_utf8(folder["post.csv"].clone()).unwrap();
        folder.insert("post.csv".into(), text.replacen(from, to, 1).into_bytes());
        verify(&folder, &super::Known::default()).unwrap().outcome(Id::Letters).clone()
    };
    let other = Outcome::Fail(Failure::Letters(Wrong::Post { draw: "draw 2".into() }));
    assert_eq!(post("", ""), Outcome::Pass);
    assert_eq!(post("letter", "reserve"), other);
    let text = String::from_utf8(DRAWN.folder["post.csv"].clone()).unwrap();
    let key = text.lines().nth(1).unwrap().rsplit_once(',').unwrap().1;
    assert_eq!(post(&format!(",{key}\n"), ",0999\n"), other);
}

/// A record whose facts are no JSON, or count what no program counts, is still one of letters.
#[test]
fn letters_are_known_as_such_whatever_else_is_said() {
    use crate::invite::record::is_invitation;
    for (text, due) in [
        ("{\"kind\": \"letters\", \"people\": 1e400}", true),
        ("{\n  \"kind\" :\t\"letters\"\n", true),
        ("{\"kind\": \"panel\"}", false),
        ("{\"program\": \"\\\"kind\\\":\\\"letters\\\"\"}", false),
    ] {
        let folder = Folder::from([("public/about.json".to_owned(), text.as_bytes().to_vec())]);
        assert_eq!(is_invitation(&folder), due, "{text}");
    }
    let form = |file: &str, why| Failure::Unreadable { file: format!("public/{file}"), why };
    let program = |f: &mut Folder| state(f, "public/about.json", "program", json!("a\u{1b}[2Jb"));
    assert_eq!(RECORD.refrozen(Id::Facts, program), form("about.json", Bad::Form));
    let ground = |f: &mut Folder| {
        let text = String::from_utf8(f["public/counts.csv"].clone()).unwrap();
        f.insert("public/counts.csv".into(), text.replace("young", "excluded/0042,0\nyoung").into_bytes());
    };
    assert_eq!(RECORD.refrozen(Id::Facts, ground), form("counts.csv", Bad::Row(5)));
}

#[test]
fn waves_go_on_where_the_last_ended_and_are_of_a_list_that_was_drawn() {
    let wave = |record, row| Failure::Letters(Wrong::Wave { record, row });
    // A second record of waves: the first and one more.
    let mut more = DRAWN.clone();
    let record = Invitation::open(more.folder.clone()).unwrap();
    let mut waves = record.waves().unwrap();
    let last = waves.last().unwrap().clone();
    let next = crate::invite::waves::Wave {
        wave: 2,
        from: last.to + 1,
        to: last.to + 1,
        date: "2027-02-20".into(),
        reason: "few answers".into(),
        ..last
    };
    waves.push(next);
    record.publish_waves(&waves, Some("waves.csv")).unwrap().patch.apply_to(&mut more.folder);
    let report = more.report();
    assert_eq!(report.outcome(Id::Waves), &Outcome::Pass);
    assert_eq!(report.claims[Id::Waves as usize - 1].claim.checked, 2);
    let wrong = |n: u32, change: &dyn Fn(&mut Folder)| {
        more.wrong(Id::Waves, |it| {
            change(&mut it.folder);
            refit(&mut it.folder, &format!("waves/{n}"));
        })
    };
    let rows = WAVES.path(2, names::WAVES);
    let facts = WAVES.path(2, "waves.json");
    assert_eq!(wrong(2, &|f| replace(f, &rows, "2027-01-20", "2027-01-21")), wave(2, 1));
    let at = waves.len() + 1;
    assert_eq!(wrong(2, &|f| replace(f, &rows, "2027-02-20", "2027-01-01")), wave(2, at));
    assert_eq!(wrong(2, &|f| drop(f.insert(rows.clone(), b"x\n".to_vec()))), wave(2, 1));
    // Waves of a trial, of no list, and of the draw before, which is annulled.
    let digest = |n: u32| {
        let list: Value = serde_json::from_slice(&more.folder[&LETTER_LISTS.path(n, "list.json")]).unwrap();
        list["letters"].clone()
    };
    assert_eq!(wrong(2, &|f| state(f, &facts, "letters", digest(1))), wave(2, 1));
    assert_eq!(wrong(2, &|f| state(f, &facts, "letters", json!("0".repeat(64)))), wave(2, 1));
    let mut anew = more.clone();
    state(&mut anew.folder, &facts, "letters", digest(2));
    replace(&mut anew.folder, &rows, "2027-01-20", "2027-01-19");
    refit(&mut anew.folder, "waves/2");
    let old = Wrong::OldWave { record: 2, draw: "draw 1".into() };
    assert_eq!(anew.report().outcome(Id::Waves), &Outcome::Fail(Failure::Letters(old)));
    // Letters of a draw that was annulled may have been sent before that: it is told.
    let remarks = |record: &Record| record.report().claims[Id::Waves as usize - 1].claim.remarks.clone();
    let is_old = |it: &Remark| matches!(it, Remark::OldWaves { .. });
    assert!(!remarks(&DRAWN).iter().any(is_old));
    let mut annulled = DRAWN.clone();
    state(&mut annulled.folder, &WAVES.path(1, "waves.json"), "letters", digest(2));
    refit(&mut annulled.folder, "waves/1");
    let told = Remark::OldWaves { records: vec![1], draw: "draw 2".into() };
    assert!(remarks(&annulled).contains(&told), "{:?}", annulled.report());
    // Of areas the first wave is that of the one that is drawn; one that stands in is told when it is written to.
    let areas = AREAS.clone();
    let stood_in = |it: &Remark| matches!(it, Remark::StoodIn(strata) if strata.len() == 1);
    let told_of = |it: &Remark| {
        stood_in(it) || matches!(it, Remark::Beyond { .. } | Remark::Skipped(_) | Remark::OtherFirst(_))
    };
    let [first] = &crate::invite::waves::read(&areas.folder[&WAVES.path(1, names::WAVES)]).unwrap()[..]
    else {
        panic!()
    };
    assert!(!remarks(&areas).iter().any(told_of));
    let listed = areas.letters();
    let reserve = listed.iter().map(|it| it.stratum).find(|&stratum| stratum != first.stratum).unwrap();
    let mut fallen = areas.clone();
    let record = Invitation::open(areas.folder.clone()).unwrap();
    let next =
        crate::invite::waves::Wave { stratum: reserve, reason: "Area 9 withdrew.".into(), ..first.clone() };
    let both = [first.clone(), next];
    record.publish_waves(&both, Some("waves.csv")).unwrap().patch.apply_to(&mut fallen.folder);
    let found: Vec<Remark> = remarks(&fallen).into_iter().filter(|it| told_of(it)).collect();
    assert_eq!(found, [Remark::StoodIn(vec![reserve])]);
    // Letters that were posted before the day of the charter, by a record of waves that is sound.
    let mut early = DRAWN.clone();
    let day = early.folder[&WAVES.path(1, names::WAVES)].clone();
    let day = crate::invite::waves::read(&day).unwrap()[0].date.clone();
    replace(&mut early.folder, &WAVES.path(1, names::WAVES), &day, "2026-01-01");
    refit(&mut early.folder, "waves/1");
    assert_eq!(early.report().outcome(Id::Waves), &Outcome::Pass);
    let charter = Public::read(&early.folder).unwrap().charter.date.unwrap().to_string();
    let told = Remark::PostedBefore("2026-01-01".into(), charter[..10].to_owned());
    assert!(remarks(&early).contains(&told) && !remarks(&DRAWN).contains(&told), "{:?}", remarks(&early));
    // A stratum to which nothing was sent, and one to which fewer were sent first than the draw gives, are told.
    let told = |record: &Record| -> (usize, usize) {
        let all = remarks(record);
        let skipped = |it: &Remark| matches!(it, Remark::Skipped(strata) if strata.len() == 1);
        let other = |it: &Remark| matches!(it, Remark::OtherFirst(strata) if strata.len() == 1);
        (all.iter().filter(|it| skipped(it)).count(), all.iter().filter(|it| other(it)).count())
    };
    let with = |change: fn(&mut Vec<Vec<String>>)| {
        let mut record = DRAWN.clone();
        rows_of(&mut record.folder, &WAVES.path(1, names::WAVES), change);
        refit(&mut record.folder, "waves/1");
        assert_eq!(record.report().outcome(Id::Waves), &Outcome::Pass);
        told(&record)
    };
    assert_eq!(told(&DRAWN), (0, 0));
    assert!(!remarks(&DRAWN).iter().any(|it| matches!(it, Remark::Skipped(_) | Remark::OtherFirst(_))));
    assert_eq!(with(|rows| drop(rows.pop())), (1, 0));
    let fewer = |rows: &mut Vec<Vec<String>>| {
        let to = rows[0].iter().position(|heading| heading == "to").unwrap();
        rows[1][to] = (rows[1][to].parse::<u64>().unwrap() - 1).to_string();
    };
    assert_eq!(with(fewer), (0, 1));
    // What the draw gives is what the list of that very draw says.
    let mut other = DRAWN.clone();
    rows_of(&mut other.folder, &LETTER_LISTS.path(2, names::FIGURES), |rows| {
        let letters = rows[0].iter().position(|heading| heading == "letters").unwrap();
        rows[1][letters] = (rows[1][letters].parse::<u64>().unwrap() - 1).to_string();
    });
    refit(&mut other.folder, "lists/2");
    let before = Digest::of(&other.folder[&LETTER_LISTS.path(2, files::MANIFEST)]).to_string();
    state(&mut other.folder, LIST, "previous", json!(before));
    refit(&mut other.folder, "lists/3");
    assert_eq!(other.report().outcome(Id::Waves), &Outcome::Pass);
    assert_eq!(told(&other), (0, 0));
    // Damaged waves fail; where there are none, there is nothing to look at.
    let gap = more.wrong(Id::Waves, |it| it.folder.retain(|name, _| !name.starts_with("public/waves/1/")));
    assert_eq!(gap, Failure::Gap { draw: 1 });
    let mut none = more.clone();
    none.folder.retain(|name, _| !name.starts_with("public/waves/"));
    assert_eq!(none.report().outcome(Id::Waves), &lacks(Lack::Waves));
}

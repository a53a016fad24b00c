//! The door: an assembly from two tables to a running panel, in memory and on a disk that fails at every moment.

use geloot::assembly::{self, Ask, Charter, Frozen, Made, Making, Patch, Refusal, Stage, Supplement};
use geloot::base::fault::Faults;
use geloot::bundle::Folder;
use geloot::io;
use geloot::lottery::solve::{make_again, search_again};
use geloot::panel::attrition::Attrition;
use geloot::panel::reserve_terms::Asked;
use geloot::pool::{self, Pool, Source};
use geloot::seed::charter::{BadCharter, BadRole};
use geloot::seed::{Evidence, words::Words};
use geloot::verify::{Failure, Id, Known, Outcome, Report, Why, verify};
use std::fmt::Write;
use std::path::Path;

/// Thirty people, of whom every third is young, for six seats.
fn pool() -> Pool {
    let mut people = "id,age\n".to_owned();
    for n in 0..30 {
        writeln!(people, "p{n:02},{}", if n % 3 == 0 { "young" } else { "old" }).unwrap();
    }
    let quotas = "feature,value,min,max\nage,young,2,3\nage,old,3,4\n";
    let people = Source { name: "people", bytes: people.as_bytes() };
    let quotas = Source { name: "quotas", bytes: quotas.as_bytes() };
    pool::read(people, quotas, 6, Some("id"), &mut Faults::new()).unwrap()
}

fn made() -> Made {
    let charter = b"date = 2027-03-01\n[seed]\nsource = \"text\"\n".to_vec();
    let charter = Some(Charter { bytes: charter, toml: true });
    assembly::freeze(&pool(), Making { charter, tickets: 1000, ..Making::default() }, &mut |_| {}).unwrap()
}

/// Whoever reads that "raad" did not open its words would not know which of two it was.
#[test]
fn nobody_freezes_a_charter_in_which_two_who_seal_words_are_called_alike() {
    let freeze = |other: &str| {
        let slip = |digit: char| format!("geloot-slip-1:{}", digit.to_string().repeat(64));
        let bytes = format!(
            "date = 2027-03-01\n[seed]\nsource = \"contributions\"\nuntil = 2027-03-02T12:00:00Z\n\
             roles = [{{ name = \"Raad\", slip = \"{}\" }}, {{ name = \"{other}\", slip = \"{}\" }}]\n\
             [seed.otherwise]\nsource = \"dice\"\nsides = 10\ncount = 12\n",
            slip('a'),
            slip('b')
        );
        let charter = Some(Charter { bytes: bytes.into_bytes(), toml: true });
        assembly::freeze(&pool(), Making { charter, tickets: 1000, ..Making::default() }, &mut |_| {})
    };
    let twice = BadCharter::Role { at: 2, bad: BadRole::NameTwice };
    assert!(matches!(freeze("raad"), Err(Refusal::Charter(bad)) if bad == [twice]));
    assert!(freeze("notaris").is_ok());
}

fn first() -> Ask<'static> {
    let reserves = Asked { reserves: 3, attrition: Attrition { base: 100_000, rates: Vec::new() } };
    let evidence = Evidence::Text(Words::new("appel peer banaan").unwrap());
    Ask { evidence: Some(evidence), reserves: Some(reserves), ..Ask::default() }
}

fn again() -> Ask<'static> {
    Ask { because: Some("somebody had moved away"), ..Ask { evidence: None, ..first() } }
}

fn trial() -> Ask<'static> {
    Ask { trial: true, ..first() }
}

fn checked(folder: &Folder, line: &str) -> Report {
    let known = Known { search: Some(search_again), make: Some(make_again), ..Known::default() };
    verify(folder, &Known { published: Some(line), ..known })
}

/// The folder as the command leaves it: what was cut short is completed, then the act is done.
fn finish(root: &Path, ask: &Ask<'_>) -> Folder {
    let mut frozen = Frozen::open(io::read_lottery(root).unwrap()).unwrap();
    for undone in frozen.unfinished().unwrap() {
        io::apply(&undone.patch, root).unwrap();
        frozen = frozen.after(&undone.patch);
    }
    io::apply(&frozen.draw(ask).unwrap().patch, root).unwrap();
    io::read_lottery(root).unwrap()
}

/// A folder on a disk with these files.
fn saved(folder: &Folder) -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    io::apply(&Patch::new_folder(folder), &place.path().join("panel")).unwrap();
    place
}

#[test]
fn every_claim_that_there_is_something_to_check_of_passes() {
    let made = made();
    let line = made.frozen.commitment.to_string();
    let frozen = made.open().unwrap();
    let drawing = frozen.draw(&first()).unwrap();
    let report = checked(&frozen.after(&drawing.patch).folder, &line);
    let nothing = [
        Why::NothingBefore,
        Why::NoRosters,
        Why::NoSeatPlans,
        Why::NoSupplement,
        Why::NoActs,
        Why::NotPrepared,
    ];
    for claim in &report.claims {
        let fine = match &claim.outcome {
            Outcome::Pass => true,
            Outcome::Fail(_) => false,
            Outcome::NotChecked(why) => nothing.contains(why),
        };
        assert!(fine, "{claim:?}");
    }
    let all: Vec<Id> = report.claims.iter().map(|claim| claim.id).collect();
    assert_eq!(all, Id::ALL);
}

#[test]
fn a_report_of_nothing_has_every_claim_and_fails_none_but_those_of_what_is_missing() {
    let report = verify(&Folder::new(), &Known::default());
    for id in Id::ALL {
        assert_eq!(report.claim(id).id, id);
    }
    let empty = Report { claims: Vec::new(), proved: None };
    assert!(Id::ALL.into_iter().all(|id| empty.claim(id).outcome == Outcome::NotChecked(Why::NotAsked)));
}

#[test]
fn one_key_gives_codes_of_one_lottery_only() {
    let key = [7; 32];
    let charter = |day: u8| {
        let text = format!("date = 2027-03-{day:02}\n[seed]\nsource = \"text\"\n");
        Some(Charter { bytes: text.into_bytes(), toml: true })
    };
    let frozen = |charter, key| {
        let making = Making { charter, key, tickets: 1000, ..Making::default() };
        assembly::freeze(&pool(), making, &mut |_| {}).unwrap().open().unwrap()
    };
    let codes = |frozen: &Frozen| frozen.codes.iter().map(|person| person.1).collect::<Vec<_>>();
    let (spring, autumn) = (frozen(charter(1), Some(key)), frozen(charter(2), Some(key)));
    let (here, there) = (codes(&spring), codes(&autumn));
    assert!(here.iter().all(|code| !there.contains(code)));
    assert_eq!(codes(&frozen(charter(1), Some(key))), here);
    let sealed = |folder, key: Option<&[u8; 32]>| {
        verify(folder, &Known { key, ..Known::default() }).claim(Id::Sealed).outcome.clone()
    };
    assert_eq!(sealed(&spring.folder, Some(&key)), Outcome::Pass);
    assert_eq!(sealed(&spring.folder, None), Outcome::Pass);
    assert_eq!(sealed(&spring.folder, Some(&[8; 32])), Outcome::Fail(Failure::OtherKey));
}

#[test]
fn whatever_operation_a_draw_is_killed_at_the_same_command_finishes_it() {
    let made = made();
    let frozen = made.open().unwrap();
    let drawn = frozen.draw(&first()).unwrap();
    let once = made.open().unwrap().after(&drawn.patch);
    // A first draw, a second that annuls it and moves its lists away, and a trial.
    for (before, ask) in [(&frozen, first()), (&once, again()), (&once, trial())] {
        let whole = saved(&before.folder);
        let patch = before.draw(&ask).unwrap().patch;
        let mut expected = before.folder.clone();
        patch.apply_to(&mut expected);
        assert_eq!(finish(&whole.path().join("panel"), &ask), expected);
        for operations in 0.. {
            let place = saved(&before.folder);
            let root = place.path().join("panel");
            let all = io::apply_first(&patch, &root, operations).unwrap();
            assert!(finish(&root, &ask) == expected, "stopped after {operations} operations");
            if all {
                assert!(operations > 5, "{operations}");
                break;
            }
        }
    }
}

#[test]
fn the_same_act_twice_changes_nothing_and_another_is_refused() {
    let made = made();
    let frozen = made.open().unwrap();
    let patch = frozen.draw(&first()).unwrap().patch;
    let frozen = frozen.after(&patch);
    let twice = frozen.draw(&first()).unwrap();
    assert!(twice.again && twice.patch.is_empty());
    let other = Evidence::Text(Words::new("kers pruim").unwrap());
    let refused = frozen.draw(&Ask { evidence: Some(other), ..first() }).err();
    assert!(matches!(refused, Some(Refusal::AlreadyDrawn)), "{refused:?}");
    let refused = frozen.draw(&Ask { because: Some("two\nlines"), ..again() }).err();
    assert!(matches!(refused, Some(Refusal::Reason)), "{refused:?}");
}

#[test]
fn a_supplement_is_remembered_before_it_is_there() {
    let made = made();
    let frozen = made.open().unwrap();
    let ask = Ask { reserves: None, ..first() };
    let drawing = frozen.draw(&ask).unwrap();
    let frozen = frozen.after(&drawing.patch);
    let somebody = frozen.panel_ids(&drawing.drawn)[0].to_owned();
    let events = format!("date,id,event\n2027-04-01,{somebody},declined\n");
    let events = assembly::Source { name: "events.csv", bytes: events.as_bytes() };
    let drawn = frozen.after_draw().unwrap();
    let make = || drawn.supplement_after(&[events], Supplement::default(), &mut |_| {});
    let found = make().unwrap();
    assert_eq!((found.vacant, found.number, found.again), (1, 1, false));
    let expected = {
        let mut folder = frozen.folder.clone();
        found.before.apply_to(&mut folder);
        folder
    };
    // Killed while the first lottery is told of it: the same command makes the same supplement, and tells the rest.
    for operations in 0.. {
        let place = saved(&frozen.folder);
        let root = place.path().join("panel");
        let all = io::apply_first(&found.before, &root, operations).unwrap();
        let frozen = Frozen::open(io::read_lottery(&root).unwrap()).unwrap();
        let same = frozen.supplement_after(&[events], None, Supplement::default(), &mut |_| {}).unwrap();
        assert_eq!(same.made.frozen.commitment, found.made.frozen.commitment);
        io::apply(&same.before, &root).unwrap();
        assert!(io::read_lottery(&root).unwrap() == expected, "stopped after {operations} operations");
        if all {
            break;
        }
    }
    let before = Some(&expected);
    let report = verify(&found.made.frozen.folder, &Known { before, ..Known::default() });
    assert_eq!(report.claim(Id::Supplement).outcome, Outcome::Pass);
    // The events of the first draw end with it.
    let known = Frozen::read(expected.clone()).unwrap();
    let drawn = known.after_draw().unwrap();
    let running = drawn.replay(&[events]).unwrap();
    assert!(running.publish().unwrap().patch.is_empty());
}

/// Whoever opens a record goes on where it stopped, and finds there only what can be done then.
#[test]
fn a_record_that_is_opened_again_goes_on_where_it_stopped() {
    let frozen = made().open().unwrap();
    let stage = |frozen: &Frozen| match frozen.stage().unwrap() {
        Stage::Frozen(_) => "frozen",
        Stage::Drawn(_) => "drawn",
        Stage::Running(_) => "running",
        Stage::Continued(_) => "continued",
    };
    let again = |frozen: &Frozen| Frozen::open(frozen.folder.clone()).unwrap();
    assert_eq!(stage(&again(&frozen)), "frozen");
    let nothing = frozen.supplement_after(&[], None, Supplement::default(), &mut |_| {}).err();
    assert!(matches!(nothing, Some(Refusal::NothingDrawn)), "{nothing:?}");
    let drawing = frozen.draw(&Ask { reserves: None, ..first() }).unwrap();
    let frozen = again(&frozen.after(&drawing.patch));
    assert_eq!(stage(&frozen), "drawn");
    let ids: Vec<String> = frozen.panel_ids(&drawing.drawn).into_iter().map(str::to_owned).collect();
    let list = |n: usize| {
        let rows = ids[..n].iter().map(|id| format!("2027-04-01,{id},declined\n"));
        format!("date,id,event\n{}", rows.collect::<String>()).into_bytes()
    };
    let (one, two) = (list(1), list(2));
    let [one, two] = [&one, &two].map(|bytes| [assembly::Source { name: "events.csv", bytes }]);
    let published = {
        let drawn = frozen.after_draw().unwrap();
        drawn.replay(&one).unwrap().publish().unwrap()
    };
    let frozen = again(&frozen.after(&published.patch));
    assert_eq!(stage(&frozen), "running");
    let because = Some("The first was made with the wrong list.");
    let first = frozen.supplement_after(&one, because, Supplement::default(), &mut |_| {}).err();
    assert!(matches!(first, Some(Refusal::NothingToReplace)), "{first:?}");
    let found = frozen.supplement_after(&one, None, Supplement::default(), &mut |_| {}).unwrap();
    let frozen = again(&frozen.after(&found.before));
    assert_eq!(stage(&frozen), "continued");
    let Ok(Stage::Continued(continued)) = frozen.stage() else { panic!("a supplement") };
    assert_eq!(continued.line(), found.made.frozen.commitment.to_string());
    assert!(!continued.is_annulled());
    // The same again is the same; another needs a reason, and is the second.
    let same = continued.supplement_again(&one, Supplement::default(), &mut |_| {}).unwrap();
    assert_eq!((same.number, same.again, same.before.is_empty()), (1, true, true));
    let other = continued.supplement_again(&two, Supplement::default(), &mut |_| {}).err();
    assert!(matches!(other, Some(Refusal::AlreadyContinued { .. })), "{other:?}");
    let drawn = continued.drawn.supplement_after(&one, Supplement::default(), &mut |_| {}).err();
    assert!(matches!(drawn, Some(Refusal::AlreadyContinued { .. })), "{drawn:?}");
    let second = continued.replace(
        "The first was made with the wrong list.",
        &two,
        Supplement::default(),
        &mut |_| {},
    );
    let second = second.unwrap();
    assert_eq!((second.number, second.again, second.vacant), (2, false, 2));
}

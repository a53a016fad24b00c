//! A record with every kind of act, and what each claim says of it after one change.

use super::reading::{Acts, Tally as Count, read};
use super::wrong::ActWrong;
use super::*;
use crate::assembly::Frozen;
use crate::assembly::acts::{Act, Agreeing, Consulting, Counting, Deliberating, Following, Freezing};
use crate::base::digest::Digest;
use crate::bundle::chain::Link;
use crate::bundle::{acts, files};
use crate::deliberation::chance::Chance;
use crate::deliberation::delegates::Way;
use crate::deliberation::rows::Present;
use crate::deliberation::rule::Secrecy;
use crate::deliberation::sheet::Source;
use crate::seed::{Evidence, Manifest};
use crate::verify::honest::{replace, ten};
use crate::verify::report::{Failure, Remark};
use serde_json::Value;
use std::sync::LazyLock;

const RULE: &str = "[[ballot]]\nname = \"raad\"\nkind = \"for-against\"\nentitled = [\"drawn\"]\nsecrecy = \"paper\"\n\
    counted = [\"for\", \"against\", \"neutral\"]\nof = \"cast\"\nshare = \"1/2\"\nthan = \"at-least\"\n\
    quorum = \"1/2 of members\"\nconsensus = false\n";
const TOP: &str = "[[ballot]]\nname = \"top\"\nkind = \"choose\"\nentitled = [\"drawn\"]\nsecrecy = \"paper\"\n\
    most = 2\nadopt = \"2 best\"\nties = { lot = \"text\" }\nquorum = \"none\"\n";
const COUNTS: &str =
    "option,count,for,against,neutral\n1,1,6,2,1\n1,2,6,2,1\n2,1,3,5,1\n2,2,3,5,1\n3,1,9,0,0\n3,2,9,0,0\n";
/// Nine papers that add up to the counts.
const PAPERS: &str = "1,2,3\nvoor,voor,voor\nvoor,voor,voor\nvoor,voor,voor\nvoor,tegen,voor\nvoor,tegen,voor\n\
    voor,tegen,voor\ntegen,tegen,voor\ntegen,tegen,voor\nneutraal,neutraal,voor\n";

fn source(text: &str) -> Source<'_> {
    Source { name: "file.csv", bytes: text.as_bytes() }
}

fn column(folder: &Folder, path: &str, at: usize) -> Vec<String> {
    let text = std::str::from_utf8(&folder[path]).unwrap();
    text.lines().skip(1).map(|line| line.split(',').nth(at).unwrap().to_owned()).collect()
}

/// 1 topics, 2 and 3 ballots, 4 a count, 5 the same again, with papers, 6 a count that ends in a tie, 7 the lot, 8 what was
/// agreed, 9 a consultation, 10 the willing, 11 two delegates, 12 an alternate, 13 and 14 replies, 15 a ballot over
/// people, 16 its count, 17 the group that it chose.
static WHOLE: LazyLock<Folder> = LazyLock::new(|| {
    let mut record = Frozen::open(ten()).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let mut act = |make: &dyn Fn(&Deliberating<'_>, &Folder) -> Act| {
        let acts = record.deliberating().unwrap_or_else(|refusal| panic!("{refusal:?}"));
        let act = make(&acts, &record.folder);
        act.patch.apply_to(&mut record.folder);
    };
    let freezing = |rule: &'static str, options: &'static str| Freezing {
        options: Some(source(options)),
        rules: Some(Source { name: "ballot.toml", bytes: rule.as_bytes() }),
        because: Some("the charter has none"),
        date: "2027-05-01",
        ..Freezing::default()
    };
    fn counting<'a>(name: &'a str, counts: &'a str) -> Counting<'a> {
        let (counts, present) = (Some(source(counts)), source("role,present\ndrawn,9\n"));
        Counting { name, counts, papers: None, votes: None, present, again: None, date: "2027-05-02" }
    }
    act(&|it, _| {
        let topics = source("topic,text,from\nhomes,,table 1\nhousing,,table 2\nbuses,,table 3\n");
        let merges = source("topic,into,reason\nhousing,homes,the same\n");
        let points = source("topic,points\nhomes,4\nbuses,7\n");
        it.sort_topics((topics, merges, Some(points)), None, "2027-04-01").ok().unwrap().act
    });
    act(&|it, _| {
        let options = "option,text\n1,Build homes\n2,Keep the green\n3,More buses\n";
        it.freeze_ballot(&freezing(RULE, options)).ok().unwrap().act
    });
    act(&|it, _| {
        let options = "option,text\na,Trees\nb,Paths\nc,Ponds\nd,Benches\n";
        it.freeze_ballot(&freezing(TOP, options)).ok().unwrap().act
    });
    act(&|it, _| it.tally(&counting("raad", &COUNTS.replace("1,2,6,2,1", "1,2,4,4,1"))).ok().unwrap().act);
    act(&|it, _| {
        let again = Some("the two counts differed");
        it.tally(&Counting { again, papers: Some(source(PAPERS)), ..counting("raad", COUNTS) })
            .ok()
            .unwrap()
            .act
    });
    act(&|it, _| {
        let top = "option,count,votes\na,1,6\na,2,6\nb,1,3\nb,2,3\nc,1,3\nc,2,3\nd,1,1\nd,2,1\n";
        it.tally(&counting("top", top)).ok().unwrap().act
    });
    let words = Evidence::text("een twee drie").unwrap();
    act(&|it, _| it.lot("top", &words, "2027-05-02").ok().unwrap().act);
    act(&|it, _| {
        let minority = Some(source("option,text,supporters\n2,We wanted the green,4\n"));
        let stories = Some(source("table,option,text\n4,1,My daughter waits for a home\n5,,A good day\n"));
        it.agree(&Agreeing { minority, stories, because: None, date: "2027-05-03" })
            .ok()
            .unwrap()
            .act
            .unwrap()
    });
    act(&|it, _| {
        let counts = source("option,count\n1,900\n2,1200\n3,300\n");
        let (how, from, until) = (Some("a letter to all"), Some("2027-04-10"), Some("2027-04-30"));
        let date = "2027-05-03";
        it.consult(&Consulting { about: "raad", counts, how, participants: 1800, from, until, date })
            .ok()
            .unwrap()
            .act
    });
    let is_in = |folder: &Folder| column(folder, "public/acts/2/roll.csv", 0);
    act(&|it, folder| {
        let willing = format!("code\n{}\n", is_in(folder)[..6].join("\n"));
        it.freeze_willing("tafel", source(&willing), (2, Way::Lot(Chance::Text)), "2027-05-04")
            .ok()
            .unwrap()
            .act
    });
    act(&|it, _| it.draw_group("tafel", &words, "2027-05-05").ok().unwrap().act);
    act(&|it, folder| {
        let first = column(folder, "public/acts/11/delegates.csv", 1).swap_remove(0);
        it.next_delegate("tafel", &first, "2027-05-06").ok().unwrap().act
    });
    let objection =
        "date,kind,about,from,until,outcome,decided,by\n2027-05-11,objection,the roll,member,2027-06-01,";
    for (replies, outcome, date) in [
        ("", ",,", "2027-05-12"),
        (
            "1,2027-06-20,adopts,,\n3,2027-06-10,deviates,too dear,\n",
            "rejected,2027-05-20,board",
            "2027-06-21",
        ),
    ] {
        act(&|it, _| {
            let replies = format!("option,date,answer,reason,document\n{replies}");
            let log = format!("{objection}{outcome}\n");
            let (handed, term, by) = (Some("2027-05-10"), Some("5 weeks"), Some("the council"));
            let (replies, log) = (Some(source(&replies)), Some(source(&log)));
            it.follow(&Following { replies, log, handed, term, by, date }).ok().unwrap().act.unwrap()
        });
    }
    let people = TOP.replace("\"top\"", "\"wie\"").replace("ties = { lot = \"text\" }", "ties = \"none\"");
    act(&|it, folder| {
        let options: String = is_in(folder).iter().map(|code| format!("{code},one of us\n")).collect();
        let options = format!("option,text\n{options}");
        let rules = Some(Source { name: "ballot.toml", bytes: people.as_bytes() });
        let (options, because, date) = (Some(source(&options)), Some("a vote over people"), "2027-07-01");
        it.freeze_ballot(&Freezing { options, rules, because, date, ..Freezing::default() }).ok().unwrap().act
    });
    act(&|it, folder| {
        let votes = [0, 0, 5, 0, 0, 0, 0, 7, 1, 0];
        let rows = is_in(folder).into_iter().zip(votes);
        let counts: String = rows.map(|(code, n)| format!("{code},1,{n}\n{code},2,{n}\n")).collect();
        let counts = format!("option,count,votes\n{counts}");
        it.tally(&Counting { date: "2027-07-02", ..counting("wie", &counts) }).ok().unwrap().act
    });
    act(&|it, _| it.chosen_group("gezanten", "wie", "2027-07-03").ok().unwrap().act);
    record.folder
});

/// What is wrong first by a claim of the acts of this folder, as its files say, whatever the digests.
fn found(folder: &Folder, check: impl Fn(&Acts<'_>) -> Claim, change: impl Fn(&mut Acts<'_>)) -> Outcome {
    let links: Vec<Link<acts::Facts>> = ACTS.read(&WHOLE).links;
    let mut acts = read(folder, links).unwrap();
    change(&mut acts);
    check(&acts).outcome
}

/// A change of one file of an act.
type Edit = (u32, &'static str, &'static str, &'static str);
/// What is expected: of which act, what, and about what.
type Said = (u32, ActWrong, Option<&'static str>);

fn said(&(act, wrong, about): &Said) -> Outcome {
    Outcome::Fail(Failure::Act { act, wrong, about: about.map(str::to_owned) })
}

fn edited(edits: &[Edit]) -> Folder {
    let mut folder = WHOLE.clone();
    for &(act, file, from, to) in edits {
        replace(&mut folder, &ACTS.path(act, file), from, to);
    }
    folder
}

/// After each change, the claim says this.
fn each(check: fn(&Acts<'_>) -> Claim, cases: &[(&[Edit], Said)]) {
    assert_eq!(found(&WHOLE, check, |_| {}), Outcome::Pass);
    for (edits, expected) in cases {
        assert_eq!(found(&edited(edits), check, |_| {}), said(expected), "{edits:?}");
    }
}

/// A change of acts that were read.
type InMemory = fn(&mut Acts<'_>);

/// The same for changes of what was read.
fn each_in_memory(check: impl Fn(&Acts<'_>) -> Claim, cases: &[(InMemory, Said)]) {
    for (at, (change, expected)) in cases.iter().enumerate() {
        assert_eq!(found(&WHOLE, &check, change), said(expected), "{at}: {expected:?}");
    }
}

/// Makes every manifest and link fit.
fn refit(folder: &mut Folder) {
    let mut previous = Value::Null;
    for act in ACTS.numbers(folder) {
        let (place, facts) = (ACTS.path(act, ""), ACTS.path(act, files::ACT));
        let mut value: Value = serde_json::from_slice(&folder[&facts]).unwrap();
        value["previous"] = previous;
        folder.insert(facts, format!("{value:#}\n").into_bytes());
        let own = files::below(folder, &place).filter(|(name, _)| *name != files::MANIFEST);
        let manifest = Manifest::of(&own.collect::<Vec<_>>()).unwrap().to_string().into_bytes();
        previous = Digest::of(&manifest).to_string().into();
        folder.insert(ACTS.path(act, files::MANIFEST), manifest);
    }
}

mod chain;
mod groups;
mod results;

fn late(replies: &[(&str, u64)]) -> Remark {
    Remark::Late { replies: replies.iter().map(|&(option, days)| (option.to_owned(), days)).collect() }
}

#[test]
fn every_claim_of_the_acts_passes_and_says_what_there_is_to_say() {
    let report = crate::verify::verify(&WHOLE, &crate::verify::Known::default());
    let own = report.claims.iter().filter(|claim| (28..=35).contains(&claim.id.number()));
    let own: Vec<&Claim> = own.collect();
    assert_eq!(own.len(), 8);
    // Whoever goes on with the acts sees the same of them, whatever became of the lottery.
    let alone = crate::verify::acts(&WHOLE);
    assert_eq!(alone.iter().collect::<Vec<_>>(), own);
    assert!(own.iter().all(|claim| claim.outcome == Outcome::Pass), "{own:?}");
    let remarks: Vec<&Remark> = own.iter().flat_map(|claim| &claim.remarks).collect();
    let replaced = Remark::ActsReplaced { acts: vec![(5, 4, "the two counts differed".into())] };
    assert!(remarks.contains(&&replaced), "{remarks:?}");
    assert!(remarks.contains(&&Remark::PapersKept { acts: vec![5], here: Some(true) }), "{remarks:?}");
    assert!(remarks.contains(&&late(&[("1", 6), ("a", 7), ("c", 7)])), "{remarks:?}");
    let open = remarks.iter().filter(|it| matches!(it, Remark::BallotLine { .. })).count();
    assert_eq!(open, 3);
}

#[test]
fn v28_chain_kind_subject_and_topics_of_every_act() {
    let wrong = |edits: &[Edit]| {
        let mut folder = edited(edits);
        refit(&mut folder);
        v28_chain::check(&folder).0.outcome
    };
    let torn = |act, file: &str| {
        Outcome::Fail(Failure::Record { draw: format!("act {act}"), file: file.to_owned() })
    };
    let first = Digest::of(&WHOLE["public/draws/1/manifest.txt"]).to_string();
    let second = Digest::of(&WHOLE["public/draws/2/manifest.txt"]).to_string();
    let (list, later) = ["public/rosters/1/manifest.txt", "public/rosters/2/manifest.txt"]
        .map(|it| Digest::of(&WHOLE[it]).to_string())
        .into();
    let leak = |text: &String| -> &'static str { Box::leak(text.clone().into_boxed_str()) };
    let (first, second, list, later) = (leak(&first), leak(&second), leak(&list), leak(&later));
    let none = leak(&"0".repeat(64));
    let cases: Vec<(Vec<Edit>, Outcome)> = vec![
        (vec![], Outcome::Pass),
        (vec![(2, "act.json", "2027-05-01", "2027-05-02")], said(&(3, ActWrong::Date, None))),
        (vec![(1, "act.json", "2027-04-01", "2027-05-01")], Outcome::Pass),
        (vec![(3, "act.json", second, none)], said(&(3, ActWrong::Draw, None))),
        (vec![(3, "act.json", second, first)], said(&(3, ActWrong::Draw, None))),
        (vec![(1, "act.json", second, first)], Outcome::Pass),
        (vec![(1, "act.json", later, list)], Outcome::Pass),
        (vec![(3, "act.json", later, none)], said(&(3, ActWrong::Roster, None))),
        (vec![(3, "act.json", later, list)], said(&(3, ActWrong::Roster, None))),
        (vec![(5, "act.json", "\"replaces\": 4", "\"replaces\": 5")], said(&(5, ActWrong::Replaces, None))),
        (vec![(5, "act.json", "\"replaces\": 4", "\"replaces\": 2")], said(&(5, ActWrong::Replaces, None))),
        (vec![(5, "act.json", "\"replaces\": 4", "\"replaces\": 0")], said(&(5, ActWrong::Replaces, None))),
        (
            vec![
                (5, "act.json", "\"replaces\": 4", "\"replaces\": null"),
                (5, "act.json", "\"the two counts differed\"", "null"),
            ],
            said(&(5, ActWrong::Twice, None)),
        ),
        (vec![(9, "terms.json", "a letter to all", "a letter\\nto all")], torn(9, "terms.json")),
        (vec![(13, "terms.json", "the council", "the\\ncouncil")], torn(13, "terms.json")),
        (vec![(8, "agreement.csv", "ballot,", "vote,")], torn(8, "agreement.csv")),
        (vec![(8, "minority.csv", "option,", "opt,")], torn(8, "minority.csv")),
        (vec![(8, "stories.csv", "option,", "opt,")], torn(8, "stories.csv")),
        (vec![(9, "consultation.csv", "option,", "opt,")], torn(9, "consultation.csv")),
        (vec![(10, "willing.csv", "code", "kode")], torn(10, "willing.csv")),
        (vec![(10, "terms.json", "\"places\": 2", "\"places\": -2")], torn(10, "terms.json")),
        (vec![(11, "delegates.csv", "code", "kode")], torn(11, "delegates.csv")),
        (vec![(12, "delegates.csv", "code", "kode")], torn(12, "delegates.csv")),
        (vec![(13, "replies.csv", "option", "opt")], torn(13, "replies.csv")),
        (vec![(13, "log.csv", "date", "day")], torn(13, "log.csv")),
        (vec![(1, "ranking.csv", "topic", "theme")], torn(1, "ranking.csv")),
        (vec![(5, "terms.json", "\"ballots\": \"", "\"ballots\": \"0")], torn(5, "terms.json")),
        (vec![(2, "roll.csv", "code", "kode")], torn(2, "roll.csv")),
        (vec![(1, "ranking.csv", "buses,7,1", "buses,7,2")], said(&(1, ActWrong::Topics, Some("")))),
        (
            vec![(1, "merges.csv", "housing,homes,the same", "housing,homes,")],
            said(&(1, ActWrong::Topics, None)),
        ),
        (vec![(1, "merges.csv", "housing,homes", "housing,parks")], said(&(1, ActWrong::Topics, None))),
        (vec![(1, "merges.csv", "housing,homes", "houses,homes")], said(&(1, ActWrong::Topics, None))),
        (vec![(1, "merges.csv", "housing,homes", "housing,housing")], said(&(1, ActWrong::Topics, None))),
        (
            vec![(
                1,
                "merges.csv",
                "housing,homes,the same\n",
                "housing,homes,the same\nhousing,homes,once more\n",
            )],
            said(&(1, ActWrong::Topics, None)),
        ),
        (
            vec![(1, "topics.csv", "buses,,table 3\n", "buses,,table 3\nbuses,,table 4\n")],
            said(&(1, ActWrong::Topics, None)),
        ),
        (vec![(1, "ranking.csv", "homes,4,2", "parks,4,2")], said(&(1, ActWrong::Topics, Some("parks")))),
    ];
    for (edits, expected) in cases {
        assert_eq!(wrong(&edits), expected, "{edits:?}");
    }
}

#[test]
fn v29_every_ballot_is_of_a_rule_with_a_reason_and_every_count_of_its_options() {
    let check = |acts: &Acts<'_>| v29_ballots::check(acts, &[]);
    let expected = |act, about| (act, ActWrong::Options, about);
    each(
        check,
        &[
            (&[(2, "terms.json", "\"the charter has none\"", "null")], (2, ActWrong::RuleLater, None)),
            (&[(2, "terms.json", "the charter has none", "two\\nlines")], (2, ActWrong::RuleLater, None)),
            (&[(2, "options.csv", "3,More buses", "2,More buses")], expected(2, None)),
            (&[(2, "options.csv", "3,More buses", "3,")], expected(2, None)),
            (&[(2, "options.csv", "3,More buses", ",More buses")], expected(2, None)),
            (&[(2, "options.csv", "3,More buses,,\n", "")], expected(4, None)),
            (&[(3, "options.csv", "d,Benches", "1,Benches")], expected(3, Some("1"))),
            (&[(6, "terms.json", "\"ballot\": 3", "\"ballot\": 2")], expected(6, None)),
            (&[(6, "terms.json", "\"ballot\": 3", "\"ballot\": 6")], (6, ActWrong::NoBallot, None)),
            (&[(6, "terms.json", "\"ballot\": 3", "\"ballot\": 15")], (6, ActWrong::NoBallot, None)),
            (&[(5, "result.csv", "2,rejected", "3,rejected")], expected(5, None)),
            (&[(5, "counts.csv", "3,2,9", "2,2,9")], expected(5, None)),
        ],
    );
    each_in_memory(
        check,
        &[
            (|acts| acts.ballots[0].options.clear(), expected(2, None)),
            (|acts| acts.links[4].facts.replaces = Some(3), (6, ActWrong::NoBallot, None)),
        ],
    );
    // A ballot that was replaced keeps no name for itself.
    let twice = |acts: &mut Acts<'_>| {
        acts.ballots[1].options[3].option = "1".into();
        acts.tallies[2].counts.iter_mut().filter(|it| it.option == "d").for_each(|it| it.option = "1".into());
        acts.tallies[2].result.iter_mut().filter(|it| it.option == "d").for_each(|it| it.option = "1".into());
    };
    assert_eq!(found(&WHOLE, check, twice), said(&expected(3, Some("1"))));
    for replaced in [2, 3] {
        let gone = |acts: &mut Acts<'_>| {
            twice(acts);
            acts.standing.remove(&replaced);
        };
        assert_eq!(found(&WHOLE, check, gone), Outcome::Pass, "{replaced}");
    }
    let line = acts::line(&WHOLE, 3).unwrap().to_string();
    let lines = [line.as_str()];
    let acts = read(&WHOLE, ACTS.read(&WHOLE).links).unwrap();
    let kept = v29_ballots::check(&acts, &lines);
    assert_eq!(kept.outcome, Outcome::Pass);
    let open = |claim: &Claim| -> Vec<String> {
        let ballot = |it: &Remark| match it {
            Remark::BallotLine { ballot, .. } => Some(ballot.clone()),
            _ => None,
        };
        claim.remarks.iter().filter_map(ballot).collect()
    };
    assert_eq!(open(&kept), ["raad", "wie"]);
    assert_eq!(open(&check(&acts)), ["raad", "top", "wie"]);
    // The line of any act is one of these; a line of none is not.
    let count = acts::line(&WHOLE, 4).unwrap().to_string();
    assert_eq!(v29_ballots::check(&acts, &[&line, &count]).outcome, Outcome::Pass);
    let count = format!("geloot-commitment-1:{}", "0".repeat(64));
    let none_of_these = Outcome::Fail(Failure::BallotLine { line: count.clone() });
    assert_eq!(v29_ballots::check(&acts, &[&line, &count]).outcome, none_of_these);
    // Whoever kept the line of what was replaced is told so.
    let mut replaced = read(&WHOLE, ACTS.read(&WHOLE).links).unwrap();
    let later = &mut replaced.links[4].facts;
    (later.replaces, later.because) = (Some(3), Some("a slip".to_owned()));
    replaced.tallies.retain(|it| it.ballot != 3);
    let failure = Failure::LineReplaced { act: 3, by: 5, why: "a slip".to_owned() };
    assert_eq!(v29_ballots::check(&replaced, &lines).outcome, Outcome::Fail(failure));
    let none = crate::verify::honest::ten();
    assert_eq!(super::check(&none, &[], &[&count], &[])[1].outcome, none_of_these);
    assert!(
        super::check(&none, &[], &[], &[]).iter().all(|it| it.outcome == Outcome::NotChecked(Why::NoActs))
    );
}

#[test]
fn v30_the_roll_is_who_is_in_and_no_more_are_present() {
    let roll = (2, ActWrong::Roll, None);
    let present = |about| (4, ActWrong::Present, about);
    each(
        v30_rolls::check,
        &[
            (&[(4, "present.csv", "drawn,9,9", "drawn,11,11")], present(Some("drawn"))),
            (&[(4, "present.csv", "drawn,9,9", "drawn,9,8")], present(Some("drawn"))),
            (&[(4, "present.csv", "drawn,9,9", "expert,9,9")], present(None)),
        ],
    );
    use crate::deliberation::roll::Roll;
    use crate::deliberation::rows::{Group, Voter};
    fn voters<'a>(acts: &'a mut Acts<'_>) -> &'a mut Vec<Voter> {
        match &mut acts.ballots[0].roll {
            Roll::Coded(voters) => voters,
            Roll::Counted(_) => panic!("a roll without codes"),
        }
    }
    fn guest(acts: &mut Acts<'_>, code: &str) {
        acts.ballots[0].rule.entitled.push("expert".into());
        voters(acts).push(Voter { code: code.into(), role: "expert".into() });
        voters(acts).sort_by(|a, b| a.code.cmp(&b.code));
        for count in acts.tallies.iter_mut().filter(|it| it.ballot == 2) {
            count.present.push(Present { role: "expert".into(), least: 0, most: 1 });
        }
    }
    each_in_memory(
        v30_rolls::check,
        &[
            (|acts| _ = voters(acts).pop(), roll),
            (|acts| voters(acts).reverse(), roll),
            (|acts| voters(acts)[0].role = "expert".into(), roll),
            (|acts| acts.ballots[0].rule.entitled = vec!["expert".into()], roll),
            (|acts| acts.ballots[0].rule.entitled.push("expert".into()), roll),
            (|acts| acts.links[1].facts.record = "0".repeat(64), roll),
            (|acts| acts.links[1].facts.roster = Some("0".repeat(64)), roll),
            (|acts| guest(acts, "somebody"), roll),
            (
                |acts| {
                    let twice = voters(acts)[0].code.clone();
                    guest(acts, &twice);
                },
                roll,
            ),
            (
                |acts| {
                    let people = voters(acts).len() as u64;
                    acts.ballots[0].roll = Roll::Counted(vec![Group { role: "drawn".into(), people }]);
                },
                roll,
            ),
        ],
    );
    assert_eq!(found(&WHOLE, v30_rolls::check, |acts| guest(acts, "V-1")), Outcome::Pass);
    // A code in which there happens to be no digit is somebody's of the lottery all the same.
    let ids: Vec<String> = (0..500).map(|n| n.to_string()).collect();
    let codes = crate::draw::code::Code::of_ids(&[1; 32], ids.iter().map(String::as_str));
    let letters = codes.iter().map(ToString::to_string).find(|it| !it.bytes().any(|b| b.is_ascii_digit()));
    let letters = letters.unwrap();
    assert_eq!(found(&WHOLE, v30_rolls::check, |acts| guest(acts, &letters)), Outcome::Pass);
    assert_eq!(found(&WHOLE, v30_rolls::check, |acts| guest(acts, &letters.to_lowercase())), said(&roll));
    // Those who were drawn, where only others are entitled.
    let others = |drawn: bool| {
        move |acts: &mut Acts<'_>| {
            guest(acts, "V-1");
            acts.ballots[0].rule.entitled.remove(0);
            voters(acts).retain(|it| drawn || it.role != "drawn");
            for count in acts.tallies.iter_mut().filter(|it| it.ballot == 2) {
                count.present.remove(0);
            }
        }
    };
    assert_eq!(found(&WHOLE, v30_rolls::check, others(false)), Outcome::Pass);
    assert_eq!(found(&WHOLE, v30_rolls::check, others(true)), said(&roll));
    // Where the record shows no codes, ten are in and nobody is named.
    for (entitled, groups, right) in [
        (&["drawn"][..], &[("drawn", 10)][..], true),
        (&["drawn"], &[("drawn", 9)], false),
        (&["drawn"], &[], false),
        (&["drawn", "expert"], &[("drawn", 10), ("expert", 2)], true),
        (&["drawn", "expert"], &[("expert", 2), ("drawn", 10)], false),
        (&["drawn", "expert"], &[("drawn", 10), ("expert", 0)], false),
        (&["drawn", "expert"], &[("drawn", 10)], false),
        (&["drawn"], &[("drawn", 10), ("expert", 2)], false),
        (&["expert"], &[("expert", 2)], true),
        (&["expert"], &[("drawn", 10), ("expert", 2)], false),
    ] {
        let change = |acts: &mut Acts<'_>| {
            acts.public.as_mut().unwrap().coded = None;
            acts.links.iter_mut().for_each(|link| link.facts.roster = None);
            acts.ballots.truncate(1);
            acts.tallies.clear();
            acts.ballots[0].rule.entitled = entitled.iter().map(|&it| it.to_owned()).collect();
            let group = |&(role, people): &(&str, u64)| Group { role: role.into(), people };
            acts.ballots[0].roll = Roll::Counted(groups.iter().map(group).collect());
        };
        let due = if right { Outcome::Pass } else { said(&roll) };
        assert_eq!(found(&WHOLE, v30_rolls::check, change), due, "{entitled:?} {groups:?}");
    }
}

#[test]
fn v31_numbers_fit_those_present_and_papers_add_up() {
    let numbers = |about| (4, ActWrong::Numbers, about);
    let papers = (5, ActWrong::Papers, None);
    each(v31_numbers::check, &[(&[(4, "counts.csv", "1,1,6,2,1", "1,1,60,2,1")], numbers(Some("1")))]);
    let sealed = "sealed/acts/5/ballots.csv";
    for (from, to) in [("neutral,neutral,for", "neutral,against,for"), ("for,for,for\n", "")] {
        let mut folder = WHOLE.clone();
        replace(&mut folder, sealed, from, to);
        assert_eq!(found(&folder, v31_numbers::check, |_| {}), said(&papers), "{from}");
    }
    let mut away = WHOLE.clone();
    away.remove(sealed);
    let acts = read(&away, ACTS.read(&WHOLE).links).unwrap();
    assert_eq!(v31_numbers::check(&acts).remarks, [Remark::PapersKept { acts: vec![5], here: Some(false) }]);
    let mut keyless = WHOLE.clone();
    keyless.remove("sealed/key.txt");
    assert_ne!(keyless, *WHOLE);
    assert_eq!(found(&keyless, v31_numbers::check, |_| {}), said(&papers));
    use crate::bundle::papers::{digest, read as kept};
    let key = crate::bundle::sealed::read_key(&WHOLE["sealed/key.txt"]).unwrap();
    assert!(kept(&WHOLE[sealed], &acts.ballots[0].options).is_some_and(|all| all.len() == 9));
    // Another set of papers, of which the digest fits.
    for (from, to) in [("neutral,neutral,for", "neutral,against,for"), ("for,for,for\n", "")] {
        let mut folder = WHOLE.clone();
        replace(&mut folder, sealed, from, to);
        let own = digest(&key, 5, &folder[sealed]).to_string();
        let change = |acts: &mut Acts<'_>| acts.tallies[1].papers = Some(own.clone());
        assert_eq!(found(&folder, v31_numbers::check, change), said(&papers), "{from}");
    }
    // A tenth paper, in which nothing was said, of nine who were present.
    let mut folder = WHOLE.clone();
    replace(&mut folder, sealed, "neutral,neutral,for\n", "blank,blank,blank\nneutral,neutral,for\n");
    if kept(&folder[sealed], &acts.ballots[0].options).is_some() {
        let own = digest(&key, 5, &folder[sealed]).to_string();
        let change = |acts: &mut Acts<'_>| acts.tallies[1].papers = Some(own.clone());
        assert_eq!(found(&folder, v31_numbers::check, change), said(&papers));
    }
    each_in_memory(
        v31_numbers::check,
        &[
            (|acts| acts.ballots[0].rule.secrecy = Secrecy::Shown, papers),
            (|acts| acts.tallies[1].papers = Some("0".repeat(64)), papers),
            (|acts| acts.ballots[1].rule.secrecy = Secrecy::Open, (6, ActWrong::Votes, None)),
            (|acts| acts.tallies[0].present[0].most = 3, (4, ActWrong::Numbers, Some("1"))),
        ],
    );
}

#[test]
fn v31_votes_by_name_are_of_an_open_ballot_and_are_the_count() {
    use crate::deliberation::{papers, roll::Roll};
    /// The last count, of nine on the roll who voted by name.
    fn open(acts: &mut Acts<'_>) {
        let ballot = &mut acts.ballots[0];
        (ballot.rule.secrecy, ballot.because) = (Secrecy::Open, None);
        let Roll::Coded(voters) = &ballot.roll else { panic!("a roll without codes") };
        let all = crate::bundle::papers::read(&WHOLE["sealed/acts/5/ballots.csv"], &ballot.options);
        let votes = voters.iter().map(|it| it.code.clone()).zip(all.unwrap()).collect();
        let count = &mut acts.tallies[1];
        (count.votes, count.papers) = (Some(votes), None);
        let sums = papers::sums(count.votes.as_ref().unwrap().values().map(Vec::as_slice), 3);
        count.counts = papers::counted(&sums, &ballot.options, &ballot.rule);
        acts.tallies.retain(|it| it.act == 5);
    }
    let mut folder = WHOLE.clone();
    folder.remove("sealed/acts/5/ballots.csv");
    assert_eq!(found(&folder, v31_numbers::check, open), Outcome::Pass);
    // Of each role no more voted than were present, as many as they are together.
    for (drawn, experts, right) in [(9, 1, true), (8, 2, false), (10, 0, false)] {
        let roles = |acts: &mut Acts<'_>| {
            open(acts);
            let Roll::Coded(voters) = &mut acts.ballots[0].roll else { panic!("a roll without codes") };
            voters[0].role = "expert".into();
            voters.push(crate::deliberation::rows::Voter { code: "V-1".into(), role: "drawn".into() });
            let paper = acts.tallies[0].votes.as_ref().unwrap().values().next().unwrap().clone();
            acts.tallies[0].votes.as_mut().unwrap().insert("V-1".into(), paper);
            let votes = acts.tallies[0].votes.as_ref().unwrap().values().map(Vec::as_slice);
            let sums = papers::sums(votes, 3);
            acts.tallies[0].counts = papers::counted(&sums, &acts.ballots[0].options, &acts.ballots[0].rule);
            let present = |role: &str, most| Present { role: role.into(), least: 0, most };
            acts.tallies[0].present = vec![present("drawn", drawn), present("expert", experts)];
        };
        let due = if right { Outcome::Pass } else { said(&(5, ActWrong::Votes, None)) };
        assert_eq!(found(&folder, v31_numbers::check, roles), due, "{drawn} {experts}");
    }
    // Counted again: one votes who did not, one no more, and one otherwise.
    let mut acts = read(&WHOLE, ACTS.read(&WHOLE).links).unwrap();
    let mut first = read(&WHOLE, ACTS.read(&WHOLE).links).unwrap();
    for read in [&mut acts, &mut first] {
        open(read);
    }
    let told = |acts: &Acts<'_>| {
        let told = v31_numbers::check(acts).remarks.into_iter();
        told.filter(|it| matches!(it, Remark::OtherVotes { .. })).collect::<Vec<_>>()
    };
    let mut before = first.tallies.pop().unwrap();
    before.act = 4;
    acts.tallies.insert(0, before);
    assert_eq!(told(&acts), []);
    let votes = acts.tallies[0].votes.as_mut().unwrap();
    let (_, paper) = votes.pop_first().unwrap();
    votes.insert("V-1".into(), paper);
    let (other, last) =
        (votes.values().next().unwrap().clone(), votes.values().rev().nth(1).unwrap().clone());
    assert_ne!(other, last);
    *votes.values_mut().next().unwrap() = last;
    let due = Remark::OtherVotes { ballot: "raad".into(), act: 5, more: 1, gone: 1, other: 1 };
    assert_eq!(told(&acts), [due]);
    // Two counts of one secret vote with other people present tell how somebody voted.
    let later = |acts: &mut Acts<'_>| {
        acts.ballots[0].rule.secrecy = Secrecy::Paper;
        acts.tallies[0].present[0].least += 1;
    };
    assert_eq!(found(&folder, v31_numbers::check, later), said(&(5, ActWrong::Recounted, None)));
    // Of those whom a range left open, some were there.
    let narrower = |acts: &mut Acts<'_>| {
        acts.ballots[0].rule.secrecy = Secrecy::Paper;
        acts.tallies[0].present[0].most += 1;
    };
    assert_eq!(found(&folder, v31_numbers::check, narrower), Outcome::Pass);
    let changes: [fn(&mut Acts<'_>); 7] = [
        |acts| acts.ballots[0].because = Some("later".into()),
        |acts| acts.ballots[0].rule.secrecy = Secrecy::Paper,
        |acts| acts.tallies[0].votes = None,
        |acts| _ = acts.tallies[0].votes.as_mut().unwrap().pop_first(),
        |acts| acts.tallies[0].counts[0].yes -= 1,
        |acts| {
            let votes = acts.tallies[0].votes.as_mut().unwrap();
            let (_, paper) = votes.pop_first().unwrap();
            votes.insert("V-1".into(), paper);
        },
        |acts| acts.tallies[0].present[0].most = 8,
    ];
    for (at, change) in changes.iter().enumerate() {
        let change = |acts: &mut Acts<'_>| {
            open(acts);
            change(acts);
        };
        let outcome = found(&folder, v31_numbers::check, change);
        let right = match outcome {
            Outcome::Fail(Failure::Act { act: 5, wrong, .. }) => {
                wrong == ActWrong::Votes || at == 6 && wrong == ActWrong::Numbers
            }
            _ => false,
        };
        assert!(right, "{at}: {outcome:?}");
    }
}

#[test]
fn v32_results_follow_from_the_counts_and_ties_from_the_seed() {
    let class = |act, about| (act, ActWrong::Class, Some(about));
    each(
        v32_results::check,
        &[
            (&[(5, "result.csv", "2,rejected", "2,adopted")], class(5, "2")),
            (
                &[(5, "counts.csv", "2,1,3,5,1", "2,1,5,3,1"), (5, "counts.csv", "2,2,3,5,1", "2,2,5,3,1")],
                class(5, "2"),
            ),
            (&[(7, "terms.json", "een twee drie", "een twee vier")], (7, ActWrong::Seed, None)),
            (&[(7, "terms.json", "\"label\": \"", "\"label\": \"x")], (7, ActWrong::Seed, None)),
            (
                &[(7, "terms.json", "text\\neen twee drie", "dice\\n10\\n1 2 3 4 5 6 7")],
                (7, ActWrong::Source, None),
            ),
            (&[(7, "terms.json", "text\\neen twee drie", "nothing")], (7, ActWrong::Source, None)),
            (&[(7, "terms.json", "\"tally\": 6", "\"tally\": 5")], (7, ActWrong::NoTie, None)),
            (&[(7, "terms.json", "\"tally\": 6", "\"tally\": 2")], (7, ActWrong::NoTie, None)),
            (&[(7, "terms.json", "\"tally\": 6", "\"tally\": 16")], (7, ActWrong::NoTie, None)),
        ],
    );
    each_in_memory(
        v32_results::check,
        &[
            (|acts| acts.links[5].facts.replaces = Some(6), (7, ActWrong::NoTie, None)),
            (|acts| acts.lots[0].result.swap(0, 1), class(7, "a")),
            (|acts| _ = acts.lots[0].result.pop(), (7, ActWrong::Options, None)),
            (|acts| _ = acts.tallies[0].result.pop(), (4, ActWrong::Options, None)),
        ],
    );
    // Without a tie there is nothing to draw, and no lot without one that was declared.
    let one_more = edited(&[(6, "counts.csv", "b,1,3", "b,1,4"), (6, "counts.csv", "b,2,3", "b,2,4")]);
    let untied = |acts: &mut Acts<'_>| {
        let (ballot, count) = (&acts.ballots[1], &acts.tallies[2]);
        let names: Vec<&str> = ballot.options.iter().map(|it| it.option.as_str()).collect();
        let pairs = crate::deliberation::counts::pairs(&count.counts, &ballot.options).unwrap();
        let people = v31_numbers::people(ballot, count);
        let due = crate::deliberation::tally::verdicts(&ballot.rule, &names, &pairs, people);
        acts.tallies[2].result = due;
    };
    assert_eq!(found(&one_more, v32_results::check, untied), said(&(7, ActWrong::NoTie, None)));
    let late = |acts: &mut Acts<'_>| acts.links[6].facts.replaces = Some(6);
    assert_eq!(found(&WHOLE, v32_results::check, late), Outcome::Pass, "an act that replaces it only now");
    let mut beacon = WHOLE.clone();
    beacon.insert(ACTS.path(7, files::BEACON), b"{}".to_vec());
    assert_eq!(found(&beacon, v32_results::check, |_| {}), said(&(7, ActWrong::Beacon, None)));
}

#[test]
fn v33_the_agreement_is_what_was_adopted_and_nothing_beside_it_is_made_up() {
    let adopted = |about| (8, ActWrong::Adopted, Some(about));
    let (beside, asked) =
        (|about| (8, ActWrong::Beside, Some(about)), |about| (9, ActWrong::Consultation, about));
    each(
        v33_agreement::check,
        &[
            (&[(8, "agreement.csv", "Build homes", "Build towers")], adopted("1")),
            (&[(8, "agreement.csv", "raad,3,More buses,adopted,9/9\n", "")], adopted("3")),
            (&[(8, "agreement.csv", "raad,3,", "raad,2,Keep the green,adopted,3/9\nraad,3,")], adopted("2")),
            (&[(8, "terms.json", "    5,\n", "    4,\n")], (8, ActWrong::Ballots, None)),
            (&[(8, "minority.csv", "2,We", "7,We")], beside("7")),
            (&[(8, "minority.csv", "We wanted the green", "")], beside("2")),
            (&[(8, "minority.csv", "green,4", "green,11")], (8, ActWrong::Supporters, Some("2"))),
            (&[(8, "stories.csv", "4,1,My", "4,17,My")], beside("17")),
            (&[(8, "stories.csv", "My daughter waits for a home", "")], beside("1")),
            (&[(8, "stories.csv", "A good day", "")], beside("")),
            (&[(9, "consultation.csv", "2,1200", "2,1801")], asked(Some("2"))),
            (&[(9, "consultation.csv", "2,1200", "1,1200")], asked(Some("1"))),
            (&[(9, "consultation.csv", "2,1200", "8,1200")], asked(Some("8"))),
            (&[(9, "terms.json", "\"ballot\": 2", "\"ballot\": 15")], asked(None)),
            (&[(9, "terms.json", "\"ballot\": 2", "\"ballot\": 4")], asked(None)),
            (&[(9, "terms.json", "2027-04-10", "2027-05-01")], asked(None)),
            (&[(9, "terms.json", "2027-04-10", "soon")], asked(None)),
        ],
    );
    // As many as took part, and one day of it; and everybody on the roll.
    for edit in [
        (9, "consultation.csv", "2,1200", "2,1800"),
        (9, "terms.json", "2027-04-10", "2027-04-30"),
        (8, "minority.csv", "green,4", "green,10"),
    ] {
        assert_eq!(found(&edited(&[edit]), v33_agreement::check, |_| {}), Outcome::Pass, "{edit:?}");
    }
    let only = |sort: Sort| {
        move |acts: &mut Acts<'_>| {
            for link in acts.links.iter_mut().filter(|it| it.facts.kind == sort) {
                link.facts.kind = Sort::Topics;
            }
        }
    };
    use crate::bundle::acts::Sort;
    for sort in [Sort::Agreement, Sort::Consultation] {
        assert_eq!(found(&WHOLE, v33_agreement::check, only(sort)), Outcome::Pass, "{sort:?}");
    }
    let neither = |acts: &mut Acts<'_>| {
        only(Sort::Agreement)(acts);
        only(Sort::Consultation)(acts);
    };
    assert_eq!(found(&WHOLE, v33_agreement::check, neither), Outcome::NotChecked(Why::NothingOfIt));
}

fn delegates(acts: &Acts<'_>) -> Claim {
    v34_delegates::check(acts, &[])
}

#[test]
fn v34_groups_are_of_the_willing_the_seed_or_a_ballot() {
    let willing = (10, ActWrong::Willing, None);
    let group = |act| (act, ActWrong::Group, None);
    let called = (12, ActWrong::Called, None);
    each(
        delegates,
        &[
            (&[(10, "terms.json", "\"places\": 2", "\"places\": 7")], willing),
            (&[(10, "terms.json", "\"places\": 2", "\"places\": 0")], willing),
            (&[(10, "terms.json", "\"places\": 2", "\"places\": 3")], group(11)),
            (&[(10, "terms.json", "\"source\": \"text", "\"source\": \"texts")], willing),
            (&[(10, "terms.json", "\"source\": \"text", "\"source\": \"lotto")], willing),
            (&[(10, "terms.json", "\"source\": \"text", "\"source\": \"lotto 3 45")], willing),
            (&[(10, "terms.json", "\"source\": \"text", "\"source\": \"lotto 6 45")], group(11)),
            (&[(10, "terms.json", "\"source\": \"text", "\"source\": \"lottery")], group(11)),
            (&[(10, "terms.json", "tafel", "stoel")], group(11)),
            (&[(10, "terms.json", "tafel", ",")], willing),
            (&[(11, "terms.json", "een twee drie", "een twee vier")], group(11)),
            (&[(11, "terms.json", "\"label\": \"", "\"label\": \"x")], group(11)),
            (&[(11, "terms.json", "\"willing\": 10", "\"willing\": 11")], group(11)),
            (&[(11, "terms.json", "\"willing\": 10", "\"willing\": 9")], group(11)),
            (&[(11, "terms.json", "\"willing\": 10", "\"willing\": null")], group(11)),
            (&[(11, "terms.json", "\"result\": null", "\"result\": 16")], group(11)),
            (&[(11, "delegates.csv", "2,", "9,")], group(11)),
            (&[(12, "delegates.csv", ",alternate", ",delegate")], called),
            (&[(12, "terms.json", "\"before\": 11", "\"before\": 10")], called),
            (&[(12, "terms.json", "tafel", "stoel")], called),
            (&[(12, "terms.json", "\"called\": \"", "\"called\": \"x")], called),
            (&[(17, "delegates.csv", "2,", "3,")], group(17)),
            (&[(17, "terms.json", "\"result\": 16", "\"result\": 17")], group(17)),
            (&[(17, "terms.json", "\"result\": 16", "\"result\": 6")], group(17)),
            (&[(17, "terms.json", "\"result\": 16", "\"result\": 9")], group(17)),
            (&[(17, "terms.json", "gezanten", ",")], group(17)),
            (&[(17, "terms.json", "\"label\": null", "\"label\": \"x\"")], group(17)),
            (&[(17, "terms.json", "\"seed\": null", "\"seed\": \"x\"")], group(17)),
            (&[(17, "terms.json", "\"evidence\": null", "\"evidence\": \"x\"")], group(17)),
            (
                &[(
                    17,
                    "terms.json",
                    "\"lottery\": null",
                    "\"lottery\": { \"commitment\": \"x\", \"record\": \"x\" }",
                )],
                group(17),
            ),
        ],
    );
    for (act, file) in [(11, files::BEACON), (11, files::MIRROR), (17, files::BEACON), (17, files::MIRROR)] {
        let mut folder = WHOLE.clone();
        folder.insert(ACTS.path(act, file), b"{}".to_vec());
        assert_eq!(found(&folder, delegates, |_| {}), said(&group(act)), "{act} {file}");
    }
    // The willing out of order, twice, or somebody who is not in.
    let own = column(&WHOLE, "public/acts/10/willing.csv", 0);
    let is_in = column(&WHOLE, "public/acts/2/roll.csv", 0);
    let out = column(&WHOLE, "public/pool.csv", 0).into_iter().find(|code| !is_in.contains(code)).unwrap();
    let mut other = own.clone();
    other[0] = out;
    other.sort_unstable();
    let twice = [&own[..1], &own[..]].concat();
    let turned = own.iter().rev().cloned().collect();
    for codes in [twice, turned, other] {
        let mut folder = WHOLE.clone();
        let table: String = codes.iter().map(|code| format!("{code}\n")).collect();
        folder.insert(ACTS.path(10, files::WILLING), format!("code\n{table}").into_bytes());
        assert_eq!(found(&folder, delegates, |_| {}), said(&willing), "{codes:?}");
    }
    // As many places as there are willing: all of them.
    use crate::bundle::acts::Sort;
    let alone = |acts: &mut Acts<'_>| {
        for link in acts.links.iter_mut().filter(|it| matches!(it.facts.kind, Sort::Delegates | Sort::Called))
        {
            link.facts.kind = Sort::Topics;
        }
    };
    let all = edited(&[(10, "terms.json", "\"places\": 2", "\"places\": 6")]);
    assert_eq!(found(&all, delegates, alone), Outcome::Pass);
    let undecided = |acts: &mut Acts<'_>| {
        let count = acts.tallies.iter_mut().find(|it| it.act == 16).unwrap();
        count.result.last_mut().unwrap().class = crate::deliberation::rows::Class::Tied;
    };
    assert_eq!(found(&WHOLE, delegates, undecided), said(&group(17)));
}

#[test]
fn v35_replies_are_due_founded_and_never_lost() {
    let due = |act| (act, ActWrong::Due, None);
    let lost = (14, ActWrong::Lost, None);
    each(
        v35_follow::check,
        &[
            (&[(13, "replies.csv", "2027-06-14", "2027-07-14")], due(13)),
            (&[(13, "terms.json", "2027-05-10", "2027-05-11")], due(13)),
            (&[(13, "terms.json", "5 weeks", "6 weeks")], due(13)),
            (&[(13, "terms.json", "5 weeks", "some time")], due(13)),
            (&[(13, "terms.json", "\"2027-05-10\"", "null")], due(13)),
            (&[(13, "terms.json", "\"agreement\": 8", "\"agreement\": 7")], due(13)),
            (&[(13, "terms.json", "\"agreement\": 8", "\"agreement\": null")], due(13)),
            (
                &[
                    (13, "terms.json", "\"2027-05-10\"", "null"),
                    (13, "terms.json", "\"5 weeks\"", "null"),
                    (13, "terms.json", "\"the council\"", "null"),
                ],
                due(13),
            ),
            (&[(14, "replies.csv", "too dear", "")], (14, ActWrong::Ground, Some("3"))),
            (&[(14, "replies.csv", "2027-06-20", "")], (14, ActWrong::Ground, Some("1"))),
            (&[(14, "replies.csv", "too dear,", "too dear,x")], (14, ActWrong::Ground, Some("3"))),
            (&[(14, "log.csv", "the roll", "")], (14, ActWrong::Ground, None)),
            (&[(14, "log.csv", "2027-05-11", "2027-05-12")], lost),
            (&[(13, "replies.csv", "1,2027-06-14,,,,", "1,2027-06-14,2027-05-10,adopts,,")], lost),
        ],
    );
    let acts = read(&WHOLE, ACTS.read(&WHOLE).links).unwrap();
    assert_eq!(v35_follow::check(&acts).remarks, [late(&[("1", 6), ("a", 7), ("c", 7)])]);
    let on_the_day = edited(&[(14, "replies.csv", "2027-06-20", "2027-06-14")]);
    let acts = read(&on_the_day, ACTS.read(&WHOLE).links).unwrap();
    assert_eq!(v35_follow::check(&acts).remarks, [late(&[("a", 7), ("c", 7)])]);
}

/// The agreement may be replaced by one with fewer options, or there may be nothing to reply to yet.
#[test]
fn v35_replies_are_to_the_agreement_that_counts_then() {
    use crate::bundle::acts::Sort;
    let put = |folder: &mut Folder, act: u32, file: &str, text: &str| {
        folder.insert(ACTS.path(act, file), text.as_bytes().to_vec());
    };
    let text = |act: u32, file: &str| String::from_utf8(WHOLE[&ACTS.path(act, file)].clone()).unwrap();
    let heading = |text: &str| text.lines().next().unwrap().to_owned() + "\n";
    // Nothing was handed over yet: there is nothing to reply to.
    let mut early = edited(&[
        (13, "terms.json", "\"2027-05-10\"", "null"),
        (13, "terms.json", "\"5 weeks\"", "null"),
        (13, "terms.json", "\"the council\"", "null"),
    ]);
    put(&mut early, 13, "replies.csv", &heading(&text(13, "replies.csv")));
    assert_eq!(found(&early, v35_follow::check, |_| {}), Outcome::Pass);
    // Act 15 replaces the agreement, in which one option is left, and act 16 is the reply to that.
    let first = |act: u32, file: &str| text(act, file).lines().take(2).collect::<Vec<_>>().join("\n") + "\n";
    let mut later = WHOLE.clone();
    put(&mut later, 15, "agreement.csv", &first(8, "agreement.csv"));
    put(&mut later, 16, "replies.csv", &first(14, "replies.csv"));
    put(&mut later, 16, "log.csv", &text(14, "log.csv"));
    put(
        &mut later,
        16,
        "terms.json",
        &text(14, "terms.json").replace("\"agreement\": 8", "\"agreement\": 15"),
    );
    let kinds = |acts: &mut Acts<'_>| {
        (acts.links[14].facts.kind, acts.links[14].facts.replaces) = (Sort::Agreement, Some(8));
        acts.links[15].facts.kind = Sort::Follow;
    };
    let links = || ACTS.read(&WHOLE).links;
    let claim = |folder: &Folder| {
        let without: Folder = WHOLE.clone();
        let mut acts = read(&without, links()).unwrap();
        acts.folder = folder;
        kinds(&mut acts);
        v35_follow::check(&acts)
    };
    assert_eq!(claim(&later).outcome, Outcome::Pass);
    // A reply that is gone is lost, and was due; with one that was made up none is lost.
    for (change, failed) in [("missing", 2), ("more", 1)] {
        let mut folder = later.clone();
        let replies = match change {
            "missing" => heading(&text(14, "replies.csv")),
            _ => text(14, "replies.csv") + "zz,2027-06-14,,,,\n",
        };
        put(&mut folder, 16, "replies.csv", &replies);
        let claim = claim(&folder);
        assert_eq!((claim.outcome, claim.failed), (said(&(16, ActWrong::Due, None)), failed), "{change}");
    }
}

/// An agreement in between that does not have an option takes no reply away.
#[test]
fn v35_a_reply_stands_though_its_option_was_gone_for_a_while() {
    use crate::bundle::acts::Sort;
    let text = |act: u32, file: &str| String::from_utf8(WHOLE[&ACTS.path(act, file)].clone()).unwrap();
    let first = |text: &str| text.lines().take(2).collect::<Vec<_>>().join("\n") + "\n";
    let said = |changed: bool| {
        let mut folder = WHOLE.clone();
        let mut put = |act: u32, file: &str, text: &str| {
            folder.insert(ACTS.path(act, file), text.as_bytes().to_vec());
        };
        // 14 is the reply, 15 an agreement with one option, 16 the replies to that, 17 the agreement as it was, 18 its replies.
        let (agreement, replies) = (text(8, "agreement.csv"), text(14, "replies.csv"));
        put(15, "agreement.csv", &first(&agreement));
        put(16, "replies.csv", &first(&replies));
        put(17, "agreement.csv", &agreement);
        let other = replies.replace("2027-06-10,deviates,too dear", "2027-06-10,adopts,");
        assert_ne!(other, replies);
        put(18, "replies.csv", if changed { &other } else { &replies });
        for (act, agreement) in [(16, 15), (18, 17)] {
            put(act, "log.csv", &text(14, "log.csv"));
            let terms = text(14, "terms.json");
            put(
                act,
                "terms.json",
                &terms.replace("\"agreement\": 8", &format!("\"agreement\": {agreement}")),
            );
        }
        let links = ACTS.read(&WHOLE).links;
        let mut acts = read(&WHOLE, links).unwrap();
        let more = Link { number: 18, ..acts.links[13].clone() };
        acts.links.push(more);
        for (act, kind, replaces) in
            [(15, Sort::Agreement, Some(8)), (16, Sort::Follow, None), (17, Sort::Agreement, Some(15))]
        {
            let facts = &mut acts.links[act - 1].facts;
            (facts.kind, facts.replaces) = (kind, replaces);
        }
        let acts = Acts { folder: &folder, ..acts };
        let claim = v35_follow::check(&acts);
        (claim.outcome, claim.failed)
    };
    assert_eq!(said(false), (Outcome::Pass, 0));
    assert_eq!(said(true), (self::said(&(18, ActWrong::Lost, None)), 1));
}

/// A claim whose ground failed is not checked, and those that do not rest on it are.
#[test]
fn what_rests_on_another_claim_is_not_checked() {
    let rests = |id| Outcome::NotChecked(Why::RestsOn(id));
    let outcomes = |edits: &[Edit]| -> Vec<Outcome> {
        let mut folder = edited(edits);
        refit(&mut folder);
        super::check(&folder, &[], &[], &[]).into_iter().map(|claim| claim.outcome).collect()
    };
    let all = [
        Id::Acts,
        Id::Ballots,
        Id::Rolls,
        Id::Numbers,
        Id::Results,
        Id::Agreement,
        Id::Delegates,
        Id::Follow,
    ];
    for (edit, failed, rest) in [
        ((3, "act.json", "2027-05-01", "2027-04-30"), Id::Acts, &all[1..]),
        (
            (2, "terms.json", "\"the charter has none\"", "null"),
            Id::Ballots,
            &[Id::Numbers, Id::Results, Id::Agreement],
        ),
        ((4, "present.csv", "drawn,9,9", "drawn,11,11"), Id::Rolls, &[Id::Numbers, Id::Results]),
        ((4, "counts.csv", "1,1,6,2,1", "1,1,60,2,1"), Id::Numbers, &[Id::Results]),
    ] {
        let outcomes = outcomes(&[edit]);
        for (id, outcome) in all.into_iter().zip(outcomes) {
            match id {
                id if id == failed => assert!(matches!(outcome, Outcome::Fail(_)), "{id:?}: {outcome:?}"),
                id if rest.contains(&id) => assert_eq!(outcome, rests(failed), "{id:?}"),
                _ => assert_ne!(outcome, rests(failed), "{id:?}"),
            }
        }
    }
    let before = crate::verify::verify(&WHOLE, &crate::verify::Known::default()).claims;
    for id in [Id::Files, Id::People, Id::Records, Id::Ticket, Id::Rosters] {
        let mut before = before.clone();
        let claim = before.iter_mut().find(|it| it.id == id).unwrap();
        claim.outcome = Outcome::Fail(Failure::OtherPublished);
        let outcomes = super::check(&WHOLE, &before, &[], &[]);
        assert!(outcomes.iter().all(|it| it.outcome == rests(id)), "{id:?}");
        // A list of events that is not there is no ground that failed.
        before.iter_mut().find(|it| it.id == id).unwrap().outcome = Outcome::NotChecked(Why::NoActs);
        let outcomes = super::check(&WHOLE, &before, &[], &[]);
        assert_eq!(outcomes.iter().all(|it| it.outcome == rests(id)), id != Id::Rosters, "{id:?}");
    }
}

/// What was published later of the days before a vote is told: its roll does not know it.
#[test]
fn v30_a_roll_that_does_not_know_events_of_its_days_is_told() {
    let list = Digest::of(&WHOLE["public/rosters/1/manifest.txt"]).to_string();
    let mut acts = read(&WHOLE, ACTS.read(&WHOLE).links).unwrap();
    let told = |acts: &Acts<'_>| -> Vec<Remark> {
        let all = v30_rolls::check(acts).remarks;
        all.into_iter().filter(|it| matches!(it, Remark::RollBefore { .. })).collect()
    };
    assert_eq!(told(&acts), []);
    acts.links[1].facts.roster = Some(list);
    let rows = |list: u32| column(&WHOLE, &format!("public/rosters/{list}/events.csv"), 0).len() as u64;
    assert_eq!(told(&acts), [Remark::RollBefore { ballot: "raad".into(), events: rows(2) - rows(1) }]);
    acts.links[1].facts.date = "2020-01-01".into();
    assert_eq!(told(&acts), []);
}

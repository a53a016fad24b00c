//! Papers that are kept sealed, votes by name, counts by role, a lot of the beacon, and a group that another lottery drew.

use crate::support::*;
use geloot::assembly::acts::{Counting, Given};
use geloot::assembly::{Ask, Frozen, Making, freeze};
use geloot::base::fault::Faults;
use geloot::bundle::papers;
use geloot::deliberation::delegates::Way;
use geloot::pool;
use geloot::seed::Evidence;
use geloot::seed::drand::{Beacon, Chain};
use geloot::verify::{Known, verify};

/// 9 papers that add up to COUNTS of both other options and to 6, 2, 1 of the first.
const PAPERS: &str = "1,2,3\nvoor,voor,voor\nvoor,voor,voor\nvoor,voor,voor\nvoor,tegen,voor\nvoor,tegen,voor\n\
    voor,tegen,voor\ntegen,tegen,voor\ntegen,tegen,voor\nneutraal,neutraal,voor\n";

fn frozen() -> Frozen {
    act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE, OPTIONS)).map(|it| it.act))
}

fn with_papers(papers: &str) -> Counting<'_> {
    Counting { papers: Some(source(papers)), ..counting("raad", COUNTS, PRESENT) }
}

fn both_fail(folder: &geloot::bundle::Folder, claim: u8) {
    assert_eq!(failed(folder, &[]), [claim]);
    if let Some(found) = second(&[(folder.clone(), Vec::new())]) {
        assert_eq!(found, [[claim]]);
    }
}

fn both_pass(folder: &geloot::bundle::Folder) {
    assert_eq!(failed(folder, &[]), [0u8; 0]);
    if let Some(found) = second(&[(folder.clone(), Vec::new())]) {
        assert_eq!(found, [[0u8; 0]]);
    }
}

/// The second program cannot check what a beacon signed, and says so of this claim instead of passing it.
fn unsigned(folder: &geloot::bundle::Folder, claim: u8) {
    let temp = tempfile::tempdir().unwrap();
    write(folder, temp.path());
    let Some(output) = run::second(&[&temp.path().to_string_lossy()]) else { return };
    let said = String::from_utf8(output.stdout).unwrap();
    let row = said.lines().find(|row| row.starts_with(&format!("V{claim}"))).unwrap();
    assert!(row.contains("NOT CHECKED") && row.contains("the signature of a beacon"), "{said}");
}

#[test]
fn papers_are_sealed_sorted_and_added_up() {
    let record = frozen();
    let counted = record.deliberating().unwrap().tally(&with_papers(PAPERS)).unwrap();
    assert_eq!(counted.sealed(), Some("sealed/acts/2/ballots.csv"));
    let record = record.after(&counted.act.patch);
    let kept = String::from_utf8(record.folder["sealed/acts/2/ballots.csv"].clone()).unwrap();
    let rows: Vec<&str> = kept.lines().skip(1).collect();
    assert!(rows.len() == 9 && rows.is_sorted() && kept.starts_with("1,2,3\n"), "{kept}");
    both_pass(&record.folder);
    let remarks = |folder: &geloot::bundle::Folder| format!("{:?}", verify(folder, &Known::default()).claims);
    assert!(remarks(&record.folder).contains("PapersKept { acts: [2], here: Some(true) }"));
    // Whoever has the public part only is told that nobody added them up.
    let public: geloot::bundle::Folder = record
        .folder
        .iter()
        .filter(|(name, _)| name.starts_with("public/"))
        .map(|(n, b)| (n.clone(), b.clone()))
        .collect();
    assert!(remarks(&public).contains("PapersKept { acts: [2], here: None }"));
    // No public byte holds a paper: the digest has a salt, and without the key nobody can try papers out.
    let digest = papers::digest(&[0; 32], 2, kept.as_bytes()).to_string();
    let terms = String::from_utf8(record.folder["public/acts/2/terms.json"].clone()).unwrap();
    assert!(terms.contains("\"ballots\": \"") && !terms.contains(&digest));
    for (from, to) in [(rows[0], rows[8]), ("neutral,neutral,for", "neutral,against,for")] {
        let mut other = record.folder.clone();
        let text = kept.replacen(from, to, 1);
        other.insert("sealed/acts/2/ballots.csv".into(), text.into_bytes());
        both_fail(&other, 31);
    }
    let mut other = record.folder.clone();
    other.insert("sealed/acts/1/ballots.csv".into(), b"1\n".to_vec());
    assert_eq!(failed(&other, &[]), [17, 31], "papers of an act that keeps none");
}

#[test]
fn papers_that_add_up_to_neither_count_are_refused() {
    let record = frozen();
    let tally = |papers: &str| refused(record.deliberating().unwrap().tally(&with_papers(papers)));
    assert_eq!(tally(PAPERS), [""; 0]);
    assert_eq!(tally(&PAPERS.replacen("tegen,tegen", "voor,tegen", 1)), ["J-76"]);
    assert_eq!(tally(&PAPERS.replace('\n', ",7\n").replacen(",7", ",nr", 1)), ["J-77"]);
    assert_eq!(tally("1,2\nvoor,voor\n"), ["J-78"]);
    let many: String = std::iter::repeat_n("voor,voor,voor\n", 10).collect();
    assert_eq!(tally(&format!("1,2,3\n{many}")), ["J-84"]);
    let shown = RULE.replace("\"paper\"", "\"shown\"");
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing(&shown, OPTIONS)).map(|it| it.act));
    assert_eq!(refused(record.deliberating().unwrap().tally(&with_papers(PAPERS))), ["J-82"]);
}

#[test]
fn votes_by_name_are_public_only_where_the_charter_said_so() {
    let open = RULE.replace("\"paper\"", "\"open\"");
    let charter = format!("date = 2027-01-01\n[seed]\nsource = \"text\"\n{open}");
    assert_eq!(
        refused(panel(10, None).deliberating().unwrap().freeze_ballot(&freezing(&open, OPTIONS))),
        ["J-80"]
    );
    let record = panel(10, Some(&charter));
    let asked = geloot::assembly::acts::Freezing {
        options: Some(source(OPTIONS)),
        date: "2027-05-01",
        ..Default::default()
    };
    let record = act(record, |it| it.freeze_ballot(&asked).map(|it| it.act));
    let panel_codes = column(&record.folder, "public/draws/1/panel.csv", 0);
    let says = ["voor,tegen,voor"; 6].into_iter().chain(["tegen,voor,blanco"; 3]);
    let votes: String = panel_codes.iter().zip(says).map(|(code, says)| format!("{code},{says}\n")).collect();
    let votes = format!("code,1,2,3\n{votes}");
    let acts = record.deliberating().unwrap();
    let by_name = |votes: &str| {
        acts.tally(&Counting { counts: None, votes: Some(source(votes)), ..counting("raad", "", PRESENT) })
            .map(|it| it.act)
    };
    assert_eq!(refused(acts.tally(&counting("raad", COUNTS, PRESENT))), ["J-81"]);
    assert_eq!(refused(by_name(&votes.replacen(&panel_codes[0], "V-1", 1))), ["J-28"]);
    assert_eq!(refused(by_name(&format!("{votes}{},voor,voor,voor\n", panel_codes[0]))), ["J-04"]);
    assert_eq!(refused(by_name(&format!("{votes}{},voor,voor,voor\n", panel_codes[9]))), ["J-87"]);
    let record = act(record, |it| {
        it.tally(&Counting { counts: None, votes: Some(source(&votes)), ..counting("raad", "", PRESENT) })
            .map(|it| it.act)
    });
    let counts = String::from_utf8(record.folder["public/acts/2/counts.csv"].clone()).unwrap();
    assert!(counts.contains("\n1,1,6,3,0,0,0\n") && counts.contains("\n3,2,6,0,0,3,0\n"), "{counts}");
    both_pass(&record.folder);
    let mut swapped = record.folder.clone();
    replace(&mut swapped, "public/acts/2/votes.csv", "for,against,for", "against,against,for");
    refit(&mut swapped);
    both_fail(&swapped, 31);
    let mut without = record.folder.clone();
    without.remove("public/acts/2/votes.csv");
    refit(&mut without);
    both_fail(&without, 31);
    // Of a ballot on paper nobody's vote is ever taken.
    let paper = frozen();
    let asked = Counting { votes: Some(source("code,1,2,3\n")), ..counting("raad", COUNTS, PRESENT) };
    assert_eq!(refused(paper.deliberating().unwrap().tally(&asked)), ["J-82"]);
}

const ROLES: &str = "role,present\ndrawn,30\nexpert,12\n";

fn by_role(expert: [[u64; 3]; 3]) -> String {
    let mut text = String::from("option,count,role,for,against,neutral\n");
    for (at, [yes, no, neutral]) in expert.into_iter().enumerate() {
        for n in [1, 2] {
            text.push_str(&format!("{0},{n},drawn,16,10,4\n{0},{n},expert,{yes},{no},{neutral}\n", at + 1));
        }
    }
    text
}

#[test]
fn counts_by_role_are_shown_where_they_tell_of_nobody() {
    let rule = RULE.replace("[\"drawn\"]", "[\"drawn\", \"expert\"]");
    let roles: String = (1..=12).map(|n| format!("E-{n},expert\n")).collect();
    let roles = format!("code,role\n{roles}");
    let asked = geloot::assembly::acts::Freezing { roles: Some(source(&roles)), ..freezing(&rule, OPTIONS) };
    let record = act(panel(30, None), |it| it.freeze_ballot(&asked).map(|it| it.act));
    // Of the second option nine experts voted, of the third all of them alike: nothing is shown of the first one either.
    for other in [[[6, 3, 0], [6, 3, 1]], [[6, 3, 1], [12, 0, 0]]] {
        let counts = by_role([[6, 3, 1], other[0], other[1]]);
        let counted = record.deliberating().unwrap().tally(&counting("raad", &counts, ROLES)).unwrap();
        assert!(counted.hidden() && counted.by_role.is_empty());
    }
    let counts = by_role([[6, 3, 1], [6, 3, 2], [8, 2, 0]]);
    let counted = record.deliberating().unwrap().tally(&counting("raad", &counts, ROLES)).unwrap();
    assert!(!counted.hidden());
    let missing = counts.replacen("2,2,expert,6,3,2\n", "", 1);
    assert_eq!(refused(record.deliberating().unwrap().tally(&counting("raad", &missing, ROLES))), ["J-83"]);
    let many = counts.replacen("1,1,expert,6,3,1", "1,1,expert,6,6,1", 1);
    assert_eq!(refused(record.deliberating().unwrap().tally(&counting("raad", &many, ROLES))), ["J-27"]);
    let record = record.after(&counted.act.patch);
    let shown = String::from_utf8(record.folder["public/acts/2/by-role.csv"].clone()).unwrap();
    assert_eq!(shown.lines().count(), 13, "{shown}");
    let total = String::from_utf8(record.folder["public/acts/2/counts.csv"].clone()).unwrap();
    assert!(total.contains("\n1,1,22,13,5,,\n") && total.contains("\n3,2,24,12,4,,\n"), "{total}");
    both_pass(&record.folder);
    let mut fewer = record.folder.clone();
    let two: String = shown.lines().take(9).map(|row| format!("{row}\n")).collect();
    fewer.insert("public/acts/2/by-role.csv".into(), two.into_bytes());
    refit(&mut fewer);
    both_fail(&fewer, 31);
    let mut other = record.folder.clone();
    replace(&mut other, "public/acts/2/by-role.csv", "expert,6,3,1", "expert,5,4,1");
    refit(&mut other);
    both_fail(&other, 31);
}

/// Round 123 of quicknet, due on 23 August 2023 at 15:15:33.
const ANSWER: &str = "{\"round\":123,\"signature\":\"b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482\
    e26cd02df835d3546d23c4b13e0dfc92\"}";

#[test]
fn a_tie_and_a_group_can_be_decided_by_a_round_that_was_named_before() {
    let top = "[[ballot]]\nname = \"top\"\nkind = \"choose\"\nentitled = [\"drawn\"]\nsecrecy = \"paper\"\nmost = 2\n\
        adopt = \"2 best\"\nquorum = \"none\"\n\
        ties = { lot = \"drand\", chain = \"quicknet\", time = 2023-08-23T17:15:31+02:00 }\n";
    let options = "option,text\na,Trees\nb,Paths\nc,Ponds\nd,Benches\n";
    let freezing = geloot::assembly::acts::Freezing { date: "2023-08-01", ..freezing(top, options) };
    let record = act(panel(10, None), |it| it.freeze_ballot(&freezing).map(|it| it.act));
    let terms = String::from_utf8(record.folder["public/acts/1/terms.json"].clone()).unwrap();
    assert!(terms.contains("\"ties\": \"lot drand quicknet 123\""), "{terms}");
    let counts = "option,count,votes\na,1,6\na,2,6\nb,1,3\nb,2,3\nc,1,3\nc,2,3\nd,1,1\nd,2,1\n";
    let count = |date| Counting { date, ..counting("top", counts, PRESENT) };
    // Counted on the day of the round somebody could have known it.
    assert_eq!(refused(record.deliberating().unwrap().tally(&count("2023-08-23"))), ["J-85"]);
    let record = act(record, |it| it.tally(&count("2023-08-22")).map(|it| it.act));
    let beacon = Beacon::genuine(Chain::Quicknet, ANSWER.as_bytes()).unwrap();
    let evidence = Evidence::Drand(beacon.pulse.clone());
    let given = Given { evidence: &evidence, beacon: Some(&beacon) };
    let words = Evidence::text("appel").unwrap();
    assert_eq!(refused(record.deliberating().unwrap().lot("top", &words, "2023-08-24")), ["J-37"]);
    let record = act(record, |it| it.lot("top", given, "2023-08-24").map(|it| it.act));
    both_pass(&record.folder);
    unsigned(&record.folder, 32);
    let remarks = format!("{:?}", verify(&record.folder, &Known::default()).claims);
    assert!(remarks.contains("Round { draw: \"act 3\", round: 123"), "{remarks}");
    for (file, from, to) in [("beacon.json", "b75c", "a75c"), ("terms.json", "e0dfc92", "e0dfc93")] {
        let mut other = record.folder.clone();
        replace(&mut other, &format!("public/acts/3/{file}"), from, to);
        refit(&mut other);
        assert_eq!(failed(&other, &[]), [32], "{file}");
    }
    let mut without = record.folder.clone();
    without.remove("public/acts/3/beacon.json");
    refit(&mut without);
    both_fail(&without, 32);

    // The same of delegates: the round is due after the willing are frozen.
    let way = Way::given(&"lot='drand'\nchain='quicknet'\nround=123".parse().unwrap()).unwrap();
    let willing =
        format!("code\n{}\n", column(&record.folder, "public/draws/1/panel.csv", 0)[..6].join("\n"));
    let early = panel(10, None);
    let late =
        early.deliberating().unwrap().freeze_willing("tafel", source(&willing), (2, way), "2023-08-23");
    assert_eq!(refused(late), ["J-85"]);
    let record = act(early, |it| {
        it.freeze_willing("tafel", source(&willing), (2, way), "2023-08-22").map(|it| it.act)
    });
    let record = act(record, |it| it.draw_group("tafel", given, "2023-08-24").map(|it| it.act));
    both_pass(&record.folder);
    unsigned(&record.folder, 34);
    let mut without = record.folder.clone();
    without.remove("public/acts/2/beacon.json");
    refit(&mut without);
    both_fail(&without, 34);
}

/// A sounding board that mirrors the panel: a lottery with quotas among the willing, whose panel is the group.
#[test]
fn a_group_that_mirrors_the_panel_is_drawn_by_a_lottery_of_its_own() {
    let record = panel(12, None);
    let ids: Vec<String> = record.codes.iter().map(|it| it.0.clone()).collect();
    let panel_codes = column(&record.folder, "public/draws/1/panel.csv", 0);
    let list: Vec<&str> = record
        .codes
        .iter()
        .filter(|it| panel_codes.contains(&it.1.to_string()))
        .map(|it| it.0.as_str())
        .take(9)
        .collect();
    let willing = format!("id\n{}\n", list.join("\n"));
    let frozen = record.deliberating().unwrap();
    let grouped =
        frozen.freeze_willing("klankbord", source(&willing), (4, Way::Lottery), "2027-05-01").unwrap();
    let lottery = |pool_text: &[u8], seats: u32, draw: bool| {
        let file = |name, bytes| pool::Source { name, bytes };
        let quotas = format!("feature,value,min,max\ngroup,a,1,{seats}\ngroup,b,1,{seats}\n");
        let mut faults = Faults::new();
        let pool = pool::read(
            file("willing.csv", pool_text),
            file("quotas.csv", quotas.as_bytes()),
            seats,
            Some("id"),
            &mut faults,
        );
        let making = Making { tickets: 1000, ..Making::default() };
        let other = freeze(&pool.unwrap(), making, &mut |_| {}).unwrap().open().unwrap();
        if !draw {
            return other;
        }
        let ask = Ask { evidence: Evidence::text("peer pruim"), ..Ask::default() };
        let drawing = other.draw(&ask).unwrap();
        other.after(&drawing.patch)
    };
    let other = lottery(&grouped.pool, 4, true);
    drop(frozen);
    let record = record.after(&grouped.act.patch);
    let acts = record.deliberating().unwrap();
    let words = Evidence::text("peer pruim").unwrap();
    assert_eq!(refused(acts.draw_group("klankbord", &words, "2027-05-02")), ["J-37"]);
    assert_eq!(
        refused(acts.mirrored_group("klankbord", &lottery(&grouped.pool, 3, true), "2027-05-02")),
        ["J-86"]
    );
    let text = String::from_utf8(grouped.pool.clone()).unwrap();
    let fewer: String = text.lines().take(9).map(|line| format!("{line}\n")).collect();
    assert_eq!(
        refused(acts.mirrored_group("klankbord", &lottery(fewer.as_bytes(), 4, true), "2027-05-02")),
        ["J-86"]
    );
    assert!(acts.mirrored_group("klankbord", &lottery(&grouped.pool, 4, false), "2027-05-02").is_err());
    let drawn = acts.mirrored_group("klankbord", &other, "2027-05-02").unwrap();
    assert_eq!(drawn.group.len(), 4);
    drop(acts);
    let record = record.after(&drawn.act.patch);
    both_pass(&record.folder);
    // Anybody can hold the two records beside each other: no id is in either.
    let mirror = String::from_utf8(record.folder["public/acts/2/mirror.csv"].clone()).unwrap();
    let there = column(&other.folder, "public/draws/1/panel.csv", 0);
    for it in &drawn.group {
        let row = mirror.lines().find(|row| row.starts_with(&it.code)).unwrap();
        assert!(there.iter().any(|code| row.ends_with(code.as_str())), "{row}");
    }
    assert!(ids.iter().all(|id| !mirror.split([',', '\n']).any(|cell| cell == id)));
    let remarks = format!("{:?}", verify(&record.folder, &Known::default()).claims);
    assert!(remarks.contains("GroupDrawn { group: \"klankbord\""), "{remarks}");
    let first = drawn.group[0].code.clone();
    let mut other = record.folder.clone();
    replace(&mut other, "public/acts/2/mirror.csv", &first, &panel_codes[11]);
    refit(&mut other);
    both_fail(&other, 34);
    let called = act(record, |it| it.next_delegate("klankbord", &first, "2027-05-03").map(|it| it.act));
    both_pass(&called.folder);
}

//! Groups: what they rest on, and what whoever checks the record is told of them.

use crate::support::*;
use geloot::assembly::acts::Counting;
use geloot::assembly::{Ask, Frozen, Making, freeze};
use geloot::base::fault::Faults;
use geloot::bundle::Folder;
use geloot::deliberation::chance::Chance;
use geloot::deliberation::delegates::Way;
use geloot::pool;
use geloot::seed::Evidence;
use geloot::verify::{Id, Known, Outcome, Remark, verify};

/// What the second program says of V34, or of another claim, with these records of lotteries.
fn second_says(folder: &Folder, claim: u8, groups: &[&Folder]) -> Option<String> {
    let temp = tempfile::tempdir().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    write(folder, &temp.path().join("own"));
    let mut args = vec![at("own")];
    for (n, group) in groups.iter().enumerate() {
        write(group, &temp.path().join(n.to_string()));
        args.extend(["--group".to_owned(), at(&n.to_string())]);
    }
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let said = String::from_utf8(run::second(&args)?.stdout).unwrap();
    Some(said.lines().find(|row| row.starts_with(&format!("V{claim}"))).unwrap().to_owned())
}

/// What a claim tells, but for lots that wait.
fn remarks(folder: &Folder, id: Id) -> Vec<Remark> {
    let report = verify(folder, &Known::default());
    let mut remarks = report.claims.iter().find(|it| it.id == id).unwrap().remarks.clone();
    remarks.retain(|it| !matches!(it, Remark::NeverDrawn(..)));
    remarks
}

/// People for a group, chosen by a vote that is counted twice.
fn people(record: &Frozen) -> (String, Vec<String>) {
    let codes = column(&record.folder, "public/draws/1/panel.csv", 0);
    let mut codes: Vec<String> = codes.into_iter().take(4).collect();
    codes.sort_unstable();
    (codes.iter().map(|code| format!("{code},one of us\n")).collect(), codes)
}

const RULE_OF_PEOPLE: &str = "[[ballot]]\nname = \"wie\"\nkind = \"choose\"\nentitled = [\"drawn\"]\nsecrecy = \"paper\"\n\
    most = 2\nadopt = \"2 best\"\nties = \"none\"\nquorum = \"none\"\n";

#[test]
fn a_group_rests_on_the_count_that_counts() {
    let (rows, codes) = people(&panel(10, None));
    let options = format!("option,text\n{rows}");
    let record =
        || act(panel(10, None), |it| it.freeze_ballot(&freezing(RULE_OF_PEOPLE, &options)).map(|it| it.act));
    let counts = |votes: [u32; 4]| -> String {
        let rows = codes.iter().zip(votes).map(|(code, n)| format!("{code},1,{n}\n{code},2,{n}\n"));
        format!("option,count,votes\n{}", rows.collect::<String>())
    };
    let (first, second) = (counts([6, 5, 1, 0]), counts([1, 0, 6, 5]));
    let again = |counts| Counting { again: Some("a bundle was found"), ..counting("wie", counts, PRESENT) };
    let counted = || act(record(), |it| it.tally(&counting("wie", &first, PRESENT)).map(|it| it.act));

    // A group, and then another count: true when it was made, and told.
    let early = act(counted(), |it| it.chosen_group("gezanten", "wie", "2027-05-03").map(|it| it.act));
    assert_eq!(remarks(&early.folder, Id::Delegates), []);
    let third = Counting { date: "2027-05-04", ..again(&second) };
    let early = act(early, |it| it.tally(&third).map(|it| it.act));
    assert_eq!(failed(&early.folder, &[]), [0u8; 0]);
    let told = Remark::GroupRecounted { group: "gezanten".into(), result: 2, now: 4 };
    assert_eq!(remarks(&early.folder, Id::Delegates), [told]);
    if let Some(said) = second_says(&early.folder, 34, &[]) {
        assert!(said.contains("PASS") && said.contains("act 4 has the result that counts now"), "{said}");
    }

    // Another count, and then the group of the first.
    let record = act(counted(), |it| it.tally(&again(&second)).map(|it| it.act));
    let record = act(record, |it| it.chosen_group("gezanten", "wie", "2027-05-03").map(|it| it.act));
    assert_eq!(failed(&record.folder, &[]), [0u8; 0]);
    let mut other = record.folder;
    replace(&mut other, "public/acts/4/terms.json", "\"result\": 3", "\"result\": 2");
    let group = |at: [usize; 2]| format!("1,{},delegate\n2,{},delegate\n", codes[at[0]], codes[at[1]]);
    replace(&mut other, "public/acts/4/delegates.csv", &group([2, 3]), &group([0, 1]));
    refit(&mut other);
    assert_eq!(failed(&other, &[]), [34]);
    if let Some(said) = second_says(&other, 34, &[]) {
        assert!(said.contains("FAIL") && said.contains("replaced before"), "{said}");
    }
}

#[test]
fn a_second_lot_among_the_same_people_is_told() {
    let record = panel(10, None);
    let codes = column(&record.folder, "public/draws/1/panel.csv", 0);
    let willing = format!("code\n{}\n", codes[..6].join("\n"));
    let text = Way::Lot(Chance::Text);
    let freeze = |record, name: &str, places| {
        act(record, |it| {
            it.freeze_willing(name, source(&willing), (places, text), "2027-05-04").map(|it| it.act)
        })
    };
    let record = freeze(freeze(record, "tafel", 2), "andere", 3);
    let among = Remark::LotAmong { group: "andere".into(), before: "tafel".into(), people: 6 };
    assert_eq!(remarks(&record.folder, Id::Delegates), std::slice::from_ref(&among));
    let record = freeze(record, "nog", 2);
    let told = Remark::LotAgain { group: "nog".into(), before: "tafel".into() };
    assert_eq!(remarks(&record.folder, Id::Delegates), [among, told]);
    if let Some(said) = second_says(&record.folder, 34, &[]) {
        assert!(
            said.contains("PASS") && said.contains("nog is a lot among the same people as tafel"),
            "{said}"
        );
        assert!(
            said.contains("andere is another lot among 6 people who were willing for tafel too"),
            "{said}"
        );
    }
}

/// One willing less is another lot among the others; and of people who were willing for nothing before it is the first.
#[test]
fn another_lot_among_some_of_the_same_people_is_told_and_so_is_whoever_gave_up_before_their_turn() {
    let record = panel(10, None);
    let codes = column(&record.folder, "public/draws/1/panel.csv", 0);
    let freeze = |record, name: &str, of: &[String], places| {
        let willing = format!("code\n{}\n", of.join("\n"));
        let text = Way::Lot(Chance::Text);
        act(record, |it| {
            it.freeze_willing(name, source(&willing), (places, text), "2027-05-04").map(|it| it.act)
        })
    };
    let record = freeze(freeze(record, "een", &codes[..4], 2), "twee", &codes[4..8], 2);
    assert_eq!(remarks(&record.folder, Id::Delegates), []);
    let record = freeze(record, "drie", &codes[3..8], 2);
    let among = Remark::LotAmong { group: "drie".into(), before: "twee".into(), people: 4 };
    assert_eq!(remarks(&record.folder, Id::Delegates), std::slice::from_ref(&among));
    let words = Evidence::text("een twee drie").unwrap();
    let record = act(record, |it| it.draw_group("een", &words, "2027-05-05").map(|it| it.act));
    let group = column(&record.folder, "public/acts/4/delegates.csv", 1);
    // The first alternate, and then a delegate, whose place goes to the second.
    let record = act(record, |it| it.next_delegate("een", &group[2], "2027-05-06").map(|it| it.act));
    let record = act(record, |it| it.next_delegate("een", &group[0], "2027-05-06").map(|it| it.act));
    let early = Remark::GroupUncalled { group: "een".into(), alternates: 1 };
    assert_eq!(remarks(&record.folder, Id::Delegates), [among, early]);
    if let Some(said) = second_says(&record.folder, 34, &[]) {
        assert!(said.contains("drie is another lot among 4 people who were willing for twee too"), "{said}");
        assert!(said.contains("1 alternates of een gave up before it was their turn"), "{said}");
    }
}

/// Four of nine by a lottery of its own, whose record lies beside this one.
fn mirrored() -> (Frozen, Frozen) {
    let record = panel(12, None);
    let codes = column(&record.folder, "public/draws/1/panel.csv", 0);
    let willing = format!("code\n{}\n", codes[..9].join("\n"));
    let grouped = record.deliberating().unwrap();
    let grouped = grouped.freeze_willing("bord", source(&willing), (4, Way::Lottery), "2027-05-01").unwrap();
    let file = |name, bytes| pool::Source { name, bytes };
    let quotas = b"feature,value,min,max\ngroup,a,1,4\ngroup,b,1,4\n";
    let (own, quotas) = (file("willing.csv", &grouped.pool), file("quotas.csv", &quotas[..]));
    let pool = pool::read(own, quotas, 4, Some("id"), &mut Faults::new()).unwrap();
    let making = Making { tickets: 1000, ..Making::default() };
    let other = freeze(&pool, making, &mut |_| {}).unwrap().open().unwrap();
    let drawn = other.draw(&Ask { evidence: Evidence::text("peer pruim"), ..Ask::default() }).unwrap();
    (record.after(&grouped.act.patch), other.after(&drawn.patch))
}

fn with_group(folder: &Folder, group: &Folder) -> Outcome {
    let known = Known { groups: std::slice::from_ref(group), ..Known::default() };
    let report = verify(folder, &known);
    report.claims.iter().find(|it| it.id == Id::Delegates).unwrap().outcome.clone()
}

#[track_caller]
fn both_fail(folder: &Folder, group: &Folder) {
    assert!(matches!(with_group(folder, group), Outcome::Fail(_)));
    if let Some(said) = second_says(folder, 34, &[group]) {
        assert!(said.contains("FAIL"), "{said}");
    }
}

#[test]
fn a_group_of_another_lottery_joins_the_drawn_alone_and_says_the_same_of_each() {
    let (record, other) = mirrored();
    let record = act(record, |it| it.mirrored_group("bord", &other, "2027-05-02").map(|it| it.act));
    let group = column(&record.folder, "public/acts/2/delegates.csv", 1);
    // Nobody learns which code is whose of people who were not drawn.
    assert_eq!(column(&record.folder, "public/acts/2/mirror.csv", 0), group);
    assert_eq!(with_group(&record.folder, &other.folder), Outcome::Pass);
    if let Some(said) = second_says(&record.folder, 34, &[&other.folder]) {
        assert!(said.contains("PASS") && said.contains("nobody had said where the seed"), "{said}");
    }
    let known = Known { groups: std::slice::from_ref(&other.folder), ..Known::default() };
    let told = format!("{:?}", verify(&record.folder, &known).claims);
    assert!(told.contains("compared: true, undeclared: true"), "{told}");

    // The panel there, joined to somebody here of whom something else is said.
    let groups: Vec<(String, String)> = column(&record.folder, "public/pool.csv", 0)
        .into_iter()
        .zip(column(&record.folder, "public/pool.csv", 1))
        .collect();
    let of = |code: &str| groups.iter().find(|it| it.0 == code).unwrap().1.clone();
    let first = &group[0];
    let unlike = group.iter().find(|code| of(code) != of(first)).unwrap();
    let others = column(&record.folder, "public/acts/2/mirror.csv", 1);
    let place = |code: &str| group.iter().position(|it| it == code).unwrap();
    let mut swapped = others.clone();
    swapped.swap(place(first), place(unlike));
    let rows = group.iter().zip(&swapped).map(|(code, other)| format!("{code},{other}\n"));
    let mut folder = record.folder.clone();
    folder.insert(
        "public/acts/2/mirror.csv".into(),
        format!("code,other\n{}", rows.collect::<String>()).into(),
    );
    refit(&mut folder);
    assert_eq!(failed(&folder, &[]), [0u8; 0]);
    both_fail(&folder, &other.folder);
}

#[test]
fn a_group_is_the_panel_of_the_draw_that_counts() {
    let (record, other) = mirrored();
    let record = act(record, |it| it.mirrored_group("bord", &other, "2027-05-02").map(|it| it.act));
    let ask = Ask {
        evidence: Evidence::text("kers noot"),
        because: Some("somebody was left out"),
        ..Ask::default()
    };
    let drawn = other.draw(&ask).unwrap();
    let other = other.after(&drawn.patch);
    both_fail(&record.folder, &other.folder);
}

/// What the record of the group says counts as far as it is what was frozen there.
#[test]
fn the_record_of_the_group_holds_by_itself() {
    let (record, other) = mirrored();
    let record = act(record, |it| it.mirrored_group("bord", &other, "2027-05-02").map(|it| it.act));
    for (file, from, to) in [
        ("draws/1/draw.json", "\"undeclared\"", "\"declared\""),
        ("pool.csv", ",a\n", ",A\n"),
        ("quotas.csv", "1,4", "0,4"),
        ("commitment.txt", "geloot", "gelot"),
    ] {
        let mut folder = other.folder.clone();
        replace(&mut folder, &format!("public/{file}"), from, to);
        both_fail(&record.folder, &folder);
    }
}

/// That everybody was sent a letter can only be seen beside the lottery of letters.
#[test]
fn a_promise_of_the_charter_that_no_claim_checks_is_told() {
    let charter = format!("[invited]\nline = \"geloot-commitment-1:{}\"\nstreams = []\n", "1".repeat(64));
    let record = panel(10, Some(&charter));
    assert!(remarks(&record.folder, Id::Source).contains(&Remark::Invited));
    assert!(!remarks(&panel(10, Some("date = 2027-03-01\n")).folder, Id::Source).contains(&Remark::Invited));
    if let Some(said) = second_says(&record.folder, 12, &[]) {
        assert!(said.contains("no claim checks that everybody in the pool was sent a letter"), "{said}");
    }
}

/// A lot that was announced is not left for a vote: neither by the program nor by whoever writes the record.
#[test]
fn a_group_for_which_a_lot_was_announced_does_not_come_from_a_vote() {
    let (rows, codes) = people(&panel(10, None));
    let options = format!("option,text\n{rows}");
    let votes = [6, 5, 1, 0];
    let counts = codes.iter().zip(votes).map(|(code, n)| format!("{code},1,{n}\n{code},2,{n}\n"));
    let counts = format!("option,count,votes\n{}", counts.collect::<String>());
    let willing = format!("code\n{}\n", codes.join("\n"));
    let record = |name: &str| {
        let record = act(panel(10, None), |it| {
            let way = Way::Lot(Chance::Text);
            it.freeze_willing(name, source(&willing), (2, way), "2027-05-01").map(|it| it.act)
        });
        let record = act(record, |it| it.freeze_ballot(&freezing(RULE_OF_PEOPLE, &options)).map(|it| it.act));
        act(record, |it| it.tally(&counting("wie", &counts, PRESENT)).map(|it| it.act))
    };
    let acts = record("tafel");
    let acts = acts.deliberating().unwrap();
    assert_eq!(refused(acts.chosen_group("tafel", "wie", "2027-05-03")), ["J-37"]);
    assert_eq!(refused(acts.chosen_group("stoel", "wie", "2027-05-03")), [""; 0]);

    // The same by hand: a group of another name that takes the announced one.
    let record = act(record("tafel"), |it| it.chosen_group("stoel", "wie", "2027-05-03").map(|it| it.act));
    assert_eq!(failed(&record.folder, &[]), [0u8; 0]);
    let later = record.deliberating().unwrap();
    let again = later.freeze_willing("stoel", source(&willing), (2, Way::Lot(Chance::Text)), "2027-05-04");
    assert_eq!(refused(again), ["J-48"]);
    let mut other = record.folder.clone();
    replace(&mut other, "public/acts/4/terms.json", "\"stoel\"", "\"tafel\"");
    refit(&mut other);
    assert_eq!(failed(&other, &[]), [34]);
    if let Some(said) = second_says(&other, 34, &[]) {
        assert!(said.contains("FAIL") && said.contains("for which a lot was announced"), "{said}");
    }
}

/// Somebody who left the panel is not called, and whoever has a place and left is told.
#[test]
fn nobody_is_called_who_has_left_the_panel() {
    let (place, dir) = drawn_by_command(100..121, &["--reserves", "4"]);
    let path = |name: &str| place.path().join(name).to_str().unwrap().to_owned();
    let write = |name: &str, text: &str| {
        std::fs::write(place.path().join(name), text).unwrap();
        path(name)
    };
    let panel = std::fs::read_to_string(path("lottery/panel.csv")).unwrap();
    let ids: Vec<&str> = panel.lines().skip(1).map(|row| row.split(',').next().unwrap()).collect();
    let willing = write("willing.csv", &format!("id\n{}\n", ids.join("\n")));
    let group = |args: &[&str]| run::geloot(&[&["delegates", &dir], args].concat());
    let frozen = ["freeze", "--name", "tafel", "--willing", &willing, "--places", "1", "--source", "text"];
    assert!(group(&[&frozen[..], &["--date", "2027-05-01"]].concat()).status.success());
    let drawn = ["draw", "--name", "tafel", "--seed", "een twee drie", "--date", "2027-05-02", "--json"];
    let drawn = run::text(&group(&drawn).stdout);
    let drawn: serde_json::Value = serde_json::from_str(&drawn).unwrap();
    let code = |at: usize| drawn["group"][at]["code"].as_str().unwrap().to_owned();
    // The first alternate has left, and then the delegate gives up.
    let event = |day: &str, at: usize, event: &str| format!("{day},{},{event}\n", code(at));
    let yes: String = (0..3).map(|at| event("2027-05-03", at, "confirmed")).collect();
    let gone = format!("date,code,event\n{yes}{}", event("2027-05-04", 1, "withdrew"));
    let events = write("events.csv", &gone);
    let published = run::geloot(&["roster", &dir, "--events", &events, "--publish"]);
    assert!(published.status.success(), "{}", run::text(&published.stderr));
    let next = group(&["next", "--name", "tafel", "--withdrew", &code(0), "--date", "2027-05-05"]);
    let said = run::text(&next.stdout);
    assert!(said.contains(&format!("not on the panel any more: {}", code(1))), "{said}");
    assert!(said.contains(&format!("{} is called", code(2))), "{said}");

    // By hand: the one who left was called all the same.
    let own = geloot::io::read_lottery(std::path::Path::new(&dir)).unwrap();
    assert_eq!(failed(&own, &[]), [0u8; 0]);
    let mut other = own.clone();
    replace(&mut other, "public/acts/3/terms.json", &code(2), &code(1));
    let (second, first) = (format!("{},alternate", code(1)), format!("{},delegate", code(2)));
    replace(&mut other, "public/acts/3/delegates.csv", &second, &format!("{},delegate", code(1)));
    replace(&mut other, "public/acts/3/delegates.csv", &first, &format!("{},alternate", code(2)));
    refit(&mut other);
    assert_eq!(failed(&other, &[]), [34]);
    if let Some(said) = second_says(&other, 34, &[]) {
        assert!(said.contains("FAIL") && said.contains("was not next"), "{said}");
    }

    // Whoever has a place, and has left since, is told.
    let events = write("events.csv", &(gone + &event("2027-05-06", 2, "withdrew")));
    let published = run::geloot(&["roster", &dir, "--events", &events, "--publish"]);
    assert!(published.status.success(), "{}", run::text(&published.stderr));
    let own = geloot::io::read_lottery(std::path::Path::new(&dir)).unwrap();
    assert_eq!(remarks(&own, Id::Delegates), [Remark::GroupGone { group: "tafel".into(), people: 1 }]);
    if let Some(said) = second_says(&own, 34, &[]) {
        assert!(said.contains("PASS") && said.contains("1 with a place in tafel"), "{said}");
    }
}

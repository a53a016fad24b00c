//! Groups that were drawn, chosen, called together, or drawn by a lottery of their own.

use super::*;
use crate::bundle::acts::Sort;
use crate::bundle::record::DRAWS;
use crate::deliberation::delegates::draw;
use crate::deliberation::rows::{Class, Delegate, Willing};
use crate::seed::Seed;
use crate::seed::drand::{Beacon, Chain};
use crate::verify::honest::{record, refit as refit_draw, refit_frozen, state};
use serde_json::json;
use std::collections::BTreeMap;

const GROUP: Outcome = Outcome::Fail(Failure::Act { act: 11, wrong: ActWrong::Group, about: None });

fn group(act: u32) -> Said {
    (act, ActWrong::Group, None)
}

fn put(folder: &mut Folder, act: u32, file: &str, text: &str) {
    folder.insert(ACTS.path(act, file), text.as_bytes().to_vec());
}

fn text(folder: &Folder, act: u32, file: &str) -> String {
    String::from_utf8(folder[&ACTS.path(act, file)].clone()).unwrap()
}

/// V34 of a folder after a change of what was read.
fn claim(folder: &Folder, given: &[Folder], change: impl Fn(&mut Acts<'_>)) -> Claim {
    let mut acts = read(folder, ACTS.read(&WHOLE).links).unwrap();
    change(&mut acts);
    v34_delegates::check(&acts, given)
}

/// Only the first `until` acts are about groups.
fn until(acts: &mut Acts<'_>, until: u32) {
    for link in acts.links.iter_mut().filter(|link| link.number > until) {
        if matches!(link.facts.kind, Sort::Willing | Sort::Delegates | Sort::Called) {
            link.facts.kind = Sort::Topics;
        }
    }
}

#[test]
fn v34_there_is_something_to_look_at_where_any_act_is_about_a_group() {
    for kind in [Sort::Willing, Sort::Delegates, Sort::Called] {
        let only = |acts: &mut Acts<'_>| {
            let other = |of: Sort| of != kind && matches!(of, Sort::Willing | Sort::Delegates | Sort::Called);
            acts.links
                .iter_mut()
                .filter(|it| other(it.facts.kind))
                .for_each(|it| it.facts.kind = Sort::Topics);
        };
        assert_ne!(claim(&WHOLE, &[], only).outcome, Outcome::NotChecked(Why::NothingOfIt), "{kind:?}");
    }
    let none = claim(&WHOLE, &[], |acts| until(acts, 0));
    assert_eq!(none.outcome, Outcome::NotChecked(Why::NothingOfIt));
}

/// People who answered a call are all of them in the group, and nobody draws from them.
#[test]
fn v34_a_call_has_as_many_places_as_people() {
    let call = |places: &str| {
        edited(&[
            (10, "terms.json", "\"source\": \"text\"", "\"source\": \"call\""),
            (
                10,
                "terms.json",
                "\"places\": 2",
                &*Box::leak(format!("\"places\": {places}").into_boxed_str()),
            ),
        ])
    };
    let six = claim(&call("6"), &[], |acts| until(acts, 10));
    let remark = Remark::GroupCalled { group: "tafel".into(), people: 6 };
    assert_eq!((six.outcome, six.remarks), (Outcome::Pass, vec![remark]));
    let five = claim(&call("5"), &[], |acts| until(acts, 10));
    assert_eq!(five.outcome, said(&(10, ActWrong::Willing, None)));
    assert_eq!(claim(&call("6"), &[], |acts| until(acts, 11)).outcome, GROUP);
    assert_eq!(claim(&WHOLE, &[], |_| {}).remarks, []);
}

/// A second lot among the same people for as many places is told, whatever the group is called.
#[test]
fn v34_a_lot_that_was_tried_twice_is_told() {
    let told = |first: &[(&str, &str)], second: &[(&str, &str)], fewer: bool| {
        let mut folder = WHOLE.clone();
        let changed = |edits: &[(&str, &str)]| {
            let own = text(&WHOLE, 10, "terms.json");
            edits.iter().fold(own, |own, (from, to)| own.replacen(from, to, 1))
        };
        put(&mut folder, 10, "terms.json", &changed(first));
        put(&mut folder, 11, "terms.json", &changed(&[second, &[("tafel", "stoel")]].concat()));
        let willing = text(&WHOLE, 10, "willing.csv");
        let willing: Vec<&str> = willing.lines().collect();
        let willing = &willing[..willing.len() - usize::from(fewer)];
        put(&mut folder, 11, "willing.csv", &(willing.join("\n") + "\n"));
        let mut claim = claim(&folder, &[], |acts| {
            acts.links[10].facts.kind = Sort::Willing;
            until(acts, 11);
        });
        assert_eq!(claim.outcome, Outcome::Pass);
        claim.remarks.retain(|it| !matches!(it, Remark::NeverDrawn(..)));
        claim.remarks
    };
    let again = vec![Remark::LotAgain { group: "stoel".into(), before: "tafel".into() }];
    assert_eq!(told(&[], &[], false), again);
    let lottery = ("\"source\": \"text\"", "\"source\": \"lottery\"");
    assert_eq!(told(&[lottery], &[], false), again, "two ways of drawing are two lots");
    let among = |people| vec![Remark::LotAmong { group: "stoel".into(), before: "tafel".into(), people }];
    assert_eq!(told(&[], &[], true), among(5));
    assert_eq!(told(&[], &[("\"places\": 2", "\"places\": 3")], false), among(6));
    let call = [("\"source\": \"text\"", "\"source\": \"call\""), ("\"places\": 2", "\"places\": 6")];
    let six = [("\"places\": 2", "\"places\": 6")];
    let called = |group: &str| vec![Remark::GroupCalled { group: group.into(), people: 6 }];
    assert_eq!(told(&call, &six, false), called("tafel"));
    assert_eq!(told(&six, &call, false), called("stoel"));
}

const SIGNATURE: &str =
    "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92";
const QUICKNET: &str = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

/// The record with a group that was drawn by round 123 of the beacon, which was due on 23 August 2023.
fn by_beacon() -> Folder {
    let mut folder =
        edited(&[(10, "terms.json", "\"source\": \"text\"", "\"source\": \"drand quicknet 123\"")]);
    let evidence = Evidence::parse(&format!("drand\n{QUICKNET}\n123\n{SIGNATURE}")).unwrap();
    let seed = Seed::derive(&acts::line(&folder, 10).unwrap(), &evidence);
    let mut terms: Value = serde_json::from_str(&text(&folder, 11, "terms.json")).unwrap();
    terms["evidence"] = evidence.to_string().into();
    terms["seed"] = seed.digest().to_string().into();
    put(&mut folder, 11, "terms.json", &format!("{terms:#}\n"));
    let willing: Vec<Willing> = acts::rows(&folder, 10, "willing.csv").unwrap();
    put(&mut folder, 11, "delegates.csv", &table(&draw(&willing, "tafel", 2, &seed)));
    let answer = format!("{{\"round\":123,\"signature\":\"{SIGNATURE}\"}}");
    let beacon = Beacon::read(Chain::Quicknet, answer.as_bytes()).unwrap();
    put(&mut folder, 11, "beacon.json", &beacon.record());
    folder
}

fn table(group: &[Delegate]) -> String {
    let row = |it: &Delegate| {
        let standing = if it.standing == crate::deliberation::rows::Standing::Delegate {
            "delegate"
        } else {
            "alternate"
        };
        format!("{},{},{standing}\n", it.place, it.code)
    };
    "place,code,standing\n".to_owned() + &group.iter().map(row).collect::<String>()
}

#[test]
fn v34_a_round_of_the_beacon_decides_what_was_published_before() {
    let folder = by_beacon();
    let on = |willing: &str| {
        let (willing, drawn) = (willing.to_owned(), "2023-09-01".to_owned());
        claim(&folder, &[], move |acts| {
            acts.links[9].facts.date = willing.clone();
            acts.links[10].facts.date = drawn.clone();
            until(acts, 11);
        })
    };
    let before = on("2023-08-22");
    assert_eq!(before.outcome, Outcome::Pass);
    assert!(matches!(before.remarks[..], [Remark::Round { round: 123, .. }]), "{:?}", before.remarks);
    for day in ["2023-08-23", "2023-08-24", "no day"] {
        assert_eq!(on(day).outcome, said(&(10, ActWrong::Willing, None)), "{day}");
    }
    // Without the answer of the beacon nobody can tell.
    let mut without = folder.clone();
    without.remove(&ACTS.path(11, files::BEACON)).unwrap();
    let early = |acts: &mut Acts<'_>| {
        acts.links[9].facts.date = "2023-08-22".into();
        until(acts, 11);
    };
    assert_eq!(claim(&without, &[], early).outcome, GROUP);
}

#[test]
fn v34_what_a_group_rests_on_is_of_its_draw_and_says_the_same() {
    let other = |at: usize| move |acts: &mut Acts<'_>| acts.links[at].facts.record = "0".repeat(64);
    assert_eq!(
        claim(&WHOLE, &[], |acts| {
            other(10)(acts);
            until(acts, 11);
        })
        .outcome,
        GROUP
    );
    assert_eq!(claim(&WHOLE, &[], other(15)).outcome, said(&group(17)));
    let cases: [(Edit, Said); 8] = [
        ((11, "terms.json", "\"name\": \"tafel\"", "\"name\": \"stoel\""), group(11)),
        ((11, "terms.json", "\"willing\": 10", "\"willing\": 0"), group(11)),
        ((11, "terms.json", "\"willing\": 10", "\"willing\": 12"), group(11)),
        ((11, "terms.json", "\"lottery\": null", LOTTERY), group(11)),
        ((17, "terms.json", "\"result\": 16", "\"result\": 0"), group(17)),
        ((17, "terms.json", "\"result\": 16", "\"result\": 18"), group(17)),
        ((17, "terms.json", "\"lottery\": null", LOTTERY), group(17)),
        ((17, "terms.json", "\"result\": 16", "\"result\": null"), group(17)),
    ];
    for (edit, due) in cases {
        assert_eq!(found(&edited(&[edit]), delegates, |_| {}), said(&due), "{edit:?}");
    }
    // The terms of no willing people: an act of another kind that could be read as such.
    let other_kind = |acts: &mut Acts<'_>| {
        acts.links[9].facts.kind = Sort::Topics;
        until(acts, 11);
    };
    assert_eq!(claim(&WHOLE, &[], other_kind).outcome, GROUP);
}

const LOTTERY: &str = "\"lottery\": { \"commitment\": \"x\", \"record\": \"x\" }";

/// A group that a ballot chose: options that are nobody's code, options that are not decided, results that count no more.
#[test]
fn v34_a_ballot_over_people_chooses_who_is_in() {
    let result = |change: fn(&mut Vec<crate::deliberation::rows::Verdict>)| {
        claim(&WHOLE, &[], move |acts| {
            change(&mut acts.tallies.iter_mut().find(|it| it.act == 16).unwrap().result);
        })
        .outcome
    };
    assert_eq!(result(|_| {}), Outcome::Pass);
    assert_eq!(result(|all| all[0].class = Class::Undecided), said(&group(17)));
    assert_eq!(result(|all| all[0].class = Class::Tied), said(&group(17)));
    assert_eq!(result(|all| all[0].option = "nobody".into()), said(&group(17)));
    // Whoever is in by lot, or was adopted, is in; whoever is out is not.
    for class in [Class::InByLot, Class::Adopted] {
        let mut acts = read(&WHOLE, ACTS.read(&WHOLE).links).unwrap();
        let count = acts.tallies.iter_mut().find(|it| it.act == 16).unwrap();
        count.result.iter_mut().filter(|it| it.class == Class::In).for_each(|it| it.class = class);
        assert_eq!(delegates(&acts).outcome, Outcome::Pass, "{class:?}");
    }
    assert_eq!(result(|all| all.iter_mut().for_each(|it| it.class = Class::Rejected)), said(&group(17)));
    // Of two who are in, the one with more votes is first.
    let turned: fn(&mut Vec<crate::deliberation::rows::Verdict>) = |all| {
        let ranks: Vec<_> = all.iter().filter(|it| it.class == Class::In).map(|it| it.rank).collect();
        let both = all.iter_mut().filter(|it| it.class == Class::In);
        both.zip(ranks.into_iter().rev()).for_each(|(it, rank)| it.rank = rank);
    };
    assert_eq!(result(turned), said(&group(17)));
    // Counted again after the group was made, which is told; before it, that count decides.
    let recounted = |at: u32| {
        claim(&WHOLE, &[], move |acts| {
            let own = read(&WHOLE, ACTS.read(&WHOLE).links).unwrap().tallies.pop().unwrap();
            let first = acts.tallies.last_mut().unwrap();
            assert_eq!((own.act, first.act), (16, 16));
            if at == 15 {
                first.act = 15;
            }
            acts.tallies.push(Count { act: if at == 15 { 16 } else { at }, ..own });
        })
    };
    let later = recounted(18);
    let remark = Remark::GroupRecounted { group: "gezanten".into(), result: 16, now: 18 };
    assert_eq!((later.outcome, later.remarks), (Outcome::Pass, vec![remark]));
    assert_eq!(recounted(15).outcome, Outcome::Pass);
    // A lot after the count decides, and the count does not any more.
    let by_lot = |acts: &mut Acts<'_>| {
        let result = acts.tallies.last().unwrap().result.clone();
        acts.lots[0].terms.tally = 16;
        acts.lots[0].result = result;
    };
    assert_eq!(claim(&WHOLE, &[], by_lot).outcome, said(&group(17)));
    let seventh = edited(&[(17, "terms.json", "\"result\": 16", "\"result\": 7")]);
    let drawn = claim(&seventh, &[], by_lot);
    assert_eq!((drawn.outcome, drawn.remarks), (Outcome::Pass, vec![]));
}

/// The acts with a group that a lottery drew, and the record of that lottery: of six people two have a seat and two are in
/// reserve.
fn mirrored() -> (Folder, Folder) {
    let mut given = record();
    // Its people have the features that are known here: women are of group b, men of group a.
    for (_, bytes) in given.iter_mut().filter(|(name, _)| name.ends_with(".csv")) {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        *bytes = text.replace("gender", "group").replace("woman", "b").replace("man", "a").into_bytes();
    }
    rebound(&mut given);
    let mut folder = edited(&[(10, "terms.json", "\"source\": \"text\"", "\"source\": \"lottery\"")]);
    let of: BTreeMap<String, String> = pairs(&folder, "public/pool.csv", "code").into_iter().collect();
    let mut free = column(&folder, &ACTS.path(10, "willing.csv"), 0);
    let mut own = |group: &str| {
        let at = free.iter().position(|code| of[code] == group).expect("somebody like that");
        free.remove(at)
    };
    let groups: BTreeMap<String, String> = pairs(&given, "public/pool.csv", "code").into_iter().collect();
    let mut people: Vec<(String, String)> = Vec::new();
    for file in ["panel.csv", "reserves.csv"] {
        let codes = pairs(&given, &format!("public/draws/2/{file}"), "code");
        let mut here: Vec<(String, String)> =
            codes.into_iter().map(|(code, _)| (own(&groups[&code]), code)).collect();
        if file == "panel.csv" {
            here.sort_unstable();
        }
        people.extend(here);
    }
    let standing = |at: usize| if at < 2 { "delegate" } else { "alternate" };
    let rows = people.iter().enumerate();
    let rows: String = rows.map(|(at, it)| format!("{},{},{}\n", at + 1, it.0, standing(at))).collect();
    put(&mut folder, 11, "delegates.csv", &format!("place,code,standing\n{rows}"));
    people.sort_unstable();
    let rows: String = people.iter().map(|(code, other)| format!("{code},{other}\n")).collect();
    put(&mut folder, 11, "mirror.csv", &format!("code,other\n{rows}"));
    name(&mut folder, &given, 2);
    (folder, given)
}

/// Makes the lists of a record of two draws fit what is in it.
fn rebound(given: &mut Folder) {
    let line = refit_frozen(given);
    state(given, "public/trials/1/draw.json", "commitment", json!(line));
    refit_draw(given, "trials/1");
    for draw in ["1", "2"] {
        let facts = format!("public/draws/{draw}/draw.json");
        state(given, &facts, "commitment", json!(line));
        if draw == "2" {
            let first = digest(given, "public/draws/1/manifest.txt");
            state(given, &facts, "previous", json!(first));
        }
        refit_draw(given, &format!("draws/{draw}"));
    }
}

/// The first cell below a heading of each row, and the last cell of it.
fn pairs(folder: &Folder, path: &str, heading: &str) -> Vec<(String, String)> {
    let rows = crate::bundle::form::records(&folder[path]).unwrap();
    let at = rows[0].iter().position(|it| it == heading).unwrap();
    rows[1..].iter().map(|row| (row[at].to_owned(), row[row.len() - 1].to_owned())).collect()
}

fn digest(folder: &Folder, path: &str) -> String {
    Digest::of(&folder[path]).to_string()
}

/// Lets the act of the group name a draw of a lottery.
fn name(folder: &mut Folder, given: &Folder, draw: u32) {
    let mut terms: Value = serde_json::from_str(&text(folder, 11, "terms.json")).unwrap();
    for nothing in ["evidence", "label", "seed"] {
        terms[nothing] = Value::Null;
    }
    let line = Manifest::parse(&given["public/manifest.txt"]).unwrap().commit();
    terms["lottery"] = json!({
        "commitment": line.digest().to_string(),
        "record": digest(given, &DRAWS.path(draw, files::MANIFEST)),
    });
    put(folder, 11, "terms.json", &format!("{terms:#}\n"));
}

/// What is said of the group that the lottery drew.
fn compared(folder: &Folder, given: &[Folder]) -> Claim {
    claim(folder, given, |acts| until(acts, 11))
}

#[test]
fn v34_a_group_that_a_lottery_drew_is_its_panel_and_its_reserves() {
    let (folder, given) = mirrored();
    let wrong = |folder: &Folder, given: &[Folder]| match compared(folder, given).outcome {
        Outcome::Fail(Failure::Act { act, wrong, .. }) => (act, wrong),
        other => panic!("{other:?}"),
    };
    let commitment = Manifest::parse(&given["public/manifest.txt"]).unwrap().commit().digest().to_string();
    let drawn = |compared, undeclared| {
        let (group, lottery) = ("tafel".to_owned(), commitment.clone());
        Remark::GroupDrawn { group, lottery, compared, undeclared }
    };
    let both = compared(&folder, std::slice::from_ref(&given));
    assert_eq!((both.outcome, both.remarks), (Outcome::Pass, vec![drawn(true, false)]));
    let alone = compared(&folder, &[]);
    assert_eq!((alone.outcome, alone.remarks), (Outcome::Pass, vec![drawn(false, false)]));
    // A record that was given is that of some group, the second of two as well.
    let last = ACTS.read(&WHOLE).links.len() as u32;
    assert_eq!(wrong(&folder, &[ten()]), (last, ActWrong::OtherPanel));
    assert_eq!(wrong(&folder, &[ten(), given.clone()]), (last, ActWrong::OtherPanel));
    // A draw that was annulled, and one that is not there.
    let mut annulled = folder.clone();
    name(&mut annulled, &given, 1);
    let told = compared(&annulled, std::slice::from_ref(&given));
    assert_eq!(told.outcome, said(&(11, ActWrong::GroupAnnulled, None)));
    assert_eq!(told.remarks, [drawn(false, false)]);
    let mut none = folder.clone();
    let record = digest(&given, "public/draws/2/manifest.txt");
    replace(&mut none, &ACTS.path(11, "terms.json"), &record, &"0".repeat(64));
    assert_eq!(wrong(&none, std::slice::from_ref(&given)), (11, ActWrong::OtherPanel));
    // Nobody had said before where the seed would come from.
    let (mut late, mut undeclared) = (folder.clone(), given.clone());
    state(&mut undeclared, "public/draws/2/draw.json", "source", json!("undeclared"));
    refit_draw(&mut undeclared, "draws/2");
    name(&mut late, &undeclared, 2);
    assert_eq!(compared(&late, &[undeclared]).remarks, [drawn(true, true)]);
    // Another panel or other reserves, of which the manifest knows nothing or which it has.
    for file in ["panel.csv", "reserves.csv"] {
        for fits in [false, true] {
            let (mut folder, mut given) = (folder.clone(), given.clone());
            let path = format!("public/draws/2/{file}");
            let own = String::from_utf8(given[&path].clone()).unwrap();
            let fewer: Vec<&str> = own.lines().take(2).collect();
            given.insert(path, (fewer.join("\n") + "\n").into_bytes());
            if fits {
                refit_draw(&mut given, "draws/2");
                name(&mut folder, &given, 2);
            }
            let what = if fits { ActWrong::OtherPanel } else { ActWrong::GroupRecord };
            assert_eq!(wrong(&folder, &[given]), (11, what), "{file} {fits}");
        }
    }
}

/// A delegate and an alternate, or two alternates, change places in the table of codes.
#[test]
fn v34_whoever_is_told_to_be_somebody_there_has_the_same_features() {
    let (folder, given) = mirrored();
    let group: Vec<Delegate> = acts::rows(&folder, 11, "delegates.csv").unwrap();
    let swapped = |one: usize, two: usize| {
        let mut rows: Vec<(String, String)> = pairs(&folder, &ACTS.path(11, "mirror.csv"), "code");
        let at = |code: &str| rows.iter().position(|it| it.0 == code).unwrap();
        let (one, two) = (at(&group[one].code), at(&group[two].code));
        let other = rows[one].1.clone();
        rows[one].1 = std::mem::replace(&mut rows[two].1, other);
        let rows: String = rows.iter().map(|(code, other)| format!("{code},{other}\n")).collect();
        let mut folder = folder.clone();
        put(&mut folder, 11, "mirror.csv", &format!("code,other\n{rows}"));
        folder
    };
    let outcome = |folder: &Folder, given: &Folder| compared(folder, std::slice::from_ref(given)).outcome;
    let panel = said(&(11, ActWrong::OtherPanel, None));
    let people = said(&(11, ActWrong::OtherPeople, None));
    assert_eq!(outcome(&swapped(0, 2), &given), panel);
    assert_eq!(outcome(&swapped(2, 3), &given), panel);
    // Both are delegates there, but one is of another group.
    assert_eq!(outcome(&swapped(0, 1), &given), people);
    // A feature, or a value, that only one of the two knows tells nothing.
    let beside = |mut folder: Folder, from: &str, to: &str| {
        let other = record_of(&given, from, to);
        name(&mut folder, &other, 2);
        outcome(&folder, &other)
    };
    assert_eq!(beside(swapped(0, 1), "group", "gender"), Outcome::Pass);
    assert_eq!(beside(swapped(0, 1), "b", "bb"), Outcome::Pass);
    assert_eq!(beside(folder.clone(), "b", "bb"), Outcome::Pass);
    // Fewer were willing than took part in the lottery.
    let mut fewer = folder.clone();
    let willing = text(&WHOLE, 10, "willing.csv");
    let spare = willing.lines().skip(1).find(|code| group.iter().all(|it| it.code != **code)).unwrap();
    put(&mut fewer, 10, "willing.csv", &willing.replace(&format!("{spare}\n"), ""));
    assert_eq!(outcome(&fewer, &given), people);
}

/// A lottery in whose frozen files a name is another; lists of draws stay what they are.
fn record_of(given: &Folder, from: &str, to: &str) -> Folder {
    let mut folder = given.clone();
    for file in ["public/pool.csv", "public/quotas.csv", "public/profiles.csv"] {
        let row = |row: &str| {
            row.split(',').map(|it| if it == from { to } else { it }).collect::<Vec<_>>().join(",")
        };
        let text = String::from_utf8(folder[file].clone()).unwrap();
        let text: String = text.lines().map(|line| row(line) + "\n").collect();
        folder.insert(file.into(), text.into_bytes());
    }
    rebound(&mut folder);
    folder
}

#[test]
fn v34_a_group_that_a_lottery_drew_has_no_lot_of_its_own() {
    let (folder, given) = mirrored();
    let outcome = |folder: &Folder| compared(folder, std::slice::from_ref(&given)).outcome;
    let lottery = |folder: &Folder, field: &str| -> String {
        let terms: Value = serde_json::from_str(&text(folder, 11, "terms.json")).unwrap();
        terms["lottery"][field].as_str().unwrap().to_owned()
    };
    for nothing in ["evidence", "label", "seed"] {
        let mut folder = folder.clone();
        replace(
            &mut folder,
            &ACTS.path(11, "terms.json"),
            &format!("\"{nothing}\": null"),
            &format!("\"{nothing}\": \"x\""),
        );
        assert_eq!(outcome(&folder), GROUP, "{nothing}");
    }
    for field in ["commitment", "record"] {
        let digest = lottery(&folder, field);
        for odd in [digest.to_uppercase(), digest[1..].to_owned()] {
            let mut folder = folder.clone();
            replace(&mut folder, &ACTS.path(11, "terms.json"), &digest, &odd);
            assert_eq!(compared(&folder, &[]).outcome, GROUP, "{odd}");
        }
    }
    let mut beacon = folder.clone();
    put(&mut beacon, 11, files::BEACON, "{}");
    assert_eq!(outcome(&beacon), GROUP);
    let mut unknown = folder.clone();
    let codes = text(&folder, 11, "mirror.csv");
    let code = codes.lines().nth(1).unwrap().split(',').next().unwrap();
    put(&mut unknown, 11, "mirror.csv", &codes.replacen(code, "0", 1));
    assert_eq!(outcome(&unknown), GROUP);
    for file in [files::MIRROR, files::DELEGATES] {
        let mut folder = folder.clone();
        folder.remove(&ACTS.path(11, file)).unwrap();
        assert_ne!(outcome(&folder), Outcome::Pass, "{file}");
    }
}

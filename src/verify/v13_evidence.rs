//! V13. The evidence is genuine as far as it can show: words are in their one form, sealed words are those that
//! were handed in, dice and hand-drawn tickets can decide this lottery, and a beacon's answer is signed by the
//! beacon and came after the commitment.

use super::report::{Claim, Failure, Id, Remark, Step, Tally, not_checked};
use super::v11_records::{Draw, Draws};
use crate::bundle::record::Own;
use crate::bundle::sourced::is_known;
use crate::bundle::{Folder, files};
use crate::seed::Evidence;
use crate::seed::charter::Charter;
use crate::seed::contributions::Contributions;
use crate::seed::departure::Departure;
use crate::seed::drand::{Beacon, Pulse};

pub(super) fn check<T: Own>(folder: &Folder, charter: &Step<Charter>, draws: &Step<&Draws<T>>) -> Claim {
    let draws = match draws {
        Ok(draws) => draws,
        Err(why) => return not_checked(Id::Evidence, *why),
    };
    let mut tally = Tally::new(Id::Evidence);
    let mut remarks = Vec::new();
    for (at, draw) in draws.all.iter().enumerate() {
        let Some(evidence) = draw.record.own_evidence() else { continue };
        remarks.extend(known_from(draws, at, &evidence));
        let by_hand = || Failure::ByHand { draw: draw.name.clone() };
        if let Evidence::Contributions(opened) = &evidence {
            let charter = match charter {
                Ok(charter) => charter,
                Err(why) => return not_checked(Id::Evidence, *why),
            };
            sealed(&mut tally, &mut remarks, charter, draw, opened);
        }
        match evidence.deciding() {
            Evidence::Text(_) | Evidence::Lotto(_) | Evidence::Contributions(_) => tally.count(1),
            Evidence::Ticket(ticket) => {
                tally.check(*ticket < draw.record.own.outcomes() && !draw.record.void, by_hand);
            }
            Evidence::Dice(dice) => {
                tally.check(dice.ticket(draw.record.own.outcomes()).is_ok() && !draw.record.void, by_hand);
            }
            Evidence::Drand(pulse) => {
                let path = format!("{}{}", draw.folder, files::BEACON);
                let genuine = tally
                    .check(genuine(folder, &path, pulse), || Failure::Beacon { draw: draw.name.clone() });
                let date = charter.as_ref().ok().and_then(|c| c.date).filter(|_| !draw.record.void);
                let due = pulse.chain.moment(pulse.round).filter(|_| genuine && !draw.record.void);
                let (name, round) = (draw.name.clone(), pulse.round);
                let zone = date.and_then(|date| date.zone());
                let due = due.map(|due| due.by(zone));
                remarks.extend(due.map(|due| Remark::Round { draw: name, round, due, date }));
                if let (true, Some(date)) = (genuine, date) {
                    let after = pulse.chain.moment(pulse.round).is_some_and(|due| due > date);
                    tally.check(after, || Failure::Early { draw: draw.name.clone() });
                }
            }
        }
    }
    tally.claim().remark(remarks)
}

/// The first draw before this one, or trial, with the same evidence: everybody who saw it knew what would come of it. Of a
/// beacon's round a trial may be made, as nobody chooses it.
fn known_from<T: Own>(draws: &Draws<T>, at: usize, evidence: &Evidence) -> Option<Remark> {
    let draw = draws.all.get(at).filter(|draw| !draw.record.void)?;
    let beacon = matches!(evidence.deciding(), Evidence::Drand(_));
    let others = draws.all.iter().enumerate();
    let mut others =
        others.filter(|(i, other)| *i < at || other.record.void && !beacon).map(|(_, other)| other);
    let same = |other: &&Draw<T>| {
        other.record.own_evidence().is_some_and(|other| is_known(evidence, std::slice::from_ref(&other)))
    };
    let other = others.find(same)?;
    Some(Remark::Known { draw: draw.name.clone(), other: other.name.clone() })
}

/// Whether words that were opened are those that were sealed; names those who did not open theirs.
fn sealed<T>(
    tally: &mut Tally,
    remarks: &mut Vec<Remark>,
    charter: &Charter,
    draw: &Draw<T>,
    opened: &Contributions,
) {
    let name = || draw.name.clone();
    tally.check(!draw.record.void, || Failure::ByHand { draw: name() });
    match charter.seed.as_ref().map_or(Err(Departure::Roles), |declared| declared.opens(opened)) {
        Ok(missing) if missing.is_empty() => tally.count(1),
        Ok(roles) => {
            let roles = roles.into_iter().map(|role| role.name.clone()).collect();
            remarks.push(Remark::NotOpened { draw: name(), roles });
        }
        Err(Departure::Slip { role }) => tally.fail(Failure::NotSealed { draw: name(), role: Some(role) }),
        Err(_) => tally.fail(Failure::NotSealed { draw: name(), role: None }),
    }
}

/// Whether the answer in this file is the beacon's own, and of this pulse.
pub(super) fn genuine(folder: &Folder, path: &str, pulse: &Pulse) -> bool {
    let beacon = folder
        .get(path)
        .and_then(|b| Beacon::read(pulse.chain, b).ok().filter(|read| read.record().as_bytes() == &b[..]));
    beacon.is_some_and(|beacon| beacon.pulse == *pulse && beacon.verify().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::Outcome;
    use crate::verify::honest::{first_draw_only, outcome, record, refit, refitted, replace};

    const SIGNATURE: &str =
        "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92";
    const QUICKNET: &str = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

    fn wrong(record: &str, evidence: &str) -> Failure {
        let of = |f: &mut Folder| replace_words(f, record, evidence);
        refitted(Id::Evidence, record, of)
    }

    /// Gives a trial or the first draw other evidence. A second draw would name another first one.
    fn replace_words(folder: &mut Folder, record: &str, evidence: &str) {
        if record == "draws/1" {
            first_draw_only(folder);
        }
        let words = if record == "trials/1" { "text\\nplum" } else { "text\\napple" };
        replace(folder, &format!("public/{record}/draw.json"), words, &evidence.replace('\n', "\\n"));
    }

    #[test]
    fn tickets_and_dice_decide_this_lottery_and_never_a_trial() {
        let by_hand = |draw: &str| Failure::ByHand { draw: draw.into() };
        // 900 tickets are numbered from 0; two ten-sided dice are too few, and 999 is thrown again.
        for evidence in ["ticket\n900", "dice\n10\n1 2", "dice\n10\n9 9 9"] {
            assert_eq!(wrong("draws/1", evidence), by_hand("draw 1"), "{evidence}");
        }
        for evidence in ["ticket\n7", "dice\n10\n1 2 3"] {
            assert_eq!(wrong("trials/1", evidence), by_hand("trial 1"), "{evidence}");
            let mut folder = record();
            replace_words(&mut folder, "draws/1", evidence);
            refit(&mut folder, "draws/1");
            assert_eq!(outcome(&folder, Id::Evidence), Outcome::Pass, "{evidence}");
        }
    }

    #[test]
    fn words_that_nobody_sealed_are_no_sealed_words() {
        let slip = format!("{} appel", "0".repeat(32));
        let sealed = |record, name: &str| {
            let evidence = format!("contributions\n{slip}\n{slip}");
            assert_eq!(wrong(record, &evidence), Failure::NotSealed { draw: name.into(), role: None });
        };
        sealed("draws/1", "draw 1");
        let mut folder = record();
        replace_words(&mut folder, "trials/1", &format!("contributions\n{slip}\n{slip}"));
        refit(&mut folder, "trials/1");
        let claim =
            crate::verify::verify(&folder, &crate::verify::Known::default()).claim(Id::Evidence).clone();
        assert_eq!(claim.outcome, Outcome::Fail(Failure::ByHand { draw: "trial 1".into() }));
        assert_eq!(claim.failed, 2, "they are sealed by nobody as well");
    }

    /// The round was due in 2023, and the charter is of 2026.
    #[test]
    fn an_answer_of_a_beacon_is_genuine_and_came_after_the_charter() {
        let with = |signature: &str, answer: &str| {
            refitted(Id::Evidence, "draws/1", |f| {
                replace_words(f, "draws/1", &format!("drand\n{QUICKNET}\n123\n{signature}"));
                let beacon = Beacon::read(crate::seed::drand::Chain::Quicknet, answer.as_bytes()).unwrap();
                f.insert("public/draws/1/beacon.json".into(), beacon.record().into_bytes());
            })
        };
        let answer =
            |signature: &str, round: u32| format!("{{\"round\":{round},\"signature\":\"{signature}\"}}");
        let draw = || "draw 1".to_owned();
        assert_eq!(with(SIGNATURE, &answer(SIGNATURE, 123)), Failure::Early { draw: draw() });
        let other = SIGNATURE.replacen('b', "a", 1);
        for (said, answered, round) in [
            (SIGNATURE, SIGNATURE, 124),
            (SIGNATURE, other.as_str(), 123),
            (other.as_str(), other.as_str(), 123),
        ] {
            assert_eq!(with(said, &answer(answered, round)), Failure::Beacon { draw: draw() });
        }
    }

    /// Round 123 was due on 23 August 2023 at 15:15:33: not after a charter of that very second.
    #[test]
    fn a_round_due_at_the_charter_s_very_second_is_too_early() {
        for (second, early) in [(32, false), (33, true), (34, true)] {
            let mut folder = record();
            let charter = format!("date = 2023-08-23T15:15:{second}Z\n");
            folder.insert("public/charter.toml".into(), charter.into_bytes());
            crate::verify::honest::refreeze(&mut folder);
            crate::verify::honest::draws(&mut folder);
            replace_words(&mut folder, "draws/1", &format!("drand\n{QUICKNET}\n123\n{SIGNATURE}"));
            let answer = format!("{{\"round\":123,\"signature\":\"{SIGNATURE}\"}}");
            let beacon = Beacon::read(crate::seed::drand::Chain::Quicknet, answer.as_bytes()).unwrap();
            folder.insert("public/draws/1/beacon.json".into(), beacon.record().into_bytes());
            refit(&mut folder, "draws/1");
            let due = match early {
                true => Outcome::Fail(Failure::Early { draw: "draw 1".into() }),
                false => Outcome::Pass,
            };
            assert_eq!(outcome(&folder, Id::Evidence), due, "{second}");
            let public = crate::bundle::Public::read(&folder).unwrap();
            let refused = crate::bundle::sourced::early(&public.charter, &Evidence::Drand(beacon.pulse));
            assert_eq!(refused.is_some(), early, "{second}");
        }
    }

    /// What a trial is drawn with may be known to everybody.
    #[test]
    fn a_trial_may_have_an_old_round() {
        let mut folder = record();
        replace_words(&mut folder, "trials/1", &format!("drand\n{QUICKNET}\n123\n{SIGNATURE}"));
        let answer = format!("{{\"round\":123,\"signature\":\"{SIGNATURE}\"}}");
        let beacon = Beacon::read(crate::seed::drand::Chain::Quicknet, answer.as_bytes()).unwrap();
        folder.insert("public/trials/1/beacon.json".into(), beacon.record().into_bytes());
        refit(&mut folder, "trials/1");
        let report = crate::verify::verify(&folder, &crate::verify::Known::default());
        let claim = report.claim(Id::Evidence);
        assert_eq!((&claim.outcome, &claim.remarks[..]), (&Outcome::Pass, &[][..]));
    }

    /// Of three draws and two trials, with this evidence each.
    #[test]
    fn evidence_that_everybody_knew_before_is_told() {
        let known = |all: [&str; 5]| {
            let names = ["draw 1", "draw 2", "draw 3", "trial 1", "trial 2"];
            let draws = names.iter().zip(all).map(|(name, evidence)| {
                let kind = if name.starts_with("draw") { "draws" } else { "trials" };
                let mut folder = record();
                replace_words(&mut folder, &format!("{kind}/1"), evidence);
                let bytes = &folder[&format!("public/{kind}/1/draw.json")];
                let record = crate::bundle::record::Record::read(bytes).unwrap();
                assert_eq!(record.void, kind == "trials");
                Draw { record, name: (*name).into(), folder: format!("public/{kind}/1/") }
            });
            let draws = Draws { all: draws.collect() };
            let told = draws
                .all
                .iter()
                .enumerate()
                .filter_map(|(at, draw)| known_from(&draws, at, &draw.record.own_evidence()?));
            told.map(|it| match it {
                Remark::Known { draw, other } => format!("{draw}, {other}"),
                other => panic!("{other:?}"),
            })
            .collect::<Vec<_>>()
        };
        let words = |word: &str| format!("text\n{word}");
        let [a, b, c, d, e] = ["a", "b", "c", "d", "e"].map(words);
        let none: [&str; 0] = [];
        assert_eq!(known([&a, &b, &c, &d, &e]), none);
        assert_eq!(known([&a, &a, &c, &d, &e]), ["draw 2, draw 1"]);
        assert_eq!(known([&a, &b, &b, &d, &e]), ["draw 3, draw 2"]);
        assert_eq!(known([&a, &b, &c, &d, &b]), ["draw 2, trial 2"]);
        assert_eq!(known([&a, &b, &c, &d, &d]), none, "one trial may be like another");
        let round = format!("drand\n{QUICKNET}\n123\n{SIGNATURE}");
        assert_eq!(known([&round, &b, &c, &round, &e]), none, "nobody chose the round of a trial");
        assert_eq!(known([&round, &round, &c, &d, &e]), ["draw 2, draw 1"]);
    }

    #[test]
    fn sealed_words_are_those_that_were_handed_in_and_who_did_not_open_theirs_is_told() {
        let slip = |n: u8| crate::seed::contributions::Slip {
            salt: [n; 16],
            words: crate::seed::words::Words::new("appel").unwrap(),
        };
        let roles: String = [("alderman", 1), ("council", 2)]
            .iter()
            .map(|&(name, n)| format!("[[seed.roles]]\nname = \"{name}\"\nslip = \"{}\"\n", slip(n).sealed()))
            .collect();
        let charter = format!(
            "date = 2026-03-01\n[seed]\nsource = \"contributions\"\nuntil = 2026-03-05\n{roles}\
            [seed.otherwise]\nsource = \"lotto\"\ncount = 2\nmost = 45\n"
        );
        let charter = Ok(Charter::parse(charter.as_bytes(), 900).unwrap());
        let claim = |evidence: &str| {
            let mut folder = record();
            replace_words(&mut folder, "draws/1", evidence);
            let record = crate::bundle::record::Record::read(&folder["public/draws/1/draw.json"]).unwrap();
            let draw = Draw { record, name: "draw 1".into(), folder: "public/draws/1/".into() };
            let claim = check(&folder, &charter, &Ok(&Draws { all: vec![draw] }));
            (claim.outcome, claim.remarks)
        };
        let not_sealed =
            |role: &str| Outcome::Fail(Failure::NotSealed { draw: "draw 1".into(), role: Some(role.into()) });
        assert_eq!(claim(&format!("contributions\n{}\n{}", slip(1), slip(2))), (Outcome::Pass, vec![]));
        let missing = Remark::NotOpened { draw: "draw 1".into(), roles: vec!["council".into()] };
        let one = format!("contributions\n{}\n-\notherwise\nlotto\n3 17", slip(1));
        assert_eq!(claim(&one), (Outcome::Pass, vec![missing]));
        assert_eq!(claim(&format!("contributions\n{}\n{}", slip(1), slip(3))).0, not_sealed("council"));
    }
}

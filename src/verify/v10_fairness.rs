//! V10. No lottery under these quotas is fairer than is said: the certificate's multipliers are
//! evaluated in whole numbers of any size, without a solver.

use super::known::Searcher;
use super::report::{Claim, Failure, Id, Proved, Remark, Step, Tally, Why, not_checked};
use super::v03_files::Frozen;
use super::v07_tickets::Lottery;
use crate::bundle::fairness::{self, decimal_up};
use crate::bundle::files;
use crate::lottery::fairest::Doubt;
use crate::lottery::objective::Objective;

pub(super) fn check(
    frozen: &Step<Frozen<'_>>,
    lottery: &Step<Lottery<'_>>,
    admitted: &Step<()>,
    search: Option<Searcher>,
) -> (Claim, Option<Proved>) {
    let id = Id::Fairness;
    let given = (|| {
        let lottery = lottery.as_ref().map_err(|w| *w)?;
        admitted.as_ref().map_err(|w| *w)?;
        Ok((lottery, frozen.as_ref().map_err(|w| *w)?.get(files::CERTIFICATE)?))
    })();
    let (lottery, bytes) = match given {
        Ok(given) => given,
        Err(why) => return (not_checked(id, why), None),
    };
    let about = &lottery.people.about;
    let Some(objective) = Objective::of_word(&about.objective) else {
        return (not_checked(id, Why::RestsOn(Id::Facts)), None);
    };
    let mut tally = Tally::new(id);
    if let Some(most) = fairness::too_long(bytes, &lottery.people.problem) {
        tally.fail(Failure::Digits { most });
        return (tally.claim(), None);
    }
    let unreadable = |why| Failure::Unreadable { file: files::CERTIFICATE.into(), why };
    let certificate = tally.take(fairness::read(bytes).map_err(unreadable));
    let (Some(certificate), Some(seating)) = (certificate, lottery.seating()) else {
        return (tally.claim(), None);
    };
    let evaluated = fairness::evaluate(
        objective,
        &lottery.people.quotas,
        &lottery.people.problem,
        &certificate,
        &seating,
    );
    let Some(found) = tally.take(evaluated.map_err(|_| Failure::NoProof)) else {
        return (tally.claim(), None);
    };
    let (people, by_search) = (found.shut_out, found.shut_out_by_search);
    let remark = (people > 0).then_some(Remark::NoPanel { people, searched: by_search });
    tally.check(found.doubt.is_none(), || match found.doubt {
        Some(Doubt::Unsettled(profiles)) => Failure::Unsettled { profiles },
        Some(Doubt::Level(level)) => Failure::Level { level },
        Some(Doubt::Denominator) => Failure::Denominator,
        _ => Failure::NoProof,
    });
    let facts = [
        ("bound", &about.bound, found.bound.clone().map(decimal_up)),
        ("gap", &about.gap, found.gap.clone().map(decimal_up)),
        ("off", &about.off.map(|off| off.to_string()), found.off.map(|off| off.to_string())),
    ];
    for (fact, stated, value) in facts {
        let text = |value: &Option<String>| value.clone().unwrap_or("-".into());
        tally.check(*stated == value, || Failure::Fact { fact, stated: text(stated), found: text(&value) });
    }
    tally.check(about.tickets >= found.needed, || Failure::FewTickets {
        tickets: about.tickets,
        needed: found.needed,
    });
    // "Stopped" says that fairness was not shown; then this claim cannot pass.
    let deserved =
        about.status != "stopped" && fairness::deserves(&about.status, found.excess.as_ref()) == Some(true);
    tally.check(deserved, || match found.off {
        Some(off) => Failure::Off { off, allowed: fairness::allowance(&about.status, about.tickets) },
        None => Failure::NotOptimal {
            objective,
            gap: found.excess.as_ref().and(found.gap.clone()).map(decimal_up).unwrap_or("-".into()),
        },
    });
    tally.count(found.levels as u64);
    if found.leans_on_search && tally.clean() {
        let (quotas, problem) = (&lottery.people.quotas, &lottery.people.problem);
        let no_seat = fairness::without_seat(quotas, problem);
        let by_search = certificate.shut_out.iter().copied().filter(|&t| !no_seat[t as usize]);
        let by_search: Vec<u32> = by_search.collect();
        match search.and_then(|search| search(problem, &certificate.cuts, &by_search)) {
            None => return (not_checked(id, Why::NotSearched).remark(remark), None),
            Some(agrees) => {
                tally.check(agrees, || Failure::SearchDisagrees);
            }
        }
    }
    let proved = Proved {
        objective,
        least: found.least,
        most: found.most,
        off: found.off,
        shut_out: people,
        tickets: about.tickets,
        bound: found.bound,
        gap: found.gap,
        measure: found.measure,
        levels: found.levels,
    };
    let clean = tally.clean();
    // Whatever else it leaned on would have ended the check.
    let again = (found.leans_on_search && clean).then_some(Remark::Searched);
    (tally.claim().remark(remark).remark(again), clean.then_some(proved))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::Folder;
    use crate::verify::Outcome;
    use crate::verify::honest::{outcome, record, refrozen, replace, state};
    use serde_json::{Value, json};

    const FILE: &str = "public/certificate.json";

    fn wrong(change: impl FnOnce(&mut Folder)) -> Failure {
        refrozen(record(), Id::Fairness, change)
    }

    #[test]
    fn what_is_stated_is_what_is_proved() {
        let about = |field, value: Value| wrong(|f| state(f, "public/about.json", field, value));
        let fact = |fact, stated: &str, found: &str| Failure::Fact {
            fact,
            stated: stated.into(),
            found: found.into(),
        };
        assert_eq!(
            about("bound", json!("0.333333333333")),
            fact("bound", "0.333333333333", "0.333333333334")
        );
        assert_eq!(about("gap", json!("0.000000000001")), fact("gap", "0.000000000001", "0.000000000000"));
        assert_eq!(about("off", json!(1)), fact("off", "1", "0"));
        assert_eq!(about("off", json!(null)), fact("off", "-", "0"));
        assert_eq!(about("status", json!("stopped")), Failure::Off { off: 0, allowed: 3 });
    }

    #[test]
    fn a_certificate_is_a_proof_of_everybody_s_chance() {
        let file = || files::CERTIFICATE.to_owned();
        let unreadable = wrong(|f| replace(f, FILE, "\"cuts\": []", "\"cuts\":  []"));
        assert!(matches!(unreadable, Failure::Unreadable { file: f, .. } if f == file()));
        assert_eq!(wrong(|f| replace(f, FILE, "[0,1]", "[0]")), Failure::Unsettled { profiles: 1 });
        // Nobody is settled twice, and nobody who is not there.
        assert_eq!(wrong(|f| replace(f, FILE, "[0,1]", "[0,2]")), Failure::NoProof);
        assert_eq!(wrong(|f| replace(f, FILE, "[0,1]", "[0,0]")), Failure::NoProof);
        // Multipliers that weigh nobody, or against those who are settled.
        for seats in ["0", "-1"] {
            let wrong = wrong(|f| replace(f, FILE, "\"seats\":\"1\"", &format!("\"seats\":\"{seats}\"")));
            assert_eq!(wrong, Failure::Level { level: 0 }, "{seats}");
        }
    }

    /// Six people in two profiles of three, for two seats: 3 + 2 + 2 binary digits, and twice 64, are 41 decimal ones.
    #[test]
    fn nobody_is_kept_busy_by_numbers_that_no_true_certificate_has() {
        let seats = |digits: usize| {
            let (from, to) = ("\"seats\":\"1\"", format!("\"seats\":\"{}\"", "7".repeat(digits)));
            let mut folder = record();
            replace(&mut folder, FILE, from, &to);
            crate::verify::honest::refreeze(&mut folder);
            outcome(&folder, Id::Fairness)
        };
        // Any number that weighs everybody alike proves as much.
        assert_eq!(seats(41), Outcome::Pass);
        assert_eq!(seats(42), Outcome::Fail(Failure::Digits { most: 41 }));
        assert_eq!(seats(9_000), Outcome::Fail(Failure::Digits { most: 41 }));
        let value = wrong(|f| replace(f, FILE, "\"1/3\"", &format!("\"1/{}\"", 1u128 << 80)));
        assert_eq!(value, Failure::Denominator);
    }

    #[test]
    fn whoever_is_said_to_be_on_no_panel_holds_no_ticket() {
        let wrong = wrong(|f| {
            replace(f, FILE, "[0,1]", "[1]");
            replace(f, FILE, "\"shut_out\": []", "\"shut_out\": [0]");
        });
        assert_eq!(wrong, Failure::NoProof);
    }

    /// A third of 36 tickets is 12, of which 3 are a quarter.
    #[test]
    fn too_few_tickets_cannot_show_it() {
        let few = |tickets: u64| {
            let mut folder = record();
            replace(&mut folder, "public/lottery.csv", "0,899", &format!("0,{}", tickets - 1));
            replace(&mut folder, "public/profiles.csv", "0,3,900", &format!("0,3,{tickets}"));
            replace(&mut folder, "public/profiles.csv", "1,3,900", &format!("1,3,{tickets}"));
            state(&mut folder, "public/about.json", "tickets", json!(tickets));
            folder
        };
        assert_eq!(refrozen(few(33), Id::Fairness, |_| {}), Failure::FewTickets { tickets: 33, needed: 36 });
        let mut enough = few(36);
        crate::verify::honest::refreeze(&mut enough);
        assert_eq!(outcome(&enough, Id::Fairness), Outcome::Pass);
    }

    /// A cut that is not needed, "at most one man", makes the proof lean on a search.
    #[test]
    fn a_proof_that_leans_on_a_search_is_as_good_as_the_search() {
        let mut folder = record();
        let mut certificate = fairness::read(&folder[FILE]).unwrap();
        certificate.cuts = vec![crate::lottery::certificate::Cut { terms: vec![(0, 1)], most: 1 }];
        certificate.levels[0].why.cuts = vec![(0, crate::lottery::certificate::Text(1.into()))];
        folder.insert(FILE.into(), fairness::text(&certificate));
        crate::verify::honest::refreeze(&mut folder);
        let claim = |found: Option<bool>| {
            let agrees: Searcher = |_, _, _| Some(true);
            let disagrees: Searcher = |_, _, _| Some(false);
            let search = found.map(|holds| if holds { agrees } else { disagrees });
            let known = crate::verify::Known { search, ..Default::default() };
            crate::verify::verify(&folder, &known).claim(Id::Fairness).clone()
        };
        assert_eq!(claim(None).outcome, Outcome::NotChecked(Why::NotSearched));
        assert_eq!(claim(Some(false)).outcome, Outcome::Fail(Failure::SearchDisagrees));
        let passed = claim(Some(true));
        assert_eq!((passed.outcome, passed.remarks), (Outcome::Pass, vec![Remark::Searched]));
    }

    #[test]
    fn where_nothing_leans_on_a_search_nothing_is_told_of_one() {
        let report = crate::verify::verify(&record(), &crate::verify::Known::default());
        let claim = report.claim(Id::Fairness);
        assert_eq!((&claim.outcome, &claim.remarks[..]), (&Outcome::Pass, &[][..]));
    }

    /// Whom the quotas let on no panel is told; no search need show it.
    #[test]
    fn whoever_can_be_on_no_panel_is_told() {
        let mut folder = crate::verify::honest::shut_out();
        let told = Remark::NoPanel { people: 3, searched: 0 };
        let claim = |folder: &Folder, search| {
            let known = crate::verify::Known { search, ..Default::default() };
            crate::verify::verify(folder, &known).claim(Id::Fairness).clone()
        };
        let plain = claim(&folder, None);
        assert_eq!((plain.outcome, plain.remarks), (Outcome::Pass, vec![told.clone()]));
        let mut certificate = fairness::read(&folder[FILE]).unwrap();
        certificate.cuts = vec![crate::lottery::certificate::Cut { terms: vec![(1, 1)], most: 2 }];
        certificate.levels[0].why.cuts = vec![(0, crate::lottery::certificate::Text(1.into()))];
        folder.insert(FILE.into(), fairness::text(&certificate));
        crate::verify::honest::refreeze(&mut folder);
        let search: Searcher = |_, _, by_search| Some(by_search.is_empty());
        let leaning = claim(&folder, Some(search));
        assert_eq!((leaning.outcome, leaning.remarks), (Outcome::Pass, vec![told, Remark::Searched]));
    }
}

//! V20 to V22. Each seat plan below `sessions/` follows from its inputs and seed, as do the lists handed
//! out; it keeps its rules, and has true figures. A plan changed on the day is made again from the plan before it.

use super::report::{Claim, Failure, Id, Tally};
use crate::bundle::{Folder, files};
use crate::sessions::verify::{self as seats, Outcome, Saved};

/// Checks the claims of all seat plans in a record, which takes as long as making them did; none when
/// there is no seat plan.
pub fn seat_plans(folder: &Folder) -> Vec<Claim> {
    let mut names: Vec<&str> =
        files::below(folder, files::SESSIONS).filter_map(|(path, _)| Some(path.split_once('/')?.0)).collect();
    names.dedup();
    if names.is_empty() {
        return vec![];
    }
    let mut follows = Tally::new(Id::SeatsFollow);
    let mut rules = Tally::new(Id::SeatRules);
    let mut figures = Tally::new(Id::SeatFigures);
    let mut plans: Vec<(&str, Saved)> = vec![];
    for name in names {
        let file = |file: &str| folder.get(&format!("{}{name}/{file}", files::SESSIONS)).cloned();
        match Saved::read(&file, name) {
            Ok((saved, _)) => plans.push((name, saved)),
            Err(_) => _ = follows.check(false, || Failure::SeatPlan { plan: name.to_owned() }),
        }
    }
    for (name, saved) in &plans {
        let change = saved.record.as_ref().and_then(|record| record.change.as_ref());
        let before = plans.iter().map(|(_, saved)| saved).find(|before| {
            change.is_some_and(|change| {
                before.seats.to_string() == change.seatplan_before
                    && before.inputs.to_string() == change.inputs_before
            })
        });
        let plan = || (*name).to_owned();
        for (claim, outcome) in saved.check(before, &mut |_| {}) {
            let holds = outcome == Outcome::Holds;
            match (claim, &outcome) {
                (seats::Claim::Inputs, _) => {
                    _ = follows.check(holds, || Failure::SeatInputs { plan: plan() })
                }
                (seats::Claim::Follows, Outcome::Fails(0, _)) => {
                    let file = format!("{}{name}/seatplan.csv", files::SESSIONS);
                    follows.check(false, || Failure::List { file });
                }
                (seats::Claim::Follows, Outcome::Fails(wrong, _)) => {
                    let seats = *wrong as u64;
                    follows.check(false, || Failure::SeatsDiffer { plan: plan(), seats });
                }
                (seats::Claim::Follows, _) => _ = follows.check(holds, || Failure::SeatPlan { plan: plan() }),
                (seats::Claim::Rules, _) => _ = rules.check(holds, || Failure::SeatRule { plan: plan() }),
                (seats::Claim::Figures, _) => {
                    _ = figures.check(holds, || Failure::SeatFigure { plan: plan() })
                }
                (seats::Claim::Lists, Outcome::Fails(_, lists)) => {
                    for list in lists {
                        let file = format!("{}{name}/{list}", files::SESSIONS);
                        follows.check(false, || Failure::List { file });
                    }
                }
                // A list that is not kept with the record was handed out, perhaps; no claim is made of it.
                (seats::Claim::Lists, _) => _ = follows.check(true, || Failure::SeatPlan { plan: plan() }),
            }
        }
    }
    vec![follows.claim(), rules.claim(), figures.claim()]
}

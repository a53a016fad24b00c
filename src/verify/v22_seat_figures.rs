//! V22. The figures of each seat plan are what its seats give.

use super::report::{Claim, Failure, Id, Tally, Why, not_checked};
use super::seats::{Plans, unusable};
use crate::bundle::Folder;
use crate::sessions::record::REPORT_FILE;
use crate::sessions::record::verify::{self as seats, Outcome};

pub(super) fn check(plans: &Plans<'_>, folder: &Folder) -> Claim {
    if plans.kept.is_empty() {
        return not_checked(Id::SeatFigures, Why::NoSeatPlan);
    }
    let mut tally = Tally::new(Id::SeatFigures);
    for plan in &plans.kept {
        let outcome = plan.outcome(seats::Claim::Figures);
        tally.check(outcome == Some(&Outcome::Holds), || match outcome {
            // The same figures, written otherwise or twice.
            Some(Outcome::Fails(0, _) | Outcome::NotChecked(_)) => unusable(folder, plan.name, REPORT_FILE),
            _ => Failure::SeatFigure { plan: plan.name.to_owned() },
        });
    }
    tally.claim()
}

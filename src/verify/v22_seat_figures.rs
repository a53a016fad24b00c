//! V22. The figures of each seat plan are what its seats give.

use super::report::{Claim, Failure, Id, Tally, Why, not_checked};
use super::seats::Plans;
use crate::sessions::verify as seats;

pub(super) fn check(plans: &Plans<'_>) -> Claim {
    if plans.kept.is_empty() {
        return not_checked(Id::SeatFigures, Why::NoSeatPlan);
    }
    let mut tally = Tally::new(Id::SeatFigures);
    for plan in &plans.kept {
        let right = plan.holds(seats::Claim::Figures);
        tally.check(right, || Failure::SeatFigure { plan: plan.name.to_owned() });
    }
    tally.claim()
}

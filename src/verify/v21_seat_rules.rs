//! V21. Each seat plan keeps all its rules.

use super::report::{Claim, Failure, Id, Tally, Why, not_checked};
use super::seats::Plans;
use crate::sessions::record::verify::{self as seats, Outcome};

pub(super) fn check(plans: &Plans<'_>) -> Claim {
    if plans.kept.is_empty() {
        return not_checked(Id::SeatRules, Why::NoSeatPlan);
    }
    let mut tally = Tally::new(Id::SeatRules);
    for plan in &plans.kept {
        let right = plan.outcome(seats::Claim::Rules) == Some(&Outcome::Holds);
        tally.check(right, || Failure::SeatRule { plan: plan.name.to_owned() });
    }
    tally.claim()
}

//! V9. The chances published are those that the tickets give, and they add up to the seats.

use super::report::{Claim, Failure, Id, Step, Tally, not_checked};
use super::v06_people::fact_failure;
use super::v07_tickets::Lottery;
use crate::bundle::freeze;

pub(super) fn check(lottery: &Step<Lottery<'_>>, admitted: &Step<()>) -> Claim {
    let lottery = match lottery {
        Ok(lottery) => lottery,
        Err(why) => return not_checked(Id::Chances, *why),
    };
    let mut tally = Tally::new(Id::Chances);
    let people = lottery.people;
    let Some(seating) = lottery.seating() else {
        tally.fail(Failure::NoSuchPanel);
        return tally.claim();
    };
    let mut sum: u128 = 0;
    for (profile, (stated, &found)) in people.profiles.iter().zip(seating.totals()).enumerate() {
        let stated = stated.tickets;
        tally.check(stated == found, || Failure::Chance { profile, stated, found });
        sum += u128::from(found);
    }
    // Panels of the wrong size are V8's to report.
    if admitted.is_ok() {
        let due = u128::from(people.about.seats) * u128::from(people.about.tickets);
        tally.check(sum == due, || Failure::Fact {
            fact: "sum of chances",
            stated: due.to_string(),
            found: sum.to_string(),
        });
    }
    let least = freeze::least(&seating, &people.problem.sizes);
    tally.check(people.about.least == least, || fact_failure("least", people.about.least, least));
    tally.claim()
}

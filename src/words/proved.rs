//! What a certificate proves, in plain English. May import everything but `io` and `cli`.

use super::{en, number};
use crate::bundle::fairness::Exact;
use crate::lottery::objective::Objective;
use crate::verify::report::Proved;
use num_bigint::BigInt;

/// What the certificate proves, in a sentence or two.
pub fn proved(proved: &Proved) -> String {
    let (nobody, everybody) = match proved.shut_out {
        0 => (String::new(), "everybody"),
        people => (
            format!("{} can be on no panel under these quotas. Of the others, nobody", en::people(people)),
            "all of these others",
        ),
    };
    let nobody = if nobody.is_empty() { "Nobody" } else { &nobody };
    let least = format!(
        "The objective is {}. {nobody} has less than {} in {}; the largest chance is {}",
        proved.objective.word(),
        number(proved.least),
        number(proved.tickets),
        number(proved.most)
    );
    let best = match (proved.objective, &proved.bound, &proved.gap, &proved.measure) {
        (Objective::Leximin | Objective::Maximin, Some(bound), ..) => format!(
            " No lottery that meets these quotas can give {everybody} more than {} in {}.{}",
            in_tickets(bound, proved.tickets),
            number(proved.tickets),
            match (proved.objective, proved.within) {
                (Objective::Maximin, _) => BEYOND_MAXIMIN,
                (_, false) => BEYOND_LEXIMIN,
                (_, true) => BEYOND_WITHIN,
            }
        ),
        (Objective::Nash, _, Some(gap), _) => format!(
            " No lottery that meets these quotas has a geometric mean of chances more than {} % above this one's.",
            decimals(&(gap * BigInt::from(100)), true)
        ),
        (Objective::Goldilocks, .., Some((measure, least))) => format!(
            " Largest chance over mean, plus mean over smallest, is {}; no lottery that meets these quotas gets it below {}. Nothing is proved about how even the chances between the two are.",
            decimals(measure, true),
            decimals(least, false)
        ),
        _ => String::new(),
    };
    format!("{least}.{best}")
}

/// What maximin leaves open.
const BEYOND_MAXIMIN: &str = " Nothing is proved about how even the larger chances are.";
/// What leximin settles besides.
const BEYOND_LEXIMIN: &str = " The chances of all others are settled in the same way, from the lowest up: nobody's is more than about three tickets from what the fairest lottery gives.";
/// The same of a search that ended a little short.
const BEYOND_WITHIN: &str = " The chances of all others are settled in the same way, from the lowest up. The search ended a little short: nobody's is more than about three tickets and 0.0101 percentage points from what the fairest lottery gives.";

/// With six decimals, rounded up or down.
pub fn decimals(exact: &Exact, up: bool) -> String {
    let scaled = exact * BigInt::from(1_000_000);
    let scaled = if up { scaled.ceil() } else { scaled.floor() };
    let scaled = u64::try_from(scaled.to_integer()).unwrap_or(0);
    format!("{}.{:06}", number(scaled / 1_000_000), scaled % 1_000_000)
}

/// A chance in tickets, with three decimals, rounded up.
fn in_tickets(bound: &Exact, tickets: u64) -> String {
    let thousandths = (bound * BigInt::from(tickets) * BigInt::from(1000)).ceil().to_integer();
    let thousandths = u64::try_from(thousandths).unwrap_or(u64::MAX);
    format!("{}.{:03}", number(thousandths / 1000), thousandths % 1000)
}

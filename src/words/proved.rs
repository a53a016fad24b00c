//! What a certificate proves, in plain English. May import everything but `io` and `cli`.

use super::{counted, en, number};
use crate::bundle::fairness::Exact;
use crate::lottery::objective::Objective;
use crate::lottery::shape::Range;
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
            " No lottery that meets these quotas can give {everybody} more than {} in {}{}.{}",
            in_tickets(bound, proved.tickets),
            number(proved.tickets),
            as_fraction(bound),
            match proved.off {
                Some(off) => format!("{LEVELS} {}", single(off)),
                None => format!(
                    " {NOTHING} about larger chances or about any single person: somebody may hold as many as {} more than \
                     another lottery gives that is as good.",
                    counted(proved.most.saturating_sub(proved.least), "ticket", "tickets")
                ),
            }
        ),
        (Objective::Nash, _, Some(gap), _) => format!(
            " No lottery that meets these quotas has a geometric mean of chances more than {} % above this one's.{}",
            decimals(&(gap * BigInt::from(100)), true),
            proved.off.map(|off| format!(" {UNIQUE} {}", single(off))).unwrap_or_default()
        ),
        (Objective::Goldilocks, .., Some((measure, least))) => format!(
            " Largest chance over mean, plus mean over smallest, is {}; no lottery that meets these quotas gets it below {}. {NOTHING} about any single person's chance.",
            decimals(measure, true),
            decimals(least, false)
        ),
        _ => String::new(),
    };
    format!("{least}.{best}")
}

/// What leximin settles besides the smallest chance.
const LEVELS: &str = " The chances of all others are settled in the same way, from the lowest up, in exact fractions: no lottery is fairer.";
/// What Nash settles.
const UNIQUE: &str = "The chances with the largest product are unique.";
/// What maximin and goldilocks leave open.
const NOTHING: &str = "Nothing is proved";

/// The claim about people.
fn single(off: u64) -> String {
    match off {
        0 => "Everybody holds exactly the tickets that these chances give.".to_owned(),
        off => format!(
            "Nobody holds more than {} above or below what these chances give.",
            counted(off, "ticket", "tickets")
        ),
    }
}

/// ", which is 13 in 199", where that is short.
fn as_fraction(bound: &Exact) -> String {
    match (u64::try_from(bound.numer()), u64::try_from(bound.denom())) {
        (Ok(a), Ok(b)) if b < 1_000_000 => format!(", which is {} in {}", number(a), number(b)),
        _ => String::new(),
    }
}

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

/// Why it is not shown that a lottery is the fairest by its objective.
pub(super) fn not_optimal(objective: Objective, gap: &str) -> String {
    match objective {
        _ if gap == "-" => {
            "The certificate proves nothing, so it is not shown that this lottery is the fairest.".to_owned()
        }
        Objective::Leximin | Objective::Maximin => {
            "Somebody's chance is below what the certificate shows to be possible: it is not shown that this lottery is the fairest."
                .to_owned()
        }
        Objective::Nash => format!(
            "By the certificate, the geometric mean of the chances could be {gap} of itself higher: it is not shown that this lottery has the largest product of chances."
        ),
        Objective::Goldilocks => format!(
            "By the certificate, the extremes could be {gap} of themselves closer to the mean: it is not shown that this lottery keeps the largest and the smallest chance as close to it as can be."
        ),
    }
}

/// How far the seats of the values differ from ticket to ticket.
pub fn shape(seats: &[Range], tickets: u64) -> String {
    let wide: Vec<&Range> = seats.iter().filter(|range| !range.is_central(tickets)).collect();
    let Some(widest) = wide.iter().map(|range| range.most - range.least).max() else {
        return "On every ticket each value has its average of seats, rounded down or up.".to_owned();
    };
    let values = counted(seats.len() as u64, "value", "values");
    format!(
        "On every ticket {} of {values} have their average of seats, rounded down or up; of the others the seats \
         differ by up to {widest} from one ticket to another.",
        number((seats.len() - wide.len()) as u64)
    )
}

/// What no record can show.
pub const CANNOT_SHOW: [&str; 7] = [
    "that the commitment was public before the seed was known: only whoever saw it then can say;",
    "that the list of people who could be invited was complete;",
    "that what people answered about themselves is true;",
    "that whoever was excluded, or had a seat already, was so for the reason given;",
    "that nobody was pressed to volunteer, to stay away or to withdraw;",
    "that words or numbers given as the seed are those that people saw or heard, unless a beacon signed them;",
    "that there was no other lottery with the same people, or an earlier or later draw whose record was left out.",
];

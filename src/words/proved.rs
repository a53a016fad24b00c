//! What a certificate proves, in words of `proved.ftl`. May import everything but `io` and `cli`.

use super::catalogue::{Lang, number, say};
use super::parts::{decimal, people, percent, several, tickets, yes};
use super::shown;
use crate::bundle::fairness::Exact;
use crate::bundle::ranges::ValueRange;
use crate::lottery::objective::Objective;
use crate::lottery::shape::Range;
use crate::verify::report::Proved;
use num_bigint::BigInt;

/// What the certificate proves, in a sentence or two.
pub fn proved(lang: Lang, proved: &Proved) -> String {
    let best = match best(lang, proved) {
        sentence if sentence.is_empty() => sentence,
        sentence => format!(" {sentence}"),
    };
    let (objective, tickets) = (proved.objective.word(), number(lang, proved.tickets));
    let (least, most) = (number(lang, proved.least), number(lang, proved.most));
    match proved.shut_out {
        0 => say!(
            lang,
            "proved-least",
            objective = objective,
            least = least,
            tickets = tickets,
            most = most,
            best = best,
        ),
        shut_out => say!(
            lang,
            "proved-least-shut-out",
            objective = objective,
            people = people(lang, shut_out),
            least = least,
            tickets = tickets,
            most = most,
            best = best,
        ),
    }
}

/// What no other lottery does better.
fn best(lang: Lang, proved: &Proved) -> String {
    match (proved.objective, &proved.bound, &proved.gap, &proved.measure) {
        (Objective::Leximin | Objective::Maximin, Some(bound), ..) => {
            let bound = say!(
                lang,
                "proved-bound",
                others = yes(proved.shut_out > 0),
                bound = in_tickets(lang, bound, proved.tickets),
                tickets = number(lang, proved.tickets),
                fraction = as_fraction(lang, bound),
            );
            let rest = match proved.off {
                Some(off) => format!("{} {}", say!(lang, "proved-levels"), single(lang, off)),
                None => say!(
                    lang,
                    "proved-nothing-larger",
                    tickets = tickets(lang, proved.most.saturating_sub(proved.least)),
                ),
            };
            format!("{bound} {rest}")
        }
        (Objective::Nash, _, Some(gap), _) => {
            let percents = plain_decimals(&(gap * BigInt::from(100)), true);
            let mut text = say!(lang, "proved-nash", gap = percent(lang, &percents));
            if let Some(off) = proved.off {
                text.push_str(&format!(" {} {}", say!(lang, "proved-unique"), single(lang, off)));
            }
            text
        }
        (Objective::Goldilocks, .., Some((measure, least))) => say!(
            lang,
            "proved-goldilocks",
            measure = decimals(lang, measure, true),
            least = decimals(lang, least, false),
        ),
        _ => String::new(),
    }
}

/// The claim about people.
fn single(lang: Lang, off: u64) -> String {
    match off {
        0 => say!(lang, "proved-exactly"),
        off => say!(lang, "proved-within", tickets = tickets(lang, off)),
    }
}

/// ", which is 13 in 199", where that is short.
fn as_fraction(lang: Lang, bound: &Exact) -> String {
    match (u64::try_from(bound.numer()), u64::try_from(bound.denom())) {
        (Ok(a), Ok(b)) if b < 1_000_000 => say!(lang, "proved-fraction", part = a, whole = b),
        _ => String::new(),
    }
}

/// With six decimals, rounded up or down.
pub fn decimals(lang: Lang, exact: &Exact, up: bool) -> String {
    super::parts::decimal(lang, &plain_decimals(exact, up))
}

fn plain_decimals(exact: &Exact, up: bool) -> String {
    let scaled = exact * BigInt::from(1_000_000);
    let scaled = if up { scaled.ceil() } else { scaled.floor() };
    let scaled = u64::try_from(scaled.to_integer()).unwrap_or(0);
    format!("{}.{:06}", number(Lang::En, scaled / 1_000_000), scaled % 1_000_000)
}

/// A chance in tickets, with three decimals, rounded up.
fn in_tickets(lang: Lang, bound: &Exact, tickets: u64) -> String {
    let thousandths = (bound * BigInt::from(tickets) * BigInt::from(1000)).ceil().to_integer();
    let thousandths = u64::try_from(thousandths).unwrap_or(u64::MAX);
    let text = format!("{}.{:03}", number(Lang::En, thousandths / 1000), thousandths % 1000);
    super::parts::decimal(lang, &text)
}

/// Why it is not shown that a lottery is the fairest by its objective.
pub(super) fn not_optimal(lang: Lang, objective: Objective, gap: &str) -> String {
    let gap = super::parts::decimal(lang, gap);
    match objective {
        _ if gap == "-" => say!(lang, "not-proved"),
        Objective::Leximin | Objective::Maximin => say!(lang, "not-leximin"),
        Objective::Nash => say!(lang, "not-nash", gap = gap),
        Objective::Goldilocks => say!(lang, "not-goldilocks", gap = gap),
    }
}

/// How far the seats of the values differ from ticket to ticket.
pub fn shape(lang: Lang, seats: &[Range], tickets: u64) -> String {
    let wide: Vec<&Range> = seats.iter().filter(|range| !range.is_central(tickets)).collect();
    let Some(widest) = wide.iter().map(|range| range.most - range.least).max() else {
        return say!(lang, "shape-all");
    };
    say!(
        lang,
        "shape-some",
        some = seats.len() - wide.len(),
        values = several(lang, "values", seats.len() as u64),
        widest = widest,
    )
}

/// The same, and the fewest and most seats of each value, beside its average where these differ.
pub fn values_on_tickets(lang: Lang, values: &[ValueRange], tickets: u64) -> String {
    let seats: Vec<Range> = values.iter().map(|value| value.seats).collect();
    let mut list = String::new();
    let mut feature = None;
    for value in values {
        let between = if list.is_empty() { "" } else { "; " };
        match feature.replace(&value.feature) {
            Some(last) if *last == value.feature => list.push_str(", "),
            _ => list.push_str(&format!("{between}{}: ", shown(&value.feature))),
        }
        let Range { least, most, .. } = value.seats;
        let average = decimal(lang, &value.seats.average(tickets));
        list.push_str(&match least == most {
            true => format!("{} {least}", shown(&value.value)),
            false => format!("{} {least}-{most} ({average})", shown(&value.value)),
        });
    }
    let shape = shape(lang, &seats, tickets);
    if values.is_empty() {
        shape
    } else {
        format!("{shape} {}", say!(lang, "seats-on-tickets", values = list))
    }
}

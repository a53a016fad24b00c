//! A lottery for people to look at, and for programs. Imports `bundle`, `panel`, `words` and its
//! siblings.

use super::freezing::Made;
use super::json;
use super::layout::{cell, fine_percent, lines, percent, table};
use super::outlook::{few_json, few_panels, no_chance, no_chance_json};
use super::quota_table::quota;
use super::settled;
use crate::base::fault::Faults;
use crate::bundle::Detail;
use crate::lottery::shape::{Range, ranges};
use crate::lottery::solve::{Objective, Status};
use crate::panel::Seating;
use crate::panel::statistics::Spread;
use crate::pool::Pool;
use crate::quotas::{self, Feature, Quotas};
use crate::words::claims::{decimals, shape};
use crate::words::{counted, en, number, shown};
use num_bigint::BigInt;
use serde_json::{Value, json};
use std::path::Path;

/// Bars of the chart.
const BARS: usize = 10;
/// Width of the longest bar.
const WIDTH: u64 = 40;

fn spread(made: &Made) -> Option<Spread> {
    let sizes = &made.profiles.problem.sizes;
    Seating::new(&made.lottery.tickets, sizes).map(|seating| Spread::of(&seating, sizes.len()))
}

/// The whole report: who can be on no panel, the figures, the quotas and the chart.
pub fn text(pool: &Pool, made: &Made) -> String {
    let Some(spread) = spread(made) else { return String::new() };
    [
        settled::text(pool),
        few_panels(made.lottery.few.as_ref()),
        shut_out(pool, made),
        figures(made, &spread),
        quotas(pool, made),
        chart(&spread),
        privacy(made),
    ]
    .concat()
}

/// The people who can be on no panel, and the quotas that shut them out.
fn shut_out(pool: &Pool, made: &Made) -> String {
    let text = no_chance(pool, &made.profiles, &made.lottery.shut_out);
    if text.is_empty() { text } else { text + "\n" }
}

fn figures(made: &Made, spread: &Spread) -> String {
    let ((smallest, fewest), (largest, most)) = (spread.smallest(), spread.largest());
    let about = &made.frozen.about;
    let mut rows = vec![
        ("People", number(about.people)),
        ("Profiles (people who are alike)", number(about.profiles)),
        ("Seats", number(u64::from(about.seats))),
        ("Objective", about.objective.clone()),
        ("Status", status(made)),
        ("Tickets", number(about.tickets)),
        ("Different panels by profile", number(made.lottery.tickets.shares.len() as u64)),
        ("Smallest chance", chance(smallest.tickets, smallest.of, fewest)),
        ("Mean chance", format!("{:.3} %", spread.mean() * 100.0)),
        ("Largest chance", chance(largest.tickets, largest.of, most)),
        ("Gini", format!("{:.2} %", spread.gini() * 100.0)),
        ("Geometric mean", format!("{:.3} %", spread.geometric_mean() * 100.0)),
    ];
    if let Some((measure, _)) = &made.frozen.found.measure {
        rows.push(("Measure: largest / mean + mean / smallest", decimals(measure, true)));
    }
    rows.extend(limit(made));
    rows.push(("Off the fairest chances", single(made)));
    let width = rows.iter().map(|r| r.0.chars().count()).max().unwrap_or(0);
    let lines: Vec<String> = rows.iter().map(|(name, value)| format!("{name:width$}  {value}\n")).collect();
    lines.concat() + "\n"
}

/// What no lottery can better, by the certificate.
fn limit(made: &Made) -> Option<(&'static str, String)> {
    let (about, found) = (&made.frozen.about, &made.frozen.found);
    let how = if found.leans_on_search { "by a search over panels" } else { "proved" };
    let (whom, what) = match made.making.objective {
        Objective::Leximin | Objective::Maximin => {
            let whom = match made.lottery.shut_out.is_empty() {
                true => "No lottery gives everybody more than",
                false => "No lottery gives all others more than",
            };
            (whom, bound_in_percent(about.bound.as_ref()?))
        }
        Objective::Nash => {
            let percent = found.gap.as_ref()? * BigInt::from(100);
            (
                "No geometric mean is higher by more than",
                format!("{} % of this one", decimals(&percent, true)),
            )
        }
        Objective::Goldilocks => {
            ("No lottery has a measure below", decimals(&found.measure.as_ref()?.1, false))
        }
    };
    Some((whom, format!("{what} ({how})")))
}

/// What is proved about every single person.
fn single(made: &Made) -> String {
    match made.frozen.found.off {
        Some(off) => format!("nobody by more than {}", counted(off, "ticket", "tickets")),
        None => "nothing is proved about single people".to_owned(),
    }
}

/// The proved bound, a decimal fraction of 12 places, as a percentage of 6 places rounded up.
fn bound_in_percent(bound: &str) -> String {
    let digits: u128 = bound.replace('.', "").parse().unwrap_or(0);
    let millionths = digits.div_ceil(10_000);
    format!("{}.{:06} %", millionths / 1_000_000, millionths % 1_000_000)
}

/// "65,326 of 1,000,000 = 6.533 %, 199 people".
fn chance(tickets: u64, of: u64, people: u64) -> String {
    let thousandths = (u128::from(tickets) * 200_000 + u128::from(of)) / (2 * u128::from(of));
    format!(
        "{} of {} = {}.{:03} %, {}",
        number(tickets),
        number(of),
        thousandths / 1000,
        thousandths % 1000,
        en::people(people)
    )
}

/// How the search ended, in words.
fn status(made: &Made) -> String {
    let best = match made.making.objective {
        Objective::Leximin | Objective::Maximin => "the fairest",
        Objective::Nash => "the largest product of chances",
        Objective::Goldilocks => "the least measure",
    };
    let by = if made.making.objective.has_levels() { "in chance" } else { "in parts of it" };
    match made.lottery.status {
        // Rounding to few tickets can cost more than the search left open.
        _ if made.frozen.found.excess.is_none() => match made.frozen.about.least {
            0 => "not shown to be the fairest: somebody holds no ticket".to_owned(),
            _ => "not shown to be the fairest: no exact proof was found".to_owned(),
        },
        Status::Optimal => format!("{best} there is"),
        Status::Within(gap) => format!("within {gap:.1e} of {best} {by}"),
        Status::StoppedAfter(gap) => {
            format!("stopped when the work allowed was used up, within {gap:.1e} of {best} {by}")
        }
    }
}

fn quotas(pool: &Pool, made: &Made) -> String {
    let mut table = table(
        &["Feature", "Value", "Pool", "Share", "Quota", "Seats", "Seats on average", "Chance on average"],
        2,
    );
    let seats = seats(pool, made);
    let tickets = made.frozen.about.tickets;
    let mut at = 0;
    for (feature, counts) in pool.quotas().features.iter().zip(pool.counts()) {
        for (i, (value, people)) in feature.values.iter().zip(counts).enumerate() {
            let Range { least, most, total } = seats[at];
            let hundredths = (total * 200 + tickets) / (2 * tickets);
            table.add_row([
                cell(if i == 0 { &feature.name } else { "" }),
                cell(&value.name),
                cell(&number(people)),
                cell(&percent(people, pool.len() as u64)),
                cell(&quota(value.min, value.max)),
                cell(&quota(least, most)),
                cell(&format!("{}.{:02}", hundredths / 100, hundredths % 100)),
                cell(&if people == 0 { "-".to_owned() } else { fine_percent(total, people * tickets) }),
            ]);
            at += 1;
        }
    }
    lines(&table) + "Seats: the fewest and the most on any ticket. " + &shape(&seats, tickets) + "\n\n"
}

/// For each quota row the seats that it gets.
fn seats(pool: &Pool, made: &Made) -> Vec<Range> {
    // Behind the quotas come the homes of a household rule.
    let mut seats = ranges(&made.profiles.problem, &made.lottery.tickets);
    seats.truncate(pool.quotas().lines());
    seats
}

/// How many people have which chance, as bars.
fn chart(spread: &Spread) -> String {
    let (low, high) = (spread.smallest().0.tickets, spread.largest().0.tickets);
    let bars = if high == low { 1 } else { BARS.min((high - low + 1) as usize) };
    let mut people = vec![0u64; bars];
    let width = (high - low) / bars as u64 + 1;
    for &(held, count) in &spread.held {
        people[((held - low) / width) as usize] += count;
    }
    // The last bars may be beyond the largest chance when the range does not divide evenly.
    let used = ((high - low) / width) as usize + 1;
    let most = people.iter().copied().max().unwrap_or(1).max(1);
    let mut text = "People by their chance\n".to_owned();
    let percentages: Vec<(String, String)> = (0..used as u64)
        .map(|bar| {
            let from = low + bar * width;
            (fine_percent(from, spread.tickets), fine_percent((from + width - 1).min(high), spread.tickets))
        })
        .collect();
    let longest =
        |of: fn(&(String, String)) -> &String| percentages.iter().map(|p| of(p).len()).max().unwrap_or(0);
    let (left, right) = (longest(|p| &p.0), longest(|p| &p.1));
    for ((from, to), &count) in percentages.iter().zip(&people) {
        let bar = bar(count, most, WIDTH);
        let range = if from == to {
            format!("{:>1$}", from, left + right + 3)
        } else {
            format!("{from:>left$} - {to:>right$}")
        };
        text.push_str(format!("  {range}  {bar} {}", number(count)).trim_end());
        text.push('\n');
    }
    text + "\n"
}

/// A bar for `part` of `whole`, which has `width` blocks.
pub fn bar(part: u64, whole: u64, width: u64) -> String {
    let eighths = (part * width * 8).div_ceil(whole.max(1));
    let mut bar = "█".repeat((eighths / 8) as usize);
    if !eighths.is_multiple_of(8) {
        bar.push(['▏', '▎', '▍', '▌', '▋', '▊', '▉'][(eighths % 8 - 1) as usize]);
    }
    bar
}

fn privacy(made: &Made) -> String {
    let about = &made.frozen.about;
    let have = if about.unique == 1 { "has" } else { "have" };
    match about.detail {
        Detail::Codes => format!(
            "The public part shows {} under codes; {} of them {have} a combination of features that nobody else in the pool has.\n\
             Whoever knows such a person may recognise the row. With --public-detail profiles only counts are published.\n\n",
            en::people(about.people),
            number(about.unique)
        ),
        Detail::Profiles => format!(
            "The public part shows only how many people are alike; {} {have} a combination of features that nobody else in the pool has.\n\n",
            en::people(about.unique)
        ),
    }
}

/// What was saved, and what to do next.
pub fn next(quotas: &Quotas, made: &Made, out: &Path) -> String {
    let out = shown(&out.to_string_lossy());
    let mut text = format!(
        "Saved: the lottery in {out}. Its folder \"sealed\" says who stands behind the codes: keep it closed.\n\
         Publish this line, and the folder \"public\", before the seed is known:\n  {}\n",
        made.frozen.commitment
    );
    match made.making.charter.as_ref().and_then(|c| c.charter.seed.as_ref()) {
        Some(declared) => text.push_str(&format!("Then: {}\n", super::draw::wanted(declared))),
        None => text.push_str(
            "No source of the seed was declared in a charter. The draw works, but nobody can check afterwards that the seed was not chosen.\n",
        ),
    }
    if let Some(promised) = &made.promised {
        text.push_str(&format!(
            "The charter declares {}, for the case that people drop out: {}. \"geloot draw\" draws them in the same act.\n",
            counted(u64::from(promised.reserves), "reserve", "reserves"),
            super::reserves::in_words(&promised.attrition, quotas)
        ));
    }
    text
}

/// The same for programs.
pub fn json(pool: &Pool, made: &Made, faults: &Faults) -> Value {
    let Some(spread) = spread(made) else { return Value::Null };
    let about = &made.frozen.about;
    let work = made.lottery.work;
    json!({
        "people": about.people,
        "profiles": about.profiles,
        "seats": about.seats,
        "settled": settled::json(pool),
        "objective": about.objective,
        "status": about.status,
        "tickets": about.tickets,
        "panels": made.lottery.tickets.shares.len(),
        "few_panels": few_json(made.lottery.few.as_ref()),
        "min_chance": spread.smallest().0.to_string(),
        "people_at_min": spread.smallest().1,
        "max_chance": spread.largest().0.to_string(),
        "mean_chance": spread.mean(),
        "gini": spread.gini(),
        "geometric_mean": spread.geometric_mean(),
        "ideal_geometric_mean": made.lottery.ideal_geometric_mean(&made.profiles.problem),
        // The same as in about.json: rounding to tickets included.
        "gap": about.gap,
        "off": about.off,
        "gap_before_rounding": made.lottery.gap,
        "rounding_tickets": made.lottery.rounding,
        "bound": about.bound,
        "proof_by_search": made.frozen.found.leans_on_search,
        "unique_people": about.unique,
        "public_detail": about.detail,
        "commitment": made.frozen.commitment.to_string(),
        "values": values_json(pool, made),
        "shut_out": no_chance_json(pool, &made.profiles, &made.lottery.shut_out),
        "work": {
            "iterations": work.iterations, "scans": work.scans, "newton_steps": work.newton_steps,
            "programmes": work.programmes, "proofs": work.proofs,
        },
        "faults": json::faults(faults),
    })
}

/// For each value the fewest and most seats on any ticket, and the average.
fn values_json(pool: &Pool, made: &Made) -> Vec<Value> {
    let values = pool.quotas().features.iter().flat_map(|f| f.values.iter().map(move |v| (f, v)));
    let tickets = made.frozen.about.tickets;
    let one = |((feature, value), range): ((&Feature, &quotas::Value), Range)| {
        json!({
            "feature": feature.name, "value": value.name, "least": range.least, "most": range.most,
            "average": range.total as f64 / tickets as f64, "central": range.is_central(tickets),
        })
    };
    values.zip(seats(pool, made)).map(one).collect()
}

/// A quota row for programs.
pub fn quota_json(pool: &Pool, row: u32) -> Value {
    let values = pool.quotas().features.iter().flat_map(|f| f.values.iter().map(move |v| (f, v)));
    let home = || json!({ "household": true });
    values.into_iter().nth(row as usize).map_or_else(home, |(feature, value)| {
        json!({ "feature": feature.name, "value": value.name, "min": value.min, "max": value.max })
    })
}

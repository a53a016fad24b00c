//! A lottery for people to look at, and for programs. Imports `bundle`, `panel`, `words` and its
//! siblings.

use super::confirmed_excluded;
use super::json;
use super::layout::{cell, fine_percent, lines, paragraph, percent, table};
use super::quota_effects::{few_json, few_panels, no_chance, no_chance_json};
use super::talk::Talk;
use crate::assembly::Made;
use crate::base::fault::Faults;
use crate::bundle::Detail;
use crate::lottery::shape::{Range, ranges};
use crate::lottery::solve::{Objective, Status};
use crate::panel::Seating;
use crate::panel::statistics::Spread;
use crate::pool::Pool;
use crate::quotas::{self, Feature, Quotas};
use crate::words::catalogue::{Lang, args, block, number, say};
use crate::words::claims::{decimals, shape};
use crate::words::parts;
use crate::words::parts::quota;
use crate::words::refusals;
use crate::words::typed;
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
pub fn text(talk: &Talk, pool: &Pool, made: &Made) -> String {
    let lang = talk.lang();
    let Some(spread) = spread(made) else { return String::new() };
    [
        confirmed_excluded::text(lang, pool),
        few_panels(lang, made.lottery.few.as_ref()),
        shut_out(lang, pool, made),
        figures(lang, talk.details(), made, &spread),
        quotas(lang, pool, made),
        chart(lang, &spread),
        privacy(lang, made),
    ]
    .concat()
}

/// The people who can be on no panel, and the quotas that shut them out.
fn shut_out(lang: Lang, pool: &Pool, made: &Made) -> String {
    let text = no_chance(lang, pool, &made.profiles, &made.lottery.shut_out);
    if text.is_empty() { text } else { text + "\n" }
}

fn figures(lang: Lang, details: bool, made: &Made, spread: &Spread) -> String {
    let about = &made.frozen.about;
    let percent = |part: f64, places: usize| parts::percent(lang, &format!("{:.1$}", part * 100.0, places));
    // Who can be on no panel has been told before.
    let some = made.lottery.shut_out.is_empty();
    let smallest = spread.held.iter().filter(|held| some || held.0 > 0);
    let largest = spread.held.iter().rev();
    let mut rows = vec![
        (say!(lang, "fig-people"), number(lang, about.people)),
        (say!(lang, "fig-seats"), number(lang, u64::from(about.seats))),
        (say!(lang, "fig-status"), status(lang, made)),
        (say!(lang, "fig-tickets"), number(lang, about.tickets)),
        (say!(lang, "fig-smallest"), chance(lang, smallest, about.tickets)),
        (say!(lang, "fig-mean"), percent(spread.mean(), 3)),
        (say!(lang, "fig-largest"), chance(lang, largest, about.tickets)),
    ];
    if details {
        let panels = made.lottery.tickets.shares.len() as u64;
        rows.push((say!(lang, "fig-profiles"), number(lang, about.profiles)));
        rows.push((say!(lang, "fig-panels"), number(lang, panels)));
        rows.push((say!(lang, "fig-gini"), percent(spread.gini(), 2)));
        rows.push((say!(lang, "fig-geometric"), percent(spread.geometric_mean(), 3)));
    }
    // Whoever asked for another objective than the usual one knows its name.
    if details || made.making.objective != Objective::Leximin {
        rows.push((say!(lang, "fig-objective"), about.objective.clone()));
    }
    if let Some((measure, _)) = &made.frozen.found.measure {
        rows.push((say!(lang, "fig-measure"), decimals(lang, measure, true)));
    }
    rows.extend(limit(lang, made));
    rows.push((say!(lang, "fig-off"), single(lang, made)));
    let width = rows.iter().map(|r| r.0.chars().count()).max().unwrap_or(0);
    let lines: Vec<String> = rows.iter().map(|(name, value)| format!("{name:width$}  {value}\n")).collect();
    lines.concat() + "\n"
}

/// What no lottery can better, by the certificate.
fn limit(lang: Lang, made: &Made) -> Option<(String, String)> {
    let (about, found) = (&made.frozen.about, &made.frozen.found);
    let (whom, what) = match made.making.objective {
        Objective::Leximin | Objective::Maximin => {
            let whom = match made.lottery.shut_out.is_empty() {
                true => say!(lang, "limit-everybody"),
                false => say!(lang, "limit-others"),
            };
            (whom, bound_in_percent(lang, about.bound.as_ref()?))
        }
        Objective::Nash => {
            let gap = found.gap.as_ref()? * BigInt::from(100);
            let percent = parts::percent(lang, &decimals(Lang::En, &gap, true));
            (say!(lang, "limit-nash"), say!(lang, "of-this-one", percent = percent))
        }
        Objective::Goldilocks => {
            (say!(lang, "limit-goldilocks"), decimals(lang, &found.measure.as_ref()?.1, false))
        }
    };
    Some((whom, say!(lang, "limit-how", search = parts::yes(found.leans_on_search), what = what)))
}

/// What is proved about every single person.
fn single(lang: Lang, made: &Made) -> String {
    match made.frozen.found.off {
        Some(off) => say!(lang, "nobody-off", tickets = parts::tickets(lang, off)),
        None => say!(lang, "off-unproved"),
    }
}

/// The proved bound, a decimal fraction of 12 places, as a percentage of 6 places rounded up.
fn bound_in_percent(lang: Lang, bound: &str) -> String {
    let digits: u128 = bound.replace('.', "").parse().unwrap_or(0);
    let millionths = digits.div_ceil(10_000);
    parts::percent(lang, &format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000))
}

/// "65,326 of 1,000,000 = 6.533 %, 199 people", of the first of these and whoever has a ticket more or less: by rounding
/// to whole tickets alone.
fn chance<'a>(lang: Lang, mut held: impl Iterator<Item = &'a (u64, u64)>, of: u64) -> String {
    let &(tickets, mut people) = held.next().unwrap_or(&(0, 0));
    let mut said = number(lang, tickets);
    if let Some(&(next, more)) = held.next().filter(|(next, _)| next.abs_diff(tickets) == 1) {
        people += more;
        said = say!(lang, "or-tickets", one = said, other = number(lang, next));
    }
    let thousandths = (u128::from(tickets) * 200_000 + u128::from(of)) / (2 * u128::from(of));
    let percent = parts::percent(lang, &format!("{}.{:03}", thousandths / 1000, thousandths % 1000));
    let people = parts::people(lang, people);
    say!(lang, "chance-of", tickets = said, of = of, percent = percent, people = people)
}

/// How the search ended, in words.
fn status(lang: Lang, made: &Made) -> String {
    let objective = match made.making.objective {
        Objective::Leximin | Objective::Maximin => "levels",
        Objective::Nash => "nash",
        Objective::Goldilocks => "goldilocks",
    };
    let within = |gap: f64| {
        let gap = parts::decimal(lang, &format!("{gap:.1e}"));
        say!(lang, "status-within", objective = objective, gap = gap)
    };
    match made.lottery.status {
        // Rounding to few tickets can cost more than the search left open.
        _ if made.frozen.found.excess.is_none() => match made.frozen.about.least {
            0 => say!(lang, "status-no-ticket"),
            _ => say!(lang, "status-no-proof"),
        },
        Status::Optimal => say!(lang, "status-optimal", objective = objective),
        Status::Within(gap) => within(gap),
        Status::StoppedAfter(gap) => say!(lang, "status-stopped", within = within(gap)),
    }
}

fn quotas(lang: Lang, pool: &Pool, made: &Made) -> String {
    let headings = [
        say!(lang, "head-feature"),
        say!(lang, "head-value"),
        say!(lang, "head-pool"),
        say!(lang, "head-share"),
        say!(lang, "head-quota"),
        say!(lang, "head-seats"),
        say!(lang, "head-seats-average"),
        say!(lang, "head-chance-average"),
    ];
    let mut table = table(&headings, 2);
    let seats = seats(pool, made);
    let tickets = made.frozen.about.tickets;
    let mut at = 0;
    for (feature, counts) in pool.quotas().features.iter().zip(pool.counts()) {
        for (i, (value, people)) in feature.values.iter().zip(counts).enumerate() {
            let Range { least, most, total } = seats[at];
            table.add_row([
                cell(if i == 0 { &feature.name } else { "" }),
                cell(&value.name),
                cell(&number(lang, people)),
                cell(&percent(lang, people, pool.len() as u64)),
                cell(&quota(value.min, value.max)),
                cell(&quota(least, most)),
                cell(&parts::decimal(lang, &seats[at].average(tickets))),
                cell(&if people == 0 { "-".to_owned() } else { fine_percent(lang, total, people * tickets) }),
            ]);
            at += 1;
        }
    }
    let note = say!(lang, "seats-note", shape = shape(lang, &seats, tickets));
    format!("{}{}\n\n", lines(&table), paragraph(&note))
}

/// For each quota row the seats that it gets.
fn seats(pool: &Pool, made: &Made) -> Vec<Range> {
    // Behind the quotas come the homes of a household rule.
    let mut seats = ranges(&made.profiles.problem, &made.lottery.tickets);
    seats.truncate(pool.quotas().lines());
    seats
}

/// How many people have which chance, as bars.
fn chart(lang: Lang, spread: &Spread) -> String {
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
    let mut text = say!(lang, "people-by-chance") + "\n";
    let percentages: Vec<(String, String)> = (0..used as u64)
        .map(|bar| {
            let from = low + bar * width;
            (
                fine_percent(lang, from, spread.tickets),
                fine_percent(lang, (from + width - 1).min(high), spread.tickets),
            )
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
        text.push_str(format!("  {range}  {bar} {}", number(lang, count)).trim_end());
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

fn privacy(lang: Lang, made: &Made) -> String {
    let about = &made.frozen.about;
    match about.detail {
        Detail::Codes => {
            let args = args![people = parts::people(lang, about.people), unique = about.unique];
            let (first, rest) = block(lang, "privacy-codes", &args);
            format!("{}\n{}\n\n", paragraph(&first), paragraph(&rest.join("\n")))
        }
        Detail::Profiles => {
            let people = parts::people(lang, about.unique);
            format!("{}\n\n", say!(lang, "privacy-profiles", count = about.unique, people = people))
        }
    }
}

/// What was saved, and what to do next.
pub fn next(lang: Lang, quotas: &Quotas, made: &Made, out: &Path) -> String {
    let out = typed(&out.to_string_lossy());
    let (first, rest) = block(lang, "lottery-saved", &args![folder = out]);
    let mut text = format!("{first}\n{}\n  {}\n", rest.join("\n"), made.frozen.commitment);
    match &made.declared {
        Some(declared) => {
            let wanted = refusals::wanted(lang, declared);
            text.push_str(&format!("{}\n", say!(lang, "then-wanted", wanted = wanted)));
        }
        None => text.push_str(&format!("{}\n", say!(lang, "no-source"))),
    }
    if let Some(promised) = &made.promised {
        let loss = refusals::loss(lang, &promised.attrition, quotas);
        let said = say!(lang, "charter-reserves", count = promised.reserves, loss = loss);
        text.push_str(&format!("{said}\n"));
    }
    text
}

/// The same for programs.
pub fn json(lang: Lang, pool: &Pool, made: &Made, faults: &Faults) -> Value {
    let Some(spread) = spread(made) else { return Value::Null };
    let about = &made.frozen.about;
    let work = made.lottery.work;
    json!({
        "people": about.people,
        "profiles": about.profiles,
        "seats": about.seats,
        "settled": confirmed_excluded::json(pool),
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
        "faults": json::faults(lang, faults),
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

//! The tables and notes of a report on a programme, for a screen and for a page. Imports `assembly`, `programme`, `words` and its
//! siblings.

use crate::assembly::programme::{Group, Report};
use crate::programme::Event;
use crate::programme::chances::{Exact, Sum, decimal};
use crate::programme::rules::Again;
use crate::words::catalogue::{Lang, count, number, say};
use crate::words::{parts, programme, quoted, shown};
use std::collections::BTreeMap;

/// The square root of a variance, in decimals: whole numbers and one Newton step too many, so the last place may be rounded.
pub(super) fn deviation(sum: &Sum) -> String {
    root(&sum.variance)
}

fn root(variance: &Exact) -> String {
    // Scaled by 10^4, the root is scaled by 10^2.
    let scaled = (variance * Exact::from_integer(10_000.into())).to_integer();
    let root = scaled.sqrt().to_string();
    let root = format!("{root:0>3}");
    let (whole, part) = root.split_at(root.len() - 2);
    format!("{whole}.{part}")
}

/// The sentences that hold of the whole programme.
pub(super) fn notes(lang: Lang, report: &Report) -> Vec<String> {
    let own = report.self_registered.iter();
    let mut notes: Vec<String> =
        own.map(|frame| say!(lang, "prog-self-registered", frame = quoted(frame))).collect();
    if let Some(runs) = report.runs {
        let again = match runs.again {
            Again::Never => "never",
            Again::Round => "round",
            Again::After(_) | Again::None => "after",
        };
        notes.push(say!(
            lang,
            "prog-report-runs",
            again = again,
            open = number(lang, runs.open),
            people = number(lang, runs.people),
            draws = number(lang, runs.draws()),
            letters = number(lang, runs.letters),
        ));
    }
    if let Some(smallest) = report.inside {
        notes.push(say!(lang, "prog-report-inside", smallest = number(lang, smallest)));
    }
    for (why, &rows) in &report.erased {
        notes.push(say!(lang, "prog-report-erased", rows = count(lang, rows), why = why.clone()));
    }
    notes
}

/// The rows of a table of cohorts: feature, value, people, what they got, expected, luck, deviation.
pub(super) fn cohorts(
    lang: Lang,
    sums: &BTreeMap<(String, String), Sum>,
    people: &BTreeMap<(String, String), u64>,
) -> Vec<[String; 7]> {
    let own = |((feature, value), sum): (&(String, String), &Sum)| {
        let luck = Exact::from_integer(sum.seats.into()) - &sum.expected;
        let known = people.get(&(feature.clone(), value.clone()));
        [
            if feature.is_empty() { say!(lang, "prog-all") } else { feature.clone() },
            value.clone(),
            known.map_or("-".to_owned(), |&n| number(lang, n)),
            number(lang, sum.seats),
            parts::decimal(lang, &decimal(&sum.expected, 2)),
            parts::decimal(lang, &decimal(&luck, 2)),
            parts::decimal(lang, &deviation(sum)),
        ]
    };
    sums.iter().map(own).collect()
}

/// The headings of that table.
pub(super) fn headings(lang: Lang, what: String) -> [String; 7] {
    [
        say!(lang, "prog-head-feature"),
        say!(lang, "prog-head-value"),
        say!(lang, "prog-head-people-last"),
        what,
        say!(lang, "prog-head-expected"),
        say!(lang, "prog-head-luck"),
        say!(lang, "prog-head-deviation"),
    ]
}

/// The rows of the table of burdens: what, people, total, mean, spread, most.
pub(super) fn burden(lang: Lang, report: &Report) -> Vec<[String; 6]> {
    let own = report.burden.iter().filter(|(_, load)| load.people > 0);
    own.map(|(event, load)| {
        let mean = Exact::new(load.total.into(), load.people.into());
        // Below nothing only where rows were erased, and what is left in the sums is not each person's.
        let variance = Exact::new(load.squares.into(), load.people.into()) - &mean * &mean;
        let variance = variance.max(Exact::from_integer(0.into()));
        // Money is kept in cents, and told in euros.
        let paid = *event == Event::Paid;
        let euros =
            |cents: Exact| parts::decimal(lang, &decimal(&(cents / Exact::from_integer(100.into())), 2));
        let amount = |n: u64| if paid { euros(Exact::from_integer(n.into())) } else { number(lang, n) };
        [
            say!(lang, "prog-report-burden-what", event = event.word()),
            number(lang, load.people),
            amount(load.total),
            if paid { euros(mean) } else { parts::decimal(lang, &decimal(&mean, 2)) },
            parts::decimal(
                lang,
                &root(&if paid { variance / Exact::from_integer(10_000.into()) } else { variance }),
            ),
            amount(load.largest),
        ]
    })
    .collect()
}

/// The headings of that table.
pub(super) fn burden_headings(lang: Lang) -> [String; 6] {
    [
        say!(lang, "prog-head-what"),
        say!(lang, "prog-head-people"),
        say!(lang, "prog-head-total"),
        say!(lang, "prog-head-mean"),
        say!(lang, "prog-head-spread"),
        say!(lang, "prog-head-largest"),
    ]
}

/// The rows of the calendar: number, day, what, and rows by event.
pub(super) fn calendar(lang: Lang, report: &Report) -> Vec<[String; 4]> {
    let told =
        |event: &Event, rows: &u64| format!("{} {}", number(lang, *rows), programme::event(lang, *event));
    let own = report.calendar.iter().map(|chapter| {
        let events: Vec<String> = chapter.events.iter().map(|(event, rows)| told(event, rows)).collect();
        let kind = programme::kind(lang, chapter.kind);
        let kind =
            if chapter.title == chapter.kind.word() { kind } else { format!("{kind}: {}", chapter.title) };
        [chapter.entry.to_string(), chapter.date.clone(), kind, events.join(", ")]
    });
    own.collect()
}

/// Seats by the day on which they end, in sentences.
pub(super) fn terms(lang: Lang, report: &Report) -> Vec<String> {
    let all = report.terms.iter().flatten().flat_map(|(body, ends)| {
        ends.iter().map(move |(until, seats)| {
            let seats = parts::seats(lang, *seats);
            say!(lang, "prog-report-terms-line", body = shown(body), until = until.to_string(), seats = seats)
        })
    });
    all.collect()
}

/// The rows of the table of groups: the group, people, hours, and the most hours of one of them.
pub(super) fn groups(lang: Lang, report: &Report) -> Vec<[String; 4]> {
    let hours = |minutes: u64| {
        let hours = Exact::new(minutes.into(), 60.into());
        parts::decimal(lang, &decimal(&hours, 1))
    };
    let own = report.groups.iter();
    own.map(|(group, load)| {
        [name(lang, group), number(lang, load.people), hours(load.minutes), hours(load.largest)]
    })
    .collect()
}

/// A group as people call it.
fn name(lang: Lang, (body, edition): &Group) -> String {
    match (body.as_str(), edition.as_str()) {
        ("", "") => say!(lang, "prog-all"),
        (body, "") => shown(body),
        ("", edition) => shown(edition),
        (body, edition) => format!("{} {}", shown(body), shown(edition)),
    }
}

/// The headings of that table.
pub(super) fn group_headings(lang: Lang) -> [String; 4] {
    [
        say!(lang, "prog-head-group"),
        say!(lang, "prog-head-people"),
        say!(lang, "prog-head-hours"),
        say!(lang, "prog-head-most-hours"),
    ]
}

/// Who is in two groups, in sentences.
pub(super) fn overlaps(lang: Lang, report: &Report) -> Vec<String> {
    let one = |((one, other), people): (&(Group, Group), &u64)| {
        let people = count(lang, *people);
        say!(lang, "prog-report-overlap", people = people, one = name(lang, one), other = name(lang, other))
    };
    report.overlaps.iter().map(one).collect()
}

//! The tables and notes of a report on a programme, for a screen and for a page. Imports `assembly`, `programme`, `words` and its
//! siblings.

use crate::assembly::programme::{Group, Report, Runs};
use crate::programme::Event;
use crate::programme::burden::Load;
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
    notes.extend(report.runs.iter().map(|runs| runs_out(lang, runs)));
    if let Some(smallest) = report.inside {
        notes.push(say!(lang, "prog-report-inside", smallest = number(lang, smallest)));
    }
    for (why, &rows) in &report.erased {
        notes.push(say!(lang, "prog-report-erased", rows = count(lang, rows), why = why.clone()));
    }
    notes
}

/// How far the register goes, in a sentence.
pub(super) fn runs_out(lang: Lang, runs: &Runs) -> String {
    let again = match runs.again {
        Again::Never => "never",
        Again::Round => "round",
        Again::After(_) | Again::None => "after",
    };
    say!(
        lang,
        "prog-report-runs",
        again = again,
        open = number(lang, runs.open),
        people = number(lang, runs.people),
        draws = number(lang, runs.draws()),
        letters = number(lang, runs.letters),
    )
}

/// Letters or seats by cohort, with people beside them: in the register, if it is known, and in the last lottery.
pub(super) struct Cohorts<'a> {
    pub sums: &'a BTreeMap<(String, String), Sum>,
    pub register: &'a BTreeMap<(String, String), u64>,
    pub last: &'a BTreeMap<(String, String), u64>,
    pub title: String,
    what: String,
}

impl<'a> Cohorts<'a> {
    /// Those of letters and those of seats, where there are any.
    pub fn all(lang: Lang, report: &'a Report) -> Vec<Self> {
        let [letters, seats] = &report.last;
        let own = [
            (&report.letters, letters, say!(lang, "prog-report-letters"), say!(lang, "prog-head-letters")),
            (&report.seats, seats, say!(lang, "prog-report-seats"), say!(lang, "prog-head-seats")),
        ];
        let own = own.into_iter().filter(|(sums, ..)| !sums.is_empty());
        own.map(|(sums, last, title, what)| Self { sums, register: &report.register, last, title, what })
            .collect()
    }

    /// The rows: feature, value, people in the register and in the last lottery, what they got, expected, luck, deviation.
    pub fn rows(&self, lang: Lang) -> Vec<Vec<String>> {
        let own = |(of, sum): (&(String, String), &Sum)| {
            let luck = Exact::from_integer(sum.seats.into()) - &sum.expected;
            let people = |known: &BTreeMap<(String, String), u64>| {
                known.get(of).map_or("-".to_owned(), |&n| number(lang, n))
            };
            let register = (!self.register.is_empty()).then(|| people(self.register));
            let (feature, value) = of;
            let of =
                [if feature.is_empty() { say!(lang, "prog-all") } else { feature.clone() }, value.clone()];
            let figures = [
                people(self.last),
                number(lang, sum.seats),
                parts::decimal(lang, &decimal(&sum.expected, 2)),
                parts::decimal(lang, &decimal(&luck, 2)),
                parts::decimal(lang, &deviation(sum)),
            ];
            of.into_iter().chain(register).chain(figures).collect()
        };
        self.sums.iter().map(own).collect()
    }

    /// The headings of these.
    pub fn headings(&self, lang: Lang) -> Vec<String> {
        let register = (!self.register.is_empty()).then(|| say!(lang, "prog-head-people-register"));
        let figures = [
            say!(lang, "prog-head-people-last"),
            self.what.clone(),
            say!(lang, "prog-head-expected"),
            say!(lang, "prog-head-luck"),
            say!(lang, "prog-head-deviation"),
        ];
        let of = [say!(lang, "prog-head-feature"), say!(lang, "prog-head-value")];
        of.into_iter().chain(register).chain(figures).collect()
    }
}

/// The mean of what people had of something, and its spread over them.
pub(super) fn spread(load: &Load) -> (Exact, Exact) {
    let mean = Exact::new(load.total.into(), load.people.into());
    // Below nothing only where rows were erased, and what is left in the sums is not each person's.
    let variance = Exact::new(load.squares.into(), load.people.into()) - &mean * &mean;
    (mean, variance.max(Exact::from_integer(0.into())))
}

/// An amount of something in words: money is kept in cents, and told in euros.
pub(super) fn amount(lang: Lang, of: Event, amount: u64) -> String {
    match of {
        Event::Paid => parts::decimal(lang, &decimal(&Exact::new(amount.into(), 100.into()), 2)),
        _ => number(lang, amount),
    }
}

/// The rows of the table of burdens: what, people, total, mean, spread, most.
pub(super) fn burden(lang: Lang, report: &Report) -> Vec<[String; 6]> {
    let own = report.burden.iter().filter(|(_, load)| load.people > 0);
    own.map(|(event, load)| {
        let (mean, variance) = spread(load);
        let unit = Exact::from_integer(if *event == Event::Paid { 100 } else { 1 }.into());
        [
            say!(lang, "prog-report-burden-what", event = event.word()),
            number(lang, load.people),
            amount(lang, *event, load.total),
            parts::decimal(lang, &decimal(&(mean / &unit), 2)),
            parts::decimal(lang, &root(&(variance / (&unit * &unit)))),
            amount(lang, *event, load.largest),
        ]
    })
    .collect()
}

/// How many are open after some draws of as many letters as the last, where the rules let nobody have a second one: draws, and
/// people. A dozen lines at most, today and the end among them.
pub(super) fn running_out(runs: &Runs) -> Vec<(u64, u64)> {
    if !matches!(runs.again, Again::Never | Again::Round) || runs.letters == 0 {
        return Vec::new();
    }
    let draws = runs.open.div_ceil(runs.letters);
    let step = draws.div_ceil(MOST_LINES - 1).max(1);
    let at = (0..draws).step_by(step as usize).chain([draws]);
    at.map(|draws| (draws, runs.open.saturating_sub(draws * runs.letters))).collect()
}

/// Lines of a plot of how a register runs out.
const MOST_LINES: u64 = 12;

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

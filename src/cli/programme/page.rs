//! The page of a programme, to print. Imports `assembly`, `words` and its siblings.

use super::tables::{burden, burden_headings, calendar, cohorts, headings, notes, terms};
use crate::assembly::programme::Report;
use crate::programme::chances::Sum;
use crate::words::catalogue::{Lang, say};
use minijinja::{AutoEscape, Environment, context};
use num_bigint::BigInt;
use serde::Serialize;
use std::collections::BTreeMap;

const PAGE: &str = include_str!("page.html");

/// A table with its title, and a plot of it.
#[derive(Serialize)]
struct Part {
    title: String,
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Columns before the first that holds numbers.
    texts: usize,
    note: Option<String>,
    plot: Option<Plot>,
}

/// Bars of what came, with a mark at what was to be expected.
#[derive(Serialize)]
struct Plot {
    height: u32,
    bars: Vec<Bar>,
}

#[derive(Serialize)]
struct Bar {
    label: String,
    y: u32,
    /// Widths in thousandths of the longest.
    got: u32,
    expected: u32,
    /// One deviation to either side of what was to be expected.
    low: u32,
    high: u32,
}

/// The page as one file: no other file, no script, no network.
pub(super) fn page(lang: Lang, report: &Report, date: &str) -> String {
    let mut parts = Vec::new();
    let entries = report.calendar.len();
    for (sums, title, what) in [
        (&report.letters, say!(lang, "prog-report-letters"), say!(lang, "prog-head-letters")),
        (&report.seats, say!(lang, "prog-report-seats"), say!(lang, "prog-head-seats")),
    ] {
        if !sums.is_empty() {
            let rows = cohorts(lang, sums, &report.people);
            parts.push(Part {
                title,
                headings: headings(lang, what).to_vec(),
                rows: rows.into_iter().map(|row| row.to_vec()).collect(),
                texts: 2,
                note: Some(say!(lang, "prog-report-luck")),
                plot: plot(sums),
            });
        }
    }
    let rows: Vec<Vec<String>> = burden(lang, report).into_iter().map(|row| row.to_vec()).collect();
    if !rows.is_empty() {
        let headings = burden_headings(lang).to_vec();
        let title = say!(lang, "prog-report-burden");
        parts.push(Part { title, headings, rows, texts: 1, note: None, plot: None });
    }
    let [entry, day, what] =
        [say!(lang, "prog-head-entry"), say!(lang, "prog-head-date"), say!(lang, "prog-head-what")];
    parts.push(Part {
        title: say!(lang, "prog-report-calendar"),
        headings: vec![entry, day, what, String::new()],
        rows: calendar(lang, report).into_iter().map(|row| row.to_vec()).collect(),
        texts: 4,
        note: None,
        plot: None,
    });
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    let name = report.name.clone();
    let title = say!(lang, "prog-report", name = name, entries = entries, date = date.to_owned());
    let page = environment.render_str(
        PAGE,
        context! {
            lang => lang.tag(),
            title,
            notes => notes(lang, report),
            terms_title => say!(lang, "prog-report-terms"),
            terms => terms(lang, report),
            parts => minijinja::Value::from(minijinja::value::Serde(&parts)),
            head_title => say!(lang, "prog-head"),
            head => report.head.clone(),
        },
    );
    page.expect("the template is ours and its data is plain")
}

/// Bars of all cohorts but that of everybody.
fn plot(sums: &BTreeMap<(String, String), Sum>) -> Option<Plot> {
    let own: Vec<_> = sums.iter().filter(|((feature, _), _)| !feature.is_empty()).collect();
    // Hundredths of a seat, so that bars are whole numbers.
    let hundredths = |sum: &Sum| {
        let scale = crate::programme::chances::Exact::from_integer(BigInt::from(100));
        let whole = |n: BigInt| u64::try_from(n).unwrap_or(0);
        let expected = whole((&sum.expected * &scale).round().to_integer());
        let deviation = whole((&sum.variance * &scale * &scale).to_integer().sqrt());
        (sum.seats * 100, expected, deviation)
    };
    let most = own.iter().map(|(_, sum)| {
        let (got, expected, deviation) = hundredths(sum);
        got.max(expected + deviation)
    });
    let most = most.max().filter(|&most| most > 0)?;
    let width = |n: u64| (n * 1000 / most) as u32;
    let bar = |(at, ((feature, value), sum)): (usize, &(&(String, String), &Sum))| {
        let (got, expected, deviation) = hundredths(sum);
        Bar {
            label: format!("{feature}: {value}"),
            y: at as u32 * 22,
            got: width(got),
            expected: width(expected),
            low: width(expected.saturating_sub(deviation)),
            high: width(expected + deviation),
        }
    };
    Some(Plot { height: own.len() as u32 * 22 + 4, bars: own.iter().enumerate().map(bar).collect() })
}

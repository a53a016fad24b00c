//! The page of a programme, to print. Imports `assembly`, `words` and its siblings.

use super::tables::{
    burden, burden_headings, calendar, cohorts, group_headings, groups, headings, notes, overlaps, terms,
};
use crate::assembly::programme::Report;
use crate::base::plots;
use crate::programme::chances::Sum;
use crate::words::catalogue::{Lang, number, say};
use crate::words::parts;
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
    /// Inline SVG.
    plot: Option<String>,
}

/// The page as one file: no other file, no script, no network.
pub(super) fn page(lang: Lang, report: &Report, replied: &[String], date: &str) -> String {
    let mut tables = Vec::new();
    let entries = report.calendar.len();
    for (sums, title, what) in [
        (&report.letters, say!(lang, "prog-report-letters"), say!(lang, "prog-head-letters")),
        (&report.seats, say!(lang, "prog-report-seats"), say!(lang, "prog-head-seats")),
    ] {
        if !sums.is_empty() {
            let rows = cohorts(lang, sums, &report.people);
            let plot = plot(lang, &title, sums);
            tables.push(Part {
                title,
                headings: headings(lang, what).to_vec(),
                rows: rows.into_iter().map(|row| row.to_vec()).collect(),
                texts: 2,
                note: Some(say!(lang, "prog-report-luck")),
                plot,
            });
        }
    }
    let rows: Vec<Vec<String>> = burden(lang, report).into_iter().map(|row| row.to_vec()).collect();
    if !rows.is_empty() {
        let headings = burden_headings(lang).to_vec();
        let title = say!(lang, "prog-report-burden");
        tables.push(Part { title, headings, rows, texts: 1, note: None, plot: None });
    }
    let rows: Vec<Vec<String>> = groups(lang, report).into_iter().map(|row| row.to_vec()).collect();
    if !rows.is_empty() {
        let headings = group_headings(lang).to_vec();
        let title = say!(lang, "prog-report-groups");
        tables.push(Part { title, headings, rows, texts: 1, note: None, plot: None });
    }
    let lists: Vec<(String, Vec<String>)> = [
        (say!(lang, "prog-report-overlaps"), overlaps(lang, report)),
        (say!(lang, "prog-report-terms"), terms(lang, report)),
        (say!(lang, "prog-report-replies"), replied.to_vec()),
    ]
    .into_iter()
    .filter(|(_, lines)| !lines.is_empty())
    .collect();
    let [entry, day, what] =
        [say!(lang, "prog-head-entry"), say!(lang, "prog-head-date"), say!(lang, "prog-head-what")];
    tables.push(Part {
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
    let title = say!(lang, "prog-report", name = name, entries = entries, date = parts::date(lang, date));
    let page = environment.render_str(
        PAGE,
        context! {
            lang => lang.tag(),
            title,
            notes => notes(lang, report),
            lists => minijinja::Value::from(minijinja::value::Serde(&lists)),
            parts => minijinja::Value::from(minijinja::value::Serde(&tables)),
            head_title => say!(lang, "prog-head"),
            head => report.head.clone(),
        },
    );
    page.expect("the template is ours and its data is plain")
}

/// Bars of all cohorts but that of everybody: what came, and how far it may lie from what was to be expected.
fn plot(lang: Lang, title: &str, sums: &BTreeMap<(String, String), Sum>) -> Option<String> {
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
    let most = u128::from(most.max().filter(|&most| most > 0)?);
    let share = |n: u64| (u128::from(n) * 1_000_000 / most) as u32;
    let group = |((feature, value), sum): &(&(String, String), &Sum)| {
        let (got, expected, deviation) = hundredths(sum);
        let bar = plots::Bar { look: plots::Look::Hatched, share: share(got), text: number(lang, sum.seats) };
        plots::Group {
            name: format!("{feature}: {value}"),
            bars: vec![bar],
            range: Some((share(expected.saturating_sub(deviation)), share(expected + deviation))),
        }
    };
    let groups: Vec<plots::Group> = own.iter().map(group).collect();
    let legend = [(plots::Look::Hatched, say!(lang, "prog-plot-got"))];
    let alt = say!(lang, "prog-plot", title = title.to_owned());
    Some(plots::bars(&alt, &legend, Some(&say!(lang, "prog-plot-expected")), &groups))
}

//! The page of a programme, to print. Imports `assembly`, `words` and its siblings.

use super::pictures;
use super::tables::{
    Cohorts, burden, burden_headings, calendar, group_headings, groups, notes, overlaps, running_out,
    runs_out, terms,
};
use crate::assembly::programme::Report;
use crate::programme::Day;
use crate::words::catalogue::{Lang, number, say};
use crate::words::parts;
use minijinja::{AutoEscape, Environment, context};
use serde::Serialize;

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
pub(super) fn page(lang: Lang, report: &Report, replied: &[String], date: Day) -> String {
    let date_text = date.to_string();
    let mut tables = Vec::new();
    let entries = report.calendar.len();
    for own in Cohorts::all(lang, report) {
        tables.push(Part {
            headings: own.headings(lang),
            rows: own.rows(lang),
            texts: 2,
            note: Some(say!(lang, "prog-report-luck")),
            plot: pictures::cohorts(lang, &own),
            title: own.title,
        });
    }
    let rows: Vec<Vec<String>> = burden(lang, report).into_iter().map(|row| row.to_vec()).collect();
    if !rows.is_empty() {
        let headings = burden_headings(lang).to_vec();
        let title = say!(lang, "prog-report-burden");
        let (note, plot) = (Some(say!(lang, "prog-plot-scales")), Some(pictures::burden(lang, report)));
        tables.push(Part { title, headings, rows, texts: 1, note, plot });
    }
    if let Some(runs) = report.runs {
        let left = running_out(&runs);
        let line = |&(draws, people): &(u64, u64)| vec![number(lang, draws), number(lang, people)];
        tables.push(Part {
            title: say!(lang, "prog-report-runs-title"),
            headings: vec![say!(lang, "prog-head-draws"), say!(lang, "prog-head-open")],
            rows: left.iter().map(line).collect(),
            texts: 0,
            note: Some(runs_out(lang, &runs)),
            plot: Some(pictures::register(lang, &runs)),
        });
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
        note: Some(say!(lang, "prog-plot-calendar-note", date = parts::date(lang, &date_text))),
        plot: Some(pictures::calendar(lang, report, date)),
    });
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    let name = report.name.clone();
    let title =
        say!(lang, "prog-report", name = name, entries = entries, date = parts::date(lang, &date_text));
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

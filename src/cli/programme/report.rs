//! `geloot programme report`: what a programme has to show. Imports `assembly`, `words` and its siblings.

use super::{day, halt, page, read};
use crate::assembly::programme::Report;
use crate::cli::exit::{Exit, Halt};
use crate::cli::layout::{cell, lines, table};
use crate::cli::talk::Talk;
use crate::io;
use crate::programme::Event;
use crate::programme::chances::{Sum, decimal};
use crate::programme::ledger::Ledger;
use crate::programme::rules::Again;
use crate::words::catalogue::{Lang, count, number, say};
use crate::words::{parts, programme, quoted, shown};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Show a programme: its calendar, letters and seats by cohort, chance and luck, burden, terms, and when its register runs out.
///
/// Works on the public part alone; terms and the register take the sealed part.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the programme, or its folder "public" alone.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The day, such as 2027-05-12.
    #[arg(long, value_name = "DAY")]
    date: String,
    /// Write a page to print to this file as well. Nothing may be there yet.
    #[arg(long, value_name = "FILE.html")]
    html: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let (lang, date) = (talk.lang(), day(&args.date)?);
    if let Some(html) = &args.html {
        io::vacant(html)?;
    }
    let ledger = Ledger::read(read(&args.dir, false)?).map_err(|torn| halt(lang, torn.into(), ""))?;
    let report = Report::of(&ledger, date).map_err(|no| halt(lang, no, ""))?;
    let shown_text = text(lang, &report, &date.to_string());
    if let Some(html) = &args.html {
        io::write_new(html, page::page(lang, &report, &date.to_string()).as_bytes())?;
    }
    talk.show(&shown_text)?;
    if let Some(html) = &args.html {
        talk.show(&format!("{}\n", say!(lang, "prog-page-saved", file = shown(&html.to_string_lossy()))))?;
    }
    talk.json(&answer(&report))?;
    Ok(Exit::Done)
}

/// The square root of a variance, in decimals: whole numbers and one Newton step too many, so the last place may be rounded.
pub(super) fn deviation(sum: &Sum) -> String {
    // Scaled by 10^4, the root is scaled by 10^2.
    let scaled = (&sum.variance * crate::programme::chances::Exact::from_integer(10_000.into())).to_integer();
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
        let luck = crate::programme::chances::Exact::from_integer(sum.seats.into()) - &sum.expected;
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
        say!(lang, "prog-head-people"),
        what,
        say!(lang, "prog-head-expected"),
        say!(lang, "prog-head-luck"),
        say!(lang, "prog-head-deviation"),
    ]
}

/// The rows of the table of burdens: what, people, total, mean, most.
pub(super) fn burden(lang: Lang, report: &Report) -> Vec<[String; 5]> {
    let own = report.burden.iter().filter(|(_, load)| load.people > 0);
    own.map(|(event, load)| {
        let mean = crate::programme::chances::Exact::new(load.total.into(), load.people.into());
        [
            say!(lang, "prog-report-burden-what", event = event.word()),
            number(lang, load.people),
            number(lang, load.total),
            parts::decimal(lang, &decimal(&mean, 2)),
            number(lang, load.largest),
        ]
    })
    .collect()
}

/// The headings of that table.
pub(super) fn burden_headings(lang: Lang) -> [String; 5] {
    [
        say!(lang, "prog-head-what"),
        say!(lang, "prog-head-people"),
        say!(lang, "prog-head-total"),
        say!(lang, "prog-head-mean"),
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

fn grid<const N: usize>(headings: &[String; N], numbers: usize, rows: &[[String; N]]) -> String {
    let mut grid = table(headings, numbers);
    for row in rows {
        grid.add_row(row.iter().map(|text| cell(text)));
    }
    lines(&grid)
}

fn text(lang: Lang, report: &Report, date: &str) -> String {
    let entries = report.calendar.len();
    let name = shown(&report.name);
    let head = say!(lang, "prog-report", name = name, entries = entries, date = date.to_owned());
    let mut text = format!("{head}\n");
    notes(lang, report).iter().for_each(|note| text.push_str(&format!("{note}\n")));
    let mut part = |title: String, body: String| text.push_str(&format!("\n{title}\n\n{body}"));
    let [entry, day, what] =
        [say!(lang, "prog-head-entry"), say!(lang, "prog-head-date"), say!(lang, "prog-head-what")];
    let rows: Vec<[String; 3]> =
        calendar(lang, report).into_iter().map(|[entry, date, kind, _]| [entry, date, kind]).collect();
    part(say!(lang, "prog-report-calendar"), grid(&[entry, day, what], 3, &rows));
    if report.letters.is_empty() && report.seats.is_empty() {
        part(say!(lang, "prog-report-no-cohorts"), String::new());
    }
    for (sums, title, what) in [
        (&report.letters, say!(lang, "prog-report-letters"), say!(lang, "prog-head-letters")),
        (&report.seats, say!(lang, "prog-report-seats"), say!(lang, "prog-head-seats")),
    ] {
        if !sums.is_empty() {
            let rows = cohorts(lang, sums, &report.people);
            let luck = say!(lang, "prog-report-luck");
            part(title, format!("{}{luck}\n", grid(&headings(lang, what), 2, &rows)));
        }
    }
    let rows = burden(lang, report);
    if !rows.is_empty() {
        part(say!(lang, "prog-report-burden"), grid(&burden_headings(lang), 1, &rows));
    }
    let terms = terms(lang, report);
    if !terms.is_empty() {
        let lines: String = terms.iter().map(|line| format!("{line}\n")).collect();
        part(say!(lang, "prog-report-terms"), lines);
    }
    text
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

fn answer(report: &Report) -> Value {
    let sums = |sums: &BTreeMap<(String, String), Sum>| -> Value {
        let one = |((feature, value), sum): (&(String, String), &Sum)| {
            json!({
                "feature": feature,
                "value": value,
                "draws": sum.draws,
                "got": sum.seats,
                "expected": format!("{}/{}", sum.expected.numer(), sum.expected.denom()),
                "variance": format!("{}/{}", sum.variance.numer(), sum.variance.denom()),
            })
        };
        sums.iter().map(one).collect()
    };
    let calendar = report.calendar.iter().map(|chapter| {
        let events: BTreeMap<&str, u64> = chapter.events.iter().map(|(e, &n)| (e.word(), n)).collect();
        json!({
            "entry": chapter.entry, "date": chapter.date, "kind": chapter.kind.word(),
            "title": chapter.title, "events": events,
        })
    });
    let burden = report.burden.iter().map(|(event, load)| {
        json!({
            "event": event.word(), "people": load.people, "total": load.total, "largest": load.largest,
            "squares": load.squares.to_string(),
        })
    });
    let terms = report.terms.as_ref().map(|bodies| {
        let ends = |ends: &BTreeMap<_, u64>| -> BTreeMap<String, u64> {
            ends.iter()
                .map(|(until, &seats): (&crate::programme::Day, _)| (until.to_string(), seats))
                .collect()
        };
        bodies.iter().map(|(body, own)| (body.clone(), ends(own))).collect::<BTreeMap<_, _>>()
    });
    let runs = report.runs.map(|runs| {
        json!({ "people": runs.people, "open": runs.open, "letters": runs.letters, "draws": runs.draws() })
    });
    json!({
        "name": report.name,
        "self_registered": report.self_registered,
        "calendar": calendar.collect::<Vec<_>>(),
        "letters": sums(&report.letters),
        "seats": sums(&report.seats),
        "burden": burden.collect::<Vec<_>>(),
        "terms": terms,
        "register": runs,
        "erased": report.erased,
        "head": report.head,
    })
}

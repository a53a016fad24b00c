//! `geloot programme report`: what a programme has to show. Imports `assembly`, `words` and its siblings.

use super::opening::{day, halt, read};
use super::page;
use super::tables::{
    Cohorts, burden, burden_headings, calendar, group_headings, groups, notes, overlaps, terms,
};
use crate::assembly::programme::{Replies, Report};
use crate::cli::exit::{Exit, Halt};
use crate::cli::folder;
use crate::cli::layout::{cell, lines, table};
use crate::cli::talk::Talk;
use crate::io;
use crate::programme::chances::Sum;
use crate::programme::ledger::Ledger;
use crate::words::catalogue::{Lang, number, say};
use crate::words::{parts, shown};
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
    /// The folder of a lottery whose assembly is replied to; may be given again.
    #[arg(long = "record", value_name = "DIR")]
    records: Vec<PathBuf>,
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
    let (folder, aside) = read(&args.dir)?;
    let ledger = Ledger::read(folder).map_err(|torn| halt(lang, torn.into(), ""))?;
    let ledger = Ledger { aside, ..ledger };
    let report = Report::of(&ledger, date).map_err(|no| halt(lang, no, ""))?;
    let mut replies: Vec<(String, Replies)> = Vec::new();
    for path in &args.records {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        replies.extend(Replies::of(&folder::read(path)?, date).map(|own| (name, own)));
    }
    let replied = replied(lang, &replies);
    let shown_text = text(lang, &report, &replied, &date.to_string());
    if let Some(html) = &args.html {
        io::write_new(html, page::page(lang, &report, &replied, date).as_bytes())?;
    }
    talk.show(&shown_text)?;
    if let Some(html) = &args.html {
        talk.show(&format!("{}\n", say!(lang, "prog-page-saved", file = shown(&html.to_string_lossy()))))?;
    }
    if !report.missing.is_empty() {
        let names = parts::names(lang, &report.missing);
        talk.say(&format!(
            "{}\n",
            say!(lang, "note", said = say!(lang, "prog-report-missing", names = names))
        ));
    }
    let mut answer = answer(&report);
    answer["replies"] = replies
        .iter()
        .map(|(name, own)| {
            json!({ "record": name, "open": own.open, "due": own.due, "late": own.late, "came": own.done })
        })
        .collect();
    talk.json(&answer)?;
    Ok(Exit::Done)
}

fn grid<R: AsRef<[String]>>(headings: &[String], numbers: usize, rows: &[R]) -> String {
    let mut grid = table(headings, numbers);
    for row in rows {
        grid.add_row(row.as_ref().iter().map(|text| cell(text)));
    }
    lines(&grid)
}

/// How replies stand, in sentences.
fn replied(lang: Lang, replies: &[(String, Replies)]) -> Vec<String> {
    let one = |(name, own): &(String, Replies)| {
        let (record, late, done) = (shown(name), number(lang, own.late), number(lang, own.done));
        match &own.due {
            None => say!(lang, "prog-report-reply-done", record = record, late = late, done = done),
            Some(due) => say!(
                lang,
                "prog-report-reply",
                record = record,
                open = number(lang, own.open),
                due = due.clone(),
                late = late,
                done = done,
            ),
        }
    };
    replies.iter().map(one).collect()
}

fn text(lang: Lang, report: &Report, replied: &[String], date: &str) -> String {
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
    for own in Cohorts::all(lang, report) {
        let luck = say!(lang, "prog-report-luck");
        let rows = grid(&own.headings(lang), 2, &own.rows(lang));
        part(own.title, format!("{rows}{luck}\n"));
    }
    let rows = burden(lang, report);
    if !rows.is_empty() {
        part(say!(lang, "prog-report-burden"), grid(&burden_headings(lang), 1, &rows));
    }
    let rows = groups(lang, report);
    if !rows.is_empty() {
        part(say!(lang, "prog-report-groups"), grid(&group_headings(lang), 1, &rows));
    }
    for (title, lines) in [
        (say!(lang, "prog-report-overlaps"), overlaps(lang, report)),
        (say!(lang, "prog-report-terms"), terms(lang, report)),
        (say!(lang, "prog-report-replies"), replied.to_vec()),
    ] {
        if !lines.is_empty() {
            part(title, lines.iter().map(|line| format!("{line}\n")).collect());
        }
    }
    text
}

fn answer(report: &Report) -> Value {
    let [letters, seats] = &report.last;
    type People = BTreeMap<(String, String), u64>;
    let sums = |sums: &BTreeMap<(String, String), Sum>, last: &People| -> Value {
        let one = |(of, sum): (&(String, String), &Sum)| {
            json!({
                "feature": of.0,
                "value": of.1,
                "register": report.register.get(of),
                "last": last.get(of),
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
        "letters": sums(&report.letters, letters),
        "seats": sums(&report.seats, seats),
        "burden": burden.collect::<Vec<_>>(),
        "terms": terms,
        "groups": report.groups.iter().map(|((body, edition), load)| json!({
            "body": body, "edition": edition, "people": load.people, "minutes": load.minutes, "largest": load.largest,
        })).collect::<Vec<_>>(),
        "overlaps": report.overlaps.iter().map(|((one, other), people)| json!({
            "one": [one.0, one.1], "other": [other.0, other.1], "people": people,
        })).collect::<Vec<_>>(),
        "inside": report.inside,
        "register": runs,
        "erased": report.erased,
        "head": report.head,
    })
}

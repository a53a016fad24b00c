//! `geloot programme explain`: one person over the years. Imports `assembly`, `words` and its siblings.

use super::opening::{day, halt, open};
use crate::assembly::programme::{Explained, Receipt};
use crate::cli::exit::{Exit, Halt};
use crate::cli::talk::Talk;
use crate::programme::chances::decimal;
use crate::words::catalogue::{Lang, count, say};
use crate::words::{parts, programme, quoted};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Tell what the ledger knows of one person: what happened, what bars them and until when, and what they could expect.
///
/// For the person themselves, and for whoever asks on their behalf. Prints no id.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the programme.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The id of the person.
    #[arg(long, value_name = "ID")]
    id: String,
    /// The register of the id; without it the first frame of the rules.
    #[arg(long, value_name = "NAME")]
    frame: Option<String>,
    /// The day, such as 2027-05-12.
    #[arg(long, value_name = "DAY")]
    date: String,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let (lang, date) = (talk.lang(), day(&args.date)?);
    let programme = open(&args.dir, lang)?;
    let person = programme.explain(&args.id, args.frame.as_deref(), date).map_err(|no| halt(lang, no, ""))?;
    talk.show(&text(lang, &person))?;
    talk.json(&answer(&person))?;
    Ok(Exit::Done)
}

fn text(lang: Lang, person: &Explained) -> String {
    let expected = parts::decimal(lang, &decimal(&person.expected, 3));
    let head = say!(
        lang,
        "prog-explain",
        code = person.code.to_string(),
        letters = count(lang, person.letters),
        drawn = count(lang, person.drawn),
        expected = expected,
    );
    let mut said = vec![head];
    if !person.linked.is_empty() {
        said.push(say!(lang, "prog-explain-linked", count = person.linked.len()));
    }
    said.extend(person.last_letter.map(|last| say!(lang, "prog-explain-last", date = last.to_string())));
    for (body, until) in &person.seats {
        said.push(say!(lang, "prog-explain-seat", body = quoted(body), until = until.to_string()));
    }
    for (of, bars) in &person.bars {
        let of = quoted(of);
        match &bars[..] {
            [] => said.push(say!(lang, "prog-explain-free", of = of)),
            bars => said.extend(bars.iter().map(|bar| programme::bar(lang, &of, bar))),
        }
    }
    let mut text: String = said.into_iter().map(|line| format!("{line}\n")).collect();
    text.push_str(&format!("\n{}\n", say!(lang, "prog-explain-rows")));
    for row in &person.rows {
        text.push_str(&format!("  {}  {}", row.date, programme::event(lang, row.event)));
        if !row.body.is_empty() {
            text.push_str(&format!(", {}", crate::words::shown(&row.body)));
        }
        if let Some(number) = row.number {
            text.push_str(&format!(", {}", programme::amount(lang, row.event, number)));
        }
        text.push_str(&row.until.map_or(String::new(), |until| format!(" -> {until}")));
        text.push('\n');
    }
    text.push_str(&format!("\n{}\n", say!(lang, "prog-explain-receipts")));
    text
}

fn answer(person: &Explained) -> Value {
    let bars = person.bars.iter().flat_map(|(of, bars)| {
        bars.iter().map(move |bar| {
            json!({
                "of": of,
                "ground": bar.ground.word(),
                "until": bar.until.map(|until| until.to_string()),
                "event": bar.since.map(|(event, _)| event.word()),
                "since": bar.since.map(|(_, day)| day.to_string()),
            })
        })
    });
    let receipt = |receipt: &Receipt| {
        json!({
            "entry": receipt.entry,
            "row": receipt.row,
            "salt": receipt.salt.to_string(),
            "place": receipt.place.0,
            "rows": receipt.place.1,
            "path": receipt.path.iter().map(ToString::to_string).collect::<Vec<_>>(),
        })
    };
    let seats = person.seats.iter().map(|(body, until)| json!({ "body": body, "until": until.to_string() }));
    json!({
        "code": person.code.to_string(),
        "linked": person.linked.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "bars": bars.collect::<Vec<_>>(),
        "seats": seats.collect::<Vec<_>>(),
        "last_letter": person.last_letter.map(|day| day.to_string()),
        "letters": person.letters,
        "drawn": person.drawn,
        "expected": format!("{}/{}", person.expected.numer(), person.expected.denom()),
        "receipts": person.rows.iter().map(receipt).collect::<Vec<_>>(),
    })
}

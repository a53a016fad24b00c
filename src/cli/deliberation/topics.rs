//! `geloot topics`: topics that people proposed, and what became of them. Imports `assembly`, `words` and its siblings.

use super::super::exit::{Exit, Halt};
use super::super::layout::{cell, lines, table};
use super::super::talk::Talk;
use super::{Loaded, deliberating, halted, open, print, public_text, save, vacant};
use crate::words::catalogue::{count, number, say};
use serde_json::json;
use std::path::PathBuf;

/// Sort out topics: every topic ends in exactly one place, and none vanishes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the lottery, with its sealed part.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The topics that were proposed: topic,text,from (a table or a number, never a person).
    #[arg(long, value_name = "TOPICS.csv")]
    topics: PathBuf,
    /// What went into what, and why: topic,into,reason. A blank cell under "into" withdraws a topic.
    #[arg(long, value_name = "MERGES.csv")]
    merges: PathBuf,
    /// The points of the topics that are left: topic,points.
    #[arg(long, value_name = "POINTS.csv")]
    counts: Option<PathBuf>,
    /// Why this replaces the topics that were published before.
    #[arg(long, value_name = "REASON")]
    because: Option<String>,
    /// The day, such as 2027-05-12.
    #[arg(long, value_name = "DATE")]
    date: String,
    /// Write the table [topics] of a plan file for "geloot sessions" to this file.
    #[arg(long, value_name = "FILE.toml")]
    out: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    vacant(args.out.as_ref())?;
    let lang = talk.lang();
    let frozen = open(&args.dir)?;
    let acts = deliberating(&frozen, &args.dir)?;
    let (topics, merges) = (Loaded::read(&args.topics)?, Loaded::read(&args.merges)?);
    let counts = Loaded::maybe(args.counts.as_ref())?;
    let files = (topics.source(), merges.source(), counts.as_ref().map(Loaded::source));
    let sorted = acts.sort_topics(files, args.because.as_deref(), &args.date).map_err(halted(&args.dir))?;
    talk.deliberation(&acts.people_told(args.because.as_deref()));
    talk.deliberation(&sorted.found);
    let left = sorted.left();
    let withdrawn = sorted.merges.iter().filter(|it| it.into.is_empty()).count() as u64;
    let merged = sorted.merges.len() as u64 - withdrawn;
    let said = say!(
        lang,
        "topics-sorted",
        all = count(lang, sorted.topics.len() as u64),
        merged = count(lang, merged),
        withdrawn = count(lang, withdrawn),
        left = count(lang, left.len() as u64),
    );
    talk.show(&format!("{said}\n\n"))?;
    let heads = [say!(lang, "head-topic"), say!(lang, "head-taken-in"), say!(lang, "head-points")];
    let mut rows = table(&heads, 1);
    for (topic, taken) in &left {
        let rank = sorted.ranks.iter().find(|rank| rank.topic == topic.topic);
        let points = rank.map_or_else(|| "-".to_owned(), |rank| number(lang, rank.points));
        rows.add_row([cell(&topic.topic), cell(&number(lang, *taken)), cell(&points)]);
    }
    talk.show(&format!("{}\n", lines(&rows)))?;
    public_text(talk)?;
    save(&sorted.act, &args.dir, false, talk)?;
    print(args.out.as_ref(), Some(sorted.plan_file().into_bytes()), talk)?;
    talk.json(&json!({
        "act": sorted.act.number,
        "line": sorted.act.line.to_string(),
        "topics": sorted.topics.len(),
        "left": left.iter().map(|(topic, taken)| json!({ "topic": topic.topic, "taken_in": taken })).collect::<Vec<_>>(),
        "ranks": sorted.ranks.iter().map(|it| json!({ "topic": it.topic, "points": it.points, "rank": it.rank })).collect::<Vec<_>>(),
    }))?;
    Ok(Exit::Done)
}

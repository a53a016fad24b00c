//! `geloot mirror`: people beside the population, also where there was no quota. Imports `pool`,
//! `quotas`, `words` and its siblings.

use super::exit::{Exit, Halt};
use super::figures::{PopulationArgs, origin};
use super::layout::{self, cell, lines, table};
use super::{json, talk::Talk};
use crate::base::fault::Faults;
use crate::base::fault::figures::Group;
use crate::io;
use crate::pool::mirror::{self, Compared, Fit, Interval, Verdict};
use crate::register;
use crate::words::catalogue::{Lang, number, say};
use crate::words::parts;
use crate::words::pictures;
use crate::words::{quoted, shown};
use comfy_table::Table;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Compare the pool or the panel with the population, also where there was no quota.
///
/// Each share comes with an interval and an exact test, each feature with a test as a whole. Differences
/// that chance does not explain are said; whether they matter is for people to judge.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The people: pool.csv, panel.csv or any list with a column for each feature. Can be given again.
    #[arg(long, value_name = "P.csv", required = true)]
    people: Vec<PathBuf>,
    #[command(flatten)]
    population: PopulationArgs,
    /// Compare only this feature. Can be given again.
    #[arg(long, value_name = "FEATURE")]
    feature: Vec<String>,
    /// How the 95 % interval of a share is computed.
    #[arg(long, value_enum, default_value_t = IntervalArg::Wilson)]
    interval: IntervalArg,
    /// Write the same with plots to a page that prints on A4. Nothing may be there yet.
    #[arg(long, value_name = "FILE.html")]
    html: Option<PathBuf>,
}

/// How an interval is computed, as an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum IntervalArg {
    /// Wilson's score interval.
    Wilson,
    /// The exact interval of Clopper and Pearson: never too narrow.
    Exact,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let mut faults = Faults::new();
    let interval = match args.interval {
        IntervalArg::Wilson => Interval::Wilson,
        IntervalArg::Exact => Interval::Exact,
    };
    let mut tables = Vec::new();
    for path in &args.people {
        let (name, bytes) = args.population.sheet.read(path)?;
        tables.push((group(path), register::read(&name, &bytes, &mut faults)));
    }
    let population = args.population.read(&mut faults)?;
    let Some(population) = population.filter(|_| !faults.stop()) else {
        return Err(Halt::Faults(faults));
    };
    let mut all = Vec::new();
    for (group, table) in &tables {
        let Some(table) = table else { continue };
        let compared = mirror::compare(table, &population, &args.feature, *group, interval, &mut faults);
        all.push((table, compared.unwrap_or_default()));
    }
    if faults.stop() {
        return Err(Halt::Faults(faults));
    }
    talk.faults(&faults);
    for (table, compared) in &all {
        talk.show(&text(talk.lang(), talk.details(), &table.name, table.len(), compared))?;
    }
    let sources = origin(talk.lang(), &population);
    talk.show(&sources)?;
    if let Some(path) = &args.html {
        let lists: Vec<(&str, usize, &[Compared])> =
            all.iter().map(|(table, compared)| (&*table.name, table.len(), &compared[..])).collect();
        let page = pictures::mirror(talk.lang(), &lists, &sources);
        let page = page.ok_or_else(|| super::told::halt(crate::assembly::Refusal::Mistaken))?;
        io::write_new(path, page.as_bytes())?;
        let file = shown(&path.to_string_lossy());
        talk.show(&format!("{}\n", say!(talk.lang(), "html-saved", file = file)))?;
    }
    let groups = all.iter().map(|(table, compared)| answer(&table.name, table.len(), compared));
    talk.json(
        &json!({ "groups": groups.collect::<Vec<_>>(), "faults": json::faults(talk.lang(), &faults) }),
    )?;
    Ok(Exit::Done)
}

/// Which people these are, from the name of their file.
fn group(path: &Path) -> Group {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    match (name.contains("panel"), name.contains("pool")) {
        (true, false) => Group::Panel,
        (false, true) => Group::Pool,
        _ => Group::People,
    }
}

fn text(lang: Lang, details: bool, file: &str, people: usize, compared: &[Compared]) -> String {
    // Figures and headings are never folded: plots are narrow, or in the page alone, where there is no room for them.
    let verdicts = compared.iter().flat_map(|it| &it.values).any(|value| value.verdict != Verdict::Within);
    let room = if verdicts { VERDICT } else { 0 };
    let wide = |&width: &usize| layout::fits(&grid(lang, compared, Some(width), false), room);
    let width = WIDTHS.into_iter().find(wide);
    let grid = grid(lang, compared, width, true);
    let people = parts::people(lang, people as u64);
    let mut text =
        format!("{}\n{}", say!(lang, "mirror-head", file = shown(file), people = people), lines(&grid));
    let key = if width.is_some() { say!(lang, "mirror-legend") } else { say!(lang, "mirror-no-plots") };
    text.push_str(&format!("{key}\n"));
    for feature in compared {
        text.push_str(&fit(lang, details, feature));
    }
    text
}

/// Signs that a verdict needs at least, on several lines.
const VERDICT: usize = 11;

/// The table of what was compared, with plots as wide as this and verdicts, or without.
fn grid(lang: Lang, compared: &[Compared], width: Option<usize>, verdicts: bool) -> Table {
    let mut headings = vec![
        say!(lang, "head-feature"),
        say!(lang, "head-value"),
        say!(lang, "head-population"),
        say!(lang, "head-people"),
        say!(lang, "head-share"),
        say!(lang, "head-interval"),
    ];
    headings.extend(width.map(|width| if width > 14 { "0 %      100 %" } else { "0 %   100 %" }.to_owned()));
    headings.push(String::new());
    let mut table = table(&headings, 2);
    for column in table.column_iter_mut().skip(6) {
        column.set_cell_alignment(comfy_table::CellAlignment::Left);
    }
    for column in table.column_iter_mut().skip(2).take(if width.is_some() { 5 } else { 4 }) {
        column.set_constraint(comfy_table::ColumnConstraint::ContentWidth);
    }
    for feature in compared {
        for (i, value) in feature.values.iter().enumerate() {
            let mut row = vec![
                cell(if i == 0 { &feature.name } else { "" }),
                cell(&value.name),
                cell(&percent(lang, value.population)),
                cell(&number(lang, value.people)),
                cell(&percent(lang, value.share)),
                cell(&format!("{} - {}", percent(lang, value.interval.0), percent(lang, value.interval.1))),
            ];
            row.extend(width.map(|width| cell(&chart(value.population, value.share, value.interval, width))));
            row.push(cell(&match value.verdict {
                _ if !verdicts => String::new(),
                Verdict::Within => String::new(),
                Verdict::Outside => say!(lang, "more-apart"),
                Verdict::FarOutside => say!(lang, "far-outside"),
            }));
            table.add_row(row);
        }
    }
    table
}

/// Characters of a chart from 0 % to 100 %, where there is room and where there is less.
const WIDTHS: [usize; 2] = [21, 11];

/// A share with its interval, and the population's share, on one line.
fn chart(population: f64, share: f64, interval: (f64, f64), width: usize) -> String {
    let at = |share: f64| ((share * (width - 1) as f64 + 0.5) as usize).min(width - 1);
    let mut line = vec![' '; width];
    line[at(interval.0)..=at(interval.1)].fill('-');
    line[at(population)] = '|';
    line[at(share)] = if at(share) == at(population) { '\u{2295}' } else { 'o' };
    line.into_iter().collect()
}

/// "61.3 %".
fn percent(lang: Lang, share: f64) -> String {
    super::layout::percent(lang, (share * 100_000.0 + 0.5) as u64, 100_000)
}

/// The test of a feature as a whole, in words.
fn fit(lang: Lang, details: bool, feature: &Compared) -> String {
    let Some(Fit { statistic, degrees, chance, joined }) = feature.fit else { return String::new() };
    let chance = match chance {
        chance if chance < 0.001 => say!(lang, "less-than", percent = parts::percent(lang, "0.1")),
        chance => percent(lang, chance),
    };
    let mut text =
        format!("{}\n", say!(lang, "mirror-fit", feature = quoted(&feature.name), chance = chance));
    if details {
        let test = say!(
            lang,
            "mirror-test",
            feature = quoted(&feature.name),
            statistic = parts::decimal(lang, &format!("{statistic:.1}")),
            degrees = degrees,
            joined = parts::yes(joined),
        );
        text.push_str(&format!("{test}\n"));
    }
    text
}

fn answer(file: &str, people: usize, compared: &[Compared]) -> Value {
    let features = compared.iter().map(|feature| {
        let values = feature.values.iter().map(|value| {
            json!({
                "name": value.name,
                "people": value.people,
                "share": value.share,
                "low": round(value.interval.0),
                "high": round(value.interval.1),
                "population": value.population,
                "p": round(value.chance),
                "verdict": match value.verdict {
                    Verdict::Within => "within chance",
                    Verdict::Outside => "outside chance",
                    Verdict::FarOutside => "far outside chance",
                },
            })
        });
        json!({
            "name": feature.name,
            "people": feature.people,
            "no_answer": feature.no_answer,
            "unknown": feature.unknown,
            "values": values.collect::<Vec<_>>(),
            "fit": feature.fit.map(|fit| json!({
                "chi_square": round(fit.statistic),
                "degrees": fit.degrees,
                "p": round(fit.chance),
                "joined": fit.joined,
            })),
        })
    });
    json!({ "file": file, "people": people, "features": features.collect::<Vec<_>>() })
}

/// Ten significant digits: what is behind them may differ between machines.
pub fn round(number: f64) -> f64 {
    format!("{number:.9e}").parse().unwrap_or(number)
}

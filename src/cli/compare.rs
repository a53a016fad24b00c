//! `geloot compare`: what each objective gives these people, side by side. Imports `bundle`, `lottery`,
//! `panel`, `words` and its siblings.

use super::conflict;
use super::exit::{Exit, Halt};
use super::freezing::mistaken;
use super::inputs::PoolArgs;
use super::layout::{cell, lines, percent, table};
use super::lottery_report::bar;
use super::quota_effects::{no_chance, no_chance_json};
use super::{json as faults_json, talk::Talk};
use crate::base::fault::Faults;
use crate::bundle::fairness::{self, Found, decimal_up};
use crate::io;
use crate::lottery::profiles::Profiles;
use crate::lottery::solve::{self, Lottery, Objective, Options, Status};
use crate::panel::Seating;
use crate::panel::statistics::Spread;
use crate::pool::Pool;
use crate::words::catalogue::{Lang, say};
use crate::words::parts;
use crate::words::pictures::{self, Given};
use crate::words::shown;
use serde_json::{Map, Value, json};
use std::path::PathBuf;

/// Show what each meaning of "fairest" gives these people under these quotas, side by side.
///
/// Finds the whole lottery for leximin, maximin, nash and goldilocks, with its proof. Writes no file but the page with plots
/// that may be asked for.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pool: PoolArgs,
    /// Tickets in each lottery.
    #[arg(long, value_name = "M", default_value_t = 1_000_000,
          value_parser = clap::value_parser!(u64).range(1..=1_000_000_000))]
    tickets: u64,
    /// Write the same with plots to a page that prints on A4. Nothing may be there yet.
    #[arg(long, value_name = "FILE.html")]
    html: Option<PathBuf>,
}

/// Rows of the chart.
const TENTHS: u64 = 10;
/// Width of the longest bar.
const WIDTH: u64 = 12;

/// What one objective gives.
struct Column {
    objective: Objective,
    lottery: Lottery,
    /// Chances of everybody who can be on a panel.
    spread: Spread,
    found: Found,
}

impl Column {
    fn find(
        lang: Lang,
        pool: &Pool,
        profiles: &Profiles,
        objective: Objective,
        tickets: u64,
    ) -> Result<Self, Halt> {
        let options = Options { objective, tickets, ..Options::default() };
        let homes = pool.homes().map_or(0, |homes| homes.list.len());
        let lottery = solve::make(&profiles.problem, homes, &options, &mut |_| {});
        let lottery = lottery.map_err(|no| conflict::refusal(lang, pool, profiles, &no))?;
        let problem = &profiles.problem;
        let seating = Seating::new(&lottery.tickets, &problem.sizes).ok_or_else(mistaken)?;
        let found = fairness::evaluate(objective, pool.quotas(), problem, &lottery.certificate, &seating)
            .map_err(|_| mistaken())?;
        let out = &lottery.certificate.shut_out;
        let open = (0..problem.profiles() as u32).filter(|t| out.binary_search(t).is_err());
        let spread = Spread::among(&seating, open);
        Ok(Self { objective, spread, found, lottery })
    }

    /// The status that the record of this lottery would have.
    fn status(&self) -> &'static str {
        let claimed = match self.lottery.status {
            Status::Optimal => "optimal",
            Status::Within(_) => "within",
            Status::StoppedAfter(_) => "stopped",
        };
        fairness::status(claimed, self.found.excess.as_ref())
    }

    fn proof(&self, lang: Lang) -> String {
        match self.status() {
            "stopped" => say!(lang, "fairest-no"),
            _ if self.found.leans_on_search => say!(lang, "fairest-search"),
            _ => say!(lang, "fairest-proved"),
        }
    }

    fn json(&self, problem: &crate::lottery::problem::Problem) -> Value {
        json!({
            "min_chance": self.spread.smallest().0.to_string(),
            "people_at_min": self.spread.smallest().1,
            "max_chance": self.spread.largest().0.to_string(),
            "mean_chance": self.spread.mean(),
            "chance_ratio": self.spread.ratio(),
            "gini": self.spread.gini(),
            "geometric_mean": self.spread.geometric_mean(),
            "ideal_geometric_mean": self.lottery.ideal_geometric_mean(problem),
            "under_half_mean": self.spread.under_half_the_mean(),
            "certified": self.status() != "stopped",
            "proof_by_search": self.found.leans_on_search,
            "status": self.status(),
            "gap": self.found.gap.clone().map(decimal_up),
            "off": self.found.off,
            "gap_before_rounding": self.lottery.gap,
            "panels": self.lottery.tickets.shares.len(),
        })
    }
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    if let Some(path) = &args.html {
        io::vacant(path)?;
    }
    let (pool, faults) = args.pool.read_all()?;
    talk.faults(&faults);
    let profiles = pool.profiles();
    let bar = talk.progress(Objective::ALL.len() as u64);
    bar.set_message(say!(talk.lang(), "lotteries-found"));
    // Side by side: none of them knows of the others, so nothing depends on which is ready first.
    let find = |objective: &Objective| {
        let column = Column::find(talk.lang(), &pool, &profiles, *objective, args.tickets);
        bar.inc(1);
        column
    };
    let found = io::side_by_side(&Objective::ALL, find).into_iter();
    let columns: Result<Vec<Column>, Halt> =
        found.map(|column| column.unwrap_or_else(|| Err(mistaken()))).collect();
    bar.finish_and_clear();
    let columns = columns?;
    talk.show(&text(talk, &pool, &profiles, &columns))?;
    if let Some(path) = &args.html {
        let page = page(talk.lang(), &pool, &columns).ok_or_else(mistaken)?;
        io::write_new(path, page.as_bytes())?;
        let file = shown(&path.to_string_lossy());
        talk.show(&format!("{}\n", say!(talk.lang(), "html-saved", file = file)))?;
    }
    talk.json(&answer(talk.lang(), &pool, &profiles, &columns, &faults, args.tickets))?;
    Ok(Exit::Done)
}

fn text(talk: &Talk, pool: &Pool, profiles: &Profiles, columns: &[Column]) -> String {
    let lang = talk.lang();
    let Some(first) = columns.first() else { return String::new() };
    let mut text = no_chance(lang, pool, profiles, &first.lottery.shut_out);
    if !text.is_empty() {
        text.push_str(&format!("{}\n\n", say!(lang, "figures-leave-out")));
    }
    let head = head(lang, pool, first);
    text.push_str(&format!("{head}\n\n"));
    text.push_str(&figures(lang, columns));
    if talk.details() {
        text.push_str(&format!("\n{}", measures(lang, columns)));
    }
    text.push_str(&format!("\n{}\n\n", say!(lang, "compare-tenths")));
    text.push_str(&chart(lang, columns));
    text.push_str(&format!("\n{}\n", say!(lang, "compare-when")));
    for column in columns {
        text.push_str(&format!("  {:11} {}\n", column.objective.word(), advice(lang, column.objective)));
    }
    text + &format!("\n{}\n", say!(lang, "compare-next"))
}

/// Of whom the figures are.
fn head(lang: Lang, pool: &Pool, first: &Column) -> String {
    say!(
        lang,
        "compare-head",
        people = parts::people(lang, first.spread.people),
        seats = pool.seats(),
        mean = parts::percent(lang, &format!("{:.3}", first.spread.mean() * 100.0)),
        tickets = first.spread.tickets,
    )
}

/// The same as a page with plots.
fn page(lang: Lang, pool: &Pool, columns: &[Column]) -> Option<String> {
    let given = |column: &Column| Given {
        name: column.objective.word().to_owned(),
        advice: advice(lang, column.objective),
        held: (0..TENTHS).map(|tenth| middle(column, tenth)).collect(),
        of: column.spread.tickets,
    };
    let head = head(lang, pool, columns.first()?);
    pictures::compare(lang, &head, &columns.iter().map(given).collect::<Vec<_>>())
}

/// The tickets of whoever is in the middle of a tenth of the people, from the smallest chance up.
fn middle(column: &Column, tenth: u64) -> u64 {
    let people = column.spread.people;
    column.spread.held_at(((2 * tenth + 1) * people / (2 * TENTHS)).min(people.saturating_sub(1)))
}

fn figures(lang: Lang, columns: &[Column]) -> String {
    let headings = [
        say!(lang, "head-objective"),
        say!(lang, "head-smallest"),
        say!(lang, "head-largest"),
        say!(lang, "head-ratio"),
        say!(lang, "head-below-half"),
        say!(lang, "head-fairest"),
    ];
    let mut table = table(&headings, 1);
    for column in columns {
        let spread = &column.spread;
        let part = |part: f64, places: usize| parts::percent(lang, &format!("{:.1$}", part * 100.0, places));
        let chance = |held: u64| part(held as f64 / spread.tickets as f64, 3);
        table.add_row([
            cell(column.objective.word()),
            cell(&chance(spread.smallest().0.tickets)),
            cell(&chance(spread.largest().0.tickets)),
            cell(
                &spread.ratio().map_or("-".to_owned(), |ratio| parts::decimal(lang, &format!("{ratio:.2}"))),
            ),
            cell(&parts::people(lang, spread.under_half_the_mean())),
            cell(&column.proof(lang)),
        ]);
    }
    lines(&table)
}

/// How even the chances are, for those who know the measures.
fn measures(lang: Lang, columns: &[Column]) -> String {
    let headings = [say!(lang, "head-objective"), say!(lang, "head-gini"), say!(lang, "head-geometric")];
    let mut table = table(&headings, 1);
    let part = |part: f64, places: usize| parts::percent(lang, &format!("{:.1$}", part * 100.0, places));
    for column in columns {
        let spread = &column.spread;
        table.add_row([
            cell(column.objective.word()),
            cell(&part(spread.gini(), 2)),
            cell(&part(spread.geometric_mean(), 4)),
        ]);
    }
    lines(&table)
}

/// Rows: tenths of the people from the smallest chance up. Columns: objectives. The longest bar is the
/// largest chance shown, which need not be the largest there is.
fn chart(lang: Lang, columns: &[Column]) -> String {
    let most = columns.iter().map(|c| middle(c, TENTHS - 1)).max().unwrap_or(0);
    let mut headings = vec![say!(lang, "head-tenth")];
    headings.extend(columns.iter().map(|c| c.objective.word().to_owned()));
    let mut table = table(&headings, headings.len());
    for tenth in 0..TENTHS {
        let mut row = vec![cell(&(tenth + 1).to_string())];
        for column in columns {
            let held = middle(column, tenth);
            row.push(cell(&format!(
                "{} {}",
                bar(held, most, WIDTH),
                percent(lang, held, column.spread.tickets)
            )));
        }
        table.add_row(row);
    }
    lines(&table)
}

/// When to choose an objective.
fn advice(lang: Lang, objective: Objective) -> String {
    match objective {
        Objective::Leximin => say!(lang, "advice-leximin"),
        Objective::Maximin => say!(lang, "advice-maximin"),
        Objective::Nash => say!(lang, "advice-nash"),
        Objective::Goldilocks => say!(lang, "advice-goldilocks"),
    }
}

fn answer(
    lang: Lang,
    pool: &Pool,
    profiles: &Profiles,
    columns: &[Column],
    faults: &Faults,
    tickets: u64,
) -> Value {
    let objectives: Map<String, Value> =
        columns.iter().map(|c| (c.objective.word().to_owned(), c.json(&profiles.problem))).collect();
    let shut_out = columns.first().map(|c| no_chance_json(pool, profiles, &c.lottery.shut_out));
    json!({
        "people": pool.len(),
        "profiles": profiles.values.len(),
        "seats": pool.seats(),
        "tickets": tickets,
        "objectives": objectives,
        "shut_out": shut_out,
        "faults": faults_json::faults(lang, faults),
    })
}

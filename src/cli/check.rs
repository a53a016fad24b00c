//! `geloot check`: is everything right with these files, and can the quotas be met?

use super::exit::{Exit, Halt};
use super::freezing::refusal;
use super::inputs::PoolArgs;
use super::layout::{cell, lines, percent, table};
use super::lottery_report::quota_json;
use super::quota_table::quota;
use super::{json as faults_json, talk::Talk};
use crate::base::fault::Faults;
use crate::lottery::solve::{self, No};
use crate::pool::Pool;
use crate::words::{en, number};
use serde_json::{Value, json};

/// Read the volunteers and the quotas, list everything that is wrong, and show what the quotas ask
/// beside what the pool has.
///
/// Ends with 2 when something is wrong with the files, and with 1 when the files are fine but these
/// people cannot meet these quotas.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The files.
    #[command(flatten)]
    pub pool: PoolArgs,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let mut faults = Faults::new();
    let Some(pool) = args.pool.read(&mut faults)? else {
        return Err(Halt::Faults(faults));
    };
    let profiles = pool.profiles();
    let answer = match faults.blame() {
        // Adding up has shown it; a search would only say the same in other words.
        Some(_) => Answer::AddedUp,
        None => match solve::feasible(&profiles.problem) {
            Ok(_) => Answer::Possible,
            Err(No::Undecided) => Answer::Unsettled,
            Err(no @ No::Infeasible(_)) => Answer::Impossible(no),
            Err(no @ No::Numeric) => return Err(refusal(&pool, &no)),
        },
    };
    talk.faults(&faults);
    talk.show(&overview(&pool, profiles.values.len()))?;
    talk.show(answer.words())?;
    talk.json(&json(&pool, profiles.values.len(), &faults, &answer))?;
    match answer {
        Answer::Possible | Answer::Unsettled => Ok(Exit::Done),
        Answer::AddedUp => Ok(Exit::No),
        Answer::Impossible(no) => {
            // The object has been written already.
            refusal(&pool, &no).tell(&talk.without_json());
            Ok(Exit::No)
        }
    }
}

/// Whether the quotas can be met.
enum Answer {
    /// A panel was found.
    Possible,
    /// None was found and none ruled out within the work allowed.
    Unsettled,
    /// Sums rule it out; the faults say which.
    AddedUp,
    /// A proof by cases rules it out.
    Impossible(No),
}

impl Answer {
    fn words(&self) -> &'static str {
        match self {
            Answer::Possible => "The quotas can be met: a panel that meets them all was found.\n",
            Answer::Unsettled => {
                "Whether the quotas can all be met together could not be settled within the work allowed.\n"
            }
            Answer::AddedUp | Answer::Impossible(_) => "These people cannot meet these quotas.\n",
        }
    }

    fn feasible(&self) -> Option<bool> {
        match self {
            Answer::Possible => Some(true),
            Answer::Unsettled => None,
            Answer::AddedUp | Answer::Impossible(_) => Some(false),
        }
    }

    /// The rows of the quotas that clash, where they are known.
    fn clash(&self) -> &[u32] {
        match self {
            Answer::Impossible(No::Infeasible(clash)) => &clash.rows,
            _ => &[],
        }
    }
}

fn overview(pool: &Pool, profiles: usize) -> String {
    let (people, seats) = (pool.len() as u64, pool.seats());
    let headings = ["Feature", "Value", "Pool", "Share", "Quota", "Share of seats"];
    let mut table = table(&headings, 2);
    for (feature, counts) in pool.quotas().features.iter().zip(pool.counts()) {
        for (i, (value, count)) in feature.values.iter().zip(counts).enumerate() {
            let share = |n: u32| percent(u64::from(n), u64::from(seats));
            let seats = match value.min == value.max {
                true => share(value.min),
                false => format!("{} - {}", share(value.min), share(value.max)),
            };
            table.add_row([
                cell(if i == 0 { &feature.name } else { "" }),
                cell(&value.name),
                cell(&number(count)),
                cell(&percent(count, people)),
                cell(&quota(value.min, value.max)),
                cell(&seats),
            ]);
        }
    }
    format!(
        "{}\n{}, {}, {} features, {} different profiles.\n",
        lines(&table),
        en::people(people),
        en::seats(u64::from(seats)),
        pool.quotas().features.len(),
        number(profiles as u64),
    )
}

fn json(pool: &Pool, profiles: usize, faults: &Faults, answer: &Answer) -> Value {
    let features = pool.quotas().features.iter().zip(pool.counts()).map(|(feature, counts)| {
        let values = feature.values.iter().zip(counts).map(|(value, people)| {
            json!({
                "name": value.name,
                "people": people,
                "share": people as f64 / pool.len() as f64,
                "min": value.min,
                "max": value.max,
                "min_flex": value.flex.map(|flex| flex.0),
                "max_flex": value.flex.map(|flex| flex.1),
            })
        });
        json!({ "name": feature.name, "values": values.collect::<Vec<_>>() })
    });
    json!({
        "people": pool.len(),
        "profiles": profiles,
        "seats": pool.seats(),
        "id_column": pool.id_column().map(|column| &pool.headings()[column]),
        "features": features.collect::<Vec<_>>(),
        "faults": faults_json::faults(faults),
        // Null when it could not be settled.
        "feasible": answer.feasible(),
        "clash": answer.clash().iter().map(|&row| quota_json(pool, row)).collect::<Vec<_>>(),
    })
}

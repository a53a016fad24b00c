//! `geloot check`: is everything right with these files, and can the quotas be met?

use super::exit::{Exit, Halt};
use super::inputs::PoolArgs;
use super::layout::{cell, lines, percent, table};
use super::{json, talk::Talk};
use crate::base::fault::{Blame, Faults};
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
    let profiles = pool.profiles().values.len();
    let exit = if faults.blame() == Some(Blame::Answer) { Exit::No } else { Exit::Done };
    talk.faults(&faults);
    talk.show(&overview(&pool, profiles))?;
    talk.show(verdict(exit))?;
    talk.json(&answer(&pool, profiles, &faults, exit))?;
    Ok(exit)
}

fn verdict(exit: Exit) -> &'static str {
    match exit {
        Exit::No => "These people cannot meet these quotas.\n",
        _ => {
            "Adding up finds nothing that rules these quotas out, one feature or two at a time.\n\
             Whether all of them can be met together was not checked.\n"
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
            let (quota, seats) = match value.min == value.max {
                true => (value.min.to_string(), share(value.min)),
                false => (
                    format!("{}-{}", value.min, value.max),
                    format!("{} - {}", share(value.min), share(value.max)),
                ),
            };
            table.add_row([
                cell(if i == 0 { &feature.name } else { "" }),
                cell(&value.name),
                cell(&number(count)),
                cell(&percent(count, people)),
                cell(&quota),
                cell(&seats),
            ]);
        }
    }
    format!(
        "{}{}, {}, {} features, {} different profiles.\n",
        lines(&table),
        en::people(people),
        en::seats(u64::from(seats)),
        pool.quotas().features.len(),
        number(profiles as u64),
    )
}

fn answer(pool: &Pool, profiles: usize, faults: &Faults, exit: Exit) -> Value {
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
        "faults": json::faults(faults),
        // Null: no clash was found, and nothing more was checked.
        "feasible": (exit == Exit::No).then_some(false),
    })
}

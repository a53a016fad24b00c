//! `geloot check`: is everything right with these files, and can the quotas be met?

use super::confirmed_excluded;
use super::conflict::{self, refusal};
use super::exit::{Exit, Halt};
use super::inputs::PoolArgs;
use super::layout::{cell, lines, percent, table};
use super::quota_effects::{Prospects, prospects};
use super::{json as faults_json, talk::Talk};
use crate::base::fault::Faults;
use crate::lottery::profiles::Profiles;
use crate::lottery::solve::{self, Clash, Found, Near, No, Repairs};
use crate::pool::Pool;
use crate::words::catalogue::{Lang, number, say};
use crate::words::parts;
use crate::words::parts::quota;
use serde_json::{Value, json};

/// Read the volunteers and the quotas, list everything that is wrong, and show what the quotas ask
/// beside what the pool has. Says whether the quotas can be met: if not, why and what would help; if so,
/// which quotas hold down the smallest chance, and who can be on no panel.
///
/// Ends with 2 when something is wrong with the files, and with 1 when the files are fine but these
/// people cannot meet these quotas, or whether they can was not settled.
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
    let mut profiles = pool.profiles();
    let count = profiles.values.len();
    let answer = match faults.blame() {
        // Adding up has shown it; a search would only say the same in other words.
        Some(_) => {
            let helps =
                pool.seats() > 0 && !conflict::beyond_repair(&faults) && !conflict::beyond_maximum(&faults);
            Answer::AddedUp(helps.then(|| conflict::cheapest(&pool, &profiles, conflict::NAMED, true)))
        }
        None => match deciding_simply(&pool, &mut profiles, talk) {
            Ok(found) => Answer::Possible(prospects(&pool, &profiles, &found)?),
            Err(No::Undecided) => Answer::Unsettled(conflict::nearest(&profiles)),
            Err(No::Infeasible(clash)) => {
                Answer::Impossible(clash, conflict::cheapest(&pool, &profiles, conflict::NAMED, true))
            }
            Err(no @ No::Numeric) => return Err(refusal(talk.lang(), &pool, &profiles, &no)),
        },
    };
    talk.faults(&faults);
    let averages = answer.averages(&pool, &profiles);
    let shown = Some(count).filter(|_| talk.details());
    talk.show(&overview(talk.lang(), &pool, shown, averages.as_deref()))?;
    talk.show(&confirmed_excluded::text(talk.lang(), &pool))?;
    talk.show(&answer.words(talk.lang(), &pool))?;
    talk.json(&json(talk.lang(), &pool, (&profiles, count), &faults, &answer))?;
    match answer {
        Answer::Possible(prospects) => {
            talk.show(&prospects.text(talk.lang(), &pool, &profiles))?;
            Ok(Exit::Done)
        }
        Answer::Unsettled(near) => {
            // The object has been written already.
            conflict::undecided(talk.lang(), &pool, &near).tell(&talk.without_json());
            Ok(Exit::No)
        }
        Answer::AddedUp(repairs) => {
            let lines = repairs.map(|repairs| conflict::ways_out(talk.lang(), &pool, &repairs));
            lines.iter().flatten().try_for_each(|line| talk.show(&format!("{line}\n")))?;
            Ok(Exit::No)
        }
        Answer::Impossible(clash, repairs) => {
            // The object has been written already.
            conflict::refused(talk.lang(), &pool, &profiles, &clash, &repairs).tell(&talk.without_json());
            Ok(Exit::No)
        }
    }
}

/// [`deciding`]; where the household rule takes nothing from anybody it is left out of the profiles.
fn deciding_simply(pool: &Pool, profiles: &mut Profiles, talk: &Talk) -> Result<Found, No> {
    let homes = pool.homes().map_or(0, |homes| homes.list.len());
    if homes > 0 {
        let plain = pool.profiles_without_homes();
        let bar = talk.progress(0);
        let told = &mut |progress: &solve::Progress| super::freezing::show(talk.lang(), &bar, progress);
        let found = solve::found_without_homes(&profiles.problem, homes, &plain.problem, told);
        bar.finish_and_clear();
        if let Some(found) = found? {
            *profiles = plain;
            return Ok(found);
        }
    }
    deciding(profiles, talk)
}

/// Whether the quotas can be met, with progress where that takes long.
pub fn deciding(profiles: &Profiles, talk: &Talk) -> Result<Found, No> {
    let bar = talk.progress(0);
    let told = &mut |progress: &_| super::freezing::show(talk.lang(), &bar, progress);
    let found = solve::found(&profiles.problem, 1, told);
    bar.finish_and_clear();
    found
}

/// Whether the quotas can be met.
enum Answer {
    /// A panel was found.
    Possible(Prospects),
    /// None was found and none ruled out within the work allowed.
    Unsettled(Option<Near>),
    /// Sums rule it out; the faults say which.
    AddedUp(Option<Repairs>),
    /// A proof by cases rules it out.
    Impossible(Clash, Repairs),
}

impl Answer {
    fn words(&self, lang: Lang, pool: &Pool) -> String {
        let plain = pool.quotas().features.is_empty();
        let said = match self {
            Answer::Possible(_) if plain => say!(lang, "plain-can"),
            Answer::AddedUp(_) | Answer::Impossible(..) if plain => say!(lang, "plain-cannot"),
            Answer::Possible(_) => say!(lang, "can-be-met"),
            // A refusal says it.
            Answer::Unsettled(_) => return String::new(),
            Answer::AddedUp(_) | Answer::Impossible(..) => say!(lang, "cannot-be-met"),
        };
        said + "\n"
    }

    /// Seats of each value on average, where a panel was found and there are quotas.
    fn averages(&self, pool: &Pool, profiles: &Profiles) -> Option<Vec<Vec<f64>>> {
        match self {
            Answer::Possible(prospects) if !pool.quotas().features.is_empty() => {
                Some(prospects.averages(pool, profiles))
            }
            _ => None,
        }
    }

    fn feasible(&self) -> Option<bool> {
        match self {
            Answer::Possible(_) => Some(true),
            Answer::Unsettled(_) => None,
            Answer::AddedUp(_) | Answer::Impossible(..) => Some(false),
        }
    }

    fn clash(&self) -> Option<&Clash> {
        match self {
            Answer::Impossible(clash, _) => Some(clash),
            _ => None,
        }
    }

    fn repairs(&self) -> Option<&Repairs> {
        match self {
            Answer::AddedUp(repairs) => repairs.as_ref(),
            Answer::Impossible(_, repairs) => Some(repairs),
            _ => None,
        }
    }
}

fn overview(lang: Lang, pool: &Pool, profiles: Option<usize>, averages: Option<&[Vec<f64>]>) -> String {
    let (people, seats) = (pool.len() as u64, pool.seats());
    let mut headings = vec![
        say!(lang, "head-feature"),
        say!(lang, "head-value"),
        say!(lang, "head-pool"),
        say!(lang, "head-share"),
        say!(lang, "head-quota"),
        say!(lang, "head-share-seats"),
    ];
    headings.extend(averages.map(|_| say!(lang, "head-average-panel")));
    let mut table = table(&headings, 2);
    for (at, (feature, counts)) in pool.quotas().features.iter().zip(pool.counts()).enumerate() {
        for (i, (value, count)) in feature.values.iter().zip(counts).enumerate() {
            // A maximum beyond the seats means no more than all of them.
            let share = |n: u32| percent(lang, u64::from(n.min(seats)), u64::from(seats));
            let seats = match value.min == value.max {
                _ if value.min > seats => say!(lang, "impossible"),
                true => share(value.min),
                false => format!("{} - {}", share(value.min), share(value.max)),
            };
            let average = averages.map(|all| cell(&parts::decimal(lang, &format!("{:.1}", all[at][i]))));
            let row = [
                cell(if i == 0 { &feature.name } else { "" }),
                cell(&value.name),
                cell(&number(lang, count)),
                cell(&percent(lang, count, people)),
                cell(&quota(value.min, value.max)),
                cell(&seats),
            ];
            table.add_row(row.into_iter().chain(average));
        }
    }
    let said = say!(
        lang,
        "overview",
        people = parts::people(lang, people),
        seats = parts::seats(lang, u64::from(seats)),
        features = parts::several(lang, "features", pool.quotas().features.len() as u64),
        profiles = profiles.unwrap_or(0),
    );
    let average =
        if averages.is_some() { format!("{}\n", say!(lang, "overview-average")) } else { String::new() };
    format!("{}\n{said}\n{average}", lines(&table))
}

fn json(
    lang: Lang,
    pool: &Pool,
    (profiles, count): (&Profiles, usize),
    faults: &Faults,
    answer: &Answer,
) -> Value {
    let (clash, clash_ends) = conflict::clash_json(pool, profiles, answer.clash());
    let repairs = answer.repairs().into_iter().flat_map(|r| &r.list).map(|r| conflict::repair_json(pool, r));
    let repairs: Vec<Value> = repairs.collect();
    let near = match answer {
        Answer::Unsettled(near) => near.as_ref(),
        _ => None,
    };
    let prospects = match answer {
        Answer::Possible(prospects) => prospects.json(pool, profiles),
        _ => Value::Null,
    };
    let averages = answer.averages(pool, profiles);
    // The last digits of a float are nobody's concern.
    let average = |at: usize, i: usize| averages.as_ref().map(|all| (all[at][i] * 1e6).round() / 1e6);
    let features =
        pool.quotas().features.iter().zip(pool.counts()).enumerate().map(|(at, (feature, counts))| {
            let values = feature.values.iter().zip(counts).enumerate().map(|(i, (value, people))| {
                json!({
                    "name": value.name,
                    "people": people,
                    "share": people as f64 / pool.len() as f64,
                    "min": value.min,
                    "max": value.max,
                    "min_flex": value.flex.map(|flex| flex.0),
                    "max_flex": value.flex.map(|flex| flex.1),
                    "impossible": value.min > pool.seats(),
                    "seats_on_average": average(at, i),
                })
            });
            json!({ "name": feature.name, "values": values.collect::<Vec<_>>() })
        });
    json!({
        "people": pool.len(),
        "profiles": count,
        "seats": pool.seats(),
        "settled": confirmed_excluded::json(pool),
        "id_column": pool.id_column().map(|column| &pool.headings()[column]),
        "features": features.collect::<Vec<_>>(),
        "faults": faults_json::faults(lang, faults),
        // Null when it could not be settled.
        "feasible": answer.feasible(),
        // Changes with which a panel was found, where it could not be settled.
        "nearest": conflict::nearest_json(pool, near),
        "clash": clash,
        "clash_ends": clash_ends,
        "repairs": repairs,
        "prospects": prospects,
    })
}

//! From a pool to a frozen lottery, with progress and refusals. Imports `bundle`, `lottery`, `words`
//! and its siblings.

use super::clash;
use super::draw::PROGRAM;
use super::exit::{Exit, Halt};
use super::quota_table::quota;
use super::talk::Talk;
use crate::bundle::about::Continues;
use crate::bundle::freeze::{self, CharterFile, Frozen, NotFrozen};
use crate::bundle::{Detail, Inputs};
use crate::lottery::profiles::Profiles;
use crate::lottery::solve::{self, Lottery, Objective, Options, Progress, Stage, Status};
use crate::panel::promised::Asked;
use crate::pool::Pool;
use crate::words::{en, number, quoted};

/// What to make of a pool.
pub struct Making {
    /// What to make as fair as possible.
    pub objective: Objective,
    /// Tickets.
    pub tickets: u64,
    /// The charter.
    pub charter: Option<super::charter::Supplied>,
    /// A secret key for the codes.
    pub key: Option<[u8; 32]>,
    /// How much of the pool is public.
    pub detail: Detail,
    /// The record that a supplement goes on from.
    pub continues: Option<Continues>,
}

/// A lottery, found and frozen.
pub struct Made {
    /// The people's profiles.
    pub profiles: Profiles,
    /// The lottery as found.
    pub lottery: Lottery,
    /// Its files.
    pub frozen: Frozen,
    /// What was made.
    pub making: Making,
    /// The reserves that the charter declares.
    pub promised: Option<Asked>,
}

/// Finds the lottery and freezes it, in memory.
pub fn make(pool: &Pool, making: Making, talk: &Talk) -> Result<Made, Halt> {
    let promised = super::charter::promised(making.charter.as_ref(), pool)?;
    let profiles = pool.profiles();
    let options = Options { objective: making.objective, tickets: making.tickets, ..Options::default() };
    let bar = talk.progress(0);
    let homes = pool.homes().map_or(0, |homes| homes.list.len());
    let lottery = solve::make(&profiles.problem, homes, &options, &mut |p| show(&bar, p));
    bar.finish_and_clear();
    let lottery = lottery.map_err(|no| clash::refusal(talk.lang(), pool, &profiles, &no))?;
    let inputs = Inputs {
        pool,
        profiles: &profiles,
        lottery: &lottery.tickets,
        certificate: &lottery.certificate,
        objective: making.objective,
        status: match lottery.status {
            Status::Optimal => "optimal",
            Status::Within(_) => "within",
            Status::StoppedAfter(_) => "stopped",
        },
        charter: making.charter.as_ref().map(|c| match c.toml {
            true => CharterFile::Toml(&c.bytes),
            false => CharterFile::Text(&c.bytes),
        }),
        key: making.key,
        detail: making.detail,
        continues: making.continues.as_ref(),
        program: PROGRAM,
    };
    let frozen = freeze::freeze(&inputs).map_err(|no| match no {
        NotFrozen::FewTickets { needed } => few_tickets(making.tickets, needed),
        NotFrozen::Lottery | NotFrozen::Certificate(_) => mistaken(),
    })?;
    Ok(Made { profiles, lottery, frozen, making, promised })
}

/// Shows where a run stands.
pub fn show(bar: &indicatif::ProgressBar, progress: &Progress) {
    let stage = match progress.stage {
        Stage::Deciding => "Looking for a panel, or a proof that there is none",
        Stage::Levels => "Fairest chances, level by level",
        Stage::Panels => "Looking for panels",
        Stage::Weights => "Weighing panels",
        Stage::Tickets => "Dividing the tickets",
    };
    bar.set_message(stage);
    bar.set_position(progress.done);
    if let Some(of) = progress.of {
        bar.set_length(of);
    }
}

/// A quota row in words: the feature, the value and what it asks, and how many people have it.
pub fn row_in_words(pool: &Pool, row: u32) -> String {
    let values = pool.quotas().features.iter().flat_map(|f| f.values.iter().map(move |v| (f, v)));
    let counts = pool.counts().into_iter().flatten();
    match values.zip(counts).nth(row as usize) {
        Some(((feature, value), people)) => format!(
            "{} {}: {} of {} seats, {} in the pool",
            quoted(&feature.name),
            quoted(&value.name),
            quota(value.min, value.max),
            pool.seats(),
            en::people(people)
        ),
        None => home_in_words(pool, row as usize - pool.quotas().lines()),
    }
}

/// The household rule for one home, in words.
fn home_in_words(pool: &Pool, home: usize) -> String {
    match pool.homes().and_then(|homes| Some((homes, homes.list.get(home)?))) {
        Some((homes, found)) if found.confirmed >= homes.per => {
            "the household rule: somebody of the same address has a seat already".to_owned()
        }
        Some((homes, found)) => format!(
            "the household rule: {} of the {} at one address",
            number(u64::from(homes.room(home))),
            en::people(u64::from(found.people))
        ),
        None => String::new(),
    }
}

/// So few tickets that rounding hides who is favoured.
fn few_tickets(tickets: u64, needed: u64) -> Halt {
    // Digits drawn by hand need a power of ten.
    let enough = std::iter::successors(Some(10u64), |n| n.checked_mul(10)).find(|&n| n >= needed);
    let way_out = match enough.filter(|&n| n <= super::lottery::MOST_TICKETS) {
        Some(enough) => {
            format!("This pool needs {} tickets or more. Give --tickets {enough}.", number(needed))
        }
        None => "Give a larger number with --tickets, or take another objective.".to_owned(),
    };
    let these = match tickets {
        1 => "1 ticket is".to_owned(),
        n => format!("{} tickets are", number(n)),
    };
    Halt::said(
        Exit::Input,
        "L-03",
        &format!(
            "{these} too few. A chance is a whole number of tickets, and with so few of them rounding costs some people more than a quarter of the smallest chance: nobody could tell a fair lottery from an unfair one.",
        ),
        &[&way_out, "Nothing was drawn and no file was changed."],
    )
}

/// The arithmetic went wrong.
pub fn mistaken() -> Halt {
    Halt::said(
        Exit::Bug,
        "L-70",
        "The arithmetic did not come out. This is a mistake in the program, not in your data.",
        &[
            "Please send us this text, the command you gave and the quotas. Do not send the list of people.",
            "Nothing was drawn and no file was changed.",
        ],
    )
}

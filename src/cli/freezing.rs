//! From a pool to a frozen lottery, with progress and refusals. Imports `assembly`, `words` and its
//! siblings.

use super::exit::Halt;
use super::talk::Talk;
use super::told::{self, Asked};
use crate::assembly::{self, Made, Making, Refusal};
use crate::bundle::registered::self_registered;
use crate::io::Bar;
use crate::lottery::solve::{Progress, Stage};
use crate::pool::Pool;
use crate::words::catalogue::{Lang, say};
use crate::words::parts::quota;
use crate::words::{claims as words, parts, quoted};

/// Finds the lottery and freezes it, in memory, with progress on the terminal.
pub fn make(pool: &Pool, making: Making, asked: &Asked, talk: &Talk) -> Result<Made, Halt> {
    let bar = talk.progress(0);
    let made = assembly::freeze(pool, making, &mut |progress| show(talk.lang(), &bar, progress));
    bar.finish_and_clear();
    let made = made.map_err(|refusal| asked.halt(refusal))?;
    if let Some((path, _)) = &asked.charter {
        talk.deliberation(&made.charter_calls(pool, &path.to_string_lossy()));
    }
    let charter = made.making.charter.as_ref().filter(|charter| charter.toml);
    if let Some(frame) = charter.and_then(|charter| self_registered(&charter.bytes)) {
        talk.say(&format!("{}\n", words::self_registered(talk.lang(), &frame)));
    }
    Ok(made)
}

/// Shows where a run stands.
pub fn show(lang: Lang, bar: &Bar, progress: &Progress) {
    let stage = match progress.stage {
        Stage::Deciding => say!(lang, "stage-deciding"),
        Stage::Levels => say!(lang, "stage-levels"),
        Stage::Panels => say!(lang, "stage-panels"),
        Stage::Weights => say!(lang, "stage-weights"),
        Stage::Tickets => say!(lang, "stage-tickets"),
    };
    bar.set_message(stage);
    bar.set_position(progress.done);
    if let Some(of) = progress.of {
        bar.set_length(of);
    }
}

/// A quota row in words: the feature, the value and what it asks, and how many people have it.
pub fn row_in_words(lang: Lang, pool: &Pool, row: u32) -> String {
    let values = pool.quotas().features.iter().flat_map(|f| f.values.iter().map(move |v| (f, v)));
    let counts = pool.counts().into_iter().flatten();
    match values.zip(counts).nth(row as usize) {
        Some(((feature, value), people)) => say!(
            lang,
            "row-in-words",
            name = format!("{} {}", quoted(&feature.name), quoted(&value.name)),
            quota = quota(value.min, value.max),
            seats = pool.seats(),
            people = parts::people(lang, people),
        ),
        None => home_in_words(lang, pool, row as usize - pool.quotas().lines()),
    }
}

/// The household rule for one home, in words.
fn home_in_words(lang: Lang, pool: &Pool, home: usize) -> String {
    match pool.homes().and_then(|homes| Some((homes, homes.list.get(home)?))) {
        Some((homes, found)) if found.confirmed >= homes.per => {
            say!(lang, "home-taken")
        }
        Some((homes, found)) => say!(
            lang,
            "home-room",
            room = homes.room(home),
            people = parts::people(lang, u64::from(found.people)),
        ),
        None => String::new(),
    }
}

/// The arithmetic went wrong.
pub fn mistaken() -> Halt {
    told::halt(Refusal::Mistaken)
}

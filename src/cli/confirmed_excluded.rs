//! What was settled before the lottery, in words and as JSON: who was excluded, who has a seat already,
//! and the household rule. Imports `pool`, `words` and its siblings.

use crate::pool::Pool;
use crate::words::catalogue::{Lang, number, say};
use crate::words::{parts, quoted};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Lines on the terminal; none if nothing was settled.
pub fn text(lang: Lang, pool: &Pool) -> String {
    let mut told = Vec::new();
    let excluded = pool.excluded();
    if !excluded.is_empty() {
        let grounds = grounds(pool).into_iter();
        let grounds: Vec<String> = grounds
            .map(|(ground, people)| {
                format!("{} {}", number(lang, people), quoted(&parts::ground(lang, ground)))
            })
            .collect();
        told.push(say!(
            lang,
            "settled-excluded",
            people = parts::people(lang, excluded.len() as u64),
            grounds = parts::list(lang, &grounds),
        ));
    }
    if pool.not_found() > 0 {
        told.push(say!(lang, "settled-not-found", count = pool.not_found()));
    }
    if let Some(before) = pool.confirmed() {
        told.push(say!(
            lang,
            "settled-confirmed",
            people = parts::people(lang, before.people.len() as u64),
            seats = parts::seats(lang, u64::from(before.seats)),
            left = pool.seats(),
        ));
    }
    if let Some(homes) = pool.homes() {
        let people: u64 = homes.list.iter().map(|home| u64::from(home.people)).sum();
        told.push(say!(
            lang,
            "settled-homes",
            per = parts::people(lang, homes.per.into()),
            homes = homes.list.len(),
            people = parts::people(lang, people),
        ));
    }
    told.iter().map(|line| format!("{line}\n")).collect()
}

fn grounds(pool: &Pool) -> BTreeMap<&str, u64> {
    let mut grounds = BTreeMap::new();
    pool.excluded().iter().for_each(|person| *grounds.entry(person.ground.as_str()).or_default() += 1);
    grounds
}

/// The same for programs.
pub fn json(pool: &Pool) -> Value {
    json!({
        "excluded": pool.excluded().len(),
        "not_found": pool.not_found(),
        "grounds": grounds(pool),
        "confirmed": pool.confirmed().map(|before| {
            json!({ "people": before.people.len(), "seats": before.seats })
        }),
        "household": pool.homes().map(|homes| {
            json!({
                "per": homes.per,
                "addresses": homes.list.len(),
                "people": homes.list.iter().map(|home| home.people).sum::<u32>(),
            })
        }),
    })
}

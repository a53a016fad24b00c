//! What was settled before the lottery, in words and as JSON: who was excluded, who has a seat already,
//! and the household rule. Imports `pool`, `words` and its siblings.

use crate::pool::Pool;
use crate::words::{en, number, quoted};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Lines on the terminal; none if nothing was settled.
pub fn text(pool: &Pool) -> String {
    let mut text = String::new();
    let excluded = pool.excluded();
    if !excluded.is_empty() {
        let grounds: Vec<String> = grounds(pool)
            .into_iter()
            .map(|(ground, people)| format!("{} {}", number(people), quoted(ground)))
            .collect();
        text.push_str(&format!(
            "Excluded: {} ({}). The grounds become public, under codes.\n",
            en::people(excluded.len() as u64),
            en::list(&grounds)
        ));
    }
    match pool.not_found() {
        0 => {}
        1 => text.push_str("1 id of the list of excluded people is nobody's in the pool.\n"),
        n => text.push_str(&format!(
            "{} ids of the list of excluded people are nobody's in the pool.\n",
            number(n as u64)
        )),
    }
    if let Some(before) = pool.confirmed() {
        text.push_str(&format!(
            "Confirmed before: {}. Of {}, {} left to draw for; the quotas are what they leave.\n",
            en::people(before.people.len() as u64),
            en::seats(u64::from(before.seats)),
            match pool.seats() {
                1 => "1 is".to_owned(),
                n => format!("{} are", number(u64::from(n))),
            }
        ));
    }
    if let Some(homes) = pool.homes() {
        let people: u64 = homes.list.iter().map(|home| u64::from(home.people)).sum();
        text.push_str(&format!("Household rule: at most {} of one address. ", en::people(homes.per.into())));
        text.push_str(&match homes.list.len() {
            0 => "It binds nobody here.\n".to_owned(),
            1 => format!("It binds 1 address, of {}.\n", en::people(people)),
            n => format!("It binds {} addresses, of {}.\n", number(n as u64), en::people(people)),
        });
    }
    text
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

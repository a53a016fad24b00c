//! What quotas that can be met mean for people, in words and as JSON: the smallest chance, what holds it
//! down, and who can be on no panel. Imports `lottery`, `words` and its siblings.

use super::conflict::change_json;
use super::exit::Halt;
use super::freezing::row_in_words;
use super::json::quota_json;
use crate::base::fault::Grade;
use crate::lottery::bound::Change;
use crate::lottery::profiles::Profiles;
use crate::lottery::solve::{self, Few, Found, Holding, Outlook, ShutOut};
use crate::pool::Pool;
use crate::words::catalogue::{Lang, say};
use crate::words::faults::headline;
use crate::words::parts;
use crate::words::{conflict as words, quoted, shown};
use serde_json::{Value, json};

/// Quotas tried for how much they hold down the smallest chance.
const TRIED: usize = 8;
/// Quotas shown.
const SHOWN: usize = 5;

/// What was found.
pub struct Prospects {
    outlook: Outlook,
    holding: Vec<Holding>,
    shut_out: Vec<ShutOut>,
    unsettled: usize,
    few: Option<Few>,
}

/// Looks at quotas that can be met.
pub fn prospects(pool: &Pool, profiles: &Profiles, found: &Found) -> Result<Prospects, Halt> {
    let problem = &profiles.problem;
    let (shut_out, unsettled) = solve::shut_out_of(problem, found);
    let mut possible = vec![true; problem.profiles()];
    shut_out.iter().for_each(|out| possible[out.profile as usize] = false);
    let mut first = 0;
    let features = pool.quotas().features.iter().map(|feature| {
        first += feature.values.len();
        first - feature.values.len()..first
    });
    let features: Vec<_> = features.collect();
    let mistaken = |_| super::freezing::mistaken();
    let outlook = solve::outlook(problem, &possible, usize::MAX).map_err(mistaken)?;
    let holding = solve::holding(problem, &possible, &features, TRIED).map_err(mistaken)?;
    Ok(Prospects { outlook, holding, shut_out, unsettled, few: found.few.clone() })
}

impl Prospects {
    /// Seats of each value on average over the fairest chances that the quotas allow, by feature, in the order of the quotas.
    /// Every panel has as many, rounded down or up, wherever there are such panels.
    pub fn averages(&self, pool: &Pool, profiles: &Profiles) -> Vec<Vec<f64>> {
        let features = &pool.quotas().features;
        let mut seats: Vec<Vec<f64>> =
            features.iter().map(|feature| vec![0.0; feature.values.len()]).collect();
        for ((chance, &size), values) in
            self.outlook.chance.iter().zip(&profiles.problem.sizes).zip(&profiles.values)
        {
            for (seats, &value) in seats.iter_mut().zip(values) {
                seats[value as usize] += chance * f64::from(size);
            }
        }
        seats
    }

    /// As lines on the terminal.
    pub fn text(&self, lang: Lang, pool: &Pool, profiles: &Profiles) -> String {
        let mut text = few_panels(lang, self.few.as_ref());
        text.push_str(&self.smallest(lang, pool, profiles));
        if !self.holding.is_empty() {
            let shown = self.holding.iter().take(SHOWN);
            let together = shown.into_iter().any(|holding| in_words(lang, pool, &holding.changes).len() > 1);
            let together = parts::yes(together);
            text.push_str(&format!("{}\n", say!(lang, "holding", together = together)));
            for holding in self.holding.iter().take(SHOWN) {
                let mut lead = format!("{:>10}", percent(lang, holding.then));
                for line in in_words(lang, pool, &holding.changes) {
                    text.push_str(&format!("{lead}   {line}\n"));
                    lead = format!("{:>10}", say!(lang, "and-word"));
                }
            }
        } else if self.outlook.smallest < 1.0 {
            text.push_str(&format!("{}\n", say!(lang, "none-holds")));
        }
        text + &self.no_chance(lang, pool, profiles)
    }

    fn smallest(&self, lang: Lang, pool: &Pool, profiles: &Profiles) -> String {
        let sizes = &profiles.problem.sizes;
        let people: u64 = self.outlook.lowest.iter().map(|&t| u64::from(sizes[t as usize])).sum();
        let mean = f64::from(pool.seats()) / pool.len() as f64;
        let mut text = say!(
            lang,
            "smallest-chance",
            smallest = percent(lang, self.outlook.smallest),
            people = parts::people(lang, people),
            mean = percent(lang, mean),
        );
        text.push('\n');
        let common = self.common(pool, profiles);
        if !common.is_empty() && people > 1 {
            let all = say!(lang, "all-have", count = people, common = parts::list(lang, &common));
            text.push_str(&format!("{all}\n"));
        }
        text
    }

    /// The values that everybody with the smallest chance has.
    fn common(&self, pool: &Pool, profiles: &Profiles) -> Vec<String> {
        let values = |t: &u32| &profiles.values[*t as usize];
        let Some(first) = self.outlook.lowest.first() else { return Vec::new() };
        let features = pool.quotas().features.iter().enumerate();
        let same =
            features.filter(|(f, _)| self.outlook.lowest.iter().all(|t| values(t)[*f] == values(first)[*f]));
        same.map(|(f, feature)| {
            let value = &feature.values[values(first)[f] as usize];
            format!("{} {}", quoted(&feature.name), quoted(&value.name))
        })
        .collect()
    }

    fn no_chance(&self, lang: Lang, pool: &Pool, profiles: &Profiles) -> String {
        no_chance(lang, pool, profiles, &self.shut_out)
            + &match self.unsettled {
                0 => String::new(),
                n => format!("{}\n", say!(lang, "unsettled-profiles", count = n)),
            }
    }

    /// The same for programs.
    pub fn json(&self, pool: &Pool, profiles: &Profiles) -> Value {
        let sizes = &profiles.problem.sizes;
        let holding = |h: &Holding| {
            let changes: Vec<Value> = match of_homes(pool, &h.changes) {
                Some(per) => vec![json!({ "per_household": per + 1, "old_per_household": per })],
                None => h.changes.iter().map(|c| change_json(pool, c)).collect(),
            };
            json!({ "changes": changes, "smallest_chance": h.then, "promise": h.promise })
        };
        json!({
            "smallest_chance": self.outlook.smallest,
            "people_at_smallest":
                self.outlook.lowest.iter().map(|&t| u64::from(sizes[t as usize])).sum::<u64>(),
            "holding": self.holding.iter().map(holding).collect::<Vec<_>>(),
            "shut_out": no_chance_json(pool, profiles, &self.shut_out),
            "unsettled_profiles": self.unsettled,
            "few_panels": few_json(self.few.as_ref()),
        })
    }
}

/// That there are few panels, or that they are hard to find; nothing where neither is so.
pub fn few_panels(lang: Lang, few: Option<&Few>) -> String {
    few.map_or_else(String::new, |few| {
        format!("{}\n", words::few_panels(lang, few.panels.len() as u64, few.all))
    })
}

/// The same for programs: null where panels are easy to find.
pub fn few_json(few: Option<&Few>) -> Value {
    few.map_or(Value::Null, |few| json!({ "found": few.panels.len(), "all": few.all }))
}

/// How many people of one address there may be, if these changes let one more.
fn of_homes(pool: &Pool, changes: &[Change]) -> Option<u32> {
    let homes = changes.iter().all(|change| pool.quotas().line(change.row as usize).is_none());
    pool.homes().filter(|_| homes).map(|homes| homes.per)
}

/// A line for each change; one for all homes.
fn in_words(lang: Lang, pool: &Pool, changes: &[Change]) -> Vec<String> {
    match of_homes(pool, changes) {
        Some(per) => {
            vec![say!(lang, "home-instead", new = (per + 1).to_string(), old = per.to_string())]
        }
        None => changes.iter().map(|change| words::change(lang, words::Asked::of(pool), change)).collect(),
    }
}

/// Groups of people who can be on no panel because of the same quotas: the quotas and the people, by
/// index in the pool.
fn by_reason(profiles: &Profiles, shut_out: &[ShutOut]) -> Vec<(Vec<u32>, Vec<u32>)> {
    let members = profiles.members();
    let mut groups: Vec<(Vec<u32>, Vec<u32>)> = Vec::new();
    for out in shut_out {
        let people = &members[out.profile as usize];
        match groups.iter_mut().find(|(rows, _)| *rows == out.rows) {
            Some((_, group)) => group.extend(people),
            None => groups.push((out.rows.clone(), people.clone())),
        }
    }
    groups.iter_mut().for_each(|(_, people)| people.sort_unstable());
    groups
}

/// The people who can be on no panel, by id, and the quotas that shut them out; nothing if there are
/// none.
pub fn no_chance(lang: Lang, pool: &Pool, profiles: &Profiles, shut_out: &[ShutOut]) -> String {
    const IDS: usize = 20;
    let groups = by_reason(profiles, shut_out);
    let people: usize = groups.iter().map(|(_, people)| people.len()).sum();
    if people == 0 {
        return String::new();
    }
    let said = say!(lang, "L-05", count = people, people = parts::people(lang, people as u64));
    let mut text = format!("{}\n", headline(lang, Grade::Check, &said, "L-05"));
    for (rows, people) in groups {
        let mut ids: Vec<String> =
            people.iter().take(IDS).map(|&p| shown(pool.person(p as usize).id)).collect();
        if people.len() > IDS {
            ids.push(say!(lang, "more", count = people.len() - IDS));
        }
        text.push_str(&format!("  {}\n", say!(lang, "ids-because", ids = parts::list(lang, &ids))));
        if rows.is_empty() {
            text.push_str(&format!("    {}\n", say!(lang, "because-others")));
        }
        for &row in &rows {
            text.push_str(&format!("    {}\n", row_in_words(lang, pool, row)));
        }
    }
    text
}

/// The same for programs.
pub fn no_chance_json(pool: &Pool, profiles: &Profiles, shut_out: &[ShutOut]) -> Value {
    let groups = by_reason(profiles, shut_out).into_iter().map(|(rows, people)| {
        let ids: Vec<&str> = people.iter().map(|&p| pool.person(p as usize).id).collect();
        let quotas: Vec<Value> = rows.iter().map(|&row| quota_json(pool, row)).collect();
        json!({ "ids": ids, "quotas": quotas })
    });
    groups.collect()
}

/// A chance with three decimals.
fn percent(lang: Lang, chance: f64) -> String {
    parts::percent(lang, &format!("{:.3}", chance * 100.0))
}

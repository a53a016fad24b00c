//! Who may be expected at the tables of a record's seat plans, and what the record knows of them.

use super::report::{Failure, Tally};
use super::seats::Kept;
use super::v25_left::{People, coded};
use super::who_is_in::Standing;
use crate::base::fault::Faults;
use crate::base::text::fold;
use crate::bundle::chain::Form;
use crate::bundle::people::Coded;
use crate::bundle::record::{DRAWS, Record};
use crate::bundle::rosters::{Facts, ROSTERS};
use crate::bundle::{Folder, Public, confirmed_excluded, files, household, sealed};
use crate::draw::code::Code;
use crate::register::{Table, read};
use crate::sessions::model::brief::Brief;
use std::collections::{BTreeMap, BTreeSet};

/// Everybody of a record, under codes and, where the sealed part or the clerk's list is here, by id.
#[derive(Default)]
pub(super) struct Members {
    /// On the panel of the last draw, or with a seat from before.
    pub seated: BTreeSet<String>,
    /// In reserve, and whether an event of theirs is published.
    pub reserves: BTreeMap<String, bool>,
    /// Whether ids can be compared.
    pub by_id: bool,
    /// Whether anything was drawn.
    pub drawn: bool,
    /// Who is in by the last published list of events, as far as that can be told: the code, and perhaps the id.
    pub now: Vec<(String, Option<String>)>,
    /// The code of everybody whose id is known.
    codes: BTreeMap<String, Code>,
    /// Everybody in the pool, and their features and those of people with a seat from before.
    known: Option<Known>,
}

/// What the public part says of people.
struct Known {
    pool: Coded,
    /// Names of features, without the household rule's.
    features: Vec<String>,
    people: People,
}

impl Members {
    pub fn of(folder: &Folder) -> Self {
        let mut members = Self::default();
        let Some(last) = DRAWS.numbers(folder).pop_last() else { return members };
        members.drawn = true;
        members.register(folder);
        let cells = |path: &str, heading: &str| column(folder, path, heading);
        let mut seated = cells(&DRAWS.path(last, files::PANEL), "code");
        seated.extend(cells(&format!("{}{}", files::PUBLIC, files::CONFIRMED), "code"));
        let reserves = cells(&DRAWS.path(last, files::RESERVES), "code");
        let list = ROSTERS.numbers(folder).pop_last();
        let events = list.map_or(vec![], |n| cells(&ROSTERS.path(n, files::EVENTS), "code"));
        let ids: BTreeMap<String, &String> =
            members.codes.iter().map(|(id, code)| (code.to_string(), id)).collect();
        for code in &seated {
            members.seated.extend(ids.get(code).map(|id| (*id).clone()));
        }
        members.seated.extend(seated);
        for code in reserves {
            let called = events.contains(&code);
            members.reserves.extend(ids.get(&code).map(|id| ((*id).clone(), called)));
            members.reserves.insert(code, called);
        }
        let id = |code: &String| ids.get(code).map(|id| (*id).clone());
        let now = members.known.as_ref().and_then(|known| now(folder, known, last));
        let now = now.unwrap_or_default().into_iter().map(|code| code.to_string());
        members.now = now.map(|code| (code.clone(), id(&code))).collect();
        // Where no codes are public, the clerk's own list says who is on the panel.
        let all = |cells: &[String]| {
            !cells.is_empty() && cells.iter().all(|cell| members.codes.contains_key(cell.as_str()))
        };
        for (file, seat) in [(files::PANEL, true), (files::RESERVES, false)] {
            let Some(table) = folder.get(file).and_then(|bytes| read(file, bytes, &mut Faults::new())) else {
                continue;
            };
            let columns = (0..table.headings.len()).map(|column| cells_of(&table, column));
            let Some(ids) = columns.into_iter().find(|cells| all(cells)) else { continue };
            match seat {
                true => members.seated.extend(ids),
                false => ids.into_iter().for_each(|id| _ = members.reserves.entry(id).or_insert(false)),
            }
        }
        members.seated.extend(column(folder, &sealed_path(files::CONFIRMED), "id"));
        members.by_id = !members.codes.is_empty();
        members
    }

    /// Reads codes, ids and features.
    fn register(&mut self, folder: &Folder) {
        let codes = folder.get(&sealed_path(files::CODES));
        let codes = codes.and_then(|bytes| sealed::read_codes(bytes).ok()).unwrap_or_default();
        let confirmed = column(folder, &sealed_path(files::CONFIRMED), "id");
        let key = folder.get(&sealed_path(files::KEY)).and_then(|bytes| sealed::read_key(bytes));
        if let Some(key) = key.filter(|_| !confirmed.is_empty() && !codes.is_empty()) {
            let excluded = column(folder, &sealed_path(files::EXCLUDED), "id");
            let pool: Vec<&str> = codes.iter().map(|(id, ..)| id.as_str()).collect();
            let (_, own) = confirmed_excluded::codes(&key, &pool, &texts(&excluded), &texts(&confirmed));
            self.codes.extend(confirmed.into_iter().zip(own));
        }
        self.codes.extend(codes.into_iter().map(|(id, code, _)| (id, code)));
        self.known = Public::read(folder).ok().and_then(|public| {
            let pool = coded(&public, folder)?;
            let own = household::without(&public.quotas, public.about.household.as_ref());
            Some(Known {
                features: own.features.into_iter().map(|feature| feature.name).collect(),
                people: People::of(&public, &pool, folder)?,
                pool,
            })
        });
    }

    /// The code of somebody given by code or id.
    fn code(&self, text: &str) -> Option<Code> {
        let code = Code::parse(text).ok().filter(|code| code.to_string() == text);
        code.filter(|_| !self.codes.contains_key(text)).or_else(|| self.codes.get(text).copied())
    }

    /// Whether somebody could have been drawn.
    pub fn is_in_pool(&self, text: &str) -> bool {
        let code = self.code(text);
        let there = |known: &Known| {
            code.is_some_and(|code| known.pool.people.binary_search_by_key(&code, |it| it.0).is_ok())
        };
        self.known.as_ref().is_some_and(there)
    }

    /// How many of those who are in now are in a list of people at all.
    pub fn left_out(&self, brief: &Brief) -> usize {
        let there = |id: &str| brief.person(id).is_some();
        self.now.iter().filter(|(code, id)| !there(code) && !id.as_deref().is_some_and(there)).count()
    }

    /// Whether the features in a plan's inputs that are quota features are those of the record. Of `newcomers`
    /// nothing may be known.
    pub fn have_their_features(&self, plan: &Kept<'_>, newcomers: &BTreeSet<&str>, tally: &mut Tally) {
        let Some(known) = &self.known else { return };
        let brief = &plan.saved.brief;
        let of: Vec<Option<&Vec<String>>> =
            brief.people.iter().map(|person| known.people.values.get(&self.code(&person.id)?)).collect();
        for (at, name) in known.features.iter().enumerate() {
            let same = |heading: &str| fold(heading) == fold(name);
            let is_new = |person: usize| newcomers.contains(brief.people[person].id.as_str());
            let mut wrong = BTreeSet::new();
            let mut compared = 0;
            for mix in brief.mix.iter().filter(|mix| same(&mix.name)) {
                for (person, values) in of.iter().enumerate() {
                    let said = &mix.values[usize::from(mix.of[person])];
                    let Some(values) = values.filter(|_| !said.is_empty() || !is_new(person)) else {
                        continue;
                    };
                    compared += 1;
                    if fold(said) != fold(&values[at]) {
                        wrong.insert(person);
                    }
                }
            }
            for group in brief.keep.iter().filter(|keep| same(&keep.feature)).flat_map(|keep| &keep.groups) {
                for (person, values) in of.iter().enumerate() {
                    let Some(values) = values else { continue };
                    let said = group.people.contains(&(person as u16));
                    compared += 1;
                    if said != (fold(&group.value) == fold(&values[at])) && (said || !is_new(person)) {
                        wrong.insert(person);
                    }
                }
            }
            if compared > 0 {
                let wrong = wrong.len() as u64;
                tally.check(wrong == 0, || Failure::SeatFeature {
                    plan: plan.name.to_owned(),
                    feature: name.clone(),
                    people: wrong,
                });
            }
        }
    }
}

/// The codes of those who are on the panel of a draw, or have a seat from before, and whom no list of events
/// puts out; and of reserves who were called.
fn now(folder: &Folder, known: &Known, draw: u32) -> Option<Vec<Code>> {
    let public = Public::read(folder).ok()?;
    let record = Record::read(folder.get(&DRAWS.path(draw, files::DRAW))?).ok()?;
    let list = ROSTERS.numbers(folder).pop_last();
    let file = |file: &str| folder.get(&ROSTERS.path(list?, file));
    let facts = file(files::ROSTER).and_then(|bytes| Facts::read(bytes).ok());
    let events = match facts.is_some_and(|facts| facts.draw == record.draw) {
        true => Some(file(files::EVENTS)?.as_slice()),
        false => None,
    };
    let standing = Standing::after(&public, folder, Some(&known.pool), &record, events)?;
    let codes = standing.whole.codes(&known.pool, &standing.people).into_iter().zip(&standing.status);
    Some(codes.filter(|(_, status)| status.is_in()).map(|(code, _)| code).collect())
}

fn texts(all: &[String]) -> Vec<&str> {
    all.iter().map(String::as_str).collect()
}

fn sealed_path(file: &str) -> String {
    format!("{}{file}", files::SEALED)
}

/// The cells below a heading of a file of the record; none when it is not there.
fn column(folder: &Folder, path: &str, heading: &str) -> Vec<String> {
    let table = folder.get(path).and_then(|bytes| read(path, bytes, &mut Faults::new()));
    let Some(table) = table else { return vec![] };
    let column = table.headings.iter().position(|known| known == heading);
    column.map_or(vec![], |column| cells_of(&table, column))
}

fn cells_of(table: &Table, column: usize) -> Vec<String> {
    table.rows().map(|row| row.cell(column).trim().to_owned()).collect()
}

//! V20. Each seat plan below `sessions/` is of people of this record, and follows from its inputs and its
//! seed, as do the lists handed out. A plan changed on the day is made again from the plan before it.

use super::report::{Claim, Failure, Id, Remark, Tally};
use super::seats::{Kept, Plans};
use crate::base::fault::Faults;
use crate::bundle::{Folder, files, sealed};
use crate::register::{Table, read};
use crate::sessions::verify::{self as seats, Outcome};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(plans: &Plans<'_>, folder: &Folder, published: &[&str]) -> Claim {
    let mut tally = Tally::new(Id::SeatsFollow);
    let mut remarks: Vec<Remark> = vec![];
    for name in &plans.unread {
        tally.check(false, || Failure::SeatPlan { plan: (*name).to_owned() });
    }
    for (name, line) in &plans.frozen {
        tally.check(line.is_some(), || Failure::SeatInputs { plan: (*name).to_owned() });
    }
    let members = Members::of(folder);
    for plan in &plans.kept {
        follows(plan, &mut tally);
        members.are_those(plan, &mut tally, &mut remarks);
        let record = plan.saved.record.as_ref().filter(|record| record.change.is_none());
        if let Some(record) =
            record.filter(|_| !published.iter().any(|line| plan.saved.line().is_named_by(line)))
        {
            remarks.push(Remark::SeatLine {
                plan: plan.name.to_owned(),
                line: record.frozen.then(|| plan.saved.line().to_string()),
            });
        }
    }
    let lines =
        || plans.kept.iter().map(|plan| plan.saved.line()).chain(plans.frozen.iter().filter_map(|it| it.1));
    for line in published {
        tally.check(lines().any(|own| own.is_named_by(line)), || Failure::SeatLine);
    }
    remarks.into_iter().fold(tally.claim(), |claim, remark| claim.remark(Some(remark)))
}

/// Made again from inputs and seed, the plan and its lists are the same.
fn follows(plan: &Kept<'_>, tally: &mut Tally) {
    let name = || plan.name.to_owned();
    let file = |file: &str| Failure::List { file: format!("{}{}/{file}", files::SESSIONS, plan.name) };
    for (claim, outcome) in &plan.outcomes {
        let holds = *outcome == Outcome::Holds;
        match (claim, outcome) {
            (seats::Claim::Inputs, _) => _ = tally.check(holds, || Failure::SeatInputs { plan: name() }),
            (seats::Claim::Follows, Outcome::Fails(0, wrong)) => {
                tally.check(false, || file(wrong.first().map_or("", String::as_str)));
            }
            (seats::Claim::Follows, Outcome::Fails(wrong, _)) => {
                let seats = *wrong as u64;
                tally.check(false, || Failure::SeatsDiffer { plan: name(), seats });
            }
            (seats::Claim::Follows, _) => _ = tally.check(holds, || Failure::SeatPlan { plan: name() }),
            (seats::Claim::Lists, Outcome::Fails(_, lists)) => {
                lists.iter().for_each(|list| _ = tally.check(false, || file(list)));
            }
            // A list that is not kept with the record was handed out, perhaps; no claim is made of it.
            (seats::Claim::Lists, _) => tally.count(1),
            (seats::Claim::Rules | seats::Claim::Figures | seats::Claim::NothingElse, _) => {}
        }
    }
}

/// Who may be expected at the tables, under codes and, where the sealed part or the clerk's list is here, by
/// id.
#[derive(Default)]
struct Members {
    /// On the panel of the last draw, or with a seat from before.
    seated: BTreeSet<String>,
    /// In reserve, and whether an event of theirs is published.
    reserves: BTreeMap<String, bool>,
    /// Whether ids can be compared.
    by_id: bool,
    /// Whether anything was drawn.
    drawn: bool,
}

impl Members {
    fn of(folder: &Folder) -> Self {
        let mut members = Self::default();
        let draws = format!("{}{}", files::PUBLIC, files::DRAWS);
        let numbered = |prefix: &str| {
            let number = |(path, _): (&str, &[u8])| path.split_once('/')?.0.parse::<u32>().ok();
            files::below(folder, prefix).filter_map(number).max()
        };
        let Some(last) = numbered(&draws) else { return members };
        members.drawn = true;
        let cells = |path: &str, heading: &str| column(folder, path, heading);
        let mut seated = cells(&format!("{draws}{last}/{}", files::PANEL), "code");
        seated.extend(cells(&format!("{}{}", files::PUBLIC, files::CONFIRMED), "code"));
        let reserves = cells(&format!("{draws}{last}/{}", files::RESERVES), "code");
        let rosters = format!("{}{}", files::PUBLIC, files::ROSTERS);
        let events =
            numbered(&rosters).map_or(vec![], |n| cells(&format!("{rosters}{n}/{}", files::EVENTS), "code"));
        let codes = folder.get(&format!("{}{}", files::SEALED, files::CODES));
        let codes = codes.and_then(|bytes| sealed::read_codes(bytes).ok()).unwrap_or_default();
        let ids: BTreeMap<String, String> =
            codes.iter().map(|(id, code, _)| (code.to_string(), id.clone())).collect();
        for code in &seated {
            members.seated.extend(ids.get(code).cloned());
        }
        members.seated.extend(seated);
        for code in reserves {
            let called = events.contains(&code);
            members.reserves.extend(ids.get(&code).map(|id| (id.clone(), called)));
            members.reserves.insert(code, called);
        }
        // Where no codes are public, the clerk's own list says who is on the panel.
        let known: BTreeSet<&str> = codes.iter().map(|(id, ..)| id.as_str()).collect();
        let all =
            |cells: &[String]| !cells.is_empty() && cells.iter().all(|cell| known.contains(cell.as_str()));
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
        let confirmed = format!("{}{}", files::SEALED, files::CONFIRMED);
        members.seated.extend(column(folder, &confirmed, "id"));
        members.by_id = !codes.is_empty();
        members
    }

    /// Whether the people of a plan are these, or are there in a role or as newcomers on the day.
    fn are_those(&self, plan: &Kept<'_>, tally: &mut Tally, remarks: &mut Vec<Remark>) {
        let people = &plan.saved.brief.people;
        let known = |id: &str| self.seated.contains(id) || self.reserves.contains_key(id);
        let found = people.iter().filter(|person| known(&person.id)).count();
        let name = plan.name.to_owned();
        if !self.drawn || found == 0 && !self.by_id {
            remarks.push(Remark::SeatsNotCompared { plan: name });
            return;
        }
        let change = plan.saved.record.as_ref().and_then(|record| record.change.as_ref());
        let newcomer =
            |id: &str| change.is_some_and(|change| change.extra.iter().any(|extra| extra.trim() == id));
        let mut roles: BTreeMap<String, u64> = BTreeMap::new();
        let (mut strangers, mut newcomers, mut reserves) = (0, 0, 0);
        for person in people {
            match (self.reserves.get(&person.id), &person.role) {
                _ if self.seated.contains(&person.id) => {}
                (Some(called), _) => reserves += u64::from(!called),
                (None, Some(role)) => *roles.entry(role.clone()).or_default() += 1,
                (None, None) if newcomer(&person.id) => newcomers += 1,
                (None, None) => strangers += 1,
            }
        }
        // A plan in which nobody is of the panel is not one of this panel, whatever their roles.
        if found == 0 {
            strangers = people.len() as u64;
        }
        let people = people.len() as u64;
        tally.check(strangers == 0, || Failure::SeatStrangers { plan: name.clone(), strangers, people });
        if strangers == 0 && (!roles.is_empty() || newcomers + reserves > 0) {
            remarks.push(Remark::SeatGuests {
                plan: name,
                roles: roles.into_iter().collect(),
                reserves,
                newcomers,
            });
        }
    }
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

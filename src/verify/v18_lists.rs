//! V18. The clerk's lists follow from both tiers: everybody is either on the panel or remaining, with
//! the row that was frozen, and everybody's chance is as listed. The same of the lists of draws that were
//! annulled and of trials, which bear their mark in every row.

use super::report::{Claim, Failure, Id, Step, Tally, Why, not_checked};
use super::v07_tickets::Lottery;
use super::v11_records::{Draw, Draws};
use super::v17_sealed::Names;
use super::v23_reserves::frame;
use crate::base::chance::Chance;
use crate::bundle::clerk::Form;
use crate::bundle::form::Bad;
use crate::bundle::people::Coded;
use crate::bundle::record::Record;
use crate::bundle::{Folder, clerk, conduct, files};
use std::collections::BTreeSet;

pub(super) fn check(
    folder: &Folder,
    lottery: &Step<Lottery<'_>>,
    names: &Step<Names>,
    draws: &Step<Draws>,
    winners: &Step<Vec<u64>>,
) -> Claim {
    let id = Id::Lists;
    let own = [files::CHANCES, files::COLUMNS].iter().any(|name| folder.contains_key(*name));
    if !own && drawn_lists(folder).next().is_none() {
        return not_checked(id, Why::NoLists);
    }
    let (lottery, names) = match (lottery, names) {
        (Ok(lottery), Ok(names)) => (lottery, names),
        (Err(why), _) | (_, Err(why)) => return not_checked(id, *why),
    };
    let Some(laps) = lottery.laps() else { return not_checked(id, Why::RestsOn(Id::Tickets)) };
    let mut tally = Tally::new(id);

    let coded = Coded::of_ids(&names.codes);
    let places = places(&coded, lottery.people.profiles.len());
    let held: Vec<Vec<u64>> = (0..lottery.people.profiles.len() as u32).map(|t| laps.held(t)).collect();
    let chance = |(name, code, t): &(String, crate::draw::code::Code, u32)| {
        let at = coded.people.binary_search(&(*code, *t)).unwrap_or(0);
        (name.clone(), Chance::new(held[*t as usize][places[at] as usize], laps.seating().tickets()))
    };
    let chances: Vec<_> = names.codes.iter().map(chance).collect();
    tally.count(chances.len() as u64);
    let due = clerk::chances(chances.iter().map(|(name, c)| (name.as_str(), *c)));
    same(&mut tally, folder, files::CHANCES, &due);

    let columns = folder.get(files::COLUMNS).ok_or(Failure::Missing { file: files::COLUMNS.into() });
    let unreadable = |why: Bad| Failure::Unreadable { file: files::COLUMNS.into(), why };
    let columns = columns.and_then(|bytes| clerk::read_columns(bytes, &names.pool).map_err(unreadable));
    let columns = tally.take(columns);
    let (draws, winners) = match (draws, winners) {
        (Ok(draws), Ok(winners)) => (draws, winners),
        (Err(Why::NoDraw), _) => {
            // Lists of a draw of which there is no record.
            drawn_lists(folder).for_each(|file| tally.fail(Failure::List { file: file.into() }));
            return tally.claim();
        }
        // What was drawn is not known, so the lists of it cannot be checked; wrong chances still count.
        (Err(why), _) | (_, Err(why)) => {
            return if tally.clean() { not_checked(id, *why) } else { tally.claim() };
        }
    };
    let Some(columns) = columns else { return tally.claim() };
    let last = draws.real().count() as u32;
    let mut known = BTreeSet::new();
    for (draw, &ticket) in draws.all.iter().zip(winners) {
        let Record { void, draw: n, .. } = draw.record;
        let place = match (void, n) {
            (true, n) => format!("{}{n}/", files::TRIALS),
            (false, n) if n < last => format!("{}{n}/", files::ANNULLED),
            _ => String::new(),
        };
        // Lists of a trial may be thrown away; what is kept of them must bear its mark.
        if void && files::below(folder, &place).next().is_none() {
            continue;
        }
        let seats = laps.panel(ticket).unwrap_or_default();
        let seated = conduct::seated(&names.codes, lottery.people.profiles.len(), &seats);
        let list = |of: &dyn Fn(usize) -> bool| clerk::list(&names.pool, &columns, void, of);
        let mut lists = vec![
            (files::PANEL, list(&|i| seated[i])),
            (files::REMAINING, list(&|i| !seated[i])),
            (files::DRAW, draw.record.facts()),
        ];
        // Who the reserves are is claim V23; here the clerk's list is compared with the public one.
        if let Some(order) = reserves(lottery, folder, draw) {
            let people = conduct::by_id(&names.codes, lottery.people.profiles.len(), &order);
            lists.push((files::RESERVES, clerk::reserves(&names.pool, &columns, void, &people)));
        }
        for (name, due) in lists {
            let file = format!("{place}{name}");
            same(&mut tally, folder, &file, &due);
            known.insert(file);
        }
    }
    for file in drawn_lists(folder).filter(|file| !known.contains(*file)) {
        tally.fail(Failure::List { file: file.to_owned() });
    }
    tally.claim()
}

/// The reserves that the record of a draw has, if any.
fn reserves(lottery: &Lottery<'_>, folder: &Folder, draw: &Draw) -> Option<Vec<(u32, u32)>> {
    let bytes = folder.get(&format!("{}{}", draw.folder, files::RESERVES))?;
    let read = frame(lottery).read(lottery.people.coded.as_ref(), draw.record.void, bytes);
    Some(read.unwrap_or_default())
}

/// Every file of the clerk's that has the name of a list of a draw, wherever it is.
fn drawn_lists(folder: &Folder) -> impl Iterator<Item = &str> {
    let lists = |file: &str| [files::PANEL, files::REMAINING, files::RESERVES, files::DRAW].contains(&file);
    folder.keys().map(String::as_str).filter(move |path| match path.rsplit_once('/') {
        None => lists(path),
        Some((_, name)) => {
            [files::ANNULLED, files::TRIALS].iter().any(|p| path.starts_with(p)) && lists(name)
        }
    })
}

fn same(tally: &mut Tally, folder: &Folder, file: &str, due: &[u8]) {
    let found = folder.get(file);
    let list = [files::PANEL, files::REMAINING, files::RESERVES].iter().any(|name| file.ends_with(name));
    let right = found.is_some_and(|found| if list { Form::any_of(due, found) } else { found == due });
    tally.check(right, || match found {
        None => Failure::Missing { file: file.into() },
        Some(_) => Failure::List { file: file.into() },
    });
}

/// For each person in the order of codes the place in their profile.
fn places(coded: &Coded, profiles: usize) -> Vec<u32> {
    let mut filled = vec![0; profiles];
    let place = |&(_, t): &(crate::draw::code::Code, u32)| {
        let place = filled[t as usize];
        filled[t as usize] += 1;
        place
    };
    coded.people.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::Outcome;
    use crate::verify::honest::{failure, outcome, record, rows};

    #[test]
    fn every_list_follows_and_bears_its_mark() {
        let good = record();
        let lists = [files::PANEL, files::REMAINING, files::RESERVES, files::DRAW];
        let places = ["", "annulled/1/", "trials/1/"];
        let drawn = places.iter().flat_map(|place| lists.iter().map(move |list| format!("{place}{list}")));
        for file in drawn.chain([files::CHANCES.to_owned()]) {
            let mut folder = good.clone();
            folder.remove(&file);
            assert_eq!(failure(&folder, Id::Lists), Failure::Missing { file: file.clone() });
            let mut folder = good.clone();
            let bytes = folder.get_mut(&file).unwrap();
            let last = bytes.len() - 2;
            bytes[last] ^= 1;
            assert_eq!(failure(&folder, Id::Lists), Failure::List { file });
        }
        let mut folder = good.clone();
        folder.remove(files::COLUMNS);
        assert_eq!(failure(&folder, Id::Lists), Failure::Missing { file: files::COLUMNS.into() });
        // People change places between the panel and those who remain.
        let mut folder = good.clone();
        let other = crate::bundle::form::records(&folder[files::REMAINING]).unwrap()[1].clone();
        rows(&mut folder, files::PANEL, |rows| rows[1] = other.iter().map(str::to_owned).collect());
        assert_eq!(failure(&folder, Id::Lists), Failure::List { file: files::PANEL.into() });
    }

    #[test]
    fn there_are_no_lists_of_other_draws_and_trials_may_be_thrown_away() {
        for file in ["annulled/2/panel.csv", "trials/2/draw.json", "annulled/1/more/reserves.csv"] {
            let mut folder = record();
            folder.insert(file.into(), vec![]);
            assert_eq!(failure(&folder, Id::Lists), Failure::List { file: file.into() });
        }
        let mut folder = record();
        folder.retain(|name, _| !name.starts_with("trials/"));
        assert_eq!(outcome(&folder, Id::Lists), Outcome::Pass);
        folder.retain(|name, _| name.starts_with("public/") || name.starts_with("sealed/"));
        assert_eq!(outcome(&folder, Id::Lists), Outcome::NotChecked(Why::NoLists));
        // A byte-order mark before a list of people is how a spreadsheet wants it; elsewhere it is another file.
        for (file, passes) in
            [(files::PANEL, true), (files::RESERVES, true), (files::CHANCES, false), (files::DRAW, false)]
        {
            let mut folder = record();
            let marked = [b"\xef\xbb\xbf".as_slice(), &folder[file]].concat();
            folder.insert(file.into(), marked);
            assert_eq!(outcome(&folder, Id::Lists) == Outcome::Pass, passes, "{file}");
        }
    }

    #[test]
    fn places_in_a_profile_are_counted_in_the_order_of_codes() {
        let mut codes = crate::draw::code::Code::of_ids(&[1; 32], ["a", "b", "c", "d"].into_iter());
        codes.sort_unstable();
        let coded = Coded::of(codes.into_iter().zip([0, 1, 0, 0]).collect());
        assert_eq!(places(&coded, 2), [0, 0, 1, 2]);
    }

    #[test]
    fn lists_of_a_draw_that_there_was_not_are_told() {
        let mut folder = record();
        crate::verify::honest::refreeze(&mut folder);
        assert_eq!(outcome(&folder, Id::Lists), Outcome::Pass);
        folder.insert(files::PANEL.into(), vec![]);
        assert_eq!(failure(&folder, Id::Lists), Failure::List { file: files::PANEL.into() });
    }
}

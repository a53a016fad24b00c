//! V7. The tickets are numbered from 0 without gaps or overlaps, there are as many as stated, and each
//! names profiles that exist and have that many members.

use super::report::{Claim, Failure, Id, Step, Tally, Why};
use super::v03_files::Frozen;
use super::v06_people::{People, fact_failure, rests};
use crate::base::rules::Rules;
use crate::bundle::{files, tables};
use crate::lottery::tickets::TicketLottery;
use crate::panel::{LapKey, Laps, Seating};

/// Everything from which a panel follows.
pub(super) struct Lottery<'a> {
    pub people: &'a People,
    /// The rules by which it follows.
    pub rules: Rules,
    pub tickets: TicketLottery,
    /// From what the laps follow.
    laps: LapKey,
}

impl Lottery<'_> {
    /// How many seats each profile has.
    pub fn seating(&self) -> Option<Seating<'_>> {
        Seating::new(&self.tickets, &self.people.problem.sizes)
    }

    /// Who sits on which ticket.
    pub fn laps(&self) -> Option<Laps<'_>> {
        Some(self.rules.laps(self.seating()?, self.laps))
    }
}

pub(super) fn check<'a>(frozen: &Step<Frozen<'_>>, people: &'a Step<People>) -> (Claim, Step<Lottery<'a>>) {
    let id = Id::Tickets;
    let people = match people {
        Ok(people) => people,
        Err(why) => return rests(id, *why),
    };
    let bytes = match frozen.as_ref().map_err(|w| *w).and_then(read) {
        Ok(bytes) => bytes,
        Err(why) => return rests(id, why),
    };
    let Some(rules) = Rules::of(people.about.rules) else { return rests(id, Why::RestsOn(Id::Facts)) };
    let mut tally = Tally::new(id);
    let unreadable = |why| Failure::Unreadable { file: files::LOTTERY.into(), why };
    let Some(tickets) = tally.take(tables::read_lottery(bytes[2]).map_err(unreadable)) else {
        return tally.with(None);
    };
    let (stated, found) = (people.about.tickets, tickets.tickets());
    tally.check(stated == found, || fact_failure("tickets", stated, found));
    let lottery = Lottery { people, rules, tickets, laps: LapKey::of(bytes[0], bytes[1], bytes[2]) };
    tally.check(lottery.seating().is_some(), || Failure::NoSuchPanel);
    tally.count(lottery.tickets.shares.len() as u64);
    tally.with(Some(lottery))
}

fn read<'a>(frozen: &'a Frozen<'_>) -> Step<[&'a [u8]; 3]> {
    Ok([frozen.get(files::QUOTAS)?, frozen.get(files::PROFILES)?, frozen.get(files::LOTTERY)?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::form::Bad;
    use crate::verify::honest::{record, refrozen, replace, state};
    use serde_json::json;

    #[test]
    fn tickets_are_as_many_as_stated_and_seat_people_whom_there_are() {
        let wrong = |from: &str, to: &str| {
            refrozen(record(), Id::Tickets, |f| replace(f, "public/lottery.csv", from, to))
        };
        let gap = Failure::Unreadable { file: files::LOTTERY.into(), why: Bad::Row(3) };
        assert_eq!(wrong("0,899,0 1\n", "0,399,0 1\n401,899,0\n"), gap);
        assert_eq!(wrong("0,899", "0,898"), fact_failure("tickets", 900, 899));
        assert_eq!(wrong("0 1", "0 2"), Failure::NoSuchPanel);
        assert_eq!(wrong("0 1", "0x4 1"), Failure::NoSuchPanel);
        let stated =
            refrozen(record(), Id::Tickets, |f| state(f, "public/about.json", "tickets", json!(901)));
        assert_eq!(stated, fact_failure("tickets", 901, 900));
    }
}

//! V16. The recorded panel is the winning ticket's, person by person.

use super::report::{Claim, Failure, Id, Step, Tally, not_checked};
use super::v07_tickets::Lottery;
use super::v11_records::Draws;
use crate::bundle::{Folder, conduct, files};

pub(super) fn check(
    folder: &Folder,
    lottery: &Step<Lottery<'_>>,
    draws: &Step<Draws>,
    winners: &Step<Vec<u64>>,
) -> Claim {
    let (lottery, draws, winners) = match (lottery, draws, winners) {
        (Ok(lottery), Ok(draws), Ok(winners)) => (lottery, draws, winners),
        (Err(why), ..) | (_, Err(why), _) | (.., Err(why)) => return not_checked(Id::Panel, *why),
    };
    let mut tally = Tally::new(Id::Panel);
    let people = lottery.people;
    for (draw, &ticket) in draws.all.iter().zip(winners) {
        let seats = lottery.laps().and_then(|laps| laps.panel(ticket)).unwrap_or_default();
        let due = conduct::panel_table(
            &people.quotas,
            &people.profiles,
            people.coded.as_ref(),
            &draw.record,
            &seats,
        );
        let found =
            folder.get(&format!("{}{}", draw.folder, files::PANEL)).map(Vec::as_slice).unwrap_or_default();
        tally.count(seats.len() as u64);
        tally.check(found == due, || Failure::Panel {
            draw: draw.name.clone(),
            wrong: differing(&due, found),
        });
    }
    tally.claim()
}

/// Lines that are in `due` and not in `found`.
fn differing(due: &[u8], found: &[u8]) -> u64 {
    let found: std::collections::BTreeSet<&[u8]> = found.split(|&b| b == b'\n').collect();
    due.split(|&b| b == b'\n').filter(|line| !found.contains(line)).count() as u64
}

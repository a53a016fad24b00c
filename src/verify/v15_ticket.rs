//! V15. The winning ticket follows from the seed, or is the one drawn by hand, and exists.

use super::report::{Claim, Failure, Id, Step, Tally, Why};
use super::v06_people::rests;
use super::v07_tickets::Lottery;
use super::v11_records::Draws;
use crate::draw;
use crate::seed::Seed;

pub(super) fn check(
    lottery: &Step<Lottery<'_>>,
    draws: &Step<Draws>,
    seeds: &Step<Vec<Seed>>,
) -> (Claim, Step<Vec<u64>>) {
    let (lottery, draws, seeds) = match (lottery, draws, seeds) {
        (Ok(lottery), Ok(draws), Ok(seeds)) => (lottery, draws, seeds),
        (Err(why), ..) | (_, Err(why), _) | (.., Err(why)) => return rests(Id::Ticket, *why),
    };
    let mut tally = Tally::new(Id::Ticket);
    let mut winners = Vec::new();
    for (draw, seed) in draws.all.iter().zip(seeds) {
        let own = draw.record.own_evidence();
        match draw::ticket(seed, &draw.record.panel_label(), own.as_ref(), lottery.people.about.tickets) {
            Ok(found) => {
                let stated = draw.record.ticket;
                tally.check(stated == found, || Failure::Ticket { draw: draw.name.clone(), stated, found });
                winners.push(found);
            }
            // Evidence that cannot decide is V13's to report.
            Err(_) => return rests(Id::Ticket, Why::RestsOn(Id::Evidence)),
        }
    }
    (tally.claim(), Ok(winners))
}

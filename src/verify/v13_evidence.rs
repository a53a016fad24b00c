//! V13. The evidence is genuine as far as it can show: words are in their one form, sealed words are those that
//! were handed in, dice and hand-drawn tickets can decide this lottery, and a beacon's answer is signed by the
//! beacon and came after the commitment.

use super::report::{Claim, Failure, Id, Remark, Step, Tally, not_checked};
use super::v11_records::{Draw, Draws};
use crate::bundle::{Folder, files};
use crate::seed::Evidence;
use crate::seed::charter::{Charter, Departure};
use crate::seed::contributions::Contributions;
use crate::seed::drand::{Beacon, Pulse};

pub(super) fn check(folder: &Folder, charter: &Step<Charter>, draws: &Step<Draws>) -> Claim {
    let draws = match draws {
        Ok(draws) => draws,
        Err(why) => return not_checked(Id::Evidence, *why),
    };
    let mut tally = Tally::new(Id::Evidence);
    let mut remarks = Vec::new();
    for draw in &draws.all {
        let Some(evidence) = draw.record.own_evidence() else { continue };
        let by_hand = || Failure::ByHand { draw: draw.name.clone() };
        if let Evidence::Contributions(opened) = &evidence {
            let charter = match charter {
                Ok(charter) => charter,
                Err(why) => return not_checked(Id::Evidence, *why),
            };
            sealed(&mut tally, &mut remarks, charter, draw, opened);
        }
        match evidence.deciding() {
            Evidence::Text(_) | Evidence::Lotto(_) | Evidence::Contributions(_) => tally.count(1),
            Evidence::Ticket(ticket) => {
                tally.check(*ticket < draw.record.tickets && !draw.record.void, by_hand);
            }
            Evidence::Dice(dice) => {
                tally.check(dice.ticket(draw.record.tickets).is_ok() && !draw.record.void, by_hand);
            }
            Evidence::Drand(pulse) => {
                let genuine =
                    tally.check(genuine(folder, draw, pulse), || Failure::Beacon { draw: draw.name.clone() });
                let date = charter.as_ref().ok().and_then(|c| c.date).filter(|_| !draw.record.void);
                let due = pulse.chain.moment(pulse.round).filter(|_| genuine && !draw.record.void);
                let (name, round) = (draw.name.clone(), pulse.round);
                remarks.extend(due.map(|due| Remark::Round { draw: name, round, due, date }));
                if let (true, Some(date)) = (genuine, date) {
                    let after = pulse.chain.moment(pulse.round).is_some_and(|due| due > date);
                    tally.check(after, || Failure::Early { draw: draw.name.clone() });
                }
            }
        }
    }
    remarks.into_iter().fold(tally.claim(), |claim, remark| claim.remark(Some(remark)))
}

/// Whether words that were opened are those that were sealed; names those who did not open theirs.
fn sealed(
    tally: &mut Tally,
    remarks: &mut Vec<Remark>,
    charter: &Charter,
    draw: &Draw,
    opened: &Contributions,
) {
    let name = || draw.name.clone();
    tally.check(!draw.record.void, || Failure::ByHand { draw: name() });
    match charter.seed.as_ref().map_or(Err(Departure::Roles), |declared| declared.opens(opened)) {
        Ok(missing) if missing.is_empty() => tally.count(1),
        Ok(roles) => {
            let roles = roles.into_iter().map(|role| role.name.clone()).collect();
            remarks.push(Remark::NotOpened { draw: name(), roles });
        }
        Err(Departure::Slip { role }) => tally.fail(Failure::NotSealed { draw: name(), role: Some(role) }),
        Err(_) => tally.fail(Failure::NotSealed { draw: name(), role: None }),
    }
}

fn genuine(folder: &Folder, draw: &Draw, pulse: &Pulse) -> bool {
    let bytes = folder.get(&format!("{}{}", draw.folder, files::BEACON));
    let beacon = bytes
        .and_then(|b| Beacon::read(pulse.chain, b).ok().filter(|read| read.record().as_bytes() == &b[..]));
    beacon.is_some_and(|beacon| beacon.pulse == *pulse && beacon.verify().is_ok())
}

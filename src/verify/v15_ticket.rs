//! V15. The winning ticket follows from the seed, or is the one drawn by hand, and exists.

use super::report::{Claim, Failure, Id, Step, Tally, Why};
use super::v06_people::rests;
use super::v07_tickets::Lottery;
use super::v11_records::Draws;
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
        let tickets = lottery.people.about.tickets;
        match lottery.rules.ticket(seed, &draw.record.panel_label(), own.as_ref(), tickets) {
            Ok(found) => {
                let stated = draw.record.own.ticket;
                tally.check(stated == found, || Failure::Ticket { draw: draw.name.clone(), stated, found });
                winners.push(found);
            }
            // Evidence that cannot decide is V13's to report.
            Err(_) => return rests(Id::Ticket, Why::RestsOn(Id::Evidence)),
        }
    }
    (tally.claim(), Ok(winners))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::record::Record;
    use crate::verify::Outcome;
    use crate::verify::honest::{first_draw_only, outcome, record, refit, refitted, replace, state};
    use serde_json::json;

    #[test]
    fn each_ticket_follows_from_its_seed_and_its_own_label() {
        let good = record();
        let mut drawn = Vec::new();
        for (place, name) in [("draws/2", "draw 2"), ("trials/1", "trial 1")] {
            let file = format!("public/{place}/draw.json");
            let found = Record::read(&good[&file]).unwrap().own.ticket;
            drawn.push(found);
            for stated in [(found + 1) % 900, 900 + found] {
                let wrong = refitted(Id::Ticket, place, |f| state(f, &file, "ticket", json!(stated)));
                assert_eq!(wrong, Failure::Ticket { draw: name.into(), stated, found });
            }
        }
        drawn.push(Record::read(&good["public/draws/1/draw.json"]).unwrap().own.ticket);
        assert!(drawn[0] != drawn[2], "a second draw from the same evidence is another");
    }

    #[test]
    fn a_ticket_drawn_by_hand_is_the_ticket() {
        let by_hand = |evidence: &str, ticket: u64| {
            let mut folder = record();
            first_draw_only(&mut folder);
            replace(&mut folder, "public/draws/1/draw.json", "text\\napple", evidence);
            state(&mut folder, "public/draws/1/draw.json", "ticket", json!(ticket));
            refit(&mut folder, "draws/1");
            outcome(&folder, Id::Ticket)
        };
        assert_eq!(by_hand("ticket\\n7", 7), Outcome::Pass);
        assert_eq!(by_hand("dice\\n10\\n8 9 9", 899), Outcome::Pass);
        assert!(matches!(by_hand("ticket\\n7", 8), Outcome::Fail(Failure::Ticket { found: 7, .. })));
        assert_eq!(by_hand("ticket\\n900", 900), Outcome::NotChecked(Why::RestsOn(Id::Evidence)));
    }
}

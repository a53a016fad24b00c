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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::honest::{record, refitted, rows};

    #[test]
    fn each_panel_is_its_ticket_s_person_by_person() {
        for (place, name) in [("draws/2", "draw 2"), ("trials/1", "trial 1")] {
            let file = format!("public/{place}/panel.csv");
            let panel = |wrong| Failure::Panel { draw: name.into(), wrong };
            // Somebody else with the same features.
            let other = refitted(Id::Panel, place, |f| {
                let pool = form_of(f, "public/pool.csv");
                let column = usize::from(place == "trials/1");
                rows(f, &file, |rows| {
                    let alike =
                        |row: &&Vec<String>| row[1] == rows[1][column + 1] && row[0] != rows[1][column];
                    rows[1][column] = pool.iter().find(alike).unwrap()[0].clone();
                });
            });
            assert_eq!(other, panel(1));
            assert_eq!(refitted(Id::Panel, place, |f| rows(f, &file, |rows| rows.swap(1, 2))), panel(0));
            assert_eq!(refitted(Id::Panel, place, |f| rows(f, &file, |rows| drop(rows.remove(1)))), panel(1));
            assert_eq!(
                refitted(Id::Panel, place, |f| rows(f, &file, |rows| rows.push(rows[1].clone()))),
                panel(0)
            );
        }
        assert_ne!(record()["public/draws/1/panel.csv"], record()["public/draws/2/panel.csv"]);
    }

    fn form_of(folder: &Folder, file: &str) -> Vec<Vec<String>> {
        let rows = crate::bundle::form::records(&folder[file]).unwrap();
        rows.iter().map(|row| row.iter().map(str::to_owned).collect()).collect()
    }
}

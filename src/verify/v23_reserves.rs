//! V23. The reserves of every draw and trial follow from its seed, its panel and the terms in its record, and
//! the terms of every draw are those that the charter declares, if it declares any.

use super::report::{Claim, Failure, Id, Remark, Step, Tally, Why, not_checked};
use super::v03_files::Frozen;
use super::v07_tickets::Lottery;
use super::v11_records::{Draw, Draws};
use crate::bundle::form::Bad;
use crate::bundle::record::label;
use crate::bundle::reserves::{Frame, Terms};
use crate::bundle::{Folder, clerk, files};
use crate::draw::{Label, Stream};
use crate::panel::reserve_terms::{self, BadPromise};
use crate::seed::Seed;

pub(super) fn check(
    folder: &Folder,
    frozen: &Step<Frozen<'_>>,
    lottery: &Step<Lottery<'_>>,
    draws: &Step<Draws>,
    seeds: &Step<Vec<Seed>>,
    winners: &Step<Vec<u64>>,
    trials: bool,
) -> Claim {
    let id = Id::Reserves;
    let (lottery, draws) = match (lottery, draws) {
        (Ok(lottery), Ok(draws)) => (lottery, draws),
        (Err(why), _) | (_, Err(why)) => return not_checked(id, *why),
    };
    let promised = match promised(frozen, lottery) {
        Err(why) => return not_checked(id, why),
        Ok(Err(failure)) => {
            let mut tally = Tally::new(id);
            tally.fail(failure);
            return tally.claim();
        }
        Ok(Ok(promised)) => promised,
    };
    let terms = |draw: &Draw| folder.get(&format!("{}{}", draw.folder, files::RESERVE_TERMS));
    let promised_one = promised.is_some() && draws.real().next().is_some();
    if !promised_one && draws.all.iter().all(|draw| terms(draw).is_none()) {
        return not_checked(id, Why::NoReserves);
    }
    let (seeds, winners) = match (seeds, winners) {
        (Ok(seeds), Ok(winners)) => (seeds, winners),
        (Err(why), _) | (_, Err(why)) => return not_checked(id, *why),
    };
    let Some(laps) = lottery.laps() else { return not_checked(id, Why::RestsOn(Id::Tickets)) };
    let mut tally = Tally::new(id);
    let frame = frame(lottery);
    let each = draws.all.iter().zip(seeds).zip(winners);
    for ((draw, seed), &ticket) in each.filter(|((draw, _), _)| trials || !draw.record.void) {
        let other = |drawn| Failure::ReservesPromised { draw: draw.name.clone(), drawn };
        let Some(bytes) = terms(draw) else {
            tally.check(draw.record.void || promised.is_none(), || other(false));
            continue;
        };
        let seats = laps.panel(ticket).unwrap_or_default();
        let unreadable = |why| Failure::Unreadable {
            file: format!("{}{}", draw.folder.trim_start_matches(files::PUBLIC), files::RESERVE_TERMS),
            why,
        };
        let Some(terms) = tally.take(Terms::read(bytes).map_err(unreadable)) else { continue };
        let wrong = || Failure::Reserves { draw: draw.name.clone() };
        if let (Some(promised), false) = (&promised, draw.record.void) {
            let same = terms.attrition(frame.quotas).as_ref() == Some(&promised.attrition);
            tally.check(same && terms.reserves == promised.reserves, || other(true));
        }
        let Some(due) = due(lottery, &frame, draw, &terms, &seats, seed) else {
            tally.check(false, || Failure::RecordFact {
                draw: draw.name.clone(),
                fact: "term of the reserves",
            });
            continue;
        };
        tally.count(u64::from(terms.reserves));
        tally.check(folder.get(&format!("{}{}", draw.folder, files::RESERVES)) == Some(&due), wrong);
    }
    let any = draws.real().any(|draw| terms(draw).is_some());
    tally.claim().remark(any.then_some(Remark::Reserves { declared: promised.is_some() }))
}

/// The reserves that the charter declares, or why it cannot be looked at; inside, what is wrong with it.
fn promised(
    frozen: &Step<Frozen<'_>>,
    lottery: &Lottery<'_>,
) -> Step<Result<Option<reserve_terms::Asked>, Failure>> {
    let frozen = frozen.as_ref().map_err(|why| *why)?;
    if !frozen.lists(files::CHARTER_TOML) {
        return Ok(Ok(None));
    }
    // A charter that is no TOML fails the claim about the source.
    let text = std::str::from_utf8(frozen.get(files::CHARTER_TOML)?).map_err(|_| Why::RestsOn(Id::Source))?;
    match reserve_terms::read(text, &lottery.people.quotas) {
        Err(bad) if bad == [BadPromise::NotToml] => Err(Why::RestsOn(Id::Source)),
        Err(_) => Ok(Err(Failure::Unreadable { file: files::CHARTER_TOML.into(), why: Bad::Shape })),
        Ok(promised) => Ok(Ok(promised)),
    }
}

/// What the reserves of a lottery depend on.
pub(super) fn frame<'a>(lottery: &'a Lottery<'_>) -> Frame<'a> {
    let people = lottery.people;
    let household = people.about.household.as_ref().map(|rule| rule.feature.as_str());
    Frame { quotas: &people.quotas, profiles: &people.profiles, problem: &people.problem, household }
}

/// The table that should be there; `None` if the terms are impossible or not those of this draw.
fn due(
    lottery: &Lottery<'_>,
    frame: &Frame<'_>,
    draw: &Draw,
    terms: &Terms,
    seats: &[(u32, u32)],
    seed: &Seed,
) -> Option<Vec<u8>> {
    let attrition = terms.attrition(frame.quotas)?;
    let label = label(Label::Reserves, draw.record.void, draw.record.draw);
    let remain = frame.problem.people().saturating_sub(seats.len() as u64);
    let most = remain.min(reserve_terms::MOST.into());
    if terms.label != label.to_string() || terms.reserves == 0 || u64::from(terms.reserves) > most {
        return None;
    }
    let mut stream = Stream::new(seed, &label);
    let (order, scenarios) = frame.choose(lottery.rules, seats, &attrition, terms.reserves, &mut stream);
    let table = frame.table(lottery.people.coded.as_ref(), &order);
    let table = if draw.record.void { clerk::marked(&table) } else { table };
    (scenarios == terms.scenarios).then_some(table)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::digest::Digest;
    use crate::verify::Outcome;
    use crate::verify::honest::{draws, failure, outcome, record, refit, refitted, refreeze, rows, state};
    use serde_json::{Value, json};

    #[test]
    fn reserves_follow_from_seed_panel_and_terms() {
        for (place, name) in [("draws/2", "draw 2"), ("trials/1", "trial 1")] {
            let (table, terms) =
                (format!("public/{place}/reserves.csv"), format!("public/{place}/reserves.json"));
            let swapped = refitted(Id::Reserves, place, |f| {
                let column = usize::from(place == "trials/1") + 1;
                rows(f, &table, |rows| {
                    let (one, other) = (rows[1][column..].to_vec(), rows[2][column..].to_vec());
                    rows[1].truncate(column);
                    rows[2].truncate(column);
                    rows[1].extend(other);
                    rows[2].extend(one);
                });
            });
            assert_eq!(swapped, Failure::Reserves { draw: name.into() });
            let term =
                |field: &str, value: Value| refitted(Id::Reserves, place, |f| state(f, &terms, field, value));
            let fact = || Failure::RecordFact { draw: name.into(), fact: "term of the reserves" };
            assert_eq!(term("label", json!("reserves/7")), fact());
            assert_eq!(term("scenarios", json!(3)), fact());
            if place == "trials/1" {
                assert_eq!(term("reserves", json!(0)), fact());
                assert_eq!(term("reserves", json!(5)), fact());
            }
        }
    }

    #[test]
    fn a_draw_has_the_reserves_that_the_charter_declares() {
        let other = |drawn| Failure::ReservesPromised { draw: "draw 2".into(), drawn };
        let term = |field: &str, value: Value| {
            refitted(Id::Reserves, "draws/2", |f| state(f, "public/draws/2/reserves.json", field, value))
        };
        assert_eq!(term("reserves", json!(1)), other(true));
        assert_eq!(term("attrition", json!(200_001)), other(true));
        assert_eq!(term("rates", json!([{ "feature": "gender", "rate": 1, "value": "man" }])), other(true));
        let mut folder = record();
        folder.retain(|name, _| !name.starts_with("public/draws/2/reserves"));
        refit(&mut folder, "draws/2");
        assert_eq!(failure(&folder, Id::Reserves), other(false));
        // A trial's are on terms of its own, or not there at all.
        let mut folder = record();
        folder.retain(|name, _| !name.starts_with("public/trials/1/reserves"));
        refit(&mut folder, "trials/1");
        assert_eq!(outcome(&folder, Id::Reserves), Outcome::Pass);
    }

    /// They take long to choose again: a record of which the draw does not follow is not worth that.
    #[test]
    fn where_the_draw_does_not_follow_reserves_are_not_chosen_again() {
        let mut folder = record();
        state(&mut folder, "public/draws/2/draw.json", "ticket", json!(0));
        refit(&mut folder, "draws/2");
        assert_eq!(outcome(&folder, Id::Reserves), Outcome::NotChecked(Why::RestsOn(Id::Ticket)));
        let mut folder = record();
        rows(&mut folder, "public/draws/2/panel.csv", |rows| rows[1][0] = "0000-0000-00".into());
        refit(&mut folder, "draws/2");
        assert_eq!(outcome(&folder, Id::Reserves), Outcome::NotChecked(Why::RestsOn(Id::Panel)));
    }

    /// Reserves may be drawn without being declared; a trial may have some where nothing was drawn; and where some are
    /// declared it is not enough that nobody has any.
    #[test]
    fn it_is_enough_that_somebody_has_reserves_or_that_they_are_declared() {
        let mut trial = record();
        let later = ["public/draws/", "public/rosters/", "public/continued/", "annulled/"];
        trial.retain(|name, _| !later.iter().any(|later| name.starts_with(later)));
        assert_eq!(outcome(&trial, Id::Reserves), Outcome::Pass);
        let mut none = record();
        for place in ["draws/1", "draws/2", "trials/1"] {
            none.retain(|name, _| !name.starts_with(&format!("public/{place}/reserves")));
            refit(&mut none, place);
        }
        let first = Digest::of(&none["public/draws/1/manifest.txt"]).to_string();
        state(&mut none, "public/draws/2/draw.json", "previous", json!(first));
        refit(&mut none, "draws/2");
        let failed = Failure::ReservesPromised { draw: "draw 1".into(), drawn: false };
        assert_eq!(failure(&none, Id::Reserves), failed);
    }

    /// Whoever goes on with a record looks at the reserves of its draws, not at those of its trials.
    #[test]
    fn trials_need_not_be_looked_at() {
        for (place, passes) in [("trials/1", true), ("draws/2", false)] {
            let mut folder = record();
            state(&mut folder, &format!("public/{place}/reserves.json"), "scenarios", json!(3));
            refit(&mut folder, place);
            let claim = crate::verify::verify_draws(&folder).claim(Id::Reserves).outcome.clone();
            assert_eq!(claim == Outcome::Pass, passes, "{place}: {claim:?}");
        }
    }

    #[test]
    fn a_charter_that_cannot_be_read_is_for_the_claim_about_the_source_and_bad_reserves_for_this_one() {
        let shape = Failure::Unreadable { file: files::CHARTER_TOML.into(), why: Bad::Shape };
        for (charter, due) in [
            (&b"[reserves"[..], Err(Why::RestsOn(Id::Source))),
            (b"\xff", Err(Why::RestsOn(Id::Source))),
            (b"[reserves]\nnumber = \"two\"\n", Ok(Err(shape))),
            (b"date = 2026-03-01\n", Ok(Ok(false))),
            (b"[reserves]\nnumber = 2\nattrition = \"20%\"\n", Ok(Ok(true))),
        ] {
            let mut folder = record();
            folder.insert("public/charter.toml".into(), charter.to_vec());
            refreeze(&mut folder);
            let (_, manifest) = crate::verify::v01_commitment::check(&folder);
            let (_, frozen) = crate::verify::v03_files::check(&folder, &manifest);
            let (_, about) = crate::verify::v05_facts::check(&frozen);
            let (_, people) = crate::verify::v06_people::check(&frozen, &about);
            let (_, lottery) = crate::verify::v07_tickets::check(&frozen, &people);
            let found = promised(&frozen, lottery.as_ref().ok().unwrap());
            let found = found.map(|read| read.map(|promised| promised.is_some()));
            assert_eq!(found, due, "{}", String::from_utf8_lossy(charter));
        }
    }

    #[test]
    fn reserves_that_nobody_declared_are_said_to_be_so() {
        let mut folder = record();
        folder.insert("public/charter.toml".into(), b"date = 2026-03-01\n".to_vec());
        refreeze(&mut folder);
        draws(&mut folder);
        assert_eq!(outcome(&folder, Id::Reserves), Outcome::NotChecked(Why::NoReserves));
        folder.insert("public/charter.toml".into(), b"[reserves]\nnumber = 2\nattrition = 2\n".to_vec());
        refreeze(&mut folder);
        let mut drawn = record();
        drawn.retain(|name, _| name.starts_with("public/draws/") || name.starts_with("public/trials/"));
        folder.extend(drawn);
        // Draws of another lottery; but the charter comes first.
        assert!(matches!(outcome(&folder, Id::Reserves), Outcome::NotChecked(Why::RestsOn(Id::Records))));
    }
}

//! V26. The lottery is the one that its rules make of the frozen inputs, byte by byte. Of equally fair lotteries
//! there are many, so without this whoever makes one could choose who sits together.

use super::known::Maker;
use super::report::{Claim, Failure, Id, Remark, Step, Tally, Why, not_checked};
use super::v03_files::Frozen;
use super::v07_tickets::Lottery;
use crate::bundle::again::Asked;
use crate::bundle::{fairness, files, tables};
use crate::lottery::SEARCH;
use crate::lottery::objective::Objective;

pub(super) fn check(
    frozen: &Step<Frozen<'_>>,
    lottery: &Step<Lottery<'_>>,
    admitted: &Step<()>,
    make: Option<Maker>,
) -> Claim {
    let id = Id::MadeAgain;
    // Where some panel breaks a quota, the rules need not make any lottery at all.
    let (frozen, lottery) = match (frozen, lottery, admitted) {
        (Ok(frozen), Ok(lottery), Ok(())) => (frozen, lottery),
        (Err(why), ..) | (_, Err(why), _) | (.., Err(why)) => return not_checked(id, *why),
    };
    let about = &lottery.people.about;
    // Of this very program it is known by which search rules it makes lotteries.
    if about.search != SEARCH && about.program == concat!("geloot ", env!("CARGO_PKG_VERSION")) {
        let mut tally = Tally::new(id);
        let (stated, found) = (about.search.to_string(), SEARCH.to_string());
        tally.fail(Failure::Fact { fact: "search", stated, found });
        return tally.claim();
    }
    if about.search != SEARCH {
        let why = Why::OtherSearch { made: about.search, here: SEARCH };
        return not_checked(id, why).remark(Some(Remark::MadeBy { program: about.program.clone() }));
    }
    let Some(make) = make else { return not_checked(id, Why::NotMade) };
    let recorded = match [files::LOTTERY, files::CERTIFICATE].map(|file| frozen.get(file)) {
        [Ok(lottery), Ok(certificate)] => [(files::LOTTERY, lottery), (files::CERTIFICATE, certificate)],
        [Err(why), _] | [_, Err(why)] => return not_checked(id, why),
    };
    let mut tally = Tally::new(id);
    match made(lottery, make) {
        None => tally.fail(Failure::MadeOther { file: None }),
        Some(made) => recorded.into_iter().zip(made).for_each(|((file, found), due)| {
            tally.check(found == due, || Failure::MadeOther { file: Some(file) });
        }),
    }
    tally.claim()
}

/// The two files as they are made again.
fn made(lottery: &Lottery<'_>, make: Maker) -> Option<[Vec<u8>; 2]> {
    let (people, about) = (lottery.people, &lottery.people.about);
    let asked = Asked::of(&people.quotas, &people.profiles, about.household.as_ref(), about.seats)?;
    let objective = Objective::of_word(&about.objective)?;
    let (tickets, certificate) = make(&asked.problem, asked.homes, objective, about.tickets)?;
    let (tickets, certificate) = (asked.recorded.tickets(&tickets), asked.recorded.certificate(&certificate));
    Some([tables::lottery(&tickets), fairness::text(&certificate)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::certificate::Certificate;
    use crate::lottery::problem::Problem;
    use crate::lottery::tickets::TicketLottery;
    use crate::verify::honest::{record, refreeze, replace, state};
    use crate::verify::{Known, Outcome, verify};
    use serde_json::json;

    /// The lottery of the small record, as if a search had found it.
    fn maker(
        _: &Problem,
        homes: usize,
        objective: Objective,
        tickets: u64,
    ) -> Option<(TicketLottery, Certificate)> {
        assert_eq!((homes, objective, tickets), (0, Objective::Leximin, 900));
        let folder = record();
        let certificate = fairness::read(&folder["public/certificate.json"]).ok()?;
        Some((tables::read_lottery(&folder["public/lottery.csv"]).ok()?, certificate))
    }

    /// A search that finds other tickets with the same chances.
    fn other_tickets(
        problem: &Problem,
        homes: usize,
        objective: Objective,
        tickets: u64,
    ) -> Option<(TicketLottery, Certificate)> {
        let (mut lottery, certificate) = maker(problem, homes, objective, tickets)?;
        lottery.shares[0].tickets -= 1;
        Some((lottery, certificate))
    }

    fn none(_: &Problem, _: usize, _: Objective, _: u64) -> Option<(TicketLottery, Certificate)> {
        None
    }

    #[test]
    fn the_lottery_is_the_one_that_is_made_again() {
        let outcome = |folder: &crate::bundle::Folder, make| {
            verify(folder, &Known { make, ..Known::default() }).claim(Id::MadeAgain).outcome.clone()
        };
        let good = record();
        assert_eq!(outcome(&good, Some(maker as Maker)), Outcome::Pass);
        assert_eq!(outcome(&good, None), Outcome::NotChecked(Why::NotMade));
        assert_eq!(outcome(&good, Some(none as Maker)), Outcome::Fail(Failure::MadeOther { file: None }));
        let mut folder = record();
        replace(&mut folder, "public/certificate.json", "\"seats\":\"1\"", "\"seats\":\"2\"");
        refreeze(&mut folder);
        let other = Outcome::Fail(Failure::MadeOther { file: Some(files::CERTIFICATE) });
        assert_eq!(outcome(&folder, Some(maker as Maker)), other);
        assert_eq!(
            outcome(&good, Some(other_tickets as Maker)),
            Outcome::Fail(Failure::MadeOther { file: Some(files::LOTTERY) })
        );
        let mut folder = record();
        state(&mut folder, "public/about.json", "search", json!(SEARCH + 1));
        refreeze(&mut folder);
        let other = Why::OtherSearch { made: SEARCH + 1, here: SEARCH };
        assert_eq!(outcome(&folder, Some(maker as Maker)), Outcome::NotChecked(other));
    }
}

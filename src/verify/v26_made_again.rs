//! V26. The lottery is the one that its rules make of the frozen inputs, byte by byte. Of equally fair lotteries
//! there are many, so without this whoever makes one could choose who sits together.

use super::known::Maker;
use super::report::{Claim, Failure, Id, Remark, Step, Tally, Why, not_checked};
use super::v03_files::Frozen;
use super::v07_tickets::Lottery;
use crate::base::rules::Other;
use crate::bundle::again::Asked;
use crate::bundle::{fairness, files, tables};
use crate::lottery::Search;
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
    let search = match Search::made(about.search, &about.program) {
        Ok(search) => search,
        Err(Other::Untrue { made, here }) => {
            let mut tally = Tally::new(id);
            let (stated, found) = (made.to_string(), here.to_string());
            tally.fail(Failure::Fact { fact: "search", stated, found });
            return tally.claim();
        }
        Err(Other::Elsewhere { made, here }) => {
            let by = Remark::MadeBy { program: about.program.clone() };
            return not_checked(id, Why::OtherSearch { made, here }).remark(Some(by));
        }
    };
    let Some(make) = make else { return not_checked(id, Why::NotMade) };
    let recorded = match [files::LOTTERY, files::CERTIFICATE].map(|file| frozen.get(file)) {
        [Ok(lottery), Ok(certificate)] => [(files::LOTTERY, lottery), (files::CERTIFICATE, certificate)],
        [Err(why), _] | [_, Err(why)] => return not_checked(id, why),
    };
    let mut tally = Tally::new(id);
    match made(lottery, search, make) {
        None => tally.fail(Failure::MadeOther { file: None }),
        Some(made) => recorded.into_iter().zip(made).for_each(|((file, found), due)| {
            tally.check(found == due, || Failure::MadeOther { file: Some(file) });
        }),
    }
    tally.claim()
}

/// The two files as they are made again.
fn made(lottery: &Lottery<'_>, search: Search, make: Maker) -> Option<[Vec<u8>; 2]> {
    let (people, about) = (lottery.people, &lottery.people.about);
    let asked = Asked::of(&people.quotas, &people.profiles, about.household.as_ref(), about.seats)?;
    let objective = Objective::of_word(&about.objective)?;
    let (tickets, certificate) = make(search, &asked.problem, asked.homes, objective, about.tickets)?;
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
        _: Search,
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
        search: Search,
        problem: &Problem,
        homes: usize,
        objective: Objective,
        tickets: u64,
    ) -> Option<(TicketLottery, Certificate)> {
        let (mut lottery, certificate) = maker(search, problem, homes, objective, tickets)?;
        lottery.shares[0].tickets -= 1;
        Some((lottery, certificate))
    }

    fn none(_: Search, _: &Problem, _: usize, _: Objective, _: u64) -> Option<(TicketLottery, Certificate)> {
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
        state(&mut folder, "public/about.json", "search", json!(Search::NOW.number() + 1));
        refreeze(&mut folder);
        let other = Why::OtherSearch { made: Search::NOW.number() + 1, here: Search::NOW.number() };
        assert_eq!(outcome(&folder, Some(maker as Maker)), Outcome::NotChecked(other));
    }
}

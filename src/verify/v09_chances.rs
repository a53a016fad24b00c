//! V9. The chances published are those that the tickets give, and they add up to the seats; so are the seats that each
//! value has on the tickets.

use super::report::{Claim, Failure, Id, Remark, Step, Tally, not_checked};
use super::v03_files::Frozen;
use super::v06_people::fact_failure;
use super::v07_tickets::Lottery;
use crate::bundle::form::Bad;
use crate::bundle::{files, freeze, ranges};

pub(super) fn check(frozen: &Step<Frozen<'_>>, lottery: &Step<Lottery<'_>>, admitted: &Step<()>) -> Claim {
    let given = (|| {
        let (frozen, lottery) = (frozen.as_ref().map_err(|w| *w)?, lottery.as_ref().map_err(|w| *w)?);
        Ok((lottery, frozen.get(files::RANGES)?))
    })();
    let (lottery, stated) = match given {
        Ok(given) => given,
        Err(why) => return not_checked(Id::Chances, why),
    };
    let mut tally = Tally::new(Id::Chances);
    let people = lottery.people;
    let Some(seating) = lottery.seating() else {
        tally.fail(Failure::NoSuchPanel);
        return tally.claim();
    };
    let mut sum: u128 = 0;
    for (profile, (stated, &found)) in people.profiles.iter().zip(seating.totals()).enumerate() {
        let stated = stated.tickets;
        tally.check(stated == found, || Failure::Chance { profile, stated, found });
        sum += u128::from(found);
    }
    // Panels of the wrong size are V8's to report.
    if admitted.is_ok() {
        let due = u128::from(people.about.seats) * u128::from(people.about.tickets);
        tally.check(sum == due, || Failure::Fact {
            fact: "sum of chances",
            stated: due.to_string(),
            found: sum.to_string(),
        });
    }
    let least = freeze::least(&seating, &people.problem.sizes);
    tally.check(people.about.least == least, || fact_failure("least", people.about.least, least));
    let household = people.about.household.as_ref().map(|rule| rule.feature.as_str());
    let values = ranges::of(&people.quotas, household, &people.problem, &lottery.tickets);
    let right = ranges::table(&values);
    tally.check(right == stated, || Failure::Unreadable {
        file: files::RANGES.into(),
        why: differs(&right, stated),
    });
    let shape = tally.clean().then(|| Remark::Shape { values, tickets: lottery.tickets.tickets() });
    tally.claim().remark(shape)
}

/// Where a table differs from the right one.
fn differs(right: &[u8], stated: &[u8]) -> Bad {
    let (right, stated) = (right.split(|&b| b == b'\n'), stated.split(|&b| b == b'\n'));
    right.zip(stated).position(|(right, stated)| right != stated).map_or(Bad::Form, |line| Bad::Row(line + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::honest::{record, refrozen, replace, rows, settled, state};
    use crate::verify::{v01_commitment, v03_files, v05_facts, v06_people, v07_tickets};
    use serde_json::json;

    #[test]
    fn chances_and_the_smallest_of_them_are_those_of_the_tickets() {
        let wrong =
            refrozen(record(), Id::Chances, |f| replace(f, "public/profiles.csv", "1,3,900", "1,3,899"));
        assert_eq!(wrong, Failure::Chance { profile: 1, stated: 899, found: 900 });
        for least in [299, 301] {
            let wrong =
                refrozen(record(), Id::Chances, |f| state(f, "public/about.json", "least", json!(least)));
            assert_eq!(wrong, fact_failure("least", least, 300));
        }
    }

    #[test]
    fn ranges_are_those_of_the_tickets_and_of_every_value_but_homes() {
        let good = settled();
        let table = "feature,value,least,most,total\ngender,man,1,1,900\ngender,woman,1,1,900\n";
        assert_eq!(good["public/ranges.csv"], table.as_bytes());
        let wrong = |change: &dyn Fn(&mut Vec<Vec<String>>)| {
            refrozen(settled(), Id::Chances, |f| rows(f, "public/ranges.csv", |rows| change(rows)))
        };
        let row = |row| Failure::Unreadable { file: files::RANGES.into(), why: Bad::Row(row) };
        for cell in 0..5 {
            assert_eq!(wrong(&|rows| rows[2][cell].push('1')), row(3));
            assert_eq!(wrong(&|rows| rows[0][cell].push('1')), row(1));
        }
        assert_eq!(wrong(&|rows| drop(rows.pop())), row(3));
        let home = ["household", "-", "1", "2", "1200"];
        assert_eq!(wrong(&|rows| rows.push(home.map(str::to_owned).to_vec())), row(4));
    }

    /// By V7 and V8 together every ticket fills every seat, so nothing else can make the sum another.
    #[test]
    fn chances_add_up_to_the_seats_where_panels_are_whole() {
        let folder = record();
        let (_, manifest) = v01_commitment::check(&folder);
        let (_, frozen) = v03_files::check(&folder, &manifest);
        let (_, about) = v05_facts::check(&frozen);
        let (_, mut people) = v06_people::check(&frozen, &about);
        people.as_mut().ok().unwrap().about.seats = 3;
        let (_, lottery) = v07_tickets::check(&frozen, &people);
        let sum = Failure::Fact { fact: "sum of chances", stated: "2700".into(), found: "1800".into() };
        let claim = check(&frozen, &lottery, &Ok(()));
        assert_eq!(claim.outcome, crate::verify::Outcome::Fail(sum));
        let claim = check(&frozen, &lottery, &Err(crate::verify::Why::RestsOn(Id::Quotas)));
        assert_eq!(claim.outcome, crate::verify::Outcome::Pass);
    }
}

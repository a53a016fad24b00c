//! V8. Every ticket's panel fills the seats and meets every quota. Tickets that share a panel by
//! profile are checked together, since quotas cannot tell members of a profile apart.

use super::report::{Claim, Failure, Id, Remark, Step, Tally};
use super::v06_people::rests;
use super::v07_tickets::Lottery;
use crate::lottery::problem::Panel;
use crate::pool::needed_whole;
use std::collections::BTreeSet;

pub(super) fn check(lottery: &Step<Lottery<'_>>) -> (Claim, Step<()>) {
    let lottery = match lottery {
        Ok(lottery) => lottery,
        Err(why) => return rests(Id::Quotas, *why),
    };
    let mut tally = Tally::new(Id::Quotas);
    let mut first = 0;
    let mut admission = lottery.people.problem.admission();
    for share in &lottery.tickets.shares {
        tally.count(share.tickets - 1);
        tally.check(admission.admits(&share.panel), || broken(lottery, &share.panel, first));
        first += share.tickets;
    }
    let (claim, step) = tally.with(Some(()));
    (claim.remark(certain(lottery)), step)
}

/// The values of which everybody must be drawn, and who besides is on every ticket, unless all people of the pool are.
fn certain(lottery: &Lottery<'_>) -> Vec<Remark> {
    let people = lottery.people;
    let (seats, sizes) = (u64::from(people.about.seats), &people.problem.sizes);
    if seats >= people.about.people {
        return Vec::new();
    }
    let mut rows = people.problem.rows.iter();
    let (mut remarks, mut told): (Vec<_>, BTreeSet<u32>) = Default::default();
    let household = people.about.household.as_ref().map(|rule| rule.feature.as_str());
    for feature in &people.quotas.features {
        let rows: Vec<_> = rows.by_ref().take(feature.values.len()).collect();
        if Some(feature.name.as_str()) == household {
            continue;
        }
        let bounds: Vec<(u64, u64)> = rows.iter().map(|row| (row.min.into(), row.max.into())).collect();
        let count = |profiles: &[u32]| profiles.iter().map(|&t| u64::from(sizes[t as usize])).sum();
        let counts: Vec<u64> = rows.iter().map(|row| count(&row.profiles)).collect();
        for (v, people) in needed_whole(&bounds, &counts, seats) {
            let (feature, value) = (feature.name.clone(), feature.values[v].name.clone());
            remarks.push(Remark::Certain { feature, value, people });
            told.extend(&rows[v].profiles);
        }
    }
    let held = lottery.tickets.seat_totals(sizes.len()).into_iter().zip(sizes).zip(0..);
    let on_every =
        held.filter(|&((held, &n), t)| held == people.about.tickets * u64::from(n) && !told.contains(&t));
    let on_every: u64 = on_every.map(|((_, &n), _)| u64::from(n)).sum();
    remarks.extend((on_every > 0).then_some(Remark::OnEvery(on_every)));
    remarks
}

/// Which rule the panel breaks.
fn broken(lottery: &Lottery<'_>, panel: &Panel, ticket: u64) -> Failure {
    let people = lottery.people;
    let seated: u64 = panel.0.iter().map(|&(_, c)| u64::from(c)).sum();
    let seats = people.about.seats;
    let values = people.quotas.features.iter().flat_map(|f| f.values.iter().map(move |v| (f, v)));
    for ((feature, value), row) in values.zip(&people.problem.rows) {
        let of_row = |&&(t, _): &&(u32, u32)| row.profiles.binary_search(&t).is_ok();
        let count: u64 = panel.0.iter().filter(of_row).map(|&(_, c)| u64::from(c)).sum();
        if count < u64::from(row.min) || count > u64::from(row.max) {
            let (feature, name) = (feature.name.clone(), value.name.clone());
            return Failure::Quota {
                ticket,
                feature,
                value: name,
                min: value.min,
                max: value.max,
                seated: count,
            };
        }
    }
    Failure::Seats { ticket, seats, seated }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::honest::{record, refrozen, replace, state};
    use serde_json::json;

    #[test]
    fn the_first_ticket_that_breaks_a_rule_is_named() {
        let wrong =
            |to: &str| refrozen(record(), Id::Quotas, |f| replace(f, "public/lottery.csv", "0,899,0 1", to));
        let quota = |ticket, seated| {
            let (feature, value) = ("gender".into(), "man".into());
            Failure::Quota { ticket, feature, value, min: 1, max: 1, seated }
        };
        assert_eq!(wrong("0,899,0x2"), quota(0, 2));
        assert_eq!(wrong("0,449,0 1\n450,898,1x2\n899,899,0x2"), quota(450, 0));
        let seats = refrozen(record(), Id::Quotas, |f| state(f, "public/about.json", "seats", json!(3)));
        assert_eq!(seats, Failure::Seats { ticket: 0, seats: 3, seated: 2 });
    }

    #[test]
    fn values_of_which_everybody_must_be_drawn_are_told() {
        // Every ticket is checked, those that share a panel together.
        let honest = crate::verify::verify(&record(), &crate::verify::Known::default());
        assert_eq!(honest.claim(Id::Quotas).checked, 900);
        let told = |min: u32, seats: u32| {
            let mut folder = record();
            replace(&mut folder, "public/quotas.csv", "man,1,1", &format!("man,{min},3"));
            state(&mut folder, "public/about.json", "seats", json!(seats));
            crate::verify::honest::refreeze(&mut folder);
            let report = crate::verify::verify(&folder, &crate::verify::Known::default());
            report.claim(Id::Quotas).remarks.clone()
        };
        let certain = Remark::Certain { feature: "gender".into(), value: "man".into(), people: 3 };
        assert_eq!(told(3, 4), [certain]);
        assert_eq!(told(2, 3), []);
        // Everybody is drawn anyhow.
        assert_eq!(told(3, 6), []);
        // On each ticket, and no value of theirs asks for everybody.
        let mut folder = record();
        replace(&mut folder, "public/lottery.csv", "0,899,0 1", "0,899,0x3");
        replace(&mut folder, "public/quotas.csv", "man,1,1", "man,0,3");
        replace(&mut folder, "public/quotas.csv", "woman,1,1", "woman,0,3");
        state(&mut folder, "public/about.json", "seats", json!(3));
        crate::verify::honest::refreeze(&mut folder);
        let report = crate::verify::verify(&folder, &crate::verify::Known::default());
        assert_eq!(report.claim(Id::Quotas).remarks, [Remark::OnEvery(3)]);
    }
}

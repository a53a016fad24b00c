//! V19. Whoever was excluded or confirmed before the lottery is not in it, and seats, quotas and the
//! household rule are what they leave.

use super::report::{Claim, Failure, Id, Remark, Step, Tally, Why};
use super::v03_files::Frozen;
use super::v06_people::{People, fact_failure, rests};
use crate::bundle::form::Bad;
use crate::bundle::{confirmed_excluded, files, household, tables};
use crate::draw::code::Code;
use crate::quotas::Quotas;

pub(super) fn check(frozen: &Step<Frozen<'_>>, people: &Step<People>) -> Claim {
    let id = Id::Before;
    let (frozen, people) = match (frozen, people) {
        (Ok(frozen), Ok(people)) => (frozen, people),
        (Err(why), _) | (_, Err(why)) => return rests::<()>(id, *why).0,
    };
    let about = &people.about;
    if about.excluded.is_none() && about.confirmed.is_none() && about.household.is_none() {
        return rests::<()>(id, Why::NothingBefore).0;
    }
    // A file that is not the one that was frozen is for the claim about files to report.
    let [seated, out] = [about.confirmed.is_some(), about.excluded.is_some()];
    for (file, is_due) in [(files::EXCLUDED, out), (files::CONFIRMED, seated), (files::ASKED, seated)] {
        if let (true, Err(why)) = (is_due, frozen.get(file)) {
            return rests::<()>(id, why).0;
        }
    }
    let mut tally = Tally::new(id);
    let get = |file: &'static str| frozen.get(file).map_err(|_| Failure::Missing { file: file.into() });
    let unreadable = |file: &'static str| move |why: Bad| Failure::Unreadable { file: file.into(), why };
    let mut outside: Vec<Code> = Vec::new();
    if let Some(stated) = about.excluded {
        let read = get(files::EXCLUDED)
            .and_then(|bytes| confirmed_excluded::read_excluded(bytes).map_err(unreadable(files::EXCLUDED)));
        let Some(excluded) = tally.take(read) else { return tally.claim() };
        tally.check(stated == excluded.len() as u64, || {
            fact_failure("excluded", stated, excluded.len() as u64)
        });
        outside.extend(excluded.into_iter().map(|(code, _)| code));
    }
    let mut confirmed: Vec<Vec<u32>> = Vec::new();
    if let Some(stated) = about.confirmed {
        let read = get(files::CONFIRMED).and_then(|bytes| {
            confirmed_excluded::read_confirmed(&people.quotas, bytes).map_err(unreadable(files::CONFIRMED))
        });
        let Some(read) = tally.take(read) else { return tally.claim() };
        let asked =
            get(files::ASKED).and_then(|bytes| tables::read_quotas(bytes).map_err(unreadable(files::ASKED)));
        let Some(asked) = tally.take(asked) else { return tally.claim() };
        tally.check(stated.people == read.len() as u64, || {
            fact_failure("confirmed", stated.people, read.len() as u64)
        });
        let seats = u64::from(about.seats) + read.len() as u64;
        tally.check(u64::from(stated.seats) == seats, || {
            fact_failure("seats", u64::from(stated.seats), seats)
        });
        outside.extend(read.iter().map(|(code, _)| *code));
        confirmed = read.into_iter().map(|(_, values)| values).collect();
        quotas(&mut tally, people, &asked, &confirmed);
    }
    outside.sort_unstable();
    for pair in outside.windows(2) {
        tally.check(pair[0] != pair[1], || again(pair[0]));
    }
    for &code in &outside {
        let drawn = people.coded.iter().any(|c| c.people.binary_search_by(|p| p.0.cmp(&code)).is_ok());
        tally.check(!drawn, || again(code));
    }
    let (count, largest) = homes(&mut tally, people, &confirmed);
    let per = about.household.as_ref().map_or(0, |rule| rule.per);
    let remark = Remark::Before {
        excluded: about.excluded.unwrap_or(0),
        confirmed: confirmed.len() as u64,
        homes: count,
        largest: (largest, per),
    };
    let anybody = about.excluded.is_some() || !confirmed.is_empty() || count > 0;
    tally.claim().remark(anybody.then_some(remark))
}

fn again(code: Code) -> Failure {
    Failure::Again { code: code.to_string() }
}

/// The quotas of the lottery are those asked less the people confirmed.
fn quotas(tally: &mut Tally, people: &People, asked: &Quotas, confirmed: &[Vec<u32>]) {
    let rule = people.about.household.as_ref();
    let place = rule.and_then(|rule| people.quotas.features.iter().position(|f| f.name == rule.feature));
    let own = |values: &Vec<u32>| {
        let kept = values.iter().enumerate().filter(|&(f, _)| Some(f) != place);
        kept.map(|(_, &v)| v).collect::<Vec<u32>>()
    };
    let confirmed: Vec<Vec<u32>> = confirmed.iter().map(own).collect();
    let drawn = household::without(&people.quotas, rule);
    let shape = |q: &Quotas| -> Vec<(String, Vec<String>)> {
        let names = |f: &crate::quotas::Feature| f.values.iter().map(|v| v.name.clone()).collect();
        q.features.iter().map(|f| (f.name.clone(), names(f))).collect()
    };
    let same = shape(asked) == shape(&drawn);
    let file = || Failure::Unreadable { file: files::ASKED.into(), why: Bad::Shape };
    if !tally.check(same, file) {
        return;
    }
    let left = confirmed_excluded::left(asked, &confirmed);
    for (left, drawn) in left.features.iter().zip(&drawn.features) {
        for (left, drawn) in left.values.iter().zip(&drawn.values) {
            tally.check(left == drawn, || Failure::Fact {
                fact: "quota",
                stated: format!("{}-{} ({})", drawn.min, drawn.max, drawn.name),
                found: format!("{}-{}", left.min, left.max),
            });
        }
    }
}

/// Each home may have what the rule allows less the people confirmed there, and the rule binds it. How many
/// homes there are, and the people of the largest.
fn homes(tally: &mut Tally, people: &People, confirmed: &[Vec<u32>]) -> (u64, u64) {
    let Some(rule) = &people.about.household else { return (0, 0) };
    let place = people.quotas.features.iter().position(|f| f.name == rule.feature);
    let missing = || Failure::Fact { fact: "household", stated: rule.feature.clone(), found: "-".into() };
    if !tally.check(place.is_some() && rule.per > 0, missing) {
        return (0, 0);
    }
    let Some(place) = place else { return (0, 0) };
    let (mut count, mut largest) = (0, 0);
    let values = &people.quotas.features[place].values;
    let (mut seated, mut living) = (vec![0u64; values.len()], vec![0u64; values.len()]);
    confirmed.iter().for_each(|of| seated[of[place] as usize] += 1);
    people.profiles.iter().for_each(|p| living[p.values[place] as usize] += u64::from(p.people));
    for (value, (before, living)) in values.iter().zip(seated.into_iter().zip(living)) {
        let living = living + before;
        let alone = value.name == household::ALONE;
        if !alone {
            (count, largest) = (count + 1, living.max(largest));
        }
        let due = if alone { about_seats(people) } else { u64::from(rule.per).saturating_sub(before) };
        tally.check(value.min == 0 && u64::from(value.max) == due && value.flex.is_none(), || {
            Failure::Fact {
                fact: "household",
                stated: format!("{}-{}", value.min, value.max),
                found: format!("0-{due}"),
            }
        });
        tally.check(alone || living > u64::from(rule.per), || {
            fact_failure("household", living, u64::from(rule.per) + 1)
        });
    }
    (count, largest)
}

fn about_seats(people: &People) -> u64 {
    u64::from(people.about.seats)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::Folder;
    use crate::verify::Outcome;
    use crate::verify::honest::{outcome, record, refrozen, replace, rows, settled, state};
    use serde_json::json;

    fn wrong(change: impl FnOnce(&mut Folder)) -> Failure {
        refrozen(settled(), Id::Before, change)
    }

    fn table(file: &str) -> Vec<Vec<String>> {
        let rows = crate::bundle::form::records(&settled()[file]).unwrap();
        rows.iter().map(|row| row.iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn there_are_as_many_of_them_as_the_facts_say() {
        let about = |field, value| wrong(|f| state(f, "public/about.json", field, value));
        assert_eq!(about("excluded", json!(2)), fact_failure("excluded", 2, 1));
        assert_eq!(about("confirmed", json!({ "people": 2, "seats": 3 })), fact_failure("confirmed", 2, 1));
        assert_eq!(about("confirmed", json!({ "people": 1, "seats": 2 })), fact_failure("seats", 2, 3));
        assert_eq!(outcome(&record(), Id::Before), Outcome::NotChecked(Why::NothingBefore));
    }

    #[test]
    fn nobody_is_in_two_places() {
        let (pool, seated) =
            (table("public/pool.csv")[1][0].clone(), table("public/confirmed.csv")[1][0].clone());
        let twice = |code: &String| Failure::Again { code: code.clone() };
        assert_eq!(
            wrong(|f| rows(f, "public/excluded.csv", |rows| rows[1][0] = seated.clone())),
            twice(&seated)
        );
        assert_eq!(wrong(|f| rows(f, "public/excluded.csv", |rows| rows[1][0] = pool.clone())), twice(&pool));
        assert_eq!(
            wrong(|f| rows(f, "public/confirmed.csv", |rows| rows[1][0] = pool.clone())),
            twice(&pool)
        );
        let none = wrong(|f| rows(f, "public/excluded.csv", |rows| rows[1][0] = "0000-0000-01".into()));
        assert!(matches!(none, Failure::Unreadable { file, .. } if file == files::EXCLUDED));
    }

    #[test]
    fn quotas_are_what_confirmed_people_leave() {
        let quota = wrong(|f| replace(f, "public/asked.csv", "woman,2,2", "woman,2,3"));
        let (stated, found) = ("1-1 (woman)".to_owned(), "1-2".to_owned());
        assert_eq!(quota, Failure::Fact { fact: "quota", stated, found });
        let shape = Failure::Unreadable { file: files::ASKED.into(), why: Bad::Shape };
        assert_eq!(wrong(|f| replace(f, "public/asked.csv", "woman,2,2", "women,2,2")), shape);
    }

    #[test]
    fn homes_may_have_what_the_rule_leaves_them_and_it_binds_them() {
        let quotas = table("public/quotas.csv");
        let home = quotas.iter().find(|row| row[0] == "household" && row[1] != "-").unwrap()[1].clone();
        let fact = |stated: &str, found: &str| Failure::Fact {
            fact: "household",
            stated: stated.into(),
            found: found.into(),
        };
        let row = |value: &str, low: &str, high: &str| format!("household,{value},{low},{high}");
        let quota = |value: &str, from: &str, low: &str, high: &str| {
            wrong(|f| replace(f, "public/quotas.csv", &row(value, "0", from), &row(value, low, high)))
        };
        assert_eq!(quota(&home, "1", "0", "2"), fact("0-2", "0-1"));
        assert_eq!(quota("-", "2", "0", "1"), fact("0-1", "0-2"));
        let rule = |feature: &str, per: u32| {
            let rule = json!({ "columns": ["street"], "feature": feature, "per": per });
            wrong(|f| state(f, "public/about.json", "household", rule))
        };
        // A rule of another name leaves its feature among the quotas asked, where there is none.
        assert_eq!(rule("homes", 1), Failure::Unreadable { file: files::ASKED.into(), why: Bad::Shape });
        assert_eq!(
            rule("household", 0),
            Failure::Fact { fact: "household", stated: "household".into(), found: "-".into() }
        );
        // A home of two is not bound by a rule that allows two.
        let free = wrong(|f| {
            state(
                f,
                "public/about.json",
                "household",
                json!({ "columns": ["street"], "feature": "household", "per": 2 }),
            );
            replace(f, "public/quotas.csv", &row(&home, "0", "1"), &row(&home, "0", "2"));
        });
        assert_eq!(free, fact_failure("household", 2, 3));
    }

    fn read(folder: &Folder) -> (Step<Frozen<'_>>, People) {
        let (_, manifest) = crate::verify::v01_commitment::check(folder);
        let (_, frozen) = crate::verify::v03_files::check(folder, &manifest);
        let (_, about) = crate::verify::v05_facts::check(&frozen);
        let people = crate::verify::v06_people::check(&frozen, &about).1.ok().unwrap();
        (frozen, people)
    }

    /// One of the three is enough for something to be checked; it is told unless it concerns nobody.
    #[test]
    fn each_of_the_three_is_looked_at_alone() {
        let folder = settled();
        type Case = (fn(&mut People), bool, bool);
        let cases: [Case; 5] = [
            (|it| (it.about.confirmed, it.about.household) = (None, None), true, true),
            (|it| (it.about.excluded, it.about.household) = (None, None), true, true),
            (|it| (it.about.excluded, it.about.confirmed) = (None, None), true, true),
            // A rule that binds no home concerns nobody.
            (
                |it| {
                    (it.about.excluded, it.about.confirmed) = (None, None);
                    let feature = it.quotas.features.iter().position(|f| f.name == "household").unwrap();
                    it.quotas.features[feature].values.retain(|value| value.name == household::ALONE);
                    it.profiles.iter_mut().for_each(|profile| profile.values[feature] = 0);
                },
                true,
                false,
            ),
            (
                |it| (it.about.excluded, it.about.confirmed, it.about.household) = (None, None, None),
                false,
                false,
            ),
        ];
        for (at, (change, looked, told)) in cases.into_iter().enumerate() {
            let (frozen, mut people) = read(&folder);
            change(&mut people);
            let claim = check(&frozen, &Ok(people));
            assert_eq!(claim.outcome != Outcome::NotChecked(Why::NothingBefore), looked, "{at}");
            let before = claim.remarks.iter().any(|it| matches!(it, Remark::Before { .. }));
            assert_eq!(before, told, "{at}");
        }
    }

    /// Whoever has a seat already lives somewhere too: the home has one seat less, and one person more.
    #[test]
    fn whoever_has_a_seat_counts_for_their_home() {
        let folder = settled();
        let (_, mut people) = read(&folder);
        people.about.household.as_mut().unwrap().per = 2;
        let feature = people.quotas.features.iter().position(|f| f.name == "household").unwrap();
        let home = people.quotas.features[feature].values.iter().position(|v| v.name != household::ALONE);
        let mut values = vec![0; people.quotas.features.len()];
        values[feature] = home.unwrap() as u32;
        let mut tally = Tally::new(Id::Before);
        assert_eq!(homes(&mut tally, &people, &[values]), (1, 3));
        assert!(tally.clean());
        // With nobody seated there, it may have two of its two, which is no rule.
        let mut tally = Tally::new(Id::Before);
        assert_eq!(homes(&mut tally, &people, &[]), (1, 2));
        assert!(!tally.clean());
    }

    #[test]
    fn what_happened_before_is_told() {
        let report = crate::verify::verify(&settled(), &crate::verify::Known::default());
        let before = Remark::Before { excluded: 1, confirmed: 1, homes: 1, largest: (2, 1) };
        assert_eq!(report.claim(Id::Before).remarks, [before]);
    }
}

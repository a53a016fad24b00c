//! V6. Quotas, profiles and pool are sound and agree: every code is whole and stands there once, every
//! row belongs to a profile, and every profile has as many rows as it says.

use super::report::{Claim, Failure, Id, Remark, Step, Tally, Why, not_checked};
use super::v03_files::Frozen;
use crate::base::look;
use crate::bundle::about::About;
use crate::bundle::form::Bad;
use crate::bundle::people::{self, Coded, Profile};
use crate::bundle::{Detail, files, freeze, tables};
use crate::lottery::problem::Problem;
use crate::quotas::Quotas;
use crate::seed::Commitment;

/// Who may be drawn, and under which quotas.
pub(super) struct People {
    pub commitment: Commitment,
    pub about: About,
    pub quotas: Quotas,
    pub profiles: Vec<Profile>,
    pub coded: Option<Coded>,
    pub problem: Problem,
}

pub(super) fn check(frozen: &Step<Frozen<'_>>, about: &Step<About>) -> (Claim, Step<People>) {
    let id = Id::People;
    let given = (|| {
        let (frozen, about) = (frozen.as_ref().map_err(|w| *w)?, about.as_ref().map_err(|w| *w)?);
        let pool = if about.detail == Detail::Codes { Some(frozen.get(files::POOL)?) } else { None };
        Ok((frozen, about, frozen.get(files::QUOTAS)?, frozen.get(files::PROFILES)?, pool))
    })();
    let (frozen, about, quotas, profiles, pool) = match given {
        Ok(given) => given,
        Err(why) => return (not_checked(id, why), Err(why)),
    };
    let mut tally = Tally::new(id);
    let unreadable = |file: &'static str| move |why: Bad| Failure::Unreadable { file: file.into(), why };
    let Some(quotas) = tally.take(tables::read_quotas(quotas).map_err(unreadable(files::QUOTAS))) else {
        return tally.with(None);
    };
    let read = people::read_profiles(&quotas, profiles).map_err(unreadable(files::PROFILES));
    let Some(profiles) = tally.take(read) else { return tally.with(None) };
    let coded = match pool {
        None => None,
        Some(pool) => {
            let read = Coded::read(&quotas, &profiles, pool).map_err(unreadable(files::POOL));
            let Some(coded) = tally.take(read) else { return tally.with(None) };
            let members = coded.members(profiles.len());
            for (t, (profile, members)) in profiles.iter().zip(&members).enumerate() {
                tally.check(profile.people as usize == members.len(), || Failure::Fact {
                    fact: "people",
                    stated: format!("{} in profile {t}", profile.people),
                    found: members.len().to_string(),
                });
            }
            tally.count(coded.people.len() as u64);
            Some(coded)
        }
    };
    let people: u64 = profiles.iter().map(|p| u64::from(p.people)).sum();
    for (fact, stated, found) in [
        ("people", about.people, people),
        ("profiles", about.profiles, profiles.len() as u64),
        ("unique", about.unique, freeze::unique(&profiles)),
    ] {
        tally.check(stated == found, || fact_failure(fact, stated, found));
    }
    tally.check(u64::from(about.seats) <= people && about.seats > 0, || {
        fact_failure("seats", about.seats.into(), people)
    });
    let problem = people::problem(&quotas, &profiles, about.seats);
    let commitment = frozen.manifest.commit();
    let (alike, features) = (alike(&quotas), features_alike(&quotas));
    let people = People { commitment, about: about.clone(), quotas, profiles, coded, problem };
    let (claim, step) = tally.with(Some(people));
    let claim = claim.remark((!alike.is_empty()).then_some(Remark::ValuesAlike { pairs: alike }));
    (claim.remark((!features.is_empty()).then_some(Remark::FeaturesAlike(features))), step)
}

/// Features that a person takes for one another.
fn features_alike(quotas: &Quotas) -> Vec<(String, String)> {
    look::alike(quotas.features.iter().map(|feature| feature.name.as_str()))
}

/// Values of one feature that a person takes for one another: two quotas where readers see one.
fn alike(quotas: &Quotas) -> Vec<(String, String, String)> {
    let mut pairs = Vec::new();
    for feature in &quotas.features {
        let own = look::alike(feature.values.iter().map(|value| value.name.as_str()));
        pairs.extend(own.into_iter().map(|(one, other)| (feature.name.clone(), one, other)));
    }
    pairs
}

pub(super) fn fact_failure(fact: &'static str, stated: u64, found: u64) -> Failure {
    Failure::Fact { fact, stated: stated.to_string(), found: found.to_string() }
}

/// The claim and step for something that rests on what is not there.
pub(super) fn rests<T>(id: Id, why: Why) -> (Claim, Step<T>) {
    (not_checked(id, why), Err(why))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::honest::{counts, record, refrozen, replace, rows, state};
    use serde_json::json;

    #[test]
    fn values_that_look_alike_are_told() {
        let quotas = |bytes: &str| tables::read_quotas(bytes.as_bytes()).unwrap();
        let head = "feature,value,min,max\n";
        let same = quotas(&format!("{head}g,man,1,1\ng,m\u{430}n,1,1\nh,man,1,1\n"));
        assert_eq!(alike(&same), [("g".into(), "man".into(), "m\u{430}n".into())]);
        assert_eq!(alike(&quotas(&format!("{head}g,man,1,1\ng,woman,1,1\n"))), []);
        assert_eq!(features_alike(&same), []);
        let two = quotas(&format!("{head}age,a,1,1\ngender,a,1,1\ng\u{435}nder,a,1,1\n"));
        assert_eq!(features_alike(&two), [("gender".into(), "g\u{435}nder".into())]);
    }

    #[test]
    fn what_looks_alike_is_told_beside_the_claim() {
        let remarks = |folder: &crate::bundle::Folder| {
            let report = crate::verify::verify(folder, &crate::verify::Known::default());
            assert_eq!(report.claim(Id::People).outcome, crate::verify::Outcome::Pass);
            report.claim(Id::People).remarks.clone()
        };
        assert_eq!(remarks(&record()), []);
        let mut folder = counts();
        for file in ["public/quotas.csv", "public/profiles.csv"] {
            let text = String::from_utf8(folder[file].clone()).unwrap();
            folder.insert(file.into(), text.replace("woman", "m\u{430}n").into_bytes());
        }
        crate::verify::honest::refreeze(&mut folder);
        let pairs = vec![("gender".to_owned(), "man".to_owned(), "m\u{430}n".to_owned())];
        assert_eq!(remarks(&folder), [Remark::ValuesAlike { pairs }]);
    }

    #[test]
    fn files_have_their_form() {
        for (file, from, to) in [
            (files::QUOTAS, "man,1,1", "man,2,1"),
            (files::PROFILES, "0,3,900,man", "0,3,900,none"),
            (files::POOL, ",man\n", ",none\n"),
        ] {
            let wrong = refrozen(record(), Id::People, |f| replace(f, &format!("public/{file}"), from, to));
            assert!(matches!(wrong, Failure::Unreadable { file: f, .. } if f == file), "{file}");
        }
        // Two codes in one row, and a code that is none.
        let twice = refrozen(record(), Id::People, |f| {
            rows(f, "public/pool.csv", |rows| rows[2][0] = rows[1][0].clone())
        });
        assert!(matches!(twice, Failure::Unreadable { .. }), "{twice:?}");
        let none = refrozen(record(), Id::People, |f| {
            rows(f, "public/pool.csv", |rows| rows[1][0] = "0000-0000-01".into())
        });
        assert!(matches!(none, Failure::Unreadable { .. }), "{none:?}");
    }

    /// Nothing but memory stops whoever believes a number of people that nothing else in the record has to fit.
    #[test]
    fn no_lottery_is_made_of_more_people_than_there_can_be() {
        let with = |people: u64| {
            refrozen(counts(), Id::People, |f| {
                replace(f, "public/profiles.csv", "0,3,900", &format!("0,{people},900"));
            })
        };
        let many = Failure::Unreadable { file: files::PROFILES.into(), why: Bad::People };
        for people in [9_999_998, 4_000_000_000] {
            assert_eq!(with(people), many, "{people}");
        }
        assert_eq!(with(9_999_997), fact_failure("people", 6, 10_000_000));
    }

    #[test]
    fn counts_agree_with_one_another_and_with_the_facts() {
        let moved = refrozen(record(), Id::People, |f| {
            replace(f, "public/profiles.csv", "0,3,900", "0,2,900");
            replace(f, "public/profiles.csv", "1,3,900", "1,4,900");
        });
        let stated = "2 in profile 0".to_owned();
        assert_eq!(moved, Failure::Fact { fact: "people", stated, found: "3".into() });
        for (fact, value, found) in
            [("people", 7, 6), ("profiles", 3, 2), ("unique", 1, 0), ("seats", 0, 6), ("seats", 7, 6)]
        {
            for good in [record(), counts()] {
                let wrong = refrozen(good, Id::People, |f| state(f, "public/about.json", fact, json!(value)));
                assert_eq!(wrong, fact_failure(fact, value, found));
            }
        }
    }
}

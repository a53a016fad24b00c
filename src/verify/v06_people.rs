//! V6. Quotas, profiles and pool are sound and agree: every code is whole and stands there once, every
//! row belongs to a profile, and every profile has as many rows as it says.

use super::report::{Claim, Failure, Id, Step, Tally, Why, not_checked};
use super::v03_files::Frozen;
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
    tally.with(Some(People { commitment, about: about.clone(), quotas, profiles, coded, problem }))
}

pub(super) fn fact_failure(fact: &'static str, stated: u64, found: u64) -> Failure {
    Failure::Fact { fact, stated: stated.to_string(), found: found.to_string() }
}

/// The claim and step for something that rests on what is not there.
pub(super) fn rests<T>(id: Id, why: Why) -> (Claim, Step<T>) {
    (not_checked(id, why), Err(why))
}

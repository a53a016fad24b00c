//! I4 to I7: what is frozen has its form, and every file says the same. Imports `bundle` and `invite`.

use super::super::report::{Claim, Failure, Id, Remark, Step, Tally, Why, not_checked};
use super::super::v03_files::Frozen;
use super::super::v04_nothing_extra::of_public;
use super::super::v27_prepared::{made_again, told};
use super::Wrong;
use crate::bundle::form::Bad;
use crate::bundle::{Folder, files};
use crate::invite::plan as shared;
use crate::invite::public::{self, Public};
use crate::invite::record::{About, Areas, KIND, KINDS, day_text};
use crate::invite::tables::{self, names};
use crate::prepare::Facts as Made;
use crate::seed::Manifest;

const PUBLIC: [&str; 9] = [
    files::ABOUT,
    files::CHARTER_TOML,
    names::COUNTS,
    names::FRAME,
    names::HOMES,
    names::PEOPLE,
    names::PLAN,
    names::STRATA,
    files::PREPARED,
];

/// I4. There is nothing in the public part but what belongs there.
pub(super) fn extra(folder: &Folder, manifest: &Step<Manifest>) -> Claim {
    let manifest = match manifest {
        Ok(manifest) => manifest,
        Err(why) => return not_checked(Id::NothingExtra, *why),
    };
    of_public(folder, manifest, &PUBLIC, &KINDS).claim()
}

/// I5. The facts are of known rules, every frozen file can be read, and what the facts say is what the charter and the
/// other files say.
pub(super) fn facts(gate: &Step<Frozen<'_>>) -> (Claim, Step<Public>) {
    let gate = match gate {
        Ok(gate) => gate,
        Err(why) => return (not_checked(Id::Facts, *why), Err(*why)),
    };
    let mut tally = Tally::new(Id::Facts);
    if gate.manifest.entries().iter().any(|entry| gate.get(&entry.name).is_err() && ours(&entry.name)) {
        return (not_checked(Id::Facts, Why::RestsOn(Id::Files)), Err(Why::RestsOn(Id::Files)));
    }
    let get = |name: &'static str| gate.get(name).ok();
    let read = Public::of(gate.manifest.commit(), &get).map_err(|unreadable| match unreadable.why {
        None => Failure::Missing { file: format!("{}{}", files::PUBLIC, unreadable.file) },
        Some(why) => Failure::Unreadable { file: format!("{}{}", files::PUBLIC, unreadable.file), why },
    });
    let public = tally.take(read);
    if let Some(public) = &public {
        let homes = public.homes.is_some();
        tally.check(gate.lists(names::HOMES) == homes, || fact("homes"));
        tally.check(gate.lists(files::SEALED_MANIFEST), || Failure::Missing {
            file: files::SEALED_MANIFEST.to_owned(),
        });
        let due = about(public, &public.about.program);
        let found = &public.about;
        for (name, same) in [
            ("kind", found.kind == due.kind),
            ("rules", found.rules == due.rules),
            ("age", found.age == due.age),
            ("reference", found.reference == due.reference),
            ("homes", found.homes == due.homes),
            ("areas", found.areas == due.areas),
            ("share", found.share == due.share),
            ("strata", found.strata == due.strata),
            ("people", found.people == due.people),
            ("letters", found.letters == due.letters),
        ] {
            tally.check(same, || fact(name));
        }
    }
    tally.with(public)
}

fn ours(name: &str) -> bool {
    PUBLIC.contains(&name)
}

fn fact(fact: &'static str) -> Failure {
    Failure::Letters(Wrong::Fact { fact })
}

fn table(file: &'static str, stratum: Option<u32>) -> Failure {
    Failure::Letters(Wrong::Table { file, stratum })
}

/// The facts that follow from the other files.
fn about(public: &Public, program: &str) -> About {
    let terms = &public.terms;
    About {
        age: terms.age.map(|(age, _)| age),
        areas: terms.areas.map(|(number, reserves)| Areas { number, reserves }),
        homes: terms.homes.word().to_owned(),
        kind: KIND.to_owned(),
        letters: public.plan.iter().map(|share| share.letters).sum(),
        people: public.people.iter().sum(),
        program: program.to_owned(),
        reference: terms.age.map(|(_, day)| day_text(day)),
        rules: public.rules.number(),
        share: terms.letters.word().to_owned(),
        strata: public.strata.len() as u64,
    }
}

/// I6. Strata, people, homes, counts and frame add up to the same.
pub(super) fn frame(public: &Step<Public>, again: Option<&Made>) -> Claim {
    let public = match public {
        Ok(public) => public,
        Err(why) => return not_checked(Id::People, *why),
    };
    let mut tally = Tally::new(Id::People);
    let all: u64 = public.people.iter().sum();
    tally.check(public.buckets.iter().map(|bucket| bucket.1).sum::<u64>() == all, || {
        table(names::FRAME, None)
    });
    let counted = tables::adds_up(&public.counts) && public.counts.people == all && is_asked(public);
    tally.check(counted, || table(names::COUNTS, None));
    // A list that was prepared is the whole register.
    let prepared = public.prepared.as_ref();
    tally.check(prepared.is_none_or(|facts| facts.people == public.counts.rows), || {
        table(files::PREPARED, None)
    });
    if let Some(homes) = &public.homes {
        let (people, _) = tables::sums(homes, public.people.len());
        for (stratum, (own, due)) in (1..).zip(people.iter().zip(&public.people)) {
            tally.check(own == due, || table(names::HOMES, Some(stratum)));
        }
    }
    let named: Vec<&String> = public.terms.columns.strata.iter().map(|names| &names[0]).collect();
    tally.check(public.strata.headings.iter().eq(named.iter().copied()), || table(names::STRATA, None));
    tally.check(!named.is_empty() || public.strata.len() == 1, || table(names::STRATA, None));
    let again = prepared.zip(again).map(|(facts, again)| made_again(&mut tally, facts, again));
    let of_list = prepared.map(|facts| told(facts, true, again));
    let pairs = public.strata.alike();
    tally.claim().remark((!pairs.is_empty()).then_some(Remark::StrataAlike { pairs })).remark(of_list)
}

/// Whether nothing is counted that the charter does not ask of registers.
fn is_asked(public: &Public) -> bool {
    let (counts, columns) = (&public.counts, &public.terms.columns);
    (columns.key.is_some() || counts.repeats == 0)
        && (columns.flag.is_some() || counts.confidential == 0)
        && (public.terms.age.is_some() || counts.young + counts.doubtful == 0)
        && (columns.home.is_some() || counts.institutions + counts.residents == 0)
}

/// I7. Letters are shared out as the charter says; every chance is what it says, and nobody's is nothing.
pub(super) fn plan(public: &Step<Public>) -> Claim {
    let public = match public {
        Ok(public) => public,
        Err(why) => return not_checked(Id::Quotas, *why),
    };
    let mut tally = Tally::new(Id::Quotas);
    let of = public::of(&public.terms, &public.people, public.homes.as_ref());
    // What the charter leaves to a file is what the plan says.
    let listed = shared::Listed {
        letters: Some(public.plan.iter().map(|share| share.letters).collect()),
        reserves: (public.terms.reserves == 0)
            .then(|| public.plan.iter().map(|share| share.list - share.letters).collect()),
    };
    let own = public.terms.letters == crate::invite::terms::Shares::Listed;
    let known = shared::Known {
        people: &public.people,
        weights: &public.weights,
        homes: &of,
        listed: if own { &listed } else { &shared::Listed::default() },
        name: &|stratum| stratum.to_string(),
    };
    match shared::plan(&public.terms, &known, files::CHARTER_TOML) {
        Err(_) => tally.fail(table(names::PLAN, None)),
        Ok((due, _)) => {
            for (stratum, (found, due)) in (1..).zip(public.plan.iter().zip(&due)) {
                tally.check(found == due, || table(names::PLAN, Some(stratum)));
            }
        }
    }
    tally.claim()
}

/// That a file cannot be read.
pub(super) fn unreadable(file: String, why: Bad) -> Failure {
    Failure::Unreadable { file, why }
}

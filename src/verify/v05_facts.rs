//! V5. The facts are written under rules that this program knows, and everything that these rules
//! freeze was frozen.

use super::report::{Claim, Failure, Id, Step, Tally, not_checked};
use super::v03_files::Frozen;
use crate::base::line::is_line;
use crate::bundle::about::About;
use crate::bundle::{Detail, fairness, files, form};
use crate::draw::RULES;
use crate::lottery::objective::Objective;

pub(super) fn check(frozen: &Step<Frozen<'_>>) -> (Claim, Step<About>) {
    let id = Id::Facts;
    let frozen = match frozen {
        Ok(frozen) => frozen,
        Err(why) => return (not_checked(id, *why), Err(*why)),
    };
    let mut tally = Tally::new(id);
    if !tally.check(frozen.lists(files::ABOUT), || missing(files::ABOUT)) {
        return tally.with(None);
    }
    let bytes = match frozen.get(files::ABOUT) {
        Ok(bytes) => bytes,
        Err(why) => return (not_checked(id, why), Err(why)),
    };
    // The rules come first: under other rules the other facts may mean something else.
    if let Some(rules) = rules(bytes).filter(|&rules| rules != RULES) {
        tally.fail(Failure::UnknownRules { rules });
        return tally.with(None);
    }
    let unreadable = |why| Failure::Unreadable { file: files::ABOUT.into(), why };
    let Some(about) = tally.take(form::read_facts::<About>(bytes).map_err(unreadable)) else {
        return tally.with(None);
    };
    let wrong = |fact, stated: &str| Failure::Fact { fact, stated: stated.to_owned(), found: "-".into() };
    tally.check(Objective::of_word(&about.objective).is_some(), || wrong("objective", &about.objective));
    tally.check(fairness::deserves(&about.status, None).is_some(), || wrong("status", &about.status));
    tally.check(about.root.is_some() == (about.detail == Detail::Profiles), || wrong("root", "-"));
    if let Some(continues) = &about.continues {
        let passed_over = continues.passed_over.as_ref();
        tally.check(passed_over.is_none_or(|text| is_line(text)), || wrong("passed_over", "-"));
    }
    for name in [files::CERTIFICATE, files::LOTTERY, files::PROFILES, files::QUOTAS, files::SEALED_MANIFEST] {
        tally.check(frozen.lists(name), || missing(name));
    }
    tally.check(frozen.lists(files::POOL) == (about.detail == Detail::Codes), || missing(files::POOL));
    for (file, stated) in [
        (files::ASKED, about.confirmed.is_some()),
        (files::CONFIRMED, about.confirmed.is_some()),
        (files::EXCLUDED, about.excluded.is_some()),
    ] {
        tally.check(frozen.lists(file) == stated, || missing(file));
    }
    let charters = [files::CHARTER_TEXT, files::CHARTER_TOML].iter().filter(|n| frozen.lists(n)).count();
    tally.check(charters <= 1, || Failure::Extra { file: files::CHARTER_TEXT.into() });
    tally.with(Some(about))
}

fn missing(file: &str) -> Failure {
    Failure::Missing { file: file.to_owned() }
}

fn rules(bytes: &[u8]) -> Option<u32> {
    let value: serde_json::Value = serde_json::from_slice(bytes).ok()?;
    value.get("rules")?.as_u64()?.try_into().ok()
}

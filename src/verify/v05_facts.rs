//! V5. The facts are written under rules that this program knows, and everything that these rules
//! freeze was frozen.

use super::report::{Claim, Failure, Id, Remark, Step, Tally, not_checked};
use super::v03_files::Frozen;
use crate::base::line::is_line;
use crate::base::rules::PROGRAM;
use crate::bundle::about::About;
use crate::bundle::form::Bad;
use crate::bundle::{Detail, fairness, files, form};
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
    if let Err(Bad::Rules(rules)) = form::rules(bytes) {
        tally.fail(Failure::UnknownRules { rules });
        let (claim, none) = tally.with(None);
        // Which program to ask, unless it says that it was this one.
        let program = form::program(bytes).filter(|name| name != PROGRAM);
        return (claim.remark(program.map(|program| Remark::MadeBy { program })), none);
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
    for name in [
        files::CERTIFICATE,
        files::LOTTERY,
        files::PROFILES,
        files::QUOTAS,
        files::RANGES,
        files::SEALED_MANIFEST,
    ] {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::form::Bad;
    use crate::verify::honest::{counts, record, refrozen, replace, state};
    use serde_json::{Value, json};

    const FILE: &str = "public/about.json";

    #[test]
    fn facts_are_of_known_rules_and_of_words_that_mean_something() {
        let wrong = |field, value: Value| refrozen(record(), Id::Facts, |f| state(f, FILE, field, value));
        let stated = |fact, stated: &str| Failure::Fact { fact, stated: stated.into(), found: "-".into() };
        assert_eq!(wrong("rules", json!(2)), Failure::UnknownRules { rules: 2 });
        assert_eq!(wrong("objective", json!("lexicographic")), stated("objective", "lexicographic"));
        assert_eq!(wrong("status", json!("best")), stated("status", "best"));
        assert_eq!(wrong("root", json!("0")), stated("root", "-"));
        assert_eq!(
            refrozen(counts(), Id::Facts, |f| state(f, FILE, "root", json!(null))),
            stated("root", "-")
        );
        let digest = crate::base::digest::Digest::of(b"").to_string();
        let continues =
            json!({ "commitment": digest, "passed_over": "two\nlines", "record": digest, "roster": digest });
        assert_eq!(wrong("continues", continues), stated("passed_over", "-"));
        let unreadable = |why| Failure::Unreadable { file: files::ABOUT.into(), why };
        assert_eq!(wrong("seed", json!(1)), unreadable(Bad::Shape));
        let spaced = refrozen(record(), Id::Facts, |f| replace(f, FILE, "  \"bound\"", "   \"bound\""));
        assert_eq!(spaced, unreadable(Bad::Form));
    }

    /// Which program to ask is told, unless it would be this one, which knows better.
    #[test]
    fn whose_unknown_rules_they_are_is_told() {
        let with = |program: &str| {
            let mut folder = record();
            state(&mut folder, FILE, "rules", json!(2));
            state(&mut folder, FILE, "program", json!(program));
            crate::verify::honest::refreeze(&mut folder);
            let report = crate::verify::verify(&folder, &crate::verify::Known::default());
            report.claim(Id::Facts).remarks.clone()
        };
        assert_eq!(with(PROGRAM), []);
        let program = "geloot 99.0.0".to_owned();
        assert_eq!(with(&program), [Remark::MadeBy { program: program.clone() }]);
    }

    #[test]
    fn what_the_facts_speak_of_is_frozen_and_nothing_else() {
        for file in
            [files::ABOUT, files::CERTIFICATE, files::LOTTERY, files::PROFILES, files::QUOTAS, files::RANGES]
        {
            let wrong = refrozen(record(), Id::Facts, |f| drop(f.remove(&format!("public/{file}"))));
            assert_eq!(wrong, missing(file));
        }
        let wrong = refrozen(record(), Id::Facts, |f| drop(f.remove("public/pool.csv")));
        assert_eq!(wrong, missing(files::POOL));
        for file in [files::POOL, files::ASKED, files::CONFIRMED, files::EXCLUDED] {
            let wrong = refrozen(counts(), Id::Facts, |f| drop(f.insert(format!("public/{file}"), vec![])));
            assert_eq!(wrong, missing(file));
        }
        for (field, file, value) in [
            ("excluded", files::EXCLUDED, json!(0)),
            ("confirmed", files::ASKED, json!({ "people": 0, "seats": 2 })),
        ] {
            assert_eq!(refrozen(record(), Id::Facts, |f| state(f, FILE, field, value)), missing(file));
        }
        let two =
            refrozen(record(), Id::Facts, |f| drop(f.insert("public/charter.txt".into(), b"x\n".to_vec())));
        assert_eq!(two, Failure::Extra { file: files::CHARTER_TEXT.into() });
        // A public part that does not lean on the sealed one says nothing of who is who.
        let mut folder = record();
        let public: Vec<(&str, &[u8])> = files::below(&folder, files::PUBLIC)
            .filter(|(name, _)| !name.contains('/') && ![files::MANIFEST, files::COMMITMENT].contains(name))
            .collect();
        let manifest = crate::seed::Manifest::of(&public).unwrap();
        folder.insert("public/commitment.txt".into(), format!("{}\n", manifest.commit()).into_bytes());
        folder.insert("public/manifest.txt".into(), manifest.to_string().into_bytes());
        assert_eq!(crate::verify::honest::failure(&folder, Id::Facts), missing(files::SEALED_MANIFEST));
    }
}

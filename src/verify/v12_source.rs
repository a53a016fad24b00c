//! V12. The seed is of the source that the charter declared before anything was drawn.

use super::report::{Claim, Failure, Id, Remark, Step, Tally, Why, not_checked};
use super::v03_files::Frozen;
use super::v07_tickets::Lottery;
use super::v11_records::Draws;
use crate::bundle::files;
use crate::bundle::form::Bad;
use crate::bundle::record::{Declaration, Own};
use crate::bundle::registered::self_registered;
use crate::seed::charter::{Charter, Declared};
use crate::seed::strict_toml;

pub(super) fn check(
    frozen: &Step<Frozen<'_>>,
    lottery: &Step<Lottery<'_>>,
    draws: &Step<Draws>,
) -> (Claim, Step<Charter>) {
    let (claim, charter) = declared(read(frozen, lottery), &draws.as_ref().map_err(|why| *why));
    let told = frozen.as_ref().ok().filter(|frozen| frozen.lists(files::CHARTER_TOML));
    let own = told.and_then(|frozen| frozen.get(files::CHARTER_TOML).ok());
    (claim.remark(registered(own)).remark(invited(frozen)), charter)
}

/// That the people had registered themselves, by this charter.
pub(super) fn registered(charter: Option<&[u8]>) -> Option<Remark> {
    self_registered(charter?).map(|frame| Remark::SelfRegistered { frame })
}

/// That the charter promises something of the pool which needs the record of another lottery, and files of its clerk.
fn invited(frozen: &Step<Frozen<'_>>) -> Option<Remark> {
    let frozen = frozen.as_ref().ok().filter(|frozen| frozen.lists(files::CHARTER_TOML))?;
    let table = strict_toml::read(frozen.get(files::CHARTER_TOML).ok()?).ok()?;
    table.contains_key("invited").then_some(Remark::Invited)
}

/// Whether draws are of the source that a charter declares.
pub(super) fn declared<T: Own>(
    charter: Step<Result<Charter, Failure>>,
    draws: &Step<&Draws<T>>,
) -> (Claim, Step<Charter>) {
    let id = Id::Source;
    let charter = match charter {
        Err(why) => return (not_checked(id, why), Err(why)),
        Ok(Err(failure)) => {
            let mut tally = Tally::new(id);
            tally.check(false, || failure);
            return tally.with(None);
        }
        Ok(Ok(charter)) => charter,
    };
    let claim = match (draws, &charter.seed) {
        (Err(why), _) => not_checked(id, *why),
        (Ok(draws), _) if draws.real().next().is_none() => not_checked(id, Why::NoDraw),
        (Ok(draws), declared) => {
            let mut tally = Tally::new(id);
            for draw in draws.real() {
                let name = || draw.name.clone();
                let allowed = draws.evidence(draw).map(|e| declared.as_ref().map(|d| d.allows(&e)));
                let due = match allowed {
                    Some(None) => Declaration::Undeclared,
                    Some(Some(Ok(()))) => Declaration::Declared,
                    Some(Some(Err(_))) | None => Declaration::Overridden,
                };
                let said = draw.record.source;
                tally.check(said == due, || Failure::RecordFact { draw: name(), fact: "source" });
                if due == Declaration::Overridden {
                    let first = draws.real().next().and_then(|d| d.record.departure.clone());
                    let reason = draw.record.departure.clone().or(first);
                    tally.fail(match reason {
                        Some(reason) => Failure::Overridden { draw: name(), reason },
                        None => Failure::Departed { draw: name() },
                    });
                }
            }
            // What people read in a charter and what programs read in it must be one.
            let said =
                |declared: &Declared| Remark::Declared { source: declared.source(), date: charter.date };
            let remark = declared.as_ref().map(said);
            let claim = match tally.clean() && declared.is_none() {
                true => not_checked(id, Why::Undeclared),
                false => tally.claim(),
            };
            claim.remark(remark)
        }
    };
    (claim, Ok(charter))
}

/// The charter, or why it cannot be looked at; inside, what is wrong with it.
fn read(frozen: &Step<Frozen<'_>>, lottery: &Step<Lottery<'_>>) -> Step<Result<Charter, Failure>> {
    let (frozen, lottery) = (frozen.as_ref().map_err(|w| *w)?, lottery.as_ref().map_err(|w| *w)?);
    if !frozen.lists(files::CHARTER_TOML) {
        return Ok(Ok(Charter::default()));
    }
    let bytes = frozen.get(files::CHARTER_TOML)?;
    let charter = Charter::parse(bytes, lottery.people.about.tickets);
    Ok(charter.map_err(|_| Failure::Unreadable { file: files::CHARTER_TOML.into(), why: Bad::Form }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::Outcome;
    use crate::verify::honest::{
        draws, failure, first_draw_only, outcome, record, refitted, refreeze, replace, state,
    };
    use serde_json::json;

    #[test]
    fn the_source_is_what_the_charter_makes_it() {
        let wrong = |source: &str| {
            refitted(Id::Source, "draws/2", |f| state(f, "public/draws/2/draw.json", "source", json!(source)))
        };
        let fact = Failure::RecordFact { draw: "draw 2".into(), fact: "source" };
        assert_eq!(wrong("undeclared"), fact);
        assert_eq!(wrong("overridden"), fact);
        let other = |because: Option<&str>| {
            let mut folder = record();
            first_draw_only(&mut folder);
            let file = "public/draws/1/draw.json";
            replace(&mut folder, file, "text\\napple", "lotto\\n1 2 3");
            if let Some(reason) = because {
                replace(&mut folder, file, "\"declared\"", "\"overridden\"");
                state(&mut folder, file, "override", json!(reason));
            }
            crate::verify::honest::refit(&mut folder, "draws/1");
            failure(&folder, Id::Source)
        };
        assert_eq!(other(None), Failure::RecordFact { draw: "draw 1".into(), fact: "source" });
        let reason = || "The hall was dark.".to_owned();
        assert_eq!(other(Some(&reason())), Failure::Overridden { draw: "draw 1".into(), reason: reason() });
    }

    #[test]
    fn that_only_some_people_were_invited_is_told() {
        for (table, told) in [("", false), ("[invited]\n", true)] {
            let mut folder = record();
            let charter = String::from_utf8(folder["public/charter.toml"].clone()).unwrap();
            folder.insert("public/charter.toml".into(), format!("{charter}{table}").into_bytes());
            refreeze(&mut folder);
            let report = crate::verify::verify(&folder, &crate::verify::Known::default());
            assert_eq!(report.claim(Id::Source).remarks.contains(&Remark::Invited), told, "{table}");
        }
    }

    #[test]
    fn without_a_declared_source_nothing_is_claimed() {
        let with_charter = |charter: &str| {
            let mut folder = record();
            folder.insert("public/charter.toml".into(), charter.as_bytes().to_vec());
            refreeze(&mut folder);
            folder
        };
        let mut folder = with_charter("date = 2026-03-01\n[reserves]\nnumber = 2\nattrition = 0.2\n");
        assert_eq!(outcome(&folder, Id::Source), Outcome::NotChecked(Why::NoDraw));
        draws(&mut folder);
        assert_eq!(outcome(&folder, Id::Source), Outcome::NotChecked(Why::Undeclared));
        let mut trials = record();
        trials.retain(|name, _| {
            !["draws", "rosters", "continued"].iter().any(|it| name.starts_with(&format!("public/{it}/")))
        });
        assert_eq!(outcome(&trials, Id::Source), Outcome::NotChecked(Why::NoDraw));
        // A charter that cannot be read promises nothing and fails, drawn or not.
        let unreadable = Failure::Unreadable { file: files::CHARTER_TOML.into(), why: Bad::Form };
        assert_eq!(failure(&with_charter("[seed]\nsource = \"stars\"\n"), Id::Source), unreadable);
    }
}

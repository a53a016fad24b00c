//! V12. The seed is of the source that the charter declared before anything was drawn.

use super::report::{Claim, Failure, Id, Step, Tally, Why, not_checked};
use super::v03_files::Frozen;
use super::v07_tickets::Lottery;
use super::v11_records::Draws;
use crate::bundle::files;
use crate::bundle::form::Bad;
use crate::bundle::record::Declaration;
use crate::seed::charter::Charter;

pub(super) fn check(
    frozen: &Step<Frozen<'_>>,
    lottery: &Step<Lottery<'_>>,
    draws: &Step<Draws>,
) -> (Claim, Step<Charter>) {
    let id = Id::Source;
    let charter = match read(frozen, lottery) {
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
            if tally.clean() && declared.is_none() { not_checked(id, Why::Undeclared) } else { tally.claim() }
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

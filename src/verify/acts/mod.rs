//! V28 to V35: the acts of a deliberation. One chain is read once ([`Acts`]); each claim has its own file.
//!
//! V28 looks at the chain and at the form of each act, so that the others read what they need and say only what is not
//! true. Nothing here asks who made an act, or what it says of itself without showing it.

mod mirror;
mod reading;
#[cfg(test)]
mod tests;
mod v28_chain;
mod v29_ballots;
mod v30_rolls;
mod v31_numbers;
mod v32_results;
mod v33_agreement;
mod v34_delegates;
mod v35_follow;
mod wrong;

pub use wrong::ActWrong;

use super::report::{Claim, Id, Outcome, Why, not_checked};
use crate::bundle::Folder;
use crate::bundle::acts::ACTS;

/// The claims about the acts of a record. `before` are the claims about the record itself; `lines` those of ballots that
/// somebody kept; `groups` records of lotteries that groups come from.
pub(super) fn check(folder: &Folder, before: &[Claim], lines: &[&str], groups: &[Folder]) -> Vec<Claim> {
    const ALL: [Id; 8] = [
        Id::Acts,
        Id::Ballots,
        Id::Rolls,
        Id::Numbers,
        Id::Results,
        Id::Agreement,
        Id::Delegates,
        Id::Follow,
    ];
    let failed = |id: Id| before.iter().any(|it| it.id == id && it.outcome != Outcome::Pass);
    let ground = [Id::Files, Id::People, Id::Records, Id::Ticket].into_iter().find(|&id| failed(id));
    let lists = before.iter().find(|it| it.id == Id::Rosters && matches!(it.outcome, Outcome::Fail(_)));
    if ACTS.numbers(folder).is_empty() {
        let mut none: Vec<Claim> = ALL.map(|id| not_checked(id, Why::NoActs)).into();
        if !lines.is_empty() {
            none[1] = v29_ballots::no_ballots(folder, lines);
        }
        return none;
    }
    if let Some(id) = ground.or(lists.map(|it| it.id)) {
        return ALL.map(|it| not_checked(it, Why::RestsOn(id))).into();
    }
    let (chain, acts) = v28_chain::check(folder);
    let Some(acts) = acts else {
        let rest = ALL.into_iter().skip(1).map(|id| not_checked(id, Why::RestsOn(Id::Acts)));
        return std::iter::once(chain).chain(rest).collect();
    };
    let ballots = v29_ballots::check(&acts, lines);
    let sound = |claim: &Claim| !matches!(claim.outcome, Outcome::Fail(_));
    let rolls = v30_rolls::check(&acts);
    let numbers = match [&ballots, &rolls].into_iter().find(|it| !sound(it)) {
        Some(claim) => not_checked(Id::Numbers, Why::RestsOn(claim.id)),
        None => v31_numbers::check(&acts),
    };
    let results = match [&ballots, &rolls, &numbers].into_iter().find(|it| !sound(it)) {
        Some(claim) => not_checked(Id::Results, Why::RestsOn(claim.id)),
        None => v32_results::check(&acts),
    };
    let agreement = match sound(&ballots) {
        true => v33_agreement::check(&acts),
        false => not_checked(Id::Agreement, Why::RestsOn(Id::Ballots)),
    };
    let (delegates, follow) = (v34_delegates::check(&acts, groups), v35_follow::check(&acts));
    vec![chain, ballots, rolls, numbers, results, agreement, delegates, follow]
}

//! Checking a ledger without trusting whoever kept it: numbered claims. Imports `bundle` and its siblings.
//!
//! A claim whose ground failed in an earlier one is *not checked*, so one wrong thing makes one claim fail. Every claim
//! recomputes what it needs.

mod breach;
mod counts;
mod judge;
mod late;
mod letters;
mod public;
mod records;
mod report;
mod sealed;
mod swings;

pub use breach::Against;
pub(crate) use late::barred_late;
pub(crate) use records::{SOON, Whom, day_of, head_of};
use report::not_checked;
pub use report::{Claim, Failure, Id, Outcome, Remark, Why, Wrong, failed};
pub(crate) use sealed::erased;

use super::ledger::{Aside, Ledger};
use crate::bundle::Folder;
use std::sync::Arc;

/// What is known besides the folder.
#[derive(Clone, Debug, Default)]
pub struct Known<'a> {
    /// Lines as others noted them.
    pub heads: &'a [String],
    /// Records: their name, and their folder, of which the public tier is enough.
    pub records: &'a [(String, Folder)],
    /// Whether the sealed tier is looked at, if it is there.
    pub sealed: bool,
}

/// Checks the first claim alone: for whoever goes on with a ledger.
pub fn chain(folder: &Folder) -> Claim {
    public::chain(folder)
}

/// Checks every claim. Large sealed files may lie elsewhere.
pub fn verify(folder: &Folder, known: &Known<'_>, aside: Option<Arc<dyn Aside>>) -> Vec<Claim> {
    let chain = public::chain(folder);
    let sound = chain.outcome == Outcome::Pass;
    let ledger = if sound { Ledger::read(folder.clone()).ok() } else { None };
    let ledger = ledger.map(|ledger| Ledger { aside, ..ledger });
    let mut claims = vec![chain];
    let Some(ledger) = ledger else {
        let rest = Id::ALL[1..].iter().map(|&id| not_checked(id, Why::RestsOn(Id::Chain)));
        claims.extend(rest);
        return claims;
    };
    let read = records::read(known.records);
    claims.push(public::heads(&ledger, known.heads));
    let key = if known.sealed && ledger.is_sealed() { ledger.key().ok() } else { None };
    claims.push(records::entered(&ledger, &read, known.sealed, key.as_ref()));
    claims.push(counts::counts(&ledger, &read));
    claims.push(public::rules(&ledger, &read));
    claims.push(records::chances(&ledger, &read));
    claims.push(records::excluded(&ledger, &read));
    if !known.sealed || !ledger.is_sealed() {
        claims.extend(Id::ALL[7..].iter().map(|&id| not_checked(id, Why::NotSealed)));
        return claims;
    }
    let rows = sealed::rows(&ledger);
    let sound = rows.outcome == Outcome::Pass;
    claims.push(rows);
    if !sound {
        claims.extend(Id::ALL[8..].iter().map(|&id| not_checked(id, Why::RestsOn(Id::Rows))));
        return claims;
    }
    claims.push(judge::bars(&ledger, &read));
    claims.push(judge::terms(&ledger));
    claims.push(letters::turns(&ledger));
    let told = claims.iter().find(|claim| claim.id == Id::Counts);
    claims.push(match told.map(|claim| &claim.outcome) {
        // What does not follow from the counts is told of once.
        Some(Outcome::Fail(Failure { what: Wrong::Grown, .. })) => {
            not_checked(Id::Burden, Why::RestsOn(Id::Counts))
        }
        _ => sealed::burden(&ledger),
    });
    claims
}

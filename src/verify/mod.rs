//! Checking a record without trusting whoever made it: numbered claims, each in its own file. May
//! import everything up to `invite`; never `lottery::solve`.
//!
//! A claim is read through a gate. Only files that are the ones committed to are looked into, and a
//! claim whose ground failed in an earlier claim is *not checked* rather than failed once more: so one
//! wrong thing makes one claim fail, and nothing missing ever passes. Every claim recomputes what it
//! needs from the frozen files and the evidence, not from what the record says about itself.

mod acts;
mod honest;
mod id;
pub mod invite;
mod known;
mod lottery;
mod planned;
mod proved;
mod remark;
pub mod report;
mod seat_people;
mod seating;
mod seats;
mod tally;
mod v01_commitment;
mod v02_published;
mod v03_files;
mod v04_nothing_extra;
mod v05_facts;
mod v06_people;
mod v07_tickets;
mod v08_quotas;
mod v09_chances;
mod v10_fairness;
mod v11_records;
mod v12_source;
mod v13_evidence;
mod v14_seed;
mod v15_ticket;
mod v16_panel;
mod v17_sealed;
mod v18_lists;
mod v19_before;
mod v20_seats_follow;
mod v21_seat_rules;
mod v22_seat_figures;
mod v23_reserves;
mod v24_continued;
mod v24_rosters;
mod v25_left;
mod v25_supplement;
mod v25_terms;
mod v26_made_again;
mod v27_prepared;
mod walk;
pub(crate) mod who_is_in;
mod whole;
mod why;

pub use acts::ActWrong;
pub use known::{Known, Maker, Searcher};
pub use lottery::{verify_draws, verify_lottery};
pub use seating::seat_plans;
pub use v25_supplement::supplement;

pub use report::{Claim, Failure, Id, Outcome, Remark, Report, Why};

use crate::bundle::Folder;
use lottery::claims;

/// Checks every claim there is of a record, those of its seat plans and of a supplement included. What there is nothing of
/// is *not checked*.
pub fn verify(folder: &Folder, known: &Known<'_>) -> Report {
    let mut report = claims(folder, known, true);
    report.claims.extend(seat_plans(folder, known.seat_plans));
    report.claims.extend(v25_supplement::check(folder, known.before, &report));
    report.complete()
}

/// The claims about acts of a deliberation alone, for whoever goes on with them: what they rest on is taken as it stands.
pub fn acts(folder: &Folder) -> Vec<Claim> {
    acts::check(folder, &[], &[], &[])
}

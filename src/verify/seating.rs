//! The claims about all seat plans of a record. Imports its siblings.

use super::report::Claim;
use super::seats::Plans;
use super::{v20_seats_follow, v21_seat_rules, v22_seat_figures};
use crate::bundle::Folder;

/// Checks the claims of all seat plans in a record, which takes as long as making them did; none when
/// there is no seat plan and nobody asks for one. `published` are the lines that were seen before the seed was
/// known.
pub fn seat_plans(folder: &Folder, published: &[&str]) -> Vec<Claim> {
    let plans = Plans::read(folder);
    if plans.are_none() && published.is_empty() {
        return vec![];
    }
    vec![
        v20_seats_follow::check(&plans, folder, published),
        v21_seat_rules::check(&plans),
        v22_seat_figures::check(&plans, folder),
    ]
}

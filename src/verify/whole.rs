//! Whether a record is whole, for whoever looks at one beside another. Imports `bundle` and its siblings.

use super::report::Outcome;
use super::{v01_commitment, v03_files, v05_facts, v06_people, v07_tickets, v11_records};
use crate::bundle::Folder;

/// Whether what was frozen in a record is there as it was frozen, and its draws are recorded whole.
pub(super) fn is_whole(folder: &Folder) -> bool {
    let (commitment, manifest) = v01_commitment::check(folder);
    let (files, frozen) = v03_files::check(folder, &manifest);
    let (_, about) = v05_facts::check(&frozen);
    let (_, people) = v06_people::check(&frozen, &about);
    let (_, lottery) = v07_tickets::check(&frozen, &people);
    let (records, _) = v11_records::check(folder, &lottery);
    [commitment, files, records].iter().all(|claim| claim.outcome == Outcome::Pass)
}

//! V2. The commitment is the one that was published before the seed was known. Only whoever has the
//! published line can tell.

use super::report::{Claim, Failure, Id, Step, Tally, Why, not_checked};
use crate::seed::Manifest;

pub(super) fn check(manifest: &Step<Manifest>, published: Option<&str>) -> Claim {
    let mut tally = Tally::new(Id::Published);
    match (manifest, published) {
        (Err(why), _) => not_checked(Id::Published, *why),
        (_, None) => not_checked(Id::Published, Why::NoLine),
        (Ok(manifest), Some(line)) => {
            tally.check(manifest.commit().is_named_by(line), || Failure::OtherPublished);
            tally.claim()
        }
    }
}

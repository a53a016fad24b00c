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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::honest::record;
    use crate::verify::{Known, Outcome, verify};

    #[test]
    fn only_the_line_that_was_published_passes() {
        let folder = record();
        let own = String::from_utf8(folder["public/commitment.txt"].clone()).unwrap();
        let outcome = |published| {
            verify(&folder, &Known { published, ..Known::default() }).claim(Id::Published).outcome.clone()
        };
        assert_eq!(outcome(Some(own.as_str())), Outcome::Pass);
        assert_eq!(outcome(None), Outcome::NotChecked(Why::NoLine));
        let last = own.trim_end().chars().last().unwrap();
        let other = own.trim_end().trim_end_matches(last).to_owned() + if last == '0' { "1" } else { "0" };
        for line in [other.as_str(), "", "geloot-commitment-1:"] {
            assert_eq!(outcome(Some(line)), Outcome::Fail(Failure::OtherPublished), "{line}");
        }
    }
}

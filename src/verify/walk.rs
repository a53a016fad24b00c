//! One walk through the records of a kind, for every claim that looks at some. Imports `bundle`.

use super::report::{Failure, Tally};
use crate::base::rules::Rules;
use crate::bundle::Folder;
use crate::bundle::chain::{Flaw, Form, Kind, Link};

/// Goes through the records of one kind, which must be whole, numbered without gaps, of the lottery with this
/// commitment and one of these rules, and each linked to the one before. `more` says what else is wrong with one, knowing what came of the one
/// before, or what comes of it. Stops at the first that is wrong.
pub(super) fn walk<F: Form, T>(
    folder: &Folder,
    kind: &Kind<F>,
    commitment: &str,
    rules: &[Rules],
    tally: &mut Tally,
    mut more: impl FnMut(&Link<F>, Option<&T>) -> Result<T, Failure>,
) -> Vec<T> {
    let numbers = kind.numbers(folder);
    let mut found: Vec<T> = Vec::new();
    let mut previous = None;
    for n in 1..=numbers.last().copied().unwrap_or(0) {
        if !numbers.contains(&n) {
            tally.fail(Failure::Gap { draw: n });
            break;
        }
        let link = kind.check(folder, n, commitment, rules, previous.as_ref());
        let link = link.map_err(|flaw| failure(flaw, format!("{} {n}", kind.name), n));
        match link.and_then(|link| Ok((more(&link, found.last())?, link.digest))) {
            Ok((one, digest)) => {
                previous = Some(digest);
                found.push(one);
            }
            Err(failure) => {
                tally.check(false, || failure);
                break;
            }
        }
    }
    found
}

fn failure(flaw: Flaw, draw: String, n: u32) -> Failure {
    match flaw {
        Flaw::Gap => Failure::Gap { draw: n },
        Flaw::File(file) => Failure::Record { draw, file },
        Flaw::Commitment => Failure::OtherLottery { draw },
        Flaw::Previous => Failure::Chain { draw },
        Flaw::Fact(fact) => Failure::RecordFact { draw, fact },
    }
}

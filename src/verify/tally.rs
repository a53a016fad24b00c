//! What is counted while a claim is checked. Imports its siblings.

use super::report::{Claim, Failure, Id, Outcome, Why};

/// Something that later claims need, or why they cannot have it.
pub type Step<T> = Result<T, Why>;

/// Counts what is checked in a claim and keeps the first failure.
pub(super) struct Tally {
    id: Id,
    checked: u64,
    failed: u64,
    first: Option<Failure>,
}

impl Tally {
    pub(super) fn new(id: Id) -> Self {
        Self { id, checked: 0, failed: 0, first: None }
    }

    /// One more thing checked; `failure` says how when it was wrong.
    pub(super) fn check(&mut self, right: bool, failure: impl FnOnce() -> Failure) -> bool {
        self.checked += 1;
        if !right {
            self.fail(failure());
        }
        right
    }

    /// Something wrong that was counted already.
    pub(super) fn fail(&mut self, failure: Failure) {
        self.failed += 1;
        self.first.get_or_insert(failure);
    }

    /// The value, or the failure counted and nothing.
    pub(super) fn take<T>(&mut self, result: Result<T, Failure>) -> Option<T> {
        self.checked += 1;
        result.map_err(|failure| self.fail(failure)).ok()
    }

    pub(super) fn count(&mut self, checked: u64) {
        self.checked += checked;
    }

    pub(super) fn clean(&self) -> bool {
        self.failed == 0
    }

    pub(super) fn claim(self) -> Claim {
        let outcome = self.first.map_or(Outcome::Pass, Outcome::Fail);
        Claim { id: self.id, checked: self.checked, failed: self.failed, outcome, remarks: Vec::new() }
    }

    /// The claim, and what later claims need from it.
    pub(super) fn with<T>(self, value: Option<T>) -> (Claim, Step<T>) {
        let id = self.id;
        let clean = self.clean();
        (self.claim(), value.filter(|_| clean).ok_or(Why::RestsOn(id)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_counted_and_the_first_failure_kept() {
        let seats = |draw: &str| Failure::Seed { draw: draw.into() };
        let mut tally = Tally::new(Id::Seed);
        assert_eq!(tally.take(Ok(7)), Some(7));
        assert_eq!(tally.take(Ok(8)), Some(8));
        assert!(tally.check(true, || seats("none")) && tally.clean());
        tally.count(3);
        assert!(!tally.check(false, || seats("first")) && !tally.clean());
        assert_eq!(tally.take::<u8>(Err(seats("second"))), None);
        tally.fail(seats("third"));
        let claim = tally.claim();
        assert_eq!((claim.id, claim.checked, claim.failed), (Id::Seed, 8, 3));
        assert_eq!(claim.outcome, Outcome::Fail(seats("first")));
    }

    #[test]
    fn later_claims_get_nothing_from_one_that_failed() {
        let (claim, value) = Tally::new(Id::Seed).with(Some(7));
        assert_eq!((claim.outcome, value), (Outcome::Pass, Ok(7)));
        assert_eq!(Tally::new(Id::Seed).with::<u8>(None).1, Err(Why::RestsOn(Id::Seed)));
        let mut tally = Tally::new(Id::Seed);
        tally.fail(Failure::NoProof);
        let (claim, value) = tally.with(Some(7));
        assert_eq!((claim.outcome, value), (Outcome::Fail(Failure::NoProof), Err(Why::RestsOn(Id::Seed))));
    }
}

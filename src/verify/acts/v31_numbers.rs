//! V31. For each option and each count the numbers fit those present: no more votes than people, no more points than their
//! papers hold, and none of a kind that the rule does not count.

use super::super::report::{Claim, Id, Tally, Why, not_checked};
use super::{ActWrong, Acts, Ballot, Tally as Count, about, wrong};
use crate::deliberation::counts;
use crate::deliberation::tally::People;

/// How many people a count is of.
pub(super) fn people(ballot: &Ballot, count: &Count) -> People {
    People {
        members: ballot.roll.members(),
        least: count.present.iter().map(|it| it.least).sum(),
        most: count.present.iter().map(|it| it.most).sum(),
    }
}

pub(super) fn check(acts: &Acts<'_>) -> Claim {
    if acts.tallies.is_empty() {
        return not_checked(Id::Numbers, Why::NothingOfIt);
    }
    let mut tally = Tally::new(Id::Numbers);
    for count in &acts.tallies {
        let Some(ballot) = acts.ballot(count.ballot) else { continue };
        let people = people(ballot, count);
        for row in &count.counts {
            let fits = counts::misfits(row, &ballot.rule, people).is_empty();
            tally.check(fits, || about(count.act, ActWrong::Numbers, &row.option));
        }
        let fits = counts::sums(&count.counts, &ballot.rule, people).is_empty();
        tally.check(fits, || wrong(count.act, ActWrong::Numbers));
    }
    tally.claim()
}

//! V14. The seed follows from the commitment and the evidence.

use super::report::{Claim, Failure, Id, Step, Tally};
use super::v06_people::rests;
use super::v07_tickets::Lottery;
use super::v11_records::Draws;
use crate::seed::Seed;

pub(super) fn check(lottery: &Step<Lottery<'_>>, draws: &Step<Draws>) -> (Claim, Step<Vec<Seed>>) {
    let (lottery, draws) = match (lottery, draws) {
        (Ok(lottery), Ok(draws)) => (lottery, draws),
        (Err(why), _) | (_, Err(why)) => return rests(Id::Seed, *why),
    };
    let mut tally = Tally::new(Id::Seed);
    let mut seeds = Vec::new();
    for draw in &draws.all {
        let seed = draws.evidence(draw).map(|evidence| Seed::derive(&lottery.people.commitment, &evidence));
        let same = seed.is_some_and(|seed| seed.digest().to_string() == draw.record.seed);
        tally.check(same, || Failure::Seed { draw: draw.name.clone() });
        seeds.extend(seed);
    }
    let complete = seeds.len() == draws.all.len();
    let claim = tally.claim();
    // Later claims go on with the seed recomputed here, whatever the record says.
    (claim, if complete { Ok(seeds) } else { Err(super::Why::RestsOn(Id::Seed)) })
}

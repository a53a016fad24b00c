//! V14. The seed follows from the commitment and the evidence.

use super::report::{Claim, Failure, Id, Step, Tally};
use super::v06_people::rests;
use super::v07_tickets::Lottery;
use super::v11_records::Draws;
use crate::bundle::record::Own;
use crate::seed::{Commitment, Seed};

pub(super) fn check(lottery: &Step<Lottery<'_>>, draws: &Step<Draws>) -> (Claim, Step<Vec<Seed>>) {
    let (lottery, draws) = match (lottery, draws) {
        (Ok(lottery), Ok(draws)) => (lottery, draws),
        (Err(why), _) | (_, Err(why)) => return rests(Id::Seed, *why),
    };
    follow(&lottery.people.commitment, draws)
}

/// The seeds that follow from a commitment and the evidence of draws.
pub(super) fn follow<T: Own>(commitment: &Commitment, draws: &Draws<T>) -> (Claim, Step<Vec<Seed>>) {
    let mut tally = Tally::new(Id::Seed);
    let mut seeds = Vec::new();
    for draw in &draws.all {
        let seed = draws.evidence(draw).map(|evidence| Seed::derive(commitment, &evidence));
        let same = seed.is_some_and(|seed| seed.digest().to_string() == draw.record.seed);
        tally.check(same, || Failure::Seed { draw: draw.name.clone() });
        seeds.extend(seed);
    }
    let complete = seeds.len() == draws.all.len();
    let claim = tally.claim();
    // Later claims go on with the seed recomputed here, whatever the record says.
    (claim, if complete { Ok(seeds) } else { Err(super::Why::RestsOn(Id::Seed)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::Outcome;
    use crate::verify::honest::{first_draw_only, outcome, refitted, replace, state};
    use serde_json::json;

    #[test]
    fn each_seed_is_that_of_its_own_or_the_first_evidence() {
        for (record, name) in [("draws/1", "draw 1"), ("draws/2", "draw 2"), ("trials/1", "trial 1")] {
            let other = crate::base::digest::Digest::of(b"another").to_string();
            let wrong = refitted(Id::Seed, record, |f| {
                state(f, &format!("public/{record}/draw.json"), "seed", json!(other));
                if record == "draws/1" {
                    first_draw_only(f);
                }
            });
            assert_eq!(wrong, Failure::Seed { draw: name.into() });
        }
        // Other words, other seed: of the first draw, and so of the second, which has none of its own.
        let mut folder = crate::verify::honest::record();
        first_draw_only(&mut folder);
        replace(&mut folder, "public/draws/1/draw.json", "apple", "pear");
        crate::verify::honest::refit(&mut folder, "draws/1");
        assert_eq!(outcome(&folder, Id::Seed), Outcome::Fail(Failure::Seed { draw: "draw 1".into() }));
    }
}

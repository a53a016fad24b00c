//! The best of many options, and a tie at the last place. Imports `draw` and its siblings.

use super::rows::{Class, Verdict};
use super::rule::{Best, Rule, Ties};
use super::votes::{self, Pair, People, base};
use crate::draw::{Label, Stream};
use crate::seed::Seed;

/// The class of each option of a ballot that takes the best, and its place by votes where both counts agree on it.
pub fn classes(rule: &Rule, counts: &[Pair], people: People) -> Vec<(Class, Option<u64>)> {
    let Some(best) = rule.best else { return vec![(Class::Undecided, None); counts.len()] };
    let low = |i: usize| counts[i][0].yes.min(counts[i][1].yes);
    let high = |i: usize| counts[i][0].yes.max(counts[i][1].yes);
    let quorum =
        [people.least, people.most].map(|present| votes::has_quorum(rule.quorum, present, people.members));
    let all = 0..counts.len();
    let rank = |i: usize| {
        // One place in the order of votes, whichever count is the right one.
        let above = all.clone().filter(|&j| low(j) > high(i)).count();
        let maybe = all.clone().filter(|&j| j != i && high(j) > low(i)).count();
        (above == maybe).then_some(above as u64 + 1)
    };
    let shares: Vec<Option<bool>> = counts.iter().map(|pair| meets(rule, pair, people)).collect();
    // Whether an option competes is open where its counts do not agree on its share.
    let in_race = |i: usize| shares[i] != Some(false);
    let mut found: Vec<Class> = all
        .clone()
        .map(|i| match (quorum, shares[i]) {
            ([false, false], _) => Class::NoQuorum,
            ([true, true], Some(false)) => Class::Rejected,
            ([true, true], Some(true)) => {
                let reach = all.clone().filter(|&j| j != i && in_race(j) && high(j) >= low(i)).count() as u64;
                let ahead =
                    all.clone().filter(|&j| shares[j] == Some(true) && low(j) > high(i)).count() as u64;
                if reach < best.places {
                    Class::In
                } else if ahead >= best.places {
                    Class::Out
                } else {
                    Class::Undecided
                }
            }
            _ => Class::Undecided,
        })
        .collect();
    // A share or a quorum that is open is no tie.
    let open = |i: usize| found[i] == Class::Undecided && shares[i].is_none();
    if quorum == [true, true] && !all.clone().any(open) {
        tie(&best, &mut found, &low, &high);
    }
    found.into_iter().enumerate().map(|(i, class)| (class, rank(i))).collect()
}

/// What both counts say of the share, if they say the same.
fn meets(rule: &Rule, pair: &Pair, people: People) -> Option<bool> {
    let Some(majority) = rule.majority else { return Some(true) };
    let met = |votes: &votes::Votes, present: u64| {
        majority.share.is_met(votes.yes, base(majority.of, votes, present, people.members), majority.than)
    };
    let all: Vec<bool> = pair
        .iter()
        .flat_map(|votes| [people.least, people.most].map(|present| met(votes, present)))
        .collect();
    all.iter().all(|&one| one == all[0]).then(|| all[0])
}

/// What a tie at the last place does with the options that are left: only where no count of any of them is open.
fn tie(best: &Best, found: &mut [Class], low: &dyn Fn(usize) -> u64, high: &dyn Fn(usize) -> u64) {
    let left: Vec<usize> = (0..found.len()).filter(|&i| found[i] == Class::Undecided).collect();
    let Some(&first) = left.first() else { return };
    if !left.iter().all(|&i| low(i) == high(i) && low(i) == low(first)) {
        return;
    }
    let class = match best.ties {
        Ties::All => Class::In,
        Ties::None => Class::Out,
        Ties::Lot(_) => Class::Tied,
    };
    left.into_iter().for_each(|i| found[i] = class);
}

/// The options that a result leaves to a lot, and how many places are taken before them.
pub fn tied(verdicts: &[Verdict]) -> (Vec<&str>, usize) {
    let of = |class: Class| verdicts.iter().filter(move |verdict| verdict.class == class);
    (of(Class::Tied).map(|verdict| verdict.option.as_str()).collect(), of(Class::In).count())
}

/// Decides a tie by lot: the options that are tied, in the order of the ballot, are shuffled by the stream `ties`, and the
/// first ones take the places that are left.
pub fn by_lot(best: &Best, verdicts: &[Verdict], seed: &Seed) -> Vec<Verdict> {
    let taken = verdicts.iter().filter(|verdict| verdict.class == Class::In).count() as u64;
    let mut tied: Vec<usize> = (0..verdicts.len()).filter(|&i| verdicts[i].class == Class::Tied).collect();
    Stream::new(seed, &Label::Ties).shuffle(&mut tied);
    let mut decided = verdicts.to_vec();
    let places = best.places.saturating_sub(taken) as usize;
    for (at, i) in tied.into_iter().enumerate() {
        decided[i].class = if at < places { Class::InByLot } else { Class::OutByLot };
    }
    decided
}

#[cfg(test)]
mod tests {
    use super::super::chance::Chance;
    use super::super::rule::{Means, Secrecy};
    use super::super::tally::verdicts;
    use super::super::votes::Votes;
    use super::*;
    use crate::seed::{Evidence, Manifest};

    fn rule(places: u64, ties: Ties) -> Rule {
        Rule {
            name: "top".into(),
            entitled: vec!["drawn".into()],
            means: Means::Choose { most: 3 },
            secrecy: Secrecy::Paper,
            majority: None,
            best: Some(Best { places, ties }),
            quorum: None,
            consensus: false,
        }
    }

    fn found(places: u64, ties: Ties, counts: &[[u64; 2]]) -> Vec<Class> {
        let names: Vec<String> = (0..counts.len()).map(|i| i.to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let votes = |yes| Votes { yes, ..Votes::default() };
        let counts: Vec<Pair> = counts.iter().map(|pair| pair.map(votes)).collect();
        let people = People { members: 100, least: 90, most: 90 };
        verdicts(&rule(places, ties), &names, &counts, people).into_iter().map(|it| it.class).collect()
    }

    #[test]
    fn the_best_are_in_and_a_tie_is_settled_as_the_rule_says() {
        use Class::{In, Out, Tied};
        let counts = [[9, 9], [5, 5], [7, 7], [5, 5], [1, 1]];
        assert_eq!(found(2, Ties::None, &counts), [In, Out, In, Out, Out]);
        assert_eq!(found(3, Ties::None, &counts), [In, Out, In, Out, Out]);
        assert_eq!(found(3, Ties::All, &counts), [In, In, In, In, Out]);
        assert_eq!(found(3, Ties::Lot(Chance::Text), &counts), [In, Tied, In, Tied, Out]);
        assert_eq!(found(4, Ties::None, &counts), [In, In, In, In, Out]);
    }

    #[test]
    fn a_difference_matters_only_near_the_last_place() {
        use Class::{In, Out, Undecided};
        assert_eq!(found(2, Ties::None, &[[9, 8], [7, 7], [3, 2]]), [In, In, Out]);
        assert_eq!(found(2, Ties::None, &[[9, 9], [7, 5], [6, 6]]), [In, Undecided, Undecided]);
        assert_eq!(found(2, Ties::None, &[[9, 9], [7, 6], [6, 6]]), [In, Undecided, Undecided]);
    }

    /// Whatever stands holds for each of the two counts of each option.
    #[test]
    fn what_stands_holds_whichever_count_is_right() {
        let mut stream = 7u64;
        let mut next = |below: u64| {
            stream = stream.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (stream >> 33) % below
        };
        for _ in 0..400 {
            let counts: Vec<[u64; 2]> = (0..5)
                .map(|_| {
                    let first = next(6);
                    [first, if next(3) == 0 { next(6) } else { first }]
                })
                .collect();
            let together = found(2, Ties::None, &counts);
            for mask in 0..32usize {
                let one: Vec<[u64; 2]> = (0..5).map(|i| [counts[i][mask >> i & 1]; 2]).collect();
                for (all, one) in together.iter().zip(found(2, Ties::None, &one)) {
                    assert!(*all == Class::Undecided || *all == one, "{counts:?} {mask}");
                }
            }
        }
    }

    #[test]
    fn the_lot_fills_the_places_that_are_left_and_every_tied_option_can_win() {
        let rule = rule(3, Ties::Lot(Chance::Text));
        let commitment = Manifest::of(&[("act.json", b"")]).unwrap().commit();
        let verdict =
            |option: &str, class| Verdict { option: option.into(), class, fractions: "5".into(), rank: None };
        let before = [
            verdict("a", Class::In),
            verdict("b", Class::In),
            verdict("c", Class::Tied),
            verdict("d", Class::Tied),
            verdict("e", Class::Tied),
            verdict("f", Class::Out),
        ];
        let mut winners = std::collections::BTreeSet::new();
        for text in ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "m"] {
            let seed = Seed::derive(&commitment, &Evidence::text(text).unwrap());
            let after = by_lot(&rule.best.unwrap(), &before, &seed);
            let count = |class| after.iter().filter(|it| it.class == class).count();
            assert_eq!((count(Class::InByLot), count(Class::OutByLot), count(Class::In)), (1, 2, 2));
            winners.extend(after.into_iter().filter(|it| it.class == Class::InByLot).map(|it| it.option));
        }
        assert_eq!(winners.len(), 3);
    }
}

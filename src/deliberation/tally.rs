//! What follows from a rule, a roll and two counts, in whole numbers. Imports its siblings.
//!
//! Where the two counts differ, or the number of those present is a range, every combination is worked out: if all give one
//! class it stands, and else the option is undecided and a recount is needed. Classes can only rise with votes and fall with
//! those present, so the ends of a range say what all between them say.

use super::best;
use super::rows::{Class, Verdict};
use super::rule::{Majority, Means, Rule};
use super::share::{Share, Than};
pub use super::votes::{Pair, People, Votes};
use super::votes::{base, has_quorum};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// Votes and the base that they are a share of.
pub type Fraction = (u64, u64);

/// The class of an option under one count and one number of people present.
pub fn class(rule: &Rule, majority: &Majority, votes: &Votes, present: u64, members: u64) -> Class {
    let of = base(majority.of, votes, present, members);
    let half = Share { num: 1, den: 2 };
    let nobody_against = rule.consensus && votes.yes > 0 && votes.against == 0;
    if !has_quorum(rule.quorum, present, members) {
        Class::NoQuorum
    } else if majority.share.is_met(votes.yes, of, majority.than) || nobody_against {
        Class::Adopted
    } else if half.is_met(votes.yes, of, Than::MoreThan) {
        Class::Majority
    } else {
        Class::Rejected
    }
}

/// What becomes of each option, in the order of the ballot. `names` are the options; `counts` both counts of each.
pub fn verdicts(rule: &Rule, names: &[&str], counts: &[Pair], people: People) -> Vec<Verdict> {
    let found = match (rule.means, &rule.majority) {
        (Means::ForAgainst { .. }, Some(majority)) => {
            counts.iter().map(|pair| (of_pair(rule, majority, pair, people), None)).collect()
        }
        _ => best::classes(rule, counts, people),
    };
    let verdict = |((name, pair), (class, rank)): ((&&str, &Pair), (Class, Option<u64>))| Verdict {
        option: (**name).to_owned(),
        class,
        fractions: fractions(rule, pair, people),
        rank,
    };
    names.iter().zip(counts).zip(found).map(verdict).collect()
}

/// The one class that all combinations give, or undecided.
pub fn of_pair(rule: &Rule, majority: &Majority, pair: &Pair, people: People) -> Class {
    let mut classes: BTreeSet<Class> = BTreeSet::new();
    for votes in pair {
        for present in [people.least, people.most] {
            classes.insert(class(rule, majority, votes, present, people.members));
        }
    }
    match classes.pop_first() {
        Some(only) if classes.is_empty() => only,
        _ => Class::Undecided,
    }
}

/// Whether what adopts an option of this class, with these fractions, is that nobody was against it: its share is too small.
pub fn by_consensus(rule: &Rule, class: Class, fractions: &str) -> bool {
    let Some(majority) = rule.majority.filter(|_| rule.consensus && class == Class::Adopted) else {
        return false;
    };
    let is_met = |text: &str| {
        let (votes, of) = text.split_once('/')?;
        Some(majority.share.is_met(votes.parse().ok()?, of.parse().ok()?, majority.than))
    };
    fractions.split(' ').any(|text| is_met(text) == Some(false))
}

/// The fractions that the counts allow, the least and the greatest: `38/75 38/72`; of ballots without a share the votes
/// alone: `41 42`.
pub fn fractions(rule: &Rule, pair: &Pair, people: People) -> String {
    let written = match &rule.majority {
        Some(majority) => {
            let mut all: Vec<Fraction> = Vec::new();
            for votes in pair {
                for present in [people.least, people.most] {
                    all.push((votes.yes, base(majority.of, votes, present, people.members)));
                }
            }
            all.sort_by(by_value);
            all.dedup();
            let ends = [all.first(), all.last()];
            ends.into_iter().flatten().map(|(votes, of)| format!("{votes}/{of}")).collect::<Vec<_>>()
        }
        None => {
            let (least, most) = (pair[0].yes.min(pair[1].yes), pair[0].yes.max(pair[1].yes));
            vec![least.to_string(), most.to_string()]
        }
    };
    let mut written = written;
    written.dedup();
    written.join(" ")
}

/// Two fractions by their value, and of one value by their base. A fraction of nothing counts as 0.
fn by_value(a: &Fraction, b: &Fraction) -> Ordering {
    let side = |of: u64| u128::from(of.max(1));
    let (left, right) = (u128::from(a.0) * side(b.1), u128::from(b.0) * side(a.1));
    left.cmp(&right).then(a.1.cmp(&b.1)).then(a.0.cmp(&b.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deliberation::rule::Base;
    use crate::deliberation::rule::Secrecy;

    fn rule(of: Base, share: &str, than: Than) -> Rule {
        Rule {
            name: "test".into(),
            entitled: vec!["drawn".into()],
            means: Means::ForAgainst { against: true, neutral: true },
            secrecy: Secrecy::Paper,
            majority: Some(Majority { of, share: Share::read(share).unwrap(), than }),
            best: None,
            quorum: None,
            consensus: false,
        }
    }

    fn people(members: u64, least: u64, most: u64) -> People {
        People { members, least, most }
    }

    fn one(rule: &Rule, votes: [u64; 3], people: People) -> (Class, String) {
        let votes = Votes { yes: votes[0], against: votes[1], neutral: votes[2] };
        let verdict = verdicts(rule, &["a"], &[[votes, votes]], people).remove(0);
        (verdict.class, verdict.fractions)
    }

    /// 70 for, 30 against, 60 neutral, 165 present of 175: 70.0, 43.8, 42.4 or 40.0 %.
    #[test]
    fn half_means_four_things() {
        let of = |base| one(&rule(base, "1/2", Than::MoreThan), [70, 30, 60], people(175, 165, 165));
        assert_eq!(of(Base::ForAndAgainst), (Class::Adopted, "70/100".into()));
        assert_eq!(of(Base::Cast), (Class::Rejected, "70/160".into()));
        assert_eq!(of(Base::Present), (Class::Rejected, "70/165".into()));
        assert_eq!(of(Base::Members), (Class::Rejected, "70/175".into()));
    }

    #[test]
    fn a_majority_that_is_not_enough_is_told() {
        let three_quarters = rule(Base::Cast, "75%", Than::AtLeast);
        let of = |votes| one(&three_quarters, votes, people(100, 67, 67)).0;
        assert_eq!(of([51, 16, 0]), Class::Adopted);
        assert_eq!(of([50, 17, 0]), Class::Majority);
        assert_eq!(of([34, 33, 0]), Class::Majority);
        assert_eq!(of([33, 33, 0]), Class::Rejected);
        assert_eq!(of([0, 0, 0]), Class::Rejected);
    }

    #[test]
    fn consensus_needs_somebody() {
        let mut rule = rule(Base::Members, "4/5", Than::AtLeast);
        rule.consensus = true;
        assert_eq!(one(&rule, [1, 0, 39], people(40, 40, 40)).0, Class::Adopted);
        assert_eq!(one(&rule, [0, 0, 40], people(40, 40, 40)).0, Class::Rejected);
        assert_eq!(one(&rule, [31, 1, 8], people(40, 40, 40)).0, Class::Majority);
    }

    #[test]
    fn a_quorum_is_of_the_members() {
        let mut rule = rule(Base::ForAndAgainst, "1/2", Than::MoreThan);
        rule.quorum = Share::of(1, 2);
        assert_eq!(one(&rule, [3, 1, 0], people(10, 4, 4)).0, Class::NoQuorum);
        assert_eq!(one(&rule, [3, 1, 0], people(10, 5, 5)).0, Class::Adopted);
        assert_eq!(one(&rule, [3, 1, 0], people(10, 4, 5)).0, Class::Undecided);
    }

    /// Every combination of two counts and a range of people, the long way round.
    #[test]
    fn what_all_combinations_say_stands_and_nothing_else() {
        let rule = rule(Base::Present, "1/2", Than::MoreThan);
        let majority = rule.majority.unwrap();
        for first in 0..12 {
            for second in first..12 {
                for least in 8..16 {
                    for most in least..16 {
                        let votes = |yes| Votes { yes, ..Votes::default() };
                        let pair = [votes(first), votes(second)];
                        let all: BTreeSet<Class> = pair
                            .iter()
                            .flat_map(|votes| (least..=most).map(|p| class(&rule, &majority, votes, p, 20)))
                            .collect();
                        let expected = if all.len() == 1 { *all.first().unwrap() } else { Class::Undecided };
                        assert_eq!(of_pair(&rule, &majority, &pair, people(20, least, most)), expected);
                    }
                }
            }
        }
    }
}

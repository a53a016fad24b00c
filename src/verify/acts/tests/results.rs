//! Ties that are counted and thrown for again, what is told beside an agreement, and what counted before an act.

use super::reading::{Ballot, Lot};
use super::*;
use crate::bundle::acts::{Sort, TiesTerms};
use crate::deliberation::best::by_lot;
use crate::deliberation::rows::{Class, Verdict};
use crate::draw::Label;
use crate::seed::Seed;

fn whole() -> Acts<'static> {
    read(&WHOLE, ACTS.read(&WHOLE).links).unwrap()
}

/// Another act counts what act 6 counted, of the same ballot, with the same result.
fn count_again(acts: &mut Acts<'_>, act: u32) {
    let count = whole().tallies.into_iter().find(|it| it.act == 6).unwrap();
    acts.tallies.push(Count { act, ..count });
}

/// A lot of a count, thrown with these words as it should be.
fn throw(acts: &mut Acts<'_>, act: u32, tally: u32, words: &str) {
    let count = acts.tally(tally).unwrap();
    let ballot = acts.ballot(count.ballot).unwrap();
    let evidence = Evidence::text(words).unwrap();
    let seed = Seed::derive(&acts::line(acts.folder, ballot.act).unwrap(), &evidence);
    let result = by_lot(&ballot.rule.best.unwrap(), &count.result, &seed);
    let (evidence, label, seed) = (evidence.to_string(), Label::Ties.to_string(), seed.digest().to_string());
    acts.lots.push(Lot { act, terms: TiesTerms { evidence, label, seed, tally }, result });
}

fn results(change: impl Fn(&mut Acts<'_>)) -> (Outcome, u64) {
    let mut acts = whole();
    change(&mut acts);
    let claim = v32_results::check(&acts);
    (claim.outcome, claim.failed)
}

/// Whoever did not like a lot counts again, finds the same, and throws again: only the first words decide.
#[test]
fn v32_a_tie_is_thrown_for_once() {
    let again = |words: &'static str| {
        results(move |acts| {
            count_again(acts, 8);
            throw(acts, 9, 8, words);
        })
    };
    let (first, other) = ("een twee drie", "vier vijf zes");
    assert_eq!(again(first), (Outcome::Pass, 0));
    // The second of the two is the wrong one.
    assert_eq!(again(other), (said(&(9, ActWrong::LotAgain, None)), 1));
    // The third is as wrong, though the second had its words.
    let thrice = results(|acts| {
        count_again(acts, 8);
        throw(acts, 9, 8, other);
        count_again(acts, 10);
        throw(acts, 11, 10, other);
    });
    assert_eq!(thrice, (said(&(9, ActWrong::LotAgain, None)), 2));
    // Without a count of its own as well.
    assert_eq!(results(|acts| throw(acts, 9, 6, other)), (said(&(9, ActWrong::LotAgain, None)), 1));
}

/// Other votes, another tie: a lot of its own. So has another ballot.
#[test]
fn v32_another_tie_has_a_lot_of_its_own() {
    let other = "vier vijf zes";
    // `b` is alone at the top now, and `a` and `c` are tied.
    let of_others = results(|acts| {
        count_again(acts, 8);
        let count = acts.tallies.last_mut().unwrap();
        let swapped = |text: &str| match text {
            "a" => "b".to_owned(),
            "b" => "a".to_owned(),
            other => other.to_owned(),
        };
        count.counts.iter_mut().for_each(|it| it.option = swapped(&it.option));
        count.counts.sort_by(|one, other| (&one.option, one.count).cmp(&(&other.option, other.count)));
        let mut result: Vec<Verdict> = count.result.clone();
        result.iter_mut().for_each(|it| it.option = swapped(&it.option));
        result.sort_by(|one, other| one.option.cmp(&other.option));
        count.result = result;
        throw(acts, 9, 8, other);
    });
    assert_eq!(of_others, (Outcome::Pass, 0));
    let of_another_ballot = results(|acts| {
        let ballot = whole().ballots.into_iter().find(|it| it.act == 3).unwrap();
        acts.ballots.push(Ballot { act: 8, ..ballot });
        count_again(acts, 9);
        acts.tallies.last_mut().unwrap().ballot = 8;
        throw(acts, 10, 9, other);
    });
    assert_eq!(of_another_ballot, (Outcome::Pass, 0));
}

/// A count that was replaced has no lot any more, though it had one before.
#[test]
fn v32_a_lot_is_of_a_count_that_counts() {
    let replaced_by = |by: usize| results(move |acts| acts.links[by - 1].facts.replaces = Some(6));
    assert_eq!(replaced_by(5), (said(&(7, ActWrong::NoTie, None)), 1));
    assert_eq!(replaced_by(8), (Outcome::Pass, 0));
    // A count comes before its lot.
    for act in [5, 6] {
        assert_eq!(results(|acts| acts.lots[0].act = act), (said(&(act, ActWrong::NoTie, None)), 1), "{act}");
    }
}

/// Ballots without a count, and options that are open, are told beside an agreement: it says nothing of them.
#[test]
fn v33_what_an_agreement_leaves_open_is_told() {
    let told = |change: fn(&mut Acts<'_>)| {
        let mut acts = whole();
        change(&mut acts);
        v33_agreement::check(&acts).remarks
    };
    let old = || Remark::OldAgreement { agreement: 8, replies: None };
    assert_eq!(told(|_| {}), [old()]);
    let uncounted =
        |ballots: &[&str]| Remark::Uncounted { ballots: ballots.iter().map(|&it| it.to_owned()).collect() };
    assert_eq!(told(|acts| acts.tallies.retain(|it| it.ballot == 15)), [old(), uncounted(&["raad", "top"])]);
    let undecided =
        |options: &[&str]| Remark::Undecided { options: options.iter().map(|&it| it.to_owned()).collect() };
    let open: fn(&mut Acts<'_>) = |acts| acts.tallies[1].result[1].class = Class::Undecided;
    assert_eq!(told(open), [old(), undecided(&["2"])]);
    let both: fn(&mut Acts<'_>) = |acts| {
        acts.tallies[1].result[1].class = Class::Undecided;
        acts.tallies.retain(|it| it.ballot != 15);
    };
    assert_eq!(told(both), [uncounted(&["wie"]), undecided(&["2"])]);
    // Where nothing was agreed nothing was left open.
    let none = told(|acts| {
        acts.tallies.clear();
        acts.links[7].facts.kind = Sort::Topics;
    });
    assert_eq!(none, []);
}

/// What an act itself does is not what counted before it.
#[test]
fn what_counted_before_an_act_leaves_that_act_out() {
    let mut acts = whole();
    let of = |acts: &Acts<'_>, ballot, before| acts.result_before(ballot, before).map(|(act, _)| act);
    // Act 4 counts ballot 2, and act 5 counts again in its place.
    for (before, due) in [(4, None), (5, Some(4)), (6, Some(5)), (u32::MAX, Some(5))] {
        assert_eq!(of(&acts, 2, before), due, "{before}");
    }
    // Act 6 counts ballot 3, and act 7 is the lot after it.
    for (before, due) in [(6, None), (7, Some(6)), (8, Some(7)), (u32::MAX, Some(7))] {
        assert_eq!(of(&acts, 3, before), due, "{before}");
    }
    let (_, verdicts) = acts.result_before(3, 8).unwrap();
    assert!(verdicts.iter().any(|it| it.class == Class::InByLot));
    for (before, due) in [(4, &[][..]), (5, &[4]), (6, &[5]), (7, &[5, 6]), (8, &[5, 7]), (17, &[5, 7, 16])] {
        assert_eq!(acts.results_before(before), due, "{before}");
    }
    // A ballot that was replaced counts until then.
    acts.links[4].facts.replaces = Some(2);
    let ballots = |acts: &Acts<'_>, before| acts.ballots_before(before).map(|it| it.act).collect::<Vec<_>>();
    for (before, due) in [(2, &[][..]), (3, &[2]), (5, &[2, 3]), (6, &[3]), (15, &[3]), (16, &[3, 15])] {
        assert_eq!(ballots(&acts, before), due, "{before}");
    }
}

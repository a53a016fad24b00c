//! V32. Class, fractions and place of each option follow from rule, roll and counts; a tie is decided from evidence of the
//! declared source, by the stream `ties` of a seed that is bound to the line of the ballot.

use super::super::report::{Claim, Id, Remark, Tally, Why, not_checked};
use super::reading::{Acts, Ballot, Lot, about, wrong};
use super::v31_numbers::people;
use super::wrong::ActWrong;
use crate::bundle::acts;
use crate::deliberation::best;
use crate::deliberation::counts;
use crate::deliberation::rows::{Class, Verdict};
use crate::deliberation::tally;
use crate::draw::Label;
use crate::seed::{Evidence, Seed};

pub(super) fn check(acts: &Acts<'_>) -> Claim {
    if acts.tallies.is_empty() {
        return not_checked(Id::Results, Why::NothingOfIt);
    }
    let mut tally = Tally::new(Id::Results);
    let mut rounds = Vec::new();
    for count in &acts.tallies {
        let Some(ballot) = acts.ballot(count.ballot) else { continue };
        let Some(pairs) = counts::pairs(&count.counts, &ballot.options) else { continue };
        let names: Vec<&str> = ballot.options.iter().map(|it| it.option.as_str()).collect();
        let due = tally::verdicts(&ballot.rule, &names, &pairs, people(ballot, count));
        compare(count.act, &due, &count.result, &mut tally);
    }
    for lot in &acts.lots {
        let act = lot.act;
        let count = acts.tally(lot.terms.tally).filter(|it| it.act < act);
        let ballot = count.and_then(|it| acts.ballot(it.ballot));
        let (Some(count), Some(ballot)) = (count, ballot) else {
            tally.check(false, || wrong(act, ActWrong::NoTie));
            continue;
        };
        let replaced = acts.links.iter().any(|it| it.number < act && it.facts.replaces == Some(count.act));
        let tied = count.result.iter().any(|it| it.class == Class::Tied);
        let declared = ballot.rule.best.and_then(|best| Some((best, best.lot()?)));
        let Some((best, chance)) = declared.filter(|_| tied && !replaced) else {
            tally.check(false, || wrong(act, ActWrong::NoTie));
            continue;
        };
        // Whoever did not like the lot could count again, find the same, and throw again.
        let before = |it: &&Lot| {
            it.act < act
                && acts.tally(it.terms.tally).is_some_and(|of| {
                    of.ballot == count.ballot && best::tied(&of.result) == best::tied(&count.result)
                })
        };
        if acts.lots.iter().find(before).is_some_and(|it| it.terms.evidence != lot.terms.evidence) {
            tally.check(false, || wrong(act, ActWrong::LotAgain));
            continue;
        }
        let evidence = Evidence::parse(&lot.terms.evidence)
            .ok_or(ActWrong::Source)
            .and_then(|evidence| acts.is_of(act, &evidence, chance, count.act).map(|()| evidence));
        let evidence = match evidence {
            Ok(evidence) => evidence,
            Err(why) => {
                tally.check(false, || wrong(act, why));
                continue;
            }
        };
        let Some(line) = acts::line(acts.folder, ballot.act) else {
            tally.check(false, || wrong(act, ActWrong::Source));
            continue;
        };
        rounds.extend(acts.round(act, &evidence));
        let seed = Seed::derive(&line, &evidence);
        let own = lot.terms.label == Label::Ties.to_string() && lot.terms.seed == seed.digest().to_string();
        tally.check(own, || wrong(act, ActWrong::Seed));
        compare(act, &best::by_lot(&best, &count.result, &seed), &lot.result, &mut tally);
    }
    rounds.extend(several(acts));
    tally.claim().remark(rounds)
}

/// Ballots that lots decided more than once: whoever does not like what was drawn could find another tie.
fn several(acts: &Acts<'_>) -> Vec<Remark> {
    let lots = |ballot: u32| {
        acts.lots.iter().filter(move |it| acts.tally(it.terms.tally).is_some_and(|of| of.ballot == ballot))
    };
    let of = |ballot: &Ballot| Remark::SeveralLots {
        ballot: ballot.rule.name.clone(),
        acts: lots(ballot.act).map(|it| it.act).collect(),
    };
    acts.ballots.iter().filter(|it| lots(it.act).count() > 1).map(of).collect()
}

fn compare(act: u32, due: &[Verdict], stated: &[Verdict], tally: &mut Tally) {
    tally.check(due.len() == stated.len(), || wrong(act, ActWrong::Options));
    for (due, stated) in due.iter().zip(stated) {
        tally.check(due == stated, || about(act, ActWrong::Class, &due.option));
    }
}

//! V34. The willing of a group are in, each once; delegates and alternates follow from them and the seed, or from the result
//! of a ballot; whoever was called was next. Where the record of the lottery that drew a group is given, the group is its
//! panel by the draw that counts, and the alternates are its reserves: see [`mirror`].

use super::super::report::{Claim, Id, Remark, Tally, Why, not_checked};
use super::mirror::{self, Compared};
use super::reading::{Acts, wrong};
use super::wrong::ActWrong;
use crate::base::digest::Digest;
use crate::bundle::acts::{self, CalledTerms, DelegatesTerms, Sort, WillingTerms};
use crate::bundle::{Folder, files};
use crate::deliberation::delegates::{self, Way};
use crate::deliberation::rows::{Class, Delegate, Mirrored, Standing, Verdict, Willing};
use crate::deliberation::rule::is_name;
use crate::draw::Label;
use crate::seed::{Evidence, Seed};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(acts: &Acts<'_>, given: &[Folder]) -> Claim {
    let any =
        acts.links.iter().any(|it| matches!(it.facts.kind, Sort::Willing | Sort::Delegates | Sort::Called));
    if !any {
        return not_checked(Id::Delegates, Why::NothingOfIt);
    }
    let mut tally = Tally::new(Id::Delegates);
    // Each group as the last act has it.
    let mut groups: Vec<(String, u32, Vec<Delegate>)> = Vec::new();
    let mut remarks = Vec::new();
    let mut found: BTreeSet<usize> = BTreeSet::new();
    let mut uncalled: BTreeMap<String, u64> = BTreeMap::new();
    for link in &acts.links {
        let act = link.number;
        match link.facts.kind {
            Sort::Willing => {
                tally.check(is_frozen(acts, act), || wrong(act, ActWrong::Willing));
                remarks.extend(came_forward(acts, act));
                remarks.extend(again(acts, act));
            }
            Sort::Delegates => {
                let due = drawn(acts, act);
                let Ok(stated) = acts.rows::<Delegate>(act, files::DELEGATES) else { continue };
                if let Some((name, due)) = due
                    && tally.check(due == stated, || wrong(act, ActWrong::Group))
                {
                    let compared = mirror::of(acts, act, given);
                    if let Some(other) = &compared {
                        found.insert(other.which);
                        let bad = other.wrong.unwrap_or(ActWrong::OtherPanel);
                        tally.check(other.wrong.is_none(), || wrong(act, bad));
                    }
                    remarks.extend(told(acts, act, &name, compared.as_ref()));
                    groups.push((name, act, stated));
                    continue;
                }
                tally.check(false, || wrong(act, ActWrong::Group));
            }
            Sort::Called => {
                let Ok(terms) = acts.terms::<CalledTerms>(act) else { continue };
                let Ok(stated) = acts.rows::<Delegate>(act, files::DELEGATES) else { continue };
                let before = groups.iter_mut().find(|it| it.0 == terms.name && it.1 == terms.before);
                // Whoever has left the panel is not called.
                let codes = acts.codes_in(&link.facts);
                let is_in = |code: &str| codes.binary_search_by(|it| it.as_str().cmp(code)).is_ok();
                let due = before.as_ref().and_then(|it| delegates::after(&it.2, &terms.withdrew, is_in));
                let waits = |it: &Delegate| it.code == terms.withdrew && it.standing == Standing::Alternate;
                if before.as_ref().is_some_and(|group| group.2.iter().any(waits)) {
                    *uncalled.entry(terms.name.clone()).or_default() += 1;
                }
                let right = due.is_some_and(|due| due.group == stated && due.called == terms.called);
                if tally.check(right, || wrong(act, ActWrong::Called))
                    && let Some(before) = before
                {
                    (before.1, before.2) = (act, stated);
                }
            }
            _ => {}
        }
    }
    remarks.extend(never_drawn(acts));
    remarks
        .extend(uncalled.into_iter().map(|(group, alternates)| Remark::GroupUncalled { group, alternates }));
    let codes = acts.codes_now();
    let is_in = |code: &str| codes.binary_search_by(|it| it.as_str().cmp(code)).is_ok();
    let gone = groups.iter().map(|it| (it.0.clone(), delegates::gone(&it.2, is_in)));
    remarks.extend(gone.filter(|it| it.1 > 0).map(|(group, people)| Remark::GroupGone { group, people }));
    let last = acts.links.last().map_or(0, |link| link.number);
    tally.check(found.len() == given.len(), || wrong(last, ActWrong::OtherPanel));
    tally.claim().remark(remarks)
}

/// What is told of a group: from when its round was known, or which lottery drew it.
fn told(acts: &Acts<'_>, act: u32, name: &str, other: Option<&Compared>) -> Option<Remark> {
    let terms: DelegatesTerms = acts.terms(act).ok()?;
    let group = name.to_owned();
    if let Some(lottery) = terms.lottery {
        let compared = other.is_some_and(|it| it.wrong.is_none());
        let undeclared = other.is_some_and(|it| it.undeclared);
        return Some(Remark::GroupDrawn { group, lottery: lottery.commitment, compared, undeclared });
    }
    if let Some(result) = terms.result {
        let ballot = ballot_of(acts, result)?;
        let (now, _) = acts.result_before(ballot, u32::MAX)?;
        return (now != result).then_some(Remark::GroupRecounted { group, result, now });
    }
    acts.round(act, &Evidence::parse(terms.evidence.as_deref()?)?)
}

/// Groups for which a lot was announced, and nobody was drawn.
fn never_drawn(acts: &Acts<'_>) -> Vec<Remark> {
    let standing = acts.of(Sort::Willing).map(|it| it.number).filter(|&act| acts.counts(act));
    let open = standing.filter(|&act| acts.drawn_of(act).next().is_none());
    let waits = |act: u32| {
        let terms: WillingTerms = acts.terms(act).ok()?;
        (Way::read(&terms.source)? != Way::Call).then_some(Remark::NeverDrawn(terms.name, act))
    };
    open.filter_map(waits).collect()
}

/// A group of people who answered a call.
fn came_forward(acts: &Acts<'_>, act: u32) -> Option<Remark> {
    let terms: WillingTerms = acts.terms(act).ok()?;
    let called = Way::read(&terms.source) == Some(Way::Call);
    called.then_some(Remark::GroupCalled { group: terms.name, people: terms.places })
}

/// A lot among people who were willing for an earlier one too, under another name: whoever did not like the first could use
/// the second. With one willing less, or another place, it is another lot all the same.
fn again(acts: &Acts<'_>, act: u32) -> Option<Remark> {
    let of = |act: u32| {
        let terms: WillingTerms = acts.terms(act).ok()?;
        let willing: Vec<Willing> = acts.rows(act, files::WILLING).ok()?;
        (Way::read(&terms.source)? != Way::Call).then_some((terms.name, terms.places, willing))
    };
    let (group, places, willing) = of(act)?;
    // What was frozen again was no lot.
    let earlier = || acts.before(Sort::Willing, act + 1).filter(|&it| it < act).filter_map(of);
    if let Some(same) = earlier().find(|it| it.1 == places && it.2 == willing) {
        return Some(Remark::LotAgain { group, before: same.0 });
    }
    let both = |others: &[Willing]| willing.iter().filter(|it| others.contains(it)).count() as u64;
    // The first of those with most of them.
    let most = |best: (u64, String), it: (u64, String)| if it.0 > best.0 { it } else { best };
    let (people, before) = earlier().map(|it| (both(&it.2), it.0)).fold((0, String::new()), most);
    (people > 0).then_some(Remark::LotAmong { group, before, people })
}

/// The ballot of a count, or of the lot after one.
fn ballot_of(acts: &Acts<'_>, result: u32) -> Option<u32> {
    let tally = acts.lots.iter().find(|it| it.act == result).map_or(result, |lot| lot.terms.tally);
    acts.tally(tally).map(|it| it.ballot).filter(|&ballot| acts.ballot(ballot).is_some())
}

/// Whether the willing of a group are people who are in, in order and each once, and enough for its places.
fn is_frozen(acts: &Acts<'_>, act: u32) -> bool {
    let (Ok(terms), Ok(willing)) =
        (acts.terms::<WillingTerms>(act), acts.rows::<Willing>(act, files::WILLING))
    else {
        return false;
    };
    let codes = acts.codes_in(&acts.link(act).facts);
    let known = willing.iter().all(|it| codes.binary_search(&it.code).is_ok());
    let once = willing.windows(2).all(|two| two[0].code < two[1].code);
    // A round that was known when the willing were frozen decides nothing.
    let source = match Way::read(&terms.source) {
        None => false,
        Some(Way::Lottery) => true,
        Some(Way::Call) => terms.places == willing.len() as u64,
        Some(Way::Lot(chance)) => {
            acts.link(act).facts.day().is_some_and(|day| chance.known_by(day).is_none())
        }
    };
    known
        && once
        && source
        && is_name(&terms.name)
        && terms.places >= 1
        && terms.places <= willing.len() as u64
}

/// The group that follows from the terms of an act, with its name.
fn drawn(acts: &Acts<'_>, act: u32) -> Option<(String, Vec<Delegate>)> {
    let terms: DelegatesTerms = acts.terms(act).ok()?;
    // Neither people nor votes of a draw that was annulled make a group of the one that took its place.
    let ground = terms.willing.or(terms.result).filter(|&ground| ground > 0 && ground < act)?;
    if !acts.same_draw(ground, act) {
        return None;
    }
    match (terms.willing, terms.result) {
        (Some(frozen), None) => {
            let own: WillingTerms = acts.terms(frozen).ok()?;
            let willing: Vec<Willing> = acts.rows(frozen, files::WILLING).ok()?;
            if !acts.before(Sort::Willing, act).any(|it| it == frozen) || terms.name != own.name {
                return None;
            }
            let chance = match Way::read(&own.source)? {
                Way::Lot(chance) => chance,
                Way::Lottery => return mirrored(acts, act, &terms, &own, &willing),
                // Nobody draws from people who are in it already.
                Way::Call => return None,
            };
            let evidence = Evidence::parse(terms.evidence.as_deref()?)?;
            let seed = Seed::derive(&acts::line(acts.folder, frozen)?, &evidence);
            let label = Label::Delegates(own.name.clone()).to_string();
            let alone = !acts.has(act, files::MIRROR) && terms.lottery.is_none();
            let sound = alone
                && acts.is_of(act, &evidence, chance, frozen).is_ok()
                && terms.label.as_deref() == Some(label.as_str())
                && terms.seed == Some(seed.digest().to_string());
            sound.then(|| (own.name.clone(), delegates::draw(&willing, &own.name, own.places, &seed)))
        }
        (None, Some(result)) => {
            let counted = acts.tally(result).map(|it| &it.result);
            let verdicts =
                counted.or_else(|| acts.lots.iter().find(|it| it.act == result).map(|it| &it.result))?;
            let nothing = terms.evidence.is_none()
                && terms.label.is_none()
                && terms.seed.is_none()
                && terms.lottery.is_none()
                && !acts.has(act, files::BEACON)
                && !acts.has(act, files::MIRROR);
            // A count that was replaced before, or had a lot after it, decides nothing any more.
            let counts = ballot_of(acts, result).and_then(|ballot| acts.result_before(ballot, act));
            let counts = counts.is_some_and(|(now, _)| now == result);
            let decided = verdicts.iter().all(|it| !matches!(it.class, Class::Undecided | Class::Tied));
            let codes = acts.people_in(&acts.link(act).facts)?.codes?;
            let known = |it: &Verdict| codes.iter().any(|code| code.to_string() == it.option);
            let sound = nothing
                && counts
                && decided
                && is_name(&terms.name)
                && verdicts.iter().all(known)
                && !is_announced(acts, act, &terms.name);
            sound.then(|| (terms.name.clone(), chosen(verdicts)))
        }
        _ => None,
    }
}

/// Whether a group was to be drawn from willing people when an act with it came. A lot that was announced is not left for a
/// vote.
fn is_announced(acts: &Acts<'_>, act: u32, name: &str) -> bool {
    let named = |it: u32| acts.terms::<WillingTerms>(it).is_ok_and(|terms| terms.name == name);
    acts.before(Sort::Willing, act).any(|it| acts.same_draw(it, act) && named(it))
}

/// The group that another lottery drew, as far as this record can show it: it is of the willing, each of whom has one code
/// in each of the two. That lottery is checked by itself.
fn mirrored(
    acts: &Acts<'_>,
    act: u32,
    terms: &DelegatesTerms,
    own: &WillingTerms,
    willing: &[Willing],
) -> Option<(String, Vec<Delegate>)> {
    let hex = |text: &str| Digest::from_hex(text).is_some_and(|it| it.to_string() == text);
    let lottery = terms.lottery.as_ref()?;
    let codes: Vec<Mirrored> = acts.rows(act, files::MIRROR).ok()?;
    let group: Vec<Delegate> = acts.rows(act, files::DELEGATES).ok()?;
    let nothing = terms.evidence.is_none()
        && terms.label.is_none()
        && terms.seed.is_none()
        && !acts.has(act, files::BEACON);
    let sound = nothing
        && hex(&lottery.commitment)
        && hex(&lottery.record)
        && delegates::mirrors(willing, own.places, &codes, &group);
    sound.then(|| (own.name.clone(), group))
}

/// A group as a ballot over people makes it: who is in, by votes and then in the order of the ballot.
fn chosen(verdicts: &[Verdict]) -> Vec<Delegate> {
    let is_in = |class: Class| matches!(class, Class::Adopted | Class::In | Class::InByLot);
    let mut order: Vec<&Verdict> = verdicts.iter().filter(|it| is_in(it.class)).collect();
    order.sort_by_key(|it| it.rank.unwrap_or(u64::MAX));
    let one = |(place, it): (u64, &Verdict)| Delegate {
        place,
        code: it.option.clone(),
        standing: Standing::Delegate,
    };
    (1..).zip(order).map(one).collect()
}

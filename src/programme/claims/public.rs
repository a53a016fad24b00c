//! P1, P2 and P5: what everybody can check of a ledger, with the records where they are given. Imports `bundle` and its
//! siblings.

use super::records::{Given, Read};
use super::report::{Claim, Failure, Id, Remark, Tally, Why, Wrong};
use crate::base::digest::Digest;
use crate::base::rules;
use crate::bundle::chain::{Flaw, Link};
use crate::bundle::{Folder, files};
use crate::programme::day::Day;
use crate::programme::entry::{self, ENTRIES, Facts, Sort};
use crate::programme::event::Event;
use crate::programme::ledger::Ledger;
use crate::programme::rows::Why as Ground;
use crate::programme::rules::Rules;
use std::collections::BTreeMap;

/// P1: entries without gaps, each `previous`, manifest and form right, and nothing else.
pub(super) fn chain(folder: &Folder) -> Claim {
    let mut tally = Tally::new(Id::Chain);
    let highest = ENTRIES.numbers(folder).last().copied().unwrap_or(0);
    let (mut previous, mut rules, mut head) = (None, String::new(), String::new());
    let mut day: Option<Day> = None;
    for n in 1..=highest.max(1) {
        match ENTRIES.check(folder, n, "", &rules::Rules::ALL, previous.as_ref()) {
            Ok(link) => {
                tally.check((n == 1) == (link.facts.kind == Sort::Rules) || n > 1, || {
                    Failure::of(Wrong::Fact).entry(n).file("kind")
                });
                // Days do not go back: else an act could be put before what barred somebody from it.
                let own = Day::parse(&link.facts.date);
                if own < day {
                    tally.fail(Failure::of(Wrong::Earlier).entry(n));
                }
                day = own;
                let own = folder.get(&ENTRIES.path(n, entry::RULES));
                if let Some(bytes) = own.filter(|_| link.facts.kind == Sort::Rules) {
                    // What follows from rules that nobody can read, nobody can check.
                    tally.check(Rules::read(bytes).is_ok(), || {
                        Failure::of(Wrong::File).entry(n).file(entry::RULES)
                    });
                    let set = Digest::of(bytes).to_string();
                    tally.check(set == link.facts.rules_file, || {
                        Failure::of(Wrong::Fact).entry(n).file("rules_file")
                    });
                    rules = set;
                }
                head =
                    folder.get(&ENTRIES.path(n, files::MANIFEST)).map_or(String::new(), |b| entry::head(b));
                previous = Some(link.digest);
            }
            Err(flaw) => {
                let there = ENTRIES.numbers(folder).contains(&n);
                tally.fail(match flaw {
                    _ if !there => Failure::of(Wrong::Gap).entry(n),
                    Flaw::Previous => Failure::of(Wrong::Previous).entry(n),
                    Flaw::File(file) => Failure::of(Wrong::File).entry(n).file(file),
                    Flaw::Fact(fact) => Failure::of(Wrong::Fact).entry(n).file(fact),
                    Flaw::Gap | Flaw::Commitment => Failure::of(Wrong::Gap).entry(n),
                });
                return tally.done(Why::Nothing);
            }
        }
    }
    let public = |file: &str| folder.get(&format!("{}{file}", files::PUBLIC));
    let last = public(entry::HEAD).is_some_and(|bytes| *bytes == format!("{head}\n").into_bytes());
    tally.check(last, || Failure::of(Wrong::NotLast).file(entry::HEAD));
    let in_force = public(entry::RULES).is_some_and(|bytes| Digest::of(bytes).to_string() == rules);
    tally.check(in_force, || Failure::of(Wrong::NotLast).file(entry::RULES));
    for (path, _) in files::below(folder, files::PUBLIC) {
        let ours = path == entry::HEAD || path == entry::RULES || ENTRIES.owns(path);
        tally.check(ours, || Failure::of(Wrong::File).file(path));
    }
    tally.done(Why::Nothing)
}

/// P2: every line that others noted is that of an entry here.
pub(super) fn heads(ledger: &Ledger, heads: &[String]) -> Claim {
    let mut tally = Tally::new(Id::Heads);
    for head in heads {
        tally.check(ledger.entry_of(head).is_some(), || Failure::of(Wrong::Head).file(head));
    }
    tally.done(Why::NoHead)
}

/// P5: the rules in force at each draw are those of the entry before its commitment; each change has a reason. A charter says
/// that people registered themselves as the rules do.
pub(super) fn rules(ledger: &Ledger, records: &[Read]) -> Claim {
    let (mut tally, mut unsaid) = (Tally::new(Id::Rules), Vec::new());
    for link in &ledger.entries {
        let (n, facts) = (link.number, &link.facts);
        let at = || Failure::of(Wrong::Rules).entry(n).file("rules_file");
        let given = records.iter().filter_map(|r| r.given.as_ref()).find(|g| g.is_of(facts));
        let lottery = matches!(facts.kind, Sort::Panel | Sort::Letters);
        // An old line in a charter would choose the rules of its time, so it counts no more than the charter's day.
        let due = given.filter(|_| lottery).and_then(|given| given.rules_due(ledger, n));
        let right = match due {
            Some(due) => ledger.rules_after(due) == Some(&facts.rules_file),
            // Which of the rules so far were in force when it was frozen, only its record says.
            None if lottery => (1..=n).any(|m| ledger.rules_after(m) == Some(&facts.rules_file)),
            None => ledger.rules_after(n) == Some(&facts.rules_file),
        };
        tally.check(right, at);
        if let Some(given) = given.filter(|_| lottery) {
            unsaid.extend(says_who(ledger, n, given, &mut tally));
        }
    }
    if let Some((n, event)) = early(ledger) {
        tally.fail(Failure::of(Wrong::Early).entry(n).file(event.word()));
    }
    let mut claim = tally.done(Why::Nothing);
    claim.remarks.extend(unsaid);
    claim.remarks.extend(super::swings::swings(ledger));
    claim
}

/// Whether a charter says of its people that they registered themselves where the rules say it of their frame, and only there:
/// the frame of the body that they were drawn for, or that the letters went to.
fn says_who(ledger: &Ledger, n: u32, given: &Given, tally: &mut Tally) -> Option<Remark> {
    let (rules, counts) = (ledger.rules_of(n)?, ledger.counts(n).ok()?);
    let of = |event: Event| counts.0.keys().find(move |key| key.0 == event.word()).map(|key| key.1.clone());
    let drawn = of(Event::Drawn).and_then(|body| rules.frame_of(rules.body(&body)?));
    let frame = drawn.or_else(|| rules.frame(&of(Event::Letter)?));
    let said = given.registered_themselves();
    if let Some(said) = &said {
        let own = match (frame, said.as_str()) {
            (Some(frame), "") => frame.self_registered,
            (Some(frame), said) => frame.self_registered && frame.name == said,
            (None, said) => {
                rules.frames.iter().any(|own| own.self_registered && (said.is_empty() || own.name == said))
            }
        };
        tally.check(own, || Failure::of(Wrong::Kind).entry(n).file(files::CHARTER_TOML));
    }
    let unsaid = frame.filter(|frame| frame.self_registered && said.is_none())?;
    Some(Remark::Unsaid { entry: n, frame: unsaid.name.clone() })
}

/// The first erasure that took rows because their time was over, though the rules keep such rows for ever, or more of them
/// than there were rows old enough. Rows of a lottery are of the day of their entry; how old others are only they say.
fn early(ledger: &Ledger) -> Option<(u32, Event)> {
    let mut shortest: BTreeMap<Event, u32> = BTreeMap::new();
    let mut taken: BTreeMap<Event, u64> = BTreeMap::new();
    for link in ledger.entries.iter().filter(|link| link.facts.kind == Sort::Erasure) {
        let (n, counts, day) = (link.number, ledger.counts(link.number).ok()?, Day::parse(&link.facts.date)?);
        let rules = ledger.rules_of(n);
        for &event in Event::ALL {
            let rows = counts.erased(event, Ground::Retention);
            if rows == 0 {
                continue;
            }
            let Some(&keep) = rules.as_ref().and_then(|rules| rules.keep.get(&event)) else {
                return Some((n, event));
            };
            let least = shortest.entry(event).or_insert(keep);
            *least = keep.min(*least);
            let keep = *least;
            let old_enough = |link: &&Link<Facts>| {
                let lottery = matches!(link.facts.kind, Sort::Panel | Sort::Letters);
                let over = |of: Day| of.plus(keep) <= day;
                link.number < n && (!lottery || Day::parse(&link.facts.date).is_some_and(over))
            };
            let own = |link: &Link<Facts>| ledger.counts(link.number).map_or(0, |c| c.total(event).people);
            let there: u64 = ledger.entries.iter().filter(old_enough).map(own).sum();
            let taken = taken.entry(event).or_default();
            *taken += rows;
            if *taken > there {
                return Some((n, event));
            }
        }
    }
    None
}

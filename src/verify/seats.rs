//! The seat plans below `sessions/` of a record, for claims V20 to V22: read once, and checked once.

use super::report::{Failure, Why};
use crate::base::fault::Grade;
use crate::bundle::form::Bad;
use crate::bundle::{Folder, files};
use crate::seed::Commitment;
use crate::sessions::model::brief::Brief;
use crate::sessions::record::verify::{self as seats, Outcome, Saved, Unreadable};
use crate::sessions::record::{Changed, LINE_FILE, SEATS_FILE};
use crate::sessions::solve::make;
use std::collections::BTreeSet;

/// A seat plan and what became of its claims.
pub(super) struct Kept<'a> {
    pub name: &'a str,
    pub saved: Saved,
    pub outcomes: Vec<(seats::Claim, Outcome)>,
    /// Of a plan changed on the day: the place among all plans of the one before it.
    pub before: Option<usize>,
    /// The line beside the seats, if there is one.
    line: Option<String>,
}

impl Kept<'_> {
    /// What became of a claim of the plan.
    pub fn outcome(&self, claim: seats::Claim) -> Option<&Outcome> {
        self.outcomes.iter().find(|(other, _)| *other == claim).map(|(_, outcome)| outcome)
    }

    /// The change that it is, if it was not made from a seed directly.
    pub fn change(&self) -> Option<&Changed> {
        self.saved.record.as_ref()?.change.as_ref()
    }

    /// Why it cannot be made again here, where it was made by the search rules of another program.
    pub fn other_search(&self) -> Option<Why> {
        match self.outcome(seats::Claim::Follows) {
            Some(&Outcome::NotChecked(seats::Why::OtherSearch { made, here })) => {
                Some(Why::OtherSearch { made, here })
            }
            _ => None,
        }
    }

    /// Whether the line beside the seats, if any, is that of the inputs.
    pub fn is_of_its_line(&self) -> bool {
        self.line.as_ref().is_none_or(|line| self.saved.line().is_named_by(line))
    }
}

/// All seat plans of a record.
pub(super) struct Plans<'a> {
    /// Those that can be read.
    pub kept: Vec<Kept<'a>>,
    /// Why others cannot.
    pub unread: Vec<Failure>,
    /// Inputs that are frozen, of which the plan is elsewhere or not made yet: their folder, and their line
    /// if it is theirs.
    pub frozen: Vec<(&'a str, Result<Commitment, Failure>)>,
}

/// The path in a record of a file of a plan.
pub(super) fn path(plan: &str, file: &str) -> String {
    format!("{}{plan}/{file}", files::SESSIONS)
}

/// A file of a plan that is not there, or not as the program writes it.
pub(super) fn unusable(folder: &Folder, plan: &str, file: &str) -> Failure {
    let file = path(plan, file);
    match folder.contains_key(&file) {
        true => Failure::Unreadable { file, why: Bad::Form },
        false => Failure::Missing { file },
    }
}

impl<'a> Plans<'a> {
    pub(super) fn read(folder: &'a Folder) -> Self {
        // A plan changed on the day lies inside the folder of its evening.
        let names: BTreeSet<&str> = files::below(folder, files::SESSIONS)
            .filter_map(|(path, _)| Some(path.rsplit_once('/')?.0))
            .collect();
        let mut read: Vec<(&str, Saved)> = vec![];
        let mut plans = Self { kept: vec![], unread: vec![], frozen: vec![] };
        for name in names {
            let file = |file: &str| folder.get(&path(name, file)).cloned();
            if file(LINE_FILE).is_some() && file(SEATS_FILE).is_none() {
                plans.frozen.push((name, frozen(folder, name)));
                continue;
            }
            match Saved::read(&file, &path(name, SEATS_FILE)) {
                Ok((saved, _)) => read.push((name, saved)),
                Err(why) => plans.unread.push(unread(folder, name, &why)),
            }
        }
        let before = grounds(&read);
        let outcomes: Vec<_> = read
            .iter()
            .zip(&before)
            .map(|((_, saved), before)| saved.check(before.map(|at| &read[at].1), None, &mut |_| {}))
            .collect();
        let kept = read.into_iter().zip(outcomes).zip(before);
        let line = |name: &str| {
            folder.get(&path(name, LINE_FILE)).map(|line| String::from_utf8_lossy(line).into_owned())
        };
        plans.kept = kept
            .map(|(((name, saved), outcomes), before)| Kept {
                name,
                saved,
                outcomes,
                before,
                line: line(name),
            })
            .collect();
        plans
    }

    /// Whether there is nothing of a seat plan at all.
    pub fn are_none(&self) -> bool {
        self.kept.is_empty() && self.unread.is_empty() && self.frozen.is_empty()
    }

    /// The plan that a change says it was made from, if it is here, wherever that one comes from.
    pub fn found(&self, change: &Changed) -> Option<&Kept<'a>> {
        self.kept.iter().find(|plan| is_before(&plan.saved, change))
    }

    /// Codes of people who turned up on the day, of whom a plan knows nothing: those of its change and of the
    /// changes before it.
    pub fn newcomers<'s>(&'s self, plan: &'s Kept<'_>) -> BTreeSet<&'s str> {
        let mut codes = BTreeSet::new();
        let mut at = Some(plan);
        // Every plan before rests on the ground, so this comes to an end.
        while let Some(plan) = at {
            codes.extend(plan.change().iter().flat_map(|it| &it.extra).map(|code| code.trim()));
            at = plan.before.map(|before| &self.kept[before]);
        }
        codes
    }
}

/// For each plan changed on the day the place of the plan before it, which must lead back to one that was made
/// from a seed. A plan that is changed from itself, by however many steps, comes from nowhere.
fn grounds(all: &[(&str, Saved)]) -> Vec<Option<usize>> {
    let change = |at: usize| all[at].1.record.as_ref().and_then(|record| record.change.as_ref());
    let mut grounded: Vec<bool> = (0..all.len()).map(|at| change(at).is_none()).collect();
    let mut before = vec![None; all.len()];
    loop {
        let found = (0..all.len()).filter(|&at| !grounded[at]).find_map(|at| {
            let change = change(at)?;
            let sound = (0..all.len()).filter(|&other| grounded[other]);
            let found = sound.into_iter().find(|&other| is_before(&all[other].1, change))?;
            Some((at, found))
        });
        let Some((at, found)) = found else { return before };
        (before[at], grounded[at]) = (Some(found), true);
    }
}

/// Whether a plan is the one that a change names.
fn is_before(saved: &Saved, change: &Changed) -> bool {
    saved.seats.to_string() == change.seatplan_before && saved.inputs.to_string() == change.inputs_before
}

/// The line of inputs that were frozen, if it is theirs.
fn frozen(folder: &Folder, name: &str) -> Result<Commitment, Failure> {
    let inputs = folder.get(&path(name, make::BRIEF_FILE)).and_then(|inputs| Brief::from_bytes(inputs));
    let Some(inputs) = inputs else { return Err(unusable(folder, name, make::BRIEF_FILE)) };
    let own = make::commitment(&inputs);
    let line = folder.get(&path(name, LINE_FILE)).map(|line| String::from_utf8_lossy(line).into_owned());
    match line.is_some_and(|line| own.is_named_by(&line)) {
        true => Ok(own),
        false => Err(Failure::SeatFrozen { plan: name.to_owned() }),
    }
}

/// Why a plan cannot be read.
fn unread(folder: &Folder, name: &str, why: &Unreadable) -> Failure {
    match why {
        Unreadable::Missing(file) => unusable(folder, name, file),
        Unreadable::Brief => unusable(folder, name, make::BRIEF_FILE),
        Unreadable::Seats(found) => {
            let wrong = found.wrongs.0.iter().find(|wrong| wrong.what.grade() == Grade::Stop);
            match wrong {
                Some(wrong) => Failure::SeatRow(Box::new(wrong.clone())),
                None => unusable(folder, name, SEATS_FILE),
            }
        }
    }
}

//! The seat plans below `sessions/` of a record, for claims V20 to V22: read once, and checked once.

use super::report::Claim;
use super::{v20_seats_follow, v21_seat_rules, v22_seat_figures};
use crate::bundle::{Folder, files};
use crate::seed::Commitment;
use crate::sessions::brief::Brief;
use crate::sessions::door;
use crate::sessions::record::{LINE_FILE, SEATS_FILE};
use crate::sessions::verify::{self as seats, Outcome, Saved};

/// A seat plan and what became of its claims.
pub(super) struct Kept<'a> {
    pub name: &'a str,
    pub saved: Saved,
    pub outcomes: Vec<(seats::Claim, Outcome)>,
}

impl Kept<'_> {
    /// Whether a claim of the plan holds.
    pub fn holds(&self, claim: seats::Claim) -> bool {
        self.outcomes.iter().any(|(other, outcome)| *other == claim && *outcome == Outcome::Holds)
    }
}

/// All seat plans of a record.
pub(super) struct Plans<'a> {
    /// Those that can be read.
    pub kept: Vec<Kept<'a>>,
    /// Names of those that cannot.
    pub unread: Vec<&'a str>,
    /// Inputs that are frozen, of which the plan is elsewhere or not made yet: their folder, and their line
    /// if it is theirs.
    pub frozen: Vec<(&'a str, Option<Commitment>)>,
}

/// Checks the claims of all seat plans in a record, which takes as long as making them did; none when
/// there is no seat plan. `published` are the lines that were seen before the seed was known.
pub fn seat_plans(folder: &Folder, published: &[&str]) -> Vec<Claim> {
    let plans = Plans::read(folder);
    if plans.kept.is_empty() && plans.unread.is_empty() && plans.frozen.is_empty() {
        return vec![];
    }
    vec![
        v20_seats_follow::check(&plans, folder, published),
        v21_seat_rules::check(&plans),
        v22_seat_figures::check(&plans),
    ]
}

impl<'a> Plans<'a> {
    fn read(folder: &'a Folder) -> Self {
        let mut names: Vec<&str> = files::below(folder, files::SESSIONS)
            .filter_map(|(path, _)| Some(path.split_once('/')?.0))
            .collect();
        names.dedup();
        let mut read: Vec<(&str, Saved)> = vec![];
        let mut plans = Self { kept: vec![], unread: vec![], frozen: vec![] };
        for name in names {
            let file = |file: &str| folder.get(&format!("{}{name}/{file}", files::SESSIONS)).cloned();
            if file(LINE_FILE).is_some() && file(SEATS_FILE).is_none() {
                let line = file(LINE_FILE).map(|line| String::from_utf8_lossy(&line).into_owned());
                let brief = file(door::BRIEF_FILE).and_then(|inputs| Brief::from_bytes(&inputs));
                let own = brief.map(|brief| door::commitment(&brief));
                let own = own.filter(|own| line.is_some_and(|line| own.is_named_by(&line)));
                plans.frozen.push((name, own));
                continue;
            }
            match Saved::read(&file, name) {
                Ok((saved, _)) => read.push((name, saved)),
                Err(_) => plans.unread.push(name),
            }
        }
        let outcomes: Vec<_> =
            read.iter().map(|(_, saved)| saved.check(before(saved, &read), None, &mut |_| {})).collect();
        let kept = read.into_iter().zip(outcomes);
        plans.kept = kept.map(|((name, saved), outcomes)| Kept { name, saved, outcomes }).collect();
        plans
    }
}

/// The plan that one was changed from.
fn before<'s>(saved: &Saved, all: &'s [(&str, Saved)]) -> Option<&'s Saved> {
    let change = saved.record.as_ref()?.change.as_ref()?;
    all.iter().map(|(_, saved)| saved).find(|before| {
        before.seats.to_string() == change.seatplan_before
            && before.inputs.to_string() == change.inputs_before
    })
}

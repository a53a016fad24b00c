//! Whether the folder of a seat plan is what it says: six claims. Imports its siblings and `base`.

use super::facts::{self, facts};
use crate::base::digest::Digest;
use crate::base::errors;
use crate::base::rules::Other;
use crate::seed::Commitment;
use crate::sessions::brief::people::Found;
use crate::sessions::day::reseat::reseat;
use crate::sessions::day::seatplan;
use crate::sessions::day::sheets;
use crate::sessions::model::brief::Brief;
use crate::sessions::record::{LINE_FILE, REPORT_FILE, Record, SEATS_FILE, SEED_FILE};
use crate::sessions::solve::compile::{Compiled, compile};
use crate::sessions::solve::make::{self, Made};
use crate::sessions::solve::search::Progress;
use crate::sessions::{Plan, Search};
use serde_json::Value;

/// A claim of a plan's folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// The inputs are the ones committed to.
    Inputs,
    /// The seats follow from the inputs and the seed.
    Follows,
    /// All rules are kept.
    Rules,
    /// The figures are true.
    Figures,
    /// The lists to hand out are those of the seats.
    Lists,
    /// There is nothing else in the folder.
    NothingElse,
}

/// What became of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It holds.
    Holds,
    /// It does not: how many things are wrong, and the names of those that have one.
    Fails(usize, Vec<String>),
    /// It could not be checked.
    NotChecked(Why),
}

/// Why a claim could not be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A file is missing or is not as the program writes it.
    File(&'static str),
    /// The plan was changed on the day, and the plan before it is not at hand.
    Before,
    /// The plan before it is another one than the record says.
    OtherBefore,
    /// It was made by search rules that this program does not have, and another may.
    OtherSearch {
        /// The number of those rules.
        made: u32,
        /// The number of this program's.
        here: u32,
    },
}

/// Every file that the folder of a plan may have.
pub const FILES: [&str; 9] = [
    SEATS_FILE,
    make::BRIEF_FILE,
    SEED_FILE,
    REPORT_FILE,
    LINE_FILE,
    sheets::FILES[0],
    sheets::FILES[1],
    sheets::FILES[2],
    sheets::FILES[3],
];

/// A plan's folder, read.
#[derive(Clone, Debug)]
pub struct Saved {
    /// The brief.
    pub brief: Brief,
    /// The brief as a problem.
    pub compiled: Compiled,
    /// The seats in the file.
    pub plan: Plan,
    /// Where chance came from, if the record can be read.
    pub record: Option<Record>,
    /// The figures in the file, if they can be read.
    pub figures: Option<Value>,
    /// Digest of the file with the figures.
    pub report: Option<Digest>,
    /// The lists to hand out that are in the folder.
    pub lists: Vec<(&'static str, Vec<u8>)>,
    /// Digest of the seats in the file.
    pub seats: Digest,
    /// Digest of the brief in the file.
    pub inputs: Digest,
}

/// Why a folder cannot be read.
#[derive(Clone, Debug)]
pub enum Unreadable {
    /// A file is not there.
    Missing(&'static str),
    /// The brief is not as the program writes it.
    Brief,
    /// The seats do not fit the brief.
    Seats(Box<Found>),
}

errors!(Unreadable);

impl Saved {
    /// Reads a folder; `file` gives the content of a file by its name, and `name` is what to call the
    /// seats in messages.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn read(file: &dyn Fn(&str) -> Option<Vec<u8>>, name: &str) -> Result<(Self, Found), Unreadable> {
        let inputs = file(make::BRIEF_FILE).ok_or(Unreadable::Missing(make::BRIEF_FILE))?;
        let brief = Brief::from_bytes(&inputs).ok_or(Unreadable::Brief)?;
        let seats = file(SEATS_FILE).ok_or(Unreadable::Missing(SEATS_FILE))?;
        let ids: Vec<String> = brief.people.iter().map(|person| person.id.clone()).collect();
        let compiled = compile(&brief);
        let mut found = Found::default();
        let read = seatplan::read(name, &seats, &ids, &mut found);
        let plan = read.map(|read| seatplan::fit(&brief, &compiled, &read, name, &mut found));
        let Some(plan) = plan.filter(|_| !found.stop()) else {
            return Err(Unreadable::Seats(Box::new(found)));
        };
        let report = file(REPORT_FILE);
        let saved = Self {
            record: file(SEED_FILE).and_then(|bytes| Record::read(&bytes)),
            lists: sheets::FILES.iter().filter_map(|&name| Some((name, file(name)?))).collect(),
            figures: report.as_ref().and_then(|bytes| serde_json::from_slice(bytes).ok()),
            report: report.map(|bytes| Digest::of(&bytes)),
            brief,
            compiled,
            plan,
            seats: Digest::of(&seats),
            inputs: Digest::of(&inputs),
        };
        Ok((saved, found))
    }

    /// The plan with its figures, recomputed.
    pub fn judge(&self) -> Made {
        make::judge(self.compiled.clone(), self.plan.clone())
    }

    /// Checks every claim but the last; of a plan changed on the day together with the plan before it.
    /// `published` is the line that somebody saw before the seed was known.
    pub fn check(
        &self,
        before: Option<&Saved>,
        published: Option<&str>,
        progress: &mut dyn FnMut(&Progress),
    ) -> Vec<(Claim, Outcome)> {
        let made = self.judge();
        let broken = made.figures.broken.len();
        let rules = if broken == 0 { Outcome::Holds } else { Outcome::Fails(broken, vec![]) };
        vec![
            (Claim::Inputs, self.committed(before, published)),
            (Claim::Follows, self.follows(before, progress)),
            (Claim::Rules, rules),
            (Claim::Figures, self.figures_are(&facts(&self.brief, &made))),
            (Claim::Lists, self.lists_are(&made)),
        ]
    }

    /// Makes the lists again, and compares them byte by byte.
    fn lists_are(&self, made: &Made) -> Outcome {
        let lang = self.record.as_ref().map(|record| record.lang).unwrap_or_default();
        let again = sheets::files(&self.brief, made, lang);
        let again = |name: &str| again.iter().flatten().find(|(known, _)| *known == name);
        let differ: Vec<String> = self
            .lists
            .iter()
            .filter(|(name, bytes)| again(name).is_none_or(|(_, again)| again != bytes))
            .map(|(name, _)| (*name).to_owned())
            .collect();
        let missing = sheets::FILES.iter().find(|name| self.lists.iter().all(|(there, _)| there != *name));
        match (differ.is_empty(), missing) {
            (false, _) => Outcome::Fails(differ.len(), differ),
            (true, Some(name)) => Outcome::NotChecked(Why::File(name)),
            (true, None) => Outcome::Holds,
        }
    }

    /// The last claim, from the names of everything in the folder.
    pub fn nothing_else<'a>(names: impl Iterator<Item = &'a str>) -> Outcome {
        let extra: Vec<String> = names.filter(|name| !FILES.contains(name)).map(str::to_owned).collect();
        if extra.is_empty() { Outcome::Holds } else { Outcome::Fails(extra.len(), extra) }
    }

    /// The line of the inputs, which everybody who knew it before the seed can compare.
    pub fn line(&self) -> Commitment {
        make::commitment(&self.brief)
    }

    fn committed(&self, before: Option<&Saved>, published: Option<&str>) -> Outcome {
        let Some(record) = &self.record else { return Outcome::NotChecked(Why::File(SEED_FILE)) };
        if record.commitment != self.line().to_string() {
            return Outcome::Fails(1, vec![]);
        }
        let Some(published) = published else { return Outcome::Holds };
        // Nobody could publish the inputs of a change on the day; those before it they could.
        let first = match &record.change {
            None => Some(self),
            Some(_) => before.filter(|it| it.record.as_ref().is_some_and(|record| record.change.is_none())),
        };
        match first {
            None => Outcome::NotChecked(Why::Before),
            Some(first) if first.line().is_named_by(published) => Outcome::Holds,
            Some(_) => Outcome::Fails(1, vec![LINE_FILE.to_owned()]),
        }
    }

    /// Makes the plan again, and compares seat by seat.
    fn follows(&self, before: Option<&Saved>, progress: &mut dyn FnMut(&Progress)) -> Outcome {
        let Some(record) = &self.record else { return Outcome::NotChecked(Why::File(SEED_FILE)) };
        if record.label != record.due_label() {
            return Outcome::Fails(0, vec![SEED_FILE.to_owned()]);
        }
        let search = match Search::made(record.search, &record.program) {
            Ok(search) => search,
            Err(Other::Untrue { .. }) => return Outcome::Fails(0, vec![SEED_FILE.to_owned()]),
            Err(Other::Elsewhere { made, here }) => {
                return Outcome::NotChecked(Why::OtherSearch { made, here });
            }
        };
        let again = match (&record.change, before) {
            (None, _) => make::seed(&self.brief, &record.seed_text)
                .and_then(|seed| make::make(search, &self.brief, &seed, progress).ok())
                .map(|made| made.plan),
            (Some(_), None) => return Outcome::NotChecked(Why::Before),
            (Some(change), Some(before)) => {
                let same = before.seats.to_string() == change.seatplan_before
                    && before.inputs.to_string() == change.inputs_before;
                if !same {
                    return Outcome::NotChecked(Why::OtherBefore);
                }
                let again = reseat(search, &before.brief, &before.plan, &change.asked(), &record.seed_text);
                again.ok().filter(|again| again.brief == self.brief).map(|again| again.made.plan)
            }
        };
        let seats = self.plan.seats.iter().flatten().count();
        let differ = match again {
            Some(again) if again.seats.len() == self.plan.seats.len() => {
                let pairs = again.seats.iter().flatten().zip(self.plan.seats.iter().flatten());
                pairs.filter(|(again, there)| again != there).count()
            }
            // From these inputs and words no plan comes at all.
            _ => seats,
        };
        // A row more, a role, or one round of a workshop may differ though the seats read are the same.
        let file = Digest::of(&seatplan::write(&self.brief, &self.compiled, &self.plan)) == self.seats;
        match (differ, file) {
            (0, true) => Outcome::Holds,
            (0, false) => Outcome::Fails(0, vec![SEATS_FILE.to_owned()]),
            _ => Outcome::Fails(differ, vec![]),
        }
    }

    fn figures_are(&self, found: &Value) -> Outcome {
        let Some(said) = &self.figures else { return Outcome::NotChecked(Why::File(REPORT_FILE)) };
        let names = |value: &Value| {
            value.as_object().map(|fields| fields.keys().cloned().collect::<Vec<_>>()).unwrap_or_default()
        };
        let mut fields = names(said);
        fields.extend(names(found));
        fields.sort_unstable();
        fields.dedup();
        fields.retain(|field| said.get(field) != found.get(field));
        // A figure said twice is read as what is said last, so the file must be as it was written.
        let file = Some(Digest::of(&facts::written(found))) == self.report;
        match (said == found, file) {
            (true, true) => Outcome::Holds,
            (true, false) => Outcome::Fails(0, vec![]),
            (false, _) => Outcome::Fails(fields.len().max(1), fields),
        }
    }
}

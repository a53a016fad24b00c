//! The acts of a deliberation, from seat plan to reply. Imports `deliberation`, `bundle`, `verify` and its siblings.
//!
//! Each act returns what it found and a patch with the next act of the chain, or a refusal with everything that is wrong.

mod ballot;
mod delegates;
mod follow;
mod lot;
mod papers;
mod topics;

pub use ballot::{Counted, Counting, Freezing, Frozen as FrozenBallot, Meaning, Ready};
pub use delegates::{DelegatesDrawn, Grouped};
pub use follow::{Agreeing, Agreement, Asked as Consulted, Consulting, Followed, Following};
pub use lot::Given;
pub use topics::Sorted;

use super::PROGRAM;
use super::frozen::{Frozen, chain};
use super::patch::Patch;
use super::program::reason_among;
use super::refusal::Refusal;
use super::seated::Seated;
use crate::base::digest::Digest;
use crate::base::fault::Place;
use crate::base::look::look;
use crate::bundle::acts::{self, ACTS, BallotTerms, Facts, Sort, TallyTerms, TiesTerms};
use crate::bundle::chain::{Form, Link};
use crate::bundle::registered::registered_themselves;
use crate::bundle::rosters::ROSTERS;
use crate::bundle::{files, form, public};
use crate::deliberation::dates::{Date, Term};
use crate::deliberation::roll::{Means, Roll};
use crate::deliberation::rows::{Choice, Class, Row, Verdict};
use crate::deliberation::rule::Rule;
use crate::deliberation::sheet::tells;
use crate::deliberation::wrong::{Found, What, listed};
use crate::draw::code::Code;
use crate::pool::again::Spoiled;
use crate::pool::named::{Calls, Named};
use crate::seed::Commitment;
use crate::verify::Outcome;
use crate::verify::who_is_in::{In, people_in};
use serde::Serialize;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A lottery that was drawn, with the acts so far.
pub struct Deliberating<'a> {
    frozen: &'a Frozen,
    /// SHA-256 of the manifest of the draw.
    record: String,
    /// SHA-256 of the manifest of the list of events by which people are in.
    roster: Option<String>,
    /// Who is in.
    is_in: In,
    /// The last day of these events.
    last_event: Option<Date>,
    /// The acts, first to last.
    links: Vec<Link<Facts>>,
    /// Codes by id, of everybody in the lottery or with a seat from before.
    ids: BTreeMap<String, Code>,
    /// What people of the lottery are called, and where they live.
    named: Arc<Named>,
}

/// An act that was made.
#[derive(Clone, Debug)]
pub struct Act {
    /// Its number.
    pub number: u32,
    /// Its day.
    pub date: Date,
    /// What the assembly is called, where its charter says so.
    pub title: Option<String>,
    /// The frame of people who registered themselves, where the panel was drawn from one.
    pub registered: Option<String>,
    /// The line to keep, or to publish.
    pub line: Commitment,
    /// What makes it.
    pub patch: Patch,
}

/// What an act says besides its tables.
struct Making<'a> {
    sort: Sort,
    date: &'a str,
    /// What it replaces, and why.
    replaces: Option<(u32, String)>,
}

/// A ballot in the record.
pub struct Ballot {
    /// The number of the act that froze it.
    pub act: u32,
    /// Why its rule is not one of the charter.
    pub because: Option<String>,
    /// The rule.
    pub rule: Rule,
    /// The options.
    pub options: Vec<Choice>,
    /// Who may vote.
    pub roll: Roll,
}

/// What was found of a ballot.
pub struct Verdicts {
    /// The number of the act with it: the count, or the lot after it.
    pub act: u32,
    /// The number of the count.
    pub tally: u32,
    /// Option by option.
    pub verdicts: Vec<Verdict>,
}

impl Frozen {
    /// The assembly with a draw that counts, and the acts so far.
    ///
    /// # Errors
    /// Nothing has been drawn, or a record is damaged.
    pub fn deliberating(&self) -> Result<Deliberating<'_>, Refusal> {
        let drawn = self.after_draw()?;
        let draw = &drawn.draw.record;
        let lists = chain(&ROSTERS, &self.folder)?;
        let list = lists.last().filter(|list| list.facts.draw == draw.draw);
        let events = match list {
            None => None,
            Some(list) => {
                let path = ROSTERS.path(list.number, files::EVENTS);
                Some(self.folder.get(&path).ok_or(Refusal::Damaged { file: path })?.as_slice())
            }
        };
        let last_event = events.and_then(last_day);
        let is_in = people_in(&self.public, &self.folder, draw, events);
        let is_in = is_in.ok_or_else(|| Refusal::public(files::POOL))?;
        let mut previous = None;
        let commitment = self.public.commitment.digest().to_string();
        let mut links: Vec<Link<Facts>> = Vec::new();
        for link in chain(&ACTS, &self.folder)? {
            let sound =
                ACTS.check(&self.folder, link.number, &commitment, &[self.public.rules], previous.as_ref());
            let link = sound.map_err(|flaw| {
                let end = crate::bundle::chain::Break { number: link.number, flaw };
                Refusal::Damaged { file: end.path(&ACTS) }
            })?;
            previous = Some(link.digest);
            links.push(link);
        }
        // Nobody goes on with acts that are not true.
        let failed =
            crate::verify::acts(&self.folder).into_iter().find(|it| matches!(it.outcome, Outcome::Fail(_)));
        if let Some(claim) = failed {
            return Err(Refusal::Changed { claim: Box::new(claim) });
        }
        let mut ids: BTreeMap<String, Code> = self.codes.iter().map(|it| (it.0.clone(), it.1)).collect();
        let seated = Seated::of(self).map_err(|file| Refusal::Damaged { file })?;
        ids.extend(seated.into_iter().map(|it| (it.id, it.code)));
        let record = drawn.digest.to_string();
        let roster = list.map(|list| list.digest.to_string());
        let named = Arc::new(self.named());
        Ok(Deliberating { frozen: self, record, roster, is_in, last_event, links, ids, named })
    }
}

/// How long nothing may happen between two acts.
const FAR: Term = Term::Months(240);

/// The last day of a list of events.
fn last_day(events: &[u8]) -> Option<Date> {
    let rows = form::records(events).ok()?;
    rows.iter().filter_map(|row| Date::read(row.get(0)?)).max()
}

/// Refuses with this alone.
fn no(what: What) -> Refusal {
    Refusal::Deliberation(Box::new(Found::one(what)))
}

/// Refuses if anything found stops the work.
fn sound(found: Found) -> Result<Found, Refusal> {
    if found.stop() { Err(Refusal::Deliberation(Box::new(found))) } else { Ok(found) }
}

/// Whether an option of this class is adopted.
pub fn is_adopted(class: Class) -> bool {
    matches!(class, Class::Adopted | Class::In | Class::InByLot)
}

impl<'a> Deliberating<'a> {
    /// How many people are in.
    pub fn people(&self) -> u64 {
        self.is_in.people
    }

    /// Codes of those who are in, ascending; none where the record shows no codes.
    fn drawn(&self) -> Vec<String> {
        self.is_in.codes.iter().flatten().map(Code::to_string).collect()
    }

    /// The code of somebody of the lottery, given by code or id.
    fn who(&self, text: &str) -> Option<String> {
        let coded = Code::parse(text).ok().filter(|code| self.ids.values().any(|known| known == code));
        coded.or_else(|| self.ids.get(text).copied()).map(|code| code.to_string())
    }

    /// Whom texts of a clerk's list mean. What ids look like is worked out when the first one is nobody's.
    fn whose(&self) -> impl Fn(&str) -> Means + '_ {
        let looks = OnceCell::new();
        let codes = OnceCell::new();
        move |text| {
            if let Some(code) = self.who(text) {
                return Means::Code(code);
            }
            let ids = looks.get_or_init(|| Spoiled::of(self.ids.keys().map(String::as_str)));
            let codes = codes.get_or_init(|| -> BTreeMap<String, Code> {
                self.ids.values().map(|code| (look(&code.to_string()), *code)).collect()
            });
            let near = ids.find(text).map(str::to_owned);
            near.or_else(|| codes.get(&look(text)).map(Code::to_string)).map_or(Means::Nobody, Means::Like)
        }
    }

    /// The acts that count, by number.
    pub fn standing(&self) -> BTreeMap<u32, &Link<Facts>> {
        acts::standing(&self.links)
    }

    /// The acts of one sort that count.
    fn of(&self, sort: Sort) -> impl Iterator<Item = u32> {
        let numbers: Vec<u32> =
            self.standing().into_iter().filter(|(_, link)| link.facts.kind == sort).map(|it| it.0).collect();
        numbers.into_iter()
    }

    fn terms<T: serde::de::DeserializeOwned + Serialize>(&self, act: u32) -> Result<T, Refusal> {
        let damaged = || Refusal::Damaged { file: ACTS.path(act, files::TERMS) };
        acts::terms(&self.frozen.folder, act).ok_or_else(damaged)
    }

    fn rows<R: Row>(&self, act: u32, file: &str) -> Result<Vec<R>, Refusal> {
        let damaged = || Refusal::Damaged { file: ACTS.path(act, file) };
        acts::rows(&self.frozen.folder, act, file).ok_or_else(damaged)
    }

    /// The ballots that count, in the order of their acts.
    ///
    /// # Errors
    /// A record that is damaged.
    pub fn ballots(&self) -> Result<Vec<Ballot>, Refusal> {
        self.of(Sort::Ballot).map(|act| self.ballot_of(act)).collect()
    }

    fn ballot_of(&self, act: u32) -> Result<Ballot, Refusal> {
        let terms: BallotTerms = self.terms(act)?;
        let damaged = |file: &str| Refusal::Damaged { file: ACTS.path(act, file) };
        let rule = Rule::recorded(&terms.rule).ok_or_else(|| damaged(files::TERMS))?;
        let roll = acts::roll(&self.frozen.folder, act).ok_or_else(|| damaged(files::ROLL))?;
        Ok(Ballot { act, because: terms.because, rule, options: self.rows(act, files::OPTIONS)?, roll })
    }

    /// The ballot of this name.
    ///
    /// # Errors
    /// There is none.
    pub fn ballot(&self, name: &str) -> Result<Ballot, Refusal> {
        let ballots = self.ballots()?;
        let known: Vec<String> = ballots.iter().map(|it| it.rule.name.clone()).collect();
        let what = What::NoBallot { name: name.to_owned(), known: listed(&known) };
        ballots.into_iter().find(|it| it.rule.name == name).ok_or_else(|| no(what))
    }

    /// What was found of a ballot, if it was counted.
    ///
    /// # Errors
    /// A record that is damaged.
    pub fn result(&self, ballot: &Ballot) -> Result<Option<Verdicts>, Refusal> {
        let mut found = None;
        for act in self.of(Sort::Tally) {
            if self.terms::<TallyTerms>(act)?.ballot == ballot.act {
                found = Some(Verdicts { act, tally: act, verdicts: self.rows(act, files::RESULT)? });
            }
        }
        let Some(tally) = &found else { return Ok(None) };
        let tally = tally.tally;
        for act in self.of(Sort::Ties) {
            if self.terms::<TiesTerms>(act)?.tally == tally {
                found = Some(Verdicts { act, tally, verdicts: self.rows(act, files::RESULT)? });
            }
        }
        Ok(found)
    }

    /// Refuses to go on with an act of a draw that was annulled.
    fn of_this_draw(&self, act: u32) -> Result<(), Refusal> {
        let own = self.links.iter().find(|link| link.number == act).map(|link| &link.facts.record);
        if own == Some(&self.record) { Ok(()) } else { Err(no(What::Annulled { act })) }
    }

    /// A day of which the first act cannot be far: the last of the charter's phases, or that on which the line of the lottery
    /// was published, or the last event after the draw.
    fn known_day(&self) -> Option<Date> {
        let charter = self.charter();
        let phases = charter.iter().flat_map(|it| &it.phases).map(|it| it.until).max();
        phases.or(self.last_event).or(charter.and_then(|it| it.published))
    }

    /// What the assembly is called, where its charter says so.
    fn title(&self) -> Option<String> {
        let bytes = public::file(&self.frozen.folder, files::CHARTER_TOML).ok()?;
        let table =
            String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').parse::<toml::Table>().ok()?;
        table.get("title")?.as_str().map(|title| title.trim().to_owned()).filter(|title| !title.is_empty())
    }

    /// The frame of people who registered themselves, where the panel was drawn from one: their vote is no vote of residents.
    pub fn registered(&self) -> Option<String> {
        registered_themselves(&self.frozen.folder)
    }

    /// Which of these texts, that become public, call somebody by a surname of this lottery, or by an id.
    pub fn people_told<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Found {
        self.frozen.people_told(texts)
    }

    /// A reason that is a line, where one is needed.
    fn reason(&self, text: Option<&str>) -> Result<String, Refusal> {
        self.said(text)?.ok_or_else(|| no(What::NoReason { act: None }))
    }

    /// A reason, if one is given that is a line. One by which somebody could be reached or found is refused wherever it
    /// stands.
    fn said(&self, text: Option<&str>) -> Result<Option<String>, Refusal> {
        match reason_among(&self.named, text) {
            Err(Refusal::Reason) => Ok(None),
            Ok(Some(text)) if self.named.calls(&text) == Some(Calls::Titled) => Err(no(What::Titled)),
            Ok(Some(text)) if tells(&text).any(|it| it == What::Citizen) => Err(no(What::Citizen)),
            other => other,
        }
    }

    /// Tells of the name of a ballot or a group that is a telephone number, or somebody's.
    fn names_nobody(&self, name: &str, place: &Place, found: &mut Found) {
        let person = self.named.calls(name).map(|_| What::Person);
        tells(name).chain(person).for_each(|what| found.push(what, place.clone()));
    }

    /// The next act, with these tables.
    fn publish(&self, making: Making<'_>, lists: Vec<(&'static str, Vec<u8>)>) -> Result<Act, Refusal> {
        let date =
            Date::read(making.date).ok_or_else(|| no(What::NotDate { cell: making.date.to_owned() }))?;
        let last = self.links.last().and_then(|link| link.facts.day());
        if let Some(last) = last.filter(|last| date < *last) {
            return Err(no(What::Early { date: date.to_string(), last: last.to_string() }));
        }
        // A slip in the year would hold up every act after it.
        let known = last.or_else(|| self.known_day());
        if let Some(known) = known.filter(|it| it.after(FAR).is_some_and(|far| far < date)) {
            return Err(no(What::FarDate { date: date.to_string(), last: known.to_string(), early: false }));
        }
        // Nobody deliberates before the lottery was made known.
        let announced =
            self.charter().and_then(|it| it.published).filter(|day| last.is_none() && date < *day);
        if let Some(day) = announced {
            return Err(no(What::FarDate { date: date.to_string(), last: day.to_string(), early: true }));
        }
        let (replaces, because) = making.replaces.unzip();
        let facts = Facts {
            act: self.links.len() as u32 + 1,
            because,
            commitment: self.frozen.public.commitment.digest().to_string(),
            date: date.to_string(),
            kind: making.sort,
            previous: self.links.last().map(|link| link.digest.to_string()),
            program: PROGRAM.to_owned(),
            record: self.record.clone(),
            replaces,
            roster: self.roster.clone(),
            rules: self.frozen.public.rules.number(),
        };
        debug_assert!(facts.sound());
        let entry = ACTS.append(&facts, lists);
        let mut folder = crate::bundle::Folder::new();
        let patch = Patch { steps: vec![Patch::record(&entry)], stands: None };
        patch.apply_to(&mut folder);
        let line = acts::line(&folder, facts.act).ok_or(Refusal::Mistaken)?;
        Ok(Act { number: facts.act, date, title: self.title(), registered: self.registered(), line, patch })
    }
}

/// The bytes of terms.
fn terms_of(terms: &impl Serialize) -> (&'static str, Vec<u8>) {
    (files::TERMS, form::facts(terms))
}

/// The digest of a public file that somebody kept, for messages.
pub fn digest_of(folder: &crate::bundle::Folder, act: u32) -> Option<Digest> {
    folder.get(&ACTS.path(act, files::MANIFEST)).map(|bytes| Digest::of(bytes))
}

//! A lottery and what happened after it, entered into the ledger: read from its record, never typed again. Imports `bundle`,
//! `programme` and its siblings.

use super::add::{Added, By, barred_late, title};
use super::due_charter::unsaid;
use super::entered::Entering;
use super::no::No;
use super::odd::Odd;
use super::{PROGRAM, Programme, plain, random};
use crate::assembly::frozen::chain;
use crate::assembly::patch::Step;
use crate::assembly::roster::Drawn;
use crate::assembly::seated::Seated;
use crate::assembly::{Frozen, Refusal, Source};
use crate::base::text::fold;
use crate::bundle::about::KeyOrigin;
use crate::bundle::chain::Link;
use crate::bundle::people::Coded;
use crate::bundle::rosters::ROSTERS;
use crate::bundle::{conduct, files, sealed};
use crate::draw::code::Code;
use crate::programme::chances;
use crate::programme::claims::{self, Against, Whom};
use crate::programme::entry::{self, Facts, Record, Sort};
use crate::programme::event::{Event, Ground};
use crate::programme::ledger::{Appended, New};
use crate::programme::past::Past;
use crate::programme::rows::{Line, Row, is_name};
use crate::programme::rules::Body;
use crate::programme::terms;
use crate::programme::turns::{self, State};
use crate::programme::{Day, Ledger};
use crate::quotas::Feature;
use std::collections::{BTreeMap, BTreeSet};

/// What a record is entered as.
#[derive(Clone, Debug)]
pub struct OfRecord<'a> {
    /// The body for which was drawn; none: the only one there is.
    pub body: Option<&'a str>,
    /// The edition, where the body has several; none: the day.
    pub edition: Option<&'a str>,
    /// Of a lottery of letters: who was in the register, as `due` wrote it.
    pub letters: Option<Source<'a>>,
    /// Whether it is entered although people were in it who are barred: it was drawn like that.
    pub as_drawn: bool,
}

/// What is entered, one entry after the other.
pub(super) struct Making<'a> {
    pub ledger: Ledger,
    pub made: Vec<Appended>,
    pub entries: Vec<(u32, Sort, u64)>,
    pub by: &'a By<'a>,
    /// What happened before a lottery that is to be entered.
    pub past: Option<Past>,
    /// Whether a lottery is entered although people who are barred were in it.
    pub as_drawn: bool,
    /// What a lottery that is entered has against the rules.
    pub against: Against,
}

impl<'a> Making<'a> {
    pub fn new(programme: &Programme, by: &'a By<'a>, as_drawn: bool) -> Self {
        let (ledger, against) = (programme.ledger.clone(), Against::default());
        Self { ledger, made: Vec::new(), entries: Vec::new(), by, past: None, as_drawn, against }
    }

    pub fn append(&mut self, new: New<'_>) -> Result<(), No> {
        if let Some(past) = self.past.take() {
            // By the rules that the claim will look at, and before it is there: an entry does not change.
            let due = new.by_rules_of.unwrap_or_else(|| self.ledger.last());
            let rules = self.ledger.rules_at(due);
            let erased = self.ledger.entries.iter().any(|link| link.facts.kind == Sort::Erasure);
            let of = |rules| Against::of(&past, &rules, new.kind, &new.rows, erased);
            self.against = rules.map(of).unwrap_or_default();
            if !self.against.is_nothing() && !self.as_drawn {
                return Err(No::AgainstRules { against: Box::new(self.against.clone()) });
            }
        }
        let (kind, rows) = (new.kind, new.rows.len() as u64);
        let made = self.ledger.append(new, PROGRAM, random(self.by.random, self.made.len()))?;
        self.ledger = self.ledger.clone().after(&made)?;
        self.entries.push((made.number, kind, rows));
        self.made.push(made);
        Ok(())
    }
}

impl Programme {
    /// Enters a lottery with its draw, the terms that begin with it, and what was published of what happened after it. What
    /// is entered already stays as it is, so the same command may be given again.
    ///
    /// # Errors
    /// [`No`].
    pub fn add_record(&self, frozen: &Frozen, of: &OfRecord<'_>, by: &By<'_>) -> Result<Added, No> {
        let drawn = frozen.after_draw()?;
        let whom = Whom::of(&frozen.folder);
        let body = match (&of.letters, &whom.body) {
            (Some(_), Some(own)) => return Err(No::BodyAsLetters { charter: own.clone() }),
            (Some(_), None) => None,
            (None, own) => Some(self.body(own.as_deref().or(of.body))?),
        };
        if let Some(given) = of.body {
            self.as_frozen(&whom, Sort::Panel, given)?;
        }
        let frame = match body {
            Some(body) => self.ledger.rules.frame_of(body).map(|frame| frame.name.clone()),
            None => Some(self.frame_as_frozen(&whom, by.frame)?),
        };
        let frame = frame.ok_or_else(|| No::NoFrame { name: None, known: Vec::new() })?;
        let record = Record {
            commitment: frozen.public.commitment.digest().to_string(),
            draw: drawn.digest.to_string(),
            roster: None,
        };
        // What happened after a draw that is entered is of the edition of that draw.
        let known = self.edition_of(&record)?;
        let edition = of.edition.map(|text| text.trim().to_owned()).or(known);
        let edition = edition.unwrap_or_else(|| by.date.to_string());
        if !is_name(&edition) {
            return Err(No::Name { name: edition });
        }
        let head = claims::head_of(&frozen.folder);
        let named =
            head.as_deref().map(|head| self.ledger.entry_of(head).ok_or(No::OtherProgramme)).transpose()?;
        if frozen.public.about.key != KeyOrigin::Secret {
            return Err(No::OtherKey);
        }
        let charter = claims::day_of(&frozen.folder);
        let sort = if of.letters.is_some() { Sort::Letters } else { Sort::Panel };
        let entered = there(&self.ledger, sort, &record);
        let mut making = Making::new(self, by, of.as_drawn);
        if !entered {
            self.by_charter(named, charter)?;
            let past = self.past_of(&record)?;
            if !of.as_drawn {
                self.nobody_evades(frozen, &frame, body, &past, by.date)?;
            }
            making.past = Some(past);
        }
        let mut entering = Entering::new(&self.people, self.keyed(), &frame);
        let the = The { frozen, drawn: &drawn, body, edition: &edition, record, named };
        let mut extra = Vec::new();
        match (of.letters, body) {
            (Some(list), _) => extra = self.letters(&the, &frame, list, &mut entering, &mut making)?,
            (None, Some(body)) => {
                self.panel(&the, &mut entering, &mut making)?;
                if let Some(months) = body.term {
                    first_terms(&the, body, months, &mut entering, &mut making)?;
                }
                roster(&the, body, &mut entering, &mut making)?;
            }
            (None, None) => {}
        }
        if making.made.is_empty() {
            let mut added = self.nothing();
            added.patch.steps.extend(extra);
            added.odd.extend(other_day(&self.ledger, sort, &the.record, by.date));
            return Ok(added);
        }
        self.may_enter(by.date)?;
        after_charter(by.date, charter)?;
        let mut patch = self.patch(&making.made, &entering.people);
        patch.steps.extend(extra);
        let head = making.made.last().map(|made| made.head.clone()).unwrap_or_default();
        let late = late(by.date, charter).filter(|_| !entered);
        let unsaid = unsaid(&self.ledger.rules, &frozen.folder, &frame);
        // What happened after an earlier draw may have been of a day before a later one.
        let barred_late = barred_late(&making.ledger, self.ledger.last() + 1)?;
        let against = making.against;
        let entries = making.entries;
        Ok(Added { patch, entries, head, late, unsaid, barred_late, against, ..Added::default() })
    }

    /// Refuses a line in a charter from before the rules that were in force when the charter was made: it would choose them.
    pub(super) fn by_charter(&self, named: Option<u32>, charter: Option<Day>) -> Result<(), No> {
        let (Some(named), Some(day)) = (named, charter) else { return Ok(()) };
        let rules = self.ledger.rules_before(self.ledger.last() + 1, day).filter(|&rules| named < rules);
        let Some(rules) = rules else { return Ok(()) };
        Err(No::OldLine { named, rules, charter: day.to_string() })
    }

    /// What happened before a lottery, without a draw of it that was annulled: this one takes its place.
    pub(super) fn past_of(&self, record: &Record) -> Result<Past, No> {
        let last = self.ledger.last();
        Ok(Past::without(&self.ledger, last, &self.ledger.replaced_with(last, Some(record)))?)
    }

    /// The edition as which a draw is entered; `None` if it is not, or all its rows are erased.
    fn edition_of(&self, record: &Record) -> Result<Option<String>, No> {
        let is_it = |link: &&Link<Facts>| link.facts.record.as_ref() == Some(record);
        let Some(link) = self.ledger.entries.iter().find(is_it) else { return Ok(None) };
        for line in self.ledger.rows(link.number)?.lines() {
            if let Line::Row(row, _) = line? {
                return Ok(Some(row.edition.to_owned()));
            }
        }
        Ok(None)
    }

    /// A body by its name; the only one, if none is named.
    pub(super) fn body(&self, wanted: Option<&str>) -> Result<&Body, No> {
        let bodies = &self.ledger.rules.bodies;
        let known = || bodies.iter().map(|body| body.name.clone()).collect();
        match (wanted, &bodies[..]) {
            (Some(name), _) => {
                let found = bodies.iter().find(|body| fold(&body.name) == fold(name));
                found.ok_or_else(|| No::NoBody { name: Some(name.to_owned()), known: known() })
            }
            (None, [only]) => Ok(only),
            (None, _) => Err(No::NoBody { name: None, known: known() }),
        }
    }

    fn panel(&self, the: &The<'_>, entering: &mut Entering<'_>, making: &mut Making<'_>) -> Result<(), No> {
        if there(&making.ledger, Sort::Panel, &the.record) {
            // Their codes are known, and their features are wanted of nobody.
            return Ok(());
        }
        let (frozen, by) = (the.frozen, making.by);
        let body = the.body.map_or("", |body| body.name.as_str());
        let mut own: Vec<(Code, Event, Option<u64>)> = Vec::new();
        let mut codes: BTreeMap<&str, Code> = BTreeMap::new();
        for (i, held) in held(frozen)?.into_iter().enumerate() {
            let id = frozen.codes[i].0.as_str();
            let code = entering.with(id, the.features(&self.ledger.rules.reports, i));
            codes.insert(id, code);
            own.push((code, Event::Pool, Some(held)));
        }
        own.extend(frozen.panel_ids(&the.drawn.draw).into_iter().map(|id| (codes[id], Event::Drawn, None)));
        let reserves = frozen.reserve_ids(&the.drawn.draw);
        own.extend((1..).zip(reserves).map(|(place, id)| (codes[id], Event::Reserve, Some(place))));
        for seated in the.seated()? {
            let known = |feature: &String| Some((feature.clone(), seated.cell(frozen, feature)?.to_owned()));
            let features = self.ledger.rules.reports.iter().filter_map(known).collect();
            own.push((entering.with(&seated.id, features), Event::Stays, None));
        }
        own.extend(excluded(frozen, entering)?);
        let rows = own.into_iter().map(|(person, event, number)| Row {
            seq: 0,
            date: by.date,
            person,
            event,
            body,
            edition: the.edition,
            number,
            until: None,
        });
        let rows: Vec<Row<'_>> = rows.collect();
        let features = std::mem::take(&mut entering.features);
        making.append(New {
            record: Some(the.record.clone()),
            rows,
            features: &|code| features.get(&code).map(Vec::as_slice),
            lists: the.lists(),
            by_rules_of: the.named,
            ..plain(Sort::Panel, title(by.title, Sort::Panel)?, by.date)
        })
    }

    /// Enters the letters of a lottery; what follows besides: who was in the register.
    fn letters(
        &self,
        the: &The<'_>,
        frame: &str,
        list: Source<'_>,
        entering: &mut Entering<'_>,
        making: &mut Making<'_>,
    ) -> Result<Vec<Step>, No> {
        let other = || No::OtherFrame { file: list.name.to_owned() };
        let register = turns::Frame::read(list.bytes).map_err(|_| other())?;
        if there(&making.ledger, Sort::Letters, &the.record) {
            return Ok(self.keep_frame(&the.record, list.bytes).into_iter().collect());
        }
        let (frozen, by) = (the.frozen, making.by);
        let mut own: Vec<(Code, Event, Option<u64>, Option<Day>)> = Vec::new();
        let drawn: BTreeSet<&str> = frozen.panel_ids(&the.drawn.draw).into_iter().collect();
        for (i, (id, ..)) in frozen.codes.iter().enumerate().filter(|(_, c)| drawn.contains(c.0.as_str())) {
            let code = entering.with(id, the.features(&self.ledger.rules.reports, i));
            own.push((code, Event::Letter, None, None));
        }
        for seated in the.seated()? {
            own.push((entering.enter(&seated.id), Event::Letter, None, None));
        }
        let excluded = excluded(frozen, entering)?.into_iter();
        own.extend(excluded.map(|(code, event, n)| (code, event, n, None)));
        let rows = of_letters(own, &register, by.date, (frame, the.edition)).ok_or_else(other)?;
        let features = std::mem::take(&mut entering.features);
        making.append(New {
            record: Some(the.record.clone()),
            rows,
            features: &|code| features.get(&code).map(Vec::as_slice),
            lists: the.lists(),
            by_rules_of: the.named,
            ..plain(Sort::Letters, title(by.title, Sort::Letters)?, by.date)
        })?;
        Ok(vec![keep(list.bytes)])
    }

    /// What keeps the register of letters that are entered, if they are the last and it is not kept.
    pub(super) fn keep_frame(&self, record: &Record, bytes: &[u8]) -> Option<Step> {
        let path = format!("{}{}", files::SEALED, entry::FRAME);
        let missing = self.ledger.sealed(&path).is_none_or(|kept| *kept != *bytes);
        // Only of the last letters: that of earlier ones was replaced long ago.
        let last = self.ledger.entries.iter().rev().find(|link| link.facts.kind == Sort::Letters);
        let of = |link: &Link<Facts>| {
            link.facts.record.as_ref().is_some_and(|r| r.commitment == record.commitment)
        };
        (missing && last.is_some_and(of)).then(|| keep(bytes))
    }
}

/// What keeps the register of the last letters.
pub(super) fn keep(bytes: &[u8]) -> Step {
    Step::Replace { path: format!("{}{}", files::SEALED, entry::FRAME), bytes: bytes.to_vec() }
}

/// The rows of letters, with what newcomers of the register took over; `None` where somebody was written to who is not in
/// it. `of` are frame and edition.
pub(super) fn of_letters<'a>(
    mut own: Vec<(Code, Event, Option<u64>, Option<Day>)>,
    register: &turns::Frame,
    date: Day,
    of: (&'a str, &'a str),
) -> Option<Vec<Row<'a>>> {
    let mut written = own.iter().filter(|(_, event, ..)| *event == Event::Letter);
    if !written.all(|(code, ..)| register.has(*code)) {
        return None;
    }
    for person in register.people() {
        if let State::New(Some(lot)) = person.state() {
            own.push((person.code(), Event::Joined, Some(lot), person.last()));
        }
    }
    let row = |(person, event, number, until)| Row {
        seq: 0,
        date,
        person,
        event,
        body: of.0,
        edition: of.1,
        number,
        until,
    };
    Some(own.into_iter().map(row).collect())
}

/// A record that is entered.
struct The<'a> {
    frozen: &'a Frozen,
    drawn: &'a Drawn<'a>,
    body: Option<&'a Body>,
    edition: &'a str,
    record: Record,
    /// The entry whose line is in its charter.
    named: Option<u32>,
}

impl The<'_> {
    /// The features by which is counted of a person of the pool, by place in it: those of the quotas as the record names their
    /// values, however the list spelled them, others as the list has them.
    fn features(&self, reports: &[String], i: usize) -> Vec<(String, String)> {
        let (pool, public) = (&self.frozen.pool, &self.frozen.public);
        let homes = public.about.household.as_ref().map(|rule| &rule.feature);
        let profile = public.profiles.get(self.frozen.codes[i].2 as usize);
        let value = |name: &String| -> Option<String> {
            let is_it = |feature: &Feature| Some(&feature.name) != homes && fold(&feature.name) == fold(name);
            if let Some(at) = public.quotas.features.iter().position(is_it) {
                let values = &public.quotas.features[at].values;
                return Some(values.get(*profile?.values.get(at)? as usize)?.name.clone());
            }
            let c = pool.headings().iter().position(|heading| fold(heading) == fold(name))?;
            Some(pool.cell(i, c).trim().to_owned())
        };
        reports.iter().filter_map(|name| Some((name.clone(), value(name)?))).collect()
    }

    fn seated(&self) -> Result<Vec<Seated>, No> {
        Ok(Seated::of(self.frozen).map_err(|file| Refusal::Damaged { file })?)
    }

    /// Chances by cohort, and the seed.
    fn lists(&self) -> Vec<(&'static str, Vec<u8>)> {
        let public = &self.frozen.public;
        let mut seats = vec![0u32; public.profiles.len()];
        self.drawn.draw.seats.iter().for_each(|&(t, _)| seats[t as usize] += 1);
        let homes = public.about.household.as_ref().map(|rule| rule.feature.as_str());
        let cohorts = chances::cohorts(&public.quotas, homes, &public.profiles, &public.lottery, &seats);
        let seed = format!("{}\n", self.drawn.draw.record.seed).into_bytes();
        vec![(entry::CHANCES, chances::table(&cohorts)), (entry::SEED, seed)]
    }
}

/// Refuses a day before that of the charter: what bars somebody is of the day of the entry.
pub(super) fn after_charter(date: Day, charter: Option<Day>) -> Result<(), No> {
    match charter.filter(|&charter| date < charter) {
        Some(charter) => Err(No::BeforeCharter { date: date.to_string(), charter: charter.to_string() }),
        None => Ok(()),
    }
}

/// The days of a charter and of an entry that came long after it.
pub(super) fn late(date: Day, charter: Option<Day>) -> Option<(Day, Day)> {
    charter.filter(|charter| charter.plus(claims::SOON) < date).map(|charter| (charter, date))
}

/// The day of the entry of this draw, if that is another than the one that is given.
pub(super) fn other_day(ledger: &Ledger, sort: Sort, record: &Record, date: Day) -> Option<Odd> {
    let own = |link: &&Link<Facts>| link.facts.kind == sort && link.facts.record.as_ref() == Some(record);
    let link = ledger.entries.iter().find(own)?;
    let day = Day::parse(&link.facts.date).filter(|&day| day != date)?;
    Some(Odd::OtherDay { entry: link.number, day })
}

/// Whether a record has an entry of this kind.
pub(super) fn there(ledger: &Ledger, sort: Sort, record: &Record) -> bool {
    ledger.entries.iter().any(|link| link.facts.kind == sort && link.facts.record.as_ref() == Some(record))
}

/// The tickets that seat each person of the pool, in its order.
fn held(frozen: &Frozen) -> Result<Vec<u64>, No> {
    let public = &frozen.public;
    let torn = || Refusal::Damaged { file: format!("{}{}", files::PUBLIC, files::LOTTERY) };
    let laps = public.laps().ok_or_else(torn)?;
    let coded = Coded::of_ids(&frozen.codes);
    let mut by_code: BTreeMap<Code, u64> = BTreeMap::new();
    for (t, members) in coded.members(public.profiles.len()).iter().enumerate() {
        let held = laps.held(t as u32);
        by_code.extend(members.iter().zip(held).map(|(&m, held)| (coded.people[m as usize].0, held)));
    }
    Ok(frozen.codes.iter().map(|(_, code, _)| by_code[code]).collect())
}

/// Who was excluded on which ground of the programme.
fn excluded(frozen: &Frozen, entering: &mut Entering<'_>) -> Result<Vec<(Code, Event, Option<u64>)>, No> {
    if frozen.public.about.excluded.is_none() {
        return Ok(Vec::new());
    }
    let file = format!("{}{}", files::SEALED, files::EXCLUDED);
    let bytes = frozen.folder.get(&file).ok_or_else(|| Refusal::NotSealedHere { file: file.clone() })?;
    let people = sealed::read_excluded(bytes).map_err(|_| Refusal::Damaged { file })?;
    let mut rows = Vec::new();
    for person in people {
        for ground in Ground::of_text(&person.ground) {
            rows.push((entering.enter(&person.id), Event::Excluded, Some(ground.number())));
        }
    }
    Ok(rows)
}

/// The terms that begin with a draw.
fn first_terms(
    the: &The<'_>,
    body: &Body,
    months: u32,
    entering: &mut Entering<'_>,
    making: &mut Making<'_>,
) -> Result<(), No> {
    if there(&making.ledger, Sort::Term, &the.record) {
        return Ok(());
    }
    let date = making.by.date;
    let past = Past::of(&making.ledger, making.ledger.last())?;
    let ids = the.frozen.panel_ids(&the.drawn.draw);
    let drawn: Vec<Code> = ids.into_iter().map(|id| past.person(entering.enter(id))).collect();
    let seed = crate::base::digest::Digest::from_hex(&the.drawn.draw.record.seed);
    let ends = if past.members(&body.name, date).is_empty() {
        terms::first(body, &drawn, seed.as_ref(), date)
    } else {
        terms::newcomers(body, &drawn, &terms::left_early(&past, body, date), date)
    };
    debug_assert!(months > 0 || ends.is_empty());
    append_terms(the, &ends, the.record.clone(), date, making)
}

fn append_terms(
    the: &The<'_>,
    ends: &BTreeMap<Code, Day>,
    record: Record,
    date: Day,
    making: &mut Making<'_>,
) -> Result<(), No> {
    let body = the.body.map_or("", |body| body.name.as_str());
    let row = |(&person, &until): (&Code, &Day)| Row {
        seq: 0,
        date,
        person,
        event: Event::Term,
        body,
        edition: the.edition,
        number: None,
        until: Some(until),
    };
    let rows: Vec<Row<'_>> = ends.iter().map(row).collect();
    let title = title(None, Sort::Term)?;
    making.append(New { record: Some(record), rows, ..plain(Sort::Term, title, date) })
}

/// Enters what was published of what happened after the draw, as far as it is not entered, and the terms of reserves who
/// came in.
fn roster(
    the: &The<'_>,
    body: &Body,
    entering: &mut Entering<'_>,
    making: &mut Making<'_>,
) -> Result<(), No> {
    let frozen = the.frozen;
    let Some(last) = chain(&ROSTERS, &frozen.folder)?.pop() else { return Ok(()) };
    let record = Record { roster: Some(last.digest.to_string()), ..the.record.clone() };
    let path = ROSTERS.path(last.number, files::EVENTS);
    let damaged = || Refusal::Damaged { file: path.clone() };
    let bytes = frozen.folder.get(&path).ok_or_else(damaged)?;
    let events = the.drawn.whole.events(frozen.public.coded.as_ref(), bytes).map_err(|_| damaged())?;
    let profiles = frozen.public.profiles.len();
    let seated = the.seated()?;
    let mut rows: Vec<Row<'_>> = Vec::new();
    for event in &events {
        let (t, place) = event.person;
        let id = match t as usize == profiles {
            true => seated.get(place as usize).map(|person| person.id.as_str()),
            false => {
                let at = conduct::by_id(&frozen.codes, profiles, &[event.person]);
                at.first().map(|&at| frozen.codes[at].0.as_str())
            }
        };
        let what = Event::of_word(event.event.word());
        let (Some(id), Some(what), Some(date)) = (id, what, Day::parse(&event.date)) else {
            return Err(damaged().into());
        };
        let person = entering.enter(id);
        let (body, edition) = (body.name.as_str(), the.edition);
        rows.push(Row { seq: 0, date, person, event: what, body, edition, number: None, until: None });
    }
    if !there(&making.ledger, Sort::Roster, &record) {
        let mut known: BTreeMap<String, u32> = BTreeMap::new();
        for link in &making.ledger.entries {
            let own = link.facts.record.as_ref().is_some_and(|r| r.draw == record.draw);
            if link.facts.kind != Sort::Roster || !own {
                continue;
            }
            for line in making.ledger.rows(link.number)?.lines() {
                if let Line::Row(row, _) = line? {
                    *known.entry(Row { seq: 0, ..row }.text()).or_default() += 1;
                }
            }
        }
        rows.retain(|row| match known.get_mut(&row.text()) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        });
        let title = title(making.by.title, Sort::Roster)?;
        making.append(New {
            record: Some(record.clone()),
            rows,
            ..plain(Sort::Roster, title, making.by.date)
        })?;
    }
    let Some(term) = body.term.filter(|_| !there(&making.ledger, Sort::Term, &record)) else { return Ok(()) };
    // Reserves who said yes have what is left of the seats that were left.
    let past = Past::of(&making.ledger, making.ledger.last())?;
    let mut came: Vec<(Code, Day)> = Vec::new();
    for code in past.people() {
        let own = past
            .happened(code)
            .iter()
            .filter(|h| past.edition(h) == the.edition && past.body(h) == body.name);
        let own: Vec<_> = own.collect();
        let reserve = own.iter().any(|h| h.event == Event::Reserve);
        let yes = own.iter().rev().find(|h| h.event.is_of_roster()).filter(|h| h.event == Event::Confirmed);
        if let Some(yes) = yes.filter(|h| reserve && past.seat(code, &body.name, h.date).is_none()) {
            came.push((code, yes.date));
        }
    }
    if came.is_empty() {
        return Ok(());
    }
    let day = came.iter().map(|(_, day)| *day).max().unwrap_or(making.by.date);
    let codes: Vec<Code> = came.iter().map(|(code, _)| *code).collect();
    let ends = if body.renew.is_some() {
        terms::newcomers(body, &codes, &terms::left_early(&past, body, day), day)
    } else {
        // All seats end together.
        let end = past.members(&body.name, day).values().max().copied().unwrap_or_else(|| day.plus(term));
        codes.iter().map(|&code| (code, end)).collect()
    };
    append_terms(the, &ends, record, day, making)
}

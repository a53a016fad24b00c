//! What happened after the draw: replaying a list of events, and publishing it. Imports `panel`, `bundle` and its
//! siblings.

use super::frozen::{Frozen, chain};
use super::line::Line;
use super::patch::Patch;
use super::program::{PROGRAM, calls_nobody, reaches};
use super::refusal::Refusal;
use super::seated::Seated;
use crate::base::digest::Digest;
use crate::base::fault::{Fault, Faults, Kind, Place, Turn, What};
use crate::base::look::look;
use crate::base::text::quoted;
use crate::bundle::conduct;
use crate::bundle::record::DRAWS;
use crate::bundle::rosters::{self, Facts, ROSTERS, Row, Whole};
use crate::bundle::supplements;
use crate::bundle::{confirmed_excluded, files, household, public, sealed};
use crate::deliberation::wrong::Found;
use crate::draw::code::Code;
use crate::panel::balance::Balance;
use crate::panel::events::{self, Attempt, Entry, List, People, Who};
use crate::panel::roster::{Roster, Status};
use crate::seed::civil::civil_from_days;
use crate::seed::time::Moment;
use std::collections::BTreeSet;

/// A file that was given, with the name by which messages call it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// A lottery with a draw that counts.
pub struct Drawn<'a> {
    /// The lottery.
    pub frozen: &'a Frozen,
    /// The draw.
    pub draw: conduct::Drawn,
    /// The digest of its record.
    pub digest: Digest,
    /// The whole panel.
    pub whole: Whole,
}

/// A draw after which things happened.
pub struct Running<'a> {
    /// The draw.
    pub drawn: &'a Drawn<'a>,
    /// Profile and place of everybody.
    people: Vec<(u32, u32)>,
    /// The people of the lottery by index in the order of ids.
    by_id: Vec<usize>,
    /// Those who had a seat before the lottery, who come after them.
    seated: Vec<Seated>,
    /// As it stands after all events.
    pub roster: Roster<'a>,
    /// The events.
    pub entries: Vec<Entry>,
    /// Attempts to reach people, which decide nothing.
    pub attempts: Vec<Attempt>,
    /// What somebody must look at in the list.
    pub faults: Faults,
    /// The names of the lists, for messages.
    files: Vec<String>,
}

/// A list of events, ready to be published.
pub struct Published {
    /// Its number.
    pub number: u32,
    /// SHA-256 of its manifest.
    pub digest: Digest,
    /// What publishes it; empty if the record has it already.
    pub patch: Patch,
}

impl Frozen {
    /// The assembly with the draw that counts.
    ///
    /// # Errors
    /// Nothing has been drawn, or a record is damaged.
    pub fn after_draw(&self) -> Result<Drawn<'_>, Refusal> {
        let whole = self.whole()?;
        let last = self.draws()?.pop().ok_or(Refusal::NothingDrawn)?;
        let draw = self.drawn(&last.facts);
        let reserves = DRAWS.path(last.number, files::RESERVES);
        if draw.reserves.is_none() && self.folder.contains_key(&reserves) {
            return Err(Refusal::Damaged { file: reserves });
        }
        Ok(Drawn { frozen: self, draw, digest: last.digest, whole })
    }

    /// Ids and codes of those who were excluded before the lottery.
    fn out(&self) -> BTreeSet<String> {
        let sealed = self.folder.get(&format!("{}{}", files::SEALED, files::EXCLUDED));
        let ids = sealed.and_then(|bytes| sealed::read_excluded(bytes).ok()).into_iter().flatten();
        let public = public::file(&self.folder, files::EXCLUDED).ok();
        let codes =
            public.and_then(|bytes| confirmed_excluded::read_excluded(bytes).ok()).into_iter().flatten();
        ids.map(|person| person.id).chain(codes.map(|person| person.0.to_string())).collect()
    }
}

impl<'a> Drawn<'a> {
    fn order(&self) -> &[(u32, u32)] {
        self.draw.reserves.as_ref().map_or(&[][..], |reserves| &reserves.order)
    }

    /// The supplement that goes on from this draw, if there is one.
    pub fn supplement(&self) -> Option<supplements::Facts> {
        self.frozen.supplement().filter(|facts| facts.record == self.digest.to_string())
    }

    /// Replays the events in these lists, which together are one.
    ///
    /// # Errors
    /// What is wrong in the lists, or a file of the record that is damaged.
    pub fn replay(&'a self, lists: &[Source<'_>]) -> Result<Running<'a>, Refusal> {
        let mut running = self.running()?;
        let frozen = self.frozen;
        let who = Names::of(frozen, &running.by_id, &running.seated);
        let earlier = running.by_id.len();
        let name = |person: usize| match person < earlier {
            true => {
                let (id, code, _) = &frozen.codes[running.by_id[person]];
                format!("id {}, code {code}", quoted(id))
            }
            false => {
                let it = &running.seated[person - earlier];
                format!("id {}, code {}", quoted(&it.id), it.code)
            }
        };
        let mut faults = Faults::new();
        let rank = self.whole.ranks(frozen.public.coded.as_ref(), &running.people);
        let rules = frozen.public.rules;
        let people = People { who: &|text| who.find(text), name: &name, rank: &rank, rules };
        let given: Vec<List<'_>> =
            lists.iter().map(|list| List { name: list.name, bytes: list.bytes }).collect();
        let read = events::replay(&given, &people, &mut running.roster, &mut faults);
        let Some(read) = read else {
            let other = strangers(lists, &faults, self.draw.record.draw);
            return Err(other.unwrap_or(Refusal::Faults(faults)));
        };
        report_far(lists, &read.entries, self.frozen.public.charter.date, &mut faults);
        (running.entries, running.attempts, running.faults) = (read.entries, read.attempts, faults);
        running.files = lists.iter().map(|list| list.name.to_owned()).collect();
        Ok(running)
    }

    /// The draw with the events that were published last, if any were. Reasons are there as far as they are public.
    ///
    /// # Errors
    /// A file of the record that is damaged.
    pub fn as_published(&'a self) -> Result<Running<'a>, Refusal> {
        let mut running = self.running()?;
        let lists = chain(&ROSTERS, &self.frozen.folder)?;
        let Some(last) = lists.last().filter(|last| last.facts.draw == self.draw.record.draw) else {
            return Ok(running);
        };
        let path = ROSTERS.path(last.number, files::EVENTS);
        let coded = self.frozen.public.coded.as_ref();
        let damaged = || Refusal::Damaged { file: path.clone() };
        let bytes = self.frozen.folder.get(&path).ok_or_else(damaged)?;
        for (at, row) in self.whole.events(coded, bytes).map_err(|_| damaged())?.into_iter().enumerate() {
            let person = running.people.iter().position(|&other| other == row.person).ok_or_else(damaged)?;
            let date = events::read_published(&row.date).ok_or_else(damaged)?;
            // Whether it can stand is for `verify`.
            let _ = running.roster.apply(person, row.event, !row.reason.is_empty());
            running.entries.push(Entry {
                date,
                person,
                event: row.event,
                reason: row.reason,
                by: String::new(),
                until: None,
                list: 0,
                row: at + 2,
            });
        }
        Ok(running)
    }

    /// Right after the draw.
    fn running(&'a self) -> Result<Running<'a>, Refusal> {
        let frozen = self.frozen;
        let seated = Seated::of(frozen).map_err(|file| Refusal::Damaged { file })?;
        let people = self.whole.people(&self.draw.seats, self.order());
        let drawn_people = &people[..people.len() - seated.len()];
        let by_id = conduct::by_id(&frozen.codes, frozen.public.profiles.len(), drawn_people);
        let roster = self.whole.roster(&self.draw.seats, self.order());
        Ok(Running {
            drawn: self,
            people,
            by_id,
            seated,
            roster,
            entries: Vec::new(),
            attempts: Vec::new(),
            faults: Faults::new(),
            files: Vec::new(),
        })
    }
}

/// Whom a text in a list of events means.
struct Names<'a> {
    frozen: &'a Frozen,
    seated: &'a [Seated],
    /// Places in the roster, by index in the order of ids.
    of_id: Vec<(usize, usize)>,
    of_code: Vec<(Code, usize)>,
    seated_ids: Vec<(&'a str, usize)>,
    excluded: BTreeSet<String>,
}

impl<'a> Names<'a> {
    fn of(frozen: &'a Frozen, by_id: &[usize], seated: &'a [Seated]) -> Self {
        let mut of_id: Vec<(usize, usize)> = by_id.iter().enumerate().map(|(i, &id)| (id, i)).collect();
        of_id.sort_unstable();
        let codes = frozen.codes.iter().enumerate();
        let mut of_code: Vec<(Code, usize)> = codes.map(|(i, &(_, code, _))| (code, i)).collect();
        of_code.sort_unstable();
        let mut seated_ids: Vec<(&str, usize)> = (0..).zip(seated).map(|(i, p)| (p.id.as_str(), i)).collect();
        seated_ids.sort_unstable();
        Self { frozen, seated, of_id, of_code, seated_ids, excluded: frozen.out() }
    }

    fn find(&self, text: &str) -> Who {
        let code = Code::parse(text).ok();
        let coded = code.and_then(|code| self.of_code.binary_search_by_key(&code, |c| c.0).ok());
        let by_id = || self.frozen.codes.binary_search_by(|c| c.0.as_str().cmp(text)).ok();
        let seated = || {
            let coded = code.and_then(|code| self.seated.binary_search_by_key(&code, |p| p.code).ok());
            let ids = &self.seated_ids;
            coded.or_else(|| ids.binary_search_by_key(&text, |p| p.0).ok().map(|at| ids[at].1))
        };
        match coded.map(|at| self.of_code[at].1).or_else(by_id) {
            None => match seated() {
                Some(at) => Who::Listed(self.of_id.len() + at),
                None if self.excluded.contains(text) => Who::Excluded,
                None if code.is_some_and(|code| self.excluded.contains(&code.to_string())) => Who::Excluded,
                None => self.alike(text).map_or(Who::Unknown, Who::Alike),
            },
            Some(id) => match self.of_id.binary_search_by_key(&id, |p| p.0) {
                Ok(at) => Who::Listed(self.of_id[at].1),
                Err(_) => Who::InPool,
            },
        }
    }

    /// Somebody of the roster whose id looks like this text, as when a spreadsheet dropped the zeros in front.
    fn alike(&self, text: &str) -> Option<usize> {
        let wanted = look(text);
        let of = |&&(id, _): &&(usize, usize)| look(&self.frozen.codes[id].0) == wanted;
        self.of_id.iter().find(of).map(|&(_, person)| person)
    }
}

/// Reports days whose year is likely a slip: before the lottery was announced, or so long after the day before it, or
/// before the day after it, that nobody would expect it. No clock is asked.
fn report_far(lists: &[Source<'_>], entries: &[Entry], announced: Option<Moment>, faults: &mut Faults) {
    let place = |entry: &Entry| Place::file(lists[entry.list].name).row(entry.row);
    let start = announced.map(|moment| civil_from_days(moment.seconds().div_euclid(86_400) - 1));
    let start = start.map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
    let mut dated: Vec<(String, &Entry)> = entries.iter().map(|e| (events::published(e.date), e)).collect();
    dated.sort_by(|a, b| a.0.cmp(&b.0));
    // No assembly that uses this was before, and none that is running will be after these years.
    let (odd, dated): (Vec<_>, Vec<_>) =
        dated.into_iter().partition(|(_, entry)| !(2000..2100).contains(&entry.date.0));
    let mut far = |(day, entry): &(String, &Entry), why| {
        let what = What::Turn(Turn::DateFar { day: day.clone(), why });
        faults.push(what, place(entry));
    };
    odd.iter().for_each(|it| far(it, "year"));
    let early = dated.iter().filter(|it| start.as_ref().is_some_and(|start| it.0 < *start)).count();
    dated[..early].iter().for_each(|it| far(it, "early"));
    let rest = &dated[early..];
    if let (Some(start), Some(first)) = (&start, rest.first())
        && events::far(start, &first.0)
    {
        far(first, "others");
    }
    for at in (1..rest.len()).filter(|&at| events::far(&rest[at - 1].0, &rest[at].0)) {
        // Of two heaps of days the smaller one is likely wrong; of two alike nobody can tell.
        let (before, after) = (at, rest.len() - at);
        if start.is_none() && before <= after {
            far(&rest[at - 1], "others");
        }
        if start.is_some() || after <= before {
            far(&rest[at], "others");
        }
    }
}

/// That most events are of people whom this draw does not know: then the list is likely another draw's, and whatever
/// else is wrong with it matters less.
fn strangers(lists: &[Source<'_>], faults: &Faults, draw: u32) -> Option<Refusal> {
    let unknown = [Kind::PersonUnknown, Kind::PersonNotListed, Kind::PersonExcluded];
    // Those who were excluded stand in one fault for all their rows.
    let count: usize = faults
        .iter()
        .filter(|fault| unknown.contains(&fault.kind()))
        .map(|fault| fault.place.rows.count().max(1))
        .sum::<usize>()
        + unknown.iter().map(|&kind| faults.more(kind)).sum::<usize>();
    let lines = |list: &Source<'_>| {
        let text = String::from_utf8_lossy(list.bytes).into_owned();
        text.lines().filter(|line| !line.trim().is_empty()).count().saturating_sub(1)
    };
    let events = lists.iter().map(lines).sum::<usize>().max(count);
    let alike = |fault: &Fault| matches!(fault.what, What::Turn(Turn::Unknown { near: Some(_) }));
    if count < 3 || count * 2 <= events || faults.iter().any(alike) {
        return None;
    }
    let rows = faults.iter().filter(|fault| unknown.contains(&fault.kind()));
    let mut rows: Vec<usize> = rows.flat_map(|fault| fault.place.rows.first.iter().copied()).collect();
    rows.sort_unstable();
    let file = faults.iter().find(|fault| unknown.contains(&fault.kind()))?.place.file.clone();
    Some(Refusal::Strangers { file, rows, count, events, draw })
}

impl<'a> Running<'a> {
    /// The lottery.
    pub fn frozen(&self) -> &'a Frozen {
        self.drawn.frozen
    }

    /// The id of a person.
    pub fn id(&self, person: usize) -> &str {
        match self.by_id.get(person) {
            Some(&at) => &self.frozen().codes[at].0,
            None => &self.seated[person - self.by_id.len()].id,
        }
    }

    /// The code of a person.
    pub fn code(&self, person: usize) -> Code {
        match self.by_id.get(person) {
            Some(&at) => self.frozen().codes[at].1,
            None => self.seated[person - self.by_id.len()].code,
        }
    }

    /// The person, if they had a seat before the lottery.
    #[cfg(feature = "solve")]
    pub(super) fn seated(&self, person: usize) -> Option<&Seated> {
        self.seated.get(person.checked_sub(self.by_id.len())?)
    }

    /// The index in the order of ids of somebody of the lottery.
    #[cfg(feature = "solve")]
    pub(super) fn in_pool(&self, person: usize) -> Option<usize> {
        self.by_id.get(person).copied()
    }

    /// The quotas without the household rule, each with as many people as `count` says.
    pub fn lines(&self, count: impl Fn(usize) -> u32) -> Vec<Line> {
        let quotas = &self.drawn.whole.quotas;
        let shown = household::without(quotas, self.frozen().public.about.household.as_ref());
        let values = quotas.features.iter().flat_map(|f| f.values.iter().map(move |v| (f, v)));
        let kept = values.enumerate().filter(|(_, (f, _))| shown.features.iter().any(|g| g.name == f.name));
        let line = |(row, (f, v)): (usize, (&crate::quotas::Feature, &crate::quotas::Value))| Line {
            feature: f.name.clone(),
            value: v.name.clone(),
            min: v.min,
            max: v.max,
            count: count(row),
            row,
        };
        kept.map(line).collect()
    }

    /// Whether somebody counts for a row of the quotas.
    pub fn has(&self, person: usize, row: usize) -> bool {
        self.drawn.whole.rules.counts(row, self.roster.profile(person))
    }

    /// How many people of such a status count for a row of the quotas.
    pub fn count(&self, row: usize, of: impl Fn(Status) -> bool) -> u32 {
        let people = self.roster.status().iter().enumerate();
        people.filter(|&(i, &status)| of(status) && self.has(i, row)).count() as u32
    }

    /// Values of which no reserve is left although one may be needed: short now, or at the minimum. Each with the seats
    /// that are filled.
    pub fn without_reserve(&self) -> Vec<Line> {
        let filled = self.lines(|row| self.count(row, Status::is_in));
        let bare = |line: &Line| self.count(line.row, |s| s == Status::Waiting) == 0;
        filled.into_iter().filter(|line| line.min > 0 && line.count <= line.min && bare(line)).collect()
    }

    /// What is changed by a call of `person` who joins `before`: quotas of which there are too few, and quotas that are
    /// full already; each with the people that count before.
    pub fn changes(&self, person: usize, before: &Balance<'_>) -> (Vec<Line>, Vec<Line>) {
        let lines = self.lines(|row| before.counts()[row]).into_iter();
        let (short, rest): (Vec<Line>, Vec<Line>) =
            lines.filter(|line| self.has(person, line.row)).partition(|line| line.count < line.min);
        (short, rest.into_iter().filter(|line| line.count >= line.max).collect())
    }

    /// Others in reserve who would change as much as `person`.
    pub fn equals(&self, person: usize, before: &Balance<'_>) -> usize {
        let change = before.joining(self.roster.profile(person));
        let same = |&other: &usize| other != person && before.joining(self.roster.profile(other)) == change;
        self.roster.waiting().filter(same).count()
    }

    /// Quotas that are not kept when people stand as in `filled`, which has all seats filled or goes beyond them.
    #[cfg(feature = "solve")]
    pub fn broken(&self, filled: &Roster<'_>) -> Vec<Line> {
        let (counts, full) = (filled.balance().counts(), filled.balance().vacant() == 0);
        let broken = |line: &Line| line.count > line.max || (line.count < line.min && full);
        self.lines(|row| counts[row]).into_iter().filter(broken).collect()
    }

    /// The events as everybody may read them.
    fn rows(&self) -> Vec<Row> {
        let start = self.drawn.whole.roster(&self.drawn.draw.seats, self.drawn.order());
        rosters::public(&self.entries, &self.people, start)
    }

    /// The events as they would be published after those that were.
    ///
    /// # Errors
    /// The list does not go on where the published one ended, or that one is damaged.
    pub fn continues(&self) -> Result<Published, Refusal> {
        let (frozen, draw) = (self.frozen(), self.drawn.draw.record.draw);
        let (public, whole) = (&frozen.public, &self.drawn.whole);
        let coded = public.coded.as_ref();
        let rows = self.rows();
        let lists = chain(&ROSTERS, &frozen.folder)?;
        if let Some(last) = lists.last() {
            let path = ROSTERS.path(last.number, files::EVENTS);
            let old = frozen.folder.get(&path).and_then(|bytes| whole.events(coded, bytes).ok());
            let old: Vec<Row> = old.ok_or(Refusal::Damaged { file: path })?;
            if last.facts.draw == draw && old == rows {
                return Ok(Published { number: last.number, digest: last.digest, patch: Patch::default() });
            }
            let broken = rosters::break_after(&old, &rows).filter(|_| last.facts.draw == draw);
            if let Some(at) = broken {
                return Err(self.rewritten(&old, &rows, at));
            }
        }
        let facts = Facts {
            commitment: public.commitment.digest().to_string(),
            draw,
            events: rows.len() as u64,
            previous: lists.last().map(|last| last.digest.to_string()),
            program: PROGRAM.to_owned(),
            record: self.drawn.digest.to_string(),
            roster: lists.len() as u32 + 1,
            rules: public.rules.number(),
        };
        let entry = ROSTERS.append(&facts, vec![(files::EVENTS, whole.table(coded, &rows))]);
        let patch = Patch { steps: vec![Patch::record(&entry)], stands: None };
        Ok(Published { number: facts.roster, digest: entry.digest, patch })
    }

    /// Publishes the events.
    ///
    /// # Errors
    /// As [`Running::continues`]; a reason that would become public tells how to reach or to find somebody; or a supplement
    /// goes on from this draw, so its list has ended.
    pub fn publish(&self) -> Result<Published, Refusal> {
        let published = self.continues()?;
        let rows = if published.patch.is_empty() { Vec::new() } else { self.rows() };
        if rows.iter().any(|row| reaches(&row.reason)) {
            return Err(Refusal::TellingReason);
        }
        if rows.iter().any(|row| !row.reason.is_empty()) {
            let named = self.frozen().named();
            for (row, entry) in rows.iter().zip(&self.entries) {
                let file = self.files.get(entry.list).map_or("", String::as_str);
                calls_nobody(&named, &row.reason, Place::file(file).row(entry.row))?;
            }
        }
        match self.drawn.supplement() {
            Some(_) if !published.patch.is_empty() => Err(Refusal::Closed),
            _ => Ok(published),
        }
    }

    /// Which reasons that become public call somebody by a surname of the lottery, or by an id.
    pub fn people_told(&self) -> Found {
        let rows = self.rows();
        self.frozen()
            .people_told(rows.iter().map(|row| row.reason.as_str()).filter(|reason| !reason.is_empty()))
    }

    /// That the list, which has the events `new` to publish, does not go on from those that were published: which of them it
    /// lacks, or else which stand among them that did not, from `at` on.
    fn rewritten(&self, old: &[Row], new: &[Row], at: usize) -> Refusal {
        let place = |at: usize| {
            let entry = &self.entries[at];
            Place::file(self.files.get(entry.list).map_or("", String::as_str)).row(entry.row)
        };
        let last = old.last().map_or("", |row| row.date.as_str());
        let before = old.iter().rev().map(|row| row.date.as_str()).find(|date| *date < last);
        let far = before.is_some_and(|before| events::far(before, last));
        let what = |gone, here| What::Turn(Turn::Rewritten { gone, here, last: (last.to_owned(), far) });
        // Events of `new` that were not published, by index; each published one takes one that is the same.
        let mut others: Vec<usize> = (0..new.len()).collect();
        let mut gone = Vec::new();
        for row in old {
            match others.iter().position(|&at| new[at] == *row) {
                Some(found) => drop(others.remove(found)),
                None => gone.push(row),
            }
        }
        let mut faults = Faults::new();
        for row in &gone {
            let person = self.people.iter().position(|other| *other == row.person);
            let who = person.map_or_else(String::new, |person| {
                format!("id {}, code {}", quoted(self.id(person)), self.code(person))
            });
            let told = Some((row.date.clone(), row.event.word(), who));
            // What became of it: a row of the same person that was not published.
            match others.iter().position(|&at| new[at].person == row.person) {
                Some(found) => faults.push(what(told, true), place(others.remove(found))),
                None => {
                    let file = self.files.first().map_or("", String::as_str);
                    faults.push(what(told, false), Place::file(file));
                }
            }
        }
        if gone.is_empty() {
            let early: Vec<usize> = others.into_iter().filter(|&at| new[at].date.as_str() < last).collect();
            let early = if early.is_empty() { vec![at] } else { early };
            early
                .into_iter()
                .filter(|&at| at < new.len())
                .for_each(|at| faults.push(what(None, false), place(at)));
        }
        Refusal::Faults(faults)
    }

    /// Whether seats are empty that no reserve can take, and no supplement was made for them.
    pub fn stuck(&self) -> bool {
        let vacant = self.roster.balance().vacant();
        self.drawn.supplement().is_none() && vacant > self.roster.coming().len() as u32
    }
}

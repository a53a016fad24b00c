//! Everybody of a record and of the records that it goes on from, and how each of them stands: the one list from which
//! clerks call, write and seat. Imports `bundle`, `panel` and its siblings.

use super::frozen::Frozen;
use super::line::Line;
use super::refusal::Refusal;
use super::roster::{Running, Source};
use super::seated::Seated;
use crate::base::chance::Chance;
use crate::base::fault::Faults;
use crate::bundle::{confirmed_excluded, files, sealed};
use crate::draw::code::Code;
use crate::panel::events::{Attempt, Date};
use crate::panel::roster::{Event, Status};
use std::collections::BTreeMap;

/// How somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Said yes.
    In,
    /// Had a seat before the first of these lotteries.
    Seated,
    /// Drawn, and has not answered.
    Asked,
    /// A reserve who was called, and has not answered.
    Called,
    /// A reserve who is to be called now: in this place of the order, from 1.
    Due(usize),
    /// In reserve.
    Reserve,
    /// Said no.
    Declined,
    /// Left.
    Withdrew,
    /// Did not come.
    NoShow,
    /// In the pool, and neither drawn nor in reserve.
    NotDrawn,
    /// In the pool of a lottery from which nothing was drawn yet.
    NotYet,
    /// Left out before the lottery.
    Excluded,
}

impl Standing {
    /// In one word, for programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Seated => "seated",
            Self::Asked => "asked",
            Self::Called => "called",
            Self::Due(_) => "due",
            Self::Reserve => "reserve",
            Self::Declined => "declined",
            Self::Withdrew => "withdrew",
            Self::NoShow => "no-show",
            Self::NotDrawn => "not-drawn",
            Self::NotYet => "not-yet",
            Self::Excluded => "excluded",
        }
    }

    /// One of each, in the order of lists.
    pub const ALL: [Self; 12] = [
        Self::In,
        Self::Seated,
        Self::Asked,
        Self::Called,
        Self::Due(1),
        Self::Reserve,
        Self::Declined,
        Self::Withdrew,
        Self::NoShow,
        Self::NotDrawn,
        Self::NotYet,
        Self::Excluded,
    ];

    /// Whether the person has a seat, or will have it if they say yes.
    pub fn is_in(self) -> bool {
        matches!(self, Self::In | Self::Seated | Self::Asked | Self::Called)
    }

    /// Whether somebody left and is not drawn again.
    fn is_out(self) -> bool {
        matches!(self, Self::Declined | Self::Withdrew | Self::NoShow)
    }
}

/// One thing to tell of somebody. Lotteries are numbered from 1, the first before the supplements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Left out, on this ground.
    Excluded {
        /// Of which lottery.
        lottery: usize,
        /// The ground.
        ground: String,
    },
    /// Had a seat before the first lottery.
    Seated,
    /// On the panel of the draw that counts.
    Drawn {
        /// Of which lottery.
        lottery: usize,
        /// The number of the draw.
        draw: u32,
        /// The ticket.
        ticket: u64,
    },
    /// In reserve.
    Reserve {
        /// Of which lottery.
        lottery: usize,
        /// The place in the list, from 1.
        place: usize,
        /// How many there are.
        of: usize,
    },
    /// Neither.
    NotDrawn {
        /// Of which lottery.
        lottery: usize,
        /// The chance there was.
        chance: Chance,
    },
    /// Nothing has been drawn yet.
    NotYet {
        /// Of which lottery.
        lottery: usize,
        /// The chance there is.
        chance: Chance,
    },
    /// Something that happened.
    Happened {
        /// When.
        date: Date,
        /// What.
        event: Event,
        /// Why; empty if not said, or not public where only the published list is known.
        reason: String,
        /// Whether a call was that of somebody whose turn it was.
        in_turn: bool,
    },
    /// It is this reserve's turn.
    Due {
        /// Quotas of which there are too few.
        short: Vec<Line>,
        /// Quotas that are full already.
        full: Vec<Line>,
        /// Others in reserve who would do as well.
        equals: usize,
    },
}

/// Somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The id.
    pub id: String,
    /// The code in the last lottery in which they have one.
    pub code: Option<Code>,
    /// The cells below [`Everybody::headings`]; blank where nothing is known.
    pub cells: Vec<String>,
    /// How they stand.
    pub standing: Standing,
    /// The place in reserve, from 1, of whoever is or was there in the last lottery.
    pub reserve: Option<usize>,
    /// The day of the last event that counts.
    pub since: Option<Date>,
    /// How it came about.
    pub story: Vec<Told>,
    /// Attempts to reach them since they were asked.
    pub attempts: Vec<Attempt>,
    /// The day until which a place is held for them.
    pub until: Option<Date>,
    /// Whether they are on the panel or in reserve of the last draw, or had a seat before it.
    pub listed: bool,
}

/// Everybody.
#[derive(Clone, Debug)]
pub struct Everybody {
    /// The clerk's headings, of the last lottery and then those of earlier ones that it does not have.
    pub headings: Vec<String>,
    /// Which of them is the column with the ids; `None` where row numbers served as ids.
    pub id_column: Option<usize>,
    /// In the order of their standing, of calls and reserves, and of ids.
    pub people: Vec<Member>,
    /// How many lotteries they are from.
    pub lotteries: usize,
    /// Events that count, in the last lottery.
    pub events: usize,
    /// Seats that are empty if all who were asked say yes.
    pub vacant: u32,
    /// The line of a supplement that goes on from the last of these lotteries, if there is one: then this is not how
    /// people stand now.
    pub supplement: Option<String>,
    /// The last day of an event.
    pub day: Option<Date>,
    /// What somebody must look at in the lists of events.
    pub faults: Faults,
}

/// The line of the lottery that this one goes on from, if it is a supplement.
pub fn goes_on_from(frozen: &Frozen) -> Option<String> {
    let continues = frozen.public.about.continues.as_ref()?;
    Some(crate::bundle::supplements::line(&continues.commitment))
}

/// Whether `before` names `after` as the supplement that goes on from its last draw. A copy of a folder from before the
/// supplement does not, and neither does one that was drawn from again, or whose supplement was replaced.
pub fn leads_to(before: &Frozen, after: &Frozen) -> bool {
    let last = before.after_draw().ok().and_then(|drawn| drawn.supplement());
    last.is_some_and(|last| last.supplement == after.public.commitment.digest().to_string())
}

impl Everybody {
    /// Of these lotteries: the first one and its supplements, in their order. `lists` are the events of the last one;
    /// without them those that were published count, as they do in the others.
    ///
    /// # Errors
    /// What is wrong in the lists, or in a record; or one of them does not name the next.
    pub fn of(records: &[Frozen], lists: Option<&[Source<'_>]>) -> Result<Self, Refusal> {
        if let Some(pair) = records.windows(2).find(|pair| !leads_to(&pair[0], &pair[1])) {
            return Err(Refusal::NotBefore { line: pair[0].public.commitment.to_string() });
        }
        let last = records.len().saturating_sub(1);
        let mut all = Self {
            headings: Vec::new(),
            id_column: None,
            people: Vec::new(),
            lotteries: records.len(),
            events: 0,
            vacant: 0,
            supplement: None,
            day: None,
            faults: Faults::new(),
        };
        let mut people: BTreeMap<String, Member> = BTreeMap::new();
        let columns = all.arrange(records);
        for (n, frozen) in records.iter().enumerate() {
            let read = Reader { frozen, lottery: n + 1, columns: &columns[n], width: all.headings.len() };
            read.outside(&mut people)?;
            let drawn = match frozen.after_draw() {
                Err(Refusal::NothingDrawn) if lists.is_none() || n < last => None,
                drawn => Some(drawn?),
            };
            let running = match (&drawn, lists.filter(|_| n == last)) {
                (None, _) => None,
                (Some(drawn), Some(lists)) => Some(drawn.replay(lists)?),
                (Some(drawn), None) => Some(drawn.as_published()?),
            };
            if n == last {
                people.values_mut().for_each(|member| member.listed = false);
            }
            read.pool(running.as_ref(), &mut people)?;
            let Some(running) = running else { continue };
            let days = running.entries.iter().map(|entry| entry.date);
            all.day = days.chain(running.attempts.iter().map(|attempt| attempt.date)).chain(all.day).max();
            if n == last {
                all.events = running.entries.len();
                all.vacant = running.roster.balance().vacant();
                all.supplement = running.drawn.supplement().map(|facts| facts.line());
                all.faults = running.faults.clone();
                if all.supplement.is_none() {
                    due(&running, &mut people);
                }
            }
        }
        all.people = people.into_values().collect();
        all.people.sort_by(|a, b| {
            let key = |m: &Member| (m.standing, m.reserve.filter(|_| m.standing == Standing::Reserve));
            key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
        });
        Ok(all)
    }

    /// Settles the headings; gives for each record and each of the clerk's columns where it goes.
    fn arrange(&mut self, records: &[Frozen]) -> Vec<Vec<usize>> {
        let mut known: Vec<(String, usize)> = Vec::new();
        let mut places = vec![Vec::new(); records.len()];
        for (n, frozen) in records.iter().enumerate().rev() {
            let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
            for &column in &frozen.columns {
                let heading = frozen.pool.headings()[column].as_str();
                // Columns of one heading are told apart by their order.
                let nth = seen.entry(heading).and_modify(|n| *n += 1).or_insert(0);
                let at = known.iter().position(|(other, k)| other == heading && k == nth);
                let at = at.unwrap_or_else(|| {
                    known.push((heading.to_owned(), *nth));
                    known.len() - 1
                });
                if n + 1 == records.len() && Some(column) == frozen.id_column() {
                    self.id_column = Some(at);
                }
                places[n].push(at);
            }
        }
        self.headings = known.into_iter().map(|(heading, _)| heading).collect();
        places
    }
}

/// Marks who is to be called now.
fn due(running: &Running<'_>, people: &mut BTreeMap<String, Member>) {
    for (n, (person, before)) in running.roster.coming().iter().enumerate() {
        let Some(member) = people.get_mut(running.id(*person)) else { continue };
        let (short, full) = running.changes(*person, before);
        member.standing = Standing::Due(n + 1);
        member.story.push(Told::Due { short, full, equals: running.equals(*person, before) });
    }
}

/// One record, read into the people of those before it.
struct Reader<'a> {
    frozen: &'a Frozen,
    lottery: usize,
    /// Where each of the clerk's columns goes.
    columns: &'a [usize],
    /// How many headings there are.
    width: usize,
}

impl Reader<'_> {
    fn cells(&self, cell: impl Fn(usize) -> String) -> Vec<String> {
        let mut cells = vec![String::new(); self.width];
        self.columns.iter().enumerate().for_each(|(own, &at)| cells[at] = cell(own));
        cells
    }

    fn member(&self, id: &str, code: Option<Code>, cells: Vec<String>, standing: Standing) -> Member {
        Member {
            id: id.to_owned(),
            code,
            cells,
            standing,
            reserve: None,
            since: None,
            story: Vec::new(),
            attempts: Vec::new(),
            until: None,
            listed: false,
        }
    }

    /// Those who were left out before the lottery. Whoever left a lottery before stays as they left it.
    fn outside(&self, people: &mut BTreeMap<String, Member>) -> Result<(), Refusal> {
        let frozen = self.frozen;
        if frozen.public.about.excluded.is_none() {
            return Ok(());
        }
        let get = |file: &str| {
            let file = format!("{}{file}", files::SEALED);
            frozen.folder.get(&file).ok_or(Refusal::NotSealedHere { file })
        };
        let key = sealed::read_key(get(files::KEY)?).ok_or_else(|| Refusal::sealed(files::KEY))?;
        let excluded = sealed::read_excluded(get(files::EXCLUDED)?);
        let excluded = excluded.map_err(|_| Refusal::sealed(files::EXCLUDED))?;
        let pool: Vec<&str> = frozen.codes.iter().map(|c| c.0.as_str()).collect();
        let ids: Vec<&str> = excluded.iter().map(|person| person.id.as_str()).collect();
        let (codes, _) = confirmed_excluded::codes(&key, &pool, &ids, &[]);
        let id_column = frozen.id_column();
        for (person, code) in excluded.iter().zip(codes) {
            let told = Told::Excluded { lottery: self.lottery, ground: person.ground.clone() };
            let member = people.entry(person.id.clone()).or_insert_with(|| {
                let own = |own: usize| match Some(frozen.columns[own]) == id_column {
                    true => person.id.clone(),
                    false => String::new(),
                };
                self.member(&person.id, None, self.cells(own), Standing::Excluded)
            });
            member.code = Some(code);
            if !member.standing.is_out() {
                (member.standing, member.reserve, member.since) = (Standing::Excluded, None, None);
                member.story.push(told);
            }
        }
        Ok(())
    }

    /// Everybody in the pool, and those who had a seat.
    fn pool(
        &self,
        running: Option<&Running<'_>>,
        people: &mut BTreeMap<String, Member>,
    ) -> Result<(), Refusal> {
        let frozen = self.frozen;
        let laps = frozen.public.laps().ok_or_else(|| Refusal::public(files::LOTTERY))?;
        // Places in a profile go by code.
        let mut by_code: Vec<usize> = (0..frozen.codes.len()).collect();
        by_code.sort_unstable_by_key(|&i| frozen.codes[i].1);
        let mut next = vec![0u32; frozen.public.profiles.len()];
        let mut places = vec![0u32; frozen.codes.len()];
        for i in by_code {
            let profile = frozen.codes[i].2 as usize;
            places[i] = next[profile];
            next[profile] += 1;
        }
        let lottery = self.lottery;
        for (i, (id, code, profile)) in frozen.codes.iter().enumerate() {
            let cells = self.cells(|own| frozen.pool.cell(i, frozen.columns[own]).to_owned());
            let chance = laps.chance(*profile, places[i]);
            let (standing, told) = match running {
                None => (Standing::NotYet, Told::NotYet { lottery, chance }),
                Some(_) => (Standing::NotDrawn, Told::NotDrawn { lottery, chance }),
            };
            let mut member = self.member(id, Some(*code), cells, standing);
            // What happened to them in a lottery before is not lost.
            let before = people.remove(id).map(|before| before.story).unwrap_or_default();
            let had = before.iter().any(|told| matches!(told, Told::Happened { .. }));
            member.story = if had { before } else { Vec::new() };
            member.story.push(told);
            people.insert(id.clone(), member);
        }
        let seated = Seated::of(frozen).map_err(|file| Refusal::Damaged { file })?;
        for person in seated {
            let row = frozen.as_row(&person);
            let member = people.entry(person.id.clone()).or_insert_with(|| {
                let cells = self.cells(|own| row[own].clone());
                let mut member = self.member(&person.id, None, cells, Standing::Seated);
                member.story.push(Told::Seated);
                member
            });
            (member.code, member.reserve) = (Some(person.code), None);
        }
        if let Some(running) = running {
            self.happened(running, people);
        }
        Ok(())
    }

    /// How those stand who were drawn, are in reserve or had a seat.
    fn happened(&self, running: &Running<'_>, people: &mut BTreeMap<String, Member>) {
        let roster = &running.roster;
        let reserves = roster.earlier() - roster.members();
        let record = &running.drawn.draw.record;
        for person in 0..roster.status().len() {
            let Some(member) = people.get_mut(running.id(person)) else { continue };
            member.listed = true;
            if person >= roster.earlier() {
                continue;
            }
            // In the place of "not drawn".
            member.story.pop();
            let (lottery, draw, ticket) = (self.lottery, record.draw, record.own.ticket);
            member.reserve = roster.reserve(person).map(|at| at + 1);
            member.story.push(match member.reserve {
                Some(place) => Told::Reserve { lottery, place, of: reserves },
                None => Told::Drawn { lottery, draw, ticket },
            });
            member.standing = stands(roster.status()[person], member.reserve.is_some());
        }
        let mut calls = roster.calls().iter();
        // Of each person how they stood before these events, and the days of those that count.
        let mut counting: BTreeMap<usize, (Standing, Vec<Option<Date>>)> = BTreeMap::new();
        for entry in &running.entries {
            let in_turn =
                entry.event != Event::Called || calls.next().is_none_or(|call| call.due == Some(call.person));
            let Some(member) = people.get_mut(running.id(entry.person)) else { continue };
            let before = (member.standing, vec![member.since]);
            let (stood, days) = counting.entry(entry.person).or_insert(before);
            match entry.event {
                Event::Corrected => drop(days.pop()),
                _ => days.push(Some(entry.date)),
            }
            let status = roster.status()[entry.person];
            // Whoever had a seat stays as they were until something happens that counts.
            member.standing = match entry.person >= roster.earlier() && days.len() < 2 {
                true => *stood,
                false => stands(status, roster.reserve(entry.person).is_some()),
            };
            member.since = days.last().copied().flatten();
            member.until = entry.until.or(member.until).filter(|_| status == Status::Asked);
            let (date, event, reason) = (entry.date, entry.event, entry.reason.clone());
            member.story.push(Told::Happened { date, event, reason, in_turn });
        }
        for attempt in &running.attempts {
            let Some(member) = people.get_mut(running.id(attempt.person)) else { continue };
            if roster.status()[attempt.person] == Status::Asked {
                member.until = attempt.until.or(member.until);
            }
            member.attempts.push(attempt.clone());
        }
    }
}

fn stands(status: Status, reserve: bool) -> Standing {
    match (status, reserve) {
        (Status::Waiting, _) => Standing::Reserve,
        (Status::Asked, true) => Standing::Called,
        (Status::Asked, false) => Standing::Asked,
        (Status::Confirmed, _) => Standing::In,
        (Status::Declined, _) => Standing::Declined,
        (Status::Withdrew, _) => Standing::Withdrew,
        (Status::NoShow, _) => Standing::NoShow,
    }
}

//! One person in a record: what part they had in the lottery, and what became of them. Imports `draw`, `panel` and
//! its siblings.

use super::chain::Link;
use super::conduct::{self, Drawn};
use super::files::{self, Folder};
use super::receipt::Standing;
use super::record::{Record, TRIALS};
use super::rosters::{ROSTERS, Whole};
use super::supplements::CONTINUED;
use super::{Public, confirmed_excluded, public};
use crate::draw::code::Code;
use crate::panel::roster::{Event, Status};

/// What part a person has in a lottery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// In the pool.
    Pool(Standing),
    /// Left out before the lottery, on this ground.
    Excluded {
        /// The code.
        code: Code,
        /// The ground, as published.
        ground: String,
    },
    /// With a seat from before the lottery.
    Seated {
        /// The code.
        code: Code,
        /// The row of `confirmed.csv`, from 0.
        at: u32,
        /// The value of each feature.
        values: Vec<u32>,
    },
}

impl Part {
    /// The part of somebody who was left out, or had a seat, under this code; `None` of anybody else.
    pub fn outside(public: &Public, folder: &Folder, code: Code) -> Option<Self> {
        let excluded = public::file(folder, files::EXCLUDED).ok();
        let excluded =
            excluded.and_then(|bytes| confirmed_excluded::read_excluded(bytes).ok()).unwrap_or_default();
        if let Ok(at) = excluded.binary_search_by(|person| person.0.cmp(&code)) {
            return Some(Self::Excluded { code, ground: excluded[at].1.clone() });
        }
        let seated = public::file(folder, files::CONFIRMED).ok();
        let seated =
            seated.and_then(|bytes| confirmed_excluded::read_confirmed(&public.quotas, bytes).ok())?;
        let at = seated.binary_search_by(|person| person.0.cmp(&code)).ok()?;
        Some(Self::Seated { code, at: at as u32, values: seated[at].1.clone() })
    }

    /// The code.
    pub fn code(&self) -> Code {
        match self {
            Self::Pool(standing) => standing.code,
            Self::Excluded { code, .. } | Self::Seated { code, .. } => *code,
        }
    }

    /// Profile and place as lists of events count them; `None` of who can have no event.
    fn place(&self, public: &Public) -> Option<(u32, u32)> {
        match self {
            Self::Pool(standing) => Some((standing.profile, standing.place)),
            Self::Excluded { .. } => None,
            Self::Seated { at, .. } => Some((public.profiles.len() as u32, *at)),
        }
    }
}

/// A draw or trial, for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its facts.
    pub record: Record,
    /// Whether the person is on its panel.
    pub seated: bool,
    /// The person's number among its reserves, from 1.
    pub reserve: Option<u32>,
    /// How many reserves it has.
    pub reserves: u32,
}

/// Something that happened to the person after the draw, as published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// As `2026-03-01`.
    pub date: String,
    /// What.
    pub event: Event,
    /// Why, of corrections and of calls out of turn; else empty.
    pub reason: String,
}

/// What became of a person, as far as the record says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Became {
    /// The draws, first to last.
    pub draws: Vec<Seen>,
    /// The trials, first to last. They decide nothing.
    pub trials: Vec<Seen>,
    /// The number of the list of events that goes with the last draw, if one is published.
    pub list: Option<u32>,
    /// What happened to the person, in its order.
    pub events: Vec<Happened>,
    /// How the person stands after the list, or after the draw if there is none; `None` of who was not drawn, is not
    /// in reserve and had no seat.
    pub status: Option<Status>,
    /// The line of the supplement that goes on from here, if there is one.
    pub supplement: Option<String>,
}

impl Became {
    /// Reads it from the record; `draws` are those of the record, first to last.
    ///
    /// # Errors
    /// The file that cannot be read.
    pub fn of(public: &Public, folder: &Folder, draws: &[Link<Record>], part: &Part) -> Result<Self, String> {
        let place = part.place(public);
        let seen = |record: &Record| {
            let drawn = drawn(public, folder, record);
            let order = drawn.reserves.as_ref().map_or(&[][..], |reserves| &reserves.order);
            let at = place.and_then(|place| order.iter().position(|other| *other == place));
            let seated = place.is_some_and(|place| drawn.seats.binary_search(&place).is_ok());
            let reserve = at.map(|at| at as u32 + 1);
            Seen { record: record.clone(), seated, reserve, reserves: order.len() as u32 }
        };
        let supplements = CONTINUED.read(folder).whole().map_err(|end| end.path(&CONTINUED))?;
        let trials = TRIALS.read(folder).whole().map_err(|end| end.path(&TRIALS))?;
        let mut became = Self {
            draws: draws.iter().map(|made| seen(&made.facts)).collect(),
            trials: trials.iter().map(|made| seen(&made.facts)).collect(),
            list: None,
            events: Vec::new(),
            status: None,
            supplement: supplements.last().map(|made| made.facts.line()),
        };
        if let (Some(last), Some(place)) = (draws.last(), place) {
            became.follow(public, folder, &last.facts, place)?;
        } else if matches!(part, Part::Seated { .. }) {
            became.status = Some(Status::Confirmed);
        }
        Ok(became)
    }

    /// What the last list of events of the last draw says of the person with this profile and place.
    fn follow(
        &mut self,
        public: &Public,
        folder: &Folder,
        record: &Record,
        place: (u32, u32),
    ) -> Result<(), String> {
        let whole = Whole::read(public, folder).map_err(|file| format!("{}{file}", files::PUBLIC))?;
        let drawn = drawn(public, folder, record);
        let reserves = drawn.reserves.map(|reserves| reserves.order).unwrap_or_default();
        let people = whole.people(&drawn.seats, &reserves);
        let mut roster = whole.roster(&drawn.seats, &reserves);
        let lists = ROSTERS.read(folder).whole().map_err(|end| end.path(&ROSTERS))?;
        if let Some(list) = lists.last().filter(|list| list.facts.draw == record.draw) {
            let path = ROSTERS.path(list.number, files::EVENTS);
            let bytes = folder.get(&path).map(Vec::as_slice).unwrap_or_default();
            let rows = whole.events(public.coded.as_ref(), bytes).map_err(|_| path)?;
            self.list = Some(list.number);
            for row in rows {
                let person = people.iter().position(|&other| other == row.person);
                // The list was checked before: whatever is in it can stand.
                let _ = person.map(|person| roster.apply(person, row.event, !row.reason.is_empty()));
                if row.person == place {
                    self.events.push(Happened { date: row.date, event: row.event, reason: row.reason });
                }
            }
        }
        let person = people.iter().position(|&other| other == place);
        self.status = person.map(|person| roster.status()[person]);
        Ok(())
    }
}

fn drawn(public: &Public, folder: &Folder, record: &Record) -> Drawn {
    Drawn {
        record: record.clone(),
        seats: conduct::seats(public, record.own.ticket).unwrap_or_default(),
        reserves: conduct::recorded(public, record, folder),
    }
}

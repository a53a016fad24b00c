//! Who is in and who is out when a list of events has been replayed after a draw, for claims that need no more than
//! that; whether the events were possible is for V24.

use crate::bundle::people::Coded;
use crate::bundle::record::Record;
use crate::bundle::rosters::Whole;
use crate::bundle::{Folder, Public, conduct};
use crate::draw::code::Code;
use crate::panel::roster::Status;

/// How everybody of a roster stands.
pub(crate) struct Standing {
    /// The whole panel.
    pub whole: Whole,
    /// Everybody, by profile and place.
    pub people: Vec<(u32, u32)>,
    /// How each of them stands.
    pub status: Vec<Status>,
    /// Whether it is the turn of some reserve to be called.
    pub turn: bool,
}

impl Standing {
    /// After this draw and these events; none where the files do not agree. Places are held against `coded`.
    pub fn after(
        public: &Public,
        folder: &Folder,
        coded: Option<&Coded>,
        record: &Record,
        events: Option<&[u8]>,
    ) -> Option<Self> {
        let whole = Whole::read(public, folder).ok()?;
        let rows = match events {
            Some(bytes) => whole.events(public.coded.as_ref(), bytes).ok()?,
            None => Vec::new(),
        };
        let seats = conduct::seats(public, record.own.ticket)?;
        let reserves = conduct::recorded(public, record, folder).map(|it| it.order).unwrap_or_default();
        let people = whole.people(&seats, &reserves);
        let members = coded.map(|coded| coded.members(public.profiles.len()));
        let is_there = |&(profile, place): &(u32, u32)| match public.profiles.get(profile as usize) {
            Some(_) => members.as_ref().is_none_or(|m| (place as usize) < m[profile as usize].len()),
            None => (place as usize) < whole.earlier.len(),
        };
        people.iter().all(is_there).then_some(())?;
        let mut roster = whole.roster(&seats, &reserves);
        for row in &rows {
            let person = people.iter().position(|&person| person == row.person)?;
            let _ = roster.apply(person, row.event, true);
        }
        let (status, turn) = (roster.status().to_vec(), roster.next().is_some());
        Some(Self { whole, people, status, turn })
    }
}

/// Everybody who is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct In {
    /// How many.
    pub people: u64,
    /// How many of them have said yes.
    pub confirmed: u64,
    /// Their codes, ascending; `None` where the record shows no codes.
    pub codes: Option<Vec<Code>>,
}

/// Who is in after a draw and a list of events.
pub(crate) fn people_in(
    public: &Public,
    folder: &Folder,
    record: &Record,
    events: Option<&[u8]>,
) -> Option<In> {
    let coded = public.coded.as_ref();
    let standing = Standing::after(public, folder, coded, record, events)?;
    let is_in: Vec<bool> = standing.status.iter().map(|status| status.is_in()).collect();
    let codes = coded.map(|coded| {
        let all = standing.whole.codes(coded, &standing.people).into_iter().zip(&is_in);
        let mut codes: Vec<Code> = all.filter(|(_, is_in)| **is_in).map(|(code, _)| code).collect();
        codes.sort_unstable();
        codes
    });
    let confirmed = standing.status.iter().filter(|status| **status == Status::Confirmed).count() as u64;
    Some(In { people: is_in.iter().filter(|it| **it).count() as u64, confirmed, codes })
}

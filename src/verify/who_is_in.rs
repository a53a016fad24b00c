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
        // Of whoever had a seat before there is no profile in the pool.
        let is_there = |&(profile, place): &(u32, u32)| {
            let own = members.as_ref().and_then(|members| members.get(profile as usize));
            own.is_none_or(|own| (place as usize) < own.len())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::honest::{counts, events, record, settled};

    fn last(folder: &Folder) -> (Public, Record) {
        (Public::read(folder).unwrap(), Record::read(&folder["public/draws/2/draw.json"]).unwrap())
    }

    #[test]
    fn who_is_in_is_counted_and_who_said_yes() {
        let mut had = settled();
        events(&mut had);
        for (folder, seats) in [(record(), 2), (counts(), 2), (had, 3)] {
            let (public, record) = last(&folder);
            let found = |events: Option<&[u8]>| people_in(&public, &folder, &record, events).unwrap();
            let drawn = found(None);
            // Whoever had a seat before has said yes.
            let before = seats - 2;
            assert_eq!((drawn.people, drawn.confirmed), (seats, before));
            let later = found(Some(&folder["public/rosters/2/events.csv"]));
            assert_eq!(
                (later.people, later.confirmed),
                (seats, before + 1),
                "one left, and a reserve was called"
            );
            assert_eq!(later.codes.is_some(), public.coded.is_some());
            for codes in [drawn.codes, later.codes].into_iter().flatten() {
                assert_eq!(codes.len() as u64, seats);
                assert!(codes.is_sorted());
            }
        }
    }

    #[test]
    fn nobody_stands_at_a_place_that_no_code_has() {
        let folder = record();
        let (public, record) = last(&folder);
        let coded = public.coded.as_ref().unwrap();
        let after = |coded: &Coded| Standing::after(&public, &folder, Some(coded), &record, None);
        let (profile, place) = after(coded).unwrap().people.into_iter().max_by_key(|it| it.1).unwrap();
        let mut own = 0;
        let first = coded.people.iter().filter(|(_, of)| {
            own += u32::from(*of == profile);
            *of != profile || own <= place
        });
        assert!(after(&Coded::of(first.copied().collect())).is_none());
    }
}

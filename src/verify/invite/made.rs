//! The frame follows from the prepared list that it was made of: a part of I15. Imports `bundle` and `invite`.

use super::super::report::{Failure, Remark, Tally};
use super::Wrong;
use crate::base::digest::Digest;
use crate::bundle::form::Bad;
use crate::bundle::{Folder, files};
use crate::invite::frame::{Counts, Eligible, Frame, Place, Register, frame};
use crate::invite::person::Secret;
use crate::invite::persons::{List, Person};
use crate::invite::public::Public;
use crate::invite::rows::Reader;
use crate::invite::scan::Text;
use crate::invite::tables::names;
use crate::invite::{Half, Heap, Homes, What, Wrongs};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::{Mutex, PoisonError};

/// Makes the frame again from the prepared list: the one that was made again of its sources, or else the sealed one. What could
/// not be looked at is said.
pub(super) fn frame_follows(
    tally: &mut Tally,
    folder: &Folder,
    public: &Public,
    people: &List<'_>,
    (secret, again): (Option<&Secret>, Option<&[u8]>),
) -> io::Result<Option<Remark>> {
    let Some(facts) = &public.prepared else { return Ok(None) };
    let file = format!("{}{}", files::SEALED, names::PREPARED_LIST);
    let own = folder.get(&file).map(Vec::as_slice);
    let is_frozen = |list: &[u8]| Digest::of(list).to_string() == facts.pool;
    let sound = own.is_none_or(is_frozen);
    tally.check(sound, || Failure::Changed { file: file.clone() });
    let lacks = |lack| Ok(Some(Remark::FrameUnlooked { lack }));
    let Some(list) = again.or(own.filter(|_| sound)) else { return lacks("list") };
    let Some(secret) = secret else { return lacks("secret") };
    let Inside { people: inside, source } = inside(people)?;
    let made = |excluded: BTreeMap<Half, usize>| {
        let reader = Reader {
            secret,
            columns: &public.terms.columns,
            strata: &public.strata,
            reference: public.terms.age.map(|(_, day)| day),
            homes: public.terms.homes != Homes::Any,
            numbered: false,
        };
        let eligible = Eligible { limit: public.terms.limit(), excluded, grounds: 1, ..Eligible::default() };
        let text = Text { name: names::PREPARED_LIST, bytes: list };
        let (shelf, mut persons) = (Heap::default(), Vec::new());
        let place = Place { shelf: &shelf, hands: people.hands, persons: &mut persons };
        let registers = [Register { file: &text, source: source.clone() }];
        frame(&registers, &reader, &eligible, place).map(|(made, wrongs)| (made, wrongs, persons))
    };
    let (whole, wrongs, persons) = made(BTreeMap::new())?;
    if whole.is_none() && lacks_keys(&wrongs) {
        return lacks("keys");
    }
    let unreadable = || Failure::Unreadable { file: file.clone(), why: Bad::Shape };
    let Some(mut whole) = tally.take(whole.ok_or_else(unreadable)) else { return Ok(None) };
    // Whoever could be drawn and is not in the frame was left out on a ground.
    let digits = persons.split(|&b| b == b'\n').skip(1).filter_map(|line| Half::read(line.get(..32)?));
    let left: BTreeMap<Half, usize> =
        digits.filter(|person| !inside.contains(person)).map(|p| (p, 0)).collect();
    let out = left.len() as u64;
    if out > 0 {
        let Some(without) = tally.take(made(left)?.0.ok_or_else(unreadable)) else { return Ok(None) };
        whole = without;
    }
    for (file, same) in compared(public, &whole, out) {
        tally.check(same, || Failure::Letters(Wrong::NotOfList { file }));
    }
    Ok(Some(Remark::FrameAgain { out: public.counts.excluded.iter().sum(), again: again.is_some() }))
}

/// Whether the list has no numbers of the register: those that are never copied.
fn lacks_keys(wrongs: &Wrongs) -> bool {
    let of_keys = |what: &What| matches!(what, What::NoColumn { role: "key", .. } | What::BadKey);
    wrongs.0.iter().any(|wrong| of_keys(&wrong.what))
}

/// Each public table, and whether it follows. Somebody who was left out on a ground is not counted as too young.
fn compared(public: &Public, made: &Frame, out: u64) -> [(&'static str, bool); 3] {
    let (due, found) = (&public.counts, &made.counts);
    let fixed = |c: &Counts| [c.rows, c.repeats, c.confidential, c.institutions, c.residents, c.people];
    let counts = fixed(due) == fixed(found)
        && out <= due.excluded.iter().sum()
        && due.young <= found.young
        && due.doubtful <= found.doubtful;
    let frame =
        (&public.buckets, &public.people, &public.weights) == (&made.buckets, &made.people, &made.weights);
    let homes = public.homes.as_ref().is_none_or(|homes| *homes == made.homes);
    [(names::FRAME, frame), (names::COUNTS, counts), (names::HOMES, homes)]
}

/// Who is in the frame.
#[derive(Default)]
struct Inside {
    people: BTreeSet<Half>,
    /// What the register is called in keys made of its rows.
    source: String,
}

fn inside(people: &List<'_>) -> io::Result<Inside> {
    let all: Mutex<Inside> = Mutex::default();
    let each = |(own, source): &mut (Vec<Half>, String), person: &Person<'_>| {
        own.push(person.half());
        if source.is_empty() {
            let key = person.plain_key();
            *source = key.rsplit_once('/').map(|(source, _)| source.to_owned()).unwrap_or_default();
        }
    };
    let end = |(own, source): (Vec<Half>, String), _| {
        let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
        all.people.extend(own);
        all.source = source;
        Ok(())
    };
    people.each(&|| (Vec::new(), String::new()), &each, &end)?;
    Ok(all.into_inner().unwrap_or_else(PoisonError::into_inner))
}

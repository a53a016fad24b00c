//! Terms: who leaves a body when, and which seats are empty. Sealed. Imports `base`, `draw` and its siblings.

use super::day::Day;
use super::event::Event;
use super::past::Past;
use super::rules::Body;
use crate::base::digest::Digest;
use crate::draw::Stream;
use crate::draw::code::Code;
use std::collections::BTreeMap;

/// A body on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seats {
    /// Who stays, and until when.
    pub stay: BTreeMap<Code, Day>,
    /// Whose seat ended since the draw before, and when.
    pub left: BTreeMap<Code, Day>,
    /// Seats to be filled now.
    pub vacant: u32,
    /// Seats to be filled whose predecessor's term is not over, and until when it goes on: with those that wait for the
    /// renewal because too little of it is left.
    pub waits: Vec<Day>,
}

/// How a body stands on a day: `since` is the day of its draw before.
pub fn seats(past: &Past, body: &Body, day: Day, since: Option<Day>) -> Seats {
    let mut seats = Seats::default();
    for code in past.people() {
        match past.seat(code, &body.name, day) {
            Some((_, until)) if day < until => {
                seats.stay.insert(code, until);
            }
            Some((_, until)) if since.is_none_or(|since| since < until) => {
                seats.left.insert(code, until);
            }
            _ => {}
        }
    }
    let empty = body.seats.saturating_sub(seats.stay.len() as u32);
    for (until, missing) in gaps(past, body, day) {
        if until < day.plus(body.vacancy_least) {
            seats.waits.extend((0..missing).map(|_| until));
        }
    }
    seats.waits.truncate(empty as usize);
    seats.vacant = empty - seats.waits.len() as u32;
    seats
}

/// The renewals ahead at which fewer members leave than seats change, because somebody left early: when, and how many.
fn gaps(past: &Past, body: &Body, day: Day) -> Vec<(Day, u32)> {
    let Some((changing, _)) = body.renew else { return Vec::new() };
    let mut held: BTreeMap<Day, u32> = BTreeMap::new();
    for code in past.people() {
        let own = past.happened(code).iter().filter(|h| h.event == Event::Term && h.date <= day);
        let ends = own.filter(|h| past.body(h) == body.name).filter_map(|h| h.until);
        ends.filter(|&until| day < until).for_each(|until| {
            held.entry(until).or_default();
        });
    }
    past.members(&body.name, day).values().for_each(|&until| *held.entry(until).or_default() += 1);
    // Those who come at the renewal of this very day have the whole term ahead.
    let whole = day.plus(body.term.unwrap_or(0));
    let short = held.into_iter().filter(|&(until, _)| until < whole);
    short.map(|(until, held)| (until, changing.saturating_sub(held))).filter(|&(_, gap)| gap > 0).collect()
}

/// Until when each of the first members of a body has a seat. Where it changes in parts, lots decide who leaves at which
/// renewal: the members in the order of codes, shuffled by the stream `terms/BODY` of the seed of the draw; the first so
/// many leave at the first renewal, and so on.
pub fn first(body: &Body, members: &[Code], seed: Option<&Digest>, day: Day) -> BTreeMap<Code, Day> {
    let term = body.term.unwrap_or(0);
    let mut order = members.to_vec();
    order.sort_unstable();
    let Some(((changing, every), seed)) = body.renew.zip(seed) else {
        return order.into_iter().map(|code| (code, day.plus(term))).collect();
    };
    Stream::keyed(seed, &format!("terms/{}", body.name)).shuffle(&mut order);
    let until = |at: usize| day.plus((at as u32 / changing.max(1) + 1) * every);
    order.into_iter().enumerate().map(|(at, code)| (code, until(at))).collect()
}

/// Until when newcomers to a body have a seat: those who fill seats that somebody left early have what is left of that
/// term, in the order in which those seats end; the others a whole term. `early` are the ends of terms that were left early,
/// `newcomers` in the order of codes.
pub fn newcomers(body: &Body, newcomers: &[Code], early: &[Day], day: Day) -> BTreeMap<Code, Day> {
    let whole = day.plus(body.term.unwrap_or(0));
    let fresh = newcomers.len().saturating_sub(early.len());
    let mut order = newcomers.to_vec();
    order.sort_unstable();
    let ends = std::iter::repeat_n(whole, fresh).chain(early.iter().copied());
    order.into_iter().zip(ends).collect()
}

/// The ends of terms of a body that were left before their time and are still running on `day`: what its newcomers take
/// over, longest first; none with less than the body's least left.
pub fn left_early(past: &Past, body: &Body, day: Day) -> Vec<Day> {
    let long = gaps(past, body, day).into_iter().filter(|&(until, _)| day.plus(body.vacancy_least) <= until);
    let mut early: Vec<Day> = long.flat_map(|(until, gap)| (0..gap).map(move |_| until)).collect();
    early.reverse();
    early
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::rows::Row;
    use crate::programme::rules::Rules;

    const RULES: &str = "name = 'x'\n[[frame]]\nname = 'r'\nkind = 'register'\n\
        [[body]]\nname = 'Rat'\nseats = 6\nterm = '18 months'\nrenew = { seats = 2, every = '6 months' }\n\
        from = 'r'\nvacancy-least = '3 months'\n";

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn codes(n: usize) -> Vec<Code> {
        let ids: Vec<String> = (0..n).map(|i| format!("{i:03}")).collect();
        Code::of_ids(&[1; 32], ids.iter().map(String::as_str))
    }

    fn row(date: &str, person: Code, event: Event, until: Option<Day>) -> Row<'static> {
        Row { seq: 1, date: day(date), person, event, body: "Rat", edition: "", number: None, until }
    }

    #[test]
    fn lots_decide_who_leaves_first_and_each_renewal_has_its_seats() {
        let rules = Rules::read(RULES.as_bytes()).unwrap();
        let body = rules.body("Rat").unwrap();
        let members = codes(6);
        let ends = first(body, &members, Some(&Digest([1; 32])), day("2027-03-01"));
        for end in ["2027-09-01", "2028-03-01", "2028-09-01"] {
            assert_eq!(ends.values().filter(|&&until| until == day(end)).count(), 2, "{end}");
        }
        let mut turned = members.clone();
        turned.reverse();
        assert_eq!(first(body, &turned, Some(&Digest([1; 32])), day("2027-03-01")), ends);
        let others = (2..9).map(|n| first(body, &members, Some(&Digest([n; 32])), day("2027-03-01")));
        assert!(others.into_iter().any(|other| other != ends), "another seed, other lots");
    }

    #[test]
    fn a_seat_left_early_is_filled_for_what_is_left_of_it_or_waits() {
        let rules = Rules::read(RULES.as_bytes()).unwrap();
        let body = rules.body("Rat").unwrap();
        let members = codes(8);
        let ends = first(body, &members[..6], Some(&Digest([1; 32])), day("2027-03-01"));
        let mut past = Past::default();
        ends.iter()
            .for_each(|(&code, &until)| past.add(2, &row("2027-03-01", code, Event::Term, Some(until))));
        let last = *ends.iter().find(|(_, until)| **until == day("2028-09-01")).unwrap().0;
        let first = *ends.iter().find(|(_, until)| **until == day("2027-09-01")).unwrap().0;
        past.add(3, &row("2027-05-01", last, Event::Left, None));
        past.add(3, &row("2027-05-01", first, Event::Left, None));
        past.settle();
        let on = day("2027-07-01");
        assert_eq!(left_early(&past, body, on), [day("2028-09-01")]);
        let found = seats(&past, body, on, Some(day("2027-03-01")));
        assert_eq!((found.stay.len(), found.left.len(), found.vacant), (4, 2, 1), "one seat waits");
        let come = newcomers(body, &members[6..7], &left_early(&past, body, on), on);
        assert_eq!(come.values().copied().collect::<Vec<_>>(), [day("2028-09-01")]);
        // At the renewal the two of the first group are new, with a whole term, and one has the rest.
        let on = day("2027-09-01");
        assert_eq!(seats(&past, body, on, Some(day("2027-07-01"))).vacant, 3);
        let come = newcomers(body, &codes(9)[6..], &left_early(&past, body, on), on);
        let whole = come.values().filter(|&&until| until == day("2029-03-01")).count();
        assert_eq!((come.len(), whole), (3, 2));
    }
}

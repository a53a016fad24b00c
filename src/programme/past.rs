//! What happened to each person, and what follows from it on a day: who is barred and until when, who has a seat. Sealed.
//! Imports its siblings.

use super::day::Day;
use super::event::{Event, Ground};
use super::ledger::{Ledger, Torn};
use super::rows::Row;
use super::rules::{Body, Frame, From, Rules};
use crate::draw::code::Code;
use std::collections::{BTreeMap, BTreeSet};

/// Told of each ground on which somebody is barred: until when, and by what that happened.
type ToBar<'b> = dyn FnMut(Ground, Option<Day>, Option<&Happened>) + 'b;

/// What happened to each person, letters aside in a compact list.
#[derive(Clone, Debug, Default)]
pub struct Past {
    /// Codes that are somebody else's: the first code of that person.
    links: BTreeMap<Code, Code>,
    /// By code, the day of the last letter, their own or that which they took over.
    letters: Vec<Letter>,
    people: BTreeMap<Code, Vec<Happened>>,
    names: Vec<String>,
}

/// The code of somebody and the day of a letter of theirs in one number: of five million letters every byte counts. Numbers
/// are in the order of codes, and for one code of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Letter(u64);

impl Letter {
    fn of(code: Code, day: Day) -> Self {
        Self(code.number() << 24 | day.number())
    }

    fn code(self) -> Code {
        Code::of_number(self.0 >> 24)
    }

    fn day(self) -> Day {
        Day::of_number(self.0 & ((1 << 24) - 1))
    }
}

/// One thing that happened to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Happened {
    /// When.
    pub date: Day,
    /// What.
    pub event: Event,
    body: u16,
    edition: u16,
    /// How many.
    pub number: Option<u64>,
    /// Until when.
    pub until: Option<Day>,
    /// Which entry says so.
    pub entry: u32,
}

/// Why somebody may not be drawn on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The ground.
    pub ground: Ground,
    /// Until when; none: for good, or until something changes.
    pub until: Option<Day>,
    /// What happened, and when; none where nothing happened that should have.
    pub since: Option<(Event, Day)>,
    /// In which body; blank if in none.
    pub body: String,
}

/// For what somebody may be drawn.
#[derive(Clone, Copy, Debug)]
pub enum For<'a> {
    /// A seat in a body.
    Seat(&'a Body),
    /// A letter, to people of a frame.
    Letter(Option<&'a Frame>),
}

impl Past {
    /// The past up to entry `n`, without draws that were annulled.
    ///
    /// # Errors
    /// A row that cannot be read.
    pub fn of(ledger: &Ledger, n: u32) -> Result<Self, Torn> {
        Self::without(ledger, n, &ledger.replaced(n))
    }

    /// The past up to entry `n`, without some entries.
    ///
    /// # Errors
    /// A row that cannot be read.
    pub fn without(ledger: &Ledger, n: u32, gone: &BTreeSet<u32>) -> Result<Self, Torn> {
        let mut past = Self::default();
        ledger.each_of(n, gone, |entry, row| past.add(entry, row))?;
        past.settle();
        Ok(past)
    }

    /// Adds a row; [`Past::settle`] ends the adding.
    pub fn add(&mut self, entry: u32, row: &Row<'_>) {
        let (event, person) = (row.event, row.person);
        match event {
            Event::Link => {
                if let Ok(first) = Code::parse(row.edition) {
                    self.links.insert(person, first);
                }
                return;
            }
            Event::Letter => self.letters.push(Letter::of(person, row.date)),
            Event::Joined => self.letters.extend(row.until.map(|until| Letter::of(person, until))),
            _ => {}
        }
        if matches!(event, Event::Letter | Event::Joined | Event::No) {
            return;
        }
        let own = Happened {
            date: row.date,
            event,
            body: self.name(row.body),
            edition: self.name(row.edition),
            number: row.number,
            until: row.until,
            entry,
        };
        let past = self.people.entry(person).or_default();
        let undone = |h: &Happened| h.event.is_of_roster();
        match (event, past.iter().rposition(undone)) {
            // What was corrected did not happen.
            (Event::Corrected, Some(at)) => drop(past.remove(at)),
            (Event::Corrected, None) => {}
            _ => past.push(own),
        }
    }

    /// Brings together who is one person, and sorts the letters.
    pub fn settle(&mut self) {
        let linked: Vec<Code> = self.links.keys().copied().collect();
        for code in linked {
            let first = self.person(code);
            if let Some(own) = self.people.remove(&code) {
                let all = self.people.entry(first).or_default();
                all.extend(own);
                all.sort_by_key(|h| (h.date, h.entry));
            }
        }
        let mut letters = std::mem::take(&mut self.letters);
        if !self.links.is_empty() {
            letters.iter_mut().for_each(|own| *own = Letter::of(self.person(own.code()), own.day()));
        }
        letters.sort_unstable();
        // The last of each is kept.
        letters.reverse();
        letters.dedup_by_key(|own| own.code());
        letters.reverse();
        // Of a country most had several, and the past is there while its register is read.
        letters.shrink_to_fit();
        self.letters = letters;
    }

    fn name(&mut self, name: &str) -> u16 {
        let known = self.names.iter().position(|own| own == name);
        let at = known.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        at as u16
    }

    /// The first code of the person with this code.
    pub fn person(&self, code: Code) -> Code {
        let mut at = code;
        // A circle of links would be a mistake of whoever wrote them; it ends nowhere.
        for _ in 0..=self.links.len() {
            match self.links.get(&at) {
                Some(&first) if first != at => at = first,
                _ => break,
            }
        }
        at
    }

    /// All codes that are this person.
    pub fn codes(&self, code: Code) -> Vec<Code> {
        let first = self.person(code);
        let linked = self.links.keys().copied().filter(|&other| self.person(other) == first);
        let mut codes: Vec<Code> = linked.chain([first]).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// The day of the last letter in somebody's memory.
    pub fn last_letter(&self, code: Code) -> Option<Day> {
        let first = self.person(code);
        self.letters.binary_search_by_key(&first, |own| own.code()).ok().map(|at| self.letters[at].day())
    }

    /// What happened to somebody, letters aside.
    pub fn happened(&self, code: Code) -> &[Happened] {
        self.people.get(&self.person(code)).map_or(&[], Vec::as_slice)
    }

    /// The body of what happened.
    pub fn body(&self, happened: &Happened) -> &str {
        &self.names[usize::from(happened.body)]
    }

    /// The edition of what happened.
    pub fn edition(&self, happened: &Happened) -> &str {
        &self.names[usize::from(happened.edition)]
    }

    /// Everybody to whom something happened, letters aside.
    pub fn people(&self) -> impl Iterator<Item = Code> {
        self.people.keys().copied()
    }

    /// Since when and until when somebody has, or last had, a seat in a body, of what is known up to `day`.
    pub fn seat(&self, code: Code, body: &str, day: Day) -> Option<(Day, Day)> {
        let mut seat: Option<(Day, Day)> = None;
        for h in self.happened(code).iter().filter(|h| h.date <= day && self.body(h) == body) {
            match (h.event, h.until) {
                (Event::Term, Some(until)) => {
                    // A seat that goes on from another is one seat; after a gap it is a new one.
                    let from = seat.filter(|&(_, end)| h.date < end).map_or(h.date, |(from, _)| from);
                    seat = Some((from, until));
                }
                (Event::Left | Event::Declined | Event::Withdrew | Event::NoShow, _) => {
                    seat = seat.map(|(from, until)| (from, until.min(h.date)));
                }
                _ => {}
            }
        }
        seat
    }

    /// Who has a seat in a body on a day, by code, and until when.
    pub fn members(&self, body: &str, day: Day) -> BTreeMap<Code, Day> {
        let own = |code: Code| Some((code, self.seat(code, body, day).filter(|s| day < s.1)?.1));
        self.people().filter_map(own).collect()
    }

    /// Why somebody may not be drawn on `day`; nothing if they may. Whoever has a seat in the body stays in it, and is not
    /// barred by that.
    pub fn bars(&self, rules: &Rules, of: For<'_>, code: Code, day: Day) -> Vec<Bar> {
        let mut bars = Vec::new();
        let own: Vec<&Happened> = self.happened(code).iter().filter(|h| h.date <= day).collect();
        let mut bar = |ground, until, since: Option<&Happened>| {
            let body = since.map_or(String::new(), |h| self.body(h).to_owned());
            bars.push(Bar { ground, until, since: since.map(|h| (h.event, h.date)), body });
        };
        for h in &own {
            match h.event {
                Event::DoNotAsk if h.until.is_none_or(|until| day < until) => {
                    bar(Ground::DoNotAsk, h.until, Some(h));
                }
                Event::Barred if h.until.is_some_and(|until| day < until) => {
                    bar(Ground::CoolOff, h.until, Some(h));
                }
                _ => {}
            }
            if let Some(&months) = rules.cool_off.get(&h.event)
                && day < h.date.plus(months)
            {
                bar(Ground::CoolOff, Some(h.date.plus(months)), Some(h));
            }
        }
        self.limits(rules, &own, day, &mut bar);
        let frame = match of {
            For::Seat(body) => {
                self.of_body(rules, body, code, day, &own, &mut bar);
                rules.frame_of(body)
            }
            For::Letter(frame) => frame,
        };
        if frame.is_some_and(|frame| frame.consent.is_some()) {
            let given = own.iter().rev().find(|h| h.event == Event::Consent);
            if given.and_then(|h| h.until).is_none_or(|until| until <= day) {
                bar(Ground::Consent, None, given.copied());
            }
        }
        bars.sort_by(|a, b| (a.ground, b.until).cmp(&(b.ground, a.until)));
        // Of several on one ground the one that lasts longest.
        bars.dedup_by_key(|bar| bar.ground);
        bars
    }

    fn limits(&self, rules: &Rules, own: &[&Happened], day: Day, bar: &mut ToBar<'_>) {
        let sum = |event: Event, within: &dyn Fn(Day) -> bool| -> (u64, Option<&Happened>) {
            let those = || own.iter().filter(|h| h.event == event && within(h.date));
            (those().filter_map(|h| h.number).sum(), those().next_back().copied())
        };
        let (year, month) = (|d: Day| d.year() == day.year(), |d: Day| d.same_month(day));
        let limits = &rules.limits;
        let minutes = limits.hours_a_year.map(|hours| hours * 60);
        for (event, most, within, until) in [
            (Event::Served, minutes, &year as &dyn Fn(Day) -> bool, day.next_year()),
            (Event::Paid, limits.cents_a_year, &year, day.next_year()),
            (Event::Paid, limits.cents_a_month, &month, day.next_month()),
        ] {
            let (had, last) = sum(event, within);
            if most.is_some_and(|most| had >= most) {
                bar(Ground::Limit, Some(until), last);
            }
        }
    }

    fn of_body(
        &self,
        rules: &Rules,
        body: &Body,
        code: Code,
        day: Day,
        own: &[&Happened],
        bar: &mut ToBar<'_>,
    ) {
        let last = |events: &[Event], of: &str| -> Option<&Happened> {
            own.iter().rev().find(|h| events.contains(&h.event) && self.body(h) == of).copied()
        };
        if let Some(months) = body.cool_off {
            let (ended, of) = match body.term {
                Some(_) => (self.seat(code, &body.name, day).map(|s| s.1), last(&[Event::Term], &body.name)),
                None => {
                    let of = last(&[Event::Served, Event::Drawn], &body.name);
                    (of.map(|h| h.date), of)
                }
            };
            if let Some(ended) = ended.filter(|&ended| ended <= day && day < ended.plus(months)) {
                bar(Ground::CoolOff, Some(ended.plus(months)), of);
            }
        }
        for other in &body.not_with {
            let seat = self.seat(code, other, day).filter(|seat| day < seat.1);
            if let Some((_, until)) = seat {
                bar(Ground::Mandate, Some(until), last(&[Event::Term], other));
            }
        }
        if let From::Alumni(other) = &body.from
            && rules.body(other).is_some()
            && last(&[Event::Drawn, Event::Served], other).is_none()
        {
            bar(Ground::Frame, None, None);
        }
    }

    /// What somebody is to a lottery: never in one, in a pool and not drawn, or drawn.
    pub fn before(&self, code: Code) -> Before {
        let had = |event| self.happened(code).iter().any(|h| h.event == event);
        match (had(Event::Drawn), had(Event::Pool)) {
            (true, _) => Before::Drawn,
            (_, true) => Before::NotDrawn,
            _ => Before::Never,
        }
    }
}

impl Event {
    /// Whether the event is of a list of what happened after a draw.
    pub fn is_of_roster(self) -> bool {
        use Event as E;
        matches!(self, E::Called | E::Confirmed | E::Declined | E::Withdrew | E::NoShow)
    }
}

/// What somebody is to a lottery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Before {
    /// Was in no pool.
    Never,
    /// Was in a pool, and not drawn.
    NotDrawn,
    /// Was drawn.
    Drawn,
}

impl Before {
    /// Its word in the column `eerder`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Never => "nooit",
            Self::NotDrawn => "niet ingeloot",
            Self::Drawn => "ingeloot",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str = "name = 'x'\ncool-off = { served = '36 months' }\n\
        limits = { hours-a-year = 10, cents-a-month = 5000 }\n\
        [[frame]]\nname = 'reg'\nkind = 'register'\n[[frame]]\nname = 'panel'\nkind = 'self-registered'\nconsent = '24 months'\n\
        [[body]]\nname = 'A'\nseats = 9\nfrom = 'reg'\n\
        [[body]]\nname = 'B'\nseats = 3\nterm = '18 months'\nfrom = 'alumni of A'\ncool-off = '12 months'\nnot-with = ['raad']\n\
        [[body]]\nname = 'C'\nseats = 3\nfrom = 'panel'\n";

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// Day, event, body, number and until when.
    type Told<'t> = (&'t str, Event, &'t str, Option<u64>, Option<&'t str>);

    fn past(rows: &[Told<'_>]) -> (Past, Code, Rules) {
        let person = Code::of_ids(&[1; 32], ["x"].into_iter())[0];
        let mut past = Past::default();
        for &(date, event, body, number, until) in rows {
            let (date, until) = (day(date), until.map(day));
            past.add(1, &Row { seq: 1, date, person, event, body, edition: "", number, until });
        }
        past.settle();
        (past, person, Rules::read(RULES.as_bytes()).unwrap())
    }

    #[track_caller]
    fn bars(rows: &[Told<'_>], body: &str, on: &str) -> Vec<(Ground, Option<String>)> {
        let (past, person, rules) = past(rows);
        let bars = past.bars(&rules, For::Seat(rules.body(body).unwrap()), person, day(on));
        bars.into_iter().map(|bar| (bar.ground, bar.until.map(|until| until.to_string()))).collect()
    }

    #[test]
    fn a_cool_off_ends_on_its_day() {
        let served = [("2027-03-01", Event::Served, "A", Some(60), None)];
        let until = (Ground::CoolOff, Some("2030-03-01".to_owned()));
        assert_eq!(bars(&served, "A", "2030-02-28"), [until]);
        assert_eq!(bars(&served, "A", "2030-03-01"), []);
    }

    #[test]
    fn a_seat_bars_from_others_while_it_lasts_and_from_its_own_body_after() {
        let rows = [
            ("2027-03-01", Event::Drawn, "A", None, None),
            ("2027-03-01", Event::Term, "B", None, Some("2028-09-01")),
            ("2027-03-01", Event::Term, "raad", None, Some("2027-06-01")),
        ];
        assert_eq!(bars(&rows, "B", "2027-05-01"), [(Ground::Mandate, Some("2027-06-01".into()))]);
        assert_eq!(bars(&rows, "B", "2027-06-01"), [], "who has a seat stays in it");
        assert_eq!(bars(&rows, "B", "2028-09-01"), [(Ground::CoolOff, Some("2029-09-01".into()))]);
        assert_eq!(bars(&rows[1..], "B", "2027-07-01"), [(Ground::Frame, None)]);
        let (past, person, _) = past(&rows);
        assert_eq!(past.members("B", day("2028-08-31")).get(&person), Some(&day("2028-09-01")));
        assert!(past.members("B", day("2028-09-01")).is_empty());
    }

    #[test]
    fn limits_are_of_the_calendar() {
        let rows = [
            ("2027-03-01", Event::Served, "C", Some(400), None),
            ("2027-04-01", Event::Served, "C", Some(200), None),
            ("2027-04-01", Event::Paid, "C", Some(5000), None),
        ];
        let rows: Vec<_> = rows.into_iter().collect();
        let (past, person, mut rules) = past(&rows);
        rules.cool_off.clear();
        let on = |text: &str| past.bars(&rules, For::Letter(None), person, day(text));
        assert_eq!(on("2027-04-02")[0].until, Some(day("2028-01-01")));
        assert_eq!(on("2027-03-31").len(), 0);
        assert_eq!(on("2028-01-01").len(), 0);
    }

    #[test]
    fn consent_must_be_there_and_last() {
        let rows = [("2027-03-01", Event::Consent, "", None, Some("2029-03-01"))];
        assert_eq!(bars(&rows, "C", "2029-02-28"), []);
        assert_eq!(bars(&rows, "C", "2029-03-01"), [(Ground::Consent, None)]);
        assert_eq!(bars(&[], "C", "2027-03-01"), [(Ground::Consent, None)]);
        let asked = [rows[0], ("2027-05-01", Event::DoNotAsk, "", None, None)];
        assert_eq!(bars(&asked, "C", "2028-03-01"), [(Ground::DoNotAsk, None)]);
    }

    #[test]
    fn what_was_corrected_did_not_happen() {
        let rows = [
            ("2027-03-01", Event::Term, "B", None, Some("2028-09-01")),
            ("2027-03-02", Event::Declined, "B", None, None),
            ("2027-03-03", Event::Corrected, "B", None, None),
        ];
        let (past, person, _) = past(&rows);
        assert!(past.members("B", day("2027-04-01")).contains_key(&person));
    }
}

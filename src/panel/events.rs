//! The clerk's list of events, read and replayed. Imports `base`, `register` and its siblings.

use super::day::{Happening, Outcome, happen};
use super::roster::{Event, Impossible, Roster};
use crate::base::fault::{Faults, Place, Turn, What};
use crate::base::line::{LONGEST, unseen};
use crate::base::text::{fold, fold_heading, nearest, tidy};
use crate::register::{Table, read};

const DATE: &[&str] = &["date", "datum", "time", "tijd", "day", "dag", "when", "wanneer"];
const PERSON: &[&str] =
    &["code", "id", "person", "persoon", "nummer", "number", "nr", "lotcode", "who", "wie"];
const EVENT: &[&str] = &["event", "gebeurtenis", "status", "what", "wat"];
const REASON: &[&str] = &["reason", "reden", "why", "waarom", "note", "remark", "opmerking"];

/// Words for events besides [`Event::word`], after [`fold`].
const WORDS: &[(&str, Event)] = &[
    ("confirm", Event::Confirmed),
    ("yes", Event::Confirmed),
    ("bevestigd", Event::Confirmed),
    ("bevestigt", Event::Confirmed),
    ("toegezegd", Event::Confirmed),
    ("ja", Event::Confirmed),
    ("accepted", Event::Confirmed),
    ("aanvaard", Event::Confirmed),
    ("decline", Event::Declined),
    ("refused", Event::Declined),
    ("no", Event::Declined),
    ("afgezegd", Event::Declined),
    ("afgemeld", Event::Declined),
    ("afmelding", Event::Declined),
    ("bedankt", Event::Declined),
    ("nee", Event::Declined),
    ("geweigerd", Event::Declined),
    // Whoever was asked and cannot be reached has no seat, as if they had said no.
    ("not reached", Event::Declined),
    ("no answer", Event::Declined),
    ("niet bereikt", Event::Declined),
    ("geen antwoord", Event::Declined),
    ("withdrawn", Event::Withdrew),
    ("withdraw", Event::Withdrew),
    ("teruggetrokken", Event::Withdrew),
    ("trok zich terug", Event::Withdrew),
    ("gestopt", Event::Withdrew),
    ("no show", Event::NoShow),
    ("noshow", Event::NoShow),
    ("absent", Event::NoShow),
    ("weggebleven", Event::NoShow),
    ("wegblijver", Event::NoShow),
    ("niet gekomen", Event::NoShow),
    ("niet verschenen", Event::NoShow),
    ("niet komen opdagen", Event::NoShow),
    ("afwezig", Event::NoShow),
    ("correct", Event::Corrected),
    ("correction", Event::Corrected),
    ("verbeterd", Event::Corrected),
    ("gecorrigeerd", Event::Corrected),
    ("correctie", Event::Corrected),
    ("hersteld", Event::Corrected),
    ("call", Event::Called),
    ("reserve called", Event::Called),
    ("called reserve", Event::Called),
    ("opgeroepen", Event::Called),
    ("gebeld", Event::Called),
    ("reserve opgeroepen", Event::Called),
    ("gevraagd", Event::Called),
];

/// One event as it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Year, month, day.
    pub date: Date,
    /// Number in the [`Roster`].
    pub person: usize,
    /// What.
    pub event: Event,
    /// Why; empty if not said.
    pub reason: String,
    /// Its row, as a spreadsheet counts.
    pub row: usize,
}

/// Who a text in the list means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Somebody of the roster.
    Listed(usize),
    /// Somebody in the pool who is neither on the panel nor in reserve.
    InPool,
    /// Somebody who was excluded before the lottery.
    Excluded,
    /// Nobody; but this person of the roster has an id that looks like it.
    Alike(usize),
    /// Nobody.
    Unknown,
}

/// Reads and replays a list with the columns `date`, `id` or `code`, `event`, and perhaps `reason`, day by day.
/// `name` gives the code of a person, for messages; `rank` everybody's place in the order of codes.
///
/// The events, each day's in the one order in which they count; `None` if an event cannot stand, with everything
/// that is wrong among `faults`.
pub fn replay(
    file: &str,
    bytes: &[u8],
    who: &dyn Fn(&str) -> Who,
    name: &dyn Fn(usize) -> String,
    rank: &[usize],
    roster: &mut Roster<'_>,
    faults: &mut Faults,
) -> Option<Vec<Entry>> {
    // A list that has only its header is a list in which nothing happened yet.
    let table = match only_header(bytes) {
        true => return Some(Vec::new()),
        false => read(file, bytes, faults)?,
    };
    let mut column = |names: &[&'static str], needed: bool| {
        let keys: Vec<String> = table.headings.iter().map(|h| fold_heading(h)).collect();
        let found = names.iter().find_map(|name| keys.iter().position(|key| key == name));
        if found.is_none() && needed {
            faults.push(What::Turn(Turn::ColumnMissing { column: names[0] }), Place::file(file));
        }
        found
    };
    let (date, person, event) = (column(DATE, true), column(PERSON, true), column(EVENT, true));
    let reason = column(REASON, false);
    let (date, person, event) = (date?, person?, event?);
    let mut written: Vec<Entry> = Vec::new();
    let mut last: Option<Date> = None;
    // Who is not known may have been written down by name, which is nobody's business.
    let hidden = |row: usize, column: usize| Place::file(file).row(row).column(&table.headings[column]);
    for row in 0..table.len() {
        let text = |column: usize| tidy(table.cell(row, column));
        let place = |column: usize| at(&table, row, column);
        let day = day(&text(date));
        match (day, last) {
            (None, _) => faults.push(What::Turn(Turn::DateUnreadable), place(date)),
            (Some(now), Some(before)) if now < before => {
                faults.push(What::Turn(Turn::DateOrder), place(date));
            }
            _ => {}
        }
        last = day.or(last);
        let happened = word(&text(event));
        if happened.is_none() {
            let near = nearest(&text(event), Event::ALL.map(Event::word)).map(str::to_owned);
            faults.push(What::Turn(Turn::EventUnknown { near }), place(event));
        }
        let reason_column = reason;
        let reason = reason_column.map(|column| reason_of(table.cell(row, column))).unwrap_or_default();
        if let (true, Some(column)) = (reason.len() > LONGEST, reason_column) {
            faults.push(What::Turn(Turn::ReasonLong { most: LONGEST }), hidden(row, column));
        }
        let row = table.row(row).row;
        let person = match who(&text(person)) {
            Who::Listed(person) => person,
            other => {
                let what = match other {
                    Who::InPool => Turn::NotListed,
                    Who::Excluded => Turn::Excluded,
                    Who::Alike(person) => Turn::Unknown { near: Some(name(person)) },
                    _ => Turn::Unknown { near: None },
                };
                faults.push(What::Turn(what), hidden(row, person));
                continue;
            }
        };
        let (Some(date), Some(event)) = (day, happened) else { continue };
        written.push(Entry { date, person, event, reason, row });
    }
    let mut entries = Vec::with_capacity(written.len());
    for day in written.chunk_by(|a, b| a.date == b.date) {
        let happenings: Vec<Happening> = day
            .iter()
            .map(|e| Happening { person: e.person, event: e.event, reason: !e.reason.is_empty() })
            .collect();
        let outcomes = happen(roster, &happenings, rank);
        for (nth, outcome) in outcomes.iter().enumerate() {
            let late = outcomes[..nth].iter().any(|o| o.at > outcome.at && day[o.at].event != Event::Called);
            if let Some(wrong) = wrong(outcome, day[outcome.at].event, late, name) {
                faults.push(What::Turn(wrong), hidden(day[outcome.at].row, event));
            }
        }
        entries.extend(outcomes.iter().map(|outcome| day[outcome.at].clone()));
    }
    (!faults.stop()).then_some(entries)
}

/// What is wrong with an event, or worth knowing. `late` is whether something stands below it that counts before it.
fn wrong(outcome: &Outcome, event: Event, late: bool, name: &dyn Fn(usize) -> String) -> Option<Turn> {
    Some(match outcome.result {
        Ok(()) => {
            let call = outcome.call.filter(|call| call.due != Some(call.person))?;
            Turn::CalledForReason { due: call.due.map(name) }
        }
        Err(Impossible::Status(status)) => Turn::Impossible { event: event.word(), status: status.word() },
        Err(Impossible::Member) => Turn::MemberCalled,
        Err(Impossible::NothingToCorrect) => Turn::NothingToCorrect,
        Err(Impossible::OutOfTurn(due)) => Turn::OutOfTurn { due: due.map(name), late },
        Err(Impossible::NoReason) => Turn::NoReason,
    })
}

fn only_header(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let header = lines.next().map(fold_heading).unwrap_or_default();
    lines.next().is_none() && EVENT.iter().any(|name| header.contains(name))
}

fn at(table: &Table, row: usize, column: usize) -> Place {
    let place = Place::file(&table.name).row(table.row(row).row).column(&table.headings[column]);
    place.cell(&tidy(table.cell(row, column)))
}

fn word(text: &str) -> Option<Event> {
    let key = fold(text).replace('_', " ");
    let own = Event::ALL.into_iter().find(|event| event.word() == key);
    own.or_else(|| WORDS.iter().find(|(word, _)| *word == key).map(|&(_, event)| event))
}

/// Year, month, day.
pub type Date = (u16, u8, u8);

/// `2026-03-01`, `1-3-2026` or `1/3/2026` (day first), with or without a time after a space or `T`, which decides
/// nothing.
fn day(text: &str) -> Option<Date> {
    let (date, time) = text.split_once(['T', ' ']).map_or((text, None), |(d, t)| (d, Some(t)));
    let parts: Vec<&str> = date.split(['-', '/', '.']).collect();
    let number = |text: &str| text.parse::<u16>().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()));
    let [first, month, last] = parts[..] else { return None };
    let (year, month, day) = match first.len() == 4 {
        true => (number(first)?, number(month)?, number(last)?),
        false if last.len() == 4 => (number(last)?, number(month)?, number(first)?),
        false => return None,
    };
    if let Some(time) = time {
        let mut parts = time.split(':').map(number);
        let (hour, minute) = (parts.next()??, parts.next()??);
        (hour < 24 && minute < 60).then_some(())?;
    }
    is_date(year, month, day).then_some((year, month as u8, day as u8))
}

/// Whether there is such a day, in a year from 1900 to 2999.
fn is_date(year: u16, month: u16, day: u16) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u16::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day) && (1900..=2999).contains(&year)
}

/// Whether a text is a day as it is published: `2026-03-01`.
pub fn is_published_date(text: &str) -> bool {
    day(text).is_some_and(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}") == text)
}

/// A reason as people see it: whatever shows as nothing, such as a soft hyphen of a word processor, is left out.
fn reason_of(cell: &str) -> String {
    tidy(&tidy(cell).chars().filter(|&sign| !unseen(sign)).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Kind;
    use crate::lottery::problem::{Problem, Row};
    use crate::panel::balance::Rules;

    fn run(text: &str) -> (Option<Vec<Entry>>, Faults) {
        let row = Row { profiles: vec![0], min: 2, max: 2 };
        let rules = Rules::new(&Problem { seats: 2, sizes: vec![9], rows: vec![row] }, |_| false);
        let mut roster = Roster::new(&rules, &[0, 0], &[0, 0], &[]);
        let mut faults = Faults::new();
        let who = |text: &str| match text.parse::<usize>() {
            Ok(person @ 0..4) => Who::Listed(person),
            Ok(_) => Who::InPool,
            Err(_) => Who::Unknown,
        };
        let name = |person: usize| format!("code {person}");
        let entries = replay("e.csv", text.as_bytes(), &who, &name, &[0, 1, 2, 3], &mut roster, &mut faults);
        (entries, faults)
    }

    #[test]
    fn events_are_read_as_people_write_them() {
        let (entries, faults) = run(
            "Datum;ID;Gebeurtenis;Reden\n1-3-2026;0;Afgezegd;\n2026-03-01 14:05;2;reserve called;\n2/3/2026;2;Yes;\n",
        );
        let entries = entries.unwrap_or_else(|| panic!("{faults:?}"));
        assert_eq!(
            entries.iter().map(|e| e.event.word()).collect::<Vec<_>>(),
            ["declined", "called", "confirmed"]
        );
        assert_eq!(entries[2].date, (2026, 3, 2));
        assert_eq!(run("date,code,event\n").0, Some(Vec::new()), "nothing happened yet");
    }

    #[test]
    fn everything_that_cannot_stand_is_said_at_once() {
        let (entries, faults) = run(concat!(
            "date,code,event,reason\n",
            "2026-03-01,0,declind,\n",
            "2026-02-30,0,declined,\n",
            "2026-03-02,7,declined,\n",
            "2026-03-02,An Other,declined,\n",
            "2026-03-02,0,withdrew,\n",
            "2026-03-01,3,called,\n",
            "2026-03-03,1,called,\n",
            "2026-03-03,0,confirmed,\n",
            "2026-03-03,1,corrected,typing error\n",
            "2026-03-03,3,corrected,\n",
        ));
        assert!(entries.is_none());
        for (kind, count) in [
            (Kind::EventUnknown, 1),
            (Kind::EventDate, 1),
            (Kind::PersonNotListed, 1),
            (Kind::PersonUnknown, 1),
            (Kind::EventOrder, 1),
            (Kind::CalledOutOfTurn, 1),
            (Kind::MemberCalled, 1),
            (Kind::EventImpossible, 1),
            (Kind::NothingToCorrect, 1),
            (Kind::ReasonMissing, 1),
        ] {
            assert_eq!(faults.count(kind), count, "{kind:?}");
        }
        let (entries, faults) =
            run("date,code,event,reason\n1-3-2026,0,declined,\n1-3-2026,3,called,2 was ill\n");
        assert!(entries.is_some() && faults.count(Kind::CalledForReason) == 1);
        assert_eq!(run("date,who knows\n1-3-2026,x\n").1.count(Kind::EventColumnMissing), 2);
    }

    #[test]
    fn reasons_are_lines_that_can_be_published() {
        let told = |reason: &str| run(&format!("date,code,event,reason\n1-3-2026,0,declined,\"{reason}\"\n"));
        let (entries, _) = told(" twee\nre\u{ad}gels\u{200e}\u{a0} ");
        assert_eq!(entries.unwrap()[0].reason, "twee regels");
        assert_eq!(told("\u{ad}\u{200e}").0.unwrap()[0].reason, "");
        assert!(told(&"x".repeat(LONGEST)).0.is_some());
        let (entries, faults) = told(&"x".repeat(LONGEST + 1));
        assert!(entries.is_none() && faults.count(Kind::ReasonLong) == 1);
    }

    #[test]
    fn a_published_date_is_a_day_that_there_is_in_its_one_form() {
        for good in ["2026-03-01", "2024-02-29", "2000-02-29", "1900-01-01", "2999-12-31", "2026-04-30"] {
            assert!(is_published_date(good), "{good}");
        }
        for bad in [
            "2026-99-99",
            "2026-02-29",
            "2100-02-29",
            "2026-04-31",
            "2026-00-10",
            "2026-01-00",
            "1899-12-31",
            "3000-01-01",
            "2026-3-1",
            "1-3-2026",
            "2026/03/01",
            "2026-03-01T10:00",
            "2026-03-01 ",
            "",
            "2026-03-011",
        ] {
            assert!(!is_published_date(bad), "{bad}");
        }
    }

    #[test]
    fn one_days_events_count_in_one_order_and_rows_stay_those_of_the_sheet() {
        let lines =
            ["1-3-2026,3,declined", "1-3-2026 9:00,2,called", "1-3-2026 8:00,2,yes", "1-3-2026,0,declined"];
        let list = |lines: &[&str]| format!("date,id,event\n\n{}\n", lines.join("\n"));
        let rows = |text: &str| -> Vec<usize> { run(text).0.unwrap().iter().map(|e| e.row).collect() };
        assert_eq!(
            rows(&list(&lines)),
            [6, 3, 4, 5],
            "whoever leaves, by code, then the call and its answer"
        );
        let mut turned = lines;
        turned.reverse();
        assert_eq!(rows(&list(&turned)), [3, 6, 5, 4]);
        // With the decline on the day after, nobody was to be called.
        let (_, faults) = run(&list(&[lines[1], "2-3-2026,0,declined"]));
        assert_eq!(faults.count(Kind::CalledOutOfTurn), 1);
    }
}

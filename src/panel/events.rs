//! The clerk's list of events, read and replayed. Imports `base`, `register` and its siblings.

use super::day::{Happening, Outcome};
use super::roster::{Event, Impossible, Roster};
use crate::base::fault::{Faults, Place, Rows, Turn, What};
use crate::base::line::{LONGEST, unseen};
use crate::base::months::named_day;
use crate::base::rules::Rules;
use crate::base::said::{self, Said};
use crate::base::text::{fold_heading, nearest, tidy};
use crate::register::{Looked, Table};
use crate::seed::civil::days_from_civil;
use std::collections::{BTreeMap, BTreeSet};

const DATE: &[&str] = &["date", "datum", "time", "tijd", "day", "dag", "when", "wanneer"];
const PERSON: &[&str] =
    &["code", "id", "person", "persoon", "nummer", "number", "nr", "lotcode", "who", "wie"];
const EVENT: &[&str] = &["event", "gebeurtenis", "status", "what", "wat"];
const REASON: &[&str] = &["reason", "reden", "why", "waarom", "note", "remark", "opmerking"];

/// What a word in the list is: an event, or an attempt to reach somebody, which decides nothing: whoever is given up is put
/// down as declined.
fn meant(said: Said) -> Option<Option<Event>> {
    Some(match said {
        Said::Yes | Said::Confirmed => Some(Event::Confirmed),
        Said::No | Said::Declined => Some(Event::Declined),
        Said::Withdrew | Said::Left => Some(Event::Withdrew),
        Said::NoShow => Some(Event::NoShow),
        Said::Corrected => Some(Event::Corrected),
        Said::Called => Some(Event::Called),
        Said::NotReached => None,
        _ => return None,
    })
}

/// Every word that a list of events takes.
fn words() -> impl Iterator<Item = &'static str> {
    let own = said::WORDS.iter().filter(|it| takes(it.0));
    own.flat_map(|(_, english, dutch)| english.iter().chain(*dutch).copied())
}

/// Whether a list of events takes what is said.
pub fn takes(said: Said) -> bool {
    meant(said).is_some()
}

const BY: &[&str] =
    &["by", "caller", "calledby", "whocalled", "door", "beller", "gebelddoor", "opgeroependoor", "wiebelde"];
const UNTIL: &[&str] =
    &["until", "holduntil", "helduntil", "tot", "totenmet", "plaatstot", "vasttot", "houdvasttot"];

/// A list of events as somebody keeps it. Several callers may each keep their own.
#[derive(Clone, Copy, Debug)]
pub struct List<'a> {
    /// Its name, for messages.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

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
    /// Who put it down or made the call; empty if not said. Stays with the clerk.
    pub by: String,
    /// The day until which a place is held for this person, if the list says one. Stays with the clerk.
    pub until: Option<Date>,
    /// Which of the lists it stands in.
    pub list: usize,
    /// Its row, as a spreadsheet counts.
    pub row: usize,
}

/// Somebody tried to reach a person. This decides nothing and is never published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The day.
    pub date: Date,
    /// Number in the [`Roster`].
    pub person: usize,
    /// Who tried; empty if not said.
    pub by: String,
    /// What else was put down; empty if nothing.
    pub note: String,
    /// The day until which a place is held, if said.
    pub until: Option<Date>,
}

/// Lists of events that can all stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    /// The events, each day's in the one order in which they count.
    pub entries: Vec<Entry>,
    /// Attempts to reach people, by day, and within a day as they were written.
    pub attempts: Vec<Attempt>,
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

/// Whom a list is about, as its reader is told.
pub struct People<'a> {
    /// Who a text means.
    pub who: &'a dyn Fn(&str) -> Who,
    /// The code of a person, for messages.
    pub name: &'a dyn Fn(usize) -> String,
    /// Everybody's place in the order of codes.
    pub rank: &'a [usize],
    /// The rules by which a day has its order.
    pub rules: Rules,
}

/// Reads lists with the columns `date`, `id` or `code`, `event`, and perhaps `reason`, `by` and `until`, and replays their
/// events day by day, in whatever order the rows and the lists were given.
///
/// `None` if an event cannot stand, with everything that is wrong among `faults`. An event that stands in two lists
/// counts once.
pub fn replay(
    lists: &[List<'_>],
    people: &People<'_>,
    roster: &mut Roster<'_>,
    faults: &mut Faults,
) -> Option<Replayed> {
    let mut read = Replayed::default();
    let mut columns = Vec::with_capacity(lists.len());
    for (number, list) in lists.iter().enumerate() {
        columns.push(rows(list, number, people, &mut read, faults));
    }
    let columns: Vec<Place> = columns.into_iter().collect::<Option<_>>()?;
    // Stable, so that the events of one day keep the order in which they were written.
    read.entries.sort_by_key(|entry| entry.date);
    read.attempts.sort_by_key(|attempt| attempt.date);
    let place = |entry: &Entry| columns[entry.list].clone().row(entry.row);
    let mut entries = Vec::with_capacity(read.entries.len());
    // Where the last event that counts of each person stands.
    let mut said: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    // Found by day, told by row.
    let mut found: BTreeMap<(usize, usize), Vec<(Turn, Place)>> = BTreeMap::new();
    for day in once(&read.entries, &place, faults).chunk_by(|a, b| a.date == b.date) {
        let happenings: Vec<Happening> = day
            .iter()
            .map(|e| Happening { person: e.person, event: e.event, reason: !e.reason.is_empty() })
            .collect();
        let outcomes = people.rules.day(roster, &happenings, people.rank);
        for (nth, outcome) in outcomes.iter().enumerate() {
            let it = &day[outcome.at];
            let late = outcomes[..nth].iter().any(|o| o.at > outcome.at && day[o.at].event != Event::Called);
            let since = said.get(&it.person).map(|&(list, row)| (columns[list].file.clone(), row));
            if let Some(wrong) = wrong(outcome, it.event, late, since, people.name) {
                found.entry((it.list, it.row)).or_default().push((wrong, place(it)));
            }
            if outcome.result.is_ok() {
                said.insert(it.person, (it.list, it.row));
            }
        }
        entries.extend(outcomes.iter().map(|outcome| day[outcome.at].clone()));
    }
    found.into_values().flatten().for_each(|(wrong, place)| faults.push(What::Turn(wrong), place));
    read.entries = entries;
    (!faults.stop()).then_some(read)
}

/// The events without those that two lists have of the same person and day. Where a correction of that day stands among
/// them nobody can tell what it corrects.
fn once(written: &[Entry], place: &dyn Fn(&Entry) -> Place, faults: &mut Faults) -> Vec<Entry> {
    let mut kept: Vec<Entry> = Vec::with_capacity(written.len());
    for day in written.chunk_by(|a, b| a.date == b.date) {
        let start = kept.len();
        for entry in day {
            let same = |other: &&Entry| other.person == entry.person && other.list != entry.list;
            let elsewhere: Vec<&Entry> = day.iter().filter(same).collect();
            let corrected = |other: &&&Entry| other.event == Event::Corrected;
            match elsewhere.iter().find(corrected) {
                Some(other) => {
                    let said = place(other);
                    let row = said.rows.first.first().copied().unwrap_or_default();
                    let what = Turn::TwoLists { said: (said.file, row) };
                    faults.push(What::Turn(what), place(entry));
                    kept.push(entry.clone());
                }
                None => {
                    let twice = |other: &&Entry| other.person == entry.person && other.event == entry.event;
                    let twin = kept[start..].iter().find(twice).filter(|twin| twin.list != entry.list);
                    match twin {
                        Some(_) => faults.push(What::Turn(Turn::TwiceSaid), place(entry)),
                        None => kept.push(entry.clone()),
                    }
                }
            }
        }
    }
    kept
}

/// The events and attempts of one list, added to those of others, and its column with events; `None` if it cannot be read.
fn rows(
    list: &List<'_>,
    number: usize,
    people: &People<'_>,
    read: &mut Replayed,
    faults: &mut Faults,
) -> Option<Place> {
    // A list that has only its header is a list in which nothing happened yet.
    let table = match only_header(list.bytes) {
        true => return Some(Place::file(list.name)),
        false => crate::register::read(list.name, list.bytes, faults)?,
    };
    let file = || Place::file(&table.name);
    let looked = Looked::default();
    let column = |names: &[&'static str]| looked.by_order(&table, names, faults);
    let [date, person, event, reason, by, until] = [DATE, PERSON, EVENT, REASON, BY, UNTIL].map(column);
    for (names, found) in [(DATE, date), (PERSON, person), (EVENT, event)] {
        if found.is_none() {
            let near = looked.near(&table, names).map(str::to_owned);
            let what = Turn::ColumnMissing { column: names[0], near };
            faults.push(What::Turn(what), file());
        }
    }
    looked.report(&table, faults);
    let (date, person, event) = (date?, person?, event?);
    let doubtful: BTreeSet<usize> = report_order(&table, date, faults);
    let doubtful_until = until.map(|until| report_order(&table, until, faults)).unwrap_or_default();
    let mut last: Option<Date> = None;
    let mut in_order = true;
    let mut excluded = Rows::default();
    // Who is not known may have been written down by name, which is nobody's business.
    let hidden = |row: usize, column: usize| file().row(row).column(&table.headings[column]);
    for row in 0..table.len() {
        let text = |column: usize| tidy(table.cell(row, column));
        let place = |column: usize| at(&table, row, column);
        let noted = |column: Option<usize>| column.map(|c| reason_of(table.cell(row, c))).unwrap_or_default();
        let day = day(&text(date));
        match (day, last) {
            _ if doubtful.contains(&table.row(row).row) => {}
            (None, _) => faults.push(What::Turn(Turn::DateUnreadable), place(date)),
            (Some(now), Some(before)) if now < before && in_order => {
                in_order = false;
                faults.push(What::Turn(Turn::DateOrder), place(date));
            }
            _ => {}
        }
        last = day.or(last);
        let held = match until.map(|column| (column, text(column))).filter(|(_, cell)| !cell.is_empty()) {
            None => None,
            Some((column, cell)) => {
                let held = self::day(&cell);
                if held.is_none() && !doubtful_until.contains(&table.row(row).row) {
                    faults.push(What::Turn(Turn::DateUnreadable), place(column));
                }
                if held.zip(day).is_some_and(|(held, day)| held < day) {
                    faults.push(What::Turn(Turn::HeldBefore), place(column));
                }
                held
            }
        };
        let happened = Said::read(&text(event)).and_then(meant);
        if happened.is_none() {
            let near = nearest(&text(event), Event::ALL.map(Event::word).into_iter().chain(words()))
                .map(str::to_owned);
            faults.push(What::Turn(Turn::EventUnknown { near }), place(event));
        }
        let (note, by) = (noted(reason), noted(by));
        if let (true, Some(column)) = (note.len() > LONGEST, reason) {
            faults.push(What::Turn(Turn::ReasonLong { most: LONGEST }), hidden(row, column));
        }
        let row = table.row(row).row;
        let person = match (people.who)(&text(person)) {
            Who::Listed(person) => person,
            other => {
                let what = match other {
                    Who::InPool => Turn::NotListed,
                    Who::Excluded => {
                        excluded.push(row);
                        continue;
                    }
                    Who::Alike(person) => Turn::Unknown { near: Some((people.name)(person)) },
                    _ => Turn::Unknown { near: None },
                };
                faults.push(What::Turn(what), hidden(row, person));
                continue;
            }
        };
        let Some(date) = day else { continue };
        match happened {
            Some(Some(event)) => {
                let entry = Entry { date, person, event, reason: note, by, until: held, list: number, row };
                read.entries.push(entry);
            }
            Some(None) => read.attempts.push(Attempt { date, person, by, note, until: held }),
            None => {}
        }
    }
    if excluded.count() > 0 {
        let place = file().rows(excluded).column(&table.headings[person]);
        faults.push(What::Turn(Turn::Excluded), place);
    }
    Some(file().column(&table.headings[event]))
}

/// What is wrong with an event, or worth knowing. `late` is whether something stands below it that counts before it.
/// `since`: where the last event of this person stands.
fn wrong(
    outcome: &Outcome,
    event: Event,
    late: bool,
    since: Option<(String, usize)>,
    name: &dyn Fn(usize) -> String,
) -> Option<Turn> {
    Some(match outcome.result {
        Ok(()) => {
            let call = outcome.call.filter(|call| call.due != Some(call.person))?;
            Turn::CalledForReason { due: call.due.map(name) }
        }
        Err(Impossible::Status(status)) => {
            Turn::Impossible { event: event.word(), status: status.word(), since }
        }
        Err(Impossible::Member) => Turn::MemberCalled,
        Err(Impossible::NothingToCorrect) => Turn::NothingToCorrect,
        Err(Impossible::OutOfTurn(due)) => Turn::OutOfTurn { due: due.map(name), late },
        Err(Impossible::NoReason) => Turn::NoReason,
    })
}

fn only_header(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    // A word in the only row of a list that has no headings is none of them.
    let heads = |cell: &str| EVENT.contains(&fold_heading(cell.trim().trim_matches('"')).as_str());
    let header = lines.next().is_some_and(|line| line.split([',', ';', '\t']).any(heads));
    header && lines.next().is_none()
}

fn at(table: &Table, row: usize, column: usize) -> Place {
    let place = Place::file(&table.name).row(table.row(row).row).column(&table.headings[column]);
    place.cell(&tidy(table.cell(row, column)))
}

/// Year, month, day.
pub type Date = (u16, u8, u8);

/// A day as it is published: `2026-03-01`.
pub fn published((year, month, day): Date) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// A day as it is published, read back.
pub fn read_published(text: &str) -> Option<Date> {
    // By its bytes: a ledger has millions.
    let &[y, e, a, r, b'-', m, n, b'-', d, f] = text.as_bytes() else { return None };
    let digits = [y, e, a, r, m, n, d, f];
    digits.iter().all(u8::is_ascii_digit).then_some(())?;
    let [y, e, a, r, m, n, d, f] = digits.map(|digit| u16::from(digit - b'0'));
    let (year, month, day) = (y * 1000 + e * 100 + a * 10 + r, m * 10 + n, d * 10 + f);
    is_date(year, month, day).then_some((year, month as u8, day as u8))
}

/// `2026-03-01`, `1-3-2026` or `1/3/2026` (day first), with or without a time after a space or `T`, which decides
/// nothing; or with the name of the month, as `1 maart 2026`.
pub fn day(text: &str) -> Option<Date> {
    if let Some((year, month, day)) = named_day(text) {
        return is_date(year, month.into(), day.into()).then_some((year, month, day));
    }
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

/// Reports the rows of a column of dates that may have the month before the day, where one date cannot be read otherwise: read with
/// the day first, the others would become other days in silence. Their numbers.
pub fn report_order(table: &Table, column: usize, faults: &mut Faults) -> BTreeSet<usize> {
    let read = |text: &str| {
        let text = tidy(text);
        let parts: Vec<&str> =
            text.split(['T', ' ']).next().unwrap_or_default().split(['-', '/', '.']).collect();
        let number = |text: &str| text.parse::<u16>().ok().filter(|_| text.len() <= 2);
        let &[first, second, year] = parts.as_slice() else { return None };
        let year = year.parse::<u16>().ok().filter(|_| year.len() == 4)?;
        let (first, second) = (number(first)?, number(second)?);
        let may = first != second && is_date(year, first, second);
        may.then(|| is_date(year, second, first))
    };
    let may: Vec<(usize, bool)> =
        table.rows().filter_map(|row| Some((row.row, read(row.cell(column))?))).collect();
    if may.iter().all(|&(_, either)| either) {
        return BTreeSet::new();
    }
    let place = Place::file(&table.name).column(&table.headings[column]);
    faults.push(What::Turn(Turn::MonthFirst), place.rows(may.iter().map(|&(row, _)| row).collect()));
    may.into_iter().map(|(row, _)| row).collect()
}

/// Whether a day as it is published comes so long after another that its year is likely a slip.
pub fn far(before: &str, after: &str) -> bool {
    let days = |text: &str| {
        read_published(text).map(|(y, m, d)| days_from_civil(i64::from(y), i64::from(m), i64::from(d)))
    };
    days(before).zip(days(after)).is_some_and(|(before, after)| after - before > FAR)
}

/// Days between two events of one assembly that nobody would expect.
const FAR: i64 = 550;

/// Whether there is such a day, in a year from 1900 to 2999.
pub fn is_date(year: u16, month: u16, day: u16) -> bool {
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
    read_published(text).is_some()
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
    use crate::panel::balance;

    fn run(text: &str) -> (Option<Vec<Entry>>, Faults) {
        let (read, faults) = run_all(&[text]);
        (read.map(|read| read.entries), faults)
    }

    fn run_all(texts: &[&str]) -> (Option<Replayed>, Faults) {
        let row = Row { profiles: vec![0], min: 2, max: 2 };
        let rules = balance::Rules::new(&Problem { seats: 2, sizes: vec![9], rows: vec![row] }, |_| false);
        let mut roster = Roster::new(&rules, &[0, 0], &[0, 0], &[]);
        let mut faults = Faults::new();
        let who = |text: &str| match text.parse::<usize>() {
            Ok(person @ 0..4) => Who::Listed(person),
            Ok(_) => Who::InPool,
            Err(_) if text == "gone" => Who::Excluded,
            Err(_) => Who::Unknown,
        };
        let name = |person: usize| format!("code {person}");
        let names = ["a.csv", "b.csv", "c.csv"];
        let lists: Vec<List<'_>> =
            texts.iter().zip(names).map(|(text, name)| List { name, bytes: text.as_bytes() }).collect();
        let people = People { who: &who, name: &name, rank: &[0, 1, 2, 3], rules: Rules::V1 };
        let read = replay(&lists, &people, &mut roster, &mut faults);
        (read, faults)
    }

    #[test]
    fn a_published_day_is_read_as_it_is_written_and_no_other_way() {
        for text in ["2027-03-01", "1900-01-01", "2999-12-31", "2028-02-29"] {
            assert_eq!(read_published(text).map(published).as_deref(), Some(text));
        }
        let bad = [
            "2027-02-29",
            "0000-01-01",
            "1899-12-31",
            "3000-01-01",
            "1-3-2027",
            "2027-3-01",
            "2027/03/01",
            "2027-03-01 ",
            "+027-03-01",
            "2027-03-0x",
            "",
        ];
        assert!(bad.iter().all(|text| read_published(text).is_none()));
    }

    /// The list of the lottery before, given to a supplement, is told once and not row after row.
    #[test]
    fn those_who_left_before_are_told_together() {
        let (none, faults) = run(
            "date,id,event\n2026-03-01,gone,declined\n2026-03-01,0,confirmed\n2026-03-02,gone,declined\n",
        );
        assert!(none.is_none());
        let told: Vec<_> = faults.iter().filter(|fault| fault.kind() == Kind::PersonExcluded).collect();
        assert_eq!((told.len(), told[0].place.rows.first.clone()), (1, vec![2, 4]));
    }

    /// One date with the month first puts those in doubt that could be read either way.
    #[test]
    fn dates_with_the_month_first_are_told_together() {
        let told = |dates: &[&str]| {
            let rows = dates.iter().map(|date| format!("{date};0;not reached\n"));
            let (read, faults) = run(&format!("date;id;event\n{}", rows.collect::<String>()));
            let of = |kind| faults.iter().filter(move |fault| fault.kind() == kind);
            assert_eq!(read.is_none(), faults.stop());
            let rows = |kind| of(kind).flat_map(|fault| fault.place.rows.first.clone()).collect::<Vec<_>>();
            (rows(Kind::EventMonthFirst), rows(Kind::EventDate))
        };
        assert_eq!(told(&["03/08/2027", "03/15/2027"]), (vec![2, 3], vec![]));
        assert_eq!(
            told(&["3-8-2027 14:05", "2027-03-09", "3/3/2027", "13-3-2027", "3.25.2027"]),
            (vec![2, 6], vec![])
        );
        assert_eq!(told(&["03/08/2027", "9 March 2027", "02/30/2027"]), (vec![], vec![4]));
        assert_eq!(told(&["3-8-2027", "13-8-2027"]), (vec![], vec![]));
        let (_, faults) = run("date;id;event;until\n2027-03-08;0;not reached;03/15/2027\n");
        assert_eq!((faults.count(Kind::EventMonthFirst), faults.count(Kind::EventDate)), (1, 0));
    }

    /// Events are replayed by day, and what is wrong with them is told by row.
    #[test]
    fn what_cannot_stand_is_told_in_the_order_of_rows() {
        let (_, faults) = run(concat!(
            "date,id,event\n",
            "2027-03-10,0,confirmed\n",
            "2027-03-09,1,confirmed\n",
            "2027-03-08,1,declined\n",
            "2027-03-07,0,declined\n",
        ));
        let rows: Vec<usize> = faults
            .iter()
            .filter(|fault| fault.kind() == Kind::EventImpossible)
            .flat_map(|fault| fault.place.rows.first.clone())
            .collect();
        assert_eq!(rows, [2, 3]);
    }

    #[test]
    fn a_year_that_is_a_slip_is_far() {
        assert!(far("2026-03-01", "2072-03-02") && far("2026-03-01", "2028-03-01"));
        assert!(
            !far("2026-03-01", "2027-03-01") && !far("2027-03-01", "2026-03-01") && !far("x", "2072-03-02")
        );
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
        let (entries, _) = run("datum;id;gebeurtenis\n1-3-2026;0;ja\n2-3-2026;0;Vertrokken\n");
        assert_eq!(entries.unwrap().last().map(|e| e.event), Some(Event::Withdrew));
        let (none, faults) = run("datum;id;gebeurtenis\n1-3-2026;0;vertroken\n2-3-2026;0;brief\n");
        assert!(none.is_none() && format!("{faults:?}").contains("Some(\"vertrokken\")"), "{faults:?}");
        assert_eq!(run("date,code,event\n").0, Some(Vec::new()), "nothing happened yet");
        assert_eq!(run("datum;nummer;\"Gebeurtenis\"\n").0, Some(Vec::new()), "nothing happened yet");
        assert_eq!(run("2026-03-01,P1,declined,wat later\n").0, None, "an event and no headings");
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
    fn rows_of_several_callers_in_any_order_are_one_list() {
        let head = "datum;id;gebeurtenis;reden;door;tot\n";
        let anna = "9-3-2026;2;ja;;Anna;\n8-3-2026;2;opgeroepen;;Anna;15-3-2026\n8-3-2026;1;niet bereikt;voicemail;Anna;\n";
        let bert = "8-3-2026;0;afgemeld;ziek;Bert;\n8-3-2026;2;opgeroepen;;Bert;\n10-3-2026;1;geen gehoor;;Bert;12-3-2026\n";
        let (read, faults) = run_all(&[&format!("{head}{anna}"), &format!("{head}{bert}")]);
        let read = read.unwrap_or_else(|| panic!("{faults:?}"));
        let told: Vec<(usize, &str)> = read.entries.iter().map(|e| (e.person, e.event.word())).collect();
        assert_eq!(told, [(0, "declined"), (2, "called"), (2, "confirmed")]);
        assert_eq!(read.entries[1].until, Some((2026, 3, 15)));
        assert_eq!((faults.count(Kind::EventOrder), faults.count(Kind::EventTwice)), (1, 1));
        let tried: Vec<(usize, &str)> = read.attempts.iter().map(|a| (a.person, a.by.as_str())).collect();
        assert_eq!(tried, [(1, "Anna"), (1, "Bert")], "attempts decide nothing");
        assert_eq!(read.attempts[1].until, Some((2026, 3, 12)));
        // The lists the other way round are the same events.
        let (turned, _) = run_all(&[&format!("{head}{bert}"), &format!("{head}{anna}")]);
        let turned: Vec<(usize, &str)> =
            turned.as_ref().unwrap().entries.iter().map(|e| (e.person, e.event.word())).collect();
        assert_eq!(turned, told);
    }

    #[test]
    fn what_contradicts_itself_is_shown_by_list_and_row() {
        let head = "date,id,event,reason\n";
        let (read, faults) =
            run_all(&[&format!("{head}2026-03-08,0,declined,\n"), &format!("{head}2026-03-09,0,yes,\n")]);
        assert!(read.is_none());
        let wrong = faults.iter().find(|fault| fault.kind() == Kind::EventImpossible).unwrap();
        assert_eq!(wrong.place.file, "b.csv");
        let What::Turn(Turn::Impossible { since, .. }) = &wrong.what else { panic!("{wrong:?}") };
        assert_eq!(*since, Some(("a.csv".to_owned(), 2)));
        // Of two lists nobody can say which row a correction is about.
        let (read, faults) = run_all(&[
            &format!("{head}2026-03-08,0,declined,\n"),
            &format!("{head}2026-03-08,0,corrected,typing error\n"),
        ]);
        assert!(read.is_none() && faults.count(Kind::EventInTwoLists) == 1, "{faults:?}");
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

//! Codes of letters, answers to them, and whose door is knocked at. Imports `base`, `bundle`, `draw`, `register` and its
//! siblings.

use super::Letter;
use super::plan::Share;
use super::tables::{LETTER, RESERVE};
use super::waves::{Wave, as_day, is_day, posted};
use super::wrong::{What, Wrongs};
use crate::base::fault::{Faults, Place};
use crate::base::said::Said;
use crate::bundle::form::{Bad, number, rows, table};
use crate::draw::code::{BadCode, Code};
use crate::panel::events::report_order;
use crate::register::{Looked, Table};
use std::collections::{BTreeMap, BTreeSet};

/// The code of a letter, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coded {
    /// The code.
    pub code: Code,
    /// The stratum, from 1.
    pub stratum: u32,
    /// The place in it.
    pub place: u64,
    /// Whether a letter goes to this place; otherwise it is in reserve for a later wave.
    pub letter: bool,
    /// Who.
    pub person: String,
    /// Their key in the register; empty where the frame is in a database.
    pub key: String,
}

const HEADING: [&str; 6] = ["code", "stratum", "place", "person", "key", "gets"];

/// The codes of everybody on a list, in the order of the list. `plan` says how many of the first places of each stratum get a
/// letter.
pub fn codes(key: &[u8; 32], letters: &[Letter], plan: &[Share]) -> Vec<Coded> {
    let mut people: Vec<(String, usize)> =
        letters.iter().enumerate().map(|(i, letter)| (letter.person.to_string(), i)).collect();
    people.sort_unstable();
    let codes = Code::of_letters(key, people.iter().map(|(person, _)| person.as_str()));
    let mut all: Vec<(usize, Coded)> = people
        .into_iter()
        .zip(codes)
        .map(|((person, i), code)| {
            let Letter { stratum, place, key, .. } = &letters[i];
            let letter = plan.get(*stratum as usize - 1).is_some_and(|share| *place <= share.letters);
            (i, Coded { code, stratum: *stratum, place: *place, letter, person, key: key.clone() })
        })
        .collect();
    all.sort_unstable_by_key(|(i, _)| *i);
    all.into_iter().map(|(_, coded)| coded).collect()
}

/// Headings of the list in Dutch.
const DUTCH: [&str; 6] = ["code", "stratum", "plaats", "persoon", "nummer", "krijgt"];

/// Writes the list of codes, which stays sealed.
pub fn write(codes: &[Coded]) -> Vec<u8> {
    table(listed(codes, false))
}

/// The rows of that list, the headings first; for a spreadsheet perhaps in Dutch.
pub fn listed(codes: &[Coded], dutch: bool) -> Vec<[String; 6]> {
    let (head, words) = if dutch { (DUTCH, ["brief", "reserve"]) } else { (HEADING, [LETTER, RESERVE]) };
    let row = |c: &Coded| {
        let gets = words[usize::from(!c.letter)];
        let [code, stratum, place] = [c.code.to_string(), c.stratum.to_string(), c.place.to_string()];
        [code, stratum, place, c.person.clone(), c.key.clone(), gets.to_owned()]
    };
    std::iter::once(head.map(str::to_owned)).chain(codes.iter().map(row)).collect()
}

/// Reads the list of codes as somebody saved it from a spreadsheet, each with its row; `None` where it is no such list.
pub fn from_table(table: &Table) -> Option<Vec<(usize, Coded)>> {
    let (looked, mut faults) = (Looked::default(), Faults::new());
    let mut column = |i: usize| looked.column(table, &[HEADING[i], DUTCH[i]], &mut faults);
    let [code, stratum, place, person, key, gets] =
        [column(0)?, column(1)?, column(2)?, column(3)?, column(4)?, column(5)?];
    if faults.stop() {
        return None;
    }
    let coded = |row: usize| {
        let cell = |column: usize| table.cell(row, column).trim();
        let coded = Coded {
            code: Code::read(cell(code)).ok()?,
            stratum: number(cell(stratum))?,
            place: number(cell(place))?,
            person: cell(person).to_owned(),
            key: cell(key).to_owned(),
            letter: match cell(gets) {
                LETTER | "brief" => true,
                RESERVE => false,
                _ => return None,
            },
        };
        Some((table.row(row).row, coded))
    };
    (0..table.len()).map(coded).collect()
}

/// The list in the order of the draw, however its rows were sorted; `None` where other letters are on it than these. What moved in a
/// row without the rest of it is told, where it can be known: who gets a letter; of `letters` with numbers of the register, those;
/// and with the key of the codes each code.
pub fn held(
    mut rows: Vec<(usize, Coded)>,
    (letters, plan): (&[Letter], &[Share]),
    key: Option<&[u8; 32]>,
    (file, wrongs): (&str, &mut Wrongs),
) -> Option<Vec<Coded>> {
    rows.sort_by_key(|(_, coded)| (coded.stratum, coded.place));
    let due = codes(key.unwrap_or(&[0; 32]), letters, plan);
    let same = |((_, coded), due): (&(usize, Coded), &Coded)| {
        (coded.stratum, coded.place, &coded.person) == (due.stratum, due.place, &due.person)
    };
    if rows.len() != due.len() || !rows.iter().zip(&due).all(same) {
        return None;
    }
    for ((row, coded), due) in rows.iter().zip(&due) {
        let moved = [
            ("code", key.is_some() && coded.code != due.code),
            ("key", !due.key.is_empty() && !coded.key.is_empty() && coded.key != due.key),
            ("gets", coded.letter != due.letter),
        ];
        for (column, _) in moved.into_iter().filter(|moved| moved.1) {
            wrongs.push(What::MovedCell { column }, Place::file(file).row(*row));
        }
    }
    // A number that somebody took out is that of the register.
    let with = |((_, coded), due): ((usize, Coded), Coded)| match due.key.is_empty() {
        true => coded,
        false => Coded { key: due.key, ..coded },
    };
    Some(rows.into_iter().zip(due).map(with).collect())
}

/// Whether the codes of a list, whose rows stand as in the draw, stand in an order of their own: somebody sorted that column
/// alone, so no code is any longer that of its letter. Of fewer codes it may be chance.
pub fn are_sorted(codes: &[Coded]) -> bool {
    const ENOUGH: usize = 10;
    let all: Vec<String> = codes.iter().map(|coded| coded.code.to_string()).collect();
    let sorted = |falls: bool| all.windows(2).all(|two| (two[0] > two[1]) == falls);
    all.len() >= ENOUGH && (sorted(false) || sorted(true))
}

/// Reads the list of codes.
///
/// # Errors
/// [`Bad`].
pub fn read(bytes: &[u8]) -> Result<Vec<Coded>, Bad> {
    let mut all = Vec::new();
    for (i, row) in rows(bytes, &HEADING)?.iter().enumerate() {
        let bad = || Bad::Row(i + 2);
        all.push(Coded {
            code: Code::parse(&row[0]).map_err(|_| bad())?,
            stratum: number(&row[1]).ok_or_else(bad)?,
            place: number(&row[2]).ok_or_else(bad)?,
            person: row[3].to_owned(),
            key: row[4].to_owned(),
            letter: match &row[5] {
                LETTER => true,
                RESERVE => false,
                _ => return Err(bad()),
            },
        });
    }
    Ok(all)
}

/// What somebody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// They want to take part.
    Yes,
    /// They do not.
    No,
    /// The letter came back.
    Returned,
}

impl Answer {
    /// The answer that somebody means; none where it is of something else.
    pub fn of(said: Said) -> Option<Self> {
        match said {
            Said::Yes | Said::Confirmed => Some(Self::Yes),
            Said::No | Said::Declined => Some(Self::No),
            Said::Returned => Some(Self::Returned),
            _ => None,
        }
    }
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Whose, by their number in the list of codes.
    pub who: usize,
    /// What.
    pub answer: Answer,
    /// By which channel.
    pub channel: String,
    /// The day.
    pub date: String,
}

/// The columns that a list of answers needs, each with the headings that it may have.
const COLUMNS: [&[&str]; 4] =
    [&["code"], &["date", "datum"], &["channel", "kanaal"], &["answer", "antwoord"]];

/// Reads a list of answers: columns `code`, `date`, `channel`, `answer`, and perhaps `reason`, in English or Dutch. `waves`
/// says which places were written to, and when. Everything wrong is told by row, and columns that are not used by
/// their headings.
pub fn answers(
    table: &Table,
    codes: &[Coded],
    waves: &[Wave],
    wrongs: &mut Wrongs,
    faults: &mut Faults,
) -> Vec<Answered> {
    let looked = Looked::default();
    let mut column = |names: &[&str]| looked.column(table, names, faults);
    let found = COLUMNS.map(&mut column);
    column(&["reason", "reden"]);
    if found.iter().any(Option::is_some) {
        looked.report(table, faults);
    }
    let [Some(code), Some(date), Some(channel), Some(answer)] = found else {
        wrongs.push(What::columns(&COLUMNS), Place::file(&table.name));
        return Vec::new();
    };
    let doubtful = report_order(table, date, faults);
    let known: BTreeMap<Code, usize> = codes.iter().enumerate().map(|(i, coded)| (coded.code, i)).collect();
    let mut seen: BTreeMap<usize, usize> = BTreeMap::new();
    let mut all = Vec::new();
    for i in 0..table.len() {
        let row = table.row(i).row;
        let place = |column: usize| Place::file(&table.name).row(row).column(&table.headings[column]);
        let cell = |column: usize| table.cell(i, column).trim().to_owned();
        let who = match Code::read(&cell(code)) {
            Err(BadCode::Shape | BadCode::Check) => {
                wrongs.push(What::BadCode, place(code));
                continue;
            }
            Ok(code_read) => match known.get(&code_read) {
                None => {
                    wrongs.push(What::UnknownCode, place(code));
                    continue;
                }
                Some(&who) => who,
            },
        };
        let Coded { stratum, place: at, .. } = &codes[who];
        let sent = posted(waves, *stratum, *at);
        if sent.is_none() {
            wrongs.push(What::NotWritten, place(code));
        }
        if let Some(&first) = seen.get(&who) {
            wrongs.push(What::AnsweredTwice { first }, place(code));
            continue;
        }
        seen.insert(who, row);
        let said = Said::read(&cell(answer)).and_then(Answer::of);
        if said.is_none() {
            wrongs.push(What::BadAnswer { column: "answer" }, place(answer));
        }
        let day = as_day(&cell(date));
        if doubtful.contains(&row) {
            // Told for the whole column.
        } else if !is_day(&day) {
            wrongs.push(What::BadAnswer { column: "date" }, place(date));
        } else if let Some(sent) = sent.filter(|sent| day.as_str() < *sent) {
            wrongs.push(What::Early { posted: sent.to_owned() }, place(date));
        }
        if cell(channel).is_empty() {
            wrongs.push(What::BadAnswer { column: "channel" }, place(channel));
        }
        if let Some(answer) = said {
            all.push(Answered { who, answer, channel: cell(channel), date: day });
        }
    }
    all
}

/// Whose door is knocked at: in each of these strata the first so many places that were written to and did not answer. A
/// letter that came back is no answer.
pub fn doors<'a>(
    codes: &'a [Coded],
    answers: &[Answered],
    written: &[u64],
    strata: &BTreeSet<u32>,
    most: u64,
) -> Vec<&'a Coded> {
    let answered: BTreeSet<usize> =
        answers.iter().filter(|a| a.answer != Answer::Returned).map(|answered| answered.who).collect();
    let mut open: Vec<(usize, &Coded)> =
        codes.iter().enumerate().filter(|(i, _)| !answered.contains(i)).collect();
    open.sort_by_key(|(_, coded)| (coded.stratum, coded.place));
    let mut counts: BTreeMap<u32, u64> = BTreeMap::new();
    let mut one = |(_, coded): (usize, &'a Coded)| {
        let there = strata.contains(&coded.stratum)
            && written.get(coded.stratum as usize - 1).is_some_and(|written| coded.place <= *written);
        let count = counts.entry(coded.stratum).or_default();
        *count += u64::from(there);
        (there && *count <= most).then_some(coded)
    };
    open.into_iter().filter_map(&mut one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::digest::Digest;
    use crate::invite::Half;

    fn letters() -> Vec<Letter> {
        let letter = |n: u8| Letter {
            stratum: u32::from(n / 10) + 1,
            place: u64::from(n % 10) + 1,
            person: Half([n.wrapping_mul(37); 16]),
            home: Half([n; 16]),
            hash: Digest([n; 32]),
            key: format!("{n:03}"),
        };
        (0..20).map(letter).collect()
    }

    #[test]
    fn codes_follow_from_a_key_of_their_own() {
        let letters = letters();
        let all = codes(&[7; 32], &letters, &[]);
        assert_eq!(all.iter().map(|c| c.key.as_str()).collect::<Vec<_>>()[..2], ["000", "001"]);
        assert_eq!(read(&write(&all)).unwrap(), all);
        // As a spreadsheet saves it, in either language.
        for dutch in [true, false] {
            let rows: String =
                listed(&all, dutch).iter().map(|row| format!("{}\r\n", row.join(";"))).collect();
            let saved = crate::register::read("codes.csv", rows.as_bytes(), &mut Faults::new()).unwrap();
            let read = from_table(&saved).unwrap();
            assert!(read.iter().map(|(row, _)| *row).eq(2..all.len() + 2));
            assert!(read.iter().map(|(_, coded)| coded).eq(&all));
        }
        assert_ne!(codes(&[8; 32], &letters, &[])[0].code, all[0].code);
        // Whoever is on the list has the same code whatever the order of it.
        let mut other: Vec<Letter> = letters.clone();
        other.reverse();
        let again = codes(&[7; 32], &other, &[]);
        assert!(again.iter().all(|coded| all.contains(coded)));
        let person = letters[0].person.to_string();
        assert_eq!(Code::of_letters(&[7; 32], [person.as_str()].into_iter()), [all[0].code]);
    }

    #[test]
    fn codes_that_were_sorted_alone_are_known() {
        let all = codes(&[7; 32], &letters(), &[]);
        assert!(!are_sorted(&all));
        let mut own: Vec<Code> = all.iter().map(|coded| coded.code).collect();
        own.sort_by_key(ToString::to_string);
        let with = |own: &[Code]| -> Vec<Coded> {
            all.iter().zip(own).map(|(coded, &code)| Coded { code, ..coded.clone() }).collect()
        };
        assert!(are_sorted(&with(&own)));
        own.reverse();
        assert!(are_sorted(&with(&own)));
        assert!(!are_sorted(&with(&own)[..9]));
    }

    #[test]
    fn a_cell_that_moved_alone_is_found_in_its_row() {
        let (key, letters) = ([7; 32], letters());
        let plan = [0; 2].map(|_| Share { of: 10, letters: 6, list: 10, chance: (6, 10) });
        let all = codes(&key, &letters, &plan);
        let look = |rows: Vec<(usize, Coded)>, key: Option<&[u8; 32]>| {
            let mut wrongs = Wrongs::default();
            let found = held(rows, (&letters, &plan), key, ("codes.csv", &mut wrongs));
            let told = |w: &super::super::wrong::Wrong| match &w.what {
                What::MovedCell { column } => (*column, w.place.rows.first.clone()),
                other => panic!("{other:?}"),
            };
            (found, wrongs.0.iter().map(told).collect::<Vec<_>>())
        };
        let rows = || -> Vec<(usize, Coded)> { (2..).zip(all.iter().cloned()).collect() };
        // Sorted as a whole it is the same list.
        let mut sorted = rows();
        sorted.sort_by_key(|(_, coded)| coded.code.to_string());
        assert_eq!(look(sorted, Some(&key)), (Some(all.clone()), vec![]));
        let swapped = |change: &dyn Fn(&mut Coded, &mut Coded)| {
            let mut rows = rows();
            let (one, other) = rows.split_at_mut(8);
            change(&mut one[3].1, &mut other[0].1);
            rows
        };
        let code = swapped(&|a, b| std::mem::swap(&mut a.code, &mut b.code));
        assert_eq!(look(code.clone(), Some(&key)).1, [("code", vec![5, 10])]);
        assert_eq!(look(code, None).1, []);
        assert_eq!(
            look(swapped(&|a, b| std::mem::swap(&mut a.key, &mut b.key)), None).1,
            [("key", vec![5, 10])]
        );
        let gets = swapped(&|a, b| std::mem::swap(&mut a.letter, &mut b.letter));
        assert_eq!(look(gets, None).1, [("gets", vec![5, 10])]);
        assert_eq!(look(swapped(&|a, b| std::mem::swap(&mut a.person, &mut b.person)), None).0, None);
        assert_eq!(look(rows()[1..].to_vec(), None).0, None);
    }

    fn read_answers(rows: &str, all: &[Coded]) -> (Vec<Answered>, Vec<(&'static str, usize)>) {
        let text = format!("code,date,channel,answer,reason\n{rows}");
        let mut wrongs = Wrongs::default();
        let table = crate::register::read("answers.csv", text.as_bytes(), &mut Faults::new()).unwrap();
        let wave = |stratum, to| Wave {
            stratum,
            wave: 1,
            from: 1,
            to,
            date: "2027-01-20".into(),
            reason: "first letters".into(),
        };
        let found = answers(&table, all, &[wave(1, 8), wave(2, 5)], &mut wrongs, &mut Faults::new());
        (found, wrongs.0.iter().map(|w| (w.what.code(), w.place.rows.first[0])).collect())
    }

    #[test]
    fn every_answer_is_of_somebody_who_was_written_to() {
        let all = codes(&[7; 32], &letters(), &[]);
        let code = |i: usize| all[i].code.to_string();
        let (found, wrong) = read_answers(
            &format!(
                "{},2027-02-01,post,yes,\n{},2027-02-01,web,nee,\n{},2027-02-02,post,retour,moved\n",
                code(0).to_lowercase().replace('-', ""),
                code(1),
                code(11)
            ),
            &all,
        );
        assert_eq!(wrong, []);
        assert_eq!(
            found.iter().map(|a| a.answer).collect::<Vec<_>>(),
            [Answer::Yes, Answer::No, Answer::Returned]
        );
        let mut slip = code(0).into_bytes();
        slip[0] = if slip[0] == b'1' { b'2' } else { b'1' };
        let slip = String::from_utf8(slip).unwrap();
        let stranger = codes(&[9; 32], &letters(), &[])[0].code;
        let (_, wrong) = read_answers(
            &format!(
                "{slip},2027-02-01,post,yes,\n{stranger},2027-02-01,post,yes,\n{0},2027-02-01,post,yes,\n\
                 {0},2027-02-01,post,yes,\n{1},2027-02-01,post,yes,\n{2},gisteren,,perhaps,\n",
                code(0),
                code(9),
                code(1),
            ),
            &all,
        );
        assert_eq!(
            wrong,
            [("Y-32", 2), ("Y-33", 3), ("Y-34", 5), ("Y-35", 6), ("Y-36", 7), ("Y-36", 7), ("Y-36", 7)]
        );
    }

    #[test]
    fn doors_are_the_first_places_that_did_not_answer() {
        let all = codes(&[7; 32], &letters(), &[]);
        let answered = |who, answer| Answered { who, answer, channel: "post".into(), date: String::new() };
        let answers = [answered(0, Answer::Yes), answered(1, Answer::No), answered(2, Answer::Returned)];
        let places = |strata: &[u32], most| {
            let strata = strata.iter().copied().collect();
            let found = doors(&all, &answers, &[8, 5], &strata, most);
            found.iter().map(|c| (c.stratum, c.place)).collect::<Vec<_>>()
        };
        assert_eq!(places(&[1], 3), [(1, 3), (1, 4), (1, 5)]);
        assert_eq!(places(&[1, 2], 2), [(1, 3), (1, 4), (2, 1), (2, 2)]);
        assert_eq!(places(&[2], 10).len(), 5);
    }
}

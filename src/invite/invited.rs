//! From letters to the pool of a panel: everybody in it got a letter of this draw, or came by a side stream that was
//! declared. Imports `base`, `draw`, `register`, `seed` and its siblings.
//!
//! The link is in the panel's charter, which is public and frozen: `[invited]` with `line`, the line of the invitation
//! lottery, and perhaps `streams`, the names of side streams.

use super::answers::{Answer, Answered, Coded};
use super::rows::{Names, Strata};
use super::wrong::{What, Wrongs};
use crate::base::fault::Place;
use crate::base::text::{fold, fold_heading};
use crate::draw::code::Code;
use crate::register::Table;
use crate::seed::strict_toml;
use std::collections::BTreeMap;
use toml::Value;

/// What a panel's charter says of the letters that its pool came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// The line of the invitation lottery.
    pub line: String,
    /// Side streams by which people may have come.
    pub streams: Vec<String>,
}

impl Invited {
    /// Reads it from a charter in TOML; `None` where it says nothing of it, or not in this form.
    pub fn read(charter: &[u8]) -> Option<Self> {
        let table = strict_toml::read(charter).ok()?;
        let own = table.get("invited")?.as_table()?;
        if !own.keys().all(|key| ["line", "streams", "description"].contains(&key.as_str())) {
            return None;
        }
        let streams = match own.get("streams") {
            None => Vec::new(),
            Some(Value::Array(list)) => {
                list.iter().map(|v| v.as_str().map(str::to_owned)).collect::<Option<_>>()?
            }
            Some(_) => return None,
        };
        Some(Self { line: own.get("line")?.as_str()?.to_owned(), streams })
    }
}

/// How the people of a pool came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Came {
    /// By a letter.
    pub letters: u64,
    /// By a side stream.
    pub streams: u64,
}

/// The headings of the column of a pool with the codes of letters, and of the one with side streams.
const LETTER: &[&str] = &["letter", "brief"];
const STREAM: &[&str] = &["stream", "zijstroom"];

/// Looks at a pool: its column `letter` (or `brief`) has the code of each one's letter, its column `stream` (or `zijstroom`) the side
/// stream of whoever has none. Known is how many places of each stratum were written to, and what
/// people answered, where that is given; and the strata, with the headings that each of their columns may have. A column of the
/// pool with one of these headings says where people live now, which may be another stratum than that of their letter.
pub fn came(
    pool: &Table,
    codes: &[Coded],
    known: (&[u64], &[Answered]),
    strata: (&Strata, &[Names]),
    invited: &Invited,
    wrongs: &mut Wrongs,
) -> Came {
    let (written, answers) = known;
    let declined: BTreeMap<Code, &'static str> = answers
        .iter()
        .filter_map(|it| {
            let answer = match it.answer {
                Answer::Yes => return None,
                Answer::No => "no",
                Answer::Returned => "returned",
            };
            Some((codes.get(it.who)?.code, answer))
        })
        .collect();
    let one = |names: &[&str]| {
        let found: Vec<usize> = names.iter().flat_map(|name| pool.columns(name)).collect();
        found.first().copied().filter(|_| found.len() == 1)
    };
    let (Some(letter), stream) = (one(LETTER), one(STREAM)) else {
        wrongs.push(What::columns(&[LETTER]), Place::file(&pool.name));
        return Came::default();
    };
    let same = same_columns(pool, strata);
    let mut others: Vec<(usize, Vec<Place>)> = same.iter().map(|&(column, _)| (column, Vec::new())).collect();
    let known: BTreeMap<Code, &Coded> = codes.iter().map(|coded| (coded.code, coded)).collect();
    let mut seen: BTreeMap<Code, usize> = BTreeMap::new();
    let mut came = Came::default();
    for i in 0..pool.len() {
        let row = pool.row(i).row;
        let place = |column: usize| Place::file(&pool.name).row(row).column(&pool.headings[column]);
        let text = pool.cell(i, letter).trim();
        let named = stream.map_or("", |column| pool.cell(i, column).trim());
        match (text.is_empty(), invited.streams.iter().any(|stream| stream == named)) {
            (true, true) => came.streams += 1,
            (true, false) => wrongs.push(What::NotInvited, place(stream.unwrap_or(letter))),
            (false, _) => match Code::read(text).map(|code| (code, known.get(&code))) {
                Err(_) => wrongs.push(What::BadCode, place(letter)),
                Ok((_, None)) => wrongs.push(What::UnknownCode, place(letter)),
                Ok((code, Some(coded))) => {
                    came.letters += 1;
                    if written.get(coded.stratum as usize - 1).is_none_or(|written| coded.place > *written) {
                        wrongs.push(What::NotWritten, place(letter));
                    }
                    if let Some(answer) = declined.get(&code) {
                        wrongs.push(What::AnsweredNo { answer }, place(letter));
                    }
                    if let Some(&first) = seen.get(&code) {
                        wrongs.push(What::LetterTwice { first }, place(letter));
                    }
                    seen.entry(code).or_insert(row);
                    let Some(of) = strata.0.cells.get(coded.stratum as usize - 1) else { continue };
                    for (&(column, at), (_, rows)) in same.iter().zip(&mut others) {
                        let now = fold(pool.cell(i, column));
                        if !now.is_empty() && now != fold(&of[at]) {
                            rows.push(place(column));
                        }
                    }
                }
            },
        }
    }
    for (_, rows) in others {
        let what = What::OtherStratum { people: rows.len() as u64, of: came.letters };
        rows.into_iter().for_each(|place| wrongs.push(what.clone(), place));
    }
    came
}

/// Columns of a pool that are called as one of the strata, each with the number of that; of two that are called alike neither.
fn same_columns(pool: &Table, (strata, names): (&Strata, &[Names])) -> Vec<(usize, usize)> {
    let called = |(at, heading): (usize, &String)| {
        let known = names.get(at).into_iter().flatten().chain([heading]).map(|name| fold_heading(name));
        let known: Vec<String> = known.collect();
        let mut found =
            (0..pool.headings.len()).filter(|&c| known.contains(&fold_heading(&pool.headings[c])));
        found.next().filter(|_| found.next().is_none()).map(|column| (column, at))
    };
    strata.headings.iter().enumerate().filter_map(called).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Faults;
    use crate::invite::Wrong;
    use crate::register::read;

    #[test]
    fn everybody_came_by_a_letter_or_by_a_stream_that_was_declared() {
        let coded = |place: u64| Coded {
            code: Code::of_letters(&[1; 32], [format!("{place}").as_str()].into_iter())[0],
            stratum: 1,
            place,
            letter: true,
            person: String::new(),
            key: String::new(),
        };
        let codes: Vec<Coded> = (1..4).map(coded).collect();
        let charter = b"[invited]\nline = \"geloot-commitment-1:0\"\nstreams = [\"employers\"]\n";
        let invited = Invited::read(charter).unwrap();
        assert_eq!(invited.streams, ["employers"]);
        let look_after = |rows: &str, no: Answer| {
            let text = format!("id,Brief,zijstroom\n{rows}");
            let table = read("pool.csv", text.as_bytes(), &mut Faults::new()).unwrap();
            let mut wrongs = Wrongs::default();
            let answered =
                |who, answer| Answered { who, answer, channel: "post".into(), date: "2027-02-01".into() };
            let answers = [answered(0, Answer::Yes), answered(1, no)];
            let none = (&Strata::default(), &[][..]);
            let came = came(&table, &codes, (&[2], &answers), none, &invited, &mut wrongs);
            (came, wrongs.0.iter().map(|w| (w.what.code(), w.place.rows.first[0])).collect::<Vec<_>>())
        };
        let look = |rows: &str| look_after(rows, Answer::Yes);
        let (a, b, c) = (codes[0].code, codes[1].code, codes[2].code);
        let (came, wrong) = look(&format!("1,{a},\n2,{b},\n3,,employers\n"));
        assert_eq!((came, wrong), (Came { letters: 2, streams: 1 }, vec![]));
        let (_, wrong) = look(&format!("1,{a},\n2,{a},\n3,,friends\n4,{c},\n5,1234,\n6,,\n"));
        assert_eq!(wrong, [("Y-41", 3), ("Y-38", 4), ("Y-35", 5), ("Y-32", 6)]);
        // Whoever answered no does not pass in silence.
        for no in [Answer::No, Answer::Returned] {
            assert_eq!(look_after(&format!("1,{a},\n2,{b},\n"), no).1, [("Y-95", 3)]);
        }
        assert_eq!(Invited::read(b"[invited]\nstreams = []\n"), None);
    }

    #[test]
    fn whoever_lives_elsewhere_than_their_letter_says_is_told() {
        let coded = |stratum: u32| Coded {
            code: Code::of_letters(&[1; 32], [format!("{stratum}").as_str()].into_iter())[0],
            stratum,
            place: 1,
            letter: true,
            person: String::new(),
            key: String::new(),
        };
        let codes = [coded(1), coded(2), coded(3)];
        let cells = [["Goes", "16-34"], ["Goes", "35+"], ["'t Veld", "35+"]]
            .map(|row| row.map(str::to_owned).to_vec());
        let strata = Strata::new(vec!["woonplaats".into(), "leeftijd".into()], cells.to_vec()).unwrap();
        let names = [vec!["gemeente".to_owned(), "woonplaats".to_owned()], vec!["leeftijd".to_owned()]];
        let invited = Invited { line: String::new(), streams: vec!["employers".into()] };
        let look = |heading: &str, rows: [&str; 3], last: &str| {
            let rows: String =
                codes.iter().zip(rows).map(|(it, row)| format!("{},,{row}\n", it.code)).collect();
            let text = format!("letter,stream,{heading}\n{rows}{last}");
            let table = read("pool.csv", text.as_bytes(), &mut Faults::new()).unwrap();
            let mut wrongs = Wrongs::default();
            came(&table, &codes, (&[1, 1, 1], &[]), (&strata, &names), &invited, &mut wrongs);
            assert!(!wrongs.stop());
            let told = |wrong: Wrong| {
                let What::OtherStratum { people, of } = wrong.what else { panic!("{wrong:?}") };
                (wrong.place.column.unwrap(), people, of, wrong.place.rows.first.clone())
            };
            wrongs.0.into_iter().map(told).collect::<Vec<_>>()
        };
        // Spelling aside, by any heading that a register may have; whoever came by a side stream had no letter.
        let stream = ",employers,Goes,16-34\n";
        assert_eq!(look("Gemeente,Leeftijd", ["goes,16-34", "Goes,35+", "\u{2019}T veld,35+"], stream), []);
        // A blank cell says nothing, nor does a column of another name.
        assert_eq!(look("woonplaats,leeftijd", [",", ",", ","], stream), []);
        assert_eq!(look("plaats,jaren", ["x,y", "x,y", "x,y"], stream), []);
        let found = look("woonplaats,leeftijd", ["'t Veld,16-34", "Goes,16-34", "Goes,16-34"], stream);
        assert_eq!(found, [("woonplaats".into(), 2, 3, vec![2, 4]), ("leeftijd".into(), 2, 3, vec![3, 4])]);
        // Of two columns that could be meant neither is looked at.
        assert_eq!(look("gemeente,woonplaats", ["x,y", "x,y", "x,y"], stream), []);
    }
}

//! Waves of letters: which places of a stratum's list were written to, and when. Imports `base`, `bundle`, `panel`,
//! `register` and its siblings.

use super::rows::{Strata, Unfound};
use super::wrong::{What, Wrongs};
use crate::base::fault::{Faults, Place};
use crate::base::line::is_line;
use crate::bundle::form::{Bad, number, rows, table};
use crate::panel::events;
use crate::register::{Looked, Table};

/// A wave of letters to one stratum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wave {
    /// The stratum, from 1.
    pub stratum: u32,
    /// The number of the wave in it, from 1.
    pub wave: u32,
    /// The first place that is written to.
    pub from: u64,
    /// The last place.
    pub to: u64,
    /// The day, YYYY-MM-DD.
    pub date: String,
    /// Why: one line.
    pub reason: String,
}

const HEADING: [&str; 6] = ["stratum", "wave", "from", "to", "date", "reason"];

/// Writes `waves.csv`.
pub fn write(waves: &[Wave]) -> Vec<u8> {
    let head = HEADING.map(str::to_owned);
    let row = |w: &Wave| {
        let numbers = [u64::from(w.stratum), u64::from(w.wave), w.from, w.to].map(|n| n.to_string());
        let [a, b, c, d] = numbers;
        [a, b, c, d, w.date.clone(), w.reason.clone()]
    };
    table(std::iter::once(head).chain(waves.iter().map(row)))
}

/// Reads `waves.csv`. Whether the waves can be is for [`wrong_row`].
///
/// # Errors
/// [`Bad`].
pub fn read(bytes: &[u8]) -> Result<Vec<Wave>, Bad> {
    let mut all = Vec::new();
    for (i, row) in rows(bytes, &HEADING)?.iter().enumerate() {
        let bad = || Bad::Row(i + 2);
        let wave = Wave {
            stratum: number(&row[0]).ok_or_else(bad)?,
            wave: number(&row[1]).ok_or_else(bad)?,
            from: number(&row[2]).ok_or_else(bad)?,
            to: number(&row[3]).ok_or_else(bad)?,
            date: row[4].to_owned(),
            reason: row[5].to_owned(),
        };
        all.push(wave);
    }
    Ok(all)
}

/// The columns that a list of waves needs, each with the headings that it may have.
const COLUMNS: [&[&str]; 6] = [
    &["stratum"],
    &["wave", "golf"],
    &["from", "van"],
    &["to", "tot", "totenmet"],
    &["date", "datum"],
    &["reason", "reden"],
];

/// Reads waves from a table as people save it, with headings in English or Dutch, and strata by number or name. Whether the waves can be is for
/// [`wrong_row`].
pub fn from_table(table: &Table, strata: &Strata, wrongs: &mut Wrongs, faults: &mut Faults) -> Vec<Wave> {
    let looked = Looked::default();
    let found = COLUMNS.map(|names| looked.column(table, names, faults));
    if found.iter().any(Option::is_some) {
        looked.report(table, faults);
    }
    let [Some(stratum), Some(wave), Some(from), Some(to), Some(date), Some(reason)] = found else {
        wrongs.push(What::columns(&COLUMNS), Place::file(&table.name));
        return Vec::new();
    };
    events::report_order(table, date, faults);
    let mut all = Vec::new();
    for row in table.rows() {
        let which = strata.find_named(row.cell(stratum));
        if let Err(why) = which {
            let place = Place::file(&table.name).row(row.row).column(&table.headings[stratum]);
            wrongs.push(
                match why {
                    Unfound::None => What::WaveStratum,
                    Unfound::Two { number, name } => What::EitherStratum { number, name },
                },
                place,
            );
        }
        let mut number = |column: usize| {
            let found = row.cell(column).trim().parse::<u64>().ok();
            if found.is_none() {
                let place = Place::file(&table.name).row(row.row).column(&table.headings[column]);
                wrongs.push(What::BadNumber, place);
            }
            found.unwrap_or(0)
        };
        let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        all.push(Wave {
            stratum: which.unwrap_or_default(),
            wave: small(number(wave)),
            from: number(from),
            to: number(to),
            date: as_day(row.cell(date)),
            reason: row.cell(reason).trim().to_owned(),
        });
    }
    all
}

/// A day as people write it, `2027-01-20` or `20-1-2027`, in its one form; anything else as it is.
pub fn as_day(cell: &str) -> String {
    let cell = cell.trim();
    events::day(cell).map_or_else(|| cell.to_owned(), events::published)
}

/// Since when each place was written to: the day of its wave.
pub fn posted(waves: &[Wave], stratum: u32, place: u64) -> Option<&str> {
    let wave = waves.iter().find(|wave| wave.stratum == stratum && (wave.from..=wave.to).contains(&place));
    wave.map(|wave| wave.date.as_str())
}

/// Whether this is a day of the years 1900 to 2999, YYYY-MM-DD, as in every table of a record.
pub fn is_day(text: &str) -> bool {
    events::is_published_date(text)
}

/// The first row (the heading is row 1) that cannot be, with its column: a wave goes on where the one before of its stratum
/// ended, does not go beyond the list, and no date is before that of the row above.
pub fn wrong_row(waves: &[Wave], lists: &[u64]) -> Option<(usize, &'static str)> {
    let mut last = vec![(0u32, 0u64); lists.len()];
    let mut date = "";
    for (wave, row) in waves.iter().zip(2..) {
        let Some(of) = wave.stratum.checked_sub(1).filter(|&of| (of as usize) < lists.len()) else {
            return Some((row, "stratum"));
        };
        let (number, to) = last[of as usize];
        let column = match () {
            () if wave.wave != number + 1 => "wave",
            () if wave.from != to + 1 => "from",
            () if wave.to < wave.from || wave.to > lists[of as usize] => "to",
            () if !is_day(&wave.date) || wave.date.as_str() < date => "date",
            () if !is_line(&wave.reason) => "reason",
            () => {
                last[of as usize] = (wave.wave, wave.to);
                date = &wave.date;
                continue;
            }
        };
        return Some((row, column));
    }
    None
}

/// How many places of each stratum were written to.
pub fn written(waves: &[Wave], strata: usize) -> Vec<u64> {
    let mut written = vec![0; strata];
    waves.iter().for_each(|wave| written[wave.stratum as usize - 1] = wave.to);
    written
}

/// Strata, from 1, whose first wave is not the letters that the draw gives them: fewer, or reserves at once.
pub fn other_first(waves: &[Wave], due: impl Iterator<Item = u64>) -> Vec<u32> {
    let due: Vec<u64> = due.collect();
    let first = waves.iter().filter(|it| it.wave == 1);
    let other = |it: &&Wave| due.get((it.stratum as usize).wrapping_sub(1)) != Some(&it.to);
    let strata: std::collections::BTreeSet<u32> = first.filter(other).map(|it| it.stratum).collect();
    strata.into_iter().collect()
}

/// Strata, from 1, to which nothing was written though letters are due.
pub fn skipped(written: &[u64], due: impl Iterator<Item = u64>) -> Vec<u32> {
    let strata = (1..).zip(written.iter().zip(due));
    strata.filter(|(_, (written, due))| **written == 0 && *due > 0).map(|(stratum, _)| stratum).collect()
}

/// Strata, from 1, that had more letters than the draw gives them: each with what it had and what it gets by the draw. Then
/// chances are no longer those that were published. And whether others of those that get letters had no more.
pub fn beyond(written: &[u64], due: impl Iterator<Item = u64>) -> (Vec<(u32, u64, u64)>, bool) {
    let strata: Vec<(u32, u64, u64)> = (1..)
        .zip(written.iter().zip(due))
        .map(|(stratum, (&written, due))| (stratum, written, due))
        .collect();
    let more = |(_, written, due): &(u32, u64, u64)| written > due;
    let others = strata.iter().any(|it| it.2 > 0 && !more(it));
    (strata.into_iter().filter(more).collect(), others)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Kind;

    fn wave(stratum: u32, wave: u32, from: u64, to: u64, date: &str) -> Wave {
        Wave { stratum, wave, from, to, date: date.into(), reason: "first letters".into() }
    }

    #[test]
    fn more_letters_for_some_strata_and_not_for_others() {
        let due = || [3, 0, 2].into_iter();
        assert_eq!(beyond(&[3, 0, 2], due()), (vec![], true));
        assert_eq!(beyond(&[5, 0, 4], due()), (vec![(1, 5, 3), (3, 4, 2)], false));
        assert_eq!(beyond(&[5, 0, 2], due()), (vec![(1, 5, 3)], true));
        assert_eq!(beyond(&[0, 0, 4], due()), (vec![(3, 4, 2)], true));
        assert_eq!(beyond(&[3, 1, 2], due()), (vec![(2, 1, 0)], true));
    }

    #[test]
    fn a_first_wave_is_the_letters_of_the_draw() {
        let wave = |stratum, wave, from, to| {
            let (date, reason) = ("2027-01-04".to_owned(), "planned".to_owned());
            Wave { stratum, wave, from, to, date, reason }
        };
        let waves =
            [wave(1, 1, 1, 30), wave(2, 1, 1, 10), wave(3, 1, 1, 25), wave(1, 2, 31, 40), wave(2, 2, 11, 20)];
        assert_eq!(other_first(&waves, [30, 20, 20].into_iter()), [2, 3]);
        assert_eq!(other_first(&waves[..1], [30].into_iter()), [0u32; 0]);
    }

    #[test]
    fn waves_are_read_as_people_save_them() {
        let read = |text: &str| {
            let (mut wrongs, mut faults) = (Wrongs::default(), Faults::new());
            let table = crate::register::read("golven.csv", text.as_bytes(), &mut faults).unwrap();
            let names = ["Panningen", "Meijel"].map(|name| vec![name.to_owned()]).to_vec();
            let strata = Strata::new(vec!["kern".into()], names).unwrap();
            let waves = from_table(&table, &strata, &mut wrongs, &mut faults);
            let told = [Kind::HeadingNear, Kind::HeadingsUnused].map(|kind| faults.count(kind));
            (waves, wrongs.0.iter().map(|w| w.what.code()).collect::<Vec<_>>(), told)
        };
        let due = [Wave { reason: "te weinig".into(), ..wave(1, 2, 51, 60, "2027-02-01") }];
        let rows = "1;2; 51 ;60;2027-02-01;te weinig;Anja\r\n";
        let (waves, wrong, told) = read(&format!("Stratum;Golf;Van;Tot;Datum;Reden;wie\r\n{rows}"));
        assert_eq!((&waves[..], wrong, told), (&due[..], vec![], [0, 1]));
        let (_, wrong, told) = read(&format!("stratum;wave;from;to;date;raeson;who\n{rows}"));
        assert_eq!((wrong, told), (vec!["Y-31"], [1, 1]));
        let (_, wrong, _) = read("stratum,wave,from,to,date,reason\n1,1,1,all,2027-02-01,x\n");
        assert_eq!(wrong, ["Y-23"]);
    }

    #[test]
    fn a_wave_goes_on_where_the_one_before_ended() {
        let good = [
            wave(1, 1, 1, 50, "2027-01-10"),
            wave(2, 1, 1, 20, "2027-01-10"),
            wave(1, 2, 51, 60, "2027-02-01"),
        ];
        assert_eq!(wrong_row(&good, &[60, 20]), None);
        assert_eq!(read(&write(&good)).unwrap(), good);
        assert_eq!(written(&good, 2), [60, 20]);
        let wrong = |at: usize, change: &dyn Fn(&mut Wave)| {
            let mut waves = good.to_vec();
            change(&mut waves[at]);
            wrong_row(&waves, &[60, 20])
        };
        assert_eq!(wrong(2, &|w| w.from = 52), Some((4, "from")));
        assert_eq!(wrong(2, &|w| w.to = 61), Some((4, "to")));
        assert_eq!(wrong(2, &|w| w.to = 50), Some((4, "to")));
        assert_eq!(wrong(2, &|w| w.wave = 3), Some((4, "wave")));
        assert_eq!(wrong(1, &|w| w.stratum = 3), Some((3, "stratum")));
        assert_eq!(wrong(2, &|w| w.date = "2027-01-09".into()), Some((4, "date")));
        for day in ["2027-02-30", "3000-01-01", "2027-2-01", "2027-02-01T00:00:00"] {
            assert_eq!(wrong(2, &|w| w.date = day.into()), Some((4, "date")), "{day}");
        }
        for day in ["0000-01-01", "1899-12-31"] {
            assert_eq!(wrong(0, &|w| w.date = day.into()), Some((2, "date")), "{day}");
        }
        assert_eq!(wrong(0, &|w| w.reason = String::new()), Some((2, "reason")));
    }
}

//! Which column says who is who. Imports `base`, `register`.

use super::doubles::bare;
use super::spoiled;
use crate::base::fault::{Faults, Kind, Place, Rows, What};
use crate::base::look::look;
use crate::base::text::{Texts, blank, fold, fold_heading, nearest};
use crate::register::{Cells, Table, is_shortened, report_same};
use std::collections::{BTreeMap, BTreeSet};

/// The people of a table: ids in byte order, and the index of each one's row.
pub(crate) struct People {
    pub column: Option<usize>,
    pub ids: Texts,
    pub rows: Vec<u32>,
}

impl People {
    /// The index of the person with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        find(&self.ids, id)
    }

    /// Whether somebody has this id, or one that looks like it.
    pub fn like(&self, id: &str) -> bool {
        let wanted = look(id.trim());
        self.find(id).is_some() || self.ids.iter().any(|known| look(known) == wanted)
    }

    /// Keeps those whose id is wanted.
    pub fn retain(&mut self, wanted: impl Fn(&str) -> bool) {
        let (mut ids, mut rows) = (Texts::new(), Vec::with_capacity(self.rows.len()));
        for (id, &row) in self.ids.iter().zip(&self.rows) {
            // No longer than before, so there is room.
            if wanted(id) && ids.push(id) {
                rows.push(row);
            }
        }
        (self.ids, self.rows) = (ids, rows);
    }
}

/// The index of a text in a list in byte order.
pub(super) fn find(ids: &Texts, id: &str) -> Option<usize> {
    let (mut low, mut high) = (0, ids.len());
    while low < high {
        let middle = low + (high - low) / 2;
        match ids.get(middle).cmp(id) {
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Equal => return Some(middle),
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

/// Headings that mean an id, after [`fold_heading`].
const SURE: &[&str] = &[
    "id",
    "personid",
    "poolmemberidentifier",
    "nationbuilderid",
    "poolmemberid",
    "memberid",
    "respondentid",
    "volunteerid",
    "participantid",
    "candidateid",
    "uniqueid",
    "uniqueidentifier",
    "identifier",
    "uuid",
    "externalid",
    "deelnemerid",
    "deelnemersnummer",
    "deelnemernummer",
    "deelnemerscode",
    "deelnemercode",
    "deelnemersnr",
    "deelnemernr",
    "volgnummerdeelnemer",
    "volgnrdeelnemer",
    "nummerdeelnemer",
    "nrdeelnemer",
    "deelnemervolgnummer",
    "deelnemersvolgnummer",
    "nummervandedeelnemer",
    "nummervandeelnemer",
    "deelnemerno",
    "aanmeldcode",
    "aanmeldnummer",
    "aanmeldnr",
    "aanmeldingsnummer",
    "aanmeldingsnr",
    "registratienummer",
    "registratienr",
    "regnr",
    "inschrijfnummer",
    "inschrijfnr",
    "inschrijvingsnummer",
    "inschrijvingsnr",
    "inschrijfcode",
    "aanmeldid",
    "inschrijfid",
    "registratieid",
    "registratiecode",
    "kandidaatid",
    "registrationid",
    "enrolmentnumber",
    "signupnumber",
    "applicationnumber",
    "kandidaatnummer",
    "kandidaatnr",
    "persoonsid",
    "persoonid",
    "persoonsnummer",
    "persoonsnr",
    "personcode",
    "personnumber",
    "participantnumber",
    "candidatenumber",
    "lettercode",
    "registrationcode",
    "registrationnumber",
    "unieknummer",
    "uniquenumber",
    // What tools for surveys and forms call the one answer of somebody.
    "responseid",
    "antwoordid",
    "submissionid",
    "submissionnumber",
    "entryid",
    "inzendingid",
    "inzendingsid",
    "inzendingnummer",
    "inzendingsnummer",
    "inzendingnr",
];

/// Whether a heading, after [`fold_heading`], means an id and hardly anything else.
pub(super) fn is_heading(key: &str) -> bool {
    SURE.contains(&key)
}

/// Headings that often mean an id, taken when most cells below them are filled and different.
const LIKELY: &[&str] = &[
    "code",
    "nr",
    "no",
    "nummer",
    "number",
    "num",
    "volgnummer",
    "volgnr",
    "reference",
    "ref",
    "key",
    "#",
    "inzending",
    "submission",
];

/// Ends of headings of numbers that somebody gave out: "Klantnr", "Lidnummer", "badge code".
const ENDS: &[&str] = &["nr", "nummer", "number", "code"];

/// Parts of headings of numbers that are no person's own number, even where they are all different.
const OTHERS: &[&str] = &[
    "huis", "house", "haus", "bus", "post", "zip", "tel", "gsm", "mobiel", "mobile", "phone", "fax", "bsn",
    "sofi", "service", "reken", "bank", "iban", "card", "kaart", "leeftijd", "age", "alter", "jaar", "year",
    "geboor", "geboren", "gebdat", "born", "birth", "datum", "date", "tijd", "time", "inkomen", "income",
    "score", "aantal", "count", "amount", "buurt", "wijk", "kern", "gemeente", "land", "regio",
];

/// The same of what is measured or paid: "Reisafstand", "bedrag vergoeding".
const MEASURES: &[&str] = &[
    "bedrag",
    "prijs",
    "price",
    "cost",
    "kosten",
    "vergoeding",
    "afstand",
    "distance",
    "kilomet",
    "temperat",
    "gewicht",
    "weight",
    "lengte",
    "height",
    "hoogte",
    "oppervlak",
    "volume",
    "percent",
    "procent",
    "salaris",
    "salary",
    "omzet",
    "budget",
    "besteding",
    "minut",
    "second",
    "duration",
    "duur",
    "latitude",
    "longitude",
    "breedtegr",
    "lengtegr",
    "coord",
    "saldo",
    "totaal",
    "total",
    "gemiddeld",
    "average",
    "meting",
    "verbruik",
    "punten",
    "points",
    "ratio",
    "hoeveel",
    "howmany",
    "howmuch",
];

/// The same, of whole words.
const UNITS: &[&str] = &[
    "km", "m", "m2", "m3", "cm", "kg", "euro", "eur", "usd", "gbp", "kwh", "uur", "uren", "hours", "min",
    "sec", "dagen", "days", "lat", "lon", "lng", "x", "y", "loon", "wage", "pay", "fee",
];

/// Whether a heading is of what is measured or paid, so that its numbers are nobody's own however much they differ.
fn is_measure(heading: &str) -> bool {
    let key = fold_heading(heading);
    let folded = fold(heading);
    let mut words = folded.split(|sign: char| !sign.is_alphanumeric());
    MEASURES.iter().any(|part| key.contains(part))
        || words.any(|word| UNITS.contains(&word))
        || heading.contains(['\u{20ac}', '$', '%', '\u{b0}'])
}

/// Digits of a person's number at most: longer ones are telephone numbers, accounts and moments.
const LONGEST: usize = 8;

/// Rows in which whole numbers that are all different are hardly so by chance.
const ENOUGH: usize = 10;

/// Whether a heading, after [`fold_heading`], is that of numbers or codes which could be of anybody.
fn ends_as_ids(key: &str) -> bool {
    ENDS.iter().any(|end| key.ends_with(end)) && !is_other(key)
}

fn is_other(key: &str) -> bool {
    OTHERS.iter().any(|part| key.contains(part))
}

/// Whether a heading means an id, or often does.
pub(crate) fn is_likely(heading: &str) -> bool {
    let key = fold_heading(heading);
    is_heading(&key) || LIKELY.contains(&key.as_str())
}

/// Whether a heading is that of numbers which somebody gave out: as [`is_likely`], or by its end.
pub(crate) fn is_numbered(heading: &str) -> bool {
    is_likely(heading) || ends_as_ids(&fold_heading(heading))
}

/// Chooses the id column, sorts by id, and reports blank and repeated ids. `taken` lists the columns
/// of quota features, which cannot be the id unless asked for.
pub(crate) fn people(
    table: &Table,
    wanted: Option<&str>,
    taken: &[usize],
    faults: &mut Faults,
) -> Option<People> {
    let place = || Place::file(&table.name);
    let column = match wanted {
        Some(heading) => Some(asked_for(table, heading, faults)?),
        None => {
            let column = detect(table, taken);
            match column {
                Some(column) => {
                    faults.push(What::IdColumnTaken, place().column(&table.headings[column]));
                    report_same(table, column, faults);
                    if let Some(other) = another(table, column, taken) {
                        let other = table.headings[other].clone();
                        faults.push(What::IdColumns { other }, place().column(&table.headings[column]));
                    }
                }
                None if not_own(table, taken, faults) => return None,
                None => match candidate(table, taken) {
                    Some(column) => {
                        let heading = table.headings[column].clone();
                        let letters = table.letters(column);
                        let shown = if heading.is_empty() { letters.clone() } else { heading.clone() };
                        faults.push(What::RowNumbersBeside { heading, letters }, place().column(&shown));
                    }
                    None => faults.push(What::RowNumbers, place()),
                },
            }
            column
        }
    };
    let count = u32::try_from(table.len()).ok()?;
    // Read once, in the order of the file: a million cells are far apart in memory.
    let found: Vec<&str> = match column {
        Some(c) => (0..table.len()).map(|row| table.cell(row, c).trim()).collect(),
        None => Vec::new(),
    };
    if let Some(column) = column {
        spoiled::report_ids(table, column, &found, faults);
    }
    let order = match column {
        Some(column) => without_repeats(table, &sorted(&found), &found, &table.headings[column], faults),
        None => {
            // Rows ascend in the file, but ids are text: row 10 comes before row 9.
            let mut order: Vec<u32> = (0..count).collect();
            order.sort_by_cached_key(|&row| table.row(row as usize).row.to_string());
            order
        }
    };
    let mut ids = Texts::new();
    for &row in &order {
        let added = match column {
            Some(_) => ids.push(found[row as usize]),
            None => ids.push(&table.row(row as usize).row.to_string()),
        };
        if !added {
            faults.push(What::TooLarge, place());
            return None;
        }
    }
    Some(People { column, ids, rows: order })
}

/// Rows in the byte order of their ids, and in that of the file where ids are equal, each with the first eight
/// bytes of its id: these differ nearly always, and then nobody need look at the id itself.
fn sorted(ids: &[&str]) -> Vec<(u64, u32)> {
    let start = |id: &&str| {
        let mut start = [0; 8];
        start.iter_mut().zip(id.bytes()).for_each(|(to, byte)| *to = byte);
        u64::from_be_bytes(start)
    };
    let mut order: Vec<(u64, u32)> = ids.iter().map(start).zip(0..).collect();
    let id = |row: u32| ids[row as usize];
    order.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| id(a.1).cmp(id(b.1))).then(a.1.cmp(&b.1)));
    order
}

fn asked_for(table: &Table, heading: &str, faults: &mut Faults) -> Option<usize> {
    let place = Place::file(&table.name).column(heading);
    match table.columns(heading).as_slice() {
        [column] => Some(*column),
        [] => {
            let near = nearest(heading, table.headings.iter().map(String::as_str)).map(str::to_owned);
            faults.push(What::IdColumnMissing { near }, place);
            None
        }
        several => {
            let letters = several.iter().map(|&c| table.letters(c)).collect();
            faults.push(What::AmbiguousColumn { letters }, place);
            None
        }
    }
}

/// The column that seems to hold ids.
pub(crate) fn detect(table: &dyn Cells, taken: &[usize]) -> Option<usize> {
    let headed = |name: &&str| {
        (0..table.headings().len())
            .filter(|&c| !taken.contains(&c) && !table.is_refused(c))
            .find(|&c| fold_heading(&table.headings()[c]) == **name)
    };
    let sure = SURE.iter().find_map(headed);
    let likely = || LIKELY.iter().filter_map(headed).find(|&c| mostly_different(table, c));
    let free = |c: &usize| !taken.contains(c) && !table.is_refused(*c);
    let by_end = |c: &usize| ends_as_ids(&fold_heading(&table.headings()[*c])) && all_different(table, *c);
    sure.or_else(likely).or_else(|| (0..table.headings().len()).filter(free).find(by_end))
}

/// A column that could hold ids though nobody can be sure: headed as numbers are, and mostly different; or whole numbers
/// that are all different, whatever it is called.
fn candidate(table: &Table, taken: &[usize]) -> Option<usize> {
    let mut free = (0..table.headings.len()).filter(|c| !taken.contains(c) && !table.is_refused(*c));
    let numbers = |c: usize| {
        let whole =
            |cell: &str| (1..=LONGEST).contains(&cell.len()) && cell.bytes().all(|b| b.is_ascii_digit());
        table.len() >= ENOUGH
            && all_different(table, c)
            && table.rows().all(|row| whole(bare(row.cell(c).trim())))
    };
    free.find(|&c| {
        let key = fold_heading(&table.headings[c]);
        let other = is_other(&key) || is_measure(&table.headings[c]);
        !other && (ends_as_ids(&key) && mostly_different(table, c) || numbers(c))
    })
}

/// Whether each row has a cell of its own in this column.
fn all_different(table: &dyn Cells, column: usize) -> bool {
    let mut seen = BTreeSet::new();
    table.len() > 1
        && (0..table.len())
            .map(|row| table.cell(row, column).trim())
            .all(|it| !it.is_empty() && seen.insert(it))
}

/// Another column that is headed as ids are, and could be them: each row has a cell of its own in it.
fn another(table: &Table, column: usize, taken: &[usize]) -> Option<usize> {
    let named = |&c: &usize| {
        let key = fold_heading(&table.headings[c]);
        SURE.contains(&key.as_str()) || LIKELY.contains(&key.as_str())
    };
    let columns =
        (0..table.headings.len()).filter(|c| *c != column && !taken.contains(c) && !table.is_refused(*c));
    columns.filter(named).find(|&c| all_different(table, c))
}

/// Headings beside which a number is that of a house, unless that has a heading of its own.
const STREETS: &[&str] =
    &["straat", "straatnaam", "street", "adres", "address", "postcode", "postalcode", "zip", "pc"];
const HOUSES: &[&str] = &["huisnummer", "huisnr", "housenumber", "houseno"];

/// Reports a column that is headed as ids are, and in which so many people have the same one that these cannot be their
/// ids: the numbers of rows in their place would name other people than that column does. Whether there is one.
fn not_own(table: &Table, taken: &[usize], faults: &mut Faults) -> bool {
    let headed = |words: &[&str], c: usize| words.contains(&fold_heading(&table.headings[c]).as_str());
    let columns = 0..table.headings.len();
    let any = |words: &[&str]| columns.clone().any(|c| headed(words, c));
    if any(STREETS) && !any(HOUSES) {
        return false;
    }
    // "nr" is as often the number of a house.
    let ids = |c: &usize| {
        headed(&["nummer", "number", "num", "volgnummer", "volgnr", "#"], *c)
            && !taken.contains(c)
            && !table.is_refused(*c)
    };
    let filled = |c: &usize| table.rows().filter(|row| !blank(row.cell(*c))).count() * 2 > table.len();
    let Some(column) = columns.filter(ids).find(filled) else { return false };
    let mut of: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for row in table.rows().filter(|row| !blank(row.cell(column))) {
        of.entry(row.cell(column).trim()).or_default().push(row.row);
    }
    let mut rows: Vec<usize> = of.into_values().filter(|rows| rows.len() > 1).flatten().collect();
    rows.sort_unstable();
    let found = table.rows().map(|row| row.cell(column).trim()).collect::<Vec<_>>();
    spoiled::report_ids(table, column, &found, faults);
    let place = Place::file(&table.name).column(&table.headings[column]);
    faults.push(What::IdsNotOwn, place.rows(rows.into_iter().collect()));
    true
}

/// Whether more than half of the rows have a cell of their own in this column.
fn mostly_different(table: &dyn Cells, column: usize) -> bool {
    let cells = (0..table.len()).map(|row| table.cell(row, column).trim()).filter(|cell| !cell.is_empty());
    cells.collect::<BTreeSet<_>>().len() * 2 > table.len()
}

/// Rows sorted by id, each id once. Rows that are the same in every cell, spaces aside, count once, with a note;
/// different rows with one id stop the work, and so does a blank id.
fn without_repeats(
    table: &Table,
    order: &[(u64, u32)],
    ids: &[&str],
    heading: &str,
    faults: &mut Faults,
) -> Vec<u32> {
    let place = |rows| Place::file(&table.name).column(heading).rows(rows);
    let number = |&row: &u32| table.row(row as usize).row;
    let trimmed = |row: u32| table.row(row as usize).cells().map(str::trim);
    let same = |a: u32, b: u32| trimmed(a).eq(trimmed(b));
    let mut kept = Vec::with_capacity(order.len());
    let (mut blanks, mut found) = (Rows::default(), Vec::new());
    let id = |row: u32| ids[row as usize];
    for group in order.chunk_by(|a, b| a.0 == b.0 && id(a.1) == id(b.1)) {
        let first = group[0].1;
        if blank(id(first)) {
            // Where a formula has no value yet, that is what is wrong.
            let numbers = group.iter().map(|(_, row)| number(row));
            numbers
                .filter(|&row| !faults.of_row(Kind::NotComputed, &table.name, row))
                .for_each(|row| blanks.push(row));
            continue;
        }
        kept.push(first);
        // Ids that were cut short are alike by that.
        if group.len() > 1 && !is_shortened(id(first)) {
            let what =
                if group.iter().all(|&(_, row)| same(row, first)) { What::IdRepeated } else { What::IdTwice };
            found.push((number(&first), what, group.iter().map(|(_, row)| number(row)).collect()));
        }
    }
    if blanks.count() > 0 {
        faults.push(What::IdBlank, place(blanks));
    }
    // In the order of the file, as a person goes through it.
    found.sort_by_key(|&(row, ..)| row);
    for (_, what, rows) in found {
        faults.push(what, place(rows));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is measured or paid is of nobody, however much it differs; a number that somebody gave out may be of somebody.
    #[test]
    fn measures_are_not_taken_for_numbers_of_people() {
        let beside = |heading: &str| {
            let rows: String = (0..12).map(|i| format!("{};{}\n", ["a", "b"][i % 2], 100 + 7 * i)).collect();
            let text = format!("kern;{heading}\n{rows}");
            let table = crate::register::read("p.csv", text.as_bytes(), &mut Faults::new()).unwrap();
            let mut faults = Faults::new();
            people(&table, None, &[0], &mut faults);
            faults.count(Kind::RowNumbersBeside)
        };
        for heading in [
            "bedrag",
            "Bedrag (EUR)",
            "km",
            "afstand tot zaal",
            "prijs",
            "Temperatuur",
            "aantal stappen",
            "distance (m)",
            "weight",
            "duration",
            "verbruik in kWh",
            "hoeveel",
            "latitude",
        ] {
            assert_eq!(beside(heading), 0, "{heading}");
        }
        for heading in ["pas", "badge", "lot", "toegangspas", "kenmerk"] {
            assert_eq!(beside(heading), 1, "{heading}");
        }
    }

    /// Tools for surveys and forms head their numbers each in their own way.
    #[test]
    fn the_number_of_an_answer_is_an_id() {
        for heading in [
            "ResponseId",
            "Response ID",
            "Respondent ID",
            "Antwoord-ID",
            "submission id",
            "Inzending",
            "Entry Id",
        ] {
            let text = format!("Naam,{heading},kern\nAn,R_1,Helden\nBo,R_2,Meijel\nCé,R_3,Helden\n");
            let table = crate::register::read("export.csv", text.as_bytes(), &mut Faults::new()).unwrap();
            assert_eq!(detect(&table, &[]), Some(1), "{heading}");
        }
        // What people sent in is no number of theirs where many sent the same.
        let text = "Naam,Inzending\nAn,plan\nBo,plan\nCé,plan\n";
        let table = crate::register::read("export.csv", text.as_bytes(), &mut Faults::new()).unwrap();
        assert_eq!(detect(&table, &[]), None);
    }
}

//! Whether the first row of a list of people is its headings, where no quotas say what these are. Imports `base`, `register`,
//! `quotas` and its siblings.

use super::{doubles, ids, spoiled, values};
use crate::base::fault::{Faults, Place, Rows, What};
use crate::base::text::{blank, fold, fold_heading};
use crate::base::totals::is_total;
use crate::quotas::Quotas;
use crate::register::Table;
use std::collections::BTreeSet;

/// Headings of a list of people, after [`fold_heading`], beside those of ids. Hardly anybody has one of the first kind in a cell.
const SURE: &[&str] = &[
    "naam",
    "name",
    "voornaam",
    "achternaam",
    "firstname",
    "lastname",
    "surname",
    "fullname",
    "volledigenaam",
    "tussenvoegsel",
    "voorletters",
    "geslacht",
    "gender",
    "sex",
    "sekse",
    "leeftijd",
    "age",
    "leeftijdsgroep",
    "leeftijdscategorie",
    "agegroup",
    "geboortedatum",
    "geboortejaar",
    "geboren",
    "birthdate",
    "dateofbirth",
    "email",
    "emailadres",
    "emailaddress",
    "telefoon",
    "telefoonnummer",
    "phone",
    "phonenumber",
    "mobiel",
    "postcode",
    "postalcode",
    "huisnummer",
    "responseid",
];
const OTHERS: &[&str] = &[
    "mail",
    "gsm",
    "tel",
    "zip",
    "adres",
    "address",
    "straat",
    "straatnaam",
    "street",
    "huisnr",
    "woonplaats",
    "plaats",
    "city",
    "town",
    "gemeente",
    "municipality",
    "wijk",
    "buurt",
    "kern",
    "dorp",
    "district",
    "neighbourhood",
    "opleiding",
    "nr",
    "nummer",
    "code",
    "volgnummer",
    "volgnr",
    "opleidingsniveau",
    "education",
    "herkomst",
    "inkomen",
    "income",
    "beroep",
    "occupation",
    "opmerking",
    "opmerkingen",
    "remarks",
];
/// What a tool for surveys writes below its headings.
const ANSWERS: &[&str] =
    &["response", "open ended response", "open-ended response", "antwoord", "open antwoord", "antwoorden"];
/// Headings of the column in which a tool for surveys says what a row is, after [`fold_heading`].
const TOOL: &[&str] = &[
    "status",
    "distributionchannel",
    "responsetype",
    "type",
    "responsestatus",
    "recordstatus",
    "surveystatus",
    "submissionstatus",
    "completionstatus",
    "completestatus",
    "antwoordstatus",
    "responsstatus",
    "typeantwoord",
    "antwoordtype",
    "voltooiingsstatus",
    "inzendstatus",
    "invulstatus",
    "statusvragenlijst",
    "statusinzending",
];
/// What it says of answers that somebody did not send in, after [`fold`].
const PARTIAL: &[&str] = &[
    "partial",
    "partial response",
    "incomplete",
    "in progress",
    "started",
    "unfinished",
    "not finished",
    "abandoned",
    "draft",
    "disqualified",
    "onvolledig",
    "gedeeltelijk",
    "deels ingevuld",
    "bezig",
    "begonnen",
    "niet afgerond",
    "niet voltooid",
    "afgebroken",
    "concept",
    "onvoltooid",
    "incompleet",
    "niet ingediend",
    "niet ingezonden",
    "niet verzonden",
    "niet volledig",
    "gedeeltelijk ingevuld",
    "gedeeltelijk voltooid",
    "gestart",
    "deels",
    "wordt ingevuld",
    "uitgevallen",
    "partially complete",
    "partially completed",
    "not complete",
    "not completed",
    "not submitted",
    "saved",
    "opened",
    "screened out",
    "screenout",
    "quota full",
    "over quota",
    "timed out",
    "expired",
];
/// Headings below which a no is an answer that was not sent in, after [`fold_heading`].
const FINISHED: &[&str] = &[
    "finished",
    "isfinished",
    "completed",
    "iscompleted",
    "complete",
    "submitted",
    "afgerond",
    "voltooid",
    "verzonden",
    "volledigingevuld",
    "volledig",
    "compleet",
    "ingediend",
    "ingezonden",
    "ingevuld",
    "isafgerond",
    "isvoltooid",
    "issubmitted",
    "surveycompleted",
    "surveyfinished",
    "responsecomplete",
    "vragenlijstafgerond",
    "vragenlijstvoltooid",
    "vragenlijstingevuld",
    "enqueteafgerond",
    "enqu\u{ea}teafgerond",
];
/// Headings of how far somebody came, in percents.
const PROGRESS: &[&str] = &[
    "progress",
    "percentcomplete",
    "percentagecomplete",
    "completionpercentage",
    "completionrate",
    "complete",
    "completed",
    "voortgang",
    "progresspercentage",
    "voortgangspercentage",
    "percentagevoltooid",
    "percentageingevuld",
    "voltooid",
    "ingevuld",
];
/// Headings of the moment at which somebody sent the answer in, blank for those who did not.
const SUBMITTED: &[&str] = &[
    "submitdate",
    "datesubmitted",
    "submittedat",
    "submissiondate",
    "datumverzonden",
    "verzondenop",
    "ingezondenop",
    "datumingediend",
    "ingediendop",
    "datuminzending",
    "datumingezonden",
    "datumingestuurd",
    "ingestuurdop",
    "inzenddatum",
    "datumvoltooid",
    "voltooidop",
    "datumvoltooiing",
    "voltooiingstijd",
    "tijdvanvoltooiing",
    "tijdstipvoltooiing",
    "completiontime",
    "completedat",
    "completedon",
    "datecompleted",
    "submittedon",
    "submittime",
    "submissiontime",
];
/// What it says of trials.
const TRIALS: &[&str] = &["survey preview", "survey test", "preview", "test", "spam"];
/// What stands in front of a row below a list.
const NOTES: &[&str] = &[
    "aantal",
    "gemiddelde",
    "gemiddeld",
    "som",
    "count",
    "average",
    "mean",
    "sum",
    "bron",
    "source",
    "noot",
    "note",
    "let op",
    "nb",
    "n.b.",
    "toelichting",
    "peildatum",
    "gemaakt op",
    "datum",
    "exported",
    "export",
];
/// The headings stand in one of so many rows.
const FIRST: usize = 30;
/// Headings that explain others stand in one of so many rows below them.
const SECOND: usize = 3;
/// Notes stand in one of so many rows at the end.
const LAST: usize = 10;

/// The people of a list of which no more is known than ids, none of which stands in the columns `taken`: rows that are no people are
/// told.
pub(crate) fn people_of_register(
    table: &Table,
    wanted: Option<&str>,
    taken: &[usize],
    faults: &mut Faults,
) -> Option<ids::People> {
    let named = wanted.into_iter().chain(taken.iter().map(|&column| table.headings[column].as_str()));
    if report(table, named, faults) {
        return None;
    }
    let found = ids::people(table, wanted, taken, faults)?;
    report_notes(table, found.column, faults);
    spoiled::report_totals(table, found.column, faults);
    spoiled::report_strays(table, found.column, faults);
    Some(found)
}

/// Reports people of such a list whose ids look alike, and rows that look like one person. `rows` are those that count.
pub(crate) fn report_doubles(table: &Table, ids: Option<usize>, rows: &[u32], faults: &mut Faults) {
    let mut rows = rows.to_vec();
    rows.sort_unstable();
    if let Some(column) = ids {
        doubles::report_ids(table, column, &rows, &|_| false, faults);
    }
    let taken: Vec<usize> = ids.into_iter().collect();
    let decided = doubles::Decided { excluded: &|_| false, apart: &[] };
    doubles::report_people(table, &taken, &rows, (&[], 0), decided, faults);
}

/// Reports a first row that is no headings, and rows below it that belong to them; `true` where the table cannot be read as it is.
/// `wanted` are headings that somebody named.
pub(super) fn report<'a>(
    table: &Table,
    mut wanted: impl Iterator<Item = &'a str>,
    faults: &mut Faults,
) -> bool {
    let place = || Place::file(&table.name);
    if wanted.any(|heading| !table.columns(heading).is_empty()) {
        return second(table, faults);
    }
    let own = known(&table.headings).0;
    let lower = table.rows().take(FIRST).find_map(|row| {
        let cells: Vec<String> =
            (0..table.headings.len()).map(|column| row.cell(column).trim().to_owned()).collect();
        let (all, sure) = known(&cells);
        let filled = cells.iter().filter(|cell| !blank(cell)).count();
        let enough =
            if table.headings.len() == 1 { all == 1 } else { sure > 0 && all > 1 && all * 2 >= filled };
        (enough && all > own).then_some((row.row, cells))
    });
    if let Some((row, headings)) = lower {
        let headings = headings.into_iter().filter(|cell| !blank(cell)).collect();
        faults.push(What::HeadingsLower { row, headings }, place());
        return true;
    }
    if own == 0 && is_person(table) {
        faults.push(What::HeaderMissing, place());
        return true;
    }
    second(table, faults)
}

/// Reports a list whose first row is no headings: none of these is known, and somebody is in it, or it is the only one. Read as
/// headings, whoever is in it would count for nothing, in silence. `looked` says of a heading that it is one that is looked for,
/// `person` of a cell that it names somebody. Whether it is such a list.
pub(crate) fn report_headless(
    list: &Table,
    looked: &dyn Fn(&str) -> bool,
    person: &dyn Fn(&str) -> bool,
    faults: &mut Faults,
) -> bool {
    let cells = || list.headings.iter().map(|cell| cell.trim()).filter(|cell| !blank(cell));
    let headed = known(&list.headings).0 > 0 || cells().any(|cell| looked(cell) || ids::is_likely(cell));
    let somebody = || cells().next().is_some_and(is_of_somebody) || cells().any(person);
    let headless = if headed { list.is_empty() && somebody() } else { list.is_empty() || somebody() };
    if headless {
        faults.push(What::ListHeadless, Place::file(&list.name));
    }
    headless
}

/// The row below the first that has the headings of more than half of the features, with those headings: above it stands a title.
pub(crate) fn features_below(table: &Table, quotas: &Quotas) -> Option<(usize, Vec<String>)> {
    values::headings_below(table, quotas)
}

/// Reports rows at the end that are a note or a count. `ids` is the column of ids.
pub(super) fn report_notes(table: &Table, ids: Option<usize>, faults: &mut Faults) {
    let note = |index: &usize| spoiled::first(table, *index).is_some_and(|(_, cell)| is_note(cell));
    let found: Vec<usize> = (table.len().saturating_sub(LAST)..table.len()).filter(note).collect();
    spoiled::tell(table, ids, &found, What::NoPeople, faults);
}

/// Whether a cell says that its row is a note or a count: "Aantal", "Bron: CBS".
fn is_note(cell: &str) -> bool {
    let key = fold(cell);
    let start = key.split_once(':').map_or(key.as_str(), |(start, _)| start);
    NOTES.contains(&start.trim_end())
}

/// Reports rows of a list that are a total, or a note with its colon ("Bron: CBS"), by the cell in this column, or else by the
/// first that is filled: each would count as one of the others. Whether there are any.
pub(crate) fn report_footers(table: &Table, column: Option<usize>, faults: &mut Faults) -> bool {
    let rows = footers(table, column);
    let any = !rows.is_empty();
    if any {
        faults.push(What::NoEntry, Place::file(&table.name).rows(rows.into_iter().collect()));
    }
    any
}

/// The same of a list of ids, where more words say so: "Samen", "Aantal".
pub(crate) fn report_id_footers(table: &Table, ids: usize, faults: &mut Faults) -> bool {
    let rows = id_footers(table, ids);
    let any = !rows.is_empty();
    if any {
        faults.push(What::NoEntry, Place::file(&table.name).rows(rows.into_iter().collect()));
    }
    any
}

/// The numbers of these rows.
pub(super) fn id_footers(table: &Table, ids: usize) -> BTreeSet<usize> {
    let sums = spoiled::sums_among_ids(table, ids).into_iter().map(|index| table.row(index).row);
    footers(table, Some(ids)).into_iter().chain(sums).collect()
}

/// The numbers of these rows.
pub(super) fn footers(table: &Table, column: Option<usize>) -> Vec<usize> {
    let says = |index: &usize| {
        let own = column.map(|column| table.cell(*index, column)).filter(|cell| !blank(cell));
        let cell = own.or_else(|| spoiled::first(table, *index).map(|(_, cell)| cell));
        cell.is_some_and(|cell| is_total(&fold(cell)) || cell.contains(':') && is_note(cell))
    };
    (0..table.len()).filter(says).map(|index| table.row(index).row).collect()
}

/// How many cells are known headings, and how many of those can hardly be anything else.
fn known(cells: &[String]) -> (usize, usize) {
    let keys = || cells.iter().map(|cell| fold_heading(cell));
    let sure = keys().filter(|key| SURE.contains(&key.as_str()) || ids::is_heading(key)).count();
    (sure + keys().filter(|key| OTHERS.contains(&key.as_str())).count(), sure)
}

/// Whether the first row has what the rows below it have: a number, a date or an e-mail address, or what others have too.
fn is_person(table: &Table) -> bool {
    let below = |column: usize| table.rows().take(FIRST).map(move |row| row.cell(column).trim());
    let mut columns = (0..table.headings.len()).filter(|&column| !blank(&table.headings[column]));
    columns.any(|column| {
        let heading = table.headings[column].trim();
        let alike = is_of_somebody(heading) && below(column).all(|cell| blank(cell) || is_of_somebody(cell));
        let again = below(column).filter(|cell| *cell == heading).count();
        alike || table.headings.len() > 1 && again > 1
    })
}

/// Whether a cell is about somebody: no heading is a number, a date or an e-mail address.
fn is_of_somebody(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let letters = cell.chars().filter(|sign| sign.is_alphabetic()).count();
    cell.contains('@')
        || digits > 1 && letters == 0
        || digits > 2 && letters <= 2 && !cell.contains(' ')
        || spoiled::is_date(cell)
}

/// Reports rows below the headings that explain them; whether there are any.
pub(super) fn second(table: &Table, faults: &mut Faults) -> bool {
    let rows: Rows = explaining(table).into_iter().map(|index| table.row(index).row).collect();
    let any = rows.count() > 0;
    if any {
        faults.push(What::SecondHeadings, Place::file(&table.name).rows(rows));
    }
    any
}

/// The rows below the headings that explain them, by index.
pub(crate) fn explaining(table: &Table) -> Vec<usize> {
    let filled = |row: usize| -> Vec<&str> {
        let cells = (0..table.headings.len()).map(|column| table.cell(row, column).trim());
        cells.filter(|cell| !blank(cell)).collect()
    };
    let between = |cell: &&str| {
        [('(', ')'), ('[', ']'), ('{', '}')]
            .iter()
            .any(|&(open, close)| cell.starts_with(open) && cell.ends_with(close))
    };
    let first = SECOND.min(table.len());
    // The text of the questions below their codes: most of what is filled asks something, or is the heading in other words, and
    // further down nobody answers so.
    let asks = |row: usize, column: usize| {
        let cell = table.cell(row, column).trim();
        let again =
            || fold_heading(cell) == fold_heading(&table.headings[column]) && cell != table.headings[column];
        cell.ends_with('?') && cell.contains(' ') || !cell.is_empty() && again()
    };
    let questions = |row: usize| (0..table.headings.len()).filter(|&column| asks(row, column)).count();
    let of_questions = |row: usize| questions(row) > 1 && questions(row) * 2 >= filled(row).len();
    let answered = (first..table.len().min(FIRST)).any(of_questions);
    let explains = |&row: &usize| {
        let cells = filled(row);
        cells.len() > 1
            && (row == 0 && !answered && of_questions(row)
                || cells.iter().all(between)
                || cells.iter().all(|cell| ANSWERS.contains(&fold(cell).as_str())))
    };
    // Of this tool the text of the questions stands above the numbers of its columns.
    let tool = (0..first).rfind(|&row| filled(row).iter().any(|cell| cell.contains("\"ImportId\"")));
    let last = tool.map_or(0, |row| row + 1);
    (0..last).chain((last..first).filter(explains)).collect()
}

/// The rows of a tool for surveys that are no answers but trials of whoever made it, by index: its column says "Survey Preview".
pub(crate) fn trials(table: &Table) -> Vec<usize> {
    let columns = (0..table.headings.len()).filter(|&c| !table.is_refused(c));
    let of_tool = |&c: &usize| TOOL.contains(&fold_heading(&table.headings[c]).as_str());
    let columns: Vec<usize> = columns.filter(of_tool).collect();
    let says = |&row: &usize| columns.iter().any(|&c| TRIALS.contains(&fold(table.cell(row, c)).as_str()));
    (0..table.len()).filter(says).collect()
}

/// Reports them.
pub(super) fn report_trials(table: &Table, faults: &mut Faults) {
    let rows: Rows = trials(table).into_iter().map(|index| table.row(index).row).collect();
    if rows.count() > 0 {
        faults.push(What::TrialRows, Place::file(&table.name).rows(rows));
    }
}

/// Reports rows that a tool for surveys calls unfinished, by a column that is not used.
pub(super) fn report_unfinished(table: &Table, used: &[usize], faults: &mut Faults) {
    const NO: &[&str] = &[
        "false",
        "onwaar",
        "0",
        "no",
        "n",
        "f",
        "nee",
        "neen",
        "niet",
        "not",
        "incomplete",
        "unfinished",
        "not finished",
        "niet afgerond",
        "niet voltooid",
        "not completed",
    ];
    /// What tools and people write where there is no moment.
    const NEVER: &[&str] =
        &["n/a", "na", "n.v.t.", "n.v.t", "nvt", "null", "nan", "none", "geen", "niet ingevuld", "nog niet"];
    for column in (0..table.headings.len()).filter(|c| !used.contains(c) && !table.is_refused(*c)) {
        // "submitdate. Datum inzending" has the code and the text.
        let heading = table.headings[column].split(". ").next().unwrap_or_default();
        let key: String = fold_heading(heading).chars().filter(|sign| sign.is_alphanumeric()).collect();
        let is = |headings: &[&str]| headings.contains(&key.as_str());
        let percents = |cell: &str| cell.trim_end_matches(['%', ' ']).replace(',', ".").parse::<f64>().ok();
        // Of some tools 1 is the whole. A heading that may ask for yes or no is of percents where all cells are numbers, and not of 1.
        let all = || table.rows().map(|row| fold(row.cell(column))).filter(|cell| !blank(cell));
        let whole = match is(PROGRESS) && (!is(FINISHED) || all().all(|cell| percents(&cell).is_some())) {
            true => all().filter_map(|cell| percents(&cell)).fold(0.0, f64::max),
            false => 0.0,
        };
        let unfinished = |cell: &str| {
            let never =
                blank(cell) || NEVER.contains(&cell) || cell.chars().all(|sign| !sign.is_alphanumeric());
            is(TOOL) && PARTIAL.contains(&cell)
                || is(FINISHED) && (NO.contains(&cell) || PARTIAL.contains(&cell))
                || is(PROGRESS)
                    && [1.0, 100.0].contains(&whole)
                    && percents(cell).is_some_and(|it| it < whole)
                || is(SUBMITTED) && never
        };
        let found = table.rows().filter(|row| unfinished(&fold(row.cell(column))));
        let rows: Rows = found.map(|row| row.row).collect();
        if rows.count() > 0 && rows.count() < table.len() {
            let place = Place::file(&table.name).column(&table.headings[column]);
            faults.push(What::Unfinished, place.rows(rows));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Kind;

    fn found(file: &str) -> Vec<(Kind, Vec<usize>)> {
        let mut faults = Faults::new();
        let table = crate::register::read("p.csv", file.as_bytes(), &mut faults).unwrap();
        let mut faults = Faults::new();
        if !report(&table, std::iter::empty(), &mut faults) {
            report_notes(&table, None, &mut faults);
        }
        let row =
            |what: &What| if let What::HeadingsLower { row, .. } = what { vec![*row] } else { Vec::new() };
        faults.iter().map(|f| (f.kind(), [row(&f.what), f.place.rows.first.clone()].concat())).collect()
    }

    #[test]
    fn headings_below_other_rows_are_found() {
        for (file, row) in [
            ("Gemeente,Gouda,2027\nid,geslacht,leeftijd\n1,V,20\n2,M,30\n", 2),
            ("Gemeente,Gouda,2027\nDatum,12-03-2027,versie 2\nid,geslacht,leeftijd\n1,V,20\n2,M,30\n", 3),
            ("Aanmeldingen\nid\n0001\n0002\n", 2),
            ("Deelnemers burgerberaad\nnaam\nJan\nPiet\n", 2),
            ("0001,V\nnaam,wijk\nJan,Noord\n", 2),
        ] {
            assert_eq!(found(file), [(Kind::HeadingsLower, vec![row])], "{file}");
        }
    }

    /// Tools for surveys keep what people began and did not send in.
    #[test]
    fn answers_that_were_not_sent_in_are_pointed_out() {
        let told = |heading: &str, cells: &[&str]| {
            let rows = cells.iter().enumerate().map(|(i, cell)| format!("{i};\"{cell}\";x\n"));
            let text = format!("id;\"{heading}\";kern\n{}", rows.collect::<String>());
            let table = crate::register::read("p.csv", text.as_bytes(), &mut Faults::new()).unwrap();
            let mut faults = Faults::new();
            report_unfinished(&table, &[0], &mut faults);
            let of = |kind| faults.iter().filter(move |fault| fault.kind() == kind);
            of(Kind::Unfinished).flat_map(|fault| fault.place.rows.first.clone()).collect::<Vec<_>>()
        };
        for (heading, cell, other) in [
            ("Finished", "False", "True"),
            ("Finished", "0", "1"),
            ("Progress", "40", "100"),
            ("Progress", "0,4", "1"),
            ("Voortgang", "40 %", "100 %"),
            ("submitdate", "", "2027-03-01 10:00:00"),
            ("Response Type", "partial", "completed"),
            ("Status", "In Progress", "Complete"),
            ("Voltooid", "nee", "ja"),
            ("Voltooid?", "Niet", "Ja"),
            ("Compleet", "Nee", "Ja"),
            ("Complete (%)", "40", "100"),
            ("submitdate. Datum inzending", "", "2027-03-01 10:00:00"),
            ("Datum ingediend", "n.v.t.", "1-3-2027"),
            ("Voltooiingstijd", "", "1-3-2027 10:00"),
            ("Completion time", "-", "3/1/27 10:00"),
            ("Response Status", "Partially completed", "Completed"),
            ("Type antwoord", "Niet voltooid", "IP-adres"),
            ("Invulstatus", "Gedeeltelijk ingevuld", "Volledig"),
        ] {
            assert_eq!(told(heading, &[other, cell, other]), [3], "{heading}");
        }
        for (heading, cell, other) in [
            ("submitdate", "", ""),
            ("Progress", "3", "7"),
            ("Progress", "100", "100"),
            ("Finished", "True", "True"),
            ("opmerking", "in progress", "x"),
            ("Status", "actief", "lid"),
            ("Ingevuld", "3", "7"),
            ("Ingevuld door", "nee", "ja"),
            ("Tijdstempel", "", "1-3-2027 10:00"),
        ] {
            assert!(told(heading, &[other, cell, other]).is_empty(), "{heading}");
        }
    }

    #[test]
    fn a_person_in_the_place_of_the_headings_is_seen() {
        for file in [
            "0001,V,16-34\n0002,M,55+\n0003,V,35-54\n",
            "P001,Noord\nP002,Zuid\n",
            "an@voorbeeld.nl,x\nbo@voorbeeld.nl,y\n",
            "An,Noord\nBo,Noord\nCé,Noord\n",
            "An,1-2-1980\nBo,3-4-1990\n",
        ] {
            assert_eq!(found(file), [(Kind::HeaderMissing, vec![])], "{file}");
        }
        // What may be a heading is one.
        for file in [
            "id,2027\n1,ja\n2,nee\n",
            "wie,vraag 1\nAn,x\nBo,y\n",
            "id\nP1\nP2\n",
            "a,b\nid1,naam\nid2,leeftijd\n",
            "x\n1\n2\n",
        ] {
            assert_eq!(found(file), [], "{file}");
        }
    }

    #[test]
    fn rows_that_explain_the_headings_are_no_people() {
        for (file, rows) in [
            (
                "Q1,Q2,Q3\nWat is uw geslacht?,Wat is uw leeftijd?,Opmerkingen\nman,20,x\nvrouw,30,y\n",
                vec![2],
            ),
            (
                "StartDate,EndDate,Q1\nStart Date,End Date,Wat is uw wijk?\n2027-03-01,2027-03-01,Noord\n",
                vec![2],
            ),
            (
                "ResponseId,Q1\nResponse ID,Wie bent u?\n\"{\"\"ImportId\"\":\"\"_r\"\"}\",\"{\"\"ImportId\"\":\"\"Q1\"\"}\"\n1,An\n",
                vec![2, 3],
            ),
            ("Respondent ID,Geslacht,Wijk\nOpen-Ended Response,Response,Response\n1,V,N\n", vec![2]),
            ("id,geslacht,leeftijd\n(nummer),(m/v),(jaren)\n1,V,20\n", vec![2]),
        ] {
            assert_eq!(found(file), [(Kind::SecondHeadings, rows)], "{file}");
        }
        assert_eq!(found("id,wijk\n1,(Noord)\n2,(Zuid)\n"), []);
    }

    #[test]
    fn counts_and_sources_below_are_no_people() {
        assert_eq!(
            found("id,wijk\n1,Noord\n2,Zuid\nAantal,2\nBron:,Gemeente\n"),
            [(Kind::NoPeople, vec![4, 5])]
        );
        assert_eq!(found("naam,wijk\nBronckhorst,Noord\nSommer,Zuid\n"), []);
    }
}

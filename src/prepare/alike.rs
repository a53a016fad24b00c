//! Which columns of two files are one under two headings, for a first recipe. Imports `base`, `pool`, `register`.

use crate::base::text::{blank, fold, fold_heading};
use crate::pool::ids;
use crate::register::Table;
use std::collections::BTreeSet;

/// Headings that mean one thing, after [`fold_heading`], by what they begin with or are.
const ONE: &[&[&str]] = &[
    &["postcode", "pc", "pc6", "postalcode", "zip", "zipcode"],
    &["huisnummer", "huisnr", "huisno", "housenumber", "houseno"],
    &["toevoeging", "toev", "huisnummertoevoeging", "huisnrtoevoeging", "addition"],
    &["straat", "straatnaam", "adres", "street", "address"],
    &["woonplaats", "plaats", "plaatsnaam", "woonkern", "kern", "dorp", "city", "town", "place"],
    &["gemeente", "gemeentenaam", "municipality"],
    &["opleiding", "opleidingsniveau", "opleidingniveau", "hoogsteopleiding", "education", "educationlevel"],
    &["geslacht", "gender", "sekse", "sex", "mv"],
    &["leeftijd", "leeftijdsgroep", "leeftijdscategorie", "leeftijdsklasse", "age", "agegroup"],
    &["geboortejaar", "gebjaar", "birthyear", "yearofbirth"],
    &["toestemming", "akkoord", "consent"],
    &["opmerking", "opmerkingen", "remark", "remarks", "notes"],
];

/// Words of a column of answers at most: more are texts, names or numbers.
const MOST: usize = 30;

/// Whether two headings mean one thing.
pub(super) fn is_one(a: &str, b: &str) -> bool {
    let key = |text: &str| -> String { fold_heading(text.split('(').next().unwrap_or(text)) };
    let (a, b) = (key(a), key(b));
    ONE.iter().any(|all| all.contains(&a.as_str()) && all.contains(&b.as_str()))
}

/// The different answers in a column, if they are few.
fn answers(table: &Table, column: usize) -> Option<BTreeSet<String>> {
    let mut all = BTreeSet::new();
    for row in table.rows().filter(|row| !blank(row.cell(column))) {
        all.insert(fold(row.cell(column)));
        if all.len() > MOST {
            return None;
        }
    }
    (all.len() > 1 && all.len() * 2 <= table.len()).then_some(all)
}

/// Whether two columns hold the same answers: most of those of either stand in the other. Of answers that say little, such as
/// yes and no, the headings must tell.
fn same_answers(a: (&Table, usize), b: (&Table, usize)) -> bool {
    let (Some(one), Some(other)) = (answers(a.0, a.1), answers(b.0, b.1)) else { return false };
    let little = |word: &String| {
        word.chars().count() < 2
            || word.bytes().all(|sign| sign.is_ascii_digit())
            || ["ja", "nee", "yes", "no", "onbekend", "n.v.t."].contains(&word.as_str())
    };
    let told = one.intersection(&other).filter(|word| !little(word)).count();
    told > 1 && told * 2 > one.len().min(other.len())
}

/// The column of the first table, among those that are free, that this one of another table is; none where several could be.
pub(super) fn column(
    table: &Table,
    own: usize,
    first: &Table,
    free: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let all = || (0..first.headings.len()).filter(|&c| free(c) && !first.is_refused(c));
    let only = |is: &dyn Fn(usize) -> bool| {
        let mut found = all().filter(|&c| is(c));
        found.next().filter(|_| found.next().is_none())
    };
    let heading = &table.headings[own];
    let by_heading = only(&|c| is_one(heading, &first.headings[c]));
    let by_ids = || {
        let is_id = |heading: &str| ids::is_numbered(heading);
        only(&|c| is_id(heading) && is_id(&first.headings[c]))
    };
    by_heading.or_else(by_ids).or_else(|| only(&|c| same_answers((table, own), (first, c))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Faults;
    use crate::register;

    #[test]
    fn columns_of_two_files_are_one_by_heading_or_by_answers() {
        let table = |text: &str| register::read("a.csv", text.as_bytes(), &mut Faults::new()).unwrap();
        let rows: String = (0..12)
            .map(|i| format!("{i};1234AB;{};{}\n", ["hbo", "mbo"][i % 2], ["ja", "nee"][i % 2]))
            .collect();
        let first = table(&format!("Registratienr;Postcode;Opleiding;Komt\n{rows}"));
        let other = table(&format!("Reg.nr;PC;Wat voor school;Wil\n{rows}"));
        let found = |own| column(&other, own, &first, &|_| true);
        assert_eq!([0, 1, 2, 3].map(found), [Some(0), Some(1), Some(2), None]);
        assert_eq!(column(&other, 1, &first, &|c| c != 1), None);
    }
}

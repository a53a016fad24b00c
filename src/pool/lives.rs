//! Where people live, by whatever columns of a list say it: for whoever looks for the same person in two rows. Imports `base`,
//! `register` and its siblings.

use super::address::Columns;
use crate::base::text::fold_heading;
use crate::register::Cells;

/// Headings of parts of an address, after [`fold_heading`].
const ADDRESS: &[&str] = &[
    "adres",
    "adresregel",
    "adresregel1",
    "woonadres",
    "address",
    "straat",
    "straatnaam",
    "straatenhuisnummer",
    "street",
    "nummer",
    "toevoeging",
    "toev",
    "huisletter",
    "postcode",
    "pc",
    "pc6",
    "zip",
    "zipcode",
    "postalcode",
];

/// Headings of the number of a house, and of that with what stands behind it.
const HOUSES: &[&str] =
    &["huisnummer", "huisnr", "huisno", "housenumber", "houseno", "huisnummertoevoeging", "huisnrtoevoeging"];

/// The columns of a list that say where somebody lives.
pub(crate) struct Lives<'a> {
    list: &'a dyn Cells,
    columns: Vec<usize>,
    rule: Columns,
    /// Whether they say it: a postcode or a number alone does not.
    whole: bool,
}

impl<'a> Lives<'a> {
    /// Of a list with columns that are taken for something else, such as the ids. The number of a person is never that of a
    /// house, and "nummer" is it only where no other column holds the number of the house.
    pub fn new(list: &'a dyn Cells, taken: &[usize]) -> Self {
        let key = |c: usize| fold_heading(&list.headings()[c]);
        let all = 0..list.headings().len();
        let houses = all.clone().any(|c| HOUSES.contains(&key(c).as_str()));
        let of_house = |c: usize| key(c) != "nummer" || !houses && !taken.contains(&c);
        let part = |c: usize| ADDRESS.contains(&key(c).as_str()) || HOUSES.contains(&key(c).as_str());
        let columns: Vec<usize> = all.filter(|&c| part(c) && of_house(c) && !list.is_refused(c)).collect();
        let rule = Columns::new(columns.iter().map(|&c| list.headings()[c].as_str()));
        let whole = columns.len() > 1 || columns.iter().any(|&c| key(c).starts_with("adr"));
        Self { list, columns, rule, whole }
    }

    /// The columns.
    pub fn columns(&self) -> &[usize] {
        &self.columns
    }

    /// The one form of the address of a row; none where it is not known.
    pub fn key(&self, row: u32) -> Option<String> {
        if !self.whole {
            return None;
        }
        self.rule.key(self.columns.iter().map(|&c| self.list.cell(row as usize, c)))
    }
}

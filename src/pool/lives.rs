//! Where people live, by whatever columns of a list say it: for whoever looks for the same person in two rows. Imports `base`,
//! `register` and its siblings.

use super::address::Columns;
use crate::base::text::fold_heading;
use crate::register::Cells;

/// Headings of parts of an address, after [`fold_heading`].
const ADDRESS: &[&str] = &[
    "adres",
    "address",
    "straat",
    "straatnaam",
    "street",
    "huisnummer",
    "huisnr",
    "nummer",
    "housenumber",
    "toevoeging",
    "huisletter",
    "huisnummertoevoeging",
    "postcode",
    "zipcode",
    "postalcode",
];

/// The columns of a list that say where somebody lives.
pub(crate) struct Lives<'a> {
    list: &'a dyn Cells,
    columns: Vec<usize>,
    rule: Columns,
    /// Whether they say it: a postcode or a number alone does not.
    whole: bool,
}

impl<'a> Lives<'a> {
    /// Of a list.
    pub fn new(list: &'a dyn Cells) -> Self {
        let key = |c: usize| fold_heading(&list.headings()[c]);
        let columns: Vec<usize> = (0..list.headings().len())
            .filter(|&c| ADDRESS.contains(&key(c).as_str()) && !list.is_refused(c))
            .collect();
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

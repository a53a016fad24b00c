//! A list of one person a row that has a second column of people. Imports `base`, `register` and its siblings.

use super::ids;
use crate::base::fault::{Faults, Place, Rows, What};
use crate::base::text::{blank, fold_heading};
use crate::register::{Table, TableRow};

/// Reports other columns of the list, headed as ids are, in which people of the pool stand: a row is one person.
pub(super) fn report_beside(
    (list, column): (&Table, usize),
    pool: &Table,
    known: &dyn Fn(&str) -> bool,
    faults: &mut Faults,
) {
    // "id 2" beside "id", "deelnemernummer (2)"
    let bare = |heading: &str| {
        let letters = |sign: &char| sign.is_alphabetic();
        fold_heading(heading).chars().filter(letters).collect::<String>()
    };
    let own = bare(&list.headings[column]);
    let headed = |other: usize| {
        let heading = bare(&list.headings[other]);
        let of_own =
            heading.strip_prefix(own.as_str()).is_some_and(|rest| ["", "partner", "b"].contains(&rest));
        !heading.is_empty() && of_own || ids::is_heading(&heading)
    };
    let others = (0..list.headings.len()).filter(|&other| {
        other != column
            && !list.is_refused(other)
            && pool.columns(&list.headings[other]).is_empty()
            && headed(other)
    });
    for other in others {
        let cell = |row: &TableRow<'_>| row.cell(other).trim().to_owned();
        let filled = || list.rows().filter(|row| !blank(row.cell(other)));
        let people: Rows = filled()
            .filter(|row| cell(row) != row.cell(column).trim() && known(&cell(row)))
            .map(|row| row.row)
            .collect();
        if people.count() > 0 && people.count() * 2 > filled().count() {
            let what = What::ListIdsJoined { beside: Some(list.headings[column].clone()) };
            faults.push(what, Place::file(&list.name).column(&list.headings[other]).rows(people));
        }
    }
}

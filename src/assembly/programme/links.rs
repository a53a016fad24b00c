//! Ids that changed: proposals of who is who, from the register as it was and as it is. Imports `register`, `programme` and
//! its siblings.
//!
//! Nothing is ever linked here. People who are alike in every column that the clerk names, and alone in that on both sides,
//! are proposed in a list that the clerk reads and enters with a reason; who is nearly alike is shown, and left out of it.

use super::Programme;
use super::entered::Ids;
use super::no::No;
use crate::assembly::Source;
use crate::base::fault::Faults;
use crate::base::text::{fold, tidy};
use crate::bundle::{Folder, form};
use crate::pool::ids;
use crate::register::{self, Table};
use std::collections::{BTreeMap, BTreeSet};

/// Pairs to be read and entered.
pub const LINKS: &str = "links.csv";
/// Pairs that are nearly alike, to be looked at.
pub const NEAR: &str = "near.csv";

/// Who may be who.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// Ids of the ledger that the register does not have any more.
    pub missing: u64,
    /// Ids of the register that are new.
    pub new: u64,
    /// Pairs that are alike in every column, each alone in that: the id as it was and as it is.
    pub alike: Pairs,
    /// Pairs that are nearly alike, or alike and not alone.
    pub near: Pairs,
    /// The folder to write.
    pub files: Folder,
    /// Notes on the registers.
    pub faults: Faults,
}

/// The registers between which ids changed.
#[derive(Clone, Copy, Debug)]
pub struct Changed<'a> {
    /// The register as it was.
    pub before: Source<'a>,
    /// The register as it is.
    pub now: Source<'a>,
    /// The headings of columns in which somebody is the same person, in both.
    pub same: &'a [String],
    /// The frame whose ids they are.
    pub frame: Option<&'a str>,
    /// The heading of the column with ids.
    pub id: Option<&'a str>,
}

/// An id as it was and as it is, of each pair.
pub type Pairs = Vec<(String, String)>;

/// People of one register: the id, and what each column says.
type People = Vec<(String, Vec<String>)>;

impl Programme {
    /// Proposes who is who where ids changed.
    ///
    /// # Errors
    /// [`No`].
    pub fn propose_links(&self, of: &Changed<'_>) -> Result<Proposed, No> {
        let frame = self.frame(of.frame)?;
        let mut faults = Faults::new();
        let before = self.columns(of.before, of, &mut faults)?;
        let now = self.columns(of.now, of, &mut faults)?;
        let entered = Ids::of(&self.people, &frame);
        let (old_ids, new_ids): (BTreeSet<&str>, BTreeSet<&str>) =
            (before.iter().map(|p| p.0.as_str()).collect(), now.iter().map(|p| p.0.as_str()).collect());
        let missing: Vec<&(String, Vec<String>)> =
            before.iter().filter(|(id, _)| entered.has(id) && !new_ids.contains(id.as_str())).collect();
        let new: Vec<&(String, Vec<String>)> =
            now.iter().filter(|(id, _)| !entered.has(id) && !old_ids.contains(id.as_str())).collect();
        let (alike, near) = pairs(&missing, &new);
        let header = ["register", "id", "register", "id", "reason"].map(str::to_owned);
        let reason = of.same.join(", ");
        let table = |pairs: &[(String, String)], reason: &str| {
            let row = |(old, id): &(String, String)| {
                [frame.clone(), old.clone(), frame.clone(), id.clone(), reason.to_owned()]
            };
            form::table(std::iter::once(header.clone()).chain(pairs.iter().map(row)))
        };
        let mut files = Folder::new();
        if !alike.is_empty() {
            files.insert(LINKS.into(), table(&alike, &reason));
        }
        if !near.is_empty() {
            // Without a reason such a list is refused: somebody has to look and write one.
            files.insert(NEAR.into(), table(&near, ""));
        }
        let (missing, new) = (missing.len() as u64, new.len() as u64);
        Ok(Proposed { missing, new, alike, near, files, faults })
    }

    fn columns(&self, list: Source<'_>, of: &Changed<'_>, faults: &mut Faults) -> Result<People, No> {
        let table = register::read_register(list.name, list.bytes, faults);
        let Some(table) = table.filter(|_| !faults.stop()) else { return Err(No::Faults(faults.clone())) };
        let found = ids::people(&table, of.id, &[], faults);
        let Some(found) = found.filter(|_| !faults.stop()) else { return Err(No::Faults(faults.clone())) };
        if found.column.is_none() {
            return Err(No::NoIds { file: list.name.to_owned() });
        }
        let columns = of.same.iter().map(|heading| self.column(&table, heading));
        let columns = columns.collect::<Result<Vec<usize>, No>>()?;
        let cells =
            |row: usize, table: &Table| columns.iter().map(|&c| fold(&tidy(table.cell(row, c)))).collect();
        Ok(found
            .ids
            .iter()
            .zip(&found.rows)
            .map(|(id, &row)| (id.to_string(), cells(row as usize, &table)))
            .collect())
    }
}

/// Pairs that are alike and alone in that, and pairs that are nearly so: in all columns but one, and in that by two slips of
/// the hand at most.
fn pairs(missing: &[&(String, Vec<String>)], new: &[&(String, Vec<String>)]) -> (Pairs, Pairs) {
    // A blank cell says nothing of who somebody is.
    let full = |cells: &[String]| cells.iter().all(|cell| !cell.is_empty());
    let by_all = |people: &[&(String, Vec<String>)]| {
        let mut by: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
        for (id, cells) in people.iter().filter(|p| full(&p.1)) {
            by.entry(cells.clone()).or_default().push(id.clone());
        }
        by
    };
    let (old, now) = (by_all(missing), by_all(new));
    let (mut alike, mut near) = (Vec::new(), BTreeSet::new());
    for (cells, ids) in &old {
        let Some(others) = now.get(cells) else { continue };
        match (ids.as_slice(), others.as_slice()) {
            ([one], [other]) => alike.push((one.clone(), other.clone())),
            _ => ids.iter().for_each(|one| {
                others.iter().for_each(|other| _ = near.insert((one.clone(), other.clone())))
            }),
        }
    }
    let paired: BTreeSet<String> =
        alike.iter().flat_map(|(one, other)| [one.clone(), other.clone()]).collect();
    let columns = missing.first().or(new.first()).map_or(0, |p| p.1.len());
    for column in 0..columns {
        let rest = |cells: &[String]| -> Option<Vec<String>> {
            let rest: Vec<String> =
                cells.iter().enumerate().filter(|(at, _)| *at != column).map(|it| it.1.clone()).collect();
            (!rest.is_empty() && full(&rest)).then_some(rest)
        };
        let mut by: BTreeMap<Vec<String>, Vec<&(String, Vec<String>)>> = BTreeMap::new();
        for &person in new.iter().filter(|p| !paired.contains(&p.0)) {
            if let Some(key) = rest(&person.1) {
                by.entry(key).or_default().push(person);
            }
        }
        for (id, cells) in missing.iter().filter(|p| !paired.contains(&p.0)) {
            let others = rest(cells).and_then(|key| by.get(&key));
            for (other, own) in others.into_iter().flatten() {
                let (a, b) = (&cells[column], &own[column]);
                if a != b && (a.is_empty() || b.is_empty() || strsim::osa_distance(a, b) <= 2) {
                    near.insert((id.clone(), other.clone()));
                }
            }
        }
    }
    alike.sort();
    (alike, near.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(rows: &[(&str, &[&str])]) -> People {
        rows.iter()
            .map(|(id, cells)| ((*id).to_owned(), cells.iter().map(|c| (*c).to_owned()).collect()))
            .collect()
    }

    #[test]
    fn only_who_is_alike_and_alone_is_proposed_and_who_is_near_is_shown() {
        let old = people(&[
            ("1", &["anna", "1980-01-02"]),
            ("2", &["bert", "1970-05-05"]),
            ("3", &["chris", "1960-01-01"]),
            ("4", &["chris", "1960-01-01"]),
            ("5", &["dirk", ""]),
            ("6", &["els", "1990-03-04"]),
        ]);
        let new = people(&[
            ("a", &["anna", "1980-01-02"]),
            ("b", &["bart", "1970-05-05"]),
            ("c", &["chris", "1960-01-01"]),
            ("d", &["dirk", ""]),
            ("e", &["els", "1990-11-30"]),
        ]);
        let (alike, near) = pairs(&old.iter().collect::<Vec<_>>(), &new.iter().collect::<Vec<_>>());
        assert_eq!(alike, [("1".to_owned(), "a".to_owned())]);
        let near: Vec<String> = near.iter().map(|(old, new)| format!("{old}{new}")).collect();
        assert_eq!(near, ["2b", "3c", "4c"]);
    }
}

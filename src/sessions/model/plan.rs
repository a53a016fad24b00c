//! A seat plan: for every sitting the table of every person. Imports nothing of ours.

use crate::sessions::Problem;

/// Who sits where. Tables are numbered from 0 inside and from 1 on paper.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Plan {
    /// For each sitting and person the table, `None` for who is absent.
    pub seats: Vec<Vec<Option<u16>>>,
}

impl Plan {
    /// The people at each table of one sitting, in ascending order.
    pub fn tables(&self, problem: &Problem, sitting: usize) -> Vec<Vec<u16>> {
        let mut tables = vec![Vec::new(); problem.sittings[sitting].tables.len()];
        for (person, seat) in self.seats[sitting].iter().enumerate() {
            if let Some(table) = seat {
                tables[usize::from(*table)].push(person as u16);
            }
        }
        tables
    }

    /// How often each pair met: `first * people + second` and the reverse, earlier meetings not
    /// counted.
    pub fn meetings(&self, problem: &Problem) -> Vec<u16> {
        let n = problem.people;
        let mut met = vec![0u16; n * n];
        for sitting in 0..self.seats.len() {
            for table in self.tables(problem, sitting) {
                for &a in &table {
                    for &b in &table {
                        if a != b {
                            met[usize::from(a) * n + usize::from(b)] += 1;
                        }
                    }
                }
            }
        }
        met
    }
}

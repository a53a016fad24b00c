//! What all cells of a column tell together: in which order its dates are, and whether they are dates at all. Imports
//! `base` and its siblings.

use super::born::{Day, Found, Order, age, ages};
use crate::base::fault::{Faults, Place, Prepare, Rows, What};
use crate::pool::written;

/// The rows of a column by what their cells are.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    ages: Rows,
    dates: Rows,
    day_first: Rows,
    month_first: Rows,
    either: Rows,
}

impl Told {
    /// Takes a cell in.
    pub fn look(&mut self, cell: &str, row: usize) {
        // A number with a word for years behind it is an age among dates too.
        let bare = || cell.trim().bytes().all(|b| b.is_ascii_digit());
        match written::read(cell) {
            Found::Date(date) => {
                self.dates.push(row);
                match date.order {
                    Order::DayFirst => self.day_first.push(row),
                    Order::MonthFirst => self.month_first.push(row),
                    Order::Either => self.either.push(row),
                    Order::Plain => {}
                }
            }
            _ if age(cell).is_some() && bare() => self.ages.push(row),
            _ => {}
        }
    }

    /// Whether its dates are read with the month in front: one of them allows nothing else, and none speaks against it.
    pub fn month_first(&self) -> bool {
        self.month_first.count() > 0 && self.day_first.count() == 0
    }

    /// Says what a person has to look at.
    pub fn report(self, place: &Place, faults: &mut Faults) {
        let mut say = |what, rows: Rows| faults.push(What::Prepare(what), place.clone().rows(rows));
        let fewer = |a: Rows, b: Rows| if a.count() < b.count() { a } else { b };
        let (ages, dates) = (self.ages.count(), self.dates.count());
        if ages > 0 && dates > 0 {
            say(Prepare::AgesAndDates { ages, dates }, fewer(self.ages, self.dates));
        }
        let (days, months) = (self.day_first.count(), self.month_first.count());
        let doubtful = self.either.count();
        match (days, months) {
            (0, 0) if doubtful > 0 => say(Prepare::OrderUnsaid, self.either),
            (_, 0) => {}
            (0, _) if doubtful > 0 => say(Prepare::MonthFirst { clear: months, doubtful }, self.either),
            (0, _) => say(Prepare::MonthFirst { clear: months, doubtful }, self.month_first),
            _ => say(Prepare::OrderMixed { days, months, doubtful }, fewer(self.day_first, self.month_first)),
        }
    }
}

/// The youngest and the oldest of whom an age is known: a day on which nobody is young, or nobody is grown up, was
/// mistyped.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Youngest {
    people: u64,
    low: u32,
    high: u32,
}

impl Youngest {
    /// Takes somebody in.
    pub fn look(&mut self, cell: &str, month_first: bool, on: Day) {
        let Ok(found) = ages(cell, month_first, on) else { return };
        self.low = if self.people == 0 { found.low } else { self.low.min(found.low) };
        self.high = self.high.max(found.high);
        self.people += 1;
    }

    /// Says so where all are old or all are young.
    pub fn report(self, on: Option<Day>, faults: &mut Faults) {
        /// So few can all be of one generation.
        const FEW: u64 = 10;
        let odd = self.low >= OLD || self.high <= YOUNG;
        if let Some(on) = on.filter(|_| odd && self.people >= FEW) {
            let on = format!("{:04}-{:02}-{:02}", on.year, on.month, on.day);
            let what = Prepare::ReferenceFar { on, youngest: self.low, oldest: self.high };
            faults.push(What::Prepare(what), Place::default());
        }
    }
}

/// Where the youngest is so old, the day is mistyped.
const OLD: u32 = 45;
/// Where the oldest is so young, it is too.
const YOUNG: u32 = 15;

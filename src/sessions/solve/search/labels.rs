//! People exchange whole schedules: place p of a repeat-free design goes to another person, so nobody
//! meets anybody more often, and tables become balanced. May import the problem.

use super::price::Price;
use super::state::State;

/// A plan in which every person follows one place of a design through some of the sittings.
pub struct Labels {
    /// The sittings that follow the design, each with the table of every place.
    pub rounds: Vec<(usize, Vec<u16>)>,
    /// Everybody in the design, in ascending order.
    pub people: Vec<u16>,
    /// For each of them the place.
    pub place_of: Vec<u16>,
}

impl Labels {
    /// What changes when two people exchange their places in every sitting of the design.
    pub fn swap_price(&self, state: &State, a: u16, b: u16) -> Price {
        let mut price = Price::default();
        for (sitting, table_of) in &self.rounds {
            let (at, to) = self.tables(table_of, a, b);
            if at == to {
                continue;
            }
            let room = &state.rooms[*sitting];
            price += match (room.is_here(a), room.is_here(b)) {
                (true, true) => state.swap_price(*sitting, a, b),
                (true, false) => state.move_price(*sitting, a, to),
                (false, true) => state.move_price(*sitting, b, at),
                (false, false) => Price::default(),
            };
        }
        price
    }

    /// Makes two people exchange their places.
    pub fn swap(&mut self, state: &mut State, a: u16, b: u16) {
        for (sitting, table_of) in &self.rounds {
            let (at, to) = self.tables(table_of, a, b);
            if at == to {
                continue;
            }
            let room = &state.rooms[*sitting];
            match (room.is_here(a), room.is_here(b)) {
                (true, true) => state.swap(*sitting, a, b, state.swap_price(*sitting, a, b)),
                (true, false) => state.relocate(*sitting, a, to, state.move_price(*sitting, a, to)),
                (false, true) => state.relocate(*sitting, b, at, state.move_price(*sitting, b, at)),
                (false, false) => {}
            }
        }
        self.place_of.swap(usize::from(a), usize::from(b));
    }

    fn tables(&self, table_of: &[u16], a: u16, b: u16) -> (u16, u16) {
        let table = |person: u16| table_of[usize::from(self.place_of[usize::from(person)])];
        (table(a), table(b))
    }
}

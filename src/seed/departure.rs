//! Whether evidence is what a charter declared, and how it departs from that. Imports `base` and its siblings.

use super::charter::{Declared, Role};
use super::contributions::Contributions;
use super::drand::Chain;
use super::evidence::{Evidence, Source};
use super::zone::Zone;
use crate::base::errors;

/// How evidence departs from what was declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Departure {
    /// Another kind of source.
    Source {
        /// Declared.
        declared: Source,
        /// Used.
        used: Source,
    },
    /// Other dice, or another number of them.
    Dice,
    /// Another number of published numbers, or a greater one than there can be.
    Numbers {
        /// How many are declared.
        count: usize,
        /// The greatest that there can be.
        most: u64,
    },
    /// Another chain or round of the beacon.
    Round {
        /// Declared.
        declared: u64,
        /// Used.
        used: u64,
    },
    /// The beacon's other chain.
    Chain,
    /// Other words than those of the people whom the charter names.
    Roles,
    /// The words of this role are not those that were sealed.
    Slip {
        /// The name of the role.
        role: String,
    },
}

errors!(Departure);

impl Declared {
    /// How many sides the dice have, where it is dice, or dice decide if sealed words stay closed.
    pub fn sides(&self) -> Option<u32> {
        match self {
            Self::Dice { sides, .. } => Some(*sides),
            Self::Contributions { otherwise, .. } => otherwise.sides(),
            _ => None,
        }
    }

    /// The kind of source.
    pub fn source(&self) -> Source {
        match self {
            Self::Text => Source::Text,
            Self::Lotto { .. } => Source::Lotto,
            Self::Dice { .. } => Source::Dice,
            Self::Ticket => Source::Ticket,
            Self::Drand { .. } => Source::Drand,
            Self::Contributions { .. } => Source::Contributions,
        }
    }

    /// Whether `evidence` is of the declared source. Whether words are those that were sealed is for
    /// [`Declared::opens`].
    ///
    /// # Errors
    /// How it departs from it.
    pub fn allows(&self, evidence: &Evidence) -> Result<(), Departure> {
        match (self, evidence) {
            (Self::Dice { sides, count }, Evidence::Dice(dice)) => {
                if (*sides, *count) == (dice.sides(), dice.count()) { Ok(()) } else { Err(Departure::Dice) }
            }
            (Self::Lotto { count, most }, Evidence::Lotto(numbers)) => {
                match numbers.count() == *count && numbers.greatest() <= *most {
                    true => Ok(()),
                    false => Err(Departure::Numbers { count: *count, most: *most }),
                }
            }
            (Self::Drand { chain, round, .. }, Evidence::Drand(pulse)) => match () {
                _ if *chain != pulse.chain => Err(Departure::Chain),
                _ if *round != pulse.round => Err(Departure::Round { declared: *round, used: pulse.round }),
                _ => Ok(()),
            },
            (Self::Contributions { roles, otherwise, .. }, Evidence::Contributions(opened)) => {
                match opened.second() {
                    _ if roles.len() != opened.slips().len() => Err(Departure::Roles),
                    Some(second) => otherwise.allows(second),
                    None => Ok(()),
                }
            }
            _ if self.source() == evidence.source() => Ok(()),
            _ => Err(Departure::Source { declared: self.source(), used: evidence.source() }),
        }
    }

    /// Who did not open their words; whoever did has opened those that were sealed.
    ///
    /// # Errors
    /// [`Departure::Roles`] where this declares no such roles, [`Departure::Slip`] for the first whose words are
    /// others.
    pub fn opens(&self, opened: &Contributions) -> Result<Vec<&Role>, Departure> {
        let Self::Contributions { roles, .. } = self else { return Err(Departure::Roles) };
        if roles.len() != opened.slips().len() {
            return Err(Departure::Roles);
        }
        let mut missing = Vec::new();
        for (role, slip) in roles.iter().zip(opened.slips()) {
            match slip {
                None => missing.push(role),
                Some(slip) if slip.sealed() != role.sealed => {
                    return Err(Departure::Slip { role: role.name.clone() });
                }
                Some(_) => {}
            }
        }
        Ok(missing)
    }

    /// By whose clocks people know its moments.
    pub fn zone(&self) -> Option<Zone> {
        match self {
            Self::Drand { zone, .. } => *zone,
            Self::Contributions { until, .. } => until.zone(),
            Self::Text | Self::Lotto { .. } | Self::Dice { .. } | Self::Ticket => None,
        }
    }

    /// The declared round of the beacon: of the source, or of the second one.
    pub fn beacon(&self) -> Option<(Chain, u64)> {
        match self {
            Self::Drand { chain, round, .. } => Some((*chain, *round)),
            Self::Contributions { otherwise, .. } => otherwise.beacon(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::time::Moment;

    #[test]
    fn moments_are_by_the_clocks_of_the_charter() {
        let zone = Zone::of_name("Europe/Amsterdam");
        assert!(zone.is_some());
        for of in [None, zone] {
            let beacon = Declared::Drand { chain: Chain::Quicknet, round: 5, zone: of };
            assert_eq!(beacon.zone(), of);
            let (until, otherwise) = (Moment::at(0).by(of), Box::new(Declared::Ticket));
            assert_eq!(Declared::Contributions { roles: Vec::new(), until, otherwise }.zone(), of);
        }
        assert_eq!(Declared::Ticket.zone(), None);
    }

    #[test]
    fn only_dice_have_sides() {
        for (declared, sides) in [
            (Declared::Dice { sides: 10, count: 3 }, Some(10)),
            (Declared::Dice { sides: 6, count: 8 }, Some(6)),
            (Declared::Lotto { count: 6, most: 45 }, None),
            (Declared::Ticket, None),
        ] {
            assert_eq!(declared.sides(), sides, "{declared:?}");
        }
    }
}

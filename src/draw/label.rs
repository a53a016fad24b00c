//! What a stream of chance is for. Imports nothing of ours.

use std::fmt;

/// The use of one stream. Each use has its own, so that nothing drawn for one tells anything about
/// another, and a trial can never equal a draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// The panel.
    Panel,
    /// The ordered reserves.
    Reserves,
    /// The n-th replacement, from 1.
    Replacement(u32),
    /// Seating at tables.
    Tables,
    /// Seating of the n-th round, from 1.
    Round(u32),
    /// Breaking ties between equal claims to a seat.
    Ties,
    /// The delegates of a group of this name.
    Delegates(String),
    /// Who gets a letter, without a rule for homes; with addresses first, who of a home.
    Letters,
    /// The order of homes.
    LetterHomes,
    /// The order of those who were drawn home by home.
    LetterOrder,
    /// Where the circle of a stratum starts, from 1.
    LetterStart(u32),
    /// The order of areas.
    Areas,
    /// Where the circle of areas starts.
    AreaStart,
    /// The order of areas that stand in for others.
    AreaReserves,
    /// Where the circle of areas that stand in starts.
    AreaReserveStart,
    /// The same use in a trial, which decides nothing.
    Trial(Box<Label>),
    /// The same use in the n-th draw, from 2, after the ones before were annulled.
    Redraw(u32, Box<Label>),
}

impl Label {
    /// The same use in draw number `draw`, from 1.
    pub fn in_draw(self, draw: u32) -> Self {
        if draw <= 1 { self } else { Self::Redraw(draw, Box::new(self)) }
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Panel => f.write_str("panel"),
            Self::Reserves => f.write_str("reserves"),
            Self::Replacement(n) => write!(f, "replacement/{n}"),
            Self::Tables => f.write_str("tables"),
            Self::Round(n) => write!(f, "tables/{n}"),
            Self::Ties => f.write_str("ties"),
            Self::Delegates(name) => write!(f, "delegates/{name}"),
            Self::Letters => f.write_str("letters"),
            Self::LetterHomes => f.write_str("letters/homes"),
            Self::LetterOrder => f.write_str("letters/order"),
            Self::LetterStart(n) => write!(f, "letters/start/{n}"),
            Self::Areas => f.write_str("areas"),
            Self::AreaStart => f.write_str("areas/start"),
            Self::AreaReserves => f.write_str("areas/reserve"),
            Self::AreaReserveStart => f.write_str("areas/reserve/start"),
            Self::Trial(label) => write!(f, "trial/{label}"),
            Self::Redraw(n, label) => write!(f, "redraw/{n}/{label}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_read_as_specified() {
        assert_eq!(Label::Panel.in_draw(1).to_string(), "panel");
        assert_eq!(Label::Panel.in_draw(2).to_string(), "redraw/2/panel");
        assert_eq!(Label::Trial(Box::new(Label::Replacement(3))).to_string(), "trial/replacement/3");
        assert_eq!(Label::Round(4).to_string(), "tables/4");
        assert_eq!(Label::Delegates("tafel".into()).to_string(), "delegates/tafel");
        assert_eq!(Label::LetterStart(7).in_draw(3).to_string(), "redraw/3/letters/start/7");
    }
}

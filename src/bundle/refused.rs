//! Why a draw is not made, as data. Imports `seed` and `draw`.

use crate::base::errors;
use crate::draw::NoTicket;
use crate::seed::departure::Departure;
use crate::seed::time::Moment;

/// Why a draw is not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The panel has been drawn, and no reason is given to draw again.
    AlreadyDrawn,
    /// A reason to draw again, but nothing has been drawn.
    NothingToRepeat,
    /// The first draw needs evidence, and so does a trial.
    NoEvidence {
        /// Whether it is a trial.
        trial: bool,
    },
    /// The charter declares another source.
    NotDeclared(Departure),
    /// Words that were opened are not those that were sealed.
    NotSealed(Departure),
    /// A reason to depart from the declared source, but the source is the declared one or none was
    /// declared.
    NoDeparture,
    /// The beacon's round was due before, or on, the date of the commitment.
    TooEarly {
        /// When the round was due.
        due: Moment,
        /// The date of the commitment.
        date: Moment,
    },
    /// The evidence does not give a ticket.
    Ticket(NoTicket),
    /// Everybody knows the evidence from another draw or trial.
    Used,
    /// A trial with a ticket, dice or opened words could be mistaken for a draw.
    TrialByHand,
    /// More reserves than people who remain.
    TooFewRemain {
        /// Reserves asked for.
        asked: u32,
        /// People who are not on the panel.
        remain: u64,
    },
    /// The charter declares other reserves than are asked for.
    OtherReserves,
}

errors!(Refusal);

//! Chance, byte by byte: labelled streams of a seed, unbiased whole numbers, the ticket. Integers
//! only. May import `base`, `lottery`, `seed`. Specified, with vectors, in `src/draw/SPEC.md`.

pub mod code;
pub mod label;
pub mod merkle;
pub mod stream;

pub use label::Label;
pub use stream::Stream;

use crate::base::errors;
use crate::seed::{Evidence, Seed};

/// The version of the rules in `SPEC.md`. A change that alters any result is a new number, and the
/// old rules stay.
pub const RULES: u32 = 1;

/// Why there is no ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoTicket {
    /// The ticket drawn by hand does not exist: tickets are numbered from 0 to M - 1.
    OutOfRange,
    /// The dice do not decide.
    Dice(crate::seed::dice::BadDice),
}

errors!(NoTicket);

/// The ticket, 0 to `tickets` - 1, that wins the draw `label`.
///
/// `evidence` is that of this very draw; `None` in a later draw that follows from the first draw's
/// evidence. A ticket drawn by hand is itself the answer and dice are read as a number; in all other
/// cases the ticket comes from the stream of `seed` for `label`.
///
/// # Errors
/// [`NoTicket`] for evidence that decides by itself.
pub fn ticket(
    seed: &Seed,
    label: &Label,
    evidence: Option<&Evidence>,
    tickets: u64,
) -> Result<u64, NoTicket> {
    match evidence.map(Evidence::deciding) {
        Some(Evidence::Ticket(ticket)) if *ticket < tickets => Ok(*ticket),
        Some(Evidence::Ticket(_)) => Err(NoTicket::OutOfRange),
        Some(Evidence::Dice(dice)) => dice.ticket(tickets).map_err(NoTicket::Dice),
        _ => Ok(Stream::new(seed, label).below(tickets)),
    }
}

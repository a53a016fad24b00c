//! Chance, byte by byte: labelled streams of a seed, unbiased whole numbers, the ticket. Integers
//! only. May import `base`, `lottery`, `seed`. Specified, with vectors, in `src/draw/SPEC.md`.

pub mod code;
pub mod label;
pub mod merkle;
pub mod stream;

pub use label::Label;
pub use stream::Stream;

use crate::base::errors;
use crate::base::rules::Rules;
use crate::seed::{Evidence, Seed};

/// Why there is no ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoTicket {
    /// The ticket drawn by hand does not exist: tickets are numbered from 0 to M - 1.
    OutOfRange,
    /// The dice do not decide.
    Dice(crate::seed::dice::BadDice),
}

errors!(NoTicket);

impl Rules {
    /// The ticket, 0 to `tickets` - 1, that wins the draw `label`.
    ///
    /// `evidence` is that of this very draw; `None` in a later draw that follows from the first draw's
    /// evidence. A ticket drawn by hand is itself the answer and dice are read as a number; in all other
    /// cases the ticket comes from the stream of `seed` for `label`.
    ///
    /// # Errors
    /// `NoTicket` for evidence that decides by itself.
    pub fn ticket(
        self,
        seed: &Seed,
        label: &Label,
        evidence: Option<&Evidence>,
        tickets: u64,
    ) -> Result<u64, NoTicket> {
        match self {
            Self::V1 => ticket(seed, label, evidence, tickets),
        }
    }
}

fn ticket(seed: &Seed, label: &Label, evidence: Option<&Evidence>, tickets: u64) -> Result<u64, NoTicket> {
    match evidence.map(Evidence::deciding) {
        Some(Evidence::Ticket(ticket)) if *ticket < tickets => Ok(*ticket),
        Some(Evidence::Ticket(_)) => Err(NoTicket::OutOfRange),
        Some(Evidence::Dice(dice)) => dice.ticket(tickets).map_err(NoTicket::Dice),
        _ => Ok(Stream::new(seed, label).below(tickets)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::{Manifest, dice::BadDice};

    #[test]
    fn a_ticket_is_drawn_by_hand_by_dice_or_by_the_stream() {
        let seed = Seed::derive(&Manifest::of(&[]).unwrap().commit(), &Evidence::text("apple").unwrap());
        let drawn = |evidence: Option<&str>, tickets| {
            let evidence = evidence.map(|text| Evidence::parse(text).unwrap());
            ticket(&seed, &Label::Panel, evidence.as_ref(), tickets)
        };
        for (number, expected) in
            [("0", Ok(0)), ("6", Ok(6)), ("7", Err(NoTicket::OutOfRange)), ("8", Err(NoTicket::OutOfRange))]
        {
            assert_eq!(drawn(Some(&format!("ticket\n{number}")), 7), expected, "{number}");
        }
        // Three dice of six faces: 2 * 36 + 0 * 6 + 4, of 216 for 7 tickets.
        assert_eq!(drawn(Some("dice\n6\n3 1 5"), 7), Ok(76 % 7));
        assert!(matches!(drawn(Some("dice\n6\n3 1 5"), 1000), Err(NoTicket::Dice(BadDice::TooFew { .. }))));
        let streamed: Vec<u64> =
            (0..9).map(|n| Stream::new(&seed, &Label::Panel.in_draw(n)).below(1000)).collect();
        assert!(streamed.iter().any(|&it| it > 1));
        for tickets in [7, 1000] {
            let own = Stream::new(&seed, &Label::Panel).below(tickets);
            assert_eq!(drawn(None, tickets), Ok(own));
            assert_eq!(drawn(Some("text\napple"), tickets), Ok(own));
        }
    }
}

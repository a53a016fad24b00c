//! Why an act is not done, as data. The sentences are in `words`. Imports `base`, `quotas`, `seed`, `panel`, `verify`
//! and its siblings.

use super::line::Line;
#[cfg(feature = "solve")]
use super::ways::Ways;
use crate::base::fault::Faults;
use crate::bundle::conduct;
use crate::draw::NoTicket;
use crate::draw::code::BadCode;
use crate::invite::Wrongs;
#[cfg(feature = "solve")]
use crate::lottery::solve::No;
use crate::panel::reserve_terms::Asked;
#[cfg(feature = "solve")]
use crate::panel::reserve_terms::BadPromise;
#[cfg(feature = "solve")]
use crate::pool::Pool;
use crate::quotas::Quotas;
use crate::seed::Evidence;
use crate::seed::charter::{BadCharter, Declared};
use crate::seed::departure::Departure;
use crate::seed::dice::BadDice;
use crate::seed::time::Moment;
use crate::verify::Claim;
use crate::verify::invite::Claim as LettersClaim;

/// Whose fault it is that an act is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blame {
    /// What was asked for, or a file that was given.
    Command,
    /// Nobody's: the answer is no.
    Answer,
    /// The record.
    Record,
    /// The program's.
    Program,
}

/// Declares [`Refusal`] with its codes and blame from one table.
macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident $({ $($field:ident: $type:ty),* $(,)? })? $code:literal $blame:ident,)*) => {
        /// Why an act is not done. A kind keeps its code for ever; the sentence may improve.
        #[derive(Clone, Debug)]
        #[allow(missing_docs)] // The kinds say what each is; the fields are named for what they hold.
        pub enum Refusal {
            $($(#[$doc])* $name $({ $($field: $type),* })?,)*
            /// What is wrong in a file that was given, each thing with a code of its own.
            Faults(Faults),
            /// No panel of these people meets these quotas, or none was found.
            #[cfg(feature = "solve")]
            NoLottery(Box<(Pool, No)>),
            /// Dice with so many sides that do not decide.
            Dice { bad: BadDice, sides: u32 },
            /// What is wrong with what a deliberation was given, each thing with a code of its own.
            Deliberation(Box<crate::deliberation::wrong::Found>),
            /// A charter that the program cannot read.
            Charter(Vec<BadCharter>),
            /// What is wrong with a register, a charter or a list of an invitation lottery.
            Letters(Box<Wrongs>),
            /// What a charter declares about reserves cannot be.
            #[cfg(feature = "solve")]
            Promise(Box<(Pool, Promise)>),
            /// The people who are left cannot meet the quotas that are left.
            #[cfg(feature = "solve")]
            CannotMeet(Box<Ways>),
        }

        impl Refusal {
            /// Every code of the table, in its order.
            pub const CODES: &'static [&'static str] = &[$($code,)*];

            /// The stable code, the same in every language and output; `None` where what is inside has its own.
            pub fn code(&self) -> Option<&'static str> {
                match self {
                    $(Self::$name { .. } => Some($code),)*
                    Self::Faults(_) | Self::Deliberation(_) | Self::Charter(_) | Self::Dice { .. } | Self::Letters(_) => None,
                    #[cfg(feature = "solve")]
                    Self::NoLottery(_) | Self::Promise(_) => None,
                    #[cfg(feature = "solve")]
                    Self::CannotMeet(_) => Some(CANNOT_MEET),
                }
            }

            /// Whose fault it is.
            pub fn blame(&self) -> Blame {
                match self {
                    $(Self::$name { .. } => Blame::$blame,)*
                    Self::Faults(_) | Self::Charter(_) | Self::Dice { .. } | Self::Letters(_) => Blame::Command,
                    Self::Deliberation(found) => match found.blame() {
                        Some(crate::base::fault::Blame::Answer) => Blame::Answer,
                        _ => Blame::Command,
                    },
                    #[cfg(feature = "solve")]
                    Self::Promise(_) => Blame::Command,
                    #[cfg(feature = "solve")]
                    Self::NoLottery(_) | Self::CannotMeet(_) => Blame::Answer,
                }
            }
        }
    };
}

/// The code of [`Refusal::CannotMeet`].
#[cfg(feature = "solve")]
pub const CANNOT_MEET: &str = "T-23";

/// What is wrong with what a charter declares about reserves.
#[cfg(feature = "solve")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Promise {
    /// It cannot be read.
    Bad(Vec<BadPromise>),
    /// More reserves than people who will not be on the panel.
    TooMany {
        /// Declared.
        reserves: u32,
        /// People left.
        remain: u64,
    },
}

refusals! {
    /// A file of the record is missing or is not as it was written.
    Damaged { file: String } "B-02" Record,
    /// A file of the sealed tier is not there.
    NotSealedHere { file: String } "B-03" Record,
    /// A claim about the record fails.
    Changed { claim: Box<Claim> } "B-04" Record,
    /// A reason that is no line.
    Reason "D-01" Command,
    /// A reason with a telephone number or a mail address, which would become public.
    TellingReason "D-15" Command,
    /// The panel has been drawn, and no reason is given to draw again.
    AlreadyDrawn "D-02" Command,
    /// A reason to draw again, but nothing has been drawn.
    NothingToRepeat "D-03" Command,
    /// The first draw needs evidence, and so does a trial, which never has that of the charter.
    NoEvidence { declared: Option<Declared>, trial: bool } "D-04" Command,
    /// The charter declares another source.
    NotDeclared { departure: Departure, declared: Option<Declared> } "D-05" Command,
    /// A reason to depart from the declared source, but the source is the declared one or none was declared.
    NoDeparture "D-06" Command,
    /// The beacon's round was due before, or on, the date of the commitment.
    TooEarly { due: Moment, date: Moment } "D-07" Command,
    /// There is no such ticket.
    NoSuchTicket "D-08" Command,
    /// A trial with a ticket, dice or opened words could be mistaken for a draw.
    TrialByHand "D-09" Command,
    /// Everybody knows the evidence from another draw or trial.
    Used "D-30" Command,
    /// More reserves than people who remain.
    TooFewRemain { asked: u32, remain: u64 } "D-10" Command,
    /// The charter declares other reserves than are asked for.
    OtherReserves { promised: Option<Box<(Asked, Quotas)>> } "D-11" Command,
    /// Words that were opened are not those that were sealed.
    NotTheSealed "D-20" Command,
    /// So few tickets that rounding hides who is favoured; `enough` is a power of ten, if one is few enough.
    FewTickets { tickets: u64, needed: u64, enough: Option<u64> } "L-03" Command,
    /// The arithmetic went wrong.
    Mistaken "L-70" Program,
    /// Most events are of people whom this draw does not know.
    Strangers { file: String, rows: Vec<usize>, count: usize, events: usize, draw: u32 } "T-14" Command,
    /// Nothing has been drawn, so nothing can have happened after it.
    NothingDrawn "T-20" Command,
    /// No seat is empty.
    NoSeatEmpty "T-21" Command,
    /// It is the turn of reserves to be called. `breaks`: quotas that are broken then; `better`: a supplement could keep
    /// all of them.
    ReservesDue { breaks: bool, better: bool, broken: Vec<Line> } "T-22" Command,
    /// Quotas to loosen, where there is nothing to loosen; or both ways to loosen them.
    Loosening { both: bool } "T-24" Command,
    /// Quotas that are not the first lottery's with some of them loosened.
    NotLooser { file: String } "T-25" Command,
    /// There is no repair of that number.
    NoRepair { number: u8, most: usize } "T-26" Command,
    /// There is a supplement already.
    AlreadyContinued { line: String } "T-27" Command,
    /// There is no supplement to replace.
    NothingToReplace "T-28" Command,
    /// Nobody is passed over: it is nobody's turn, or calling them breaks nothing.
    NobodyPassedOver { turn: bool } "T-29" Command,
    /// There is a supplement already, of a draw that is annulled.
    ContinuedAnnulled { line: String } "T-30" Command,
    /// The folder of the lottery that a supplement goes on from does not know that supplement.
    NotBefore { line: String } "T-48" Command,
    /// The draw has a supplement, so its list of events ends.
    Closed "T-31" Command,
    /// The folder is no invitation lottery, or not the panel's that was asked for.
    NotLetters "Y-50" Command,
    /// The charter names another invitation lottery, or none.
    OtherLetters "Y-80" Command,
    /// The folder is an invitation lottery, and a panel's was asked for.
    IsLetters "Y-57" Command,
    /// A claim about an invitation lottery fails.
    LettersChanged { claim: Box<LettersClaim> } "Y-51" Record,
    /// Letters have no tickets that a hand could draw.
    LettersByHand "Y-52" Command,
    /// The sealed list of people is not the one in the frame.
    OtherPeople "Y-53" Record,
    /// A list of this draw was recorded before, and this is another; or the clerk's list was changed.
    OtherList "Y-54" Record,
    /// No letters have been drawn.
    NoLettersDrawn "Y-55" Command,
    /// The record is not sound, so nothing can be explained from it.
    Unsound { claim: Box<Claim> } "W-01" Answer,
    /// Nobody in this lottery has that id or code; `near` is an id that looks like it. Whether the list was prepared, so that
    /// they may have been left out of it.
    Unknown { id: bool, near: Option<String>, prepared: bool } "W-02" Command,
    /// The receipt does not belong to this lottery, or was changed.
    OtherReceipt { file: String } "W-03" Answer,
    /// Not a code.
    NotCode { text: String, bad: BadCode } "W-04" Command,
    /// Only the sealed part can tell; `torn`: it is there and not as it was written.
    NeedsSealed { torn: bool } "W-05" Command,
    /// No receipt is needed, or none can be made: whoever is out of the pool has a code, everybody has one, or the key is
    /// missing.
    NoReceipt { outside: bool, coded: bool } "W-06" Command,
    /// Not a receipt.
    NotReceipt { file: String } "E-12" Command,
    /// More people than a lottery is made of.
    ManyPeople { people: u64 } "P-30" Command,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "refused: {}", self.code().unwrap_or("see the faults"))
    }
}

impl std::error::Error for Refusal {}

impl Refusal {
    /// Why a draw is not made from this evidence, where the charter declared this.
    pub(super) fn of_draw(
        refusal: conduct::Refusal,
        evidence: Option<&Evidence>,
        declared: Option<&Declared>,
        promised: Option<(&Asked, &Quotas)>,
    ) -> Self {
        use conduct::Refusal as R;
        let declared = declared.cloned();
        match refusal {
            R::AlreadyDrawn => Self::AlreadyDrawn,
            R::NothingToRepeat => Self::NothingToRepeat,
            R::NoEvidence { trial } => Self::NoEvidence { declared, trial },
            R::NotDeclared(departure) => Self::NotDeclared { departure, declared },
            R::NotSealed(_) => Self::NotTheSealed,
            R::NoDeparture => Self::NoDeparture,
            R::TooEarly { due, date } => Self::TooEarly { due, date },
            R::Ticket(NoTicket::OutOfRange) => Self::NoSuchTicket,
            R::Ticket(NoTicket::Dice(bad)) => {
                let sides = match evidence {
                    Some(Evidence::Dice(dice)) => dice.sides(),
                    _ => 0,
                };
                Self::Dice { bad, sides }
            }
            R::TrialByHand => Self::TrialByHand,
            R::Used => Self::Used,
            R::TooFewRemain { asked, remain } => Self::TooFewRemain { asked, remain },
            R::OtherReserves => Self::OtherReserves {
                promised: promised.map(|(asked, quotas)| Box::new((asked.clone(), quotas.clone()))),
            },
        }
    }

    /// A file of the public tier is missing or is not as it was written.
    pub(super) fn public(file: &str) -> Self {
        Self::Damaged { file: format!("{}{file}", crate::bundle::files::PUBLIC) }
    }

    /// A file of the sealed tier is not as it was written.
    pub(super) fn sealed(file: &str) -> Self {
        Self::Damaged { file: format!("{}{file}", crate::bundle::files::SEALED) }
    }
}

//! Why an act on a programme is not done, as data. Imports `programme` and its siblings.

use super::super::refusal::{Blame, Refusal};
use super::odd::Odd;
use crate::base::errors;
use crate::base::fault::Faults;
use crate::programme::claims::{Against, Claim};
use crate::programme::ledger::Torn;
use crate::programme::rules::Wrong;

/// One thing that is wrong in a list of events, by kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadList {
    /// It has no such column.
    Column {
        /// The heading that is looked for.
        heading: &'static str,
        /// All headings that would do.
        names: Vec<&'static str>,
        /// The headings that are there.
        known: Vec<String>,
    },
    /// A word that is none of those that can stand there.
    Word {
        /// Row, as a spreadsheet shows it.
        row: usize,
        /// The heading, as it stands in the file.
        heading: String,
        /// The cell.
        cell: String,
        /// The words that can.
        words: Vec<[&'static str; 2]>,
    },
    /// A column that is not used, and has nearly a heading that is looked for.
    Near {
        /// Its heading.
        heading: String,
        /// The heading that was probably meant.
        near: String,
    },
    /// A cell that cannot be read.
    Cell {
        /// Row, as a spreadsheet shows it.
        row: usize,
        /// The heading, as it stands in the file.
        heading: String,
        /// The cell, where it is nobody's business alone.
        cell: Option<String>,
        /// What must stand there.
        want: Want,
    },
    /// Somebody who is not in the ledger, or nobody.
    Unknown {
        /// Row, as a spreadsheet shows it.
        row: usize,
        /// Whether somebody there has an id that looks like it.
        alike: bool,
    },
    /// A day after that of the entry.
    Later {
        /// Row, as a spreadsheet shows it.
        row: usize,
    },
    /// The same row as another.
    Twice {
        /// Row, as a spreadsheet shows it.
        row: usize,
        /// The row above that it repeats.
        first: usize,
    },
    /// The same row as one that is in the ledger.
    Entered {
        /// Row, as a spreadsheet shows it.
        row: usize,
        /// The entry that has it.
        entry: u32,
    },
}

/// What must stand in a cell of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// Anything.
    Text,
    /// A day.
    Day,
    /// Minutes, a whole number.
    Minutes,
    /// Cents, a whole number.
    Cents,
    /// A whole number.
    Number,
    /// The name of a body or an edition.
    Name,
}

impl Want {
    /// The word by which sentences choose.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Day => "day",
            Self::Minutes => "minutes",
            Self::Cents => "cents",
            Self::Number => "number",
            Self::Name => "name",
        }
    }
}

errors!(BadList);

/// The code of what is wrong with the rules.
const RULES: &str = "O-01";

/// Declares [`No`] with its codes and blame from one table.
macro_rules! nos {
    ($($(#[$doc:meta])* $name:ident $({ $($field:ident: $type:ty),* $(,)? })? $code:literal $blame:ident,)*) => {
        /// Why an act on a programme is not done. A kind keeps its code for ever; the sentence may improve.
        #[derive(Clone, Debug)]
        #[allow(missing_docs)] // The kinds say what each is; the fields are named for what they hold.
        pub enum No {
            $($(#[$doc])* $name $({ $($field: $type),* })?,)*
            /// What is wrong with the rules.
            Rules(Vec<Wrong>),
            /// What is wrong in a list that was given.
            Faults(Faults),
            /// What is wrong with a record.
            Record(Box<Refusal>),
        }

        impl No {
            /// Every code of the table, in its order.
            pub const CODES: &'static [&'static str] = &[$($code,)* RULES];


            /// The stable code; `None` where what is inside has its own.
            pub fn code(&self) -> Option<&'static str> {
                match self {
                    $(Self::$name { .. } => Some($code),)*
                    Self::Rules(_) => Some(RULES),
                    Self::Faults(_) | Self::Record(_) => None,
                }
            }

            /// Whose fault it is.
            pub fn blame(&self) -> Blame {
                match self {
                    $(Self::$name { .. } => Blame::$blame,)*
                    Self::Rules(_) | Self::Faults(_) => Blame::Command,
                    Self::Record(refusal) => refusal.blame(),
                }
            }
        }
    };
}

nos! {
    /// A file of the ledger is missing or cannot be read.
    Torn { file: String, line: Option<usize> } "O-02" Record,
    /// The chain of entries is not whole.
    Changed { claim: Box<Claim> } "O-03" Record,
    /// The sealed part is not here.
    NotSealed "O-04" Record,
    /// There is no such body, or none was named and there are several.
    NoBody { name: Option<String>, known: Vec<String> } "O-05" Command,
    /// There is no such frame, or the rules name none.
    NoFrame { name: Option<String>, known: Vec<String> } "O-06" Command,
    /// A list has no column with ids that stay the same over the years.
    NoIds { file: String } "O-07" Command,
    /// What is wrong in a list of events.
    List { file: String, bad: Vec<BadList> } "O-08" Command,
    /// Rows of a list that are hardly ever meant, and were not said to be.
    Odd { file: String, odd: Vec<Odd> } "O-40" Command,
    /// A reason that is none.
    Reason "O-09" Command,
    /// A reason or title with a telephone number or a mail address, which would become public.
    Telling "O-28" Command,
    /// A name that cannot stand in a row.
    Name { name: String } "O-10" Command,
    /// The lottery was frozen with another key than the programme's.
    OtherKey "O-11" Command,
    /// These are the rules in force.
    SameRules "O-12" Command,
    /// Nobody in the ledger or the register has this id; `near` is whether somebody's looks like it.
    Unknown { near: bool } "O-13" Command,
    /// Nothing is to be erased.
    NothingToErase "O-14" Answer,
    /// More letters than people who can have one.
    TooManyLetters { letters: u64, people: u64 } "O-15" Answer,
    /// People who stay have no row in the register, so their features are not known.
    StayUnknown { people: usize } "O-16" Command,
    /// The list of who was in the register is not that of these letters.
    OtherFrame { file: String } "O-17" Command,
    /// The register has no column with this heading.
    NoColumn { file: String, heading: String, known: Vec<String> } "O-18" Command,
    /// The date is before that of something that is entered.
    TooEarly { date: String, last: String } "O-19" Command,
    /// The charter of the lottery names a line that is not of this programme.
    OtherProgramme "O-20" Command,
    /// The charter of the lottery says that it is for another body, or that its letters go to another frame.
    OtherBody { charter: String, given: String, letters: bool } "O-45" Command,
    /// The charter of the lottery says for which body it is drawn, and it is entered as letters.
    BodyAsLetters { charter: String } "O-46" Command,
    /// The line in the charter of the lottery is from before rules that were there before the day of the charter.
    OldLine { named: u32, rules: u32, charter: String } "O-29" Command,
    /// The date is before that of the charter of the lottery.
    BeforeCharter { date: String, charter: String } "O-30" Command,
    /// People whose ids look like those of others, who are barred and are not there, or stand `beside` them with
    /// all their zeros; the rows where they stand, if known.
    LooksBarred { people: usize, rows: Vec<usize>, beside: bool } "O-31" Command,
    /// Rows are erased of which no erasure says so: it was cut short.
    HalfErased { rows: u64 } "O-32" Command,
    /// People who are barred were in the lottery, or some were left out on a ground that is not there.
    AgainstRules { against: Box<Against> } "O-33" Answer,
    /// Two links make one person two, or a circle.
    LinkedTwice { rows: Vec<usize> } "O-21" Command,
    /// People who stay candidates cannot have so many seats of their own.
    CarriedSeats { least: u64, most: u64 } "O-26" Command,
    /// Letters of an invitation lottery without the list of who was in the register.
    NoTurns "O-39" Command,
}

impl From<Torn> for No {
    fn from(torn: Torn) -> Self {
        Self::Torn { file: torn.file, line: torn.line }
    }
}

impl From<Refusal> for No {
    fn from(refusal: Refusal) -> Self {
        Self::Record(Box::new(refusal))
    }
}

impl std::fmt::Display for No {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "refused: {}", self.code().unwrap_or("see what is inside"))
    }
}

impl std::error::Error for No {}

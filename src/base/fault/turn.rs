//! What is wrong with a list of events, as data. Imports nothing else of ours.

use super::Kind;

/// What is wrong with an event. People are named by code.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The kinds say what each is; the fields are named for what they hold.
pub enum Turn {
    ColumnMissing {
        column: &'static str,
        near: Option<String>,
    },
    EventUnknown {
        near: Option<String>,
    },
    DateUnreadable,
    DateOrder,
    /// Dates of which some can only have the month first.
    MonthFirst,
    /// A place that was held until a day before the event.
    HeldBefore,
    Unknown {
        near: Option<String>,
    },
    NotListed,
    Excluded,
    /// `since`: the list and row of the last event of this person, if there is one.
    Impossible {
        event: &'static str,
        status: &'static str,
        since: Option<(String, usize)>,
    },
    MemberCalled,
    OutOfTurn {
        due: Option<String>,
        late: bool,
    },
    CalledForReason {
        due: Option<String>,
    },
    NoReason,
    ReasonLong {
        most: usize,
    },
    NothingToCorrect,
    /// `gone`: the date and event that were published, and whose; `here`: whether the row is that event, changed. `last`: the
    /// last day that was published, and whether it is far from those before.
    Rewritten {
        gone: Option<(String, &'static str, String)>,
        here: bool,
        last: (String, bool),
    },
    /// `why`: before the draw (`early`), far from the others (`others`), in no year of an assembly (`year`).
    DateFar {
        day: String,
        why: &'static str,
    },
    TwiceSaid,
    TwoLists {
        said: (String, usize),
    },
}

impl Turn {
    /// The kind of fault this is.
    pub fn kind(&self) -> Kind {
        match self {
            Turn::ColumnMissing { .. } => Kind::EventColumnMissing,
            Turn::EventUnknown { .. } => Kind::EventUnknown,
            Turn::DateUnreadable => Kind::EventDate,
            Turn::DateOrder => Kind::EventOrder,
            Turn::MonthFirst => Kind::EventMonthFirst,
            Turn::HeldBefore => Kind::EventHeldBefore,
            Turn::Unknown { .. } => Kind::PersonUnknown,
            Turn::NotListed => Kind::PersonNotListed,
            Turn::Excluded => Kind::PersonExcluded,
            Turn::Impossible { .. } => Kind::EventImpossible,
            Turn::MemberCalled => Kind::MemberCalled,
            Turn::OutOfTurn { .. } => Kind::CalledOutOfTurn,
            Turn::CalledForReason { .. } => Kind::CalledForReason,
            Turn::NoReason => Kind::ReasonMissing,
            Turn::ReasonLong { .. } => Kind::ReasonLong,
            Turn::NothingToCorrect => Kind::NothingToCorrect,
            Turn::Rewritten { .. } => Kind::EventRewritten,
            Turn::DateFar { .. } => Kind::EventFar,
            Turn::TwiceSaid => Kind::EventTwice,
            Turn::TwoLists { .. } => Kind::EventInTwoLists,
        }
    }
}

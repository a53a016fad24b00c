//! The rows of the files of a deliberation, with their one form. Imports `base` and its siblings.

use super::dates::Date;
use crate::base::line::{LONGEST, unseen};

/// The role of everybody who is in by the list of events.
pub const DRAWN: &str = "drawn";

/// A row of one kind of table.
pub trait Row: Sized {
    /// The headings.
    const HEADER: &'static [&'static str];
    /// Its cells.
    fn cells(&self) -> Vec<String>;
    /// The row with these cells; `None` where one does not say what it should.
    fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Self>;
}

/// What a cell can hold.
pub trait Cell: Sized {
    /// Its text.
    fn write(&self) -> String;
    /// Reads it; whoever reads a table compares the bytes, so several spellings do no harm.
    fn read(text: &str) -> Option<Self>;
}

/// Whether a text can stand in a cell: at most so many bytes, no space at either end, no unseen sign. It may be empty.
pub fn fits(text: &str) -> bool {
    text.len() <= LONGEST && text.trim_matches(' ') == text && !text.contains(unseen)
}

impl Cell for String {
    fn write(&self) -> String {
        self.clone()
    }

    fn read(text: &str) -> Option<Self> {
        fits(text).then(|| text.to_owned())
    }
}

impl Cell for u64 {
    fn write(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok().filter(|&number: &u64| number <= MOST)
    }
}

impl Cell for u32 {
    fn write(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

/// The largest number of votes, points or people: so that sums and products stay within 64 bits.
pub const MOST: u64 = 1_000_000_000;

impl<C: Cell> Cell for Option<C> {
    fn write(&self) -> String {
        self.as_ref().map_or_else(String::new, C::write)
    }

    fn read(text: &str) -> Option<Self> {
        if text.is_empty() { Some(None) } else { C::read(text).map(Some) }
    }
}

impl Cell for Date {
    fn write(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        Date::read(text).filter(|date| date.to_string() == text)
    }
}

/// Declares a word list as an enum with a cell.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident $word:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word for it in the record.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl Cell for $name {
            fn write(&self) -> String {
                self.word().to_owned()
            }

            fn read(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.word() == text)
            }
        }
    )*};
}

words! {
    /// What became of an option.
    Class {
        /// The rule is met.
        Adopted "adopted",
        /// More than half of the same base, and not enough by the rule.
        Majority "majority, not adopted",
        /// Half of the base or less, and not enough by the rule.
        Rejected "rejected",
        /// Too few were there.
        NoQuorum "no quorum",
        /// The two counts, or the number of those present, allow more than one answer.
        Undecided "undecided",
        /// Among the best.
        In "in",
        /// Among the best, by lot.
        InByLot "in by lot",
        /// Not among the best.
        Out "out",
        /// Not among the best, by lot.
        OutByLot "out by lot",
        /// At the last place with others, and waiting for the lot.
        Tied "tied",
    }
    /// How somebody stands in a group of delegates.
    Standing {
        /// Has a place.
        Delegate "delegate",
        /// Waits for one.
        Alternate "alternate",
        /// Gave it up, or will not have it.
        Withdrew "withdrew",
    }
    /// An answer to an option.
    Answer {
        /// Taken over.
        Adopts "adopts",
        /// Partly.
        InPart "adopts in part",
        /// Not.
        Deviates "deviates",
        /// The answer comes later.
        Later "later",
    }
    /// What a row of the log is about.
    Matter {
        /// Somebody objects.
        Objection "objection",
        /// Something went wrong.
        Incident "incident",
        /// Somebody complains.
        Complaint "complaint",
        /// Somebody asks for a recount.
        Recount "recount",
    }
    /// How an objection ended.
    Outcome {
        /// It was right.
        Upheld "upheld",
        /// It was not.
        Rejected "rejected",
        /// Taken back.
        Withdrawn "withdrawn",
        /// Not looked at.
        NotAdmitted "not admitted",
    }
}

/// Declares rows from their headings.
macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident $head:literal $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type,)* }

        impl Row for $name {
            const HEADER: &'static [&'static str] = &[$($head),*];

            fn cells(&self) -> Vec<String> {
                vec![$(Cell::write(&self.$field)),*]
            }

            fn of<'a>(mut cells: impl Iterator<Item = &'a str>) -> Option<Self> {
                let row = Self { $($field: Cell::read(cells.next()?)?,)* };
                cells.next().is_none().then_some(row)
            }
        }
    )*};
}

rows! {
    /// A topic that was proposed.
    Topic {
        /// What it is called.
        topic "topic" String,
        /// What it is about.
        text "text" String,
        /// A table or a number, never a person.
        from "from" String,
    }
    /// A topic that goes into another, or is withdrawn.
    Merge {
        /// Which.
        topic "topic" String,
        /// Into which; empty: withdrawn.
        into "into" String,
        /// Why.
        reason "reason" String,
    }
    /// A topic that is left, by its points.
    Rank {
        /// Which.
        topic "topic" String,
        /// Points.
        points "points" u64,
        /// Its place, from 1; those of as many points share one.
        rank "rank" u64,
    }
    /// An option of a ballot.
    Choice {
        /// Its number or short name.
        option "option" String,
        /// Its wording, which is frozen.
        text "text" String,
        /// The group that wrote it.
        group "group" String,
        /// Its topic.
        topic "topic" String,
    }
    /// Somebody who may vote.
    Voter {
        /// Their code.
        code "code" String,
        /// Their role.
        role "role" String,
    }
    /// People of one role who may vote, in a record without codes.
    Group {
        /// The role.
        role "role" String,
        /// How many.
        people "people" u64,
    }
    /// What one of the two counts found for an option.
    Count {
        /// Which option.
        option "option" String,
        /// The first or the second count.
        count "count" u32,
        /// Votes for it, or its points.
        yes "for" u64,
        /// Votes against it.
        against "against" Option<u64>,
        /// Neutral votes.
        neutral "neutral" Option<u64>,
        /// Blank papers. In no base.
        blank "blank" Option<u64>,
        /// Invalid papers. In no base.
        invalid "invalid" Option<u64>,
    }
    /// What one of the two counts found for an option among the people of one role.
    RoleCount {
        /// Which option.
        option "option" String,
        /// The first or the second count.
        count "count" u32,
        /// The role.
        role "role" String,
        /// Votes for it, or its points.
        yes "for" u64,
        /// Votes against it.
        against "against" Option<u64>,
        /// Neutral votes.
        neutral "neutral" Option<u64>,
        /// Blank papers. In no base.
        blank "blank" Option<u64>,
        /// Invalid papers. In no base.
        invalid "invalid" Option<u64>,
    }
    /// How many of a role were present.
    Present {
        /// The role.
        role "role" String,
        /// At least so many.
        least "least" u64,
        /// At most so many.
        most "most" u64,
    }
    /// What follows for an option.
    Verdict {
        /// Which option.
        option "option" String,
        /// What became of it.
        class "class" Class,
        /// The fractions that the counts allow, the least and the greatest: `38/75 38/72`.
        fractions "fractions" String,
        /// Its place by votes, from 1; empty where no places are made.
        rank "rank" Option<u64>,
    }
    /// An adopted option in its frozen wording.
    Agreed {
        /// Which ballot.
        ballot "ballot" String,
        /// Which option.
        option "option" String,
        /// Its wording.
        text "text" String,
        /// What became of it.
        class "class" Class,
        /// As in the verdict.
        fractions "fractions" String,
    }
    /// What a minority says of an option.
    Minority {
        /// Which option.
        option "option" String,
        /// In their words.
        text "text" String,
        /// How many stand behind it.
        supporters "supporters" u64,
    }
    /// A story, as it came.
    Story {
        /// The table where it was told.
        table "table" String,
        /// The option it is about; may be empty.
        option "option" String,
        /// The story.
        text "text" String,
    }
    /// What people who chose to take part said of an option. Never added to a vote.
    Opinion {
        /// Which option.
        option "option" String,
        /// How many.
        count "count" u64,
    }
    /// Somebody who is willing.
    Willing {
        /// Their code.
        code "code" String,
    }
    /// Somebody willing, and their code in the lottery that drew the group.
    Mirrored {
        /// Their code here.
        code "code" String,
        /// Their code there.
        other "other" String,
    }
    /// Somebody of a group of delegates.
    Delegate {
        /// Their place in the order of the lot, from 1.
        place "place" u64,
        /// Their code.
        code "code" String,
        /// How they stand.
        standing "standing" Standing,
    }
    /// What became of an adopted option.
    Reply {
        /// Which option.
        option "option" String,
        /// When a reply is due.
        due "due" Date,
        /// When it came.
        date "date" Option<Date>,
        /// What it says.
        answer "answer" Option<Answer>,
        /// Why; of `later`, until when.
        reason "reason" String,
        /// SHA-256 of a document.
        document "document" String,
    }
    /// An objection, an incident, a complaint, a wish for a recount.
    Entry {
        /// When.
        date "date" Date,
        /// What.
        kind "kind" Matter,
        /// About what.
        about "about" String,
        /// Who, by role only.
        from "from" String,
        /// Until when it is to be decided.
        until "until" Option<Date>,
        /// How it ended.
        outcome "outcome" Option<Outcome>,
        /// When it was decided.
        decided "decided" Option<Date>,
        /// By whom, by role only.
        by "by" String,
    }
}

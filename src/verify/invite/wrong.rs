//! What can be wrong with a claim about an invitation lottery, or missing for it, as data. Imports nothing of ours.

/// What was wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A file says something else than follows from others.
    Table {
        /// Which file.
        file: &'static str,
        /// Of which stratum, from 1.
        stratum: Option<u32>,
    },
    /// The facts are not those of the other files.
    Fact {
        /// Which fact.
        fact: &'static str,
    },
    /// A draw has evidence that draws tickets.
    ByHand {
        /// Which draw.
        draw: String,
    },
    /// The ordered list is not the one whose digest is published, or not the one that follows.
    Other {
        /// Of which draw.
        draw: String,
    },
    /// The ordered list is that of another draw.
    SameList {
        /// Of which draw.
        draw: String,
    },
    /// People of the sealed list have no number in the register, and others have one.
    BlankKeys {
        /// How many.
        people: u64,
    },
    /// A place of the ordered list is somebody else's.
    Place {
        /// Which draw.
        draw: String,
        /// The stratum.
        stratum: u32,
        /// The place in it.
        place: u64,
    },
    /// A list is of no draw, or the second of one.
    List {
        /// Which list.
        list: u32,
    },
    /// The sealed list of people is not the one in the frame.
    People {
        /// The first bucket that differs.
        bucket: String,
    },
    /// A table of the frame is not what follows from the prepared list.
    NotOfList {
        /// Which.
        file: &'static str,
    },
    /// People of the sealed list whose number in the register does not give the digits that stand for them.
    Keys {
        /// How many.
        people: u64,
    },
    /// The clerk's list for the post is not the one that follows.
    Post {
        /// Of which draw.
        draw: String,
    },
    /// A wave does not go on where the one before ended, or changes one that is published.
    Wave {
        /// Which record of waves.
        record: u32,
        /// The row, as a spreadsheet shows it.
        row: usize,
    },
    /// A wave is of the list of a draw, after waves of a later one.
    OldWave {
        /// Which record of waves.
        record: u32,
        /// The draw.
        draw: String,
    },
}

/// What is not here, so that a claim cannot be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The ordered list, which the clerk keeps.
    Letters,
    /// The list of people, which is sealed or in a database.
    People,
    /// Areas: none are drawn.
    Areas,
    /// Waves of letters: none is published.
    Waves,
}

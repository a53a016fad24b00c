//! What can be wrong with the input, as data: what, where, and how bad. The sentences for people
//! are in `words`. Imports nothing of ours.

use std::collections::BTreeMap;

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Nothing can be drawn from these files.
    Stop,
    /// The work went on; a person should look.
    Check,
    /// Worth knowing.
    Note,
}

/// What a fault of grade [`Grade::Stop`] means for the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blame {
    /// Something is wrong with the files or the command: exit code 2.
    Input,
    /// The files are well formed, and the answer is no: exit code 1.
    Answer,
}

/// Declares [`Kind`], with its list, codes and grades, from one table.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $code:literal $grade:ident $blame:ident,)*) => {
        /// The kinds of fault. A kind keeps its code for ever; the sentence may improve.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind { $($(#[$doc])* $name,)* }

        impl Kind {
            /// Every kind, in the order of the table.
            pub const ALL: &'static [Kind] = &[$(Kind::$name,)*];

            /// The stable code, the same in every language and output.
            pub fn code(self) -> &'static str {
                match self { $(Kind::$name => $code,)* }
            }

            /// How bad it is.
            pub fn grade(self) -> Grade {
                match self { $(Kind::$name => Grade::$grade,)* }
            }

            /// Whether it is the input's fault or the answer "no".
            pub fn blame(self) -> Blame {
                match self { $(Kind::$name => Blame::$blame,)* }
            }
        }
    };
}

kinds! {
    /// The file has no text in it.
    EmptyFile "R-01" Stop Input,
    /// The file has a header and nothing below it.
    HeaderOnly "R-02" Stop Input,
    /// The file is a spreadsheet, an archive or something else that is not plain text.
    NotText "R-03" Stop Input,
    /// A quotation mark opens and never closes.
    UnclosedQuote "R-04" Stop Input,
    /// Two columns have the same heading; neither is needed.
    RepeatedHeading "R-05" Note Input,
    /// Two columns have the same heading and one of them is needed.
    AmbiguousColumn "R-06" Stop Input,
    /// A column with cells has no heading.
    BlankHeading "R-07" Note Input,
    /// Rows with fewer cells than the header.
    TooFewCells "R-08" Check Input,
    /// Rows with more cells than the header.
    TooManyCells "R-09" Stop Input,
    /// Blank rows between other rows.
    BlankRows "R-10" Note Input,
    /// The file is not UTF-8 and was read as Windows-1252.
    ReadAsWindows "R-11" Note Input,
    /// Some bytes stand for no character.
    DamagedCharacters "R-12" Check Input,
    /// The file is larger than can be read.
    TooLarge "R-13" Stop Input,
    /// A column holds Dutch citizen service numbers.
    CitizenNumbers "R-14" Stop Input,

    /// The quota file lacks a column.
    QuotaColumnMissing "Q-01" Stop Input,
    /// The pool and the quota file were given in each other's place.
    FilesSwapped "Q-02" Stop Input,
    /// The file given as pool is a quota file, or the other way round.
    WrongFile "Q-03" Stop Input,
    /// A quota line has no feature or no value.
    QuotaNameMissing "Q-04" Stop Input,
    /// A quota is not a whole number.
    QuotaNotWhole "Q-05" Stop Input,
    /// A quota is below 0.
    QuotaNegative "Q-06" Stop Input,
    /// A minimum is above its maximum.
    MinAboveMax "Q-07" Stop Input,
    /// Two quota lines for the same value differ.
    QuotaTwice "Q-08" Stop Input,
    /// Two quota lines are the same.
    QuotaRepeated "Q-09" Note Input,
    /// The minimums of a feature add up to more than the seats.
    MinimaAboveSeats "Q-10" Stop Input,
    /// The maximums of a feature add up to less than the seats.
    MaximaBelowSeats "Q-11" Stop Input,
    /// The flexible bounds of a value are narrower than its quota.
    FlexNarrow "Q-12" Stop Input,
    /// One of the two flexible bounds is missing.
    FlexIncomplete "Q-13" Check Input,
    /// More quota lines than can be handled.
    TooManyQuotas "Q-14" Stop Input,
    /// The panel has no seats.
    SeatsZero "Q-15" Stop Input,
    /// A feature is spelled in two ways in the quota file.
    FeatureSpelled "Q-16" Note Input,

    /// The pool lacks a column for a feature.
    FeatureColumnMissing "P-01" Stop Input,
    /// A value that the quotas do not have.
    UnknownValue "P-02" Stop Input,
    /// A blank cell where a value is needed.
    MissingValue "P-03" Stop Input,
    /// A value was matched though its spelling differs in capitals or spaces.
    ValueMatched "P-04" Note Input,
    /// A column was matched though its heading differs in capitals or spaces.
    ColumnMatched "P-05" Note Input,
    /// The id column that was asked for is not there.
    IdColumnMissing "P-06" Stop Input,
    /// A row has no id.
    IdBlank "P-07" Stop Input,
    /// Rows that are the same in every cell.
    IdRepeated "P-08" Note Input,
    /// Different rows with the same id.
    IdTwice "P-09" Stop Input,
    /// No id column: row numbers serve as ids.
    RowNumbers "P-10" Note Input,
    /// Which column was taken as the id.
    IdColumnTaken "P-11" Note Input,

    /// Fewer people than seats.
    PoolTooSmall "A-01" Stop Answer,
    /// Fewer people with a value than its minimum.
    TooFewPeople "A-02" Stop Answer,
    /// The people of a feature, counted up to each maximum, do not fill the seats.
    SeatsUnfilled "A-03" Stop Answer,
    /// The maximums of one feature leave too little room for a minimum of another.
    MinimumBlocked "A-04" Stop Answer,
    /// The minimums of one feature force more people into a value than its maximum.
    MaximumForced "A-05" Stop Answer,
}

/// What is wrong, with the numbers and names that complete the sentence.
///
/// Only cells of quota columns and of the quota file may be kept in here or in a [`Place`]; any
/// other cell may be a name or an address.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The kinds say what each is; the fields are named for what they hold.
pub enum What {
    EmptyFile,
    HeaderOnly,
    NotText { format: Format },
    UnclosedQuote,
    RepeatedHeading { letters: Vec<String> },
    AmbiguousColumn { letters: Vec<String> },
    BlankHeading { letters: String },
    TooFewCells { headings: usize },
    TooManyCells { headings: usize },
    BlankRows,
    ReadAsWindows,
    DamagedCharacters,
    TooLarge,
    CitizenNumbers,
    QuotaColumnMissing { wanted: QuotaColumn, near: Option<String> },
    FilesSwapped { pool: String, quotas: String },
    WrongFile { wanted: Role, found: Role },
    QuotaNameMissing { column: QuotaColumn },
    QuotaNotWhole,
    QuotaNegative,
    MinAboveMax { feature: String, value: String, min: u32, max: u32 },
    QuotaTwice { feature: String, value: String },
    QuotaRepeated { feature: String, value: String },
    MinimaAboveSeats { feature: String, sum: u64, seats: u32 },
    MaximaBelowSeats { feature: String, sum: u64, seats: u32 },
    FlexNarrow { feature: String, value: String, quota: (u32, u32), flex: (u32, u32) },
    FlexIncomplete,
    TooManyQuotas { most: usize },
    SeatsZero,
    FeatureSpelled { taken: String },
    FeatureColumnMissing { feature: String, near: Option<String> },
    UnknownValue { feature: String, near: Option<String>, allowed: Vec<String> },
    MissingValue { feature: String },
    ValueMatched { taken: String },
    ColumnMatched { feature: String },
    IdColumnMissing { near: Option<String> },
    IdBlank,
    IdRepeated,
    IdTwice,
    RowNumbers,
    IdColumnTaken,
    PoolTooSmall { people: u64, seats: u32 },
    TooFewPeople { feature: String, value: String, min: u32, people: u64 },
    SeatsUnfilled { feature: String, reach: u64, seats: u32 },
    MinimumBlocked { feature: String, value: String, min: u32, other: String, room: u64 },
    MaximumForced { feature: String, value: String, max: u32, other: String, forced: u64 },
}

/// What a file that is not text seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A workbook of a current spreadsheet program (.xlsx).
    Excel,
    /// A workbook of an old spreadsheet program (.xls).
    OldExcel,
    /// A workbook of LibreOffice (.ods).
    OpenDocument,
    /// Another archive.
    Zip,
    /// A PDF.
    Pdf,
    /// Something else.
    Other,
}

/// The two files of a panel lottery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The list of volunteers.
    Pool,
    /// The list of quotas.
    Quotas,
}

/// The columns of a quota file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuotaColumn {
    /// The feature, such as age.
    Feature,
    /// The value, such as 18-24.
    Value,
    /// The fewest seats.
    Min,
    /// The most seats.
    Max,
    /// The fewest seats a repair may go down to.
    MinFlex,
    /// The most seats a repair may go up to.
    MaxFlex,
}

impl What {
    /// The kind of fault this is.
    pub fn kind(&self) -> Kind {
        match self {
            What::EmptyFile => Kind::EmptyFile,
            What::HeaderOnly => Kind::HeaderOnly,
            What::NotText { .. } => Kind::NotText,
            What::UnclosedQuote => Kind::UnclosedQuote,
            What::RepeatedHeading { .. } => Kind::RepeatedHeading,
            What::AmbiguousColumn { .. } => Kind::AmbiguousColumn,
            What::BlankHeading { .. } => Kind::BlankHeading,
            What::TooFewCells { .. } => Kind::TooFewCells,
            What::TooManyCells { .. } => Kind::TooManyCells,
            What::BlankRows => Kind::BlankRows,
            What::ReadAsWindows => Kind::ReadAsWindows,
            What::DamagedCharacters => Kind::DamagedCharacters,
            What::TooLarge => Kind::TooLarge,
            What::CitizenNumbers => Kind::CitizenNumbers,
            What::QuotaColumnMissing { .. } => Kind::QuotaColumnMissing,
            What::FilesSwapped { .. } => Kind::FilesSwapped,
            What::WrongFile { .. } => Kind::WrongFile,
            What::QuotaNameMissing { .. } => Kind::QuotaNameMissing,
            What::QuotaNotWhole => Kind::QuotaNotWhole,
            What::QuotaNegative => Kind::QuotaNegative,
            What::MinAboveMax { .. } => Kind::MinAboveMax,
            What::QuotaTwice { .. } => Kind::QuotaTwice,
            What::QuotaRepeated { .. } => Kind::QuotaRepeated,
            What::MinimaAboveSeats { .. } => Kind::MinimaAboveSeats,
            What::MaximaBelowSeats { .. } => Kind::MaximaBelowSeats,
            What::FlexNarrow { .. } => Kind::FlexNarrow,
            What::FlexIncomplete => Kind::FlexIncomplete,
            What::TooManyQuotas { .. } => Kind::TooManyQuotas,
            What::SeatsZero => Kind::SeatsZero,
            What::FeatureSpelled { .. } => Kind::FeatureSpelled,
            What::FeatureColumnMissing { .. } => Kind::FeatureColumnMissing,
            What::UnknownValue { .. } => Kind::UnknownValue,
            What::MissingValue { .. } => Kind::MissingValue,
            What::ValueMatched { .. } => Kind::ValueMatched,
            What::ColumnMatched { .. } => Kind::ColumnMatched,
            What::IdColumnMissing { .. } => Kind::IdColumnMissing,
            What::IdBlank => Kind::IdBlank,
            What::IdRepeated => Kind::IdRepeated,
            What::IdTwice => Kind::IdTwice,
            What::RowNumbers => Kind::RowNumbers,
            What::IdColumnTaken => Kind::IdColumnTaken,
            What::PoolTooSmall { .. } => Kind::PoolTooSmall,
            What::TooFewPeople { .. } => Kind::TooFewPeople,
            What::SeatsUnfilled { .. } => Kind::SeatsUnfilled,
            What::MinimumBlocked { .. } => Kind::MinimumBlocked,
            What::MaximumForced { .. } => Kind::MaximumForced,
        }
    }
}

/// Row numbers as a spreadsheet shows them (the header is row 1): the first few and how many more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The first rows, at most [`Rows::SHOWN`].
    pub first: Vec<usize>,
    /// How many more.
    pub more: usize,
}

impl Rows {
    /// Rows kept by number.
    pub const SHOWN: usize = 20;

    /// One row.
    pub fn one(row: usize) -> Self {
        Self { first: vec![row], more: 0 }
    }

    /// Adds a row.
    pub fn push(&mut self, row: usize) {
        if self.first.len() < Self::SHOWN {
            self.first.push(row);
        } else {
            self.more += 1;
        }
    }

    /// Adds rows that come after all others.
    pub fn append(&mut self, rows: Rows) {
        rows.first.iter().for_each(|&row| self.push(row));
        self.more += rows.more;
    }

    /// How many rows there are.
    pub fn count(&self) -> usize {
        self.first.len() + self.more
    }
}

impl FromIterator<usize> for Rows {
    fn from_iter<I: IntoIterator<Item = usize>>(rows: I) -> Self {
        let mut collected = Self::default();
        rows.into_iter().for_each(|row| collected.push(row));
        collected
    }
}

/// Where a fault is, in a spreadsheet's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file, as named in the command.
    pub file: String,
    /// The rows; none when the fault is not in particular rows.
    pub rows: Rows,
    /// The column's heading.
    pub column: Option<String>,
    /// The cell; only ever of a quota column or the quota file.
    pub cell: Option<String>,
}

impl Place {
    /// Somewhere in a file.
    pub fn file(name: &str) -> Self {
        Self { file: name.to_owned(), ..Self::default() }
    }

    /// The same place, in this row.
    pub fn row(mut self, row: usize) -> Self {
        self.rows = Rows::one(row);
        self
    }

    /// The same place, in these rows.
    pub fn rows(mut self, rows: Rows) -> Self {
        self.rows = rows;
        self
    }

    /// The same place, in this column.
    pub fn column(mut self, heading: &str) -> Self {
        self.column = Some(heading.to_owned());
        self
    }

    /// The same place, with this cell. Never a cell that may be personal.
    pub fn cell(mut self, cell: &str) -> Self {
        self.cell = Some(cell.to_owned());
        self
    }
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub what: What,
    /// Where.
    pub place: Place,
}

impl Fault {
    /// The kind of fault.
    pub fn kind(&self) -> Kind {
        self.what.kind()
    }

    /// The stable code, such as `P-02`.
    pub fn code(&self) -> &'static str {
        self.kind().code()
    }

    /// How bad it is.
    pub fn grade(&self) -> Grade {
        self.kind().grade()
    }
}

/// Everything found wrong in one run, in the order found: the first [`Faults::SHOWN`] of each kind,
/// and how many more there were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    list: Vec<Fault>,
    counts: BTreeMap<Kind, usize>,
}

impl Faults {
    /// Faults of one kind that are kept whole; the others are counted.
    pub const SHOWN: usize = 20;

    /// No faults yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fault.
    pub fn push(&mut self, what: What, place: Place) {
        let count = self.counts.entry(what.kind()).or_default();
        *count += 1;
        if *count <= Self::SHOWN {
            self.list.push(Fault { what, place });
        }
    }

    /// The faults kept, in the order found.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.list.iter()
    }

    /// How many faults of this kind there were, kept or not.
    pub fn count(&self, kind: Kind) -> usize {
        self.counts.get(&kind).copied().unwrap_or(0)
    }

    /// How many faults of this kind there were beyond those kept.
    pub fn more(&self, kind: Kind) -> usize {
        self.count(kind).saturating_sub(Self::SHOWN)
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether something of grade [`Grade::Stop`] was found.
    pub fn stop(&self) -> bool {
        self.counts.keys().any(|kind| kind.grade() == Grade::Stop)
    }

    /// The worst thing that stops the work: the input's own fault before the answer "no".
    pub fn blame(&self) -> Option<Blame> {
        let stops = || self.counts.keys().filter(|kind| kind.grade() == Grade::Stop);
        if stops().any(|kind| kind.blame() == Blame::Input) {
            return Some(Blame::Input);
        }
        stops().next().map(|_| Blame::Answer)
    }

    /// Takes over everything another list found.
    pub fn append(&mut self, other: Faults) {
        let hidden: Vec<_> = other.counts.keys().map(|&kind| (kind, other.more(kind))).collect();
        for fault in other.list {
            self.push(fault.what, fault.place);
        }
        for (kind, more) in hidden {
            *self.counts.entry(kind).or_default() += more;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_distinct_and_well_formed() {
        let mut codes: Vec<_> = Kind::ALL.iter().map(|kind| kind.code()).collect();
        assert!(codes.iter().all(|c| c.len() == 4 && c.as_bytes()[1] == b'-'));
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Kind::ALL.len());
    }

    #[test]
    fn all_are_counted_and_the_first_are_kept() {
        let mut faults = Faults::new();
        for row in 0..332 {
            faults.push(What::IdTwice, Place::file("p.csv").row(row));
        }
        assert_eq!((faults.iter().count(), faults.more(Kind::IdTwice)), (20, 312));
        let mut both = faults.clone();
        both.append(faults);
        assert_eq!((both.iter().count(), both.count(Kind::IdTwice)), (20, 664));
    }

    #[test]
    fn the_inputs_fault_outranks_the_answer_no() {
        let mut faults = Faults::new();
        faults.push(What::RowNumbers, Place::default());
        assert_eq!((faults.stop(), faults.blame()), (false, None));
        faults.push(What::PoolTooSmall { people: 1, seats: 2 }, Place::default());
        assert_eq!(faults.blame(), Some(Blame::Answer));
        faults.push(What::SeatsZero, Place::default());
        assert_eq!(faults.blame(), Some(Blame::Input));
    }
}

//! What can be wrong with a register, a charter or a list of an invitation lottery, as data. The sentences are in `words`.
//! Imports `base`.

use crate::base::errors;
use crate::base::fault::{Grade, Place};

/// Something wrong, and where. Never with a cell that may be personal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What is wrong.
    pub what: What,
    /// Where.
    pub place: Place,
}

/// Declares [`What`] with its codes and grades from one table.
macro_rules! wrongs {
    ($($(#[$doc:meta])* $name:ident $({ $($field:ident: $type:ty),* $(,)? })? $code:literal $grade:ident,)*) => {
        /// What is wrong. A kind keeps its code for ever; the sentence may improve.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(missing_docs)] // The kinds say what each is; the fields are named for what they hold.
        pub enum What {
            $($(#[$doc])* $name $({ $($field: $type),* })?,)*
        }

        impl What {
            /// Every code, in the order of the table.
            pub const CODES: &'static [&'static str] = &[$($code,)*];

            /// The stable code.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $code,)*
                }
            }

            /// How bad it is.
            pub fn grade(&self) -> Grade {
                match self {
                    $(Self::$name { .. } => Grade::$grade,)*
                }
            }
        }
    };
}

wrongs! {
    /// The file is empty.
    Empty "Y-01" Stop,
    /// The heading is no text in UTF-8.
    NotText "Y-02" Stop,
    /// No column has one of these headings.
    NoColumn { role: &'static str, names: String, headings: String } "Y-03" Stop,
    /// Several columns have one of these headings.
    ColumnTwice { role: &'static str, names: String } "Y-04" Stop,
    /// A row has another number of cells than the heading.
    Ragged { cells: usize, due: usize } "Y-05" Stop,
    /// A quotation mark is not closed in its row.
    Quotes "Y-06" Stop,
    /// A key is blank, too long, or has a sign that no key may have.
    BadKey "Y-07" Stop,
    /// A spreadsheet shortened a key to a power of ten, or shows an error in its place.
    DamagedKey "Y-140" Stop,
    /// A key stands between signs that keep a spreadsheet from counting with it, or has decimals that are nothing.
    MarkedKey "Y-141" Stop,
    /// The column of keys holds citizen service numbers.
    CitizenNumbers "Y-08" Stop,
    /// The value of a stratum is in no row of the strata.
    UnknownStratum { shown: String } "Y-09" Stop,
    /// A date of birth is no date.
    BadBorn "Y-10" Stop,
    /// A date of settlement is no date.
    BadSince "Y-11" Stop,
    /// Nobody is eligible.
    Nobody { flags: Vec<(String, u64)> } "Y-12" Stop,
    /// A setting of the charter is missing.
    TermMissing { table: &'static str, key: &'static str } "Y-13" Stop,
    /// A setting of the charter has the wrong kind of value.
    TermWrong { table: &'static str, key: &'static str } "Y-14" Stop,
    /// The charter has a setting that means nothing there.
    TermUnknown { table: &'static str, key: String, near: Option<String> } "Y-15" Stop,
    /// Settings of the charter that cannot go together.
    TermsClash { one: &'static str, other: &'static str } "Y-16" Stop,
    /// Two registers are the same file.
    RegisterTwice { other: String } "Y-146" Stop,
    /// Letters have no tickets, so none can be drawn by hand.
    NoTickets "Y-17" Stop,
    /// A stratum has people and would get no letter.
    NoLetter { stratum: String, people: u64 } "Y-18" Stop,
    /// The long list is too long for at most one letter per home.
    LongList { stratum: String, list: u64, people: u64, most: u64 } "Y-19" Stop,
    /// A stratum has fewer people, or homes, than letters.
    FewPeople { stratum: String, letters: u64, people: u64 } "Y-20" Check,
    /// The file of strata lacks a column. Headings of which none is known are not told: they may be cells.
    StrataColumn { name: String, headings: Option<String> } "Y-21" Stop,
    /// A stratum stands there twice.
    StratumTwice "Y-22" Stop,
    /// Names of strata look alike, and are strata of their own.
    StrataAlike { heading: String, one: String, other: String } "Y-150" Stop,
    /// A number of letters or reserves is none.
    BadNumber "Y-23" Stop,
    /// There are too many people, letters or strata for the arithmetic.
    TooMany "Y-24" Stop,
    /// A table from a database does not have its form.
    TableForm { row: usize } "Y-25" Stop,
    /// A table from a database says something else than another, or than the record.
    TablesDiffer { about: &'static str, stratum: u32 } "Y-26" Stop,
    /// A database found rows that cannot be read.
    RowsBad { about: String, rows: u64 } "Y-27" Stop,
    /// More areas are to be drawn than there are.
    FewAreas { areas: u64, wanted: u64 } "Y-28" Stop,
    /// Rows have no number of their own, so people in two registers cannot be found.
    NoKeyColumn "Y-29" Check,
    /// A line of an exclusion list is neither a person nor a key.
    BadExclusion "Y-30" Stop,
    /// A file has a column twice, or none of those that it can have.
    ListColumns { wanted: Vec<Vec<String>> } "Y-31" Stop,
    /// A letter's code is none.
    BadCode "Y-32" Stop,
    /// A letter's code is not of this draw.
    UnknownCode "Y-33" Stop,
    /// A second answer with the same code.
    AnsweredTwice { first: usize } "Y-34" Stop,
    /// An answer by somebody who was not written to.
    NotWritten "Y-35" Stop,
    /// An answer, channel or date that cannot be read.
    BadAnswer { column: &'static str } "Y-36" Stop,
    /// An answer of a day before the letter was posted.
    Early { posted: String } "Y-42" Stop,
    /// Keys of digits that begin with zero, and others that are shorter.
    UnevenKeys { digits: u64, shorter: u64 } "Y-43" Stop,
    /// People on an exclusion list whose number is nobody's in the registers, but one that is but for zeros in front or capitals.
    ExcludedAlike "Y-87" Stop,
    /// People on an exclusion list who are in no register.
    ExcludedUnknown "Y-88" Check,
    /// Grounds that become public, with how many people are left out on each.
    GroundsPublic { grounds: Vec<(String, u64)> } "Y-89" Note,
    /// A ground holds a telephone number, a mail address or a citizen service number.
    GroundTells "Y-90" Stop,
    /// A register has columns that look like part of an address, and are not taken.
    AddressColumns { headings: Vec<String> } "Y-91" Check,
    /// A register has columns that look like secrecy or death, and are not the charter's column of confidentiality.
    SecretColumns { headings: Vec<String> } "Y-130" Check,
    /// A date of birth that nobody can have: `why` is a day that no month has, more than 120 years ago, or after the day on
    /// which ages count.
    OddBirth { why: &'static str } "Y-131" Check,
    /// A date of settlement that cannot be: a day that no month has, one after the day on which ages count, or one before
    /// the birth.
    OddSince { why: &'static str } "Y-132" Check,
    /// A cell of an address that is no part of one, where homes count: a word, or a sign for nothing.
    NoAddress "Y-133" Check,
    /// A cell that counts is no text in UTF-8.
    CellNotText "Y-134" Stop,
    /// Strata without anybody.
    EmptyStrata { strata: Vec<String> } "Y-92" Check,
    /// The headings stand below the first row.
    HeadingsBelow { row: usize } "Y-93" Stop,
    /// The file is a workbook.
    Workbook "Y-94" Stop,
    /// Somebody in the pool answered that they do not take part, or their letter came back.
    AnsweredNo { answer: &'static str } "Y-95" Stop,
    /// People in the pool of whom a column that is called as one of the strata has another value than the stratum of their letter,
    /// of all who came by one.
    OtherStratum { people: u64, of: u64 } "Y-142" Check,
    /// A stratum of a wave is none of those there are.
    WaveStratum "Y-96" Stop,
    /// The first row of a register is that of a person.
    Headless "Y-153" Stop,
    /// Most settled before they were born: the two columns stand in each other's place.
    Swapped { born: String, since: String } "Y-155" Stop,
    /// A rate of response of a stratum that there is not.
    StrayRate "Y-156" Check,
    /// No lot of a list follows from the seed of the draw.
    ListOfAnother "Y-157" Stop,
    /// The tables of a frame were made by the script of another charter, key or strata.
    OtherScript "Y-159" Stop,
    /// A wave is posted before the day of the charter, or long after it.
    FarPost { posted: String, charter: String } "Y-160" Check,
    /// None of the columns of the addition to the number of a house is there.
    NoAdditions { headings: Vec<String> } "Y-154" Check,
    /// What is to name a stratum is the number of one, and the name of another.
    EitherStratum { number: u32, name: u32 } "Y-151" Stop,
    /// The column of confidentiality has other values than digits, all of which leave people out; none is told of a column that
    /// has very many.
    OddFlags { flags: Vec<(String, u64)> } "Y-82" Check,
    /// The day on which ages count is far from the dates of the register.
    FarDay { on: String, after: u64 } "Y-83" Check,
    /// People with rows whose dates of birth cannot both be.
    TwoBirths { people: u64 } "Y-85" Check,
    /// People with rows of several strata, none of which is newer.
    TwoStrata { people: u64 } "Y-86" Check,
    /// People with rows of several weights, none of which is newer.
    TwoWeights { people: u64 } "Y-99" Check,
    /// A weight that is no whole number from 1 to the greatest that there can be.
    BadWeight "Y-97" Stop,
    /// The long list is too long for the weights: somebody, or a home, could be drawn twice.
    HeavyList { stratum: String, list: u64, sum: u64, greatest: u64, most: u64 } "Y-98" Stop,
    /// Nobody has an address, and homes count; `named`: a column names the home.
    NoHomes { named: bool } "Y-44" Stop,
    /// Many have no address, and homes count.
    FewHomes { without: u64, rows: u64, named: bool } "Y-45" Check,
    /// What stands in the column that names the home is no name: a spreadsheet shortened it, or it has blanks or other signs.
    BadHome "Y-143" Stop,
    /// A wave that does not go on where the one before ended, or goes beyond the list.
    BadWave { column: &'static str } "Y-37" Stop,
    /// Somebody in the pool without the code of a letter, and without a side stream that was declared.
    NotInvited "Y-38" Stop,
    /// No number of letters is enough.
    NotEnough { stratum: String, volunteers: u64, people: u64 } "Y-39" Stop,
    /// Fewer volunteers are wanted than there are strata with people.
    FewVolunteers { volunteers: u64, strata: u64 } "Y-144" Stop,
    /// A rate of response that is missing or is none.
    BadRate { stratum: String } "Y-40" Stop,
    /// Two volunteers with the code of one letter.
    LetterTwice { first: usize } "Y-41" Stop,
    /// A cell of the list of codes that is not that of the letter in its row.
    MovedCell { column: &'static str } "Y-162" Stop,
}

/// Everything found wrong in one run, in the order found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wrongs(pub Vec<Wrong>);

errors!(Wrongs);

impl What {
    /// That a file lacks one of these columns, each with the headings that it may have.
    pub fn columns(wanted: &[&[&str]]) -> Self {
        let names = |names: &&[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Self::ListColumns { wanted: wanted.iter().map(names).collect() }
    }
}

impl Wrongs {
    /// Adds one. The same of other rows is one with those before.
    pub fn push(&mut self, what: What, place: Place) {
        let same = |known: &&mut Wrong| {
            known.what == what && known.place.file == place.file && known.place.column == place.column
        };
        match self.0.iter_mut().find(same).filter(|_| place.rows.count() > 0) {
            Some(known) => known.place.rows.append(place.rows),
            None => self.0.push(Wrong { what, place }),
        }
    }

    /// Adds all of another run.
    pub fn append(&mut self, other: Self) {
        other.0.into_iter().for_each(|wrong| self.push(wrong.what, wrong.place));
    }

    /// Whether the work cannot go on.
    pub fn stop(&self) -> bool {
        self.0.iter().any(|wrong| wrong.what.grade() == Grade::Stop)
    }
}

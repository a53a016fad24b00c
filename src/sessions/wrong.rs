//! What can be wrong with the files of a seat plan, as data. The sentences are in `words`. Imports
//! `base`.

use crate::base::fault::{Blame, Grade, Place};

/// Something wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What is wrong.
    pub what: What,
    /// Where. Never with a cell of the people's list.
    pub place: Place,
}

/// What is wrong in a line of a plan file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The kinds say what each is; the fields are named for what they hold.
pub enum PlanWrong {
    /// It is not text in UTF-8.
    NotText,
    /// A quotation mark is missing.
    Quotes,
    /// It is neither `name = value` nor the heading of a table.
    NoEquals,
    /// A name that the table has already.
    Twice,
    /// Anything else that the format does not allow.
    Grammar,
    /// There is no setting of this name.
    Unknown { key: String, near: Option<String>, known: &'static [&'static str] },
    /// A setting is missing.
    Missing { key: &'static str, table: &'static str },
    /// A setting is of another kind.
    Wanted { key: String, wanted: &'static str },
    /// A word that is none of those that can stand there.
    Word { key: String, word: String, near: Option<String>, words: &'static [&'static str] },
    /// A setting is no whole number within its limits.
    Number { key: String, least: u32, most: u32 },
}

/// Everything found wrong in one run, in the order found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wrongs(pub Vec<Wrong>);

impl Wrongs {
    /// Adds one. The same of other rows is one with those before, where its sentence can be about several.
    pub fn push(&mut self, what: What, place: Place) {
        let several = matches!(what, What::UnknownPerson { .. } | What::UnknownRound { .. });
        let same = |known: &&mut Wrong| {
            let (at, to) = (&known.place, &place);
            known.what == what && (&at.file, &at.column, &at.cell) == (&to.file, &to.column, &to.cell)
        };
        if let Some(known) = self.0.iter_mut().find(same).filter(|_| several && place.rows.count() > 0) {
            known.place.rows.append(place.rows);
            return;
        }
        self.0.push(Wrong { what, place });
    }

    /// Whether the work cannot go on.
    pub fn stop(&self) -> bool {
        self.0.iter().any(|wrong| wrong.what.grade() == Grade::Stop)
    }

    /// Whose fault it is that the work cannot go on: the input's before the answer "no".
    pub fn blame(&self) -> Option<Blame> {
        let stops = || self.0.iter().filter(|wrong| wrong.what.grade() == Grade::Stop);
        if stops().any(|wrong| wrong.what.blame() == Blame::Input) {
            return Some(Blame::Input);
        }
        stops().next().map(|_| Blame::Answer)
    }
}

/// Declares [`What`] with its codes, grades and blame from one table.
macro_rules! whats {
    ($($(#[$doc:meta])* $name:ident $({ $($field:ident: $type:ty),* })? $code:literal $grade:ident $blame:ident,)*) => {
        /// What is wrong. A kind keeps its code for ever; the sentence may improve.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(missing_docs)] // The kinds say what each is; the fields are named for what they hold.
        pub enum What { $($(#[$doc])* $name $({ $($field: $type),* })?,)* }

        impl What {
            /// Every code, in the order of the table.
            pub const CODES: &'static [&'static str] = &[$($code,)*];

            /// The stable code, the same in every language and output.
            pub fn code(&self) -> &'static str {
                match self { $(What::$name { .. } => $code,)* }
            }

            /// How bad it is.
            pub fn grade(&self) -> Grade {
                match self { $(What::$name { .. } => Grade::$grade,)* }
            }

            /// Whether it is the input's fault or the answer "no".
            pub fn blame(&self) -> Blame {
                match self { $(What::$name { .. } => Blame::$blame,)* }
            }
        }
    };
}

whats! {
    /// The people's list lacks a column that is asked for.
    ColumnMissing { near: Option<String>, headings: Vec<String> } "S-01" Stop Input,
    /// Two columns have the heading that is asked for.
    ColumnTwice "S-02" Stop Input,
    /// A file of rules or lists lacks a column.
    ListColumnMissing { wanted: &'static str, near: Option<String> } "S-03" Stop Input,
    /// Some people have a blank cell in a column to mix.
    BlankValue "S-04" Check Input,
    /// A code that is not in the people's list.
    UnknownPerson { zeros: bool } "S-05" Stop Input,
    /// A table that does not exist.
    UnknownTable { tables: Vec<String> } "S-06" Stop Input,
    /// A cell that is no list of rounds, or a round that does not exist.
    UnknownRound { rounds: usize } "S-07" Stop Input,
    /// A rule of no known kind.
    UnknownRule { near: Option<String> } "S-08" Stop Input,
    /// A rule about one person and themselves.
    SamePerson "S-09" Stop Input,
    /// A cell that should be a whole number.
    NotNumber { least: u32, most: u32 } "S-10" Stop Input,
    /// A cell that should be yes or no.
    NotYesOrNo "S-11" Stop Input,
    /// A line of the plan file.
    PlanFile { line: usize, wrong: PlanWrong } "S-12" Stop Input,
    /// The people do not fit at the tables.
    TooFewSeats { round: usize, people: usize, seats: usize } "S-13" Stop Input,
    /// There are fewer people than tables.
    TooFewPeople { round: usize, people: usize, tables: usize } "S-14" Stop Input,
    /// Neither a number of tables nor a size, or one of them is zero.
    NoTables { round: usize } "S-15" Stop Input,
    /// More people than the planner can seat.
    TooManyPeople { people: usize, most: usize } "S-16" Stop Input,
    /// More rounds, or more kinds of people with rules, than the planner can handle.
    TooMuch { thing: &'static str, most: usize } "S-17" Stop Input,
    /// Fewer facilitators than tables in a round.
    StaffShort { round: usize, tables: usize, staff: usize } "S-18" Check Input,
    /// A name in the plan file that nothing has.
    UnknownName { kind: &'static str, name: String, near: Option<String> } "S-19" Stop Input,
    /// A person has two preferences for one topic.
    PreferenceTwice "S-20" Stop Input,
    /// Something occurs twice in a list where it may occur once.
    ListedTwice "S-21" Stop Input,
    /// Nobody is there in a round.
    NobodyThere { round: usize } "S-22" Stop Input,
    /// The seed text is empty, too long or has a control character.
    SeedText "S-23" Stop Input,
    /// A person has two seats in one round.
    SeatTwice "S-24" Stop Input,
    /// Nobody has a seat in a round of the plan.
    NoSeat { round: usize } "S-25" Check Input,
    /// The list of tables is shorter than the number of tables asked for.
    TooFewRooms { round: usize, tables: usize, rooms: usize } "S-26" Stop Input,
    /// There are only plenaries, which have no seats to plan.
    OnlyPlenaries "S-27" Stop Input,
    /// A fewest above its most.
    LeastAboveMost { name: String, least: u32, most: u32 } "S-28" Stop Input,
    /// A number of tables beside a list of sizes of another length.
    TablesAndSizes { round: usize, tables: usize, sizes: usize } "S-29" Stop Input,
    /// A rule that never holds: whom it is about is away, or there is no round of its kind.
    RuleIdle "S-30" Check Input,
    /// Topics or preferences without a workshop.
    TopicsIdle "S-42" Check Input,
    /// A row of a list of tables or staff has no name.
    NoName "S-44" Stop Input,
    /// A seat plan with a row that names no table.
    NoTable "S-45" Stop Input,
    /// A cell of a seat plan that is no number of a round.
    NotRound { most: usize } "S-46" Stop Input,
    /// A seat in a round that is a plenary.
    SeatInPlenary "S-47" Stop Input,
    /// Somebody who changes groups between the rounds of one workshop.
    GroupChanges "S-48" Check Answer,
    /// Somebody who is absent in a round of a workshop and has a seat in it.
    SeatWhileAbsent "S-60" Stop Answer,
    /// A seat plan without any seat.
    NoSeats "S-49" Stop Input,
    /// Something stands beside the one person whom a rule is about.
    WithUnused "S-50" Stop Input,
    /// A role of staff that is neither facilitator nor note-taker.
    UnknownTask "S-51" Stop Input,
    /// There are fewer people than the topics need.
    TopicsShort { round: usize, people: usize, least: usize } "S-52" Stop Input,
    /// A change for a code that is not in the plan.
    ReseatUnknown { code: String, near: Option<String> } "S-39" Stop Input,
    /// Somebody is to be absent who was not expected.
    ReseatAway { code: String, round: usize } "S-53" Stop Input,
    /// Somebody is to be there after all who was expected.
    ReseatThere { code: String, round: usize } "S-54" Stop Input,
    /// Somebody is to be absent and there after all.
    ReseatBoth { code: String } "S-55" Stop Input,
    /// A column to mix is named twice, or has no name.
    MixTwice { name: String } "S-56" Stop Input,
    /// A name that begins as a formula does.
    Formula { name: String } "S-57" Check Input,
    /// Somebody of whom nothing is known takes a seat.
    Newcomer { code: String, near: Option<String> } "S-58" Check Input,
    /// A code that no list could hold.
    BadCode "S-41" Stop Input,
    /// A table is to be used for something that is neither dialogue nor workshop.
    UnknownUse "S-61" Stop Input,
    /// A workshop has more topics than tables.
    TooFewTopicTables { round: usize, topics: usize, tables: usize } "S-62" Stop Input,
    /// A topic asks for more people than its table has seats, and no other table of enough seats is free.
    TopicTable { round: usize, topic: String, least: usize, table: String, seats: usize } "S-63" Stop Input,
    /// People have needs, and the groups of a workshop have no table of the list.
    NeedsUnplaced { round: usize, people: usize } "S-64" Check Input,
    /// Rounds that keep their tables and do not have the same number of them.
    GroupTables { round: usize, tables: usize, first: usize, kept: usize } "S-72" Stop Input,
    /// Rounds that keep their tables and give those other sizes.
    GroupSizes { round: usize, first: usize } "S-112" Stop Input,
    /// A table at which somebody sits alone.
    AloneAtTable { rounds: Vec<usize> } "S-73" Check Input,
    /// A dialogue round with a word for its tables that no other round has.
    GroupAlone { round: usize } "S-85" Check Input,
    /// Rounds of two kinds with one word for their tables.
    GroupKinds { round: usize, first: usize } "S-86" Stop Input,
    /// Plenary rounds with tables.
    PlenaryTables { rounds: Vec<usize> } "S-87" Check Input,
    /// Too few people of a value to keep each other company.
    CompanyShort { feature: String, value: String, people: usize, least: usize } "S-74" Check Input,
    /// A cell of the column with how people stand that says nothing known.
    StandingUnknown "S-75" Stop Input,
    /// People of the list who have no seat, and are left out.
    NotIn { people: usize, listed: usize } "S-76" Note Input,
    /// People who have not answered yet, and are seated.
    NotAnswered { people: usize } "S-77" Note Input,
    /// Nobody of the list is in.
    NobodyIn "S-78" Stop Input,
    /// A column of a file of rules that the program does not know.
    HeadingUnknown { near: Option<String>, known: &'static [&'static str] } "S-84" Stop Input,
    /// A property that some tables have, and nobody says who needs it.
    NeedUnsaid { name: String, like: Vec<String> } "S-113" Check Input,
    /// Properties that some tables of a plan have, and that nobody of it needs.
    NeedOfNobody { names: Vec<String> } "S-114" Note Input,
    /// Earlier meetings of people who are not in the list.
    MetUnknown "S-43" Note Input,
}

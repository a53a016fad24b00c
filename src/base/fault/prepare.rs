//! What is wrong with a recipe, or with lists for which it says what to make of them, as data. Imports nothing else of
//! ours.

use super::Kind;

/// What is wrong, with the names that complete the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The kinds say what each is; the fields are named for what they hold.
pub enum Prepare {
    NotToml { line: usize, curly: Option<char> },
    Unknown { table: String, key: String, near: Option<String> },
    Missing { table: String, key: String },
    Wrong { table: String, key: String, wants: &'static str },
    NoClass { table: String, class: String },
    ClassesOverlap { table: String, one: String, other: String },
    SpellingTwice { table: String, spelling: String, one: String, other: String },
    Circle { columns: Vec<String> },
    ColumnMissing { near: Option<String> },
    ColumnAbsent,
    HeadingRow { row: usize },
    UnknownSpelling { near: Option<String> },
    BirthUnclear,
    BirthUnreadable,
    OutOfClasses,
    NotInTable,
    KeyTwice,
    TotalDiffers { stated: u64, read: u64 },
    NotCopied,
    PeopleTwice { pairs: usize },
    DecisionUnused,
    DecisionWord,
    MonthFirst,
    ShortYear,
    BirthPartly,
    BandSplit { feature: String, value: String },
    NobodyLeft,
    RuleUnused { rule: String },
}

impl Prepare {
    /// The kind of fault this is.
    pub fn kind(&self) -> Kind {
        match self {
            Prepare::NotToml { .. } => Kind::RecipeNotToml,
            Prepare::Unknown { .. } => Kind::RecipeUnknown,
            Prepare::Missing { .. } => Kind::RecipeMissing,
            Prepare::Wrong { .. } => Kind::RecipeWrong,
            Prepare::NoClass { .. } => Kind::RecipeNoClass,
            Prepare::ClassesOverlap { .. } => Kind::RecipeClassesOverlap,
            Prepare::SpellingTwice { .. } => Kind::RecipeSpellingTwice,
            Prepare::Circle { .. } => Kind::RecipeCircle,
            Prepare::ColumnMissing { .. } => Kind::RecipeColumnMissing,
            Prepare::ColumnAbsent => Kind::RecipeColumnAbsent,
            Prepare::HeadingRow { .. } => Kind::RecipeHeadingRow,
            Prepare::UnknownSpelling { .. } => Kind::UnknownSpelling,
            Prepare::BirthUnclear => Kind::BirthUnclear,
            Prepare::BirthUnreadable => Kind::BirthUnreadable,
            Prepare::OutOfClasses => Kind::OutOfClasses,
            Prepare::NotInTable => Kind::NotInTable,
            Prepare::KeyTwice => Kind::KeyTwice,
            Prepare::TotalDiffers { .. } => Kind::ControlTotal,
            Prepare::NotCopied => Kind::NotCopied,
            Prepare::PeopleTwice { .. } => Kind::PeopleTwice,
            Prepare::DecisionUnused => Kind::DecisionUnused,
            Prepare::DecisionWord => Kind::DecisionWord,
            Prepare::MonthFirst => Kind::MonthFirst,
            Prepare::BirthPartly => Kind::BirthPartly,
            Prepare::ShortYear => Kind::ShortYear,
            Prepare::BandSplit { .. } => Kind::BandSplit,
            Prepare::NobodyLeft => Kind::NobodyLeft,
            Prepare::RuleUnused { .. } => Kind::RuleUnused,
        }
    }
}

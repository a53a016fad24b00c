//! What is wrong with tables of population figures and rates, as data. Imports nothing else of ours.

use super::Kind;

/// What is wrong with figures, with the numbers and names that complete the sentence. Shares are in
/// ten-thousandths.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The kinds say what each is; the fields are named for what they hold.
pub enum Figures {
    NoFigures,
    OnlyNumbers { headings: Vec<String> },
    NameOfSeveral { codes: String, names: String, name: String },
    Missing { value: String },
    Unreadable,
    Ambiguous { cells: Vec<String> },
    ValueTwice { feature: String, value: String },
    TotalLeftOut { feature: String, value: String },
    TotalDiffers { feature: String, value: String, total: String, sum: String },
    LooksLikeTotal { feature: String, value: String },
    SurelyTotal { feature: String, value: String },
    MixedShares { feature: String, figure: String },
    PlainFigures { headings: Vec<String> },
    SharesApart { feature: String, sum: String, whole: u32 },
    SharesRounded { feature: String, sum: String, whole: u32 },
    Provisional,
    Nobody { feature: String },
    SeveralColumns { headings: Vec<String> },
    ChoiceUnknown { choice: Choice, text: String, near: Option<String> },
    NewestTaken { taken: String, others: Vec<String> },
    SeveralRows { heading: String, labels: Vec<String> },
    SeveralMeasures { heading: String, labels: Vec<String> },
    SeveralLevels { heading: String, labels: Vec<String> },
    CrossIncomplete { feature: String, values: Vec<String> },
    Grouped { read: String },
    LevelsLeftOut { heading: String, labels: Vec<String> },
    TooManyToSeat { feature: String, values: u64, seats: u32 },
    NoSeat { feature: String, value: String, exact: String, seats: u32 },
    TieUnlabelled { feature: String, label: String },
    FeatureInTwo { feature: String, other: String },
    MixedColumns { headings: Vec<String>, twice: (String, String) },
    MixedValues { feature: String, twice: (String, String) },
    PeopleAndHomes { feature: String, apart: (String, String) },
    PartOfAnother { feature: String, whole: String, parts: Vec<String> },
    SumOfSome { feature: String, whole: String, parts: Vec<String> },
    NamedAfterFile { feature: String },
    SameTwice { heading: String, taken: String },
    CodesForLabels { feature: String, codes: Vec<String> },
    SingleYears { feature: String, values: u64, births: bool },
    MissingCode { code: String },
    BandsOverlap { feature: String, one: String, other: String },
    BandsApart { feature: String, one: String, other: String },
    ValueAsDate { feature: String, value: String },
    MirrorColumnMissing { feature: String, near: Option<String> },
    PlainColumnMissing { feature: String, near: Option<String> },
    MirrorTooMany { feature: String, values: u64 },
    MirrorNoValue { feature: String, values: Vec<String>, people: u64 },
    MirrorSkipped { feature: String },
    MirrorUnknown { feature: String, people: u64 },
    MirrorMisspelt { feature: String, people: u64, near: Option<String> },
    MirrorNoAnswer { feature: String, people: u64, all: u64 },
    BesideQuotas { feature: String, values: Vec<String>, lacks: Vec<String> },
    MirrorNobody { feature: String, values: Vec<String> },
    FarOutside(Apart),
    Outside(Apart),
    FitFails { feature: String, group: Group },
    TooFewToTest { feature: String, people: u64 },
    NothingToMirror { features: Vec<String> },
    RateColumnMissing { near: Option<String> },
    RateUnreadable,
    PeopleUnreadable,
    LossColumnMissing { column: &'static str, near: Option<String> },
    LossUnknown { name: String, feature: Option<String>, near: Option<String> },
    LossTwice { feature: String, value: String },
}

/// A value that is more or less frequent among people than in the population.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// The feature.
    pub feature: String,
    /// The value.
    pub value: String,
    /// Which people.
    pub group: Group,
    /// People with the value.
    pub people: u64,
    /// People with any value.
    pub of: u64,
    /// Share of the population with the value, in ten-thousandths.
    pub population: u32,
}

/// Which people are compared with the population.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Those who volunteered.
    Pool,
    /// Those who were drawn.
    Panel,
    /// Not said.
    People,
}

/// What a person chose in a command about figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The rows of a label.
    Pick,
    /// The column with the figures.
    Counts,
    /// A feature's name.
    Name,
    /// A value to leave out.
    LeaveOut,
    /// A feature of which each value has a seat.
    AtLeastOne,
}

impl Figures {
    /// The kind of fault this is.
    pub fn kind(&self) -> Kind {
        match self {
            Figures::NoFigures => Kind::NoFigures,
            Figures::OnlyNumbers { .. } => Kind::OnlyNumbers,
            Figures::NameOfSeveral { .. } => Kind::NameOfSeveral,
            Figures::Missing { .. } => Kind::FigureMissing,
            Figures::Unreadable => Kind::FigureUnreadable,
            Figures::Ambiguous { .. } => Kind::FigureAmbiguous,
            Figures::ValueTwice { .. } => Kind::PopulationTwice,
            Figures::TotalLeftOut { .. } => Kind::TotalLeftOut,
            Figures::TotalDiffers { .. } => Kind::TotalDiffers,
            Figures::LooksLikeTotal { .. } => Kind::LooksLikeTotal,
            Figures::SurelyTotal { .. } => Kind::SurelyTotal,
            Figures::MixedShares { .. } => Kind::MixedShares,
            Figures::PlainFigures { .. } => Kind::PlainFigures,
            Figures::SharesApart { .. } => Kind::SharesApart,
            Figures::SharesRounded { .. } => Kind::SharesRounded,
            Figures::Provisional => Kind::ProvisionalFigures,
            Figures::Nobody { .. } => Kind::NobodyThere,
            Figures::SeveralColumns { .. } => Kind::SeveralColumns,
            Figures::ChoiceUnknown { .. } => Kind::ChoiceUnknown,
            Figures::NewestTaken { .. } => Kind::NewestTaken,
            Figures::SeveralRows { .. } | Figures::SeveralMeasures { .. } | Figures::SeveralLevels { .. } => {
                Kind::SeveralRows
            }
            Figures::CrossIncomplete { .. } => Kind::CrossIncomplete,
            Figures::Grouped { .. } => Kind::FigureGrouped,
            Figures::LevelsLeftOut { .. } => Kind::LevelsLeftOut,
            Figures::TooManyToSeat { .. } => Kind::TooManyToSeat,
            Figures::NoSeat { .. } => Kind::NoSeat,
            Figures::TieUnlabelled { .. } => Kind::TieUnlabelled,
            Figures::FeatureInTwo { .. } => Kind::FeatureInTwo,
            Figures::MixedColumns { .. } => Kind::MixedColumns,
            Figures::MixedValues { .. } => Kind::MixedValues,
            Figures::PeopleAndHomes { .. } => Kind::PeopleAndHomes,
            Figures::PartOfAnother { .. } => Kind::PartOfAnother,
            Figures::SumOfSome { .. } => Kind::SumOfSome,
            Figures::NamedAfterFile { .. } => Kind::NamedAfterFile,
            Figures::SameTwice { .. } => Kind::SameTwice,
            Figures::CodesForLabels { .. } => Kind::CodesForLabels,
            Figures::SingleYears { .. } => Kind::SingleYears,
            Figures::MissingCode { .. } => Kind::MissingCode,
            Figures::BandsOverlap { .. } => Kind::BandsOverlap,
            Figures::BandsApart { .. } => Kind::BandsApart,
            Figures::ValueAsDate { .. } => Kind::ValueAsDate,
            Figures::MirrorColumnMissing { .. } | Figures::PlainColumnMissing { .. } => {
                Kind::MirrorColumnMissing
            }
            Figures::MirrorTooMany { .. } => Kind::MirrorTooMany,
            Figures::MirrorNoValue { .. } => Kind::MirrorNoValue,
            Figures::MirrorSkipped { .. } => Kind::MirrorSkipped,
            Figures::MirrorUnknown { .. } => Kind::MirrorUnknown,
            Figures::MirrorMisspelt { .. } => Kind::MirrorMisspelt,
            Figures::MirrorNoAnswer { .. } => Kind::MirrorNoAnswer,
            Figures::BesideQuotas { .. } => Kind::BesideQuotas,
            Figures::MirrorNobody { .. } => Kind::MirrorNobody,
            Figures::FarOutside(_) => Kind::FarOutside,
            Figures::Outside(_) => Kind::Outside,
            Figures::FitFails { .. } => Kind::FitFails,
            Figures::TooFewToTest { .. } => Kind::TooFewToTest,
            Figures::NothingToMirror { .. } => Kind::NothingToMirror,
            Figures::RateColumnMissing { .. } => Kind::RateColumnMissing,
            Figures::RateUnreadable => Kind::RateUnreadable,
            Figures::PeopleUnreadable => Kind::PeopleUnreadable,
            Figures::LossColumnMissing { .. } => Kind::LossColumnMissing,
            Figures::LossUnknown { .. } => Kind::LossUnknown,
            Figures::LossTwice { .. } => Kind::LossTwice,
        }
    }
}

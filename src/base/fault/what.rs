//! What is wrong, as data. Imports nothing else of ours.

use super::{Figures, Kind, Prepare, Rows, Turn};

/// What is wrong, with the numbers and names that complete the sentence.
///
/// Only cells of quota columns and of the quota file may be kept in here or in a
/// [`Place`](super::Place); any other cell may be a name or an address.
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
    CitizenNumberWithin,
    HeaderMissing,
    RowsInOneCell,
    Formulas,
    HeadingsLower { row: usize, headings: Vec<String> },
    RowsTakenIn,
    ErrorCells,
    SeveralSheets { sheets: Vec<String>, largest: String },
    SheetAlike { other: String },
    HiddenSheet { other: String, rows: usize },
    SheetMissing { wanted: String, near: Option<String>, sheets: Vec<String> },
    HiddenRows,
    StruckThrough,
    MergedCells,
    NotComputed,
    WorkbookDamaged,
    HeadingsUnused { headings: Vec<String> },
    HeadingNear { near: String },
    QuotaColumnMissing { missing: Vec<(QuotaColumn, Option<String>)>, from: Option<String> },
    FilesSwapped { pool: String, quotas: String },
    WrongFile { wanted: Role, found: Role },
    QuotaNameMissing { column: QuotaColumn },
    QuotaNotWhole { range: Option<(u32, u32)> },
    QuotaNegative,
    MinAboveMax { feature: String, value: String, min: u32, max: u32 },
    QuotaTwice { feature: String, value: String },
    QuotaRepeated { feature: String, value: String },
    MinimaAboveSeats { feature: String, sum: u64, seats: u32 },
    MaximaBelowSeats { feature: String, sum: u64, seats: u32 },
    QuotaShares,
    QuotasMerged,
    FlexNarrow { feature: String, value: String, quota: (u32, u32), flex: (u32, u32) },
    FlexIncomplete,
    TooManyQuotas { most: usize },
    SeatsZero,
    FeatureSpelled { taken: String },
    QuotasAlike { feature: Option<String>, one: String, other: String },
    QuotaColumnUnused { headings: Vec<String>, weights: bool },
    QuotaTotal { value: String },
    QuotaOfAll { value: String },
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
    RowNumbersBeside { heading: String, letters: String },
    IdColumnTaken,
    IdsAlike { excluded: Rows },
    IdsShortened,
    IdsAsDates,
    IdColumns { other: String },
    IdsUneven { digits: usize },
    TwoPeople,
    TrialRows,
    Unfinished,
    OnePerson { same: Vec<String>, excluded: Rows },
    AgesForBands { feature: String, held: Held, low: u32, high: u32, bands: Vec<String> },
    PlainLot { mirrored: usize },
    ColumnUnused { seems: Seems },
    TotalRow,
    IdsNotOwn,
    LoneCell,
    HeadingsAgain,
    SecondHeadings,
    SaysNo,
    NoEntry,
    OneCell { sign: char },
    SignUnclear { signs: (u8, u8) },
    ListNothing,
    ListHeadless,
    NoPeople,
    SeemsOut,
    PoolTooSmall { people: u64, seats: u32, taken: u32 },
    TooFewPeople { feature: String, value: String, min: u32, taken: u32, people: u64 },
    SeatsUnfilled { feature: String, reach: u64, seats: u32 },
    MinimumBlocked { feature: String, value: String, min: u32, taken: u32, other: String, room: u64 },
    MaximumForced { feature: String, value: String, max: u32, taken: u32, other: String, forced: u64 },
    DrawnForCertain { feature: String, value: String, people: u64 },
    Figures(Figures),
    Turn(Turn),
    Prepare(Prepare),
    AddressColumnMissing { near: Option<String> },
    NoAddresses,
    AddressesBare,
    AddressUnknown,
    AddressShared { homes: usize },
    AddressCrowded,
    AddressNear,
    AddressColumnLeft { headings: Vec<String> },
    ListNeedsIds,
    ListIdMissing { heading: String, also: Option<String> },
    GroundColumnMissing { several: Vec<String>, near: Option<String> },
    GroundMissing,
    ExcludedUnknown,
    ConfirmedUnknown { lacking: Vec<String> },
    ConfirmedExcluded { list: String, rows: Rows },
    ConfirmedDiffers,
    ConfirmedNowhere,
    SeatsTaken { confirmed: u64, seats: u32 },
    TooManyConfirmed { feature: String, value: String, max: u32, confirmed: u64 },
    ListIdAlike { pool: String, pairs: Vec<(usize, Rows)> },
    ListIdsJoined { beside: Option<String> },
    ListPerson { pool: String, pairs: Vec<(usize, Rows)>, same: Vec<String>, excluded: bool },
    ConfirmedOutside,
    ConfirmedAsked,
    ListOfCodes,
    ListEmpty { excluded: bool },
    GroundsDiffer,
    GroundTells,
    GroundLong,
    GroundsPublic { grounds: Vec<(String, u64)> },
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
    /// A page of the web that calls itself a workbook.
    Html,
    /// A workbook as XML.
    XmlWorkbook,
    /// A workbook that needs a password.
    Locked,
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

/// What a column holds where the quotas have bands of ages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Ages in years.
    Ages,
    /// Ages, some of them with decimals.
    Broken,
    /// Dates of birth.
    Dates,
    /// Years of birth.
    Years,
    /// Numbers of days, as a spreadsheet keeps dates of birth.
    Days,
    /// Numbers that are no ages.
    Numbers,
}

/// What a column of the pool seems to be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seems {
    /// How much somebody counts, or how great their chance is.
    Weight,
    /// Who may not be drawn.
    Excluded,
    /// Who has a seat already.
    Confirmed,
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
            What::CitizenNumberWithin => Kind::CitizenNumberWithin,
            What::HeaderMissing => Kind::HeaderMissing,
            What::RowsInOneCell => Kind::RowsInOneCell,
            What::Formulas => Kind::Formulas,
            What::HeadingsLower { .. } => Kind::HeadingsLower,
            What::RowsTakenIn => Kind::RowsTakenIn,
            What::ErrorCells => Kind::ErrorCells,
            What::SeveralSheets { .. } => Kind::SeveralSheets,
            What::SheetAlike { .. } => Kind::SheetAlike,
            What::HiddenSheet { .. } => Kind::HiddenSheet,
            What::SheetMissing { .. } => Kind::SheetMissing,
            What::HiddenRows => Kind::HiddenRows,
            What::StruckThrough => Kind::StruckThrough,
            What::MergedCells => Kind::MergedCells,
            What::NotComputed => Kind::NotComputed,
            What::WorkbookDamaged => Kind::WorkbookDamaged,
            What::HeadingsUnused { .. } => Kind::HeadingsUnused,
            What::HeadingNear { .. } => Kind::HeadingNear,
            What::QuotaColumnMissing { .. } => Kind::QuotaColumnMissing,
            What::FilesSwapped { .. } => Kind::FilesSwapped,
            What::WrongFile { .. } => Kind::WrongFile,
            What::QuotaNameMissing { .. } => Kind::QuotaNameMissing,
            What::QuotaNotWhole { .. } => Kind::QuotaNotWhole,
            What::QuotaNegative => Kind::QuotaNegative,
            What::MinAboveMax { .. } => Kind::MinAboveMax,
            What::QuotaTwice { .. } => Kind::QuotaTwice,
            What::QuotaRepeated { .. } => Kind::QuotaRepeated,
            What::MinimaAboveSeats { .. } => Kind::MinimaAboveSeats,
            What::MaximaBelowSeats { .. } => Kind::MaximaBelowSeats,
            What::QuotaShares => Kind::QuotaShares,
            What::QuotasMerged => Kind::QuotasMerged,
            What::FlexNarrow { .. } => Kind::FlexNarrow,
            What::FlexIncomplete => Kind::FlexIncomplete,
            What::TooManyQuotas { .. } => Kind::TooManyQuotas,
            What::SeatsZero => Kind::SeatsZero,
            What::FeatureSpelled { .. } => Kind::FeatureSpelled,
            What::QuotasAlike { .. } => Kind::QuotasAlike,
            What::QuotaColumnUnused { .. } => Kind::QuotaColumnUnused,
            What::QuotaTotal { .. } => Kind::QuotaTotal,
            What::QuotaOfAll { .. } => Kind::QuotaOfAll,
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
            What::RowNumbersBeside { .. } => Kind::RowNumbersBeside,
            What::IdColumnTaken => Kind::IdColumnTaken,
            What::IdsAlike { .. } => Kind::IdsAlike,
            What::IdsShortened => Kind::IdsShortened,
            What::IdsAsDates => Kind::IdsAsDates,
            What::IdColumns { .. } => Kind::IdColumns,
            What::IdsUneven { .. } => Kind::IdsUneven,
            What::TwoPeople => Kind::TwoPeople,
            What::TrialRows => Kind::TrialRows,
            What::Unfinished => Kind::Unfinished,
            What::OnePerson { .. } => Kind::OnePerson,
            What::AgesForBands { .. } => Kind::AgesForBands,
            What::PlainLot { .. } => Kind::PlainLot,
            What::ColumnUnused { .. } => Kind::ColumnUnused,
            What::TotalRow => Kind::TotalRow,
            What::IdsNotOwn => Kind::IdsNotOwn,
            What::LoneCell => Kind::LoneCell,
            What::HeadingsAgain => Kind::HeadingsAgain,
            What::SecondHeadings => Kind::SecondHeadings,
            What::SaysNo => Kind::SaysNo,
            What::NoEntry => Kind::NoEntry,
            What::OneCell { .. } => Kind::OneCell,
            What::SignUnclear { .. } => Kind::SignUnclear,
            What::ListNothing => Kind::ListNothing,
            What::ListHeadless => Kind::ListHeadless,
            What::NoPeople => Kind::NoPeople,
            What::SeemsOut => Kind::SeemsOut,
            What::PoolTooSmall { .. } => Kind::PoolTooSmall,
            What::TooFewPeople { .. } => Kind::TooFewPeople,
            What::SeatsUnfilled { .. } => Kind::SeatsUnfilled,
            What::MinimumBlocked { .. } => Kind::MinimumBlocked,
            What::MaximumForced { .. } => Kind::MaximumForced,
            What::DrawnForCertain { .. } => Kind::DrawnForCertain,
            What::Figures(figures) => figures.kind(),
            What::Turn(turn) => turn.kind(),
            What::Prepare(prepare) => prepare.kind(),
            What::AddressColumnMissing { .. } => Kind::AddressColumnMissing,
            What::NoAddresses => Kind::NoAddresses,
            What::AddressesBare => Kind::AddressesBare,
            What::AddressUnknown => Kind::AddressUnknown,
            What::AddressShared { .. } => Kind::AddressShared,
            What::AddressCrowded => Kind::AddressCrowded,
            What::AddressNear => Kind::AddressNear,
            What::AddressColumnLeft { .. } => Kind::AddressColumnLeft,
            What::ListNeedsIds => Kind::ListNeedsIds,
            What::ListIdMissing { .. } => Kind::ListIdMissing,
            What::GroundColumnMissing { .. } => Kind::GroundColumnMissing,
            What::GroundMissing => Kind::GroundMissing,
            What::ExcludedUnknown => Kind::ExcludedUnknown,
            What::ConfirmedUnknown { .. } => Kind::ConfirmedUnknown,
            What::ConfirmedExcluded { .. } => Kind::ConfirmedExcluded,
            What::ConfirmedDiffers => Kind::ConfirmedDiffers,
            What::ConfirmedNowhere => Kind::ConfirmedNowhere,
            What::SeatsTaken { .. } => Kind::SeatsTaken,
            What::TooManyConfirmed { .. } => Kind::TooManyConfirmed,
            What::ListIdAlike { .. } => Kind::ListIdAlike,
            What::ListIdsJoined { .. } => Kind::ListIdsJoined,
            What::ListPerson { .. } => Kind::ListPerson,
            What::ConfirmedOutside => Kind::ConfirmedOutside,
            What::ConfirmedAsked => Kind::ConfirmedAsked,
            What::ListOfCodes => Kind::ListOfCodes,
            What::ListEmpty { .. } => Kind::ListEmpty,
            What::GroundsDiffer => Kind::GroundsDiffer,
            What::GroundTells => Kind::GroundTells,
            What::GroundLong => Kind::GroundLong,
            What::GroundsPublic { .. } => Kind::GroundsPublic,
        }
    }
}

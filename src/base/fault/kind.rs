//! The kinds of fault with their codes and grades. Imports nothing else of ours.

use super::grade::{Blame, Grade};

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
    /// A free text holds a Dutch citizen service number or an A-number.
    CitizenNumberWithin "R-74" Stop Input,
    /// The first row is a person and not headings.
    HeaderMissing "R-15" Stop Input,
    /// A quoted cell holds line breaks and enough delimiters to be rows of their own.
    RowsInOneCell "R-16" Check Input,
    /// Cells begin as a spreadsheet's formulas do.
    Formulas "R-17" Check Input,
    /// The headings stand below a title.
    HeadingsLower "R-18" Stop Input,
    /// A quoted cell holds whole rows.
    RowsTakenIn "R-19" Stop Input,
    /// Cells in which a formula of a spreadsheet went wrong.
    ErrorCells "R-20" Check Input,
    /// A workbook has cells on several sheets.
    SeveralSheets "R-21" Stop Input,
    /// Another sheet of the workbook has the same headings.
    SheetAlike "R-27" Check Input,
    /// A workbook has no sheet of this name.
    SheetMissing "R-22" Stop Input,
    /// Rows of a sheet that are hidden.
    HiddenRows "R-23" Check Input,
    /// Another sheet of the workbook is hidden, and has rows.
    HiddenSheet "R-60" Check Input,
    /// Cells of a sheet that are merged over rows.
    MergedCells "R-24" Check Input,
    /// Formulas of a sheet that have no value.
    NotComputed "R-25" Stop Input,
    /// A workbook that cannot be read.
    WorkbookDamaged "R-26" Stop Input,
    /// Columns of a list that are not used.
    HeadingsUnused "R-28" Note Input,
    /// A column that is not used and has nearly a heading that is looked for.
    HeadingNear "R-29" Check Input,
    /// Rows below the headings that explain them.
    SecondHeadings "R-31" Stop Input,
    /// Rows at the end of a list that are a note or a count.
    NoPeople "R-30" Check Input,
    /// Cells of a workbook are struck through.
    StruckThrough "R-32" Check Input,
    /// People of a list of whom another column says that they do not belong in it.
    SaysNo "R-70" Stop Input,
    /// A row of a list that is a total or a note, and would count as one of the others.
    NoEntry "R-71" Stop Input,
    /// All cells of a row stand in one.
    OneCell "R-73" Stop Input,
    /// Two signs divide all rows of a file into cells, each into other ones.
    SignUnclear "R-75" Stop Input,
    /// A list that may be left out, with headings and no rows.
    ListNothing "X-20" Note Input,
    /// The first row of a list is no row of headings.
    ListHeadless "X-21" Stop Input,

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
    /// Two values of a feature, or two features, look alike.
    QuotasAlike "Q-17" Check Input,
    /// Columns of the quota file that are not used.
    QuotaColumnUnused "Q-18" Note Input,
    /// A value that seems to be the total of the others.
    QuotaTotal "Q-19" Check Input,
    /// A value is headed as a total, and its quota is that of the others together.
    QuotaOfAll "Q-30" Stop Input,
    /// Quotas that are shares and no numbers of seats.
    QuotaShares "Q-20" Stop Input,
    /// A quota file in which cells are merged over rows.
    QuotasMerged "Q-21" Stop Input,

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
    /// The same, though a column could hold ids.
    RowNumbersBeside "P-27" Check Input,
    /// Which column was taken as the id.
    IdColumnTaken "P-11" Note Input,
    /// Different ids that look alike.
    IdsAlike "P-12" Check Input,
    /// Rows that look like one person.
    OnePerson "P-13" Check Input,
    /// Ages or dates of birth where the quotas have bands.
    AgesForBands "P-14" Stop Input,
    /// There are no quotas.
    PlainLot "P-15" Note Input,
    /// A column that seems to matter and does not.
    ColumnUnused "P-16" Note Input,
    /// Ids that a spreadsheet has shortened.
    IdsShortened "P-17" Stop Input,
    /// Ids that a spreadsheet has turned into dates.
    IdsAsDates "P-18" Check Input,
    /// Two columns could both be the ids.
    IdColumns "P-19" Note Input,
    /// A row that seems to be the total of the others.
    TotalRow "P-20" Check Input,
    /// A column is headed as ids are, and hardly anybody has an id of their own in it.
    IdsNotOwn "P-21" Stop Input,
    /// Rows with one cell only, which are no people.
    LoneCell "P-22" Stop Input,
    /// Rows in which the headings stand again.
    HeadingsAgain "P-23" Stop Input,
    /// People who seem to have withdrawn.
    SeemsOut "P-24" Check Input,
    /// Numbers that are ids have another number of digits than most.
    IdsUneven "P-25" Note Input,
    /// Two people seem to stand in one row.
    TwoPeople "P-26" Check Input,
    /// Rows of a tool for surveys that are trials.
    TrialRows "P-28" Check Input,
    /// Rows that a tool for surveys calls unfinished.
    Unfinished "P-102" Check Input,

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
    /// As few people with a value as must be drawn of it.
    DrawnForCertain "A-06" Check Answer,

    /// A table has no labels with figures.
    NoFigures "N-01" Stop Input,
    /// All columns of a table hold numbers, so that none has labels.
    OnlyNumbers "N-40" Stop Input,
    /// A name of a region stands beside several codes.
    NameOfSeveral "N-41" Stop Input,
    /// A figure is missing.
    FigureMissing "N-02" Stop Input,
    /// A figure is not a number of at least 0.
    FigureUnreadable "N-03" Stop Input,
    /// A figure can be read as two numbers.
    FigureAmbiguous "N-04" Stop Input,
    /// A value of a population is there more than once.
    PopulationTwice "N-05" Stop Input,
    /// A line with the total of the others was left out.
    TotalLeftOut "N-06" Note Input,
    /// A total is not the sum of the other lines.
    TotalDiffers "N-07" Check Input,
    /// A value is as large as all others together.
    LooksLikeTotal "N-08" Check Input,
    /// The same, where round figures do not make it likely by chance.
    SurelyTotal "N-71" Stop Input,
    /// Shares of 1 stand among shares of 100.
    MixedShares "N-72" Stop Input,
    /// A plain table of a population has no column that is known to hold figures.
    PlainFigures "N-73" Stop Input,
    /// Shares do not add up to the whole.
    SharesApart "N-09" Check Input,
    /// Shares add up to the whole but for rounding.
    SharesRounded "N-10" Note Input,
    /// Figures are marked as provisional.
    ProvisionalFigures "N-11" Note Input,
    /// All figures of a feature are 0.
    NobodyThere "N-12" Stop Input,
    /// A table has several columns with figures.
    SeveralColumns "N-13" Stop Input,
    /// A choice names something that is not there.
    ChoiceUnknown "N-14" Stop Input,
    /// Of several periods the newest was taken.
    NewestTaken "N-15" Check Input,
    /// A table has several rows where one is needed.
    SeveralRows "N-16" Stop Input,
    /// A figure with a thousands sign was read.
    FigureGrouped "N-17" Note Input,
    /// Regions that hold others were left out.
    LevelsLeftOut "N-18" Note Input,
    /// More values than seats, and each would have one.
    TooManyToSeat "N-19" Stop Answer,
    /// A value gets no seat.
    NoSeat "N-20" Check Input,
    /// A tie was decided without a published label.
    TieUnlabelled "N-21" Check Input,
    /// Two tables hold the same feature.
    FeatureInTwo "N-22" Stop Input,
    /// Columns with figures that are not the values of one feature.
    MixedColumns "N-23" Stop Input,
    /// Values of one feature that are of several kinds: a sex beside ages.
    MixedValues "N-70" Stop Input,
    /// Values of one feature of which one counts people and another homes.
    PeopleAndHomes "N-74" Stop Input,
    /// A value is by its name a part of another value.
    PartOfAnother "N-77" Stop Input,
    /// A value is as large as some of its neighbours together.
    SumOfSome "N-78" Check Input,
    /// Two columns of labels say the same.
    SameTwice "N-24" Note Input,
    /// Values are codes.
    CodesForLabels "N-25" Check Input,
    /// Ages in single years.
    SingleYears "N-26" Check Input,
    /// A code stands for a figure that is missing.
    MissingCode "N-27" Note Input,
    /// Two classes of numbers overlap.
    BandsOverlap "N-28" Check Input,
    /// Between two classes of numbers is a gap.
    BandsApart "N-29" Check Input,
    /// A value is a date, as spreadsheets make of a class.
    ValueAsDate "N-30" Stop Input,
    /// A table of several features lacks rows of some values.
    CrossIncomplete "N-31" Stop Input,
    /// A feature that is called after the file.
    NamedAfterFile "N-32" Note Input,

    /// The people lack a column that was asked for.
    MirrorColumnMissing "M-01" Stop Input,
    /// The people have no column for a feature of the population.
    MirrorSkipped "M-02" Note Input,
    /// People with a value that the population does not have.
    MirrorUnknown "M-03" Check Input,
    /// People without a value.
    MirrorNoAnswer "M-04" Note Input,
    /// A value's share is far from the population's.
    FarOutside "M-05" Check Input,
    /// A value's share is further from the population's than chance explains.
    Outside "M-06" Note Input,
    /// A feature as a whole is further from the population than chance explains.
    FitFails "M-07" Note Input,
    /// Too few people for a test.
    TooFewToTest "M-08" Note Input,
    /// The people have none of the population's features.
    NothingToMirror "M-09" Stop Input,
    /// A column has too many values to mirror.
    MirrorTooMany "M-10" Stop Input,
    /// A value of which a plain lot keeps the share says that there is no answer.
    MirrorNoValue "M-14" Check Input,
    /// People with a value that the population does not have, which has one that nobody has.
    MirrorMisspelt "M-11" Stop Input,
    /// Figures have values that the quotas do not have.
    BesideQuotas "M-12" Stop Input,
    /// Nobody has a value of the population, and that is not chance.
    MirrorNobody "M-13" Note Input,

    /// A table of rates has no column with rates.
    RateColumnMissing "E-01" Stop Input,
    /// A rate is no number between 0 and 1, or 0 % and 100 %.
    RateUnreadable "E-02" Stop Input,
    /// A number of people is no whole number.
    PeopleUnreadable "E-03" Stop Input,
    /// A table of who drops out lacks a column.
    LossColumnMissing "E-08" Stop Input,
    /// A table of who drops out names something that the quotas do not have.
    LossUnknown "E-09" Stop Input,
    /// A table of who drops out names a value twice.
    LossTwice "E-10" Stop Input,
    /// A column of the household rule is not there.
    AddressColumnMissing "H-01" Stop Input,
    /// Nobody has an address in the columns of the household rule.
    NoAddresses "H-02" Check Input,
    /// The addresses are little more than house numbers.
    AddressesBare "H-07" Check Input,
    /// Rows without an address.
    AddressUnknown "H-03" Note Input,
    /// People who share an address.
    AddressShared "H-04" Note Input,
    /// So many people at one address that it may be an institution.
    AddressCrowded "H-05" Check Input,
    /// Two addresses that are nearly the same.
    AddressNear "H-06" Check Input,
    /// A column that looks like part of the address is not taken, and sets people of one home apart.
    AddressColumnLeft "H-10" Check Input,
    /// A list of people was given and the pool has no ids.
    ListNeedsIds "X-01" Stop Input,
    /// A list of people has no column with ids.
    ListIdMissing "X-02" Stop Input,
    /// The list of excluded people has no column with grounds.
    GroundColumnMissing "X-03" Stop Input,
    /// Somebody is excluded without a ground.
    GroundMissing "X-04" Stop Input,
    /// Excluded people who are not in the pool.
    ExcludedUnknown "X-05" Check Input,
    /// Confirmed people whose features are not known.
    ConfirmedUnknown "X-06" Stop Input,
    /// Somebody is both confirmed and excluded.
    ConfirmedExcluded "X-07" Stop Input,
    /// A confirmed person has another value here than in the pool.
    ConfirmedDiffers "X-08" Stop Input,
    /// Confirmed people whose address is not known.
    ConfirmedNowhere "X-09" Check Input,
    /// The confirmed people fill the panel.
    SeatsTaken "X-10" Stop Answer,
    /// More confirmed people than a maximum allows.
    TooManyConfirmed "X-11" Stop Answer,
    /// Somebody on a list whose id only looks like one of the pool.
    ListIdAlike "X-12" Stop Input,
    /// Several ids in one cell of a list.
    ListIdsJoined "X-22" Stop Input,
    /// A list of people with headings only.
    ListEmpty "X-13" Note Input,
    /// Somebody is excluded twice, with different grounds.
    GroundsDiffer "X-14" Note Input,
    /// A ground would publish how to reach somebody.
    GroundTells "X-15" Stop Input,
    /// A ground reads like a story, and becomes public.
    GroundLong "X-16" Check Input,
    /// Somebody on a list who is a person of the pool under another id.
    ListPerson "X-17" Stop Input,
    /// Confirmed people who are not in the pool.
    ConfirmedOutside "X-18" Note Input,
    /// Confirmed people of whom the list says that they have not answered yet.
    ConfirmedAsked "X-23" Check Input,
    /// Lot codes in a list for a pool that goes by ids.
    ListOfCodes "X-24" Stop Input,
    /// Grounds become public, each with how many people are excluded on it.
    GroundsPublic "X-19" Note Input,

    /// A list of events lacks a column.
    EventColumnMissing "T-01" Stop Input,
    /// A word that stands for no event.
    EventUnknown "T-02" Stop Input,
    /// A date that cannot be read.
    EventDate "T-03" Stop Input,
    /// Dates of which some can only have the month before the day.
    EventMonthFirst "T-49" Stop Input,
    /// An event that happened before the one above it.
    EventOrder "T-04" Note Input,
    /// A place is held until a day before that of the event.
    EventHeldBefore "T-47" Check Input,
    /// An event of somebody who does not exist.
    PersonUnknown "T-05" Stop Input,
    /// An event of somebody who was not drawn and is not in reserve.
    PersonNotListed "T-06" Stop Input,
    /// An event of somebody who was excluded before the lottery.
    PersonExcluded "T-15" Stop Input,
    /// An event that cannot have happened to this person.
    EventImpossible "T-07" Stop Input,
    /// A member of the panel was called.
    MemberCalled "T-08" Stop Input,
    /// A reserve was called out of turn, without a reason.
    CalledOutOfTurn "T-09" Stop Input,
    /// A reserve was called out of turn, for a reason.
    CalledForReason "T-10" Check Input,
    /// A correction without a reason.
    ReasonMissing "T-11" Stop Input,
    /// A reason too long to be one line of a record.
    ReasonLong "T-16" Stop Input,
    /// A correction of nothing.
    NothingToCorrect "T-12" Stop Input,
    /// Events that were published have been changed.
    EventRewritten "T-13" Stop Input,
    /// A day that is far from the others, or before the draw.
    EventFar "T-19" Check Input,
    /// The same event stands in two lists.
    EventTwice "T-17" Note Input,
    /// Events of one person on one day stand in several lists, a correction among them.
    EventInTwoLists "T-18" Stop Input,

    /// A recipe is no TOML.
    RecipeNotToml "I-01" Stop Input,
    /// A recipe has a setting that means nothing.
    RecipeUnknown "I-02" Stop Input,
    /// A recipe lacks a setting.
    RecipeMissing "I-03" Stop Input,
    /// A setting of a recipe has the wrong kind of value.
    RecipeWrong "I-04" Stop Input,
    /// A name of a class does not tell its ages.
    RecipeNoClass "I-05" Stop Input,
    /// An age is in two classes.
    RecipeClassesOverlap "I-06" Stop Input,
    /// A spelling stands for two values.
    RecipeSpellingTwice "I-07" Stop Input,
    /// Columns are made from one another.
    RecipeCircle "I-08" Stop Input,
    /// A column that a recipe needs is not there.
    RecipeColumnMissing "I-09" Stop Input,
    /// A column is only in some of the files.
    RecipeColumnAbsent "I-10" Note Input,
    /// The headings stand in another row.
    RecipeHeadingRow "I-11" Stop Input,
    /// All cells of a row stand in one, and a recipe can say what stands between them.
    RecipeOneCell "I-84" Stop Input,
    /// Rows that look like one person, of which somebody decided that they are two.
    DecidedTwo "I-85" Note Input,
    /// A source that has few of the columns of the first one, and others.
    Scattered "I-86" Check Input,
    /// A spelling that stands for no value.
    UnknownSpelling "I-12" Stop Input,
    /// A date of birth that does not tell the class.
    BirthUnclear "I-13" Stop Input,
    /// A cell that is no age and no date of birth.
    BirthUnreadable "I-14" Stop Input,
    /// A blank cell of which a recipe does not say what it stands for.
    BlankUnsettled "I-80" Stop Input,
    /// Very many postcodes that stand for no value.
    PostcodesUnlisted "I-81" Stop Input,
    /// A column that a recipe needs is there, and never copied.
    RecipeColumnRefused "I-82" Stop Input,
    /// An age that is in no class.
    OutOfClasses "I-15" Stop Input,
    /// A cell that is not in the table in which it is looked up.
    NotInTable "I-16" Stop Input,
    /// A table in which to look up has two answers.
    KeyTwice "I-17" Stop Input,
    /// A control total differs.
    ControlTotal "I-18" Stop Input,
    /// A column that is never copied.
    NotCopied "I-19" Check Input,
    /// Digits of citizen service numbers or A-numbers in a free text that were not copied.
    NumbersMasked "I-87" Check Input,
    /// A column that is never copied and is the key of a register.
    KeyTaken "I-70" Note Input,
    /// People who seem to be there twice and of whom nothing is decided.
    PeopleTwice "I-20" Check Input,
    /// A decision about rows that are not there.
    DecisionUnused "I-21" Check Input,
    /// A decision that is none.
    DecisionWord "I-22" Stop Input,
    /// Dates with the month before the day.
    MonthFirst "I-23" Check Input,
    /// Years of two digits.
    ShortYear "I-24" Note Input,
    /// A value of a population that lies in two classes.
    BandSplit "I-25" Stop Input,
    /// Everybody was left out.
    NobodyLeft "I-26" Stop Input,
    /// A rule that nothing came of.
    RuleUnused "I-27" Note Input,
    /// A column that is to be made of a population joins no others.
    NoJoin "I-61" Stop Input,
    /// Features of a population that are to be taken together are not all in its table.
    NotCrossed "I-62" Stop Input,
    /// Dates of birth of which a day or month is not known, and that tell the class all the same.
    BirthPartly "I-28" Note Input,
    /// A cell that is a date and more, zeros, a number of days, or of either century.
    DateUnread "I-29" Stop Input,
    /// A cell that is no date.
    NoDate "I-30" Stop Input,
    /// What a recipe has for what is not known was written.
    WroteUnknown "I-35" Check Input,
    /// Ages and dates in one column.
    AgesAndDates "I-36" Stop Input,
    /// Dates of one column in two orders.
    OrderMixed "I-37" Stop Input,
    /// No date of a column tells the order of day and month.
    OrderUnsaid "I-38" Check Input,
    /// A row that seems to be no person.
    NoPerson "I-39" Stop Input,
    /// A heading that is to be renamed is not there.
    RenameMissing "I-40" Stop Input,
    /// Two sources have the same rows.
    SourceTwice "I-41" Stop Input,
    /// The headings are a person.
    HeadingsAreData "I-42" Stop Input,
    /// A row that is to be left out is not there.
    SkipMissing "I-43" Stop Input,
    /// A word by which a recipe leaves people out stands in no cell.
    WordUnused "I-44" Check Input,
    /// A recipe sets a column that is there.
    SetOver "I-45" Stop Input,
    /// Two columns of a source have one heading.
    HeadingTwice "I-46" Stop Input,
    /// A column with cells and without a heading was not copied.
    NoHeading "I-47" Check Input,
    /// Letters of cells were lost.
    Garbled "I-49" Check Input,
    /// The day on which ages count is far from the dates of birth.
    ReferenceFar "I-48" Check Input,
}

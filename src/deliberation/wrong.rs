//! What can be wrong with what a deliberation is given, as data. The sentences are in `words`. Imports `base`,
//! `pool`.

use super::chance::Chance;
use super::dates::Date;
use crate::base::fault::{Blame, Faults, Grade, Place};
use crate::pool::named::Named;
use std::sync::Arc;

/// Something wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What is wrong.
    pub what: What,
    /// Where.
    pub place: Place,
}

/// What completes a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    /// A text of a file or a command, which is shown between quotation marks.
    Text(String),
    /// A word of ours, which chooses a variant or stands as it is.
    Word(String),
    /// A whole number, which is grouped and chooses the plural.
    Number(u64),
    /// Nothing: the variant `none`.
    None,
}

impl From<&String> for Datum {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&&'static str> for Datum {
    fn from(word: &&'static str) -> Self {
        Self::Word((*word).to_owned())
    }
}

impl From<&u64> for Datum {
    fn from(number: &u64) -> Self {
        Self::Number(*number)
    }
}

impl From<&u32> for Datum {
    fn from(number: &u32) -> Self {
        // A number of an act or a count sheet, which is a name and not an amount.
        Self::Word(number.to_string())
    }
}

impl From<&Option<u32>> for Datum {
    fn from(number: &Option<u32>) -> Self {
        number.as_ref().map_or(Self::None, Self::from)
    }
}

impl From<&bool> for Datum {
    fn from(is: &bool) -> Self {
        Self::Word(if *is { "yes" } else { "no" }.to_owned())
    }
}

impl From<&Option<String>> for Datum {
    fn from(text: &Option<String>) -> Self {
        text.as_ref().map_or(Self::None, Self::from)
    }
}

impl What {
    /// That a table declares dice or numbers with too few outcomes, if it does.
    pub fn few(table: &toml::Table) -> Option<Self> {
        let dice = Chance::too_few(table).map(|needed| Self::FewDice { needed });
        dice.or_else(|| Chance::few_numbers(table).map(|ways| Self::FewNumbers { ways }))
    }
}

/// Everything found wrong in one run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// By the reader of CSV files.
    pub faults: Faults,
    /// By the deliberation, in the order found.
    pub wrongs: Vec<Wrong>,
    /// Who must not be called by name in a text that becomes public.
    pub named: Arc<Named>,
}

/// Names as one text, if there are any.
pub fn listed(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| names.join(", "))
}

impl Found {
    /// Adds one.
    pub fn push(&mut self, what: What, place: Place) {
        self.wrongs.push(Wrong { what, place });
    }

    /// Nothing wrong so far, in lists of people who are called so.
    pub fn among(named: &Arc<Named>) -> Self {
        Self { named: Arc::clone(named), ..Self::default() }
    }

    /// Adds that a lot's round was known by a day, if it was.
    pub fn round(&mut self, chance: Chance, day: Date) {
        if let (Chance::Drand { round, .. }, Some(due)) = (chance, chance.known_by(day)) {
            self.push(What::RoundKnown { round, due: due.to_string() }, Place::default());
        }
    }

    /// Just this.
    pub fn one(what: What) -> Self {
        Self {
            faults: Faults::new(),
            wrongs: vec![Wrong { what, place: Place::default() }],
            ..Self::default()
        }
    }

    /// Whether the work cannot go on.
    pub fn stop(&self) -> bool {
        self.faults.stop() || self.wrongs.iter().any(|wrong| wrong.what.grade() == Grade::Stop)
    }

    /// Whose fault it is that the work cannot go on: the input's before the answer "no".
    pub fn blame(&self) -> Option<Blame> {
        let stops = || self.wrongs.iter().filter(|wrong| wrong.what.grade() == Grade::Stop);
        if self.faults.stop() || stops().any(|wrong| wrong.what.blame() == Blame::Input) {
            return Some(Blame::Input);
        }
        stops().next().map(|_| Blame::Answer)
    }
}

/// Declares [`What`] with its codes, grades, blame and data from one table.
macro_rules! whats {
    ($($(#[$doc:meta])* $name:ident $({ $($field:ident: $type:ty),* $(,)? })? $code:literal $grade:ident $blame:ident,)*) => {
        /// What is wrong. A kind keeps its code for ever; the sentence may improve.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(missing_docs)] // The kinds say what each is; the fields are named for what they hold.
        pub enum What { $($(#[$doc])* $name $({ $($field: $type),* })?,)* }

        impl What {
            /// Every code with the names of its data, in the order of the table.
            pub const CODES: &'static [(&'static str, &'static [&'static str])] =
                &[$(($code, &[$($(stringify!($field)),*)?]),)*];

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

            /// What completes its sentences, by name.
            pub fn data(&self) -> Vec<(&'static str, Datum)> {
                match self {
                    $(What::$name $({ $($field),* })? => vec![$($((stringify!($field), Datum::from($field))),*)?],)*
                }
            }
        }
    };
}

whats! {
    /// A file lacks a column.
    ColumnMissing { wanted: &'static str, other: &'static str, near: Option<String> } "J-01" Stop Input,
    /// A cell is blank where something must stand.
    Blank "J-02" Stop Input,
    /// A cell is no whole number.
    NotNumber { cell: String } "J-03" Stop Input,
    /// The same thing is listed twice.
    Twice { name: String } "J-04" Stop Input,
    /// An option has two rows in one count.
    RowTwice { option: String, count: u32, role: Option<String> } "J-152" Stop Input,
    /// A sign that cannot be seen for what it is.
    Unseen "J-05" Stop Input,
    /// A text is longer than the record takes.
    Long { most: u64 } "J-06" Stop Input,
    /// A text has a telephone number.
    Phone "J-07" Stop Input,
    /// A text has a mail address.
    Mail "J-08" Stop Input,
    /// A text has nine digits that could be a citizen service number.
    Citizen "J-09" Stop Input,
    /// A cell is no date.
    NotDate { cell: String } "J-10" Stop Input,
    /// A word that is none of those that can stand there.
    NotWord { cell: String, words: &'static str, near: Option<String> } "J-11" Stop Input,
    /// An option that is not on the ballot.
    NoOption { cell: String, near: Option<String> } "J-12" Stop Input,
    /// A file of settings is not TOML.
    NotToml { line: u64 } "J-13" Stop Input,
    /// A setting is missing. There are no defaults.
    Missing { table: &'static str, key: &'static str, words: &'static str } "J-14" Stop Input,
    /// A setting has a value that does not exist.
    Setting { table: &'static str, key: &'static str, words: &'static str } "J-15" Stop Input,
    /// A setting that means nothing.
    Unknown { table: &'static str, key: String, near: Option<String> } "J-16" Stop Input,
    /// A rule does not say of what its share is. With this roll each base means this.
    NoBase { members: u64, share: String, two: u64, cast: u64, all: u64 } "J-17" Stop Input,
    /// There is no such rule in the charter or the file of rules.
    NoRule { name: Option<String>, known: Option<String> } "J-18" Stop Input,
    /// The base of a share needs votes that are not counted.
    Uncounted { of: &'static str } "J-19" Stop Input,
    /// Somebody has two roles.
    TwoRoles { code: String } "J-20" Stop Input,
    /// A guest is called by what could be a name.
    GuestName "J-21" Stop Input,
    /// A code of a guest that looks like the id or the code of somebody of the lottery.
    AlmostCode { cell: String, near: String } "J-110" Stop Input,
    /// Codes of two guests that look alike.
    GuestsAlike { cell: String, other: String } "J-111" Stop Input,
    /// Nobody is entitled, or nobody has one of the roles that are.
    NoRole { role: String } "J-22" Stop Input,
    /// A role in the file of roles that has no vote by the rule.
    RoleUnused { role: String, near: Option<String> } "J-140" Check Input,
    /// Minority statements of the agreement before are not in the one that takes its place.
    MinorityGone { act: u32, statements: u64 } "J-141" Check Input,
    /// Topics of the act before are not in the one that takes its place.
    TopicsGone { act: u32, topics: String } "J-151" Check Input,
    /// A reply is put off to a day that had gone by.
    LaterGone { option: String, day: String } "J-136" Stop Input,
    /// Something was handed over, or replied to, before anything was agreed on.
    BeforeAgreed { day: String, agreed: String } "J-137" Stop Input,
    /// An agreement was handed over long after its day.
    HandedLate { agreed: String, days: u64 } "J-160" Check Input,
    /// Somebody else replies than the charter promises.
    OtherBy { by: String, promised: String } "J-138" Check Input,
    /// Something in the log was decided before it came.
    DecidedBefore { decided: String, day: String } "J-139" Stop Input,
    /// Something in the log was decided, and by whom or when is not said.
    NoDecision "J-159" Stop Input,
    /// Something is of a day after that of the act.
    ToCome { day: String, own: String } "J-101" Stop Input,
    /// A reply is of a day on which, by an act of then or later, it had not come.
    Backdated { option: String, day: String, act: String } "J-142" Check Input,
    /// When replies are due, or who gives them, is said otherwise than before.
    OtherTerms { handed: String, term: String, by: String } "J-144" Check Input,
    /// A reply is put off by many years.
    FarOff { option: String, day: String } "J-102" Check Input,
    /// A role that can be taken for everybody who was drawn.
    RolePasses { role: String } "J-100" Stop Input,
    /// The ballot is frozen already.
    Frozen { name: String, act: u32 } "J-23" Stop Input,
    /// There is no such ballot.
    NoBallot { name: String, known: Option<String> } "J-24" Stop Input,
    /// The wording is not what was frozen.
    Reworded { option: String, act: u32 } "J-25" Stop Input,
    /// An option was not counted in one of the two counts.
    NotCounted { option: String, count: u32 } "J-26" Stop Input,
    /// More votes than people.
    ManyVotes { option: String, count: u32, votes: u64, people: u64 } "J-27" Stop Input,
    /// Somebody who has no vote is among those present.
    NotEntitled { near: Option<String> } "J-28" Stop Input,
    /// More people present of a role than there are on the roll.
    ManyPresent { role: String, present: u64, entitled: u64 } "J-29" Stop Input,
    /// A column of a list in which everybody counts sets some rows apart.
    Marking { heading: String, filled: u64, blank: u64 } "J-135" Stop Input,
    /// How many of a role were present is not said.
    NotPresent { role: String } "J-30" Stop Input,
    /// Two rows say how many of a role were present.
    RoleTwice { role: String } "J-158" Stop Input,
    /// A number of a count that is neither the first nor the second.
    NoSuchCount { cell: String } "J-157" Stop Input,
    /// Votes of a kind that the rule does not count.
    OtherVotes { column: &'static str } "J-31" Stop Input,
    /// The ballot has been counted already.
    Counted { name: String, act: u32 } "J-32" Stop Input,
    /// The ballot has not been counted.
    NotYet { name: String } "J-33" Stop Input,
    /// A reason is needed and none is given that is a line.
    NoReason { act: Option<u32> } "J-34" Stop Input,
    /// A reason for taking the place of something, where nothing was published that this replaces.
    ReasonUnused "J-153" Check Input,
    /// The date is before that of the act before.
    Early { date: String, last: String } "J-35" Stop Input,
    /// No tie is left to a lot.
    NoTie { name: String } "J-36" Stop Input,
    /// The evidence is of another source than was declared.
    OtherSource { declared: String } "J-37" Stop Input,
    /// A word of a lot's evidence is of a source that cannot be used here.
    NoEvidence { declared: String } "J-38" Stop Input,
    /// This is a consultation, and no count of a vote.
    Consultation "J-39" Stop Input,
    /// A topic that is not in the list.
    NoTopic { cell: String, near: Option<String> } "J-40" Stop Input,
    /// A topic that goes into itself, by however many steps.
    Circle { topic: String } "J-41" Stop Input,
    /// A merged or withdrawn topic without a reason.
    NoWhy { topic: String } "J-42" Stop Input,
    /// A topic that was merged or withdrawn is ranked.
    Gone { topic: String } "J-43" Stop Input,
    /// A topic that is left is not ranked.
    Unranked { topic: String } "J-44" Stop Input,
    /// Somebody who is not on the panel.
    NotIn { near: Option<String> } "J-45" Stop Input,
    /// Fewer willing people than places.
    FewWilling { willing: u64, places: u64 } "J-46" Stop Answer,
    /// There is no such group of delegates.
    NoGroup { name: String, known: Option<String> } "J-47" Stop Input,
    /// The group is frozen, or drawn, already.
    GroupDone { name: String, act: u32 } "J-48" Stop Input,
    /// The group was not drawn yet.
    GroupOpen { name: String } "J-49" Stop Input,
    /// Somebody who is no delegate of this group now.
    NotDelegate { near: Option<String> } "J-50" Stop Input,
    /// A reply that deviates, or adopts in part, without a reason or a document.
    NoGround { option: String } "J-52" Stop Input,
    /// A reply that comes later, without the date on which.
    NoLater { option: String } "J-53" Stop Input,
    /// A row that was published is not in the list any more.
    Lost { row: u32, act: u32 } "J-54" Stop Input,
    /// Nothing was adopted that could be agreed on or replied to.
    NothingAdopted "J-55" Stop Input,
    /// There is no agreement yet.
    NoAgreement "J-56" Stop Input,
    /// An option of a counted ballot is not decided, so the agreement leaves it out.
    OpenOption { name: String, option: String } "J-69" Check Input,
    /// A ballot was counted again after the agreement that replies are to.
    OldAgreement { act: u32 } "J-96" Check Input,
    /// More people of the panel have a vote than there are seats, as some were called and others have not answered.
    ManyIn { people: u64, seats: u64, confirmed: u64, asked: u64 } "J-97" Note Input,
    /// An option of another ballot has this name.
    OtherBallot { option: String, name: String } "J-98" Stop Input,
    /// An option has the words of one that was voted down in another ballot.
    VotedDown { option: String, before: String, name: String, act: u32 } "J-120" Check Input,
    /// Options of one ballot have words that look the same.
    SameWords { option: String, other: String } "J-130" Check Input,
    /// More people are said to support a minority statement than had a vote.
    ManySupporters { option: String, people: u64, members: u64 } "J-131" Stop Input,
    /// An option had a reply before an agreement left it out, and now has another.
    OtherReply { option: String } "J-132" Stop Input,
    /// A reply that was put off is put off again.
    PutOffAgain { option: String, times: u64, day: String } "J-133" Check Input,
    /// An option that was not adopted.
    NotAdopted { option: String } "J-57" Stop Input,
    /// Within what term replies are due is not said.
    NoTerm "J-58" Stop Input,
    /// A consultation of which neither the command nor the charter says how or when people were asked.
    NotAnnounced "J-126" Stop Input,
    /// A consultation that was held otherwise than the charter announced.
    OtherwiseAsked { how: String, from: String, until: String } "J-127" Check Input,
    /// Not the digest of a document.
    NotDigest { cell: String } "J-59" Stop Input,
    /// A name that is no plain name.
    BadName "J-60" Stop Input,
    /// A recount of a ballot that a lot, or an agreement, rests on already.
    Rested { act: u32 } "J-61" Check Input,
    /// Votes per paper beyond what a paper can hold.
    PointsAbove { option: String, count: u32, votes: u64, most: u64 } "J-62" Stop Input,
    /// All votes together are more than all papers can hold.
    SumAbove { count: u32, votes: u64, most: u64 } "J-63" Stop Input,
    /// More places for the best than there are options.
    FewOptions { best: u64, options: u64 } "J-64" Stop Input,
    /// A record that does not show codes cannot show delegates.
    NoCodes "J-65" Stop Input,
    /// Two rules have one name.
    RuleTwice { name: String } "J-66" Stop Input,
    /// A rule that is not the charter's comes without a reason why it came later.
    LateRule { name: String, other: bool } "J-67" Stop Input,
    /// Dice with so few outcomes that some orders are likelier than others.
    FewDice { needed: u64 } "J-68" Stop Input,
    /// Published numbers that can come in so few ways that all of them could be tried beforehand.
    FewNumbers { ways: u64 } "J-125" Stop Input,

    /// Papers that were typed in add up to neither count of an option.
    PapersDiffer { option: String, papers: String, first: String, second: String } "J-76" Stop Input,
    /// A column of papers that is no option: it would tell whose they are.
    PaperColumn { heading: String, near: Option<String> } "J-77" Stop Input,
    /// An option has no column in the list of papers.
    NoPaperColumn { option: String } "J-78" Stop Input,
    /// A paper holds more than the rule lets it.
    PaperHolds "J-79" Stop Input,
    /// A rule of votes by name that the charter did not announce.
    OpenLater { name: String } "J-80" Stop Input,
    /// Votes of a ballot by name are given as counts.
    NeedsNames { name: String } "J-81" Stop Input,
    /// Votes by name, or papers, are given of a ballot that has none.
    NoNames { name: String, secrecy: &'static str } "J-82" Stop Input,
    /// A role was not counted in one of the two counts.
    RoleNotCounted { option: String, count: u32, role: String } "J-83" Stop Input,
    /// More papers than people.
    ManyPapers { papers: u64, people: u64 } "J-84" Stop Input,
    /// More votes by name than people of a role were present.
    ManyNames { role: String, votes: u64, present: u64 } "J-87" Stop Input,
    /// Fewer votes by name than people of a role were present.
    FewNames { role: String, votes: u64, present: u64 } "J-154" Check Input,
    /// No counts are given.
    NoCounts { name: String } "J-88" Stop Input,
    /// The round of the beacon was due before what it is to decide was published.
    RoundKnown { round: u64, due: String } "J-85" Stop Input,
    /// A group from a call has everybody who answered it.
    CallPlaces { willing: u64, places: u64 } "J-89" Stop Input,
    /// Two counts of a secret vote differ by a few papers, and tell how these voted.
    FewPapers { act: Option<u32> } "J-143" Stop Input,
    /// A secret vote asks what another asked, and their counts differ by a few papers.
    FewAgain { name: String } "J-155" Stop Input,
    /// Counts of two secret votes with other words differ by a few papers in all options.
    LikeCounts { name: String } "J-156" Check Input,
    /// A secret vote is counted again with another number of people present.
    OtherPresent { now: String, before: String } "J-90" Stop Input,
    /// A lot has decided this tie, and the ballot was counted again with the same outcome.
    LotAgain { name: String, act: u32 } "J-91" Stop Input,
    /// Replies are to come later than the charter promises.
    LongTerm { term: String, promised: String } "J-92" Stop Input,
    /// What a vote or a group rests on is of a draw that was annulled.
    Annulled { act: u32 } "J-93" Stop Input,
    /// A row with a total of the others.
    Total { cell: String } "J-94" Stop Input,
    /// A text names somebody of the lottery, or where they live.
    Person "J-95" Stop Input,
    /// A text calls somebody of the lottery by a title and a surname.
    Titled "J-145" Stop Input,
    /// A line of the charter has a telephone number, a mail address or a number that could be a citizen service number.
    CharterReaches "J-146" Check Input,
    /// A share as a percentage that is nearly a simple fraction.
    NearShare { share: String, near: String } "J-147" Check Input,
    /// A share that nothing can exceed.
    Unreachable "J-148" Stop Input,
    /// Replies would be due on another day than was published.
    DueMoved { before: String, now: String } "J-149" Stop Input,
    /// The date is many years after that of the act before, or of the lottery.
    FarDate { date: String, last: String, early: bool } "J-150" Stop Input,
    /// A text has a surname of the lottery, as people are called by it.
    Surname "J-99" Check Input,
    /// A text has the id of somebody in the clerk's list.
    Id "J-134" Check Input,
    /// A ballot is frozen after the last day of its phase.
    PhaseOver { name: String, phase: String, until: String } "J-103" Check Input,
    /// A ballot is frozen before the people who are to advise at the start have met.
    FinishedBefore { name: String, phase: String, from: String } "J-104" Check Input,
    /// A line of the charter has a name or an address that somebody of the lottery has.
    CharterCalls "J-105" Check Input,
    /// The people of the other lottery are not the willing, or its panel is another size.
    OtherLottery "J-86" Stop Input,

    /// The five answers: one is missing.
    Answer { key: &'static str } "J-70" Stop Input,
    /// A rung that its ladder does not have.
    Rung { scale: u32, words: &'static str } "J-71" Stop Input,
    /// A term that is none.
    Term { cell: String } "J-72" Stop Input,
    /// An answer to a warning that there is none of.
    NoWarning { cell: String, words: &'static str } "J-73" Stop Input,
    /// A phase ends before it begins.
    Backwards "J-74" Stop Input,
    /// A phase asks for a ballot that has no rule.
    PhaseBallot { name: String } "J-75" Stop Input,
}

//! What a check of a ledger says: claims, and what is wrong. Imports `base` and `draw`.

use crate::base::numbered::numbered;
use crate::draw::code::Code;
use crate::programme::day::Day;

numbered! {
    /// A claim about a ledger. The number is for ever.
    Id: u8 {
        /// Entries without gaps, each linked to the one before.
        Chain = 1,
        /// Every line that others noted is that of an entry.
        Heads = 2,
        /// Every record is entered as it is.
        Records = 3,
        /// The counts add up, and are those of the records.
        Counts = 4,
        /// The rules in force are the ones that were.
        Rules = 5,
        /// The chances by cohort are those of the records.
        Chances = 6,
        /// The records exclude and seat as many people as the entries say.
        Excluded = 7,
        /// The sealed rows are those that were committed to; every erased one is accounted for.
        Rows = 8,
        /// Nobody who was barred was in a pool, and nobody else was barred.
        Bars = 9,
        /// Terms are kept.
        Terms = 10,
        /// Letters went by turns.
        Turns = 11,
        /// The burden is what the rows say.
        Burden = 12,
    }
}

/// One claim and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Which.
    pub id: Id,
    /// How many things were checked.
    pub checked: u64,
    /// The outcome.
    pub outcome: Outcome,
    /// What whoever reads it has to know besides.
    pub remarks: Vec<Remark>,
}

/// What became of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It holds.
    Pass,
    /// It does not: the first thing that is wrong.
    Fail(Failure),
    /// It was not checked.
    NotChecked(Why),
}

/// Why a claim was not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// What it rests on failed.
    RestsOn(Id),
    /// No line was given.
    NoHead,
    /// No record was given.
    NoRecord,
    /// The sealed tier is not here.
    NotSealed,
    /// There is nothing of the kind.
    Nothing,
}

impl Why {
    /// Whether it leaves a question open about the ledger itself. Records of lotteries are looked at where they are given.
    pub fn leaves_open(self) -> bool {
        matches!(self, Self::RestsOn(_) | Self::NoHead)
    }
}

/// Where something is wrong, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What.
    pub what: Wrong,
    /// The entry, if it is in one.
    pub entry: Option<u32>,
    /// The file or line that is wrong, if it is one.
    pub file: Option<String>,
    /// The person whom it is about; only in claims of the sealed tier.
    pub person: Option<Code>,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// An entry is missing, and later ones are there.
    Gap,
    /// A file is missing, is not the one listed, or does not belong there.
    File,
    /// An entry does not name the one before.
    Previous,
    /// A fact of an entry is not what it should be.
    Fact,
    /// An entry is of a day before that of the entry before.
    Earlier,
    /// A file that follows from the entries does not.
    NotLast,
    /// A line that was noted is of no entry here.
    Head,
    /// A record is not entered.
    NotEntered,
    /// A record's draw or list of events is not entered.
    DrawMissing,
    /// A record is not sound.
    BadRecord,
    /// The charter of a record names a line that is of no entry before it.
    Charter,
    /// An entry is of a day before that of the charter of its lottery.
    BeforeCharter,
    /// An entry is of another body, or letters of another frame, than the charter of the record says.
    Body,
    /// The key of a record does not follow from the programme's.
    Key,
    /// The seed of an entry is not that of the record.
    Seed,
    /// Lines of the counts do not add up.
    Sum,
    /// A count is not that of the record, or of the rows.
    Count,
    /// Counts are by a feature by which the rules do not report.
    Feature,
    /// The burden of an entry is not that of the one before it and what its counts say.
    Grown,
    /// An entry names rules that were not in force.
    Rules,
    /// A charter says that its people registered themselves, and the rules do not know their frame as one of such people.
    Kind,
    /// Chances are not those of the record, or do not add up.
    Chances,
    /// As many people are not excluded, or have a seat, as the entry says.
    Excluded,
    /// Rows or salts do not lead to the root.
    Root,
    /// A row was erased, and no erasure says so.
    Unaccounted,
    /// Rows were erased because their time was over, and it was not.
    Early,
    /// A code does not follow from the key.
    Code,
    /// Somebody was in a pool who was barred.
    WasBarred,
    /// Somebody was in a pool whose id looks like that of somebody who was barred, and who was not there.
    Alike,
    /// Somebody was barred without ground.
    NoGround,
    /// A body has more members than seats.
    TooMany,
    /// Somebody's term is longer than the rules allow, or changed.
    TooLong,
    /// Somebody had a letter out of turn.
    OutOfTurn,
    /// Whoever should have had a letter did not.
    PassedOver,
    /// A newcomer's lot does not follow from the seed.
    Lot,
    /// The table of burdens is not what the rows say.
    Burden,
}

/// What has to be known besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// So many rows were erased, on these grounds: their time was over, and a person asked.
    Erased {
        /// Because their time was over.
        retention: u64,
        /// Because the person asked.
        request: u64,
    },
    /// Rows of earlier entries were erased, so only what is left was checked.
    Partly,
    /// People were in a lottery whom rows of earlier days would have barred that were entered after it.
    BarredLate {
        /// The entry of the lottery.
        entry: u32,
        /// So many people.
        people: u64,
    },
    /// So many records that are entered were not given.
    Others(u64),
    /// So many entries are of draws that a later draw of the same lottery took the place of.
    Annulled(u64),
    /// Charters of records that name no line of the programme, and that have no day: which rules were in force when their
    /// lotteries were frozen, they do not say.
    Unbound {
        /// So many without a line.
        lines: u64,
        /// So many without a day.
        dates: u64,
    },
    /// So many charters do not say for which body their lottery is drawn, or to which frame its letters go: that was chosen
    /// when it was entered.
    ForNobody(u64),
    /// The lots of newcomers in the last letters follow from the seed of this entry.
    NewcomersBy {
        /// Its number.
        entry: u32,
        /// What it is of.
        title: String,
    },
    /// A lottery among people who registered themselves, whose charter does not say so.
    Unsaid {
        /// The entry.
        entry: u32,
        /// The frame.
        frame: String,
    },
    /// A setting of the rules was changed and changed back, and lotteries were drawn by what it said in between.
    Swing {
        /// Which.
        setting: String,
        /// The day on which it changed.
        from: Day,
        /// The day on which it changed back.
        until: Day,
        /// The entry that changed it.
        changed: u32,
        /// The entry that changed it back.
        back: u32,
        /// The entries of these lotteries.
        lotteries: Vec<u32>,
    },
    /// Records of which the key of the codes could not be checked: by their names.
    OpenKeys(Vec<String>),
    /// A lottery was entered long after the day of its charter.
    Gap {
        /// The entry.
        entry: u32,
        /// The day of the charter.
        charter: Day,
        /// The day of the entry.
        entered: Day,
    },
    /// So many people were excluded on grounds that are none of the programme's.
    OtherGrounds(u64),
    /// Seats of a body changed later than the rules say.
    RenewedLate {
        /// The body.
        body: String,
        /// When they were to change.
        due: Day,
        /// When they did.
        day: Day,
    },
    /// What the clerk entered, and no record can show to be true.
    AsEntered {
        /// Ids that were linked as one person's.
        links: u64,
        /// Rows of hours and money.
        served: u64,
    },
}

pub(super) fn not_checked(id: Id, why: Why) -> Claim {
    Claim { id, checked: 0, outcome: Outcome::NotChecked(why), remarks: Vec::new() }
}

/// A claim in the making.
pub(super) struct Tally {
    claim: Claim,
}

impl Tally {
    pub(super) fn new(id: Id) -> Self {
        Self { claim: Claim { id, checked: 0, outcome: Outcome::Pass, remarks: Vec::new() } }
    }

    /// One more thing was checked; the first that is wrong is told.
    pub(super) fn check(&mut self, right: bool, failure: impl FnOnce() -> Failure) {
        self.claim.checked += 1;
        if !right && self.claim.outcome == Outcome::Pass {
            self.claim.outcome = Outcome::Fail(failure());
        }
    }

    pub(super) fn fail(&mut self, failure: Failure) {
        self.check(false, || failure);
    }

    /// The claim; *not checked* where there was nothing.
    pub(super) fn done(mut self, nothing: Why) -> Claim {
        if self.claim.checked == 0 && self.claim.outcome == Outcome::Pass {
            self.claim.outcome = Outcome::NotChecked(nothing);
        }
        self.claim
    }
}

impl Failure {
    pub(super) fn of(what: Wrong) -> Self {
        Self { what, entry: None, file: None, person: None }
    }

    pub(super) fn entry(mut self, n: u32) -> Self {
        self.entry = Some(n);
        self
    }

    pub(super) fn file(mut self, file: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self
    }

    pub(super) fn person(mut self, person: Code) -> Self {
        self.person = Some(person);
        self
    }
}

/// Whether any claim fails.
pub fn failed(claims: &[Claim]) -> bool {
    claims.iter().any(|claim| matches!(claim.outcome, Outcome::Fail(_)))
}

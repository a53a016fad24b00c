//! What a check found, as data. Imports `bundle` and `sessions`.

pub use super::id::Id;
pub use super::proved::Proved;
pub use super::remark::Remark;
pub use super::tally::Step;
pub(super) use super::tally::Tally;
pub use super::why::Why;
use crate::bundle::form::Bad;
use crate::lottery::objective::Objective;

/// One claim and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Which.
    pub id: Id,
    /// How many things were checked.
    pub checked: u64,
    /// How many of them were wrong.
    pub failed: u64,
    /// The outcome.
    pub outcome: Outcome,
    /// What whoever reads the outcome has to know or do besides.
    pub remarks: Vec<Remark>,
}

impl Claim {
    /// The claim with more remarks, if there are any.
    pub(super) fn remark(mut self, remarks: impl IntoIterator<Item = Remark>) -> Self {
        self.remarks.extend(remarks);
        self
    }
}

/// What became of a claim.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Everything checked was right, and there was something to check.
    Pass,
    /// Something was wrong; the first thing that was.
    Fail(Failure),
    /// There was nothing to check it with. Never a pass.
    NotChecked(Why),
}

/// The first thing that was wrong with a claim.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // The fields are named for what they hold; the sentences are in `words`.
pub enum Failure {
    /// Something about an invitation lottery.
    Letters(super::invite::Wrong),
    /// A file is not there.
    Missing { file: String },
    /// A file cannot be read as what it should be.
    Unreadable { file: String, why: Bad },
    /// `commitment.txt` names another manifest.
    OtherCommitment,
    /// The published line names another lottery.
    OtherPublished,
    /// A file is not the one that was frozen.
    Changed { file: String },
    /// A charter of more bytes than one may have.
    Large { file: String, most: u64 },
    /// A row of the prepared list is nowhere in the record.
    PreparedRow { row: usize },
    /// So many people of the record are not in the prepared list.
    NotPrepared { people: u64 },
    /// The list of people, prepared again, comes out otherwise: what differs, and which source where it is one.
    MadeOtherwise { what: &'static str, at: usize },
    /// A file that does not belong here.
    Extra { file: String },
    /// Rules that this program does not know.
    UnknownRules { rules: u32 },
    /// A fact that does not agree with the files.
    Fact { fact: &'static str, stated: String, found: String },
    /// A ticket names a profile that does not exist or has too few members.
    NoSuchPanel,
    /// A ticket's panel breaks a quota.
    Quota { ticket: u64, feature: String, value: String, min: u32, max: u32, seated: u64 },
    /// A ticket's panel has the wrong size.
    Seats { ticket: u64, seats: u32, seated: u64 },
    /// A profile's tickets are not what is published.
    Chance { profile: usize, stated: u64, found: u64 },
    /// The certificate is no proof.
    NoProof,
    /// A leximin certificate leaves profiles out.
    Unsettled { profiles: usize },
    /// The multipliers of this level, counted from 0, do not show that nobody in it can have more.
    Level { level: usize },
    /// A number of the certificate has more digits than those of any true one under these rules.
    Digits { most: usize },
    /// The chances of the levels have a common denominator that the fairest ones cannot have.
    Denominator,
    /// Somebody may hold so many tickets more or fewer than the fairest lottery gives; the status allows fewer.
    Off { off: u64, allowed: u64 },
    /// The lottery falls further short than its status allows.
    NotOptimal { objective: Objective, gap: String },
    /// So few tickets that rounding hides an unfair lottery.
    FewTickets { tickets: u64, needed: u64 },
    /// A new search over panels did not find what the certificate leans on.
    SearchDisagrees,
    /// Made again from the frozen inputs, the lottery is another: this file differs; without a file, none comes out.
    MadeOther { file: Option<&'static str> },
    /// A draw's record is not whole.
    Record { draw: String, file: String },
    /// A draw is missing between others.
    Gap { draw: u32 },
    /// A record belongs to another lottery.
    OtherLottery { draw: String },
    /// A record does not name the draw before it.
    Chain { draw: String },
    /// A later draw gives no reason, or a first one does.
    Reason { draw: String },
    /// A fact of a record is not what it should be.
    RecordFact { draw: String, fact: &'static str },
    /// Another source than declared was used, for the reason recorded.
    Overridden { draw: String, reason: String },
    /// Another source than declared was used.
    Departed { draw: String },
    /// The beacon's answer is not genuine.
    Beacon { draw: String },
    /// The beacon's round was due before the commitment's date.
    Early { draw: String },
    /// The dice or the hand-drawn ticket cannot decide this lottery.
    ByHand { draw: String },
    /// Words that were opened are not those that were sealed; without a role, nobody sealed any.
    NotSealed { draw: String, role: Option<String> },
    /// The seed is another.
    Seed { draw: String },
    /// The winning ticket is another.
    Ticket { draw: String, stated: u64, found: u64 },
    /// The panel is another.
    Panel { draw: String, wrong: u64 },
    /// The reserves are others.
    Reserves { draw: String },
    /// The charter declares another number of reserves or other rates; none were drawn if so.
    ReservesPromised { draw: String, drawn: bool },
    /// A supplement does not go on where the record before it ended.
    Continues { what: &'static str },
    /// A list of events does not go on where the one before ended.
    Rewritten { list: u32 },
    /// An event that cannot stand; without a reason why, it is of somebody who was not drawn.
    Event { list: u32, row: usize, wrong: Option<crate::panel::roster::Impossible> },
    /// An event before the one above it.
    EventOrder { list: u32, row: usize },
    /// The events of one day are not in their one order from here.
    DayOrder { list: u32, row: usize },
    /// The key of the codes does not follow from the organiser's key and this record.
    OtherKey,
    /// The sealed tier is another.
    OtherSealed,
    /// A person of the sealed pool is not the one of the public pool.
    Person { row: usize },
    /// Somebody who was excluded or confirmed before is in the lottery, or on two lists.
    Again { code: String },
    /// The clerk's list is not what follows from the record.
    List { file: String },
    /// A row of the seats of a plan that cannot be.
    SeatRow(Box<crate::sessions::wrong::Wrong>),
    /// The plan that a seat plan was changed from is not here, or leads back to none that was made from a seed.
    SeatBefore { plan: String, circular: bool },
    /// A seat plan is drawn from another stream of the seed than its kind of plan is.
    SeatStream { plan: String },
    /// A list to hand out is not what the seats give.
    SeatList { file: String },
    /// Nobody knows why these people are in a seat plan of this record.
    SeatStrangers { plan: String, strangers: u64, people: u64 },
    /// People of a seat plan have another value of a feature than in the record.
    SeatFeature { plan: String, feature: String, people: u64 },
    /// A line that was published before the seed names no seat plan. `plans` is how many there are; `frozen`
    /// the folder of inputs that it does name.
    SeatLine { line: String, plans: u64, frozen: Option<String> },
    /// The inputs of a seat plan are not those its seed is bound to.
    SeatInputs { plan: String },
    /// The line beside inputs is not theirs.
    SeatFrozen { plan: String },
    /// Seats of a plan differ from the plan made again.
    SeatsDiffer { plan: String, seats: u64 },
    /// A seat plan breaks a rule.
    SeatRule { plan: String },
    /// Something in an act of the deliberation is not true; `about`: an option, a role.
    Act { act: u32, wrong: super::acts::ActWrong, about: Option<String> },
    /// A line of a ballot that was published names none here.
    BallotLine { line: String },
    /// A line that somebody kept is of an act that another replaced.
    LineReplaced {
        /// The act.
        act: u32,
        /// The one that replaced it.
        by: u32,
        /// Why.
        why: String,
    },
    /// A figure of a seat plan is not what its seats give.
    SeatFigure { plan: String },
}

/// All claims of a record, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The claims.
    pub claims: Vec<Claim>,
    /// What the certificate proves, if it does.
    pub proved: Option<Proved>,
}

impl Report {
    /// Whether any claim failed.
    pub fn failed(&self) -> bool {
        self.claims.iter().any(|c| matches!(c.outcome, Outcome::Fail(_)))
    }

    /// The claims that failed.
    pub fn failures(&self) -> Vec<Id> {
        self.claims.iter().filter(|c| matches!(c.outcome, Outcome::Fail(_))).map(|c| c.id).collect()
    }

    /// The claim of that number.
    pub fn claim(&self, id: Id) -> &Claim {
        self.claims.iter().find(|claim| claim.id == id).unwrap_or_else(|| absent(id))
    }

    /// The claims about something that there is: those of seat plans, a supplement and a prepared list only where there
    /// are such.
    pub fn told(&self) -> impl Iterator<Item = &Claim> {
        let nothing = [Why::NoSeatPlans, Why::NoSupplement, Why::NoActs, Why::NotAsked, Why::NotPrepared]
            .map(Outcome::NotChecked);
        self.claims.iter().filter(move |claim| !nothing.contains(&claim.outcome))
    }

    /// Whether people decided something that was checked too.
    pub fn has_acts(&self) -> bool {
        self.told().any(|claim| claim.id == Id::Acts)
    }

    /// With the claims that are missing, in order.
    pub(super) fn complete(mut self) -> Self {
        let why = |id| match id {
            Id::SeatsFollow | Id::SeatRules | Id::SeatFigures => Why::NoSeatPlans,
            Id::Supplement => Why::NoSupplement,
            _ => Why::NotAsked,
        };
        let has = |id: &Id| self.claims.iter().any(|claim| claim.id == *id);
        let missing: Vec<Claim> =
            Id::ALL.into_iter().filter(|id| !has(id)).map(|id| not_checked(id, why(id))).collect();
        self.claims.extend(missing);
        self.claims.sort_by_key(|claim| claim.id);
        self
    }
}

/// A claim that cannot be checked.
pub(super) fn not_checked(id: Id, why: Why) -> Claim {
    Claim { id, checked: 0, failed: 0, outcome: Outcome::NotChecked(why), remarks: Vec::new() }
}

/// A claim that is in no report.
pub(super) fn absent(id: Id) -> &'static Claim {
    &ABSENT[Id::ALL.iter().position(|it| *it == id).unwrap_or_default()]
}

/// A claim that is in no report: nobody asked for it.
static ABSENT: [Claim; Id::ALL.len()] = {
    const NONE: Claim = Claim {
        id: Id::Commitment,
        checked: 0,
        failed: 0,
        outcome: Outcome::NotChecked(Why::NotAsked),
        remarks: Vec::new(),
    };
    let mut all = [const { NONE }; Id::ALL.len()];
    let mut at = 0;
    while at < all.len() {
        all[at].id = Id::ALL[at];
        at += 1;
    }
    all
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_says_what_failed_and_why_the_others_are_not_there() {
        let outcome = Outcome::Fail(Failure::Early { draw: "draw 1".into() });
        let failed = Claim { id: Id::Evidence, checked: 1, failed: 1, outcome, remarks: Vec::new() };
        let report = Report { claims: vec![failed.clone()], proved: None }.complete();
        assert!(report.failed());
        assert_eq!(report.failures(), [Id::Evidence]);
        assert_eq!(report.claims.iter().map(|claim| claim.id).collect::<Vec<_>>(), Id::ALL);
        assert_eq!(report.claim(Id::Evidence), &failed);
        for (id, why) in [
            (Id::SeatsFollow, Why::NoSeatPlans),
            (Id::SeatRules, Why::NoSeatPlans),
            (Id::SeatFigures, Why::NoSeatPlans),
            (Id::Supplement, Why::NoSupplement),
            (Id::Acts, Why::NotAsked),
        ] {
            assert_eq!(report.claim(id).outcome, Outcome::NotChecked(why), "{id:?}");
        }
        assert_eq!(report.told().map(|claim| claim.id).collect::<Vec<_>>(), [Id::Evidence]);
        assert!(!report.has_acts());
        let nothing = Report { claims: Vec::new(), proved: None };
        assert!(!nothing.failed() && nothing.failures().is_empty());
        assert!(Id::ALL.into_iter().all(|id| nothing.claim(id).id == id));
        let acts = Claim { id: Id::Acts, outcome: Outcome::Pass, ..failed };
        assert!(Report { claims: vec![acts], proved: None }.has_acts());
    }
}

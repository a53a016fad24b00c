//! The claims by their numbers. Imports `base`.

use crate::base::numbered::numbered;

numbered! {
    /// A claim about the record. The number is for ever.
    Id: u8 {
        /// The manifest is the one that the folder's commitment names.
        Commitment = 1,
        /// The commitment is the one that was published.
        Published = 2,
        /// The frozen files are there and unchanged.
        Files = 3,
        /// There is nothing else in the record.
        NothingExtra = 4,
        /// The facts are of known rules and complete.
        Facts = 5,
        /// Quotas, profiles and pool are sound and agree.
        People = 6,
        /// The tickets are numbered without gaps, and each is a panel of people who exist.
        Tickets = 7,
        /// Every ticket's panel fills the seats and meets every quota.
        Quotas = 8,
        /// The chances published are those that the tickets give.
        Chances = 9,
        /// No lottery under these quotas is fairer than is said.
        Fairness = 10,
        /// Every draw and trial is recorded, whole and in order.
        Records = 11,
        /// The seed is of the source declared beforehand.
        Source = 12,
        /// The evidence is genuine as far as it can show.
        Evidence = 13,
        /// The seed follows from commitment and evidence.
        Seed = 14,
        /// The winning ticket follows from the seed.
        Ticket = 15,
        /// The panel is the ticket's.
        Panel = 16,
        /// The sealed tier belongs to the public one.
        Sealed = 17,
        /// The clerk's lists follow from both tiers.
        Lists = 18,
        /// Whoever was excluded or confirmed before is not in the lottery, and the rest is what they leave.
        Before = 19,
        /// Each seat plan follows from its inputs and seed.
        SeatsFollow = 20,
        /// Each seat plan keeps its rules.
        SeatRules = 21,
        /// The figures of each seat plan are true.
        SeatFigures = 22,
        /// The reserves follow from the seed, the panel and their terms.
        Reserves = 23,
        /// Every reserve was called in turn, or for a reason.
        Rosters = 24,
        /// A supplement goes on where the record before it ended.
        Supplement = 25,
        /// The lottery is the one that its rules make of the frozen inputs.
        MadeAgain = 26,
        /// The list of people is the one that was prepared.
        Prepared = 27,
        /// Acts of the deliberation follow one another, each whole and in its form.
        Acts = 28,
        /// Every count is of a frozen ballot, whose rule was promised or has a reason.
        Ballots = 29,
        /// Those who may vote are the people who are in, and others with a role.
        Rolls = 30,
        /// The numbers counted fit the people present.
        Numbers = 31,
        /// What became of each option follows from rule, roll and counts.
        Results = 32,
        /// The agreement has what was adopted, as it was worded.
        Agreement = 33,
        /// Delegates follow from the willing and the seed, or from a vote.
        Delegates = 34,
        /// Replies are due when it was said, and nothing is taken off the lists.
        Follow = 35,
    }
}

//! What a charter can be warned of, by name. Imports nothing of ours.

/// A warning, by its name in charters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// A rung on which residents decide something, and no rule of how.
    NoBallotRule,
    /// A rung on which somebody else decides, and no term for an answer.
    NoReplyTerm,
    /// A vote on a rung on which nothing is decided.
    IdleVote,
    /// People are drawn who are only told.
    IdleLot,
    /// Advisers at the start, with options that were finished before.
    FinishedOptions,
    /// A later phase on a lower rung.
    RungFalls,
    /// Lived experience is asked for, and no quota looks for it.
    InputWithoutQuota,
    /// Exactly half adopts.
    TieAdopts,
    /// The only thing that decides is what people say who chose to take part.
    ConsultationDecides,
}

impl Warning {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::NoBallotRule,
        Self::NoReplyTerm,
        Self::IdleVote,
        Self::IdleLot,
        Self::FinishedOptions,
        Self::RungFalls,
        Self::InputWithoutQuota,
        Self::TieAdopts,
        Self::ConsultationDecides,
    ];

    /// Its name in `[[answer]]`, and the key of its sentence after `warning-`.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoBallotRule => "no-ballot-rule",
            Self::NoReplyTerm => "no-reply-term",
            Self::IdleVote => "idle-vote",
            Self::IdleLot => "idle-lot",
            Self::FinishedOptions => "finished-options",
            Self::RungFalls => "rung-falls",
            Self::InputWithoutQuota => "input-without-quota",
            Self::TieAdopts => "tie-adopts",
            Self::ConsultationDecides => "consultation-decides",
        }
    }
}

/// The names of the warnings, as messages list them.
pub const WARNINGS: &str = "no-ballot-rule, no-reply-term, idle-vote, idle-lot, finished-options, rung-falls, \
    input-without-quota, tie-adopts, consultation-decides";

//! Why a claim was not checked, as data. Imports its siblings.

use super::id::Id;

/// Why a claim was not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It rests on a claim that did not pass.
    RestsOn(Id),
    /// It rests on a claim about an invitation lottery that did not pass.
    RestsOnLetters(u8),
    /// Something of an invitation lottery is not here.
    Lacks(super::invite::Lack),
    /// No published commitment was given.
    NoLine,
    /// Nothing has been drawn.
    NoDraw,
    /// No source was declared.
    Undeclared,
    /// The sealed tier is not here.
    NoSealedTier,
    /// The clerk's lists are not here.
    NoLists,
    /// It leans on a search over panels, and no new search was made.
    NotSearched,
    /// Nobody was excluded or confirmed before, and there is no household rule.
    NothingBefore,
    /// No reserves were drawn.
    NoReserves,
    /// The record that a supplement goes on from is not here.
    NoRecordBefore,
    /// Neither record has codes in public, and the sealed tier of one is not there.
    NoCodes,
    /// No list of events was published.
    NoRosters,
    /// No seat plan is there that can be read.
    NoSeatPlan,
    /// There are no seat plans, and nobody knows of one.
    NoSeatPlans,
    /// It goes on from no other record.
    NoSupplement,
    /// There are no acts of a deliberation.
    NoActs,
    /// There are acts, and none of them is about this.
    NothingOfIt,
    /// Nobody asked for it here.
    NotAsked,
    /// The list of people was not prepared by a recipe.
    NotPrepared,
    /// The lottery was not made again.
    NotMade,
    /// It was made by search rules that this program does not have, and another may.
    OtherSearch {
        /// The number of those rules.
        made: u32,
        /// The number of this program's.
        here: u32,
    },
}

impl Why {
    /// Whether it leaves a question open that somebody with this record, and what was published, may want answered. Otherwise there is
    /// nothing of what the claim is about, or only whoever keeps what is not public can look at it.
    pub fn leaves_open(self) -> bool {
        use super::invite::Lack;
        match self {
            Self::RestsOn(_) | Self::RestsOnLetters(_) | Self::NoLine | Self::NoDraw | Self::Undeclared => {
                true
            }
            Self::NotSearched | Self::NotMade | Self::OtherSearch { .. } => true,
            Self::NoRecordBefore | Self::NoCodes | Self::NoSeatPlan => true,
            Self::Lacks(Lack::Letters | Lack::People | Lack::Areas | Lack::Waves) => false,
            Self::NoSealedTier | Self::NoLists | Self::NothingBefore | Self::NoReserves | Self::NoRosters => {
                false
            }
            Self::NoSeatPlans | Self::NoSupplement | Self::NoActs | Self::NothingOfIt => false,
            Self::NotAsked | Self::NotPrepared => false,
        }
    }
}

//! One person in a record: where they stand, and in a public tier without codes the receipt by which
//! they can check it. Imports `base`, `draw`, `panel` and its siblings.

use super::form::{self, Bad};
use super::freeze;
use super::people::Coded;
use super::public::Public;
use super::sealed;
use crate::base::chance::Chance;
use crate::base::digest::Digest;
use crate::draw::code::Code;
use crate::draw::merkle;
use crate::panel::Laps;
use serde::{Deserialize, Serialize};

/// Where a person stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The code.
    pub code: Code,
    /// The profile, from 0.
    pub profile: u32,
    /// The place in the profile, from 0.
    pub place: u32,
}

impl Standing {
    /// The person with that code; `None` when there is nobody.
    pub fn of(coded: &Coded, code: Code) -> Option<Self> {
        let (profile, place) = coded.standing(code)?;
        Some(Self { code, profile, place })
    }

    /// The chance.
    pub fn chance(&self, laps: &Laps<'_>) -> Chance {
        laps.chance(self.profile, self.place)
    }

    /// Whether the person sits on a panel.
    pub fn seated(&self, seats: &[(u32, u32)]) -> bool {
        seats.binary_search(&(self.profile, self.place)).is_ok()
    }
}

/// What a person needs to check their own row in a public tier that shows only counts. For that person
/// alone: it holds their code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// The code.
    pub code: String,
    /// Digests of the neighbours on the way up the tree, 64 hexadecimal digits each.
    pub path: Vec<String>,
    /// The place in the profile, from 0.
    pub place: u32,
    /// The profile, from 0.
    pub profile: u32,
    /// What hides the row from others, 64 hexadecimal digits.
    pub salt: String,
}

impl Receipt {
    /// The receipt of a person, which takes the key.
    pub fn of(public: &Public, coded: &Coded, key: &[u8; 32], standing: &Standing) -> Self {
        let leaves = freeze::leaves(coded, key, &public.profiles);
        let path = merkle::path(&leaves, leaf_number(public, standing));
        Self {
            code: standing.code.to_string(),
            path: path.iter().map(Digest::to_string).collect(),
            place: standing.place,
            profile: standing.profile,
            salt: sealed::salt(key, standing.code).to_string(),
        }
    }

    /// Writes the receipt.
    pub fn facts(&self) -> Vec<u8> {
        form::facts(self)
    }

    /// Reads a receipt.
    ///
    /// # Errors
    /// [`Bad`].
    pub fn read(bytes: &[u8]) -> Result<Self, Bad> {
        form::read_facts(bytes)
    }

    /// Where the person stands, if the receipt leads to the root that was committed to.
    pub fn check(&self, public: &Public) -> Option<Standing> {
        let standing =
            Standing { code: Code::parse(&self.code).ok()?, profile: self.profile, place: self.place };
        let profile = public.profiles.get(self.profile as usize)?;
        if self.place >= profile.people {
            return None;
        }
        let path: Option<Vec<Digest>> = self.path.iter().map(|d| Digest::from_hex(d)).collect();
        let content = sealed::leaf(standing.code, self.profile, self.place);
        let leaf = merkle::leaf(&Digest::from_hex(&self.salt)?, &content);
        let count = public.profiles.iter().map(|p| p.people as usize).sum();
        let root = merkle::climb(leaf, leaf_number(public, &standing), count, &path?)?;
        (public.about.root.as_deref() == Some(root.to_string().as_str())).then_some(standing)
    }
}

/// Leaves go by profile, and within a profile by place; so the number of a leaf says who it is.
fn leaf_number(public: &Public, standing: &Standing) -> usize {
    let before = public.profiles[..standing.profile as usize].iter().map(|p| p.people as usize);
    before.sum::<usize>() + standing.place as usize
}

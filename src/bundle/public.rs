//! The public tier, read. Imports `base`, `quotas`, `lottery`, `seed`, `panel` and its siblings.

use super::about::About;
use super::files::{self, Folder};
use super::form::{self, Bad};
use super::people::{self, Coded, Detail, Profile};
use super::tables;
use crate::base::errors;
use crate::base::rules::Rules;
use crate::lottery::problem::Problem;
use crate::lottery::tickets::TicketLottery;
use crate::panel::reserve_terms::{self, Asked};
use crate::panel::{LapKey, Laps, Seating};
use crate::quotas::Quotas;
use crate::seed::charter::Charter;
use crate::seed::{Commitment, Manifest};

/// Everything that the public tier says, read strictly. Whether the files are the frozen ones and
/// what they say is true is for `verify`.
#[derive(Clone, Debug)]
pub struct Public {
    /// The commitment to all of it.
    pub commitment: Commitment,
    /// The facts.
    pub about: About,
    /// The rules by which everything follows.
    pub rules: Rules,
    /// The quotas.
    pub quotas: Quotas,
    /// The profiles.
    pub profiles: Vec<Profile>,
    /// Profiles, quotas and seats as numbers.
    pub problem: Problem,
    /// The tickets.
    pub lottery: TicketLottery,
    /// From what the laps follow.
    pub laps: LapKey,
    /// Codes and profiles, if they are public.
    pub coded: Option<Coded>,
    /// What was declared about the seed.
    pub charter: Charter,
    /// The reserves that were declared, if any.
    pub promised: Option<Asked>,
}

/// A public file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Which.
    pub file: &'static str,
    /// Why; `None`: it is not there.
    pub why: Option<Bad>,
}

errors!(Unreadable);

/// The bytes of a public file.
///
/// # Errors
/// [`Unreadable`] when it is not there.
pub fn file<'a>(folder: &'a Folder, file: &'static str) -> Result<&'a [u8], Unreadable> {
    let path = format!("{}{file}", files::PUBLIC);
    folder.get(&path).map(Vec::as_slice).ok_or(Unreadable { file, why: None })
}

impl Public {
    /// Reads the public tier of a lottery.
    ///
    /// # Errors
    /// The first file that cannot be read.
    pub fn read(folder: &Folder) -> Result<Self, Unreadable> {
        let manifest = Manifest::parse(file(folder, files::MANIFEST)?);
        let manifest = manifest.ok_or(Unreadable { file: files::MANIFEST, why: Some(Bad::Form) })?;
        let bad = |file| move |why| Unreadable { file, why: Some(why) };
        let about = file(folder, files::ABOUT)?;
        let rules = form::rules(about).map_err(bad(files::ABOUT))?;
        let about: About = form::read_facts(about).map_err(bad(files::ABOUT))?;
        let quotas = tables::read_quotas(file(folder, files::QUOTAS)?).map_err(bad(files::QUOTAS))?;
        let profiles =
            people::read_profiles(&quotas, file(folder, files::PROFILES)?).map_err(bad(files::PROFILES))?;
        let lottery = tables::read_lottery(file(folder, files::LOTTERY)?).map_err(bad(files::LOTTERY))?;
        let coded = match about.detail {
            Detail::Codes => {
                let pool = file(folder, files::POOL)?;
                Some(Coded::read(&quotas, &profiles, pool).map_err(bad(files::POOL))?)
            }
            Detail::Profiles => None,
        };
        let [quotas_csv, profiles_csv, lottery_csv] =
            [files::QUOTAS, files::PROFILES, files::LOTTERY].map(|name| file(folder, name));
        let laps = LapKey::of(quotas_csv?, profiles_csv?, lottery_csv?);
        let (charter, promised) = charter(folder, &about, &quotas)?;
        let problem = people::problem(&quotas, &profiles, about.seats);
        let commitment = manifest.commit();
        Ok(Self {
            commitment,
            about,
            rules,
            quotas,
            profiles,
            problem,
            lottery,
            laps,
            coded,
            charter,
            promised,
        })
    }

    /// Who sits on which ticket; `None` if some ticket is no panel of people who exist.
    pub fn laps(&self) -> Option<Laps<'_>> {
        Some(self.rules.laps(Seating::new(&self.lottery, &self.problem.sizes)?, self.laps))
    }
}

/// What the charter declares; nothing when there is none for the program to read.
///
/// # Errors
/// [`Unreadable`].
fn charter(folder: &Folder, about: &About, quotas: &Quotas) -> Result<(Charter, Option<Asked>), Unreadable> {
    let Ok(bytes) = file(folder, files::CHARTER_TOML) else { return Ok((Charter::default(), None)) };
    let read = std::str::from_utf8(bytes).ok().and_then(|text| {
        let charter = Charter::parse(bytes, about.tickets).ok()?;
        Some((charter, reserve_terms::read(text, quotas).ok()?))
    });
    read.ok_or(Unreadable { file: files::CHARTER_TOML, why: Some(Bad::Form) })
}

//! The public part of an invitation lottery, read. Imports `bundle`, `prepare`, `seed` and its siblings.

use super::frame::Counts;
use super::plan::Share;
use super::record::{About, OUTCOMES};
use super::rows::Strata;
use super::tables::{self, HomeSizes, names};
use super::terms::{Terms, is_for_letters};
use super::weights::Weights;
use super::{Homes, Wrongs};
use crate::base::digest::Digest;
use crate::base::errors;
use crate::base::rules::Rules;
use crate::bundle::form::{self, Bad};
use crate::bundle::{Folder, files};
use crate::prepare::{Facts, read_facts};
use crate::seed::charter::{BadCharter, Charter, Declared};
use crate::seed::{Commitment, Manifest};

/// Everything that the public part says, read strictly. Whether the files are the frozen ones and what they say is true is
/// for `verify`.
#[derive(Clone, Debug)]
pub struct Public {
    /// The commitment to all of it.
    pub commitment: Commitment,
    /// The facts.
    pub about: About,
    /// The rules by which everything follows.
    pub rules: Rules,
    /// What was declared about the seed.
    pub charter: Charter,
    /// What the charter says of letters.
    pub terms: Terms,
    /// The strata.
    pub strata: Strata,
    /// The digests of the frame.
    pub buckets: Vec<(u16, u64, Digest)>,
    /// People of each stratum.
    pub people: Vec<u64>,
    /// What their weights come to.
    pub weights: Vec<Weights>,
    /// Homes of each stratum and size; none where homes do not count.
    pub homes: Option<HomeSizes>,
    /// What became of the rows.
    pub counts: Counts,
    /// The grounds on which people were left out.
    pub grounds: Vec<String>,
    /// Letters and lists.
    pub plan: Vec<Share>,
    /// How the register was prepared, if it was by a recipe.
    pub prepared: Option<Facts>,
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

/// What is wrong with the charter of an invitation lottery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadTerms {
    /// What it says of the seed.
    Seed(Vec<BadCharter>),
    /// What it says of letters.
    Letters(Wrongs),
}

errors!(BadTerms);

/// Reads a charter for letters.
///
/// # Errors
/// [`BadTerms`].
pub fn read_charter(file: &str, bytes: &[u8]) -> Result<(Charter, Terms), BadTerms> {
    // A charter for a panel is told as that, before what its seed would lack here.
    if crate::seed::strict_toml::read(bytes).is_ok()
        && !is_for_letters(bytes)
        && let Err(wrongs) = Terms::read(file, bytes)
    {
        return Err(BadTerms::Letters(wrongs));
    }
    let charter = Charter::parse(bytes, OUTCOMES).map_err(BadTerms::Seed)?;
    let mut wrongs = Wrongs::default();
    if by_hand(charter.seed.as_ref()) {
        wrongs.push(super::What::NoTickets, crate::base::fault::Place::file(file));
    }
    let terms = match Terms::read(file, bytes) {
        Ok(terms) => Some(terms),
        Err(more) => {
            wrongs.append(more);
            None
        }
    };
    match terms.filter(|_| !wrongs.stop()) {
        Some(terms) => Ok((charter, terms)),
        None => Err(BadTerms::Letters(wrongs)),
    }
}

/// Whether tickets are declared, first or second.
fn by_hand(declared: Option<&Declared>) -> bool {
    match declared {
        Some(Declared::Ticket) => true,
        Some(Declared::Contributions { otherwise, .. }) => by_hand(Some(otherwise)),
        _ => false,
    }
}

/// What must be right before the rest can be read: gives a public file.
pub type Get<'a> = &'a dyn Fn(&'static str) -> Option<&'a [u8]>;

impl Public {
    /// Reads the public part in `folder`.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn read(folder: &Folder) -> Result<Self, Unreadable> {
        let get = |name: &'static str| folder.get(&format!("{}{name}", files::PUBLIC)).map(Vec::as_slice);
        let manifest = need(&get, files::MANIFEST)?;
        let bad = Unreadable { file: files::MANIFEST, why: Some(Bad::Form) };
        Self::of(Manifest::parse(manifest).ok_or(bad)?.commit(), &get)
    }

    /// Reads the public part from these files.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn of<'a>(commitment: Commitment, get: Get<'a>) -> Result<Self, Unreadable> {
        fn wrong(file: &'static str) -> impl Fn(Bad) -> Unreadable {
            move |why| Unreadable { file, why: Some(why) }
        }
        let about = need(get, files::ABOUT)?;
        let rules = form::rules(about).map_err(wrong(files::ABOUT))?;
        let about = About::read(about).map_err(wrong(files::ABOUT))?;
        let charter = need(get, files::CHARTER_TOML)?;
        let (charter, terms) = read_charter(files::CHARTER_TOML, charter)
            .map_err(|_| Unreadable { file: files::CHARTER_TOML, why: Some(Bad::Form) })?;
        let strata = tables::read_strata(need(get, names::STRATA)?).map_err(wrong(names::STRATA))?;
        let n = strata.len();
        let (people, weights) = tables::read_people(need(get, names::PEOPLE)?, n, terms.weighted())
            .map_err(wrong(names::PEOPLE))?;
        let buckets = tables::read_frame(need(get, names::FRAME)?).map_err(wrong(names::FRAME))?;
        let (counts, grounds) =
            tables::read_counts(need(get, names::COUNTS)?).map_err(wrong(names::COUNTS))?;
        let homes = match terms.columns.home.is_some() {
            true => Some(tables::read_homes(need(get, names::HOMES)?, n).map_err(wrong(names::HOMES))?),
            false => None,
        };
        let of = of(&terms, &people, homes.as_ref());
        let plan = tables::read_plan(need(get, names::PLAN)?, &of).map_err(wrong(names::PLAN))?;
        let prepared = get(files::PREPARED).map(|bytes| read_facts(bytes).ok_or(Bad::Form));
        let prepared = prepared.transpose().map_err(wrong(files::PREPARED))?;
        Ok(Self {
            commitment,
            about,
            rules,
            charter,
            terms,
            strata,
            buckets,
            people,
            weights,
            homes,
            counts,
            grounds,
            plan,
            prepared,
        })
    }

    /// How long the circle of each stratum is: its people, or the sum of their weights.
    pub fn lengths(&self) -> Vec<u64> {
        self.weights.iter().map(|weights| weights.sum).collect()
    }

    /// Places of each stratum's list.
    pub fn lists(&self) -> Vec<u64> {
        self.plan.iter().map(|share| share.list).collect()
    }
}

fn need<'a>(get: Get<'a>, file: &'static str) -> Result<&'a [u8], Unreadable> {
    get(file).ok_or(Unreadable { file, why: None })
}

/// What letters are shared out among: people of each stratum, or homes where addresses come first.
pub fn of(terms: &Terms, people: &[u64], homes: Option<&HomeSizes>) -> Vec<u64> {
    match (terms.homes, homes) {
        (Homes::AddressFirst, Some(homes)) => tables::sums(homes, people.len()).1,
        _ => people.to_vec(),
    }
}

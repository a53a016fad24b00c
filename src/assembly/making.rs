//! From a pool to a frozen lottery. Imports `pool`, `lottery`, `panel`, `bundle` and its siblings.

use super::patch::Patch;
use super::program::PROGRAM;
use super::refusal::{Promise, Refusal};
use crate::base::fault::Place;
use crate::bundle::about::Continues;
use crate::bundle::freeze::{self, CharterFile, Frozen, NotFrozen, Prepared};
use crate::bundle::people::MOST_PEOPLE;
use crate::bundle::sealed::RecordName;

use crate::bundle::{Detail, Inputs, files, sealed, tables};
use crate::deliberation;
use crate::deliberation::sheet::tells;
use crate::deliberation::wrong::{Found, What};
use crate::lottery::profiles::Profiles;
use crate::lottery::solve::{self, Lottery, Objective, Options, Progress};
use crate::panel::reserve_terms::{self, Asked};
use crate::pool::Pool;
use crate::pool::named::{Calls, Named};
use crate::seed;
use crate::seed::charter::Declared;

/// The most tickets that there can be.
pub const MOST_TICKETS: u64 = 1_000_000_000;

/// A charter as supplied.
#[derive(Clone, Debug)]
pub struct Charter {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whether it is for the program too, as TOML.
    pub toml: bool,
}

/// What to make of a pool.
#[derive(Clone, Debug)]
pub struct Making {
    /// What to make as fair as possible.
    pub objective: Objective,
    /// Tickets.
    pub tickets: u64,
    /// The charter.
    pub charter: Option<Charter>,
    /// The organiser's secret key, from which the key of the codes follows for this lottery alone; that of a supplement is
    /// the first lottery's own key. Without it, a key that follows from the inputs.
    pub key: Option<[u8; 32]>,
    /// How much of the pool is public.
    pub detail: Detail,
    /// The record that a supplement goes on from.
    pub continues: Option<Continues>,
    /// How the list of people was prepared, if it was.
    pub prepared: Option<Prepared>,
}

impl Default for Making {
    /// Leximin over a million tickets, a public row under a code for each person, no charter and no secret key.
    fn default() -> Self {
        Self {
            objective: Objective::Leximin,
            tickets: 1_000_000,
            charter: None,
            key: None,
            detail: Detail::Codes,
            continues: None,
            prepared: None,
        }
    }
}

/// A lottery, found and frozen.
pub struct Made {
    /// The people's profiles.
    pub profiles: Profiles,
    /// The lottery as found.
    pub lottery: Lottery,
    /// Its files.
    pub frozen: Frozen,
    /// What was made.
    pub making: Making,
    /// The source of the seed that the charter declares.
    pub declared: Option<Declared>,
    /// The reserves that the charter declares.
    pub promised: Option<Asked>,
}

impl Made {
    /// What makes its folder.
    pub fn patch(&self) -> Patch {
        Patch::new_folder(&self.frozen.folder)
    }

    /// Lines of the charter, which becomes public, with a name or an address that somebody of the pool has, or by which somebody can
    /// be reached. `file` is what the charter is called. Whoever holds an office may stand there, so that stops nothing.
    pub fn charter_calls(&self, pool: &Pool, file: &str) -> Found {
        let mut found = Found::default();
        if let Some(charter) = &self.making.charter {
            for (row, _) in charter_reaches(&charter.bytes) {
                found.push(What::CharterReaches, Place::file(file).row(row));
            }
            let named = Named::of(pool.headings(), pool.people().map(|person| person.cells().collect()));
            for (at, line) in String::from_utf8_lossy(&charter.bytes).lines().enumerate() {
                if named.calls(line) == Some(Calls::Person) {
                    found.push(What::CharterCalls, Place::file(file).row(at + 1));
                }
            }
        }
        found
    }

    /// The assembly.
    ///
    /// # Errors
    /// [`Refusal::Damaged`] would be a mistake of the program.
    pub fn open(&self) -> Result<super::Frozen, Refusal> {
        super::Frozen::read(self.frozen.folder.clone())
    }
}

/// Rows of a charter, which becomes public, that tell how to reach somebody, or who they are; not those of sealed words.
pub fn charter_reaches(bytes: &[u8]) -> Vec<(usize, Vec<What>)> {
    let sealed = |line: &str| line.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word.len() >= 64);
    let text = String::from_utf8_lossy(bytes);
    let rows = (1..).zip(text.lines()).filter(|(_, line)| !sealed(line));
    rows.map(|(row, line)| (row, tells(line).collect::<Vec<_>>())).filter(|it| !it.1.is_empty()).collect()
}

/// Finds the fairest lottery and freezes it, in memory.
///
/// # Errors
/// [`Refusal`].
pub fn freeze(pool: &Pool, making: Making, progress: &mut dyn FnMut(&Progress)) -> Result<Made, Refusal> {
    let people = pool.len() as u64;
    if people > MOST_PEOPLE {
        return Err(Refusal::ManyPeople { people });
    }
    let charter = making.charter.as_ref().filter(|charter| charter.toml);
    let declared =
        charter.map(|charter| seed::charter::Charter::to_freeze(&charter.bytes, making.tickets)).transpose();
    let declared = declared.map_err(Refusal::Charter)?.and_then(|charter| charter.seed);
    if let Some(charter) = charter {
        let mut found = Found::default();
        deliberation::charter::Charter::read(files::CHARTER_TOML, &charter.bytes, &mut found);
        if found.stop() {
            return Err(Refusal::Deliberation(Box::new(found)));
        }
    }
    let promised = promised(making.charter.as_ref(), pool)?;
    let profiles = pool.profiles();
    let options = Options { objective: making.objective, tickets: making.tickets, ..Options::default() };
    let homes = pool.homes().map_or(0, |homes| homes.list.len());
    let lottery = solve::make(&profiles.problem, homes, &options, progress);
    let lottery = lottery.map_err(|no| Refusal::NoLottery(Box::new((pool.clone(), no))))?;
    let key = making.key.map(|key| match making.continues {
        Some(_) => key,
        None => own_key(&key, pool, &making, lottery.tickets.tickets()),
    });
    let inputs = Inputs {
        pool,
        profiles: &profiles,
        lottery: &lottery.tickets,
        certificate: &lottery.certificate,
        objective: making.objective,
        status: lottery.status.word(),
        charter: making.charter.as_ref().map(|c| match c.toml {
            true => CharterFile::Toml(&c.bytes),
            false => CharterFile::Text(&c.bytes),
        }),
        key,
        detail: making.detail,
        continues: making.continues.as_ref(),
        prepared: making.prepared.as_ref(),
        program: PROGRAM,
    };
    let frozen = freeze::freeze(&inputs).map_err(|no| match no {
        NotFrozen::FewTickets { needed } => {
            // Digits drawn by hand need a power of ten.
            let powers = std::iter::successors(Some(10u64), |n| n.checked_mul(10));
            let enough = powers.take_while(|&n| n <= MOST_TICKETS).find(|&n| n >= needed);
            Refusal::FewTickets { tickets: making.tickets, needed, enough }
        }
        NotFrozen::Lottery | NotFrozen::Certificate(_) => Refusal::Mistaken,
    })?;
    Ok(Made { profiles, lottery, frozen, making, declared, promised })
}

/// The key of the codes of this lottery alone.
fn own_key(organiser: &[u8; 32], pool: &Pool, making: &Making, tickets: u64) -> [u8; 32] {
    let name = RecordName {
        sealed_pool: &sealed::pool(pool, &sealed::column_order(pool)),
        quotas: &tables::quotas(pool.quotas()),
        charter: making.charter.as_ref().map(|charter| charter.bytes.as_slice()),
        objective: making.objective.word(),
        seats: pool.seats(),
        tickets,
    };
    name.key(organiser)
}

/// The reserves that a charter declares, if any, for this pool and its quotas.
///
/// # Errors
/// [`Refusal::Promise`].
pub fn promised(charter: Option<&Charter>, pool: &Pool) -> Result<Option<Asked>, Refusal> {
    let Some(charter) = charter.filter(|charter| charter.toml) else { return Ok(None) };
    let refused = |promise| Refusal::Promise(Box::new((pool.clone(), promise)));
    let text = std::str::from_utf8(&charter.bytes).unwrap_or_default();
    let found = reserve_terms::read(text, pool.quotas()).map_err(|bad| refused(Promise::Bad(bad)))?;
    let remain = (pool.len() as u64).saturating_sub(u64::from(pool.seats()));
    match found {
        Some(Asked { reserves, .. }) if u64::from(reserves) > remain => {
            Err(refused(Promise::TooMany { reserves, remain }))
        }
        found => Ok(found),
    }
}

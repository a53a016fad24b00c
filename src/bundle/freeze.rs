//! From a pool and its lottery to the files of the record. Imports `base`, `pool`, `lottery`, `seed`,
//! `draw`, `panel` and its siblings.

use super::about::{About, Continues, KeyOrigin, Lottery};
use super::confirmed_excluded::{self, Confirmed};
use super::files::{self, Folder};
use super::household::{self, Arranged};
use super::people::{Coded, Detail, Profile};
use super::{clerk, fairness, form, people, ranges, sealed, tables};
use crate::base::chance::Chance;
use crate::base::errors;
use crate::base::rules::Rules;
use crate::draw::code::Code;
use crate::draw::merkle;
use crate::lottery::Search;
use crate::lottery::certificate::{self, Certificate};
use crate::lottery::objective::Objective;
use crate::lottery::profiles::Profiles;
use crate::lottery::tickets::TicketLottery;
use crate::panel::{LapKey, Seating};
use crate::pool::Pool;
use crate::seed::{Commitment, Manifest};

/// Everything that is frozen.
pub struct Inputs<'a> {
    /// People and quotas.
    pub pool: &'a Pool,
    /// The people's profiles.
    pub profiles: &'a Profiles,
    /// The tickets.
    pub lottery: &'a TicketLottery,
    /// The proof of fairness.
    pub certificate: &'a Certificate,
    /// What the lottery makes as fair as possible.
    pub objective: Objective,
    /// How the search ended, in one word.
    pub status: &'a str,
    /// The charter as supplied.
    pub charter: Option<CharterFile<'a>>,
    /// A secret key for the codes of this lottery and no other; without it, one that follows from the inputs.
    pub key: Option<[u8; 32]>,
    /// How much of the pool is public.
    pub detail: Detail,
    /// The record that a supplement goes on from.
    pub continues: Option<&'a Continues>,
    /// How the list of people was prepared, if it was.
    pub prepared: Option<&'a Prepared>,
    /// The program and its version.
    pub program: &'a str,
}

/// A list of people that was prepared by a recipe.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// `prepared.json` as it was made.
    pub facts: Vec<u8>,
    /// The list as it was made.
    pub pool: Vec<u8>,
}

/// A charter as supplied.
#[derive(Clone, Copy, Debug)]
pub enum CharterFile<'a> {
    /// For people.
    Text(&'a [u8]),
    /// For people and the program.
    Toml(&'a [u8]),
}

/// Why a lottery cannot be frozen. All but the first would be a fault of the program, not of the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotFrozen {
    /// So few tickets that nobody could see whether chances are as fair as can be.
    FewTickets {
        /// Enough of them.
        needed: u64,
    },
    /// The ticket lottery does not fit the profiles.
    Lottery,
    /// The certificate cannot be read as a proof.
    Certificate(certificate::Flaw),
}

errors!(NotFrozen);

/// The files of a lottery and its commitment.
#[derive(Clone, Debug)]
pub struct Frozen {
    /// Public tier, sealed tier, and the clerk's `chances.csv` and `columns.csv`.
    pub folder: Folder,
    /// The line to publish.
    pub commitment: Commitment,
    /// The facts.
    pub about: About,
    /// What the certificate proves.
    pub found: fairness::Found,
}

/// Freezes a lottery. The same inputs give the same bytes, whatever the order of rows and columns in
/// the files they came from.
///
/// # Errors
/// [`NotFrozen`].
pub fn freeze(inputs: &Inputs<'_>) -> Result<Frozen, NotFrozen> {
    let pool = inputs.pool;
    let supplied = tables::quotas(pool.quotas());
    let order = sealed::column_order(pool);
    let sealed_pool = sealed::pool(pool, &order);
    let key = inputs.key.unwrap_or_else(|| sealed::derived_key(&sealed_pool, &supplied));
    let arranged = household::arrange(pool, inputs.profiles, inputs.lottery, inputs.certificate, &key);
    if pool.homes().is_some() && arranged.is_none() {
        return Err(NotFrozen::Lottery);
    }
    let (source, lottery, certificate, record_quotas) = match &arranged {
        Some(a) => (&a.profiles, &a.lottery, &a.certificate, &a.quotas),
        None => (inputs.profiles, inputs.lottery, inputs.certificate, pool.quotas()),
    };
    let sizes = &source.problem.sizes;
    let seating = Seating::new(lottery, sizes).ok_or(NotFrozen::Lottery)?;
    let profile = |((values, &people), &tickets): ((&Vec<u32>, &u32), &u64)| Profile {
        values: values.clone(),
        people,
        tickets,
    };
    let profiles: Vec<Profile> = source.values.iter().zip(sizes).zip(seating.totals()).map(profile).collect();

    let quotas = tables::quotas(record_quotas);
    let (profiles_csv, lottery_csv) = (people::profiles(record_quotas, &profiles), tables::lottery(lottery));
    let laps = Rules::NOW.laps(seating, LapKey::of(&quotas, &profiles_csv, &lottery_csv));
    let seating = laps.seating();
    let codes = Code::of_ids(&key, pool.people().map(|p| p.id));
    let mut by_code: Vec<(Code, u32, usize)> =
        codes.iter().zip(&source.of_person).zip(0..).map(|((&c, &t), i)| (c, t, i)).collect();
    by_code.sort_unstable();
    let coded = Coded { people: by_code.iter().map(|&(code, t, _)| (code, t)).collect() };

    // Place in the profile, for each person in the order of the pool.
    let mut places = vec![0u32; pool.len()];
    let mut filled = vec![0u32; profiles.len()];
    for &(_, t, person) in &by_code {
        places[person] = filled[t as usize];
        filled[t as usize] += 1;
    }
    let root = (inputs.detail == Detail::Profiles)
        .then(|| merkle::root(&leaves(&coded, &key, &profiles)).to_string());

    let found = fairness::evaluate(inputs.objective, record_quotas, &source.problem, certificate, seating)
        .map_err(NotFrozen::Certificate)?;
    if seating.tickets() < found.needed {
        return Err(NotFrozen::FewTickets { needed: found.needed });
    }
    let about = About {
        status: fairness::status(inputs.status, found.excess.as_ref()).to_owned(),
        bound: found.bound.clone().map(fairness::decimal_up),
        confirmed: pool
            .confirmed()
            .map(|before| Confirmed { people: before.people.len() as u64, seats: before.seats }),
        continues: inputs.continues.cloned(),
        detail: inputs.detail,
        excluded: (!pool.excluded().is_empty()).then_some(pool.excluded().len() as u64),
        gap: found.gap.clone().map(fairness::decimal_up),
        household: arranged.as_ref().map(|a| a.rule.clone()),
        key: if inputs.key.is_some() { KeyOrigin::Secret } else { KeyOrigin::Derived },
        kind: Lottery::Panel,
        least: least(seating, sizes),
        objective: inputs.objective.word().to_owned(),
        off: found.off,
        people: pool.len() as u64,
        profiles: profiles.len() as u64,
        program: inputs.program.to_owned(),
        root,
        rules: Rules::NOW.number(),
        search: Search::NOW.number(),
        seats: pool.seats(),
        tickets: seating.tickets(),
        unique: unique(&profiles),
    };

    let of_person = &source.of_person;
    let people_codes = pool.people().zip(&codes).zip(of_person).map(|((p, &c), &t)| (p.id, c, t));
    let mut sealed_tier = Tier::default();
    sealed_tier.put(files::POOL, sealed_pool);
    sealed_tier.put(files::CODES, sealed::codes(people_codes));
    sealed_tier.put(files::KEY, sealed::key(&key));
    if let Some(prepared) = inputs.prepared {
        sealed_tier.put(files::PREPARED_POOL, prepared.pool.clone());
    }
    let settled = Settled::new(pool, &key);
    settled.seal(pool, &mut sealed_tier);
    let sealed_manifest = sealed_tier.manifest(None);

    let mut public = Tier::default();
    public.put(files::ABOUT, form::facts(&about));
    public.put(files::CERTIFICATE, fairness::text(certificate));
    match inputs.charter {
        Some(CharterFile::Text(bytes)) => public.put(files::CHARTER_TEXT, bytes.to_vec()),
        Some(CharterFile::Toml(bytes)) => public.put(files::CHARTER_TOML, bytes.to_vec()),
        None => {}
    }
    public.put(files::LOTTERY, lottery_csv);
    if inputs.detail == Detail::Codes {
        public.put(files::POOL, coded.table(record_quotas, &profiles));
    }
    if let Some(prepared) = inputs.prepared {
        public.put(files::PREPARED, prepared.facts.clone());
    }
    public.put(files::PROFILES, profiles_csv);
    public.put(files::QUOTAS, quotas);
    let household = about.household.as_ref().map(|rule| rule.feature.as_str());
    let ranges = ranges::of(record_quotas, household, &source.problem, lottery);
    public.put(files::RANGES, ranges::table(&ranges));
    settled.publish(pool, arranged.as_ref(), &key, &mut public);
    let manifest = public.manifest(Some(sealed_manifest.to_string().as_bytes()));
    let commitment = manifest.commit();

    let mut folder = Folder::new();
    // Profile by profile, one behind the other: a million people are looked up in it.
    let held: Vec<u64> = (0..profiles.len() as u32).flat_map(|t| laps.held(t)).collect();
    let mut firsts = vec![0];
    sizes.iter().for_each(|&n| firsts.push(firsts[firsts.len() - 1] + n as usize));
    let chance = |(person, id)| {
        let held = held[firsts[source.of_person[person] as usize] + places[person] as usize];
        (id, Chance::new(held, seating.tickets()))
    };
    let ids = pool.people().map(|person| person.id).enumerate();
    folder.insert(files::CHANCES.into(), clerk::chances(ids.map(chance)));
    folder.insert(files::COLUMNS.into(), clerk::columns(pool, &order));
    sealed_tier.put(files::MANIFEST, sealed_manifest.to_string().into_bytes());
    public.put(files::MANIFEST, manifest.to_string().into_bytes());
    public.put(files::COMMITMENT, format!("{commitment}\n").into_bytes());
    sealed_tier.into_folder(files::SEALED, &mut folder);
    public.into_folder(files::PUBLIC, &mut folder);
    Ok(Frozen { folder, commitment, about, found })
}

/// The leaves of the tree over people: by profile, and within a profile by place.
pub fn leaves(coded: &Coded, key: &[u8; 32], profiles: &[Profile]) -> Vec<crate::base::digest::Digest> {
    let members = coded.members(profiles.len());
    let leaf = |t: usize, place: usize, person: u32| {
        let (code, _) = coded.people[person as usize];
        merkle::leaf(&sealed::salt(key, code), &sealed::leaf(code, t as u32, place as u32))
    };
    let all =
        members.iter().enumerate().flat_map(|(t, m)| m.iter().enumerate().map(move |(p, &i)| (t, p, i)));
    all.map(|(t, place, person)| leaf(t, place, person)).collect()
}

/// The smallest number of tickets that anybody holds.
pub fn least(seating: &Seating<'_>, sizes: &[u32]) -> u64 {
    let floor = seating.totals().iter().zip(sizes).map(|(&total, &n)| total / u64::from(n));
    floor.min().unwrap_or(0)
}

/// People whose combination of features nobody else has.
pub fn unique(profiles: &[Profile]) -> u64 {
    profiles.iter().filter(|p| p.people == 1).count() as u64
}

/// The codes of people who were excluded or confirmed before.
struct Settled {
    excluded: Vec<Code>,
    confirmed: Vec<Code>,
}

impl Settled {
    fn new(pool: &Pool, key: &[u8; 32]) -> Self {
        let ids: Vec<&str> = pool.people().map(|p| p.id).collect();
        let excluded: Vec<&str> = pool.excluded().iter().map(|p| p.id.as_str()).collect();
        let before = pool.confirmed().map_or(&[][..], |before| &before.people);
        let confirmed: Vec<&str> = before.iter().map(|p| p.id.as_str()).collect();
        let (excluded, confirmed) = confirmed_excluded::codes(key, &ids, &excluded, &confirmed);
        Self { excluded, confirmed }
    }

    fn seal(&self, pool: &Pool, tier: &mut Tier) {
        if !pool.excluded().is_empty() {
            tier.put(files::EXCLUDED, sealed::excluded(pool.excluded()));
        }
        if let Some(before) = pool.confirmed() {
            let columns = pool.homes().map_or(&[][..], |homes| &homes.headings);
            tier.put(files::CONFIRMED, sealed::confirmed(&before.people, columns));
        }
    }

    fn publish(&self, pool: &Pool, arranged: Option<&Arranged>, key: &[u8; 32], tier: &mut Tier) {
        if !pool.excluded().is_empty() {
            tier.put(files::EXCLUDED, confirmed_excluded::excluded(pool.excluded(), &self.excluded));
        }
        if let Some(before) = pool.confirmed() {
            let quotas = arranged.map_or(pool.quotas(), |a| &a.quotas);
            let codes = pool.homes().map(|homes| household::codes(homes, key));
            let homes = pool.homes().zip(codes.as_deref()).zip(arranged).map(|((homes, codes), a)| {
                let place = a.quotas.features.iter().position(|f| f.name == a.rule.feature);
                (homes, codes, place.unwrap_or(0))
            });
            tier.put(files::ASKED, tables::quotas(&before.quotas));
            tier.put(files::CONFIRMED, confirmed_excluded::confirmed(before, quotas, &self.confirmed, homes));
        }
    }
}

/// Files of one tier.
#[derive(Default)]
struct Tier(Vec<(&'static str, Vec<u8>)>);

impl Tier {
    fn put(&mut self, name: &'static str, bytes: Vec<u8>) {
        self.0.push((name, bytes));
    }

    fn manifest(&self, sealed: Option<&[u8]>) -> Manifest {
        let mut files: Vec<(&str, &[u8])> = self.0.iter().map(|(n, b)| (*n, b.as_slice())).collect();
        files.extend(sealed.map(|bytes| (files::SEALED_MANIFEST, bytes)));
        Manifest::of(&files).expect("file names are ours and differ")
    }

    fn into_folder(self, prefix: &str, folder: &mut Folder) {
        folder.extend(self.0.into_iter().map(|(name, bytes)| (format!("{prefix}{name}"), bytes)));
    }
}

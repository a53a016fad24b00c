//! One person in a record: who is meant, and what became of them. Imports `bundle`, `panel`, `verify` and its siblings.

use super::frozen::chain;
use super::refusal::Refusal;
use crate::base::chance::Chance;
use crate::base::look::look;
use crate::bundle::became::{Became, Part};
use crate::bundle::people::Coded;
use crate::bundle::receipt::{Receipt, Standing};
use crate::bundle::record::DRAWS;
use crate::bundle::{Folder, Public, confirmed_excluded, files, form, household, sealed};
use crate::draw::code::Code;
use crate::prepare::left::{self, LeftOut};
use crate::quotas::Feature;
use crate::verify::{Id, Known, verify_lottery};

/// The claims on which an explanation rests.
const GROUNDS: [Id; 11] = [
    Id::Commitment,
    Id::Files,
    Id::Facts,
    Id::People,
    Id::Tickets,
    Id::Quotas,
    Id::Chances,
    Id::Records,
    Id::Before,
    Id::Reserves,
    Id::Rosters,
];

/// Whom an explanation is about.
#[derive(Clone, Copy, Debug)]
pub enum Whom<'a> {
    /// The person with this code, as somebody wrote it.
    Code(&'a str),
    /// The person with this id; takes the sealed tier.
    Id(&'a str),
    /// The person with this receipt.
    Receipt {
        /// The name of its file, for messages.
        file: &'a str,
        /// Its bytes.
        bytes: &'a [u8],
    },
}

/// One person in a record.
pub struct Explained {
    /// The public tier.
    pub public: Public,
    /// What part the person has.
    pub part: Part,
    /// What became of them.
    pub became: Became,
    /// Their chance, if they are in the pool.
    pub chance: Option<Chance>,
    /// Their receipt, where the public tier shows only counts and the sealed one is there.
    pub receipt: Option<Receipt>,
}

type Codes = Vec<(String, Code, u32)>;

/// Finds a person in the record in `folder`, of which the public tier is enough, and what became of them.
///
/// # Errors
/// The record is not sound, or nobody is meant.
pub fn explain(folder: &Folder, whom: Whom<'_>) -> Result<Explained, Refusal> {
    let public = sound(folder)?;
    let sealed = sealed_codes(folder);
    let part = find(folder, &public, sealed.as_ref(), whom)?;
    let damaged = |file: String| Refusal::Damaged { file };
    let draws = chain(&DRAWS, folder)?;
    let became = Became::of(&public, folder, &draws, &part).map_err(damaged)?;
    let chance = match &part {
        Part::Pool(standing) => {
            let laps = public.laps().ok_or_else(|| Refusal::public(files::LOTTERY))?;
            Some(standing.chance(&laps))
        }
        Part::Excluded { .. } | Part::Seated { .. } => None,
    };
    let receipt = match (&part, &public.about.root) {
        (Part::Pool(standing), Some(_)) => receipt(folder, &public, sealed.as_ref(), standing),
        _ => None,
    };
    Ok(Explained { public, part, became, chance, receipt })
}

impl Explained {
    /// The person's receipt.
    ///
    /// # Errors
    /// None is needed, or none can be made.
    pub fn receipt(&self) -> Result<&Receipt, Refusal> {
        self.receipt.as_ref().ok_or_else(|| Refusal::NoReceipt {
            outside: !matches!(self.part, Part::Pool(_)),
            coded: self.public.about.root.is_none(),
        })
    }

    /// First and last number of each run of tickets that seat the person; none of who is not in the pool.
    pub fn tickets(&self) -> Vec<(u64, u64)> {
        match (&self.part, self.public.laps()) {
            (Part::Pool(standing), Some(laps)) => laps.tickets_of(standing.profile, standing.place),
            _ => Vec::new(),
        }
    }

    /// Feature and value of the person, as frozen; none of somebody who was left out.
    pub fn features(&self) -> Vec<(&str, &str)> {
        let values = match &self.part {
            Part::Pool(standing) => &self.public.profiles[standing.profile as usize].values,
            Part::Excluded { .. } => return Vec::new(),
            Part::Seated { values, .. } => values,
        };
        let features = self.public.quotas.features.iter().zip(values);
        // Whoever has no home that counts has no value of the household rule, and it is no feature of theirs.
        let household = self.public.about.household.as_ref().map(|rule| rule.feature.as_str());
        let said = |&(f, &v): &(&Feature, &u32)| {
            household != Some(f.name.as_str()) || f.values[v as usize].name != household::ALONE
        };
        features.filter(said).map(|(f, &v)| (f.name.as_str(), f.values[v as usize].name.as_str())).collect()
    }
}

/// Why somebody is not in the list of which a lottery was made, by the files of the folder in which it was prepared: its facts
/// and its list of those left out. `None` where it is another folder, or the record does not say how its list was made;
/// empty where nobody who was left out has this id.
pub fn left_out(folder: &Folder, facts: &[u8], list: &[u8], id: &str) -> Option<Vec<LeftOut>> {
    let own = folder.get(&format!("{}{}", files::PUBLIC, files::PREPARED))?;
    if own != facts {
        return None;
    }
    let heading = id_heading(folder.get(&format!("{}{}", files::SEALED, files::POOL))?)?;
    Some(left::find_id(list, &heading, id))
}

/// The heading of the column of ids in the sealed list of people, which has ids of its own in front.
fn id_heading(pool: &[u8]) -> Option<String> {
    let rows = form::records(pool).ok()?;
    let (headings, rows) = rows.split_first()?;
    let is_id = |&column: &usize| rows.iter().all(|row| row[column].trim() == &row[0]);
    (1..headings.len()).find(is_id).map(|column| headings[column].to_owned())
}

/// The public tier, if the claims on which an explanation rests hold.
fn sound(folder: &Folder) -> Result<Public, Refusal> {
    let report = verify_lottery(folder, &Known::default());
    let failed = report.failures().into_iter().find(|id| GROUNDS.contains(id));
    if let Some(claim) = failed.and_then(|id| report.claims.into_iter().find(|claim| claim.id == id)) {
        return Err(Refusal::Unsound { claim: Box::new(claim) });
    }
    Public::read(folder).map_err(|unreadable| Refusal::Damaged { file: unreadable.file.to_owned() })
}

fn sealed_codes(folder: &Folder) -> Option<Codes> {
    sealed::read_codes(folder.get(&format!("{}{}", files::SEALED, files::CODES))?).ok()
}

fn find(folder: &Folder, public: &Public, sealed: Option<&Codes>, whom: Whom<'_>) -> Result<Part, Refusal> {
    let coded = || sealed.map(|codes| Coded::of_ids(codes)).ok_or_else(|| needs_sealed(folder));
    match whom {
        Whom::Receipt { file, bytes } => {
            let receipt = Receipt::read(bytes).map_err(|_| Refusal::NotReceipt { file: file.to_owned() })?;
            let standing = receipt.check(public).map(Part::Pool);
            standing.ok_or_else(|| Refusal::OtherReceipt { file: file.to_owned() })
        }
        Whom::Id(id) => {
            let codes = sealed.ok_or_else(|| needs_sealed(folder))?;
            let code = match codes.binary_search_by(|c| c.0.as_str().cmp(id)) {
                Ok(at) => Some(codes[at].1),
                Err(_) => outside(folder, public, codes, id),
            };
            let coded = coded()?;
            let part = |code| {
                let standing = Standing::of(&coded, code).map(Part::Pool);
                standing.or_else(|| Part::outside(public, folder, code))
            };
            // Spreadsheets drop zeros in front, and people take letters for digits.
            let near = || codes.iter().map(|c| c.0.as_str()).find(|known| look(known) == look(id));
            let prepared = folder.get(&format!("{}{}", files::PUBLIC, files::PREPARED)).is_some();
            code.and_then(part).ok_or_else(|| Refusal::Unknown {
                id: true,
                near: near().map(str::to_owned),
                prepared,
            })
        }
        Whom::Code(text) => {
            let code = Code::read(text).map_err(|bad| Refusal::NotCode { text: text.to_owned(), bad })?;
            if let Some(part) = Part::outside(public, folder, code) {
                return Ok(part);
            }
            let coded = public.coded.clone().map_or_else(coded, Ok)?;
            Standing::of(&coded, code).map(Part::Pool).ok_or(Refusal::Unknown {
                id: false,
                near: None,
                prepared: false,
            })
        }
    }
}

/// The code of somebody who was left out, or had a seat before, by the id in the sealed part.
fn outside(folder: &Folder, public: &Public, pool: &Codes, id: &str) -> Option<Code> {
    let get = |name: &str| folder.get(&format!("{}{name}", files::SEALED)).map(Vec::as_slice);
    let key = sealed::read_key(get(files::KEY)?)?;
    let excluded = get(files::EXCLUDED).and_then(|bytes| sealed::read_excluded(bytes).ok());
    let excluded: Vec<String> = excluded.into_iter().flatten().map(|person| person.id).collect();
    let columns = public.about.household.as_ref().map_or(&[][..], |rule| &rule.columns);
    let seated = get(files::CONFIRMED).and_then(|bytes| sealed::read_confirmed(bytes, columns).ok());
    let seated: Vec<String> = seated.into_iter().flatten().map(|row| row[0].to_owned()).collect();
    let pool: Vec<&str> = pool.iter().map(|person| person.0.as_str()).collect();
    let out: Vec<&str> = excluded.iter().map(String::as_str).collect();
    let with: Vec<&str> = seated.iter().map(String::as_str).collect();
    let (out_codes, with_codes) = confirmed_excluded::codes(&key, &pool, &out, &with);
    let at = |ids: &[&str], codes: &[Code]| ids.iter().position(|other| *other == id).map(|at| codes[at]);
    at(&out, &out_codes).or_else(|| at(&with, &with_codes))
}

fn needs_sealed(folder: &Folder) -> Refusal {
    Refusal::NeedsSealed { torn: files::below(folder, files::SEALED).next().is_some() }
}

fn receipt(folder: &Folder, public: &Public, codes: Option<&Codes>, standing: &Standing) -> Option<Receipt> {
    let key = sealed::read_key(folder.get(&format!("{}{}", files::SEALED, files::KEY))?)?;
    Some(Receipt::of(public, &Coded::of_ids(codes?), &key, standing))
}

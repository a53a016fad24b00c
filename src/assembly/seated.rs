//! People who had a seat before a lottery, with what the sealed tier knows of them. Imports `bundle` and its
//! siblings.

use super::frozen::Frozen;
use crate::base::text::{fold, fold_heading};
use crate::bundle::{confirmed_excluded, files, household, public, sealed};
use crate::draw::code::Code;

/// Somebody who had a seat.
pub struct Seated {
    /// The id.
    pub id: String,
    /// The code.
    pub code: Code,
    /// The names of their values: feature by feature, without the household rule's.
    pub values: Vec<String>,
    /// The cells of the address columns.
    pub address: Vec<String>,
}

impl Seated {
    /// Everybody who had a seat before the lottery, in the order of codes; or the file that cannot be used.
    pub fn of(frozen: &Frozen) -> Result<Vec<Self>, String> {
        let public = &frozen.public;
        if public.about.confirmed.is_none() {
            return Ok(Vec::new());
        }
        let columns = public.about.household.as_ref().map_or(&[][..], |rule| &rule.columns);
        let path = |file: &str| format!("{}{file}", files::SEALED);
        let get = |file: &str| frozen.folder.get(&path(file)).ok_or_else(|| path(file));
        let key = sealed::read_key(get(files::KEY)?).ok_or_else(|| path(files::KEY))?;
        let known = sealed::read_confirmed(get(files::CONFIRMED)?, columns);
        let known = known.map_err(|_| path(files::CONFIRMED))?;
        let excluded = match public.about.excluded {
            Some(_) => sealed::read_excluded(get(files::EXCLUDED)?).map_err(|_| path(files::EXCLUDED))?,
            None => Vec::new(),
        };
        let pool: Vec<&str> = frozen.codes.iter().map(|c| c.0.as_str()).collect();
        let excluded: Vec<&str> = excluded.iter().map(|person| person.id.as_str()).collect();
        let confirmed: Vec<&str> = known.iter().map(|row| &row[0]).collect();
        let (_, codes) = confirmed_excluded::codes(&key, &pool, &excluded, &confirmed);
        let broken = || format!("{}{}", files::PUBLIC, files::CONFIRMED);
        let bytes = public::file(&frozen.folder, files::CONFIRMED).map_err(|_| broken())?;
        let listed = confirmed_excluded::read_confirmed(&public.quotas, bytes).map_err(|_| broken())?;
        let person = |(row, &code): (&csv::StringRecord, &Code)| {
            let at = listed.binary_search_by(|person| person.0.cmp(&code)).ok()?;
            let address = row.iter().skip(1).map(str::to_owned).collect();
            Some(Self { id: row[0].to_owned(), code, values: features(frozen, &listed[at].1), address })
        };
        let people: Option<Vec<Self>> = known.iter().zip(&codes).map(person).collect();
        let mut people = people.filter(|people| people.len() == listed.len()).ok_or_else(broken)?;
        people.sort_unstable_by_key(|person| person.code);
        Ok(people)
    }

    /// What is known of the person's cell below a heading of the pool: a feature, or part of the address.
    pub fn cell(&self, frozen: &Frozen, heading: &str) -> Option<&str> {
        let rule = frozen.public.about.household.as_ref();
        let quotas = household::without(&frozen.public.quotas, rule);
        let feature = quotas.features.iter().position(|f| fold(&f.name) == fold(heading));
        let own = feature.and_then(|at| self.values.get(at));
        let columns = || rule?.columns.iter().position(|c| fold_heading(c) == fold_heading(heading));
        own.or_else(|| self.address.get(columns()?)).map(String::as_str)
    }
}

/// The names of these values, without the household rule's.
pub fn features(frozen: &Frozen, values: &[u32]) -> Vec<String> {
    household::named(&frozen.public.quotas, frozen.public.about.household.as_ref(), values)
}

impl Frozen {
    /// Somebody who had a seat before as a row of the clerk's columns: what else they had is not known here.
    pub(super) fn as_row(&self, person: &Seated) -> Vec<String> {
        let id = self.id_column();
        let cell = |&c: &usize| match Some(c) == id {
            true => person.id.clone(),
            false => person.cell(self, &self.pool.headings()[c]).unwrap_or_default().to_owned(),
        };
        self.columns.iter().map(cell).collect()
    }
}

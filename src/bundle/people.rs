//! `profiles.csv` and the public `pool.csv`. Imports `quotas`, `lottery`, `draw`.

use super::form::{self, Bad, Lines, number};
use crate::draw::code::Code;
use crate::lottery::problem::{Problem, Row};
use crate::quotas::Quotas;
use serde::{Deserialize, Serialize};

/// The most people that a lottery is made of. What is made of a record takes memory for each of them, so no record may
/// say that there are more: one without public codes has nothing else to hold the number against.
pub const MOST_PEOPLE: u64 = 10_000_000;

/// How much of the pool is public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Detail {
    /// A row for each person: code and quota features.
    Codes,
    /// Only how many people are alike, and the root of a tree by which each can check their own row.
    Profiles,
}

/// The people who are alike in every quota feature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Value index of each feature.
    pub values: Vec<u32>,
    /// How many people.
    pub people: u32,
    /// Seats they have together over all tickets.
    pub tickets: u64,
}

/// The headings of a table over people: these, and a feature each.
pub(super) fn header<'a>(first: &[&'a str], quotas: &'a Quotas) -> Vec<&'a str> {
    first.iter().copied().chain(quotas.features.iter().map(|f| f.name.as_str())).collect()
}

/// The names of value indexes.
pub(super) fn names<'a>(quotas: &'a Quotas, values: &'a [u32]) -> impl Iterator<Item = &'a str> {
    quotas.features.iter().zip(values).map(|(f, &v)| f.values[v as usize].name.as_str())
}

/// Value indexes of the cells that name a value of each feature.
pub(super) fn indexes<'a>(quotas: &Quotas, cells: impl Iterator<Item = &'a str>) -> Option<Vec<u32>> {
    let index = |(f, cell): (&crate::quotas::Feature, &str)| {
        f.values.binary_search_by(|v| v.name.as_str().cmp(cell)).ok().and_then(|i| u32::try_from(i).ok())
    };
    quotas.features.iter().zip(cells).map(index).collect()
}

/// Writes `profiles.csv`.
pub fn profiles(quotas: &Quotas, profiles: &[Profile]) -> Vec<u8> {
    let mut rows =
        vec![header(&["profile", "people", "tickets"], quotas).into_iter().map(str::to_owned).collect()];
    rows.extend(profiles.iter().enumerate().map(|(t, p)| {
        let counts = [t.to_string(), p.people.to_string(), p.tickets.to_string()];
        counts.into_iter().chain(names(quotas, &p.values).map(str::to_owned)).collect::<Vec<String>>()
    }));
    form::table(rows)
}

/// Reads `profiles.csv`: numbered from 0 in ascending order of values, none twice, each with people, and not more than
/// [`MOST_PEOPLE`] in all.
///
/// # Errors
/// [`Bad`].
pub fn read_profiles(quotas: &Quotas, bytes: &[u8]) -> Result<Vec<Profile>, Bad> {
    let (mut profiles, mut all): (Vec<Profile>, u64) = (Vec::new(), 0);
    for (at, row) in form::rows(bytes, &header(&["profile", "people", "tickets"], quotas))?.iter().enumerate()
    {
        let read = || {
            let values = indexes(quotas, row.iter().skip(3))?;
            let ascending = profiles.last().is_none_or(|last| last.values < values);
            let people = number(&row[1]).filter(|&n: &u32| n > 0)?;
            (ascending && number(&row[0]) == Some(at)).then_some(Profile {
                values,
                people,
                tickets: number(&row[2])?,
            })
        };
        let profile = read().ok_or(Bad::Row(at + 2))?;
        all += u64::from(profile.people);
        if all > MOST_PEOPLE {
            return Err(Bad::People);
        }
        profiles.push(profile);
    }
    if profiles.is_empty() { Err(Bad::Shape) } else { Ok(profiles) }
}

/// Profiles, quotas and seats as the panel problem: a row for each value of each feature, in the
/// order of the quotas.
pub fn problem(quotas: &Quotas, profiles: &[Profile], seats: u32) -> Problem {
    let mut rows = Vec::new();
    for (f, feature) in quotas.features.iter().enumerate() {
        let first = rows.len();
        rows.extend(feature.values.iter().map(|v| Row { profiles: Vec::new(), min: v.min, max: v.max }));
        for (t, profile) in (0..).zip(profiles) {
            rows[first + profile.values[f] as usize].profiles.push(t);
        }
    }
    Problem { seats, sizes: profiles.iter().map(|p| p.people).collect(), rows }
}

/// The public pool: for each person, in the order of codes, the code and the profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coded {
    /// Code and profile number, ascending by code.
    pub people: Vec<(Code, u32)>,
}

impl Coded {
    /// From codes and profiles in any order.
    pub fn of(mut people: Vec<(Code, u32)>) -> Self {
        people.sort_unstable();
        Self { people }
    }

    /// From what the sealed tier says: id, code and profile.
    pub fn of_ids(codes: &[(String, Code, u32)]) -> Self {
        Self::of(codes.iter().map(|&(_, code, t)| (code, t)).collect())
    }

    /// Writes `pool.csv`.
    pub fn table(&self, quotas: &Quotas, profiles: &[Profile]) -> Vec<u8> {
        self.rows(quotas, profiles, self.people.iter().copied())
    }

    /// Writes those of the pool who are on a panel, in the order of codes.
    pub fn panel(&self, quotas: &Quotas, profiles: &[Profile], seats: &[(u32, u32)]) -> Vec<u8> {
        let members = self.members(profiles.len());
        let mut seated: Vec<u32> =
            seats.iter().map(|&(t, place)| members[t as usize][place as usize]).collect();
        seated.sort_unstable();
        self.rows(quotas, profiles, seated.into_iter().map(|i| self.people[i as usize]))
    }

    fn rows(
        &self,
        quotas: &Quotas,
        profiles: &[Profile],
        people: impl Iterator<Item = (Code, u32)>,
    ) -> Vec<u8> {
        // What is behind the code is the same for everybody of a profile.
        let values = |profile: &Profile| {
            let mut lines = Lines::default();
            names(quotas, &profile.values).for_each(|name| lines.cell(name.as_bytes()));
            lines.into_bytes()
        };
        let values: Vec<Vec<u8>> = profiles.iter().map(values).collect();
        let (several, size) = (!quotas.features.is_empty(), people.size_hint().0);
        let mut lines = Lines::of_about(size * (16 + values.first().map_or(0, Vec::len)));
        header(&["code"], quotas).into_iter().for_each(|heading| lines.cell(heading.as_bytes()));
        lines.end();
        for (code, t) in people {
            lines.plain(&code.signs());
            if several {
                lines.plain(&values[t as usize]);
            }
            lines.end();
        }
        lines.into_bytes()
    }

    /// Profile and place of the person with a code.
    pub fn standing(&self, code: Code) -> Option<(u32, u32)> {
        let at = self.people.binary_search_by(|p| p.0.cmp(&code)).ok()?;
        let profile = self.people[at].1;
        let place = self.people[..at].iter().filter(|p| p.1 == profile).count() as u32;
        Some((profile, place))
    }

    /// For each profile its members in circular order, as indexes into [`Coded::people`].
    pub fn members(&self, profiles: usize) -> Vec<Vec<u32>> {
        let mut members = vec![Vec::new(); profiles];
        for (i, &(_, t)) in (0..).zip(&self.people) {
            members[t as usize].push(i);
        }
        members
    }

    /// Reads `pool.csv`: codes sound, ascending and none twice; every row belongs to a profile.
    ///
    /// # Errors
    /// [`Bad`].
    pub fn read(quotas: &Quotas, profiles: &[Profile], bytes: &[u8]) -> Result<Self, Bad> {
        let header = header(&["code"], quotas);
        let mut people: Vec<(Code, u32)> = Vec::new();
        form::visit(bytes, |number, row| {
            if number == 1 {
                return row.iter().eq(header.iter().copied());
            }
            let read = || {
                let code = Code::parse(&row[0]).ok()?;
                let values = indexes(quotas, row.iter().skip(1))?;
                let profile = profiles.binary_search_by(|p| p.values.cmp(&values)).ok()?;
                let ascending = people.last().is_none_or(|&(last, _)| last < code);
                ascending.then_some((code, profile as u32))
            };
            read().map(|person| people.push(person)).is_some()
        })?;
        if people.is_empty() {
            return Err(Bad::Shape);
        }
        Ok(Self { people })
    }
}

/// Writes a panel by profile and place, for a public tier without codes.
pub fn places(quotas: &Quotas, profiles: &[Profile], seats: &[(u32, u32)]) -> Vec<u8> {
    let first: Vec<String> = header(&["profile", "place"], quotas).into_iter().map(str::to_owned).collect();
    let row = |&(t, place): &(u32, u32)| {
        let values = names(quotas, &profiles[t as usize].values).map(str::to_owned);
        [t.to_string(), place.to_string()].into_iter().chain(values).collect()
    };
    form::table(std::iter::once(first).chain(seats.iter().map(row)))
}

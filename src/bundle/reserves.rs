//! The reserves of a draw in the record: `reserves.json` and `reserves.csv`. Imports `quotas`, `lottery`,
//! `draw`, `panel` and its siblings.

use super::clerk;
use super::form::{self, Bad, number};
use super::people::{self, Coded, Profile};
use crate::draw::Stream;
use crate::draw::code::Code;
use crate::lottery::problem::Problem;
use crate::panel::attrition::Attrition;
use crate::panel::balance::Rules;
use crate::panel::reserves::{ALL, Ask, Rate};
use crate::quotas::Quotas;
use serde::{Deserialize, Serialize};

/// From what the reserves of a draw follow, besides the lottery, the panel and the seed.
///
/// Whoever may choose these after the seed is known can look for reserves that suit them; so the charter can
/// declare them beforehand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// The chance that anybody drops out, in millionths.
    pub attrition: Rate,
    /// Label of the stream.
    pub label: String,
    /// Further chances for those with a value, in the order of the quotas.
    pub rates: Vec<ValueRate>,
    /// How many reserves.
    pub reserves: u32,
    /// Scenarios looked at.
    pub scenarios: u32,
}

/// The chance that people with a value drop out for that reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValueRate {
    /// Its feature.
    pub feature: String,
    /// In millionths.
    pub rate: Rate,
    /// The value.
    pub value: String,
}

impl Terms {
    /// Writes rates by index as names.
    pub fn named(quotas: &Quotas, attrition: &Attrition) -> Vec<ValueRate> {
        let name = |&(f, v, rate): &(u16, u16, Rate)| {
            let feature = &quotas.features[usize::from(f)];
            ValueRate {
                feature: feature.name.clone(),
                rate,
                value: feature.values[usize::from(v)].name.clone(),
            }
        };
        attrition.rates.iter().map(name).collect()
    }

    /// The rates by index in the quotas; `None` if one names nothing there, or they are out of order.
    pub fn attrition(&self, quotas: &Quotas) -> Option<Attrition> {
        let index = |r: &ValueRate| {
            let f = quotas.features.iter().position(|f| f.name == r.feature)?;
            let v = quotas.features[f].values.iter().position(|v| v.name == r.value)?;
            (r.rate <= ALL).then_some((u16::try_from(f).ok()?, u16::try_from(v).ok()?, r.rate))
        };
        let rates = self.rates.iter().map(index).collect::<Option<Vec<_>>>()?;
        let ascend = rates.windows(2).all(|w| (w[0].0, w[0].1) < (w[1].0, w[1].1));
        (ascend && self.attrition <= ALL).then_some(Attrition { base: self.attrition, rates })
    }

    /// Reads `reserves.json`.
    ///
    /// # Errors
    /// [`Bad`].
    pub fn read(bytes: &[u8]) -> Result<Self, Bad> {
        form::read_facts(bytes)
    }
}

/// The reserves of a draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reserves {
    /// From what they follow.
    pub terms: Terms,
    /// Profile and place of each, in their order.
    pub order: Vec<(u32, u32)>,
}

/// What the reserves of a lottery and their calls depend on.
pub struct Frame<'a> {
    /// The quotas.
    pub quotas: &'a Quotas,
    /// The profiles.
    pub profiles: &'a [Profile],
    /// Both as numbers.
    pub problem: &'a Problem,
    /// The feature that stands for the household rule, if there is one: its maximums are never passed.
    pub household: Option<&'a str>,
}

impl Frame<'_> {
    /// The rules by which reserves are chosen and called.
    pub fn rules(&self) -> Rules {
        let of = self.quotas.features.iter().flat_map(|f| f.values.iter().map(|_| f.name.as_str()));
        let firm: Vec<bool> = of.map(|feature| self.household == Some(feature)).collect();
        Rules::new(self.problem, |row| firm.get(row).is_some_and(|&firm| firm))
    }

    /// For each profile the chance that one of its people drops out.
    pub fn loss(&self, attrition: &Attrition) -> Vec<Rate> {
        self.profiles.iter().map(|p| attrition.of(&p.values)).collect()
    }

    /// The reserves that follow, under these rules, from a panel and a stream; and how many scenarios were looked at.
    pub fn choose(
        &self,
        rules: crate::base::rules::Rules,
        seats: &[(u32, u32)],
        attrition: &Attrition,
        reserves: u32,
        stream: &mut Stream,
    ) -> (Vec<(u32, u32)>, u32) {
        let (counted, loss) = (self.rules(), self.loss(attrition));
        let ask = Ask { problem: self.problem, rules: &counted, seats, loss: &loss, reserves };
        let chosen = rules.reserves(&ask, stream);
        (chosen.order, chosen.scenarios)
    }

    /// Writes the public `reserves.csv`: the place in the list from 1, then the row of the public pool, or
    /// profile, place and features where there are no codes.
    pub fn table(&self, coded: Option<&Coded>, order: &[(u32, u32)]) -> Vec<u8> {
        let members = coded.map(|coded| coded.members(self.profiles.len()));
        let first: &[&str] =
            if coded.is_some() { &["reserve", "code"] } else { &["reserve", "profile", "place"] };
        let header = people::header(first, self.quotas).into_iter().map(str::to_owned).collect::<Vec<_>>();
        let row = |(i, &(t, place)): (usize, &(u32, u32))| {
            let mut row = vec![(i + 1).to_string()];
            match (coded, &members) {
                (Some(coded), Some(members)) => {
                    row.push(coded.people[members[t as usize][place as usize] as usize].0.to_string());
                }
                _ => row.extend([t.to_string(), place.to_string()]),
            }
            let values = &self.profiles[t as usize].values;
            row.extend(people::names(self.quotas, values).map(str::to_owned));
            row
        };
        form::table(std::iter::once(header).chain(order.iter().enumerate().map(row)))
    }

    /// Reads `reserves.csv` as written by [`Frame::table`], in a trial with its mark: profile and place of each, in their order.
    ///
    /// # Errors
    /// [`Bad`].
    pub fn read(&self, coded: Option<&Coded>, void: bool, bytes: &[u8]) -> Result<Vec<(u32, u32)>, Bad> {
        if void {
            let rows = form::records(bytes)?;
            let plain = form::table(rows.iter().map(|row| row.iter().skip(1).collect::<Vec<_>>()));
            return match clerk::marked(&plain) == bytes {
                true => self.read(coded, false, &plain),
                false => Err(Bad::Form),
            };
        }
        let first: &[&str] =
            if coded.is_some() { &["reserve", "code"] } else { &["reserve", "profile", "place"] };
        let mut order = Vec::new();
        for (at, row) in form::rows(bytes, &people::header(first, self.quotas))?.iter().enumerate() {
            let person = match coded {
                Some(coded) => Code::parse(&row[1]).ok().and_then(|code| coded.standing(code)),
                None => number(&row[1]).zip(number(&row[2])),
            };
            let known = |&(t, place): &(u32, u32)| {
                self.profiles.get(t as usize).is_some_and(|profile| place < profile.people)
            };
            order.push(person.filter(known).ok_or(Bad::Row(at + 2))?);
        }
        if self.table(coded, &order) == bytes { Ok(order) } else { Err(Bad::Form) }
    }
}

//! The household rule in the record: a feature like any other, whose values are the homes that the rule
//! binds. Imports `base`, `pool`, `quotas`, `lottery`, `draw` and its siblings.
//!
//! "At most one person of this address" is a quota, so it is written as one: every home that the rule
//! binds is a value under a keyed code, with 0 as its minimum and the seats it may have as its maximum,
//! and everybody else has the value `-`. Whatever reads quotas, profiles and pools then knows the rule,
//! and checks it, without being told. The address itself is nowhere in the public tier.

use super::again::Asked;
pub use super::rule::{ALONE, Household};
use crate::draw::code::Code;
use crate::lottery::certificate::Certificate;
use crate::lottery::homes::in_order;
use crate::lottery::profiles::Profiles;
use crate::lottery::tickets::TicketLottery;
use crate::pool::{Homes, Pool};
use crate::quotas::{Feature, Quotas, Value};

const FEATURE: &str = "household";

/// A lottery with the household rule as a feature.
pub(super) struct Arranged {
    pub rule: Household,
    pub quotas: Quotas,
    pub profiles: Profiles,
    pub lottery: TicketLottery,
    pub certificate: Certificate,
}

/// The codes of homes, in the order of [`Homes::list`].
pub fn codes(homes: &Homes, key: &[u8; 32]) -> Vec<Code> {
    let mut order: Vec<usize> = (0..homes.list.len()).collect();
    order.sort_by(|&a, &b| homes.list[a].address.cmp(&homes.list[b].address));
    let found = Code::of_homes(key, order.iter().map(|&home| homes.list[home].address.as_str()));
    let mut codes: Vec<(usize, Code)> = order.into_iter().zip(found).collect();
    codes.sort_unstable();
    codes.into_iter().map(|(_, code)| code).collect()
}

/// The feature of the rule: the value of those who live alone, and each home's.
pub fn feature(name: &str, homes: &Homes, codes: &[Code], seats: u32) -> Feature {
    let home = |(home, code): (usize, &Code)| Value {
        name: code.to_string(),
        min: 0,
        max: homes.room(home),
        flex: None,
    };
    let alone = Value { name: ALONE.to_owned(), min: 0, max: seats, flex: None };
    let mut values: Vec<Value> = std::iter::once(alone).chain(codes.iter().enumerate().map(home)).collect();
    values.sort_by(|a, b| a.name.cmp(&b.name));
    Feature { name: name.to_owned(), values }
}

/// The quotas less the feature of the rule: what the clerk supplied, or what confirmed people left of it.
pub fn without(quotas: &Quotas, rule: Option<&Household>) -> Quotas {
    let mut quotas = quotas.clone();
    quotas.features.retain(|feature| rule.is_none_or(|rule| feature.name != rule.feature));
    quotas
}

/// The names of these values, without the rule's: that says with whom of the pool somebody lives, and follows from
/// who is in it.
pub fn named(quotas: &Quotas, rule: Option<&Household>, values: &[u32]) -> Vec<String> {
    let own = quotas.features.iter().zip(values);
    let own = own.filter(|(feature, _)| rule.is_none_or(|rule| rule.feature != feature.name));
    own.map(|(feature, &value)| feature.values[value as usize].name.clone()).collect()
}

/// A lottery as the record shows it; none without a household rule.
pub(super) fn arrange(
    pool: &Pool,
    profiles: &Profiles,
    lottery: &TicketLottery,
    certificate: &Certificate,
    key: &[u8; 32],
) -> Option<Arranged> {
    let homes = pool.homes()?;
    let taken = |name: &str| pool.quotas().features.iter().any(|feature| feature.name == name);
    let name = (1u32..)
        .map(|n| if n == 1 { FEATURE.to_owned() } else { format!("{FEATURE} {n}") })
        .find(|name| !taken(name))?;
    let codes = codes(homes, key);
    let feature = feature(&name, homes, &codes, pool.seats());
    let value_of = |home: Option<u32>| {
        let name = home.map_or(ALONE.to_owned(), |home| codes[home as usize].to_string());
        let at = feature.values.binary_search_by(|value| value.name.cmp(&name)).ok()?;
        u32::try_from(at).ok()
    };
    let place = pool.quotas().features.partition_point(|other| other.name < name);

    // Profiles, in the order of their values with the home among them.
    let mut order: Vec<(Vec<u32>, usize)> = Vec::with_capacity(profiles.values.len());
    for (t, (values, &home)) in profiles.values.iter().zip(&profiles.homes).enumerate() {
        let mut values = values.clone();
        values.insert(place, value_of(home)?);
        order.push((values, t));
    }
    order.sort();
    let mut number = vec![0u32; order.len()];
    order.iter().zip(0..).for_each(|(&(_, t), new)| number[t] = new);

    let mut quotas = pool.quotas().clone();
    quotas.features.insert(place, feature.clone());
    let of_person = profiles.of_person.iter().map(|&t| number[t as usize]).collect();
    let counted: Vec<super::people::Profile> = order
        .iter()
        .map(|(values, t)| super::people::Profile {
            values: values.clone(),
            people: profiles.problem.sizes[*t],
            tickets: 0,
        })
        .collect();
    let problem = super::people::problem(&quotas, &counted, pool.seats());

    // Of homes that are alike the lottery treats some otherwise than others, if only by a ticket. Which ones must
    // follow from the record: the codes decide, and not in which order homes were met in the pool.
    let rule = Household { columns: homes.headings.clone(), feature: name, per: homes.per };
    let asked = Asked::of(&quotas, &counted, Some(&rule), pool.seats())?;
    let (_, here) = in_order(&profiles.problem, homes.list.len());
    let (_, there) = in_order(&asked.problem, asked.homes);
    let recorded = here.inverse().then(&there).then(&asked.recorded);
    let (lottery, certificate) = (recorded.tickets(lottery), recorded.certificate(certificate));

    let homes_of = order.iter().map(|&(_, t)| profiles.homes[t]).collect();
    let values = order.into_iter().map(|(values, _)| values).collect();
    let profiles = Profiles { problem, of_person, values, homes: homes_of };
    Some(Arranged { rule, quotas, profiles, lottery, certificate })
}

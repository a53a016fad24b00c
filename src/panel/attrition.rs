//! How likely people are to drop out. Imports `base`, `register`, `quotas` and its siblings. Rates are
//! millionths, so that nothing that follows from them depends on rounding.

use super::reserves::{ALL, Rate};
use crate::base::fault::{Faults, Figures, Place, What};
use crate::base::text::{fold, nearest, tidy};
use crate::quotas::Quotas;
use crate::register::{Looked, Table, read};

/// Rates at which people drop out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attrition {
    /// For everybody.
    pub base: Rate,
    /// Besides, for those with a value: feature and value by index in the quotas, ascending.
    pub rates: Vec<(u16, u16, Rate)>,
}

impl Attrition {
    /// The chance that a person with these values drops out. Somebody stays who stays for every reason: the
    /// chances to stay are multiplied, each product rounded down to millionths.
    pub fn of(&self, values: &[u32]) -> Rate {
        let mine = self.rates.iter().filter(|&&(f, v, _)| values.get(usize::from(f)) == Some(&v.into()));
        let stay = |stay: u64, rate: Rate| stay * u64::from(ALL.saturating_sub(rate)) / u64::from(ALL);
        let stays = mine.fold(stay(u64::from(ALL), self.base), |all, &(_, _, rate)| stay(all, rate));
        ALL - stays as Rate
    }

    /// The same rates by index in `to`, which has every feature and value that `from` has.
    pub fn carried(&self, from: &Quotas, to: &Quotas) -> Option<Self> {
        let index = |&(f, v, rate): &(u16, u16, Rate)| {
            let feature = from.features.get(usize::from(f))?;
            let value = &feature.values.get(usize::from(v))?.name;
            let f = to.features.iter().position(|other| other.name == feature.name)?;
            let v = to.features[f].values.iter().position(|other| other.name == *value)?;
            Some((u16::try_from(f).ok()?, u16::try_from(v).ok()?, rate))
        };
        let mut rates = self.rates.iter().map(index).collect::<Option<Vec<_>>>()?;
        rates.sort_unstable();
        Some(Self { base: self.base, rates })
    }
}

const FEATURE: &[&str] = &["feature", "kenmerk", "criterium", "category", "categorie"];
const VALUE: &[&str] = &["value", "name", "waarde", "naam", "klasse"];
const RATE: &[&str] = &["rate", "attrition", "loss", "dropout", "uitval", "kans"];

/// Rates by value from a table with the columns `feature`, `value` and `rate`; `base` is for everybody.
/// Rates are written as for [`rate`].
///
/// `None` when there are none, with the reason among `faults`.
pub fn from_bytes(
    name: &str,
    bytes: &[u8],
    base: Rate,
    quotas: &Quotas,
    faults: &mut Faults,
) -> Option<Attrition> {
    let table = read(name, bytes, faults)?;
    let looked = Looked::default();
    let [feature, value, rate] = [FEATURE, VALUE, RATE].map(|names| looked.column(&table, names, faults));
    for (names, found) in [(FEATURE, feature), (VALUE, value), (RATE, rate)] {
        if found.is_none() {
            let near = looked.near(&table, names).map(str::to_owned);
            let what = Figures::LossColumnMissing { column: names[0], near };
            faults.push(What::Figures(what), Place::file(&table.name));
        }
    }
    looked.report(&table, faults);
    let (feature, value, rate) = (feature?, value?, rate?);
    let mut rates: Vec<(u16, u16, Rate)> = Vec::new();
    for row in 0..table.len() {
        let cell = |column| tidy(table.cell(row, column));
        let place = |column: usize| at(&table, row, column);
        let read = self::rate(&cell(rate));
        if read.is_none() {
            faults.push(What::Figures(Figures::RateUnreadable), place(rate));
        }
        let named = find(&cell(feature), quotas.features.iter().map(|f| f.name.as_str()));
        let unknown = |name: String, feature, near: Option<String>| {
            What::Figures(Figures::LossUnknown { name, feature, near })
        };
        let f = match named {
            Ok(f) => f,
            Err(near) => {
                faults.push(unknown(cell(feature), None, near), place(feature));
                continue;
            }
        };
        let of = &quotas.features[f];
        let v = match find(&cell(value), of.values.iter().map(|v| v.name.as_str())) {
            Ok(v) => v,
            Err(near) => {
                faults.push(unknown(cell(value), Some(of.name.clone()), near), place(value));
                continue;
            }
        };
        let (f, v) = (f as u16, v as u16);
        if rates.iter().any(|&(other, value, _)| (other, value) == (f, v)) {
            let (feature, value_name) = (of.name.clone(), of.values[usize::from(v)].name.clone());
            faults.push(What::Figures(Figures::LossTwice { feature, value: value_name }), place(value));
        }
        rates.push((f, v, read.unwrap_or(0)));
    }
    rates.sort_unstable();
    (!faults.stop()).then_some(Attrition { base, rates })
}

/// The one of `names` that is meant, however it is spelled; else what it is near to.
fn find<'a>(text: &str, names: impl Iterator<Item = &'a str> + Clone) -> Result<usize, Option<String>> {
    let exact = names.clone().position(|name| name == text);
    let key = fold(text);
    let found = exact.or_else(|| names.clone().position(|name| fold(name) == key));
    found.ok_or_else(|| nearest(text, names).map(str::to_owned))
}

fn at(table: &Table, row: usize, column: usize) -> Place {
    let place = Place::file(&table.name).row(table.row(row).row).column(&table.headings[column]);
    place.cell(&tidy(table.cell(row, column)))
}

/// A rate as people write it, from 0 to 1 (`0.15`, `0,15`, `15%`), in millionths; at most six decimals,
/// four in a percentage.
pub fn rate(text: &str) -> Option<Rate> {
    let (number, sign) = parse(&tidy(text))?;
    millionths(number, sign)
}

fn millionths(number: u64, percentage: bool) -> Option<Rate> {
    let rate = match percentage {
        true => number.is_multiple_of(100).then_some(number / 100)?,
        false => number,
    };
    Rate::try_from(rate).ok().filter(|&rate| rate <= ALL)
}

/// A number of at least 0 in millionths, and whether a sign says that it is a percentage.
fn parse(text: &str) -> Option<(u64, bool)> {
    let digits = text.strip_suffix('%').map(str::trim_end);
    let number = digits.unwrap_or(text);
    let (whole, part) = number.split_once(['.', ',']).unwrap_or((number, ""));
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !plain(whole) || !plain(part) || whole.len() + part.len() == 0 || whole.len() > 9 || part.len() > 6 {
        return None;
    }
    let whole: u64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let millionths: u64 = format!("{part:0<6}").parse().ok()?;
    Some((whole * u64::from(ALL) + millionths, digits.is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Kind;
    use crate::quotas::{Feature, Value};

    fn quotas() -> Quotas {
        let value = |name: &str| Value { name: name.into(), min: 0, max: 9, flex: None };
        let feature = |name: &str, values: [&str; 2]| Feature {
            name: name.into(),
            values: values.into_iter().map(value).collect(),
        };
        Quotas { features: vec![feature("age", ["18-24", "25+"]), feature("town", ["Ede", "Rhenen"])] }
    }

    #[test]
    fn rates_are_exact() {
        for (text, read) in [
            ("0.15", Some(150_000)),
            ("0,15", Some(150_000)),
            ("15 %", Some(150_000)),
            ("12.5%", Some(125_000)),
            ("1", Some(ALL)),
            ("100%", Some(ALL)),
            ("0", Some(0)),
            (".5", Some(500_000)),
            ("0.000001", Some(1)),
            ("0.0000001", None),
            ("0.00001%", None),
            ("1.1", None),
            ("101%", None),
            ("-1", None),
            ("", None),
            ("%", None),
            ("ten", None),
        ] {
            assert_eq!(rate(text), read, "{text:?}");
        }
    }

    #[test]
    fn rates_follow_their_names_into_other_quotas() {
        let (from, mut to) = (quotas(), quotas());
        let household = Feature { name: "household".into(), values: Vec::new() };
        to.features.insert(1, household);
        let attrition = Attrition { base: 5, rates: vec![(0, 1, 7), (1, 0, 9)] };
        let expected = Attrition { base: 5, rates: vec![(0, 1, 7), (2, 0, 9)] };
        assert_eq!(attrition.carried(&from, &to), Some(expected));
        assert_eq!(attrition.carried(&to, &from), None);
    }

    #[test]
    fn whoever_stays_stays_for_every_reason() {
        let attrition = Attrition { base: 100_000, rates: vec![(0, 0, 200_000), (1, 1, 500_000)] };
        assert_eq!(attrition.of(&[1, 0]), 100_000);
        assert_eq!(attrition.of(&[0, 0]), 280_000);
        assert_eq!(attrition.of(&[0, 1]), 640_000);
        assert_eq!(Attrition { base: ALL, rates: vec![] }.of(&[0, 0]), ALL);
    }

    #[test]
    fn a_table_names_what_the_quotas_name() {
        let mut faults = Faults::new();
        let text = "Kenmerk;Waarde;Uitval\nTown;rhenen;0,2\nage;18-24;12,5%\n";
        let found = from_bytes("r.csv", text.as_bytes(), 0, &quotas(), &mut faults);
        let expected = Attrition { base: 0, rates: vec![(0, 0, 125_000), (1, 1, 200_000)] };
        assert_eq!(found, Some(expected), "{faults:?}");
        let text =
            "feature,value,rate\nAgee,x,0.1\nage,18-25,0.1\ntown,Ede,0.2\ntown,Ede,0.3\ntown,Rhenen,1.2\n";
        assert_eq!(from_bytes("r.csv", text.as_bytes(), 0, &quotas(), &mut faults), None);
        let count = |kind| faults.count(kind);
        assert_eq!((count(Kind::LossUnknown), count(Kind::LossTwice)), (2, 1));
        assert_eq!(count(Kind::RateUnreadable), 1);
        from_bytes("r.csv", b"feature,chance\na,1\n", 0, &quotas(), &mut faults);
        assert_eq!(faults.count(Kind::LossColumnMissing), 2);
    }
}

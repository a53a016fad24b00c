//! Reserves that a charter declares before anything is drawn. Imports `base`, `quotas`, `seed` and its siblings.
//!
//! Whoever chooses the number of reserves or the rates once the seed is known can try until the list suits
//! them. So the table `[reserves]` of the charter, frozen with the rest, can say both.

use super::attrition::{self, Attrition};
use super::reserves::Rate;
use crate::base::errors;
use crate::base::text::nearest;
use crate::quotas::Quotas;
use crate::seed::strict_toml;
use toml::{Table, Value};

/// Reserves that are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// How many, at least 1.
    pub reserves: u32,
    /// How likely people are to drop out.
    pub attrition: Attrition,
}

/// What is wrong with the table `[reserves]` of a charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadPromise {
    /// The charter is not TOML at all.
    NotToml,
    /// `reserves` is not a table.
    NotTable,
    /// A setting is missing.
    Missing(&'static str),
    /// A setting has a value that it cannot have.
    Wrong(&'static str),
    /// A setting that means nothing.
    Unknown(String),
    /// A rate for a feature or value that the quotas do not have.
    NotInQuotas {
        /// What was named.
        name: String,
        /// The feature, where that exists.
        feature: Option<String>,
        /// The name in the quotas that is nearest.
        near: Option<String>,
    },
    /// Two rates for the same value.
    Twice {
        /// Its feature.
        feature: String,
        /// The value.
        value: String,
    },
}

errors!(BadPromise);

/// What the charter in `text` declares about reserves, if anything. Features and values are spelled as in
/// `quotas`; rates are numbers from 0 to 1 or percentages in quotation marks, in steps of a millionth.
///
/// # Errors
/// Everything that is wrong with the declaration.
pub fn read(text: &str, quotas: &Quotas) -> Result<Option<Asked>, Vec<BadPromise>> {
    let table: Table = strict_toml::read(text.as_bytes()).map_err(|_| vec![BadPromise::NotToml])?;
    let table = match table.get("reserves") {
        None => return Ok(None),
        Some(Value::Table(table)) => table,
        Some(_) => return Err(vec![BadPromise::NotTable]),
    };
    let mut bad = Vec::new();
    let known = ["number", "attrition", "rates", "description"];
    let unknown = table.keys().filter(|key| !known.contains(&key.as_str()));
    bad.extend(unknown.map(|key| BadPromise::Unknown(key.clone())));
    let number = match table.get("number") {
        None => None.or_else(|| add(&mut bad, BadPromise::Missing("number"))),
        Some(Value::Integer(n)) => u32::try_from(*n).ok().filter(|n| (1..=MOST).contains(n)),
        Some(_) => None,
    };
    if number.is_none() && table.contains_key("number") {
        bad.push(BadPromise::Wrong("number"));
    }
    let base = match table.get("attrition") {
        None => None.or_else(|| add(&mut bad, BadPromise::Missing("attrition"))),
        Some(value) => rate(value).or_else(|| add(&mut bad, BadPromise::Wrong("attrition"))),
    };
    let mut rates = match table.get("rates") {
        None => Vec::new(),
        Some(Value::Array(list)) => list.iter().filter_map(|row| of_value(row, quotas, &mut bad)).collect(),
        Some(_) => add(&mut bad, BadPromise::Wrong("rates")).unwrap_or_default(),
    };
    rates.sort_unstable();
    for pair in rates.windows(2).filter(|w| (w[0].0, w[0].1) == (w[1].0, w[1].1)) {
        let feature = &quotas.features[usize::from(pair[0].0)];
        let value = feature.values[usize::from(pair[0].1)].name.clone();
        bad.push(BadPromise::Twice { feature: feature.name.clone(), value });
    }
    match (number, base) {
        (Some(reserves), Some(base)) if bad.is_empty() => {
            Ok(Some(Asked { reserves, attrition: Attrition { base, rates } }))
        }
        _ => Err(bad),
    }
}

/// As many as the command takes.
pub const MOST: u32 = 10_000;

/// One row of `rates`.
fn of_value(row: &Value, quotas: &Quotas, bad: &mut Vec<BadPromise>) -> Option<(u16, u16, Rate)> {
    let Value::Table(row) = row else { return add(bad, BadPromise::Wrong("rates")) };
    let known = ["feature", "value", "rate"];
    bad.extend(row.keys().filter(|k| !known.contains(&k.as_str())).map(|k| BadPromise::Unknown(k.clone())));
    let text = |key: &str| row.get(key).and_then(Value::as_str);
    let (feature, value) = (text("feature"), text("value"));
    let rate = row.get("rate").and_then(rate);
    let Some(((feature, value), rate)) = feature.zip(value).zip(rate) else {
        return add(bad, BadPromise::Wrong("rates"));
    };
    let missing = |name: &str, feature: Option<&str>, near: Option<&str>| BadPromise::NotInQuotas {
        name: name.to_owned(),
        feature: feature.map(str::to_owned),
        near: near.map(str::to_owned),
    };
    let features = quotas.features.iter().map(|f| f.name.as_str());
    let Some(f) = features.clone().position(|name| name == feature) else {
        return add(bad, missing(feature, None, nearest(feature, features)));
    };
    let values = quotas.features[f].values.iter().map(|v| v.name.as_str());
    let Some(v) = values.clone().position(|name| name == value) else {
        return add(bad, missing(value, Some(feature), nearest(value, values)));
    };
    Some((u16::try_from(f).ok()?, u16::try_from(v).ok()?, rate))
}

/// A rate in TOML: `0.1`, `1`, `"0.1"` or `"10%"`.
fn rate(value: &Value) -> Option<Rate> {
    match value {
        // Signs that programs do not take alike for spaces are none.
        Value::String(text) if text.bytes().all(|b| matches!(b, b'\t' | b' '..=b'~')) => {
            attrition::rate(text)
        }
        Value::Integer(number) => attrition::rate(&number.to_string()),
        // The shortest decimals that stand for a float are those that were written, and the same everywhere.
        Value::Float(number) => attrition::rate(&number.to_string()),
        _ => None,
    }
}

fn add<T>(bad: &mut Vec<BadPromise>, one: BadPromise) -> Option<T> {
    bad.push(one);
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotas::{Feature, Value as QuotaValue};

    fn quotas() -> Quotas {
        let value = |name: &str| QuotaValue { name: name.into(), min: 0, max: 9, flex: None };
        let values = ["16-24", "25+"].map(value).to_vec();
        Quotas { features: vec![Feature { name: "leeftijd".into(), values }] }
    }

    fn of(text: &str) -> Result<Option<Asked>, Vec<BadPromise>> {
        read(text, &quotas())
    }

    #[test]
    fn number_and_rates_are_declared() {
        assert_eq!(of("title = 'Zorg'"), Ok(None));
        let asked = |base, rates: &[(u16, u16, Rate)]| {
            Ok(Some(Asked { reserves: 30, attrition: Attrition { base, rates: rates.to_vec() } }))
        };
        for (rate, millionths) in
            [("0.1", 100_000), ("'10%'", 100_000), ("0", 0), ("1.0", 1_000_000), ("'0,125'", 125_000)]
        {
            let text = format!("[reserves]\nnumber = 30\nattrition = {rate}\ndescription = 'as before'");
            assert_eq!(of(&text), asked(millionths, &[]), "{text}");
        }
        let rates = "[{ feature = 'leeftijd', value = '25+', rate = 0.05 }, { feature = 'leeftijd', value = '16-24', rate = '20 %' }]";
        let text = format!("[reserves]\nnumber = 30\nattrition = 0.1\nrates = {rates}");
        assert_eq!(of(&text), asked(100_000, &[(0, 0, 200_000), (0, 1, 50_000)]));
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        use BadPromise::*;
        let near = |name: &str, feature: Option<&str>, near: &str| NotInQuotas {
            name: name.into(),
            feature: feature.map(str::to_owned),
            near: Some(near.into()),
        };
        let good = "number = 3\nattrition = 0.1\n";
        for (table, bad) in [
            ("", vec![Missing("number"), Missing("attrition")]),
            ("number = 0\nattrition = 2", vec![Wrong("number"), Wrong("attrition")]),
            ("number = 10001\nattrition = 0.0000001", vec![Wrong("number"), Wrong("attrition")]),
            ("number = '3'\nattrition = -0.1", vec![Wrong("number"), Wrong("attrition")]),
            ("number = 3\nattrition = nan\nn = 1", vec![Unknown("n".into()), Wrong("attrition")]),
            (&format!("{good}rates = 'rates.csv'"), vec![Wrong("rates")]),
            (
                &format!("{good}rates = [3, {{ feature = 'leeftijd', value = '25+' }}]"),
                vec![Wrong("rates"); 2],
            ),
            (
                &format!(
                    "{good}rates = [{{ feature = 'leeftyd', value = 'x', rate = 0 }}, {{ feature = 'leeftijd', value = '16-25', rate = 0 }}]"
                ),
                // Another number is another value: none is proposed.
                vec![
                    near("leeftyd", None, "leeftijd"),
                    NotInQuotas { name: "16-25".into(), feature: Some("leeftijd".into()), near: None },
                ],
            ),
            (
                &format!(
                    "{good}rates = [{{ feature = 'leeftijd', value = '25+', rate = 0 }}, {{ feature = 'leeftijd', value = '25+', rate = 1 }}]"
                ),
                vec![Twice { feature: "leeftijd".into(), value: "25+".into() }],
            ),
        ] {
            assert_eq!(of(&format!("[reserves]\n{table}")), Err(bad), "{table}");
        }
        assert_eq!(of("reserves = 'thirty'"), Err(vec![NotTable]));
        assert_eq!(of("a = ["), Err(vec![NotToml]));
    }
}

//! What makes a table of a population doubtful: values that are codes or single years, columns that count the
//! same people. Imports `base`, `register` and its siblings.

use super::amount::Amount;
use super::region::level_of_code;
use crate::base::band::band;
use crate::base::fault::{Faults, Figures, Place, What};
use crate::base::text::fold;
use crate::register::Table;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Bands of age at most: more of them are single years.
const MOST_BANDS: usize = 25;

/// Says where the values of a feature are codes, or single years of age or birth. `heading` is that of its column.
pub(super) fn report_labels(
    table: &Table,
    heading: &str,
    feature: &str,
    values: &BTreeSet<&str>,
    faults: &mut Faults,
) {
    let place = || Place::file(&table.name).column(heading);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    // A pool has postcodes too.
    let post = ["postcode", "postal", "pc4", "zip"].iter().any(|word| fold(feature).contains(word));
    let is_code = |value: &&str| value.len() > 3 && digits(value) && !post || level_of_code(value).is_some();
    let is_small = |value: &&str| value.len() == 1 && digits(value);
    let single = values.iter().filter(|value| is_year(value)).count() > MOST_BANDS;
    let births = values.iter().filter(|value| is_birth(value)).count() > MOST_BANDS;
    if births || single {
        let what = Figures::SingleYears { feature: feature.to_owned(), values: values.len() as u64, births };
        faults.push(What::Figures(what), place());
    } else if values.len() > 1
        && (values.iter().all(is_code) || values.iter().all(is_small) && !counts_something(feature))
    {
        let codes = values.iter().map(|&value| value.to_owned()).collect();
        let what = Figures::CodesForLabels { feature: feature.to_owned(), codes };
        faults.push(What::Figures(what), place());
    }
}

/// Whether a feature is called as one whose values are small numbers in earnest.
fn counts_something(feature: &str) -> bool {
    const WORDS: &[&str] = &[
        "huishoud",
        "household",
        "persone",
        "persons",
        "people",
        "kind",
        "child",
        "grootte",
        "size",
        "aantal",
        "number",
        "kamer",
        "room",
        "auto",
        "cars",
        "wijk",
        "buurt",
        "district",
        "kern",
        "zone",
        "ring",
        "deel",
        "area",
        "ward",
        "circle",
        "cirkel",
        "leeftijd",
        "age",
        "score",
        "cijfer",
        "decile",
        "deciel",
        "kwintiel",
        "quintile",
        "kwartiel",
        "quartile",
        "postcode",
        "groep",
        "klasse",
    ];
    let key = fold(feature);
    WORDS.iter().any(|word| key.contains(word))
}

/// Whether a value is a year in which somebody living was born: "1990", "geboren in 1990".
fn is_birth(value: &str) -> bool {
    const WORDS: &[&str] = &["", "geboren in", "geboortejaar", "born in", "jaar", "year"];
    let key = fold(value);
    let year = key.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty()).unwrap_or_default();
    let known = year.len() == 4 && year.parse::<u32>().is_ok_and(|year| (1900..=2030).contains(&year));
    known && WORDS.contains(&key.replacen(year, "", 1).trim())
}

/// Says where classes of ages have ages in common, or leave some out between them, and where a value became a date.
/// Values that are no classes of ages say nothing.
pub(super) fn report_bands(name: &str, feature: &str, values: &[&str], faults: &mut Faults) {
    let feature = || feature.to_owned();
    let dates: Vec<&str> = values.iter().copied().filter(|value| is_date(value)).collect();
    for value in &dates {
        let what = Figures::ValueAsDate { feature: feature(), value: (*value).to_owned() };
        faults.push(What::Figures(what), Place::file(name));
    }
    if !dates.is_empty() {
        return;
    }
    let bands = values.iter().filter_map(|&value| Some((band(value)?, value)));
    let mut bands: Vec<((u32, u32), &str)> = bands.collect();
    // Single years are told elsewhere; a few numbers are not ages. A value such as "unknown" may stand among classes.
    if bands.len() * 2 <= values.len() || bands.iter().all(|(band, _)| band.0 == band.1) {
        return;
    }
    bands.sort();
    let mut bands = bands.into_iter();
    // The class so far that goes on the longest: the next begins where it ends, or they overlap or are apart.
    let Some(((_, mut reach), mut longest)) = bands.next() else { return };
    for ((low, high), other) in bands {
        let (feature, one, other_name) = (feature(), longest.to_owned(), other.to_owned());
        if low <= reach {
            let what = Figures::BandsOverlap { feature, one, other: other_name };
            faults.push(What::Figures(what), Place::file(name));
        } else if low > reach + 1 {
            let what = Figures::BandsApart { feature, one, other: other_name };
            faults.push(What::Figures(what), Place::file(name));
        }
        if high >= reach {
            (reach, longest) = (high, other);
        }
    }
}

/// Whether a value is a day: `2026-10-14`, `14-10-2026`, `10-dec`, `okt-14`.
fn is_date(value: &str) -> bool {
    const MONTHS: &[&str] = &[
        "jan", "feb", "mrt", "mar", "apr", "mei", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov",
        "dec",
    ];
    let key = fold(value);
    let parts: Vec<&str> = key.split(['-', '/', '.']).collect();
    let number = |part: &str| part.parse::<u32>().ok();
    let month = |part: &str| MONTHS.contains(&part);
    match parts[..] {
        [a, b] => month(a) && number(b).is_some() || number(a).is_some() && month(b),
        [a, b, c] => match (number(a), number(b), number(c)) {
            (Some(a), Some(b), Some(c)) => {
                a > 1000 && (1..=12).contains(&b) && (1..=31).contains(&c)
                    || c > 1000 && (1..=31).contains(&a) && (1..=12).contains(&b)
            }
            (Some(_), None, Some(_)) => month(b),
            _ => false,
        },
        _ => false,
    }
}

/// Whether a value is one year of age: "7", "7 jaar", "100 jaar of ouder".
fn is_year(value: &str) -> bool {
    const WORDS: &[&str] = &[
        "",
        "jaar",
        "jr",
        "j",
        "years",
        "year",
        "+",
        "jaar of ouder",
        "jaar en ouder",
        "of ouder",
        "en ouder",
        "years or older",
        "years and over",
        "and over",
        "jahre",
        "jahr",
        "jahre und \u{e4}lter",
        "ans",
        "an",
        "ans et plus",
        "yrs",
        "-jarigen",
        "-jarige",
        "jarigen",
    ];
    let key = fold(value);
    let before = ["leeftijd", "leeftijd:", "age", "age:", "alter"];
    let start = before.iter().find_map(|word| key.strip_prefix(&format!("{word} ")));
    let number = start.unwrap_or(&key);
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = number.len() - rest.len();
    (1..=3).contains(&digits) && WORDS.contains(&rest.trim())
}

/// Two columns of one row that count the same people, if there are such: each of two runs of columns adds up to
/// the greatest figure; or a column that is headed as all people is the sum of some others, and not of all; or
/// one column is of a sex and another of an age.
pub(super) fn counted_twice(headings: &[String], amounts: &[Option<Amount>]) -> Option<(String, String)> {
    let decimals = amounts.iter().flatten().map(|a| a.decimals).max().unwrap_or(0);
    let units: Vec<u128> =
        amounts.iter().map(|a| a.unwrap_or_default().with_decimals(decimals).units).collect();
    let pair = |a: usize, b: usize| Some((headings[a].clone(), headings[b].clone()));
    let keys: Vec<String> = headings.iter().map(|heading| fold(heading)).collect();
    let is = |i: usize, words: &[&str]| words.iter().any(|word| keys[i].contains(word));
    let whole = (0..units.len()).max_by_key(|&i| (units[i], Reverse(i)))?;
    let found = runs(&units, whole);
    if let [first, ..] = found[..]
        && let Some(second) = found.iter().find(|run| run.0 > first.1)
    {
        return pair(first.0, second.0);
    }
    const ALL: &[&str] = &["inwoners", "a_inw", "bevolking", "population", "inhabitants", "totaal", "total"];
    if let Some(&(first, last)) = found.first().filter(|_| is(whole, ALL))
        && last - first + 2 < units.len()
    {
        return pair(whole, first);
    }
    // Two parts of a row that are all people each, without a column for these.
    let sum = |part: &[u128]| part.iter().sum::<u128>();
    let halves = |&at: &usize| sum(&units[..at]) == sum(&units[at..]) && sum(&units) >= LEAST_IN_HALVES;
    if let Some(at) = (2..units.len().saturating_sub(1)).find(halves) {
        return pair(0, at);
    }
    // Columns about different things.
    let topic = |i: usize| TOPICS.iter().position(|(words, not)| is(i, words) && !is(i, not));
    let mut topics = (0..units.len()).filter_map(|i| Some((topic(i)?, i)));
    if let Some((topic, first)) = topics.next()
        && let Some((_, other)) = topics.find(|(other, _)| *other != topic)
    {
        return pair(first, other);
    }
    const SEXES: &[&str] = &["man", "vrouw", "male", "female", "women", "woman", "jongens", "meisjes"];
    let sex = |&i: &usize| is(i, SEXES) && !is(i, &["jaar", "year"]);
    let age = |&i: &usize| {
        let digits = keys[i].bytes().filter(u8::is_ascii_digit).count();
        !is(i, SEXES) && digits > 1 && (is(i, &["jaar", "year", "leeftijd", "tot"]) || is_band(&keys[i]))
    };
    let (sex, age) = ((0..units.len()).find(sex)?, (0..units.len()).find(age)?);
    pair(sex, age)
}

/// Figures that are less may be halves by chance.
const LEAST_IN_HALVES: u128 = 200;

/// What columns of key figures are about, by words in their headings, and words that make them about more than that.
const TOPICS: &[(&[&str], &[&str])] = &[
    (&["mannen", "vrouwen", "male", "female", "women"], &["jaar", "year", "huwd", "married"]),
    (
        &[
            "nederland",
            "europa",
            "europe",
            "westers",
            "western",
            "marokk",
            "turk",
            "surina",
            "antill",
            "herkomst",
            "migra",
        ],
        &[],
    ),
    (&["ongehuwd", "gehuwd", "gescheiden", "verweduwd", "married", "divorced", "widowed"], &[]),
    (&["opleiding", "onderwijs", "education"], &[]),
    (&["huishoud", "household"], &[]),
    (&["koopwoning", "huurwoning", "woningvoorraad", "owned", "rented"], &[]),
    (
        &[
            "dichtheid",
            "density",
            "oppervlakte",
            "postcode",
            "afstand",
            "gemiddeld",
            "average",
            "inkomen",
            "income",
        ],
        &[],
    ),
];

/// First and last of each run of two or more neighbours, without `whole`, that add up to the figure of `whole`. The
/// figures may be rounded to fives.
fn runs(units: &[u128], whole: usize) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    for first in 0..units.len() {
        let mut sum = 0u128;
        for (last, &figure) in units.iter().enumerate().skip(first).take_while(|(at, _)| *at != whole) {
            sum += figure;
            let slack = 3 * (last - first + 1) as u128;
            let slack = if units[whole] > 50 * slack { slack } else { 0 };
            if last > first && units[whole] > 0 && sum.abs_diff(units[whole]) <= slack {
                runs.push((first, last));
            }
        }
    }
    runs
}

/// Whether a heading has two numbers of two digits side by side, as `a_00_14` and `15-24` have.
fn is_band(key: &str) -> bool {
    let numbers: Vec<&str> =
        key.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    numbers.windows(2).any(|pair| pair.iter().all(|number| number.len() == 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn twice(columns: &[(&str, u128)]) -> Option<(String, String)> {
        let headings: Vec<String> = columns.iter().map(|(name, _)| (*name).to_owned()).collect();
        let amounts: Vec<Option<Amount>> =
            columns.iter().map(|&(_, units)| Some(Amount { units, decimals: 0 })).collect();
        counted_twice(&headings, &amounts)
    }

    #[test]
    fn columns_that_count_the_same_people() {
        for columns in [
            &[("all", 1000), ("m", 490), ("v", 510), ("young", 300), ("middle", 400), ("old", 300)][..],
            &[("m", 4950), ("v", 5050), ("all", 10_000), ("jong", 3000), ("midden", 4001), ("oud", 3000)],
            &[("AantalInwoners_5", 1000), ("Mannen_6", 490), ("Vrouwen_7", 510), ("huurders", 333)],
            &[("mannen", 499), ("vrouwen", 500), ("k_0Tot15Jaar_8", 150)],
            &[("a_man", 499), ("a_00_14", 150)],
            &[
                ("jong", 1500),
                ("midden", 6300),
                ("oud", 2200),
                ("hier", 7000),
                ("elders", 1000),
                ("ver", 2000),
            ],
            &[("Ongehuwd_13", 4500), ("Gehuwd_14", 4000), ("Mannen_6", 4951), ("Vrouwen_7", 5050)],
            &[("OpleidingsniveauLaag_64", 2000), ("OpleidingsniveauHoog_66", 3500), ("Koopwoningen_40", 60)],
            &[("Bevolkingsdichtheid_33", 1234), ("Mannen_6", 4950), ("Vrouwen_7", 5050)],
            &[("Mannen_6", 4950), ("Vrouwen_7", 5050), ("Nederland_17", 7001), ("BuitenNederland_18", 3000)],
        ] {
            assert!(twice(columns).is_some(), "{columns:?}");
        }
        for columns in [
            &[("mannen", 490), ("vrouwen", 510)][..],
            &[("18-24", 100), ("25-34", 200), ("35-44", 300), ("45+", 150)],
            &[
                ("mannen 0 tot 20 jaar", 100),
                ("vrouwen 0 tot 20 jaar", 110),
                ("mannen 20 jaar of ouder", 300),
            ],
            &[("laag", 283), ("midden", 417), ("hoog", 300)],
            &[("1", 2), ("2", 3), ("3", 4), ("4", 1)],
            &[
                ("mannen gehuwd", 100),
                ("vrouwen gehuwd", 110),
                ("mannen ongehuwd", 90),
                ("vrouwen ongehuwd", 91),
            ],
            &[("Nederland", 7000), ("Europa", 1000), ("Buiten Europa", 2000)],
        ] {
            assert_eq!(twice(columns), None, "{columns:?}");
        }
    }

    #[test]
    fn classes_that_overlap_or_leave_ages_out_and_dates_are_told() {
        let codes = |values: &[&str]| {
            let mut faults = Faults::new();
            report_bands("p.csv", "age", values, &mut faults);
            faults.iter().map(|fault| fault.kind().code().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(codes(&["15-25", "25-64", "65+"]), ["N-28"]);
        assert_eq!(codes(&["15-24", "35-64", "65+"]), ["N-29"]);
        assert_eq!(codes(&["0-14", "15-24", "25-64", "65+", "0-24"]).len(), 2);
        assert_eq!(codes(&["0 tot 15 jaar", "15 tot 25 jaar", "25 jaar of ouder"]), [""; 0]);
        assert_eq!(codes(&["16-34", "35-54", "55+"]), [""; 0]);
        assert_eq!(codes(&["laag", "midden", "16-34"]), [""; 0]);
        // A class within a longer one is no end of it.
        assert_eq!(codes(&["16-34", "18-24", "35-64", "65+"]), ["N-28"]);
        assert_eq!(codes(&["16+", "35-64", "onbekend"]), ["N-28"]);
        assert_eq!(codes(&["16-64", "18-24", "70+"]), ["N-28", "N-29"]);
        let mut faults = Faults::new();
        report_bands("p.csv", "age", &["16-64", "18-24", "70+"], &mut faults);
        let gap = Figures::BandsApart { feature: "age".into(), one: "16-64".into(), other: "70+".into() };
        assert!(faults.iter().any(|fault| fault.what == What::Figures(gap.clone())));
        assert_eq!(codes(&["1", "2", "4"]), [""; 0]);
        for value in ["10-dec", "okt-14", "2026-10-14", "14-10-2026", "14/10/2026", "10-dec-2026"] {
            assert_eq!(codes(&[value, "x"]), ["N-30"], "{value}");
        }
        assert_eq!(codes(&["wo-hbo", "a-b-c", "12-17"]), [""; 0]);
    }

    #[test]
    fn single_years_are_years_and_bands_are_not() {
        for value in [
            "0 jaar",
            "7",
            "100 jaar of ouder",
            "1 year",
            "99+",
            "34 Jahre",
            "Leeftijd 34",
            "34 ans",
            "age: 7",
        ] {
            assert!(is_year(value) && !is_birth(value), "{value}");
        }
        for value in ["0 tot 5 jaar", "16-34", "jaar", "", "5 kinderen", "1990", "leeftijd"] {
            assert!(!is_year(value), "{value}");
        }
        for value in ["1990", "geboren in 1990"] {
            assert!(is_birth(value), "{value}");
        }
        assert!(!is_birth("5961") && !is_birth("1990-1999") && !is_birth("10000"));
    }
}

//! What a label of a population is about: a sex, an age, where somebody is from. Labels that are about different things are
//! not the values of one feature. Imports `base` and its siblings.

use super::region::level_of_code;
use crate::base::text::fold;
use crate::base::totals::is_everybody;

/// Kinds as bits: a label may be of several.
const SEX: u8 = 1;
const AGE: u8 = 2;
const ORIGIN: u8 = 4;
const EDUCATION: u8 = 8;
const AREA: u8 = 16;
const HOUSEHOLD: u8 = 32;
/// Low, middle, high: a level of anything.
const LEVEL: u8 = 64;

/// Words that are nothing but a sex.
const SEXES: &[&str] = &[
    "man",
    "mannen",
    "vrouw",
    "vrouwen",
    "male",
    "males",
    "female",
    "females",
    "men",
    "women",
    "woman",
    "jongens",
    "meisjes",
    "mann",
    "m\u{e4}nner",
    "frau",
    "frauen",
    "homme",
    "hommes",
    "femme",
    "femmes",
    "mannelijk",
    "vrouwelijk",
];

/// Words beside the numbers of a class of ages.
const OF_AGES: &[&str] = &[
    "tot",
    "en",
    "met",
    "t",
    "m",
    "jaar",
    "jr",
    "j",
    "jarigen",
    "jarige",
    "of",
    "ouder",
    "jonger",
    "dan",
    "vanaf",
    "onder",
    "boven",
    "years",
    "year",
    "old",
    "and",
    "over",
    "under",
    "to",
    "or",
    "older",
    "younger",
    "than",
    "aged",
    "age",
    "ages",
    "leeftijd",
    "k",
    "a",
    "meer",
    "bis",
    "unter",
    "\u{fc}ber",
    "jahre",
    "jahren",
    "alter",
    "ans",
    "et",
    "plus",
    "moins",
    "yrs",
    "yr",
];

/// Words that say by themselves that numbers are of ages.
const OF_YEARS: &[&str] = &["jaar", "jr", "years", "year", "leeftijd", "age", "aged", "jahre", "ans"];

/// What words about where somebody is from begin with.
const ORIGINS: &[&str] = &[
    "nederlands",
    "niet-nederlands",
    "europ",
    "niet-europ",
    "buiten-europ",
    "westers",
    "niet-westers",
    "western",
    "marok",
    "turk",
    "surina",
    "antil",
    "herkomst",
    "migra",
    "buitenland",
    "buitennederland",
    "autochto",
    "allochto",
    "afkomst",
    "indones",
];

/// Words of schools and diplomas.
const EDUCATIONS: &[&str] = &[
    "vmbo",
    "havo",
    "vwo",
    "mbo",
    "hbo",
    "wo",
    "basisonderwijs",
    "universiteit",
    "universitair",
    "bachelor",
    "master",
    "basisschool",
    "laagopgeleid",
    "hoogopgeleid",
    "middelbaaropgeleid",
    "opgeleid",
    "opleiding",
    "opleidingsniveau",
    "onderwijsniveau",
    "university",
    "education",
    "opleidingsniveaulaag",
    "opleidingsniveaumiddelbaar",
    "opleidingsniveauhoog",
];

const LEVELS: &[&str] =
    &["laag", "midden", "middelbaar", "middel", "hoog", "low", "middle", "medium", "high"];

/// What words about homes and marriages begin with.
const HOUSEHOLDS: &[&str] = &[
    "gehuwd",
    "ongehuwd",
    "gescheiden",
    "verweduwd",
    "alleenstaand",
    "eenpersoons",
    "meerpersoons",
    "huishouden",
];

const AREAS: &[&str] = &["wijk", "buurt", "gemeente", "stadsdeel", "dorp", "kern"];

/// What a label is about; 0 where nothing says it.
fn kind(label: &str) -> u8 {
    let key = fold(label);
    if level_of_code(label).is_some() {
        return AREA;
    }
    if matches!(key.as_str(), "m" | "v" | "x") {
        return SEX;
    }
    // Of areas it is the one that holds them, and of people where they are from.
    if matches!(key.as_str(), "nederland" | "the netherlands") {
        return AREA | ORIGIN;
    }
    let words: Vec<&str> = key
        .split(|c: char| !c.is_alphabetic() && c != '-')
        .map(|word| word.trim_matches('-'))
        .filter(|word| !word.is_empty())
        .collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let begins = |list: &[&str]| words.iter().any(|word| list.iter().any(|start| word.starts_with(start)));
    let area = words.first().is_some_and(|word| AREAS.contains(word)) && (words.len() > 1 || has_digit(&key));
    let bit = |is: bool, kind: u8| if is { kind } else { 0 };
    bit(has(SEXES), SEX)
        | bit(is_age(&key), AGE)
        | bit(begins(ORIGINS) || key.contains("buiten nederland") || key.contains("geboren in"), ORIGIN)
        | bit(has(EDUCATIONS), EDUCATION)
        | bit(LEVELS.contains(&key.as_str()), LEVEL)
        | bit(begins(HOUSEHOLDS), HOUSEHOLD)
        | bit(area, AREA)
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
}

/// Whether a label is a class of ages and nothing else. A single digit may be a number of people.
fn is_age(key: &str) -> bool {
    let numbers: Vec<&str> = key.split(|c: char| !c.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
    let words: Vec<&str> = key.split(|c: char| !c.is_alphabetic()).filter(|it| !it.is_empty()).collect();
    let sure = words.iter().any(|word| OF_YEARS.contains(word)) || numbers.concat().len() > 1;
    (1..=2).contains(&numbers.len())
        && sure
        && numbers.iter().all(|number| number.len() <= 3 && number.parse::<u32>().is_ok_and(|n| n <= 120))
        && words.iter().all(|word| OF_AGES.contains(word))
}

/// Two labels of which one is about something else than the other, if there are such. One label of a kind may be chance; where
/// another kind has two or more it is none.
pub(super) fn of_several(labels: &[&str]) -> Option<(String, String)> {
    let kinds: Vec<u8> = labels.iter().map(|label| kind(label)).collect();
    let of = |set: u8| kinds.iter().filter(|own| **own & set != 0).count();
    let one = kinds.iter().position(|set| *set != 0)?;
    let apart = |at: &usize| {
        let (a, b) = (kinds[one], kinds[*at]);
        // What a level is of, nobody knows: of education or income, and of classes of that.
        let least = if (a | b) & LEVEL != 0 { 2 } else { 1 };
        let level_of = |set: u8| set & (EDUCATION | LEVEL) != 0;
        b != 0
            && a & b == 0
            && !(level_of(a) && level_of(b))
            && of(a).max(of(b)) > 1
            && of(a).min(of(b)) >= least
    };
    let other = (one + 1..kinds.len()).find(apart)?;
    Some((labels[one].to_owned(), labels[other].to_owned()))
}

/// Two labels of which one is of all people and the other of homes, if there are such: they count different things.
pub(super) fn of_people_and_homes(labels: &[&str]) -> Option<(String, String)> {
    const PEOPLE: &[&str] = &[
        "inwon",
        "bevolking",
        "person",
        "mensen",
        "bewoner",
        "population",
        "inhabitant",
        "resident",
        "people",
    ];
    const HOMES: &[&str] = &["huishoudens", "households", "woningen", "dwellings"];
    const BESIDES: &[&str] =
        &["aantal", "totaal", "totale", "total", "number", "of", "alle", "all", "particuliere", "private"];
    let words = |label: &str| -> Vec<String> {
        let words = fold(label).split(|c: char| !c.is_alphabetic()).map(str::to_owned).collect::<Vec<_>>();
        words.into_iter().filter(|word| !word.is_empty() && !BESIDES.contains(&word.as_str())).collect()
    };
    let of_people = |label: &str| {
        let bare = words(label).join(" ");
        is_everybody(&bare) && PEOPLE.iter().any(|start| bare.starts_with(start))
    };
    // "Eenpersoonshuishoudens" too, but not "personen in huishoudens".
    let of_homes = |label: &str| {
        let words = words(label);
        words.len() == 1 && HOMES.iter().any(|end| words[0].ends_with(end))
    };
    let one = labels.iter().find(|label| of_people(label))?;
    let other = labels.iter().find(|label| of_homes(label))?;
    Some(((*one).to_owned(), (*other).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_several_features_are_told_apart() {
        for labels in [
            &["0-14", "15-64", "65+", "Nederlands", "Overig"][..],
            &["Mannen", "Vrouwen", "0-14", "15+"],
            &["laag", "midden", "hoog", "Nederland", "buiten Europa", "Europa"],
            &["havo", "wo", "Mannen", "Vrouwen"],
            &["laag", "hoog", "M", "V"],
            &["M", "V", "wijk Oost", "wijk West"],
            &["k_0Tot15Jaar", "k_15Tot25Jaar", "Ongehuwd", "Gehuwd"],
            &["GM1507", "GM1894", "Mannen"],
            &["met migratieachtergrond", "zonder migratieachtergrond", "hbo of wo"],
            &["16 tot 35 jaar", "35 jaar of ouder", "vrouwen"],
        ] {
            assert!(of_several(labels).is_some(), "{labels:?}");
        }
    }

    #[test]
    fn people_and_homes_are_not_counted_together() {
        for labels in [
            &["Inwoners", "Huishoudens"][..],
            &["Aantal inwoners", "Huishoudens totaal"],
            &["Totaal huishoudens", "Eenpersoonshuishoudens", "Totale bevolking"],
            &["Bevolking", "Woningen"],
            &["Number of households", "Inhabitants"],
        ] {
            assert!(of_people_and_homes(labels).is_some(), "{labels:?}");
        }
        for labels in [
            &["Eenpersoonshuishoudens", "Meerpersoonshuishoudens", "Totaal huishoudens"][..],
            &["Personen in huishoudens", "Personen in instellingen"],
            &["Alleenstaand", "Personen in particuliere huishoudens", "Totaal personen"],
            &["1 persoon", "2 personen", "Huishoudens met kinderen"],
            &["Inwoners", "Mannen", "Vrouwen"],
        ] {
            assert_eq!(of_people_and_homes(labels), None, "{labels:?}");
        }
    }

    #[test]
    fn labels_of_one_feature_stay_together() {
        for labels in [
            &["0-14", "15-64", "65+", "onbekend"][..],
            &["Mannen", "Vrouwen", "anders"],
            &["mannen 0 tot 20 jaar", "vrouwen 0 tot 20 jaar", "mannen 20 jaar of ouder"],
            &["Nederland", "Europa", "buiten Europa", "Marokko", "Turkije", "Suriname"],
            &["Nederland", "GM1507", "GM1894"],
            &["laag", "midden", "hoog"],
            &["laag", "vmbo", "havo", "wo"],
            &["0-20", "20-40", "hoog"],
            &["1 persoon", "2 personen", "3+"],
            &["1", "2", "3", "4+"],
            &["alleenstaand", "2 personen", "gehuwd"],
            &["Midden", "Noord", "Zuid", "Westerkwartier"],
            &["Wijk 10", "Wijk 12", "Centrum"],
            &["M 16-34", "V 16-34", "M 35+", "V 35+"],
            &["5961", "5962", "5963"],
        ] {
            assert_eq!(of_several(labels), None, "{labels:?}");
        }
    }
}

//! Words by which a line or a column says that it is the sum of others. Imports `text` and `band`.

use super::band::band;
use super::text::{fold, fold_heading};

/// What a total is called in any list.
const TOTALS: &[&str] = &[
    "totaal",
    "total",
    "totalen",
    "totals",
    "totale",
    "totaux",
    "eindtotaal",
    "subtotaal",
    "subtotal",
    "deeltotaal",
    "tussentotaal",
    "gesamt",
    "insgesamt",
    "gesamtsumme",
];

/// What it is called in two words.
const IN_TWO: &[&str] = &["grand total", "sub total", "generaal totaal", "algemeen totaal"];

/// What it is called in a table of figures, where these are no names of people.
const SUMS: &[&str] = &["som", "sum", "summe", "somme"];

/// The same, where nothing follows: "tot 18 jaar" is a class.
const ALONE: &[&str] = &["tot", "ensemble", "zusammen"];

/// Labels of figures that hold all the others, after [`fold_heading`].
const OF_BOTH: &[&str] = &[
    "mannenenvrouwen",
    "manenvrouw",
    "vrouwenman",
    "man/vrouw",
    "vrouw/man",
    "man+vrouw",
    "mannen+vrouwen",
    "mannen/vrouwen",
    "vrouwenenmannen",
    "menandwomen",
    "womenandmen",
    "malesandfemales",
    "bothsexes",
    "allsexes",
    "allgenders",
    "beidegeslachten",
    "allegeslachten",
    "beidesexen",
    "beidegeschlechter",
    "m\u{e4}nnerundfrauen",
    "lesdeuxsexes",
    "hommesetfemmes",
    "alleleeftijden",
    "alleleeftijdsgroepen",
    "alleleeftijdsklassen",
    "alleopleidingen",
    "alleopleidingsniveaus",
    "alleniveaus",
    "allebuurten",
    "allegemeenten",
    "allages",
    "allagegroups",
    "alllevels",
    "alldistricts",
    "allealtersgruppen",
    "tousages",
    "alleherkomsten",
    "allewijken",
    "allekernen",
    "alledorpen",
];

/// Labels that may be of everybody, after [`fold_heading`]: their figure says whether they are.
const EVERYBODY: &[&str] = &[
    "inwoners",
    "aantalinwoners",
    "inwonertal",
    "inwoneraantal",
    "alleinwoners",
    "ainw",
    "bewoners",
    "bevolking",
    "totalebevolking",
    "helebevolking",
    "bevolkingsaantal",
    "bevolkingsomvang",
    "population",
    "totalpopulation",
    "inhabitants",
    "residents",
    "allinhabitants",
    "personen",
    "aantalpersonen",
    "allepersonen",
    "mensen",
    "aantal",
    "alle",
    "allen",
    "alles",
    "allemaal",
    "iedereen",
    "people",
    "persons",
    "all",
    "allpeople",
    "everybody",
    "everyone",
    "overall",
    "m+v",
    "m/v",
    "v/m",
    "m/v/x",
    "m/f",
    "samen",
    "tezamen",
    "samengenomen",
    "geheel",
    "hetgeheel",
    "heel",
    "hele",
    "helepanel",
    "beide",
    "beiden",
    "both",
    "together",
    "whole",
    "wholepanel",
    "anyone",
    "ongeacht",
    "einwohner",
    "bev\u{f6}lkerung",
    "habitants",
    "tous",
];

/// Whether a text, after [`fold`], is what stands in front of a total in any list.
pub fn is_total(text: &str) -> bool {
    // "totaal: 60", "totaal aantal aanmeldingen"
    let first = text.split([':', ' ']).next().unwrap_or(text).trim_end_matches('.');
    let whole = text.trim_end_matches([':', '.', ' ']);
    TOTALS.contains(&whole)
        || IN_TWO.contains(&whole)
        || text == "tot."
        || (text.len() > first.len() && TOTALS.contains(&first))
}

/// Whether a total may begin with this sign: for a question about each of a million cells.
pub fn may_begin(sign: u8) -> bool {
    matches!(sign.to_ascii_lowercase(), b't' | b'e' | b's' | b'd' | b'g' | b'i' | b'a')
}

/// Whether a label of a table of figures says that its figure is the sum of others. Statistics Netherlands has codes of T and
/// six digits for totals.
pub fn is_sum(label: &str) -> bool {
    // "1 Totaal", "0. Totaal"
    if let Some((_, name)) = numbered(label) {
        return is_sum(name);
    }
    let key = fold(label);
    let word = key.split([' ', ',', ':', '(']).next().unwrap_or_default().trim_end_matches('.');
    let code = key.strip_prefix('t').is_some_and(|n| n.len() == 6 && n.bytes().all(|b| b.is_ascii_digit()));
    let bare = fold_heading(label);
    // "Bevolking totaal", "Inwoners (totaal)"
    let behind = TOTALS.iter().find_map(|total| key.trim_end_matches([')', '.']).strip_suffix(total));
    let all = |rest: &str| is_everybody(rest.trim_end_matches(['(', ' ', ',', ':']));
    code || is_total(&key)
        || TOTALS.contains(&word)
        || SUMS.contains(&word)
        || ALONE.contains(&key.trim_end_matches(['.', ':']))
        || OF_BOTH.contains(&bare.as_str())
        || behind.is_some_and(all)
}

/// The same of a label among all those of its column, which may be codes.
pub fn is_sum_among<T: AsRef<str>>(label: &str, labels: impl IntoIterator<Item = T>) -> bool {
    is_sum(label) || is_code_of_all(label, labels)
}

/// Whether a label is the code that Statistics Netherlands has for all ages (10000) among codes or classes of ages, or for both
/// sexes (1100) beside those of men and women. Among other numbers, such as incomes, they are numbers.
fn is_code_of_all<T: AsRef<str>>(label: &str, labels: impl IntoIterator<Item = T>) -> bool {
    let label = label.trim();
    if !matches!(label, "10000" | "1100") {
        return false;
    }
    let others: Vec<T> = labels.into_iter().filter(|other| other.as_ref().trim() != label).collect();
    let all = |so: &dyn Fn(&str) -> bool| others.iter().all(|other| so(other.as_ref().trim()));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let sexes = |other: &str| matches!(other, "3000" | "4000");
    let code = |other: &str| other.len() == 5 && digits(other);
    let round = |other: &str| other.ends_with("000") || other.ends_with("500");
    let class = |other: &str| !digits(other) && band(other).is_some_and(|(low, _)| low < 120);
    let known = if label == "1100" { all(&sexes) } else { all(&code) && !all(&round) || all(&class) };
    known && !others.is_empty()
}

/// Whether a label of a table of figures says that it is a part of one above it: "waarvan Europa", "w.v. Europa".
pub fn is_part(label: &str) -> bool {
    const WORDS: &[&str] = &[
        "waarvan",
        "waaronder",
        "daarvan",
        "daaronder",
        "hiervan",
        "hieronder",
        "davon",
        "darunter",
        "hiervon",
        "thereof",
    ];
    const FIRST: &[&str] = &["w.v", "wv", "w.o", "o.w", "d.v", "dont", "including", "incl", "inclusief"];
    const IN_TWO: &[&str] = &[
        "onder wie",
        "van wie",
        "van hen",
        "van deze",
        "uit deze",
        "onder hen",
        "onder deze",
        "of which",
        "of whom",
        "of these",
        "of them",
        "among whom",
        "among them",
        "among these",
        "parmi lesquels",
    ];
    let key = fold(label);
    // "1.1 waarvan Europa"
    let key = numbered(&key).map_or(key.as_str(), |(_, name)| name);
    let key = key.trim_start_matches(|c: char| !c.is_alphanumeric());
    let begins =
        |start: &&str| key.strip_prefix(*start).is_some_and(|rest| rest.starts_with([' ', ':', '.']));
    // Further on it says what a value holds besides: "Overige landen, waaronder Polen".
    let alone = |word: &&str| key.ends_with(&format!("({word})"));
    WORDS.iter().chain(FIRST).chain(IN_TWO).any(begins) || WORDS.iter().any(alone)
}

/// Words behind a number that is no number of a line, after [`fold`]: it counts something, or is of an age.
const COUNTED: &[&str] = &[
    "jaar",
    "jr",
    "j",
    "jarige",
    "jarigen",
    "years",
    "year",
    "yrs",
    "jahr",
    "jahre",
    "ans",
    "an",
    "tot",
    "tm",
    "t",
    "en",
    "of",
    "to",
    "and",
    "or",
    "through",
    "until",
    "bis",
    "und",
    "oder",
    "et",
    "ou",
    "\u{e0}",
    "a",
    "plus",
    "maand",
    "maanden",
    "months",
    "persoon",
    "personen",
    "pers",
    "p",
    "person",
    "persons",
    "people",
    "mensen",
    "kind",
    "kinderen",
    "child",
    "children",
    "leden",
    "kamer",
    "kamers",
    "room",
    "rooms",
    "auto",
    "cars",
    "euro",
    "eur",
    "km",
    "m",
    "m2",
    "uur",
    "uren",
    "hours",
    "dag",
    "dagen",
    "days",
    "keer",
    "maal",
    "times",
    "procent",
    "percent",
    "punt",
    "punten",
    "ouder",
    "older",
    "jonger",
    "younger",
    "e",
    "de",
    "ste",
    "st",
    "nd",
    "rd",
    "th",
    "inwoners",
    "bewoners",
    "huishoudens",
    "man",
    "x",
];

/// The number of a line at the start of its label, and the label without it: "1.1 Mannen", "11 Basisonderwijs", "2) Elders".
/// Ages and what else numbers count are none: "18 tot 19 jaar", "65 of ouder", "2 personen".
pub fn numbered(label: &str) -> Option<(&str, &str)> {
    let label = label.trim();
    let (number, name) = label.split_once(char::is_whitespace)?;
    let (number, name) = (number.trim_end_matches(['.', ')', ':']), name.trim_start());
    let digits = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let key = fold(name);
    let word = key.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // "18 t/m 24", "1 persoonshuishouden"
    let counts =
        COUNTED.contains(&word) || ["jaar", "persoon", "person"].iter().any(|it| word.starts_with(it));
    let is_name = word.starts_with(char::is_alphabetic) && !counts;
    (is_name && number.split('.').all(digits)).then_some((number, name))
}

/// Whether a label of a table of figures may be that of everybody: that it is, its figure must say.
pub fn is_everybody(label: &str) -> bool {
    let key = fold_heading(label);
    EVERYBODY.contains(&key.trim_end_matches(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_all_are_totals_among_codes_only() {
        for (label, others) in [
            ("10000", &["10000", "70100", "53105"][..]),
            ("10000", &["10000", "16-34", "35+"]),
            ("1100 ", &["1100 ", "3000 ", "4000 "]),
        ] {
            assert!(is_code_of_all(label, others), "{others:?}");
        }
        for (label, others) in [
            ("10000", &["10000", "12500", "20000"][..]),
            ("10000", &["10000"]),
            ("10000", &["10000", "laag"]),
            ("1100", &["1100", "1200"]),
            ("70100", &["10000", "70100"]),
        ] {
            assert!(!is_code_of_all(label, others), "{others:?}");
        }
    }

    #[test]
    fn parts_are_known_by_their_names() {
        for text in [
            "w.v. Europa",
            "W.v. Europa",
            "wv. Europa",
            "waarvan: Turkije",
            "- waarvan Turkije",
            "of which Europe",
            "Europa (waarvan)",
            "daarvan Europa",
            "Hiervan: Europa",
            "o.w. Turkije",
            "onder wie Polen",
            "van wie Polen",
            "van hen in Europa",
            "van deze: Europa",
            "1.1 waarvan Europa",
            "of them European",
        ] {
            assert!(is_part(text), "{text}");
        }
        for text in [
            "Europa",
            "Wvers",
            "Dontenwijk",
            "Buiten Europa",
            "Overige landen, waaronder Polen",
            "Van Henegouwen",
            "Hiervandaan",
            "Incluusbuurt",
            "",
        ] {
            assert!(!is_part(text), "{text}");
        }
    }

    #[test]
    fn numbers_of_lines_are_no_ages() {
        for (text, found) in [
            ("1 Totaal", ("1", "Totaal")),
            ("1.1 Mannen", ("1.1", "Mannen")),
            ("11 Basisonderwijs", ("11", "Basisonderwijs")),
            ("2) Elders", ("2", "Elders")),
            ("3. Hoog", ("3", "Hoog")),
        ] {
            assert_eq!(numbered(text), Some(found), "{text}");
        }
        for text in [
            "18 tot 19 jaar",
            "18 t/m 24",
            "0-18",
            "16 en ouder",
            "65 of ouder",
            "17 jaar",
            "16 - 34",
            "2 personen",
            "1 persoonshuishouden",
            "5",
            "Wijk 11 Noord",
            "1e kwintiel",
            "65 +",
            "18 \u{e0} 24",
            "1.000.000 euro",
            "80 plus",
        ] {
            assert_eq!(numbered(text), None, "{text}");
        }
        assert!(is_sum("1 Totaal") && is_sum("0. Totaal mannen en vrouwen") && !is_sum("1 Tottenham"));
    }

    #[test]
    fn totals_are_known_by_their_names() {
        for text in
            ["Totaal", "totaal: 60", "Total aantal", "EINDTOTAAL", "Generaal totaal", "Tot.", "Gesamt"]
        {
            assert!(is_total(&fold(text)) && is_sum(text) && may_begin(text.as_bytes()[0]), "{text}");
        }
        for text in [
            "Som",
            "Ensemble",
            "Mannen en vrouwen",
            "Beide geslachten",
            "Bevolking totaal",
            "T001038",
            "Som van wijken",
        ] {
            assert!(is_sum(text) && !is_total(&fold(text)), "{text}");
        }
        for text in
            ["Inwoners", "Aantal inwoners", "AantalInwoners_5", "Population", "a_inw", "Iedereen", "M/V"]
        {
            assert!(is_everybody(text) && !is_sum(text), "{text}");
        }
        for text in ["Mannen", "Tottenham", "Nederland", "Ensembleplein", "0-14", "", "Summer", "Tot 18 jaar"]
        {
            assert!(!is_sum(text) && !is_everybody(text), "{text}");
        }
        assert!(TOTALS.iter().chain(IN_TWO).all(|total| may_begin(total.as_bytes()[0])));
    }
}

//! The names of a charter's tables and settings, and slips in them.

/// The tables and settings that mean something.
const MEANT: [&str; 16] = [
    "date",
    "seed",
    "reserves",
    "zone",
    "question",
    "mandate",
    "invited",
    "programme",
    "frame",
    "columns",
    "letters",
    "leidraad",
    "phase",
    "ballot",
    "answer",
    "consultation",
];

/// The same in Dutch, and what else people write for them.
const OTHERWISE_SAID: [(&str, &str); 10] = [
    ("datum", "date"),
    ("startgetal", "seed"),
    ("bron", "seed"),
    ("reservelijst", "reserves"),
    ("tijdzone", "zone"),
    ("timezone", "zone"),
    ("fase", "phase"),
    ("fasen", "phase"),
    ("stemming", "ballot"),
    ("stemmingen", "ballot"),
];

/// Of the names in a charter those that are nearly one that means something and is not there, with that; and those with signs
/// that are not of the Latin script.
pub(super) fn unknown(names: &[&str]) -> (Vec<(String, &'static str)>, Vec<String>) {
    let latin = |sign: char| matches!(sign, ' '..='~' | '\u{c0}'..='\u{17f}');
    let (plain, foreign): (Vec<&str>, Vec<&str>) =
        names.iter().copied().partition(|key| key.chars().all(latin));
    // Once: a charter of a megabyte has some hundred thousand names.
    let absent: Vec<&'static str> = MEANT.into_iter().filter(|meant| !names.contains(meant)).collect();
    let near = |key: &str, meant: &str| {
        let key = key.to_ascii_lowercase();
        strsim::osa_distance(&key, meant) <= 1 || OTHERWISE_SAID.contains(&(key.as_str(), meant))
    };
    let keys = plain.into_iter().filter(|key| !MEANT.contains(key));
    let meant = |key: &'_ str| -> Vec<(String, &'static str)> {
        absent.iter().filter(|meant| near(key, meant)).map(|&meant| (key.to_owned(), meant)).collect()
    };
    let pairs = keys.flat_map(meant);
    (pairs.collect(), foreign.into_iter().map(str::to_owned).collect())
}

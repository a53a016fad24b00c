//! The names of a charter's tables and settings, slips in them, and what people call them.

use toml::{Table, Value};

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

/// What else people may call them, most of it in Dutch. Asked when a charter is frozen, and never of one that is: a record stays
/// what it is.
const CALLED: [(&str, &str); 27] = [
    ("zaad", "seed"),
    ("loting", "seed"),
    ("trekking", "seed"),
    ("startwaarde", "seed"),
    ("dobbelstenen", "seed"),
    ("baken", "seed"),
    ("lottery", "seed"),
    ("draw", "seed"),
    ("dice", "seed"),
    ("drand", "seed"),
    ("reserven", "reserves"),
    ("reservisten", "reserves"),
    ("vraag", "question"),
    ("hoofdvraag", "question"),
    ("mandaat", "mandate"),
    ("uitgenodigd", "invited"),
    ("uitgenodigden", "invited"),
    ("uitnodiging", "invited"),
    ("kader", "frame"),
    ("steekproefkader", "frame"),
    ("kolommen", "columns"),
    ("brieven", "letters"),
    ("fases", "phase"),
    ("antwoord", "answer"),
    ("antwoorden", "answer"),
    ("raadpleging", "consultation"),
    ("consultatie", "consultation"),
];

/// Settings that no table but that of the seed has.
const OF_SEED: [&str; 6] = ["source", "sides", "chain", "round", "roles", "otherwise"];

/// Of the names in a charter that is to be frozen those by which people call something that means something and is not there,
/// and tables that have what only that of the seed has.
pub(super) fn called(table: &Table) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    for (key, value) in table.iter().filter(|(key, _)| !MEANT.contains(&key.as_str())) {
        let lower = key.to_lowercase();
        let seed = value.as_table().is_some_and(|own| own.keys().any(|key| OF_SEED.contains(&key.as_str())));
        let meant = CALLED.into_iter().find(|(name, _)| *name == lower).map(|(_, meant)| meant);
        found.extend(
            meant
                .or(seed.then_some("seed"))
                .filter(|meant| !table.contains_key(*meant))
                .map(|meant| (key.clone(), meant)),
        );
    }
    found
}

/// Whether a text is a charter for programs, whatever the tables in it are called, or has a line that is the head of a table
/// which means something, or nearly.
pub(super) fn is_for_programs(text: &str) -> bool {
    let tables = |table: Table| {
        let filled = |value: &Value| value.as_table().is_some_and(|own| !own.is_empty());
        let list = |value: &Value| value.as_array().is_some_and(|list| list.iter().any(filled));
        table.values().any(|value| filled(value) || list(value))
    };
    text.parse::<Table>().is_ok_and(tables) || text.lines().any(is_head)
}

/// Whether a line is the head of a table that means something, or nearly, or is called so by people.
fn is_head(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or_default().trim();
    let Some(inside) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) else { return false };
    let name = inside.trim_matches(['[', ']', ' ', '"', '\'']).to_lowercase();
    let name = name.split('.').next().unwrap_or_default().trim();
    // "[date]" is what somebody is to fill in.
    let is_table = |meant: &str| !["date", "zone", "question", "mandate"].contains(&meant);
    let called = |(known, meant): &(&str, &str)| *known == name && is_table(meant);
    MEANT.iter().any(|meant| is_table(meant) && strsim::osa_distance(name, meant) <= 1)
        || OTHERWISE_SAID.iter().any(called)
        || CALLED.iter().any(called)
}

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

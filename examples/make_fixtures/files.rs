//! From a scenario to the bytes of its files.

use super::model::{Bounds, Person, Population, quotas};
use super::rng::Rng;
use super::scenarios::{Dialect, Scenario};
use super::search::{Found, panel};
use std::collections::BTreeSet;

/// The files of one scenario.
pub struct Made {
    pub files: Vec<(&'static str, Vec<u8>)>,
    people: usize,
    profiles: usize,
    visits: usize,
}

impl Made {
    pub fn summary(&self) -> String {
        format!("{} people, {} profiles, {} door visits", self.people, self.profiles, self.visits)
    }
}

/// Makes a scenario: volunteers answer letters; while no panel can meet the quotas, people of the
/// groups that fall short are visited at home and take the place of others.
pub fn make(scenario: &Scenario) -> Made {
    let features = &scenario.features;
    let bounds = quotas(features, scenario.seats, scenario.rounding);
    let population = Population::new(features, &scenario.ties);
    let mut rng = Rng::named(scenario.name);
    let mut answers =
        || -> Vec<Person> { (0..scenario.people).map(|_| population.volunteer(&mut rng)).collect() };
    let mut pool = answers();
    while scarce(&pool, &bounds) < scenario.scarce {
        pool = answers();
    }
    let mut visits = 0;
    while let Found::Short(short) = panel(&pool, &bounds, scenario.seats, &mut rng) {
        assert!(!short.is_empty() && visits < pool.len(), "{}: no panel found", scenario.name);
        for (f, v) in short {
            let leaves = rng.below(pool.len() as u64) as usize;
            pool[leaves] = population.visited(&mut rng, f, v);
            visits += 1;
        }
    }
    let profiles = pool.iter().collect::<BTreeSet<_>>().len();
    let volunteers = volunteers(scenario, &pool, &mut rng);
    let targets = targets(scenario, &bounds);
    let mut files = vec![
        ("pool.csv", scenario.dialect.encode(&volunteers)),
        ("quotas.csv", scenario.dialect.encode(&targets)),
    ];
    let about = format!(
        "# Made by examples/make_fixtures. Nobody in these files exists.\n\
         name = \"{}\"\nseats = {}\npeople = {}\nprofiles = {profiles}\nid_column = \"{}\"\n\
         note = \"{}\"\nshape_from = \"{}\"\n",
        scenario.name,
        scenario.seats,
        pool.len(),
        scenario.id,
        scenario.note,
        scenario.shape_from
    );
    let (more, figures) =
        super::after::files(scenario, &files[0].1, &files[1].1).unwrap_or((Vec::new(), String::new()));
    files.push(("scenario.toml", (about + &figures).into_bytes()));
    files.extend(more);
    Made { files, people: pool.len(), profiles, visits }
}

/// Values of which the pool has exactly as many people as the panel needs: every one of them is
/// certain of a seat, and one refusal more would make the quotas impossible.
fn scarce(pool: &[Person], bounds: &[Vec<Bounds>]) -> usize {
    let supply = |f: usize, v: usize| pool.iter().filter(|p| usize::from(p[f]) == v).count();
    let exact = |f: usize, v: usize| bounds[f][v].0 > 0 && supply(f, v) == bounds[f][v].0 as usize;
    (0..bounds.len()).map(|f| (0..bounds[f].len()).filter(|&v| exact(f, v)).count()).sum()
}

/// The pool file as rows of cells: id, personal columns if any, features, further columns.
fn volunteers(scenario: &Scenario, pool: &[Person], rng: &mut Rng) -> Vec<Vec<String>> {
    let mut numbers: Vec<usize> = (1..=pool.len()).collect();
    rng.shuffle(&mut numbers);
    let width = pool.len().to_string().len().max(scenario.digits);
    let mut heading = vec![scenario.id.to_string()];
    if scenario.personal {
        heading.extend(PERSONAL.map(String::from));
    }
    heading.extend(scenario.features.iter().map(|f| f.heading.to_string()));
    let mut rows = vec![heading];
    let mut home: Option<[String; 4]> = None;
    for (person, number) in pool.iter().zip(numbers) {
        let mut row = vec![format!("{number:0width$}")];
        if scenario.personal {
            // About 3 in 100 live with somebody who volunteered just before them.
            let shared = home.take().filter(|_| rng.below(100) < 3);
            let address = shared.unwrap_or_else(|| address(rng));
            let (first, last) = (pick(rng, FIRST_NAMES), pick(rng, LAST_NAMES));
            row.extend([first.to_string(), last.to_string()]);
            row.extend(address.iter().cloned());
            row.push(format!("deelnemer{number}@voorbeeld.invalid"));
            home = Some(address);
        }
        let names = scenario.features.iter().zip(person).map(|(f, &v)| f.values[v as usize].name.to_string());
        row.extend(names);
        rows.push(row);
    }
    rows
}

/// The quota file as rows of cells.
fn targets(scenario: &Scenario, bounds: &[Vec<(u32, u32)>]) -> Vec<Vec<String>> {
    let heading = scenario.dialect.quota_headings();
    let mut rows = vec![heading.iter().map(|h| h.to_string()).collect::<Vec<_>>()];
    for (feature, bounds) in scenario.features.iter().zip(bounds) {
        for (value, (min, max)) in feature.values.iter().zip(bounds) {
            let mut row =
                vec![feature.heading.to_string(), value.name.to_string(), min.to_string(), max.to_string()];
            if heading.len() == 6 {
                row.extend(["0".to_string(), scenario.seats.to_string()]);
            }
            rows.push(row);
        }
    }
    rows
}

impl Dialect {
    /// Headings of the quota file; the field knows four spellings and Dutch offices a fifth.
    fn quota_headings(self) -> &'static [&'static str] {
        match self {
            Self::Plain => &["feature", "value", "min", "max"],
            Self::Category => &["category", "name", "min", "max"],
            Self::Flex => &["feature", "value", "min", "max", "min_flex", "max_flex"],
            Self::DutchExcel => &["Kenmerk", "Waarde", "Minimum", "Maximum"],
        }
    }

    /// The bytes of a table: UTF-8, comma and line feed, or what a Dutch office program saves:
    /// Windows-1252, semicolon, carriage return and line feed, two empty rows at the end.
    fn encode(self, rows: &[Vec<String>]) -> Vec<u8> {
        let excel = self == Self::DutchExcel;
        let mut writer = csv::WriterBuilder::new()
            .delimiter(if excel { b';' } else { b',' })
            .terminator(if excel { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') })
            .from_writer(Vec::new());
        for row in rows {
            writer.write_record(row).expect("writing to memory cannot fail");
        }
        let mut bytes = writer.into_inner().expect("writing to memory cannot fail");
        if excel {
            let text = String::from_utf8(bytes).expect("cells are text");
            bytes = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
            let empty = [vec![b';'; rows[0].len() - 1], b"\r\n".to_vec()].concat();
            bytes.extend(empty.repeat(2));
        }
        bytes
    }
}

const PERSONAL: [&str; 7] =
    ["voornaam", "achternaam", "straat", "huisnummer", "postcode", "woonplaats", "e-mail"];

fn address(rng: &mut Rng) -> [String; 4] {
    let suffix = ["", "", "", "", "-A", " A", " bis"][rng.below(7) as usize];
    let letter = |rng: &mut Rng| char::from(b'A' + rng.below(26) as u8);
    let gap = if rng.below(2) == 0 { " " } else { "" };
    [
        pick(rng, STREETS).to_string(),
        format!("{}{suffix}", 1 + rng.below(120)),
        format!("{}{gap}{}{}", 9990 + rng.below(10), letter(rng), letter(rng)),
        pick(rng, TOWNS).to_string(),
    ]
}

fn pick(rng: &mut Rng, list: &[&'static str]) -> &'static str {
    list[rng.below(list.len() as u64) as usize]
}

// Invented on purpose: streets and towns that do not exist, names joined at random.
const FIRST_NAMES: &[&str] = &[
    "Aafke", "Björn", "Chaima", "Daniël", "Eefje", "Fatima", "Geert", "Hümeyra", "Ilse", "Joris", "Kees",
    "Loïs", "Mees", "Noëlle", "Ozan", "Piet", "Quirine", "René", "Sjaak", "Tjitske", "Ûlke", "Vivian",
    "Wout", "Xandra", "Yusuf", "Zoë",
];
const LAST_NAMES: &[&str] = &[
    "van der Aarde",
    "Bovenlicht",
    "de Cirkel",
    "Dwarsweg",
    "d'Eénhoorn",
    "Fluitketel",
    "Gröndaal",
    "van 't Hoefijzer",
    "Inktpot",
    "op den Jampot",
    "Kruimelaar",
    "ter Lantaarn",
    "Müllenaar",
    "Nachtegaal-Öst",
    "Overtoon",
    "Pannekoek",
    "ten Rietveer",
    "Sterrekijker",
    "Tafelaar, jr.",
    "Vuurpijl",
];
const STREETS: &[&str] = &[
    "Loterijplein",
    "Burgemeester Dobbelsteenstraat",
    "Kansweg",
    "Achter de Urn",
    "Lootjeslaan",
    "Het Hoge Lot",
    "Stemhof",
    "Zetelpad",
];
const TOWNS: &[&str] = &["Lotenburg", "Nergenshuizen", "Voorbeeldrecht"];

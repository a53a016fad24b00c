//! Everything that reads what people save, by name: bytes in, any answer out, never a panic. Used by the fuzz targets
//! beside it for long runs, and by `tests/files/hostile.rs` for a short one.

use geloot::base::fault::Faults;
use geloot::pool::{self, Rule, Rules, Source};
use geloot::quotas::population::{self, Choices};
use geloot::seed::charter::Charter;
use geloot::seed::drand::{Beacon, Chain};
use geloot::seed::{Evidence, Manifest};
use geloot::sessions::brief::people::{Found, People};
use geloot::sessions::brief::plan_toml;
use geloot::{panel, register};

/// A reader.
pub type Reader = fn(&[u8]);

/// Every reader, by name, with files to begin with: names below the root of the project.
pub const READERS: &[(&str, Reader, &[&str])] = &[
    ("table", table, &["fixtures/scenarios/nederlandse-excel/pool.csv", "examples/council/events.csv"]),
    ("export", export, &["fixtures/population/statline-layout/population.csv"]),
    ("pool", pool, &["examples/council/volunteers.csv", "fixtures/scenarios/nederlandse-excel/pool.csv"]),
    ("quotas", quotas, &["examples/council/quotas.csv", "fixtures/scenarios/nederlandse-excel/quotas.csv"]),
    ("lists", lists, &["examples/council/excluded.csv", "examples/council/confirmed.csv"]),
    (
        "population",
        population,
        &["examples/council/villages.csv", "fixtures/population/statline-layout/population.csv"],
    ),
    ("charter", charter, &["examples/council/charter.toml", "fixtures/scenarios/ierland-99/charter.toml"]),
    ("beacon", beacon, &["fuzz/seeds/beacon.json"]),
    ("evidence", evidence, &["fuzz/seeds/evidence.txt"]),
    ("manifest", manifest, &["fuzz/seeds/manifest.txt"]),
    ("plan", plan, &["fixtures/sessions/zorg/plan.toml"]),
    ("people", people, &["examples/council/volunteers.csv"]),
];

const POOL: &[u8] = include_bytes!("../examples/council/volunteers.csv");
const QUOTAS: &[u8] = include_bytes!("../examples/council/quotas.csv");

fn source<'a>(name: &'a str, bytes: &'a [u8]) -> Source<'a> {
    Source { name, bytes }
}

fn table(bytes: &[u8]) {
    let _ = register::read("list.csv", bytes, &mut Faults::new());
}

fn export(bytes: &[u8]) {
    let _ = register::read_export("export.csv", bytes, &mut Faults::new());
}

fn pool(bytes: &[u8]) {
    let columns = ["postcode".to_owned(), "huisnummer".to_owned()];
    let rules = Rules { household: Some(Rule { columns: &columns, per: 1 }), ..Rules::default() };
    let quotas = Some(source("quotas.csv", QUOTAS));
    let _ = pool::read_with(source("pool.csv", bytes), quotas, 50, None, &rules, &mut Faults::new());
    let _ = pool::read_with(source("pool.csv", bytes), None, 5, None, &Rules::default(), &mut Faults::new());
}

fn quotas(bytes: &[u8]) {
    let _ = pool::read(source("pool.csv", POOL), source("quotas.csv", bytes), 50, None, &mut Faults::new());
}

fn lists(bytes: &[u8]) {
    for of_out in [true, false] {
        let list = Some(source("list.csv", bytes));
        let rules = match of_out {
            true => Rules { exclude: list, ..Rules::default() },
            false => Rules { include: list, ..Rules::default() },
        };
        let quotas = Some(source("quotas.csv", QUOTAS));
        let _ = pool::read_with(source("pool.csv", POOL), quotas, 50, None, &rules, &mut Faults::new());
    }
}

fn population(bytes: &[u8]) {
    let choices = Choices { picks: vec![("Regio's".into(), "Zeeland".into())], ..Choices::default() };
    for choices in [Choices::default(), choices] {
        let _ = population::read(&[("table.csv", bytes)], &choices, &mut Faults::new());
    }
}

fn charter(bytes: &[u8]) {
    let _ = Charter::parse(bytes, 1000);
    let mut faults = Faults::new();
    let read = pool::read(source("pool.csv", POOL), source("quotas.csv", QUOTAS), 50, None, &mut faults);
    if let (Some(read), Ok(text)) = (read, std::str::from_utf8(bytes)) {
        let _ = panel::reserve_terms::read(text, read.quotas());
    }
}

fn beacon(bytes: &[u8]) {
    let _ = Beacon::read(Chain::Quicknet, bytes);
    let _ = Beacon::read(Chain::Default, bytes);
}

fn evidence(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let _ = Evidence::text(text);
    for source in ["text", "lotto", "dice", "ticket", "drand", "contributions"] {
        let _ = Evidence::parse(&format!("{source}\n{text}"));
    }
}

fn manifest(bytes: &[u8]) {
    let _ = Manifest::parse(bytes);
}

fn plan(bytes: &[u8]) {
    let mut found = Found::default();
    let _ = plan_toml::read("plan.toml", bytes, &mut found.wrongs);
}

fn people(bytes: &[u8]) {
    let _ = People::read("people.csv", bytes, None, &["kern".to_owned()], &mut Found::default());
}

//! The shipped scenarios, as the tests read them too.

use geloot::base::fault::Faults;
use geloot::pool::{self, Pool, Source};
use std::path::Path;

/// Every folder under `fixtures/scenarios`, smallest pool first.
pub const NAMES: &[&str] = &[
    "foodvalley-20-of-100",
    "nederlandse-excel",
    "peel-en-maas",
    "toolkit-300-45",
    "toolkit-500-75",
    "toolkit-750-112",
    "zeeland",
    "large",
    "klimaatberaad",
];

/// A scenario's files as bytes.
pub struct Scenario {
    pub pool: Vec<u8>,
    pub quotas: Vec<u8>,
    pub seats: u32,
}

impl Scenario {
    /// Reads `fixtures/scenarios/<name>`.
    pub fn shipped(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/scenarios").join(name);
        let bytes = |file: &str| std::fs::read(folder.join(file)).expect("the scenario is shipped");
        let about = String::from_utf8(bytes("scenario.toml")).expect("UTF-8");
        let about: toml::Table = about.parse().expect("TOML");
        let seats = about["seats"].as_integer().expect("a number") as u32;
        Self { pool: bytes("pool.csv"), quotas: bytes("quotas.csv"), seats }
    }

    /// Parses them into a pool.
    pub fn read(&self) -> Pool {
        let mut faults = Faults::new();
        let pool = Source { name: "pool.csv", bytes: &self.pool };
        let quotas = Source { name: "quotas.csv", bytes: &self.quotas };
        pool::read(pool, quotas, self.seats, None, &mut faults).expect("a scenario has no faults")
    }
}

//! The files that the pages of the documentation work with: `examples/council`. A municipality of eleven villages, as in
//! the scenario `peel-en-maas`, and everything that its clerk has at hand besides.

use super::files;
use super::scenarios::{self, Scenario};

/// The folder, below the root of the project.
pub const FOLDER: &str = "examples/council";

/// Names and bytes.
pub fn files() -> Vec<(&'static str, Vec<u8>)> {
    let scenario = Scenario { name: "council", ..scenarios::peel_en_maas() };
    let mut files: Vec<(&str, Vec<u8>)> = Vec::new();
    for (name, bytes) in files::make(&scenario).files {
        match name {
            "pool.csv" => files.push(("volunteers.csv", bytes)),
            "scenario.toml" => {}
            name => files.push((name, bytes)),
        }
    }
    let counts = |feature: &str, shares: &[(&str, u64, u64)]| {
        let mut table = String::from("feature,value,count\n");
        for (value, share, _) in shares {
            table.push_str(&format!("{feature},{value},{}\n", share * 87));
        }
        table.into_bytes()
    };
    for (name, feature) in [("villages.csv", "kern"), ("ages.csv", "leeftijd")] {
        let values = scenario.features.iter().find(|f| f.heading == feature).map(|f| &f.values);
        let values: Vec<_> = values.into_iter().flatten().map(|v| (v.name, v.share, v.response)).collect();
        files.push((name, counts(feature, &values)));
    }
    files.push((
        "excluded.csv",
        b"nummer,ground\n0017,council member\n0101,staff of the council's office\n".to_vec(),
    ));
    files.push(("confirmed.csv", b"nummer\n0042\n0203\n".to_vec()));
    files
}

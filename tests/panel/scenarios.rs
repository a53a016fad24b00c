//! The shipped scenarios are what the generator makes, byte for byte, and have the shapes that
//! benchmarks and documents name.

use crate::make_fixtures::{files, rng::Rng, scenarios};
use geloot::base::fault::Faults;
use geloot::pool::{self, Source};
use std::collections::BTreeSet;
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/scenarios")
}

fn names_in(folder: &PathBuf) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn the_generator_makes_these_bytes() {
    let all = scenarios::all();
    let names: BTreeSet<String> = all.iter().map(|s| s.name.to_string()).collect();
    // The scripts of a whole case beside them are written by hand.
    let mut found = names_in(&folder());
    assert!(found.remove("zeeland-whole"));
    assert_eq!(found, names, "folders under fixtures/scenarios");
    for scenario in &all {
        let made = files::make(scenario);
        let folder = folder().join(scenario.name);
        let names: BTreeSet<String> = made.files.iter().map(|(name, _)| name.to_string()).collect();
        assert_eq!(names_in(&folder), names, "files in {}", scenario.name);
        for (name, bytes) in &made.files {
            let shipped = std::fs::read(folder.join(name)).unwrap();
            assert!(shipped == *bytes, "{}/{name}: run the example make_fixtures", scenario.name);
        }
    }
}

#[test]
fn every_scenario_is_read_without_complaint() {
    for scenario in scenarios::all() {
        let folder = folder().join(scenario.name);
        let bytes = |name: &str| std::fs::read(folder.join(name)).unwrap();
        let about: toml::Table = String::from_utf8(bytes("scenario.toml")).unwrap().parse().unwrap();
        let number = |key: &str| about[key].as_integer().unwrap();
        let (pool, quotas) = (bytes("pool.csv"), bytes("quotas.csv"));
        let mut faults = Faults::new();
        let pool = pool::read(
            Source { name: "pool.csv", bytes: &pool },
            Source { name: "quotas.csv", bytes: &quotas },
            number("seats") as u32,
            None,
            &mut faults,
        );
        assert!(!faults.stop() && faults.blame().is_none(), "{}: {faults:?}", scenario.name);
        let pool = pool.unwrap_or_else(|| panic!("{}: {faults:?}", scenario.name));
        assert_eq!(pool.len() as i64, number("people"), "{}", scenario.name);
        let id = pool.id_column().map(|column| pool.headings()[column].as_str());
        assert_eq!(id, about["id_column"].as_str(), "{}", scenario.name);
        assert_eq!(pool.profiles().values.len() as i64, number("profiles"), "{}", scenario.name);
        assert!(pool.person(0).id.starts_with('0'), "{}: ids keep their zeros", scenario.name);
    }
}

#[test]
fn another_label_gives_another_pool() {
    let first = files::make(&scenarios::all()[0]);
    let renamed = scenarios::Scenario { name: "another", ..scenarios::all().swap_remove(0) };
    assert_ne!(first.files[0], files::make(&renamed).files[0], "the label reaches the pool");
    assert_eq!(first.files[1], files::make(&renamed).files[1], "quotas come from shares alone");
}

#[test]
fn random_integers_are_pinned() {
    let mut rng = Rng::named("vector");
    let first: Vec<u64> = (0..8).map(|_| rng.below(1000)).collect();
    // Computed apart from this program, from the definition of ChaCha20 (RFC 8439, 64-bit counter).
    assert_eq!(first, [848, 473, 245, 996, 553, 533, 848, 2]);
    let mut counts = [0; 3];
    for _ in 0..6000 {
        counts[rng.weighted([1u64, 2, 3].into_iter())] += 1;
    }
    // 1,000, 2,000 and 3,000 expected; six standard deviations are at most 232.
    assert!(counts.iter().zip([1000i32, 2000, 3000]).all(|(&n, e)| (n - e).abs() < 233), "{counts:?}");
    let mut list: Vec<u32> = (0..50).collect();
    rng.shuffle(&mut list);
    assert_ne!(list, (0..50).collect::<Vec<_>>());
    list.sort();
    assert_eq!(list, (0..50).collect::<Vec<_>>());
}

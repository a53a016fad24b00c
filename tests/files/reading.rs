//! Reading as a whole: no bytes make it panic, the order of rows and columns decides nothing, and
//! what adding up rules out is really impossible.

use crate::run::skip;
use geloot::base::fault::{Blame, Faults, Kind};
use geloot::pool::{self, Pool, Source};
use geloot::register;
use geloot::words::catalogue::Lang;
use geloot::words::faults as words;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::RngSeed;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

fn read(pool: &[u8], quotas: &[u8], seats: u32, id_column: Option<&str>) -> (Option<Pool>, Faults) {
    let mut faults = Faults::new();
    let pool = Source { name: "pool.csv", bytes: pool };
    let pool = pool::read(pool, Source { name: "quotas.csv", bytes: quotas }, seats, id_column, &mut faults);
    (pool, faults)
}

/// Everything that a command does with what it read.
fn read_and_tell(pool: &[u8], quotas: &[u8], seats: u32) -> (Option<Pool>, Faults) {
    let (pool, faults) = read(pool, quotas, seats, None);
    let input = faults.blame() == Some(Blame::Input);
    assert_eq!(pool.is_some(), !input, "a pool or a reason: {faults:?}");
    let text = words::report(Lang::En, &faults);
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
    if let Some(pool) = &pool {
        let profiles = pool.profiles();
        assert_eq!(profiles.problem.people(), pool.len() as u64);
        assert_eq!(profiles.of_person.len(), pool.len());
        let ids: Vec<&str> = pool.people().map(|person| person.id).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "ids ascend and differ");
        assert!(ids.iter().enumerate().all(|(i, id)| pool.find(id) == Some(i)));
    }
    (pool, faults)
}

/// The bytes of the dialect and fault fixtures: (pool, quotas).
fn fixtures() -> &'static [(Vec<u8>, Vec<u8>)] {
    static ALL: OnceLock<Vec<(Vec<u8>, Vec<u8>)>> = OnceLock::new();
    ALL.get_or_init(read_fixtures)
}

fn read_fixtures() -> Vec<(Vec<u8>, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut folders: Vec<PathBuf> = ["dialects", "faults"]
        .iter()
        .flat_map(|kind| fs::read_dir(root.join(kind)).unwrap().map(|entry| entry.unwrap().path()))
        .collect();
    // A plain lot has no quotas, and a workbook is no text.
    folders.retain(|folder| folder.join("quotas.csv").exists() && folder.join("pool.csv").exists());
    folders.sort();
    let bytes = |folder: &PathBuf, file| fs::read(folder.join(file)).unwrap();
    folders.iter().map(|folder| (bytes(folder, "pool.csv"), bytes(folder, "quotas.csv"))).collect()
}

/// A change to a file.
#[derive(Clone, Debug)]
enum Mutation {
    Put(usize, u8),
    Insert(usize, u8),
    Remove(usize, usize),
    Repeat(usize, usize),
    Cut(usize),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    // Bytes that mean something to a reader come up more often than others.
    let byte =
        || prop_oneof![any::<u8>(), prop::sample::select(b"\",;\t\r\n\0 =-.\xff\xfe\xef\xbb\xbf".to_vec())];
    prop_oneof![
        (any::<usize>(), byte()).prop_map(|(at, byte)| Mutation::Put(at, byte)),
        (any::<usize>(), byte()).prop_map(|(at, byte)| Mutation::Insert(at, byte)),
        (any::<usize>(), 1..40usize).prop_map(|(at, count)| Mutation::Remove(at, count)),
        (any::<usize>(), 1..40usize).prop_map(|(at, count)| Mutation::Repeat(at, count)),
        any::<usize>().prop_map(Mutation::Cut),
    ]
}

fn mutate(mut bytes: Vec<u8>, mutations: &[Mutation]) -> Vec<u8> {
    for mutation in mutations {
        let length = bytes.len();
        if length == 0 {
            break;
        }
        match *mutation {
            Mutation::Put(at, byte) => bytes[at % length] = byte,
            Mutation::Insert(at, byte) => bytes.insert(at % length, byte),
            Mutation::Remove(at, count) => drop(bytes.drain(at % length..(at % length + count).min(length))),
            Mutation::Repeat(at, count) => {
                let part = bytes[at % length..(at % length + count).min(length)].to_vec();
                bytes.extend(part);
            }
            Mutation::Cut(at) => bytes.truncate(at % length),
        }
    }
    bytes
}

/// The same cases in every run; `GELOOT_CASES=100000` tries that many others.
fn config() -> ProptestConfig {
    let (cases, rng_seed) = match std::env::var("GELOOT_CASES") {
        Ok(cases) => (cases.parse().unwrap(), RngSeed::Random),
        Err(_) => (1000, RngSeed::Fixed(7)),
    };
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn arbitrary_bytes_never_panic(pool in prop::collection::vec(any::<u8>(), 0..400), quotas in prop::collection::vec(any::<u8>(), 0..400), seats in 0..5u32) {
        read_and_tell(&pool, &quotas, seats);
        read_and_tell(&pool, b"feature,value,min,max\na,b,0,1\n", seats);
        read_and_tell(b"a\nb\n", &quotas, seats);
    }

    #[test]
    fn arbitrary_text_never_panics(pool in "[a-c,;\t\"\r\n 0-9é\u{feff}]{0,200}", quotas in "(feature,value,min,max\n)?[a-c,;\"\r\n 0-9é-]{0,200}", seats: u32) {
        read_and_tell(pool.as_bytes(), quotas.as_bytes(), seats);
    }

    #[test]
    fn mutated_files_never_panic(
        which in any::<prop::sample::Index>(),
        pool_changes in prop::collection::vec(mutation(), 0..4),
        quota_changes in prop::collection::vec(mutation(), 0..3),
        seats in 0..9u32,
    ) {
        let (pool, quotas) = which.get(fixtures()).clone();
        read_and_tell(&mutate(pool, &pool_changes), &mutate(quotas, &quota_changes), seats);
    }

    /// A table never has more or fewer cells in a row than headings, and its rows ascend.
    #[test]
    fn tables_are_rectangular(text in "[a-c,;\"\r\n ]{0,120}") {
        if let Some(table) = register::read("f.csv", text.as_bytes(), &mut Faults::new()) {
            let rows: Vec<usize> = table.rows().map(|row| row.row).collect();
            prop_assert!(rows.windows(2).all(|pair| pair[0] < pair[1]) && rows.iter().all(|&row| row > 1));
            prop_assert!(table.rows().all(|row| row.cells().count() == table.headings.len()));
        }
    }
}

/// Values of each person, quotas of each feature and value, and seats.
type Small = (Vec<Vec<usize>>, Vec<Vec<(u32, u32)>>, u32);

/// A small pool of two or three features with quotas that are sometimes impossible.
fn small() -> impl Strategy<Value = Small> {
    (2..4usize, 2..4usize, 3..9usize).prop_flat_map(|(features, values, people)| {
        let person = prop::collection::vec(0..values, features);
        let bounds = (0..4u32, 0..4u32).prop_map(|(a, b)| (a.min(b), a.max(b)));
        let quotas = prop::collection::vec(prop::collection::vec(bounds, values), features);
        (prop::collection::vec(person, people), quotas, 1..6u32)
    })
}

fn files(people: &[Vec<usize>], quotas: &[Vec<(u32, u32)>]) -> (String, String) {
    let heads: Vec<String> = (0..quotas.len()).map(|f| format!("f{f}")).collect();
    let mut pool = format!("id,{}\n", heads.join(","));
    for (i, person) in people.iter().enumerate() {
        let values: Vec<String> = person.iter().map(|v| format!("v{v}")).collect();
        pool += &format!("{i},{}\n", values.join(","));
    }
    let mut lines = "feature,value,min,max\n".to_owned();
    for (f, values) in quotas.iter().enumerate() {
        for (v, (min, max)) in values.iter().enumerate() {
            lines += &format!("f{f},v{v},{min},{max}\n");
        }
    }
    (pool, lines)
}

/// Whether any choice of `seats` people meets all quotas: every choice is tried.
fn possible(people: &[Vec<usize>], quotas: &[Vec<(u32, u32)>], seats: u32) -> bool {
    (0u32..1 << people.len()).filter(|panel| panel.count_ones() == seats).any(|panel| {
        quotas.iter().enumerate().all(|(f, values)| {
            values.iter().enumerate().all(|(v, &(min, max))| {
                let seated =
                    (0..people.len()).filter(|&i| panel >> i & 1 == 1 && people[i][f] == v).count() as u32;
                min <= seated && seated <= max
            })
        })
    })
}

#[test]
fn what_adding_up_rules_out_is_impossible() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut met, mut missed, mut kinds) = (0, 0, BTreeSet::new());
    for _ in 0..20_000 {
        let (people, quotas, seats) = small().new_tree(&mut runner).unwrap().current();
        let (pool, lines) = files(&people, &quotas);
        let (_, faults) = read(pool.as_bytes(), lines.as_bytes(), seats, None);
        let possible = possible(&people, &quotas, seats);
        if faults.stop() {
            assert!(!possible, "{pool}{lines}{seats} seats\n{}", words::report(Lang::En, &faults));
            kinds.extend(faults.iter().map(|fault| fault.kind()));
        } else if possible {
            met += 1;
        } else {
            missed += 1;
        }
    }
    let wanted = [
        Kind::MinimaAboveSeats,
        Kind::MaximaBelowSeats,
        Kind::PoolTooSmall,
        Kind::TooFewPeople,
        Kind::SeatsUnfilled,
        Kind::MinimumBlocked,
        Kind::MaximumForced,
    ];
    assert!(wanted.iter().all(|kind| kinds.contains(kind)), "every answer came up: {kinds:?}");
    assert!(met > 500, "possible ones came up: {met}");
    println!("{met} possible, {missed} impossible ones that only a solver can tell");
}

#[test]
fn the_order_of_rows_and_columns_decides_nothing() {
    for (name, seats, pool, quotas) in shared() {
        let (first, faults) = read(&pool, &quotas, seats, None);
        let first = first.unwrap_or_else(|| panic!("{name}: {faults:?}"));
        let (second, _) = read(&moved(&pool), &moved(&quotas), seats, None);
        let second = second.unwrap();
        assert_eq!(first.quotas(), second.quotas(), "{name}");
        if first.id_column().is_some() {
            let meaning = |pool: &Pool| -> Vec<(String, Vec<u16>)> {
                pool.people().map(|person| (person.id.to_owned(), person.values.to_vec())).collect()
            };
            assert_eq!(meaning(&first), meaning(&second), "{name}");
            assert_eq!(first.profiles(), second.profiles(), "{name}");
        } else {
            // Row numbers name other people now, but the profiles are the same.
            assert_eq!(first.profiles().problem, second.profiles().problem, "{name}");
            assert_eq!(first.profiles().values, second.profiles().values, "{name}");
        }
    }
}

#[test]
fn pools_with_known_numbers_read_as_they_are() {
    for (name, seats, pool, quotas) in shared() {
        let (pool, faults) = read(&pool, &quotas, seats, None);
        let pool = pool.unwrap_or_else(|| panic!("{name}: {faults:?}"));
        let profiles = pool.profiles().values.len();
        let (people, features, id) = (pool.len(), pool.quotas().features.len(), pool.id_column());
        // People and features from the published descriptions; profiles from engine.md.
        match name {
            "geneva_30" => assert_eq!((people, profiles, features, id), (360, 279, 7, Some(0))),
            "example_small_20" => assert_eq!((people, profiles, features, id), (200, 3, 2, None)),
            "example_large_200" => assert_eq!((people, profiles, features, id), (2000, 3, 2, None)),
            "scotland_22" => assert_eq!((people, features, id), (150, 4, Some(0))),
            other => panic!("{other}"),
        }
        assert!(
            faults.iter().all(|f| matches!(f.kind(), Kind::RowNumbers | Kind::IdColumnTaken)),
            "{name}: {faults:?}"
        );
        let flex = pool.quotas().features.iter().flat_map(|f| &f.values).all(|v| v.flex.is_some());
        assert_eq!(flex, name == "scotland_22", "{name}");
    }
}

/// Rows and columns of a file with plain cells in another order.
fn moved(bytes: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(bytes).unwrap();
    let mut rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').rev().collect()).collect();
    rows[1..].reverse();
    let middle = rows.len() / 2;
    rows[1..].rotate_left(middle);
    rows.iter().map(|row| row.join(",") + "\n").collect::<String>().into_bytes()
}

/// Pools with published numbers: name, seats, pool, quotas. Empty when they are not there.
fn shared() -> Vec<(&'static str, u32, Vec<u8>, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/pools");
    let all = [
        ("geneva_30", 30, "respondents.csv", "categories.csv"),
        ("example_small_20", 20, "respondents.csv", "categories.csv"),
        ("example_large_200", 200, "respondents.csv", "categories.csv"),
        ("scotland_22", 22, "candidates.csv", "features.csv"),
    ];
    if !root.exists() {
        skip::skipped(&format!("{} is not there, so published pools were not read", root.display()));
        return Vec::new();
    }
    let bytes = |name: &str, file: &str| fs::read(root.join(name).join(file)).unwrap();
    all.iter()
        .map(|&(name, seats, pool, quotas)| (name, seats, bytes(name, pool), bytes(name, quotas)))
        .collect()
}

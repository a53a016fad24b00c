//! The same files give the same bytes: in debug and release builds, on every machine, in every
//! process. `fixtures/vectors/lotteries.csv` pins the lotteries; run this test in both builds.

// Plans of full size take minutes without optimisation.

use crate::hard;
use crate::scenario::Scenario;
use crate::support::find;
use geloot::base::digest::Digest;
use geloot::lottery::problem::{Problem, Row};
use geloot::lottery::solve::{Objective, Status};

/// A line for each scenario, objective and number of tickets, as in the file of vectors.
fn vectors() -> String {
    let mut lines = vec!["scenario,objective,tickets,panels,digest".to_string()];
    for name in
        ["foodvalley-20-of-100", "nederlandse-excel", "peel-en-maas", "toolkit-300-45", "toolkit-750-112"]
    {
        let problem = Scenario::shipped(name).read().profiles().problem;
        for (word, objective) in Objective::ALL.map(|o| (o.word(), o)) {
            // Objectives without levels share everything after the chances: two small pools will do.
            let some = objective.has_levels() || name == "toolkit-300-45" || name.starts_with("foodvalley");
            for tickets in
                [1000, 1_000_000].into_iter().filter(|&m| some && (objective.has_levels() || m > 1000))
            {
                let lottery = find(&problem, objective, tickets).tickets;
                let text = serde_json::to_string(&lottery).unwrap();
                let digest = Digest::of(text.as_bytes());
                lines.push(format!("{name},{word},{tickets},{},{digest}", lottery.shares.len()));
            }
        }
    }
    // So many profiles that tickets are dealt instead of weighed.
    let lottery = find(&many_profiles(), Objective::Leximin, 1_000_000).tickets;
    let digest = Digest::of(serde_json::to_string(&lottery).unwrap().as_bytes());
    lines.push(format!("(2340 profiles),leximin,1000000,{},{digest}", lottery.shares.len()));
    // Exact quotas that so few panels meet that all are known.
    let few = find(&few_panels(), Objective::Leximin, 1_000_000);
    let known = few.few.and_then(|few| few.only()).expect("all are known");
    let digest = Digest::of(serde_json::to_string(&few.tickets).unwrap().as_bytes());
    lines.push(format!("({known} panels),leximin,1000000,{},{digest}", few.tickets.shares.len()));
    lines.join("\n") + "\n"
}

/// 80 people, 20 seats, 5 features, exact quotas: 15 panels.
fn few_panels() -> Problem {
    hard::problem(&hard::hidden("small-80-20-5-56".to_owned(), 80, 20, 5))
}

/// Every combination of 3, 4, 13 and 15 values, some of many people and some of one; 100 seats, the
/// quotas each value's part of the people, rounded down or up.
fn many_profiles() -> Problem {
    let values = [3, 4, 13, 15];
    let sizes: Vec<u32> = (0..2340).map(|t| 1 + (t * t % 37) * (t % 11) / 20).collect();
    let people: u32 = sizes.iter().sum();
    let mut rows = Vec::new();
    let mut step = 1;
    for v in values {
        for value in 0..v {
            let profiles: Vec<u32> = (0..2340).filter(|t| t / step % v == value).collect();
            let part: u32 = profiles.iter().map(|&t| sizes[t as usize]).sum();
            rows.push(Row { profiles, min: part * 100 / people, max: (part * 100).div_ceil(people) });
        }
        step *= v;
    }
    Problem { seats: 100, sizes, rows }
}

/// Dealing tickets costs nobody a ticket, and what is dealt is the leximin lottery.
#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn thousands_of_profiles_lose_less_than_a_ticket() {
    let problem = many_profiles();
    let found = find(&problem, Objective::Leximin, 1_000_000);
    assert!(found.rounding <= 1.0, "{}", found.rounding);
    assert_eq!(found.status, Status::Optimal);
    let again = find(&problem, Objective::Leximin, 999_983);
    assert_ne!(again.tickets, found.tickets);
    assert!(again.rounding <= 1.0, "{}", again.rounding);
}

/// A difference here changes published results: say so under "Changes that alter results" in the
/// changelog, then run this test once with GELOOT_ACCEPT=1 in the environment.
#[test]
fn lotteries_are_pinned() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/vectors/lotteries.csv");
    let made = vectors();
    // Twice in one process; once is long enough where nothing is optimised.
    #[cfg(not(debug_assertions))]
    assert_eq!(made, vectors());
    if std::env::var_os("GELOOT_ACCEPT").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let pinned = std::fs::read_to_string(path).unwrap_or_default();
    assert!(made == pinned, "fixtures/vectors/lotteries.csv would have to be\n{made}");
}

/// The whole program, in processes of its own.
#[cfg(feature = "cli")]
mod processes {
    use std::collections::BTreeMap;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    /// Every file below a folder, by path.
    fn bytes_in(folder: &Path) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut open = vec![folder.to_path_buf()];
        while let Some(next) = open.pop() {
            for entry in std::fs::read_dir(&next).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                    found.insert(name, std::fs::read(&path).unwrap());
                }
            }
        }
        found
    }

    fn shipped(name: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/scenarios").join(name)
    }

    /// Runs `geloot select` on the two files in `input`, in the folder `at`, and reads what it made.
    fn select(input: &Path, at: &Path, seed: &str, zone: &str) -> BTreeMap<String, Vec<u8>> {
        let out = at.join(format!("{seed} {zone}").replace(['/', ' '], "-"));
        let done = Command::new(env!("CARGO_BIN_EXE_geloot"))
            .current_dir(at)
            .env("TZ", zone)
            .env("LC_ALL", if zone.is_empty() { "C" } else { "nl_NL.UTF-8" })
            .args(["select", "--quiet", "--seats", "50", "--seed", seed, "--tickets", "1000"])
            .arg("--pool")
            .arg(input.join("pool.csv"))
            .arg("--quotas")
            .arg(input.join("quotas.csv"))
            .arg("--out")
            .arg(&out)
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        bytes_in(&out)
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes_and_another_does_not() {
        let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let input = shipped("peel-en-maas");
        let first = select(&input, one.path(), "appel peer", "");
        // Another process, folder, time zone and language.
        let second = select(&input, two.path(), "appel peer", "Asia/Tokyo");
        assert!(first.len() > 10, "{:?}", first.keys());
        assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
        for (name, bytes) in &first {
            assert!(second[name] == *bytes, "{name} differs between processes");
        }
        let other = select(&input, one.path(), "appel pruim", "");
        assert_ne!(other["panel.csv"], first["panel.csv"], "another seed, another panel");
        for (name, bytes) in &first {
            let frozen = name.starts_with("public/") && !name.starts_with("public/draws/");
            assert!(!frozen || other[name] == *bytes, "{name} was frozen before the seed");
        }
    }

    #[test]
    fn the_order_of_rows_changes_no_byte() {
        let (here, input) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for file in ["pool.csv", "quotas.csv"] {
            let text = std::fs::read_to_string(shipped("peel-en-maas").join(file)).unwrap();
            let (heading, rows) = text.split_once('\n').unwrap();
            let mut rows: Vec<&str> = rows.lines().collect();
            rows.reverse();
            std::fs::write(input.path().join(file), format!("{heading}\n{}\n", rows.join("\n"))).unwrap();
        }
        let plain = select(&shipped("peel-en-maas"), here.path(), "appel", "");
        let turned = select(input.path(), here.path(), "appel", "UTC");
        assert!(
            plain == turned,
            "{:?}",
            plain.keys().filter(|n| plain[*n] != turned[*n]).collect::<Vec<_>>()
        );
    }
}

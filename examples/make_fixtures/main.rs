//! Makes every synthetic scenario under `fixtures/scenarios/`, from a fixed seed.
//!
//! `cargo run --release --example make_fixtures` rewrites the folder; the bytes never change unless
//! this program does (`tests/panel/scenarios.rs` makes them again and compares).
//! `cargo run --release --example make_fixtures -- million DIR` writes a pool of 1,000,000 rows
//! with its quotas into DIR; it is too large to ship. `-- workbook ROWS FILE.xlsx` writes a workbook of so many
//! people, and `-- lists` only workbooks of `fixtures/faults` and the lists of `fixtures/clerk` and
//! `fixtures/zeeland-registers`; `-- invite` only the registers of `fixtures/invite`.
//! `cargo run --release --example make_fixtures -- letters PEOPLE SEATS DIR` writes a register with addresses,
//! and `-- mixed DIR` 5,000 people of whom hardly two are alike: for `benches/numbers.py`.
//! `cargo run --release --example make_fixtures -- hard DIR` writes 40 pools with quotas that are hard to
//! meet or cannot be met, each in a folder of DIR: for `benches/hard_quotas.py`.
//!
//! Nobody in these files exists. Shapes and sizes follow real assemblies; how willing each group is
//! to volunteer (more so when older and higher educated, less so when young or from outside Europe)
//! follows what organisers report, with sizes of our own choosing.

pub mod after;
pub mod clerk;
mod council;
pub mod den_haag;
pub mod files;
pub mod hard;
pub mod invite;
pub mod letters;
pub mod model;
pub mod rng;
pub mod scenarios;
pub mod search;
pub mod workbooks;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        [] => {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/scenarios");
            for scenario in scenarios::all() {
                let made = files::make(&scenario);
                println!("{}: {}", scenario.name, made.summary());
                write(&folder.join(scenario.name), &made)?;
            }
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/mirror/den-haag-skew");
            std::fs::create_dir_all(&folder)?;
            for (name, bytes) in den_haag::files() {
                std::fs::write(folder.join(name), bytes)?;
            }
            lists()?;
            registers()?;
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(council::FOLDER);
            std::fs::create_dir_all(&folder)?;
            for (name, bytes) in council::files() {
                std::fs::write(folder.join(name), bytes)?;
            }
        }
        ["million", folder] => {
            let made = files::make(&scenarios::million());
            println!("million: {}", made.summary());
            write(Path::new(folder), &made)?;
        }
        ["letters", people, seats, folder] => {
            let (Ok(people), Ok(seats)) = (people.parse(), seats.parse()) else {
                eprintln!("Not a whole number: {people} or {seats}");
                return Ok(());
            };
            written(Path::new(folder), &letters::register(people, seats))?;
        }
        ["workbook", rows, file] => match rows.parse() {
            Ok(rows) => std::fs::write(file, workbooks::large(rows))?,
            Err(_) => eprintln!("Not a whole number: {rows}"),
        },
        ["lists"] => lists()?,
        ["invite"] => registers()?,
        ["mixed", folder] => written(Path::new(folder), &letters::mixed())?,
        ["hard", folder] => {
            for hard in hard::all() {
                written(&Path::new(folder).join(&hard.name), &hard.files())?;
            }
        }
        _ => {
            eprintln!("Usage: make_fixtures [million DIR | letters PEOPLE SEATS DIR | mixed DIR | hard DIR]")
        }
    }
    Ok(())
}

/// Registers for the invitation lottery.
fn registers() -> std::io::Result<()> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/invite");
    for (folder, files) in invite::all() {
        std::fs::create_dir_all(fixtures.join(folder))?;
        for (name, text) in files {
            std::fs::write(fixtures.join(folder).join(name), text)?;
        }
    }
    Ok(())
}

/// Workbooks with faults, and the lists for which there are recipes.
fn lists() -> std::io::Result<()> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    for (folder, name, bytes) in workbooks::faults() {
        std::fs::write(fixtures.join("faults").join(folder).join(name), bytes)?;
    }
    for (folder, files) in [("clerk", clerk::clerk()), ("zeeland-registers", clerk::zeeland())] {
        std::fs::create_dir_all(fixtures.join(folder))?;
        for (name, bytes) in files {
            std::fs::write(fixtures.join(folder).join(name), bytes)?;
        }
    }
    Ok(())
}

fn write(folder: &Path, made: &files::Made) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for (name, bytes) in &made.files {
        std::fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}

fn written(folder: &Path, files: &[(&str, String)]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for (name, text) in files {
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}

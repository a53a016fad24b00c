//! Makes the synthetic assemblies under `fixtures/sessions/`, from a fixed seed.
//!
//! `cargo run --example make_sessions` rewrites the folder; the bytes never change unless this program
//! does (`tests/sessions/fixtures.rs` makes them again and compares). Nobody in these files exists;
//! shapes and sizes follow real assemblies, shares are of our own choosing.

pub mod assemblies;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sessions");
    for (path, text) in assemblies::all() {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(&folder))?;
        std::fs::write(path, text)?;
    }
    Ok(())
}

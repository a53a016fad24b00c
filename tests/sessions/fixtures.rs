//! The synthetic assemblies are the ones their program makes.

#[path = "../../examples/make_sessions/assemblies.rs"]
mod assemblies;

use std::path::Path;

#[test]
fn the_files_are_as_the_program_makes_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sessions");
    let made = assemblies::all();
    assert!(made.len() >= 12);
    for (path, text) in made {
        let there = std::fs::read_to_string(folder.join(&path)).unwrap_or_default();
        assert_eq!(there, text, "{path}: cargo run --example make_sessions writes it again");
    }
}

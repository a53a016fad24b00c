//! The oldest Rust that the project promises (`rust-version` of Cargo.toml) is one that everything it is built from takes. That its
//! own sources use nothing newer of the standard library, clippy says (`incompatible_msrv`).

use serde_json::Value;
use std::process::Command;

/// `1.90` or `1.90.0` in parts that can be compared.
fn parts(version: &str) -> Vec<u32> {
    let mut parts: Vec<u32> = version.split('.').map(|part| part.parse().unwrap()).collect();
    parts.resize(3, 0);
    parts
}

/// Names and versions that ask for a newer Rust than `ours`.
fn newer(packages: &[Value], ours: &str) -> Vec<String> {
    let asks =
        |package: &&Value| package["rust_version"].as_str().is_some_and(|asked| parts(asked) > parts(ours));
    packages
        .iter()
        .filter(asks)
        .map(|package| format!("{} asks for Rust {}", package["name"], package["rust_version"]))
        .collect()
}

#[test]
fn nothing_it_is_built_from_asks_for_a_newer_rust() {
    let run = |program: &str, words: &[&str]| {
        let named = std::env::var_os(program.to_uppercase()).unwrap_or_else(|| program.into());
        let run = Command::new(named).args(words).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        run.stdout
    };
    // Only what this machine builds is sure to be here.
    let compiler = String::from_utf8(run("rustc", &["-vV"])).unwrap();
    let host = compiler.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let told = run("cargo", &["metadata", "--format-version", "1", "--locked", "--filter-platform", host]);
    let told: Value = serde_json::from_slice(&told).unwrap();
    let packages = told["packages"].as_array().unwrap();
    let ours = env!("CARGO_PKG_RUST_VERSION");
    assert!(packages.len() > 50, "only {} packages", packages.len());
    assert_eq!(newer(packages, ours), Vec::<String>::new());
    // With an older one there would be something to say.
    assert!(!newer(packages, "1.50").is_empty());
}

//! The second program, `verifier/programme.py`, says of P1 to P7 what `geloot programme verify` says, of a whole programme and
//! of spoiled ones.

use crate::run::python;
use crate::support::claims;
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// What both say of a programme's public part; `None` where there is no Python, which is said.
#[track_caller]
pub fn agree(dir: &str, records: &[&str], heads: &[&str]) -> Option<()> {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("verifier/programme.py");
    let mut command = Command::new("python3");
    command.arg("-I").arg(program).arg(dir).arg("--json");
    for (option, value) in records.iter().map(|r| ("--record", r)).chain(heads.iter().map(|h| ("--head", h)))
    {
        command.args([option, value]);
    }
    let output = python(&mut command)?;
    let said: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{dir}: {}", String::from_utf8_lossy(&output.stderr)));
    let list = said.as_array().unwrap().iter();
    let second: Vec<(u64, String)> = list
        .map(|claim| (claim["claim"].as_u64().unwrap(), claim["outcome"].as_str().unwrap().to_owned()))
        .collect();
    let first: Vec<(u64, String)> =
        claims(dir, records, heads, false).into_iter().filter(|(id, _)| *id <= 7).collect();
    assert_eq!(first, second, "{dir}: {said}");
    Some(())
}

/// What the second program says of P3 where it looks at the keys in the sealed parts too.
pub fn with_keys(dir: &str, record: &str) -> Option<String> {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("verifier/programme.py");
    let mut command = Command::new("python3");
    command.arg("-I").arg(program).args([dir, "--json", "--sealed", "--record", record]);
    let output = python(&mut command)?;
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    Some(said[2]["outcome"].as_str().unwrap().to_owned())
}

/// With what the second program ends, and what it says; `None` where there is no Python.
pub fn said(args: &[&str]) -> Option<(Option<i32>, String)> {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("verifier/programme.py");
    let output = python(Command::new("python3").arg("-I").arg(program).args(args))?;
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    Some((output.status.code(), String::from_utf8_lossy(&text).into_owned()))
}

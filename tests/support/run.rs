//! The program as a script runs it.
#![allow(dead_code)]

pub mod skip;

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};

/// Runs `geloot` to its end.
pub fn geloot(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_geloot")).args(args).output().unwrap()
}

/// What it wrote, which must be UTF-8.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What it prints; it must succeed.
#[track_caller]
pub fn done(args: &[&str]) -> String {
    let output = geloot(args);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

/// Its answer for programs; it must end with this exit code.
#[track_caller]
pub fn json_of(args: &[&str], exit: i32) -> Value {
    let output = geloot(&[args, &["--json"]].concat());
    assert_eq!(output.status.code(), Some(exit), "{args:?}: {}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Its answer for programs; it must succeed.
#[track_caller]
pub fn json(args: &[&str]) -> Value {
    json_of(args, 0)
}

/// What it says when it refuses; it must end with this exit code and name this code.
#[track_caller]
pub fn refused(args: &[&str], exit: i32, code: &str) -> String {
    let output = geloot(args);
    let text = text(&output.stderr);
    assert_eq!(output.status.code(), Some(exit), "{args:?}: {text}");
    assert!(text.contains(&format!("[{code}]")), "{args:?}: {text}");
    text
}

/// `geloot lottery` of a pool into a folder.
pub fn lottery<'a>(pool: &'a str, quotas: &'a str, seats: &'a str, out: &'a str) -> Vec<&'a str> {
    vec!["lottery", "--pool", pool, "--quotas", quotas, "--seats", seats, "--out", out]
}

/// The second verifier.
pub fn verifier() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("verifier/verify.py")
}

/// Runs the second verifier to its end; `None` where there is no Python, which is said.
#[track_caller]
pub fn second(args: &[&str]) -> Option<Output> {
    python(Command::new("python3").arg(verifier()).args(args))
}

/// Runs Python to its end; `None` where there is none, which is said.
#[track_caller]
pub fn python(command: &mut Command) -> Option<Output> {
    let output = command.output().ok();
    if output.is_none() {
        skip::skipped_but_in_ci("there is no python3 here, so there was no second opinion");
    }
    output
}

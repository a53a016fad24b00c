//! Planted violations: every rule must speak, and must not speak without cause.

use super::rules::{Source, check};

/// Complaints about one planted file beside an innocent crate.
fn complaints(path: &str, body: &str) -> Vec<String> {
    let innocent = [
        ("lib.rs", "//! A crate of planted files.\npub mod base;\npub mod pool;\npub use verify::open;"),
        ("base/mod.rs", "//! Words that all others use."),
        ("pool/mod.rs", "//! People. May import base.\nuse crate::base::Digest;"),
        ("lottery/mod.rs", "//! Lotteries.\npub mod solve;\npub mod tickets;\npub use solve::Lottery;"),
        ("lottery/tickets.rs", "//! Tickets, whole numbers."),
        ("lottery/solve/mod.rs", "//! The solver.\nuse clarabel::Solver;\npub struct Lottery;"),
        ("bundle/mod.rs", "//! Files to publish."),
        (
            "verify/mod.rs",
            "//! Checks without a solver.\nuse crate::{bundle, lottery::tickets};\npub fn open() {}",
        ),
        ("io.rs", "//! Files on disk.\nuse std::fs;"),
    ];
    let mut sources: Vec<Source> =
        innocent.map(|(path, text)| Source { path: path.to_string(), text: text.to_string() }).into();
    sources.retain(|s| s.path != path);
    sources.push(Source { path: path.to_string(), text: body.to_string() });
    check(&sources)
}

/// The planted file draws complaints, one of which contains `expected`; all name the planted file.
#[track_caller]
fn caught(path: &str, body: &str, expected: &str) {
    let body = format!("//! A planted file.\n{body}");
    let found = complaints(path, &body);
    assert!(found.iter().any(|c| c.contains(expected)), "{path}: {body}\nwanted {expected}, got {found:#?}");
    assert!(found.iter().any(|c| c.starts_with(&format!("src/{path}:"))), "{found:#?}");
}

#[track_caller]
fn clean(path: &str, body: &str) {
    let found = complaints(path, &format!("//! A planted file.\n{body}"));
    let start: String = body.chars().take(200).collect();
    assert!(found.is_empty(), "{path}: {start}\n{found:#?}");
}

#[test]
fn the_command_line_reaches_the_world_through_io() {
    caught("cli/a.rs", "fn f(path: &std::path::Path) -> bool { path.is_dir() }", "asks a disk");
    caught("cli/a.rs", "use std::thread;", "not there in a browser");
    caught("cli/a.rs", "fn f() { std::fs::read(\"a\").ok(); }", "not there in a browser");
    caught("cli/a.rs", "fn f() { getrandom::fill(&mut []).ok(); }", "not there in a browser");
    clean("cli/a.rs", "use std::path::Path;\nfn f(path: &Path) -> bool { crate::io::is_folder(path) }");
    clean("io.rs", "use std::fs;\nfn f(path: &std::path::Path) -> bool { path.is_dir() }");
}

#[test]
fn the_innocent_crate_is_clean() {
    clean("base/mod.rs", "");
}

#[test]
fn a_later_module_is_caught_however_it_is_named() {
    let later = "`pool` may not use";
    caught("pool/a.rs", "use crate::lottery::tickets::Share;", later);
    caught("pool/a.rs", "use crate::{base::Digest, verify};", later);
    caught("pool/a.rs", "use crate::{base, lottery::{self as l, tickets}};", later);
    caught("pool/a.rs", "fn f() { crate::io::write() }", later);
    caught("pool/a.rs", "pub fn f(x: &super::super::lottery::tickets::Share) {}", later);
    caught("pool/a.rs", "mod inner { use super::super::super::verify; }", later);
    caught("pool/a/b.rs", "use super::super::super::verify::open;", later);
    caught("pool/a.rs", "macro_rules! m { () => { $crate::verify::open() } }", later);
    // Through a re-export of the crate's root.
    caught("pool/a.rs", "use crate::open;", "`pool` may not use `verify::open`");
    caught("io.rs", "use crate::cli::run;", "`io` may not use");
    clean("cli/run.rs", "use crate::{io, verify::open, base::Digest, lottery::solve};");
    clean(
        "pool/a.rs",
        "use super::b::C; use crate::pool::b; // crate::verify\n/// [crate::verify]\nfn f() { \"crate::io\"; }",
    );
}

#[test]
fn a_later_room_is_caught() {
    let later = "room `solve` may not use";
    caught("sessions/solve/a.rs", "use crate::sessions::day::Sheet;", later);
    caught("sessions/solve/b/c.rs", "fn f(x: &super::super::super::record::Record) {}", later);
    clean("sessions/record/a.rs", "use crate::sessions::day::Sheet;");
    clean("sessions/solve/a.rs", "use crate::sessions::{Plan, wrong::Wrong, model::Brief, solve::b};");
}

#[test]
fn unknown_modules_and_hidden_roots_are_caught() {
    caught("helpers/mod.rs", "", "no place in the order");
    caught("pool/a.rs", "use crate::helpers::f;", "no place in the order");
    caught("pool/a.rs", "use crate as all;", "hides what is used");
    caught("pool/a.rs", "use std as other; fn f() { other::fs::read(\"x\"); }", "hides what is used");
}

#[test]
fn solvers_are_caught_outside_their_place() {
    let only = "lottery::solve only";
    caught("lottery/levels.rs", "use clarabel::solver;", only);
    caught("verify/a.rs", "fn f() { good_lp::default_solver; }", only);
    caught("cli/a.rs", "use microlp as m;", only);
    clean("lottery/solve/a.rs", "use clarabel::solver; use good_lp::variable;");
    clean("pool/a.rs", "// clarabel\nfn f() { \"microlp\"; }");
}

#[test]
fn verify_never_reaches_the_solver() {
    let reaches = "verify reaches the solver";
    let planted = |path, body| {
        let found = complaints(path, &format!("//! A planted file.\n{body}"));
        assert!(found.iter().any(|c| c.contains(reaches)), "{path}: {body}\n{found:#?}");
    };
    planted("verify/v01.rs", "use crate::lottery::solve::solve;");
    planted("verify/v01.rs", "use crate::lottery; fn f() { lottery::solve::solve(); }");
    // Through another module, and through a re-export.
    planted("bundle/mod.rs", "use crate::lottery::solve;");
    planted("verify/v01.rs", "use crate::lottery::Lottery;");
    clean("verify/v01.rs", "use crate::lottery::tickets::TicketLottery;");
}

#[test]
fn the_world_is_caught_in_the_core() {
    for name in ["fs", "env", "net", "time", "thread", "process", "os", "path"] {
        let outside = format!("`std::{name}");
        caught("draw/a.rs", &format!("use std::{name}::X;"), &outside);
        caught("draw/a.rs", &format!("use std::{{fmt, {name}}};"), &outside);
        caught("draw/a.rs", &format!("fn f() {{ std::{name}::x(); }}"), &outside);
        clean("io.rs", &format!("use std::{name}::X;"));
    }
    caught("draw/a.rs", "use std::io; fn f() { io::stdout(); }", "std::io::stdout");
    caught("draw/a.rs", "use rand::rng;", "`rand::rng`");
    caught("draw/a.rs", "fn f() { ChaCha20Rng::from_os_rng(); }", "randomness of the operating system");
    clean("draw/a.rs", "use std::io::Write; use rand_chacha::ChaCha20Rng; struct Time; fn env() {}");
    clean("draw/a.rs", "#[cfg(test)]\nmod tests { use std::fs; use std::collections::HashMap; }");
    caught("draw/a.rs", "#[cfg(not(test))]\nmod real { use std::fs; }", "`std::fs`");
}

#[test]
fn words_are_caught() {
    for name in ["HashMap", "HashSet"] {
        caught("cli/a.rs", &format!("use std::collections::{name};"), "differs from run to run");
        caught(
            "pool/a.rs",
            &format!("fn f(x: std::collections::{name}<u8>) {{}}"),
            "differs from run to run",
        );
    }
    for name in ["println", "eprintln", "print", "eprint", "dbg"] {
        caught("pool/a.rs", &format!("fn f() {{ {name}!(\"x\"); }}"), "prints");
        clean("cli/a.rs", &format!("fn f() {{ {name}!(\"x\"); }}"));
    }
    caught("cli/a.rs", "fn f() { todo!() }", "unfinished");
    caught("cli/a.rs", "fn f() { x.unwrap() }", "says no reason");
    clean("verify/a.rs", "#![cfg(test)]\nfn f() { x.unwrap() }");
    caught("verify/a.rs", "#![cfg(feature)]\nfn f() { x.unwrap() }", "says no reason");
    clean("cli/a.rs", "fn f() { x.unwrap_or(1); x.expect(\"the row was counted above\") }");
}

#[test]
fn floating_point_is_caught_where_it_ends() {
    for part in ["seed/a.rs", "draw/a.rs", "bundle/a.rs", "verify/a.rs", "programme/ledger.rs"] {
        caught(part, "fn f(x: f64) {}", "floating point");
        caught(part, "const X: u8 = 0.5 as u8;", "floating point");
    }
    clean("draw/a.rs", "fn f() { for i in 0..9 { t.0.max(1); } }");
    caught("lottery/a.rs", "fn f(x: f64) { x.ln(); }", "libm");
    caught("lottery/a.rs", "fn f(x: f64) { f64::exp(x); }", "outside the core");
    clean("lottery/a.rs", "fn f(x: f64) { libm::log(x); x.sqrt(); }");
}

#[test]
fn long_and_silent_files_are_caught() {
    let line = "const A: u8 = 1;\n";
    caught("pool/a.rs", &line.repeat(600), "601 lines");
    clean("pool/a.rs", &line.repeat(599));
    clean("pool/a.rs", &format!("{}#[cfg(test)]\nmod tests {{\n{}}}\n", line.repeat(500), line.repeat(500)));
    let silent = complaints("pool/a.rs", "use crate::base::Digest;\n");
    assert!(silent.len() == 1 && silent[0].contains("first line"), "{silent:?}");
}

#[test]
fn a_code_of_another_message_is_caught() {
    let there = Source {
        path: "base/mod.rs".into(),
        text: "//! Words that others use.\nconst A: &str = \"Q-01\";".into(),
    };
    let here = |body: &str| Source { path: "pool/a.rs".into(), text: format!("//! A planted file.\n{body}") };
    let found =
        |body: &str| check(&[Source { path: there.path.clone(), text: there.text.clone() }, here(body)]);
    for body in ["const B: &str = \"Q-01\";", "const B: &str = \"No.  [Q-01]\";"] {
        assert_eq!(found(body), ["src/pool/a.rs:2: Q-01 is a code of base/mod.rs"]);
    }
    for body in ["const B: &str = \"Q-02\";", "// [Q-01]", "#[cfg(test)]\nmod tests {\n\"Q-01\"}"] {
        assert!(found(body).is_empty(), "{body}");
    }
}

#[test]
fn files_that_need_one_another_are_caught() {
    let source =
        |path: &str, body: &str| Source { path: path.into(), text: format!("//! A planted file.\n{body}") };
    let found = |mod_rs: &str, a: &str, b: &str| {
        check(&[source("pool/mod.rs", mod_rs), source("pool/a.rs", a), source("pool/b.rs", b)])
    };
    let circle = |mod_rs: &str, a: &str, b: &str| {
        let found = found(mod_rs, a, b);
        assert!(found.iter().any(|it| it.contains("circle of files")), "{mod_rs} | {a} | {b}\n{found:#?}");
    };
    let modules = "mod a;\nmod b;\npub use a::A;\n";
    circle(modules, "use super::b::B;\npub struct A;", "use super::a::A;\npub struct B;");
    // Through whoever passes a name on, and through a path in the code.
    circle(modules, "use super::b::B;\npub struct A;", "pub struct B;\nfn f(a: crate::pool::A) {}");
    // A parent that works with its child, and a child with what its parent declares.
    circle("mod a;\nmod b;\npub struct P;\nfn f() { a::g() }", "use super::P;\npub fn g() {}", "");
    // To pass a name on is no need, nor is what tests need.
    let right =
        found(modules, "pub struct A;", "use super::A;\n#[cfg(test)]\nmod tests { use crate::pool::b; }");
    assert!(right.is_empty(), "{right:#?}");
}

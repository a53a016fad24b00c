//! What to say when a test cannot do what it is there for.

use std::io::Write;

/// Says that `what` was not tested, past the test runner, which keeps to itself what passing tests print. Where
/// `GELOOT_TEST_EVERYTHING` is set nothing may be left out, and the test fails.
#[track_caller]
pub fn skipped(what: &str) {
    let bar = "#".repeat(100);
    let place = std::panic::Location::caller();
    let line =
        format!("\n{bar}\n##  SKIPPED, NOT TESTED: {what}\n##  ({}:{})\n{bar}\n", place.file(), place.line());
    std::io::stderr().write_all(line.as_bytes()).unwrap();
    assert!(std::env::var_os("GELOOT_TEST_EVERYTHING").is_none(), "{what}");
}

/// The same of something that every machine has on which changes are tested: there, where `CI` is set, the test fails.
#[track_caller]
pub fn skipped_but_in_ci(what: &str) {
    skipped(what);
    assert!(std::env::var_os("CI").is_none(), "{what}");
}

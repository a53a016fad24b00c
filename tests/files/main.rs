//! Files as people have them: every reader, with its faults, its dialects and its workbooks; lists that are prepared.

#[path = "../../fuzz/acts.rs"]
mod acts;
#[path = "../../examples/make_fixtures/clerk.rs"]
mod clerk;
mod dialects;
mod faults;
mod hostile;
mod prepare;
mod prepare_told;
#[path = "../../fuzz/readers.rs"]
mod readers;
mod reading;
#[path = "../../examples/make_fixtures/rng.rs"]
#[allow(dead_code)]
mod rng;
#[path = "../support/run.rs"]
mod run;
mod spreadsheets;
#[path = "../../examples/make_fixtures/workbooks.rs"]
mod workbooks;

//! One target for every reader: the variable `READER` names it.
#![no_main]

#[path = "../readers.rs"]
mod readers;

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static READER: LazyLock<readers::Reader> = LazyLock::new(|| {
    let name = std::env::var("READER").unwrap_or_default();
    let known: Vec<&str> = readers::READERS.iter().map(|reader| reader.0).collect();
    let found = readers::READERS.iter().find(|reader| reader.0 == name);
    found.unwrap_or_else(|| panic!("READER is one of {}", known.join(", "))).1
});

fuzz_target!(|bytes: &[u8]| READER(bytes));

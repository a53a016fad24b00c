//! One target for every reader and every act: the variable `READER` names it.
#![no_main]

#[path = "../acts.rs"]
mod acts;
#[path = "../readers.rs"]
mod readers;

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

enum Target {
    Reader(readers::Reader),
    Act(&'static acts::Act),
}

static TARGET: LazyLock<Target> = LazyLock::new(|| {
    let name = std::env::var("READER").unwrap_or_default();
    let reader = readers::READERS.iter().find(|reader| reader.0 == name).map(|found| Target::Reader(found.1));
    let act = || acts::ACTS.iter().find(|act| act.name == name).map(Target::Act);
    let known = readers::READERS.iter().map(|reader| reader.0).chain(acts::ACTS.iter().map(|act| act.name));
    reader.or_else(act).unwrap_or_else(|| panic!("READER is one of {}", known.collect::<Vec<_>>().join(", ")))
});

fuzz_target!(|bytes: &[u8]| match &*TARGET {
    Target::Reader(read) => read(bytes),
    Target::Act(act) => run(act, bytes),
});

/// In this process, so that the fuzzer sees which ways it goes. `-close_fd_mask=3` keeps what it shows away.
fn run(act: &acts::Act, bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    act.lay(folder.path(), bytes);
    std::env::set_current_dir(folder.path()).expect("a folder");
    let words = ["geloot"].iter().chain(act.command).map(std::ffi::OsString::from).collect::<Vec<_>>();
    let ended = geloot::cli::obey(geloot::words::catalogue::Lang::Nl, &words);
    assert_ne!(ended.code(), 70);
}

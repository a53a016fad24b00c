//! Every reader, and every act that reads a file, is given what people and programs do to files: bytes changed, cut, doubled, put elsewhere, signs that mean
//! something to some reader put in. Whatever comes out, nothing panics. The short run of `fuzz/`, which has the long one.

use crate::acts;
use crate::readers;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::process::Command;

/// How often each file is changed.
const TIMES: usize = 200;

/// What means something to one reader or another.
const SIGNS: &[&[u8]] = &[
    b"\"",
    b"\"\"",
    b";",
    b",",
    b"\t",
    b"\r",
    b"\n",
    b"\n\n",
    b"=",
    b"[",
    b"]",
    b"[[",
    b"{",
    b"}",
    b"'",
    b"#",
    b"\\",
    b"\0",
    b"\xff",
    b"\xfe\xff",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xc3",
    "\u{202e}".as_bytes(),
    "\u{200b}".as_bytes(),
    "é".as_bytes(),
    "e\u{301}".as_bytes(),
    b"-1",
    b"0",
    b"00",
    b"1e999",
    b"18446744073709551616",
    b"4294967296",
    b"NaN",
    b"%",
    b"1.000,5",
    b"2027-02-30",
    b"nummer",
    b"id",
    b"total",
];

#[test]
fn no_reader_panics() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut rng = ChaCha8Rng::seed_from_u64(20_261_129);
    let mut tried = 0;
    for (name, reader, seeds) in readers::READERS {
        for seed in *seeds {
            let start = std::fs::read(root.join(seed)).unwrap_or_else(|e| panic!("{seed}: {e}"));
            for _ in 0..TIMES {
                let bytes = changed(&start, &mut rng);
                let answer = panic::catch_unwind(AssertUnwindSafe(|| reader(&bytes)));
                let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(2000)]).into_owned();
                assert!(answer.is_ok(), "{name} panics at a change of {seed}: {shown:?}");
                tried += 1;
            }
        }
    }
    assert!(tried >= 2000, "only {tried} files were tried");
}

/// An act takes longer than a reader.
const ACTS: usize = 25;

/// The exit code of an act with these bytes, and what it said.
fn act(act: &acts::Act, bytes: &[u8]) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    act.lay(folder.path(), bytes);
    let done = Command::new(env!("CARGO_BIN_EXE_geloot"))
        .current_dir(folder.path())
        .env("GELOOT_LANG", "nl")
        .args(act.command)
        .output()
        .expect("geloot runs");
    (done.status.code(), String::from_utf8_lossy(&done.stderr).into_owned())
}

#[test]
fn no_act_panics() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut rng = ChaCha8Rng::seed_from_u64(20_261_201);
    for one in acts::ACTS {
        for seed in one.seeds {
            let start = std::fs::read(root.join(seed)).unwrap_or_else(|e| panic!("{seed}: {e}"));
            // What is refused at the door says nothing about what lies behind it.
            let (code, said) = act(one, &start);
            assert!(matches!(code, Some(0 | 1)), "{}: {seed} itself is refused: {said}", one.name);
            for _ in 0..ACTS {
                let bytes = changed(&start, &mut rng);
                let (code, said) = act(one, &bytes);
                let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(2000)]).into_owned();
                assert!(matches!(code, Some(0..=3)), "{} at a change of {seed}: {said} {shown:?}", one.name);
            }
        }
    }
}

/// The file, or a part of it, with a few changes.
fn changed(start: &[u8], rng: &mut ChaCha8Rng) -> Vec<u8> {
    let mut bytes = start.to_vec();
    // A long file takes long, and most of what can go wrong goes wrong in a short one.
    if rng.random_bool(0.7) {
        bytes.truncate(rng.random_range(0..=bytes.len().min(2000)));
    }
    for _ in 0..rng.random_range(1..6) {
        let at = rng.random_range(0..=bytes.len());
        let end = rng.random_range(at..=bytes.len().min(at + 40));
        match rng.random_range(0..5) {
            0 if at < bytes.len() => bytes[at] = rng.random_range(0..=255),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let part = bytes[at..end].to_vec();
                let to = rng.random_range(0..=bytes.len());
                bytes.splice(to..to, part);
            }
            _ => {
                let sign = *SIGNS.choose(rng).unwrap_or(&&b""[..]);
                bytes.splice(at..at, sign.iter().copied());
            }
        }
    }
    bytes
}

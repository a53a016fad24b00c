//! Large files of a folder, which are read where they lie. Imports `invite`, `programme` and its siblings.

use super::Lying;
use crate::invite::Bytes;
use crate::programme::ledger::Aside;
use std::io::{self, Read};
use std::path::PathBuf;

/// The files of this folder.
#[derive(Clone, Debug)]
pub struct Beside(pub PathBuf);

impl Aside for Beside {
    fn open(&self, path: &str) -> Option<Box<dyn Read>> {
        Some(Box::new(Through { file: Lying::open(&self.0.join(path)).ok()?, at: 0 }))
    }
}

/// A file from its beginning to its end.
struct Through {
    file: Lying,
    at: u64,
}

impl Read for Through {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.file.size() - self.at).unwrap_or(usize::MAX);
        let some = left.min(into.len());
        self.file.read_at(self.at, &mut into[..some])?;
        self.at += some as u64;
        Ok(some)
    }
}

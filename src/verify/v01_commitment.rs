//! V1. The manifest is the one that the folder's commitment names. Everything else rests on it.

use super::report::{Claim, Failure, Id, Step, Tally};
use crate::bundle::form::Bad;
use crate::bundle::{Folder, files};
use crate::seed::Manifest;

pub(super) fn check(folder: &Folder) -> (Claim, Step<Manifest>) {
    let mut tally = Tally::new(Id::Commitment);
    let manifest = tally.take(read(folder));
    if let Some(manifest) = &manifest {
        let line = folder.get(&path(files::COMMITMENT));
        let same = line.is_some_and(|line| *line == format!("{}\n", manifest.commit()).into_bytes());
        tally.check(same, || match line {
            None => Failure::Missing { file: path(files::COMMITMENT) },
            Some(_) => Failure::OtherCommitment,
        });
    }
    tally.with(manifest)
}

fn read(folder: &Folder) -> Result<Manifest, Failure> {
    let file = path(files::MANIFEST);
    let bytes = folder.get(&file).ok_or(Failure::Missing { file: file.clone() })?;
    Manifest::parse(bytes).ok_or(Failure::Unreadable { file, why: Bad::Form })
}

/// The path of a public file.
pub(super) fn path(name: &str) -> String {
    format!("{}{name}", files::PUBLIC)
}

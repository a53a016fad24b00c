//! V3. Every frozen public file is there and is the one committed to. Later claims get files only
//! through the gate made here.

use super::report::{Claim, Failure, Id, Step, Tally, Why, not_checked};
use super::v01_commitment::path;
use crate::base::digest::Digest;
use crate::bundle::{Folder, files};
use crate::seed::Manifest;
use std::collections::BTreeMap;

/// The gate: files that are the ones committed to.
pub(super) struct Frozen<'a> {
    pub manifest: Manifest,
    files: BTreeMap<&'a str, &'a [u8]>,
}

impl<'a> Frozen<'a> {
    /// Whether a file of that name was frozen.
    pub fn lists(&self, name: &str) -> bool {
        self.manifest.entry(name).is_some()
    }

    /// The bytes of a frozen file; not when it is missing or changed, for which V3 failed.
    pub fn get(&self, name: &str) -> Step<&'a [u8]> {
        self.files.get(name).copied().ok_or(Why::RestsOn(Id::Files))
    }
}

pub(super) fn check<'a>(folder: &'a Folder, manifest: &Step<Manifest>) -> (Claim, Step<Frozen<'a>>) {
    let manifest = match manifest {
        Ok(manifest) => manifest.clone(),
        Err(why) => return (not_checked(Id::Files, *why), Err(*why)),
    };
    let mut tally = Tally::new(Id::Files);
    let mut sound = BTreeMap::new();
    for entry in manifest.entries().iter().filter(|e| e.name != files::SEALED_MANIFEST) {
        let file = path(&entry.name);
        let found = folder.get_key_value(&file);
        let same = found.is_some_and(|(_, b)| b.len() as u64 == entry.size && Digest::of(b) == entry.digest);
        tally.check(same, || match found {
            None => Failure::Missing { file },
            Some(_) => Failure::Changed { file },
        });
        if let (true, Some((file, bytes))) = (same, found) {
            sound.insert(&file[files::PUBLIC.len()..], bytes.as_slice());
        }
    }
    (tally.claim(), Ok(Frozen { manifest, files: sound }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::Outcome;
    use crate::verify::honest::{failure, outcome, record};

    #[test]
    fn each_frozen_file_is_there_byte_by_byte_and_no_other_is_looked_into() {
        let good = record();
        let listed = Manifest::parse(&good["public/manifest.txt"]).unwrap();
        let names = listed.entries().iter().filter(|entry| entry.name != files::SEALED_MANIFEST);
        let names: Vec<String> = names.map(|entry| path(&entry.name)).collect();
        assert_eq!(names.len(), 8);
        for file in names {
            let mut folder = good.clone();
            folder.remove(&file);
            assert_eq!(failure(&folder, Id::Files), Failure::Missing { file: file.clone() });
            // Longer by a byte, and as long with another one.
            let mut folder = good.clone();
            folder.get_mut(&file).unwrap().push(b'\n');
            assert_eq!(failure(&folder, Id::Files), Failure::Changed { file: file.clone() });
            let mut folder = good.clone();
            folder.get_mut(&file).unwrap()[0] ^= 1;
            assert_eq!(failure(&folder, Id::Files), Failure::Changed { file });
        }
        let mut folder = good;
        folder.get_mut("public/lottery.csv").unwrap().push(b'\n');
        assert_eq!(outcome(&folder, Id::Tickets), Outcome::NotChecked(Why::RestsOn(Id::Files)));
        assert_eq!(outcome(&folder, Id::People), Outcome::Pass);
    }
}

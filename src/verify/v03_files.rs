//! V3. Every frozen public file is there and is the one committed to. Later claims get files only
//! through the gate made here.

use super::report::{Claim, Failure, Id, Step, Tally, Why, not_checked};
use super::v01_commitment::path;
use crate::base::digest::Digest;
use crate::bundle::{Folder, files};
use crate::seed::Manifest;
use crate::seed::charter::MOST_BYTES;
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
        let large = files::CHARTERS.contains(&&*entry.name) && entry.size > MOST_BYTES;
        let as_listed = |b: &[u8]| b.len() as u64 == entry.size && Digest::of(b) == entry.digest;
        let same = !large && found.is_some_and(|(_, b)| as_listed(b));
        tally.check(same, || match found {
            _ if large => Failure::Large { file, most: MOST_BYTES },
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
    use crate::verify::honest::{failure, outcome, record, refreeze};

    /// Whoever checks a record reads its charter: one that is larger than a charter may be need not be read for that.
    #[test]
    fn a_charter_has_at_most_so_many_bytes() {
        for (more, file) in
            [(0, "public/charter.toml"), (1, "public/charter.toml"), (1, "public/charter.txt")]
        {
            let mut folder = record();
            folder.remove("public/charter.toml");
            folder.insert(file.into(), vec![b'#'; MOST_BYTES as usize + more]);
            refreeze(&mut folder);
            let due = match more {
                0 => Outcome::Pass,
                _ => Outcome::Fail(Failure::Large { file: file.into(), most: MOST_BYTES }),
            };
            assert_eq!(outcome(&folder, Id::Files), due);
            let name = &file[files::PUBLIC.len()..];
            let (_, manifest) = crate::verify::v01_commitment::check(&folder);
            assert_eq!(check(&folder, &manifest).1.unwrap().get(name).is_ok(), more == 0);
        }
    }

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

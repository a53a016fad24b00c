//! Applying a patch to a lottery's folder on the disk. Imports `assembly`, `bundle`.
//!
//! Each step is there whole or not at all, and the steps are made in their order: stopped at whatever byte, the folder is
//! in a state from which the same act makes the rest.

use super::{NewFolder, Trouble, ensure_folder, move_new, read_folder, replace, write_inside};
use crate::assembly::{Patch, Step, not_ours};
use crate::bundle::{Folder, files};
use crate::invite::tables::names;
use std::path::Path;

/// Why a patch was not applied whole.
#[derive(Debug)]
pub struct Stopped {
    /// What went wrong.
    pub trouble: Trouble,
    /// Steps that were made before.
    pub made: usize,
}

impl std::fmt::Display for Stopped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} (after {} steps)", self.trouble, self.made)
    }
}

impl std::error::Error for Stopped {}

/// The files of a lottery's folder at `path`, or of its public tier alone. What is the clerk's own business is left out.
///
/// # Errors
/// [`Trouble`].
pub fn read_lottery(path: &Path) -> Result<Folder, Trouble> {
    if !is_public(path) {
        return read_folder(path, &not_ours);
    }
    let inside = read_folder(path, &|_| false)?;
    Ok(inside.into_iter().map(|(name, bytes)| (format!("{}{name}", files::PUBLIC), bytes)).collect())
}

/// Whether a folder is itself a public tier. A folder "public" within it is no record: who looks at the outer one must
/// not be told of the inner one.
pub fn is_public(path: &Path) -> bool {
    let own =
        [files::COMMITMENT, files::ABOUT, files::CERTIFICATE, files::LOTTERY, files::PROFILES, names::FRAME];
    own.iter().any(|file| super::exists(&path.join(file)))
}

/// Applies a patch to the folder at `root`, which is there unless the patch makes it.
///
/// # Errors
/// What went wrong, and how many steps were made before.
pub fn apply(patch: &Patch, root: &Path) -> Result<(), Stopped> {
    apply_first(patch, root, usize::MAX).map(|_| ())
}

/// The same, stopped as by a kill once so many operations were made on the disk: folders made, files written, names
/// given. Whether all were made. For tests of what an interruption leaves.
///
/// # Errors
/// As [`apply`].
pub fn apply_first(patch: &Patch, root: &Path, operations: usize) -> Result<bool, Stopped> {
    let mut hand = Hand { left: operations };
    for (made, step) in patch.steps.iter().enumerate() {
        match hand.make(step, root) {
            Ok(true) => {}
            Ok(false) => return Ok(false),
            Err(trouble) => return Err(Stopped { trouble, made }),
        }
    }
    Ok(true)
}

/// What makes changes until it is stopped.
struct Hand {
    left: usize,
}

impl Hand {
    /// Whether one more operation is made.
    fn goes_on(&mut self) -> bool {
        let on = self.left > 0;
        self.left = self.left.saturating_sub(1);
        on
    }

    fn make(&mut self, step: &Step, root: &Path) -> Result<bool, Trouble> {
        match step {
            Step::Folder { place, files } => {
                let path = root.join(place.trim_end_matches('/'));
                if !self.way_to(place.trim_end_matches('/'), root)? || !self.goes_on() {
                    return Ok(false);
                }
                // In the making outside the public tier, so that nothing half done can be published.
                let folder = match place.is_empty() {
                    true => NewFolder::begin(root)?,
                    false => NewFolder::begin_in(&path, root)?,
                };
                for (name, bytes) in files {
                    if !self.goes_on() {
                        folder.abandon();
                        return Ok(false);
                    }
                    folder.add(name, bytes)?;
                }
                if !self.goes_on() {
                    folder.abandon();
                    return Ok(false);
                }
                folder.finish()?;
            }
            Step::File { path, bytes } => {
                if !self.way_to(path, root)? || !self.goes_on() {
                    return Ok(false);
                }
                write_inside(&root.join(path), bytes)?;
            }
            Step::Replace { path, bytes } => {
                if !self.way_to(path, root)? || !self.goes_on() {
                    return Ok(false);
                }
                replace(&root.join(path), bytes, path.starts_with(files::SEALED))?;
            }
            Step::Move { from, to } => {
                if !self.way_to(to, root)? || !self.goes_on() {
                    return Ok(false);
                }
                move_new(&root.join(from), &root.join(to))?;
            }
        }
        Ok(true)
    }

    /// Makes the folders on the way to `path`.
    fn way_to(&mut self, path: &str, root: &Path) -> Result<bool, Trouble> {
        for (at, _) in path.match_indices('/') {
            let folder = root.join(&path[..at]);
            if super::is_folder(&folder) {
                continue;
            }
            if !self.goes_on() {
                return Ok(false);
            }
            ensure_folder(&folder)?;
        }
        Ok(true)
    }
}

/// Whether a folder has nothing in it but what was left behind in the making.
#[cfg(test)]
fn nothing_else(path: &Path, known: &[&str]) -> bool {
    let found = super::names(path).unwrap_or_default();
    found
        .iter()
        .all(|name| known.contains(&name.as_str()) || name.ends_with(".part") || name.ends_with(".part/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patch() -> Patch {
        let folder = |place: &str| Step::Folder {
            place: place.into(),
            files: vec![("a".into(), b"1".to_vec()), ("b".into(), b"2".to_vec())],
        };
        let file = |path: &str| Step::File { path: path.into(), bytes: b"new".to_vec() };
        let moved = |from: &str, to: &str| Step::Move { from: from.into(), to: to.into() };
        Patch {
            steps: vec![folder("public/draws/2/"), moved("list", "annulled/1/list"), file("list")],
            stands: None,
        }
    }

    #[test]
    fn a_step_is_made_whole_or_not_at_all_wherever_it_stops() {
        let whole = 10;
        for operations in 0..=whole {
            let root = tempfile::tempdir().unwrap();
            std::fs::write(root.path().join("list"), "old").unwrap();
            assert_eq!(apply_first(&patch(), root.path(), operations).unwrap(), operations == whole);
            assert!(nothing_else(root.path(), &["public/", "annulled/", "list"]));
            let record = read_folder(root.path(), &|name| name.starts_with('.')).unwrap();
            let both = ["a", "b"].map(|name| record.contains_key(&format!("public/draws/2/{name}")));
            assert!(both == [true; 2] || both == [false; 2], "{operations}: {record:?}");
            // The list of the draw before is in one of its two places, and never overwritten.
            let old = [record.get("list"), record.get("annulled/1/list")];
            assert!(old.iter().flatten().any(|bytes| *bytes == b"old"), "{operations}: {record:?}");
        }
    }

    #[test]
    fn a_file_is_replaced_whole_or_not_at_all() {
        let steps = vec![Step::Replace { path: "sealed/a/rows.csv".into(), bytes: b"new".to_vec() }];
        let patch = Patch { steps, stands: None };
        for operations in 0..=1 {
            let root = tempfile::tempdir().unwrap();
            std::fs::create_dir_all(root.path().join("sealed/a")).unwrap();
            let file = root.path().join("sealed/a/rows.csv");
            std::fs::write(&file, "old").unwrap();
            let all = apply_first(&patch, root.path(), operations).unwrap();
            assert_eq!(
                (all, &std::fs::read(&file).unwrap()[..]),
                [(false, &b"old"[..]), (true, b"new")][operations]
            );
            assert!(nothing_else(&root.path().join("sealed/a"), &["rows.csv"]));
        }
        let root = tempfile::tempdir().unwrap();
        assert!(apply(&patch, root.path()).is_ok(), "or made, with the folders on the way");
        assert_eq!(std::fs::read(root.path().join("sealed/a/rows.csv")).unwrap(), b"new");
    }

    #[test]
    fn what_is_there_is_never_overwritten() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join("list"), "old").unwrap();
        let patch = Patch { steps: vec![patch().steps.remove(2)], stands: None };
        let stopped = apply(&patch, root.path()).unwrap_err();
        assert_eq!((stopped.trouble.kind, stopped.made), (super::super::TroubleKind::Exists, 0));
        assert_eq!(std::fs::read(root.path().join("list")).unwrap(), b"old");
    }
}

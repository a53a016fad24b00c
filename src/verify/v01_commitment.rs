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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::honest::{failure, record, replace};

    #[test]
    fn the_line_is_that_of_the_manifest_and_both_are_there() {
        let wrong = |change: &dyn Fn(&mut Folder)| {
            let mut folder = record();
            change(&mut folder);
            failure(&folder, Id::Commitment)
        };
        for file in [files::MANIFEST, files::COMMITMENT] {
            assert_eq!(wrong(&|f| drop(f.remove(&path(file)))), Failure::Missing { file: path(file) });
        }
        let other = "geloot-commitment-1:00";
        assert_eq!(
            wrong(&|f| replace(f, &path(files::COMMITMENT), &text(f)[..22], other)),
            Failure::OtherCommitment
        );
        // The line ends with one end of a line, and nothing is before or behind it.
        assert_eq!(
            wrong(&|f| f.get_mut(&path(files::COMMITMENT)).unwrap().truncate(84)),
            Failure::OtherCommitment
        );
        assert_eq!(
            wrong(&|f| f.get_mut(&path(files::COMMITMENT)).unwrap().push(b'\n')),
            Failure::OtherCommitment
        );
        // A manifest in order but for one size is another manifest; one that is none cannot be read.
        assert_eq!(
            wrong(&|f| replace(f, &path(files::MANIFEST), "# size ", "# size 1")),
            Failure::OtherCommitment
        );
        let unreadable = Failure::Unreadable { file: path(files::MANIFEST), why: Bad::Form };
        assert_eq!(wrong(&|f| replace(f, &path(files::MANIFEST), "# size ", "# size  ")), unreadable);
    }

    fn text(folder: &Folder) -> String {
        String::from_utf8(folder[&path(files::COMMITMENT)].clone()).unwrap()
    }
}

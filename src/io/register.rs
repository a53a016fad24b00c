//! Registers larger than the memory: files read where they lie, a shelf on the disk, as many hands as the machine has.
//! Imports `invite`.

use super::{Trouble, TroubleKind};
use crate::invite::{Bytes, Hands, Shelf};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use tempfile::TempDir;

/// A file that is read where it lies.
#[derive(Debug)]
pub struct Lying {
    name: String,
    size: u64,
    file: Mutex<File>,
}

impl Lying {
    /// Opens a file.
    ///
    /// # Errors
    /// [`Trouble`].
    pub fn open(path: &Path) -> Result<Self, Trouble> {
        let trouble = |error: io::Error| Trouble::new(path, &error);
        if path.is_dir() {
            return Err(Trouble::new(path, &io::ErrorKind::IsADirectory.into()));
        }
        // Its parts are read where they lie, which a pipe or a device does not let anybody.
        if std::fs::metadata(path).is_ok_and(|found| !found.is_file()) {
            return Err(Trouble::of(path, TroubleKind::NotFile));
        }
        let file = File::open(path).map_err(trouble)?;
        let size = file.metadata().map_err(trouble)?.len();
        Ok(Self { name: path.to_string_lossy().into_owned(), size, file: Mutex::new(file) })
    }
}

impl Bytes for Lying {
    fn name(&self) -> &str {
        &self.name
    }

    fn size(&self) -> u64 {
        self.size
    }

    #[cfg(unix)]
    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<()> {
        use std::os::unix::fs::FileExt;
        let file = self.file.lock().unwrap_or_else(PoisonError::into_inner).try_clone()?;
        file.read_exact_at(into, at)
    }

    #[cfg(not(unix))]
    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<()> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(at))?;
        file.read_exact(into)
    }
}

/// As many hands as the machine has.
#[derive(Clone, Copy, Debug)]
pub struct Many;

impl Hands for Many {
    fn share(&self, tasks: usize, work: &(dyn Fn(usize) + Sync)) {
        let next = AtomicUsize::new(0);
        let hands = std::thread::available_parallelism().map_or(1, usize::from).min(tasks.max(1));
        let one = || {
            loop {
                let task = next.fetch_add(1, Ordering::Relaxed);
                if task >= tasks {
                    return;
                }
                work(task);
            }
        };
        std::thread::scope(|scope| {
            // This thread works too.
            for _ in 1..hands {
                scope.spawn(one);
            }
            one();
        });
    }
}

/// A shelf on the disk, in a folder that is gone afterwards. Only its owner may look into it.
#[derive(Debug)]
pub struct Disk {
    place: TempDir,
    parts: Mutex<BTreeMap<(&'static str, u8), File>>,
}

impl Disk {
    /// A shelf beside `path`, where there is room for what is made there.
    ///
    /// # Errors
    /// [`Trouble`].
    pub fn beside(path: &Path) -> Result<Self, Trouble> {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let place =
            super::disk::hidden(path).tempdir_in(parent).map_err(|error| Trouble::new(parent, &error))?;
        #[cfg(unix)]
        {
            let owner = std::os::unix::fs::PermissionsExt::from_mode(0o700);
            std::fs::set_permissions(place.path(), owner).map_err(|error| Trouble::new(parent, &error))?;
        }
        Ok(Self { place, parts: Mutex::default() })
    }

    fn path(&self, heap: &str, part: u8) -> PathBuf {
        self.place.path().join(format!("{heap}-{part:02x}"))
    }
}

impl Shelf for Disk {
    fn put(&self, heap: &'static str, part: u8, bytes: &[u8]) -> io::Result<()> {
        let mut parts = self.parts.lock().unwrap_or_else(PoisonError::into_inner);
        let file = match parts.entry((heap, part)) {
            std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::btree_map::Entry::Vacant(new) => {
                let path = self.path(heap, part);
                new.insert(File::options().read(true).append(true).create_new(true).open(path)?)
            }
        };
        file.write_all(bytes)
    }

    fn take(&self, heap: &'static str, part: u8) -> io::Result<Vec<u8>> {
        let file = self.parts.lock().unwrap_or_else(PoisonError::into_inner).remove(&(heap, part));
        let Some(mut file) = file else { return Ok(Vec::new()) };
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(0))?;
        file.read_to_end(&mut bytes)?;
        std::fs::remove_file(self.path(heap, part))?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_on_a_shelf_comes_out_once() {
        let place = TempDir::new().unwrap();
        let shelf = Disk::beside(&place.path().join("letters")).unwrap();
        shelf.put("a", 7, b"one ").unwrap();
        shelf.put("b", 7, b"other").unwrap();
        shelf.put("a", 7, b"two").unwrap();
        assert_eq!(shelf.take("a", 7).unwrap(), b"one two");
        assert_eq!(shelf.take("a", 7).unwrap(), b"");
        drop(shelf);
        assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 0, "nothing is left");
    }

    #[test]
    fn every_task_is_done_once_by_many_hands() {
        let times: Vec<AtomicUsize> = (0..1000).map(|_| AtomicUsize::new(0)).collect();
        Many.share(times.len(), &|task| {
            times[task].fetch_add(1, Ordering::Relaxed);
        });
        assert!(times.iter().all(|times| times.load(Ordering::Relaxed) == 1));
        Many.share(0, &|_| panic!("no tasks"));
    }

    #[test]
    fn a_file_is_read_anywhere() {
        let place = TempDir::new().unwrap();
        let path = place.path().join("register.csv");
        std::fs::write(&path, "0123456789").unwrap();
        let file = Lying::open(&path).unwrap();
        let mut three = [0; 3];
        file.read_at(4, &mut three).unwrap();
        assert_eq!((&three, file.size()), (b"456", 10));
        assert!(file.read_at(8, &mut three).is_err());
        assert!(Lying::open(place.path()).is_err());
    }
}

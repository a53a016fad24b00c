//! The disk of a computer. Imports `bundle` and its siblings.
//!
//! A file is written to a temporary name in its own folder, flushed to the disk, given its name in
//! one step that refuses to replace anything, and the folder is flushed too. A folder is filled
//! under a hidden temporary name beside its place and gets its name last. Whatever moment the
//! machine stops at, there is nothing under the name or there is all of it; at worst a hidden
//! `.<name>.*.part` is left behind, which the next run that makes the same file or folder removes.

use super::{Trouble, TroubleKind};
use crate::bundle::files;
use crate::seed::charter::MOST_BYTES;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};
use tempfile::TempDir;

/// Whether there is anything under this name.
pub fn exists(path: &Path) -> bool {
    path.exists()
}

/// Whether there is a folder under this name.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether there is a file under this name.
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// The bytes of a file.
pub fn read(path: &Path) -> Result<Vec<u8>, Trouble> {
    let kind = fs::metadata(path).map_err(|error| Trouble::new(path, &error))?.file_type();
    // Some systems open a folder and fail later, with other words.
    if kind.is_dir() {
        return Err(Trouble::of(path, TroubleKind::IsFolder));
    }
    if !kind.is_file() && !ends(kind) {
        return Err(Trouble::of(path, TroubleKind::NotFile));
    }
    fs::read(path).map_err(|error| Trouble::new(path, &error))
}

/// Whether it is a pipe of another command, which ends with that.
#[cfg(unix)]
fn ends(kind: fs::FileType) -> bool {
    std::os::unix::fs::FileTypeExt::is_fifo(&kind)
}

#[cfg(not(unix))]
fn ends(_: fs::FileType) -> bool {
    false
}

/// A folder that only its owner may look into.
const SECRET: &str = "sealed";

/// Writes a new file durably, as [`write_new`] does, that only its owner may read.
pub fn write_secret(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    outside(path)?;
    write(path, bytes, 0o600)
}

/// Refuses when there is anything under this name, or no folder to make it in, or a record of which it is no part: for a
/// command that wants to know before its work whether it can write.
pub fn vacant(path: &Path) -> Result<(), Trouble> {
    place_for(path)?;
    outside(path)
}

/// As [`vacant`], unless the file is there with these very bytes: a command that was stopped when it had written it
/// finishes when it is given again. Whether it is there.
pub fn vacant_or_same(path: &Path, bytes: &[u8]) -> Result<bool, Trouble> {
    let file = fs::symlink_metadata(path).is_ok_and(|found| found.is_file());
    if file && fs::read(path).is_ok_and(|found| found == bytes) {
        return Ok(true);
    }
    vacant(path).map(|()| false)
}

/// Whether there is a link under this name, which may end in a slash.
pub fn is_link(path: &Path) -> bool {
    // With the slash the system would look where the link leads.
    fs::symlink_metadata(path.components().as_path()).is_ok_and(|found| found.file_type().is_symlink())
}

/// The names of everything in a folder, in byte order; those of folders end in `/`.
pub fn names(path: &Path) -> Result<Vec<String>, Trouble> {
    let trouble = |error: io::Error| Trouble::new(path, &error);
    let mut names = vec![];
    for entry in fs::read_dir(path).map_err(trouble)? {
        let entry = entry.map_err(trouble)?;
        let end = if entry.file_type().map_err(trouble)?.is_dir() { "/" } else { "" };
        names.push(format!("{}{end}", entry.file_name().to_string_lossy()));
    }
    names.sort_unstable();
    Ok(names)
}

/// Writes a new file durably. Refuses when there is anything under that name, and in a record: see [`in_record`].
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    outside(path)?;
    write(path, bytes, 0o666)
}

/// The same for a file of a record.
pub(super) fn write_inside(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    write(path, bytes, 0o666)
}

/// As [`outside`], but for a seat plan, which may lie among the plans of a lottery.
pub fn outside_tiers(path: &Path) -> Result<(), Trouble> {
    if in_tier(path) { Err(Trouble::of(path, TroubleKind::InRecord)) } else { Ok(()) }
}

/// Refuses a place in a record for whatever is no part of it.
pub fn outside(path: &Path) -> Result<(), Trouble> {
    if in_record(path) { Err(Trouble::of(path, TroubleKind::InRecord)) } else { Ok(()) }
}

/// Writes a new file with the permissions `mode` less what the system takes away.
fn write(path: &Path, bytes: &[u8], mode: u32) -> Result<(), Trouble> {
    let parent = place_for(path)?;
    let trouble = |error: io::Error| Trouble::new(path, &error);
    let name = hidden(path);
    name.clear(&parent);
    let mut file = name.tempfile_in(&parent, mode).map_err(trouble)?;
    // Held until the end, so that another run can tell a file in the making from one left behind.
    let _held = file.as_file().try_lock();
    file.write_all(bytes).map_err(trouble)?;
    file.as_file().sync_all().map_err(trouble)?;
    file.persist_noclobber(path).map_err(|refused| trouble(refused.error))?;
    sync_folder(&parent).map_err(|_| Trouble::of(path, TroubleKind::Unconfirmed))
}

/// Writes a file durably in the place of one that may be there: whoever looks finds the old one whole or the new one.
/// Never in a record.
pub fn write_over(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    outside(path)?;
    over(path, bytes, 0o666)
}

/// The same for what follows from other files of a folder, or must be forgotten; a record is never replaced. `secret`: only
/// its owner may read it.
pub fn replace(path: &Path, bytes: &[u8], secret: bool) -> Result<(), Trouble> {
    over(path, bytes, if secret { 0o600 } else { 0o666 })
}

fn over(path: &Path, bytes: &[u8], mode: u32) -> Result<(), Trouble> {
    let trouble = |error: io::Error| Trouble::new(path, &error);
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => return Err(Trouble::of(path, TroubleKind::IsFolder)),
        // A link is never written through.
        Ok(found) if !found.is_file() => return Err(Trouble::of(path, TroubleKind::Exists)),
        Ok(_) => {}
        Err(_) => return write(path, bytes, mode),
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = hidden(path);
    name.clear(parent);
    let mut file = name.tempfile_in(parent, mode).map_err(trouble)?;
    let _held = file.as_file().try_lock();
    file.write_all(bytes).map_err(trouble)?;
    file.as_file().sync_all().map_err(trouble)?;
    file.persist(path).map_err(|refused| trouble(refused.error))?;
    sync_folder(parent).map_err(|_| Trouble::of(path, TroubleKind::Unconfirmed))
}

/// Whether a file of this name would lie in the record of a lottery or of a programme: below its public or its sealed
/// tier, or among its seat plans.
pub fn in_record(path: &Path) -> bool {
    // Seat plans lie beside the tiers, and are shown to whoever asks.
    let plans = |folder: &Path| {
        folder.ends_with("sessions") && folder.parent().is_some_and(|dir| is_public_tier(&dir.join("public")))
    };
    in_tier(path) || folder_of(path).is_some_and(|parent| parent.ancestors().any(plans))
}

/// Whether a file of this name would lie below the public or the sealed tier of a record.
fn in_tier(path: &Path) -> bool {
    let sealed = |folder: &Path| {
        folder.file_name().is_some_and(|name| name == SECRET) && folder.join("key.txt").exists()
    };
    let Some(parent) = folder_of(path) else { return false };
    parent.ancestors().any(|folder| is_public_tier(folder) || sealed(folder))
}

/// The folder that a file of this name would lie in, by its own path.
fn folder_of(path: &Path) -> Option<PathBuf> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::canonicalize(parent).ok()
}

fn is_public_tier(folder: &Path) -> bool {
    files::TIERS.iter().any(|names| names.iter().all(|name| folder.join(name).exists()))
}

/// A folder in the making: nothing is under its name until [`NewFolder::finish`]. Dropped before,
/// it leaves nothing behind.
#[derive(Debug)]
pub struct NewFolder {
    path: PathBuf,
    parent: PathBuf,
    draft: TempDir,
    /// Locked while the folder is in the making, where the system can.
    _held: Option<File>,
}

impl NewFolder {
    /// Starts a folder that will be at `path`. Refuses when there is anything there already, and in a record.
    pub fn begin(path: &Path) -> Result<Self, Trouble> {
        let parent = place_for(path)?;
        outside(path)?;
        Self::draft(path, &parent, parent.clone())
    }

    /// The same for a seat plan, which may lie among the plans of a lottery.
    pub fn begin_plan(path: &Path) -> Result<Self, Trouble> {
        let parent = place_for(path)?;
        outside_tiers(path)?;
        Self::draft(path, &parent, parent.clone())
    }

    /// Starts a folder that will be at `path`, in the making in the folder `workshop` of the same disk:
    /// for a `path` beside which nothing half done may ever be seen.
    pub fn begin_in(path: &Path, workshop: &Path) -> Result<Self, Trouble> {
        let parent = place_for(path)?;
        Self::draft(path, workshop, parent)
    }

    fn draft(path: &Path, workshop: &Path, parent: PathBuf) -> Result<Self, Trouble> {
        let name = hidden(path);
        name.clear(workshop);
        let draft = name.tempdir_in(workshop).map_err(|error| Trouble::new(path, &error))?;
        let held = File::open(draft.path()).ok().filter(|folder| folder.try_lock().is_ok());
        Ok(Self { path: path.to_owned(), parent, draft, _held: held })
    }

    /// Writes a file into it. `name` is relative, such as `public/quotas.csv`; folders on the way
    /// are made.
    pub fn add(&self, name: &str, bytes: &[u8]) -> Result<(), Trouble> {
        let shown = self.path.join(name);
        let trouble = |error: io::Error| Trouble::new(&shown, &error);
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        if !inside || name.is_empty() {
            return Err(Trouble::of(&shown, TroubleKind::Other("not a name inside the folder".into())));
        }
        let path = self.draft.path().join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(trouble)?;
            #[cfg(unix)]
            if Path::new(name).starts_with(SECRET) {
                let owner = std::os::unix::fs::PermissionsExt::from_mode(0o700);
                fs::set_permissions(folder, owner).map_err(trouble)?;
            }
        }
        let mut file = File::create_new(&path).map_err(trouble)?;
        file.write_all(bytes).map_err(trouble)?;
        file.sync_all().map_err(trouble)
    }

    /// Starts a file in it, for one that comes part by part. `name` is one without folders.
    pub fn open(&self, name: &str) -> Result<NewFile, Trouble> {
        let shown = self.path.join(name);
        if Path::new(name).components().count() != 1 {
            return Err(Trouble::of(&shown, TroubleKind::Other("not a name inside the folder".into())));
        }
        match File::create_new(self.draft.path().join(name)) {
            Ok(file) => Ok(NewFile { file: BufWriter::new(file), shown }),
            Err(error) => Err(Trouble::new(&shown, &error)),
        }
    }

    /// Starts a file in it that only its owner may read and that is written bit by bit; [`NewFolder::finish`] keeps it.
    pub fn start_secret(&self, name: &str) -> Result<File, Trouble> {
        self.add(name, b"")?;
        let path = self.draft.path().join(name);
        let trouble = |error: io::Error| Trouble::new(&self.path.join(name), &error);
        #[cfg(unix)]
        {
            let owner = std::os::unix::fs::PermissionsExt::from_mode(0o600);
            fs::set_permissions(&path, owner).map_err(trouble)?;
        }
        File::options().append(true).open(&path).map_err(trouble)
    }

    /// Writes these files into it.
    pub fn fill(&self, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Trouble> {
        files.iter().try_for_each(|(name, bytes)| self.add(name, bytes))
    }

    /// Leaves it as a kill would.
    pub(super) fn abandon(self) {
        let _ = self.draft.keep();
    }

    /// Flushes everything to the disk and gives the folder its name.
    pub fn finish(self) -> Result<(), Trouble> {
        let trouble = |error: io::Error| Trouble::new(&self.path, &error);
        sync_all_folders(self.draft.path()).map_err(trouble)?;
        refuse_existing(&self.path)?;
        fs::rename(self.draft.path(), &self.path).map_err(trouble)?;
        // It has its name now, so the draft has nothing left to clean up.
        let _ = self.draft.keep();
        sync_folder(&self.parent).map_err(|_| Trouble::of(&self.path, TroubleKind::Unconfirmed))
    }
}

/// A file in the making, in a folder in the making.
#[derive(Debug)]
pub struct NewFile {
    file: BufWriter<File>,
    /// How messages call it.
    shown: PathBuf,
}

impl NewFile {
    /// Adds bytes at its end.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        self.file.write_all(bytes).map_err(|error| Trouble::new(&self.shown, &error))
    }

    /// Flushes it to the disk.
    pub fn finish(self) -> Result<(), Trouble> {
        let trouble = |error: io::Error| Trouble::new(&self.shown, &error);
        let file = self.file.into_inner().map_err(|error| trouble(error.into_error()))?;
        file.sync_all().map_err(trouble)
    }
}

/// Makes a folder durably, unless it is there already.
pub fn ensure_folder(path: &Path) -> Result<(), Trouble> {
    match fs::create_dir(path) {
        Ok(()) => sync_folder(path.parent().unwrap_or(path)).map_err(|error| Trouble::new(path, &error)),
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(error) => Err(Trouble::new(path, &error)),
    }
}

/// The folders beside `path`, by name, whose file `name` in `inner` has these bytes and perhaps a line feed.
/// What cannot be read is passed by.
pub fn beside(path: &Path, inner: &str, name: &str, bytes: &[u8]) -> Vec<PathBuf> {
    let parent = match path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        Some(parent) => parent.to_owned(),
        None => PathBuf::from("."),
    };
    let mut folders: Vec<PathBuf> =
        fs::read_dir(&parent).into_iter().flatten().flatten().map(|entry| entry.file_name().into()).collect();
    folders.sort_unstable();
    let same = |folder: &PathBuf| {
        let found = fs::read(parent.join(folder).join(inner).join(name)).unwrap_or_default();
        found.strip_suffix(b"\n").unwrap_or(&found) == bytes
    };
    let placed = |found| if parent == Path::new(".") { found } else { parent.join(found) };
    folders.into_iter().filter(same).map(placed).collect()
}

/// Moves a file to another name of the same disk, durably. Refuses when there is anything under the
/// new name; only this program writes there, so nothing comes between the question and the move.
pub fn move_new(from: &Path, to: &Path) -> Result<(), Trouble> {
    let parent = place_for(to)?;
    fs::rename(from, to).map_err(|error| Trouble::new(from, &error))?;
    sync_folder(&parent).map_err(|error| Trouble::new(to, &error))?;
    sync_folder(from.parent().unwrap_or(&parent)).map_err(|error| Trouble::new(from, &error))
}

/// All files of a folder, by their path in it, with `/` between parts. What is neither a file nor a
/// folder, such as a link, is listed without bytes; so is a folder with nothing in it, with `/` at the end
/// of its path, and a file whose size is not that of any record's: see `Sizes`. Folders and files for which `skip` is true (given
/// their path) are left out.
pub fn read_folder(path: &Path, skip: &dyn Fn(&str) -> bool) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
    let mut files = BTreeMap::new();
    let found = fs::metadata(path).map_err(|error| Trouble::new(path, &error))?;
    if !found.is_dir() {
        return Err(Trouble::of(path, TroubleKind::NotFolder));
    }
    collect(path, "", skip, &mut Sizes { left: MOST_UNLISTED }, &mut files)?;
    Ok(files)
}

/// Bytes of files that no list beside them names, together.
const MOST_UNLISTED: u64 = 1 << 31;
/// Bytes of a file that is read though the list beside it says another size, so that whoever checks it says what is wrong.
const MOST_OTHER: u64 = 1 << 26;

/// What is read of a folder. A file on a disk can say that it has terabytes and take no place at all: one that is large and of
/// another size than the list beside it says need not be read to know that it was changed; nor a charter that is larger than one may be.
struct Sizes {
    left: u64,
}

impl Sizes {
    /// Whether a file is read.
    fn allow(&mut self, listed: Option<u64>, size: u64) -> bool {
        let fits = match listed {
            Some(listed) if listed == size => true,
            Some(_) => size <= MOST_OTHER,
            None => size <= self.left,
        };
        self.left = self.left.saturating_sub(if fits && listed != Some(size) { size } else { 0 });
        fits
    }
}

/// The sizes that the list in a folder says, if there is one.
fn listed(folder: &Path) -> BTreeMap<String, u64> {
    let path = folder.join(files::MANIFEST);
    let small = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file() && found.len() <= MOST_OTHER);
    let bytes = if small { fs::read(&path).unwrap_or_default() } else { Vec::new() };
    files::sizes(&bytes)
}

/// How deep a folder is looked into. None of a record is half as deep; and a path that is too long for the system would end the
/// check without a verdict.
const MOST_DEEP: usize = 32;

fn collect(
    folder: &Path,
    prefix: &str,
    skip: &dyn Fn(&str) -> bool,
    sizes: &mut Sizes,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), Trouble> {
    let trouble = |error: io::Error| Trouble::new(folder, &error);
    let listed = listed(folder);
    for entry in fs::read_dir(folder).map_err(trouble)? {
        let entry = entry.map_err(trouble)?;
        // A name that is no text cannot be one of ours; it still counts as something extra.
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if skip(&name) {
            continue;
        }
        let kind = entry.file_type().map_err(trouble)?;
        if kind.is_dir() {
            let before = files.len();
            let inside = format!("{name}/");
            // What is in it does not belong there, whatever it is: as an empty folder it is something extra.
            if inside.matches('/').count() <= MOST_DEEP {
                collect(&entry.path(), &inside, skip, sizes, files)?;
            }
            if files.len() == before {
                files.insert(inside, Vec::new());
            }
        } else if kind.is_file() {
            let own = entry.file_name();
            let size = entry.metadata().map_err(trouble)?.len();
            let charter = files::CHARTERS.iter().any(|name| own == **name);
            let too_large = charter && size > MOST_BYTES;
            let read_it = !too_large && sizes.allow(listed.get(&*own.to_string_lossy()).copied(), size);
            files.insert(name, if read_it { read(&entry.path())? } else { Vec::new() });
        } else {
            files.insert(name, Vec::new());
        }
    }
    Ok(())
}

/// The folder in which `path` would be made; refuses when it is not there or `path` is taken.
fn place_for(path: &Path) -> Result<PathBuf, Trouble> {
    refuse_existing(path)?;
    if path.file_name().is_none() {
        return Err(Trouble::of(path, TroubleKind::Exists));
    }
    let parent = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    match fs::metadata(parent) {
        Ok(found) if found.is_dir() => Ok(parent.to_owned()),
        Ok(_) => Err(Trouble::of(parent, TroubleKind::NotFolder)),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(Trouble::of(parent, TroubleKind::ParentMissing))
        }
        Err(error) => Err(Trouble::new(parent, &error)),
    }
}

fn refuse_existing(path: &Path) -> Result<(), Trouble> {
    // Not `exists`, which follows a link to nowhere and says no.
    match fs::symlink_metadata(path) {
        Ok(_) => Err(Trouble::of(path, TroubleKind::Exists)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Trouble::new(path, &error)),
    }
}

/// A builder of temporary names beside `path`, with the permissions of any other new file.
pub(super) fn hidden(path: &Path) -> TemporaryName {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // Long names would leave no room for what is added to them.
    TemporaryName { prefix: format!(".{}.", name.chars().take(40).collect::<String>()) }
}

/// How the names of files and folders in the making end.
const SUFFIX: &str = ".part";

pub(super) struct TemporaryName {
    prefix: String,
}

impl TemporaryName {
    /// Removes what earlier runs that were killed left in `folder` under such a name. What a run that is
    /// still going holds is locked, and stays; so does everything where the system has no locks.
    fn clear(&self, folder: &Path) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let middle = name.strip_prefix(&self.prefix).and_then(|rest| rest.strip_suffix(SUFFIX));
            let ours = middle.is_some_and(|m| m.len() >= 6 && m.bytes().all(|b| b.is_ascii_alphanumeric()));
            let Some(kind) = entry.file_type().ok().filter(|k| ours && !k.is_symlink()) else { continue };
            let path = entry.path();
            if File::open(&path).is_ok_and(|held| held.try_lock().is_ok()) {
                // What cannot be removed is in nobody's way.
                let _ = if kind.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
            }
        }
    }

    fn tempfile_in(&self, folder: &Path, mode: u32) -> io::Result<tempfile::NamedTempFile> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(&self.prefix).suffix(SUFFIX);
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
        #[cfg(not(unix))]
        let _ = mode;
        builder.tempfile_in(folder)
    }

    pub(super) fn tempdir_in(&self, folder: &Path) -> io::Result<TempDir> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(&self.prefix).suffix(SUFFIX);
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
        builder.tempdir_in(folder)
    }
}

fn sync_all_folders(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            sync_all_folders(&entry.path())?;
        }
    }
    sync_folder(folder)
}

/// Flushes the names in a folder to the disk, where the system has a way to.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind<T>(result: Result<T, Trouble>) -> Option<TroubleKind> {
        result.err().map(|trouble| trouble.kind)
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// A file that takes no place on the disk says that it has three thousand million bytes: nobody waits for them.
    #[test]
    fn large_files_of_another_size_than_their_list_says_are_not_read() {
        let temp = tempfile::tempdir().unwrap();
        let sparse = |name: &str, size: u64| {
            File::create(temp.path().join(name)).unwrap().set_len(size).unwrap();
        };
        let list = crate::seed::Manifest::of(&[("pool.csv", b"code"), ("small.csv", b"code")]).unwrap();
        fs::write(temp.path().join(files::MANIFEST), list.to_string()).unwrap();
        sparse("pool.csv", 3 << 30);
        sparse("extra", 3 << 30);
        sparse("charter.txt", MOST_BYTES + 1);
        fs::write(temp.path().join("small.csv"), "another").unwrap();
        let read = read_folder(temp.path(), &|_| false).unwrap();
        let sizes: Vec<(&str, usize)> = read.iter().map(|(name, bytes)| (&**name, bytes.len())).collect();
        let list = list.to_string().len();
        assert_eq!(
            sizes,
            [("charter.txt", 0), ("extra", 0), ("manifest.txt", list), ("pool.csv", 0), ("small.csv", 7)]
        );
        let mut sizes = Sizes { left: 10 };
        assert_eq!([sizes.allow(None, 7), sizes.allow(None, 7), sizes.allow(None, 3)], [true, false, true]);
        assert!(sizes.allow(Some(1 << 40), 1 << 40) && !sizes.allow(Some(1), MOST_OTHER + 1));
    }

    /// Folders in folders until no path could be longer: they are something extra, and the check goes on.
    #[test]
    fn folders_far_below_are_one_empty_folder() {
        let temp = tempfile::tempdir().unwrap();
        fs::create_dir_all(temp.path().join("d/".repeat(1400))).unwrap();
        fs::create_dir_all(temp.path().join("e/".repeat(MOST_DEEP))).unwrap();
        fs::write(temp.path().join("e/".repeat(MOST_DEEP)).join("file"), "it").unwrap();
        let read = read_folder(temp.path(), &|_| false).unwrap();
        let names: Vec<&str> = read.keys().map(String::as_str).collect();
        assert_eq!(names, ["d/".repeat(MOST_DEEP + 1), "e/".repeat(MOST_DEEP) + "file"]);
    }

    #[test]
    fn a_file_is_written_once_and_never_over_another() {
        let place = TempDir::new().unwrap();
        let path = place.path().join("panel.csv");
        write_new(&path, b"first").unwrap();
        assert_eq!(kind(write_new(&path, b"second")), Some(TroubleKind::Exists));
        assert_eq!(read(&path).unwrap(), b"first");
        assert_eq!(names(place.path()), ["panel.csv"], "nothing is left behind");
    }

    #[test]
    fn what_cannot_be_written_or_read_is_told_apart() {
        let place = TempDir::new().unwrap();
        let path = |name| place.path().join(name);
        fs::write(path("file"), b"x").unwrap();
        fs::create_dir(path("folder")).unwrap();
        assert_eq!(kind(read(&path("nothing"))), Some(TroubleKind::NotFound));
        assert_eq!(kind(read(&path("folder"))), Some(TroubleKind::IsFolder));
        #[cfg(unix)]
        assert_eq!(kind(read(Path::new("/dev/zero"))), Some(TroubleKind::NotFile));
        assert_eq!(kind(write_new(&path("nothing/a"), b"")), Some(TroubleKind::ParentMissing));
        assert_eq!(kind(write_new(&path("file/a"), b"")), Some(TroubleKind::NotFolder));
        assert_eq!(kind(write_new(&path("folder"), b"")), Some(TroubleKind::Exists));
        assert_eq!(kind(NewFolder::begin(&path("folder"))), Some(TroubleKind::Exists));
        assert_eq!(kind(NewFolder::begin(&path("file"))), Some(TroubleKind::Exists));
        assert_eq!(kind(NewFolder::begin(&path("nothing/a"))), Some(TroubleKind::ParentMissing));
        assert_eq!(kind(NewFolder::begin(Path::new("/"))), Some(TroubleKind::Exists));
        assert_eq!(names(place.path()), ["file", "folder"]);
    }

    #[test]
    fn a_file_is_replaced_whole_and_only_where_that_is_asked() {
        let place = TempDir::new().unwrap();
        let path = place.path().join("list.xlsx");
        write_over(&path, b"first").unwrap();
        write_over(&path, b"second").unwrap();
        assert_eq!(
            (read(&path).unwrap(), names(place.path())),
            (b"second".to_vec(), vec!["list.xlsx".into()])
        );
        assert_eq!(kind(write_over(place.path(), b"x")), Some(TroubleKind::IsFolder));
        let sealed = place.path().join("sealed");
        fs::create_dir(&sealed).unwrap();
        assert!(!in_record(&sealed.join("list.xlsx")) && !in_record(&path));
        fs::write(sealed.join("key.txt"), b"k").unwrap();
        assert!(in_record(&sealed.join("list.xlsx")) && !in_record(&path));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_nowhere_is_not_written_through() {
        let place = TempDir::new().unwrap();
        let link = place.path().join("panel.csv");
        std::os::unix::fs::symlink(place.path().join("elsewhere"), &link).unwrap();
        assert_eq!(kind(write_new(&link, b"x")), Some(TroubleKind::Exists));
        assert_eq!(kind(NewFolder::begin(&link)), Some(TroubleKind::Exists));
        assert_eq!(names(place.path()), ["panel.csv"]);
    }

    #[test]
    fn a_folder_appears_whole_or_not_at_all() {
        let place = TempDir::new().unwrap();
        let path = place.path().join("lottery");
        let folder = NewFolder::begin(&path).unwrap();
        folder.add("public/quotas.csv", b"q").unwrap();
        folder.add("chances.csv", b"c").unwrap();
        assert!(!path.exists(), "nothing is there before it is finished");
        folder.finish().unwrap();
        assert_eq!(names(place.path()), ["lottery"]);
        assert_eq!(names(&path), ["chances.csv", "public"]);
        assert_eq!(read(&path.join("public/quotas.csv")).unwrap(), b"q");
    }

    #[test]
    fn a_folder_given_up_leaves_nothing_behind() {
        let place = TempDir::new().unwrap();
        let folder = NewFolder::begin(&place.path().join("lottery")).unwrap();
        folder.add("a/b/c", b"x").unwrap();
        drop(folder);
        assert_eq!(names(place.path()), [""; 0]);
    }

    #[test]
    fn what_a_killed_run_left_behind_is_removed_and_nothing_else() {
        let place = TempDir::new().unwrap();
        let at = |name: &str| place.path().join(name);
        let running = NewFolder::begin(&at("lottery")).unwrap();
        running.add("a", b"x").unwrap();
        for left in
            [".lottery.Ab3dE9.part", ".lottery.csv.Ab3dE9.part", ".other.Ab3dE9.part", ".lottery.my own.part"]
        {
            fs::create_dir(at(left)).unwrap();
            fs::write(at(left).join("names"), b"x").unwrap();
        }
        fs::write(at(".panel.csv.Ab3dE9.part"), b"x").unwrap();
        let second = NewFolder::begin(&at("lottery")).unwrap();
        assert!(!at(".lottery.Ab3dE9.part").exists(), "left behind by a run that was killed");
        assert!(running.draft.path().exists(), "of a run that is still going");
        write_new(&at("panel.csv"), b"x").unwrap();
        drop((running, second));
        let mut kept =
            vec![".lottery.csv.Ab3dE9.part", ".lottery.my own.part", ".other.Ab3dE9.part", "panel.csv"];
        kept.sort_unstable();
        assert_eq!(names(place.path()), kept);
    }

    #[test]
    fn a_folder_made_meanwhile_is_not_replaced() {
        let place = TempDir::new().unwrap();
        let path = place.path().join("lottery");
        let folder = NewFolder::begin(&path).unwrap();
        folder.add("a", b"x").unwrap();
        fs::create_dir(&path).unwrap();
        assert_eq!(kind(folder.finish()), Some(TroubleKind::Exists));
        assert_eq!((names(place.path()), names(&path)), (vec!["lottery".to_owned()], vec![]));
    }

    #[test]
    fn files_stay_inside_their_folder_and_are_added_once() {
        let place = TempDir::new().unwrap();
        let folder = NewFolder::begin(&place.path().join("lottery")).unwrap();
        for name in ["", ".", "..", "../x", "/x", "a/../../x"] {
            assert!(matches!(kind(folder.add(name, b"")), Some(TroubleKind::Other(_))), "{name:?}");
        }
        folder.add("a", b"1").unwrap();
        assert_eq!(kind(folder.add("a", b"2")), Some(TroubleKind::Exists));
    }
}

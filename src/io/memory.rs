//! Files in memory, where there is no disk: in a browser. Imports `bundle`, `invite` and its siblings.
//!
//! Whoever runs an act puts its files here ([`enter`]) and takes everything out afterwards ([`leave`]). Names and refusals
//! are those of a disk; nothing can be cut short, so nothing is written twice. The clock and the randomness of an act are
//! given with its files: a clock that stands still, and random bytes of which none is used twice.

pub use super::part::Part;
use super::{Trouble, TroubleKind};
use crate::bundle::files;
use crate::invite::{Bytes, Hands, Heap, Shelf};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What an act meets outside itself.
#[derive(Debug, Default)]
pub struct World {
    /// Files by their path, with `/` between parts.
    pub files: BTreeMap<String, Part>,
    /// Files that the act wrote or moved here.
    pub written: BTreeSet<String>,
    /// Folders that were made, whether or not there is a file in them.
    pub folders: BTreeSet<String>,
    /// Seconds since the start of 1970.
    pub now: i64,
    /// Random bytes, used from the end.
    pub random: Vec<u8>,
    /// What was shown: data.
    pub shown: String,
    /// What was said beside it: faults, notes, refusals.
    pub said: String,
    /// The answer for programs.
    pub answer: Option<serde_json::Value>,
}

/// Hears words for a stage, how many of its steps are done, and how many there are if that is known.
pub type Listener = fn(&str, u64, Option<u64>);

thread_local! {
    static WORLD: RefCell<World> = RefCell::default();
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Begins an act in this world, in place of any other.
pub fn enter(world: World) {
    WORLD.set(world);
}

/// Ends the act: the world as it is now.
pub fn leave() -> World {
    WORLD.take()
}

/// Who hears of progress.
pub fn listen(listener: Listener) {
    LISTENER.set(Some(listener));
}

fn heard(text: &str, done: u64, of: Option<u64>) {
    LISTENER.with_borrow(|listener| listener.iter().for_each(|tell| tell(text, done, of)));
}

fn with<T>(work: impl FnOnce(&mut World) -> T) -> T {
    WORLD.with_borrow_mut(work)
}

fn held<T>(inside: &Mutex<T>) -> MutexGuard<'_, T> {
    inside.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A path as the key of a file: `.` is nothing, and the root is the folder that everything is in.
fn key(path: &Path) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => parts.push(name.to_string_lossy().into_owned()),
            Component::ParentDir => drop(parts.pop()),
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    parts.join("/")
}

impl World {
    fn folder(&self, key: &str) -> bool {
        key.is_empty() || self.folders.contains(key) || self.below(key).next().is_some()
    }

    /// Files below a folder, by their path in it.
    fn below<'a>(&'a self, key: &str) -> impl Iterator<Item = (&'a str, &'a Part)> {
        let start = if key.is_empty() { String::new() } else { format!("{key}/") };
        let from = start.clone();
        self.files.range(start..).map_while(move |(name, bytes)| Some((name.strip_prefix(&*from)?, bytes)))
    }

    fn write(&mut self, key: String, bytes: Vec<u8>) {
        self.written.insert(key.clone());
        self.files.insert(key, bytes.into());
    }

    fn place_for(&self, path: &Path) -> Result<String, Trouble> {
        let own = key(path);
        if self.files.contains_key(&own) || self.folder(&own) {
            return Err(Trouble::of(path, TroubleKind::Exists));
        }
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let parent_key = key(parent);
        if self.files.contains_key(&parent_key) {
            return Err(Trouble::of(parent, TroubleKind::NotFolder));
        }
        if !self.folder(&parent_key) {
            return Err(Trouble::of(parent, TroubleKind::ParentMissing));
        }
        Ok(own)
    }
}

/// Whether there is anything under this name.
pub fn exists(path: &Path) -> bool {
    is_file(path) || is_folder(path)
}

/// Whether there is a folder under this name.
pub fn is_folder(path: &Path) -> bool {
    with(|world| world.folder(&key(path)))
}

/// Whether there is a file under this name.
pub fn is_file(path: &Path) -> bool {
    with(|world| world.files.contains_key(&key(path)))
}

/// Links are of disks.
pub fn is_link(_: &Path) -> bool {
    false
}

/// The bytes of a file.
pub fn read(path: &Path) -> Result<Vec<u8>, Trouble> {
    with(|world| match world.files.get(&key(path)) {
        Some(bytes) => Ok(bytes.to_vec()),
        None if world.folder(&key(path)) => Err(Trouble::of(path, TroubleKind::IsFolder)),
        None => Err(Trouble::of(path, TroubleKind::NotFound)),
    })
}

/// Writes a new file. Never in a record: see [`in_record`].
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    outside(path)?;
    write_inside(path, bytes)
}

/// As [`outside`], but for a seat plan, which may lie among the plans of a lottery.
pub fn outside_tiers(path: &Path) -> Result<(), Trouble> {
    if inside(path, false) { Err(Trouble::of(path, TroubleKind::InRecord)) } else { Ok(()) }
}

/// Refuses a place in a record for whatever is no part of it.
pub fn outside(path: &Path) -> Result<(), Trouble> {
    if in_record(path) { Err(Trouble::of(path, TroubleKind::InRecord)) } else { Ok(()) }
}

/// The same for a file of a record.
pub(super) fn write_inside(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    with(|world| {
        let own = world.place_for(path)?;
        world.write(own, bytes.to_vec());
        Ok(())
    })
}

/// As [`write_new`]: whoever holds this memory may read all of it.
pub fn write_secret(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    write_new(path, bytes)
}

/// Writes a file in the place of one that may be there. Never in a record.
pub fn write_over(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    outside(path)?;
    replace(path, bytes, false)
}

/// The same for what follows from other files of a folder, or must be forgotten.
pub fn replace(path: &Path, bytes: &[u8], _: bool) -> Result<(), Trouble> {
    if is_folder(path) {
        return Err(Trouble::of(path, TroubleKind::IsFolder));
    }
    if !is_file(path) {
        return write_inside(path, bytes);
    }
    with(|world| world.write(key(path), bytes.to_vec()));
    Ok(())
}

/// Refuses when there is anything under this name, or no folder to make it in, or a record of which it is no part.
pub fn vacant(path: &Path) -> Result<(), Trouble> {
    with(|world| world.place_for(path))?;
    outside(path)
}

/// As [`vacant`], unless the file is there with these very bytes. Whether it is there.
pub fn vacant_or_same(path: &Path, bytes: &[u8]) -> Result<bool, Trouble> {
    let same = with(|world| world.files.get(&key(path)).is_some_and(|found| **found == *bytes));
    if same { Ok(true) } else { vacant(path).map(|()| false) }
}

/// The names of everything in a folder, in byte order; those of folders end in `/`.
pub fn names(path: &Path) -> Result<Vec<String>, Trouble> {
    with(|world| {
        let own = key(path);
        if !world.folder(&own) {
            let kind = match world.files.contains_key(&own) {
                true => TroubleKind::NotFolder,
                false => TroubleKind::NotFound,
            };
            return Err(Trouble::of(path, kind));
        }
        let files = world.below(&own).map(|(name, _)| name.to_owned());
        let start = if own.is_empty() { String::new() } else { format!("{own}/") };
        let folders = world.folders.iter().filter_map(|folder| folder.strip_prefix(&*start));
        let first = |name: String| match name.split_once('/') {
            Some((folder, _)) => format!("{folder}/"),
            None => name,
        };
        let all: BTreeSet<String> = files.chain(folders.map(|name| format!("{name}/"))).map(first).collect();
        Ok(all.into_iter().collect())
    })
}

/// Whether a file of this name would lie in the record of a lottery or of a programme, or among its seat plans.
pub fn in_record(path: &Path) -> bool {
    inside(path, true)
}

/// Whether it would lie in a tier of a record, or, where `plans` count too, among its seat plans.
fn inside(path: &Path, plans: bool) -> bool {
    let own = key(path);
    with(|world| {
        let has = |folder: &str, name: &str| {
            let file = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
            world.files.contains_key(&file)
        };
        let mut folders = own.match_indices('/').map(|(at, _)| &own[..at]);
        folders.any(|folder| {
            let public =
                |folder: &str| files::TIERS.iter().any(|names| names.iter().all(|name| has(folder, name)));
            let last = folder.rsplit('/').next().unwrap_or(folder);
            let outer = folder.strip_suffix(last).unwrap_or_default();
            let sealed = format!("{last}/") == files::SEALED && has(folder, "key.txt");
            let among = plans && last == "sessions" && public(&format!("{outer}public"));
            public(folder) || sealed || among
        })
    })
}

/// Makes a folder, unless it is there already.
pub fn ensure_folder(path: &Path) -> Result<(), Trouble> {
    if is_folder(path) {
        return Ok(());
    }
    with(|world| {
        let own = world.place_for(path)?;
        world.folders.insert(own);
        Ok(())
    })
}

/// The folders beside `path`, by name, whose file `name` in `inner` has these bytes and perhaps a line feed.
pub fn beside(path: &Path, inner: &str, name: &str, bytes: &[u8]) -> Vec<PathBuf> {
    let parent = path.parent().map(Path::to_owned).unwrap_or_default();
    let folders =
        names(if parent.as_os_str().is_empty() { Path::new(".") } else { &parent }).unwrap_or_default();
    let same = |folder: &PathBuf| {
        let found = read(&parent.join(folder).join(inner).join(name)).unwrap_or_default();
        found.strip_suffix(b"\n").unwrap_or(&found) == bytes
    };
    let folders = folders.iter().filter_map(|name| name.strip_suffix('/')).map(PathBuf::from);
    folders.into_iter().filter(same).map(|found| parent.join(found)).collect()
}

/// Moves a file to another name. Refuses when there is anything under the new name.
pub fn move_new(from: &Path, to: &Path) -> Result<(), Trouble> {
    with(|world| {
        let own = world.place_for(to)?;
        let found = key(from);
        if let Some(bytes) = world.files.remove(&found) {
            world.write(own, bytes.into_vec());
            return Ok(());
        }
        if !world.folder(&found) {
            return Err(Trouble::of(from, TroubleKind::NotFound));
        }
        let inside: Vec<String> = world.below(&found).map(|(name, _)| name.to_owned()).collect();
        for name in inside {
            if let Some(bytes) = world.files.remove(&format!("{found}/{name}")) {
                world.write(format!("{own}/{name}"), bytes.into_vec());
            }
        }
        world.folders.remove(&found);
        world.folders.insert(own);
        Ok(())
    })
}

/// All files of a folder, by their path in it, but for those of which `skip` is true of their path or of a folder's on
/// the way to them. A folder with nothing in it is listed with `/` at its end.
pub fn read_folder(path: &Path, skip: &dyn Fn(&str) -> bool) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
    with(|world| {
        let own = key(path);
        if !world.folder(&own) {
            let kind = match world.files.contains_key(&own) {
                true => TroubleKind::NotFolder,
                false => TroubleKind::NotFound,
            };
            return Err(Trouble::of(path, kind));
        }
        let skipped = |name: &str| name.match_indices('/').any(|(at, _)| skip(&name[..at])) || skip(name);
        let kept = world.below(&own).filter(|(name, _)| !skipped(name));
        Ok(kept.map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect())
    })
}

/// A folder in the making: nothing is under its name until [`NewFolder::finish`].
#[derive(Debug)]
pub struct NewFolder {
    path: PathBuf,
    files: RefCell<BTreeMap<String, Slot>>,
}

/// The bytes of a file in the making.
type Slot = Arc<Mutex<Vec<u8>>>;

/// A file in the making, in a folder in the making.
#[derive(Debug)]
pub struct NewFile(Slot);

impl NewFolder {
    /// Starts a folder that will be at `path`. Refuses when there is anything there already.
    pub fn begin(path: &Path) -> Result<Self, Trouble> {
        vacant(path)?;
        Ok(Self { path: path.to_owned(), files: RefCell::default() })
    }

    /// The same: nothing half done is ever seen.
    pub fn begin_in(path: &Path, _: &Path) -> Result<Self, Trouble> {
        with(|world| world.place_for(path))?;
        Ok(Self { path: path.to_owned(), files: RefCell::default() })
    }

    /// The same for a seat plan, which may lie among the plans of a lottery.
    pub fn begin_plan(path: &Path) -> Result<Self, Trouble> {
        outside_tiers(path)?;
        Self::begin_in(path, path)
    }

    fn slot(&self, name: &str, bytes: &[u8]) -> Result<Slot, Trouble> {
        let shown = self.path.join(name);
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        if !inside || name.is_empty() {
            return Err(Trouble::of(&shown, TroubleKind::Other("not a name inside the folder".into())));
        }
        let slot = Slot::new(Mutex::new(bytes.to_vec()));
        match self.files.borrow_mut().insert(name.to_owned(), slot.clone()) {
            None => Ok(slot),
            Some(_) => Err(Trouble::of(&shown, TroubleKind::Exists)),
        }
    }

    /// Writes a file into it.
    pub fn add(&self, name: &str, bytes: &[u8]) -> Result<(), Trouble> {
        self.slot(name, bytes).map(drop)
    }

    /// Starts a file in it, for one that comes part by part.
    pub fn open(&self, name: &str) -> Result<NewFile, Trouble> {
        self.slot(name, b"").map(NewFile)
    }

    /// The same: whoever holds this memory may read all of it.
    pub fn start_secret(&self, name: &str) -> Result<NewFile, Trouble> {
        self.open(name)
    }

    /// Writes these files into it.
    pub fn fill(&self, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Trouble> {
        files.iter().try_for_each(|(name, bytes)| self.add(name, bytes))
    }

    /// Leaves nothing.
    pub fn abandon(self) {}

    /// Gives the folder its name.
    pub fn finish(self) -> Result<(), Trouble> {
        with(|world| {
            let own = world.place_for(&self.path)?;
            for (name, slot) in self.files.into_inner() {
                world.write(format!("{own}/{name}"), std::mem::take(&mut *held(&slot)));
            }
            world.folders.insert(own);
            Ok(())
        })
    }
}

impl NewFile {
    /// Adds bytes at its end.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        held(&self.0).extend_from_slice(bytes);
        Ok(())
    }

    /// Nothing is left to do.
    pub fn finish(self) -> Result<(), Trouble> {
        Ok(())
    }

    /// Nothing is left to do.
    pub fn sync_all(&self) -> io::Result<()> {
        Ok(())
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        held(&self.0).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A register.
#[derive(Debug)]
pub struct Lying {
    name: String,
    bytes: Part,
}

impl Lying {
    /// Opens a file.
    ///
    /// # Errors
    /// [`Trouble`].
    pub fn open(path: &Path) -> Result<Self, Trouble> {
        let bytes = match with(|world| world.files.get(&key(path)).cloned()) {
            Some(bytes) => bytes,
            None => read(path)?.into(),
        };
        Ok(Self { name: path.to_string_lossy().into_owned(), bytes })
    }
}

impl Bytes for Lying {
    fn name(&self) -> &str {
        &self.name
    }

    fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<()> {
        let start = usize::try_from(at).unwrap_or(usize::MAX);
        let end = start.saturating_add(into.len());
        into.copy_from_slice(self.bytes.get(start..end).ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }
}

/// One hand: a page opened from a file has one thread. Whoever listens hears of each task, without words.
#[derive(Clone, Copy, Debug)]
pub struct Many;

impl Hands for Many {
    fn share(&self, tasks: usize, work: &(dyn Fn(usize) + Sync)) {
        for task in 0..tasks {
            work(task);
            heard("", task as u64 + 1, Some(tasks as u64));
        }
    }
}

/// A shelf.
#[derive(Debug)]
pub struct Disk(Heap);

impl Disk {
    /// A shelf; there is no other place than memory.
    ///
    /// # Errors
    /// None.
    pub fn beside(_: &Path) -> Result<Self, Trouble> {
        Ok(Self(Heap::default()))
    }
}

impl Shelf for Disk {
    fn put(&self, heap: &'static str, part: u8, bytes: &[u8]) -> io::Result<()> {
        self.0.put(heap, part, bytes)
    }

    fn take(&self, heap: &'static str, part: u8) -> io::Result<Vec<u8>> {
        self.0.take(heap, part)
    }
}

/// Data for people.
pub fn show(text: &str) -> io::Result<()> {
    with(|world| world.shown.push_str(text));
    Ok(())
}

/// Talk beside the data.
pub fn say(text: &str) {
    with(|world| world.said.push_str(text));
}

/// The answer for programs, beside what is shown to people; the first one, where a refusal follows. It is taken.
pub fn answer(object: &serde_json::Value) -> bool {
    with(|world| {
        world.answer.get_or_insert_with(|| object.clone());
    });
    true
}

/// Nobody types a line here.
pub fn typed_line() -> io::Result<String> {
    Err(io::ErrorKind::Unsupported.into())
}

/// The clock of the act, in seconds since the start of 1970.
pub fn now() -> i64 {
    with(|world| world.now)
}

/// Random bytes that were given for the act. Whether there were enough.
pub fn random(into: &mut [u8]) -> bool {
    with(|world| {
        let Some(left) = world.random.len().checked_sub(into.len()) else { return false };
        into.copy_from_slice(&world.random[left..]);
        world.random.truncate(left);
        true
    })
}

/// What `work` makes of each of these, one after the other.
pub fn side_by_side<T: Sync, R: Send>(these: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<Option<R>> {
    these.iter().map(|one| Some(work(one))).collect()
}

/// Where long work stands, to whoever listens.
#[derive(Debug, Default)]
pub struct Bar(Mutex<(String, u64, Option<u64>)>);

impl Bar {
    /// A bar; whether anybody sees it is not known here.
    pub fn new(length: u64, _: bool) -> Self {
        Self(Mutex::new((String::new(), 0, Some(length).filter(|length| *length > 0))))
    }

    fn tell(&self) {
        let (text, done, of) = &*held(&self.0);
        heard(text, *done, *of);
    }

    /// Words beside it.
    pub fn set_message(&self, text: String) {
        held(&self.0).0 = text;
        self.tell();
    }

    /// Steps done.
    pub fn set_position(&self, done: u64) {
        held(&self.0).1 = done;
        self.tell();
    }

    /// One more step is done.
    pub fn inc(&self, steps: u64) {
        held(&self.0).1 += steps;
        self.tell();
    }

    /// Steps to do.
    pub fn set_length(&self, of: u64) {
        held(&self.0).2 = Some(of);
    }

    /// The work is done.
    pub fn finish_and_clear(&self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind<T>(result: Result<T, Trouble>) -> Option<TroubleKind> {
        result.err().map(|trouble| trouble.kind)
    }

    fn at(name: &str) -> PathBuf {
        PathBuf::from(name)
    }

    #[test]
    fn a_file_is_new_or_refused() {
        enter(World::default());
        assert_eq!(kind(write_new(&at("list.csv"), b"a")), None);
        assert_eq!(kind(write_new(&at("./list.csv"), b"b")), Some(TroubleKind::Exists));
        assert_eq!(kind(write_new(&at("far/list.csv"), b"b")), Some(TroubleKind::ParentMissing));
        assert_eq!(kind(write_new(&at("list.csv/under"), b"b")), Some(TroubleKind::NotFolder));
        assert_eq!(kind(read(&at("none.csv"))), Some(TroubleKind::NotFound));
        assert_eq!(kind(vacant_or_same(&at("list.csv"), b"a")), None);
        assert_eq!(kind(vacant_or_same(&at("list.csv"), b"z")), Some(TroubleKind::Exists));
        write_over(&at("list.csv"), b"c").unwrap();
        assert_eq!(&leave().files["list.csv"][..], b"c");
    }

    #[test]
    fn a_folder_is_there_whole_or_not_at_all() {
        enter(World::default());
        let folder = NewFolder::begin(&at("lottery")).unwrap();
        folder.add("public/a.txt", b"1").unwrap();
        folder.start_secret("sealed/b.txt").unwrap().write_all(b"2").unwrap();
        assert_eq!(
            kind(folder.add("../out", b"")),
            Some(TroubleKind::Other("not a name inside the folder".into()))
        );
        assert!(!exists(&at("lottery")));
        folder.finish().unwrap();
        assert_eq!(kind(NewFolder::begin(&at("lottery"))), Some(TroubleKind::Exists));
        assert_eq!(names(&at("lottery")).unwrap(), ["public/", "sealed/"]);
        assert_eq!(kind(read(&at("lottery/public"))), Some(TroubleKind::IsFolder));
        let some = read_folder(&at("lottery"), &|name| name == "sealed").unwrap();
        assert_eq!(some.into_keys().collect::<Vec<_>>(), ["public/a.txt"]);
        move_new(&at("lottery/public/a.txt"), &at("lottery/public/c.txt")).unwrap();
        assert!(is_file(&at("lottery/public/c.txt")) && !exists(&at("lottery/public/a.txt")));
    }

    #[test]
    fn a_register_is_read_where_it_lies() {
        let whole = Arc::new(b"head register".to_vec());
        enter(World { files: [("r.csv".to_owned(), Part::of(&whole, 5..13))].into(), ..World::default() });
        let lying = Lying::open(&at("r.csv")).unwrap();
        let mut end = [0; 3];
        lying.read_at(5, &mut end).unwrap();
        assert!(end == *b"ter" && lying.read_at(6, &mut end).is_err());
        assert_eq!((lying.size(), Arc::strong_count(&whole)), (8, 3));
    }

    #[test]
    fn a_random_byte_is_used_once() {
        enter(World { random: (0..10).collect(), ..World::default() });
        let (mut first, mut second) = ([0; 6], [0; 6]);
        assert!(random(&mut first) && !random(&mut second));
        assert_eq!((first, second), ([4, 5, 6, 7, 8, 9], [0; 6]));
        assert!(random(&mut second[..4]));
    }
}

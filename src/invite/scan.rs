//! Going through a file that may be larger than the memory, line by line, by as many hands as there are. Imports nothing
//! of ours.
//!
//! No result depends on how many hands there are, or on which of them took what.

use memchr::memchr;
use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Bytes that can be read anywhere, such as a file on a disk.
pub trait Bytes: Sync {
    /// What the file is called, for messages.
    fn name(&self) -> &str;
    /// How many bytes.
    fn size(&self) -> u64;
    /// Fills `into` with the bytes from `at` on.
    ///
    /// # Errors
    /// As the system says; also where there are fewer.
    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<()>;
    /// The files that it was put together of, each with the row at which its own begin, ascending; nothing where it is one.
    fn parts(&self) -> &[(u64, String)] {
        &[]
    }
}

/// What the file is called that a row came from.
pub fn name_of(file: &dyn Bytes, row: u64) -> &str {
    match file.parts().partition_point(|part| part.0 <= row) {
        0 => file.name(),
        part => &file.parts()[part - 1].1,
    }
}

/// Whether two files hold the same bytes.
///
/// # Errors
/// As the system says.
pub fn is_same(one: &dyn Bytes, other: &dyn Bytes) -> io::Result<bool> {
    const PART: u64 = 1 << 20;
    let size = one.size();
    if size != other.size() || size == 0 {
        return Ok(false);
    }
    let (mut a, mut b) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < size {
        let part = PART.min(size - at) as usize;
        a.resize(part, 0);
        b.resize(part, 0);
        one.read_at(at, &mut a)?;
        other.read_at(at, &mut b)?;
        if a != b {
            return Ok(false);
        }
        at += part as u64;
    }
    Ok(true)
}

/// Bytes in memory.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// What it is called.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
}

impl Bytes for Text<'_> {
    fn name(&self) -> &str {
        self.name
    }

    fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<()> {
        let from = self.bytes.get(at as usize..).and_then(|rest| rest.get(..into.len()));
        into.copy_from_slice(from.ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }
}

/// Who does the work: each task once, in any order, perhaps several at a time. Tasks are begun in their order.
pub trait Hands: Sync {
    /// Does `work` for 0 to `tasks` - 1.
    fn share(&self, tasks: usize, work: &(dyn Fn(usize) + Sync));
}

/// One pair of hands: the tasks one after the other.
#[derive(Clone, Copy, Debug)]
#[cfg(test)]
pub struct Alone;

#[cfg(test)]
impl Hands for Alone {
    fn share(&self, tasks: usize, work: &(dyn Fn(usize) + Sync)) {
        (0..tasks).for_each(work);
    }
}

/// Parts of a heap that is too large to be sorted at once: what is put into a part comes out of it once.
pub trait Shelf: Sync {
    /// Adds bytes to a part, 0 to 255, of the heap of this name.
    ///
    /// # Errors
    /// As the system says.
    fn put(&self, heap: &'static str, part: u8, bytes: &[u8]) -> io::Result<()>;
    /// Everything that was put into a part; it is empty then.
    ///
    /// # Errors
    /// As the system says.
    fn take(&self, heap: &'static str, part: u8) -> io::Result<Vec<u8>>;
}

/// A shelf in memory.
#[derive(Debug, Default)]
pub struct Heap(Mutex<BTreeMap<(&'static str, u8), Vec<u8>>>);

impl Shelf for Heap {
    fn put(&self, heap: &'static str, part: u8, bytes: &[u8]) -> io::Result<()> {
        let mut parts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        parts.entry((heap, part)).or_default().extend_from_slice(bytes);
        Ok(())
    }

    fn take(&self, heap: &'static str, part: u8) -> io::Result<Vec<u8>> {
        let mut parts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(parts.remove(&(heap, part)).unwrap_or_default())
    }
}

/// The tasks of which one failed: the first error stops all that are not begun.
pub fn try_share(
    hands: &dyn Hands,
    tasks: usize,
    work: &(dyn Fn(usize) -> io::Result<()> + Sync),
) -> io::Result<()> {
    let first: Mutex<Option<io::Error>> = Mutex::new(None);
    hands.share(tasks, &|task| {
        if lock(&first).is_some() {
            return;
        }
        if let Err(error) = work(task) {
            lock(&first).get_or_insert(error);
        }
    });
    first.into_inner().unwrap_or_else(PoisonError::into_inner).map_or(Ok(()), Err)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Bytes that one task reads.
const STEP: usize = 4 << 20;
/// Bytes that a line may have. A longer one is cut, and so has the wrong number of cells.
pub const LONGEST: usize = 64 << 10;

/// Given what the task gathers, its number, the number of the line in it from 0, and the line.
type Each<'e, T> = dyn Fn(&mut T, usize, u64, &[u8]) + Sync + 'e;

/// Goes through the lines of `file` from byte `from` on, which starts a line. `begin` makes what a task gathers, `each` gets
/// every line without its end and its number in the task, from 0, and `end` what the task gathered and its number; the lines
/// of each task come back.
///
/// # Errors
/// As the system says, or `end` does.
pub fn lines<T>(
    file: &dyn Bytes,
    from: u64,
    hands: &dyn Hands,
    begin: &(dyn Fn() -> T + Sync),
    each: &Each<'_, T>,
    end: &(dyn Fn(T, usize) -> io::Result<()> + Sync),
) -> io::Result<Vec<u64>> {
    let size = file.size();
    let tasks = size.saturating_sub(from).div_ceil(STEP as u64) as usize;
    // Room that one task leaves to the next.
    let spare: Mutex<Vec<Vec<u8>>> = Mutex::default();
    let counts: Vec<AtomicUsize> = (0..tasks).map(|_| AtomicUsize::new(0)).collect();
    try_share(hands, tasks, &|task| {
        let start = from + (task * STEP) as u64;
        // From one byte before, so that a line that starts exactly here is seen to start here.
        let first = if task == 0 { start } else { start - 1 };
        let last = size.min(start + (STEP + LONGEST) as u64);
        let mut bytes = lock(&spare).pop().unwrap_or_default();
        bytes.resize((last - first) as usize, 0);
        file.read_at(first, &mut bytes)?;
        let mut at = match task {
            0 => 0,
            _ => match memchr(b'\n', &bytes) {
                Some(line_end) => line_end + 1,
                None => bytes.len(),
            },
        };
        // Lines that start before this are the task's.
        let stop = (size.min(start + STEP as u64) - first) as usize;
        let mut gathered = begin();
        let mut count = 0;
        while at < stop {
            let length = memchr(b'\n', &bytes[at..]);
            let line = &bytes[at..at + length.unwrap_or(bytes.len() - at)];
            at += line.len() + 1;
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            each(&mut gathered, task, count, line);
            count += 1;
        }
        counts[task].store(count as usize, Ordering::Relaxed);
        lock(&spare).push(bytes);
        end(gathered, task)
    })?;
    Ok(counts.into_iter().map(|count| count.into_inner() as u64).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text whose lines start and end on every side of the places where tasks meet.
    #[test]
    fn every_line_is_read_once_wherever_tasks_meet() {
        for shift in [0usize, 1, 2, 9, 10, 11] {
            let mut text = vec![b'h'; shift];
            text.push(b'\n');
            while text.len() < 2 * STEP + 100 {
                let n = text.len().to_string();
                text.extend_from_slice(n.as_bytes());
                text.extend(std::iter::repeat_n(b'.', 10 - n.len()));
                text.extend_from_slice(if text.len().is_multiple_of(7) { b"\r\n" } else { b"\n" });
            }
            text.extend_from_slice(b"the end");
            let from = shift as u64 + 1;
            let due: Vec<String> = String::from_utf8(text[from as usize..].to_vec())
                .unwrap()
                .lines()
                .map(str::to_owned)
                .collect();
            let found = Mutex::new(BTreeMap::new());
            let counts = lines(
                &Text { name: "t", bytes: &text },
                from,
                &Alone,
                &Vec::new,
                &|all: &mut Vec<String>, _, _, line| all.push(String::from_utf8(line.to_vec()).unwrap()),
                &|all, task| {
                    found.lock().unwrap().insert(task, all);
                    Ok(())
                },
            )
            .unwrap();
            let found: Vec<String> = found.into_inner().unwrap().into_values().flatten().collect();
            assert_eq!(counts.iter().sum::<u64>(), due.len() as u64);
            assert!(found == due, "{shift}");
        }
    }

    #[test]
    fn the_first_error_is_told() {
        let broken = |task: usize| match task {
            3 => Err(io::Error::other("no")),
            _ => Ok(()),
        };
        assert!(try_share(&Alone, 3, &broken).is_ok());
        assert!(try_share(&Alone, 5, &broken).is_err());
    }
}

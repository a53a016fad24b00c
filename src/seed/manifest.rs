//! The list of frozen files and the commitment to it. Imports `base`.

use crate::base::digest::Digest;
use std::fmt;

const HEAD: &str = "# geloot manifest, rules 1";
const COMMITMENT: &str = "geloot-commitment-1:";

/// One frozen file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Path relative to the folder the manifest stands in, with `/` between parts.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of the content.
    pub digest: Digest,
}

/// The frozen files, sorted by name (bytes). Its text is what `sha256sum --check` reads.
///
/// Whoever can change this file can make other files look frozen, unless the [`Commitment`] was
/// published before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    entries: Vec<Entry>,
}

impl Manifest {
    /// Freezes `files` (name, content). `None` if a name is empty, holds a control character or a
    /// backslash, starts or ends with a space, or occurs twice.
    pub fn of(files: &[(&str, &[u8])]) -> Option<Self> {
        let entry = |&(name, bytes): &(&str, &[u8])| Entry {
            name: name.to_owned(),
            size: bytes.len() as u64,
            digest: Digest::of(bytes),
        };
        let mut entries: Vec<Entry> = files.iter().map(entry).collect();
        entries.sort_by(|a, b| a.name.as_bytes().cmp(b.name.as_bytes()));
        sound(&entries).then_some(Self { entries })
    }

    /// Reads the text of a manifest; `None` unless it is exactly what [`Manifest`] displays.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let mut lines = text.lines();
        if lines.next() != Some(HEAD) {
            return None;
        }
        let mut entries = Vec::new();
        while let Some(line) = lines.next() {
            let size = line.strip_prefix("# size ")?.parse().ok()?;
            let (digest, name) = lines.next()?.split_once("  ")?;
            entries.push(Entry { name: name.to_owned(), size, digest: Digest::from_hex(digest)? });
        }
        let manifest = Self { entries };
        (sound(&manifest.entries) && manifest.to_string() == text).then_some(manifest)
    }

    /// The files, sorted by name.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of that name.
    pub fn entry(&self, name: &str) -> Option<&Entry> {
        let found = self.entries.binary_search_by(|e| e.name.as_bytes().cmp(name.as_bytes()));
        found.ok().map(|i| &self.entries[i])
    }

    /// The commitment to everything listed.
    pub fn commit(&self) -> Commitment {
        Commitment(Digest::tagged("geloot/1/commitment", &[self.to_string().as_bytes()]))
    }
}

impl fmt::Display for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEAD}")?;
        for entry in &self.entries {
            writeln!(f, "# size {}\n{}  {}", entry.size, entry.digest, entry.name)?;
        }
        Ok(())
    }
}

/// Sorted, no repeats, and names that cannot be mistaken for something else in the text.
fn sound(entries: &[Entry]) -> bool {
    let plain = |name: &str| {
        !name.is_empty()
            && name.trim() == name
            && !name.contains(|c: char| c.is_control() || c == '\\')
            && !name.starts_with(['#', '*'])
    };
    entries.iter().all(|e| plain(&e.name))
        && entries.windows(2).all(|w| w[0].name.as_bytes() < w[1].name.as_bytes())
}

/// The one line to publish before the seed is known. It binds every frozen byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commitment(Digest);

impl Commitment {
    /// The commitment with these 32 bytes.
    pub(crate) fn of(digest: Digest) -> Self {
        Self(digest)
    }

    /// The 32 bytes.
    pub fn digest(&self) -> Digest {
        self.0
    }

    /// Whether `line` as somebody wrote it down names this commitment: the whole line or only the 64
    /// digits, in either case, with any spaces around it.
    pub fn is_named_by(&self, line: &str) -> bool {
        Self::digits(line) == Some(self.0)
    }

    /// Whether a text is a line that could name some commitment: 64 hexadecimal digits, with or without
    /// the words before them.
    pub fn is_line(line: &str) -> bool {
        Self::digits(line).is_some()
    }

    fn digits(line: &str) -> Option<Digest> {
        let line = line.trim();
        Digest::from_hex(line.strip_prefix(COMMITMENT).unwrap_or(line).trim())
    }
}

impl fmt::Display for Commitment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{COMMITMENT}{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two() -> Manifest {
        Manifest::of(&[("pool.csv", b"abc"), ("about.json", b"")]).unwrap()
    }

    #[test]
    fn the_text_is_what_sha256sum_reads() {
        assert_eq!(
            two().to_string(),
            "# geloot manifest, rules 1\n\
             # size 0\n\
             e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  about.json\n\
             # size 3\n\
             ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  pool.csv\n"
        );
        assert_eq!(Manifest::parse(two().to_string().as_bytes()), Some(two()));
        assert!(
            two()
                .entries()
                .iter()
                .map(|entry| (&entry.name[..], entry.size))
                .eq([("about.json", 0), ("pool.csv", 3)])
        );
    }

    #[test]
    fn anything_but_the_exact_text_is_refused() {
        let good = two().to_string();
        for bad in [
            good.replace("# size 3", "# size 03"),
            good.replace("# size 3", "# size +3"),
            good.replace('\n', "\r\n"),
            good.replace("ba78", "BA78"),
            good.replace("pool", "about"),
            good.replace("about.json", "zebra.json"),
            good.replace("rules 1", "rules 2"),
            format!("{good}\n"),
            good.trim_end().to_owned(),
            format!("{good}# size 1\n"),
        ] {
            assert_eq!(Manifest::parse(bad.as_bytes()), None, "{bad}");
        }
        assert_eq!(Manifest::of(&[("a", b""), ("a", b"")]), None);
    }

    /// A name that sha256sum, or who reads the text, could take for something else.
    #[test]
    fn names_cannot_be_mistaken() {
        for bad in
            ["", "#a", "*a", " a", "a ", "\u{a0}a", "a\nb", "a\rb", "a\u{7f}b", "a\u{85}b", "a\\b", "\\"]
        {
            assert_eq!(Manifest::of(&[(bad, b"")]), None, "{bad:?}");
            let text = two().to_string().replace("about.json", bad);
            assert_eq!(Manifest::parse(text.as_bytes()), None, "{bad:?}");
        }
        for good in ["a#", "a*", "a b", "../sealed/manifest.txt", "\u{e9}"] {
            let manifest = Manifest::of(&[(good, b"x")]).unwrap();
            assert_eq!(Manifest::parse(manifest.to_string().as_bytes()), Some(manifest.clone()), "{good:?}");
            assert_eq!(manifest.entry(good).map(|entry| entry.size), Some(1));
            assert_eq!(manifest.entry("b"), None);
        }
    }

    #[test]
    fn a_commitment_is_recognised_however_it_was_written_down() {
        let commitment = two().commit();
        let line = commitment.to_string();
        assert!(commitment.is_named_by(&format!("  {line}\n")));
        assert!(commitment.is_named_by(&commitment.digest().to_string().to_uppercase()));
        assert!(!commitment.is_named_by(&line[..line.len() - 1]));
        assert!(Commitment::is_line(&line) && !Commitment::is_line(&line[..line.len() - 1]));
        let other = Manifest::of(&[("pool.csv", b"abd"), ("about.json", b"")]).unwrap().commit();
        assert!(!other.is_named_by(&line));
    }
}

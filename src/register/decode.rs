//! Bytes to text: UTF-8 with or without byte order mark, UTF-16, Windows-1252; or a sheet of a workbook. Imports
//! `base` and its siblings.

use super::format::{signature, workbook as workbook_of};
use super::workbook;
use crate::base::fault::{Faults, Format, Place, What};
use crate::base::text::{Texts, blank};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// The text of a file.
pub(super) struct Decoded {
    /// The name by which messages call it: with the sheet behind it, if it is a workbook.
    pub name: String,
    /// Without byte order mark.
    pub text: String,
}

/// The text of a file; `None` when it has none, with the reason in `faults`. Bytes that stand for no character
/// become U+FFFD and are reported. Bytes of UTF-8 that are given away become the text.
pub(super) fn text(name: &str, bytes: Cow<'_, [u8]>, faults: &mut Faults) -> Option<Decoded> {
    if let Some(format) = workbook_of(&bytes).filter(|_| bytes.len() <= Texts::MOST_BYTES) {
        let (name, text) = workbook::text(name, &bytes, format, faults)?;
        return Some(Decoded { name, text });
    }
    let (from, length) = match plain(name, &bytes, faults)? {
        Cow::Owned(text) => return Some(Decoded { name: name.to_owned(), text }),
        Cow::Borrowed(text) => (Encoding::for_bom(&bytes).map_or(0, |(_, length)| length), text.len()),
    };
    let mut bytes = bytes.into_owned();
    bytes.truncate(from + length);
    bytes.drain(..from);
    Some(Decoded { name: name.to_owned(), text: String::from_utf8(bytes).ok()? })
}

fn plain<'a>(name: &str, bytes: &'a [u8], faults: &mut Faults) -> Option<Cow<'a, str>> {
    let mut stop = |what| {
        faults.push(what, Place::file(name));
        None
    };
    if bytes.len() > Texts::MOST_BYTES {
        return stop(What::TooLarge);
    }
    if let Some(format) = signature(bytes) {
        return stop(What::NotText { format });
    }
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guess(bytes), 0));
    let bytes = &bytes[mark..];
    // Old programs end a text file with this sign.
    let bytes = bytes.strip_suffix(b"\x1a").unwrap_or(bytes);
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    if blank(&text) {
        return stop(What::EmptyFile);
    }
    if is_noise(&text) {
        return stop(What::NotText { format: Format::Other });
    }
    if let Some(format) = marked_up(&text) {
        return stop(What::NotText { format });
    }
    if encoding == WINDOWS_1252 {
        faults.push(What::ReadAsWindows, Place::file(name));
    } else if damaged {
        faults.push(What::DamagedCharacters, Place::file(name));
    }
    Some(text)
}

/// What a text is that calls itself a workbook: programs on the web write a page, or XML, and name it .xls.
fn marked_up(text: &str) -> Option<Format> {
    let start: String = text.trim_start().chars().take(2000).collect::<String>().to_ascii_lowercase();
    let begins = |marks: &[&str]| marks.iter().any(|mark| start.starts_with(mark));
    if begins(&["<?xml", "<workbook"]) && start.contains("<workbook") {
        Some(Format::XmlWorkbook)
    } else if begins(&["<!doctype html", "<html", "<table", "<head", "<meta", "<style", "<body", "<?xml"]) {
        Some(Format::Html)
    } else {
        None
    }
}

/// The encoding of bytes without a byte order mark.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // Western text in UTF-16 has a zero in nearly every other byte, always on the same side.
    if odd * 4 > sample.len() && even * 20 < odd {
        return UTF_16LE;
    }
    if even * 4 > sample.len() && odd * 20 < even {
        return UTF_16BE;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    // One broken letter in a UTF-8 file must not turn all the others into two wrong ones each.
    let (good, bad) = utf8_letters(bytes);
    if bad > good { WINDOWS_1252 } else { UTF_8 }
}

/// Letters beyond ASCII that are valid UTF-8, and places that are not.
fn utf8_letters(bytes: &[u8]) -> (usize, usize) {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|&b| b >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    (good, bad)
}

/// Whether the text holds what no table in text form holds: a zero byte, or more than one control
/// character in a hundred.
fn is_noise(text: &str) -> bool {
    let controls = text
        .bytes()
        .filter(|&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a))
        .count();
    controls * 100 > text.len() || text.bytes().any(|b| b == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Kind;

    fn read(bytes: &[u8]) -> (Option<String>, Faults) {
        let mut faults = Faults::new();
        let text = text("f.csv", Cow::Borrowed(bytes), &mut faults).map(|decoded| decoded.text);
        (text, faults)
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "naam;plaats\r\nZoë;Helden\r\n";
        let windows = WINDOWS_1252.encode(text).0.into_owned();
        let with_mark = format!("\u{feff}{text}");
        let files: [(Vec<u8>, usize); 7] = [
            (text.as_bytes().to_vec(), 0),
            (with_mark.as_bytes().to_vec(), 0),
            (utf16(&with_mark, u16::to_le_bytes), 0),
            (utf16(&with_mark, u16::to_be_bytes), 0),
            (utf16(text, u16::to_le_bytes), 0),
            (utf16(text, u16::to_be_bytes), 0),
            (windows, 1),
        ];
        for (bytes, guesses) in files {
            let (read, faults) = read(&bytes);
            assert_eq!(read.as_deref(), Some(text));
            assert_eq!(faults.count(Kind::ReadAsWindows), guesses);
            assert_eq!(faults.iter().count(), guesses);
        }
    }

    #[test]
    fn one_broken_letter_does_not_spoil_the_others() {
        let (text, faults) = read(b"Zo\xc3\xab,Ren\xc3\xa9,Andr\xe9\n");
        assert_eq!(text.as_deref(), Some("Zoë,René,Andr\u{fffd}\n"));
        assert_eq!(faults.count(Kind::DamagedCharacters), 1);
    }

    #[test]
    fn what_is_not_text_is_refused_by_name() {
        let format = |bytes: &[u8]| match read(bytes).1.iter().next().map(|f| f.what.clone()) {
            Some(What::NotText { format }) => Some(format),
            _ => None,
        };
        assert_eq!(format(b" <html><table><tr><td>id</td></tr></table>"), Some(Format::Html));
        assert_eq!(format(b"<?xml version='1.0'?><Workbook xmlns='x'>"), Some(Format::XmlWorkbook));
        for broken in [
            &b"PK\x03\x04......[Content_Types].xml"[..],
            b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
        ] {
            assert_eq!(read(broken).1.count(Kind::WorkbookDamaged), 1);
        }
        assert_eq!(format(b"PK\x03\x04readme"), Some(Format::Zip));
        assert_eq!(format(b"%PDF-1.7"), Some(Format::Pdf));
        assert_eq!(format(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0"), Some(Format::Other));
        assert_eq!(format(b"a,b\n1,2\n"), None);
    }

    #[test]
    fn a_file_of_spaces_is_empty() {
        for bytes in [&b""[..], b"\xef\xbb\xbf", b" \r\n\t\n", b"\xff\xfe"] {
            let (text, faults) = read(bytes);
            assert_eq!((text, faults.count(Kind::EmptyFile)), (None, 1));
        }
    }
}

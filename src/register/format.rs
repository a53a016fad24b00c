//! What kind of file the first bytes tell of. Imports `base`.

use crate::base::fault::Format;

/// The kind of workbook that a file is, if it is one.
pub(super) fn workbook(bytes: &[u8]) -> Option<Format> {
    signature(bytes).filter(|f| matches!(f, Format::Excel | Format::OldExcel | Format::OpenDocument))
}

/// Whether a file that starts so is a workbook of a kind that can be read.
pub fn is_workbook(bytes: &[u8]) -> bool {
    workbook(bytes).is_some()
}

/// What the first bytes say, when they belong to a format that is not text.
pub(super) fn signature(bytes: &[u8]) -> Option<Format> {
    let holds = |mark: &[u8]| bytes[..bytes.len().min(8192)].windows(mark.len()).any(|w| w == mark);
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        Some(if holds(b"opendocument.spreadsheet") {
            Format::OpenDocument
        } else if holds(b"[Content_Types].xml") || holds(b"xl/") {
            Format::Excel
        } else {
            Format::Zip
        })
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        Some(Format::OldExcel)
    } else if bytes.starts_with(b"%PDF-") {
        Some(Format::Pdf)
    } else {
        None
    }
}

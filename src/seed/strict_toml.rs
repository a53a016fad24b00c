//! TOML 1.0 as charters are read, so that every program reads the same in them. Imports nothing of ours.
//!
//! The crate `toml` reads TOML 1.1 too, other programs do not, and both are free in some things. What one
//! would read and another refuse is refused: escapes `\e` and `\x`, line breaks and a last comma in inline
//! tables, times without seconds (all of TOML 1.1), whole numbers beyond 64 bits, leap seconds, the year 0, and
//! values nested deeper than [`DEEPEST`].

use crate::base::errors;
use toml::{Table, Value};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// Tables and arrays within one another, the file itself not counted.
pub const DEEPEST: usize = 16;

/// A file that is not TOML 1.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotToml {
    /// The line (from 1) where reading stopped.
    pub line: usize,
    /// The curly quotation mark in that line, if there is one: what word processors write.
    pub curly: Option<char>,
}

errors!(NotToml);

/// Reads a file.
///
/// # Errors
/// [`NotToml`].
pub fn read(bytes: &[u8]) -> Result<Table, NotToml> {
    let wrong = |at: usize| NotToml { line: line_of(bytes, at), curly: curly(bytes, at) };
    let text = std::str::from_utf8(bytes).map_err(|error| wrong(error.valid_up_to()))?;
    if let Some(at) = newer(text) {
        return Err(wrong(at));
    }
    let table: Table =
        text.parse().map_err(|error: toml::de::Error| wrong(error.span().map_or(0, |span| span.start)))?;
    if table.values().all(|value| common(value, DEEPEST)) { Ok(table) } else { Err(wrong(0)) }
}

fn line_of(bytes: &[u8], at: usize) -> usize {
    bytes[..at.min(bytes.len())].iter().filter(|&&b| b == b'\n').count() + 1
}

fn curly(bytes: &[u8], at: usize) -> Option<char> {
    let line = bytes.split(|&b| b == b'\n').nth(line_of(bytes, at) - 1)?;
    let line = String::from_utf8_lossy(line);
    line.chars().find(|c| matches!(c, '\u{2018}'..='\u{201f}' | '«' | '»'))
}

/// Whether every program reads this value: it nests no deeper than `left` levels, and its times are not in
/// the year 0, nor leap seconds, which some refuse.
fn common(value: &Value, left: usize) -> bool {
    match value {
        Value::Array(list) => left > 0 && list.iter().all(|value| common(value, left - 1)),
        Value::Table(table) => left > 0 && table.values().all(|value| common(value, left - 1)),
        Value::Datetime(time) => {
            time.date.is_none_or(|date| date.year > 0)
                && time.time.is_none_or(|time| time.second.is_some_and(|second| second < 60))
        }
        _ => true,
    }
}

/// Where a text first uses what TOML 1.0 does not have.
fn newer(text: &str) -> Option<usize> {
    let source = Source::new(text);
    // The brackets that are open: of inline tables, arrays and headings.
    let mut open: Vec<TokenKind> = Vec::new();
    let mut comma = None;
    for token in source.lex() {
        let (kind, at) = (token.kind(), token.span().start());
        let raw = text.get(at..token.span().end()).unwrap_or_default();
        match kind {
            TokenKind::BasicString | TokenKind::MlBasicString => {
                if let Some(escape) = newer_escape(raw) {
                    return Some(at + escape);
                }
            }
            // No name without quotation marks has a colon.
            TokenKind::Atom if to_the_minute(raw) => return Some(at),
            TokenKind::LeftCurlyBracket | TokenKind::LeftSquareBracket => open.push(kind),
            TokenKind::RightCurlyBracket | TokenKind::RightSquareBracket => {
                if kind == TokenKind::RightCurlyBracket
                    && let Some(comma) = comma
                {
                    return Some(comma);
                }
                open.pop();
            }
            TokenKind::Newline if open.last() == Some(&TokenKind::LeftCurlyBracket) => return Some(at),
            _ => {}
        }
        match kind {
            TokenKind::Comma => comma = Some(at),
            TokenKind::Whitespace | TokenKind::Newline | TokenKind::Comment => {}
            _ => comma = None,
        }
    }
    None
}

/// Where in a basic string, quotation marks and all, an escape of TOML 1.1 stands.
fn newer_escape(raw: &str) -> Option<usize> {
    let bytes = raw.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], bytes.get(at + 1)) {
            (b'\\', Some(b'e' | b'x')) => return Some(at),
            (b'\\', _) => at += 2,
            _ => at += 1,
        }
    }
    None
}

/// Whether a bare value is a time of hours and minutes without seconds: `10:00` with no second colon before
/// its offset.
fn to_the_minute(raw: &str) -> bool {
    let time = raw.rsplit(['T', 't', ' ']).next().unwrap_or(raw);
    let clock = time.split(['Z', 'z', '+', '-']).next().unwrap_or(time);
    let parts: Vec<&str> = clock.split(':').collect();
    parts.len() == 2 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn toml_1_0_is_read() {
        for good in [
            "",
            "\u{feff}a = 1",
            "a = { b = [\n1,\n2, # x\n], c = { } }",
            "a = \"\\u0041 \\\\e \\\\x\"\nb = '\\e \\x'\nc = '''\\e'''",
            "# { \\e\na.b = 10:00:00\n'10:00' = 2027-03-01T10:00:00.5+01:00",
            "a = [[1], [2,],]\n[b]\n[[c]]",
            "a = 9223372036854775807\nb = -9223372036854775808\nc = 0xff",
        ] {
            assert!(read(good.as_bytes()).is_ok(), "{good}");
        }
        let deep = |n: usize| format!("a = {}{}", "[".repeat(n), "]".repeat(n));
        assert!(read(deep(DEEPEST).as_bytes()).is_ok());
        assert!(read(deep(DEEPEST + 1).as_bytes()).is_err());
        assert!(read(deep(20_000).as_bytes()).is_err());
        let tables = |n: usize| format!("a{} = 1", ".a".repeat(n));
        assert!(read(tables(DEEPEST).as_bytes()).is_ok());
        assert!(read(tables(DEEPEST + 1).as_bytes()).is_err());
    }

    #[test]
    fn what_only_some_programs_read_is_refused() {
        for (bad, line) in [
            ("a = 1\nb = \"\\e\"", 2),
            ("a = \"\"\"\n\\x41\"\"\"", 2),
            ("a = \"\"\"\n\\x41\"\"\"\nb = 1\nc = 2\n", 2),
            ("a = \"ab\\n\\e\"", 1),
            ("[b]\na = 1\n[[c]]\n10:00 = 1", 4),
            ("[b]\na = 1\n[[c]]\nb = { c = 1\n}", 4),
            ("a = {\nb = 1 }", 1),
            ("a = { b = 1,\nc = 2 }", 1),
            ("a = { b = 1, }", 1),
            ("a = { b = [{ c = 1\n}] }", 1),
            ("\n\na = 2027-03-01T10:00Z", 3),
            ("a = 10:00", 1),
            ("a = [2027-03-01 10:00+01:00]", 1),
            ("a = 9223372036854775808", 1),
            ("a = 2026-12-31T23:59:60Z", 1),
            ("a = [{ b = 0000-01-01 }]", 1),
            ("a = [\n", 1),
        ] {
            assert_eq!(read(bad.as_bytes()), Err(NotToml { line, curly: None }), "{bad}");
        }
        assert_eq!(read(b"a = 1\nb = \"\xff\""), Err(NotToml { line: 2, curly: None }));
        let quoted = "a = 1\nb = “x”".as_bytes();
        assert_eq!(read(quoted), Err(NotToml { line: 2, curly: Some('“') }));
    }
}

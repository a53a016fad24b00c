//! The cells of a line of a register, and the line in which its headings stand. Imports `base` and its siblings.

use super::person::trimmed;
use crate::base::text::fold_heading;

/// What stands between cells: of semicolon, tab and comma the one that a line of headings has most of.
pub(super) fn delimiter(line: &[u8]) -> u8 {
    let count = |delimiter: u8| line.iter().filter(|&&b| b == delimiter).count();
    [b';', b'\t', b','].into_iter().max_by_key(|&d| (count(d), d == b';')).unwrap_or(b',')
}

/// The row in which the headings stand, where it is not the first: a later one has most of those that are wanted, and the first
/// has none.
pub(super) fn headings_below(start: &[u8], wanted: &[Vec<String>]) -> Option<usize> {
    /// Rows of a title at most.
    const TITLE: usize = 30;
    let (mut room, mut cells) = (Vec::new(), Vec::new());
    let mut found = |line: &[u8]| {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        split(line, delimiter(line), &mut room, &mut cells, None)?;
        let heading = |cell: &(bool, usize, usize)| {
            fold_heading(&String::from_utf8_lossy(trimmed(of(line, &room, *cell))))
        };
        let headings: Vec<String> = cells.iter().map(heading).collect();
        Some(wanted.iter().filter(|names| names.iter().any(|name| headings.contains(name))).count())
    };
    let mut lines = start.split(|&b| b == b'\n');
    if lines.next().and_then(&mut found) != Some(0) {
        return None;
    }
    let most = |line: &[u8]| found(line).is_some_and(|found| found * 2 > wanted.len());
    lines.take(TITLE).position(most).map(|at| at + 2)
}

/// A cell of a line, or of the room beside it.
pub(super) fn of<'a>(line: &'a [u8], room: &'a [u8], (aside, from, to): (bool, usize, usize)) -> &'a [u8] {
    if aside { &room[from..to] } else { &line[from..to] }
}

/// Splits a line into cells: the wanted ones (all without a choice) come into `cells`, in order. How many there are in
/// all; `None` if a quotation mark is not closed, or something follows the closing one.
pub(super) fn split(
    line: &[u8],
    delimiter: u8,
    room: &mut Vec<u8>,
    cells: &mut Vec<(bool, usize, usize)>,
    wanted: Option<&[usize]>,
) -> Option<usize> {
    room.clear();
    cells.clear();
    let mut want = wanted.map(|wanted| wanted.iter().copied().peekable());
    let (mut at, mut column) = (0, 0);
    loop {
        let taken = want.as_mut().is_none_or(|want| want.next_if_eq(&column).is_some());
        let cell;
        if line.get(at) == Some(&b'"') {
            let from = room.len();
            at += 1;
            loop {
                let length = line[at..].iter().position(|&b| b == b'"')?;
                room.extend_from_slice(&line[at..at + length]);
                at += length + 1;
                if line.get(at) != Some(&b'"') {
                    break;
                }
                room.push(b'"');
                at += 1;
            }
            cell = (true, from, room.len());
            if line.get(at).is_some_and(|&b| b != delimiter) {
                return None;
            }
        } else {
            let length = line[at..].iter().position(|&b| b == delimiter).unwrap_or(line.len() - at);
            cell = (false, at, at + length);
            at += length;
        }
        if taken {
            cells.push(cell);
        }
        column += 1;
        if at >= line.len() {
            // Wanted cells of a short row: the row is refused, and nobody looks at them.
            return Some(column);
        }
        at += 1;
    }
}

//! Names and codes of municipalities, provinces and other regions in tables of Statistics Netherlands. Imports `base`.

use crate::base::text::fold;

const KINDS: &[(&str, u8)] = &[
    ("LD", 1),
    ("PV", 2),
    ("CR", 3),
    ("CP", 3),
    ("GM", MUNICIPALITY),
    ("gemeente", MUNICIPALITY),
    ("WK", 5),
    ("BU", 6),
];

/// The kind of region of a code such as GM1894.
pub(super) fn level_of_code(label: &str) -> Option<u8> {
    let (kind, number) = (label.get(..2)?, label.get(2..)?);
    let digits = number.len() >= 2 && number.bytes().all(|b| b.is_ascii_digit());
    if kind == "NL" && digits {
        return Some(0);
    }
    KINDS.iter().find(|(code, _)| *code == kind && digits).map(|&(_, level)| level)
}

/// Whether a heading says that labels below it are regions.
pub(super) fn is_of_regions(heading: &str) -> bool {
    const WORDS: &[&str] = &[
        "regio",
        "gemeente",
        "municipalit",
        "provincie",
        "province",
        "landsdeel",
        "wijk",
        "buurt",
        "district",
        "gebied",
        "area",
        "kern",
        "dorp",
        "plaats",
        "woonplaats",
    ];
    let key = fold(heading);
    WORDS.iter().any(|word| key.starts_with(word))
}

/// Kinds of regions, from wide to narrow.
pub(super) const MUNICIPALITY: u8 = 4;

/// A region's name without the mark of its kind ("Zeeland (PV)" is Zeeland), and its kind if the name
/// or code says it.
pub(super) fn region(label: &str) -> (String, Option<u8>) {
    if fold(label) == "nederland" || fold(label) == "the netherlands" {
        return (label.to_owned(), Some(0));
    }
    let marked = label.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let kind = |mark: &str| KINDS.iter().find(|(kind, _)| kind.eq_ignore_ascii_case(mark.trim()));
    match marked.and_then(|(name, mark)| Some((name.trim_end(), kind(mark)?.1))) {
        Some((name, level)) => (name.to_owned(), Some(level)),
        None => (label.to_owned(), level_of_code(label)),
    }
}

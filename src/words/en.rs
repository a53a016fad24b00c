//! Parts of sentences in English, for what does not take its sentences from the catalogues yet.

use super::catalogue::Lang;
use super::parts;

/// "1 person", "4 people".
pub fn people(count: u64) -> String {
    parts::people(Lang::En, count)
}

/// "1 seat", "30 seats".
pub fn seats(count: u64) -> String {
    parts::seats(Lang::En, count)
}

/// "a, b and c".
pub fn list(parts: &[String]) -> String {
    parts::list(Lang::En, parts)
}

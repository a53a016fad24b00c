//! Digests of what went into a prepared list and what came out: the form that a record keeps. Imports `base`.

use crate::base::digest::Digest;
use serde::{Deserialize, Serialize};

/// What `prepared.json` says: digests (SHA-256, 64 hexadecimal digits) and counts, and nobody's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// Of the file with decisions about people who are there twice, if there is one.
    pub decisions: Option<String>,
    /// Rows that were left out.
    pub left_out: u64,
    /// People in the list.
    pub people: u64,
    /// Of the list.
    pub pool: String,
    /// The program and its version.
    pub program: String,
    /// Of the recipe.
    pub recipe: String,
    /// Version of the rules of preparing.
    pub rules: u32,
    /// Of each source, in the order of the recipe.
    pub sources: Vec<Made>,
    /// Of each table in which cells were looked up, in the byte order of their names.
    pub tables: Vec<String>,
}

/// One source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Made {
    /// Its digest.
    pub digest: String,
    /// Rows read of it.
    pub rows: u64,
}

/// The rules of preparing that this program has.
pub const RULES: u32 = 1;

impl Facts {
    /// The bytes of `prepared.json`: keys in byte order, two spaces a level, a line feed at the end.
    pub fn bytes(&self) -> Vec<u8> {
        // A value sorts its keys.
        let value = serde_json::to_value(self).unwrap_or_default();
        format!("{value:#}\n").into_bytes()
    }

    /// Whether every digest is one and the counts fit.
    pub fn is_sound(&self) -> bool {
        let digest = |text: &String| Digest::from_hex(text).is_some_and(|digest| digest.to_string() == *text);
        let single = [&self.pool, &self.recipe].into_iter().chain(&self.decisions).chain(&self.tables);
        let read: Option<u64> =
            self.sources.iter().try_fold(0u64, |sum, source| sum.checked_add(source.rows));
        single.into_iter().all(digest)
            && self.sources.iter().all(|source| digest(&source.digest))
            && self.rules == RULES
            && self.people.checked_add(self.left_out) == read
            && self.people > 0
    }
}

/// Reads `prepared.json`; `None` where it is not in the one form, or cannot be.
pub fn read_facts(bytes: &[u8]) -> Option<Facts> {
    let facts: Facts = serde_json::from_slice(bytes).ok()?;
    (facts.bytes() == bytes && facts.is_sound()).then_some(facts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_have_one_form() {
        let digest = Digest::of(b"x").to_string();
        let facts = Facts {
            decisions: None,
            left_out: 1,
            people: 2,
            pool: digest.clone(),
            program: "geloot 0.1.0".into(),
            recipe: digest.clone(),
            rules: RULES,
            sources: vec![Made { digest: digest.clone(), rows: 3 }],
            tables: vec![digest.clone()],
        };
        assert_eq!(read_facts(&facts.bytes()), Some(facts.clone()));
        assert_eq!(read_facts(serde_json::to_string(&facts).unwrap().as_bytes()), None);
        for wrong in [
            Facts { people: 3, ..facts.clone() },
            Facts { pool: digest.to_uppercase(), ..facts.clone() },
            Facts { rules: 2, ..facts.clone() },
            Facts { tables: vec![String::new()], ..facts.clone() },
        ] {
            assert_eq!(read_facts(&wrong.bytes()), None);
        }
    }
}

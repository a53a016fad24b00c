//! Sentences for people, made from data. The lower modules return data only; the sentences are in the catalogues
//! (`i18n`), in every language. May import everything but `io` and `cli`.

pub mod became;
pub mod catalogue;
pub mod claims;
pub mod clash;
pub mod faults;
pub mod parts;
mod proved;
pub mod refusals;
mod seat_rules;
pub mod sessions;

pub use crate::base::text::{quoted, shown};

/// A message for a person: one line that says what is wrong and where and ends with its code, and
/// lines that say what it means and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What is wrong and where, with the grade in words in front and the code at the end.
    pub headline: String,
    /// What it means for the draw, and what can be done.
    pub details: Vec<String>,
}

impl Message {
    /// The message as a block of lines, the details indented, each line ended.
    pub fn block(&self) -> String {
        let mut block = format!("{}\n", self.headline);
        for line in &self.details {
            block.push_str("  ");
            block.push_str(line);
            block.push('\n');
        }
        block
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_made_safe() {
        assert_eq!(quoted("a\u{1b}[2J\u{202e}b"), "\"a\u{fffd}[2J\u{fffd}b\"");
        assert_eq!(quoted(&"x".repeat(70)).len(), 65);
    }
}

//! Sentences for people, made from data. The lower modules return data only; the sentences are in the catalogues
//! (`i18n`), in every language. May import everything but `io` and `cli`.

pub mod account;
pub mod became;
pub mod catalogue;
pub mod claims;
pub mod codes;
pub mod conflict;
pub mod deliberation;
pub mod faults;
pub mod invite;
pub mod parts;
pub mod people;
pub mod pictures;
pub mod prepared;
pub mod programme;
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

/// A long text as lines of at most so many signs; the first begins with `first`, the others with `rest`. Commands, digests
/// and names of files stay whole.
pub fn folded(text: &str, width: usize, first: &str, rest: &str) -> String {
    let lines =
        textwrap::Options::new(width).break_words(false).initial_indent(first).subsequent_indent(rest);
    textwrap::fill(text, lines.word_splitter(textwrap::WordSplitter::NoHyphenation))
}

/// The name of a file or folder as it is typed in a command: between quotation marks where a shell would take it apart.
pub fn typed(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "./_-\\:~".contains(c);
    match !name.is_empty() && name.chars().all(plain) {
        true => name.to_owned(),
        false => format!("\"{}\"", shown(name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_space_is_typed_between_quotation_marks() {
        let typed = ["out", "C:\\Users\\Zoë\\panel-2027", "assembly 2", ""].map(typed);
        assert_eq!(typed, ["out", "C:\\Users\\Zoë\\panel-2027", "\"assembly 2\"", "\"\""]);
    }

    #[test]
    fn text_is_made_safe() {
        assert_eq!(quoted("a\u{1b}[2J\u{202e}b"), "\"a\u{fffd}[2J\u{fffd}b\"");
        assert_eq!(quoted(&"x".repeat(70)).len(), 65);
    }
}

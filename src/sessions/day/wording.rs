//! The words of the lists that are handed out, in the language of a plan. Imports nothing of ours.
//!
//! Their bytes are part of what a plan's folder claims, and a check makes them again without any catalogue. So they stand
//! in files of their own, beside the page (`page/en.txt`, `page/nl.txt`), and not among the sentences of `words`, which may
//! improve: whoever changes a word there makes other lists.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The language of a plan's lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tongue {
    /// English.
    #[default]
    En,
    /// Dutch.
    Nl,
}

const TEXTS: [&str; 2] = [include_str!("page/en.txt"), include_str!("page/nl.txt")];

impl Tongue {
    /// Whether it is the one that needs no mention.
    pub fn is_usual(&self) -> bool {
        *self == Self::En
    }

    /// Its tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
        }
    }

    /// All its words by their keys.
    pub fn words(self) -> BTreeMap<&'static str, &'static str> {
        TEXTS[self as usize].lines().filter_map(|line| line.split_once(" = ")).collect()
    }

    /// The words of a key with these texts put in; empty for a key that is not there, which the tests find.
    pub fn say(self, key: &str, parts: &[(&str, &str)]) -> String {
        let mut text = (*self.words().get(key).unwrap_or(&"")).to_owned();
        for (name, part) in parts {
            text = text.replace(&format!("{{{name}}}"), part);
        }
        text
    }
}

/// What the lists call people: by their names where those are given, which never becomes public, or by their codes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Labels<'a> {
    /// The language.
    pub tongue: Tongue,
    /// Names by code, for whoever has one.
    pub names: Option<&'a BTreeMap<String, String>>,
}

impl Labels<'_> {
    /// What somebody with this code is called.
    pub fn of(&self, code: &str) -> String {
        let name = self.names.and_then(|names| names.get(code)).filter(|name| !name.is_empty());
        name.cloned().unwrap_or_else(|| code.to_owned())
    }

    /// The words of a key.
    pub fn word(&self, key: &str) -> String {
        self.tongue.say(key, &[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_keys_and_parts() {
        let parts =
            |text: &str| text.split('{').skip(1).map(|it| it.split('}').next().unwrap().to_owned()).collect();
        let of = |tongue: Tongue| -> BTreeMap<&str, std::collections::BTreeSet<String>> {
            tongue.words().into_iter().map(|(key, text)| (key, parts(text))).collect()
        };
        assert_eq!(of(Tongue::En), of(Tongue::Nl));
        assert!(Tongue::En.words().len() > 30);
        for key in include_str!("page.html").split("w[\"").skip(1).map(|it| it.split('"').next().unwrap()) {
            assert!(Tongue::En.words().contains_key(key), "{key}");
        }
    }
}

//! The options of a ballot. Imports `base` and its siblings.

use super::rows::{Choice, Class};
use super::sheet::{Sheet, Source};
use super::wrong::Found;
use crate::base::look::look;
use std::collections::{BTreeMap, BTreeSet};

/// What the words of an option look like, letters and digits alone: a full stop more or a letter of another script makes no other
/// proposal of it.
pub fn wording(text: &str) -> String {
    look(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Options whose words look the same as those of one before them in the list: that one, and theirs. Whoever votes cannot tell them
/// apart, and the votes for one proposal are spread over two.
pub fn alike(options: &[Choice]) -> Vec<(&Choice, &Choice)> {
    let mut seen: BTreeMap<String, &Choice> = BTreeMap::new();
    let mut all = Vec::new();
    for option in options {
        let words = wording(&option.text);
        match seen.get(&words) {
            Some(first) => all.push((*first, option)),
            None if words.is_empty() => {}
            None => _ = seen.insert(words, option),
        }
    }
    all
}

/// Whether a vote decided against an option.
pub fn turned_down(class: Class) -> bool {
    matches!(class, Class::Majority | Class::Rejected | Class::Out | Class::OutByLot)
}

/// Reads `options.csv`: `option,text,group,topic`, of which the last two may be missing.
pub fn read(source: Source<'_>, found: &mut Found) -> Vec<Choice> {
    let Some(sheet) = Sheet::read(source, found) else { return Vec::new() };
    let option = sheet.needed(&["option", "optie", "nummer", "nr", "number", "punt"], found);
    let text = sheet.needed(&["text", "tekst", "wording", "voorstel", "beslispunt"], found);
    let group = sheet.optional(&["group", "groep"], found);
    let topic = sheet.optional(&["topic", "thema", "onderwerp"], found);
    sheet.unused(found);
    let (Some(option), Some(text)) = (option, text) else { return Vec::new() };
    let mut seen = BTreeSet::new();
    let mut options = Vec::new();
    for row in sheet.rows() {
        let name = sheet.name(row, option, &mut seen, found);
        let text = sheet.text(row, text, found);
        let (group, topic) = (sheet.free(row, group, found), sheet.free(row, topic, found));
        if let (Some(option), Some(text), Some(group), Some(topic)) = (name, text, group, topic) {
            options.push(Choice { option, text, group, topic });
        }
    }
    options
}

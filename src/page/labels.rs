//! The page's own words: headings, buttons, questions. Imports `words`.

use crate::words::catalogue::{self, Arg, FILES, Lang, sentence};
use serde_json::{Map, Value};

/// The catalogue that they stand in.
const FILE: &str = "page.ftl";

/// What the page puts in a sentence. It stands in braces until the page does.
const ARGUMENTS: &[&str] = &["name", "number", "of", "step", "code", "size"];

/// Every sentence of the page by its key.
pub fn labels(lang: Lang) -> Value {
    let source = FILES.iter().find(|(name, _)| *name == FILE).map_or("", |(_, texts)| texts[0]);
    let keys = source.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key);
    let args: Vec<(&'static str, Arg<'_>)> =
        ARGUMENTS.iter().map(|name| (*name, Arg::from(format!("{{{name}}}")))).collect();
    let keys = keys.filter(|key| catalogue::has(lang, key));
    let all: Map<String, Value> =
        keys.map(|key| (key.to_owned(), sentence(lang, key, &args).into())).collect();
    Value::Object(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_the_same_words_in_both_languages() {
        let [english, dutch] = [Lang::En, Lang::Nl].map(labels);
        let (english, dutch) = (english.as_object().unwrap(), dutch.as_object().unwrap());
        assert!(english.len() > 40 && english.keys().eq(dutch.keys()));
        let args = |text: &Value| {
            let text = text.as_str().unwrap().to_owned();
            ARGUMENTS.iter().filter(|arg| text.contains(&format!("{{{arg}}}"))).count()
        };
        for (key, text) in english {
            assert_eq!(args(text), args(&dutch[key]), "{key}");
            assert!(
                !text.as_str().unwrap().contains("{$") && !text.as_str().unwrap().contains("[page"),
                "{key}"
            );
        }
    }
}

//! Values that are one, written in another way: classes of the same ages, words for the same sex. Imports its siblings.

use super::band::band;
use super::text::{fold, nearest};

/// Words for the same.
const SAME: &[&[&str]] = &[
    &[
        "m",
        "m.",
        "mnl",
        "mnl.",
        "man",
        "mannen",
        "male",
        "males",
        "men",
        "mann",
        "m\u{e4}nner",
        "m\u{e4}nnlich",
        "homme",
        "hommes",
        "mannelijk",
        "heer",
        "de heer",
        "dhr",
        "dhr.",
        "mr",
        "mr.",
    ],
    &[
        "v",
        "v.",
        "vr",
        "vr.",
        "vrl",
        "f",
        "w",
        "vrouw",
        "vrouwen",
        "female",
        "females",
        "woman",
        "women",
        "frau",
        "frauen",
        "weiblich",
        "femme",
        "femmes",
        "vrouwelijk",
        "mevrouw",
        "mevr",
        "mevr.",
        "mw",
        "mw.",
        "mrs",
        "ms",
    ],
    &["x", "anders", "other", "divers", "non-binair", "nonbinair", "non-binary", "nonbinary"],
];

/// The candidate that `text` was probably meant to be: as [`nearest`] finds it, or the only one that is the same class of ages,
/// or a word for the same sex.
pub fn meant<'a>(text: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let only = |is: &dyn Fn(&str) -> bool| {
        let mut found = candidates.iter().copied().filter(|candidate| is(candidate));
        found.next().filter(|_| found.next().is_none())
    };
    let class = band(text).and_then(|own| only(&|other| band(other) == Some(own)));
    let key = fold(text);
    let words = SAME.iter().find(|words| words.contains(&key.as_str()));
    let word = || words.and_then(|words| only(&|other| words.contains(&fold(other).as_str())));
    class.or_else(word).or_else(|| nearest(text, candidates.iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_in_another_way() {
        for (text, candidates, value) in [
            ("man", &["Mannen", "Vrouwen"][..], "Mannen"),
            ("Vrouw", &["Mannen", "Vrouwen"], "Vrouwen"),
            ("Mann", &["M\u{e4}nner", "Frauen"], "M\u{e4}nner"),
            ("M", &["man", "vrouw"], "man"),
            ("V", &["man", "vrouw"], "vrouw"),
            ("Mannen", &["M", "V"], "M"),
            ("female", &["man", "vrouw"], "vrouw"),
            ("16-34 jaar", &["16-34", "35+"], "16-34"),
            ("35 jaar of ouder", &["16-34", "35+"], "35+"),
            ("15-24", &["15 tot 25 jaar", "25 tot 45 jaar"], "15 tot 25 jaar"),
            ("15 tot 25 jaar", &["15-24", "25-44"], "15-24"),
            ("femal", &["male", "female"], "female"),
        ] {
            assert_eq!(meant(text, candidates), Some(value), "{text}");
        }
        for (text, candidates) in
            [("16-34", &["16-35", "36+"][..]), ("M", &["man", "mannen"]), ("x", &["y"]), ("", &["", "man"])]
        {
            assert_eq!(meant(text, candidates), None, "{text}");
        }
    }
}

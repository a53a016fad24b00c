//! What a code means, without a file in which it came up: the messages of the catalogues as they stand there, with what
//! completes them between ‹ and ›. Imports `catalogue`.

use super::catalogue::{FILES, Lang};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use std::fmt::Write as _;

/// A message as the catalogue has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// Its code: "Q-07", "V10".
    pub code: String,
    /// The ways in which it begins; more than one where the catalogue has a choice.
    pub says: Vec<String>,
    /// What may stand below it: what it means, what can be done.
    pub lines: Vec<String>,
}

/// What `text` says if it is a code of a message or a claim, whatever the case and with or without the hyphen: "q07".
pub fn is_code(text: &str) -> Option<String> {
    let letters: String =
        text.chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_uppercase();
    let digits = text[letters.len()..].trim_start_matches('-');
    let fits = (1..=2).contains(&letters.len()) && (1..=2).contains(&digits.len());
    if !fits || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let hyphened = format!("{letters}-{digits:0>2}");
    let bare = digits.trim_start_matches('0');
    let plain = format!("{letters}{}", if bare.is_empty() { "0" } else { bare });
    // Messages are written with a hyphen and claims without: what was typed comes first.
    let (first, second) = if text.contains('-') { (hyphened, plain) } else { (plain, hyphened) };
    let known = |code: &String| all(Lang::En).iter().any(|entered| entered.code == *code);
    [first, second].into_iter().find(known)
}

/// Whether a text has the form of a code, whatever there is of it: one or two letters, a hyphen perhaps, and digits.
pub fn looks_like_one(text: &str) -> bool {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = text.len() - digits.len();
    let digits = digits.strip_prefix('-').unwrap_or(digits);
    (1..=2).contains(&letters)
        && (1..=2).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Every message that has a code, in the order of the codes.
pub fn all(lang: Lang) -> Vec<Entered> {
    let mut entries = Vec::new();
    for (_, texts) in FILES {
        // What cannot be parsed is left out here, and makes the tests fail.
        let resource = fluent_syntax::parser::parse(texts[lang as usize]).unwrap_or_else(|(part, _)| part);
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let code = message.id.name;
            if !code.starts_with(|c: char| c.is_ascii_uppercase()) {
                continue;
            }
            let says = message.value.as_ref().map(readings).unwrap_or_default();
            let lines = message.attributes.iter().flat_map(|part| readings(&part.value));
            entries.push(Entered { code: code.to_owned(), says, lines: lines.collect() });
        }
    }
    entries.sort_by_key(|entered| {
        let number = entered.code.find(|c: char| c.is_ascii_digit()).unwrap_or(entered.code.len());
        let (letters, digits) = entered.code.split_at(number);
        (letters.to_owned(), digits.parse::<u32>().unwrap_or(0))
    });
    entries
}

/// One message with its code, or `None` if there is none of that code.
pub fn entry(lang: Lang, code: &str) -> Option<Entered> {
    all(lang).into_iter().find(|entered| entered.code == code)
}

/// The ways in which a sentence can be read: each choice of its own where all of it is one choice that does not turn on
/// a number, else the usual one.
fn readings(pattern: &Pattern<&str>) -> Vec<String> {
    let said = match &pattern.elements[..] {
        [PatternElement::Placeable { expression: Expression::Select { variants, .. } }]
            if !variants.iter().any(plural) =>
        {
            variants.iter().map(|variant| written(&variant.value)).collect()
        }
        _ => vec![written(pattern)],
    };
    let mut kept: Vec<String> = Vec::new();
    for text in said.into_iter().map(|text| text.trim().to_owned()) {
        if !text.is_empty() && !kept.contains(&text) {
            kept.push(text);
        }
    }
    kept
}

fn plural(variant: &Variant<&str>) -> bool {
    matches!(variant.key, VariantKey::NumberLiteral { .. } | VariantKey::Identifier { name: "one" })
}

fn written(pattern: &Pattern<&str>) -> String {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => match expression {
                Expression::Select { variants, .. } => {
                    let usual = variants.iter().find(|variant| variant.default);
                    text.push_str(&usual.map(|variant| written(&variant.value)).unwrap_or_default());
                }
                Expression::Inline(inline) => inlined(&mut text, inline),
            },
        }
    }
    text
}

fn inlined(text: &mut String, inline: &InlineExpression<&str>) {
    match inline {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
            text.push_str(value);
        }
        InlineExpression::VariableReference { id } => {
            let _ = write!(text, "‹{}›", id.name);
        }
        InlineExpression::Placeable { expression } => match &**expression {
            Expression::Inline(inline) => inlined(text, inline),
            Expression::Select { .. } => {}
        },
        // The catalogues have no functions, terms and references to other messages.
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        let known = ["q07", "Q-7", "Q-07", "V10", "v-01", "V1", "q99", "ü1", "", "1", "out"].map(is_code);
        let known = known.each_ref().map(|code| code.as_deref());
        assert_eq!(known[..6], ["Q-07", "Q-07", "Q-07", "V10", "V1", "V1"].map(Some));
        assert!(known[6..].iter().all(Option::is_none), "{known:?}");
    }

    #[test]
    fn a_message_is_read_with_what_completes_it_and_with_its_choices() {
        let read = entry(Lang::En, "R-03").unwrap();
        assert!(read.says.len() > 3 && read.says[0].starts_with("this is "), "{read:?}");
        let read = entry(Lang::Nl, "P-01").unwrap();
        assert!(read.says[0].contains("‹feature›") && read.lines.len() == 1, "{read:?}");
        assert_eq!(entry(Lang::En, "P-99"), None);
    }

    #[test]
    fn both_languages_have_the_same_codes() {
        let [english, dutch] =
            Lang::ALL.map(|lang| all(lang).into_iter().map(|e| e.code).collect::<Vec<_>>());
        assert_eq!(english, dutch);
        assert!(english.len() > 250);
    }
}

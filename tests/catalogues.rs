//! The message catalogues: both languages have the same sentences with the same arguments, the sources use those and no
//! others, and no English is left in the Dutch ones.

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use geloot::words::catalogue::{FILES, Lang};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};

/// The arguments of each sentence, by its key: "V-01", or "V-01.title" for an attribute.
type Sentences = BTreeMap<String, BTreeSet<String>>;

#[test]
fn both_languages_have_the_same_sentences_with_the_same_arguments() {
    let [english, dutch] = Lang::ALL.map(sentences);
    assert!(!english.is_empty());
    let mut complaints = Vec::new();
    for (key, args) in &english {
        match dutch.get(key) {
            None => complaints.push(format!("{key}: not in Dutch")),
            Some(others) if others != args => {
                complaints.push(format!("{key}: {args:?}, in Dutch {others:?}"))
            }
            Some(_) => {}
        }
    }
    complaints.extend(
        dutch.keys().filter(|key| !english.contains_key(*key)).map(|key| format!("{key}: not in English")),
    );
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn the_sources_use_the_sentences_there_are_and_give_them_their_arguments() {
    let english = sentences(Lang::En);
    let mut seen = Sources::default();
    for path in rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = std::fs::read_to_string(&path).unwrap();
        seen.visit_file(&syn::parse_file(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display())));
    }
    let mut complaints = Vec::new();
    for (key, args) in &seen.said {
        match english.get(key) {
            None => complaints.push(format!("{key}: said in the sources, in no catalogue")),
            Some(wanted) if wanted != args => {
                complaints.push(format!("{key}: given {args:?}, takes {wanted:?}"))
            }
            Some(_) => {}
        }
    }
    // A key is used if it, or the message that it is a part of, stands in the sources as a text.
    let used =
        |key: &str| seen.texts.contains(key) || seen.texts.contains(key.split('.').next().unwrap_or(key));
    complaints.extend(english.keys().filter(|key| !used(key)).map(|key| format!("{key}: used nowhere")));
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// Words that English has and Dutch has not, and that a translator leaves behind.
const ENGLISH: &[&str] = &[
    "the",
    "and",
    "with",
    "which",
    "nobody",
    "somebody",
    "everybody",
    "people",
    "seats",
    "chance",
    "chances",
    "quota",
    "drawn",
    "tickets",
    "give",
    "given",
    "file",
    "files",
    "folder",
    "rows",
    "column",
    "columns",
    "nothing",
    "changed",
    "these",
    "those",
    "this",
    "that",
    "there",
    "their",
    "from",
    "after",
    "before",
    "cannot",
    "must",
    "should",
];

#[test]
fn no_english_is_left_in_the_dutch_catalogues() {
    let mut complaints = Vec::new();
    for (name, texts) in FILES {
        for (at, line) in
            texts[Lang::Nl as usize].lines().enumerate().filter(|(_, line)| !line.starts_with('#'))
        {
            let said = line.split_once(" = ").map_or(line, |(_, said)| said);
            // Arguments, commands and names of files are the same in every language.
            let plain = without(&without(said, '{', '}'), '"', '"');
            let words = plain.split(|c: char| !c.is_alphabetic()).filter(|word| ENGLISH.contains(word));
            complaints.extend(words.map(|word| format!("{name}, line {}: {word}", at + 1)));
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// The text without what stands between `from` and `to`.
fn without(text: &str, from: char, to: char) -> String {
    let mut inside = false;
    let keep = |c: &char| match inside {
        true => {
            inside = *c != to;
            false
        }
        false => {
            inside = *c == from;
            !inside
        }
    };
    text.chars().filter(keep).collect()
}

fn sentences(lang: Lang) -> Sentences {
    let mut all = Sentences::new();
    for (name, texts) in FILES {
        let resource = fluent_syntax::parser::parse(texts[lang as usize])
            .unwrap_or_else(|(_, errors)| panic!("{}/{name}: {errors:?}", lang.tag()));
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let attributes =
                message.attributes.iter().map(|a| (format!("{}.{}", message.id.name, a.id.name), &a.value));
            let value = message.value.iter().map(|value| (message.id.name.to_owned(), value));
            for (key, pattern) in value.chain(attributes) {
                let mut args = BTreeSet::new();
                of_pattern(pattern, &mut args);
                assert!(
                    all.insert(key.clone(), args).is_none(),
                    "{}/{name}: {key} stands there twice",
                    lang.tag()
                );
            }
        }
    }
    all
}

fn of_pattern(pattern: &Pattern<&str>, args: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, args);
        }
    }
}

fn of_expression(expression: &Expression<&str>, args: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, args),
        Expression::Select { selector, variants } => {
            of_inline(selector, args);
            variants.iter().for_each(|variant| of_pattern(&variant.value, args));
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, args: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            args.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => of_call(arguments, args),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => of_call(arguments, args),
        InlineExpression::Placeable { expression } => of_expression(expression, args),
        // Another message's arguments are not seen here, so sentences do not refer to each other.
        InlineExpression::MessageReference { id, .. } => {
            panic!("{} is referred to; give it as an argument", id.name)
        }
        _ => {}
    }
}

fn of_call(arguments: &CallArguments<&str>, args: &mut BTreeSet<String>) {
    arguments.positional.iter().for_each(|inline| of_inline(inline, args));
    arguments.named.iter().for_each(|named| of_inline(&named.value, args));
}

/// What the sources say.
#[derive(Default)]
struct Sources {
    /// Each `say!`, with its arguments.
    said: Vec<(String, BTreeSet<String>)>,
    /// Every text.
    texts: BTreeSet<String>,
}

impl Sources {
    fn texts_of(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.texts_of(group.stream()),
                TokenTree::Literal(literal) => {
                    if let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                        self.texts.insert(text.value());
                    }
                }
                _ => {}
            }
        }
    }

    /// `say!(lang, "key", name = value, ...)`, also inside of another macro.
    fn says_of(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (i, token) in tokens.iter().enumerate() {
            let TokenTree::Group(group) = token else { continue };
            let named = |back: usize, name: &str| i >= back && tokens[i - back].to_string() == name;
            if named(1, "!") && named(2, "say") {
                self.say(group.stream());
            }
            self.says_of(group.stream());
        }
    }

    fn say(&mut self, tokens: TokenStream) {
        let mut parts = vec![Vec::new()];
        for token in tokens {
            match &token {
                TokenTree::Punct(comma) if comma.as_char() == ',' => parts.push(Vec::new()),
                _ => parts.last_mut().unwrap().push(token),
            }
        }
        let key = syn::parse_str::<syn::LitStr>(&parts[1][0].to_string()).expect("a key is a text").value();
        let args = parts[2..].iter().filter_map(|part| Some(part.first()?.to_string())).collect();
        self.said.push((key, args));
    }
}

impl<'ast> Visit<'ast> for Sources {
    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.texts.insert(text.value());
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.texts_of(call.tokens.clone());
        self.says_of(call.tokens.clone());
        if call.path.is_ident("say") {
            self.say(call.tokens.clone());
        }
        visit::visit_macro(self, call);
    }

    // What only tests say is no use of a sentence.
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if module.ident != "tests" {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if item.ident.is_none() {
            visit::visit_item_macro(self, item);
        }
    }
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => all.extend(rust_files(&path)),
            false if path.extension().is_some_and(|e| e == "rs") => all.push(path),
            false => {}
        }
    }
    all.sort();
    all
}

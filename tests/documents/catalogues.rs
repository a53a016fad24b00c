//! The message catalogues: both languages have the same sentences with the same arguments, the sources use those and no
//! others, and no English is left in the Dutch ones.

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use geloot::base::fault::Kind;
use geloot::deliberation::wrong::What as Act;
use geloot::invite;
use geloot::sessions::wrong::What;
use geloot::verify::{Id, invite as letters};
use geloot::words::catalogue::{self, Arg, FILES, Lang};
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
    // What a command is for is called by its name, which the test of the help looks after; a claim by its number.
    seen.texts.extend(english.keys().filter(|key| key.starts_with("help-")).cloned());
    seen.texts.extend(Id::ALL.iter().map(|id| format!("V{}", id.number())));
    seen.texts.extend(letters::Id::ALL.iter().map(|id| format!("I{}", id.number())));
    // The page's own words are used by the page.
    let mut complaints = Vec::new();
    let (page, quoted) = keys_of_the_page();
    let said = |key: &str| page.iter().any(|pattern| fits(key, pattern) || fits_parts(key, pattern, &quoted));
    // What a field means stands below its name, where there is something to say.
    let hint = |key: &str| key.strip_suffix("-hint").is_some_and(&said);
    seen.texts.extend(english.keys().filter(|key| said(key) || hint(key)).cloned());
    let fits = |key: &str, pattern: &str| fits(key, pattern) || fits_parts(key, pattern, &quoted);
    let unknown = page.iter().filter(|pattern| !english.keys().any(|key| fits(key, pattern)));
    complaints.extend(unknown.map(|pattern| format!("{pattern}: said by the page, in no catalogue")));
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

/// The keys that stand in the sources of the page: "page-…", or `page-…` with parts that are filled in, each as `*`; and
/// every word that stands there between quotation marks.
fn keys_of_the_page() -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut keys, mut quoted) = (BTreeSet::new(), BTreeSet::new());
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("page");
    let mut sources: Vec<_> =
        std::fs::read_dir(page.join("src")).unwrap().map(|it| it.unwrap().path()).collect();
    // What is said before the engine is there is put in when the page is put together.
    sources.push(page.join("build.mjs"));
    for path in sources {
        let text = std::fs::read_to_string(path).unwrap();
        quoted.extend(text.split('"').filter(|word| word.len() < 16).map(str::to_owned));
        for (sign, start) in [('"', "\"page-"), ('`', "`page-")] {
            for (at, _) in text.match_indices(start) {
                let rest = &text[at + 1..];
                let (mut key, mut depth) = (String::new(), 0);
                for c in rest.chars() {
                    match c {
                        '{' if depth == 0 && key.ends_with('$') => {
                            key.pop();
                            key.push('*');
                            depth = 1;
                        }
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        c if c == sign && depth == 0 => break,
                        c if depth == 0 => key.push(c),
                        _ => {}
                    }
                }
                keys.insert(key);
            }
        }
    }
    assert!(keys.len() > 100, "{keys:?}");
    (keys, quoted)
}

/// Whether a key is this one, in which `*` stands for something without a hyphen, or for "id-column" and the like.
fn fits(key: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        None => key == pattern,
        Some((start, end)) => {
            let middle = key.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
            middle.is_some_and(|middle| {
                !middle.is_empty() && (end.is_empty() || !middle.contains('-')) && middle.len() < 14
            })
        }
    }
}

/// The same of a key of several parts that are filled in, as of a form and its field: each is a word that the page quotes.
fn fits_parts(key: &str, pattern: &str, quoted: &BTreeSet<String>) -> bool {
    let (parts, own): (Vec<&str>, Vec<&str>) = (pattern.split('-').collect(), key.split('-').collect());
    let fit = |(part, own): (&&str, &&str)| if *part == "*" { quoted.contains(*own) } else { part == own };
    parts.iter().filter(|part| **part == "*").count() > 1
        && parts.len() == own.len()
        && parts.iter().zip(&own).all(fit)
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

/// Words of files and options that stand in a Dutch sentence as they are typed.
const AS_TYPED: &[(&str, &str)] = &[
    ("J-01.do", "files"),
    ("help-arg-topics", "from"),
    ("help-arg-log", "from"),
    ("E-01.do", "people"),
    ("S-32.do", "people"),
    ("I-20.do", "columns"),
    ("I-81.do", "file"),
    ("Y-86.do", "columns"),
    ("Y-99.do", "columns"),
    ("S-32.do", "files"),
    ("help-forecast-rates", "people"),
];

#[test]
fn no_english_is_left_in_the_dutch_catalogues() {
    let mut complaints = Vec::new();
    every_sentence(Lang::Nl, &mut |key, pattern| {
        let mut said = String::new();
        text_of(pattern, &mut said);
        // Options, and what stands between quotation marks, are typed or shown so in every language.
        let typed = |word: &&str| !word.trim_start_matches('(').starts_with("--");
        let said: Vec<&str> = said.split_whitespace().filter(typed).collect();
        let plain = without(&said.join(" "), '"', '"');
        let words = plain.split(|c: char| !c.is_alphabetic()).filter(|word| ENGLISH.contains(word));
        let words = words.filter(|word| !AS_TYPED.contains(&(key, word)));
        complaints.extend(words.map(|word| format!("{key}: {word}")));
    });
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn every_code_has_a_message_in_both_languages() {
    let faults = Kind::ALL.iter().map(|kind| kind.code());
    let claims: Vec<String> = Id::ALL.iter().map(|id| format!("V{}", id.number())).collect();
    let acts = Act::CODES.iter().map(|(code, _)| *code);
    let letters: Vec<String> = letters::Id::ALL.iter().map(|id| format!("I{}", id.number())).collect();
    let of_letters = invite::What::CODES.iter().copied().chain(letters.iter().map(String::as_str));
    let codes = faults
        .chain(of_letters)
        .chain(What::CODES.iter().copied())
        .chain(acts)
        .chain(claims.iter().map(String::as_str));
    for code in codes {
        assert!(Lang::ALL.into_iter().all(|lang| catalogue::has(lang, code)), "{code} has no message");
    }
}

#[test]
fn what_a_deliberation_tells_gives_its_sentences_their_arguments() {
    let english = sentences(Lang::En);
    let mut complaints = Vec::new();
    for (code, data) in Act::CODES {
        let own = |key: &&String| key.split('.').next() == Some(code);
        let taken: BTreeSet<&str> = english
            .iter()
            .filter(|(key, _)| own(key))
            .flat_map(|(_, args)| args.iter().map(String::as_str))
            .collect();
        let given: BTreeSet<&str> = data.iter().copied().collect();
        if !taken.is_subset(&given) {
            complaints.push(format!("{code}: given {given:?}, takes {taken:?}"));
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// The help of each command and argument by its key. What an argument is in most commands has a key without a command.
#[cfg(feature = "cli")]
fn helps() -> Vec<(String, Vec<String>)> {
    let mut commands = Vec::new();
    below(&geloot::cli::command(), "", &mut commands);
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    let mut args: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for (path, command) in &commands {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        let long = command.get_long_about().map(ToString::to_string).unwrap_or_default();
        let rest = long.split("\n\n").skip(1).map(|part| part.replace('\n', " "));
        all.push((geloot::cli::help::command_key(path), std::iter::once(about).chain(rest).collect()));
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str().replace('_', "-");
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            match args.iter_mut().find(|(known, _)| *known == id) {
                Some((_, of)) => of.push((path.clone(), help)),
                None => args.push((id, vec![(path.clone(), help)])),
            }
        }
    }
    for (id, of) in args {
        let count = |help: &str| of.iter().filter(|(_, other)| other == help).count();
        let most = of.iter().map(|(_, help)| count(help)).max().unwrap_or_default();
        let Some(usual) = of.iter().map(|(_, help)| help).find(|help| count(help) == most) else { continue };
        all.push((format!("help-arg-{id}"), vec![usual.clone()]));
        let others = of.iter().filter(|(_, help)| help != usual);
        all.extend(others.map(|(path, help)| (format!("help-{path}-{id}"), vec![help.clone()])));
    }
    all
}

#[cfg(feature = "cli")]
fn below(command: &clap::Command, path: &str, all: &mut Vec<(String, clap::Command)>) {
    all.push((path.to_owned(), command.clone()));
    for sub in command.get_subcommands() {
        let path = if path.is_empty() { String::new() } else { format!("{path}-") };
        below(sub, &format!("{path}{}", sub.get_name()), all);
    }
}

#[cfg(feature = "cli")]
#[test]
fn every_command_and_argument_has_its_help_in_both_languages() {
    const PARTS: [&str; 4] = ["one", "two", "three", "four"];
    let helps = helps();
    if std::env::var_os("GELOOT_ACCEPT").is_some() {
        let mut text = "# What each command and argument is, as the sources say it: written by\n\
            # `GELOOT_ACCEPT=1 cargo test --test documents catalogues`.\n\n"
            .to_owned();
        for (key, parts) in &helps {
            text.push_str(&format!("{key} = {}\n", parts[0]));
            for (name, part) in PARTS.iter().zip(&parts[1..]) {
                text.push_str(&format!("    .{name} = {part}\n"));
            }
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words/i18n/en/help.ftl");
        std::fs::write(path, text).unwrap();
        return;
    }
    let mut complaints = Vec::new();
    for (key, parts) in &helps {
        let (first, rest) = catalogue::block(Lang::En, key, &[]);
        let said: Vec<String> = std::iter::once(first).chain(rest).collect();
        if said != *parts {
            complaints.push(format!("{key}: {said:?}, in the sources {parts:?}"));
        }
        if !catalogue::has(Lang::Nl, key) {
            complaints.push(format!("{key}: not in Dutch: {parts:?}"));
        }
    }
    let known: BTreeSet<&str> = helps.iter().map(|(key, _)| key.as_str()).collect();
    let own = "help-usage help-commands help-arguments help-options help-default help-possible help-help \
        help-arg-help help-arg-version";
    for key in sentences(Lang::Nl).keys().filter(|key| !key.contains('.') && key.starts_with("help-")) {
        if !known.contains(key.as_str()) && !own.split(' ').any(|own| own == key) {
            complaints.push(format!("{key}: of no command or argument"));
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// Every sentence with every variant that a text, one and several choose: nothing is left open.
#[test]
fn every_sentence_can_be_said() {
    for lang in Lang::ALL {
        for (key, args) in sentences(lang) {
            for value in [Arg::from("x"), Arg::from(0), Arg::from(1), Arg::from(2_000)] {
                let args: Vec<(&'static str, Arg<'_>)> =
                    args.iter().map(|name| (&*name.clone().leak(), value.clone())).collect();
                let said = catalogue::sentence(lang, &key, &args);
                let open = said.contains("{$") || said.contains("{ $") || said == format!("[{key}]");
                assert!(!open, "{}: {key}: {said}", lang.tag());
            }
        }
    }
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

/// The words of a sentence in all its variants, without its arguments.
fn text_of(pattern: &Pattern<&str>, said: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => said.push_str(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    said.push(' ');
                    text_of(&variant.value, said);
                }
            }
            PatternElement::Placeable { .. } => said.push(' '),
        }
    }
}

/// Each sentence of a language by its key: "V-01", or "V-01.title" for an attribute.
fn every_sentence(lang: Lang, seen: &mut dyn FnMut(&str, &Pattern<&str>)) {
    for (name, texts) in FILES {
        let resource = fluent_syntax::parser::parse(texts[lang as usize])
            .unwrap_or_else(|(_, errors)| panic!("{}/{name}: {errors:?}", lang.tag()));
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            if let Some(value) = &message.value {
                seen(message.id.name, value);
            }
            for attribute in &message.attributes {
                seen(&format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
            }
        }
    }
}

fn sentences(lang: Lang) -> Sentences {
    let mut all = Sentences::new();
    every_sentence(lang, &mut |key, pattern| {
        let mut args = BTreeSet::new();
        of_pattern(pattern, &mut args);
        assert!(all.insert(key.to_owned(), args).is_none(), "{}: {key} stands there twice", lang.tag());
    });
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

//! Paths that a file mentions, made absolute: `crate::pool::Pool`, `std::fs::read`.

use super::lexer::{Token, group};
use std::collections::{BTreeMap, BTreeSet};

/// An absolute path and the line that mentions it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    pub path: Vec<String>,
    pub line: usize,
    /// Whether it is only passed on, by `pub use`.
    pub passed_on: bool,
}

/// What a file mentions and what it passes on.
#[derive(Default)]
pub struct Paths {
    pub mentions: Vec<Mention>,
    /// Names that other files can use through this one (`pub use`), with what they stand for.
    pub exports: BTreeMap<Vec<String>, Vec<String>>,
    /// Modules re-exported whole (`pub use a::*`).
    pub globs: Vec<(Vec<String>, Vec<String>)>,
}

/// Collects the paths in `tokens`, the code of module `home` (`["lottery", "solve"]`).
pub fn of(tokens: &[Token], home: &[String], modules: &BTreeSet<Vec<String>>) -> Paths {
    let mut paths = Paths::default();
    let mut names = Names { modules, bound: BTreeMap::new() };
    // First pass: what `use` binds in this file, so that `use crate::lottery; lottery::solve::f()`
    // is seen for what it is. Scopes are ignored: a name bound anywhere counts everywhere.
    walk(tokens, home, &mut |at, home| {
        if tokens[at].text == "use" {
            let end = end_of_use(tokens, at);
            let public = at > 0 && is_public(&tokens[..at]);
            for leaf in leaves(&tokens[at + 1..end]) {
                let path = names.absolute(&leaf.path, home);
                paths.mentions.push(Mention { path: path.clone(), line: leaf.line, passed_on: public });
                match leaf.name.as_str() {
                    "*" if public => paths.globs.push((home.to_vec(), path)),
                    "*" | "_" => {}
                    name => {
                        if public {
                            paths.exports.insert([home, &[name.to_string()]].concat(), path.clone());
                        }
                        if path.first().is_some_and(|root| root != name) {
                            names.bound.insert(name.to_string(), path);
                        }
                    }
                }
            }
        }
    });
    // Second pass: every path in the code outside `use`.
    let mut inside_use = 0..0;
    walk(tokens, home, &mut |at, home| {
        if tokens[at].text == "use" {
            inside_use = at..end_of_use(tokens, at);
        }
        if inside_use.contains(&at) {
            return;
        }
        // Not a field, a method or the name of something that is declared here.
        let before = if at > 0 { tokens[at - 1].text.as_str() } else { "" };
        let own = [".", "mod", "fn"].contains(&before);
        let starts = tokens[at].is_word() && !own && !(at >= 2 && is_colons(tokens, at - 2));
        if starts && is_colons(tokens, at + 1) {
            let mut path = vec![tokens[at].text.clone()];
            let mut next = at + 1;
            while is_colons(tokens, next) && tokens.get(next + 2).is_some_and(Token::is_word) {
                path.push(tokens[next + 2].text.clone());
                next += 3;
            }
            let path = names.absolute(&path, home);
            paths.mentions.push(Mention { path, line: tokens[at].line, passed_on: false });
        } else if starts && let Some(path) = names.bound.get(&tokens[at].text) {
            paths.mentions.push(Mention { path: path.clone(), line: tokens[at].line, passed_on: false });
        }
    });
    paths
}

/// Calls `visit` at every token with the module it stands in, following `mod name { ... }`.
fn walk(tokens: &[Token], home: &[String], visit: &mut dyn FnMut(usize, &[String])) {
    let mut home = home.to_vec();
    let mut ends = Vec::new();
    for at in 0..tokens.len() {
        while ends.last() == Some(&at) {
            ends.pop();
            home.pop();
        }
        visit(at, &home);
        if tokens[at].text == "mod" && tokens.get(at + 2).is_some_and(|t| t.text == "{") {
            home.push(tokens[at + 1].text.clone());
            ends.push(at + 2 + group(&tokens[at + 2..]));
        }
    }
}

fn is_colons(tokens: &[Token], at: usize) -> bool {
    tokens.len() > at + 1 && tokens[at].text == ":" && tokens[at + 1].text == ":"
}

/// Where the `use` at `at` ends.
fn end_of_use(tokens: &[Token], at: usize) -> usize {
    at + tokens[at..].iter().position(|t| t.text == ";").unwrap_or(tokens.len() - at)
}

/// Whether the tokens end in `pub` or `pub(...)`.
fn is_public(before: &[Token]) -> bool {
    let last = before.len() - 1;
    let word = if before[last].text == ")" {
        before[..last].iter().rposition(|t| t.text == "(").and_then(|at| at.checked_sub(1))
    } else {
        Some(last)
    };
    word.is_some_and(|at| before[at].text == "pub")
}

/// One name that a `use` brings in.
struct Leaf {
    path: Vec<String>,
    name: String,
    line: usize,
}

/// The leaves of a use tree: `a::{b, c::{self, d as e}}` has a::b, a::c, a::c::d (as e).
fn leaves(tree: &[Token]) -> Vec<Leaf> {
    let mut found = Vec::new();
    let mut path: Vec<String> = Vec::new();
    let mut at = 0;
    while at < tree.len() {
        match tree[at].text.as_str() {
            ":" => at += 1,
            "{" => {
                let end = at + group(&tree[at..]);
                for part in split(&tree[at + 1..end - 1]) {
                    for leaf in leaves(part) {
                        // `a::{self}` is a itself.
                        let own = leaf.path == ["self"];
                        let renamed = leaf.name != "self";
                        let rest = if own { Vec::new() } else { leaf.path };
                        let name = if own && !renamed { path.last().cloned() } else { Some(leaf.name) };
                        found.push(Leaf {
                            path: path.iter().cloned().chain(rest).collect(),
                            name: name.unwrap_or_default(),
                            line: leaf.line,
                        });
                    }
                }
                return found;
            }
            "as" => {
                let name = tree.get(at + 1).map_or(String::new(), |t| t.text.clone());
                found.push(Leaf { path, name, line: tree[at].line });
                return found;
            }
            "*" => {
                found.push(Leaf { path, name: "*".to_string(), line: tree[at].line });
                return found;
            }
            word => {
                path.push(word.to_string());
                at += 1;
            }
        }
    }
    if let (Some(name), Some(last)) = (path.last().cloned(), tree.last()) {
        found.push(Leaf { path, name, line: last.line });
    }
    found
}

/// Splits at the commas that are in no bracket.
fn split(tokens: &[Token]) -> Vec<&[Token]> {
    let (mut parts, mut start, mut at) = (Vec::new(), 0, 0);
    while at < tokens.len() {
        match tokens[at].text.as_str() {
            "{" => at += group(&tokens[at..]),
            "," => {
                parts.push(&tokens[start..at]);
                at += 1;
                start = at;
            }
            _ => at += 1,
        }
    }
    parts.push(&tokens[start..]);
    parts.retain(|part| !part.is_empty());
    parts
}

/// What a path can begin with.
struct Names<'a> {
    /// Every module of the crate.
    modules: &'a BTreeSet<Vec<String>>,
    /// What `use` bound in this file.
    bound: BTreeMap<String, Vec<String>>,
}

impl Names<'_> {
    /// Makes a path absolute: resolves `self`, `super`, names bound by `use`, and child modules.
    fn absolute(&self, path: &[String], home: &[String]) -> Vec<String> {
        let own = usize::from(path[0] == "self");
        let up = path[own..].iter().take_while(|part| *part == "super").count();
        if own + up > 0 {
            return in_crate(&home[..home.len().saturating_sub(up)], &path[own + up..]);
        }
        if let Some(bound) = self.bound.get(&path[0]) {
            return [bound, &path[1..]].concat();
        }
        if self.modules.contains(&[home, &path[..1]].concat()) {
            return in_crate(home, path);
        }
        path.to_vec()
    }
}

fn in_crate(base: &[String], rest: &[String]) -> Vec<String> {
    [&["crate".to_string()], base, rest].concat()
}

//! The rules themselves. Each complaint names the file, the line and the rule.

use super::lexer::{Token, tokens, without_tests};
use super::paths::{self, Paths};
use std::collections::{BTreeMap, BTreeSet};

/// A source file: its path below `src/`, with `/`, and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

/// A module may use itself and those before it.
const ORDER: &[&str] = &[
    "base",
    "register",
    "quotas",
    "pool",
    "lottery",
    "seed",
    "prepare",
    "draw",
    "panel",
    "sessions",
    "deliberation",
    "bundle",
    "invite",
    "programme",
    "verify",
    "assembly",
    "words",
    "io",
    "cli",
    "page",
];
/// The same inside a module: its rooms, of which each may use itself and those before it. What stands beside them, in files of
/// its own, is used by all or passes things on.
const ROOMS: &[(&str, &[&str])] = &[("sessions", &["model", "solve", "brief", "day", "record"])];
/// The modules that may touch the world.
const OUTSIDE_CORE: &[&str] = &["io", "cli", "page", "main"];
/// Integers only from here: what is drawn, published and checked.
const NO_FLOATS: &[&str] = &["seed", "draw", "deliberation", "bundle", "invite", "verify", "programme"];
const LONGEST: usize = 600;

const SOLVERS: &[&str] = &["clarabel", "good_lp", "microlp", "highs"];
const WORLD: &[&str] = &["fs", "env", "net", "time", "thread", "process", "os", "path"];
/// What `cli` leaves to `io`, because the page does the same commands.
const PAST_IO: &[&[&str]] =
    &[&["std", "fs"], &["std", "thread"], &["std", "time"], &["getrandom"], &["indicatif"], &["tempfile"]];
const ASKS_A_DISK: &[&str] = &["exists", "is_dir", "is_file", "is_symlink", "canonicalize"];
const STREAMS: &[&str] = &["stdin", "stdout", "stderr"];
const WORLD_CRATES: &[&str] =
    &["rand", "getrandom", "rayon", "clap", "indicatif", "comfy_table", "tempfile", "chrono", "num_cpus"];
const RANDOMNESS: &[&str] =
    &["OsRng", "SysRng", "getrandom", "from_os_rng", "try_from_os_rng", "from_entropy", "thread_rng"];
const HASHED: &[&str] = &["HashMap", "HashSet", "hash_map", "hash_set", "RandomState", "DefaultHasher"];
const PRINTING: &[&str] = &["println", "eprintln", "print", "eprint", "dbg"];
const UNFINISHED: &[&str] = &["todo", "unimplemented"];
/// Results of these differ between platforms; the crate `libm` has them all. Square roots do not.
const PLATFORM_MATHS: &[&str] = &[
    "exp", "exp2", "exp_m1", "ln", "ln_1p", "log", "log2", "log10", "powf", "powi", "sin", "cos", "tan",
    "sin_cos", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "cbrt",
    "hypot",
];

/// A parsed source file.
struct File<'a> {
    source: &'a Source,
    /// Its module: `lottery/solve/mod.rs` is [lottery, solve].
    module: Vec<String>,
    tokens: Vec<Token>,
    lines: usize,
    paths: Paths,
}

impl File<'_> {
    /// Whether the file is the folder or file `part`, or lies below it.
    fn within(&self, part: &str) -> bool {
        self.source.path.strip_prefix(part).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
    }

    fn in_core(&self) -> bool {
        !OUTSIDE_CORE.iter().any(|part| self.within(part))
    }

    /// First part of the module; none for the two roots.
    fn top(&self) -> Option<&str> {
        self.module.first().map(String::as_str)
    }
}

/// All complaints about these sources, in the order of files and lines.
pub fn check(sources: &[Source]) -> Vec<String> {
    let files = parse(sources);
    let exports: BTreeMap<_, _> = files.iter().flat_map(|f| f.paths.exports.clone()).collect();
    let globs: Vec<_> = files.iter().flat_map(|f| f.paths.globs.clone()).collect();
    let mut complaints = Vec::new();
    let mut graph: BTreeMap<Vec<String>, BTreeSet<Vec<String>>> = BTreeMap::new();
    let modules: BTreeSet<_> = files.iter().map(|f| f.module.clone()).collect();
    let mut needs = Needs::new();
    for file in &files {
        let mut complain =
            |line: usize, what: String| complaints.push(format!("src/{}:{line}: {what}", file.source.path));
        shape(file, &mut complain);
        vocabulary(file, &mut complain);
        for mention in &file.paths.mentions {
            outside_world(file, &mention.path, mention.line, &mut complain);
            let targets = targets(&mention.path, &exports, &globs);
            // Where the thing itself is, whoever passes it on.
            let homes = targets.iter().filter_map(|target| Some((longest_prefix(target, &modules)?, target)));
            let home = homes.max_by_key(|(home, _)| home.len());
            if let Some((home, target)) = home.filter(|(home, _)| !mention.passed_on && *home != file.module)
            {
                let name = target.get(home.len()).cloned().unwrap_or_default();
                needs.entry(file.module.clone()).or_default().entry(home).or_default().insert(name);
            }
            for target in targets {
                direction(file, &target, mention.line, &mut complain);
                if let Some(module) = longest_prefix(&target, &modules) {
                    graph.entry(file.module.clone()).or_default().insert(module);
                }
            }
        }
    }
    for file in files.iter().filter(|f| f.within("verify")) {
        if let Some(chain) = chain_to_solver(&file.module, &graph) {
            complaints.push(format!("src/{}: verify reaches the solver: {chain}", file.source.path));
        }
    }
    complaints.extend(circles(&needs));
    complaints.extend(codes_twice(sources));
    complaints.dedup();
    complaints
}

/// Which file needs which other, for which names.
type Needs = BTreeMap<Vec<String>, BTreeMap<Vec<String>, BTreeSet<String>>>;

/// Files that need one another, round and round: none of them can be read first.
fn circles(needs: &Needs) -> Vec<String> {
    let reached = |start| {
        let mut seen = BTreeSet::new();
        let mut open = vec![start];
        while let Some(here) = open.pop() {
            open.extend(
                needs.get(here).into_iter().flat_map(|to| to.keys()).filter(|next| seen.insert(*next)),
            );
        }
        seen
    };
    let all: BTreeMap<_, _> = needs.keys().map(|file| (file, reached(file))).collect();
    let mut told = BTreeSet::new();
    let mut complaints = Vec::new();
    for (file, reach) in all.iter().filter(|(file, reach)| reach.contains(*file)) {
        let round: Vec<_> = reach
            .iter()
            .filter(|other| all.get(**other).is_some_and(|far| far.contains(*file)))
            .copied()
            .collect();
        if told.insert(round.clone()) {
            let mut text = format!("src/{}: in a circle of files:", file.join("/"));
            for from in &round {
                for (to, names) in needs[*from].iter().filter(|(to, _)| round.contains(to)) {
                    let names = names.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
                    text += &format!("\n    {} -> {}: {names}", from.join("::"), to.join("::"));
                }
            }
            complaints.push(text);
        }
    }
    complaints
}

/// A message's code tells it from all others: each is given in one file only.
fn codes_twice(sources: &[Source]) -> Vec<String> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let mut complaints = Vec::new();
    for source in sources {
        let own = source.text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let lines = (1..).zip(own.lines()).filter(|(_, line)| !line.trim_start().starts_with("//"));
        for (number, line) in lines {
            for code in codes(line) {
                let other = *first.entry(code).or_insert(&source.path);
                if other != source.path {
                    complaints.push(format!("src/{}:{number}: {code} is a code of {other}", source.path));
                }
            }
        }
    }
    complaints
}

/// `"A-01"` and `[A-01]`, without what is around them.
fn codes(line: &str) -> impl Iterator<Item = &str> {
    let starts = (0..line.len()).filter(|&at| line.is_char_boundary(at));
    starts.filter_map(|at| match line.as_bytes().get(at..at + 6)? {
        [b'"', a, b'-', x, y, b'"'] | [b'[', a, b'-', x, y, b']']
            if a.is_ascii_uppercase() && x.is_ascii_digit() && y.is_ascii_digit() =>
        {
            Some(&line[at + 1..at + 5])
        }
        _ => None,
    })
}

fn parse(sources: &[Source]) -> Vec<File<'_>> {
    let module = |source: &Source| -> Vec<String> {
        let path = source.path.trim_end_matches(".rs");
        let path = path.trim_end_matches("/mod");
        let parts = path.split('/').map(String::from);
        parts.filter(|part| !["lib", "main"].contains(&path) || part != path).collect()
    };
    let modules: BTreeSet<_> = sources.iter().map(module).collect();
    let file = |source| {
        let module = module(source);
        let (tokens, lines_of_tests) = without_tests(&tokens(&source.text));
        let paths = paths::of(&tokens, &module, &modules);
        File { source, module, tokens, lines: source.text.lines().count() - lines_of_tests, paths }
    };
    // A whole file of tests is test code: `#[cfg(test)] mod tests;` brings it in.
    sources
        .iter()
        .filter(|s| !s.path.ends_with("/tests.rs") && !s.path.contains("/tests/"))
        .map(file)
        .collect()
}

fn shape(file: &File, complain: &mut dyn FnMut(usize, String)) {
    let first = file.source.text.lines().next().unwrap_or("");
    if first.strip_prefix("//! ").is_none_or(|doc| doc.trim().len() < 10) {
        complain(1, "the first line is no `//!` sentence that says what the file is for".to_string());
    }
    if file.lines > LONGEST {
        complain(1, format!("{} lines without tests; at most {LONGEST}", file.lines));
    }
    if let Some(top) = file.top()
        && !ORDER.contains(&top)
    {
        complain(1, format!("`{top}` has no place in the order of modules"));
    }
}

/// Words that may not stand in the code, wherever they come from.
fn vocabulary(file: &File, complain: &mut dyn FnMut(usize, String)) {
    let no_floats = NO_FLOATS.iter().any(|part| file.within(part));
    for (at, token) in file.tokens.iter().enumerate() {
        let word = token.text.as_str();
        let next = file.tokens.get(at + 1).map_or("", |t| t.text.as_str());
        let before = if at > 0 { file.tokens[at - 1].text.as_str() } else { "" };
        let mut complain = |what: &str| complain(token.line, format!("`{word}` {what}"));
        if HASHED.contains(&word) {
            complain("has an order that differs from run to run; use BTreeMap or a sorted Vec");
        }
        if SOLVERS.contains(&word) && !file.within("lottery/solve") {
            complain("may be used in lottery::solve only");
        }
        if UNFINISHED.contains(&word) && next == "!" {
            complain("marks unfinished work");
        }
        if word == "unwrap" && before == "." {
            complain("says no reason; return an error, or `expect` with the invariant");
        }
        if file.within("cli") && ASKS_A_DISK.contains(&word) && before == "." && next == "(" {
            complain("asks a disk, which a browser has not; ask io");
        }
        if file.in_core() {
            if PRINTING.contains(&word) && next == "!" {
                complain("prints; the core returns values");
            }
            if RANDOMNESS.contains(&word) {
                complain("is randomness of the operating system; the core gets its seed as an argument");
            }
            if PLATFORM_MATHS.contains(&word) && before == "." && next == "(" {
                complain("differs between platforms; use the crate libm");
            }
        }
        if no_floats && (["f64", "f32", "as_f64"].contains(&word) || token.is_float()) {
            complain("is floating point, which ends at the ticket lottery");
        }
    }
}

/// Paths that leave the core, or from the command line go past `io`, which has another world in a browser.
fn outside_world(file: &File, path: &[String], line: usize, complain: &mut dyn FnMut(usize, String)) {
    let first = path.iter().take(2).map(String::as_str).collect::<Vec<_>>();
    if file.within("cli") && PAST_IO.iter().any(|past| first.starts_with(past)) {
        complain(line, format!("`{}` is not there in a browser; only io may use it", path.join("::")));
    }
    if !file.in_core() || path.is_empty() {
        return;
    }
    let second = path.get(1).map_or("", String::as_str);
    let third = path.get(2).map_or("", String::as_str);
    let world = match path[0].as_str() {
        "std" | "core" | "alloc" => WORLD.contains(&second) || (second == "io" && STREAMS.contains(&third)),
        "f64" | "f32" => PLATFORM_MATHS.contains(&second),
        name => WORLD_CRATES.contains(&name),
    };
    if world {
        complain(line, format!("`{}` is outside the core; only io and cli may use it", path.join("::")));
    }
    if path[0] == "std" && (path.len() == 1 || second == "*") {
        complain(line, "`std` under another name hides what is used".to_string());
    }
}

/// The absolute paths inside the crate that a mention stands for, re-exports followed.
fn targets(
    path: &[String],
    exports: &BTreeMap<Vec<String>, Vec<String>>,
    globs: &[(Vec<String>, Vec<String>)],
) -> Vec<Vec<String>> {
    if !matches!(path.first().map(String::as_str), Some("crate" | "geloot")) {
        return Vec::new();
    }
    let mut found = vec![path[1..].to_vec()];
    let mut at = 0;
    // Each path leads to others through re-exports; twenty is far more than any real chain.
    while at < found.len() && found.len() < 20 {
        let here = found[at].clone();
        for length in 1..=here.len() {
            if let Some(to) = exports.get(&here[..length])
                && to[0] == "crate"
            {
                found.push([&to[1..], &here[length..]].concat());
            }
        }
        for (from, to) in globs {
            if here.starts_with(from) && here.len() > from.len() && to[0] == "crate" {
                found.push([&to[1..], &here[from.len()..]].concat());
            }
        }
        at += 1;
    }
    found
}

fn direction(file: &File, target: &[String], line: usize, complain: &mut dyn FnMut(usize, String)) {
    let Some(top) = file.top() else { return };
    let place = |name: &str| ORDER.iter().position(|&m| m == name);
    let Some(to) = target.first() else {
        return complain(line, "`crate` as a whole hides what is used".to_string());
    };
    if let Some((_, rooms)) = ROOMS.iter().find(|(module, _)| *module == top && *module == to) {
        let room = |path: &[String]| path.get(1).and_then(|name| rooms.iter().position(|room| room == name));
        if let (Some(own), Some(used)) = (room(&file.module), room(target))
            && used > own
        {
            let own = rooms[own];
            complain(line, format!("room `{own}` may not use `{}`, which comes later", target.join("::")));
        }
    }
    match (place(top), place(to)) {
        (Some(own), Some(used)) if used > own => {
            complain(line, format!("`{top}` may not use `{}`, which comes later", target.join("::")));
        }
        (_, None) => complain(line, format!("`crate::{to}` has no place in the order of modules")),
        _ => {}
    }
}

fn longest_prefix(path: &[String], modules: &BTreeSet<Vec<String>>) -> Option<Vec<String>> {
    (1..=path.len()).rev().map(|n| path[..n].to_vec()).find(|prefix| modules.contains(prefix))
}

/// A way from `start` to `lottery::solve` over the files' mentions, in words.
fn chain_to_solver(start: &[String], graph: &BTreeMap<Vec<String>, BTreeSet<Vec<String>>>) -> Option<String> {
    let mut seen = BTreeSet::from([start.to_vec()]);
    let mut chains = vec![vec![start.to_vec()]];
    while let Some(chain) = chains.pop() {
        let here = &chain[chain.len() - 1];
        if here.len() >= 2 && here[0] == "lottery" && here[1] == "solve" {
            return Some(chain.iter().map(|m| m.join("::")).collect::<Vec<_>>().join(" -> "));
        }
        for next in graph.get(here).into_iter().flatten() {
            if seen.insert(next.clone()) {
                chains.push([chain.clone(), vec![next.clone()]].concat());
            }
        }
    }
    None
}

//! The pages of the documentation are followed to the letter: every command of the README and of `docs` is run, every
//! screen shown there is what the program shows, every link leads somewhere. After a sentence was improved,
//! `GELOOT_ACCEPT=1 cargo test --test documents docs` writes the new screens into the pages.
//!
//! A page is run in a copy of `examples/council`, block by block:
//!
//! - `sh`: a shell runs it; every command in it must end with 0.
//! - `console`: what follows `$ ` is run, and the lines below are what it must show; a screen that ends with `...` goes on.
//!   `console exit=1` also says how its last command ends.
//! - any block with `file=NAME`: it is the text of that file.
//! - `no-run`: a command that needs what no test has, such as next year's beacon.
//!
//! A page that goes on from another says so in a comment: `<!-- after: lottery.md -->`.

use geloot::assembly::programme::takes_event;
use geloot::base::said;
use geloot::invite::answers::Answer;
use geloot::panel::events;
use geloot::words::catalogue::Lang;
use geloot::words::codes;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A block of code of a page.
struct Block {
    /// What stands behind the fence.
    info: String,
    /// The text, without the indentation of the list that it may stand in.
    text: String,
    /// Where it stands in the page, fences included.
    at: Range<usize>,
}

impl Block {
    fn language(&self) -> &str {
        self.info.split_whitespace().next().unwrap_or_default()
    }

    fn option(&self, name: &str) -> Option<&str> {
        self.info.split_whitespace().find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
    }
}

#[test]
fn every_command_of_the_pages_runs_and_every_screen_is_true() {
    let pages = pages();
    let (next, commands, wrong) = (AtomicUsize::new(0), AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    // Each page has a folder of its own: as many at a time as there are cores.
    let follow = || {
        while let Some(page) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
            let (done, found) = followed(page);
            commands.fetch_add(done, Ordering::Relaxed);
            wrong.lock().unwrap().insert(page, found);
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| (0..cores).for_each(|_| drop(scope.spawn(follow))));
    let (commands, wrong) = (commands.into_inner(), wrong.into_inner().unwrap());
    let wrong: Vec<String> = wrong.into_values().flatten().collect();
    assert!(commands >= 20, "only {commands} commands were found in the pages");
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n\n"));
}

/// Follows a page: how many commands it has, and what is not as it says.
fn followed(page: &Path) -> (usize, Vec<String>) {
    let root = root();
    let folder = tempfile::tempdir().unwrap();
    // As the folders lie in the project.
    let place = folder.path().join("examples/council");
    copy(&root.join("examples/council"), &place);
    copy(&root.join("verifier"), &folder.path().join("verifier"));
    let beside = [
        "fixtures/scenarios/zeeland-whole",
        "examples/foodvalley",
        "fixtures/clerk",
        "fixtures/programme/tampered",
        "fixtures/deliberation/foodvalley-2021",
        "fixtures/scenarios/zeeland",
        "fixtures/scenarios/foodvalley-20-of-100",
    ];
    // Few pages look beside that folder.
    let looks = std::fs::read_to_string(page).unwrap().contains(" ../");
    beside.iter().filter(|_| looks).for_each(|name| copy(&root.join(name), &folder.path().join(name)));
    std::fs::create_dir_all(folder.path().join("examples")).unwrap();
    for name in ["examples/steps.sh", "examples/register.awk"] {
        std::fs::copy(root.join(name), folder.path().join(name)).unwrap();
    }
    let mut run = Run {
        page: page.to_owned(),
        folder: place,
        wrong: Vec::new(),
        commands: 0,
        screens: BTreeMap::new(),
    };
    run.all();
    if std::env::var_os("GELOOT_ACCEPT").is_some() {
        run.accept();
    }
    (run.commands, run.wrong)
}

/// Each language's page of every message, with what stands above it.
const MESSAGES: [(Lang, &str, &str); 2] = [
    (
        Lang::En,
        "docs/messages.md",
        "# Messages\n\nEvery message that has a code, and every claim. `geloot explain Q-07` shows one of them. What stands \
         between ‹ and › is told of your own files. This page is written from the catalogues.\n",
    ),
    (
        Lang::Nl,
        "docs/nl/meldingen.md",
        "# Meldingen\n\nElke melding met een code, en elke toets. `geloot explain Q-07 --lang nl` toont er één. Wat tussen ‹ \
         en › staat gaat over uw eigen bestanden. Deze pagina wordt uit de catalogi gemaakt.\n",
    ),
];

#[test]
fn the_pages_of_messages_are_those_of_the_catalogues() {
    for (lang, page, above) in MESSAGES {
        let mut text = above.to_owned();
        for entered in codes::all(lang) {
            let says = entered.says.iter().map(|line| format!("\n- {}", plain(line))).collect::<String>();
            text.push_str(&format!("\n## {}\n{says}\n", entered.code));
            for line in &entered.lines {
                text.push_str(&format!("\n  {}\n", plain(line)));
            }
        }
        is_made(page, &text);
    }
}

/// Each language's page of the words for what happened, with what stands above it.
const WORDS: [(&str, &str); 2] = [
    (
        "docs/words.md",
        "# Words for what happened\n\nWhat can stand in the column of events or answers of a list, with or without capitals and hyphens. \
         The first word of each is the one that pages and messages use. Of answers, words for a seat (`confirmed`, `declined`) count below \
         a heading `answer` alone. This page is written from the table of the program.\n\n\
         | in English | in Dutch | events after the draw | answers to letters | events of a programme |\n|---|---|---|---|---|\n",
    ),
    (
        "docs/nl/woorden.md",
        "# Woorden voor wat er gebeurde\n\nWat er in de kolom met gebeurtenissen of antwoorden van een lijst kan staan, met of zonder \
         hoofdletters en streepjes. Het eerste woord van elke rij is het woord van de bladzijden en de meldingen. Bij antwoorden tellen de woorden \
         voor een plaats (`bevestigd`, `afgemeld`) alleen onder een kopje `antwoord`. Deze bladzijde komt uit de tabel van het programma.\n\n\
         | in het Nederlands | in het Engels | gebeurtenissen na de loting | antwoorden op brieven | gebeurtenissen van een programma |\n\
         |---|---|---|---|---|\n",
    ),
];

#[test]
fn the_pages_of_words_are_those_of_the_program() {
    for (page, above) in WORDS {
        let dutch = page.starts_with("docs/nl/");
        let mut text = above.to_owned();
        for &(said, english, other) in said::WORDS {
            let all = |words: &[&str]| words.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", ");
            let (one, two) = if dutch { (all(other), all(english)) } else { (all(english), all(other)) };
            let places = [events::takes(said), Answer::of(said).is_some(), takes_event(said)];
            let [a, b, c] = places.map(|takes| match (takes, dutch) {
                (true, true) => "ja",
                (true, false) => "yes",
                _ => "",
            });
            text.push_str(&format!("| {one} | {two} | {a} | {b} | {c} |\n"));
        }
        is_made(page, &text);
    }
}

/// A page that is made by the program stands as it makes it, or is written where that was asked for.
fn is_made(page: &str, text: &str) {
    let path = root().join(page);
    if std::env::var_os("GELOOT_ACCEPT").is_some() {
        return std::fs::write(path, text).unwrap();
    }
    let stands = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(stands == text, "{page}: run `GELOOT_ACCEPT=1 cargo test --test documents docs`");
}

/// A sentence as Markdown shows it, signs and all.
fn plain(text: &str) -> String {
    let mut shown = String::new();
    for sign in text.chars() {
        if "\\`*_[]<>#|".contains(sign) {
            shown.push('\\');
        }
        shown.push(sign);
    }
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_link_of_the_pages_leads_somewhere() {
    let mut wrong = Vec::new();
    for page in pages() {
        let text = std::fs::read_to_string(&page).unwrap();
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
            let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
            if dest_url.contains("://") || dest_url.starts_with('#') {
                continue;
            }
            let file = dest_url.split('#').next().unwrap_or_default();
            if !page.parent().unwrap().join(file).exists() {
                wrong.push(format!("{}: {dest_url}", page.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_page_is_in_the_summary() {
    let summary = std::fs::read_to_string(root().join("docs/SUMMARY.md")).unwrap();
    let missing: Vec<PathBuf> = pages()
        .into_iter()
        .filter_map(|page| Some(page.strip_prefix(root().join("docs")).ok()?.to_owned()))
        .filter(|page| page != Path::new("SUMMARY.md") && !summary.contains(&format!("({})", page.display())))
        .collect();
    assert!(missing.is_empty(), "not in docs/SUMMARY.md: {missing:?}");
}

/// A page being followed.
struct Run {
    page: PathBuf,
    folder: PathBuf,
    wrong: Vec<String>,
    commands: usize,
    /// The new text of each screen that differs, by where it stands.
    screens: BTreeMap<usize, (Range<usize>, String)>,
}

impl Run {
    fn all(&mut self) {
        let text = std::fs::read_to_string(&self.page).unwrap();
        for earlier in before(&text) {
            let page = self.page.parent().unwrap().join(earlier);
            let folder = self.folder.clone();
            let mut run = Run { page, folder, wrong: Vec::new(), commands: 0, screens: BTreeMap::new() };
            run.all();
            // What is wrong there is told there.
        }
        for block in blocks(&text) {
            if block.info.split_whitespace().any(|word| word == "no-run") {
                continue;
            }
            if let Some(file) = block.option("file") {
                std::fs::write(self.folder.join(file), &block.text).unwrap();
                continue;
            }
            match block.language() {
                "sh" => self.script(&block),
                "console" => self.screen(&block, &text),
                _ => {}
            }
        }
    }

    /// A shell that finds the program, in the language of the page.
    fn shell(&self, script: &str) -> (Option<i32>, String) {
        let program = Path::new(env!("CARGO_BIN_EXE_geloot")).parent().unwrap();
        let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap_or_default());
        let dutch = self.page.components().any(|part| part.as_os_str() == "nl");
        let output = Command::new("bash")
            .args(["-e", "-c", &format!("exec 2>&1\n{script}")])
            .current_dir(&self.folder)
            .env("PATH", path)
            .env("GELOOT_LANG", if dutch { "nl" } else { "en" })
            .output()
            .expect("bash runs");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn script(&mut self, block: &Block) {
        self.commands += 1;
        let (exit, shown) = self.shell(&block.text);
        if exit != Some(0) {
            self.wrong.push(format!("{}:\n{}ends with {exit:?}:\n{shown}", self.page.display(), block.text));
        }
    }

    fn screen(&mut self, block: &Block, page: &str) {
        let mut made = String::new();
        let mut last = None;
        for (command, expected) in commands(&block.text) {
            self.commands += 1;
            let (exit, shown) = self.shell(&command.replace("\n> ", "\n"));
            last = exit;
            made.push_str(&format!("$ {command}\n"));
            made.push_str(&cut(&shown, expected.as_deref()));
        }
        let wanted: i32 = block.option("exit").map_or(0, |code| code.parse().expect("a code"));
        if last != Some(wanted) {
            self.wrong.push(format!("{}:\n{made}ends with {last:?}, not {wanted}", self.page.display()));
        }
        if made != block.text {
            self.wrong.push(format!(
                "{}: shown in the page\n{}and by the program\n{made}",
                self.page.display(),
                block.text
            ));
            let indent =
                " ".repeat(block.at.start - page[..block.at.start].rfind('\n').map_or(0, |at| at + 1));
            let fenced = format!("```{}\n{made}```", block.info);
            let lines: Vec<String> = fenced
                .lines()
                .enumerate()
                .map(
                    |(i, line)| {
                        if i == 0 || line.is_empty() { line.to_owned() } else { format!("{indent}{line}") }
                    },
                )
                .collect();
            self.screens.insert(block.at.start, (block.at.clone(), lines.join("\n")));
        }
    }

    /// Writes what the program shows into the page.
    fn accept(&mut self) {
        let mut text = std::fs::read_to_string(&self.page).unwrap();
        for (at, new) in self.screens.values().rev() {
            text.replace_range(at.clone(), new);
        }
        std::fs::write(&self.page, text).unwrap();
        self.wrong.retain(|wrong| !wrong.contains("and by the program"));
    }
}

/// The commands of a screen, each with what stands below it.
fn commands(text: &str) -> Vec<(String, Option<String>)> {
    let mut all: Vec<(String, Option<String>)> = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("$ ") {
            Some(command) => all.push((command.to_owned(), None)),
            None => {
                let (command, shown) = all.last_mut().expect("a screen begins with a command");
                match (line.strip_prefix("> "), &shown) {
                    (Some(_), None) => command.push_str(&format!("\n{line}")),
                    _ => {
                        let shown = shown.get_or_insert_default();
                        shown.push_str(line);
                        shown.push('\n');
                    }
                }
            }
        }
    }
    all
}

/// What was shown, as far as the page shows it: up to the line before `...`, which stands for one line or more.
fn cut(shown: &str, expected: Option<&str>) -> String {
    let shown: String = shown.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    let Some(expected) = expected else { return shown };
    let lines = expected.lines().count();
    match expected.lines().last() {
        Some("...") => {
            let start: String = shown.lines().take(lines - 1).map(|line| format!("{line}\n")).collect();
            let goes_on = shown.lines().count() >= lines;
            start + if goes_on { "...\n" } else { "" }
        }
        _ => shown,
    }
}

/// The pages that a page goes on from.
fn before(text: &str) -> Vec<String> {
    let comments =
        text.lines().filter_map(|line| line.trim().strip_prefix("<!-- after: ")?.strip_suffix(" -->"));
    comments.map(str::to_owned).collect()
}

fn blocks(text: &str) -> Vec<Block> {
    let mut all = Vec::new();
    let mut inside: Option<Block> = None;
    for (event, at) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                inside = Some(Block { info: info.to_string(), text: String::new(), at });
            }
            Event::Text(part) => {
                if let Some(block) = &mut inside {
                    block.text.push_str(&part);
                }
            }
            Event::End(TagEnd::CodeBlock) => all.extend(inside.take()),
            _ => {}
        }
    }
    all
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The README and every page below `docs`, in order.
fn pages() -> Vec<PathBuf> {
    fn below(folder: &Path, all: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => below(&path, all),
                false if path.extension().is_some_and(|e| e == "md") => all.push(path),
                false => {}
            }
        }
    }
    let mut all = vec![root().join("README.md")];
    below(&root().join("docs"), &mut all);
    all.sort();
    all
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let place = to.join(path.file_name().unwrap());
        match path.is_dir() {
            true => copy(&path, &place),
            false => _ = std::fs::copy(&path, place).unwrap(),
        }
    }
}

//! The acts of the page. Imports `io`, `cli`, `words` and its siblings.

use super::buttons::{named, renamed};
use super::example;
use super::labels::labels;
use super::look::look;
use super::wire::{self, Answer, Request};
use crate::cli;
use crate::cli::exit::Exit;
use crate::io;
use crate::io::memory::{self, Part, World};
use crate::words::catalogue::Lang;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

/// Does what the bytes ask for. What is no request is a mistake of the page, as the exit code says.
pub fn call(request: Vec<u8>) -> Vec<u8> {
    let whole = Arc::new(request);
    let Some((request, files)) = wire::read::<Request>(&whole, |request| &request.files) else {
        return wire::write(&Answer { exit: Exit::Bug.code(), ..Answer::default() }, vec![]);
    };
    let files =
        files.into_iter().map(|(name, range)| (name, Part::of(&whole, range))).collect::<BTreeMap<_, _>>();
    drop(whole);
    let lang = Lang::of_tag(&request.lang).unwrap_or_default();
    let before: BTreeSet<String> = files.keys().cloned().collect();
    let random = data_encoding::HEXLOWER_PERMISSIVE.decode(request.random.as_bytes()).unwrap_or_default();
    memory::enter(World { files, now: request.now, random, ..World::default() });
    let (exit, data) = match request.act.as_str() {
        "run" => (run(lang, &request.command), None),
        "labels" => (Exit::Done, Some(labels(lang))),
        "example" => {
            let way = request.command.first().map_or("", String::as_str);
            example::files(way).iter().for_each(|(name, bytes)| drop(io::write_new(Path::new(name), bytes)));
            (Exit::Done, None)
        }
        "look" => (Exit::Done, Some(looks(lang, &before))),
        _ => (Exit::Bug, None),
    };
    answer(exit, data, &before, request.buttons.then_some(lang))
}

/// What there is to say of an act that a mistake in the program ended, for whoever finds it so.
pub fn broken_off() -> Vec<u8> {
    let world = memory::leave();
    wire::write(&Answer { exit: Exit::Bug.code(), said: world.said, ..Answer::default() }, vec![])
}

/// What each of the files seems to be.
fn looks(lang: Lang, names: &BTreeSet<String>) -> Value {
    let one = |name: &String| look(lang, name, &io::read(Path::new(name)).unwrap_or_default());
    names.iter().map(one).collect()
}

/// A command.
fn run(lang: Lang, command: &[String]) -> Exit {
    cli::announce_mistakes(lang);
    let own = ["geloot", "--lang", lang.tag()].map(OsString::from);
    let given: Vec<OsString> = own.into_iter().chain(command.iter().map(OsString::from)).collect();
    cli::obey(lang, &given)
}

fn answer(exit: Exit, data: Option<Value>, before: &BTreeSet<String>, buttons: Option<Lang>) -> Vec<u8> {
    let mut world = memory::leave();
    let gone: Vec<String> = before.iter().filter(|name| !world.files.contains_key(*name)).cloned().collect();
    // What came with the act goes before the answer is put together.
    world.files.retain(|name, _| world.written.contains(name));
    let (names, bytes): (Vec<_>, Vec<_>) =
        world.files.into_iter().map(|(name, file)| ((name, file.len()), file.into_vec())).unzip();
    let mut data = data.or(world.answer).unwrap_or_default();
    if let Some(lang) = buttons {
        world.said = named(lang, &world.said);
        renamed(lang, &mut data);
    }
    let header = Answer { exit: exit.code(), shown: world.shown, said: world.said, data, gone, files: names };
    wire::write(&header, bytes)
}

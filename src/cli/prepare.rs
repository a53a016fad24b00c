//! `geloot prepare`: messy lists to one clean list. Imports `prepare`, `io`, `words` and its siblings.

use super::exit::{Exit, Halt, Saved};
use super::listing::Kind;
use super::sheet;
use super::talk::Talk;
use super::{json as faults_json, sheet::SheetArgs};
use crate::assembly::PROGRAM;
use crate::base::fault::{Faults, Grade};
use crate::bundle::clerk::Form;
use crate::bundle::form;
use crate::io::{self, NewFile, NewFolder, Trouble};
use crate::prepare::{self, FACTS, Prepared, REPORT, SHEETS, TWICE, prepare, suggest};
use crate::words::catalogue::{Lang, args, say};
use crate::words::{faults as fault_words, people, prepared, shown, typed};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Make one clean list of people from the lists that there are, by a recipe, and keep a trace of every change.
///
/// The recipe says which files there are, how each column is made, and who is left out and why. What it does not settle
/// stops the work, by source and row: nothing is guessed. Without a recipe --suggest writes a first one from the files,
/// with comments where it is unsure.
///
/// Makes a folder with pool.csv, left-out.csv, changes.csv, twice.csv (people who may be there twice, to decide),
/// report.html, report.txt and prepared.json (digests, for "geloot lottery --prepared"). The folder is personal.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The recipe; with --suggest the files with people.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Write a first recipe for these files.
    #[arg(long)]
    suggest: bool,
    /// With --suggest: the quotas, so that the recipe makes the columns that they need.
    #[arg(long, value_name = "Q.csv", requires = "suggest")]
    quotas: Option<PathBuf>,
    /// Write the lists as spreadsheets too (pool.xlsx, left-out.xlsx, changes.xlsx), in which every cell is text: numbers keep
    /// their zeros in front.
    #[arg(long, conflicts_with = "suggest")]
    xlsx: bool,
    /// The folder to make; with --suggest the recipe to write. Nothing may be there yet.
    #[arg(long, value_name = "OUT")]
    out: PathBuf,
    /// With --suggest: the sheet of workbooks.
    #[command(flatten)]
    sheet: SheetArgs,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    if args.suggest {
        return first_recipe(args, talk);
    }
    let [recipe] = &args.files[..] else {
        return Err(Halt::refused(Exit::Input, "I-31", args![count = args.files.len()]).saved(Saved::NoFile));
    };
    let folder = NewFolder::begin(&args.out)?;
    let mut files: BTreeMap<String, NewFile> = BTreeMap::new();
    let mut lists: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
    let made = make(recipe, None, talk.lang(), &mut |file, bytes| {
        let sheet = SHEETS.iter().find(|(list, _)| args.xlsx && *list == file);
        sheet.into_iter().for_each(|(list, _)| lists.entry(list).or_default().extend_from_slice(bytes));
        match files.get_mut(file) {
            Some(open) => open.write(bytes),
            None => folder.open(file).and_then(|mut open| {
                open.write(bytes)?;
                files.insert(file.to_owned(), open);
                Ok(())
            }),
        }
    })?;
    for (list, sheet) in SHEETS {
        if let Some(bytes) = lists.remove(list) {
            folder.add(sheet, &sheet_of(talk.lang(), list, &bytes)?)?;
        }
    }
    files.into_values().try_for_each(NewFile::finish)?;
    made.reports.iter().try_for_each(|(name, text)| folder.add(name, text.as_bytes()))?;
    folder.finish()?;
    let (lang, List { prepared: made, faults, text, .. }) = (talk.lang(), made);
    talk.faults(&faults);
    talk.show(&text)?;
    talk.show(&next(lang, &made, &args.out))?;
    talk.json(&answer(lang, &made, &faults))?;
    Ok(Exit::Done)
}

/// A list as a spreadsheet, its own headings in the language of whoever reads it.
fn sheet_of(lang: Lang, file: &str, bytes: &[u8]) -> Result<Vec<u8>, Halt> {
    let mut lines = form::records(bytes).map_err(|_| super::freezing::mistaken())?.into_iter();
    let cells = |line: csv::StringRecord| line.iter().map(str::to_owned).collect::<Vec<String>>();
    let mut headings = lines.next().map(cells).unwrap_or_default();
    // The columns of the list itself are called as they are in the list.
    let ours = match file {
        prepare::LEFT_OUT => 3,
        prepare::CHANGES => headings.len(),
        _ => 0,
    };
    headings.iter_mut().take(ours).for_each(|heading| *heading = prepared::heading(lang, heading));
    let list = people::List { headings, rows: lines.map(cells).collect() };
    if list.rows.len() > SHEET_ROWS {
        let (rows, file) = (list.rows.len(), file.to_owned());
        return Err(Halt::refused(Exit::Input, "I-34", args![rows = rows, most = SHEET_ROWS, file = file]));
    }
    Kind::Sheet.bytes(lang, &list, None)
}

/// Rows of a sheet below its headings.
const SHEET_ROWS: usize = 1_048_575;

/// A list that was made by a recipe.
pub struct List {
    /// What was made, for reports.
    pub prepared: Prepared,
    /// What somebody must look at.
    pub faults: Faults,
    /// How it came about, for screens.
    pub text: String,
    /// The reports, by the names of their files.
    pub reports: [(&'static str, String); 2],
}

/// Keeps a part of the file with this name.
pub type Keep<'a> = dyn FnMut(&str, &[u8]) -> Result<(), Trouble> + 'a;

/// Makes one list by the recipe at this path, whose files lie beside it. `key` is as that of `prepare`; `keep` keeps the files
/// that come out, part by part.
pub fn make(recipe: &Path, key: Option<&[String]>, lang: Lang, keep: &mut Keep<'_>) -> Result<List, Halt> {
    let bytes = io::read(recipe)?;
    let home = recipe.parent().unwrap_or(Path::new(""));
    let mut faults = Faults::new();
    let (mut unread, mut unwritten) = (None, None);
    let made = {
        let mut give = |file: &str| match io::read(&home.join(file)) {
            Ok(bytes) => Some(bytes),
            Err(found) => {
                unread = Some(found);
                None
            }
        };
        let mut take =
            |file: &str, bytes: &[u8]| keep(file, bytes).map_err(|found| unwritten = Some(found)).is_ok();
        prepare((&recipe.to_string_lossy(), &bytes), key, PROGRAM, &mut give, &mut take, &mut faults)
    };
    if let Some(trouble) = unread.or(unwritten) {
        return Err(Halt::Trouble(trouble));
    }
    let Some(prepared) = made.filter(|_| !faults.stop()) else { return Err(Halt::Faults(faults)) };
    // As a double click opens it where the language is Dutch.
    let form = if lang == Lang::Nl { Form::Excel } else { Form::Marked };
    let twice = Kind::Csv(form).bytes(lang, &prepared::twice(lang, &prepared), None)?;
    keep(TWICE, &twice).map_err(Halt::Trouble)?;
    let sections = prepared::sections(lang, &prepared);
    let said = fault_words::blocks(lang, &faults, &[Grade::Check, Grade::Note]);
    let text = format!("{}\n\n{}", prepared::summary(lang, &prepared), prepared::text(&sections));
    let page = prepared::page(lang, &prepared, &sections, &said).ok_or_else(super::freezing::mistaken)?;
    let reports = [(REPORT[0], page), (REPORT[1], format!("{text}{said}"))];
    Ok(List { prepared, faults, text, reports })
}

/// Where everything is, and what comes next.
fn next(lang: Lang, made: &Prepared, out: &Path) -> String {
    let folder = out.to_string_lossy();
    let open = made.pairs.iter().filter(|pair| pair.decision.is_none()).count();
    let twice =
        if open == 0 { String::new() } else { format!("{}\n", say!(lang, "prepared-decide", count = open)) };
    let saved = say!(lang, "prepared-saved", folder = shown(&folder));
    let pool = out.join(prepare::POOL);
    let check = say!(lang, "prepared-next", pool = typed(&pool.to_string_lossy()), folder = typed(&folder));
    format!("{saved}\n{twice}{check}\n")
}

fn answer(lang: Lang, made: &Prepared, faults: &Faults) -> Value {
    let sources = made.sources.iter().map(|s| {
        json!({
            "name": s.name,
            "digest": s.digest.to_string(),
            "read": s.read,
            "left_out": s.left_out,
            "twice": s.twice,
            "changed": s.changed,
        })
    });
    let rules = made.columns.iter().map(|(column, cells)| json!({ "column": column, "cells": cells }));
    let left_out = made
        .left_out
        .iter()
        .map(|(column, ground, rows)| json!({ "column": column, "ground": ground, "rows": rows }));
    let pairs = made.pairs.iter().map(|pair| {
        let row = |(at, row): (usize, usize)| json!({ "source": made.sources[at].name, "row": row });
        let same: Vec<&str> = pair.same.iter().map(|same| same.word()).collect();
        json!({
            "pair": pair.key,
            "first": row(pair.first),
            "second": row(pair.second),
            "same": same,
            "decided": pair.decision.is_some(),
        })
    });
    json!({
        "people": made.facts.people,
        "sources": sources.collect::<Vec<_>>(),
        "columns": rules.collect::<Vec<_>>(),
        "left_out": left_out.collect::<Vec<_>>(),
        "twice": pairs.collect::<Vec<_>>(),
        "prepared": serde_json::from_slice::<Value>(&made.facts.bytes()).unwrap_or_default(),
        "file": FACTS,
        "faults": faults_json::faults(lang, faults),
    })
}

/// Writes a first recipe.
fn first_recipe(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    io::vacant(&args.out)?;
    let home = args.out.parent().unwrap_or(Path::new(""));
    let mut files = Vec::new();
    for path in &args.files {
        let (name, bytes) = args.sheet.read(path)?;
        // As it is to be found from the recipe.
        let name = match Path::new(&name).strip_prefix(home) {
            Ok(inside) if !home.as_os_str().is_empty() => inside.to_string_lossy().into_owned(),
            _ => name,
        };
        files.push((name, bytes));
    }
    let quotas = args.quotas.as_deref().map(|path| sheet::read(path, &args.sheet.sheet)).transpose()?;
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    let mut faults = Faults::new();
    let quotas = quotas.as_ref().map(|(name, bytes)| (&**name, &**bytes));
    let text = suggest(&files, quotas, &|what, of| prepared::hint(talk.lang(), what, of), &mut faults);
    let Some(text) = text.filter(|_| !faults.stop()) else { return Err(Halt::Faults(faults)) };
    io::write_new(&args.out, text.as_bytes())?;
    talk.faults(&faults);
    let file = shown(&args.out.to_string_lossy());
    talk.show(&format!("{}\n", say!(talk.lang(), "prepared-suggested", file = file)))?;
    talk.json(&json!({ "recipe": text, "faults": faults_json::faults(talk.lang(), &faults) }))?;
    Ok(Exit::Done)
}

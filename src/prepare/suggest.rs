//! A first recipe, from what is seen in the files. Imports `base`, `register`, `quotas` and its siblings.

use super::strays::strays;
use crate::base::band::band;
use crate::base::fault::{Fault, Faults, Kind};
use crate::base::meant::meant;
use crate::base::text::{column_letters, fold, fold_heading, nearest, tidy};
use crate::pool::doubles;
use crate::quotas::{self, Feature, Quotas};
use crate::register::{self, Layout, Table, read_as, says_citizen_number};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A file that was looked at.
struct Seen {
    file: String,
    table: Table,
    heading_row: Option<usize>,
}

/// Says a line that is for a person: see [`suggest`].
pub type Say<'a> = &'a dyn Fn(&str, &str) -> String;

/// Spellings of a column that are looked at.
const MOST: usize = 200;

/// Writes a recipe for these files, with rules for the columns that the quotas need. What is unsure stands in comments.
/// What is for a person in it is said by `say`, from a word of the catalogues and what completes it. `None` when no file can
/// be read, with the reason in `faults`.
pub fn suggest(
    files: &[(&str, &[u8])],
    quotas: Option<(&str, &[u8])>,
    say: Say<'_>,
    faults: &mut Faults,
) -> Option<String> {
    let mut seen = Vec::new();
    for (name, bytes) in files {
        let mut own = Faults::new();
        let table = read_as(name, *bytes, Layout::default(), &mut own);
        let row = table.as_ref().and_then(headings_below);
        let table = match row {
            None => table,
            Some(_) => {
                own = Faults::new();
                read_as(name, *bytes, Layout { separator: None, heading_row: row }, &mut own)
            }
        };
        // A column of citizen service numbers is not copied, and no reason to stop.
        let kept = |fault: &&Fault| fault.kind() != Kind::CitizenNumbers;
        own.iter().filter(kept).for_each(|fault| faults.push(fault.what.clone(), fault.place.clone()));
        seen.extend(table.map(|table| Seen { file: (*name).to_owned(), table, heading_row: row }));
    }
    let quotas = match quotas {
        None => None,
        Some((name, bytes)) => {
            let table = register::read(name, bytes, faults);
            Some(quotas::from_table(&table?, faults)?)
        }
    };
    if faults.stop() || seen.is_empty() {
        return None;
    }
    let mut out = String::new();
    let classes = quotas.iter().flat_map(|quotas| &quotas.features).any(|feature| bands(feature).is_some());
    let _ = writeln!(out, "# {}\n", say("look", ""));
    if classes {
        let _ = writeln!(out, "# {}\n# reference_date = 2027-01-01\n", say("reference", ""));
    }
    let first = canonical(&seen);
    for source in &seen {
        sources(&mut out, source, (&first[..], &seen[0].table), say);
    }
    if let Some(quotas) = &quotas {
        quotas.features.iter().for_each(|feature| rule(&mut out, feature, &seen, quotas, say));
    }
    let consent = |heading: &&String| {
        let key = fold_heading(heading);
        ["toestemming", "akkoord", "consent", "privacy"].iter().any(|word| key.contains(word))
    };
    for heading in first.iter().filter(consent) {
        let _ = writeln!(
            out,
            "# {}\n# [[leave_out]]\n# column = {}\n# not = [\"ja\"]\n# ground = {}\n",
            say("consent", ""),
            quoted(heading),
            quoted(&say("no-consent", ""))
        );
    }
    let birth = first.iter().find(|heading| doubles::is_birth(heading));
    if let Some(birth) = birth.or_else(|| first.iter().find(|heading| is_birth_year(heading))) {
        let _ = writeln!(
            out,
            "# {}\n# [[leave_out]]\n# column = {}\n# younger = 16\n# ground = {}\n{}",
            say("young", ""),
            quoted(birth),
            quoted(&say("too-young", "")),
            // Of whoever turns 16 in that year nobody knows.
            if is_birth_year(birth) { "# unknown = false\n" } else { "" },
        );
    }
    let _ = writeln!(out, "# {}\n# [twice]\n# decisions = \"twice.csv\"", say("twice", ""));
    Some(out)
}

/// Whether a column is headed as one with years of birth, which leave a year of age open.
fn is_birth_year(heading: &str) -> bool {
    let key = fold_heading(heading);
    let words =
        ["geboortejaar", "gebjaar", "jaarvangeboorte", "birthyear", "yearofbirth", "bornyear", "geburtsjahr"];
    words.iter().any(|word| key.contains(word))
}

/// A text as TOML has it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// The row where the headings seem to stand, if it is not the first: the first of those with the most cells.
fn headings_below(table: &Table) -> Option<usize> {
    let filled = |cells: &[String]| cells.iter().filter(|cell| !cell.is_empty()).count();
    let most = table.start().iter().map(|(_, cells)| filled(cells)).max()?;
    let own = filled(&table.headings);
    let lower = table.start().iter().find(|(_, cells)| filled(cells) * 5 >= most * 4);
    lower.map(|(row, _)| *row).filter(|_| own * 2 < most)
}

/// The headings of the first file: others are to have the same.
fn canonical(seen: &[Seen]) -> Vec<String> {
    let headings = seen.first().map_or(&[][..], |source| &source.table.headings);
    headings.iter().filter(|heading| !heading.is_empty()).cloned().collect()
}

fn sources(out: &mut String, source: &Seen, (first, first_table): (&[String], &Table), say: Say<'_>) {
    // A recipe names the file and the sheet apart.
    let (file, sheet) = register::named(&source.file);
    let _ = writeln!(out, "[[source]]\nfile = {}", quoted(file));
    if let Some(sheet) = sheet {
        let _ = writeln!(out, "sheet = {}", quoted(sheet));
    }
    if let Some(row) = source.heading_row {
        let _ = writeln!(out, "heading_row = {row}");
    }
    let strays: Vec<String> = strays(&source.table).into_iter().map(|(_, row)| row.to_string()).collect();
    if !strays.is_empty() {
        let ground = quoted(&say("no-person", ""));
        let _ = writeln!(out, "# {}\n# skip = {{ {ground} = [{}] }}", say("strays", ""), strays.join(", "));
    }
    let _ = writeln!(out, "# {}\ntotal = {}", say("total", ""), source.table.len() - strays.len());
    for columns in source.table.repeated_headings() {
        let letters = column_letters(columns.last().copied().unwrap_or_default());
        let heading = quoted(&source.table.headings[columns[0]]);
        let _ = writeln!(out, "# {}\n# rename.\"[{letters}]\" = \"?\"", say("repeated", &heading));
    }
    let own: Vec<&String> = source.table.headings.iter().filter(|heading| !heading.is_empty()).collect();
    let has = |heading: &str| own.iter().any(|own| fold(own) == fold(heading));
    let missing: Vec<&str> = first.iter().map(String::as_str).filter(|heading| !has(heading)).collect();
    let strange = own.iter().filter(|own| !first.iter().any(|heading| fold(heading) == fold(own)));
    for heading in strange {
        let meant = nearest(heading, missing.iter().copied());
        // Numbers of people are all different, and numbers of houses are not.
        let meant = meant.filter(|meant| distinct(&source.table, heading) == distinct(first_table, meant));
        let meant = meant.unwrap_or("?");
        let _ = writeln!(out, "# rename.{} = {}", quoted(heading), quoted(meant));
    }
    for (column, heading) in source.table.headings.iter().enumerate() {
        if source.table.is_refused(column) || says_citizen_number(heading) {
            let key = fold_heading(heading);
            let kind = if key == "anr" || key.starts_with("anummer") { "a-number" } else { "number" };
            let _ = writeln!(out, "# {}", say(kind, &quoted(heading)));
        }
    }
    out.push('\n');
}

/// Whether no two rows have the same in a column.
fn distinct(table: &Table, heading: &str) -> bool {
    let [column] = table.columns(heading)[..] else { return false };
    let mut cells: Vec<&str> = table.rows().map(|row| row.cell(column)).collect();
    cells.sort_unstable();
    cells.windows(2).all(|pair| pair[0] != pair[1])
}

/// The values of a feature as classes of ages, if they are.
fn bands(feature: &Feature) -> Option<Vec<&str>> {
    let digits = |name: &str| name.bytes().any(|b| b.is_ascii_digit());
    let classes: Option<Vec<&str>> = feature
        .values
        .iter()
        .map(|v| band(&v.name).filter(|_| digits(&v.name)).map(|_| v.name.as_str()))
        .collect();
    classes.filter(|classes| classes.len() > 1)
}

fn rule(out: &mut String, feature: &Feature, seen: &[Seen], quotas: &Quotas, say: Say<'_>) {
    let headings =
        || seen.iter().flat_map(|source| &source.table.headings).filter(|heading| !heading.is_empty());
    let own = headings().find(|heading| fold(heading) == fold(&feature.name));
    let of_quotas = |heading: &&String| quotas.features.iter().any(|f| fold(&f.name) == fold(heading));
    let birth = || {
        let date = headings().find(|heading| doubles::is_birth(heading));
        date.or_else(|| headings().find(|heading| is_birth_year(heading)))
    };
    let near = || {
        let free = headings().filter(|heading| !of_quotas(heading)).map(String::as_str);
        nearest(&feature.name, free).and_then(|near| headings().find(|heading| *heading == near))
    };
    let classes = bands(feature);
    let (from, sure) = match (own, &classes) {
        (Some(own), _) => (Some(own), true),
        (None, Some(_)) => (birth().or_else(near), birth().is_some()),
        (None, None) => (near(), false),
    };
    let _ = writeln!(out, "[columns.{}]", quoted(&feature.name));
    match from {
        None => {
            let names: Vec<String> = headings().map(|heading| quoted(heading)).collect();
            let _ = writeln!(out, "# {}\n# {}", say("no-column", ""), names.join(", "));
            let _ = writeln!(out, "# from = \"?\"");
        }
        Some(from) if fold(from) == fold(&feature.name) => {}
        Some(from) => {
            let unsure = if sure { "" } else { "# " };
            let _ = writeln!(out, "{unsure}from = {}", quoted(from));
        }
    }
    if let Some(classes) = classes {
        let names: Vec<String> = classes.iter().map(|class| quoted(class)).collect();
        let _ = writeln!(out, "classes = [{}]", names.join(", "));
        if let Some(year) = from.filter(|from| is_birth_year(from)) {
            let hint = say("birth-year", &quoted(year));
            let _ = writeln!(out, "# {hint}\nunknown = {}", quoted(&say("unknown-age", "")));
        }
        out.push('\n');
        return;
    }
    values(out, feature, from, seen, say);
}

/// The spellings of a column: those that are a value need no line; those that are near one, and the others, are unsure.
fn values(out: &mut String, feature: &Feature, from: Option<&String>, seen: &[Seen], say: Say<'_>) {
    let mut spellings: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for source in seen {
        let columns = from.map_or_else(Vec::new, |from| source.table.columns(from));
        for row in source.table.rows() {
            for &column in columns.iter().filter(|c| !source.table.is_refused(**c)) {
                let cell = tidy(row.cell(column));
                if !cell.is_empty() && spellings.len() < MOST {
                    spellings.entry(fold(&cell)).or_insert((cell, 0)).1 += 1;
                }
            }
        }
    }
    let names = || feature.values.iter().map(|value| value.name.as_str());
    let is_value = |key: &String| names().any(|name| fold(name) == *key);
    let all: Vec<&str> = names().collect();
    let mut unsure: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (_, (cell, rows)) in spellings.iter().filter(|(key, _)| !is_value(key)) {
        let near = meant(cell, &all).unwrap_or("?");
        unsure.entry(near).or_default().push(format!("{} ({rows})", quoted(cell)));
    }
    if !unsure.is_empty() {
        let _ = writeln!(out, "# {}", say("spellings", ""));
        for (near, cells) in &unsure {
            let near = if *near == "?" { say("unknown", "") } else { say("perhaps", &quoted(near)) };
            let _ = writeln!(out, "#   {near}: {}", cells.join(", "));
        }
    }
    let _ = writeln!(out, "[columns.{}.values]", quoted(&feature.name));
    for name in names() {
        let _ = writeln!(out, "{} = []", quoted(name));
    }
    out.push('\n');
}

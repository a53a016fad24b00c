//! A first recipe, from what is seen in the files. Imports `base`, `register`, `quotas` and its siblings.

use super::alike;
use super::guess::{self, Guess, Holds};
use super::strays::{EXPLAINS, strays};
use crate::base::band::band;
use crate::base::fault::{Fault, Faults, Kind, What};
use crate::base::meant::meant;
use crate::base::text::{blank as blank_cell, fold, fold_heading, nearest, tidy};
use crate::pool::{headed, ids, traits, whole_years};
use crate::quotas::{self, Feature, Quotas};
use crate::register::{self, Layout, Table, TableRow, read_as, says_citizen_number};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// A file that was looked at.
struct Seen {
    file: String,
    table: Table,
    heading_row: Option<usize>,
    /// The sign between cells, where it has to be said.
    separator: Option<char>,
    /// New headings: of which column, as which one of the first file, and whether that is sure.
    renames: Vec<(usize, String, bool)>,
}

impl Seen {
    /// The column that has this heading once the renames that are sure are made.
    fn column(&self, heading: &str) -> Option<usize> {
        let renamed = || self.renames.iter().find(|(_, new, sure)| *sure && fold(new) == fold(heading));
        let own =
            self.table.columns(heading).first().copied().or_else(|| renamed().map(|(column, ..)| *column));
        own.filter(|column| !self.table.is_refused(*column))
    }
}

impl Seen {
    /// The rows but for those that explain the headings.
    fn people(&self) -> impl Iterator<Item = TableRow<'_>> {
        let explaining = headed::explaining(&self.table);
        self.table.rows().enumerate().filter(move |(at, _)| !explaining.contains(at)).map(|(_, row)| row)
    }
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
    let quotas = match quotas {
        None => None,
        Some((name, bytes)) => {
            let table = register::read(name, bytes, faults);
            Some(quotas::from_table(&table?, faults)?)
        }
    };
    let mut seen = Vec::new();
    for (name, bytes) in files {
        let mut own = Faults::new();
        let mut table = read_as(name, *bytes, Layout::default(), &mut own);
        let sign = own.iter().find_map(|fault| match fault.what {
            What::OneCell { sign } => Some(sign),
            _ => None,
        });
        // Where whole rows are quoted, no sign between cells helps.
        let separator = sign.and_then(|sign| {
            let layout = Layout { separator: u8::try_from(sign).ok(), heading_row: None };
            let mut again = Faults::new();
            let whole = read_as(name, *bytes, layout, &mut again).filter(is_parted)?;
            (table, own) = (Some(whole), again);
            Some(sign)
        });
        let row = table
            .as_ref()
            .and_then(|table| headings_below(table).or_else(|| named_below(table, quotas.as_ref())));
        if row.is_some() {
            own = Faults::new();
            let layout =
                Layout { separator: separator.and_then(|sign| u8::try_from(sign).ok()), heading_row: row };
            table = read_as(name, *bytes, layout, &mut own);
        }
        // A column of citizen service numbers is not copied, and no reason to stop.
        let kept = |fault: &&Fault| fault.kind() != Kind::CitizenNumbers;
        own.iter().filter(kept).for_each(|fault| faults.push(fault.what.clone(), fault.place.clone()));
        let file = (*name).to_owned();
        seen.extend(table.map(|table| Seen {
            file,
            table,
            heading_row: row,
            separator,
            renames: Vec::new(),
        }));
    }
    if faults.stop() || seen.is_empty() {
        return None;
    }
    renames(&mut seen);
    let mut out = String::new();
    let classes = quotas.iter().flat_map(|quotas| &quotas.features).any(|feature| bands(feature).is_some());
    let _ = writeln!(out, "# {}\n", say("look", ""));
    if classes {
        let _ = writeln!(out, "# {}\n# reference_date = 2027-01-01\n", say("reference", ""));
    }
    let first = canonical(&seen);
    for source in &seen {
        sources(&mut out, source, &first, say);
    }
    numbers(&mut out, &seen, say);
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
    if let Some(birth) = birth(first.iter()) {
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

/// The heading of when people were born: of several the one that says least besides.
fn birth<'a>(headings: impl Iterator<Item = &'a String> + Clone) -> Option<&'a String> {
    let shortest = |is: fn(&str) -> bool| {
        headings.clone().filter(|heading| is(heading)).min_by_key(|heading| fold_heading(heading).len())
    };
    shortest(traits::is_birth).or_else(|| shortest(is_birth_year))
}

/// Whether a column is headed as one with years of birth, which leave a year of age open.
fn is_birth_year(heading: &str) -> bool {
    if traits::is_of_others(heading) {
        return false;
    }
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

/// The same where the title is as wide as the list: the row that has the features of the quotas.
fn named_below(table: &Table, quotas: Option<&Quotas>) -> Option<usize> {
    quotas.and_then(|quotas| headed::features_below(table, quotas)).map(|(row, _)| row)
}

/// The headings of the first file: others are to have the same.
fn canonical(seen: &[Seen]) -> Vec<String> {
    let headings = seen.first().map_or(&[][..], |source| &source.table.headings);
    headings.iter().filter(|heading| !heading.is_empty()).cloned().collect()
}

/// Finds for each file but the first which of its columns are one of the first file's under another heading: by what they hold, or
/// by a heading that is nearly the same.
fn renames(seen: &mut [Seen]) {
    let Some((first, others)) = seen.split_first_mut() else { return };
    let first = &first.table;
    for source in others {
        let table = &source.table;
        let there =
            |heading: &str, table: &Table| table.headings.iter().any(|own| fold(own) == fold(heading));
        let strange = |c: usize| !table.headings[c].is_empty() && !there(&table.headings[c], first);
        let missing = |c: usize| !first.headings[c].is_empty() && !there(&first.headings[c], table);
        let mut found: Vec<(usize, String, bool)> = Vec::new();
        for column in (0..table.headings.len()).filter(|&c| strange(c)) {
            let what =
                guess::holds(table, column).filter(|what| guess::only(table, *what, strange).is_some());
            if let Some((what, at)) = what.and_then(|what| Some((what, guess::only(first, what, missing)?))) {
                // Two columns of numbers that are all different are one where either is headed as such numbers are.
                let ids = [&table.headings[column], &first.headings[at]];
                let sure = what != Holds::Number || ids.iter().any(|heading| ids::is_likely(heading));
                found.push((column, first.headings[at].clone(), sure));
            }
        }
        for column in (0..table.headings.len()).filter(|&c| strange(c)) {
            let (heading, taken) =
                (&table.headings[column], |new: &str| found.iter().any(|(_, own, _)| own == new));
            if found.iter().any(|(own, ..)| *own == column) {
                continue;
            }
            let open = |c: usize| missing(c) && !taken(&first.headings[c]);
            if let Some(at) = alike::column(table, column, first, &open) {
                found.push((column, first.headings[at].clone(), true));
                continue;
            }
            let free = (0..first.headings.len()).filter(|&c| missing(c)).map(|c| first.headings[c].as_str());
            let near = nearest(heading, free.filter(|new| !taken(new)));
            // Numbers of people are all different, and numbers of houses are not.
            let near = near.filter(|near| distinct(table, heading) == distinct(first, near));
            found.push((column, near.unwrap_or("?").to_owned(), false));
        }
        found.sort();
        source.renames = found;
    }
}

/// Numbers of people that lost their zeros, or that each file counts from 1.
fn numbers(out: &mut String, seen: &[Seen], say: Say<'_>) {
    let tables: Vec<&Table> = seen.iter().map(|source| &source.table).collect();
    if let Some((heading, digits, sure)) = guess::padded(&tables) {
        let unsure = if sure { "" } else { "# " };
        let said = say(if sure { "pad" } else { "pad-perhaps" }, &quoted(&heading));
        let _ = writeln!(out, "# {said}\n{unsure}[columns.{}]\n{unsure}pad = {digits}\n", quoted(&heading));
    }
    let first = seen.first().and_then(|source| {
        let number = guess::only(&source.table, Holds::Number, |_| true)?;
        source.table.headings.get(number)
    });
    let Some(number) = first.filter(|_| seen.len() > 1) else { return };
    let cells = |source: &Seen| {
        let column = source.renames.iter().find(|(_, new, _)| new == number).map(|(column, ..)| *column);
        let column = source.table.columns(number).first().copied().or(column)?;
        Some(source.table.rows().map(move |row| row.cell(column).trim().to_owned()).collect::<BTreeSet<_>>())
    };
    let all: Vec<BTreeSet<String>> = seen.iter().filter_map(cells).collect();
    let shared =
        all.iter().enumerate().any(|(at, one)| all[..at].iter().any(|other| !one.is_disjoint(other)));
    if shared {
        let place = say("place", "");
        let _ = writeln!(
            out,
            "# {}\n# [columns.id]\n# join = [{}, {}]\n# with = \" \"\n",
            say("same-numbers", &quoted(&place)),
            quoted(&place),
            quoted(number)
        );
    }
}

fn sources(out: &mut String, source: &Seen, first: &[String], say: Say<'_>) {
    // A recipe names the file and the sheet apart.
    let (file, sheet) = register::named(&source.file);
    let _ = writeln!(out, "[[source]]\nfile = {}", quoted(file));
    if let Some(sheet) = sheet {
        let _ = writeln!(out, "sheet = {}", quoted(sheet));
    }
    if let Some(row) = source.heading_row {
        let _ = writeln!(out, "heading_row = {row}");
    }
    if let Some(sign) = source.separator {
        let _ = writeln!(out, "separator = {}", quoted(&sign.to_string()));
    }
    let strays = strays(&source.table);
    let rows = |sure: bool| -> String {
        let own = strays.iter().filter(|(why, _)| (*why == EXPLAINS) == sure);
        own.map(|(_, row)| row.to_string()).collect::<Vec<_>>().join(", ")
    };
    let (sure, unsure) = (rows(true), rows(false));
    let [explains, nobody] = ["explains", "no-person"].map(|word| quoted(&say(word, "")));
    let own = format!("{explains} = [{sure}]");
    if !sure.is_empty() {
        let _ = writeln!(out, "# {}\nskip = {{ {own} }}", say("second-headings", ""));
    }
    if !unsure.is_empty() {
        let own = if sure.is_empty() { String::new() } else { format!("{own}, ") };
        let _ = writeln!(out, "# {}\n# skip = {{ {own}{nobody} = [{unsure}] }}", say("strays", ""));
    }
    let _ = writeln!(out, "# {}\ntotal = {}", say("total", ""), source.table.len() - strays.len());
    for columns in source.table.repeated_headings() {
        let letters = source.table.letters(columns.last().copied().unwrap_or_default());
        let heading = quoted(&source.table.headings[columns[0]]);
        let _ = writeln!(out, "# {}\n# rename.\"[{letters}]\" = \"?\"", say("repeated", &heading));
    }
    if source.renames.iter().any(|(.., sure)| *sure) {
        let _ = writeln!(out, "# {}", say("renamed", ""));
    }
    for (column, new, sure) in &source.renames {
        let unsure = if *sure { "" } else { "# " };
        let _ = writeln!(out, "{unsure}rename.{} = {}", quoted(&source.table.headings[*column]), quoted(new));
    }
    let missing = |heading: &&String| source.column(heading).is_none();
    let missing: Vec<String> = first.iter().filter(missing).map(|heading| quoted(heading)).collect();
    if !missing.is_empty() {
        let _ = writeln!(out, "# {}", say("missing", &missing.join(", ")));
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

/// Whether some row has more than one cell.
fn is_parted(table: &Table) -> bool {
    table.rows().any(|row| row.cells().skip(1).any(|cell| !blank_cell(cell)))
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

fn rule<'a>(out: &mut String, feature: &Feature, seen: &'a [Seen], quotas: &Quotas, say: Say<'_>) {
    let headings =
        || seen.iter().flat_map(|source| &source.table.headings).filter(|heading| !heading.is_empty());
    let own = headings().find(|heading| fold(heading) == fold(&feature.name));
    // Where that is a column of a further file which gets the heading of the first, the first has it.
    let of_first = |heading: &String| {
        let renamed = |source: &'a Seen| {
            let mut sure = source.renames.iter().filter(|(.., sure)| *sure);
            sure.find(|(column, ..)| source.table.headings[*column] == *heading).map(|(_, new, _)| new)
        };
        seen.iter().find_map(renamed)
    };
    let renamed = own.and_then(of_first);
    let own = own.filter(|_| renamed.is_none());
    let of_quotas = |heading: &&String| quotas.features.iter().any(|f| fold(&f.name) == fold(heading));
    let birth = || birth(headings());
    let ages = || headings().find(|heading| !of_quotas(heading) && traits::is_age(heading));
    let near = || {
        let free = headings().filter(|heading| !of_quotas(heading)).map(String::as_str);
        nearest(&feature.name, free).and_then(|near| headings().find(|heading| *heading == near))
    };
    let classes = bands(feature);
    let tables: Vec<&Table> = seen.iter().map(|source| &source.table).collect();
    let is_quota = |heading: &str| quotas.features.iter().any(|f| fold(&f.name) == fold(heading));
    let guess = || guess::column(feature, &tables, &is_quota);
    let (from, sure, hint) = match (own.or(renamed), &classes) {
        (Some(own), _) => (Some(own), true, None),
        (None, Some(_)) => match guess() {
            Some(Guess::Cells(heading)) => (Some(heading), true, Some("by-cells")),
            _ => {
                let told = birth().or_else(ages);
                (told.or_else(near), told.is_some(), None)
            }
        },
        (None, None) => match guess() {
            Some(Guess::Cells(heading)) => (Some(heading), true, Some("by-cells")),
            Some(Guess::Heading(heading)) => (Some(heading), false, Some("by-heading")),
            Some(Guess::Postcode(heading)) => (Some(heading), false, Some("by-postcode")),
            None => (near(), false, None),
        },
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
            if let Some(hint) = hint {
                let _ = writeln!(out, "# {}", say(hint, &quoted(from)));
            }
            let unsure = if sure { "" } else { "# " };
            let _ = writeln!(out, "{unsure}from = {}", quoted(from));
        }
    }
    if hint == Some("by-postcode") {
        let (file, value) = (quoted(&say("postcodes", "")), quoted(&feature.name));
        let _ = writeln!(out, "# table = {{ file = {file}, key = \"postcode\", value = {value} }}\n");
        return;
    }
    let blank = blank(from, seen);
    if blank > 0 {
        let _ = writeln!(
            out,
            "# {}\n# blank = {}",
            say("blank", &blank.to_string()),
            quoted(&say("blank-is", ""))
        );
    }
    if let Some(classes) = classes.filter(|_| !classed(feature, from, seen)) {
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

/// Whether each cell of a column is the class of one value, written in this way or another: `16 t/m 34` for 16-34. Then no age is
/// to be found, and no day on which it counts.
fn classed(feature: &Feature, from: Option<&String>, seen: &[Seen]) -> bool {
    let columns = |source: &Seen| from.and_then(|from| source.column(from));
    let cells = seen.iter().filter_map(|source| columns(source).map(|column| (source, column)));
    let cells = cells.flat_map(|(source, column)| source.people().map(move |row| tidy(row.cell(column))));
    let mut cells = cells.filter(|cell| !cell.is_empty()).peekable();
    cells.peek().is_some() && cells.all(|cell| class(&cell, feature).is_some())
}

/// The value of a feature that a cell is, or the only one with the same first and last age; none of a single age.
fn class<'a>(cell: &str, feature: &'a Feature) -> Option<&'a str> {
    let names = || feature.values.iter().map(|value| value.name.as_str());
    let own = names().find(|name| fold(name) == fold(cell));
    own.or_else(|| {
        let ages = band(cell).filter(|_| whole_years(cell).is_none())?;
        let mut same = names().filter(|name| band(name) == Some(ages));
        same.next().filter(|_| same.next().is_none())
    })
}

/// Rows in which a column is blank.
fn blank(from: Option<&String>, seen: &[Seen]) -> usize {
    let of = |source: &Seen| {
        let column = from.and_then(|from| source.column(from));
        column.map_or(0, |column| source.people().filter(|row| tidy(row.cell(column)).is_empty()).count())
    };
    seen.iter().map(of).sum()
}

/// The spellings of a column: those that are a value need no line; those that are near one stand in its list, each behind a `#`
/// that a person takes away; the others are below.
fn values(out: &mut String, feature: &Feature, from: Option<&String>, seen: &[Seen], say: Say<'_>) {
    let mut spellings: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for source in seen {
        let columns: Vec<usize> = from.and_then(|from| source.column(from)).into_iter().collect();
        for row in source.people() {
            for &column in &columns {
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
    let mut near: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let (mut strange, mut unsure) = (Vec::new(), false);
    for (_, (cell, rows)) in spellings.iter().filter(|(key, _)| !is_value(key)) {
        let line = |mark: &str| format!("    {mark}{},  # {}", quoted(cell), say("rows", &rows.to_string()));
        // A class of the same ages is the same.
        if let Some(value) = class(cell, feature) {
            near.entry(value).or_default().push(line(""));
            continue;
        }
        unsure = true;
        let line = line("# ");
        match meant(cell, &all) {
            Some(value) => near.entry(value).or_default().push(line),
            None => strange.push(line),
        }
    }
    if unsure {
        let _ = writeln!(out, "# {}", say("spellings", ""));
    }
    let _ = writeln!(out, "[columns.{}.values]", quoted(&feature.name));
    for name in names() {
        match near.get(name) {
            None => _ = writeln!(out, "{} = []", quoted(name)),
            Some(lines) => _ = writeln!(out, "{} = [\n{}\n]", quoted(name), lines.join("\n")),
        }
    }
    if !strange.is_empty() {
        let _ = writeln!(out, "# {}\n{}", say("strange", ""), strange.join("\n"));
    }
    out.push('\n');
}

//! The same pool and quotas in every dialect that spreadsheets write: each must read as the same.
//!
//! `fixtures/dialects/<name>/` is written by the functions below: `GELOOT_ACCEPT=1 cargo test --test files
//! dialects` writes the files, a plain run compares every byte and reads them.

use geloot::base::fault::{Fault, Faults, Grade, Kind};
use geloot::pool::{self, Pool, Source};
use std::fs;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

const SEATS: u32 = 4;

/// Headings and people; nobody in here exists.
const POOL: &[&[&str]] = &[
    &["deelnemerscode", "opmerking", "kern", "leeftijd", "interesse"],
    &["007", "", "Beringe", "18-39", "zeer geïnteresseerd"],
    &["0010", "belt liever; ook 's avonds, zei zij", "Beringe", "40-64", "geïnteresseerd"],
    &["01", "eerste regel\ntweede regel", "Kessel", "40-64", "één beetje"],
    &["1", "zegt \"ja\"", "Kessel", "65+", "één beetje"],
    &["a1", "€ 10", "Meijel", "18-39", "geïnteresseerd"],
    &["b2", "", "Meijel", "65+", "zeer geïnteresseerd"],
];

const QUOTAS: &[&[&str]] = &[
    &["feature", "value", "min", "max", "min_flex", "max_flex"],
    &["kern", "Beringe", "1", "2", "0", "3"],
    &["kern", "Kessel", "1", "2", "1", "2"],
    &["kern", "Meijel", "0", "2", "", ""],
    &["leeftijd", "18-39", "1", "2", "0", "2"],
    &["leeftijd", "40-64", "1", "1", "1", "2"],
    &["leeftijd", "65+", "0", "2", "0", "2"],
    &["interesse", "één beetje", "1", "1", "1", "1"],
    &["interesse", "geïnteresseerd", "1", "2", "0", "2"],
    &["interesse", "zeer geïnteresseerd", "1", "2", "1", "2"],
];

type Rows = Vec<Vec<String>>;

fn owned(rows: &[&[&str]]) -> Rows {
    rows.iter().map(|row| row.iter().map(|cell| cell.to_string()).collect()).collect()
}

/// Rows as a CSV file with this sign between cells and this line ending.
fn csv(rows: &Rows, sign: char, end: &str) -> String {
    let needs_quotes = |cell: &str| cell.contains([sign, '"', '\n', '\r']);
    let cell = |cell: &String| match needs_quotes(cell) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.clone(),
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(&sign.to_string()) + end;
    rows.iter().map(line).collect()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect()
}

fn windows(text: &str) -> Vec<u8> {
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(text);
    assert!(!lost);
    bytes.into_owned()
}

/// The quotas with other headings, or only the first four columns when there are four.
fn headed(headings: &[&str]) -> Rows {
    let mut rows = owned(QUOTAS);
    rows.iter_mut().for_each(|row| row.truncate(headings.len()));
    rows[0] = headings.iter().map(|h| h.to_string()).collect();
    rows
}

/// Every cell of these columns changed.
fn changed(mut rows: Rows, columns: &[usize], change: impl Fn(&str) -> String) -> Rows {
    for row in &mut rows[1..] {
        columns.iter().for_each(|&c| row[c] = change(&row[c]));
    }
    rows
}

/// A name, the bytes of the pool, and the bytes of the quotas.
fn dialects() -> Vec<(&'static str, Vec<u8>, Vec<u8>)> {
    let (pool, quotas) = (owned(POOL), owned(QUOTAS));
    let plain_pool = || csv(&pool, ',', "\n").into_bytes();
    let with_quotas = |name, rows: Rows| (name, plain_pool(), csv(&rows, ',', "\n").into_bytes());
    let encoded = |name, sign, end, encode: &dyn Fn(&str) -> Vec<u8>| {
        (name, encode(&csv(&pool, sign, end)), encode(&csv(&quotas, sign, end)))
    };
    let mut moved: Rows = pool.iter().rev().cloned().collect();
    moved.rotate_right(1);
    moved.iter_mut().for_each(|row| row.rotate_left(2));
    let mut moved_quotas: Rows = quotas.iter().rev().cloned().collect();
    moved_quotas.rotate_right(1);
    moved_quotas.iter_mut().for_each(|row| row.reverse());
    let spaced = |cell: &str| format!("  {} ", cell.to_uppercase());
    let mut spaced_pool = changed(pool.clone(), &[2, 3, 4], spaced);
    spaced_pool[0] = pool[0].iter().map(|heading| spaced(heading)).collect();
    let mut spaced_quotas = quotas.clone();
    spaced_quotas[0] =
        ["Feature ", " VALUE", " Min", "mAx ", "Min Flex", "MaxFlex"].map(str::to_owned).to_vec();
    let excel = |cell: &str| if cell.is_empty() { String::new() } else { format!("{cell},0") };
    let apart = |text: &str| text.nfd().collect::<String>().into_bytes();
    vec![
        ("plain", plain_pool(), csv(&quotas, ',', "\n").into_bytes()),
        (
            "nederlandse-excel",
            windows(&(csv(&pool, ';', "\r\n") + ";;;;\r\n;;;;\r\n")),
            windows(&(csv(&headed(&["kenmerk", "waarde", "min", "max"]), ';', "\r\n") + ";;;\r\n")),
        ),
        encoded("utf-8-with-mark", ';', "\r\n", &|text| format!("\u{feff}{text}").into_bytes()),
        encoded("utf-16-little-endian-tab", '\t', "\r\n", &|text| utf16(text, u16::to_le_bytes)),
        encoded("utf-16-big-endian", ',', "\r\n", &|text| utf16(text, u16::to_be_bytes)),
        encoded("tab", '\t', "\n", &|text| text.as_bytes().to_vec()),
        encoded("sep-line", ';', "\r\n", &|text| format!("sep=;\r\n{text}").into_bytes()),
        encoded("old-mac", ',', "\r", &|text| text.as_bytes().to_vec()),
        encoded("letters-apart", ',', "\n", &|text| apart(text)),
        with_quotas("category-name", headed(&["category", "name", "min", "max"])),
        with_quotas("category-feature", headed(&["category", "feature", "min", "max"])),
        with_quotas("feature-name", headed(&["FeatureName", "ValueName", "MinQuota", "MaxQuota"])),
        with_quotas("excel-numbers", changed(quotas.clone(), &[2, 3, 4, 5], excel)),
        ("moved", csv(&moved, ',', "\n\n").into_bytes(), csv(&moved_quotas, ',', "\n\n").into_bytes()),
        (
            "spaces-and-capitals",
            csv(&spaced_pool, ',', "\n").into_bytes(),
            csv(&spaced_quotas, ',', "\n").into_bytes(),
        ),
    ]
}

#[test]
fn the_files_are_these_bytes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/dialects");
    let accept = std::env::var_os("GELOOT_ACCEPT").is_some();
    let mut names = Vec::new();
    for (name, pool, quotas) in dialects() {
        let folder = root.join(name);
        names.push(name.to_owned());
        for (file, bytes) in [("pool.csv", pool), ("quotas.csv", quotas)] {
            if accept {
                fs::create_dir_all(&folder).unwrap();
                fs::write(folder.join(file), &bytes).unwrap();
            }
            assert!(fs::read(folder.join(file)).unwrap() == bytes, "{name}/{file}");
        }
    }
    let mut there: Vec<_> =
        fs::read_dir(root).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    there.sort();
    names.sort();
    assert_eq!(there, names);
}

fn read(pool: &[u8], quotas: &[u8]) -> (Option<Pool>, Faults) {
    let mut faults = Faults::new();
    let pool = Source { name: "pool.csv", bytes: pool };
    let quotas = Source { name: "quotas.csv", bytes: quotas };
    (pool::read(pool, quotas, SEATS, None, &mut faults), faults)
}

/// What decides a lottery, and the cells of each person by heading. `lines` says how a line break
/// in a cell is written.
fn meaning(pool: &Pool) -> (String, Vec<(String, Vec<u16>)>) {
    let quotas: Vec<String> = pool
        .quotas()
        .features
        .iter()
        .flat_map(|f| f.values.iter().map(move |v| format!("{} {} {} {}", f.name, v.name, v.min, v.max)))
        .collect();
    (quotas.join("\n"), pool.people().map(|p| (p.id.to_owned(), p.values.to_vec())).collect())
}

/// For each person, in order of ids, the remark.
fn remarks(pool: &Pool) -> Vec<String> {
    let column = pool.headings().iter().position(|h| h.to_lowercase() == "opmerking").unwrap();
    pool.people().map(|p| p.cell(column).nfc().collect::<String>().replace("\r\n", "\n")).collect()
}

#[test]
fn every_dialect_is_the_same_pool() {
    let (plain, _) = read(&dialects()[0].1, &dialects()[0].2);
    let plain = plain.unwrap();
    assert_eq!(plain.people().map(|p| p.id).collect::<Vec<_>>(), ["0010", "007", "01", "1", "a1", "b2"]);
    assert_eq!(plain.person(2).values, [2, 1, 1], "een beetje sorts behind z in byte order");
    for (name, pool, quotas) in dialects() {
        let (read, faults) = read(&pool, &quotas);
        let read = read.unwrap_or_else(|| panic!("{name}: {faults:?}"));
        assert_eq!(meaning(&read), meaning(&plain), "{name}");
        assert_eq!(remarks(&read), remarks(&plain), "{name}");
        assert_eq!(read.profiles(), plain.profiles(), "{name}");
        // 01 and 1 are two people here, and are pointed out.
        let expected = |fault: &Fault| fault.grade() == Grade::Note || fault.kind() == Kind::IdsAlike;
        assert!(faults.iter().all(expected) && faults.count(Kind::IdsAlike) == 1, "{name}: {faults:?}");
        let flex = |pool: &Pool| pool.quotas().features[1].values.iter().map(|v| v.flex).collect::<Vec<_>>();
        let four_columns =
            ["nederlandse-excel", "category-name", "category-feature", "feature-name"].contains(&name);
        let expected = if four_columns { vec![None; 3] } else { vec![Some((0, 3)), Some((1, 2)), None] };
        assert_eq!(flex(&read), expected, "{name}");
    }
}

#[test]
fn what_was_guessed_or_matched_is_noted() {
    let notes = |wanted: &str| {
        let (_, pool, quotas) = dialects().into_iter().find(|(name, ..)| *name == wanted).unwrap();
        let mut kinds: Vec<Kind> = read(&pool, &quotas).1.iter().map(|fault| fault.kind()).collect();
        kinds.dedup();
        kinds
    };
    let alike = Kind::IdsAlike;
    assert_eq!(notes("plain"), [Kind::IdColumnTaken, alike]);
    assert_eq!(notes("nederlandse-excel"), [Kind::ReadAsWindows, Kind::IdColumnTaken, alike]);
    assert_eq!(notes("moved"), [Kind::BlankRows, Kind::IdColumnTaken, alike]);
    let matched = [Kind::ColumnMatched, Kind::IdColumnTaken, Kind::ValueMatched, alike];
    assert_eq!(notes("spaces-and-capitals"), matched);
}

#[test]
fn row_numbers_serve_as_ids_when_there_are_none() {
    let rows: Rows = owned(POOL).into_iter().map(|row| row[1..].to_vec()).collect();
    let (pool, faults) = read(csv(&rows, ',', "\n").as_bytes(), &dialects()[0].2);
    let pool = pool.unwrap();
    // The second row of the file that a spreadsheet shows is the first person; a quoted line break
    // makes no row.
    assert_eq!(pool.people().map(|p| p.id).collect::<Vec<_>>(), ["2", "3", "4", "5", "6", "7"]);
    assert_eq!((pool.id_column(), faults.count(Kind::RowNumbers)), (None, 1));
    assert!(pool.people().all(|p| p.id == p.row.to_string()));
}

#[test]
fn the_id_column_is_detected_sensibly_or_named() {
    let quotas = b"feature,value,min,max\ng,a,1,2\ng,b,0,2\n";
    let id = |file: &str, column: Option<&str>| {
        let mut faults = Faults::new();
        let pool = Source { name: "p", bytes: file.as_bytes() };
        let pool = pool::read(pool, Source { name: "q", bytes: quotas }, 2, column, &mut faults);
        pool.unwrap_or_else(|| panic!("{faults:?}")).id_column()
    };
    assert_eq!(id("g,nationbuilder_id\na,x\nb,y\n", None), Some(1));
    assert_eq!(id("code,ID,g\n1,x,a\n2,y,b\n", None), Some(1), "a surer heading wins");
    assert_eq!(id("Nr.,g\n1,a\n2,b\n", None), Some(0));
    assert_eq!(id("nr,g\n1,a\n1,b\n1,a\n", None), None, "house numbers are no ids");
    assert_eq!(id("nr,g\n1,a\n1,a\n2,b\n3,b\n", None), Some(0), "one doubled row does not hide the ids");
    assert_eq!(id("name,g\nx,a\ny,b\n", None), None);
    assert_eq!(id("name,id,g\nx,1,a\ny,2,b\n", Some(" NAME ")), Some(0));
}

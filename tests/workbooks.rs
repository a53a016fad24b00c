//! Workbooks are read as the files that a spreadsheet would have saved as CSV, with its rows and its sheets.

#[path = "../examples/make_fixtures/workbooks.rs"]
mod workbooks;

use geloot::base::fault::{Faults, Kind, What};
use geloot::register::{named, read, with_sheet};
use std::fs;
use std::path::Path;

#[test]
fn cells_are_read_as_the_spreadsheet_shows_them() {
    let mut faults = Faults::new();
    let table = read("book.xlsx", &workbooks::cells(), &mut faults).unwrap();
    assert_eq!(table.name, "book.xlsx [Blad1]");
    assert_eq!(
        table.headings,
        ["id", "code", "share", "born", "seen", "yes", "whole", "text", "sum", "error"]
    );
    let rows: Vec<(usize, Vec<&str>)> = table.rows().map(|row| (row.row, row.cells().collect())).collect();
    let cells = [
        "0012",
        "P-007",
        "12.5%",
        "1967-02-19",
        "2027-03-01 14:30:00",
        "TRUE",
        "14",
        "two\nlines; a\ttab and \"marks\"",
        "13",
        "#N/A",
    ];
    assert_eq!(rows, [(4, cells.to_vec())]);
    let found: Vec<Kind> = faults.iter().map(|fault| fault.kind()).collect();
    assert_eq!(found, [Kind::BlankRows, Kind::ErrorCells]);
    let error = faults.iter().find(|fault| fault.kind() == Kind::ErrorCells).unwrap();
    assert_eq!((error.place.column.as_deref(), &error.place.rows.first[..]), (Some("error"), &[4][..]));
    assert_eq!(error.place.file, "book.xlsx [Blad1]");
}

#[test]
fn one_of_several_sheets_is_taken_by_name() {
    let several = workbooks::faults().into_iter().find(|made| made.0.starts_with("R-21")).unwrap().2;
    let mut faults = Faults::new();
    assert!(read("book.xlsx", &several, &mut faults).is_none());
    let sheets = ["Aanmeldingen", "Reserve"].map(str::to_owned).to_vec();
    assert_eq!(
        faults.iter().next().unwrap().what,
        What::SeveralSheets { sheets, largest: "Aanmeldingen".to_owned() },
        "not the blank, not the hidden one"
    );
    let name = with_sheet("book.xlsx", &several, &["Quota".into(), "reserve".into()]);
    assert_eq!(named(&name), ("book.xlsx", Some("reserve")));
    let mut faults = Faults::new();
    let table = read(&name, &several, &mut faults).unwrap();
    assert_eq!((table.name.as_str(), table.len()), ("book.xlsx [Reserve]", 8));
    // Of the other sheet, which has the same headings, it is said that it was not read.
    assert_eq!((faults.iter().count(), faults.count(Kind::SheetAlike)), (1, 1));
    // Who asks for a hidden sheet gets it.
    assert!(read("book.xlsx [Lijsten]", &several, &mut Faults::new()).is_some());
    assert_eq!(with_sheet("pool.csv", b"a,b\n", &["x".into()]), "pool.csv");
}

#[test]
fn the_workbooks_of_the_fixtures_are_those_of_the_program() {
    for (folder, name, bytes) in workbooks::faults() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/faults").join(folder).join(name);
        assert!(fs::read(path).unwrap() == bytes, "{folder}: run the example make_fixtures");
    }
}

#[test]
fn ids_that_are_numbers_stay_whole() {
    let mut faults = Faults::new();
    let table = read("book.xlsx", &workbooks::large(300), &mut faults).unwrap();
    let ids: Vec<&str> = table.rows().map(|row| row.cell(0)).collect();
    assert_eq!((ids.len(), ids[0], ids[299], table.headings.len()), (300, "1", "300", 8));
    assert!(faults.is_empty(), "{faults}");
}

//! Workbooks are read as the files that a spreadsheet would have saved as CSV, with its rows and its sheets.

use crate::run::{done, refused};
use crate::workbooks;
use geloot::base::fault::{Faults, Kind, What};
use geloot::register::{named, read, with_sheet};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::fs;
use std::io::{Cursor, Write};
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
    // Of the other sheet, which has the same headings, it is said that it was not read; and of the hidden one too.
    let told = [Kind::SheetAlike, Kind::HiddenSheet].map(|kind| faults.count(kind));
    assert_eq!((faults.iter().count(), told), (2, [1, 1]));
    let hidden = What::HiddenSheet { other: "Lijsten".to_owned(), rows: 9 };
    assert!(faults.iter().any(|fault| fault.what == hidden), "{faults}");
    // Who asks for a hidden sheet gets it.
    assert!(read("book.xlsx [Lijsten]", &several, &mut Faults::new()).is_some());
    assert_eq!(with_sheet("pool.csv", b"a,b\n", &["x".into()]), "pool.csv");
}

#[test]
fn the_workbooks_of_the_fixtures_are_those_of_the_program() {
    for (folder, name, bytes) in workbooks::faults() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/faults").join(folder).join(name);
        if std::env::var_os("GELOOT_ACCEPT").is_some() {
            fs::write(&path, &bytes).unwrap();
        }
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

/// Rows of a register: number, village, date of birth. One row is blank.
fn register() -> Vec<[String; 3]> {
    let row = |n: u32| {
        [
            format!("{n:05}"),
            ["Baarlo", "Kessel"][n as usize % 2].to_owned(),
            format!("{}-03-0{}", 1950 + n % 60, 1 + n % 9),
        ]
    };
    let mut rows: Vec<[String; 3]> = (1..=120).map(row).collect();
    rows[50] = [const { String::new() }; 3];
    rows
}

const HEADINGS: [&str; 3] = ["nr", "kern", "geboren"];

/// The register as a workbook of Excel, with dates that are dates, and perhaps a sheet beside it.
fn excel(beside: bool) -> Vec<u8> {
    let mut book = Workbook::new();
    if beside {
        book.add_worksheet().set_name("Uitleg").unwrap().write(0, 0, "Uitdraai").unwrap();
    }
    let sheet = book.add_worksheet().set_name("Register").unwrap();
    sheet.write_row(0, 0, HEADINGS).unwrap();
    let day = Format::new().set_num_format("dd-mm-yyyy");
    for (row, cells) in (1..).zip(register()).filter(|(_, cells)| !cells[0].is_empty()) {
        sheet.write(row, 0, &cells[0]).unwrap();
        sheet.write(row, 1, &cells[1]).unwrap();
        sheet.write_with_format(row, 2, ExcelDateTime::parse_from_str(&cells[2]).unwrap(), &day).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// The same as a workbook of LibreOffice.
fn open_document() -> Vec<u8> {
    let row = |cells: &[String]| {
        let cell = |text: &String| match text.is_empty() {
            true => "<table:table-cell/>".to_owned(),
            false => format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
            ),
        };
        format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
    };
    let rows: String = std::iter::once(row(&HEADINGS.map(str::to_owned)))
        .chain(register().iter().map(|cells| row(cells)))
        .collect();
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\"><office:body>\
         <office:spreadsheet><table:table table:name=\"Register\">{rows}</table:table></office:spreadsheet>\
         </office:body></office:document-content>"
    );
    let manifest = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest \
        xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\"/>";
    // What the file is stands in it as it is, and first.
    let plain = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let files = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", &content),
    ];
    for (name, text) in files {
        writer.start_file(name, plain).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Workbooks are read wherever CSV is: the frame of a register is the same to the byte, and a row has the number that the
/// spreadsheet shows.
#[test]
fn a_register_in_a_workbook_is_the_register_in_text() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let lines: String = register().iter().map(|cells| format!("{}\n", cells.join(";"))).collect();
    fs::write(at("register.csv"), format!("{}\n{lines}", HEADINGS.join(";"))).unwrap();
    fs::write(at("register.xlsx"), excel(false)).unwrap();
    fs::write(at("several.xlsx"), excel(true)).unwrap();
    fs::write(at("register.ods"), open_document()).unwrap();
    fs::write(at("strata.csv"), "kern\nBaarlo\nKessel\n").unwrap();
    fs::write(at("secret.key"), "5a".repeat(32)).unwrap();
    let charter = "date = 2026-12-01\n[seed]\nsource = \"text\"\n[frame]\nreference = 2027-01-15\nage = 16\n\
        [columns]\nkey = \"nr\"\nstrata = \"kern\"\nborn = \"geboren\"\n[letters]\nnumber = 20\nreserves = 10\n";
    fs::write(at("charter.toml"), charter).unwrap();
    let args = |register: &str, out: &str, more: &[&str]| -> Vec<String> {
        let rest = [
            "--strata",
            &at("strata.csv"),
            "--charter",
            &at("charter.toml"),
            "--key",
            &at("secret.key"),
            "--out",
            &at(out),
        ]
        .map(str::to_owned);
        let start = ["invite", "frame", "--register", &at(register)].map(str::to_owned);
        start.into_iter().chain(more.iter().map(|arg| (*arg).to_owned())).chain(rest).collect()
    };
    let frame = |register: &str, out: &str, more: &[&str]| {
        let args = args(register, out, more);
        done(&args.iter().map(String::as_str).collect::<Vec<_>>());
        ["public/frame.csv", "public/people.csv", "public/commitment.txt", "sealed/persons.csv"]
            .map(|name| fs::read(at(&format!("{out}/{name}"))).unwrap())
    };
    let text_of = frame("register.csv", "one", &[]);
    assert!(frame("register.xlsx", "two", &[]) == text_of);
    assert!(frame("register.ods", "three", &[]) == text_of);
    assert!(frame("several.xlsx", "four", &["--sheet", "register"]) == text_of);
    // The sheet can stand behind the file; one that is not there is named, and which of two is asked.
    assert!(frame("several.xlsx [Register]", "five", &[]) == text_of);
    let refused_with = |register: &str, more: &[&str], code: &str| {
        let args = args(register, "none", more);
        refused(&args.iter().map(String::as_str).collect::<Vec<_>>(), 2, code)
    };
    assert!(refused_with("several.xlsx", &[], "R-21").contains("Register"));
    refused_with("several.xlsx", &["--sheet", "Registre"], "R-22");
    // What is wrong with a row is told by the row that the spreadsheet shows, also below one that is blank.
    fs::write(at("strata.csv"), "kern\nBaarlo\n").unwrap();
    let said = ["register.csv", "register.xlsx"].map(|name| refused_with(name, &[], "Y-09"));
    assert!(said[0].contains("rows 2, 4") && said[1].contains("rows 2, 4"), "{said:?}");
    assert!(said[1].contains("register.xlsx [Register]"), "{said:?}");
    // Something packed that is no workbook is told as what it is not.
    fs::write(at("packed.csv"), b"PK\x03\x04 and so on\n").unwrap();
    refused_with("packed.csv", &[], "Y-94");
}

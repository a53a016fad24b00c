//! Workbooks as spreadsheets save them, for what can only be wrong in a workbook. Nobody in them exists.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A row of the pool that all of these hold.
type Row = [&'static str; 4];

const POOL: [Row; 9] = [
    ["id", "name", "gender", "age"],
    ["P1", "Quirina Vosmaer", "woman", "18-39"],
    ["P2", "Zebulon Haaksma", "man", "18-39"],
    ["P3", "Xantia Oosterling", "woman", "40-64"],
    ["P4", "Ybele Terpstra", "man", "40-64"],
    ["P5", "Wendela Kuipers", "woman", "65+"],
    ["P6", "Joachim Zijlmans", "man", "65+"],
    ["P7", "Ottilie Brandsma", "woman", "18-39"],
    ["P8", "Fedde Ykema", "man", "40-64"],
];

/// For each folder of `fixtures/faults` its pool as a workbook.
pub fn faults() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    vec![
        (
            "R-21-several-sheets",
            "pool.xlsx",
            book(|book| {
                people(sheet(book, "Aanmeldingen")?)?;
                people(sheet(book, "Reserve")?)?;
                sheet(book, "Leeg")?;
                people(sheet(book, "Lijsten")?)?.set_hidden(true);
                Ok(())
            }),
        ),
        (
            "R-27-sheet-alike",
            "pool.xlsx",
            book(|book| {
                people(sheet(book, "Aanmeldingen")?)?;
                people(sheet(book, "Vervolg")?).map(drop)
            }),
        ),
        (
            "R-22-sheet-missing",
            "pool.xlsx",
            book(|book| {
                people(sheet(book, "Aanmeldingen")?)?;
                people(sheet(book, "Reserve")?).map(drop)
            }),
        ),
        (
            "R-23-hidden-rows",
            "pool.xlsx",
            book(|book| {
                let sheet = people(sheet(book, "Blad1")?)?;
                sheet.set_row_hidden(3)?;
                sheet.set_row_hidden(7).map(drop)
            }),
        ),
        (
            "R-60-hidden-sheet",
            "pool.xlsx",
            book(|book| {
                people(sheet(book, "Aanmeldingen")?)?;
                let sheet = sheet(book, "Late aanmeldingen")?;
                sheet.write(0, 0, "id")?.write(1, 0, "17")?.set_hidden(true);
                Ok(())
            }),
        ),
        (
            "R-24-merged-cells",
            "pool.xlsx",
            book(|book| {
                let sheet = people(sheet(book, "Blad1")?)?;
                sheet.write(0, 4, "remarks")?;
                sheet.merge_range(2, 4, 3, 4, "come together", &Format::new()).map(drop)
            }),
        ),
        (
            "Q-21-quotas-merged",
            "quotas.xlsx",
            book(|book| {
                let sheet = sheet(book, "Quota")?;
                let rows = [
                    ["kenmerk", "waarde", "min", "max"],
                    ["gender", "woman", "2", "2"],
                    ["", "man", "2", "2"],
                    ["age", "18-39", "1", "2"],
                    ["", "40-64", "1", "2"],
                    ["", "65+", "1", "2"],
                ];
                for (row, cells) in (0u32..).zip(rows) {
                    for (column, cell) in (0u16..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                        sheet.write(row, column, cell)?;
                    }
                }
                sheet.merge_range(1, 0, 2, 0, "gender", &Format::new())?;
                sheet.merge_range(3, 0, 5, 0, "age", &Format::new()).map(drop)
            }),
        ),
        (
            "R-32-struck-through",
            "pool.xlsx",
            book(|book| {
                let sheet = people(sheet(book, "Blad1")?)?;
                let struck = Format::new().set_font_strikethrough();
                for (column, cell) in (0u16..).zip(POOL[3]) {
                    sheet.write_with_format(3, column, cell, &struck)?;
                }
                Ok(())
            }),
        ),
        ("R-25-not-computed", "pool.xlsx", uncomputed()),
        ("R-23-hidden-rows-ods", "pool.ods", open_document()),
    ]
}

/// A workbook with everything that a cell can hold: for `tests/files/spreadsheets.rs`.
pub fn cells() -> Vec<u8> {
    book(|book| {
        let sheet = sheet(book, "Blad1")?;
        let zeros = Format::new().set_num_format("0000");
        let lettered = Format::new().set_num_format("\"P-\"000");
        let percent = Format::new().set_num_format("0.0%");
        let day = Format::new().set_num_format("dd-mm-yyyy");
        let moment = Format::new().set_num_format("yyyy-mm-dd hh:mm");
        sheet.write(1, 1, "id")?;
        for (column, heading) in
            (2u16..).zip(["code", "share", "born", "seen", "yes", "whole", "text", "sum", "error"])
        {
            sheet.write(1, column, heading)?;
        }
        sheet.write_with_format(3, 1, 12, &zeros)?;
        sheet.write_with_format(3, 2, 7, &lettered)?;
        sheet.write_with_format(3, 3, 0.125, &percent)?;
        sheet.write_with_format(3, 4, ExcelDateTime::from_ymd(1967, 2, 19)?, &day)?;
        sheet.write_with_format(3, 5, ExcelDateTime::from_ymd(2027, 3, 1)?.and_hms(14, 30, 0)?, &moment)?;
        sheet.write(3, 6, true)?;
        sheet.write(3, 7, 14.0)?;
        sheet.write(3, 8, "two\nlines; a\ttab and \"marks\"")?;
        sheet.write_formula(3, 9, Formula::new("B4+1").set_result("13"))?;
        sheet.write_formula(3, 10, Formula::new("NA()").set_result("#N/A"))?;
        Ok(())
    })
}

/// A workbook of so many people, for measuring.
pub fn large(rows: u32) -> Vec<u8> {
    book(|book| {
        let sheet = sheet(book, "Blad1")?;
        for (column, heading) in
            (0u16..).zip(["id", "name", "street", "gender", "age", "district", "mail", "remarks"])
        {
            sheet.write(0, column, heading)?;
        }
        for row in 1..=rows {
            let [_, name, gender, age] = POOL[1 + row as usize % 8];
            sheet.write(row, 0, row)?;
            sheet.write(row, 1, format!("{name} {}", row / 8))?;
            sheet.write(row, 2, format!("Lindepad {}", row % 997))?;
            sheet.write(row, 3, gender)?;
            sheet.write(row, 4, age)?;
            sheet.write(row, 5, ["north", "south", "east"][row as usize % 3])?;
            sheet.write(row, 6, format!("p{row}@example.org"))?;
        }
        Ok(())
    })
}

fn book(fill: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2027, 1, 4).expect("a date");
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    fill(&mut book).expect("cells that can be written");
    book.save_to_buffer().expect("a workbook")
}

fn sheet<'a>(book: &'a mut Workbook, name: &str) -> Result<&'a mut Worksheet, XlsxError> {
    book.add_worksheet().set_name(name)
}

fn people(sheet: &mut Worksheet) -> Result<&mut Worksheet, XlsxError> {
    for (row, cells) in (0..).zip(POOL) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell)?;
        }
    }
    Ok(sheet)
}

/// A workbook as programs write it that leave the computing to others: no library writes one.
fn uncomputed() -> Vec<u8> {
    let mut rows = String::new();
    for (row, [id, _, gender, age]) in (1..).zip(POOL) {
        let text = |column: &str, text: &str| {
            format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
        };
        let id = if row == 4 { "<c r=\"A4\"><f>A3+1</f></c>".to_owned() } else { text("A", id) };
        rows += &format!("<row r=\"{row}\">{id}{}{}</row>", text("B", gender), text("C", age));
    }
    let part = |name: &str| format!("http://schemas.openxmlformats.org/{name}");
    let main = part("spreadsheetml/2006/main");
    let office = part("officeDocument/2006/relationships");
    let relations = |target: &str, kind: &str| {
        format!(
            "<Relationships xmlns=\"{}\"><Relationship Id=\"r1\" Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>",
            part("package/2006/relationships")
        )
    };
    let types = format!(
        "<Types xmlns=\"{}\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>",
        part("package/2006/content-types")
    );
    zipped(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", relations("xl/workbook.xml", "officeDocument")),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        ("xl/_rels/workbook.xml.rels", relations("worksheets/sheet1.xml", "worksheet")),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ])
}

/// A workbook of LibreOffice with two hidden rows.
fn open_document() -> Vec<u8> {
    let mut rows = String::new();
    for (at, row) in POOL.iter().enumerate() {
        let hidden = if at == 5 { " table:visibility=\"filter\"" } else { "" };
        let cell = |text: &&str| {
            format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
            )
        };
        rows += &format!(
            "<table:table-row{hidden}>{}</table:table-row>",
            row.iter().map(cell).collect::<String>()
        );
    }
    let names = ["office", "table", "text"]
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""));
    let content = format!(
        "<office:document-content{}><office:body><office:spreadsheet><table:table table:name=\"Blad1\">{rows}\
         <table:table-row table:number-rows-repeated=\"1048567\"><table:table-cell/></table:table-row></table:table>\
         </office:spreadsheet></office:body></office:document-content>",
        names.concat()
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet".to_owned();
    let manifest = format!(
        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">\
         <manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{kind}\"/></manifest:manifest>"
    );
    zipped(&[("mimetype", kind), ("META-INF/manifest.xml", manifest), ("content.xml", content)])
}

/// An archive without dates.
fn zipped(files: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in files {
        zip.start_file(*name, options).expect("a name");
        zip.write_all(text.as_bytes()).expect("memory");
    }
    zip.finish().expect("an archive").into_inner()
}

//! What a workbook holds beside the cells' values and the library that reads them does not tell: rows that are
//! hidden, cells merged over rows, formulas that were never computed, cells that are struck through. Imports `base`.

use crate::base::fault::Rows;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read};
use zip::ZipArchive;

/// Rows of a sheet, as the spreadsheet numbers them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Unsaid {
    /// Hidden, by hand or by a filter.
    pub hidden: Rows,
    /// With a cell that is merged with cells of other rows: the lower ones are blank.
    pub merged: Rows,
    /// With a formula that has no value.
    pub uncomputed: Rows,
    /// With a cell whose text is struck through: whoever kept the list may have meant that it is out.
    pub struck: Rows,
}

/// Looks through the sheet of a workbook of either kind. Nothing is found in one that cannot be read: whoever
/// reads the cells says so.
pub(super) fn look(bytes: &[u8], sheet: &str) -> Unsaid {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return Unsaid::default() };
    let part = match zip.index_for_name("content.xml") {
        Some(_) => {
            return part(&mut zip, "content.xml", |xml| Some(open_document(xml, sheet))).unwrap_or_default();
        }
        None => excel_part(&mut zip, sheet),
    };
    let struck = self::part(&mut zip, "xl/styles.xml", |xml| Some(struck_styles(xml))).unwrap_or_default();
    part.and_then(|path| self::part(&mut zip, &path, |xml| Some(excel(xml, &struck)))).unwrap_or_default()
}

type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;
type Xml<'a> = Reader<BufReader<&'a mut dyn Read>>;

/// Reads one part of the archive, whatever the capitals in its name.
fn part<T>(zip: &mut Zip<'_>, path: &str, read: impl FnOnce(&mut Xml<'_>) -> Option<T>) -> Option<T> {
    let same = |at: &usize| {
        zip.name_for_index(*at).and_then(Result::ok).is_some_and(|name| name.eq_ignore_ascii_case(path))
    };
    let at = (0..zip.len()).find(same)?;
    let mut file = zip.by_index(at).ok()?;
    let mut xml = Reader::from_reader(BufReader::new(&mut file as &mut dyn Read));
    read(&mut xml)
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|found| found.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(|text| text.into_owned())
}

/// Every tag that opens, with whether it is empty, and every tag that closes, until `seen` says that it is enough.
fn tags(xml: &mut Xml<'_>, mut seen: impl FnMut(Tag<'_>) -> bool) {
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let on = match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => seen(Tag::Opens(&tag, false)),
            Ok(Event::Empty(tag)) => seen(Tag::Opens(&tag, true)),
            Ok(Event::End(tag)) => seen(Tag::Closes(tag.local_name().as_ref())),
            Ok(Event::Eof) | Err(_) => false,
            _ => true,
        };
        if !on {
            return;
        }
    }
}

enum Tag<'a> {
    Opens(&'a BytesStart<'a>, bool),
    Closes(&'a str),
}

/// Where an Excel workbook keeps a sheet.
fn excel_part(zip: &mut Zip<'_>, sheet: &str) -> Option<String> {
    let mut id = None;
    part(zip, "xl/workbook.xml", |xml| {
        tags(xml, |tag| {
            if let Tag::Opens(tag, _) = tag
                && tag.local_name().as_ref() == "sheet"
                && attribute(tag, "name").as_deref() == Some(sheet)
            {
                // The relationship, not the number of the sheet.
                let own = |a: &quick_xml::events::attributes::Attribute<'_>| a.key.as_ref().ends_with(":id");
                id = tag.attributes().flatten().find(own).map(|a| a.value.into_owned());
            }
            id.is_none()
        });
        Some(())
    })?;
    let id = id?;
    let mut targets = BTreeMap::new();
    part(zip, "xl/_rels/workbook.xml.rels", |xml| {
        tags(xml, |tag| {
            if let Tag::Opens(tag, _) = tag
                && let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target"))
            {
                targets.insert(id, target);
            }
            true
        });
        Some(())
    })?;
    let target = targets.remove(&id)?;
    Some(match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    })
}

fn is_true(value: Option<String>) -> bool {
    matches!(value.as_deref(), Some("1" | "true"))
}

/// The formats of cells, by number, whose font is struck through.
fn struck_styles(xml: &mut Xml<'_>) -> BTreeSet<usize> {
    let (mut fonts, mut struck) = (Vec::new(), BTreeSet::new());
    let (mut in_fonts, mut in_cells, mut format) = (false, false, 0usize);
    tags(xml, |tag| {
        match tag {
            Tag::Opens(tag, empty) => match tag.local_name().as_ref() {
                "fonts" => in_fonts = !empty,
                "font" if in_fonts => fonts.push(false),
                "strike" if in_fonts => {
                    let so = attribute(tag, "val").is_none_or(|value| is_true(Some(value)));
                    fonts.last_mut().into_iter().for_each(|font| *font = so);
                }
                "cellXfs" => in_cells = !empty,
                "xf" if in_cells => {
                    let font = attribute(tag, "fontId").and_then(|font| font.parse::<usize>().ok());
                    if font.and_then(|font| fonts.get(font)).is_some_and(|struck| *struck) {
                        struck.insert(format);
                    }
                    format += 1;
                }
                _ => {}
            },
            Tag::Closes("fonts") => in_fonts = false,
            Tag::Closes("cellXfs") => in_cells = false,
            Tag::Closes(_) => {}
        }
        true
    });
    struck
}

/// Adds a row, once, of rows that come in their order.
fn once(rows: &mut Rows, row: usize, last: &mut usize) {
    if *last != row {
        rows.push(row);
        *last = row;
    }
}

fn excel(xml: &mut Xml<'_>, struck: &BTreeSet<usize>) -> Unsaid {
    let mut found = Unsaid::default();
    let (mut is_struck, mut last_struck) = (false, 0usize);
    let mut row = 0usize;
    // Whether the cell that is open has a formula and a value.
    let (mut formula, mut value) = (false, false);
    let mut merged = Vec::new();
    tags(xml, |tag| {
        match tag {
            Tag::Opens(tag, empty) => match tag.local_name().as_ref() {
                "row" => {
                    row = attribute(tag, "r").and_then(|r| r.parse().ok()).unwrap_or(row + 1);
                    if is_true(attribute(tag, "hidden")) {
                        found.hidden.push(row);
                    }
                }
                "c" => {
                    (formula, value) = (false, false);
                    let format = attribute(tag, "s").and_then(|format| format.parse().ok());
                    is_struck = format.is_some_and(|format: usize| struck.contains(&format));
                }
                "f" => formula = true,
                "v" | "is" => value = !empty,
                "mergeCell" => merged.extend(attribute(tag, "ref").as_deref().and_then(rows_of)),
                _ => {}
            },
            Tag::Closes("c") => {
                if formula && !value && found.uncomputed.first.last() != Some(&row) {
                    found.uncomputed.push(row);
                }
                if value && is_struck {
                    once(&mut found.struck, row, &mut last_struck);
                }
                (formula, value) = (false, false);
            }
            Tag::Closes(_) => {}
        }
        true
    });
    merged.sort_unstable();
    merged.dedup();
    found.merged = merged.into_iter().collect();
    found
}

/// The first row of cells that are merged over more than one: `B3:B7` begins in row 3.
fn rows_of(cells: &str) -> Option<usize> {
    let row = |cell: &str| cell.trim_start_matches(|c: char| !c.is_ascii_digit()).parse::<usize>().ok();
    let (first, last) = cells.split_once(':')?;
    let (first, last) = (row(first)?, row(last)?);
    (last > first).then_some(first)
}

fn open_document(xml: &mut Xml<'_>, sheet: &str) -> Unsaid {
    let mut found = Unsaid::default();
    let (mut inside, mut row, mut repeated) = (false, 0usize, 1usize);
    // Formats stand before the sheets.
    let (mut style, mut struck, mut last_struck) = (None, BTreeSet::new(), 0usize);
    tags(xml, |tag| {
        match tag {
            Tag::Opens(tag, empty) => {
                let number = |name| attribute(tag, name).and_then(|n| n.parse::<usize>().ok()).unwrap_or(1);
                match tag.local_name().as_ref() {
                    "style" => style = attribute(tag, "name"),
                    "text-properties" => {
                        let line = attribute(tag, "text-line-through-style");
                        struck.extend(style.clone().filter(|_| line.is_some_and(|line| line != "none")));
                    }
                    "table" => inside = !empty && attribute(tag, "name").as_deref() == Some(sheet),
                    "table-row" if inside => {
                        row += 1;
                        repeated = number("number-rows-repeated");
                        // Programs repeat the blank rows below a table a million times.
                        if attribute(tag, "visibility").is_some_and(|v| v != "visible") && repeated < 100_000
                        {
                            (row..row + repeated).for_each(|row| found.hidden.push(row));
                        }
                        if empty {
                            row += repeated - 1;
                        }
                    }
                    "table-cell" if inside => {
                        if number("number-rows-spanned") > 1 && found.merged.first.last() != Some(&row) {
                            found.merged.push(row);
                        }
                        let has = |name| attribute(tag, name).is_some();
                        let format = attribute(tag, "style-name");
                        if has("value-type") && format.is_some_and(|format| struck.contains(&format)) {
                            once(&mut found.struck, row, &mut last_struck);
                        }
                        if has("formula") && !has("value-type") && found.uncomputed.first.last() != Some(&row)
                        {
                            found.uncomputed.push(row);
                        }
                    }
                    _ => {}
                }
                true
            }
            Tag::Closes("table-row") if inside => {
                row += repeated - 1;
                true
            }
            Tag::Closes("table") => !std::mem::take(&mut inside),
            Tag::Closes(_) => true,
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn xml<T>(text: &str, read: impl FnOnce(&mut Xml<'_>) -> T) -> T {
        let mut bytes = text.as_bytes();
        read(&mut Reader::from_reader(BufReader::new(&mut bytes as &mut dyn Read)))
    }

    #[test]
    fn a_sheet_of_excel() {
        let sheet = r#"<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>
            <x:row r="3" hidden="1"><x:c r="A3"><x:f>B3+1</x:f></x:c><x:c r="B3"><x:f>1</x:f></x:c></x:row>
            <x:row><x:c r="A4" s="2"><x:f>1</x:f><x:v>1</x:v></x:c><x:c r="B4" s="2"><x:v>1</x:v></x:c></x:row>
            <x:row r="5"><x:c r="A5" s="2"/><x:c r="B5" s="1"><x:v>1</x:v></x:c></x:row></x:sheetData>
            <x:mergeCells><x:mergeCell ref="A1:F1"/><x:mergeCell ref="C3:C4"/></x:mergeCells></x:worksheet>"#;
        let found = xml(sheet, |xml| excel(xml, &BTreeSet::from([2])));
        assert_eq!(
            [found.hidden, found.merged, found.uncomputed, found.struck],
            [Rows::one(3), Rows::one(3), Rows::one(3), Rows::one(4)]
        );
        let styles = r#"<styleSheet><fonts><font><sz/></font><font><strike/></font><font><strike val="0"/></font></fonts>
            <cellStyleXfs><xf fontId="1"/></cellStyleXfs><cellXfs><xf fontId="0"/><xf fontId="2"/><xf fontId="1"/></cellXfs>
            <dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>"#;
        assert_eq!(xml(styles, struck_styles), BTreeSet::from([2]));
    }

    #[test]
    fn a_sheet_of_an_open_document() {
        let content = r#"<d><s:style s:name="a"><s:text-properties s:text-line-through-style="solid"/></s:style>
            <s:style s:name="b"><s:text-properties s:text-line-through-style="none"/></s:style><t:table t:name="x"><t:table-row t:visibility="collapse"/></t:table><t:table t:name="y">
            <t:table-row t:number-rows-repeated="3"/>
            <t:table-row t:visibility="filter"><t:table-cell t:number-rows-spanned="2" o:value-type="string"/></t:table-row>
            <t:table-row><t:table-cell t:formula="of:=1" t:style-name="b"/>
            <t:table-cell t:formula="of:=1" o:value-type="float" t:style-name="a"/></t:table-row>
            <t:table-row t:visibility="collapse" t:number-rows-repeated="1048000"/></t:table></d>"#;
        let found = xml(content, |xml| open_document(xml, "y"));
        assert_eq!(
            [found.hidden, found.merged, found.uncomputed, found.struck],
            [Rows::one(4), Rows::one(4), Rows::one(5), Rows::one(5)]
        );
    }
}

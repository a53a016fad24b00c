//! The public part of a record inside the page, as one file: whoever opens it checks that record on the spot. Imports `base` and `files`.

use super::Folder;
use super::files::PUBLIC;
use crate::base::plots::escaped;
use data_encoding::BASE64;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// What the page has once, where its engine begins.
const ENGINE: &str = "<script type=\"application/octet-stream\" id=\"wasm\">";
/// What it is called before it holds anything.
const TITLE: &str = "<title>Geloot</title>";
/// Where `page/src/enclosed.ts` looks for a record.
const INSIDE: &str = "<script type=\"application/octet-stream\" id=\"record-inside\">";

/// The page with the public files of a record in it, under this title; `None` if it is no page of this program, or holds a record
/// already. The same files give the same bytes.
pub fn in_page(page: &[u8], title: &str, record: &Folder) -> Option<Vec<u8>> {
    let page = std::str::from_utf8(page).ok()?;
    let (head, engine) = page.split_once(ENGINE)?;
    let (before, after) = head.split_once(TITLE)?;
    if engine.contains(ENGINE) || page.contains("id=\"record-inside\"") {
        return None;
    }
    let title = escaped(title);
    let record = BASE64.encode(&packed(record)?);
    Some(
        format!("{before}<title>{title}</title>{after}{INSIDE}{record}</script>{ENGINE}{engine}")
            .into_bytes(),
    )
}

/// A zip of the public files: no clock, no owner and no system in it.
fn packed(record: &Folder) -> Option<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in record.iter().filter(|(name, _)| name.starts_with(PUBLIC)) {
        zip.start_file(name.as_str(), options).ok()?;
        zip.write_all(bytes).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn page() -> String {
        format!("<html><head>{TITLE}</head><body>{ENGINE}AGFzbQ==</script></body></html>")
    }

    fn record() -> Folder {
        let file = |(name, text): (&str, &str)| (name.to_owned(), text.as_bytes().to_vec());
        [("public/about.json", "{}"), ("public/draws/1/draw.json", "[]"), ("sealed/people.csv", "id")]
            .map(file)
            .into()
    }

    #[test]
    fn the_public_files_are_in_it_and_nothing_else_is_changed() {
        let made =
            String::from_utf8(in_page(page().as_bytes(), "Wonen & <Zorg>", &record()).unwrap()).unwrap();
        assert!(made.contains("<title>Wonen &amp; &lt;Zorg&gt;</title>"), "{made}");
        let (head, rest) = made.split_once(INSIDE).unwrap();
        let (inside, tail) = rest.split_once("</script>").unwrap();
        let whole = format!("{head}{tail}").replace("Wonen &amp; &lt;Zorg&gt;", "Geloot");
        assert_eq!(whole, page());
        let mut zip = zip::ZipArchive::new(Cursor::new(BASE64.decode(inside.as_bytes()).unwrap())).unwrap();
        let names: Vec<String> =
            (0..zip.len()).map(|i| zip.by_index(i).unwrap().name().unwrap().into_owned()).collect();
        assert_eq!(names, ["public/about.json", "public/draws/1/draw.json"]);
        let mut text = String::new();
        zip.by_index(1).unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "[]");
        assert_eq!(made.as_bytes(), in_page(page().as_bytes(), "Wonen & <Zorg>", &record()).unwrap());
    }

    #[test]
    fn what_is_no_page_or_holds_a_record_is_refused() {
        let full = in_page(page().as_bytes(), "t", &record()).unwrap();
        let twice = page().replace("</body>", &format!("{ENGINE}</script></body>"));
        for page in
            [&full[..], twice.as_bytes(), b"<html></html>", b"\xff", page().replace(TITLE, "").as_bytes()]
        {
            assert_eq!(in_page(page, "t", &record()), None);
        }
    }
}

//! Tables as files, and which sheet of a workbook is meant, as arguments. Imports `register`, `io` and `cli::exit`.

use super::exit::Halt;
use crate::base::fault::{Faults, Place, What};
use crate::base::text::{fold, nearest};
use crate::io;
use crate::register;
use std::path::Path;

/// Which sheet of a workbook.
// The name of a sheet stands in brackets, as it is typed.
#[allow(rustdoc::broken_intra_doc_links)]
#[derive(Clone, Debug, Default, clap::Args)]
pub struct SheetArgs {
    /// The sheet to read, of a workbook (.xlsx, .xls or .ods) with cells on several. Can be given again for
    /// other workbooks. For two sheets of one workbook, write the sheet behind the file: "book.xlsx [Sheet1]".
    #[arg(long, value_name = "NAME")]
    pub sheet: Vec<String>,
}

impl SheetArgs {
    /// A table's name, with the sheet behind it where one is meant, and the bytes of its file.
    pub fn read(&self, path: &Path) -> Result<(String, Vec<u8>), Halt> {
        read(path, &self.sheet)
    }
}

impl SheetArgs {
    /// Reports a sheet that was asked for and is in none of these workbooks.
    pub fn all_found(&self, files: &[(&str, &[u8])], faults: &mut Faults) {
        let named = |wanted: &str| {
            files
                .iter()
                .any(|(name, _)| register::named(name).1.is_some_and(|sheet| fold(sheet) == fold(wanted)))
        };
        for wanted in self.sheet.iter().filter(|wanted| !named(wanted)) {
            let mut books = files.iter().map(|(name, bytes)| (name, register::sheets(bytes)));
            let Some((name, sheets)) = books.find(|(_, sheets)| !sheets.is_empty()) else { continue };
            let near = nearest(wanted, sheets.iter().map(String::as_str)).map(str::to_owned);
            let what = What::SheetMissing { wanted: wanted.clone(), near, sheets };
            faults.push(what, Place::file(register::named(name).0));
        }
    }
}

/// The same without arguments of its own: a sheet can stand behind the name of the file.
pub fn read(path: &Path, wanted: &[String]) -> Result<(String, Vec<u8>), Halt> {
    let name = path.to_string_lossy().into_owned();
    let (file, sheet) = register::named(&name);
    if sheet.is_some() && !io::exists(path) {
        let bytes = io::read(Path::new(file))?;
        return Ok((name, bytes));
    }
    let bytes = io::read(path)?;
    Ok((register::with_sheet(&name, &bytes, wanted), bytes))
}

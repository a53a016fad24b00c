//! Tables as files, and which sheet of a workbook is meant, as arguments. Imports `register`, `io` and `cli::exit`.

use super::exit::Halt;
use crate::io;
use crate::register;
use std::path::Path;

/// Which sheet of a workbook.
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

/// The same without arguments of its own: a sheet can stand behind the name of the file.
pub fn read(path: &Path, wanted: &[String]) -> Result<(String, Vec<u8>), Halt> {
    let name = path.to_string_lossy().into_owned();
    let (file, sheet) = register::named(&name);
    if sheet.is_some() && !path.exists() {
        let bytes = io::read(Path::new(file))?;
        return Ok((name, bytes));
    }
    let bytes = io::read(path)?;
    Ok((register::with_sheet(&name, &bytes, wanted), bytes))
}

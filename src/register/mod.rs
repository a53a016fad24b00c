//! Files of rows and columns, read generously: any common encoding, delimiter and line ending, and workbooks.
//! May import `base`.

mod belongs;
mod decode;
mod delimiter;
mod export;
mod format;
mod layout;
mod lone;
mod looked;
mod reading;
mod sensitive;
mod swallow;
pub mod table;
mod telling;
mod title;
mod within;
mod workbook;

pub(crate) use belongs::{markings, report_no};
pub use export::{Export, read_export};
pub use format::is_workbook;
pub use layout::{Layout, read_as};
pub use looked::Looked;
pub(crate) use looked::report_same;
pub use reading::{read, read_any, read_register};
pub use sensitive::{is_formula, is_never_pooled, is_shortened, says_citizen_number, unwrapped};
pub(crate) use table::Cells;
pub use table::{Table, TableRow};
pub use telling::{Telling, is_personal, telling};
pub(crate) use title::headings_below;
pub(crate) use within::mask_within;
pub use within::report_within;
pub use workbook::{named, sheets, with_sheet};

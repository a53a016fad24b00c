//! Files of rows and columns, read generously: any common encoding, delimiter and line ending.
//! May import `base`.

mod decode;
mod delimiter;
mod export;
mod sensitive;
pub mod table;

pub use export::{Export, read_export};
pub use sensitive::is_formula;
pub use table::{Table, TableRow, read, read_any};

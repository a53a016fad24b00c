//! Files of rows and columns, read generously: any common encoding, delimiter and line ending.
//! May import `base`.

mod decode;
mod delimiter;
mod sensitive;
pub mod table;

pub use table::{Table, TableRow, read};

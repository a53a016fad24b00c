//! From the files and options that somebody gives to a brief: lists, the plan file, and everything wrong in them at once. May
//! import `base`, `register`, `pool`, the model and, to place topics, whether a table can be filled.

pub mod lists;
pub mod people;
mod places;
pub mod plan_file;
pub mod plan_toml;
pub mod read;
pub mod rounds;

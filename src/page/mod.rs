//! The page: what the command line does, for a browser. Bytes in, bytes out. May import everything.
//!
//! A page has no disk, so it hands over the files of an act with the act, and gets back what the act made; between two
//! acts nothing is kept here. What it may ask for is what may be asked on the command line, in the same words, and what
//! it gets is the same: what is shown, what is said beside it, the answer for programs, the files. So the page can do
//! nothing that the command line cannot, and says nothing otherwise.
//!
//! - [`act`]: the acts that may be asked for, and their answers.
//! - [`buttons`]: the page's fields and buttons in messages, where they name options.
//! - [`example`]: made-up files to practise with.
//! - [`wire`]: a request and an answer as bytes.
//! - [`labels`]: the page's own words, which stand in the catalogues with all others.
//! - [`look`]: what a file that somebody chose seems to be.
//! - `raw`: the four functions of WebAssembly.

pub mod act;
pub mod buttons;
pub mod example;
pub mod labels;
pub mod look;
#[cfg(target_family = "wasm")]
mod raw;
pub mod wire;

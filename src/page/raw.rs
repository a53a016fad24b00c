//! The page's four functions of WebAssembly, and the one that they call. Imports its siblings.
//!
//! Unsafe code stands here and nowhere else: a name that the page finds is `no_mangle`, and bytes of the page are an
//! address and a length. What the page must keep: `call` gets what `alloc` gave, whole; `free` gets what `call` gave and
//! what `length` said of it, once.
#![allow(unsafe_code)]

use super::act;
use crate::io::memory::listen;
use std::cell::Cell;

#[link(wasm_import_module = "page")]
unsafe extern "C" {
    /// Progress in words, and how many steps of how many are done; of 0 if that is not known.
    fn progress(text: *const u8, length: usize, done: f64, of: f64);
}

thread_local! {
    static LENGTH: Cell<usize> = const { Cell::new(0) };
}

/// Room for a request of so many bytes.
#[unsafe(no_mangle)]
extern "C" fn alloc(length: usize) -> *mut u8 {
    given(vec![0; length])
}

/// The answer to a request, of which the room is given back; of no bytes: what there is to say after a trap.
#[unsafe(no_mangle)]
extern "C" fn call(request: *mut u8, length: usize) -> *mut u8 {
    listen(tell);
    // SAFETY: the page gives what `alloc` gave, with the same length, once.
    let request = unsafe { taken(request, length) };
    let answer = if request.is_empty() { act::broken_off() } else { act::call(request.into_vec()) };
    LENGTH.set(answer.len());
    given(answer)
}

/// How many bytes the last answer has.
#[unsafe(no_mangle)]
extern "C" fn length() -> usize {
    LENGTH.get()
}

/// Gives back the room of an answer.
#[unsafe(no_mangle)]
extern "C" fn free(answer: *mut u8, length: usize) {
    // SAFETY: the page gives what `call` gave, with the length that `length` gave, once.
    drop(unsafe { taken(answer, length) });
}

fn given(bytes: Vec<u8>) -> *mut u8 {
    Box::into_raw(bytes.into_boxed_slice()).cast()
}

unsafe fn taken(bytes: *mut u8, length: usize) -> Box<[u8]> {
    // SAFETY: it is a box of so many bytes that `given` let go.
    unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(bytes, length)) }
}

fn tell(text: &str, done: u64, of: Option<u64>) {
    // SAFETY: the page reads the text before it returns.
    unsafe { progress(text.as_ptr(), text.len(), done as f64, of.unwrap_or(0) as f64) }
}

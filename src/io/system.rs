//! Streams, clock and randomness of a computer, and a bar on its terminal. Imports nothing of ours.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::time::SystemTime;

/// Data to standard output.
///
/// # Errors
/// What took nothing. That nobody reads on, as in `geloot check ... | head`, is none.
pub fn show(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Nobody takes the answer as an object here: it is text for standard output.
pub fn answer(_: &serde_json::Value) -> bool {
    false
}

/// Talk to standard error.
pub fn say(text: &str) {
    // When standard error is closed there is nobody left to tell.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// The first line of standard input.
///
/// # Errors
/// Those of the stream.
pub fn typed_line() -> io::Result<String> {
    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    Ok(line)
}

/// What this computer's clock says, in seconds since the start of 1970.
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs() as i64)
}

/// Random bytes of the operating system. Whether it has any.
pub fn random(into: &mut [u8]) -> bool {
    getrandom::fill(into).is_ok()
}

/// What `work` makes of each of these, side by side; `None` of one that ended in a mistake of ours.
pub fn side_by_side<T: Sync, R: Send>(these: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<Option<R>> {
    std::thread::scope(|scope| {
        let runs: Vec<_> = these.iter().map(|one| scope.spawn(|| work(one))).collect();
        runs.into_iter().map(|run| run.join().ok()).collect()
    })
}

/// Where long work stands, on the terminal.
#[derive(Debug)]
pub struct Bar(ProgressBar);

impl Bar {
    /// A bar for work of `length` steps; not `seen`, or in a pipe, it is hidden.
    pub fn new(length: u64, seen: bool) -> Self {
        let seen = seen && io::stderr().is_terminal();
        let target = if seen { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(length), target);
        Self(match ProgressStyle::with_template("{msg} {wide_bar} {steps}") {
            // Before it is known how much there is to do, there is nothing to say of it.
            Ok(style) => bar.with_style(style.with_key(
                "steps",
                |state: &ProgressState, out: &mut dyn std::fmt::Write| match state.len() {
                    None | Some(0) => {}
                    Some(len) => drop(write!(out, "{}/{len}", state.pos())),
                },
            )),
            Err(_) => bar,
        })
    }

    /// Words beside it.
    pub fn set_message(&self, text: String) {
        self.0.set_message(text);
    }

    /// Steps done.
    pub fn set_position(&self, done: u64) {
        self.0.set_position(done);
    }

    /// One more step is done.
    pub fn inc(&self, steps: u64) {
        self.0.inc(steps);
    }

    /// Steps to do.
    pub fn set_length(&self, of: u64) {
        self.0.set_length(of);
    }

    /// The work is done.
    pub fn finish_and_clear(&self) {
        self.0.finish_and_clear();
    }
}

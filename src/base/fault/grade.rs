//! How bad a fault is, and whose. Imports nothing of ours.

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Nothing can be drawn from these files.
    Stop,
    /// The work went on; a person should look.
    Check,
    /// Worth knowing.
    Note,
}

/// What a fault of grade [`Grade::Stop`] means for the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blame {
    /// Something is wrong with the files or the command: exit code 2.
    Input,
    /// The files are well formed, and the answer is no: exit code 1.
    Answer,
}

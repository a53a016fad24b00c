//! Reasons as errors of the standard library, so that `?` and `Box<dyn Error>` take them. Imports nothing of ours.

/// Makes types errors that are shown as they are written in the code: sentences for people are in `words`, in two languages.
macro_rules! errors {
    ($($type:ty),+ $(,)?) => {$(
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{self:?}")
            }
        }

        impl std::error::Error for $type {}
    )+};
}

pub(crate) use errors;

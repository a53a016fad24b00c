//! What happens after the panel is drawn: reserves and what they are worth.

mod draws;
mod gap;

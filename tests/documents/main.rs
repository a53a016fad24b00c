//! What people read: every command and screen of the documents, the transcripts, both catalogues, the pages of figures.

mod catalogues;
#[path = "../../examples/make_fixtures/den_haag.rs"]
mod den_haag;
mod docs;
mod figures;
#[path = "../../examples/make_fixtures/rng.rs"]
mod rng;
mod transcripts;

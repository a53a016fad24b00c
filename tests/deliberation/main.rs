//! From seat plan to reply: fixtures with known outcomes, what is refused, what a cheat does, and both verifiers.

mod bytes;
mod fixtures;
mod groups;
mod held;
mod lists;
mod pages;
mod practice;
mod refusals;
mod secret;
mod sums;
mod support;
mod tampered;
mod texts;
mod told;
mod warned;
mod zeeland;

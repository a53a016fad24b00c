//! The command line of geloot.

fn main() {}

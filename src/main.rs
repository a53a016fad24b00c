//! The command line of geloot.

use std::process::ExitCode;

fn main() -> ExitCode {
    geloot::cli::main()
}

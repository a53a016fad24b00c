//! The files and folders that a command will make, by its arguments: none of them may lie in a record. Imports `io`.

use super::exit::Halt;
use crate::io;
use clap::ArgMatches;
use std::path::PathBuf;

/// The options that name what a command writes.
const OPTIONS: [&str; 4] = ["out", "html", "print", "receipt_out"];

/// The options that do so of one command alone.
const OF_ONE: [(&str, &str); 1] = [("freeze", "pool")];

/// What a command is to write.
#[derive(Debug, Default)]
pub struct Outputs {
    /// Files and folders.
    other: Vec<PathBuf>,
    /// Folders of seat plans.
    plans: Vec<PathBuf>,
}

impl Outputs {
    /// By the arguments of a command.
    pub fn of(matches: &ArgMatches) -> Self {
        let (mut name, mut own) = ("", matches);
        let mut seats = false;
        while let Some((sub, below)) = own.subcommand() {
            // Plans may lie among the plans of a lottery; lists with names may not.
            seats = sub == "sessions" || (name == "sessions" && sub == "reseat");
            (name, own) = (sub, below);
        }
        let is_output = |id: &str| OPTIONS.contains(&id) || OF_ONE.contains(&(name, id));
        let ids = own.ids().map(clap::Id::as_str).filter(|id| is_output(id));
        let paths = ids.filter_map(|id| own.try_get_raw(id).ok().flatten()).flatten().map(PathBuf::from);
        match seats {
            true => Self { plans: paths.collect(), ..Self::default() },
            false => Self { other: paths.collect(), ..Self::default() },
        }
    }

    /// Refuses what would lie in a record, before anything is read.
    pub fn outside(&self) -> Result<(), Halt> {
        self.other.iter().try_for_each(|path| io::outside(path))?;
        Ok(self.plans.iter().try_for_each(|path| io::outside_tiers(path))?)
    }
}

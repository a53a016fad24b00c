//! The files of a panel lottery, as arguments. Imports `base`, `pool` and its siblings.

use super::exit::Halt;
use super::sheet::SheetArgs;
use crate::base::digest::Digest;
use crate::base::fault::Faults;
use crate::io;
use crate::pool::{self, Pool, Rule, Rules, Source};
use crate::prepare;
use std::path::{Path, PathBuf};

/// The volunteers, the quotas and the size of the panel.
#[derive(Clone, Debug, clap::Args)]
pub struct PoolArgs {
    /// The list of volunteers: a CSV file or a workbook (.xlsx, .ods) with a column for each quota feature.
    #[arg(long, value_name = "P.csv")]
    pub pool: PathBuf,
    /// The quotas: a CSV file or a workbook with the columns feature, value, min and max. Without it the draw is a plain
    /// lot.
    #[arg(long, value_name = "Q.csv")]
    pub quotas: Option<PathBuf>,
    /// In a plain lot: headings of columns of the pool, with commas between them. Each of their values has
    /// its share of the seats, as nearly as can be; nothing is asked of them.
    #[arg(long, value_name = "COLUMNS", value_parser = super::expected::heading, value_delimiter = ',', conflicts_with = "quotas")]
    pub mirror: Vec<String>,
    /// Seats in the panel.
    #[arg(long, value_name = "K", value_parser = super::expected::seats)]
    pub seats: u32,
    /// The heading of the column with ids; without it one is looked for.
    #[arg(long, value_name = "NAME", value_parser = super::expected::heading)]
    pub id_column: Option<String>,
    /// Draw at most one person of an address. The headings of the columns that make up an address, with
    /// commas between them. A blank address is unknown and never shared.
    #[arg(long, value_name = "COLUMNS", value_parser = super::expected::heading, value_delimiter = ',')]
    pub household: Vec<String>,
    /// Draw at most so many people of an address instead of one.
    #[arg(long, value_name = "N", default_value_t = 1, requires = "household",
          value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub per_household: u32,
    /// People who may not be drawn: a CSV file with their ids and a column "ground".
    #[arg(long, value_name = "FILE")]
    pub exclude: Option<PathBuf>,
    /// People who have a seat already: a CSV file with their ids, and their features if they are not in
    /// the pool. They take seats and quotas, and count for households.
    #[arg(long, value_name = "FILE")]
    pub include: Option<PathBuf>,
    /// The folder in which the list was prepared, where it is not the one that the list lies in.
    #[arg(skip)]
    pub prepared: Option<PathBuf>,
    /// Which sheet of a workbook.
    #[command(flatten)]
    pub sheet: SheetArgs,
}

impl PoolArgs {
    /// Reads both files. What is found goes to `faults`; a pool comes back when nothing is wrong
    /// with the files, though its quotas may be impossible (see [`pool::read`]).
    pub fn read(&self, faults: &mut Faults) -> Result<Option<Pool>, Halt> {
        self.read_by(None, false, faults)
    }

    /// The same, also when a feature's minimums or maximums cannot add up to the seats, which is not reported.
    pub fn read_any_sums(&self, faults: &mut Faults) -> Result<Option<Pool>, Halt> {
        self.read_by(None, true, faults)
    }

    /// The same with these quotas instead of those of the file.
    pub fn read_with_quotas(&self, quotas: &[u8], faults: &mut Faults) -> Result<Option<Pool>, Halt> {
        self.read_by(Some(quotas), true, faults)
    }

    fn read_by(
        &self,
        quotas: Option<&[u8]>,
        any_sums: bool,
        faults: &mut Faults,
    ) -> Result<Option<Pool>, Halt> {
        let (pool_name, pool) = self.sheet.read(&self.pool)?;
        let list = |path: Option<&Path>| path.map(|path| self.sheet.read(path)).transpose();
        let own = list(self.quotas.as_deref())?;
        let quotas = match (quotas, own) {
            (Some(bytes), own) => Some((own.map_or_else(String::new, |(name, _)| name), bytes.to_vec())),
            (None, own) => own,
        };
        let (exclude, include) = (list(self.exclude.as_deref())?, list(self.include.as_deref())?);
        let mut files = vec![(pool_name.as_str(), pool.as_slice())];
        for (name, bytes) in [&quotas, &exclude, &include].into_iter().flatten() {
            files.push((name, bytes));
        }
        self.sheet.all_found(&files, faults);
        let household = Rule { columns: &self.household, per: self.per_household };
        let rules = Rules {
            household: (!self.household.is_empty()).then_some(household),
            exclude: exclude.as_ref().map(|(name, bytes)| Source { name, bytes }),
            include: include.as_ref().map(|(name, bytes)| Source { name, bytes }),
            mirror: &self.mirror,
            apart: &self.apart(&pool),
            any_sums,
        };
        Ok(pool::read_with(
            Source { name: &pool_name, bytes: &pool },
            quotas.as_ref().map(|(name, bytes)| Source { name, bytes }),
            self.seats,
            self.id_column.as_deref(),
            &rules,
            faults,
        ))
    }

    /// The rows of which it was decided that they are two people, where this very list was prepared.
    fn apart(&self, pool: &[u8]) -> Vec<(usize, usize)> {
        let beside = self.pool.parent().unwrap_or(Path::new(""));
        let home = self.prepared.as_deref().unwrap_or(beside);
        let read = |name: &str| io::read(&home.join(name)).ok();
        let facts = read(prepare::FACTS).and_then(|bytes| prepare::read_facts(&bytes));
        let own = facts.filter(|facts| facts.pool == Digest::of(pool).to_string());
        own.and_then(|_| read(prepare::TWICE)).map_or_else(Vec::new, |bytes| prepare::apart(&bytes))
    }

    /// Reads both files for a command that can only go on when nothing stops it: a fault of the
    /// files or an impossible quota ends the command. Returns what is only to be checked or noted.
    pub fn read_all(&self) -> Result<(Pool, Faults), Halt> {
        let mut faults = Faults::new();
        match self.read(&mut faults)? {
            Some(pool) if !faults.stop() => Ok((pool, faults)),
            _ => Err(Halt::Faults(faults)),
        }
    }
}

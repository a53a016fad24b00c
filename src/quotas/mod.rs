//! How many seats each value of each feature may have. May import `base`, `register`.

mod amount;
pub mod apportion;
mod arithmetic;
mod columns;
pub mod cross;
mod dialect;
mod doubts;
mod headings;
mod kinds;
mod number;
mod odd;
mod outline;
mod parts;
pub mod population;
mod read;
mod region;
mod statline;
mod tables;

pub(crate) use amount::why_not;

pub use arithmetic::check_sums;
pub use dialect::{headings_below, is_quota_table};
pub use read::{from_table, lacks_cells, rows_of_feature};

/// The quotas of a panel, in canonical order: features by name, values by name, in byte order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotas {
    /// The features, each with at least one value.
    pub features: Vec<Feature>,
}

impl Quotas {
    /// The feature and the value of quota line `row`, by index, counting through all features in order;
    /// none beyond the last.
    pub fn place(&self, row: usize) -> Option<(usize, usize)> {
        let mut left = row;
        for (f, feature) in self.features.iter().enumerate() {
            if left < feature.values.len() {
                return Some((f, left));
            }
            left -= feature.values.len();
        }
        None
    }

    /// The feature and the value of quota line `row`, as in [`Quotas::place`].
    pub fn line(&self, row: usize) -> Option<(&Feature, &Value)> {
        let (feature, value) = self.place(row)?;
        Some((&self.features[feature], &self.features[feature].values[value]))
    }

    /// The quota line `row`, to be changed.
    pub fn line_mut(&mut self, row: usize) -> Option<&mut Value> {
        let (feature, value) = self.place(row)?;
        Some(&mut self.features[feature].values[value])
    }

    /// Whether any value has flexible bounds.
    pub fn flexible(&self) -> bool {
        self.features.iter().flat_map(|feature| &feature.values).any(|value| value.flex.is_some())
    }

    /// Whether these ask of the same features and values nowhere more than `other`, and leave nowhere less room.
    pub fn loosens(&self, other: &Self) -> bool {
        let names = |quotas: &Self| -> Vec<(String, Vec<String>)> {
            let of = |f: &Feature| (f.name.clone(), f.values.iter().map(|v| v.name.clone()).collect());
            quotas.features.iter().map(of).collect()
        };
        let lines = |quotas: &'_ Self| -> Vec<(u32, u32)> {
            (0..quotas.lines()).filter_map(|row| quotas.line(row)).map(|(_, v)| (v.min, v.max)).collect()
        };
        let looser = |(mine, theirs): (&(u32, u32), &(u32, u32))| mine.0 <= theirs.0 && mine.1 >= theirs.1;
        names(self) == names(other) && lines(self).iter().zip(&lines(other)).all(looser)
    }

    /// Number of quota lines.
    pub fn lines(&self) -> usize {
        self.features.iter().map(|feature| feature.values.len()).sum()
    }
}

/// Something by which people are told apart, such as age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    /// The name: a column heading of the pool.
    pub name: String,
    /// Every value a person may have; at most [`MOST_LINES`].
    pub values: Vec<Value>,
}

/// A value of a feature, such as 18-24, and its quota.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The name: what stands in the pool's cells.
    pub name: String,
    /// Fewest seats.
    pub min: u32,
    /// Most seats, at least `min`.
    pub max: u32,
    /// How far a repair may go: the fewest and the most seats; at most `min`, at least `max`.
    pub flex: Option<(u32, u32)>,
}

/// Quota lines in a file at most; so that the index of a value fits in 16 bits.
pub const MOST_LINES: usize = 65_535;

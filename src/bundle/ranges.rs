//! `ranges.csv`: how many people of each value the tickets seat. Imports `lottery`, `quotas`.

use super::form;
use crate::lottery::problem::Problem;
use crate::lottery::shape::{self, Range};
use crate::lottery::tickets::TicketLottery;
use crate::quotas::{Feature, Quotas, Value};

const HEADING: [&str; 5] = ["feature", "value", "least", "most", "total"];

/// The seats of one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueRange {
    /// Its feature.
    pub feature: String,
    /// Its name.
    pub value: String,
    /// On the tickets.
    pub seats: Range,
}

/// The seats of each value of the quotas on the tickets, in the order of the quotas. Homes are no values: the feature
/// `household`, if there is a household rule, is left out. The rows of `problem` are those of `quotas`.
pub fn of(
    quotas: &Quotas,
    household: Option<&str>,
    problem: &Problem,
    lottery: &TicketLottery,
) -> Vec<ValueRange> {
    let values = quotas.features.iter().flat_map(|f| f.values.iter().map(move |v| (f, v)));
    let all = values.zip(shape::ranges(problem, lottery));
    let seen = all.filter(|((feature, _), _)| Some(feature.name.as_str()) != household);
    let range = |((feature, value), seats): ((&Feature, &Value), Range)| ValueRange {
        feature: feature.name.clone(),
        value: value.name.clone(),
        seats,
    };
    seen.map(range).collect()
}

/// Writes `ranges.csv`.
pub fn table(ranges: &[ValueRange]) -> Vec<u8> {
    let row = |range: &ValueRange| {
        let Range { least, most, total } = range.seats;
        [range.feature.clone(), range.value.clone(), least.to_string(), most.to_string(), total.to_string()]
    };
    form::table(std::iter::once(HEADING.map(str::to_owned)).chain(ranges.iter().map(row)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::{Panel, Row};
    use crate::lottery::tickets::Share;

    #[test]
    fn each_value_has_a_row_and_homes_have_none() {
        let value = |name: &str| Value { name: name.into(), min: 0, max: 3, flex: None };
        let feature =
            |name: &str, values: [&str; 2]| Feature { name: name.into(), values: values.map(value).into() };
        let quotas =
            Quotas { features: vec![feature("age", ["old", "young, or so"]), feature("home", ["-", "A"])] };
        let row = |profiles: &[u32]| Row { profiles: profiles.into(), min: 0, max: 3 };
        let rows = vec![row(&[0]), row(&[1, 2]), row(&[0, 1]), row(&[2])];
        let problem = Problem { seats: 3, sizes: vec![3, 3, 1], rows };
        let share = |tickets, seats: &[(u32, u32)]| Share { tickets, panel: Panel(seats.into()) };
        let lottery =
            TicketLottery { shares: vec![share(3, &[(0, 1), (1, 2)]), share(1, &[(1, 2), (2, 1)])] };
        let written =
            |household| String::from_utf8(table(&of(&quotas, household, &problem, &lottery))).unwrap();
        let values = "feature,value,least,most,total\nage,old,0,1,3\nage,\"young, or so\",2,3,9\n";
        assert_eq!(written(Some("home")), values);
        assert_eq!(written(None), format!("{values}home,-,2,3,11\nhome,A,0,1,1\n"));
        assert_eq!(
            table(&of(&Quotas::default(), None, &problem, &lottery)),
            b"feature,value,least,most,total\n"
        );
    }
}

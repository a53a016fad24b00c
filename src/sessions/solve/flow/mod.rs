//! Sharing people out over tables and topics, each with its fewest and its most: whether it can be done, and the cheapest way.
//! May import the model.
//!
//! Both are flows with lower bounds, in whole numbers. People who are alike are poured in as numbers, which is asked for every
//! placing that is tried, tens of thousands of times; people with wishes are shared out one by one, since each has a price of
//! their own, once for a sitting.

mod cheapest;
mod lower_bounds;

pub use cheapest::best_wishes;
pub use lower_bounds::pours;

#[cfg(test)]
mod tests {
    use super::cheapest::Sharing;
    use super::pours;
    use crate::sessions::model::problem::Size;
    use proptest::prelude::*;

    proptest! {
        /// Whether people can be shared out at all is the same question to both.
        #[test]
        fn both_flows_say_the_same(
            supply in prop::collection::vec(0u16..5, 1..4),
            rooms in prop::collection::vec((0u16..4, 0u16..5), 1..4),
            cells in prop::collection::vec((0u16..3, 0u16..4), 9),
        ) {
            let size = |&(least, more): &(u16, u16)| Size { least, most: least + more };
            let bounds = |size: &Size| (i64::from(size.least), i64::from(size.most));
            let topics: Vec<Size> = rooms.iter().map(size).collect();
            let groups: Vec<Vec<Size>> =
                (0..supply.len()).map(|kind| cells[3 * kind..][..rooms.len()].iter().map(size).collect()).collect();
            let arcs: Vec<Vec<(i64, i64)>> = groups.iter().map(|sizes| sizes.iter().map(bounds).collect()).collect();
            let tables: Vec<(i64, i64)> = topics.iter().map(bounds).collect();
            let numbers: Vec<i64> = supply.iter().map(|&people| i64::from(people)).collect();
            let poured = pours(&numbers, &arcs, &tables);
            let group_of: Vec<usize> =
                supply.iter().enumerate().flat_map(|(kind, &people)| vec![kind; usize::from(people)]).collect();
            let price = vec![Some(0); group_of.len() * topics.len()];
            let shared = Sharing { topics, groups, group_of, price }.cheapest();
            prop_assert_eq!(poured, shared.is_some());
        }
    }
}

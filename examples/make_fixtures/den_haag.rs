//! `fixtures/mirror/den-haag-skew`: a panel that fits the population where there was a quota, and not
//! at all where there was none.
//!
//! The case is real in outline: an assembly in The Hague weighted sex, age, postcode and housing, but
//! not education, and had 93 to 95 % with higher education where the districts have 21 to 64 %. The
//! people are made up, and so are the other figures; the district with the most higher education (64 %)
//! is the yardstick that is kindest to the panel.

use super::rng::Rng;

/// Feature, and each value with its percentage of the population.
const POPULATION: &[(&str, &[(&str, u64)])] = &[
    ("age", &[("16-29", 22), ("30-49", 31), ("50-64", 24), ("65+", 23)]),
    ("education", &[("hbo/wo", 64), ("mbo/havo/vwo", 25), ("vmbo or less", 11)]),
    ("housing", &[("owner", 46), ("tenant", 54)]),
    ("postcode", &[("2562", 18), ("2563", 27), ("2564", 35), ("2565", 20)]),
    ("sex", &[("m", 49), ("v", 51)]),
];
/// Who volunteers: weights of the values, in the same order.
const VOLUNTEERS: &[&[u64]] = &[&[10, 25, 35, 30], &[93, 6, 1], &[60, 40], &[15, 25, 42, 18], &[46, 54]];
const PANEL: usize = 100;
const OTHERS: usize = 160;

/// The files: name and bytes.
pub fn files() -> Vec<(&'static str, Vec<u8>)> {
    let mut rng = Rng::named("den-haag-skew");
    let mut columns: Vec<Vec<&str>> = Vec::new();
    for ((_, values), weights) in POPULATION.iter().zip(VOLUNTEERS) {
        let is_quota = values[0].0 != "hbo/wo";
        let seats = |i: usize| if is_quota { values[i].1 } else { [94, 5, 1][i] } as usize;
        let mut column: Vec<&str> =
            (0..values.len()).flat_map(|i| std::iter::repeat_n(values[i].0, seats(i))).collect();
        assert_eq!(column.len(), PANEL, "seats of {}", values[0].0);
        rng.shuffle(&mut column);
        column.extend((0..OTHERS).map(|_| values[rng.weighted(weights.iter().copied())].0));
        columns.push(column);
    }
    // Ids follow no order: whoever is on the panel has one like all others.
    let mut ids: Vec<usize> = (1..=PANEL + OTHERS).collect();
    rng.shuffle(&mut ids);
    let mut rows: Vec<(String, usize)> =
        ids.iter().enumerate().map(|(person, id)| (format!("H{id:04}"), person)).collect();
    rows.sort();
    let header = POPULATION.iter().map(|(feature, _)| *feature);
    let header = std::iter::once("id").chain(header).collect::<Vec<_>>().join(",");
    let list = |people: usize| {
        let row = |(id, person): &(String, usize)| {
            let cells = columns.iter().map(|column| column[*person]);
            format!("{id},{}\n", cells.collect::<Vec<_>>().join(","))
        };
        let rows = rows.iter().filter(|(_, person)| *person < people).map(row);
        format!("{header}\n{}", rows.collect::<String>()).into_bytes()
    };
    let shares = POPULATION.iter().flat_map(|(feature, values)| {
        values.iter().map(move |(value, percent)| format!("{feature},{value},{percent}\n"))
    });
    let population = format!("feature,value,percentage\n{}", shares.collect::<String>());
    vec![
        ("population.csv", population.into_bytes()),
        ("pool.csv", list(PANEL + OTHERS)),
        ("panel.csv", list(PANEL)),
    ]
}

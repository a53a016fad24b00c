//! Large pools that are too large to ship: a register of everybody in a municipality, for letters at one per
//! address, and people of whom hardly two are alike.

use super::model::{Feature, Rounding, Value, quotas};
use super::rng::Rng;

/// Of 20 homes so many have one, two, three and four people who may be asked.
const HOMES: [u64; 4] = [8, 9, 2, 1];
const SEXES: [(&str, u64); 2] = [("vrouw", 508), ("man", 492)];
const AGES: [(&str, u64); 6] =
    [("16-24", 130), ("25-34", 160), ("35-49", 220), ("50-64", 250), ("65-79", 180), ("80+", 60)];
const AREAS: [(&str, u64); 8] = [
    ("Centrum", 150),
    ("Noord", 210),
    ("Oost", 160),
    ("Zuid", 180),
    ("West", 130),
    ("Buitengebied", 70),
    ("Nieuwland", 60),
    ("Haven", 40),
];

/// `pool.csv` and `quotas.csv` of a register of `people` people at their addresses, for `seats` letters.
pub fn register(people: usize, seats: u32) -> Vec<(&'static str, String)> {
    let mut rng = Rng::named(&format!("letters/{people}"));
    let mut pool = String::from("id,straat,nummer,postcode,geslacht,leeftijd,wijk\n");
    let (mut written, mut home) = (0, 0);
    while written < people {
        home += 1;
        let live_here = (1 + rng.weighted(HOMES.into_iter())).min(people - written);
        let area = rng.weighted(AREAS.iter().map(|v| v.1));
        let (street, number) = (home / 90, 1 + home % 90);
        let postcode = format!("{} {}{}", 1000 + street / 60, letter(street % 60 / 8), letter(street % 8));
        let eldest = rng.weighted(AGES.iter().map(|v| v.1));
        for place in 0..live_here {
            written += 1;
            // The first two are mostly of one age, the others of another.
            let age = match place {
                0 => eldest,
                1 if rng.below(10) < 8 => eldest,
                _ => rng.weighted(AGES.iter().map(|v| v.1)),
            };
            let sex = SEXES[rng.weighted(SEXES.iter().map(|v| v.1))].0;
            let (age, area) = (AGES[age].0, AREAS[area].0);
            pool += &format!("{written:07},Straat {street},{number},{postcode},{sex},{age},{area}\n");
        }
    }
    let features = [("geslacht", &SEXES[..]), ("leeftijd", &AGES[..]), ("wijk", &AREAS[..])];
    vec![("pool.csv", pool), ("quotas.csv", targets(&features.map(feature), seats))]
}

fn letter(number: usize) -> char {
    char::from(b'A' + number as u8)
}

fn feature((heading, values): (&'static str, &[(&'static str, u64)])) -> Feature {
    let values = values.iter().map(|&(name, share)| Value { name, share, response: 100 }).collect();
    Feature { heading, values }
}

fn targets(features: &[Feature], seats: u32) -> String {
    let mut text = String::from("feature,value,min,max\n");
    for (feature, bounds) in features.iter().zip(quotas(features, seats, Rounding::FloorCeil)) {
        for (value, (min, max)) in feature.values.iter().zip(bounds) {
            // Whole people do not live in the shares of a table: a few letters either way.
            let room = seats / 50;
            let (min, max) = (min.saturating_sub(room), max + room);
            text += &format!("{},{},{min},{max}\n", feature.heading, value.name);
        }
    }
    text
}

/// `pool.csv` and `quotas.csv` of 5,000 people with 8 features, nearly all of them different, for 250 seats.
pub fn mixed() -> Vec<(&'static str, String)> {
    people_of(5_000, &[2, 5, 6, 4, 8, 5, 3, 4], 250)
}

fn people_of(people: usize, sizes: &[u64], seats: u32) -> Vec<(&'static str, String)> {
    let mut rng = Rng::named(&format!("mixed/{people}"));
    let mut pool = String::from("id");
    (1..=sizes.len()).for_each(|f| pool += &format!(",kenmerk {f}"));
    let mut quota = String::from("feature,value,min,max\n");
    let mut met: Vec<Vec<u64>> = sizes.iter().map(|&values| vec![0; values as usize]).collect();
    pool += "\n";
    for person in 1..=people {
        pool += &format!("{person:05}");
        for (met, &values) in met.iter_mut().zip(sizes) {
            // The first values are the most usual.
            let value = rng.weighted((0..values).map(|v| 3 + values - v));
            met[value] += 1;
            pool += &format!(",w{value}");
        }
        pool += "\n";
    }
    for (f, met) in (1..).zip(&met) {
        for (value, &many) in met.iter().enumerate() {
            // A part of the seats between everybody's and that of equal groups, and one seat either way.
            let (people, values) = (people as u64, met.len() as u64);
            let wanted = u64::from(seats) * (3 * many * values + people) / (4 * people * values);
            quota += &format!("kenmerk {f},w{value},{},{}\n", wanted.saturating_sub(1), wanted + 2);
        }
    }
    vec![("pool.csv", pool), ("quotas.csv", quota)]
}

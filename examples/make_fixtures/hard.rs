//! Exact quotas that are much tighter than practice: 20 of which a hidden panel is known to meet them, and
//! the same 20 with one seat moved from one value to another of the same feature, of which nothing is known.

use super::rng::Rng;

/// A pool and its quotas.
pub struct Hard {
    /// `met-00` to `met-19`, `moved-00` to `moved-19`.
    pub name: String,
    /// Seats in the panel.
    pub seats: usize,
    /// By person the value of each feature.
    pub people: Vec<Vec<usize>>,
    /// By feature the seats of each value: least and most are the same.
    pub quotas: Vec<Vec<u32>>,
}

/// People of the pools, two of each size: one with 30 seats, one with a quarter of the people, at most 100.
const SIZES: [usize; 10] = [120, 150, 200, 250, 300, 400, 500, 600, 700, 800];
const FEATURES: u64 = 8;

/// All 40.
pub fn all() -> Vec<Hard> {
    let met: Vec<Hard> = (0..20).map(met).collect();
    let moved = met.iter().map(moved).collect::<Vec<_>>();
    met.into_iter().chain(moved).collect()
}

fn met(number: usize) -> Hard {
    let people = SIZES[number / 2];
    let seats = if number.is_multiple_of(2) { 30 } else { (people / 4).min(100) };
    hidden(format!("met-{number:02}"), people, seats, FEATURES)
}

/// So many people, and quotas that a hidden panel of theirs meets. The name is what chance starts from.
pub fn hidden(name: String, people: usize, seats: usize, features: u64) -> Hard {
    let mut rng = Rng::named(&format!("hard/{name}"));
    let values: Vec<u64> = (0..features).map(|_| 4 + rng.below(6)).collect();
    let person = |rng: &mut Rng| values.iter().map(|&n| rng.below(n) as usize).collect();
    let people: Vec<Vec<usize>> = (0..people).map(|_| person(&mut rng)).collect();
    let mut order: Vec<usize> = (0..people.len()).collect();
    rng.shuffle(&mut order);
    let mut quotas: Vec<Vec<u32>> = values.iter().map(|&n| vec![0; n as usize]).collect();
    for &person in &order[..seats] {
        people[person].iter().enumerate().for_each(|(f, &value)| quotas[f][value] += 1);
    }
    Hard { name, seats, people, quotas }
}

/// The same with one seat moved from one value to another.
pub fn moved(from: &Hard) -> Hard {
    let name = match from.name.strip_prefix("met-") {
        Some(number) => format!("moved-{number}"),
        None => format!("{}-moved", from.name),
    };
    let mut rng = Rng::named(&format!("hard/{name}"));
    let mut quotas = from.quotas.clone();
    let count = |f: usize, v: usize| from.people.iter().filter(|person| person[f] == v).count() as u32;
    loop {
        let f = rng.below(quotas.len() as u64) as usize;
        let values = quotas[f].len() as u64;
        let (one, other) = (rng.below(values) as usize, rng.below(values) as usize);
        // Moves that adding up would rule out are too easy.
        if one != other && quotas[f][one] > 0 && quotas[f][other] < count(f, other) {
            quotas[f][one] -= 1;
            quotas[f][other] += 1;
            let (seats, people) = (from.seats, from.people.clone());
            return Hard { name, seats, people, quotas };
        }
    }
}

impl Hard {
    /// `pool.csv` and `quotas.csv`, and the seats in a file of their own.
    pub fn files(&self) -> [(&'static str, String); 3] {
        let headings: Vec<String> = (0..self.quotas.len()).map(|f| format!("f{f}")).collect();
        let mut pool = format!("id,{}\n", headings.join(","));
        for (number, person) in self.people.iter().enumerate() {
            let values: Vec<String> = person.iter().map(|v| format!("v{v}")).collect();
            pool.push_str(&format!("p{number:04},{}\n", values.join(",")));
        }
        let mut quotas = "feature,value,min,max\n".to_owned();
        for (f, values) in self.quotas.iter().enumerate() {
            for (v, seats) in values.iter().enumerate() {
                quotas.push_str(&format!("f{f},v{v},{seats},{seats}\n"));
            }
        }
        [("pool.csv", pool), ("quotas.csv", quotas), ("seats.txt", format!("{}\n", self.seats))]
    }
}

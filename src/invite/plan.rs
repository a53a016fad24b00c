//! How many letters each stratum gets, and how long its list is: frozen before the seed. Imports `base`, `quotas` and its
//! siblings.

use super::Homes;
use super::areas;
use super::circle::longest;
use super::terms::{Shares, Terms};
use super::weights::{self, Weights};
use super::wrong::{What, Wrongs};
use crate::base::digest::Digest;
use crate::base::fault::Place;
use crate::quotas::apportion::sainte_lague;
use num_integer::Integer;

/// Letters and places of one stratum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// People, or homes where addresses come first.
    pub of: u64,
    /// Letters.
    pub letters: u64,
    /// Places on the list: letters and reserves.
    pub list: u64,
    /// Everybody's chance of a letter (of a home's, where addresses come first; of a person's of weight 1, where people have
    /// weights) before anything is drawn, in lowest terms; 0/1 where nobody is.
    pub chance: (u128, u128),
}

impl Share {
    /// The chance as text.
    pub fn chance_text(&self) -> String {
        format!("{}/{}", self.chance.0, self.chance.1)
    }

    /// The chance of somebody of this weight.
    pub fn chance_of(&self, weight: u64) -> (u128, u128) {
        reduced(self.chance.0 * u128::from(weight), self.chance.1)
    }
}

/// What a file of strata says of letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Letters, by stratum.
    pub letters: Option<Vec<u64>>,
    /// Reserves, by stratum.
    pub reserves: Option<Vec<u64>>,
}

/// The strata as they are known when letters are shared out.
pub struct Known<'a> {
    /// People of each.
    pub people: &'a [u64],
    /// What their weights come to.
    pub weights: &'a [Weights],
    /// Homes of each; the same as people where homes do not count.
    pub homes: &'a [u64],
    /// What the file of strata says.
    pub listed: &'a Listed,
    /// The name of a stratum, from 1.
    pub name: &'a dyn Fn(u32) -> String,
}

/// Shares out the letters.
///
/// # Errors
/// What cannot be.
pub fn plan(terms: &Terms, known: &Known<'_>, file: &str) -> Result<(Vec<Share>, Wrongs), Wrongs> {
    let mut wrongs = Wrongs::default();
    let mut add = |what| wrongs.push(what, Place::file(file));
    let of = if terms.homes == Homes::AddressFirst { known.homes } else { known.people };
    let strata = known.people.len();
    let total: u64 = known.people.iter().sum();
    let many = |n: u64| u32::try_from(n).is_err();
    let heavy =
        terms.weighted() && known.weights.iter().map(|weights| weights.sum).sum::<u64>() >= weights::MOST;
    if strata > 100_000 || many(total) || heavy {
        add(What::TooMany);
        return Err(wrongs);
    }
    let (letters, list) = match (terms.letters, &known.listed.letters) {
        (Shares::Listed, Some(letters)) => {
            let list = match &known.listed.reserves {
                Some(_) if terms.reserves > 0 => {
                    add(What::TermsClash { one: "reserves", other: "strata" });
                    return Err(wrongs);
                }
                Some(reserves) => {
                    letters.iter().zip(reserves).map(|(letters, more)| letters + more).collect()
                }
                None if terms.reserves == 0 => letters.clone(),
                None => {
                    // A list as much longer everywhere: by letters, of which nobody has more than there are people.
                    let most: Vec<u64> =
                        letters.iter().zip(of).map(|(&letters, &of)| letters.min(of)).collect();
                    let all = most.iter().sum::<u64>().saturating_add(terms.reserves);
                    let Some(list) = proportional(&most, all, 0) else {
                        add(What::TooMany);
                        return Err(wrongs);
                    };
                    list
                }
            };
            (letters.clone(), list)
        }
        (Shares::Listed, None) => {
            add(What::TermMissing { table: "letters", key: "number" });
            return Err(wrongs);
        }
        (_, Some(_)) => {
            add(What::TermsClash { one: "number", other: "strata" });
            return Err(wrongs);
        }
        (Shares::Each { number }, None) => {
            let each =
                |more: u64| known.people.iter().map(|&n| if n > 0 { number + more } else { 0 }).collect();
            (each(0), each(terms.reserves))
        }
        (Shares::Proportional { number, least }, None) => {
            let share = |number| proportional(known.people, number, least);
            let both = share(number).zip(share(number.saturating_add(terms.reserves)));
            let Some(both) = both else {
                add(What::TermsClash { one: "number", other: "at-least" });
                return Err(wrongs);
            };
            both
        }
        (Shares::Equal { number }, None) => {
            let one: Vec<u64> = known.people.iter().map(|&n| u64::from(n > 0)).collect();
            let share = |number| proportional(&one, number, 0);
            let both = share(number).zip(share(number.saturating_add(terms.reserves)));
            let Some(both) = both else {
                add(What::TooMany);
                return Err(wrongs);
            };
            both
        }
    };
    let areas = match terms.areas {
        None => vec![(1, 1); strata],
        Some((number, _)) => {
            let there = known.people.iter().filter(|&&people| people > 0).count() as u64;
            if number > there || number == 0 {
                add(What::FewAreas { areas: there, wanted: number });
                return Err(wrongs);
            }
            let sizes: Vec<u64> = known.weights.iter().map(|weights| weights.sum).collect();
            areas::chances(&sizes, number)
        }
    };
    let mut shares = Vec::new();
    for (i, (&of, &area)) in of.iter().zip(&areas).enumerate() {
        let name = || (known.name)(i as u32 + 1);
        let (mut letters, mut list) = (letters[i], list[i]);
        if of > 0 && letters == 0 {
            add(What::NoLetter { stratum: name(), people: of });
        }
        if letters > of {
            add(What::FewPeople { stratum: name(), letters, people: of });
            letters = of;
        }
        list = list.min(of);
        // Nobody may be drawn twice, nor a home where homes count.
        let Weights { sum, greatest } = known.weights[i];
        let room = known.weights[i].room();
        let most = if terms.homes == Homes::OneLetter { longest(room) } else { room };
        match (terms.homes, terms.weighted()) {
            (_, true) if list > most => {
                add(What::HeavyList { stratum: name(), list, sum, greatest, most });
            }
            (Homes::OneLetter, false) if list > most => {
                add(What::LongList { stratum: name(), list, people: of, most });
            }
            _ => {}
        }
        let whole = if terms.weighted() { sum } else { of };
        let chance = reduced(area.0 * u128::from(letters), area.1 * u128::from(whole));
        shares.push(Share { of, letters, list, chance });
    }
    let empty = (1..).zip(known.people).filter(|(_, people)| **people == 0);
    let strata: Vec<String> = empty.map(|(stratum, _)| (known.name)(stratum)).collect();
    if !strata.is_empty() {
        add(What::EmptyStrata { strata });
    }
    if shares.iter().all(|share| share.letters == 0) {
        add(What::Nobody { flags: Vec::new() });
    }
    if wrongs.stop() { Err(wrongs) } else { Ok((shares, wrongs)) }
}

/// A fraction in lowest terms; 0/1 of nobody.
pub fn reduced(tickets: u128, of: u128) -> (u128, u128) {
    let common = tickets.gcd(&of);
    if of == 0 || common == 0 { (0, 1) } else { (tickets / common, of / common) }
}

/// So many letters by the rule of Sainte-Laguë, which gives nobody less of a longer list; those of each stratum with people
/// are `least` at least. Equal claims go by a digest of the number of the stratum. `None` if there are too few letters, or
/// too many.
pub fn proportional(people: &[u64], number: u64, least: u64) -> Option<Vec<u64>> {
    let rank =
        |stratum: usize| Digest::tagged("geloot/1/letters-tie", &[(stratum + 1).to_string().as_bytes()]);
    let there = people.iter().filter(|&&people| people > 0).count() as u64;
    if least.checked_mul(there)? > number {
        return None;
    }
    let counts: Vec<u128> = people.iter().map(|&people| u128::from(people)).collect();
    let shared = sainte_lague(&counts, u32::try_from(number).ok()?, u32::try_from(least).ok()?, &rank).0;
    Some(shared.into_iter().map(u64::from).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invite::rows::Columns;

    fn terms(letters: Shares) -> Terms {
        Terms { columns: Columns::default(), age: None, homes: Homes::Any, letters, reserves: 0, areas: None }
    }

    fn shares(terms: &Terms, people: &[u64], listed: &Listed) -> Result<Vec<Share>, Vec<&'static str>> {
        let weights: Vec<Weights> = people.iter().map(|&people| Weights::even(people)).collect();
        let known = Known { people, weights: &weights, homes: people, listed, name: &|n| n.to_string() };
        let found = plan(terms, &known, "charter.toml");
        found.map(|found| found.0).map_err(|wrongs| wrongs.0.iter().map(|w| w.what.code()).collect())
    }

    fn letters(terms: &Terms, people: &[u64]) -> Result<Vec<u64>, Vec<&'static str>> {
        Ok(shares(terms, people, &Listed::default())?.iter().map(|share| share.letters).collect())
    }

    /// Rounded figures of 2023: the last letter goes by the rule, not by hand.
    #[test]
    fn letters_of_thirteen_municipalities_add_up() {
        let zeeland = [
            55_000, 50_000, 45_000, 39_000, 35_000, 28_000, 27_000, 23_000, 23_000, 23_000, 22_000, 13_000,
            7_900,
        ];
        let shares = letters(&terms(Shares::Proportional { number: 10_000, least: 1 }), &zeeland).unwrap();
        assert_eq!(shares.iter().sum::<u64>(), 10_000);
        assert_eq!(shares[0], 1_407);
        assert_eq!(shares[12], 202);
    }

    #[test]
    fn equal_shares_differ_by_one_at_most() {
        let mut shares = letters(&terms(Shares::Equal { number: 10_000 }), &[20_000, 9_000, 15_000]).unwrap();
        shares.sort_unstable();
        assert_eq!(shares, [3_333, 3_333, 3_334]);
        assert_eq!(letters(&terms(Shares::Equal { number: 10 }), &[20, 0, 15]).unwrap(), [5, 0, 5]);
    }

    #[test]
    fn nobody_has_no_chance_and_nobody_two() {
        let small = terms(Shares::Proportional { number: 10, least: 0 });
        assert_eq!(letters(&small, &[10_000, 3]), Err(vec!["Y-18"]));
        assert_eq!(
            letters(&terms(Shares::Proportional { number: 10, least: 1 }), &[10_000, 3]).unwrap(),
            [9, 1]
        );
        let too_few = terms(Shares::Proportional { number: 1, least: 1 });
        assert_eq!(letters(&too_few, &[10, 10]), Err(vec!["Y-16"]));
        // A stratum smaller than its letters: everybody there gets one.
        let each = terms(Shares::Each { number: 5 });
        let found = shares(&each, &[3, 100, 0], &Listed::default()).unwrap();
        assert_eq!(found.iter().map(|s| s.letters).collect::<Vec<_>>(), [3, 5, 0]);
        assert_eq!(found.iter().map(Share::chance_text).collect::<Vec<_>>(), ["1/1", "1/20", "0/1"]);
        let one = Terms { homes: Homes::OneLetter, reserves: 7, ..each };
        assert_eq!(letters(&one, &[100, 108]), Err(vec!["Y-19"]));
        assert_eq!(letters(&one, &[108, 108]).unwrap(), [5, 5]);
    }

    /// With areas by size and as many letters in each, everybody has the same chance, but in areas that are certain.
    #[test]
    fn areas_by_size_leave_everybody_the_same_chance() {
        let each = Terms { areas: Some((2, 1)), ..terms(Shares::Each { number: 10 }) };
        let chances: Vec<String> = shares(&each, &[300, 200, 100, 100], &Listed::default())
            .unwrap()
            .iter()
            .map(Share::chance_text)
            .collect();
        assert_eq!(chances, ["1/35"; 4], "2 areas x 10 letters / 700 people");
        let certain: Vec<String> = shares(&each, &[900, 100, 100], &Listed::default())
            .unwrap()
            .iter()
            .map(Share::chance_text)
            .collect();
        assert_eq!(certain, ["1/90", "1/20", "1/20"]);
        let many = Terms { areas: Some((5, 0)), ..each };
        assert_eq!(letters(&many, &[300, 200]), Err(vec!["Y-28"]));
    }

    /// Chances are those of weight 1, no list is longer than the greatest weight goes into all, and areas are as large as the
    /// weights of their people.
    #[test]
    fn weights_move_chances_within_a_stratum() {
        let columns = Columns { weight: Some(vec!["weight".into()]), ..Columns::default() };
        let each = Terms { columns, reserves: 3, ..terms(Shares::Each { number: 2 }) };
        let shared = |terms: &Terms, people: &[u64], weights: &[(u64, u64)]| {
            let weights: Vec<Weights> =
                weights.iter().map(|&(sum, greatest)| Weights { sum, greatest }).collect();
            let listed = Listed::default();
            let name = |n: u32| n.to_string();
            let known = Known { people, weights: &weights, homes: people, listed: &listed, name: &name };
            let found = plan(terms, &known, "charter.toml");
            found
                .map(|found| found.0)
                .map_err(|wrongs| wrongs.0.into_iter().map(|w| w.what).collect::<Vec<_>>())
        };
        let found = shared(&each, &[10, 20], &[(20, 4), (25, 3)]).unwrap();
        assert_eq!(found.iter().map(Share::chance_text).collect::<Vec<_>>(), ["1/10", "2/25"]);
        assert_eq!((found[0].chance_of(4), found[1].chance_of(3)), ((2, 5), (6, 25)));
        let heavy = |list, sum, greatest, most| {
            Err(vec![What::HeavyList { stratum: "1".into(), list, sum, greatest, most }])
        };
        assert_eq!(shared(&each, &[10], &[(19, 4)]), heavy(5, 19, 4, 4));
        let one = Terms { homes: Homes::OneLetter, ..each.clone() };
        assert_eq!(shared(&one, &[100], &[(179, 4)]), heavy(5, 179, 4, 4));
        assert!(shared(&one, &[100], &[(180, 4)]).is_ok());
        assert!(shared(&each, &[1 << 30], &[(weights::MOST - 1, 9)]).is_ok());
        assert_eq!(shared(&each, &[1 << 30], &[(weights::MOST, 9)]), Err(vec![What::TooMany]));
        assert_eq!(What::TooMany.code(), "Y-24");
        // One area of the two: weight 1 has the same chance in both.
        let areas = Terms { areas: Some((1, 0)), ..each };
        let found = shared(&areas, &[10, 20], &[(20, 4), (25, 3)]).unwrap();
        assert_eq!(found.iter().map(Share::chance_text).collect::<Vec<_>>(), ["2/45", "2/45"]);
    }

    #[test]
    fn a_file_of_strata_may_say_how_many() {
        let listed = Listed { letters: Some(vec![3, 4]), reserves: Some(vec![6, 0]) };
        let found = shares(&terms(Shares::Listed), &[100, 5], &listed).unwrap();
        assert_eq!(found.iter().map(|s| (s.letters, s.list)).collect::<Vec<_>>(), [(3, 9), (4, 4)]);
        assert_eq!(shares(&terms(Shares::Listed), &[1], &Listed::default()), Err(vec!["Y-13"]));
        // Or the charter says how many reserves there are in all: the lists are longer in proportion, as far as people go.
        let charter = Terms { reserves: 7, ..terms(Shares::Listed) };
        let letters = Listed { letters: Some(vec![20, 8, 0]), reserves: None };
        let found = shares(&charter, &[100, 9, 0], &letters).unwrap();
        assert_eq!(found.iter().map(|s| (s.letters, s.list)).collect::<Vec<_>>(), [(20, 25), (8, 9), (0, 0)]);
        assert_eq!(
            shares(&charter, &[100, 9, 0], &Listed { letters: Some(vec![20, 90, 0]), ..letters.clone() })
                .unwrap()[0]
                .list,
            25
        );
        assert_eq!(shares(&charter, &[100, 5], &listed), Err(vec!["Y-16"]));
        let both = shares(&terms(Shares::Each { number: 1 }), &[100, 5], &listed);
        assert_eq!(both, Err(vec!["Y-16"]));
    }
}

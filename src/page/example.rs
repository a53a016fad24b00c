//! Examples to practise with: made up, and nobody in them exists. Imports nothing.

use std::borrow::Cow;
use std::fmt::Write;

type Files = Vec<(&'static str, Cow<'static, [u8]>)>;

/// A file below `examples`.
macro_rules! file {
    ($name:literal, $path:literal) => {
        ($name, Cow::Borrowed(&include_bytes!(concat!("../../examples/", $path))[..]))
    };
}

/// The files of the example of a way through the page: `invite`, `talk`, `programme`; of any other a panel's.
pub fn files(way: &str) -> Files {
    let people =
        [file!("volunteers.csv", "council/volunteers.csv"), file!("quotas.csv", "council/quotas.csv")];
    let own: Files = match way {
        "invite" => {
            let villages = format!("kern\n{}\n", VILLAGES.join("\n"));
            return vec![("register.csv", register().into()), ("kernen.csv", Cow::Owned(villages.into()))];
        }
        "talk" => vec![
            file!("charter.toml", "page/charter.toml"),
            file!("onderwerpen.csv", "page/onderwerpen.csv"),
            file!("samengevoegd.csv", "page/samengevoegd.csv"),
            file!("punten.csv", "page/punten.csv"),
            file!("beslispunten.csv", "page/beslispunten.csv"),
            file!("telling.csv", "page/telling.csv"),
            file!("aanwezig.csv", "page/aanwezig.csv"),
            file!("reacties.csv", "page/reacties.csv"),
        ],
        "programme" => vec![file!("regels.toml", "page/regels.toml")],
        _ => vec![file!("charter.toml", "page/charter.toml")],
    };
    people.into_iter().chain(own).collect()
}

const VILLAGES: [&str; 3] = ["Grootkerk", "Middelveld", "Kleinhoek"];
/// People in the register.
const PEOPLE: u32 = 3_600;

/// A register of inhabitants, by plain arithmetic.
fn register() -> Vec<u8> {
    let mut rows = String::from("anummer;kern;geboren;sinds;geheim;postcode;huisnummer;toevoeging\n");
    for n in 1..=PEOPLE {
        // Homes of two or three people.
        let home = n * 10 / 23;
        let village = VILLAGES[match home % 9 {
            0..5 => 0,
            5..8 => 1,
            _ => 2,
        }];
        let (postcode, house) = (1_000 + home % 9, 1 + home / 9);
        let (key, year, month, day) = (10_000_000 + n * 7_919, 1_930 + n % 90, 1 + n % 12, 1 + n % 28);
        let (since, confidential) = (2_000 + n % 20, u32::from(n.is_multiple_of(97)));
        // Writing to a text cannot fail.
        let _ = writeln!(
            rows,
            "{key};{village};{year}-{month:02}-{day:02};{since}-01-01;{confidential};{postcode} AB;{house};"
        );
    }
    rows.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_has_an_example_of_its_own() {
        let names = |way| files(way).iter().map(|(name, _)| *name).collect::<Vec<_>>();
        assert_eq!(names("organiser"), ["volunteers.csv", "quotas.csv", "charter.toml"]);
        assert_eq!(names("invite"), ["register.csv", "kernen.csv"]);
        assert!(names("talk").contains(&"beslispunten.csv") && names("programme").contains(&"regels.toml"));
    }

    #[test]
    fn everybody_in_the_register_has_a_number_and_a_village_of_the_table() {
        let text = String::from_utf8(register()).unwrap();
        let rows: Vec<Vec<&str>> = text.lines().map(|row| row.split(';').collect()).collect();
        assert_eq!(rows.len() as u32, PEOPLE + 1);
        assert!(rows.iter().all(|row| row.len() == 8));
        let keys: std::collections::BTreeSet<_> = rows[1..].iter().map(|row| row[0]).collect();
        assert_eq!(keys.len() as u32, PEOPLE);
        assert!(VILLAGES.iter().all(|village| rows.iter().any(|row| row[1] == *village)));
    }
}

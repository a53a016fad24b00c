//! Whether a text calls people of a pool by name, or says where they live: for texts that become public. Imports `base` and
//! its siblings.

use super::address::tokens;
use crate::base::digits::plain_digits;
use crate::base::text::{blank, fold_heading};
use std::collections::BTreeSet;

/// How a text tells who somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calls {
    /// By first name and surname, or by an address.
    Person,
    /// By a surname behind a title.
    Titled,
    /// By a surname behind an initial, which may be no initial, or the surname no name.
    Surname,
}

/// What people of a pool are called, and where they live: runs of words and numbers without accents, in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    whole: BTreeSet<String>,
    surnames: BTreeSet<String>,
    /// What is known of them: the headings of their list.
    headings: BTreeSet<String>,
}

/// Words of a name, or of an address, at most.
const LONGEST: usize = 9;
/// What stands in front of a surname alone.
const TITLES: &[&str] = &[
    "mw",
    "mevr",
    "mevrouw",
    "mejuffrouw",
    "dhr",
    "hr",
    "heer",
    "meneer",
    "mijnheer",
    "fam",
    "familie",
    "buurman",
    "buurvrouw",
    "oom",
    "tante",
    "mr",
    "mrs",
    "ms",
    "miss",
    "family",
    "dr",
    "drs",
    "ir",
    "ing",
    "prof",
    "ds",
    "frau",
    "herr",
    "madame",
    "monsieur",
];

/// What stands in front of a surname and is left out as often as not.
const PARTICLES: &[&str] = &[
    "de", "den", "der", "van", "ten", "ter", "te", "t", "het", "in", "op", "aan", "bij", "uit", "von", "vom",
    "zu", "zum", "zur", "la", "le", "les", "du", "des", "di", "da", "dos", "el", "al", "ben",
];
/// What stands in front of the number of a house and says no more.
const NUMBERED: &[&str] = &["nr", "no", "nummer", "huisnummer", "huisnr", "number"];

/// What a column holds, by its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Given,
    Infix,
    Surname,
    Whole,
    Street,
    Number,
    Postcode,
}

impl Part {
    fn of(heading: &str) -> Option<Self> {
        let key = fold_heading(heading);
        let key = key.split('(').next().filter(|key| !key.is_empty()).unwrap_or(&key);
        let has = |parts: &[&str]| parts.iter().any(|part| key.contains(part));
        let given = has(&[
            "voornaam",
            "voornamen",
            "roepnaam",
            "firstname",
            "forename",
            "givenname",
            "vorname",
            "prenom",
        ]);
        let surname = has(&[
            "achternaam",
            "familienaam",
            "geslachtsnaam",
            "lastname",
            "surname",
            "familyname",
            "nachname",
        ]);
        let whole = [
            "naam",
            "name",
            "volledigenaam",
            "naamvoluit",
            "fullname",
            "naaminwoner",
            "naamdeelnemer",
            "voorenachternaam",
        ];
        Some(match (given, surname) {
            _ if whole.contains(&key) => Self::Whole,
            (true, true) => Self::Whole,
            (true, false) => Self::Given,
            (false, true) => Self::Surname,
            _ if has(&["tussenv", "voorvoegsel", "infix", "middlename"]) => Self::Infix,
            _ if has(&["postcode", "postalcode", "zipcode"]) || ["pc", "pc6", "zip"].contains(&key) => {
                Self::Postcode
            }
            _ if has(&["huisnr", "huisnummer", "huisno", "housenumber", "hausnummer"]) => Self::Number,
            _ if has(&["straat", "street", "adres", "address", "strasse"]) && !has(&["mail"]) => Self::Street,
            _ => return None,
        })
    }
}

impl Named {
    /// Whether the list of these people has such a column: what they are, and no answer of theirs.
    pub fn heads(&self, heading: &str) -> bool {
        self.headings.contains(&fold_heading(heading))
    }

    /// Of people with these headings and cells.
    pub fn of<'a>(headings: &[String], people: impl Iterator<Item = Vec<&'a str>>) -> Self {
        let parts: Vec<Option<Part>> = headings.iter().map(|heading| Part::of(heading)).collect();
        let headings = headings.iter().map(|heading| fold_heading(heading)).collect();
        let mut named = Self { headings, ..Self::default() };
        for cells in people {
            let all = |part: Part| -> Vec<String> {
                let own = parts.iter().zip(&cells).filter(|(own, cell)| **own == Some(part) && !blank(cell));
                own.flat_map(|(_, cell)| tokens(cell)).collect()
            };
            let (given, infix, surname) = (all(Part::Given), all(Part::Infix), all(Part::Surname));
            let own = parts.iter().zip(&cells).filter(|(own, _)| **own == Some(Part::Surname));
            let mut lasts = vec![[&infix[..], &surname[..]].concat()];
            lasts
                .extend(own.flat_map(|(_, cell)| ways_to_write(cell)).map(|way| [&infix[..], &way].concat()));
            for last in lasts.iter().flat_map(|last| shorter(last)) {
                if !given.is_empty() {
                    named.add(&[&given[..], last].concat());
                    named.add(&[&given[..1], last].concat());
                    named.add(&[last, &given[..]].concat());
                }
                named.surnames.insert(last.join(" "));
            }
            let whole = all(Part::Whole);
            if let [first @ .., end] = &whole[..]
                && !first.is_empty()
            {
                named.add(&whole);
                named.add(&[std::slice::from_ref(end), first].concat());
                // "Jansen, Piet", or all from the first particle on, or the last word.
                let own = parts.iter().zip(&cells).find(|(own, _)| **own == Some(Part::Whole));
                let behind = own.and_then(|(_, cell)| cell.split_once(',')).map(|(last, _)| tokens(last));
                let particle = whole[1..].iter().position(|it| PARTICLES.contains(&it.as_str()));
                let from = particle.map_or(whole.len() - 1, |at| at + 1);
                let last = behind.unwrap_or_else(|| whole[from..].to_vec());
                named.surnames.extend(shorter(&last).map(|last| last.join(" ")));
            }
            let (street, number, postcode) = (all(Part::Street), all(Part::Number), all(Part::Postcode));
            let number = &number[..number.len().min(1)];
            for place in [&street, &postcode] {
                // A number may stand behind the street in one cell.
                let has_number = place.iter().skip(1).any(|it| it.bytes().all(|b| b.is_ascii_digit()));
                if !place.is_empty() && !number.is_empty() {
                    named.add(&[&place[..], number].concat());
                } else if has_number && place.len() > 1 && number.is_empty() && *place == street {
                    named.add(place);
                }
            }
        }
        named
    }

    fn add(&mut self, words: &[String]) {
        if (2..=LONGEST).contains(&words.len()) {
            self.whole.insert(words.join(" "));
        }
    }

    /// Whether a text has a surname alone, as a name is written: a word with a capital. Many a surname is a word too, so this is told
    /// where a reason for the record has it, and refused nowhere.
    pub fn bare(&self, text: &str) -> bool {
        let mut words =
            text.split(|c: char| !c.is_alphanumeric()).filter(|it| it.starts_with(char::is_uppercase));
        words.any(|word| is_among(&self.surnames, &tokens(word)))
    }

    /// How a text calls somebody, if it does.
    pub fn calls(&self, text: &str) -> Option<Calls> {
        if self.whole.is_empty() && self.surnames.is_empty() {
            return None;
        }
        let mut words = tokens(&plain_digits(text));
        let mut at = 0;
        while at + 1 < words.len() {
            let is_number = words[at + 1].starts_with(|first: char| first.is_ascii_digit());
            if is_number && NUMBERED.contains(&words[at].as_str()) {
                words.remove(at);
            }
            at += 1;
        }
        let runs = |from: usize| (from + 1..=words.len().min(from + LONGEST)).map(move |to| (from, to));
        let among = |list: &BTreeSet<String>, (from, to): (usize, usize)| is_among(list, &words[from..to]);
        let mut all = (0..words.len()).flat_map(runs);
        if all.any(|run| run.1 - run.0 > 1 && among(&self.whole, run)) {
            return Some(Calls::Person);
        }
        let title = |word: &str| TITLES.contains(&word);
        let initial = |word: &str| word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        let behind = |so: &dyn Fn(&str) -> bool| {
            let mut all = (1..words.len()).filter(|from| so(&words[from - 1])).flat_map(runs);
            all.any(|run| among(&self.surnames, run))
        };
        match () {
            () if behind(&title) => Some(Calls::Titled),
            () if behind(&initial) => Some(Calls::Surname),
            () => None,
        }
    }
}

/// Other ways to write what stands in a cell of surnames: "Tafelaar, jr." without what follows, "Vries, de" the other way round, and
/// each half of "Jansen-de Vries".
fn ways_to_write(cell: &str) -> Vec<Vec<String>> {
    let (own, behind) = cell.split_once(',').unwrap_or((cell, ""));
    let behind = tokens(behind);
    let is_particle = behind.iter().all(|it| PARTICLES.contains(&it.as_str()));
    let whole = if is_particle { [behind, tokens(own)].concat() } else { tokens(own) };
    std::iter::once(whole).chain(own.split(['-', '\u{2010}', '\u{2011}', '\u{2013}']).map(tokens)).collect()
}

/// A surname, and without each of the particles in front of it: "Mevrouw Berg" is somebody called "van den Berg" too.
fn shorter(words: &[String]) -> impl Iterator<Item = &[String]> {
    let particles = words.iter().take_while(|it| PARTICLES.contains(&it.as_str())).count();
    (0..=particles).map(|from| &words[from..]).filter(|own| !own.is_empty())
}

/// Whether these words are one of the list, or would be without the s of a genitive.
fn is_among(list: &BTreeSet<String>, words: &[String]) -> bool {
    let called = words.join(" ");
    list.contains(&called) || called.strip_suffix('s').is_some_and(|called| list.contains(called))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named() -> Named {
        let headings = ["Voornaam", "Tussenv.", "Achternaam", "Straat", "Huisnr.", "Postcode", "kern"];
        let people = [
            ["Truus", "", "Hendriks", "Lange Straat", "3", "5981 AC", "Helden"],
            ["Hélène", "de", "Vries", "Kerkplein", "12a", "5996AB", "Panningen"],
            ["Jan", "", "Groen", "", "", "", "Helden"],
        ];
        Named::of(&headings.map(str::to_owned), people.iter().map(|row| row.to_vec()))
    }

    #[test]
    fn people_are_found_by_name_and_by_address() {
        for text in [
            "Truus Hendriks, Lange Straat 3",
            "bezwaar van hendriks, truus",
            "de vraag van Helene de Vries!",
            "Lange straat 3",
            "wie woont op 5996 AB 12?",
            "5981ac-3",
            "Lange Straat nr. 3",
            "5996 AB, nummer 12",
            "Lange Straat ٣",
        ] {
            assert_eq!(named().calls(text), Some(Calls::Person), "{text}");
        }
        for text in ["mw. de Vries", "Mevr. Vries", "buurman Hendriks", "familie Groen"] {
            assert_eq!(named().calls(text), Some(Calls::Titled), "{text}");
        }
        assert_eq!(named().calls("door T. Hendriks"), Some(Calls::Surname));
        for text in [
            "Meer groen, minder stenen",
            "Lange Straat",
            "tafel 3",
            "voorzitter",
            "Helden",
            "de Vries",
            "Kerkplein 1",
            "",
        ] {
            assert_eq!(named().calls(text), None, "{text}");
        }
        let one = Named::of(
            &["Naam".to_owned(), "Adres".to_owned()],
            std::iter::once(vec!["Jansen, Piet", "Dorpsweg 7"]),
        );
        for text in ["Piet Jansen", "Jansen Piet", "dorpsweg 7"] {
            assert_eq!(one.calls(text), Some(Calls::Person), "{text}");
        }
        assert_eq!(one.calls("mw. Jansen"), Some(Calls::Titled));
        let whole = Named::of(&["Naam".to_owned()], std::iter::once(vec!["Sjaak van der Kruimelaar"]));
        for text in ["dhr. van der Kruimelaar", "dhr. Kruimelaar"] {
            assert_eq!(whole.calls(text), Some(Calls::Titled), "{text}");
        }
        assert!(whole.bare("zegt Kruimelaar") && !whole.bare("zegt Sjaak"));
        assert_eq!(Named::default().calls("Piet Jansen"), None);
    }

    /// However the list has it: with what follows a name, with particles that people leave out, of two people who married.
    #[test]
    fn names_are_found_as_people_write_them() {
        let headings = ["Voornaam", "Achternaam"].map(str::to_owned);
        let people = [
            ["Ozan", "Tafelaar, jr."],
            ["Yusuf", "ter Lantaarn"],
            ["Chaima", "Sterrekijker"],
            ["Joke", "Vries, de"],
            ["Anna", "Jansen-van den Berg"],
        ];
        let named = Named::of(&headings, people.iter().map(|row| row.to_vec()));
        for text in [
            "Ozan Tafelaar wacht al zes jaar",
            "Yusuf Lantaarn ook",
            "Chaima Sterrekijkers idee",
            "het idee van Ozan Tafelaar's tafel",
            "Joke de Vries",
            "Joke Vries",
            "Anna Jansen",
            "Anna van den Berg",
            "Anna Berg",
        ] {
            assert_eq!(named.calls(text), Some(Calls::Person), "{text}");
        }
        assert_eq!(named.calls("mw. Lantaarn"), Some(Calls::Titled));
        for text in ["Ozan wacht", "de lantaarn", "Anna Vries", "Joke Jr."] {
            assert_eq!(named.calls(text), None, "{text}");
        }
        assert!(named.bare("zegt Sterrekijkers") && named.bare("zegt Berg"));
    }

    #[test]
    fn a_surname_alone_is_seen_by_its_capital() {
        for text in ["Hendriks is ziek", "ziek, zegt HENDRIKS.", "de Vries belde", "in plaats van Groen"] {
            assert!(named().bare(text), "{text}");
        }
        for text in ["meer groen", "iemand is ziek", "Truus", "Hendriksen", ""] {
            assert!(!named().bare(text), "{text}");
        }
        assert!(!Named::default().bare("Hendriks"));
    }
}

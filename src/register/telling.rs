//! What in a free text tells who somebody is, or how to reach them. Imports `base` and its siblings.

use super::sensitive::citizen_number;
use crate::base::digits::plain_digits;

/// Something in a text that belongs in no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Telling {
    /// A telephone number.
    Phone,
    /// A mail address.
    Mail,
    /// Nine digits that could be a citizen service number. Of random ones one in eleven passes.
    Citizen,
}

/// What a text tells, each once, in order, however wide its signs are and of whatever script its digits.
pub fn telling(text: &str) -> Vec<Telling> {
    let mut found = Vec::new();
    let text = plain_digits(text);
    if text.split(|c: char| c.is_whitespace() || "<>()[],;\"".contains(c)).any(is_mail) {
        found.push(Telling::Mail);
    }
    for run in runs(&text) {
        let digits: String = run.chars().filter(char::is_ascii_digit).collect();
        let phone = match digits.len() {
            // With the country; from abroad; within the Netherlands; within Belgium.
            9..=15 if run.starts_with('+') => true,
            11..=15 if digits.starts_with("00") => true,
            10 | 9 if digits.starts_with('0') => true,
            _ => false,
        };
        if phone || holds_phone(&run) {
            found.push(Telling::Phone);
        } else if digits.len() == 9 && citizen_number(&digits).is_some() {
            found.push(Telling::Citizen);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a Dutch number stands in a stretch of digits beside others, as behind that of a house: ten digits at once, or two to
/// four from a zero and the rest of the ten.
fn holds_phone(run: &str) -> bool {
    let groups: Vec<&str> =
        run.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let is = |group: &str, length: usize| group.starts_with('0') && group.len() == length;
    groups.iter().any(|group| is(group, 10))
        || groups.windows(2).any(|pair| (2..=4).any(|area| is(pair[0], area) && pair[1].len() == 10 - area))
}

/// What somebody is to somebody else.
const KIN: &[&str] = &[
    "getrouwd",
    "gehuwd",
    "partner",
    "echtgenoot",
    "echtgenote",
    "vriend",
    "vriendin",
    "zoon",
    "dochter",
    "broer",
    "zus",
    "zuster",
    "zwager",
    "schoonzus",
    "vader",
    "moeder",
    "neef",
    "nicht",
    "buurman",
    "buurvrouw",
    "familie",
    "married",
    "spouse",
    "husband",
    "wife",
    "friend",
    "son",
    "daughter",
    "brother",
    "sister",
    "father",
    "mother",
    "cousin",
    "neighbour",
    "family",
];

/// Ends of names of streets.
const STREETS: &[&str] = &[
    "straat", "weg", "laan", "plein", "pad", "hof", "dijk", "gracht", "kade", "singel", "steeg", "dreef",
    "street", "road", "lane", "avenue", "square",
];

/// Whether a text that is to be a ground tells of one person: how to reach or find them, where somebody lives, or whose
/// relation they are by name. "Partner van raadslid" names nobody.
pub fn is_personal(text: &str) -> bool {
    if !telling(text).is_empty() {
        return true;
    }
    let text = plain_digits(text);
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is = |list: &[&str], word: &str| list.contains(&word.to_lowercase().as_str());
    let starts = |word: &str, so: fn(char) -> bool| word.starts_with(so);
    let named =
        |from: usize| words[from + 1..].iter().any(|word| starts(word, char::is_uppercase) && !is(KIN, word));
    let kin = (0..words.len()).any(|at| is(KIN, words[at]) && named(at));
    let street = |word: &str| STREETS.iter().any(|end| word.to_lowercase().ends_with(end));
    let house = |word: &str| starts(word, |c| c.is_ascii_digit()) && word.len() <= 5;
    kin || words.windows(2).any(|pair| street(pair[0]) && house(pair[1]))
}

/// Whether a word is an address: something, `@`, a domain with a point in it.
fn is_mail(word: &str) -> bool {
    let Some((name, domain)) = word.split_once('@') else { return false };
    let (domain, plain) =
        (domain.trim_end_matches(['.', '!', '?', ':']), |c: char| c.is_alphanumeric() || c == '-');
    let parts: Vec<&str> = domain.split('.').collect();
    !name.is_empty()
        && parts.len() > 1
        && parts.iter().all(|part| !part.is_empty() && part.chars().all(plain))
}

/// Signs that people put between the digits of one number.
const BETWEEN: &str = " -./()_\u{b7}\u{2010}\u{2012}\u{2013}\u{2022}\u{2027}\u{2212}\u{2219}";

/// The longest stretches of digits with signs that people put between the digits of one number. Two such signs in a row
/// end a number, but for `) ` and ` (`.
fn runs(text: &str) -> Vec<String> {
    let mut runs = Vec::new();
    let mut run = String::new();
    let mut gap = String::new();
    for sign in text.chars().chain(['\n']) {
        if sign.is_ascii_digit() || (sign == '+' && run.is_empty()) {
            run.push_str(&gap);
            gap.clear();
            run.push(sign);
        } else if !run.is_empty() && BETWEEN.contains(sign) && gap.chars().count() < 3 {
            gap.push(sign);
        } else {
            runs.extend((!run.is_empty()).then(|| std::mem::take(&mut run)));
            gap.clear();
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_and_mail_addresses_are_found() {
        for phone in [
            "bel 06-12345678",
            "06 12 34 56 78",
            "+31 (0)6 12345678.",
            "0031612345678",
            "020-1234567",
            "(020) 123 45 67",
            "tel:+32 2 123 45 67",
            "02 123 45 67",
            "mijn nummer is 0612345678, bel maar",
            "06_12345678",
            "06·12345678",
            "０６１２３４５６７８",
            "٠٦١٢٣٤٥٦٧٨",
            "bel ०६-१२३४५६७८",
            "❶, ⓿❻❶❷❸❹❺❻❼❽",
            "0️⃣6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
            "06\u{a0}12\u{2011}345\u{2010}678",
        ] {
            assert_eq!(telling(phone), [Telling::Phone], "{phone}");
        }
        for mail in ["jan@example.nl", "mail <a.b-c@sub.example.org>!", "x@y.nl.", "jan＠x.nl"] {
            assert_eq!(telling(mail), [Telling::Mail], "{mail}");
        }
        for number in ["nummer 111222333", "nummer ١١١٢٢٢٣٣٣"] {
            assert_eq!(telling(number), [Telling::Citizen], "{number}");
        }
        assert_eq!(telling("a@b.nl of 0612345678"), [Telling::Phone, Telling::Mail]);
    }

    #[test]
    fn amounts_dates_and_years_are_none() {
        for plain in [
            "op 01-02-2026 kwamen 1.800 mensen",
            "tussen 2020 - 2030",
            "EUR 1 250 000",
            "artikel 7, lid 3",
            "0,5 tot 0,75",
            "123456789",
            "@home",
            "a@b",
            "12 @ 3.5",
            "00 - 24 uur, 7/7",
            "",
        ] {
            assert_eq!(telling(plain), [], "{plain}");
        }
    }

    #[test]
    fn a_ground_of_one_person_is_told_from_one_of_many() {
        for text in [
            "Is getrouwd met wethouder Jansen",
            "raadslid, woont Dorpsstraat 5",
            "zus van Truus",
            "Lange Weg 12b",
            "Lange Weg ١٢",
            "bel 0612345678",
        ] {
            assert!(is_personal(text), "{text}");
        }
        for text in
            ["raadslid", "Partner van raadslid", "Familie van een lid", "woont hier niet", "regel 5", "weg"]
        {
            assert!(!is_personal(text), "{text}");
        }
    }
}

//! What a column tells of who somebody is, by its heading. Imports `base`.

use crate::base::text::fold_heading;

/// What is known of who somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Trait {
    Name,
    Mail,
    Phone,
    Birth,
    /// By several columns, and only together with the date of birth: twins alone have both.
    Address,
}

/// Headings of parts of a name, after [`fold_heading`].
const NAMES: &[&str] = &[
    "naam",
    "name",
    "volledigenaam",
    "naamvoluit",
    "naaminwoner",
    "naamdeelnemer",
    "achternaamenvoornaam",
    "achternaamvoornaam",
    "voornaamenachternaam",
    "voorenachternaam",
    "fullname",
    "voornaam",
    "voornamen",
    "roepnaam",
    "firstname",
    "forename",
    "givenname",
    "givennames",
    "voorletters",
    "initialen",
    "initials",
    "tussenvoegsel",
    "tussenvoegsels",
    "voorvoegsel",
    "infix",
    "middlename",
    "achternaam",
    "familienaam",
    "geslachtsnaam",
    "lastname",
    "surname",
    "familyname",
    "vorname",
    "nachname",
    "nom",
    "pr\u{e9}nom",
    "prenom",
];

/// What a column tells of who somebody is, by its heading.
pub(crate) fn trait_of(heading: &str) -> Option<Trait> {
    let key = fold_heading(heading);
    // "Naam (voluit)", "Geboortedatum (dd-mm-jjjj)"
    let key = key.split('(').next().filter(|key| !key.is_empty()).unwrap_or(&key).to_owned();
    let has = |parts: &[&str]| parts.iter().any(|part| key.contains(part));
    let is = |words: &[&str]| words.contains(&key.as_str());
    if NAMES.contains(&key.as_str()) {
        Some(Trait::Name)
    } else if key != "mailing" && (is(&["mail", "email"]) || has(&["emailad", "mailad", "email"])) {
        Some(Trait::Mail)
    } else if is(&["tel", "telnr", "gsm", "mobiel", "mobielnr", "mobile", "06", "06nummer", "handy", "natel"])
        || has(&["telefoon", "telephone", "phone", "mobielnummer", "mobilenumber", "telefon"])
    {
        Some(Trait::Phone)
    } else if !is_of_others(heading)
        && (is(&["dob", "geb", "geboren", "birthday", "verjaardag", "gebdatum", "gebdat"])
            || has(&["geboortedat", "birthdat", "dateofbirth", "geburtsdat", "datedenaissance"]))
    {
        Some(Trait::Birth)
    } else {
        None
    }
}

/// Whether a column is headed as one of somebody beside the person: a partner, a child, whom to call.
pub(crate) fn is_of_others(heading: &str) -> bool {
    let key = fold_heading(heading);
    let words = [
        "partner",
        "echtgeno",
        "kind",
        "ouder",
        "moeder",
        "vader",
        "voogd",
        "verzorger",
        "gemachtigd",
        "huisgeno",
        "contact",
        "spouse",
        "child",
        "parent",
        "mother",
        "father",
        "guardian",
        "carer",
    ];
    words.iter().any(|word| key.contains(word))
}

/// Whether a column is headed as one with dates of birth.
pub(crate) fn is_birth(heading: &str) -> bool {
    trait_of(heading) == Some(Trait::Birth)
}

/// Whether a column is headed as one with ages, also as a form asks for them: "Hoe oud bent u?"
pub(crate) fn is_age(heading: &str) -> bool {
    let key = fold_heading(heading);
    let asks = ["leeftijd", "alter", "hoeoud", "howold", "wiealt"].iter().any(|word| key.contains(word));
    (asks || key.starts_with("age")) && !is_of_others(heading)
}

/// Whether a column is headed as one with names, or parts of them.
pub(super) fn is_name(heading: &str) -> bool {
    trait_of(heading) == Some(Trait::Name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_known_by_what_a_form_asks() {
        for heading in ["Leeftijd", "age", "Hoe oud bent u?", "How old are you?", "leeftijd op 1-1-2027"] {
            assert!(is_age(heading), "{heading}");
        }
        for heading in ["Leeftijd partner", "Hoe oud zijn uw kinderen?", "wijk", "package"] {
            assert!(!is_age(heading), "{heading}");
        }
    }
}

//! Whether the people of a lottery had registered themselves, as its charter says: then it is no draw from the population.
//! Imports `seed` and its siblings.

use super::{Folder, files, public};
use crate::base::line::is_line;
use crate::seed::strict_toml;

/// The word of a charter and of a programme's rules for a frame of people who registered themselves.
pub const SELF_REGISTERED: &str = "self-registered";

/// The frame of people who registered themselves, if a charter says that they did; blank where it has no name.
pub fn self_registered(charter: &[u8]) -> Option<String> {
    let table = strict_toml::read(charter).ok()?;
    let programme = table.get("programme")?.as_table()?;
    let text = |key: &str| programme.get(key).and_then(toml::Value::as_str);
    let frame = text("frame").map(str::trim).filter(|frame| is_line(frame)).unwrap_or_default();
    (text("kind") == Some(SELF_REGISTERED)).then(|| frame.to_owned())
}

/// The same of the charter that is frozen with a lottery.
pub fn registered_themselves(folder: &Folder) -> Option<String> {
    self_registered(public::file(folder, files::CHARTER_TOML).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_charter_that_says_so_has_people_who_registered_themselves() {
        let of = |text: &str| self_registered(text.as_bytes());
        let kind = "[programme]\nname = \"Panel\"\nkind = \"self-registered\"\n";
        assert_eq!(of(&format!("{kind}frame = \"burgerpanel\"\n")).as_deref(), Some("burgerpanel"));
        assert_eq!(of(kind).as_deref(), Some(""));
        assert_eq!(of(&format!("{kind}frame = \"a\\nb\"\n")).as_deref(), Some(""));
        for other in ["", "[programme]\nname = \"Panel\"\n", "kind = \"self-registered\"\n", "[programme\n"] {
            assert_eq!(of(other), None, "{other}");
        }
        assert_eq!(of(&kind.replace("self-registered", "register")), None);
    }
}

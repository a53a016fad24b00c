//! Versions of rules, as values: a record carries a number, and what follows from it is chosen by the value of that number.
//! Imports nothing of ours.
//!
//! A program knows old versions beside the newest one, so that a record stays what it was. A number that it does not know is
//! never guessed at: who reads one says which program to ask. To add a version: a line in `versions!`, which makes every
//! `match` on it incomplete until each place says what the new number means there.

/// This program and its version, as records name it.
pub const PROGRAM: &str = concat!("geloot ", env!("CARGO_PKG_VERSION"));

/// Why something cannot be made again by the rules that made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    /// A program with rules of that number is needed, and this one has others.
    Elsewhere {
        /// The number of the rules that made it.
        made: u32,
        /// The newest number that this program has.
        here: u32,
    },
    /// This very program is named, and it has no rules of that number: so it did not make it.
    Untrue {
        /// The number that is stated.
        made: u32,
        /// The newest number that this program has.
        here: u32,
    },
}

/// Whose rules of the number `made` are, of which the program in hand knows none: those of another program, or nobody's,
/// where `program`, which says that it made it, is the one in hand. `here` is the newest number of that one.
pub fn other(program: &str, made: u32, here: u32) -> Other {
    if program == PROGRAM { Other::Untrue { made, here } } else { Other::Elsewhere { made, here } }
}

/// Makes a type of numbered versions, the newest last.
macro_rules! versions {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $version:ident = $number:literal),+ $(,)? }) => {
        $crate::base::numbered::numbered! {
            $(#[$about])*
            $name: u32 {
                $($(#[$what])* $version = $number,)+
            }
        }

        impl $name {
            /// Those by which something new is made.
            pub const NOW: Self = Self::ALL[Self::ALL.len() - 1];

            /// Those of a number; `None` where this program does not know it.
            pub const fn of(number: u32) -> Option<Self> {
                match number {
                    $($number => Some(Self::$version),)+
                    _ => None,
                }
            }

            /// Those of a number, by which `program` says that it made something.
            ///
            /// # Errors
            /// What [`other`](crate::base::rules::other) says of a number that this program does not know.
            pub fn made(number: u32, program: &str) -> Result<Self, $crate::base::rules::Other> {
                Self::of(number).ok_or_else(|| $crate::base::rules::other(program, number, Self::NOW.number()))
            }
        }
    };
}

pub(crate) use versions;

versions! {
    /// The rules of a record: seed, ticket, panel, reserves, the order of a day, letters.
    ///
    /// What they say is in `src/draw/SPEC.md`, `src/panel/SPEC.md` and `src/invite/SPEC.md`.
    Rules {
        /// The first.
        V1 = 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_known_or_says_whom_to_ask() {
        for rules in Rules::ALL {
            assert_eq!(Rules::of(rules.number()), Some(rules));
            assert_eq!(Rules::made(rules.number(), "anything"), Ok(rules));
        }
        let (made, here) = (Rules::NOW.number() + 1, Rules::NOW.number());
        assert_eq!(Rules::of(made), None);
        assert_eq!(Rules::of(0), None);
        assert_eq!(Rules::made(made, "geloot 99.0.0"), Err(Other::Elsewhere { made, here }));
        assert_eq!(Rules::made(made, PROGRAM), Err(Other::Untrue { made, here }));
    }
}

//! Things that have a number for ever: claims, versions of rules. Imports nothing of ours.

/// Makes a type whose values have the numbers that stand beside them, in ascending order, and says of it which there are.
macro_rules! numbered {
    ($(#[$about:meta])* $name:ident: $kind:ty { $($(#[$what:meta])* $value:ident = $number:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$what])* $value = $number,)+
        }

        impl $name {
            /// All of them, in the order of their numbers.
            pub const ALL: [Self; [$($number),+].len()] = [$(Self::$value),+];

            /// Its number.
            pub const fn number(self) -> $kind {
                self as $kind
            }
        }
    };
}

pub(crate) use numbered;

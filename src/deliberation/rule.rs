//! The rule of a ballot: what is counted, of what, who may vote, and what a tie does. Nothing has a default. Imports `base`,
//! `seed` and its siblings.

use super::chance::Chance;
use super::role::says_drawn;
use super::share::{Share, Than};
use super::wrong::{Found, What};
use crate::base::fault::Place;
use crate::base::line::is_line;
use serde::{Deserialize, Serialize};

/// A rule as it stands in a file: every setting as a word or a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plain {
    /// `10 best`.
    pub adopt: Option<String>,
    /// Points that a paper can give in all.
    pub all: Option<u32>,
    /// Whether an option that nobody is against is adopted too.
    pub consensus: Option<bool>,
    /// Which votes are counted.
    pub counted: Option<Vec<String>>,
    /// Points that a paper can give to one option.
    pub each: Option<u32>,
    /// Roles that may vote.
    pub entitled: Vec<String>,
    /// `for-against`, `choose` or `points`.
    pub kind: String,
    /// Options that a paper can choose.
    pub most: Option<u32>,
    /// What the ballot is called.
    pub name: String,
    /// Of what the share is.
    pub of: Option<String>,
    /// `1/2`, the share of the members that must be present; or `none`.
    pub quorum: String,
    /// How people vote.
    pub secrecy: String,
    /// `3/4`.
    pub share: Option<String>,
    /// `at-least` or `more-than`.
    pub than: Option<String>,
    /// `all`, `none`, `lot dice` or `lot drand quicknet 27946612`.
    pub ties: Option<String>,
}

/// What a paper, a card or a place in the room can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// For or against each option, or neutral.
    ForAgainst {
        /// Whether those against are counted.
        against: bool,
        /// Whether the neutral are counted.
        neutral: bool,
    },
    /// At most so many options.
    Choose {
        /// So many.
        most: u32,
    },
    /// Points.
    Points {
        /// For one option at most.
        each: u32,
        /// In all at most.
        all: u32,
    },
}

/// Of what a share is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// Those for and those against.
    ForAndAgainst,
    /// These and the neutral.
    Cast,
    /// Everybody who was present.
    Present,
    /// Everybody on the roll.
    Members,
}

impl Base {
    /// All of them, from the smallest to the largest.
    pub const ALL: [Self; 4] = [Self::ForAndAgainst, Self::Cast, Self::Present, Self::Members];

    /// The word for it in rules.
    pub fn word(self) -> &'static str {
        match self {
            Self::ForAndAgainst => "for-and-against",
            Self::Cast => "cast",
            Self::Present => "present",
            Self::Members => "members",
        }
    }
}

/// How people vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrecy {
    /// Standing or with cards: everybody sees it, and nobody writes it down.
    Shown,
    /// On paper.
    Paper,
    /// By name, as announced.
    Open,
}

impl Secrecy {
    /// The word for it in rules.
    pub fn word(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Paper => "paper",
            Self::Open => "open",
        }
    }
}

/// A share that must be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Majority {
    /// Of what.
    pub of: Base,
    /// How much.
    pub share: Share,
    /// Whether that is enough.
    pub than: Than,
}

/// What a tie at the last place does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ties {
    /// All of them are in.
    All,
    /// None of them is.
    None,
    /// A lot decides, from this source.
    Lot(Chance),
}

/// So many of the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Best {
    /// How many.
    pub places: u64,
    /// What a tie does.
    pub ties: Ties,
}

impl Best {
    /// The source that decides a tie, where a lot does.
    pub fn lot(self) -> Option<Chance> {
        match self.ties {
            Ties::Lot(chance) => Some(chance),
            _ => None,
        }
    }
}

/// A rule that can be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What the ballot is called.
    pub name: String,
    /// Roles that may vote, ascending.
    pub entitled: Vec<String>,
    /// What people can say.
    pub means: Means,
    /// How.
    pub secrecy: Secrecy,
    /// The share to be met; always there for [`Means::ForAgainst`].
    pub majority: Option<Majority>,
    /// The best that are in; always there for the other kinds.
    pub best: Option<Best>,
    /// The share of the members that must be present.
    pub quorum: Option<Share>,
    /// Whether an option that somebody is for and nobody against is adopted too.
    pub consensus: bool,
}

/// The words for each setting, as messages list them.
pub const KINDS: &str = "for-against, choose, points";
/// The same of `secrecy`.
pub const SECRECY: &str = "shown, paper, open";
/// The same of `of`.
pub const BASES: &str = "for-and-against, cast, present, members";
/// The same of `than`.
pub const THAN: &str = "at-least, more-than";
/// The same of `ties`.
pub const TIES: &str = "all, none, { lot = \"text\" }, { lot = \"dice\", sides = 10, count = 6 }, { lot = \"lotto\", count = 6, most = 45 }, { lot = \"drand\", chain = \"quicknet\", time = 2027-05-13T12:00:00Z }";
pub(super) const SHARES: &str = "1/2, 2/3, 75 %";
pub(super) const COUNTED: &str = "for, against, neutral, blank, invalid";
/// What can be counted together.
const COUNTED_TOGETHER: &str = "[\"for\"], [\"for\", \"against\"], [\"for\", \"against\", \"neutral\"]";
pub(super) const QUORUM: &str = "1/2 of members, none";
pub(super) const NUMBER: &str = "1, 2, 3";
pub(super) const EACH: &str = "3 (1 <= each <= all)";
pub(super) const ALL: &str = "10 (each <= all)";
/// Options, or points, that a paper can hold.
pub(super) const HOLDS: std::ops::RangeInclusive<u32> = 1..=1000;
pub(super) const TABLE: &str = "[[ballot]]";
/// Whether a text can be the name of a ballot or a group: 1 to 40 small letters, digits and hyphens, a letter first. It
/// stands in labels, commands and names of files.
pub fn is_name(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    text.len() <= 40 && text.starts_with(|c: char| c.is_ascii_lowercase()) && text.bytes().all(plain)
}

/// What is missing, or wrong, in a rule.
struct Reader<'a> {
    plain: &'a Plain,
    place: &'a Place,
    found: &'a mut Found,
    /// What the base would mean, for whoever left it out: members of the roll, if there is one.
    members: Option<u64>,
}

impl Rule {
    /// Reads a rule; everything that is missing or wrong is told. `members` is how many people are on the roll, as far as
    /// that is known, so that a missing base can be told by what each would mean.
    pub fn read(plain: &Plain, place: &Place, members: Option<u64>, found: &mut Found) -> Option<Self> {
        let before = found.wrongs.len();
        let rule = Reader { plain, place, found, members }.rule();
        rule.filter(|_| found.wrongs.len() == before)
    }

    /// The rule in its one form.
    pub fn plain(&self) -> Plain {
        let majority = self.majority.as_ref();
        let (counted, most, each, all) = match self.means {
            Means::ForAgainst { against, neutral } => {
                let counted = [("for", true), ("against", against), ("neutral", neutral)];
                let counted = counted.into_iter().filter(|(_, so)| *so).map(|(word, _)| word.to_owned());
                (Some(counted.collect()), None, None, None)
            }
            Means::Choose { most } => (None, Some(most), None, None),
            Means::Points { each, all } => (None, None, Some(each), Some(all)),
        };
        Plain {
            adopt: self.best.map(|best| format!("{} best", best.places)),
            all,
            consensus: matches!(self.means, Means::ForAgainst { .. }).then_some(self.consensus),
            counted,
            each,
            entitled: self.entitled.clone(),
            kind: match self.means {
                Means::ForAgainst { .. } => "for-against",
                Means::Choose { .. } => "choose",
                Means::Points { .. } => "points",
            }
            .to_owned(),
            most,
            name: self.name.clone(),
            of: majority.map(|it| it.of.word().to_owned()),
            quorum: self.quorum.map_or_else(|| "none".to_owned(), |share| format!("{share} of members")),
            secrecy: self.secrecy.word().to_owned(),
            share: majority.map(|it| it.share.to_string()),
            than: majority.map(|it| it.than.word().to_owned()),
            ties: self.best.map(|best| match best.ties {
                Ties::All => "all".to_owned(),
                Ties::None => "none".to_owned(),
                Ties::Lot(chance) => format!("lot {chance}"),
            }),
        }
    }

    /// That its share is nearly a simple fraction.
    pub fn near(&self) -> Option<What> {
        let share = self.majority?.share;
        let near = share.near()?.to_string();
        Some(What::NearShare { share: share.to_string(), near })
    }

    /// A rule that stands in a record, in its one form only.
    pub fn recorded(plain: &Plain) -> Option<Self> {
        let mut found = Found::default();
        Self::read(plain, &Place::default(), None, &mut found).filter(|rule| rule.plain() == *plain)
    }
}

impl Reader<'_> {
    fn missing(&mut self, key: &'static str, words: &'static str) {
        // A setting with a value that cannot be is not missing: that it is wrong is said already.
        let wrong = |it: &What| match it {
            What::Setting { table: TABLE, key: own, .. } => *own == key,
            What::FewDice { .. } | What::FewNumbers { .. } => key == "ties",
            _ => false,
        };
        if self.found.wrongs.iter().any(|it| it.place == *self.place && wrong(&it.what)) {
            return;
        }
        self.found.push(What::Missing { table: TABLE, key, words }, self.place.clone());
    }

    fn wrong(&mut self, key: &'static str, words: &'static str) {
        self.found.push(What::Setting { table: TABLE, key, words }, self.place.clone());
    }

    /// That a setting has no meaning for a ballot of this kind.
    fn unused(&mut self, keys: &[(&'static str, bool)]) {
        for (key, _) in keys.iter().filter(|(_, given)| *given) {
            let what = What::Unknown { table: TABLE, key: (*key).to_owned(), near: None };
            self.found.push(what, self.place.clone());
        }
    }

    fn rule(&mut self) -> Option<Rule> {
        let plain = self.plain;
        match plain.name.as_str() {
            "" => self.missing("name", "a-b"),
            name if !is_name(name) => self.found.push(What::BadName, self.place.clone()),
            _ => {}
        }
        let mut entitled = plain.entitled.clone();
        entitled.sort_unstable();
        if entitled.is_empty() {
            self.missing("entitled", "drawn");
        } else if entitled.windows(2).any(|two| two[0] == two[1])
            || !entitled.iter().all(|role| is_line(role))
        {
            self.wrong("entitled", "drawn");
        }
        // A charter in which everybody who was drawn seems to have a vote, and nobody has.
        for role in entitled.iter().filter(|role| *role != "drawn" && says_drawn(role)) {
            self.found.push(What::RolePasses { role: role.clone() }, self.place.clone());
        }
        let secrecy = match plain.secrecy.as_str() {
            "shown" => Some(Secrecy::Shown),
            "paper" => Some(Secrecy::Paper),
            "open" => Some(Secrecy::Open),
            "" => {
                self.missing("secrecy", SECRECY);
                None
            }
            _ => {
                self.wrong("secrecy", SECRECY);
                None
            }
        };
        let quorum = match plain.quorum.as_str() {
            "" => {
                self.missing("quorum", QUORUM);
                None
            }
            "none" => Some(None),
            text => {
                let share = text.strip_suffix(" of members").and_then(Share::read);
                if share.is_none() {
                    self.wrong("quorum", QUORUM);
                }
                share.map(Some)
            }
        };
        let means = match plain.kind.as_str() {
            "for-against" => self.for_against(),
            "choose" => {
                self.only_best(&[("each", plain.each.is_some()), ("all", plain.all.is_some())]);
                match plain.most {
                    None => self.missing("most", NUMBER),
                    Some(most) if !HOLDS.contains(&most) => self.wrong("most", NUMBER),
                    Some(_) => {}
                }
                plain.most.map(|most| Means::Choose { most })
            }
            "points" => {
                self.only_best(&[("most", plain.most.is_some())]);
                match (plain.each, plain.all) {
                    (Some(each), Some(all))
                        if each <= all && HOLDS.contains(&each) && HOLDS.contains(&all) =>
                    {
                        Some(Means::Points { each, all })
                    }
                    (Some(_), Some(_)) => {
                        self.wrong("each", EACH);
                        None
                    }
                    (each, all) => {
                        let keys = [("each", each, EACH), ("all", all, ALL)];
                        keys.iter().filter(|it| it.1.is_none()).for_each(|it| self.missing(it.0, it.2));
                        None
                    }
                }
            }
            "" => {
                self.missing("kind", KINDS);
                None
            }
            _ => {
                self.wrong("kind", KINDS);
                None
            }
        };
        // Of a kind whose own settings are not right the others are told too.
        let (majority, best) = (self.majority(means), self.best());
        let consensus = plain.consensus.unwrap_or_default();
        Some(Rule {
            name: plain.name.clone(),
            entitled,
            means: means?,
            secrecy: secrecy?,
            majority,
            best,
            quorum: quorum?,
            consensus,
        })
    }

    fn for_against(&mut self) -> Option<Means> {
        let plain = self.plain;
        self.unused(&[
            ("most", plain.most.is_some()),
            ("each", plain.each.is_some()),
            ("all", plain.all.is_some()),
            ("adopt", plain.adopt.is_some()),
            ("ties", plain.ties.is_some()),
        ]);
        let Some(counted) = &plain.counted else {
            self.missing("counted", COUNTED);
            return None;
        };
        let known = |word: &String| COUNTED.split(", ").any(|it| it == word);
        let has = |word: &str| counted.iter().any(|it| it == word);
        if !counted.iter().all(known) || !has("for") || (has("neutral") && !has("against")) {
            self.wrong("counted", COUNTED_TOGETHER);
            return None;
        }
        match plain.consensus {
            None => self.missing("consensus", "true, false"),
            Some(true) if !has("against") => {
                self.found.push(What::Uncounted { of: "consensus" }, self.place.clone());
            }
            Some(_) => {}
        }
        Some(Means::ForAgainst { against: has("against"), neutral: has("neutral") })
    }

    fn only_best(&mut self, others: &[(&'static str, bool)]) {
        self.unused(others);
        self.unused(&[
            ("counted", self.plain.counted.is_some()),
            ("consensus", self.plain.consensus.is_some()),
        ]);
    }

    /// The share to be met: needed for a ballot for and against, and possible where options are chosen.
    fn majority(&mut self, means: Option<Means>) -> Option<Majority> {
        let plain = self.plain;
        let given = [plain.of.is_some(), plain.share.is_some(), plain.than.is_some()];
        match plain.kind.as_str() {
            "points" => {
                self.unused(&[("of", given[0]), ("share", given[1]), ("than", given[2])]);
                return None;
            }
            "choose" if given == [false; 3] => return None,
            "choose" | "for-against" => {}
            _ => return None,
        }
        let share = plain.share.as_deref().and_then(Share::read);
        match (&plain.share, share) {
            (None, _) => self.missing("share", SHARES),
            (Some(_), None) => self.wrong("share", SHARES),
            _ => {}
        }
        let than = plain.than.as_deref().and_then(|word| Than::ALL.into_iter().find(|it| it.word() == word));
        match (&plain.than, than) {
            (None, _) => self.missing("than", THAN),
            (Some(_), None) => self.wrong("than", THAN),
            _ => {}
        }
        let of = plain.of.as_deref().and_then(|word| Base::ALL.into_iter().find(|it| it.word() == word));
        match (&plain.of, of) {
            (None, _) => self.no_base(share, than),
            (Some(_), None) => self.wrong("of", BASES),
            _ => {}
        }
        let fits = match (means?, of?) {
            (Means::ForAgainst { against, neutral }, base) => match base {
                Base::ForAndAgainst => against,
                Base::Cast => against && neutral,
                Base::Present | Base::Members => true,
            },
            (_, base) => matches!(base, Base::Present | Base::Members),
        };
        if share == Share::of(1, 1) && than == Some(Than::MoreThan) {
            self.found.push(What::Unreachable, self.place.clone());
        }
        if !fits {
            let of = of.map_or("", Base::word);
            self.found.push(What::Uncounted { of }, self.place.clone());
        }
        Some(Majority { of: of?, share: share?, than: than? })
    }

    /// That the base is missing, and what each would mean where a tenth of those present is neutral.
    fn no_base(&mut self, share: Option<Share>, than: Option<Than>) {
        let (Some(share), Some(members)) = (share, self.members) else {
            return self.missing("of", BASES);
        };
        let than = than.unwrap_or(Than::AtLeast);
        let fewest = |base: u64| share.fewest(base, than).unwrap_or(base + 1);
        let (two, cast) = example(members);
        let what = What::NoBase {
            members,
            share: share.to_string(),
            two: fewest(two),
            cast: fewest(cast),
            all: fewest(members),
        };
        self.found.push(what, self.place.clone());
    }

    fn best(&mut self) -> Option<Best> {
        let plain = self.plain;
        if !matches!(plain.kind.as_str(), "choose" | "points") {
            return None;
        }
        let adopt = plain.adopt.as_deref();
        let places = adopt.and_then(|text| text.strip_suffix(" best")).and_then(|n| n.trim().parse().ok());
        let places = places.filter(|&places: &u64| (1..=1000).contains(&places));
        match (adopt, places) {
            (None, _) => self.missing("adopt", "10 best"),
            (Some(_), None) => self.wrong("adopt", "10 best"),
            _ => {}
        }
        let ties = match plain.ties.as_deref() {
            None => {
                self.missing("ties", TIES);
                None
            }
            Some("all") => Some(Ties::All),
            Some("none") => Some(Ties::None),
            Some(text) => {
                let chance = text.strip_prefix("lot ").and_then(Chance::read);
                if chance.is_none() {
                    self.wrong("ties", TIES);
                }
                chance.map(Ties::Lot)
            }
        };
        Some(Best { places: places?, ties: ties? })
    }
}

/// Of so many people: those who vote for or against where a fifth is neutral, and those who vote at all where a tenth does
/// not. Only for showing what a base means.
pub fn example(members: u64) -> (u64, u64) {
    (members - members / 10 - members / 5, members - members / 10)
}

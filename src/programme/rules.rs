//! The rules of a programme: `programme.toml`, read strictly, with all that is wrong in it at once. Imports `seed` and its
//! siblings.

use super::event::Event;
use super::rows::is_name;
use crate::base::text::nearest;
use crate::seed::strict_toml::{self, NotToml};
use std::collections::{BTreeMap, BTreeSet};
use toml::{Table, Value};

/// What the programme promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// What it is called.
    pub name: String,
    /// Features by which it counts in public.
    pub reports: Vec<String>,
    /// Values with fewer people than this are counted together.
    pub smallest_cell: u64,
    /// When somebody can be sent a letter again.
    pub again: Again,
    /// For how many months after an event nobody is drawn again.
    pub cool_off: BTreeMap<Event, u32>,
    /// The most that anybody gives or gets.
    pub limits: Limits,
    /// For how many months rows of an event are kept; an event without a number is kept.
    pub keep: BTreeMap<Event, u32>,
    /// Whether all records have codes under one key, so that anybody can follow a code through the years.
    pub linkable: bool,
    /// Whether people who stay candidates may be in one pool with those who are new.
    pub mix: bool,
    /// The groups from which is drawn.
    pub frames: Vec<Frame>,
    /// The bodies for which is drawn.
    pub bodies: Vec<Body>,
}

/// When somebody can be sent a letter again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// After so many months.
    After(u32),
    /// When all have had one.
    Round,
    /// Never.
    Never,
    /// Nobody remembers who had one.
    None,
}

/// The most that anybody gives or gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Hours in a calendar year.
    pub hours_a_year: Option<u64>,
    /// Cents in a calendar month.
    pub cents_a_month: Option<u64>,
    /// Cents in a calendar year.
    pub cents_a_year: Option<u64>,
}

/// A group from which is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// What it is called: the register of its ids.
    pub name: String,
    /// Whether its people registered themselves.
    pub self_registered: bool,
    /// For how many months an agreement to be in it holds.
    pub consent: Option<u32>,
}

/// A body for which is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// What it is called.
    pub name: String,
    /// Its seats.
    pub seats: u32,
    /// For how many months somebody has a seat.
    pub term: Option<u32>,
    /// How many seats change, every how many months; none: all at once.
    pub renew: Option<(u32, u32)>,
    /// From whom it is drawn.
    pub from: From,
    /// For how many months after leaving it nobody is drawn for it again.
    pub cool_off: Option<u32>,
    /// Bodies whose members have no seat in it.
    pub not_with: Vec<String>,
    /// A seat of which fewer months are left waits for the renewal.
    pub vacancy_least: u32,
}

/// From whom a body is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// From a frame.
    Frame(String),
    /// From people who were drawn for another body.
    Alumni(String),
}

/// One thing that is wrong in the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Which setting: `keep.letter`, `body "Raad": term`.
    pub key: String,
    /// What is wrong with it.
    pub what: What,
}

/// What can be wrong with a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The file is not TOML 1.0.
    NotToml(NotToml),
    /// It is not there.
    Missing,
    /// It means nothing; perhaps this was meant.
    Unknown {
        /// The setting that is like it.
        near: Option<String>,
    },
    /// It is not what belongs there.
    Wanted(Wanted),
    /// The name of another.
    Twice,
    /// There is no frame or body of this name.
    Nobody,
    /// Rows are kept shorter than a rule looks back.
    TooShort {
        /// Months that they are kept.
        kept: u32,
        /// Months that the rule looks back; none: for ever.
        needed: Option<u32>,
        /// The setting of the rule.
        rule: String,
    },
}

/// What belongs in a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A name.
    Name,
    /// A number of months in quotation marks.
    Months,
    /// A whole number from 1.
    Number,
    /// A number of seats, of which lists are made.
    Seats,
    /// A list of texts.
    Texts,
    /// A table.
    Table,
    /// "48 months", "round", "never" or "none".
    Again,
    /// "register" or "self-registered".
    Kind,
    /// `true` or `false`.
    YesNo,
    /// An event that the programme knows.
    Event,
    /// At most the seats of the body, and as many renewals as the term has room for.
    Renewals,
}

/// Seats that a body can have.
pub const MOST_SEATS: u32 = 10_000;

/// Rows that are kept longer than any rule looks back: not wrong, but to be thought about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Longer {
    /// The event.
    pub event: Event,
    /// Months that its rows are kept; none: for ever.
    pub kept: Option<u32>,
    /// Months that the rules look back.
    pub needed: u32,
}

impl Rules {
    /// Reads the rules.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<Wrong>> {
        let whole = |bad| vec![Wrong { key: String::new(), what: What::NotToml(bad) }];
        let table = strict_toml::read(bytes).map_err(whole)?;
        let mut reader = Reader { wrong: Vec::new() };
        let rules = reader.rules(&table);
        reader.hang_together(&rules);
        if reader.wrong.is_empty() { Ok(rules) } else { Err(reader.wrong) }
    }

    /// A body by its name.
    pub fn body(&self, name: &str) -> Option<&Body> {
        self.bodies.iter().find(|body| body.name == name)
    }

    /// A frame by its name.
    pub fn frame(&self, name: &str) -> Option<&Frame> {
        self.frames.iter().find(|frame| frame.name == name)
    }

    /// The frame in whose register a body's people have their ids: its own, or that of the body whose people it takes.
    pub fn frame_of(&self, body: &Body) -> Option<&Frame> {
        let mut at = body;
        for _ in 0..=self.bodies.len() {
            match &at.from {
                From::Frame(name) => return self.frame(name),
                From::Alumni(other) => at = self.body(other)?,
            }
        }
        None
    }

    /// How far back rules look for an event: the setting that does, and months; none: for ever.
    pub fn looks_back(&self, event: Event) -> Vec<(String, Option<u32>)> {
        let mut back = Vec::new();
        match (event, self.again) {
            (Event::Letter, Again::After(months)) => {
                back.push(("letters.again-after".to_owned(), Some(months)))
            }
            (Event::Letter, Again::Round | Again::Never) => {
                back.push(("letters.again-after".to_owned(), None))
            }
            _ => {}
        }
        if let Some(&months) = self.cool_off.get(&event) {
            back.push((format!("cool-off.{}", event.word()), Some(months)));
        }
        let Limits { hours_a_year, cents_a_month, cents_a_year } = self.limits;
        if event == Event::Served && hours_a_year.is_some() {
            back.push(("limits.hours-a-year".to_owned(), Some(12)));
        }
        if event == Event::Paid && cents_a_year.is_some() {
            back.push(("limits.cents-a-year".to_owned(), Some(12)));
        } else if event == Event::Paid && cents_a_month.is_some() {
            back.push(("limits.cents-a-month".to_owned(), Some(1)));
        }
        for body in &self.bodies {
            let own = |what: &str| format!("body \"{}\": {what}", body.name);
            match (event, body.term, body.cool_off) {
                (Event::Term | Event::Left, Some(term), cool) => {
                    back.push((own("term"), Some(term + cool.unwrap_or(0))));
                }
                (Event::Served | Event::Drawn, None, Some(months)) => {
                    back.push((own("cool-off"), Some(months)));
                }
                _ => {}
            }
        }
        back
    }

    /// Events whose rows are kept longer than any rule looks back, though the rules say how long.
    pub fn kept_longer(&self) -> Vec<Longer> {
        let longer = |(&event, &kept): (&Event, &u32)| {
            let back = self.looks_back(event);
            let needed = back.iter().map(|(_, months)| *months).collect::<Option<Vec<u32>>>()?;
            let needed = needed.into_iter().max().unwrap_or(0);
            (kept > needed).then_some(Longer { event, kept: Some(kept), needed })
        };
        self.keep.iter().filter_map(longer).collect()
    }
}

/// The settings of the file itself, of a frame, and of a body.
const SETTINGS: [&str; 11] = [
    "name",
    "reports",
    "smallest-cell",
    "letters",
    "cool-off",
    "limits",
    "keep",
    "linkable",
    "mix",
    "frame",
    "body",
];
const OF_FRAME: [&str; 3] = ["name", "kind", "consent"];
const OF_BODY: [&str; 8] =
    ["name", "seats", "term", "renew", "from", "cool-off", "not-with", "vacancy-least"];

struct Reader {
    wrong: Vec<Wrong>,
}

impl Reader {
    fn push(&mut self, key: impl Into<String>, what: What) {
        self.wrong.push(Wrong { key: key.into(), what });
    }

    fn unknown(&mut self, table: &Table, known: &[&str], of: &str) {
        for key in table.keys().filter(|key| !known.contains(&key.as_str())) {
            let near = nearest(key, known.iter().copied()).map(str::to_owned);
            self.push(format!("{of}{key}"), What::Unknown { near });
        }
    }

    /// A setting that is there, as `read` takes it; `wanted` where it is something else.
    fn setting<T>(
        &mut self,
        table: &Table,
        (of, key): (&str, &str),
        wanted: Wanted,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Option<T> {
        let value = table.get(key)?;
        let found = read(value);
        if found.is_none() {
            self.push(format!("{of}{key}"), What::Wanted(wanted));
        }
        found
    }

    fn needed<T: Default>(
        &mut self,
        table: &Table,
        (of, key): (&str, &str),
        wanted: Wanted,
        read: impl Fn(&Value) -> Option<T>,
    ) -> T {
        if !table.contains_key(key) {
            self.push(format!("{of}{key}"), What::Missing);
        }
        self.setting(table, (of, key), wanted, read).unwrap_or_default()
    }

    fn rules(&mut self, table: &Table) -> Rules {
        self.unknown(table, &SETTINGS, "");
        let again = match self.setting(table, ("", "letters"), Wanted::Table, as_table) {
            None => Again::None,
            Some(letters) => {
                self.unknown(&letters, &["again-after"], "letters.");
                self.setting(&letters, ("letters.", "again-after"), Wanted::Again, again)
                    .unwrap_or(Again::None)
            }
        };
        Rules {
            name: self.needed(table, ("", "name"), Wanted::Name, name),
            reports: self.setting(table, ("", "reports"), Wanted::Texts, texts).unwrap_or_default(),
            smallest_cell: self.setting(table, ("", "smallest-cell"), Wanted::Number, whole).unwrap_or(5),
            again,
            cool_off: self.by_event(table, "cool-off"),
            limits: self.limits(table),
            keep: self.by_event(table, "keep"),
            linkable: self.setting(table, ("", "linkable"), Wanted::YesNo, Value::as_bool).unwrap_or(false),
            mix: self.setting(table, ("", "mix"), Wanted::YesNo, Value::as_bool).unwrap_or(false),
            frames: self.list(table, "frame", Self::frame),
            bodies: self.list(table, "body", Self::body),
        }
    }

    fn by_event(&mut self, table: &Table, key: &str) -> BTreeMap<Event, u32> {
        let mut found = BTreeMap::new();
        for (word, value) in self.setting(table, ("", key), Wanted::Table, as_table).unwrap_or_default() {
            match (Event::of_word(&word), months(&value)) {
                (None, _) => self.push(format!("{key}.{word}"), What::Wanted(Wanted::Event)),
                (_, None) => self.push(format!("{key}.{word}"), What::Wanted(Wanted::Months)),
                (Some(event), Some(months)) => drop(found.insert(event, months)),
            }
        }
        found
    }

    fn limits(&mut self, table: &Table) -> Limits {
        let Some(own) = self.setting(table, ("", "limits"), Wanted::Table, as_table) else {
            return Limits::default();
        };
        self.unknown(&own, &["hours-a-year", "cents-a-month", "cents-a-year"], "limits.");
        let mut limit = |key| self.setting(&own, ("limits.", key), Wanted::Number, whole);
        Limits {
            hours_a_year: limit("hours-a-year"),
            cents_a_month: limit("cents-a-month"),
            cents_a_year: limit("cents-a-year"),
        }
    }

    fn list<T>(&mut self, table: &Table, key: &str, of: fn(&mut Self, &Table, String) -> T) -> Vec<T> {
        let tables = |value: &Value| value.as_array()?.iter().map(as_table).collect::<Option<Vec<_>>>();
        let tables = self.setting(table, ("", key), Wanted::Table, tables).unwrap_or_default();
        let called = |at: usize, own: &Table| match own.get("name").and_then(Value::as_str) {
            Some(name) => format!("{key} \"{name}\": "),
            None => format!("{key} {}: ", at + 1),
        };
        tables.iter().enumerate().map(|(at, own)| of(self, own, called(at, own))).collect()
    }

    fn frame(&mut self, own: &Table, of: String) -> Frame {
        self.unknown(own, &OF_FRAME, &of);
        let kind = |value: &Value| match value.as_str()? {
            "register" => Some(false),
            "self-registered" => Some(true),
            _ => None,
        };
        Frame {
            name: self.needed(own, (&of, "name"), Wanted::Name, name),
            self_registered: self.needed(own, (&of, "kind"), Wanted::Kind, kind),
            consent: self.setting(own, (&of, "consent"), Wanted::Months, months),
        }
    }

    fn body(&mut self, own: &Table, of: String) -> Body {
        self.unknown(own, &OF_BODY, &of);
        let seats = |value: &Value| u32::try_from(whole(value)?).ok().filter(|&seats| seats <= MOST_SEATS);
        let renew = self.setting(own, (&of, "renew"), Wanted::Table, as_table).map(|renew| {
            let of = format!("{of}renew.");
            self.unknown(&renew, &["seats", "every"], &of);
            let changing = self.needed(&renew, (&of, "seats"), Wanted::Seats, seats);
            (changing, self.needed(&renew, (&of, "every"), Wanted::Months, months))
        });
        let from = self.needed(own, (&of, "from"), Wanted::Name, name);
        let body = Body {
            name: self.needed(own, (&of, "name"), Wanted::Name, name),
            seats: self.needed(own, (&of, "seats"), Wanted::Seats, seats),
            term: self.setting(own, (&of, "term"), Wanted::Months, months),
            renew,
            from: match from.strip_prefix("alumni of ") {
                Some(other) => From::Alumni(other.to_owned()),
                None => From::Frame(from),
            },
            cool_off: self.setting(own, (&of, "cool-off"), Wanted::Months, months),
            not_with: self.setting(own, (&of, "not-with"), Wanted::Texts, texts).unwrap_or_default(),
            vacancy_least: self.setting(own, (&of, "vacancy-least"), Wanted::Months, months).unwrap_or(0),
        };
        if let Some((changing, every)) = body.renew {
            let fits = |term: u32| every > 0 && changing > 0 && body.seats.div_ceil(changing) * every == term;
            if changing > body.seats || !body.term.is_some_and(fits) {
                self.push(format!("{of}renew"), What::Wanted(Wanted::Renewals));
            }
        }
        body
    }

    /// What only shows when all settings are known.
    fn hang_together(&mut self, rules: &Rules) {
        let mut seen = BTreeSet::new();
        let names = rules.frames.iter().map(|f| &f.name).chain(rules.bodies.iter().map(|b| &b.name));
        for name in names.filter(|name| !name.is_empty()) {
            if !seen.insert(name) {
                self.push(format!("name \"{name}\""), What::Twice);
            }
        }
        for body in rules.bodies.iter().filter(|body| body.from != From::Frame(String::new())) {
            if rules.frame_of(body).is_none() {
                self.push(format!("body \"{}\": from", body.name), What::Nobody);
            }
        }
        for (&event, &kept) in &rules.keep {
            for (rule, needed) in rules.looks_back(event) {
                if needed.is_none_or(|needed| kept < needed) {
                    self.push(format!("keep.{}", event.word()), What::TooShort { kept, needed, rule });
                }
            }
        }
    }
}

fn as_table(value: &Value) -> Option<Table> {
    value.as_table().cloned()
}

fn name(value: &Value) -> Option<String> {
    value.as_str().filter(|text| is_name(text)).map(str::to_owned)
}

fn whole(value: &Value) -> Option<u64> {
    u64::try_from(value.as_integer()?).ok().filter(|&number| (1..=1_000_000_000).contains(&number))
}

fn texts(value: &Value) -> Option<Vec<String>> {
    value.as_array()?.iter().map(name).collect()
}

/// `"48 months"`, `"1 month"`, `"2 years"`: at most a hundred years.
fn months(value: &Value) -> Option<u32> {
    let (number, unit) = value.as_str()?.split_once(' ')?;
    let number: u32 = crate::bundle::form::number(number)?;
    let each = match unit {
        "month" | "months" | "maand" | "maanden" => 1,
        "year" | "years" | "jaar" => 12,
        _ => return None,
    };
    number.checked_mul(each).filter(|&months| months <= 1200)
}

fn again(value: &Value) -> Option<Again> {
    match value.as_str()? {
        "round" => Some(Again::Round),
        "never" => Some(Again::Never),
        "none" => Some(Again::None),
        _ => months(value).filter(|&months| months > 0).map(Again::After),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "name = \"Bürgerdialog\"\nreports = [\"gemeinde\"]\nsmallest-cell = 5\n\
        letters = { again-after = \"48 months\" }\ncool-off = { served = \"36 months\" }\n\
        limits = { hours-a-year = 40, cents-a-month = 21000 }\n\
        keep = { letter = \"48 months\", no = \"0 months\", served = \"3 years\" }\n\
        [[frame]]\nname = \"panel\"\nkind = \"self-registered\"\nconsent = \"24 months\"\n\
        [[body]]\nname = \"Versammlung\"\nseats = 30\nfrom = \"panel\"\n\
        [[body]]\nname = \"Rat\"\nseats = 24\nterm = \"18 months\"\nrenew = { seats = 8, every = \"6 months\" }\n\
        from = \"alumni of Versammlung\"\ncool-off = \"36 months\"\nnot-with = [\"gemeenteraad\"]\nvacancy-least = \"3 months\"\n";

    #[test]
    fn rules_are_read() {
        let rules = Rules::read(GOOD.as_bytes()).unwrap();
        assert_eq!((rules.again, rules.cool_off[&Event::Served]), (Again::After(48), 36));
        let council = rules.body("Rat").unwrap();
        assert_eq!((council.renew, council.term, council.vacancy_least), (Some((8, 6)), Some(18), 3));
        assert_eq!(rules.frame_of(council).unwrap().name, "panel");
        assert_eq!(rules.kept_longer(), []);
        let longer = Rules::read(GOOD.replace("\"0 months\"", "\"6 months\"").as_bytes()).unwrap();
        assert_eq!(longer.kept_longer(), [Longer { event: Event::No, kept: Some(6), needed: 0 }]);
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let bad = GOOD
            .replace("name = \"Bürgerdialog\"", "nam = 3")
            .replace("letter = \"48 months\"", "letter = \"24 months\"")
            .replace("seats = 30", "seats = 0")
            .replace("\"panel\"\n[[body]]\nname = \"Rat\"", "\"pannel\"\n[[body]]\nname = \"Rat\"")
            .replace("every = \"6 months\"", "every = \"5 months\"");
        let wrong = Rules::read(bad.as_bytes()).unwrap_err();
        let keys: Vec<&str> = wrong.iter().map(|wrong| wrong.key.as_str()).collect();
        assert_eq!(
            keys,
            [
                "nam",
                "name",
                "body \"Versammlung\": seats",
                "body \"Rat\": renew",
                "body \"Versammlung\": from",
                "body \"Rat\": from",
                "keep.letter"
            ]
        );
        assert_eq!(wrong[0].what, What::Unknown { near: Some("name".into()) });
        let rule = "letters.again-after".to_owned();
        assert_eq!(wrong[6].what, What::TooShort { kept: 24, needed: Some(48), rule });
    }

    /// Lists are made of seats, so no rules take memory for more than there can be.
    #[test]
    fn a_body_has_no_more_seats_than_there_can_be() {
        let with =
            |seats: u64| Rules::read(GOOD.replace("seats = 30", &format!("seats = {seats}")).as_bytes());
        assert!(with(10_000).is_ok());
        for seats in [10_001, 4_000_000_000] {
            assert_eq!(with(seats).unwrap_err()[0].what, What::Wanted(Wanted::Seats), "{seats}");
        }
    }

    #[test]
    fn what_is_remembered_for_ever_must_be_kept_for_ever() {
        for again in ["never", "round"] {
            let text = format!(
                "name = 'x'\nletters = {{ again-after = '{again}' }}\nkeep = {{ letter = '99 years' }}"
            );
            let wrong = Rules::read(text.as_bytes()).unwrap_err();
            assert!(matches!(wrong[..], [Wrong { what: What::TooShort { needed: None, .. }, .. }]));
        }
        assert!(Rules::read(b"name = 'x'\nletters = { again-after = 'never' }").is_ok());
        let bad = Rules::read(b"name = [").unwrap_err();
        assert!(matches!(bad[..], [Wrong { what: What::NotToml(_), .. }]));
    }
}

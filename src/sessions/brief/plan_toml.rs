//! Reading a plan file by hand, so that everything wrong in it is told at once, with its line and in
//! words that are not a program's. May import `base`.

use super::plan_file::{
    AimWord, CompanyEntry, FileKind, KeepEntry, KindWord, MixEntry, PlanFile, Range, RoundEntry,
};
use crate::base::fault::Place;
use crate::base::text::nearest;
use crate::sessions::model::brief::{MOST_EFFORT, MOST_IMPORTANCE, MOST_ROUNDS};
use crate::sessions::wrong::{PlanWrong, What, Wrongs};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Largest number of people, seats or tables that can be asked for.
pub const MOST: u32 = 5_000;

/// Reads a plan file. What is wrong goes to `wrongs`; then the plan is not to be used.
pub fn read(name: &str, bytes: &[u8], wrongs: &mut Wrongs) -> PlanFile {
    let mut reader = Reader { name, text: "", wrongs };
    let Ok(text) = std::str::from_utf8(bytes) else {
        let whole = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
        let line = bytes[..whole].iter().filter(|&&byte| byte == b'\n').count() + 1;
        reader.tell(line, PlanWrong::NotText);
        return PlanFile::default();
    };
    reader.text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match DeTable::parse(reader.text) {
        Ok(table) => {
            let plan = reader.plan(table.get_ref());
            reader.wrongs.0.sort_by_key(|wrong| match wrong.what {
                What::PlanFile { line, .. } => line,
                _ => 0,
            });
            plan
        }
        Err(error) => {
            let start = error.span().map_or(0, |span| span.start);
            let line = reader.line(start);
            let there = reader.text.lines().nth(line - 1).unwrap_or_default();
            let wrong = match error.message().contains("duplicate") {
                true => PlanWrong::Twice,
                false if there.matches('"').count() % 2 == 1 => PlanWrong::Quotes,
                false if !there.contains('=') && !there.trim_start().starts_with(['[', ']', '"']) => {
                    PlanWrong::NoEquals
                }
                false => PlanWrong::Grammar,
            };
            reader.tell(line, wrong);
            PlanFile::default()
        }
    }
}

struct Reader<'a, 'w> {
    name: &'a str,
    text: &'a str,
    wrongs: &'w mut Wrongs,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl<'a> Reader<'a, '_> {
    fn line(&self, at: usize) -> usize {
        let before = &self.text.as_bytes()[..at.min(self.text.len())];
        before.iter().filter(|&&byte| byte == b'\n').count() + 1
    }

    fn tell(&mut self, line: usize, wrong: PlanWrong) {
        self.wrongs.push(What::PlanFile { line, wrong }, Place::file(self.name));
    }

    fn wanted(&mut self, key: &str, value: &Value, wanted: &'static str) {
        let line = self.line(value.span().start);
        self.tell(line, PlanWrong::Wanted { key: key.to_owned(), wanted });
    }

    /// Gives each setting of a table to `set`; `None` as an answer says that there is none of that name.
    fn settings(
        &mut self,
        table: &DeTable<'a>,
        known: &'static [&'static str],
        set: &mut dyn FnMut(&mut Self, &str, &Value<'a>),
    ) {
        for (key, value) in table {
            let word: &str = key.get_ref();
            if known.contains(&word) {
                set(self, word, value);
            } else {
                let near = nearest(word, known.iter().copied()).map(str::to_owned);
                let line = self.line(key.span().start);
                self.tell(line, PlanWrong::Unknown { key: word.to_owned(), near, known });
            }
        }
    }

    fn plan(&mut self, table: &DeTable<'a>) -> PlanFile {
        let mut plan = PlanFile::default();
        const KNOWN: &[&str] = &[
            "mix", "role", "order", "effort", "files", "round", "roles", "keep", "company", "topics", "needs",
        ];
        self.settings(table, KNOWN, &mut |reader, key, value| match key {
            "mix" => {
                for one in reader.list(key, value) {
                    plan.mix.extend(reader.mix(one));
                }
            }
            "role" => plan.role = reader.text(key, value),
            "order" => {
                let words = reader.list(key, value);
                let order: Vec<AimWord> = words.into_iter().filter_map(|word| reader.aim(word)).collect();
                if order.is_empty() {
                    reader.wanted(key, value, "aims");
                }
                plan.order = Some(order);
            }
            "effort" => plan.effort = reader.number(key, value, 1, MOST_EFFORT),
            "files" => {
                for (kind, value) in reader.table(key, value) {
                    if let (Some(kind), Some(path)) =
                        (reader.file_kind(kind), reader.text(kind.get_ref(), value))
                    {
                        plan.files.insert(kind, path);
                    }
                }
            }
            "round" => {
                for one in reader.list(key, value) {
                    plan.round.extend(reader.round(one));
                }
            }
            "roles" | "topics" => {
                for (name, value) in reader.table(key, value) {
                    let range = reader.range(name.get_ref(), value);
                    let all = if key == "roles" { &mut plan.roles } else { &mut plan.topics };
                    all.insert(name.get_ref().to_string(), range);
                }
            }
            "keep" => {
                for one in reader.list(key, value) {
                    plan.keep.extend(reader.keep(one));
                }
            }
            "company" => {
                for one in reader.list(key, value) {
                    plan.company.extend(reader.company(one));
                }
            }
            _ => {
                for (name, value) in reader.table(key, value) {
                    if let Some(heading) = reader.text(name.get_ref(), value) {
                        plan.needs.insert(name.get_ref().to_string(), heading);
                    }
                }
            }
        });
        plan
    }

    fn round(&mut self, value: &Value<'a>) -> Option<RoundEntry> {
        let DeValue::Table(table) = value.get_ref() else {
            self.wanted("round", value, "round");
            return None;
        };
        let mut kind = None;
        let mut asked = false;
        let mut round = RoundEntry { kind: KindWord::Dialogue, count: 1, ..RoundEntry::default() };
        const KNOWN: &[&str] = &["kind", "name", "count", "tables", "size", "sizes", "absent", "group"];
        self.settings(table, KNOWN, &mut |reader, key, value| match key {
            "kind" => {
                asked = true;
                const WORDS: [&str; 3] = ["dialogue", "workshop", "plenary"];
                kind = reader
                    .word(key, value, &WORDS)
                    .map(|k| [KindWord::Dialogue, KindWord::Workshop, KindWord::Plenary][k]);
            }
            "name" => round.name = reader.text(key, value),
            "count" => round.count = reader.number(key, value, 1, MOST_ROUNDS as u32).unwrap_or(1),
            "tables" => round.tables = reader.number(key, value, 1, MOST),
            "size" => round.size = reader.number(key, value, 1, MOST),
            "sizes" => {
                let sizes = reader.list(key, value);
                if sizes.is_empty() {
                    reader.wanted(key, value, "numbers");
                }
                round.sizes =
                    Some(sizes.into_iter().filter_map(|size| reader.number(key, size, 1, MOST)).collect());
            }
            "absent" => {
                let codes = reader.list(key, value);
                round.absent = codes.into_iter().filter_map(|code| reader.text(key, code)).collect();
            }
            _ => round.group = reader.text(key, value),
        });
        if !asked {
            let line = self.line(value.span().start);
            self.tell(line, PlanWrong::Missing { key: "kind", table: "[[round]]" });
        }
        round.kind = kind?;
        Some(round)
    }

    fn keep(&mut self, value: &Value<'a>) -> Option<KeepEntry> {
        let DeValue::Table(table) = value.get_ref() else {
            self.wanted("keep", value, "keep");
            return None;
        };
        let mut keep = KeepEntry::default();
        let mut asked = false;
        self.settings(
            table,
            &["feature", "ordinary", "tables", "spoken"],
            &mut |reader, key, value| match key {
                "feature" => {
                    asked = true;
                    keep.feature = reader.text(key, value).unwrap_or_default();
                }
                "ordinary" => {
                    let values = reader.list(key, value);
                    keep.ordinary = values.into_iter().filter_map(|value| reader.text(key, value)).collect();
                }
                "tables" => keep.tables = reader.number(key, value, 1, MOST),
                _ => match value.get_ref() {
                    DeValue::Boolean(spoken) => keep.spoken = *spoken,
                    _ => reader.wanted(key, value, "bool"),
                },
            },
        );
        if !asked {
            let line = self.line(value.span().start);
            self.tell(line, PlanWrong::Missing { key: "feature", table: "[[keep]]" });
        }
        asked.then_some(keep)
    }

    fn company(&mut self, value: &Value<'a>) -> Option<CompanyEntry> {
        let DeValue::Table(table) = value.get_ref() else {
            self.wanted("company", value, "company");
            return None;
        };
        let mut company = CompanyEntry { least: 2, ..CompanyEntry::default() };
        let mut asked = false;
        const KNOWN: &[&str] = &["feature", "least", "ordinary"];
        self.settings(table, KNOWN, &mut |reader, key, value| match key {
            "feature" => {
                asked = true;
                company.feature = reader.text(key, value).unwrap_or_default();
            }
            "least" => company.least = reader.number(key, value, 2, MOST).unwrap_or(2),
            _ => {
                let values = reader.list(key, value);
                company.ordinary = values.into_iter().filter_map(|value| reader.text(key, value)).collect();
            }
        });
        if !asked {
            let line = self.line(value.span().start);
            self.tell(line, PlanWrong::Missing { key: "feature", table: "[[company]]" });
        }
        asked.then_some(company)
    }

    fn range(&mut self, name: &str, value: &Value<'a>) -> Range {
        let mut range = Range::default();
        let DeValue::Table(table) = value.get_ref() else {
            self.wanted(name, value, "limits");
            return range;
        };
        self.settings(table, &["least", "most"], &mut |reader, key, value| {
            let number = reader.number(key, value, 0, MOST);
            if key == "least" { range.least = number } else { range.most = number }
        });
        range
    }

    fn mix(&mut self, value: &Value<'a>) -> Option<MixEntry> {
        match value.get_ref() {
            DeValue::String(heading) => Some(MixEntry::Plain(heading.to_string())),
            DeValue::Table(table) => {
                let (mut feature, mut importance) = (None, Some(1));
                self.settings(table, &["feature", "importance"], &mut |reader, key, value| match key {
                    "feature" => feature = reader.text(key, value),
                    _ => importance = reader.number(key, value, 1, MOST_IMPORTANCE),
                });
                if feature.is_none() {
                    let line = self.line(value.span().start);
                    self.tell(line, PlanWrong::Missing { key: "feature", table: "mix" });
                }
                Some(MixEntry::Weighed { feature: feature?, importance: importance? })
            }
            _ => {
                self.wanted("mix", value, "mix");
                None
            }
        }
    }

    fn aim(&mut self, value: &Value<'a>) -> Option<AimWord> {
        let aims = [AimWord::Balance, AimWord::Meetings, AimWord::Preferences];
        Some(aims[self.word("order", value, &["balance", "meetings", "preferences"])?])
    }

    fn file_kind(&mut self, key: &Spanned<toml::de::DeString<'a>>) -> Option<FileKind> {
        const KNOWN: &[&str] = &["people", "constraints", "staff", "rooms", "preferences", "met"];
        let kinds = [
            FileKind::People,
            FileKind::Constraints,
            FileKind::Staff,
            FileKind::Rooms,
            FileKind::Preferences,
            FileKind::Met,
        ];
        let word: &str = key.get_ref();
        let found = KNOWN.iter().position(|known| *known == word);
        if found.is_none() {
            let near = nearest(word, KNOWN.iter().copied()).map(str::to_owned);
            let line = self.line(key.span().start);
            self.tell(line, PlanWrong::Unknown { key: word.to_owned(), near, known: KNOWN });
        }
        found.map(|k| kinds[k])
    }

    /// Which of some words stands there.
    fn word(&mut self, key: &str, value: &Value<'a>, words: &'static [&'static str]) -> Option<usize> {
        let word = self.text(key, value)?;
        let found = words.iter().position(|known| *known == word.trim().to_lowercase());
        if found.is_none() {
            let near = nearest(&word, words.iter().copied()).map(str::to_owned);
            let line = self.line(value.span().start);
            self.tell(line, PlanWrong::Word { key: key.to_owned(), word, near, words });
        }
        found
    }

    fn text(&mut self, key: &str, value: &Value<'a>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            _ => {
                self.wanted(key, value, "text");
                None
            }
        }
    }

    fn number(&mut self, key: &str, value: &Value<'a>, least: u32, most: u32) -> Option<u32> {
        let number = match value.get_ref() {
            DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        let fits = number.filter(|number| (least..=most).contains(number));
        if fits.is_none() {
            let line = self.line(value.span().start);
            self.tell(line, PlanWrong::Number { key: key.to_owned(), least, most });
        }
        fits
    }

    fn list<'v>(&mut self, key: &str, value: &'v Value<'a>) -> Vec<&'v Value<'a>> {
        match value.get_ref() {
            DeValue::Array(list) => list.iter().collect(),
            _ => {
                let wanted = match key {
                    "round" => "rounds",
                    "keep" => "keeps",
                    "company" => "companies",
                    _ => "list",
                };
                self.wanted(key, value, wanted);
                vec![]
            }
        }
    }

    fn table<'v>(
        &mut self,
        key: &str,
        value: &'v Value<'a>,
    ) -> Vec<(&'v Spanned<toml::de::DeString<'a>>, &'v Value<'a>)> {
        match value.get_ref() {
            DeValue::Table(table) => table.iter().collect(),
            _ => {
                self.wanted(key, value, "table");
                vec![]
            }
        }
    }
}

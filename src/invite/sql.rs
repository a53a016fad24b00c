//! The same lottery inside a database: one readable script for each act, for each engine. Imports `base` and its siblings.
//!
//! One template has everything that is the same; the few words in which engines differ stand at its start.

use super::conduct::Chances;
use super::person::Key;
use super::public::Public;
use super::rows::{Columns, Home, Strata};
use super::terms::Terms;
use super::{Half, Homes};
use crate::base::digest::Running;
use crate::draw::Label;
use minijinja::{Environment, Value, context};
use std::collections::BTreeMap;

/// An engine for which scripts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// PostgreSQL 11 or later.
    PostgreSql,
    /// DuckDB.
    DuckDb,
    /// Spark 3 or later.
    Spark,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::PostgreSql, Self::DuckDb, Self::Spark];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::PostgreSql => "postgresql",
            Self::DuckDb => "duckdb",
            Self::Spark => "spark",
        }
    }

    /// The engine of that name.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.word() == word)
    }

    /// A text as a literal.
    fn literal(self, text: &str) -> String {
        match self {
            Self::Spark => format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'")),
            _ => format!("'{}'", text.replace('\'', "''")),
        }
    }

    /// The type of texts.
    fn text(self) -> &'static str {
        match self {
            Self::PostgreSql => "text",
            Self::DuckDb => "varchar",
            Self::Spark => "string",
        }
    }

    /// A heading as the name of a column.
    fn column(self, heading: &str) -> String {
        match self {
            Self::Spark => format!("`{}`", heading.replace('`', "``")),
            _ => format!("\"{}\"", heading.replace('"', "\"\"")),
        }
    }
}

/// What makes a frame in a database.
pub struct FrameAct<'a> {
    /// The engine.
    pub engine: Engine,
    /// The tables of the registers: names of letters, digits, `_` and `.`.
    pub tables: &'a [String],
    /// What the charter says.
    pub terms: &'a Terms,
    /// The strata.
    pub strata: &'a Strata,
    /// The secret.
    pub secret: &'a [u8; 32],
    /// People who are left out, each with the number of the ground.
    pub excluded: &'a BTreeMap<Half, usize>,
    /// The grounds.
    pub grounds: &'a [String],
    /// The charter's bytes, after which the tables are named.
    pub charter: &'a [u8],
    /// Whether the secret stands there as zeros.
    pub published: bool,
}

/// Whether this can be the name of a table.
pub fn is_table(name: &str) -> bool {
    let part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    name.len() <= 120 && name.split('.').all(part)
}

/// After what the tables of a frame are named: eight digits that follow from the secret and from what is frozen.
pub fn tag(secret: &[u8; 32], charter: &[u8], strata: &[u8]) -> String {
    let mut all = Running::default();
    [Key::new(secret).text().as_bytes(), b"t/", charter, b"/", strata]
        .into_iter()
        .for_each(|part| all.add(part));
    all.finish().to_string()[..8].to_owned()
}

/// `YYYY-MM-DD`.
const DATE: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
/// A month beyond 12, or a day beyond 31.
const BAD_DAY: &str = "^(1[3-9]|[2-9][0-9])-|-(3[2-9]|[4-9][0-9])$";
/// What [`super::weights::weight`] reads.
const WEIGHT: &str = "^([1-9][0-9]{0,2}|1000)$";

impl FrameAct<'_> {
    /// The script; `None` where rows have no key, because rows of a table have no order.
    pub fn script(&self) -> Option<String> {
        let engine = self.engine;
        let Columns { key, strata, born, since, flag, home, weight } = &self.terms.columns;
        let key = key.as_ref()?;
        let one = |name: &'static str, names: Option<&Vec<String>>, otherwise: &str| match names {
            Some(names) => Cell::of(engine, name, &names[0]),
            None => Cell { name: name.to_owned(), column: otherwise.to_owned() },
        };
        let empty = engine.literal("");
        let mut cells = vec![one("k", Some(key), "")];
        let names: Vec<String> = (1..=strata.len()).map(|n| format!("s{n}")).collect();
        cells.extend(names.iter().zip(strata).map(|(name, names)| Cell::of(engine, name, &names[0])));
        cells.push(one("born", born.as_ref(), &empty));
        cells.push(one("since", since.as_ref(), &empty));
        cells.push(one("flag", flag.as_ref(), &engine.literal("0")));
        let (address, named) = match home {
            Some(Home::Address(postcode, number, additions)) => (Some((postcode, number, additions)), None),
            Some(Home::Named(names)) => (None, Some(names)),
            None => (None, None),
        };
        cells.extend(named.map(|names| one("home", Some(names), &empty)));
        cells.push(one("postcode", address.map(|address| address.0), &empty));
        cells.push(one("house", address.map(|address| address.1), &empty));
        // Of additions every column counts: one that has none is as if it were blank.
        let additions = address.and_then(|address| address.2.as_ref());
        let addition = |heading: &String| {
            format!("coalesce(cast(r.{} as {}), '')", engine.column(heading), engine.text())
        };
        cells.push(match additions {
            Some(many) if many.len() > 1 => {
                let column = many.iter().map(addition).collect::<Vec<_>>().join(" || ");
                Cell { name: "addition".to_owned(), column }
            }
            one_or_none => one("addition", one_or_none, &empty),
        });
        cells.extend(weight.as_ref().map(|names| Cell::of(engine, "weight", &names[0])));
        let tag = tag(self.secret, self.charter, &super::tables::strata(self.strata));
        let secret = if self.published { "0".repeat(64) } else { Key::new(self.secret).text().to_owned() };
        let rows = self.strata.cells.iter().zip(1u32..).map(|(cells, n)| {
            let cells = cells.iter().map(|cell| format!(", {}", engine.literal(cell)));
            format!("({n}{})", cells.collect::<String>())
        });
        let name = |ground: &String| engine.literal(&format!("excluded/{ground}"));
        // Whoever may read the script learns how many are left out on which ground, and not the signs of anybody.
        let digits = |person: &Half| if self.published { "0".repeat(32) } else { person.to_string() };
        let mut excluded: Vec<String> = self
            .excluded
            .iter()
            .map(|(person, &ground)| format!("('{}', {})", digits(person), name(&self.grounds[ground])))
            .collect();
        if excluded.is_empty() {
            excluded.push("('', '')".to_owned());
        }
        let grounds = self.grounds.iter().map(|ground| context! { name => name(ground) }).collect::<Vec<_>>();
        let columns = std::iter::once("stratum".to_owned()).chain(names.iter().cloned()).collect::<Vec<_>>();
        Some(render(context! {
            act => "frame",
            engine => engine.word(),
            published => self.published,
            tag => tag.clone(),
            t => format!("geloot_{tag}_"),
            c => collation(engine),
            tables => self.tables.to_vec(),
            cells => cells.into_iter().map(Value::from).collect::<Vec<_>>(),
            secret => secret,
            date => DATE,
            bad_day => BAD_DAY,
            born => born.is_some(),
            strata => rows.collect::<Vec<_>>().join(", "),
            stratum_columns => columns.join(", "),
            stratum_names => names,
            excluded => excluded.join(", "),
            grounds => grounds,
            limit => self.terms.limit(),
            homes => home.is_some(),
            named => named.is_some(),
            weighted => weight.is_some(),
            weight => if weight.is_some() { " weight," } else { "" },
            a_weight => WEIGHT,
        }))
    }
}

/// A cell of a register under the name that the script gives it.
struct Cell {
    name: String,
    column: String,
}

impl Cell {
    fn of(engine: Engine, name: &str, heading: &str) -> Self {
        Self { name: name.to_owned(), column: format!("r.{}", engine.column(heading)) }
    }
}

impl From<Cell> for Value {
    fn from(cell: Cell) -> Self {
        context! { name => cell.name, column => cell.column }
    }
}

/// The script that makes the ordered list of a draw. It holds no secret: its keys follow from the seed.
pub fn letters(engine: Engine, public: &Public, tag: &str, chances: &Chances<'_>) -> String {
    let key = |of| chances.key(of).text().to_owned();
    let lengths = public.lengths();
    let starts = chances.starts(&lengths);
    // What became of areas the script computes itself.
    let lists = public.lists();
    let areas = chances.area_draw(public).map(|drawn| {
        let [start, reserve_start] = drawn.starts;
        let (number, reserves) = drawn.wanted;
        let (own, reserve_key) = (key(Label::Areas), key(Label::AreaReserves));
        context! { number, reserves, key => own, start, reserve_key, reserve_start }
    });
    let around = public.terms.homes == Homes::OneLetter || public.terms.weighted();
    let rows = (1u32..).zip(lists.iter().zip(&lengths).zip(&starts)).filter(|(_, ((list, _), _))| **list > 0);
    let mut rows: Vec<String> = rows
        .map(|(n, ((list, length), start))| {
            let start = if around { *start } else { 0 };
            format!("({n}, {list}, {length}, {start})")
        })
        .collect();
    if rows.is_empty() {
        rows.push("(0, 0, 1, 0)".to_owned());
    }
    let draw = chances.draw;
    render(context! {
        act => "letters",
        engine => engine.word(),
        published => false,
        tag => tag,
        t => format!("geloot_{tag}_"),
        draw => format!("{}{}_", if draw.void { "trial" } else { "draw" }, draw.draw),
        c => collation(engine),
        rule => public.terms.homes.word(),
        letters => key(Label::Letters),
        turn => key(Label::LetterHomes),
        order => key(Label::LetterOrder),
        lists => rows.join(", "),
        areas => areas,
        weighted => public.terms.weighted(),
        stands => if public.terms.homes == Homes::OneLetter { "home" } else { "person" },
        homes => public.homes.is_some(),
    })
}

/// How texts are ordered by their bytes.
fn collation(engine: Engine) -> &'static str {
    if engine == Engine::PostgreSql { " collate \"C\"" } else { "" }
}

fn render(context: Value) -> String {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    let template = include_str!("script.sql.j2");
    environment.add_template("script", template).expect("the template is ours and has its form");
    let template = environment.get_template("script").expect("it was just added");
    let mut text = template.render(context).expect("every value of the template is given");
    text.push('\n');
    text
}

//! Making a seat plan: files and options to a folder. Imports `sessions`, `words`, `io` and its
//! siblings.

use super::super::exit::{Exit, Halt};
use super::super::sheet;
use super::super::sources::words_refused;
use super::super::talk::Talk;
use super::ending::{refuse, refused, tell};
use super::{report, saved};
use crate::base::fault::Grade;
use crate::io::{self, NewFolder};
use crate::seed::words::{BadWords, Words};
use crate::sessions::Search;
use crate::sessions::brief::people::Found;
use crate::sessions::brief::plan_file::{self, FileKind, KindWord, MixEntry, PlanFile, RoundEntry};
use crate::sessions::brief::plan_toml;
use crate::sessions::brief::read::{Files, Source, read};
use crate::sessions::day::wording::Tongue;
use crate::sessions::model::brief::{Brief, MOST_EFFORT, MOST_ROUNDS};
use crate::sessions::record::facts::facts;
use crate::sessions::record::{LINE_FILE, Record, SEATS_FILE};
use crate::sessions::solve::compile::compile;
use crate::sessions::solve::make::{self, Made};
use crate::sessions::wrong::What;
use crate::words::catalogue::{Lang, args, say};
use crate::words::faults::headline;
use crate::words::{sessions as words, shown};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Which people, tables and rounds.
#[derive(Clone, Debug, clap::Args)]
pub struct MakeArgs {
    /// The people, tables and rules.
    #[command(flatten)]
    pub files: FileArgs,
    /// Text that everybody could see and nobody could choose, such as "notary 3 7 1".
    #[arg(long, value_name = "TEXT", required_unless_present = "freeze", conflicts_with = "freeze")]
    pub seed: Option<String>,
    /// Make no plan yet: save everything it will be made from, and give the line to publish before anybody can
    /// know the seed.
    #[arg(long)]
    pub freeze: bool,
    /// Make the plan from the folder that --freeze saved.
    #[arg(
        long,
        value_name = "DIR",
        conflicts_with_all = ["freeze", "people", "id_column", "tables", "size", "rounds", "mix", "first", "plan",
            "constraints", "staff", "rooms", "preferences", "met", "effort"]
    )]
    pub frozen: Option<PathBuf>,
    /// How long to search: 10 is usual, 100 takes ten times as long.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub effort: Option<u32>,
    /// The folder to make. Nothing may be there yet.
    #[arg(long, value_name = "DIR", required = true)]
    pub out: Option<PathBuf>,
}

/// The files and options that a plan is made or checked with.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct FileArgs {
    /// The people to seat: the panel of a draw, or any CSV file with a column of codes.
    #[arg(long, value_name = "P.csv")]
    pub people: Option<PathBuf>,
    /// The heading of the column with codes; without it one is looked for.
    #[arg(long, value_name = "NAME", value_parser = super::super::expected::heading)]
    pub id_column: Option<String>,
    /// Tables in every round.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub tables: Option<u32>,
    /// People at a table, at most.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub size: Option<u32>,
    /// Rounds.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub rounds: Option<u32>,
    /// Columns to mix at every table.
    #[arg(long, value_name = "A,B,...", value_delimiter = ',')]
    pub mix: Vec<String>,
    /// What goes first once all rules are kept.
    #[arg(long, value_enum, value_name = "AIM")]
    pub first: Option<First>,
    /// A plan file for everything else: kinds of rounds, roles, absences, topics.
    #[arg(long, value_name = "plan.toml", conflicts_with_all = ["tables", "size", "rounds", "mix"])]
    pub plan: Option<PathBuf>,
    /// Who sits apart, together, at a certain table or not at it, and who is absent.
    #[arg(long, value_name = "C.csv")]
    pub constraints: Option<PathBuf>,
    /// Facilitators and note-takers.
    #[arg(long, value_name = "S.csv")]
    pub staff: Option<PathBuf>,
    /// Tables: seats, and what they have.
    #[arg(long, value_name = "R.csv")]
    pub rooms: Option<PathBuf>,
    /// Who wants to work on which topic.
    #[arg(long, value_name = "F.csv")]
    pub preferences: Option<PathBuf>,
    /// Who met before: pairs of codes, or the seat plan of an earlier evening; may be given again.
    #[arg(long, value_name = "M.csv")]
    pub met: Vec<PathBuf>,
}

/// An aim that can go first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum First {
    /// Mixed tables.
    Balance,
    /// New meetings.
    Meetings,
    /// Topic preferences.
    Preferences,
}

/// A file that was read.
pub struct Loaded {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Reads a file.
pub fn load(path: &Path) -> Result<Loaded, Halt> {
    let (name, bytes) = sheet::read(path, &[])?;
    Ok(Loaded { name, bytes })
}

impl FileArgs {
    /// The first of these options that was given.
    pub fn first_given(&self) -> Option<&'static str> {
        [
            ("--people", self.people.is_some()),
            ("--id-column", self.id_column.is_some()),
            ("--tables", self.tables.is_some()),
            ("--size", self.size.is_some()),
            ("--rounds", self.rounds.is_some()),
            ("--mix", !self.mix.is_empty()),
            ("--first", self.first.is_some()),
            ("--plan", self.plan.is_some()),
            ("--constraints", self.constraints.is_some()),
            ("--staff", self.staff.is_some()),
            ("--rooms", self.rooms.is_some()),
            ("--preferences", self.preferences.is_some()),
            ("--met", !self.met.is_empty()),
        ]
        .into_iter()
        .find_map(|(name, given)| given.then_some(name))
    }

    /// Reads the plan file, or makes one of the options. Refuses by telling.
    pub fn plan_file(&self, lang: Lang) -> Result<(PlanFile, String), Halt> {
        let (mut plan, name) = match &self.plan {
            Some(path) => {
                let file = load(path)?;
                let mut found = Found::default();
                let plan = plan_toml::read(&file.name, &file.bytes, &mut found.wrongs);
                if found.stop() {
                    return Err(refuse(found));
                }
                (plan, file.name)
            }
            None => (self.short(), say!(lang, "the-command")),
        };
        if let Some(first) = self.first {
            let first = match first {
                First::Balance => plan_file::AimWord::Balance,
                First::Meetings => plan_file::AimWord::Meetings,
                First::Preferences => plan_file::AimWord::Preferences,
            };
            plan.order = Some(vec![first]);
        }
        Ok((plan, name))
    }

    fn short(&self) -> PlanFile {
        PlanFile {
            mix: self.mix.iter().map(|heading| MixEntry::Plain(heading.clone())).collect(),
            round: vec![RoundEntry {
                kind: KindWord::Dialogue,
                name: None,
                count: self.rounds.unwrap_or(1).min(MOST_ROUNDS as u32 + 1),
                tables: self.tables,
                size: self.size,
                sizes: None,
                absent: vec![],
                group: None,
            }],
            ..PlanFile::default()
        }
    }

    /// The path of a file: as an option, or as the plan file names it, beside itself.
    fn path(&self, plan: &PlanFile, kind: FileKind, given: &Option<PathBuf>) -> Option<PathBuf> {
        let named = || {
            let folder = self.plan.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
            plan.files.get(&kind).map(|name| folder.join(name))
        };
        given.clone().or_else(named)
    }

    /// Reads everything. Tells what was found; stops when something stops the work.
    pub fn brief(&self, effort: Option<u32>, talk: &Talk) -> Result<(Brief, Found), Halt> {
        let (plan, plan_name) = self.plan_file(talk.lang())?;
        self.brief_of(plan, &plan_name, effort, None, talk)
    }

    /// The same, with a plan that comes from elsewhere, and tables for when no file of tables is given.
    pub fn brief_of(
        &self,
        plan: PlanFile,
        plan_name: &str,
        effort: Option<u32>,
        tables: Option<Loaded>,
        talk: &Talk,
    ) -> Result<(Brief, Found), Halt> {
        let Some(people) = self.path(&plan, FileKind::People, &self.people) else {
            let plan = self.plan.as_ref().map(|plan| shown(&plan.to_string_lossy()));
            return Err(refused(
                Exit::Input,
                "S-32",
                args![plan = plan.unwrap_or_else(|| "none".to_owned())],
            ));
        };
        let people = load(&people)?;
        let other =
            |kind, given: &Option<PathBuf>| self.path(&plan, kind, given).map(|path| load(&path)).transpose();
        let constraints = other(FileKind::Constraints, &self.constraints)?;
        let staff = other(FileKind::Staff, &self.staff)?;
        let rooms = other(FileKind::Rooms, &self.rooms)?.or(tables);
        let preferences = other(FileKind::Preferences, &self.preferences)?;
        fn source(file: &Loaded) -> Source<'_> {
            Source { name: &file.name, bytes: &file.bytes }
        }
        let met: Vec<PathBuf> = match self.met.is_empty() {
            true => self.path(&plan, FileKind::Met, &None).into_iter().collect(),
            false => self.met.clone(),
        };
        met.iter().for_each(|path| changed_since(path, talk));
        let loaded = met.iter().map(|path| load(path)).collect::<Result<Vec<Loaded>, Halt>>()?;
        let met: Vec<Source<'_>> = loaded.iter().map(source).collect();
        let files = Files {
            people: source(&people),
            id_column: self.id_column.as_deref(),
            constraints: constraints.as_ref().map(source),
            staff: staff.as_ref().map(source),
            rooms: rooms.as_ref().map(source),
            preferences: preferences.as_ref().map(source),
            met: &met,
            plan_name,
        };
        let mut found = Found::default();
        let effort = effort.or(plan.effort).unwrap_or(10).clamp(1, MOST_EFFORT);
        match read(&files, &plan, effort, &mut found) {
            Some(brief) if !found.stop() => {
                tell(&found, talk);
                Ok((brief, found))
            }
            _ => Err(refuse(found)),
        }
    }
}

/// Tells that people of an earlier plan were seated otherwise than it says.
fn changed_since(met: &Path, talk: &Talk) {
    let Some(folder) = met.parent().filter(|_| met.file_name().is_some_and(|name| name == SEATS_FILE)) else {
        return;
    };
    let (_, last) = saved::latest(folder);
    if last != folder {
        let at = |path: &Path| shown(&path.to_string_lossy());
        let said = say!(talk.lang(), "S-110", file = at(met), last = at(&last.join(SEATS_FILE)));
        talk.warn(&format!("{}\n", headline(talk.lang(), Grade::Check, &said, "S-110")));
    }
}

/// Runs the command.
pub fn run(args: &MakeArgs, talk: &Talk) -> Result<Exit, Halt> {
    let wanting = || refused(Exit::Input, "S-31", args![]);
    let out = args.out.as_ref().ok_or_else(wanting)?;
    place(out)?;
    let folder = NewFolder::begin_plan(out)?;
    let brief = match &args.frozen {
        Some(path) => thawed(path)?,
        None => args.files.brief(args.effort, talk)?.0,
    };
    if args.freeze {
        return freeze(&brief, folder, out, talk);
    }
    let typed = args.seed.as_ref().ok_or_else(wanting)?;
    let words = match Words::typed(typed) {
        Err(bad) if bad != [BadWords::Empty] => return Err(words_refused(talk.lang(), &bad)),
        words => words.ok(),
    };
    let text = words.as_ref().map_or("", Words::as_str);
    let Some(seed) = make::seed(&brief, text) else {
        let mut found = Found::default();
        found.wrongs.push(What::SeedText, crate::base::fault::Place::default());
        return Err(refuse(found));
    };
    let bar = talk.progress(0);
    bar.set_message(say!(talk.lang(), "looking-for-seats"));
    let made = make::make(Search::NOW, &brief, &seed, &mut |progress| {
        bar.set_length(progress.of);
        bar.set_position(progress.done.min(progress.of));
    });
    bar.finish_and_clear();
    let made = made.map_err(|clashes| clashing(talk.lang(), &brief, &clashes))?;
    if !made.figures.broken.is_empty() {
        return Err(unkept(talk.lang(), &brief, &made));
    }
    let record = Record::made(&brief, text, args.frozen.is_some(), tongue(talk.lang()));
    saved::write(&folder, &brief, &made, &record)?;
    folder.finish()?;
    talk.show(&report::text(talk.lang(), &brief, &made, report::Sizes::Ruled))?;
    talk.show(&report::saved(talk.lang(), out))?;
    talk.json(&facts(&brief, &made))?;
    Ok(Exit::Done)
}

/// The language of lists to hand out.
pub fn tongue(lang: Lang) -> Tongue {
    match lang {
        Lang::En => Tongue::En,
        Lang::Nl => Tongue::Nl,
    }
}

/// Saves what a plan will be made from, and tells the line to publish.
fn freeze(brief: &Brief, folder: NewFolder, out: &Path, talk: &Talk) -> Result<Exit, Halt> {
    let compiled = compile(brief);
    let clashes = crate::sessions::solve::conflict::clashes(&compiled);
    if !clashes.is_empty() {
        return Err(clashing(talk.lang(), brief, &clashes));
    }
    let line = make::commitment(brief).to_string();
    folder.add(make::BRIEF_FILE, &brief.to_bytes())?;
    folder.add(LINE_FILE, format!("{line}\n").as_bytes())?;
    folder.finish()?;
    talk.show(&words::freezing(talk.lang(), brief, &line, &out.to_string_lossy()))?;
    talk.json(&json!({
        "commitment": line,
        "people": brief.people.len(),
        "rounds": brief.rounds.len(),
        "effort": brief.effort,
        "folder": out.to_string_lossy(),
    }))?;
    Ok(Exit::Done)
}

/// Reads what [`freeze`] saved.
fn thawed(path: &Path) -> Result<Brief, Halt> {
    let (inputs, line) = (io::read(&path.join(make::BRIEF_FILE))?, io::read(&path.join(LINE_FILE))?);
    let line = String::from_utf8_lossy(&line).into_owned();
    let brief = Brief::from_bytes(&inputs).filter(|brief| make::commitment(brief).is_named_by(&line));
    brief.ok_or_else(|| refused(Exit::Input, "S-67", args![]))
}

/// Makes the folder `sessions` of a lottery's folder, where its seat plans are kept and verified.
pub fn place(out: &Path) -> Result<(), Halt> {
    match out.parent() {
        Some(parent) if parent.ends_with("sessions") && parent.parent().is_some_and(Path::is_dir) => {
            Ok(io::ensure_folder(parent)?)
        }
        _ => Ok(()),
    }
}

/// The refusal of rules that clash.
pub fn clashing(lang: Lang, brief: &Brief, clashes: &[crate::sessions::solve::conflict::Clash]) -> Halt {
    let compiled = compile(brief);
    let mut lines: Vec<String> = vec![];
    for clash in clashes {
        lines.extend(words::clash(lang, brief, &compiled, clash));
    }
    refused(Exit::No, "S-33", args![]).with_lines(lines)
}

/// The refusal when the search kept no plan without a broken rule.
fn unkept(lang: Lang, brief: &Brief, made: &Made) -> Halt {
    const SHOWN: usize = 20;
    let broken = &made.figures.broken;
    let mut lines: Vec<String> =
        broken.iter().take(SHOWN).map(|it| words::broken(lang, brief, &made.compiled, it)).collect();
    if broken.len() > SHOWN {
        lines.push(say!(lang, "and-more", count = broken.len() - SHOWN));
    }
    refused(Exit::No, "S-34", args![]).with_lines(lines)
}

//! `geloot ballot`: freezing a ballot, counting it, counting it again. Imports `assembly`, `words` and its siblings.

use super::super::exit::{Exit, Halt};
use super::super::sources::SourceArgs;
use super::super::talk::Talk;
use super::{Loaded, deliberating, halted, list, open, print, public_text, save, vacant};
use crate::assembly::acts::{Counted, Counting, Deliberating, Freezing, Ready};
use crate::deliberation::chance::Chance;
use crate::deliberation::rows::Class;
use crate::words::catalogue::{Lang, say};
use crate::words::claims::self_registered;
use crate::words::deliberation::{self as words, pages};
use crate::words::shown;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Freeze a ballot, count it twice, and see what follows.
///
/// People vote in the room: standing, with cards or on paper. The question, the roll and the rule are frozen before, and
/// the line of that is published; then two counts come in, and the program says what follows from them. A rule has no
/// defaults.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the lottery, with its sealed part.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    #[command(subcommand)]
    command: Command,
}

/// What can be done with a ballot.
#[derive(Debug, clap::Subcommand)]
enum Command {
    Freeze(Box<FreezeArgs>),
    Tally(Box<TallyArgs>),
    Recount(RecountArgs),
}

/// Freeze the rule, the options and the roll, and give the line to publish before the vote.
///
/// Shows what each base of a share would mean for this roll. With --show nothing is frozen.
#[derive(Debug, clap::Args)]
pub struct FreezeArgs {
    /// The options: option,text and perhaps group,topic.
    #[arg(long, value_name = "OPTIONS.csv")]
    options: PathBuf,
    /// A file with the rule, where it is not in the charter that was frozen with the lottery.
    #[arg(long, value_name = "BALLOT.toml")]
    rule: Option<PathBuf>,
    /// Which rule, where there are several.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// People with a role of their own: code,role.
    #[arg(long, value_name = "ROLES.csv")]
    roles: Option<PathBuf>,
    /// Why the rule is not the charter's, or why the ballot is frozen again.
    #[arg(long, value_name = "REASON")]
    because: Option<String>,
    /// The day, such as 2027-05-12.
    #[arg(long, value_name = "DATE")]
    date: String,
    /// Show what would be frozen, and freeze nothing.
    #[arg(long)]
    show: bool,
    /// Write two count sheets and a voting paper to print to this file; with --show, a draft that says that it is one.
    #[arg(long, value_name = "FILE.html")]
    print: Option<PathBuf>,
}

/// Put in the two counts, and see what follows; or decide a tie by lot.
///
/// Ends with 1 when an option is undecided, waits for a lot, or too few were present.
#[derive(Debug, clap::Args)]
pub struct TallyArgs {
    /// Which ballot.
    #[arg(long, value_name = "NAME")]
    name: String,
    /// Both counts: option,count,for and perhaps role,against,neutral,blank,invalid.
    #[arg(long, value_name = "COUNTS.csv", requires = "present", required_unless_present_any = ["votes", "seed", "lotto", "dice", "drand"])]
    counts: Option<PathBuf>,
    /// Votes by name, of a ballot that the charter announced as open: code and a column for each option.
    #[arg(long, value_name = "VOTES.csv", requires = "present", conflicts_with_all = ["counts", "papers"])]
    votes: Option<PathBuf>,
    /// Papers that were typed in, a column for each option; they are kept sealed and added up.
    #[arg(long, value_name = "PAPERS.csv", requires = "counts")]
    papers: Option<PathBuf>,
    /// Who was present: codes; or for each role a number or a range.
    #[arg(long, value_name = "PRESENT.csv", conflicts_with_all = ["seed", "lotto", "dice", "drand", "ticket"])]
    present: Option<PathBuf>,
    #[command(flatten)]
    source: SourceArgs,
    /// Sides of each die.
    #[arg(long, value_name = "S", requires = "dice")]
    sides: Option<u32>,
    /// The day, such as 2027-05-12.
    #[arg(long, value_name = "DATE")]
    date: String,
    /// Write the list of decisions to print to this file.
    #[arg(long, value_name = "FILE.html")]
    print: Option<PathBuf>,
}

/// Replace the two counts of a ballot, for a reason. The earlier ones stay in the record.
#[derive(Debug, clap::Args)]
pub struct RecountArgs {
    /// Which ballot.
    #[arg(long, value_name = "NAME")]
    name: String,
    /// Both counts: option,count,for and perhaps role,against,neutral,blank,invalid.
    #[arg(long, value_name = "COUNTS.csv", required_unless_present = "votes")]
    counts: Option<PathBuf>,
    /// Votes by name, of a ballot that the charter announced as open: code and a column for each option.
    #[arg(long, value_name = "VOTES.csv", conflicts_with_all = ["counts", "papers"])]
    votes: Option<PathBuf>,
    /// Papers that were typed in, a column for each option; they are kept sealed and added up.
    #[arg(long, value_name = "PAPERS.csv", requires = "counts")]
    papers: Option<PathBuf>,
    /// Who was present: codes; or for each role a number or a range.
    #[arg(long, value_name = "PRESENT.csv")]
    present: PathBuf,
    /// Why it was counted again.
    #[arg(long, value_name = "REASON")]
    because: String,
    /// The day, such as 2027-05-12.
    #[arg(long, value_name = "DATE")]
    date: String,
    /// Write the list of decisions to print to this file.
    #[arg(long, value_name = "FILE.html")]
    print: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let frozen = open(&args.dir)?;
    let acts = deliberating(&frozen, &args.dir)?;
    match &args.command {
        Command::Freeze(own) => freeze(own, &acts, &args.dir, talk),
        Command::Tally(own) => {
            vacant(own.print.as_ref())?;
            // Of dice that the rule fixed it is known how many sides they have.
            let fixed = acts.source_of_ties(&own.name).and_then(Chance::sides);
            let evidence = own.source.read(own.sides.or(fixed), None, talk)?;
            let counted = match (evidence, &own.present) {
                (Some(found), _) => acts.lot(&own.name, found.given(), &own.date),
                (None, Some(present)) => {
                    let lists =
                        Lists::read(own.counts.as_ref(), own.papers.as_ref(), own.votes.as_ref(), present)?;
                    acts.tally(&lists.counting(&own.name, None, &own.date))
                }
                _ => return Ok(Exit::Input),
            };
            told(counted.map_err(halted(&args.dir))?, own.print.as_ref(), &args.dir, talk)
        }
        Command::Recount(own) => {
            vacant(own.print.as_ref())?;
            let lists =
                Lists::read(own.counts.as_ref(), own.papers.as_ref(), own.votes.as_ref(), &own.present)?;
            let counted = acts.tally(&lists.counting(&own.name, Some(&own.because), &own.date));
            talk.deliberation(&acts.people_told([own.because.as_str()]));
            told(counted.map_err(halted(&args.dir))?, own.print.as_ref(), &args.dir, talk)
        }
    }
}

/// The files of a count.
struct Lists {
    counts: Option<Loaded>,
    papers: Option<Loaded>,
    votes: Option<Loaded>,
    present: Loaded,
}

impl Lists {
    fn read(
        counts: Option<&PathBuf>,
        papers: Option<&PathBuf>,
        votes: Option<&PathBuf>,
        present: &Path,
    ) -> Result<Self, Halt> {
        Ok(Self {
            counts: Loaded::maybe(counts)?,
            papers: Loaded::maybe(papers)?,
            votes: Loaded::maybe(votes)?,
            present: Loaded::read(present)?,
        })
    }

    fn counting<'a>(&'a self, name: &'a str, again: Option<&'a str>, date: &'a str) -> Counting<'a> {
        Counting {
            name,
            counts: self.counts.as_ref().map(Loaded::source),
            papers: self.papers.as_ref().map(Loaded::source),
            votes: self.votes.as_ref().map(Loaded::source),
            present: self.present.source(),
            again,
            date,
        }
    }
}

fn freeze(args: &FreezeArgs, acts: &Deliberating<'_>, dir: &Path, talk: &Talk) -> Result<Exit, Halt> {
    vacant(args.print.as_ref())?;
    let options = Loaded::read(&args.options)?;
    let (rule, roles) = (Loaded::maybe(args.rule.as_ref())?, Loaded::maybe(args.roles.as_ref())?);
    let asked = Freezing {
        options: Some(options.source()),
        rules: rule.as_ref().map(Loaded::source),
        name: args.name.as_deref(),
        roles: roles.as_ref().map(Loaded::source),
        because: args.because.as_deref(),
        date: &args.date,
    };
    let lang = talk.lang();
    if args.show {
        let ready = acts.ready(&asked).map_err(halted(dir))?;
        talk.deliberation(&ready.found);
        talk.show(&shown_before(lang, &ready))?;
        talk.show(&format!("{}\n", say!(lang, "ballot-only-shown")))?;
        print(args.print.as_ref(), pages::sheets(lang, &ready, None), talk)?;
        talk.json(&about(&ready))?;
        return Ok(Exit::Done);
    }
    let frozen = acts.freeze_ballot(&asked).map_err(halted(dir))?;
    talk.deliberation(&frozen.ready.found);
    talk.deliberation(&acts.people_told(args.because.as_deref()));
    talk.show(&shown_before(lang, &frozen.ready))?;
    public_text(talk)?;
    save(&frozen.act, dir, true, talk)?;
    if let Some(before) = frozen.replaces {
        talk.show(&format!("{}\n", say!(lang, "ballot-replaces", act = before.to_string())))?;
    }
    let line = frozen.act.line.to_string();
    print(args.print.as_ref(), pages::sheets(lang, &frozen.ready, Some(&line)), talk)?;
    let mut answer = about(&frozen.ready);
    answer["act"] = json!(frozen.act.number);
    answer["replaces"] = json!(frozen.replaces);
    answer["line"] = json!(line);
    talk.json(&answer)?;
    Ok(Exit::Done)
}

/// The rule in words, the roll, and what each base would mean.
fn shown_before(lang: Lang, ready: &Ready) -> String {
    let name = shown(&ready.rule.name);
    let mut text =
        format!("{}\n", say!(lang, "ballot-rule", name = name, rule = words::rule(lang, &ready.rule)));
    if let Some(frame) = &ready.registered {
        text.push_str(&format!("{}\n", self_registered(lang, frame)));
    }
    if let Some(why) = &ready.because {
        let other = crate::words::parts::yes(ready.other);
        text.push_str(&format!("{}\n", say!(lang, "ballot-later", other = other, reason = shown(why))));
    }
    let options = ready.options.len() as u64;
    let members = ready.roll.members();
    text.push_str(&format!("{}\n", say!(lang, "ballot-options", options = options, members = members)));
    text.push_str(&list::groups(lang, &ready.roll.groups()));
    if !ready.meanings.is_empty() {
        let share = ready.rule.majority.map_or_else(String::new, |it| it.share.to_string());
        text.push_str(&format!("\n{}\n\n", say!(lang, "ballot-meanings", share = share, members = members)));
        text.push_str(&list::meanings(lang, &ready.meanings));
        text.push('\n');
    }
    text
}

fn about(ready: &Ready) -> Value {
    json!({
        "rule": ready.rule.plain(),
        "because": ready.because,
        "options": ready.options.len(),
        "members": ready.roll.members(),
        "roles": ready.roll.groups().iter().map(|it| json!({ "role": it.role, "people": it.people })).collect::<Vec<_>>(),
        "meanings": ready.meanings.iter().map(|it| json!({
            "of": it.base.word(), "size": it.of, "fewest": it.fewest, "chosen": it.chosen,
        })).collect::<Vec<_>>(),
    })
}

/// What was counted, and what follows.
fn told(counted: Counted, page: Option<&PathBuf>, dir: &Path, talk: &Talk) -> Result<Exit, Halt> {
    let lang = talk.lang();
    talk.deliberation(&counted.found);
    let rule = words::rule(lang, &counted.ballot.rule);
    let name = shown(&counted.ballot.rule.name);
    talk.show(&format!("{}\n\n", say!(lang, "ballot-rule", name = name, rule = rule)))?;
    if let Some(frame) = &counted.act.registered {
        talk.show(&format!("{}\n\n", self_registered(lang, frame)))?;
    }
    talk.show(&list::present(lang, &counted))?;
    talk.show(&list::verdicts(lang, &counted))?;
    talk.show(&format!("\n{}\n", list::summary(lang, &counted.verdicts)))?;
    let alike = counted.unanimous();
    if let Some(words) = pages::unanimous(lang, &counted) {
        talk.say(&format!("{words}\n"));
    }
    let by_role = list::by_role(lang, &counted.by_role);
    if !by_role.is_empty() {
        talk.show(&format!("\n{by_role}"))?;
    }
    if counted.hidden() {
        talk.say(&format!("{}\n", say!(lang, "ballot-roles-hidden")));
    }
    save(&counted.act, dir, false, talk)?;
    if let Some(path) = counted.sealed() {
        talk.show(&format!("{}\n", say!(lang, "ballot-papers-kept", file = shown(path))))?;
    }
    print(page, pages::decisions(lang, &counted), talk)?;
    let verdicts = counted.verdicts.iter().map(|it| {
        json!({
            "option": it.option, "class": it.class.word(), "fractions": it.fractions, "rank": it.rank,
        })
    });
    talk.json(&json!({
        "act": counted.act.number,
        "ballot": counted.ballot.act,
        "line": counted.act.line.to_string(),
        "options": verdicts.collect::<Vec<_>>(),
        "unanimous": alike,
    }))?;
    if counted.verdicts.iter().any(|it| it.class == Class::Undecided) {
        talk.say(&format!("{}\n", say!(lang, "ballot-undecided")));
    }
    if counted.verdicts.iter().any(|it| it.class == Class::Tied) {
        talk.say(&format!("{}\n", say!(lang, "ballot-tied")));
    }
    Ok(if counted.is_open() || counted.lacks_quorum() { Exit::No } else { Exit::Done })
}

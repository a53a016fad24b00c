//! `geloot charter`: what a charter promises of the deliberation. Imports `deliberation`, `words` and its siblings.

use super::super::charter_new;
use super::super::exit::{Exit, Halt};
use super::super::talk::Talk;
use super::Loaded;
use crate::assembly::charter_reaches;
use crate::base::fault::Place;
use crate::deliberation::charter::Charter;
use crate::deliberation::rule::Rule;
use crate::deliberation::warned::Around;
use crate::deliberation::warning::Warning;
use crate::deliberation::wrong::{Found, What};
use crate::words::catalogue::{Lang, say};
use crate::words::deliberation as words;
use crate::words::shown;
use serde_json::json;
use std::path::PathBuf;

/// Check what a charter promises of the deliberation: five answers, phases, rules of ballots.
///
/// Says what should make an organiser think, with the organiser's own answers beside it. Warnings stop nothing. What "geloot
/// lottery" would refuse, or "geloot invite frame" where the charter is for letters, is refused here too. The charter itself is
/// frozen with "geloot lottery --charter". "geloot charter new" writes a first one.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Args {
    #[command(flatten)]
    check: Option<CheckArgs>,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What else can be done with a charter.
#[derive(Debug, clap::Subcommand)]
enum Command {
    New(Box<charter_new::Args>),
}

#[derive(Debug, clap::Args)]
struct CheckArgs {
    /// The charter, as it is frozen with the lottery.
    #[arg(value_name = "CHARTER.toml")]
    file: PathBuf,
    /// Names of the quota features and of their values, if they are known, to compare them with what people are asked to bring in.
    #[arg(long, value_name = "A,B,...", value_delimiter = ',')]
    features: Vec<String>,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    match (&args.command, &args.check) {
        (Some(Command::New(args)), _) => charter_new::run(args, talk),
        (None, Some(args)) => check(args, talk),
        // Refused before: the file is required where nothing else is asked for.
        (None, None) => Ok(Exit::Input),
    }
}

fn check(args: &CheckArgs, talk: &Talk) -> Result<Exit, Halt> {
    let (lang, file) = (talk.lang(), Loaded::read(&args.file)?);
    super::super::charter::checked(&args.file, &file.bytes)?;
    let mut found = Found::default();
    let charter = Charter::read(&file.name, &file.bytes, &mut found);
    let Some(charter) = charter.filter(|_| !found.stop()) else {
        return Err(Halt::Deliberation(Box::new(found)));
    };
    for (row, _) in charter_reaches(&file.bytes) {
        found.push(What::CharterReaches, Place::file(&file.name).row(row));
    }
    for near in charter.rules.iter().filter_map(Rule::near) {
        found.push(near, Place::file(&file.name));
    }
    talk.deliberation(&found);
    let quotas = (!args.features.is_empty()).then_some(args.features.as_slice());
    let warnings = charter.warnings(Around { lottery: false, quotas });
    talk.show(&mandate(lang, &charter))?;
    for warned in &warnings {
        let (said, lines) = words::warning(lang, warned);
        talk.show(&format!("{said}  [{}]\n", warned.warning.word()))?;
        for line in lines {
            talk.show(&format!("  {line}\n"))?;
        }
    }
    // Without names of quotas nobody looked at them.
    let unseen = quotas.is_none()
        && charter
            .warnings(Around { lottery: false, quotas: Some(&[]) })
            .iter()
            .any(|it| it.warning == Warning::InputWithoutQuota);
    if unseen {
        talk.show(&format!("{}\n", say!(lang, "charter-quotas-unseen")))?;
    } else if warnings.is_empty() {
        talk.show(&format!("{}\n", say!(lang, "charter-no-warnings")))?;
    }
    let told = warnings
        .iter()
        .map(|it| json!({ "warning": it.warning.word(), "about": it.about, "answer": it.answer }));
    let phases = charter.phases.iter().map(|it| {
        json!({
            "name": it.name, "scale": it.scale, "rung": it.rung, "word": it.word(), "from": it.from.to_string(),
            "until": it.until.to_string(), "ballot": it.ballot,
            "reply": it.reply.as_ref().map(|reply| json!({ "term": reply.term.to_string(), "by": reply.by })),
        })
    });
    talk.json(&json!({
        "answers": charter.leidraad.is_some(),
        "phases": phases.collect::<Vec<_>>(),
        "rules": charter.rules.iter().map(Rule::plain).collect::<Vec<_>>(),
        "unseen": unseen.then_some(Warning::InputWithoutQuota.word()),
        "warnings": told.collect::<Vec<_>>(),
    }))?;
    Ok(Exit::Done)
}

/// The mandate: what people are asked for, and what is done with it.
fn mandate(lang: Lang, charter: &Charter) -> String {
    let mut text = String::new();
    if let Some(it) = &charter.leidraad {
        let input: Vec<String> = it.input.iter().map(|word| words::input(lang, word)).collect();
        text.push_str(&format!(
            "{}\n",
            say!(
                lang,
                "charter-mandate",
                aim = shown(&it.aim),
                start = shown(&it.start),
                input = crate::words::parts::list(lang, &input),
                who = shown(&it.who),
                form = shown(&it.form),
            )
        ));
    }
    for phase in &charter.phases {
        text.push_str(&format!("{}\n", words::phase(lang, phase)));
        if let Some(reply) = &phase.reply {
            let (by, term) = (shown(&reply.by), words::term(lang, reply.term));
            text.push_str(&format!("  {}\n", say!(lang, "charter-reply", by = by, term = term)));
        }
    }
    for rule in &charter.rules {
        let said = say!(lang, "ballot-rule", name = shown(&rule.name), rule = words::rule(lang, rule));
        text.push_str(&format!("{said}\n"));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

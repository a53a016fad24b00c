//! `geloot verify`: every claim of a record. Imports `verify`, `lottery::solve`, `words` and its
//! siblings.

use super::exit::{Exit, Halt, Saved};
use super::folder;
use super::invite;
use super::talk::Talk;
use crate::assembly::invite::is_invitation;
use crate::io;
use crate::lottery::solve::{make_again, search_again, search_to_the_end};
use crate::seed::Commitment;
use crate::verify::{Id, Known, Outcome, Report, Searcher, Why, verify};
use crate::words::catalogue::{Lang, args, say};
use crate::words::{claims, quoted};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Check the record of a lottery and its draws, claim by claim, without trusting whoever made it.
///
/// Works on the public part alone, and checks more where the sealed part and the clerk's lists are
/// there too. Ends with 0 when no claim failed and with 1 when one did.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the lottery, or its folder "public" alone.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The commitment as it was published before the draw.
    #[arg(long, value_name = "LINE")]
    commitment: Option<String>,
    /// The folder of the lottery that this one supplements, to check that it goes on where that one ended.
    #[arg(long, value_name = "DIR")]
    continues: Option<PathBuf>,
    /// The line of a seat plan whose inputs were frozen, as it was published before the seed; may be given again.
    #[arg(long = "seat-plan", value_name = "LINE")]
    seat_plans: Vec<String>,
    /// The line of a ballot as it was published before the vote, of another act, or of a list of events; may be given again.
    #[arg(long = "ballot", value_name = "LINE")]
    ballots: Vec<String>,
    /// The folder of a lottery that drew a group of this record, such as a sounding board, to check that the group is its panel;
    /// may be given again.
    #[arg(long = "group", value_name = "DIR")]
    group_records: Vec<PathBuf>,
    /// The organiser's secret key that was given to "geloot lottery", to check that the key of the codes follows from it.
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// The recipe of the list of people, with its files beside it, to make the list again and compare all digests.
    #[arg(long, value_name = "RECIPE.toml")]
    recipe: Option<PathBuf>,
    /// Where the proof of fairness leans on a search over panels, search again for as long as it takes.
    /// Without it the search is made if it is short.
    #[arg(long)]
    re_solve: bool,
    /// Make no search over panels at all, and do not make the lottery again.
    #[arg(long, conflicts_with = "re_solve")]
    no_re_solve: bool,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let lines = args.commitment.iter().chain(&args.seat_plans).chain(&args.ballots);
    if let Some(line) = lines.into_iter().find(|line| !Commitment::is_line(line)) {
        return Err(Halt::refused(Exit::Input, "B-05", args![line = quoted(line)]).saved(Saved::NoCheck));
    }
    let folder = folder::read(&args.dir)?;
    if is_invitation(&folder) {
        let (published, recipe) = (args.commitment.as_deref(), args.recipe.as_deref());
        return invite::verify::run(&args.dir, &folder, published, recipe, talk);
    }
    let lines: Vec<&str> = args.seat_plans.iter().map(String::as_str).collect();
    let ballots: Vec<&str> = args.ballots.iter().map(String::as_str).collect();
    let before = args.continues.as_deref().map(folder::read).transpose()?;
    let groups = args.group_records.iter().map(|dir| folder::read(dir)).collect::<Result<Vec<_>, Halt>>()?;
    let key = args.key.as_deref().map(super::key::read).transpose()?;
    let again = args.recipe.as_deref().map(|recipe| {
        super::prepare::make(recipe, None, talk.lang(), &mut |_, _| Ok(())).map(|list| list.prepared.facts)
    });
    let again = again.transpose()?;
    let search: Searcher = if args.re_solve { search_to_the_end } else { search_again };
    let report = verify(
        &folder,
        &Known {
            published: args.commitment.as_deref(),
            seat_plans: &lines,
            ballots: &ballots,
            groups: &groups,
            key: key.as_ref(),
            prepared: again.as_ref(),
            before: before.as_ref(),
            search: (!args.no_re_solve).then_some(search),
            make: (!args.no_re_solve).then_some(make_again),
        },
    );
    // What was given for nothing is said only where there is nothing worse to say.
    let sound = !report.failed();
    if sound
        && before.is_some()
        && report.claim(Id::Supplement).outcome == Outcome::NotChecked(Why::NoSupplement)
    {
        return Err(Halt::refused(Exit::Input, "B-06", args![]).saved(Saved::Unsaid));
    }
    if sound && again.is_some() && report.claim(Id::Prepared).outcome == Outcome::NotChecked(Why::NotPrepared)
    {
        return Err(invite::verify::unprepared());
    }
    if sound && !groups.is_empty() && matches!(report.claim(Id::Delegates).outcome, Outcome::NotChecked(_)) {
        return Err(Halt::refused(Exit::Input, "B-08", args![]).saved(Saved::Unsaid));
    }
    talk.show(&claims::report(talk.lang(), &report))?;
    if let Some(found) = report.proved.as_ref().filter(|_| talk.details()) {
        let named = say!(talk.lang(), "fig-objective");
        talk.show(&format!("{named}: {}\n", found.objective.word()))?;
    }
    if io::is_public(&args.dir) {
        talk.show(&format!("{}\n", say!(talk.lang(), "public-alone")))?;
    }
    talk.json(&answer(talk.lang(), &report))?;
    Ok(if report.failed() { Exit::No } else { Exit::Done })
}

fn answer(lang: Lang, report: &Report) -> Value {
    let claims = report.told().map(|claim| {
        let (outcome, text) = match &claim.outcome {
            Outcome::Pass => ("PASS", Value::Null),
            Outcome::Fail(failure) => ("FAIL", claims::failure(lang, failure).into()),
            Outcome::NotChecked(why) => ("NOT CHECKED", claims::why(lang, *why).into()),
        };
        json!({
            "claim": claim.id.number(),
            "code": format!("V-{:02}", claim.id.number()),
            "title": claims::title(lang, claim.id),
            "outcome": outcome,
            "open": matches!(&claim.outcome, Outcome::NotChecked(why) if why.leaves_open()),
            "checked": claim.checked,
            "failed": claim.failed,
            "text": text,
            "remarks": claim.remarks.iter().map(|one| claims::remark(lang, one)).collect::<Vec<_>>(),
        })
    });
    let failed: Vec<u8> = report.failures().into_iter().map(Id::number).collect();
    json!({
        "claims": claims.collect::<Vec<_>>(),
        "failed": failed,
        "passed": !report.failed(),
        "proved": report.proved.as_ref().map(|found| claims::proved(lang, found)),
        "cannot_show": claims::cannot_show(lang, report.has_acts()).1,
    })
}

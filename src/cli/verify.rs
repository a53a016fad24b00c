//! `geloot verify`: every claim of a record. Imports `verify`, `lottery::solve`, `words` and its
//! siblings.

use super::dossier::read_folder;
use super::exit::{Exit, Halt};
use super::talk::Talk;
use crate::bundle::{Folder, Public, fairness, files, public};
use crate::lottery::certificate::Cut;
use crate::lottery::solve::{Demands, Verdict, decide, make_again};
use crate::seed::Commitment;
use crate::verify::{
    Claim, Failure, Id, Known, Maker, Outcome, Report, Why, seat_plans, supplement, verify, verify_draws,
};
use crate::words::catalogue::Lang;
use crate::words::{claims, quoted};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

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
    /// Where the proof of fairness leans on a search over panels, search again for as long as it takes.
    /// Without it the search is made if it is short.
    #[arg(long)]
    re_solve: bool,
    /// Make no search over panels at all, and do not make the lottery again.
    #[arg(long, conflicts_with = "re_solve")]
    no_re_solve: bool,
}

/// Cases that a new search may close for each thing to prove, when it is asked for.
const CASES: u32 = 20_000;
/// Work that a search may take when it is not asked for, in cases times cells of their programme: a second
/// or two. Counted, not timed, so that the same record gives the same report everywhere.
const WORK: u64 = 2_000_000;
/// The largest coefficient or number of seats that a search takes.
const SENSIBLE: i64 = 1_000_000_000;

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let lines = args.commitment.iter().chain(&args.seat_plans);
    if let Some(line) = lines.into_iter().find(|line| !Commitment::is_line(line)) {
        return Err(Halt::said(
            Exit::Input,
            "B-05",
            &format!("{} is not a published line.", quoted(line)),
            &[
                "The line is geloot-commitment-1: and 64 digits 0 to 9 and letters a to f, all of them. Copy it from where it was published.",
                "Nothing was checked and no file was changed.",
            ],
        ));
    }
    let folder = read_folder(&args.dir)?;
    let make: Option<Maker> = if args.no_re_solve { None } else { Some(make_again) };
    let mut known = Known { published: args.commitment.as_deref(), searched: None, make };
    let mut report = verify(&folder, &known);
    // Only what nothing else speaks against is worth a search.
    let leans = report.claim(Id::Fairness).outcome == Outcome::NotChecked(Why::NotSearched);
    if leans && !args.no_re_solve {
        known.searched = search(&folder, args.re_solve);
        // Once is enough.
        known.make = None;
        let again = report.claim(Id::MadeAgain).clone();
        report = verify(&folder, &known);
        report.claims.retain(|claim| claim.id != Id::MadeAgain);
        report.claims.push(again);
    }
    let lines: Vec<&str> = args.seat_plans.iter().map(String::as_str).collect();
    report.claims.extend(seat_plans(&folder, &lines));
    let earlier = args.continues.as_deref().map(read_folder).transpose()?;
    let supplemented = supplement(&folder, earlier.as_ref());
    if earlier.is_some() && supplemented.is_none() {
        return Err(Halt::said(
            Exit::Input,
            "B-06",
            "This lottery goes on from no other, so there is nothing to check with --continues.",
            &["Leave --continues out, or give the folder of the supplementary lottery first."],
        ));
    }
    report.claims.extend(supplemented);
    report.claims.sort_by_key(|claim| claim.id);
    talk.show(&claims::report(talk.lang(), &report))?;
    talk.json(&answer(talk.lang(), &report))?;
    Ok(if report.failed() { Exit::No } else { Exit::Done })
}

/// Whether a new search finds what the certificate leans on: that no panel breaks any cut, and that
/// no panel seats anybody who is marked as shut out. `None` when the search does not settle it, or
/// there is nothing to read.
fn search(folder: &Folder, long: bool) -> Option<bool> {
    let public = Public::read(folder).ok()?;
    let certificate = fairness::read(public::file(folder, files::CERTIFICATE).ok()?).ok()?;
    let no_seat = fairness::without_seat(&public.quotas, &public.problem);
    let shut_out: Vec<u32> = certificate.shut_out.iter().copied().filter(|&t| !no_seat[t as usize]).collect();
    let things = (certificate.cuts.len() + shut_out.len()) as u64;
    let size = public.problem.profiles() as u64 + u64::from(public.problem.seats);
    let cells = size * (public.problem.rows.len() as u64 + 1) * things.max(1);
    let cases = if long { CASES } else { u32::try_from(WORK / cells).unwrap_or(CASES).min(CASES) };
    // Numbers beyond all sense are not searched with: they would only wrap around.
    let sensible = |cut: &Cut| {
        cut.terms.iter().map(|t| t.1).chain([cut.most]).all(|n| n.unsigned_abs() <= SENSIBLE as u64)
    };
    if cases == 0 || i64::from(public.problem.seats) > SENSIBLE || !certificate.cuts.iter().all(sensible) {
        return None;
    }
    let opposite =
        |cut: &Cut| Cut { terms: cut.terms.iter().map(|&(t, a)| (t, -a)).collect(), most: -cut.most - 1 };
    let broken =
        certificate.cuts.iter().map(|cut| Demands { cuts: vec![opposite(cut)], ..Demands::default() });
    let seated = shut_out.iter().map(|&t| Demands { at_least: vec![(t, 1)], ..Demands::default() });
    for demands in broken.chain(seated) {
        match decide(&public.problem, &demands, cases) {
            Verdict::No { .. } => {}
            Verdict::Yes(_) => return Some(false),
            Verdict::Unknown => return None,
        }
    }
    Some(true)
}

fn answer(lang: Lang, report: &Report) -> Value {
    let claims = report.claims.iter().map(|claim| {
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
        "cannot_show": claims::cannot_show(lang).1,
    })
}

/// Whether a claim failed only because the search for the fairest lottery was not finished: such a
/// lottery can be drawn from, and its record says what it is.
fn unfinished(claim: &Claim) -> bool {
    matches!(claim.outcome, Outcome::Fail(Failure::NotOptimal { .. }))
}

/// Refuses to go on with a record in which a claim about the frozen lottery, or about earlier draws,
/// failed.
pub fn refuse_changed(lang: Lang, folder: &Folder, dir: &Path) -> Result<(), Halt> {
    // The clerk's lists may be cut short by an interruption, which the draw itself mends.
    let report = verify_draws(folder);
    let failed = report.claims.iter().find(|c| {
        matches!(c.outcome, Outcome::Fail(_)) && c.id != Id::Lists && c.id != Id::Source && !unfinished(c)
    });
    match failed {
        None => Ok(()),
        Some(claim) => Err(Halt::said(
            Exit::Files,
            "B-04",
            &format!("The record in {} is not as it was frozen.", quoted(&dir.to_string_lossy())),
            &[
                &claims::line(lang, claim),
                "Nothing can be drawn from a record that was changed. Put it back from a copy; \"geloot verify\" says more.",
                "Nothing was drawn and no file was changed.",
            ],
        )),
    }
}

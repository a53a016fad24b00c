//! `geloot verify` and `geloot explain` of an invitation lottery. Imports `assembly`, `verify`, `invite`, `prepare`, `io`,
//! `words` and its siblings.

use super::super::exit::{Exit, Halt, Saved};
use super::super::talk::Talk;
use super::super::told::Asked;
use super::opening::{halt, open, people};
use super::prepared::Prepared;
use super::show;
use crate::assembly::invite::{Found, People};
use crate::bundle::Folder;
use crate::invite::public::Public;
use crate::invite::{Bytes, Hands};
use crate::io::{Many, Trouble};
use crate::prepare::{FACTS, read_facts};
use crate::verify::Outcome;
use crate::verify::invite::{Known, verify};
use crate::words::became::why_left_out;
use crate::words::catalogue::{Lang, args, count, number, say};
use crate::words::invite;
use crate::words::parts::{date, yes};
use crate::words::{quoted, shown};
use serde_json::json;
use std::path::Path;

/// A recipe was given, and there is no prepared list to compare.
pub fn unprepared() -> Halt {
    Halt::refused(Exit::Input, "B-09", args![]).saved(Saved::Unsaid)
}

/// Checks every claim of an invitation lottery.
pub fn run(
    dir: &Path,
    folder: &Folder,
    published: Option<&str>,
    recipe: Option<&Path>,
    talk: &Talk,
) -> Result<Exit, Halt> {
    let list = people(dir)?;
    let public = Public::read(folder).ok();
    let key = public.as_ref().and_then(|public| public.terms.columns.key.clone()).unwrap_or_default();
    let made = recipe.map(|recipe| Prepared::again(recipe, &key, talk)).transpose()?.map(|(made, _)| made);
    let facts = made.as_ref().and_then(|made| read_facts(made.files.get(FACTS)?));
    let known = Known {
        published,
        people: list.as_ref().map(|file| (file as &dyn Bytes, &Many as &dyn Hands)),
        again: facts.as_ref().zip(made.as_ref().map(Prepared::list)),
    };
    let report = verify(folder, &known).map_err(|error| Trouble::new(dir, &error))?;
    if made.is_some() && !report.failed() && public.is_some_and(|public| public.prepared.is_none()) {
        return Err(unprepared());
    }
    let lang = talk.lang();
    talk.show(&invite::checked(lang, &report))?;
    let claims = report.claims.iter().map(|claim| {
        let (outcome, text) = invite::outcome(lang, claim);
        json!({
            "claim": claim.id.number(),
            "code": format!("I-{:02}", claim.id.number()),
            "title": invite::title(lang, claim.id),
            "outcome": outcome,
            "open": matches!(claim.claim.outcome, Outcome::NotChecked(why) if why.leaves_open()),
            "checked": claim.claim.checked,
            "failed": claim.claim.failed,
            "text": text,
            "remarks": claim.claim.remarks.iter().map(|one| crate::words::claims::remark(lang, one)).collect::<Vec<_>>(),
        })
    });
    talk.json(&json!({
        "kind": "letters",
        "claims": claims.collect::<Vec<_>>(),
        "passed": !report.failed(),
        "cannot_show": invite::cannot_show(lang).1,
    }))?;
    Ok(if report.failed() { Exit::No } else { Exit::Done })
}

/// Tells one person their own lot.
pub fn explain(dir: &Path, whom: &str, talk: &Talk) -> Result<Exit, Halt> {
    let invitation = open(dir)?;
    let list = people(dir)?;
    let known = list.as_ref().map(|file| People { file, hands: &Many });
    let found = invitation.explain(whom, known).map_err(|stop| halt(stop, &Asked::of(dir), dir))?;
    let name = found.framed.map(|(_, stratum)| invitation.public.strata.name(stratum));
    let lang = talk.lang();
    talk.show(&format!("{}\n\n", plainly(lang, &found, &invitation.public, name.as_deref())))?;
    talk.show(&text(lang, &found, name.as_deref()))?;
    talk.json(&json!({
        "person": found.person.to_string(),
        "home": found.framed.map(|(home, _)| home.to_string()),
        "stratum": found.framed.map(|(_, stratum)| stratum),
        "weight": found.weight,
        "chance": found.chance.map(|(part, of)| format!("{part}/{of}")),
        "key": found.hash.as_ref().map(|(key, _)| key),
        "hash": found.hash.as_ref().map(|(_, hash)| hash.to_string()),
        "last": found.figure.as_ref().and_then(|figure| figure.last).map(|hash| hash.to_string()),
        "place": found.place.flatten(),
        "sent": found.sent.as_ref().and_then(|(_, day)| day.as_ref()),
        "housemate": found.housemate,
        "annulled": found.annulled.iter().map(|(draw, day)| json!({ "draw": draw, "sent": day })).collect::<Vec<_>>(),
        "near": found.near,
        "left_out": found.left_out.iter().map(|row| json!({ "ground": row.ground, "source": row.source, "row": row.row })).collect::<Vec<_>>(),
        "bucket": found.bucket.iter().map(ToString::to_string).collect::<Vec<_>>(),
    }))?;
    Ok(Exit::Done)
}

/// What can be read out to somebody: whether they could be drawn, their place, whether a letter was sent, and why not.
fn plainly(lang: Lang, found: &Found, public: &Public, name: Option<&str>) -> String {
    let Some(name) = name.map(shown) else {
        if !found.left_out.is_empty() {
            return say!(lang, "told-plain-left-out", why = why_left_out(lang, &found.left_out));
        }
        if let Some(near) = &found.near {
            return say!(lang, "told-plain-near", near = quoted(near));
        }
        let out = show::left_out(lang, public);
        let list = if out.is_empty() { "none".to_owned() } else { out.join(", ") };
        return say!(lang, "told-plain-out", looked = yes(found.looked), list = list);
    };
    let n = |n: u64| count(lang, n);
    let chance = found.chance.map(|(part, of)| format!("{part}/{of}")).unwrap_or_default();
    let mut lines = vec![say!(lang, "told-plain-in", name = name.as_str(), chance = chance)];
    lines.extend(found.address.map(|((part, of), people)| {
        say!(lang, "told-plain-address", chance = format!("{part}/{of}"), people = n(people))
    }));
    match (found.place, &found.sent) {
        (None, _) if found.hash.is_none() => lines.push(say!(lang, "told-plain-before")),
        (None, _) => lines.push(say!(lang, "told-plain-no-list")),
        (Some(None), _) => lines.push(say!(lang, "told-plain-not", again = yes(!found.annulled.is_empty()))),
        (Some(Some(place)), Some((_, Some(day)))) => {
            lines.push(say!(lang, "told-plain-sent", place = n(place), day = date(lang, day)));
        }
        (Some(Some(place)), Some((to, None))) => {
            lines.push(say!(lang, "told-plain-reserve", place = n(place), to = n(*to)));
        }
        (Some(Some(place)), None) => {
            let letter = found.figure.as_ref().is_some_and(|figure| place <= figure.letters);
            lines.push(say!(lang, "told-plain-no-wave", place = n(place), letter = yes(letter)));
        }
    }
    let sent = |(draw, day): &(u32, String)| {
        say!(lang, "told-plain-annulled", draw = draw.to_string(), day = date(lang, day))
    };
    lines.extend(found.annulled.iter().map(sent));
    lines.extend(found.housemate.map(|place| say!(lang, "told-plain-housemate", place = n(place))));
    lines.join(" ")
}

fn text(lang: Lang, found: &Found, name: Option<&str>) -> String {
    let mut lines = vec![format!("{}: {}", say!(lang, "told-person"), found.person)];
    match name {
        None if !found.left_out.is_empty() => {}
        None => lines.push(say!(lang, "told-unframed", looked = yes(found.looked))),
        Some(name) => lines.push(format!("{}: {}", say!(lang, "told-stratum"), shown(name))),
    }
    if let Some(weight) = found.weight {
        lines.push(format!("{}: {}", say!(lang, "told-weight"), number(lang, u64::from(weight))));
    }
    if let Some((part, of)) = found.chance {
        lines.push(format!("{}: {part}/{of}", say!(lang, "told-chance")));
    }
    // Where homes or weights count, the lot of somebody who is not on the list says nothing: it would only seem to.
    let shows = found.tells || matches!(found.place, Some(Some(_)));
    if let Some((_, hash)) = found.hash.as_ref().filter(|_| shows) {
        lines.push(format!("{}: {hash}", say!(lang, "told-hash")));
    }
    if let Some(last) = found.figure.as_ref().and_then(|figure| figure.last).filter(|_| shows) {
        lines.push(format!("{}: {last}", say!(lang, "told-last")));
        if let (true, Some((_, hash))) = (found.tells, &found.hash) {
            lines.push(say!(lang, "told-lot-drawn", drawn = yes(*hash <= last)));
        }
    }
    if let (Some(Some(place)), Some(figure)) = (found.place, &found.figure) {
        lines.push(say!(lang, "told-letter", letter = yes(place <= figure.letters)));
    }
    if let Some(place) = found.place {
        let place = place.map_or_else(|| say!(lang, "told-not-on-list"), |place| place.to_string());
        lines.push(format!("{}: {place}", say!(lang, "told-lot-place")));
    }
    if let (true, Some((key, _))) = (found.tells, &found.hash) {
        lines.push(say!(lang, "told-check"));
        lines.push(format!("  printf '%s' \"{key}{}\" | sha256sum", found.person));
    }
    if !found.bucket.is_empty() {
        let bucket = format!("{:03x}", found.person.bucket());
        let rows = count(lang, found.bucket.len() as u64);
        lines.push(say!(lang, "told-bucket", rows = rows, bucket = bucket));
        lines.extend(found.bucket.iter().map(|row| format!("  {row}")));
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

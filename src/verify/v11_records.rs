//! V11. Every draw and trial is recorded whole and in order, belongs to this lottery, names the draw
//! before it, and says why it was repeated. Trials are marked void.

use super::report::{Claim, Failure, Id, Remark, Step, Tally, Why, not_checked};
use super::v06_people::rests;
use super::v07_tickets::Lottery;
use super::walk::walk;
use crate::base::line::is_line;
use crate::bundle::Folder;
use crate::bundle::chain::{Kind, Link};
use crate::bundle::record::{DRAWS, Declaration, Own, Record, Said, TRIALS, Ticketed, panel_label};
use crate::seed::Evidence;

/// A recorded draw or trial, of a panel unless said.
pub(super) struct Draw<T = Ticketed> {
    pub record: Said<T>,
    /// `draw 1`, `trial 2`: for messages.
    pub name: String,
    /// Its folder in the record, with `/` at the end.
    pub folder: String,
}

/// All of them: draws first to last, then trials.
pub(super) struct Draws<T = Ticketed> {
    pub all: Vec<Draw<T>>,
}

impl<T: Own> Draws<T> {
    /// The real draws.
    pub fn real(&self) -> impl Iterator<Item = &Draw<T>> {
        self.all.iter().filter(|d| !d.record.void)
    }

    /// The evidence from which a draw's seed follows: its own, or the first draw's.
    pub fn evidence(&self, draw: &Draw<T>) -> Option<Evidence> {
        draw.record.own_evidence().or_else(|| self.real().next()?.record.own_evidence())
    }
}

pub(super) fn check(folder: &Folder, lottery: &Step<Lottery<'_>>) -> (Claim, Step<Draws>) {
    let lottery = match lottery {
        Ok(lottery) => lottery,
        Err(why) => return rests(Id::Records, *why),
    };
    let mut tally = Tally::new(Id::Records);
    let commitment = lottery.people.commitment.digest().to_string();
    let mut all = Vec::new();
    for kind in [&DRAWS, &TRIALS] {
        all.extend(walk(folder, kind, &commitment, &[lottery.rules], &mut tally, |link, _| {
            one(link, kind, lottery)
        }));
    }
    tally.count(all.len() as u64);
    if tally.clean() && all.is_empty() {
        return (not_checked(Id::Records, Why::NoDraw), Err(Why::NoDraw));
    }
    let draws = Draws { all };
    let annulled: Vec<Remark> = draws.real().filter_map(annulled).collect();
    let (claim, draws) = tally.with(Some(draws));
    (claim.remark(annulled), draws)
}

/// That a draw took the place of the one before, and why: whoever reads the outcome must not miss it.
pub(super) fn annulled<T: Own>(draw: &Draw<T>) -> Option<Remark> {
    let because = draw.record.because.clone()?;
    Some(Remark::Annulled { draw: draw.name.clone(), because, own: draw.record.own_evidence().is_some() })
}

/// What the facts of a panel's draw or trial say besides what every record says.
fn one(link: &Link<Record>, kind: &Kind<Record>, lottery: &Lottery<'_>) -> Result<Draw, Failure> {
    let own = &link.facts.own;
    let more = [
        ("label", own.label == panel_label(!kind.linked, link.number).to_string()),
        ("tickets", own.tickets == lottery.people.about.tickets),
    ];
    said(link, kind, &more)
}

/// A draw or trial of any kind whose facts are what its place makes them; `more` are those of its kind.
pub(super) fn said<T: Own + Clone>(
    link: &Link<Said<T>>,
    kind: &Kind<Said<T>>,
    more: &[(&'static str, bool)],
) -> Result<Draw<T>, Failure> {
    let (record, n, name) = (&link.facts, link.number, format!("{} {}", kind.name, link.number));
    let (void, later) = (!kind.linked, kind.linked && n > 1);
    if record.because.is_some() != later {
        return Err(Failure::Reason { draw: name });
    }
    let overridden = record.source == Declaration::Overridden && record.evidence.is_some();
    let first = [("void", record.void == void)];
    let rest = [
        ("evidence", record.evidence.is_some() || later),
        ("override", record.departure.is_some() == overridden && in_a_line(&record.departure)),
        ("because", in_a_line(&record.because)),
        ("source", (record.source == Declaration::Trial) == void),
    ];
    for &(fact, right) in first.iter().chain(more).chain(&rest) {
        if !right {
            return Err(Failure::RecordFact { draw: name, fact });
        }
    }
    Ok(Draw { record: record.clone(), name, folder: kind.place(n) })
}

/// Whether a reason, where one is given, is one line that can be shown beside the outcomes of a check.
fn in_a_line(reason: &Option<String>) -> bool {
    reason.as_deref().is_none_or(is_line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::digest::Digest;
    use crate::bundle::files;
    use crate::verify::honest::{failure, record, refitted, replace, state};
    use serde_json::{Value, json};

    const SECOND: &str = "draws/2";

    fn wrong(record: &str, field: &str, value: Value) -> Failure {
        refitted(Id::Records, record, |f| state(f, &format!("public/{record}/draw.json"), field, value))
    }

    #[test]
    fn each_fact_of_a_record_is_what_its_place_makes_it() {
        let fact = |record: &str, fact| Failure::RecordFact { draw: record.into(), fact };
        let second = |name, field: &str, value| {
            assert_eq!(wrong(SECOND, field, value), fact("draw 2", name), "{field}")
        };
        second("void", "void", json!(true));
        second("draw", "draw", json!(3));
        second("rules", "rules", json!(2));
        second("label", "label", json!("panel"));
        second("tickets", "tickets", json!(901));
        second("override", "override", json!("a reason"));
        second("because", "because", json!("two\nlines"));
        second("source", "source", json!("trial"));
        for (record, name) in [("draws/1", "draw 1"), ("trials/1", "trial 1")] {
            assert_eq!(wrong(record, "evidence", Value::Null), fact(name, "evidence"));
        }
        assert_eq!(wrong("trials/1", "source", json!("undeclared")), fact("trial 1", "source"));
        // A reason for another source stands where there is evidence of it, in a line.
        for (reason, source) in
            [(Value::Null, "overridden"), (json!("a\nb"), "overridden"), (json!("a"), "declared")]
        {
            let wrong = refitted(Id::Records, "draws/1", |f| {
                let file = "public/draws/1/draw.json";
                replace(f, file, "\"source\": \"declared\"", &format!("\"source\": \"{source}\""));
                replace(f, file, "\"override\": null", &format!("\"override\": {reason}"));
            });
            assert_eq!(wrong, fact("draw 1", "override"), "{reason}, {source}");
        }
    }

    #[test]
    fn draws_belong_to_this_lottery_and_follow_one_another() {
        let digest = json!(Digest::of(b"another").to_string());
        let draw = || "draw 2".to_owned();
        assert_eq!(wrong(SECOND, "commitment", digest.clone()), Failure::OtherLottery { draw: draw() });
        assert_eq!(wrong(SECOND, "previous", digest.clone()), Failure::Chain { draw: draw() });
        assert_eq!(wrong(SECOND, "previous", Value::Null), Failure::Chain { draw: draw() });
        assert_eq!(wrong(SECOND, "because", Value::Null), Failure::Reason { draw: draw() });
        assert_eq!(wrong("draws/1", "previous", digest.clone()), Failure::Chain { draw: "draw 1".into() });
        assert_eq!(wrong("draws/1", "because", json!("why")), Failure::Reason { draw: "draw 1".into() });
        assert_eq!(wrong("trials/1", "previous", digest), Failure::Chain { draw: "trial 1".into() });
        let mut folder = record();
        folder.retain(|name, _| !name.starts_with("public/draws/1/"));
        assert_eq!(failure(&folder, Id::Records), Failure::Gap { draw: 1 });
        let mut folder = record();
        folder.insert("public/trials/3/draw.json".into(), vec![]);
        assert_eq!(failure(&folder, Id::Records), Failure::Gap { draw: 2 });
    }

    #[test]
    fn each_folder_holds_what_its_manifest_says_and_what_a_draw_has() {
        let torn = |file: &str| Failure::Record { draw: "draw 2".into(), file: file.into() };
        for file in [files::DRAW, files::PANEL, files::RESERVES, files::RESERVE_TERMS, files::MANIFEST] {
            let path = format!("public/draws/2/{file}");
            let mut folder = record();
            folder.remove(&path);
            assert_eq!(failure(&folder, Id::Records), torn(file));
            let mut folder = record();
            folder.get_mut(&path).unwrap().push(b'\n');
            assert_eq!(failure(&folder, Id::Records), torn(file));
        }
        let mut folder = record();
        folder.insert("public/draws/2/beacon.json".into(), vec![]);
        assert_eq!(failure(&folder, Id::Records), torn(files::BEACON));
        // A beacon's answer of which there is no evidence, no panel, and reserves without what they follow from.
        let beacon =
            refitted(Id::Records, SECOND, |f| drop(f.insert("public/draws/2/beacon.json".into(), vec![])));
        assert_eq!(beacon, torn(files::BEACON));
        for file in [files::PANEL, files::RESERVES] {
            assert_eq!(
                refitted(Id::Records, SECOND, |f| drop(f.remove(&format!("public/draws/2/{file}")))),
                torn(file)
            );
        }
        let without = refitted(Id::Records, SECOND, |f| drop(f.remove("public/draws/2/reserves.json")));
        assert_eq!(without, torn(files::RESERVES));
    }

    #[test]
    fn a_draw_that_took_the_place_of_another_is_told() {
        let report = crate::verify::verify(&record(), &crate::verify::Known::default());
        let because = "The hall had to be cleared.".to_owned();
        let annulled = Remark::Annulled { draw: "draw 2".into(), because, own: false };
        assert_eq!(report.claim(Id::Records).remarks, [annulled]);
        let mut none = record();
        none.retain(|name, _| !name.starts_with("public/draws/") && !name.starts_with("public/trials/"));
        none.retain(|name, _| !name.starts_with("public/rosters/") && !name.starts_with("public/continued/"));
        assert_eq!(
            crate::verify::honest::outcome(&none, Id::Records),
            crate::verify::Outcome::NotChecked(Why::NoDraw)
        );
    }
}

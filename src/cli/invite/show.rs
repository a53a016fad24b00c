//! What the commands of the invitation lottery show. Imports `assembly`, `invite`, `words`.

use super::super::layout;
use crate::assembly::invite::{Drawing, Framed};
use crate::bundle::clerk::VOID;
use crate::bundle::record::Declaration;
use crate::invite::Homes;
use crate::invite::areas::Area;
use crate::invite::frame::Counts;
use crate::invite::public::Public;
use crate::invite::record::Draw;
use crate::invite::tables::names;
use crate::invite::weights::Weights;
use crate::prepare::Facts;
use crate::words::catalogue::{Lang, count, number, say};
use crate::words::invite::{chance_cells, chance_headings, chance_range};
use crate::words::parts::yes;
use crate::words::shown;
use serde_json::{Value, json};

/// Strata that a screen shows.
const SHOWN: usize = 40;

/// What became of the rows, and how the letters are shared out.
pub fn framed(lang: Lang, framed: &Framed) -> String {
    let counts = &framed.counts;
    let n = |n: u64| count(lang, n);
    let mut lines = vec![
        say!(lang, "letters-framed", people = n(counts.people), strata = n(framed.strata.len() as u64)),
        say!(lang, "letters-rows", rows = n(counts.rows), repeats = n(counts.repeats)),
    ];
    let out = out_of(lang, counts, &framed.grounds, framed.prepared.as_ref());
    lines.push(match out.is_empty() {
        true => say!(lang, "letters-out-none"),
        false => say!(lang, "letters-out", list = out.join(", ")),
    });
    lines.push(say!(lang, "letters-homes", homes = framed.about.homes.as_str()));
    lines.extend(framed.weights.is_some().then(|| say!(lang, "letters-weighted")));
    if counts.institutions > 0 {
        let (homes, people) = (n(counts.institutions), n(counts.residents));
        lines.push(say!(lang, "letters-institutions", homes = homes, people = people));
    }
    let mut text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    text.push_str(&format!("\n{}\n", plan(lang, framed)));
    text.push_str(&chances(lang, framed));
    text.push_str(&format!("\n{}\n  {}\n\n", say!(lang, "letters-publish"), framed.commitment));
    text
}

/// Who was left out, each ground with its number.
pub fn left_out(lang: Lang, public: &Public) -> Vec<String> {
    out_of(lang, &public.counts, &public.grounds, public.prepared.as_ref())
}

/// Rows that a recipe left out come first: they are no rows of the register any more.
fn out_of(lang: Lang, counts: &Counts, grounds: &[String], prepared: Option<&Facts>) -> Vec<String> {
    let n = |n: u64| count(lang, n);
    let before = prepared.map_or(0, |facts| facts.left_out);
    let mut out: Vec<String> =
        (before > 0).then(|| say!(lang, "letters-prepared-out", count = n(before))).into_iter().collect();
    if counts.confidential > 0 {
        out.push(say!(lang, "letters-confidential", count = n(counts.confidential)));
    }
    for (ground, &people) in grounds.iter().zip(&counts.excluded) {
        out.push(say!(lang, "letters-excluded", count = n(people), ground = shown(ground)));
    }
    if counts.young > 0 {
        out.push(say!(lang, "letters-young", count = n(counts.young)));
    }
    if counts.doubtful > 0 {
        out.push(say!(lang, "letters-doubtful", count = n(counts.doubtful)));
    }
    out
}

/// The letters of each stratum.
fn plan(lang: Lang, framed: &Framed) -> String {
    let Framed { strata, people, plan, weights, .. } = framed;
    let mut head = vec![
        say!(lang, "letters-table-stratum"),
        say!(lang, "letters-table-people"),
        say!(lang, "letters-table-letters"),
        say!(lang, "letters-table-list"),
    ];
    head.extend(chance_headings(lang, weights.is_some()));
    let mut table = layout::table(&head, 1);
    for (i, (people, share)) in people.iter().zip(plan).enumerate().take(SHOWN) {
        let mut row = vec![
            shown(&strata.name(i as u32 + 1)),
            number(lang, *people),
            number(lang, share.letters),
            number(lang, share.list),
        ];
        row.extend(chance_cells(lang, share, weights.as_ref().map(|weights| weights[i])));
        table.add_row(row);
    }
    let mut text = layout::lines(&table);
    if plan.len() > SHOWN {
        let more = count(lang, (plan.len() - SHOWN) as u64);
        let file = format!("public/{}", names::PLAN);
        text.push_str(&format!("{}\n", say!(lang, "letters-more-strata", count = more, file = file)));
    }
    text
}

/// Whether all have the same chance, and what to do if not.
fn chances(lang: Lang, framed: &Framed) -> String {
    let mut lines: Vec<String> =
        chance_range(lang, &framed.plan, framed.weights.as_deref()).into_iter().collect();
    if framed.about.homes == Homes::AddressFirst.word() {
        lines.push(say!(lang, "letters-address-chance"));
        let size = |size: u64| format!("  {}", say!(lang, "letters-address-size", size = count(lang, size)));
        lines.extend((1..=crate::invite::LARGEST_HOME).map(size));
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// The same for programs.
pub fn framed_json(framed: &Framed) -> Value {
    let strata = (1u32..).zip(framed.people.iter().zip(&framed.plan)).map(|(stratum, (people, share))| {
        let mut all = json!({
            "stratum": stratum,
            "name": framed.strata.name(stratum),
            "people": people,
            "letters": share.letters,
            "list": share.list,
            "chance": share.chance_text(),
        });
        if let Some(Weights { sum, greatest }) = framed.weights.as_ref().map(|all| all[stratum as usize - 1])
        {
            all["weight"] = json!(sum);
            all["greatest"] = json!(greatest);
        }
        all
    });
    let counts = &framed.counts;
    json!({
        "commitment": framed.commitment.to_string(),
        "people": counts.people,
        "rows": counts.rows,
        "repeats": counts.repeats,
        "confidential": counts.confidential,
        "excluded": framed.grounds.iter().zip(&counts.excluded).map(|(g, n)| json!({"ground": g, "people": n})).collect::<Vec<_>>(),
        "young": counts.young,
        "doubtful": counts.doubtful,
        "homes": framed.about.homes,
        "institutions": counts.institutions,
        "strata": strata.collect::<Vec<_>>(),
    })
}

/// What was drawn and with what.
pub fn drawn(lang: Lang, public: &Public, drawing: &Drawing, key: &str) -> String {
    let draw = &drawing.draw;
    let mut lines = vec![say!(lang, "letters-draw", void = yes(draw.void), draw = draw.draw.to_string())];
    if let Some(reason) = &draw.because {
        let n = draw.draw.to_string();
        lines.push(say!(lang, "draw-again", draw = n, reason = shown(reason)));
    }
    lines.extend(source(lang, draw));
    let mut text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let Some(letters) = &drawing.letters else {
        text.push_str(&format!("{}\n", say!(lang, "letters-seed-only")));
        return text;
    };
    let mut own = vec![(0u64, 0u64, None); public.people.len()];
    for letter in letters {
        let (all, given, last) = &mut own[letter.stratum as usize - 1];
        *all += 1;
        if letter.place <= drawing.plan[letter.stratum as usize - 1].letters {
            *given += 1;
            *last = Some(letter.hash);
        }
    }
    let (all, given) = own.iter().fold((0, 0), |sum, own| (sum.0 + own.0, sum.1 + own.1));
    let (given, reserves) = (count(lang, given), count(lang, all - given));
    text.push_str(&format!("{}\n\n", say!(lang, "letters-drawn", letters = given, reserves = reserves)));
    let mut head = vec![say!(lang, "letters-table-stratum")];
    head.extend(drawing.areas.is_some().then(|| say!(lang, "letters-table-area")));
    head.extend([say!(lang, "letters-table-letters"), say!(lang, "letters-table-list")]);
    let names = head.len() - 2;
    // Where homes or weights count a lot alone says nothing.
    let lots = public.terms.ranked();
    head.extend(lots.then(|| say!(lang, "letters-table-last")));
    let mut table = layout::table(&head, names);
    // Where areas are drawn, those that are.
    let rows: Vec<_> =
        own.iter().enumerate().filter(|(_, own)| drawing.areas.is_none() || own.0 > 0).collect();
    for &(i, (all, given, last)) in rows.iter().take(SHOWN) {
        let mut row = vec![shown(&public.strata.name(i as u32 + 1))];
        row.extend(drawing.areas.as_ref().map(|areas| area(lang, areas[i])));
        let last =
            last.map_or(String::new(), |hash: crate::base::digest::Digest| hash.to_string()[..16].to_owned());
        row.extend([number(lang, *given), number(lang, *all)]);
        row.extend(lots.then_some(last));
        table.add_row(row);
    }
    text.push_str(&format!("{}\n", layout::lines(&table)));
    if let more @ 1.. = rows.len().saturating_sub(SHOWN) {
        let said = say!(lang, "letters-more-strata", count = count(lang, more as u64), file = names::LETTERS);
        text.push_str(&format!("{said}\n\n"));
    }
    if lots {
        text.push_str(&format!("{}\n", say!(lang, "letters-key", key = key.to_owned())));
        text.push_str(&format!("  {}\n", say!(lang, "letters-line", key = key.to_owned())));
        text.push_str(&format!("{}\n", say!(lang, "letters-line-means", void = yes(draw.void))));
    } else {
        text.push_str(&format!("{}\n", say!(lang, "letters-ask", homes = public.terms.homes.word())));
    }
    text
}

/// Where the clerk's lists are and the public record; `post` is whether there is one for the post.
pub fn saved(lang: Lang, void: bool, post: bool, lists: &str, public: &str) -> String {
    let said = say!(
        lang,
        "letters-list-saved",
        post = yes(post),
        lists = shown(lists),
        public = shown(public),
        void = yes(void),
        mark = VOID,
    );
    format!("{said}\n")
}

fn source(lang: Lang, draw: &Draw) -> Option<String> {
    match draw.source {
        Declaration::Declared => Some(say!(lang, "source-declared")),
        Declaration::Undeclared => Some(say!(lang, "source-undeclared")),
        Declaration::Overridden => Some(say!(lang, "source-overridden")),
        Declaration::Trial => None,
    }
}

fn area(lang: Lang, area: Area) -> String {
    match area {
        Area::Certain => say!(lang, "letters-area-certain"),
        Area::Drawn => say!(lang, "letters-area-drawn"),
        Area::Reserve(n) => say!(lang, "letters-area-reserve", number = n.to_string()),
        Area::Not => say!(lang, "letters-area-not"),
    }
}

/// A draw for programs.
pub fn drawn_json(drawing: &Drawing, key: &str) -> Value {
    json!({
        "record": serde_json::to_value(&drawing.draw).unwrap_or_default(),
        "key": key,
        "areas": drawing.areas.as_ref().map(|areas| areas.iter().map(|area| area.word()).collect::<Vec<_>>()),
        "letters": drawing.letters.as_ref().map(Vec::len),
        "again": drawing.again,
    })
}

//! Topics that people proposed, and what became of each: none vanishes. Imports `base` and its siblings.

use super::rows::{Merge, Rank, Topic};
use super::sheet::{Names, Sheet, Source};
use super::wrong::{Found, What};
use crate::base::text::{fold, tidy};
use std::collections::{BTreeMap, BTreeSet};

const TOPIC: [&str; 4] = ["topic", "onderwerp", "thema", "name"];

/// Reads `topics.csv`: `topic,text,from`.
pub fn topics(source: Source<'_>, found: &mut Found) -> Vec<Topic> {
    let Some(sheet) = Sheet::read(source, found) else { return Vec::new() };
    let Some(topic) = sheet.needed(&TOPIC, found) else { return Vec::new() };
    let (text, from) = (
        sheet.optional(&["text", "tekst", "wording"], found),
        sheet.optional(&["from", "van", "table", "tafel"], found),
    );
    sheet.unused(found);
    let mut seen = BTreeSet::new();
    let mut topics = Vec::new();
    for row in sheet.rows() {
        let name = sheet.name(row, topic, &mut seen, found);
        let (text, from) = (sheet.free(row, text, found), sheet.free(row, from, found));
        // A topic of which a text is refused is there all the same: who names it later is right.
        if let Some(topic) = name {
            topics.push(Topic { topic, text: text.unwrap_or_default(), from: from.unwrap_or_default() });
        }
    }
    topics
}

/// Reads `merges.csv`: `topic,into,reason`; a blank `into` withdraws the topic.
pub fn merges(source: Source<'_>, topics: &[Topic], found: &mut Found) -> Vec<Merge> {
    let Some(sheet) = Sheet::read_any(source, found) else { return Vec::new() };
    let topic = sheet.needed(&TOPIC, found);
    let into = sheet.needed(&["into", "in", "naar", "bij"], found);
    let reason = sheet.needed(&["reason", "reden", "waarom"], found);
    sheet.unused(found);
    let (Some(topic), Some(into), Some(reason)) = (topic, into, reason) else { return Vec::new() };
    let names: Vec<&str> = topics.iter().map(|it| it.topic.as_str()).collect();
    let known = Names::of(&names);
    let mut seen = BTreeSet::new();
    let mut merges = Vec::new();
    for row in sheet.rows() {
        let no_topic = |cell, near| What::NoTopic { cell, near };
        let Some(at) = sheet.known(row, topic, &known, no_topic, found) else { continue };
        if !seen.insert(at) {
            found.push(What::Twice { name: names[at].to_owned() }, sheet.place(row, topic));
            continue;
        }
        let target = match tidy(row.cell(into)).is_empty() {
            true => Some(String::new()),
            false => sheet.known(row, into, &known, no_topic, found).map(|at| names[at].to_owned()),
        };
        let Some(why) = sheet.free(row, Some(reason), found) else { continue };
        if why.is_empty() {
            found.push(What::NoWhy { topic: names[at].to_owned() }, sheet.place(row, reason));
            continue;
        }
        if let Some(into) = target {
            merges.push(Merge { topic: names[at].to_owned(), into, reason: why });
        }
    }
    for topic in circles(&merges) {
        found.push(What::Circle { topic }, sheet.file());
    }
    merges
}

/// Topics of an earlier list that a later one does not have.
pub fn gone(before: &[Topic], now: &[Topic]) -> Vec<String> {
    let now: BTreeSet<&str> = now.iter().map(|it| it.topic.as_str()).collect();
    before.iter().map(|it| &it.topic).filter(|it| !now.contains(it.as_str())).cloned().collect()
}

/// Where each topic that went somewhere ends, after however many steps; `None`: it is led round in a circle. Each step is
/// taken once, as somebody may merge ten thousand topics in a chain.
fn ends(merges: &[Merge]) -> BTreeMap<&str, Option<&str>> {
    let into: BTreeMap<&str, &str> = merges.iter().map(|it| (it.topic.as_str(), it.into.as_str())).collect();
    let mut ends: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for &start in into.keys() {
        let (mut at, mut way, mut on_way) = (start, Vec::new(), BTreeSet::new());
        let end = loop {
            match (ends.get(at), into.get(at)) {
                (Some(&known), _) => break known,
                (None, None) => break Some(at),
                (None, Some(_)) if !on_way.insert(at) => break None,
                (None, Some(&next)) => {
                    way.push(at);
                    at = next;
                }
            }
        };
        ends.extend(way.into_iter().map(|it| (it, end)));
    }
    ends
}

/// The topics that go into themselves, by however many steps.
pub fn circles(merges: &[Merge]) -> Vec<String> {
    ends(merges).into_iter().filter(|(_, end)| end.is_none()).map(|(topic, _)| topic.to_owned()).collect()
}

/// The topics that are left, in the order in which they were proposed, each with how many went into it.
pub fn left<'a>(topics: &'a [Topic], merges: &[Merge]) -> Vec<(&'a Topic, u64)> {
    let ends = ends(merges);
    let mut came: BTreeMap<&str, u64> = BTreeMap::new();
    for end in topics.iter().filter_map(|it| ends.get(it.topic.as_str()).copied().flatten()) {
        *came.entry(end).or_default() += 1;
    }
    let kept = topics.iter().filter(|it| !ends.contains_key(it.topic.as_str()));
    kept.map(|it| (it, came.get(it.topic.as_str()).copied().unwrap_or_default())).collect()
}

/// Reads the points of the topics that are left: `topic,points`; and ranks them.
pub fn ranks(source: Source<'_>, topics: &[Topic], merges: &[Merge], found: &mut Found) -> Vec<Rank> {
    let Some(sheet) = Sheet::read(source, found) else { return Vec::new() };
    let topic = sheet.needed(&TOPIC, found);
    let points = sheet.needed(&["points", "punten", "for", "voor", "votes", "stemmen"], found);
    sheet.unused(found);
    let (Some(topic), Some(points)) = (topic, points) else { return Vec::new() };
    let left: Vec<&str> = left(topics, merges).into_iter().map(|(it, _)| it.topic.as_str()).collect();
    let mut given: BTreeMap<usize, u64> = BTreeMap::new();
    let all: BTreeSet<String> = topics.iter().map(|it| fold(&it.topic)).collect();
    let names = Names::of(&left);
    let mut named = BTreeSet::new();
    for row in sheet.rows() {
        // Whatever is left is known.
        let wrong = |cell: String, near| match all.contains(&fold(&cell)) {
            true => What::Gone { topic: cell },
            false => What::NoTopic { cell, near },
        };
        let at = sheet.known(row, topic, &names, wrong, found);
        let number = sheet.number(row, points, found);
        named.extend(at);
        if let (Some(at), Some(number)) = (at, number)
            && given.insert(at, number).is_some()
        {
            found.push(What::Twice { name: left[at].to_owned() }, sheet.place(row, topic));
        }
    }
    for (_, name) in left.iter().enumerate().filter(|(at, _)| !named.contains(at)) {
        found.push(What::Unranked { topic: (*name).to_owned() }, sheet.file());
    }
    let points: Vec<(&str, u64)> = given.into_iter().map(|(at, points)| (left[at], points)).collect();
    ranked(&points)
}

/// Topics by their points, the most first; of as many, in the order in which they were proposed.
pub fn ranked(points: &[(&str, u64)]) -> Vec<Rank> {
    let mut order: Vec<&(&str, u64)> = points.iter().collect();
    order.sort_by_key(|it| std::cmp::Reverse(it.1));
    let rank = |of: u64| order.partition_point(|it| it.1 > of) as u64 + 1;
    let row = |it: &&(&str, u64)| Rank { topic: it.0.to_owned(), points: it.1, rank: rank(it.1) };
    order.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(name: &str) -> Topic {
        Topic { topic: name.into(), text: String::new(), from: String::new() }
    }

    fn merge(topic: &str, into: &str) -> Merge {
        Merge { topic: topic.into(), into: into.into(), reason: "alike".into() }
    }

    #[test]
    fn every_topic_ends_in_one_place() {
        let topics = ["a", "b", "c", "d", "e"].map(topic);
        let merges = [merge("a", "b"), merge("b", "c"), merge("d", "")];
        let left = left(&topics, &merges);
        assert_eq!(
            left.iter().map(|(it, n)| (it.topic.as_str(), *n)).collect::<Vec<_>>(),
            [("c", 2), ("e", 0)]
        );
        assert!(circles(&merges).is_empty());
        assert_eq!(circles(&[merge("a", "b"), merge("b", "a"), merge("c", "c")]), ["a", "b", "c"]);
        assert_eq!(circles(&[merge("a", "b"), merge("b", "b"), merge("c", "d")]), ["a", "b"]);
    }

    /// A hundred thousand in one chain: if each went the whole way by itself, nobody would wait for the end.
    #[test]
    fn many_topics_in_a_chain_end_where_it_ends() {
        let name = |at: u32| format!("t{at:06}");
        let topics: Vec<Topic> = (0..100_000).map(|at| topic(&name(at))).collect();
        let mut merges: Vec<Merge> = (1..100_000).map(|at| merge(&name(at - 1), &name(at))).collect();
        let left_of = |merges: &[Merge]| left(&topics, merges).into_iter().map(|it| it.1).collect::<Vec<_>>();
        assert_eq!(left_of(&merges), [99_999]);
        merges.push(merge(&name(99_999), &name(50_000)));
        assert_eq!((left_of(&merges).len(), circles(&merges).len()), (0, 100_000));
        let points: Vec<(&str, u64)> =
            topics.iter().zip(0..).map(|(it, n)| (it.topic.as_str(), n / 2)).collect();
        assert_eq!(ranked(&points).last().map(|it| it.rank), Some(99_999));
    }

    #[test]
    fn as_many_points_share_a_place() {
        let ranks = ranked(&[("a", 3), ("b", 7), ("c", 3), ("d", 1)]);
        let ranks: Vec<(&str, u64)> = ranks.iter().map(|it| (it.topic.as_str(), it.rank)).collect();
        assert_eq!(ranks, [("b", 1), ("a", 2), ("c", 2), ("d", 4)]);
    }
}

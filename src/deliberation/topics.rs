//! Topics that people proposed, and what became of each: none vanishes. Imports `base` and its siblings.

use super::rows::{Merge, Rank, Topic};
use super::sheet::{Sheet, Source};
use super::wrong::{Found, What};
use crate::base::text::{fold, tidy};
use std::collections::{BTreeMap, BTreeSet};

const TOPIC: [&str; 4] = ["topic", "thema", "onderwerp", "name"];

/// Reads `topics.csv`: `topic,text,from`.
pub fn topics(source: Source<'_>, found: &mut Found) -> Vec<Topic> {
    let Some(sheet) = Sheet::read(source, found) else { return Vec::new() };
    let Some(topic) = sheet.needed(&TOPIC, found) else { return Vec::new() };
    let (text, from) =
        (sheet.optional(&["text", "tekst", "wording"]), sheet.optional(&["from", "van", "table", "tafel"]));
    sheet.unused(found);
    let mut seen = BTreeSet::new();
    let mut topics = Vec::new();
    for row in sheet.rows() {
        let name = sheet.name(row, topic, &mut seen, found);
        let (text, from) = (sheet.free(row, text, found), sheet.free(row, from, found));
        if let (Some(topic), Some(text), Some(from)) = (name, text, from) {
            topics.push(Topic { topic, text, from });
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
    let mut seen = BTreeSet::new();
    let mut merges = Vec::new();
    for row in sheet.rows() {
        let no_topic = |cell, near| What::NoTopic { cell, near };
        let Some(at) = sheet.known(row, topic, &names, no_topic, found) else { continue };
        if !seen.insert(at) {
            found.push(What::Twice { name: names[at].to_owned() }, sheet.place(row, topic));
            continue;
        }
        let target = match tidy(row.cell(into)).is_empty() {
            true => Some(String::new()),
            false => sheet.known(row, into, &names, no_topic, found).map(|at| names[at].to_owned()),
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

/// The topics that go into themselves, by however many steps.
pub fn circles(merges: &[Merge]) -> Vec<String> {
    let into: BTreeMap<&str, &str> = merges.iter().map(|it| (it.topic.as_str(), it.into.as_str())).collect();
    let circles = |start: &&str| {
        let mut at = *start;
        for _ in 0..=merges.len() {
            match into.get(at) {
                Some(&next) => at = next,
                None => return false,
            }
        }
        true
    };
    into.keys().filter(|start| circles(start)).map(|&it| it.to_owned()).collect()
}

/// The topics that are left, in the order in which they were proposed, each with how many went into it.
pub fn left<'a>(topics: &'a [Topic], merges: &[Merge]) -> Vec<(&'a Topic, u64)> {
    let into: BTreeMap<&str, &str> = merges.iter().map(|it| (it.topic.as_str(), it.into.as_str())).collect();
    let end = |topic: &'a str| {
        let mut at: &str = topic;
        for _ in 0..=merges.len() {
            match into.get(at) {
                Some(&next) => at = next,
                None => break,
            }
        }
        at.to_owned()
    };
    let ends: Vec<String> = topics.iter().map(|it| end(&it.topic)).collect();
    let kept = topics.iter().filter(|it| !into.contains_key(it.topic.as_str()));
    kept.map(|it| (it, ends.iter().filter(|end| **end == it.topic).count() as u64 - 1)).collect()
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
    for row in sheet.rows() {
        let cell = fold(row.cell(topic));
        let gone = topics.iter().any(|it| fold(&it.topic) == cell) && !left.iter().any(|it| fold(it) == cell);
        let wrong =
            |cell: String, near| if gone { What::Gone { topic: cell } } else { What::NoTopic { cell, near } };
        let at = sheet.known(row, topic, &left, wrong, found);
        let number = sheet.number(row, points, found);
        if let (Some(at), Some(number)) = (at, number)
            && given.insert(at, number).is_some()
        {
            found.push(What::Twice { name: left[at].to_owned() }, sheet.place(row, topic));
        }
    }
    for (at, name) in left.iter().enumerate().filter(|(at, _)| !given.contains_key(at)) {
        _ = at;
        found.push(What::Unranked { topic: (*name).to_owned() }, sheet.file());
    }
    let points: Vec<(&str, u64)> = given.into_iter().map(|(at, points)| (left[at], points)).collect();
    ranked(&points)
}

/// Topics by their points, the most first; of as many, in the order in which they were proposed.
pub fn ranked(points: &[(&str, u64)]) -> Vec<Rank> {
    let mut order: Vec<&(&str, u64)> = points.iter().collect();
    order.sort_by_key(|it| std::cmp::Reverse(it.1));
    let rank = |of: u64| points.iter().filter(|it| it.1 > of).count() as u64 + 1;
    order.into_iter().map(|it| Rank { topic: it.0.to_owned(), points: it.1, rank: rank(it.1) }).collect()
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
    }

    #[test]
    fn as_many_points_share_a_place() {
        let ranks = ranked(&[("a", 3), ("b", 7), ("c", 3), ("d", 1)]);
        let ranks: Vec<(&str, u64)> = ranks.iter().map(|it| (it.topic.as_str(), it.rank)).collect();
        assert_eq!(ranks, [("b", 1), ("a", 2), ("c", 2), ("d", 4)]);
    }
}

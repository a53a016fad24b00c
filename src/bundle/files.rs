//! Names of files in the record. Imports nothing of ours.

use std::collections::BTreeMap;

/// A folder: for each file its path, with `/` between parts, and its bytes; and an empty folder in it with
/// `/` at the end of its path and no bytes.
pub type Folder = BTreeMap<String, Vec<u8>>;

/// The public tier.
pub const PUBLIC: &str = "public/";
/// The sealed tier.
pub const SEALED: &str = "sealed/";
/// In either tier: the list of its frozen files.
pub const MANIFEST: &str = "manifest.txt";
/// The line to publish.
pub const COMMITMENT: &str = "commitment.txt";
/// The facts of the lottery in one place.
pub const ABOUT: &str = "about.json";
/// What is in the public tier of every record: of a lottery, and of a programme.
pub const TIERS: [&[&str]; 2] = [&[COMMITMENT, ABOUT], &["programme.toml", "head.txt"]];
/// The quotas.
pub const QUOTAS: &str = "quotas.csv";
/// The quotas of the whole panel, where some of its people were confirmed before.
pub const ASKED: &str = "asked.csv";
/// The people who were confirmed before: under codes in the public tier, by id in the sealed one.
pub const CONFIRMED: &str = "confirmed.csv";
/// The people who were excluded, each with a ground: under codes in the public tier, by id in the sealed
/// one.
pub const EXCLUDED: &str = "excluded.csv";
/// People who are alike, counted.
pub const PROFILES: &str = "profiles.csv";
/// The pool: under codes in the public tier, in full in the sealed one.
pub const POOL: &str = "pool.csv";
/// The tickets.
pub const LOTTERY: &str = "lottery.csv";
/// How many people of each value the tickets seat.
pub const RANGES: &str = "ranges.csv";
/// The proof of fairness.
pub const CERTIFICATE: &str = "certificate.json";
/// The charter for people.
pub const CHARTER_TEXT: &str = "charter.txt";
/// The charter that the program reads.
pub const CHARTER_TOML: &str = "charter.toml";
/// Either of them.
pub const CHARTERS: [&str; 2] = [CHARTER_TEXT, CHARTER_TOML];
/// How the list of people was prepared: digests alone.
pub const PREPARED: &str = "prepared.json";
/// In the sealed tier: the list as it was prepared.
pub const PREPARED_POOL: &str = "prepared.csv";
/// How the public tier's manifest names the sealed tier's.
pub const SEALED_MANIFEST: &str = "../sealed/manifest.txt";
/// Which code stands for whom.
pub const CODES: &str = "codes.csv";
/// The key of the codes.
pub const KEY: &str = "key.txt";
/// Public records of draws, one folder each, numbered from 1.
pub const DRAWS: &str = "draws/";
/// Public records of trials, one folder each, numbered from 1.
pub const TRIALS: &str = "trials/";
/// Facts of one draw.
pub const DRAW: &str = "draw.json";
/// The people drawn.
pub const PANEL: &str = "panel.csv";
/// The people not drawn.
pub const REMAINING: &str = "remaining.csv";
/// The beacon's answer.
pub const BEACON: &str = "beacon.json";
/// The reserves of a draw, in their order.
pub const RESERVES: &str = "reserves.csv";
/// From what the reserves of a draw follow.
pub const RESERVE_TERMS: &str = "reserves.json";
/// Published lists of events after the draw, one folder each, numbered from 1.
pub const ROSTERS: &str = "rosters/";
/// Events after the draw.
pub const EVENTS: &str = "events.csv";
/// Facts of a list of events.
pub const ROSTER: &str = "roster.json";
/// Supplements that go on from this record, one folder each, numbered from 1.
pub const CONTINUED: &str = "continued/";
/// Facts of a supplement.
pub const CONTINUED_FACTS: &str = "continued.json";
/// Acts of the deliberation, one folder each, numbered from 1.
pub const ACTS: &str = "acts/";
/// Facts of an act.
pub const ACT: &str = "act.json";
/// What an act of one kind says besides.
pub const TERMS: &str = "terms.json";
/// Topics that were proposed.
pub const TOPICS: &str = "topics.csv";
/// Topics that went into others.
pub const MERGES: &str = "merges.csv";
/// Topics by their points.
pub const RANKING: &str = "ranking.csv";
/// The options of a ballot.
pub const OPTIONS: &str = "options.csv";
/// Who may vote.
pub const ROLL: &str = "roll.csv";
/// Both counts.
pub const COUNTS: &str = "counts.csv";
/// How many were present.
pub const PRESENT: &str = "present.csv";
/// What follows from counts.
pub const RESULT: &str = "result.csv";
/// What was adopted.
pub const AGREEMENT: &str = "agreement.csv";
/// What minorities say.
pub const MINORITY: &str = "minority.csv";
/// Stories.
pub const STORIES: &str = "stories.csv";
/// What people said who chose to take part.
pub const CONSULTATION: &str = "consultation.csv";
/// People who are willing to be delegates.
pub const WILLING: &str = "willing.csv";
/// Delegates and alternates.
pub const DELEGATES: &str = "delegates.csv";
/// Replies.
pub const REPLIES: &str = "replies.csv";
/// Objections and incidents.
pub const LOG: &str = "log.csv";
/// Papers of a ballot that were typed in, in the sealed tier.
pub const BALLOTS: &str = "ballots.csv";
/// Votes that were given by name, as the charter announced.
pub const VOTES: &str = "votes.csv";
/// Counts by role, of the options of which that tells nobody how one of a few voted.
pub const BY_ROLE: &str = "by-role.csv";
/// Codes of the willing in another lottery, by which a group was drawn.
pub const MIRROR: &str = "mirror.csv";
/// The clerk's list of chances.
pub const CHANCES: &str = "chances.csv";
/// The order of the pool's columns as the clerk supplied them.
pub const COLUMNS: &str = "columns.csv";
/// Seat plans, one folder each.
pub const SESSIONS: &str = "sessions/";
/// The clerk's files of draws that were annulled.
pub const ANNULLED: &str = "annulled/";

/// The sizes that the list of a folder says, by name, as far as it can be read: for whoever has to know before reading a
/// file whether it can be the one that is listed.
// In a browser there is no disk on which a file could be other than it is listed.
#[cfg_attr(target_family = "wasm", allow(dead_code))]
pub fn sizes(list: &[u8]) -> BTreeMap<String, u64> {
    let text = String::from_utf8_lossy(list);
    let lines: Vec<&str> = text.lines().collect();
    let entry = |pair: &[&str]| {
        let size = pair[0].strip_prefix("# size ")?.parse().ok()?;
        Some((pair[1].split_once("  ")?.1.to_owned(), size))
    };
    lines.windows(2).filter_map(entry).collect()
}

/// The files below `prefix`, by the rest of their path.
pub fn below<'a>(folder: &'a Folder, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
    let from = folder.range(prefix.to_owned()..);
    from.map_while(move |(path, bytes)| Some((path.strip_prefix(prefix)?, bytes.as_slice())))
        .filter(|(rest, _)| !rest.is_empty())
}

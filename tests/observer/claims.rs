//! What each claim looks at besides single fields: for each of them a record that is whole but for that, with all
//! digests made to fit, and both programs.

use crate::agreement::{agree, agree_on_all};
use crate::lies::undrawn;
use crate::support::*;
use crate::whole::whole;
use geloot::bundle::conduct::{self, Act, Refusal};
use geloot::bundle::{Folder, Public};
use geloot::seed::drand::Chain;
use geloot::verify::{Id, Known, verify};

/// A change to a record and the claim that fails for it, and no other.
struct Wrong(Id, &'static str, fn(&mut Folder));

fn frozen(folder: &mut Folder, change: impl FnOnce(&mut Folder)) {
    change(folder);
    undrawn(folder);
}

/// Changes the seats of values, and lets nothing but the digests fit.
fn ranges(folder: &mut Folder, change: impl FnOnce(&mut Vec<Vec<String>>)) {
    undrawn(folder);
    edit_rows(folder, "public/ranges.csv", change);
    rehash_files(folder);
}

/// Changes the second list of events of the record that has everything; nothing goes on from it.
fn event(folder: &mut Folder, change: impl FnOnce(&mut Vec<Vec<String>>)) {
    *folder = whole().first.clone();
    folder.retain(|name, _| !name.starts_with("public/continued/"));
    edit_rows(folder, "public/rosters/2/events.csv", change);
    rehash_record(folder, "rosters/2");
}

/// The rows with an event, by number.
fn with(rows: &[Vec<String>], event: &str) -> usize {
    rows.iter().rposition(|row| row[2] == event).unwrap()
}

const WRONG: &[Wrong] = &[
    Wrong(Id::Commitment, "a name in the manifest that sha256sum would not read", |f| {
        replace(f, "public/manifest.txt", "  pool.csv", "  *pool.csv");
    }),
    Wrong(Id::Files, "a frozen file longer by a byte", |f| {
        f.get_mut("public/lottery.csv").unwrap().push(b'\n')
    }),
    Wrong(Id::NothingExtra, "a list of names that was frozen", |f| {
        frozen(f, |f| drop(f.insert("public/names.csv".into(), b"x\n".to_vec())));
    }),
    Wrong(Id::Facts, "two charters", |f| {
        frozen(f, |f| drop(f.insert("public/charter.txt".into(), b"Another promise.\n".to_vec())));
    }),
    Wrong(Id::Facts, "no list of those who are said to be excluded", |f| {
        frozen(f, |f| replace(f, "public/about.json", "  \"gap\"", "  \"excluded\": 0,\n  \"gap\""));
    }),
    Wrong(Id::Facts, "a list of excluded people of which nothing is said", |f| {
        frozen(f, |f| drop(f.insert("public/excluded.csv".into(), b"code,ground\n".to_vec())));
    }),
    Wrong(Id::People, "more seats than people", |f| {
        frozen(f, |f| replace(f, "public/about.json", "\"seats\": 8", "\"seats\": 31"));
    }),
    Wrong(Id::People, "no seats", |f| {
        frozen(f, |f| replace(f, "public/about.json", "\"seats\": 8", "\"seats\": 0"));
    }),
    Wrong(Id::People, "a code with a wrong check digit", |f| {
        frozen(f, |f| {
            edit_rows(f, "public/pool.csv", |rows| {
                let code = &mut rows[1][0];
                let last = if code.ends_with('0') { '1' } else { '0' };
                code.pop();
                code.push(last);
            });
        });
    }),
    Wrong(Id::People, "people out of order", |f| {
        frozen(f, |f| edit_rows(f, "public/pool.csv", |rows| rows.swap(1, 2)));
    }),
    Wrong(Id::People, "a person moved to another profile", |f| {
        frozen(f, |f| {
            edit_rows(f, "public/profiles.csv", |rows| {
                let at = (1..rows.len()).find(|&at| rows[at][1] != "1").unwrap();
                let to = if at == 1 { 2 } else { 1 };
                for (at, by) in [(at, -1), (to, 1)] {
                    rows[at][1] = (rows[at][1].parse::<i32>().unwrap() + by).to_string();
                }
            });
        });
    }),
    Wrong(Id::People, "a quota whose bounds are the wrong way round", |f| {
        frozen(f, |f| replace(f, "public/quotas.csv", "young,2,3", "young,3,2"));
    }),
    Wrong(Id::Tickets, "a ticket that is nobody's", |f| {
        frozen(f, |f| {
            edit_rows(f, "public/lottery.csv", |rows| {
                rows[2][0] = (rows[2][0].parse::<u32>().unwrap() + 1).to_string();
            });
        });
    }),
    Wrong(Id::Tickets, "one panel in two rows", |f| {
        frozen(f, |f| edit_rows(f, "public/lottery.csv", |rows| rows[2][2] = rows[1][2].clone()));
    }),
    Wrong(Id::Tickets, "a panel out of order", |f| {
        frozen(f, |f| {
            edit_rows(f, "public/lottery.csv", |rows| {
                let mut parts: Vec<&str> = rows[1][2].split(' ').collect();
                parts.reverse();
                rows[1][2] = parts.join(" ");
            });
        });
    }),
    Wrong(Id::Chances, "tickets of two profiles exchanged in the list", |f| {
        frozen(f, |f| {
            edit_rows(f, "public/profiles.csv", |rows| {
                let at = (2..rows.len()).find(|&at| rows[at][2] != rows[1][2]).unwrap();
                (rows[1][2], rows[at][2]) = (rows[at][2].clone(), rows[1][2].clone());
            });
        });
    }),
    Wrong(Id::Chances, "a value that is said to have fewer seats on some ticket", |f| {
        ranges(f, |rows| rows[1][2] = (rows[1][2].parse::<u32>().unwrap() - 1).to_string());
    }),
    Wrong(Id::Chances, "a value that is said to have more seats on some ticket", |f| {
        ranges(f, |rows| rows[2][3] = (rows[2][3].parse::<u32>().unwrap() + 1).to_string());
    }),
    Wrong(Id::Chances, "a value that is said to have fewer seats on all tickets together", |f| {
        ranges(f, |rows| rows[3][4] = (rows[3][4].parse::<u32>().unwrap() - 1).to_string());
    }),
    Wrong(Id::Chances, "a value whose seats are not given", |f| ranges(f, |rows| drop(rows.pop()))),
    Wrong(Id::Chances, "the seats of homes among those of values", |f| {
        *f = whole().first.clone();
        ranges(f, |rows| {
            let home = ["household", "-", "0", "8", "8000"];
            rows.insert(6, home.map(str::to_owned).to_vec());
        });
    }),
    Wrong(Id::Facts, "no list of the seats of values", |f| {
        frozen(f, |f| drop(f.remove("public/ranges.csv")));
    }),
    Wrong(Id::Records, "a draw left out", |f| {
        f.retain(|name, _| !name.starts_with("public/draws/1/") && !name.starts_with("annulled/"));
    }),
    Wrong(Id::Records, "a reason of two lines", |f| {
        replace(f, "public/draws/2/draw.json", "The hall had", "The hall\\nhad");
        rehash_record(f, "draws/2");
    }),
    Wrong(Id::Records, "an answer of a beacon that is no evidence", |f| {
        let (_, file) = pulse(Chain::Quicknet, QUICKNET_123);
        f.insert("public/draws/2/beacon.json".into(), file.into_bytes());
        rehash_record(f, "draws/2");
    }),
    Wrong(Id::Before, "somebody both excluded and confirmed", |f| {
        *f = whole().first.clone();
        frozen(f, |f| {
            let seated = rows(f, "public/confirmed.csv")[1][0].clone();
            edit_rows(f, "public/excluded.csv", |rows| rows[1][0] = seated);
        });
    }),
    Wrong(Id::Before, "somebody in the pool who has a seat", |f| {
        *f = whole().first.clone();
        frozen(f, |f| {
            let pool = rows(f, "public/pool.csv");
            edit_rows(f, "public/excluded.csv", |rows| rows[1][0] = pool[1][0].clone());
        });
    }),
    Wrong(Id::Reserves, "no reserves although the charter declares them", |f| {
        *f = whole().first.clone();
        f.retain(|name, _| !name.starts_with("public/rosters/") && !name.starts_with("public/continued/"));
        f.remove("public/draws/2/reserves.csv");
        f.remove("public/draws/2/reserves.json");
        f.remove("reserves.csv");
        rehash_record(f, "draws/2");
    }),
    Wrong(Id::Rosters, "dates out of order", |f| {
        event(f, |rows| rows.last_mut().unwrap()[0] = "2026-03-01".into())
    }),
    Wrong(Id::Rosters, "a day that there is not", |f| {
        event(f, |rows| rows.last_mut().unwrap()[0] = "2026-03-99".into())
    }),
    Wrong(Id::Rosters, "a reason with a sign that nobody sees", |f| {
        event(f, |rows| {
            rows.iter_mut().for_each(|row| row[3] = row[3].replace("on a journey", "on\u{ad} a journey"))
        });
    }),
    Wrong(Id::Rosters, "a reason of two lines", |f| {
        event(f, |rows| {
            rows.iter_mut().for_each(|row| row[3] = row[3].replace("on a journey", "on\na journey"))
        });
    }),
    Wrong(Id::Rosters, "words about a person that nobody needs", |f| {
        event(f, |rows| {
            let at = with(rows, "declined");
            rows[at][3] = "she is ill".into();
        });
    }),
    Wrong(Id::Rosters, "a call out of turn without a reason", |f| {
        event(f, |rows| {
            rows.iter_mut()
                .for_each(|row| row[3] = row[3].replace("the reserve whose turn it was is on a journey", ""))
        });
    }),
    Wrong(Id::Rosters, "a correction without a reason", |f| {
        event(f, |rows| {
            let at = with(rows, "corrected");
            rows[at][3].clear();
        });
    }),
    Wrong(Id::Rosters, "an event of a published list told otherwise", |f| {
        event(f, |rows| {
            let at = rows.iter().position(|row| row[2] == "confirmed").unwrap();
            rows[at][2] = "declined".into();
        });
    }),
    Wrong(Id::Rosters, "an event that cannot happen", |f| {
        event(f, |rows| {
            let at = with(rows, "declined");
            rows[at][2] = "confirmed".into();
            let again = rows[at].clone();
            rows.insert(at, again);
        });
    }),
    Wrong(Id::Rosters, "somebody who was not drawn", |f| {
        let pool = rows(&whole().first, "public/pool.csv");
        let drawn = rows(&whole().first, "public/draws/2/panel.csv");
        let reserves = rows(&whole().first, "public/draws/2/reserves.csv");
        let other = pool[1..]
            .iter()
            .find(|row| !drawn.iter().any(|d| d[0] == row[0]) && !reserves.iter().any(|r| r[1] == row[0]));
        let code = other.unwrap()[0].clone();
        event(f, |rows| rows.last_mut().unwrap()[1] = code);
    }),
];

#[test]
fn each_claim_fails_for_what_only_it_looks_at() {
    let (mut records, mut other) = (Vec::new(), Vec::new());
    for Wrong(claim, name, change) in WRONG {
        let mut folder = Base::Dice.folder();
        change(&mut folder);
        let mut failures = verify(&folder, &Known::default()).failures();
        // What the clerk has may show it too.
        failures.retain(|id| !matches!(id, Id::Sealed | Id::Lists));
        if failures != [*claim] {
            other.push(format!("{name}: V{} should fail, and these do: {failures:?}", claim.number()));
        }
        records.push(((*name).to_owned(), folder));
    }
    assert!(other.is_empty(), "{}", other.join("\n"));
    agree_on_all(&records);
}

/// The rule says how many of a home may be on the panel, and binds no smaller home.
#[test]
fn a_home_that_the_rule_does_not_bind() {
    let mut folder = whole().first.clone();
    frozen(&mut folder, |f| {
        replace(f, "public/about.json", "\"per\": 1", "\"per\": 3");
        edit_rows(f, "public/quotas.csv", |rows| {
            for row in rows.iter_mut().filter(|row| row[0] == "household" && row[1] != "-") {
                row[3] = (row[3].parse::<u32>().unwrap() + 2).to_string();
            }
        });
    });
    let report = verify(&folder, &Known::default());
    assert!(
        report.failures().contains(&Id::Before),
        "{}",
        geloot::words::claims::report(geloot::words::catalogue::Lang::En, &report)
    );
    agree("a home that is not bound", &folder, &report, None);
}

/// Both programs say so by the list alone, and read nothing of it.
#[test]
fn a_charter_that_is_larger_than_one_may_be_is_not_read() {
    for name in ["charter.toml", "charter.txt"] {
        let mut folder = Base::Undrawn.folder();
        folder.remove("public/charter.toml");
        folder.insert(format!("public/{name}"), vec![b'#'; 1_000_001]);
        rehash(&mut folder);
        let report = verify(&folder, &Known::default());
        assert_eq!(report.failures(), [Id::Files]);
        agree(name, &folder, &report, None);
    }
}

/// Round 123 was due on 23 August 2023 at 15:15:33. A commitment of that very second is not before it.
#[test]
fn a_round_is_due_after_the_date_of_the_commitment_and_not_at_it() {
    for (second, early) in [(32, false), (33, true), (34, true)] {
        let mut folder = Base::Beacon.folder();
        let charter = format!("date = 2023-08-23T15:15:{second:02}Z\n");
        folder.insert("public/charter.toml".into(), charter.into_bytes());
        folder.retain(|name, _| !name.contains("reserves"));
        rehash(&mut folder);
        let mut public = Public::read(&folder).unwrap();
        let beacon = geloot::seed::drand::Beacon::read(Chain::Quicknet, QUICKNET_123.as_bytes()).unwrap();
        let evidence = geloot::seed::Evidence::Drand(beacon.pulse.clone());
        let act = Act {
            used: &[],
            before: &[],
            trial: None,
            evidence: Some(evidence),
            beacon: Some(&beacon),
            because: None,
            departure: None,
            reserves: None,
            program: "geloot",
        };
        let refused = matches!(conduct::conduct(&public, &act), Err(Refusal::TooEarly { .. }));
        assert_eq!(refused, early, "{second}");
        // Somebody who does not ask makes the draw all the same.
        public.charter.date = None;
        let drawn = conduct::conduct(&public, &act).unwrap();
        for (name, bytes) in conduct::entry(&public, &drawn, Some(&beacon)).files {
            folder.insert(format!("public/draws/1/{name}"), bytes);
        }
        folder.retain(|name, _| name.starts_with("public/"));
        let report = verify(&folder, &Known::default());
        let expected: &[Id] = if early { &[Id::Evidence] } else { &[] };
        assert_eq!(
            report.failures(),
            expected,
            "{second}: {}",
            geloot::words::claims::report(geloot::words::catalogue::Lang::En, &report)
        );
        agree(&format!("second {second}"), &folder, &report, None);
    }
}

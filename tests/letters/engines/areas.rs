//! Areas in every engine beside those of the program: made-up sizes, because registers seldom have areas that are certain only
//! after others are taken out, more to stand in than there are, or nobody.

use super::{Case, written};
use geloot::assembly::invite::Invitation;
use geloot::base::digest::Digest;
use geloot::invite::conduct::Chances;
use geloot::invite::plan::Share;
use geloot::invite::sql::{Engine, letters};
use geloot::invite::tables;
use geloot::invite::weights::Weights;
use geloot::io;
use std::fs;
use std::path::Path;

/// How large areas are, how many are drawn, how many stand in; and of which case the charter is.
const MADE: [(&[u64], (u64, u64), &str); 8] = [
    // Two are certain, the second only without the first; of the last two one is drawn and the other stands in.
    (&[60, 30, 5, 5], (3, 2), "areas"),
    (&[10, 0, 10], (2, 0), "areas"),
    (&[500, 90, 80, 70, 60, 50, 40, 30, 0, 20], (4, 3), "areas"),
    (&[500, 90, 80, 70, 60, 50, 40, 30, 0, 20], (4, 3), "weights-areas"),
    (&[3, 3, 3, 3, 3, 3, 3], (2, 9), "weights-areas"),
    // As many people as a table can say.
    (
        &[(1 << 40) - 1, (1 << 40) - 2, 1, (1 << 40) - 1, 0, 1 << 39, (1 << 39) - 1, (1 << 40) - 1],
        (3, 2),
        "areas",
    ),
    // None is drawn, and all but the first are certain to stand in.
    (&[0, 4, 4], (0, 2), "areas"),
    (&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20], (7, 6), "areas"),
];

/// What the program says of one of them, and the script of the engine.
fn made(cases: &[Case], n: usize, engine: Engine) -> (Vec<u8>, String) {
    let (sizes, wanted, name) = MADE[n];
    let case = cases.iter().find(|case| case.name == name).unwrap();
    let folder = io::read_folder(&case.folder, &|path| path.ends_with(tables::names::PERSONS)).unwrap();
    let invitation = Invitation::open(folder).unwrap();
    let (draw, ..) = invitation.drawn(None).unwrap();
    let mut public = invitation.public.clone();
    public.terms.areas = Some(wanted);
    public.people = sizes.iter().map(|&w| if public.terms.weighted() { w.min(3) } else { w }).collect();
    public.weights = sizes.iter().map(|&w| Weights { sum: w, greatest: w }).collect();
    public.plan = vec![Share { of: 1, letters: 1, list: 1, chance: (1, 1) }; sizes.len()];
    let seed = Digest::of(format!("areas {n}").as_bytes());
    let chances = Chances { seed: &seed, draw: &draw };
    let tag = format!("made000{n}");
    let rows = (1..).zip(public.people.iter().zip(sizes));
    let rows: Vec<String> = rows.map(|(n, (people, weight))| format!("({n}, {people}, {weight})")).collect();
    let (rows, columns) = (rows.join(", "), "stratum, people, weight");
    let (people, using) = match engine {
        Engine::Spark => (format!("select * from values {rows} as t({columns})"), " using parquet"),
        _ => (format!("select * from (values {rows}) as t({columns})"), ""),
    };
    // Nobody is in the frame: this is about areas alone.
    let text = if engine == Engine::Spark { "string" } else { "varchar" };
    let nobody = format!(
        "select stratum, cast('' as {text}) as person, cast('' as {text}) as home, 1 as weight from geloot_{tag}_people where 1 = 0"
    );
    let script = format!(
        "create table geloot_{tag}_people{using} as {people};\ncreate table geloot_{tag}_frame{using} as {nobody};\n{}",
        letters(engine, &public, &tag, &chances)
    );
    (tables::areas(&chances.areas(&public).unwrap()), script)
}

/// Writes the scripts and gives their paths.
pub fn scripts(folder: &Path, cases: &[Case], engine: &str) -> Vec<String> {
    let engine = Engine::of_word(engine).unwrap();
    let one = |n: usize| {
        let path = folder.join(format!("areas-made{n}.sql"));
        fs::write(&path, made(cases, n, engine).1).unwrap();
        path.to_string_lossy().into_owned()
    };
    (0..MADE.len()).map(one).collect()
}

/// Compares what an engine made of them.
pub fn compare(folder: &Path, cases: &[Case], engine: &str) {
    for n in 0..MADE.len() {
        let due = made(cases, n, Engine::of_word(engine).unwrap()).0;
        let found = written(&folder.join(format!("areas-made{n}/areas.csv")));
        let (due, found) = (String::from_utf8(due).unwrap(), String::from_utf8(found).unwrap());
        assert_eq!(found, due, "{engine}, {n}");
        if n == 0 {
            assert!(due.starts_with("stratum,area\n1,certain\n2,certain\n"), "{due}");
            assert!(due.contains(",drawn\n") && due.contains(",reserve 1\n"), "{due}");
        }
    }
}

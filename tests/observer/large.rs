//! What a small or hollow record can ask of whoever checks it: more memory or more time than there is.

use crate::run::{python, verifier};
use crate::support::*;
use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::process::Command;

/// A file with a hole in it says that it has gigabytes and takes no room; the list beside it says how large it was, so the
/// second program need not read it to know that it was changed.
#[test]
#[cfg(unix)]
fn a_listed_file_of_another_size_is_not_read() {
    for (name, claim) in [("lottery.csv", 3), ("draws/1/panel.csv", 11)] {
        let temp = tempfile::tempdir().unwrap();
        write(&Base::Counts.folder(), temp.path());
        let file = OpenOptions::new().write(true).open(temp.path().join("public").join(name)).unwrap();
        file.set_len(3 << 30).unwrap();
        let mut command = Command::new("sh");
        // Python alone takes a tenth of that.
        command.args(["-c", "ulimit -v 1000000 && exec python3 -I \"$0\" \"$1\" --json"]);
        let Some(output) = python(command.arg(verifier()).arg(temp.path())) else { return };
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        let said: BTreeMap<u8, String> = serde_json::from_slice(&output.stdout).unwrap();
        let failed: Vec<u8> =
            said.into_iter().filter(|(_, outcome)| outcome == "FAIL").map(|it| it.0).collect();
        assert_eq!(failed, [claim], "{name}");
    }
}

/// What would take the second program hours it leaves to the first, and says so: that is no PASS, and no FAIL.
#[test]
fn a_claim_of_too_many_steps_is_not_checked() {
    const DRIVER: &str = "import sys, json, pathlib; sys.path.insert(0, sys.argv[1]); import verify\n\
        verify.MOST_STEPS = int(sys.argv[3])\n\
        outcomes = verify.check_record(verify.Record(verify.read_files(pathlib.Path(sys.argv[2]) / 'public')))\n\
        print(json.dumps({o.number: [o.outcome, o.words] for o in outcomes}))\n";
    let temp = tempfile::tempdir().unwrap();
    write(&Base::Counts.folder(), temp.path());
    let outcomes = |most: &str| {
        let mut command = Command::new("python3");
        command.args(["-B", "-c", DRIVER]).arg(verifier().parent().unwrap()).arg(temp.path()).arg(most);
        let output = python(&mut command)?;
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        Some(serde_json::from_slice::<BTreeMap<u8, (String, String)>>(&output.stdout).unwrap())
    };
    let (Some(few), Some(enough)) = (outcomes("1"), outcomes("300000000")) else { return };
    let left: Vec<u8> =
        few.iter().filter(|(_, it)| it.1.contains("check it with geloot verify")).map(|it| *it.0).collect();
    assert!(!left.is_empty(), "{few:?}");
    for claim in &left {
        assert_eq!((few[claim].0.as_str(), enough[claim].0.as_str()), ("NOT CHECKED", "PASS"), "V{claim}");
    }
    assert!(few.values().all(|it| it.0 != "FAIL"), "{few:?}");
}

//! The whole of Zeeland, command by command, as `examples/zeeland-whole/run.sh` has it.

use crate::support::run::text;
use std::path::Path;
use std::process::Command;

#[test]
fn zeeland_runs_from_the_panel_to_the_last_reply_and_all_of_it_is_checked() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("out");
    let run = Command::new("sh")
        .arg(root.join("examples/zeeland-whole/run.sh"))
        .arg(env!("CARGO_BIN_EXE_geloot"))
        .arg(root.join("fixtures/scenarios/zeeland"))
        .arg(&out)
        .env("GELOOT_LANG", "en")
        .output()
        .unwrap();
    let shown = text(&run.stdout);
    assert!(run.status.success(), "{shown}\n{}", text(&run.stderr));
    for words in ["85 adopted; 51 rejected.", "V28 PASS", "V29 PASS", "V35 PASS", "19 are left"] {
        assert!(shown.contains(words), "{words}:\n{shown}");
    }
    // The slip matters for the one point that stands at exactly half, and for no other.
    let first = std::fs::read_to_string(out.join("tally.txt")).unwrap();
    assert!(first.contains("84 adopted; 51 rejected; 1 undecided"), "{first}");
    for page in ["count-sheets.html", "decisions.html", "agreement.html", "replies.html"] {
        let page = std::fs::read_to_string(out.join(page)).unwrap();
        assert!(page.starts_with("<!doctype html>") && page.contains("</html>") && !page.contains("{{"));
    }
    let verifier = root.join("verifier/verify.py");
    let second = Command::new("python3").arg("-I").arg(verifier).arg(out.join("raad")).output();
    let Ok(second) = second else {
        return crate::support::run::skip::skipped_but_in_ci("the second verifier: there is no python3");
    };
    let said = text(&second.stdout);
    assert!(second.status.success() && said.contains("V35 PASS"), "{said}");
}

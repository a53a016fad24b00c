//! Real sessions at the command line, as in `tests/cmd/*.md`: what is typed, what is shown, how it
//! ends. After a sentence was improved, `TRYCMD=overwrite cargo test --test documents transcripts` writes the new ones.

#[test]
fn sessions() {
    trycmd::TestCases::new().case("tests/cmd/*.md");
}

//! Rust source as words and signs, without comments, strings and test code.

/// A word, a number or one sign, and the line it stands on (first line is 1).
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    pub text: String,
    pub line: usize,
}

impl Token {
    pub fn is_word(&self) -> bool {
        self.text.starts_with(|c: char| c.is_alphabetic() || c == '_')
    }

    /// A number with a decimal point.
    pub fn is_float(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit()) && self.text.contains('.')
    }
}

/// Cuts `source` into tokens. A string or character becomes the token `""`.
pub fn tokens(source: &str) -> Vec<Token> {
    let mut lexer = Lexer { rest: source, line: 1, out: Vec::new() };
    while let Some(c) = lexer.rest.chars().next() {
        lexer.step(c);
    }
    lexer.out
}

struct Lexer<'a> {
    rest: &'a str,
    line: usize,
    out: Vec<Token>,
}

impl Lexer<'_> {
    fn step(&mut self, c: char) {
        let rest = self.rest;
        if c.is_whitespace() {
            self.skip(c.len_utf8());
        } else if rest.starts_with("//") {
            self.skip(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.skip(block_comment(rest));
        } else if let Some(length) = string(rest) {
            self.take("\"\"", length);
        } else if let Some(length) = character(rest) {
            self.take("\"\"", length);
        } else if c == '\'' {
            // A lifetime: the quote goes, its name stays and does no harm.
            self.skip(1);
        } else if c.is_alphabetic() || c == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            self.take(&rest[..length], length);
        } else if c.is_ascii_digit() {
            let length = number(rest);
            self.take(&rest[..length], length);
        } else {
            self.take(&rest[..c.len_utf8()], c.len_utf8());
        }
    }

    fn skip(&mut self, length: usize) {
        self.line += self.rest[..length].matches('\n').count();
        self.rest = &self.rest[length..];
    }

    fn take(&mut self, text: &str, length: usize) {
        self.out.push(Token { text: text.to_string(), line: self.line });
        self.skip(length);
    }
}

fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

/// Length of the string literal (plain, raw, byte or C) that `rest` begins with.
fn string(rest: &str) -> Option<usize> {
    let prefix = rest.find(|c| !matches!(c, 'b' | 'c' | 'r')).unwrap_or(0);
    let (marks, body) = rest.split_at(prefix);
    if !["", "b", "c", "r", "br", "cr"].contains(&marks) {
        return None;
    }
    if marks.ends_with('r') {
        let hashes = body.find(|c| c != '#')?;
        let inside = body[hashes..].strip_prefix('"')?;
        let close = format!("\"{}", "#".repeat(hashes));
        let length = inside.find(&close).map_or(inside.len(), |at| at + close.len());
        return Some(prefix + hashes + 1 + length);
    }
    let inside = body.strip_prefix('"')?;
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(prefix + 1 + at + 1),
            _ => {}
        }
    }
    Some(rest.len())
}

/// Length of the character literal that `rest` begins with; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let prefix = usize::from(rest.starts_with("b'"));
    let inside = rest[prefix..].strip_prefix('\'')?;
    let mut chars = inside.char_indices();
    let (_, first) = chars.next()?;
    let close = if first == '\\' {
        // Past the escaped character, to the next quote.
        chars.next();
        chars.find(|&(_, c)| c == '\'')?.0
    } else {
        chars.next().filter(|&(_, c)| c == '\'')?.0
    };
    Some(prefix + 1 + close + 1)
}

/// Length of a number; a point belongs to it only before a digit, so `1..2` and `1.max(2)` do not.
fn number(rest: &str) -> usize {
    let word = |s: &str| s.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(s.len());
    let whole = word(rest);
    match rest[whole..].strip_prefix('.') {
        Some(after) if after.starts_with(|c: char| c.is_ascii_digit()) => whole + 1 + word(after),
        _ => whole,
    }
}

/// Tokens outside test code, and how many lines the test code takes. A file that begins with `#![cfg(test)]` is nothing
/// else.
pub fn without_tests(tokens: &[Token]) -> (Vec<Token>, usize) {
    if let Some(last) = tokens.last().filter(|_| is_all_test(tokens)) {
        return (Vec::new(), last.line);
    }
    let (mut kept, mut lines, mut at) = (Vec::new(), 0, 0);
    while at < tokens.len() {
        match attribute(&tokens[at..]) {
            Some(length) if is_test(&tokens[at..at + length]) => {
                let end = at + length + item(&tokens[at + length..]);
                lines += tokens[end - 1].line - tokens[at].line + 1;
                at = end;
            }
            _ => {
                kept.push(tokens[at].clone());
                at += 1;
            }
        }
    }
    (kept, lines)
}

/// Whether a file begins with `#![cfg(test)]`.
fn is_all_test(tokens: &[Token]) -> bool {
    let inner = ["#", "!", "[", "cfg", "(", "test", ")", "]"];
    tokens.len() >= inner.len() && tokens.iter().zip(inner).all(|(token, text)| token.text == text)
}

/// Length of the outer attribute `#[...]` that the tokens begin with.
fn attribute(tokens: &[Token]) -> Option<usize> {
    let starts = tokens.len() > 1 && tokens[0].text == "#" && tokens[1].text == "[";
    starts.then(|| 1 + group(&tokens[1..]))
}

/// `#[test]`, `#[cfg(test)]`, `#[cfg(all(test, ...))]`; not `#[cfg(not(test))]`.
fn is_test(attribute: &[Token]) -> bool {
    let has = |word: &str| attribute.iter().any(|t| t.text == word);
    let head = &attribute[2].text;
    has("test") && !has("not") && !has("any") && (head == "cfg" || head == "test")
}

/// Length of the item that the tokens begin with, further attributes included: to the end of its
/// first braces, or to a semicolon before any.
fn item(tokens: &[Token]) -> usize {
    let mut at = 0;
    while at < tokens.len() {
        match tokens[at].text.as_str() {
            ";" => return at + 1,
            "{" => return at + group(&tokens[at..]),
            "(" | "[" => at += group(&tokens[at..]),
            _ => at += 1,
        }
    }
    tokens.len()
}

/// Length of the bracketed group that the tokens begin with.
pub fn group(tokens: &[Token]) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    tokens.len()
}

#[test]
fn strings_comments_and_lifetimes_are_no_words() {
    let source = r####"//! doc HashMap
        /* a /* nested */ fs */ fn f<'a>(x: &'a str) -> char { "str \" ing"; r#"raw " "#; b"x"; 'c'; '\''; b'"'; '\u{1F600}' }
        let crate_ = 1.5 + 2..3;"####;
    let words: Vec<String> = tokens(source).into_iter().filter(Token::is_word).map(|t| t.text).collect();
    assert_eq!(words.join(" "), "fn f a x a str char let crate_");
    assert_eq!(tokens(source).iter().filter(|t| t.is_float()).count(), 1);
    assert_eq!(tokens(source).last().unwrap().line, 3);
}

#[test]
fn test_code_is_set_aside() {
    let source = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() { {} }\n}\n#[cfg(not(test))]\nfn c() {}\n#[test]\n#[ignore]\nfn d() {}\n";
    let (kept, lines) = without_tests(&tokens(source));
    let names: Vec<&str> =
        kept.windows(2).filter(|w| w[0].text == "fn").map(|w| w[1].text.as_str()).collect();
    assert_eq!((names, lines), (vec!["a", "c"], 4 + 3));
}

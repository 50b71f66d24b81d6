//! TOML text → the text that parses, and one error for each statement that does not.
//!
//! In: the text of a rule file. Out: the same text with broken statements blanked out, and their errors.
//! *Invariant:* knows TOML's syntax only, no key of the rule language; every offset stays as it was.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::DeTable;

/// A statement that is no TOML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SyntaxError {
    /// Where, in bytes.
    pub(super) span: Range<usize>,
    /// What is wrong.
    pub(super) message: String,
    /// What was expected, in short.
    pub(super) label: String,
}

/// A text that parses as far as possible.
#[derive(Debug)]
pub(super) struct Repaired<'t> {
    /// The text, each byte where it was.
    pub(super) text: Cow<'t, str>,
    /// What had to be blanked out, in order.
    pub(super) errors: Vec<SyntaxError>,
    /// Where tables begin: the offsets of `[name]` and `[[name]]`.
    pub(super) headers: Vec<usize>,
}

/// Blanks out what is no TOML, statement by statement: a bracket that is never closed would else take
/// every rule behind it along, and give an error for each of their lines.
pub(super) fn repair(text: &str) -> Repaired<'_> {
    let mut repaired = Repaired {
        text: Cow::Borrowed(text),
        errors: Vec::new(),
        headers: Vec::new(),
    };
    if DeTable::parse_recoverable(text).1.is_empty() {
        return repaired;
    }
    let mut clean = text.as_bytes().to_vec();
    let mut under_broken_header = false;
    for statement in statements(text) {
        let error = first_error(text, &statement);
        if statement.header {
            under_broken_header = error.is_some();
            repaired.headers.push(statement.range.start);
        }
        if error.is_some() || under_broken_header {
            blank(&mut clean[statement.range.clone()]);
        }
        repaired.errors.extend(error);
    }
    let clean = String::from_utf8(clean).expect("whole statements were replaced by spaces");
    // What is left are errors between statements: a key or a table that is there twice.
    let between = DeTable::parse_recoverable(&clean).1;
    repaired
        .errors
        .extend(between.iter().map(|error| describe(error, 0, text)));
    repaired.errors.sort_by_key(|error| error.span.start);
    repaired.errors.dedup();
    repaired.text = Cow::Owned(clean);
    repaired
}

/// A header line, or a key with its value, over as many lines as it takes.
struct Statement {
    range: Range<usize>,
    header: bool,
}

/// Cuts a text into statements without trusting its brackets: inside an array, a line that reads
/// `key = …` or `[header]` begins a new one.
fn statements(text: &str) -> Vec<Statement> {
    let mut all: Vec<Statement> = Vec::new();
    let mut state = LineState::default();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_start();
        let start = offset + (line.len() - body.len());
        offset += line.len();
        if state.begins_statement(body) {
            state = LineState::default();
            all.push(Statement {
                range: start..offset,
                header: is_header(body),
            });
        } else if let Some(last) = all.last_mut() {
            last.range.end = offset;
        }
        state.read(body);
    }
    all
}

/// What is open at the end of a line.
#[derive(Default)]
struct LineState {
    brackets: Vec<char>,
    multi_line: Option<&'static str>,
}

impl LineState {
    fn begins_statement(&self, body: &str) -> bool {
        if self.multi_line.is_some() || body.is_empty() || body.starts_with('#') {
            return false;
        }
        match self.brackets.last() {
            None => true,
            Some('{') => is_header(body),
            Some(_) => is_header(body) || is_key_value(body),
        }
    }

    fn read(&mut self, mut rest: &str) {
        while let Some(first) = rest.chars().next() {
            if let Some(quote) = self.multi_line {
                let Some(end) = rest.find(quote) else { return };
                rest = &rest[end + quote.len()..];
                self.multi_line = None;
                continue;
            }
            if let Some(quote) = ["\"\"\"", "'''"]
                .into_iter()
                .find(|quote| rest.starts_with(quote))
            {
                rest = &rest[quote.len()..];
                self.multi_line = Some(quote);
                continue;
            }
            match first {
                '#' => return,
                '"' | '\'' => {
                    rest = after_string(&rest[1..], first);
                    continue;
                }
                '[' | '{' => self.brackets.push(first),
                ']' | '}' => {
                    self.brackets.pop();
                }
                _ => {}
            }
            rest = &rest[first.len_utf8()..];
        }
    }
}

/// What follows a string on one line; nothing where it is never closed.
fn after_string(rest: &str, quote: char) -> &str {
    let mut escaped = false;
    for (at, character) in rest.char_indices() {
        if escaped {
            escaped = false;
        } else if character == '\\' && quote == '"' {
            escaped = true;
        } else if character == quote {
            return &rest[at + 1..];
        }
    }
    ""
}

/// `[name]` or `[[name]]`, perhaps with a bracket missing at the end.
fn is_header(body: &str) -> bool {
    let name = body.trim_start_matches('[');
    let brackets = body.len() - name.len();
    let line = name.split('#').next().unwrap_or_default().trim_end();
    let bare = line.trim_end_matches(']');
    (1..=2).contains(&brackets)
        && bare.starts_with(|first: char| first.is_ascii_alphabetic())
        && bare
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_. \"'".contains(c))
}

fn is_key_value(body: &str) -> bool {
    let key = body.split('=').next().unwrap_or_default();
    key.len() < body.len()
        && !key.trim().is_empty()
        && key
            .trim()
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
}

fn first_error(text: &str, statement: &Statement) -> Option<SyntaxError> {
    let part = &text[statement.range.clone()];
    DeTable::parse_recoverable(part)
        .1
        .iter()
        .map(|error| describe(error, statement.range.start, text))
        .min_by_key(|error| error.span.start)
}

fn describe(error: &toml::de::Error, offset: usize, text: &str) -> SyntaxError {
    let (what, expected) = match error.message().split_once(", expected ") {
        Some((what, expected)) => (what, Some(expected)),
        None => (error.message(), None),
    };
    let label = match (what, expected) {
        ("duplicate key", _) => "this is here a second time".to_owned(),
        ("string values must be quoted", _) => "put quotes around it".to_owned(),
        (_, Some(expected)) => format!("expected {expected}"),
        (_, None) => "here".to_owned(),
    };
    let span = error.span().unwrap_or_default();
    let start = (span.start + offset).min(text.len());
    SyntaxError {
        span: start..(span.end + offset).clamp(start, text.len()),
        message: format!("not valid TOML: {what}"),
        label,
    }
}

/// Replaces text by spaces, keeping the lines.
fn blank(bytes: &mut [u8]) {
    for byte in bytes {
        if *byte != b'\n' && *byte != b'\r' {
            *byte = b' ';
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_error_for_each_broken_statement_and_the_rest_survives() {
        let text = "[[forbid]]\nid = \"a\"\nfrom = [\"x\"\nto = y\n\n[[protect]\nid = \"p\"\n\n[domain.ok]\nmodules = \"m\"\n";
        let repaired = repair(text);
        let messages: Vec<_> = repaired
            .errors
            .iter()
            .map(|error| {
                (
                    text[..error.span.start].lines().count(),
                    error.message.as_str(),
                )
            })
            .collect();
        assert_eq!(
            messages,
            [
                (3, "not valid TOML: unclosed array"),
                (4, "not valid TOML: string values must be quoted"),
                (6, "not valid TOML: unclosed array table"),
            ]
        );
        let (table, errors) = DeTable::parse_recoverable(&repaired.text);
        assert!(errors.is_empty());
        let table = table.into_inner();
        assert!(table.contains_key("forbid") && table.contains_key("domain"));
        assert!(!table.contains_key("protect"));
    }

    #[test]
    fn text_in_long_strings_is_no_statement() {
        let text =
            "because = \"\"\"\n[forbid]\nx = [\n\"\"\"\nbad =\nlist = [\n  \"a = b\", # [c]\n]\n";
        let repaired = repair(text);
        assert_eq!(repaired.errors.len(), 1, "{:?}", repaired.errors);
        assert!(repaired.text.contains("x = [") && repaired.text.contains("a = b"));
    }

    #[test]
    fn a_key_twice_is_one_error() {
        let repaired = repair("a = 1\na = 2\n[t]\n[t]\n");
        let labels: Vec<_> = repaired.errors.iter().map(|e| e.label.as_str()).collect();
        assert_eq!(labels, ["this is here a second time"; 2]);
    }

    proptest! {
        #[test]
        fn any_text_is_repaired_in_place(text in "[\\[\\]{}a-c=\"'#., \n\u{e9}1-]{0,80}") {
            let repaired = repair(&text);
            prop_assert_eq!(repaired.text.len(), text.len());
            for error in &repaired.errors {
                prop_assert!(error.span.end <= text.len());
            }
        }
    }
}

//! `(rule-id, …, reason = "…", until = "YYYY-MM-DD")`.

use crate::base::is_date;

/// What the parentheses of an allowance say.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Arguments {
    pub(super) rules: Vec<String>,
    pub(super) reason: String,
    pub(super) until: Option<String>,
}

/// Reads the parentheses and what they hold; nothing may follow.
pub(super) fn parse(text: &str) -> Result<Arguments, String> {
    let inside = text.trim_start().strip_prefix('(').ok_or(
        "it names no rule; write `allow(rule-id, reason = \"…\")`, there is no blanket form",
    )?;
    let mut cursor = Cursor { rest: inside };
    let mut read = Read::default();
    loop {
        cursor.skip_spaces();
        if cursor.take(')') {
            break;
        }
        read.one(&mut cursor)?;
        cursor.skip_spaces();
        if !cursor.take(',') && !cursor.rest.starts_with(')') {
            return Err(cursor.unexpected("`,` or `)`"));
        }
    }
    if !cursor.rest.trim().is_empty() {
        return Err(format!(
            "unexpected text behind `)`: `{}`",
            cursor.rest.trim()
        ));
    }
    read.check()
}

/// Whether the parenthesis is still open at the end of the text.
pub(super) fn is_unfinished(text: &str) -> bool {
    let text = text.trim_start();
    let mut letters = text.chars();
    if letters.next() != Some('(') {
        return false;
    }
    let mut in_string = false;
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if in_string => drop(letters.next()),
            '"' => in_string = !in_string,
            ')' if !in_string => return false,
            _ => {}
        }
    }
    true
}

#[derive(Default)]
struct Read {
    rules: Vec<String>,
    reason: Option<String>,
    until: Option<String>,
}

impl Read {
    /// A rule, or a key and its value.
    fn one(&mut self, cursor: &mut Cursor<'_>) -> Result<(), String> {
        let word = cursor.word();
        if word.is_empty() {
            return Err(cursor.unexpected("the id of a rule"));
        }
        cursor.skip_spaces();
        if !cursor.take('=') {
            self.rules.push(word.to_owned());
            return Ok(());
        }
        cursor.skip_spaces();
        let slot = match word {
            "reason" => &mut self.reason,
            "until" => &mut self.until,
            _ => {
                return Err(format!(
                    "unknown key `{word}`; an allowance takes `reason` and `until`"
                ));
            }
        };
        if slot.is_some() {
            return Err(format!("`{word}` is there twice"));
        }
        *slot = Some(cursor.string(word)?);
        Ok(())
    }

    fn check(self) -> Result<Arguments, String> {
        if self.rules.is_empty() {
            return Err("it names no rule; there is no blanket form".to_owned());
        }
        let reason = self
            .reason
            .ok_or("the reason is missing; add `reason = \"…\"`")?;
        if reason.trim().is_empty() {
            return Err("the reason is empty".to_owned());
        }
        if let Some(until) = self.until.as_deref().filter(|until| !is_date(until)) {
            return Err(format!(
                "`{until}` is not a date; write `until = \"YYYY-MM-DD\"`"
            ));
        }
        Ok(Arguments {
            rules: self.rules,
            reason,
            until: self.until,
        })
    }
}

struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, letter: char) -> bool {
        let rest = self.rest.strip_prefix(letter);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn word(&mut self) -> &'a str {
        let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
        let end = self.rest.find(|letter| !is_part(letter));
        let (word, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        word
    }

    /// A string literal; `\` takes the letter behind it as it is.
    fn string(&mut self, key: &str) -> Result<String, String> {
        if !self.take('"') {
            return Err(format!("`{key}` takes a string: `{key} = \"…\"`"));
        }
        let mut value = String::new();
        let mut letters = self.rest.char_indices();
        while let Some((at, letter)) = letters.next() {
            match letter {
                '"' => {
                    self.rest = &self.rest[at + 1..];
                    return Ok(value);
                }
                '\\' => value.extend(letters.next().map(|(_, escaped)| escaped)),
                _ => value.push(letter),
            }
        }
        Err(format!("the string of `{key}` has no closing `\"`"))
    }

    fn unexpected(&self, expected: &str) -> String {
        self.rest.chars().next().map_or_else(
            || format!("expected {expected}, found the end of the comment"),
            |found| format!("expected {expected}, found `{found}`"),
        )
    }
}

//! Where the tokens of a text are, which brackets belong together, and which tokens make a statement or an item.

use std::ops::Range;

/// A text, cut.
pub(crate) struct Pieces<'t> {
    /// Identifiers, numbers, literals, comments, blanks and single signs: together they are the text.
    pub(crate) tokens: Vec<&'t str>,
    /// What lies between a pair of brackets, without them.
    pub(crate) groups: Vec<Range<usize>>,
    /// Items, statements, arms, arguments: what ends with `;`, `,` or a block.
    pub(crate) pieces: Vec<Range<usize>>,
}

impl<'t> Pieces<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let mut cut = Self {
            tokens: tokens(text),
            groups: Vec::new(),
            pieces: Vec::new(),
        };
        cut.find();
        cut
    }

    fn find(&mut self) {
        // Where each open bracket stands, and where the piece after it begins.
        let mut open: Vec<(usize, usize)> = vec![(0, 0)];
        for (at, token) in self.tokens.iter().enumerate() {
            let begun = open.last().map_or(0, |it| it.1);
            match *token {
                "{" | "(" | "[" => open.push((at, at + 1)),
                "}" | ")" | "]" => {
                    if begun < at {
                        self.pieces.push(begun..at);
                    }
                    if open.len() > 1
                        && let Some((bracket, _)) = open.pop()
                    {
                        self.groups.push(bracket + 1..at);
                    }
                    if *token == "}"
                        && let Some(around) = open.last_mut()
                    {
                        self.pieces.push(around.1..at + 1);
                        around.1 = at + 1;
                    }
                }
                ";" | "," => {
                    self.pieces.push(begun..at + 1);
                    if let Some(around) = open.last_mut() {
                        around.1 = at + 1;
                    }
                }
                comment if comment.starts_with("//# ") => {
                    self.pieces.push(begun..at + 1);
                    if let Some(around) = open.last_mut() {
                        around.1 = at + 1;
                    }
                }
                _ => {}
            }
        }
    }

    pub(crate) fn text(&self, range: Range<usize>) -> String {
        self.tokens[range].concat()
    }
}

/// Whether a token is a name or a keyword.
pub(crate) fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = length(rest, first);
        let (token, behind) = rest.split_at(length);
        tokens.push(token);
        rest = behind;
    }
    tokens
}

/// How long the token is at the beginning of a text.
fn length(text: &str, first: char) -> usize {
    let until = |end: fn(char) -> bool| text.find(end).unwrap_or(text.len());
    if text.starts_with("//") {
        return text.find('\n').map_or(text.len(), |at| at + 1);
    }
    if first.is_whitespace() {
        return until(|c| !c.is_whitespace());
    }
    if first.is_alphanumeric() || first == '_' {
        return until(|c| !(c.is_alphanumeric() || c == '_'));
    }
    if first == '"' {
        let mut escaped = false;
        for (at, c) in text.char_indices().skip(1) {
            if !escaped && c == '"' {
                return at + 1;
            }
            escaped = c == '\\' && !escaped;
        }
        return text.len();
    }
    if first == '\'' {
        let mut chars = text.char_indices().skip(1);
        let letter = chars.next().map(|it| it.1);
        let end = chars.next();
        return match (letter, end) {
            (Some('\\'), _) => text[2..].find('\'').map_or(1, |at| at + 3),
            (Some(_), Some((at, '\''))) => at + 1,
            _ => 1,
        };
    }
    first.len_utf8()
}

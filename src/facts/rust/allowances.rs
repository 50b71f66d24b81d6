//! Inline allowances: `// bulkhead: allow(rule-id, reason = "…")`, and the same as an attribute.
//!
//! In: the text of a file. Out: [`Allowance`]s with what each covers, and [`MalformedAllowance`]s.
//! *Invariant:* comments are the gaps between tokens, so that no text in a string or doc comment can ever match;
//! whether a rule of that name exists is not known here.

mod arguments;
mod covers;
#[cfg(test)]
mod tests;
mod tokens;

use bumpalo::Bump;

use arguments::Arguments;
use covers::{Coverable, Nodes};
use tokens::{Comment, Tokens};

use super::shebang;
use super::syntax::{Home, Keep, Parser, Text, lex};
use crate::base::{Name, Span, name};

/// One inline allowance of one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Allowance {
    /// The rule.
    pub rule: Name,
    /// Why it may be broken here.
    pub reason: String,
    /// The last day it holds (ISO 8601).
    pub until: Option<Name>,
    /// The comment or attribute.
    pub span: Span,
    /// What it covers.
    pub covers: Span,
    /// Whether a module that is declared in what it covers (`mod x;`) is covered in its own file as well:
    /// where it stands on an item, and not where it covers a line or a file.
    pub modules: bool,
}

/// An inline allowance that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MalformedAllowance {
    /// The comment or attribute.
    pub span: Span,
    /// What is wrong with it, as a lowercase phrase.
    pub what: String,
}

/// Whether the text can hold an allowance at all. Nearly no file does, and those cost no more than this.
#[must_use]
pub(crate) fn mentions(text: &str) -> bool {
    text.contains("bulkhead:")
}

/// Every inline allowance of a file, in the order of the text.
///
/// `text` has no byte order mark. It is read once more, as few files hold any: with its documentation, and with where
/// everything stands that an allowance can stand on.
#[must_use]
pub(crate) fn allowances(text: &str) -> (Vec<Allowance>, Vec<MalformedAllowance>) {
    let mut found = Found::default();
    if !mentions(text) {
        return (found.allowances, found.malformed);
    }
    let code = &text[shebang(text)..];
    // The text has been parsed already, so this cannot fail.
    let Some((tokens, coverable)) = read(code) else {
        return (found.allowances, found.malformed);
    };
    let reader = Reader {
        code,
        coverable: Coverable::of(code, coverable, &tokens),
        tokens: &tokens,
    };
    reader.comments(&mut found);
    reader.attributes(&mut found);
    found.settle(text.len() - code.len())
}

/// The tokens of a text, and the nodes that they make.
fn read(code: &str) -> Option<(Tokens, Nodes)> {
    let source = Text {
        text: code,
        offset: 0,
    };
    let tokens = lex(source, Keep::Documentation).ok()?;
    let arena = Bump::new();
    let home = Home::with_nodes(&arena, source);
    Parser::new(&home, &tokens).file().ok()?;
    Some((Tokens::read(code, &tokens), Nodes::of(&home)))
}

#[derive(Default)]
struct Found {
    allowances: Vec<Allowance>,
    malformed: Vec<MalformedAllowance>,
}

impl Found {
    /// Sorts, and moves the spans behind the text that was skipped.
    fn settle(mut self, skipped: usize) -> (Vec<Allowance>, Vec<MalformedAllowance>) {
        let skipped = u32::try_from(skipped).unwrap_or(u32::MAX);
        let moved = |span: Span| Span::new(span.start + skipped, span.end + skipped);
        for allowance in &mut self.allowances {
            allowance.span = moved(allowance.span);
            allowance.covers = moved(allowance.covers);
        }
        for malformed in &mut self.malformed {
            malformed.span = moved(malformed.span);
        }
        self.allowances.sort_by_key(|it| it.span);
        self.malformed.sort_by_key(|it| it.span);
        (self.allowances, self.malformed)
    }
}

/// What an allowance covers, and whether the modules declared in it as well.
struct Cover {
    span: Span,
    modules: bool,
}

struct Reader<'a> {
    code: &'a str,
    tokens: &'a Tokens,
    coverable: Coverable<'a>,
}

impl Reader<'_> {
    fn comments(&self, found: &mut Found) {
        let mut comments = self.tokens.comments().iter().peekable();
        while let Some(comment) = comments.next() {
            let Some((word, rest)) = directive(comment.text(self.code)) else {
                continue;
            };
            let mut span = comment.span;
            let mut text = rest.to_owned();
            // A long reason may go on in the comment lines below.
            while arguments::is_unfinished(&text)
                && let Some(next) = comments.next_if(|next| self.continues(span, next))
            {
                text.push(' ');
                text.push_str(next.text(self.code).trim_start());
                span.end = next.span.end;
            }
            let read = self.read(&word, &text, span);
            add(found, span, read);
        }
    }

    fn attributes(&self, found: &mut Found) {
        for attribute in self.tokens.allowing_attributes() {
            let text =
                &self.code[attribute.arguments.start as usize..attribute.arguments.end as usize];
            let read = arguments::parse(text).and_then(|arguments| {
                let cover = self.coverable.behind_attribute(attribute);
                Ok((arguments, cover.ok_or_else(nothing_follows)?))
            });
            add(found, attribute.span, read);
        }
    }

    fn continues(&self, before: Span, next: &Comment) -> bool {
        let between = &self.code[before.end as usize..next.span.start as usize];
        between.matches('\n').count() == 1
            && between.trim().is_empty()
            && directive(next.text(self.code)).is_none()
    }

    fn read(&self, word: &str, text: &str, span: Span) -> Result<(Arguments, Cover), String> {
        if word != "allow" && word != "allow-file" {
            return Err(format!(
                "unknown word `{word}`; write `bulkhead: allow(…)` or `bulkhead: allow-file(…)`"
            ));
        }
        let arguments = arguments::parse(text)?;
        let cover = if word == "allow-file" {
            self.coverable.file(span)
        } else {
            self.coverable
                .behind_comment(span)
                .ok_or_else(nothing_follows)
        };
        Ok((arguments, cover?))
    }
}

fn nothing_follows() -> String {
    "no item or statement follows that it could cover".to_owned()
}

fn add(found: &mut Found, span: Span, read: Result<(Arguments, Cover), String>) {
    let (arguments, cover) = match read {
        Ok(read) => read,
        Err(what) => return found.malformed.push(MalformedAllowance { span, what }),
    };
    for rule in &arguments.rules {
        found.allowances.push(Allowance {
            rule: name(rule),
            reason: arguments.reason.clone(),
            until: arguments.until.as_deref().map(name),
            span,
            covers: cover.span,
            modules: cover.modules,
        });
    }
}

/// The word behind `bulkhead:` at the beginning of a comment, and the text behind that. Prose that merely begins
/// with the tool's name is no directive: that takes the word `allow`, or a parenthesis right behind the word.
fn directive(comment: &str) -> Option<(String, &str)> {
    let rest = comment.trim_start().strip_prefix("bulkhead:")?.trim_start();
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | ':');
    let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
    let (word, rest) = rest.split_at(end);
    let is_directive = rest.starts_with('(') || word == "allow" || word == "allow-file";
    is_directive.then(|| (word.to_owned(), rest))
}

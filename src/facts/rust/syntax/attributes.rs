//! Attributes (<https://doc.rust-lang.org/reference/attributes.html>), visibilities, and paths without arguments.

use bumpalo::collections::Vec as ArenaVec;

use super::parser::{Parsed, Parser};
use super::token::{Delimiter, Kind, Word};
use super::tree::{Attribute, Macro, Meta, MetaValue, Path, Segment, Visibility};

impl<'a> Parser<'a> {
    /// The attributes in front of something.
    pub(crate) fn outer_attributes(&mut self) -> Parsed<&'a [Attribute<'a>]> {
        if !self.is(b'#') {
            return Ok(&[]);
        }
        let mut all = self.list();
        self.outer_attributes_into(&mut all)?;
        Ok(all.into_bump_slice())
    }

    fn outer_attributes_into(&mut self, all: &mut ArenaVec<'a, Attribute<'a>>) -> Parsed<()> {
        while self.is(b'#') && self.opens_at(1, Delimiter::Bracket) {
            self.advance();
            all.push(self.attribute()?);
        }
        Ok(())
    }

    /// Attributes at the beginning of a body, behind those in front of the whole.
    pub(crate) fn inner_attributes(
        &mut self,
        outer: &'a [Attribute<'a>],
    ) -> Parsed<&'a [Attribute<'a>]> {
        if !self.begins_inner_attribute() {
            return Ok(outer);
        }
        let mut all = self.list();
        all.extend_from_slice_copy(outer);
        while self.begins_inner_attribute() {
            self.advance();
            self.advance();
            all.push(self.attribute()?);
        }
        Ok(all.into_bump_slice())
    }

    fn begins_inner_attribute(&self) -> bool {
        self.is(b'#') && self.is_at(1, b'!') && self.opens_at(2, Delimiter::Bracket)
    }

    /// `[meta]`.
    fn attribute(&mut self) -> Parsed<Attribute<'a>> {
        let mut inside = self.group(Delimiter::Bracket)?;
        let meta = inside.meta()?;
        inside.finish()?;
        Ok(meta)
    }

    /// `path`, `path(tokens)`, `path = tokens` up to the next `,` or `=>` or the end.
    pub(crate) fn meta(&mut self) -> Parsed<Meta<'a>> {
        let path = self.plain_path()?;
        let value = match self.kind() {
            Kind::Open(delimiter) if delimiter != Delimiter::None => {
                MetaValue::List(self.delimited()?.2)
            }
            Kind::Punct(b'=') if !self.is_two(b'=', b'>') => {
                self.advance();
                let before = *self;
                while !self.is(b',') && !self.is_two(b'=', b'>') && self.skip() {}
                MetaValue::Is(self.since(&before))
            }
            _ => MetaValue::None,
        };
        Ok(Meta { path, value })
    }

    /// A path without generic arguments, whose segments may be any words.
    pub(crate) fn plain_path(&mut self) -> Parsed<Path<'a>> {
        let global = self.is_separator().then(|| self.span());
        if global.is_some() {
            self.eat_separator();
        }
        let first = Segment {
            ident: self.any_ident()?,
            arguments: None,
        };
        if !self.is_separator() {
            return Ok(Path {
                global,
                segments: std::slice::from_ref(self.keep(first)),
            });
        }
        let mut segments = self.list();
        segments.push(first);
        while self.is_separator() && self.nth(2).kind == Kind::Ident {
            self.eat_separator();
            segments.push(Segment {
                ident: self.any_ident()?,
                arguments: None,
            });
        }
        Ok(Path {
            global,
            segments: segments.into_bump_slice(),
        })
    }

    /// The call of a macro at its `!`.
    pub(crate) fn macro_call(&mut self, path: Path<'a>) -> Parsed<&'a Macro<'a>> {
        self.expect(b'!', "`!`")?;
        self.macro_arguments(path)
    }

    /// The arguments of a macro.
    pub(crate) fn macro_arguments(&mut self, path: Path<'a>) -> Parsed<&'a Macro<'a>> {
        let (delimiter, open, tokens, close) = self.delimited()?;
        Ok(self.keep(Macro {
            path,
            delimiter,
            open,
            tokens,
            close,
        }))
    }

    /// How many tokens further on the `!` of a macro call stands, where its path begins here.
    pub(crate) fn bang_of_call(&self) -> Option<usize> {
        let mut ahead = if self.is_separator() { 2 } else { 0 };
        loop {
            let token = self.nth(ahead);
            let word = token.word;
            let is_segment = !word.is_reserved() || word.begins_path();
            if token.kind != Kind::Ident || !is_segment {
                return None;
            }
            ahead += 1;
            if self.is_bang_at(ahead) {
                return Some(ahead);
            }
            if !self.is_separator_at(ahead) {
                return None;
            }
            ahead += 2;
        }
    }

    /// `pub`, `pub(crate)`, `pub(in path)` or nothing.
    pub(crate) fn visibility(&mut self) -> Parsed<Visibility<'a>> {
        if !self.eat_word(Word::Pub) {
            return Ok(Visibility::Inherited);
        }
        let is_restricted = self.opens(Delimiter::Parenthesis)
            && match self.word_at(1) {
                Word::In => true,
                Word::Crate | Word::SelfValue | Word::Super => {
                    // `pub (crate::A, B)` is a field of a tuple.
                    matches!(self.nth(2).kind, Kind::Close(_))
                }
                _ => false,
            };
        if !is_restricted {
            return Ok(Visibility::Public);
        }
        let mut inside = self.group(Delimiter::Parenthesis)?;
        inside.eat_word(Word::In);
        Ok(Visibility::Restricted(inside.plain_path()?))
    }
}

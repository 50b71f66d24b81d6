//! Macros that bring files in: `include!` and `automod::dir!`.
//!
//! In: a call. Out: an [`Include`] or a [`ModuleFolder`].
//! *Invariant:* what depends on the build is not guessed.

use super::collector::Collector;
use super::items::visibility;
use super::syntax::token::Kind;
use super::syntax::tree::Macro;
use super::syntax::{Parsed, Parser, string_value};
use crate::base::Span;
use crate::facts::{Include, IncludedFile, ModuleFolder};

impl<'c> Collector<'c> {
    pub(super) fn include(&mut self, mac: &Macro<'c>, span: Span) {
        self.facts.includes.push(Include {
            scope: self.scope,
            file: self.whole(mac.tokens, included_file),
            span,
            cfg: self.cfg,
        });
    }

    /// `automod::dir!(pub "folder")`.
    pub(super) fn module_folder(&mut self, mac: &Macro<'c>, span: Span) -> bool {
        let [.., module, name] = mac.path.segments else {
            return false;
        };
        if module.ident != "automod" || name.ident != "dir" {
            return false;
        }
        let arguments = self.whole(mac.tokens, |input| Ok((input.visibility()?, text(input)?)));
        let Some((visible, folder)) = arguments else {
            return false;
        };
        self.facts.module_folders.push(ModuleFolder {
            scope: self.scope,
            folder,
            visibility: visibility(&visible),
            span,
            cfg: self.cfg,
        });
        true
    }
}

/// What `include!` is given, where it does not depend on the build: a text, or several after the folder of the manifest.
fn included_file(input: &mut Parser<'_>) -> Parsed<IncludedFile> {
    if input.kind() == Kind::Literal {
        let file = text(input)?;
        input.eat(b',');
        return Ok(IncludedFile::Beside(file));
    }
    let path = input.plain_path()?;
    if !path.is("concat") {
        return input.fail("a file that is known before the build");
    }
    let parts = input.macro_call(path)?;
    input.eat(b',');
    let mut parts = input.inside(parts.tokens);
    let is_manifest = parts.kind() == Kind::Ident;
    if is_manifest {
        let path = parts.plain_path()?;
        let variable = parts.macro_call(path)?;
        let name = text(&mut parts.inside(variable.tokens))?;
        if !path.is("env") || name != "CARGO_MANIFEST_DIR" {
            return input.fail("a file that is known before the build");
        }
        parts.expect(b',', "`,`")?;
    }
    let mut file = String::new();
    while !parts.is_at_end() {
        file.push_str(&text(&mut parts)?);
        if !parts.eat(b',') {
            parts.finish()?;
        }
    }
    Ok(if is_manifest {
        IncludedFile::BehindManifest(file)
    } else {
        IncludedFile::Beside(file)
    })
}

/// A string literal.
fn text(input: &mut Parser<'_>) -> Parsed<String> {
    let token = input.token();
    let Some(value) = string_value(input.home().literal(&token)) else {
        return input.fail("a text");
    };
    input.advance();
    Ok(value)
}

//! Macros that bring files in: `include!` and `automod::dir!`.
//!
//! In: a call. Out: an [`Include`] or a [`ModuleFolder`].
//! *Invariant:* what depends on the build is not guessed.

use proc_macro2::Ident;
use syn::Token;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;

use super::collector::Collector;
use super::items::visibility;
use crate::base::Span;
use crate::facts::{Include, IncludedFile, ModuleFolder};

impl Collector<'_> {
    pub(super) fn include(&mut self, mac: &syn::Macro, span: Span) {
        self.facts.includes.push(Include {
            scope: self.scope,
            file: included_file.parse2(mac.tokens.clone()).ok(),
            span,
            cfg: self.cfg,
        });
    }

    /// `automod::dir!(pub "folder")`.
    pub(super) fn module_folder(&mut self, mac: &syn::Macro, span: Span) -> bool {
        let words: Vec<&Ident> = mac.path.segments.iter().map(|it| &it.ident).collect();
        if !matches!(words.as_slice(), [.., module, name] if *module == "automod" && *name == "dir")
        {
            return false;
        }
        let arguments = |input: ParseStream| -> syn::Result<(syn::Visibility, syn::LitStr)> {
            Ok((input.parse()?, input.parse()?))
        };
        let Ok((visible, folder)) = arguments.parse2(mac.tokens.clone()) else {
            return false;
        };
        self.facts.module_folders.push(ModuleFolder {
            scope: self.scope,
            folder: folder.value(),
            visibility: visibility(&visible),
            span,
            cfg: self.cfg,
        });
        true
    }
}

/// What `include!` is given, where it does not depend on the build: a text, or several after the folder of the manifest.
fn included_file(input: ParseStream) -> syn::Result<IncludedFile> {
    if input.peek(syn::LitStr) {
        return Ok(IncludedFile::Beside(input.parse::<syn::LitStr>()?.value()));
    }
    let call: syn::Macro = input.parse()?;
    if !call.path.is_ident("concat") {
        return Err(input.error("not known before the build"));
    }
    let parts = |input: ParseStream| {
        let is_manifest = input.peek(Ident::peek_any);
        if is_manifest {
            let variable: syn::Macro = input.parse()?;
            let name: syn::LitStr = variable.parse_body()?;
            if !variable.path.is_ident("env") || name.value() != "CARGO_MANIFEST_DIR" {
                return Err(input.error("not known before the build"));
            }
            input.parse::<Token![,]>()?;
        }
        let texts = Punctuated::<syn::LitStr, Token![,]>::parse_terminated(input)?;
        let text: String = texts.iter().map(syn::LitStr::value).collect();
        Ok(if is_manifest {
            IncludedFile::BehindManifest(text)
        } else {
            IncludedFile::Beside(text)
        })
    };
    parts.parse2(call.tokens)
}

//! What is done to a text: pieces copied, moved, wrapped and left out, names exchanged, files cut.

use std::ops::Range;

use crate::pieces::{Pieces, is_word};

/// Put around a piece, which is `@`; `%` is a name.
const AROUND: [&str; 24] = [
    "pub mod % { @ }",
    "mod % { use super::*; @ }",
    "mod % { pub use super::%::*; @ }",
    "fn %() { @ }",
    "pub async fn %(&self) -> % { @ }",
    "macro_rules! % { () => { @ }; } %!{}",
    "macro_rules! % { ($x:ident) => { @ }; ($x:ident, $($y:tt)*) => { @ %!{$($y)*} }; } %!{%, %, %}",
    "macro_rules! % { ($($x:item)*) => { $($x)* $($x)* }; } %!{ @ }",
    "macro_rules! % { ($($x:tt)*) => { %!{ $($x)* } }; } %!{ @ }",
    "macro_rules! % { ($e:expr, $t:ty) => { { let % = $e; @ } }; }",
    "#[macro_export] macro_rules! % { ($p:path) => { $crate::%::%!{$p} @ }; }",
    "%!{ @ }",
    "vec![@]",
    "#[cfg(test)] @",
    "#[cfg(feature = \"%\")] @",
    "#[derive(%, Clone)] @",
    "#[macro_use] @",
    "impl % { @ }",
    "impl<%: %> % for % { @ }",
    "trait %: % { @ }",
    "const _: () = { @ };",
    "if let Some(%) = % { @ }",
    "let % = |%| { @ };",
    "{ @ }",
];

/// Put between two pieces; `^` is a file.
const BETWEEN: [&str; 44] = [
    "use %::*;",
    "pub use %::*;",
    "pub use self::%::% as %;",
    "pub(crate) use super::{%, % as %, self as %, %::*};",
    "use crate::%::%;",
    "use super::*;",
    "use ::%::%;",
    "use % as _;",
    "use {%, %::{self, *}};",
    "pub(in crate::%) use %;",
    "mod %;",
    "pub mod %;",
    "#[path = \"^\"] mod %;",
    "#[cfg_attr(test, path = \"^\")] pub mod %;",
    "include!(\"^\");",
    "extern crate % as %;",
    "#[macro_use] extern crate %;",
    "extern crate self as %;",
    "%!(%);",
    "%! { % { % } }",
    "crate::%!(%, %);",
    "$crate::%!{$%}",
    "pub type % = %<%>;",
    "type %<T> = (%<T>, T);",
    "impl % for % {}",
    "impl<T: %> % for T { type % = T::%; fn %(&self) -> Self::% {} }",
    "impl std::ops::Deref for % { type Target = %; fn deref(&self) -> &% {} }",
    "impl Iterator for % { type Item = %; }",
    "pub struct %<T>(pub %, T);",
    "pub struct % { pub %: %, pub %: Box<%> }",
    "enum % { %, %(%), % { %: % } }",
    "pub trait % : % { type %: %; fn %(&self) -> Self::%; }",
    "pub fn %<T: %>(%: T, %: &%) -> impl % { %.% }",
    "let % = %;",
    "let (%, %) = (%.%, %);",
    "let % = %.%(%).%();",
    "let % = (%, %);",
    "let % = |%| %.%;",
    "let %: % = %::default();",
    "%.%()?;",
    "for % in %.iter().map(|%| %.%) {}",
    "match % { %::%(%) => %, % { %, .. } => %, _ => % }",
    "// bulkhead: allow(%, reason = \"%\")\n",
    "\n//# ^\n",
];

/// Put in the place of a name, which is `@`.
const FOR_A_NAME: [&str; 30] = [
    "@.%()",
    "@.%",
    "@::%",
    "%::@",
    "&@",
    "&mut @",
    "*@",
    "@?",
    "@.await",
    "|%| @",
    "(@, %)",
    "(@, @)",
    "[@; 3]",
    "vec![@]",
    "@.0",
    "@::<%>",
    "Box<@>",
    "Option<@>",
    "Vec<(@, %)>",
    "Result<@, %>",
    "impl @",
    "dyn @",
    "<@ as %>::%",
    "crate::@",
    "super::@",
    "self::@",
    "Self::@",
    "$crate::@",
    "$@",
    "r#@",
];

const WORDS: [&str; 72] = [
    "self", "Self", "crate", "super", "std", "core", "app", "lib2", "macros", "old2015", "a", "b", "c", "x", "T", "Option",
    "Some", "None", "Result", "Ok", "Err", "Vec", "String", "str", "Box", "Arc", "Iterator", "IntoIterator", "Item", "Deref",
    "Target", "Fn", "FnOnce", "Future", "Output", "Clone", "Default", "From", "Into", "Add", "Index", "iter", "map", "filter",
    "collect", "unwrap", "clone", "into", "next", "push", "get", "as_ref", "then", "fold", "zip", "println", "matches",
    "thread_local", "vec", "format", "write", "bitflags", "lazy_static", "include", "table", "usize", "u8", "async", "const",
    "static", "union", "mod",
];

const FILES: [&str; 20] = [
    "app/src/lib.rs",
    "app/src/main.rs",
    "app/src/a.rs",
    "app/src/a/mod.rs",
    "app/src/a/b.rs",
    "app/src/b/mod.rs",
    "app/src/b/c.rs",
    "app/src/bin/tool.rs",
    "app/tests/it.rs",
    "app/build.rs",
    "lib2/src/lib.rs",
    "lib2/src/a.rs",
    "macros/src/lib.rs",
    "old2015/src/lib.rs",
    "a.rs",
    "a/mod.rs",
    "b.rs",
    "lib.rs",
    "../src/lib.rs",
    "mod.rs",
];

/// A source of chance, and what it does to texts.
pub(crate) struct Mutator {
    state: u64,
}

impl Mutator {
    pub(crate) fn new(seed: u32) -> Self {
        Self {
            state: u64::from(seed) ^ 0x9e37_79b9_7f4a_7c15,
        }
    }

    /// splitmix64.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() >> 32).unwrap_or(0) % count.max(1)
    }

    fn pick<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }

    /// How many mutations to make at once.
    pub(crate) fn rounds(&mut self) -> usize {
        1 + self.below(4)
    }

    pub(crate) fn mutate(&mut self, text: &str) -> String {
        let cut = Pieces::new(text);
        if cut.tokens.is_empty() {
            let template = self.pick(&BETWEEN);
            return self.filled(template, "", &cut);
        }
        match self.below(10) {
            0 => self.piece_after_piece(&cut, &cut),
            1 => self.piece_for_piece(&cut, &cut),
            2 => self.without_piece(&cut),
            3 => self.wrapped(&cut),
            4 => self.inserted(&cut),
            5 => self.group_for_group(&cut, &cut),
            6 => self.word_replaced(&cut),
            7 => self.word_extended(&cut),
            8 => self.words_exchanged(&cut),
            _ => self.damaged(&cut),
        }
    }

    pub(crate) fn cross(&mut self, one: &str, other: &str) -> String {
        let (one, other) = (Pieces::new(one), Pieces::new(other));
        match self.below(3) {
            0 => self.piece_after_piece(&one, &other),
            1 => self.piece_for_piece(&one, &other),
            _ => self.group_for_group(&one, &other),
        }
    }

    fn range(&mut self, ranges: &[Range<usize>], cut: &Pieces<'_>) -> Range<usize> {
        let whole = 0..cut.tokens.len();
        if ranges.is_empty() {
            return whole;
        }
        ranges[self.below(ranges.len())].clone()
    }

    fn piece(&mut self, cut: &Pieces<'_>) -> Range<usize> {
        self.range(&cut.pieces, cut)
    }

    fn replaced(cut: &Pieces<'_>, range: Range<usize>, by: &str) -> String {
        let end = cut.tokens.len();
        cut.text(0..range.start) + by + &cut.text(range.end..end)
    }

    fn piece_after_piece(&mut self, into: &Pieces<'_>, from: &Pieces<'_>) -> String {
        let piece = self.piece(from);
        let at = self.piece(into).end;
        Self::replaced(into, at..at, &from.text(piece))
    }

    fn piece_for_piece(&mut self, into: &Pieces<'_>, from: &Pieces<'_>) -> String {
        let piece = self.piece(from);
        let at = self.piece(into);
        Self::replaced(into, at, &from.text(piece))
    }

    fn without_piece(&mut self, cut: &Pieces<'_>) -> String {
        let piece = self.piece(cut);
        Self::replaced(cut, piece, "")
    }

    fn wrapped(&mut self, cut: &Pieces<'_>) -> String {
        let piece = self.piece(cut);
        let template = self.pick(&AROUND);
        let around = self.filled(template, &cut.text(piece.clone()), cut);
        Self::replaced(cut, piece, &around)
    }

    fn inserted(&mut self, cut: &Pieces<'_>) -> String {
        let at = self.piece(cut).end;
        let template = self.pick(&BETWEEN);
        let new = self.filled(template, "", cut);
        Self::replaced(cut, at..at, &new)
    }

    fn group_for_group(&mut self, into: &Pieces<'_>, from: &Pieces<'_>) -> String {
        let group = self.range(&from.groups, from);
        let open = group.start.checked_sub(1).map(|at| from.tokens[at]);
        let same: Vec<Range<usize>> = into
            .groups
            .iter()
            .filter(|it| Some(into.tokens[it.start - 1]) == open)
            .cloned()
            .collect();
        let at = self.range(&same, into);
        Self::replaced(into, at, &from.text(group))
    }

    /// The place of a word.
    fn word_at(&mut self, cut: &Pieces<'_>) -> Option<usize> {
        let words = |at: &usize| is_word(cut.tokens[*at]);
        let from = self.below(cut.tokens.len());
        let mut places = (from..cut.tokens.len()).chain(0..from);
        places.find(words)
    }

    fn word_replaced(&mut self, cut: &Pieces<'_>) -> String {
        let Some(at) = self.word_at(cut) else {
            return self.inserted(cut);
        };
        let word = self.word(cut);
        Self::replaced(cut, at..at + 1, &word)
    }

    fn word_extended(&mut self, cut: &Pieces<'_>) -> String {
        let Some(at) = self.word_at(cut) else {
            return self.inserted(cut);
        };
        let template = self.pick(&FOR_A_NAME);
        let new = self.filled(template, cut.tokens[at], cut);
        Self::replaced(cut, at..at + 1, &new)
    }

    /// Everywhere one name for another.
    fn words_exchanged(&mut self, cut: &Pieces<'_>) -> String {
        let Some(at) = self.word_at(cut) else {
            return self.inserted(cut);
        };
        let word = self.word(cut);
        let renamed = cut.tokens.iter().map(|token| {
            if *token == cut.tokens[at] {
                &word
            } else {
                *token
            }
        });
        renamed.collect()
    }

    /// One token less, or twice, or another one.
    fn damaged(&mut self, cut: &Pieces<'_>) -> String {
        let at = self.below(cut.tokens.len());
        let new = match self.below(4) {
            0 => String::new(),
            1 => cut.tokens[at].repeat(2),
            2 => cut.tokens[self.below(cut.tokens.len())].to_owned(),
            _ => {
                let signs = ["::", "$", "(", ")", "{", "}", "<", ">", "..", "é", "!", "#", "'a", "\"", "=>"];
                self.pick(&signs).to_owned()
            }
        };
        Self::replaced(cut, at..at + 1, &new)
    }

    /// Mostly a name of the text itself.
    fn word(&mut self, cut: &Pieces<'_>) -> String {
        match self.below(10) {
            0 => format!("n{}", self.below(20)),
            1 | 2 => self.pick(&WORDS).to_owned(),
            _ => match self.word_at(cut) {
                Some(at) => cut.tokens[at].to_owned(),
                None => self.pick(&WORDS).to_owned(),
            },
        }
    }

    fn filled(&mut self, template: &str, piece: &str, cut: &Pieces<'_>) -> String {
        let mut filled = String::with_capacity(template.len() + piece.len() + 16);
        for letter in template.chars() {
            match letter {
                '%' => {
                    let word = self.word(cut);
                    filled.push_str(&word);
                }
                '@' => filled.push_str(piece),
                '^' => filled.push_str(self.pick(&FILES)),
                other => filled.push(other),
            }
        }
        filled
    }
}

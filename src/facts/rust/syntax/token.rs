//! Tokens: what the text is cut into (<https://doc.rust-lang.org/reference/tokens.html>).
//!
//! In: nothing. Out: [`Token`], one flat list for a text; a group is what lies between an opening delimiter and its partner.
//! *Invariant:* delimiters are balanced in every list; a slice of whole groups is a list of its own.

use crate::base::{Name, Span};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An identifier or keyword.
    Ident,
    /// `'a`: the name is without the quote.
    Lifetime,
    /// A literal.
    Literal,
    /// One character of an operator.
    Punct(u8),
    /// An opening delimiter.
    Open(Delimiter),
    /// A closing delimiter.
    Close(Delimiter),
    /// Nothing follows. Stands in no list.
    End,
}

/// What holds a group together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delimiter {
    /// `( … )`.
    Parenthesis,
    /// `[ … ]`.
    Bracket,
    /// `{ … }`.
    Brace,
    /// Nothing that can be seen: an expression that a macro was given stays one operand.
    None,
}

/// A token. Copies for free.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// What it is.
    pub kind: Kind,
    /// Which keyword it is.
    pub word: Word,
    /// Whether the next character is punctuation too.
    pub is_joint: bool,
    /// Of a delimiter: how many tokens away its partner stands.
    pub partner: u32,
    /// Where it stands. Ends at 0 where the definition of a macro wrote it.
    pub span: Span,
    /// Of an identifier: its text without `r#`; of a literal in the definition of a macro: its text.
    pub name: Option<Name>,
}

/// An identifier where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ident {
    /// Its text, without `r#`.
    pub name: Name,
    /// Where it stands.
    pub span: Span,
    /// Which keyword it is.
    pub word: Word,
}

impl PartialEq<str> for Ident {
    fn eq(&self, other: &str) -> bool {
        self.name == *other
    }
}

impl PartialEq<&str> for Ident {
    fn eq(&self, other: &&str) -> bool {
        self.name == **other
    }
}

impl Token {
    /// The end of every list.
    pub(crate) const END: Self = Self {
        kind: Kind::End,
        word: Word::None,
        is_joint: false,
        partner: 0,
        span: Span { start: 0, end: 0 },
        name: None,
    };

    /// One character of punctuation that stands nowhere in the text.
    pub(crate) const fn punct(character: u8) -> Self {
        Self {
            kind: Kind::Punct(character),
            ..Self::END
        }
    }

    /// The identifier that it is.
    pub(crate) fn ident(&self) -> Option<Ident> {
        match (self.kind, self.name) {
            (Kind::Ident, Some(name)) => Some(Ident {
                name,
                span: self.span,
                word: self.word,
            }),
            _ => None,
        }
    }

    /// Whether it is this character of punctuation.
    pub(crate) fn is_punct(&self, character: u8) -> bool {
        self.kind == Kind::Punct(character)
    }

    /// Whether it is a delimiter that nobody sees.
    pub(crate) fn is_invisible(&self) -> bool {
        matches!(
            self.kind,
            Kind::Open(Delimiter::None) | Kind::Close(Delimiter::None)
        )
    }

    /// How many tokens it spans, with those of its group.
    pub(crate) fn length(&self) -> usize {
        match self.kind {
            Kind::Open(_) => self.partner as usize + 1,
            _ => 1,
        }
    }
}

macro_rules! words {
    ($($length:literal: $($word:ident $text:literal),+;)+) => {
        /// A word of the language, or none: `r#fn` is none.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Word {
            /// A name.
            None,
            $($(#[doc = concat!("`", $text, "`.")] $word,)+)+
        }

        impl Word {
            /// The word that a text is.
            pub(crate) fn of(text: &str) -> Self {
                match text.len() {
                    $($length => match text {
                        $($text => Self::$word,)+
                        _ => Self::None,
                    },)+
                    _ => Self::None,
                }
            }
        }
    };
}

words! {
    1: Underscore "_";
    2: As "as", Do "do", Fn "fn", If "if", In "in";
    3: Box "box", Dyn "dyn", For "for", Let "let", Mod "mod", Mut "mut", Pub "pub", Raw "raw", Ref "ref", Try "try", Use "use";
    4: Auto "auto", Else "else", Enum "enum", Impl "impl", Loop "loop", Move "move", Priv "priv", Safe "safe", SelfType "Self", SelfValue "self",
        True "true", Type "type";
    5: Async "async", Await "await", Break "break", Const "const", Crate "crate", False "false", Final "final", Macro "macro", Match "match",
        Super "super", Trait "trait", Union "union", Where "where", While "while", Yield "yield";
    6: Become "become", Extern "extern", Return "return", Static "static", Struct "struct", Typeof "typeof", Unsafe "unsafe";
    7: Default "default", Unsized "unsized", Virtual "virtual";
    8: Abstract "abstract", Continue "continue", Override "override";
    11: MacroRules "macro_rules";
}

impl Word {
    /// Whether no item, binding or field can have this name (<https://doc.rust-lang.org/reference/keywords.html>).
    pub(crate) fn is_reserved(self) -> bool {
        !matches!(
            self,
            Self::None
                | Self::Auto
                | Self::Raw
                | Self::Safe
                | Self::Union
                | Self::Default
                | Self::MacroRules
                | Self::Try
        )
    }

    /// Whether a path may begin with it.
    pub(crate) fn begins_path(self) -> bool {
        matches!(
            self,
            Self::SelfType | Self::SelfValue | Self::Crate | Self::Super
        )
    }
}

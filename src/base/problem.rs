//! What could not be analysed. Unknown is never clean: every problem is reported.

use super::Location;

/// What kind of thing could not be analysed; each is a lint with this id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum ProblemKind {
    /// A file that could not be read.
    UnreadableFile,
    /// A file that does not parse.
    UnparsedFile,
    /// A `mod x;` or a target without a file.
    MissingModuleFile,
    /// A `mod x;` with two files (`x.rs` and `x/mod.rs`).
    AmbiguousModuleFile,
    /// A module that contains itself through its files.
    CyclicModule,
    /// An `include!` whose file is not known before a build.
    UnreadInclude,
}

impl ProblemKind {
    /// The id of the lint.
    #[must_use]
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::UnreadableFile => "unreadable-file",
            Self::UnparsedFile => "unparsed-file",
            Self::MissingModuleFile => "missing-module-file",
            Self::AmbiguousModuleFile => "ambiguous-module-file",
            Self::CyclicModule => "cyclic-module",
            Self::UnreadInclude => "unread-include",
        }
    }
}

/// One thing that could not be analysed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Problem {
    /// What kind of thing.
    pub kind: ProblemKind,
    /// Where, if there is a place.
    pub location: Option<Location>,
    /// What is wrong, as a lowercase phrase.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Whether it stands under a `cfg`, so that a healthy build may never meet it.
    pub conditional: bool,
}

/// Why a path did not resolve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Cause {
    /// A segment is not in a module whose items are all known.
    NotFound,
    /// The module holds a macro call that was not expanded, which may define it.
    MacroDefined,
    /// The path goes through a file, module or import that could not be analysed.
    Unanalysed,
    /// It stands in a macro's tokens, which may not be a path at all.
    MacroTokens,
    /// One of several external crates defines it, and which of them is not known.
    Outside,
}

impl Cause {
    /// A lowercase phrase for people.
    #[must_use]
    pub(crate) const fn phrase(self) -> &'static str {
        match self {
            Self::NotFound => "name not found",
            Self::MacroDefined => "may be defined by a macro that was not expanded",
            Self::Unanalysed => "leads through code that was not analysed",
            Self::MacroTokens => "in the tokens of a macro that was not expanded",
            Self::Outside => "comes from one of several external globs",
        }
    }

    /// Whether it is a path for sure, and may lead into the workspace.
    #[must_use]
    pub(crate) const fn may_be_internal(self) -> bool {
        !matches!(self, Self::MacroTokens | Self::Outside)
    }
}

//! How much a finding weighs.

/// The level of a rule or lint. Ordered: `Allow < Warn < Deny`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Level {
    /// Not reported.
    Allow,
    /// Reported; the run still succeeds.
    Warn,
    /// Reported; the run ends with status 1.
    Deny,
}

impl Level {
    /// The word of the rule language.
    #[must_use]
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }

    /// Reads the word of the rule language.
    #[must_use]
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        [Self::Allow, Self::Warn, Self::Deny]
            .into_iter()
            .find(|level| level.word() == word)
    }
}

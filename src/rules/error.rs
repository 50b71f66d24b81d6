//! What is wrong in a rule file, as data.

use crate::base::Location;

/// One mistake in a rule file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RuleFileError {
    /// Where it stands.
    pub location: Location,
    /// What is wrong, as a lowercase phrase.
    pub message: String,
    /// Short text for the place: mostly what was probably meant.
    pub label: String,
    /// What to do, where there is more to say.
    pub help: Option<String>,
}

//! How something was established, step by step: texts for people, each with its place.

use super::Location;

/// One step of a [`Trail`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TrailStep {
    /// What was found there, as one sentence without a full stop.
    pub text: String,
    /// Where; `None` for what stands in no text that was read.
    pub location: Option<Location>,
}

/// The steps from what is written to what it leads to, in order.
pub(crate) type Trail = Vec<TrailStep>;

impl TrailStep {
    /// A step at a place.
    pub(crate) fn at(location: Location, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            location: Some(location),
        }
    }

    /// A step that has no place.
    pub(crate) fn nowhere(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            location: None,
        }
    }
}

//! A report becomes bytes, one file a format.
//!
//! In: a [`Report`] (findings and numbers) and the source texts. Out: text for people, rustc's short lines, or a JSON document.
//! *Invariant:* decides neither severity nor success, knows neither rules nor graph, and gives the same bytes for the same report.

mod chain;
mod closing;
mod describe;
mod human;
mod json;
mod short;
#[cfg(test)]
mod tests;
mod trail;

pub(crate) use chain::render_chain;

use crate::base::{Level, Location, SourceMap};
use crate::violation::Report;

/// A form that a report can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// With snippets, for people.
    Human,
    /// One line a finding, as rustc writes it.
    Short,
    /// One versioned JSON document.
    Json,
}

/// How text for people looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    /// Whether to colour.
    pub color: bool,
    /// Whether to draw with more than ASCII.
    pub unicode: bool,
    /// Columns to wrap prose at; 0 = never.
    pub width: usize,
    /// Whether every reference is listed.
    pub all: bool,
}

/// The bytes of a report.
#[must_use]
pub(crate) fn render(
    report: &Report,
    sources: &SourceMap,
    format: Format,
    style: &Style,
) -> String {
    match format {
        Format::Human => human::render(report, sources, style),
        Format::Short => short::render(report, sources, style),
        Format::Json => json::render(report, sources),
    }
}

/// `path:line:col`, from 1, in characters.
fn position(sources: &SourceMap, location: Location) -> String {
    let at = sources.line_column(location.file, location.span.start);
    format!("{}:{}:{}", sources.path(location.file), at.line, at.column)
}

/// The word that a level has in front of a message.
const fn severity(level: Level) -> &'static str {
    match level {
        Level::Deny => "error",
        Level::Warn => "warning",
        Level::Allow => "note",
    }
}

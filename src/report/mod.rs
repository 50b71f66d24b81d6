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

pub use chain::{Chain, Step, render_chain};
pub use describe::{finding_word, message};

use crate::base::{Level, Location, Name, SourceMap, Span};
use crate::violation::Violation;

/// What a run found, and what it looked at.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// What is reported, in the order of [`sort_findings`].
    pub findings: Vec<Violation>,
    /// What is wrong with the rule files.
    pub rule_file_errors: Vec<RuleFileError>,
    /// What was looked at.
    pub summary: Summary,
}

impl Report {
    /// How many findings have this level.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        let at_level = |finding: &&Violation| finding.level == level;
        self.findings.iter().filter(at_level).count()
    }
}

/// The numbers of the closing line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Version of the tool.
    pub version: String,
    /// Modules of the workspace.
    pub modules: usize,
    /// Packages of the workspace.
    pub packages: usize,
    /// Rules in force, the boundaries of domains among them.
    pub rules: usize,
    /// References that resolve.
    pub references: usize,
    /// Violations that an exception, an inline allowance or a baseline excuses.
    pub excused: usize,
    /// Files that could not be analysed.
    pub unanalysed_files: usize,
    /// Written paths that do not resolve.
    pub unresolved_paths: usize,
}

/// One mistake in a rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFileError {
    /// Where, if there is a place.
    pub location: Option<Location>,
    /// What is wrong, as a lowercase phrase.
    pub message: String,
    /// Label of the place; may be empty.
    pub label: String,
    /// What to do about it.
    pub help: Option<String>,
}

/// A form that a report can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// With snippets, for people.
    Human,
    /// One line a finding, as rustc writes it.
    Short,
    /// One versioned JSON document.
    Json,
}

/// How text for people looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
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
pub fn render(report: &Report, sources: &SourceMap, format: Format, style: &Style) -> String {
    match format {
        Format::Human => human::render(report, sources, style),
        Format::Short => short::render(report, sources, style),
        Format::Json => json::render(report, sources),
    }
}

/// The order of a report: by file, place, rule and finding; what has no place comes last.
pub fn sort_findings(findings: &mut [Violation], sources: &SourceMap) {
    findings.sort_by(|a, b| {
        order(a, sources)
            .cmp(&order(b, sources))
            .then_with(|| a.finding.cmp(&b.finding))
    });
}

fn order<'a>(
    violation: &Violation,
    sources: &'a SourceMap,
) -> (bool, Option<(&'a str, Span)>, Name) {
    let place = violation.evidence.location();
    let place = place.map(|place| (sources.path(place.file), place.span));
    (place.is_none(), place, violation.rule)
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

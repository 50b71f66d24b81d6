//! What a run found, before it becomes bytes.

use super::{Hop, Violation};
use crate::base::{Level, Location, Name, SourceMap, Span};

/// What a run found, and what it looked at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Report {
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
    pub(crate) fn count(&self, level: Level) -> usize {
        let at_level = |finding: &&Violation| finding.level == level;
        self.findings.iter().filter(at_level).count()
    }
}

/// The numbers of the closing line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Summary {
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
pub(crate) struct RuleFileError {
    /// Where, if there is a place.
    pub location: Option<Location>,
    /// What is wrong, as a lowercase phrase.
    pub message: String,
    /// Label of the place; may be empty.
    pub label: String,
    /// What to do about it.
    pub help: Option<String>,
}

/// The order of a report: by file, place, rule and finding; what has no place comes last.
pub(crate) fn sort_findings(findings: &mut [Violation], sources: &SourceMap) {
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

/// A chain to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chain {
    /// What it answers, on one line.
    pub title: String,
    /// Its hops, in order.
    pub steps: Vec<Step>,
}

/// One hop of a chain, and what there is to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// The hop.
    pub hop: Hop,
    /// For example which rule permits or forbids it.
    pub note: Option<String>,
}

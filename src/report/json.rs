//! Our own JSON document, versioned. Its types are the wire format; the domain's types never are.
//!
//! Within a schema version, keys are only added. Lines and columns count from 1, columns in characters.

use serde::Serialize;

use super::describe::{finding_word, message};
use super::{closing, describe, severity};
use crate::base::{Level, Location, SourceMap, TrailStep};
use crate::violation::Report;
use crate::violation::{self, Evidence, Violation, fingerprint};

/// The version of every document that this module writes.
pub(super) const SCHEMA_VERSION: u32 = 1;

/// The report as a document.
pub(super) fn render(report: &Report, sources: &SourceMap) -> String {
    let warnings = closing::remarks(report).into_iter().map(|(_, line)| line);
    pretty(&Document {
        schema_version: SCHEMA_VERSION,
        tool: Tool {
            name: "cargo-bulkhead",
            version: &report.summary.version,
        },
        summary: Summary::of(report),
        remarks: warnings.collect(),
        findings: report
            .findings
            .iter()
            .map(|finding| Finding::of(finding, sources))
            .collect(),
        rule_file_errors: report
            .rule_file_errors
            .iter()
            .map(|error| RuleFileError {
                location: error.location.map(|place| Place::of(place, sources)),
                message: &error.message,
                label: &error.label,
                help: error.help.as_deref(),
            })
            .collect(),
    })
}

/// Pretty-printed, with a line break at the end.
pub(super) fn pretty(document: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(document)
        .expect("the wire types hold only text, numbers and lists");
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    tool: Tool<'a>,
    summary: Summary,
    remarks: Vec<String>,
    findings: Vec<Finding<'a>>,
    rule_file_errors: Vec<RuleFileError<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    name: &'static str,
    version: &'a str,
}

#[derive(Serialize)]
struct Summary {
    modules: usize,
    packages: usize,
    rules: usize,
    references: usize,
    errors: usize,
    warnings: usize,
    excused: usize,
    unanalysed_files: usize,
    unresolved_paths: usize,
    rule_file_errors: usize,
}

impl Summary {
    fn of(report: &Report) -> Self {
        let summary = &report.summary;
        Self {
            modules: summary.modules,
            packages: summary.packages,
            rules: summary.rules,
            references: summary.references,
            errors: report.count(Level::Deny),
            warnings: report.count(Level::Warn),
            excused: summary.excused,
            unanalysed_files: summary.unanalysed_files,
            unresolved_paths: summary.unresolved_paths,
            rule_file_errors: report.rule_file_errors.len(),
        }
    }
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'static str,
    level: &'static str,
    severity: &'static str,
    kind: &'static str,
    message: String,
    importer: Option<&'static str>,
    imported: Option<&'static str>,
    fingerprint: String,
    location: Option<Place>,
    help: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    references: Vec<Reference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    chain: Vec<Hop>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cycle: Option<Cycle>,
    law: Option<Law<'a>>,
}

impl<'a> Finding<'a> {
    fn of(finding: &'a Violation, sources: &SourceMap) -> Self {
        let ends = finding.finding.ends();
        let (references, chain, cycle) = evidence(&finding.evidence, sources);
        Self {
            rule: finding.rule.as_str(),
            level: finding.level.word(),
            severity: severity(finding.level),
            kind: finding_word(&finding.finding),
            message: message(finding),
            importer: ends.map(|(from, _)| from.as_str()),
            imported: ends.map(|(_, to)| to.as_str()),
            fingerprint: fingerprint(finding, sources),
            location: finding
                .evidence
                .location()
                .map(|place| Place::of(place, sources)),
            help: describe::help(&finding.finding),
            references,
            chain,
            cycle,
            law: finding.law.as_ref().map(|law| Law::of(law, sources)),
        }
    }
}

fn evidence(evidence: &Evidence, sources: &SourceMap) -> (Vec<Reference>, Vec<Hop>, Option<Cycle>) {
    let hops = |hops: &[violation::Hop]| -> Vec<Hop> {
        hops.iter().map(|hop| Hop::of(hop, sources)).collect()
    };
    match evidence {
        Evidence::References(sites) => {
            let references = sites.iter().map(|site| Reference::of(site, sources));
            (references.collect(), Vec::new(), None)
        }
        Evidence::Chain(chain) => (Vec::new(), hops(chain), None),
        Evidence::Cycle {
            steps,
            cut,
            minimal,
        } => {
            let cycle = Cycle {
                steps: hops(steps),
                cut: hops(cut),
                cut_is_minimal: *minimal,
            };
            (Vec::new(), Vec::new(), Some(cycle))
        }
        Evidence::Place(_) => (Vec::new(), Vec::new(), None),
    }
}

#[derive(Serialize)]
struct Place {
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl Place {
    fn of(location: Location, sources: &SourceMap) -> Self {
        let start = sources.line_column(location.file, location.span.start);
        let end = sources.line_column(location.file, location.span.end);
        Self {
            file: sources.path(location.file).to_owned(),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

/// One reference.
#[derive(Serialize)]
struct Reference {
    importer: &'static str,
    named: &'static str,
    defined: &'static str,
    kind: &'static str,
    conditions: Vec<String>,
    external: bool,
    location: Place,
    definition: Option<Place>,
    /// How it was established; only where `--evidence` asks for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<EvidenceStep>,
}

impl Reference {
    fn of(site: &violation::Site, sources: &SourceMap) -> Self {
        Self {
            importer: site.importer.as_str(),
            named: site.named.as_str(),
            defined: site.imported.as_str(),
            kind: site.kind.word(),
            conditions: site.conditions.clone(),
            external: site.external,
            location: Place::of(site.location, sources),
            definition: site.definition.map(|place| Place::of(place, sources)),
            evidence: site
                .trail
                .iter()
                .map(|step| EvidenceStep::of(step, sources))
                .collect(),
        }
    }
}

/// One step of how a reference was established. What stands in no text that was read has no place.
#[derive(Serialize)]
struct EvidenceStep {
    text: String,
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
}

impl EvidenceStep {
    fn of(step: &TrailStep, sources: &SourceMap) -> Self {
        let place = step.location.map(|place| Place::of(place, sources));
        Self {
            text: step.text.clone(),
            line: place.as_ref().map(|place| place.line),
            column: place.as_ref().map(|place| place.column),
            file: place.map(|place| place.file),
        }
    }
}

/// One edge of a chain or cycle.
#[derive(Serialize)]
pub(super) struct Hop {
    from: &'static str,
    to: &'static str,
    references: usize,
    reference: Reference,
}

impl Hop {
    /// The wire form of a hop.
    pub(super) fn of(hop: &violation::Hop, sources: &SourceMap) -> Self {
        Self {
            from: hop.from.as_str(),
            to: hop.to.as_str(),
            references: hop.references,
            reference: Reference::of(&hop.site, sources),
        }
    }
}

#[derive(Serialize)]
struct Cycle {
    steps: Vec<Hop>,
    cut: Vec<Hop>,
    cut_is_minimal: bool,
}

#[derive(Serialize)]
struct Law<'a> {
    location: Option<Place>,
    label: &'a str,
    because: Option<&'a str>,
    help: Option<&'a str>,
    owner: Option<&'a str>,
    url: Option<&'a str>,
}

impl<'a> Law<'a> {
    fn of(law: &'a violation::Law, sources: &SourceMap) -> Self {
        Self {
            location: law.location.map(|place| Place::of(place, sources)),
            label: &law.label,
            because: law.because.as_deref(),
            help: law.help.as_deref(),
            owner: law.owner.as_deref(),
            url: law.url.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct RuleFileError<'a> {
    location: Option<Place>,
    message: &'a str,
    label: &'a str,
    help: Option<&'a str>,
}

//! rustc's line: `path:line:col: error[bulkhead::rule-id]: message`.

use super::describe::{counted, hop_label, message, one_line, route, site_label};
use super::{Style, closing, position, severity, trail};
use crate::base::{Location, SourceMap};
use crate::violation::Report;
use crate::violation::{Evidence, Hop, Site, Violation};

/// The report, one line a finding.
pub(super) fn render(report: &Report, sources: &SourceMap, style: &Style) -> String {
    let mut lines = Vec::new();
    for error in &report.rule_file_errors {
        let text = format!("error: {}", one_line(&error.message));
        lines.push(at(sources, error.location, &text));
    }
    for finding in &report.findings {
        finding_lines(&mut lines, finding, sources, style);
    }
    for (level, remark) in closing::remarks(report) {
        lines.push(format!("{}: {remark}", severity(level)));
    }
    lines.push(closing::line(report));
    lines.push(String::new());
    lines.join("\n")
}

fn finding_lines(lines: &mut Vec<String>, finding: &Violation, sources: &SourceMap, style: &Style) {
    let level = severity(finding.level);
    let text = format!("{level}[bulkhead::{}]: {}", finding.rule, message(finding));
    let trail = |site: &Site| {
        let steps = trail::lines(site, sources).into_iter();
        steps.map(|step| format!("    {step}"))
    };
    let trails = |hops: &[Hop]| -> Vec<String> {
        let told = hops.iter().enumerate();
        let told = told.filter(|(_, hop)| !hop.site.trail.is_empty());
        told.flat_map(|(at, hop)| {
            let label = format!("  {}", hop_label(at, hops.len(), hop));
            std::iter::once(label).chain(trail(&hop.site))
        })
        .collect()
    };
    match &finding.evidence {
        Evidence::References(sites) if style.all => {
            for site in sites {
                let one = Violation {
                    evidence: Evidence::References(vec![site.clone()]),
                    ..finding.clone()
                };
                let text = format!(
                    "{level}[bulkhead::{}]: {}: {}",
                    finding.rule,
                    message(&one),
                    site_label(site)
                );
                lines.push(at(sources, Some(site.location), &text));
                lines.extend(trail(site));
            }
        }
        Evidence::References(sites) => {
            let text = match sites.len().saturating_sub(1) {
                0 => text,
                more => format!("{text} (and {})", counted(more, "more reference")),
            };
            lines.push(at(sources, finding.evidence.location(), &text));
            lines.extend(sites.first().into_iter().flat_map(trail));
        }
        Evidence::Chain(hops) => {
            let text = format!("{text}: {}", route(hops));
            lines.push(at(sources, finding.evidence.location(), &text));
            lines.extend(trails(hops));
        }
        Evidence::Cycle { steps, .. } => {
            lines.push(at(sources, finding.evidence.location(), &text));
            lines.extend(trails(steps));
        }
        Evidence::Place(_) => lines.push(at(sources, finding.evidence.location(), &text)),
    }
}

/// The text behind its place, if it has one.
pub(super) fn at(sources: &SourceMap, location: Option<Location>, text: &str) -> String {
    location.map_or_else(
        || text.to_owned(),
        |location| format!("{}: {text}", position(sources, location)),
    )
}

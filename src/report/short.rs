//! rustc's line: `path:line:col: error[bulkhead::rule-id]: message`.

use super::describe::{counted, message, one_line, route, site_label};
use super::{Style, closing, position, severity};
use crate::base::{Location, SourceMap};
use crate::violation::Report;
use crate::violation::{Evidence, Violation};

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
    match &finding.evidence {
        Evidence::References(sites) if style.all => {
            lines.extend(sites.iter().map(|site| {
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
                at(sources, Some(site.location), &text)
            }));
        }
        Evidence::References(sites) if sites.len() > 1 => {
            let more = counted(sites.len() - 1, "more reference");
            let text = format!("{text} (and {more})");
            lines.push(at(sources, finding.evidence.location(), &text));
        }
        Evidence::Chain(hops) => {
            let text = format!("{text}: {}", route(hops));
            lines.push(at(sources, finding.evidence.location(), &text));
        }
        _ => lines.push(at(sources, finding.evidence.location(), &text)),
    }
}

/// The text behind its place, if it has one.
pub(super) fn at(sources: &SourceMap, location: Option<Location>, text: &str) -> String {
    location.map_or_else(
        || text.to_owned(),
        |location| format!("{}: {text}", position(sources, location)),
    )
}

//! `cargo bulkhead graph`.

use super::{Context, Failure, Outcome};
use crate::cli::arguments::{CollapseLevel, GraphArguments, GraphFormat, PackageFilter};
use crate::export::{self, Collapse, Format};
use crate::graph::{ReferenceId, ReferenceSet};
use crate::pipeline;
use crate::rules::RuleSet;
use crate::select::Scene;

/// Draws the graph, or lists every reference.
pub(crate) fn graph(context: &Context<'_>, arguments: &GraphArguments) -> Result<Outcome, Failure> {
    let mut analysis = context.analyse(&PackageFilter::default())?;
    if arguments.references.is_some() {
        let text = export::references(&analysis.graph, &analysis.sources);
        context.output.findings(text)?;
        context.timings(&mut analysis);
        return Ok(Outcome::Clean);
    }
    let found = context.rule_if_any(&mut analysis, &context.check_options(false))?;
    let mut violating = ReferenceSet::default();
    if let Some(ruled) = &found {
        let checked = pipeline::check(context.system, &analysis, ruled);
        for finding in &checked.report.findings {
            violating.extend(finding.evidence.shown().into_iter().map(id));
        }
    }
    let no_rules = RuleSet::default();
    let rules = found
        .as_ref()
        .map_or(&no_rules, |ruled| &ruled.loaded.rules);
    let scene = Scene::new(&analysis.graph, rules);
    let format = match arguments.format {
        GraphFormat::Dot => Format::Dot,
        GraphFormat::Mermaid => Format::Mermaid,
    };
    let collapse = match arguments.collapse {
        Some(CollapseLevel::Domains) => Collapse::Domains,
        Some(CollapseLevel::Modules) => Collapse::Modules,
        None if !rules.domains.is_empty() => Collapse::Domains,
        Some(CollapseLevel::Crates) | None => Collapse::Packages,
    };
    let text = export::render(&scene, format, collapse, &violating);
    context.output.findings(text)?;
    context.timings(&mut analysis);
    Ok(Outcome::Clean)
}

fn id(reference: usize) -> ReferenceId {
    ReferenceId(u32::try_from(reference).expect("references have 32-bit ids"))
}

//! How references were established: worked out again for those that are shown.
//!
//! In: an analysis, and the references to explain. Out: their trails, in place.
//! *Invariant:* nothing of this is kept in a run that does not ask for it.

#[cfg(test)]
mod tests;

use rayon::prelude::*;

use super::Analysis;
use super::why::Answer;
use crate::base::{Trail, number};
use crate::graph::{NodeKind, Reference, ReferenceId};
use crate::infer;
use crate::modules::ModuleId;
use crate::resolve::{self, Asked, Target, World};
use crate::violation::{Evidence, Report, Site};
use crate::workspace::Workspace;

/// Says of each finding of a report how its references were established: of those that are listed, the first at least.
pub(crate) fn explain_report(analysis: &Analysis, report: &mut Report, all: bool) {
    let findings = report.findings.iter_mut();
    let sites = findings.flat_map(|finding| {
        let is_list = matches!(finding.evidence, Evidence::References(_));
        let sites = finding.evidence.sites_mut().into_iter();
        sites.take(if is_list && !all { 1 } else { usize::MAX })
    });
    explain(analysis, sites.collect());
}

/// Says of each hop of an answer how its reference was established.
pub(crate) fn explain_answer(analysis: &Analysis, answer: &mut Answer) {
    let steps = answer.chains.iter_mut().flat_map(|chain| &mut chain.steps);
    explain(analysis, steps.map(|step| &mut step.hop.site).collect());
}

fn explain(analysis: &Analysis, sites: Vec<&mut Site>) {
    if sites.is_empty() {
        return;
    }
    let world = resolve::world(&analysis.workspace, &analysis.tree);
    let questions = sites.iter().map(|site| {
        let reference = ReferenceId(number(site.reference));
        asked(analysis, &world, analysis.graph.reference(reference))
    });
    let questions: Vec<Option<Asked>> = questions.collect();
    let trails = trails(&analysis.workspace, &world, &questions);
    for (site, trail) in sites.into_iter().zip(trails) {
        site.trail = trail;
    }
}

/// The trail of each reference: by the path that makes it, or else by the types that lead to it.
fn trails(workspace: &Workspace, world: &World<'_>, questions: &[Option<Asked>]) -> Vec<Trail> {
    let by_path = |asked: &Option<Asked>| {
        let trail = asked.as_ref().and_then(|it| resolve::trail(world, it));
        trail.unwrap_or_default()
    };
    let mut trails: Vec<Trail> = questions.par_iter().map(by_path).collect();
    let is_open = |at: &usize| trails[*at].is_empty();
    let open: Vec<usize> = (0..questions.len()).filter(is_open).collect();
    let by_types: Vec<&Asked> = open
        .iter()
        .filter_map(|&at| questions[at].as_ref())
        .collect();
    let told = infer::trails(world, infer::signatures(workspace), &by_types);
    let asked = open.into_iter().filter(|&at| questions[at].is_some());
    for (at, trail) in asked.zip(told) {
        trails[at] = trail;
    }
    trails
}

/// The reference in the words of resolution.
fn asked(analysis: &Analysis, world: &World<'_>, reference: &Reference) -> Option<Asked> {
    let module = |node| -> Option<ModuleId> {
        let path = analysis.graph.node(node).path;
        world.modules_by_path.get(&path).copied()
    };
    let imported = analysis.graph.node(reference.imported);
    let target = match (imported.kind, reference.item) {
        (NodeKind::External, _) => Target::External(imported.path),
        (NodeKind::Module, None) => Target::Module(module(reference.imported)?),
        (NodeKind::Module, Some(item)) => Target::Item {
            module: module(reference.imported)?,
            item,
            location: reference.definition?,
        },
    };
    Some(Asked {
        importer: module(reference.importer)?,
        kind: reference.kind,
        location: reference.location,
        named: reference.named,
        target,
        via_macro: reference.via_macro,
    })
}

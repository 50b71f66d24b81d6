//! Modules that no domain claims.

use crate::base::{Level, name};
use crate::graph::NodeId;
use crate::select::Scene;
use crate::violation::{Evidence, Finding, Violation};

/// The id of the lint.
pub(crate) const UNASSIGNED_MODULE: &str = "unassigned-module";

/// The topmost modules that belong to no domain, code for tests aside; nothing where no domain is declared.
#[must_use]
pub(crate) fn check_coverage(level: Level, scene: &Scene<'_>) -> Vec<Violation> {
    if scene.domains().next().is_none() {
        return Vec::new();
    }
    let unassigned = |id: NodeId| {
        scene.is_module(id) && !scene.graph().node(id).test && scene.domain_of(id).is_none()
    };
    let mut found: Vec<NodeId> = scene
        .graph()
        .nodes()
        .filter(|&(id, node)| unassigned(id) && !node.parent.is_some_and(unassigned))
        .map(|(id, _)| id)
        .collect();
    found.sort_by_key(|&id| scene.graph().node(id).path);
    found
        .into_iter()
        .map(|id| {
            let node = scene.graph().node(id);
            Violation {
                rule: name(UNASSIGNED_MODULE),
                level,
                finding: Finding::UnassignedModule { module: node.path },
                evidence: Evidence::Place(node.location),
                law: None,
            }
        })
        .collect()
}

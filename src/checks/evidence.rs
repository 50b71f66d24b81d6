//! References of the graph as evidence.

use crate::base::{Name, Set, Trail};
use crate::graph::{NodeId, NodeKind, ReferenceId, View};
use crate::select::Scene;
use crate::violation::{Evidence, Hop, Site};

/// All references, by location, library code before tests, and what always holds before what stands under a condition.
pub(super) fn references(scene: &Scene<'_>, ids: &[ReferenceId]) -> Evidence {
    let ordered = library_first(scene, ids);
    Evidence::References(ordered.into_iter().map(|id| site(scene, id)).collect())
}

/// The chain of these modules, each hop with the reference that makes it.
pub(crate) fn hops(scene: &Scene<'_>, view: &View, chain: &[NodeId]) -> Vec<Hop> {
    chain
        .windows(2)
        .filter_map(|ends| view.edge(ends[0], ends[1]))
        .map(|edge| {
            let path = |node| scene.graph().node(node).path;
            hop(scene, path(edge.from), path(edge.to), edge.references)
        })
        .collect()
}

/// One edge with the first of its references; there must be one.
pub(super) fn hop(scene: &Scene<'_>, from: Name, to: Name, references: &[ReferenceId]) -> Hop {
    let ordered = library_first(scene, references);
    Hop {
        from,
        to,
        site: site(scene, ordered[0]),
        references: ordered.len(),
    }
}

fn site(scene: &Scene<'_>, id: ReferenceId) -> Site {
    let graph = scene.graph();
    let reference = graph.reference(id);
    Site {
        reference: id.0 as usize,
        importer: graph.node(reference.importer).path,
        imported: graph.defined_path(reference),
        named: reference.named,
        kind: reference.kind,
        conditions: graph.conditions().get(reference.conditions).words(),
        location: reference.location,
        definition: reference.definition,
        external: graph.node(reference.imported).kind == NodeKind::External,
        trail: Trail::new(),
    }
}

/// What a macro makes many times over stands at one place, and counts once.
fn library_first(scene: &Scene<'_>, ids: &[ReferenceId]) -> Vec<ReferenceId> {
    let graph = scene.graph();
    let mut ordered = ids.to_vec();
    ordered.sort_by_cached_key(|&id| {
        let reference = graph.reference(id);
        let conditions = graph.conditions().get(reference.conditions);
        let test = conditions.test || graph.node(reference.importer).test;
        let conditional = !conditions.words().is_empty();
        (test, conditional, reference.location, id)
    });
    let mut seen = Set::default();
    ordered.retain(|&id| {
        let it = graph.reference(id);
        let what = (it.importer, it.imported, it.named, it.item);
        seen.insert((it.location, it.kind, what))
    });
    ordered
}

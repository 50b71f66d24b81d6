//! One exception or allowance, bound to the graph.

use crate::base::{FileId, Location, Name, Span};
use crate::facts::Allowance;
use crate::graph::{NodeId, NodeSet, Reference, ReferenceId, ReferenceSet};
use crate::rules::Exception;
use crate::select::{Scene, Selection};
use crate::violation::{Evidence, Finding, Violation};

/// One exception or allowance, for one rule.
#[derive(Debug)]
pub(super) struct Excuse {
    /// The rule that it excuses from.
    pub(super) rule: Name,
    /// Where it is written.
    pub(super) location: Location,
    /// Whether it is an inline allowance.
    pub(super) inline: bool,
    /// Why it is there, and who answers for it.
    pub(super) because: String,
    pub(super) owner: Option<String>,
    /// Its last day and where that is written, where the day is over.
    pub(super) expired: Option<(Name, Location)>,
    /// The references that it covers.
    pub(super) references: ReferenceSet,
    /// The modules that it covers whole.
    modules: NodeSet,
    /// The part of a file that it covers.
    place: Option<Location>,
    /// Importers and imported, for chains from the ones to the others.
    ends: Option<(Selection, Selection)>,
}

impl Excuse {
    pub(super) fn of_exception(scene: &Scene<'_>, exception: &Exception, today: &str) -> Self {
        let from = scene.select(&exception.from);
        let to = scene.select(&exception.to);
        let covers =
            |reference: &Reference| from.importer(reference) && to.imported(scene, reference);
        Self {
            rule: exception.rule,
            location: exception.location,
            inline: false,
            because: exception.because.clone(),
            owner: match (&exception.owner, &exception.ticket) {
                (Some(owner), Some(ticket)) => Some(format!("{owner}, {ticket}")),
                (owner, ticket) => owner.clone().or_else(|| ticket.clone()),
            },
            expired: over(exception.expires, today),
            references: references(scene, covers),
            modules: from.nodes().clone(),
            place: None,
            ends: Some((from, to)),
        }
    }

    pub(super) fn of_allowance(
        scene: &Scene<'_>,
        file: FileId,
        allowance: &Allowance,
        today: &str,
    ) -> Self {
        let place = Location {
            file,
            span: allowance.covers,
        };
        let modules = if allowance.modules {
            modules_in(scene, place)
        } else {
            NodeSet::default()
        };
        let mut covered = references_in(scene, place);
        if !modules.is_empty() {
            covered.union(&references(scene, |it| modules.contains(it.importer)));
        }
        let location = Location {
            file,
            span: allowance.span,
        };
        Self {
            rule: allowance.rule,
            location,
            inline: true,
            because: allowance.reason.clone(),
            owner: None,
            expired: over(allowance.until.map(|day| (day, location)), today),
            references: covered,
            modules,
            place: Some(place),
            ends: None,
        }
    }

    /// Whether it excuses the whole finding, apart from single references: a place that it covers,
    /// or a chain from what it names to what it names.
    pub(super) fn covers(&self, scene: &Scene<'_>, violation: &Violation) -> bool {
        match &violation.evidence {
            Evidence::Place(place) => {
                place.is_some_and(|place| self.covers_place(place))
                    || module_of(scene, &violation.finding)
                        .is_some_and(|module| self.modules.contains(module))
            }
            Evidence::Chain(hops) => {
                let (Some((from, to)), [first, .., last]) = (&self.ends, &hops[..]) else {
                    return false;
                };
                let reference = |index| scene.graph().reference(reference_id(index));
                from.importer(reference(first.site.reference))
                    && to.imported(scene, reference(last.site.reference))
            }
            Evidence::References(_) | Evidence::Cycle { .. } => false,
        }
    }

    fn covers_place(&self, place: Location) -> bool {
        let covers = |mine: Location| mine.file == place.file && mine.span.contains(place.span);
        self.place.is_some_and(covers)
    }
}

/// The references that the evidence of a finding shows.
pub(super) fn shown(violation: &Violation) -> impl Iterator<Item = ReferenceId> {
    let (sites, hops) = match &violation.evidence {
        Evidence::References(sites) => (&sites[..], &[][..]),
        Evidence::Chain(hops) | Evidence::Cycle { steps: hops, .. } => (&[][..], &hops[..]),
        Evidence::Place(_) => (&[][..], &[][..]),
    };
    let of_hops = hops.iter().map(|hop| hop.site.reference);
    let all = sites.iter().map(|site| site.reference).chain(of_hops);
    all.map(reference_id)
}

/// The reference behind the index that a site carries.
pub(super) fn reference_id(index: usize) -> ReferenceId {
    ReferenceId(u32::try_from(index).expect("sites carry the ids of references"))
}

/// Every reference for which `wanted` holds.
pub(super) fn references(scene: &Scene<'_>, wanted: impl Fn(&Reference) -> bool) -> ReferenceSet {
    let all = scene.graph().references();
    all.filter(|(_, reference)| wanted(reference))
        .map(|(id, _)| id)
        .collect()
}

fn over(last_day: Option<(Name, Location)>, today: &str) -> Option<(Name, Location)> {
    last_day.filter(|(day, _)| day.as_str() < today)
}

/// The references written in a part of a file. References are sorted by location, so a search finds the first.
fn references_in(scene: &Scene<'_>, place: Location) -> ReferenceSet {
    let graph = scene.graph();
    let from = (place.file, place.span.start);
    let (mut low, mut high) = (0, graph.reference_count());
    while low < high {
        let middle = usize::midpoint(low, high);
        let at = graph.reference(reference_id(middle)).location;
        if (at.file, at.span.start) < from {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    let behind = (low..graph.reference_count()).map(reference_id);
    behind
        .take_while(|&id| {
            let at = graph.reference(id).location;
            (at.file, at.span.start) < (place.file, place.span.end)
        })
        .filter(|&id| place.span.contains(graph.reference(id).location.span))
        .collect()
}

/// The modules declared in a part of a file, with all below them. The root of a crate is declared nowhere.
fn modules_in(scene: &Scene<'_>, place: Location) -> NodeSet {
    let graph = scene.graph();
    let mut modules = NodeSet::default();
    for &id in scene.parents_first() {
        let node = graph.node(id);
        let Some(parent) = node.parent else { continue };
        let declared = |at: Location| at.file == place.file && contains(place.span, at.span);
        if modules.contains(parent) || node.location.is_some_and(declared) {
            modules.insert(id);
        }
    }
    modules
}

fn contains(outer: Span, inner: Span) -> bool {
    outer.contains(inner) && !inner.is_empty()
}

/// The module that a finding is about, where it is about one.
fn module_of(scene: &Scene<'_>, finding: &Finding) -> Option<NodeId> {
    match finding {
        Finding::Unlayered { module, .. } | Finding::UnassignedModule { module } => {
            scene.graph().find(module)
        }
        _ => None,
    }
}

//! The names of a rule set bound to a graph: which modules each domain and layer holds.

use crate::base::Name;
use crate::graph::{DependencyGraph, NodeSet};
use crate::rules::{Atom, RuleBody, RuleSet, Selector};

use super::scene::{DomainId, Scene};
use super::selection::{Selection, TermSelection};
use super::thing::{self, Thing};

impl<'a> Scene<'a> {
    /// Binds the names of a rule set to a graph.
    #[must_use]
    pub(crate) fn new(graph: &'a DependencyGraph, rules: &'a RuleSet) -> Self {
        let mut scene = Self::unbound(graph, rules);
        scene.domains = scene.assign_domains();
        scene.layers = scene.assign_layers();
        scene
    }

    /// What a selector means here.
    #[must_use]
    pub(crate) fn select(&self, selector: &Selector) -> Selection {
        Selection::new(self, selector)
    }

    /// The containers or members that a selector names, each by itself: a domain, a layer, a package, or a module with all below it.
    #[must_use]
    pub(crate) fn things(&self, selector: &Selector) -> Vec<Thing> {
        thing::things(self, selector)
    }

    /// Where several domains claim a module, the most specific pattern wins, and the first among equals.
    fn assign_domains(&self) -> Vec<Option<DomainId>> {
        let mut best: Vec<Option<((usize, usize), DomainId)>> = vec![None; self.graph.node_count()];
        for (id, domain) in self.domains() {
            let taken_away = self.taken_away(&domain.modules);
            for term in domain.modules.terms.iter().filter(|term| !term.negated) {
                let weight = term.atoms.iter().map(specificity).max().unwrap_or_default();
                let mut nodes = TermSelection::new(self, term).nodes().clone();
                nodes.subtract(&taken_away);
                for node in nodes.iter().filter(|&node| self.is_module(node)) {
                    let slot = &mut best[node.0 as usize];
                    if slot.is_none_or(|(held, _)| held < weight) {
                        *slot = Some((weight, id));
                    }
                }
            }
        }
        best.into_iter()
            .map(|claim| claim.map(|(_, id)| id))
            .collect()
    }

    fn taken_away(&self, selector: &Selector) -> NodeSet {
        let mut nodes = NodeSet::default();
        for term in selector.terms.iter().filter(|term| term.negated) {
            nodes.union(TermSelection::new(self, term).nodes());
        }
        nodes
    }

    fn assign_layers(&self) -> Vec<(Name, NodeSet)> {
        let mut layers: Vec<(Name, NodeSet)> = Vec::new();
        for rule in &self.rules.rules {
            let RuleBody::Layers(body) = &rule.body else {
                continue;
            };
            let containers = body.inside.as_ref().map(|inside| self.things(inside));
            for layer in body.rows.iter().flat_map(|row| &row.layers) {
                let nodes = match (&containers, &layer.selector) {
                    (Some(containers), _) => containers
                        .iter()
                        .flat_map(|container| {
                            container.layer(self, layer.name).iter().collect::<Vec<_>>()
                        })
                        .collect(),
                    (None, Some(selector)) => self.select(selector).nodes().clone(),
                    (None, None) => NodeSet::default(),
                };
                match layers.iter_mut().find(|(name, _)| *name == layer.name) {
                    Some((_, held)) => held.union(&nodes),
                    None => layers.push((layer.name, nodes)),
                }
            }
        }
        layers
    }
}

fn specificity(atom: &Atom) -> (usize, usize) {
    match atom {
        Atom::Path(pattern) => pattern.specificity(),
        Atom::Domain(_) | Atom::Layer(_) | Atom::Tag(_) | Atom::Package(_) => (0, 0),
    }
}

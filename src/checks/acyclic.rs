//! `[[acyclic]]`: nothing depends on itself in a circle.

use crate::base::{Map, Name};
use crate::graph::{
    GroupId, Lifted, NodeId, NodeSet, View, components, cut, is_family, shortest_cycle,
};
use crate::rules::{Among, Kinds, Selector};
use crate::select::{Scene, Thing};
use crate::violation::{Evidence, Finding, Hop, Violation};

use super::evidence;
use super::independent::owners;
use super::look::Look;

/// One finding per strongly connected component: its shortest cycle, and what to cut.
pub(super) fn check(
    look: &Look<'_>,
    among: Among,
    inside: Option<&Selector>,
    parents: bool,
) -> Vec<Violation> {
    let inside = inside.map(|inside| look.scene.select(inside).nodes().clone());
    let circle = Circle {
        scene: look.scene,
        among,
        parents,
        inside: inside.as_ref(),
    };
    let view = match among {
        Among::Packages => package_view(look),
        Among::Domains | Among::Modules | Among::Layers | Among::Siblings => look.view(),
    };
    let (names, lifted) = circle.lift(&view);
    components(&lifted)
        .iter()
        .map(|component| violation(look, among, &names, &lifted, component))
        .collect()
}

/// Cargo allows circles of dev-dependencies, so they are left out unless `kinds` has `dev`, which here means: those too,
/// though they are mostly under `test`.
fn package_view(look: &Look<'_>) -> View {
    let stated = &look.rule.kinds;
    let without_word = |words: &[Name], taken: &str| -> Vec<Name> {
        words.iter().copied().filter(|word| word != taken).collect()
    };
    let plain = look.with_kinds(Kinds {
        only: without_word(&stated.only, "dev"),
        without: stated.without.clone(),
    });
    let dev = stated.only.iter().any(|word| word == "dev").then(|| {
        let mut only = stated.only.clone();
        only.push(crate::base::name("test"));
        look.with_kinds(Kinds {
            only,
            without: without_word(&stated.without, "test"),
        })
    });
    let conditions = look.scene.graph().conditions();
    View::new(look.scene.graph(), |id, reference| {
        if conditions.get(reference.conditions).dev {
            dev.as_ref().is_some_and(|dev| dev.sees(id, reference))
        } else {
            plain.sees(id, reference)
        }
    })
}

fn violation(
    look: &Look<'_>,
    among: Among,
    names: &[Name],
    lifted: &Lifted,
    component: &[GroupId],
) -> Violation {
    let scene = look.scene;
    let name = |group: GroupId| names[group.0 as usize];
    let hop = |from: GroupId, to: GroupId| -> Hop {
        evidence::hop(scene, name(from), name(to), lifted.references(from, to))
    };
    let cycle = shortest_cycle(lifted, component);
    let steps = cycle
        .iter()
        .zip(cycle.iter().cycle().skip(1))
        .map(|(&from, &to)| hop(from, to))
        .collect();
    let cheapest = cut(lifted, component);
    let evidence = Evidence::Cycle {
        steps,
        cut: cheapest
            .edges
            .into_iter()
            .map(|(from, to)| hop(from, to))
            .collect(),
        minimal: cheapest.minimal,
    };
    let finding = Finding::Cycle {
        among: crate::base::name(among.word()),
        members: component.iter().map(|&group| name(group)).collect(),
    };
    let label = format!("no cycles among {}", among.word());
    look.violation(finding, evidence, look.rule.location, label)
}

/// What is compared, and where.
struct Circle<'s> {
    scene: &'s Scene<'s>,
    among: Among,
    parents: bool,
    inside: Option<&'s NodeSet>,
}

impl Circle<'_> {
    /// The edges between the groups that are compared, and the names of these, sorted.
    fn lift(&self, view: &View) -> (Vec<Name>, Lifted) {
        match self.among {
            Among::Domains => self.by_owner(view, |node| {
                let domain = self.scene.domain_of(node)?;
                Some(self.scene.domain(domain).name)
            }),
            Among::Packages => self.by_owner(view, |node| self.scene.graph().node(node).package),
            Among::Layers => self.by_layer(view),
            Among::Modules => self.by_module(view, |from, to| {
                (self.is_inside(from) && self.is_inside(to)).then_some((from, to))
            }),
            Among::Siblings => {
                let depths = self.depths();
                self.by_module(view, |from, to| self.siblings(from, to, &depths))
            }
        }
    }

    fn by_owner(&self, view: &View, owner: impl Fn(NodeId) -> Option<Name>) -> (Vec<Name>, Lifted) {
        let owners: Vec<Option<Name>> = self
            .scene
            .graph()
            .nodes()
            .map(|(id, _)| owner(id).filter(|_| self.is_inside(id)))
            .collect();
        let (names, groups) = number(owners.iter().flatten().copied().collect());
        let group = |node: NodeId| owners[node.0 as usize].map(|name| groups[&name]);
        let lifted = Lifted::new(view, |from, to| group(from).zip(group(to)));
        (names, lifted)
    }

    fn by_layer(&self, view: &View) -> (Vec<Name>, Lifted) {
        let things: Vec<Thing> = self
            .scene
            .layers()
            .iter()
            .map(|(name, nodes)| Thing {
                name: *name,
                roots: Vec::new(),
                nodes: nodes.clone(),
            })
            .collect();
        let owners = owners(self.scene.graph().node_count(), &things);
        self.by_owner(view, |node| {
            owners[node.0 as usize].map(|thing| things[thing].name)
        })
    }

    fn by_module(
        &self,
        view: &View,
        ends: impl Fn(NodeId, NodeId) -> Option<(NodeId, NodeId)>,
    ) -> (Vec<Name>, Lifted) {
        let graph = self.scene.graph();
        let modules = graph.nodes().filter(|&(id, _)| self.scene.is_module(id));
        let (names, groups) = number(modules.map(|(_, node)| node.path).collect());
        let lifted = Lifted::new(view, |from, to| {
            if !self.scene.is_module(to) || (!self.parents && is_family(graph, from, to)) {
                return None;
            }
            let (from, to) = ends(from, to)?;
            Some((groups[&graph.node(from).path], groups[&graph.node(to).path]))
        });
        (names, lifted)
    }

    /// The two children of one module between which an edge runs. An edge between a module and its own descendant counts
    /// where parents do, as one between the module itself and the child that holds the descendant.
    fn siblings(&self, from: NodeId, to: NodeId, depths: &[u32]) -> Option<(NodeId, NodeId)> {
        let parent = |node: NodeId| self.scene.graph().node(node).parent;
        let depth = |node: NodeId| depths[node.0 as usize];
        let (mut a, mut b) = (from, to);
        while depth(a) > depth(b) + 1 || (depth(a) > depth(b) && parent(a) != Some(b)) {
            a = parent(a)?;
        }
        while depth(b) > depth(a) + 1 || (depth(b) > depth(a) && parent(b) != Some(a)) {
            b = parent(b)?;
        }
        while depth(a) == depth(b) && parent(a) != parent(b) {
            (a, b) = (parent(a)?, parent(b)?);
        }
        let common = match depth(a).cmp(&depth(b)) {
            std::cmp::Ordering::Less => a,
            std::cmp::Ordering::Equal => parent(a)?,
            std::cmp::Ordering::Greater => b,
        };
        self.is_inside(common).then_some((a, b))
    }

    fn depths(&self) -> Vec<u32> {
        let graph = self.scene.graph();
        let mut depths = vec![0; graph.node_count()];
        for &id in self.scene.parents_first() {
            if let Some(parent) = graph.node(id).parent {
                depths[id.0 as usize] = depths[parent.0 as usize] + 1;
            }
        }
        depths
    }

    fn is_inside(&self, node: NodeId) -> bool {
        self.inside.is_none_or(|inside| inside.contains(node))
    }
}

/// The names sorted, and the group of each: its place.
fn number(mut names: Vec<Name>) -> (Vec<Name>, Map<Name, GroupId>) {
    names.sort_unstable();
    names.dedup();
    let groups = names.iter().copied().zip((0..).map(GroupId)).collect();
    (names, groups)
}

//! Shortest chains through a view.

use super::{NodeId, NodeSet, View};

/// How the nodes of a view are reached from a set of nodes, each by a shortest way.
#[derive(Clone, Debug)]
pub(crate) struct Reach {
    /// The nodes that were reached, nearest first, the sources at the front.
    order: Vec<NodeId>,
    /// For each node the one before it; itself for a source.
    before: Vec<Option<NodeId>>,
}

impl Reach {
    /// Walks breadth first from every node of `from`. A node that is not a source is walked on from only where `through` holds it;
    /// it is reached all the same.
    #[must_use]
    pub(crate) fn new(view: &View, from: &NodeSet, through: impl Fn(NodeId) -> bool) -> Self {
        let mut before = vec![None; view.node_count()];
        let mut order: Vec<NodeId> = from.iter().collect();
        for &source in &order {
            before[source.0 as usize] = Some(source);
        }
        let sources = order.len();
        let mut next = 0;
        while let Some(&node) = order.get(next) {
            if next < sources || through(node) {
                for &target in view.targets(node) {
                    let slot = &mut before[target.0 as usize];
                    if slot.is_none() {
                        *slot = Some(node);
                        order.push(target);
                    }
                }
            }
            next += 1;
        }
        Self { order, before }
    }

    /// The nodes that were reached, nearest first, the sources at the front.
    #[must_use]
    pub(crate) fn nodes(&self) -> &[NodeId] {
        &self.order
    }

    /// The chain from a source to this node, both ends included; `None` where it was not reached.
    #[must_use]
    pub(crate) fn chain_to(&self, node: NodeId) -> Option<Vec<NodeId>> {
        let mut chain = vec![node];
        let mut here = node;
        loop {
            let before = self.before[here.0 as usize]?;
            if before == here {
                chain.reverse();
                return Some(chain);
            }
            chain.push(before);
            here = before;
        }
    }
}

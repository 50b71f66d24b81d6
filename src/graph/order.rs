//! The order of the nodes of a graph that goes against the least weight of edges: what goes against it is the cut.

use std::collections::BTreeSet;

/// For each node: targets with the weight of the edge, sorted, without loops.
type Weighted = [Vec<(usize, u64)>];

/// Up to this many nodes, all orders are weighed up (in 2^n steps).
pub(super) const MAX_EXACT: usize = 14;
/// How often the greedy order is gone over to improve it.
const ROUNDS: usize = 8;
/// How many places nodes are shifted in all before the order is good enough: a component of tens of thousands of modules
/// is not worth minutes.
const MAX_SHIFTS: usize = 20_000_000;

/// An order with little weight against it, and whether none has less.
pub(super) fn cheapest_order(graph: &Weighted) -> (Vec<usize>, bool) {
    if graph.len() <= MAX_EXACT {
        return (exact(graph), true);
    }
    let mut order = greedy(graph);
    improve(graph, &mut order);
    (order, false)
}

/// Dynamic programming over the sets of nodes that can stand first.
fn exact(graph: &Weighted) -> Vec<usize> {
    let nodes = graph.len();
    let mut cost = vec![u64::MAX; 1 << nodes];
    let mut last = vec![0; 1 << nodes];
    cost[0] = 0;
    for set in 0..cost.len() {
        for node in (0..nodes).filter(|node| set >> node & 1 == 0) {
            let against: u64 = graph[node]
                .iter()
                .filter(|&&(to, _)| set >> to & 1 == 1)
                .map(|&(_, weight)| weight)
                .sum();
            let next = set | 1 << node;
            if cost[set] + against < cost[next] {
                cost[next] = cost[set] + against;
                last[next] = node;
            }
        }
    }
    let mut set = cost.len() - 1;
    let mut order = Vec::with_capacity(nodes);
    while set != 0 {
        order.push(last[set]);
        set &= !(1 << last[set]);
    }
    order.reverse();
    order
}

/// Eades, Lin and Smyth: sinks to the end, sources to the front, else the node with the most weight going out over coming in.
pub(super) fn greedy(graph: &Weighted) -> Vec<usize> {
    let incoming = incoming(graph);
    let mut out: Vec<u64> = graph.iter().map(|edges| total(edges)).collect();
    let mut into: Vec<u64> = incoming.iter().map(|edges| total(edges)).collect();
    let mut left: BTreeSet<_> = (0..graph.len())
        .map(|node| rank(&out, &into, node))
        .collect();
    let mut front = Vec::new();
    let mut back = Vec::new();
    while let Some(&(rank_of_first, first)) = left.first() {
        let last = left.last().map_or(first, |&(_, node)| node);
        let sink = rank_of_first.0 == 0;
        let node = if sink { first } else { last };
        left.remove(&rank(&out, &into, node));
        if sink { &mut back } else { &mut front }.push(node);
        for (neighbours, weights) in [(&graph[node], 1), (&incoming[node], 0)] {
            for &(other, weight) in neighbours {
                let held = left.remove(&rank(&out, &into, other));
                let side = if weights == 1 { &mut into } else { &mut out };
                side[other] -= weight;
                if held {
                    left.insert(rank(&out, &into, other));
                }
            }
        }
    }
    front.extend(back.into_iter().rev());
    front
}

/// Sinks first, sources last, the others by what goes out over what comes in.
type Rank = ((u8, i64), usize);

fn rank(out: &[u64], into: &[u64], node: usize) -> Rank {
    let signed = |weight: u64| i64::try_from(weight).unwrap_or(i64::MAX);
    let over = signed(out[node]) - signed(into[node]);
    let class = match (out[node], into[node]) {
        (0, _) => 0,
        (_, 0) => 2,
        _ => 1,
    };
    ((class, over), node)
}

/// Moves each node to the place where the least weight goes against it, until nothing moves.
pub(super) fn improve(graph: &Weighted, order: &mut [usize]) {
    let incoming = incoming(graph);
    let mut position = vec![0; graph.len()];
    for (place, &node) in order.iter().enumerate() {
        position[node] = place;
    }
    let mut shifts = 0;
    for _ in 0..ROUNDS {
        let mut moved = false;
        for node in 0..graph.len() {
            let Some(place) = better_place(&graph[node], &incoming[node], &position, node) else {
                continue;
            };
            let here = position[node];
            let shifted = if place > here {
                order[here..place].rotate_left(1);
                here..place
            } else {
                order[place..=here].rotate_right(1);
                place..here + 1
            };
            shifts += shifted.len();
            for at in shifted {
                position[order[at]] = at;
            }
            moved = true;
            if shifts > MAX_SHIFTS {
                return;
            }
        }
        if !moved {
            return;
        }
    }
}

/// The place before which the node should stand (counted with the node still in), where that is cheaper than where it is.
fn better_place(
    outgoing: &[(usize, u64)],
    incoming: &[(usize, u64)],
    position: &[usize],
    node: usize,
) -> Option<usize> {
    // Behind a target, the edge to it goes against the order; before a source, the edge from it does.
    let signed = |weight: u64| i64::try_from(weight).unwrap_or(i64::MAX);
    let mut steps: Vec<(usize, i64)> = outgoing
        .iter()
        .map(|&(to, weight)| (position[to], signed(weight)))
        .chain(
            incoming
                .iter()
                .map(|&(from, weight)| (position[from], -signed(weight))),
        )
        .collect();
    steps.sort_unstable();
    let here = position[node];
    // Costs relative to standing in front of all; after a step, the node stands right behind that neighbour.
    let now: i64 = steps
        .iter()
        .filter(|&&(place, _)| place < here)
        .map(|&(_, change)| change)
        .sum();
    let mut best = (0, 0);
    let mut cost = 0;
    for neighbour in steps.chunk_by(|a, b| a.0 == b.0) {
        cost += neighbour.iter().map(|&(_, change)| change).sum::<i64>();
        if cost < best.0 {
            best = (cost, neighbour[0].0 + 1);
        }
    }
    (best.0 < now).then_some(best.1)
}

fn incoming(graph: &Weighted) -> Vec<Vec<(usize, u64)>> {
    let mut incoming = vec![Vec::new(); graph.len()];
    for (from, edges) in graph.iter().enumerate() {
        for &(to, weight) in edges {
            incoming[to].push((from, weight));
        }
    }
    incoming
}

fn total(edges: &[(usize, u64)]) -> u64 {
    edges.iter().map(|&(_, weight)| weight).sum()
}

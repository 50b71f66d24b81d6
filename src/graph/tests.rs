use proptest::prelude::*;

use super::cycle::Cut;
use super::set::Index;
use super::sketch::sketch;
use super::*;
use crate::base::Set;

/// Edges among a few nodes, with weights.
fn edges(nodes: u32, most: usize) -> impl Strategy<Value = Vec<(u32, u32, usize)>> {
    prop::collection::vec((0..nodes, 0..nodes, 1..4_usize), 0..most)
}

fn lifted(edges: &[(u32, u32, usize)]) -> Lifted {
    let mut ends = Vec::new();
    let mut next = 0;
    for &(from, to, weight) in edges.iter().filter(|(from, to, _)| from != to) {
        for _ in 0..weight {
            ends.push((GroupId(from), GroupId(to), ReferenceId(next)));
            next += 1;
        }
    }
    Lifted::from_ends(ends)
}

fn view(nodes: u32, edges: &[(u32, u32, usize)]) -> View {
    let ends = edges
        .iter()
        .enumerate()
        .map(|(at, &(from, to, _))| (NodeId(from), NodeId(to), ReferenceId::from_index(at)));
    View::from_ends(nodes as usize, ends)
}

/// Lengths of the shortest ways between all nodes, by Floyd and Warshall, over inner nodes that `through` allows.
fn distances(
    nodes: u32,
    edges: &[(u32, u32, usize)],
    through: impl Fn(u32) -> bool,
) -> Vec<Vec<Option<usize>>> {
    let count = nodes as usize;
    let mut table = vec![vec![None; count]; count];
    for &(from, to, _) in edges.iter().filter(|(from, to, _)| from != to) {
        table[from as usize][to as usize] = Some(1);
    }
    for mid in (0..nodes)
        .filter(|&mid| through(mid))
        .map(|mid| mid as usize)
    {
        for from in 0..count {
            for to in 0..count {
                let by_mid = table[from][mid]
                    .zip(table[mid][to])
                    .map(|(a, b): (usize, usize)| a + b);
                table[from][to] = match (table[from][to], by_mid) {
                    (Some(old), Some(new)) => Some(old.min(new)),
                    (old, new) => old.or(new),
                };
            }
        }
    }
    table
}

fn cost(lifted: &Lifted, cut: &Cut) -> usize {
    cut.edges
        .iter()
        .map(|&(from, to)| lifted.references(from, to).len())
        .sum()
}

fn without(lifted: &Lifted, cut: &Set<(GroupId, GroupId)>) -> Lifted {
    let kept = lifted
        .edges
        .iter()
        .filter(|edge| !cut.contains(&(edge.0, edge.1)));
    Lifted {
        edges: kept.cloned().collect(),
    }
}

/// The cheapest cut, by trying all orders.
fn brute_force(lifted: &Lifted, left: &mut Vec<GroupId>, placed: &mut Vec<GroupId>) -> usize {
    let mut best = if left.is_empty() { 0 } else { usize::MAX };
    for at in 0..left.len() {
        let node = left.remove(at);
        let against: usize = placed
            .iter()
            .map(|&before| lifted.references(node, before).len())
            .sum();
        placed.push(node);
        best = best.min(brute_force(lifted, left, placed) + against);
        placed.pop();
        left.insert(at, node);
    }
    best
}

proptest! {
    #[test]
    fn every_chain_exists_and_is_a_shortest_one(
        edges in edges(9, 30), from in 0_u32..9, to in prop::collection::vec(0_u32..9, 1..3), closed in 0_u32..9,
    ) {
        let view = view(9, &edges);
        let sources: NodeSet = [NodeId(from)].into_iter().collect();
        let goals: NodeSet = to.iter().copied().map(NodeId).collect();
        let reach = Reach::new(&view, &sources, |node| node.0 != closed && !goals.contains(node));
        let is_goal = |node: &&NodeId| goals.contains(**node) && !sources.contains(**node);
        let chain = reach.nodes().iter().find(is_goal).and_then(|&goal| reach.chain_to(goal));
        let naive = distances(9, &edges, |mid| mid != closed);
        let expected = to
            .iter()
            .filter(|&&to| to != from)
            .filter_map(|&to| naive[from as usize][to as usize])
            .min();
        prop_assert_eq!(chain.as_ref().map(|chain| chain.len() - 1), expected);
        if let Some(chain) = chain {
            prop_assert!(sources.contains(chain[0]) && goals.contains(chain[chain.len() - 1]));
            prop_assert!(chain.windows(2).all(|hop| view.edge(hop[0], hop[1]).is_some()));
            prop_assert!(!chain[1..chain.len() - 1].contains(&NodeId(closed)));
        }
    }

    #[test]
    fn components_are_what_reaches_each_other(edges in edges(10, 25)) {
        let naive = distances(10, &edges, |_| true);
        let together = |a: usize, b: usize| naive[a][b].is_some() && naive[b][a].is_some();
        let mut expected: Vec<Vec<GroupId>> = (0..10)
            .map(|a| (0..10).filter(|&b| a == b || together(a, b)).map(|b| GroupId(u32::try_from(b).unwrap())).collect())
            .filter(|component: &Vec<_>| component.len() > 1)
            .collect();
        expected.sort_unstable();
        expected.dedup();
        prop_assert_eq!(components(&lifted(&edges)), expected);
    }

    #[test]
    fn the_cycle_shown_is_a_shortest_one(edges in edges(9, 25)) {
        let lifted = lifted(&edges);
        let naive = distances(9, &edges, |_| true);
        for component in components(&lifted) {
            let cycle = shortest_cycle(&lifted, &component);
            let ends = cycle.iter().zip(cycle.iter().cycle().skip(1));
            prop_assert!(ends.clone().all(|(&from, &to)| !lifted.references(from, to).is_empty()));
            let expected = component.iter().filter_map(|group| naive[group.0 as usize][group.0 as usize]).min();
            prop_assert_eq!(Some(cycle.len()), expected);
        }
    }

    #[test]
    fn the_cut_leaves_no_cycle(edges in edges(40, 160)) {
        let lifted = lifted(&edges);
        let mut removed = Set::default();
        for component in components(&lifted) {
            let cut = cut(&lifted, &component);
            prop_assert_eq!(cut.minimal, component.len() <= super::order::MAX_EXACT);
            removed.extend(cut.edges);
        }
        prop_assert!(components(&without(&lifted, &removed)).is_empty());
    }

    #[test]
    fn the_cut_of_a_small_component_is_the_cheapest(edges in edges(7, 25)) {
        let lifted = lifted(&edges);
        for component in components(&lifted) {
            let cut = cut(&lifted, &component);
            prop_assert!(cut.minimal);
            prop_assert_eq!(cost(&lifted, &cut), brute_force(&lifted, &mut component.clone(), &mut Vec::new()));
        }
    }

    #[test]
    fn a_bit_more_work_finds_no_worse_cut_than_the_greedy_order(edges in edges(30, 120)) {
        let mut graph: Vec<Vec<(usize, u64)>> = vec![Vec::new(); 30];
        for (from, to, references) in lifted(&edges).edges {
            graph[from.0 as usize].push((to.0 as usize, references.len() as u64));
        }
        let against = |order: &[usize]| -> u64 {
            let place = |node: usize| order.iter().position(|&other| other == node);
            let backward = |from: usize| graph[from].iter().filter(move |&&(to, _)| place(to) < place(from));
            (0..30).flat_map(backward).map(|&(_, weight)| weight).sum()
        };
        let greedy = super::order::greedy(&graph);
        let mut improved = greedy.clone();
        super::order::improve(&graph, &mut improved);
        prop_assert!(against(&improved) <= against(&greedy));
        prop_assert_eq!(improved.iter().collect::<Set<_>>().len(), 30);
    }
}

#[test]
fn code_that_comes_in_through_a_facade_depends_on_the_facade_too() {
    let graph = sketch(&["a", "b", "c"], "a -> c::Foo via b::Foo\n a -> a::Own");
    let view = View::new(&graph, |_, _| true);
    let path = |node: NodeId| graph.node(node).path.as_str();
    let edges: Vec<_> = view
        .edges()
        .map(|edge| (path(edge.from), path(edge.to)))
        .collect();
    assert_eq!(edges, [("a", "b"), ("a", "c")]);
}

#[test]
fn a_long_chain_of_groups_does_not_end_the_stack() {
    let edges: Vec<_> = (0..200_000).map(|at| (at, (at + 1) % 200_000, 1)).collect();
    assert_eq!(components(&lifted(&edges))[0].len(), 200_000);
}

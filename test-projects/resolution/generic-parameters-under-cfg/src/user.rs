pub fn run(graph: crate::b::Graph) {
    graph.kind.show();
}

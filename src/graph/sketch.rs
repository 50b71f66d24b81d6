//! Graphs for tests, from a few lines of text.
//!
//! `a::b -> c::d::Foo via e::Foo : test import` is a reference from module `a::b` to the item `Foo` of module `c::d`,
//! named through `e::Foo`, of kind `import`, under `cfg(test)`. Segments with a capital begin the item; a path in a crate
//! that is not among `crates` is external. A line with a path alone is a module.

use crate::base::{
    ConditionTable, Conditions, FileId, Location, Name, ReferenceKind, Span, first_segment, join,
    name, parent, segments,
};

use super::{DependencyGraph, Node, NodeId, NodeKind, Reference};

/// The graph of a sketch. The package of a library is called as its crate, with `-`.
pub(crate) fn sketch(crates: &[&str], text: &str) -> DependencyGraph {
    let mut graph = DependencyGraph::default();
    let mut conditions = ConditionTable::default();
    let mut references = Vec::new();
    for root in crates {
        module(&mut graph, root);
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    for (at, line) in (0..).step_by(10).zip(lines) {
        let Some((from, rest)) = line.split_once(" -> ") else {
            module(&mut graph, line);
            continue;
        };
        let (path, words) = rest.split_once(" : ").unwrap_or((rest, ""));
        let (path, named) = path.split_once(" via ").unwrap_or((path, path));
        let (imported, item) = end(&mut graph, crates, path);
        let (door, _) = end(&mut graph, crates, named);
        references.push(Reference {
            importer: module(&mut graph, from),
            imported,
            door,
            item,
            named: name(named),
            kind: kind(words),
            conditions: conditions.intern(conditions_of(words)),
            location: Location {
                file: FileId(0),
                span: Span::new(at, at + 5),
            },
            definition: None,
            via_macro: false,
        });
    }
    graph.with_references(references, conditions)
}

fn kind(words: &str) -> ReferenceKind {
    ReferenceKind::ALL
        .into_iter()
        .find(|kind| words.split(' ').any(|word| word == kind.word()))
        .unwrap_or(ReferenceKind::Path)
}

fn conditions_of(words: &str) -> Conditions {
    let has = |word: &str| words.split(' ').any(|other| other == word);
    Conditions {
        test: has("test"),
        build: has("build"),
        dev: has("dev"),
        target: has("target"),
        features: words
            .split(' ')
            .filter_map(|word| word.strip_prefix("feature:"))
            .map(name)
            .collect(),
    }
}

fn end(graph: &mut DependencyGraph, crates: &[&str], path: &str) -> (NodeId, Option<Name>) {
    if !crates.contains(&first_segment(path)) {
        return (node(graph, path, NodeKind::External, None), None);
    }
    let is_item = |segment: &str| segment.starts_with(char::is_uppercase);
    let modules: Vec<&str> = segments(path).take_while(|part| !is_item(part)).collect();
    let item: Vec<&str> = segments(path).skip(modules.len()).collect();
    let module = module(graph, &modules.join("::"));
    (module, (!item.is_empty()).then(|| name(&item.join("::"))))
}

fn module(graph: &mut DependencyGraph, path: &str) -> NodeId {
    let above = parent(path).map(|above| module(graph, above));
    node(graph, path, NodeKind::Module, above)
}

fn node(graph: &mut DependencyGraph, path: &str, kind: NodeKind, parent: Option<NodeId>) -> NodeId {
    let package = package_of(first_segment(path));
    graph.add_node(Node {
        path: join("", path),
        kind,
        package: (kind == NodeKind::Module).then(|| name(&package)),
        parent,
        location: None,
        test: path.starts_with("test:"),
    })
}

/// `shop-web` for `shop_web` and for `bin:shop-web/server`.
fn package_of(root: &str) -> String {
    match root.split_once(':') {
        Some((_, target)) => target.split('/').next().unwrap_or(target).to_owned(),
        None => root.replace('_', "-"),
    }
}

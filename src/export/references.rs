//! Every reference, one JSON object a line, for those who want to check or count for themselves.

use serde::Serialize;

use crate::base::SourceMap;
use crate::graph::{DependencyGraph, NodeKind};

#[derive(Serialize)]
#[expect(
    clippy::struct_field_names,
    reason = "the names are those of the output"
)]
struct Line<'a> {
    importer: &'a str,
    named: &'a str,
    defined: &'a str,
    item: &'a str,
    kind: &'a str,
    conditions: Vec<String>,
    external: bool,
    via_macro: bool,
    file: &'a str,
    line: usize,
    column: usize,
}

/// One line a reference, sorted by place. `defined` is the module that defines the item, or the external crate.
#[must_use]
pub(crate) fn references(graph: &DependencyGraph, sources: &SourceMap) -> String {
    let mut out = String::new();
    for (_, reference) in graph.references() {
        let imported = graph.node(reference.imported);
        let external = imported.kind == NodeKind::External;
        let at = sources.line_column(reference.location.file, reference.location.span.start);
        let (defined, item) = if external {
            imported
                .path
                .split_once("::")
                .unwrap_or((imported.path.as_str(), ""))
        } else {
            let item = reference.item.map_or("", |item| item.as_str());
            (imported.path.as_str(), item)
        };
        let line = Line {
            importer: &graph.node(reference.importer).path,
            named: &reference.named,
            defined,
            item,
            kind: reference.kind.word(),
            conditions: graph.conditions().get(reference.conditions).words(),
            external,
            via_macro: reference.via_macro,
            file: sources.path(reference.location.file),
            line: at.line,
            column: at.column,
        };
        out.push_str(&serde_json::to_string(&line).expect("plain data serializes"));
        out.push('\n');
    }
    out
}

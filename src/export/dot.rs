//! Graphviz.

use std::fmt::Write as _;

use super::picture::{Arrow, Picture};

/// The picture in the dot language.
pub(super) fn render(picture: &Picture) -> String {
    let mut text = String::from(
        "digraph dependencies {\n    rankdir = LR;\n    node [shape = box, fontname = \"sans-serif\"];\n    edge [fontname = \"sans-serif\"];\n",
    );
    for node in &picture.nodes {
        let _ = writeln!(text, "    {};", quoted(node));
    }
    for edge in &picture.edges {
        let _ = writeln!(
            text,
            "    {} -> {} [{}];",
            quoted(&picture.nodes[edge.from]),
            quoted(&picture.nodes[edge.to]),
            attributes(edge)
        );
    }
    text.push_str("}\n");
    text
}

fn attributes(edge: &Arrow) -> String {
    let red = if edge.violating {
        ", color = \"red\", fontcolor = \"red\", penwidth = 2"
    } else {
        ""
    };
    format!("label = \"{}\"{red}", edge.references)
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
}

//! Mermaid.

use std::fmt::Write as _;

use super::picture::Picture;

/// The picture as a mermaid flowchart.
pub(super) fn render(picture: &Picture) -> String {
    let mut text = String::from("flowchart LR\n");
    for (at, node) in picture.nodes.iter().enumerate() {
        let _ = writeln!(text, "    n{at}[\"{}\"]", escaped(node));
    }
    for edge in &picture.edges {
        let _ = writeln!(
            text,
            "    n{} -->|{}| n{}",
            edge.from, edge.references, edge.to
        );
    }
    let red: Vec<String> = picture
        .edges
        .iter()
        .enumerate()
        .filter(|(_, edge)| edge.violating)
        .map(|(at, _)| at.to_string())
        .collect();
    if !red.is_empty() {
        let _ = writeln!(
            text,
            "    linkStyle {} stroke:red,color:red,stroke-width:2px",
            red.join(",")
        );
    }
    text
}

/// Mermaid's own entity codes: inside quotes, these are the characters that mean something.
fn escaped(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            '"' => text.push_str("#quot;"),
            '#' => text.push_str("#35;"),
            '<' => text.push_str("#lt;"),
            '>' => text.push_str("#gt;"),
            '`' => text.push_str("#96;"),
            other => text.push(other),
        }
    }
    text
}

//! What is written, as text again.
//!
//! In: facts. Out: the words of a trail.
//! *Invariant:* says what the facts hold; white space and groups of the text are not kept.

use crate::base::Name;
use crate::facts::{Anchor, FileFacts, Import, ImportTarget, ItemKind, PathUse, Visibility};

/// A path as it is written.
pub(super) fn path(facts: &FileFacts, anchor: Anchor, path: (u32, u32)) -> String {
    let segments = joined(facts, path);
    match anchor {
        Anchor::Lexical => segments,
        Anchor::Global => format!("::{segments}"),
        Anchor::DollarCrate => behind("$crate", &segments),
        Anchor::SelfOfImpl(_) | Anchor::SelfOfItem(_) | Anchor::SelfOfCall => {
            behind("Self", &segments)
        }
    }
}

fn behind(first: &str, segments: &str) -> String {
    if segments.is_empty() {
        first.to_owned()
    } else {
        format!("{first}::{segments}")
    }
}

/// The segments of a path.
pub(super) fn segments(facts: &FileFacts, written: &PathUse) -> String {
    path(facts, written.anchor, written.path)
}

fn joined(facts: &FileFacts, path: (u32, u32)) -> String {
    let segments = facts.segments(path).iter();
    let segments: Vec<&str> = segments.map(Name::as_str).collect();
    segments.join("::")
}

/// A `use` or `extern crate`, groups resolved.
pub(super) fn import(facts: &FileFacts, import: &Import) -> String {
    let visible = match &import.visibility {
        Visibility::Module => String::new(),
        Visibility::Public => "pub ".to_owned(),
        Visibility::Crate => "pub(crate) ".to_owned(),
        Visibility::Parent => "pub(super) ".to_owned(),
        Visibility::Path(segments) => {
            let segments: Vec<&str> = segments.iter().map(Name::as_str).collect();
            format!("pub(in {}) ", segments.join("::"))
        }
    };
    let segments = facts.segments(import.path);
    let last = segments.last().copied();
    let (word, anchor) = if import.extern_crate {
        ("extern crate", Anchor::Lexical)
    } else {
        ("use", import.anchor)
    };
    let text = path(facts, anchor, import.path);
    let target = match import.target {
        ImportTarget::Glob => "::*".to_owned(),
        ImportTarget::Unnamed => " as _".to_owned(),
        ImportTarget::Name(name) | ImportTarget::Module(name) if Some(name) == last => {
            String::new()
        }
        ImportTarget::Name(name) | ImportTarget::Module(name) => format!(" as {name}"),
    };
    format!("{visible}{word} {text}{target}")
}

/// The word for a definition.
pub(super) fn kind(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Function => "function",
        ItemKind::TupleStruct | ItemKind::RecordStruct => "struct",
        ItemKind::Enum => "enum",
        ItemKind::Union => "union",
        ItemKind::Trait => "trait",
        ItemKind::TypeAlias => "type alias",
        ItemKind::Const => "constant",
        ItemKind::Static => "static",
        ItemKind::Macro | ItemKind::ProcMacro => "macro",
        ItemKind::Variant => "variant",
        ItemKind::Associated => "associated item",
    }
}

/// The word for a variant or associated item.
pub(super) fn member(member: ItemKind, owner: ItemKind) -> &'static str {
    match (member, owner) {
        (ItemKind::Associated, ItemKind::Trait) => "trait item",
        _ => kind(member),
    }
}

//! `[[layers]]`: the little language of `order`.
//!
//! In: `["web", "orders | billing", "(events)", "kernel"]`. Out: [`LayerRow`]s.
//! *Invariant:* rows and layers keep the order of the file; no layer stands twice.

use std::ops::Range;

use crate::base::{Location, Name, name};

use super::model::{Atom, Layer, LayerRow, Layers, Selector, Term};
use super::reader::{TableReader, Text, did_you_mean, quoted};
use super::selector::{Fault, parse_relative_path, parse_term};
use super::suggest::nearest;

/// Reads the keys of `[[layers]]`.
pub(super) fn read_layers(reader: &mut TableReader<'_>) -> Option<Layers> {
    let inside = reader.selector("inside");
    if let Some(selector) = &inside {
        reject_layers(reader, selector);
    }
    let exhaustive = reader.flag("exhaustive").unwrap_or(false);
    let closed = reader.texts("closed");
    let before = reader.errors.len();
    let (texts, location) = reader.texts("order")?;
    if texts.is_empty() && reader.errors.len() == before {
        let help = "name the layers, top first: a layer may depend on layers below it only";
        reader.error(
            location,
            "`order` names no layer",
            "the list is empty",
            Some(help),
        );
        return None;
    }
    let relative = reader.has("inside");
    let mut rows = Vec::new();
    let mut seen: Vec<Name> = Vec::new();
    for text in &texts {
        let row = read_row(reader, text, relative);
        for (layer, place) in row.layers.iter().zip(&row.places) {
            if seen.contains(&layer.name) {
                let message = format!("the layer `{}` stands twice in `order`", layer.name);
                reader.error(*place, message, "here a second time", None);
            }
            seen.push(layer.name);
        }
        rows.push(LayerRow {
            layers: row.layers,
            independent: row.independent,
            location: text.location,
        });
    }
    let closed = read_closed(reader, closed, &seen);
    Some(Layers {
        inside,
        rows,
        closed,
        exhaustive,
        location,
    })
}

fn reject_layers(reader: &mut TableReader<'_>, inside: &Selector) {
    for term in &inside.terms {
        if term.atoms.iter().any(|atom| matches!(atom, Atom::Layer(_))) {
            let help = "the containers of layers are modules, domains or packages";
            let label = "would go in a circle";
            reader.error(
                term.location,
                "`layer:` cannot stand here",
                label,
                Some(help),
            );
        }
    }
}

fn read_closed(
    reader: &mut TableReader<'_>,
    closed: Option<(Vec<Text<'_>>, Location)>,
    layers: &[Name],
) -> Vec<(Name, Location)> {
    let mut known = Vec::new();
    for text in closed.map(|(texts, _)| texts).unwrap_or_default() {
        let closed = name(text.value.trim());
        if layers.contains(&closed) {
            known.push((closed, text.location));
            continue;
        }
        let names: Vec<&str> = layers.iter().map(Name::as_str).collect();
        let message = format!("unknown layer `{closed}` in `closed`");
        let label = did_you_mean(nearest(&closed, names.iter().copied()), "not in `order`");
        let help = format!("the layers are {}", quoted(&names));
        reader.error(text.location, message, &label, Some(&help));
    }
    known
}

struct Row {
    layers: Vec<Layer>,
    places: Vec<Location>,
    independent: bool,
}

fn read_row(reader: &mut TableReader<'_>, text: &Text<'_>, relative: bool) -> Row {
    let bars = text.value.contains('|');
    let colons = split_colons(text.value).len() > 1;
    if bars && colons {
        let message = "`|` and `:` cannot stand in one row";
        let help = "`a | b` are siblings that must not see each other, `a : b` siblings that may; give each kind a row of its own";
        reader.error(text.location, message, "mixes both", Some(help));
    }
    let parts = if bars {
        split_bars(text.value)
    } else {
        split_colons(text.value)
    };
    let mut row = Row {
        layers: Vec::new(),
        places: Vec::new(),
        independent: bars,
    };
    if bars && colons {
        return row;
    }
    if parts
        .iter()
        .any(|part| is_unbalanced(&text.value[part.clone()]))
    {
        let message = "parentheses stand around one layer";
        let help = "`(a)` may be missing; in a row: `(a) | (b)`";
        let label = "a parenthesis has no partner";
        reader.error(text.location, message, label, Some(help));
        return row;
    }
    for range in parts {
        match read_layer(text, &range, relative) {
            Ok(layer) => {
                row.layers.push(layer);
                row.places.push(text.part(&range));
            }
            Err(fault) => reader.fault(text, fault),
        }
    }
    for selector in row
        .layers
        .iter()
        .filter_map(|layer| layer.selector.as_ref())
    {
        reject_layers(reader, selector);
    }
    row
}

fn read_layer(text: &Text<'_>, range: &Range<usize>, relative: bool) -> Result<Layer, Fault> {
    let written = &text.value[range.clone()];
    let inner = written
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let layer = inner.unwrap_or(written).trim();
    let at = |mut fault: Fault| {
        let start = range.start + (written.len() - written.trim_start_matches(['(', ' ']).len());
        fault.range = start + fault.range.start..start + fault.range.end;
        fault
    };
    if layer.is_empty() {
        return Err(Fault {
            range: range.clone(),
            message: "a layer of the row has no name".to_owned(),
            label: "`|`, `:` and parentheses stand around names".to_owned(),
            help: None,
        });
    }
    if layer.starts_with('!') {
        return Err(Fault {
            range: range.clone(),
            message: "a layer cannot be taken away".to_owned(),
            label: "no `!` here".to_owned(),
            help: Some("use `except` to leave importers alone".to_owned()),
        });
    }
    let selector = if relative {
        parse_relative_path(layer, layer).map_err(at)?;
        None
    } else {
        let parsed = parse_term(layer).map_err(at)?;
        Some(Selector {
            terms: vec![Term {
                negated: false,
                atoms: parsed.atoms,
                text: name(layer),
                location: text.part(range),
            }],
            location: text.part(range),
        })
    };
    Ok(Layer {
        name: name(layer),
        optional: inner.is_some(),
        selector,
    })
}

/// Whether a parenthesis stands anywhere but around the whole layer.
fn is_unbalanced(layer: &str) -> bool {
    let inner = layer
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    inner.unwrap_or(layer).contains(['(', ')'])
}

/// The parts between `|`, trimmed.
fn split_bars(text: &str) -> Vec<Range<usize>> {
    split(text, "|")
}

/// The parts between `:` with blanks around it (`::` and `domain:` are no separators).
fn split_colons(text: &str) -> Vec<Range<usize>> {
    split(text, " : ")
}

fn split(text: &str, separator: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    text.split(separator)
        .map(|part| {
            let begin = start + (part.len() - part.trim_start().len());
            start += part.len() + separator.len();
            begin..begin + part.trim().len()
        })
        .collect()
}

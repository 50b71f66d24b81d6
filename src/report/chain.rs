//! A chain on its own, for the question why one module depends on another.

use std::fmt::Write;

use serde::Serialize;

use super::describe::{hop_label, one_line, route};
use super::human::{Label, Page, chain_labels};
use super::{Format, Style, json, short, trail};
use crate::base::SourceMap;
use crate::violation::{Chain, Hop};

/// The bytes of a chain.
#[must_use]
pub(crate) fn render_chain(
    chain: &Chain,
    sources: &SourceMap,
    format: Format,
    style: &Style,
) -> String {
    match format {
        Format::Human => human(chain, sources, style),
        Format::Short => lines(chain, sources),
        Format::Json => document(chain, sources),
    }
}

fn human(chain: &Chain, sources: &SourceMap, style: &Style) -> String {
    let mut page = Page::new(sources, style);
    page.title(&chain.title);
    let hops: Vec<Hop> = chain.steps.iter().map(|step| step.hop.clone()).collect();
    let mut labels: Vec<Label> = chain_labels(&hops);
    for (label, step) in labels.iter_mut().zip(&chain.steps) {
        if let Some(note) = &step.note {
            label.text.push('\n');
            label.text.push_str(&one_line(note));
        }
    }
    page.hops(&labels, &hops);
    page.text
}

fn lines(chain: &Chain, sources: &SourceMap) -> String {
    let count = chain.steps.len();
    let mut text = format!("{}\n", one_line(&chain.title));
    for (index, step) in chain.steps.iter().enumerate() {
        let label = hop_label(index, count, &step.hop);
        let note = step
            .note
            .as_ref()
            .map_or_else(String::new, |note| format!(": {}", one_line(note)));
        let line = format!("{label}{note}");
        text.push_str(&short::at(sources, Some(step.hop.site.location), &line));
        text.push('\n');
        for line in trail::lines(&step.hop.site, sources) {
            let _ = writeln!(text, "    {line}");
        }
    }
    text
}

#[derive(Serialize)]
struct ChainDocument {
    schema_version: u32,
    title: String,
    route: String,
    hops: Vec<StepDocument>,
}

#[derive(Serialize)]
struct StepDocument {
    #[serde(flatten)]
    hop: json::Hop,
    note: Option<String>,
}

fn document(chain: &Chain, sources: &SourceMap) -> String {
    let hops: Vec<Hop> = chain.steps.iter().map(|step| step.hop.clone()).collect();
    let steps = chain.steps.iter().map(|step| StepDocument {
        hop: json::Hop::of(&step.hop, sources),
        note: step.note.clone(),
    });
    json::pretty(&ChainDocument {
        schema_version: json::SCHEMA_VERSION,
        title: chain.title.clone(),
        route: route(&hops),
        hops: steps.collect(),
    })
}

//! Every reference can be explained.

use camino::Utf8PathBuf;

use super::super::{Analysis, analyse};
use super::{asked, trails};
use crate::system::RealSystem;
use crate::workspace::LoadOptions;

fn analysis(manifest: Utf8PathBuf) -> Analysis {
    let options = LoadOptions {
        current_dir: manifest.parent().expect("a folder").to_owned(),
        manifest_path: Some(manifest),
        cargo: "cargo".to_owned(),
        flags: vec!["--offline".to_owned()],
        packages: Vec::new(),
        exclude: Vec::new(),
    };
    analyse(&RealSystem, &options).expect("the project can be read")
}

/// The references that have no trail, and how many there are in all.
fn unexplained(analysis: &Analysis) -> (Vec<String>, usize) {
    let world = crate::resolve::world(&analysis.workspace, &analysis.tree);
    let references: Vec<_> = analysis.graph.references().collect();
    let questions: Vec<_> = references
        .iter()
        .map(|(_, it)| asked(analysis, &world, it))
        .collect();
    let trails = trails(&world, &questions);
    let mut lost = Vec::new();
    for ((_, reference), trail) in references.iter().zip(trails) {
        if trail.is_empty() {
            let place = reference.location;
            let at = analysis.sources.line_column(place.file, place.span.start);
            lost.push(format!(
                "{}:{}:{} {} {}",
                analysis.sources.path(place.file),
                at.line,
                at.column,
                reference.kind.word(),
                reference.named,
            ));
        }
    }
    (lost, references.len())
}

#[test]
fn scratch() {
    let Ok(path) = std::env::var("BULKHEAD_SCRATCH") else {
        return;
    };
    let analysis = analysis(path.into());
    let begun = std::time::Instant::now();
    let (lost, all) = unexplained(&analysis);
    println!("{} of {all} lost in {:?}", lost.len(), begun.elapsed());
    for line in lost.iter().take(60) {
        println!("{line}");
    }
    let mut counts = std::collections::BTreeMap::new();
    for line in &lost {
        *counts
            .entry(line.split(' ').nth(1).unwrap().to_owned())
            .or_insert(0) += 1;
    }
    println!("{counts:?}");
}

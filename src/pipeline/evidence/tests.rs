//! Every reference of the test projects can be explained, and its trail begins and ends where it does.

use camino::{Utf8Path, Utf8PathBuf};

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
    analyse(&RealSystem, None, &options).expect("the project can be read")
}

/// The references that have no trail, and how many there are in all.
fn unexplained(analysis: &Analysis) -> (Vec<String>, usize) {
    let world = crate::resolve::world(&analysis.workspace, &analysis.tree);
    let references: Vec<_> = analysis.graph.references().collect();
    let questions: Vec<_> = references
        .iter()
        .map(|(_, it)| asked(analysis, &world, it))
        .collect();
    let trails = trails(&analysis.workspace, &world, &questions);
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

/// The test projects that show name resolution and inference; those of the rules are much alike.
fn projects() -> Vec<Utf8PathBuf> {
    let root = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("test-projects");
    let mut found = vec![root.join("shop"), root.join("evidence")];
    let folders = root.join("resolution").read_dir_utf8();
    let folders = folders.expect("the folder is there").flatten();
    found.extend(folders.map(|entry| entry.path().to_owned()));
    found.sort();
    found
}

#[test]
fn every_reference_of_the_test_projects_can_be_explained() {
    let mut references = 0;
    let mut lost = Vec::new();
    for project in projects() {
        let analysis = analysis(project.join("Cargo.toml"));
        let (unexplained, all) = unexplained(&analysis);
        lost.extend(unexplained);
        references += all;
    }
    assert!(lost.is_empty(), "no trail leads to\n{}", lost.join("\n"));
    assert!(
        references > 500,
        "only {references} references were looked at"
    );
}

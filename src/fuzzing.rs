//! What `fuzz/` runs: the whole analysis, on a workspace in memory. There for tests and fuzzing only.
//!
//! In: one text that holds one file, or several. Out: [`Size`]: how much became of it.
//! *Invariant:* the same text gives the same sizes, and the size is bounded by that of the text: see [`Size::check`].

use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::export;
use crate::facts::FileFacts;
use crate::modules::Early;
use crate::pipeline::{self, Analysis, CheckOptions, Timings};
use crate::report::{self, Format, Style};
use crate::system::MemorySystem;
use crate::workspace::{self, LoadOptions};

/// A line that begins with it names the file that the following lines are: `//# app/src/lib.rs`.
/// Lines before the first one are the library of `app`.
pub const MARKER: &str = "//# ";

/// Every kind of rule at its widest.
const RULES: &str = include_str!("../test-projects/every-rule.toml");

/// What recursion may need, as in the program itself.
const STACK_BYTES: usize = 1 << 30;

/// How much became of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Bytes of the text.
    pub text: usize,
    /// Items, imports, paths, types, expressions and the like, in what is written and in what macros write.
    pub facts: usize,
    /// Places at which a file or the expansion of a macro is part of a module.
    pub instances: usize,
    /// References.
    pub references: usize,
}

impl Size {
    /// Facts that a text may give whatever it is, and for each of its bytes.
    pub const FACTS: (usize, usize) = (2_000_000, 100);
    /// Instances that a text may give whatever it is, and for each of its bytes.
    pub const INSTANCES: (usize, usize) = (100_000, 10);
    /// References that a text may give whatever it is, and for each of its bytes.
    pub const REFERENCES: (usize, usize) = (2_000_000, 100);

    /// Ends the program where more became of the text than its size allows.
    ///
    /// # Panics
    /// In that case.
    pub fn check(&self) {
        let limit = |(at_least, a_byte): (usize, usize)| at_least + a_byte * self.text;
        assert!(self.facts <= limit(Self::FACTS), "{self:?}");
        assert!(self.instances <= limit(Self::INSTANCES), "{self:?}");
        assert!(self.references <= limit(Self::REFERENCES), "{self:?}");
    }
}

/// Reads one file, the library of a package of its own, and expands its macros.
pub fn file(text: &str) -> Size {
    on_deep_stack(|| {
        let files = vec![("app/src/lib.rs".to_owned(), text.to_owned())];
        let system = system(&files);
        let Ok(workspace) = workspace::load(&system, &options()) else {
            return Size::default();
        };
        let (tree, _) = pipeline::expanded(
            &system,
            None,
            &workspace,
            Early::default(),
            &mut Timings::begin(),
        );
        Size {
            text: text.len(),
            facts: tree.files.iter().map(|it| count(&it.facts)).sum(),
            instances: tree.instances.len(),
            references: 0,
        }
    })
}

/// Runs everything over a workspace: modules, names, types, the graph, every kind of rule, every format.
///
/// Each folder with a `src/lib.rs`, `src/main.rs`, `build.rs`, or files in `tests` is a package. It depends on those
/// before it and, for development, on those behind it; one named `macros…` holds procedural macros.
/// An edition is said by the end of the name: `old2015`.
pub fn workspace(text: &str) -> Size {
    on_deep_stack(|| {
        let files = files(text);
        let system = system(&files);
        let Ok(mut analysis) = pipeline::analyse(&system, None, &options()) else {
            return Size::default();
        };
        let size = size_of(text, &analysis);
        for (_, reference) in analysis.graph.references() {
            let place = reference.location;
            let range = place.span.start as usize..place.span.end as usize;
            let text = analysis.sources.text(place.file);
            assert!(text.get(range).is_some(), "{reference:?}");
        }
        let _ = export::references(&analysis.graph, &analysis.sources);
        judge(&system, &mut analysis);
        size
    })
}

fn judge(system: &MemorySystem, analysis: &mut Analysis) {
    let options = CheckOptions::default();
    let root = analysis.workspace.root.clone();
    let found = pipeline::find_rules(system, &options, &root, &root)
        .expect("the rule file is at the root of the workspace");
    let ruled = pipeline::rule(system, analysis, found, &options);
    let checked = pipeline::check(system, analysis, &ruled);
    let style = Style {
        color: false,
        unicode: true,
        width: 100,
        all: false,
    };
    for format in [Format::Human, Format::Short, Format::Json] {
        let _ = report::render(&checked.report, &analysis.sources, format, &style);
    }
}

fn size_of(text: &str, analysis: &Analysis) -> Size {
    let files = analysis.tree.files.iter();
    Size {
        text: text.len(),
        facts: files.map(|parsed| count(&parsed.facts)).sum(),
        instances: analysis.tree.instances.len(),
        references: analysis.graph.reference_count(),
    }
}

fn count(facts: &FileFacts) -> usize {
    let code = &facts.code;
    let bodies = code.bodies_unpacked();
    [
        facts.items.len(),
        facts.impls.len(),
        facts.imports.len(),
        facts.modules.len(),
        facts.paths.len(),
        facts.macro_calls.len(),
        code.types.len(),
        bodies.expressions.len(),
        bodies.patterns.len(),
        code.locals.len(),
    ]
    .iter()
    .sum()
}

fn system(files: &[(String, String)]) -> MemorySystem {
    let system = MemorySystem::default()
        .with_file("/w/Cargo.toml", "[workspace]")
        .with_file("/w/bulkhead.toml", RULES)
        .with_output("cargo metadata", &metadata(files).to_string());
    files.iter().fold(system, |system, (path, text)| {
        system.with_file(&format!("/w/{path}"), text)
    })
}

fn options() -> LoadOptions {
    LoadOptions {
        current_dir: "/w".into(),
        cargo: "cargo".to_owned(),
        ..LoadOptions::default()
    }
}

/// The files of a text, each with its path; of two with one path the first counts.
fn files(text: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = vec![("app/src/lib.rs".to_owned(), String::new())];
    for line in text.split_inclusive('\n') {
        match line.strip_prefix(MARKER).map(str::trim) {
            Some(path) if is_plain(path) => files.push((path.to_owned(), String::new())),
            _ => {
                if let Some((_, text)) = files.last_mut() {
                    text.push_str(line);
                }
            }
        }
    }
    let is_named = files[0].1.trim().is_empty() && files.len() > 1;
    files.drain(..usize::from(is_named));
    files.sort_by(|a, b| a.0.cmp(&b.0));
    files.dedup_by(|a, b| a.0 == b.0);
    files
}

fn is_plain(path: &str) -> bool {
    let is_plain_part = |part: &str| {
        let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        !part.is_empty() && !part.starts_with('.') && part.chars().all(letters)
    };
    path.len() <= 80 && path.split('/').all(is_plain_part)
}

/// What cargo would say of these files.
fn metadata(files: &[(String, String)]) -> Value {
    let mut names: Vec<&str> = files
        .iter()
        .filter(|(path, _)| target(path).is_some())
        .filter_map(|(path, _)| path.split('/').next())
        .collect();
    names.dedup();
    let packages: Vec<Value> = names
        .iter()
        .enumerate()
        .map(|(at, name)| package(files, &names, at, name))
        .collect();
    let ids: Vec<String> = names.iter().map(|name| id(name)).collect();
    json!({
        "packages": packages, "workspace_members": ids, "workspace_default_members": ids, "resolve": null,
        "target_directory": "/w/target", "version": 1, "workspace_root": "/w", "metadata": null,
    })
}

fn id(package: &str) -> String {
    format!("path+file:///w/{package}#{package}@0.1.0")
}

/// A package depends on so many others, for either kind of dependency.
const DEPENDENCIES: usize = 8;

fn package(files: &[(String, String)], names: &[&str], at: usize, name: &str) -> Value {
    let edition = ["2015", "2018", "2021"]
        .into_iter()
        .find(|year| name.ends_with(year))
        .unwrap_or("2024");
    let dependency = |name: &&str, kind: Option<&str>| {
        json!({
            "name": name, "source": null, "req": "*", "kind": kind, "rename": null, "optional": false,
            "uses_default_features": true, "features": [], "target": null, "registry": null, "path": format!("/w/{name}"),
        })
    };
    let before = names[..at].iter().rev().take(DEPENDENCIES);
    let behind = names[at + 1..].iter().take(DEPENDENCIES);
    let dependencies: Vec<Value> = before
        .map(|name| dependency(name, None))
        .chain(behind.map(|name| dependency(name, Some("dev"))))
        .collect();
    let own = files.iter().filter_map(|(path, _)| {
        let (package, _) = path.split_once('/')?;
        let (kind, target) = target(path).filter(|_| package == name)?;
        let is_macros = kind == "lib" && name.starts_with("macros");
        let kind = if is_macros { "proc-macro" } else { kind };
        let target = if target.is_empty() { name } else { target };
        Some(json!({
            "kind": [kind], "crate_types": [kind], "name": target, "src_path": format!("/w/{path}"), "edition": edition,
        }))
    });
    json!({
        "name": name, "version": "0.1.0", "id": id(name), "source": null, "features": {}, "metadata": null, "authors": [],
        "manifest_path": format!("/w/{name}/Cargo.toml"), "edition": edition, "dependencies": dependencies,
        "targets": own.collect::<Vec<Value>>(),
    })
}

/// The kind of the target that a file is the root of, and its name where it has one of its own.
fn target(path: &str) -> Option<(&'static str, &str)> {
    let (_, path) = path.split_once('/')?;
    let file = |folder: &str| {
        let name = path.strip_prefix(folder)?.strip_suffix(".rs")?;
        (!name.contains('/') && !name.is_empty()).then_some(name)
    };
    match path {
        "src/lib.rs" => Some(("lib", "")),
        "src/main.rs" => Some(("bin", "")),
        "build.rs" => Some(("custom-build", "build-script-build")),
        _ => file("src/bin/")
            .map(|name| ("bin", name))
            .or_else(|| Some(("test", file("tests/")?)))
            .or_else(|| Some(("example", file("examples/")?))),
    }
}

/// Runs on a thread whose stack is that of the program.
fn on_deep_stack<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    static POOL: OnceLock<rayon::ThreadPool> = OnceLock::new();
    let pool = POOL.get_or_init(|| {
        rayon::ThreadPoolBuilder::new()
            .num_threads(1)
            .stack_size(STACK_BYTES)
            .build()
            .expect("a thread starts")
    });
    pool.install(run)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every input that fuzzing begins with or has found.
    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "the inputs lie beside the fuzz targets"
    )]
    fn seeds_and_regressions_stay_within_bounds() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz");
        let mut seen = 0;
        for folder in ["seeds", "regressions"] {
            let entries = std::fs::read_dir(format!("{root}/{folder}"));
            for entry in entries.expect("the folder is there") {
                let path = entry.expect("the folder is readable").path();
                let text = std::fs::read_to_string(&path).expect("the input is text");
                let begun = std::time::Instant::now();
                file(&text).check();
                let size = workspace(&text);
                size.check();
                eprintln!("{} {size:?} {:?}", path.display(), begun.elapsed());
                seen += 1;
            }
        }
        assert!(seen >= 4, "{seen} inputs");
    }

    #[test]
    fn a_text_is_cut_into_files_and_packages() {
        let text = "//# a/src/lib.rs\npub mod m;\npub struct S;\n//# a/src/m.rs\npub fn f() -> crate::S { crate::S }\n\
                    //# b/tests/it.rs\nuse a::m::f;\nfn g() { f(); }\n";
        let size = workspace(text);
        assert_eq!(size.text, text.len());
        assert_eq!(size.instances, 3);
        // `f` names `S` twice; the test imports `f` and calls it.
        assert_eq!(size.references, 4);
        assert_eq!(size, workspace(text));
    }
}

//! Named workspaces, as they are: cold, warm, and with one file changed, beside the floor.
//!
//! Each is copied first, without what was built in it, so that a file can be changed and nothing of its owner's is touched.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Options;
use crate::floor::rust_files;
use crate::process::{Run, median, peak, run};

/// What is appended to a file that changes: an item, an import, and a path in a body.
const CHANGE: &str = "\n#[allow(dead_code)]\nfn bulkhead_speed_@() -> usize {\n    use std::collections::BTreeMap;\n    BTreeMap::<u8, u8>::new().len()\n}\n";

/// What was measured of one workspace.
struct Measured {
    name: String,
    files: usize,
    lines: usize,
    bytes: u64,
    floor: Vec<Run>,
    stat: Vec<Run>,
    cold: Vec<Run>,
    warm: Vec<Run>,
    changed: Vec<Run>,
}

/// Measures all of them, and gives the table.
pub(crate) fn workspaces(options: &Options, all: &[PathBuf]) -> io::Result<String> {
    let mut measured = Vec::new();
    for workspace in all {
        measured.push(workspace_of(options, workspace)?);
    }
    Ok(table(&measured))
}

fn workspace_of(options: &Options, workspace: &Path) -> io::Result<Measured> {
    let name = fs::canonicalize(workspace)?;
    let name = name
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let place = std::env::temp_dir().join(format!("bulkhead-speed-{}", std::process::id()));
    let folder = place.join(&name);
    copy(workspace, &folder)?;
    // Not beside the workspace: whoever changes a folder above a workspace makes cargo's answer doubtful for a moment.
    let caches = std::env::temp_dir().join(format!("bulkhead-cache-{}", std::process::id()));
    let cache = caches.join(&name);
    fs::create_dir_all(&caches)?;
    let mut files = Vec::new();
    rust_files(&folder, &mut files)?;
    let mut sized: Vec<(u64, PathBuf)> = files
        .iter()
        .map(|path| Ok((fs::metadata(path)?.len(), path.clone())))
        .collect::<io::Result<_>>()?;
    sized.sort();
    let lines = files.iter().map(|path| {
        let text = fs::read_to_string(path).unwrap_or_default();
        text.lines().count()
    });
    let mut measured = Measured {
        name,
        files: files.len(),
        lines: lines.sum(),
        bytes: sized.iter().map(|(size, _)| size).sum(),
        floor: Vec::new(),
        stat: Vec::new(),
        cold: Vec::new(),
        warm: Vec::new(),
        changed: Vec::new(),
    };
    let changing = changing_file(&sized).ok_or_else(|| io::Error::other("no Rust file"))?;
    let tool = || {
        let mut command = Command::new(&options.program);
        command
            .args(["bulkhead", "graph", "--color", "never"])
            .args(["--jobs", &options.jobs.to_string()])
            .arg("--cache-dir")
            .arg(&cache)
            .current_dir(&folder);
        command
    };
    // In turns, so that what else the machine does meets all of them.
    for round in 0..options.runs {
        measured.floor.push(run(&mut options.floor(&folder))?);
        measured.stat.push(run(&mut options.stat(&folder))?);
        if cache.exists() {
            fs::remove_dir_all(&cache)?;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
        measured.cold.push(run(&mut tool())?);
        measured.warm.push(run(&mut tool())?);
        let text = fs::read_to_string(changing)?;
        fs::write(changing, text + &CHANGE.replace('@', &round.to_string()))?;
        measured.changed.push(run(&mut tool())?);
    }
    fs::remove_dir_all(&caches)?;
    fs::remove_dir_all(&place)?;
    Ok(measured)
}

/// The file in the middle, by size, of those below a `src`.
fn changing_file(sized: &[(u64, PathBuf)]) -> Option<&Path> {
    let in_source = sized
        .iter()
        .filter(|(_, path)| path.components().any(|it| it.as_os_str() == "src"));
    let all: Vec<&Path> = in_source.map(|(_, path)| path.as_path()).collect();
    all.get(all.len() / 2).copied()
}

/// Copies a folder, hidden folders and what was built aside.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        let path = entry.path();
        if path.is_dir() {
            let is_left_out = name == "target" || name == ".git" || name == "node_modules";
            if !is_left_out {
                copy(&path, &to.join(name))?;
            }
        } else if path.is_file() {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}

fn table(all: &[Measured]) -> String {
    let mut page = "| workspace | files | lines | source | floor | cold | of the floor | warm | of cold | one changed | of cold | stat | peak | twice the source + 60 MB |\n\
                    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        .to_owned();
    for it in all {
        let milliseconds = |runs: &[Run]| median(runs).as_secs_f64() * 1_000.0;
        let (floor, cold) = (milliseconds(&it.floor), milliseconds(&it.cold));
        let (warm, changed) = (milliseconds(&it.warm), milliseconds(&it.changed));
        let most = peak(&it.cold).max(peak(&it.changed)) as f64 * 1_024.0 / 1e6;
        let bytes = it.bytes as f64 / 1e6;
        let _ = writeln!(
            page,
            "| {} | {} | {} | {bytes:.1} MB | {floor:.0} ms | {cold:.0} ms | {:.2} | {warm:.0} ms | {:.0} % | {changed:.0} ms | {:.0} % | {:.0} ms | {most:.0} MB | {:.0} MB |",
            it.name,
            it.files,
            it.lines,
            cold / floor,
            100.0 * warm / cold,
            100.0 * changed / cold,
            milliseconds(&it.stat),
            2.0 * bytes + 60.0,
        );
    }
    page
}

//! How time and memory grow with code: generated workspaces of growing size.

use std::fmt::Write;
use std::fs;
use std::io;
use std::process::Command;

use crate::Options;
use crate::generate::generate;
use crate::process::{Run, median, peak, run};

/// One line of the table.
struct Row {
    lines: usize,
    floor: f64,
    tool: f64,
    peak_mib: f64,
    parse: f64,
    macros_and_types: f64,
}

/// Measures, and gives the table.
pub(crate) fn scale(options: &Options, sizes: &[usize]) -> io::Result<String> {
    let place = std::env::temp_dir().join(format!("bulkhead-scale-{}", std::process::id()));
    let mut rows = Vec::new();
    for &size in sizes {
        let folder = place.join(size.to_string());
        let lines = generate(&folder, size)?;
        let mut floors = Vec::new();
        let mut tools = Vec::new();
        // In turns, so that what else the machine does meets both.
        for _ in 0..options.runs {
            floors.push(run(&mut options.floor(&folder))?);
            let mut tool = Command::new(&options.program);
            tool.args([
                "bulkhead",
                "check",
                "--timings",
                "--color",
                "never",
                "--no-cache",
            ])
            .args(["--jobs", &options.jobs.to_string()])
            .current_dir(&folder)
            .env_remove("BULKHEAD_CONFIG");
            tools.push(run(&mut tool)?);
        }
        rows.push(row(lines, &floors, &tools));
        fs::remove_dir_all(&folder)?;
    }
    fs::remove_dir_all(&place)?;
    Ok(table(&rows))
}

fn row(lines: usize, floors: &[Run], tools: &[Run]) -> Row {
    let tool = median(tools);
    let middle = tools.iter().find(|it| it.took == tool);
    let stage = |name: &str| {
        let text = middle.map_or("", |run| run.stderr.as_str());
        let line = text.lines().find_map(|it| it.trim().strip_prefix(name));
        let number = line.and_then(|it| it.trim().strip_suffix(" ms"));
        number.and_then(|it| it.parse::<f64>().ok()).unwrap_or(0.0) / 1_000.0
    };
    Row {
        lines,
        floor: median(floors).as_secs_f64(),
        tool: tool.as_secs_f64(),
        peak_mib: peak(tools) as f64 / 1024.0,
        parse: stage("read and parse"),
        macros_and_types: stage("macro expansion") + stage("read expansions") + stage("inference"),
    }
}

fn table(rows: &[Row]) -> String {
    let mut page =
        "| lines | floor | bulkhead | ratio | peak | read and parse | macros and types |\n\
                    | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
            .to_owned();
    for row in rows {
        let _ = writeln!(
            page,
            "| {} | {:.2} s | {:.2} s | {:.2} | {:.0} MiB | {:.2} s | {:.2} s |",
            row.lines,
            row.floor,
            row.tool,
            row.tool / row.floor,
            row.peak_mib,
            row.parse,
            row.macros_and_types,
        );
    }
    let _ = writeln!(
        page,
        "\ntime grows with lines to the power of {:.2}, memory to the power of {:.2}",
        exponent(rows, |row| row.tool),
        exponent(rows, |row| row.peak_mib),
    );
    page
}

/// The slope of the line through the logarithms.
fn exponent(rows: &[Row], of: impl Fn(&Row) -> f64) -> f64 {
    let points: Vec<(f64, f64)> = rows
        .iter()
        .map(|row| ((row.lines as f64).ln(), of(row).ln()))
        .collect();
    let count = points.len() as f64;
    let mean_x = points.iter().map(|it| it.0).sum::<f64>() / count;
    let mean_y = points.iter().map(|it| it.1).sum::<f64>() / count;
    let over = points.iter().map(|(x, y)| (x - mean_x) * (y - mean_y));
    let under = points.iter().map(|(x, _)| (x - mean_x).powi(2));
    over.sum::<f64>() / under.sum::<f64>()
}

//! Whole processes: how long each takes, and how much memory it has at most.

use std::fs;
use std::io::{self, Read};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What one process took.
pub(crate) struct Run {
    /// From its start to its end.
    pub took: Duration,
    /// Its largest resident size, from `/proc`; 0 where there is none.
    pub peak_kib: u64,
    /// What it said on standard error.
    pub stderr: String,
}

/// Runs a program to its end, and looks at its memory meanwhile. Any status but 2 is a success: a check may find something.
pub(crate) fn run(command: &mut Command) -> io::Result<Run> {
    let begun = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()?;
    let mut pipe = child.stderr.take();
    let reader = std::thread::spawn(move || {
        let mut stderr = String::new();
        if let Some(pipe) = &mut pipe {
            pipe.read_to_string(&mut stderr)?;
        }
        Ok::<_, io::Error>(stderr)
    });
    let status = format!("/proc/{}/status", child.id());
    let mut peak_kib = 0;
    let ended = loop {
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|it| it.strip_prefix("VmHWM:"));
        let peak = line.and_then(|it| it.trim().strip_suffix(" kB")?.trim().parse().ok());
        peak_kib = peak.unwrap_or(peak_kib);
        std::thread::sleep(Duration::from_millis(1));
    };
    let took = begun.elapsed();
    let stderr = reader
        .join()
        .map_err(|_| io::Error::other("the reader ended"))??;
    if !matches!(ended.code(), Some(0 | 1)) {
        return Err(io::Error::other(format!("{command:?} failed: {stderr}")));
    }
    Ok(Run {
        took,
        peak_kib,
        stderr,
    })
}

/// The median of what runs took.
pub(crate) fn median(runs: &[Run]) -> Duration {
    let mut all: Vec<Duration> = runs.iter().map(|run| run.took).collect();
    all.sort();
    all.get(all.len() / 2).copied().unwrap_or_default()
}

/// The most memory of any of them, in KiB.
pub(crate) fn peak(runs: &[Run]) -> u64 {
    runs.iter().map(|run| run.peak_kib).max().unwrap_or(0)
}

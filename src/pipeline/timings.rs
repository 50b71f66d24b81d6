//! How long each stage took.

use std::fmt::Write;
use std::time::{Duration, Instant};

use serde::Serialize;

/// The stages of a run, in their order, and how long each took.
#[derive(Clone, Debug)]
pub(crate) struct Timings {
    last: Instant,
    stages: Vec<(&'static str, Duration)>,
}

impl Timings {
    /// Begins to measure.
    pub(crate) fn begin() -> Self {
        Self {
            last: Instant::now(),
            stages: Vec::new(),
        }
    }

    /// Ends a stage: it began where the one before it ended. A stage that is named twice has the time of both.
    pub(crate) fn done(&mut self, stage: &'static str) {
        let now = Instant::now();
        let took = now - self.last;
        self.last = now;
        self.add(stage, took);
    }

    /// Ends two stages that took turns: the second had `part` of the time.
    pub(crate) fn done_in_parts(
        &mut self,
        stage: &'static str,
        second: &'static str,
        part: Duration,
    ) {
        let before = self.last;
        self.last = Instant::now();
        self.add(stage, (self.last - before).saturating_sub(part));
        self.add(second, part);
    }

    /// Adds a stage that was measured otherwise.
    pub(crate) fn add(&mut self, stage: &'static str, took: Duration) {
        match self.stages.iter_mut().find(|(known, _)| *known == stage) {
            Some((_, whole)) => *whole += took,
            None => self.stages.push((stage, took)),
        }
    }

    /// One JSON object in one line.
    #[must_use]
    pub(crate) fn json(&self, jobs: usize, from_cache: bool) -> String {
        let stages = self.stages.iter().map(|(stage, took)| StageDocument {
            stage,
            ms: rounded(*took),
        });
        let document = TimingsDocument {
            schema_version: SCHEMA_VERSION,
            jobs,
            from_cache,
            stages: stages.collect(),
            all_ms: rounded(self.all()),
        };
        serde_json::to_string(&document).expect("texts and numbers are JSON")
    }

    fn all(&self) -> Duration {
        self.stages.iter().map(|(_, took)| *took).sum()
    }

    /// One line a stage, in milliseconds, and one for all of them.
    #[must_use]
    pub(crate) fn text(&self) -> String {
        let mut text = "time by stage:".to_owned();
        for (stage, took) in &self.stages {
            let _ = write!(text, "\n{stage:>16} {:10.1} ms", milliseconds(*took));
        }
        let _ = write!(text, "\n{:>16} {:10.1} ms", "all", milliseconds(self.all()));
        text
    }
}

fn milliseconds(took: Duration) -> f64 {
    took.as_secs_f64() * 1_000.0
}

/// Milliseconds, down to the microsecond.
fn rounded(took: Duration) -> f64 {
    (milliseconds(took) * 1_000.0).round() / 1_000.0
}

/// Counts the versions of [`TimingsDocument`].
const SCHEMA_VERSION: u32 = 1;

/// The JSON form.
#[derive(Serialize)]
struct TimingsDocument<'t> {
    schema_version: u32,
    jobs: usize,
    from_cache: bool,
    stages: Vec<StageDocument<'t>>,
    all_ms: f64,
}

#[derive(Serialize)]
struct StageDocument<'t> {
    stage: &'t str,
    ms: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stage_is_a_line_and_the_last_line_is_their_sum() {
        let timings = Timings {
            last: Instant::now(),
            stages: vec![
                ("graph", Duration::from_micros(1_500)),
                ("rules", Duration::from_millis(2)),
            ],
        };
        assert_eq!(
            timings.text(),
            "time by stage:\n           graph        1.5 ms\n           rules        2.0 ms\n             all        3.5 ms"
        );
        assert_eq!(
            timings.json(2, false),
            "{\"schema_version\":1,\"jobs\":2,\"from_cache\":false,\"stages\":[{\"stage\":\"graph\",\"ms\":1.5},\
             {\"stage\":\"rules\",\"ms\":2.0}],\"all_ms\":3.5}"
        );
    }

    #[test]
    fn a_stage_that_comes_twice_is_one() {
        let mut timings = Timings::begin();
        timings.done("a");
        timings.done("b");
        timings.done("a");
        let names: Vec<&str> = timings.stages.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["a", "b"]);
    }
}

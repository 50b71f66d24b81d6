//! What each command does.

mod check;
mod explain;
mod graph;
mod init;
mod why;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use camino::Utf8PathBuf;

pub(super) use check::check;
pub(super) use explain::explain;
pub(super) use graph::graph;
pub(super) use init::init;
pub(super) use why::why;

use super::arguments::{PackageFilter, Shared};
use super::output::Output;
use super::progress::Progress;
use crate::base::Cause;
use crate::config::FindError;
use crate::facts::Memory;
use crate::pipeline::{self, Analysis, CheckOptions, Ruled, Timings};
use crate::system::System;
use crate::workspace::{LoadError, LoadOptions};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing that fails.
    Clean,
    /// At least one violation at `deny`.
    Violations,
    /// The rule file has mistakes.
    RuleFileErrors,
}

impl Outcome {
    /// The exit status.
    pub(super) const fn status(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Violations => 1,
            Self::RuleFileErrors => 2,
        }
    }

    /// The outcome with this exit status.
    pub(super) fn of_status(status: u8) -> Option<Self> {
        let mut all = [Self::Clean, Self::Violations, Self::RuleFileErrors].into_iter();
        all.find(|outcome| outcome.status() == status)
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(super) struct Failure {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Failure {
    /// A failure without advice.
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: None,
        }
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        Self {
            help: error.help(),
            message: error.to_string(),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::new(format!("cannot write the output: {error}"))
    }
}

impl From<FindError> for Failure {
    fn from(error: FindError) -> Self {
        let help = match &error {
            FindError::Missing { .. } => {
                "`cargo bulkhead init` writes a first one from the code as it is".to_owned()
            }
            FindError::Ambiguous { .. } => "keep one of them, or name it with --config".to_owned(),
            FindError::Unreadable { .. } => {
                "a rule file is UTF-8 text; --config and BULKHEAD_CONFIG name another one"
                    .to_owned()
            }
        };
        Self {
            help: Some(help),
            message: error.to_string(),
        }
    }
}

/// What every command works with.
pub(super) struct Context<'c> {
    pub system: &'c dyn System,
    /// What earlier runs found out of files.
    pub memory: Option<&'c dyn Memory>,
    pub output: &'c Output,
    pub shared: &'c Shared,
    /// How long the stages took, as soon as that is known.
    timings: Mutex<Option<Timings>>,
}

impl<'c> Context<'c> {
    pub(super) fn new(system: &'c dyn System, output: &'c Output, shared: &'c Shared) -> Self {
        Self {
            system,
            memory: None,
            output,
            shared,
            timings: Mutex::default(),
        }
    }

    /// How long each stage took, if the command has noted that.
    pub(super) fn measured(&self) -> Option<Timings> {
        let mut known = self.timings.lock().unwrap_or_else(PoisonError::into_inner);
        known.take()
    }

    /// Loads and resolves the workspace; reports are about the packages that `filter` lets pass.
    pub(super) fn analyse(&self, filter: &PackageFilter) -> Result<Analysis, Failure> {
        let begun = Instant::now();
        let progress = Progress::new(self.shared.quiet, "reading the workspace");
        let analysis = pipeline::analyse(self.system, self.memory, &self.load_options(filter)?)?;
        drop(progress);
        if self.shared.verbose {
            self.output.note(&describe(&analysis, begun));
        }
        Ok(analysis)
    }

    /// Notes how long each stage took; the report is written.
    pub(super) fn timings(&self, analysis: &mut Analysis) {
        analysis.timings.done("report");
        let timings = std::mem::replace(&mut analysis.timings, Timings::begin());
        let known = self.timings.lock();
        *known.unwrap_or_else(PoisonError::into_inner) = Some(timings);
    }

    /// Finds and reads the rule file.
    pub(super) fn rule(
        &self,
        analysis: &mut Analysis,
        options: &CheckOptions,
    ) -> Result<Ruled, Failure> {
        let root = analysis.workspace.root.clone();
        match pipeline::find_rules(self.system, options, &self.current_dir()?, &root) {
            Ok(found) => Ok(pipeline::rule(self.system, analysis, found, options)),
            Err(error @ FindError::Missing { .. }) if analysis.workspace.has_rules_in_manifest => {
                Err(Failure {
                    message: error.to_string(),
                    help: Some(
                        "`[workspace.metadata.bulkhead]` is not read in this version: move the rules to bulkhead.toml"
                            .to_owned(),
                    ),
                })
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The rule file, where there is one.
    pub(super) fn rule_if_any(
        &self,
        analysis: &mut Analysis,
        options: &CheckOptions,
    ) -> Result<Option<Ruled>, Failure> {
        let root = analysis.workspace.root.clone();
        match pipeline::find_rules(self.system, options, &self.current_dir()?, &root) {
            Ok(found) => Ok(Some(pipeline::rule(self.system, analysis, found, options))),
            Err(FindError::Missing { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The options of a check, as far as all commands have them.
    pub(super) fn check_options(&self, deny_warnings: bool) -> CheckOptions {
        CheckOptions {
            config: self.shared.config.clone(),
            deny_warnings,
        }
    }

    pub(super) fn current_dir(&self) -> Result<Utf8PathBuf, Failure> {
        let folder = self.system.current_dir();
        folder.map_err(|error| Failure::new(format!("cannot tell the current folder: {error}")))
    }

    pub(super) fn load_options(&self, filter: &PackageFilter) -> Result<LoadOptions, Failure> {
        let flags = [
            (self.shared.locked, "--locked"),
            (self.shared.offline, "--offline"),
            (self.shared.frozen, "--frozen"),
        ];
        let cargo = self
            .system
            .variable("CARGO")
            .filter(|path| !path.is_empty());
        Ok(LoadOptions {
            manifest_path: self.shared.manifest_path.clone(),
            current_dir: self.current_dir()?,
            cargo: cargo.unwrap_or_else(|| "cargo".to_owned()),
            flags: flags
                .iter()
                .filter(|(on, _)| *on)
                .map(|(_, flag)| (*flag).to_owned())
                .collect(),
            packages: filter.package.clone(),
            exclude: filter.exclude.clone(),
        })
    }
}

/// What was analysed, for `--verbose`.
fn describe(analysis: &Analysis, begun: Instant) -> String {
    let into = analysis.internal_paths;
    let lost = analysis
        .unresolved_paths()
        .filter(|path| path.cause.may_be_internal())
        .count();
    let mut text = format!(
        "read {} files in {:.2} s: {} modules, {} references\n\
         {into} paths lead into the workspace, {} of them to a module only, where a macro makes what they name or may do so; {} lead out of it\n\
         {} of the workspace's own paths resolve\n\
         {} method calls and field accesses, {} of them on values whose type is not known",
        analysis.file_count(),
        begun.elapsed().as_secs_f64(),
        analysis.tree.modules.len(),
        analysis.graph.reference_count(),
        analysis.made_paths,
        analysis.external_paths,
        percent(into, into + lost),
        analysis.typed_sites,
        analysis.unknown_sites,
    );
    let mut causes: BTreeMap<Cause, usize> = BTreeMap::new();
    for path in &analysis.unresolved {
        *causes.entry(path.cause).or_default() += 1;
    }
    for (cause, count) in causes {
        let _ = write!(text, "\n  {count} not resolved: {}", cause.phrase());
    }
    text
}

/// A share in hundredths of a percent, cut off rather than rounded up.
fn percent(part: usize, whole: usize) -> String {
    let hundredths = (part * 10_000).checked_div(whole).unwrap_or(10_000);
    format!("{}.{:02} %", hundredths / 100, hundredths % 100)
}

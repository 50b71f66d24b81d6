//! Answers from what an earlier run found out, and keeps what this one does.
//!
//! In: what was typed, and a machine. Out: what a command does, or did when nothing was other than now.
//! *Invariant:* who reads the streams cannot tell whether it was done or remembered, but by the clock.

use std::time::Instant;

use camino::Utf8PathBuf;

use super::arguments::{Arguments, Command, PackageFilter, Shared, TimingsFormat};
use super::commands::{Context, Failure, Outcome};
use super::dispatch;
use super::output::Output;
use crate::cache::{self, Key, Pack, Recording, Store};
use crate::pipeline::Timings;
use crate::system::Machine;
use crate::workspace::{VARIABLES, root_folder, target_folder};

/// The variable that names the folder.
const FOLDER: &str = "BULKHEAD_CACHE_DIR";
/// The variable that switches it off.
const OFF: &str = "BULKHEAD_NO_CACHE";

/// Does what was typed, or repeats what that gave before.
pub(super) fn respond(
    machine: &dyn Machine,
    output: &Output,
    arguments: &Arguments,
) -> Result<Outcome, Failure> {
    let begun = Instant::now();
    let mut context = Context::new(machine, output, &arguments.shared);
    let Some((store, root)) = store(&context, machine, arguments) else {
        let outcome = dispatch(&context, arguments)?;
        tell(&context, context.measured(), false);
        return Ok(outcome);
    };
    let key = key(&context, machine, &store, arguments)?;
    if let Some(outcome) = replayed(&context, machine, &store, &key) {
        let mut timings = Timings::begin();
        timings.add("cache", begun.elapsed());
        tell(&context, Some(timings), true);
        return outcome;
    }
    let looked_up = begun.elapsed();
    let recording = Recording::new(machine, Some(&store));
    let pack = Pack::open(&store, root.as_str());
    context.system = &recording;
    context.memory = Some(&pack);
    let outcome = dispatch(&context, arguments)?;
    let measured = context.measured();
    let begun = Instant::now();
    let kept = pack.keep().and_then(|()| {
        let outcome = outcome_of(output, outcome);
        cache::remember(&store, &key, recording, outcome)
    });
    if let Err(error) = kept
        && arguments.shared.verbose
    {
        // Nobody misses anything but time.
        output.aside(&format!("what was found out cannot be kept: {error}"));
    }
    let context = Context::new(machine, output, &arguments.shared);
    let timings = measured.map(|mut timings| {
        timings.add("cache", looked_up + begun.elapsed());
        timings
    });
    tell(&context, timings, false);
    Ok(outcome)
}

/// Where things are kept, and the folder of the workspace; `None` where nothing is to be, or nothing of what was asked depends on the workspace only.
fn store<'m>(
    context: &Context<'_>,
    machine: &'m dyn Machine,
    arguments: &Arguments,
) -> Option<(Store<'m>, Utf8PathBuf)> {
    let shared = &arguments.shared;
    let only_reads = match &arguments.command {
        Command::Check(_) | Command::Why(_) | Command::Graph(_) => true,
        Command::Explain(options) => options.topic.is_some(),
        Command::Init(options) => options.stdout,
    };
    if shared.no_cache || !only_reads {
        return None;
    }
    let options = context.load_options(&PackageFilter::default()).ok()?;
    let value = |name| machine.variable(name).filter(|value| !value.is_empty());
    let folder = match &shared.cache_dir {
        Some(folder) => options.current_dir.join(folder),
        None if value(OFF).is_some_and(|value| value != "0") => return None,
        None => match value(FOLDER) {
            Some(folder) => options.current_dir.join(folder),
            None => target_folder(machine, &options)?.join("bulkhead"),
        },
    };
    Some((
        Store::new(machine, folder)?,
        root_folder(machine, &options)?,
    ))
}

/// All that the output depends on and that is known before anything is read.
fn key(
    context: &Context<'_>,
    machine: &dyn Machine,
    store: &Store<'_>,
    arguments: &Arguments,
) -> Result<Key, Failure> {
    let Shared {
        manifest_path,
        config,
        locked,
        offline,
        frozen,
        quiet,
        verbose,
        // Decided in the style.
        color: _,
        // These change nothing but how long it takes, and what is said of that.
        jobs: _,
        timings: _,
        cache_dir: _,
        no_cache: _,
    } = &arguments.shared;
    let asked = (
        manifest_path,
        config,
        locked,
        offline,
        frozen,
        quiet,
        verbose,
    );
    let style = context.output.style(false);
    let asked = format!("{:?} {asked:?} {style:?}", arguments.command);
    let folder = context.current_dir()?;
    // What depends on them asks for them; but who works in two environments by turns has two outcomes.
    let environment = machine.environment(&VARIABLES);
    Ok(store.key([asked.as_bytes(), folder.as_str().as_bytes(), &environment]))
}

/// Repeats what was written before.
fn replayed(
    context: &Context<'_>,
    machine: &dyn Machine,
    store: &Store<'_>,
    key: &Key,
) -> Option<Result<Outcome, Failure>> {
    let output = context.output;
    let shown = cache::recall(machine, store, key, |known| {
        let outcome = Outcome::of_status(known.status)?;
        let notes = known.notes.trim_end_matches('\n');
        if !notes.is_empty() {
            output.aside(notes);
        }
        if context.shared.verbose {
            output.aside("nothing that was read then has changed: this is what was found out then");
        }
        Some(output.repeat(&known.stdout).map(|()| outcome))
    });
    Some(shown??.map_err(Failure::from))
}

/// What was written, to be kept.
fn outcome_of(output: &Output, outcome: Outcome) -> cache::Outcome<'static> {
    let said = output.take_said();
    cache::Outcome {
        stdout: said.stdout.into_bytes().into(),
        notes: said.notes.into(),
        status: outcome.status(),
    }
}

/// Says how long each stage took, where that was asked for.
fn tell(context: &Context<'_>, timings: Option<Timings>, from_cache: bool) {
    let Some((format, timings)) = context.shared.timings.zip(timings) else {
        return;
    };
    context.output.aside(&match format {
        TimingsFormat::Human => timings.text(),
        TimingsFormat::Json => timings.json(rayon::current_num_threads(), from_cache),
    });
}

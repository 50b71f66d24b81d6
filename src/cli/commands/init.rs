//! `cargo bulkhead init`.

use std::fmt::Write;
use std::io;

use super::{Context, Failure, Outcome};
use crate::base::Name;
use crate::cli::arguments::{InitArguments, PackageFilter};
use crate::config::FindError;
use crate::pipeline;

/// Writes a first rule file, or prints it.
pub(crate) fn init(context: &Context<'_>, arguments: &InitArguments) -> Result<Outcome, Failure> {
    let mut analysis = context.analyse(&PackageFilter::default())?;
    let root = analysis.workspace.root.clone();
    if !arguments.stdout {
        let options = context.check_options(false);
        let found = pipeline::find_rules(context.system, &options, &context.current_dir()?, &root);
        match found {
            Err(FindError::Missing { .. }) => {}
            Ok(found) => return Err(already_there(&found.display)),
            Err(error) => return Err(error.into()),
        }
    }
    let proposal = pipeline::propose(context.system, &mut analysis);
    if arguments.stdout {
        context.output.findings(proposal.text)?;
        context.timings(&mut analysis);
        return Ok(Outcome::Clean);
    }
    let path = root.join("bulkhead.toml");
    match context.system.write_new(&path, proposal.text.as_bytes()) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(already_there("bulkhead.toml"));
        }
        Err(error) => return Err(Failure::new(format!("cannot write `{path}`: {error}"))),
    }
    let mut text = format!(
        "wrote {path}: {} domains, {} dependencies between them allowed as they are today\n",
        proposal.domains, proposal.edges
    );
    if !proposal.cyclic.is_empty() {
        let names: Vec<&str> = proposal.cyclic.iter().map(Name::as_str).collect();
        let _ = writeln!(
            text,
            "these domains are in a circle; the rule against it is in the file, as a comment: {}",
            names.join(", ")
        );
    }
    text.push_str("next: read it, name the doors of each domain (`public`), then run `cargo bulkhead check`\n");
    context.output.findings(text)?;
    context.timings(&mut analysis);
    Ok(Outcome::Clean)
}

fn already_there(path: &str) -> Failure {
    Failure {
        message: format!("there is a rule file already: `{path}`"),
        help: Some(
            "`cargo bulkhead init --stdout` shows what would be written; nothing was changed"
                .to_owned(),
        ),
    }
}

//! `cargo bulkhead check`.

use super::{Context, Failure, Outcome};
use crate::base::Level;
use crate::cli::arguments::{CheckArguments, MessageFormat};
use crate::pipeline;
use crate::report::{Format, render};

/// Checks the workspace and prints the report.
pub(crate) fn check(context: &Context<'_>, arguments: &CheckArguments) -> Result<Outcome, Failure> {
    let options = context.check_options(arguments.deny.is_some());
    let mut analysis = context.analyse(&arguments.filter)?;
    let ruled = context.rule(&mut analysis, &options)?;
    let checked = pipeline::check(context.system, &analysis, &ruled);
    let mut report = checked.report;
    if arguments.evidence {
        let all = arguments.all || arguments.report.is_some();
        pipeline::explain_report(&analysis, &mut report, all);
    }
    analysis.timings.done("rules");
    let nothing_to_say = report.findings.is_empty() && report.rule_file_errors.is_empty();
    let format = match (arguments.report, arguments.message_format) {
        (Some(_), _) => Format::Json,
        (None, MessageFormat::Human) => Format::Human,
        (None, MessageFormat::Short) => Format::Short,
    };
    if !(context.shared.quiet && nothing_to_say && format != Format::Json) {
        let style = context.output.style(arguments.all);
        let text = render(&report, &analysis.sources, format, &style);
        context.output.findings(text)?;
    }
    context.timings(&mut analysis);
    if !report.rule_file_errors.is_empty() {
        return Ok(Outcome::RuleFileErrors);
    }
    if report.count(Level::Deny) > 0 && !arguments.exit_zero {
        return Ok(Outcome::Violations);
    }
    Ok(Outcome::Clean)
}

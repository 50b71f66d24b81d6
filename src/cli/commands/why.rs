//! `cargo bulkhead why`.

use std::fmt::Write;

use super::{Context, Failure, Outcome};
use crate::cli::arguments::{MessageFormat, PackageFilter, WhyArguments};
use crate::pipeline::{self, Question};
use crate::report::{Format, render_chain};

/// How many chains are shown unless all are asked for.
const MOST: usize = 3;

/// Shows the chains from A to B. Status 0 where there is one or none: it is a question, no check.
pub(crate) fn why(context: &Context<'_>, arguments: &WhyArguments) -> Result<Outcome, Failure> {
    let mut analysis = context.analyse(&PackageFilter::default())?;
    let ruled = context.rule_if_any(&mut analysis, &context.check_options(false))?;
    let checked = ruled
        .as_ref()
        .map(|ruled| pipeline::check(context.system, &analysis, ruled));
    let domains: Vec<&str> = ruled
        .iter()
        .flat_map(|ruled| &ruled.loaded.rules.domains)
        .map(|domain| domain.name.as_str())
        .collect();
    let question = Question {
        from: selector(&arguments.from, &domains),
        to: selector(&arguments.to, &domains),
        most: if arguments.all { usize::MAX } else { MOST },
        tests: arguments.tests,
    };
    let mut answer = pipeline::why(&analysis, ruled.as_ref().zip(checked.as_ref()), &question)
        .map_err(|message| Failure {
            message,
            help: Some(
                "A and B are selectors: `shop_orders::api`, `shop_*::model`, `domain:orders`, `sqlx`"
                    .to_owned(),
            ),
        })?;
    if arguments.evidence {
        pipeline::explain_answer(&analysis, &mut answer);
    }
    let format = match arguments.message_format {
        MessageFormat::Human => Format::Human,
        MessageFormat::Short => Format::Short,
    };
    let style = context.output.style(arguments.all);
    let chains = answer.chains.iter();
    let chains = chains.map(|chain| render_chain(chain, &analysis.sources, format, &style));
    let mut text = chains.collect::<Vec<String>>().join("\n");
    if answer.chains.is_empty() {
        text = format!(
            "`{}` does not depend on `{}`{}\n",
            arguments.from,
            arguments.to,
            if arguments.tests {
                ""
            } else {
                ", code for tests aside (--tests)"
            }
        );
    } else if answer.more > 0 {
        let (modules, them) = match answer.more {
            1 => ("1 more module has a chain of its own".to_owned(), "it"),
            more => (
                format!("{more} more modules have a chain of their own"),
                "them",
            ),
        };
        let _ = writeln!(text, "\n{modules} (--all shows {them})");
    }
    context.output.findings(text)?;
    context.timings(&mut analysis);
    Ok(Outcome::Clean)
}

/// The name of a domain stands for the domain.
fn selector(text: &str, domains: &[&str]) -> String {
    if domains.contains(&text) {
        format!("domain:{text}")
    } else {
        text.to_owned()
    }
}

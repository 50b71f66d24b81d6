//! `cargo bulkhead explain`.

use std::fmt::Write;

use super::{Context, Failure, Outcome};
use crate::cli::arguments::{ExplainArguments, PackageFilter};
use crate::rules::{
    LINTS, Lint, RULE_KINDS, Rule, RuleKind, Topic, explain as look_up, group_names,
    lints_of_group, nearest,
};

/// Explains a lint, a group, a kind of rule, or a rule of the rule file; without a topic, lists them.
pub(crate) fn explain(
    context: &Context<'_>,
    arguments: &ExplainArguments,
) -> Result<Outcome, Failure> {
    let Some(topic) = &arguments.topic else {
        context.output.findings(overview())?;
        return Ok(Outcome::Clean);
    };
    let text = match look_up(topic) {
        Some(Topic::Lint(lint)) => lint_text(lint),
        Some(Topic::Kind(kind)) => kind_text(kind),
        Some(Topic::Group(group)) => group_text(group),
        None => rule_text(context, topic)?,
    };
    context.output.findings(text)?;
    Ok(Outcome::Clean)
}

fn overview() -> String {
    let mut text = String::from("Kinds of rules\n");
    for kind in RULE_KINDS {
        let _ = writeln!(text, "  {:24} {}", kind.id, kind.summary);
    }
    text.push_str("\nLints\n");
    for lint in LINTS {
        let _ = writeln!(
            text,
            "  {:24} {} ({})",
            lint.id,
            lint.summary,
            lint.default.word()
        );
    }
    text.push_str("\n`cargo bulkhead explain NAME` says more.\n");
    text
}

fn lint_text(lint: &Lint) -> String {
    format!(
        "{}\n\n{}\n\n{}\n\nLevel: {}. Group: {}. Set it in the rule file:\n\n  [lints]\n  {} = \"warn\"\n",
        lint.id,
        lint.summary,
        lint.explanation,
        lint.default.word(),
        lint.group,
        lint.id
    )
}

fn kind_text(kind: &RuleKind) -> String {
    let mut text = format!(
        "{}\n\n{}\n\n{}\n\nKeys\n",
        kind.id, kind.summary, kind.explanation
    );
    for key in kind.keys.all() {
        let _ = writeln!(text, "  {:14} {}: {}", key.name, key.takes, key.about);
    }
    text.push_str("\nExample\n\n");
    for line in kind.example.trim().lines() {
        let indented = format!("  {line}");
        let _ = writeln!(text, "{}", indented.trim_end());
    }
    text
}

fn group_text(group: &str) -> String {
    let mut text = format!("{group}: a group of lints\n\n");
    for lint in lints_of_group(group) {
        let _ = writeln!(
            text,
            "  {:24} {} ({})",
            lint.id,
            lint.summary,
            lint.default.word()
        );
    }
    text
}

/// A rule of the rule file.
fn rule_text(context: &Context<'_>, topic: &str) -> Result<String, Failure> {
    let mut analysis = context
        .analyse(&PackageFilter::default())
        .map_err(|failure| {
            // Outside of a workspace there is no rule file, but there are lints and kinds to mistype.
            let known = near(topic, &[]).is_some();
            if known { unknown(topic, &[]) } else { failure }
        })?;
    let ruled = context.rule_if_any(&mut analysis, &context.check_options(false))?;
    let known: &[Rule] = ruled
        .as_ref()
        .map_or(&[], |ruled| &ruled.loaded.rules.rules);
    let Some(rule) = known.iter().find(|rule| rule.id == topic) else {
        return Err(unknown(topic, known));
    };
    let at = analysis
        .sources
        .line_column(rule.location.file, rule.location.span.start);
    let mut text = format!(
        "{}\n\nA rule of kind `{}`, {}:{}.\n",
        rule.id,
        rule.body.kind(),
        analysis.sources.path(rule.location.file),
        at.line
    );
    let notes = [
        ("Because", &rule.because),
        ("Help", &rule.help),
        ("Owner", &rule.owner),
        ("See", &rule.url),
    ];
    for (word, note) in notes {
        if let Some(note) = note {
            let _ = writeln!(text, "{word}: {note}");
        }
    }
    let level = ruled.as_ref().map(|ruled| ruled.levels.of(&rule.id).word());
    let _ = writeln!(text, "Level: {}.", level.unwrap_or_default());
    let _ = write!(
        text,
        "\n`cargo bulkhead explain {}` tells how this kind of rule decides.\n",
        rule.body.kind()
    );
    context.timings(&mut analysis);
    Ok(text)
}

fn near<'r>(topic: &str, rules: &'r [Rule]) -> Option<&'r str> {
    let names = LINTS
        .iter()
        .map(|lint| lint.id)
        .chain(RULE_KINDS.iter().map(|kind| kind.id))
        .chain(group_names())
        .chain(rules.iter().map(|rule| rule.id.as_str()));
    nearest(topic, names)
}

fn unknown(topic: &str, rules: &[Rule]) -> Failure {
    Failure {
        message: format!("nothing is called `{topic}`"),
        help: Some(match near(topic, rules) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`cargo bulkhead explain` lists what there is".to_owned(),
        }),
    }
}

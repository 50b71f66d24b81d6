//! What is excused: exceptions of the rule files and inline allowances against what the rules found.
//!
//! In: a [`Scene`], the inline allowances of the code, the day, and a way to run each rule. Out: what is left of the
//! findings ([`Judged`]), and the excuses that are unused, expired or malformed.
//! *Invariant:* never decides whether a rule is broken: it asks the rule again, without the references that are excused.

mod excuse;
mod honesty;
mod judge;
#[cfg(test)]
mod tests;

pub(crate) use judge::Judged;

use crate::base::{Level, Name, Set};
use crate::facts::{Allowance, MalformedAllowance};
use crate::rules::LINTS;
use crate::select::Scene;
use crate::violation::Violation;

use excuse::Excuse;

/// What the comments and attributes of one file allow.
#[derive(Clone, Copy, Debug)]
pub(crate) struct InlineAllowances<'a> {
    /// The file; each at most once.
    pub file: crate::base::FileId,
    /// Those that could be read.
    pub allowances: &'a [Allowance],
    /// The others.
    pub malformed: &'a [MalformedAllowance],
}

/// Every exception and allowance of a run.
#[derive(Debug)]
pub(crate) struct Excuses<'a> {
    scene: &'a Scene<'a>,
    all: Vec<Excuse>,
    malformed: Vec<honesty::Malformed>,
}

impl<'a> Excuses<'a> {
    /// Binds the exceptions of the rule files and the inline allowances to the graph.
    ///
    /// `left_out` are rules with an error: they cannot be asked, but their names are known. `today` is ISO 8601.
    #[must_use]
    pub(crate) fn new(
        scene: &'a Scene<'a>,
        inline: &[InlineAllowances<'_>],
        left_out: &[Name],
        today: &str,
    ) -> Self {
        let known = known_ids(scene, left_out);
        let exceptions = scene.rules().exceptions.iter();
        let mut all: Vec<Excuse> = exceptions
            .map(|exception| Excuse::of_exception(scene, exception, today))
            .collect();
        let mut malformed = Vec::new();
        for file in inline {
            malformed.extend(
                file.malformed
                    .iter()
                    .map(|it| honesty::unreadable(file.file, it)),
            );
            for allowance in file.allowances {
                if known.contains(&allowance.rule) {
                    all.push(Excuse::of_allowance(scene, file.file, allowance, today));
                } else {
                    malformed.push(honesty::unknown_rule(file.file, allowance, &known));
                }
            }
        }
        Self {
            scene,
            all,
            malformed,
        }
    }

    /// What is left of the findings of one rule or lint.
    ///
    /// `run` gives the findings without the references in the set; it is called once where nothing excuses
    /// this rule. Findings of other rules and those at level `allow` are dropped.
    #[must_use]
    pub(crate) fn judge(
        &self,
        rule: Name,
        run: &dyn Fn(&crate::graph::ReferenceSet) -> Vec<Violation>,
    ) -> Judged {
        judge::judge(self, rule, run)
    }

    /// The findings about the excuses themselves: unused ones of the rules that were judged, expired and malformed
    /// ones. `level` gives the level in force for an id.
    #[must_use]
    pub(crate) fn honesty(
        &self,
        judged: &[Judged],
        level: &dyn Fn(&str) -> Level,
    ) -> Vec<Violation> {
        honesty::findings(self, judged, level)
    }
}

fn known_ids(scene: &Scene<'_>, left_out: &[Name]) -> Set<Name> {
    let rules = scene.rules().rules.iter().map(|rule| rule.id);
    let lints = LINTS.iter().map(|lint| crate::base::name(lint.id));
    rules.chain(lints).chain(left_out.iter().copied()).collect()
}

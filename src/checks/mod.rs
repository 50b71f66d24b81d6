//! The checks: what a rule demands against what the graph holds, one file per kind.
//!
//! In: rules, the scene, and the references to treat as absent. Out: [`Violation`]s.
//! *Invariant:* pure; knows no format, no file and no baseline.

mod acyclic;
mod coverage;
mod domains;
mod evidence;
mod forbid;
mod honesty;
mod independent;
mod kinds;
mod layers;
mod look;
mod pairs;
mod protect;
#[cfg(test)]
mod tests;

use crate::base::Level;
use crate::graph::ReferenceSet;
use crate::rules::{Rule, RuleBody};
use crate::select::Scene;
use crate::violation::Violation;

pub(crate) use coverage::{UNASSIGNED_MODULE, check_coverage};
pub(crate) use domains::{DomainLint, check_domains};
pub(crate) use evidence::hops;
pub(crate) use honesty::{HonestyLevels, UNMATCHED_SELECTOR, VACUOUS_RULE, check_honesty};

use look::Look;

/// What breaks a rule. The `ignored` references are treated as absent.
#[must_use]
pub(crate) fn check(
    rule: &Rule,
    level: Level,
    scene: &Scene<'_>,
    ignored: &ReferenceSet,
) -> Vec<Violation> {
    let look = Look::new(scene, rule, level, ignored);
    match &rule.body {
        RuleBody::Layers(layers) => layers::check(&look, layers),
        RuleBody::Forbid { from, to, indirect } => forbid::check(&look, from, to, *indirect),
        RuleBody::Protect { what, only_by } => protect::check(&look, what, only_by),
        RuleBody::Independent { members, indirect } => {
            independent::check(&look, members, *indirect)
        }
        RuleBody::Acyclic {
            among,
            inside,
            parents,
        } => acyclic::check(&look, *among, inside.as_ref(), *parents),
    }
}

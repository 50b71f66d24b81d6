//! A little workspace with rules, and what the checks say about it.

use super::super::*;
use crate::base::{Name, SourceMap, name};
use crate::graph::ReferenceId;
use crate::graph::sketch::sketch;
use crate::rules::{RuleSet, RuleSource, load};
use crate::violation::{Evidence, Finding, Hop};

/// A little workspace with rules; what the checks say about it, in a line each.
pub(super) struct Case {
    crates: Vec<&'static str>,
    edges: &'static str,
    rules: RuleSet,
    sources: SourceMap,
    ignored: ReferenceSet,
}

pub(super) fn case(crates: &[&'static str], edges: &'static str, rules: &str) -> Case {
    let mut sources = SourceMap::default();
    let source = RuleSource {
        path: "bulkhead.toml".to_owned(),
        text: rules.to_owned(),
    };
    let loaded = load(&mut sources, source, &mut |path| {
        Err(format!("no file {path}"))
    });
    assert!(loaded.errors.is_empty(), "{:#?}", loaded.errors);
    Case {
        crates: crates.to_vec(),
        edges,
        rules: loaded.rules,
        sources,
        ignored: ReferenceSet::default(),
    }
}

impl Case {
    pub(super) fn ignoring(mut self, reference: u32) -> Self {
        self.ignored.insert(ReferenceId(reference));
        self
    }

    pub(super) fn rules(&self) -> Vec<String> {
        self.said(|scene| {
            let rules = &self.rules.rules;
            rules
                .iter()
                .flat_map(|rule| check(rule, Level::Deny, scene, &self.ignored))
                .collect()
        })
    }

    pub(super) fn domains(&self, lint: DomainLint) -> Vec<String> {
        self.said(|scene| check_domains(lint, Level::Deny, scene, &self.ignored))
    }

    pub(super) fn honesty(&self, known_crates: &[&str]) -> Vec<String> {
        let known: Vec<Name> = known_crates.iter().map(|known| name(known)).collect();
        let levels = HonestyLevels {
            unmatched: Level::Deny,
            vacuous: Level::Warn,
        };
        self.said(|scene| check_honesty(levels, scene, &known))
    }

    pub(super) fn said(&self, check: impl Fn(&Scene<'_>) -> Vec<Violation>) -> Vec<String> {
        let graph = sketch(&self.crates, self.edges);
        let scene = Scene::new(&graph, &self.rules);
        check(&scene)
            .iter()
            .map(|violation| self.line(violation))
            .collect()
    }

    /// `rule: finding; evidence @ the text in the rule file (label)`.
    pub(super) fn line(&self, violation: &Violation) -> String {
        let law = violation.law.as_ref().map_or_else(String::new, |law| {
            let place = law.location.map_or("", |at| self.sources.snippet(at));
            format!(" @ {place} ({})", law.label)
        });
        let finding = finding(&violation.finding);
        let evidence = evidence(&violation.evidence);
        format!("{}: {finding}; {evidence}{law}", violation.rule)
    }
}

fn finding(finding: &Finding) -> String {
    match finding {
        Finding::Cycle { members, .. } => format!("cycle of {}", joined(members)),
        Finding::Forbidden { from, to, .. }
        | Finding::NotIndependent { from, to, .. }
        | Finding::Protected { from, to }
        | Finding::UndeclaredDependency { from, to, .. }
        | Finding::PrivateAccess { from, to, .. }
        | Finding::InvisibleDependency { from, to, .. } => format!("{from} -> {to}"),
        Finding::LayerAbove {
            container,
            from,
            to,
        } => format!("{container}: {from} -> {to} above"),
        Finding::LayerSiblings {
            container,
            from,
            to,
        } => format!("{container}: {from} -> {to} beside"),
        Finding::LayerSkipped {
            container,
            from,
            to,
            closed,
        } => format!("{container}: {from} -> {to} over {closed}"),
        Finding::Unlayered { container, module } => format!("{container}: {module} in no layer"),
        Finding::UnmatchedSelector {
            rule,
            key,
            term,
            near,
        } => {
            let near = near.map_or("nothing", |near| near.as_str());
            format!("{rule}.{key} {term}, near {near}")
        }
        Finding::VacuousRule { rule } => format!("{rule} is vacuous"),
        Finding::UnassignedModule { module } => format!("{module} unassigned"),
        other => format!("{other:?}"),
    }
}

fn evidence(evidence: &Evidence) -> String {
    match evidence {
        Evidence::References(sites) => {
            let ends: Vec<String> = sites
                .iter()
                .map(|site| format!("{} -> {}", site.importer, site.imported))
                .collect();
            ends.join(", ")
        }
        Evidence::Chain(steps) => hops(steps),
        Evidence::Cycle {
            steps,
            cut,
            minimal,
        } => format!("{}; cut {} ({minimal})", hops(steps), hops(cut)),
        Evidence::Place(_) => "-".to_owned(),
    }
}

fn hops(hops: &[Hop]) -> String {
    let hops: Vec<String> = hops
        .iter()
        .map(|hop| format!("{} -> {} x{}", hop.from, hop.to, hop.references))
        .collect();
    hops.join(", ")
}

fn joined(names: &[Name]) -> String {
    names.iter().map(Name::as_str).collect::<Vec<_>>().join(" ")
}

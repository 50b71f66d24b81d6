//! A first rule file: the domains that the workspace shows, and today's dependencies between them as allowed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::{Analysis, CheckOptions, check, rule};
use crate::base::{Level, Name, name};
use crate::config::FoundRules;
use crate::graph::{Lifted, NodeId, View, components, is_family};
use crate::rules::find_lint;
use crate::system::System;
use crate::workspace::{Package, TargetKind};

/// What `init` would write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Proposal {
    /// The rule file.
    pub text: String,
    /// How many domains it declares.
    pub domains: usize,
    /// How many edges between domains it allows.
    pub edges: usize,
    /// The domains that depend on each other in a circle today.
    pub cyclic: Vec<Name>,
}

/// A domain to be.
struct Candidate {
    name: Name,
    modules: Vec<String>,
    /// Why this is taken for a domain.
    comment: String,
}

/// Proposes a rule file: a domain a package, or a domain a top-level module where there is one package.
#[must_use]
pub(crate) fn propose(system: &dyn System, analysis: &mut Analysis) -> Proposal {
    let mut proposal = boundaries(analysis);
    proposal.text += &todays_lints(system, analysis, &proposal.text);
    proposal
}

/// The domains and what they use; the text ends with its `[lints]`.
fn boundaries(analysis: &Analysis) -> Proposal {
    let candidates = candidates(analysis);
    let owner = owners(analysis, &candidates);
    let view = View::new(&analysis.graph, |_, reference| {
        let conditions = analysis.graph.conditions().get(reference.conditions);
        !conditions.test && !is_family(&analysis.graph, reference.importer, reference.imported)
    });
    let lifted = Lifted::new(&view, |from, to| {
        owner[from.0 as usize].zip(owner[to.0 as usize])
    });
    let mut uses: Vec<BTreeMap<Name, usize>> = vec![BTreeMap::new(); candidates.len()];
    for (from, to, references) in &lifted.edges {
        let imported = candidates[to.0 as usize].name;
        uses[from.0 as usize].insert(imported, references.len());
    }
    let mut cyclic: Vec<Name> = components(&lifted)
        .into_iter()
        .flatten()
        .map(|group| candidates[group.0 as usize].name)
        .collect();
    cyclic.sort();
    let edges = uses.iter().map(BTreeMap::len).sum();
    Proposal {
        text: text(analysis, &candidates, &uses, &cyclic),
        domains: candidates.len(),
        edges,
        cyclic,
    }
}

fn candidates(analysis: &Analysis) -> Vec<Candidate> {
    let packages = &analysis.workspace.packages;
    if let [only] = packages.as_slice() {
        return modules_of(analysis, only);
    }
    let prefix = common_prefix(packages);
    packages
        .iter()
        .map(|package| of_package(package, prefix.len()))
        .collect()
}

fn of_package(package: &Package, prefix: usize) -> Candidate {
    let is_code = |kind| matches!(kind, TargetKind::Lib | TargetKind::ProcMacro);
    let others = package
        .targets
        .iter()
        .any(|target| matches!(target.kind, TargetKind::Bin | TargetKind::BuildScript));
    let library = package.targets.iter().find(|target| is_code(target.kind));
    let modules = match library {
        Some(library) if !others => library.crate_path.to_string(),
        _ => format!("package:{}", package.name),
    };
    let short = package.name[prefix..].trim_start_matches(['-', '_']);
    let short = if short.is_empty() {
        package.name.as_str()
    } else {
        short
    };
    Candidate {
        name: name(&kebab(short)),
        modules: vec![modules],
        comment: format!("package `{}`", package.name),
    }
}

/// The top-level modules of the only package; what stands in the root belongs to none.
fn modules_of(analysis: &Analysis, package: &Package) -> Vec<Candidate> {
    let mut found: BTreeMap<Name, Vec<String>> = BTreeMap::new();
    for (_, node) in analysis.graph.nodes() {
        let Some(parent) = node.parent.map(|parent| analysis.graph.node(parent)) else {
            continue;
        };
        if parent.parent.is_none() && !node.test {
            let last = crate::base::last_segment(&node.path);
            let paths = found.entry(name(&kebab(last))).or_default();
            paths.push(node.path.to_string());
        }
    }
    found
        .into_iter()
        .map(|(name, modules)| Candidate {
            name,
            modules,
            comment: format!("a top-level module of package `{}`", package.name),
        })
        .collect()
}

/// The candidate of each node.
fn owners(analysis: &Analysis, candidates: &[Candidate]) -> Vec<Option<crate::graph::GroupId>> {
    let single = analysis.workspace.packages.len() == 1;
    let group = |at: usize| crate::graph::GroupId(u32::try_from(at).expect("few domains"));
    let owner_of = |(_, node): (NodeId, &crate::graph::Node)| {
        let at = if single {
            candidates.iter().position(|candidate| {
                let mut modules = candidate.modules.iter();
                modules.any(|module| crate::base::is_within(&node.path, module))
            })
        } else {
            let package = node.package?;
            let mut packages = analysis.workspace.packages.iter();
            packages.position(|known| known.name == package)
        };
        at.map(group)
    };
    analysis.graph.nodes().map(owner_of).collect()
}

/// The beginning that all package names share, up to a separator.
fn common_prefix(packages: &[Package]) -> String {
    let Some(first) = packages.first() else {
        return String::new();
    };
    let mut prefix = first.name.as_str();
    for package in packages {
        while !package.name.starts_with(prefix) {
            prefix = &prefix[..prefix.len() - 1];
        }
    }
    let end = prefix.rfind(['-', '_']).map_or(0, |at| at + 1);
    prefix[..end].to_owned()
}

fn kebab(text: &str) -> String {
    let kebab: String = text
        .chars()
        .map(|c| {
            if c.is_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect();
    kebab.trim_matches('-').to_owned()
}

fn text(
    analysis: &Analysis,
    candidates: &[Candidate],
    uses: &[BTreeMap<Name, usize>],
    cyclic: &[Name],
) -> String {
    let mut text = String::from(HEADER);
    for (candidate, uses) in candidates.iter().zip(uses) {
        let modules: Vec<String> = candidate.modules.iter().map(|m| quoted(m)).collect();
        let _ = write!(
            text,
            "\n# {}\n[domain.{}]\nmodules = [{}]\n",
            candidate.comment,
            candidate.name,
            modules.join(", ")
        );
        if uses.is_empty() {
            text.push_str("uses = []\n");
            continue;
        }
        text.push_str("uses = [\n");
        for (imported, count) in uses {
            let noun = if *count == 1 {
                "reference"
            } else {
                "references"
            };
            let _ = writeln!(text, "    {}, # {count} {noun}", quoted(imported));
        }
        text.push_str("]\n");
    }
    // Over fewer than two domains the rule would look at nothing.
    if candidates.len() > 1 {
        text.push_str(&cycles(cyclic));
    }
    text.push_str(coverage(analysis));
    text
}

const HEADER: &str = "\
# The architecture of this workspace: `cargo bulkhead check` holds the code to it.
# Written by `cargo bulkhead init` from the code as it is today: every dependency between domains that there is now
# is allowed below. Make it yours: join domains, name the doors of each (`public`), take out of `uses` what should
# not be there, and say why. `cargo bulkhead explain domain` tells what each key means.
";

fn cycles(cyclic: &[Name]) -> String {
    let rule = "[[acyclic]]\nid = \"no-domain-cycles\"\namong = \"domains\"\nbecause = \"Domains in a circle can only be changed, scaled and taken out together.\"\n";
    if cyclic.is_empty() {
        return format!("\n# There is no cycle among the domains today. Keep it so.\n{rule}");
    }
    let commented = format!("# {}\n", rule.trim_end().replace('\n', "\n# "));
    let names: Vec<String> = cyclic.iter().map(|name| format!("`{name}`")).collect();
    format!(
        "\n# These domains depend on each other in a circle today: {}.\n# Turn the rule on to see the shortest cycle and the cheapest cut.\n{commented}",
        names.join(", ")
    )
}

fn coverage(analysis: &Analysis) -> &'static str {
    if analysis.workspace.packages.len() == 1 {
        return "\n[lints]\n# The crate's root belongs to no domain; set this to \"warn\" once every module has one.\nunassigned-module = \"allow\"\n";
    }
    "\n[lints]\nunassigned-module = \"warn\"\n"
}

/// What the lints find today stays visible, as warnings, so that the first check passes.
fn todays_lints(system: &dyn System, analysis: &mut Analysis, text: &str) -> String {
    let found = FoundRules {
        path: "bulkhead.toml".into(),
        display: "bulkhead.toml".to_owned(),
        text: text.to_owned(),
    };
    let ruled = rule(system, analysis, found, &CheckOptions::default());
    let findings = check(system, analysis, &ruled).report.findings;
    let denied = findings.iter().filter(|it| it.level == Level::Deny);
    let ids: BTreeSet<Name> = denied.map(|finding| finding.rule).collect();
    let mut lints = String::new();
    for id in ids.iter().filter(|id| find_lint(id).is_some()) {
        let _ = writeln!(lints, "{id} = \"warn\" # there is one today");
    }
    lints
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

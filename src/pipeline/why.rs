//! Why one part depends on another: the shortest chains, and what the rules say of each hop.

use super::{Analysis, Checked, Part, Ruled};
use crate::base::{FileId, Location, Name, Span, first_segment};
use crate::checks;
use crate::graph::{NodeId, NodeSet, Reach, ReferenceId, View, is_family};
use crate::rules::{RuleBody, RuleSet, Selector, nearest, parse_selector};
use crate::select::Scene;
use crate::violation::{Chain, Hop, Step};

/// A question.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    /// Who depends: a selector.
    pub from: String,
    /// On what: a selector.
    pub to: String,
    /// How many chains to show at the most.
    pub most: usize,
    /// Whether code for tests counts.
    pub tests: bool,
}

/// The answer to a question.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    /// The chains, shortest first.
    pub chains: Vec<Chain>,
    /// How many importers have a chain that is not shown.
    pub more: usize,
}

/// Finds the shortest chains from one part to another.
///
/// # Errors
/// A selector that cannot be read or that selects nothing, as a lowercase phrase.
pub(crate) fn why(
    analysis: &Analysis,
    checked: Option<(&Ruled, &Checked)>,
    question: &Question,
) -> Result<Answer, String> {
    let no_rules = RuleSet::default();
    let rules = checked.map_or(&no_rules, |(ruled, _)| &ruled.loaded.rules);
    let scene = Scene::new(&analysis.graph, rules);
    let from = nodes(&scene, &question.from)?;
    let to = nodes(&scene, &question.to)?;
    let view = View::new(&analysis.graph, |_, reference| {
        let conditions = analysis.graph.conditions().get(reference.conditions);
        (question.tests || !conditions.test)
            && !is_family(&analysis.graph, reference.importer, reference.imported)
    });
    let chains = shortest(&view, &from, &to);
    let more = chains.len().saturating_sub(question.most);
    let chains = chains.iter().take(question.most).map(|chain| {
        let hops = checks::hops(&scene, &view, chain);
        let ends = (hops.first(), hops.last());
        let title = match ends {
            (Some(first), Some(last)) => format!(
                "`{}` depends on `{}` in {}",
                first.from,
                last.to,
                steps(hops.len())
            ),
            _ => String::new(),
        };
        Chain {
            title,
            steps: {
                let forbidding = forbidding(&scene, &hops);
                hops.into_iter()
                    .map(|hop| Step {
                        note: checked.map(|(_, checked)| note(&scene, checked, &forbidding, &hop)),
                        hop,
                    })
                    .collect()
            },
        }
    });
    Ok(Answer {
        chains: chains.collect(),
        more,
    })
}

fn steps(count: usize) -> String {
    if count == 1 {
        "one step".to_owned()
    } else {
        format!("{count} steps")
    }
}

/// The shortest chain of each importer that does not go through another importer, shortest first.
fn shortest(view: &View, from: &NodeSet, to: &NodeSet) -> Vec<Vec<NodeId>> {
    let mut chains: Vec<Vec<NodeId>> = Vec::new();
    for importer in from.iter().filter(|node| !to.contains(*node)) {
        let source: NodeSet = [importer].into_iter().collect();
        let inner = |node| !to.contains(node) && !from.contains(node);
        let reach = Reach::new(view, &source, inner);
        let goal = reach.nodes().iter().find(|&&node| to.contains(node));
        chains.extend(goal.and_then(|&goal| reach.chain_to(goal)));
    }
    chains.sort_by_key(Vec::len);
    chains
}

fn nodes(scene: &Scene<'_>, text: &str) -> Result<NodeSet, String> {
    let location = Location {
        file: FileId(0),
        span: Span::default(),
    };
    let selector: Selector =
        parse_selector(text, location).map_err(|error| format!("`{text}`: {error}"))?;
    let selection = scene.select(&selector);
    let mut nodes = selection.nodes().clone();
    if nodes.is_empty() {
        // An item: what stands for it is the module that defines it.
        let references = scene.graph().references();
        for (_, reference) in references.filter(|(_, r)| selection.definition(r)) {
            nodes.insert(reference.imported);
        }
    }
    if nodes.is_empty() {
        return Err(match near(scene, text) {
            Some(near) => format!("`{text}` matches nothing; did you mean `{near}`?"),
            None => format!("`{text}` matches no module of the workspace and nothing it uses"),
        });
    }
    Ok(nodes)
}

/// What was probably meant: the name of a domain, a selector of a kind, or a path.
fn near(scene: &Scene<'_>, text: &str) -> Option<String> {
    let domains = scene.domains().map(|(_, domain)| domain.name);
    let layers = scene.layers().iter().map(|(layer, _)| *layer);
    let packages = scene.graph().nodes().filter_map(|(_, node)| node.package);
    let known: Vec<String> = match text.split_once(':') {
        Some(("domain", _)) => domains.map(|name| format!("domain:{name}")).collect(),
        Some(("layer", _)) => layers.map(|name| format!("layer:{name}")).collect(),
        Some(("package", _)) => packages.map(|name| format!("package:{name}")).collect(),
        _ => {
            let paths = scene.graph().nodes();
            let paths = paths.flat_map(|(_, node)| {
                let path = node.path.as_str();
                [first_segment(path), path]
            });
            let names = domains.map(|name| name.as_str()).chain(paths);
            names.map(str::to_owned).collect()
        }
    };
    nearest(text, known.iter().map(String::as_str)).map(str::to_owned)
}

/// The rules that forbid a whole chain. A report shows one chain for each pair of groups, so others are asked for here.
fn forbidding(scene: &Scene<'_>, hops: &[Hop]) -> Vec<(Name, Part)> {
    let [first, .., last] = hops else {
        return Vec::new();
    };
    let reference = |hop: &Hop| {
        let index = u32::try_from(hop.site.reference).expect("references have 32-bit ids");
        scene.graph().reference(ReferenceId(index))
    };
    let rules = scene.rules().rules.iter();
    rules
        .filter(|rule| match &rule.body {
            RuleBody::Forbid {
                from,
                to,
                indirect: true,
            } => {
                let except = rule.except.as_ref().map(|except| scene.select(except));
                let spared = except.is_some_and(|except| except.importer(reference(first)));
                !spared
                    && scene.select(from).importer(reference(first))
                    && scene.select(to).imported(scene, reference(last))
            }
            _ => false,
        })
        .map(|rule| (rule.id, Part::Chain))
        .collect()
}

/// What the rules say of a hop.
fn note(scene: &Scene<'_>, checked: &Checked, forbidding: &[(Name, Part)], hop: &Hop) -> String {
    if let Some(rules) = checked.broken.get(&hop.site.reference) {
        return verdict(rules, is_excused(checked, hop));
    }
    if !forbidding.is_empty() {
        return verdict(forbidding, false);
    }
    let domain = |path: &str| {
        let node = scene.graph().find(path)?;
        scene.domain_of(node)
    };
    let (from, to) = (domain(&hop.from), domain(&hop.to));
    match (from, to) {
        (Some(from), Some(to)) if from == to => {
            format!("allowed: within domain `{}`", scene.domain(from).name)
        }
        (Some(from), Some(to)) => {
            let (from, to) = (scene.domain(from), scene.domain(to));
            if to.shared {
                format!("allowed: domain `{}` is shared", to.name)
            } else if from.uses.is_some() {
                format!(
                    "allowed: `uses` of domain `{}` lists `{}`",
                    from.name, to.name
                )
            } else {
                format!("allowed: domain `{}` has no `uses`", from.name)
            }
        }
        _ => "allowed: no rule speaks of it".to_owned(),
    }
}

fn verdict(rules: &[(Name, Part)], excused: bool) -> String {
    let phrases: Vec<String> = rules
        .iter()
        .map(|(rule, part)| match part {
            Part::Whole => format!("forbidden by `{rule}`"),
            Part::Chain => format!("part of a chain that `{rule}` forbids"),
            Part::Cycle => format!("part of a cycle that `{rule}` forbids"),
        })
        .collect();
    let text = phrases.join("; ");
    if excused {
        format!("excused, though {text}")
    } else {
        text
    }
}

fn is_excused(checked: &Checked, hop: &Hop) -> bool {
    let mut findings = checked.report.findings.iter();
    !findings.any(|finding| finding.evidence.shown().contains(&hop.site.reference))
}

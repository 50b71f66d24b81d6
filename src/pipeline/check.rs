//! An analysis and its rules → a report.

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::Analysis;
use crate::base::{Level, Location, Map, Name, Problem, Set, name};
use crate::checks::{
    self, DomainLint, HonestyLevels, UNASSIGNED_MODULE, UNMATCHED_SELECTOR, VACUOUS_RULE,
};
use crate::config::{FindError, FoundRules, Levels, find};
use crate::graph::ReferenceSet;
use crate::rules::{LoadedRules, RuleSet, RuleSource, load};
use crate::select::Scene;
use crate::suppression::{Excuses, InlineAllowances, Judged};
use crate::system::System;
use crate::violation::{
    Evidence, Finding, Report, RuleFileError, Summary, Violation, sort_findings,
};
use crate::workspace::Workspace;

/// The id of the lint about paths that lead nowhere.
const UNRESOLVED_PATH: &str = "unresolved-path";

/// What to check, beside the workspace.
#[derive(Clone, Debug, Default)]
pub(crate) struct CheckOptions {
    /// The rule file that was asked for.
    pub config: Option<Utf8PathBuf>,
    /// Whether warnings count as errors.
    pub deny_warnings: bool,
}

/// The rules of a run, and the levels that they have.
#[derive(Debug)]
pub(crate) struct Ruled {
    /// What the rule files say.
    pub loaded: LoadedRules,
    /// The levels in force.
    pub levels: Levels,
}

/// The outcome of a check.
#[derive(Debug)]
pub(crate) struct Checked {
    /// What to report.
    pub report: Report,
    /// For each reference that a finding shows, the rules and its part in them: excused findings as well.
    pub broken: Map<usize, Vec<(Name, Part)>>,
}

/// The part of a reference in a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// It breaks the rule by itself.
    Whole,
    /// It is a hop of a chain that breaks the rule.
    Chain,
    /// It is an edge of a cycle.
    Cycle,
}

/// Finds the rule file of a workspace.
///
/// # Errors
/// See [`FindError`].
pub(crate) fn find_rules(
    system: &dyn System,
    options: &CheckOptions,
    folder: &Utf8Path,
    root: &Utf8Path,
) -> Result<FoundRules, FindError> {
    find(system, options.config.as_deref(), folder, root)
}

/// Reads the rule file and what it extends; the texts go into the analysis.
pub(crate) fn rule(
    system: &dyn System,
    analysis: &mut Analysis,
    found: FoundRules,
    options: &CheckOptions,
) -> Ruled {
    let root = analysis.workspace.root.clone();
    let source = RuleSource {
        path: found.display,
        text: found.text,
    };
    let mut fetch = |path: &str| {
        let bytes = system
            .read(&root.join(path))
            .map_err(|error| error.to_string())?;
        String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())
    };
    let loaded = load(&mut analysis.sources, source, &mut fetch);
    let levels = Levels::new(&loaded.rules, options.deny_warnings);
    Ruled { loaded, levels }
}

/// Checks an analysis against its rules.
#[must_use]
pub(crate) fn check(system: &dyn System, analysis: &Analysis, ruled: &Ruled) -> Checked {
    let scene = Scene::new(&analysis.graph, &ruled.loaded.rules);
    let inline = inline_allowances(analysis);
    let today = system.today();
    let excuses = Excuses::new(&scene, &inline, &ruled.loaded.left_out, &today);
    let run = Run {
        analysis,
        ruled,
        scene: &scene,
        excuses: &excuses,
    };
    run.report()
}

struct Run<'r> {
    analysis: &'r Analysis,
    ruled: &'r Ruled,
    scene: &'r Scene<'r>,
    excuses: &'r Excuses<'r>,
}

/// Finds what breaks a rule or lint, without the references in the set.
type Ask<'r> = Box<dyn Fn(&ReferenceSet) -> Vec<Violation> + Sync + 'r>;

/// One rule or lint, and how to find what breaks it.
struct Question<'r> {
    id: Name,
    ask: Ask<'r>,
}

impl<'r> Question<'r> {
    fn new(id: &str, ask: impl Fn(&ReferenceSet) -> Vec<Violation> + Sync + 'r) -> Self {
        Self {
            id: name(id),
            ask: Box::new(ask),
        }
    }
}

impl Run<'_> {
    fn report(&self) -> Checked {
        let questions = self.questions();
        let answers: Vec<(Judged, Vec<Violation>)> = questions
            .par_iter()
            .map(|question| {
                let raw = (question.ask)(&ReferenceSet::default());
                (self.excuses.judge(question.id, &*question.ask), raw)
            })
            .collect();
        let broken = broken(answers.iter().flat_map(|(_, raw)| raw));
        let judged: Vec<Judged> = answers.into_iter().map(|(judged, _)| judged).collect();
        let level = |id: &str| self.ruled.levels.of(id);
        let mut findings = self.excuses.honesty(&judged, &level);
        let excused = judged.iter().map(|judged| judged.excused).sum();
        findings.extend(judged.into_iter().flat_map(|judged| judged.findings));
        findings.retain(|finding| finding.level > Level::Allow && self.is_selected(finding));
        sort_findings(&mut findings, &self.analysis.sources);
        let report = Report {
            findings,
            rule_file_errors: self.rule_file_errors(),
            summary: self.summary(excused),
        };
        Checked { report, broken }
    }

    fn questions(&self) -> Vec<Question<'_>> {
        let rules = self.scene.rules().rules.iter().map(|rule| {
            let level = self.ruled.levels.of(&rule.id);
            Question::new(&rule.id, move |ignored| {
                checks::check(rule, level, self.scene, ignored)
            })
        });
        let domains = DomainLint::ALL.into_iter().map(|lint| {
            let level = self.ruled.levels.of(lint.id());
            Question::new(lint.id(), move |ignored| {
                checks::check_domains(lint, level, self.scene, ignored)
            })
        });
        let mut questions: Vec<Question<'_>> = rules.chain(domains).collect();
        let mut places = self.problems();
        places.extend(checks::check_coverage(
            self.ruled.levels.of(UNASSIGNED_MODULE),
            self.scene,
        ));
        places.extend(self.honesty());
        places.extend(self.unresolved());
        questions.extend(place_questions(&places));
        questions.retain(|question| self.ruled.levels.of(&question.id) > Level::Allow);
        questions
    }

    fn problems(&self) -> Vec<Violation> {
        let problems = self.analysis.problems().iter();
        problems.map(|problem| self.problem(problem)).collect()
    }

    fn problem(&self, problem: &Problem) -> Violation {
        let id = problem.kind.id();
        let stated = if problem.conditional {
            self.ruled.levels.stated_conditional(id)
        } else {
            self.ruled.levels.stated(id)
        };
        Violation {
            rule: name(id),
            level: stated.level,
            finding: Finding::Unanalysed {
                kind: problem.kind,
                message: problem.message.clone(),
                help: problem.help.clone(),
            },
            evidence: Evidence::Place(problem.location),
            law: None,
        }
    }

    fn honesty(&self) -> Vec<Violation> {
        let levels = HonestyLevels {
            unmatched: self.ruled.levels.of(UNMATCHED_SELECTOR),
            vacuous: self.ruled.levels.of(VACUOUS_RULE),
        };
        let packages = self.analysis.workspace.packages.iter();
        let mut crates: Vec<Name> = packages
            .flat_map(|package| &package.dependencies)
            .flat_map(|dependency| [dependency.real_crate_name, dependency.crate_name])
            .collect();
        crates.sort();
        crates.dedup();
        checks::check_honesty(levels, self.scene, &crates)
    }

    /// One finding a package that holds paths which lead nowhere.
    fn unresolved(&self) -> Vec<Violation> {
        let level = self.ruled.levels.of(UNRESOLVED_PATH);
        let mut by_package: Vec<(Name, usize, Location)> = Vec::new();
        let mut at: Map<Name, usize> = Map::default();
        for path in self.analysis.unresolved_paths() {
            let module = self.analysis.tree.module(path.importer);
            let package = self.analysis.tree.crate_(module.crate_id).package;
            let package = self.analysis.workspace.packages[package].name;
            let index = *at.entry(package).or_insert_with(|| {
                by_package.push((package, 0, path.location));
                by_package.len() - 1
            });
            by_package[index].1 += 1;
        }
        by_package
            .into_iter()
            .map(|(package, count, location)| Violation {
                rule: name(UNRESOLVED_PATH),
                level,
                finding: Finding::UnresolvedPaths { package, count },
                evidence: Evidence::Place(Some(location)),
                law: None,
            })
            .collect()
    }

    /// Whether a finding is about a package that was asked for. What has no package always is.
    fn is_selected(&self, finding: &Violation) -> bool {
        let workspace = &self.analysis.workspace;
        if workspace.packages.iter().all(|package| package.selected) {
            return true;
        }
        let is_selected = |module: &str| {
            let node = self.analysis.graph.find(module);
            let package = node.and_then(|node| self.analysis.graph.node(node).package);
            package.is_none_or(|name| workspace.selected().any(|package| package.name == name))
        };
        match &finding.evidence {
            Evidence::References(sites) => sites.iter().any(|site| is_selected(&site.importer)),
            Evidence::Chain(hops) => {
                let importer = hops.first().map(|hop| hop.site.importer);
                importer.is_none_or(|importer| is_selected(&importer))
            }
            Evidence::Cycle { steps, .. } => {
                steps.iter().any(|hop| is_selected(&hop.site.importer))
            }
            Evidence::Place(place) => place.is_none_or(|place| {
                let mut code = self.analysis.tree.files.iter();
                let is_code = code.any(|parsed| parsed.file == place.file);
                // A rule file speaks for all packages, also where it stands in the folder of one.
                !is_code || is_package_selected(workspace, self.analysis.sources.path(place.file))
            }),
        }
    }

    fn rule_file_errors(&self) -> Vec<RuleFileError> {
        let errors = self.ruled.loaded.errors.iter();
        errors
            .map(|error| RuleFileError {
                location: Some(error.location),
                message: error.message.clone(),
                label: error.label.clone(),
                help: error.help.clone(),
            })
            .collect()
    }

    /// How many rules were asked: those of the file, each boundary of a domain, and that all modules are in one.
    fn rules_in_force(&self) -> usize {
        let RuleSet { rules, domains, .. } = &self.ruled.loaded.rules;
        let is_on = |id: &str| self.ruled.levels.of(id) > Level::Allow;
        let boundaries = domains.iter().flat_map(|domain| {
            [
                (DomainLint::PrivateAccess, domain.public.is_some()),
                (DomainLint::UndeclaredDependency, domain.uses.is_some()),
                (DomainLint::InvisibleDependency, domain.visible_to.is_some()),
            ]
        });
        let boundaries = boundaries.filter(|(lint, stated)| *stated && is_on(lint.id()));
        let coverage = !domains.is_empty() && is_on(UNASSIGNED_MODULE);
        rules.iter().filter(|rule| is_on(&rule.id)).count()
            + boundaries.count()
            + usize::from(coverage)
    }

    fn summary(&self, excused: usize) -> Summary {
        let unanalysed = self.analysis.problems().iter();
        let files: Set<_> = unanalysed
            .filter(|problem| !problem.conditional)
            .map(|problem| (problem.kind, problem.location, problem.message.clone()))
            .collect();
        Summary {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            modules: self.analysis.tree.modules.len(),
            packages: self.analysis.workspace.packages.len(),
            rules: self.rules_in_force(),
            references: self.analysis.graph.reference_count(),
            excused,
            unanalysed_files: files.len(),
            unresolved_paths: self.analysis.unresolved_paths().count(),
        }
    }
}

/// Whether the innermost package around a file was asked for.
fn is_package_selected(workspace: &Workspace, shown: &str) -> bool {
    let path = workspace.root.join(shown);
    let packages = workspace.packages.iter();
    let around = packages.filter(|package| path.starts_with(package.folder()));
    let holder = around.max_by_key(|package| package.folder().as_str().len());
    holder.is_none_or(|package| package.selected)
}

/// Findings that are places stand fast: only an allowance at the place excuses them.
fn place_questions<'q>(places: &[Violation]) -> Vec<Question<'q>> {
    let mut ids: Vec<Name> = places.iter().map(|place| place.rule).collect();
    ids.sort();
    ids.dedup();
    let of_id = |id: Name| -> Vec<Violation> {
        let own = places.iter().filter(|place| place.rule == id);
        own.cloned().collect()
    };
    ids.iter()
        .map(|&id| {
            let own = of_id(id);
            Question::new(&id, move |_| own.clone())
        })
        .collect()
}

/// Which references break which rules.
fn broken<'v>(raw: impl Iterator<Item = &'v Violation>) -> Map<usize, Vec<(Name, Part)>> {
    let mut broken: Map<usize, Vec<(Name, Part)>> = Map::default();
    for violation in raw {
        let part = match violation.evidence {
            Evidence::References(_) | Evidence::Place(_) => Part::Whole,
            Evidence::Chain(_) => Part::Chain,
            Evidence::Cycle { .. } => Part::Cycle,
        };
        for reference in violation.evidence.shown() {
            let rules = broken.entry(reference).or_default();
            if !rules.contains(&(violation.rule, part)) {
                rules.push((violation.rule, part));
            }
        }
    }
    broken
}

/// The allowances of each file; a file that several crates hold counts once.
fn inline_allowances(analysis: &Analysis) -> Vec<InlineAllowances<'_>> {
    let mut seen = Set::default();
    let files = analysis.tree.files.iter();
    files
        .filter(|parsed| {
            let says_something = !parsed.facts.allowances.is_empty()
                || !parsed.facts.malformed_allowances.is_empty();
            says_something && seen.insert(parsed.file)
        })
        .map(|parsed| InlineAllowances {
            file: parsed.file,
            allowances: &parsed.facts.allowances,
            malformed: &parsed.facts.malformed_allowances,
        })
        .collect()
}

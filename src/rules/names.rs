//! Names that rule files use, checked against the names that they declare.
//!
//! In: the merged [`RuleSet`]. Out: the same without what names something unknown, and an error for each such name.
//! *Invariant:* globs are left alone: whether they match anything is the code base's to say.

use crate::base::{Location, Name};

use super::error::RuleFileError;
use super::file::Broken;
use super::lints::{LINTS, find_lint, group_names};
use super::model::{Atom, Domain, NameList, NamePattern, Rule, RuleBody, RuleSet, Selector};
use super::reader::{UsedNames, did_you_mean, quoted};
use super::suggest::nearest;

/// Takes out of `rules` what names something unknown; gives the ids of the rules that are left out, broken ones included.
pub(super) fn check_names(
    rules: &mut RuleSet,
    broken: &Broken,
    level_keys: &[(Name, Location)],
    errors: &mut Vec<RuleFileError>,
) -> Vec<Name> {
    let mut known = Known::new(rules, broken);
    let mut left_out = broken.rules.clone();
    reject_lint_ids(rules, errors, &mut left_out);
    known.check_domains(&mut rules.domains, errors);
    known.check_used(&broken.uses, errors);
    rules.rules.retain(|rule| {
        let verdict = known.check_rule(rule, errors);
        if verdict != Verdict::Known {
            left_out.push(rule.id);
        }
        verdict == Verdict::Known
    });
    known.lost_rules.clone_from(&left_out);
    known.check_exceptions(rules, errors);
    known.check_levels(rules, level_keys, errors);
    left_out
}

/// What became of the names in a selector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Known,
    /// Declared by something that has an error itself, which was reported.
    Broken,
    Unknown,
}

/// Every declared name; whether what declares it is valid.
struct Known {
    domains: Vec<(Name, bool)>,
    layers: Vec<(Name, bool)>,
    tags: Vec<(Name, bool)>,
    rules: Vec<Name>,
    lost_rules: Vec<Name>,
}

impl Known {
    fn new(rules: &RuleSet, broken: &Broken) -> Self {
        let domains = rules.domains.iter().map(|domain| domain.name);
        let layers = rules.rules.iter().flat_map(layer_names);
        let tags = rules.domains.iter().flat_map(|domain| domain.tags.clone());
        let ids = rules.rules.iter().map(|rule| rule.id);
        Self {
            domains: with_broken(domains, &broken.domains),
            layers: with_broken(layers, &broken.layers),
            tags: with_broken(tags, &broken.tags),
            rules: ids.chain(broken.rules.iter().copied()).collect(),
            lost_rules: Vec::new(),
        }
    }

    /// A domain loses the keys that name something unknown, and stays.
    fn check_domains(&self, domains: &mut [Domain], errors: &mut Vec<RuleFileError>) {
        for domain in domains {
            self.check_list(&mut domain.uses, "uses", errors);
            self.check_list(&mut domain.visible_to, "visible-to", errors);
            let public = domain.public.as_ref();
            if public.is_some_and(|public| self.check_selector(public, errors) != Verdict::Known) {
                domain.public = None;
            }
        }
    }

    fn check_list(&self, list: &mut Option<NameList>, key: &str, errors: &mut Vec<RuleFileError>) {
        let Some(names) = list else { return };
        let before = errors.len();
        for (used, location) in &names.names {
            let found = self.domains.iter().any(|(known, _)| known == used);
            if found || used.contains('*') {
                continue;
            }
            errors.push(self.unknown_in_list(used, key, *location));
        }
        if errors.len() > before {
            *list = None;
        }
    }

    fn unknown_in_list(&self, used: &str, key: &str, location: Location) -> RuleFileError {
        if let Some(bare) = used.strip_prefix("domain:") {
            return RuleFileError {
                location,
                message: format!("`{key}` lists domains by their bare names"),
                label: format!("write `{bare}`"),
                help: None,
            };
        }
        unknown(
            "domain",
            used,
            &self.domains,
            location,
            &format!(" in `{key}`"),
        )
    }

    /// What is left out gives its errors all the same.
    fn check_used(&self, used: &UsedNames, errors: &mut Vec<RuleFileError>) {
        for selector in &used.selectors {
            self.check_selector(selector, errors);
        }
        for (key, list) in &used.lists {
            self.check_list(&mut Some(list.clone()), key, errors);
        }
        for (rule, location) in &used.rules {
            if !self.is_rule_or_lint(rule) {
                errors.push(self.unknown_rule(rule, *location, "[[exception]]"));
            }
        }
    }

    fn check_rule(&self, rule: &Rule, errors: &mut Vec<RuleFileError>) -> Verdict {
        let mut verdict = Verdict::Known;
        let before = errors.len();
        for selector in selectors(rule) {
            verdict = verdict.max(self.check_selector(selector, errors));
        }
        // A pack cannot know which of its layers the files over it replaced.
        if rule.pack.is_some() && rule.may_be_empty && verdict == Verdict::Unknown {
            errors.truncate(before);
            return Verdict::Known;
        }
        verdict
    }

    fn check_selector(&self, selector: &Selector, errors: &mut Vec<RuleFileError>) -> Verdict {
        let mut verdict = Verdict::Known;
        for term in &selector.terms {
            for atom in &term.atoms {
                let (kind, pattern, names) = match atom {
                    Atom::Domain(pattern) => ("domain", pattern, &self.domains),
                    Atom::Layer(pattern) => ("layer", pattern, &self.layers),
                    Atom::Tag(pattern) => ("tag", pattern, &self.tags),
                    Atom::Path(_) | Atom::Package(_) => continue,
                };
                let one = look_up(*pattern, names);
                if one == Verdict::Unknown {
                    errors.push(unknown(kind, &pattern.text, names, term.location, ""));
                }
                verdict = verdict.max(one);
            }
        }
        verdict
    }

    /// An exception for a rule that is left out is left out in silence: it could only seem unused.
    fn check_exceptions(&self, rules: &mut RuleSet, errors: &mut Vec<RuleFileError>) {
        rules.exceptions.retain(|exception| {
            let rule = exception.rule;
            let mut verdict = Verdict::Known;
            for selector in [&exception.from, &exception.to] {
                verdict = verdict.max(self.check_selector(selector, errors));
            }
            if !self.is_rule_or_lint(&rule) {
                errors.push(self.unknown_rule(&rule, exception.location, "[[exception]]"));
                return false;
            }
            verdict == Verdict::Known && !self.lost_rules.contains(&rule)
        });
    }

    fn check_levels(
        &self,
        rules: &mut RuleSet,
        keys: &[(Name, Location)],
        errors: &mut Vec<RuleFileError>,
    ) {
        for (key, location) in keys {
            let group = group_names().any(|group| group == key.as_str());
            if !group && !self.is_rule_or_lint(key) {
                rules.levels.remove(key);
                errors.push(self.unknown_rule(key, *location, "[lints]"));
            }
        }
    }

    fn is_rule_or_lint(&self, id: &str) -> bool {
        find_lint(id).is_some() || self.rules.iter().any(|rule| rule.as_str() == id)
    }

    fn unknown_rule(&self, used: &str, location: Location, table: &str) -> RuleFileError {
        let ids = self.rules.iter().map(Name::as_str);
        let lints = LINTS.iter().map(|lint| lint.id);
        let groups = group_names().filter(|_| table == "[lints]");
        let is_group = group_names().any(|group| group == used);
        let meant = nearest(used, ids.chain(lints).chain(groups));
        let help = if is_group {
            format!("`{used}` is a group of lints; an exception excuses one rule or lint")
        } else {
            let groups: Vec<&str> = group_names().collect();
            format!(
                "rules are named by their `id`, built-in lints by theirs (`cargo bulkhead explain` lists them){}",
                if table == "[lints]" {
                    format!(", or as a group: {}", quoted(&groups))
                } else {
                    String::new()
                }
            )
        };
        RuleFileError {
            location,
            message: format!("unknown rule `{used}` in `{table}`"),
            label: did_you_mean(meant, "no rule or lint has this id"),
            help: Some(help),
        }
    }
}

/// A rule must not take the name of a lint or group: levels and allowances could mean either.
fn reject_lint_ids(rules: &mut RuleSet, errors: &mut Vec<RuleFileError>, left_out: &mut Vec<Name>) {
    rules.rules.retain(|rule| {
        let lint = find_lint(&rule.id).is_some();
        if !lint && !group_names().any(|group| group == rule.id.as_str()) {
            return true;
        }
        let kind = if lint { "lint" } else { "group of lints" };
        errors.push(RuleFileError {
            location: rule.location,
            message: format!("the id `{}` belongs to a built-in {kind}", rule.id),
            label: "choose another id".to_owned(),
            help: None,
        });
        left_out.push(rule.id);
        false
    });
}

fn with_broken(valid: impl Iterator<Item = Name>, broken: &[Name]) -> Vec<(Name, bool)> {
    let broken = broken.iter().map(|name| (*name, false));
    valid.map(|name| (name, true)).chain(broken).collect()
}

fn look_up(pattern: NamePattern, names: &[(Name, bool)]) -> Verdict {
    if pattern.is_glob() {
        return Verdict::Known;
    }
    let mut declared = names.iter().filter(|(known, _)| *known == pattern.text);
    match declared.next() {
        None => Verdict::Unknown,
        Some((_, true)) => Verdict::Known,
        Some((_, false)) if declared.any(|(_, valid)| *valid) => Verdict::Known,
        Some(_) => Verdict::Broken,
    }
}

fn unknown(
    kind: &str,
    used: &str,
    names: &[(Name, bool)],
    location: Location,
    place: &str,
) -> RuleFileError {
    let mut all: Vec<&str> = names.iter().map(|(known, _)| known.as_str()).collect();
    all.sort_unstable();
    all.dedup();
    let help = match (kind, all.is_empty()) {
        (_, false) => format!("declared: {}", quoted(&all)),
        ("domain", _) => format!("declare it with `[domain.{used}]`"),
        ("layer", _) => "layers are declared in the `order` of `[[layers]]`".to_owned(),
        _ => "tags are declared with `tags = [\u{2026}]` of a domain".to_owned(),
    };
    RuleFileError {
        location,
        message: format!("unknown {kind} `{used}`{place}"),
        label: did_you_mean(
            nearest(used, all),
            &format!("no {kind} of this name is declared"),
        ),
        help: Some(help),
    }
}

fn layer_names(rule: &Rule) -> Vec<Name> {
    let RuleBody::Layers(layers) = &rule.body else {
        return Vec::new();
    };
    let all = layers.rows.iter().flat_map(|row| &row.layers);
    all.map(|layer| layer.name).collect()
}

/// Every selector of a rule.
fn selectors(rule: &Rule) -> Vec<&Selector> {
    let mut all: Vec<&Selector> = match &rule.body {
        RuleBody::Forbid { from, to, .. } => vec![from, to],
        RuleBody::Protect { what, only_by } => vec![what, only_by],
        RuleBody::Independent { members, .. } => vec![members],
        RuleBody::Acyclic { inside, .. } => inside.iter().collect(),
        RuleBody::Layers(layers) => {
            let rows = layers.rows.iter().flat_map(|row| &row.layers);
            let own = rows.filter_map(|layer| layer.selector.as_ref());
            layers.inside.iter().chain(own).collect()
        }
    };
    all.extend(&rule.except);
    all
}

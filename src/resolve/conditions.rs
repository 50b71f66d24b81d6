//! `cfg` predicates → the conditions that rules speak of.

use crate::base::{Cfg, Conditions};

/// The conditions of a conjunction of predicates.
pub(super) fn of<'a>(predicates: impl Iterator<Item = &'a Cfg>) -> Conditions {
    let mut conditions = Conditions::default();
    for predicate in predicates {
        add(predicate, &mut conditions);
    }
    conditions.features.sort();
    conditions.features.dedup();
    conditions
}

fn add(cfg: &Cfg, conditions: &mut Conditions) {
    conditions.test |= implies_test(cfg);
    conditions.target |= speaks_of_target(cfg);
    needed_features(cfg, conditions);
}

/// Whether the predicate holds in a test build only.
fn implies_test(cfg: &Cfg) -> bool {
    match cfg {
        Cfg::Test => true,
        Cfg::All(parts) => parts.iter().any(implies_test),
        Cfg::Any(parts) => !parts.is_empty() && parts.iter().all(implies_test),
        _ => false,
    }
}

fn speaks_of_target(cfg: &Cfg) -> bool {
    match cfg {
        Cfg::Target(_) => true,
        Cfg::All(parts) | Cfg::Any(parts) => parts.iter().any(speaks_of_target),
        Cfg::Not(part) => speaks_of_target(part),
        _ => false,
    }
}

/// The features without which the predicate cannot hold.
fn needed_features(cfg: &Cfg, conditions: &mut Conditions) {
    match cfg {
        Cfg::Feature(name) => conditions.features.push(*name),
        Cfg::All(parts) => {
            for part in parts {
                needed_features(part, conditions);
            }
        }
        Cfg::Any(parts) if parts.len() == 1 => needed_features(&parts[0], conditions),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::name;

    #[test]
    fn test_must_be_implied_not_just_mentioned() {
        let any = Cfg::Any(vec![Cfg::Test, Cfg::Feature(name("mock"))]);
        assert!(!of([&any].into_iter()).test);
        let all = Cfg::All(vec![Cfg::Test, Cfg::Feature(name("mock"))]);
        let found = of([&all].into_iter());
        assert!(found.test);
        assert_eq!(found.features, [name("mock")]);
        assert!(!of([&Cfg::Not(Box::new(Cfg::Test))].into_iter()).test);
    }
}

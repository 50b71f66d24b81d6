//! `cfg` predicates → the conditions that rules speak of.

use crate::base::{Cfg, Conditions, KnownCfg, Name, implies};

/// The conditions of a conjunction of predicates: what follows from all of them together.
pub(super) fn of(predicates: &[&Cfg], known: &KnownCfg) -> Conditions {
    let mut conditions = Conditions::default();
    if predicates.is_empty() {
        return conditions;
    }
    let mut mentioned = Mentioned::default();
    for predicate in predicates {
        mentioned.add(predicate);
    }
    conditions.test = mentioned.test && implies(predicates, &Cfg::Test, known);
    conditions.target = mentioned.target;
    mentioned.features.sort();
    mentioned.features.dedup();
    mentioned
        .features
        .retain(|feature| implies(predicates, &Cfg::Feature(*feature), known));
    conditions.features = mentioned.features;
    conditions
}

/// What predicates speak of.
#[derive(Default)]
struct Mentioned {
    test: bool,
    target: bool,
    features: Vec<Name>,
}

impl Mentioned {
    fn add(&mut self, cfg: &Cfg) {
        match cfg {
            Cfg::Test => self.test = true,
            Cfg::Target(_) => self.target = true,
            Cfg::Feature(name) => self.features.push(*name),
            Cfg::All(parts) | Cfg::Any(parts) => parts.iter().for_each(|part| self.add(part)),
            Cfg::Not(part) => self.add(part),
            Cfg::Constant(_) | Cfg::Other(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::name;

    fn found(predicates: &[Cfg]) -> Conditions {
        let predicates: Vec<&Cfg> = predicates.iter().collect();
        of(&predicates, &KnownCfg::default())
    }

    #[test]
    fn test_must_be_implied_not_just_mentioned() {
        let any = Cfg::Any(vec![Cfg::Test, Cfg::Feature(name("mock"))]);
        assert_eq!(found(&[any]), Conditions::default());
        let all = found(&[Cfg::All(vec![Cfg::Test, Cfg::Feature(name("mock"))])]);
        assert!(all.test);
        assert_eq!(all.features, [name("mock")]);
        assert!(!found(&[Cfg::Not(Box::new(Cfg::Test))]).test);
    }

    #[test]
    fn what_follows_from_several_predicates_together_holds() {
        let any = Cfg::Any(vec![Cfg::Test, Cfg::Feature(name("mock"))]);
        let not = |cfg| Cfg::Not(Box::new(cfg));
        let only_test = found(&[any.clone(), not(Cfg::Feature(name("mock")))]);
        assert!(only_test.test && only_test.features.is_empty());
        let only_mock = found(&[any, not(Cfg::Test)]);
        assert!(!only_mock.test);
        assert_eq!(only_mock.features, [name("mock")]);
    }
}

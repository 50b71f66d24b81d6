//! Whether `cfg` predicates can hold together, by cases.
//!
//! In: a conjunction of predicates, and what is known of the crate. Out: whether any build can make all of them true.
//! *Invariant:* "no" is certain; what is not known, and what would take more than [`CASES`] cases, may hold.

use super::{Cfg, Name};

/// So many cases are tried.
const CASES: u32 = 512;

/// Keys that have one value in each build (<https://doc.rust-lang.org/reference/conditional-compilation.html>).
/// `target_family`, `target_feature` and `target_has_atomic` may have several.
const SINGLE_VALUED: [&str; 8] = [
    "panic",
    "target_abi",
    "target_arch",
    "target_endian",
    "target_env",
    "target_os",
    "target_pointer_width",
    "target_vendor",
];

/// Systems that are of the family `unix`, whichever the target is.
const UNIX: [&str; 12] = [
    "android",
    "dragonfly",
    "freebsd",
    "illumos",
    "ios",
    "linux",
    "macos",
    "netbsd",
    "openbsd",
    "solaris",
    "tvos",
    "watchos",
];

/// What is known of the builds of a crate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct KnownCfg {
    /// Whether `cfg(test)` holds, where it does not depend on what is built.
    pub test: Option<bool>,
    /// Every feature that can be on, sorted, where that is known.
    pub features: Option<Vec<Name>>,
}

impl KnownCfg {
    fn value(&self, atom: &Cfg) -> Option<bool> {
        match atom {
            Cfg::Test => self.test,
            Cfg::Feature(feature) => {
                let features = self.features.as_ref()?;
                let is_declared = features.binary_search(feature).is_ok();
                (!is_declared).then_some(false)
            }
            Cfg::Constant(value) => Some(*value),
            _ => None,
        }
    }
}

/// Whether all these predicates can hold in one build.
#[must_use]
pub(crate) fn can_hold(predicates: &[&Cfg], known: &KnownCfg) -> bool {
    let mut cases = Cases {
        predicates,
        known,
        chosen: Vec::new(),
        left: CASES,
    };
    predicates.is_empty() || cases.can_hold()
}

/// Whether `atom` is true in every build in which all these predicates hold.
#[must_use]
pub(crate) fn implies(predicates: &[&Cfg], atom: &Cfg, known: &KnownCfg) -> bool {
    let opposite = Cfg::Not(Box::new(atom.clone()));
    let with_opposite: Vec<&Cfg> = predicates.iter().copied().chain([&opposite]).collect();
    !can_hold(&with_opposite, known)
}

struct Cases<'c> {
    predicates: &'c [&'c Cfg],
    known: &'c KnownCfg,
    /// The values of this case.
    chosen: Vec<(&'c Cfg, bool)>,
    left: u32,
}

impl<'c> Cases<'c> {
    fn can_hold(&mut self) -> bool {
        let Some(left) = self.left.checked_sub(1) else {
            return true;
        };
        self.left = left;
        let mut open = None;
        for predicate in self.predicates {
            match self.value(predicate) {
                Ok(true) => {}
                Ok(false) => return false,
                Err(atom) => open = open.or(Some(atom)),
            }
        }
        let Some(atom) = open else { return true };
        [true, false].into_iter().any(|value| {
            if !self.fits(atom, value) {
                return false;
            }
            self.chosen.push((atom, value));
            let found = self.can_hold();
            self.chosen.pop();
            found
        })
    }

    /// The value of a predicate in this case, or an atom on which it depends.
    fn value(&self, predicate: &'c Cfg) -> Result<bool, &'c Cfg> {
        let any = |parts: &'c [Cfg], wanted: bool| {
            let mut open = None;
            for part in parts {
                match self.value(part) {
                    Ok(value) if value == wanted => return Ok(wanted),
                    Ok(_) => {}
                    Err(atom) => open = open.or(Some(atom)),
                }
            }
            open.map_or(Ok(!wanted), Err)
        };
        match predicate {
            Cfg::All(parts) => any(parts, false),
            Cfg::Any(parts) => any(parts, true),
            Cfg::Not(part) => self.value(part).map(|value| !value),
            atom => {
                let chosen = self.chosen.iter().find(|(it, _)| *it == atom);
                let value = self.known.value(atom).or(chosen.map(|(_, value)| *value));
                value.ok_or(atom)
            }
        }
    }

    /// Whether an atom can have this value beside the others.
    fn fits(&self, atom: &Cfg, value: bool) -> bool {
        self.chosen
            .iter()
            .all(|&(other, held)| match (value, held) {
                (true, true) => !excludes(atom, other),
                (true, false) => !entails(atom, other),
                (false, true) => !entails(other, atom),
                (false, false) => true,
            })
    }
}

/// Whether the two are never true together.
fn excludes(one: &Cfg, other: &Cfg) -> bool {
    if let (Some((key, value)), Some((other_key, other_value))) = (pair(one), pair(other))
        && key == other_key
        && value != other_value
        && SINGLE_VALUED.contains(&key)
    {
        return true;
    }
    matches!((family(one), family(other)), (Some(a), Some(b)) if a != b)
}

/// Whether the second is true wherever the first is.
fn entails(one: &Cfg, other: &Cfg) -> bool {
    let names_family = |cfg| !matches!(pair(cfg), Some(("target_os", _)));
    one == other || family(one).is_some() && family(one) == family(other) && names_family(other)
}

/// `unix` or `windows`, where an atom is true on targets of that family only.
fn family(atom: &Cfg) -> Option<&str> {
    let Cfg::Target(text) = atom else { return None };
    let named = match pair(atom) {
        None => Some(text.as_str()),
        Some(("target_family", value)) => Some(value),
        Some(("target_os", "windows")) => Some("windows"),
        Some(("target_os", value)) if UNIX.contains(&value) => Some("unix"),
        Some(_) => None,
    };
    named.filter(|family| ["unix", "windows"].contains(family))
}

/// The key and the value of `key = "value"`.
fn pair(atom: &Cfg) -> Option<(&str, &str)> {
    match atom {
        Cfg::Target(text) | Cfg::Other(text) => {
            let (key, value) = text.as_str().split_once(" = ")?;
            Some((key, value.trim_matches('"')))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::name;

    fn target(text: &str) -> Cfg {
        Cfg::Target(name(text))
    }

    fn feature(text: &str) -> Cfg {
        Cfg::Feature(name(text))
    }

    fn not(cfg: Cfg) -> Cfg {
        Cfg::Not(Box::new(cfg))
    }

    fn together(predicates: &[Cfg]) -> bool {
        let predicates: Vec<&Cfg> = predicates.iter().collect();
        can_hold(&predicates, &KnownCfg::default())
    }

    #[test]
    fn what_contradicts_itself_never_holds() {
        let linux = || target("target_os = \"linux\"");
        let never = [
            vec![target("unix"), not(target("unix"))],
            vec![Cfg::All(vec![Cfg::Test, not(Cfg::Test)])],
            vec![not(feature("x")), Cfg::Any(vec![feature("x")])],
            vec![linux(), target("target_os = \"macos\"")],
            vec![linux(), target("windows")],
            vec![linux(), not(target("unix"))],
            vec![linux(), not(target("target_family = \"unix\""))],
            vec![target("unix"), target("windows")],
            vec![target("unix"), target("target_os = \"windows\"")],
            vec![
                target("target_family = \"windows\""),
                not(target("windows")),
            ],
            vec![
                Cfg::Any(vec![feature("a"), feature("b")]),
                not(feature("a")),
                not(feature("b")),
            ],
            vec![Cfg::Any(Vec::new())],
            vec![Cfg::Constant(false)],
            vec![
                Cfg::Other(name("panic = \"abort\"")),
                Cfg::Other(name("panic = \"unwind\"")),
            ],
        ];
        for predicates in never {
            assert!(!together(&predicates), "{predicates:?}");
        }
    }

    #[test]
    fn what_does_not_contradict_itself_may_hold() {
        let may = [
            vec![],
            vec![target("unix"), not(target("target_os = \"linux\""))],
            vec![target("unix"), target("target_os = \"l4re\"")],
            vec![
                target("target_family = \"wasm\""),
                target("target_family = \"unix\""),
            ],
            vec![
                target("target_feature = \"avx\""),
                target("target_feature = \"sse\""),
            ],
            vec![not(target("unix")), not(target("windows"))],
            vec![Cfg::Other(name("doc")), Cfg::Test, feature("a")],
            vec![Cfg::All(Vec::new()), not(Cfg::Constant(false))],
            vec![
                Cfg::Other(name("custom = \"a\"")),
                Cfg::Other(name("custom = \"b\"")),
            ],
        ];
        for predicates in may {
            assert!(together(&predicates), "{predicates:?}");
        }
    }

    #[test]
    fn what_is_known_of_the_crate_decides() {
        let known = KnownCfg {
            test: Some(true),
            features: Some(vec![name("a")]),
        };
        let holds = |cfg: Cfg| can_hold(&[&cfg], &known);
        assert!(holds(Cfg::Test) && !holds(not(Cfg::Test)));
        assert!(holds(feature("a")) && holds(not(feature("a"))));
        assert!(!holds(feature("b")) && holds(not(feature("b"))));
    }

    #[test]
    fn past_the_bound_it_may_hold() {
        // Each of these needs both values of its own atoms tried before the contradiction at the end is met.
        let pairs = (0..20).map(|at| {
            let (a, b) = (feature(&format!("a{at}")), feature(&format!("b{at}")));
            Cfg::Any(vec![a, b])
        });
        let x = feature("x");
        let contradiction = [Cfg::Any(vec![x.clone(), Cfg::Test]), not(x), not(Cfg::Test)];
        let few: Vec<Cfg> = pairs.clone().take(2).chain(contradiction.clone()).collect();
        let many: Vec<Cfg> = pairs.chain(contradiction).collect();
        assert!(!together(&few));
        assert!(together(&many));
    }

    #[test]
    fn an_atom_may_follow_from_several_predicates() {
        let any = Cfg::Any(vec![Cfg::Test, feature("x")]);
        let no_x = not(feature("x"));
        let known = KnownCfg::default();
        assert!(implies(&[&any, &no_x], &Cfg::Test, &known));
        assert!(!implies(&[&any], &Cfg::Test, &known));
    }
}

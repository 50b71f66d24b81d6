//! Under which conditions code exists: `cfg` predicates, and what rules ask of them.

use super::{Map, Name};

/// A `cfg` predicate as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Cfg {
    /// `cfg(test)`.
    Test,
    /// `feature = "NAME"`.
    Feature(Name),
    /// A predicate about the platform: `unix`, `windows`, `target_os = "linux"`, …
    Target(Name),
    /// Any other predicate: `debug_assertions`, `doc`, a custom `--cfg`.
    Other(Name),
    /// `true` or `false`.
    Constant(bool),
    /// `all(…)`.
    All(Vec<Cfg>),
    /// `any(…)`.
    Any(Vec<Cfg>),
    /// `not(…)`.
    Not(Box<Cfg>),
}

/// The conditions of one reference, as rules see them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a word of the rule language"
)]
pub(crate) struct Conditions {
    /// Under `cfg(test)`, or in a test, bench or example target.
    pub test: bool,
    /// In a build script, or of a build dependency.
    pub build: bool,
    /// Of a crate that is a dev-dependency only.
    pub dev: bool,
    /// Under a predicate about the platform.
    pub target: bool,
    /// The features it needs, sorted.
    pub features: Vec<Name>,
}

impl Conditions {
    /// The words of the rule language that hold: `test`, `build`, `dev`, `target`, `feature:NAME`.
    #[must_use]
    pub(crate) fn words(&self) -> Vec<String> {
        let flags = [
            (self.test, "test"),
            (self.build, "build"),
            (self.dev, "dev"),
            (self.target, "target"),
        ];
        let features = self.features.iter().map(|name| format!("feature:{name}"));
        flags
            .iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, word)| (*word).to_owned())
            .chain(features)
            .collect()
    }
}

/// The id of a set of conditions in a [`ConditionTable`]. 0 is "always".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ConditionId(pub u32);

/// Interned sets of conditions.
#[derive(Clone, Debug)]
pub(crate) struct ConditionTable {
    sets: Vec<Conditions>,
    ids: Map<Conditions, ConditionId>,
}

impl Default for ConditionTable {
    fn default() -> Self {
        let mut table = Self {
            sets: Vec::new(),
            ids: Map::default(),
        };
        table.intern(Conditions::default());
        table
    }
}

impl ConditionTable {
    /// The id of `conditions`.
    pub(crate) fn intern(&mut self, conditions: Conditions) -> ConditionId {
        if let Some(&id) = self.ids.get(&conditions) {
            return id;
        }
        let id = ConditionId(u32::try_from(self.sets.len()).expect("fewer than 2^32 conditions"));
        self.sets.push(conditions.clone());
        self.ids.insert(conditions, id);
        id
    }

    /// The conditions behind an id.
    #[must_use]
    pub(crate) fn get(&self, id: ConditionId) -> &Conditions {
        &self.sets[id.0 as usize]
    }
}

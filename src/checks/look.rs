//! What one rule gets to see.

use std::borrow::Cow;

use crate::base::{Level, Location};
use crate::graph::{Reference, ReferenceId, ReferenceSet, View};
use crate::rules::{Kinds, Rule};
use crate::select::{Scene, Selection};
use crate::violation::{Evidence, Finding, Law, Violation};

use super::kinds::looks_at;

/// A rule and the references that it looks at.
pub(super) struct Look<'a> {
    /// The graph and its names.
    pub scene: &'a Scene<'a>,
    /// The rule.
    pub rule: &'a Rule,
    level: Level,
    ignored: &'a ReferenceSet,
    kinds: Cow<'a, Kinds>,
    except: Option<Selection>,
}

impl<'a> Look<'a> {
    /// What `rule` looks at, all but `ignored`.
    pub(super) fn new(
        scene: &'a Scene<'a>,
        rule: &'a Rule,
        level: Level,
        ignored: &'a ReferenceSet,
    ) -> Self {
        Self {
            scene,
            rule,
            level,
            ignored,
            kinds: Cow::Borrowed(&rule.kinds),
            except: rule.except.as_ref().map(|except| scene.select(except)),
        }
    }

    /// The same with other `kinds`.
    pub(super) fn with_kinds(&self, kinds: Kinds) -> Self {
        Self {
            kinds: Cow::Owned(kinds),
            except: self.except.clone(),
            ..*self
        }
    }

    /// Whether the rule looks at a reference.
    pub(super) fn sees(&self, id: ReferenceId, reference: &Reference) -> bool {
        let conditions = self.scene.graph().conditions().get(reference.conditions);
        looks_at(&self.kinds, reference, conditions)
            && !self.ignored.contains(id)
            && !self
                .except
                .as_ref()
                .is_some_and(|except| except.importer(reference))
    }

    /// The references that the rule looks at, in order.
    pub(super) fn references(&self) -> impl Iterator<Item = (ReferenceId, &'a Reference)> {
        self.scene
            .graph()
            .references()
            .filter(|&(id, reference)| self.sees(id, reference))
    }

    /// The edges that they make.
    pub(super) fn view(&self) -> View {
        View::new(self.scene.graph(), |id, reference| self.sees(id, reference))
    }

    /// A violation of the rule, by what stands at `location` of the rule file.
    pub(super) fn violation(
        &self,
        finding: Finding,
        evidence: Evidence,
        location: Location,
        label: String,
    ) -> Violation {
        Violation {
            rule: self.rule.id,
            level: self.level,
            finding,
            evidence,
            law: Some(Law {
                location: Some(location),
                label,
                because: self.rule.because.clone(),
                help: self.rule.help.clone(),
                owner: self.rule.owner.clone(),
                url: self.rule.url.clone(),
            }),
        }
    }
}

//! The level in force of each rule and lint.
//!
//! In: a [`RuleSet`]. Out: for an id, its level and who said so.
//! *Invariant:* `[lints]` by id, then the rule's own `level`, then `[lints]` by group, then the default.

use crate::base::{Level, Location, Map, Name, name};
use crate::rules::{LevelSetting, RuleSet, find_lint};

/// Who set a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SetBy {
    /// `[lints]`, by the id; its value.
    Id(Location),
    /// The rule's own `level`; the value of the rule's id.
    Rule(Location),
    /// `[lints]`, by this group; its value.
    Group(&'static str, Location),
    /// Nobody: the default.
    Default,
}

/// A level and who said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct StatedLevel {
    /// The level in force.
    pub level: Level,
    /// Who said so, before warnings were turned into errors.
    pub set_by: SetBy,
    /// Whether it is `deny` only because warnings are denied in this run.
    pub raised: bool,
}

/// The levels of a run.
#[derive(Clone, Debug)]
pub(crate) struct Levels {
    own: Map<Name, (Option<Level>, Location)>,
    settings: Map<Name, LevelSetting>,
    deny_warnings: bool,
}

impl Levels {
    /// The levels that `rules` state; `deny_warnings` turns each `warn` into `deny`.
    #[must_use]
    pub(crate) fn new(rules: &RuleSet, deny_warnings: bool) -> Self {
        let own = rules.rules.iter();
        Self {
            own: own
                .map(|rule| (rule.id, (rule.level, rule.location)))
                .collect(),
            settings: rules.levels.clone(),
            deny_warnings,
        }
    }

    /// The level of a rule or lint.
    #[must_use]
    pub(crate) fn of(&self, id: &str) -> Level {
        self.stated(id).level
    }

    /// The level of a rule or lint, and who said so.
    #[must_use]
    pub(crate) fn stated(&self, id: &str) -> StatedLevel {
        let (level, set_by) = self.found(name(id));
        self.with_denied_warnings(level, set_by)
    }

    /// The level of a finding that a healthy build may never meet (a missing file under a `cfg`):
    /// a warning at most, unless the rule file set the level of the lint itself.
    #[must_use]
    pub(crate) fn stated_conditional(&self, id: &str) -> StatedLevel {
        let (level, set_by) = self.found(name(id));
        let level = match set_by {
            SetBy::Default => level.min(Level::Warn),
            _ => level,
        };
        self.with_denied_warnings(level, set_by)
    }

    fn found(&self, id: Name) -> (Level, SetBy) {
        if let Some(setting) = self.settings.get(&id) {
            return (setting.level, SetBy::Id(setting.location));
        }
        if let Some((level, location)) = self.own.get(&id) {
            return match level {
                Some(level) => (*level, SetBy::Rule(*location)),
                None => (Level::Deny, SetBy::Default),
            };
        }
        let Some(lint) = find_lint(&id) else {
            return (Level::Deny, SetBy::Default);
        };
        match self.settings.get(&name(lint.group)) {
            Some(setting) => (setting.level, SetBy::Group(lint.group, setting.location)),
            None => (lint.default, SetBy::Default),
        }
    }

    fn with_denied_warnings(&self, level: Level, set_by: SetBy) -> StatedLevel {
        let raised = self.deny_warnings && level == Level::Warn;
        StatedLevel {
            level: if raised { Level::Deny } else { level },
            set_by,
            raised,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::base::SourceMap;
    use crate::rules::{RuleSource, load};

    use super::*;

    fn levels(text: &str, deny_warnings: bool) -> Levels {
        let root = RuleSource {
            path: "bulkhead.toml".to_owned(),
            text: text.to_owned(),
        };
        let mut none = |_: &str| Err("no files".to_owned());
        let loaded = load(&mut SourceMap::default(), root, &mut none);
        assert_eq!(loaded.errors, []);
        Levels::new(&loaded.rules, deny_warnings)
    }

    const TEXT: &str = "\
extends = [\"modular-monolith\"]
[lints]
no-package-cycles = { level = \"warn\" }
no-env = \"allow\"
honesty = \"allow\"
vacuous-rule = \"warn\"
[[forbid]]
id = \"no-env\"
level = \"warn\"
from = \"a\"
to = \"std::env\"
[[forbid]]
id = \"no-fs\"
level = \"warn\"
from = \"a\"
to = \"std::fs\"
";

    #[test]
    fn the_narrowest_word_wins_and_says_who_it_is() {
        let levels = levels(TEXT, false);
        let by = |id| match levels.stated(id).set_by {
            SetBy::Id(_) => "id",
            SetBy::Rule(_) => "rule",
            SetBy::Group(group, _) => group,
            SetBy::Default => "default",
        };
        let cases = [
            ("no-package-cycles", Level::Warn, "id"),
            ("no-domain-cycles", Level::Deny, "default"),
            ("no-env", Level::Allow, "id"),
            ("no-fs", Level::Warn, "rule"),
            ("vacuous-rule", Level::Warn, "id"),
            ("unmatched-selector", Level::Allow, "honesty"),
            ("unassigned-module", Level::Warn, "id"),
            ("private-access", Level::Deny, "default"),
            ("unread-include", Level::Allow, "default"),
        ];
        for (id, level, set_by) in cases {
            assert_eq!((levels.of(id), by(id)), (level, set_by), "{id}");
        }
    }

    #[test]
    fn denied_warnings_raise_warnings_only() {
        let levels = levels(TEXT, true);
        let stated = levels.stated("no-fs");
        assert_eq!((stated.level, stated.raised), (Level::Deny, true));
        assert!(!levels.stated("private-access").raised);
        assert_eq!(levels.of("no-env"), Level::Allow);
    }

    #[test]
    fn a_conditional_problem_is_a_warning_unless_the_file_says_otherwise() {
        let plain = levels("", false);
        assert_eq!(plain.of("missing-module-file"), Level::Deny);
        assert_eq!(
            plain.stated_conditional("missing-module-file").level,
            Level::Warn
        );
        let strict = levels("[lints]\nmissing-module-file = \"deny\"\n", false);
        assert_eq!(
            strict.stated_conditional("missing-module-file").level,
            Level::Deny
        );
    }

    #[test]
    fn a_group_in_the_own_file_beats_a_lint_in_a_pack() {
        let text = "extends = [\"modular-monolith\"]\n[lints]\ncoverage = \"deny\"\n";
        assert_eq!(levels(text, false).of("unassigned-module"), Level::Deny);
    }
}

//! Who a finding is, across runs: carries no line numbers, so that moving code makes nothing new.

use super::{Evidence, Finding, Violation};
use crate::base::{Name, SourceMap};

/// The identity of a violation, as 32 hexadecimal digits: its rule, importer, imported, and the item where there is one.
///
/// A finding about a place, which has no two ends, is known by its file instead.
#[must_use]
pub(crate) fn fingerprint(violation: &Violation, sources: &SourceMap) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut part = |text: &str| {
        // The length goes in front, so that "a" + "bc" and "ab" + "c" differ.
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    };
    part(&violation.rule);
    for text in identity(&violation.finding) {
        part(text);
    }
    if let Evidence::Place(Some(place)) = &violation.evidence {
        part(sources.path(place.file));
    }
    let mut digits = hasher.finalize().to_hex().to_string();
    digits.truncate(32);
    digits
}

impl Finding {
    /// Importer and imported, where the finding has these two ends.
    #[must_use]
    pub(crate) fn ends(&self) -> Option<(Name, Name)> {
        match self {
            Self::UndeclaredDependency { from, to, .. }
            | Self::PrivateAccess { from, to, .. }
            | Self::InvisibleDependency { from, to, .. }
            | Self::Forbidden { from, to, .. }
            | Self::Protected { from, to }
            | Self::LayerAbove { from, to, .. }
            | Self::LayerSkipped { from, to, .. }
            | Self::LayerSiblings { from, to, .. }
            | Self::NotIndependent { from, to, .. } => Some((*from, *to)),
            _ => None,
        }
    }
}

fn identity(finding: &Finding) -> Vec<&str> {
    match finding {
        Finding::UndeclaredDependency { from, to, .. } => vec!["uses", from, to],
        Finding::PrivateAccess { from, to, .. } => vec!["public", from, to],
        Finding::InvisibleDependency { from, to, .. } => vec!["visible-to", from, to],
        Finding::Forbidden { from, to, .. } => vec!["forbid", from, to],
        Finding::Protected { from, to } => vec!["protect", from, to],
        Finding::LayerAbove {
            container,
            from,
            to,
        } => vec!["layer-above", container, from, to],
        Finding::LayerSkipped {
            container,
            from,
            to,
            closed,
        } => vec!["layer-skipped", container, from, to, closed],
        Finding::LayerSiblings {
            container,
            from,
            to,
        } => vec!["layer-siblings", container, from, to],
        Finding::Unlayered { container, module } => vec!["unlayered", container, module],
        Finding::NotIndependent { from, to, .. } => vec!["independent", from, to],
        Finding::Cycle { among, members } => {
            let mut parts = vec!["cycle", among.as_str()];
            parts.extend(members.iter().map(Name::as_str));
            parts
        }
        Finding::UnassignedModule { module } => vec!["unassigned", module],
        Finding::UnmatchedSelector {
            rule, key, term, ..
        } => vec!["unmatched", rule, key, term],
        Finding::VacuousRule { rule } => vec!["vacuous", rule],
        Finding::UnusedException { rule } => vec!["unused-exception", rule],
        Finding::ExpiredException { rule, expired } => vec!["expired-exception", rule, expired],
        Finding::UnusedAllowance { rule } => vec!["unused-allowance", rule],
        Finding::ExpiredAllowance { rule, expired } => vec!["expired-allowance", rule, expired],
        Finding::MalformedAllowance { what, .. } => vec!["malformed-allowance", what],
        Finding::Unanalysed { kind, message, .. } => vec!["unanalysed", kind.id(), message],
        Finding::UnresolvedPaths { package, .. } => vec!["unresolved", package],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{FileId, Level, Location, Span, name};

    fn print(rule: &str, finding: Finding, place: Option<(FileId, u32)>) -> String {
        let mut sources = SourceMap::default();
        sources.add("a.rs", "aaaa");
        sources.add("b.rs", "bbbb");
        let location = place.map(|(file, start)| Location {
            file,
            span: Span::new(start, start + 1),
        });
        let violation = Violation {
            rule: name(rule),
            level: Level::Deny,
            finding,
            evidence: Evidence::Place(location),
            law: None,
        };
        fingerprint(&violation, &sources)
    }

    #[test]
    fn it_stays_when_code_moves_and_changes_with_rule_ends_and_file() {
        let protected = |from: &str, to: &str| Finding::Protected {
            from: name(from),
            to: name(to),
        };
        let here = print("r", protected("a", "bc"), Some((FileId(0), 0)));
        assert_eq!(here.len(), 32);
        assert_eq!(here, print("r", protected("a", "bc"), Some((FileId(0), 2))));
        let others = [
            print("r", protected("ab", "c"), Some((FileId(0), 0))),
            print("r", protected("bc", "a"), Some((FileId(0), 0))),
            print("s", protected("a", "bc"), Some((FileId(0), 0))),
            print("r", protected("a", "bc"), Some((FileId(1), 0))),
        ];
        assert!(others.iter().all(|other| *other != here));
    }
}

//! The findings about the excuses themselves.

use crate::base::{FileId, Level, Location, Name, Set, name};
use crate::facts::{Allowance, MalformedAllowance};
use crate::rules::nearest;
use crate::violation::{Evidence, Finding, Law, Violation};

use super::excuse::Excuse;
use super::{Excuses, Judged};

/// An allowance that excuses nothing, for it cannot be read or names no rule.
#[derive(Debug)]
pub(super) struct Malformed {
    location: Location,
    what: String,
    near: Option<Name>,
}

pub(super) fn unreadable(file: FileId, malformed: &MalformedAllowance) -> Malformed {
    Malformed {
        location: Location {
            file,
            span: malformed.span,
        },
        what: malformed.what.clone(),
        near: None,
    }
}

pub(super) fn unknown_rule(file: FileId, allowance: &Allowance, known: &Set<Name>) -> Malformed {
    let known = known.iter().map(Name::as_str);
    Malformed {
        location: Location {
            file,
            span: allowance.span,
        },
        what: format!("there is no rule `{}`", allowance.rule),
        near: nearest(&allowance.rule, known).map(name),
    }
}

pub(super) fn findings(
    excuses: &Excuses<'_>,
    judged: &[Judged],
    level: &dyn Fn(&str) -> Level,
) -> Vec<Violation> {
    let malformed = excuses.malformed.iter().map(|it| {
        let finding = Finding::MalformedAllowance {
            what: it.what.clone(),
            near: it.near,
        };
        ("malformed-allowance", finding, it.location, None)
    });
    let all = excuses.all.iter().enumerate();
    let idle = all.filter_map(|(index, excuse)| {
        if let Some(expired) = excuse.expired {
            return (level(&excuse.rule) != Level::Allow).then(|| over(excuse, expired));
        }
        // A rule that was not asked, being switched off or broken, says nothing about its excuses.
        let judged = judged.iter().find(|it| it.rule == excuse.rule)?;
        (!judged.used.contains(&index)).then(|| unused(excuse))
    });
    let mut found: Vec<Violation> = malformed
        .chain(idle)
        .map(|(id, finding, location, law)| Violation {
            rule: name(id),
            level: level(id),
            finding,
            evidence: Evidence::Place(Some(location)),
            law,
        })
        .filter(|violation| violation.level != Level::Allow)
        .collect();
    found.sort_by(|a, b| {
        (a.evidence.location(), &a.finding).cmp(&(b.evidence.location(), &b.finding))
    });
    found
}

/// The lint, what it found, where, and why the excuse is there.
type Idle = (&'static str, Finding, Location, Option<Law>);

fn over(excuse: &Excuse, expired: (Name, Location)) -> Idle {
    let rule = excuse.rule;
    let (expired, location) = expired;
    let (id, finding) = if excuse.inline {
        (
            "expired-allowance",
            Finding::ExpiredAllowance { rule, expired },
        )
    } else {
        (
            "expired-exception",
            Finding::ExpiredException { rule, expired },
        )
    };
    (id, finding, location, Some(reason(excuse)))
}

fn unused(excuse: &Excuse) -> Idle {
    let rule = excuse.rule;
    let (id, finding) = if excuse.inline {
        ("unused-allowance", Finding::UnusedAllowance { rule })
    } else {
        ("unused-exception", Finding::UnusedException { rule })
    };
    (id, finding, excuse.location, Some(reason(excuse)))
}

fn reason(excuse: &Excuse) -> Law {
    Law {
        because: Some(excuse.because.clone()),
        owner: excuse.owner.clone(),
        ..Law::default()
    }
}

//! A finding in the words of the user.

use crate::base::{Name, ReferenceKind};
use crate::violation::{Evidence, Finding, Hop, Site, Violation};

/// What is wrong, on one line.
#[must_use]
pub(super) fn message(violation: &Violation) -> String {
    one_line(&sentence(violation))
}

fn sentence(violation: &Violation) -> String {
    match &violation.finding {
        Finding::UndeclaredDependency { from, to, declared } => format!(
            "domain `{from}` depends on `{to}`, {}",
            list_says("uses", declared)
        ),
        Finding::InvisibleDependency {
            from,
            to,
            visible_to,
        } => format!(
            "domain `{to}` is used by `{from}`, {}",
            list_says("visible-to", visible_to)
        ),
        Finding::PrivateAccess { from, to, doors } if doors.is_empty() => {
            format!("`{from}` reaches into domain `{to}`, which has no `public` door")
        }
        Finding::PrivateAccess { from, to, .. } => {
            format!("`{from}` reaches into domain `{to}` past its `public` doors")
        }
        Finding::Forbidden { from, to, indirect } => {
            let (who, several) = importers(from, &violation.evidence);
            let verb = if several { "depend" } else { "depends" };
            let way = way(*indirect, &violation.evidence);
            format!("{who} {verb} on `{to}`{way}, which is forbidden")
        }
        Finding::NotIndependent { from, to, indirect } => format!(
            "`{from}` depends on `{to}`{}, but the two must be independent",
            way(*indirect, &violation.evidence)
        ),
        Finding::Protected { from, to } => protected(from, to, &violation.evidence),
        Finding::Cycle { among, members } => cycle(among, members, &violation.evidence),
        other => layer_sentence(other)
            .or_else(|| exemption_sentence(other))
            .unwrap_or_else(|| coverage_sentence(other)),
    }
}

/// Says which module it is: `only-by` may well list another one of the same group.
fn protected(from: &str, to: &str, evidence: &Evidence) -> String {
    let (who, several) = importers(from, evidence);
    let (verb, whom) = if several {
        ("use", "them")
    } else {
        ("uses", "it")
    };
    format!("{who} {verb} `{to}`, which is protected: `only-by` does not list {whom}")
}

/// The module that the evidence shows first, and how many more of its group there are; whether there are any.
fn importers(group: &str, evidence: &Evidence) -> (String, bool) {
    let mut importers: Vec<&str> = match evidence {
        Evidence::References(sites) => sites.iter().map(|site| site.importer.as_str()).collect(),
        Evidence::Chain(hops) => hops.iter().take(1).map(|hop| hop.from.as_str()).collect(),
        Evidence::Cycle { .. } | Evidence::Place(_) => Vec::new(),
    };
    let first = importers.first().copied().unwrap_or(group);
    importers.sort_unstable();
    importers.dedup();
    match importers.len().saturating_sub(1) {
        0 => (format!("`{first}`"), false),
        more => {
            let more = counted(more, "more module");
            (format!("`{first}` and {more} of `{group}`"), true)
        }
    }
}

fn layer_sentence(finding: &Finding) -> Option<String> {
    Some(match finding {
        Finding::LayerAbove {
            container,
            from,
            to,
        } => format!(
            "layer `{from}`{} depends on layer `{to}` above it",
            of(container)
        ),
        Finding::LayerSkipped {
            container,
            from,
            to,
            closed,
        } => format!(
            "layer `{from}`{} depends on layer `{to}`, skipping the closed layer `{closed}`",
            of(container)
        ),
        Finding::LayerSiblings {
            container,
            from,
            to,
        } => format!(
            "layer `{from}`{} depends on its sibling `{to}`, which it must not see",
            of(container)
        ),
        Finding::Unlayered { container, module } => {
            format!(
                "module `{module}` is in none of the layers{}",
                of(container)
            )
        }
        _ => return None,
    })
}

fn exemption_sentence(finding: &Finding) -> Option<String> {
    Some(match finding {
        Finding::UnusedException { rule } => {
            format!("this exception to `{rule}` excuses nothing")
        }
        Finding::ExpiredException { rule, expired } => {
            format!("this exception to `{rule}` expired on {expired}")
        }
        Finding::UnusedAllowance { rule } => {
            format!("this allowance of `{rule}` excuses nothing")
        }
        Finding::ExpiredAllowance { rule, expired } => {
            format!("this allowance of `{rule}` expired on {expired}")
        }
        Finding::MalformedAllowance { what, .. } => format!("malformed allowance: {what}"),
        _ => return None,
    })
}

fn coverage_sentence(finding: &Finding) -> String {
    match finding {
        Finding::UnassignedModule { module } => format!("module `{module}` belongs to no domain"),
        Finding::UnmatchedSelector {
            rule, key, term, ..
        } => format!("`{term}` in `{key}` of `{rule}` matches nothing"),
        Finding::VacuousRule { rule } => format!("rule `{rule}` looks at nothing"),
        Finding::Unanalysed { message, .. } => message.clone(),
        Finding::UnresolvedPaths { package, count } => format!(
            "{} in package `{package}` {} not resolve",
            counted(*count, "path"),
            if *count == 1 { "does" } else { "do" }
        ),
        _ => String::new(),
    }
}

/// What to do, as far as the finding itself knows.
pub(super) fn help(finding: &Finding) -> Option<String> {
    match finding {
        Finding::UnmatchedSelector {
            near: Some(near), ..
        }
        | Finding::MalformedAllowance {
            near: Some(near), ..
        } => Some(format!("did you mean `{near}`?")),
        Finding::UnmatchedSelector { near: None, .. } | Finding::VacuousRule { .. } => {
            Some("correct it, or say `may-be-empty = true` if it is meant".to_owned())
        }
        Finding::UnusedException { .. } | Finding::UnusedAllowance { .. } => {
            Some("remove it: what it excused is gone".to_owned())
        }
        Finding::ExpiredException { .. } | Finding::ExpiredAllowance { .. } => {
            Some("repair the code that it excuses, or agree on a new date".to_owned())
        }
        Finding::UnassignedModule { .. } => Some("add it to the `modules` of a domain".to_owned()),
        Finding::Unlayered { .. } => Some("move it into a layer, or add one to `order`".to_owned()),
        Finding::Unanalysed { help, .. } => help.clone(),
        _ => None,
    }
}

/// The names that the rule allows, for when the snippet of the rule file does not show them.
pub(super) fn permitted(finding: &Finding) -> Option<String> {
    match finding {
        Finding::UndeclaredDependency { from, declared, .. } if !declared.is_empty() => {
            Some(format!("`{from}` may use {}", quoted(declared, "and")))
        }
        Finding::PrivateAccess { to, doors, .. } if !doors.is_empty() => {
            Some(format!("the way into `{to}` is {}", quoted(doors, "or")))
        }
        Finding::InvisibleDependency { to, visible_to, .. } if !visible_to.is_empty() => Some(
            format!("`{to}` is visible to {}", quoted(visible_to, "and")),
        ),
        _ => None,
    }
}

/// The label of the place of a finding that is no reference.
pub(super) const fn place_label(finding: &Finding) -> &'static str {
    match finding {
        Finding::Unlayered { .. } => "in none of the layers",
        Finding::UnassignedModule { .. } => "belongs to no domain",
        Finding::UnmatchedSelector { .. } => "matches nothing",
        Finding::VacuousRule { .. } => "looks at nothing",
        Finding::UnusedException { .. } | Finding::UnusedAllowance { .. } => "excuses nothing",
        Finding::ExpiredException { .. } | Finding::ExpiredAllowance { .. } => "expired",
        Finding::UnresolvedPaths { .. } => "for example this one",
        _ => "here",
    }
}

/// What a reference does, as a label of its place.
pub(super) fn site_label(site: &Site) -> String {
    let Site {
        importer, named, ..
    } = site;
    let does = match site.kind {
        ReferenceKind::Import => format!("imports `{named}`"),
        ReferenceKind::ReExport => format!("re-exports `{named}`"),
        ReferenceKind::Path | ReferenceKind::Type => format!("uses `{named}`"),
        ReferenceKind::Impl => format!("implements `{named}`"),
        ReferenceKind::Derive => format!("derives `{named}`"),
        ReferenceKind::Macro => format!("uses `{named}` in a macro"),
        ReferenceKind::Method => format!("calls `{named}`"),
        ReferenceKind::Field => format!("reads `{named}`"),
    };
    let really = if site.external && site.named != site.imported {
        format!(", which is `{}`", site.imported)
    } else {
        String::new()
    };
    one_line(&format!("`{importer}` {does} here{really}{}", under(site)))
}

fn under(site: &Site) -> String {
    if site.conditions.is_empty() {
        return String::new();
    }
    format!(" (only under {})", site.conditions.join(", "))
}

/// The label of the definition that a reference leads to.
pub(super) fn definition_label(site: &Site) -> String {
    if site.named == site.imported {
        return "defined here".to_owned();
    }
    one_line(&format!("`{}` is defined here", site.imported))
}

/// The label of one hop: `(1/3) a -> b`.
pub(super) fn hop_label(index: usize, count: usize, hop: &Hop) -> String {
    let more = match hop.references.saturating_sub(1) {
        0 => String::new(),
        more => format!(" (and {})", counted(more, "more reference")),
    };
    let step = index + 1;
    let under = under(&hop.site);
    one_line(&format!(
        "({step}/{count}) {} -> {}{under}{more}",
        hop.from, hop.to
    ))
}

/// `a -> b -> c`.
pub(super) fn route(hops: &[Hop]) -> String {
    let first = hops.iter().take(1).map(|hop| hop.from.as_str());
    let rest = hops.iter().map(|hop| hop.to.as_str());
    let names: Vec<&str> = first.chain(rest).collect();
    one_line(&names.join(" -> "))
}

/// `1 error`, `3 errors`.
pub(super) fn counted(count: usize, thing: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {thing}{plural}")
}

/// Text that cannot break a line or steer a terminal.
pub(super) fn one_line(text: &str) -> String {
    if !text.chars().any(is_unprintable) {
        return text.to_owned();
    }
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' => clean.push(' '),
            '\r' => {}
            c if is_unprintable(c) => clean.extend(c.escape_unicode()),
            c => clean.push(c),
        }
    }
    clean
}

/// Whether a terminal would obey a character instead of showing it: controls, and marks that turn the direction of text.
pub(super) fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The word for the kind of a finding, in machine formats.
#[must_use]
pub(super) const fn finding_word(finding: &Finding) -> &'static str {
    match finding {
        Finding::UndeclaredDependency { .. } => "undeclared-dependency",
        Finding::PrivateAccess { .. } => "private-access",
        Finding::InvisibleDependency { .. } => "invisible-dependency",
        Finding::Forbidden { .. } => "forbidden",
        Finding::Protected { .. } => "protected",
        Finding::LayerAbove { .. } => "layer-above",
        Finding::LayerSkipped { .. } => "layer-skipped",
        Finding::LayerSiblings { .. } => "layer-siblings",
        Finding::Unlayered { .. } => "unlayered",
        Finding::NotIndependent { .. } => "not-independent",
        Finding::Cycle { .. } => "cycle",
        Finding::UnassignedModule { .. } => "unassigned-module",
        Finding::UnmatchedSelector { .. } => "unmatched-selector",
        Finding::VacuousRule { .. } => "vacuous-rule",
        Finding::UnusedException { .. } => "unused-exception",
        Finding::ExpiredException { .. } => "expired-exception",
        Finding::UnusedAllowance { .. } => "unused-allowance",
        Finding::ExpiredAllowance { .. } => "expired-allowance",
        Finding::MalformedAllowance { .. } => "malformed-allowance",
        Finding::Unanalysed { .. } => "unanalysed",
        Finding::UnresolvedPaths { .. } => "unresolved-paths",
    }
}

fn list_says(key: &str, names: &[Name]) -> String {
    if names.is_empty() {
        return format!("but its `{key}` allows none");
    }
    format!("which its `{key}` does not list")
}

fn way(indirect: bool, evidence: &Evidence) -> String {
    match evidence {
        Evidence::Chain(hops) if hops.len() > 1 => {
            format!(" indirectly, in {} steps", hops.len())
        }
        _ if indirect => " indirectly".to_owned(),
        _ => String::new(),
    }
}

fn of(container: &str) -> String {
    if container.is_empty() {
        return String::new();
    }
    format!(" of `{container}`")
}

/// Names as many as read at a glance, and the number of the rest.
fn quoted(names: &[Name], last_word: &str) -> String {
    const SHOWN: usize = 6;
    let mut shown: Vec<String> = names.iter().take(SHOWN).map(|n| format!("`{n}`")).collect();
    if names.len() > SHOWN {
        shown.push(format!("{} more", names.len() - SHOWN));
    }
    let Some(last) = shown.pop() else {
        return String::new();
    };
    if shown.is_empty() {
        return last;
    }
    format!("{} {last_word} {last}", shown.join(", "))
}

fn cycle(among: &str, members: &[Name], evidence: &Evidence) -> String {
    let steps = match evidence {
        Evidence::Cycle { steps, .. } => steps.as_slice(),
        _ => &[],
    };
    let all = quoted(members, "and");
    if steps.is_empty() {
        return format!("{among} depend on each other in a cycle: {all}");
    }
    let route = short_route(steps);
    if steps.len() == members.len() {
        return format!("{among} depend on each other in a cycle: {route}");
    }
    let count = members.len();
    format!("{count} {among} depend on each other in cycles, the shortest of which is {route}")
}

/// The route of a cycle, with its middle left out where it is long; the snippets show all of it.
fn short_route(steps: &[Hop]) -> String {
    const SHOWN: usize = 6;
    match steps {
        [.., last] if steps.len() > SHOWN => {
            format!("{} -> ... -> {}", route(&steps[..SHOWN - 2]), last.to)
        }
        _ => route(steps),
    }
}

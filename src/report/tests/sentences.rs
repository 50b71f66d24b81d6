//! One sentence for every kind of finding.

use insta::assert_snapshot;

use crate::base::{Level, name};
use crate::violation::{Evidence, Finding, Violation};

fn domain_findings() -> Vec<Finding> {
    let (a, b, c) = (name("a"), name("b"), name("c"));
    let none = Vec::new;
    vec![
        Finding::UndeclaredDependency {
            from: a,
            to: b,
            declared: none(),
        },
        Finding::PrivateAccess {
            from: a,
            to: b,
            doors: none(),
        },
        Finding::InvisibleDependency {
            from: a,
            to: b,
            visible_to: none(),
        },
        Finding::InvisibleDependency {
            from: a,
            to: b,
            visible_to: vec![c],
        },
        Finding::Forbidden {
            from: a,
            to: b,
            indirect: false,
        },
        Finding::Protected { from: a, to: b },
    ]
}

fn other_findings() -> Vec<Finding> {
    let (a, b, c) = (name("a"), name("b"), name("c"));
    vec![
        Finding::LayerAbove {
            container: c,
            from: a,
            to: b,
        },
        Finding::LayerSkipped {
            container: name(""),
            from: a,
            to: b,
            closed: c,
        },
        Finding::LayerSiblings {
            container: c,
            from: a,
            to: b,
        },
        Finding::Unlayered {
            container: c,
            module: a,
        },
        Finding::NotIndependent {
            from: a,
            to: b,
            indirect: false,
        },
        Finding::NotIndependent {
            from: a,
            to: b,
            indirect: true,
        },
        Finding::Cycle {
            among: name("packages"),
            members: vec![a, b, c],
        },
        Finding::UnassignedModule { module: a },
        Finding::VacuousRule { rule: a },
        Finding::UnusedException { rule: a },
        Finding::ExpiredException {
            rule: a,
            expired: name("2026-01-31"),
        },
        Finding::UnusedAllowance { rule: a },
        Finding::ExpiredAllowance {
            rule: a,
            expired: name("2026-01-31"),
        },
        Finding::MalformedAllowance {
            what: "no reason is given".to_owned(),
            near: None,
        },
        Finding::UnresolvedPaths {
            package: a,
            count: 1,
        },
    ]
}

#[test]
fn one_sentence_for_every_kind_of_finding() {
    let findings = domain_findings().into_iter().chain(other_findings());
    let sentences = findings.map(|finding| {
        let violation = Violation {
            rule: name("r"),
            level: Level::Deny,
            finding,
            evidence: Evidence::Place(None),
            law: None,
        };
        crate::report::describe::message(&violation)
    });
    assert_snapshot!(sentences.collect::<Vec<_>>().join("\n"), @r#"
domain `a` depends on `b`, but its `uses` allows none
`a` reaches into domain `b`, which has no `public` door
domain `b` is used by `a`, but its `visible-to` allows none
domain `b` is used by `a`, which its `visible-to` does not list
`a` depends on `b`, which is forbidden
`a` uses `b`, which is protected: `only-by` does not list it
layer `a` of `c` depends on layer `b` above it
layer `a` depends on layer `b`, skipping the closed layer `c`
layer `a` of `c` depends on its sibling `b`, which it must not see
module `a` is in none of the layers of `c`
`a` depends on `b`, but the two must be independent
`a` depends on `b` indirectly, but the two must be independent
packages depend on each other in a cycle: `a`, `b` and `c`
module `a` belongs to no domain
rule `a` looks at nothing
this exception to `a` excuses nothing
this exception to `a` expired on 2026-01-31
this allowance of `a` excuses nothing
this allowance of `a` expired on 2026-01-31
malformed allowance: no reason is given
1 path in package `a` does not resolve
"#);
}

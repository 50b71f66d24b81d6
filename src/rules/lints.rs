//! The one table of built-in lints, and the texts about each kind of rule.
//!
//! In: an id. Out: its [`Lint`] or [`RuleKind`].
//! *Invariant:* every id that the program can report, other than those of rule files, stands here.

use crate::base::Level;

use super::keys::{ACYCLIC, DOMAIN, EXCEPTION, FORBID, INDEPENDENT, LAYERS, PROTECT, TableKeys};

/// One built-in lint.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lint {
    /// Its id.
    pub id: &'static str,
    /// The group that it belongs to.
    pub group: &'static str,
    /// The level where no rule file says otherwise.
    pub default: Level,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// Why that matters, and what to do.
    pub explanation: &'static str,
}

/// One kind of rule.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RuleKind {
    /// The word of the table: `forbid`.
    pub id: &'static str,
    /// What it demands, in one line.
    pub summary: &'static str,
    /// How it decides, and what to do about a violation.
    pub explanation: &'static str,
    /// Its keys.
    pub keys: TableKeys,
    /// A small rule file that uses it.
    pub example: &'static str,
}

/// What an id stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Topic {
    /// A built-in lint.
    Lint(&'static Lint),
    /// A kind of rule.
    Kind(&'static RuleKind),
    /// A group of lints, by name.
    Group(&'static str),
}

/// What `id` stands for: a lint, a kind of rule or a group of lints.
#[must_use]
pub(crate) fn explain(id: &str) -> Option<Topic> {
    let kind = RULE_KINDS.iter().find(|kind| kind.id == id);
    find_lint(id)
        .map(Topic::Lint)
        .or(kind.map(Topic::Kind))
        .or_else(|| group_names().find(|group| *group == id).map(Topic::Group))
}

/// The lint of this id.
#[must_use]
pub(crate) fn find_lint(id: &str) -> Option<&'static Lint> {
    LINTS.iter().find(|lint| lint.id == id)
}

/// The names of the groups, each once, in the order of the table.
pub(crate) fn group_names() -> impl Iterator<Item = &'static str> {
    let group = |at: usize| LINTS[at].group;
    (0..LINTS.len())
        .filter(move |&at| !(0..at).any(|before| group(before) == group(at)))
        .map(group)
}

/// The lints of a group; none where there is no such group.
pub(crate) fn lints_of_group(group: &str) -> impl Iterator<Item = &'static Lint> {
    LINTS.iter().filter(move |lint| lint.group == group)
}

/// Every built-in lint, by group.
pub(crate) const LINTS: &[Lint] = &[
    Lint {
        id: "undeclared-dependency",
        group: "domains",
        default: Level::Deny,
        summary: "a domain depends on a domain that its `uses` does not list",
        explanation: "\
`uses` is a domain's list of suppliers. A dependency that is not on it grew without a decision, and each one makes the
domain harder to test, to give to another team or to move into a service of its own.

Add the domain to `uses` if the dependency is meant; else turn it around (let the other side call, or publish an event),
or move the shared part into a domain that both may use. A domain with `shared = true` needs no listing.",
    },
    Lint {
        id: "private-access",
        group: "domains",
        default: Level::Deny,
        summary: "a domain is reached past its `public` doors",
        explanation: "\
`public` lists what others may name of a domain. Whoever reaches past it depends on internals, and the owners can change nothing
without asking around. The path as written counts: what a door re-exports may be used through the door.

Use what the door offers, or ask the owners to offer what is missing: re-export it there, or add the module to `public`.",
    },
    Lint {
        id: "invisible-dependency",
        group: "domains",
        default: Level::Deny,
        summary: "a domain is used by one that its `visible-to` does not list",
        explanation: "\
`visible-to` is the owners' list of clients: they have promised nothing to anyone else. A client that is not on it will be
broken by changes that the owners believe to be safe.

Go through a domain that is on the list, or ask the owners to add yours.",
    },
    Lint {
        id: "unassigned-module",
        group: "coverage",
        default: Level::Allow,
        summary: "a module belongs to no domain",
        explanation: "\
A module in no domain has no `uses` and no doors: it may use whom it likes, as far as they let it in, and everybody may use it.
Dependencies that a domain must not have can pass through it unseen. The topmost such modules are named, code for tests aside.

Add it to the `modules` of a domain, or declare a domain for what is left (`[domain.platform]`).",
    },
    Lint {
        id: "unmatched-selector",
        group: "honesty",
        default: Level::Deny,
        summary: "a term of a selector matches nothing",
        explanation: "\
A rule about a module that does not exist checks nothing, and looks as if it did. Mostly the module was renamed or moved,
or the name has a slip in it.

Correct the term or delete it. Where it is meant to match nothing yet, say so with `may-be-empty = true`.",
    },
    Lint {
        id: "vacuous-rule",
        group: "honesty",
        default: Level::Deny,
        summary: "a rule looks at nothing",
        explanation: "\
Every term of the rule matches something, and still nothing is left to look at: `except` or `!` terms take everything away,
or fewer than two members, layers or domains are there to be compared. A rule that checks nothing is worse than none.

Correct the rule or delete it. Where it is meant to look at nothing yet, say so with `may-be-empty = true`.",
    },
    Lint {
        id: "unused-exception",
        group: "honesty",
        default: Level::Warn,
        summary: "an `[[exception]]` excuses nothing",
        explanation: "\
The violation that it excused is gone, or its selectors miss it. A stale exception lets the same violation come back
unseen.

Delete it, or correct `from` and `to` if the violation is reported all the same.",
    },
    Lint {
        id: "expired-exception",
        group: "honesty",
        default: Level::Deny,
        summary: "an `[[exception]]` is past its date",
        explanation: "\
`expires` is a promise to have cleaned up by that day. Past it, the exception excuses nothing, and what it excused is reported
again.

Remove the dependency and the exception; or, if the plan has changed, set a new date and say why in `because`.",
    },
    Lint {
        id: "unused-allowance",
        group: "honesty",
        default: Level::Warn,
        summary: "a `// bulkhead: allow(…)` comment excuses nothing",
        explanation: "\
The violation that it excused is gone, or the comment stands in the wrong place: on a line of its own it covers the next
item or statement, behind code it covers that line, and `allow-file(…)` covers the file.

Delete it, or move it to the reference that is reported.",
    },
    Lint {
        id: "expired-allowance",
        group: "honesty",
        default: Level::Deny,
        summary: "a `// bulkhead: allow(…)` comment is past its date",
        explanation: "\
`until` is a promise to have cleaned up by that day. Past it, the comment excuses nothing, and what it excused is reported again.

Remove the dependency and the comment; or, if the plan has changed, set a new date and say why in `reason`.",
    },
    Lint {
        id: "malformed-allowance",
        group: "honesty",
        default: Level::Deny,
        summary: "a `// bulkhead:` comment cannot be read, or names no known rule",
        explanation: "\
An allowance names one rule and gives a reason:

    // bulkhead: allow(rule-id, reason = \"why\", until = \"2027-03-01\")

`until` may be left out. There is no form that allows everything. A comment that cannot be read excuses nothing.",
    },
    Lint {
        id: "unreadable-file",
        group: "analysis",
        default: Level::Deny,
        summary: "a source file could not be read",
        explanation: "\
What could not be read was not checked, and unknown is never clean. The message says what the file system answered:
permissions, a link that leads nowhere or in a circle, or text that is not UTF-8.",
    },
    Lint {
        id: "unparsed-file",
        group: "analysis",
        default: Level::Deny,
        summary: "a source file does not parse",
        explanation: "\
The file is no valid Rust, so its dependencies are unknown and everything that it declares is missing. `cargo check` gives
the same error with more detail. Where the file is a template or made for another compiler, keep it out of the module tree.",
    },
    Lint {
        id: "missing-module-file",
        group: "analysis",
        default: Level::Deny,
        summary: "a `mod x;` or a target has no file",
        explanation: "\
The module is declared, but no file holds it: it is misnamed, not checked in, or written by a build step that has not run.
Everything in it is unknown to the rules.

Create the file, or remove the declaration. Under a `cfg` this is a warning, for such a module may never be built here.",
    },
    Lint {
        id: "ambiguous-module-file",
        group: "analysis",
        default: Level::Deny,
        summary: "a `mod x;` has two files",
        explanation: "\
Both `x.rs` and `x/mod.rs` are there, and rustc refuses to choose. Delete one of them.",
    },
    Lint {
        id: "cyclic-module",
        group: "analysis",
        default: Level::Deny,
        summary: "a module contains itself through its files",
        explanation: "\
Following `mod` declarations and `#[path]` attributes leads back to a file that is already open, so the module tree would
never end. Take the declaration away that closes the circle.",
    },
    Lint {
        id: "unread-include",
        group: "analysis",
        default: Level::Allow,
        summary: "an `include!` names a file that is not known before a build",
        explanation: "\
The file is written by a build script (mostly `concat!(env!(\"OUT_DIR\"), …)`), and nothing is built here. What it defines
and uses is unknown to the rules; paths that lead into it are counted as unresolved.",
    },
    Lint {
        id: "unresolved-path",
        group: "analysis",
        default: Level::Allow,
        summary: "paths of a package that lead to nothing known",
        explanation: "\
A path that leads into the workspace but to no known item gives no dependency, so rules may miss it. The usual cause is an
item that a macro defines. The closing lines of each run give their share; set this to `warn` for one finding a package.",
    },
];

/// Every kind of rule, in the order of the documentation.
pub(crate) const RULE_KINDS: &[RuleKind] = &[
    RuleKind {
        id: "domain",
        summary: "one business area: what belongs to it, its doors, and who may use whom",
        explanation: "\
A domain claims modules; where two claim the same one, the more specific path wins. `uses` says which domains it may depend
on (`undeclared-dependency`), `public` through which modules others may come in (`private-access`), and `visible-to` who may
come at all (`invisible-dependency`). What is left out restricts nothing. `shared = true` is for kernels that all may use.",
        keys: DOMAIN,
        example: r#"[domain.orders]
modules = ["shop_orders", "shop_web::orders"]
public  = ["shop_orders::api"]
uses    = ["catalog"]
owner   = "@acme/orders"

[domain.catalog]
modules    = ["shop_catalog"]
visible-to = ["orders"]

[domain.kernel]
modules = ["shop_kernel"]
shared  = true
"#,
    },
    RuleKind {
        id: "layers",
        summary: "layers, top first: nobody depends on a layer above its own",
        explanation: "\
A layer may depend on every layer below it, and on none above. With `inside`, the order holds inside each container, and a
layer is a path relative to it; without, a layer is any selector. `a | b` are siblings that must not see each other, `a : b`
siblings that may, `(a)` may be missing. Nobody skips over a `closed` layer. With `exhaustive`, a module of the container that
is in no layer is a violation.

Move the code that reaches up, or turn the dependency around: the lower layer declares a trait, the upper one implements it.",
        keys: LAYERS,
        example: r#"[domain.orders]
modules = ["shop_orders"]

[[layers]]
id      = "hexagonal"
inside  = "domain:*"
order   = ["adapters", "application", "(events) | (ports)", "model"]
closed  = ["application"]
because = "Business rules must not know how they are stored or served."
"#,
    },
    RuleKind {
        id: "forbid",
        summary: "these must not depend on those, also not through others",
        explanation: "\
A dependency counts by the path as named and by the place where the item is defined, so a re-export launders nothing. A chain
through other modules counts as well, unless `indirect = false`. External crates can be named down to one item (`std::env::var`).

Break the chain at the hop that is cheapest to cut: mostly a trait in the lower module, implemented by the upper one.",
        keys: FORBID,
        example: r#"[[forbid]]
id      = "model-stays-pure"
from    = "shop_*::model"
to      = ["sqlx", "axum", "std::env"]
because = "A model that talks to the outside cannot be moved into a service of its own."
help    = "Put a port trait in `application` and implement it in `adapters`."
"#,
    },
    RuleKind {
        id: "protect",
        summary: "only these may use it",
        explanation: "\
Everyone but `only-by` is refused, new modules included, which a list of forbidden importers would miss. What is protected may
use itself. Only direct use counts: going through one of `only-by` is the point of the rule.

Call what `only-by` offers instead.",
        keys: PROTECT,
        example: r#"[[protect]]
id      = "only-persistence-speaks-sql"
what    = ["sqlx", "diesel"]
only-by = ["shop_*::adapters::db"]
because = "Queries in one place can be indexed, cached and moved."
"#,
    },
    RuleKind {
        id: "independent",
        summary: "none of these depends on another, also not through others",
        explanation: "\
Each thing that a term selects is a member: a domain for `domain:*`, a module for a path. No member may reach another, in one
step or through modules that are no member, unless `indirect = false`. A module that holds two members, such as the parent that
registers them all, makes no chain between the two.

Move what two members share below both of them, or connect them from above.",
        keys: INDEPENDENT,
        example: r#"[[independent]]
id      = "plugins-are-independent"
members = ["shop_plugins::*", "!shop_plugins::common"]
because = "A plugin can be removed without touching another."
"#,
    },
    RuleKind {
        id: "acyclic",
        summary: "no two of these depend on each other in a circle",
        explanation: "\
Members of a cycle can only be understood, tested and released together. Each group of members that reach each other is one
finding: its shortest cycle, and the cheapest set of references to cut. A module and its own descendants form no cycle unless
`parents = true`; `siblings` compares the children of each module, so a dependency counts for the two siblings it runs between.

Cut what is proposed: mostly by moving the item that is used to the side that uses it, or below both.",
        keys: ACYCLIC,
        example: r#"[[acyclic]]
id      = "no-package-cycles"
among   = "packages"
kinds   = ["!test", "!dev"]
because = "Packages in a circle can only be released together."
"#,
    },
    RuleKind {
        id: "exception",
        summary: "what one rule or lint lets pass, why, and until when",
        explanation: "\
An exception excuses dependencies from one rule or lint, by their two ends. `because` is required. Past `expires` it excuses
nothing and is a violation itself (`expired-exception`); one that excuses nothing is reported (`unused-exception`).",
        keys: EXCEPTION,
        example: r#"[[forbid]]
id   = "reports-stay-away-from-sql"
from = "shop_reports"
to   = "sqlx"

[[exception]]
rule    = "reports-stay-away-from-sql"
from    = "shop_reports::legacy"
to      = "sqlx"
because = "The report engine is rewritten in Q1."
owner   = "@acme/reports"
ticket  = "ACME-1423"
expires = 2027-03-31
"#,
    },
];

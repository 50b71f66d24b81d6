//! What a check yields: plain data, ready for suppression and for every report.
//!
//! In: nothing. Out: [`Violation`] and its parts.
//! *Invariant:* no text for people is made here, and nothing here knows a rule, a graph or a format.

mod fingerprint;
mod report;

pub(crate) use fingerprint::fingerprint;
pub(crate) use report::{Chain, Report, RuleFileError, Step, Summary, sort_findings};

use crate::base::{Level, Location, Name, ProblemKind, ReferenceKind, Trail};

/// One finding: a rule, what broke it, and the evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Violation {
    /// Id of the rule or lint.
    pub rule: Name,
    /// The level in force.
    pub level: Level,
    /// What is wrong.
    pub finding: Finding,
    /// What shows it.
    pub evidence: Evidence,
    /// The rule that says so; `None` for lints that no rule file states.
    pub law: Option<Law>,
}

/// The line of the rule file that was broken, and why it exists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Law {
    /// The place in the rule file that decides, as narrow as possible (the value, not the table).
    pub location: Option<Location>,
    /// Short label for that place: `only these domains may use it`.
    pub label: String,
    /// Why the rule exists.
    pub because: Option<String>,
    /// What to do instead.
    pub help: Option<String>,
    /// Who owns the rule.
    pub owner: Option<String>,
    /// Where to read more.
    pub url: Option<String>,
}

/// What is wrong. Names are as the rule language writes them; paths are absolute.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Finding {
    /// A domain depends on a domain that its `uses` does not list.
    UndeclaredDependency {
        from: Name,
        to: Name,
        declared: Vec<Name>,
    },
    /// A domain is reached past its `public` doors. `from` is a domain, or the group of the importer.
    PrivateAccess {
        from: Name,
        to: Name,
        doors: Vec<Name>,
    },
    /// A domain is used by one that its `visible-to` does not list.
    InvisibleDependency {
        from: Name,
        to: Name,
        visible_to: Vec<Name>,
    },
    /// `[[forbid]]`: `from` depends on `to`, in one step or through others.
    Forbidden {
        from: Name,
        to: Name,
        indirect: bool,
    },
    /// `[[protect]]`: someone other than `only-by` uses it.
    Protected { from: Name, to: Name },
    /// `[[layers]]`: a layer depends on one above it.
    LayerAbove {
        container: Name,
        from: Name,
        to: Name,
    },
    /// `[[layers]]`: a layer is skipped although a closed one lies between.
    LayerSkipped {
        container: Name,
        from: Name,
        to: Name,
        closed: Name,
    },
    /// `[[layers]]`: two sibling layers that must not see each other do.
    LayerSiblings {
        container: Name,
        from: Name,
        to: Name,
    },
    /// `[[layers]]` with `exhaustive`: a module is in no layer.
    Unlayered { container: Name, module: Name },
    /// `[[independent]]`: a member depends on another.
    NotIndependent {
        from: Name,
        to: Name,
        indirect: bool,
    },
    /// `[[acyclic]]`: these depend on each other in a circle. `among` is the word of the rule file; members are sorted.
    Cycle { among: Name, members: Vec<Name> },
    /// A module that belongs to no domain; modules below one another are one finding.
    UnassignedModule { module: Name },
    /// A selector term that matches nothing. `near` is the closest thing there is.
    UnmatchedSelector {
        rule: Name,
        key: Name,
        term: Name,
        near: Option<Name>,
    },
    /// A rule that looks at nothing.
    VacuousRule { rule: Name },
    /// An `[[exception]]` that excuses nothing.
    UnusedException { rule: Name },
    /// An `[[exception]]` past its date (ISO 8601).
    ExpiredException { rule: Name, expired: Name },
    /// An inline allowance that excuses nothing.
    UnusedAllowance { rule: Name },
    /// An inline allowance past its date (ISO 8601).
    ExpiredAllowance { rule: Name, expired: Name },
    /// An inline allowance that cannot be read, or that names no known rule; what is wrong with it.
    MalformedAllowance { what: String, near: Option<Name> },
    /// Something that could not be analysed.
    Unanalysed {
        kind: ProblemKind,
        message: String,
        help: Option<String>,
    },
    /// Written paths that do not resolve, counted by cause in one package.
    UnresolvedPaths { package: Name, count: usize },
}

/// What shows a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// Every reference that breaks the rule between the two ends, the first to show first; never empty.
    References(Vec<Site>),
    /// The shortest chain from importer to imported, one hop after the other; two or more.
    Chain(Vec<Hop>),
    /// A circle.
    Cycle {
        /// The shortest cycle, each hop beginning where the one before ended.
        steps: Vec<Hop>,
        /// The edges to cut so that no cycle is left among the members.
        cut: Vec<Hop>,
        /// Whether no cheaper cut exists (else it is the best one found).
        minimal: bool,
    },
    /// A place, without a reference; `None` where there is none to show.
    Place(Option<Location>),
}

/// One edge of a chain or cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hop {
    /// The importer at the level that is judged: a module, domain or package.
    pub from: Name,
    /// The imported, at the same level.
    pub to: Name,
    /// One reference that makes the edge.
    pub site: Site,
    /// How many references make it.
    pub references: usize,
}

/// One reference in the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Site {
    /// Index of the reference in the graph; opaque here.
    pub reference: usize,
    /// The module in which it is written.
    pub importer: Name,
    /// The item it leads to, by the place of its definition.
    pub imported: Name,
    /// The path as named, made absolute: the door.
    pub named: Name,
    /// Its syntactic role.
    pub kind: ReferenceKind,
    /// The conditions that it stands under, in the words of the rule language.
    pub conditions: Vec<String>,
    /// Where it is written.
    pub location: Location,
    /// Where the item is defined; `None` outside the workspace.
    pub definition: Option<Location>,
    /// Whether it leads out of the workspace.
    pub external: bool,
    /// How it was established, step by step; empty unless that was asked for.
    pub trail: Trail,
}

impl Evidence {
    /// The place to show first.
    #[must_use]
    pub(crate) fn location(&self) -> Option<Location> {
        match self {
            Self::References(sites) => sites.first().map(|site| site.location),
            Self::Chain(hops) | Self::Cycle { steps: hops, .. } => {
                hops.first().map(|hop| hop.site.location)
            }
            Self::Place(place) => *place,
        }
    }

    /// The references that are shown, by index.
    #[must_use]
    pub(crate) fn shown(&self) -> Vec<usize> {
        match self {
            Self::References(sites) => sites.iter().map(|site| site.reference).collect(),
            Self::Chain(hops) | Self::Cycle { steps: hops, .. } => {
                hops.iter().map(|hop| hop.site.reference).collect()
            }
            Self::Place(_) => Vec::new(),
        }
    }

    /// Its references, those of a cut last.
    pub(crate) fn sites_mut(&mut self) -> Vec<&mut Site> {
        match self {
            Self::References(sites) => sites.iter_mut().collect(),
            Self::Chain(hops) => hops.iter_mut().map(|hop| &mut hop.site).collect(),
            Self::Cycle { steps, cut, .. } => {
                let hops = steps.iter_mut().chain(cut);
                hops.map(|hop| &mut hop.site).collect()
            }
            Self::Place(_) => Vec::new(),
        }
    }
}

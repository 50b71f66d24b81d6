//! What rule files say, as types.

use crate::base::{Level, Location, Map, Name};

/// Everything that the rule files of a run say, merged.
#[derive(Clone, Debug, Default)]
pub(crate) struct RuleSet {
    /// `[domain.*]`, in the order of the files.
    pub domains: Vec<Domain>,
    /// All rules, in the order of the files; packs first.
    pub rules: Vec<Rule>,
    /// `[[exception]]`, in order.
    pub exceptions: Vec<Exception>,
    /// `[lints]`: level and place, by rule id, lint id or group.
    pub levels: Map<Name, LevelSetting>,
}

/// A level and who said so.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LevelSetting {
    /// The level.
    pub level: Level,
    /// The value in the rule file.
    pub location: Location,
}

/// `[domain.NAME]`: one business area.
#[derive(Clone, Debug)]
pub(crate) struct Domain {
    /// Its name.
    pub name: Name,
    /// The key of its table in the rule file.
    pub location: Location,
    /// Everything under these paths belongs to it.
    pub modules: Selector,
    /// The only doors for other domains; `None` = all of it.
    pub public: Option<Selector>,
    /// The only domains that it may depend on; `None` = any.
    pub uses: Option<NameList>,
    /// The only domains that may depend on it; `None` = any.
    pub visible_to: Option<NameList>,
    /// Whether every domain may use it without naming it.
    pub shared: bool,
    /// Who owns it.
    pub owner: Option<String>,
    /// Its tags.
    pub tags: Vec<Name>,
    /// Whether `modules` and `public` may match nothing.
    pub may_be_empty: bool,
    /// Why it is cut this way.
    pub because: Option<String>,
    /// What to do instead of breaking its boundary.
    pub help: Option<String>,
}

/// A list of names (of domains), each with its place; globs (`*`) allowed.
#[derive(Clone, Debug)]
pub(crate) struct NameList {
    /// The names.
    pub names: Vec<(Name, Location)>,
    /// The whole value.
    pub location: Location,
}

/// One rule.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    /// Unique id, kebab-case.
    pub id: Name,
    /// The value of `id` in the rule file.
    pub location: Location,
    /// `level`, where the rule states one.
    pub level: Option<Level>,
    /// Why the rule exists.
    pub because: Option<String>,
    /// What to do instead.
    pub help: Option<String>,
    /// Who owns it.
    pub owner: Option<String>,
    /// Where to read more.
    pub url: Option<String>,
    /// Which references it looks at.
    pub kinds: Kinds,
    /// Importers that it leaves alone.
    pub except: Option<Selector>,
    /// Whether it may look at nothing.
    pub may_be_empty: bool,
    /// The pack that it comes from, if any.
    pub pack: Option<Name>,
    /// What it demands.
    pub body: RuleBody,
}

/// What a rule demands, by its kind.
#[derive(Clone, Debug)]
pub(crate) enum RuleBody {
    /// `[[layers]]`.
    Layers(Layers),
    /// `[[forbid]]`: `from` must not depend on `to`.
    Forbid {
        /// The importers.
        from: Selector,
        /// What they must not reach.
        to: Selector,
        /// Whether a chain through other modules counts as well (default: yes).
        indirect: bool,
    },
    /// `[[protect]]`: `what` may be used by `only-by` alone.
    Protect {
        /// What is protected.
        what: Selector,
        /// Who may use it (what is protected may always use itself).
        only_by: Selector,
    },
    /// `[[independent]]`: no member depends on another. Each thing that a term selects (a domain for `domain:*`, a module for a path pattern) is a member.
    Independent {
        /// The members.
        members: Selector,
        /// Whether a chain through other modules counts as well (default: yes).
        indirect: bool,
    },
    /// `[[acyclic]]`.
    Acyclic {
        /// Among what.
        among: Among,
        /// Where the rule holds; `None` = the whole workspace. For `siblings`: the modules whose children are compared.
        inside: Option<Selector>,
        /// Whether a module and its own descendants count (default: no).
        parents: bool,
    },
}

impl RuleBody {
    /// The word of the table: `forbid`, `layers`, …
    #[must_use]
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Layers(_) => "layers",
            Self::Forbid { .. } => "forbid",
            Self::Protect { .. } => "protect",
            Self::Independent { .. } => "independent",
            Self::Acyclic { .. } => "acyclic",
        }
    }
}

/// `[[layers]]`.
#[derive(Clone, Debug)]
pub(crate) struct Layers {
    /// The containers, inside each of which the contract holds; `None` = the whole workspace, and `order` holds selectors.
    pub inside: Option<Selector>,
    /// The rows, top first.
    pub rows: Vec<LayerRow>,
    /// Layers that nobody may skip over, each with its place.
    pub closed: Vec<(Name, Location)>,
    /// Whether a module in no layer is a violation.
    pub exhaustive: bool,
    /// The value of `order`.
    pub location: Location,
}

/// One entry of `order`: a layer, or siblings.
#[derive(Clone, Debug)]
pub(crate) struct LayerRow {
    /// The layers of the row.
    pub layers: Vec<Layer>,
    /// Whether siblings must not see each other (`a | b`); `a : b` may.
    pub independent: bool,
    /// The string in the rule file.
    pub location: Location,
}

/// One layer.
#[derive(Clone, Debug)]
pub(crate) struct Layer {
    /// Its name as written: a path relative to the container (`adapters`, `adapters::db`), or a selector where there is no container.
    pub name: Name,
    /// Whether it may be missing (`(a)`).
    pub optional: bool,
    /// The selector, where there is no container.
    pub selector: Option<Selector>,
}

/// What `[[acyclic]]` looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Among {
    /// Domains.
    Domains,
    /// Cargo packages.
    Packages,
    /// Modules, each by itself.
    Modules,
    /// Layers of the rule file.
    Layers,
    /// The children of each module under `inside`.
    Siblings,
}

impl Among {
    /// The word of the rule language.
    #[must_use]
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Domains => "domains",
            Self::Packages => "packages",
            Self::Modules => "modules",
            Self::Layers => "layers",
            Self::Siblings => "siblings",
        }
    }
}

/// Which references a rule looks at. Negative words take away, positive ones restrict to.
/// The default is everything but `test`; naming `test` or `!test` in any way replaces that default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kinds {
    /// The words that restrict (`import`, `feature:x`), without `!`; empty = all.
    pub only: Vec<Name>,
    /// The words that take away.
    pub without: Vec<Name>,
}

/// `[[exception]]`: what one rule lets pass.
#[derive(Clone, Debug)]
pub(crate) struct Exception {
    /// The rule.
    pub rule: Name,
    /// The value of `rule` in the rule file.
    pub location: Location,
    /// The importers.
    pub from: Selector,
    /// The imported.
    pub to: Selector,
    /// Why.
    pub because: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Where it is tracked.
    pub ticket: Option<String>,
    /// The last day it holds (ISO 8601, `YYYY-MM-DD`), and its place.
    pub expires: Option<(Name, Location)>,
}

/// A string or list of terms that selects modules and items.
#[derive(Clone, Debug)]
pub(crate) struct Selector {
    /// The terms.
    pub terms: Vec<Term>,
    /// The whole value in the rule file.
    pub location: Location,
}

/// One term of a selector.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    /// Whether it takes away (`!`).
    pub negated: bool,
    /// All of these must hold (`tag:a & tag:b`); mostly one.
    pub atoms: Vec<Atom>,
    /// The text as written, with the `!`.
    pub text: Name,
    /// Its place.
    pub location: Location,
}

/// The smallest part of a selector.
#[derive(Clone, Debug)]
pub(crate) enum Atom {
    /// A module or item and all below it, with globs by segment.
    Path(PathPattern),
    /// `domain:NAME`.
    Domain(NamePattern),
    /// `layer:NAME`.
    Layer(NamePattern),
    /// `tag:NAME`.
    Tag(NamePattern),
    /// `package:NAME`.
    Package(NamePattern),
}

/// A path with globs: `*` is one segment or part of one, `**` any number of segments.
#[derive(Clone, Debug)]
pub(crate) struct PathPattern {
    /// The segments, as written.
    pub segments: Vec<NamePattern>,
}

/// One name with `*` globs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NamePattern {
    /// As written.
    pub text: Name,
}

//! What of the truth the graph has, and what of the graph is true.

use std::collections::{BTreeMap, BTreeSet};

use super::blind::{Blind, Reason};
use super::read::{Edge, Graph, Reference, Sources, Truth};

/// Kinds of references that are written as a path.
const WRITTEN: [&str; 8] = [
    "use",
    "path",
    "path_mod",
    "variant",
    "macro_call",
    "derive",
    "attr",
    "extern_crate",
];
/// Kinds of references that need a type.
const TYPED: [&str; 4] = ["assoc", "method", "field", "record_field"];
/// What exists in the expansion of a macro alone.
pub(super) const EXPANDED: &str = "via_macro";

/// The rows of the table by kind.
pub(crate) const KINDS: [&str; 13] = [
    "use",
    "path",
    "path_mod",
    "variant",
    "macro_call",
    "derive",
    "attr",
    "extern_crate",
    "assoc",
    "method",
    "field",
    "record_field",
    "via_macro",
];

/// Kinds taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    /// Paths as they are written, those in the arguments of macros aside.
    Written,
    /// What stands in the arguments of a macro, and what only its expansion names.
    Macros,
    /// Methods, fields, and what belongs to a type, outside of macros.
    Typed,
    /// Everything.
    All,
}

impl Group {
    /// Every group, in the order of the tables.
    pub(crate) const ALL: [Self; 4] = [Self::Written, Self::Macros, Self::Typed, Self::All];

    /// The name in the tables.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Written => "written paths",
            Self::Macros => "macro-borne",
            Self::Typed => "methods and fields",
            Self::All => "all",
        }
    }

    fn has(self, reference: &Reference) -> bool {
        let kind = reference.kind.as_str();
        let is_macro_borne = reference.in_macro || kind == EXPANDED;
        match self {
            Self::Written => !is_macro_borne && WRITTEN.contains(&kind),
            Self::Typed => !is_macro_borne && TYPED.contains(&kind),
            Self::Macros => is_macro_borne,
            Self::All => true,
        }
    }

    fn has_edge(self, edge: &Edge) -> bool {
        let is_typed = edge.kind == "method" || edge.kind == "field";
        match self {
            Self::Written => !edge.via_macro && !is_typed,
            Self::Typed => !edge.via_macro && is_typed,
            Self::Macros => edge.via_macro,
            Self::All => true,
        }
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// A module and one that it depends on, once.
    Modules,
    /// A line, and what it refers to.
    References,
}

/// Both.
pub(crate) const LEVELS: [Level; 2] = [Level::Modules, Level::References];

impl Level {
    /// The name in the tables.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Modules => "module-to-module edges",
            Self::References => "references",
        }
    }
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Share {
    /// Those that are as they should be.
    pub(crate) good: usize,
    /// All of them.
    pub(crate) of: usize,
}

/// Disagreements about one pair of modules.
#[derive(Clone, Debug)]
pub(crate) struct Cluster {
    /// The two modules.
    pub(crate) pair: (String, String),
    /// Whether the other side has no reference at all between them.
    pub(crate) is_whole_pair: bool,
    /// How many references.
    pub(crate) count: usize,
    /// The kinds they are of.
    pub(crate) kinds: BTreeSet<String>,
    /// What one of them names.
    pub(crate) item: String,
    /// Where that one is.
    pub(crate) place: (String, usize),
}

/// A reference of the graph that the truth has nothing to say about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Unseen {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) importer: String,
    pub(crate) defined: String,
    pub(crate) item: String,
    pub(crate) reason: Reason,
}

/// How a graph compares with the truth.
#[derive(Debug, Default)]
pub(crate) struct Score {
    /// How much of each kind is found.
    pub(crate) kinds: BTreeMap<(Level, &'static str), Share>,
    /// How much of each group is found.
    pub(crate) recall: BTreeMap<(Level, Group), Share>,
    /// How much of what the graph has of each group is right.
    pub(crate) precision: BTreeMap<(Level, Group), Share>,
    /// How much of it the truth cannot judge.
    pub(crate) blind: BTreeMap<(Level, Group), usize>,
    /// What is not found, the worst first.
    pub(crate) missed: Vec<Cluster>,
    /// What is not right, the worst first.
    pub(crate) wrong: Vec<Cluster>,
    /// What the truth cannot judge.
    pub(crate) unseen: Vec<Unseen>,
}

/// A pair of modules, or a pair and a place: the line, and the last segment of the name there.
type Key<'a> = (&'a str, &'a str, Option<Spot<'a>>);
type Spot<'a> = (&'a str, usize, &'a str);

fn keys<'a>(
    importer: &'a str,
    module: &'a str,
    file: &'a str,
    line: usize,
    item: &'a str,
) -> [(Level, Key<'a>); 2] {
    [
        (Level::Modules, (importer, module, None)),
        (
            Level::References,
            (importer, module, Some((file, line, item))),
        ),
    ]
}

/// The last segment of what is named: of the item, or of the module that is named itself.
fn leaf<'a>(item: &'a str, module: &'a str) -> &'a str {
    let path = if item.is_empty() { module } else { item };
    path.rsplit("::").next().unwrap_or(path)
}

/// Compares a graph with the truth.
pub(crate) fn score(truth: &Truth, graph: &Graph, sources: &Sources, external: bool) -> Score {
    let doors: Vec<Option<&str>> = graph.edges.iter().map(|edge| door(truth, edge)).collect();
    let mut score = Score::default();
    recall(truth, graph, &doors, external, &mut score);
    precision(truth, graph, sources, external, &mut score);
    score
}

/// The module through which an edge names its item: the longest part of the path that is one.
fn door<'e>(truth: &Truth, edge: &'e Edge) -> Option<&'e str> {
    let mut path = edge.named.as_str();
    loop {
        if truth.modules.contains_key(path) {
            return Some(path);
        }
        path = path.rsplit_once("::")?.0;
    }
}

/// What one key of the truth is, and the other ends by which it may be found.
struct Wanted<'t> {
    ends: BTreeSet<&'t str>,
    references: Vec<&'t Reference>,
}

fn recall(truth: &Truth, graph: &Graph, doors: &[Option<&str>], external: bool, score: &mut Score) {
    let mut has: BTreeSet<Key<'_>> = BTreeSet::new();
    let mut on_line: BTreeMap<(&str, usize, &str), Vec<&str>> = BTreeMap::new();
    let mut importers: BTreeSet<&str> = BTreeSet::new();
    for (edge, door) in graph.edges.iter().zip(doors) {
        importers.insert(&edge.importer);
        // Of a file that several crates hold, the truth knows one module.
        let home = truth.modules.get(&edge.defined);
        let owner = home.and_then(|home| home.other_owner());
        for end in [edge.defined.as_str()]
            .into_iter()
            .chain(*door)
            .chain(owner)
        {
            let place = (edge.file.as_str(), edge.line, end);
            on_line.entry(place).or_default().push(&edge.importer);
            // `Shop::open` names the type as well.
            let own = edge.item.split("::").filter(|part| !part.is_empty());
            for item in own.chain([leaf(&edge.item, &edge.defined)]) {
                has.extend(keys(&edge.importer, end, &edge.file, edge.line, item).map(|it| it.1));
            }
        }
    }
    let mut wanted: BTreeMap<(Level, Key<'_>), Wanted<'_>> = BTreeMap::new();
    for reference in dependencies(truth, external) {
        let item = leaf(&reference.item, &reference.to_module);
        let (file, line) = (reference.file.as_str(), reference.line);
        for key in keys(
            &reference.from_module,
            &reference.to_module,
            file,
            line,
            item,
        ) {
            let entry = wanted.entry(key).or_insert_with(|| Wanted {
                ends: BTreeSet::new(),
                references: Vec::new(),
            });
            entry.ends.insert(&reference.to_module);
            entry.ends.extend(reference.via.as_deref());
            entry.references.push(reference);
        }
    }
    let mut missed = Clusters::default();
    for ((level, key), wanted) in &wanted {
        let found = wanted
            .ends
            .iter()
            .any(|end| has.contains(&(key.0, end, key.2)))
            || wanted.references.iter().any(|it| {
                // The truth counts what a macro writes for the module of the call, even in a module that it writes;
                // and code that an attribute moves into a module of its making for that one, which is written nowhere.
                let here = on_line.get(&(&it.file, it.line, key.1));
                let is_expanded = it.kind == EXPANDED;
                let is_unwritten = !importers.contains(key.0);
                here.is_some_and(|all| {
                    all.iter().any(|from| {
                        is_expanded && is_within(from, key.0)
                            || is_unwritten && is_within(key.0, from)
                    })
                })
            });
        for kind in KINDS {
            if wanted.references.iter().any(|it| it.kind == kind) {
                score.kinds.entry((*level, kind)).or_default().count(found);
            }
        }
        for group in Group::ALL {
            if wanted.references.iter().any(|it| group.has(it)) {
                let share = score.recall.entry((*level, group)).or_default();
                share.count(found);
            }
        }
        if let (false, Level::References) = (found, *level) {
            let first = wanted.references[0];
            let kinds = wanted.references.iter().map(|it| it.kind.as_str());
            missed.add((key.0, key.1), &first.item, &first.file, first.line, kinds);
        }
        if let (true, Level::Modules) = (found, *level) {
            missed.known.insert((key.0.to_owned(), key.1.to_owned()));
        }
    }
    score.missed = missed.sorted();
}

impl Share {
    fn count(&mut self, is_good: bool) {
        self.good += usize::from(is_good);
        self.of += 1;
    }
}

/// The references of the truth that are dependencies.
fn dependencies(truth: &Truth, external: bool) -> impl Iterator<Item = &Reference> {
    let prefixes = expanded_prefixes(truth);
    truth
        .references
        .iter()
        .enumerate()
        .filter(move |(at, reference)| {
            let is_kind = KINDS.contains(&reference.kind.as_str());
            let leaves = reference.from_module != reference.to_module;
            is_kind && leaves && (external || !reference.ext) && !prefixes.contains(at)
        })
        .map(|(_, reference)| reference)
}

/// The modules that an expansion names as the beginning of a longer path only: written as paths, those are
/// of the kinds `path_prefix` and `use_prefix`.
fn expanded_prefixes(truth: &Truth) -> BTreeSet<usize> {
    let expanded = || {
        let all = truth.references.iter().enumerate();
        all.filter(|(_, it)| it.kind == EXPANDED)
    };
    let site = |it: &'_ Reference| (it.file.clone(), it.line, it.col);
    let mut by_site: BTreeMap<_, Vec<&Reference>> = BTreeMap::new();
    for (_, reference) in expanded() {
        by_site.entry(site(reference)).or_default().push(reference);
    }
    expanded()
        .filter(|(_, reference)| {
            let module = reference.to_module.as_str();
            let is_module = leaf("", module) == leaf(&reference.item, module);
            is_module
                && by_site[&site(reference)].iter().any(|other| {
                    let goes_on = |path: &str| is_within(path, module);
                    let is_other =
                        (&other.to_module, &other.item) != (&reference.to_module, &reference.item);
                    is_other
                        && (other.via.as_deref().is_some_and(goes_on) || goes_on(&other.to_module))
                })
        })
        .map(|(at, _)| at)
        .collect()
}

/// Whether a path is this module or lies below it.
pub(super) fn is_within(path: &str, module: &str) -> bool {
    let rest = path.strip_prefix(module);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn precision(truth: &Truth, graph: &Graph, sources: &Sources, external: bool, score: &mut Score) {
    let mut justified: BTreeSet<Key<'_>> = BTreeSet::new();
    for reference in &truth.references {
        let item = leaf(&reference.item, &reference.to_module);
        for end in std::iter::once(&reference.to_module).chain(&reference.via) {
            let (from, file) = (&reference.from_module, &reference.file);
            for (_, key) in keys(from, end, file, reference.line, item) {
                justified.insert(key);
            }
        }
    }
    let mut claimed: BTreeMap<(Level, Key<'_>), Vec<&Edge>> = BTreeMap::new();
    for edge in &graph.edges {
        if edge.importer == edge.defined || edge.external && !external {
            continue;
        }
        let item = leaf(&edge.item, &edge.defined);
        for key in keys(&edge.importer, &edge.defined, &edge.file, edge.line, item) {
            claimed.entry(key).or_default().push(edge);
        }
    }
    let blind = Blind::new(truth, sources);
    let mut wrong = Clusters::default();
    for ((level, key), edges) in &claimed {
        let is_right = justified.contains(key);
        let reasons: Option<Vec<Reason>> = if is_right {
            None
        } else {
            edges.iter().map(|edge| blind.reason(edge)).collect()
        };
        for group in Group::ALL {
            if !edges.iter().any(|edge| group.has_edge(edge)) {
                continue;
            }
            if reasons.is_some() {
                *score.blind.entry((*level, group)).or_default() += 1;
            } else {
                let share = score.precision.entry((*level, group)).or_default();
                share.count(is_right);
            }
        }
        if *level == Level::Modules {
            if is_right || reasons.is_some() {
                wrong.known.insert((key.0.to_owned(), key.1.to_owned()));
            }
            continue;
        }
        let first = edges[0];
        if let Some(reason) = reasons.and_then(|all| all.first().copied()) {
            score.unseen.push(Unseen {
                file: first.file.clone(),
                line: first.line,
                importer: first.importer.clone(),
                defined: first.defined.clone(),
                item: first.item.clone(),
                reason,
            });
        } else if !is_right {
            let kinds = edges.iter().map(|edge| edge.kind.as_str());
            wrong.add((key.0, key.1), &first.item, &first.file, first.line, kinds);
        }
    }
    score.unseen.sort();
    score.wrong = wrong.sorted();
}

/// Disagreements, by pair of modules.
#[derive(Default)]
struct Clusters {
    /// Pairs that the other side has as well.
    known: BTreeSet<(String, String)>,
    all: BTreeMap<(String, String), Cluster>,
}

impl Clusters {
    fn add<'k>(
        &mut self,
        pair: (&str, &str),
        item: &str,
        file: &str,
        line: usize,
        kinds: impl Iterator<Item = &'k str>,
    ) {
        let pair = (pair.0.to_owned(), pair.1.to_owned());
        let cluster = self.all.entry(pair.clone()).or_insert_with(|| Cluster {
            pair,
            is_whole_pair: false,
            count: 0,
            kinds: BTreeSet::new(),
            item: item.to_owned(),
            place: (file.to_owned(), line),
        });
        cluster.count += 1;
        cluster.kinds.extend(kinds.map(str::to_owned));
    }

    /// Pairs that the other side does not have at all before single references, and many before few.
    fn sorted(self) -> Vec<Cluster> {
        let known = self.known;
        let mut all: Vec<Cluster> = self.all.into_values().collect();
        for cluster in &mut all {
            cluster.is_whole_pair = !known.contains(&cluster.pair);
        }
        all.sort_by(|a, b| {
            let rank = |it: &Cluster| (it.is_whole_pair, it.count);
            rank(b).cmp(&rank(a)).then_with(|| a.pair.cmp(&b.pair))
        });
        all
    }
}

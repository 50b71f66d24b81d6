//! Every table of the rule language with its keys: what the parser accepts, errors suggest and the reference prints.
//!
//! In: nothing. Out: [`TableKeys`].
//! *Invariant:* the one place where a key of the language is named together with its meaning.

/// One key of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    /// As written.
    pub name: &'static str,
    /// What it takes: `selector`, `text`, `true or false`, …
    pub takes: &'static str,
    /// What it means, as a phrase.
    pub about: &'static str,
    /// Whether the table is an error without it.
    pub required: bool,
}

/// One table of a rule file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TableKeys {
    /// As written, with its brackets; empty for the top of the file.
    pub header: &'static str,
    /// The keys of its own.
    pub own: &'static [Key],
    /// Whether it also takes the keys that every rule has.
    pub rule: bool,
}

impl TableKeys {
    /// Every key, its own first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'static Key> + use<> {
        let common: &[Key] = if self.rule { COMMON } else { &[] };
        self.own.iter().chain(common)
    }
}

const fn key(name: &'static str, takes: &'static str, about: &'static str) -> Key {
    Key {
        name,
        takes,
        about,
        required: false,
    }
}

const fn required(name: &'static str, takes: &'static str, about: &'static str) -> Key {
    Key {
        name,
        takes,
        about,
        required: true,
    }
}

const SELECTOR: &str = "selector";
const NAMES: &str = "list of domains";
const TEXT: &str = "text";
const TEXTS: &str = "list of texts";
const FLAG: &str = "true or false";

/// The keys that every rule has.
pub(crate) const COMMON: &[Key] = &[
    required(
        "id",
        "kebab-case name",
        "the rule's name, unique in the file; reads well after the word \"allow\"",
    ),
    key(
        "level",
        "allow, warn or deny",
        "how much a violation weighs (default: deny)",
    ),
    key(
        "because",
        TEXT,
        "why the rule exists; printed with each violation",
    ),
    key("help", TEXT, "what to do instead"),
    key(
        "kinds",
        "list of kinds",
        "which references count, such as `!test`, `!re-export`, `feature:NAME` (default: all but `test`)",
    ),
    key("except", SELECTOR, "importers that the rule leaves alone"),
    key("may-be-empty", FLAG, "whether the rule may look at nothing"),
    key("owner", TEXT, "who owns the rule"),
    key("url", TEXT, "where to read more"),
];

/// The top of a file.
pub(crate) const FILE: TableKeys = TableKeys {
    header: "",
    own: &[
        key(
            "extends",
            "list of packs",
            "built-in packs by name, or rule files by path; merged by rule id",
        ),
        key("domain", "tables", "`[domain.NAME]`: one business area"),
        key(
            "layers",
            "tables",
            "`[[layers]]`: who stands above whom, and nobody looks up",
        ),
        key(
            "forbid",
            "tables",
            "`[[forbid]]`: these must not depend on those",
        ),
        key("protect", "tables", "`[[protect]]`: only these may use it"),
        key(
            "independent",
            "tables",
            "`[[independent]]`: none of these depends on another",
        ),
        key(
            "acyclic",
            "tables",
            "`[[acyclic]]`: no two depend on each other in a circle",
        ),
        key(
            "exception",
            "tables",
            "`[[exception]]`: what one rule lets pass, and why",
        ),
        key(
            "lints",
            "table",
            "`[lints]`: levels, by rule, lint or group",
        ),
    ],
    rule: false,
};

/// Keys of the language that this version does not have.
pub(crate) const LATER: &[&str] = &[
    "include", "require", "limit", "conceal", "place", "test", "stage", "data", "effects",
];

/// `[domain.NAME]`.
pub(crate) const DOMAIN: TableKeys = TableKeys {
    header: "[domain.NAME]",
    own: &[
        required(
            "modules",
            SELECTOR,
            "everything under these paths belongs to it",
        ),
        key(
            "public",
            SELECTOR,
            "the only doors for other domains (default: all of it)",
        ),
        key(
            "uses",
            NAMES,
            "the only domains that it may depend on (default: any; `[]` = none)",
        ),
        key(
            "visible-to",
            NAMES,
            "the only domains that may depend on it (default: any)",
        ),
        key(
            "shared",
            FLAG,
            "whether every domain may use it without naming it",
        ),
        key("owner", TEXT, "who owns it"),
        key(
            "tables",
            TEXTS,
            "the data it owns (read, and checked by nothing yet)",
        ),
        key("tags", TEXTS, "its tags, for `tag:NAME` selectors"),
        key(
            "may-be-empty",
            FLAG,
            "whether `modules` and `public` may match nothing",
        ),
        key("because", TEXT, "why it is cut this way"),
        key("help", TEXT, "what to do instead of breaking its boundary"),
    ],
    rule: false,
};

/// `[[layers]]`.
pub(crate) const LAYERS: TableKeys = TableKeys {
    header: "[[layers]]",
    own: &[
        required(
            "order",
            "list of layers",
            "the layers, top first: `a | b` are siblings that must not see each other, `a : b` siblings that may, `(a)` may be missing",
        ),
        key(
            "inside",
            SELECTOR,
            "the containers: the order holds inside each of them (default: the whole workspace)",
        ),
        key(
            "closed",
            "list of layers",
            "layers that nobody may skip over",
        ),
        key(
            "exhaustive",
            FLAG,
            "whether a module in no layer is a violation",
        ),
    ],
    rule: true,
};

/// `[[forbid]]`.
pub(crate) const FORBID: TableKeys = TableKeys {
    header: "[[forbid]]",
    own: &[
        required("from", SELECTOR, "the importers"),
        required("to", SELECTOR, "what they must not reach"),
        key(
            "indirect",
            FLAG,
            "whether a chain through other modules counts as well (default: true)",
        ),
    ],
    rule: true,
};

/// `[[protect]]`.
pub(crate) const PROTECT: TableKeys = TableKeys {
    header: "[[protect]]",
    own: &[
        required("what", SELECTOR, "what is protected"),
        required("only-by", SELECTOR, "the only ones who may use it"),
    ],
    rule: true,
};

/// `[[independent]]`.
pub(crate) const INDEPENDENT: TableKeys = TableKeys {
    header: "[[independent]]",
    own: &[
        required("members", SELECTOR, "none of these depends on another"),
        key(
            "indirect",
            FLAG,
            "whether a chain through other modules counts as well (default: true)",
        ),
    ],
    rule: true,
};

/// `[[acyclic]]`.
pub(crate) const ACYCLIC: TableKeys = TableKeys {
    header: "[[acyclic]]",
    own: &[
        required(
            "among",
            "domains, packages, modules, layers or siblings",
            "what must not depend on each other in a circle",
        ),
        key(
            "inside",
            SELECTOR,
            "where the rule holds (default: the whole workspace); for `siblings` the modules whose children are compared",
        ),
        key(
            "parents",
            FLAG,
            "whether a module and its own descendants count (default: false)",
        ),
    ],
    rule: true,
};

/// `[[exception]]`.
pub(crate) const EXCEPTION: TableKeys = TableKeys {
    header: "[[exception]]",
    own: &[
        required("rule", "rule or lint", "the rule that is excused"),
        required("from", SELECTOR, "the importers"),
        required("to", SELECTOR, "the imported"),
        required("because", TEXT, "why it is allowed"),
        key("owner", TEXT, "who answers for it"),
        key("ticket", TEXT, "where it is tracked"),
        key(
            "expires",
            "date",
            "the last day it holds, such as 2027-03-31; past it, the exception is itself a violation",
        ),
    ],
    rule: false,
};

/// `{ level = "…" }` in `[lints]`.
pub(crate) const LINT: TableKeys = TableKeys {
    header: "[lints]",
    own: &[required(
        "level",
        "allow, warn or deny",
        "how much a finding weighs",
    )],
    rule: false,
};

/// What people write for a key of ours.
pub(crate) const SYNONYMS: &[(&str, &str)] = &[
    ("reason", "because"),
    ("why", "because"),
    ("description", "because"),
    ("message", "because"),
    ("name", "id"),
    ("severity", "level"),
    ("hint", "help"),
    ("fix", "help"),
    ("link", "url"),
    ("ignore", "except"),
    ("exclude", "except"),
    ("source", "from"),
    ("target", "to"),
    ("allowed", "only-by"),
    ("allow", "only-by"),
    ("by", "only-by"),
    ("depends-on", "uses"),
    ("dependencies", "uses"),
    ("paths", "modules"),
    ("crates", "modules"),
    ("exposes", "public"),
    ("interface", "public"),
    ("visibility", "visible-to"),
    ("layer", "order"),
    ("layers", "order"),
    ("containers", "inside"),
    ("until", "expires"),
    ("issue", "ticket"),
    ("domains", "domain"),
    ("exceptions", "exception"),
    ("levels", "lints"),
    ("rules", "lints"),
    ("cycles", "acyclic"),
    ("independence", "independent"),
];

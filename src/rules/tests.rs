//! What people see: rule files in, rules and labelled errors out.

use proptest::prelude::*;

use crate::base::{Level, Name, SourceMap, name};

use super::packs::{PACKS, find_pack};
use super::*;

fn load_text(text: &str) -> (SourceMap, LoadedRules) {
    load_files(text, &[])
}

fn load_files(text: &str, files: &[(&str, &str)]) -> (SourceMap, LoadedRules) {
    let mut sources = SourceMap::default();
    let root = RuleSource {
        path: "bulkhead.toml".to_owned(),
        text: text.to_owned(),
    };
    let mut fetch = |path: &str| {
        let found = files.iter().find(|(name, _)| *name == path);
        found
            .map(|(_, text)| (*text).to_owned())
            .ok_or_else(|| "no such file".to_owned())
    };
    let loaded = load(&mut sources, root, &mut fetch);
    (sources, loaded)
}

/// Errors as a person reads them: `line: message [marked text] label`.
fn shown(text: &str) -> Vec<String> {
    let (sources, loaded) = load_text(text);
    loaded
        .errors
        .iter()
        .map(|error| {
            let file = error.location.file;
            let line = sources.line_column(file, error.location.span.start).line;
            let marked = sources.snippet(error.location).to_owned();
            format!("{line}: {} [{marked}] {}", error.message, error.label)
        })
        .collect()
}

fn ids(loaded: &LoadedRules) -> Vec<&str> {
    loaded
        .rules
        .rules
        .iter()
        .map(|rule| rule.id.as_str())
        .collect()
}

#[test]
fn six_mistakes_give_six_labelled_errors_and_the_valid_rules_stay() {
    let text = r#"[domain.orders]
modules = ["shop_orders"]
uses    = ["kernle"]

[domain.kernel]
modules = ["shop_kernel"]

[[forbid]]
id   = "model-stays-pure"
from = "shop_orders::model"
to   = "sqlx"

[[forbid]]
id   = "no-env"
form = "shop_orders::model"
to   = "std::env"

[[protect]]
id      = "only-db"
what    = ["sqlx"]
only-by = ["domian:orders"]
level   = "error"

[[layers]]
id     = "hexagonal"
order  = ["adapters", "model"]
closed = ["modle"]

[[exception]]
rule    = "model-stays-clean"
from    = "shop_orders"
to      = "sqlx"
because = "later"

[[independent]]
id      = "apart"
members = ["domain:*"]
"#;
    assert_eq!(
        shown(text),
        [
            "3: unknown domain `kernle` in `uses` [\"kernle\"] did you mean `kernel`?",
            "15: unknown key `form` in `[[forbid]]` [form] did you mean `from`?",
            "21: unknown prefix `domian:` [domian:] did you mean `domain:`?",
            "22: unknown level `error` [\"error\"] did you mean `deny`?",
            "27: unknown layer `modle` in `closed` [\"modle\"] did you mean `model`?",
            "30: unknown rule `model-stays-clean` in `[[exception]]` [\"model-stays-clean\"] did you mean `model-stays-pure`?",
        ]
    );
    let (_, loaded) = load_text(text);
    assert_eq!(ids(&loaded), ["model-stays-pure", "apart"]);
    let left_out: Vec<&str> = loaded.left_out.iter().map(Name::as_str).collect();
    assert_eq!(left_out, ["hexagonal", "no-env", "only-db"]);
    assert_eq!(loaded.rules.domains.len(), 2);
}

#[test]
fn every_pack_and_every_example_parses() {
    let packs = PACKS.iter().map(|pack| (pack.name, pack.text));
    let examples = RULE_KINDS.iter().map(|kind| (kind.id, kind.example));
    for (of, text) in packs.chain(examples) {
        assert_eq!(shown(text), Vec::<String>::new(), "{of}");
        let extends = format!("extends = [\"{of}\"]");
        if find_pack(of).is_some() {
            let (_, loaded) = load_text(&extends);
            assert!(loaded.errors.is_empty(), "{of}: {:?}", loaded.errors);
            for rule in &loaded.rules.rules {
                assert_eq!(rule.pack, Some(name(of)));
                assert!(rule.because.is_some() && rule.help.is_some(), "{}", rule.id);
            }
        }
    }
}

#[test]
fn the_whole_language_of_the_reference_is_read() {
    let text = r#"#:schema ./bulkhead.schema.json
extends = ["modular-monolith"]

[domain.orders]
modules    = ["shop_orders", "shop_web::orders"]
public     = ["shop_orders::api", "shop_orders::events"]
uses       = ["catalog", "kernel"]
visible-to = ["checkout-*"]
owner      = "@acme/orders"
tables     = ["orders", "order_lines"]
tags       = ["core", "pci"]

[domain.catalog]
modules = "shop_catalog"
uses    = []

[domain.kernel]
modules = ["shop_kernel"]
shared  = true

[[layers]]
id         = "hexagonal"
inside     = "domain:*"
order      = ["adapters", "application | (events)", "ports : queries", "model"]
closed     = ["application"]
exhaustive = true

[[layers]]
id    = "pipeline"
order = ["bin:shop/shop::args : shop_web", "domain:kernel"]

[[forbid]]
id    = "model-stays-pure"
from  = ["layer:model", "tag:core & tag:pci"]
to    = ["sqlx", "std::env"]
kinds = ["!test", "!re-export", "feature:db"]

[[exception]]
rule    = "model-stays-pure"
from    = "shop_orders::legacy"
to      = "sqlx"
because = "The report engine is rewritten in Q1."
expires = 2027-03-31

[lints]
domains = "warn"
no-package-cycles = { level = "allow" }
"#;
    let (sources, loaded) = load_text(text);
    assert_eq!(loaded.errors, []);
    let all = [
        "no-domain-cycles",
        "no-package-cycles",
        "hexagonal",
        "pipeline",
        "model-stays-pure",
    ];
    assert_eq!(ids(&loaded), all);
    let rules = &loaded.rules;
    let domains: Vec<&str> = rules.domains.iter().map(|d| d.name.as_str()).collect();
    assert_eq!(domains, ["orders", "catalog", "kernel"]);
    assert_eq!(sources.snippet(rules.domains[0].location), "orders");
    assert!(rules.domains[1].uses.as_ref().unwrap().names.is_empty());

    let RuleBody::Layers(layers) = &rules.rules[2].body else {
        panic!("layers")
    };
    let rows: Vec<_> = layers
        .rows
        .iter()
        .map(|row| {
            let names = row.layers.iter();
            let names = names.map(|layer| (layer.name.as_str(), layer.optional));
            (names.collect::<Vec<_>>(), row.independent)
        })
        .collect();
    assert_eq!(
        rows[1],
        (vec![("application", false), ("events", true)], true)
    );
    assert_eq!(rows[2], (vec![("ports", false), ("queries", false)], false));
    let RuleBody::Layers(pipeline) = &rules.rules[3].body else {
        panic!("layers")
    };
    let selector = pipeline.rows[0].layers[1].selector.as_ref().unwrap();
    assert_eq!(sources.snippet(selector.location), "shop_web");

    let exception = &rules.exceptions[0];
    assert_eq!(exception.expires.unwrap().0, "2027-03-31");
    assert_eq!(rules.levels[&name("domains")].level, Level::Warn);
    assert_eq!(rules.levels[&name("unassigned-module")].level, Level::Warn);
    let kinds = &rules.rules[4].kinds;
    assert_eq!((kinds.only.len(), kinds.without.len()), (1, 2));
}

#[test]
fn what_is_no_toml_costs_its_own_rule_only() {
    let text = r#"[[forbid]]
id   = "a"
from = ["x"
to   = y

[[protect]]
id      = "b"
what    = "sqlx"
only-by = "db"
level   = "fatal"

[[forbid]]
id   = "c"
from = "x"
to   = "y"
"#;
    assert_eq!(
        shown(text),
        [
            "3: not valid TOML: unclosed array [] expected `]`",
            "4: not valid TOML: string values must be quoted [y] put quotes around it",
            "10: unknown level `fatal` [\"fatal\"] did you mean `deny`?",
        ]
    );
    assert_eq!(ids(&load_text(text).1), ["c"]);
}

#[test]
fn each_mistake_has_its_own_words() {
    let cases = [
        (
            "include = [\"x\"]",
            "1: `include` is not available yet [include] not in this version",
        ),
        (
            "[[limit]]\nid = \"x\"",
            "1: `limit` is not available yet [limit] not in this version",
        ),
        (
            "[domains.a]\nmodules = \"a\"",
            "1: unknown key `domains` in a rule file [domains] did you mean `domain`?",
        ),
        (
            "[domain.a]",
            "1: `[domain.a]` has no `modules` [a] `modules` is missing",
        ),
        (
            "[domain.a]\nmodules = \"a\"\ntags = [\"a b\"]",
            "3: `a b` cannot be a tag [\"a b\"] no selector could name it",
        ),
        (
            "[domain.a]\nmodules = \"tag:x\"",
            "2: `tag:` cannot stand here [\"tag:x\"] would go in a circle",
        ),
        (
            "[domain.a]\nmodules = \"a\"\nuses = [\"domain:a\"]",
            "3: `uses` lists domains by their bare names [\"domain:a\"] write `a`",
        ),
        (
            "[forbid]\nid = \"x\"",
            "1: `forbid` is a list of tables [[forbid]] this is a table",
        ),
        (
            "[[acyclic]]\nid = \"noCycles\"\namong = \"domains\"",
            "2: `noCycles` is not a rule id [\"noCycles\"] write `no-cycles`",
        ),
        (
            "[[acyclic]]\nid = \"x\"\namong = \"crates\"",
            "3: `among` cannot be `crates` [\"crates\"] did you mean `packages`?",
        ),
        (
            "[[acyclic]]\nid = \"x\"\namong = \"modules\"\nkinds = [\"!tests\"]",
            "4: unknown kind `tests` [\"!tests\"] did you mean `test`?",
        ),
        (
            "[[acyclic]]\nid = \"x\"\namong = \"modules\"\nparents = \"yes\"",
            "4: `parents` in `[[acyclic]]` takes `true` or `false` [\"yes\"] this is a string",
        ),
        (
            "[[acyclic]]\nid = \"vacuous-rule\"\namong = \"modules\"",
            "2: the id `vacuous-rule` belongs to a built-in lint [\"vacuous-rule\"] choose another id",
        ),
        (
            "[[protect]]\nid = \"x\"\nwhat = \"!a\"\nonly-by = 3",
            "3: `what` only takes away [\"!a\"] no term without `!` says from what\n4: `only-by` in `[[protect]]` takes a string or a list of strings [3] this is an integer",
        ),
        (
            "[[layers]]\nid = \"x\"\norder = []",
            "3: `order` names no layer [[]] the list is empty",
        ),
        (
            "[[layers]]\nid = \"x\"\norder = [\"a\", \"b | c : d\", \"(a)\"]",
            "3: `|` and `:` cannot stand in one row [\"b | c : d\"] mixes both\n3: the layer `a` stands twice in `order` [(a)] here a second time",
        ),
        (
            "[[layers]]\nid = \"x\"\ninside = \"a\"\norder = [\"b | domain:c\"]",
            "4: `domain:` cannot name a layer inside a container [domain:c] write a path relative to the container",
        ),
        (
            "[[forbid]]\nid = \"x\"\nfrom = \"domain:a\"\nto = \"layer:b\"",
            "3: unknown domain `a` [\"domain:a\"] no domain of this name is declared\n4: unknown layer `b` [\"layer:b\"] no layer of this name is declared",
        ),
        (
            "[[exception]]\nrule = \"vacuous-rule\"\nfrom = \"a\"\nto = \"b\"\nbecause = \" \"\nexpires = \"2027-02-30\"",
            "5: `because` in `[[exception]]` is empty [\" \"] say why, in a sentence\n6: `2027-02-30` is not a date [\"2027-02-30\"] no such day",
        ),
        (
            "[lints]\nhonest = \"warn\"\nhonesty = { level = \"warn\", x = 1 }\ndomains = 3",
            "2: unknown rule `honest` in `[lints]` [honest] did you mean `honesty`?\n3: unknown key `x` in `honesty` of `[lints]` [x] no such key\n4: `domains` in `[lints]` takes a level [3] this is an integer",
        ),
        (
            "extends = [\"modular-monolit\", \"./no.toml\"]",
            "1: unknown pack `modular-monolit` [\"modular-monolit\"] did you mean `modular-monolith`?\n1: cannot read `no.toml`: no such file [\"./no.toml\"] extended here",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(shown(text).join("\n"), expected, "{text}");
    }
}

#[test]
fn files_are_merged_by_id_and_circles_are_found() {
    let root = "extends = [\"team/base.toml\"]\n[[forbid]]\nid = \"x\"\nfrom = \"a\"\nto = \"new\"\n[[forbid]]\nid = \"x\"\nfrom = \"b\"\nto = \"c\"\n";
    let base = "extends = [\"../bulkhead.toml\", \"modular-monolith\"]\n[[forbid]]\nid = \"x\"\nfrom = \"a\"\nto = \"old\"\nbecause = \"old\"\n[[forbid]]\nid = \"y\"\nfrom = \"a\"\nto = \"shop-b\"\n";
    let (sources, loaded) = load_files(root, &[("team/base.toml", base)]);
    let errors: Vec<String> = loaded
        .errors
        .iter()
        .map(|error| format!("{}: {}", sources.path(error.location.file), error.message))
        .collect();
    assert_eq!(
        errors,
        [
            "bulkhead.toml: the id `x` is taken",
            "team/base.toml: `bulkhead.toml` extends `team/base.toml` extends `bulkhead.toml`",
            "team/base.toml: `shop-b` is not the name of a crate",
        ]
    );
    assert_eq!(ids(&loaded), ["no-domain-cycles", "no-package-cycles", "x"]);
    let x = loaded.rules.rules.last().unwrap();
    assert_eq!((x.pack, x.because.as_deref()), (None, None));
}

#[test]
fn a_broken_declaration_is_one_error_and_not_one_for_each_use() {
    let text = r#"[domain.a]
modules = "a-b"
tags    = ["core"]

[[layers]]
id     = "l"
order  = ["x", "y"]
levels = "deny"

[[forbid]]
id   = "uses-both"
from = "domain:a"
to   = ["layer:x", "tag:core"]

[[exception]]
rule    = "l"
from    = "a"
to      = "b"
because = "The old way in."
"#;
    assert_eq!(shown(text).len(), 2, "{:?}", shown(text));
    let (_, loaded) = load_text(text);
    assert!(loaded.rules.rules.is_empty() && loaded.rules.exceptions.is_empty());
    let left_out: Vec<&str> = loaded.left_out.iter().map(Name::as_str).collect();
    assert_eq!(left_out, ["l", "uses-both"]);
}

#[test]
fn lints_have_the_ids_of_what_is_reported() {
    use crate::base::ProblemKind;
    let problems = [
        ProblemKind::UnreadableFile,
        ProblemKind::UnparsedFile,
        ProblemKind::MissingModuleFile,
        ProblemKind::AmbiguousModuleFile,
        ProblemKind::CyclicModule,
        ProblemKind::UnreadInclude,
    ];
    for problem in problems {
        let lint = find_lint(problem.id()).expect("every problem is a lint");
        assert_eq!(lint.group, "analysis");
    }
    let groups: Vec<&str> = group_names().collect();
    assert_eq!(groups, ["domains", "coverage", "honesty", "analysis"]);
    let mut topics: Vec<&str> = LINTS.iter().map(|lint| lint.id).collect();
    topics.extend(RULE_KINDS.iter().map(|kind| kind.id));
    topics.extend(&groups);
    let count = topics.len();
    topics.sort_unstable();
    topics.dedup();
    // `domain` is a kind and `domains` a group: no id may stand for two things.
    assert_eq!(topics.len(), count);
    assert!(topics.iter().all(|topic| explain(topic).is_some()));
}

#[test]
fn one_mistake_hides_no_other_of_its_table() {
    let text = r#"[domain.a]
modules = ["shop-a", "crate::b"]
uses    = ["b", 3]
[[forbid]]
id     = "x"
from   = ["domain:b", 1, "layer:z"]
lavel  = "warn"
[[layers]]
id     = "l"
order  = ["(a | b)", 7, "c"]
closed = ["d"]
[[exception]]
rule = "y"
from = "tag:t"
"#;
    let lines: Vec<String> = shown(text)
        .iter()
        .map(|line| line.split(" [").next().unwrap_or_default().to_owned())
        .collect();
    let expected = "2: `shop-a` is not the name of a crate
2: `crate` means nothing in a rule file
3: unknown domain `b` in `uses`
3: `uses` in `[domain.a]` takes strings
4: `[[forbid]]` has no `to`
6: unknown domain `b`
6: `from` in `[[forbid]]` takes strings
6: unknown layer `z`
7: unknown key `lavel` in `[[forbid]]`
10: parentheses stand around one layer
10: `order` in `[[layers]]` takes strings
11: unknown layer `d` in `closed`
12: `[[exception]]` has no `because`
12: `[[exception]]` has no `to`
13: unknown rule `y` in `[[exception]]`
14: unknown tag `t`";
    assert_eq!(lines.join("\n"), expected);
}

#[test]
fn layers_of_a_pack_can_be_replaced() {
    let text = r#"extends = ["hexagonal"]
[domain.orders]
modules = "shop_orders"
[[layers]]
id     = "hexagonal"
inside = "domain:*"
order  = ["infra", "core"]
"#;
    let (_, loaded) = load_text(text);
    assert_eq!(loaded.errors, []);
    assert_eq!(ids(&loaded), ["model-stays-pure", "hexagonal"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn damaged_files_give_errors_in_bounds_and_never_a_panic(
        example in 0..RULE_KINDS.len() + PACKS.len(),
        edits in prop::collection::vec((0.0..1.0f64, 0..4usize, "[\\[\\]{}\"'=#,:|&!()*a\u{e9} \n]{0,3}"), 1..6),
    ) {
        let texts = RULE_KINDS.iter().map(|kind| kind.example);
        let texts: Vec<&str> = texts.chain(PACKS.iter().map(|pack| pack.text)).collect();
        let mut characters: Vec<char> = texts[example].chars().collect();
        for (place, removed, inserted) in edits {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a small text")]
            let at = (place * characters.len() as f64) as usize;
            let end = (at + removed).min(characters.len());
            characters.splice(at..end, inserted.chars());
        }
        let text: String = characters.into_iter().collect();
        let (sources, loaded) = load_text(&text);
        for error in &loaded.errors {
            let span = error.location.span;
            let source = sources.text(error.location.file);
            prop_assert!(source.get(span.start as usize..span.end as usize).is_some(), "{error:?} {text}");
            prop_assert!(!error.message.is_empty() && !error.label.is_empty(), "{error:?}");
        }
        let (_, again) = load_text(&text);
        prop_assert_eq!(loaded.errors, again.errors);
    }
}

#[test]
fn a_kind_cannot_be_asked_for_and_taken_away() {
    let text = "[[acyclic]]\nid = \"a\"\namong = \"packages\"\nkinds = [\"test\", \"!test\"]\n";
    assert_eq!(
        shown(text),
        ["4: `kinds` asks for `test` and takes it away [\"test\"] no reference is left"]
    );
}

#[test]
fn a_layer_inside_a_container_is_one_path() {
    let text = "[domain.a]\nmodules = [\"a\"]\n[[layers]]\nid = \"l\"\ninside = \"domain:*\"\norder = [\"db_*\", \"model\"]\n";
    assert_eq!(
        shown(text),
        [
            "6: a layer inside a container has no `*` [db_*] a layer is one path below each container"
        ]
    );
}

use super::*;
use crate::base::SourceMap;
use crate::graph::sketch::sketch;
use crate::graph::{DependencyGraph, ReferenceId};
use crate::rules::{RuleBody, RuleSet, RuleSource, Selector, load};

const CRATES: [&str; 4] = [
    "shop_orders",
    "shop_web",
    "shop_kernel",
    "bin:shop-web/server",
];

const EDGES: &str = "
    shop_orders::api::v1 -> shop_kernel::Id
    shop_orders::adapters::db -> sqlx::query
    shop_orders::adapters::db -> sqlx::query_as
    shop_web::orders::adapters -> shop_orders::api::Order via shop_web::prelude::Order
    shop_web -> std::env::var
    shop_kernel::time -> shop_kernel::Id::new
    bin:shop-web/server -> shop_web::Router
    shop_orders::model
";

fn rules(text: &str) -> RuleSet {
    let source = RuleSource {
        path: "bulkhead.toml".to_owned(),
        text: text.to_owned(),
    };
    let loaded = load(&mut SourceMap::default(), source, &mut |_| {
        Err(String::new())
    });
    assert!(loaded.errors.is_empty(), "{:#?}", loaded.errors);
    loaded.rules
}

const DOMAINS: &str = r#"
    [domain.orders]
    modules = ["shop_orders", "shop_web::orders", "!shop_orders::api::v1"]
    tags    = ["core", "pci"]
    [domain.web]
    modules = ["shop_web", "package:shop-web"]
    tags    = ["edge", "core"]
    [[layers]]
    id     = "hexagonal"
    inside = "domain:*"
    order  = ["(adapters)", "(model)"]
"#;

/// The scene with one more rule, whose `from` is the selector.
fn with_selector<T>(selector: &str, ask: impl Fn(&Scene<'_>, &Selector) -> T) -> T {
    let rule = format!("[[forbid]]\nid = \"probe\"\nfrom = {selector}\nto = \"shop_kernel\"");
    let rules = rules(&format!("{DOMAINS}\n{rule}"));
    let graph: DependencyGraph = sketch(&CRATES, EDGES);
    let scene = Scene::new(&graph, &rules);
    let Some(RuleBody::Forbid { from, .. }) = rules.rules.last().map(|rule| &rule.body) else {
        panic!("the last rule is the probe");
    };
    ask(&scene, from)
}

fn nodes(selector: &str) -> Vec<&'static str> {
    with_selector(selector, |scene, selector| {
        let selection = scene.select(selector);
        let mut paths: Vec<_> = selection
            .nodes()
            .iter()
            .map(|node| scene.graph().node(node).path.as_str())
            .collect();
        paths.sort_unstable();
        paths
    })
}

#[test]
fn a_path_selects_what_is_at_and_below_it() {
    let below = ["shop_orders::api", "shop_orders::api::v1"];
    assert_eq!(nodes("\"shop_orders::api\""), below);
    assert_eq!(nodes("\"sqlx\""), ["sqlx::query", "sqlx::query_as"]);
    assert_eq!(nodes("\"sqlx::query\""), ["sqlx::query"]);
    assert_eq!(
        nodes("\"shop_*::**::adapters\""),
        [
            "shop_orders::adapters",
            "shop_orders::adapters::db",
            "shop_web::orders::adapters"
        ]
    );
}

#[test]
fn the_most_specific_pattern_says_to_which_domain_a_module_belongs() {
    assert_eq!(
        nodes("\"domain:orders\""),
        [
            "shop_orders",
            "shop_orders::adapters",
            "shop_orders::adapters::db",
            "shop_orders::api",
            "shop_orders::model",
            "shop_web::orders",
            "shop_web::orders::adapters",
        ]
    );
    assert_eq!(
        nodes("\"domain:web\""),
        ["bin:shop-web/server", "shop_web", "shop_web::prelude"]
    );
}

#[test]
fn layers_tags_and_packages_are_declared_names() {
    assert_eq!(
        nodes("[\"layer:adapters\", \"!shop_web\"]"),
        ["shop_orders::adapters", "shop_orders::adapters::db"]
    );
    assert_eq!(nodes("\"tag:core & tag:edge\""), nodes("\"domain:web\""));
    assert_eq!(
        nodes("\"package:*-kernel\""),
        ["shop_kernel", "shop_kernel::time"]
    );
}

#[test]
fn negative_terms_alone_mean_everything_but() {
    let but = "[\"shop_web\", \"!shop_*\", \"!std\", \"!sqlx::query\"]";
    assert_eq!(nodes(but), [""; 0]);
    with_selector(but, |scene, selector| {
        let mut selector = selector.clone();
        selector.terms.retain(|term| term.negated);
        let selection = scene.select(&selector);
        let left = selection.nodes().iter();
        let paths: Vec<_> = left.map(|node| scene.graph().node(node).path).collect();
        assert_eq!(paths, ["bin:shop-web/server", "sqlx::query_as"]);
    });
}

#[test]
fn items_are_judged_by_definition_and_by_door() {
    let imported = |selector: &str| {
        with_selector(selector, |scene, selector| {
            let selection = scene.select(selector);
            scene
                .graph()
                .references()
                .filter(|(_, reference)| selection.imported(scene, reference))
                .map(|(id, _)| id)
                .collect::<Vec<_>>()
        })
    };
    assert_eq!(imported("\"shop_orders::api::Order\""), [ReferenceId(3)]);
    assert_eq!(imported("\"shop_web::prelude::Order\""), [ReferenceId(3)]);
    assert_eq!(imported("\"shop_web::prelude::Or*\""), [ReferenceId(3)]);
    assert_eq!(
        imported("\"shop_kernel::Id\""),
        [ReferenceId(0), ReferenceId(5)]
    );
    assert_eq!(
        imported("[\"shop_kernel\", \"!shop_kernel::Id::new\"]"),
        [ReferenceId(0)]
    );
    assert_eq!(imported("\"shop_orders::api::Ord\""), []);
}

#[test]
fn things_are_what_terms_name_one_by_one() {
    let things = |selector: &str| {
        with_selector(selector, |scene, selector| {
            let things = scene.things(selector);
            things
                .iter()
                .map(|thing| format!("{} {}", thing.name, thing.nodes.count()))
                .collect::<Vec<_>>()
        })
    };
    assert_eq!(things("\"domain:*\""), ["orders 7", "web 3"]);
    assert_eq!(
        things("[\"shop_orders::*\", \"package:shop-web\", \"!shop_orders::model\"]"),
        [
            "shop_orders::adapters 2",
            "shop_orders::api 2",
            "shop-web 5"
        ]
    );
}

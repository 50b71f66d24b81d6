use super::*;
use crate::base::SourceMap;
use crate::graph::ReferenceId;
use crate::graph::sketch::sketch;
use crate::rules::{RuleSource, load};

const EDGES: &str = "
    shop_orders::api -> shop_kernel::Id
    shop_orders::api -> shop_kernel::Money
    shop_web -> shop_orders::api::Order
    shop_web -> serde::Serialize
    shop_kernel -> shop_web::Router
    shop_kernel -> shop_orders::Fake : test
    bin:shop/shop -> shop_web::Router
";

const RULES: &str = "
    [domain.orders]
    modules = [\"shop_orders\"]
    [domain.web]
    modules = [\"shop_web\"]
";

fn picture(format: Format, collapse: Collapse) -> String {
    let crates = ["shop_orders", "shop_kernel", "shop_web", "bin:shop/shop"];
    let graph = sketch(&crates, EDGES);
    let mut sources = SourceMap::default();
    let source = RuleSource {
        path: "bulkhead.toml".to_owned(),
        text: RULES.to_owned(),
    };
    let loaded = load(&mut sources, source, &mut |_| Err(String::new()));
    assert!(loaded.errors.is_empty(), "{:?}", loaded.errors);
    let violating = [ReferenceId(4)].into_iter().collect();
    render(
        &Scene::new(&graph, &loaded.rules),
        format,
        collapse,
        &violating,
    )
}

#[test]
fn a_dot_picture_of_domains_has_counts_and_red_violations() {
    insta::assert_snapshot!(picture(Format::Dot, Collapse::Domains), @r#"
    digraph dependencies {
        rankdir = LR;
        node [shape = box, fontname = "sans-serif"];
        edge [fontname = "sans-serif"];
        "orders";
        "shop";
        "shop-kernel";
        "web";
        "orders" -> "shop-kernel" [label = "2"];
        "shop" -> "web" [label = "1"];
        "shop-kernel" -> "web" [label = "1", color = "red", fontcolor = "red", penwidth = 2];
        "web" -> "orders" [label = "1"];
    }
    "#);
}

#[test]
fn a_mermaid_picture_of_modules_quotes_what_is_no_identifier() {
    insta::assert_snapshot!(picture(Format::Mermaid, Collapse::Modules), @r#"
    flowchart LR
        n0["bin:shop/shop"]
        n1["shop_kernel"]
        n2["shop_orders"]
        n3["shop_orders::api"]
        n4["shop_web"]
        n0 -->|1| n4
        n1 -->|1| n4
        n3 -->|2| n1
        n4 -->|1| n3
        linkStyle 1 stroke:red,color:red,stroke-width:2px
    "#);
}

#[test]
fn names_cannot_break_out_of_their_quotes() {
    let hostile = Picture {
        nodes: vec![crate::base::name("a\"];\\ <b> #x")],
        edges: Vec::new(),
    };
    assert!(dot::render(&hostile).contains(r#"    "a\"];\\ <b> #x";"#));
    assert!(mermaid::render(&hostile).contains("n0[\"a#quot;];\\ #lt;b#gt; #35;x\"]"));
}

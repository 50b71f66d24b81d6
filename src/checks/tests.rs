//! What each check finds, in a line each.

mod case;

use case::case;

use super::*;

const NOTHING: [&str; 0] = [];

const PURE: &str = r#"
    [[forbid]]
    id   = "pure"
    from = "shop::model"
    to   = ["sqlx", "std::env", "shop::db"]
"#;

#[test]
fn forbid_is_one_finding_per_pair_with_all_its_references() {
    let case = case(
        &["shop"],
        "shop::model::order -> sqlx::query
         shop::model -> sqlx::Pool
         shop::model -> std::env::var
         shop::model -> std::fs::read
         shop::model -> sqlx::query : test
         shop::web -> sqlx::query
         shop::db -> shop::db::pool::Pool",
        PURE,
    );
    assert_eq!(
        case.rules(),
        [
            "pure: shop -> sqlx; shop::model::order -> sqlx::query, shop::model -> sqlx::Pool @ \"sqlx\" (`shop::model` must not depend on this)",
            "pure: shop -> std::env; shop::model -> std::env::var @ \"std::env\" (`shop::model` must not depend on this)",
        ]
    );
}

#[test]
fn forbid_follows_chains_unless_there_is_a_direct_way() {
    let edges = "shop::model -> shop::util::Helper
         shop::util -> shop::more::Helper
         shop::more -> sqlx::query
         shop::more -> sqlx::query
         shop::util -> std::env::var
         shop::model -> std::env::var";
    assert_eq!(
        case(&["shop"], edges, PURE).rules(),
        [
            "pure: shop -> std::env; shop::model -> std::env::var @ \"std::env\" (`shop::model` must not depend on this)",
            "pure: shop -> sqlx; shop::model -> shop::util x1, shop::util -> shop::more x1, shop::more -> sqlx::query x2 @ \"sqlx\" (`shop::model` must not depend on this)",
        ]
    );
    let direct_only = PURE.to_owned() + "indirect = false";
    assert_eq!(case(&["shop"], edges, &direct_only).rules().len(), 1);
}

#[test]
fn what_is_ignored_is_absent_from_chains_too() {
    let edges = "shop::model -> shop::util::Helper
         shop::util -> sqlx::query";
    assert_eq!(case(&["shop"], edges, PURE).rules().len(), 1);
    assert_eq!(case(&["shop"], edges, PURE).ignoring(1).rules(), NOTHING);
}

#[test]
fn a_chain_does_not_run_through_containment() {
    let case = case(
        &["shop"],
        "shop::model -> shop::util::Helper
         shop::util::sql -> sqlx::query",
        PURE,
    );
    assert_eq!(case.rules(), NOTHING);
}

#[test]
fn a_re_export_launders_nothing() {
    let case = case(
        &["shop", "facade"],
        "shop::model -> shop::db::Pool via facade::Pool
         shop::model -> facade::own::Thing",
        PURE,
    );
    assert_eq!(
        case.rules(),
        [
            "pure: shop::model -> shop::db; shop::model -> shop::db::Pool @ \"shop::db\" (`shop::model` must not depend on this)"
        ]
    );
    let by_door = r#"
        [[forbid]]
        id   = "no-facade"
        from = "shop"
        to   = "facade::Pool"
    "#;
    let through = "shop::model -> shop::db::Pool via facade::Pool
        shop::model -> shop::db::Other via facade::Other";
    assert_eq!(
        self::case(&["shop", "facade"], through, by_door).rules(),
        [
            "no-facade: shop -> facade::Pool; shop::model -> shop::db::Pool @ \"facade::Pool\" (`shop` must not depend on this)"
        ]
    );
}

#[test]
fn except_and_kinds_leave_references_out() {
    let rules = r#"
        [[forbid]]
        id     = "pure"
        from   = "shop"
        to     = "sqlx"
        except = "shop::legacy"
        kinds  = ["import", "path", "!feature:slow"]
    "#;
    let case = case(
        &["shop"],
        "shop::legacy -> sqlx::A
         shop::new -> sqlx::B : type
         shop::new -> sqlx::C : import
         shop::new -> sqlx::D : path feature:slow
         shop::new -> sqlx::E : path test",
        rules,
    );
    assert_eq!(
        case.rules(),
        ["pure: shop -> sqlx; shop::new -> sqlx::C @ \"sqlx\" (`shop` must not depend on this)"]
    );
}

#[test]
fn protect_lets_only_its_users_and_itself_in() {
    let rules = r#"
        [[protect]]
        id      = "only-db-speaks-sql"
        what    = ["sqlx", "shop::sql"]
        only-by = "shop_*::adapters::db"
    "#;
    let case = case(
        &["shop", "shop_a"],
        "shop_a::adapters::db::pool -> sqlx::query
         shop_a::web -> sqlx::query
         shop::sql -> sqlx::query
         shop::web -> shop::sql::Statement",
        rules,
    );
    assert_eq!(
        case.rules(),
        [
            "only-db-speaks-sql: shop-a -> sqlx; shop_a::web -> sqlx::query @ \"shop_*::adapters::db\" (only these may use `sqlx`)",
            "only-db-speaks-sql: shop::web -> shop::sql; shop::web -> shop::sql::Statement @ \"shop_*::adapters::db\" (only these may use `shop::sql`)",
        ]
    );
}

const LAYERS: &str = r#"
    [domain.orders]
    modules = ["orders", "web::orders"]
    [domain.billing]
    modules = ["billing"]
    [[layers]]
    id         = "hexagonal"
    inside     = "domain:*"
    order      = ["adapters", "application", "(ports) | (events)", "model"]
    closed     = ["application"]
    exhaustive = true
"#;

#[test]
fn layers_hold_in_each_container_by_itself() {
    let case = case(
        &["orders", "billing", "web"],
        "orders::adapters -> orders::application::Case
         orders::model -> orders::adapters::Db
         orders::adapters::db -> orders::model::Order
         orders::ports -> orders::events::Event
         orders::model -> billing::adapters::Db
         web::orders::adapters -> orders::application::Case
         orders::application -> web::orders::adapters::Route
         orders -> orders::adapters::Db
         billing::util::deep -> billing::model::Bill",
        LAYERS,
    );
    assert_eq!(
        case.rules(),
        [
            "hexagonal: orders: adapters -> model over application; orders::adapters::db -> orders::model::Order @ \"application\" (nobody may skip over this layer)",
            "hexagonal: orders: application -> adapters above; orders::application -> web::orders::adapters::Route @ \"adapters\" (`adapters` stands above `application`)",
            "hexagonal: orders: ports -> events beside; orders::ports -> orders::events::Event @ \"(ports) | (events)\" (these must not see each other)",
            "hexagonal: orders: model -> adapters above; orders::model -> orders::adapters::Db @ \"adapters\" (`adapters` stands above `model`)",
            "hexagonal: billing: billing::util in no layer; - @ [\"adapters\", \"application\", \"(ports) | (events)\", \"model\"] (not in any of these layers)",
        ]
    );
}

#[test]
fn layers_of_the_whole_workspace_are_selectors() {
    let rules = r#"
        [domain.orders]
        modules = "orders"
        [[layers]]
        id         = "top-down"
        order      = ["web", "domain:orders", "kernel"]
        exhaustive = true
    "#;
    let case = case(
        &["web", "orders", "kernel", "tools", "test:web/it"],
        "orders::api -> web::Router
         web -> kernel::Id
         tools::deep -> web::Router
         test:web/it -> web::Router : test",
        rules,
    );
    assert_eq!(
        case.rules(),
        [
            "top-down: : domain:orders -> web above; orders::api -> web::Router @ \"web\" (`web` stands above `domain:orders`)",
            "top-down: : tools in no layer; - @ [\"web\", \"domain:orders\", \"kernel\"] (not in any of these layers)",
        ]
    );
}

#[test]
fn independent_members_do_not_meet_through_others_either() {
    let rules = r#"
        [domain.a]
        modules = "a"
        [domain.b]
        modules = "b"
        [domain.kernel]
        modules = "kernel"
        [[independent]]
        id      = "apart"
        members = ["domain:*", "!domain:kernel"]
    "#;
    let case = case(
        &["a", "b", "kernel", "glue"],
        "a -> glue::Thing
         glue -> b::inner::Thing
         b -> a::Thing
         b -> kernel::Id
         kernel -> b::Thing",
        rules,
    );
    assert_eq!(
        case.rules(),
        [
            "apart: b -> a; b -> a::Thing @ [\"domain:*\", \"!domain:kernel\"] (none of these may depend on another)",
            "apart: a -> b; a -> glue x1, glue -> b::inner x1 @ [\"domain:*\", \"!domain:kernel\"] (none of these may depend on another)",
        ]
    );
}

#[test]
fn a_module_above_two_members_makes_no_chain_between_them() {
    let rules = r#"
        [[independent]]
        id      = "apart"
        members = ["web::routes::*", "shop"]
    "#;
    let case = case(
        &["web", "shop"],
        "web::routes -> web::routes::a::serve
         web::routes -> web::routes::b::serve
         web::routes -> shop::Order
         web::routes::a -> web::routes::Helper
         web::routes::b -> web::glue::Thing
         web::glue -> web::routes::a::Thing
         web -> web::routes::b::serve
         web::glue -> web::Error",
        rules,
    );
    assert_eq!(
        case.rules(),
        [
            "apart: web::routes::a -> shop; web::routes::a -> web::routes x1, web::routes -> shop x1 @ [\"web::routes::*\", \"shop\"] (none of these may depend on another)",
            "apart: web::routes::b -> web::routes::a; web::routes::b -> web::glue x1, web::glue -> web::routes::a x1 @ [\"web::routes::*\", \"shop\"] (none of these may depend on another)",
        ]
    );
}

#[test]
fn a_cycle_is_told_once_with_its_shortest_way_round_and_the_cheapest_cut() {
    let rules = r#"
        [domain.a]
        modules = "a"
        [domain.b]
        modules = "b"
        [domain.c]
        modules = "c"
        [[acyclic]]
        id    = "no-domain-cycles"
        among = "domains"
    "#;
    let case = case(
        &["a", "b", "c"],
        "a -> b::Thing
         a::x -> b::Thing
         b -> c::Thing
         b -> c::Other
         c -> a::Thing
         c -> b::Thing",
        rules,
    );
    assert_eq!(
        case.rules(),
        [
            "no-domain-cycles: cycle of a b c; b -> c x2, c -> b x1; cut c -> a x1, c -> b x1 (true) @ \"no-domain-cycles\" (no cycles among domains)"
        ]
    );
}

fn acyclic(among: &str, more: &str) -> String {
    format!("[[acyclic]]\nid = \"round\"\namong = \"{among}\"\n{more}\n")
}

#[test]
fn a_module_and_its_own_descendants_form_no_cycle_unless_asked_for() {
    let edges = "a::p -> a::p::c::Thing
         a::p::c -> a::p::Thing";
    for among in ["modules", "siblings"] {
        assert_eq!(
            case(&["a"], edges, &acyclic(among, "")).rules(),
            NOTHING,
            "{among}"
        );
        assert_eq!(
            case(&["a"], edges, &acyclic(among, "parents = true")).rules(),
            [format!(
                "round: cycle of a::p a::p::c; a::p -> a::p::c x1, a::p::c -> a::p x1; cut a::p::c -> a::p x1 (true) @ \"round\" (no cycles among {among})"
            )]
        );
    }
}

#[test]
fn siblings_are_the_children_between_which_an_edge_runs() {
    let edges = "a::p::x -> a::q::y::Thing
         a::q::z::deep -> a::p::Thing
         a::q::z -> a::q::y::Thing
         b::m -> a::p::Thing";
    assert_eq!(
        case(&["a", "b"], edges, &acyclic("modules", "")).rules(),
        NOTHING
    );
    let cycle = "round: cycle of a::p a::q; a::p -> a::q x1, a::q -> a::p x1; cut a::q -> a::p x1 (true) @ \"round\" (no cycles among siblings)";
    assert_eq!(
        case(&["a", "b"], edges, &acyclic("siblings", "")).rules(),
        [cycle]
    );
    assert_eq!(
        case(
            &["a", "b"],
            edges,
            &acyclic("siblings", "inside = \"a::q\"")
        )
        .rules(),
        NOTHING
    );
}

#[test]
fn cargo_allows_circles_of_dev_dependencies() {
    let edges = "a -> b::Thing
         b -> a::Thing : dev test";
    assert_eq!(
        case(&["a", "b"], edges, &acyclic("packages", "")).rules(),
        NOTHING
    );
    assert_eq!(
        case(
            &["a", "b"],
            edges,
            &acyclic("packages", "kinds = [\"dev\"]")
        )
        .rules()
        .len(),
        1
    );
}

const DOMAINS: &str = r#"
    [domain.orders]
    modules = ["orders", "web::orders"]
    public  = ["orders::api", "orders::events::Placed"]
    uses    = ["catalog", "kern*"]
    because = "Orders are sold off next year."
    [domain.web]
    modules = "web"
    [domain.catalog]
    modules    = "catalog"
    visible-to = ["orders"]
    [domain.kernel]
    modules = "kernel"
    [domain.log]
    modules = "log"
    shared  = true
"#;

const DOMAIN_CRATES: [&str; 6] = ["orders", "web", "catalog", "kernel", "log", "tool"];

#[test]
fn uses_judges_by_the_door_where_another_domain_offers_it() {
    let case = case(
        &DOMAIN_CRATES,
        "orders -> catalog::Item
         orders -> kernel::Id
         orders -> log::Line
         web::orders -> orders::inner::Order
         orders -> web::Router
         orders::deep -> web::Route
         orders -> web::Router via catalog::Router
         orders -> web::Page via tool::Page
         orders -> web::Fake : test",
        DOMAINS,
    );
    assert_eq!(
        case.domains(DomainLint::UndeclaredDependency),
        [
            "undeclared-dependency: orders -> web; orders -> web::Router, orders::deep -> web::Route, orders -> web::Page @ [\"catalog\", \"kern*\"] (`web` is not among them)"
        ]
    );
}

#[test]
fn private_access_is_judged_by_the_path_as_named() {
    let case = case(
        &DOMAIN_CRATES,
        "web -> orders::api::Order
         web -> orders::inner::Order via orders::api::Order
         web -> orders::inner::Order
         web -> orders::events::Placed
         web -> orders::events::Cancelled
         web -> orders::events
         web::orders -> orders::inner::Order
         tool -> orders::inner::Order",
        DOMAINS,
    );
    let law = "@ [\"orders::api\", \"orders::events::Placed\"] (the only doors of `orders`)";
    assert_eq!(
        case.domains(DomainLint::PrivateAccess),
        [
            format!("private-access: tool -> orders; tool -> orders::inner::Order {law}"),
            format!(
                "private-access: web -> orders; web -> orders::inner::Order, web -> orders::events::Cancelled, web -> orders::events {law}"
            ),
        ]
    );
}

#[test]
fn visible_to_keeps_everyone_else_out() {
    let case = case(
        &DOMAIN_CRATES,
        "orders -> catalog::Item
         catalog::a -> catalog::b::Item
         kernel -> catalog::Item
         kernel -> catalog::Item via orders::Item",
        DOMAINS,
    );
    assert_eq!(
        case.domains(DomainLint::InvisibleDependency),
        [
            "invisible-dependency: kernel -> catalog; kernel -> catalog::Item @ [\"orders\"] (`kernel` is not among them)"
        ]
    );
}

#[test]
fn coverage_names_the_topmost_modules_that_no_domain_claims() {
    let rules = r#"
        [domain.orders]
        modules = ["orders", "!orders::spare"]
    "#;
    let case = case(
        &["orders", "tool", "test:orders/it"],
        "orders::spare::deep\n orders::api\n tool::a\n test:orders/it::x",
        rules,
    );
    assert_eq!(
        case.said(|scene| check_coverage(Level::Warn, scene)),
        [
            "unassigned-module: orders::spare unassigned; -",
            "unassigned-module: tool unassigned; -"
        ]
    );
    let no_domains = self::case(&["tool"], "tool::a", "");
    assert_eq!(
        no_domains.said(|scene| check_coverage(Level::Warn, scene)),
        NOTHING
    );
}

#[test]
fn a_term_that_matches_nothing_is_told_with_what_was_meant() {
    let rules = r#"
        [domain.orders]
        modules = ["orders", "oders::api"]
        public  = ["orders::api", "orders::Order", "orders::evnts"]
        [domain.claimed]
        modules = "orders::events"
        [domain.empty]
        modules = "orders::events"
        [[forbid]]
        id   = "pure"
        from = "orders::modle"
        to   = ["sqlx", "diesel", "std::env", "sqlxx::query", "orders::nothing"]
        [[forbid]]
        id   = "meant"
        from = "orders::later"
        to   = "sqlx"
        may-be-empty = true
        [[layers]]
        id     = "rows"
        inside = "orders"
        order  = ["apis", "(gone)", "events"]
        [[independent]]
        id      = "alone"
        members = "orders::api"
    "#;
    let case = case(
        &["orders", "web"],
        "web -> orders::Order
         orders::api
         orders::events
         orders::model -> serde::Serialize",
        rules,
    );
    assert_eq!(
        case.honesty(&["sqlx", "serde"]),
        [
            "unmatched-selector: domain.orders.modules oders::api, near orders::api; - @ \"oders::api\" (matches nothing)",
            "unmatched-selector: domain.orders.public orders::evnts, near orders::events; - @ \"orders::evnts\" (matches nothing)",
            "vacuous-rule: domain.empty is vacuous; - @ empty (others claim all of its modules)",
            "unmatched-selector: pure.from orders::modle, near orders::model; - @ \"orders::modle\" (matches nothing)",
            "unmatched-selector: pure.to diesel, near nothing; - @ \"diesel\" (matches nothing)",
            "unmatched-selector: pure.to sqlxx::query, near sqlx; - @ \"sqlxx::query\" (matches nothing)",
            "unmatched-selector: pure.to orders::nothing, near nothing; - @ \"orders::nothing\" (matches nothing)",
            "unmatched-selector: rows.order apis, near api; - @ \"apis\" (matches nothing)",
            "vacuous-rule: alone is vacuous; - @ \"alone\" (it needs two members to compare)",
        ]
    );
}

#[test]
fn every_lint_that_is_checked_is_explained() {
    let ids = DomainLint::ALL.map(DomainLint::id).into_iter();
    for id in ids.chain([UNASSIGNED_MODULE, UNMATCHED_SELECTOR, VACUOUS_RULE]) {
        assert!(crate::rules::find_lint(id).is_some(), "{id}");
    }
}

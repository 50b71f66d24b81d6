//! What inference finds, and what it leaves alone: one rule of the language each.

use super::{infer, signatures};
use crate::base::name;
use crate::modules::{Builder, Early};
use crate::resolve;
use crate::system::MemorySystem;
use crate::workspace::{
    Dependency, DependencyKinds, Edition, Package, Target, TargetKind, Workspace,
};

fn dependency(crate_name: &str) -> Dependency {
    let crate_name = name(crate_name);
    Dependency {
        crate_name,
        package: crate_name,
        real_crate_name: crate_name,
        member: false,
        kinds: DependencyKinds {
            normal: true,
            dev: false,
            build: false,
        },
        optional: false,
        target: false,
        path: None,
    }
}

/// What the methods, fields and associated items in one file lead to, and how many stay unknown.
fn found(text: &str) -> (Vec<String>, u32) {
    let system = MemorySystem::default().with_file("/w/src/lib.rs", text);
    let app = name("app");
    let workspace = Workspace {
        root: "/w".into(),
        packages: vec![Package {
            features: Vec::new(),
            name: app,
            manifest_path: "/w/Cargo.toml".into(),
            dependencies: ["anyhow", "futures", "outside"].map(dependency).to_vec(),
            targets: vec![Target {
                kind: TargetKind::Lib,
                name: app,
                crate_path: app,
                crate_name: app,
                src_path: "/w/src/lib.rs".into(),
                edition: Edition::E2024,
            }],
            selected: true,
        }],
        has_rules_in_manifest: false,
    };
    let (tree, _) = Builder::new(&system, None, &workspace, Early::default()).finish();
    let world = resolve::world(&workspace, &tree);
    let inferred = infer(&world, signatures(&workspace));
    let references = inferred.references.iter();
    let mut lines: Vec<String> = references
        .map(|it| format!("{}::{}", tree.module(it.module).path, it.item))
        .collect();
    lines.sort();
    lines.dedup();
    (lines, inferred.unknown)
}

const ITEMS: &str = "
    pub mod model {
        #[derive(Clone)]
        pub struct Item { pub price: u32, pub tag: Tag }
        #[derive(Clone)]
        pub struct Tag(pub u8);
        impl Tag { pub fn show(&self) -> u8 { 0 } }
        impl Item { pub fn tag(&self) -> &Tag { &self.tag } pub fn make() -> Self { loop {} } }
        pub fn all() -> Vec<Item> { Vec::new() }
        pub fn find(key: u32) -> Result<Option<Item>, String> { Ok(None) }
        pub async fn load() -> Item { loop {} }
        pub struct Guard(Item);
        impl std::ops::Deref for Guard { type Target = Item; fn deref(&self) -> &Item { &self.0 } }
        pub trait Shop { type Sold; fn sell(&self) -> Self::Sold; }
        pub struct Corner;
        impl Shop for Corner { type Sold = Item; fn sell(&self) -> Item { loop {} } }
        pub trait Loud { fn shout(&self) -> Tag; }
        impl<T> Loud for T { fn shout(&self) -> Tag { loop {} } }
        pub struct Pinned { #[pin] pub inner: Corner, pub rest: Item }
        impl outside::Draw for Corner { fn draw(self: std::pin::Pin<&mut Self>) -> Tag { loop {} } }
        #[cfg(windows)] pub mod imp { pub struct Handle; impl Handle { pub fn close(&self) {} } }
        #[cfg(unix)] pub mod other { pub struct Handle; impl Handle { pub fn close(&self) {} } }
        #[cfg(windows)] pub use imp::Handle;
        #[cfg(unix)] pub use other::Handle;
        pub mod fast { pub struct Lock; impl Lock { pub fn take(&self) {} } }
        pub mod slow { pub struct Lock; impl Lock { pub fn take(&self) {} } }
        #[cfg(not(target_os = \"linux\"))] pub use slow::Lock;
        #[cfg(target_os = \"linux\")] pub use fast::Lock;
    }
";

/// Whether the body of a function leads to exactly these items of `app::model`.
#[track_caller]
fn leads_to(body: &str, expected: &[&str]) {
    let text = format!("{ITEMS} mod user {{ use super::model; {body} }}");
    let (mut lines, _) = found(&text);
    let (own, _) = found(ITEMS);
    let expected: Vec<String> = expected
        .iter()
        .map(|it| format!("app::model::{it}"))
        .collect();
    lines.retain(|line| !own.contains(line) || expected.contains(line));
    assert_eq!(lines, expected, "{body}");
}

#[test]
fn a_type_follows_from_a_parameter_and_a_field() {
    leads_to(
        "fn f(i: &model::Item) { i.tag.show(); }",
        &["Item::tag", "Tag::show"],
    );
}

#[test]
fn a_type_follows_from_what_a_function_gives() {
    let body = "fn f() { let i = model::Item::make(); let t = i.tag(); t.show(); }";
    leads_to(body, &["Item::make", "Item::tag", "Tag::show"]);
}

#[test]
fn iterators_and_closures_hand_the_item_on() {
    let body = "fn f() -> Vec<u8> { model::all().iter().filter(|i| i.price > 1).map(|i| i.tag()).map(|t| t.show()).collect() }";
    leads_to(body, &["Item::price", "Item::tag", "Tag::show"]);
}

#[test]
fn question_mark_and_patterns_unwrap() {
    let body =
        "fn f() -> Result<(), String> { if let Some(i) = model::find(1)? { i.tag(); } Ok(()) }";
    leads_to(body, &["Item::tag"]);
}

#[test]
fn a_future_is_awaited() {
    leads_to(
        "async fn f() -> u32 { model::load().await.price }",
        &["Item::price"],
    );
}

#[test]
fn a_receiver_is_dereferenced() {
    leads_to("fn f(g: Box<model::Guard>) { g.tag(); }", &["Item::tag"]);
}

#[test]
fn a_bound_gives_the_method_of_its_trait() {
    let body = "fn f<S: model::Shop<Sold = model::Tag>>(s: &S) { s.sell().show(); }";
    leads_to(body, &["Shop::sell", "Tag::show"]);
}

#[test]
fn an_impl_gives_its_own_method_where_the_trait_is_in_scope() {
    let body = "use super::model::Shop as _; fn f() { let c = model::Corner; c.sell().tag(); }";
    leads_to(body, &["Corner::sell", "Item::tag"]);
}

#[test]
fn a_trait_that_is_not_in_scope_has_no_methods_here() {
    leads_to("fn f() { let c = model::Corner; c.shout(); }", &[]);
}

#[test]
fn a_variable_is_known_from_a_later_use() {
    let body = "fn f(i: model::Item) { let mut all = Vec::new(); all.push(i); for one in &all { one.tag(); } }";
    leads_to(body, &["Item::tag"]);
}

#[test]
fn what_is_derived_belongs_to_the_type() {
    leads_to("fn f(t: &model::Tag) { t.clone(); }", &["Tag::clone"]);
}

#[test]
fn a_method_of_the_same_name_is_not_guessed() {
    let (lines, unknown) = found(&format!(
        "{ITEMS} mod user {{ fn f() {{ outside::thing().show(); }} }}"
    ));
    let (own, known) = found(ITEMS);
    assert_eq!(lines, own);
    assert_eq!(unknown, known + 1, "it is counted");
}

#[test]
fn an_impl_of_a_trait_from_outside_has_its_members() {
    let body = "fn f(c: &mut model::Corner) { std::pin::Pin::new(c).draw().show(); }";
    leads_to(body, &["Corner::draw", "Tag::show"]);
}

#[test]
fn what_a_pinned_struct_projects_to_is_pinned_where_the_field_is() {
    let body = "fn f(p: std::pin::Pin<&mut model::Pinned>) { let p = p.project(); p.inner.draw(); p.rest.tag(); }";
    let expected = ["Corner::draw", "Item::tag", "Pinned::inner", "Pinned::rest"];
    leads_to(body, &expected);
}

#[test]
fn a_struct_without_pinned_fields_projects_to_nothing() {
    let body = "fn f(p: std::pin::Pin<&mut model::Item>) { p.project().tag(); }";
    leads_to(body, &[]);
}

#[test]
fn types_pass_through_crates_whose_signatures_are_known() {
    let body = "use anyhow::Context as _; fn f(i: Option<model::Item>) -> anyhow::Result<u32> { Ok(i.context(1)?.price) }";
    leads_to(body, &["Item::price"]);
    let body = "use futures::{FutureExt as _, StreamExt as _}; async fn f() { model::load().map(|i| i.tag().show()).await; futures::stream::iter(model::all()).next().await.unwrap().price; }";
    leads_to(body, &["Item::price", "Item::tag", "Tag::show"]);
}

#[test]
fn of_definitions_under_different_conditions_the_one_of_an_ordinary_build_counts() {
    let (lines, _) = found(&format!(
        "{ITEMS} mod user {{ use super::model; fn f(h: &model::Handle, l: &model::Lock) {{ h.close(); l.take(); }} }}"
    ));
    let mut methods = lines
        .iter()
        .filter(|it| it.ends_with("close") || it.ends_with("take"));
    assert_eq!(
        methods.next().map(String::as_str),
        Some("app::model::fast::Lock::take")
    );
    assert_eq!(
        methods.next().map(String::as_str),
        Some("app::model::other::Handle::close")
    );
    assert_eq!(methods.next(), None);
}

#[test]
fn what_an_unknown_bound_names_is_not_looked_for_elsewhere() {
    let body = "pub struct X<S>(S); impl<S: outside::Factory> X<S> where S::Error: Into<u8> {
        fn f(&self, i: &model::Item) { let a: Option<S::Error> = None; i.tag(); } }";
    leads_to(body, &["Item::tag"]);
}

use camino::{Utf8Path, Utf8PathBuf};

use super::*;
use crate::system::{MemorySystem, RealSystem};

/// What cargo says about a workspace of three packages: a web server with every kind of target,
/// a library with a name of its own, and a procedural macro.
const METADATA: &str = include_str!("tests.json");

fn options() -> LoadOptions {
    LoadOptions {
        current_dir: "/w".into(),
        cargo: "cargo".to_owned(),
        ..LoadOptions::default()
    }
}

fn system(metadata: &str) -> MemorySystem {
    MemorySystem::default()
        .with_file("/w/Cargo.toml", "[workspace]")
        .with_output("cargo metadata --no-deps --format-version 1", metadata)
}

fn workspace() -> Workspace {
    load(&system(METADATA), &options()).unwrap()
}

fn package<'w>(workspace: &'w Workspace, name: &str) -> &'w Package {
    let mut packages = workspace.packages.iter();
    packages.find(|it| it.name == name).unwrap()
}

fn dependency<'p>(package: &'p Package, crate_name: &str) -> &'p Dependency {
    let mut dependencies = package.dependencies.iter();
    dependencies.find(|it| it.crate_name == crate_name).unwrap()
}

#[test]
fn every_target_is_a_crate_of_its_own() {
    let workspace = workspace();
    let web = package(&workspace, "shop-web");
    let crates: Vec<(&str, TargetKind)> = web
        .targets
        .iter()
        .map(|target| (target.crate_path.as_str(), target.kind))
        .collect();
    let expected = [
        ("shop_web", TargetKind::Lib),
        ("bin:shop-web/shop-web", TargetKind::Bin),
        ("bin:shop-web/tool", TargetKind::Bin),
        ("example:shop-web/ex", TargetKind::Example),
        ("test:shop-web/it", TargetKind::Test),
        ("bench:shop-web/be", TargetKind::Bench),
        ("build:shop-web", TargetKind::BuildScript),
    ];
    assert_eq!(crates, expected);
    assert_eq!(web.library().unwrap().src_path, "/w/a/src/lib.rs");

    let macros = package(&workspace, "mac").library().unwrap();
    assert_eq!(
        (macros.kind, macros.edition),
        (TargetKind::ProcMacro, Edition::E2024)
    );
    let orders = package(&workspace, "shop-orders");
    assert_eq!(orders.library().unwrap().crate_path, "orders_core");
    assert_eq!(orders.library().unwrap().edition, Edition::E2015);
}

#[test]
fn dependencies_have_the_name_that_code_uses_and_their_real_one() {
    let workspace = workspace();
    let web = package(&workspace, "shop-web");
    let names: Vec<[&str; 3]> = web
        .dependencies
        .iter()
        .map(|it| {
            [
                it.crate_name.as_str(),
                it.package.as_str(),
                it.real_crate_name.as_str(),
            ]
        })
        .collect();
    let expected = [
        ["cc", "cc", "cc"],
        ["libc", "libc", "libc"],
        ["old", "md-5", "md5"],
        ["orders", "shop-orders", "orders_core"],
        ["orders_core", "shop-orders", "orders_core"],
        ["serde_json", "serde_json", "serde_json"],
    ];
    assert_eq!(names, expected);

    let twice = dependency(web, "serde_json").kinds;
    assert!(twice.normal && twice.dev && !twice.build);
    assert!(dependency(web, "cc").kinds.build);
    assert!(dependency(web, "libc").target);
    assert!(dependency(web, "old").optional && !dependency(web, "old").member);
    let orders = dependency(web, "orders");
    assert!(orders.member && orders.kinds.normal && !orders.kinds.dev);
    assert_eq!(orders.path.as_deref(), Some(Utf8Path::new("/w/b")));
}

#[test]
fn libraries_of_one_name_stay_two_crates() {
    let crates = |metadata: &str| {
        let workspace = load(&system(metadata), &options()).unwrap();
        let crate_of = |name| package(&workspace, name).library().unwrap().crate_path;
        let web = package(&workspace, "shop-web");
        let orders = dependency(web, "orders").real_crate_name;
        assert_eq!(orders, crate_of("shop-orders"));
        ["mac", "shop-orders", "shop-web"].map(|name| crate_of(name).to_string())
    };
    let both_mac = METADATA.replace("\"orders_core\"", "\"mac\"");
    assert_eq!(crates(&both_mac), ["mac", "shop_orders", "shop_web"]);
    let both_web = METADATA.replace("\"orders_core\"", "\"shop_web\"");
    assert_eq!(crates(&both_web), ["mac", "shop_web", "shop_web_"]);
}

#[test]
fn a_published_version_of_a_member_is_another_crate_unless_patched() {
    let path = r#", "path": "/w/b""#;
    assert!(METADATA.contains(path));
    let published = METADATA.replace(path, "");
    let real_name = |system: &MemorySystem| {
        let workspace = load(system, &options()).unwrap();
        let found = dependency(package(&workspace, "shop-web"), "orders").clone();
        (found.real_crate_name.to_string(), found.member)
    };
    let alone = system(&published);
    assert_eq!(real_name(&alone), ("shop_orders".to_owned(), false));

    let manifest = "[patch.crates-io]\nshop-orders = { path = 'b' }";
    let patched = system(&published).with_file("/w/Cargo.toml", manifest);
    assert_eq!(real_name(&patched), ("orders_core".to_owned(), true));

    let other_version = published.replace(r#""req": "*""#, r#""req": "^9""#);
    let unfit = system(&other_version).with_file("/w/Cargo.toml", manifest);
    assert_eq!(real_name(&unfit), ("shop_orders".to_owned(), false));

    let same_name = published.replace("orders_core", "shop_orders");
    assert_eq!(
        real_name(&system(&same_name)),
        ("shop_orders_external".to_owned(), false)
    );
}

#[test]
fn filters_select_and_complain() {
    let with = |packages: &[&str], exclude: &[&str]| {
        let filtered = LoadOptions {
            packages: packages.iter().map(ToString::to_string).collect(),
            exclude: exclude.iter().map(ToString::to_string).collect(),
            ..options()
        };
        load(&system(METADATA), &filtered)
    };
    let workspace = with(&["shop-*"], &["shop-web"]).unwrap();
    let selected: Vec<&str> = workspace.selected().map(|it| it.name.as_str()).collect();
    assert_eq!(selected, ["shop-orders"]);
    assert_eq!(workspace.packages.len(), 3);

    let error = with(&["shop-ordres"], &[]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "no package of the workspace matches `shop-ordres`"
    );
    assert_eq!(error.help().unwrap(), "did you mean `shop-orders`?");
    assert!(matches!(
        with(&["mac"], &["mac"]),
        Err(LoadError::NothingSelected)
    ));
}

#[test]
fn what_goes_wrong_is_said() {
    let message = |system: &MemorySystem, manifest: Option<&str>| {
        let options = LoadOptions {
            manifest_path: manifest.map(Utf8PathBuf::from),
            ..options()
        };
        load(system, &options).unwrap_err().to_string()
    };
    let empty = MemorySystem::default();
    let here = MemorySystem::default().with_file("/w/Cargo.toml", "");
    assert_eq!(
        message(&empty, None),
        "no Cargo.toml in `/w` or any folder above it"
    );
    assert_eq!(
        message(&here, Some("x/Cargo.toml")),
        "the manifest `x/Cargo.toml` does not exist"
    );
    assert_eq!(message(&here, Some("/w")), "`/w` is not a Cargo.toml");
    assert_eq!(
        message(&here, None),
        "cannot start `cargo`: entity not found"
    );
    let failing = MemorySystem::default()
        .with_file("/w/Cargo.toml", "")
        .with_failure("cargo metadata", "error: virtual manifest\n");
    let failed = "`cargo metadata` failed:\nerror: virtual manifest";
    assert_eq!(message(&failing, None), failed);
    let garbled = message(&system("{}"), None);
    assert!(garbled.starts_with("cannot read the output of `cargo metadata`: "));
}

#[test]
fn paths_are_shown_from_the_root() {
    let shown = |path: &str| shown_path("/a/w".into(), path.into());
    assert_eq!(shown("/a/w/src/lib.rs"), "src/lib.rs");
    assert_eq!(shown("/a/w"), ".");
    assert_eq!(shown("/a/x/lib.rs"), "../x/lib.rs");
    assert_eq!(shown("/b/lib.rs"), "/b/lib.rs");
}

#[test]
fn text_is_utf_8_without_a_mark() {
    let system = MemorySystem::default()
        .with_file("/w/bom.rs", "\u{feff}fn a() {}")
        .with_file("/w/latin.rs", b"// a\n// \xe9");
    let text = |path: &str| read_text(&system, path.into());
    assert_eq!(text("/w/bom.rs").unwrap(), "fn a() {}");
    assert_eq!(
        text("/w/latin.rs").unwrap_err(),
        "the file is not UTF-8 (line 2)"
    );
    assert_eq!(
        text("/w/no.rs").unwrap_err(),
        "cannot read the file: entity not found"
    );
}

#[test]
fn cargo_itself_answers_for_this_package() {
    let options = LoadOptions {
        current_dir: env!("CARGO_MANIFEST_DIR").into(),
        cargo: env!("CARGO").to_owned(),
        flags: vec!["--offline".to_owned()],
        ..LoadOptions::default()
    };
    let workspace = load(&RealSystem, &options).unwrap();
    let package = package(&workspace, "cargo-bulkhead");
    assert_eq!(package.library().unwrap().crate_path, "bulkhead");
    let metadata = dependency(package, "cargo_metadata");
    assert!(metadata.kinds.normal && !metadata.member);
}

//! What people see: rule files in, rules and labelled errors out.

use crate::base::{Level, SourceMap, name};

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
    let left_out: Vec<&str> = loaded.left_out.iter().map(|id| id.as_str()).collect();
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

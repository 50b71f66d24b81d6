//! `cfg` predicates and the attributes that carry them.

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Lit, Meta, Token};

use crate::base::{Cfg, name};

/// The predicates about the platform, by name; everything else that is no feature is `Other`.
const TARGET_WORDS: [&str; 13] = [
    "unix",
    "windows",
    "target_os",
    "target_arch",
    "target_family",
    "target_env",
    "target_vendor",
    "target_endian",
    "target_pointer_width",
    "target_feature",
    "target_has_atomic",
    "target_abi",
    "target_thread_local",
];

/// The condition that the `#[cfg(…)]` of these attributes demand together.
pub(super) fn of_attributes(attributes: &[Attribute]) -> Option<Cfg> {
    let mut all: Vec<Cfg> = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("cfg"))
        .filter_map(|attribute| attribute.parse_args::<Meta>().ok())
        .map(|meta| predicate(&meta))
        .collect();
    match all.len() {
        0 => None,
        1 => all.pop(),
        _ => Some(Cfg::All(all)),
    }
}

/// The condition and the attributes of a `#[cfg_attr(condition, attributes…)]`.
pub(super) fn of_cfg_attr(attribute: &Attribute) -> Option<(Cfg, Vec<Meta>)> {
    if !attribute.path().is_ident("cfg_attr") {
        return None;
    }
    let parser = Punctuated::<Meta, Token![,]>::parse_terminated;
    let mut metas = attribute.parse_args_with(parser).ok()?.into_iter();
    let condition = predicate(&metas.next()?);
    Some((condition, metas.collect()))
}

/// Whether a predicate can never hold, from its text alone: `any()`, `false`.
pub(super) fn is_never(cfg: &Cfg) -> bool {
    match cfg {
        Cfg::Constant(value) => !value,
        Cfg::All(parts) => parts.iter().any(is_never),
        Cfg::Any(parts) => parts.iter().all(is_never),
        Cfg::Not(part) => is_always(part),
        _ => false,
    }
}

fn is_always(cfg: &Cfg) -> bool {
    match cfg {
        Cfg::Constant(value) => *value,
        Cfg::All(parts) => parts.iter().all(is_always),
        Cfg::Any(parts) => parts.iter().any(is_always),
        Cfg::Not(part) => is_never(part),
        _ => false,
    }
}

/// What one predicate says.
pub(super) fn predicate(meta: &Meta) -> Cfg {
    match meta {
        Meta::Path(path) => word(&path_text(path)),
        Meta::List(list) => {
            let parser = Punctuated::<Meta, Token![,]>::parse_terminated;
            let parts: Vec<Cfg> = list
                .parse_args_with(parser)
                .map(|metas| metas.iter().map(predicate).collect())
                .unwrap_or_default();
            match path_text(&list.path).as_str() {
                "all" => Cfg::All(parts),
                "any" => Cfg::Any(parts),
                "not" => parts
                    .into_iter()
                    .next()
                    .map_or(Cfg::Constant(true), |part| Cfg::Not(Box::new(part))),
                other => Cfg::Other(name(other)),
            }
        }
        Meta::NameValue(pair) => {
            let key = path_text(&pair.path);
            let value = literal(&pair.value).unwrap_or_default();
            if key == "feature" {
                Cfg::Feature(name(&value))
            } else {
                let text = name(&format!("{key} = \"{value}\""));
                if TARGET_WORDS.contains(&key.as_str()) {
                    Cfg::Target(text)
                } else {
                    Cfg::Other(text)
                }
            }
        }
    }
}

fn word(text: &str) -> Cfg {
    match text {
        "test" => Cfg::Test,
        "true" => Cfg::Constant(true),
        "false" => Cfg::Constant(false),
        text if TARGET_WORDS.contains(&text) => Cfg::Target(name(text)),
        text => Cfg::Other(name(text)),
    }
}

fn path_text(path: &syn::Path) -> String {
    let segments: Vec<String> = path.segments.iter().map(|s| s.ident.to_string()).collect();
    segments.join("::")
}

/// The text of a string literal.
pub(super) fn literal(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        Expr::Group(group) => literal(&group.expr),
        _ => None,
    }
}

//! `cfg` predicates and the attributes that carry them.

use syn::parse::{Parse, ParseStream};
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

/// The condition that the `#[cfg(…)]` of these attributes demand together, those in a `cfg_attr` included.
pub(super) fn of_attributes(attributes: &[Attribute]) -> Option<Cfg> {
    let mut all: Vec<Cfg> = attributes
        .iter()
        .flat_map(|attribute| flat(&attribute.meta))
        .filter_map(|(condition, meta)| {
            let own = match meta {
                Meta::List(list) if list.path.is_ident("cfg") => {
                    list.parse_args::<Predicate>().ok()?.0
                }
                _ => return None,
            };
            // Where the `cfg_attr` does not hold, the `cfg` is not there.
            Some(match condition {
                Some(condition) => Cfg::Any(vec![Cfg::Not(Box::new(condition)), own]),
                None => own,
            })
        })
        .collect();
    match all.len() {
        0 => None,
        1 => all.pop(),
        _ => Some(Cfg::All(all)),
    }
}

/// The attribute itself, or those of a `cfg_attr(condition, attributes…)` with its condition, however deep.
pub(super) fn flat(meta: &Meta) -> Vec<(Option<Cfg>, Meta)> {
    let Meta::List(list) = meta else {
        return vec![(None, meta.clone())];
    };
    if !list.path.is_ident("cfg_attr") {
        return vec![(None, meta.clone())];
    }
    let parser = |input: ParseStream<'_>| {
        let Predicate(condition) = input.parse()?;
        input.parse::<Option<Token![,]>>()?;
        let metas = Punctuated::<Meta, Token![,]>::parse_terminated(input)?;
        Ok((condition, metas))
    };
    let Ok((condition, metas)) = list.parse_args_with(parser) else {
        return Vec::new();
    };
    let inner = metas.iter().flat_map(flat).map(|(own, meta)| {
        let both = match own {
            Some(own) => Cfg::All(vec![condition.clone(), own]),
            None => condition.clone(),
        };
        (Some(both), meta)
    });
    inner.collect()
}

/// A predicate as it is parsed: `true` and `false` are no attributes, but predicates.
pub(super) struct Predicate(pub(super) Cfg);

impl Parse for Predicate {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(syn::LitBool) {
            let literal: syn::LitBool = input.parse()?;
            return Ok(Self(Cfg::Constant(literal.value)));
        }
        Ok(Self(predicate(&input.parse()?)))
    }
}

/// What one predicate says.
fn predicate(meta: &Meta) -> Cfg {
    match meta {
        Meta::Path(path) => word(&path_text(path)),
        Meta::List(list) => {
            let parser = Punctuated::<Predicate, Token![,]>::parse_terminated;
            let parts: Vec<Cfg> = list
                .parse_args_with(parser)
                .map(|parts| parts.into_iter().map(|it| it.0).collect())
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

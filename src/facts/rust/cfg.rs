//! `cfg` predicates and the attributes that carry them.

use super::syntax::token::{Delimiter, Token, Word};
use super::syntax::tree::{Attribute, Meta, MetaValue, Path};
use super::syntax::{Home, Parsed, Parser, string_value};
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
pub(super) fn of_attributes<'a>(home: &'a Home<'a>, attributes: &[Attribute<'a>]) -> Option<Cfg> {
    let mut all: Vec<Cfg> = attributes
        .iter()
        .filter(|attribute| attribute.path.is("cfg") || attribute.path.is("cfg_attr"))
        .flat_map(|attribute| flat(home, attribute))
        .filter_map(|(condition, meta)| {
            let own = match meta.value {
                MetaValue::List(tokens) if meta.path.is("cfg") => {
                    Parser::new(home, tokens).whole(|input| {
                        let own = predicate(input)?;
                        input.eat(b',');
                        Ok(own)
                    })?
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
pub(super) fn flat<'a>(home: &'a Home<'a>, meta: &Meta<'a>) -> Vec<(Option<Cfg>, Meta<'a>)> {
    let MetaValue::List(tokens) = meta.value else {
        return vec![(None, *meta)];
    };
    if !meta.path.is("cfg_attr") {
        return vec![(None, *meta)];
    }
    let parts = Parser::new(home, tokens).whole(|input| {
        let condition = predicate(input)?;
        input.eat(b',');
        Ok((condition, input.all_by_comma(Parser::meta)?))
    });
    let Some((condition, metas)) = parts else {
        return Vec::new();
    };
    let inner = metas
        .iter()
        .flat_map(|meta| flat(home, meta))
        .map(|(own, meta)| {
            let both = match own {
                Some(own) => Cfg::All(vec![condition.clone(), own]),
                None => condition.clone(),
            };
            (Some(both), meta)
        });
    inner.collect()
}

/// What one predicate says.
pub(super) fn predicate(input: &mut Parser<'_>) -> Parsed<Cfg> {
    if matches!(input.word(), Word::True | Word::False)
        && !input.opens_at(1, Delimiter::Parenthesis)
    {
        let value = input.word() == Word::True;
        input.advance();
        return Ok(Cfg::Constant(value));
    }
    let meta = input.meta()?;
    Ok(match meta.value {
        MetaValue::None => word(&path_text(&meta.path)),
        MetaValue::List(tokens) => {
            let inside = input.inside(tokens);
            let parts = inside.whole(|input| {
                let mut parts = Vec::new();
                while !input.is_at_end() {
                    parts.push(predicate(input)?);
                    if !input.eat(b',') {
                        input.finish()?;
                    }
                }
                Ok(parts)
            });
            let parts = parts.unwrap_or_default();
            match path_text(&meta.path).as_str() {
                "all" => Cfg::All(parts),
                "any" => Cfg::Any(parts),
                "not" => parts
                    .into_iter()
                    .next()
                    .map_or(Cfg::Constant(true), |part| Cfg::Not(Box::new(part))),
                other => Cfg::Other(name(other)),
            }
        }
        MetaValue::Is(value) => {
            let key = path_text(&meta.path);
            let value = literal(input.home(), value).unwrap_or_default();
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
    })
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

fn path_text(path: &Path<'_>) -> String {
    let segments: Vec<&str> = path
        .segments
        .iter()
        .map(|it| it.ident.name.as_str())
        .collect();
    segments.join("::")
}

/// The text of a string literal that is all there is.
pub(super) fn literal(home: &Home<'_>, tokens: &[Token]) -> Option<String> {
    let mut seen = tokens.iter().filter(|it| !it.is_invisible());
    match (seen.next(), seen.next()) {
        (Some(only), None) => string_value(home.literal(only)),
        _ => None,
    }
}

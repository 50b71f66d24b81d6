//! The text of one selector term → [`Atom`]s.
//!
//! In: `!tag:a & tag:b`. Out: its parts, or a [`Fault`] that says where in the text and what to write instead.
//! *Invariant:* knows the syntax only: whether a name is declared is decided when all files are read.

use std::ops::Range;

use super::model::{Atom, NamePattern, PathPattern, Selector, Term};
use super::suggest::nearest;
use crate::base::{Location, name};

/// What is wrong in a term.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// Where in the text.
    pub(super) range: Range<usize>,
    pub(super) message: String,
    pub(super) label: String,
    pub(super) help: Option<String>,
}

/// A term, taken apart.
#[derive(Debug)]
pub(super) struct ParsedTerm {
    pub(super) negated: bool,
    pub(super) atoms: Vec<Atom>,
}

/// The prefixes that select by a declared name.
const NAMED: [&str; 4] = ["domain", "layer", "tag", "package"];
/// The prefixes of crates that are no library.
const TARGETS: [&str; 5] = ["bin", "test", "bench", "example", "build"];

/// Reads a selector that stands in no rule file, such as an argument of the command line: terms with `,` between them.
///
/// # Errors
/// What is wrong with it, as a lowercase phrase.
pub(crate) fn parse_selector(text: &str, location: Location) -> Result<Selector, String> {
    let terms = text
        .split(',')
        .map(|part| match parse_term(part) {
            Ok(parsed) => Ok(Term {
                negated: parsed.negated,
                atoms: parsed.atoms,
                text: name(part.trim()),
                location,
            }),
            Err(fault) => Err(match fault.help {
                Some(help) => format!("{} ({help})", fault.message),
                None => fault.message,
            }),
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Selector { terms, location })
}

/// Reads one term.
pub(super) fn parse_term(text: &str) -> Result<ParsedTerm, Fault> {
    if text.trim().is_empty() {
        return Err(fault(text, text, "empty selector").label("nothing is selected"));
    }
    if let Some(brace) = text.find('{') {
        let end = text[brace..]
            .find('}')
            .map_or(text.len(), |at| brace + at + 1);
        return Err(
            fault(text, &text[brace..end], "captures are not available yet")
                .label("not in this version")
                .help("write `*` for one segment, or one rule for each value"),
        );
    }
    let body = text.trim();
    let (negated, body) = match body.strip_prefix('!') {
        Some(rest) => (true, rest),
        None => (false, body),
    };
    let atoms = body
        .split('&')
        .map(|part| parse_atom(text, part))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(ParsedTerm { negated, atoms })
}

/// Reads a path with globs, where no prefix may stand.
pub(super) fn parse_relative_path(text: &str, part: &str) -> Result<PathPattern, Fault> {
    if let Some(prefix) = prefix(part) {
        return Err(fault(
            text,
            part,
            format!("`{prefix}:` cannot name a layer inside a container"),
        )
        .label("write a path relative to the container")
        .help("with `inside`, a layer is a path below each container, such as `adapters` or `adapters::db`; without it, any selector; siblings that may see each other are written `a : b`, with blanks"));
    }
    check_segments(text, part)?;
    if part.contains('*') {
        return Err(fault(text, part, "a layer inside a container has no `*`")
            .label("a layer is one path below each container")
            .help("name each layer in a row of its own, or as siblings: `db_orders : db_lines`"));
    }
    Ok(PathPattern::new(&part.replace("r#", "")))
}

fn parse_atom(text: &str, part: &str) -> Result<Atom, Fault> {
    let part = part.trim();
    if part.is_empty() {
        return Err(
            fault(text, text.trim(), "a part of the selector is missing")
                .label("`&` and `!` stand before a name"),
        );
    }
    if part.starts_with('!') {
        return Err(
            fault(text, part, "`!` stands at the beginning of a term only")
                .label("takes away a part")
                .help(
                    "write a list, with what is taken away as a term of its own: [\"a\", \"!b\"]",
                ),
        );
    }
    let Some(prefix) = prefix(part) else {
        return parse_path(text, part);
    };
    let name = &part[prefix.len() + 1..];
    if TARGETS.contains(&prefix) {
        check_target(text, part, prefix, name)?;
        return Ok(Atom::Path(PathPattern::new(part)));
    }
    if !NAMED.contains(&prefix) {
        return Err(unknown_prefix(text, part, prefix, name));
    }
    check_name(text, part, prefix, name)?;
    let pattern = NamePattern::new(name);
    Ok(match prefix {
        "domain" => Atom::Domain(pattern),
        "layer" => Atom::Layer(pattern),
        "tag" => Atom::Tag(pattern),
        _ => Atom::Package(pattern),
    })
}

/// What stands before the first single `:`.
fn prefix(part: &str) -> Option<&str> {
    let (prefix, rest) = part.split_once(':')?;
    (!rest.starts_with(':')).then_some(prefix)
}

fn unknown_prefix(text: &str, part: &str, prefix: &str, name: &str) -> Fault {
    let at = fault(
        text,
        &part[..=prefix.len()],
        format!("unknown prefix `{prefix}:`"),
    );
    if prefix == "lib" || prefix == "crate" {
        return at
            .label(format!("write `{name}`"))
            .help("a library is its crate name alone");
    }
    let meant = nearest(prefix, NAMED.into_iter().chain(TARGETS));
    let at = match meant {
        Some(meant) => at.label(format!("did you mean `{meant}:`?")),
        None if !name.is_empty() => at.label(format!("did you mean `{prefix}::{name}`?")),
        None => at.label("no such prefix"),
    };
    at.help("a term is a path (`shop_orders::api`), `domain:`, `layer:`, `tag:` or `package:` with a name, or a target such as `bin:PACKAGE/NAME`")
}

fn check_name(text: &str, part: &str, prefix: &str, name: &str) -> Result<(), Fault> {
    if name.is_empty() {
        return Err(fault(text, part, format!("`{prefix}:` without a name"))
            .label(format!("write `{prefix}:NAME` or `{prefix}:*`")));
    }
    let bad = name.find(|c: char| !(c.is_alphanumeric() || "-_*:./".contains(c)));
    match bad {
        None => Ok(()),
        Some(at) => Err(bad_character(text, &name[at..])),
    }
}

fn check_target(text: &str, part: &str, prefix: &str, rest: &str) -> Result<(), Fault> {
    let (package, below) = rest
        .split_once("::")
        .map_or((rest, None), |(a, b)| (a, Some(b)));
    let names = package.split('/').count();
    let complete = package.split('/').all(|name| !name.is_empty());
    let wanted = if prefix == "build" { 1 } else { 2 };
    if !complete || (names != wanted && package != "*") {
        let form = if prefix == "build" {
            "build:PACKAGE".to_owned()
        } else {
            format!("{prefix}:PACKAGE/NAME")
        };
        return Err(
            fault(text, part, format!("incomplete path of a {prefix} target"))
                .label(format!("write `{form}`"))
                .help("globs are allowed in both names: `bin:shop-*/*`"),
        );
    }
    let bad = package.find(|c: char| !(c.is_alphanumeric() || "-_*/".contains(c)));
    if let Some(at) = bad {
        return Err(bad_character(text, &package[at..]));
    }
    below.map_or(Ok(()), |below| check_segments(text, below))
}

fn parse_path(text: &str, part: &str) -> Result<Atom, Fault> {
    let first = part.split("::").next().unwrap_or_default();
    if part.starts_with("::") {
        return Err(fault(text, part, "a path begins with the crate's name")
            .label(format!("write `{}`", part.trim_start_matches(':'))));
    }
    if ["crate", "self", "super", "$crate"].contains(&first) {
        return Err(
            fault(text, part, format!("`{first}` means nothing in a rule file"))
                .label("begin with the crate's name")
                .help("a rule file looks at the whole workspace, so every path is absolute: `shop_orders::api`"),
        );
    }
    check_crate_name(text, part, first)?;
    check_segments(text, part)?;
    Ok(Atom::Path(PathPattern::new(&part.replace("r#", ""))))
}

fn check_crate_name(text: &str, part: &str, first: &str) -> Result<(), Fault> {
    if !first.contains('-')
        || !first
            .chars()
            .all(|c| c.is_alphanumeric() || "-_*".contains(c))
    {
        return Ok(());
    }
    let meant = part.replacen(first, &first.replace('-', "_"), 1);
    Err(
        fault(text, first, format!("`{first}` is not the name of a crate"))
            .label(format!("did you mean `{meant}`?"))
            .help(format!(
                "a crate is named as Rust code names it, with `_`; the package is `package:{first}`"
            )),
    )
}

fn check_segments(text: &str, path: &str) -> Result<(), Fault> {
    for segment in path.split("::") {
        if segment.is_empty() {
            return Err(fault(text, path, "a segment of the path is empty")
                .label("segments stand between `::`"));
        }
        if segment.contains("**") && segment != "**" {
            return Err(fault(text, segment, "`**` stands for whole segments")
                .label("only `*` can be a part of a segment"));
        }
        let bare = segment.strip_prefix("r#").unwrap_or(segment);
        let bad = bare.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '*'));
        if let Some(at) = bad {
            return Err(bad_character(text, &bare[at..]));
        }
    }
    Ok(())
}

/// `rest` begins with a character that cannot stand in a selector.
fn bad_character(text: &str, rest: &str) -> Fault {
    let character = rest.chars().next().unwrap_or(' ');
    let at = fault(
        text,
        &rest[..character.len_utf8()],
        format!("`{character}` cannot stand in a selector"),
    );
    match character {
        '.' | '/' | '\\' => at
            .label("write `::`")
            .help("a selector is a path of modules, not of files: `shop_orders::api`"),
        ',' | ';' | '|' => at
            .label("one term ends here")
            .help("write several terms as a list: [\"a\", \"b\"]"),
        ' ' | '\t' => at
            .label("one term ends here")
            .help("write several terms as a list, or join two conditions with `&`"),
        '-' => at.label("write `_`"),
        ':' => at.label("write `::`"),
        '?' | '[' | '^' | '$' | '+' | '(' | ')' => at
            .label("not a glob of this language")
            .help("`*` is one segment or a part of one, `**` any number of segments; there are no regular expressions"),
        _ => at.label("not a part of a name"),
    }
}

/// A fault at `part`, which must be a part of `text`.
fn fault(text: &str, part: &str, message: impl Into<String>) -> Fault {
    let start = (part.as_ptr() as usize)
        .saturating_sub(text.as_ptr() as usize)
        .min(text.len());
    Fault {
        range: start..(start + part.len()).min(text.len()),
        message: message.into(),
        label: String::new(),
        help: None,
    }
}

impl Fault {
    fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> (String, String, String) {
        let fault = parse_term(text).expect_err(text);
        (
            fault.message,
            fault.label,
            text[fault.range.clone()].to_owned(),
        )
    }

    #[test]
    fn reads_every_form() {
        for text in [
            "shop_orders::api",
            "shop_*::adapters::**",
            "**::tests",
            "domain:orders",
            "layer:adapters::db",
            "tag:a & tag:b",
            "!package:shop-*",
            "bin:shop-web/shop::args",
            "bin:*",
            "build:shop-web",
            "std::env::var",
            "shop::r#type",
        ] {
            assert!(parse_term(text).is_ok(), "{text}");
        }
        let term = parse_term("! tag:a & domain:b*").unwrap();
        assert!(term.negated);
        assert!(matches!(term.atoms[..], [Atom::Tag(_), Atom::Domain(_)]));
    }

    #[test]
    fn says_what_to_write_instead() {
        let cases = [
            (
                "domian:x",
                "unknown prefix `domian:`",
                "did you mean `domain:`?",
                "domian:",
            ),
            (
                "shop-orders::api",
                "`shop-orders` is not the name of a crate",
                "did you mean `shop_orders::api`?",
                "shop-orders",
            ),
            (
                "shop/orders",
                "`/` cannot stand in a selector",
                "write `::`",
                "/",
            ),
            (
                "crate::api",
                "`crate` means nothing in a rule file",
                "begin with the crate's name",
                "crate::api",
            ),
            (
                "shop::{d}::x",
                "captures are not available yet",
                "not in this version",
                "{d}",
            ),
            (
                "a & !b",
                "`!` stands at the beginning of a term only",
                "takes away a part",
                "!b",
            ),
            (
                "shop::a**",
                "`**` stands for whole segments",
                "only `*` can be a part of a segment",
                "a**",
            ),
            (
                "bin:shop",
                "incomplete path of a bin target",
                "write `bin:PACKAGE/NAME`",
                "bin:shop",
            ),
            (
                "tag:",
                "`tag:` without a name",
                "write `tag:NAME` or `tag:*`",
                "tag:",
            ),
            (
                "a, b",
                "`,` cannot stand in a selector",
                "one term ends here",
                ",",
            ),
            (
                "a::",
                "a segment of the path is empty",
                "segments stand between `::`",
                "a::",
            ),
        ];
        for (text, message, label, at) in cases {
            let expected = (message.to_owned(), label.to_owned(), at.to_owned());
            assert_eq!(faults(text), expected, "{text}");
        }
    }
}

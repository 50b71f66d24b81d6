//! One TOML table, read key by key against the keys that it may have.
//!
//! In: a table and its [`TableKeys`]. Out: typed values, and an error for everything that does not fit.
//! *Invariant:* a key that is wrong hides no other error of its table.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::base::{FileId, Level, Location, Name, ReferenceKind, Span, name};

use super::error::RuleFileError;
use super::keys::{LATER, SYNONYMS, TableKeys};
use super::model::{Kinds, NameList, Selector, Term};
use super::selector::{Fault, parse_term};
use super::suggest::nearest;

/// A value with its place.
pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// A string of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text<'t> {
    pub(super) value: &'t str,
    pub(super) location: Location,
    /// Whether the file holds the value character by character between the quotes.
    plain: bool,
}

impl Text<'_> {
    /// The place of a part of the text.
    pub(super) fn part(&self, range: &Range<usize>) -> Location {
        if !self.plain {
            return self.location;
        }
        let start = self.location.span.start + 1;
        Location {
            file: self.location.file,
            span: Span::new(start + offset(range.start), start + offset(range.end)),
        }
    }
}

/// The file that is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct FileText<'t> {
    pub(super) file: FileId,
    pub(super) text: &'t str,
}

impl<'t> FileText<'t> {
    pub(super) fn location(self, range: &Range<usize>) -> Location {
        Location {
            file: self.file,
            span: Span::new(offset(range.start), offset(range.end)),
        }
    }

    pub(super) fn string(self, value: &'t Value<'_>) -> Option<Text<'t>> {
        let text = value.get_ref().as_str()?;
        let span = value.span();
        let source = self.text.get(span.clone()).unwrap_or_default();
        let inner = source.get(1..source.len().saturating_sub(1));
        Some(Text {
            value: text,
            location: self.location(&span),
            plain: inner == Some(text),
        })
    }
}

/// Offsets of rule files fit: the source map counts in 32 bits.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Selectors and lists that name what rule files declare.
#[derive(Clone, Debug, Default)]
pub(super) struct UsedNames {
    pub(super) selectors: Vec<Selector>,
    /// Lists of domains, by key.
    pub(super) lists: Vec<(Name, NameList)>,
    /// Rules and lints that exceptions name.
    pub(super) rules: Vec<(Name, Location)>,
}

impl UsedNames {
    pub(super) fn append(&mut self, other: Self) {
        self.selectors.extend(other.selectors);
        self.lists.extend(other.lists);
        self.rules.extend(other.rules);
    }
}

/// Reads one table.
pub(super) struct TableReader<'t> {
    pub(super) source: FileText<'t>,
    /// Where errors about the whole table are shown.
    pub(super) location: Location,
    pub(super) errors: Vec<RuleFileError>,
    /// The names that were read, to be checked once all files are known; also of tables that are left out.
    pub(super) names: UsedNames,
    table: &'t DeTable<'t>,
    keys: TableKeys,
    /// What the table is called in messages: `[[forbid]]`, `[domain.orders]`.
    title: String,
}

impl<'t> TableReader<'t> {
    /// A reader for `table`; reports unknown keys at once. `torn` tables hold a statement that is no TOML:
    /// what seems to be missing there is not.
    pub(super) fn new(
        source: FileText<'t>,
        table: &'t DeTable<'t>,
        location: Location,
        keys: TableKeys,
        title: impl Into<String>,
        torn: bool,
    ) -> Self {
        let mut reader = Self {
            source,
            location,
            errors: Vec::new(),
            names: UsedNames::default(),
            table,
            keys,
            title: title.into(),
        };
        reader.check_unknown();
        if !torn {
            reader.check_missing();
        }
        reader
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    pub(super) fn text(&mut self, key: &str) -> Option<Text<'t>> {
        let value = self.table.get(key)?;
        let text = self.source.string(value);
        if text.is_none() {
            self.wrong_type(key, value, "a string");
        }
        text
    }

    pub(super) fn owned(&mut self, key: &str) -> Option<String> {
        self.text(key).map(|text| text.value.to_owned())
    }

    /// A text that says something.
    pub(super) fn filled(&mut self, key: &str, help: &str) -> Option<String> {
        let text = self.text(key)?;
        if text.value.trim().is_empty() {
            let message = format!("`{key}` in {} is empty", self.title);
            self.error(text.location, message, "say why, in a sentence", Some(help));
            return None;
        }
        Some(text.value.to_owned())
    }

    pub(super) fn flag(&mut self, key: &str) -> Option<bool> {
        let value = self.table.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(key, value, "`true` or `false`");
        }
        flag
    }

    /// A string, or the strings of a list; `None` where it is missing or neither.
    pub(super) fn texts(&mut self, key: &str) -> Option<(Vec<Text<'t>>, Location)> {
        let value = self.table.get(key)?;
        let location = self.source.location(&value.span());
        if let Some(text) = self.source.string(value) {
            return Some((vec![text], location));
        }
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "a string or a list of strings");
            return None;
        };
        let mut texts = Vec::new();
        for item in array {
            match self.source.string(item) {
                Some(text) => texts.push(text),
                None => self.wrong_type(key, item, "strings"),
            }
        }
        Some((texts, location))
    }

    /// A selector that selects something.
    pub(super) fn selector(&mut self, key: &str) -> Option<Selector> {
        let before = self.errors.len();
        let (texts, location) = self.texts(key)?;
        let terms: Vec<Term> = texts.iter().filter_map(|text| self.term(text)).collect();
        let selector = Selector { terms, location };
        self.names.selectors.push(selector.clone());
        if self.errors.len() > before {
            return None;
        }
        let terms = &selector.terms;
        if terms.iter().all(|term| term.negated) {
            let (message, label) = if terms.is_empty() {
                (format!("`{key}` selects nothing"), "the list is empty")
            } else {
                (
                    format!("`{key}` only takes away"),
                    "no term without `!` says from what",
                )
            };
            self.error(
                location,
                message,
                label,
                Some("name at least one module, crate, `domain:`, `layer:`, `tag:` or `package:`"),
            );
            return None;
        }
        Some(selector)
    }

    pub(super) fn term(&mut self, text: &Text<'_>) -> Option<Term> {
        match parse_term(text.value) {
            Ok(parsed) => Some(Term {
                negated: parsed.negated,
                atoms: parsed.atoms,
                text: name(text.value.trim()),
                location: text.location,
            }),
            Err(fault) => {
                self.fault(text, fault);
                None
            }
        }
    }

    pub(super) fn fault(&mut self, text: &Text<'_>, fault: Fault) {
        self.errors.push(RuleFileError {
            location: text.part(&fault.range),
            message: fault.message,
            label: fault.label,
            help: fault.help,
        });
    }

    /// Names of domains.
    pub(super) fn names(&mut self, key: &str) -> Option<NameList> {
        let before = self.errors.len();
        let (texts, location) = self.texts(key)?;
        let names = texts
            .iter()
            .map(|text| (name(text.value.trim()), text.location))
            .collect();
        let list = NameList { names, location };
        self.names.lists.push((name(key), list.clone()));
        (self.errors.len() == before).then_some(list)
    }

    pub(super) fn level(&mut self, key: &str) -> Option<(Level, Location)> {
        let text = self.text(key)?;
        let level = self.level_of(&text)?;
        Some((level, text.location))
    }

    pub(super) fn level_of(&mut self, text: &Text<'_>) -> Option<Level> {
        let level = Level::from_word(text.value);
        if level.is_none() {
            let meant = match text.value {
                "error" | "forbid" | "fatal" | "err" => Some("deny"),
                "warning" | "note" | "info" => Some("warn"),
                "off" | "none" | "ignore" | "disable" | "disabled" => Some("allow"),
                other => nearest(other, ["allow", "warn", "deny"]),
            };
            let message = format!("unknown level `{}`", text.value);
            let label = did_you_mean(meant, "no such level");
            self.error(
                text.location,
                message,
                &label,
                Some("the levels are `allow`, `warn` and `deny`"),
            );
        }
        level
    }

    pub(super) fn kinds(&mut self, key: &str) -> Option<Kinds> {
        let before = self.errors.len();
        let (texts, _) = self.texts(key)?;
        let mut kinds = Kinds::default();
        for text in &texts {
            let trimmed = text.value.trim();
            let (list, word) = match trimmed.strip_prefix('!') {
                Some(word) => (&mut kinds.without, word.trim()),
                None => (&mut kinds.only, trimmed),
            };
            if is_kind(word) {
                list.push(name(word));
            } else {
                self.unknown_kind(text, word);
            }
        }
        for text in &texts {
            let word = name(text.value.trim());
            if kinds.only.contains(&word) && kinds.without.contains(&word) {
                let message = format!("`{key}` asks for `{word}` and takes it away");
                let help = "a rule looks at everything but `test` unless `kinds` names `test`; for library code and tests alike write two rules";
                self.error(text.location, message, "no reference is left", Some(help));
            }
        }
        (self.errors.len() == before).then_some(kinds)
    }

    fn unknown_kind(&mut self, text: &Text<'_>, word: &str) {
        let meant = match word {
            "use" => Some("import"),
            "call" | "function" => Some("path"),
            "trait" => Some("impl"),
            "attribute" => Some("derive"),
            "tests" => Some("test"),
            other => nearest(other, kind_words()),
        };
        let message = format!("unknown kind `{word}`");
        let label = did_you_mean(meant, "no such kind of reference");
        let all: Vec<&str> = kind_words().collect();
        let help = format!(
            "kinds are {} and `feature:NAME`, each with `!` to leave it out",
            quoted(&all)
        );
        self.error(text.location, message, &label, Some(&help));
    }

    /// A date as ISO 8601 writes it.
    pub(super) fn date(&mut self, key: &str) -> Option<(Name, Location)> {
        let value = self.table.get(key)?;
        let location = self.source.location(&value.span());
        let written = match value.get_ref() {
            DeValue::String(text) => text.trim().to_owned(),
            DeValue::Datetime(moment) if moment.time.is_none() => moment.to_string(),
            DeValue::Datetime(_) => {
                let message = format!("`{key}` takes a date without a time");
                self.error(location, message, "write the day alone", None);
                return None;
            }
            _ => {
                self.wrong_type(key, value, "a date such as 2027-03-31");
                return None;
            }
        };
        if !is_date(&written) {
            let message = format!("`{written}` is not a date");
            self.error(
                location,
                message,
                "no such day",
                Some("write year, month and day: 2027-03-31"),
            );
            return None;
        }
        Some((name(&written), location))
    }

    pub(super) fn error(
        &mut self,
        location: Location,
        message: impl Into<String>,
        label: &str,
        help: Option<&str>,
    ) {
        self.errors.push(RuleFileError {
            location,
            message: message.into(),
            label: label.to_owned(),
            help: help.map(str::to_owned),
        });
    }

    pub(super) fn wrong_type(&mut self, key: &str, value: &Value<'_>, wanted: &str) {
        let found = with_article(value.get_ref().type_str());
        let location = self.source.location(&value.span());
        self.error(
            location,
            format!("`{key}` in {} takes {wanted}", self.title),
            &format!("this is {found}"),
            None,
        );
    }

    fn check_unknown(&mut self) {
        let known: Vec<&str> = self.keys.all().map(|key| key.name).collect();
        for key in self.table.keys() {
            let written: &str = key.get_ref();
            if known.contains(&written) {
                continue;
            }
            let location = self.source.location(&key.span());
            let title = self.title.clone();
            if LATER.contains(&written) && (self.keys.header.is_empty() || written == "stage") {
                self.error(
                    location,
                    format!("`{written}` is not available yet"),
                    "not in this version",
                    Some("it belongs to the rule language, and a later version will read it; take it out until then"),
                );
                continue;
            }
            let synonym = SYNONYMS
                .iter()
                .find(|(other, ours)| *other == written && known.contains(ours))
                .map(|(_, ours)| *ours);
            let meant = nearest(written, known.iter().copied()).or(synonym);
            let label = did_you_mean(meant, "no such key");
            let help = format!("{title} takes {}", quoted(&known));
            let message = format!("unknown key `{written}` in {title}");
            self.error(location, message, &label, Some(&help));
        }
    }

    fn check_missing(&mut self) {
        // A key that is there under a wrong name was reported already; saying that it is missing would be noise.
        let misspelt: Vec<String> = self
            .errors
            .iter()
            .map(|error| error.label.clone())
            .collect();
        for key in self.keys.all().filter(|key| key.required) {
            let label = did_you_mean(Some(key.name), "");
            if self.has(key.name) || misspelt.contains(&label) {
                continue;
            }
            let message = format!("{} has no `{}`", self.title, key.name);
            let help = format!("`{}`: {}", key.name, key.about);
            let label = format!("`{}` is missing", key.name);
            self.error(self.location, message, &label, Some(&help));
        }
    }
}

/// A label that names what was meant.
pub(super) fn did_you_mean(meant: Option<&str>, otherwise: &str) -> String {
    meant.map_or_else(
        || otherwise.to_owned(),
        |meant| format!("did you mean `{meant}`?"),
    )
}

/// `` `a`, `b`, `c` ``.
pub(super) fn quoted(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

pub(super) fn with_article(kind: &str) -> String {
    let article = if kind.starts_with(['a', 'i']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {kind}")
}

const CONDITIONS: [&str; 4] = ["test", "build", "dev", "target"];

fn kind_words() -> impl Iterator<Item = &'static str> {
    ReferenceKind::ALL
        .into_iter()
        .map(ReferenceKind::word)
        .chain(CONDITIONS)
}

fn is_kind(word: &str) -> bool {
    let feature = word.strip_prefix("feature:");
    feature.is_some_and(|name| !name.trim().is_empty()) || kind_words().any(|known| known == word)
}

/// Whether the text is a day of the calendar, as `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else {
        return false;
    };
    let digits =
        |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
        return false;
    }
    let number = |part: &str| part.parse::<u32>().unwrap_or_default();
    let year = number(year);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match number(month) {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&number(day))
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn knows_the_calendar() {
        assert!(is_date("2027-03-31") && is_date("2028-02-29"));
        for wrong in ["2027-02-29", "2027-13-01", "2027-3-1", "soon", "2027-04-31"] {
            assert!(!is_date(wrong), "{wrong}");
        }
    }
}

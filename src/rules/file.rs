//! One rule file → what it says, each table by itself.
//!
//! In: the text of one file. Out: [`FileContent`], and every error that the file alone shows.
//! *Invariant:* looks at no other file, so names of domains, layers, tags and rules are taken as written.

use toml::de::{DeTable, DeValue};

use crate::base::{FileId, Location, Name, name};

use super::error::RuleFileError;
use super::keys;
use super::keys::TableKeys;
use super::layers::read_layers;
use super::model::{Among, Atom, Domain, Exception, LevelSetting, Rule, RuleBody, Selector};
use super::reader::{
    FileText, TableReader, Text, UsedNames, Value, did_you_mean, quoted, with_article,
};
use super::suggest::nearest;
use super::syntax::{Repaired, repair};

/// What one file says.
#[derive(Debug, Default)]
pub(super) struct FileContent {
    /// `extends`, in order.
    pub(super) extends: Vec<(String, Location)>,
    pub(super) domains: Vec<Domain>,
    pub(super) rules: Vec<Rule>,
    pub(super) exceptions: Vec<Exception>,
    /// `[lints]`: the key, its place, and the setting.
    pub(super) levels: Vec<(Name, Location, LevelSetting)>,
    /// What was declared, but has an error in it.
    pub(super) broken: Broken,
    pub(super) errors: Vec<RuleFileError>,
}

/// Names that are declared by tables with an error in them.
#[derive(Debug, Default)]
pub(super) struct Broken {
    pub(super) rules: Vec<Name>,
    pub(super) domains: Vec<Name>,
    pub(super) layers: Vec<Name>,
    pub(super) tags: Vec<Name>,
    /// What these tables name in turn.
    pub(super) uses: UsedNames,
}

impl Broken {
    /// Takes in the names of another file.
    pub(super) fn append(&mut self, other: Self) {
        self.rules.extend(other.rules);
        self.domains.extend(other.domains);
        self.layers.extend(other.layers);
        self.tags.extend(other.tags);
        self.uses.append(other.uses);
    }
}

/// Reads one file.
pub(super) fn read_file(file: FileId, text: &str, pack: Option<Name>) -> FileContent {
    let repaired = repair(text);
    let (table, _) = DeTable::parse_recoverable(&repaired.text);
    let mut reading = Reading {
        source: FileText { file, text },
        repaired: &repaired,
        pack,
        content: FileContent::default(),
    };
    reading.syntax_errors();
    reading.top(table.get_ref());
    let mut content = reading.content;
    content.domains.sort_by_key(|domain| domain.location);
    content.rules.sort_by_key(|rule| rule.location);
    reject_duplicates(&mut content);
    content
}

struct Reading<'t> {
    source: FileText<'t>,
    repaired: &'t Repaired<'t>,
    pack: Option<Name>,
    content: FileContent,
}

/// What is behind a rule of any kind: id and place are there, or the rule is lost.
struct RuleHead {
    id: Name,
    location: Location,
}

impl<'t> Reading<'t> {
    fn syntax_errors(&mut self) {
        for error in &self.repaired.errors {
            self.content.errors.push(RuleFileError {
                location: self.source.location(&error.span),
                message: error.message.clone(),
                label: error.label.clone(),
                help: None,
            });
        }
    }

    fn top(&mut self, table: &'t DeTable<'t>) {
        let start = self.source.location(&(0..0));
        let mut reader =
            TableReader::new(self.source, table, start, keys::FILE, "a rule file", false);
        if let Some((texts, _)) = reader.texts("extends") {
            let packs = texts
                .iter()
                .map(|text| (text.value.to_owned(), text.location));
            self.content.extends = packs.collect();
        }
        self.content.errors.append(&mut reader.errors);
        self.domains(table);
        self.rules(table, "layers", keys::LAYERS);
        self.rules(table, "forbid", keys::FORBID);
        self.rules(table, "protect", keys::PROTECT);
        self.rules(table, "independent", keys::INDEPENDENT);
        self.rules(table, "acyclic", keys::ACYCLIC);
        self.exceptions(table);
        self.levels(table);
    }

    fn domains(&mut self, table: &'t DeTable<'t>) {
        let Some(value) = table.get("domain") else {
            return;
        };
        let Some(domains) = value.get_ref().as_table() else {
            let help = "a domain is a table with its name in the header: `[domain.orders]`";
            self.misfit(value, "`domain` holds named tables", help);
            return;
        };
        for (key, value) in domains {
            let domain: &str = key.get_ref();
            let location = self.source.location(&key.span());
            let Some(table) = value.get_ref().as_table() else {
                let help = "a domain is a table with its name in the header: `[domain.orders]`";
                self.misfit(value, &format!("domain `{domain}` is no table"), help);
                self.content.broken.domains.push(name(domain));
                continue;
            };
            let title = format!("`[domain.{domain}]`");
            let torn = self.is_torn(value);
            let mut reader =
                TableReader::new(self.source, table, location, keys::DOMAIN, title, torn);
            check_domain_name(&mut reader, domain);
            if let Some(domain) = read_domain(&mut reader, domain) {
                self.content.domains.push(domain);
            } else {
                self.content.broken.domains.push(name(domain));
                let before = reader.errors.len();
                let tags = read_tags(&mut reader);
                reader.errors.truncate(before);
                self.content.broken.tags.extend(tags);
                self.content.broken.uses.append(reader.names);
            }
            self.content.errors.append(&mut reader.errors);
        }
    }

    fn rules(&mut self, table: &'t DeTable<'t>, kind: &'static str, keys: TableKeys) {
        for (value, table) in self.tables(table, kind) {
            let location = self.source.location(&value.span());
            let torn = self.is_torn(value);
            let title = format!("`[[{kind}]]`");
            let mut reader = TableReader::new(self.source, table, location, keys, title, torn);
            let head = read_head(&mut reader);
            let rule = self.read_rule(&mut reader, kind, head.as_ref());
            match rule {
                Some(rule) if reader.errors.is_empty() && !torn => self.content.rules.push(rule),
                rule => self.mark_broken(head, rule, reader.names),
            }
            self.content.errors.append(&mut reader.errors);
        }
    }

    fn read_rule(
        &self,
        reader: &mut TableReader<'t>,
        kind: &str,
        head: Option<&RuleHead>,
    ) -> Option<Rule> {
        let body = read_body(reader, kind);
        let level = reader.level("level").map(|(level, _)| level);
        let (because, help) = (reader.owned("because"), reader.owned("help"));
        let (owner, url) = (reader.owned("owner"), reader.owned("url"));
        let kinds = reader.kinds("kinds").unwrap_or_default();
        let except = reader.selector("except");
        let may_be_empty = reader.flag("may-be-empty").unwrap_or(false);
        let head = head?;
        Some(Rule {
            id: head.id,
            location: head.location,
            level,
            because,
            help,
            owner,
            url,
            kinds,
            except,
            may_be_empty,
            pack: self.pack,
            body: body?,
        })
    }

    fn mark_broken(&mut self, head: Option<RuleHead>, rule: Option<Rule>, names: UsedNames) {
        self.content.broken.uses.append(names);
        self.content.broken.rules.extend(head.map(|head| head.id));
        if let Some(RuleBody::Layers(layers)) = rule.map(|rule| rule.body) {
            let rows = layers.rows.iter().flat_map(|row| &row.layers);
            let names = rows.map(|layer| layer.name);
            self.content.broken.layers.extend(names);
        }
    }

    fn exceptions(&mut self, table: &'t DeTable<'t>) {
        for (value, table) in self.tables(table, "exception") {
            let location = self.source.location(&value.span());
            let torn = self.is_torn(value);
            let title = "`[[exception]]`";
            let mut reader =
                TableReader::new(self.source, table, location, keys::EXCEPTION, title, torn);
            let exception = read_exception(&mut reader);
            match exception {
                Some(exception) => self.content.exceptions.push(exception),
                None => self.content.broken.uses.append(reader.names),
            }
            self.content.errors.append(&mut reader.errors);
        }
    }

    fn levels(&mut self, table: &'t DeTable<'t>) {
        let Some(value) = table.get("lints") else {
            return;
        };
        let Some(lints) = value.get_ref().as_table() else {
            let help = "levels stand in one table, by rule, lint or group: `[lints]`";
            self.misfit(value, "`lints` is one table", help);
            return;
        };
        for (key, value) in lints {
            let place = self.source.location(&key.span());
            if let Some(setting) = self.level(key.get_ref(), value) {
                let id = name(key.get_ref());
                self.content.levels.push((id, place, setting));
            }
        }
    }

    fn level(&mut self, id: &str, value: &'t Value<'t>) -> Option<LevelSetting> {
        let location = self.source.location(&value.span());
        // A bare level is read like a table with that one key, so that both give the same errors.
        let empty = DeTable::new();
        let table = value.get_ref().as_table().unwrap_or(&empty);
        let torn = !value.get_ref().is_table();
        let title = format!("`{id}` of `[lints]`");
        let mut reader = TableReader::new(self.source, table, location, keys::LINT, title, torn);
        let setting = match value.get_ref() {
            DeValue::Table(_) => reader.level("level"),
            DeValue::String(_) => self
                .source
                .string(value)
                .and_then(|text| Some((reader.level_of(&text)?, location))),
            other => {
                let message = format!("`{id}` in `[lints]` takes a level");
                let label = format!("this is {}", with_article(other.type_str()));
                let help = "the levels are `allow`, `warn` and `deny`";
                reader.error(location, message, &label, Some(help));
                None
            }
        };
        self.content.errors.append(&mut reader.errors);
        let (level, location) = setting?;
        Some(LevelSetting { level, location })
    }

    /// The tables of `[[kind]]`.
    fn tables(
        &mut self,
        table: &'t DeTable<'t>,
        kind: &str,
    ) -> Vec<(&'t Value<'t>, &'t DeTable<'t>)> {
        let Some(value) = table.get(kind) else {
            return Vec::new();
        };
        let help = format!("write `[[{kind}]]`: two brackets, for there can be several");
        let Some(array) = value.get_ref().as_array() else {
            self.misfit(value, &format!("`{kind}` is a list of tables"), &help);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in array {
            match item.get_ref().as_table() {
                Some(table) => tables.push((item, table)),
                None => self.misfit(item, &format!("`{kind}` is a list of tables"), &help),
            }
        }
        tables
    }

    fn misfit(&mut self, value: &Value<'_>, message: &str, help: &str) {
        let kind = with_article(value.get_ref().type_str());
        self.content.errors.push(RuleFileError {
            location: self.source.location(&value.span()),
            message: message.to_owned(),
            label: format!("this is {kind}"),
            help: Some(help.to_owned()),
        });
    }

    /// Whether a statement of this table is no TOML.
    fn is_torn(&self, table: &Value<'_>) -> bool {
        let span = table.span();
        let headers = &self.repaired.headers;
        let next = headers.partition_point(|&header| header <= span.start);
        let end = headers.get(next).copied().unwrap_or(usize::MAX);
        let whole = span.start..end.max(span.end);
        let mut errors = self.repaired.errors.iter();
        errors.any(|error| whole.contains(&error.span.start))
    }
}

fn read_head(reader: &mut TableReader<'_>) -> Option<RuleHead> {
    let id = reader.text("id")?;
    check_id(reader, &id).then(|| RuleHead {
        id: name(id.value),
        location: id.location,
    })
}

fn check_id(reader: &mut TableReader<'_>, id: &Text<'_>) -> bool {
    let kebab = id.value.split('-').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    });
    let begins = id
        .value
        .starts_with(|first: char| first.is_ascii_lowercase());
    if kebab && begins {
        return true;
    }
    let meant = to_kebab(id.value);
    let label = if meant.is_empty() {
        "not kebab-case".to_owned()
    } else {
        format!("write `{meant}`")
    };
    reader.error(
        id.location,
        format!("`{}` is not a rule id", id.value),
        &label,
        Some("an id is kebab-case: lowercase words and digits, joined by `-`, a letter first"),
    );
    false
}

fn to_kebab(text: &str) -> String {
    let mut kebab = String::new();
    let mut lower_before = false;
    for character in text.chars() {
        if character.is_ascii_alphanumeric() {
            if character.is_ascii_uppercase() && lower_before {
                kebab.push('-');
            }
            kebab.push(character.to_ascii_lowercase());
        } else if !kebab.is_empty() && !kebab.ends_with('-') {
            kebab.push('-');
        }
        lower_before = character.is_ascii_lowercase() || character.is_ascii_digit();
    }
    kebab
        .trim_matches(|c: char| c == '-' || c.is_ascii_digit())
        .to_owned()
}

fn read_body(reader: &mut TableReader<'_>, kind: &str) -> Option<RuleBody> {
    match kind {
        "layers" => read_layers(reader).map(RuleBody::Layers),
        "forbid" => {
            let (from, to) = (reader.selector("from"), reader.selector("to"));
            let indirect = reader.flag("indirect").unwrap_or(true);
            Some(RuleBody::Forbid {
                from: from?,
                to: to?,
                indirect,
            })
        }
        "protect" => {
            let (what, only_by) = (reader.selector("what"), reader.selector("only-by"));
            Some(RuleBody::Protect {
                what: what?,
                only_by: only_by?,
            })
        }
        "independent" => {
            let members = reader.selector("members");
            let indirect = reader.flag("indirect").unwrap_or(true);
            Some(RuleBody::Independent {
                members: members?,
                indirect,
            })
        }
        _ => {
            let among = read_among(reader);
            let inside = reader.selector("inside");
            let parents = reader.flag("parents").unwrap_or(false);
            Some(RuleBody::Acyclic {
                among: among?,
                inside,
                parents,
            })
        }
    }
}

fn read_among(reader: &mut TableReader<'_>) -> Option<Among> {
    const ALL: [Among; 5] = [
        Among::Domains,
        Among::Packages,
        Among::Modules,
        Among::Layers,
        Among::Siblings,
    ];
    let text = reader.text("among")?;
    let found = ALL.into_iter().find(|among| among.word() == text.value);
    if found.is_none() {
        let words = ALL.map(Among::word);
        let meant = match text.value {
            "crate" | "crates" => Some("packages"),
            "children" => Some("siblings"),
            other => nearest(other, words),
        };
        let message = format!("`among` cannot be `{}`", text.value);
        let label = did_you_mean(meant, "no such level");
        let help = format!("cycles are looked for among {}", quoted(&words));
        reader.error(text.location, message, &label, Some(&help));
    }
    found
}

fn check_domain_name(reader: &mut TableReader<'_>, domain: &str) {
    if !is_plain_name(domain) {
        let message = format!("`{domain}` cannot be the name of a domain");
        let label = "name it otherwise";
        reader.error(reader.location, message, label, Some(PLAIN_NAME));
    }
}

/// A domain stays, without the keys that are wrong, as long as it is known what belongs to it:
/// else every one of its modules would be reported as belonging nowhere.
fn read_domain(reader: &mut TableReader<'_>, domain: &str) -> Option<Domain> {
    let modules = reader.selector("modules");
    reject_declared(reader, modules.as_ref(), "a domain is made of modules");
    let public = reader.selector("public");
    let uses = reader.names("uses");
    let visible_to = reader.names("visible-to");
    let shared = reader.flag("shared").unwrap_or(false);
    let owner = reader.owned("owner");
    // Read for its type alone: nothing checks it in this version.
    reader.texts("tables");
    let tags = read_tags(reader);
    let may_be_empty = reader.flag("may-be-empty").unwrap_or(false);
    let (because, help) = (reader.owned("because"), reader.owned("help"));
    Some(Domain {
        name: name(domain),
        location: reader.location,
        modules: modules?,
        public,
        uses,
        visible_to,
        shared,
        owner,
        tags,
        may_be_empty,
        because,
        help,
    })
}

fn read_tags(reader: &mut TableReader<'_>) -> Vec<Name> {
    let texts = reader.texts("tags").unzip().0.unwrap_or_default();
    for text in &texts {
        if !is_plain_name(text.value) {
            let message = format!("`{}` cannot be a tag", text.value);
            let label = "no selector could name it";
            reader.error(text.location, message, label, Some(PLAIN_NAME));
        }
    }
    let valid = texts.iter().filter(|text| is_plain_name(text.value));
    valid.map(|text| name(text.value)).collect()
}

const PLAIN_NAME: &str = "a name is made of letters, digits, `-` and `_`";

fn is_plain_name(text: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    !text.is_empty() && text.chars().all(plain)
}

/// What a domain or a layer is made of cannot be said by what it declares itself.
fn reject_declared(reader: &mut TableReader<'_>, selector: Option<&Selector>, why: &str) {
    for term in selector.iter().flat_map(|selector| &selector.terms) {
        let prefix = term.atoms.iter().find_map(|atom| match atom {
            Atom::Domain(_) => Some("domain"),
            Atom::Layer(_) => Some("layer"),
            Atom::Tag(_) => Some("tag"),
            Atom::Path(_) | Atom::Package(_) => None,
        });
        if let Some(prefix) = prefix {
            let message = format!("`{prefix}:` cannot stand here");
            let help = format!("{why}: name them by path or by `package:`");
            reader.error(term.location, message, "would go in a circle", Some(&help));
        }
    }
}

fn read_exception(reader: &mut TableReader<'_>) -> Option<Exception> {
    let rule = reader.text("rule");
    let named = rule.map(|rule| (name(rule.value), rule.location));
    reader.names.rules.extend(named);
    let (from, to) = (reader.selector("from"), reader.selector("to"));
    let because = reader.filled(
        "because",
        "an exception that nobody can explain is never removed",
    );
    let (owner, ticket) = (reader.owned("owner"), reader.owned("ticket"));
    let expires = reader.date("expires");
    let rule = rule?;
    Some(Exception {
        rule: name(rule.value),
        location: rule.location,
        from: from?,
        to: to?,
        because: because.unwrap_or_default(),
        owner,
        ticket,
        expires,
    })
}

/// Two rules of one file with one id: the second is an error.
fn reject_duplicates(content: &mut FileContent) {
    let mut seen: Vec<Name> = Vec::new();
    let errors = &mut content.errors;
    content.rules.retain(|rule| {
        if !seen.contains(&rule.id) {
            seen.push(rule.id);
            return true;
        }
        errors.push(RuleFileError {
            location: rule.location,
            message: format!("the id `{}` is taken", rule.id),
            label: "a second rule with this id".to_owned(),
            help: Some(
                "exceptions, levels and allowances name a rule by its id, so each has its own"
                    .to_owned(),
            ),
        });
        false
    });
}

//! Rule files → [`RuleSet`]: follows `extends`, merges by id, checks the names.
//!
//! In: the root rule file, and a way to get the files that it extends. Out: [`LoadedRules`].
//! *Invariant:* an error hides no other error and no rule but its own.

use crate::base::{FileId, Location, Map, Name, SourceMap, name};

use super::error::RuleFileError;
use super::file::{Broken, FileContent, read_file};
use super::lints::lints_of_group;
use super::model::{LevelSetting, RuleSet};
use super::names::check_names;
use super::packs::{PACKS, find_pack};
use super::reader::{did_you_mean, quoted};
use super::suggest::nearest;

/// The rule file that a run begins with.
#[derive(Clone, Debug)]
pub(crate) struct RuleSource {
    /// The path shown to people; what it extends is looked for in its folder.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// What the rule files of a run say.
#[derive(Debug, Default)]
pub(crate) struct LoadedRules {
    /// Everything that is valid.
    pub rules: RuleSet,
    /// Every mistake, by file and place.
    pub errors: Vec<RuleFileError>,
    /// Rules that were declared but left out, for they or what they name have an error. Sorted.
    pub left_out: Vec<Name>,
}

/// Reads a rule file and all that it extends.
///
/// `fetch` gives the text behind a path (`extends` entries joined to the folder of the file that names them),
/// or says why it cannot. Every file is added to `sources`.
pub(crate) fn load(
    sources: &mut SourceMap,
    root: RuleSource,
    fetch: &mut dyn FnMut(&str) -> Result<String, String>,
) -> LoadedRules {
    let mut loading = Loading {
        sources,
        fetch,
        done: Vec::new(),
        open: Vec::new(),
        merged: Merged::default(),
    };
    loading.file(root.path, &root.text, None);
    loading.merged.finish()
}

struct Loading<'l> {
    sources: &'l mut SourceMap,
    fetch: &'l mut dyn FnMut(&str) -> Result<String, String>,
    /// The files that were read, by path.
    done: Vec<String>,
    /// The files that are being read, each extended by the one before.
    open: Vec<String>,
    merged: Merged,
}

impl Loading<'_> {
    /// Reads a file: first all that it extends, so that it has the last word.
    fn file(&mut self, path: String, text: &str, pack: Option<Name>) {
        let id = self.sources.add(path.clone(), text);
        let content = read_file(id, text, pack);
        self.open.push(path.clone());
        for (entry, location) in &content.extends {
            self.extend(entry, *location, &path);
        }
        self.open.pop();
        self.done.push(path);
        self.merged.add(id, content);
    }

    fn extend(&mut self, entry: &str, location: Location, from: &str) {
        let found = match find_pack(entry) {
            Some(pack) => Ok((pack.path.to_owned(), Some(pack.text))),
            None if is_path(entry) => Ok((join_path(from, entry), None)),
            None => Err(unknown_pack(entry, location)),
        };
        let (path, text) = match found {
            Ok(found) => found,
            Err(error) => return self.merged.errors.push(error),
        };
        if self.done.contains(&path) {
            return;
        }
        if let Some(first) = self.open.iter().position(|open| *open == path) {
            let error = extends_cycle(&self.open[first..], &path, location);
            return self.merged.errors.push(error);
        }
        let text = match text {
            Some(text) => Ok(text.to_owned()),
            None => (self.fetch)(&path),
        };
        match text {
            Ok(text) => self.file(path, &text, Some(name(entry))),
            Err(why) => self.merged.errors.push(RuleFileError {
                location,
                message: format!("cannot read `{path}`: {why}"),
                label: "extended here".to_owned(),
                help: Some("a path is relative to the rule file that names it".to_owned()),
            }),
        }
    }
}

fn is_path(entry: &str) -> bool {
    entry.contains(['/', '\\'])
        || std::path::Path::new(entry)
            .extension()
            .is_some_and(|extension| extension == "toml")
}

/// `entry`, seen from the folder of `from`, without `.` and `..` where that is possible.
fn join_path(from: &str, entry: &str) -> String {
    let entry = entry.replace('\\', "/");
    let absolute = entry.starts_with('/') || entry.get(1..3) == Some(":/");
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let whole = if absolute {
        entry
    } else {
        format!("{folder}/{entry}")
    };
    let rooted = whole.starts_with('/') && (absolute || from.starts_with('/'));
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    if rooted { format!("/{path}") } else { path }
}

fn unknown_pack(entry: &str, location: Location) -> RuleFileError {
    let names: Vec<&str> = PACKS.iter().map(|pack| pack.name).collect();
    RuleFileError {
        location,
        message: format!("unknown pack `{entry}`"),
        label: did_you_mean(nearest(entry, names.iter().copied()), "no such pack"),
        help: Some(format!(
            "the built-in packs are {}; a rule file of your own is named by its path: `./{entry}.toml`",
            quoted(&names)
        )),
    }
}

fn extends_cycle(open: &[String], path: &str, location: Location) -> RuleFileError {
    let label = if open.len() == 1 {
        "extends itself"
    } else {
        "goes in a circle"
    };
    let chain = open.join("` extends `");
    RuleFileError {
        location,
        message: format!("`{chain}` extends `{path}`"),
        label: label.to_owned(),
        help: Some("take one `extends` of the circle away".to_owned()),
    }
}

/// All files, the later ones over the earlier ones.
#[derive(Default)]
struct Merged {
    rules: RuleSet,
    broken: Broken,
    /// The key of each level in `[lints]`.
    level_keys: Vec<(Name, Location)>,
    errors: Vec<RuleFileError>,
}

impl Merged {
    fn add(&mut self, file: FileId, content: FileContent) {
        let replaced_rules: Vec<Name> = content
            .rules
            .iter()
            .map(|rule| rule.id)
            .chain(content.broken.rules.iter().copied())
            .collect();
        let replaced_domains: Vec<Name> = content
            .domains
            .iter()
            .map(|domain| domain.name)
            .chain(content.broken.domains.iter().copied())
            .collect();
        let rules = &mut self.rules;
        rules
            .rules
            .retain(|rule| !replaced_rules.contains(&rule.id));
        rules
            .domains
            .retain(|domain| !replaced_domains.contains(&domain.name));
        self.broken
            .rules
            .retain(|rule| !replaced_rules.contains(rule));
        self.broken
            .domains
            .retain(|domain| !replaced_domains.contains(domain));
        rules.rules.extend(content.rules);
        rules.domains.extend(content.domains);
        rules.exceptions.extend(content.exceptions);
        self.broken.append(content.broken);
        self.errors.extend(content.errors);
        self.add_levels(file, content.levels);
    }

    /// A level of a later file wins, also one for a group over one for a lint of that group.
    fn add_levels(&mut self, file: FileId, levels: Vec<(Name, Location, LevelSetting)>) {
        let settings: &mut Map<Name, _> = &mut self.rules.levels;
        for (key, ..) in &levels {
            for lint in lints_of_group(key) {
                let earlier = |setting: &LevelSetting| setting.location.file != file;
                if settings.get(&name(lint.id)).is_some_and(earlier) {
                    settings.remove(&name(lint.id));
                }
            }
        }
        for (key, place, setting) in levels {
            settings.insert(key, setting);
            self.level_keys.push((key, place));
        }
    }

    fn finish(mut self) -> LoadedRules {
        let mut left_out = check_names(
            &mut self.rules,
            &self.broken,
            &self.level_keys,
            &mut self.errors,
        );
        left_out.sort_by(|a, b| a.as_str().cmp(b.as_str()));
        left_out.dedup();
        self.errors
            .sort_by(|a, b| (a.location, &a.message).cmp(&(b.location, &b.message)));
        self.errors.dedup();
        LoadedRules {
            rules: self.rules,
            errors: self.errors,
            left_out,
        }
    }
}

//! Which of several definitions under different conditions an ordinary build has: on Linux, with every feature, without
//! custom `--cfg`s.
//!
//! In: the program. Out: a preference, where a path leads to several definitions.
//! *Invariant:* decides between definitions that are there, and rules none out that is alone.

use super::program::{Home, Program};
use super::types::Def;
use crate::base::{Cfg, Name};
use crate::facts::CfgIx;
use crate::resolve::{Definition, Hit};

impl Program<'_> {
    /// Whether no condition on a definition or on what is around it rules it out.
    pub(super) fn is_ordinary(&self, def: Def) -> bool {
        let place = self.item(def);
        place.is_none_or(|(home, item)| self.is_ordinary_place(home, item.cfg))
    }

    /// The same of any place.
    pub(super) fn is_ordinary_place(&self, home: Home, mut at: CfgIx) -> bool {
        let tree = self.world(home.in_library).tree;
        let instance = &tree.instances[home.instance as usize];
        if instance.outer.iter().any(|cfg| holds(cfg) == Some(false)) {
            return false;
        }
        let mut module = instance.scope_modules.first().copied();
        while let Some(id) = module {
            let data = tree.module(id);
            let is_declared = data.declarations.iter().any(|declaration| {
                let mut conditions = declaration.conditions.iter();
                conditions.all(|cfg| holds(cfg) != Some(false))
            });
            if !is_declared && !data.declarations.is_empty() {
                return false;
            }
            module = data.parent;
        }
        let facts = self.facts(home);
        while let Some(node) = facts.cfgs.get(at as usize) {
            if holds(&node.cfg) == Some(false) {
                return false;
            }
            if node.parent == at {
                break;
            }
            at = node.parent;
        }
        true
    }

    /// Whether imports that bring in this one of several definitions alone are all ruled out.
    pub(super) fn is_left_out(&self, def: Def, others: &[Def]) -> bool {
        if def.in_library {
            return false;
        }
        let world = self.world(false);
        let has = |hits: &[Hit], wanted: Def| {
            let mut hits = hits.iter();
            hits.any(|hit| hit.definition == Definition::Item(wanted.item))
        };
        let mut is_any = false;
        for &import in self.imports_of(def) {
            let data = &world.imports[import as usize];
            if others
                .iter()
                .any(|&other| other != def && has(&data.hits, other))
            {
                continue;
            }
            let home = Home {
                in_library: false,
                instance: data.instance,
            };
            if self.is_ordinary_place(home, world.import(data).cfg) {
                return false;
            }
            is_any = true;
        }
        is_any
    }
}

/// Whether a condition holds in an ordinary build; `None` where such builds differ.
fn holds(cfg: &Cfg) -> Option<bool> {
    match cfg {
        Cfg::Test => None,
        Cfg::Feature(_) => Some(true),
        Cfg::Target(target) => of_target(*target),
        Cfg::Other(other) => Some(*other == "debug_assertions"),
        Cfg::Constant(value) => Some(*value),
        Cfg::All(all) => {
            let mut known = Some(true);
            for one in all {
                match holds(one) {
                    Some(false) => return Some(false),
                    Some(true) => {}
                    None => known = None,
                }
            }
            known
        }
        Cfg::Any(any) => {
            let mut known = Some(false);
            for one in any {
                match holds(one) {
                    Some(true) => return Some(true),
                    Some(false) => {}
                    None => known = None,
                }
            }
            known
        }
        Cfg::Not(inner) => holds(inner).map(|it| !it),
    }
}

fn of_target(target: Name) -> Option<bool> {
    let text: String = target.chars().filter(|it| !it.is_whitespace()).collect();
    let (key, value) = text.split_once('=').unwrap_or((text.as_str(), ""));
    let value = value.trim_matches('"');
    Some(match key {
        "unix" | "target_has_atomic" => true,
        "windows" => false,
        "target_os" => value == "linux",
        "target_family" => value == "unix",
        "target_arch" => value == "x86_64",
        "target_pointer_width" => value == "64",
        "target_endian" => value == "little",
        "target_env" => value == "gnu",
        "target_vendor" => value == "unknown",
        _ => return None,
    })
}

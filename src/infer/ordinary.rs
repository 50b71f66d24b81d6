//! Which of several definitions under different conditions an ordinary build has: on Linux, with every feature, without
//! custom `--cfg`s.
//!
//! In: the program. Out: a preference, where a path leads to several definitions.
//! *Invariant:* decides between definitions that are there, and rules none out that is alone.

use super::definitions::Home;
use super::program::{Ordinary, Program};
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
    pub(super) fn is_ordinary_place(&self, home: Home, at: CfgIx) -> bool {
        let known = &self.ordinary[usize::from(home.in_library)][home.instance as usize];
        let known = known.get_or_init(|| self.ordinary_of(home));
        known.is_whole && known.cfgs.get(at as usize).is_none_or(|it| *it)
    }

    fn ordinary_of(&self, home: Home) -> Ordinary {
        let tree = self.world(home.in_library).tree;
        let instance = &tree.instances[home.instance as usize];
        let may_hold = |cfg: &Cfg| holds(cfg) != Some(false);
        let mut is_whole = instance.outer.iter().all(may_hold);
        let mut module = instance.scope_modules.first().copied();
        while let Some(id) = module.filter(|_| is_whole) {
            let data = tree.module(id);
            let mut declarations = data.declarations.iter();
            is_whole = data.declarations.is_empty()
                || declarations.any(|it| it.conditions.iter().all(may_hold));
            module = data.parent;
        }
        let mut cfgs: Vec<bool> = Vec::new();
        for node in &self.facts(home).cfgs {
            // A condition stands behind those around it.
            let around = cfgs.get(node.parent as usize).is_none_or(|it| *it);
            cfgs.push(around && may_hold(&node.cfg));
        }
        Ordinary { is_whole, cfgs }
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

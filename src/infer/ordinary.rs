//! Which of several definitions under different conditions an ordinary build has: on Linux, with every feature, without
//! custom `--cfg`s.
//!
//! In: the program. Out: a preference, where a path leads to several definitions.
//! *Invariant:* decides between definitions that are there, and rules none out that is alone.

use super::program::{Home, Program};
use super::types::Def;
use crate::base::{Cfg, Name};
use crate::facts::CfgIx;
use crate::modules::ModuleId;

/// Whether no condition on a definition or on a module around it rules it out.
pub(super) fn is_ordinary(program: &Program<'_>, def: Def) -> bool {
    let Some((home, item)) = program.item(def) else {
        return true;
    };
    is_possible(program, home, item.cfg)
        && is_possible_module(program, def.in_library, program.module(def))
}

/// The same of where a path is written.
pub(super) fn is_ordinary_place(
    program: &Program<'_>,
    (home, cfg, scope): (Home, CfgIx, u32),
) -> bool {
    let module = program.world(home.in_library).scope(scope).module;
    is_possible(program, home, cfg) && is_possible_module(program, home.in_library, module)
}

fn is_possible(program: &Program<'_>, home: Home, mut at: CfgIx) -> bool {
    let facts = program.facts(home);
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

fn is_possible_module(program: &Program<'_>, in_library: bool, module: ModuleId) -> bool {
    let tree = program.world(in_library).tree;
    let mut module = Some(module);
    while let Some(id) = module {
        let data = tree.module(id);
        let is_possible = data.declarations.iter().any(|declaration| {
            let mut conditions = declaration.conditions.iter();
            conditions.all(|cfg| holds(cfg) != Some(false))
        });
        if !is_possible && !data.declarations.is_empty() {
            return false;
        }
        module = data.parent;
    }
    true
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

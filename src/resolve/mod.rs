//! Names → definitions: scopes, a fixed-point loop over imports, one path → what it leads to.
//!
//! In: the module tree. Out: [`Resolution`]: every reference with its door and its definition, and what did not resolve.
//! *Invariant:* knows no rule; a name that cannot be known is reported with its cause, never guessed.

mod asked;
mod conditions;
mod definitions;
mod expand;
mod imports;
mod lookup;
mod makers;
mod paths;
mod prelude;
mod references;
mod scopes;
#[cfg(test)]
mod tests;
mod trail;

pub(crate) use expand::Layer;
pub(crate) use paths::Place;
pub(crate) use references::TypedReference;
pub(crate) use references::leads_to;
pub(crate) use scopes::{Definition, Hit, MACROS, Spaces, TYPES, VALUES, World};
pub(crate) use trail::{Asked, origin as macro_steps, trail};

use crate::base::{
    Cause, Cfg, ConditionId, ConditionTable, KnownCfg, Location, Name, ReferenceKind, SourceMap,
};
use crate::modules::{ModuleId, ModuleTree};
use crate::workspace::Workspace;

/// Everything that the code of a workspace refers to.
#[derive(Debug, Default)]
pub(crate) struct Resolution {
    /// The references between modules, and out of the workspace, in the order of the files.
    pub references: Vec<ResolvedReference>,
    /// The conditions that references point into.
    pub conditions: ConditionTable,
    /// What modules define and import by name, sorted: `Foo`, `Foo::new`.
    pub names: Vec<(ModuleId, Name)>,
    /// Paths that lead nowhere, in the order of the files.
    pub unresolved: Vec<UnresolvedPath>,
    /// How many written paths lead to something in the workspace, their own module included.
    pub internal_paths: usize,
    /// How many of these lead to what a macro makes that was not expanded: its module is known, the macro's outcome is not.
    pub made_paths: usize,
    /// How many lead out of it.
    pub external_paths: usize,
}

/// One reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ResolvedReference {
    /// The module in which it is written.
    pub importer: ModuleId,
    /// What it leads to.
    pub target: Target,
    /// The path as named, made absolute.
    pub named: Name,
    /// The module through which it is named; `None` for an external path.
    pub door: Option<ModuleId>,
    /// Its role.
    pub kind: ReferenceKind,
    /// Its conditions.
    pub conditions: ConditionId,
    /// Where it is written.
    pub location: Location,
    /// Whether the definition of a macro wrote it.
    pub via_macro: bool,
}

/// What a reference leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Target {
    /// A module of the workspace.
    Module(ModuleId),
    /// An item of the workspace.
    Item {
        /// The module that defines it.
        module: ModuleId,
        /// Its path below the module: `Foo`, `Foo::new`.
        item: Name,
        /// Its name where it is defined.
        location: Location,
    },
    /// A path into an external crate.
    External(Name),
}

/// A path that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnresolvedPath {
    /// The module in which it is written.
    pub importer: ModuleId,
    /// The path as written.
    pub path: Name,
    /// Where.
    pub location: Location,
    /// Why.
    pub cause: Cause,
}

/// Expands the macro calls where items stand, one layer of them: calls to macros of the workspace that were
/// not tried before. Gives nothing when there is no such call left. What they write is taken off the budget of tokens.
#[must_use]
pub(crate) fn expand(
    workspace: &Workspace,
    tree: &ModuleTree,
    sources: &SourceMap,
    budget: &mut usize,
) -> Option<Layer> {
    let names = expand::macro_names(tree);
    let calls = expand::candidates(tree, &names);
    if calls.is_empty() {
        return None;
    }
    let mut world = scopes::World::new(workspace, tree);
    imports::resolve_for(&mut world, expand::with_paths(names, tree, &calls));
    Some(expand::layer(&world, sources, &calls, budget))
}

/// Resolves the names of the module tree.
#[must_use]
pub(crate) fn world<'a>(workspace: &'a Workspace, tree: &'a ModuleTree) -> World<'a> {
    let mut world = World::new(workspace, tree);
    imports::resolve_all(&mut world, makers::find);
    definitions::assign_associated_items(&mut world);
    world
}

/// Resolves every path of the module tree, and adds the references that types led to.
#[must_use]
pub(crate) fn resolve(world: &World<'_>, typed: &[TypedReference]) -> Resolution {
    Resolution {
        names: world.names(),
        ..references::collect(world, typed)
    }
}

/// The path of what every crate can name without importing it, in the namespace of types.
#[must_use]
pub(crate) fn prelude_type(name: &str) -> Option<String> {
    prelude::name_path(name, false)
}

/// Whether these conditions, all together, hold in a test build only.
#[must_use]
pub(crate) fn is_test(predicates: &[Cfg]) -> bool {
    let predicates: Vec<&Cfg> = predicates.iter().collect();
    conditions::of(&predicates, &KnownCfg::default()).test
}

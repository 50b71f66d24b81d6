//! The scopes of all modules and blocks, and what is defined in them.

use rayon::prelude::*;

use crate::base::{Cause, Location, Map, Name, join_names, name};
use crate::facts::{
    Import, ImportTarget, ItemKind, Namespace, Position, ScopeKind, Tokens, Visibility,
};
use crate::modules::{CrateId, List, ModuleId, ModuleTree};
use crate::workspace::{Edition, TargetKind, Workspace};

/// Set of namespaces.
pub(crate) type Spaces = u8;
/// Types, modules, traits.
pub(crate) const TYPES: Spaces = 1;
/// Functions, constants, constructors.
pub(crate) const VALUES: Spaces = 2;
/// Macros.
pub(crate) const MACROS: Spaces = 4;
/// All of them.
pub(crate) const ALL: Spaces = 7;

/// Index in [`World::scopes`]; those of modules come first, in the order of modules.
pub(crate) type ScopeId = u32;
/// Index in [`World::items`].
pub(crate) type ItemId = u32;
/// Index in [`World::imports`].
pub(crate) type ImportId = u32;

/// What a name can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Definition {
    Module(ModuleId),
    Item(ItemId),
    /// A path into an external crate.
    External(Name),
    /// What a macro makes in a module, where the macro is not expanded: its path below the module.
    Made(ModuleId, Name),
}

/// One meaning of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Hit {
    pub definition: Definition,
    pub spaces: Spaces,
    /// The path by which it was reached, made absolute.
    pub named: Name,
}

/// Who may see something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seen {
    Everywhere,
    Within(ModuleId),
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Meaning {
    Definition(Definition, Spaces),
    Import(ImportId),
}

/// An explicit name in a scope.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub meaning: Meaning,
    pub seen: Seen,
    pub instance: u32,
    pub conditional: bool,
}

#[derive(Debug)]
pub(crate) struct Scope {
    pub module: ModuleId,
    /// The scope around a block; `None` for a module.
    pub parent: Option<ScopeId>,
    pub names: Map<Name, Vec<Entry>>,
    pub globs: Vec<ImportId>,
    /// Macro calls that may define names: instance and index.
    pub macro_calls: Vec<(u32, u32)>,
    /// Holds an `include!` that could not be read, or a file that does not parse.
    pub has_unread_parts: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct ItemData {
    pub name: Name,
    pub kind: ItemKind,
    pub module: ModuleId,
    /// Of a variant or associated item: its type or trait.
    pub owner: Option<ItemId>,
    pub location: Location,
    /// Of a type alias: the instance and path of what it stands for.
    pub alias: Option<(u32, u32)>,
    /// Of a `macro_rules!`: its rules.
    pub body: Option<Tokens>,
}

#[derive(Clone, Debug)]
pub(crate) struct ImportData {
    pub scope: ScopeId,
    pub instance: u32,
    pub import: u32,
    pub seen: Seen,
    pub hits: Vec<Hit>,
    /// Why it leads nowhere.
    pub failure: Option<Cause>,
}

/// What a crate can name from outside of itself.
#[derive(Debug, Default)]
pub(crate) struct Externs {
    pub names: Map<Name, Definition>,
    /// Crates (by path) that only dev-dependencies, or only build-dependencies, declare.
    pub dev_only: Vec<Name>,
    /// Whether it may name a crate that is not listed: one whose library is named otherwise than its package.
    pub has_unnamed: bool,
}

/// Everything that name resolution looks at.
pub(crate) struct World<'a> {
    pub tree: &'a ModuleTree,
    pub scopes: Vec<Scope>,
    /// The scope of each scope of each instance.
    pub scope_of: Vec<Vec<ScopeId>>,
    pub items: Vec<ItemData>,
    /// First item of each instance; the items of a file follow one another.
    pub first_item: Vec<ItemId>,
    /// Variants and associated items, by owner and name.
    pub members: Map<(ItemId, Name), Vec<ItemId>>,
    pub imports: Vec<ImportData>,
    /// The imports of each scope.
    pub imports_of: Vec<Vec<ImportId>>,
    pub externs: Vec<Externs>,
    pub editions: Vec<Edition>,
    pub kinds: Vec<TargetKind>,
    pub modules_by_path: Map<Name, ModuleId>,
    /// Macros by crate and name.
    pub macros: Map<(CrateId, Name), Vec<ItemId>>,
    /// Crates whose macros an `extern crate` brings in with `#[macro_use]`.
    pub macro_crates: Map<CrateId, Vec<ImportId>>,
    /// Modules declared with `#[macro_use]`.
    pub macro_use: Vec<bool>,
    /// For each module, what in it may make names that are not written; nothing before [`super::makers::find`].
    pub makers: Vec<Makers>,
}

/// What in a module may make names that are not written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Makers {
    /// How many macros that are not expanded.
    pub count: usize,
    /// The first of them.
    pub first: Option<Location>,
    /// Whether there are derives that may.
    pub derives: bool,
}

impl<'a> World<'a> {
    pub(crate) fn new(workspace: &'a Workspace, tree: &'a ModuleTree) -> Self {
        let mut world = World {
            tree,
            scopes: Vec::new(),
            scope_of: Vec::new(),
            items: Vec::new(),
            first_item: Self::first_items(tree),
            members: Map::default(),
            imports: Vec::new(),
            imports_of: Vec::new(),
            externs: Vec::new(),
            editions: Vec::new(),
            kinds: Vec::new(),
            modules_by_path: tree.modules().map(|(id, m)| (m.path, id)).collect(),
            macros: Map::default(),
            macro_crates: Map::default(),
            macro_use: vec![false; tree.modules.len()],
            makers: Vec::new(),
        };
        for (id, _) in tree.modules() {
            world.push_scope(id, None);
        }
        world.crates(workspace);
        for instance in 0..tree.instances.len() {
            world.instance_scopes(instance);
        }
        let (items, ()) = rayon::join(
            || {
                let items = Self::all_items(tree);
                let members = Self::members_of(&items);
                (items, members)
            },
            || {
                for instance in 0..tree.instances.len() {
                    world.name_items(instance);
                    world.name_imports(instance);
                }
                world.module_names();
                world.imports_of = vec![Vec::new(); world.scopes.len()];
                for (id, import) in world.imports.iter().enumerate() {
                    world.imports_of[import.scope as usize].push(number(id));
                }
            },
        );
        (world.items, world.members) = items;
        world
    }

    /// The number of the first item of each instance.
    fn first_items(tree: &ModuleTree) -> Vec<ItemId> {
        let mut next = 0;
        let instances = tree.instances.iter().map(|instance| {
            let first = next;
            let items = &tree.facts(instance).items;
            let members: usize = items.iter().map(|item| item.members.len()).sum();
            next += number(items.len() + members);
            first
        });
        instances.collect()
    }

    pub(crate) fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id as usize]
    }

    pub(crate) fn item(&self, id: ItemId) -> &ItemData {
        &self.items[id as usize]
    }

    pub(crate) fn module_scope(module: ModuleId) -> ScopeId {
        module.0
    }

    pub(crate) fn crate_of(&self, module: ModuleId) -> CrateId {
        self.tree.module(module).crate_id
    }

    pub(crate) fn import(&self, data: &ImportData) -> &'a Import {
        let instance = &self.tree.instances[data.instance as usize];
        &self.tree.facts(instance).imports[data.import as usize]
    }

    /// What modules define and import by name, sorted.
    pub(crate) fn names(&self) -> Vec<(ModuleId, Name)> {
        let items = (0..number(self.items.len()))
            .into_par_iter()
            .map(|id| (self.item(id).module, self.item_path(id)));
        let imports = self
            .imports
            .par_iter()
            .filter_map(|data| match self.import(data).target {
                ImportTarget::Name(visible) | ImportTarget::Module(visible) => {
                    Some((self.scope(data.scope).module, visible))
                }
                ImportTarget::Glob | ImportTarget::Unnamed => None,
            });
        let mut names: Vec<_> = items.chain(imports).collect();
        names.par_sort_unstable();
        names.dedup();
        names
    }

    /// Whether something can be used in a scope: by its own name, or by an import that names it otherwise or not at all.
    pub(crate) fn brings_in(
        &self,
        scope: ScopeId,
        name: Name,
        is_it: &dyn Fn(&Definition) -> bool,
    ) -> bool {
        let mut at = Some(scope);
        while let Some(id) = at {
            let data = self.scope(id);
            if self
                .named_in(id, name, data.module)
                .iter()
                .any(|hit| is_it(&hit.definition))
                || self.imports_into(id, is_it, 0)
            {
                return true;
            }
            at = data.parent;
        }
        false
    }

    /// Whether an import of a scope brings it in under another name, globs of the workspace followed.
    fn imports_into(&self, scope: ScopeId, is_it: &dyn Fn(&Definition) -> bool, depth: u8) -> bool {
        let imports = self.imports_of.get(scope as usize);
        imports.into_iter().flatten().any(|&import| {
            let data = &self.imports[import as usize];
            let is_glob = matches!(self.import(data).target, ImportTarget::Glob);
            data.hits.iter().any(|hit| match hit.definition {
                Definition::Module(module) if is_glob && depth < 4 => {
                    self.imports_into(Self::module_scope(module), is_it, depth + 1)
                }
                ref definition => !is_glob && is_it(definition),
            })
        })
    }

    /// The path of an item below its module.
    pub(crate) fn item_path(&self, id: ItemId) -> Name {
        let item = self.item(id);
        match item.owner {
            Some(owner) => join_names(self.item(owner).name, item.name),
            None => item.name,
        }
    }

    fn push_scope(&mut self, module: ModuleId, parent: Option<ScopeId>) -> ScopeId {
        self.scopes.push(Scope {
            module,
            parent,
            names: Map::default(),
            globs: Vec::new(),
            macro_calls: Vec::new(),
            has_unread_parts: false,
        });
        number(self.scopes.len() - 1)
    }

    fn crates(&mut self, workspace: &Workspace) {
        for krate in &self.tree.crates {
            let package = &workspace.packages[krate.package];
            let target = &package.targets[krate.target];
            self.editions.push(target.edition);
            self.kinds.push(target.kind);
            let externs = self.externs_of(workspace, krate.package, krate.target);
            self.externs.push(externs);
        }
    }

    fn externs_of(&self, workspace: &Workspace, package: usize, target: usize) -> Externs {
        let package = &workspace.packages[package];
        let target = &package.targets[target];
        let is_build = target.kind == TargetKind::BuildScript;
        let mut externs = Externs::default();
        for std in ["std", "core", "proc_macro", "test"] {
            let std = name(std);
            externs.names.insert(std, Definition::External(std));
        }
        for dependency in &package.dependencies {
            let kinds = dependency.kinds;
            let applies = if is_build {
                kinds.build
            } else {
                kinds.normal || kinds.dev
            };
            if !applies {
                continue;
            }
            let definition = self.library(workspace, dependency);
            externs.has_unnamed |= matches!(definition, Definition::External(_))
                && *dependency.crate_name == *dependency.package.replace('-', "_");
            externs.names.insert(dependency.crate_name, definition);
            if !is_build && !kinds.normal {
                externs.dev_only.push(dependency.real_crate_name);
            }
        }
        if let Some(library) = package.library()
            && library.crate_path != target.crate_path
            && !is_build
            && let Some(&root) = self.modules_by_path.get(&library.crate_path)
        {
            externs
                .names
                .insert(library.crate_name, Definition::Module(root));
        }
        externs
    }

    fn library(
        &self,
        workspace: &Workspace,
        dependency: &crate::workspace::Dependency,
    ) -> Definition {
        let member = workspace
            .packages
            .iter()
            .find(|package| dependency.member && package.name == dependency.package)
            .and_then(|package| package.library())
            .and_then(|library| self.modules_by_path.get(&library.crate_path));
        match member {
            Some(&root) => Definition::Module(root),
            None => Definition::External(dependency.real_crate_name),
        }
    }

    fn instance_scopes(&mut self, instance: usize) {
        let data = &self.tree.instances[instance];
        let facts = self.tree.facts(data);
        let mut ids: Vec<ScopeId> = Vec::with_capacity(facts.scopes.len());
        for (at, scope) in facts.scopes.iter().enumerate() {
            let module = data.scope_modules[at];
            let id = match (scope.kind, scope.parent) {
                (ScopeKind::Block, Some(parent)) => {
                    let parent = ids[parent as usize];
                    self.push_scope(module, Some(parent))
                }
                // An `include!` inside of a block adds to that block.
                (ScopeKind::File, _) => match data.included_in {
                    Some((outer, scope)) => self.scope_of[outer][scope as usize],
                    None => Self::module_scope(module),
                },
                _ => Self::module_scope(module),
            };
            ids.push(id);
        }
        if facts.macro_use && data.included_in.is_none() {
            self.macro_use[data.scope_modules[0].0 as usize] = true;
        }
        if facts.error.is_some() {
            self.scopes[ids[0] as usize].has_unread_parts = true;
        }
        for (at, call) in facts.macro_calls.iter().enumerate() {
            let is_expanded = data.expanded_calls.contains(&at);
            if call.position == Position::Items && !is_expanded && !data.is_never(call.cfg) {
                let scope = &mut self.scopes[ids[call.scope as usize] as usize];
                scope.macro_calls.push((number(instance), number(at)));
            }
        }
        for include in facts
            .includes
            .iter()
            .filter(|include| include.file.is_none() && !data.is_never(include.cfg))
        {
            self.scopes[ids[include.scope as usize] as usize].has_unread_parts = true;
        }
        self.scope_of.push(ids);
    }

    /// The items of all instances, in order; those of a file follow one another, behind them their variants and
    /// associated items. What is replaced keeps its number.
    fn all_items(tree: &ModuleTree) -> Vec<ItemData> {
        let mut all = Vec::new();
        for (instance, data) in tree.instances.iter().enumerate() {
            let parsed = &tree.files[data.file];
            let first = number(all.len());
            let location = |span| Location {
                file: parsed.file,
                span,
            };
            let items = parsed.facts.items.iter();
            all.extend(items.map(|item| ItemData {
                name: item.name,
                kind: item.kind,
                module: data.scope_modules[item.scope as usize],
                owner: None,
                location: location(item.span),
                alias: item.alias.map(|path| (number(instance), path)),
                body: item.body.clone(),
            }));
            for (at, item) in parsed.facts.items.iter().enumerate() {
                let owner = first + number(at);
                all.extend(item.members.iter().map(|member| ItemData {
                    name: member.name,
                    kind: member.kind,
                    module: data.scope_modules[item.scope as usize],
                    owner: Some(owner),
                    location: location(member.span),
                    alias: None,
                    body: None,
                }));
            }
        }
        all
    }

    /// Those that have an owner, by owner and name.
    fn members_of(items: &[ItemData]) -> Map<(ItemId, Name), Vec<ItemId>> {
        let mut members: Map<(ItemId, Name), Vec<ItemId>> = Map::default();
        for (id, item) in items.iter().enumerate() {
            if let Some(owner) = item.owner {
                let same = members.entry((owner, item.name)).or_default();
                same.push(number(id));
            }
        }
        members
    }

    /// Names the items of an instance.
    fn name_items(&mut self, instance: usize) {
        let data = &self.tree.instances[instance];
        let facts = self.tree.facts(data);
        let replaced = self.tree.replaced(data, List::Items);
        for (at, item) in facts.items.iter().enumerate() {
            if replaced.contains(at) {
                continue;
            }
            let id = self.first_item[instance] + number(at);
            let scope = self.scope_of[instance][item.scope as usize];
            let module = data.scope_modules[item.scope as usize];
            let entry = Entry {
                meaning: Meaning::Definition(Definition::Item(id), spaces_of(item.kind)),
                seen: self.seen(&item.visibility, module),
                instance: number(instance),
                conditional: item.cfg != crate::facts::ALWAYS || !data.outer.is_empty(),
            };
            self.add_name(scope, item.name, entry);
            if item.kind == ItemKind::Macro {
                self.add_macro(id, item.name, module, item.exported, entry);
            }
        }
    }

    fn add_macro(
        &mut self,
        id: ItemId,
        name: Name,
        module: ModuleId,
        exported: bool,
        entry: Entry,
    ) {
        let crate_id = self.crate_of(module);
        self.macros.entry((crate_id, name)).or_default().push(id);
        let root = self.tree.crate_(crate_id).root;
        if exported && root != module {
            let entry = Entry {
                seen: Seen::Everywhere,
                ..entry
            };
            self.add_name(Self::module_scope(root), name, entry);
        } else if exported {
            let scope = &mut self.scopes[Self::module_scope(root) as usize];
            for known in scope.names.entry(name).or_default() {
                if matches!(known.meaning, Meaning::Definition(Definition::Item(i), _) if i == id) {
                    known.seen = Seen::Everywhere;
                }
            }
        }
    }

    /// Lists the imports of an instance, and names what they bring in.
    fn name_imports(&mut self, instance: usize) {
        let data = &self.tree.instances[instance];
        let facts = self.tree.facts(data);
        let replaced = self.tree.replaced(data, List::Imports);
        for (at, import) in facts.imports.iter().enumerate() {
            let id = number(self.imports.len());
            let scope = self.scope_of[instance][import.scope as usize];
            let module = data.scope_modules[import.scope as usize];
            let seen = self.seen(&import.visibility, module);
            self.imports.push(ImportData {
                scope,
                instance: number(instance),
                import: number(at),
                seen,
                hits: Vec::new(),
                failure: None,
            });
            if replaced.contains(at) {
                continue;
            }
            match import.target {
                ImportTarget::Name(visible) | ImportTarget::Module(visible) => {
                    let entry = Entry {
                        meaning: Meaning::Import(id),
                        seen,
                        instance: number(instance),
                        conditional: import.cfg != crate::facts::ALWAYS || !data.outer.is_empty(),
                    };
                    self.add_name(scope, visible, entry);
                }
                ImportTarget::Glob => self.scopes[scope as usize].globs.push(id),
                ImportTarget::Unnamed => {}
            }
            if import.macro_use {
                let crate_id = self.crate_of(module);
                self.macro_crates.entry(crate_id).or_default().push(id);
            }
        }
    }

    fn module_names(&mut self) {
        for (id, module) in self.tree.modules() {
            let Some(parent) = module.parent else {
                continue;
            };
            for declaration in &module.declarations {
                let scope = self.scope_of[declaration.instance][declaration.scope as usize];
                let entry = Entry {
                    meaning: Meaning::Definition(Definition::Module(id), TYPES),
                    seen: self.seen(&declaration.visibility, parent),
                    instance: number(declaration.instance),
                    conditional: !declaration.conditions.is_empty(),
                };
                self.add_name(scope, module.name, entry);
                self.macro_use[id.0 as usize] |= declaration.macro_use;
            }
        }
    }

    fn add_name(&mut self, scope: ScopeId, name: Name, entry: Entry) {
        self.scopes[scope as usize]
            .names
            .entry(name)
            .or_default()
            .push(entry);
    }

    fn seen(&self, visibility: &Visibility, module: ModuleId) -> Seen {
        let root = || self.tree.crate_(self.crate_of(module)).root;
        match visibility {
            Visibility::Public => Seen::Everywhere,
            Visibility::Crate => Seen::Within(root()),
            Visibility::Module => Seen::Within(module),
            Visibility::Parent => {
                Seen::Within(self.tree.module(module).parent.unwrap_or_else(root))
            }
            Visibility::Path(segments) => Seen::Within(self.ancestor(module, segments)),
        }
    }

    /// The module that `pub(in path)` names; always an ancestor.
    fn ancestor(&self, module: ModuleId, segments: &[Name]) -> ModuleId {
        let root = self.tree.crate_(self.crate_of(module)).root;
        let mut at = match segments.first().map(Name::as_str) {
            Some("self" | "super") => module,
            _ => root,
        };
        for segment in segments {
            at = match segment.as_str() {
                "super" => self.tree.module(at).parent.unwrap_or(root),
                "crate" | "self" => at,
                segment => {
                    let path = crate::base::join(&self.tree.module(at).path, segment);
                    self.modules_by_path.get(&path).copied().unwrap_or(at)
                }
            };
        }
        at
    }
}

/// The namespaces that a kind of item takes.
pub(crate) fn spaces_of(kind: ItemKind) -> Spaces {
    match kind {
        ItemKind::TupleStruct | ItemKind::Variant => TYPES | VALUES,
        ItemKind::RecordStruct
        | ItemKind::Enum
        | ItemKind::Union
        | ItemKind::Trait
        | ItemKind::TypeAlias => TYPES,
        ItemKind::Function | ItemKind::Const | ItemKind::Static => VALUES,
        ItemKind::Macro | ItemKind::ProcMacro => MACROS,
        ItemKind::Associated => ALL,
    }
}

/// The namespaces that a syntactic role looks in.
pub(crate) fn spaces_in(namespace: Namespace) -> Spaces {
    match namespace {
        Namespace::Type => TYPES,
        Namespace::Value => VALUES,
        Namespace::Macro => MACROS,
        Namespace::Any => ALL,
    }
}

/// An index as a 32-bit number.
pub(crate) fn number(index: usize) -> u32 {
    u32::try_from(index).expect("fewer than 2^32 of anything")
}

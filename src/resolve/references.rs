//! Every import and path of every file → references, and the paths that lead nowhere.

use rayon::prelude::*;

use super::paths::{Outcome, Place};
use super::scopes::{Definition, Hit, ItemId, Spaces, TYPES, World, number, spaces_in, spaces_of};
use super::{Resolution, ResolvedReference, Target, UnresolvedPath, conditions};
use crate::base::{
    Cause, Cfg, ConditionId, Conditions, Location, Map, Name, ReferenceKind, Set, Span,
    first_segment, join_names, name, parent,
};
use crate::facts::code::Site;
use crate::facts::{
    Anchor, Certainty, CfgIx, FileFacts, ImportTarget, ItemKind, Namespace, PathUse, ScopeIx,
    Visibility,
};
use crate::modules::{List, ModuleId};
use crate::workspace::TargetKind;

/// A reference that a type led to.
#[derive(Clone, Debug)]
pub(crate) struct TypedReference {
    /// The instance of the file.
    pub instance: u32,
    /// Where it stands.
    pub site: Site,
    /// Its role.
    pub kind: ReferenceKind,
    /// The module that defines the item.
    pub module: ModuleId,
    /// Its path below the module.
    pub item: Name,
    /// Its name where it is defined.
    pub location: Location,
}

/// Collects the references of all files, in order. Those that types led to are in the order of instances.
pub(super) fn collect(world: &World<'_>, typed: &[TypedReference]) -> Resolution {
    let first_imports = first_imports(world);
    let parts: Vec<Part> = (0..world.tree.instances.len())
        .into_par_iter()
        .with_max_len(1)
        .map(|instance| {
            let of_instance = |wanted: usize| {
                typed.partition_point(|reference| (reference.instance as usize) < wanted)
            };
            let typed = &typed[of_instance(instance)..of_instance(instance + 1)];
            Reader::new(world, instance).read(first_imports[instance], typed)
        })
        .collect();
    let mut resolution = Resolution::default();
    let all = parts.iter().map(|part| part.references.len()).sum();
    resolution.references.reserve_exact(all);
    for part in parts {
        resolution.internal_paths += part.internal_paths;
        resolution.made_paths += part.made_paths;
        resolution.external_paths += part.external_paths;
        resolution.unresolved.extend(part.unresolved);
        let conditions = part.conditions.into_iter();
        let conditions: Vec<ConditionId> = conditions
            .map(|conditions| resolution.conditions.intern(conditions))
            .collect();
        let references = part.references.into_iter();
        resolution
            .references
            .extend(references.map(|reference| ResolvedReference {
                conditions: conditions[reference.conditions.0 as usize],
                ..reference
            }));
    }
    resolution
}

/// The first import of each instance.
fn first_imports(world: &World<'_>) -> Vec<usize> {
    let mut next = 0;
    let instances = world.tree.instances.iter();
    instances
        .map(|instance| {
            let first = next;
            next += world.tree.facts(instance).imports.len();
            first
        })
        .collect()
}

#[derive(Default)]
struct Part {
    /// Their conditions are numbers in the list below.
    references: Vec<ResolvedReference>,
    conditions: Vec<Conditions>,
    unresolved: Vec<UnresolvedPath>,
    internal_paths: usize,
    made_paths: usize,
    external_paths: usize,
}

/// A path as a key: the same path in the same scope leads to the same place.
type Key<'a> = (ScopeIx, Anchor, Spaces, bool, Certainty, &'a [Name]);

struct Reader<'w, 'a> {
    world: &'w World<'a>,
    instance: usize,
    facts: &'a FileFacts,
    file: crate::base::FileId,
    known: Map<Key<'a>, Outcome>,
    doors: Map<Name, Option<ModuleId>>,
    /// By condition in the file, and whether the crate is a dev-dependency only: the number of the conditions.
    conditions: Map<(CfgIx, bool), ConditionId>,
    part: Part,
}

/// What is the same for all meanings of one written path.
#[derive(Clone, Copy)]
struct Written {
    importer: ModuleId,
    kind: ReferenceKind,
    cfg: CfgIx,
    span: Span,
    via_macro: bool,
}

impl<'w, 'a> Reader<'w, 'a> {
    fn new(world: &'w World<'a>, instance: usize) -> Self {
        let parsed = &world.tree.files[world.tree.instances[instance].file];
        Self {
            world,
            instance,
            facts: &parsed.facts,
            file: parsed.file,
            known: Map::default(),
            doors: Map::default(),
            conditions: Map::default(),
            part: Part::default(),
        }
    }

    fn read(mut self, first_import: usize, typed: &[TypedReference]) -> Part {
        let tree = self.world.tree;
        let instance = &tree.instances[self.instance];
        let imports = tree.replaced(instance, List::Imports);
        for at in (0..self.facts.imports.len()).filter(|at| !imports.contains(*at)) {
            self.import(at, number(first_import + at));
        }
        let paths = tree.replaced(instance, List::Paths);
        for (at, path) in self.facts.paths.iter().enumerate() {
            if !paths.contains(at) && path.certainty != Certainty::Silent {
                self.path(path);
            }
        }
        // What a path named already is not said twice.
        let known: Set<(Span, Target)> = self
            .part
            .references
            .iter()
            .filter(|_| !typed.is_empty())
            .map(|reference| (reference.location.span, reference.target))
            .collect();
        for reference in typed {
            let target = target_of(reference);
            if reference.kind != ReferenceKind::Path
                || !known.contains(&(reference.site.span, target))
            {
                self.typed(reference);
            }
        }
        self.part
    }

    fn typed(&mut self, reference: &TypedReference) {
        let site = &reference.site;
        if self.world.tree.instances[self.instance].is_never(site.cfg) {
            return;
        }
        let written = Written {
            importer: self.module_of(site.scope),
            kind: reference.kind,
            cfg: site.cfg,
            span: site.span,
            via_macro: site.via_macro,
        };
        let target = target_of(reference);
        let module = self.world.tree.module(reference.module);
        self.push(written, target, join_names(module.path, reference.item));
    }

    fn module_of(&self, scope: ScopeIx) -> ModuleId {
        self.world.tree.instances[self.instance].scope_modules[scope as usize]
    }

    fn import(&mut self, at: usize, id: u32) {
        let import = &self.facts.imports[at];
        let written = Written {
            importer: self.module_of(import.scope),
            kind: match import.visibility {
                Visibility::Module => ReferenceKind::Import,
                _ => ReferenceKind::ReExport,
            },
            cfg: import.cfg,
            span: import.span,
            via_macro: import.via_macro,
        };
        let segments = self.facts.segments(import.path);
        let known = &self.world.imports[id as usize];
        match known.failure {
            None => {
                self.count(&known.hits);
                self.reference(written, &known.hits);
            }
            Some(cause) => {
                let glob = matches!(import.target, ImportTarget::Glob);
                self.unresolved(written, segments, glob, cause);
            }
        }
    }

    fn path(&mut self, path: &PathUse) {
        let written = Written {
            importer: self.module_of(path.scope),
            kind: path.kind,
            cfg: path.cfg,
            span: path.span,
            via_macro: path.via_macro,
        };
        let segments = self.facts.segments(path.path);
        if self.names_its_own(path, segments) {
            self.part.internal_paths += usize::from(path.certainty == Certainty::Path);
            return;
        }
        match self.outcome(path, segments) {
            Ok(hits) if path.certainty != Certainty::Path && is_made(&hits) => {}
            Ok(hits) if !names_a_tool(self.world, path, &hits) => {
                if path.certainty == Certainty::Path {
                    self.count(&hits);
                }
                self.reference(written, &hits);
            }
            Ok(_) => {}
            Err(cause) => match path.certainty {
                Certainty::Path => self.unresolved(written, segments, false, cause),
                Certainty::Tokens if segments.len() > 1 => {
                    self.unresolved(written, segments, false, Cause::MacroTokens);
                }
                Certainty::Tokens | Certainty::Maybe | Certainty::Silent => {}
            },
        }
    }

    /// Whether `Self::Name` is what the `impl` of a trait around it defines: that stands in the same module.
    fn names_its_own(&self, path: &PathUse, segments: &[Name]) -> bool {
        let (Anchor::SelfOfImpl(index), Some(first)) = (path.anchor, segments.first()) else {
            return false;
        };
        let spaces = if segments.len() == 1 {
            spaces_in(path.namespace)
        } else {
            TYPES
        };
        let block = &self.facts.impls[index as usize];
        let mut members = block.members.iter();
        block.is_of_trait && members.any(|it| it.name == *first && spaces_of(it.kind) & spaces != 0)
    }

    fn outcome(&mut self, path: &PathUse, segments: &'a [Name]) -> Outcome {
        let spaces = spaces_in(path.namespace);
        let is_derive = path.kind == ReferenceKind::Derive;
        let key = (
            path.scope,
            path.anchor,
            spaces,
            is_derive,
            path.certainty,
            segments,
        );
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let (outcome, _) = path_outcome(self.world, self.instance, path);
        self.known.insert(key, outcome.clone());
        outcome
    }

    fn count(&mut self, hits: &[Hit]) {
        let is_external = |hit: &Hit| matches!(hit.definition, Definition::External(_));
        if hits.is_empty() {
            return;
        }
        if hits.iter().all(is_external) {
            self.part.external_paths += 1;
            return;
        }
        self.part.internal_paths += 1;
        self.part.made_paths += usize::from(is_made(hits));
    }

    fn unresolved(&mut self, written: Written, segments: &[Name], glob: bool, cause: Cause) {
        let words: Vec<&str> = segments.iter().map(Name::as_str).collect();
        let mut text = words.join("::");
        if glob {
            text.push_str("::*");
        }
        self.part.unresolved.push(UnresolvedPath {
            importer: written.importer,
            path: name(&text),
            location: self.location(written.span),
            cause,
        });
    }

    fn location(&self, span: Span) -> Location {
        Location {
            file: self.file,
            span,
        }
    }

    fn reference(&mut self, written: Written, hits: &[Hit]) {
        let mut found: Vec<(Target, Name)> = Vec::with_capacity(hits.len());
        for hit in hits {
            for target in targets(self.world, hit) {
                if !found.contains(&(target, hit.named)) {
                    found.push((target, hit.named));
                }
            }
        }
        for (target, named) in found {
            self.push(written, target, named);
        }
    }

    fn push(&mut self, written: Written, target: Target, named: Name) {
        let door = match target {
            Target::Module(module) => self
                .door(named)
                .filter(|&door| self.is_reexport(door, module)),
            Target::Item { .. } | Target::External(_) => self.door(named),
        };
        let defining = match target {
            Target::Module(module) | Target::Item { module, .. } => Some(module),
            Target::External(_) => None,
        };
        let is_own =
            defining == Some(written.importer) && door.is_none_or(|door| door == written.importer);
        if is_own {
            return;
        }
        let reference = ResolvedReference {
            importer: written.importer,
            target,
            named,
            door: door.or(defining),
            kind: written.kind,
            conditions: self.conditions_of(written, target),
            location: self.location(written.span),
            via_macro: written.via_macro,
        };
        self.part.references.push(reference);
    }

    /// The longest beginning of the path as named that is a module.
    fn door(&mut self, named: Name) -> Option<ModuleId> {
        let world = self.world;
        *self.doors.entry(named).or_insert_with(|| {
            let mut at: Option<&str> = Some(named.as_str());
            while let Some(path) = at {
                // A path that nobody has named so far is none of a module.
                let known = Name::from_existing(path);
                let module = known.and_then(|path| world.modules_by_path.get(&path));
                if module.is_some() {
                    return module.copied();
                }
                at = parent(path);
            }
            None
        })
    }

    /// Whether a module was named through another module that re-exports it.
    fn is_reexport(&self, door: ModuleId, module: ModuleId) -> bool {
        door != module && self.world.tree.module(module).parent != Some(door)
    }

    /// The number of the conditions in the list of the part.
    fn conditions_of(&mut self, written: Written, target: Target) -> ConditionId {
        let world = self.world;
        let crate_id = world.crate_of(written.importer);
        let dev_only = &world.externs[crate_id.0 as usize].dev_only;
        let is_dev = !dev_only.is_empty() && {
            let crate_path = match target {
                Target::External(path) => name(first_segment(&path)),
                Target::Module(module) | Target::Item { module, .. } => {
                    world.tree.crate_(world.crate_of(module)).path
                }
            };
            dev_only.contains(&crate_path)
        };
        let (instance, facts) = (&world.tree.instances[self.instance], self.facts);
        let all = &mut self.part.conditions;
        let known = self.conditions.entry((written.cfg, is_dev));
        *known.or_insert_with(|| {
            let kind = world.kinds[crate_id.0 as usize];
            let predicates = instance.outer.iter().chain(facts.conditions(written.cfg));
            let predicates: Vec<&Cfg> = predicates.collect();
            let crate_data = world.tree.crate_(crate_id);
            let mut conditions = conditions::of(&predicates, &crate_data.known_cfg);
            conditions.test |= kind.is_test();
            conditions.build |= kind == TargetKind::BuildScript;
            conditions.dev = is_dev;
            all.push(conditions);
            ConditionId(number(all.len() - 1))
        })
    }
}

/// What a written path leads to, and the namespaces in which it was looked for.
pub(super) fn path_outcome(
    world: &World<'_>,
    instance: usize,
    path: &PathUse,
) -> (Outcome, Spaces) {
    let segments = world
        .tree
        .facts(&world.tree.instances[instance])
        .segments(path.path);
    let mut spaces = spaces_in(path.namespace);
    let is_derive = path.kind == ReferenceKind::Derive;
    let place = place_of(world, instance, path);
    let mut outcome = world.resolve(place, path.anchor, segments, spaces);
    let other = match path.namespace {
        // `Array<N>` with a constant `N` is written as a type.
        Namespace::Type if segments.len() == 1 => Some(Namespace::Value),
        // An attribute macro may put a value's path where a type stands.
        Namespace::Value if segments.len() > 1 => Some(Namespace::Type),
        _ => None,
    };
    if let Some(other) = other.filter(|_| is_doubtful(&outcome)) {
        let other = spaces_in(other);
        let retried = world.resolve(place, path.anchor, segments, other);
        if !is_doubtful(&retried) {
            outcome = retried;
            spaces = other;
        }
    }
    let is_lost_derive = is_derive && outcome == Err(Cause::NotFound);
    if is_lost_derive && world.resolve(place, path.anchor, segments, TYPES).is_ok() {
        // The trait is known: its derive comes with it, out of an external glob beside it.
        outcome = Err(Cause::Outside);
    }
    (outcome, spaces)
}

/// Where a written path stands.
pub(super) fn place_of(world: &World<'_>, instance: usize, path: &PathUse) -> Place {
    Place {
        scope: world.scope_of[instance][path.scope as usize],
        instance: number(instance),
        import: None,
        is_derive: path.kind == ReferenceKind::Derive,
        is_path: path.certainty == Certainty::Path,
    }
}

/// What a hit leads to. An associated item defined elsewhere than its type leads to both.
pub(super) fn targets(world: &World<'_>, hit: &Hit) -> Vec<Target> {
    match hit.definition {
        Definition::Module(module) => vec![Target::Module(module)],
        Definition::External(path) => vec![Target::External(path)],
        Definition::Made(module, item) => vec![made_target(world, module, item)],
        Definition::Item(id) => {
            let item = world.item(id);
            let own = item_target(world, id);
            match item.owner {
                Some(owner) if world.item(owner).module != item.module => {
                    vec![item_target(world, owner), own]
                }
                _ => vec![own],
            }
        }
    }
}

/// What a macro makes is defined where the macro stands: at its call, or in the module if there are several.
fn made_target(world: &World<'_>, module: ModuleId, item: Name) -> Target {
    let makers = &world.makers[module.0 as usize];
    let only = makers.first.filter(|_| makers.count == 1);
    match only.or(world.tree.module(module).location) {
        Some(location) => Target::Item {
            module,
            item,
            location,
        },
        None => Target::Module(module),
    }
}

fn item_target(world: &World<'_>, id: ItemId) -> Target {
    let item = world.item(id);
    Target::Item {
        module: item.module,
        item: world.item_path(id),
        location: item.location,
    }
}

/// Whether a reference that a type led to leads to this.
pub(crate) fn leads_to(reference: &TypedReference, target: Target) -> bool {
    target_of(reference) == target
}

fn target_of(reference: &TypedReference) -> Target {
    Target::Item {
        module: reference.module,
        item: reference.item,
        location: reference.location,
    }
}

/// `#[serde(…)]` is a helper of a derive, not the crate of that name, and `#[pin]` is no call of a `macro_rules!`.
fn names_a_tool(world: &World<'_>, path: &PathUse, hits: &[Hit]) -> bool {
    path.kind == ReferenceKind::Derive
        && path.certainty == Certainty::Maybe
        && hits.iter().all(|hit| match hit.definition {
            Definition::Module(_) => true,
            Definition::External(path) => !path.contains("::"),
            Definition::Item(id) => world.item(id).kind == ItemKind::Macro,
            Definition::Made(..) => false,
        })
}

fn is_doubtful(outcome: &Outcome) -> bool {
    outcome.as_ref().map_or(true, |hits| is_made(hits))
}

fn is_made(hits: &[Hit]) -> bool {
    hits.iter()
        .any(|hit| matches!(hit.definition, Definition::Made(..)))
}

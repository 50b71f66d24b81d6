//! What all definitions say about types: the workspace's, and those of the library of signatures.
//!
//! In: the worlds of both. Out: [`Program`]: definitions, signatures, fields, `impl`s, as types.
//! *Invariant:* knows no body.

use std::sync::{Mutex, OnceLock, RwLock};

use super::types::{Args, Bound, Def, Shared, Substitution, Trait, Ty};
use crate::base::{Location, Map, Name, Set, name, number};
use crate::facts::code::{self, ItemCode, MemberCode};
use crate::facts::{Anchor, CfgIx, FileFacts, Impl, Item, ItemKind, Member, ScopeIx};
use crate::modules::{List, ModuleId};
use crate::resolve::{Definition, Spaces, TYPES, World};

/// Where something is written: the world, and the instance there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Home {
    pub in_library: bool,
    pub instance: u32,
}

/// The same path in the same scope, under the same condition, leads to the same place.
type PathKey<'w> = (ScopeIx, Anchor, Spaces, CfgIx, &'w [Name]);

/// What an ordinary build holds of an instance (see [`super::ordinary`]).
#[derive(Debug)]
pub(super) struct Ordinary {
    /// Whether no condition around the whole of it rules it out.
    pub is_whole: bool,
    /// For each of its conditions whether it may hold, together with those around it.
    pub cfgs: Vec<bool>,
}

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Def(Def),
    Foreign(Name),
    Nothing,
}

/// A function: where its signature is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Callable {
    /// A free function.
    Item(Def),
    /// A member of an `impl`.
    Impl(u32, u32),
    /// A member of a trait.
    Trait(Def, u32),
}

/// Generic parameters as types.
#[derive(Clone, Debug, Default)]
pub(super) struct Generics {
    pub parameters: Vec<(Name, Option<Ty>)>,
    pub bounds: Vec<(Ty, Bound)>,
}

/// The head of a function as types.
#[derive(Clone, Debug)]
pub(super) struct Signature {
    /// Its own, and those of the `impl` or trait around it.
    pub generics: Generics,
    pub receiver: Option<Ty>,
    pub parameters: Vec<Ty>,
    pub result: Ty,
}

/// A field: its name, type, and place.
pub(super) type Field = (Name, Ty, Location);

/// An `impl`.
pub(super) struct ImplData<'w> {
    pub home: Home,
    /// Its index in the file.
    pub index: u32,
    pub module: ModuleId,
    pub facts: &'w Impl,
    pub generics: Generics,
    pub self_ty: Ty,
    pub of_trait: Option<Bound>,
    pub members: Vec<OnceLock<Option<Signature>>>,
}

/// What stands at the head of a type, for looking up its `impl`s.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Head {
    Adt(Def),
    Foreign(Name),
    Primitive(Name),
    Slice,
    Array,
    Reference,
    Pointer,
    Tuple,
    Function,
    Dyn(Trait),
    Never,
}

/// The definitions of both worlds.
pub(crate) struct Program<'w> {
    worlds: [&'w World<'w>; 2],
    pub(super) impls: Vec<ImplData<'w>>,
    /// Members of inherent `impl`s, by head and name.
    inherent: Map<(Head, Name), Vec<(u32, u32)>>,
    /// `impl`s of a trait, by head; those for a bare parameter under `None`.
    of_traits: Map<(Trait, Option<Head>), Vec<u32>>,
    /// The traits that have a member of this name.
    traits_with: Map<Name, Vec<(Def, u32)>>,
    /// Of these the ones that may be there for any type: of the library, or with an `impl` for a bare parameter.
    open_traits: Map<Name, Vec<(Def, u32)>>,
    /// The others, by the heads that they have `impl`s for.
    traits_for: Map<(Head, Name), Vec<(Def, u32)>>,
    /// The names of the members of traits with an `impl` for `&mut T`.
    for_mutable: Set<Name>,
    /// Members of the workspace's `impl`s of traits that are not known, by name.
    of_foreign: Map<Name, Vec<(u32, u32)>>,
    functions: [Vec<OnceLock<Option<Signature>>>; 2],
    trait_members: Map<(Def, u32), OnceLock<Option<Signature>>>,
    fields: [Vec<OnceLock<Vec<Field>>>; 2],
    derives: Map<Def, Vec<Name>>,
    /// The traits that derives of the same path stand for.
    derived_traits: Map<Def, Vec<Def>>,
    /// The members of traits that have a body.
    with_default: Set<(Def, u32)>,
    pub(super) externals: RwLock<Map<(Name, Spaces), Meaning>>,
    /// What paths lead to, by instance.
    pub(super) resolved: [Vec<Mutex<Map<PathKey<'w>, Meaning>>>; 2],
    /// Which conditions of an instance an ordinary build holds.
    pub(super) ordinary: [Vec<OnceLock<Ordinary>>; 2],
    /// The imports that bring in an item, where that was asked.
    imports: OnceLock<Map<u32, Vec<u32>>>,
    /// The expansions of a macro call: of an instance, by the index of the call.
    expansions: Map<(u32, u32), Vec<u32>>,
}

/// A place for each instance.
fn of_instances<T: Default>(world: &World<'_>) -> Vec<T> {
    let instances = world.tree.instances.iter();
    instances.map(|_| T::default()).collect()
}

impl<'w> Program<'w> {
    pub(super) fn new(workspace: &'w World<'w>, library: &'w World<'w>) -> Self {
        let worlds = [workspace, library];
        let sized = |world: &World<'_>| (0..world.items.len()).map(|_| OnceLock::new()).collect();
        let sized_fields =
            |world: &World<'_>| (0..world.items.len()).map(|_| OnceLock::new()).collect();
        let mut program = Self {
            worlds,
            impls: Vec::new(),
            inherent: Map::default(),
            of_traits: Map::default(),
            traits_with: Map::default(),
            open_traits: Map::default(),
            traits_for: Map::default(),
            for_mutable: Set::default(),
            of_foreign: Map::default(),
            functions: [sized(workspace), sized(library)],
            trait_members: Map::default(),
            fields: [sized_fields(workspace), sized_fields(library)],
            derives: Map::default(),
            derived_traits: Map::default(),
            with_default: Set::default(),
            externals: RwLock::default(),
            resolved: worlds.map(|it| of_instances(it)),
            ordinary: worlds.map(|it| of_instances(it)),
            imports: OnceLock::new(),
            expansions: Map::default(),
        };
        for (at, instance) in workspace.tree.instances.iter().enumerate() {
            if let Some((outer, call)) = instance.expansion_of {
                let key = (number(outer), number(call));
                program.expansions.entry(key).or_default().push(number(at));
            }
        }
        for in_library in [false, true] {
            program.add_items(in_library);
        }
        program.add_derived_traits();
        for in_library in [false, true] {
            program.add_impls(in_library);
        }
        program.group_traits();
        program
    }

    pub(super) fn world(&self, in_library: bool) -> &'w World<'w> {
        self.worlds[usize::from(in_library)]
    }

    pub(super) fn facts(&self, home: Home) -> &'w FileFacts {
        let tree = self.world(home.in_library).tree;
        tree.facts(&tree.instances[home.instance as usize])
    }

    /// What a macro call was expanded to: an instance for each `cfg` version of the macro.
    pub(super) fn expansions(&self, home: Home, call: u32) -> &[u32] {
        let known = self.expansions.get(&(home.instance, call));
        known
            .filter(|_| !home.in_library)
            .map_or(&[], Vec::as_slice)
    }

    /// The instance that holds the call that an expansion stands for, so many calls further out.
    pub(super) fn around(&self, expansion: Home, level: u32) -> u32 {
        let instances = &self.world(expansion.in_library).tree.instances;
        let mut at = expansion.instance;
        for _ in 0..=level {
            if let Some((outer, _)) = instances[at as usize].expansion_of {
                at = number(outer);
            }
        }
        at
    }

    /// The definitions of an instance, those aside that an expansion stands for or that no build holds.
    pub(super) fn items_of(&self, home: Home) -> impl Iterator<Item = (Def, &'w Item)> + use<'w> {
        let world = self.world(home.in_library);
        let instance = &world.tree.instances[home.instance as usize];
        let replaced = world.tree.replaced(instance, List::Items);
        let first = world.first_item[home.instance as usize];
        let items = self.facts(home).items.iter().enumerate();
        items
            .filter(move |(at, _)| !replaced.contains(*at))
            .map(move |(at, item)| {
                let def = Def {
                    in_library: home.in_library,
                    item: first + number(at),
                };
                (def, item)
            })
    }

    /// The bodies of an instance, with the same ones left out.
    pub(super) fn bodies_of(&self, home: Home) -> impl Iterator<Item = &'w code::Body> + use<'w> {
        let tree = self.world(home.in_library).tree;
        let replaced = tree.replaced(&tree.instances[home.instance as usize], List::Bodies);
        let bodies = self.facts(home).code.bodies.iter().enumerate();
        bodies
            .filter(move |(at, _)| !replaced.contains(*at))
            .map(|(_, body)| body)
    }

    fn add_items(&mut self, in_library: bool) {
        let world = self.world(in_library);
        for instance in 0..world.tree.instances.len() {
            let home = Home {
                in_library,
                instance: number(instance),
            };
            let facts = self.facts(home);
            for body in self.bodies_of(home) {
                if let code::Owner::TraitMember(item, member) = body.owner {
                    let item = world.first_item[instance] + item;
                    self.with_default.insert((Def { in_library, item }, member));
                }
            }
            for (def, item) in self.items_of(home) {
                if item.kind == ItemKind::Trait {
                    for (index, member) in item.members.iter().enumerate() {
                        let index = number(index);
                        let having = self.traits_with.entry(member.name).or_default();
                        having.push((def, index));
                        self.trait_members.insert((def, index), OnceLock::new());
                    }
                } else if !item.derives.is_empty() {
                    let names = item.derives.iter().filter_map(|&path| {
                        let path = &facts.paths[path as usize];
                        facts.segments(path.path).last().copied()
                    });
                    self.derives.insert(def, names.collect());
                }
            }
        }
    }

    /// `#[derive(a::Trait)]` gives a type the trait `a::Trait`, where there is one.
    fn add_derived_traits(&mut self) {
        for instance in 0..self.world(false).tree.instances.len() {
            let home = Home {
                in_library: false,
                instance: number(instance),
            };
            for (def, item) in self.items_of(home) {
                let traits = item.derives.iter().filter_map(|&path| {
                    let meaning = self.resolve(home, path, 0, TYPES);
                    match meaning {
                        Meaning::Def(def) if self.kind(def) == ItemKind::Trait => Some(def),
                        _ => None,
                    }
                });
                let traits: Vec<Def> = traits.collect();
                if !traits.is_empty() {
                    self.derived_traits.insert(def, traits);
                }
            }
        }
    }

    fn add_impls(&mut self, in_library: bool) {
        let world = self.world(in_library);
        for (at, instance) in world.tree.instances.iter().enumerate() {
            let home = Home {
                in_library,
                instance: number(at),
            };
            let replaced = world.tree.replaced(instance, List::Impls);
            for (index, facts) in self.facts(home).impls.iter().enumerate() {
                if !replaced.contains(index) {
                    let module = instance.scope_modules[facts.scope as usize];
                    self.add_impl(home, number(index), module, facts);
                }
            }
        }
    }

    fn add_impl(&mut self, home: Home, index: u32, module: ModuleId, facts: &'w Impl) {
        let lower = self.lower(home, None);
        let self_ty = lower.ty(facts.self_type);
        let lower = self.lower(home, Some(&self_ty));
        let of_trait = facts.of_trait.as_ref().and_then(|bound| lower.bound(bound));
        let mut generics = lower.generics(&facts.generics);
        generics.bounds = self.explicit_bounds(&generics.bounds);
        // Of a trait or type that is not known, as one that a build script writes, the bodies are walked all the same.
        let is_known = of_trait.is_some() == facts.is_of_trait && self_ty != Ty::Unknown;
        let id = number(self.impls.len());
        let head = head(&self_ty);
        let is_foreign = matches!(head, Some(Head::Adt(def)) if def.in_library != home.in_library);
        if is_foreign && !facts.is_of_trait {
            // Only a crate's own types can have an inherent `impl` in it: the path leads to another one here.
            return;
        }
        if !is_known {
            // Nobody finds it.
        } else if let Some(bound) = &of_trait {
            let key = (bound.of_trait, head);
            if !facts.is_continued {
                self.of_traits.entry(key).or_default().push(id);
            }
            if let Trait::Foreign(_) = bound.of_trait {
                for (at, member) in facts.members.iter().enumerate() {
                    let known = self.of_foreign.entry(member.name).or_default();
                    known.push((id, number(at)));
                }
            }
        } else if let Some(head) = head {
            for (at, member) in facts.members.iter().enumerate() {
                let known = self.inherent.entry((head, member.name)).or_default();
                known.push((id, number(at)));
            }
        }
        self.impls.push(ImplData {
            home,
            index,
            module,
            facts,
            generics,
            self_ty,
            of_trait,
            members: facts.members.iter().map(|_| OnceLock::new()).collect(),
        });
    }

    /// Where the definition is written, and what is written there.
    pub(super) fn item(&self, def: Def) -> Option<(Home, &'w Item)> {
        let world = self.world(def.in_library);
        let after = world.first_item.partition_point(|&first| first <= def.item);
        let instance = after.checked_sub(1)?;
        let home = Home {
            in_library: def.in_library,
            instance: number(instance),
        };
        let at = def.item - world.first_item[instance];
        Some((home, self.facts(home).items.get(at as usize)?))
    }

    pub(super) fn kind(&self, def: Def) -> ItemKind {
        self.world(def.in_library).items[def.item as usize].kind
    }

    /// The type or trait that a variant or associated item belongs to.
    pub(super) fn owner(&self, def: Def) -> Option<Def> {
        let owner = self.world(def.in_library).items[def.item as usize].owner?;
        Some(Def { item: owner, ..def })
    }

    pub(super) fn name(&self, def: Def) -> Name {
        self.world(def.in_library).items[def.item as usize].name
    }

    pub(super) fn module(&self, def: Def) -> ModuleId {
        self.world(def.in_library).items[def.item as usize].module
    }

    /// Whether a definition of the library is one of `std`.
    pub(super) fn is_in_std(&self, def: Def) -> bool {
        let world = self.world(true);
        let path = &world.tree.module(self.module(def)).path;
        crate::base::segments(path).next() == Some("std")
    }

    /// The traits that a type derives, by the names of their derives.
    pub(super) fn derives(&self, def: Def) -> &[Name] {
        self.derives.get(&def).map_or(&[], Vec::as_slice)
    }

    /// Whether a type derives a trait by the trait's own path.
    pub(super) fn derives_trait(&self, def: Def, of_trait: Def) -> bool {
        let traits = self.derived_traits.get(&def);
        traits.is_some_and(|it| it.contains(&of_trait))
    }

    /// Whether a trait gives its member a body.
    pub(super) fn has_default(&self, of_trait: Def, member: u32) -> bool {
        self.with_default.contains(&(of_trait, member))
    }

    /// The members of inherent `impl`s for this head.
    pub(super) fn inherent(&self, head: Head, member: Name) -> &[(u32, u32)] {
        self.inherent
            .get(&(head, member))
            .map_or(&[], Vec::as_slice)
    }

    /// The `impl`s of a trait that may be for this head: those for the head itself, then those for any type.
    pub(super) fn impls_of(
        &self,
        of_trait: Trait,
        head: Option<Head>,
    ) -> impl Iterator<Item = u32> {
        let own = head.and_then(|head| self.of_traits.get(&(of_trait, Some(head))));
        let blanket = self.of_traits.get(&(of_trait, None));
        own.into_iter().chain(blanket).flatten().copied()
    }

    /// The imports that bring in a definition of the workspace.
    pub(super) fn imports_of(&self, def: Def) -> &[u32] {
        let imports = self.imports.get_or_init(|| {
            let mut imports: Map<u32, Vec<u32>> = Map::default();
            for (at, import) in self.world(false).imports.iter().enumerate() {
                for hit in &import.hits {
                    if let Definition::Item(item) = hit.definition {
                        let known = imports.entry(item).or_default();
                        known.push(number(at));
                    }
                }
            }
            imports
        });
        imports.get(&def.item).map_or(&[], Vec::as_slice)
    }

    /// Groups the traits with a member of a name by the types that may have them.
    #[expect(clippy::iter_over_hash_type, reason = "what is looked up is sorted")]
    fn group_traits(&mut self) {
        let mut heads: Map<Def, Vec<Head>> = Map::default();
        for &(of_trait, head) in self.of_traits.keys() {
            if let (Trait::Known(def), Some(head)) = (of_trait, head) {
                heads.entry(def).or_default().push(head);
            }
        }
        let of_mutable = self
            .impls
            .iter()
            .filter_map(|it| match (&it.self_ty, &it.of_trait) {
                (Ty::Reference(borrow, _), Some(bound)) if borrow.is_mutable() => {
                    Some(bound.of_trait)
                }
                _ => None,
            });
        let of_mutable: Set<Trait> = of_mutable.collect();
        for (&member, traits) in &self.traits_with {
            for &(def, at) in traits {
                if of_mutable.contains(&Trait::Known(def)) {
                    self.for_mutable.insert(member);
                }
                let is_blanket = self.of_traits.contains_key(&(Trait::Known(def), None));
                if def.in_library || is_blanket {
                    let known = self.open_traits.entry(member).or_default();
                    known.push((def, at));
                    continue;
                }
                for &head in heads.get(&def).into_iter().flatten() {
                    let known = self.traits_for.entry((head, member)).or_default();
                    known.push((def, at));
                }
            }
        }
    }

    /// The traits with a member of this name that a type with this head may have, bounds aside.
    pub(super) fn traits_with(&self, head: Option<Head>, member: Name) -> Vec<(Def, u32)> {
        let own = head.and_then(|head| self.traits_for.get(&(head, member)));
        let open = self.open_traits.get(&member);
        let mut traits: Vec<(Def, u32)> = own.into_iter().chain(open).flatten().copied().collect();
        traits.sort_unstable();
        traits
    }

    /// Whether a trait with a member of this name has an `impl` for `&mut T`.
    pub(super) fn is_for_mutable(&self, member: Name) -> bool {
        self.for_mutable.contains(&member)
    }

    /// The members of `impl`s of traits that are not known.
    pub(super) fn of_foreign(&self, member: Name) -> &[(u32, u32)] {
        self.of_foreign.get(&member).map_or(&[], Vec::as_slice)
    }

    /// The `impl` with this index in a file.
    pub(super) fn impl_at(&self, home: Home, index: u32) -> Option<u32> {
        let key = (home.in_library, home.instance, index);
        let place = |it: &ImplData<'_>| (it.home.in_library, it.home.instance, it.index);
        let at = self.impls.binary_search_by_key(&key, place).ok()?;
        Some(number(at))
    }

    /// The variant of an enum.
    pub(super) fn variant(&self, adt: Def, wanted: Name) -> Option<Def> {
        let world = self.world(adt.in_library);
        let members = world.members.get(&(adt.item, wanted))?;
        let variant = members
            .iter()
            .find(|&&id| world.items[id as usize].kind == ItemKind::Variant)?;
        Some(Def {
            item: *variant,
            ..adt
        })
    }

    /// The index of a member of a trait.
    pub(super) fn trait_member(&self, of_trait: Def, member: Name) -> Option<(u32, &'w Member)> {
        let (_, item) = self.item(of_trait)?;
        let at = item.members.iter().position(|it| it.name == member)?;
        Some((number(at), &item.members[at]))
    }

    /// The generic parameters of a definition.
    pub(super) fn generics_of(&self, def: Def) -> Option<(Home, &'w code::Generics)> {
        let (home, item) = self.item(def)?;
        let generics = match &item.code {
            ItemCode::Fields { generics, .. }
            | ItemCode::Enum(generics)
            | ItemCode::Trait { generics, .. }
            | ItemCode::Alias { generics, .. } => generics,
            ItemCode::Function(signature) => &signature.generics,
            ItemCode::None | ItemCode::Value(_) => return None,
        };
        Some((home, generics))
    }

    /// The type of a definition with its own parameters as arguments.
    pub(super) fn own_type(&self, def: Def) -> Ty {
        let parameters = self.generics_of(def).map(|(_, generics)| {
            let parameters = generics.parameters.iter();
            parameters.map(|it| Ty::Param(it.name)).collect::<Args>()
        });
        match self.kind(def) {
            ItemKind::Trait => Ty::Param(name("Self")),
            _ => Ty::Adt(def, parameters.unwrap_or_default()),
        }
    }

    /// What holds for `Self` in a trait: the trait with its own parameters as arguments.
    pub(super) fn own_bound(&self, of_trait: Def) -> Bound {
        let parameters = self.generics_of(of_trait).map(|(_, generics)| {
            let parameters = generics.parameters.iter();
            parameters.map(|it| Ty::Param(it.name)).collect::<Args>()
        });
        Bound {
            of_trait: Trait::Known(of_trait),
            args: parameters.unwrap_or_default(),
            bindings: Shared::default(),
        }
    }

    /// The fields of a struct, union or variant, with their types in its own parameters.
    pub(super) fn fields(&self, def: Def) -> &[Field] {
        let slot = &self.fields[usize::from(def.in_library)][def.item as usize];
        slot.get_or_init(|| self.fields_uncached(def).unwrap_or_default())
    }

    fn fields_uncached(&self, def: Def) -> Option<Vec<Field>> {
        let adt = self.owner(def).unwrap_or(def);
        let (home, item) = self.item(adt)?;
        let fields = if adt == def {
            match &item.code {
                ItemCode::Fields { fields, .. } => fields,
                _ => return None,
            }
        } else {
            let wanted = self.name(def);
            let member = item.members.iter().find(|it| it.name == wanted)?;
            match &member.code {
                MemberCode::Variant(fields) => fields,
                _ => return None,
            }
        };
        let own = self.own_type(adt);
        let lower = self.lower(home, Some(&own));
        let tree = self.world(home.in_library).tree;
        let file = tree.files[tree.instances[home.instance as usize].file].file;
        let types = fields.iter().map(|field| {
            let location = Location {
                file,
                span: field.span,
            };
            (field.name, lower.ty(field.ty), location)
        });
        Some(types.collect())
    }

    /// The fields of a struct that stay pinned where it is.
    pub(super) fn pinned_fields(&self, def: Def) -> impl Iterator<Item = Name> {
        let fields = match self.item(def).map(|(_, item)| &item.code) {
            Some(ItemCode::Fields { fields, .. }) => fields.as_slice(),
            _ => &[],
        };
        fields.iter().filter(|it| it.is_pinned).map(|it| it.name)
    }

    /// The signature of a function.
    pub(super) fn signature(&self, callable: Callable) -> Option<&Signature> {
        match callable {
            Callable::Item(def) => self.functions[usize::from(def.in_library)]
                .get(def.item as usize)?
                .get_or_init(|| self.item_signature(def))
                .as_ref(),
            Callable::Impl(id, member) => {
                let data = self.impls.get(id as usize)?;
                data.members
                    .get(member as usize)?
                    .get_or_init(|| self.impl_signature(id, member))
                    .as_ref()
            }
            Callable::Trait(def, member) => self
                .trait_members
                .get(&(def, member))?
                .get_or_init(|| self.trait_signature(def, member))
                .as_ref(),
        }
    }

    fn item_signature(&self, def: Def) -> Option<Signature> {
        let (home, item) = self.item(def)?;
        match &item.code {
            ItemCode::Function(signature) => {
                let lower = self.lower(home, None);
                Some(lower.signature(signature, Generics::default()))
            }
            _ => None,
        }
    }

    fn impl_signature(&self, id: u32, member: u32) -> Option<Signature> {
        let data = &self.impls[id as usize];
        match &data.facts.members.get(member as usize)?.code {
            MemberCode::Function(signature) => {
                let lower = self.lower(data.home, Some(&data.self_ty)).within(Some(id));
                Some(lower.signature(signature, data.generics.clone()))
            }
            _ => None,
        }
    }

    fn trait_signature(&self, def: Def, member: u32) -> Option<Signature> {
        let (home, item) = self.item(def)?;
        let MemberCode::Function(signature) = &item.members.get(member as usize)?.code else {
            return None;
        };
        let lower = self.lower(home, None);
        let mut generics = match &item.code {
            ItemCode::Trait { generics, .. } => lower.generics(generics),
            _ => Generics::default(),
        };
        generics.parameters.push((name("Self"), None));
        generics.bounds.push(self.held_within(def));
        let mut signature = lower.signature(signature, generics);
        // Who has the trait is known where a member of it is called.
        let own = self.held_within(def);
        signature.generics.bounds.retain(|it| *it != own);
        Some(signature)
    }

    /// The supertraits of a trait, in its own parameters.
    pub(super) fn supertraits(&self, def: Def) -> Vec<Bound> {
        let Some((home, item)) = self.item(def) else {
            return Vec::new();
        };
        match &item.code {
            ItemCode::Trait { supertraits, .. } => {
                let lower = self.lower(home, None);
                supertraits
                    .iter()
                    .filter_map(|it| lower.bound(it))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// The type of a constant or static.
    pub(super) fn value_type(&self, def: Def) -> Option<Ty> {
        let (home, item) = self.item(def)?;
        match &item.code {
            ItemCode::Value(ty) => Some(self.lower(home, None).ty(*ty)),
            _ => None,
        }
    }
}

/// The primitive type that a path into `std` names: `use std::str` leaves `str` the type.
pub(super) fn primitive(path: &str) -> Option<Name> {
    const WITH_MODULE: [&str; 16] = [
        "str", "char", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64",
        "i128", "isize", "f32", "f64",
    ];
    if let Some(primitive) = path.strip_prefix("std::primitive::") {
        return Some(name(primitive));
    }
    let of = path.strip_prefix("std::").or(path.strip_prefix("core::"))?;
    WITH_MODULE.contains(&of).then(|| name(of))
}

/// What stands at the head of a type; `None` for one that may be anything.
pub(super) fn head(ty: &Ty) -> Option<Head> {
    Some(match ty {
        Ty::Adt(def, _) => Head::Adt(*def),
        Ty::Foreign(path, _) => Head::Foreign(*path),
        Ty::Primitive(name) => Head::Primitive(*name),
        Ty::Slice(_) => Head::Slice,
        Ty::Array(_) => Head::Array,
        Ty::Reference(..) => Head::Reference,
        Ty::Pointer(_) => Head::Pointer,
        Ty::Tuple(_) => Head::Tuple,
        Ty::Function(_) => Head::Function,
        Ty::Dyn(bounds) => Head::Dyn(bounds.first()?.of_trait),
        Ty::Never => Head::Never,
        Ty::Unknown
        | Ty::Var(_)
        | Ty::Param(_)
        | Ty::Closure(_)
        | Ty::Opaque(_)
        | Ty::Future(_)
        | Ty::Projected(..)
        | Ty::Projection(_) => return None,
    })
}

/// What stands for the parameters of a definition with these arguments.
pub(super) fn substitution(generics: &code::Generics, args: &[Ty]) -> Substitution {
    let parameters = generics.parameters.iter().map(|it| it.name);
    parameters.zip(args.iter().cloned()).collect()
}

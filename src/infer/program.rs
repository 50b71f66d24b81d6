//! What all definitions say about types: the workspace's, and those of the library of signatures.
//!
//! In: the worlds of both. Out: [`Program`]: definitions, signatures and fields as types.
//! *Invariant:* knows no body.

use std::sync::{Mutex, OnceLock, RwLock};

use rayon::prelude::*;

use super::definitions::{
    Callable, Field, Generics, Home, ImplData, ImplIndex, Meaning, Signature,
};
use super::types::{Args, Bound, Def, SELF, Shared, Substitution, Trait, Ty};
use crate::base::{Location, Map, Name, Set, name, number};
use crate::facts::code::{self, ItemCode, MemberCode};
use crate::facts::{Anchor, CfgIx, FileFacts, Item, ItemKind, Member, ScopeIx};
use crate::modules::{List, ModuleId};
use crate::resolve::{Definition, Spaces, TYPES, World};

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

/// The definitions of both worlds.
pub(crate) struct Program<'w> {
    worlds: [&'w World<'w>; 2],
    pub(super) impls: Vec<ImplData<'w>>,
    /// How its `impl`s are found.
    pub(super) index: ImplIndex,
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
            index: ImplIndex::default(),
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
                        let having = self.index.traits_with.entry(member.name).or_default();
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
        let instances = 0..self.world(false).tree.instances.len();
        let found: Vec<Vec<(Def, Vec<Def>)>> = instances
            .into_par_iter()
            .map(|at| {
                self.derived_in(Home {
                    in_library: false,
                    instance: number(at),
                })
            })
            .collect();
        self.derived_traits.extend(found.into_iter().flatten());
    }

    fn derived_in(&self, home: Home) -> Vec<(Def, Vec<Def>)> {
        let of_item = |(def, item): (Def, &Item)| {
            let traits = item.derives.iter().filter_map(|&path| {
                let meaning = self.resolve(home, path, 0, TYPES);
                match meaning {
                    Meaning::Def(def) if self.kind(def) == ItemKind::Trait => Some(def),
                    _ => None,
                }
            });
            let traits: Vec<Def> = traits.collect();
            (!traits.is_empty()).then_some((def, traits))
        };
        self.items_of(home).filter_map(of_item).collect()
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
            ItemKind::Trait => Ty::Param(*SELF),
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
        generics.parameters.push((*SELF, None));
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

/// What stands for the parameters of a definition with these arguments.
pub(super) fn substitution(generics: &code::Generics, args: &[Ty]) -> Substitution {
    let parameters = generics.parameters.iter().map(|it| it.name);
    parameters.zip(args.iter().cloned()).collect()
}

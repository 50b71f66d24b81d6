//! The `impl`s of both worlds, and how they are found: by the head of a type, by a trait, by the name of a member.
//!
//! In: what the files of both worlds say. Out: [`ImplData`] as types, and the lookups of [`Program`].
//! *Invariant:* what is found may be meant; whether it is, the types say.

use std::sync::OnceLock;

use rayon::prelude::*;

use super::definitions::{Head, Home, ImplData, head};
use super::program::Program;
use super::types::{Def, Trait, Ty};
use crate::base::{Map, Name, Set, number};
use crate::facts::Impl;
use crate::modules::{List, ModuleId};

impl<'w> Program<'w> {
    pub(super) fn add_impls(&mut self, in_library: bool) {
        let instances = 0..self.world(in_library).tree.instances.len();
        let read: Vec<Vec<ImplData<'w>>> = instances
            .into_par_iter()
            .map(|at| {
                self.impls_in(Home {
                    in_library,
                    instance: number(at),
                })
            })
            .collect();
        for data in read.into_iter().flatten() {
            let id = number(self.impls.len());
            // Of a trait or type that is not known, as one that a build script writes, only the bodies count.
            if data.of_trait.is_some() == data.facts.is_of_trait && data.self_ty != Ty::Unknown {
                self.index.add(id, &data);
            }
            self.impls.push(data);
        }
    }

    fn impls_in(&self, home: Home) -> Vec<ImplData<'w>> {
        let tree = self.world(home.in_library).tree;
        let instance = &tree.instances[home.instance as usize];
        let replaced = tree.replaced(instance, List::Impls);
        let impls = self.facts(home).impls.iter().enumerate();
        let kept = impls.filter(|(at, _)| !replaced.contains(*at));
        kept.filter_map(|(at, facts)| {
            let module = instance.scope_modules[facts.scope as usize];
            self.read_impl(home, number(at), module, facts)
        })
        .collect()
    }

    fn read_impl(
        &self,
        home: Home,
        index: u32,
        module: ModuleId,
        facts: &'w Impl,
    ) -> Option<ImplData<'w>> {
        let self_ty = self.lower(home, None).ty(facts.self_type);
        let is_foreign =
            matches!(head(&self_ty), Some(Head::Adt(def)) if def.in_library != home.in_library);
        if is_foreign && !facts.is_of_trait {
            // Only a crate's own types can have an inherent `impl` in it: the path leads to another one here.
            return None;
        }
        let lower = self.lower(home, Some(&self_ty));
        let of_trait = facts.of_trait.as_ref().and_then(|bound| lower.bound(bound));
        let mut generics = lower.generics(&facts.generics);
        generics.bounds = self.explicit_bounds(&generics.bounds);
        Some(ImplData {
            home,
            index,
            module,
            facts,
            generics,
            self_ty,
            of_trait,
            members: facts.members.iter().map(|_| OnceLock::new()).collect(),
        })
    }

    /// Groups the traits with a member of a name by the types that may have them.
    #[expect(clippy::iter_over_hash_type, reason = "what is looked up is sorted")]
    pub(super) fn group_traits(&mut self) {
        let mut heads: Map<Def, Vec<Head>> = Map::default();
        for &(of_trait, head) in self.index.of_traits.keys() {
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
        for (&member, traits) in &self.index.traits_with {
            for &(def, at) in traits {
                if of_mutable.contains(&Trait::Known(def)) {
                    self.index.for_mutable.insert(member);
                }
                let is_blanket = self
                    .index
                    .of_traits
                    .contains_key(&(Trait::Known(def), None));
                if def.in_library || is_blanket {
                    let known = self.index.open_traits.entry(member).or_default();
                    known.push((def, at));
                    continue;
                }
                for &head in heads.get(&def).into_iter().flatten() {
                    let known = self.index.traits_for.entry((head, member)).or_default();
                    known.push((def, at));
                }
            }
        }
    }

    /// The members of inherent `impl`s for this head.
    pub(super) fn inherent(&self, head: Head, member: Name) -> &[(u32, u32)] {
        self.index
            .inherent
            .get(&(head, member))
            .map_or(&[], Vec::as_slice)
    }

    /// The `impl`s of a trait that may be for this head: those for the head itself, then those for any type.
    pub(super) fn impls_of(
        &self,
        of_trait: Trait,
        head: Option<Head>,
    ) -> impl Iterator<Item = u32> {
        let own = head.and_then(|head| self.index.of_traits.get(&(of_trait, Some(head))));
        let blanket = self.index.of_traits.get(&(of_trait, None));
        own.into_iter().chain(blanket).flatten().copied()
    }

    /// The traits with a member of this name that a type with this head may have, bounds aside.
    pub(super) fn traits_with(&self, head: Option<Head>, member: Name) -> Vec<(Def, u32)> {
        let own = head.and_then(|head| self.index.traits_for.get(&(head, member)));
        let open = self.index.open_traits.get(&member);
        let mut traits: Vec<(Def, u32)> = own.into_iter().chain(open).flatten().copied().collect();
        traits.sort_unstable();
        traits
    }

    /// Whether a trait with a member of this name has an `impl` for `&mut T`.
    pub(super) fn is_for_mutable(&self, member: Name) -> bool {
        self.index.for_mutable.contains(&member)
    }

    /// The members of `impl`s of traits that are not known.
    pub(super) fn of_foreign(&self, member: Name) -> &[(u32, u32)] {
        self.index
            .of_foreign
            .get(&member)
            .map_or(&[], Vec::as_slice)
    }

    /// The `impl` with this index in a file.
    pub(super) fn impl_at(&self, home: Home, index: u32) -> Option<u32> {
        let key = (home.in_library, home.instance, index);
        let place = |it: &ImplData<'_>| (it.home.in_library, it.home.instance, it.index);
        let at = self.impls.binary_search_by_key(&key, place).ok()?;
        Some(number(at))
    }
}

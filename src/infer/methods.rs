//! Which method a call means (<https://doc.rust-lang.org/reference/expressions/method-call-expr.html>).
//!
//! In: the type of a receiver, and a name. Out: the function, and what its parameters stand for.
//! *Invariant:* of several traits that the types and the scope do not tell apart, none is taken.

use super::definitions::ImplData;
use super::definitions::{Callable, Home};
use super::language::Language;
use super::program::Program;
use super::select::Selected;
use super::solve::{Answer, Solver};
use super::types::{Args, Borrow, Bound, Def, SELF, Shared, Substitution, Trait, Ty};
use crate::base::{Name, name};
use crate::facts::ScopeIx;
use crate::facts::code::{MemberCode, Signature, Type};
use crate::resolve::Definition;

/// A receiver is dereferenced so often.
const STEPS: usize = 10;

/// How a method takes `self`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Receiver {
    Value,
    Reference,
    /// `self: Arc<Self>`, `self: Pin<&mut Self>`.
    Smart,
}

/// What a name leads to.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Whose signature counts.
    pub callable: Callable,
    /// What the reference leads to; `None` where only the type follows.
    pub emitted: Option<Emitted>,
    pub with: Substitution,
    /// What the type of `self` has to be.
    pub own_self: Ty,
}

/// What a reference leads to.
#[derive(Clone, Debug)]
pub(super) enum Emitted {
    Callable(Callable),
    /// A method that a type derives.
    Derived(Def, Name),
    /// A member of a trait: which `impl` has it follows from the arguments of the trait.
    Late {
        of: Ty,
        of_trait: Def,
        args: Args,
        member: u32,
    },
}

/// A place from which methods are looked up.
pub(super) struct Lookup<'s, 'p, 'w> {
    pub solver: &'s Solver<'p, 'w>,
    pub language: &'p Language,
    pub home: Home,
    pub scope: ScopeIx,
    /// The trait of the `impl` around: it is in scope there.
    pub of_trait: Option<Trait>,
}

impl<'w> Lookup<'_, '_, 'w> {
    fn program(&self) -> &Program<'w> {
        self.solver.program
    }

    /// The method that a call on a value of this type means.
    pub(super) fn method(&self, receiver: &Ty, wanted: Name) -> Option<Candidate> {
        let deref = self.language.get("std::ops::Deref");
        let mut at = self.solver.shallow(receiver);
        for _ in 0..STEPS {
            if matches!(at, Ty::Var(_) | Ty::Unknown | Ty::Never) {
                return None;
            }
            if let Some(found) = self.at_step(&at, wanted) {
                return Some(found);
            }
            at = match self.solver.deref(&at, deref) {
                Some(next) => self.solver.shallow(&next),
                None => match at {
                    Ty::Array(element) => Ty::Slice(element),
                    _ => return None,
                },
            };
        }
        None
    }

    /// By value, then by `&`, then by `&mut`; inherent before traits.
    pub(super) fn at_step(&self, at: &Ty, wanted: Name) -> Option<Candidate> {
        let behind = match at {
            Ty::Reference(_, of) => Some(self.solver.shallow(of)),
            _ => None,
        };
        let both = [
            (at, Receiver::Value),
            (behind.as_ref().unwrap_or(at), Receiver::Reference),
        ];
        let by_value = if behind.is_some() {
            &both[..]
        } else {
            &both[..1]
        };
        if let Some(found) = self.inherent_of(by_value, wanted) {
            return Some(found);
        }
        if let Some(inner) = smart_inner(self.solver, at) {
            let smart = Some(Receiver::Smart);
            let inherent = self.inherent(&inner, wanted, smart);
            let found = inherent.or_else(|| self.of_traits(&inner, wanted, smart));
            if found.is_some() {
                return found;
            }
        }
        if let Some(found) = self.of_traits_of(by_value, wanted) {
            return Some(found);
        }
        let shared = Ty::reference(Borrow::SHARED, at.clone());
        let by_reference = [(at, Receiver::Reference), (&shared, Receiver::Value)];
        let inherent = self.inherent_of(&by_reference, wanted);
        let found = inherent.or_else(|| self.of_traits_of(&by_reference, wanted));
        if found.is_some() {
            return found;
        }
        if !self.program().is_for_mutable(wanted) {
            return None;
        }
        let mutable = Ty::reference(Borrow::MUTABLE, at.clone());
        self.of_traits(&mutable, wanted, Some(Receiver::Value))
    }

    fn inherent_of(&self, ways: &[(&Ty, Receiver)], wanted: Name) -> Option<Candidate> {
        let mut ways = ways.iter();
        ways.find_map(|(of, receiver)| self.inherent(of, wanted, Some(*receiver)))
    }

    fn of_traits_of(&self, ways: &[(&Ty, Receiver)], wanted: Name) -> Option<Candidate> {
        let mut ways = ways.iter();
        ways.find_map(|(of, receiver)| self.of_traits(of, wanted, Some(*receiver)))
    }

    /// `Type::wanted`.
    pub(super) fn associated(&self, of: &Ty, wanted: Name) -> Option<Candidate> {
        if matches!(of, Ty::Var(_) | Ty::Unknown) {
            return None;
        }
        self.inherent(of, wanted, None)
            .or_else(|| self.of_traits(of, wanted, None))
    }

    /// The type of an associated constant; `None` for a function.
    pub(super) fn constant(&self, candidate: &Candidate) -> Option<Ty> {
        let program = self.program();
        match candidate.callable {
            Callable::Impl(id, member) => {
                let data = &program.impls[id as usize];
                match data.facts.members[member as usize].code {
                    MemberCode::Value(ty) => {
                        let lower = program.lower(data.home, Some(&data.self_ty));
                        Some(lower.within(Some(id)).ty(ty))
                    }
                    _ => None,
                }
            }
            Callable::Trait(def, member) => {
                let (home, item) = program.item(def)?;
                match item.members.get(member as usize)?.code {
                    MemberCode::Value(ty) => Some(program.lower(home, None).ty(ty)),
                    _ => None,
                }
            }
            Callable::Item(_) => None,
        }
    }

    /// A member of an inherent `impl`, or of a bound.
    fn inherent(&self, of: &Ty, wanted: Name, receiver: Option<Receiver>) -> Option<Candidate> {
        if matches!(
            of,
            Ty::Param(_) | Ty::Opaque(_) | Ty::Dyn(_) | Ty::Projection(_)
        ) && let Some(found) = self.of_bounds(of, wanted, receiver)
        {
            return Some(found);
        }
        let head = self.solver.head(of)?;
        let mut best: Option<(Answer, Candidate)> = None;
        for &(id, member) in self.program().inherent(head, wanted) {
            let data = &self.program().impls[id as usize];
            if !fits(receiver, self.receiver_of(data, member)) {
                continue;
            }
            let (answer, with) = self.solver.impl_matches(id, of, &[], 0);
            if answer == Answer::No || best.as_ref().is_some_and(|(known, _)| *known >= answer) {
                continue;
            }
            let callable = Callable::Impl(id, member);
            let candidate = Candidate {
                callable,
                emitted: Some(Emitted::Callable(callable)),
                with,
                own_self: declared_self(of, receiver),
            };
            best = Some((answer, candidate));
        }
        best.map(|(_, candidate)| candidate)
    }

    fn receiver_of(&self, data: &ImplData<'_>, member: u32) -> Option<Receiver> {
        let code = &data.facts.members[member as usize].code;
        let facts = self.program().facts(data.home);
        match code {
            MemberCode::Function(signature) => receiver_kind(&facts.code.types, signature),
            _ => None,
        }
    }

    fn receiver_in_trait(&self, def: Def, member: u32) -> Option<Receiver> {
        let (home, item) = self.program().item(def)?;
        match &item.members.get(member as usize)?.code {
            MemberCode::Function(signature) => {
                receiver_kind(&self.program().facts(home).code.types, signature)
            }
            _ => None,
        }
    }

    /// A member of a trait that a bound gives to a type.
    fn of_bounds(&self, of: &Ty, wanted: Name, receiver: Option<Receiver>) -> Option<Candidate> {
        let mut found: Option<(Def, u32, Bound)> = None;
        self.solver.each_bound(of, &mut |bound| {
            if let Trait::Known(def) = bound.of_trait
                && found.is_none()
                && let Some((member, _)) = self.program().trait_member(def, wanted)
                && fits(receiver, self.receiver_in_trait(def, member))
            {
                found = Some((def, member, bound.clone()));
            }
        });
        let (def, member, bound) = found?;
        let mut with = self.solver.trait_substitution(def, &bound.args);
        with.insert(*SELF, of.clone());
        let callable = Callable::Trait(def, member);
        Some(Candidate {
            callable,
            emitted: Some(Emitted::Callable(callable)),
            with,
            own_self: declared_self(of, receiver),
        })
    }

    /// A member of a trait that the type has.
    fn of_traits(&self, of: &Ty, wanted: Name, receiver: Option<Receiver>) -> Option<Candidate> {
        let mut yes: Vec<(Def, u32, Option<Selected>, Args)> = Vec::new();
        let mut perhaps: Vec<(Def, u32, Option<Selected>, Args)> = Vec::new();
        let mut maybe_elsewhere = false;
        let head = super::definitions::head(&self.solver.shallow(of));
        for (def, member) in self.program().traits_with(head, wanted) {
            if receiver.is_some() && !fits(receiver, self.receiver_in_trait(def, member)) {
                continue;
            }
            let args: Args = match self.program().generics_of(def) {
                Some((_, generics)) => {
                    let parameters = generics.parameters.iter();
                    parameters.map(|_| self.solver.fresh()).collect()
                }
                None => Shared::default(),
            };
            let (answer, selected) = self.solver.select(of, Trait::Known(def), &args, 0);
            let is_blanket = matches!(&selected, Some(Selected::Impl(id, _))
                if matches!(self.program().impls[*id as usize].self_ty, Ty::Param(_)));
            // What a type from outside has of its own is not known.
            if matches!(of, Ty::Foreign(..)) && is_blanket && !self.is_in_scope(def) {
                maybe_elsewhere = true;
                continue;
            }
            // A trait counts only where it can be seen by name; globs of `std` are not followed.
            let may_be_seen = def.in_library && self.program().is_in_std(def);
            if answer != Answer::No && !may_be_seen && !self.is_in_scope(def) {
                continue;
            }
            match answer {
                Answer::Yes => yes.push((def, member, selected, args)),
                Answer::Perhaps => perhaps.push((def, member, selected, args)),
                Answer::No => {}
            }
        }
        let mut found = if yes.is_empty() { perhaps } else { yes };
        if found.len() > 1 {
            found.retain(|(def, ..)| self.is_in_scope(*def));
        }
        if found.is_empty() && !maybe_elsewhere {
            return self.of_foreign_traits(of, wanted, receiver);
        }
        if found.len() != 1 || maybe_elsewhere {
            return None;
        }
        let (def, member, selected, args) = found.pop()?;
        Some(self.of_trait(of, (def, member), selected.as_ref(), &args, receiver))
    }

    /// A member of an `impl` of the workspace of a trait from outside.
    fn of_foreign_traits(
        &self,
        of: &Ty,
        wanted: Name,
        receiver: Option<Receiver>,
    ) -> Option<Candidate> {
        let mut found: Vec<(u32, u32, Substitution)> = Vec::new();
        let head = super::definitions::head(&self.solver.shallow(of));
        for &(id, member) in self.program().of_foreign(wanted) {
            let data = &self.program().impls[id as usize];
            let own_head = super::definitions::head(&data.self_ty);
            if own_head.is_some() && own_head != head {
                continue;
            }
            if receiver.is_some() && !fits(receiver, self.receiver_of(data, member)) {
                continue;
            }
            let args: Vec<Ty> = match &data.of_trait {
                Some(bound) => bound.args.iter().map(|_| self.solver.fresh()).collect(),
                None => continue,
            };
            let (answer, with) = self.solver.impl_matches(id, of, &args, 0);
            // What holds for any type under a condition has to be certain.
            let is_blanket = own_head.is_none();
            if answer == Answer::Yes || answer == Answer::Perhaps && !is_blanket {
                found.push((id, member, with));
            }
        }
        if found.len() > 1 {
            found.retain(|(id, ..)| {
                let of_trait = self.program().impls[*id as usize].of_trait.as_ref();
                of_trait.is_some_and(|bound| self.is_foreign_in_scope(bound.of_trait))
            });
        }
        if found.len() != 1 {
            return None;
        }
        let (id, member, with) = found.pop()?;
        let callable = Callable::Impl(id, member);
        Some(Candidate {
            callable,
            emitted: Some(Emitted::Callable(callable)),
            with,
            own_self: declared_self(of, receiver),
        })
    }

    fn is_foreign_in_scope(&self, of_trait: Trait) -> bool {
        let Trait::Foreign(path) = of_trait else {
            return false;
        };
        let is_it = |definition: &Definition| match definition {
            Definition::External(other) => *other == path,
            _ => false,
        };
        self.of_trait == Some(of_trait)
            || self.is_brought_in(name(crate::base::last_segment(&path)), &is_it)
    }

    fn is_brought_in(&self, wanted: Name, is_it: &dyn Fn(&Definition) -> bool) -> bool {
        let world = self.program().world(self.home.in_library);
        let scopes = &world.scope_of[self.home.instance as usize];
        let scope = scopes.get(self.scope as usize);
        scope.is_some_and(|&scope| world.brings_in(scope, wanted, is_it))
    }

    fn of_trait(
        &self,
        of: &Ty,
        (def, member): (Def, u32),
        selected: Option<&Selected>,
        args: &Args,
        receiver: Option<Receiver>,
    ) -> Candidate {
        let wanted = self
            .program()
            .item(def)
            .map_or_else(|| name(""), |(_, item)| item.members[member as usize].name);
        let own_self = declared_self(of, receiver);
        if let Some(Selected::Impl(id, with)) = selected {
            let implemented = selected.and_then(|it| self.solver.implemented(it, wanted));
            if let Some(callable) = implemented {
                return Candidate {
                    callable,
                    emitted: Some(Emitted::Callable(callable)),
                    with: with.clone(),
                    own_self,
                };
            }
            let bound = self.program().impls[*id as usize].of_trait.as_ref();
            let own_args: Vec<Ty> = bound
                .map(|bound| bound.args.iter().map(|ty| ty.substitute(with)).collect())
                .unwrap_or_default();
            return self.default_member(of, (def, member), &own_args, own_self);
        }
        let args = match selected {
            Some(Selected::Bound(bound)) => bound.args.clone(),
            _ => args.clone(),
        };
        let mut candidate = self.default_member(of, (def, member), &args, own_self);
        match (selected, of) {
            (Some(Selected::Builtin), Ty::Adt(adt, _))
                if !self.program().has_default(def, member) =>
            {
                candidate.emitted = Some(Emitted::Derived(*adt, wanted));
            }
            (None, _) => {
                candidate.emitted = Some(Emitted::Late {
                    of: of.clone(),
                    of_trait: def,
                    args,
                    member,
                });
            }
            _ => {}
        }
        candidate
    }

    fn default_member(
        &self,
        of: &Ty,
        (def, member): (Def, u32),
        args: &[Ty],
        own_self: Ty,
    ) -> Candidate {
        let mut with = self.solver.trait_substitution(def, args);
        with.insert(*SELF, of.clone());
        let callable = Callable::Trait(def, member);
        Candidate {
            callable,
            emitted: Some(Emitted::Callable(callable)),
            with,
            own_self,
        }
    }

    /// Whether a trait is in scope here, by any name.
    fn is_in_scope(&self, def: Def) -> bool {
        let program = self.program();
        let is_it = |definition: &Definition| match definition {
            Definition::Item(item) => *item == def.item && def.in_library == self.home.in_library,
            Definition::External(path) => {
                def.in_library
                    && program.external(*path, crate::resolve::TYPES)
                        == super::definitions::Meaning::Def(def)
            }
            _ => false,
        };
        self.of_trait == Some(Trait::Known(def))
            || self.is_brought_in(program.name(def), &is_it)
            || self.is_in_prelude(def)
    }

    fn is_in_prelude(&self, def: Def) -> bool {
        def.in_library
            && crate::resolve::prelude_type(&self.program().name(def))
                .is_some_and(|path| self.program().library(&path) == Some(def))
    }
}

fn fits(wanted: Option<Receiver>, own: Option<Receiver>) -> bool {
    wanted.is_none() || wanted == own
}

fn declared_self(of: &Ty, receiver: Option<Receiver>) -> Ty {
    match receiver {
        Some(Receiver::Value) => of.clone(),
        Some(Receiver::Reference) => Ty::reference(Borrow::EITHER, of.clone()),
        Some(Receiver::Smart) | None => Ty::Unknown,
    }
}

fn receiver_kind(types: &[Type], signature: &Signature) -> Option<Receiver> {
    match types.get(signature.receiver? as usize)? {
        Type::Own => Some(Receiver::Value),
        Type::Reference(_, of) => match types.get(*of as usize) {
            Some(Type::Own) => Some(Receiver::Reference),
            _ => Some(Receiver::Smart),
        },
        _ => Some(Receiver::Smart),
    }
}

/// `X` of `Arc<X>`, `Pin<&mut X>`.
fn smart_inner(solver: &Solver<'_, '_>, ty: &Ty) -> Option<Ty> {
    let Ty::Adt(def, args) = ty else { return None };
    if !def.in_library || !["Pin", "Box", "Arc", "Rc"].contains(&solver.program.name(*def).as_str())
    {
        return None;
    }
    let inner = solver.shallow(args.first()?);
    Some(match inner {
        Ty::Reference(_, of) => solver.shallow(&of),
        other => other,
    })
}

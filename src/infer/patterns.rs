//! Patterns: what they bind, by the rules of default binding modes
//! (<https://doc.rust-lang.org/reference/patterns.html#binding-modes>).
//!
//! In: a pattern and the type of the value. Out: the types of its bindings, and the fields that it names.
//! *Invariant:* a binding whose type is not known is unknown.

use std::rc::Rc;
use std::sync::Arc;

use super::body::Inference;
use super::found::{Found, Target};
use super::types::{Borrow, Ty};
use crate::base::{Name, ReferenceKind};
use crate::facts::code::{Pattern, PatternIx, Site, ValuePath};

impl Inference<'_, '_> {
    /// Binds what a pattern takes from a value of this type.
    pub(super) fn pattern(&mut self, pattern: PatternIx, ty: &Ty) {
        bind(self, pattern, ty, None);
    }
}

/// Binds what a pattern takes from a value; `borrow` where the value is seen through a reference.
fn bind(inference: &mut Inference<'_, '_>, pattern: PatternIx, ty: &Ty, borrow: Option<Borrow>) {
    let code = Rc::clone(&inference.code);
    let Some(written) = code.patterns.get(pattern as usize) else {
        return;
    };
    match written {
        Pattern::Any | Pattern::Rest => {}
        Pattern::Bind {
            local,
            reference,
            sub,
            ..
        } => {
            let bound = inference.solver.shallow(ty);
            let borrow_of_it = reference.map(|it| Borrow(Some(it))).or(borrow);
            let bound = match borrow_of_it {
                Some(borrow) if bound != Ty::Unknown => Ty::reference(borrow, bound),
                _ => bound,
            };
            inference.bind(*local, bound);
            if let Some(sub) = sub {
                bind(inference, *sub, ty, borrow);
            }
        }
        Pattern::Or(cases) => {
            for case in cases {
                bind(inference, *case, ty, borrow);
            }
        }
        Pattern::Reference(inner) => {
            let of = match inference.solver.shallow(ty) {
                Ty::Reference(_, of) => (*of).clone(),
                Ty::Var(_) => {
                    let of = inference.solver.fresh();
                    inference.unify(ty, &Ty::reference(Borrow::EITHER, of.clone()));
                    of
                }
                other if borrow.is_some() => other,
                _ => Ty::Unknown,
            };
            bind(inference, *inner, &of, None);
        }
        Pattern::Path(path) => {
            inference.struct_path(Some(path));
        }
        Pattern::TupleStruct {
            path,
            elements,
            rest,
        } => {
            let (value, borrow) = peel(inference, ty, borrow);
            tuple_struct(inference, path.as_ref(), (elements, *rest), &value, borrow);
        }
        Pattern::Struct { path, fields } => {
            let (value, borrow) = peel(inference, ty, borrow);
            record(inference, path.as_ref(), fields, &value, borrow);
        }
        Pattern::Tuple { elements, rest } => {
            let (value, borrow) = peel(inference, ty, borrow);
            let types = match inference.solver.shallow(&value) {
                Ty::Tuple(parts) => parts.to_vec(),
                Ty::Var(_) if rest.is_none() => {
                    let parts: Vec<Ty> =
                        elements.iter().map(|_| inference.solver.fresh()).collect();
                    inference.unify(&value, &Ty::Tuple(parts.clone().into()));
                    parts
                }
                _ => Vec::new(),
            };
            spread(inference, elements, *rest, &types, borrow);
        }
        Pattern::Slice(elements) => {
            let (value, borrow) = peel(inference, ty, borrow);
            let element = match inference.solver.shallow(&value) {
                Ty::Slice(element) | Ty::Array(element) => (*element).clone(),
                _ => Ty::Unknown,
            };
            slice(inference, elements, &element, borrow);
        }
    }
}

/// What stands behind the references of a value.
fn peel(
    inference: &Inference<'_, '_>,
    ty: &Ty,
    mut borrow: Option<Borrow>,
) -> (Ty, Option<Borrow>) {
    let mut at = inference.solver.shallow(ty);
    while let Ty::Reference(inner, of) = &at {
        borrow = Some(borrow.map_or(*inner, |outer| inner.within(outer)));
        at = inference.solver.shallow(of);
    }
    (at, borrow)
}

fn slice(
    inference: &mut Inference<'_, '_>,
    elements: &[PatternIx],
    element: &Ty,
    borrow: Option<Borrow>,
) {
    let code = Rc::clone(&inference.code);
    for pattern in elements {
        let is_rest = match code.patterns.get(*pattern as usize) {
            Some(Pattern::Bind { sub: Some(sub), .. }) => {
                matches!(code.patterns.get(*sub as usize), Some(Pattern::Rest))
            }
            _ => false,
        };
        let ty = if is_rest {
            Ty::Slice(Arc::new(element.clone()))
        } else {
            element.clone()
        };
        bind(inference, *pattern, &ty, borrow);
    }
}

/// Gives the parts of a value to elements with `..` among them.
fn spread(
    inference: &mut Inference<'_, '_>,
    elements: &[PatternIx],
    rest: Option<u32>,
    types: &[Ty],
    borrow: Option<Borrow>,
) {
    let left_out = types.len().saturating_sub(elements.len());
    for (at, element) in elements.iter().enumerate() {
        let skipped = rest.is_some_and(|rest| at >= rest as usize);
        let index = if skipped { at + left_out } else { at };
        let ty = types.get(index).cloned().unwrap_or(Ty::Unknown);
        bind(inference, *element, &ty, borrow);
    }
}

fn tuple_struct(
    inference: &mut Inference<'_, '_>,
    path: Option<&ValuePath>,
    (elements, rest): (&[PatternIx], Option<u32>),
    value: &Ty,
    borrow: Option<Borrow>,
) {
    let (whole, of) = inference.struct_path(path);
    inference.unify(&whole, value);
    let (declared, with) = inference.declared_fields(&whole, of);
    let types: Vec<Ty> = declared
        .iter()
        .map(|(_, ty, _)| {
            let ty = ty.substitute(&with);
            inference.normalized(&ty)
        })
        .collect();
    spread(inference, elements, rest, &types, borrow);
}

fn record(
    inference: &mut Inference<'_, '_>,
    path: Option<&ValuePath>,
    fields: &[(Name, Site, PatternIx)],
    value: &Ty,
    borrow: Option<Borrow>,
) {
    let (whole, of) = inference.struct_path(path);
    inference.unify(&whole, value);
    let (declared, with) = inference.declared_fields(&whole, of);
    for (field, site, pattern) in fields {
        let found = declared.iter().find(|(name, ..)| name == field);
        let ty = found.map_or(Ty::Unknown, |(_, ty, _)| ty.substitute(&with));
        if let (Some(of), true) = (of, found.is_some()) {
            inference.found.push(Found {
                home: inference.home,
                site: *site,
                kind: ReferenceKind::Field,
                target: Target::Field(of, *field),
            });
        }
        let ty = inference.normalized(&ty);
        bind(inference, *pattern, &ty, borrow);
    }
}

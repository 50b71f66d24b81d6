//! Written types, generics and signatures, as they are walked: the paths in them are recorded, and the types kept.

use syn::visit::Visit;

use super::collector::{Collector, name_of};
use crate::base::{Name, ReferenceKind, Span, name, number};
use crate::facts::code::{
    Arguments, Associated, Binding, Bound, Field, Generics, Given, Mutability, Signature, Site,
    Type, TypeIx, ValuePath,
};
use crate::facts::{Certainty, Namespace, Position};

/// The type of which nothing is known.
pub(super) const UNKNOWN: TypeIx = 0;
/// The empty tuple.
pub(super) const UNIT: TypeIx = 1;

impl Collector<'_> {
    pub(super) fn push_type(&mut self, ty: Type) -> TypeIx {
        let code = &mut self.facts.code;
        code.names_associated |= matches!(&ty, Type::Associated { site: Some(_), .. });
        code.types.push(ty);
        number(code.types.len() - 1)
    }

    /// Records a type; gives it.
    pub(super) fn ty(&mut self, ty: &syn::Type) -> TypeIx {
        let kept = match ty {
            syn::Type::Path(path) => {
                return self.path_type(path.qself.as_ref(), &path.path, ReferenceKind::Type);
            }
            syn::Type::Group(inner) => return self.ty(&inner.elem),
            syn::Type::Paren(inner) => return self.ty(&inner.elem),
            syn::Type::Reference(inner) => {
                Type::Reference(mutability(inner.mutability), self.ty(&inner.elem))
            }
            syn::Type::Ptr(inner) => Type::Pointer(self.ty(&inner.elem)),
            syn::Type::Slice(inner) => Type::Slice(self.ty(&inner.elem)),
            syn::Type::Array(inner) => {
                let element = self.ty(&inner.elem);
                self.expr(&inner.len);
                Type::Array(element)
            }
            syn::Type::Tuple(inner) => {
                Type::Tuple(inner.elems.iter().map(|ty| self.ty(ty)).collect())
            }
            syn::Type::FnPtr(inner) => Type::Function {
                parameters: inner.inputs.iter().map(|it| self.ty(&it.ty)).collect(),
                result: self.result(&inner.output),
            },
            syn::Type::ImplTrait(inner) => Type::Impl(self.bounds(&inner.bounds)),
            syn::Type::TraitObject(inner) => Type::Dyn(self.bounds(&inner.bounds)),
            syn::Type::Never(_) => Type::Never,
            syn::Type::Infer(_) => Type::Infer,
            syn::Type::Macro(inner) => {
                self.macro_in_body(&inner.mac, Position::Type);
                Type::Unknown
            }
            _ => Type::Unknown,
        };
        self.push_type(kept)
    }

    /// A path where a type stands.
    pub(super) fn path_type(
        &mut self,
        qself: Option<&syn::QSelf>,
        path: &syn::Path,
        kind: ReferenceKind,
    ) -> TypeIx {
        let kept = match self.path_parts(qself, path, kind, Namespace::Type) {
            Some(ValuePath::Type(ty)) => return ty,
            Some(ValuePath::Named {
                path,
                mut arguments,
            }) => {
                let last = arguments.pop().filter(|(at, _)| *at == 0);
                Type::Path {
                    path,
                    arguments: last.map(|(_, it)| it).unwrap_or_default(),
                }
            }
            Some(ValuePath::Associated(it)) => Type::Associated {
                site: it.of_trait.is_none().then_some(it.site),
                of: it.of,
                of_trait: it.of_trait,
                name: it.name,
            },
            None => Type::Unknown,
        };
        self.push_type(kept)
    }

    /// Records a path, qualified or not, with its generic arguments: `<T as Trait>::Name` names `Trait::Name`,
    /// `<Type>::name` names `Type::name`.
    pub(super) fn path_parts(
        &mut self,
        qself: Option<&syn::QSelf>,
        path: &syn::Path,
        kind: ReferenceKind,
        namespace: Namespace,
    ) -> Option<ValuePath> {
        let Some(qself) = qself else {
            return self.plain_path(path, kind, namespace);
        };
        if qself.position > 0 {
            let of = self.ty(&qself.ty);
            let role = self.role_certainty();
            self.push_syn_path(path, kind, namespace, role);
            let arguments = self.all_arguments(path);
            let of_trait = self.trait_prefix(path, qself.position, &arguments);
            return self.associated(of, of_trait, path, qself.position, arguments);
        }
        match &*qself.ty {
            syn::Type::Path(inner) if inner.qself.is_none() => {
                let mut whole = inner.path.clone();
                whole.segments.extend(path.segments.iter().cloned());
                self.plain_path(&whole, kind, namespace)
            }
            other => {
                let of = self.ty(other);
                let arguments = self.all_arguments(path);
                self.associated(of, None, path, 0, arguments)
            }
        }
    }

    fn plain_path(
        &mut self,
        path: &syn::Path,
        kind: ReferenceKind,
        namespace: Namespace,
    ) -> Option<ValuePath> {
        let role = self.role_certainty();
        let index = self.push_syn_path(path, kind, namespace, role);
        let arguments = self.all_arguments(path);
        let first = path.segments.first()?;
        if path.leading_colon.is_none() {
            let first = name_of(&first.ident);
            let of = if first == "Self" {
                Some(Type::Own)
            } else if self.types.contains(&first) && namespace != Namespace::Macro {
                Some(Type::Parameter(first))
            } else {
                None
            };
            if let Some(of) = of {
                let of = self.push_type(of);
                if path.segments.len() == 1 {
                    return Some(ValuePath::Type(of));
                }
                return self.associated(of, None, path, 1, arguments);
            }
        }
        Some(ValuePath::Named {
            path: index?,
            arguments,
        })
    }

    /// `of::A::b`: what stands behind the first `from` segments, step by step.
    fn associated(
        &mut self,
        mut of: TypeIx,
        mut of_trait: Option<Bound>,
        path: &syn::Path,
        from: usize,
        mut arguments: Vec<(u32, Arguments)>,
    ) -> Option<ValuePath> {
        let last = path.segments.len().checked_sub(1)?;
        for segment in path.segments.iter().take(last).skip(from) {
            let site = self.site(segment.ident.span());
            of = self.push_type(Type::Associated {
                of,
                site: of_trait.is_none().then_some(site),
                of_trait: of_trait.take(),
                name: name_of(&segment.ident),
            });
        }
        let ident = &path.segments[last].ident;
        let own = arguments.pop().filter(|(at, _)| *at == 0);
        Some(ValuePath::Associated(Box::new(Associated {
            of,
            of_trait,
            name: name_of(ident),
            arguments: own.map(|(_, it)| it).unwrap_or_default(),
            site: self.site(ident.span()),
        })))
    }

    /// The trait in `<T as Trait>::Name`, recorded for the types alone: the whole path names it already.
    fn trait_prefix(
        &mut self,
        path: &syn::Path,
        length: usize,
        arguments: &[(u32, Arguments)],
    ) -> Option<Bound> {
        let prefix = syn::Path {
            leading_colon: path.leading_colon,
            segments: path.segments.iter().take(length).cloned().collect(),
        };
        let kind = ReferenceKind::Type;
        let path_ix = self.push_syn_path(&prefix, kind, Namespace::Type, Certainty::Silent)?;
        let from_end = number(path.segments.len() - length);
        let own = arguments.iter().find(|(at, _)| *at == from_end);
        Some(Bound {
            path: path_ix,
            arguments: own.map(|(_, it)| it.clone()).unwrap_or_default(),
        })
    }

    pub(super) fn role_certainty(&self) -> Certainty {
        if self.in_macro {
            Certainty::Tokens
        } else {
            Certainty::Path
        }
    }

    /// The generic arguments of the segments that have any, counted from the end.
    pub(super) fn all_arguments(&mut self, path: &syn::Path) -> Vec<(u32, Arguments)> {
        let mut all = Vec::new();
        let last = path.segments.len().saturating_sub(1);
        for (at, segment) in path.segments.iter().enumerate() {
            if let Some(arguments) = self.segment_arguments(&segment.arguments) {
                all.push((number(last - at), arguments));
            }
        }
        all
    }

    fn segment_arguments(&mut self, arguments: &syn::PathArguments) -> Option<Arguments> {
        match arguments {
            syn::PathArguments::None => None,
            syn::PathArguments::AngleBracketed(arguments) => Some(self.arguments(arguments)),
            syn::PathArguments::Parenthesized(arguments) => {
                let inputs = arguments.inputs.iter().map(|it| self.ty(&it.ty)).collect();
                let inputs = self.push_type(Type::Tuple(inputs));
                let result = self.result(&arguments.output);
                let given = Given {
                    types: vec![inputs],
                    bindings: vec![Binding {
                        name: name("Output"),
                        ty: result,
                        site: None,
                    }],
                };
                Some(given.into())
            }
        }
    }

    pub(super) fn arguments(&mut self, written: &syn::AngleBracketedGenericArguments) -> Arguments {
        let mut arguments = Given::default();
        for argument in &written.args {
            match argument {
                syn::GenericArgument::Type(ty) => {
                    let ty = self.ty(ty);
                    arguments.types.push(ty);
                }
                syn::GenericArgument::Const(value) => {
                    self.expr(value);
                    arguments.types.push(UNKNOWN);
                }
                syn::GenericArgument::AssocType(binding) => {
                    let ty = self.ty(&binding.ty);
                    let binding = self.bound_to(&binding.ident, ty);
                    arguments.bindings.push(binding);
                }
                syn::GenericArgument::Constraint(constraint) => {
                    let bounds = self.bounds(&constraint.bounds);
                    let ty = self.push_type(Type::Impl(bounds));
                    let binding = self.bound_to(&constraint.ident, ty);
                    arguments.bindings.push(binding);
                }
                syn::GenericArgument::AssocConst(binding) => {
                    self.expr(&binding.value);
                }
                _ => {}
            }
        }
        arguments.into()
    }

    fn bound_to(&mut self, ident: &syn::Ident, ty: TypeIx) -> Binding {
        self.facts.code.names_associated = true;
        Binding {
            name: name_of(ident),
            ty,
            site: Some(self.site(ident.span())),
        }
    }

    pub(super) fn bounds<'b>(
        &mut self,
        bounds: impl IntoIterator<Item = &'b syn::TypeParamBound>,
    ) -> Vec<Bound> {
        let mut kept = Vec::new();
        for bound in bounds {
            let syn::TypeParamBound::Trait(bound) = bound else {
                self.visit_type_param_bound(bound);
                continue;
            };
            let found = self.bound(&bound.path, ReferenceKind::Type);
            if bound.maybe.is_none() {
                kept.extend(found);
            }
        }
        kept
    }

    /// A path to a trait.
    pub(super) fn bound(&mut self, path: &syn::Path, kind: ReferenceKind) -> Option<Bound> {
        let role = self.role_certainty();
        let index = self.push_syn_path(path, kind, Namespace::Type, role);
        let arguments = self.all_arguments(path).pop();
        Some(Bound {
            path: index?,
            arguments: arguments
                .filter(|(at, _)| *at == 0)
                .map(|(_, it)| it)
                .unwrap_or_default(),
        })
    }

    /// Brings generic parameters into scope, and records what is asked of them.
    pub(super) fn generics(&mut self, generics: &syn::Generics) -> Generics {
        self.bind_generics(generics);
        let mut kept = Generics::default();
        for parameter in &generics.params {
            match parameter {
                syn::GenericParam::Type(parameter) => self.under(&parameter.attrs, |this| {
                    let ident = name_of(&parameter.ident);
                    let bounds = this.bounds(&parameter.bounds);
                    if !bounds.is_empty() {
                        let ty = this.push_type(Type::Parameter(ident));
                        kept.predicates.push((ty, bounds));
                    }
                    let default = parameter.default.as_ref().map(|(_, ty)| this.ty(ty));
                    kept.add(ident, default);
                }),
                syn::GenericParam::Const(parameter) => self.under(&parameter.attrs, |this| {
                    this.ty(&parameter.ty);
                    if let Some((_, default)) = &parameter.default {
                        this.visit_expr(default);
                    }
                    kept.add(name_of(&parameter.ident), None);
                }),
                syn::GenericParam::Lifetime(_) => {}
            }
        }
        for predicate in generics.where_clause.iter().flat_map(|it| &it.predicates) {
            if let syn::WherePredicate::Type(predicate) = predicate {
                let ty = self.ty(&predicate.bounded_ty);
                let bounds = self.bounds(&predicate.bounds);
                kept.predicates.push((ty, bounds));
            }
        }
        kept
    }

    /// What a function gives.
    pub(super) fn result(&mut self, output: &syn::ReturnType) -> TypeIx {
        match output {
            syn::ReturnType::Default => UNIT,
            syn::ReturnType::Type(_, ty) => self.ty(ty),
        }
    }

    /// Records the types of fields; gives them.
    pub(super) fn fields(&mut self, fields: &syn::Fields) -> Vec<Field> {
        let mut kept = Vec::new();
        for (at, field) in fields.iter().enumerate() {
            self.under(&field.attrs, |this| {
                let first = this.facts.paths.len();
                let ty = this.ty(&field.ty);
                let (ident, span) = if let Some(ident) = &field.ident {
                    (name_of(ident), this.span(ident.span()))
                } else {
                    let at_path = this.facts.paths.get(first).map(|path| path.span);
                    let span = at_path.or_else(|| this.parameter_span(&field.ty));
                    (tuple_field(at), span.unwrap_or_default())
                };
                kept.push(Field {
                    name: ident,
                    ty,
                    span,
                    is_pinned: field.attrs.iter().any(|it| it.path().is_ident("pin")),
                });
            });
        }
        kept
    }

    /// Where a generic parameter stands as a type.
    fn parameter_span(&self, ty: &syn::Type) -> Option<Span> {
        let syn::Type::Path(ty) = ty else { return None };
        let first = ty.path.segments.first()?;
        Some(self.span(first.ident.span()))
    }

    /// Where a name stands.
    pub(super) fn site(&self, span: proc_macro2::Span) -> Site {
        let span = self.span(span);
        Site {
            span,
            scope: self.scope,
            cfg: self.cfg,
            via_macro: self.is_written_by_macro(span),
        }
    }

    /// The type of `self`.
    pub(super) fn receiver(&mut self, receiver: &syn::Receiver) -> TypeIx {
        match &receiver.kind {
            syn::ReceiverKind::Reference(_, _, written) => {
                let of = self.push_type(Type::Own);
                self.push_type(Type::Reference(mutability(*written), of))
            }
            syn::ReceiverKind::Typed(_, ty) => self.ty(ty),
            _ => self.push_type(Type::Own),
        }
    }

    /// Records the types in the head of a function whose generics are in scope already.
    pub(super) fn head(&mut self, signature: &syn::Signature, generics: Generics) -> Signature {
        let mut kept = Signature {
            generics,
            is_async: signature.asyncness.is_some(),
            ..Signature::default()
        };
        for input in &signature.inputs {
            match input {
                syn::FnArg::Receiver(receiver) => kept.receiver = Some(self.receiver(receiver)),
                syn::FnArg::Typed(typed) => self.under(&typed.attrs, |this| {
                    let ty = this.ty(&typed.ty);
                    kept.parameters.push(ty);
                }),
            }
        }
        kept.result = self.result(&signature.output);
        kept
    }
}

/// The name of a field of a tuple.
pub(super) fn tuple_field(at: usize) -> Name {
    name(&at.to_string())
}

/// `mut` or nothing.
pub(super) fn mutability(written: Option<syn::Token![mut]>) -> Mutability {
    match written {
        Some(_) => Mutability::Mutable,
        None => Mutability::Shared,
    }
}

#[cfg(test)]
mod tests {
    use crate::base::Span;
    use crate::facts::code::ItemCode;
    use crate::facts::rust::read;

    #[test]
    fn a_field_without_a_name_stands_where_its_type_does() {
        let facts = read("struct Pair<T>(u8, T);");
        let ItemCode::Fields { fields, .. } = &facts.items[0].code else {
            panic!("a struct has fields");
        };
        let spans: Vec<Span> = fields.iter().map(|field| field.span).collect();
        assert_eq!(spans, [Span::new(15, 17), Span::new(19, 20)]);
    }
}

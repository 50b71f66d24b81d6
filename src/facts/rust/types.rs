//! Written types, generics and signatures, as they are walked: the paths in them are recorded, and the types kept.

use super::collector::Collector;
use super::syntax::token::{Ident, Word};
use super::syntax::tree::{self, GenericArgument, ParameterKind, PathArguments, ReceiverKind};
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

impl<'c> Collector<'c> {
    pub(super) fn push_type(&mut self, ty: Type) -> TypeIx {
        let code = &mut self.facts.code;
        code.names_associated |= matches!(&ty, Type::Associated { site: Some(_), .. });
        code.types.push(ty);
        number(code.types.len() - 1)
    }

    /// Records a type; gives it.
    pub(super) fn ty(&mut self, ty: &tree::Type<'c>) -> TypeIx {
        let kept = match *ty {
            tree::Type::Path(qself, ref path) => {
                return self.path_type(qself, path, ReferenceKind::Type);
            }
            tree::Type::Reference { is_mut, of } => {
                Type::Reference(mutability(is_mut), self.ty(of))
            }
            tree::Type::Pointer(of) => Type::Pointer(self.ty(of)),
            tree::Type::Slice(of) => Type::Slice(self.ty(of)),
            tree::Type::Array(of, length) => {
                let element = self.ty(of);
                self.expr(length);
                Type::Array(element)
            }
            tree::Type::Tuple(elements) => {
                Type::Tuple(elements.iter().map(|ty| self.ty(ty)).collect())
            }
            tree::Type::Function(inputs, output) => Type::Function {
                parameters: inputs.iter().map(|it| self.ty(it)).collect(),
                result: self.result(output),
            },
            tree::Type::Impl(bounds) => Type::Impl(self.bounds(bounds)),
            tree::Type::Object(bounds) => Type::Dyn(self.bounds(bounds)),
            tree::Type::Never => Type::Never,
            tree::Type::Infer => Type::Infer,
            tree::Type::Macro(call) => {
                self.macro_in_body(call, Position::Type);
                Type::Unknown
            }
        };
        self.push_type(kept)
    }

    /// A path where a type stands.
    pub(super) fn path_type(
        &mut self,
        qself: Option<&tree::QSelf<'c>>,
        path: &tree::Path<'c>,
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
        qself: Option<&tree::QSelf<'c>>,
        path: &tree::Path<'c>,
        kind: ReferenceKind,
        namespace: Namespace,
    ) -> Option<ValuePath> {
        let Some(qself) = qself else {
            return self.plain_path(path, kind, namespace);
        };
        if qself.position > 0 {
            let of = self.ty(&qself.ty);
            let role = self.role_certainty();
            self.push_tree_path(path, kind, namespace, role);
            let arguments = self.all_arguments(path);
            let of_trait = self.trait_prefix(path, qself.position, &arguments);
            return self.associated(of, of_trait, path, qself.position, arguments);
        }
        match &qself.ty {
            tree::Type::Path(None, inner) => {
                let mut segments = inner.segments.to_vec();
                segments.extend(path.segments);
                let whole = tree::Path {
                    global: inner.global,
                    segments: self.home.slice(&segments),
                };
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
        path: &tree::Path<'c>,
        kind: ReferenceKind,
        namespace: Namespace,
    ) -> Option<ValuePath> {
        let role = self.role_certainty();
        let index = self.push_tree_path(path, kind, namespace, role);
        let arguments = self.all_arguments(path);
        let first = path.segments.first()?.ident;
        if path.global.is_none() {
            let of = if first.word == Word::SelfType {
                Some(Type::Own)
            } else if self.types.contains(&first.name) && namespace != Namespace::Macro {
                Some(Type::Parameter(first.name))
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
        path: &tree::Path<'c>,
        from: usize,
        mut arguments: Vec<(u32, Arguments)>,
    ) -> Option<ValuePath> {
        let last = path.segments.len().checked_sub(1)?;
        for segment in path.segments.iter().take(last).skip(from) {
            let site = self.site(segment.ident.span);
            of = self.push_type(Type::Associated {
                of,
                site: of_trait.is_none().then_some(site),
                of_trait: of_trait.take(),
                name: segment.ident.name,
            });
        }
        let ident = path.segments[last].ident;
        let own = arguments.pop().filter(|(at, _)| *at == 0);
        Some(ValuePath::Associated(Box::new(Associated {
            of,
            of_trait,
            name: ident.name,
            arguments: own.map(|(_, it)| it).unwrap_or_default(),
            site: self.site(ident.span),
        })))
    }

    /// The trait in `<T as Trait>::Name`, recorded for the types alone: the whole path names it already.
    fn trait_prefix(
        &mut self,
        path: &tree::Path<'c>,
        length: usize,
        arguments: &[(u32, Arguments)],
    ) -> Option<Bound> {
        let prefix = tree::Path {
            global: path.global,
            segments: &path.segments[..length],
        };
        let kind = ReferenceKind::Type;
        let path_ix = self.push_tree_path(&prefix, kind, Namespace::Type, Certainty::Silent)?;
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
    pub(super) fn all_arguments(&mut self, path: &tree::Path<'c>) -> Vec<(u32, Arguments)> {
        let mut all = Vec::new();
        let last = path.segments.len().saturating_sub(1);
        for (at, segment) in path.segments.iter().enumerate() {
            if let Some(arguments) = segment.arguments {
                all.push((number(last - at), self.segment_arguments(arguments)));
            }
        }
        all
    }

    fn segment_arguments(&mut self, arguments: &PathArguments<'c>) -> Arguments {
        match *arguments {
            PathArguments::Angle(arguments) => self.arguments(arguments),
            PathArguments::Parenthesized(inputs, output) => {
                let inputs = inputs.iter().map(|it| self.ty(it)).collect();
                let inputs = self.push_type(Type::Tuple(inputs));
                let result = self.result(output);
                let given = Given {
                    types: vec![inputs],
                    bindings: vec![Binding {
                        name: name("Output"),
                        ty: result,
                        site: None,
                    }],
                };
                given.into()
            }
        }
    }

    pub(super) fn arguments(&mut self, written: &[GenericArgument<'c>]) -> Arguments {
        let mut arguments = Given::default();
        for argument in written {
            match argument {
                GenericArgument::Lifetime => {}
                GenericArgument::Type(ty) => {
                    let ty = self.ty(ty);
                    arguments.types.push(ty);
                }
                GenericArgument::Const(value) => {
                    self.expr(value);
                    arguments.types.push(UNKNOWN);
                }
                GenericArgument::AssocType(ident, ty) => {
                    let ty = self.ty(ty);
                    let binding = self.bound_to(*ident, ty);
                    arguments.bindings.push(binding);
                }
                GenericArgument::Constraint(ident, bounds) => {
                    let bounds = self.bounds(bounds);
                    let ty = self.push_type(Type::Impl(bounds));
                    let binding = self.bound_to(*ident, ty);
                    arguments.bindings.push(binding);
                }
                GenericArgument::AssocConst(value) => {
                    self.expr(value);
                }
            }
        }
        arguments.into()
    }

    fn bound_to(&mut self, ident: Ident, ty: TypeIx) -> Binding {
        self.facts.code.names_associated = true;
        Binding {
            name: ident.name,
            ty,
            site: Some(self.site(ident.span)),
        }
    }

    pub(super) fn bounds(&mut self, bounds: &[tree::Bound<'c>]) -> Vec<Bound> {
        let mut kept = Vec::with_capacity(bounds.len());
        for bound in bounds {
            let found = self.bound(&bound.path, ReferenceKind::Type);
            if !bound.maybe {
                kept.extend(found);
            }
        }
        kept
    }

    /// A path to a trait.
    pub(super) fn bound(&mut self, path: &tree::Path<'c>, kind: ReferenceKind) -> Option<Bound> {
        let role = self.role_certainty();
        let index = self.push_tree_path(path, kind, Namespace::Type, role);
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
    pub(super) fn generics(&mut self, generics: &tree::Generics<'c>) -> Generics {
        self.bind_generics(generics);
        let mut kept = Generics::default();
        for parameter in generics.parameters {
            let ident = parameter.ident.name;
            self.under(parameter.attributes, |this| match &parameter.kind {
                ParameterKind::Type(bounds, default) => {
                    let bounds = this.bounds(bounds);
                    if !bounds.is_empty() {
                        let ty = this.push_type(Type::Parameter(ident));
                        kept.predicates.push((ty, bounds));
                    }
                    let default = default.as_ref().map(|ty| this.ty(ty));
                    kept.add(ident, default);
                }
                ParameterKind::Const(ty, default) => {
                    this.ty(ty);
                    if let Some(default) = default {
                        this.expr(default);
                    }
                    kept.add(ident, None);
                }
            });
        }
        for (ty, bounds) in generics.predicates {
            let ty = self.ty(ty);
            let bounds = self.bounds(bounds);
            kept.predicates.push((ty, bounds));
        }
        kept
    }

    /// What a function gives.
    pub(super) fn result(&mut self, output: Option<&tree::Type<'c>>) -> TypeIx {
        output.map_or(UNIT, |ty| self.ty(ty))
    }

    /// Records the types of fields; gives them.
    pub(super) fn fields(&mut self, fields: &tree::Fields<'c>) -> Vec<Field> {
        let fields = match *fields {
            tree::Fields::Named(fields) | tree::Fields::Unnamed(fields) => fields,
            tree::Fields::Unit => &[],
        };
        let mut kept = Vec::with_capacity(fields.len());
        for (at, field) in fields.iter().enumerate() {
            self.under(field.attributes, |this| {
                let first = this.facts.paths.len();
                let ty = this.ty(&field.ty);
                let (ident, span) = if let Some(ident) = field.ident {
                    (ident.name, this.span(ident.span))
                } else {
                    let at_path = this.facts.paths.get(first).map(|path| path.span);
                    let span = at_path.or_else(|| this.parameter_span(&field.ty));
                    (tuple_field(at), span.unwrap_or_default())
                };
                kept.push(Field {
                    name: ident,
                    ty,
                    span,
                    is_pinned: field.attributes.iter().any(|it| it.path.is("pin")),
                });
            });
        }
        kept
    }

    /// Where a generic parameter stands as a type.
    fn parameter_span(&self, ty: &tree::Type<'c>) -> Option<Span> {
        let tree::Type::Path(_, path) = ty else {
            return None;
        };
        let first = path.segments.first()?;
        Some(self.span(first.ident.span))
    }

    /// Where a name stands.
    pub(super) fn site(&self, span: Span) -> Site {
        let span = self.span(span);
        Site {
            span,
            scope: self.scope,
            cfg: self.cfg,
            via_macro: self.is_written_by_macro(span),
        }
    }

    /// The type of `self`.
    pub(super) fn receiver(&mut self, receiver: &tree::Receiver<'c>) -> TypeIx {
        match &receiver.kind {
            ReceiverKind::Reference { is_mut } => {
                let of = self.push_type(Type::Own);
                self.push_type(Type::Reference(mutability(*is_mut), of))
            }
            ReceiverKind::Typed(ty) => self.ty(ty),
            ReceiverKind::Value => self.push_type(Type::Own),
        }
    }

    /// Records the types in the head of a function whose generics are in scope already.
    pub(super) fn head(
        &mut self,
        signature: &tree::Signature<'c>,
        generics: Generics,
    ) -> Signature {
        let mut kept = Signature {
            generics,
            is_async: signature.is_async,
            ..Signature::default()
        };
        for input in signature.inputs {
            match input {
                tree::Input::Receiver(receiver) => kept.receiver = Some(self.receiver(receiver)),
                tree::Input::Typed(attributes, _, ty) => self.under(attributes, |this| {
                    let ty = this.ty(ty);
                    kept.parameters.push(ty);
                }),
            }
        }
        kept.result = self.result(signature.output);
        kept
    }
}

/// The name of a field of a tuple.
pub(super) fn tuple_field(at: usize) -> Name {
    name(&at.to_string())
}

/// `mut` or nothing.
pub(super) const fn mutability(is_mut: bool) -> Mutability {
    if is_mut {
        Mutability::Mutable
    } else {
        Mutability::Shared
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

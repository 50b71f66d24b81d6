//! Types, patterns and expressions as text for people.
//!
//! In: what is written, and types. Out: short texts; what says nothing about a type is left out as `…`.
//! *Invariant:* decides nothing.

use crate::base::{Name, Span, last_segment};
use crate::facts::FileFacts;
use crate::facts::code::{
    BodyCode, Expr, ExprIx, Literal, Mutability, Pattern, PatternIx, Type, TypeIx, ValuePath,
};
use crate::infer::program::Program;
use crate::infer::types::{Borrow, Bound, Trait, Ty};

/// Types and expressions nest so far in a text.
const DEPTH: u8 = 5;

/// A type.
pub(super) fn ty(program: &Program<'_>, of: &Ty) -> String {
    type_within(program, of, DEPTH)
}

fn type_within(program: &Program<'_>, of: &Ty, depth: u8) -> String {
    let Some(depth) = depth.checked_sub(1) else {
        return "…".to_owned();
    };
    let one = |of: &Ty| type_within(program, of, depth);
    let list = |parts: &[Ty]| parts.iter().map(one).collect::<Vec<_>>().join(", ");
    let generic = |name: &str, args: &[Ty]| {
        if args.is_empty() {
            name.to_owned()
        } else {
            format!("{name}<{}>", list(args))
        }
    };
    match of {
        Ty::Unknown | Ty::Var(_) => "_".to_owned(),
        Ty::Never => "!".to_owned(),
        Ty::Param(name) | Ty::Primitive(name) => name.to_string(),
        Ty::Adt(def, args) => generic(&program.name(*def), args),
        Ty::Foreign(path, args) => generic(last_segment(path), args),
        Ty::Reference(Borrow(Some(Mutability::Mutable)), of) => format!("&mut {}", one(of)),
        Ty::Reference(_, of) => format!("&{}", one(of)),
        Ty::Pointer(of) => format!("*const {}", one(of)),
        Ty::Slice(of) => format!("[{}]", one(of)),
        Ty::Array(of) => format!("[{}; _]", one(of)),
        Ty::Tuple(parts) => match parts.as_ref() {
            [only] => format!("({},)", one(only)),
            parts => format!("({})", list(parts)),
        },
        Ty::Function(parts) => match parts.split_last() {
            Some((result, parameters)) => format!("fn({}) -> {}", list(parameters), one(result)),
            None => "fn()".to_owned(),
        },
        Ty::Closure(_) => "closure".to_owned(),
        Ty::Opaque(bounds) => format!("impl {}", bounds_within(program, bounds, depth)),
        Ty::Dyn(bounds) => format!("dyn {}", bounds_within(program, bounds, depth)),
        Ty::Future(of) => format!("impl Future<Output = {}>", one(of)),
        Ty::Projected(_, of) => format!("the projection of {}", one(of)),
        Ty::Projection(inner) => match &inner.of_trait {
            // Of a parameter the bound says it already.
            Some(bound) if !matches!(inner.of, Ty::Param(_)) => {
                let bound = bound_within(program, bound, depth);
                format!("<{} as {bound}>::{}", one(&inner.of), inner.name)
            }
            _ => format!("{}::{}", one(&inner.of), inner.name),
        },
    }
}

/// A trait with its arguments.
pub(super) fn bound(program: &Program<'_>, of: &Bound) -> String {
    bound_within(program, of, DEPTH)
}

fn bounds_within(program: &Program<'_>, bounds: &[Bound], depth: u8) -> String {
    let bounds = bounds.iter().map(|it| bound_within(program, it, depth));
    bounds.collect::<Vec<_>>().join(" + ")
}

fn bound_within(program: &Program<'_>, of: &Bound, depth: u8) -> String {
    let name = match of.of_trait {
        Trait::Known(def) => program.name(def).to_string(),
        Trait::Foreign(path) => last_segment(&path).to_owned(),
    };
    if let ("Fn" | "FnMut" | "FnOnce", [Ty::Tuple(parameters)]) = (name.as_str(), of.args.as_ref())
    {
        let parameters = parameters.iter();
        let parameters: Vec<String> = parameters
            .map(|it| type_within(program, it, depth))
            .collect();
        let output = of.bindings.first();
        let output = output.map_or_else(String::new, |(_, ty)| {
            format!(" -> {}", type_within(program, ty, depth))
        });
        return format!("{name}({}){output}", parameters.join(", "));
    }
    let args = of.args.iter().map(|it| type_within(program, it, depth));
    let bindings = of.bindings.iter();
    let bindings =
        bindings.map(|(name, ty)| format!("{name} = {}", type_within(program, ty, depth)));
    let parts: Vec<String> = args.chain(bindings).collect();
    if parts.is_empty() {
        name
    } else {
        format!("{name}<{}>", parts.join(", "))
    }
}

/// Where a written type stands: the first path in it.
pub(super) fn type_span(facts: &FileFacts, of: TypeIx) -> Option<Span> {
    match facts.code.types.get(of as usize)? {
        Type::Path { path, .. } => Some(facts.paths[*path as usize].span),
        Type::Reference(_, of) | Type::Pointer(of) | Type::Slice(of) | Type::Array(of) => {
            type_span(facts, *of)
        }
        Type::Tuple(parts) => parts.iter().find_map(|it| type_span(facts, *it)),
        Type::Impl(bounds) | Type::Dyn(bounds) => {
            let bound = bounds.first()?;
            Some(facts.paths[bound.path as usize].span)
        }
        _ => None,
    }
}

/// A path where a value stands.
pub(super) fn value_path(facts: &FileFacts, path: &ValuePath) -> String {
    match path {
        ValuePath::Named { path, .. } => {
            let segments = facts.segments(facts.paths[*path as usize].path).iter();
            let segments: Vec<&str> = segments.map(Name::as_str).collect();
            segments.join("::")
        }
        ValuePath::Associated(it) => {
            format!("{}::{}", written_type(facts, it.of), it.name)
        }
        ValuePath::Type(of) => match facts.code.types.get(*of as usize) {
            Some(Type::Own) => "Self".to_owned(),
            _ => "…".to_owned(),
        },
    }
}

/// A type in front of `::`.
pub(super) fn written_type(facts: &FileFacts, of: TypeIx) -> String {
    match facts.code.types.get(of as usize) {
        Some(Type::Own) => "Self".to_owned(),
        Some(Type::Parameter(name)) => name.to_string(),
        Some(Type::Associated { of, name, .. }) => format!("{}::{name}", written_type(facts, *of)),
        Some(Type::Path { path, .. }) => {
            let segments = facts.segments(facts.paths[*path as usize].path);
            let last = segments.last();
            last.map_or_else(String::new, ToString::to_string)
        }
        _ => "<…>".to_owned(),
    }
}

/// The facts of a file, and what its bodies say.
type Written<'a> = (&'a FileFacts, &'a BodyCode);

/// An expression, its arguments left out.
pub(super) fn expression(written: Written<'_>, of: ExprIx) -> String {
    expression_within(written, of, DEPTH)
}

fn expression_within((facts, code): Written<'_>, of: ExprIx, depth: u8) -> String {
    let nothing = || "…".to_owned();
    let (Some(depth), Some(written)) = (depth.checked_sub(1), code.expressions.get(of as usize))
    else {
        return nothing();
    };
    let one = |of: ExprIx| expression_within((facts, code), of, depth);
    let arguments = |list: &[ExprIx]| if list.is_empty() { "" } else { "…" };
    match written {
        Expr::Local(local) => {
            let name = facts.code.locals.get(*local as usize);
            name.map_or_else(nothing, |it| it.name.to_string())
        }
        Expr::Path(path) => value_path(facts, path),
        Expr::Call {
            function,
            arguments: list,
        } => format!("{}({})", one(*function), arguments(list)),
        Expr::MethodCall {
            receiver,
            name,
            arguments: list,
            ..
        } => format!("{}.{name}({})", one(*receiver), arguments(list)),
        Expr::Field { of, name, .. } => format!("{}.{name}", one(*of)),
        Expr::Struct {
            path: Some(path), ..
        } => format!("{} {{ … }}", value_path(facts, path)),
        Expr::Reference(Mutability::Shared, of) => format!("&{}", one(*of)),
        Expr::Reference(Mutability::Mutable, of) => format!("&mut {}", one(*of)),
        Expr::Dereference(of) => format!("*{}", one(*of)),
        Expr::Index { of, .. } => format!("{}[…]", one(*of)),
        Expr::Try(of) => format!("{}?", one(*of)),
        Expr::Await(of) => format!("{}.await", one(*of)),
        Expr::Closure { .. } => "|…| …".to_owned(),
        Expr::Match { value, .. } => format!("match {} {{ … }}", one(*value)),
        Expr::If { condition, .. } => format!("if {} {{ … }}", one(*condition)),
        Expr::Let { value, .. } => format!("let … = {}", one(*value)),
        Expr::Block { .. } => "{ … }".to_owned(),
        Expr::Tuple(_) => "(…)".to_owned(),
        Expr::Array(_) => "[…]".to_owned(),
        Expr::Binary { left, .. } => format!("{} …", one(*left)),
        Expr::Literal(Literal::Str) => "\"…\"".to_owned(),
        Expr::Macro {
            path: Some(path), ..
        } => {
            let segments = facts.segments(facts.paths[*path as usize].path);
            let last = segments.last().map_or("…", |it| it.as_str());
            format!("{last}!(…)")
        }
        _ => nothing(),
    }
}

/// A pattern.
pub(super) fn pattern(written: Written<'_>, of: PatternIx) -> String {
    pattern_within(written, of, DEPTH)
}

fn pattern_within((facts, code): Written<'_>, of: PatternIx, depth: u8) -> String {
    let (Some(depth), Some(written)) = (depth.checked_sub(1), code.patterns.get(of as usize))
    else {
        return "…".to_owned();
    };
    let list = |parts: &[PatternIx]| {
        let parts = parts
            .iter()
            .map(|it| pattern_within((facts, code), *it, depth));
        parts.collect::<Vec<_>>().join(", ")
    };
    let path = |path: &Option<ValuePath>| {
        let path = path.as_ref();
        path.map_or_else(|| "…".to_owned(), |it| value_path(facts, it))
    };
    match written {
        Pattern::Any => "_".to_owned(),
        Pattern::Rest => "..".to_owned(),
        Pattern::Bind { local, .. } => {
            let name = facts.code.locals.get(*local as usize);
            name.map_or_else(|| "…".to_owned(), |it| it.name.to_string())
        }
        Pattern::Path(it) => value_path(facts, it),
        Pattern::TupleStruct {
            path: of, elements, ..
        } => format!("{}({})", path(of), list(elements)),
        Pattern::Struct { path: of, fields } => {
            let fields = fields.iter().map(|(name, ..)| name.to_string());
            format!(
                "{} {{ {} }}",
                path(of),
                fields.collect::<Vec<_>>().join(", ")
            )
        }
        Pattern::Tuple { elements, .. } => format!("({})", list(elements)),
        Pattern::Slice(elements) => format!("[{}]", list(elements)),
        Pattern::Reference(inner) => format!("&{}", pattern_within((facts, code), *inner, depth)),
        Pattern::Or(cases) => {
            let cases = cases
                .iter()
                .map(|it| pattern_within((facts, code), *it, depth));
            cases.collect::<Vec<_>>().join(" | ")
        }
    }
}

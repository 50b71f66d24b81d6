//! The tree: what is written, as far as anybody asks for it. Parentheses and lifetimes leave no trace.
//!
//! In: nothing. Out: plain types that copy for free; what they hold lives in an arena.

use super::token::{Delimiter, Ident, Token};
use crate::base::Span;

/// A file, or what a macro writes where items stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct File<'a> {
    /// `#![…]`.
    pub attributes: &'a [Attribute<'a>],
    /// What it holds.
    pub items: &'a [Item<'a>],
}

/// `#[meta]` or `#![meta]`.
pub(crate) type Attribute<'a> = Meta<'a>;

/// What stands in an attribute.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meta<'a> {
    /// Its name.
    pub path: Path<'a>,
    /// What is said of it.
    pub value: MetaValue<'a>,
}

/// What an attribute says behind its name.
#[derive(Clone, Copy, Debug)]
pub(crate) enum MetaValue<'a> {
    /// Nothing.
    None,
    /// `(tokens)`.
    List(&'a [Token]),
    /// `= tokens`.
    Is(&'a [Token]),
}

/// `a::b::<C>`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Path<'a> {
    /// `::` in front of it.
    pub global: Option<Span>,
    /// Its segments; at least one.
    pub segments: &'a [Segment<'a>],
}

/// A part of a path.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Segment<'a> {
    /// Its name.
    pub ident: Ident,
    /// What is given to it.
    pub arguments: Option<&'a PathArguments<'a>>,
}

/// What is given to a segment.
#[derive(Clone, Copy, Debug)]
pub(crate) enum PathArguments<'a> {
    /// `<A, B>`.
    Angle(&'a [GenericArgument<'a>]),
    /// `(A, B) -> C`.
    Parenthesized(&'a [Type<'a>], Option<&'a Type<'a>>),
}

/// One of `<A, B>`.
#[derive(Clone, Copy, Debug)]
pub(crate) enum GenericArgument<'a> {
    /// `'a`.
    Lifetime,
    /// `T`.
    Type(Type<'a>),
    /// `{ n }`, `1`.
    Const(Expr<'a>),
    /// `Item = T`.
    AssocType(Ident, Type<'a>),
    /// `N = 1`.
    AssocConst(Expr<'a>),
    /// `Item: A + B`.
    Constraint(Ident, &'a [Bound<'a>]),
}

/// `T as Trait` in front of a path: the type, and how many segments of the path are the trait's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct QSelf<'a> {
    /// The type.
    pub ty: Type<'a>,
    /// How many segments of the path stand inside of the angles.
    pub position: usize,
}

/// A bound by a trait.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bound<'a> {
    /// `?Trait`.
    pub maybe: bool,
    /// The trait.
    pub path: Path<'a>,
}

/// A written type.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Type<'a> {
    /// `a::B`, `<T as Trait>::B`.
    Path(Option<&'a QSelf<'a>>, Path<'a>),
    /// `&T`, `&mut T`.
    Reference {
        /// `mut`.
        is_mut: bool,
        /// `T`.
        of: &'a Type<'a>,
    },
    /// `*const T`, `*mut T`.
    Pointer(&'a Type<'a>),
    /// `[T]`.
    Slice(&'a Type<'a>),
    /// `[T; n]`.
    Array(&'a Type<'a>, &'a Expr<'a>),
    /// `(A, B)`.
    Tuple(&'a [Type<'a>]),
    /// `fn(A) -> B`.
    Function(&'a [Type<'a>], Option<&'a Type<'a>>),
    /// `impl A + B`.
    Impl(&'a [Bound<'a>]),
    /// `dyn A + B`, `A + B`.
    Object(&'a [Bound<'a>]),
    /// `!`.
    Never,
    /// `_`.
    Infer,
    /// `name!(…)`.
    Macro(&'a Macro<'a>),
}

/// A macro call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Macro<'a> {
    /// Its name.
    pub path: Path<'a>,
    /// What holds the arguments together.
    pub delimiter: Delimiter,
    /// The opening delimiter.
    pub open: Span,
    /// The arguments, without the delimiters.
    pub tokens: &'a [Token],
    /// The closing delimiter.
    pub close: Span,
}

/// Generic parameters and what is asked of them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Generics<'a> {
    /// The parameters; lifetimes are left out.
    pub parameters: &'a [Parameter<'a>],
    /// `where`: the type, and its bounds; lifetimes are left out.
    pub predicates: &'a [(Type<'a>, &'a [Bound<'a>])],
}

/// A generic parameter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parameter<'a> {
    /// Its attributes.
    pub attributes: &'a [Attribute<'a>],
    /// Its name.
    pub ident: Ident,
    /// What it is.
    pub kind: ParameterKind<'a>,
}

/// What a generic parameter is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ParameterKind<'a> {
    /// `T: A = B`.
    Type(&'a [Bound<'a>], Option<Type<'a>>),
    /// `const N: T = value`.
    Const(Type<'a>, Option<Expr<'a>>),
}

/// How far something can be seen.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Visibility<'a> {
    /// No word.
    Inherited,
    /// `pub`.
    Public,
    /// `pub(crate)`, `pub(in path)`.
    Restricted(Path<'a>),
}

/// An item.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item<'a> {
    /// Its attributes.
    pub attributes: &'a [Attribute<'a>],
    /// How far it can be seen.
    pub visibility: Visibility<'a>,
    /// What it is.
    pub kind: ItemKind<'a>,
}

/// What an item is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ItemKind<'a> {
    /// `const NAME: T = value;`; in a trait there may be no value.
    Const(&'a Constant<'a>),
    /// `static NAME: T = value;`; in an `extern` block there is no value.
    Static(&'a Constant<'a>),
    /// `enum Name { … }`.
    Enum(Ident, &'a Generics<'a>, &'a [Variant<'a>]),
    /// `extern crate name as rename;`.
    ExternCrate(Ident, Option<Ident>),
    /// `fn`.
    Fn(&'a Function<'a>),
    /// `extern "C" { … }`.
    ForeignMod(&'a [Item<'a>]),
    /// `impl`.
    Impl(&'a Impl<'a>),
    /// `macro_rules! name { … }` and `name! { … }`: the name that is defined, and the call.
    Macro(Option<Ident>, &'a Macro<'a>),
    /// `macro name(…) { … }`: all tokens.
    MacroTwo(&'a [Token]),
    /// `mod name { … }` or `mod name;`.
    Mod(Ident, Option<&'a [Item<'a>]>),
    /// `struct Name { … }`.
    Struct(Ident, &'a Generics<'a>, Fields<'a>),
    /// `trait Name: A { … }`.
    Trait(&'a Trait<'a>),
    /// `trait Name = A + B;`.
    TraitAlias(Ident, &'a Generics<'a>, &'a [Bound<'a>]),
    /// `type Name: A = T;`; outside of traits there is a type and no bound.
    Type(&'a TypeItem<'a>),
    /// `union Name { … }`.
    Union(Ident, &'a Generics<'a>, Fields<'a>),
    /// `use`: whether it begins with `::`, and what it names.
    Use(bool, UseTree<'a>),
}

/// A `const` or `static`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Constant<'a> {
    /// Its name.
    pub ident: Ident,
    /// Its generic parameters.
    pub generics: Generics<'a>,
    /// Its type.
    pub ty: Type<'a>,
    /// Its value.
    pub value: Option<Expr<'a>>,
}

/// A `type`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TypeItem<'a> {
    /// Its name.
    pub ident: Ident,
    /// Its generic parameters.
    pub generics: Generics<'a>,
    /// What is asked of it.
    pub bounds: &'a [Bound<'a>],
    /// What it stands for.
    pub ty: Option<Type<'a>>,
}

/// A function.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Function<'a> {
    /// Its head.
    pub signature: Signature<'a>,
    /// Its body; `None` in traits and `extern` blocks.
    pub body: Option<Block<'a>>,
}

/// The head of a function.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Signature<'a> {
    /// Its name.
    pub ident: Ident,
    /// `async`.
    pub is_async: bool,
    /// Its generic parameters.
    pub generics: Generics<'a>,
    /// `self` and the others.
    pub inputs: &'a [Input<'a>],
    /// Its result.
    pub output: Option<&'a Type<'a>>,
}

/// A parameter of a function.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Input<'a> {
    /// `self` in one of its forms.
    Receiver(Receiver<'a>),
    /// `pattern: T`.
    Typed(&'a [Attribute<'a>], Pattern<'a>, Type<'a>),
}

/// `self`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Receiver<'a> {
    /// Where the word stands.
    pub token: Span,
    /// How it is taken.
    pub kind: ReceiverKind<'a>,
}

/// How `self` is taken.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ReceiverKind<'a> {
    /// `self`.
    Value,
    /// `&self`, `&mut self`.
    Reference {
        /// `mut`.
        is_mut: bool,
    },
    /// `self: T`.
    Typed(Type<'a>),
}

/// An `impl`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Impl<'a> {
    /// The word.
    pub token: Span,
    /// Its generic parameters.
    pub generics: Generics<'a>,
    /// The trait.
    pub of_trait: Option<Path<'a>>,
    /// The type.
    pub self_type: Type<'a>,
    /// The opening brace.
    pub open: Span,
    /// What it holds.
    pub items: &'a [Item<'a>],
}

/// A `trait`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trait<'a> {
    /// Its name.
    pub ident: Ident,
    /// Its generic parameters.
    pub generics: Generics<'a>,
    /// Its supertraits.
    pub supertraits: &'a [Bound<'a>],
    /// What it holds.
    pub items: &'a [Item<'a>],
}

/// A variant of an `enum`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Variant<'a> {
    /// Its attributes.
    pub attributes: &'a [Attribute<'a>],
    /// Its name.
    pub ident: Ident,
    /// Its fields.
    pub fields: Fields<'a>,
    /// `= value`.
    pub discriminant: Option<Expr<'a>>,
}

/// Fields.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fields<'a> {
    /// `{ a: A }`.
    Named(&'a [Field<'a>]),
    /// `(A)`.
    Unnamed(&'a [Field<'a>]),
    /// None.
    Unit,
}

/// A field.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field<'a> {
    /// Its attributes.
    pub attributes: &'a [Attribute<'a>],
    /// Its name.
    pub ident: Option<Ident>,
    /// Its type.
    pub ty: Type<'a>,
}

/// A part of a `use`.
#[derive(Clone, Copy, Debug)]
pub(crate) enum UseTree<'a> {
    /// `a::…`.
    Path(Ident, &'a UseTree<'a>),
    /// `a`.
    Name(Ident),
    /// `a as b`.
    Rename(Ident, Ident),
    /// `*`.
    Glob(Span),
    /// `{ … }`.
    Group(&'a [UseTree<'a>]),
}

/// `{ … }`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block<'a> {
    /// What it does.
    pub statements: &'a [Statement<'a>],
}

/// A statement.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Statement<'a> {
    /// Its attributes; those of an item are the item's own.
    pub attributes: &'a [Attribute<'a>],
    /// What it is.
    pub kind: StatementKind<'a>,
}

/// What a statement is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum StatementKind<'a> {
    /// `let`.
    Local(&'a Local<'a>),
    /// An item.
    Item(&'a Item<'a>),
    /// An expression, and whether a semicolon follows it.
    Expr(Expr<'a>, bool),
    /// A macro call that is a statement of its own, and whether a semicolon follows it.
    Macro(&'a Macro<'a>, bool),
}

/// `let pattern: T = value else { … };`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Local<'a> {
    /// What it binds.
    pub pattern: Pattern<'a>,
    /// Its type.
    pub ty: Option<Type<'a>>,
    /// Its value.
    pub value: Option<Expr<'a>>,
    /// What is done where it does not match.
    pub otherwise: Option<Block<'a>>,
}

/// An expression.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Expr<'a> {
    /// Says nothing: `_`, and what is no part of the language yet.
    Unknown,
    /// `a::b`.
    Path(Option<&'a QSelf<'a>>, Path<'a>),
    /// A literal.
    Literal(Token),
    /// `f(a)`.
    Call(&'a Expr<'a>, &'a [Expr<'a>]),
    /// `a.f::<T>(b)`.
    MethodCall(&'a MethodCall<'a>),
    /// `a.f`, `a.0`.
    Field(&'a Expr<'a>, Member),
    /// `S { a: b, ..c }`.
    Struct(&'a StructLiteral<'a>),
    /// `|a| b`.
    Closure(&'a Closure<'a>),
    /// `&a`, `&mut a`.
    Reference {
        /// `mut`.
        is_mut: bool,
        /// `a`.
        of: &'a Expr<'a>,
    },
    /// `&raw const a`.
    RawAddress(&'a Expr<'a>),
    /// `*a`.
    Dereference(&'a Expr<'a>),
    /// `!a`, `-a`.
    Unary(&'a Expr<'a>),
    /// `a + b`.
    Binary(Operator, &'a Expr<'a>, &'a Expr<'a>),
    /// `a = b`.
    Assign(&'a Expr<'a>, &'a Expr<'a>),
    /// `a?`.
    Try(&'a Expr<'a>),
    /// `a.await`.
    Await(&'a Expr<'a>),
    /// `(a, b)`.
    Tuple(&'a [Expr<'a>]),
    /// `[a, b]`.
    Array(&'a [Expr<'a>]),
    /// `[a; n]`.
    Repeat(&'a Expr<'a>, &'a Expr<'a>),
    /// `a[b]`.
    Index(&'a Expr<'a>, &'a Expr<'a>),
    /// `a as T`.
    Cast(&'a Expr<'a>, &'a Type<'a>),
    /// `{ … }`, `unsafe { … }`, `const { … }`, labelled or not.
    Block(Block<'a>),
    /// `async { … }`.
    Async(Block<'a>),
    /// `try { … }`.
    TryBlock(Block<'a>),
    /// `if a { … } else …`.
    If(&'a If<'a>),
    /// `let pattern = a` in a condition.
    Let(&'a Pattern<'a>, &'a Expr<'a>),
    /// `match a { … }`.
    Match(&'a Expr<'a>, &'a [Arm<'a>]),
    /// `loop { … }`.
    Loop(Block<'a>),
    /// `while a { … }`.
    While(&'a Expr<'a>, Block<'a>),
    /// `for pattern in a { … }`.
    For(&'a Pattern<'a>, &'a Expr<'a>, Block<'a>),
    /// `a..b`, and whether it is `..=`.
    Range(Option<&'a Expr<'a>>, Option<&'a Expr<'a>>, bool),
    /// `return a`.
    Return(Option<&'a Expr<'a>>),
    /// `break a`.
    Break(Option<&'a Expr<'a>>),
    /// `continue`.
    Continue,
    /// `yield a`, `become a`.
    Yield(Option<&'a Expr<'a>>),
    /// `name!(…)`.
    Macro(&'a Macro<'a>),
}

/// A binary operator's kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    /// `+ - * / % ^ & | << >>`, by the name of the trait's method.
    Arithmetic(&'static str),
    /// `+=` and its kin.
    Compound,
    /// `== != < > <= >=`.
    Comparison,
    /// `&& ||`.
    Logic,
}

/// `a.f::<T>(b)`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MethodCall<'a> {
    /// `a`.
    pub receiver: Expr<'a>,
    /// `f`.
    pub method: Ident,
    /// `T`.
    pub turbofish: Option<&'a [GenericArgument<'a>]>,
    /// `b`.
    pub arguments: &'a [Expr<'a>],
}

/// A field's name.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Member {
    /// `f`.
    Named(Ident),
    /// `0`.
    Unnamed(u32, Span),
}

/// `S { a: b, ..c }`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StructLiteral<'a> {
    /// In front of `S`.
    pub qself: Option<&'a QSelf<'a>>,
    /// `S`.
    pub path: Path<'a>,
    /// `a: b`.
    pub fields: &'a [(&'a [Attribute<'a>], Member, Expr<'a>)],
    /// `c`.
    pub rest: Option<Expr<'a>>,
}

/// `|a: A| -> B { … }`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Closure<'a> {
    /// `async`.
    pub is_async: bool,
    /// `a` and `A`.
    pub inputs: &'a [(Pattern<'a>, Option<Type<'a>>)],
    /// `B`.
    pub output: Option<Type<'a>>,
    /// What it does.
    pub body: Expr<'a>,
}

/// `if a { … } else …`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct If<'a> {
    /// `a`.
    pub condition: Expr<'a>,
    /// Where it holds.
    pub then: Block<'a>,
    /// Where it does not.
    pub otherwise: Option<Expr<'a>>,
}

/// An arm of a `match`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arm<'a> {
    /// Its attributes.
    pub attributes: &'a [Attribute<'a>],
    /// What it takes.
    pub pattern: Pattern<'a>,
    /// `if guard`.
    pub guard: Option<Expr<'a>>,
    /// What it gives.
    pub body: Expr<'a>,
}

/// A pattern.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Pattern<'a> {
    /// `_`.
    Wild,
    /// `ref mut a @ b`.
    Ident(&'a IdentPattern<'a>),
    /// A path of several segments.
    Path(Option<&'a QSelf<'a>>, Path<'a>),
    /// `S(a, ..)`.
    TupleStruct(Option<&'a QSelf<'a>>, Path<'a>, &'a [Pattern<'a>]),
    /// `S { a: b, .. }`.
    Struct(&'a StructPattern<'a>),
    /// `(a, b)`.
    Tuple(&'a [Pattern<'a>]),
    /// `[a, b]`.
    Slice(&'a [Pattern<'a>]),
    /// `&a`, and `box a`.
    Reference(&'a Pattern<'a>),
    /// `a | b`.
    Or(&'a [Pattern<'a>]),
    /// `..`.
    Rest,
    /// `name!(…)`.
    Macro(&'a Macro<'a>),
    /// `const { … }`.
    Const(Block<'a>),
    /// A literal.
    Literal,
    /// `a..=b`.
    Range(Option<&'a Expr<'a>>, Option<&'a Expr<'a>>),
}

/// `ref mut a @ b`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct IdentPattern<'a> {
    /// `ref`.
    pub by_ref: bool,
    /// `mut`.
    pub is_mut: bool,
    /// `a`.
    pub ident: Ident,
    /// `b`.
    pub sub: Option<Pattern<'a>>,
}

/// `S { a: b, .. }`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StructPattern<'a> {
    /// In front of `S`.
    pub qself: Option<&'a QSelf<'a>>,
    /// `S`.
    pub path: Path<'a>,
    /// `a: b`.
    pub fields: &'a [FieldPattern<'a>],
}

/// `a: b`, or `a` alone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FieldPattern<'a> {
    /// Its attributes.
    pub attributes: &'a [Attribute<'a>],
    /// `a`.
    pub member: Member,
    /// Whether it is `a` alone.
    pub is_short: bool,
    /// `b`.
    pub pattern: Pattern<'a>,
}

impl<'a> Path<'a> {
    /// The only segment of a path without anything else.
    pub(crate) fn only(&self) -> Option<Ident> {
        match (self.global, self.segments) {
            (None, [only]) if only.arguments.is_none() => Some(only.ident),
            _ => None,
        }
    }

    /// Whether it is this word alone.
    pub(crate) fn is(&self, word: &str) -> bool {
        self.only().is_some_and(|ident| ident == *word)
    }

    /// Its last segment.
    pub(crate) fn last(&self) -> Option<&'a Segment<'a>> {
        self.segments.last()
    }
}

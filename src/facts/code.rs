//! What a file says about types: written types, signatures, and the bodies of functions.
//!
//! In: nothing. Out: [`Code`], the arenas that the inference of types walks; every index points into them
//! or into the lists of [`super::FileFacts`].
//! *Invariant:* says only what is written; which type anything has is not decided here.

use std::ops::Deref;

use super::{CfgIx, ScopeIx};
use crate::base::{Name, Packed, Span};

/// Index in [`Code::types`].
pub(crate) type TypeIx = u32;
/// Index in [`BodyCode::expressions`].
pub(crate) type ExprIx = u32;
/// Index in [`BodyCode::patterns`].
pub(crate) type PatternIx = u32;
/// Index in [`Code::locals`].
pub(crate) type LocalIx = u32;
/// Index in [`super::FileFacts::paths`].
pub(crate) type PathIx = u32;

/// The arenas of a file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Code {
    /// Written types.
    pub types: Vec<Type>,
    /// What the bodies say, a [`BodyCode`]: most of all that a file says, and looked at once.
    pub packed: Packed,
    /// Local bindings, parameters and `self` among them.
    pub locals: Vec<Local>,
    /// Of what a macro call in a body writes: what it uses of the bindings around the call.
    pub captured: Vec<Captured>,
    /// Of what a macro call in a body writes: the expression that it amounts to.
    pub root: Option<ExprIx>,
    /// Functions with a body, constants and statics with a value.
    pub bodies: Vec<Body>,
    /// Whether a type or bound names an associated type.
    pub names_associated: bool,
}

/// What the bodies of a file say.
#[derive(Clone, Debug, Default)]
pub(crate) struct BodyCode {
    /// Expressions; an operand stands before what it is part of.
    pub expressions: Vec<Expr>,
    /// Patterns.
    pub patterns: Vec<Pattern>,
}

impl Code {
    /// What the bodies say.
    #[must_use]
    pub(crate) fn bodies_unpacked(&self) -> BodyCode {
        self.packed.unpack().unwrap_or_default()
    }
}

/// A local binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Local {
    /// Its name.
    pub name: Name,
    /// Whether the name may be a constant instead.
    pub maybe_constant: bool,
    /// The binding that was the innermost one before it.
    pub outer: Option<LocalIx>,
    /// Where it is bound; empty for `self`, and for what stands for a binding around a macro call.
    pub span: Span,
}

/// A binding around a macro call that what the call writes uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Captured {
    /// What stands for it.
    pub here: LocalIx,
    /// How many calls lie between: 0 is the code that holds the call.
    pub level: u32,
    /// The binding there.
    pub there: LocalIx,
}

/// A type as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    /// Something whose type the text alone does not say: a macro call, a constant argument.
    Unknown,
    /// `_`.
    Infer,
    /// `!`.
    Never,
    /// `Self`.
    Own,
    /// A generic parameter.
    Parameter(Name),
    /// A path to a type.
    Path {
        /// Which.
        path: PathIx,
        /// The generic arguments of its last segment.
        arguments: Arguments,
    },
    /// `T::Name`, `Self::Name`, `<T as Trait>::Name`.
    Associated {
        /// `T`.
        of: TypeIx,
        /// `Trait`.
        of_trait: Option<Bound>,
        /// `Name`.
        name: Name,
        /// `Name` in the text, where no recorded path says what it is.
        site: Option<Site>,
    },
    /// `&T`, `&mut T`.
    Reference(Mutability, TypeIx),
    /// `*const T`, `*mut T`.
    Pointer(TypeIx),
    /// `[T]`.
    Slice(TypeIx),
    /// `[T; N]`.
    Array(TypeIx),
    /// `(A, B)`; unit is the empty one.
    Tuple(Vec<TypeIx>),
    /// `fn(A) -> B`.
    Function {
        /// `A`.
        parameters: Vec<TypeIx>,
        /// `B`.
        result: TypeIx,
    },
    /// `impl A + B`.
    Impl(Vec<Bound>),
    /// `dyn A + B`.
    Dyn(Vec<Bound>),
}

/// Generic arguments. Most paths have none, and most expressions a path: so they are one word here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments(Option<Box<Given>>);

impl From<Given> for Arguments {
    fn from(given: Given) -> Self {
        let is_empty = given.types.is_empty() && given.bindings.is_empty();
        Self((!is_empty).then(|| Box::new(given)))
    }
}

impl Deref for Arguments {
    type Target = Given;

    fn deref(&self) -> &Given {
        static NONE: Given = Given {
            types: Vec::new(),
            bindings: Vec::new(),
        };
        self.0.as_deref().unwrap_or(&NONE)
    }
}

/// What is given for generic parameters; lifetimes left out, a constant is [`Type::Unknown`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Given {
    /// By position.
    pub types: Vec<TypeIx>,
    /// `Item = T`. `Item: Bound` is a binding to [`Type::Impl`].
    pub bindings: Vec<Binding>,
}

/// What an associated type of a bound is bound to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Binding {
    /// Its name.
    pub name: Name,
    /// What it is.
    pub ty: TypeIx,
    /// Its name in the text, where it is written.
    pub site: Option<Site>,
}

/// A trait as bound. `Fn(A, B) -> C` has one argument, the tuple `(A, B)`, and the binding `Output = C`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bound {
    /// The trait.
    pub path: PathIx,
    /// Its arguments.
    pub arguments: Arguments,
}

/// Generic parameters and what is asked of them, `where` included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Generics {
    /// Types and constants, in order; lifetimes left out.
    pub parameters: Vec<Parameter>,
    /// `T: A + B`.
    pub predicates: Vec<(TypeIx, Vec<Bound>)>,
}

impl Generics {
    /// Adds a parameter. Two of one name stand under conditions of which one holds: they are one.
    pub(crate) fn add(&mut self, name: Name, default: Option<TypeIx>) {
        let mut parameters = self.parameters.iter_mut();
        match parameters.find(|known| known.name == name) {
            Some(known) => known.default = known.default.or(default),
            None => self.parameters.push(Parameter { name, default }),
        }
    }
}

/// A generic parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parameter {
    /// Its name.
    pub name: Name,
    /// `= T`.
    pub default: Option<TypeIx>,
}

/// The head of a function.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signature {
    /// Its own generic parameters; not those of the `impl` or trait around it.
    pub generics: Generics,
    /// The type of `self`.
    pub receiver: Option<TypeIx>,
    /// The types of the other parameters.
    pub parameters: Vec<TypeIx>,
    /// The result; unit where none is written.
    pub result: TypeIx,
    /// Whether a call gives a future of the result.
    pub is_async: bool,
}

/// A field. Those of tuples are named `0`, `1`, ….
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub ty: TypeIx,
    /// Its name in the text; its type where it has none.
    pub span: Span,
    /// `#[pin]`: where its struct is pinned, so is the field.
    pub is_pinned: bool,
}

/// What a definition says about types.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum ItemCode {
    /// Nothing: a macro.
    #[default]
    None,
    /// A `struct` or `union`.
    Fields {
        /// Its generic parameters.
        generics: Generics,
        /// Its fields.
        fields: Vec<Field>,
    },
    /// An `enum`; the fields are those of its members.
    Enum(Generics),
    /// A `fn`.
    Function(Signature),
    /// A `trait`.
    Trait {
        /// Its generic parameters.
        generics: Generics,
        /// Its supertraits.
        supertraits: Vec<Bound>,
    },
    /// A `type`.
    Alias {
        /// Its generic parameters.
        generics: Generics,
        /// What it stands for.
        ty: TypeIx,
    },
    /// A `const` or `static`: its type.
    Value(TypeIx),
}

/// What a variant or associated item says about types.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum MemberCode {
    /// Nothing.
    #[default]
    None,
    /// A variant: its fields.
    Variant(Vec<Field>),
    /// A function.
    Function(Signature),
    /// A type: its bounds, and its value or default.
    Type(Vec<Bound>, Option<TypeIx>),
    /// A constant: its type.
    Value(TypeIx),
}

/// Whose body it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// A definition, by index in [`super::FileFacts::items`].
    Item(u32),
    /// A member of a trait: the index of the trait, and of the member.
    TraitMember(u32, u32),
    /// A member of an `impl`: the index of the `impl`, and of the member.
    ImplMember(u32, u32),
    /// Something without a name of its own: `const _`, a discriminant, the arguments of a macro where items stand.
    Nobody,
}

/// The body of a function, or the value of a constant or static.
#[derive(Clone, Debug)]
pub(crate) struct Body {
    /// Whose it is.
    pub owner: Owner,
    /// The patterns of the parameters, `self` first where there is one.
    pub parameters: Vec<PatternIx>,
    /// The body itself.
    pub value: ExprIx,
}

/// Where a name stands in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Site {
    /// The name.
    pub span: Span,
    /// The scope around it.
    pub scope: ScopeIx,
    /// Its condition.
    pub cfg: CfgIx,
    /// Whether a macro's definition wrote it, not the text at its span.
    pub via_macro: bool,
}

/// A path where a value, a constructor or a struct stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ValuePath {
    /// A path that begins at a name: `f`, `Vec::<T>::new`, `Kind::A`.
    Named {
        /// Which; it may lead through a type to an associated item.
        path: PathIx,
        /// The generic arguments of each segment that has any: (segment, counted from the end: 0 is the last).
        arguments: Vec<(u32, Arguments)>,
    },
    /// `T::new`, `Self::new`, `<[T]>::len`, `<T as Trait>::name`.
    Associated(Box<Associated>),
    /// A type itself where a constructor stands: `Self(…)`, `Self { … }`.
    Type(TypeIx),
}

/// An associated item as a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Associated {
    /// The type.
    pub of: TypeIx,
    /// The trait.
    pub of_trait: Option<Bound>,
    /// The associated item or variant.
    pub name: Name,
    /// Its generic arguments.
    pub arguments: Arguments,
    /// The last segment in the text.
    pub site: Site,
}

/// A literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Literal {
    /// An integer without a suffix.
    Integer,
    /// A floating point number without a suffix.
    Float,
    /// A primitive type: `bool`, `char`, `u8`, `f32`, ….
    Primitive(Name),
    /// `"…"`.
    Str,
    /// `b"…"`: an array of `u8`.
    Bytes,
    /// `c"…"`.
    CStr,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// Its value is that of its end: plain, `unsafe`, `const`, labelled.
    Plain,
    /// `async { … }`.
    Async,
}

/// A binary operator's kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Binary {
    /// `+ - * / % ^ & | << >>`, by the name of the trait's method: `add`, ….
    Arithmetic(&'static str),
    /// `+=` and its kin.
    Compound,
    /// `== != < > <= >=`.
    Comparison,
    /// `&& ||`.
    Logic,
}

/// A statement of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Statement {
    /// `let pattern: ty = value else { otherwise };`
    Let {
        /// What it binds.
        pattern: PatternIx,
        /// Its type.
        ty: Option<TypeIx>,
        /// Its value.
        value: Option<ExprIx>,
        /// What is done where it does not match.
        otherwise: Option<ExprIx>,
    },
    /// An expression whose value is dropped.
    Value(ExprIx),
}

/// An arm of a `match`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Arm {
    /// What it takes.
    pub pattern: PatternIx,
    /// `if guard`.
    pub guard: Option<ExprIx>,
    /// What it gives.
    pub value: ExprIx,
}

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expr {
    /// Something that says nothing about its own type; its parts count.
    Unknown(Vec<ExprIx>),
    /// A local binding, or `self`.
    Local(LocalIx),
    /// A path to a value. Where it is a plain name that may be a local of the code around a macro call, it is a path too.
    Path(ValuePath),
    /// A literal.
    Literal(Literal),
    /// `f(a, b)`.
    Call {
        /// `f`.
        function: ExprIx,
        /// `a`, `b`.
        arguments: Vec<ExprIx>,
    },
    /// `a.f::<T>(b)`.
    MethodCall {
        /// `a`.
        receiver: ExprIx,
        /// `f`.
        name: Name,
        /// `T`.
        generics: Arguments,
        /// `b`.
        arguments: Vec<ExprIx>,
        /// `f` in the text.
        site: Site,
    },
    /// `a.f`, `a.0`.
    Field {
        /// `a`.
        of: ExprIx,
        /// `f`.
        name: Name,
        /// `f` in the text.
        site: Site,
    },
    /// `S { f: a, ..rest }`.
    Struct {
        /// `S`; `None` where it says nothing that can be looked up.
        path: Option<ValuePath>,
        /// `f`, where it stands, and `a`.
        fields: Vec<(Name, Site, ExprIx)>,
        /// `rest`.
        rest: Option<ExprIx>,
    },
    /// `{ … }`.
    Block {
        /// Its kind.
        kind: BlockKind,
        /// Its statements.
        statements: Vec<Statement>,
        /// The expression at its end.
        value: Option<ExprIx>,
    },
    /// `if condition { then } else { otherwise }`.
    If {
        /// What is asked.
        condition: ExprIx,
        /// Where it holds.
        then: ExprIx,
        /// Where it does not.
        otherwise: Option<ExprIx>,
    },
    /// `let pattern = value` in a condition.
    Let {
        /// What it binds.
        pattern: PatternIx,
        /// Its value.
        value: ExprIx,
    },
    /// `match value { … }`.
    Match {
        /// What is looked at.
        value: ExprIx,
        /// The arms.
        arms: Vec<Arm>,
    },
    /// `loop { … }`, whose value is that of its `break`s.
    Loop(ExprIx),
    /// `while condition { … }`.
    While {
        /// What is asked.
        condition: ExprIx,
        /// What is done.
        body: ExprIx,
    },
    /// `for pattern in iterated { … }`.
    For {
        /// What it binds.
        pattern: PatternIx,
        /// What is iterated over.
        iterated: ExprIx,
        /// What is done.
        body: ExprIx,
    },
    /// `|a: A| -> B { … }`.
    Closure {
        /// `a` and `A`.
        parameters: Vec<(PatternIx, Option<TypeIx>)>,
        /// `B`.
        result: Option<TypeIx>,
        /// What it does.
        body: ExprIx,
        /// `async |…|`.
        is_async: bool,
    },
    /// `&a`, `&mut a`.
    Reference(Mutability, ExprIx),
    /// `*a`.
    Dereference(ExprIx),
    /// `!a`, `-a`.
    Unary(ExprIx),
    /// `a + b`.
    Binary {
        /// Which.
        operator: Binary,
        /// `a`.
        left: ExprIx,
        /// `b`.
        right: ExprIx,
    },
    /// `a = b`.
    Assign {
        /// `a`.
        left: ExprIx,
        /// `b`.
        right: ExprIx,
    },
    /// `a as T`.
    Cast {
        /// `a`.
        value: ExprIx,
        /// `T`.
        ty: TypeIx,
    },
    /// `(a, b)`.
    Tuple(Vec<ExprIx>),
    /// `[a, b]`, `[a; n]`.
    Array(Vec<ExprIx>),
    /// `a[b]`.
    Index {
        /// `a`.
        of: ExprIx,
        /// `b`.
        index: ExprIx,
    },
    /// `a..b` and its kin.
    Range {
        /// `a`.
        from: Option<ExprIx>,
        /// `b`.
        to: Option<ExprIx>,
        /// `..=`.
        is_inclusive: bool,
    },
    /// `a?`.
    Try(ExprIx),
    /// `a.await`.
    Await(ExprIx),
    /// `return a`.
    Return(Option<ExprIx>),
    /// `break a`, out of the innermost loop or block where no label is known.
    Break(Option<ExprIx>),
    /// `continue`.
    Continue,
    /// A macro call.
    Macro {
        /// The macro's path; `None` where nothing was recorded for it.
        path: Option<PathIx>,
        /// Its index in [`super::FileFacts::macro_calls`].
        call: Option<u32>,
        /// What was read of its arguments, in order.
        arguments: Vec<ExprIx>,
    },
}

/// `&` or `&mut`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mutability {
    /// `&`.
    Shared,
    /// `&mut`.
    Mutable,
}

/// A pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    /// `_`, `..`, a literal, a range, a macro call.
    Any,
    /// A name that is bound, with what stands behind `@`.
    Bind {
        /// The binding.
        local: LocalIx,
        /// `ref`, `ref mut`.
        reference: Option<Mutability>,
        /// What it has to match.
        sub: Option<PatternIx>,
        /// Where the name may be a constant or unit variant instead: its path.
        constant: Option<PathIx>,
    },
    /// A constant, unit struct or unit variant.
    Path(ValuePath),
    /// `S(a, ..)`.
    TupleStruct {
        /// `S`.
        path: Option<ValuePath>,
        /// Its elements.
        elements: Vec<PatternIx>,
        /// Where `..` stands among them.
        rest: Option<u32>,
    },
    /// `S { f: a }`.
    Struct {
        /// `S`.
        path: Option<ValuePath>,
        /// `f`, where it stands, and `a`.
        fields: Vec<(Name, Site, PatternIx)>,
    },
    /// `(a, .., b)`.
    Tuple {
        /// Its elements.
        elements: Vec<PatternIx>,
        /// Where `..` stands among them.
        rest: Option<u32>,
    },
    /// `[a, .., b]`. An element that binds the rest (`x @ ..`) is `Bind` with a `sub` of [`Pattern::Rest`].
    Slice(Vec<PatternIx>),
    /// `..` inside of a slice.
    Rest,
    /// `&a`.
    Reference(PatternIx),
    /// `a | b`; the same name in several of them is bound once each.
    Or(Vec<PatternIx>),
}

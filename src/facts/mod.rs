//! One file's text → [`FileFacts`]: what it defines, imports and names, scope by scope.
//!
//! In: the text of one file. Out: [`FileFacts`].
//! *Invariant:* pure; knows no other file, no crate, and which `cfg` holds is not decided here.

pub(crate) mod code;
mod memory;
pub(crate) mod rust;
mod wire;

use crate::base::{Cfg, Name, ReferenceKind, Span};
use code::{Bound, Code, Generics, ItemCode, LocalIx, MemberCode, Owner, TypeIx};
pub(crate) use memory::{Memory, TextDigest, of_text};
pub(crate) use rust::allowances::{Allowance, MalformedAllowance};

/// Index of a scope in [`FileFacts::scopes`]; 0 is the file itself.
pub(crate) type ScopeIx = u32;
/// Index of a `cfg` in [`FileFacts::cfgs`]; [`ALWAYS`] is "no condition".
pub(crate) type CfgIx = u32;
/// The index that stands for "no condition".
pub(crate) const ALWAYS: CfgIx = u32::MAX;

/// What one file says.
#[derive(Clone, Debug, Default)]
pub(crate) struct FileFacts {
    /// Module bodies and blocks; the first is the file.
    pub scopes: Vec<Scope>,
    /// Conditions, each with the one around it.
    pub cfgs: Vec<CfgNode>,
    /// Definitions.
    pub items: Vec<Item>,
    /// `impl` blocks.
    pub impls: Vec<Impl>,
    /// `use` and `extern crate`, groups flattened.
    pub imports: Vec<Import>,
    /// `mod` declarations.
    pub modules: Vec<ModuleDeclaration>,
    /// Every written path that is no import.
    pub paths: Vec<PathUse>,
    /// Macro calls, where items stand and in bodies.
    pub macro_calls: Vec<MacroCall>,
    /// `include!` calls where items stand.
    pub includes: Vec<Include>,
    /// `automod::dir!` calls where items stand.
    pub module_folders: Vec<ModuleFolder>,
    /// Pool of the segments of all paths.
    pub segments: Vec<Name>,
    /// Inline allowances.
    pub allowances: Vec<Allowance>,
    /// Inline allowances that cannot be read.
    pub malformed_allowances: Vec<MalformedAllowance>,
    /// `#![macro_use]` at the top of the file.
    pub macro_use: bool,
    /// Types, signatures and bodies.
    pub code: Code,
    /// Why the file does not parse.
    pub error: Option<SyntaxError>,
}

/// Why a file does not parse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    /// What the parser says.
    pub message: String,
    /// Where.
    pub span: Span,
}

/// A condition inside the conditions around it.
#[derive(Clone, Debug)]
pub(crate) struct CfgNode {
    /// The condition around it, or [`ALWAYS`].
    pub parent: CfgIx,
    /// The predicate.
    pub cfg: Cfg,
}

/// A place where names are defined.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    /// The scope around it; `None` for the file.
    pub parent: Option<ScopeIx>,
    /// What it is.
    pub kind: ScopeKind,
}

/// What a scope is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScopeKind {
    /// The file itself.
    File,
    /// The body of an inline module: index into [`FileFacts::modules`].
    Module(u32),
    /// A block that holds items.
    Block,
}

/// How far a definition or import can be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Visibility {
    /// `pub`.
    Public,
    /// `pub(crate)`.
    Crate,
    /// No word, or `pub(self)`: the module itself.
    Module,
    /// `pub(super)`.
    Parent,
    /// `pub(in path)`: the segments.
    Path(Vec<Name>),
}

/// What a definition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum ItemKind {
    /// `fn`.
    Function,
    /// `struct` whose name is a value too (unit or tuple).
    TupleStruct,
    /// `struct` with named fields.
    RecordStruct,
    /// `enum`.
    Enum,
    /// `union`.
    Union,
    /// `trait`, or a trait alias.
    Trait,
    /// `type`.
    TypeAlias,
    /// `const`.
    Const,
    /// `static`.
    Static,
    /// `macro_rules!` or `macro`.
    Macro,
    /// A function of a proc-macro crate that defines a macro.
    ProcMacro,
    /// An enum's variant.
    Variant,
    /// An associated function, constant or type.
    Associated,
}

/// A definition.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// The scope that holds it.
    pub scope: ScopeIx,
    /// Its name.
    pub name: Name,
    /// What it is.
    pub kind: ItemKind,
    /// How far it can be seen.
    pub visibility: Visibility,
    /// Its name in the text.
    pub span: Span,
    /// Its condition.
    pub cfg: CfgIx,
    /// Variants of an enum, items of a trait.
    pub members: Vec<Member>,
    /// For a `type`: the path of the type that it names (index into [`FileFacts::paths`]).
    pub alias: Option<u32>,
    /// For a macro: `#[macro_export]`.
    pub exported: bool,
    /// For a `macro_rules!`: its rules, without the delimiters.
    pub body: Option<Tokens>,
    /// What it says about types.
    pub code: ItemCode,
    /// The traits that it derives, as paths (indices into [`FileFacts::paths`]).
    pub derives: Vec<u32>,
}

/// A variant or associated item.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    /// Its name.
    pub name: Name,
    /// What it is.
    pub kind: ItemKind,
    /// Its name in the text.
    pub span: Span,
    /// What it says about types.
    pub code: MemberCode,
}

/// An `impl` block.
#[derive(Clone, Debug)]
pub(crate) struct Impl {
    /// The scope that holds it.
    pub scope: ScopeIx,
    /// The path of its self type, where that is a path (index into [`FileFacts::paths`]).
    pub self_path: Option<u32>,
    /// Its generic parameters.
    pub generics: Generics,
    /// The type that it is for.
    pub self_type: TypeIx,
    /// The trait that it implements.
    pub of_trait: Option<Bound>,
    /// Whether it implements a trait, known or not.
    pub is_of_trait: bool,
    /// What it defines.
    pub members: Vec<Member>,
    /// Its condition.
    pub cfg: CfgIx,
    /// Its text in front of its body; `None` where a macro wrote it.
    pub header: Option<Span>,
    /// Whether it holds what a macro call among the members of another one writes: that one's header stands here again.
    pub is_continued: bool,
}

/// Where the first segment of a path is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Anchor {
    /// In the scopes around it.
    Lexical,
    /// `::a`: outside.
    Global,
    /// `$crate::a`: in the root of the crate that defines the macro.
    DollarCrate,
    /// `Self::a`, inside of an `impl` (index into [`FileFacts::impls`]).
    SelfOfImpl(u32),
    /// `Self::a`, inside of a definition (index into [`FileFacts::items`]).
    SelfOfItem(u32),
    /// `Self::a` in what a macro call in a body writes: what `Self` means at the call.
    SelfOfCall,
}

/// One imported name, or a glob.
#[derive(Clone, Debug)]
pub(crate) struct Import {
    /// The scope that holds it.
    pub scope: ScopeIx,
    /// Where the path begins.
    pub anchor: Anchor,
    /// The path: start and length in [`FileFacts::segments`].
    pub path: (u32, u32),
    /// What it brings in.
    pub target: ImportTarget,
    /// How far it can be seen.
    pub visibility: Visibility,
    /// Its last segment in the text.
    pub span: Span,
    /// Its condition.
    pub cfg: CfgIx,
    /// Whether it is `extern crate`.
    pub extern_crate: bool,
    /// `#[macro_use]` on an `extern crate`.
    pub macro_use: bool,
    /// Whether a macro's definition wrote it, not the text at its span.
    pub via_macro: bool,
}

/// What an import brings in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ImportTarget {
    /// A name.
    Name(Name),
    /// `as _`: usable, not nameable.
    Unnamed,
    /// `*`.
    Glob,
    /// `a::{self}`: the module only, by a name.
    Module(Name),
}

/// A `mod` declaration.
#[derive(Clone, Debug)]
pub(crate) struct ModuleDeclaration {
    /// The scope that holds it.
    pub scope: ScopeIx,
    /// Its name.
    pub name: Name,
    /// Its body, if inline.
    pub body: Option<ScopeIx>,
    /// `#[path]`: the files, each with the condition of its `cfg_attr`.
    pub paths: Vec<(Option<Cfg>, String)>,
    /// How far it can be seen.
    pub visibility: Visibility,
    /// Its name in the text.
    pub span: Span,
    /// Its condition.
    pub cfg: CfgIx,
    /// `#[macro_use]`.
    pub macro_use: bool,
    /// An attribute that is no part of the language and may rewrite the body (index into [`FileFacts::paths`]).
    pub attribute: Option<u32>,
    /// Whether it was read out of the arguments of a macro call.
    pub in_macro: bool,
}

/// The namespaces of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Namespace {
    /// Types, modules, traits.
    Type,
    /// Functions, constants, constructors.
    Value,
    /// Macros, derives, attributes.
    Macro,
    /// Not known from the syntax: any of them.
    Any,
}

/// How sure it is that the text is a path to something outside of its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Certainty {
    /// It is a path: if it leads nowhere, that is reported.
    Path,
    /// It may be a binding or a name of a tool: if it leads nowhere, it is none.
    Maybe,
    /// It stands in the tokens of a macro, whose meaning is not known.
    Tokens,
    /// It is part of a path that is recorded as a whole: for the inference of types alone.
    Silent,
}

/// One written path.
#[derive(Clone, Debug)]
pub(crate) struct PathUse {
    /// The scope around it.
    pub scope: ScopeIx,
    /// Where the path begins.
    pub anchor: Anchor,
    /// The path: start and length in [`FileFacts::segments`].
    pub path: (u32, u32),
    /// Where it is written.
    pub span: Span,
    /// Its role.
    pub kind: ReferenceKind,
    /// The namespace of its last segment.
    pub namespace: Namespace,
    /// Its condition.
    pub cfg: CfgIx,
    /// How sure it is.
    pub certainty: Certainty,
    /// Whether a macro's definition wrote it, not the text at its span.
    pub via_macro: bool,
}

/// Where a macro call stands, and so what it may write
/// (<https://doc.rust-lang.org/reference/macros.html#macro-invocation>).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Position {
    /// Where items stand.
    Items,
    /// In an `impl`.
    ImplItems,
    /// In a `trait`.
    TraitItems,
    /// In an `extern` block.
    ForeignItems,
    /// An expression.
    Expression,
    /// A statement.
    Statement,
    /// A type.
    Type,
    /// A pattern.
    Pattern,
}

/// What a macro call in a body can see of the code around it.
#[derive(Clone, Debug)]
pub(crate) struct Around {
    /// The innermost local binding.
    pub local: Option<LocalIx>,
    /// The generic parameters.
    pub types: Vec<Name>,
    /// What `Self` means.
    pub self_anchor: Option<Anchor>,
}

/// A macro call.
#[derive(Clone, Debug)]
pub(crate) struct MacroCall {
    /// Where it stands.
    pub position: Position,
    /// What it can see, where it stands in a body.
    pub around: Option<Box<Around>>,
    /// The scope that holds it.
    pub scope: ScopeIx,
    /// The macro's path (index into [`FileFacts::paths`]).
    pub path: u32,
    /// The whole call in the text.
    pub span: Span,
    /// Its arguments, without the delimiters.
    pub arguments: Tokens,
    /// Its condition.
    pub cfg: CfgIx,
    /// What was read out of the arguments alone: it counts only where the call is not expanded.
    pub read: Reading,
}

/// Tokens that are read again later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tokens {
    /// They stand in the text.
    Text(Span),
    /// They come out of an expansion.
    Written(String),
}

/// A position in the lists of [`FileFacts`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    /// In [`FileFacts::items`].
    pub items: usize,
    /// In [`FileFacts::impls`].
    pub impls: usize,
    /// In [`FileFacts::imports`].
    pub imports: usize,
    /// In [`FileFacts::paths`].
    pub paths: usize,
    /// In [`FileFacts::macro_calls`].
    pub macro_calls: usize,
    /// In [`Code::bodies`].
    pub bodies: usize,
}

/// What lies between two marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Where it begins.
    pub from: Mark,
    /// Where it ends.
    pub to: Mark,
}

/// An `include!` where items stand.
#[derive(Clone, Debug)]
pub(crate) struct Include {
    /// The scope that holds it.
    pub scope: ScopeIx,
    /// The file, where it is written down.
    pub file: Option<IncludedFile>,
    /// The call in the text.
    pub span: Span,
    /// Its condition.
    pub cfg: CfgIx,
}

/// A file that `include!` names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum IncludedFile {
    /// `"…"`: from the folder of the file that includes it.
    Beside(String),
    /// `concat!(env!("CARGO_MANIFEST_DIR"), "…")`: what stands behind the folder of the manifest.
    BehindManifest(String),
}

/// `automod::dir!("tests/suite")`: a `mod` for each file of a folder
/// (<https://docs.rs/automod/latest/automod/macro.dir.html>).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ModuleFolder {
    /// The scope that holds it.
    pub scope: ScopeIx,
    /// The folder, from that of the manifest.
    pub folder: String,
    /// How far its modules can be seen.
    pub visibility: Visibility,
    /// The arguments in the text.
    pub span: Span,
    /// Its condition.
    pub cfg: CfgIx,
}

impl FileFacts {
    /// The ends of all lists.
    #[must_use]
    pub(crate) fn mark(&self) -> Mark {
        Mark {
            items: self.items.len(),
            impls: self.impls.len(),
            imports: self.imports.len(),
            paths: self.paths.len(),
            macro_calls: self.macro_calls.len(),
            bodies: self.code.bodies.len(),
        }
    }

    /// Gives back the memory that the lists were given to grow.
    pub(crate) fn shrink(&mut self) {
        self.scopes.shrink_to_fit();
        self.cfgs.shrink_to_fit();
        self.items.shrink_to_fit();
        self.impls.shrink_to_fit();
        self.imports.shrink_to_fit();
        self.modules.shrink_to_fit();
        self.paths.shrink_to_fit();
        self.macro_calls.shrink_to_fit();
        self.segments.shrink_to_fit();
        self.code.types.shrink_to_fit();
        self.code.locals.shrink_to_fit();
        self.code.bodies.shrink_to_fit();
    }

    /// Whether it says nothing.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.mark() == Mark::default()
            && self.modules.is_empty()
            && self.includes.is_empty()
            && self.module_folders.is_empty()
    }

    /// The condition of whose body it is.
    #[must_use]
    pub(crate) fn cfg_of(&self, owner: Owner) -> CfgIx {
        match owner {
            Owner::Item(item) | Owner::TraitMember(item, _) => self.items[item as usize].cfg,
            Owner::ImplMember(at, _) => self.impls[at as usize].cfg,
            Owner::Nobody => ALWAYS,
        }
    }

    /// The segments of a path.
    #[must_use]
    pub(crate) fn segments(&self, path: (u32, u32)) -> &[Name] {
        &self.segments[path.0 as usize..(path.0 + path.1) as usize]
    }

    /// The conditions that hold at `cfg`, innermost first.
    pub(crate) fn conditions(&self, cfg: CfgIx) -> impl Iterator<Item = &Cfg> {
        let mut at = cfg;
        std::iter::from_fn(move || {
            let node = self.cfgs.get(at as usize)?;
            at = node.parent;
            Some(&node.cfg)
        })
    }
}

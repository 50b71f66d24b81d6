//! What the walk over a syntax tree knows and records: scopes, bindings, conditions, paths.
//!
//! Local bindings and generic parameters are followed by the rules of the language's scopes, so that a
//! single name is recorded only where it can mean something defined elsewhere
//! (<https://doc.rust-lang.org/reference/names/scopes.html>).

use proc_macro2::Ident;
use syn::Attribute;

use super::cfg;
use super::nested::{Nested, Origin, Visible};
use super::rules::DOLLAR_CRATE;
use crate::base::{Cfg, KnownCfg, Name, ReferenceKind, Span, can_hold, name, number};
use crate::facts::code::{Captured, Code, ItemCode, Local, LocalIx, MemberCode, Type};
use crate::facts::{
    ALWAYS, Anchor, Around, Certainty, CfgIx, CfgNode, FileFacts, Item, ItemKind, Member,
    Namespace, PathUse, Scope, ScopeIx, ScopeKind, Visibility,
};

pub(super) struct Collector<'c> {
    pub facts: FileFacts,
    pub(super) skipped: usize,
    pub scope: ScopeIx,
    pub cfg: CfgIx,
    /// Generic parameters in scope.
    pub(super) types: Vec<Name>,
    /// Local bindings in scope.
    pub(super) values: Vec<Binding>,
    pub(super) self_anchor: Option<Anchor>,
    /// Whether the walk is inside the arguments of a macro call.
    pub in_macro: bool,
    /// Set while an expansion is read.
    pub expansion: Option<Origin>,
    /// How macro calls inside of an expansion are expanded.
    pub(super) nested: Option<&'c Nested<'c>>,
    /// Bindings at the call whose expansion is read, the innermost last.
    pub(super) outer: Vec<OuterBinding>,
    /// Whether the next `impl` is [continued](crate::facts::Impl::is_continued).
    pub(super) continues_impl: bool,
}

/// The name that an identifier is: without `r#`.
pub(super) fn name_of(ident: &Ident) -> Name {
    let text = ident.to_string();
    name(text.strip_prefix("r#").unwrap_or(&text))
}

/// A local binding.
#[derive(Clone, Copy, Debug)]
pub(super) struct Binding {
    pub(super) name: Name,
    pub(super) local: LocalIx,
    /// Whether the name may be a constant instead.
    pub(super) maybe_constant: bool,
    /// Whether the definition of a macro wrote it: then only what the definition writes can see it
    /// (<https://doc.rust-lang.org/reference/macros-by-example.html#hygiene>).
    pub(super) of_definition: bool,
}

/// A binding around a macro call, seen from what the call writes.
#[derive(Clone, Copy, Debug)]
pub(super) struct OuterBinding {
    pub(super) binding: Visible,
    /// What stands for it here, once it is used.
    pub(super) here: Option<LocalIx>,
}

/// What a nested item must not see of the function around it.
pub(super) struct Outer {
    pub(super) types: Vec<Name>,
    pub(super) values: Vec<Binding>,
    pub(super) at_call: Vec<OuterBinding>,
    pub(super) self_anchor: Option<Anchor>,
}

impl Collector<'_> {
    pub(super) fn new(skipped: usize) -> Self {
        let facts = FileFacts {
            scopes: vec![Scope {
                parent: None,
                kind: ScopeKind::File,
            }],
            code: Code {
                // The first two are `types::UNKNOWN` and `types::UNIT`.
                types: vec![Type::Unknown, Type::Tuple(Vec::new())],
                ..Code::default()
            },
            ..FileFacts::default()
        };
        Self {
            facts,
            skipped,
            scope: 0,
            cfg: ALWAYS,
            types: Vec::new(),
            values: Vec::new(),
            self_anchor: None,
            in_macro: false,
            expansion: None,
            nested: None,
            outer: Vec::new(),
            continues_impl: false,
        }
    }

    /// Offsets in the whole text.
    pub(super) fn span(&self, span: proc_macro2::Span) -> Span {
        let range = span.byte_range();
        if let Some(origin) = self.expansion
            && (range.end == 0 || origin.arguments.is_none())
        {
            return origin.call;
        }
        let offset = |at: usize| u32::try_from(at + self.skipped).unwrap_or(u32::MAX);
        Span::new(offset(range.start), offset(range.end))
    }

    pub(super) fn between(&self, first: proc_macro2::Span, last: proc_macro2::Span) -> Span {
        let (first, last) = (self.span(first), self.span(last));
        if self.is_written_by_macro(first) || self.is_written_by_macro(last) {
            return self.expansion.map_or(first, |origin| origin.call);
        }
        Span::new(first.start, last.end)
    }

    /// Whether a place in an expansion is the call itself.
    pub(super) fn is_written_by_macro(&self, span: Span) -> bool {
        self.expansion.is_some_and(|origin| origin.call == span)
    }

    /// Goes under the `cfg` of these attributes. False where it can never hold; nothing has changed then.
    pub(super) fn enter_cfg(&mut self, attributes: &[Attribute]) -> bool {
        cfg::of_attributes(attributes).is_none_or(|found| self.push_cfg(found))
    }

    /// Goes under a condition. False where it and those around it can never hold together; nothing has changed then.
    #[must_use]
    pub(super) fn push_cfg(&mut self, cfg: Cfg) -> bool {
        let parent = self.cfg;
        let around = self.facts.conditions(parent);
        let all: Vec<&Cfg> = around.chain([&cfg]).collect();
        if !can_hold(&all, &KnownCfg::default()) {
            return false;
        }
        self.cfg = number(self.facts.cfgs.len());
        self.facts.cfgs.push(CfgNode { parent, cfg });
        true
    }

    /// Runs `body` under the `cfg` of these attributes, and records the paths in them.
    pub(super) fn under(&mut self, attributes: &[Attribute], body: impl FnOnce(&mut Self)) {
        let outer = self.cfg;
        if self.enter_cfg(attributes) {
            self.attributes(attributes);
            body(self);
        }
        self.cfg = outer;
    }

    /// Leaves the function around a nested item: its bindings and generics are out of reach there.
    pub(super) fn leave_function(&mut self) -> Outer {
        Outer {
            types: std::mem::take(&mut self.types),
            values: std::mem::take(&mut self.values),
            at_call: std::mem::take(&mut self.outer),
            self_anchor: self.self_anchor.take(),
        }
    }

    pub(super) fn return_to(&mut self, outer: Outer) {
        self.types = outer.types;
        self.values = outer.values;
        self.outer = outer.at_call;
        self.self_anchor = outer.self_anchor;
    }

    /// Runs `body` in a frame of bindings of its own.
    pub(super) fn frame(&mut self, body: impl FnOnce(&mut Self)) {
        let (types, values) = (self.types.len(), self.values.len());
        body(self);
        self.types.truncate(types);
        self.values.truncate(values);
    }

    /// Brings a local binding into scope.
    pub(super) fn bind(&mut self, ident: &Ident, maybe_constant: bool) -> LocalIx {
        let of_definition = self.is_of_definition(ident.span());
        let name = name_of(ident);
        let local = self.bind_name(name, maybe_constant, of_definition);
        self.facts.code.locals[local as usize].span = self.span(ident.span());
        local
    }

    pub(super) fn bind_name(
        &mut self,
        name: Name,
        maybe_constant: bool,
        of_definition: bool,
    ) -> LocalIx {
        let local = self.push_local(name, maybe_constant);
        self.values.push(Binding {
            name,
            local,
            maybe_constant,
            of_definition,
        });
        local
    }

    fn push_local(&mut self, name: Name, maybe_constant: bool) -> LocalIx {
        let outer = self.values.last().map(|it| it.local);
        let locals = &mut self.facts.code.locals;
        locals.push(Local {
            name,
            maybe_constant,
            outer,
            span: Span::default(),
        });
        number(locals.len() - 1)
    }

    /// The local binding that a plain name means.
    pub(super) fn local(&mut self, ident: &Ident) -> Option<LocalIx> {
        let wanted = name_of(ident);
        let of_definition = self.is_of_definition(ident.span());
        if let Some(found) = self.binding(wanted, of_definition) {
            return Some(found.local);
        }
        if of_definition {
            return None;
        }
        let mut outer = self.outer.iter();
        let at = outer.rposition(|it| it.binding.name == wanted)?;
        let OuterBinding { binding, here } = self.outer[at];
        if here.is_some() {
            return here;
        }
        let here = self.push_local(wanted, binding.maybe_constant);
        self.facts.code.captured.push(Captured {
            here,
            level: binding.level,
            there: binding.local,
        });
        self.outer[at].here = Some(here);
        Some(here)
    }

    /// The binding of a name among those of the text, or of what a definition writes.
    fn binding(&self, wanted: Name, of_definition: bool) -> Option<&Binding> {
        let mut bindings = self.values.iter().rev();
        bindings.find(|it| it.name == wanted && it.of_definition == of_definition)
    }

    /// Whether a token of an expansion comes from the definition of the macro, as far as that can be told.
    pub(super) fn is_of_definition(&self, span: proc_macro2::Span) -> bool {
        self.expansion
            .is_some_and(|origin| origin.arguments.is_some() && span.byte_range().end == 0)
    }

    /// What a macro call that stands here can see.
    pub(super) fn around(&self) -> Around {
        Around {
            local: self.values.last().map(|it| it.local),
            types: self.types.clone(),
            self_anchor: self.self_anchor,
        }
    }

    pub(super) fn bind_generics(&mut self, generics: &syn::Generics) {
        for parameter in &generics.params {
            match parameter {
                syn::GenericParam::Type(parameter) => {
                    self.types.push(name_of(&parameter.ident));
                }
                syn::GenericParam::Const(parameter) => {
                    self.types.push(name_of(&parameter.ident));
                }
                syn::GenericParam::Lifetime(_) => {}
            }
        }
    }

    /// Visits a block or body that may hold items, in a scope of its own where it does.
    pub(super) fn block_scope(&mut self, statements: &[syn::Stmt], body: impl FnOnce(&mut Self)) {
        let holds_items = statements
            .iter()
            .any(|statement| matches!(statement, syn::Stmt::Item(_)) || defines_items(statement));
        let outer = self.scope;
        if holds_items {
            self.scope = self.push_scope(ScopeKind::Block);
        }
        self.frame(body);
        self.scope = outer;
    }

    pub(super) fn push_scope(&mut self, kind: ScopeKind) -> ScopeIx {
        let id = ScopeIx::try_from(self.facts.scopes.len()).expect("fewer than 2^32 scopes");
        self.facts.scopes.push(Scope {
            parent: Some(self.scope),
            kind,
        });
        id
    }

    pub(super) fn push_item(
        &mut self,
        ident: &Ident,
        kind: ItemKind,
        visibility: Visibility,
    ) -> usize {
        self.facts.items.push(Item {
            scope: self.scope,
            name: name_of(ident),
            kind,
            visibility,
            span: self.span(ident.span()),
            cfg: self.cfg,
            members: Vec::new(),
            alias: None,
            exported: false,
            body: None,
            code: ItemCode::None,
            derives: Vec::new(),
        });
        self.facts.items.len() - 1
    }

    pub(super) fn member(&mut self, ident: &Ident, kind: ItemKind) -> Member {
        Member {
            name: name_of(ident),
            kind,
            span: self.span(ident.span()),
            code: MemberCode::None,
        }
    }

    pub(super) fn push_segments(&mut self, segments: impl IntoIterator<Item = Name>) -> (u32, u32) {
        let start = self.facts.segments.len();
        self.facts.segments.extend(segments);
        let length = self.facts.segments.len() - start;
        let number = |at: usize| u32::try_from(at).expect("fewer than 2^32 segments");
        (number(start), number(length))
    }

    /// Records a path; gives its index.
    pub(super) fn push_path(
        &mut self,
        anchor: Anchor,
        segments: impl IntoIterator<Item = Name>,
        span: Span,
        role: (ReferenceKind, Namespace, Certainty),
    ) -> u32 {
        let path = self.push_segments(segments);
        let (kind, namespace, certainty) = role;
        self.facts.paths.push(PathUse {
            scope: self.scope,
            anchor,
            path,
            span,
            kind,
            namespace,
            cfg: self.cfg,
            certainty,
            via_macro: self.is_written_by_macro(span),
        });
        u32::try_from(self.facts.paths.len() - 1).expect("fewer than 2^32 paths")
    }

    /// Records a path of the syntax tree unless it is local; gives its index. Generic arguments are not visited.
    pub(super) fn push_syn_path(
        &mut self,
        path: &syn::Path,
        kind: ReferenceKind,
        namespace: Namespace,
        certainty: Certainty,
    ) -> Option<u32> {
        let names: Vec<Name> = path
            .segments
            .iter()
            .map(|segment| name_of(&segment.ident))
            .collect();
        let first_segment = path.segments.first()?;
        let last = path.segments.last()?.ident.span();
        let first = match &path.leading_colon {
            Some(colon) => colon.spans[0],
            None => first_segment.ident.span(),
        };
        let span = self.between(first, last);
        if path.leading_colon.is_some() {
            return Some(self.push_path(Anchor::Global, names, span, (kind, namespace, certainty)));
        }
        if first_segment.ident == DOLLAR_CRATE {
            let role = (kind, namespace, certainty);
            return Some(self.push_path(
                Anchor::DollarCrate,
                names.into_iter().skip(1),
                span,
                role,
            ));
        }
        if first_segment.ident == "Self" {
            let anchor = self.self_anchor?;
            if names.len() < 2 {
                return None;
            }
            let role = (kind, namespace, certainty);
            return Some(self.push_path(anchor, names.into_iter().skip(1), span, role));
        }
        let of_definition = self.is_of_definition(first_segment.ident.span());
        let certainty = self.certainty_of(&names, of_definition, namespace, certainty)?;
        let role = (kind, namespace, certainty);
        Some(self.push_path(Anchor::Lexical, names, span, role))
    }

    /// `None` where the path begins at a local binding or generic parameter.
    pub(super) fn certainty_of(
        &self,
        names: &[Name],
        of_definition: bool,
        namespace: Namespace,
        certainty: Certainty,
    ) -> Option<Certainty> {
        let first = names.first()?;
        if namespace != Namespace::Macro && self.types.contains(first) {
            return None;
        }
        let is_single_value =
            names.len() == 1 && matches!(namespace, Namespace::Value | Namespace::Any);
        if !is_single_value {
            return Some(certainty);
        }
        let outer = || {
            let mut outer = self.outer.iter().rev();
            let found = outer.find(|it| it.binding.name == *first);
            found.filter(|_| !of_definition)
        };
        let bound = self
            .binding(*first, of_definition)
            .map(|it| it.maybe_constant)
            .or_else(|| outer().map(|it| it.binding.maybe_constant));
        match bound {
            Some(true) => Some(Certainty::Maybe),
            Some(false) => None,
            None if *first == "self" => None,
            None => Some(certainty),
        }
    }
}

/// Whether a statement calls a macro of a well-known crate that defines items.
pub(super) fn defines_items(statement: &syn::Stmt) -> bool {
    const MACROS: [&str; 4] = ["bitflags", "lazy_static", "table", "thread_local"];
    match statement {
        syn::Stmt::Macro(statement) => {
            let last = statement.mac.path.segments.last();
            last.is_some_and(|last| MACROS.iter().any(|known| last.ident == known))
        }
        _ => false,
    }
}

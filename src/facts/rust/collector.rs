//! What the walk over a syntax tree knows and records: scopes, bindings, conditions, paths.
//!
//! Local bindings and generic parameters are followed by the rules of the language's scopes, so that a
//! single name is recorded only where it can mean something defined elsewhere
//! (<https://doc.rust-lang.org/reference/names/scopes.html>).

use super::cfg;
use super::nested::{Nested, Origin, Visible};
use super::rules::DOLLAR_CRATE;
use super::syntax::token::{Ident, Token, Word};
use super::syntax::tree::{Attribute, Generics, Path, Statement, StatementKind};
use super::syntax::{Home, Parsed, Parser};
use crate::base::{Cfg, KnownCfg, Name, Packed, ReferenceKind, Span, can_hold, number};
use crate::facts::code::{BodyCode, Captured, Code, ItemCode, Local, LocalIx, MemberCode, Type};
use crate::facts::{
    ALWAYS, Anchor, Around, Certainty, CfgIx, CfgNode, FileFacts, Item, ItemKind, Member,
    Namespace, PathUse, Scope, ScopeIx, ScopeKind, Visibility,
};

pub(super) struct Collector<'c> {
    pub facts: FileFacts,
    /// What the bodies say, until it is packed.
    pub(super) bodies: BodyCode,
    /// Where the tree lives that is walked.
    pub(super) home: &'c Home<'c>,
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

impl<'c> Collector<'c> {
    pub(super) fn new(home: &'c Home<'c>) -> Self {
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
            bodies: BodyCode::default(),
            home,
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

    /// What was recorded.
    pub(super) fn finish(mut self) -> FileFacts {
        self.facts.code.packed = Packed::of(&self.bodies);
        self.facts.shrink();
        self.facts
    }

    /// Where a token of the tree stands in the text: what the definition of a macro writes stands at the call.
    pub(super) fn span(&self, span: Span) -> Span {
        match self.expansion {
            Some(origin) if span.end == 0 || origin.arguments.is_none() => origin.call,
            _ => span,
        }
    }

    /// What a list of tokens is as a whole, if it is that.
    pub(super) fn whole<T>(
        &self,
        tokens: &'c [Token],
        part: impl FnOnce(&mut Parser<'c>) -> Parsed<T>,
    ) -> Option<T> {
        Parser::new(self.home, tokens).whole(part)
    }

    pub(super) fn between(&self, first: Span, last: Span) -> Span {
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
    pub(super) fn enter_cfg(&mut self, attributes: &[Attribute<'c>]) -> bool {
        cfg::of_attributes(self.home, attributes).is_none_or(|found| self.push_cfg(found))
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
    pub(super) fn under(&mut self, attributes: &[Attribute<'c>], body: impl FnOnce(&mut Self)) {
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
    pub(super) fn bind(&mut self, ident: Ident, maybe_constant: bool) -> LocalIx {
        let of_definition = self.is_of_definition(ident.span);
        let local = self.bind_name(ident.name, maybe_constant, of_definition);
        self.facts.code.locals[local as usize].span = self.span(ident.span);
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
    pub(super) fn local(&mut self, ident: Ident) -> Option<LocalIx> {
        let wanted = ident.name;
        let of_definition = self.is_of_definition(ident.span);
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
    pub(super) fn is_of_definition(&self, span: Span) -> bool {
        self.expansion
            .is_some_and(|origin| origin.arguments.is_some() && span.end == 0)
    }

    /// What a macro call that stands here can see.
    pub(super) fn around(&self) -> Around {
        Around {
            local: self.values.last().map(|it| it.local),
            types: self.types.clone(),
            self_anchor: self.self_anchor,
        }
    }

    pub(super) fn bind_generics(&mut self, generics: &Generics<'c>) {
        let names = generics.parameters.iter().map(|it| it.ident.name);
        self.types.extend(names);
    }

    /// Visits a block or body that may hold items, in a scope of its own where it does.
    pub(super) fn block_scope(
        &mut self,
        statements: &[Statement<'c>],
        body: impl FnOnce(&mut Self),
    ) {
        let holds_items = statements.iter().any(|statement| {
            matches!(statement.kind, StatementKind::Item(_)) || defines_items(statement)
        });
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
        ident: Ident,
        kind: ItemKind,
        visibility: Visibility,
    ) -> usize {
        self.facts.items.push(Item {
            scope: self.scope,
            name: ident.name,
            kind,
            visibility,
            span: self.span(ident.span),
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

    pub(super) fn member(&mut self, ident: Ident, kind: ItemKind) -> Member {
        Member {
            name: ident.name,
            kind,
            span: self.span(ident.span),
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
    pub(super) fn push_tree_path(
        &mut self,
        path: &Path<'c>,
        kind: ReferenceKind,
        namespace: Namespace,
        certainty: Certainty,
    ) -> Option<u32> {
        let first = path.segments.first()?.ident;
        let last = path.last()?.ident.span;
        let span = self.between(path.global.unwrap_or(first.span), last);
        let names = path.segments.iter().map(|segment| segment.ident.name);
        let mut role = (kind, namespace, certainty);
        if path.global.is_some() {
            return Some(self.push_path(Anchor::Global, names, span, role));
        }
        if first == DOLLAR_CRATE {
            return Some(self.push_path(Anchor::DollarCrate, names.skip(1), span, role));
        }
        if first.word == Word::SelfType {
            let anchor = self.self_anchor?;
            if path.segments.len() < 2 {
                return None;
            }
            return Some(self.push_path(anchor, names.skip(1), span, role));
        }
        role.2 = self.certainty_of(first, path.segments.len(), namespace, certainty)?;
        Some(self.push_path(Anchor::Lexical, names, span, role))
    }

    /// `None` where the path begins at a local binding or generic parameter.
    pub(super) fn certainty_of(
        &self,
        first: Ident,
        segments: usize,
        namespace: Namespace,
        certainty: Certainty,
    ) -> Option<Certainty> {
        if namespace != Namespace::Macro && self.types.contains(&first.name) {
            return None;
        }
        let is_single_value =
            segments == 1 && matches!(namespace, Namespace::Value | Namespace::Any);
        if !is_single_value {
            return Some(certainty);
        }
        let of_definition = self.is_of_definition(first.span);
        let outer = || {
            let mut outer = self.outer.iter().rev();
            let found = outer.find(|it| it.binding.name == first.name);
            found.filter(|_| !of_definition)
        };
        let bound = self
            .binding(first.name, of_definition)
            .map(|it| it.maybe_constant)
            .or_else(|| outer().map(|it| it.binding.maybe_constant));
        match bound {
            Some(true) => Some(Certainty::Maybe),
            Some(false) => None,
            None if first.word == Word::SelfValue => None,
            None => Some(certainty),
        }
    }
}

/// Whether a statement calls a macro of a well-known crate that defines items.
pub(super) fn defines_items(statement: &Statement<'_>) -> bool {
    const MACROS: [&str; 4] = ["bitflags", "lazy_static", "table", "thread_local"];
    match &statement.kind {
        StatementKind::Macro(call, _) => {
            let last = call.path.last();
            last.is_some_and(|last| MACROS.iter().any(|known| last.ident == *known))
        }
        _ => false,
    }
}

//! What binds each local of a file.
//!
//! In: what a file says. Out: [`Bindings`]: for each local the pattern that names it, and where its value comes from.
//! *Invariant:* says only what is written.

use crate::base::Map;
use crate::facts::FileFacts;
use crate::facts::code::{BodyCode, Expr, ExprIx, LocalIx, Pattern, PatternIx, Statement, TypeIx};

/// What binds a local.
#[derive(Clone, Copy, Debug)]
pub(super) struct Binding {
    /// The whole pattern.
    pub pattern: PatternIx,
    /// Where what it takes apart comes from.
    pub source: Source,
}

/// Where the value of a pattern comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// A parameter of the function, counted with `self`.
    Parameter(usize),
    /// `let pattern: ty = value`.
    Let(Option<TypeIx>, Option<ExprIx>),
    /// `let pattern = value` in a condition.
    Condition(ExprIx),
    /// An arm of `match value`.
    Arm(ExprIx),
    /// `for pattern in iterated`.
    For(ExprIx),
    /// A parameter of a closure, its written type, and the call that the closure is given to.
    Closure(Option<TypeIx>, Option<ExprIx>),
}

/// What binds the locals of a file.
#[derive(Debug, Default)]
pub(super) struct Bindings(Map<LocalIx, Binding>);

impl Bindings {
    pub(super) fn of(facts: &FileFacts, code: &BodyCode) -> Self {
        let mut bindings = Self::default();
        for body in &facts.code.bodies {
            for (at, pattern) in body.parameters.iter().enumerate() {
                bindings.add(code, *pattern, Source::Parameter(at));
            }
        }
        let taken = taken_by(code);
        for (at, expression) in (0..).zip(&code.expressions) {
            bindings.add_expression(code, at, expression, &taken);
        }
        bindings
    }

    pub(super) fn get(&self, local: LocalIx) -> Option<Binding> {
        self.0.get(&local).copied()
    }

    fn add_expression(
        &mut self,
        code: &BodyCode,
        at: ExprIx,
        expression: &Expr,
        taken: &Map<ExprIx, ExprIx>,
    ) {
        match expression {
            Expr::Block { statements, .. } => {
                for statement in statements {
                    if let Statement::Let {
                        pattern, ty, value, ..
                    } = statement
                    {
                        self.add(code, *pattern, Source::Let(*ty, *value));
                    }
                }
            }
            Expr::Let { pattern, value } => self.add(code, *pattern, Source::Condition(*value)),
            Expr::Match { value, arms } => {
                for arm in arms {
                    self.add(code, arm.pattern, Source::Arm(*value));
                }
            }
            Expr::For {
                pattern, iterated, ..
            } => self.add(code, *pattern, Source::For(*iterated)),
            Expr::Closure { parameters, .. } => {
                let call = taken.get(&at).copied();
                for (pattern, ty) in parameters {
                    self.add(code, *pattern, Source::Closure(*ty, call));
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, code: &BodyCode, whole: PatternIx, source: Source) {
        let mut open = vec![whole];
        while let Some(at) = open.pop() {
            let Some(pattern) = code.patterns.get(at as usize) else {
                continue;
            };
            match pattern {
                Pattern::Bind { local, sub, .. } => {
                    let binding = Binding {
                        pattern: whole,
                        source,
                    };
                    self.0.insert(*local, binding);
                    open.extend(*sub);
                }
                Pattern::TupleStruct { elements, .. }
                | Pattern::Tuple { elements, .. }
                | Pattern::Slice(elements)
                | Pattern::Or(elements) => open.extend(elements),
                Pattern::Struct { fields, .. } => {
                    open.extend(fields.iter().map(|(_, _, pattern)| *pattern));
                }
                Pattern::Reference(inner) => open.push(*inner),
                Pattern::Any | Pattern::Rest | Pattern::Path(_) => {}
            }
        }
    }
}

/// The call that each closure is an argument of.
fn taken_by(code: &BodyCode) -> Map<ExprIx, ExprIx> {
    let mut taken = Map::default();
    for (at, expression) in (0..).zip(&code.expressions) {
        let (Expr::Call { arguments, .. } | Expr::MethodCall { arguments, .. }) = expression else {
            continue;
        };
        for argument in arguments {
            let argument_data = code.expressions.get(*argument as usize);
            if matches!(argument_data, Some(Expr::Closure { .. })) {
                taken.insert(*argument, at);
            }
        }
    }
    taken
}

//! Calls: closures, functions and methods, and the arguments that they take.
//!
//! In: an inference. Out: what a call gives, and what was found on the way.
//! *Invariant:* an argument is walked once, closures behind the others, when more is known of what they take.

use std::rc::Rc;
use std::sync::Arc;

use super::body::{Inference, Pending};
use super::methods::{Candidate, Lookup};
use super::solve::Closure;
use super::types::Ty;
use crate::base::{ReferenceKind, number};
use crate::facts::code::{Expr, ExprIx};

impl Inference<'_, '_> {
    /// A closure's type; its body is walked later.
    pub(super) fn closure(&mut self, expression: ExprIx) -> Ty {
        let code = Rc::clone(&self.code);
        let Some(Expr::Closure {
            parameters,
            result,
            is_async,
            ..
        }) = code.expressions.get(expression as usize)
        else {
            return Ty::Unknown;
        };
        let parameters: Vec<Ty> = parameters
            .iter()
            .map(|(_, ty)| match ty {
                Some(ty) => self.written(*ty),
                None => self.solver.fresh(),
            })
            .collect();
        let result = match result {
            Some(ty) => self.written(*ty),
            None => self.solver.fresh(),
        };
        let result = if *is_async {
            Ty::Future(Arc::new(result))
        } else {
            result
        };
        let mut closures = self.solver.closures.borrow_mut();
        closures.push(Closure { parameters, result });
        Ty::Closure(number(closures.len() - 1))
    }

    pub(super) fn closure_body(&mut self, closure: &Ty, expression: ExprIx) {
        let Ty::Closure(id) = closure else { return };
        let code = Rc::clone(&self.code);
        let Some(Expr::Closure {
            parameters, body, ..
        }) = code.expressions.get(expression as usize)
        else {
            return;
        };
        let types = self.solver.closures.borrow()[*id as usize].clone();
        for ((pattern, _), ty) in parameters.iter().zip(&types.parameters) {
            self.pattern(*pattern, ty);
        }
        let result = match &types.result {
            Ty::Future(output) => (**output).clone(),
            other => other.clone(),
        };
        self.results.push(result.clone());
        let value = self.expr(*body);
        self.results.pop();
        self.coerce(&value, &result);
    }

    /// The arguments of a call, closures last: what the others and the bounds say is known to them.
    pub(super) fn arguments(&mut self, arguments: &[ExprIx], parameters: &[Ty]) -> Vec<Ty> {
        let is_closure = |this: &Self, at: ExprIx| {
            let expression = this.code.expressions.get(at as usize);
            matches!(expression, Some(Expr::Closure { .. }))
        };
        let mut types = Vec::with_capacity(arguments.len());
        let mut closures = Vec::new();
        for (at, argument) in arguments.iter().enumerate() {
            let ty = if is_closure(self, *argument) {
                let closure = self.closure(*argument);
                closures.push((closure.clone(), *argument));
                closure
            } else {
                self.expr(*argument)
            };
            if let Some(parameter) = parameters.get(at) {
                self.coerce(&ty, parameter);
            }
            types.push(ty);
        }
        if !closures.is_empty() {
            self.solve();
        }
        for (closure, expression) in closures {
            self.closure_body(&closure, expression);
        }
        types
    }

    pub(super) fn call(&mut self, function: ExprIx, arguments: &[ExprIx]) -> Ty {
        let function = self.expr(function);
        self.stays_open(&function);
        let function = self.solver.shallow(&function);
        if let Ty::Function(parts) = &function
            && let Some((result, parameters)) = parts.split_last()
        {
            self.arguments(arguments, parameters);
            return self.solver.shallow(result);
        }
        let types = self.arguments(arguments, &[]);
        if self.is_open(&function) {
            let result = self.solver.fresh();
            self.wait(Pending::Call {
                function,
                arguments: types,
                result: result.clone(),
            });
            return result;
        }
        self.called(&function, &types)
    }

    /// What calling a value gives.
    pub(super) fn called(&mut self, function: &Ty, arguments: &[Ty]) -> Ty {
        let mut at = self.solver.shallow(function);
        for _ in 0..8 {
            match &at {
                Ty::Function(parts) => {
                    let Some((result, parameters)) = parts.split_last() else {
                        return Ty::Unknown;
                    };
                    for (argument, parameter) in arguments.iter().zip(parameters) {
                        self.coerce(argument, parameter);
                    }
                    return result.clone();
                }
                Ty::Closure(id) => {
                    let closure = self.solver.closures.borrow()[*id as usize].clone();
                    for (argument, parameter) in arguments.iter().zip(&closure.parameters) {
                        self.coerce(argument, parameter);
                    }
                    return closure.result;
                }
                _ => {}
            }
            let mut output = None;
            self.solver.each_bound(&at, &mut |bound| {
                if output.is_none() && self.solver.is_callable(bound.of_trait) {
                    let bound_to = bound.bindings.iter().find(|(name, _)| *name == "Output");
                    output = Some(bound_to.map_or_else(Ty::unit, |(_, ty)| ty.clone()));
                }
            });
            if let Some(output) = output {
                return self.normal(&output);
            }
            match self.solver.deref(&at, self.language.get("std::ops::Deref")) {
                Some(next) => at = next,
                None => return Ty::Unknown,
            }
        }
        Ty::Unknown
    }

    pub(super) fn method_call(&mut self, expression: ExprIx) -> Ty {
        self.sites += 1;
        let code = Rc::clone(&self.code);
        let Some(Expr::MethodCall {
            receiver,
            arguments,
            ..
        }) = code.expressions.get(expression as usize)
        else {
            return Ty::Unknown;
        };
        let receiver = self.expr(*receiver);
        let is_open = self.stays_open(&receiver);
        if !is_open {
            match self.method_with(&receiver, expression, None) {
                Some(ty) => return ty,
                None if !self.is_unsure(&receiver) => {
                    self.unknown += 1;
                    self.arguments(arguments, &[]);
                    return Ty::Unknown;
                }
                None => {}
            }
        }
        let types = self.arguments(arguments, &[]);
        let result = self.solver.fresh();
        self.wait(Pending::Method {
            receiver,
            call: expression,
            arguments: types,
            result: result.clone(),
        });
        result
    }

    /// Whether more may become known of a type.
    pub(super) fn is_unsure(&self, ty: &Ty) -> bool {
        self.solver.deep(ty).any(&mut |it| matches!(it, Ty::Var(_)))
    }

    pub(super) fn method(&mut self, receiver: &Ty, call: ExprIx, arguments: &[Ty]) -> Option<Ty> {
        self.method_with(receiver, call, Some(arguments))
    }

    /// Looks a method up and gives its result; `None` where there is none that is certain.
    pub(super) fn method_with(
        &mut self,
        receiver: &Ty,
        call: ExprIx,
        known_arguments: Option<&[Ty]>,
    ) -> Option<Ty> {
        let code = Rc::clone(&self.code);
        let Some(Expr::MethodCall {
            name: wanted,
            generics,
            arguments,
            site,
            ..
        }) = code.expressions.get(call as usize)
        else {
            return None;
        };
        let receiver = &self.behind_projections(receiver);
        let lookup = Lookup {
            solver: &self.solver,
            language: self.language,
            home: self.home,
            scope: site.scope,
            of_trait: self.of_trait.as_ref().map(|it| it.of_trait),
        };
        let Some(candidate) = lookup.method(receiver, *wanted) else {
            return self.projected_struct(receiver, *wanted);
        };
        let Candidate {
            callable,
            emitted,
            with,
            own_self,
        } = candidate;
        let signature = self.solver.program.signature(callable)?;
        if let Some(recorder) = &self.solver.recorder {
            recorder.method((self.home.instance, call), callable);
        }
        if let Some(emitted) = emitted {
            self.emit(*site, ReferenceKind::Method, emitted);
        }
        let own: Vec<Ty> = generics.types.iter().map(|ty| self.written(*ty)).collect();
        let (declared, parameters, result) = self.instantiate(signature, with, &own);
        if let Some(declared) = declared {
            let declared = self.normal(&declared);
            self.solver.unify(&declared, &own_self);
        }
        match known_arguments {
            Some(types) => {
                for (argument, parameter) in types.iter().zip(&parameters) {
                    self.coerce(argument, parameter);
                }
            }
            None => {
                self.arguments(arguments, &parameters);
            }
        }
        Some(self.solver.shallow(&result))
    }
}

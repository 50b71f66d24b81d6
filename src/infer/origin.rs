//! What is noted while a body is walked whose types are to be explained.
//!
//! In: an inference that has a [`Recorder`]. Out: the type of each expression, the functions that calls mean,
//! and where each variable was found out.
//! *Invariant:* changes nothing of what is inferred, and does nothing where there is no recorder.

use std::cell::RefCell;

use super::body::{Inference, Pending};
use super::program::Callable;
use super::types::Ty;
use crate::base::Map;
use crate::facts::code::ExprIx;

/// An expression: its instance, and its index there.
pub(super) type Key = (u32, ExprIx);

/// Notes.
#[derive(Debug, Default)]
pub(super) struct Recorder {
    /// What is being walked, the innermost last; `None` for what was put off until more was known.
    open: RefCell<Vec<Option<Key>>>,
    types: RefCell<Map<Key, Ty>>,
    calls: RefCell<Map<Key, Callable>>,
    bound: RefCell<Map<u32, Key>>,
}

impl Recorder {
    fn enter(&self, key: Option<Key>) {
        self.open.borrow_mut().push(key);
    }

    fn leave(&self) {
        self.open.borrow_mut().pop();
    }

    fn innermost(&self) -> Option<Key> {
        self.open.borrow().last().copied().flatten()
    }

    /// A variable is found out.
    pub(super) fn bound(&self, variable: u32) {
        if let Some(key) = self.innermost() {
            self.bound.borrow_mut().entry(variable).or_insert(key);
        }
    }

    /// The path that is walked names a function.
    pub(super) fn function(&self, callable: Callable) {
        if let Some(key) = self.innermost() {
            self.calls.borrow_mut().insert(key, callable);
        }
    }

    /// A method call means a function.
    pub(super) fn method(&self, key: Key, callable: Callable) {
        self.calls.borrow_mut().insert(key, callable);
    }

    /// The type that an expression had when it was walked.
    pub(super) fn type_of(&self, key: Key) -> Option<Ty> {
        self.types.borrow().get(&key).cloned()
    }

    /// The function that a call, or the path of a call, means.
    pub(super) fn callable_of(&self, key: Key) -> Option<Callable> {
        self.calls.borrow().get(&key).copied()
    }

    /// The expression at which a variable was found out.
    pub(super) fn bound_at(&self, variable: u32) -> Option<Key> {
        self.bound.borrow().get(&variable).copied()
    }
}

impl Inference<'_, '_> {
    /// The type of an expression.
    pub(super) fn expr(&mut self, expression: ExprIx) -> Ty {
        let key = (self.home.instance, expression);
        if let Some(recorder) = &self.solver.recorder {
            recorder.enter(Some(key));
        }
        let ty = self.expr_unrecorded(expression);
        if let Some(recorder) = &self.solver.recorder {
            recorder.leave();
            recorder.types.borrow_mut().insert(key, ty.clone());
        }
        ty
    }

    /// Something that was put off is tried again.
    pub(super) fn note_retry(&self, pending: &Pending) {
        if let Some(recorder) = &self.solver.recorder {
            let key = match pending {
                Pending::Method { call, .. } => Some((self.home.instance, *call)),
                Pending::Field { access, .. } => Some((self.home.instance, *access)),
                _ => None,
            };
            recorder.enter(key);
        }
    }

    /// It was tried.
    pub(super) fn note_retried(&self) {
        if let Some(recorder) = &self.solver.recorder {
            recorder.leave();
        }
    }
}

//! What is noted while a body is walked whose types are to be explained.
//!
//! In: notes of a walk. Out: the type of each expression, the functions that calls mean, and where each variable was
//! found out.
//! *Invariant:* knows nothing of how types are inferred.

use std::cell::RefCell;

use super::definitions::Callable;
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
    /// Something begins to be walked.
    pub(super) fn enter(&self, key: Option<Key>) {
        self.open.borrow_mut().push(key);
    }

    /// It ends.
    pub(super) fn leave(&self) {
        self.open.borrow_mut().pop();
    }

    /// The type that an expression has as far as known when it has been walked.
    pub(super) fn typed(&self, key: Key, ty: &Ty) {
        self.types.borrow_mut().insert(key, ty.clone());
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

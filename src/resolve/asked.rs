//! What the resolution of a path asks of the imports around it.
//!
//! In: a path that is being resolved. Out: the scopes that were asked, and for which names.
//! *Invariant:* whoever reads what an import brings in notes that it asked.

use std::cell::RefCell;

use super::scopes::ScopeId;
use crate::base::Name;

/// Which scope was asked, for which name.
pub(super) type Asked = (ScopeId, Name);

thread_local! {
    /// What is asked on this thread, while somebody wants to know.
    static ASKED: RefCell<Option<Vec<Asked>>> = const { RefCell::new(None) };
}

/// Notes that what comes depends on the imports of a scope that bring in a name.
pub(super) fn note(scope: ScopeId, name: Name) {
    ASKED.with_borrow_mut(|asked| {
        if let Some(asked) = asked {
            asked.push((scope, name));
        }
    });
}

/// Runs `body`; gives what it asked as well.
pub(super) fn noted<T>(body: impl FnOnce() -> T) -> (T, Box<[Asked]>) {
    ASKED.set(Some(Vec::new()));
    let result = body();
    let asked = ASKED.take().unwrap_or_default();
    (result, asked.into())
}

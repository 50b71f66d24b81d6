//! What the resolution of a path asks of the imports around it.
//!
//! In: a path that is being resolved. Out: the scopes that were asked, and for which names.
//! *Invariant:* whoever reads what an import brings in notes that it asked.

use std::cell::RefCell;

use super::scopes::ScopeId;
use crate::base::Name;

/// Which scope was asked, for which name.
pub(super) type Asked = (ScopeId, Name);

/// Stands for whatever may make names that are not written.
const MISSED: ScopeId = ScopeId::MAX;

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

/// Notes that a name was not found, and that what follows depends on who else may make it.
pub(super) fn note_miss() {
    note(MISSED, Name::default());
}

/// Whether a name was not found among what was asked.
pub(super) fn has_missed(asked: &[Asked]) -> bool {
    asked.iter().any(|(scope, _)| *scope == MISSED)
}

/// Runs `body`; gives what it asked as well.
pub(super) fn noted<T>(body: impl FnOnce() -> T) -> (T, Box<[Asked]>) {
    ASKED.set(Some(Vec::new()));
    let result = body();
    let asked = ASKED.take().unwrap_or_default();
    (result, asked.into())
}

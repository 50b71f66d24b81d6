//! Notes while a body is walked, where a recorder asks for them.
//!
//! In: an inference. Out: what its recorder keeps.
//! *Invariant:* changes nothing of what is inferred, and does nothing where there is no recorder.

use super::body::{Inference, Pending};
use super::types::Ty;
use crate::facts::code::ExprIx;

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
            recorder.typed(key, &ty);
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

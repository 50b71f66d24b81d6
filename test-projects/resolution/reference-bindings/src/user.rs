use std::sync::Arc;

use crate::a::Latch;

// `ref` binds a reference: `Arc::clone` takes one.
pub fn set(latch: Latch) {
    match latch {
        Latch::Stealing { ref registry } => {
            let kept = Arc::clone(registry);
            kept.notify();
        }
        Latch::Spinning(ref it) => Arc::clone(it).notify(),
    }
}

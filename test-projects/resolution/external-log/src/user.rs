use crate::a::{LIMIT, Order, TARGET, cause, kind};

pub fn run(order: &Order) {
    tracing::info!(target: TARGET, id = %order.id, kind = ?kind(), "more than {LIMIT} {}", order.total());
    tracing::warn!(?order.id, cause = %cause(), "text");
    let span = tracing::info_span!("span", id = order.id, total = tracing::field::Empty);
    span.in_scope(|| log::error!(target: "text", "failed: {}", order.total()));
}

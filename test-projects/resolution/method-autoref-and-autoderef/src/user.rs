use std::sync::Arc;

pub fn run(mut order: crate::a::Order, shared: &&Arc<crate::a::Order>, boxed: Box<crate::a::Order>) {
    order.by_reference();
    order.by_exclusive();
    shared.by_reference();
    shared.by_value();
    boxed.in_a_box();
}

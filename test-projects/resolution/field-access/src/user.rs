pub fn run(order: &crate::a::Order) -> usize {
    let length = order.customer.name.0.len();
    length + usize::from((order.call)())
}

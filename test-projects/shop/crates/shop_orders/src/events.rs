//! What happens to orders.

use shop_kernel::id::{CustomerId, OrderId};
use shop_kernel::money::Money;
use shop_kernel::topic::Topic;

#[derive(Clone, Debug)]
pub struct OrderPlaced {
    pub order: OrderId,
    pub customer: CustomerId,
    pub total: Money,
}

#[derive(Clone, Debug)]
pub struct OrderCancelled {
    pub order: OrderId,
    pub customer: CustomerId,
}

#[derive(Default)]
pub struct OrderTopics {
    pub placed: Topic<OrderPlaced>,
    pub cancelled: Topic<OrderCancelled>,
}

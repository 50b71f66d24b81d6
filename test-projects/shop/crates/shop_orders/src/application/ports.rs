//! What the use cases need from outside.

use shop_kernel::clock::Timestamp;
use shop_kernel::error::Result;
use shop_kernel::id::{CustomerId, OrderId, ProductId};
use shop_kernel::money::Money;

use crate::model::order::Order;

pub trait OrderRepository: Send + Sync {
    fn find(&self, id: OrderId) -> Result<Option<Order>>;
    fn placed_before(&self, limit: Timestamp) -> Result<Vec<Order>>;
    fn save(&self, order: &Order) -> Result<()>;
}

pub trait Shelf: Send + Sync {
    fn price(&self, product: ProductId) -> Result<Money>;
    fn reserve(&self, product: ProductId, quantity: u32) -> Result<()>;
    fn release(&self, product: ProductId, quantity: u32) -> Result<()>;
}

pub trait Customers: Send + Sync {
    fn may_order(&self, customer: CustomerId) -> Result<bool>;
}

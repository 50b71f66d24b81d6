//! One line of an order.

use shop_kernel::error::{Failure, Result};
use shop_kernel::id::ProductId;
use shop_kernel::money::Money;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub product: ProductId,
    pub quantity: u32,
    pub price: Money,
}

impl Line {
    pub fn new(product: ProductId, quantity: u32, price: Money) -> Result<Self> {
        if quantity == 0 {
            return Err(Failure::invalid("a line has at least one piece"));
        }
        Ok(Self {
            product,
            quantity,
            price,
        })
    }

    #[must_use]
    pub fn subtotal(&self) -> Money {
        self.price.times(self.quantity)
    }
}

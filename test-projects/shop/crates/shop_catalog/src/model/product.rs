//! A product, its price and its stock.

use shop_kernel::error::{Failure, Result};
use shop_kernel::id::ProductId;
use shop_kernel::money::Money;

use crate::model::sku::Sku;

#[derive(Clone, Debug)]
pub struct Product {
    pub id: ProductId,
    pub sku: Sku,
    pub name: String,
    pub price: Money,
    pub stock: u32,
    pub reserved: u32,
}

impl Product {
    pub fn available(&self) -> u32 {
        self.stock.saturating_sub(self.reserved)
    }

    pub fn reserve(&mut self, quantity: u32) -> Result<()> {
        if quantity > self.available() {
            let sku = self.sku.as_str();
            return Err(Failure::conflict(format!(
                "only {} of {sku} left",
                self.available()
            )));
        }
        self.reserved += quantity;
        Ok(())
    }

    pub fn release(&mut self, quantity: u32) {
        self.reserved = self.reserved.saturating_sub(quantity);
    }

    pub fn reprice(&mut self, price: Money) -> Result<()> {
        if price.cents() <= 0 || price.currency() != self.price.currency() {
            return Err(Failure::invalid(
                "a price is positive and keeps its currency",
            ));
        }
        self.price = price;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use shop_kernel::money::Currency;

    use super::*;

    #[test]
    fn no_more_is_reserved_than_there_is() {
        let mut product = Product {
            id: ProductId::new(1),
            sku: Sku::parse("TEA-001").unwrap(),
            name: "Green tea".to_owned(),
            price: Money::new(450, Currency::Eur),
            stock: 3,
            reserved: 0,
        };
        product.reserve(2).unwrap();
        assert!(product.reserve(2).is_err());
        product.release(2);
        assert_eq!(product.available(), 3);
    }
}

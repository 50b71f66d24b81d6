//! Stock and prices.

use std::sync::Arc;

use shop_kernel::error::{Failure, Result};
use shop_kernel::id::ProductId;
use shop_kernel::money::Money;
use shop_kernel::topic::Topic;

use crate::application::ports::ProductRepository;
use crate::events::PriceChanged;
use crate::model::product::Product;
use crate::model::sku::Sku;

pub struct Products {
    repository: Arc<dyn ProductRepository>,
    price_changed: Arc<Topic<PriceChanged>>,
}

impl Products {
    pub fn new(
        repository: Arc<dyn ProductRepository>,
        price_changed: Arc<Topic<PriceChanged>>,
    ) -> Self {
        Self {
            repository,
            price_changed,
        }
    }

    pub fn get(&self, id: ProductId) -> Result<Product> {
        let found = self.repository.find(id)?;
        found.ok_or(Failure::NotFound {
            what: "product",
            id: id.raw(),
        })
    }

    pub fn reserve(&self, id: ProductId, quantity: u32) -> Result<()> {
        let mut product = self.get(id)?;
        product.reserve(quantity)?;
        self.repository.save(&product)
    }

    pub fn release(&self, id: ProductId, quantity: u32) -> Result<()> {
        let mut product = self.get(id)?;
        product.release(quantity);
        self.repository.save(&product)
    }

    /// Whether the price is another one than before.
    pub fn reprice(&self, sku: &Sku, price: Money) -> Result<bool> {
        let Some(mut product) = self.repository.find_by_sku(sku)? else {
            return Ok(false);
        };
        let before = product.price;
        if before == price {
            return Ok(false);
        }
        product.reprice(price)?;
        self.repository.save(&product)?;
        self.price_changed.publish(&PriceChanged {
            product: product.id,
            before,
            after: price,
        });
        Ok(true)
    }
}

//! Prices and stock, from the catalog.

use shop_catalog::api::Catalog;
use shop_kernel::error::Result;
use shop_kernel::id::ProductId;
use shop_kernel::money::Money;

use crate::application::ports::Shelf;

pub struct CatalogShelf {
    catalog: Catalog,
}

impl CatalogShelf {
    pub fn new(catalog: Catalog) -> Self {
        Self { catalog }
    }
}

impl Shelf for CatalogShelf {
    fn price(&self, product: ProductId) -> Result<Money> {
        self.catalog.product(product).map(|product| product.price)
    }

    fn reserve(&self, product: ProductId, quantity: u32) -> Result<()> {
        self.catalog.reserve(product, quantity)
    }

    fn release(&self, product: ProductId, quantity: u32) -> Result<()> {
        self.catalog.release(product, quantity)
    }
}

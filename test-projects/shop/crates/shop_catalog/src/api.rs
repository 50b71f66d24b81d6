//! What other domains may ask of the catalog.

use std::path::Path;
use std::sync::Arc;

use shop_kernel::database::Database;
use shop_kernel::error::Result;
use shop_kernel::id::ProductId;
use shop_kernel::money::Money;
use shop_kernel::page::Page;
use shop_kernel::topic::Topic;

use crate::adapters::db::SqlProducts;
use crate::adapters::price_list;
use crate::application::products::Products;
use crate::application::search::Search;
use crate::events::PriceChanged;
use crate::model::product::Product;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductView {
    pub id: ProductId,
    pub name: String,
    pub price: Money,
    pub available: u32,
}

impl From<Product> for ProductView {
    fn from(product: Product) -> Self {
        let available = product.available();
        Self {
            id: product.id,
            name: product.name,
            price: product.price,
            available,
        }
    }
}

#[derive(Clone)]
pub struct Catalog {
    products: Arc<Products>,
    search: Arc<Search>,
}

impl Catalog {
    pub fn connect(database: &Database, price_changed: Arc<Topic<PriceChanged>>) -> Self {
        let repository = Arc::new(SqlProducts::new(database.clone()));
        Self {
            products: Arc::new(Products::new(repository.clone(), price_changed)),
            search: Arc::new(Search::new(database.clone(), repository)),
        }
    }

    pub fn product(&self, id: ProductId) -> Result<ProductView> {
        self.products.get(id).map(ProductView::from)
    }

    pub fn search(&self, words: &str, page: Page) -> Result<Vec<ProductView>> {
        let found = self.search.run(words, page)?;
        Ok(found.into_iter().map(ProductView::from).collect())
    }

    /// Keeps `quantity` pieces for an order.
    pub fn reserve(&self, id: ProductId, quantity: u32) -> Result<()> {
        self.products.reserve(id, quantity)
    }

    /// Gives back what an order no longer needs.
    pub fn release(&self, id: ProductId, quantity: u32) -> Result<()> {
        self.products.release(id, quantity)
    }

    /// Takes over the prices of the supplier's file; the number of changed products.
    pub fn import_prices(&self, file: &Path) -> Result<usize> {
        let mut changed = 0;
        for (sku, price) in price_list::read(file)? {
            changed += usize::from(self.products.reprice(&sku, price)?);
        }
        Ok(changed)
    }
}

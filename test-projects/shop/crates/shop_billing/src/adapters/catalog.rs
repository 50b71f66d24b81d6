//! How products are called on an invoice.

use shop_catalog::api::Catalog;
use shop_kernel::error::Result;
use shop_kernel::id::ProductId;

use crate::application::ports::ProductNames;

pub struct CatalogNames {
    catalog: Catalog,
}

impl CatalogNames {
    pub fn new(catalog: Catalog) -> Self {
        Self { catalog }
    }
}

impl ProductNames for CatalogNames {
    fn name(&self, product: ProductId) -> Result<String> {
        self.catalog.product(product).map(|product| product.name)
    }
}

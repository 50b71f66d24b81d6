//! What the use cases need from outside.

use shop_kernel::error::Result;
use shop_kernel::id::ProductId;

use crate::model::product::Product;
use crate::model::sku::Sku;

pub trait ProductRepository: Send + Sync {
    fn find(&self, id: ProductId) -> Result<Option<Product>>;
    fn find_by_sku(&self, sku: &Sku) -> Result<Option<Product>>;
    fn save(&self, product: &Product) -> Result<()>;
}

//! What happens in the catalog.

use shop_kernel::id::ProductId;
use shop_kernel::money::Money;

#[derive(Clone, Debug)]
pub struct PriceChanged {
    pub product: ProductId,
    pub before: Money,
    pub after: Money,
}

//! What happens to customers, for whoever wants to know.

use shop_kernel::id::CustomerId;

#[derive(Clone, Debug)]
pub struct CustomerRegistered {
    pub customer: CustomerId,
    pub email: String,
}

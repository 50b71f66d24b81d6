//! Whether a customer may order, from identity.

use shop_identity::api::Identity;
use shop_kernel::error::Result;
use shop_kernel::id::CustomerId;

use crate::application::ports::Customers;

pub struct IdentityCustomers {
    identity: Identity,
}

impl IdentityCustomers {
    pub fn new(identity: Identity) -> Self {
        Self { identity }
    }
}

impl Customers for IdentityCustomers {
    fn may_order(&self, customer: CustomerId) -> Result<bool> {
        self.identity
            .customer(customer)
            .map(|customer| customer.verified)
    }
}

//! Addresses, from identity.

use shop_identity::api::Identity;
use shop_kernel::error::Result;
use shop_kernel::id::CustomerId;

use crate::application::ports::AddressBook;

pub struct IdentityAddresses {
    identity: Identity,
}

impl IdentityAddresses {
    pub fn new(identity: Identity) -> Self {
        Self { identity }
    }
}

impl AddressBook for IdentityAddresses {
    fn address(&self, customer: CustomerId) -> Result<String> {
        self.identity
            .customer(customer)
            .map(|customer| customer.email)
    }
}

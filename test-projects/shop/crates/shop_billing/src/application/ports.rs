//! What billing needs from outside.

use shop_kernel::clock::Timestamp;
use shop_kernel::error::Result;
use shop_kernel::id::{InvoiceId, ProductId};

use crate::model::invoice::Invoice;
use crate::model::payment::Account;

pub trait InvoiceRepository: Send + Sync {
    fn save(&self, invoice: &Invoice) -> Result<()>;
    fn account(&self, id: InvoiceId) -> Result<Option<Account>>;
    fn open_accounts(&self, now: Timestamp) -> Result<Vec<Account>>;
    fn save_account(&self, account: &Account) -> Result<()>;
}

pub trait ProductNames: Send + Sync {
    fn name(&self, product: ProductId) -> Result<String>;
}

//! Booking what comes in.

use std::sync::Arc;

use shop_kernel::clock::Timestamp;
use shop_kernel::error::{Failure, Result};
use shop_kernel::id::InvoiceId;
use shop_kernel::money::Money;
use shop_orders::api::{OrderStatus, Orders};

use crate::application::ports::InvoiceRepository;
use crate::model::payment::Account;

pub struct Payments {
    invoices: Arc<dyn InvoiceRepository>,
    orders: Orders,
}

impl Payments {
    pub fn new(invoices: Arc<dyn InvoiceRepository>, orders: Orders) -> Self {
        Self { invoices, orders }
    }

    pub fn book(&self, invoice: InvoiceId, amount: Money) -> Result<bool> {
        let missing = Failure::NotFound {
            what: "invoice",
            id: invoice.raw(),
        };
        let mut account = self.invoices.account(invoice)?.ok_or(missing)?;
        account.book(amount)?;
        self.invoices.save_account(&account)?;
        let settled = account.is_settled();
        if settled && self.orders.order(account.order)?.status == OrderStatus::Placed {
            self.orders.mark_paid(account.order)?;
        }
        Ok(settled)
    }

    pub fn outstanding(&self) -> Result<Vec<Money>> {
        let open = self.invoices.open_accounts(Timestamp(u64::MAX))?;
        Ok(open.iter().map(Account::outstanding).collect())
    }
}

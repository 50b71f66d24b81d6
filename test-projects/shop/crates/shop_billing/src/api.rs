//! What other domains may ask of billing.

use std::sync::Arc;

use shop_catalog::api::Catalog;
use shop_kernel::clock::{Clock, Timestamp};
use shop_kernel::database::Database;
use shop_kernel::error::Result;
use shop_kernel::id::{InvoiceId, OrderId};
use shop_kernel::money::Money;
use shop_orders::api::Orders;

use crate::adapters::catalog::CatalogNames;
use crate::adapters::db::SqlInvoices;
use crate::application::invoicing::Invoicing;
use crate::application::payments::Payments;

#[derive(Clone, Debug)]
pub struct InvoiceView {
    pub id: InvoiceId,
    pub text: String,
    pub due: Timestamp,
}

#[derive(Clone)]
pub struct Billing {
    invoicing: Arc<Invoicing>,
    payments: Arc<Payments>,
}

impl Billing {
    pub fn connect(
        database: &Database,
        catalog: Catalog,
        orders: Orders,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let invoices = Arc::new(SqlInvoices::new(database.clone()));
        let names = Arc::new(CatalogNames::new(catalog));
        Self {
            invoicing: Arc::new(Invoicing::new(
                invoices.clone(),
                names,
                orders.clone(),
                clock,
            )),
            payments: Arc::new(Payments::new(invoices, orders)),
        }
    }

    pub fn invoice(&self, order: OrderId) -> Result<InvoiceView> {
        let invoice = self.invoicing.invoice(order)?;
        Ok(InvoiceView {
            id: invoice.id,
            text: invoice.text(),
            due: invoice.due,
        })
    }

    /// Books what came in; whether the invoice is settled now.
    pub fn book(&self, invoice: InvoiceId, amount: Money) -> Result<bool> {
        self.payments.book(invoice, amount)
    }

    /// What customers still owe.
    pub fn outstanding(&self) -> Result<Vec<Money>> {
        self.payments.outstanding()
    }
}

//! Invoices in the database.

use shop_kernel::clock::Timestamp;
use shop_kernel::database::Database;
use shop_kernel::error::{Failure, Result};
use shop_kernel::id::{InvoiceId, OrderId};
use shop_kernel::money::{Currency, Money};

use crate::application::ports::InvoiceRepository;
use crate::model::invoice::Invoice;
use crate::model::payment::Account;

pub struct SqlInvoices {
    database: Database,
}

impl SqlInvoices {
    pub fn new(database: Database) -> Self {
        Self { database }
    }
}

impl InvoiceRepository for SqlInvoices {
    fn save(&self, invoice: &Invoice) -> Result<()> {
        sqlx::query("INSERT INTO invoices (id, order_id, total, due_at) VALUES ($1, $2, $3, $4)")
            .bind(invoice.id.as_column())
            .bind(invoice.order.as_column())
            .bind(invoice.total.cents())
            .bind(i64::try_from(invoice.due.0).unwrap_or(i64::MAX))
            .execute(self.database.pool())
            .map_err(Failure::storage)?;
        Ok(())
    }

    fn account(&self, id: InvoiceId) -> Result<Option<Account>> {
        let row = sqlx::query("SELECT * FROM invoice_accounts WHERE invoice_id = $1")
            .bind(id.as_column())
            .fetch_optional(self.database.pool())
            .map_err(Failure::storage)?;
        row.map(|row| to_account(&row)).transpose()
    }

    fn open_accounts(&self, now: Timestamp) -> Result<Vec<Account>> {
        let rows = sqlx::query("SELECT * FROM invoice_accounts WHERE paid < total AND due_at < $1")
            .bind(i64::try_from(now.0).unwrap_or(i64::MAX))
            .fetch_all(self.database.pool())
            .map_err(Failure::storage)?;
        rows.iter().map(to_account).collect()
    }

    fn save_account(&self, account: &Account) -> Result<()> {
        sqlx::query("UPDATE invoice_accounts SET paid = $2 WHERE invoice_id = $1")
            .bind(account.invoice.as_column())
            .bind(account.paid.cents())
            .execute(self.database.pool())
            .map_err(Failure::storage)?;
        Ok(())
    }
}

fn to_account(row: &sqlx::Row) -> Result<Account> {
    let number = |column| row.number(column).map_err(Failure::storage);
    let currency = Currency::from_code(&row.text("currency").map_err(Failure::storage)?)?;
    Ok(Account {
        invoice: InvoiceId::new(number("invoice_id")?.unsigned_abs()),
        order: OrderId::new(number("order_id")?.unsigned_abs()),
        total: Money::new(number("total")?, currency),
        paid: Money::new(number("paid")?, currency),
    })
}

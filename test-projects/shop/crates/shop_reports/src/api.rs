//! The reports there are.

use std::sync::Arc;

use shop_billing::api::Billing;
use shop_kernel::database::Database;
use shop_kernel::error::Result;
use shop_kernel::id::OrderId;
use shop_kernel::money::{Currency, Money};
use shop_orders::api::{OrderStatus, Orders};

use crate::adapters::db::SqlSales;
use crate::adapters::legacy_export;
use crate::application::top_sellers::TopSellers;
use crate::model::ranking::Ranked;

#[derive(Clone)]
pub struct Reports {
    billing: Billing,
    database: Database,
    orders: Orders,
    top_sellers: Arc<TopSellers>,
}

impl Reports {
    #[must_use]
    pub fn connect(database: &Database, billing: Billing, orders: Orders) -> Self {
        let sales = Arc::new(SqlSales::new(database.clone()));
        let top_sellers = Arc::new(TopSellers::new(sales));
        Self {
            billing,
            database: database.clone(),
            orders,
            top_sellers,
        }
    }

    /// The products that sell best, one a line.
    pub fn top_sellers(&self, count: usize) -> Result<String> {
        let ranking = self.top_sellers.run(count)?;
        Ok(ranking.iter().map(Ranked::line).collect())
    }

    /// The month's sales as the tax adviser's program wants them.
    pub fn legacy_export(&self, month: &str) -> Result<String> {
        legacy_export::run(&self.database, month)
    }

    /// What is still to come in, in euros.
    pub fn outstanding(&self) -> Result<Money> {
        let open = self.billing.outstanding()?;
        let mut euros = open
            .into_iter()
            .filter(|money| money.currency() == Currency::Eur);
        euros.try_fold(Money::zero(Currency::Eur), Money::plus)
    }

    pub fn is_open(&self, order: OrderId) -> Result<bool> {
        let status = self.orders.order(order)?.status;
        Ok(matches!(status, OrderStatus::Placed | OrderStatus::Paid))
    }
}

//! What other domains may ask of orders.

use std::sync::Arc;

use shop_catalog::api::Catalog;
use shop_identity::api::Identity;
use shop_kernel::clock::Clock;
use shop_kernel::database::Database;
use shop_kernel::error::Result;
use shop_kernel::id::{CustomerId, OrderId, ProductId};
use shop_kernel::money::Money;

use crate::adapters::catalog::CatalogShelf;
use crate::adapters::db::SqlOrders;
use crate::adapters::expiry_job;
use crate::adapters::identity::IdentityCustomers;
use crate::application::orders::Orders as UseCases;
use crate::events::OrderTopics;
use crate::model::line::Line;
use crate::model::order::Order;

pub use crate::adapters::expiry_job::Running;
pub use crate::model::status::OrderStatus;

#[derive(Clone, Debug)]
pub struct OrderView {
    pub id: OrderId,
    pub label: String,
    pub customer: CustomerId,
    pub status: OrderStatus,
    pub total: Money,
}

impl OrderView {
    /// Where the order stands, as a word.
    #[must_use]
    pub fn standing(&self) -> &'static str {
        self.status.code()
    }

    fn of(order: &Order) -> Result<Self> {
        Ok(Self {
            id: order.id,
            label: order_label(order.id),
            customer: order.customer,
            status: order.status,
            total: order.total()?,
        })
    }
}

/// How people read an order's number: `2-0001-4711`.
#[must_use]
pub fn order_label(id: OrderId) -> String {
    let raw = id.raw();
    format!("2-{:04}-{:04}", raw / 10_000, raw % 10_000)
}

#[derive(Clone)]
pub struct Orders {
    use_cases: Arc<UseCases>,
}

impl Orders {
    pub fn connect(
        database: &Database,
        catalog: Catalog,
        identity: Identity,
        clock: Arc<dyn Clock>,
        topics: Arc<OrderTopics>,
    ) -> Self {
        let use_cases = UseCases::new(
            Arc::new(SqlOrders::new(database.clone())),
            Arc::new(CatalogShelf::new(catalog)),
            Arc::new(IdentityCustomers::new(identity)),
            clock,
            topics,
        );
        Self {
            use_cases: Arc::new(use_cases),
        }
    }

    pub fn place(&self, customer: CustomerId, wanted: &[(ProductId, u32)]) -> Result<OrderView> {
        OrderView::of(&self.use_cases.place(customer, wanted)?)
    }

    pub fn cancel(&self, id: OrderId, customer: CustomerId) -> Result<OrderView> {
        OrderView::of(&self.use_cases.cancel(id, customer)?)
    }

    pub fn mark_paid(&self, id: OrderId) -> Result<OrderView> {
        OrderView::of(&self.use_cases.mark_paid(id)?)
    }

    pub fn order(&self, id: OrderId) -> Result<OrderView> {
        OrderView::of(&self.use_cases.get(id)?)
    }

    pub fn lines(&self, id: OrderId) -> Result<Vec<Line>> {
        self.use_cases.get(id).map(|order| order.lines)
    }

    /// For the other crate of this domain.
    #[must_use]
    pub fn use_cases(&self) -> Arc<UseCases> {
        Arc::clone(&self.use_cases)
    }

    /// Cancels unpaid orders in the background until the handle is dropped.
    #[must_use]
    pub fn start_expiry(&self) -> Running {
        expiry_job::start(Arc::clone(&self.use_cases))
    }
}

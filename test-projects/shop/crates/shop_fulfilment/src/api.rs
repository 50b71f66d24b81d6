//! What other domains may ask of fulfilment.

use std::sync::Arc;

use shop_kernel::clock::{Clock, Timestamp};
use shop_kernel::database::Database;
use shop_kernel::error::Result;
use shop_kernel::id::OrderId;
use shop_notifications::api::Notifications;
use shop_orders::api::Orders;

use crate::adapters::db::SqlShipments;
use crate::adapters::mail::MailedNotice;
use crate::application::shipping::Shipping;

#[derive(Clone)]
pub struct Fulfilment {
    shipping: Arc<Shipping>,
}

impl Fulfilment {
    pub fn connect(
        database: &Database,
        orders: &Orders,
        notifications: Notifications,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let shipments = Arc::new(SqlShipments::new(database.clone()));
        let notice = Arc::new(MailedNotice::new(notifications));
        Self {
            shipping: Arc::new(Shipping::new(orders.use_cases(), shipments, notice, clock)),
        }
    }

    /// Hands an order to the carrier; when it will arrive.
    pub fn ship(&self, order: OrderId, carrier: &str) -> Result<Timestamp> {
        self.shipping
            .ship(order, carrier)
            .map(|shipment| shipment.due())
    }
}

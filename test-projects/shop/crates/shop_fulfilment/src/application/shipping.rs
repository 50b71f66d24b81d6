//! Handing orders to carriers.

use std::sync::Arc;

use shop_kernel::clock::Clock;
use shop_kernel::error::Result;
use shop_kernel::id::{OrderId, ShipmentId};
use shop_orders::application::orders::Orders;

use crate::application::ports::{ShipmentRepository, ShippingNotice};
use crate::model::shipment::{Carrier, Shipment};

pub struct Shipping {
    orders: Arc<Orders>,
    shipments: Arc<dyn ShipmentRepository>,
    notice: Arc<dyn ShippingNotice>,
    clock: Arc<dyn Clock>,
}

impl Shipping {
    pub fn new(
        orders: Arc<Orders>,
        shipments: Arc<dyn ShipmentRepository>,
        notice: Arc<dyn ShippingNotice>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            orders,
            shipments,
            notice,
            clock,
        }
    }

    pub fn ship(&self, order: OrderId, carrier: &str) -> Result<Shipment> {
        let carrier = Carrier::from_name(carrier)?;
        let order = self.orders.mark_shipped(order)?;
        let handed_over = self.clock.now();
        let id = ShipmentId::new(handed_over.0);
        let shipment = Shipment {
            id,
            order: order.id,
            carrier,
            handed_over,
        };
        self.shipments.save(&shipment)?;
        self.notice.shipped(&order, &shipment)?;
        Ok(shipment)
    }
}

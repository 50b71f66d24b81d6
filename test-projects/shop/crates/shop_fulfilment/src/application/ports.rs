//! What shipping needs from outside.

use shop_kernel::error::Result;
use shop_orders::model::order::Order;

use crate::model::shipment::Shipment;

pub trait ShipmentRepository: Send + Sync {
    fn save(&self, shipment: &Shipment) -> Result<()>;
}

pub trait ShippingNotice: Send + Sync {
    fn shipped(&self, order: &Order, shipment: &Shipment) -> Result<()>;
}

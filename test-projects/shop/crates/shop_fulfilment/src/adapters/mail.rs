//! Tells the customer by mail.

use shop_kernel::error::Result;
use shop_notifications::api::Notifications;
use shop_orders::model::order::Order;

use crate::application::ports::ShippingNotice;
use crate::model::shipment::Shipment;

pub struct MailedNotice {
    notifications: Notifications,
}

impl MailedNotice {
    pub fn new(notifications: Notifications) -> Self {
        Self { notifications }
    }
}

impl ShippingNotice for MailedNotice {
    fn shipped(&self, order: &Order, shipment: &Shipment) -> Result<()> {
        self.notifications
            .order_shipped(order.customer, order.id, shipment.carrier.name())
    }
}

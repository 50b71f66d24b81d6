//! What other domains may ask to be told.

use std::sync::Arc;

use shop_identity::api::Identity;
use shop_identity::events::CustomerRegistered;
use shop_kernel::error::Result;
use shop_kernel::id::{CustomerId, OrderId};
use shop_kernel::topic::Topic;
use shop_orders::events::OrderTopics;

use crate::adapters::identity::IdentityAddresses;
use crate::adapters::smtp::SmtpMailer;
use crate::application::notifier::Notifier;
use crate::model::template::Template;

#[derive(Clone)]
pub struct Notifications {
    notifier: Arc<Notifier>,
}

impl Notifications {
    #[must_use]
    pub fn connect(smtp: &str, identity: Identity) -> Self {
        let mailer = Arc::new(SmtpMailer::new(smtp));
        let addresses = Arc::new(IdentityAddresses::new(identity));
        Self {
            notifier: Arc::new(Notifier::new(mailer, addresses)),
        }
    }

    /// Listens to what happens to customers and orders.
    pub fn listen(&self, registered: &Topic<CustomerRegistered>, orders: &OrderTopics) {
        let notifier = Arc::clone(&self.notifier);
        registered.subscribe(move |event| notifier.tell_or_log(event.customer, &Template::Welcome));
        let notifier = Arc::clone(&self.notifier);
        orders.placed.subscribe(move |event| {
            notifier.tell_or_log(
                event.customer,
                &Template::OrderPlaced(event.order, event.total),
            );
        });
        let notifier = Arc::clone(&self.notifier);
        orders.cancelled.subscribe(move |event| {
            notifier.tell_or_log(event.customer, &Template::OrderCancelled(event.order));
        });
    }

    pub fn order_shipped(&self, customer: CustomerId, order: OrderId, carrier: &str) -> Result<()> {
        let template = Template::OrderShipped(order, carrier.to_owned());
        self.notifier.tell(customer, &template)
    }
}

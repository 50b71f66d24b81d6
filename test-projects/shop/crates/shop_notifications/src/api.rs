//! What other domains may ask to be told.

use std::sync::Arc;

use shop_identity::api::Identity;
use shop_identity::events::CustomerRegistered;
use shop_kernel::error::Result;
use shop_kernel::id::{CustomerId, OrderId};
use shop_kernel::money::Money;
use shop_kernel::topic::Topic;

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

    /// Welcomes whoever registers.
    pub fn listen(&self, registered: &Topic<CustomerRegistered>) {
        let notifier = Arc::clone(&self.notifier);
        registered.subscribe(move |event| notifier.tell_or_log(event.customer, &Template::Welcome));
    }

    pub fn order_placed(&self, customer: CustomerId, order: OrderId, total: Money) {
        let template = Template::OrderPlaced(order, total);
        self.notifier.tell_or_log(customer, &template);
    }

    pub fn order_cancelled(&self, customer: CustomerId, order: OrderId) {
        let template = Template::OrderCancelled(order);
        self.notifier.tell_or_log(customer, &template);
    }

    pub fn order_shipped(&self, customer: CustomerId, order: OrderId, carrier: &str) -> Result<()> {
        let template = Template::OrderShipped(order, carrier.to_owned());
        self.notifier.tell(customer, &template)
    }
}

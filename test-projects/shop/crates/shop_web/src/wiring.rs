//! The composition root: the one place that knows every domain.

use std::sync::Arc;

use shop_billing::api::Billing;
use shop_catalog::api::Catalog;
use shop_fulfilment::api::Fulfilment;
use shop_identity::api::Identity;
use shop_kernel::clock::{Clock, SystemClock};
use shop_kernel::database::Database;
use shop_kernel::error::{Failure, Result};
use shop_kernel::settings;
use shop_kernel::topic::Topic;
use shop_notifications::api::Notifications;
use shop_orders::api::Orders;
use shop_orders::events::OrderTopics;
use shop_reports::api::Reports;

pub struct Shop {
    pub billing: Billing,
    pub catalog: Catalog,
    pub fulfilment: Fulfilment,
    pub identity: Identity,
    pub orders: Orders,
    pub reports: Reports,
}

pub fn open() -> Result<Shop> {
    let url = settings::text("DATABASE_URL");
    let database =
        Database::open(&url.ok_or_else(|| Failure::invalid("DATABASE_URL is not set"))?)?;
    let smtp = settings::text("SMTP_SERVER").unwrap_or_else(|| "localhost:25".to_owned());
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let (registered, order_topics) = (Arc::new(Topic::default()), Arc::new(OrderTopics::default()));

    let identity = Identity::connect(&database, clock.clone(), registered.clone());
    let catalog = Catalog::connect(&database, Arc::new(Topic::default()));
    let orders = Orders::connect(
        &database,
        catalog.clone(),
        identity.clone(),
        clock.clone(),
        order_topics.clone(),
    );
    let notifications = Notifications::connect(&smtp, identity.clone());
    notifications.listen(&registered);
    forward(&order_topics, &notifications);
    let fulfilment = Fulfilment::connect(&database, &orders, notifications, clock.clone());
    let billing = Billing::connect(&database, catalog.clone(), orders.clone(), clock);
    let reports = Reports::connect(&database, billing.clone(), orders.clone());
    Ok(Shop {
        billing,
        catalog,
        fulfilment,
        identity,
        orders,
        reports,
    })
}

/// Orders do not know that there are mails: what happens to them is passed on here.
fn forward(orders: &OrderTopics, notifications: &Notifications) {
    let mails = notifications.clone();
    orders
        .placed
        .subscribe(move |event| mails.order_placed(event.customer, event.order, event.total));
    let mails = notifications.clone();
    orders
        .cancelled
        .subscribe(move |event| mails.order_cancelled(event.customer, event.order));
}

//! The texts.

use shop_kernel::id::OrderId;
use shop_kernel::money::Money;

#[derive(Clone, Debug)]
pub enum Template {
    Welcome,
    OrderPlaced(OrderId, Money),
    OrderCancelled(OrderId),
    OrderShipped(OrderId, String),
}

impl Template {
    /// Subject and body; `label` says how an order's number reads.
    pub fn text(&self, label: impl Fn(OrderId) -> String) -> (String, String) {
        match self {
            Self::Welcome => ("Welcome".to_owned(), "Good to have you here.".to_owned()),
            Self::OrderPlaced(order, total) => {
                let subject = format!("Your order {}", label(*order));
                (
                    subject,
                    format!("Thank you. Please pay {total} within three days."),
                )
            }
            Self::OrderCancelled(order) => {
                let subject = format!("Order {} is cancelled", label(*order));
                (subject, "Nothing will be charged.".to_owned())
            }
            Self::OrderShipped(order, carrier) => {
                let subject = format!("Order {} is on its way", label(*order));
                (subject, format!("It comes by {carrier}."))
            }
        }
    }
}

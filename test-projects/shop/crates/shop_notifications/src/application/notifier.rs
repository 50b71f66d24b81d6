//! Who is told what.

use std::sync::Arc;

use shop_kernel::error::Result;
use shop_kernel::id::CustomerId;
use shop_orders::api::order_label;

use crate::application::ports::{AddressBook, Mailer};
use crate::model::message::Message;
use crate::model::template::Template;

pub struct Notifier {
    mailer: Arc<dyn Mailer>,
    addresses: Arc<dyn AddressBook>,
}

impl Notifier {
    pub fn new(mailer: Arc<dyn Mailer>, addresses: Arc<dyn AddressBook>) -> Self {
        Self { mailer, addresses }
    }

    pub fn tell(&self, customer: CustomerId, template: &Template) -> Result<()> {
        let (subject, body) = template.text(order_label);
        let to = self.addresses.address(customer)?;
        self.mailer.send(&Message::new(to, subject, body)?)
    }

    /// For events: nobody waits for the answer.
    pub fn tell_or_log(&self, customer: CustomerId, template: &Template) {
        if let Err(failure) = self.tell(customer, template) {
            eprintln!("mail to customer {customer}: {failure}");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use shop_kernel::id::OrderId;

    use super::*;

    #[derive(Default)]
    struct Outbox(Mutex<Vec<String>>);

    impl Mailer for Outbox {
        fn send(&self, message: &Message) -> Result<()> {
            self.0
                .lock()
                .unwrap()
                .push(format!("{}: {}", message.to, message.subject));
            Ok(())
        }
    }

    struct OneAddress;

    impl AddressBook for OneAddress {
        fn address(&self, _: CustomerId) -> Result<String> {
            Ok("ann@example.org".to_owned())
        }
    }

    #[test]
    fn the_mail_names_the_order_as_people_read_it() {
        let outbox = Arc::new(Outbox::default());
        let notifier = Notifier::new(outbox.clone(), Arc::new(OneAddress));
        let cancelled = Template::OrderCancelled(OrderId::new(14_711));
        notifier.tell(CustomerId::new(1), &cancelled).unwrap();
        let sent = outbox.0.lock().unwrap();
        assert_eq!(*sent, ["ann@example.org: Order 2-0001-4711 is cancelled"]);
    }
}

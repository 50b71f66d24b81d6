//! Events inside the process: one topic for each kind, subscribers called in order.

use std::sync::RwLock;

type Subscriber<E> = Box<dyn Fn(&E) + Send + Sync>;

pub struct Topic<E> {
    subscribers: RwLock<Vec<Subscriber<E>>>,
}

impl<E> Default for Topic<E> {
    fn default() -> Self {
        Self {
            subscribers: RwLock::new(Vec::new()),
        }
    }
}

impl<E> Topic<E> {
    pub fn subscribe(&self, subscriber: impl Fn(&E) + Send + Sync + 'static) {
        if let Ok(mut subscribers) = self.subscribers.write() {
            subscribers.push(Box::new(subscriber));
        }
    }

    pub fn publish(&self, event: &E) {
        if let Ok(subscribers) = self.subscribers.read() {
            subscribers.iter().for_each(|subscriber| subscriber(event));
        }
    }
}

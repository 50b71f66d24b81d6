//! The background job that gives stock back which nobody pays for.

use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::application::orders::Orders;

const PAUSE: Duration = Duration::from_secs(60);

/// The job runs as long as this is kept.
pub struct Running {
    _stop: Sender<()>,
}

pub fn start(orders: Arc<Orders>) -> Running {
    let (stop, stopped) = channel();
    thread::spawn(move || {
        while let Err(RecvTimeoutError::Timeout) = stopped.recv_timeout(PAUSE) {
            if let Err(failure) = orders.expire_unpaid() {
                eprintln!("order expiry: {failure}");
            }
        }
    });
    Running { _stop: stop }
}

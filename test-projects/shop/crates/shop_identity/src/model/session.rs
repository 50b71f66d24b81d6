//! Being signed in, for a while.

use shop_kernel::clock::Timestamp;
use shop_kernel::id::CustomerId;

#[derive(Clone, Debug)]
pub struct Session {
    pub token: String,
    pub customer: CustomerId,
    pub opened: Timestamp,
}

impl Session {
    const LIFETIME: u64 = 12 * 60 * 60;

    pub fn is_expired(&self, now: Timestamp) -> bool {
        now.seconds_since(self.opened) > Self::LIFETIME
    }
}

//! One mail.

use shop_kernel::error::{Failure, Result};

#[derive(Clone, Debug)]
pub struct Message {
    pub to: String,
    pub subject: String,
    pub body: String,
}

impl Message {
    /// A line break in a subject would smuggle in headers.
    pub fn new(to: String, subject: String, body: String) -> Result<Self> {
        if to.contains(['\r', '\n']) || subject.contains(['\r', '\n']) {
            return Err(Failure::invalid("a header is one line"));
        }
        Ok(Self { to, subject, body })
    }
}

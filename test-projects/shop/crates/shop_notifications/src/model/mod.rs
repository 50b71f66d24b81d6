//! What a mail is.

pub mod message;
pub mod template;
